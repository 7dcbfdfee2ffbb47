"""Papers of others that a column only repeats: their makers answer for the term (条例 Art. 10), not the column.

Only clear signs count: 来源 names a site, a paper or a superior that is not of this column, or a department or township
repeats what a government made.
"""

from __future__ import annotations

import re

from disclosure.column import Column
from disclosure.model import Document, Level

_ELSEWHERE = re.compile(
    r"(?:网|网站|日报|晚报|新华社|电视台|公众号|客户端)$|国务院|国家|^[省部]|省人民政府|省政府|法律法规数据库"
)
_OWN_SITE = re.compile(r"^本")
_GOVERNMENT = re.compile(r"人民政府(?:办公[室厅])?$")
_SMALL = (Level.DEPARTMENT, Level.TOWNSHIP)


def is_repost(column: Column, document: Document) -> bool:
    """Whether ``document`` clearly is another's paper that was published before."""
    return _is_from_elsewhere(column, document.source or "") or _is_of_a_government_above(column, document)


def _is_from_elsewhere(column: Column, source: str) -> bool:
    if not _ELSEWHERE.search(source) or _OWN_SITE.search(source):
        return False
    own = {name for organ in column.organs for name in (organ.name, organ.short_name) if name}
    return not any(name in source for name in own | {column.info.site_name or column.info.organ.name})


def _is_of_a_government_above(column: Column, document: Document) -> bool:
    lead = document.issuers[0]
    is_own = column.info.organ in document.issuers or column.info.organ.name in lead.name
    return column.info.level in _SMALL and not is_own and bool(_GOVERNMENT.search(lead.name))
