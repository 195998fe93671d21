"""What the numbers say of an activation function: of its slope at the probe, and of what passes leave of the inputs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

import numpy as np

from engine.activations import Activation
from engine.diagnostics import Severity, Verdict
from engine.parameter import QT_TRANSLATE_NOOP
from engine.simulations.activations_scene import facts, input_share, names, saturated_at
from engine.simulations.base import Array

if TYPE_CHECKING:
    from engine.simulations.activations import ActivationsSettings

DEEP = 10
"""Layers that a sentence supposes one on top of the other."""

FAR = 5.0
WHOLE = 1e-9
ALIKE = 1e-3
"""Outputs whose spread is below this share of the inputs' are all alike."""

LEAST_PERCENT = 0.001

STEADY = 0.01
"""A pass that changes the spread by less than this share leaves it as it is."""


# -- the slope at the probe -------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class IsNotDefined(Verdict):
    """There is no slope at the probe."""

    title: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "{function} is not defined here.")
    text: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "There is no slope at z = {z:.2f}, and no gradient.")
    severity: ClassVar[Severity] = "bad"

    function: str
    z: float


@dataclass(frozen=True, slots=True)
class PassesNothing(Verdict):
    """The slope is exactly 0; `share` of the inputs, in percent, lie where it is."""

    title: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "{function} passes nothing here.")
    text: ClassVar[str] = QT_TRANSLATE_NOOP(
        "engine",
        "Its slope is exactly 0. A unit whose inputs all lie on such places gets no gradient and never changes again: "
        "it is dead. Of the inputs shown, {share} % lie there.",
    )
    severity: ClassVar[Severity] = "bad"

    function: str
    share: str


@dataclass(frozen=True, slots=True)
class KeepsLittle(Verdict):
    """A small slope that stays the same however far left: `here` percent."""

    title: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "{function} keeps a little.")
    text: ClassVar[str] = QT_TRANSLATE_NOOP(
        "engine",
        "{here:.3g} % of the gradient comes through, here and however far to the left. "
        "Little, but never nothing: no unit dies.",
    )
    severity: ClassVar[Severity] = "note"

    function: str
    here: float


@dataclass(frozen=True, slots=True)
class IsSaturated(Verdict):
    """|f'| is below the limit: `here` percent of a gradient pass; `ten` is what ten such places leave of it."""

    title: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "{function} is saturated here.")
    text: ClassVar[str] = QT_TRANSLATE_NOOP(
        "engine",
        "It passes on {here:.2g} % of the gradient; ten layers on such a place leave {ten:.1e} of it. "
        "Of the inputs shown, {share} % lie where the slope is below 0.05.",
    )
    severity: ClassVar[Severity] = "bad"

    function: str
    here: float
    ten: float
    share: str


@dataclass(frozen=True, slots=True)
class TurnsGradient(Verdict):
    """The slope is negative."""

    title: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "{function} falls here.")
    text: ClassVar[str] = QT_TRANSLATE_NOOP(
        "engine",
        "Its slope is {slope:.3g}: a larger input gives a smaller output, and the gradient changes its sign on the way.",
    )
    severity: ClassVar[Severity] = "note"

    function: str
    slope: float


@dataclass(frozen=True, slots=True)
class DimsEvery(Verdict):
    """The slope is nowhere near 1: `here`, at z = 5 and at best, in percent; one part in `parts` after ten layers."""

    title: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "{function} dims every gradient.")
    text: ClassVar[str] = QT_TRANSLATE_NOOP(
        "engine",
        "At z = 5 it passes on {far:.2g} %, here {here:.2g} %, never above {most:.3g} %. "
        "Ten layers at their very best leave one part in {parts:,.0f}.",
    )
    severity: ClassVar[Severity] = "bad"

    function: str
    far: float
    here: float
    most: float
    parts: float


@dataclass(frozen=True, slots=True)
class PassesWhole(Verdict):
    """The slope is 1."""

    title: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "{function} passes the gradient whole.")
    text: ClassVar[str] = QT_TRANSLATE_NOOP(
        "engine", "Its slope here is 1: however many layers stand on such a place, they take nothing from the gradient."
    )
    severity: ClassVar[Severity] = "good"

    function: str


@dataclass(frozen=True, slots=True)
class Enlarges(Verdict):
    """The slope is above 1; `ten` layers on such a place multiply the gradient by that much."""

    title: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "{function} enlarges the gradient here.")
    text: ClassVar[str] = QT_TRANSLATE_NOOP(
        "engine", "Its slope is {slope:.3f}: ten layers on such a place make the gradient {ten:.3g} times as large."
    )
    severity: ClassVar[Severity] = "note"

    function: str
    slope: float
    ten: float


@dataclass(frozen=True, slots=True)
class PassesPart(Verdict):
    """The slope lies between; `here` in percent, `ten` what ten such places leave, `most` the largest slope."""

    title: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "{function} passes on {here:.3g} % here.")
    text: ClassVar[str] = QT_TRANSLATE_NOOP(
        "engine", "Ten layers on such a place leave {ten:.2g} of the gradient. At its best the slope is {most:.3g}."
    )
    severity: ClassVar[Severity] = "note"

    function: str
    here: float
    ten: float
    most: float


def judge_slopes(settings: ActivationsSettings, z: float, slopes: Sequence[float] | Array) -> tuple[Verdict, ...]:
    """One verdict for each function, in the order of the functions, on its slope at `z`."""
    titles = names(settings)
    return tuple(_judge_slope(settings, i, titles[i], z, float(slope)) for i, slope in enumerate(slopes))


def _judge_slope(settings: ActivationsSettings, subject: int, name: str, z: float, slope: float) -> Verdict:
    activation = settings.functions[subject].activation
    fact = facts(activation)
    here, ten = 100 * abs(slope), abs(slope) ** DEEP
    if not np.isfinite(slope):
        return IsNotDefined(subject, name, z)
    if slope == 0.0:
        return PassesNothing(subject, name, share_text(input_share(fact.dead_zones, settings.mean, settings.spread)))
    if saturated_at(slope):
        share = share_text(input_share(fact.zones, settings.mean, settings.spread))
        steady = _steady(activation, z, slope)
        return KeepsLittle(subject, name, here) if steady else IsSaturated(subject, name, here, ten, share)
    if slope < 0:
        return TurnsGradient(subject, name, slope)
    if fact.max_derivative < 1 - WHOLE:
        far = 100 * float(activation.derivative(np.array(FAR)))
        return DimsEvery(subject, name, far, here, 100 * fact.max_derivative, fact.max_derivative**-DEEP)
    return _judge_ample(subject, name, slope, fact.max_derivative)


def share_text(share: float) -> str:
    """A share in percent, with no powers of ten: below a thousandth it is all but none."""
    value = 100 * share
    return f"{value:.3g}" if value == 0 or value >= LEAST_PERCENT else f"<\N{NO-BREAK SPACE}{LEAST_PERCENT:g}"


def _judge_ample(subject: int, name: str, slope: float, most: float) -> Verdict:
    """On a slope of at least 0.05, for a function whose largest slope is 1 or more."""
    if abs(slope - 1) <= WHOLE:
        return PassesWhole(subject, name)
    ten = slope**DEEP
    return Enlarges(subject, name, slope, ten) if slope > 1 else PassesPart(subject, name, 100 * slope, ten, most)


def _steady(activation: Activation, z: float, slope: float) -> bool:
    """Whether the slope is the same much further out on the same side."""
    return float(activation.derivative(np.array(20.0 * z))) == slope


# -- what passes leave of the inputs ----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class BeforeFirst(Verdict):
    """No pass yet."""

    title: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "No pass yet.")
    text: ClassVar[str] = QT_TRANSLATE_NOOP(
        "engine", "The inputs as they are drawn: mean {mean:.2f}, standard deviation {spread:.3g}."
    )

    mean: float
    spread: float


@dataclass(frozen=True, slots=True)
class MakesAlike(Verdict):
    """The outputs have all come to one place; `kept` is the share of the spread left by the last pass, in percent."""

    title: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "{function} makes all inputs alike.")
    text: ClassVar[str] = QT_TRANSLATE_NOOP(
        "engine",
        "After {passes} passes every one ends at {mean:.3g}, give or take {spread:.1e}. "
        "What told them apart is lost; the last pass kept {kept:.3g} % of it.",
    )
    severity: ClassVar[Severity] = "bad"

    function: str
    passes: int
    mean: float
    spread: float
    kept: float


@dataclass(frozen=True, slots=True)
class MakesSame(Verdict):
    """The outputs are one and the same number."""

    title: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "{function} makes all inputs the same.")
    text: ClassVar[str] = QT_TRANSLATE_NOOP(
        "engine", "After {passes} passes every one ends at exactly {mean:.3g}. What told them apart is lost."
    )
    severity: ClassVar[Severity] = "bad"

    function: str
    passes: int
    mean: float


@dataclass(frozen=True, slots=True)
class Narrows(Verdict):
    """The spread shrinks; `left` of it in percent, and `kept` by the last pass."""

    title: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "{function} narrows the signal.")
    text: ClassVar[str] = QT_TRANSLATE_NOOP(
        "engine",
        "The standard deviation is {spread:.3g}, {left:.3g} % of the inputs'; the last pass kept {kept:.3g} %.",
    )
    severity: ClassVar[Severity] = "note"

    function: str
    spread: float
    left: float
    kept: float


@dataclass(frozen=True, slots=True)
class LeavesAsItIs(Verdict):
    """The last pass changed the spread by less than a hundredth."""

    title: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "{function} leaves the signal as it is.")
    text: ClassVar[str] = QT_TRANSLATE_NOOP(
        "engine",
        "The standard deviation is {spread:.3g}, {left:.3g} % of the inputs', and the last pass kept {kept:.4g} % of it.",
    )
    severity: ClassVar[Severity] = "good"

    function: str
    spread: float
    left: float
    kept: float


@dataclass(frozen=True, slots=True)
class Widens(Verdict):
    """The spread grows."""

    title: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "{function} widens the signal.")
    text: ClassVar[str] = QT_TRANSLATE_NOOP(
        "engine",
        "The standard deviation is {spread:.3g}, {left:.3g} % of the inputs'; the last pass made it {kept:.3g} % as large.",
    )
    severity: ClassVar[Severity] = "note"

    function: str
    spread: float
    left: float
    kept: float


def judge_spreads(settings: ActivationsSettings, means: Array, spreads: Array) -> tuple[Verdict, ...]:
    """One verdict for each function on the means and standard deviations after 0 … k passes, shape (k + 1, n)."""
    passes = len(spreads) - 1
    titles = names(settings)
    if not passes:
        return tuple(BeforeFirst(i, float(means[0, i]), float(spreads[0, i])) for i in range(len(titles)))
    return tuple(_judge_spread(i, name, float(means[-1, i]), spreads[:, i]) for i, name in enumerate(titles))


def _judge_spread(subject: int, name: str, mean: float, spreads: Array) -> Verdict:
    first, before, now = float(spreads[0]), float(spreads[-2]), float(spreads[-1])
    if now == 0:
        return MakesSame(subject, name, len(spreads) - 1, mean)
    kept = now / before
    if now < ALIKE * first:
        return MakesAlike(subject, name, len(spreads) - 1, mean, now, 100 * kept)
    values = (subject, name, now, 100 * now / first, 100 * kept)
    if abs(kept - 1) < STEADY:
        return LeavesAsItIs(*values)
    return Narrows(*values) if kept < 1 else Widens(*values)
