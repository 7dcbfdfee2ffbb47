"""The ways into the column besides the four parts: what has nothing to show is not offered."""

from __future__ import annotations

from disclosure.derive import addresses
from disclosure.derive.frame import FIELDS, ON_APPLICATION, OPEN_DATA, SEARCH, SUBORDINATES
from disclosure.derive.holdings import Holdings
from disclosure.derive.pieces import Card, Link

CATALOGUE_DOWNLOAD = Link("下载全部目录（CSV 表格，可用 Excel 打开）", addresses.CATALOGUE_FILE)


def ways(holdings: Holdings) -> tuple[Card, ...]:
    """Where else one can look, with a word on what is there."""
    cards = {
        addresses.SEARCH: Card(link=Link(SEARCH, addresses.SEARCH), text="输入几个字或者文号，在全部文件里找"),
        addresses.CATALOGUE: Card(
            link=Link("按年份看目录", addresses.CATALOGUE), text="全部公开文件的目录，一年一页，可以下载"
        ),
        addresses.THEMES: Card(link=Link("按主题找", addresses.THEMES), text="教育、卫生、民政等"),
        addresses.GENRES: Card(link=Link("按体裁找", addresses.GENRES), text="通知、公告、预算等"),
        addresses.INTERPRETATIONS: Card(
            link=Link("政策解读", addresses.INTERPRETATIONS), text="文件看不懂，看图解、问答、文字解读"
        ),
        addresses.BULLETINS: Card(
            link=Link("政府公报", addresses.BULLETINS), text="一期一期刊登的文件，可以整期看、打印、下载"
        ),
        addresses.ORGANS: Card(link=Link("按机关找", addresses.ORGANS), text="各部门的文件和联系方式"),
        addresses.REGISTERS: Card(
            link=Link("查名录清单", addresses.REGISTERS), text="收费、补贴、处罚、项目等，可以筛选和下载"
        ),
        addresses.SUBORDINATES: Card(
            link=Link(SUBORDINATES, addresses.SUBORDINATES), text="下级机关的专栏和它们公开的文件"
        ),
        addresses.DATA: Card(link=Link(OPEN_DATA, addresses.DATA), text="目录、清单和统计表，可以下载 Excel 表格"),
        addresses.TASKS: Card(link=Link("工作任务和进展", addresses.TASKS), text="今年要做什么、谁来做、做到哪一步"),
        addresses.FIELDS: Card(
            link=Link(FIELDS, addresses.FIELDS), text="户籍、养老、救助等 26 个领域，按事项看公开了什么"
        ),
        addresses.APPLY: Card(link=Link(ON_APPLICATION, addresses.APPLY), text="没有找到的信息，可以填表申请"),
    }
    empty = {
        addresses.THEMES: not holdings.by_theme,
        addresses.GENRES: not holdings.by_genre,
        addresses.REGISTERS: not holdings.column.registers,
        addresses.TASKS: not holdings.column.tasks,
        addresses.FIELDS: not holdings.column.field_catalogues,
        addresses.BULLETINS: not holdings.column.bulletins,
        addresses.INTERPRETATIONS: not any(document.interprets for document in holdings.newest),
        addresses.SUBORDINATES: not holdings.column.collected,
    }
    return tuple(card for address, card in cards.items() if not empty.get(address))
