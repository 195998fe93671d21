"""What is measured of every layer at each step of training, and where it stands in a row of the record."""

from __future__ import annotations

import functools
import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.activation_facts import SATURATED, Zones, saturation_zones
from engine.activations import Activation

Array = NDArray[np.float64]
# So far out no activation's slope changes any more: it is its limit there, or below the least float.
FAR = 2000.0
# |f'| below this is exactly 0.
LEAST = 5e-324
# Between these the square of a number neither overflows nor loses places.
SQUARES = (1e-140, 1e140)


@dataclass(frozen=True, slots=True)
class Columns:
    """Where things stand in a row: loss and share of right answers (both of the step's batch), then by hidden layer.

    `gradient` is the rms of ∂L/∂W, `moved` ‖W − W₀‖/‖W₀‖, `dead` the share of units whose slope is 0 on the whole
    batch, `saturated` the share of values z at which a bounded activation is flat (NaN for the others).
    """

    depth: int

    @property
    def width(self) -> int:
        """The length of a row."""
        return self.first + 4 * self.depth

    @property
    def loss(self) -> int:
        """Of the batch that the gradient is taken on."""
        return 0

    @property
    def accuracy(self) -> int:
        """Share of right answers in the same batch."""
        return 1

    @property
    def first(self) -> int:
        """Where the layers' blocks begin: gradient, moved, dead, saturated."""
        return 2

    @property
    def gradient(self) -> slice:
        """Root mean square of ∂L/∂W."""
        return self._block(0)

    @property
    def moved(self) -> slice:
        """How far W has moved, in units of its size at the start."""
        return self._block(1)

    @property
    def dead(self) -> slice:
        """Share of units through which no gradient comes."""
        return self._block(2)

    @property
    def saturated(self) -> slice:
        """Share of values at which the activation is flat."""
        return self._block(3)

    def _block(self, place: int) -> slice:
        return slice(self.first + place * self.depth, self.first + (place + 1) * self.depth)


def norm(values: Array) -> float:
    """The Euclidean norm, also where squares would overflow or vanish; inf or NaN if any value is."""
    flat = values.ravel()
    with np.errstate(all="ignore"):
        size = math.sqrt(float(flat @ flat))
        if SQUARES[0] < size < SQUARES[1]:
            return size
        largest = float(np.max(np.abs(flat), initial=0.0))
        if largest == 0 or not math.isfinite(largest):
            return largest
        scaled = flat / largest
        return largest * math.sqrt(float(scaled @ scaled))


def rms(values: Array) -> float:
    """Root mean square; 0 of nothing."""
    return norm(values) / math.sqrt(values.size) if values.size else 0.0


def moved(apart: float, start: float) -> float:
    """‖W − W₀‖/‖W₀‖; of weights that start at 0, 0 while they stay there and then inf."""
    if start == 0:
        return 0.0 if apart == 0 else math.inf if apart > 0 else math.nan
    return apart / start


@functools.lru_cache(maxsize=64)
def flat_zones(activation: Activation) -> tuple[tuple[float, float], ...] | None:
    """Where a bounded activation saturates, |f'| < 0.05; None for one that is not bounded on both sides."""
    limits = activation.range
    if not (math.isfinite(limits.lower) and math.isfinite(limits.upper)):
        return None
    return _open_ended(saturation_zones(activation, -FAR, FAR, SATURATED))


@functools.lru_cache(maxsize=64)
def zero_zones(activation: Activation) -> tuple[tuple[float, float], ...]:
    """Where an activation's slope is exactly 0."""
    return _open_ended(saturation_zones(activation, -FAR, FAR, LEAST))


def _open_ended(zones: Zones) -> tuple[tuple[float, float], ...]:
    """Zones that reach the end of what was looked at go on for ever."""
    return tuple((-math.inf if a <= -FAR else a, math.inf if b >= FAR else b) for a, b in zones)


def _within(z: Array, zones: Sequence[tuple[float, float]]) -> NDArray[np.bool_]:
    inside = np.zeros(z.shape, dtype=bool)
    for low, high in zones:
        if low == -math.inf:
            inside |= z <= high
        elif high == math.inf:
            inside |= z >= low
        else:
            inside |= (z >= low) & (z <= high)
    return inside


def dead_share(z: Array, activation: Activation) -> float:
    """The share of units (columns of z, (batch, units)) whose slope is 0 on the whole batch; NaN if z has no number."""
    zones = zero_zones(activation)
    if np.isnan(z).any():
        return math.nan
    return float(_within(z, zones).all(axis=0).mean()) if zones else 0.0


def saturated_share(z: Array, activation: Activation) -> float:
    """The share of values at which a bounded activation is flat; NaN for other activations, or if z has no number."""
    zones = flat_zones(activation)
    if zones is None or np.isnan(z).any():
        return math.nan
    return float(_within(z, zones).mean())
