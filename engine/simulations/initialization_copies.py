"""Units that are copies of one another: how many distinct ones there are, and that copies stay so.

A copy of a unit has the same incoming weights and the same bias, so it gives the same output for every input.
"""

from __future__ import annotations

import functools
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from engine.network import Network
from engine.simulations.base import Array

# Units whose weights agree to this share of the largest of theirs are counted as copies.
SAME = 1e-9


def distinct_units(vector: Array, sizes: tuple[int, ...]) -> tuple[int, int]:
    """Distinct units in the first hidden layer, and in the hidden layer that has fewest.

    `vector` holds W₁, b₁, W₂, b₂ … of a network of these `sizes`, whose hidden layers are all of one width; those of
    a layer, one below the other, are a matrix with a column for each unit.
    """
    n_in, units, deeper = sizes[0], sizes[1], len(sizes) - 3
    end = (n_in + 1) * units
    first = int(_distinct(vector[:end].reshape(1, n_in + 1, units))[0])
    if not deeper:
        return first, first
    rest = vector[end : end + deeper * (units + 1) * units].reshape(deeper, units + 1, units)
    return first, min(first, int(_distinct(rest).min()))


def _distinct(layers: Array) -> NDArray[np.intp]:
    """How many distinct columns each matrix (layers, rows, units) has.

    Columns are laid on a line by a fixed random direction: copies fall on one place, others do not but for a chance of
    one in a million. Where numbers have overflowed, no units are told to be copies.
    """
    with np.errstate(all="ignore"):
        places, sizes = _direction(layers.shape[1]) @ layers, np.abs(layers).max(axis=1)
        order = np.argsort(places, axis=1)
        places, sizes = np.take_along_axis(places, order, axis=1), np.take_along_axis(sizes, order, axis=1)
        apart = np.diff(places, axis=1) > SAME * np.maximum(sizes[:, 1:], sizes[:, :-1])
        apart[~np.isfinite(places).all(axis=1)] = True
    return np.asarray(1 + np.count_nonzero(apart, axis=1))


@functools.lru_cache(maxsize=64)
def _direction(rows: int) -> Array:
    return np.random.default_rng(rows).standard_normal(rows)


def equalize_copies(network: Network) -> None:
    """After a backward pass: give units that are copies the very same gradient.

    Units with equal incoming and equal outgoing weights have equal ∂L/∂z, and so equal gradients. A matrix product
    adds up in another order at the edges of a matrix, though. Such differences, 1e-16 at first, grow in training and
    part the copies after hundreds of steps, at one that depends on the machine; here copies stay what they are in
    exact arithmetic.
    """
    for layer, following in pairwise(network.layers):
        if not (_level(layer.W, 1) and _level(layer.b, 0)):
            continue
        if _level(following.W, 0):
            layer.d_W[:] = layer.d_W[:, :1].copy()
            layer.d_b[:] = layer.d_b[0]
        following.d_W[:] = following.d_W[:1].copy()


def _level(values: Array, axis: int) -> bool:
    """Whether all entries along `axis` are the same; the first two tell it most of the time."""
    if values.shape[axis] > 1 and not np.array_equal(values.take(0, axis), values.take(1, axis)):
        return False
    return bool((values == values.take([0], axis)).all())
