"""What makes two training networks different, and what comes of it: which one change helps?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar

from engine.diagnostics import Severity, Verdict
from engine.parameter import QT_TRANSLATE_NOOP, Phrase
from engine.simulations.gradients_training_judgement import LEARNT, SETTLED
from engine.simulations.gradients_training_verdicts import WHOLE

if TYPE_CHECKING:
    from engine.simulations.gradients import GradientsSettings
    from engine.simulations.gradients_training_frame import TrainingFrame, TrainingScene

# Shares of right answers that lie so near to one another make no difference.
ALIKE = 0.1


@dataclass(frozen=True, slots=True)
class Difference(Verdict):
    """Base: `change` is what B has that A has not; `a` and `b` are the shares of right answers."""

    change: str
    a: float
    b: float


@dataclass(frozen=True, slots=True)
class OneHelps(Difference):
    """The one change makes B learn."""

    title: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "This one change helps: {change}.")
    text: ClassVar[str] = QT_TRANSLATE_NOOP(
        "engine", "Nothing else is different. With it {b:.0%} of the points are right, without it {a:.0%}."
    )
    severity: ClassVar[Severity] = "good"


@dataclass(frozen=True, slots=True)
class OneHurts(Difference):
    """The one change keeps B from learning."""

    title: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "This one change does harm: {change}.")
    text: ClassVar[str] = OneHelps.text
    severity: ClassVar[Severity] = "bad"


@dataclass(frozen=True, slots=True)
class OneInVain(Difference):
    """The one change does not make B learn."""

    title: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "This change alone does not help: {change}.")
    text: ClassVar[str] = QT_TRANSLATE_NOOP(
        "engine",
        "With it {b:.0%} of the points are right, without it {a:.0%}. Of the gradient of the last layer, {share_b:.2g} "
        "reaches layer 1 with it, {share_a:.2g} without.",
    )

    share_a: float
    share_b: float


@dataclass(frozen=True, slots=True)
class BothLearn(Difference):
    """Both have learnt, whatever the change."""

    title: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "Both have learnt, also without this: {change}.")
    text: ClassVar[str] = QT_TRANSLATE_NOOP(
        "engine", "{a:.0%} and {b:.0%} of the points are right; the loss over them is {loss_a:.2g} and {loss_b:.2g}."
    )

    loss_a: float
    loss_b: float


@dataclass(frozen=True, slots=True)
class Several(Difference):
    """More than one thing is different."""

    title: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "A {a:.0%}, B {b:.0%} right.")
    text: ClassVar[str] = QT_TRANSLATE_NOOP(
        "engine", "B differs in {count} things: {change}. To see which of them matters, change one at a time."
    )

    count: int


def compare(
    settings: tuple[GradientsSettings, GradientsSettings], frames: tuple[TrainingFrame, TrainingFrame]
) -> Verdict | None:
    """What B's difference from A does, once there was time for it to show; None if there is none."""
    changes = differences(*settings)
    a, b = frames
    if not changes or min(a.step, b.step) < SETTLED:
        return None
    change, right = joined(changes), (a.set_accuracy, b.set_accuracy)
    if len(changes) > 1:
        return Several(WHOLE, change, *right, len(changes))
    if right[1] - right[0] > ALIKE:
        return OneHelps(WHOLE, change, *right)
    if right[0] - right[1] > ALIKE:
        return OneHurts(WHOLE, change, *right)
    if min(right) >= LEARNT:
        return BothLearn(WHOLE, change, *right, a.set_loss, b.set_loss)
    return OneInVain(WHOLE, change, *right, _share(a), _share(b))


def wanted_help(scene: TrainingScene, frame: TrainingFrame) -> Verdict | None:
    """Which one change would help a network that has not learnt, once there was time for it."""
    return scene.help if frame.step >= SETTLED and frame.set_accuracy < LEARNT else None


def differences(a: GradientsSettings, b: GradientsSettings) -> list[str]:
    """What B has that A has not, in words."""
    said: list[str] = []
    mine, other = a.network, b.network
    for one, two in ((mine.activation, other.activation), (mine.initializer, other.initializer)):
        if one != two:
            said.append(_instead(one, two))
    switches = (
        (mine.batch_norm, other.batch_norm, BATCH_NORM),
        (mine.residual, other.residual, RESIDUAL),
    )
    said += [(words if two else Phrase(WITHOUT, what=words)) for one, two, words in switches if one != two]
    return said + [text for name, text in OTHERS.items() if getattr(a, name) != getattr(b, name)]


BATCH_NORM = QT_TRANSLATE_NOOP("engine", "batch normalization")
RESIDUAL = QT_TRANSLATE_NOOP("engine", "residual connections")
WITHOUT = QT_TRANSLATE_NOOP("engine", "no {what}")
INSTEAD = QT_TRANSLATE_NOOP("engine", "{new} instead of {old}")
ANOTHER = QT_TRANSLATE_NOOP("engine", "another {what}")
AND = QT_TRANSLATE_NOOP("engine", "{first}, {second}")
OTHERS = {
    "depth": QT_TRANSLATE_NOOP("engine", "another depth"),
    "width": QT_TRANSLATE_NOOP("engine", "another width"),
    "batch": QT_TRANSLATE_NOOP("engine", "another batch size"),
    "data": QT_TRANSLATE_NOOP("engine", "other data"),
    "loss": QT_TRANSLATE_NOOP("engine", "another loss"),
    "optimizer": QT_TRANSLATE_NOOP("engine", "another optimizer or learning rate"),
    "schedule": QT_TRANSLATE_NOOP("engine", "another schedule"),
}


def _instead(one: Any, two: Any) -> str:  # noqa: ANN401 - two rules of one registry
    if one.kind != two.kind:
        return Phrase(INSTEAD, new=two.title, old=one.title)
    return Phrase(ANOTHER, what=two.title)


def joined(parts: list[str]) -> str:
    """Several phrases as one, each of them still to be translated."""
    whole = parts[0]
    for part in parts[1:]:
        whole = Phrase(AND, first=whole, second=part)
    return whole


def _share(frame: TrainingFrame) -> float:
    """How much of the gradient of the last hidden layer reaches the first."""
    last = float(frame.gradient[-1])
    return float(frame.gradient[0]) / last if last else 0.0
