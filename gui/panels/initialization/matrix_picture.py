"""A weight matrix as a picture that fills row by row, and the scale of its colours."""

from __future__ import annotations

from typing import cast

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QHelpEvent, QImage, QLinearGradient, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from engine.simulations.base import Array
from gui.panels.initialization.number_text import plain
from gui.theme import Theme
from gui.widgets.themed import Face, Themed

# Series of the two ends of the scale (pink and green, which colour-blind readers can tell apart), and its steps.
NEGATIVE, POSITIVE, STEPS = 3, 2, 127
# A picture shows at most this many rows and columns; of larger matrices it shows evenly spaced ones, not averages,
# which would pale.
MOST = 200
LEAST_MARK = 3.0


def weight_colours(theme: Theme) -> NDArray[np.uint32]:
    """The colours of −1 … 1 as 0xffRRGGBB, through the paper at 0; even steps in sRGB are nearly even to the eye."""
    colors = (theme.color(NEGATIVE), theme.color("paper"), theme.color(POSITIVE))
    ends = np.array([(c.red(), c.green(), c.blue()) for c in colors], dtype=np.float64)
    share = np.linspace(0, 1, STEPS + 1)[:, np.newaxis]
    down = ends[0] + (ends[1] - ends[0]) * share
    up = ends[1] + (ends[2] - ends[1]) * share
    parts = np.rint(np.vstack((down, up[1:]))).astype(np.uint32)
    return cast(NDArray[np.uint32], 0xFF000000 | parts[:, 0] << 16 | parts[:, 1] << 8 | parts[:, 2])


def shown_places(count: int) -> NDArray[np.intp]:
    """Which of `count` rows or columns a picture shows: all, or `MOST` of them, evenly spaced."""
    shown = min(count, MOST)
    return ((np.arange(shown) + 0.5) * count / shown).astype(np.intp)


class MatrixPicture(Themed):
    """Rows from the top; what is not drawn yet is grey, the row drawn last is framed. A tool tip tells a weight.

    The whole picture is made once for a draw; a step only uncovers more of it.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._colours = weight_colours(theme)
        self._draw: Array = np.zeros((1, 1, 1))
        self._index = 0
        self._weights: Array = self._draw[0]
        self._level = 1.0
        self._places = shown_places(1)
        self._rows = 0
        self._pixels: NDArray[np.uint32] = np.zeros((1, 1), dtype=np.uint32)
        self._image = QImage()
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)
        self.setMinimumHeight(40)

    @property
    def rows(self) -> int:
        """How many rows are uncovered."""
        return self._rows

    @property
    def image(self) -> QImage:
        """The whole picture, one pixel a weight (of those shown)."""
        return self._image

    def show_matrix(self, weights: Array, index: int, level: float) -> None:
        """Matrix `index` of `weights` (schemes, n_in, n_out), one array for a whole run; ±`level` has the full colours."""
        if weights is not self._draw or (index, level) != (self._index, self._level):
            self._draw, self._index, self._level = weights, index, level
            self._weights = weights[index]
            self._make_image()

    def show_rows(self, rows: int) -> None:
        """Uncover the first `rows` rows."""
        if rows != self._rows:
            self._rows = rows
            self.update()

    def _make_image(self) -> None:
        self._places = shown_places(len(self._weights))
        shown = self._weights[np.ix_(self._places, shown_places(self._weights.shape[1]))]
        steps = np.rint(np.clip(shown / self._level, -1, 1) * STEPS).astype(np.intp) + STEPS
        self._pixels = self._colours[steps]
        height, width = steps.shape
        # The image reads the array's own memory, so the array must live as long as it does.
        self._image = QImage(self._pixels.data, width, height, 4 * width, QImage.Format.Format_RGB32)
        self.update()

    def restyle(self) -> None:
        """Colour again."""
        self._colours = weight_colours(self.theme)
        self._make_image()

    def sizeHint(self) -> QSize:
        """Any size will do."""
        return QSize(160, 120)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The ground, the rows drawn so far, the frame, the mark of the last row."""
        painter = QPainter(self)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.fillRect(box, self.theme.brush("soft"))
        shown = int(np.searchsorted(self._places, self._rows))
        if shown:
            share = shown / len(self._places)
            target = QRectF(box.left(), box.top(), box.width(), box.height() * share)
            painter.drawImage(target, self._image, QRectF(0, 0, self._image.width(), shown))
        painter.setPen(self.theme.pen("line"))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(box)
        if self._rows:
            self._paint_mark(painter, box)
        painter.end()

    def _paint_mark(self, painter: QPainter, box: QRectF) -> None:
        height = box.height() / len(self._weights)
        middle = box.top() + (self._rows - 0.5) * height
        half = max(height, LEAST_MARK) / 2
        top = min(max(middle - half, box.top()), box.bottom() - 2 * half)
        mark = QRectF(box.left(), top, box.width(), 2 * half)
        if height > LEAST_MARK + 2:
            painter.setPen(self.theme.pen("accent", 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(mark.adjusted(0.5, 0.5, -0.5, -0.5))
        else:
            painter.fillRect(mark, self.theme.brush("accent"))

    def weight_at(self, place: QPointF) -> tuple[int, int] | None:
        """Row and column (from 0) of the weight under `place`; None where nothing is drawn."""
        n_in, n_out = self._weights.shape
        row, column = int(place.y() / self.height() * n_in), int(place.x() / self.width() * n_out)
        return (row, column) if 0 <= row < self._rows and 0 <= column < n_out else None

    def event(self, event: QEvent) -> bool:
        """The tool tip: which weight, and its value."""
        if event.type() == QEvent.Type.ToolTip:
            help_event = cast(QHelpEvent, event)
            at = self.weight_at(QPointF(help_event.pos()))
            text = "" if at is None else f"W[{at[0] + 1}, {at[1] + 1}] = {plain(float(self._weights[at]))}"
            QToolTip.showText(help_event.globalPos(), text, self)
            return True
        return super().event(event)


class ColourScale(Themed):
    """The scale of the pictures: a bar with its two ends as text."""

    BAR, HEIGHT, GAP = 72, 10, 6

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._ends = ("", "")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @property
    def ends(self) -> tuple[str, str]:
        """The texts at the two ends."""
        return self._ends

    def set_ends(self, low: str, high: str) -> None:
        """What the two full colours stand for."""
        if (low, high) != self._ends:
            self._ends = (low, high)
            self.updateGeometry()
            self.update()

    def sizeHint(self) -> QSize:
        """Bar and texts."""
        width = sum(self._face.width(text) for text in self._ends) + self.BAR + 2 * self.GAP
        return QSize(round(width) + 2, 20)

    minimumSizeHint = sizeHint  # noqa: N815 - Qt's name

    @property
    def _face(self) -> Face:
        return self.faces.small

    def paintEvent(self, event: QPaintEvent) -> None:
        """Low end, bar, high end."""
        painter = QPainter(self)
        low, high = self._ends
        left = self._face.width(low) + self.GAP
        bar = QRectF(round(left) + 0.5, (self.height() - self.HEIGHT) // 2 + 0.5, self.BAR, self.HEIGHT)
        gradient = QLinearGradient(bar.topLeft(), bar.topRight())
        for at, name in ((0.0, NEGATIVE), (0.5, "paper"), (1.0, POSITIVE)):
            gradient.setColorAt(at, self.theme.color(name))
        painter.setPen(self.theme.pen("line"))
        painter.setBrush(gradient)
        painter.drawRect(bar)
        painter.setFont(self._face.font)
        painter.setPen(self.theme.color("quiet"))
        baseline = self._face.middle(0, self.height())
        painter.drawText(QPointF(0, baseline), low)
        painter.drawText(QPointF(bar.right() + self.GAP, baseline), high)
        painter.end()
