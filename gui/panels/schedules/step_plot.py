"""A plot of curves by step: past in full, what is known of the future faded, one cursor. A press or drag seeks."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter

from gui.panels.schedules.levels import Level, Levels
from gui.theme import Theme
from gui.widgets.cursor_marks import CursorMarks
from gui.widgets.geometry import Array, Mapping, Segments
from gui.widgets.plot import Plot, log10_floor
from gui.widgets.ranges import GrowingRange
from gui.widgets.trails import Trails, TrailStyle

LEFT_AXIS = 48
RIGHT_MARGIN = 18  # of the box, as `Plot` lays it out
ROOM = 22  # pixels from tick to tick
UNDER = 8  # pixels below a box without an axis there, for half a number of the left axis
# A little more than the length is shown, so that marks at the end are whole.
BEYOND_END = 1.012
# Where an exact zero stands on a decade axis.
ZERO = -320.0
# What spans fewer decades than this is shown between readable values, no nearer to the edge than so many decades.
NARROW, EDGE = 1.2, 0.02
# On a linear axis what goes so many times its start (and 1) away from 0 leaves it.
ROOM_AROUND = 3.0
# So many dashes a dashed curve has over the whole run.
DASHES = 120
# Gives the rows from the first up to, but without, the last: (rows, curves).
Values = Callable[[int, int], Array]


@dataclass(frozen=True, slots=True)
class Curve:
    """One curve: its colour (a series number, or a name of the theme), width, and whether it is dashed.

    A dashed curve is a prediction: it has no dot at the cursor and does not count for the range.
    """

    colour: int | str
    width: float = 1.5
    dashed: bool = False
    shown: bool = True

    @property
    def style(self) -> TrailStyle:
        """As a trail: without dots at the steps."""
        return TrailStyle(self.colour, self.width, 0.0, self.shown)


class StepPlot(Plot):
    """Curves are given as rows of one value for each; more rows may be known at each call.

    What its range is follows from the values seen so far (`_fit`): a subclass may know better.
    """

    sought = Signal(int)

    # On a decade axis what rises so many decades above its start leaves the picture.
    headroom = 3.0

    def __init__(self, theme: Theme, decades: bool = False) -> None:
        super().__init__(theme, decades=decades, grid=False, covered=True)
        self.decades = decades
        self.fix_left(LEFT_AXIS)
        self.getAxis("left").room = ROOM
        self.trails = Trails(theme, rising=True, ground=self._draw_ground)
        self.levels, self.marks = Levels(theme), CursorMarks(theme)
        for item in (self.trails, self.levels, self.marks):
            self.addItem(item, ignoreBounds=True)
        self._segments = Segments()
        self._span = GrowingRange()
        self._curves: tuple[Curve, ...] = ()
        self._points: Array = np.empty((0, 0, 2))
        self._values: Array = np.empty((0, 0))
        self._filled = 0
        self._length = 1
        self.pressed.connect(lambda x, _y: self._seek(x))
        self.dragged.connect(lambda x, _y, _done: self._seek(x))

    def stand_above(self) -> None:
        """Leave the steps to a plot below that has the same axis."""
        self.hideAxis("bottom")
        self.getPlotItem().layout.setContentsMargins(0, UNDER, RIGHT_MARGIN, UNDER)

    # -- shown --------------------------------------------------------------------------------------------------------

    def show_run(self, curves: Sequence[Curve], length: int) -> None:
        """Another run, or another look at it: nothing of it is known yet."""
        self._curves, self._length, self._filled = tuple(curves), length, 0
        self._points = np.full((256, len(curves), 2), np.nan)
        self._values = np.full((256, len(curves)), np.nan)
        self._span.clear()
        self.trails.set_run(self._points[:0], [curve.style for curve in curves])

    def show_levels(self, levels: Sequence[Level]) -> None:
        """The predicted values that are marked across the plot, on the axis's own scale."""
        self.levels.show_levels(levels)

    def show_step(self, step: int, known: int, values: Values) -> None:
        """The cursor is at `step`; so many rows are `known` by now, of the same run."""
        if known > self._filled:
            self._take(known, values)
            self._fit()
        step = min(step, self._filled - 1)
        self.trails.show_step(self._points[: self._filled], step)
        at = self._values[step].tolist()
        self.marks.show_at(
            float(self._points[step, 0, 0]),
            [
                (y, curve.colour)
                for y, curve in zip(at, self._curves, strict=True)
                if curve.shown and isinstance(curve.colour, int) and not curve.dashed and math.isfinite(y)
            ],
        )

    # -- values -------------------------------------------------------------------------------------------------------

    def _take(self, known: int, values: Values) -> None:
        """Take over the rows not seen yet: each is looked at once."""
        first = self._filled
        if known > len(self._points):
            self._grow(max(known, min(2 * len(self._points), self._length + 1)))
        new = values(first, known)
        scaled = log10_floor(new, ZERO) if self.decades else new
        self._values[first:known] = scaled
        steps = np.arange(first, known)
        points = self._points[first:known]
        points[:, :, 0] = self._across(first, known)[:, np.newaxis]
        points[:, :, 1] = scaled
        on = max(2, round(self._length / DASHES / 2))  # a gap needs two stretches, since its ends are drawn to
        gaps = steps % (2 * on) > on
        for i, curve in enumerate(self._curves):
            if curve.dashed:
                points[gaps, i] = np.nan
        self._filled = known
        counted = [curve.shown and not curve.dashed for curve in self._curves]
        self._widen(scaled[:, counted])

    def _grow(self, steps: int) -> None:
        for name in ("_points", "_values"):
            old: Array = getattr(self, name)
            larger = np.full((steps, *old.shape[1:]), np.nan)
            larger[: len(old)] = old
            setattr(self, name, larger)

    def _widen(self, values: Array) -> None:
        """Take new values of the curves that count into the range."""
        if self.decades:
            values = np.where(values <= ZERO, np.nan, values)
        if math.isinf(self._span.room[1]) and np.isfinite(values).any():
            first = next(row[np.isfinite(row)] for row in values if np.isfinite(row).any())
            self._make_room(first)
        self._span.include(values)

    def _make_room(self, first: Array) -> None:
        """Values so far from the `first` ones will leave the picture."""
        high, away = float(first.max()), ROOM_AROUND * (float(np.abs(first).max()) + 1.0)
        self._span.room = (-math.inf, high + self.headroom) if self.decades else (-away, away)

    def _fit(self) -> None:
        """Let the range hold what has been seen."""
        low, high = self._span.low, self._span.high
        if self.decades and low <= high < low + NARROW:
            self._fit_values(low, high)
            return
        if self.decades:
            self.set_ticks("left", None)
        self._set_heights(*(self._span.decades() if self.decades else self._span.linear()))

    def _fit_values(self, low: float, high: float) -> None:
        """From one readable value to another, since whole decades would press the curves flat."""
        values = [m * 10.0**e for e in range(math.floor(low) - 1, math.floor(high) + 2) for m in (1, 2, 5)]
        ticks = [(math.log10(value), f"{value:g}") for value in values]
        first = max(place for place, _ in ticks if place <= low - EDGE)
        last = min(place for place, _ in ticks if place >= high + EDGE)
        self.set_ticks("left", [tick for tick in ticks if first <= tick[0] <= last])
        self._set_heights(first, last)

    def _set_heights(self, low: float, high: float) -> None:
        """Show these values, from below to above."""
        self.set_span(0.0, self._length * BEYOND_END, low, high)

    def _across(self, first: int, last: int) -> Array:
        """Where the steps from `first` up to, but without, `last` stand on the x axis."""
        return np.arange(first, last, dtype=np.float64)

    # -- painting, hand, theme ----------------------------------------------------------------------------------------

    def _draw_ground(self, painter: QPainter, mapping: Mapping) -> None:
        """Lines across at the ticks."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(self.theme.pen("grid"))
        lines = self.grid_lines()
        self._segments.draw_lines(painter, mapping.pixels(lines[lines[:, 0, 1] == lines[:, 1, 1]]))

    def _seek(self, x: float) -> None:
        self.sought.emit(min(max(round(x), 0), self._length))

    def set_theme(self, theme: Theme) -> None:
        """Take every colour from `theme`."""
        super().set_theme(theme)
        if hasattr(self, "marks"):
            for item in (self.trails, self.levels, self.marks):
                item.set_theme(theme)
