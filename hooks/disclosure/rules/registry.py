"""The rules, and the decorators that make a function one.

A rule looks at the whole column (``rule``), at one text after another (``text_rule``), or at the finished site
(``site_rule``).  It yields findings and never raises, prints or looks at anything but what it is given.  The decorators take
what :class:`~disclosure.problems.Rule` takes: name, what it asks of editors (one Chinese sentence), severity, norm and so on.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import ParamSpec, TypeVar

from disclosure.column import Column
from disclosure.passages import Passage
from disclosure.problems import Rule
from disclosure.site import BuiltSite

Findings = Iterator[tuple[str, int, str]]
"""Path, line and message of each finding."""

TextFindings = Iterator[tuple[int, str]]
"""Place in the text (in signs, from 0) and message of each finding."""

Check = Callable[[Column], Findings]
TextCheck = Callable[[Passage, Column], TextFindings]
SiteCheck = Callable[[BuiltSite, Column], Findings]

CHECKS: list[tuple[Rule, Check]] = []
TEXT_CHECKS: list[tuple[Rule, TextCheck]] = []
SITE_CHECKS: list[tuple[Rule, SiteCheck]] = []
"""Every rule with its function, filled when the modules of rules are imported."""

_About = ParamSpec("_About")
_Function = TypeVar("_Function")


def _adding_to(
    checks: list[tuple[Rule, _Function]], make: Callable[_About, Rule]
) -> Callable[_About, Callable[[_Function], _Function]]:
    """The decorator that adds a function to ``checks``, together with the rule that its parameters make."""

    def decorator(*about: _About.args, **more: _About.kwargs) -> Callable[[_Function], _Function]:
        def register(function: _Function) -> _Function:
            checks.append((make(*about, **more), function))
            return function

        return register

    return decorator


rule = _adding_to(CHECKS, Rule)
text_rule = _adding_to(TEXT_CHECKS, Rule)
site_rule = _adding_to(SITE_CHECKS, Rule)
