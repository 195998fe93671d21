"""The three plots of the comparison: η, the loss, and where one run is (or how much the networks have right)."""

from __future__ import annotations

import math

import numpy as np

from gui.panels.schedules.levels import Level
from gui.panels.schedules.step_plot import StepPlot
from gui.theme import Theme
from gui.widgets.geometry import Array

# The stability limit is in the picture where it is at most so many times the largest η.
NEAR_LIMIT = 1.8
# So many times what is seen the η axis reaches, and so many where its highest line has its name above it.
ABOVE, ABOVE_NAME = 1.14, 1.38
# The place of a run is shown over so many times its predicted standard deviation. Near the stability limit that grows
# beyond all bounds: this share of its values is below the one that counts.
REACH, USUAL, MOST = 3.8, 0.8, 1e100


class RatePlot(StepPlot):
    """η by step from 0 on, with the stability limit where it is near."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._limit: Level | None = None
        self._base = 0.0
        self.stand_above()

    def show_limit(self, base: float, limit: Level | None) -> None:
        """The η that schedules multiply, and the line at the stability limit."""
        self._base, self._limit = base, limit

    def _fit(self) -> None:
        seen = max(self._base, self._span.high if math.isfinite(self._span.high) else 0.0)
        limit = self._limit
        if limit is not None and limit.value <= NEAR_LIMIT * seen:
            above = ABOVE_NAME if limit.value >= seen else ABOVE
            seen = max(seen, limit.value)
            self.show_levels([limit])
        else:
            above = ABOVE
            self.show_levels([])
        self._set_heights(-0.04 * seen, above * seen)


class LossPlot(StepPlot):
    """The mean loss by step, on decades, with the floor that noise keeps at a constant η."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, decades=True)
        self.stand_above()


class PlacePlot(StepPlot):
    """One coordinate of one run around the optimum, with the spread that η predicts."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._centre, self._reach = 0.0, 0.0

    def show_reach(self, centre: float, deviations: Array) -> None:
        """The optimum's coordinate, and the standard deviations predicted for the run, NaN where there are none."""
        known = np.sort(deviations[np.isfinite(deviations)])
        usual = float(known[int(USUAL * (known.size - 1))]) if known.size else 0.0
        self._centre, self._reach = centre, REACH * min(usual, MOST)
        ticks = None
        if self._reach > 0:
            away = _below(0.85 * self._reach)
            ticks = [(centre + d, f"{centre + d:.3g}".replace("-", "−")) for d in (-away, 0.0, away)]
        self.set_ticks("left", ticks)

    def _fit(self) -> None:
        if self._reach > 0:
            self._set_heights(self._centre - self._reach, self._centre + self._reach)
        else:
            super()._fit()


def _below(value: float) -> float:
    """The largest of 1, 2, 3, 5 × a power of ten that is not above."""
    decade = 10.0 ** math.floor(math.log10(value))
    return max(decade * m for m in (1, 2, 3, 5) if decade * m <= value)


class SharePlot(StepPlot):
    """How much the networks have right, from half to all."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self.set_ticks("left", [(share / 100, f"{share} %") for share in (0, 25, 50, 75, 100)])

    def _fit(self) -> None:
        low = 0.45 if self._span.low >= 0.45 else self._span.low - 0.05
        self._set_heights(max(low, -0.05), 1.05)
