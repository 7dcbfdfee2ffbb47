"""What is said of one person: illness, disability, hardship.

Policies and statistics speak of the ill and the poor in general; what counts here can be said of one person only, or
stands in a sentence with a name.  In what is looked at, :data:`NAME` stands in place of the name.
"""

from __future__ import annotations

import re

NAME = "◆"
_LIMBS = "(?:肢体|智力|精神|视力|听力|言语|多重)"
_ENDS = r"(?=[，,。；;、）)（(|：:\s◆]|$)"
_GRADE = "[一二三四五六七八九十1-9]级"
_PATIENTS = "患[者儿]|病[人区房种]|人群|儿童|居民|群众|家庭|学生|老人"
_MEDICINE = "科|门诊|医院|专科|中心|诊治|诊疗|综合治疗|治疗[药技方]|治疗$|检[测查验]|诊断|照护|康复|疫苗"
_CAMPAIGN = "防[治控护]|预防|筛查|宣传|日|知识|讲座|研究|专项|保险|基金|监测|管理|等(?:疾病|慢性病|病|\\d+种|重大)"
_TOPIC = f"(?!(?:[、和及与][^，。；、◆]{{1,8}}){{0,4}}(?:的|等)?(?:{_PATIENTS}|{_MEDICINE}|{_CAMPAIGN}))"
"""What goes on after an illness that is spoken of in general."""

_INFECTIONS = "艾滋病?|HIV|HPV|梅毒|淋病|尖锐湿疣|性病|[甲乙丙丁戊]肝|肝炎|肺结核|结核|麻风|小儿麻痹|脊髓灰质炎"
_ORGANS = (
    "[肺肝胃肠腺颈喉骨脑道胰巴膀食宫血列结直肾]癌|肿瘤|白血病|血友病|贫血|尿毒症|肝硬化|肾衰|肾病|肾炎|心梗|心肌梗|心脏病|冠心病|心衰|"
    "糖尿病|高血压|慢阻肺|尘肺|[矽硅]肺|哮喘|红斑狼疮|类风湿|股骨头坏死|阑尾炎|白内障|骨折|烧伤|烫伤"
)
_NERVES = (
    "脑梗|脑出血|脑溢血|脑瘤|脑瘫|卒中|中风|帕金森|阿尔茨海默|痴呆|癫痫|渐冻|截肢|截瘫|偏瘫|瘫痪|植物人|失明|失聪|聋哑"
)
_MIND = "抑郁症?|焦虑症|躁狂|精神分裂|精神[失异]常|精神病|精神障碍|自闭症|孤独症|唐氏|智障|智力低下"
_TREATED = "透析|化疗|放疗|器官移植|后遗症|重症"
_ILLNESS = re.compile(f"(?:{_INFECTIONS}|{_ORGANS}|{_NERVES}|{_MIND}|{_TREATED}){_TOPIC}")
_DISEASE = (
    "(?:病|症|癌|瘤|炎|障碍|综合征|梗|分裂|抑郁|癫痫|瘫|贫血|残|结核|衰竭|硬化|坏死|出血|骨折|HIV|HPV|疣|疹|中毒)"
)
_HAS = (
    rf"患(?<![隐忧医]患)(?:有|上|了|的是)?(?![者难处儿])[^，,。；;、的\n◆]{{0,14}}?{_DISEASE}(?![人患房种])|身患|罹患|"
    r"[系是][^，。；\n◆]{1,12}患者|，[^，。；\n◆]{2,12}患者" + _ENDS
)
_GOT = (
    rf"(?:确诊|诊断)(?:为|是|患|：|:|系)?[^，。；、的◆]{{0,10}}?{_DISEASE}|"
    rf"(?:得[了过]|得的是|查出|检出|感染|染上|突发|并发|遗留)[^，。；、的◆]{{0,8}}?{_DISEASE}|"
    "(?:检测|检查|抗体|结果|筛查|HIV|核酸)[^，。；]{0,4}阳性|确诊病例|基因携带"
)
_BECAUSE_OF = (
    r"因(?![此为其])[^，。；、的\n◆]{0,6}(?:病|癌|梗|瘤|伤|祸|故|血)[^，。；、的\n◆]{0,4}"
    r"(?:致[残贫困]|住院|去世|卧床|丧失|瘫痪|截肢|返贫|受伤)|因[^，。；、的◆]{1,6}(?:癌|脑梗|瘤|住院|手术)"
)
_BADLY = "病危|病重|绝症|疾病缠身|体弱多病|长期(?:患病|服药|卧床)"
_HABIT = "(?:吸毒|精神病|病|犯罪|家族)史|吸毒[，人后被成]|曾?因吸毒|戒毒"
_SUFFERS = re.compile("|".join((_HAS, _GOT, _BECAUSE_OF, _BADLY, _HABIT)))
_DISABLED = re.compile(
    rf"{_GRADE}(?:重度)?{_LIMBS}(?:残疾?|$)|{_LIMBS}(?:残疾)?[（(]?[一二三四1-4]级|{_LIMBS}残疾{_ENDS}|重度残疾{_ENDS}|"
    rf"{_GRADE}伤残|级伤残|(?:伤残|障碍)(?:程度|等级)?{_GRADE}|残疾等级|残疾证|残疾人证|致残|双目失|"
    "丧失(?:部分|全部)?劳动|无劳动能力|不能自理|无法自理|不能行走|卧床不起|瘫痪在床|长期卧床|失能(?=[，,。◆老])|失智"
)
_POOR = re.compile(
    rf"(?:低保|五保|特困|贫困|脱贫|监测|易返贫|易致贫|返贫|低收入|边缘|困难|不稳定)(?:户|家庭|对象){_ENDS}|特困(?:供养)?人员{_ENDS}|"
    "监测对象|风险类型|[因致](?:病|残|学|灾|老)?致[贫困]|致[贫困]原因|[靠吃]低保|[A-D]级危房|危房等级|"
    "丧偶|孤寡|孤身一人|无儿无女|父母双亡|失独|孤儿|流离|一贫如洗|家境贫|欠[债款]|负债|"
    "无(?:固定|生活|经济)(?:收入|来源)|人均(?:月|年|纯|可支配)*收入|"
    "家庭(?:经济)?(?:特别|特殊|十分|非常|较为)?(?:困难|贫困)|(?:生活|经济)(?:特别|特殊|十分|非常)?困难"
)
_PREGNANT = re.compile(
    r"怀孕[\d一二三四五六七八九]|孕\d|孕[早中晚]期|高危孕|(?:人工)?流产|引产|结扎|难产|不孕|宫外孕|胎停|堕胎"
)
_PUNISHED = re.compile(f"社区矫正(?:对象|人员)?{_ENDS}|刑满释放|安置帮教|强制(?:隔离)?戒毒")
_NOTED = re.compile(
    rf"◆\s*[（(：:，,]\s*(?:系|为|是)?[^，。；（）◆]{{0,10}}?{_DISEASE}(?:晚期|早期|中期|术后|多年|后遗症)?[，,。；）)\s]"
)
"""An illness by itself beside a name."""

_ABOUT = (
    "低保(?!经办|中心|政策|工作|股|科|标准|专干|边缘)|低保边缘|最低生活保障|特困|五保|低收入|监测户|脱贫户|帮扶对象|特殊家庭|"
    "残疾(?!人联合会|人事业|人工作|人就业|预防|辅具|儿童|职工|人家庭)|评残|伤残|工伤|失能|[大重]病|病种|病情|住院|手术|孕检|孕情|孕前|"
    "救助(?:金|对象|人)|临时救助|医疗救助|护理补贴|生活补贴|助学金|优抚|抚恤|危房|公租房|廉租|保障房|房屋两间|"
    "困难(?:职工|学生|群众|党员|家庭|情形|类型|原因)"
)
_GETS = "系|是|为|属于?|列为|识别为|已?纳入|享受|享有|申请|领取|获得?|符合|评定|参加"
_GIVEN_TO = "认定|确认|核定|评定|鉴定|将|给予|同意|取消|停发|批准|发放|对|纳入|调整|新增|公示|关于|为"
_CLAIM = re.compile(
    rf"◆(?:家庭?|户|一家|全家|夫妇|夫妻|等[^，。；]{{0,6}})?(?:，)?(?:{_GETS})?(?:的)?[^，。；◆]{{0,12}}(?:{_ABOUT})"
    rf"|(?:{_GIVEN_TO})[^，。；◆]{{0,8}}◆[^。；◆]{{0,24}}(?:{_ABOUT})"
    rf"|(?:{_ABOUT})[^，。；◆]{{0,12}}[：:，][^，。；：◆]{{0,8}}◆"
    rf"|(?:{_ABOUT})[^，。；：◆]{{0,8}}(?:人|户|家庭|对象|人员|者|户主|职工)[：:]?◆"
    r"|◆[^。；◆]{0,30}(?:救助|补贴|补助|保障金|低保金)\D{0,6}\d+(?:\.\d+)?万?元"
)
"""A sentence that ties such things to the name."""

_OTHERWISE = re.compile(
    "不服|上诉|起诉|诉称|诉讼|纠纷|一案|复议|仲裁|骗取|冒领|套取|虚报|挪用|侵占|贪污|截留|克扣|违规|违纪|处分|线索|优亲厚友|"
    "研究|课题|论文|出版|《|先进|模范|标兵|表彰|优秀|培训|授课|解读|讲解|宣传|政策|志愿|捐|义诊|爱心|"
    "承办|经办|采购|中标|供应商|评审|审判|股长|工作人员|会议|主持|分管|联系人|负责人"
)
"""Sentences in which somebody is named for another reason."""


def is_hard(said: str) -> bool:
    """Whether it is said of one person, or of his or her family, that they are ill, disabled or in hardship."""
    return any(pattern.search(said) for pattern in (_ILLNESS, _SUFFERS, _DISABLED, _POOR, _PREGNANT, _PUNISHED, _NOTED))


def has_claim(said: str) -> bool:
    """Whether somebody is named as one who gets help, has a claim to it, or lost it."""
    return bool(_CLAIM.search(said)) and not _OTHERWISE.search(said)
