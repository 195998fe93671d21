"""The recipe inside pictures: it comes back as it went in, and no file of whatever content does any harm."""

from __future__ import annotations

import struct
import time
import zlib
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
import shiboken6
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QWidget

from engine.parameter import SettingsError
from gui.export import FORMATS, Options, read_recipe
from gui.export.embedded import MOST_BYTES, PNG_SIGNATURE, with_texts


@pytest.fixture
def widget(qapp: QApplication) -> Iterator[QWidget]:
    made = QWidget()
    made.resize(20, 20)
    yield made
    shiboken6.delete(made)


RECIPES = ['{"a": 1}\n', '{"name": "勾配 <&> ]]> \\" é 🙂"}\n', "{}\n" + " " * 100_000]


@pytest.mark.parametrize("recipe", RECIPES)
@pytest.mark.parametrize("key", ["png", "svg"])
def test_recipe_returns(widget: QWidget, tmp_path: Path, key: str, recipe: str) -> None:
    path = tmp_path / f"a.{key}"
    FORMATS[key].write(widget, path, Options(recipe=recipe, title="a <title> & 勾配 \x00"))
    assert read_recipe(path) == recipe
    assert not QImage(str(path)).isNull() or key == "svg"
    FORMATS[key].write(widget, path, Options())
    assert read_recipe(path) is None


def chunk(kind: bytes, data: bytes, length: int | None = None) -> bytes:
    head = struct.pack(">I", len(data) if length is None else length)
    return head + kind + data + struct.pack(">I", zlib.crc32(kind + data))


LAUGHS = (
    '<!DOCTYPE svg [<!ENTITY a "ha">' + "".join(f'<!ENTITY {c} "{f"&{p};" * 10}">' for p, c in zip("abcdefgh", "bcdefghi", strict=True)) + "]>"
)  # fmt: skip
SVG_START = '<svg xmlns="http://www.w3.org/2000/svg"><metadata><recipe xmlns="urn:kobai:recipe">'
SVG_END = "</recipe></metadata></svg>"
ITXT = b"kobai-recipe\0\0\0\0\0"
HEADER = PNG_SIGNATURE + chunk(b"IHDR", bytes(13))
HOSTILE: dict[str, bytes] = {
    "empty": b"",
    "text": b"kobai",
    "signature only": PNG_SIGNATURE,
    "a length beyond the file": HEADER + chunk(b"iTXt", ITXT + b"{}", 2**32 - 1),
    "a damaged recipe": HEADER + chunk(b"iTXt", ITXT + b"{}")[:-1] + b"!",
    "a recipe that is not UTF-8": HEADER + chunk(b"iTXt", ITXT + b"\xff\xfe"),
    "a huge recipe": HEADER + chunk(b"iTXt", ITXT + bytes(MOST_BYTES + 1)),
    "a million chunks": HEADER + chunk(b"tEXt", b"") * 1_000_000,
    "another text": HEADER + chunk(b"iTXt", b"Title\0\0\0\0\0kobai-recipe"),
    "entities that grow": (LAUGHS + SVG_START + "&i;" + SVG_END).encode(),
    "a file from outside": (
        '<!DOCTYPE svg [<!ENTITY f SYSTEM "file:///etc/passwd">]>' + SVG_START + "&f;" + SVG_END
    ).encode(),
    "an entity of nobody": (SVG_START + "&nobody;" + SVG_END).encode(),
    "nested deeply": ('<svg xmlns="http://www.w3.org/2000/svg">' + "<g>" * 100_000).encode(),
    "a cut SVG": (SVG_START + "{").encode(),
    "a huge SVG recipe": (SVG_START + " " * (MOST_BYTES + 1) + SVG_END).encode(),
    "not an SVG": SVG_START.replace("svg", "html").encode() + b"{}",
    "an encoding of nobody": b"<?xml version='1.0' encoding='nobody'?><svg/>",
    "a zero byte": SVG_START.encode() + b"\0",
}
REFUSED = {"a damaged recipe", "a recipe that is not UTF-8", "a huge recipe", "a cut SVG", "a huge SVG recipe",
           "an entity of nobody", "a zero byte", "a length beyond the file"}  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_pictures_hold_no_recipe(tmp_path: Path, name: str) -> None:
    path = tmp_path / "a"
    path.write_bytes(HOSTILE[name])
    began = time.perf_counter()
    if name in REFUSED:
        with pytest.raises(SettingsError):
            read_recipe(path)
    else:
        assert read_recipe(path) is None
    assert time.perf_counter() - began < 5


@given(data=st.binary(max_size=200), start=st.sampled_from([b"", HEADER, SVG_START.encode(), HEADER[:-4] + ITXT]))
@settings(max_examples=200, deadline=1000, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_bytes_are_a_recipe_or_none(tmp_path: Path, data: bytes, start: bytes) -> None:
    path = tmp_path / "a"
    path.write_bytes(start + data)
    with suppress(SettingsError):
        assert read_recipe(path) is None or isinstance(read_recipe(path), str)


def test_reading_needs_a_file(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "none.png"):
        with pytest.raises(OSError, match=path.name):
            read_recipe(path)


def test_texts_stand_before_the_picture(widget: QWidget) -> None:
    png = FORMATS["png"].encode(widget, Options(title="勾配"))
    assert png.index(b"iTXtTitle") < png.index(b"IDAT")
    assert QImage.fromData(png).text("Title") == "勾配"
    assert QImage.fromData(with_texts(png, {"Note": "x"})).text("Note") == "x"
