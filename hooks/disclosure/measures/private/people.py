"""Full names in tables beside what nobody else should know of a person: hardship, illness, disability, that it is a child."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from disclosure.measures.private.children import ADULT, age_in, says_child
from disclosure.measures.private.kinds import Kind
from disclosure.measures.private.names import could_be_name, is_name, masked_name
from disclosure.measures.private.roles import GROWN
from disclosure.measures.private.states import is_hard
from disclosure.measures.private.tables import Row, Table

_WHO = "低保|特困|五保|救助|保障|补助|资助|帮扶|慰问|受助|享受|困难|发放|服务|供养|受益|优抚|配租|改造|贫困|脱贫|监测|补贴|低收入"
_CHILDREN = "学生|新生|学员|儿童|幼儿|婴儿|宝宝|孤儿|未成年人|孩子|子女|被?监护人"
_ADULTS = "患者|患儿|病人|残疾人|老人|孕妇|产妇|伤者|死者"
_PARTIES = (
    "申请人|申请对象|受助人|被?救助人|受益人|领取人|家庭成员|成员|队员|选手|被鉴定人|当事人|收养人|被收养人|本人|中签人"
)
_NAME_HEAD = re.compile(
    r"(?:.{0,8}(?:姓名|名字)|户主(?:姓名)?|户名"
    rf"|(?:{_WHO}){{0,2}}(?:对象|人员|户|家庭|群众)(?:姓名)?"
    rf"|[\u4e00-\u9fff]{{0,6}}(?:{_CHILDREN}|{_ADULTS})(?:姓名)?"
    rf"|(?:{_PARTIES})(?:姓名)?"
    r"|(?:享受|领取|申请|发放|享有).{0,6}(?:人员|对象|人))"
    r"(?:[(（].{0,8}[)）])?"
)
_OTHERS = re.compile(
    "责任人|联系人|包保|帮扶人|帮扶责任|帮扶干部|经办|负责人|法定代表|法人|审核|村干部|教师|老师|医生|医师|校长|主任|网格|代表|委员|领衔|承办|领导|银行|"
    "开户|填表|调查|审批|签字|录入|联络|园长|院长|工作人员"
)
"""Names of people who work there."""

_POVERTY = (
    "低保|最低生活保障|低收入|特困|五保|医疗救助|临时救助|社会救助|救助(?:对象|金|类|原|名|事|人)|特殊困难|经济困难|"
    "困难(?:群众|职工|家庭|党员|残疾|学生|大学生|户|类|原|情|补助)|贫困(?:户|人口|家庭|学生|大学生|残疾|精神|重度)|"
    "建档立卡|脱贫(?:户|人口)|监测对象|监测户|边缘易致贫|易返贫|致贫|返贫|户类型|"
    "危房|D级|公租房|廉租|保障性住房|住房困难|两项补贴|护理补贴|生活补贴|助学|资助|抚恤"
)
_BODY = (
    "残疾(?!人联合会|人事业|人保障法)|残障|智力|失能|失智|工伤|伤残|健康状况|"
    "艾滋|HIV|精神(?:障碍|病|分裂|残)|传染|肺结核|肿瘤|癌|白血病|尿毒症|透析|"
    "大病|慢性病|慢病|重病|病种|病因|病情|病名|疾病|诊断|患病|患者|住院|手术|"
    "孕前|孕检|孕情|怀孕|孕妇|产妇|优生|不孕|流产|引产|结扎|避孕"
)
_FATE = "孤儿|困境儿童|事实无人抚养|失独|计生特殊|计划生育特殊|吸毒|戒毒|社区矫正|刑满释放|安置帮教"
HARDSHIP = re.compile(f"{_POVERTY}|{_BODY}|{_FATE}")
"""What a list is about."""

_IS_POOR = (
    "低保(?!经办|办|中心|政策|工作|股|科|标准)|五保|特困(?!供养中心|供养机构)|贫困户|脱贫户|监测户|建档立卡|致贫|孤儿|失独|丧偶|危房|"
    "经济(?:特别|特殊|十分|非常)?困难|家庭困难|生活困难|临时救助|大病救助|医疗救助"
)
_IS_DISABLED = (
    "残疾(?!人联合会|人事业|人工作|人就业|预防)|重残|残障|致残|伤残|工伤|智障|失能|失智|失明|瘫痪|截肢|偏瘫|"
    "[一二三四1-4]级(?:肢体|智力|精神|视力|听力|言语|多重|残)|(?:肢体|智力|精神|视力|听力|言语|多重)(?:[一二三四1-4]级|残)"
)
_IS_ILL = (
    "艾滋|HIV|精神(?:障碍|病|分裂|失常|异常)|癌|肿瘤|白血病|尿毒症|透析|肝炎|结核|梅毒|抑郁|癫痫|脑梗|中风|贫血|糖尿病|高血压|心脏病|"
    "患有?[^者]|[^疾大看治防得生去]病(?=$|[、，（(;；\\s])|重病|大病|慢性病|住院|阳性|"
    "怀孕|孕\\d|孕期|流产|引产|结扎|吸毒|戒毒"
)
_STATE = re.compile(f"{_IS_POOR}|{_IS_DISABLED}|{_IS_ILL}")
"""What a cell says of one person."""

_CHILD = re.compile(
    "未成年|孤儿|儿童|幼儿|留守|困境|小学|初中|中学|高中|中小学|少先队|少年|学籍|年级|[一二三四五六七八九]\\s?[(（]?\\d?[)）]?班|新生|学生|入学|入园|入托|监护人|就读|"
    "班级|转学|中考|小升初|月龄|托班|托育|婴幼儿|宝宝"
)
_CHILD_HEAD = re.compile("学生|新生|儿童|幼儿|婴|宝宝|孤儿|未成年|孩子|年级|班级|就读|监护人|学籍|家长|被收养")
_WORKS_HEAD = re.compile("职务|职称|岗位|任教|任课|执教|所教|班主任|毕业(?!幼儿园|小学)")
"""Heads of classes and schools in which somebody teaches or was taught."""

_OWN_HEAD = re.compile(
    "残疾(?:等级|类别|类型|证|程度|种类)|病[种情名因]|诊断|致[贫困残]|困难(?:原因|类型|情形|情况|程度)|救助(?:原因|类型|类别|金额|事由|金|标准)|低保(?:类别|金|证|类型|等级)|户类型|危房等级|"
    "供养(?:金额|标准|金)|家庭情况|健康状况|贫困(?:类型|原因)|伤残|残情|孕"
)
"""Heads that say something of everybody whose name stands in the row."""

_STAFF = re.compile(
    "志愿者|医师|医生|教师|工作人员|专家|拟录用|招聘|选调|评委|裁判|社工|护理员|先进个人|劳动模范|道德模范|表彰|拟聘|代表|委员|干部|驻村|责任人|帮扶人|联系人|"
    "评估师|执业|培训机构|定点医疗机构|值班"
)
_POST_HEAD = re.compile("职务|职称|分管|岗位|科室|职位|任职|专长|擅长|任教|任课|课题|法定代表|帮扶户数|包保|主讲|职责")
_GUARDIANS = re.compile("监护人|家长|户主|申请人")
_AGE_HEAD = re.compile("(?:实际|周|现)?(?:年龄|周岁|岁数|月龄)(?:[(（].*)?")
_BIRTH_HEAD = re.compile("出生|生日")
_BORN_LATELY = re.compile(r"20(?:1\d|2\d)(?!\d{3})")
_SCHOOL_HEAD, _SCHOOL = re.compile("(?:录取|就读|报名|所在|入学)(?:学校|园所)"), re.compile("小学|初中|幼儿园")
_LIST = re.compile("名单|花名册|公示|发放|清册|明细|一览|台账|对象")
_LONGEST_CELL = 24


def is_name_head(head: str) -> bool:
    """Whether names of persons stand under ``head``."""
    return bool(_NAME_HEAD.fullmatch(head)) and not _OTHERS.search(head)


def under_head(name: str, head: str, title: str = "") -> Kind | None:
    """What the head of a column alone, or what the list is about, makes of a full name."""
    if not head or not is_name_head(head) or not is_name(name):
        return None
    if _CHILD_HEAD.search(head) and not _GUARDIANS.search(head.replace("被监护人", "孩子")) and not GROWN.search(head):
        return Kind.MINOR
    is_poor = HARDSHIP.search(head) or re.search(f"(?:{_WHO})(?:对象|人员|户|家庭|群众|人)", head)
    is_about = HARDSHIP.search(title) and not _STAFF.search(title)
    return Kind.HARDSHIP if is_poor or is_about else None


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
    is_list_of_poor = bool(_OWN_HEAD.search(all_heads)) or (bool(HARDSHIP.search(about)) and not is_of_staff)
    is_young = bool(_CHILD.search(about)) and not GROWN.search(about) and not _WORKS_HEAD.search(all_heads)
    age = next((place for place, head in enumerate(heads) if _AGE_HEAD.fullmatch(head)), None)
    named = {place for place in places if _are_names(table, place)}
    for number, row in enumerate(table.rows):
        others = [cell.text for place, cell in enumerate(row) if cell and place not in places]
        is_said = is_list_of_poor or (not is_of_staff and _says_hardship(others))
        own = _age(row, age, heads)
        is_pupil = is_young or (not is_of_staff and own is None and (_says_childhood(others) or _is_young(row, heads)))
        for place in places:
            cell = row[place] if place < len(row) else None
            if cell and (is_name(cell.text) or (place in named and could_be_name(cell.text))):
                kind = _kind(heads[place], is_said, is_pupil, own)
                if kind:
                    yield number, place, kind, masked_name(cell.text)


def _are_names(table: Table, place: int) -> bool:
    """Whether most of what stands in a column can be told to be names."""
    texts = [cell.text for row in table.rows if place < len(row) and (cell := row[place]) and cell.text.strip()]
    return len(texts) > 1 and 2 * sum(map(is_name, texts)) >= len(texts)


def _age(row: Row, place: int | None, heads: Sequence[str]) -> int | None:
    """The age that stands in the column for it, in full years."""
    cell = row[place] if place is not None and place < len(row) else None
    if cell is None or place is None:
        return None
    text = cell.text.strip()
    if text.isdecimal() and len(text) <= 3:
        return 0 if "月" in heads[place] else int(text)
    return age_in(text)


def _kind(head: str, is_poor: bool, is_pupil: bool, age: int | None) -> Kind | None:
    is_child = age is not None and age < ADULT
    if not _GUARDIANS.search(head.replace("被监护人", "孩子")) and (is_child or (is_pupil and age is None)):
        return Kind.MINOR
    return Kind.HARDSHIP if is_poor else None


def _says_hardship(texts: list[str]) -> bool:
    return any(_STATE.search(text) or is_hard(text) for text in texts if len(text) <= _LONGEST_CELL)


def _says_childhood(texts: list[str]) -> bool:
    return any(says_child(text) for text in texts if len(text) <= _LONGEST_CELL and not GROWN.search(text))


def _is_young(row: Row, heads: Sequence[str]) -> bool:
    """Whether the columns of birth or of the school say so."""
    return any(
        (_BIRTH_HEAD.search(head) and _BORN_LATELY.match(cell.text.strip()))
        or (_SCHOOL_HEAD.search(head) and _SCHOOL.search(cell.text))
        for head, cell in zip(heads, row, strict=False)
        if cell
    )


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
        if _says_childhood(others) and not any(map(GROWN.search, others)):
            kind = Kind.MINOR
        elif is_about or _says_hardship(others):
            kind = Kind.HARDSHIP
        if kind:
            yield number, names[0], kind, masked_name(_text(row, names[0]))


def _text(row: Row, place: int) -> str:
    cell = row[place]
    return cell.text if cell else ""
