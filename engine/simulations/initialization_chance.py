"""How far off chance alone puts the mean and the standard deviation of the rows of a weight matrix drawn so far.

The standard deviation is the population form, s² = Σ(w − m)²/N as in `np.std`, of the N = k·n_out weights of k rows.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from engine.initializers import Initializer
from engine.simulations.base import Array


@dataclass(frozen=True, slots=True, eq=False)
class Chance:
    """What draws may be expected to give; arrays over the numbers of rows asked for.

    `mean_error` is the standard error of the mean, whose expectation is 0; `std_center` and `std_error` are the
    expectation and the standard error of the sample standard deviation. An error of 0 says that chance has no part.
    """

    mean_error: Array
    std_center: Array
    std_error: Array

    def errors(self, rows: int) -> tuple[float, float]:
        """The standard errors of mean and standard deviation after `rows` of 1 … k rows; 0 before the first."""
        return (float(self.mean_error[rows - 1]), float(self.std_error[rows - 1])) if rows else (0.0, 0.0)

    def scores(self, mean: Array | float, std: Array | float) -> tuple[Array, Array]:
        """How many standard errors samples lie off, elementwise; 0 where chance has no part."""
        return _score(mean, 0.0, self.mean_error), _score(std, self.std_center, self.std_error)


def _score(found: Array | float, center: Array | float, error: Array) -> Array:
    return np.divide(found - center, error, out=np.zeros(error.shape), where=error > 0)


def chance(initializer: Initializer, rows: Array, n_in: int, n_out: int) -> Chance:
    """What chance does to the first k rows, for each k ≥ 1 in `rows`.

    The mean has exactly the standard error σ/√N: no two weights are correlated, not even in an orthogonal matrix. For
    the standard deviation the delta method to second order: with E s² = σ² (1 − 1/N) = r² and V = Var s²,
    E s ≈ r (1 − V/8r⁴) and SE s ≈ √V / 2r. For normal weights that tends to σ/√2N, for uniform ones to σ/√5N; at N = 2
    it is 17 % too wide, from N = 10 on less than 2 %. One weight has no spread: E s = SE s = 0.
    """
    sigma = initializer.std(n_in, n_out)
    count = np.asarray(rows, dtype=np.float64) * n_out
    square = sigma**2 * (1 - 1 / count)
    variance = initializer.variance_of_square(rows, n_in, n_out)
    root = np.sqrt(square)
    spread = square > 0
    error = np.divide(np.sqrt(variance), 2 * root, out=np.zeros(count.shape), where=spread)
    bias = np.divide(variance, 8 * square**2, out=np.zeros(count.shape), where=spread)
    return Chance(sigma / np.sqrt(count), root * (1 - bias), error)
