"""What no network in NumPy can do without: the matrix products and the activations, forward and back."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]


def forward_and_back(weights: Sequence[Array], x: Array, d_output: Array) -> tuple[Array, list[Array]]:
    """∂L/∂x and all ∂L/∂W of a ReLU network with a linear output and no b, from its input and ∂L/∂z of its output."""
    inputs, a = [], x
    for w in weights[:-1]:
        inputs.append(a)
        a = np.maximum(a @ w, 0.0)
    inputs.append(a)
    d_z, gradients = d_output, []
    for number in range(len(weights) - 1, -1, -1):
        gradients.append(inputs[number].T @ d_z)
        d_z = d_z @ weights[number].T
        if number:
            d_z *= inputs[number] > 0.0  # a is above 0 where z is
    return d_z, gradients
