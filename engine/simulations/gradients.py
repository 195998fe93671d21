"""Settings of vanishing gradients: the scalar chain, and real networks, seen in one pass or while they train."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import ClassVar

from engine.activations import ACTIVATIONS, Activation
from engine.activations.bounded import Sigmoid
from engine.activations.rectifiers import ReLU
from engine.datasets import DATASETS, Circles, Dataset
from engine.initializers import INITIALIZERS, HeNormal, Initializer, XavierNormal
from engine.network import LOSSES, Loss
from engine.network.losses import BinaryCrossEntropy
from engine.optimizers import OPTIMIZERS, Optimizer
from engine.optimizers.adaptive import Adam
from engine.parameter import QT_TRANSLATE_NOOP, Settings, group, parameter, register, rule
from engine.schedules import SCHEDULES, Constant, Schedule
from engine.simulations.base import Mode, Simulation
from engine.simulations.gradients_chain import ChainSimulation
from engine.simulations.gradients_pass import PassSimulation
from engine.simulations.gradients_training import TrainingSimulation

GRADIENTS_MODES: dict[str, type[GradientsMode]] = {}


@dataclass(frozen=True, slots=True)
class GradientsMode(Mode):
    """Base of the models that a gradient can be followed through."""

    slow: ClassVar[bool] = True


CHAIN = frozenset({"layers", "x", "w", "activation"})
NETWORK = frozenset({"depth", "width", "batch", "network", "data", "loss"})


@register(GRADIENTS_MODES, "chain")
@dataclass(frozen=True, slots=True)
class ScalarChain(GradientsMode):
    """One unit per layer, all with the same weight: the product of the chain rule can be written out."""

    title: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "Scalar chain")
    simulation: ClassVar[Simulation] = ChainSimulation()
    uses: ClassVar[frozenset[str]] = CHAIN
    slow: ClassVar[bool] = False


@register(GRADIENTS_MODES, "one_pass")
@dataclass(frozen=True, slots=True)
class OnePass(GradientsMode):
    """One batch through a real network: a layer a step, forward and then back."""

    title: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "One pass")
    simulation: ClassVar[Simulation] = PassSimulation()
    uses: ClassVar[frozenset[str]] = NETWORK | {"draws"}


@register(GRADIENTS_MODES, "training")
@dataclass(frozen=True, slots=True)
class Training(GradientsMode):
    """The same network learns: a batch a step."""

    title: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "Training")
    simulation: ClassVar[Simulation] = TrainingSimulation()
    uses: ClassVar[frozenset[str]] = NETWORK | {"optimizer", "schedule", "steps"}


@dataclass(frozen=True, slots=True)
class NetworkChoice(Settings):
    """What a learner may change about a deep network to let its gradient through."""

    activation: Activation = rule(Sigmoid(), ACTIVATIONS, QT_TRANSLATE_NOOP("engine", "Activation"))
    initializer: Initializer = rule(XavierNormal(), INITIALIZERS, QT_TRANSLATE_NOOP("engine", "Initialization"))
    batch_norm: bool = parameter(
        False,
        QT_TRANSLATE_NOOP("engine", "Batch normalization"),
        help=QT_TRANSLATE_NOOP("engine", "Each unit's z is brought to mean 0 and variance 1 over the batch."),
    )
    residual: bool = parameter(
        False,
        QT_TRANSLATE_NOOP("engine", "Residual connections"),
        help=QT_TRANSLATE_NOOP("engine", "Each layer adds its output to its input: a short cut for the gradient."),
    )


@dataclass(frozen=True, slots=True)
class GradientsSettings(Settings):
    """A model, its depth, and what its layers do. The defaults are the chapter's ten sigmoid layers."""

    mode: GradientsMode = rule(
        ScalarChain(),
        GRADIENTS_MODES,
        QT_TRANSLATE_NOOP("engine", "Model"),
        style="segments",
        section=QT_TRANSLATE_NOOP("engine", "Model"),
        common=True,
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
    depth: int = parameter(
        20,
        QT_TRANSLATE_NOOP("engine", "Layers"),
        low=2,
        high=100,
        scale="log",
        section=QT_TRANSLATE_NOOP("engine", "Network"),
        help=QT_TRANSLATE_NOOP("engine", "How many hidden layers; a linear output of one unit follows them."),
    )
    width: int = parameter(64, QT_TRANSLATE_NOOP("engine", "Units per layer"), low=1, high=256, scale="log")
    batch: int = parameter(
        128,
        QT_TRANSLATE_NOOP("engine", "Batch"),
        low=1,
        high=1024,
        scale="log",
        help=QT_TRANSLATE_NOOP("engine", "How many points go through the network at once."),
    )
    network: NetworkChoice = group(NetworkChoice(), QT_TRANSLATE_NOOP("engine", "Network"), style="card")
    draws: int = parameter(
        1,
        QT_TRANSLATE_NOOP("engine", "Draws"),
        low=1,
        high=64,
        scale="log",
        help=QT_TRANSLATE_NOOP("engine", "Repeats the pass with so many seeds; shown are their median and a band."),
    )
    data: Dataset = rule(
        Circles(), DATASETS, QT_TRANSLATE_NOOP("engine", "Data"), section=QT_TRANSLATE_NOOP("engine", "Task")
    )
    loss: Loss = rule(BinaryCrossEntropy(), LOSSES, QT_TRANSLATE_NOOP("engine", "Loss"))
    optimizer: Optimizer = rule(
        Adam(learning_rate=0.001),
        OPTIMIZERS,
        QT_TRANSLATE_NOOP("engine", "Optimizer"),
        section=QT_TRANSLATE_NOOP("engine", "Training"),
        live=True,
    )
    schedule: Schedule = rule(Constant(), SCHEDULES, QT_TRANSLATE_NOOP("engine", "Schedule"), live=True)
    steps: int = parameter(600, QT_TRANSLATE_NOOP("engine", "Steps"), low=1, high=100_000, scale="log", common=True)

    def unused(self) -> frozenset[str]:
        """The settings of the other models."""
        return (CHAIN | NETWORK | {"draws", "optimizer", "schedule", "steps"}) - self.mode.uses

    def counterpart(self) -> GradientsSettings:
        """The network that is compared with this one at first: with the usual remedies, or in the chain ReLU."""
        if isinstance(self.mode, ScalarChain):
            return replace(self, activation=ReLU())
        choice = NetworkChoice(ReLU(), HeNormal())
        return replace(self, network=choice if choice != self.network else NetworkChoice())

    def paired(self, other: Settings | None, path: str) -> Settings | None:
        """B, after the hand changed `path` of A: real networks are opened side by side, alike chains are one."""
        if path.partition(".")[0] != "mode" and path:
            return other
        if other is None:
            return None if isinstance(self.mode, ScalarChain) else self.counterpart()
        assert isinstance(other, GradientsSettings)
        alike = isinstance(self.mode, ScalarChain) and all(getattr(self, f) == getattr(other, f) for f in CHAIN)
        return None if alike else other
