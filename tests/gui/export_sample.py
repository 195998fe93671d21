"""Things to draw, with everything that Kobai paints, and pictures as arrays: for the tests of exports."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

import numpy as np
import pyqtgraph as pg
import shiboken6
from numpy.typing import NDArray
from PySide6.QtCore import QByteArray, QPointF, QRectF, Qt
from PySide6.QtGui import (
    QBrush,
    QImage,
    QLinearGradient,
    QPainter,
    QPaintEvent,
)
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication, QLabel, QVBoxLayout, QWidget

from gui.fonts import load_fonts
from gui.theme import Theme, load_theme

Pixels = NDArray[np.float64]
Show = Callable[[QWidget], QWidget]
FORMULA = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20">
<path d="M2 18 L10 2 Q20 2 18 18 Z M24 9 H38 V11 H24 Z" fill="#22252b"/></svg>"""


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


@contextmanager
def shown_in_a_window() -> Iterator[Show]:
    """Lays widgets out as if on the screen; deletes them afterwards, which Python's collector must not do."""
    load_fonts()
    window = QWidget()
    window.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
    window.show()

    def show(widget: QWidget) -> QWidget:
        widget.setParent(window)
        widget.show()
        QApplication.processEvents()
        return widget

    yield show
    shiboken6.delete(window)


def pixels(image: QImage) -> Pixels:
    """Red, green, blue as an array of shape (height, width, 3)."""
    image = image.convertToFormat(QImage.Format.Format_RGB888)
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine())
    return rows[:, : 3 * image.width()].reshape(image.height(), image.width(), 3).astype(np.float64)
