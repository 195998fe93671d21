"""Mean, spread and slope of an activation whose input is normal, for spreads of any size.

For z ~ N(0, r²): E f(z), the standard deviation of f(z), and √E f'(z)². Gauss and Hermite's rule, the usual choice,
errs by a fifth on a kink and more on a saturated sigmoid; here the integrals are done piece by piece, split at 0 where
all kinks are, with pieces that shrink towards it as fast as the activation's own features, by Gauss and Legendre's rule.
"""

from __future__ import annotations

import functools
import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.activations import Activation

Array = NDArray[np.float64]

EDGE = 13.0  # the normal law beyond it weighs 1e-38
POINTS = 16  # of the rule, in each piece
# Where a piece ends, in z: near 0 the scale of the sharpest activation there is, then twice as far each time until the
# widest one has settled.
STEEP_ENDS = 0.05 * 2.0 ** np.arange(14)
SMALL = 1e-6  # below this spread f is straight on either side of 0
LARGE = 1e300  # above it squares of z/r are all that can be computed

# The table: this many places per e-fold of r, in blocks that are made when they are needed.
PER_FOLD = 32
BLOCK = 64
ORDER = 8  # places that one interpolation uses


@dataclass(frozen=True, slots=True, eq=False)
class Moments:
    """E f(z) - f(0), the standard deviation of f(z), and √E f'(z)²; arrays of one shape."""

    mean: Array
    std: Array
    slope: Array


@functools.lru_cache(maxsize=64)
def slopes(activation: Activation) -> tuple[float, float] | None:
    """The slopes right and left of 0 of an activation that is straight on either side; None for any other."""
    right, left = (float(activation(np.array(side))) for side in (1.0, -1.0))
    sizes = 2.0 ** np.arange(-30.0, 31.0, 3.0)
    straight = np.array_equal(activation(sizes), right * sizes) and np.array_equal(activation(-sizes), left * sizes)
    return (right, -left) if straight else None


def moments(activation: Activation, spread: Array) -> Moments:
    """The moments for z ~ N(0, spread²), elementwise; exact for straight pieces, else to about 1e-9.

    A `spread` of inf gives the limits, NaN stays NaN.
    """
    r = np.asarray(spread, dtype=np.float64)
    pieces = slopes(activation)
    with np.errstate(all="ignore"):
        if pieces is not None:
            return _straight(r, *pieces)
        if r.size and r.min() >= SMALL and r.max() <= LARGE:
            return _interpolated(activation, r)
        return _anywhere(activation, r)


def _anywhere(activation: Activation, r: Array) -> Moments:
    """Also where the table ends: f is straight on either side of 0 near 0, and grows in proportion, or not, far out."""
    unknown = np.isnan(r)
    inner = _interpolated(activation, np.clip(np.where(unknown, 1.0, r), SMALL, LARGE))
    right, left = activation.derivative(np.array([1e-12, -1e-12]))
    near = _straight(r, float(right), float(left))

    def ends(small: Array, middle: Array) -> Array:
        far = np.where(np.abs(middle) > LARGE / 1000.0, np.copysign(math.inf, middle), middle)
        return np.select((unknown, r < SMALL, r > LARGE), (r, small, far), middle)

    return Moments(ends(near.mean, inner.mean), ends(near.std, inner.std), ends(near.slope, inner.slope))


def _straight(r: Array, right: float, left: float) -> Moments:
    """In closed form: E f = r (right - left)/√2π, E f² = r² (right² + left²)/2."""
    square = (right**2 + left**2) / 2.0
    mean = (right - left) / math.sqrt(2.0 * math.pi)
    return Moments(
        r * mean if mean else np.zeros_like(r), r * math.sqrt(square - mean**2), np.full_like(r, math.sqrt(square))
    )


def _interpolated(activation: Activation, r: Array) -> Moments:
    """From the table, by Lagrange's polynomial through the places around ln r. What is tabled is free of r's size."""
    place = np.log(r) * PER_FOLD
    first = np.floor(place).astype(np.int64) - (ORDER // 2 - 1)
    powers = np.empty((ORDER, *r.shape))
    powers[0], powers[1:] = 1.0, place - first - (ORDER - 1) / 2.0
    weights = np.tensordot(_through_places(), np.cumprod(powers, axis=0), 1)
    blocks = np.unique(np.concatenate((first, first + ORDER - 1), axis=None) // BLOCK)
    table = np.concatenate([_block(activation, int(block)) for block in blocks], axis=1)
    # Neighbouring blocks stand side by side, so the places after the first one follow it there too.
    column = np.searchsorted(blocks, first // BLOCK) * BLOCK + first % BLOCK
    mean, std, slope = sum(table[:, column + k] * weights[k] for k in range(ORDER))
    size = np.hypot(1.0, r)
    return Moments(mean * size, std * size, slope)


@functools.cache
def _through_places() -> Array:
    """The matrix (ORDER, ORDER) that takes the powers of x to the weights of values at -3.5, -2.5, …, 3.5."""
    places = np.arange(ORDER) - (ORDER - 1) / 2.0
    return np.asarray(np.linalg.inv(places ** np.arange(ORDER)[:, np.newaxis]))


@functools.lru_cache(maxsize=512)
def _block(activation: Activation, block: int) -> Array:
    """One block of the table (3, BLOCK): mean and std over √(1 + r²), and slope, at r = e^(place/PER_FOLD)."""
    r = np.exp((block * BLOCK + np.arange(BLOCK)) / PER_FOLD)
    return np.stack(integrate(activation, r))


def integrate(activation: Activation, r: Array) -> tuple[Array, Array, Array]:
    """Mean and std of f over √(1 + r²), and √E f'², for finite spreads `r` (n,): by quadrature, one by one."""
    u, weight = _rule(r)
    z = r[:, np.newaxis] * u
    value = (activation(z) - activation(np.zeros(1))) / np.hypot(1.0, r)[:, np.newaxis]
    mean = (weight * value).sum(axis=1)
    apart = value - mean[:, np.newaxis]
    most = np.abs(apart).max(axis=1)  # far out, a saturated f over r has a square that is no float
    std = most * np.sqrt((weight * (apart / most[:, np.newaxis]) ** 2).sum(axis=1))
    slope = np.sqrt((weight * activation.derivative(z) ** 2).sum(axis=1))
    return mean, std, slope


def _rule(r: Array) -> tuple[Array, Array]:
    """Places u and weights, each (n, points), of ∫ φ(u) g(r u) du for each spread r (n,)."""
    ends = np.concatenate(
        (np.minimum(STEEP_ENDS / r[:, np.newaxis], EDGE), np.tile(np.arange(EDGE + 1), (len(r), 1))), axis=1
    )
    ends.sort(axis=1)
    nodes, weights = np.polynomial.legendre.leggauss(POINTS)
    half = np.diff(ends, axis=1)[..., np.newaxis] / 2.0
    u = (ends[:, :-1, np.newaxis] + half * (1.0 + nodes)).reshape(len(r), -1)
    density = (half * weights).reshape(len(r), -1) * np.exp(-u * u / 2.0) / math.sqrt(2.0 * math.pi)
    return np.concatenate((-u, u), axis=1), np.concatenate((density, density), axis=1)
