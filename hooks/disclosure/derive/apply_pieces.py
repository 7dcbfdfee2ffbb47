"""The parts that the pages for applications (依申请公开) are made of, beside those of every page (pieces.py)."""

from __future__ import annotations

from dataclasses import dataclass

from disclosure.derive.pieces import Day, Link


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """An organ that takes applications and how it is reached; what is not known is empty."""

    name: str
    address: str
    telephones: tuple[Link, ...]
    fax: str
    online: Link | None


@dataclass(frozen=True, slots=True, kw_only=True)
class CountedDay:
    """A day of a term: which working day it is, or why it is none (“第 3 天”, “不算（周末）”)."""

    day: Day
    weekday: str
    count: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """The terms of one application: received on a day, to be answered and, if unclear, sent back by others.

    ``is_today`` is false if the calendar could not judge an application of the day of the build, and an earlier one is
    shown.
    """

    received: Day
    correction: Day
    reply: Day
    is_today: bool
    days: tuple[CountedDay, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrangement:
    """Consecutive days that are off, or one weekend day that is worked (``kind`` is "off" or "worked")."""

    kind: str
    text: str
    first: Day
    last: Day


@dataclass(frozen=True, slots=True, kw_only=True)
class ArrangedYear:
    """What the calendar knows of a year; ``basis`` is the notice, empty if the year is the library's."""

    year: int
    basis: str
    arrangements: tuple[Arrangement, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FormField:
    """A field of the application form.

    ``control`` is "line", "text" (several lines), "select" or "choice" (one of ``options`` by a mark); ``type``,
    ``inputmode`` and ``autocomplete`` are those of HTML; ``check`` names what the script looks at, besides emptiness.
    """

    id: str
    label: str
    hint: str = ""
    control: str = "line"
    required: bool = False
    type: str = "text"
    inputmode: str = ""
    autocomplete: str = "off"
    check: str = ""
    options: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class FormGroup:
    """Fields under one legend."""

    legend: str
    fields: tuple[FormField, ...]
