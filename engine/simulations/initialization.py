"""Settings of the initialization tab: the layer, and up to four schemes that start from the same draw."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from engine.activations import ACTIVATIONS, Activation
from engine.activations.rectifiers import ReLU
from engine.datasets import DATASETS, Circles, Dataset
from engine.initializers import INITIALIZERS, HeNormal, Initializer, Normal, XavierNormal, Zeros
from engine.optimizers import OPTIMIZERS, Optimizer
from engine.optimizers.adaptive import Adam
from engine.parameter import QT_TRANSLATE_NOOP, Settings, items, parameter, register, rule
from engine.simulations.base import Mode, Simulation
from engine.simulations.initialization_forward import ForwardSimulation
from engine.simulations.initialization_training import TrainingSimulation
from engine.simulations.initialization_weights import WeightsSimulation

INITIALIZATION_MODES: dict[str, type[InitializationMode]] = {}


@dataclass(frozen=True, slots=True)
class InitializationMode(Mode):
    """Base of the ways to see an initialization."""

    slow: ClassVar[bool] = True


DEEP = frozenset({"n_out", "layers", "activation", "batch"})
LEARNING = frozenset({"data", "optimizer", "steps", "repeats"})


@register(INITIALIZATION_MODES, "weights")
@dataclass(frozen=True, slots=True)
class Weights(InitializationMode):
    """One layer's weights, drawn row by row."""

    title: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "Weights")
    simulation: ClassVar[Simulation] = WeightsSimulation()
    uses: ClassVar[frozenset[str]] = frozenset({"n_in", "n_out"})
    slow: ClassVar[bool] = False


@register(INITIALIZATION_MODES, "forward")
@dataclass(frozen=True, slots=True)
class Forward(InitializationMode):
    """A batch sent through depth, a layer a step."""

    title: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "Forward")
    simulation: ClassVar[Simulation] = ForwardSimulation()
    uses: ClassVar[frozenset[str]] = DEEP | {"n_in"}


@register(INITIALIZATION_MODES, "training")
@dataclass(frozen=True, slots=True)
class Training(InitializationMode):
    """The same network learns from every start."""

    title: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "Training")
    simulation: ClassVar[Simulation] = TrainingSimulation()
    uses: ClassVar[frozenset[str]] = DEEP | LEARNING


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
    """Layers of one width, and the schemes that fill them: `n_in` inputs, then `n_out` units in each layer.

    All schemes make their weights of the same draw.
    """

    mode: InitializationMode = rule(
        Weights(),
        INITIALIZATION_MODES,
        QT_TRANSLATE_NOOP("engine", "View"),
        style="segments",
        section=QT_TRANSLATE_NOOP("engine", "View"),
        common=True,
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
    layers: int = parameter(
        10,
        QT_TRANSLATE_NOOP("engine", "Layers"),
        low=2,
        high=50,
        scale="log",
        help=QT_TRANSLATE_NOOP("engine", "How many layers with this many units the signal goes through."),
    )
    batch: int = parameter(
        256,
        QT_TRANSLATE_NOOP("engine", "Batch"),
        low=1,
        high=1024,
        scale="log",
        help=QT_TRANSLATE_NOOP("engine", "How many points go through the network at once."),
    )
    activation: Activation = rule(ReLU(), ACTIVATIONS, QT_TRANSLATE_NOOP("engine", "Activation"))
    schemes: tuple[Scheme, ...] = items(
        CHAPTER_SCHEMES,
        Scheme,
        QT_TRANSLATE_NOOP("engine", "Schemes"),
        low=1,
        high=4,
        section=QT_TRANSLATE_NOOP("engine", "Schemes"),
    )
    data: Dataset = rule(
        Circles(), DATASETS, QT_TRANSLATE_NOOP("engine", "Data"), section=QT_TRANSLATE_NOOP("engine", "Training")
    )
    optimizer: Optimizer = rule(
        Adam(learning_rate=0.001), OPTIMIZERS, QT_TRANSLATE_NOOP("engine", "Optimizer"), live=True
    )
    repeats: int = parameter(
        5,
        QT_TRANSLATE_NOOP("engine", "Draws"),
        low=1,
        high=16,
        help=QT_TRANSLATE_NOOP("engine", "Trains from so many draws; shown are their median and a band."),
    )
    steps: int = parameter(300, QT_TRANSLATE_NOOP("engine", "Steps"), low=1, high=10_000, scale="log", common=True)

    def unused(self) -> frozenset[str]:
        """The settings of the other views."""
        return (DEEP | LEARNING | {"n_in"}) - self.mode.uses

    @property
    def initializers(self) -> tuple[Initializer, ...]:
        """The rules of all schemes, in order."""
        return tuple(scheme.initializer for scheme in self.schemes)
