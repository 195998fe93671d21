"""The plots of the mode `training`: loss, distinct units or gradient size of every start by step."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPen

from engine.simulations.initialization_training import COLUMNS, rows_of
from engine.simulations.initialization_training_verdicts import COIN
from gui.panels.initialization.look import Looks
from gui.panels.initialization.training_trails import BandTrails, taking_turns
from gui.theme import Theme
from gui.theme.theme import DASHES
from gui.widgets.cursor_marks import CursorMarks
from gui.widgets.geometry import Array, Mapping, Segments
from gui.widgets.plot import Plot, log10_floor
from gui.widgets.ranges import GrowingRange
from gui.widgets.trails import TrailStyle

LEFT_AXIS = 44
# Where an exact zero stands on a decade axis.
ZERO = -320.0
# Curves may rise so many decades above their first values before they leave the picture; what begins so high above 1
# while others do not, is out of it from the start.
DECADES = 4.0
# Curves that coincide take turns in so many pieces over the whole run …
PIECES = 60
# … and do so where they are within this share of a decade, or this number of units, of one another.
NEAR = 0.004
# The axis is so much longer than the run: the marks at the end are whole.
MARGIN = 1.012
# What the line of a coin toss is called needs so much room.
NOTE_HEIGHT = 20.0


@dataclass(frozen=True, slots=True)
class Side:
    """One side's curves: how its schemes look, and how many steps its run has."""

    looks: Looks
    length: int


class LearningPlot(Plot):
    """One curve for each start; those of the other side of a comparison thin. A press or drag asks for a step."""

    sought = Signal(int)

    def __init__(self, theme: Theme, kind: str) -> None:
        super().__init__(theme, decades=True, grid=False, covered=True)
        self.kind = kind
        self.fix_left(LEFT_AXIS)
        self.trails = BandTrails(theme, self._draw_ground)
        self.marks = CursorMarks(theme)
        for item in (self.trails, self.marks):
            self.addItem(item, ignoreBounds=True)
        self.note = ""
        self._segments = Segments()
        self._span = GrowingRange()
        self._sides: tuple[Side, ...] = ()
        self._curves: tuple[TrailStyle, ...] = ()
        self._length, self._units, self._known = 1, 1, -1
        self._points: Array = np.empty((1, 0, 2))
        self._bands: Array = np.empty((0, 0, 2))
        self._values: Array = np.empty((0, 0))
        self.pressed.connect(lambda x, _y: self._seek(x))
        self.dragged.connect(lambda x, _y, _done: self._seek(x))

    @property
    def logarithmic(self) -> bool:
        """Whether the axis counts in decades."""
        return self.kind != "units"

    # -- shown --------------------------------------------------------------------------------------------------------

    def show_run(self, sides: tuple[Side, ...], units: int) -> None:
        """Other runs, the active one last, or another look at them; there are so many `units` in a layer."""
        self._sides, self._units, self._known = sides, units, -1
        self._length = max(side.length for side in sides)
        self._curves = tuple(
            TrailStyle(look.colour, _width(look.selected, side is sides[-1]), 0.0, look.shown)
            for side in sides
            for look in side.looks
        )
        self._points = np.full((256, len(self._curves), 2), np.nan)
        self._bands = np.empty((256, len(sides[-1].looks) if self.kind == "loss" else 0, 2))
        self._values = np.empty((256, len(self._curves)))
        self._span.clear()
        self.set_decades(self.logarithmic)
        ticks = sorted({1, round(units / 2), units} if units > 5 else {1, units})
        self.set_ticks("left", None if self.logarithmic else [(n, str(n)) for n in ticks])
        self.trails.set_curves(self._points[:0], self._bands[:0], self._curves)
        self.trails.ground_changed()

    def show_kind(self, kind: str) -> None:
        """Another quantity; the runs are to be shown again."""
        self.kind = kind

    def show_step(self, records: tuple[Array, ...], step: int) -> None:
        """The cursor is at `step` of the records known by now, of the same sides."""
        known = self._reach(records)
        if known > self._known:
            self._take(records, known)
            self._fit()
        step = min(step, self._known)
        self.trails.show_curves(self._points[: self._known + 1], self._bands[: self._known + 1], step)
        at = self._values[step, -len(self._sides[-1].looks) :].tolist()
        dots = [
            (y, look.colour, look.selected) for y, look in zip(at, self._sides[-1].looks, strict=True) if look.shown
        ]
        dots.sort(key=lambda dot: dot[2])
        self.marks.show_at(step, [dot[:2] for dot in dots if math.isfinite(dot[0])])

    def _reach(self, records: tuple[Array, ...]) -> int:
        """The last step to be drawn: of all sides that are not at their end, the nearest."""
        ends = [len(r) - 1 for r, side in zip(records, self._sides, strict=True) if len(r) <= side.length]
        return min(ends) if ends else max(len(r) for r in records) - 1

    def _take(self, records: tuple[Array, ...], known: int) -> None:
        """Take over the steps not seen yet: each is looked at once."""
        first, self._known = self._known + 1, known
        self._grow(known + 1)
        new = self._values[first : known + 1]
        new[:] = np.nan
        left = 0
        for record, side in zip(records, self._sides, strict=True):
            rows = rows_of(record[first : known + 1])
            new[: len(rows), left : left + len(side.looks)] = self._scaled(rows[:, :, COLUMNS.index(self.kind)])
            left += len(side.looks)
        if self.kind == "loss":
            ends = (rows[:, :, COLUMNS.index(name)] for name in ("lowest", "highest"))
            self._bands[first : first + len(rows)] = np.stack([_band_end(end) for end in ends], axis=-1)
            self._bands[first + len(rows) : known + 1] = np.nan
        self._lay(first, known)
        self._widen(first, known)

    def _lay(self, first: int, known: int) -> None:
        """The points of the new steps; of curves that coincide, only of the one whose turn it is."""
        before = max(first - 1, 0)
        values, own = self._values[before : known + 1], len(self._sides[-1].looks)
        shown = np.array([look.shown for look in self._sides[-1].looks])
        drawn = np.ones((len(values) - 1, values.shape[1]), dtype=bool)
        seen = np.where(shown, values[:, -own:], np.nan)
        drawn[:, -own:] = taking_turns(seen, max(2, self._length // PIECES), before, NEAR)
        # A point is needed where a stretch that is drawn begins or ends; the first may end one that is drawn already.
        ends = np.zeros(values.shape, dtype=bool)
        ends[:-1] |= drawn
        ends[1:] |= drawn
        if first:
            ends[0] |= ~np.isnan(self._points[before, :, 1])
        self._points[before : known + 1, :, 0] = np.arange(before, known + 1)[:, np.newaxis]
        self._points[before : known + 1, :, 1] = np.where(ends, values, np.nan)

    def _grow(self, steps: int) -> None:
        """Make room for so many steps."""
        if steps > len(self._values):
            room = max(steps, 2 * len(self._values))
            for name in ("_points", "_bands", "_values"):
                old: Array = getattr(self, name)
                larger = np.full((room, *old.shape[1:]), np.nan)
                larger[: len(old)] = old
                setattr(self, name, larger)

    def _scaled(self, values: Array) -> Array:
        return log10_floor(values, ZERO) if self.logarithmic else values

    # -- range --------------------------------------------------------------------------------------------------------

    def _widen(self, first: int, known: int) -> None:
        """Take the new steps into the range: the curves and the low ends of their bands.

        What begins, or goes, far above the others leaves the picture.
        """
        if not self.logarithmic:
            return
        shown = [style.shown for style in self._curves]
        values = self._values[first : known + 1][:, shown].ravel()
        if self.kind == "loss":
            own = shown[-self._bands.shape[1] :]
            values = np.append(values, self._bands[first : known + 1, own, 0].ravel())
        values = values[np.isfinite(values) & (values > ZERO)]
        if math.isinf(self._span.room[1]) and values.size:
            near = values[values <= DECADES]
            self._span.room = (-math.inf, float(near.max() if near.size else values.min()) + DECADES)
            if self.kind == "loss":
                self._span.include(np.array([math.log10(COIN)]))
        self._span.include(values)

    def _fit(self) -> None:
        low, high = self._span.decades() if self.logarithmic else (-0.06 * self._units, 1.1 * self._units)
        self.set_span(0.0, self._length * MARGIN, low, high)

    def _draw_ground(self, painter: QPainter, mapping: Mapping) -> None:
        """Grid lines, and the loss of a coin toss dashed, with its name."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(self.theme.pen("grid"))
        self._segments.draw_lines(painter, mapping.pixels(self.grid_lines()))
        if self.kind != "loss":
            return
        pen = QPen(self.theme.color("quiet"), 1.2)
        pen.setDashPattern(DASHES["dash"])
        painter.setPen(pen)
        y = mapping.point(0.0, math.log10(COIN))[1]
        painter.drawLine(QPointF(0, y), QPointF(mapping.width, y))
        painter.setPen(self.theme.color("quiet"))
        painter.setFont(self.theme.font(11))
        end = mapping.width / MARGIN - 6  # short of the cursor at the last step
        if y >= NOTE_HEIGHT:
            room, edge = QRectF(0, y - NOTE_HEIGHT, end, NOTE_HEIGHT - 2), Qt.AlignmentFlag.AlignBottom
        else:
            room, edge = QRectF(0, y + 3, end, NOTE_HEIGHT), Qt.AlignmentFlag.AlignTop
        painter.drawText(room, Qt.AlignmentFlag.AlignRight | edge, self.note)

    def show_note(self, note: str) -> None:
        """What the dashed line is called."""
        if note != self.note:
            self.note = note
            self.trails.ground_changed()

    # -- hand, theme --------------------------------------------------------------------------------------------------

    def _seek(self, x: float) -> None:
        self.sought.emit(min(max(round(x), 0), self._length))

    def set_theme(self, theme: Theme) -> None:
        """Take every colour from `theme`."""
        super().set_theme(theme)
        if hasattr(self, "marks"):
            for item in (self.trails, self.marks):
                item.set_theme(theme)


def _width(selected: bool, active: bool) -> float:
    if not active:
        return 1.0
    return 2.4 if selected else 1.8


def _band_end(losses: Array) -> Array:
    """Decades of the end of a band; what has overflowed is beyond every picture."""
    return np.where(np.isposinf(losses), np.inf, log10_floor(losses, ZERO))
