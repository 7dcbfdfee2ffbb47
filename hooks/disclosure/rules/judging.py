"""From what rules found to what people are told: severities that the column chose, findings that somebody has accepted."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from posixpath import basename

from disclosure.column import Column
from disclosure.load.body import files_beside
from disclosure.model import AcceptedFinding, Checks, ChosenSeverity
from disclosure.problems import Accepted, Family, Latitude, Problem, Rule, Severity, problem_of

UNUSED = Rule(
    "accepted-unused",
    "已核对的问题已经没有了，就不用再写",
    Severity.WARNING,
    family=Family.CATALOGUES,
    advice="删去“已核对”里的这一项；如果问题还在，只是写法变了，照新的检查结果改“内容”。",
    bad="已核对: [{规则: late-publication, …}]，而这份文件并没有晚发布",
    good="检查结果里有的，才写进“已核对”",
)

_QUOTED = re.compile("“([^“”]+)”")


def judged(column: Column, found: Iterable[Problem]) -> Iterator[Problem]:
    """The findings as the column wants them told."""
    severities = {choice.rule: choice.severity for choice in column.checks.choices if choice.severity}
    acceptances = _by_place(column)
    for problem in found:
        chosen = severities.get(problem.rule.name) if problem.rule.leaves is Latitude.FULL else None
        if chosen is ChosenSeverity.OFF:
            continue
        severity = Severity(chosen) if chosen else problem.rule.severity
        accepted = next(
            (
                Accepted(each.reason, each.day, written_in, each.line)
                for each, written_in in acceptances.get((problem.rule.name, problem.path), ())
                if covers(each, problem)
            ),
            None,
        )
        yield replace(problem, severity=severity, accepted=accepted)


def unused(column: Column, told: Iterable[Problem], rules: Iterable[Rule]) -> Iterator[Problem]:
    """Acceptances of findings of ``rules`` that cover nothing of what is ``told``."""
    names = {rule.name for rule in rules if rule.leaves is not Latitude.NONE}
    used = {(each.accepted.path, each.accepted.line) for each in told if each.accepted}
    for each, written_in, _ in acceptances_of(column):
        if each.rule in names and (written_in, each.line) not in used:
            about = f"（{each.about}）" if each.about else ""
            yield problem_of(
                written_in,
                each.line,
                UNUSED,
                f"已核对的“{each.rule}”{about}现在没有检查出来；请删去这一项，问题还在的请照检查结果改“内容”",
            )


def covers(acceptance: AcceptedFinding, problem: Problem) -> bool:
    """Whether ``acceptance``, written for this rule and file, is about ``problem``: its words or its file are named."""
    about, leaves = acceptance.about or "", problem.rule.leaves
    if leaves is Latitude.NAMED:
        return about in problem.message and _telling_part(problem.message) in about
    return leaves is Latitude.FULL and (about in problem.message or about == basename(problem.path))


def _telling_part(message: str) -> str:
    """What tells a finding from others of its rule: the value that is quoted last, or how many there are."""
    said = message.rpartition("；")[0]
    quoted = _QUOTED.findall(said)
    return quoted[-1] if quoted else said.partition("，")[0]


def acceptances_of(column: Column) -> Iterator[tuple[AcceptedFinding, str, tuple[str, ...]]]:
    """Every acceptance, the file it is written in, the files whose findings it may cover.

    One that is written in a document and says nothing of what it is about covers a file beside that only if there is no
    other: what somebody looked at says nothing of a file that comes later.
    """
    for writing in column.writings:
        beside = dict.fromkeys(source for source, _ in files_beside(writing)) if writing.accepted else {}
        for each in writing.accepted:
            covered = beside if each.about or len(beside) == 1 else ()
            yield each, writing.origin.path, (writing.origin.path, *covered)
    for other in column.checks.accepted:
        yield other, Checks.path, (other.file,)


def _by_place(column: Column) -> dict[tuple[str, str], list[tuple[AcceptedFinding, str]]]:
    found: dict[tuple[str, str], list[tuple[AcceptedFinding, str]]] = {}
    for each, written_in, paths in acceptances_of(column):
        for path in paths:
            found.setdefault((each.rule, path), []).append((each, written_in))
    return found
