"""Curves that coincide, and densities on a function's own axis: what the pictures of activations are made of."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.simulations.base import Array

TOLERANCE = 1e-9
"""Curves nearer than this are one curve."""

BIN_WIDTH = 0.05
SPIKE_SHARE = 0.15
"""A bin that holds more than this share of all values stands out of the picture and is told in words."""


# -- curves that coincide ---------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Coincidence:
    """Two or more curves that are one between `low` and `high`; `members` are their places in the list, ascending."""

    members: tuple[int, ...]
    low: float
    high: float


def leaders(curves: Array, tolerance: float = TOLERANCE) -> NDArray[np.int64]:
    """For curves of shape (n, points): at each point the first curve that has the same value; shape (n, points)."""
    near = np.abs(curves[:, None, :] - curves[None, :, :]) <= tolerance
    return np.asarray(np.argmax(near, axis=1), dtype=np.int64)


def coincidences(z: Array, curves: Array, shortest: float = 1.0) -> tuple[Coincidence, ...]:
    """The stretches of z, at least `shortest` long, along which curves of shape (n, points) coincide."""
    lead = leaders(curves)
    found = []
    for first in range(len(curves)):
        group = lead == first
        changes = np.flatnonzero(np.any(group[:, 1:] != group[:, :-1], axis=0)) + 1
        for start, end in itertools.pairwise([0, *changes.tolist(), len(z)]):
            members = np.flatnonzero(group[:, start])
            if len(members) > 1:
                low, high = _stretch(z, (lead[members] == lead[members[0]]).all(axis=0), start, end)
                found.append(Coincidence(tuple(members.tolist()), low, high))
    found = [each for each in found if each.high - each.low >= shortest]
    return tuple(sorted(found, key=lambda each: (-len(each.members), each.low - each.high, each.members)))


def _stretch(z: Array, together: NDArray[np.bool_], start: int, end: int) -> tuple[float, float]:
    """The places z[start] … z[end - 1], and further as long as all are `together`: others may join them there."""
    while start > 0 and together[start - 1]:
        start -= 1
    while end < len(z) and together[end]:
        end += 1
    return float(z[start]), float(z[end - 1])


def interleaved(z: Array, curves: Array, dash: float) -> Array:
    """The curves with NaN gaps: where several coincide each shows every so many-th dash, `dash` long in z.

    Neighbouring dashes share their end point, so that no gap stays between them. Shape as `curves`, (n, points).
    """
    lead = leaders(curves)
    slot = np.floor((z - z[0]) / dash + 1e-9).astype(np.int64)
    same = lead[:, None, :] == lead[None, :, :]
    size = same.sum(axis=1)
    earlier = np.tril(np.ones((len(curves), len(curves)), dtype=bool), -1)
    rank = (same & earlier[:, :, None]).sum(axis=1)
    drawn = slot % size == rank
    closing = np.zeros_like(drawn)
    closing[:, 1:] = drawn[:, :-1]
    return np.where(drawn | closing, curves, np.nan)


# -- densities --------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, eq=False)
class Density:
    """How a sample lies along an axis, as a histogram over the visible part of it.

    `heights` is the share of *all* values per unit of the axis, shape (bins,), over `edges`, shape (bins + 1,);
    `below` and `above` are the shares outside. A bin whose share passes `SPIKE_SHARE` is a spike (place, share):
    the others are seen on a scale of their own, up to `top`.
    """

    edges: Array
    heights: Array
    top: float
    below: float
    above: float
    mean: float
    std: float
    low: float
    high: float
    spikes: tuple[tuple[float, float], ...]

    @property
    def collapsed(self) -> bool:
        """Whether all values lie within one bin's width: a line, no longer a distribution."""
        return self.high - self.low < BIN_WIDTH


def deviation(values: Array) -> float:
    """The standard deviation; exactly 0 where all values are the same, whatever rounding their mean has."""
    return 0.0 if values.max() == values.min() else float(values.std())


def density(values: Array, low: float, high: float, width: float = BIN_WIDTH) -> Density:
    """The histogram of `values`, shape (samples,), between `low` and `high` in bins of about `width`.

    NaN counts nowhere but in the number of values; mean, standard deviation and both ends are then NaN.
    """
    bins = max(1, round((high - low) / width))
    edges = np.linspace(low, high, bins + 1)
    known = values[~np.isnan(values)]
    place = np.clip((known - low) * (bins / (high - low)), -1, bins)
    # floor, not a cast: a value just below the window would be cut to bin 0
    counts = np.bincount(np.floor(place).astype(np.int64) + 1, minlength=bins + 2)
    shares = counts / len(values)
    inside = shares[1:-1]
    heavy = inside > SPIKE_SHARE
    rest = inside[~heavy].max(initial=0.0)
    top = rest if rest > 0 else inside.max(initial=0.0)
    return Density(
        edges, inside * bins / (high - low), float(top) * bins / (high - low), float(shares[0]), float(shares[-1]),
        float(values.mean()), deviation(values), float(values.min()), float(values.max()),
        tuple(_spike(values, edges[i], edges[i + 1], float(inside[i])) for i in np.flatnonzero(heavy)),
    )  # fmt: skip


def _spike(values: Array, low: float, high: float, share: float) -> tuple[float, float]:
    """The median of the values in a bin, and their share: of those exactly there, if these alone make the spike."""
    within = values[(values >= low) & (values <= high)]
    place = float(np.median(within)) if len(within) else 0.5 * (low + high)
    exactly = float(np.count_nonzero(values == place) / len(values))
    return place, exactly if exactly > SPIKE_SHARE else share


def share_within(values: Array, zones: Sequence[tuple[float, float]]) -> float:
    """The share of `values` that lie in one of the intervals `zones` (which do not overlap)."""
    return float(sum(np.count_nonzero((values >= low) & (values <= high)) for low, high in zones) / len(values))
