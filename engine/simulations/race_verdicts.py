"""What can be said of a racer, each with its sentence. When it is said, `race_judgement` decides."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from engine.diagnostics import Severity, Verdict
from engine.parameter import QT_TRANSLATE_NOOP


@dataclass(frozen=True, slots=True)
class RacerVerdict(Verdict):
    """Base of what is said of one racer. `state` is the verdict in a word or two, for a table."""

    state: ClassVar[str] = ""
    verbatim: ClassVar[tuple[str, ...]] = ("racer",)

    racer: str


@dataclass(frozen=True, slots=True)
class AtStart(Verdict):
    """Before the first step."""

    title: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "All start at the same point.")
    text: ClassVar[str] = QT_TRANSLATE_NOOP(
        "engine", "At ({x:.4g}, {y:.4g}) the loss is {loss:.4g}. Press play, or → for one step."
    )

    x: float
    y: float
    loss: float


@dataclass(frozen=True, slots=True)
class Overflowed(RacerVerdict):
    """The racer's numbers have left what a computer can hold; `step` is the first at which they had."""

    state: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "overflow")
    title: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "{racer} overflowed at step {step}.")
    text: ClassVar[str] = QT_TRANSLATE_NOOP(
        "engine", "From there on its numbers are beyond 1.8e308, infinite or undefined: its path ends. Try a smaller η."
    )
    severity: ClassVar[Severity] = "bad"

    step: int


@dataclass(frozen=True, slots=True)
class OverflowedBeyondLimit(Overflowed):
    """Overflow on a quadratic, with its reason: a learning rate above the rule's stability limit."""

    text: ClassVar[str] = QT_TRANSLATE_NOOP(
        "engine",
        "η = {rate:.10g} is above its stability limit {formula} = {limit:.10g} for the curvature λ = {curvature:.4g}: "
        "it went further and further away until its numbers passed 1.8e308. Below the limit it would converge.",
    )

    rate: float
    limit: float
    formula: str
    curvature: float


@dataclass(frozen=True, slots=True)
class InHole(RacerVerdict):
    """The racer has come to a place where the surface has no value; `step` is the first at which it stood there."""

    state: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "in a hole")
    title: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "{racer} fell into a hole at step {step}.")
    text: ClassVar[str] = QT_TRANSLATE_NOOP(
        "engine", "At ({x:.4g}, {y:.4g}) the surface has no value. There is no way on: its path ends."
    )
    severity: ClassVar[Severity] = "bad"

    step: int
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class InHoleOf(InHole):
    """The same on a formula of the learner's own: which part of it has no value there."""

    text: ClassVar[str] = QT_TRANSLATE_NOOP(
        "engine",
        "At ({x:.4g}, {y:.4g}) the formula has no value, for {part} is infinite or undefined there. There is no way on: "
        "its path ends.",
    )
    verbatim: ClassVar[tuple[str, ...]] = ("racer", "part")

    part: str


@dataclass(frozen=True, slots=True)
class AtEdge(RacerVerdict):
    """The racer has come to a place where the surface has a value but no finite gradient."""

    state: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "at an edge")
    title: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "{racer} came to an edge at step {step}.")
    text: ClassVar[str] = QT_TRANSLATE_NOOP(
        "engine",
        "At ({x:.4g}, {y:.4g}) the loss is {loss:.4g}, but its gradient is infinite or undefined: there is no step to "
        "take. Its path ends.",
    )
    severity: ClassVar[Severity] = "bad"

    step: int
    x: float
    y: float
    loss: float


# What ends a path.
ENDS = (Overflowed, InHole, AtEdge)


@dataclass(frozen=True, slots=True)
class BeyondLimit(RacerVerdict):
    """On a quadratic: the learning rate lies above the rule's stability limit, and the racer has begun to leave."""

    state: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "diverges")
    title: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "{racer} diverges.")
    text: ClassVar[str] = QT_TRANSLATE_NOOP(
        "engine",
        "η = {rate:.10g} is above its stability limit {formula} = {limit:.10g} for the curvature λ = {curvature:.4g}: "
        "in that direction it goes further and further away. Below the limit it would converge.",
    )
    severity: ClassVar[Severity] = "bad"

    rate: float
    limit: float
    formula: str
    curvature: float


@dataclass(frozen=True, slots=True)
class Diverged(RacerVerdict):
    """The loss has grown far beyond all that the picture shows; `step` is one at which it passed `threshold`."""

    state: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "diverged")
    title: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "{racer} diverged at step {step}.")
    text: ClassVar[str] = QT_TRANSLATE_NOOP(
        "engine",
        "There its loss passed {threshold:.2g}, far above all of the picture; now it is {loss:.3g}. Try a smaller η.",
    )
    severity: ClassVar[Severity] = "bad"

    step: int
    threshold: float
    loss: float


@dataclass(frozen=True, slots=True)
class NeverSettles(RacerVerdict):
    """On a quadratic: exactly at the stability limit."""

    state: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "never settles")
    title: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "{racer} never settles.")
    text: ClassVar[str] = QT_TRANSLATE_NOOP(
        "engine",
        "η = {rate:.10g} is exactly its stability limit {formula} for the curvature λ = {curvature:.4g}: in that "
        "direction it jumps from side to side for ever. Below the limit it converges; above, it diverges.",
    )
    severity: ClassVar[Severity] = "bad"

    rate: float
    formula: str
    curvature: float


@dataclass(frozen=True, slots=True)
class AtSaddle(RacerVerdict):
    """All but at rest where the gradient vanishes, though the surface falls to both sides."""

    state: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "at a saddle")
    title: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "{racer} hangs at a saddle point.")
    text: ClassVar[str] = QT_TRANSLATE_NOOP(
        "engine",
        "The gradient here is only {gradient:.1e} in size, yet this is no minimum: in one direction the surface falls "
        "to both sides (curvature {curvature:.3g}).",
    )
    severity: ClassVar[Severity] = "bad"

    gradient: float
    curvature: float


@dataclass(frozen=True, slots=True)
class InLocalMinimum(RacerVerdict):
    """All but at rest at a minimum that is not one of the lowest."""

    state: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "local minimum")
    title: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "{racer} sits in a local minimum.")
    text: ClassVar[str] = QT_TRANSLATE_NOOP(
        "engine", "From here every way leads uphill, so its loss stays at {loss:.4g}. A lower minimum lies elsewhere."
    )
    severity: ClassVar[Severity] = "bad"

    loss: float


@dataclass(frozen=True, slots=True)
class Stuck(RacerVerdict):
    """All but at rest where there is no minimum: on a plain, or for want of a learning rate."""

    state: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "stands still")
    title: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "{racer} stands still.")
    text: ClassVar[str] = QT_TRANSLATE_NOOP(
        "engine",
        "Its last steps are only {pace:.1e} long, and it has not reached a minimum. The gradient here is {gradient:.1e} "
        "in size.",
    )
    severity: ClassVar[Severity] = "bad"

    pace: float
    gradient: float


@dataclass(frozen=True, slots=True)
class Oscillates(RacerVerdict):
    """Swings to and fro. `factor` is the trend of one swing over the one before, `period` the steps a swing takes."""

    state: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "oscillates")
    title: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "{racer} oscillates.")
    text: ClassVar[str] = QT_TRANSLATE_NOOP(
        "engine",
        "Along {axis} it turned round {turns} times in its last {window} steps; each swing is about {factor:.3g} times "
        "as wide as the one before.",
    )

    axis: str
    turns: int
    window: int
    period: float
    factor: float


@dataclass(frozen=True, slots=True)
class RunsAway(RacerVerdict):
    """Out of the picture, down a surface that has no lowest point."""

    state: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "runs away")
    title: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "{racer} runs away downhill.")
    text: ClassVar[str] = QT_TRANSLATE_NOOP(
        "engine", "This surface has no lowest point: the loss is {loss:.4g} and still falling."
    )

    loss: float


@dataclass(frozen=True, slots=True)
class Crawls(RacerVerdict):
    """Far from arriving at the present pace."""

    state: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "crawls")
    title: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "{racer} crawls.")
    text: ClassVar[str] = QT_TRANSLATE_NOOP(
        "engine",
        "The nearest minimum is {distance:.3g} away, and its steps have been {pace:.2g} long of late (their median): at "
        "this pace it needs {steps:,.0f} more, even straight there.",
    )

    pace: float
    distance: float
    steps: float


@dataclass(frozen=True, slots=True)
class StepsOfRate(RacerVerdict):
    """Under a rule that divides by the gradient's size: each step along an axis is about η, whatever the slope is.

    `shortest` and `longest` are of the last `window` steps along the axis, `before` and `after` the slopes at the first
    and the last of them; `distance` is from the start to the nearest minimum along the axis, `steps` that many η.
    """

    state: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "η a step")
    title: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "{racer}'s steps are about η long, however steep it is.")
    text: ClassVar[str] = QT_TRANSLATE_NOOP(
        "engine",
        "Along {axis} its last {window} steps were {shortest:.2g} to {longest:.2g} long, at slopes from {before:.3g} to "
        "{after:.3g}: the rule divides by the gradient's size. Along {axis} the nearest minimum is {distance:.3g} from the "
        "start: at η = {rate:.4g} a step, {steps:,} steps. A larger η makes them fewer.",
    )

    axis: str
    window: int
    shortest: float
    longest: float
    before: float
    after: float
    distance: float
    rate: float
    steps: int


@dataclass(frozen=True, slots=True)
class NoHeadway(RacerVerdict):
    """Under noise: a long way, and hardly any distance."""

    state: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "no headway")
    title: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "{racer} makes no headway.")
    text: ClassVar[str] = QT_TRANSLATE_NOOP(
        "engine",
        "In its last {window} steps it went {path:.3g} in all and ended {net:.2g} from where it began. The noise has "
        "σ = {noise:.3g}.",
    )

    window: int
    path: float
    net: float
    noise: float


@dataclass(frozen=True, slots=True)
class Higher(RacerVerdict):
    """Above the start, none of the others."""

    state: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "higher")
    title: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "{racer} stands higher than at the start.")
    text: ClassVar[str] = QT_TRANSLATE_NOOP(
        "engine", "Its loss was {first:.4g} and is {loss:.4g} now; its last step was {pace:.2g} long."
    )

    first: float
    loss: float
    pace: float


@dataclass(frozen=True, slots=True)
class Converged(RacerVerdict):
    """At a minimum, and hardly moving any more."""

    state: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "converged")
    title: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "{racer} has converged.")
    text: ClassVar[str] = QT_TRANSLATE_NOOP(
        "engine", "It has stayed within {radius:.2g} of a minimum since step {step} or before; its loss is {loss:.3g}."
    )
    severity: ClassVar[Severity] = "good"

    radius: float
    step: int
    loss: float


@dataclass(frozen=True, slots=True)
class Underway(RacerVerdict):
    """Below the start, none of the others."""

    state: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "on its way")
    title: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "{racer} is on its way.")
    text: ClassVar[str] = QT_TRANSLATE_NOOP(
        "engine", "Its loss has gone from {first:.4g} to {loss:.4g}; its last step was {pace:.2g} long."
    )

    first: float
    loss: float
    pace: float
