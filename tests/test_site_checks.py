"""The checks of the finished site: the sound one gives nothing, and each thing that is damaged is told exactly."""

from __future__ import annotations

import base64
import io
import re
import shutil
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest

from columns import ROOT, TODAY, Case, cases_in, sample_at
from commands import run
from disclosure import host, pipeline, publish, rules
from disclosure.column import Column
from disclosure.problems import standing_of
from disclosure.public import public_part
from disclosure.publish import Output
from disclosure.rules.registry import SITE_CHECKS
from disclosure.settings import target_of
from previews import fetch, preview, wait_until
from trees import tree

pytestmark = pytest.mark.xdist_group("site_checks")

LEDGER = "content/statutory/welfare/2026/heron-ledger-7731.md"
LEDGER_LINE = "白鹭暗账另记：东塘村的核查对象共十一户，名单存放在样例县救助站的第三号铁皮柜里。"
CASES = cases_in("site")
_OF_THE_SEARCH = re.compile(r"search/data/[0-9a-f]{10}/r\d+\.js")


class Remembering:
    """Remembers in a dict, so that only files that a case changed are looked through for it."""

    def __init__(self) -> None:
        self._found: dict[str, dict[str, tuple[int, ...]]] = {}

    def recall(self, question: str) -> Mapping[str, tuple[int, ...]]:
        return self._found.get(question, {})

    def keep(self, question: str, found: Mapping[str, tuple[int, ...]]) -> None:
        self._found.setdefault(question, {}).update(found)


@dataclass(frozen=True)
class Made:
    """A column, the files of its site, and where that will stand."""

    column: Column
    outputs: tuple[Output, ...]
    target: publish.Target
    memory: Remembering = field(default_factory=Remembering)

    def problems(self, case: Case | None = None) -> list[str]:
        """What is found in the site after the changes of ``case``."""
        outputs = {output.path: output for output in self.outputs}
        if case:
            lay_over(outputs, case)
        site = publish.built_site(outputs.values(), self.target, rules.withheld_files(self.column), self.memory)
        found = sorted(rules.check_site(site, self.column), key=lambda problem: problem.sort_key)
        return [_OF_THE_SEARCH.sub("search/data/….js", str(problem)) for problem in standing_of(found)]


def made(root: Path, cache: Path) -> Made:
    """The column at ``root`` with its site."""
    target = replace(target_of(host.configuration(root / "mkdocs.yml")), cache=cache)
    column, problems = pipeline.read_column(root, TODAY)
    assert column is not None and not [each for each in problems if each.is_error]
    return Made(column, tuple(pipeline.publish_column(public_part(column), target)), target)


def lay_over(outputs: dict[str, Output], case: Case) -> None:
    """Change the files of a site as ``case`` says"""

    def put(path: str, content: bytes) -> None:
        source = outputs[path].source if path in outputs else case.sources.get(path, "")
        outputs[path] = Output(path, content=content, source=source)

    for path, text in case.files.items():
        if text is None:
            del outputs[path]
        else:
            put(path, text.encode())
    for path, old, new in case.replace:
        written = content_of(outputs[path]).decode()
        assert old in written, f"{case.path.name}: {old!r} is not in {path}"
        put(path, written.replace(old, new, 1).encode())
    for path, content in case.bytes.items():
        put(path, base64.b64decode(content))


def content_of(output: Output) -> bytes:
    return output.content if output.content is not None else (output.file or Path()).read_bytes()


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Made:
    """The sample with a longer text in its withheld document."""
    root = sample_at(tmp_path_factory.mktemp("checked") / "column")
    append(root / LEDGER, f"\n{LEDGER_LINE}\n")
    return made(root, root / ".cache")


def append(path: Path, text: str) -> None:
    with path.open("a", encoding="utf-8", newline="\n") as file:
        file.write(text)


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8", newline="\n")


def test_a_sound_site_gives_no_finding(site: Made) -> None:
    assert site.problems() == []


def test_the_example_gives_no_finding(tmp_path: Path) -> None:
    assert made(ROOT, tmp_path / "cache").problems() == []


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.path.stem)
def test_a_damaged_site_gives_exactly_these_problems(case: Case, site: Made) -> None:
    assert site.problems(case) == list(case.problems)


def test_every_rule_about_the_site_has_a_case() -> None:
    shown = {problem.rpartition("[")[2].rstrip("]") for case in CASES for problem in case.problems}
    by_tests = {"site-address", "site-file-size"}
    assert {rule.name for rule, _ in SITE_CHECKS} - shown == by_tests, "write tests/cases/site/<what>.yml"


def test_withheld_words_in_a_file_for_word_are_found_though_it_cuts_them(site: Made) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as office:
        runs = "".join(f"<w:r><w:t>{part}</w:t></w:r>" for part in ("白鹭暗账样例", "县救助对象", "核查情况"))
        office.writestr("word/document.xml", f"<w:p>{runs}</w:p>")
    found = Case(Path("word.yml"), "", bytes={"guide/a.docx": base64.b64encode(out.getvalue()).decode()})
    (problem,) = [each for each in site.problems(found) if each.endswith("[site-withheld]")]
    assert "它的标题却在网站里：guide/a.docx" in problem
    broken = Case(Path("word.yml"), "", bytes={"guide/a.docx": base64.b64encode(b"no zip").decode()})
    assert [each for each in site.problems(broken) if not each.endswith("[site-orphan]")] == []


def test_what_an_editor_wrote_of_a_withheld_document_is_his_to_judge_not_the_site_s(sample: Path) -> None:
    """A public text names a withheld paper, and attaches the same blank form: reminders, no error."""
    public = sample / "content/statutory/welfare/2021/relief-2021.md"
    append(public, "\n见样政办函〔2026〕7731号。\n")
    shutil.copy((sample / LEDGER).with_suffix(".csv"), public.with_name("form.csv"))
    edit(public, "公开属性:", "附件: [form.csv]\n公开属性:")
    assert made(sample, sample / ".cache").problems() == []
    done = run("disclosure", "check", "--site", cwd=sample)
    assert done.returncode == 0 and "[names-withheld]" in done.stdout


@pytest.mark.parametrize(
    ("site_url", "said"),
    [
        ("", "没有写 site_url，所以没有订阅源、网站地图和网页里的完整地址；请写上专栏将来的网址"),
        ("http://www.shilixian.gov.cn/", "site_url 写的是 http://www.shilixian.gov.cn/；请改成 https:// 开头"),
        ("https://www.example.com/", "site_url 写的是 https://www.example.com/；政府网站用 gov.cn 域名，请核对"),
        ("https://www.shilixian.gov.cn/", None),
        ("http://127.0.0.1:8000/zwgk/", None),
    ],
)
def test_the_address_of_the_site_is_judged_and_a_preview_left_alone(
    site_url: str, said: str | None, sample: Path
) -> None:
    settings = sample / "mkdocs.yml"
    text = re.sub(
        r"(?m)^site_url: .*\n", f"site_url: {site_url}\n" * bool(site_url), settings.read_text(encoding="utf-8")
    )
    settings.write_text(text, encoding="utf-8", newline="\n")
    expected = [f"mkdocs.yml:1: （提醒）{said} [site-address]"] if said else []
    assert made(sample, sample / ".cache").problems() == expected


def test_limits_sites_and_accepted_findings_are_those_of_the_column(sample: Path) -> None:
    parking = sample / "content/statutory/normative/2025/parking-2025.md"
    append(parking, "\n见[标准](https://std.example.com/a)和[说明](https://www.example.org/)。\n")
    assert [problem.rpartition("[")[2] for problem in made(sample, sample / ".cache").problems()] == [
        "site-outside-host]"
    ] * 2
    edit(
        parking,
        "审核:",
        "已核对:\n  - {规则: site-outside-host, 内容: www.example.org, 原因: 看过, 日期: 2026-11-02}\n审核:",
    )
    (sample / "catalogue/checks.yml").write_text(
        "规则:\n  - {规则: site-path-length, 限值: [{名称: 地址字数, 数值: 62}], 原因: 盘上放不下, 日期: 2026-11-02}\n"
        "  - {规则: site-file-size, 限值: [{名称: 网页KB, 数值: 20}], 原因: 网慢, 日期: 2026-11-02}\n"
        "外部网站:\n  - {域名: example.com, 原因: 标准全文, 日期: 2026-11-02}\n",
        encoding="utf-8",
    )
    paths, sizes = set[str](), set[str]()
    for problem in made(sample, sample / ".cache").problems():
        (paths if problem.endswith("[site-path-length]") else sizes).add(problem)
    told = "地址有 65 个字，最多 62 个，有的电脑存不下来；请把文件名改短 [site-path-length]"
    assert paths == {f"content/statutory/normative/2025/parking-chart.png:1: （提示）{told}"}
    assert sizes and all("最大 20 KB" in problem and problem.endswith("[site-file-size]") for problem in sizes)


def test_documents_and_pages_of_one_title_have_windows_of_their_own(sample: Path) -> None:
    """A later version of a document is called like the earlier one, and a rule like the page of rules; nobody may rename them."""
    folder = sample / "content/statutory/normative"
    old = "样例县人民政府关于印发《样例县停车管理办法》的通知"
    for path in (folder / "2022/parking-2022.md", folder / "2026/ferry-2026.md"):
        path.write_text(
            re.sub("(?m)^标题: .*$", f"标题: {old}", path.read_text(encoding="utf-8")), encoding="utf-8", newline="\n"
        )
    edit(sample / "content/rules/county-system.md", "样例县政府信息公开工作制度", "政府信息公开制度")
    edit(sample / "catalogue/registers/relief-payments.yml", "名称: 临时救助发放结果", "名称: 社会救助")
    assert run("disclosure", "build", cwd=sample).returncode == 0
    pages = {
        "statutory/normative/2025/parking-2025": f"{old}（样政发〔2025〕6号）",
        "statutory/normative/2026/ferry-2026": f"{old}（样政规〔2026〕1号）",
        "rules": "政府信息公开制度",
        "rules/county-system": "政府信息公开制度（样政办发〔2024〕11号）",
        "statutory/welfare": "社会救助",
        "registers/relief-payments": "社会救助（名录清单）",
    }
    for page, title in pages.items():
        html = (sample / "site" / page / "index.html").read_text(encoding="utf-8")
        assert f"<title>{title} - 样例县人民政府政府信息公开</title>" in html


def with_a_wrong_anchor(root: Path) -> str:
    """A mistake that only the finished page shows; returns what is said of it."""
    append(root / "content/statutory/normative/2026/ferry-2026.md", "\n见[第九十九条](#第九十九条)。\n")
    return "到不了：那个页面上没有“第九十九条”这个位置"


@pytest.mark.parametrize("module", ["disclosure", "mkdocs"])
def test_a_mistake_in_the_site_leaves_the_earlier_site_byte_for_byte(module: str, sample: Path) -> None:
    assert run("disclosure", "build", cwd=sample).returncode == 0
    before = tree(sample / "site")
    said = with_a_wrong_anchor(sample)
    done = run(module, "build", cwd=sample)
    assert done.returncode == 1 and "Traceback" not in done.stderr
    line = len((sample / "content/statutory/normative/2026/ferry-2026.md").read_text(encoding="utf-8").splitlines())
    assert f"content/statutory/normative/2026/ferry-2026.md:{line}: 链接" in done.stderr and said in done.stderr
    assert "共 1 个错误。网站没有改动，请改好后再试。" in done.stderr
    assert tree(sample / "site") == before
    assert [path.name for path in sample.iterdir() if path.name.startswith(".site")] == []


def test_check_looks_at_the_site_only_when_asked(sample: Path) -> None:
    said = with_a_wrong_anchor(sample)
    assert run("disclosure", "check", cwd=sample).returncode == 0
    done = run("disclosure", "check", "--site", cwd=sample)
    assert done.returncode == 1 and said in done.stdout
    assert not (sample / "site").exists()


def test_the_preview_goes_on_showing_the_last_sound_site(tmp_path: Path) -> None:
    root = sample_at(tmp_path / "column")
    with preview(root, tmp_path / "log", "mkdocs", "serve") as address:
        said = with_a_wrong_anchor(root)
        wait_until(lambda: said in (tmp_path / "log").read_text(encoding="utf-8"))
        page = fetch(f"{address}statutory/normative/2026/ferry-2026/index.html")
        assert "渡口" in page and "第九十九条" not in page


def test_what_was_found_in_unchanged_files_is_remembered_and_damage_of_it_does_no_harm(tmp_path: Path) -> None:
    memory = publish.FoundBefore(tmp_path)
    assert memory.recall("a") == {}
    for question in "abcdef":
        memory.keep(question, {"1": (), "2": (3, 4)})
    assert memory.recall("f") == {"1": (), "2": (3, 4)} and memory.recall("a") == {}
    for file in (tmp_path / "found").iterdir():
        file.write_bytes(file.read_bytes().replace(b"[3,", b"[5,"))
    assert memory.recall("f") == {}
