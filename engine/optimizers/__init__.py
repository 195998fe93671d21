"""The first-order optimizers, one file per family; `OPTIMIZERS` holds them all by key."""

from engine.optimizers.adaptive import AdaGrad, Adam, RMSprop
from engine.optimizers.base import OPTIMIZERS, Optimizer, Stage
from engine.optimizers.gradient_descent import SGD, Momentum, Nesterov

__all__ = ["OPTIMIZERS", "SGD", "AdaGrad", "Adam", "Momentum", "Nesterov", "Optimizer", "RMSprop", "Stage"]
