"""家庭住址 down to the door; what leads to an office, a shop or a project is none."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from disclosure.measures.private.context import Around
from disclosure.measures.private.kinds import Found, Kind
from disclosure.measures.private.names import SURE_NAME, is_name, names_a_person
from disclosure.measures.private.signs import lines_with
from disclosure.measures.private.surnames import SURE

_DIGIT, _DASH = "[0-9０-９]", "[-－—–]"
_N = rf"(?:[A-Za-zＡ-Ｚ]?{_DIGIT}{{1,5}}[A-Za-z甲乙丙丁]?|[一二三四五六七八九十百零〇]{{1,5}}|[甲乙丙丁A-Z])"
_B = rf"[ \t\u3000]?{_DASH}?[ \t\u3000]?"
_BLOCK = rf"{_N}{_B}(?:号楼|栋楼?|幢楼?|座|[#＃]楼?|号院|楼(?!层)|排){_B}"
_UNIT = rf"(?:{_N}{_B}(?:单元|门洞|门|梯)|[东西南北中]单元){_B}"
_FLOOR = rf"(?:{_N}{_B}[楼层]{_B})?"
_LAST = rf"(?:{_N}{_B}(?:室|号(?!楼|院)房?|房(?!屋))|{_DIGIT}{{3,4}}户|[东西南北中]户|{_DIGIT}{{2,4}}(?!{_DIGIT}|[户个套层家名人间米平㎡年月日]))"
_IN_UNIT = rf"{_UNIT}{_FLOOR}(?:{_LAST})?|{_DIGIT}{{1,2}}{_DASH}{_DIGIT}{{3,4}}(?!{_DIGIT})|{_LAST}"
_FLAT = (
    rf"(?:{_DIGIT}{{1,5}}(?:{_DASH}{_DIGIT}{{1,3}})?号{_B})?(?:{_BLOCK}){{1,2}}(?:{_IN_UNIT})|{_UNIT}{_FLOOR}{_LAST}"
)
_DASHED = rf"(?<![0-9A-Za-z－—–-]){_DIGIT}{{1,3}}{_DASH}{_DIGIT}{{1,2}}{_DASH}{_DIGIT}{{3,4}}(?![0-9A-Za-z-])室?"
_VILLAGE = (
    rf"第?{_N}{_B}(?:村民小组|村民组|小组|组|生产队|队|社){_B}(?:门牌|附)?{_N}{_B}号"
    rf"|(?<=[村屯庄寨湾沟组坪])(?:门牌)?{_DIGIT}{{1,5}}(?:{_DASH}{_DIGIT}{{1,3}})?号"
)
_ROOM = rf"(?:{_DIGIT}{{1,4}}弄)?{_DIGIT}{{1,5}}号(?:附{_DIGIT}{{1,3}}号)?{_B}(?:{_DIGIT}{{1,4}}{_B}[室户]|{_DIGIT}{{1,2}}楼)"
_STREET = rf"(?:{_DIGIT}{{1,4}}弄)?{_DIGIT}{{1,5}}(?:{_DASH}{_DIGIT}{{1,4}})?号(?:附{_DIGIT}{{1,3}}号?|{_DIGIT}{{3,4}}(?![0-9０-９年月日元人户米平]))?"
_DOOR = re.compile(
    rf"(?P<flat>{_FLAT})|(?P<dashed>{_DASHED})|(?P<village>{_VILLAGE})|(?P<room>{_ROOM})|(?P<street>{_STREET})"
)
_HINT = re.compile(
    rf"{_DIGIT}[ \t\u3000]?{_DASH}?[ \t\u3000]?(?:号|室|户|栋|幢|单元|座|弄|组|房|队|社|[#＃])"
    rf"|[一二三四五六七八九十][ \t\u3000]?(?:单元|栋|幢|组|队|社|座|号楼)|{_DIGIT}{_DASH}{_DIGIT}{{1,2}}{_DASH}{_DIGIT}{{3}}"
)
_NO_DOOR = re.compile(
    "线|楼(?!上)|房屋|地块|文|令|院|公告|决定|提案|建议|宗|公路|国道|站|井|机|卡|码|台风|泵|桥|店|馆|厂|门|窗|桌|标"
)
"""What follows 12号 where it is the number of something else."""

_BREAKS = re.compile(r"[：:，,。；;、\s|（(【\[“\"'>＞！？!?《]")
_PLACE = re.compile(
    "小区|花园|家园|公寓|新村|新城|园|苑|庭|府|城|湾|里|巷|弄|胡同|街|路|大道|村|社区|庄|屯|寨|院|坊|居|墅|宿舍|家属楼|安置|镇|乡|区|县|坪|沟|坝|组|队|郡|墅|名都|天地|阁"
)
_HOME_WORDS = re.compile(
    "住址|家中[：:]|家庭(?:地址|住处|所在)|户籍(?:地|所在地|地址|住址)?|户口(?:所在地|地址|登记地)|送达地址|"
    "现居|居住地|居住于|居住在|家住|您家|现住|常住|原住|祖居|租住|借住|暂住|家在|"
    "(?:您|你|其|申请人|当事人|本人)(?:提供|预留|填写)的(?:通[讯信]|联系|邮寄)?地址|"
    "(?:收养人|监护人|户主|承租人|患者)住所[：:]|[\u4e00-\u9fff]{1,3}家[（(]|"
    r"住所地?[：:]?(?=.{0,3}\Z)|(?:^|[，,；;。、\s（(|])住(?:在|于|[:：])?(?![房建宅宿院户所])"
)
_LIVES = re.compile(rf"({SURE_NAME})住(?![房建宅宿院户所])")
_HOME_AFTER = re.compile(
    rf"[（(]?(?:当事人|本人|其)?家中?[)）]|[{SURE}]家(?=[，,。；）])|.{{0,3}}(?:住户|户主|村民|居民|家中|家里|住宅|的?业主)"
)
_HOME_HEAD = re.compile("住址|家庭|户籍|户口|居住|现住|住户|住处|送达地址")
_LETTER_HEAD = re.compile("通[讯信]地址|联系地址")
"""Heads of addresses of persons as well as of offices."""

_ADDRESS_HEAD = re.compile("地址|门牌|房号")
_NO_HOME = re.compile(
    "公司|局|中心|委员会|办公|大厦|大楼|政府|法院|检察院|派出所|服务|营业|经营|注册|商铺|门面|店|厂(?!宿舍|家属)|市场|写字楼|科技园|产业园|工业园|广场|"
    "医院|学校|小学|中学|大学|银行|支行|项目|工程|窗口|受理|报名|地点|会议|坐落|座落|标的|拍卖|出租|招租|竞|出让|起拍|评估|产权|不动产|抵押|查封|"
    "征收|拆迁|备案|事务所|律师|协会|单位|机构|邮寄|邮编|邮政编码|寄送|接收|查阅|资质|养老|幼儿园|宾馆|酒店|救助站|殡仪|站点|诊所|药房|餐饮|信箱|考点|考场|"
    "党群|居委|村委|卫生|警务|网格|物业|充电|电梯|消防|路灯|阅览|书屋|驿站|仓库|基地|园区|开发区"
)
_STOCK = re.compile("房源|公租房|廉租房|平方米|㎡|户型|建筑面积|套内|租金|起拍|楼层|单价|标的|套数|总层|坐落|不动产")
_KEPT = re.compile(r"(?:街道|镇|乡|苏木|社区|村(?:民?委(?:员?会)?)?|嘎查)(?!路|街|巷|里|小区|花园|民)")
_NUMERALS = re.compile(r"[0-9０-９一二三四五六七八九十百零〇A-Za-z]+")
_PERSON = re.compile(r"[男女][，,、 |]|\d岁|身份证|手机|1[3-9]\d{9}|户主|村民|居民|住户|承租人|本人|姓名")
_WORDS_FIRST = re.compile(
    "[^，,。]*?(?:家住|现住|原住|常住|祖居|住在|住于|居住在|居住于|位于|租住|借住|暂住|送达地址|住址|地址|住所地?|户籍地?|住(?![房建宅宿院户所]))(?:地址|为|是|在)?"
)
"""What stands before the first name of a place, as who lives there."""

_LITTLE_WORD = re.compile("了|将|把|位于|来到|(?<!所)在(?!线)|前往|搬到|迁往|送至|送到|寄至|寄到|转入|逼进|走进|的|是")
"""Words that are no part of an address."""

_TO_ANOTHER = re.compile(rf"[ ]?(?:至|到|、|~|～){_DIGIT}")
"""1单元至3单元: what is meant is a building."""

_LEAD, _NOTHING = 40, "\u200b \t\u3000\xa0"


def homes(text: str, around: Callable[[int, int], Around]) -> Iterator[Found]:
    """Every address of a home in ``text``."""
    doors = (match for start, end in lines_with(_HINT, text) for match in _DOOR.finditer(text, start, end))
    for match in doors:
        lead_from = _beginning(text, match.start())
        lead = text[lead_from : match.start()]
        place = around(lead_from, match.end())
        if _is_home(match, lead, place):
            words = _WORDS_FIRST.match(lead)
            start = lead_from + (words.end() if words and _PLACE.search(lead, words.end()) else 0)
            yield Found(Kind.HOME, start, match.end(), _masked(text[start : match.start()], match[0]))


def _beginning(text: str, end: int) -> int:
    """Where the address begins to whose door the text up to ``end`` leads."""
    lead = text[max(0, end - _LEAD) : end]
    breaks = [match.end() for match in _BREAKS.finditer(lead.rstrip())]
    begin = max(0, end - _LEAD) + (breaks[-1] if breaks else 0)
    little = [match.end() for match in _LITTLE_WORD.finditer(text, begin, end)]
    begin = little[-1] if little and _PLACE.search(text, little[-1], end) else begin
    while begin < end and text[begin] in _NOTHING:
        begin += 1
    return begin


def _masked(lead: str, door: str) -> str:
    """The address down to the township or village; if it names none, without its numbers."""
    kept = [each.end() for each in _KEPT.finditer(lead + door[:1])]
    return lead[: kept[-1]] + "****" if kept else _NUMERALS.sub("*", lead + door)


def _is_home(match: re.Match[str], lead: str, place: Around) -> bool:
    if not _PLACE.search(lead):
        return False
    if not match["flat"] and not match["dashed"] and _NO_DOOR.match(place.after):
        return False
    said = re.split("[。；;]", place.before[-16:])[-1] + lead
    if _TO_ANOTHER.match(place.after):
        return False
    if _HOME_AFTER.match(place.after):
        return True
    if _HOME_WORDS.search(said) or _HOME_HEAD.search(place.head):
        return not (_ADDRESS_HEAD.search(place.head) and _NO_HOME.search(place.head))
    if any(is_name(who[1]) for who in _LIVES.finditer(said)):
        return True
    row = place.row.replace(match[0], " ")
    if _LETTER_HEAD.search(place.head) and not _NO_HOME.search(row):
        return names_a_person(row)
    if match["street"] or any(_NO_HOME.search(part) for part in (said, place.after[:12], place.head)):
        return False
    is_beside_a_person = bool(_PERSON.search(row)) or names_a_person(row)
    if match["room"]:
        return is_beside_a_person and "室" in match[0]
    return is_beside_a_person or ("单元" in match[0] and not place.head and not _STOCK.search(place.row))
