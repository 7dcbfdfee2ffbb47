"""A rule that cannot cope with a text is told like any finding: nobody sees a traceback, and nothing passes unlooked at."""

from __future__ import annotations

from pathlib import PurePath
from traceback import walk_tb

from disclosure.problems import Family, Problem, Rule, problem_of

STOPPED = Rule(
    "rule-stopped",
    "每条规则都要查完",
    family=Family.LOADING,
    advice="请把这一行和这个文件发给维护程序的人；急着发布，可以先把它前面刚改过的地方改回去。",
    bad="文件里有程序没有料到的写法，一条规则查到一半停了",
    good="每条规则都查完了",
)


def stopped(error: Exception, rule: Rule, path: str) -> Problem:
    """The finding that ``rule`` failed at the file ``path``: where in the program, without a word of the text.

    What the disk or the memory is to blame for is raised again.
    """
    if isinstance(error, (OSError, MemoryError)):
        raise error
    *_, (frame, line) = walk_tb(error.__traceback__)
    place = f"{PurePath(frame.f_code.co_filename).name} 第 {line} 行，{type(error).__name__}"
    message = f"规则“{rule.name}”查到这里停了（{place}），没有查完，网站不能更新；请把这一行和这个文件发给维护程序的人"
    return problem_of(path, 1, STOPPED, message)
