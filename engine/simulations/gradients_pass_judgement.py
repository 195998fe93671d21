"""Judges one pass: whether the gradient arrives at the first layer, and if not, where it is lost and why."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.diagnostics import Verdict
from engine.simulations.gradients_pass_measure import Pass
from engine.simulations.gradients_pass_verdicts import (
    WHOLE,
    BatchOfOne,
    BelowEpsilon,
    DeadLayer,
    DeadUnits,
    Exploded,
    Fades,
    GradientOverflows,
    Grows,
    Healthy,
    LargeEverywhere,
    NoLossGradient,
    NoWeights,
    PointsAlike,
    ResidualGrows,
    Saturated,
    SignalDies,
    SignalOverflows,
    SmallEverywhere,
    TooLarge,
    Underflows,
    Vanished,
    VanishedSlope,
)

Array = NDArray[np.float64]
# For one pass as for training: the ratio of the rms of ∂L/∂W in the first layer to that in the last. Layers as they usually are, at widths from 16,
# stay between FADED and GROWN, whatever the seed; batch normalization, whose gradient grows, stays below EXPLODED.
VANISHED, FADED, GROWN, EXPLODED = 1e-4, 1e-2, 1e2, 1e5
# A signal that is this small at the last layer has died out; one that grows by this factor a layer is said to grow.
DIED, GROWS = 1e-6, 1.15
UNDERFLOWN = 1e-290
# The points of a batch that differ by less than this of their size can no longer be told apart.
ALIKE = 1e-3
# A thousand steps of plain gradient descent that move a weight by less than this do not move it, and one step that moves
# it by more than 1 throws it away.
STILL, STEPS = 1e-5, 1000
# Everything is small where such steps leave this share of the layers where they are, large where the signal is so large.
SMALL, LARGE = 1 / 3, 1e2
# Shares from which on a layer counts as saturated, and a layer's units as dead for the most part.
SATURATED, DEAD = 0.5, 0.5


@dataclass(frozen=True, slots=True)
class Known:
    """What verdicts need to know beside the pass."""

    rate: float
    epsilon: float
    steepest: float
    bounded: bool
    batch_norm: bool
    residual: bool
    batch: int
    zero_weights: bool
    held: float


def judge(passed: Pass, known: Known) -> tuple[Verdict, ...]:
    """What happens to the gradient, the most notable first; then what else there is to say."""
    if known.batch_norm and known.batch == 1:
        return (BatchOfOne(WHOLE),)
    broken = _not_finite(passed)
    if broken is not None:
        return (broken,)
    first = _exactly_zero(passed, known) or _by_size(passed, known)
    notes = (
        _alike(passed),
        _saturated(passed, known),
        _dead_units(passed),
        _below_epsilon(passed, known),
        _residual(passed, known),
    )
    return (first, *(note for note in notes if note is not None and not isinstance(first, NoWeights | DeadLayer)))


def layer_factor(passed: Pass) -> float:
    """The geometric mean of what the layers below the last multiply δ by; NaN where there is none."""
    sizes = passed.statistics.rms_d_z
    return mean_factor(float(sizes[-1]), float(sizes[0]), passed.depth - 1)


def forward_factor(passed: Pass) -> float:
    """The geometric mean of what the layers above the first multiply the rms of h by; NaN where there is none."""
    sizes = passed.statistics.rms_a
    return mean_factor(float(sizes[0]), float(sizes[-1]), passed.depth - 1)


def mean_factor(start: float, end: float, steps: int) -> float:
    """The factor that makes `end` of `start` in so many equal steps, without overflow."""
    if not (start > 0 and end > 0 and steps > 0 and math.isfinite(start) and math.isfinite(end)):
        return math.nan
    return math.exp((math.log(end) - math.log(start)) / steps)


def first_to_last(values: Array) -> float:
    """The first layer's number by the last one's; NaN for 0 by 0."""
    with np.errstate(all="ignore"):
        return float(values[0] / values[-1])


def _not_finite(passed: Pass) -> Verdict | None:
    """Overflow or NaN, at the first layer that either way meets it."""
    s = passed.statistics
    forward = np.flatnonzero(~np.isfinite(s.rms_a))
    if forward.size:
        return SignalOverflows(WHOLE, int(forward[0]) + 1)
    backward = np.flatnonzero(~(np.isfinite(s.rms_d_a) & np.isfinite(s.rms_d_z) & np.isfinite(s.rms_d_w)))
    return GradientOverflows(WHOLE, int(backward[-1]) + 1) if backward.size else None


def _exactly_zero(passed: Pass, known: Known) -> Verdict | None:
    """A gradient of exactly 0 at the first layer, and by what."""
    s, depth = passed.statistics, passed.depth
    if known.zero_weights and not s.rms_d_w.any():
        return NoWeights(WHOLE, depth)
    # A layer that gets nothing is not dead by itself.
    alive = np.append(1.0, s.rms_a[:-1]) > UNDERFLOWN
    dead = np.flatnonzero((s.dead == 1) & alive)
    if dead.size:
        last = int(np.flatnonzero(s.dead == 1)[-1])
        return DeadLayer(WHOLE, int(dead[0]) + 1, last + 1, int(np.sum(s.dead == 1)), depth)
    if s.rms_a[-1] < UNDERFLOWN:
        return _signal_dies(passed)
    if passed.d_output == 0:
        return NoLossGradient(WHOLE, passed.loss)
    if s.rms_d_z[0] != 0:
        return None
    at = int(np.flatnonzero(s.rms_d_z == 0)[-1])
    sizes = np.append(s.rms_d_z[s.rms_d_z > 0], passed.d_output)
    return Underflows(WHOLE, at + 1, mean_factor(float(sizes[-1]), float(sizes[0]), len(sizes) - 1))


def _by_size(passed: Pass, known: Known) -> Verdict:
    s, depth, factor = passed.statistics, passed.depth, layer_factor(passed)
    ratio = first_to_last(s.rms_d_w)
    thrown = int(np.sum(s.rms_d_w * known.rate > 1))
    if ratio < VANISHED:
        return _vanished(passed, known, ratio)
    if s.rms_a[-1] < DIED:
        return _signal_dies(passed)
    if ratio > EXPLODED:
        return Exploded(WHOLE, factor, ratio, depth, known.rate, thrown)
    if 2 * thrown > depth:
        return TooLarge(WHOLE, ratio, float(s.rms_d_w.max()), known.rate, thrown, depth, passed.loss)
    if ratio < FADED or ratio > GROWN:
        return (Fades if ratio < FADED else Grows)(WHOLE, factor, ratio, depth)
    return _arrives(passed, known, ratio)


def _arrives(passed: Pass, known: Known, ratio: float) -> Verdict:
    """It is about as large at the first layer as at the last; whether that is small, or of a signal far too large."""
    s, depth, factor = passed.statistics, passed.depth, layer_factor(passed)
    forward, rms, largest = forward_factor(passed), float(s.rms_a[-1]), float(s.rms_d_w.max())
    still = _still(passed, known)
    if still >= SMALL * depth:
        return SmallEverywhere(WHOLE, factor, forward, depth, rms, largest, known.rate, still)
    if rms > LARGE:
        return LargeEverywhere(WHOLE, ratio, rms, depth, largest, passed.loss)
    return Healthy(WHOLE, factor, forward, ratio, depth)


def _still(passed: Pass, known: Known) -> int:
    """How many layers a thousand plain steps do not move."""
    return int(np.sum(passed.statistics.rms_d_w * known.rate * STEPS < STILL))


def _vanished(passed: Pass, known: Known, ratio: float) -> Verdict:
    still = _still(passed, known)
    # Denormals may leave a first layer's gradient at 0 though δ is not.
    decades = -math.log10(ratio) if ratio > 0 else 324.0
    told = layer_factor(passed), passed.depth, decades, known.rate, still
    if known.steepest < 1:
        return VanishedSlope(WHOLE, known.steepest, *told)
    return Vanished(WHOLE, float(passed.slope.mean()), *told)


def _signal_dies(passed: Pass) -> Verdict:
    s = passed.statistics
    alive = s.rms_a[s.rms_a > 0]
    shrinks = mean_factor(float(alive[0]), float(alive[-1]), len(alive) - 1) if alive.size else math.nan
    return SignalDies(WHOLE, shrinks, passed.depth, float(s.rms_a[-1]), float(s.rms_d_w.max()))


def _alike(passed: Pass) -> Verdict | None:
    apart = float(passed.apart[-1])
    return PointsAlike(WHOLE, passed.depth, apart) if apart < ALIKE else None


def _saturated(passed: Pass, known: Known) -> Verdict | None:
    shares = passed.statistics.saturated
    count = int(np.sum(shares > SATURATED))
    if not count or not known.bounded:
        return None
    at = int(np.argmax(shares))
    return Saturated(WHOLE, count, passed.depth, at + 1, float(shares[at]))


def _dead_units(passed: Pass) -> Verdict | None:
    shares = passed.statistics.dead
    count, at = int(np.sum(shares >= DEAD)), int(np.argmax(shares))
    return DeadUnits(WHOLE, count, passed.depth, at + 1, float(shares[at])) if count else None


def _below_epsilon(passed: Pass, known: Known) -> Verdict | None:
    """Adam's first step is η g/(|g| + ε): less than half of η where |g| is below ε."""
    sizes = passed.statistics.rms_d_w
    count, at = int(np.sum(sizes < known.epsilon)), int(np.argmin(sizes))
    if not count or sizes[at] == 0:
        return None
    smallest = float(sizes[at])
    return BelowEpsilon(WHOLE, known.epsilon, count, passed.depth, at + 1, smallest / (smallest + known.epsilon))


def _residual(passed: Pass, known: Known) -> Verdict | None:
    sizes = passed.statistics.rms_a
    factor = forward_factor(passed)
    if not known.residual or known.batch_norm or not factor > GROWS or sizes[-1] < 2 * known.held:
        return None
    return ResidualGrows(WHOLE, factor, float(sizes[-1]), passed.depth, known.held)
