"""Many small networks of one shape side by side: loss of each, and its gradient on a batch of its own.

The same arithmetic as `engine.network`, in one array for all, which is five times as quick as one after the other.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.activations.bounded import Tanh
from engine.datasets import Spirals
from engine.initializers import XavierNormal
from engine.network import Network, NetworkSettings, generator
from engine.simulations.base import Array

POINTS = 128
# The stream that batches are drawn from, and of how many steps at once.
BATCHES = 1_000_033
BLOCK = 256


def network_settings(width: int) -> NetworkSettings:
    """Two inputs, two hidden layers of tanh units, one output read as a probability."""
    return NetworkSettings((2, width, width, 1), Tanh(), XavierNormal(), output="sigmoid")


def first_weights(width: int, seed: int, runs: int) -> Array:
    """The parameters that each run begins with, (runs, parameters): run k's are the same however many there are."""
    settings = network_settings(width)
    return np.array([Network(settings, generator(seed, run)).vector for run in range(runs)])


def points(seed: int) -> tuple[Array, Array]:
    """The spirals' points (n, 2) and labels 0 or 1 (n,)."""
    x, y = Spirals().points(seed, POINTS)
    return x, y[:, 0]


def batches(seed: int, block: int, runs: int, batch: int) -> NDArray[np.intp]:
    """Which points the runs' batches hold in `BLOCK` steps, (steps, runs, batch), drawn with replacement.

    Run k's are the same however many runs there are.
    """
    rng = np.random.default_rng(np.random.SeedSequence((seed, BATCHES, block)))
    drawn = rng.integers(POINTS, size=(runs, BLOCK, batch))
    return np.ascontiguousarray(drawn.swapaxes(0, 1)).astype(np.intp)


@dataclass(frozen=True, slots=True, eq=False)
class Pass:
    """Loss and accuracy over all points, (…); `gradient` (…, parameters) of the loss on the batch alone."""

    losses: Array
    accuracies: Array
    gradient: Array


def answers(width: int, vectors: Array, x: Array) -> Array:
    """What networks (…, parameters) answer at points (n, 2): the probability of class 1, (…, n)."""
    with np.errstate(all="ignore"):
        z = _forward(_parts(width, vectors), x)[-1][..., 0]
        small = np.exp(-np.abs(z))
        return np.where(z >= 0, 1.0 / (1.0 + small), small / (1.0 + small))


def passed(width: int, vectors: Array, x: Array, y: Array, chosen: NDArray[np.intp]) -> Pass:
    """Networks (E, R, parameters) at points x (n, 2), y (n,), with the batches `chosen` (R, batch) of the R runs.

    For callers who have silenced NumPy's warnings.
    """
    parts = _parts(width, vectors)
    first, second, z = _forward(parts, x)
    losses, accuracies = _judged(z[..., 0], y)
    runs = np.arange(vectors.shape[1])[:, np.newaxis]
    picked = (x[chosen], first[:, runs, chosen], second[:, runs, chosen])
    apart = _slope(z[:, runs, chosen, 0], y[chosen]) / chosen.shape[1]
    gradient = np.empty(vectors.shape)
    into = _parts(width, gradient)
    below = apart[..., np.newaxis]
    for layer in (2, 1, 0):
        weights, bias = into[2 * layer], into[2 * layer + 1]
        np.matmul(picked[layer].swapaxes(-1, -2), below, out=weights)
        np.add.reduce(below, axis=-2, out=bias)
        if layer:
            a = picked[layer]
            below = np.matmul(below, parts[2 * layer].swapaxes(-1, -2))
            below *= 1.0 - a * a
    return Pass(losses, accuracies, gradient)


def _parts(width: int, vectors: Array) -> list[Array]:
    """Views of W1, b1, W2, b2, W3, b3 of all networks: (…, n_in, n_out) and (…, n_out)."""
    parts, start = [], 0
    for shape in network_settings(width).shapes().values():
        end = start + math.prod(shape)
        parts.append(vectors[..., start:end].reshape(*vectors.shape[:-1], *shape))
        start = end
    return parts


def _forward(parts: list[Array], x: Array) -> tuple[Array, Array, Array]:
    """The outputs of both hidden layers, and z: (…, n, units)."""
    a, kept = x, []
    for layer in range(3):
        z = np.matmul(a, parts[2 * layer])
        z += parts[2 * layer + 1][..., np.newaxis, :]
        if layer < 2:
            np.tanh(z, out=z)
        kept.append(z)
        a = z
    return kept[0], kept[1], kept[2]


def _judged(z: Array, y: Array) -> tuple[Array, Array]:
    """Mean cross entropy, and the share of points on the right side; over the last axis."""
    entries = np.log1p(np.exp(-np.abs(z)))
    entries += np.maximum(z, 0.0)
    entries -= z * y
    right = np.where(y > 0.5, z > 0.0, z <= 0.0)
    return entries.mean(axis=-1), right.mean(axis=-1)


def _slope(z: Array, y: Array) -> Array:
    """The derivative of the cross entropy of one point: σ(z) − y."""
    return np.exp(np.minimum(z, 0.0)) / (1.0 + np.exp(-np.abs(z))) - y
