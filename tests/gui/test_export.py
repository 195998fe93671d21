"""PNG and clipboard: sizes, sharpness, what painted items learn; every format: files whole or not at all."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pyqtgraph as pg
import pytest
import shiboken6
from PySide6.QtGui import (
    QFontDatabase,
    QFontMetrics,
    QImage,
    QImageReader,
    QPainter,
)
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from engine import files
from gui.export import FORMATS, Options
from gui.export.clipboard import copy_picture
from gui.export.png import grab
from gui.fonts import load_fonts
from gui.theme import load_theme
from gui.theme.ratio import device_ratio, draws_vectors
from tests.gui.export_sample import Painted, Show, pixels, plot, sample, shown_in_a_window


@pytest.fixture
def shown(qapp: QApplication) -> Iterator[Show]:
    with shown_in_a_window() as show:
        yield show


@pytest.mark.parametrize("scale", [1, 2, 8, 1.5, 0.25])
def test_png_has_exactly_its_size(shown: Show, tmp_path: Path, scale: float) -> None:
    widget = shown(sample(load_theme("light").scaled(scale)))
    FORMATS["png"].write(widget, tmp_path / "a.png", Options(scale=scale))
    image = QImage(str(tmp_path / "a.png"))
    assert (image.width(), image.height()) == (round(500 * scale), round(460 * scale))
    assert image.dotsPerMeterX() == pytest.approx(96 / 0.0254 * scale, abs=1)
    assert pixels(image).std() > 20


def test_marks_are_as_sharp_as_the_picture(shown: Show) -> None:
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


def test_plots_are_left_as_they_were(shown: Show) -> None:
    widget = shown(sample(load_theme("light")))
    before = pixels(grab(widget))
    grab(widget, 2)
    FORMATS["svg"].encode(widget, Options())
    np.testing.assert_array_equal(pixels(grab(widget)), before)
    view = widget.findChild(pg.PlotWidget)
    assert view.cacheMode() == view.CacheModeFlag.CacheBackground
    assert all(item._exportOpts is False for item in view.items() if isinstance(item, pg.ScatterPlotItem))


@pytest.mark.parametrize("key", FORMATS)
def test_what_was_never_laid_out_is_laid_out_first(qapp: QApplication, tmp_path: Path, key: str) -> None:
    window = QWidget()
    window.resize(600, 400)
    column = QVBoxLayout(window)
    column.setContentsMargins(0, 0, 0, 0)
    widget = plot(load_theme("light"))
    column.addWidget(widget)
    FORMATS[key].write(widget, tmp_path / f"a.{key}", Options())
    assert QImageReader(str(tmp_path / f"a.{key}")).size().toTuple() == (600, 400)
    assert widget.viewport().size().toTuple() == (600, 400)
    shiboken6.delete(window)


def test_clipboard_takes_the_image(shown: Show, qapp: QApplication) -> None:
    widget = shown(sample(load_theme("light").scaled(2)))
    copy_picture(widget, 2)
    image = qapp.clipboard().image()
    np.testing.assert_array_equal(pixels(image), pixels(grab(widget, 2)))
    qapp.clipboard().clear()


def test_painted_items_learn_what_they_paint_on(shown: Show) -> None:
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


def test_an_error_while_painting_is_not_swallowed(shown: Show, monkeypatch: pytest.MonkeyPatch) -> None:
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


@pytest.mark.parametrize("key", FORMATS)
def test_a_full_disk_leaves_nothing(shown: Show, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, key: str) -> None:
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
