"""The scalar chain in numbers: a ← f(w a) layer by layer, and back again by the chain rule.

Going forward, z_l = w a_{l-1} and a_l = f(z_l), with a_0 = x. Going back from the output, the gradient of a_n by what
enters layer l is g_l = g_{l+1} f'(z_l) w, with g_{n+1} = 1 (Rumelhart, Hinton and Williams 1986).
"""

from __future__ import annotations

import functools
from dataclasses import dataclass

import numpy as np

from engine.activations import Activation
from engine.simulations.base import Array


@dataclass(frozen=True, slots=True, eq=False)
class Chain:
    """A whole chain, there and back. Layer l stands at place l - 1 of `z`, `slopes`, `factors` and `gradients`.

    `a` has one entry more, a_0 = x first; `gradients` one more, the 1 that the way back starts with, last. Overflow is
    inf, and what has no value NaN.
    """

    x: float
    w: float
    z: Array
    a: Array
    slopes: Array
    factors: Array
    gradients: Array

    @property
    def layers(self) -> int:
        """The depth n."""
        return len(self.z)


def forward(activation: Activation, w: float, a: float) -> tuple[float, float]:
    """One layer: (z, f(z)) for z = w a."""
    z = w * a + 0.0  # no negative zero
    with np.errstate(all="ignore"):
        return z, float(activation(np.array(z))) + 0.0


def backward(activation: Activation, w: float, z: float, gradient: float) -> tuple[float, float]:
    """One layer back: (f'(z), gradient · f'(z) · w). Underflow gives 0, overflow inf."""
    with np.errstate(all="ignore"):
        slope = float(activation.derivative(np.array(z)))
    return slope, gradient * slope * w + 0.0


@functools.lru_cache(maxsize=8)
def solve(activation: Activation, x: float, w: float, layers: int) -> Chain:
    """The whole chain, by the same arithmetic as one layer at a time. Kept, since scene and frames ask alike."""
    a, z, slopes, gradients = [x], [], [], [1.0]
    for _ in range(layers):
        before, after = forward(activation, w, a[-1])
        z.append(before)
        a.append(after)
    for before in reversed(z):
        slope, gradient = backward(activation, w, before, gradients[-1])
        slopes.append(slope)
        gradients.append(gradient)
    slope_row = np.array(slopes[::-1])
    with np.errstate(all="ignore"):
        return Chain(x, w, np.array(z), np.array(a), slope_row, slope_row * w + 0.0, np.array(gradients[::-1]))


def gradient_by_weight(activation: Activation, x: float, layers: int, w: Array) -> Array:
    """The gradient at layer 1 for each weight of `w`, of shape (k,): all chains at once."""
    a = np.full(w.shape, x)
    z = np.empty((layers, *w.shape))
    with np.errstate(all="ignore"):
        for row in z:
            np.multiply(w, a, out=row)
            a = activation(row)
        return np.asarray(np.prod(activation.derivative(z) * w, axis=0))
