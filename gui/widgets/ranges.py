"""Ranges that hold still while a curve grows: from the record so far, by whole decades."""

from __future__ import annotations

import math

import numpy as np

from gui.widgets.geometry import Array

# Below the highest decade so many are shown, at most.
DEPTH = 12


class GrowingRange:
    """The span of values seen so far, each looked at once.

    What diverges must not press all else flat: values outside the `room` round the first ones do not count. They
    leave the picture, and are marked at its edge.
    """

    def __init__(self) -> None:
        self.clear()

    def clear(self) -> None:
        """Nothing has been seen, and there is room for all."""
        self.low, self.high = math.inf, -math.inf
        self.room = (-math.inf, math.inf)

    def include(self, values: Array) -> None:
        """Widen by `values`; what is not finite, or has no room, does not count."""
        low, high = self.room
        with np.errstate(invalid="ignore"):
            seen = values[(values >= low) & (values <= high) & np.isfinite(values)]
        if seen.size:
            self.low, self.high = min(self.low, float(seen.min())), max(self.high, float(seen.max()))

    def decades(self) -> tuple[float, float]:
        """Whole decades round the values (which are logarithms), no more than `DEPTH`."""
        if self.low > self.high:
            return -1.0, 1.0
        high = math.floor(self.high) + 1.0
        return max(float(math.floor(self.low)), high - DEPTH), high

    def linear(self) -> tuple[float, float]:
        """Readable ends round the values, in steps of a tenth of their decade."""
        if self.low > self.high:
            return 0.0, 1.0
        span = max(self.high - self.low, 1e-12 * max(abs(self.low), abs(self.high)), 1e-12)
        step = 10.0 ** math.floor(math.log10(span))
        low, high = math.floor(self.low / step) * step, math.ceil(self.high / step) * step
        return (low, high) if high > low else (low, low + step)
