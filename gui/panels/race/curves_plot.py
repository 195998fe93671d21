"""Loss, gradient size or step size of every racer by step."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
from PySide6.QtGui import QPainter

from engine.simulations.race_paths import COLUMNS
from gui.theme import Theme
from gui.widgets.cursor_marks import CursorMarks
from gui.widgets.geometry import Array, Mapping, Segments
from gui.widgets.plot import Plot, log10_floor
from gui.widgets.ranges import GrowingRange
from gui.widgets.trails import Trails, TrailStyle

KINDS = ("loss", "gradient", "step")
# Where an exact zero stands on a decade axis.
ZERO = -320.0
# A curve may rise so many decades above its start (or, on a linear axis, go so many times its size) before it leaves
# the picture.
DECADES, ROOM = 4.0, 20.0


class CurvesPlot(Plot):
    """One curve for each racer, on decades; linear where a loss has no lowest value to count from."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, decades=True, grid=False, covered=True)
        self.kind = "loss"
        self.trails = Trails(theme, rising=True, ground=self._draw_ground)
        self._segments = Segments()
        self.addItem(self.trails, ignoreBounds=True)
        self.marks = CursorMarks(theme)
        self.addItem(self.marks, ignoreBounds=True)
        self._values = np.empty((1, 0, 2))
        self._filled = 0
        self._lowest: float | None = 0.0
        self._length = 1
        self._span = GrowingRange()
        self._looks: tuple[TrailStyle, ...] = ()

    @property
    def logarithmic(self) -> bool:
        """Whether the axis counts in decades."""
        return self.kind != "loss" or self._lowest is not None

    def show_run(self, rows: Array, length: int, lowest: float | None, looks: Sequence[TrailStyle]) -> None:
        """Another run, or another quantity. `rows` is (steps known, racers, columns)."""
        self._lowest, self._length = lowest, length
        self._looks = tuple(TrailStyle(look.series, look.width, 0.0, look.shown) for look in looks)
        self._values = np.empty((min(length + 1, max(256, len(rows))), rows.shape[1], 2))
        self._filled = 0
        self._span.clear()
        if self.set_decades(self.logarithmic):
            self.trails.ground_changed()
        self._fill(rows)
        self.trails.set_run(self._values[: self._filled], self._looks)
        self._fit()

    def show_step(self, rows: Array, step: int) -> None:
        """The cursor is at `step`; `rows` are those known by now."""
        self._fill(rows)
        self._fit()
        known = self._values[: self._filled]
        self.trails.show_step(known, step)
        at = known[step, :, 1].tolist()
        dots = [(at[i], look.series) for i, look in enumerate(self._looks) if look.shown and math.isfinite(at[i])]
        self.marks.show_at(step, dots)

    def set_theme(self, theme: Theme) -> None:
        """Take every colour from `theme`."""
        super().set_theme(theme)
        if hasattr(self, "marks"):
            self.trails.set_theme(theme)
            self.marks.set_theme(theme)

    def _draw_ground(self, painter: QPainter, mapping: Mapping) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(self.theme.pen("grid"))
        self._segments.draw_lines(painter, mapping.pixels(self.grid_lines()))

    def _fill(self, rows: Array) -> None:
        """Take over the rows not seen yet: each is looked at once."""
        new = len(rows)
        if new <= self._filled:
            return
        if new > len(self._values):
            larger = np.empty((min(self._length + 1, max(new, 2 * len(self._values))), *self._values.shape[1:]))
            larger[: self._filled] = self._values[: self._filled]
            self._values = larger
        if self._filled and new == self._filled + 1:
            self._take(rows[-1, :, COLUMNS.index(self.kind)].tolist())
            return
        column = rows[self._filled : new, :, COLUMNS.index(self.kind)]
        if self.kind == "loss" and self._lowest:
            column = column - self._lowest
        values = log10_floor(column, ZERO) if self.logarithmic else column
        self._values[self._filled : new, :, 0] = np.arange(self._filled, new)[:, None]
        self._values[self._filled : new, :, 1] = values
        self._widen(values[1:] if self.kind == "step" and self._filled == 0 else values)
        self._filled = new

    def _take(self, row: list[float]) -> None:
        """Take over one row, as in play: the same without the toll of arrays."""
        values = [value - (self._lowest or 0.0) for value in row] if self.kind == "loss" else row
        if self.logarithmic:
            values = [decade_of(value) for value in values]
        self._values[self._filled, :, 0] = self._filled
        self._values[self._filled, :, 1] = values
        self._filled += 1
        low, high = self._span.room
        if math.isinf(high):
            self._widen(np.array([values]))
            return
        for value in values:
            if low <= value <= high and not (self.logarithmic and value <= ZERO):
                self._span.low, self._span.high = min(self._span.low, value), max(self._span.high, value)

    def _widen(self, values: Array) -> None:
        """Take new values into the range; its room follows from the first of them."""
        if self.logarithmic:
            values = np.where(values <= ZERO, np.nan, values)
        if math.isinf(self._span.room[1]):
            first: Array = next((row for row in values if np.isfinite(row).any()), np.empty(0))
            self._make_room(first[np.isfinite(first)])
        self._span.include(values)

    def _make_room(self, first: Array) -> None:
        if first.size:
            most = float(first.max())
            reach = ROOM * (abs(most) + 1)
            self._span.room = (-math.inf, most + DECADES) if self.logarithmic else (most - reach, most + reach)

    def _fit(self) -> None:
        low, high = self._span.decades() if self.logarithmic else self._span.linear()
        # A little more than the length, so that the marks at the end are whole.
        self.set_span(0.0, self._length * 1.012, low, high)


def decade_of(value: float) -> float:
    """The decade of one value, as `log10_floor` has it."""
    if not math.isfinite(value):
        return math.nan
    return math.log10(value) if value > 0 else ZERO
