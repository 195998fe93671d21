"""Settings of the activations tab: which functions, which inputs, and what a step does."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from engine.activations import ACTIVATIONS, Activation
from engine.activations.bounded import Sigmoid, Tanh
from engine.activations.rectifiers import ELU, LeakyReLU, ReLU
from engine.activations.self_gated import Swish
from engine.parameter import QT_TRANSLATE_NOOP, Settings, items, parameter, register, rule
from engine.simulations.activations_collapse import CollapseSimulation
from engine.simulations.activations_probe import ProbeSimulation
from engine.simulations.activations_repeat import RepeatSimulation
from engine.simulations.base import Mode, Simulation

ACTIVATIONS_MODES: dict[str, type[ActivationsMode]] = {}


@dataclass(frozen=True, slots=True)
class ActivationsMode(Mode):
    """Base of the ways to look at activation functions."""


@register(ACTIVATIONS_MODES, "probe")
@dataclass(frozen=True, slots=True)
class Probe(ActivationsMode):
    """A step moves the probe by 0.1, from z = -6 to z = 6."""

    title: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "Sweep z")
    simulation: ClassVar[Simulation] = ProbeSimulation()

    passes: int = parameter(
        5,
        QT_TRANSLATE_NOOP("engine", "Passes"),
        symbol="k",
        low=1,
        high=50,
        help=QT_TRANSLATE_NOOP(
            "engine", "How often the function is applied to its own output, one pass after another."
        ),
    )


@register(ACTIVATIONS_MODES, "repeat")
@dataclass(frozen=True, slots=True)
class Repeat(ActivationsMode):
    """A step is one more pass: the function applied to its own output."""

    title: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "Raise k")
    simulation: ClassVar[Simulation] = RepeatSimulation()

    z: float = parameter(
        -1.3,
        QT_TRANSLATE_NOOP("engine", "One input"),
        symbol="z",
        low=-6,
        high=6,
        step=0.1,
        help=QT_TRANSLATE_NOOP("engine", "The input that is followed through all passes."),
    )
    steps: int = parameter(20, QT_TRANSLATE_NOOP("engine", "Passes in all"), low=1, high=50)


@register(ACTIVATIONS_MODES, "collapse")
@dataclass(frozen=True, slots=True)
class Collapse(ActivationsMode):
    """A small network in five steps: two linear layers are one; with a non-linearity between them they are not."""

    title: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "Why bend?")
    simulation: ClassVar[Simulation] = CollapseSimulation()

    x: float = parameter(
        1.0,
        QT_TRANSLATE_NOOP("engine", "One input"),
        symbol="x",
        low=-6,
        high=6,
        step=0.1,
        help=QT_TRANSLATE_NOOP("engine", "The input whose way through the network is written out."),
    )


@dataclass(frozen=True, slots=True)
class FunctionEntry(Settings):
    """One function of the comparison. Its colour is its own, so that removing another repaints nobody."""

    activation: Activation = rule(Sigmoid(), ACTIVATIONS, QT_TRANSLATE_NOOP("engine", "Function"))
    colour: int = parameter(0, QT_TRANSLATE_NOOP("engine", "Colour"), low=0, high=11)


# The chapter's six, in its order.
CHAPTER_FUNCTIONS = tuple(
    FunctionEntry(activation=activation, colour=colour)
    for colour, activation in enumerate((Sigmoid(), Tanh(), ReLU(), LeakyReLU(), ELU(), Swish()))
)


@dataclass(frozen=True, slots=True)
class ActivationsSettings(Settings):
    """The comparison. All functions get the same inputs: one draw of N(mean, spread)."""

    mode: ActivationsMode = rule(
        Probe(),
        ACTIVATIONS_MODES,
        QT_TRANSLATE_NOOP("engine", "View"),
        style="segments",
        section=QT_TRANSLATE_NOOP("engine", "View"),
    )
    functions: tuple[FunctionEntry, ...] = items(
        CHAPTER_FUNCTIONS,
        FunctionEntry,
        QT_TRANSLATE_NOOP("engine", "Functions"),
        low=1,
        high=12,
        section=QT_TRANSLATE_NOOP("engine", "Functions"),
    )
    mean: float = parameter(
        0.0,
        QT_TRANSLATE_NOOP("engine", "Mean"),
        symbol="μ",
        low=-5,
        high=5,
        step=0.05,
        section=QT_TRANSLATE_NOOP("engine", "Input N(μ, σ)"),
        help=QT_TRANSLATE_NOOP("engine", "Mean of the inputs z."),
    )
    spread: float = parameter(
        1.0,
        QT_TRANSLATE_NOOP("engine", "Spread"),
        symbol="σ",
        low=0.01,
        high=10,
        scale="log",
        help=QT_TRANSLATE_NOOP("engine", "Standard deviation of the inputs z."),
    )
