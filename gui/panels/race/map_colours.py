"""The map's colours: from what stands still to what arrives at once, by rate or by the steps that it makes."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QImage

from engine.simulations.race_map import MapScene
from engine.simulations.race_map_theory import steps_needed
from gui.theme import Theme
from gui.widgets.geometry import Array

KINDS = ("rate", "steps")
STOPS, SHADES = 5, 256
# The scale of log₁₀ ρ ends here at the latest; the fastest hundredth of the map may lie beyond its end.
LEAST, FASTEST = -1.0, 0.01
# … and that of steps here.
MOST_STEPS = 1e5
# Lines of equal rate, and of equal numbers of steps, that are drawn where the map has them.
RATES = (0.99, 0.95, 0.9, 0.8, 0.6, 0.4, 0.2, 0.1, 0.01)
STEPS = (10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000)


@dataclass(frozen=True, slots=True)
class RateScale:
    """What is shown (`kind`), and between which values: `slow` has the first colour, `fast` the last."""

    kind: str
    goal: float
    slow: float
    fast: float

    @classmethod
    def of(cls, scene: MapScene, kind: str) -> RateScale:
        """The scale that shows a map well."""
        rates = scene.rates.rates[~scene.rates.diverged & (scene.rates.rates < 1)]
        low = float(np.quantile(rates, FASTEST)) if rates.size else 0.9
        fast = min(max(math.log10(max(low, 1e-300)), LEAST), -1e-3)
        if kind == "rate":
            return cls(kind, scene.goal, 0.0, fast)
        quick = max(1.0, steps_needed(10**fast, scene.goal))
        slow = max(steps_needed(float(np.quantile(rates, 0.95)) if rates.size else 1.0, scene.goal), 10 * quick)
        return cls(kind, scene.goal, math.log10(min(slow, MOST_STEPS)), math.log10(min(quick, MOST_STEPS / 10)))

    def values(self, rates: Array) -> Array:
        """Log₁₀ of rates, or of the steps they make."""
        with np.errstate(all="ignore"):
            logs = np.log10(rates)
            if self.kind == "rate":
                return np.asarray(logs)
            return np.where(logs < 0, np.log10(np.maximum(math.log10(self.goal) / logs, 1.0)), np.inf)

    def shares(self, rates: Array) -> Array:
        """Where rates lie between `slow`, 0, and `fast`, 1."""
        values = np.nan_to_num(self.values(rates), nan=self.slow, posinf=1e9, neginf=-1e9)
        return np.clip((values - self.slow) / (self.fast - self.slow), 0.0, 1.0)

    @property
    def levels(self) -> tuple[tuple[float, str], ...]:
        """Rates at which lines are drawn, and what is written on them."""
        if self.kind == "rate":
            return tuple((rate, f"{rate:g}") for rate in RATES)
        return tuple((self.goal ** (1 / steps), f"{steps}") for steps in STEPS)

    def ticks(self, most: int) -> list[tuple[float, str]]:
        """Places on the scale (0 slow … 1 fast) with their words."""
        if self.kind == "rate":
            places = [(math.log10(rate), f"{rate:g}") for rate in (1.0, *RATES)]
        else:
            places = [(math.log10(steps), f"{steps}") for steps in STEPS]
        found: list[tuple[float, str]] = []
        for value, text in places:
            share = (value - self.slow) / (self.fast - self.slow)
            if -1e-9 <= share <= 1 and all(abs(share - other) >= 1 / most for other, _ in found):
                found.append((share, text))
        return found


def shades(theme: Theme) -> NDArray[np.uint32]:
    """The colours 0xAARRGGBB from slow to fast."""
    colours = [theme.color(f"rate_{i}") for i in range(STOPS)]
    stops = np.array([[c.red(), c.green(), c.blue()] for c in colours], dtype=np.float64)
    at = np.linspace(0, STOPS - 1, SHADES)
    parts = [np.rint(np.interp(at, np.arange(STOPS), stops[:, i])).astype(np.uint32) for i in range(3)]
    return np.asarray(0xFF000000 | parts[0] << 16 | parts[1] << 8 | parts[2], dtype=np.uint32)


def map_image(theme: Theme, scene: MapScene, scale: RateScale) -> QImage:
    """A pixel for each setting, the first row lowest; see-through where a run diverges."""
    shade = (scale.shares(scene.rates.rates) * (SHADES - 1)).astype(np.intp)
    pixels = shades(theme)[shade]
    pixels[scene.rates.diverged] = 0
    pixels = np.ascontiguousarray(pixels[::-1])
    rows, columns = pixels.shape
    return QImage(pixels.data, columns, rows, 4 * columns, QImage.Format.Format_ARGB32).copy()
