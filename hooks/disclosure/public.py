"""The gate: what of a column citizens may see.  Nothing withheld passes it, neither whole nor by name."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from disclosure.column import Column, bare_title
from disclosure.model import Bulletin, BulletinSection, Document, Progress, Reference, Register, RegisterRow, TaskPlan


def public_part(column: Column) -> Column:
    """The column as citizens may see it: the gate through which nothing withheld passes.

    Withheld documents go, and with them every reference that names one, so that neither its number nor its title
    shows in the metadata of another.  Validity is judged before, on the whole column: what a withheld paper repealed
    stays repealed.
    """
    documents = tuple(_without(document, column.withheld_names) for document in column.documents if document.is_public)
    settled = {document.origin.path: column.validity[document.origin.path] for document in documents}
    registers = tuple(_public_rows(column, register) for register in column.registers)
    tasks = tuple(_public_plan(plan, column.withheld_names) for plan in column.tasks)
    bulletins = tuple(_bulletin_without(bulletin, column.withheld_names) for bulletin in column.bulletins)
    return replace(
        column,
        documents=documents,
        registers=registers,
        tasks=tasks,
        bulletins=bulletins,
        settled_validity=settled,
    )


def withheld_parts(column: Column, text: str) -> tuple[str, ...]:
    """The lines of a cell that name, by number or title, a document that is withheld."""
    names = column.withheld_names
    if not names:
        return ()
    return tuple(line for line in text.split("\n") if line in names or bare_title(line) in names)


def _public_rows(column: Column, register: Register) -> Register:
    """``register`` without rows past their last day and without cells that name what is withheld.

    A row whose name or identity goes that way goes as a whole.
    """
    needed = {register.naming, *register.identifying}
    rows = []
    for row in register.rows:
        if (until := register.day_until(row)) and until < column.today:
            continue
        texts = {place: value for place, value in enumerate(row.values) if isinstance(value, str)}
        withheld = {place: found for place, text in texts.items() if (found := withheld_parts(column, text))}
        if withheld and needed & withheld.keys():
            continue
        rows.append(_cleared(row, withheld) if withheld else row)
    return replace(register, rows=tuple(rows))


def _cleared(row: RegisterRow, withheld: Mapping[int, tuple[str, ...]]) -> RegisterRow:
    values = list(row.values)
    for place, gone in withheld.items():
        kept = [line for line in str(values[place]).split("\n") if line not in gone]
        values[place] = "\n".join(kept) or None
    return replace(row, values=tuple(values))


def _without(document: Document, withheld: frozenset[str]) -> Document:
    """``document`` without its references to ``withheld`` numbers and titles."""
    return replace(
        document,
        repeals=_kept(document.repeals, withheld),
        amends=_kept(document.amends, withheld),
        implements=_kept(document.implements, withheld),
        interprets=_kept(document.interprets, withheld),
    )


def _kept(references: tuple[Reference, ...], withheld: frozenset[str]) -> tuple[Reference, ...]:
    """``references`` without those to ``withheld`` numbers and titles."""
    return tuple(
        reference
        for reference in references
        if reference.number not in withheld and bare_title(reference.title or "") not in withheld
    )


def _public_plan(plan: TaskPlan, withheld: frozenset[str]) -> TaskPlan:
    """``plan`` without sources and evidence that are ``withheld``."""

    def public(step: Progress) -> Progress:
        return replace(step, evidence=tuple(each for each in step.evidence if each.number not in withheld))

    groups = tuple(
        replace(
            group,
            tasks=tuple(replace(task, progress=tuple(map(public, task.progress))) for task in group.tasks),
        )
        for group in plan.groups
    )
    return replace(plan, sources=_kept(plan.sources, withheld), groups=groups)


def _bulletin_without(bulletin: Bulletin, withheld: frozenset[str]) -> Bulletin:
    """``bulletin`` without its texts that are ``withheld``, and without the sections that are then empty."""

    def kept(section: BulletinSection) -> BulletinSection:
        return replace(section, texts=tuple(text for text in section.texts if text.number not in withheld))

    sections = (kept(section) for section in bulletin.sections)
    return replace(bulletin, sections=tuple(section for section in sections if section.texts))
