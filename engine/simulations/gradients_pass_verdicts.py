"""What the numbers of one pass say: whether the gradient arrives at the first layer, and if not, where and why."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from engine.diagnostics import Severity, Verdict
from engine.parameter import QT_TRANSLATE_NOOP

WHOLE = -1  # a verdict's subject: the whole run


@dataclass(frozen=True, slots=True)
class SignalOverflows(Verdict):
    """A value on the way forward is beyond the largest float, or NaN after that."""

    title: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "The signal overflows at layer {layer}.")
    text: ClassVar[str] = QT_TRANSLATE_NOOP(
        "engine",
        "On the way forward an output of layer {layer} is beyond 1.8e308, the largest number of 64 bits. What comes "
        "after it, and all of the way back, is no measurement any more.",
    )
    severity: ClassVar[Severity] = "bad"

    layer: int


@dataclass(frozen=True, slots=True)
class GradientOverflows(Verdict):
    """A gradient is beyond the largest float, or NaN after that."""

    title: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "The gradient overflows at layer {layer}.")
    text: ClassVar[str] = QT_TRANSLATE_NOOP(
        "engine",
        "On the way back a gradient at layer {layer} is beyond 1.8e308, the largest number of 64 bits. From there to the "
        "input it is no measurement any more.",
    )
    severity: ClassVar[Severity] = "bad"

    layer: int


@dataclass(frozen=True, slots=True)
class NoWeights(Verdict):
    """All gradients of hidden layers are 0, since the weights that they come back through are."""

    title: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "No gradient at all: the weights are 0.")
    text: ClassVar[str] = QT_TRANSLATE_NOOP(
        "engine",
        "The way back leads through the weights: g = δ Wᵀ, and W = 0. In all {depth} hidden layers ∂L/∂W is exactly 0. At most "
        "the output layer can begin to learn, and the units of a layer stay copies of one another.",
    )
    severity: ClassVar[Severity] = "bad"

    depth: int


@dataclass(frozen=True, slots=True)
class NoLossGradient(Verdict):
    """The way back begins with 0: the loss is content."""

    title: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "The loss itself has no gradient.")
    text: ClassVar[str] = QT_TRANSLATE_NOOP(
        "engine",
        "For every point of the batch the output is as good as 64 bits can tell (the loss is {loss:.3g}): the way back begins "
        "with exactly 0.",
    )

    loss: float


@dataclass(frozen=True, slots=True)
class DeadLayer(Verdict):
    """From a layer on, on the way back, the gradient is exactly 0, since f' is 0 in all of its units."""

    title: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "Layer {layer} is dead.")
    text: ClassVar[str] = QT_TRANSLATE_NOOP(
        "engine",
        "f′(z) is exactly 0 in each of its units for every point of the batch: nothing of the batch goes on, and nothing "
        "comes back. Dead layers: {count} of {depth}; from layer {last} to the input every ∂L/∂W is exactly 0.",
    )
    severity: ClassVar[Severity] = "bad"

    layer: int
    last: int
    count: int
    depth: int


@dataclass(frozen=True, slots=True)
class Underflows(Verdict):
    """The gradient rounds to 0 on the way."""

    title: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "The gradient underflows at layer {layer}.")
    text: ClassVar[str] = QT_TRANSLATE_NOOP(
        "engine",
        "It shrinks below 5e-324, the smallest number of 64 bits: from layer {layer} to the input it is exactly 0. A layer "
        "passes on {factor:.2g} of δ.",
    )
    severity: ClassVar[Severity] = "bad"

    layer: int
    factor: float


@dataclass(frozen=True, slots=True)
class SignalDies(Verdict):
    """The outputs themselves shrink to nothing on the way forward, and with them every gradient of the weights."""

    title: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "The signal dies out on the way forward.")
    text: ClassVar[str] = QT_TRANSLATE_NOOP(
        "engine",
        "A layer makes h {factor:.2g} times as large: at layer {depth} its rms is {rms:.2g}. Since ∂L/∂W = hᵀ δ, even the "
        "largest rms of ∂L/∂W is {largest:.2g}: the weights are too small.",
    )
    severity: ClassVar[Severity] = "bad"

    factor: float
    depth: int
    rms: float
    largest: float


@dataclass(frozen=True, slots=True)
class VanishedSlope(Verdict):
    """Vanished, by a function whose slope is never 1."""

    title: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "The gradient has vanished.")
    text: ClassVar[str] = QT_TRANSLATE_NOOP(
        "engine",
        "f′ never exceeds {steepest:.3g}: a layer passes on {factor:.2g} of δ, and {depth} layers cut the gradient by "
        "{decades:.0f} decades. Layers that a thousand steps of η = {rate:g} do not move by 1e-5: {still} of {depth}.",
    )
    severity: ClassVar[Severity] = "bad"

    steepest: float
    factor: float
    depth: int
    decades: float
    rate: float
    still: int


@dataclass(frozen=True, slots=True)
class Vanished(Verdict):
    """Vanished, although the function could pass on all: weights too small, or layers that work where it is flat."""

    title: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "The gradient has vanished.")
    text: ClassVar[str] = QT_TRANSLATE_NOOP(
        "engine",
        "f′ is {slope:.2g} on average and the weights do not make up for it: a layer passes on {factor:.2g} of δ, and "
        "{depth} layers cut the gradient by {decades:.0f} decades. Layers that a thousand steps of η = {rate:g} do not "
        "move by 1e-5: {still} of {depth}.",
    )
    severity: ClassVar[Severity] = "bad"

    slope: float
    factor: float
    depth: int
    decades: float
    rate: float
    still: int


@dataclass(frozen=True, slots=True)
class Exploded(Verdict):
    """Much larger at the first layer than at the last."""

    title: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "The gradient explodes.")
    text: ClassVar[str] = QT_TRANSLATE_NOOP(
        "engine",
        "A layer multiplies δ by {factor:.3g} on the way back: ∂L/∂W of layer 1 is {ratio:.2g} times that of layer "
        "{depth}. Layers that one step of η = {rate:g} throws further than 1: {thrown} of {depth}.",
    )
    severity: ClassVar[Severity] = "bad"

    factor: float
    ratio: float
    depth: int
    rate: float
    thrown: int


@dataclass(frozen=True, slots=True)
class TooLarge(Verdict):
    """Even from layer to layer, but far too large."""

    title: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "The gradient is too large everywhere.")
    text: ClassVar[str] = QT_TRANSLATE_NOOP(
        "engine",
        "Between the layers it changes little (first / last: {ratio:.2g}), but its rms is up to {largest:.2g}. Layers that "
        "one step of η = {rate:g} throws further than 1: {thrown} of {depth}. The loss is {loss:.3g}.",
    )
    severity: ClassVar[Severity] = "bad"

    ratio: float
    largest: float
    rate: float
    thrown: int
    depth: int
    loss: float


@dataclass(frozen=True, slots=True)
class Fades(Verdict):
    """Smaller at the first layer, but there."""

    title: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "The gradient fades.")
    text: ClassVar[str] = QT_TRANSLATE_NOOP(
        "engine",
        "A layer passes on {factor:.2g} of δ: ∂L/∂W of layer 1 is {ratio:.2g} of that of layer {depth}. Deeper, less would be "
        "left.",
    )

    factor: float
    ratio: float
    depth: int


@dataclass(frozen=True, slots=True)
class Grows(Verdict):
    """Larger at the first layer."""

    title: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "The gradient grows towards the input.")
    text: ClassVar[str] = QT_TRANSLATE_NOOP(
        "engine",
        "A layer multiplies δ by {factor:.3g}: ∂L/∂W of layer 1 is {ratio:.3g} times that of layer {depth}. Deeper, it would "
        "be more.",
    )

    factor: float
    ratio: float
    depth: int


@dataclass(frozen=True, slots=True)
class Healthy(Verdict):
    """About as large at the first layer as at the last."""

    title: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "The gradient arrives.")
    text: ClassVar[str] = QT_TRANSLATE_NOOP(
        "engine",
        "On the way back a layer multiplies δ by {factor:.3g}, on the way forward h by {forward:.3g}. ∂L/∂W = hᵀ δ takes "
        "both: that of layer 1 is {ratio:.2g} times that of layer {depth}. No layer is cut off from it.",
    )
    severity: ClassVar[Severity] = "good"

    factor: float
    forward: float
    ratio: float
    depth: int


@dataclass(frozen=True, slots=True)
class SmallEverywhere(Verdict):
    """Even from layer to layer, but so small that plain steps do not move the weights."""

    title: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "The gradient arrives, but it is small everywhere.")
    text: ClassVar[str] = QT_TRANSLATE_NOOP(
        "engine",
        "On the way back a layer multiplies δ by {factor:.3g}, on the way forward h by {forward:.3g}: at layer {depth} the rms "
        "of h is {rms:.2g}, and that of ∂L/∂W at most {largest:.2g}. Layers that a thousand plain steps of η = {rate:g} do "
        "not move by 1e-5: {still} of {depth}.",
    )

    factor: float
    forward: float
    depth: int
    rms: float
    largest: float
    rate: float
    still: int


@dataclass(frozen=True, slots=True)
class LargeEverywhere(Verdict):
    """Even from layer to layer, but of a signal that has grown far too large."""

    title: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "The gradient arrives, but everything is large.")
    text: ClassVar[str] = QT_TRANSLATE_NOOP(
        "engine",
        "Between the layers it changes little (first / last: {ratio:.2g}), but the rms of h is {rms:.2g} at layer {depth}, "
        "that of ∂L/∂W up to {largest:.2g}, and the loss begins at {loss:.3g}.",
    )

    ratio: float
    rms: float
    depth: int
    largest: float
    loss: float


@dataclass(frozen=True, slots=True)
class Saturated(Verdict):
    """Layers most of whose inputs lie where the function is flat."""

    title: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "Layers are saturated.")
    text: ClassVar[str] = QT_TRANSLATE_NOOP(
        "engine",
        "In {count} of {depth} layers more than half of all |f′(z)| are below 0.05, in layer {layer} it is {share:.0%}: the weights "
        "are so large that z lies where the function is flat.",
    )
    severity: ClassVar[Severity] = "bad"

    count: int
    depth: int
    layer: int
    share: float


@dataclass(frozen=True, slots=True)
class DeadUnits(Verdict):
    """Layers most of whose units let nothing through."""

    title: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "Most units of some layers are dead.")
    text: ClassVar[str] = QT_TRANSLATE_NOOP(
        "engine",
        "In {count} of {depth} layers f′(z) is exactly 0 for every point of the batch in at least half of the units, in layer "
        "{layer} in {share:.0%}.",
    )

    count: int
    depth: int
    layer: int
    share: float


@dataclass(frozen=True, slots=True)
class BelowEpsilon(Verdict):
    """Gradients so small that Adam's ε outweighs them."""

    title: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "Not even Adam can lift it.")
    text: ClassVar[str] = QT_TRANSLATE_NOOP(
        "engine",
        "Adam divides by √v + ε, which makes small gradients large, but not those below ε = {epsilon:g}: so it is in {count} "
        "of {depth} layers. In layer {layer} a step is {share:.1g} of η.",
    )
    severity: ClassVar[Severity] = "bad"

    epsilon: float
    count: int
    depth: int
    layer: int
    share: float


@dataclass(frozen=True, slots=True)
class ResidualGrows(Verdict):
    """Nothing holds the sum h ← h + f(z)."""

    title: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "The short cut carries it, but the signal grows.")
    text: ClassVar[str] = QT_TRANSLATE_NOOP(
        "engine",
        "h ← h + f(z): the signal grows {factor:.3g} times a layer, to {rms:.2g} at layer {depth}. With batch normalization it "
        "would be about {held:.2g} there.",
    )

    factor: float
    rms: float
    depth: int
    held: float


@dataclass(frozen=True, slots=True)
class PointsAlike(Verdict):
    """On the way forward the network forgets which point it was given."""

    title: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "The points cannot be told apart.")
    text: ClassVar[str] = QT_TRANSLATE_NOOP(
        "engine",
        "The outputs of layer {depth} are nearly the same for every point of the batch: from point to point they differ by "
        "{apart:.1g} of their size. What is lost on the way forward no gradient can bring back.",
    )
    severity: ClassVar[Severity] = "bad"

    depth: int
    apart: float


@dataclass(frozen=True, slots=True)
class BatchOfOne(Verdict):
    """Batch normalization of a single point leaves nothing of it."""

    title: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "A batch of one cannot be normalized.")
    text: ClassVar[str] = QT_TRANSLATE_NOOP(
        "engine",
        "Less its own mean, the only z of a unit is 0, whatever the input: the layers put out f(0), and no gradient comes "
        "back through them.",
    )
    severity: ClassVar[Severity] = "bad"
