"""What one pass through a network says of each of its hidden layers."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.network.layers import Array, Layer
from engine.network.network import Network

# A unit's input is called saturated where |f'(z)| is below this.
SATURATED = 0.05
# A mean of squares below this has lost digits to the squares that are 0.
TINY = 1e-280


@dataclass(frozen=True, slots=True, eq=False)
class LayerStatistics:
    """One number for each hidden layer, first to last; each (depth,). What overflowed is inf or NaN.

    Of the activations: `rms_a`, `std_a` over units and batch, the share of exact zeros `zeros`, of |f'(z)| < 0.05
    `saturated`, and of units whose f'(z) is 0 over the whole batch `dead`. Of the gradients: `rms_d_a` of ∂L/∂a,
    `rms_d_z` of ∂L/∂z (after batch normalization), `rms_d_w` and `max_d_w` of ∂L/∂W, its rms and largest size.
    `finite` (bool) says that all these are finite.
    """

    rms_a: Array
    std_a: Array
    zeros: Array
    saturated: Array
    dead: Array
    rms_d_a: Array
    rms_d_z: Array
    rms_d_w: Array
    max_d_w: Array

    @property
    def finite(self) -> NDArray[np.bool_]:
        """Whether every number of the layer is finite, (depth,)."""
        sizes = np.stack([self.rms_a, self.rms_d_a, self.rms_d_z, self.max_d_w])
        return np.asarray(np.isfinite(sizes).all(axis=0))


def layer_statistics(network: Network) -> LayerStatistics:
    """The statistics of the last forward and backward pass; without a backward pass of its own, NaN for gradients."""
    with np.errstate(all="ignore"):
        rows = [of_layer(layer) for layer in network.layers[:-1]]
    return LayerStatistics(*np.array(rows, dtype=np.float64).reshape(len(rows), -1).T)


def of_layer(layer: Layer) -> tuple[float, ...]:
    """The numbers of one hidden layer in the order of `LayerStatistics`."""
    assert layer.activation is not None
    slope = np.abs(layer.activation.derivative(layer.z) if layer.slope is None else layer.slope)
    over_batch = np.ones(len(slope)).dot(slope)  # 0 where all are 0, as none is negative
    return (
        root_mean_square(layer.a),
        standard_deviation(layer.a),
        np.count_nonzero(layer.a == 0.0) / layer.a.size,
        np.count_nonzero(slope < SATURATED) / slope.size,
        np.count_nonzero(over_batch == 0.0) / slope.shape[1],
        root_mean_square(layer.d_a),
        root_mean_square(layer.d_z),
        root_mean_square(layer.d_W),
        largest(layer.d_W),
    )


def standard_deviation(values: Array) -> float:
    """The standard deviation of all entries."""
    return root_mean_square(values - np.add.reduce(values, None) / values.size)


def largest(values: Array) -> float:
    """The largest size; NaN where one is."""
    return max(float(values.max()), -float(values.min()))


def root_mean_square(values: Array | None) -> float:
    """√(mean of squares), also of numbers whose squares are no floats any more. NaN for None."""
    if values is None:
        return math.nan
    flat = values.ravel()
    square = float(flat.dot(flat)) / flat.size
    if TINY < square < math.inf:
        return math.sqrt(square)
    most = largest(flat)
    if most == 0.0 or not math.isfinite(most):
        return most
    scaled = flat / most
    return most * math.sqrt(float(scaled.dot(scaled)) / flat.size)
