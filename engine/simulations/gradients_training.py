"""A deep network learns, one batch a step: what becomes of every layer's gradient and weights.

Step 0 is the start; step k the network after k updates, with the loss and the gradient *there*, on that step's batch.
"""

from __future__ import annotations

import functools
import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from engine.activations import Activation
from engine.network import Network, NetworkSettings, generator
from engine.simulations.gradients_training_frame import TrainingFrame, TrainingScene, frame_of, scene_of
from engine.simulations.gradients_training_measures import (
    Columns,
    dead_share,
    moved,
    norm,
    rms,
    saturated_share,
)
from engine.work import pulse

if TYPE_CHECKING:
    from engine.simulations.gradients import GradientsSettings

Array = NDArray[np.float64]
# So many points are learnt from, or a batch if that is more.
POINTS = 256
# The stream that batches are drawn from, apart from those of the weights and of the points.
BATCHES = 1_000_007


class Start:
    """What all states of a run share: the network as it began, and the points that it learns from.

    No dataclass: a timeline that weighs its states must not count this in each of them.
    """

    __slots__ = ("loss", "network", "norms", "running", "seed", "vector", "weights", "x", "y")

    def __init__(self, settings: GradientsSettings, seed: int) -> None:
        """Draw points and weights; `loss` is that over all points, before any update."""
        self.seed = seed
        self.x, self.y = points_of(settings, seed)
        self.network = network_settings(settings)
        network = Network(self.network, generator(seed))
        self.vector, self.running = network.vector, network.running
        self.weights = weight_parts(self.network)
        self.norms = [norm(self.vector[part]) for part in self.weights]
        pulse()
        with np.errstate(all="ignore"):
            z = Network.over(self.network, self.vector, self.running.copy()).forward(self.x, training=True)
            self.loss = settings.loss(z, self.y)[0]


@dataclass(frozen=True, slots=True, eq=False)
class TrainingState:
    """The network at a step, and all that its next update needs.

    `gradient` is ∂L/∂(all parameters) at `vector` on this step's batch, `running` the running statistics before that
    batch went through and `passed` those after it. `memory` and `plan` are the states of optimizer and schedule, of
    the kinds `rules`. `broken` is where numbers first went beyond all bounds: (step, layer), the output counting as
    layer depth + 1.
    """

    step: int
    start: Start
    vector: Array
    running: Array
    passed: Array
    gradient: Array
    row: Array
    rules: tuple[str, str]
    memory: Any
    plan: Any
    broken: tuple[int, int] | None


class TrainingSimulation:
    """The mode `training` of the tab Vanishing gradients."""

    def length(self, settings: GradientsSettings) -> int:
        """As many updates as the settings say."""
        return settings.steps

    def start(self, settings: GradientsSettings, seed: int) -> TrainingState:
        """The drawn network, and its gradient on the first batch."""
        start = Start(settings, seed)
        optimizer, schedule = settings.optimizer, settings.schedule
        memories = (optimizer.kind, schedule.kind), optimizer.init(start.vector), schedule.init()
        return _state(settings, start, 0, start.vector, start.running, memories, None)

    def advance(self, settings: GradientsSettings, state: TrainingState) -> TrainingState:
        """One update. A rule of another kind than before begins with a memory of its own."""
        pulse()
        optimizer, schedule = settings.optimizer, settings.schedule
        memory = state.memory if state.rules[0] == optimizer.kind else optimizer.init(state.vector)
        plan = state.plan if state.rules[1] == schedule.kind else schedule.init()
        with np.errstate(all="ignore"):
            factor, plan = schedule.update(state.step, float(state.row[0]), plan)
            delta, memory = optimizer.update(state.gradient, memory, state.vector, factor)
            vector = state.vector + delta
        pulse()
        memories = (optimizer.kind, schedule.kind), memory, plan
        return _state(settings, state.start, state.step + 1, vector, state.passed, memories, state.broken)

    def record(self, settings: GradientsSettings, state: TrainingState) -> Array:
        """See `Columns`."""
        return state.row

    def scene(self, settings: GradientsSettings, seed: int) -> TrainingScene:
        """The points, and how the run is called."""
        return scene_of(settings, *points_of(settings, seed), seed)

    def frame(self, settings: GradientsSettings, step: int, state: TrainingState, record: Array) -> TrainingFrame:
        """What the network answers over the plane, this update by layer, and what the numbers say."""
        return frame_of(settings, step, state, record)


def points_of(settings: GradientsSettings, seed: int) -> tuple[Array, Array]:
    """The points to learn from (n, 2), and their labels (n, 1)."""
    return settings.data.points(seed, max(POINTS, settings.batch))


def network_settings(settings: GradientsSettings) -> NetworkSettings:
    """Two inputs, the hidden layers, and one output, read as a probability under cross entropy."""
    choice = settings.network
    return NetworkSettings(
        (2, *(settings.width,) * settings.depth, 1),
        choice.activation,
        choice.initializer,
        batch_norm=choice.batch_norm,
        residual=choice.residual,
        output="sigmoid" if settings.loss.kind == "binary_cross_entropy" else "linear",
    )


def weight_parts(network: NetworkSettings) -> list[slice]:
    """Where the weights of each hidden layer lie in the flat vector."""
    parts, end = [], 0
    for name, shape in network.shapes().items():
        first, end = end, end + math.prod(shape)
        if name.startswith("W"):
            parts.append(slice(first, end))
    return parts[:-1]


def batch_of(seed: int, step: int, points: int, batch: int) -> NDArray[np.intp]:
    """Which points the batch of `step` holds: all points in shuffled order, epoch after epoch, cut into batches.

    A batch may reach over the end of an epoch. One as large as the set is the whole set, in its own order.
    """
    if batch >= points:
        return np.arange(points)
    first = step * batch
    epochs = range(first // points, (first + batch - 1) // points + 1)
    order = np.concatenate([_shuffled(seed, epoch, points) for epoch in epochs])
    first -= epochs[0] * points
    return order[first : first + batch]


@functools.lru_cache(maxsize=64)
def _shuffled(seed: int, epoch: int, points: int) -> NDArray[np.intp]:
    order = np.random.default_rng(np.random.SeedSequence((seed, BATCHES, epoch))).permutation(points)
    order.flags.writeable = False
    return order


def _state(
    settings: GradientsSettings,
    start: Start,
    step: int,
    vector: Array,
    running: Array,
    memories: tuple[tuple[str, str], Any, Any],
    broken: tuple[int, int] | None,
) -> TrainingState:
    """The network with these parameters, after this step's batch went through it forward and back."""
    chosen = batch_of(start.seed, step, len(start.x), settings.batch)
    x, y = start.x[chosen], start.y[chosen]
    network = Network.over(start.network, vector, running.copy())
    with np.errstate(all="ignore"):
        z = network.forward(x, training=True)
        loss, d_z = settings.loss(z, y)
        network.find_gradients(d_z)
        row = _row(start, network, settings.network.activation, loss, settings.loss.accuracy(z, y))
    if broken is None and not (np.isfinite(loss) and np.isfinite(row[Columns(settings.depth).gradient]).all()):
        broken = step, _first_broken(network)
    passed = network.running if running.size else running
    return TrainingState(step, start, vector, running, passed, network.gradient_vector, row, *memories, broken)


def _row(start: Start, network: Network, activation: Activation, loss: float, accuracy: float) -> Array:
    """The record of one pass."""
    depth = len(network.layers) - 1
    columns = Columns(depth)
    row = np.empty(columns.width)
    row[columns.loss], row[columns.accuracy] = loss, accuracy
    apart = network.vector - start.vector
    values = []
    for layer, part, size in zip(network.layers, start.weights, start.norms, strict=False):
        pulse()
        flat = dead_share(layer.z, activation), saturated_share(layer.z, activation)
        values.append((rms(layer.d_W), moved(norm(apart[part]), size), *flat))
    row[columns.first :] = np.array(values).T.ravel()
    return row


def _first_broken(network: Network) -> int:
    """The first layer on the way forward whose output is not finite; else the first on the way back, by its gradient."""
    layers = network.layers
    forward = next((i for i, layer in enumerate(layers, start=1) if not np.isfinite(layer.a).all()), 0)
    if forward:
        return forward
    back = (i for i in range(len(layers), 0, -1) if not np.isfinite(layers[i - 1].d_W).all())
    return next(back, len(layers))
