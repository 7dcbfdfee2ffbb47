"""Full names in tables beside what nobody else should know of a person: hardship, illness, disability, that it is a child."""

from __future__ import annotations

import re
from collections.abc import Iterator

from disclosure.measures.private.kinds import Kind
from disclosure.measures.private.names import could_be_name, is_name, masked_name
from disclosure.measures.private.tables import Row, Table

_WHO = "低保|特困|五保|救助|保障|补助|资助|帮扶|慰问|受助|享受|困难|发放|服务|供养|受益|优抚|配租|改造|贫困|脱贫|监测|补贴|低收入"
_NAME_HEAD = re.compile(
    rf"(?:.{{0,8}}(?:姓名|名字)|户主(?:姓名)?|(?:{_WHO})?(?:对象|人员|户|家庭|群众)(?:姓名)?|"
    "(?:学生|儿童|幼儿|孤儿|患者|病人|残疾人|申请人|申请对象|受助人|受益人|领取人|家庭成员|未成年人|孩子|子女|监护人|老人|孕妇|产妇|被监护人)(?:姓名)?|(?:享受|领取|申请|发放|享有).{0,6}(?:人员|对象|人))"
    "(?:[(（].{0,8}[)）])?"
)
_OTHERS = re.compile(
    "责任人|联系人|包保|帮扶人|帮扶责任|帮扶干部|经办|负责人|法定代表|法人|审核|村干部|教师|老师|医生|医师|校长|主任|网格|代表|委员|领衔|承办|领导|银行|"
    "开户|填表|调查|审批|签字|录入|联络|园长|院长|工作人员"
)
"""Names of people who work there."""

HARDSHIP = re.compile(
    "低保|最低生活保障|低收入|特困|五保|医疗救助|临时救助|社会救助|救助(?:对象|金|类|原|名|事|人)|困难(?:群众|职工|家庭|党员|残疾|学生|大学生|户|类|原|情|补助)|"
    "特殊困难|残疾(?!人联合会|人事业|人保障法)|残障|孤儿|困境儿童|事实无人抚养|艾滋|HIV|精神(?:障碍|病|分裂|残)|孕前|孕检|孕情|怀孕|孕妇|产妇|优生|不孕|流产|"
    "引产|结扎|避孕|失独|计生特殊|计划生育特殊|贫困(?:户|人口|家庭|学生|大学生|残疾|精神|重度)|建档立卡|脱贫(?:户|人口)|监测对象|监测户|边缘易致贫|易返贫|"
    "致贫|返贫|危房|D级|公租房|廉租|保障性住房|住房困难|两项补贴|护理补贴|生活补贴|大病|慢性病|慢病|重病|病种|病因|病情|病名|疾病|诊断|患病|患者|住院|手术|传染|"
    "肺结核|肿瘤|癌|白血病|尿毒症|透析|智力|失能|失智|吸毒|戒毒|社区矫正|刑满释放|安置帮教|助学|资助|抚恤|健康状况|工伤|伤残|户类型|经济困难"
)
_STATE = re.compile(
    "低保(?!经办|办|中心|政策|工作|股|科|标准)|五保|特困(?!供养中心|供养机构)|贫困户|脱贫户|监测户|孤儿|残疾(?!人联合会|人事业|人工作|人就业|预防)|"
    "[一二三四1-4]级(?:肢体|智力|精神|视力|听力|言语|多重|残)|(?:肢体|智力|精神|视力|听力|言语|多重)(?:[一二三四1-4]级|残)|重残|艾滋|HIV|精神(?:障碍|病|分裂|失常|异常)|"
    "癌|肿瘤|白血病|尿毒症|透析|肝炎|结核|梅毒|怀孕|孕\\d|孕期|流产|引产|结扎|患有?[^者]|[^疾大看治防得生去]病(?=$|[、，（(;；\\s])|吸毒|失独|智障|失能|失智|抑郁|癫痫|戒毒|失明|"
    "瘫痪|截肢|伤残|脑梗|中风|偏瘫|贫血|糖尿病|高血压|心脏病|建档立卡|致贫|危房|经济(?:特别|特殊|十分|非常)?困难|家庭困难|生活困难|临时救助|大病救助|医疗救助|"
    "工伤|丧偶|残障|阳性|重病|大病|慢性病|住院|致残"
)
"""What a cell says of one person."""

_CHILD = re.compile(
    "未成年|孤儿|儿童|幼儿|留守|困境|小学|初中|中学|高中|中小学|少先队|少年|学籍|年级|[一二三四五六七八九]\\s?[(（]?\\d?[)）]?班|新生|学生|入学|入园|监护人|就读|"
    "班级|转学|中考|小升初"
)
_CHILD_HEAD = re.compile("学生|儿童|幼儿|孤儿|未成年|孩子|年级|班级|就读|监护人|学籍|家长")
_YOUNG = re.compile(
    r"(?<![\d.])(?:[1-9]|1[0-7])(?:周)?岁(?!以|及|至|到)|未成年人?(?![保人])|孤儿|小学[一二三四五六]年级|[一二三四五六七八九]年级|初[一二三]|高[一二三](?!铁)|"
    r"幼儿园(?:小|中|大)班|就读|(?:小学|初中|中学|高中)(?:在读)?学?生|201[0-9]年(?:\d{1,2}月)?(?:\d{1,2}日)?(?:出)?生"
)
"""What a cell says of a child."""

GROWN = re.compile(
    "大学|高校|研究生|本科|专科|高职|教师|老师|导师|校长|教职|职工|志愿|驻校|家长委员|招聘|聘用|成人|函授|技师|驾校|专家|评委|裁判|党校|医学生|大中专|规培|"
    "公务员|选调|代表|委员|学院|师专|师范|医专|中专|技校|技工|职业学院|博士|硕士"
)
_STAFF = re.compile(
    "志愿者|医师|医生|教师|工作人员|专家|拟录用|招聘|选调|评委|裁判|社工|护理员|先进个人|劳动模范|道德模范|表彰|拟聘|代表|委员|干部|驻村|责任人|帮扶人|联系人|"
    "评估师|执业|培训机构|定点医疗机构|值班"
)
_POST_HEAD = re.compile("职务|职称|分管|岗位|科室|职位|任职")
_GUARDIANS = re.compile("监护人|家长|户主|申请人")
_AGE = re.compile(r"(\d{1,3})(?:周?岁)?")
_LIST = re.compile("名单|花名册|公示|发放|清册|明细|一览|台账|对象")
_ADULT, _LONGEST_CELL = 18, 24


def is_name_head(head: str) -> bool:
    """Whether names of persons stand under ``head``."""
    return bool(_NAME_HEAD.fullmatch(head)) and not _OTHERS.search(head)


def under_head(name: str, head: str, title: str = "") -> Kind | None:
    """What the head of a column alone, or what the list is about, makes of a full name."""
    if not head or not is_name_head(head) or not is_name(name):
        return None
    if _CHILD_HEAD.search(head) and not _GUARDIANS.search(head.replace("被监护人", "孩子")) and not GROWN.search(head):
        return Kind.MINOR
    is_hard = HARDSHIP.search(head) or re.search(f"(?:{_WHO})(?:对象|人员|户|家庭|群众|人)", head)
    is_about = HARDSHIP.search(title) and not _STAFF.search(title)
    return Kind.HARDSHIP if is_hard or is_about else None


def in_table(table: Table) -> Iterator[tuple[int, int, Kind, str]]:
    """Row, column, kind and mask of every full name in ``table`` that stands beside such things."""
    if not table.heads:
        yield from _without_heads(table)
        return
    heads = table.heads
    places = [place for place, head in enumerate(heads) if is_name_head(head)]
    if not places:
        return
    all_heads = " ".join(heads)
    about = f"{table.title} {all_heads}"
    is_of_staff = bool(_STAFF.search(table.title) or _POST_HEAD.search(all_heads))
    is_hard = bool(HARDSHIP.search(all_heads)) or (bool(HARDSHIP.search(table.title)) and not is_of_staff)
    is_young = bool(_CHILD.search(about)) and not GROWN.search(about)
    age = next((place for place, head in enumerate(heads) if re.fullmatch("年龄(?:[(（].*)?|周岁", head)), None)
    named = {place for place in places if _are_names(table, place)}
    for number, row in enumerate(table.rows):
        others = [cell.text for place, cell in enumerate(row) if cell and place not in places]
        is_said = is_hard or (not is_of_staff and _says(_STATE, others))
        for place in places:
            cell = row[place] if place < len(row) else None
            if cell and (is_name(cell.text) or (place in named and could_be_name(cell.text))):
                kind = _kind(heads[place], is_said, is_young, _age(row, age))
                if kind:
                    yield number, place, kind, masked_name(cell.text)


def _are_names(table: Table, place: int) -> bool:
    """Whether most of what stands in a column can be told to be names."""
    texts = [cell.text for row in table.rows if place < len(row) and (cell := row[place]) and cell.text.strip()]
    return len(texts) > 1 and 2 * sum(map(is_name, texts)) >= len(texts)


def _age(row: Row, place: int | None) -> int | None:
    cell = row[place] if place is not None and place < len(row) else None
    found = _AGE.fullmatch(cell.text.strip()) if cell else None
    return int(found[1]) if found else None


def _kind(head: str, is_hard: bool, is_young: bool, age: int | None) -> Kind | None:
    is_child = age is not None and age < _ADULT
    if not _GUARDIANS.search(head.replace("被监护人", "孩子")) and (
        (is_young and (age is None or is_child)) or (is_child and is_hard)
    ):
        return Kind.MINOR
    return Kind.HARDSHIP if is_hard else None


def _says(pattern: re.Pattern[str], texts: list[str]) -> bool:
    return any(pattern.search(text) for text in texts if len(text) <= _LONGEST_CELL)


def _without_heads(table: Table) -> Iterator[tuple[int, int, Kind, str]]:
    """Names in rows whose other cells tell what they are about."""
    is_of_staff = bool(_STAFF.search(table.title))
    is_about = bool(HARDSHIP.search(table.title) and _LIST.search(table.title)) and not is_of_staff
    for number, row in enumerate(table.rows):
        names = [place for place, cell in enumerate(row) if cell and is_name(cell.text)]
        others = [cell.text for cell in row if cell and not is_name(cell.text)]
        if not names or any(_OTHERS.search(text) or _POST_HEAD.search(text) for text in others):
            continue
        kind = None
        if _says(_YOUNG, others) and not _says(GROWN, others):
            kind = Kind.MINOR
        elif is_about or _says(_STATE, others):
            kind = Kind.HARDSHIP
        if kind:
            yield number, names[0], kind, masked_name(_text(row, names[0]))


def _text(row: Row, place: int) -> str:
    cell = row[place]
    return cell.text if cell else ""
