"""Dates that cannot be: what comes before what."""

from __future__ import annotations

from disclosure.column import Column
from disclosure.problems import Family, Severity
from disclosure.rules.registry import Findings, rule


@rule(
    "published-in-future",
    "发布日期不能晚于今天",
    norm="国办秘函〔2019〕19号（发布日期弄虚作假）",
    family=Family.COMPLETENESS,
    advice="改成真正发布的那一天；还没有到的，到那一天再发布。",
    bad="今天 2026-11-21，发布日期: 2026-11-22",
    good="今天 2026-11-21，发布日期: 2026-11-21",
)
def published_in_future(column: Column) -> Findings:
    """发布日期 is not after the day of the build."""
    for writing in column.writings:
        if writing.published > column.today:
            yield (
                writing.origin.path,
                writing.origin.line_of("published"),
                f"发布日期 {writing.published} 晚于今天 {column.today}；请改正，或者到那一天再发布",
            )


@rule(
    "published-before-issued",
    "发布日期不能早于成文日期",
    family=Family.COMPLETENESS,
    advice="对照原件核对成文日期；发布日期写真正上网的那一天。",
    bad="成文日期: 2026-11-06，发布日期: 2026-11-02",
    good="成文日期: 2026-11-02，发布日期: 2026-11-06",
)
def published_before_issued(column: Column) -> Findings:
    """成文日期 is not after 发布日期."""
    for document in column.documents:
        if document.issued > document.published:
            yield (
                document.origin.path,
                document.origin.line_of("published"),
                f"发布日期 {document.published} 早于成文日期 {document.issued}；请核对这两个日期",
            )


@rule(
    "reviewed-after-published",
    "审核要在发布之前",
    norm="条例第十七条",
    family=Family.COMPLETENESS,
    advice="核对审核和发布的日子；先审核、后发布。",
    bad="发布日期: 2026-11-06，审核: {…, 日期: 2026-11-07}",
    good="发布日期: 2026-11-06，审核: {…, 日期: 2026-11-05}",
)
def reviewed_after_published(column: Column) -> Findings:
    """The review comes before publication, or before the last update of a page."""
    for writing in column.writings:
        last = getattr(writing, "updated", None) or writing.published
        if writing.review.day > last:
            yield (
                writing.origin.path,
                writing.origin.line_of("review"),
                f"审核日期 {writing.review.day} 晚于发布（更新）日期 {last}；应当先审核、后发布，请核对这两个日期",
            )


@rule(
    "effective-before-issued",
    "施行日期一般不早于成文日期",
    Severity.WARNING,
    family=Family.VALIDITY,
    advice="对照原件核对；文件里确实写明追溯施行的，在“已核对”里写明。",
    bad="成文日期: 2026-11-02，施行日期: 2026-01-01",
    good="成文日期: 2026-11-02，施行日期: 2027-01-01",
)
def effective_before_issued(column: Column) -> Findings:
    """A document does not take effect before it is issued."""
    for document in column.documents:
        if document.effective and document.effective < document.issued:
            yield (
                document.origin.path,
                document.origin.line_of("effective"),
                f"施行日期 {document.effective} 早于成文日期 {document.issued}；请核对这两个日期",
            )


@rule(
    "expires-before-effective",
    "有效期至不能早于施行日期",
    family=Family.VALIDITY,
    advice="对照原件核对施行日期和有效期。",
    bad="施行日期: 2027-01-01，有效期至: 2026-12-31",
    good="施行日期: 2027-01-01，有效期至: 2031-12-31",
)
def expires_before_effective(column: Column) -> Findings:
    """有效期至 is not before the document takes effect."""
    for document in column.documents:
        start = f"开始施行的 {document.effective}" if document.effective else f"成文日期 {document.issued}"
        if document.expires and document.expires < document.takes_effect:
            yield (
                document.origin.path,
                document.origin.line_of("expires"),
                f"有效期至 {document.expires} 早于{start}；请核对这两个日期",
            )


@rule(
    "updated-before-published",
    "更新日期要在发布日期之后、今天之前",
    family=Family.COMPLETENESS,
    advice="更新日期写最后一次改动的那一天。",
    bad="发布日期: 2025-01-10，更新日期: 2025-01-09",
    good="发布日期: 2025-01-10，更新日期: 2026-03-02",
)
def updated_before_published(column: Column) -> Findings:
    """更新日期 of a page lies between its publication and today."""
    for page in (*column.guide, *column.rules, *column.annual, *column.reports, *column.about):
        if page.updated and not page.published <= page.updated <= column.today:
            yield (
                page.origin.path,
                page.origin.line_of("updated"),
                f"更新日期 {page.updated} 应当在发布日期 {page.published} 和今天 {column.today} 之间；请改正",
            )


@rule(
    "year-folder",
    "年份文件夹要与发布日期的年份一致",
    family=Family.COMPLETENESS,
    advice="把文件移到发布那一年的文件夹；日期写错的，改日期。",
    bad="2025 文件夹里的文件，发布日期: 2026-01-05",
    good="2026 文件夹里的文件，发布日期: 2026-01-05",
)
def year_folder(column: Column) -> Findings:
    """The folder of the year is the year of publication, because it is part of the address."""
    for document in column.documents:
        if document.year != document.published.year:
            yield (
                document.origin.path,
                document.origin.line_of("published"),
                f"发布日期在 {document.published.year} 年，文件却放在 {document.year} 文件夹里；请移到 {document.published.year}，或者改正日期",
            )


@rule(
    "annual-year",
    "年度报告要在报告年度之后发布",
    norm="条例第四十九条",
    family=Family.COMPLETENESS,
    advice="核对年度、文件名和发布日期；同一年写了两份的，删去一份。",
    bad="2026 年度的报告，发布日期: 2026-12-20",
    good="2026 年度的报告，发布日期: 2027-03-20",
)
def annual_year(column: Column) -> Findings:
    """A report on a year is published after it, in a file named after it, and there is one a year."""
    seen: dict[int, str] = {own.year: own.origin.path for own in column.reports if own.organ is None}
    for filled in column.reports:
        if filled.published.year <= filled.year:
            yield (
                filled.origin.path,
                filled.origin.line_of("published"),
                f"{filled.year} 年度的报告不会在 {filled.published} 发布；请核对年度（文件名或者文件夹名）和发布日期",
            )
    for report in column.annual:
        path, line = report.origin.path, report.origin.line_of("year")
        if report.published.year <= report.year:
            yield path, line, f"{report.year} 年度的报告不会在 {report.published} 发布；请核对年度和发布日期"
        elif report.year in seen:
            yield path, line, f"{report.year} 年度的报告已有 {seen[report.year]}；一年只能有一份，请核对年度"
        elif report.slug != str(report.year):
            yield path, 1, f"文件名是“{report.slug}.md”，年度却是 {report.year}；请改成 {report.year}.md，或者核对年度"
        seen.setdefault(report.year, path)
