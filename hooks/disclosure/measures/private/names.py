"""Names of people: what looks like one, and how it is masked."""

from __future__ import annotations

import re

_COMPOUND = (
    "欧阳|上官|司马|司徒|诸葛|东方|皇甫|尉迟|公孙|慕容|长孙|宇文|令狐|夏侯|轩辕|端木|呼延|南宫|独孤|淳于|申屠|澹台|闻人|万俟|"
    "赫连|拓跋|百里|钟离|宗政|濮阳|鲜于|闾丘|亓官|巫马|漆雕|东郭|西门|左丘|谷梁|完颜|那拉|纳兰"
)
_SURE = (
    "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦昌马苗凤花方俞任袁柳酆鲍史唐费廉岑薛雷贺倪汤滕殷"
    "罗毕郝邬安常乐于傅皮卞齐康伍余元卜顾孟黄穆萧尹姚邵湛汪祁毛禹狄米贝臧伏成戴谈宋茅庞熊纪舒屈项祝董梁杜阮蓝闵席季麻强贾路娄江童颜郭梅盛林刁钟徐邱骆高夏"
    "蔡田樊胡凌霍虞万柯昝管卢莫房裘缪解宗丁宣贲邓郁单杭洪包诸左石崔吉钮龚程嵇邢滑裴陆荣翁荀羊於惠甄曲封芮羿储靳汲邴糜松井段富巫乌焦巴弓牧隗山谷车侯宓蓬郗"
    "班仰秋仲伊宫宁仇栾暴甘钭厉戎祖武符刘景詹束龙叶幸司韶郜黎蓟薄宿白蒲邰鄂索咸籍赖卓蔺屠蒙池乔胥苍闻莘翟谭贡劳逄姬申冉宰郦雍郤璩桑桂濮牛寿边扈燕冀郏浦尚"
    "温庄晏柴瞿阎慕茹习宦艾鱼容向古易慎戈廖庾暨衡步耿满弘匡文寇禄阙欧殳沃蔚越夔隆师巩厍聂晁勾敖融冷訾辛阚那简饶曾毋沙乜鞠丰巢关蒯查荆红游竺权逯盖桓肖闫付"
    "代覃涂兰刑邸苟佟佘冼尉粟揭丛仉谯笪仝肇栗占豆撒撖鹿邝揣鄢禤庹郄隋綦由衣战慈迟初相闪哈拜展海买苑矫缑亢岳丘帅楚晋腾辜官岱麦迮幺原侍先牟郇舍修来阳布达喇"
)
_AMBIGUOUS = (
    "和时经应从都别家计支连通全危商农利党印扶怀阴双东广充终居能空养须后益公平同智区年老保员开位线母门新始密底法国明言"
)
"""Surnames that ordinary words begin with so often that they say little in running text."""

_HAN = r"\u3400-\u4dbf\u4e00-\u9fff"
_NEVER_GIVEN = "的了和与及或在是为应将由对等其该这那某你我他她它们个把被从到以者所并且但也就都不没至按经于类型户级档每无各因患系已病残岁男女"
_GIVEN = f"(?:(?![{_NEVER_GIVEN}])[{_HAN}]){{1,2}}"
_DOTTED = f"[{_HAN}]{{1,7}}(?:[·•・‧．][{_HAN}]{{1,7}}){{1,3}}"

SURE_NAME = f"(?:{_DOTTED}|(?:{_COMPOUND}|[{_SURE}]){_GIVEN})"
"""A name in running text; what stands around it has to say that it is one."""

ANY_NAME = f"(?:{_DOTTED}|(?:{_COMPOUND}|[{_SURE}{_AMBIGUOUS}]){_GIVEN})"
"""A name where names are to be expected."""

BEGINS_NAME = f"(?:(?<![{_HAN}A-Za-z])|(?<=[者人员民户生儿童长任友象众组村名士年因予复示]))"
"""Where a name can begin in running text: after punctuation and digits, or after the end of a word such as 村民 or 患者."""

_ANY = re.compile(ANY_NAME)
_SOMEBODY = re.compile(rf"{BEGINS_NAME}({SURE_NAME})(?=[，,、。；;：:\s|（(\u200b\d]|家|的|同志|系|女士|先生|$)")
_LISTED = re.compile(f"{_DOTTED}|[{_HAN}]{{2,5}}")
_NO_NAMES = re.compile(
    "周[一二三四五六日]$|许多[国人年地家城企村学事问方干县市中省青老]|姓名|名字|性别|年龄|民族|籍贯|学历|简历|职业|电话|住址|地址|照片|面貌|程度|出生|班级|年级|签名|签字|盖章|合计|总计|小计|共计|累计|备注|序号|不详|保密|同上|本人|户主|配偶|子女|父亲|母亲|父母|祖父|祖母|外祖|空白|待定|暂无|以上|以下|"
    "单位|部门|项目|低保|特困|孤儿|残疾|患者|学生|儿童|村委|社区|街道|小组|居委|政府|中心|学校|公司|医院|银行|名单|说明|审核|公示|某|先生|女士|同学|同志"
)
_BEGINNINGS = (
    "年龄度满级月初底内间会份 性别质 合计格同 民族警 籍贯迁管证地家 代表理化收码替扣缴偿储销办为养谢写耕步拿恐 权益利限属威责 "
    "查处询验封阅找明清看获吸 程序度 申请报诉领辩办购 范围本文 房屋地产管贷租东间源改价款子 费用率 符合号 相关同结应对互似勾反比信 "
    "解释决除放散密答聘读困救缴一 许可诺愿久 华人侨 卫生星戍 林业木地火权区场草 严重格禁肃厉密加谨 游行览客戏泳乐园艇憩玩去 付款费出给 容易貌器量留 "
    "景区观点 康复健养乐熙 史料迹诗 占用地有据比道座全领 江河苏西水山 储备存蓄量运藏 师资生范德傅 纪念律委检要 宗教旨地族亲 米面饭出 "
    "武装器术警力 封闭存锁育好 尚未可且 老年人 段落位时 洪水涝峰灾亮 习惯俗近 闻讯 贡献 张贴榜 黄疸色金河线热 盖章 田间地 涂改写料 陆地域续 "
    "班级次主长子轮 艾滋灸 余额款热名 毕业竟生 温度馨室饱暖和柔情 庄稼园 陈述列旧年 牧业民区场草 屠宰 伍人 弘扬 龙头 越权级来 沙化尘滩眼 "
    "童工年装认话心 晋升级职 谈话判心到起论 马上路术虎 宿舍费 廉洁政租价 丰富收产 雷电击同 白天内血癜化班酒背白跑色话 冷藏冻链暴漠暖静清 钱款物 "
    "麻醉风痹将 祖国父母孙辈 揭发露牌 曾经因任祖有被在是 顾问客虑及 左右侧眼手腿上下肺边 肇事祸 肖像 梅毒 叶片 薄弱 丘陵 撒谎手 焦虑点急 "
    "巩固 吉利林 柴油草 刁难 曲线折艺子 颜色面 甄别 甘肃 舒适缓张心服畅 郁闭症 欧盟 贝类 夏季天令 楚雄 "
    "高龄血考新效度速质层中校污端温额低级标压空铁等危脂烧发尿出消产毒兴大矮强 于今当次本上下前后年月日某近去同每修 方协式面案法可能便向针才位言首 "
    "石材油头料棉 任何务职期命免教课意 万元人户一分亩余多张公条次件吨名事里 常住务年见态规用驻设委常有 安全置排装葬心抚居定宁度静慰 齐全备心 "
    "路线灯费口面边名上过 成部员年立功果本效长绩为人交品熟家型渝就因 文件化字物明书盲艺本体章员学坛笔 易地返燃发感患于 单位独亲身人户一项方据元 "
    "金额融属钱奖色子 季度节 乐观意于园队趣 元旦月宵罚 向社有各县市区镇村乡上其学民国中居土水吸艾伤医人法承合下前后往来左右 车辆间站主牌票祸外上 "
    "管理控辖护道线治涌教它他她 盛夏 强制化迫行奸医拿巡 牟利取 周边岁期末转围 贺信年 罗列嗦 毛发坯病 宣传告布誓教讲扬读 隆重 谢绝谢 尤其为 "
    "慕名 屈光 凌晨 霍乱 祝贺福愿 桂花 杜绝 戴口帽 舍弃 蓝天色 厉行 宫颈公进 牛羊奶 兰州 苏木 庞大 腾退 刑满事罚拘期 时间候 经济常 "
    "应当 何单时地种处为况以必需须 施工行策药救展教 柏油 水利库电源费灾质位土平产稻上务体闸果分 章程节 云南计朵 昌盛 花费草卉名心钱时样园生 "
    "皮肤革张 关于系爱注键心停闭怀标政 海洋南外关拔鲜域事水岛 展开示览出 买卖回到了入来 修改建订复缮养路理正业 "
    "来源自信访往电本杭华大说讲到资学读看听回了 原则因料来有告始状享住创 先进后行天予锋向代伐抢 官方员退牺 达到标成不五 布局置 战略争斗士时致死 "
    "初级中一二三步次审始定犯衷 由于此县市国文教公大民精当单行医认父兄母人全本双原 衣物服 迟到延 慎重 索取引赔 劳动力务教保 富裕 松林 井下 "
    "秋季收粮 宁夏波 山区东西林村地 谷物 司法机 束缚两犬手 幸福好亏运会 寿命险保 边境远缘界 古树代镇墓 衡量 步骤行 融资合入 简单称易化介要 "
    "红色十军旗包线利 包括装含干扎厢间 荣誉获 暴力雨露雪乱 池塘 宰杀 羊肉 滑坡 鱼类塘 满足意分 项目下款规明情 席位卡间 苗木圃 糜烂 "
    "惠民及农企州 慈善 矫正 仲裁 翁态 勾结 苍蝇 桑园 蒙骗 那么时一些里样个年天是 明天年日白亮 平时常 沈重 计算 和气"
)
_WORDS = frozenset(word[0] + second for word in _BEGINNINGS.split() for second in word[1:])
"""Beginnings of ordinary words, by the surname that they seem to begin with."""


_SHORT, _PLACES, _SURE_PLACES = 2, "州县市区镇乡村省路街城港", "县市区镇乡村省"
"""Ends of places, of two signs and of more."""


def is_name(text: str) -> bool:
    """Whether ``text`` is a full name that can be told by its surname."""
    plain = _closed(text)
    if not _ANY.fullmatch(plain) or _NO_NAMES.search(plain) or plain[:2] in _WORDS:
        return False
    return plain[-1] not in (_PLACES if len(plain) == _SHORT else _SURE_PLACES)


def names_a_person(text: str) -> bool:
    """Whether a full name stands in ``text`` by itself, or before 家 or 的."""
    return any(is_name(match[1]) for match in _SOMEBODY.finditer(text))


def could_be_name(text: str) -> bool:
    """Whether ``text`` could be the name of somebody, among other names."""
    plain = _closed(text)
    return bool(_LISTED.fullmatch(plain)) and not _NO_NAMES.search(plain)


def masked_name(name: str) -> str:
    """The surname and a star: 张三丰 → 张*, 欧阳修 → 欧阳*."""
    plain = _closed(name)
    compound = re.match(_COMPOUND, plain)
    return (compound[0] if compound and len(plain) > len(compound[0]) else plain[:1]) + "*"


def _closed(text: str) -> str:
    """``text`` without blanks inside: 张　三."""
    return re.sub(r"[\s\u200b-\u200d\u2060\ufeff]+", "", text)
