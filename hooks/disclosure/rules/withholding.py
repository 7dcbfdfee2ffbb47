"""What is withheld: on which article it rests, and that somebody looks at it again."""

from __future__ import annotations

import re
import unicodedata

from disclosure.column import Column
from disclosure.model import Openness
from disclosure.problems import Family, Limit, Severity
from disclosure.rules.registry import Findings, rule

REASSESSED = Limit("openness-reassessment", "天数", 400, "不公开的文件审核以后过了多少天就要再评估")

_OTHER_LAW = re.compile("《(?!中华人民共和国政府信息公开条例|政府信息公开条例|条例)[^《》]*》[^，,。；;、]*")
_GROUND = re.compile("第?(十四|十五|十六|14|15|16)条")
_MODE = re.compile("第?(?:十三|二十七|13|27)条")
"""Articles by which what is neither published nor secret is given to those who ask for it."""
_SIXTEENTH = ("十六", "16")
_PARAGRAPH = re.compile("第?[一二12]款|内部|人事|后勤|流程|讨论|过程|磋商|请示|案卷")


@rule(
    "openness-ground-article",
    "公开依据要写到《条例》第十四条至第十六条的哪一条、哪一款",
    Severity.WARNING,
    norm="条例第十三条至第十六条",
    family=Family.OPENNESS,
    advice="写成“条例第十六条第二款，过程性信息”这样；依申请公开的可以写第二十七条；不属于这几条的，应当主动公开。",
    bad="公开依据: 涉及内部工作，不宜公开",
    good="公开依据: 条例第十六条第一款，内部工作流程",
)
def openness_ground_article(column: Column) -> Findings:
    """The ground is one of the articles that let an organ withhold something; of Art. 16, one of its two paragraphs."""
    for document in column.documents:
        ground = document.openness_ground
        if document.is_public or not ground:
            continue
        plain = _OTHER_LAW.sub("", unicodedata.normalize("NFKC", ground))
        named = set(_GROUND.findall(plain))
        path, line = document.origin.path, document.origin.line_of("openness_ground")
        if not named and not (document.openness is Openness.ON_APPLICATION and _MODE.search(plain)):
            yield path, line, f"公开依据“{ground}”没有写明是《条例》第十四条、第十五条还是第十六条；请写明哪一条"
        elif named and named <= set(_SIXTEENTH) and not _PARAGRAPH.search(plain):
            yield (
                path,
                line,
                f"公开依据“{ground}”没有写明是第十六条的哪一款；内部事务写第一款，过程性信息和执法案卷写第二款",
            )


@rule(
    "openness-reassessment",
    "不公开的文件要定期评估，能公开了的要公开",
    Severity.NOTICE,
    norm="条例第十八条",
    family=Family.OPENNESS,
    advice="重新审核：还不能公开的，把“审核”的日期改成这一次的；能公开了的，改“公开属性”。",
    bad="不予公开的文件，上一次审核是三年以前",
    good="每年审核一次，“审核”写最近一次的日期",
    limits=(REASSESSED,),
)
def openness_reassessment(column: Column) -> Findings:
    """What is withheld was looked at again within the time."""
    days = column.checks.limit(REASSESSED)
    for document in column.documents:
        age = (column.today - document.review.day).days
        if not document.is_public and age > days:
            yield (
                document.origin.path,
                document.origin.line_of("review"),
                f"公开属性是“{document.openness}”，上一次审核在 {document.review.day}，已经 {age} 天；请重新评估能不能公开",
            )
