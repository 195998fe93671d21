"""Settings of vanishing gradients: which model the gradient goes back through, and how deep it is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from engine.activations import ACTIVATIONS, Activation
from engine.activations.bounded import Sigmoid
from engine.parameter import QT_TRANSLATE_NOOP, Settings, parameter, register, rule
from engine.simulations.base import Simulation
from engine.simulations.gradients_chain import ChainSimulation

GRADIENTS_MODES: dict[str, type[GradientsMode]] = {}


@dataclass(frozen=True, slots=True)
class GradientsMode(Settings):
    """Base of the models that a gradient can be followed through."""

    simulation: ClassVar[Simulation]


@register(GRADIENTS_MODES, "chain")
@dataclass(frozen=True, slots=True)
class ScalarChain(GradientsMode):
    """One unit per layer, all with the same weight: the product of the chain rule can be written out."""

    title: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "Scalar chain")
    simulation: ClassVar[Simulation] = ChainSimulation()


@dataclass(frozen=True, slots=True)
class GradientsSettings(Settings):
    """A model, its depth, and what its layers do. The defaults are the chapter's ten sigmoid layers."""

    mode: GradientsMode = rule(
        ScalarChain(),
        GRADIENTS_MODES,
        QT_TRANSLATE_NOOP("engine", "Model"),
        style="segments",
        section=QT_TRANSLATE_NOOP("engine", "Model"),
    )
    layers: int = parameter(
        10,
        QT_TRANSLATE_NOOP("engine", "Layers"),
        low=1,
        high=100,
        scale="log",
        section=QT_TRANSLATE_NOOP("engine", "Chain"),
        help=QT_TRANSLATE_NOOP("engine", "How many factors the chain rule multiplies."),
    )
    x: float = parameter(
        1.0,
        QT_TRANSLATE_NOOP("engine", "Input x"),
        symbol="x",
        low=-10,
        high=10,
        step=0.05,
        help=QT_TRANSLATE_NOOP("engine", "What goes into the first layer."),
    )
    w: float = parameter(
        0.5,
        QT_TRANSLATE_NOOP("engine", "Weight w"),
        symbol="w",
        low=-10,
        high=10,
        step=0.05,
        help=QT_TRANSLATE_NOOP("engine", "The weight of every layer: z = w a. Each factor is f′(z) w."),
    )
    activation: Activation = rule(Sigmoid(), ACTIVATIONS, QT_TRANSLATE_NOOP("engine", "Activation"))
