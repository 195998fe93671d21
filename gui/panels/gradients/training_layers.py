"""Something of every layer now, layers upwards: how far its weights have moved, or which of its units pass nothing."""

from __future__ import annotations

import math

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter

from gui.theme import Theme
from gui.widgets.geometry import Array, Mapping, Segments
from gui.widgets.layers import Layered
from gui.widgets.plot import Plot
from gui.widgets.themed import Face, draw_text

# Weights that moved by less than this share of their size have not moved to speak of.
MARK = -3.0
# The decades shown: at most so many below the highest.
DEPTH = 8.0
ROUNDING = 0.04
# At both ends of an axis of decades, as a share of them: its numbers stand whole below it.
ROOM = 0.05
# The height of the axis below the box: that of a line of words beside it.
AXIS = 28
# Pixels beside the box, at its left and right.
BESIDE = (10, 8)


class LayersItem(Layered):
    """Bars with a disc at their end: now. Rings: where it will be at the end of what is known, or a second share."""

    def __init__(self, theme: Theme, series: int) -> None:
        super().__init__(theme)
        self.series = series
        self.marked = True
        self.words = ""
        self._now: Array = np.empty(0)
        self._ring: Array = np.empty(0)
        self._lines, self._dots = Segments(), Segments()
        self._chosen = 0
        self._face = Face(theme.font(11))

    def set_theme(self, theme: Theme) -> None:
        """Take colours and fonts from `theme`."""
        self._face = Face(theme.font(11))
        super().set_theme(theme)

    def show_values(self, now: Array, ring: Array, chosen: int) -> None:
        """Show these, in the plot's units, by layer; NaN leaves a gap. `chosen` is the layer spoken of, from 1."""
        self._now, self._ring, self._chosen = now, ring, chosen
        self.update()

    def draw_layers(self, painter: QPainter, mapping: Mapping) -> None:
        """Paint all of it: a few hundred strokes at most."""
        painter.fillRect(QRectF(0, 0, mapping.width, mapping.height), self.theme.brush("paper"))
        self._paint_ground(painter, mapping)
        count = len(self._now)
        if not count:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ys: Array = (mapping.y1 - np.arange(1.0, count + 1)) * mapping.per_y
        size = min(8.0, max(2.0, 0.72 * mapping.per_y))
        now, ring = self._across(self._now, mapping, size), self._across(self._ring, mapping, size)
        shown = np.isfinite(now)
        bars = np.stack([np.column_stack([np.zeros(count), ys]), np.column_stack([now, ys])], axis=1)[shown]
        painter.setPen(self.theme.pen(self.series, min(2.0, size / 2), None, 0.5))
        self._lines.draw_lines(painter, bars)
        painter.setPen(self.theme.pen(self.series, 1.3))
        painter.setBrush(self.theme.brush("paper"))
        for x, y in zip(ring.tolist(), ys.tolist(), strict=True):
            if x == x:
                painter.drawEllipse(QPointF(x, y), size / 2, size / 2)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.theme.brush(self.series))
        for x, y in zip(now.tolist(), ys.tolist(), strict=True):
            if x == x:
                painter.drawEllipse(QPointF(x, y), size / 2, size / 2)
        self._paint_chosen(painter, mapping, now, ys)
        self._paint_words(painter, mapping, now, ys)

    def draw_vectors(self, painter: QPainter, mapping: Mapping) -> None:
        """The same."""
        self.draw_layers(painter, mapping)

    def _across(self, values: Array, mapping: Mapping, size: float) -> Array:
        """Pixels; what lies beyond the picture stands at its edge."""
        with np.errstate(invalid="ignore"):
            return np.asarray(np.clip((values - mapping.x0) * mapping.per_x, 0.0, mapping.width - size / 2))

    def _paint_ground(self, painter: QPainter, mapping: Mapping) -> None:
        """The part in which weights have not moved, and its edge."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        if not self.marked:
            return
        edge = mapping.point(MARK, 0)[0]
        painter.fillRect(QRectF(0, 0, edge, mapping.height), self.theme.brush("shade"))
        painter.setPen(self.theme.pen("accent", 1.2, "dot"))
        painter.drawLine(QPointF(edge, 0), QPointF(edge, mapping.height))

    def _paint_words(self, painter: QPainter, mapping: Mapping, now: Array, ys: Array) -> None:
        """What the edge means, if no bar is in the way."""
        width, edge = self._face.width(self.words), mapping.point(MARK, 0)[0]
        area = QRectF(edge - width - 6, mapping.height - 24, width, 18)
        behind = now[(ys > area.top() - 4) & np.isfinite(now)]
        if self.marked and area.left() > 2 and (not behind.size or float(behind.max()) < area.left() - 6):
            painter.setPen(self.theme.color("accent"))
            draw_text(painter, self._face, self.words, area.left(), area)

    def _paint_chosen(self, painter: QPainter, mapping: Mapping, now: Array, ys: Array) -> None:
        """A ring in the accent round the layer that the numbers speak of."""
        place = self._chosen - 1
        if 0 <= place < len(now) and math.isfinite(now[place]):
            painter.setPen(self.theme.pen("accent", 1.6))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(QPointF(float(now[place]), float(ys[place])), 6.0, 6.0)


class LayersPlot(Plot):
    """The picture with its axis. `layer_pressed` tells the layer under the hand, `layer_moved` by how many ↑ ↓ go."""

    layer_pressed = Signal(int)
    layer_moved = Signal(int)

    def __init__(self, theme: Theme, series: int) -> None:
        super().__init__(theme, grid=False, covered=True)
        self.getPlotItem().layout.setContentsMargins(BESIDE[0], 0, BESIDE[1], 0)
        self.fix_left(0)
        self.set_ticks("left", [])
        self.getAxis("bottom").decades = True
        self.getAxis("bottom").room = 36
        self.item = LayersItem(theme, series)
        self.addItem(self.item, ignoreBounds=True)
        self.setMinimumHeight(60)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._depth = 1
        self.pressed.connect(self._pressed)

    def show_run(self, depth: int) -> None:
        """Another run."""
        self._depth = depth

    def show_decades(self, now: Array, ring: Array, chosen: int, span: tuple[float, float]) -> None:
        """How far weights have moved, as decades, from −inf to inf; `span` are whole decades."""
        self._axis(decades=True)
        self.item.show_values(now, ring, chosen)
        room = ROOM * (span[1] - span[0])
        self.set_span(span[0] - room, span[1] + room, 0.5, self._depth + 0.5)

    def show_shares(self, now: Array, ring: Array, chosen: int) -> None:
        """Two shares of units or values, 0 … 1."""
        self._axis(decades=False)
        self.item.show_values(now, ring, chosen)
        self.set_span(-ROUNDING, 1.06, 0.5, self._depth + 0.5)

    def _axis(self, decades: bool) -> None:
        axis = self.getAxis("bottom")
        if axis.decades != decades or self.item.marked != decades:
            self.item.marked = axis.decades = decades
            self.set_ticks("bottom", None if decades else [(0, "0"), (0.5, "50 %"), (1, "100 %")])
            axis.picture = None
            axis.update()

    def set_theme(self, theme: Theme) -> None:
        """Take every colour from `theme`."""
        super().set_theme(theme)
        self.getAxis("bottom").setHeight(round(AXIS * theme.text_scale))
        if hasattr(self, "item"):
            self.item.set_theme(theme)

    def _pressed(self, _x: float, y: float) -> None:
        self.layer_pressed.emit(min(max(round(y), 1), self._depth))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """↑ ↓ go from layer to layer; all other keys are the window's."""
        by = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}.get(Qt.Key(event.key()), 0)
        if by:
            self.layer_moved.emit(by)
        else:
            event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The frame shows who has the keyboard."""
        super().focusInEvent(event)
        self.box.setBorder(self.theme.pen("accent", 2.0))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """And who has no longer."""
        super().focusOutEvent(event)
        self.box.setBorder(self.theme.pen("line", 1.0))
