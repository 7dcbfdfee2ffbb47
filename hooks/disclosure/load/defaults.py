"""What a column need not write itself."""

from disclosure.model import Genre, Numbering

_USUAL = {
    Numbering.REQUIRED: {
        "decision": "决定",
        "opinion": "意见",
        "notice": "通知",
        "circular": "通报",
        "reply": "批复",
        "letter": "函",
    },
    Numbering.OPTIONAL: {
        "resolution": "决议",
        "order": "命令（令）",
        "communique": "公报",
        "announcement": "公告",
        "public-notice": "通告",
        "report": "报告",
        "request": "请示",
        "bill": "议案",
        "minutes": "纪要",
    },
}

USUAL_GENRES = tuple(
    Genre(id=id_, name=name, numbering=numbering)
    for numbering, genres in _USUAL.items()
    for id_, name in genres.items()
)
"""The 15 kinds of official paper (《党政机关公文处理工作条例》 Art. 8), for a column without genres.yml."""
