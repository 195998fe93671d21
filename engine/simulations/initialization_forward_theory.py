"""What the pass through a scheme's layers is expected to give in wide layers.

For each point of the batch z is normal with Var z_l = q_l, and q_{l+1} = n · Var W · E f(z)², E over z ~ N(0, q_l); on the way
back the mean square of ∂L/∂a is multiplied by n · Var W · E f'(z)² (Poole et al. 2016; Schoenholz et al. 2017). For ReLU
these are the factors of He et al. (2015), where f is linear those of Glorot and Bengio (2010).
"""

from __future__ import annotations

import functools
from dataclasses import dataclass

import numpy as np

from engine.initializers import Initializer
from engine.network.theory_moments import moments
from engine.simulations.base import Array
from engine.simulations.initialization_forward_pass import Course, root_mean_square
from engine.work import pulse


@dataclass(frozen=True, slots=True, eq=False)
class Theory:
    """Standard deviations over units and batch, one a layer: of a, and of ∂L/∂a for 1 at the last layer; (layers,)."""

    activations: Array
    gradients: Array


@functools.lru_cache(maxsize=16)
def theory(initializer: Initializer, course: Course) -> Theory:
    """The expectation for this very batch: its points enter with their own sizes."""
    with np.errstate(all="ignore"):
        return _theory(initializer, course)


def _theory(initializer: Initializer, course: Course) -> Theory:
    # Squares may be beyond all floats where their roots are not: roots are what is passed on.
    size = np.sqrt(np.square(course.batch_of_inputs()).mean(axis=1))
    offset = float(course.activation(np.zeros(1))[0])
    stds, slopes = np.empty(course.layers), np.empty((course.layers, course.batch))
    for place in range(course.layers):
        pulse()
        n_in, n_out = course.shape(place + 1)
        expected = moments(course.activation, np.sqrt(n_in) * initializer.std(n_in, n_out) * size)
        mean = expected.mean + offset
        size = np.hypot(expected.std, mean)
        stds[place] = np.hypot(root_mean_square(expected.std), root_mean_square(mean - mean.mean()))
        slopes[place] = expected.slope
    n_in, n_out = course.shape(2)
    gain = np.sqrt(n_out) * initializer.std(n_in, n_out) * slopes
    gradients = np.ones((course.layers, course.batch))
    for place in range(course.layers - 1, 0, -1):
        gradients[place - 1] = gradients[place] * gain[place]
    return Theory(stds, np.array([root_mean_square(row) for row in gradients]))
