"""SVG: what librsvg makes of the document beside the screen."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator

import numpy as np
import pyqtgraph as pg
import pytest
from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QConicalGradient,
    QImage,
    QPainter,
    QPen,
    QPixmap,
)
from PySide6.QtWidgets import QApplication

from engine.recipe import default_recipe
from engine.simulations import SIMULATIONS
from gui.export import FORMATS, Options
from gui.export.png import grab
from gui.render import application, picture_of
from gui.theme import load_theme
from tests.gui.export_sample import Painted, Pixels, Show, pixels, plot, sample, shown_in_a_window

needs_librsvg = pytest.mark.skipif(shutil.which("rsvg-convert") is None, reason="apt-get install librsvg2-bin")


@pytest.fixture
def shown(qapp: QApplication) -> Iterator[Show]:
    with shown_in_a_window() as show:
        yield show


def rasterised(svg: bytes, scale: float = 1) -> Pixels:
    """What librsvg makes of the document."""
    run = ["rsvg-convert", "--zoom", str(scale), "--background-color", "white"]
    return pixels(QImage.fromData(subprocess.run(run, input=svg, capture_output=True, check=True).stdout))


def blurred(picture: Pixels) -> Pixels:
    """Means over 3 × 3 pixels: hinted and unhinted letters are then alike, a missing one is not."""
    padded = np.pad(picture, ((1, 1), (1, 1), (0, 0)), mode="edge")
    height, width = picture.shape[:2]
    return np.mean([padded[i : i + height, j : j + width] for i in range(3) for j in range(3)], axis=0)


@needs_librsvg
@pytest.mark.parametrize("name", ["light", "dark"])
@pytest.mark.parametrize("scale", [1, 2])
def test_svg_looks_like_the_screen(shown: Show, name: str, scale: int) -> None:
    theme = load_theme(name)
    svg = FORMATS["svg"].encode(shown(sample(theme)), Options())
    screen = pixels(grab(shown(sample(theme.scaled(scale))), scale))
    drawn = rasterised(svg, scale)
    assert drawn.shape == screen.shape == (460 * scale, 500 * scale, 3)
    assert np.abs(drawn - screen).mean() < 1.2
    far = np.abs(blurred(drawn) - blurred(screen)).max(axis=2) > 64
    assert far.mean() < 0.002
    assert screen.std() > 20  # there was something to compare


@needs_librsvg
@pytest.mark.parametrize("name", SIMULATIONS)
def test_every_tab_looks_like_the_screen(qapp: QApplication, name: str) -> None:
    application()
    recipe = default_recipe(name).changed(step=3)
    with picture_of(recipe, load_theme("light"), (1280, 800), "勾配") as picture:
        screen = pixels(grab(picture))
        drawn = rasterised(FORMATS["svg"].encode(picture, Options()))
    away = np.abs(blurred(drawn) - blurred(screen))
    assert away.mean() < 1
    assert (away.max(axis=2) > 64).mean() < 0.001


def test_svg_needs_nothing_else(shown: Show) -> None:
    svg = FORMATS["svg"].encode(shown(sample(load_theme("light"))), Options()).decode()
    assert "<text" not in svg
    assert "font" not in svg
    assert svg.count("href=") == svg.count('xlink:href="data:image/png;base64,') == 1  # the image on the plot


@needs_librsvg
def test_a_curve_paints_nothing_outside_its_plot(shown: Show) -> None:
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
def test_lines_keep_their_width(shown: Show, width: float, scale: int, cosmetic: bool) -> None:
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
@pytest.mark.parametrize("width", [0.6, 1.0, 1.4, 2.0, 3.0])
@pytest.mark.parametrize("place", [20.0, 20.3, 20.5, 20.8])
def test_lines_without_smoothing_lie_on_the_same_pixels(shown: Show, width: float, place: float) -> None:
    def paint(painter: QPainter) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.fillRect(0, 0, 40, 40, QColor("white"))
        pen = QPen(QColor("black"), width)
        pen.setCosmetic(True)
        painter.setPen(pen)
        painter.drawLine(QPointF(place, -5), QPointF(place, 45))
        painter.drawLine(QPointF(-5, place), QPointF(45, place))

    widget = shown(Painted(paint, (40, 40)))
    drawn = rasterised(FORMATS["svg"].encode(widget, Options()))
    np.testing.assert_allclose(drawn, pixels(grab(widget)), atol=2)


@needs_librsvg
@pytest.mark.parametrize(("alpha", "paths"), [(255, 1), (128, 100)])
def test_pieces_of_a_line_are_joined_where_that_cannot_be_seen(shown: Show, alpha: int, paths: int) -> None:
    def paint(painter: QPainter) -> None:
        painter.fillRect(0, 0, 120, 60, QColor("white"))
        painter.setPen(QPen(QColor(0, 0, 0, alpha), 3))
        painter.translate(0.5, 0.5)  # edges between pixels: smoothed ones add up where the screen paints pieces
        painter.drawLines([QLineF(x, 10, x + 1, 10) for x in range(5, 55)])
        painter.drawLines([QLineF(x, 10, x, 50) for x in range(60, 110)])

    widget = shown(Painted(paint, (120, 60)))
    svg = FORMATS["svg"].encode(widget, Options())
    assert svg.count(b'stroke-width="3"') == paths
    assert np.abs(rasterised(svg) - pixels(grab(widget))).mean() < 1


@needs_librsvg
def test_a_slanted_transform_squeezes_plain_pens(shown: Show) -> None:
    def paint(painter: QPainter) -> None:
        painter.fillRect(0, 0, 60, 60, QColor("white"))
        painter.scale(1, 4)
        painter.setPen(QPen(QColor("black"), 2))
        painter.drawLine(QPointF(0, 7.5), QPointF(60, 7.5))

    svg = FORMATS["svg"].encode(shown(Painted(paint, (60, 60))), Options())
    assert (1 - rasterised(svg)[:, 30, 0] / 255).sum() == pytest.approx(8, rel=0.05)


@needs_librsvg
@pytest.mark.parametrize("style", [Qt.BrushStyle.BDiagPattern, Qt.BrushStyle.CrossPattern, Qt.BrushStyle.Dense4Pattern])
def test_hatches_cover_as_much_as_on_the_screen(shown: Show, style: Qt.BrushStyle) -> None:
    widget = shown(Painted(lambda painter: painter.fillRect(4, 4, 72, 72, QBrush(QColor("black"), style)), (80, 80)))
    screen, drawn = pixels(grab(widget)), rasterised(FORMATS["svg"].encode(widget, Options()))
    assert drawn[8:72, 8:72].mean() == pytest.approx(screen[8:72, 8:72].mean(), rel=0.12)


@needs_librsvg
def test_cones_of_colour_come_as_an_image(shown: Show) -> None:
    cone = QConicalGradient(40, 40, 0)
    cone.setStops([(0.0, QColor("#0072B2")), (1.0, QColor("#E69F00"))])
    widget = shown(Painted(lambda painter: painter.fillRect(0, 0, 80, 80, QBrush(cone)), (80, 80)))
    svg = FORMATS["svg"].encode(widget, Options())
    assert b"data:image/png" in svg
    assert np.abs(rasterised(svg) - pixels(grab(widget))).mean() < 2


@needs_librsvg
@pytest.mark.parametrize("smooth", [True, False])
def test_images_lie_where_they_lie_on_the_screen(shown: Show, smooth: bool) -> None:
    image = QImage(6, 4, QImage.Format.Format_RGB32)
    image.fill(QColor("blue"))
    image.setPixelColor(0, 0, QColor("red"))
    icon = QPixmap.fromImage(image.scaled(24, 16))
    icon.setDevicePixelRatio(2)

    def paint(painter: QPainter) -> None:
        painter.fillRect(0, 0, 90, 60, QColor("white"))
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, smooth)
        painter.drawPixmap(QPointF(4, 4), icon)
        painter.setOpacity(0.5)
        painter.drawImage(QRectF(40, 10, 36, 48), image, QRectF(0, 0, 3, 4))

    widget = shown(Painted(paint, (90, 60)))
    screen, drawn = pixels(grab(widget)), rasterised(FORMATS["svg"].encode(widget, Options()))
    assert np.abs(screen - drawn).mean() < 2
    assert ((drawn < 255).any(axis=2) == (screen < 255).any(axis=2)).mean() > 0.98


@needs_librsvg
def test_clips_nest_and_are_undone(shown: Show) -> None:
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
