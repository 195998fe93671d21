"""What a batch sent through depth says of a scheme: whether its signal, and its gradient, lasts.

A layer's factor is that of the standard deviation, the geometric mean over the layers passed. By chance alone its
logarithm wanders by about ½ √((κ − 1)/(n (l − 1))) over l layers of n units, since each layer's mean square is a mean
over n units of squares with the kurtosis κ. A signal is kept within `ERRORS` times that, or within `KEPT`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from engine.diagnostics import Severity, Verdict
from engine.parameter import QT_TRANSLATE_NOOP

# A factor per layer whose logarithm is within this is no change; within so many standard errors it may be chance …
KEPT, ERRORS = 0.05, 3.0
# … but beyond this it is a change, whatever the reason.
MOST = 0.25
# From so much change in the logarithm on, per layer, a change is bad.
BAD = 0.25
# Points are told to look alike where they make less than this share of the variance.
ALIKE = 0.01
# A bounded activation saturates where at least so many of its values lie on the flat.
SATURATES = 0.5


@dataclass(frozen=True, slots=True)
class FlowVerdict(Verdict):
    """Base of what is said of one scheme; `layer` is the layer at hand."""

    scheme: str
    layer: int


@dataclass(frozen=True, slots=True)
class NothingSent(FlowVerdict):
    """Step 0."""

    title: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "The batch waits before layer 1.")
    text: ClassVar[str] = QT_TRANSLATE_NOOP(
        "engine",
        "Each step sends it through one layer; then the gradient comes back, a layer a step. What is still to come is "
        "pale. Press play, or → for one step.",
    )


@dataclass(frozen=True, slots=True)
class Overflows(FlowVerdict):
    """A number beyond the largest float, in layer `layer`."""

    title: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "{scheme}: the signal overflows in layer {layer}.")
    text: ClassVar[str] = QT_TRANSLATE_NOOP(
        "engine",
        "Its values are beyond the largest number that a computer holds, 1.8e308; no layer after it can tell any.",
    )
    severity: ClassVar[Severity] = "bad"


@dataclass(frozen=True, slots=True)
class AllZero(FlowVerdict):
    """Weights that are 0, under an activation with f(0) = 0."""

    title: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "{scheme}: every unit outputs 0.")
    text: ClassVar[str] = QT_TRANSLATE_NOOP(
        "engine",
        "For every point, in every layer: nothing of the input is left. All {n_out} units of a layer are copies of one "
        "another, and as they get the same gradient, here 0, they stay copies.",
    )
    severity: ClassVar[Severity] = "bad"

    n_out: int


@dataclass(frozen=True, slots=True)
class AllCopies(FlowVerdict):
    """Units with the same weights, that give something else than 0."""

    title: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "{scheme}: all {n_out} units are copies.")
    text: ClassVar[str] = QT_TRANSLATE_NOOP(
        "engine",
        "Every unit outputs {value:.3g}, for every point: nothing of the input is left. Equal units get equal gradients, "
        "so training keeps them equal.",
    )
    severity: ClassVar[Severity] = "bad"

    n_out: int
    value: float


@dataclass(frozen=True, slots=True)
class OneConstant(FlowVerdict):
    """Weights that are 0, and one unit a layer."""

    title: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "{scheme}: every point gives the same.")
    text: ClassVar[str] = QT_TRANSLATE_NOOP(
        "engine", "The one unit of each layer outputs {value:.3g} whatever comes in: nothing of the input is left."
    )
    severity: ClassVar[Severity] = "bad"

    value: float


@dataclass(frozen=True, slots=True)
class DiesAt(FlowVerdict):
    """From `layer` on every unit outputs 0, though the weights are not 0."""

    title: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "{scheme}: nothing comes out of layer {layer}.")
    text: ClassVar[str] = QT_TRANSLATE_NOOP(
        "engine",
        "There every unit outputs 0 for every point of the batch, and so does every layer after it. It happens in narrow "
        "layers, and where the signal falls below the smallest number there is.",
    )
    severity: ClassVar[Severity] = "bad"


@dataclass(frozen=True, slots=True)
class PointsAlike(FlowVerdict):
    """Units still differ, points do not: `share` is the points' part of the variance."""

    title: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "{scheme}: all points come to look alike.")
    text: ClassVar[str] = QT_TRANSLATE_NOOP(
        "engine",
        "At layer {layer} units differ from one another by {last:.2g}, but each gives nearly the same for every point: "
        "only {varying:.1e} of spread is left that tells points apart.",
    )
    severity: ClassVar[Severity] = "bad"

    last: float
    varying: float


@dataclass(frozen=True, slots=True)
class Saturates(FlowVerdict):
    """Most values of a bounded activation lie where it is flat."""

    title: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "{scheme} saturates: {share:.0%} of the slopes are nearly 0.")
    text: ClassVar[str] = QT_TRANSLATE_NOOP(
        "engine",
        "At layer {layer} so many values lie where |f′| is below 0.05: near the ends of the activation's range. Through "
        "these next to no gradient comes back; what does comes through the few others.",
    )
    severity: ClassVar[Severity] = "bad"

    share: float


@dataclass(frozen=True, slots=True)
class Measured(FlowVerdict):
    """Base of verdicts with the standard deviation at the first layer passed and at the layer at hand."""

    first: float
    last: float


@dataclass(frozen=True, slots=True)
class FirstLayer(Measured):
    """One layer tells nothing of depth."""

    title: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "{scheme}: standard deviation {last:.3g} after layer 1.")
    text: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "What depth does to it is seen from the second layer on.")


@dataclass(frozen=True, slots=True)
class Keeps(Measured):
    """Base: the standard deviation changes by `percent` per layer; ±`chance` per cent is as good as nothing."""

    severity: ClassVar[Severity] = "good"

    percent: float
    chance: float
    units: int


@dataclass(frozen=True, slots=True)
class Changes(Measured):
    """Base: each layer multiplies the standard deviation by `factor`, which is `amount` in per cent less, or more."""

    verbatim: ClassVar[tuple[str, ...]] = ("amount",)

    factor: float
    amount: str


@dataclass(frozen=True, slots=True)
class KeepsSignal(Keeps):
    """Forward."""

    title: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "{scheme} keeps the signal.")
    text: ClassVar[str] = QT_TRANSLATE_NOOP(
        "engine",
        "Standard deviation {first:.3g} at layer 1, {last:.3g} at layer {layer}: {percent:+.1f} % per layer. Up to "
        "±{chance:.0f} % counts as kept: layers of {units} units wander.",
    )


@dataclass(frozen=True, slots=True)
class LosesSignal(Changes):
    """Forward, slowly."""

    title: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "{scheme} loses {amount} % per layer.")
    text: ClassVar[str] = QT_TRANSLATE_NOOP(
        "engine",
        "Standard deviation {first:.3g} at layer 1, {last:.2g} at layer {layer}: each layer leaves {factor:.2g} of it.",
    )


@dataclass(frozen=True, slots=True)
class LosesFast(LosesSignal):
    """Forward, soon to nothing."""

    title: ClassVar[str] = LosesSignal.title
    text: ClassVar[str] = LosesSignal.text
    severity: ClassVar[Severity] = "bad"


@dataclass(frozen=True, slots=True)
class GainsSignal(Changes):
    """Forward, slowly."""

    title: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "{scheme} grows by {amount} % per layer.")
    text: ClassVar[str] = QT_TRANSLATE_NOOP(
        "engine",
        "Standard deviation {first:.3g} at layer 1, {last:.3g} at layer {layer}: each layer multiplies it by {factor:.3g}.",
    )


@dataclass(frozen=True, slots=True)
class Explodes(Changes):
    """Forward, beyond all bounds."""

    title: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "{scheme} explodes: {factor:.3g} times per layer.")
    text: ClassVar[str] = QT_TRANSLATE_NOOP(
        "engine", "Standard deviation {first:.3g} at layer 1, {last:.3g} at layer {layer}. More layers make it worse."
    )
    severity: ClassVar[Severity] = "bad"


@dataclass(frozen=True, slots=True)
class GradientBegins(FlowVerdict):
    """The first step back."""

    title: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "The gradient starts at layer {layer}.")
    text: ClassVar[str] = QT_TRANSLATE_NOOP(
        "engine",
        "∂L/∂a is drawn there, standard normal and the same for all schemes. Each further step takes it back through one "
        "layer.",
    )


@dataclass(frozen=True, slots=True)
class NoGradient(FlowVerdict):
    """It is exactly 0 from `layer` on downwards."""

    title: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "{scheme}: no gradient reaches layer {layer}.")
    text: ClassVar[str] = QT_TRANSLATE_NOOP(
        "engine", "There, and in all layers below, ∂L/∂a is exactly 0: their weights would never move."
    )
    severity: ClassVar[Severity] = "bad"


@dataclass(frozen=True, slots=True)
class GradientOverflows(FlowVerdict):
    """It is beyond the largest float."""

    title: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "{scheme}: the gradient overflows in layer {layer}.")
    text: ClassVar[str] = Overflows.text
    severity: ClassVar[Severity] = "bad"


@dataclass(frozen=True, slots=True)
class KeepsGradient(Keeps):
    """Backward. `first` is at the top."""

    title: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "{scheme} keeps the gradient.")
    text: ClassVar[str] = QT_TRANSLATE_NOOP(
        "engine",
        "Standard deviation {first:.3g} at the top, {last:.3g} at layer {layer}: {percent:+.1f} % per layer. Up to "
        "±{chance:.0f} % counts as kept: layers of {units} units wander.",
    )


@dataclass(frozen=True, slots=True)
class LosesGradient(Changes):
    """Backward, slowly."""

    title: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "{scheme}: the gradient loses {amount} % per layer.")
    text: ClassVar[str] = QT_TRANSLATE_NOOP(
        "engine",
        "Standard deviation {first:.3g} at the top, {last:.2g} at layer {layer}: each layer leaves {factor:.2g}.",
    )


@dataclass(frozen=True, slots=True)
class Vanishes(LosesGradient):
    """Backward, soon to nothing."""

    title: ClassVar[str] = LosesGradient.title
    text: ClassVar[str] = LosesGradient.text
    severity: ClassVar[Severity] = "bad"


@dataclass(frozen=True, slots=True)
class GainsGradient(Changes):
    """Backward, slowly."""

    title: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "{scheme}: the gradient grows by {amount} % per layer.")
    text: ClassVar[str] = QT_TRANSLATE_NOOP(
        "engine",
        "Standard deviation {first:.3g} at the top, {last:.3g} at layer {layer}: each layer multiplies it by {factor:.3g}.",
    )


@dataclass(frozen=True, slots=True)
class GradientExplodes(Changes):
    """Backward, beyond all bounds."""

    title: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "{scheme}: the gradient explodes, {factor:.3g} times per layer.")
    text: ClassVar[str] = QT_TRANSLATE_NOOP(
        "engine", "Standard deviation {first:.3g} at the top, {last:.3g} at layer {layer}. More layers make it worse."
    )
    severity: ClassVar[Severity] = "bad"
