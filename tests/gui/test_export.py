"""Pictures: what librsvg makes of the SVG beside the screen, sizes and sharpness of the PNG, the recipe inside both."""

from __future__ import annotations

import errno
import shutil
import struct
import subprocess
import time
import zlib
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import numpy as np
import pyqtgraph as pg
import pytest
import shiboken6
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray
from PySide6.QtCore import QByteArray, QPointF, QRectF, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QConicalGradient,
    QFontDatabase,
    QFontMetrics,
    QImage,
    QLinearGradient,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication, QLabel, QVBoxLayout, QWidget

from engine import files
from engine.parameter import SettingsError
from gui.export import FORMATS, Options, read_recipe
from gui.export.clipboard import copy_picture
from gui.export.embedded import MOST_BYTES, PNG_SIGNATURE, with_texts
from gui.export.png import grab
from gui.fonts import load_fonts
from gui.theme import Theme, load_theme
from gui.theme.ratio import device_ratio, draws_vectors

Pixels = NDArray[np.float64]
FORMULA = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20">
<path d="M2 18 L10 2 Q20 2 18 18 Z M24 9 H38 V11 H24 Z" fill="#22252b"/></svg>"""
needs_librsvg = pytest.mark.skipif(shutil.which("rsvg-convert") is None, reason="apt-get install librsvg2-bin")


class Painted(QWidget):
    """Runs `paint` on itself; everything a painter can do that a plot does not."""

    def __init__(self, paint: Callable[[QPainter], None], size: tuple[int, int]) -> None:
        super().__init__()
        self._paint = paint
        self.setFixedSize(*size)
        self.setPalette(load_theme("light").palette())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint(painter)
        painter.end()


def painted_things(theme: Theme) -> Callable[[QPainter], None]:
    formula = QSvgRenderer(QByteArray(FORMULA.encode()))
    gradient = QLinearGradient(0, 0, 1, 0)
    gradient.setCoordinateMode(QLinearGradient.CoordinateMode.ObjectMode)
    gradient.setStops([(0.0, theme.color(3)), (1.0, theme.color(2))])

    def paint(painter: QPainter) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.brush("soft"))
        painter.drawRoundedRect(QRectF(1, 1, 378, 88), 8, 8)
        formula.render(painter, QRectF(10, 10, 80, 40))
        painter.save()
        painter.translate(100, 10)
        painter.setClipRect(QRectF(0, 0, 70, 60))
        painter.setPen(theme.pen(0, 3))
        painter.setBrush(theme.brush(1, 0.4))
        painter.drawEllipse(QPointF(35, 50), 60, 30)
        painter.restore()
        painter.setBrush(QBrush(gradient))
        painter.drawRect(QRectF(190, 10, 60, 40))
        painter.setOpacity(0.5)
        painter.fillRect(QRectF(260, 10, 60, 40), theme.color(0))
        painter.setOpacity(1)
        painter.setPen(theme.color("ink"))
        painter.setFont(theme.font(13))
        painter.drawText(QPointF(190, 75), "確率的勾配 η = 0.1")

    return paint


def plot(theme: Theme) -> pg.PlotWidget:
    """A decade axis, a legend, a rotated name, areas, dashes, marks and an image, with curves that leave the box."""
    widget = pg.PlotWidget(background=theme.color("paper"))
    widget.setFrameShape(widget.Shape.NoFrame)
    widget.setRange(xRange=(0, 10), yRange=(-1, 1), padding=0)
    widget.setLabel("left", "loss f, 対数", color=theme.colors["quiet"])
    widget.setLabel("bottom", "step t", color=theme.colors["quiet"])
    widget.getAxis("left").setTicks([[(-1, "10⁻¹"), (0, "1"), (1, "10¹")]])
    widget.addLegend(labelTextColor=theme.color("ink"))
    x = np.linspace(-2, 12, 200)
    area = pg.PlotCurveItem(x, 0.7 * np.sin(x), pen=theme.pen(0, 1.5), brush=theme.brush(0, 0.3), fillLevel=0)
    for item in (
        area,
        pg.PlotCurveItem(x, 3 * np.cos(2 * x), pen=theme.pen(1, 2), name="曲線", antialias=True),
        pg.InfiniteLine(5, pen=theme.pen("ink", 1, "dash")),
        pg.ImageItem(np.arange(16.0).reshape(4, 4), rect=QRectF(7, -0.9, 2, 0.6)),
        pg.ScatterPlotItem([2, 4, 9.9], [0.5, -0.5, 0.2], size=12, pen=theme.pen("paper", 2), brush=theme.brush(2)),
    ):
        widget.addItem(item)
    return widget


def sample(theme: Theme) -> QWidget:
    widget = QWidget()
    palette = theme.palette()
    palette.setColor(palette.ColorRole.Window, theme.color("paper"))
    widget.setPalette(palette)
    widget.setAutoFillBackground(True)
    column = QVBoxLayout(widget)
    label = QLabel("学習率 — <b>the race</b>")
    label.setFont(theme.font(15))
    column.addWidget(label)
    column.addWidget(plot(theme))
    column.addWidget(Painted(painted_things(theme), (380, 90)))
    widget.resize(500, 460)
    return widget


@pytest.fixture
def shown(qapp: QApplication) -> Iterator[Callable[[QWidget], QWidget]]:
    """Lays a widget out as if on the screen; deletes it afterwards, which Python's collector must not do."""
    load_fonts()
    window = QWidget()
    window.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
    window.show()

    def show(widget: QWidget) -> QWidget:
        widget.setParent(window)
        widget.show()
        qapp.processEvents()
        return widget

    yield show
    shiboken6.delete(window)


def pixels(image: QImage) -> Pixels:
    """Red, green, blue as an array of shape (height, width, 3)."""
    image = image.convertToFormat(QImage.Format.Format_RGB888)
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine())
    return rows[:, : 3 * image.width()].reshape(image.height(), image.width(), 3).astype(np.float64)


def rasterised(svg: bytes, scale: float = 1) -> Pixels:
    """What librsvg makes of the document."""
    run = ["rsvg-convert", "--zoom", str(scale), "--background-color", "white"]
    return pixels(QImage.fromData(subprocess.run(run, input=svg, capture_output=True, check=True).stdout))


def blurred(picture: Pixels) -> Pixels:
    """Means over 3 × 3 pixels: hinted and unhinted letters are then alike, a missing one is not."""
    padded = np.pad(picture, ((1, 1), (1, 1), (0, 0)), mode="edge")
    height, width = picture.shape[:2]
    return np.mean([padded[i : i + height, j : j + width] for i in range(3) for j in range(3)], axis=0)


# -- likeness ---------------------------------------------------------------------------------------------------------


@needs_librsvg
@pytest.mark.parametrize("name", ["light", "dark"])
@pytest.mark.parametrize("scale", [1, 2])
def test_svg_looks_like_the_screen(shown: Callable[[QWidget], QWidget], name: str, scale: int) -> None:
    theme = load_theme(name)
    svg = FORMATS["svg"].encode(shown(sample(theme)), Options())
    screen = pixels(grab(shown(sample(theme.scaled(scale))), scale))
    drawn = rasterised(svg, scale)
    assert drawn.shape == screen.shape == (460 * scale, 500 * scale, 3)
    assert np.abs(drawn - screen).mean() < 1.2
    far = np.abs(blurred(drawn) - blurred(screen)).max(axis=2) > 64
    assert far.mean() < 0.002
    assert screen.std() > 20  # there was something to compare


def test_svg_needs_nothing_else(shown: Callable[[QWidget], QWidget]) -> None:
    svg = FORMATS["svg"].encode(shown(sample(load_theme("light"))), Options()).decode()
    assert "<text" not in svg
    assert "font" not in svg
    assert svg.count("href=") == svg.count('xlink:href="data:image/png;base64,') == 1  # the image on the plot


@needs_librsvg
def test_a_curve_paints_nothing_outside_its_plot(shown: Callable[[QWidget], QWidget]) -> None:
    widget = plot(load_theme("light"))
    widget.resize(400, 300)
    shown(widget)
    box = widget.getPlotItem().getViewBox().sceneBoundingRect().toAlignedRect()
    outside = np.ones((300, 400), dtype=bool)
    outside[box.top() : box.bottom() + 1, box.left() : box.right() + 1] = False
    before = rasterised(FORMATS["svg"].encode(widget, Options()))
    widget.addItem(pg.PlotCurveItem([-50, 60, -20, 5], [-9, 9, 9, -9], pen=pg.mkPen("m", width=5)), ignoreBounds=True)
    after = rasterised(FORMATS["svg"].encode(widget, Options()))
    changed = (before != after).any(axis=2)
    assert changed[~outside].any()
    assert not changed[outside].any()


@needs_librsvg
@pytest.mark.parametrize("scale", [1, 2])
@pytest.mark.parametrize("width", [1.0, 2.0, 3.5])
@pytest.mark.parametrize("cosmetic", [True, False])
def test_lines_keep_their_width(shown: Callable[[QWidget], QWidget], width: float, scale: int, cosmetic: bool) -> None:
    def paint(painter: QPainter) -> None:
        painter.fillRect(0, 0, 60, 60, QColor("white"))
        if cosmetic:
            painter.scale(3, 0.25)  # of no effect on a cosmetic pen
        pen = QPen(QColor("black"), width)
        pen.setCosmetic(cosmetic)
        painter.setPen(pen)
        painter.drawLine(QPointF(0, 30 / (0.25 if cosmetic else 1)), QPointF(60, 30 / (0.25 if cosmetic else 1)))

    widget = shown(Painted(paint, (60, 60)))
    profile = 1 - rasterised(FORMATS["svg"].encode(widget, Options()), scale)[:, 30 * scale, 0] / 255
    assert profile.sum() == pytest.approx(width * scale, rel=0.2)


@needs_librsvg
def test_a_slanted_transform_squeezes_plain_pens(shown: Callable[[QWidget], QWidget]) -> None:
    def paint(painter: QPainter) -> None:
        painter.fillRect(0, 0, 60, 60, QColor("white"))
        painter.scale(1, 4)
        painter.setPen(QPen(QColor("black"), 2))
        painter.drawLine(QPointF(0, 7.5), QPointF(60, 7.5))

    svg = FORMATS["svg"].encode(shown(Painted(paint, (60, 60))), Options())
    assert (1 - rasterised(svg)[:, 30, 0] / 255).sum() == pytest.approx(8, rel=0.05)


@needs_librsvg
@pytest.mark.parametrize("style", [Qt.BrushStyle.BDiagPattern, Qt.BrushStyle.CrossPattern, Qt.BrushStyle.Dense4Pattern])
def test_hatches_cover_as_much_as_on_the_screen(shown: Callable[[QWidget], QWidget], style: Qt.BrushStyle) -> None:
    widget = shown(Painted(lambda painter: painter.fillRect(4, 4, 72, 72, QBrush(QColor("black"), style)), (80, 80)))
    screen, drawn = pixels(grab(widget)), rasterised(FORMATS["svg"].encode(widget, Options()))
    assert drawn[8:72, 8:72].mean() == pytest.approx(screen[8:72, 8:72].mean(), rel=0.12)


@needs_librsvg
def test_cones_of_colour_come_as_an_image(shown: Callable[[QWidget], QWidget]) -> None:
    cone = QConicalGradient(40, 40, 0)
    cone.setStops([(0.0, QColor("#0072B2")), (1.0, QColor("#E69F00"))])
    widget = shown(Painted(lambda painter: painter.fillRect(0, 0, 80, 80, QBrush(cone)), (80, 80)))
    svg = FORMATS["svg"].encode(widget, Options())
    assert b"data:image/png" in svg
    assert np.abs(rasterised(svg) - pixels(grab(widget))).mean() < 2


@needs_librsvg
def test_clips_nest_and_are_undone(shown: Callable[[QWidget], QWidget]) -> None:
    def paint(painter: QPainter) -> None:
        painter.fillRect(0, 0, 90, 60, QColor("white"))
        painter.setClipRect(QRectF(10, 10, 40, 40))
        painter.save()
        painter.translate(30, 0)
        painter.setClipRect(QRectF(0, 0, 60, 30), Qt.ClipOperation.IntersectClip)
        painter.fillRect(-30, 0, 90, 60, QColor("red"))  # only in 30 … 50 × 10 … 30
        painter.restore()
        painter.fillRect(0, 40, 90, 20, QColor("blue"))  # only in 10 … 50 × 40 … 50
        painter.setClipping(False)
        painter.fillRect(80, 0, 10, 10, QColor("lime"))

    widget = shown(Painted(paint, (90, 60)))
    drawn = rasterised(FORMATS["svg"].encode(widget, Options()))
    np.testing.assert_array_equal(drawn, pixels(grab(widget)))
    assert (drawn[10:30, 30:50] == (255, 0, 0)).all()


# -- PNG --------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("scale", [1, 2, 8, 1.5, 0.25])
def test_png_has_exactly_its_size(shown: Callable[[QWidget], QWidget], tmp_path: Path, scale: float) -> None:
    widget = shown(sample(load_theme("light").scaled(scale)))
    FORMATS["png"].write(widget, tmp_path / "a.png", Options(scale=scale))
    image = QImage(str(tmp_path / "a.png"))
    assert (image.width(), image.height()) == (round(500 * scale), round(460 * scale))
    assert image.dotsPerMeterX() == pytest.approx(96 / 0.0254 * scale, abs=1)
    assert pixels(image).std() > 20


def test_marks_are_as_sharp_as_the_picture(shown: Callable[[QWidget], QWidget]) -> None:
    def edge(scale: int) -> int:
        theme = load_theme("light").scaled(scale)
        widget = pg.PlotWidget(background="w")
        widget.resize(60, 60)
        widget.hideAxis("left")
        widget.hideAxis("bottom")
        widget.addItem(pg.ScatterPlotItem([0], [0], size=30, symbol="s", pen=theme.pen("ink", 0), brush="k"))
        row = pixels(grab(shown(widget), scale))[30 * scale, :, 0]
        return int(((row > 20) & (row < 235)).sum())

    assert edge(4) <= edge(1)  # neither gains grey pixels: an atlas of the screen's resolution would be blown up


def test_plots_are_left_as_they_were(shown: Callable[[QWidget], QWidget]) -> None:
    widget = shown(sample(load_theme("light")))
    before = pixels(grab(widget))
    grab(widget, 2)
    FORMATS["svg"].encode(widget, Options())
    np.testing.assert_array_equal(pixels(grab(widget)), before)
    view = widget.findChild(pg.PlotWidget)
    assert view.cacheMode() == view.CacheModeFlag.CacheBackground
    assert all(item._exportOpts is False for item in view.items() if isinstance(item, pg.ScatterPlotItem))


def test_clipboard_takes_the_image(shown: Callable[[QWidget], QWidget], qapp: QApplication) -> None:
    widget = shown(sample(load_theme("light").scaled(2)))
    copy_picture(widget, 2)
    image = qapp.clipboard().image()
    np.testing.assert_array_equal(pixels(image), pixels(grab(widget, 2)))
    qapp.clipboard().clear()


# -- painters ---------------------------------------------------------------------------------------------------------


def test_painted_items_learn_what_they_paint_on(shown: Callable[[QWidget], QWidget]) -> None:
    seen: list[tuple[float, bool]] = []

    def paint(painter: QPainter) -> None:
        painter.translate(3, 4)
        painter.rotate(90)  # the first entry of the matrix is 0 now
        painter.scale(5, 7)
        seen.append((round(device_ratio(painter), 6), draws_vectors(painter)))

    widget = shown(Painted(paint, (20, 20)))
    seen.clear()
    grab(widget, 3)
    grab(widget, 0.5)
    FORMATS["svg"].encode(widget, Options(scale=2))
    assert seen == [(3, False), (0.5, False), (1, True)]


def test_an_error_while_painting_is_not_swallowed(
    shown: Callable[[QWidget], QWidget], monkeypatch: pytest.MonkeyPatch
) -> None:
    widget = shown(Painted(lambda painter: painter.drawRect(0, 0, 9, 9), (20, 20)))
    monkeypatch.setattr("gui.export.svg_document.path_data", lambda *_: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        FORMATS["svg"].encode(widget, Options())


def test_japanese_is_no_boxes(qapp: QApplication) -> None:
    load_fonts()
    families = QFontDatabase.families()
    load_fonts()
    assert QFontDatabase.families() == families
    assert "Noto Sans JP" in families
    metrics = QFontMetrics(load_theme("light").font(13))
    assert metrics.horizontalAdvance("勾配") == 26  # two full-width characters


# -- the recipe inside ------------------------------------------------------------------------------------------------

RECIPES = ['{"a": 1}\n', '{"name": "勾配 <&> ]]> \\" é 🙂"}\n', "{}\n" + " " * 100_000]


@pytest.mark.parametrize("recipe", RECIPES)
@pytest.mark.parametrize("key", ["png", "svg"])
def test_recipe_returns(shown: Callable[[QWidget], QWidget], tmp_path: Path, key: str, recipe: str) -> None:
    widget = shown(Painted(lambda painter: None, (20, 20)))
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
    assert time.perf_counter() - began < 1


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


def test_texts_stand_before_the_picture(shown: Callable[[QWidget], QWidget]) -> None:
    png = FORMATS["png"].encode(shown(Painted(lambda painter: None, (20, 20))), Options(title="勾配"))
    assert png.index(b"iTXtTitle") < png.index(b"IDAT")
    assert QImage.fromData(png).text("Title") == "勾配"
    assert QImage.fromData(with_texts(png, {"Note": "x"})).text("Note") == "x"


# -- writing ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("key", FORMATS)
def test_a_full_disk_leaves_nothing(
    shown: Callable[[QWidget], QWidget], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, key: str
) -> None:
    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, "full")

    widget = shown(Painted(lambda painter: None, (20, 20)))
    path = tmp_path / f"a.{key}"
    path.write_text("old")
    monkeypatch.setattr(files.os, "fsync", full)
    with pytest.raises(OSError, match=path.name):
        FORMATS[key].write(widget, path, Options())
    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("key", FORMATS)
def test_a_wrong_place_is_told_before_drawing(tmp_path: Path, key: str) -> None:
    with pytest.raises(OSError, match=tmp_path.name):
        FORMATS[key].write(None, tmp_path, Options())  # type: ignore[arg-type]  # nothing is drawn
