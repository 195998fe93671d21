"""What can be said of a training network: which layers learn, and if not, why not."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from engine.diagnostics import Severity, Verdict
from engine.parameter import QT_TRANSLATE_NOOP, Phrase

WHOLE = -1
ONE_LAYER = QT_TRANSLATE_NOOP("engine", "Hidden layer {layers}")
SOME_LAYERS = QT_TRANSLATE_NOOP("engine", "Hidden layers {layers}")


@dataclass(frozen=True, slots=True)
class Broken(Verdict):
    """Numbers beyond all bounds."""

    title: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "Training breaks down at step {at}.")
    text: ClassVar[str] = QT_TRANSLATE_NOOP(
        "engine",
        "There the numbers of layer {layer} outgrow the largest float; what follows from them is no number any more. "
        "A smaller learning rate, or smaller weights at the start, would keep them in bounds.",
    )
    severity: ClassVar[Severity] = "bad"

    at: int
    layer: int


@dataclass(frozen=True, slots=True)
class BrokenOutput(Verdict):
    """Numbers beyond all bounds, first of all in the output or the loss."""

    title: ClassVar[str] = Broken.title
    text: ClassVar[str] = QT_TRANSLATE_NOOP(
        "engine",
        "There the loss outgrows the largest float; what follows from it is no number any more. A smaller learning "
        "rate, or smaller weights at the start, would keep it in bounds.",
    )
    severity: ClassVar[Severity] = "bad"

    at: int


@dataclass(frozen=True, slots=True)
class LayersVerdict(Verdict):
    """Base of what is said of some layers: `layers` as they are written, `1–8, 12`; `named` in texts with their noun."""

    verbatim: ClassVar[tuple[str, ...]] = ("layers",)

    layers: str
    count: int
    depth: int

    def values(self) -> dict[str, object]:
        """The fields, and the layers with their noun."""
        named = Phrase(ONE_LAYER if self.count == 1 else SOME_LAYERS, layers=self.layers)
        return {**Verdict.values(self), "named": named}


@dataclass(frozen=True, slots=True)
class BelowEpsilon(LayersVerdict):
    """An adaptive rule cannot lift what is far below its ε."""

    title: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "Layers that have not moved: {count} of {depth}.")
    text: ClassVar[str] = QT_TRANSLATE_NOOP(
        "engine",
        "{named}: the gradient lies below ε = {epsilon:.0e} (layer {lowest}: {size:.1e}). Even "
        "{optimizer}, which divides by the gradient’s own size, cannot lift it.",
    )
    severity: ClassVar[Severity] = "bad"

    epsilon: float
    lowest: int
    size: float
    optimizer: str


@dataclass(frozen=True, slots=True)
class NoGradient(LayersVerdict):
    """A gradient of exactly 0."""

    title: ClassVar[str] = BelowEpsilon.title
    text: ClassVar[str] = QT_TRANSLATE_NOOP(
        "engine", "{named}: the gradient is exactly 0. Nothing tells the weights there where to go."
    )
    severity: ClassVar[Severity] = "bad"


@dataclass(frozen=True, slots=True)
class TooSmall(LayersVerdict):
    """A rule whose step is as small as the gradient."""

    title: ClassVar[str] = BelowEpsilon.title
    text: ClassVar[str] = QT_TRANSLATE_NOOP(
        "engine",
        "{named}: {optimizer} steps in proportion to the gradient. Layer {lowest}, with a gradient of "
        "{size:.1e}, moves by {update:.1e} a step.",
    )
    severity: ClassVar[Severity] = "bad"

    lowest: int
    size: float
    update: float
    optimizer: str


@dataclass(frozen=True, slots=True)
class NotMoved(LayersVerdict):
    """Layers at their start for another reason: small steps, or few of them."""

    title: ClassVar[str] = BelowEpsilon.title
    text: ClassVar[str] = QT_TRANSLATE_NOOP(
        "engine",
        "{named}: less than 0.1 % away from the start, since the steps of η = {rate:.3g} are too small.",
    )

    rate: float


@dataclass(frozen=True, slots=True)
class CoinToss(Verdict):
    """The loss of an answer that takes nothing from the input, under cross entropy."""

    title: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "The loss is at ln 2: a coin toss.")
    text: ClassVar[str] = QT_TRANSLATE_NOOP(
        "engine",
        "The answer is the same for every point but for a standard deviation of {spread:.1e}, and {accuracy:.0%} of the "
        "points are right: at this step next to nothing of the input reaches the output.",
    )
    severity: ClassVar[Severity] = "bad"

    spread: float
    accuracy: float


@dataclass(frozen=True, slots=True)
class SameAnswer(Verdict):
    """The same under the squared error: the mean of the labels."""

    title: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "The loss is at 0.25: a guess.")
    text: ClassVar[str] = CoinToss.text
    severity: ClassVar[Severity] = "bad"

    spread: float
    accuracy: float


@dataclass(frozen=True, slots=True)
class NearlySame(Verdict):
    """The loss of a guess, though the points can be told apart: it may only have begun."""

    title: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "Nearly the same answer for every point so far.")
    text: ClassVar[str] = QT_TRANSLATE_NOOP(
        "engine",
        "The standard deviation of the answers is {spread:.1e}, and the loss, {loss:.3g}, is still about that of a guess "
        "({guess:.3g}). {accuracy:.0%} of the points are right.",
    )

    spread: float
    loss: float
    guess: float
    accuracy: float


@dataclass(frozen=True, slots=True)
class DeadLayers(LayersVerdict):
    """Layers without a unit that passes anything back."""

    title: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "Dead layers: {count} of {depth}.")
    text: ClassVar[str] = QT_TRANSLATE_NOOP(
        "engine",
        "{named}: the slope of every unit is 0 for the whole batch. No gradient passes, so nothing below learns either.",
    )
    severity: ClassVar[Severity] = "bad"


@dataclass(frozen=True, slots=True)
class DeadUnits(LayersVerdict):
    """Many units that pass nothing back."""

    title: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "Many units are dead.")
    text: ClassVar[str] = QT_TRANSLATE_NOOP(
        "engine",
        "In {count} of {depth} layers ({layers}) at least half of the units have a slope of 0 for the whole batch; "
        "worst is layer {worst} with {share:.0%}.",
    )

    worst: int
    share: float


@dataclass(frozen=True, slots=True)
class SaturatedLayers(LayersVerdict):
    """Layers that work where their activation is flat."""

    title: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "Saturated layers: {count} of {depth}.")
    text: ClassVar[str] = QT_TRANSLATE_NOOP(
        "engine",
        "{named}: at least half of the values lie where |f′| is below 0.05; worst is layer {worst} with "
        "{share:.0%}. Each such layer takes most of the gradient away.",
    )

    worst: int
    share: float


@dataclass(frozen=True, slots=True)
class RunningLag(Verdict):
    """Batch normalization answers by the points' own statistics far better than by the running ones."""

    title: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "The running statistics lag behind.")
    text: ClassVar[str] = QT_TRANSLATE_NOOP(
        "engine",
        "With the points’ own mean and variance {accuracy:.0%} are right; with the running ones, as they are used after "
        "training, {running:.0%}. These follow the weights a tenth of the way each step.",
    )

    accuracy: float
    running: float


@dataclass(frozen=True, slots=True)
class LearntAll(Verdict):
    """Good answers, and every layer has its part in them."""

    title: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "It has learnt: {accuracy:.0%} are right.")
    text: ClassVar[str] = QT_TRANSLATE_NOOP(
        "engine", "All {depth} layers have moved; the one that moved least is {least:.1%} away from its start."
    )
    severity: ClassVar[Severity] = "good"

    accuracy: float
    depth: int
    least: float


@dataclass(frozen=True, slots=True)
class LearntInPart(Verdict):
    """Good answers, though some layers stay at their start."""

    title: ClassVar[str] = LearntAll.title
    text: ClassVar[str] = QT_TRANSLATE_NOOP(
        "engine", "{count} of {depth} layers have moved by more than 0.1 %; the others work as they were drawn."
    )
    severity: ClassVar[Severity] = "good"

    accuracy: float
    count: int
    depth: int


@dataclass(frozen=True, slots=True)
class Learning(Verdict):
    """The loss falls."""

    title: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "It learns.")
    text: ClassVar[str] = QT_TRANSLATE_NOOP(
        "engine", "The loss over all points is {loss:.3g}; it began at {first:.3g}. {accuracy:.0%} of them are right."
    )
    severity: ClassVar[Severity] = "good"

    loss: float
    first: float
    accuracy: float


@dataclass(frozen=True, slots=True)
class NotLearning(Verdict):
    """The loss does not fall, and the answers are no mere guess."""

    title: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "It has not learnt yet.")
    text: ClassVar[str] = Learning.text

    loss: float
    first: float
    accuracy: float


@dataclass(frozen=True, slots=True)
class GradientVerdict(Verdict):
    """Base of what is said of the way back: rms ∂L/∂W of the last hidden layer, of layer 1, and their ratio."""

    depth: int
    last: float
    first: float
    ratio: float


@dataclass(frozen=True, slots=True)
class Vanishes(GradientVerdict):
    """Layer 1 gets next to nothing."""

    title: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "The gradient vanishes on its way back.")
    text: ClassVar[str] = QT_TRANSLATE_NOOP(
        "engine", "From layer {depth} to layer 1 it goes from {last:.1e} to {first:.1e}: {ratio:.1e} of it arrives."
    )
    severity: ClassVar[Severity] = "bad"


@dataclass(frozen=True, slots=True)
class Explodes(GradientVerdict):
    """Layer 1 gets far more than the last."""

    title: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "The gradient explodes on its way back.")
    text: ClassVar[str] = QT_TRANSLATE_NOOP(
        "engine", "From layer {depth} to layer 1 it goes from {last:.1e} to {first:.1e}, {ratio:.1e} times as much."
    )
    severity: ClassVar[Severity] = "bad"


@dataclass(frozen=True, slots=True)
class Fades(GradientVerdict):
    """Layer 1 gets less, or next to nothing in a network that has learnt all the same."""

    title: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "The gradient shrinks on its way back.")
    text: ClassVar[str] = Vanishes.text


@dataclass(frozen=True, slots=True)
class Grows(GradientVerdict):
    """Layer 1 gets more, or far more in a network that has learnt all the same."""

    title: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "The gradient grows on its way back.")
    text: ClassVar[str] = Explodes.text


@dataclass(frozen=True, slots=True)
class Even(GradientVerdict):
    """All layers get about as much."""

    title: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "The gradient reaches all layers.")
    text: ClassVar[str] = QT_TRANSLATE_NOOP(
        "engine", "It is {last:.1e} at layer {depth} and {first:.1e} at layer 1, {ratio:.2g} times as much."
    )
    severity: ClassVar[Severity] = "good"


@dataclass(frozen=True, slots=True)
class NothingArrives(LayersVerdict):
    """Layer 1 gets exactly nothing."""

    title: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "No gradient reaches layer 1.")
    text: ClassVar[str] = QT_TRANSLATE_NOOP(
        "engine",
        "It is exactly 0 in {count} of {depth} hidden layers ({layers}): no update moves what it does not reach.",
    )
    severity: ClassVar[Severity] = "bad"
