"""Files that belong to a page and say the same: forms, workbooks, Word files, contact cards."""

from __future__ import annotations

from collections.abc import Iterator

from disclosure.derive.annual.contexts import ReportPage
from disclosure.derive.bulletins.contexts import WholeBulletinPage
from disclosure.derive.contexts import FormPage, PageContext
from disclosure.derive.organs.contexts import OrganPage
from disclosure.publish.annual import report_workbook
from disclosure.publish.bulletins import issue_file
from disclosure.publish.contact_card import contact_file
from disclosure.publish.forms import form_file
from disclosure.publish.output import Output


def page_files(page: PageContext, site_url: str) -> Iterator[Output]:
    """The files beside ``page``, at the addresses under which it offers them."""
    match page:
        case FormPage():
            yield Output(page.file.address or "", content=form_file(page))
        case OrganPage() if page.pager.page == 1 and page.facts:
            yield Output(page.contact_file.address or "", content=contact_file(page.contact, site_url))
        case ReportPage():
            yield Output(page.workbook.address or "", content=report_workbook(page))
        case WholeBulletinPage():
            yield Output(page.file.address or "", content=issue_file(page, site_url))
