"""E[f(z) f(z')] and E[f'(z) f'(z')] for normal z and z' of any spreads and correlation ρ.

With straight pieces both are closed forms and do not depend on the spreads: the arc-cosine kernels (Cho and Saul 2009,
"Kernel methods for deep learning"). Otherwise they are power series in ρ, Σ c_k c'_k ρ^k with the coefficients of f (or f')
in Hermite's polynomials (Mehler 1866), which converge fast for a smooth f and moderate spreads. Where f' jumps, the end of
the series of the jump itself is known in closed form and added.
"""

from __future__ import annotations

import functools
import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.activations import Activation

Array = NDArray[np.float64]
Numbers = NDArray[np.intp]

TERMS = 128  # of a series at most
LEFT_OUT = 1e-9  # of a series' sum, where fewer terms reach it
POINTS = 16
# Where the pieces of the integrals end, on either side of 0: fine enough for an f that saturates within a thousandth.
ENDS = np.concatenate(([0.0], 2.0 ** np.arange(-10.0, 0.0), np.arange(1.0, 14.0)))


def straight_kernels(rho: Array, right: float, left: float) -> tuple[Array, Array]:
    """Both for slopes `right` and `left` of 0: E[f f'] over the two spreads, and E[f' f'], at correlations `rho`.

    f(z) = left · z + (right - left) max(0, z); for max(0, z) they are (sin θ + (π - θ) cos θ)/2π and (π - θ)/2π.
    """
    theta = np.arccos(np.clip(rho, -1.0, 1.0))
    slope = (math.pi - theta) / (2.0 * math.pi)
    value = np.sin(theta) / (2.0 * math.pi) + slope * rho
    kink, line = (right - left) ** 2, left * right
    return kink * value + line * rho, kink * slope + line


@dataclass(frozen=True, slots=True, eq=False)
class Series:
    """Coefficients (spreads, terms) of f(z) and f'(z) in Hermite's polynomials of z over its spread, and f's jump."""

    value: Array
    slope: Array
    jump: float

    @classmethod
    def of(cls, activation: Activation, spread: Array, size: Array) -> Series:
        """For z of each `spread` (n,); f is divided by `size` (n,), except by 0."""
        u, basis = _basis()
        z = spread[:, np.newaxis] * u
        right, left = activation.derivative(np.array([1e-12, -1e-12]))
        value = (activation(z) / np.where(size > 0, size, 1.0)[:, np.newaxis]) @ basis
        return cls(value, activation.derivative(z) @ basis, float(right - left))

    def kernels(self, rho: Array, first: Numbers, second: Numbers) -> tuple[Array, Array]:
        """Both at correlations `rho` (pairs, …) for the spreads numbered `first` and `second` (pairs,)."""
        slope = power_series(self.slope[first] * self.slope[second], rho)
        if self.jump:
            slope += self.jump**2 * _end_of_step(rho)
        return power_series(self.value[first] * self.value[second], rho), slope

    def slope_square(self) -> Array:
        """E f'(z)² of each spread, as far as the series reaches."""
        end = float(_end_of_step(np.ones(1))[0]) if self.jump else 0.0
        return np.asarray((self.slope**2).sum(axis=1) + self.jump**2 * end)


def power_series(factors: Array, rho: Array) -> Array:
    """Σ_k factors[:, k] ρ^k for each row, (rows, …), with no more terms than matter."""
    sizes = np.abs(factors)
    rest = np.cumsum(sizes[:, ::-1], axis=1)[:, ::-1]
    terms = int(np.count_nonzero((rest > LEFT_OUT * rest[:, :1]).any(axis=0)))
    total = np.zeros(rho.shape)
    for k in range(max(terms, 1) - 1, -1, -1):
        total *= rho
        total += factors[:, k, np.newaxis]
    return total


def _end_of_step(rho: Array) -> Array:
    """What the series of E[h(z) h(z')] = 1/4 + arcsin(ρ)/2π, h a step from 0 to 1 at 0, has after its first terms."""
    u, basis = _basis()
    steps = np.square((u > 0.0) @ basis)[np.newaxis]
    whole = 0.25 + np.arcsin(np.clip(rho, -1.0, 1.0)) / (2.0 * math.pi)
    total = np.zeros(rho.shape)
    for k in range(steps.shape[1] - 1, -1, -1):
        total *= rho
        total += steps[0, k]
    return np.asarray(whole - total)


@functools.cache
def _basis() -> tuple[Array, Array]:
    """Places u, and for each the weights (places, TERMS) that make a function's values its Hermite coefficients.

    The polynomials are h_0 = 1, h_1 = u, h_k+1 = (u h_k - √k h_k-1)/√(k + 1): E h_j h_k = 1 if j = k, else 0.
    """
    nodes, weights = np.polynomial.legendre.leggauss(POINTS)
    half = np.diff(ENDS)[:, np.newaxis] / 2.0
    right = (ENDS[:-1, np.newaxis] + half * (1.0 + nodes)).ravel()
    density = (half * weights).ravel() * np.exp(-right * right / 2.0) / math.sqrt(2.0 * math.pi)
    u = np.concatenate((-right, right))
    basis = np.empty((len(u), TERMS))
    basis[:, 0], basis[:, 1] = 1.0, u
    for k in range(1, TERMS - 1):
        basis[:, k + 1] = (u * basis[:, k] - math.sqrt(k) * basis[:, k - 1]) / math.sqrt(k + 1)
    return u, basis * np.concatenate((density, density))[:, np.newaxis]
