"""The organs: what each must say of itself."""

from __future__ import annotations

from disclosure.column import Column
from disclosure.model import Organ
from disclosure.problems import Family, Severity
from disclosure.rules.registry import Findings, rule
from disclosure.terms import label

_SIX = ("duties", "divisions", "address", "hours", "telephone", "head")
"""机关职能、机构设置、办公地址、办公时间、联系方式、负责人姓名; a mailbox is a 联系方式 too."""


@rule(
    "organ-facts",
    "机关的六项信息要写全",
    Severity.WARNING,
    norm="条例第二十条第二项",
    family=Family.COMPLETENESS,
    advice="在 catalogue/organs.yml 里补上缺的几项。",
    bad="机关没有写“办公地址”“联系电话”",
    good="机关职能、机构设置、办公地址、办公时间、联系电话、负责人都写了",
)
def organ_facts(column: Column) -> Findings:
    """An organ says all six facts, whatever its kind; one line names all that are missing."""
    for organ in column.organs:
        origin = column.origins["organs", organ.id]
        missing = [label(Organ, name) for name in _SIX if not _says(organ, name)]
        if missing:
            yield (
                origin.path,
                origin.line,
                f"“{organ.name}”没有写{'、'.join(missing)}；这些信息依法要公开，请补上",
            )


def _says(organ: Organ, name: str) -> bool:
    if name == "telephone":
        return bool(organ.telephone or organ.email)
    if name == "head":
        return bool(organ.head or organ.leaders)
    return bool(getattr(organ, name))
