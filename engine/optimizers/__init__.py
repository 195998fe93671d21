"""The first-order optimizers, one file per family; `OPTIMIZERS` holds them all by key."""

from engine.optimizers.adaptive import Adadelta, AdaGrad, Adam, RMSprop
from engine.optimizers.base import OPTIMIZERS, Optimizer, Stage
from engine.optimizers.gradient_descent import SGD, Momentum, Nesterov
from engine.optimizers.moments import Adamax, AdamW, NAdam, RAdam
from engine.optimizers.signs import Lion, Rprop

__all__ = [
    "OPTIMIZERS",
    "SGD",
    "AdaGrad",
    "Adadelta",
    "Adam",
    "AdamW",
    "Adamax",
    "Lion",
    "Momentum",
    "NAdam",
    "Nesterov",
    "Optimizer",
    "RAdam",
    "RMSprop",
    "Rprop",
    "Stage",
]
