"""The forward and the backward pass of a wide network, for each point of a batch by itself."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.activations import Activation
from engine.network.network import NetworkSettings
from engine.network.theory_moments import moments
from engine.work import pulse

Array = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Layout:
    """A network as the theory sees it.

    `forward` is √n_in · std of each layer's weights, `backward` √n_out · std, both of the hidden layers and then of
    the output; `residual` says which hidden layers add their input.
    """

    activation: Activation
    forward: tuple[float, ...]
    backward: tuple[float, ...]
    residual: tuple[bool, ...]

    @classmethod
    def of(cls, settings: NetworkSettings) -> Layout:
        """The layout of these settings."""
        pairs = list(zip(settings.sizes[:-1], settings.sizes[1:], strict=True))
        spread = [settings.initializer.std(*pair) for pair in pairs]
        return cls(
            settings.activation,
            tuple(std * math.sqrt(n_in) for std, (n_in, _) in zip(spread, pairs, strict=True)),
            tuple(std * math.sqrt(n_out) for std, (_, n_out) in zip(spread, pairs, strict=True)),
            tuple(settings.residual and n_in == n_out for n_in, n_out in pairs[:-1]),
        )


@dataclass(frozen=True, slots=True, eq=False)
class Signals:
    """The forward pass of each point of a batch, each (depth + 1, batch); row 0 is the input, row l layer l.

    `std` and `mean` of a over the units, `rms` their √(std² + mean²), and `shift`, the mean less what is the same for
    the whole batch. Of layer l's activation, in row l: `f_mean` = E f(z) and `slope` = √E f'(z)²; row 0 is 0.
    """

    std: Array
    mean: Array
    shift: Array
    f_mean: Array
    slope: Array

    @property
    def rms(self) -> Array:
        """√(std² + mean²)."""
        return np.hypot(self.std, self.mean)


def signals(layout: Layout, std: Array, mean: Array) -> Signals:
    """The forward pass from the standard deviation and the mean of each point's inputs, (batch,)."""
    depth = len(layout.residual)
    rows = np.zeros((5, depth + 1, len(std)))
    rows[0, 0], rows[1, 0], rows[2, 0] = std, mean, mean
    at_zero = float(layout.activation(np.zeros(1))[0])
    for layer in range(1, depth + 1):
        pulse()
        before = rows[:, layer - 1]
        f = moments(layout.activation, layout.forward[layer - 1] * np.hypot(before[0], before[1]))
        now = rows[:, layer]
        now[0], now[1], now[2] = f.std, f.mean + at_zero, f.mean
        if layout.residual[layer - 1]:
            now[0], now[1], now[2] = np.hypot(before[0], f.std), before[1] + now[1], before[2] + f.mean
        now[3], now[4] = f.mean + at_zero, f.slope
    return Signals(*rows)


def gradients(layout: Layout, slope: Array, start: Array) -> Array:
    """The rms of ∂L/∂a of each point, (depth + 1, batch), from `slope` of `signals`; row 0, the input's, is left 0.

    `start` (batch,) is the length of ∂L/∂z at the output: layer `depth` has that times the weights' spread.
    """
    depth = len(layout.residual)
    rms = np.zeros((depth + 1, len(start)))
    if depth:
        rms[depth] = start
    for layer in range(depth, 1, -1):
        rms[layer - 1] = layout.backward[layer - 1] * slope[layer] * rms[layer]
        if layout.residual[layer - 1]:
            rms[layer - 1] = np.hypot(rms[layer - 1], rms[layer])
    return rms


def pooled(values: Array) -> Array:
    """√(mean of squares) of each row, also of values whose squares are no floats."""
    most = np.abs(values).max(axis=1)
    scale = np.where((most > 0) & np.isfinite(most), most, 1.0)
    return np.asarray(scale * np.sqrt(np.mean(np.square(values / scale[:, np.newaxis]), axis=1)))


def lengths(rows: Array) -> Array:
    """The length of each row, also of values whose squares are no floats."""
    return np.asarray(pooled(rows) * math.sqrt(rows.shape[1]))
