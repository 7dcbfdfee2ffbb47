"""What is documented is what there is."""

from __future__ import annotations

import re
import tomllib

from columns import ROOT
from disclosure.settings import Settings

README = (ROOT / "README.md").read_text(encoding="utf-8")
CONTRIBUTING = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]


def test_every_dependency_has_its_reason() -> None:
    extras = [each for group in PROJECT["optional-dependencies"].values() for each in group]
    for requirement in (*PROJECT["dependencies"], *extras):
        name = re.split(r"[\[<>=~]", requirement)[0]
        if name != PROJECT["name"]:
            assert f"| {name} |" in CONTRIBUTING, f"say in CONTRIBUTING.md why {name} is needed"


def test_every_setting_is_documented() -> None:
    for name, _ in Settings()._schema:
        assert f"`{name}`" in README


def test_every_command_is_documented() -> None:
    for command in ("build", "serve", "check", "report", "new annual", "new register", "collect", "mask", "schema"):
        assert f"disclosure {command}" in README


def test_the_version_has_a_changelog_entry() -> None:
    changelog = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert f"## {PROJECT['version']}" in changelog


def test_nothing_refers_to_what_a_clone_does_not_have() -> None:
    for path in ROOT.rglob("*"):
        inside = path.relative_to(ROOT).parts
        if path.suffix in (".py", ".md", ".yml", ".toml", ".html", ".css") and inside[0] not in (
            ".venv", ".cache", "site", "node_modules", ".git",
        ):  # fmt: skip
            text = path.read_text(encoding="utf-8", errors="replace")
            assert not re.search(r"\.\./shar" + r"ed|/wo" + r"rk/", text), path


def test_the_guide_for_editors_leads_to_each_of_its_sections() -> None:
    text = (ROOT / "catalogue/README.md").read_text(encoding="utf-8")
    sections = re.findall("(?m)^## (.+)$", text)
    table = re.findall(r"\| \[([^]]+)\]\(#([^)]+)\) \|", text)
    assert [name for name, _ in table] == sections
    assert [anchor for _, anchor in table] == [re.sub(r"[^\w -]", "", name).replace(" ", "-") for name in sections]
