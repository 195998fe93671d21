"""The gradient of a pass by layer on a log axis, with the layers' numbers below it."""

from __future__ import annotations

import math

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from engine.simulations.gradients_pass_scene import DecadePicture
from gui.panels.gradients.pass_item import Cursor, PassItem
from gui.theme import Theme
from gui.widgets.painting import begin
from gui.widgets.plot import Plot, decade_text, readable_spacing
from gui.widgets.themed import Face, Themed, draw_text

# Of the box, from the widget's edges: the same for all plots of the view. The left one holds numbers, which may be larger.
LEFT, RIGHT = 46, 12
TICK = 26  # pixels between decades that are named


def left_of(theme: Theme) -> int:
    """Where boxes begin, in pixels."""
    return round(LEFT * theme.text_scale)


class LayerNumbers(Themed):
    """The layers' numbers, those at hand in bold; below them which side is which."""

    def __init__(self, theme: Theme, sides: bool = True, parent: QWidget | None = None) -> None:
        """With `sides`, room for the words below the numbers."""
        super().__init__(theme, parent)
        self._sides = sides
        self._count, self._at = 1, frozenset[int]()
        self._texts: tuple[str, ...] = ()
        self._labels: tuple[str, ...] = ()
        self._title = ""
        self.restyle()

    def restyle(self) -> None:
        """Measure again."""
        self._strong = Face(self.theme.font(11, bold=True))
        self.setFixedHeight(round(self.px(34 if self._sides else 17)))

    def set_texts(self, texts: tuple[str, str, str] | tuple[()], title: str = "") -> None:
        """Name the sides and what is counted; `title` stands at the left."""
        self._texts, self._title = texts, title
        self.update()

    def set_labels(self, labels: tuple[str, ...]) -> None:
        """One label for each layer."""
        if labels != self._labels:
            self._labels, self._count = labels, len(labels)
            self.update()

    @property
    def labels(self) -> tuple[str, ...]:
        """What stands below each layer, as far as there is room."""
        return self._labels

    def set_span(self, count: int) -> None:
        """How many layers the plot above has room for; these may be more than there are labels."""
        self._count = count
        self.update()

    def set_layers(self, at: frozenset[int]) -> None:
        """The layers at hand."""
        if at != self._at:
            room = self._room() + 8
            for layer in at ^ self._at:
                self.update(QRectF(self._x(layer) - room, 0, 2 * room, self.px(17)).toAlignedRect())
            self._at = at

    def _x(self, layer: float) -> float:
        return self._left + (layer - 0.5) * (self.width() - self._left - RIGHT) / self._count

    @property
    def _left(self) -> int:
        return left_of(self.theme)

    def _room(self) -> float:
        """What the widest label needs."""
        return max((self.faces.small.word_width(text) for text in self._labels), default=8.0)

    def paintEvent(self, event: QPaintEvent) -> None:
        """As many numbers as have room; of those at hand every one."""
        painter = begin(self)
        face, band, area = self.faces.small, QRectF(0, 0, 0, self.px(17)), event.rect()
        room = self._room() + 4
        pitch = self._x(2) - self._x(1)
        every = next(step for step in (1, 2, 5, 10, 20, 50, 100) if step * pitch >= room or step == 100)
        shown = [n for n in range(1, len(self._labels) + 1) if n == 1 or n % every == 0]
        if len(shown) > 1 and (shown[1] - 1) * pitch < room:
            del shown[1]
        hands = [self._x(n) for n in self._at if 0 < n <= len(self._labels)]
        painter.setPen(self.theme.color("quiet"))
        if self._title:
            draw_text(painter, face, self._title, self._left - face.width(self._title) - 16, band)
        for n in shown:
            x = self._x(n)
            if all(abs(x - hand) >= room for hand in hands) and area.left() - room < x < area.right() + room:
                self._paint_label(painter, face, n, band)
        painter.setPen(self.theme.color("ink"))
        for n in self._at:
            if 0 < n <= len(self._labels):
                self._paint_label(painter, self._strong, n, band)
        if self._sides and self._texts and area.bottom() > self.px(17):
            self._paint_sides(painter, QRectF(0, self.px(16), 0, self.px(17)))
        painter.end()

    def _paint_label(self, painter: QPainter, face: Face, layer: int, band: QRectF) -> None:
        """A layer's label below its place, or as near to it as it has room."""
        text = self._labels[layer - 1]
        width = face.word_width(text)
        draw_text(painter, face, text, min(self._x(layer) - width / 2, self.width() - width), band)

    def _paint_sides(self, painter: QPainter, band: QRectF) -> None:
        painter.setPen(self.theme.color("quiet"))
        face, right = self.faces.small, self.width() - RIGHT
        first, middle, last = self._texts
        draw_text(painter, face, first, self._left, band)
        draw_text(painter, face, middle, (self._left + right - face.width(middle)) / 2, band)
        draw_text(painter, face, last, right - face.width(last), band)


def layer_plot(theme: Theme, decades: bool = False) -> Plot:
    """A plot whose x axis counts layers; its numbers are painted by others."""
    plot = Plot(theme, decades=decades)
    plot.fix_left(left_of(theme))
    plot.getPlotItem().hideAxis("bottom")
    plot.getPlotItem().layout.setContentsMargins(0, 0, RIGHT, 1)
    plot.set_ticks("bottom", [])
    return plot


class PassPlot(QWidget):
    """The plot with its layer axis. A click tells which layer is nearest."""

    layer_clicked = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.plot = layer_plot(theme, decades=True)
        self.plot.setMinimumHeight(90)
        self.item = PassItem(theme)
        self.plot.addItem(self.item, ignoreBounds=True)
        self.numbers = LayerNumbers(theme)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.plot, 1)
        column.addWidget(self.numbers)
        self._picture: DecadePicture | None = None
        self._count, self._height = 1, 0
        self.plot.pressed.connect(lambda x, _y: self.layer_clicked.emit(min(max(round(x), 1), self._count)))
        self.plot.box.sigResized.connect(self._resized)

    def show_picture(self, picture: DecadePicture, zones: tuple[str, str]) -> None:
        """Other curves."""
        self._picture = picture
        self._count = max(len(curve.measured) for curve in picture.curves)
        self.plot.set_span(0.5, self._count + 0.5, picture.low, picture.high)
        self._set_ticks()
        self.numbers.set_labels(tuple(str(n) for n in range(1, self._count + 1)))
        self.item.show_picture(picture, zones)

    def show_cursors(self, cursors: tuple[Cursor, ...], words: str) -> None:
        """Where either pass is."""
        self.item.show_cursors(cursors, words)
        self.numbers.set_layers(frozenset(cursor.layer for cursor in cursors if cursor.layer))

    def _set_ticks(self) -> None:
        """Whole decades, as many as the height holds, and a word for each row beside them."""
        picture = self._picture
        if picture is None:
            return
        height = max(self.plot.height(), 1)
        most = max(2, int(height / (TICK * self.plot.theme.text_scale)))
        step = max(1, math.ceil(readable_spacing(picture.high - picture.low, most) - 1e-9))
        per_row = (picture.high - picture.low) / height
        decades = range(math.ceil(picture.low / step), math.floor(picture.high / step) + 1)
        free = [k * step for k in decades if all(abs(k * step - row) > 15 * per_row for row, _ in picture.rows)]
        outside = [row for row, text in picture.rows if text == "0"], [row for row, text in picture.rows if text != "0"]
        low, high = max(outside[0], default=-math.inf), min(outside[1], default=math.inf)
        ticks = [(float(k), decade_text(k)) for k in free if low < k < high]
        self.plot.set_ticks("left", [*ticks, *picture.rows])

    def _resized(self) -> None:
        """Other ticks may fit."""
        if self.plot.height() != self._height:
            self._height = self.plot.height()
            self._set_ticks()

    def set_theme(self, theme: Theme) -> None:
        """Take every colour and font from `theme`."""
        self.plot.fix_left(left_of(theme))
        for part in (self.plot, self.item, self.numbers):
            part.set_theme(theme)
        self._set_ticks()
