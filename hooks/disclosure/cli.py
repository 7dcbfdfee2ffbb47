"""The commands: arguments in, exit code out.

0 is success, 1 means the column has errors, 2 means the command could not do its work at all.
"""

from __future__ import annotations

import argparse
import json
import logging
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from disclosure import host
from disclosure.arguments import Parser
from disclosure.authoring.collect import collect
from disclosure.authoring.masking.command import Masks, in_words
from disclosure.authoring.new_annual import new_annual_report
from disclosure.authoring.new_files import NewFileError, NewFiles, write_new
from disclosure.authoring.new_register import kind_named, kinds_in_words, new_register
from disclosure.authoring.reference import field_reference
from disclosure.authoring.rule_reference import rule_reference, rules_in_words
from disclosure.authoring.schema import schemas
from disclosure.derive.inspection.facts import facts_of
from disclosure.pipeline import inspect_column, read_column
from disclosure.problems import Problem, Severity, has_errors, standing_of, summary_of
from disclosure.publish.inspection import ReportError, read_before, refuse_inside, report_files, write_report
from disclosure.settings import cache_of, root_of, settings_of, target_of, today_of

OK, ERRORS, FAILED = 0, 1, 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command; returns its exit code."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    options = _parser().parse_args(arguments)
    command: Callable[[argparse.Namespace], int] = options.command
    try:
        status = command(options)
        sys.stdout.flush()
        return status
    except host.HostError as error:
        if str(error):
            print(error, file=sys.stderr)
            return FAILED
        return ERRORS
    except BrokenPipeError:
        # Whoever read along has closed the window or seen enough: nobody is left to tell.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FAILED
    except (OSError, OverflowError) as error:
        print(f"做不下去了：{error}；请检查文件夹和权限", file=sys.stderr)
        return FAILED
    except KeyboardInterrupt:
        print("已经停下；原来的网站和报告没有改动", file=sys.stderr)
        return FAILED


def _parser() -> argparse.ArgumentParser:
    parser = Parser(prog="disclosure", description="政府信息公开专栏：检查、生成、预览。")
    parser.add_argument(
        "--config", type=Path, default=Path("mkdocs.yml"), help="配置文件（默认：当前文件夹的 mkdocs.yml）"
    )
    commands = parser.add_subparsers(required=True, metavar="命令")

    build = commands.add_parser("build", help="生成整个网站；有错误时旧网站原样保留")
    build.set_defaults(command=_build)

    serve = commands.add_parser("serve", help="在本机预览，文件改了自动更新")
    serve.add_argument("--address", help="预览的地址和端口，如 127.0.0.1:8001")
    serve.set_defaults(command=_serve)

    check = commands.add_parser("check", help="只检查，不生成")
    check.add_argument("--format", choices=("text", "json", "github"), default="text", help="输出的形式（默认：text）")
    check.add_argument("--site", action="store_true", help="连生成的网站一起检查：链接、网页、有没有带出不公开的内容")
    check.add_argument("--list", action="store_true", help="列出全部检查规则")
    check.set_defaults(command=_check)

    report = commands.add_parser("report", help="写检查报告：三套指标的结论和证据、覆盖和及时情况、各机关的整改台账")
    report.add_argument(
        "--output", type=Path, metavar="文件夹", help="写到哪里（默认：配置文件旁边的 report）；与那里上一次的报告比较"
    )
    report.set_defaults(command=_report)

    collect = commands.add_parser("collect", help="采集下级专栏的开放数据，写到 catalogue/collected/")
    collect.add_argument(
        "sources", type=Path, nargs="+", metavar="来源", help="对方生成好的网站文件夹，或者它的压缩包（zip）"
    )
    collect.set_defaults(command=_collect)

    mask = commands.add_parser("mask", help="把文件里的个人信息换成遮蔽的样子；原件留一份")
    mask.add_argument("files", type=Path, nargs="+", metavar="文件", help="docx、xlsx、csv、md、yml、txt、html 文件")
    mask.add_argument("--dry-run", "--预览", action="store_true", help="只说会改什么，不改")
    mask.set_defaults(command=_mask)

    new = commands.add_parser("new", help="写一份待填的新文件，能填的先填好；已经有的文件不会改动")
    kinds = new.add_subparsers(required=True, metavar="种类")
    annual = kinds.add_parser("annual", help="年度报告：上年结转和规范性文件数先填好")
    annual.add_argument("year", type=int, help="报告的年度，如 2026")
    annual.add_argument("--organ", metavar="标识", help="部门、乡镇的报告：写 organs.yml 里的机关标识")
    annual.set_defaults(command=_new_annual)
    register = kinds.add_parser("register", help="名录：一个 .yml 和一个只有表头的 .csv")
    register.add_argument("kind", nargs="?", help="类别的名称或者英文名；不写就列出全部类别")
    register.set_defaults(command=_new_register)

    schema = commands.add_parser("schema", help="写出字段说明和 JSON Schema，供编辑器提示键名")
    schema.add_argument("folder", type=Path, help="写到哪个文件夹")
    schema.set_defaults(command=_schema)
    return parser


def _build(options: argparse.Namespace) -> int:
    _show_log(logging.INFO if sys.stderr.isatty() else logging.WARNING)
    site = host.build_site(options.config)
    print(f"网站已生成：{site}")
    return OK


def _serve(options: argparse.Namespace) -> int:
    _show_log(logging.INFO)
    host.serve_site(options.config, options.address)
    return OK


def _check(options: argparse.Namespace) -> int:
    if options.list:
        print(rules_in_words())
        return OK
    config = host.configuration(options.config)
    root, today = root_of(config), today_of(settings_of(config))
    if options.site:
        problems = inspect_column(root, today, target_of(config)).problems
    else:
        _, problems = read_column(root, today, cache_of(config))
    print(_FORMATS[options.format](problems))
    return ERRORS if has_errors(problems) else OK


def _report(options: argparse.Namespace) -> int:
    config = host.configuration(options.config)
    root, today, target = root_of(config), today_of(settings_of(config)), target_of(config)
    folder = options.output or root / "report"
    try:
        refuse_inside(folder, (Path(config.site_dir), root / "content", root / "catalogue"))
        before = read_before(folder, today)
    except ReportError as error:
        print(error, file=sys.stderr)
        return FAILED
    inspected = inspect_column(root, today, target)
    if inspected.column is None:
        print(summary_of(inspected.problems))
        return ERRORS
    is_site_known = inspected.outputs is not None
    facts = facts_of(inspected.column, inspected.problems, before, target.site_url, is_site_known=is_site_known)
    kept = write_report(report_files(facts, target.template_dirs[0]), folder)
    print(f"检查报告已写好：{folder / 'index.html'}")
    if kept:
        print(f"文件夹里您放的、填过的文件都留着：{'、'.join(kept)}")
    return OK


def _collect(options: argparse.Namespace) -> int:
    config = host.configuration(options.config)
    found, problems = collect(
        root_of(config), options.sources, today_of(settings_of(config)), target_of(config).site_url
    )
    for each in found:
        print(f"已采集：{each.column.name}，{len(each.column.documents)} 件，写在 {each.path}")
    for problem in problems:
        print(problem)
    return ERRORS if problems else OK


def _mask(options: argparse.Namespace) -> int:
    config = host.configuration(options.config)
    root, settings = root_of(config), settings_of(config)
    column, _ = read_column(root, today_of(settings))
    masks = Masks(root, root / settings.cache / "originals", column, is_trial=options.dry_run)
    code = OK
    for file in dict.fromkeys(options.files):
        masked = masks.mask(file)
        print("\n".join(in_words(masked, is_trial=options.dry_run)))
        code = FAILED if masked.by_hand else code
    return code


def _new_annual(options: argparse.Namespace) -> int:
    config = host.configuration(options.config)
    root = root_of(config)
    column, problems = read_column(root, today_of(settings_of(config)), cache_of(config))
    if column is None:
        print(summary_of(problems))
        return ERRORS
    return _write_new(root, lambda: new_annual_report(column, options.year, options.organ))


def _schema(options: argparse.Namespace) -> int:
    options.folder.mkdir(parents=True, exist_ok=True)
    for stem, schema in schemas().items():
        text = json.dumps(schema, ensure_ascii=False, indent=2) + "\n"
        (options.folder / f"{stem}.schema.json").write_text(text, encoding="utf-8", newline="\n")
    for name, text in (("fields.md", field_reference()), ("rules.md", rule_reference())):
        (options.folder / name).write_text(text, encoding="utf-8", newline="\n")
    return OK


def _new_register(options: argparse.Namespace) -> int:
    kind = kind_named(options.kind or "")
    if kind is None:
        said = f"没有“{options.kind}”这个类别；可以用：\n" if options.kind else ""
        print(f"{said}{kinds_in_words()}", file=sys.stderr if said else sys.stdout)
        return FAILED if said else OK
    config = host.configuration(options.config)
    return _write_new(root_of(config), lambda: new_register(kind, today_of(settings_of(config))))


def _write_new(root: Path, make: Callable[[], NewFiles]) -> int:
    """Write what ``make`` gives, and say what is to be done with it."""
    try:
        new = make()
        write_new(root, new)
    except NewFileError as error:
        print(error, file=sys.stderr)
        return FAILED
    print("\n".join([*(f"已写好：{path}" for path in new.files), *(f"- {each}" for each in new.to_do)]))
    return OK


def _show_log(level: int) -> None:
    """Let MkDocs and the hooks speak on the terminal."""
    logger = logging.getLogger("mkdocs")
    if not logger.handlers:
        handler = logging.StreamHandler()
        handler.setFormatter(logging.Formatter("%(message)s"))
        logger.addHandler(handler)
    logger.setLevel(level)


def _as_json(problems: tuple[Problem, ...]) -> str:
    found = [
        {
            "path": problem.path,
            "line": problem.line,
            "rule": problem.rule.name,
            "severity": problem.severity.name.lower(),
            "message": problem.message,
            "accepted": problem.accepted and {"reason": problem.accepted.reason, "date": str(problem.accepted.day)},
        }
        for problem in problems
    ]
    return json.dumps(found, ensure_ascii=False, indent=2)


def _as_github(problems: tuple[Problem, ...]) -> str:
    """Annotations of GitHub's workflow commands."""
    grades = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTICE: "notice"}
    return "\n".join(
        f"::{grades[problem.severity]} file={_escaped(problem.path, ',:')},line={problem.line},title={problem.rule.name}"
        f"::{_escaped(problem.message)}"
        for problem in standing_of(problems)
    )


def _escaped(text: str, more: str = "") -> str:
    """``text`` on one line, as the commands of GitHub ask it."""
    for sign in ("%", "\r", "\n", *more):
        text = text.replace(sign, f"%{ord(sign):02X}")
    return text


_FORMATS: dict[str, Callable[[tuple[Problem, ...]], str]] = {"text": summary_of, "json": _as_json, "github": _as_github}
