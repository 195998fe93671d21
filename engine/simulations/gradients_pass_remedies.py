"""What would help a network whose gradient does not arrive: each of the usual changes, alone, put to the test."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from engine.activation_facts import mean_output, mean_square_output
from engine.activations import Activation
from engine.activations.rectifiers import ReLU
from engine.diagnostics import Verdict
from engine.initializers import HeNormal, Initializer, XavierNormal, Zeros
from engine.parameter import QT_TRANSLATE_NOOP, Phrase
from engine.simulations.gradients_pass_judgement import Known, first_to_last, judge
from engine.simulations.gradients_pass_measure import PassKey, measured
from engine.simulations.gradients_pass_verdicts import (
    WHOLE,
    BatchOfOne,
    DeadUnits,
    Fades,
    Grows,
    LargeEverywhere,
    ResidualGrows,
    SmallEverywhere,
)
from engine.simulations.gradients_remedy_verdicts import NoSingleChange, OneChange, OneChangeBut
from engine.work import pulse

if TYPE_CHECKING:
    from engine.simulations.gradients import GradientsSettings, NetworkChoice

# So many points at most go through a changed network: enough to tell whether its gradient arrives.
POINTS = 64
ADAM_EPSILON = 1e-8
USUAL_RATE = 0.01
BATCH_NORM = QT_TRANSLATE_NOOP("engine", "Batch normalization")
RESIDUAL = QT_TRANSLATE_NOOP("engine", "Residual connections")
# What is left to be said of a change under which nothing is bad, the weightiest first.
LEFT: dict[type[Verdict], str] = {
    SmallEverywhere: QT_TRANSLATE_NOOP("engine", "everything is small: the signal is {rms:.1e} at layer {depth}"),
    LargeEverywhere: QT_TRANSLATE_NOOP("engine", "everything is large: the signal is {rms:.1e} at layer {depth}"),
    Grows: QT_TRANSLATE_NOOP("engine", "the gradient grows towards the input"),
    Fades: QT_TRANSLATE_NOOP("engine", "the gradient fades towards the input"),
    ResidualGrows: QT_TRANSLATE_NOOP("engine", "the signal grows {factor:.3g} times a layer"),
    DeadUnits: QT_TRANSLATE_NOOP("engine", "layers with mostly dead units: {count} of {depth}"),
}


@dataclass(frozen=True, slots=True)
class Remedy:
    """One change: its name, the network that it makes, and what becomes of it.

    `ratio` of ∂L/∂W first to last layer, `apart` of the batch's points at the last layer, how many `bad` things are left. `but` says what else there is
    to say of it, as a phrase; empty if nothing.
    """

    title: str
    choice: NetworkChoice
    ratio: float
    apart: float
    bad: int
    but: str = ""

    @property
    def rank(self) -> tuple[int, float]:
        """Less is better: what is bad; then, in decades, how uneven the layers are and how alike the points have become."""
        if not (0 < self.ratio < math.inf):
            return self.bad, math.inf
        alike = -math.log10(self.apart) if self.apart > 0 else 0.0
        return self.bad, abs(math.log10(self.ratio)) + alike


def remedies(settings: GradientsSettings, seed: int) -> tuple[Remedy, ...]:
    """The four usual changes that are not made yet, each alone on the same draw, the best first."""
    tried = []
    for title, choice in changes(settings.network):
        pulse()
        changed = replace(settings, network=choice, batch=min(settings.batch, POINTS), draws=1)
        passed = measured(replace(PassKey.of(changed, seed), brief=True))
        said = judge(passed, known_of(changed))
        bad = sum(verdict.severity == "bad" for verdict in said)
        ratio = first_to_last(passed.statistics.rms_d_w)
        tried.append(Remedy(title, choice, ratio, float(passed.apart[-1]), bad, left(said)))
    return tuple(sorted(tried, key=lambda remedy: remedy.rank))


def left(said: tuple[Verdict, ...]) -> str:
    """The weightiest of what is no praise in these verdicts, in words; empty if there is none."""
    for kind, text in LEFT.items():
        for verdict in said:
            if type(verdict) is kind:
                return Phrase(text, **verdict.values())
    return ""


def changes(choice: NetworkChoice) -> list[tuple[str, NetworkChoice]]:
    """What can be changed about a network, with the change's name."""
    found: list[tuple[str, NetworkChoice]] = []
    if not isinstance(choice.activation, ReLU):
        found.append((ReLU.title, replace(choice, activation=ReLU())))
    start = fitting(choice.activation)
    if type(choice.initializer) is type(start):
        start = HeNormal()
    if type(choice.initializer) is not type(start):
        found.append((type(start).title, replace(choice, initializer=start)))
    if not choice.batch_norm:
        found.append((BATCH_NORM, replace(choice, batch_norm=True)))
    if not choice.residual:
        found.append((RESIDUAL, replace(choice, residual=True)))
    return found


def fitting(activation: Activation) -> Initializer:
    """The initialization that is usual for an activation: Xavier where it is bounded, else He."""
    reach = activation.range
    bounded = math.isfinite(reach.lower) and math.isfinite(reach.upper)
    return XavierNormal() if bounded else HeNormal()


def known_of(settings: GradientsSettings) -> Known:
    """What the verdicts ask of the settings. Adam's ε where the optimizer has none; η as of the optimizer."""
    choice = settings.network
    rate = float(getattr(settings.optimizer, "learning_rate", USUAL_RATE))
    reach = choice.activation.range
    return Known(
        rate=rate,
        epsilon=float(getattr(settings.optimizer, "epsilon", ADAM_EPSILON)),
        steepest=abs(choice.activation.max_derivative),
        bounded=math.isfinite(reach.lower) and math.isfinite(reach.upper),
        batch_norm=choice.batch_norm,
        residual=choice.residual,
        batch=settings.batch,
        zero_weights=isinstance(choice.initializer, Zeros),
        held=held_rms(choice.activation, settings.depth),
    )


def held_rms(activation: Activation, depth: int) -> float:
    """The rms of h at layer `depth` of wide layers h ← h + f(z) whose z is kept at N(0, 1).

    Each adds E[f²] + 2 E[h] E[f] to E[h²], and E[f] to E[h].
    """
    mean, square = mean_output(activation), mean_square_output(activation)
    return math.sqrt(depth * square + depth * (depth - 1) * mean * mean)


def which_helps(tried: tuple[Remedy, ...]) -> tuple[Verdict, ...]:
    """The change that helps most, or that none is enough."""
    if not tried:
        return ()
    best = tried[0]
    if best.bad:
        return (NoSingleChange(WHOLE, len(tried)),)
    told = WHOLE, len(tried), best.title, best.ratio
    return (OneChangeBut(*told, best.but) if best.but else OneChange(*told),)


def help_for(settings: GradientsSettings, seed: int) -> Verdict | None:
    """Which one change helps most, or that none is enough, if the gradient does not arrive; None if it does.

    Asked of the network as it is drawn, of at most `POINTS` points.
    """
    own = replace(settings, batch=min(settings.batch, POINTS), draws=1)
    first = judge(measured(replace(PassKey.of(own, seed), brief=True)), known_of(own))[0]
    if first.severity != "bad" or isinstance(first, BatchOfOne):
        return None
    return next(iter(which_helps(remedies(settings, seed))), None)
