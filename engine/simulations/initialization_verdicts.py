"""What the weights of a layer mean for signals that pass through many like it, and whether a draw is within chance.

All follows from two gains: forward Var z = n_in · Var W · E[a²] (He et al. 2015), backward Var δ = n_out · Var W · Var δ
of the layer above (Glorot and Bengio 2010). ReLU halves what it is given: E[a²] = Var z / 2.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import ClassVar

from engine.diagnostics import Severity, Verdict
from engine.parameter import QT_TRANSLATE_NOOP

DEPTH = 10
# A signal is kept where one layer changes its standard deviation by at most this share …
KEPT = 0.05
# … dies out where it leaves at most this share, and explodes where it multiplies by at least that much.
DIES, EXPLODES = 0.7, 1.4
# Beyond this many standard errors a draw is told to be unusual; fewer weights follow no normal law.
UNUSUAL, FEWEST = 3.0, 30
# An orthogonal matrix leaves its standard deviation next to no room: differences that none can see are not told.
VISIBLE = 1e-3


@dataclass(frozen=True, slots=True)
class SchemeVerdict(Verdict):
    """Base of what is said of one scheme."""

    scheme: str


@dataclass(frozen=True, slots=True)
class AllEqual(SchemeVerdict):
    """All weights are 0, and there is more than one unit."""

    title: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "{scheme}: all units stay equal.")
    text: ClassVar[str] = QT_TRANSLATE_NOOP(
        "engine",
        "All {count} weights are 0: the {n_out} units compute the same and get the same gradient. "
        "Training moves them together, so the layer stays one unit in {n_out} copies.",
    )
    severity: ClassVar[Severity] = "bad"

    count: int
    n_out: int


@dataclass(frozen=True, slots=True)
class NothingPasses(SchemeVerdict):
    """All weights of the only unit are 0."""

    title: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "{scheme}: nothing passes.")
    text: ClassVar[str] = QT_TRANSLATE_NOOP(
        "engine", "The one unit gives 0 for every input, and no gradient reaches the layers below it."
    )
    severity: ClassVar[Severity] = "bad"


@dataclass(frozen=True, slots=True)
class SignalVerdict(SchemeVerdict):
    """Base of what the gains say.

    `forward` and `backward` are the gains in variance, `kept` is what ReLU keeps of `forward`; `factor` and `relu` are
    the factors of the standard deviation per layer, without an activation and with ReLU; `end` is the larger (where
    the signal dies) or smaller (where it explodes) of them to the power `depth`.
    """

    forward: float
    backward: float
    kept: float
    factor: float
    relu: float
    end: float
    depth: int


@dataclass(frozen=True, slots=True)
class DiesOut(SignalVerdict):
    """Even without an activation, each layer leaves a small share of the signal."""

    title: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "{scheme}: the signal dies out with depth.")
    text: ClassVar[str] = QT_TRANSLATE_NOOP(
        "engine",
        "Each such layer multiplies the signal by std W · √inputs = {factor:.3g}, with ReLU by {relu:.3g}. "
        "After {depth} layers at most {end:.1e} of it is left.",
    )
    severity: ClassVar[Severity] = "bad"


@dataclass(frozen=True, slots=True)
class Explodes(SignalVerdict):
    """Even with ReLU, each layer multiplies the signal."""

    title: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "{scheme}: the signal explodes with depth.")
    text: ClassVar[str] = QT_TRANSLATE_NOOP(
        "engine",
        "Each such layer multiplies the signal by std W · √inputs = {factor:.3g}, with ReLU by {relu:.3g}: "
        "{end:.1e} times after {depth} layers. Sigmoid and tanh saturate instead.",
    )
    severity: ClassVar[Severity] = "bad"


@dataclass(frozen=True, slots=True)
class KeepsUnderRelu(SignalVerdict):
    """He's condition: inputs · Var W = 2."""

    title: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "{scheme} keeps the signal under ReLU.")
    text: ClassVar[str] = QT_TRANSLATE_NOOP(
        "engine",
        "From inputs with E[a²] = 1 it makes Var z = inputs · Var W = {forward:.2f}. ReLU throws away half of that: "
        "E[a²] = {kept:.2f} again, layer after layer.",
    )
    severity: ClassVar[Severity] = "good"


@dataclass(frozen=True, slots=True)
class KeepsNearZero(SignalVerdict):
    """LeCun's condition: inputs · Var W = 1."""

    title: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "{scheme} keeps the signal for tanh.")
    text: ClassVar[str] = QT_TRANSLATE_NOOP(
        "engine",
        "Var z = inputs · Var W · E[a²] = {forward:.2f}: as large as before, as units that are nearly linear around 0 need "
        "it. ReLU keeps half, {kept:.2f}: there the signal shrinks by {relu:.2f} per layer.",
    )
    severity: ClassVar[Severity] = "good"


@dataclass(frozen=True, slots=True)
class MiddleWay(SignalVerdict):
    """Glorot's condition: the gains forward and backward have the mean 1."""

    title: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "{scheme} is a middle way, for tanh and Sigmoid.")
    text: ClassVar[str] = QT_TRANSLATE_NOOP(
        "engine",
        "Forward inputs · Var W = {forward:.2f}, backward units · Var W = {backward:.2f}: their mean is 1. "
        "ReLU throws away half of the signal; {kept:.2f} of its variance is left.",
    )
    severity: ClassVar[Severity] = "good"


@dataclass(frozen=True, slots=True)
class Drifts(SignalVerdict):
    """None of the conditions holds, yet the signal neither dies nor explodes at once."""

    title: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "{scheme}: the signal drifts from layer to layer.")
    text: ClassVar[str] = QT_TRANSLATE_NOOP(
        "engine",
        "Forward inputs · Var W = {forward:.2f}, backward units · Var W = {backward:.2f}. Each such layer multiplies "
        "the signal by {factor:.2f}, with ReLU by {relu:.2f}.",
    )


@dataclass(frozen=True, slots=True)
class NothingDrawn(SchemeVerdict):
    """Step 0."""

    title: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "Nothing is drawn yet.")
    text: ClassVar[str] = QT_TRANSLATE_NOOP(
        "engine", "Each step draws one row of W: the {n_out} weights of one input. Press play, or → for one step."
    )

    n_out: int


@dataclass(frozen=True, slots=True)
class NothingRandom(SchemeVerdict):
    """A scheme without chance."""

    title: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "Chance has no part in it.")
    text: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "Every draw of {scheme} is the same, whatever the seed.")


@dataclass(frozen=True, slots=True)
class MeanOffChance(SchemeVerdict):
    """The mean lies farther off than chance commonly puts it; one draw in `odds` does so."""

    title: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "The mean is {score:+.1f} standard errors off.")
    text: ClassVar[str] = QT_TRANSLATE_NOOP(
        "engine",
        "Chance alone puts one draw in {odds:.0f} so far out. Watched row by row, one meets such a moment more often; "
        "a new draw shows whether it comes again.",
    )

    score: float
    odds: float


@dataclass(frozen=True, slots=True)
class StdOffChance(SchemeVerdict):
    """The standard deviation lies farther off than chance commonly puts it; one draw in `odds` does so."""

    title: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "The standard deviation is {score:+.1f} standard errors off.")
    text: ClassVar[str] = MeanOffChance.text

    score: float
    odds: float


@dataclass(frozen=True, slots=True)
class WithinChance(SchemeVerdict):
    """Mean and standard deviation lie as near as chance lets expect."""

    title: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "The draw is within chance.")
    text: ClassVar[str] = QT_TRANSLATE_NOOP(
        "engine", "Two in three draws lie within ±1 standard error (SE), all but one in 370 within ±3."
    )
    severity: ClassVar[Severity] = "good"


def signal_verdict(subject: int, scheme: str, std: float, n_in: int, n_out: int) -> Verdict:
    """What weights of standard deviation `std` do to signals that pass through many such layers."""
    if std == 0:
        return AllEqual(subject, scheme, n_in * n_out, n_out) if n_out > 1 else NothingPasses(subject, scheme)
    forward, backward = n_in * std**2, n_out * std**2
    factor, relu = math.sqrt(forward), math.sqrt(forward / 2)
    kind = _signal_class(factor, relu, (forward + backward) / 2)
    end = (relu if kind is Explodes else factor) ** DEPTH
    return kind(subject, scheme, forward, backward, forward / 2, factor, relu, end, DEPTH)


def _signal_class(factor: float, relu: float, mean_gain: float) -> type[SignalVerdict]:
    """The first condition that holds. Glorot's is met exactly or not at all."""
    if abs(factor - 1) <= KEPT:
        return KeepsNearZero
    if math.isclose(mean_gain, 1.0, rel_tol=1e-9):
        return MiddleWay
    if abs(relu - 1) <= KEPT:
        return KeepsUnderRelu
    if factor <= DIES:
        return DiesOut
    return Explodes if relu >= EXPLODES else Drifts


@dataclass(frozen=True, slots=True)
class Deviation:
    """How far a draw lies off: its mean and standard deviation in standard errors, the latter also as a share."""

    mean_score: float
    std_score: float
    std_share: float


def draw_verdict(subject: int, scheme: str, rows: int, n_out: int, off: Deviation | None) -> Verdict:
    """Whether the first `rows` rows are within chance; `off` is None where chance has no part."""
    if rows == 0:
        return NothingDrawn(subject, scheme, n_out)
    if off is None:
        return NothingRandom(subject, scheme)
    if rows * n_out >= FEWEST:
        if abs(off.mean_score) > UNUSUAL:
            return MeanOffChance(subject, scheme, off.mean_score, _odds(off.mean_score))
        if abs(off.std_score) > UNUSUAL and abs(off.std_share) > VISIBLE:
            return StdOffChance(subject, scheme, off.std_score, _odds(off.std_score))
    return WithinChance(subject, scheme)


def _odds(score: float) -> float:
    """One in how many draws from a normal law lies at least so many standard errors off, to either side."""
    return 1 / math.erfc(min(abs(score), 6.0) / math.sqrt(2))
