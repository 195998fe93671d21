"""Remarks beside the curves of a scalar chain: why the line is straight, where on f' the layers work, the best weight."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from engine.diagnostics import Verdict
from engine.parameter import QT_TRANSLATE_NOOP
from engine.simulations.base import Array
from engine.simulations.gradients_product import Chain
from engine.simulations.gradients_verdicts import WHOLE

# Factors whose largest and smallest size differ by no more than this are nearly the same.
NEARLY = 1.1
# z has settled when the last layers change it, relatively, by less than this …
STILL = 1e-4
# … and the stretch where it has begins where z and the factor are within these shares of their last values.
Z_NEAR, FACTOR_NEAR = 0.02, 0.01


@dataclass(frozen=True, slots=True)
class SameFactor(Verdict):
    """The logarithms lie exactly on a line."""

    text: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "A straight line on a log axis: the same factor every time.")


@dataclass(frozen=True, slots=True)
class Straight(Verdict):
    """The logarithms lie almost on a line."""

    text: ClassVar[str] = QT_TRANSLATE_NOOP(
        "engine", "A straight line on a log axis: nearly the same factor every time."
    )


@dataclass(frozen=True, slots=True)
class Bends(Verdict):
    """The factors differ."""

    text: ClassVar[str] = QT_TRANSLATE_NOOP(
        "engine", "The line bends where the factor changes: its size runs from {low:.3g} to {high:.3g}."
    )

    low: float
    high: float


@dataclass(frozen=True, slots=True)
class FallsToZero(Verdict):
    """The product is exactly 0 from one layer on."""

    text: ClassVar[str] = QT_TRANSLATE_NOOP(
        "engine", "Exactly 0 from layer {layer} to the input: no place on a log axis, so it has a row of its own."
    )

    layer: int


@dataclass(frozen=True, slots=True)
class LeavesNumbers(Verdict):
    """The product is infinite or NaN from one layer on."""

    text: ClassVar[str] = QT_TRANSLATE_NOOP(
        "engine", "No finite number from layer {layer} to the input: shown in a row of its own."
    )

    layer: int


def remark_on_line(chain: Chain) -> Verdict | None:
    """What the line of the gradient's logarithm looks like, and why; nothing to say of a single factor."""
    lost = np.flatnonzero(~np.isfinite(chain.gradients))
    if lost.size:
        return LeavesNumbers(WHOLE, int(lost[-1]) + 1)
    zero = np.flatnonzero(chain.gradients == 0)
    if zero.size:
        return FallsToZero(WHOLE, int(zero[-1]) + 1)
    sizes = np.abs(chain.factors)
    low, high = float(sizes.min()), float(sizes.max())
    if chain.layers == 1:
        return None
    if high <= low * NEARLY:
        return SameFactor(WHOLE) if high <= low * (1 + 1e-9) else Straight(WHOLE)
    return Bends(WHOLE, low, high)


@dataclass(frozen=True, slots=True)
class OneLayer(Verdict):
    """A chain of one layer."""

    text: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "layer 1: z is {z:.4g}, so the factor is {factor:.4g}")

    z: float
    factor: float


@dataclass(frozen=True, slots=True)
class StaysPut(Verdict):
    """z is the same in every layer."""

    text: ClassVar[str] = QT_TRANSLATE_NOOP(
        "engine", "layers 1 to {last}: z stays at {z:.4g}, and the factor at {factor:.4g}"
    )

    last: int
    z: float
    factor: float


@dataclass(frozen=True, slots=True)
class Settles(Verdict):
    """z comes to rest, and the factor with it."""

    text: ClassVar[str] = QT_TRANSLATE_NOOP(
        "engine", "layers {first} to {last}: z settles at {z:.4g}, so the factor stays at {factor:.4g}"
    )

    first: int
    last: int
    z: float
    factor: float


@dataclass(frozen=True, slots=True)
class Alternates(Verdict):
    """z goes to and fro between two places."""

    text: ClassVar[str] = QT_TRANSLATE_NOOP(
        "engine",
        "from layer {first} on z alternates: {z:.4g} with factor {factor:.3g}, {other_z:.4g} with {other_factor:.3g}",
    )

    first: int
    z: float
    factor: float
    other_z: float
    other_factor: float


@dataclass(frozen=True, slots=True)
class Wanders(Verdict):
    """z moves on all the time."""

    text: ClassVar[str] = QT_TRANSLATE_NOOP(
        "engine",
        "z runs from {z:.4g} at layer 1 to {last_z:.4g} at layer {last}, the factor from {factor:.3g} to "
        "{last_factor:.3g}",
    )

    z: float
    factor: float
    last: int
    last_z: float
    last_factor: float


@dataclass(frozen=True, slots=True)
class MovesOn(Verdict):
    """z changes from layer to layer, the factor does not."""

    text: ClassVar[str] = QT_TRANSLATE_NOOP(
        "engine", "z runs from {z:.4g} at layer 1 to {last_z:.4g} at layer {last}; the factor stays at {factor:.4g}"
    )

    z: float
    last: int
    last_z: float
    factor: float


@dataclass(frozen=True, slots=True)
class Lost(Verdict):
    """No layer has a finite z and factor."""

    text: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "no layer works at a finite z")


def remark_on_places(chain: Chain) -> Verdict:
    """Where on f' the layers work: at rest, to and fro, or moving on; from the layers that are finite."""
    finite = np.isfinite(chain.z) & np.isfinite(chain.factors)
    count = int(np.argmin(finite)) if not finite.all() else chain.layers
    z, factors = chain.z[:count], chain.factors[:count]
    if count == 0:
        return Lost(WHOLE)
    if count == 1:
        return OneLayer(WHOLE, float(z[0]), float(factors[0]))
    return _at_rest(z, factors) or _moving(z, factors)


def _at_rest(z: Array, factors: Array) -> Verdict | None:
    """Whether z has come to rest, in one place or alternating between two."""
    count, last_z, last_factor = len(z), float(z[-1]), float(factors[-1])
    if _still(z, 1):
        first = _settled_from(z, factors, 1)
        if first == 1:
            return StaysPut(WHOLE, count, last_z, last_factor)
        return Settles(WHOLE, first, count, last_z, last_factor)
    if _still(z, 2):
        first = _settled_from(z, factors, 2)
        return Alternates(WHOLE, first, last_z, last_factor, float(z[-2]), float(factors[-2]))
    return None


def _moving(z: Array, factors: Array) -> Verdict:
    """From where to where z goes, and whether the factor changes with it."""
    count, last_z, last_factor = len(z), float(z[-1]), float(factors[-1])
    if np.all(np.abs(factors - last_factor) <= STILL * abs(last_factor)):
        return MovesOn(WHOLE, float(z[0]), count, last_z, last_factor)
    return Wanders(WHOLE, float(z[0]), float(factors[0]), count, last_z, last_factor)


def _still(z: Array, period: int) -> bool:
    """Whether the last values, one full period and one more, are those of `period` layers before."""
    if len(z) < 2 * period + 1:
        return False
    before, after = z[-2 * period - 1 : -period], z[-period - 1 :]
    return bool(np.all(np.abs(after - before) <= STILL * np.abs(after)))


def _settled_from(z: Array, factors: Array, period: int) -> int:
    """The first layer from which on z and factor are near their values in the last `period` layers."""
    places = np.arange(len(z))
    last = len(z) - period + (places - len(z)) % period
    near = np.abs(z - z[last]) <= Z_NEAR * np.abs(z[last])
    near &= np.abs(factors - factors[last]) <= FACTOR_NEAR * np.abs(factors[last])
    away = np.flatnonzero(~near)
    return int(away[-1]) + 2 if away.size else 1


@dataclass(frozen=True, slots=True)
class AllInBox(Verdict):
    """The box on the slope holds every layer."""

    text: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "layers 1 to {layers} are in the box")

    layers: int


@dataclass(frozen=True, slots=True)
class OneInBox(Verdict):
    """The box on the slope holds the only layer."""

    text: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "layer 1 is in the box")


@dataclass(frozen=True, slots=True)
class BeyondPicture(Verdict):
    """Some layers work beyond the picture of f'."""

    text: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "{count} of {layers} layers lie beyond ±{limit:g}")

    count: int
    layers: int
    limit: float


@dataclass(frozen=True, slots=True)
class BestWeight(Verdict):
    """Where the Sigmoid's gradient at layer 1 is largest, if that is inside the range of weights shown."""

    text: ClassVar[str] = QT_TRANSLATE_NOOP(
        "engine",
        "Of the w shown, Sigmoid does best at w = {w:.3g}, where {gradient:.2g} arrives. Past that it saturates: σ′ "
        "falls faster than |w| grows.",
    )

    w: float
    gradient: float


@dataclass(frozen=True, slots=True)
class BestAtEnd(Verdict):
    """The Sigmoid's gradient at layer 1 is largest at the end of the range of weights shown."""

    text: ClassVar[str] = QT_TRANSLATE_NOOP(
        "engine", "Of the w shown, Sigmoid does best at the last, w = {w:.3g}, where {gradient:.3g} arrives."
    )

    w: float
    gradient: float
