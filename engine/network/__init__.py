"""Networks of dense layers: batch normalization, residual connections, losses, and the gradients of it all."""

from __future__ import annotations

import numpy as np

from engine.network.layers import Layer
from engine.network.losses import LOSSES, Loss
from engine.network.network import Network, NetworkSettings
from engine.network.statistics import LayerStatistics, layer_statistics
from engine.network.training import TrainingState, begin, train_step

__all__ = [
    "LOSSES",
    "Layer",
    "LayerStatistics",
    "Loss",
    "Network",
    "NetworkSettings",
    "TrainingState",
    "begin",
    "generator",
    "layer_statistics",
    "train_step",
]


def generator(seed: int, draw: int = 0) -> np.random.Generator:
    """The generator of one draw of the weights: draw 0 is the run's own, every other one independent of it."""
    return np.random.default_rng(np.random.SeedSequence((seed, draw)) if draw else seed)
