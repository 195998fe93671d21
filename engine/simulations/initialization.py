"""Settings of the initialization tab: the layer, and up to four schemes that start from the same draw."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from engine.initializers import INITIALIZERS, HeNormal, Initializer, Normal, XavierNormal, Zeros
from engine.parameter import QT_TRANSLATE_NOOP, Settings, items, parameter, register, rule
from engine.simulations.base import Simulation
from engine.simulations.initialization_weights import WeightsSimulation

INITIALIZATION_MODES: dict[str, type[InitializationMode]] = {}


@dataclass(frozen=True, slots=True)
class InitializationMode(Settings):
    """Base of the ways to see an initialization."""

    simulation: ClassVar[Simulation]


@register(INITIALIZATION_MODES, "weights")
@dataclass(frozen=True, slots=True)
class Weights(InitializationMode):
    """One layer's weights, drawn row by row."""

    title: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "Weights")
    simulation: ClassVar[Simulation] = WeightsSimulation()


@dataclass(frozen=True, slots=True)
class Scheme(Settings):
    """One of the schemes beside one another. Its colour is its own, so that removing another repaints nobody."""

    initializer: Initializer = rule(HeNormal(), INITIALIZERS, QT_TRANSLATE_NOOP("engine", "Initialization"))
    colour: int = parameter(0, QT_TRANSLATE_NOOP("engine", "Colour"), low=0, high=11)


# The chapter's four.
CHAPTER_SCHEMES = tuple(
    Scheme(initializer=kind(), colour=colour) for colour, kind in enumerate((Zeros, Normal, XavierNormal, HeNormal))
)


@dataclass(frozen=True, slots=True)
class InitializationSettings(Settings):
    """A layer with W of shape (n_in, n_out), and the schemes that fill it. All make their weights of the same draw."""

    mode: InitializationMode = rule(
        Weights(), INITIALIZATION_MODES, QT_TRANSLATE_NOOP("engine", "View"), style="segments"
    )
    n_in: int = parameter(
        100,
        QT_TRANSLATE_NOOP("engine", "Inputs"),
        low=1,
        high=1000,
        scale="log",
        section=QT_TRANSLATE_NOOP("engine", "Network"),
        help=QT_TRANSLATE_NOOP("engine", "How many numbers enter each unit; W has one row for each."),
    )
    n_out: int = parameter(
        50,
        QT_TRANSLATE_NOOP("engine", "Units"),
        low=1,
        high=1000,
        scale="log",
        help=QT_TRANSLATE_NOOP("engine", "How many units the layer has; W has one column for each."),
    )
    schemes: tuple[Scheme, ...] = items(
        CHAPTER_SCHEMES,
        Scheme,
        QT_TRANSLATE_NOOP("engine", "Schemes"),
        low=1,
        high=4,
        section=QT_TRANSLATE_NOOP("engine", "Schemes"),
    )

    @property
    def initializers(self) -> tuple[Initializer, ...]:
        """The rules of all schemes, in order."""
        return tuple(scheme.initializer for scheme in self.schemes)
