"""Loss, gradient size or step size of every racer by step."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from engine.simulations.race_paths import COLUMNS
from gui.theme import Theme
from gui.widgets.geometry import Array
from gui.widgets.plot import Plot, log10_floor
from gui.widgets.ranges import GrowingRange
from gui.widgets.trails import Trails, TrailStyle

KINDS = ("loss", "gradient", "step")


class CurvesPlot(Plot):
    """One curve for each racer, on decades; linear where a loss has no lowest value to count from."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, decades=True)
        self.kind = "loss"
        self.trails = Trails(theme, rising=True)
        self.addItem(self.trails, ignoreBounds=True)
        self.cursor = self.curve(("rule", 1.2, "dot"), z=4)
        self.heads = self.points(("ink",), size=9, edge=("paper", 1.5), z=6)
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
        self._lowest, self._length, self._looks = lowest, length, tuple(replace(s, dot=0.0) for s in looks)
        self._values = np.empty((min(length + 1, max(256, len(rows))), rows.shape[1], 2))
        self._filled = 0
        self._span.clear()
        self.set_decades(self.logarithmic)
        self._fill(rows)
        self.trails.set_run(self._values[: self._filled], self._looks)
        self._fit()

    def show_step(self, rows: Array, step: int) -> None:
        """The cursor is at `step`; `rows` are those known by now."""
        self._fill(rows)
        self._fit()
        known = self._values[: self._filled]
        self.trails.show_step(known, step)
        self.cursor.setData([step, step], [-400.0, 400.0] if self.logarithmic else [-1e300, 1e300])
        shown = [i for i, look in enumerate(self._looks) if look.shown]
        at = known[step, shown, 1]
        seen = np.isfinite(at)
        colors = [self.theme.brush(self._looks[i].series % 6) for i, ok in zip(shown, seen, strict=True) if ok]
        self.heads.setData(np.full(int(seen.sum()), float(step)), at[seen], brush=colors or None)

    def set_theme(self, theme: Theme) -> None:
        """Take every colour from `theme`."""
        super().set_theme(theme)
        if hasattr(self, "trails"):
            self.trails.set_theme(theme)

    def _fill(self, rows: Array) -> None:
        """Take over the rows not seen yet: each is looked at once."""
        new = len(rows)
        if new <= self._filled:
            return
        if new > len(self._values):
            larger = np.empty((min(self._length + 1, max(new, 2 * len(self._values))), *self._values.shape[1:]))
            larger[: self._filled] = self._values[: self._filled]
            self._values = larger
        column = rows[self._filled : new, :, COLUMNS.index(self.kind)]
        if self.kind == "loss" and self._lowest:
            column = column - self._lowest
        values = log10_floor(column) if self.logarithmic else column
        self._values[self._filled : new, :, 0] = np.arange(self._filled, new)[:, None]
        self._values[self._filled : new, :, 1] = values
        first = 1 if self.kind == "step" and self._filled == 0 else 0
        self._span.include(np.where(values[first:] <= -320.0, np.nan, values[first:]))
        self._filled = new

    def _fit(self) -> None:
        low, high = self._span.decades() if self.logarithmic else self._span.linear()
        self.set_span(0.0, float(self._length), low, high)
