"""Loss, or share of right answers, of the networks by step, with the cursor and what stands there."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPolygonF
from PySide6.QtWidgets import QWidget

from gui.panels.gradients.training_head import SIDE, draw_side
from gui.panels.gradients.training_heat import RIGHT, TOP
from gui.theme import Theme
from gui.widgets.cursor_marks import CursorMarks
from gui.widgets.geometry import Array, Mapping, Segments
from gui.widgets.layers import Layered
from gui.widgets.plot import Plot, log10_floor
from gui.widgets.ranges import GrowingRange
from gui.widgets.themed import Face, draw_text
from gui.widgets.trails import Trails, TrailStyle

# A loss may rise so many decades above its start before it leaves the picture.
DECADES = 6.0
LINE = 22.0


class Labels(Layered):
    """What the curves' values at the cursor are, beside it; and where a change “from here on” begins."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._place = 0.0
        self._labels: Sequence[tuple[int, str, float]] = ()
        self._events: Sequence[tuple[int, int]] = ()
        self.setZValue(8)
        self._measure()

    def _measure(self) -> None:
        self._face, self._badge = Face(self.theme.font(12)), Face(self.theme.font(11, bold=True))

    def set_theme(self, theme: Theme) -> None:
        """Take colours and fonts from `theme`."""
        self.theme = theme
        self._measure()
        super().set_theme(theme)

    def show_events(self, events: Sequence[tuple[int, int]]) -> None:
        """Where settings change: (step, side)."""
        self._events = events
        self.update()

    def show_at(self, place: float, labels: Sequence[tuple[int, str, float]]) -> None:
        """(side, text, height in data) for each curve."""
        self._place, self._labels = place, labels
        self.update()

    def paint(self, painter: QPainter, option: Any, widget: QWidget | None = None) -> None:  # noqa: ANN401
        """Afresh at each frame: a few words."""
        box = self._box(painter)
        if box.width() < 2 or box.height() < 2:
            return
        mapping = Mapping.between(self.boundingRect(), box.width(), box.height())
        painter.save()
        painter.setWorldTransform(painter.worldTransform().fromTranslate(box.left(), box.top()))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_events(painter, mapping)
        self._paint_labels(painter, mapping)
        painter.restore()

    def _paint_events(self, painter: QPainter, mapping: Mapping) -> None:
        """A small triangle on the lower edge, and a line up."""
        for step, side in self._events:
            x, y = mapping.point(step, 0)[0], mapping.height
            painter.setPen(self.theme.pen(side, 1.2, "dot"))
            painter.drawLine(QPointF(x, 0), QPointF(x, y))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self.theme.brush(side))
            painter.drawPolygon(QPolygonF([QPointF(x - 5, y), QPointF(x, y - 9), QPointF(x + 5, y)]))

    def _paint_labels(self, painter: QPainter, mapping: Mapping) -> None:
        """In the order of the curves, apart from one another, on the side of the cursor that has room."""
        if not self._labels:
            return
        width = max(self._face.width(text) for _, text, _ in self._labels) + SIDE + 8
        x = mapping.point(self._place, 0)[0]
        left = x + 10 if x + 10 + width < mapping.width else max(x - 10 - width, 0.0)
        heights = [mapping.point(0, y)[1] if math.isfinite(y) else mapping.height / 2 for _, _, y in self._labels]
        order = sorted(range(len(heights)), key=heights.__getitem__)
        tops: dict[int, float] = {}
        last = -math.inf
        for i in order:
            last = max(heights[i] - LINE - 4, last + LINE, 2.0)
            tops[i] = last
        over = max(0.0, last + LINE - mapping.height)
        for i, (side, text, _) in enumerate(self._labels):
            band = QRectF(left, tops[i] - over, width, LINE)
            painter.fillRect(band.adjusted(-3, 1, 3, -1), self.theme.brush("paper", 0.82))
            draw_side(painter, self.theme, side, QPointF(left, band.center().y() - SIDE / 2), self._badge)
            painter.setPen(self.theme.color("ink"))
            draw_text(painter, self._face, text, left + SIDE + 6, band)


class LossPlot(Plot):
    """One curve a network. Rows are taken over as they become known."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, decades=True, grid=False, covered=True)
        self.getPlotItem().layout.setContentsMargins(0, 7, RIGHT, 0)
        self.getAxis("left").room = 22
        self.kind = "loss"
        self.trails = Trails(theme, rising=True, ground=self._draw_ground)
        self.addItem(self.trails, ignoreBounds=True)
        self.marks, self.labels = CursorMarks(theme), Labels(theme)
        self.addItem(self.marks, ignoreBounds=True)
        self.addItem(self.labels, ignoreBounds=True)
        self._segments = Segments()
        self._span = GrowingRange()
        self._values = np.empty((1, 0, 2))
        self._filled, self._length = 0, 1
        self._edges = (0.0, 1.0)
        self.setMinimumHeight(70)

    def show_run(self, sides: int, length: int, edges: tuple[float, float], kind: str) -> None:
        """Another run, or another quantity, of which nothing is known yet; `edges` are the steps from left to right."""
        self._length, self._edges, self.kind = length, edges, kind
        self._values = np.empty((min(length, 255) + 1, sides, 2))
        self._filled = 0
        self._span.clear()
        if self.set_decades(kind == "loss"):
            self.trails.ground_changed()
        self.set_ticks("left", None if kind == "loss" else [(0, "0"), (0.5, "50 %"), (1, "100 %")])
        self.trails.set_run(self._values[:0], [TrailStyle(side, 2.0, 0.0) for side in range(sides)])

    def show_step(self, known: list[Array], step: int, texts: Sequence[str]) -> None:
        """The cursor is at `step`; `known` are the values of each side so far, `texts` what they are there."""
        self._fill(known)
        self._fit()
        values = self._values[: self._filled]
        self.trails.show_step(values, step)
        at = values[min(step, self._filled - 1), :, 1].tolist()
        self.marks.show_at(step, [(y, side) for side, y in enumerate(at) if math.isfinite(y)])
        self.labels.show_at(step, [(side, text, at[side]) for side, text in enumerate(texts)])

    def set_theme(self, theme: Theme) -> None:
        """Take every colour from `theme`."""
        super().set_theme(theme)
        if hasattr(self, "labels"):
            for item in (self.trails, self.marks, self.labels):
                item.set_theme(theme)

    def _draw_ground(self, painter: QPainter, mapping: Mapping) -> None:
        painter.setPen(self.theme.pen("grid"))
        self._segments.draw_lines(painter, mapping.pixels(self.grid_lines()))

    def _fill(self, known: list[Array]) -> None:
        """Take over the rows not seen yet: as many as all sides know, or have."""
        new = max(map(len, known)) if all(map(len, known)) else 0
        if new <= self._filled:
            return
        if new > len(self._values):
            larger = np.empty((min(self._length + 1, max(new, 2 * len(self._values))), *self._values.shape[1:]))
            larger[: self._filled] = self._values[: self._filled]
            self._values = larger
        first = self._filled
        for side, column in enumerate(known):
            fresh = np.full(new - first, math.nan)
            fresh[: max(len(column) - first, 0)] = column[first:new]
            values = log10_floor(fresh) if self.kind == "loss" else fresh
            self._values[first:new, side, 0] = np.arange(first, new)
            self._values[first:new, side, 1] = values
            if self.kind == "loss":
                self._widen(values)
        self._filled = new

    def _widen(self, values: Array) -> None:
        usual = values[np.isfinite(values) & (values > -300)]
        if math.isinf(self._span.room[1]) and usual.size:
            self._span.room = (-math.inf, min(float(usual[0]) + DECADES, TOP))
        self._span.include(usual)

    def _fit(self) -> None:
        low, high = self._span.decades() if self.kind == "loss" else (-0.03, 1.03)
        self.set_span(*self._edges, low, high)
