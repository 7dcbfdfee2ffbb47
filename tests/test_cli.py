"""The command line, through its front door."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from disclosure.cli import main
from disclosure.problems import Family


def test_check_of_a_sound_column_says_so(sample: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--config", str(sample / "mkdocs.yml"), "check"]) == 0
    assert capsys.readouterr().out == "没有发现问题。\n"


def break_two_files(root: Path) -> tuple[str, str]:
    (root / "catalogue/themes.yml").write_text("", encoding="utf-8")
    path = next((root / "content/statutory").rglob("*.md"))
    path.write_text(path.read_text(encoding="utf-8").replace("内容概述:", "内容慨述:"), encoding="utf-8", newline="\n")
    return "catalogue/themes.yml", path.relative_to(root).as_posix()


def test_check_prints_every_problem_with_its_place_and_counts_them(
    sample: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    themes, document = break_two_files(sample)
    assert main(["--config", str(sample / "mkdocs.yml"), "check"]) == 1
    *problems, count = capsys.readouterr().out.splitlines()
    assert problems[0].startswith(f"{themes}:1: 文件是空的") and problems[0].endswith("[empty-file]")
    assert any(line.startswith(document) and "最接近的是“内容概述”" in line for line in problems)
    assert count == "共 3 个错误。网站没有改动，请改好后再试。"


def test_check_gives_json_for_programs(sample: Path, capsys: pytest.CaptureFixture[str]) -> None:
    break_two_files(sample)
    assert main(["--config", str(sample / "mkdocs.yml"), "check", "--format", "json"]) == 1
    found = json.loads(capsys.readouterr().out)
    assert [set(each) for each in found] == [{"path", "line", "rule", "severity", "message", "accepted"}] * 3
    assert found[0]["rule"] == "empty-file" and found[0]["severity"] == "error"


def test_check_gives_annotations_for_github(sample: Path, capsys: pytest.CaptureFixture[str]) -> None:
    break_two_files(sample)
    assert main(["--config", str(sample / "mkdocs.yml"), "check", "--format", "github"]) == 1
    first = capsys.readouterr().out.splitlines()[0]
    assert first.startswith("::error file=catalogue/themes.yml,line=1,title=empty-file::文件是空的")


def test_annotations_stay_on_one_line_whatever_a_file_is_called(
    sample: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    stray = sample / "content/statutory/normative/2026/底稿,100%.txt"
    stray.write_text("底稿", encoding="utf-8")
    assert main(["--config", str(sample / "mkdocs.yml"), "check", "--format", "github"]) == 0
    assert "file=content/statutory/normative/2026/底稿%2C100%25.txt,line=1," in capsys.readouterr().out


def test_the_reason_of_an_acceptance_is_printed_without_numbers_of_persons(
    sample: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = sample / "content/statutory/normative/2026/ferry-2026.md"
    text = path.read_text(encoding="utf-8").replace("施行日期: 2027-01-01", "施行日期: 2026-11-01")
    note = "已核对: [{规则: effective-before-issued, 原因: 问过林望川13800138000, 日期: 2026-11-07}]\n审核:"
    path.write_text(text.replace("审核:", note), encoding="utf-8")
    assert main(["--config", str(sample / "mkdocs.yml"), "check", "--format", "json"]) == 0
    found = capsys.readouterr().out
    assert "问过林望川138****8000" in found and "13800138000" not in found


def test_check_lists_the_rules_by_family_with_all_there_is_to_know(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--list"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert any(line.startswith("openness-ground  错误") and "条例第十四条" in line for line in lines)
    assert [line for line in lines if line.startswith("【")] == [f"【{family}】" for family in Family]
    names = [line.split()[0] for line in lines if line and line[0] not in " 【"]
    assert len(set(names)) == len(names) >= 50
    for fact in ("怎么改", "错的", "对的"):
        told = [line.strip().removeprefix(f"{fact}：") for line in lines if line.strip().startswith(f"{fact}：")]
        assert len(told) == len(names) and all(told)


def test_a_missing_configuration_is_explained(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--config", str(tmp_path / "mkdocs.yml"), "build"]) == 2
    assert "找不到配置文件" in capsys.readouterr().err


@pytest.mark.parametrize("setting", ["cache: [1]", "cache: ''", "cache: content", "today: '2026-13-40'", "cachee: x"])
@pytest.mark.parametrize("command", ["check", "build"])
def test_a_wrong_setting_is_explained(
    command: str, setting: str, sample: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    config = sample / "mkdocs.yml"
    text = config.read_text(encoding="utf-8")
    config.write_text(text[: text.index("  disclosure:")] + f"  disclosure:\n    {setting}\n", encoding="utf-8")
    assert main(["--config", str(config), command]) == 2
    said = capsys.readouterr()
    assert "Traceback" not in said.err and ("extra.disclosure" in said.err or "日期" in said.err)


def test_a_broken_configuration_is_explained(sample: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (sample / "mkdocs.yml").write_text("site_name: [x\n", encoding="utf-8")
    assert main(["--config", str(sample / "mkdocs.yml"), "build"]) == 2
    assert "mkdocs.yml" in capsys.readouterr().err


@pytest.mark.parametrize("arguments", [[], ["bild"], ["check", "--format", "xml"]])
def test_a_wrong_call_exits_with_two(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(arguments)
    assert stopped.value.code == 2
    assert "disclosure" in capsys.readouterr().err


def test_whoever_has_read_enough_is_told_nothing_more(sample: Path) -> None:
    command = [sys.executable, "-m", "disclosure", "--config", str(sample / "mkdocs.yml"), "check", "--list"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout and process.stderr
        process.stdout.close()
        assert process.stderr.read() == b"" and process.wait() == 2


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ([], "还要写：命令。运行 disclosure --help 看说明"),
        (["chek"], "没有“chek”；命令可以是 build、serve、check、report、collect、mask、new、schema"),
        (["check", "--lst"], "认不出“--lst”"),
        (["check", "--format", "pdf"], "没有“pdf”；--format可以是 text、json、github"),
        (["check", "--format"], "--format 后面要写内容"),
        (["new", "annual", "去年"], "要写成数字，写的是“去年”"),
        (["mask"], "还要写：文件。运行 disclosure mask --help 看说明"),
    ],
)
def test_what_is_typed_wrong_is_explained_in_chinese(
    typed: list[str], told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as stop:
        main(typed)
    said = capsys.readouterr().err
    assert stop.value.code == 2 and told in said and "usage" not in said and "error" not in said


def test_the_help_is_in_chinese(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stop:
        main(["check", "--help"])
    said = capsys.readouterr().out
    assert stop.value.code == 0 and said.startswith("写法：disclosure check") and "显示这份说明" in said
    assert not re.search("usage|options|show this", said)
