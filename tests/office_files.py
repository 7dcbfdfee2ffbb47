"""Files of every kind that stand beside documents, made here so that tests know what is where in them.

Old binary formats are written by hand, as small as their readers accept: nobody writes them any more.
"""

from __future__ import annotations

import io
import struct
import zipfile
from collections.abc import Mapping, Sequence
from xml.sax.saxutils import escape

_FREE, _END, _FAT_SECTOR = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
_SECTOR = 512


def packed(files: Mapping[str, bytes | str], *, name_encoding: str = "") -> bytes:
    """A zip archive; with ``name_encoding`` its names are written as old programs do, without saying so."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            info = _OldInfo(name, name_encoding) if name_encoding else zipfile.ZipInfo(name)
            info.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(info, data)
    return content.getvalue()


class _OldInfo(zipfile.ZipInfo):
    def __init__(self, name: str, encoding: str) -> None:
        super().__init__(name)
        self._encoding = encoding

    def _encodeFilenameFlags(self) -> tuple[bytes, int]:  # noqa: N802
        return self.filename.encode(self._encoding), self.flag_bits


def changed(data: bytes, changes: Mapping[str, bytes | str | tuple[str, str]]) -> bytes:
    """A zip archive with parts replaced or added; a pair exchanges one text of a part for another."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts: dict[str, bytes | str] = {name: archive.read(name) for name in archive.namelist()}
    for name, change in changes.items():
        if isinstance(change, tuple):
            text = parts[name]
            assert isinstance(text, bytes) and change[0] in text.decode(), (name, change[0], text.decode())
            parts[name] = text.decode().replace(*change, 1)
        else:
            parts[name] = change
    return packed(parts)


def ole(streams: Mapping[str, bytes]) -> bytes:
    """An OLE2 container with the ``streams`` side by side; each is filled up to the size from which they lie in sectors."""
    contents = {
        name: data.ljust(max(4096, -(-len(data) // _SECTOR) * _SECTOR), b"\0") for name, data in streams.items()
    }
    names = sorted(contents, key=lambda name: (len(name), name.upper()))
    chains: list[tuple[int, int]] = []
    sectors = 1
    for name in names:
        count = len(contents[name]) // _SECTOR
        chains.append((sectors, count))
        sectors += count
    directory_count = -(-(len(names) + 1) // 4)
    directory = sectors
    sectors += directory_count
    fat = [_FAT_SECTOR]
    for start, count in (*chains, (directory, directory_count)):
        fat += [*range(start + 1, start + count), _END]
    assert len(fat) <= 128, "too large for one sector of the table"
    entries = [_entry("Root Entry", 5, child=1, start=_END, size=0)]
    for number, name in enumerate(names, 1):
        right = number + 1 if number < len(names) else _FREE
        entries.append(_entry(name, 2, right=right, start=chains[number - 1][0], size=len(contents[name])))
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16)
    header += struct.pack("<HHHHH6xIIIIIIIII", 0x3E, 3, 0xFFFE, 9, 6, 0, 1, directory, 0, 4096, _END, 0, _END, 0)
    header += struct.pack("<I", 0) + b"\xff" * (4 * 108)
    table = struct.pack(f"<{len(fat)}I", *fat).ljust(_SECTOR, b"\xff")
    return (
        header
        + table
        + b"".join(contents[name] for name in names)
        + b"".join(entries).ljust(directory_count * _SECTOR, b"\0")
    )


def _entry(name: str, kind: int, *, right: int = _FREE, child: int = _FREE, start: int, size: int) -> bytes:
    written = (name + "\0").encode("utf-16-le")
    return written.ljust(64, b"\0") + struct.pack(
        "<HBBIII16sI8s8sIQ", len(written), kind, 1, _FREE, right, child, bytes(16), 0, bytes(8), bytes(8), start, size
    )


def summary(properties: Mapping[int | str, str]) -> bytes:
    """The stream of properties of an old file: 2 title, 4 author, 8 who changed it last; those with names in a section of their own."""
    known = {number: value for number, value in properties.items() if isinstance(number, int)}
    named = {name: value for name, value in properties.items() if isinstance(name, str)}
    names = b"".join(
        struct.pack("<II", n, len(name.encode("gb18030")) + 1) + name.encode("gb18030") + b"\0"
        for n, name in enumerate(named, 2)
    )
    dictionary = struct.pack("<I", len(named)) + names
    first = _section(known, b"")
    second = _section(dict(enumerate(named.values(), 2)), dictionary.ljust(-(-len(dictionary) // 4) * 4, b"\0"))
    start = 28 + 2 * 20
    places = struct.pack("<16sI16sI", bytes(16), start, bytes(16), start + len(first))
    return struct.pack("<HHI16sI", 0xFFFE, 0, 2, bytes(16), 2) + places + first + second


def _section(properties: Mapping[int, str], names: bytes) -> bytes:
    values: dict[int, bytes] = {1: struct.pack("<IhH", 2, 936, 0)} | ({0: names} if names else {})
    for number, value in properties.items():
        text = value.encode("gb18030") + b"\0"
        values[number] = struct.pack("<II", 30, len(text)) + text.ljust(-(-len(text) // 4) * 4, b"\0")
    places = b""
    at = 8 + 8 * len(values)
    for number, content in values.items():
        places += struct.pack("<II", number, at)
        at += len(content)
    return struct.pack("<II", at, len(values)) + places + b"".join(values.values())


def doc(
    stories: Sequence[str],
    *,
    deleted: str = "",
    hidden: str = "",
    tables: Sequence[str] = (),
    row_ends: Sequence[str] = (),
    properties: Mapping[int | str, str] | None = None,
    is_encrypted: bool = False,
) -> bytes:
    """A Word file of the old format.

    ``stories`` are text, footnotes, headers, macros, comments, endnotes and text boxes; ``deleted`` and ``hidden`` are parts
    of the text, ``tables`` and ``row_ends`` its paragraphs that stand in tables, and that end rows.
    """
    text = "".join(stories)
    start = 1024
    word = bytearray(start) + text.encode("utf-16-le")
    word += bytes(-len(word) % _SECTOR)
    runs = [(text.index(part), part, code) for part, code in ((deleted, 0x0800), (hidden, 0x083C)) if part]
    characters = [(at, at + len(part), struct.pack("<HB", code, 1)) for at, part, code in sorted(runs)]
    paragraphs = []
    at = 0
    for part in text.replace("\x07", "\x07\n").replace("\r", "\r\n").split("\n")[:-1]:
        in_table = part in tables or part in row_ends
        sprms = struct.pack("<HB", 0x2416, 1) if in_table else b""
        sprms += struct.pack("<HB", 0x2417, 1) if part in row_ends and at else b""
        paragraphs.append((at, at + len(part), sprms))
        at += len(part)
    first_page = len(word) // _SECTOR
    word += _page(characters, start, len(text), is_paragraph=False) + _page(
        paragraphs, start, len(text), is_paragraph=True
    )
    table = bytearray()
    places: dict[int, tuple[int, int]] = {}
    bounds = struct.pack("<II", start, start + 2 * len(text))
    pieces = struct.pack("<ii", 0, len(text)) + struct.pack("<HIH", 0, start, 0)
    for number, content in (
        (12, bounds + struct.pack("<I", first_page)),
        (13, bounds + struct.pack("<I", first_page + 1)),
        (33, b"\x02" + struct.pack("<i", len(pieces)) + pieces),
        (36, struct.pack("<H", 3) + "经办人".encode("utf-16-le")),
        (71, struct.pack("<HHHH", 0xFFFF, 1, 0, 4) + r"D:\底".encode("utf-16-le")),
    ):
        places[number] = (len(table), len(content))
        table += content
    struct.pack_into("<HH", word, 0, 0xA5EC, 0x00C1)
    struct.pack_into("<H", word, 0x0A, 0x0200 | (0x0100 if is_encrypted else 0))
    for number, story in enumerate(stories):
        struct.pack_into("<i", word, 0x4C + 4 * number, len(story))
    for number, place in places.items():
        struct.pack_into("<ii", word, 0x9A + 8 * number, *place)
    streams = {"WordDocument": bytes(word), "1Table": bytes(table)}
    return ole(streams | ({"\x05SummaryInformation": summary(properties)} if properties else {}))


def _page(runs: Sequence[tuple[int, int, bytes]], start: int, length: int, *, is_paragraph: bool) -> bytes:
    """A page of runs with their properties; signs between the runs have none."""
    whole: list[tuple[int, int, bytes]] = []
    at = 0
    for first, last, sprms in runs:
        if first > at:
            whole.append((at, first, b""))
        whole.append((first, last, sprms))
        at = last
    if at < length:
        whole.append((at, length, b""))
    page = bytearray(_SECTOR)
    page[-1] = len(whole)
    struct.pack_into(f"<{len(whole) + 1}I", page, 0, *(start + 2 * first for first, _, _ in whole), start + 2 * length)
    places = 4 * (len(whole) + 1)
    end = _SECTOR - 2
    for number, (_, _, sprms) in enumerate(whole):
        if sprms:
            content = b"\0\0" + sprms if is_paragraph else sprms
            content = bytes([(len(content) + 2) // 2 if is_paragraph else len(content)]) + content
            end -= len(content) + len(content) % 2
            page[end : end + len(content)] = content
            page[places + number * (13 if is_paragraph else 1)] = end // 2
    return bytes(page)


def xls(sheets: Sequence[XlsSheet], *, unused: str = "", is_encrypted: bool = False) -> bytes:
    """A workbook of the old format."""
    texts = [text for sheet in sheets for text in sheet.texts.values()] + ([unused] if unused else [])
    strings = b"".join(_wide(text, "<H") for text in texts)
    font = struct.pack("<HHHHHBBBB", 200, 0, 0x7FFF, 400, 0, 0, 0, 134, 0) + _wide("宋体", "<B")
    before = _record(0x809, struct.pack("<HHHHII", 0x0600, 5, 0x0DBB, 0x07CC, 0, 6))
    before += _record(0x2F, bytes(54)) if is_encrypted else b""
    before += _record(0x42, struct.pack("<H", 1200)) + _record(0x31, font) * 5
    before += b"".join(
        _record(0xE0, struct.pack("<HHHBBBBIIH", 0, n, 0xFFF5, 0x20, 0, 0, 0xF4, 0, 0, 0)) for n in (0, 14)
    )
    after = _record(0xFC, struct.pack("<II", len(texts), len(texts)) + strings) + _record(0x0A, b"")
    bodies = []
    number = 0
    for sheet in sheets:
        bodies.append(sheet.records(number))
        number += len(sheet.texts)
    bound = [_record(0x85, struct.pack("<IBB", 0, sheet.state, 0) + _wide(sheet.name, "<B")) for sheet in sheets]
    place = len(before) + sum(map(len, bound)) + len(after)
    bound = []
    for sheet, body in zip(sheets, bodies, strict=True):
        bound.append(_record(0x85, struct.pack("<IBB", place, sheet.state, 0) + _wide(sheet.name, "<B")))
        place += len(body)
    return ole({"Workbook": before + b"".join(bound) + after + b"".join(bodies)})


class XlsSheet:
    """A sheet for :func:`xls`: texts and numbers by row and column (from 0); state 1 is hidden, 2 very hidden."""

    def __init__(
        self,
        name: str,
        texts: Mapping[tuple[int, int], str],
        numbers: Mapping[tuple[int, int], float] | None = None,
        *,
        state: int = 0,
        hidden_row: int = -1,
        note: str = "",
    ) -> None:
        self.name = name
        self.texts = texts
        self.numbers = numbers or {}
        self.state = state
        self.hidden_row = hidden_row
        self.note = note

    def records(self, first: int) -> bytes:
        rows = sorted({row for row, _ in (*self.texts, *self.numbers)})
        found = _record(0x809, struct.pack("<HHHHII", 0x0600, 16, 0x0DBB, 0x07CC, 0, 6))
        for row in rows:
            hidden = 0x20 if row == self.hidden_row else 0
            found += _record(0x208, struct.pack("<HHHHHHI", row, 0, 256, 255, 0, 0, 0x100 | hidden))
        for number, (row, column) in enumerate(self.texts, first):
            found += _record(0xFD, struct.pack("<HHHI", row, column, 0, number))
        for (row, column), value in self.numbers.items():
            found += _record(0x203, struct.pack("<HHHd", row, column, 0, value))
        if self.note:
            found += _record(0x5D, struct.pack("<HHHHH12x", 0x15, 18, 0x19, 1, 0x4011))
            found += _record(0x1B6, struct.pack("<HHHHHHHI", 0, 0, 0, 0, 0, len(self.note), 16, 0))
            found += _record(0x3C, b"\1" + self.note.encode("utf-16-le")) + _record(0x3C, bytes(16))
            found += _record(0x1C, struct.pack("<HHHH", 0, 0, 0, 1) + _wide("批注人", "<H"))
        return found + _record(0x0A, b"")


def _record(kind: int, content: bytes) -> bytes:
    return struct.pack("<HH", kind, len(content)) + content


def _wide(text: str, length: str) -> bytes:
    return struct.pack(length, len(text)) + b"\1" + text.encode("utf-16-le")


def pdf(
    pages: Sequence[str],
    *,
    has_map: bool = True,
    author: str = "",
    note: str = "",
    field: str = "",
    packed_file: tuple[str, bytes] | None = None,
    scans: int = 0,
    has_password: bool = False,
) -> bytes:
    """A PDF: a line of text a page, its font with or without a map to Unicode; ``scans`` are pages with a picture only."""
    signs = sorted({sign for page in pages for sign in page})
    codes = {sign: number for number, sign in enumerate(signs, 1)}
    lines = "\n".join(f"<{code:04x}> <{sign.encode('utf-16-be').hex()}>" for sign, code in codes.items())
    cmap = f"begincmap\n1 begincodespacerange <0000> <ffff> endcodespacerange\n{len(codes)} beginbfchar\n{lines}\nendbfchar\nendcmap"
    objects: dict[int, bytes] = {}
    unicode = "/ToUnicode 5 0 R" if has_map else ""
    objects[3] = (
        f"<</Type/Font/Subtype/Type0/BaseFont/Song/Encoding/Identity-H/DescendantFonts[4 0 R]{unicode}>>".encode()
    )
    objects[4] = (
        b"<</Type/Font/Subtype/CIDFontType2/BaseFont/Song/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"
        b"/FontDescriptor<</Type/FontDescriptor/FontName/Song/Flags 4/FontBBox[0 0 1000 1000]/ItalicAngle 0/Ascent 800"
        b"/Descent -200/CapHeight 700/StemV 80>>/DW 1000>>"
    )
    objects[5] = _stream(cmap.encode())
    objects[6] = _stream(
        b"\x7f" * 64, b"/Type/XObject/Subtype/Image/Width 8/Height 8/ColorSpace/DeviceGray/BitsPerComponent 8"
    )
    kids = []
    number = 10
    for page in (*pages, *[None] * scans):
        drawn = "q 595 0 0 842 0 0 cm /I Do Q"
        if page is not None:
            drawn = f"BT /F 12 Tf 50 700 Td <{''.join(f'{codes[sign]:04x}' for sign in page)}> Tj ET"
        notes = "/Annots[8 0 R 9 0 R]" if number == 10 else ""
        kids.append(f"{number} 0 R")
        objects[number] = (
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents {number + 1} 0 R{notes}"
            f"/Resources<</Font<</F 3 0 R>>/XObject<</I 6 0 R>>>>>>"
        ).encode()
        objects[number + 1] = _stream(drawn.encode())
        number += 2
    names = ""
    if packed_file:
        objects[number] = _stream(packed_file[1], b"/Type/EmbeddedFile")
        file_name = _hex(packed_file[0])
        names = f"/Names<</EmbeddedFiles<</Names[{file_name}<</Type/Filespec/F{file_name}/UF{file_name}/EF<</F {number} 0 R>>>>]>>>>"
    objects[1] = f"<</Type/Catalog/Pages 2 0 R/AcroForm<</Fields[9 0 R]>>{names}>>".encode()
    objects[2] = f"<</Type/Pages/Kids[{' '.join(kids)}]/Count {len(kids)}>>".encode()
    objects[7] = f"<</Author{_hex(author)}>>".encode()
    objects[8] = f"<</Type/Annot/Subtype/Text/Rect[0 0 9 9]/Contents{_hex(note)}/T{_hex('批注人')}>>".encode()
    objects[9] = f"<</Type/Annot/Subtype/Widget/FT/Tx/T{_hex('姓名')}/V{_hex(field)}/Rect[0 0 99 9]>>".encode()
    secret = (
        f"/Encrypt<</Filter/Standard/V 1/R 2/P -4/O<{'11' * 32}>/U<{'22' * 32}>>>/ID[<00><00>]" if has_password else ""
    )
    found = b"%PDF-1.7\n"
    places = {}
    for name in sorted(objects):
        places[name] = len(found)
        found += f"{name} 0 obj\n".encode() + objects[name] + b"\nendobj\n"
    table = f"xref\n0 {max(objects) + 1}\n0000000000 65535 f \n"
    table += "".join(
        f"{places[name]:010d} 00000 n \n" if name in places else "0000000000 65535 f \n"
        for name in range(1, max(objects) + 1)
    )
    trailer = f"trailer\n<</Size {max(objects) + 1}/Root 1 0 R/Info 7 0 R{secret}>>\nstartxref\n{len(found)}\n%%EOF"
    return found + table.encode() + trailer.encode()


def _stream(content: bytes, about: bytes = b"") -> bytes:
    return b"<<" + about + f"/Length {len(content)}>>\nstream\n".encode() + content + b"\nendstream"


def _hex(text: str) -> str:
    return f"<{('feff' + text.encode('utf-16-be').hex())}>"


def jpeg(*, author: str, comment: str) -> bytes:
    """A picture that says who took it and where: 31° 30′ north, 103° 15′ east."""
    place = struct.pack(">6I", 31, 1, 30, 1, 0, 1), struct.pack(">6I", 103, 1, 15, 1, 0, 1)
    name = author.encode() + b"\0"
    at = 8 + 2 + 2 * 12 + 4
    gps = at + len(name)
    tiff = b"MM\0*" + struct.pack(">I", 8) + struct.pack(">H", 2)
    tiff += struct.pack(">HHII", 0x013B, 2, len(name), at) + struct.pack(">HHII", 0x8825, 4, 1, gps) + bytes(4) + name
    values = gps + 2 + 4 * 12 + 4
    tiff += struct.pack(">H", 4) + struct.pack(">HHI4s", 1, 2, 2, b"N\0\0\0") + struct.pack(">HHII", 2, 5, 3, values)
    tiff += (
        struct.pack(">HHI4s", 3, 2, 2, b"E\0\0\0")
        + struct.pack(">HHII", 4, 5, 3, values + 24)
        + bytes(4)
        + place[0]
        + place[1]
    )
    exif = b"Exif\0\0" + tiff
    said = comment.encode()
    parts = struct.pack(">HH", 0xFFE1, len(exif) + 2) + exif + struct.pack(">HH", 0xFFFE, len(said) + 2) + said
    return b"\xff\xd8" + parts + b"\xff\xd9"


def png(text: str) -> bytes:
    """A picture with a comment."""
    content = b"Comment\0\0\0\0\0" + text.encode()
    return (
        b"\x89PNG\r\n\x1a\n"
        + struct.pack(">I", len(content))
        + b"iTXt"
        + content
        + bytes(4)
        + bytes(4)
        + b"IEND"
        + bytes(4)
    )


def pptx(*, slide: str, notes: str, comment: str, hidden: str) -> bytes:
    """Two slides, the second hidden."""
    space = (
        'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" '
        'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
        'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
    )

    def shown(text: str) -> str:
        return f"<p:cSld><p:spTree><p:sp><p:txBody><a:p><a:r><a:t>{escape(text)}</a:t></a:r></a:p></p:txBody></p:sp></p:spTree></p:cSld>"

    return packed(
        {
            "[Content_Types].xml": "<Types/>",
            "_rels/.rels": relations(("officeDocument", "ppt/presentation.xml")),
            "ppt/presentation.xml": f'<p:presentation {space}><p:sldIdLst><p:sldId r:id="r1"/><p:sldId r:id="r2"/></p:sldIdLst></p:presentation>',
            "ppt/_rels/presentation.xml.rels": relations(
                ("slide", "slides/slide1.xml"), ("slide", "slides/slide2.xml")
            ),
            "ppt/slides/slide1.xml": f"<p:sld {space}>{shown(slide)}</p:sld>",
            "ppt/slides/slide2.xml": f'<p:sld {space} show="0">{shown(hidden)}</p:sld>',
            "ppt/slides/_rels/slide1.xml.rels": relations(
                ("notesSlide", "../notesSlides/notesSlide1.xml"), ("comments", "../comments/comment1.xml")
            ),
            "ppt/notesSlides/notesSlide1.xml": f"<p:notes {space}>{shown(notes)}</p:notes>",
            "ppt/comments/comment1.xml": f"<p:cmLst {space}><p:cm><p:text>{comment}</p:text></p:cm></p:cmLst>",
        }
    )


def relations(*pairs: tuple[str, str]) -> str:
    """The part that says to what another part is related: kind and target of each, numbered r1, r2 …"""
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    found = "".join(
        f'<Relationship Id="r{n}" Type="{kind}/{name}" Target="{to}"/>' for n, (name, to) in enumerate(pairs, 1)
    )
    return (
        f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{found}</Relationships>'
    )


def ofd(*pages: str, author: str = "") -> bytes:
    """A file of the national layout format, its text cut into objects of a few signs."""
    space = 'xmlns:ofd="http://www.ofdspec.org/2016"'
    parts: dict[str, bytes | str] = {
        "OFD.xml": f"<ofd:OFD {space}><ofd:DocBody><ofd:DocInfo><ofd:Author>{author}</ofd:Author></ofd:DocInfo></ofd:DocBody></ofd:OFD>"
    }
    for number, page in enumerate(pages):
        objects = "".join(
            f'<ofd:TextObject Boundary="{10 + 4 * at} 20 12 4"><ofd:TextCode>{page[at : at + 3]}</ofd:TextCode></ofd:TextObject>'
            for at in range(0, len(page), 3)
        )
        parts[f"Doc_0/Pages/Page_{number}/Content.xml"] = (
            f"<ofd:Page {space}><ofd:Layer>{objects}</ofd:Layer></ofd:Page>"
        )
    return packed(parts)
