"""How alike wide layers keep two points, forward and backward: a table over their lengths and the angle between them.

Forward, E[a a'] of two points follows from layer to layer by E[f(z) f(z')], where z and z' are correlated as the layer's
inputs are; backward, E[δ δ'] shrinks by E[f'(z) f'(z')] (Poole et al. 2016; Schoenholz et al. 2017). Both depend only on
the lengths of the two inputs and their angle. Everything is kept as correlations and sizes apart, so that what grows or
vanishes by hundreds of decades can be followed.
"""

from __future__ import annotations

import functools
import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.network.theory_kernel import Series, straight_kernels
from engine.network.theory_moments import slopes
from engine.network.theory_pass import Layout, Signals, gradients, signals
from engine.work import pulse

Array = NDArray[np.float64]
Numbers = NDArray[np.intp]

LENGTHS = 10  # of a table, where lengths matter
ANGLES = 64  # steps from 0 to π …
SHARP_ANGLES = 512  # … and where a kink bends the table at 0


@dataclass(frozen=True, slots=True, eq=False)
class Table:
    """For each hidden layer: E[a a'] E[δ δ'] for pairs of lengths and angles, per ∂L/∂z · ∂L/∂z' and weight at the output.

    `kernel` (depth, pairs, angles + 1) times `scale`² (depth,); a the layer's input, δ = ∂L/∂z. `missing` is the
    largest share of any layer's E f'² that the series leave out: how wrong the table may be near θ = 0.
    """

    kernel: Array
    scale: Array
    missing: float


def pairs(count: int) -> tuple[Numbers, Numbers]:
    """The numbers a ≤ b of all pairs of `count` lengths."""
    first, second = np.triu_indices(count)
    return first, second


def chebyshev(low: float, high: float) -> Array:
    """The lengths of a table from `low` to `high`."""
    places = np.cos((np.arange(LENGTHS) + 0.5) * math.pi / LENGTHS)
    return np.asarray((low + high) / 2.0 - (high - low) / 2.0 * places)


@dataclass(frozen=True, slots=True, eq=False)
class _Passes:
    """What becomes of each length by itself: its way forward, its `size` (rms), and the rms of ∂L/∂a on its way back."""

    layout: Layout
    way: Signals
    size: Array
    back: Array
    first: Numbers
    second: Numbers

    @classmethod
    def of(cls, layout: Layout, rms: Array) -> _Passes:
        """The passes of inputs of these `rms` (lengths,)."""
        way = signals(layout, rms, np.zeros(len(rms)))
        return cls(layout, way, way.rms, gradients(layout, way.slope, np.ones(len(rms))), *pairs(len(rms)))

    def product(self, part: Array, whole: Array) -> Array:
        """`part`/`whole` (lengths,) of a pair's one length times that of its other, (pairs, 1); 0/0 is 0."""
        share = np.where(whole > 0, part / whole, 0.0)
        return np.asarray((share[self.first] * share[self.second])[:, np.newaxis])

    def grown(self, layer: int, value: Array, alike: Array) -> Array:
        """The correlation after a residual layer, from `value` of E[f f'] over its size and the one before, `alike`."""
        size, before = self.size[layer], self.size[layer - 1]
        f_mean, mean = self.way.f_mean[layer] / size, self.way.mean[layer - 1] / size
        cross = f_mean[self.first] * mean[self.second] + f_mean[self.second] * mean[self.first]
        return np.asarray(value + self.product(before, size) * alike + cross[:, np.newaxis])


@functools.lru_cache(maxsize=16)
def table(layout: Layout, n_in: int, low: float, high: float) -> Table:
    """The table for inputs of lengths from `low` to `high` in `n_in` dimensions, a millisecond or so for each layer.

    Where the activation is straight on either side of 0 the lengths only scale it, and it has one length, 1.
    """
    straight = slopes(layout.activation) is not None
    lengths = np.ones(1) if straight else chebyshev(low, high)
    angle = np.linspace(0.0, math.pi, (SHARP_ANGLES if straight else ANGLES) + 1)
    passes = _Passes.of(layout, lengths / math.sqrt(n_in))
    alike, steep, missing = _forward(passes, np.tile(np.cos(angle), (len(passes.first), 1)))
    return Table(*_backward(passes, alike, steep), missing)


def _forward(passes: _Passes, start: Array) -> tuple[list[Array], list[Array], float]:
    """For each layer the correlation of its inputs and that of f'(z), (pairs, angles + 1) each, and what is missing."""
    layout, size, slope = passes.layout, passes.size, passes.way.slope
    straight = slopes(layout.activation)
    alike, steep, missing = [start], [], 0.0
    for layer in range(1, len(layout.residual) + 1):
        pulse()
        spread = layout.forward[layer - 1] * size[layer - 1]
        if straight is not None:
            value, both = straight_kernels(alike[-1], *straight)
            value *= passes.product(spread, size[layer])
        else:
            series = Series.of(layout.activation, spread, size[layer])
            value, both = series.kernels(alike[-1], passes.first, passes.second)
            missing = max(missing, float((1.0 - series.slope_square() / slope[layer] ** 2).max()))
        steep.append(both * passes.product(np.ones(len(spread)), slope[layer]))
        if layout.residual[layer - 1]:
            value = passes.grown(layer, value, alike[-1])
        alike.append(np.clip(value, -1.0, 1.0))
    return alike, steep, missing


def _backward(passes: _Passes, alike: list[Array], steep: list[Array]) -> tuple[Array, Array]:
    """The kernel and its scale, from the last layer to the first."""
    layout, back, slope = passes.layout, passes.back, passes.way.slope
    alone = passes.size[:-1] * (back * slope)[1:]
    scale = alone.max(axis=1)
    kernel, same = np.empty((len(steep), *alike[0].shape)), np.ones(alike[0].shape)
    for layer in range(len(steep), 0, -1):
        through = same * steep[layer - 1]
        share = passes.product(alone[layer - 1], np.full(len(passes.size[0]), scale[layer - 1]))
        kernel[layer - 1] = alike[layer - 1] * through * share
        if layer > 1:
            gain = layout.backward[layer - 1] * slope[layer] * back[layer]
            past = passes.product(back[layer], back[layer - 1]) * same if layout.residual[layer - 1] else 0.0
            same = passes.product(gain, back[layer - 1]) * through + past
    return kernel, scale
