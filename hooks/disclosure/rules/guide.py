"""政府信息公开指南 and the column's own rules on applications say what the regulation of 2019 says, not that of 2007."""

from __future__ import annotations

import re

from disclosure.column import Column
from disclosure.model import RulePage
from disclosure.passages import Passage, Source
from disclosure.problems import Family, Latitude, Severity
from disclosure.rules.registry import Findings, TextFindings, rule, text_rule

_FAMILY = Family.COMPLETENESS
_SENTENCE = re.compile(r"[^。；;！？\n]+")

_OLD_REGULATION = re.compile(
    r"国务院(?:第|令第|令)\s*492\s*号|492\s*号(?:国务院)?令|2007年4月5日|2008年5月1日起?(?:正式)?(?:施行|实施|生效|起施行)"
)
_NEW_REGULATION = re.compile(r"711\s*号|2019年(?:4月3日|5月15日)")

_OLD_TERM = re.compile(r"(?:15|十五)\s*个?工作日")
_OF_ANSWER = re.compile("答复|收到(?:政府信息公开)?申请之?日|延长")
_OF_OTHERS = re.compile("第三方|征求|意见|征询|协商|共同制作|其他行政机关|复议|诉讼|投诉|举报|补正|缴")

_PURPOSE = re.compile(
    "(?:所需|申请|获取|需要)?(?:的)?(?:政府)?(?<!个人)信息的?(?:用途|使用目的)|用途(?:说明|证明|描述)"
    "|(?:说明|填写|写明|提供|注明|描述|载明)[^。；;，,\\n]{0,12}用途"
    "|生产、生活、科研等特殊需要"
)
_DENIED = re.compile("(?:不|无需|毋需|无须|免|未)[^。；;，,\\n]{0,16}$")

_FEES = re.compile(
    "工本费|检索费|复制费|复印费|(?:检索|复制)、?(?:复制|邮寄|检索)?(?:、邮寄)?等?(?:成本)?费用?|成本费用?|邮寄费"
)
_CHARGED = re.compile("[收交缴]|费用?(?:标准)?[:：]|承担|支付")

_CHOICE = re.compile("复议[^。；;\\n]{0,24}(?:或者?|也可以?|、|亦可)[^。；;\\n]{0,24}诉讼")
_REVIEW_FIRST = re.compile(
    "先(?:依法)?(?:行|向)?[^。；;\\n]{0,24}复议|复议前置|前置[^。；;\\n]{0,6}复议|应当(?:依法)?申请行政复议"
)

_ELEMENTS = {
    "政府信息的分类": re.compile("分类|类别|主题|体裁|栏目"),
    "编排体系": re.compile("编排|索引号|目录|排列|按照|依照"),
    "获取方式": re.compile("获取|查阅|查找|查询|检索|申请"),
}


@text_rule(
    "guide-old-regulation",
    "指南要依据2019年修订的条例（国务院令第711号）",
    norm="国务院令第711号",
    family=_FAMILY,
    latitude=Latitude.FULL,
    advice="把依据改成“《中华人民共和国政府信息公开条例》（国务院令第711号）”，再对照新条例核对期限、收费和救济渠道。",
    bad="根据《政府信息公开条例》（国务院令第492号）编制本指南",
    good="根据《中华人民共和国政府信息公开条例》（国务院令第711号）编制本指南",
)
def guide_old_regulation(passage: Passage, column: Column) -> TextFindings:
    """A text that names the regulation of 2007 names that of 2019 as well."""
    if _is_of_guide(passage, column) and not _NEW_REGULATION.search(passage.text):
        for found in _OLD_REGULATION.finditer(passage.text):
            yield (
                found.start(),
                f"“{found[0]}”是2007年的旧条例，2019年5月15日起施行的是国务院令第711号；请改正，并对照新条例核对全文",
            )


@text_rule(
    "guide-old-term",
    "答复申请的期限是20个工作日",
    norm="条例第三十三条",
    family=_FAMILY,
    latitude=Latitude.FULL,
    advice="答复和延长都改成20个工作日；第三方提出意见的期限仍然是15个工作日。",
    bad="自收到申请之日起15个工作日内予以答复",
    good="自收到申请之日起20个工作日内予以答复；需要延长的，延长的期限最长不超过20个工作日",
)
def guide_old_term(passage: Passage, column: Column) -> TextFindings:
    """No sentence about the answer says 15 working days; third parties still have them."""
    if not _is_of_guide(passage, column) or "工作日" not in passage.text:
        return
    for sentence in _SENTENCE.finditer(passage.text):
        found = _OLD_TERM.search(sentence[0])
        if found and _OF_ANSWER.search(sentence[0]) and not _OF_OTHERS.search(sentence[0]):
            yield (
                sentence.start() + found.start(),
                f"答复申请的期限写的是“{found[0]}”，这是2007年旧条例的规定；现在是20个工作日，延长最长也是20个工作日，请改正",
            )


@text_rule(
    "guide-purpose",
    "申请公开不要求说明用途",
    norm="条例第二十九条",
    family=_FAMILY,
    latitude=Latitude.FULL,
    advice="指南、申请表里要求填写用途、说明特殊需要的，都删去；申请只写三项：申请人、要什么信息、怎样获取。",
    bad="申请人应当填写所需信息的用途",
    good="申请只写三项内容，不要求说明用途",
)
def guide_purpose(passage: Passage, column: Column) -> TextFindings:
    """Nobody is asked what he wants the information for, in the guide or in its forms."""
    if not _is_of_guide(passage, column):
        return
    for found in _PURPOSE.finditer(passage.text):
        before = passage.text[max(0, found.start() - 24) : found.start()]
        if not _DENIED.search(before) and not _DENIED.search(found[0].partition("用途")[0]):
            yield (
                found.start(),
                f"“{found[0]}”是2007年旧条例的要求；现在申请公开不要求说明用途、特殊需要，请删去",
            )


@text_rule(
    "guide-fees",
    "提供政府信息不收检索、复制、邮寄费用",
    norm="条例第四十二条、国办函〔2020〕109号",
    family=_FAMILY,
    latitude=Latitude.FULL,
    advice="删去旧的收费；只有数量、频次明显超过合理范围的，可以收信息处理费，按国办函〔2020〕109号写。",
    bad="提供政府信息收取检索费、复制费、邮寄费",
    good="提供政府信息不收取费用；数量、频次明显超过合理范围的，可以收取信息处理费",
)
def guide_fees(passage: Passage, column: Column) -> TextFindings:
    """No cost of searching, copying or sending is charged; to say that none is charged is right."""
    if not _is_of_guide(passage, column) or "费" not in passage.text:
        return
    for found in _FEES.finditer(passage.text):
        before = passage.text[max(0, found.start() - 24) : found.start()]
        around = passage.text[max(0, found.start() - 24) : found.end() + 16]
        if _CHARGED.search(around) and not _DENIED.search(before) and not _is_denied_after(passage.text, found.end()):
            yield (
                found.start(),
                f"“{found[0]}”是2007年旧条例的收费；现在提供政府信息不收取费用，只可以依法收取信息处理费，请改正",
            )


@rule(
    "guide-remedy",
    "指南要写明对不予公开不服的先申请行政复议",
    Severity.WARNING,
    norm="行政复议法第二十三条第一款第四项",
    family=_FAMILY,
    advice="写明：申请公开，行政机关不予公开的，应当先依法申请行政复议，对复议决定不服的再提起行政诉讼。",
    bad="对答复不服的，可以依法申请行政复议或者提起行政诉讼（没有别的说明）",
    good="行政机关决定不予公开的，应当先依法申请行政复议；对行政复议决定不服的，再提起行政诉讼",
)
def guide_remedy(column: Column) -> Findings:
    """A guide that names review and lawsuit side by side says somewhere that a refusal goes to review first."""
    if any(_REVIEW_FIRST.search(page.body) for page in column.guide):
        return
    for page in column.guide:
        for found in list(_CHOICE.finditer(page.body))[:1]:
            yield (
                page.origin.path,
                page.body_line + page.body.count("\n", 0, found.start()),
                "只写了可以申请行政复议或者提起行政诉讼；2024年起对不予公开不服的，应当先申请行政复议，请写明",
            )


@rule(
    "guide-incomplete",
    "指南要写明政府信息的分类、编排体系和获取方式",
    Severity.WARNING,
    norm="条例第十二条第二款",
    family=_FAMILY,
    advice="补上缺的内容；工作机构的名称、地址、时间、电话、传真和网上联系方式由程序从 column.yml 列出，不用写。",
    bad="（指南只有工作机构的联系方式）",
    good="（指南写明信息怎样分类、索引号怎样编、怎样查阅、怎样申请）",
)
def guide_incomplete(column: Column) -> Findings:
    """The pages of the guide say together what Art. 12 asks of it besides the facts about the office."""
    whole = "".join(page.body for page in column.guide)
    missing = [name for name, words in _ELEMENTS.items() if not words.search(whole)]
    if column.guide and missing:
        page = next((each for each in column.guide if each.slug == "index"), column.guide[0])
        yield page.origin.path, page.body_line, f"指南里没有写{'、'.join(missing)}；条例要求指南写明，请补上"


def _is_of_guide(passage: Passage, column: Column) -> bool:
    """Whether ``passage`` is of the guide, of a rule that the column's own level made, or of a file beside them."""
    writing = passage.writing
    if writing is None or passage.source is Source.FIELD:
        return False
    if isinstance(writing, RulePage):
        return writing.level is column.info.level and "公开" in writing.title
    return writing.origin.path.startswith("content/guide/")


def _is_denied_after(text: str, place: int) -> bool:
    """Whether the clause goes on to say that nothing is charged (检索、复制、邮寄费用一律不收)."""
    clause = re.split(r"[，,。；;\n]", text[place : place + 24], maxsplit=1)[0]
    return bool(re.search("不[收予]|免|没有收|取消", clause))
