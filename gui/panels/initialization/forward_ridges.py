"""The values after each layer as ridges, one row a layer, with the share of exact zeros as a bar of its own."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from pyqtgraph.functions import arrayToQPolygonF
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from engine.simulations.base import Array
from engine.simulations.initialization_forward_pass import Flow
from gui.panels.initialization.number_text import plain
from gui.theme import Theme
from gui.theme.ratio import device_ratio, draws_vectors
from gui.widgets.painting import begin
from gui.widgets.plot import readable_spacing
from gui.widgets.themed import Face, Themed, draw_text

AXIS = 20  # height of the labels below the rows
BAR, APART = 7.0, 4.0  # the bar of zeros, and the room beside it
BEYOND = 4.0  # the bar of what lies beyond the axis
RISE = 0.86  # of a row that a ridge's peak takes
FILL, PALE = 0.35, 0.3
SEEN = 0.005  # shares below are not drawn
TICK_ROOM = 40.0


@dataclass(frozen=True, slots=True)
class RidgeAxis:
    """The range of the values, the symbol that they have, and how many of the counts make one bar."""

    low: float
    high: float
    symbol: str
    joined: int = 1


class RidgePicture(Themed):
    """Rows from the top, layer 1 first. Both looks of all rows, lit and pale, are painted once; a step shares them out."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._flow: Flow | None = None
        self._axis = RidgeAxis(0.0, 1.0, "a")
        self._colour = 0
        self._note = ""
        self._lit = (1, 0)
        self._version = 0
        self._key: tuple[object, ...] = ()
        self._layers: tuple[QPixmap, QPixmap] = (QPixmap(), QPixmap())
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)
        self.setMinimumHeight(90)

    @property
    def flow(self) -> Flow | None:
        """What is shown."""
        return self._flow

    @property
    def note(self) -> str:
        """The words over the picture."""
        return self._note

    @property
    def lit(self) -> tuple[int, int]:
        """The first and the last layer that are lit; the first is larger where none is."""
        return self._lit

    @property
    def beyond(self) -> bool:
        """Whether values lie beyond the axis."""
        return self._flow is not None and bool((self._flow.below + self._flow.above > SEEN).any())

    def show_flow(self, flow: Flow, axis: RidgeAxis, colour: int) -> None:
        """Take other values."""
        self._flow, self._axis, self._colour = flow, axis, colour
        self._version += 1
        self.update()

    def show_note(self, note: str) -> None:
        """Say this over the picture."""
        if note != self._note:
            self._note = note
            self._version += 1
            self.setAccessibleDescription(note)
            self.update()

    def show_lit(self, first: int, last: int) -> None:
        """The layers passed; all others are pale."""
        if (first, last) != self._lit:
            self._lit = (first, last)
            self.update()

    def sizeHint(self) -> QSize:
        """Any size will do."""
        return QSize(160, 200)

    def restyle(self) -> None:
        """Paint in the colours of another theme."""
        self._key = ()

    # -- painting -----------------------------------------------------------------------------------------------------

    @property
    def _rows(self) -> int:
        return len(self._flow.std) if self._flow is not None else 1

    @property
    def _pitch(self) -> float:
        """The height of a row."""
        return (self.height() - AXIS) / self._rows

    @property
    def _left(self) -> float:
        """Where the axis of values begins."""
        return BAR + APART

    def paintEvent(self, event: QPaintEvent) -> None:
        """Lit rows and pale rows."""
        if self._flow is None:
            return
        painter = begin(self)
        first, last = self._lit
        if draws_vectors(painter):
            for row in range(self._rows):
                self._paint_row(painter, row, lit=first <= row + 1 <= last)
            self._paint_axis(painter)
        else:
            self._prepare(device_ratio(painter))
            lit, pale = self._layers
            top, bottom = ((first - 1) * self._pitch, last * self._pitch) if first <= last else (0.0, 0.0)
            ends = (0.0, top), (bottom, float(self.height()))
            for start, end in ends:
                self._blit(painter, pale, start, end)
            self._blit(painter, lit, top, bottom)
        painter.end()

    def _blit(self, painter: QPainter, layer: QPixmap, top: float, bottom: float) -> None:
        """The part of a layer between two heights."""
        top, bottom = round(top), round(bottom)
        if bottom > top:
            ratio = layer.devicePixelRatio()
            part = QRectF(0, top * ratio, layer.width(), (bottom - top) * ratio)
            painter.drawPixmap(QRectF(0, top, layer.width() / ratio, bottom - top), layer, part)

    def _prepare(self, ratio: float) -> None:
        """Both layers, for this size, these values and this look."""
        key = (self._version, self.size(), ratio)
        if key == self._key:
            return
        self._key = key
        self._layers = tuple(self._layer(ratio, lit) for lit in (True, False))  # type: ignore[assignment]

    def _layer(self, ratio: float, lit: bool) -> QPixmap:
        layer = QPixmap(math.ceil(self.width() * ratio), math.ceil(self.height() * ratio))
        layer.setDevicePixelRatio(ratio)
        layer.fill(Qt.GlobalColor.transparent)
        painter = QPainter(layer)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for row in range(self._rows):
            self._paint_row(painter, row, lit)
        self._paint_axis(painter)
        painter.end()
        return layer

    def _paint_row(self, painter: QPainter, row: int, lit: bool) -> None:
        assert self._flow is not None
        flow, pitch = self._flow, self._pitch
        base = (row + 1) * pitch
        rise = RISE * pitch
        share = 1.0 if lit else PALE
        painter.setPen(QPen(self.theme.color("line"), 1.0))
        painter.drawLine(QPointF(0, base), QPointF(self.width(), base))
        solid = self.theme.blend(self._colour, share)
        if flow.zeros[row] > SEEN:
            painter.fillRect(QRectF(0, base - flow.zeros[row] * rise, BAR, flow.zeros[row] * rise), solid)
        counts = flow.counts[row].reshape(-1, self._axis.joined).sum(axis=1)
        self._paint_ridge(painter, counts, base, rise, share)
        for beyond, x in ((flow.below[row], self._left), (flow.above[row], self.width() - BEYOND)):
            if beyond > SEEN:
                painter.fillRect(QRectF(x, base - beyond * rise, BEYOND, beyond * rise), solid)

    def _paint_ridge(self, painter: QPainter, counts: Array, base: float, rise: float, share: float) -> None:
        peak = counts.max()
        if not peak:
            return
        bins, width = len(counts), self.width() - self._left
        x = self._left + np.concatenate(([0.0, 0.0], (np.arange(bins) + 0.5) / bins, [1.0, 1.0])) * width
        heights = counts / peak
        y = base - rise * np.concatenate(([0.0], heights[:1], heights, heights[-1:], [0.0]))
        used = np.flatnonzero(counts)
        first, last = max(int(used[0]) - 1, 0), min(int(used[-1]) + 5, len(x))
        area = arrayToQPolygonF(x[first:last], y[first:last])
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.theme.blend(self._colour, FILL * share))
        painter.drawPolygon(area)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(self.theme.blend(self._colour, share), 1.0))
        painter.drawPolyline(area)

    def _x(self, value: float) -> float:
        return self._left + (value - self._axis.low) / (self._axis.high - self._axis.low) * (self.width() - self._left)

    def _paint_axis(self, painter: QPainter) -> None:
        face, band = self.faces.small, QRectF(0, self.height() - AXIS + 2, self.width(), AXIS - 2)
        painter.setPen(self.theme.color("quiet"))
        ticks = ticks_between(self._axis.low, self._axis.high, (self.width() - self._left) / TICK_ROOM)
        ends: list[float] = []
        for value in ticks:
            text = plain(value)
            wide = face.width(text)
            left = min(max(self._x(value) - wide / 2, 0.0), self.width() - wide)
            draw_text(painter, face, text, left, band)
            ends += [left, left + wide]
        symbol = self.faces.symbol if len(self._axis.symbol) == 1 else face
        if len(ends) >= 4 and ends[-2] - ends[-3] > symbol.width(self._axis.symbol) + 6:
            draw_text(
                painter, symbol, self._axis.symbol, (ends[-3] + ends[-2] - symbol.width(self._axis.symbol)) / 2, band
            )
        self._paint_note(painter)

    def _paint_note(self, painter: QPainter) -> None:
        if not self._note:
            return
        room = QRectF(self._left + 8, 0, self.width() - self._left - 10, self.height() - AXIS)
        face = self.faces.note
        if any(face.width(line) > room.width() for line in self._note.splitlines()):
            face = self.faces.small
        painter.setFont(face.font)
        flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
        written = painter.boundingRect(room, flags, self._note)
        painter.fillRect(written.adjusted(-3, -1, 3, 1), self.theme.color("paper"))
        painter.setPen(self.theme.color("quiet"))
        painter.drawText(room, flags, self._note)


class LayerNumbers(Themed):
    """The layers' numbers beside the rows, as many as there is room for; the layer at hand in bold."""

    WIDTH = 30

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._count, self._layer, self._word = 1, 0, ""
        self._strong = Face(theme.font(11, bold=True))
        self.setFixedWidth(self.WIDTH)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)

    def restyle(self) -> None:
        """Measure again."""
        self._strong = Face(self.theme.font(11, bold=True))

    def set_word(self, word: str) -> None:
        """What the numbers count."""
        self._word = word
        self.update()

    def show_layers(self, count: int, layer: int) -> None:
        """How many layers there are, and the one at hand (0: none)."""
        if (count, layer) != (self._count, self._layer):
            self._count, self._layer = count, layer
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The numbers, from the top."""
        painter = begin(self)
        pitch = (self.height() - AXIS) / self._count
        every = next(n for n in (1, 2, 5, 10, 25) if n * pitch >= 12 or n == 25)
        shown = [n for n in range(1, self._count + 1) if n % every == 0 or n == 1]
        if self._layer:
            shown = [n for n in shown if n == self._layer or abs(n - self._layer) * pitch >= 12]
            shown.append(self._layer)
        for number in set(shown):
            at_hand = number == self._layer
            face = self._strong if at_hand else self.faces.small
            painter.setPen(self.theme.color("ink" if at_hand else "quiet"))
            band = QRectF(0, (number - 0.5) * pitch - 8, self.WIDTH, 18)
            draw_text(painter, face, str(number), self.WIDTH - 8 - face.width(str(number)), band)
        painter.setPen(self.theme.color("quiet"))
        draw_text(painter, self.faces.small, self._word, 0, QRectF(0, self.height() - AXIS + 2, self.WIDTH, AXIS - 2))
        painter.end()


def ticks_between(low: float, high: float, most: float) -> list[float]:
    """Readable numbers from `low` to `high`: three at least, and about `most`."""
    parts = max(2, int(most))
    while True:
        spacing = readable_spacing(high - low, parts)
        first, last = math.ceil(low / spacing - 1e-6), math.floor(high / spacing + 1e-6)
        if last - first >= 2:
            return [place * spacing for place in range(first, last + 1)]
        parts += 1
