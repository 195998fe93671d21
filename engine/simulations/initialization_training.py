"""Training from every start: one network, one set of points, the same draws; only the scheme of the weights differs.

The network has two inputs, `layers` hidden layers of `n_out` units and one output, whose cross entropy is brought
down. Draw r of every scheme scales the same numbers, and step k takes the same batch for all.
"""

from __future__ import annotations

import functools
import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from engine.datasets import Dataset
from engine.diagnostics import Verdict
from engine.initializers import Initializer
from engine.network import LOSSES, Network, NetworkSettings, generator
from engine.network.statistics import root_mean_square
from engine.optimizers import Optimizer
from engine.simulations.base import Array
from engine.simulations.initialization_copies import distinct_units, equalize_copies
from engine.simulations.initialization_training_alike import learn_alike
from engine.simulations.initialization_training_verdicts import Start, judge
from engine.work import pulse

if TYPE_CHECKING:
    from engine.simulations.initialization import InitializationSettings

# The record holds these for each scheme, in this order: the median of all draws' losses, the lowest and the highest;
# the median share of points on the right side; distinct units in the first hidden layer, and in the layer that has
# fewest, of the draw that has fewest; the median rms of ∂L/∂W₁; how many draws have overflowed.
COLUMNS = ("loss", "lowest", "highest", "accuracy", "units", "fewest", "gradient", "lost")
WIDTH = len(COLUMNS)
LOSS = LOSSES["binary_cross_entropy"]()
# At least so many points; a batch may be all of them, and a larger one brings more.
POINTS = 256
# All networks together have at most so many parameters; a state holds four numbers for each.
MOST_PARAMETERS = 2_000_000
# Points along each side of the picture of a network's output.
GRID = 40
# Batches come from a stream of their own.
BATCHES = 1_000_033


@dataclass(frozen=True, slots=True)
class Plan:
    """What is trained: `sizes` of the network, how many `draws` of each scheme, how many `points`, and the `batch`."""

    sizes: tuple[int, ...]
    draws: int
    points: int
    batch: int

    @property
    def units(self) -> int:
        """Of each hidden layer."""
        return self.sizes[1]


def plan_of(settings: InitializationSettings) -> Plan:
    """As asked for, as far as all fits: first fewer draws, then fewer units."""
    schemes, units = len(settings.schemes), settings.n_out
    while units > 1 and schemes * _parameters(settings.layers, units) > MOST_PARAMETERS:
        units -= 1
    fitting = MOST_PARAMETERS // (schemes * _parameters(settings.layers, units))
    sizes = (2, *[units] * settings.layers, 1)
    return Plan(sizes, min(settings.repeats, max(fitting, 1)), max(POINTS, settings.batch), settings.batch)


def _parameters(layers: int, units: int) -> int:
    return 3 * units + (layers - 1) * (units + 1) * units + units + 1


@dataclass(frozen=True, slots=True, eq=False)
class Net:
    """One network: its parameters, ∂L/∂parameters on this step's batch, what the optimizer remembers.

    `loss` and `accuracy` are those on all points, `gradient` the rms of ∂L/∂W₁, `units` the numbers of distinct units
    in the first hidden layer and in the layer that has fewest.
    """

    vector: Array
    slope: Array
    memory: tuple[Any, ...]
    loss: float
    accuracy: float
    gradient: float
    units: tuple[int, int]

    @property
    def lost(self) -> bool:
        """Whether it has overflowed, and is trained no further."""
        return not math.isfinite(self.loss)


@dataclass(frozen=True, slots=True, eq=False)
class TrainingState:
    """All networks after `step` steps: for each scheme one for each draw, or a single one where all draws coincide.

    `kind` is the optimizer's: another one begins with an empty memory.
    """

    step: int
    seed: int
    kind: str
    nets: tuple[tuple[Net, ...], ...]


@dataclass(frozen=True, slots=True, eq=False)
class TrainingScene:
    """What stays: the points (points, 2), whether each is of class 1, and what is trained.

    The picture of an output spans ±`reach` both ways. `asked` are the units and draws of the settings.
    """

    x: Array
    ones: np.ndarray[Any, np.dtype[np.bool_]]
    reach: float
    plan: Plan
    asked: tuple[int, int]


@dataclass(frozen=True, slots=True, eq=False)
class Units:
    """The first two units (one, if there are no more) of the first hidden layer of a scheme's first draw.

    `weights` and `slopes` (units, 2) are those of the two inputs and ∂L/∂ them; `signals` (units,) ∂L/∂z summed over
    the batch, which is the gradient of the bias.
    """

    weights: Array
    slopes: Array
    signals: Array


@dataclass(frozen=True, slots=True, eq=False)
class TrainingFrame:
    """The networks at one step. `row` is the record's (schemes, columns), `losses` those of each draw by scheme.

    `outputs` (schemes, GRID, GRID) is the probability of class 1 over the plane by the first draw, rows from below.
    """

    step: int
    row: Array
    losses: tuple[tuple[float, ...], ...]
    outputs: Array
    units: tuple[Units, ...]
    optimizer: Optimizer
    verdicts: tuple[Verdict, ...]


class TrainingSimulation:
    """See `engine.simulations.base.Simulation`."""

    def length(self, settings: InitializationSettings) -> int:
        """As many steps as asked for."""
        return settings.steps

    def start(self, settings: InitializationSettings, seed: int) -> TrainingState:
        """Every network as it is drawn."""
        plan = plan_of(settings)
        bench = _Bench(settings, plan, seed)
        nets = []
        for initializer in settings.initializers:
            vectors: list[Array] = []
            for draw in range(plan.draws):
                pulse()
                vector = Network(_network(settings, plan, initializer), generator(seed, draw)).vector
                if vectors and np.array_equal(vector, vectors[0]):
                    break  # a scheme without chance: one network stands for all draws
                vectors.append(vector)
            nets.append(tuple(bench.measured(v, settings.optimizer.init(v), 0) for v in vectors))
        return TrainingState(0, seed, settings.optimizer.kind, tuple(nets))

    def advance(self, settings: InitializationSettings, state: TrainingState) -> TrainingState:
        """One step of every network. What overflows stays as it is."""
        optimizer = settings.optimizer
        bench = _Bench(settings, plan_of(settings), state.seed)
        anew = optimizer.kind != state.kind
        nets = tuple(
            tuple(net if net.lost else _trained(bench, optimizer, net, state.step + 1, anew) for net in of_scheme)
            for of_scheme in state.nets
        )
        return TrainingState(state.step + 1, state.seed, optimizer.kind, nets)

    def record(self, settings: InitializationSettings, state: TrainingState) -> Array:
        """The columns of each scheme."""
        return np.array([_summary(nets, plan_of(settings).draws) for nets in state.nets]).ravel()

    def scene(self, settings: InitializationSettings, seed: int) -> TrainingScene:
        """Points and plan."""
        plan = plan_of(settings)
        x, y = training_points(settings.data, seed, plan.points)
        return TrainingScene(x, y[:, 0] > 0.5, _reach(x), plan, (settings.n_out, settings.repeats))

    def frame(self, settings: InitializationSettings, step: int, state: TrainingState, record: Array) -> TrainingFrame:
        """Numbers, outputs and verdicts at this step."""
        plan = plan_of(settings)
        rows = rows_of(record)
        x, _ = training_points(settings.data, state.seed, plan.points)
        firsts = [nets[0] for nets in state.nets]
        outputs = [_output(settings, plan, net, _reach(x)) for net in firsts]
        starts = [
            Start(
                initializer.title, rows[:, i], tuple(n.loss for n in nets), _moves(nets[0]), float(np.ptp(outputs[i]))
            )
            for i, (initializer, nets) in enumerate(zip(settings.initializers, state.nets, strict=True))
        ]
        rest = float(settings.activation(np.zeros(1))[0])
        widths = [initializer.std(plan.units, plan.units) for initializer in settings.initializers]
        return TrainingFrame(
            step=step,
            row=rows[-1],
            losses=tuple(start.losses for start in starts),
            outputs=np.array(outputs),
            units=tuple(_first_units(net, plan.units) for net in firsts),
            optimizer=settings.optimizer,
            verdicts=(
                *judge(starts, plan, settings.optimizer.title, rest),
                *learn_alike(starts, widths, settings.layers, settings.optimizer),
            ),
        )


class _Bench:
    """The place where networks are passed through one after another: their data, and arrays used again and again."""

    def __init__(self, settings: InitializationSettings, plan: Plan, seed: int) -> None:
        self.plan, self.seed = plan, seed
        self.x, self.y = training_points(settings.data, seed, plan.points)
        network = _network(settings, plan, settings.initializers[0])
        self.network = Network.over(network, np.zeros(_parameters(settings.layers, plan.units)), np.empty(0))
        self._batch: tuple[int, Array, Array] = (-1, self.x, self.y)

    def measured(self, vector: Array, memory: tuple[Any, ...], step: int) -> Net:
        """The network at `vector`: its loss, its gradient on the batch of `step`, and the rest."""
        pulse()
        with np.errstate(all="ignore"):
            return self._measured(vector, memory, step)

    def _measured(self, vector: Array, memory: tuple[Any, ...], step: int) -> Net:
        network, plan = self.network, self.plan
        network.vector[:] = vector
        z = network.forward(self.x)
        loss, d_z = LOSS(z, self.y)
        accuracy = LOSS.accuracy(z, self.y)
        if plan.batch < plan.points:
            x, y = self._batch_of(step)
            _, d_z = LOSS(network.forward(x), y)
        network.find_gradients(d_z)
        equalize_copies(network)
        return Net(
            vector=vector,
            slope=network.gradient_vector.copy(),
            memory=memory,
            loss=loss if math.isfinite(loss) and np.isfinite(vector).all() else math.inf,
            accuracy=accuracy,
            gradient=root_mean_square(network.layers[0].d_W),
            units=distinct_units(vector, plan.sizes),
        )

    def _batch_of(self, step: int) -> tuple[Array, Array]:
        """Points without repetition, the same for all networks."""
        if self._batch[0] != step:
            rng = np.random.default_rng(np.random.SeedSequence((self.seed, BATCHES, step)))
            chosen = rng.choice(self.plan.points, self.plan.batch, replace=False)
            self._batch = step, self.x[chosen], self.y[chosen]
        return self._batch[1:]


@functools.lru_cache(maxsize=8)
def training_points(data: Dataset, seed: int, count: int) -> tuple[Array, Array]:
    """The points (count, 2) and their classes (count, 1), not to be written to."""
    x, y = data.points(seed, count)
    for array in (x, y):
        array.flags.writeable = False
    return x, y


def _network(settings: InitializationSettings, plan: Plan, initializer: Initializer) -> NetworkSettings:
    return NetworkSettings(plan.sizes, settings.activation, initializer, output="sigmoid")


def _trained(bench: _Bench, optimizer: Optimizer, net: Net, step: int, anew: bool) -> Net:
    """The network one update on; `anew`: the optimizer remembers nothing yet."""
    memory = optimizer.init(net.vector) if anew else net.memory
    with np.errstate(all="ignore"):
        move, memory = optimizer.update(net.slope, memory, net.vector)
        vector = net.vector + move
    return bench.measured(vector, memory, step)


def _summary(nets: tuple[Net, ...], draws: int) -> list[float]:
    """The columns of one scheme."""
    losses = [net.loss for net in nets]
    lost = sum(net.lost for net in nets)
    return [
        float(np.median(losses)),
        min(losses),
        max(losses),
        float(np.median([net.accuracy for net in nets])),
        min(net.units[0] for net in nets),
        min(net.units[1] for net in nets),
        float(np.median([net.gradient for net in nets])),
        lost if len(nets) > 1 else lost * draws,
    ]


def _output(settings: InitializationSettings, plan: Plan, net: Net, reach: float) -> Array:
    """The probability of class 1 at the middles of GRID × GRID cells over ±`reach`."""
    pulse()
    places = reach * ((np.arange(GRID) + 0.5) * 2 / GRID - 1)
    plane = np.stack(np.meshgrid(places, places), axis=-1).reshape(-1, 2)
    network = Network.over(_network(settings, plan, settings.initializers[0]), net.vector, np.empty(0))
    with np.errstate(all="ignore"):
        small = 1.0 / (1.0 + np.exp(-network.forward(plane)))
    return np.asarray(small.reshape(GRID, GRID))


def _first_units(net: Net, units: int) -> Units:
    """W₁ (2, units) and b₁ (units,) stand at the beginning of the flat vector."""
    weights, slopes = (part[: 2 * units].reshape(2, units).T[:2] for part in (net.vector, net.slope))
    return Units(weights, slopes, net.slope[2 * units : 2 * units + 2][: len(weights)])


def _moves(net: Net) -> bool:
    """Whether there is anything to train but the bias of the output, which stands last."""
    return bool(net.vector[:-1].any() or net.slope[:-1].any())


def _reach(x: Array) -> float:
    """How far the picture of an output spans: a little beyond the outermost point."""
    return 1.1 * float(np.abs(x).max())


def rows_of(record: Array) -> Array:
    """The record as (steps, schemes, columns)."""
    return record.reshape(len(record), -1, WIDTH)
