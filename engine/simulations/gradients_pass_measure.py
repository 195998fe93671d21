"""One pass of a batch through a deep network, there and back, kept as a few numbers and a histogram for each layer.

A pass through a hundred layers holds hundreds of megabytes while it lasts; what is kept of it here are some hundred
kilobytes. The same pass is asked for by a run's start and by its scene, so the last few are remembered.
"""

from __future__ import annotations

import functools
import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from engine.activations import Activation
from engine.datasets import Dataset
from engine.network import LayerStatistics, Loss, Network, NetworkSettings, generator
from engine.network.layers import Layer
from engine.network.statistics import of_layer, root_mean_square
from engine.network.theory import Theory, expected
from engine.work import pulse

if TYPE_CHECKING:
    from engine.simulations.gradients import GradientsSettings, NetworkChoice

Array = NDArray[np.float64]
# Of a ridge; and how far its axis reaches where values are divided by their layer's rms.
BINS = 64
REACH = 4.0
# Where a layer's numbers stand behind those of `LayerStatistics`, and two of those.
SLOPE, APART = 9, 10
RMS_D_A, RMS_D_W = 5, 7


@dataclass(frozen=True, slots=True)
class PassKey:
    """All that a pass follows from. One that is `brief` has neither distributions nor theory."""

    depth: int
    width: int
    batch: int
    network: NetworkChoice
    data: Dataset
    loss: Loss
    draws: int
    seed: int
    brief: bool = False

    @classmethod
    def of(cls, settings: GradientsSettings, seed: int) -> PassKey:
        """The pass of a run."""
        s = settings
        return cls(s.depth, s.width, s.batch, s.network, s.data, s.loss, s.draws, seed)


@dataclass(frozen=True, slots=True, eq=False)
class Ridges:
    """A histogram for each layer, on one axis from `low` to `high`.

    `shares` (depth, BINS) are the shares of all values in each bin, without exact zeros, whose share is `zeros`
    (depth,). With `scaled` each layer's values are divided by their rms, which is `rms` (depth,).
    """

    low: float
    high: float
    scaled: bool
    shares: Array
    zeros: Array
    rms: Array


@dataclass(frozen=True, slots=True, eq=False)
class Pass:
    """What one batch through a network leaves behind, by hidden layer, first to last.

    `slope` (depth,) is the mean of f'(z); `apart` (depth,) how far the points of the batch lie apart in h, the rms of h
    less its mean over the batch by the rms of h (NaN for a single point). `d_output` is the rms of ∂L/∂z of the output layer, where the way back
    begins. `repeats_w` and `repeats_h` (draws, depth) are the rms of ∂L/∂W and ∂L/∂h for each draw of the weights, the
    first of which is the pass itself.
    """

    statistics: LayerStatistics
    slope: Array
    apart: Array
    outputs: Ridges
    gradients: Ridges
    loss: float
    d_output: float
    repeats_w: Array
    repeats_h: Array
    theory: Theory

    @property
    def depth(self) -> int:
        """The number of hidden layers."""
        return len(self.slope)

    @property
    def factors(self) -> Array:
        """What each layer multiplies the rms of δ by on the way back, (depth,); NaN where δ was 0 before."""
        after = np.append(self.statistics.rms_d_z[1:], self.d_output)
        with np.errstate(all="ignore"):
            return np.asarray(self.statistics.rms_d_z / after)


@functools.lru_cache(maxsize=24)
def measured(key: PassKey) -> Pass:
    """The pass and its repeats."""
    with np.errstate(all="ignore"):
        return _measured(key)


def _measured(key: PassKey) -> Pass:
    x, y = key.data.points(key.seed, key.batch)
    choice = key.network
    net = network_of(key)
    network = Network(net, generator(key.seed))
    pulse()
    loss, d_output = key.loss(network.forward(x), y)
    watch = Watch(choice.activation, choice.residual, key.brief)
    network.backward(d_output, watch)
    d_w, d_h = [watch.column(RMS_D_W)], [watch.column(RMS_D_A)]
    del network
    theory = Theory() if key.brief else expected(net, x, d_output)
    for draw in range(1, key.draws):
        w, h = sizes(net, key, x, y, draw)
        d_w.append(w)
        d_h.append(h)
    start = loss, root_mean_square(d_output)
    return watch.result(start, np.array(d_w), np.array(d_h), theory)


def network_of(key: PassKey) -> NetworkSettings:
    """Two inputs, the hidden layers, a linear output of one unit."""
    choice = key.network
    sizes = (2, *(key.width,) * key.depth, 1)
    return NetworkSettings(sizes, choice.activation, choice.initializer, choice.batch_norm, choice.residual)


def sizes(net: NetworkSettings, key: PassKey, x: Array, y: Array, draw: int) -> tuple[Array, Array]:
    """The rms of ∂L/∂W and of ∂L/∂h by hidden layer, (depth,) each, for another draw of the weights."""
    pulse()
    network = Network(net, generator(key.seed, draw))
    _, d_output = key.loss(network.forward(x), y)
    rows: list[tuple[float, float]] = []

    def watch(layer: Layer) -> None:
        pulse()
        rows.append((root_mean_square(layer.d_W), root_mean_square(layer.d_a)))

    network.backward(d_output, watch)
    table = np.array(rows[:0:-1])
    return table[:, 0], table[:, 1]


class Watch:
    """Takes each hidden layer's numbers as the gradient passes it, from the last to the first."""

    def __init__(self, activation: Activation, residual: bool, brief: bool) -> None:
        reach = activation.range
        bounded = math.isfinite(reach.lower) and math.isfinite(reach.upper) and not residual
        self._brief = brief
        self._rows: list[tuple[float, ...]] = []
        self._outputs: list[tuple[Array, float]] = []
        self._gradients: list[tuple[Array, float]] = []
        self._scaled = not bounded
        low = 0.0 if reach.lower >= 0 else -REACH
        self._axis = (reach.lower, reach.upper) if bounded else (low, REACH)

    def __call__(self, layer: Layer) -> None:
        """Called by `Network.backward`."""
        if layer.activation is None:
            return
        pulse()
        row = of_layer(layer)
        slope = float(layer.activation.derivative(layer.z).mean())
        self._rows.append((*row, slope, apart(layer.a, row[0])))
        if self._brief:
            return
        pulse()
        self._outputs.append(ridge(layer.a, *self._axis, row[0] if self._scaled else 1.0))
        assert layer.d_a is not None
        self._gradients.append(ridge(layer.d_a, -REACH, REACH, row[RMS_D_A]))
        pulse()

    def column(self, place: int) -> Array:
        """One number of each layer, first layer first."""
        return np.array([row[place] for row in reversed(self._rows)])

    def result(self, start: tuple[float, float], repeats_w: Array, repeats_h: Array, theory: Theory) -> Pass:
        """All that was seen; `start` is the loss and the rms of its gradient at the output."""
        statistics = LayerStatistics(*(self.column(place) for place in range(SLOPE)))
        outputs = self._ridges(self._outputs, *self._axis, self._scaled, statistics.rms_a)
        gradients = self._ridges(self._gradients, -REACH, REACH, True, statistics.rms_d_a)
        seen = self.column(SLOPE), self.column(APART), outputs, gradients
        return Pass(statistics, *seen, *start, repeats_w, repeats_h, theory)

    def _ridges(self, seen: list[tuple[Array, float]], low: float, high: float, scaled: bool, rms: Array) -> Ridges:
        shares = np.array([share for share, _ in reversed(seen)])
        return Ridges(low, high, scaled, shares, np.array([zeros for _, zeros in reversed(seen)]), rms)


def apart(values: Array, rms: float) -> float:
    """The rms of `values` (batch, width) less their mean over the batch, by their `rms`; NaN for a batch of one."""
    if len(values) == 1 or not (0 < rms < math.inf):
        return math.nan
    return root_mean_square(values - values.mean(axis=0)) / rms


def ridge(values: Array, low: float, high: float, unit: float) -> tuple[Array, float]:
    """The shares of all values, in units of `unit`, in BINS equal bins from `low` to `high`, and of exact zeros.

    What lies outside is left out, as are values without a place: NaN, and all of them where the unit is 0 or not finite.
    """
    flat = values.ravel()
    zeros = 1.0 - np.count_nonzero(flat) / flat.size
    shares = np.zeros(BINS)
    if not (0 < unit < math.inf):
        return shares, zeros
    with np.errstate(all="ignore"):
        places = flat[flat != 0] if zeros else flat
        places = (places * ((1.0 / unit) if unit != 1.0 else 1.0) - low) * (BINS / (high - low))
    inside = places[(places >= 0) & (places <= BINS)]
    bins = np.minimum(inside.astype(np.intp), BINS - 1)
    shares += np.bincount(bins, minlength=BINS) / flat.size
    return shares, zeros
