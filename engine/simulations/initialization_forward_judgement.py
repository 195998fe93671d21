"""Which verdict fits a scheme's pass as far as it has come: see `initialization_forward_verdicts`."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.diagnostics import Verdict
from engine.simulations import initialization_forward_verdicts as say
from engine.simulations.initialization_forward_pass import Course, Pass


@dataclass(frozen=True, slots=True)
class Subject:
    """Whom a verdict is about: a scheme's place in the list, and its name."""

    place: int
    name: str


def signal_verdict(subject: Subject, course: Course, sent: Pass, layer: int) -> Verdict:
    """What became of the signal by `layer`; 0 before the first."""
    who = (subject.place, subject.name)
    if layer == 0:
        return say.NothingSent(*who, layer)
    ended = _ended(who, course, sent, layer) or _spoilt(who, course, sent, layer)
    if ended is not None:
        return ended
    last = float(sent.activations.std[layer - 1])
    if layer == 1 or not math.isfinite(last):
        return say.FirstLayer(*who, layer, last, last)
    return _signal_change(who, course, sent, layer)


def _ended(who: tuple[int, str], course: Course, sent: Pass, layer: int) -> Verdict | None:
    """Of a signal of which nothing is left, or nothing that can be told."""
    flow = sent.activations
    lost = _first((flow.lost[:layer] > 0) | np.isinf(flow.std[:layer]))
    if lost:
        return say.Overflows(*who, lost)
    if not any(sent.weights):
        return _copies(who, course, sent, layer)
    dead = _first(flow.zeros[:layer] == 1.0)
    return say.DiesAt(*who, dead) if dead else None


def _spoilt(who: tuple[int, str], course: Course, sent: Pass, layer: int) -> Verdict | None:
    """Of a signal whose size may last, but which no longer tells points apart, or lets no gradient back."""
    last, varying = float(sent.activations.std[layer - 1]), float(sent.activations.varying[layer - 1])
    if varying < math.sqrt(say.ALIKE) * last:
        return say.PointsAlike(*who, layer, last, varying)
    limits = course.activation.range
    bounded = math.isfinite(limits.lower) and math.isfinite(limits.upper)
    if bounded and sent.flat[layer - 1] >= say.SATURATES:
        return say.Saturates(*who, layer, float(sent.flat[layer - 1]))
    return None


def _signal_change(who: tuple[int, str], course: Course, sent: Pass, layer: int) -> Verdict:
    flow = sent.activations
    change = Change(
        float(flow.std[0]), float(flow.std[layer - 1]), layer - 1, chance(course, sent, layer - 1), course.n_out
    )
    return change.verdict(
        (*who, layer), say.KeepsSignal, (say.LosesSignal, say.LosesFast), (say.GainsSignal, say.Explodes)
    )


def gradient_verdict(subject: Subject, course: Course, sent: Pass, layer: int) -> Verdict:
    """What became of the gradient on its way back to `layer`."""
    who, top = (subject.place, subject.name), course.layers
    if layer == top:
        return say.GradientBegins(*who, layer)
    flow = sent.gradients
    lost = _first(((flow.lost > 0) | np.isinf(flow.std))[layer - 1 :][::-1])
    if lost:
        return say.GradientOverflows(*who, top + 1 - lost)
    gone = _first((flow.zeros[layer - 1 :] == 1.0)[::-1])
    if gone:
        return say.NoGradient(*who, top + 1 - gone)
    passed = top - layer
    root = np.sqrt(flow.square) if math.isnan(flow.std[0]) else flow.std  # of a single number: its size
    change = Change(float(root[-1]), float(root[layer - 1]), passed, chance(course, sent, passed), course.n_out)
    return change.verdict(
        (*who, layer), say.KeepsGradient, (say.LosesGradient, say.Vanishes), (say.GainsGradient, say.GradientExplodes)
    )


def _copies(who: tuple[int, str], course: Course, sent: Pass, layer: int) -> Verdict:
    """Of units with the same weights."""
    value = float(sent.activations.mean[layer - 1])
    if course.n_out == 1:
        return say.OneConstant(*who, layer, value)
    if value == 0.0:
        return say.AllZero(*who, layer, course.n_out)
    return say.AllCopies(*who, layer, course.n_out, value)


def chance(course: Course, sent: Pass, passed: int) -> float:
    """How far the logarithm of the factor per layer may wander by chance in `passed` layers: `ERRORS` standard errors."""
    kurtosis = float(sent.activations.kurtosis[0])
    error = 0.5 * math.sqrt(max(kurtosis - 1.0, 0.0) / (course.n_out * passed)) if math.isfinite(kurtosis) else 0.0
    return min(max(say.ERRORS * error, say.KEPT), say.MOST)


@dataclass(frozen=True, slots=True)
class Change:
    """From one standard deviation to another over `passed` layers of so many units; `room` is for the rate."""

    first: float
    last: float
    passed: int
    room: float
    units: int

    @property
    def rate(self) -> float:
        """The logarithm of one layer's factor."""
        if self.first <= 0 or self.last <= 0:
            return math.inf if self.first <= 0 < self.last else -math.inf if self.last <= 0 < self.first else 0.0
        return (math.log(self.last) - math.log(self.first)) / self.passed

    def verdict(
        self,
        who: tuple[int, str, int],
        keeps: type[say.Keeps],
        falls: tuple[type[say.Changes], type[say.Changes]],
        grows: tuple[type[say.Changes], type[say.Changes]],
    ) -> Verdict:
        """The one that fits: kept, falling (slowly, fast), growing (slowly, fast)."""
        rate = self.rate
        if abs(rate) <= self.room:
            return keeps(
                *who,
                self.first,
                self.last,
                round(100 * math.expm1(rate), 1) + 0.0,
                100 * math.expm1(self.room),
                self.units,
            )
        factor = math.exp(min(rate, 709.0))
        fast = abs(rate) >= say.BAD
        kind = grows[fast] if rate > 0 else falls[fast]
        return kind(*who, self.first, self.last, factor, percent(abs(factor - 1)))


def percent(share: float) -> str:
    """A share in per cent: whole, and as exact as it must be to be told from 100."""
    hundred = 100 * share
    if hundred < 99.5 or share >= 1:
        return f"{hundred:.0f}"
    return f"{hundred:.{-math.floor(math.log10(max(round(100 - hundred, 10), 1e-9)))}f}"


def _first(found: NDArray[np.bool_]) -> int:
    """The place of the first true entry, counted from 1; 0 if there is none."""
    return int(np.argmax(found)) + 1 if found.any() else 0
