"""Training: one step of any optimizer over a network's flat vector, as a pure function of the state."""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np

from engine.network.layers import Array
from engine.network.losses import Loss
from engine.network.network import Network
from engine.optimizers import Optimizer
from engine.schedules import Schedule


class TrainingState(NamedTuple):
    """Where training stands after `step` steps. None of its arrays is ever altered.

    `vector` are the parameters and `running` the running statistics, as in `Network`; `optimizer` and `schedule` are
    what these remember.
    """

    step: int
    vector: Array
    running: Array
    optimizer: tuple[Any, ...]
    schedule: Any

    def load(self, network: Network) -> None:
        """Give `network` these parameters and running statistics, as copies."""
        network.vector[:] = self.vector
        network.running[:] = self.running


def begin(network: Network, optimizer: Optimizer, schedule: Schedule) -> TrainingState:
    """The state before the first step, from the network as it is now."""
    vector = network.vector.copy()
    return TrainingState(0, vector, network.running.copy(), optimizer.init(vector), schedule.init())


def train_step(
    network: Network, optimizer: Optimizer, schedule: Schedule, loss: Loss, x: Array, y: Array, state: TrainingState
) -> tuple[TrainingState, float]:
    """One step on the batch `x` (batch, n_in) with targets `y` (batch, n_out): the next state, and the loss before it.

    `network` is the place where it is worked out: it takes on `state`, whatever it held before, and afterwards holds
    the pass at `state`, before the move, with its gradients. An interrupted step has changed no state.
    """
    step, vector, running, memory, rhythm = state
    network.vector[:] = vector
    if running.size:
        network.running[:] = running
    with np.errstate(all="ignore"):
        value, d_z = loss.of(network.send(x, training=True), y)
        network.find_gradients(d_z)
        factor, rhythm = schedule.update(step, value, rhythm)
        move, memory = optimizer.update(network.gradient_vector, memory, vector, factor)
        moved = vector + move
    return TrainingState(step + 1, moved, network.running.copy() if running.size else running, memory, rhythm), value
