"""What a network answers over the plane, with the points it learns from."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from engine.simulations.base import Array
from gui.panels.initialization.matrix_picture import NEGATIVE, POSITIVE, STEPS, weight_colours
from gui.theme import Theme
from gui.widgets.painting import begin
from gui.widgets.themed import Themed

DOT = 3.4
# More points than this are not told apart; as many evenly chosen ones are shown.
MOST_POINTS = 300


class OutputPicture(Themed):
    """A square: the probability of class 1 from pink (0) through paper (½) to green (1); dots are points of a class."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._colours = weight_colours(theme)
        self._output: Array = np.full((1, 1), np.nan)
        self._pixels: NDArray[np.uint32] = np.zeros((1, 1), dtype=np.uint32)
        self._image = QImage()
        self._x: Array = np.empty((0, 2))
        self._shown: Array = self._x
        self._ones: NDArray[np.bool_] = np.empty(0, dtype=bool)
        self._reach = 1.0
        self._dots: QPixmap | None = None
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)
        self.setMinimumHeight(64)

    @property
    def image(self) -> QImage:
        """The output, one pixel a cell, the topmost row first."""
        return self._image

    def show_points(self, x: Array, ones: NDArray[np.bool_], reach: float) -> None:
        """The points (points, 2), and which of them are of class 1; the square spans ±`reach`."""
        if x is not self._x or reach != self._reach:
            every = max(1, len(x) // MOST_POINTS)
            self._x, self._ones, self._reach = x, ones[::every], reach
            self._shown = x[::every]
            self._dots = None
            self.update()

    def show_output(self, output: Array) -> None:
        """The probability of class 1, (cells, cells), rows from below; grey where it is not a number."""
        self._output = output
        self._make_image()
        self.update()

    def _make_image(self) -> None:
        with np.errstate(invalid="ignore"):
            steps = np.nan_to_num(np.rint((2 * self._output[::-1] - 1) * STEPS)).astype(np.intp) + STEPS
        soft: Any = self.theme.color("soft").rgb()
        self._pixels = np.where(np.isnan(self._output[::-1]), np.uint32(soft), self._colours[steps]).astype(np.uint32)
        height, width = self._pixels.shape
        # The image reads the array's own memory, so the array must live as long as it does.
        self._image = QImage(self._pixels.data, width, height, 4 * width, QImage.Format.Format_RGB32)

    def restyle(self) -> None:
        """Colour again."""
        self._colours = weight_colours(self.theme)
        self._dots = None
        self._make_image()

    def sizeHint(self) -> QSize:
        """Any size will do."""
        return QSize(150, 150)

    def resizeEvent(self, event: Any) -> None:  # noqa: ANN401
        """The dots lie elsewhere."""
        super().resizeEvent(event)
        self._dots = None

    @property
    def square(self) -> QRectF:
        """Where the picture is: as large as fits, from the left."""
        side = min(self.width(), self.height()) - 1.0
        return QRectF(0.5, (self.height() - side) / 2, side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The output, the dots, the frame."""
        painter = begin(self)
        box = self.square
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(box, self._image)
        ratio = painter.deviceTransform().m11() / (painter.worldTransform().m11() or 1.0)
        if self._dots is None or self._dots.devicePixelRatio() != ratio:
            self._dots = self._painted_dots(box, ratio)
        painter.drawPixmap(box.topLeft(), self._dots)
        painter.setPen(self.theme.pen("line"))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(box)
        painter.end()

    def _painted_dots(self, box: QRectF, ratio: float) -> QPixmap:
        """All points in one layer: they stay for a run."""
        layer = QPixmap(round(box.width() * ratio), round(box.height() * ratio))
        layer.setDevicePixelRatio(ratio)
        layer.fill(Qt.GlobalColor.transparent)
        painter = QPainter(layer)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self.theme.color("paper"), 0.7))
        colours = self._dot_colour(NEGATIVE), self._dot_colour(POSITIVE)
        for (x, y), one in zip(self._shown.tolist(), self._ones.tolist(), strict=True):
            painter.setBrush(colours[one])
            place = QPointF((1 + x / self._reach) / 2 * box.width(), (1 - y / self._reach) / 2 * box.height())
            painter.drawEllipse(place, DOT / 2, DOT / 2)
        painter.end()
        return layer

    def _dot_colour(self, series: int) -> QColor:
        """On a light ground darker than the full colour, so that a point is seen on its own class's ground too."""
        return self.theme.color(series) if self.theme.dark else self.theme.blend(series, 0.55, "ink")
