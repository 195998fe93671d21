"""What the numbers of a scalar chain say: whether the gradient arrives at layer 1, and if not, where it is lost."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from engine.diagnostics import Severity, Verdict
from engine.parameter import QT_TRANSLATE_NOOP
from engine.simulations.gradients_product import Chain

WHOLE = -1  # a verdict's subject: the whole run
# The gradient at layer 1 is said to be kept, to fade or grow, or to have vanished or exploded, by these sizes.
VANISHED, FADED, GROWN, EXPLODED = 1e-6, 0.1, 10.0, 1e3


@dataclass(frozen=True, slots=True)
class SignalOverflows(Verdict):
    """A value on the way forward is beyond the largest float."""

    title: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "The signal overflows at layer {layer}.")
    text: ClassVar[str] = QT_TRANSLATE_NOOP(
        "engine",
        "On the way forward a{layer} is beyond 1.8e308, the largest number of 64 bits, and is held as infinity. "
        "What comes after it is no longer a measurement.",
    )
    severity: ClassVar[Severity] = "bad"

    layer: int


@dataclass(frozen=True, slots=True)
class SignalUndefined(Verdict):
    """A value on the way forward is NaN."""

    title: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "The signal is undefined from layer {layer} on.")
    text: ClassVar[str] = QT_TRANSLATE_NOOP(
        "engine", "On the way forward a{layer} is NaN, not a number: infinity met 0 or another infinity there."
    )
    severity: ClassVar[Severity] = "bad"

    layer: int


@dataclass(frozen=True, slots=True)
class GradientOverflows(Verdict):
    """The product is beyond the largest float."""

    title: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "The gradient overflows at layer {layer}.")
    text: ClassVar[str] = QT_TRANSLATE_NOOP(
        "engine",
        "On the way back the product grows beyond 1.8e308, the largest number of 64 bits: from layer {layer} to the "
        "input it is held as infinity.",
    )
    severity: ClassVar[Severity] = "bad"

    layer: int


@dataclass(frozen=True, slots=True)
class GradientUndefined(Verdict):
    """The product is NaN."""

    title: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "The gradient is undefined from layer {layer} on.")
    text: ClassVar[str] = QT_TRANSLATE_NOOP(
        "engine",
        "On the way back the product at layer {layer} is NaN, not a number: infinity times 0 has no value. Every layer "
        "nearer the input inherits it.",
    )
    severity: ClassVar[Severity] = "bad"

    layer: int


@dataclass(frozen=True, slots=True)
class CutOff(Verdict):
    """The weight itself is 0."""

    title: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "A weight of 0 cuts the chain.")
    text: ClassVar[str] = QT_TRANSLATE_NOOP(
        "engine", "Every factor is f′(z) · 0 = 0: the gradient is lost in the very first step back."
    )
    severity: ClassVar[Severity] = "bad"


@dataclass(frozen=True, slots=True)
class Dead(Verdict):
    """A slope of exactly 0: `layer` is the first that the way back meets, `count` how many there are."""

    title: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "The chain is dead at layer {layer}.")
    text: ClassVar[str] = QT_TRANSLATE_NOOP(
        "engine",
        "There z = {z:.4g}, and f′(z) is exactly 0. One factor of 0 makes the product 0, whatever the others are: "
        "from layer {layer} to the input nothing is left. Layers with a factor of 0: {count} of {layers}.",
    )
    severity: ClassVar[Severity] = "bad"

    layer: int
    z: float
    count: int
    layers: int


@dataclass(frozen=True, slots=True)
class Underflows(Verdict):
    """No factor is 0, but the product rounds to 0."""

    title: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "The gradient underflows at layer {layer}.")
    text: ClassVar[str] = QT_TRANSLATE_NOOP(
        "engine",
        "No factor is 0, but from layer {layer} on their product is below 5e-324, the smallest number of 64 bits, and "
        "is held as exactly 0. A layer passes on {average:.3g} on average.",
    )
    severity: ClassVar[Severity] = "bad"

    layer: int
    average: float


@dataclass(frozen=True, slots=True)
class MustVanish(Verdict):
    """Vanished, and no input could help: even the best factor is below 1."""

    title: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "Nothing is left at layer 1.")
    text: ClassVar[str] = QT_TRANSLATE_NOOP(
        "engine",
        "{slope} is never above {steepest:.4g} and w is {w:.4g}, so a layer passes on {best:.4g} at most, here "
        "{average:.4g} on average. At depth {layers} that leaves {left:.3g}.",
    )
    severity: ClassVar[Severity] = "bad"

    slope: str
    steepest: float
    w: float
    best: float
    average: float
    layers: int
    left: float


@dataclass(frozen=True, slots=True)
class Saturates(Verdict):
    """Vanished, although a factor of 1 is possible: the layers work where the slope is small."""

    title: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "Nothing is left at layer 1.")
    text: ClassVar[str] = QT_TRANSLATE_NOOP(
        "engine",
        "A factor of {best:.4g} is possible, but the layers work where {slope} is small: at layer {layer}, z = {z:.4g} "
        "and {slope} = {at:.3g}. At depth {layers} that leaves {left:.3g}.",
    )
    severity: ClassVar[Severity] = "bad"

    slope: str
    best: float
    layer: int
    z: float
    at: float
    layers: int
    left: float


@dataclass(frozen=True, slots=True)
class SaturatesInPart(Verdict):
    """Vanished, although some factors are 1 or more in size: the other layers work where the slope is small."""

    title: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "Nothing is left at layer 1.")
    text: ClassVar[str] = QT_TRANSLATE_NOOP(
        "engine",
        "Layers with a factor of size 1 or more: {count} of {layers}, at most {largest:.4g}. The others work where "
        "{slope} is small: at layer {layer}, z = {z:.4g} and {slope} = {at:.3g}. In all that leaves {left:.3g}.",
    )
    severity: ClassVar[Severity] = "bad"

    slope: str
    count: int
    layers: int
    largest: float
    layer: int
    z: float
    at: float
    left: float


@dataclass(frozen=True, slots=True)
class Fades(Verdict):
    """Small at layer 1, but there."""

    title: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "Little is left at layer 1.")
    text: ClassVar[str] = QT_TRANSLATE_NOOP(
        "engine", "A layer passes on {average:.4g} on average. At depth {layers} that leaves {left:.3g}; deeper, less."
    )

    average: float
    layers: int
    left: float


@dataclass(frozen=True, slots=True)
class Keeps(Verdict):
    """About as large at layer 1 as at the output."""

    title: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "The gradient arrives.")
    text: ClassVar[str] = QT_TRANSLATE_NOOP(
        "engine",
        "A layer multiplies it by {average:.4g} on average. At depth {layers} that leaves {left:.4g} at layer 1.",
    )
    severity: ClassVar[Severity] = "good"

    average: float
    layers: int
    left: float


@dataclass(frozen=True, slots=True)
class Grows(Verdict):
    """Larger at layer 1 than at the output."""

    title: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "The gradient grows.")
    text: ClassVar[str] = QT_TRANSLATE_NOOP(
        "engine",
        "A layer multiplies it by {average:.4g} on average. At depth {layers} that makes {left:.4g} at layer 1; "
        "deeper, more.",
    )

    average: float
    layers: int
    left: float


@dataclass(frozen=True, slots=True)
class Explodes(Verdict):
    """Much larger at layer 1 than at the output."""

    title: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "The gradient explodes.")
    text: ClassVar[str] = QT_TRANSLATE_NOOP(
        "engine",
        "A layer multiplies it by {average:.4g} on average. At depth {layers} that makes {left:.4g} at layer 1: one "
        "step of learning would throw its weight far away.",
    )
    severity: ClassVar[Severity] = "bad"

    average: float
    layers: int
    left: float


@dataclass(frozen=True, slots=True)
class TurnsSign(Verdict):
    """Negative factors."""

    title: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "The sign turns on the way.")
    text: ClassVar[str] = QT_TRANSLATE_NOOP(
        "engine", "Factors below 0: {count} of {layers}. The plot shows the gradient's size, the table its sign too."
    )

    count: int
    layers: int


def judge(chain: Chain, steepest: float, slope: str) -> tuple[Verdict, ...]:
    """What happens to the gradient of a whole chain, then whether its sign turns.

    `steepest` is the largest size of f' anywhere, `slope` how it is written (`f′`, `σ′`).
    """
    negative = int(np.sum(chain.factors < 0))
    notes = (TurnsSign(WHOLE, negative, chain.layers),) if negative and chain.gradients[0] != 0 else ()
    return (_not_finite(chain) or _exactly_zero(chain) or _by_size(chain, steepest, slope), *notes)


def _not_finite(chain: Chain) -> Verdict | None:
    """Overflow or NaN, at the first layer that either way meets it."""
    forward = np.flatnonzero(~np.isfinite(chain.a))
    if forward.size:
        layer = int(forward[0])
        return SignalUndefined(WHOLE, layer) if np.isnan(chain.a[layer]) else SignalOverflows(WHOLE, layer)
    backward = np.flatnonzero(~np.isfinite(chain.gradients))
    if backward.size:
        layer = int(backward[-1]) + 1
        lost = np.isnan(chain.gradients[layer - 1])
        return GradientUndefined(WHOLE, layer) if lost else GradientOverflows(WHOLE, layer)
    return None


def _exactly_zero(chain: Chain) -> Verdict | None:
    """A product of exactly 0, and by what."""
    if chain.gradients[0] != 0:
        return None
    if chain.w == 0:
        return CutOff(WHOLE)
    at = int(np.flatnonzero(chain.gradients == 0)[-1])
    if chain.slopes[at] == 0:
        dead = int(np.sum(chain.slopes == 0))
        return Dead(WHOLE, at + 1, float(chain.z[at]), dead, chain.layers)
    return Underflows(WHOLE, at + 1, average_factor(chain))


def _by_size(chain: Chain, steepest: float, slope: str) -> Verdict:
    left, average, n = float(chain.gradients[0]), average_factor(chain), chain.layers
    size, best = abs(left), steepest * abs(chain.w)
    if size < VANISHED and best < 1:
        return MustVanish(WHOLE, slope, steepest, chain.w, best, average, n, left)
    if size < VANISHED:
        return _saturates(chain, slope, best)
    kinds = ((FADED, Fades), (GROWN, Keeps), (EXPLODED, Grows), (math.inf, Explodes))
    kind = next(kind for limit, kind in kinds if size < limit)
    return kind(WHOLE, average, n, left)


def _saturates(chain: Chain, slope: str, best: float) -> Verdict:
    """Whether all layers work where the slope is small, or only some; with the one that does so most."""
    at, left, sizes = int(np.argmin(np.abs(chain.slopes))), float(chain.gradients[0]), np.abs(chain.factors)
    place = at + 1, float(chain.z[at]), float(chain.slopes[at])
    count = int(np.sum(sizes >= 1))
    if count:
        return SaturatesInPart(WHOLE, slope, count, chain.layers, float(sizes.max()), *place, left)
    return Saturates(WHOLE, slope, best, *place, chain.layers, left)


def average_factor(chain: Chain) -> float:
    """The geometric mean of the factors' sizes; 0 if one is 0."""
    with np.errstate(all="ignore"):
        return float(np.exp(np.mean(np.log(np.abs(chain.factors)))))
