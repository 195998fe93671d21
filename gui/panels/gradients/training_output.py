"""What each network answers over the plane, under the points that it learns from; and the bar of the heat maps."""

from __future__ import annotations

from math import ceil

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.panels.gradients.training_head import SIDE, draw_side
from gui.panels.gradients.training_heat import SHADES, HeatScale, epsilon_text
from gui.theme import Theme
from gui.theme.ratio import device_ratio, draws_vectors
from gui.widgets.geometry import Array, Segments
from gui.widgets.painting import begin
from gui.widgets.plot import decade_text
from gui.widgets.themed import Themed, draw_text

# Of the classes 0 and 1.
CLASSES = (3, 2)
GROUND = 0.62  # how much of a class's colour a certain answer has
POINT = 3.4
CAPTION = 22.0


class OutputView(Themed):
    """A square for each network, and below it how many of the points are right."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        self._x: list[Array] = []
        self._y: list[Array] = []
        self._reach: list[float] = []
        self._answers: list[Array] = []
        self._images: list[QImage] = []
        self._texts: tuple[str, ...] = ()
        self._notes: tuple[str, ...] = ()
        self._dots = Segments()
        # The points of each side, painted once for a size.
        self._layers: dict[int, tuple[tuple[float, float], QPixmap]] = {}
        self._make_look()

    def minimumSizeHint(self) -> QSize:
        """A small square can still be read."""
        return QSize(120, 120)

    def restyle(self) -> None:
        """Colours of another theme."""
        self._make_look()
        self._layers.clear()
        self._images = [self._image(answer) for answer in self._answers]

    def _make_look(self) -> None:
        """From class 0 through the paper to class 1; points darker (lighter in the dark) than their ground."""
        theme = self.theme
        first, last, middle = (
            _rgb(color) for color in (*(theme.blend(c, GROUND) for c in CLASSES), theme.color("paper"))
        )
        share = np.linspace(-1.0, 1.0, 256)[:, None]
        table = np.where(share < 0, middle - share * (first - middle), middle + share * (last - middle))
        rgb = np.rint(table).astype(np.uint32)
        self._table = (0xFF000000 | rgb[:, 0] << 16 | rgb[:, 1] << 8 | rgb[:, 2]).astype(np.uint32)
        self._pens = []
        for series in CLASSES:
            color = theme.series(series)
            color = color.lighter(125) if theme.dark else color.darker(175)
            self._pens.append(QPen(color, POINT, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))

    def show_run(self, points: list[tuple[Array, Array, float]]) -> None:
        """The points x (n, 2), labels (n, 1) and how far the plane is shown, for each side."""
        self._x, self._y = [p[0] for p in points], [p[1] for p in points]
        self._reach = [p[2] for p in points]
        self._answers, self._images = [], []
        self._layers.clear()
        self.update()

    def show_step(self, answers: list[Array], texts: tuple[str, ...], notes: tuple[str, ...]) -> None:
        """The answers (side, side) of each network over the plane; `texts` of each, and the first of `notes` that has room."""
        self._answers = answers
        self._images = [self._image(answer) for answer in answers]
        self._texts, self._notes = texts, notes
        self.setAccessibleDescription(" ".join((*texts, *notes[:1])))
        self.update()

    def _image(self, answer: Array) -> QImage:
        """As many pixels as answers; NaN is paper."""
        place = np.clip(np.nan_to_num(answer, nan=0.5) * 255, 0, 255).astype(np.intp)
        pixels: NDArray[np.uint32] = np.ascontiguousarray(self._table[place][::-1])
        height, width = pixels.shape
        return QImage(pixels.data, width, height, 4 * width, QImage.Format.Format_RGB32).copy()

    def squares(self) -> list[QRectF]:
        """Where the planes are."""
        count = max(len(self._x), 1)
        gap = self.px(8)
        side = min((self.width() - gap * (count - 1)) / count, self.height() - self.px(2 * CAPTION))
        return [QRectF(i * (side + gap) + 0.5, 0.5, side - 1, side - 1) for i in range(count)]

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint all of it."""
        painter = begin(self)
        squares, gap = self.squares(), self.px(4)
        for side, area in enumerate(squares[: len(self._images)]):
            self._paint_plane(painter, side, area)
            band = QRectF(area.left(), area.bottom() + 4, area.width(), self.px(CAPTION))
            left = area.left()
            corner = QPointF(left, band.center().y() - self.px(SIDE / 2))
            draw_side(painter, self.theme, side, corner, self.faces.heading)
            painter.setPen(self.theme.color("ink"))
            self._paint_caption(painter, self._texts[side], band.adjusted(self.px(SIDE), 0, gap, 0))
        painter.setPen(self.theme.color("quiet"))
        band = QRectF(0, squares[0].bottom() + 4 + self.px(CAPTION), self.width(), self.px(CAPTION - 4))
        note = next((note for note in self._notes if self.faces.small.width(note) <= self.width()), "")
        draw_text(painter, self.faces.small, note, 0, band)
        painter.end()

    def _paint_caption(self, painter: QPainter, text: str, band: QRectF) -> None:
        """Beside the letter; closer to it, without its space, where the square is small."""
        face = self.faces.number
        for written, gap in ((text, 7.0), (text, 4.0), (text.replace(" ", ""), 4.0)):
            if face.width(written) + gap <= band.width():
                break
        draw_text(painter, face, written, band.left() + gap, band)

    def _paint_plane(self, painter: QPainter, side: int, area: QRectF) -> None:
        painter.save()
        painter.setClipRect(area)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(area, self._images[side])
        if draws_vectors(painter):
            painter.translate(area.topLeft())
            self._paint_points(painter, side, area.width())
        else:
            painter.drawPixmap(area.topLeft(), self._points_layer(side, area.width(), device_ratio(painter)))
        painter.restore()
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(self.theme.pen("line", 1.0))
        painter.drawRect(area)

    def _points_layer(self, side: int, width: float, ratio: float) -> QPixmap:
        """The points on nothing, in device pixels."""
        kept = self._layers.get(side)
        if kept is None or kept[0] != (width, ratio):
            layer = QPixmap(ceil(width * ratio), ceil(width * ratio))
            layer.setDevicePixelRatio(ratio)
            layer.fill(Qt.GlobalColor.transparent)
            painter = QPainter(layer)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._paint_points(painter, side, width)
            painter.end()
            self._layers[side] = kept = (width, ratio), layer
        return kept[1]

    def _paint_points(self, painter: QPainter, side: int, width: float) -> None:
        """The points of one side in a square of this width at the origin."""
        scale = width / (2 * self._reach[side])
        x, y = self._x[side], self._y[side][:, 0]
        places = np.column_stack([width / 2 + x[:, 0] * scale, width / 2 - x[:, 1] * scale])
        for label, pen in enumerate(self._pens):
            painter.setPen(pen)
            self._dots.draw_points(painter, places[y == label])


def _rgb(color: QColor) -> Array:
    return np.array([color.red(), color.green(), color.blue()], dtype=np.float64)


class ColourBar(Themed):
    """The decades that the colours of the heat maps stand for, with ε on it, and what has a colour of its own."""

    WIDTH = 14.0

    def __init__(self, theme: Theme, scale: HeatScale, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.scale = scale
        self._epsilon: float | None = None
        self._state: tuple[object, ...] = ()
        self._pixels = scale.table[::-1].copy()
        self._image = QImage(self._pixels.data, 1, SHADES, 4, QImage.Format.Format_RGB32)
        self.setFixedWidth(64)

    def show_scale(self, epsilon: float | None) -> None:
        """The scale, or ε, may have changed."""
        self._epsilon = epsilon
        state = (self.scale.low, self.scale.high, epsilon)
        if state != self._state:
            self._state = state
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Bar, decades, ε."""
        painter = begin(self)
        bar = QRectF(12, 6, self.WIDTH, self.height() - 12)
        painter.drawImage(bar, self._image)
        low, high = self.scale.low, self.scale.high
        every = max(1, ceil((high - low) / max(bar.height() / 60, 1)))
        painter.setPen(self.theme.color("quiet"))
        first = ceil(low / every) * every
        mark = self._height(bar, np.log10(self._epsilon)) if self._epsilon else -100.0
        for decade in range(int(first), int(high) + 1, every):
            y = self._height(bar, decade)
            if abs(y - mark) > 12:
                band = QRectF(0, y - 8, 0, 16)
                draw_text(painter, self.faces.small, decade_text(decade), bar.right() + 6, band)
        if self._epsilon and low <= np.log10(self._epsilon) <= high:
            painter.setPen(self.theme.pen("accent", 2.0))
            painter.drawLine(QPointF(bar.left() - 4, mark), QPointF(bar.right() + 4, mark))
            painter.setPen(self.theme.color("accent"))
            draw_text(painter, self.faces.strong, "ε", bar.right() + 8, QRectF(0, mark - 9, 0, 16))
        self.setAccessibleDescription(f"{decade_text(low)} – {decade_text(high)}" + self._spoken())
        painter.end()

    def _spoken(self) -> str:
        return f", ε = {epsilon_text(self._epsilon)}" if self._epsilon else ""

    def _height(self, bar: QRectF, decade: float) -> float:
        share = (decade - self.scale.low) / (self.scale.high - self.scale.low)
        return bar.bottom() - float(share) * bar.height()
