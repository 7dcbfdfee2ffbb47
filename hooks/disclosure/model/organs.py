"""What the page of an organ says besides its name and addresses: who leads it, and its divisions."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from disclosure.terms import Kind, term


@dataclass(frozen=True, slots=True, kw_only=True)
class Division:
    """内设机构: written as “综合股：负责……”, or in parts with a telephone of its own."""

    shorthand: ClassVar[str] = "name"

    name: str = term("名称", Kind.TEXT, "内设机构的名称；可以接着写“：负责……”", required=True)
    duty: str | None = term("职责", Kind.TEXT, "负责什么")
    telephone: str | None = term("电话", Kind.TEXT, "这个内设机构自己的电话，带区号")

    @property
    def parts(self) -> tuple[str, str]:
        """Name and duty, however they were written; the duty may be empty."""
        name, _, rest = self.name.partition("：")
        return (self.name, self.duty) if self.duty else (name, rest)


@dataclass(frozen=True, slots=True, kw_only=True)
class Leader:
    """领导: a member of the leadership, as far as 条例 Art. 20(2) opens it: name, post, field of work."""

    name: str = term("姓名", Kind.TEXT, "姓名", required=True)
    post: str = term("职务", Kind.TEXT, "职务", required=True)
    duties: tuple[str, ...] = term("分工", Kind.TEXTS, "分管的工作，一条一项")
