"""The QR code of a page's address, for readers who want the page on their phone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import segno
from markupsafe import Markup

QUIET = 4
"""Modules of white around the code, as ISO/IEC 18004 asks; scanners need them, the more so on a dark page."""

_MASK = 2
"""Any mask is sound; trying all eight for the fairest pattern costs five times as much a page."""


def qr_code(address: str) -> Markup:
    """An SVG of the code of ``address``: one unit a module, dark on white whatever the colours of the page."""
    matrix = segno.make_qr(address, error="m", mask=_MASK, boost_error=False).matrix
    size = len(matrix) + 2 * QUIET
    return Markup(
        '<svg class="dc-qr__code" role="img" aria-label="本页地址的二维码" xmlns="http://www.w3.org/2000/svg"'
        f' viewBox="0 0 {size} {size}" width="{4 * size}" height="{4 * size}" shape-rendering="crispEdges">'
        f'<path fill="#fff" d="M0 0h{size}v{size}H0z"/><path stroke="#000" d="{"".join(_lines(matrix))}"/></svg>'
    )


def _lines(matrix: Sequence[bytearray]) -> Iterator[str]:
    """The dark runs of every row as lines through the middle of the row."""
    for number, row in enumerate(matrix, QUIET):
        end = 0
        move = f"M{QUIET} {number}.5m"
        while (start := row.find(1, end)) >= 0:
            gap, end = start - end, row.find(0, start)
            end = end if end >= 0 else len(row)
            yield f"{move}{gap} 0h{end - start}"
            move = "m"
