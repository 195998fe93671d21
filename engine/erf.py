"""The error function and its complement on arrays, to rounding; NumPy has neither.

Rational Chebyshev approximations of W. J. Cody, "Rational Chebyshev approximations for the error function",
Mathematics of Computation 23 (1969) 631-637, one for each of |x| <= 0.46875, 0.46875 < |x| <= 4 and |x| > 4.
"""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import ArrayLike, NDArray

Array = NDArray[np.float64]

CENTRE = 0.46875
TAIL = 4.0
FARTHEST = 30.0  # erfc(30) is below the smallest positive float


def _pairs(top: tuple[float, ...], bottom: tuple[float, ...]) -> Array:
    """Numerator and denominator of one rational function, shape (terms, 2, 1), highest power first."""
    return np.array([top, bottom]).T[:, :, np.newaxis]


CENTRE_RATIO = _pairs(
    (
        1.85777706184603153e-1,
        3.16112374387056560e0,
        1.13864154151050156e2,
        3.77485237685302021e2,
        3.20937758913846947e3,
    ),
    (
        1.0,
        2.36012909523441209e1,
        2.44024637934444173e2,
        1.28261652607737228e3,
        2.84423683343917062e3,
    ),
)
MIDDLE_RATIO = _pairs(
    (
        2.15311535474403846e-8,
        5.64188496988670089e-1,
        8.88314979438837594e0,
        6.61191906371416295e1,
        2.98635138197400131e2,
        8.81952221241769090e2,
        1.71204761263407058e3,
        2.05107837782607147e3,
        1.23033935479799725e3,
    ),
    (
        1.0,
        1.57449261107098347e1,
        1.17693950891312499e2,
        5.37181101862009858e2,
        1.62138957456669019e3,
        3.29079923573345963e3,
        4.36261909014324716e3,
        3.43936767414372164e3,
        1.23033935480374942e3,
    ),
)
TAIL_RATIO = _pairs(
    (
        1.63153871373020978e-2,
        3.05326634961232344e-1,
        3.60344899949804439e-1,
        1.25781726111229246e-1,
        1.60837851487422766e-2,
        6.58749161529837803e-4,
    ),
    (
        1.0,
        2.56852019228982242e0,
        1.87295284992346725e0,
        5.27905102951428412e-1,
        6.05183413124413191e-2,
        2.33520497626869185e-3,
    ),
)


def erf(x: ArrayLike) -> Array:
    """The integral 2/√π ∫₀ˣ e^(-t²) dt, for an array of any shape; ±1 at ±inf, NaN at NaN."""
    x = np.asarray(x, dtype=np.float64)
    size = np.abs(x)
    result = np.where(np.isnan(x), x, np.copysign(1.0, x))
    centre = size <= CENTRE
    result[centre] = _centre(x[centre])
    outside = (size > CENTRE) & (size < 6.0)  # from 6 on, 1 - erfc(x) is 1 to rounding
    result[outside] = np.copysign(1.0 - _complement(size[outside]), x[outside])
    return result


def erfc(x: ArrayLike) -> Array:
    """1 - erf(x) without the cancellation for large x; 2 at -inf, 0 at inf, NaN at NaN."""
    x = np.asarray(x, dtype=np.float64)
    size = np.minimum(np.abs(x), FARTHEST)
    result = np.array(x)
    centre = size <= CENTRE
    result[centre] = 1.0 - _centre(x[centre])
    outside = size > CENTRE
    tail = _complement(size[outside])
    result[outside] = np.where(x[outside] < 0, 2.0 - tail, tail)
    return result


def normal_cdf(z: ArrayLike) -> Array:
    """Φ(z), the share of N(0, 1) below z; accurate relative to itself also far on the left."""
    return 0.5 * erfc(np.asarray(z, dtype=np.float64) * -math.sqrt(0.5))


def normal_density(z: ArrayLike) -> Array:
    """φ(z) = e^(-z²/2)/√(2π); 0 where it is below the smallest float."""
    near = np.clip(np.asarray(z, dtype=np.float64), -40.0, 40.0)  # keeps the square finite
    return np.asarray(np.exp(near * near * -0.5) * (1.0 / math.sqrt(2.0 * math.pi)))


def _centre(x: Array) -> Array:
    """erf(x) for |x| <= 0.46875."""
    square = x * x
    return x * _ratio(CENTRE_RATIO, square)


def _complement(x: Array) -> Array:
    """erfc(x) for 0.46875 < x <= 30."""
    scaled = np.empty_like(x)
    tail = x > TAIL
    middle = ~tail
    scaled[middle] = _ratio(MIDDLE_RATIO, x[middle])
    far = x[tail]
    inverse = 1.0 / (far * far)
    scaled[tail] = (1.0 / math.sqrt(math.pi) - inverse * _ratio(TAIL_RATIO, inverse)) / far
    # e^(-x²) in two factors: the square of a multiple of 1/16 is exact, so rounding x² costs no digits.
    coarse = np.trunc(x * 16.0) / 16.0
    return np.exp(-coarse * coarse) * np.exp((coarse - x) * (coarse + x)) * scaled


def _ratio(pairs: Array, x: Array) -> Array:
    """Both polynomials by Horner's rule at once, and their quotient; `x` is one-dimensional."""
    both = np.zeros((2, x.size))
    for pair in pairs:
        both *= x
        both += pair
    return np.asarray(both[0] / both[1])
