"""What is said where starts of different scale learn about as fast: that this need not stay so."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from engine.diagnostics import Verdict
from engine.optimizers import Optimizer
from engine.parameter import QT_TRANSLATE_NOOP
from engine.simulations.initialization_training_verdicts import (
    ACCURACY,
    COIN,
    HIGHEST,
    LEAD,
    LEAD_STEPS,
    LEARNT,
    LOSS,
    Start,
    first_step,
)

# Optimizers whose steps keep their length where all gradients are scaled.
SCALE_FREE = frozenset(("adagrad", "rmsprop", "adam", "adadelta", "adamw", "adamax", "nadam", "radam", "rprop", "lion"))
# Scales differ where one standard deviation is so many times another: He's is 1.41 times Xavier's between equal layers.
DIFFERENT = 1.2
# A network of at most so many layers is called deeper with so many times as many.
SHALLOW, DEEPER = 16, 3


@dataclass(frozen=True, slots=True)
class Alike(Verdict):
    """Starts have learnt, one about as fast as the other; `first` and `last` are the quickest and the slowest."""

    title: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "{first} and {last} both learn.")
    text: ClassVar[str] = QT_TRANSLATE_NOOP(
        "engine",
        "They fell below half of ln 2 at steps {reached} and {behind}. With all points right, which loss is lower says "
        "little.",
    )

    first: str
    last: str
    reached: int
    behind: int


@dataclass(frozen=True, slots=True)
class AlikeInFewLayers(Alike):
    """Scales differ, and more layers would bring it out."""

    text: ClassVar[str] = QT_TRANSLATE_NOOP(
        "engine",
        "They fell below half of ln 2 at steps {reached} and {behind}. With all points right, which loss is lower says "
        "little. The scale usually matters more in deeper networks: try {deeper} layers.",
    )

    deeper: int


@dataclass(frozen=True, slots=True)
class AlikeByOptimizer(AlikeInFewLayers):
    """Scales differ, but the optimizer evens out what they do to gradients."""

    text: ClassVar[str] = QT_TRANSLATE_NOOP(
        "engine",
        "They fell below half of ln 2 at steps {reached} and {behind}. With all points right, which loss is lower says "
        "little. The steps of {optimizer} hardly depend on how large gradients are. The scale usually matters more in "
        "deeper networks or with SGD: try {deeper} layers, or SGD.",
    )

    optimizer: str


def learn_alike(
    starts: Sequence[Start], widths: Sequence[float], layers: int, optimizer: Optimizer
) -> tuple[Verdict, ...]:
    """A verdict on the run if at least two starts have learnt in all draws, and none of them took clearly longer.

    The median draw has all points right, so that there is nothing left to learn.

    `widths` are the expected standard deviations of the starts' weights between two hidden layers.
    """
    learnt = [
        (first_step(start.rows[:, LOSS] < LEARNT * COIN), i)
        for i, start in enumerate(starts)
        if start.rows[-1, HIGHEST] < LEARNT * COIN and start.rows[-1, ACCURACY] == 1
    ]
    if len(learnt) < 2:
        return ()
    (reached, first), (behind, last) = min(learnt), max(learnt)
    if behind >= reached * (1 + LEAD) and behind >= reached + LEAD_STEPS:
        return ()
    told = -1, starts[first].name, starts[last].name, reached, behind
    own = [widths[i] for _, i in learnt]
    if layers > SHALLOW or max(own) < DIFFERENT * min(own):
        return (Alike(*told),)
    if optimizer.kind in SCALE_FREE:
        return (AlikeByOptimizer(*told, DEEPER * layers, optimizer.title),)
    return (AlikeInFewLayers(*told, DEEPER * layers),)
