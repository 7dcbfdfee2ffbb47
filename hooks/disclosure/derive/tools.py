"""What helps people to read the pages: each tool, how it is used in a sentence, and whether it needs JavaScript."""

from __future__ import annotations

from disclosure.derive.pieces import Fact, FactTable, Link

_NEEDS = "要浏览器开着 JavaScript（一般都开着）。"
_FREE = "不开 JavaScript 也能用。"
_KEPT = f"{_FREE}开着 JavaScript 时，换到别的页面仍然有效。"
_TOOLS = {
    "搜索": (
        "在页面上方的框里写几个字或者文号，点“搜索”，就在全部文件里找；找到的可以按年份、机关等缩小范围。",
        f"{_NEEDS}没有开的，可以从目录和网站地图里找。",
    ),
    "长者模式": (
        "点页面上方的“长者模式”，字和按钮变大，排成一列，次要的按钮和说明收起来；再点一次就恢复。",
        _KEPT,
    ),
    "字号": ("在页面上方选“标准”“大”“特大”，手机上先点“字号和颜色”。", _KEPT),
    "高对比度": ("点“高对比度”（手机上先点“字号和颜色”），变成黑底白字、黄色链接；再点一次就恢复。", _KEPT),
    "朗读": (
        "点“朗读”，把正文读给您听，读到哪一句就标出哪一句，可以暂停、停止、调快调慢；浏览器没有装中文语音时，不显示这个按钮。",
        _NEEDS,
    ),
    "打印": (
        "点“打印”，在 A4 纸上只印正文；也可以按 Ctrl 和 P 键（苹果电脑按 ⌘ 和 P 键）。",
        f"按键盘打印，{_FREE}按钮{_NEEDS}",
    ),
    "二维码": ("在电脑上点“二维码”，用手机扫一扫，就在手机上打开同一页；手机上和长者模式里没有这个按钮。", _FREE),
    "复制链接": ("点“复制链接”，再粘贴到短信或者聊天里，把这一页发给别人；长者模式里没有这个按钮。", _NEEDS),
    "键盘操作": (
        "按 Tab 键到下一个链接或者按钮，按 Enter 键打开，按空格键选中；打开一页后先按 Tab 键，再按 Enter 键，就跳到正文。",
        _FREE,
    ),
    "打电话问": ("每一页下方都有电话；用手机时，点号码就能拨打。", _FREE),
}

TOOLS = FactTable(
    caption="本站的辅助工具",
    facts=tuple(Fact(name, tuple(Link(sentence) for sentence in sentences)) for name, sentences in _TOOLS.items()),
)
"""A table of all tools, for /accessibility/."""
