"""Which learning rates are of use, told from the losses of a range test."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from engine.simulations.base import Array

# The loss is smoothed over this share of the test, as a geometric mean.
SMOOTHING = 0.05
# It has broken loose once it is so many times as high as it was at its lowest, and half way back to the start's height
# on a log scale.
LOOSE = 2.0
# No band is told before the loss has fallen to this share of its start.
FALLEN = 0.95
# … nor before so many steps.
LEAST = 8
# How far a suggested rate stays below the one where the loss breaks loose: many steps with it are harder than one.
SAFETY = 4.0


@dataclass(frozen=True, slots=True)
class Band:
    """The usable learning rates: `low` is where the smoothed loss falls fastest, `high` the last before it breaks loose.

    `diverges` says whether it did break loose within the run (else `high` is the last that was tried). `suggested` is
    an η for a run to begin with: a quarter of `high` where that is known, but not below `low`; else `low`.
    """

    low: float
    high: float
    diverges: bool
    suggested: float


def smoothed(losses: Array) -> Array:
    """The geometric mean of the losses (n,) around each; it ends where they cease to be finite: NaN from there."""
    with np.errstate(all="ignore"):
        logs = np.log(losses)
    seen = _first_bad(logs)
    half = max(1, round(SMOOTHING * len(losses) / 2))
    total = np.concatenate(([0.0], np.cumsum(logs[:seen])))
    out = np.full(len(losses), np.nan)
    at = np.arange(seen)
    reach = np.minimum(half, np.minimum(at, seen - 1 - at))
    out[:seen] = np.exp((total[at + reach + 1] - total[at - reach]) / (2 * reach + 1))
    return out


def _first_bad(logs: Array) -> int:
    """The first place that is not finite, else the length."""
    bad = np.flatnonzero(~np.isfinite(logs))
    return int(bad[0]) if len(bad) else len(logs)


def band_of(rates: Array, losses: Array) -> Band | None:
    """The band of a test with learning rates (n,) that led to losses (n,); None while nothing can be told."""
    curve = smoothed(losses)
    seen = _first_bad(curve)
    if seen < LEAST:
        return None
    lowest = int(np.argmin(curve[:seen]))
    if lowest < 2 or curve[lowest] > FALLEN * curve[0]:
        return None
    logs = np.log(curve[: lowest + 1])
    # The rates rise by the same factor each step, so the slope by step is that by log η.
    steepest = 1 + int(np.argmin(np.diff(logs)))
    high = max(LOOSE * curve[lowest], float(np.sqrt(curve[lowest] * curve[0])))
    loose = np.flatnonzero(curve[lowest:seen] > high)
    end = lowest + int(loose[0]) - 1 if len(loose) else seen - 1
    diverges = bool(len(loose)) or seen < len(losses)
    low, top = float(rates[steepest]), float(rates[end])
    return Band(low, top, diverges, min(max(low, top / SAFETY), top) if diverges else low)
