"""What a sentence says of one person: illness, hardship, childhood; and who is named because of a post.

Policies and statistics speak of the poor and the ill in general; what counts here can be said of one person only, or
stands in a sentence with a name.
"""

from __future__ import annotations

import re

from disclosure.measures.private.names import ANY_NAME

_DISEASE = "病|症|癌|瘤|炎|障碍|综合征|梗|分裂|抑郁|癫痫|瘫|贫血|残"
_LIMBS = "肢体|智力|精神|视力|听力|言语|多重"
_ENDS = r"(?=[，,。；;、）)（(|\s]|$)"
_GRADE = "[一二三四五六七八九十]级"
_STATE = re.compile(
    rf"患(?<![隐忧医]患)(?:有|上|了)?(?![者难处])[^，,。；;、的\n]{{1,14}}(?:{_DISEASE})(?![人患])|确诊(?:为|患)[^，。；的]{{1,10}}(?:{_DISEASE})|身患|罹患|"
    r"[系是][^，。；\n]{1,12}患者|因(?![此为其])[^，。；、的\n]{0,6}(?:病|癌|梗|瘤|伤|祸|故)(?:致残|致贫|住院|去世|卧床|丧失|瘫痪|截肢)|因[^，。；、的\n]{1,6}(?:癌|脑梗|瘤|住院|手术)|"
    rf"(?:低保|五保|特困|贫困|脱贫|监测|易返贫)(?:户|家庭|对象){_ENDS}|监测对象|风险类型|因病致贫|特困人员{_ENDS}|孤儿{_ENDS}|"
    rf"级(?:{_LIMBS})残|(?:{_LIMBS})残疾(?:[一二三四1-4]级|{_ENDS})|重度残疾{_ENDS}|丧偶|截肢|偏瘫|瘫痪|失明{_ENDS}|透析|尿毒症(?![患等])|白血病(?![患等])|"
    rf"癌(?<=[肺肝胃肠腺颈喉骨脑道胰巴]癌)(?![症患等])|脑梗|脑出血|HIV阳性|艾滋病{_ENDS}|基因携带|(?:检测|检查|抗体|结果)阳性|怀孕[\d一二三四五六七八九]|孕\d|"
    rf"人工流产|引产|结扎|家庭(?:经济)?(?:特别|特殊|十分|非常|较为)?困难{_ENDS}|工伤(?=[，,])|(?:伤残|障碍)(?:程度|等级)?{_GRADE}|级伤残|"
    rf"级危房(?<=[CD]级危房)|人均月收入\d|吸毒{_ENDS}|失独"
)
"""What is said of one person and not of all whom a rule is about."""

_ABOUT = re.compile(
    "低保(?!经办|中心|政策|工作|股|科|标准)|最低生活保障|特困|五保|残疾(?!人联合会|人事业|人工作|人就业|预防|辅具)|[大重慢]病|病种|病情|住院|手术|精神(?:障碍|病|残)|"
    "临时救助|医疗救助|救助(?:金|对象|人)|困难(?:职工|学生|群众|党员|家庭|情形|类型|原因)|致贫|返贫|脱贫|监测户|危房|公租房|廉租|廉住|保障房|失独|特殊家庭|"
    "孕检|孕情|孕前|戒毒|社区矫正|刑满|安置帮教|优抚|抚恤|评残|伤残|工伤|失能|护理补贴|生活补贴|孤寡|丧失劳动|劳动能力|帮扶对象|低收入"
)
"""What a sentence is about; beside the name of somebody who is not at work there it says enough."""

_YOUNG = re.compile(
    rf"未成年(?<=[，,（(系为是]未成年)人?{_ENDS}|孤儿(?<=[系为是（(，,]孤儿)|小学[一二三四五六]年级|年级(?:[（(]?[\d一二三四五六七八九十]{{1,2}}[)）]?班|学生)|"
    r"幼儿园(?:小|中|大)班|就读于?[^，。；]{0,16}(?:小学|初中|中学|幼儿园|高中)|(?:小学|初中|中学|高中)(?:在读)?学?生(?=[，,。；;）)]|$)|"
    r"201\d年(?:\d{1,2}月)?(?:\d{1,2}日)?(?:出)?生(?=[，,。；;）)]|$)"
)
_AGE = re.compile(r"(?<![\d.])(?<![满至到~—–-])(?<!年龄)(\d{1,2})周?岁")
_ADULT = 18

_AT_WORK = re.compile(
    "[^，。；]{0,10}(?:走访|慰问|看望|主持|讲话|强调|指出|调研|出席|介绍|解读|提醒|宣讲|带队|表示|陪同|签发|宣布|督导|深入|分管|牵头|捐赠|捐款|告诉|说|认为|负责|审核)"
)
_POSTS = (
    "长|主任|书记|主席|教师|老师|医生|医师|大夫|护士|记者|专家|教授|院士|律师|法官|检察官|民警|警官|干部|志愿者|社工|网格员|工作人员|"
    "(?:负责|联系|经办|审核|代表|代理|证明|主讲|发言|调查|记录|填表|审批|制表|投资|合伙|发包|承包|中标|候选|报告|撰稿|带头|推荐|介绍|采购|招标|投标|竞得|主持|承办|"
    "办理|责任)人|审核|法人|委员|代表|经理|员工|理事|督导员|评估员|护理员|讲师|作者|编辑|承办|主持|同志|先生|女士|主办|协办|签发|领导|[股科局室委]"
)
_OF_POST = re.compile(rf"(?:{_POSTS})(?:还有|有|是)?[：: ]*\Z|[电讯报摄文图][（(]\Z")
_NOT_OF_POST = re.compile(r"(?:家长|组长)[：: ]*\Z")
_HAS_POST = re.compile(
    r"[，,（(:： ]*(?:系|是|任|为)?[^，,。；;）)]{0,16}"
    "(?:局长|主任|书记|主席|教师|老师|医生|医师|校长|院长|园长|县长|镇长|乡长|科长|股长|理事长|记者|干部|志愿者)|[）)]?(?:摄|文|报道)"
)
_NAMES_BEFORE = re.compile(rf"(?:{ANY_NAME}(?:[(（][^()（）]{{0,16}}[)）])?[、，和及])+\Z")


def is_hard(said: str) -> bool:
    """Whether it is said of one person that he or she is ill, disabled or in hardship."""
    return bool(_STATE.search(said))


def is_about_hardship(said: str) -> bool:
    """Whether a sentence is about these."""
    return bool(_ABOUT.search(said))


def is_young(said: str) -> bool:
    """Whether it is said of one person that it is a child."""
    ages = [int(match[1]) for match in _AGE.finditer(said)]
    return min(ages) < _ADULT if ages else bool(_YOUNG.search(said))


def is_at_work(after: str) -> bool:
    """Whether what goes on after a name is what officials do."""
    return bool(_AT_WORK.match(after))


def has_post(before: str, after: str) -> bool:
    """Whether a name is one of somebody who works there, or of one of several that do."""
    before = _NAMES_BEFORE.sub("", before)
    return bool(_OF_POST.search(before) and not _NOT_OF_POST.search(before)) or bool(_HAS_POST.match(after))
