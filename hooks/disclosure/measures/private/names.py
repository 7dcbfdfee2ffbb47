"""Names of people: what looks like one, and how it is masked."""

from __future__ import annotations

import re

from disclosure.measures.private.common_words import BEGINNINGS_OF_WORDS

COMPOUND = (
    "欧阳|上官|司马|司徒|诸葛|东方|皇甫|尉迟|公孙|慕容|长孙|宇文|令狐|夏侯|轩辕|端木|呼延|南宫|独孤|淳于|申屠|澹台|闻人|万俟|"
    "赫连|拓跋|百里|钟离|宗政|濮阳|鲜于|闾丘|亓官|巫马|漆雕|东郭|西门|左丘|谷梁|完颜|那拉|纳兰"
)
SURE = (
    "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦昌马苗凤花方俞任袁柳酆鲍史唐费廉岑薛雷贺倪汤滕殷"
    "罗毕郝邬安常乐于傅皮卞齐康伍余元卜顾孟黄穆萧尹姚邵湛汪祁毛禹狄米贝臧伏成戴谈宋茅庞熊纪舒屈项祝董梁杜阮蓝闵席季麻强贾路娄江童颜郭梅盛林刁钟徐邱骆高夏"
    "蔡田樊胡凌霍虞万柯昝管卢莫房裘缪解宗丁宣贲邓郁单杭洪包诸左石崔吉钮龚程嵇邢滑裴陆荣翁荀羊於惠甄曲封芮羿储靳汲邴糜松井段富巫乌焦巴弓牧隗山谷车侯宓蓬郗"
    "班仰秋仲伊宫宁仇栾暴甘钭厉戎祖武符刘景詹束龙叶幸司韶郜黎蓟薄宿白蒲邰鄂索咸籍赖卓蔺屠蒙池乔胥苍闻莘翟谭贡劳逄姬申冉宰郦雍郤璩桑桂濮牛寿边扈燕冀郏浦尚"
    "温庄晏柴瞿阎慕茹习宦艾鱼容向古易慎戈廖庾暨衡步耿满弘匡文寇禄阙欧殳沃蔚越夔隆师巩厍聂晁勾敖融冷訾辛阚那简饶曾毋沙乜鞠丰巢关蒯查荆红游竺权逯盖桓肖闫付"
    "代覃涂兰刑邸苟佟佘冼尉粟揭丛仉谯笪仝肇栗占豆撒撖鹿邝揣鄢禤庹郄隋綦衣战慈迟初相闪哈拜展海买苑矫缑亢岳丘帅楚晋腾辜官岱麦迮幺原侍先牟郇舍修来阳布达喇"
)
AMBIGUOUS = (
    "由和时应从都别家计支连通全危商农利党印扶怀阴双东广充终居能空养须益公平同智区年老保开位线母门新始密底法国明言"
)
"""Surnames that ordinary words begin with so often that they say little in running text."""

HAN = r"\u3400-\u4dbf\u4e00-\u9fff"
NEVER_GIVEN = "的了和与及或在是为应将由对等其该这那某你我他她它们个把被从到以者所并且但也就都不没至按经于类型户级档每无各因患系已病残岁男女两还未仍"
_GIVEN = f"(?:(?![{NEVER_GIVEN}])[{HAN}]){{1,2}}"
DOTTED = f"[{HAN}]{{1,7}}(?:[·•・‧．][{HAN}]{{1,7}}){{1,3}}"

SURE_NAME = f"(?:{DOTTED}|(?:{COMPOUND}|[{SURE}]){_GIVEN})"
"""A name in running text; what stands around it has to say that it is one."""

ANY_NAME = f"(?:{DOTTED}|(?:{COMPOUND}|[{SURE}{AMBIGUOUS}]){_GIVEN})"
"""A name where names are to be expected."""

BEGINS_NAME = f"(?:(?<![{HAN}A-Za-z])|(?<=[者人员民户生儿童长任友象众组村名士年因予复示问理师记授管监席系]))"
"""Where a name can begin in running text: after punctuation and digits, or after the end of a word such as 村民 or 患者."""

_ANY = re.compile(ANY_NAME)
_SOMEBODY = re.compile(
    rf"{BEGINS_NAME}({SURE_NAME})(?=[，,、。；;：:\s|（()）\]\u200b\dA-Za-z]|家|的|同志|系|女士|先生|老师|经理|收(?![入费]|$)|$)"
)
_BLANKS = re.compile(r"[\s\u200b-\u200d\u2060\ufeff]+")
_LISTED = re.compile(f"{DOTTED}|[{HAN}]{{2,5}}")
_NO_NAMES = re.compile(
    "周[一二三四五六日]$|许多[国人年地家城企村学事问方干县市中省青老]|姓名|名字|性别|年龄|民族|籍贯|学历|简历|职业|电话|住址|地址|照片|面貌|程度|出生|班级|年级|签名|签字|盖章|合计|总计|小计|共计|累计|备注|序号|不详|保密|同上|本人|户主|配偶|子女|父亲|母亲|父母|祖父|祖母|外祖|空白|待定|暂无|以上|以下|"
    "单位|部门|项目|低保|特困|孤儿|残疾|患者|学生|儿童|村委|社区|街道|小组|居委|政府|中心|学校|公司|医院|银行|名单|说明|审核|公示|某|先生|女士|同学|同志|"
    "员$|大爷|大娘|大妈|大叔|大伯|大姐|大哥|大嫂|阿姨|奶奶|爷爷|婆婆|伯伯|叔叔|妈妈|爸爸|老汉|老太|老人|老师|师傅|医生|局长|主任|书记|村长|队长|警官|法官|律师|教授|家长|氏$"
)
_SHORT, _PLACES, _SURE_PLACES = 2, "州县市区镇乡村省路街城港", "县市区镇乡村省"
"""Ends of places, of two signs and of more."""

_VILLAGE = re.compile(".{1,2}[庄屯寨湾坪圩庙铺]|.家[坡岗沟塘桥店集岭口营堡坝河山洼嘴坟窑垴冲台楼院]")


def is_name(text: str) -> bool:
    """Whether ``text`` is a full name that can be told by its surname."""
    plain = _closed(text)
    if not _ANY.fullmatch(plain) or _NO_NAMES.search(plain) or plain[:2] in BEGINNINGS_OF_WORDS:
        return False
    return plain[-1] not in (_PLACES if len(plain) == _SHORT else _SURE_PLACES) and not _VILLAGE.fullmatch(plain)


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
    compound = re.match(COMPOUND, plain)
    return (compound[0] if compound and len(plain) > len(compound[0]) else plain[:1]) + "*"


def _closed(text: str) -> str:
    """``text`` without blanks inside: 张　三."""
    return _BLANKS.sub("", text) if _BLANKS.search(text) else text
