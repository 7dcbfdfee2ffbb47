"""Who is named because of an office or a work: officials, doctors, judges, writers, donors; and who belongs to history."""

from __future__ import annotations

import re

from disclosure.measures.private.names import ANY_NAME

_OFFICIALS = (
    "长|主任|书记|主席|委员|代表|理事|秘书|总监|干部|领导|[股科局室委]|成员|审核|复核|经办|签发|承办|主办|协办|法人|经理|员工|会计|出纳|制单|校对|"
    "工作人员|工作者|专干|协理员|网格员|督导员|评估员|护理员|保育员|辅导员|调查员|检查员|核查员|调解员|执法人员|社工|志愿者"
)
_PROFESSIONS = (
    "教师|老师|教授|讲师|主讲|医生|医师|大夫|护士|专家|院士|工程师|研究员|设计师|农艺师|律师|法官|检察官|审判员|陪审员|仲裁员|"
    "民警|警官|干警|辅警|记者|通讯员|编辑|主编|作者|摄影|主持|传承人"
)
_ROLES_OF_PERSONS = (
    "负责|联系|经办|审核|代表|代理|证明|主讲|发言|调查|记录|填表|审批|制表|投资|合伙|发包|承包|中标|候选|报告|撰稿|带头|推荐|介绍|"
    "验收|认定|检查|组织|报送|编制|校对|受理|核对|采购|招标|投标|竞得|主持|承办|办理|责任|捐赠|发明|专利权|出版|主创|媒|鉴定"
)
_HONOURED = "模范|标兵|先进个人|好人|名医|献血者|捐献者|爱心人士|同志|先生|女士|来电|致电"
_POSTS = f"{_OFFICIALS}|{_PROFESSIONS}|(?:{_ROLES_OF_PERSONS})人|{_HONOURED}"
_OF_POST = re.compile(
    rf"(?:{_POSTS})(?:名单)?(?:还有|有|是)?[：: 　“]*\Z"
    r"|[电讯报摄文图][（(]\Z"
    r"|(?:记者|作者|通讯员|摄影)[^，。；]{0,6}\Z"
)
_NOT_OF_POST = re.compile(r"(?:家长|组长|班长|队长|被(?:调查|证明|鉴定|推荐)人|被审核|户代表)[：: ]*\Z")
_HAS_POST = re.compile(
    r"[，,（(:： ]*(?:系|是|任|为|原任|现任|时任|担任)?[^，,。；;、）)]{0,16}?"
    r"(?:[局县镇乡科股站所会社院校园]长|理事长|董事长|主任|书记|主席|总经理|"
    r"教师|老师|医生|医师|记者|干部|志愿者|工程师|教授|律师|法官|辅导员)"
    r"|[）)]?(?:摄|文|报道)"
    r"|[，,：: ]*《"
)
_NAMES_BEFORE = re.compile(rf"(?:{ANY_NAME}(?:[(（][^()（）]{{0,16}}[)）])?[、，和及])+\Z")
_DOES = (
    "走访|慰问|看望|探望|主持|讲话|强调|指出|调研|出席|介绍|解读|提醒|宣讲|带队|表示|鼓励|勉励|叮嘱|嘱咐|询问|了解|来到|考察|陪同|签发|宣布|"
    "督导|深入|分管|牵头|负责|审核|入户|核查|核实|结对|来电|告诉|说[：“，]|认为|到[^，。；]{0,8}家中|在(?:开学|座谈|会议|活动|仪式)"
)
_GIVES = "捐赠|捐款|捐献|义务|志愿|辅导|讲课|讲座|义诊"
_KNOWS = "擅长|专长|主编|编著|从事|主治"
_FOR_OTHERS = "捐|送[去上来]|服务|义|手术|讲|理发|做|发放|提供|垫付|筹"
_HONOURED_WITH = r"荣获|获评|获得[^，。；]{0,12}(?:奖|称号)|当选|入选|获[^，。；]{0,12}表彰"
_AT_WORK = re.compile(
    rf"[^，,。；]{{0,10}}(?:{_DOES}|{_GIVES}|擅长|专长|主编|编著|从事)"
    rf"|[为给向][^，。；]{{0,16}}(?:{_FOR_OTHERS})"
    rf"|，?(?:{_KNOWS})"
    rf"|[^，。；]{{0,12}}(?:{_HONOURED_WITH})"
)
_FOR_KIN = re.compile("[为给向][^，。；]{0,4}(?:自己|其|丈夫|妻|儿|女|父|母|孩子|家人|孙)")
_HISTORY = re.compile(
    "烈士|牺牲|殉国|逝世|享年|终年|故居|诞辰|纪念馆|革命家|院士|卒于|病逝于1[89]|名医|县志|"
    "古代|[东西]汉|[唐宋元明清]代|[明清]末|民国|抗日|解放战争|长征|孔子|弟子|典故"
)
_PSEUDONYM = re.compile(r"\s?[（(][^（()）]{0,6}(?:化名|网名|笔名|音)[^（()）]{0,4}[)）]")


_STAFF = re.compile(
    "先进|模范|标兵|优秀|表彰|工作者|工作人员|志愿|协理员|专干|护理员|业务员|经办|干部|值班|评审|督导员|调查员|核查|办理|责任|负责|联系|包保|"
    "帮扶(?:干部|责任|人)|驻村|教师|老师|医师|医生|专家|评委|裁判|代表|委员|招聘|聘用|拟录用|机构|单位|企业|公司|项目|创业|人才|留学|科研|科技"
)


def is_of_staff(about: str) -> bool:
    """Whether a list is one of people who work there or are honoured for it."""
    return bool(_STAFF.search(about))


def has_post(before: str, after: str) -> bool:
    """Whether a name is one of somebody who works there, or of one of several that do."""
    before = _NAMES_BEFORE.sub("", before)
    return bool(_OF_POST.search(before) and not _NOT_OF_POST.search(before)) or bool(_HAS_POST.match(after))


def is_at_work(after: str) -> bool:
    """Whether what goes on after a name is what officials, doctors and benefactors do."""
    return bool(_AT_WORK.match(after)) and not _FOR_KIN.match(after)


def is_of_history(said: str) -> bool:
    """Whether a sentence is about the dead of former times."""
    return bool(_HISTORY.search(said))


def is_pseudonym(after: str) -> bool:
    """Whether a name is followed by 化名."""
    return bool(_PSEUDONYM.match(after))
