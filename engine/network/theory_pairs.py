"""The size of ∂L/∂W in wide networks, which depends on how alike the points of a batch are in every layer.

∂L/∂W sums over the batch, so its mean square is a sum over pairs of points: Σ_ij E[a_i a_j] E[δ_i δ_j], a the layer's
input and δ = ∂L/∂z. Both factors are tabled for a few lengths and angles, once for each kind of network (`theory_table`).
A batch is only a weight on that table: its points are shared out among the lengths by Lagrange's polynomials and among
the angles by cosines. What a point adds by itself (i = j) is known better than from the table, and put in its place.
"""

from __future__ import annotations

import functools
import math

import numpy as np
from numpy.typing import NDArray

from engine.network.theory_moments import slopes
from engine.network.theory_pass import Layout, lengths, pooled
from engine.network.theory_table import LENGTHS, chebyshev, pairs, table
from engine.parameter import QT_TRANSLATE_NOOP

Array = NDArray[np.float64]

LENGTH_STEP = 0.5  # the lengths of a batch are enclosed to this step, so that other draws find the same table
MOST_PAIRS = 4e6  # of points times pairs of lengths, where points are not in a plane: tens of milliseconds
MOST_MISSING = 0.9  # of E f'²: beyond it, points that are close differ too much for the table

TOO_SHARP = QT_TRANSLATE_NOOP(
    "engine", "No theory for ∂L/∂W: the weights are so large that f changes abruptly between points that are close."
)
TOO_MANY = QT_TRANSLATE_NOOP(
    "engine", "No theory for ∂L/∂W: comparing every two points of so large a batch would take too long."
)


def weight_gradients(layout: Layout, x: Array, d_output: Array, last: float, alone: Array) -> tuple[Array | None, str]:
    """The rms of ∂L/∂W of each hidden layer, (depth,), or None and the reason.

    `x` (batch, n_in), `d_output` (batch, n_out), `last` the spread of the output's weights, and `alone` (depth, batch)
    the rms that each point would give by itself.
    """
    own = pooled(alone) * math.sqrt(len(x))
    largest = float(np.abs(d_output).max()) * last
    if len(x) == 1 or not math.isfinite(largest) or largest == 0.0:
        return own, ""
    length, flat = lengths(x), x.shape[1] == 2
    straight = slopes(layout.activation) is not None
    if not flat and len(x) ** 2 * (1 if straight else LENGTHS * (LENGTHS + 1) // 2) > MOST_PAIRS:
        return None, TOO_MANY
    low, high = (0.0, 1.0) if straight else enclosing(length)
    found = table(layout, x.shape[1], low, high)
    if found.missing > MOST_MISSING:
        return None, TOO_SHARP
    share = length[:, np.newaxis] if straight else between(length, chebyshev(low, high))
    weights = (plane_weights if flat else space_weights)(
        x, share, d_output * (last / largest), found.kernel.shape[2] - 1
    )
    others = np.einsum("lpk,pk->l", found.kernel, weights)
    ratio = np.square(np.where(own > 0, found.scale * largest / own, 0.0)) * others
    return np.where(np.isfinite(own), own * np.sqrt(np.maximum(1.0 + ratio, 0.0)), own), ""


def enclosing(length: Array) -> tuple[float, float]:
    """An interval around all lengths with ends on a grid, so that other draws of the same points find the same table."""
    low = LENGTH_STEP * math.floor(length.min() / LENGTH_STEP)
    return low, max(LENGTH_STEP * math.ceil(length.max() / LENGTH_STEP), low + LENGTH_STEP)


def between(place: Array, nodes: Array) -> Array:
    """The weights (…, nodes) of the values at `nodes` in the polynomial through them, at `place`."""
    apart = place[:, np.newaxis] - nodes
    columns = [
        np.prod(np.delete(apart, node, axis=1) / np.delete(nodes[node] - nodes, node), axis=1)
        for node in range(len(nodes))
    ]
    return np.stack(columns, axis=1)


def folded(square: Array) -> Array:
    """A symmetric array (lengths, lengths, …) as pairs a ≤ b, what stands twice counted twice."""
    first, second = pairs(len(square))
    twice = np.where(first == second, 1.0, 2.0).reshape(-1, *[1] * (square.ndim - 2))
    return np.asarray(square[first, second] * twice)


def plane_weights(x: Array, share: Array, d: Array, angles: int) -> Array:
    """The weight of a batch in the plane on each pair of lengths and each angle, (pairs, angles + 1), without i = j.

    A table of values v at angles kπ/N is Σ_n τ_n cos nθ (a discrete cosine transform), and for points in directions φ_i
    Σ_ij w_i w_j cos n(φ_i - φ_j) is |Σ_i w_i e^inφ_i|².
    """
    turn = (x[:, 0] + 1j * x[:, 1]) / np.maximum(lengths(x), 1e-300)
    turns = np.cumprod(
        np.concatenate((np.ones((len(x), 1)), np.tile(turn[:, np.newaxis], (1, angles))), axis=1), axis=1
    )
    waves = np.einsum("ba,bo,bn->aon", share, d, turns, optimize=True)
    power = np.einsum("aon,con->acn", waves, waves.conj(), optimize=True).real
    weights = folded(power) @ cosines(angles)
    weights[:, 0] -= folded(np.einsum("ba,bc,bo->ac", share, share, d * d, optimize=True))
    return np.asarray(weights)


@functools.cache
def cosines(angles: int) -> Array:
    """The matrix that makes Σ_n H_n τ_n, τ the cosine coefficients of values v, into a sum over v: τ = v · cosinesᵀ."""
    whole = np.arange(angles + 1)
    half = np.where((whole == 0) | (whole == angles), 0.5, 1.0)
    return np.asarray(2.0 / angles * half[:, np.newaxis] * half * np.cos(np.outer(whole, whole) * (math.pi / angles)))


def space_weights(x: Array, share: Array, d: Array, angles: int) -> Array:
    """As `plane_weights`, for points in any number of dimensions: each two are looked at, the angle's two neighbours share."""
    unit = x / np.maximum(lengths(x), 1e-300)[:, np.newaxis]
    upper = np.triu_indices(len(x), 1)
    place = np.arccos(np.clip(unit @ unit.T, -1.0, 1.0)[upper]) * (angles / math.pi)
    left = np.minimum(place.astype(np.int64), angles - 1)
    right_share = place - left
    both = 2.0 * (d @ d.T)[upper]
    rows = []
    for a, b in zip(*pairs(share.shape[1]), strict=True):
        outer = np.outer(share[:, a], share[:, b])
        outer = outer if a == b else outer + outer.T
        weight = both * outer[upper]
        low = np.bincount(left, weight * (1.0 - right_share), angles + 1)
        rows.append(low + np.bincount(left + 1, weight * right_share, angles + 1))
    return np.array(rows)
