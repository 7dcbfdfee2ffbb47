"""The style sheets, scripts and pictures of our theme, which are published as they lie there."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from disclosure.publish.output import Output

_FOLDER = "assets"


def theme_files(theme: Path) -> Iterator[Output]:
    """Every file in the folder of assets of ``theme``, hidden ones left out."""
    for file in sorted((theme / _FOLDER).rglob("*")):
        parts = file.relative_to(theme).parts
        if file.is_file() and not any(part.startswith(".") for part in parts):
            yield Output("/".join(parts), file=file)
