"""What wide networks do on average: the spread of activations and the size of gradients, layer by layer.

The inputs z of wide layers are normal, and each layer's spread follows from the one before it. With σ_w² = n_in · std²
of the weights, and z ~ N(0, q): q ← σ_w² E[f(z)²] forward (Poole et al. 2016, "Exponential expressivity in deep neural
networks through transient chaos"), and backward the mean square of ∂L/∂a is multiplied by χ = n_out · std² E[f'(z)²] at
each layer, as if the weights of the way back were drawn anew (Schoenholz et al. 2017, "Deep information propagation").
For f near the identity this is the variance rule of Glorot and Bengio (2010), for ReLU that of He et al. (2015).
With residual connections a ← a + f(z): E[a²] grows by E[f²] + 2 E[a] E[f], E[a] by E[f], and χ by 1.

How wide is wide depends. Where f(cz) = c f(z) the output is a · ∂z/∂a at every layer, so the gradient along the signal
grows as the signal does, and feeds the rest. With ReLU and residual connections that is 1.7 against √2 times a layer:
after k layers of n units the gradient is larger than expected by a factor of the order of 1 + (1.7/√2)^k/√n, about four
at 64 units and 20 layers, whatever the theory of infinite width says.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.network.network import NetworkSettings
from engine.network.theory_pairs import weight_gradients
from engine.network.theory_pass import Layout, gradients, lengths, pooled, signals
from engine.parameter import QT_TRANSLATE_NOOP

Array = NDArray[np.float64]

NORMALIZED = QT_TRANSLATE_NOOP(
    "engine",
    "No theory under batch normalization: each layer then depends on this very batch, not only on how wide it is.",
)


@dataclass(frozen=True, slots=True, eq=False)
class Theory:
    """What is expected of each hidden layer, (depth,); None where there is no theory, and `reason` says why.

    `activations` the standard deviation of a over units and batch together, `rms` its rms; `d_a`, `d_z`, `d_w` the rms
    of ∂L/∂a, of ∂L/∂z and of ∂L/∂W. `reason` is a sentence, empty where nothing is missing.
    """

    activations: Array | None = None
    rms: Array | None = None
    d_a: Array | None = None
    d_z: Array | None = None
    d_w: Array | None = None
    reason: str = ""


def expected(settings: NetworkSettings, x: Array, d_output: Array | None = None) -> Theory:
    """What a wide network of these settings does with the batch `x` (batch, n_in), averaged over its weights.

    The backward pass starts from `d_output`, the measured ∂L/∂z at the output (batch, n_out); without it nothing is
    said of gradients. Points of a batch differ: each is followed by itself, and the squares are averaged at the end.
    Too large for a float is inf; no warning is given. Where few inputs meet weights that are not normal, the first
    layer's z is not quite normal either: with two inputs and uniform weights its spread errs by some percent.
    """
    if settings.batch_norm:
        return Theory(reason=NORMALIZED)
    layout = Layout.of(settings)
    with np.errstate(all="ignore"):
        way = signals(layout, x.std(axis=1), x.mean(axis=1))
        spread = np.hypot(pooled(way.std), pooled(way.shift - way.shift.mean(axis=1, keepdims=True)))[1:]
        rms = pooled(way.rms)[1:]
        if d_output is None:
            return Theory(spread, rms)
        last = settings.initializer.std(*settings.sizes[-2:])
        d_a = gradients(layout, way.slope, last * lengths(d_output))
        d_w, reason = weight_gradients(layout, x, d_output, last, way.rms[:-1] * (d_a * way.slope)[1:])
        return Theory(spread, rms, pooled(d_a)[1:], pooled(d_a * way.slope)[1:], d_w, reason)
