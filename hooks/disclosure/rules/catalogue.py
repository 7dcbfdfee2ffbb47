"""The catalogues themselves."""

from __future__ import annotations

import re

from disclosure.column import Column
from disclosure.model import ItemForm, Level
from disclosure.problems import Family
from disclosure.rules.places import files_at, leads_somewhere
from disclosure.rules.registry import Findings, rule

_SIGNS = "0123456789ABCDEFGHJKLMNPQRTUWXY"
_ADDRESS = re.compile(
    r"(?:statutory/[a-z0-9-]+/\d{4}|rules|about|annual(?:/\d{4})?|guide|tasks|registers|fields|bulletins|subordinates)/[a-z0-9-]+/"
    r"|bulletins/[a-z0-9-]+/whole/"
)
_COLUMN_LEVELS = (Level.CITY, Level.COUNTY, Level.TOWNSHIP, Level.DEPARTMENT)


@rule(
    "credit-code",
    "统一社会信用代码要有 18 位，校验码正确",
    norm="GB 32100",
    family=Family.CATALOGUES,
    advice="对照统一社会信用代码证书改正；数字 0、1 不要写成字母 O、I。",
    bad="统一社会信用代码: 1199O12110026732XE",
    good="统一社会信用代码: 1199012110026732XE",
)
def credit_code(column: Column) -> Findings:
    """The 18th character of a 统一社会信用代码 is the check character of the first 17."""
    for organ in column.organs:
        origin = column.origins["organs", organ.id]
        code, line = organ.credit_code, origin.line_of("credit_code")
        if len(code) != 18 or set(code) - set(_SIGNS):
            yield origin.path, line, f"统一社会信用代码“{code}”不是 18 位数字和大写字母（不含 I、O、S、V、Z）；请核对"
        elif code[17] != check_character(code):
            yield (
                origin.path,
                line,
                f"统一社会信用代码“{code}”的最后一位应当是“{check_character(code)}”；请与登记证书核对",
            )


@rule(
    "withdrawn-address",
    "撤下的地址要写对，去向要存在",
    family=Family.CATALOGUES,
    advice="地址照抄网页的地址，去掉前面的斜线；页面还在的先移走文件，去向写现有的页面。",
    bad="地址: /statutory/fees/2024/shoufei",
    good="地址: statutory/fees/2024/shoufei/",
)
def withdrawn_address(column: Column) -> Findings:
    """An address in withdrawn.yml is one that could have been published and is free; where it leads to exists."""
    for withdrawal in column.withdrawn:
        origin = column.origins["withdrawn", withdrawal.address]
        line = origin.line_of("address")
        if not _ADDRESS.fullmatch(withdrawal.address):
            yield (
                origin.path,
                line,
                f"地址“{withdrawal.address}”不是本站页面的地址；应当像 statutory/fees/2024/shoufei/：前面没有斜线，后面有斜线",
            )
        for path in sorted(files_at(column, withdrawal.address)):
            yield origin.path, line, f"地址“{withdrawal.address}”还有页面；撤下时请把 {path} 移走"
        target = withdrawal.target
        if target and not leads_somewhere(column, target):
            yield (
                origin.path,
                origin.line_of("target"),
                f"去向“{target}”在本站找不到；请写现有页面的地址，或者 https:// 开头的网址",
            )


def is_sound(code: str) -> bool:
    """Whether ``code`` can be a 统一社会信用代码."""
    return len(code) == 18 and not set(code) - set(_SIGNS) and code[17] == check_character(code)


def check_character(code: str) -> str:
    """The check character of the first 17 signs of ``code``: weights 3^i mod 31."""
    total = sum(_SIGNS.index(sign) * pow(3, place, 31) for place, sign in enumerate(code[:17]))
    return _SIGNS[(31 - total % 31) % 31]


@rule(
    "item-link",
    "形式为链接的栏目要写链接",
    family=Family.CATALOGUES,
    advice="形式是链接的补上“链接”，不是链接的删去它；网址写 https:// 开头的，本站的写 organs/ 这样的地址。",
    bad="{标识: organs, 形式: 链接}",
    good="{标识: organs, 形式: 链接, 链接: organs/}",
)
def item_link(column: Column) -> Findings:
    """An item that is a link says where to; other items do not."""
    for item in column.items:
        origin = column.origins["statutory", item.id]
        if item.form is ItemForm.LINK and not item.address:
            yield origin.path, origin.line_of("form"), f"栏目“{item.name}”的形式是链接，却没有写“链接”；请补上网址"
        if item.form is not ItemForm.LINK and item.address:
            yield (
                origin.path,
                origin.line_of("address"),
                f"栏目“{item.name}”的形式是“{item.form}”，“链接”不起作用；请删去，或者把形式改成“链接”",
            )
        elif item.address and not leads_somewhere(column, item.address):
            yield (
                origin.path,
                origin.line_of("address"),
                f"链接“{item.address}”应当以 https:// 开头，或者是本站现有的地址（如 organs/，前面不加斜线）；请改正",
            )


@rule(
    "item-level",
    "文件要放在适用于本级的栏目",
    norm="条例第二十条、第二十一条",
    family=Family.CATALOGUES,
    advice="把文件移到适用于本级、放文件的栏目；栏目设错了的，改 statutory.yml。",
    bad="县级专栏的文件放在只适用于乡级的“村务监督”里",
    good="县级专栏的文件放在适用于县级的栏目里",
)
def item_level(column: Column) -> Findings:
    """Documents lie under items that apply to the level of the column and consist of documents."""
    items = {item.id: item for item in column.items}
    applicable = {item.id for item in column.applicable_items}
    for document in column.documents:
        item = items[document.item]
        if item.id not in applicable:
            yield (
                document.origin.path,
                1,
                f"栏目“{item.name}”不适用于{column.info.level}专栏，文件不会显示；请移到别的栏目，或者改 statutory.yml 的“适用层级”",
            )
        elif item.form is not ItemForm.DOCUMENTS:
            yield (
                document.origin.path,
                1,
                f"栏目“{item.name}”的形式是“{item.form}”，不放文件；请移到别的栏目，或者改 statutory.yml 的“形式”",
            )


@rule(
    "column-level",
    "专栏的层级要是市级、县级、乡级或者部门",
    family=Family.CATALOGUES,
    advice="改成市级、县级、乡级或者部门。",
    bad="层级: 省级",
    good="层级: 县级",
)
def column_level(column: Column) -> Findings:
    """The level of a column is one that 条例 Art. 20 and 21 give items for."""
    if column.info.level not in _COLUMN_LEVELS:
        origin = column.origins["column", ""]
        allowed = "、".join(_COLUMN_LEVELS)
        yield origin.path, origin.line_of("level"), f"层级“{column.info.level}”不能用于专栏；只能写：{allowed}"
