"""The MkDocs events in firing order: a thin skin over ``disclosure.pipeline``, and the only hook in mkdocs.yml.

MkDocs gives us configuration, the folders of the theme, the copying of files and the preview; pages, checks and data
are the pipeline's.  This module stays loaded while ``mkdocs serve`` runs, so every build sets its state anew.
"""

import logging
import sys
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.structure.files import File, Files

from disclosure import pipeline
from disclosure.host import listen_on_both
from disclosure.problems import BadInput, Problem, summary_of
from disclosure.publish import Output, render_problems
from disclosure.settings import root_of, settings_of, target_of, today_of

log = logging.getLogger("mkdocs.plugins.disclosure")

is_preview = False
outputs: tuple[Output, ...] = ()
problems: tuple[Problem, ...] = ()


def on_startup(command: str, dirty: bool) -> None:
    """Remember whether this is the preview; let worker processes find the package that lies beside this file."""
    global is_preview, outputs
    is_preview = command == "serve"
    outputs = ()
    if (here := str(Path(__file__).parent)) not in sys.path:
        sys.path.append(here)


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Load the column, make its site and check both, before MkDocs cleans anything.

    A build stops here with everything that is wrong.  The preview says it and goes on showing the last sound site.
    """
    global outputs, problems
    try:
        outputs, problems = pipeline.build_site(root_of(config), today_of(settings_of(config)), target_of(config))
    except BadInput as bad:
        problems = bad.problems
        if not is_preview:
            raise PluginError(f"专栏的内容有错误：\n{bad}") from None
        log.error("专栏的内容有错误，预览仍是改动之前的样子：\n%s", bad)
    else:
        if problems:
            log.info("%s", summary_of(problems))
    config.theme.static_templates.clear()
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Replace everything that MkDocs found in content/ and in the theme by what the pipeline publishes."""
    if outputs:
        return Files([_file(each, config) for each in outputs if each.file is None or each.file.is_file()])
    page = render_problems(target_of(config).template_dirs, problems).encode()
    return Files([_file(Output(path, content=page), config) for path in ("index.html", "404.html")])


def on_serve(server: LiveReloadServer, config: MkDocsConfig, builder: object) -> LiveReloadServer:
    """Rebuild when a catalogue or a template changes, too; content/ is watched by MkDocs."""
    server.watch(str(root_of(config) / "catalogue"))
    server.watch(target_of(config).template_dirs[0])
    listen_on_both(server)
    return server


def _file(output: Output, config: MkDocsConfig) -> File:
    if output.file is not None:
        return File.generated(config, output.path, abs_src_path=str(output.file))
    return File.generated(config, output.path, content=output.content or b"")
