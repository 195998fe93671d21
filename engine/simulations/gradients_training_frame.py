"""What can be seen of a training network at one step, besides the record: its output over the plane, its next update."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from engine.diagnostics import Verdict
from engine.network import Network
from engine.network.layers import MOMENTUM
from engine.optimizers import Optimizer
from engine.optimizers.base import State
from engine.simulations.gradients_pass_remedies import help_for
from engine.simulations.gradients_training_judgement import judge
from engine.simulations.gradients_training_measures import Columns, norm, rms

if TYPE_CHECKING:
    from engine.simulations.gradients import GradientsSettings
    from engine.simulations.gradients_training import TrainingState

Array = NDArray[np.float64]
# The plane is shown as far as the points reach, and a little more.
MARGIN = 1.1
# Points on each side of the grid that the output is worked out on, and multiplications that it may take.
SIDES = (20, 64)
WORK = 90_000_000
# Rules that divide by √v̂ + ε, v̂ = v / (1 − β₂ᵗ), with m, v and t as the first of their state; and by √h + ε.
CORRECTED = frozenset({"adam", "adamw", "nadam"})
PLAIN = frozenset({"adagrad", "rmsprop"})


@dataclass(frozen=True, slots=True, eq=False)
class TrainingScene:
    """The points x (n, 2) with their labels y (n, 1), 0 or 1; the plane is shown from −reach to reach on both axes.

    `help` says which one change lets the gradient through the network as it was drawn; None where it arrives anyway.
    """

    x: Array
    y: Array
    reach: float
    columns: Columns
    help: Verdict | None = None


@dataclass(frozen=True, slots=True, eq=False)
class TrainingFrame:
    """One step.

    `loss` and `accuracy` are of the step's batch; `set_loss`, `set_accuracy` of all points, where the answer has the
    standard deviation `spread`. Under batch normalization these, and `output`, take mean and variance of all points;
    `running_accuracy` is what the running ones, used after training, make of it. By hidden layer, each (depth,): `gradient` the rms of ∂L/∂W, `apart`
    ‖W − W₀‖, `sizes` ‖W₀‖ and `moved` their ratio, `dead` and `saturated` shares, `update` the rms of the update of W
    from this step to the next, `root` that of √v̂ in it (None for rules that do not divide by one).
    `output` (side, side) is the response 0 … 1 over the plane, its first row the lowest.
    """

    step: int
    loss: float
    accuracy: float
    set_loss: float
    set_accuracy: float
    running_accuracy: float
    spread: float
    gradient: Array
    moved: Array
    dead: Array
    saturated: Array
    apart: Array
    sizes: Array
    update: Array
    root: Array | None
    epsilon: float | None
    rate: float
    broken: tuple[int, int] | None
    output: Array
    verdicts: tuple[Verdict, ...] = ()


def scene_of(settings: GradientsSettings, x: Array, y: Array, seed: int) -> TrainingScene:
    """The scene over these points."""
    return TrainingScene(x, y, reach_of(x), Columns(settings.depth), help_for(settings, seed))


def reach_of(x: Array) -> float:
    """How far the plane is shown around points (n, 2)."""
    return MARGIN * float(np.abs(x).max(initial=0.0)) or 1.0


def frame_of(settings: GradientsSettings, step: int, state: TrainingState, record: Array) -> TrainingFrame:
    """The frame at `step`."""
    start, columns = state.start, Columns(settings.depth)
    row = record[step]
    network = Network.over(start.network, state.vector, state.running.copy())
    with np.errstate(all="ignore"):
        running_accuracy = settings.loss.accuracy(network.forward(start.x, training=False), start.y)
        z = _calibrated(network, start.x)
        set_loss = settings.loss(z, start.y)[0]
        update, root, rate = _update(settings, state)
    moved = state.vector - start.vector
    frame = TrainingFrame(
        step=step,
        loss=float(row[columns.loss]),
        accuracy=float(row[columns.accuracy]),
        set_loss=set_loss,
        set_accuracy=settings.loss.accuracy(z, start.y),
        running_accuracy=running_accuracy,
        spread=float(np.std(response(settings, z))),
        gradient=row[columns.gradient],
        moved=row[columns.moved],
        dead=row[columns.dead],
        saturated=row[columns.saturated],
        apart=np.array([norm(moved[part]) for part in start.weights]),
        sizes=np.array(start.norms),
        update=np.array([rms(update[part]) for part in start.weights]),
        root=None if root is None else np.array([rms(root[part]) for part in start.weights]),
        epsilon=epsilon_of(settings.optimizer),
        rate=rate,
        broken=state.broken,
        output=_output(settings, network, reach_of(start.x)),
    )
    return replace(frame, verdicts=judge(settings, frame, start.loss))


def _calibrated(network: Network, x: Array) -> Array:
    """The z (n, 1) of all points by their own statistics, which become the network's running ones."""
    if not network.running.size:
        return network.layers[-1].z
    before = network.running.copy()
    z = network.forward(x, training=True)
    # A pass takes in a tenth of what it measures; as much as ten of that is all of it.
    network.running[:] = before + (network.running - before) / MOMENTUM
    return z


def epsilon_of(optimizer: Optimizer) -> float | None:
    """The ε of a rule that divides by the gradient's own size; None of the others."""
    return optimizer.epsilon if optimizer.kind in CORRECTED | PLAIN else None  # type: ignore[attr-defined]


def response(settings: GradientsSettings, z: Array) -> Array:
    """The output as an answer between 0 and 1: σ(z) under cross entropy, else z itself, cut."""
    with np.errstate(all="ignore"):
        if settings.loss.kind == "binary_cross_entropy":
            return np.asarray(1.0 / (1.0 + np.exp(-z)))
        return np.asarray(np.clip(z, 0.0, 1.0))


def _update(settings: GradientsSettings, state: TrainingState) -> tuple[Array, Array | None, float]:
    """The update from this step to the next (n,), √v̂ in it (n,), and the learning rate with the schedule's factor."""
    optimizer, schedule = settings.optimizer, settings.schedule
    memory = state.memory if state.rules[0] == optimizer.kind else optimizer.init(state.vector)
    plan = state.plan if state.rules[1] == schedule.kind else schedule.init()
    factor, _ = schedule.update(state.step, float(state.row[0]), plan)
    delta, memory = optimizer.update(state.gradient, memory, state.vector, factor)
    return delta, root_of(optimizer, memory), optimizer.learning_rate * factor  # type: ignore[attr-defined]


def root_of(optimizer: Optimizer, memory: State) -> Array | None:
    """What an adaptive rule divides the gradient by, but for ε, from its state after the update; None of the others."""
    if optimizer.kind in CORRECTED:
        v, t = memory[1], memory[2]
        return np.asarray(np.sqrt(v / (1 - optimizer.beta2**t)))  # type: ignore[attr-defined]
    return np.asarray(np.sqrt(memory[0])) if optimizer.kind in PLAIN else None


def side_of(settings: GradientsSettings) -> int:
    """How many points the grid has on each side: fewer for a large network, that a frame may not take too long."""
    each = settings.width * (settings.depth - 1) * (settings.width + 64) + 3 * settings.width
    return min(SIDES[1], max(SIDES[0], int(math.sqrt(WORK / each))))


def _output(settings: GradientsSettings, network: Network, reach: float) -> Array:
    """The answer over the plane, at the middles of cells."""
    side = side_of(settings)
    places = reach * (2 * (np.arange(side) + 0.5) / side - 1)
    grid = np.stack(np.meshgrid(places, places), axis=-1).reshape(-1, 2)
    return response(settings, network.forward(grid, training=False)).reshape(side, side)
