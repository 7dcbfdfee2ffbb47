"""The search engine without a browser: its scripts in node, asked line by line."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import mkdocs.contrib.search

from columns import ROOT
from disclosure.publish.scripts import search_script
from tools import program

SCRIPT = "assets/js/search.js"
LUNR = Path(mkdocs.contrib.search.__file__).parent / "templates/search/lunr.js"
NO_FILTERS = dict.fromkeys(("part", "item", "year", "organ", "theme", "genre", "validity"), "")


def publish_engine(site: Path) -> None:
    """Put the engine, without the page that belongs to it, where a site has it."""
    script = search_script(LUNR, ROOT / "overrides/search", ("words", "data", "exact", "rank", "engine"))
    (site / SCRIPT).parent.mkdir(parents=True)
    (site / SCRIPT).write_bytes(script)


class Engine:
    """A page with the search on it.  Scripts come from the repository, the index from a site or from given files."""

    def __init__(self, process: subprocess.Popen[str], site: Path) -> None:
        self._process = process
        self._site = site

    def _say(self, order: Mapping[str, Any]) -> Any:
        assert self._process.stdin and self._process.stdout and self._process.stderr
        self._process.stdin.write(json.dumps(order) + "\n")
        self._process.stdin.flush()
        line = self._process.stdout.readline()
        assert line, self._process.stderr.read()
        said = json.loads(line)
        assert not isinstance(said, dict) or "crash" not in said, said["crash"]
        return said

    def open(self, files: Mapping[str, str] | None = None, **order: Any) -> None:
        """Open the page anew; ``files`` (path in the site → text) go before those of the site."""
        self._say({"site": str(self._site), "files": dict(files or {}), "script": SCRIPT, **order})

    def amend(self, files: Mapping[str, str | None], *, online: bool = True) -> None:
        """Change files while the page is open; None takes one away."""
        self._say({"amend": dict(files), "online": online})

    def call(self, name: str, *values: Any, **order: Any) -> dict[str, Any]:
        """``{value, answer, requests}`` or ``{fault, requests}`` of a function of ``window``."""
        said: dict[str, Any] = self._say({"call": name, "values": values, **order})
        return said

    def said(self, text: str, **question: Any) -> dict[str, Any]:
        """The answer, or the fault, and the requests, of a question."""
        filters = {**NO_FILTERS, **question.pop("filters", {})}
        asked = {"text": text, "title": False, "sort": "relevance", "page": 1, "filters": filters, **question}
        return self.call("dcSearch.search", asked, {"stale": False})

    def search(self, text: str, **question: Any) -> dict[str, Any]:
        """The answer to a question, with its facets."""
        said = self.said(text, **question)
        assert "value" in said, said
        answer: dict[str, Any] = said["value"]
        return {**answer, "facets": self.call("dcSearch.facets", {"answer": said["answer"]})["value"]}

    def sentence(self, text: str, number: int = 0) -> list[dict[str, Any]]:
        """The marked sentence of a result of a question."""
        answer = self.said(text)["answer"]
        pieces: list[dict[str, Any]] = self.call("dcSearch.sentence", {"answer": answer}, result=number)["value"]
        return pieces

    def whole(
        self,
        fields: Sequence[str],
        boosts: Sequence[float],
        documents: Sequence[Sequence[Sequence[str]]],
        queries: Sequence[tuple[Sequence[str], Sequence[str]]],
    ) -> list[dict[int, float]]:
        """Scores of one whole lunr.js index of ``documents`` (tokens of each field), for queries of (terms, fields)."""
        order = {"lunr": {"fields": fields, "boosts": boosts, "documents": documents}, "script": str(LUNR)}
        asked = [{"terms": terms, "fields": within} for terms, within in queries]
        return [dict(map(tuple, found)) for found in self._say({**order, "queries": asked})]


@contextmanager
def engine_of(site: Path) -> Iterator[Engine]:
    """The engine over a built site."""
    process = subprocess.Popen(
        [program("node"), str(ROOT / "tests/search_harness.js")],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8",
    )  # fmt: skip
    with process:
        yield Engine(process, site)
        assert process.stdin
        process.stdin.close()
