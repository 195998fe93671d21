"""The distributions of all layers of one side, beside one another: outputs or gradients, exact zeros as bars."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray
from pyqtgraph.functions import arrayToQPolygonF
from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPixmap, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from engine.simulations.gradients_pass_formulas import compact_figure
from engine.simulations.gradients_pass_measure import Ridges
from gui.panels.gradients.pass_plot import LayerNumbers, layer_plot, left_of
from gui.theme import Theme
from gui.widgets.geometry import Mapping
from gui.widgets.layers import Layered
from gui.widgets.plot import readable_spacing
from gui.widgets.side_badge import SideBadge

FILL = 0.35
FADED = 0.3
SHARE = 0.9  # of a layer's width that the widest place of its ridge takes
ROOM = 0.06  # above and below the axis's ends, in shares of its length
BAR = 3.0  # thickness of the bar of exact zeros
# A ridge is smoothed by this: units that put out the same for every point make single bins of it.
KERNEL = np.array([1.0, 4.0, 8.0, 10.0, 8.0, 4.0, 1.0]) / 36.0


class RidgeItem(Layered):
    """All ridges, painted once; a step only moves what is lit and where it is cut."""

    def __init__(self, theme: Theme, side: int) -> None:
        super().__init__(theme)
        self._side = side
        self._ridges: Ridges | None = None
        self._known = (1, 0)
        self._at = 0
        self._layer = QPixmap()

    def show_ridges(self, ridges: Ridges) -> None:
        """Other distributions."""
        self._ridges, self._known, self._at = ridges, (1, 0), 0
        self.forget()

    def show_place(self, known: tuple[int, int], at: int) -> None:
        """Known are the layers from the first of `known` to the last; `at` is at hand (0: none)."""
        if (known, at) != (self._known, self._at):
            self._known, self._at = known, at
            self.update()

    def restart(self, mapping: Mapping, ratio: float) -> None:
        """Paint all layers."""
        self._layer = self.new_layer(mapping, ratio)
        painter = QPainter(self._layer)
        self._paint(painter, mapping)
        painter.end()

    def draw_layers(self, painter: QPainter, mapping: Mapping) -> None:
        """Blit what is known, and faded what is still to come."""
        self._light(painter, mapping)
        painter.save()
        for area, known in self._areas(mapping):
            painter.setOpacity(1.0 if known else FADED)
            painter.setClipRect(area)
            painter.drawPixmap(0, 0, self._layer)
        painter.restore()

    def draw_vectors(self, painter: QPainter, mapping: Mapping) -> None:
        """Paint both parts."""
        self._light(painter, mapping)
        for area, known in self._areas(mapping):
            painter.save()
            painter.setOpacity(1.0 if known else FADED)
            painter.setClipRect(area)
            self._paint(painter, mapping)
            painter.restore()

    def _areas(self, mapping: Mapping) -> list[tuple[QRectF, bool]]:
        first, last = self._known
        edges = [0.0, *((edge - mapping.x0) * mapping.per_x for edge in (first - 0.5, last + 0.5)), mapping.width]
        parts = zip(edges[:-1], edges[1:], (False, True, False), strict=True)
        return [(QRectF(left, 0, right - left, mapping.height), known) for left, right, known in parts if right > left]

    def _light(self, painter: QPainter, mapping: Mapping) -> None:
        if self._at:
            x = (self._at - 0.5 - mapping.x0) * mapping.per_x
            painter.fillRect(QRectF(x, 0, mapping.per_x, mapping.height), self.theme.brush("tint"))

    def _paint(self, painter: QPainter, mapping: Mapping) -> None:
        """Each layer's outline from its left edge, as wide as it is dense; a bar at 0, as long as the share of zeros."""
        ridges = self._ridges
        if ridges is None:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        y = (mapping.y1 - np.linspace(ridges.low, ridges.high, ridges.shares.shape[1] + 1)) * mapping.per_y
        middles = 0.5 * (y[1:] + y[:-1])
        zero = (mapping.y1 - 0.0) * mapping.per_y
        width = SHARE * mapping.per_x
        base_pen, line = self.theme.pen(self._side, 1.0, None, 0.35), self.theme.pen(self._side, 1.2)
        for layer, (shares, zeros) in enumerate(zip(ridges.shares, ridges.zeros, strict=True), start=1):
            left = (layer - 0.5 - mapping.x0) * mapping.per_x + 0.04 * mapping.per_x
            painter.setPen(base_pen)
            painter.drawLine(QPointF(left, y[-1]), QPointF(left, y[0]))
            if shares.any():
                painter.setPen(line)
                painter.setBrush(self.theme.brush(self._side, FILL))
                outline = outline_of(shares, middles, left, width)
                painter.drawPolygon(arrayToQPolygonF(outline[:, 0], outline[:, 1]))
            if zeros > 0:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(self.theme.brush(self._side))
                painter.drawRect(QRectF(left, zero - BAR / 2, max(zeros * width, 1.0), BAR))


def outline_of(shares: NDArray[np.float64], y: NDArray[np.float64], left: float, width: float) -> NDArray[np.float64]:
    """The outline (n, 2) of a ridge over bins centred at `y`, at its widest `width` from `left`; empty ends are left out."""
    shares = np.convolve(shares, KERNEL, mode="same")
    filled = np.flatnonzero(shares)
    first, last = max(int(filled[0]) - 1, 0), min(int(filled[-1]) + 2, len(shares))
    x = left + width * shares[first:last] / shares.max()
    ys = y[first:last]
    return np.column_stack([np.r_[left, x, left], np.r_[ys[0], ys, ys[-1]]])


class RidgePlot(QWidget):
    """One side's ridges with their badge, and below them the rms that they are divided by. A click tells the layer."""

    layer_clicked = Signal(int)

    def __init__(self, theme: Theme, side: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.plot = layer_plot(theme)
        self.plot.setMinimumHeight(44)
        self.item = RidgeItem(theme, side)
        self.plot.addItem(self.item, ignoreBounds=True)
        self.numbers = LayerNumbers(theme, sides=False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(1)
        column.addWidget(self.plot, 1)
        column.addWidget(self.numbers)
        self.badge = SideBadge(theme, "ab"[side], self)
        self.badge.move(0, 1)
        self._ridges: Ridges | None = None
        self._count, self._height = 1, 0
        self.plot.pressed.connect(self._pressed)
        self.plot.box.sigResized.connect(self._resized)

    def show_ridges(self, ridges: Ridges, span: int) -> None:
        """Other distributions, on an axis with room for `span` layers."""
        self._ridges, self._count = ridges, len(ridges.rms)
        room = ROOM * (ridges.high - ridges.low)
        self.plot.set_span(0.5, span + 0.5, ridges.low - room, ridges.high + room)
        self._set_ticks()
        self.numbers.set_labels(tuple(compact_figure(float(value)) for value in ridges.rms))
        self.numbers.set_span(span)
        self.item.show_ridges(ridges)

    def show_place(self, known: tuple[int, int], at: int) -> None:
        """How far the pass is."""
        self.item.show_place(known, at)
        self.numbers.set_layers(frozenset({at} if at else ()))

    def _set_ticks(self) -> None:
        if self._ridges is None:
            return
        low, high = self._ridges.low, self._ridges.high
        spacing = readable_spacing(high - low, max(2, int(self.plot.height() / (22 * self.plot.theme.text_scale))))
        places = [k * spacing for k in range(math.ceil(low / spacing - 1e-9), math.floor(high / spacing + 1e-9) + 1)]
        ends = {place for place in (low, high) if all(abs(place - other) > 0.4 * spacing for other in places)}
        texts = [(place, f"{place:g}".replace("-", "−")) for place in sorted({*places, *ends})]
        self.plot.set_ticks("left", texts)

    def _resized(self) -> None:
        if self.plot.height() != self._height:
            self._height = self.plot.height()
            self._set_ticks()

    def _pressed(self, x: float, _y: float) -> None:
        if 0.5 <= x < self._count + 0.5:
            self.layer_clicked.emit(min(max(round(x), 1), self._count))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The badge stands in the corner, left of the numbers."""
        super().resizeEvent(event)
        self.badge.resize(self.badge.sizeHint())

    def set_theme(self, theme: Theme) -> None:
        """Take every colour and font from `theme`."""
        self.plot.fix_left(left_of(theme))
        for part in (self.plot, self.item, self.numbers, self.badge):
            part.set_theme(theme)
        self.badge.resize(self.badge.sizeHint())
        self._set_ticks()
