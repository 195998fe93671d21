"""What stays the same for a whole pass: its numbers and verdicts, and the log axis that they are drawn on."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

import numpy as np
from numpy.typing import NDArray

from engine.diagnostics import Verdict
from engine.simulations.gradients_pass_judgement import STEPS, STILL, first_to_last, judge
from engine.simulations.gradients_pass_measure import Pass
from engine.simulations.gradients_pass_remedies import Remedy, known_of, remedies, which_helps
from engine.simulations.gradients_pass_verdicts import BatchOfOne

if TYPE_CHECKING:
    from engine.simulations.gradients import GradientsSettings

Array = NDArray[np.float64]
Quantity = Literal["weights", "outputs"]
# Of the repeats the band shows the middle 80 %.
BAND = (0.1, 0.9)
# The edges of the zones are shown if they lie within so many decades of what is drawn.
NEAR = 4.0


@dataclass(frozen=True, slots=True, eq=False)
class Curve:
    """One side's rms by layer, (depth,): measured, expected in wide layers, and the repeats' median and band."""

    measured: Array
    theory: Array | None
    median: Array | None
    band: tuple[Array, Array] | None


@dataclass(frozen=True, slots=True, eq=False)
class PassScene:
    """The pass, and what it says; `remedies` are there where the gradient does not arrive.

    `rate` is the η that the zones are for: from `large` on a step moves a weight by more than 1, below `small` a thousand
    steps move it by less than 1e-5.
    """

    passed: Pass
    rate: float
    verdicts: tuple[Verdict, ...]
    remedies: tuple[Remedy, ...] = ()

    @property
    def large(self) -> float:
        """1/η."""
        return 1.0 / self.rate

    @property
    def small(self) -> float:
        """1e-5/(1000 η)."""
        return STILL / (STEPS * self.rate)

    def curve(self, quantity: Quantity) -> Curve:
        """The rms of ∂L/∂W, or of ∂L/∂h."""
        passed, weights = self.passed, quantity == "weights"
        repeats = passed.repeats_w if weights else passed.repeats_h
        measured = passed.statistics.rms_d_w if weights else passed.statistics.rms_d_a
        theory = passed.theory.d_w if weights else passed.theory.d_a
        if len(repeats) < 2:
            return Curve(measured, theory, None, None)
        low, median, high = quantiles(repeats, (BAND[0], 0.5, BAND[1]))
        return Curve(measured, theory, median, (low, high))

    def ratio(self, quantity: Quantity) -> float:
        """First layer by last."""
        return first_to_last(self.curve(quantity).measured)

    def ratio_band(self) -> tuple[float, float] | None:
        """Between which ratios of ∂L/∂W first to last the middle 80 % of the draws lie; None without repeats."""
        repeats = self.passed.repeats_w
        if len(repeats) < 2:
            return None
        with np.errstate(all="ignore"):
            ratios = repeats[:, :1] / repeats[:, -1:]
        low, high = quantiles(ratios, BAND)
        return float(low[0]), float(high[0])


@dataclass(frozen=True, slots=True, eq=False)
class Heights:
    """A curve as it is drawn: log10, with what has no place there in a row of its own; gaps are NaN."""

    measured: Array
    rows: NDArray[np.bool_]
    theory: Array | None
    median: Array | None
    band: tuple[Array, Array] | None


@dataclass(frozen=True, slots=True, eq=False)
class DecadePicture:
    """All curves on one log axis from `low` to `high`. `rows` are (height, `0`, `∞` or `NaN`). Zones in log10."""

    low: float
    high: float
    rows: tuple[tuple[float, str], ...]
    curves: tuple[Heights, ...]
    large: float
    small: float


def scene_of(settings: GradientsSettings, passed: Pass, seed: int) -> PassScene:
    """The scene of a pass; where the gradient does not arrive, what would help is tried out."""
    known = known_of(settings)
    verdicts = judge(passed, known)
    if verdicts[0].severity == "bad" and not isinstance(verdicts[0], BatchOfOne):
        tried = remedies(settings, seed)
        return PassScene(passed, known.rate, (verdicts[0], *which_helps(tried), *verdicts[1:]), tried)
    return PassScene(passed, known.rate, verdicts)


def quantiles(values: Array, shares: Sequence[float]) -> list[Array]:
    """The quantiles of each column, (columns,) each; a column with NaN gives NaN. Between infinities nothing is interpolated."""
    ordered = np.sort(values, axis=0)
    return [ordered[round(share * (len(values) - 1))] for share in shares]


def decades(values: Array) -> Array:
    """log10; −inf for 0."""
    with np.errstate(all="ignore"):
        return np.asarray(np.log10(values))


def picture_of(scenes: Sequence[PassScene], quantity: Quantity) -> DecadePicture:
    """The curves of one or two sides on one axis, with the zones of the first."""
    curves = [scene.curve(quantity) for scene in scenes]
    large, small = math.log10(scenes[0].large), math.log10(scenes[0].small)
    drawn = np.concatenate([decades(part) for curve in curves for part in _parts(curve)])
    low, high = _range(drawn[np.isfinite(drawn)], (large, small))
    pad = 0.05 * (high - low)
    bottom, top = low - 0.4 * pad, high + 0.4 * pad
    rows: list[tuple[float, str]] = []
    places: dict[str, float] = {}
    measured = [decades(curve.measured) for curve in curves]
    for text, found in (("0", np.isneginf), ("∞", np.isposinf), ("NaN", np.isnan)):
        if not any(found(values).any() for values in measured):
            continue
        if text == "0":
            places[text], bottom = bottom - pad, bottom - 2 * pad
        else:
            places[text], top = top + pad, top + 2 * pad
        rows.append((places[text], text))
    heights = tuple(_heights(curve, values, places) for curve, values in zip(curves, measured, strict=True))
    return DecadePicture(bottom, top, tuple(rows), heights, large, small)


def _parts(curve: Curve) -> list[Array]:
    parts = [curve.measured, curve.theory, curve.median, *(curve.band or ())]
    return [part for part in parts if part is not None]


def _range(found: Array, edges: tuple[float, float]) -> tuple[float, float]:
    """Whole decades around what is drawn, and around edges of zones that are near."""
    if not found.size:
        return min(edges) - 1.0, max(edges) + 1.0
    low, high = float(found.min()), float(found.max())
    reached = [edge for edge in edges if low - NEAR <= edge <= high + NEAR]
    low = min([low, *(edge - 0.7 for edge in reached if edge < low)])
    high = max([high, *(edge + 0.7 for edge in reached if edge > high)])
    low, high = math.floor(low + 1e-9), math.ceil(high - 1e-9)
    return (low, high) if high > low else (low - 1, high + 1)


def _heights(curve: Curve, measured: Array, places: dict[str, float]) -> Heights:
    rows = ~np.isfinite(measured)
    for text, found in (("0", np.isneginf(measured)), ("∞", np.isposinf(measured)), ("NaN", np.isnan(measured))):
        if found.any():
            measured[found] = places[text]
    return Heights(
        measured,
        rows,
        None if curve.theory is None else _finite(curve.theory),
        None if curve.median is None else _finite(curve.median),
        None if curve.band is None else (_finite(curve.band[0]), _finite(curve.band[1])),
    )


def _finite(values: Array) -> Array:
    heights = decades(values)
    heights[~np.isfinite(heights)] = np.nan
    return heights
