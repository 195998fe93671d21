"""One batch sent through the layers of one scheme, forward and back, and what is kept of it: no arrays of the batch.

Forward a₀ = x, z_l = a_{l-1} W_l, a_l = f(z_l); no biases. Back from ∂L/∂a_L, drawn standard normal: δ_l = ∂L/∂a_l · f'(z_l),
∂L/∂a_{l-1} = δ_l W_lᵀ. The layers' weights come from one generator, layer by layer, as those of a network do
(`engine.network.Network`), so all schemes make theirs of the same draw; the batch comes from a stream of its own.
"""

from __future__ import annotations

import functools
import math
from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.activation_facts import SATURATED
from engine.activations import Activation
from engine.initializers import Initializer
from engine.network import generator
from engine.simulations.base import Array
from engine.work import pulse

Counts = NDArray[np.int64]

# Bars of a ridge. Those of gradients, which begin with standard deviation 1, are counted to this far out.
BINS, FAR = 96, 4.0
# While fewer values than these make a ridge, so many bars are joined to one.
JOINED = ((400, 4), (4000, 2))
# The correlation picture shows so many units at most, evenly spaced.
MOST_UNITS = 50
# The batch's stream is told from that of the weights by this number.
BATCH_STREAM = 1_000_004
# A mean of squares below this has lost digits to the squares that are 0.
TINY = 1e-280
# Weights that take more numbers than this are drawn again on the way back rather than kept.
MOST_KEPT = 1 << 24


@dataclass(frozen=True, slots=True)
class Course:
    """What is sent: `batch` points with `n_in` inputs through `layers` layers of `n_out` units."""

    n_in: int
    n_out: int
    layers: int
    batch: int
    activation: Activation
    seed: int

    def shape(self, layer: int) -> tuple[int, int]:
        """Inputs and units of `layer`, counted from 1."""
        return (self.n_in if layer == 1 else self.n_out), self.n_out

    def batch_of_inputs(self) -> Array:
        """Standard-normal inputs x, and behind them in the same stream the gradient ∂L/∂a_L: see `top_gradient`."""
        return self._stream().standard_normal((self.batch, self.n_in))

    def top_gradient(self) -> Array:
        """∂L/∂a_L, shape (batch, n_out), standard normal."""
        rng = self._stream()
        rng.standard_normal((self.batch, self.n_in))
        return rng.standard_normal((self.batch, self.n_out))

    def _stream(self) -> np.random.Generator:
        return np.random.default_rng(np.random.SeedSequence((self.seed, BATCH_STREAM)))


@dataclass(frozen=True, slots=True, eq=False)
class Flow:
    """What went through each layer, one number a layer; each (layers,). What overflowed is inf or NaN.

    Standard deviation and mean are over units and batch, `square` is the mean square, `kurtosis` the mean fourth power
    over its square, and `varying` the standard deviation over the points alone: that about each unit's own mean (NaN
    for one point). Shares of all values: exact `zeros`, and those `below` and `above` the range that `counts` (layers,
    BINS) has bars for; `lost` are NaN or infinite, and where there are any, all spreads are infinite. `std` of a
    single number is NaN.
    """

    std: Array
    mean: Array
    square: Array
    kurtosis: Array
    varying: Array
    zeros: Array
    below: Array
    above: Array
    lost: Array
    counts: Counts


@dataclass(frozen=True, slots=True, eq=False)
class Pass:
    """One scheme's pass. Arrays with one number a layer are (layers,).

    `weights` are mean and standard deviation of `layer_1`, the first layer's W; `input_square` is the mean of x².
    `z_square` and `slope_square` are the means of z² and f'(z)², `flat` the share of |f'(z)| < 0.05. `correlation` is that of the units of layer 1 over the batch, of `MOST_UNITS` at most: of a unit
    that gives one value for all points 0, and 1 where two units are one another's copies; `distinct` counts the units
    that are no copies.
    """

    weights: tuple[float, float]
    layer_1: Array
    input_square: float
    activations: Flow
    gradients: Flow
    z_square: Array
    slope_square: Array
    flat: Array
    correlation: Array
    distinct: int


def extent(activation: Activation) -> tuple[float, float]:
    """A good range for a's ridges: what f takes between z = −4 and 4, out to the end of its values if that is near."""
    values = activation(np.linspace(-FAR, FAR, 801))
    low, high = float(values.min()), float(values.max())
    limits, room = activation.range, 0.1 * (high - low)
    low = limits.lower if abs(limits.lower - low) < room else low
    high = limits.upper if abs(limits.upper - high) < room else high
    return low, high


def joined_bars(count: int) -> int:
    """How many of `BINS` bars make one of a ridge of `count` values."""
    return next((joined for most, joined in JOINED if count < most), 1)


@functools.lru_cache(maxsize=16)
def send(initializer: Initializer, course: Course) -> Pass:
    """Send the batch through a scheme's layers and back. Kept for the schemes seen last: mostly one changes at a time."""
    weights = _Weights(initializer, course)
    with np.errstate(all="ignore"):
        return _Sent(course, weights).result()


class _Weights:
    """The weights of the layers, for the way there and for the way back; large ones are drawn twice, not kept."""

    def __init__(self, initializer: Initializer, course: Course) -> None:
        self._initializer, self._course = initializer, course
        self._rng = generator(course.seed)
        self._keeps = course.layers * course.n_out * max(course.n_in, course.n_out) <= MOST_KEPT
        self._kept: list[Array] = []
        self._states: list[Mapping[str, Any]] = []

    def forward(self, layer: int) -> Array:
        """W of `layer`; layers must be asked for from the first to the last."""
        self._states.append(self._rng.bit_generator.state)
        weights = self._initializer(self._rng, *self._course.shape(layer))
        if self._keeps:
            self._kept.append(weights)
        return weights

    def backward(self, layer: int) -> Array:
        """W of a `layer` already passed."""
        if self._keeps:
            return self._kept[layer - 1]
        self._rng.bit_generator.state = self._states[layer - 1]
        return self._initializer(self._rng, *self._course.shape(layer))


class _Sent:
    """A pass on its way."""

    def __init__(self, course: Course, weights: _Weights) -> None:
        self._course, self._weights = course, weights
        self._slopes: list[Array] = []
        self._rows: list[tuple[float, ...]] = []  # z², f'², share of flat slopes

    def result(self) -> Pass:
        """Go there and back."""
        forward = self._forward()
        backward = self._backward()
        z_square, slope_square, flat = np.array(self._rows).T
        return Pass(
            self._moments, self._layer_1, self._input, forward, backward, z_square, slope_square, flat, *self._copies
        )

    def _forward(self) -> Flow:
        course, a = self._course, self._course.batch_of_inputs()
        low, high = extent(course.activation)
        self._input = float(np.square(a).mean())
        layers = []
        for layer in range(1, course.layers + 1):
            pulse()
            weights = self._weights.forward(layer)
            z = a @ weights
            a = course.activation(z)
            slope = course.activation.derivative(z)
            self._slopes.append(slope)
            flat = float(np.mean(np.abs(slope) < SATURATED))
            self._rows.append((mean_square(z), mean_square(slope), flat))
            if layer == 1:
                self._layer_1, self._moments = weights, (float(weights.mean()), float(weights.std()))
                self._copies = copies(weights, a)
            layers.append(_measured(a, low, high))
        return _flow(layers)

    def _backward(self) -> Flow:
        course, d_a = self._course, self._course.top_gradient()
        layers = []
        for layer in range(course.layers, 0, -1):
            pulse()
            layers.append(_measured(d_a, -FAR, FAR))
            if layer > 1:
                d_a = (d_a * self._slopes.pop()) @ self._weights.backward(layer).T
        return _flow(layers[::-1])


def _flow(layers: list[tuple[tuple[float, ...], Counts]]) -> Flow:
    numbers = np.array([own for own, _ in layers]).T
    names = [field.name for field in fields(Flow) if field.name != "counts"]
    return Flow(**dict(zip(names, numbers, strict=True)), counts=np.array([counts for _, counts in layers]))


def _measured(values: Array, low: float, high: float) -> tuple[tuple[float, ...], Counts]:
    """The numbers of one layer in the order of `Flow`, and its bars."""
    size, flat = values.size, values.ravel()
    finite = np.isfinite(flat)
    lost = size - int(np.count_nonzero(finite))
    shown = flat[finite & (flat != 0.0)]
    below, above = shown < low, shown > high
    places = np.minimum(((shown[~(below | above)] - low) * (BINS / (high - low))).astype(np.intp), BINS - 1)
    of_size = (size - lost - shown.size, np.count_nonzero(below), np.count_nonzero(above), lost)
    return (*_moments(values, lost > 0), *(count / size for count in of_size)), np.bincount(places, minlength=BINS)


def _moments(values: Array, lost: bool) -> tuple[float, ...]:
    """Standard deviation, mean, mean square, kurtosis and spread over the points: see `Flow`."""
    if lost:
        return math.inf, math.nan, math.inf, math.nan, math.inf
    same = bool(values.min() == values.max())  # their mean may be another number, by rounding
    mean = float(values.flat[0] if same else values.mean())
    if not math.isfinite(mean):
        mean = float((values / values.size).sum())
    std = root_mean_square(values - mean) if values.size > 1 else math.nan
    rms = root_mean_square(values)
    kurtosis = mean_square(np.square(values / rms)) if rms > 0 else math.nan
    varying = root_mean_square(values - (mean if same else values.mean(axis=0))) if len(values) > 1 else math.nan
    return std, mean, rms * rms, kurtosis, varying


def root_mean_square(values: Array) -> float:
    """√(mean of squares), also of numbers whose squares are no floats any more. Call it where NumPy does not warn.

    Not by a BLAS product, which waits for all its threads wherever other work keeps the processors busy.
    """
    flat = values.ravel()
    square = float(np.einsum("i,i", flat, flat)) / flat.size
    if TINY < square < math.inf:
        return math.sqrt(square)
    most = float(np.abs(flat).max())
    if most == 0.0 or not math.isfinite(most):
        return most
    scaled = flat / most
    return most * math.sqrt(float(np.einsum("i,i", scaled, scaled)) / flat.size)


def mean_square(values: Array) -> float:
    """The square of `root_mean_square`; infinite where it is beyond all floats."""
    root = root_mean_square(values)
    return root * root


def copies(weights: Array, a: Array) -> tuple[Array, int]:
    """The correlation picture of units with `weights` (n_in, units) and values `a` (batch, units): see `Pass`."""
    columns = [column.tobytes() for column in np.ascontiguousarray(weights.T + 0.0)]
    shown = ((np.arange(min(len(columns), MOST_UNITS)) + 0.5) * len(columns) / min(len(columns), MOST_UNITS)).astype(
        int
    )
    centred = a[:, shown] - a[:, shown].mean(axis=0)
    length = np.sqrt(np.square(centred).sum(axis=0))
    length[~(length > 0) | ~np.isfinite(length)] = np.inf
    unit = centred / length
    correlation = np.nan_to_num(unit.T @ unit, nan=0.0)
    places = {column: place for place, column in enumerate(columns)}
    names = np.array([places[columns[i]] for i in shown])
    correlation[names[:, np.newaxis] == names] = 1.0
    return np.clip(correlation, -1.0, 1.0), len(places)
