"""Mailboxes at hosts where anybody has one: whose they are is told by their names and by what stands around them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from disclosure.measures.private.context import Around
from disclosure.measures.private.kinds import Found, Kind
from disclosure.measures.private.names import ANY_NAME, is_name, names_a_person

_AT = r"(?:@|\s@\s|\s?[(（\[]\s?(?:at|AT|@)\s?[)）\]]\s?|#(?=(?:qq|163|126|139|sina|gmail|foxmail)\.))"
_MAIL = re.compile(
    rf"(?<![A-Za-z0-9._+*＊-])([A-Za-z0-9][A-Za-z0-9._+-]{{1,40}}){_AT}([A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+){{1,4}})"
)
_ANYBODYS = re.compile(
    r"(?:vip\.)?(?:qq|foxmail|163|126|yeah|188|sina|sohu|139|189|wo|aliyun|gmail|googlemail|outlook|hotmail|live|msn|21cn|tom|yahoo|ymail|icloud|263|56|eyou|"
    r"me|mac|aol|proton(?:mail)?|tianya|chinaren|sogou|2980|wo\.com|189\.com|sina\.com|yahoo\.com)\.(?:com|cn|net|me|hk)(?:\.(?:cn|hk|tw))?",
    re.IGNORECASE,
)
"""Where anybody has a mailbox."""

PERSONAL = re.compile(
    "个人邮|私人邮|个人(?:联系|电子|QQ|微信|信箱)|本人|我的|加我|来信人|来信邮箱|写信人|投诉人|举报人|申请人|求职者|考生|家长|"
    "作者|撰稿|通讯员|批注|修改者|修改的?人|保存者|创建者|creator|author|modified\\s?by|manager",
    re.IGNORECASE,
)
_NAMED = re.compile(
    rf"(?:姓名|申请人|投诉人|举报人|户主|学生|当事人|家长|联系人|经办人|填表人)[:：\s|\u200b]{{1,12}}{ANY_NAME}"
)
_APPLICANT = re.compile(rf"(?:申请人|投诉人|举报人)[:：\s|\u200b]{{1,4}}{ANY_NAME}(?=[\s|，,\u200b])")
_TITLED = re.compile(rf"({ANY_NAME})(?:老师|同志|经理|女士|先生|主任|科长|律师)?[，,、：:\s（(|\u200b]{{0,3}}\Z")
_NAME_AFTER = re.compile(rf"[\s，,、|\u200b]{{0,2}}[（(\s，,]\s?({ANY_NAME})(?:收|老师|同志)?(?:[)）。；;，,\s]|\Z)")
_ASKED_FOR = (
    "报名|投稿|举报|监督|监察|征集|征求|反馈|意见|建议|投递|发送|发至|发到|发往|传至|提交|咨询|受理|申报|投诉邮|投诉电|简历|"
    "招聘|报送|订阅|接收|收件|告知|维权|侵权"
)
_WHOSE = (
    "办公|单位|局|中心|科[室)）：:]|股|处[室)）：:]|委|公司|机关|政府|学校|医院|企业|代理|采购|编辑部|组委|秘书处|协会|商会|本站|本网|小编|"
    "公开|官方|指定|群|公众|公用|客服|服务|工作|小程序|平台|交流群|(?<!电子)信箱|信访|网站|站长|运维|热线|传真|联络|会务"
)
OFFICIAL = re.compile(f"{_ASKED_FOR}|{_WHOSE}")
_AMONG_OFFICES = re.compile(
    r"征求意见|征集|意见|反馈|建议|报名|投稿|举报|监督|咨询|邮政编码|邮编|传真|通[信讯]地址|办公(?:电话|地址|时间)|联系地址|单位地址|热线|主办|承办|版权|侵权|侵犯|删除|本[站网]|客服|网址|网站|(?<!\d)0\d{2,3}[-—－)）]\s?\d{7,8}"
)
"""What stands near the mailbox of an office: the rest of its contact data, or what letters are asked for."""

_ORGAN = re.compile(
    "(?:局|委员会|办公室|中心|政府|公司|学校|[小中大]学|医院|站|[研法学]院|合作社|协会|街道办|银行|厂|所|大队|支队|幼儿园|集团|部门|处|科|股)(?=[\\s|，,；;（()）]|$)"
)
_ORGAN_NEXT = re.compile(r"[^，。；;\n]{0,6}[（(][^（）()\n]{2,16}(?:局|委|办|中心|政府|公司|学校|院|站|所|科|股)[)）]")
_MOBILE = re.compile(r"1[3-9]\d{9}")
_OFFICE_WORDS = (
    "jubao|zixun|xinxi|zhengwu|bangong|minzheng|caizheng|jiaoyu|weisheng|tousu|jiandu|xinfang|gongkai|fuwu|renshe|huanbao|anjian|gongan|sifa|"
    "zhaobiao|caigou|zhaopin|bianji|wangzhan|"
    "office|service|info|admin|web|webmaster|hr|contact|support|kefu|news|editor|mail|post|public"
)
_OFFICE_LETTERS = (
    "mzj|rsj|rcb|czj|jyj|jyt|jtj|fgj|fgw|wjw|sfj|gaj|zjj|zjw|nyj|slj|lyj|tjj|sjj|swj|whj|wlj|whg|ybj|jgj|hbj|sthj|zrzy|gtj|ajj|yjj|"
    "xfj|xfb|xzfb|zfb|zwb|dsj|bgs|xxgk|zwgk|gkb|xzfw|zwfw|rmzf|jdb|jdjb|xwb|xcb|zzb|jwj|xjw|zhg|zhc|zhk|ggzy|gjj|tyj|kjj|gxj|jxj|"
    "dwb|zgb|gh|fl|cl|tw|kx|jdjbzx|xxzx|xzx|dcb|zxx|bjb|xzxx|zf|zc"
)
_OF_OFFICE = re.compile(
    rf"(?:{_OFFICE_WORDS})[\d._-]*"
    rf"|[a-z]*[._-]?(?:{_OFFICE_WORDS})\d*"
    rf"|[a-z]{{1,7}}[._-]?(?:{_OFFICE_LETTERS})(?:[a-z]{{0,3}})?[._-]?\d{{0,8}}"
    rf"|(?:{_OFFICE_LETTERS})[a-z]{{0,5}}\d{{0,8}}"
    r"|(?:bgs|xxgk|zwgk|xzfb|rmzf|xxzx|ggzy)\d*"
    r"|[a-z]{2,6}(?:\d{3,4})?[2-8]\d{6,7}"
    r"|[a-z]{2,8}(?:12388|12345|12315)",
    re.IGNORECASE,
)
"""Names of mailboxes that are an office's: its word, or the first letters of its name after those of the place."""

_KEPT, _NEAR, _FAR, _AROUND, _WITH_TAGS = 2, 24, 60, 160, 1000


def mailboxes(text: str, around: Callable[[int, int], Around]) -> Iterator[Found]:
    """Every mailbox in ``text`` that is not an office's."""
    if "@" not in text and "#" not in text and "at" not in text.lower():
        return
    for match in _MAIL.finditer(text):
        if _is_of_a_person(text, match, around(*match.span())):
            yield Found(Kind.CONTACT, *match.span(), f"{match[1][:_KEPT]}****@{match[2]}")


def _is_of_a_person(text: str, match: re.Match[str], place: Around) -> bool:
    """Whether a mailbox is somebody's: a mailbox at such a host is, if nothing says that it is an office's."""
    name, host = match[1], match[2]
    clause = re.split("[。；;\n]", place.before)[-1]
    is_personal = bool(PERSONAL.search(clause[-_NEAR:]) or PERSONAL.search(place.head))
    if not _ANYBODYS.fullmatch(host):
        return is_personal
    if is_personal or _MOBILE.fullmatch(name):
        return True
    if _APPLICANT.search(place.row):
        return True
    if _OF_OFFICE.fullmatch(name):
        return False
    titled = _TITLED.search(clause)
    after = _NAME_AFTER.match(text, match.end(), match.end() + 12)
    if (titled and is_name(titled[1])) or (after and is_name(after[1])):
        return True
    if OFFICIAL.search(clause[-_NEAR:]) or OFFICIAL.search(place.head):
        return False
    is_in_row = bool(place.head) and not place.before.strip()
    said = place.row if is_in_row else place.before.rpartition("\n")[2]
    if _names(said):
        return True
    if is_in_row:
        return not _ORGAN.search(place.row)
    before = text[max(0, match.start() - _WITH_TAGS) : match.start()].replace("\u200b", "")[-_AROUND:]
    after_it = text[match.end() : match.end() + _FAR].replace("\u200b", "")
    if _ORGAN_NEXT.match(after_it):
        return False
    return not (_AMONG_OFFICES.search(before) or _AMONG_OFFICES.search(after_it) or _ORGAN.search(clause))


def _names(text: str) -> bool:
    return names_a_person(text) or bool(_NAMED.search(text))
