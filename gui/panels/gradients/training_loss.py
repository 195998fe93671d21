"""Loss, or share of right answers, of the networks by step, with the cursor and what stands there."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
from PySide6.QtGui import QFontMetrics, QPainter, QResizeEvent

from gui.panels.gradients.training_heat import RIGHT, TOP
from gui.panels.gradients.training_labels import Label, Labels
from gui.theme import Theme
from gui.widgets.cursor_marks import CursorMarks
from gui.widgets.geometry import Array, Mapping, Segments
from gui.widgets.plot import Plot, log10_floor
from gui.widgets.ranges import GrowingRange
from gui.widgets.trails import Trails, TrailStyle

# A loss may rise so many decades above its start before it leaves the picture.
DECADES = 6.0


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
        self._axis_words: tuple[str, ...] = ()
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

    def show_step(self, known: list[Array], step: int, texts: Sequence[tuple[str, ...]]) -> None:
        """The cursor is at `step`; `known` are the values of each side so far, `texts` say it, the longest first."""
        self._fill(known)
        self._fit()
        values = self._values[: self._filled]
        self.trails.show_step(values, step)
        at = values[min(step, self._filled - 1), :, 1].tolist()
        self.marks.show_at(step, [(y, side) for side, y in enumerate(at) if math.isfinite(y)])
        self.labels.show_at(step, [Label(side, each, at[side]) for side, each in enumerate(texts)], values)

    def name_steps(self, *texts: str) -> None:
        """Say below what the steps are: the first of these that has room, the longest first."""
        self._axis_words = texts
        self._choose_words()

    def _choose_words(self) -> None:
        face, room = QFontMetrics(self.theme.font(11)), self.width() - self.getAxis("left").width() - RIGHT
        fitting = (text for text in self._axis_words if face.horizontalAdvance(text) <= room)
        self.set_titles(bottom=next(fitting, self._axis_words[-1] if self._axis_words else ""))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width has room for other words."""
        super().resizeEvent(event)
        if hasattr(self, "labels"):
            self._choose_words()

    def set_theme(self, theme: Theme) -> None:
        """Take every colour from `theme`."""
        super().set_theme(theme)
        if hasattr(self, "labels"):
            for item in (self.trails, self.marks, self.labels):
                item.set_theme(theme)
            self._choose_words()

    def _draw_ground(self, painter: QPainter, mapping: Mapping) -> None:
        painter.setPen(self.theme.pen("grid"))
        self._segments.draw_lines(painter, mapping.pixels(self.grid_lines()))

    def _fill(self, known: list[Array]) -> None:
        """Take over the rows not seen yet: as many as all sides know."""
        new = min(map(len, known))
        if new <= self._filled:
            return
        if new > len(self._values):
            larger = np.empty((min(self._length + 1, max(new, 2 * len(self._values))), *self._values.shape[1:]))
            larger[: self._filled] = self._values[: self._filled]
            self._values = larger
        first = self._filled
        for side, column in enumerate(known):
            values = log10_floor(column[first:new]) if self.kind == "loss" else column[first:new]
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
