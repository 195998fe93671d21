"""The recipe and the title inside a picture, and back out of it."""

from __future__ import annotations

import struct
import zlib
from html import escape
from pathlib import Path
from typing import BinaryIO
from xml.parsers import expat

from engine.parameter import QT_TRANSLATE_NOOP, SettingsError
from engine.parameter.errors import Phrase
from engine.recipe import MORE_THAN, MOST_BYTES, MOST_SIZE

RECIPE = "kobai-recipe"
NAMESPACE = "urn:kobai:recipe"
SVG_NAMESPACE = "http://www.w3.org/2000/svg"
PNG_SIGNATURE = b"\x89PNG\r\n\x1a\n"
PNG_HEADER_END = 33  # of signature and IHDR, which always has 13 bytes
# Written by Kobai a recipe stands before the picture, so little need be read of any file.
MOST_CHUNKS = 1000


def read_recipe(path: str | Path) -> str | None:
    """The recipe's JSON inside a PNG or SVG file written by Kobai; None if the file is no such picture or holds none.

    Raises SettingsError if the recipe is damaged or larger than any recipe, OSError if the file cannot be read.
    """
    with Path(path).open("rb") as file:
        start = file.read(len(PNG_SIGNATURE))
        if start == PNG_SIGNATURE:
            return _from_png(file)
        return _from_svg(start + file.read(MOST_BYTES - len(start)))


# -- PNG --------------------------------------------------------------------------------------------------------------


def with_texts(png: bytes, texts: dict[str, str]) -> bytes:
    """A PNG file with international text chunks, uncompressed, in front of its picture."""
    chunks = b"".join(_text_chunk(keyword, text) for keyword, text in texts.items())
    return png[:PNG_HEADER_END] + chunks + png[PNG_HEADER_END:]


def _text_chunk(keyword: str, text: str) -> bytes:
    # Keyword; not compressed; no language and no translated keyword; the text (PNG 1.2, section 4.2.3.3).
    data = keyword.encode("latin-1") + b"\0\0\0\0\0" + text.encode("utf-8", "replace")
    return struct.pack(">I", len(data)) + b"iTXt" + data + struct.pack(">I", zlib.crc32(b"iTXt" + data))


def _from_png(file: BinaryIO) -> str | None:
    keyword = RECIPE.encode() + b"\0\0\0\0\0"
    for _ in range(MOST_CHUNKS):
        head = file.read(8)
        if len(head) < 8 or head[4:] == b"IDAT":
            return None
        length = int.from_bytes(head[:4], "big")
        place = file.tell()
        if head[4:] == b"iTXt" and file.read(len(keyword)) == keyword:
            return _chunk_text(file, keyword, length - len(keyword))
        file.seek(place + length + 4)
    return None


def _chunk_text(file: BinaryIO, keyword: bytes, length: int) -> str:
    if length > MOST_BYTES:
        raise _too_large()
    data = file.read(length)
    check = file.read(4)
    if zlib.crc32(b"iTXt" + keyword + data).to_bytes(4, "big") != check:
        found = QT_TRANSLATE_NOOP("engine", "the recipe in the picture is damaged")
        raise SettingsError("", "syntax", found)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        found = QT_TRANSLATE_NOOP("engine", "the recipe in the picture is not UTF-8 text")
        raise SettingsError("", "syntax", found) from None


def _too_large() -> SettingsError:
    return SettingsError("", "too_large", Phrase(MORE_THAN, size=MOST_SIZE), MOST_SIZE)


# -- SVG --------------------------------------------------------------------------------------------------------------


def svg_head(title: str, recipe: str) -> str:
    """Title and metadata elements for the start of an SVG document."""
    parts = []
    if title:
        parts.append(f"<title>{_character_data(title)}</title>")
    if recipe:
        element = f'<recipe xmlns="{NAMESPACE}">{_character_data(recipe)}</recipe>'
        parts.append(f"<metadata>{element}</metadata>")
    return "\n".join(parts)


def _character_data(text: str) -> str:
    """Text for XML, without the control characters that XML cannot hold; line ends as they are."""
    allowed = "".join(c for c in text if c in "\t\n" or (c >= " " and c not in "\ufffe\uffff"))
    return escape(allowed, quote=False)


class _Reader:
    """Looks for the recipe in an SVG document, without ever expanding an entity of the document's own."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.inside = self.complete = False
        self._parser = expat.ParserCreate(namespace_separator=" ")
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.CharacterDataHandler = self._text
        self._parser.StartDoctypeDeclHandler = self._doctype
        self._root_seen = False

    def read(self, data: bytes) -> None:
        """Parse until the recipe is complete, something is wrong, or `data` ends."""
        try:
            self._parser.Parse(data, True)
        except (expat.ExpatError, _Enough, LookupError, ValueError):
            return

    def _start(self, name: str, _values: dict[str, str]) -> None:
        if not self._root_seen and name != f"{SVG_NAMESPACE} svg":
            raise _Enough
        self._root_seen = True
        self.inside = name == f"{NAMESPACE} recipe"

    def _end(self, _name: str) -> None:
        if self.inside:
            self.complete = True
            raise _Enough

    def _text(self, text: str) -> None:
        if self.inside:
            self.parts.append(text)

    def _doctype(self, *_declared: object) -> None:
        # Kobai writes none, and without one there is nothing that could expand or be fetched.
        raise _Enough


class _Enough(Exception):  # noqa: N818 - nothing is wrong
    """Ends the parsing."""


def _from_svg(data: bytes) -> str | None:
    reader = _Reader()
    reader.read(data)
    if reader.complete:
        return "".join(reader.parts)
    if not reader.inside:
        return None
    if len(data) >= MOST_BYTES:
        raise _too_large()
    raise SettingsError("", "syntax", QT_TRANSLATE_NOOP("engine", "the recipe in the picture is cut"))
