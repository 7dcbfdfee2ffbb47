"""Contexts to HTML: the theme's templates, one page at a time.

Rendering needs nothing but the folders of the theme: no MkDocs configuration, no state between pages.  So a page can be
rendered in any process, and outlives the program that hosts the build today.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from types import SimpleNamespace
from typing import Any

import jinja2
from markupsafe import Markup

from disclosure.derive.bulletins.contexts import WholeBulletinPage
from disclosure.derive.contexts import PageContext
from disclosure.derive.pieces import Site
from disclosure.problems import Problem
from disclosure.publish.body import to_bodies, to_html
from disclosure.publish.head import json_ld, meta_tags
from disclosure.publish.issue import html_of
from disclosure.publish.qr import qr_code

LANGUAGE = "zh-CN"
_BODY, _SKIP = '<body dir="ltr">', '<div data-md-component="skip">'
_EXTERNAL = ("https://", "http://", "mailto:", "tel:")


@dataclass(frozen=True, slots=True)
class Stage:
    """What all pages share when they are rendered.

    ``template_dirs`` in order of precedence; ``root`` is the path of the site on its host ("/" or "/zwgk/"), which only
    404.html needs, because it is shown at any depth; ``site_url`` is the full address, if known.
    """

    template_dirs: tuple[str, ...]
    site: Site
    root: str
    site_url: str = ""


class Renderer:
    """Renders pages on one stage."""

    def __init__(self, stage: Stage) -> None:
        self._stage = stage
        self._templates = jinja2.Environment(
            loader=jinja2.FileSystemLoader(stage.template_dirs),
            autoescape=True,
            undefined=jinja2.StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=False,
            auto_reload=False,
        )
        self._made_chrome: dict[tuple[str, str, str], dict[str, Markup]] = {}
        self._templates.filters["url"] = lambda address: address
        self._templates.filters["script_tag"] = lambda script: script

    @property
    def root(self) -> str:
        """The path of the site on its host."""
        return self._stage.root

    def render(self, page: PageContext) -> str:
        """The HTML of ``page``."""
        base = self._base(page.frame.address)
        to = _links_from(base)
        variables: dict[str, Any] = {"view": page, "site": self._stage.site, "to": to, **_THEME_VARIABLES}
        variables["chrome"] = self._chrome(base, page.frame.part, page.frame.entry)
        canonical = self._canonical(page.frame.address)
        variables["canonical"] = canonical
        variables["qr"] = qr_code(canonical) if canonical else Markup()
        variables["meta_tags"] = meta_tags((*self._stage.site.labels, *page.frame.labels), self._stage.site_url)
        variables["structured_data"] = json_ld(page.frame.things, self._stage.site_url)
        writing = getattr(page, "body", None)
        if writing is not None:
            body = to_html(writing.markdown, {target: to(place) for target, place in writing.links})
            variables["body"] = Markup(body.html)
            variables["headings"] = tuple(heading for heading in body.headings if heading.level <= 3)
        texts = getattr(page, "texts", None)
        if texts is not None:
            links = [{target: to(place) for target, place in text.links} for text in texts]
            bodies = to_bodies(zip((text.markdown for text in texts), links, strict=True))
            variables["texts"] = tuple(Markup(each.html) for each in bodies)
            variables["headings"] = tuple(heading for each in bodies for heading in each.headings if heading.level <= 3)
        if isinstance(page, WholeBulletinPage):
            texts = (text for part in page.parts for text in part.texts)
            variables["texts"] = {text.anchor: Markup(html_of(text, to)) for text in texts}
        return _without_toggles(self._templates.get_template(page.template).render(variables))

    def _chrome(self, base: str, part: str, entry: str) -> dict[str, Markup]:
        """Header, menu and footer, made once for all pages at one depth with the same current entry."""
        key = (base, part, entry)
        if key not in self._made_chrome:
            macros: Any = self._templates.get_template("components/chrome.html").module
            navigation: Any = self._templates.get_template("components/navigation.html").module
            site, to = self._stage.site, _links_from(base)
            self._made_chrome[key] = {
                "header": macros.header(site, part, to),
                "menu": navigation.menu(site.parts, part, entry, to),
                "footer": macros.footer(site, to),
            }
        return self._made_chrome[key]

    def _base(self, address: str) -> str:
        """What leads from a page to the root of the site; 404.html is shown at any depth and needs the full path."""
        return self._stage.root if address == "404.html" else "../" * address.count("/") or "./"

    def _canonical(self, address: str) -> str:
        return self._stage.site_url + address if self._stage.site_url and address != "404.html" else ""


def _links_from(base: str) -> Callable[[str], str]:
    """The function that gives the link to a place from a page whose way to the root is ``base``."""

    def to(place: str) -> str:
        """The link from this page to ``place``; files by name, so that it works from a disk as well."""
        if place.startswith(_EXTERNAL):
            return place
        path, hash_sign, anchor = place.partition("#")
        return base + path + ("index.html" if path.endswith("/") or not path else "") + hash_sign + anchor

    return to


def _without_toggles(html: str) -> str:
    """``html`` without the check boxes for scripts that Material's base.html puts first in the body, outside any block.

    They have no label and an attribute that HTML does not allow there.
    """
    before, body, rest = html.partition(_BODY)
    toggles, skip, rest = rest.partition(_SKIP)
    if "md-toggle" not in toggles or not skip:
        raise RuntimeError("Material's base.html has changed: its toggles are not where they were")
    return f"{before}{body}{skip}{rest}"


def render_problems(template_dirs: tuple[str, ...], problems: tuple[Problem, ...]) -> str:
    """The page that the preview shows while there is nothing else to show."""
    templates = jinja2.Environment(loader=jinja2.FileSystemLoader(template_dirs), autoescape=True)
    return templates.get_template("pages/problems.html").render(problems=problems)


_THEME_VARIABLES = {
    "config": SimpleNamespace(
        extra_css=(),
        extra=SimpleNamespace(version=None, consent=None),
        theme=SimpleNamespace(language=LANGUAGE, direction="ltr", palette=None, features=()),
    ),
    "page": SimpleNamespace(meta=None, toc=(SimpleNamespace(url="#dc-main"),)),
}
"""What Material's base.html asks for outside the blocks that we fill."""
