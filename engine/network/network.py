"""A network of dense layers over one flat vector of parameters."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

import numpy as np

from engine.activations import Activation
from engine.initializers import Initializer
from engine.network.layers import Array, BatchNormalization, Layer
from engine.work import pulse

# Multiplications per pass from which on a pass is long enough to ask between layers whether it is still wanted.
LONG_PASS = 1_000_000


@dataclass(frozen=True, slots=True)
class NetworkSettings:
    """What a network is: `sizes` (n_in, hidden …, n_out), and what its hidden layers do.

    `output` only says how z is read: "sigmoid" as σ(z), a probability. `Network.forward` returns z either way.
    Raises `ValueError` for fewer than two sizes, for a width below 1 and for another output.
    """

    sizes: tuple[int, ...]
    activation: Activation
    initializer: Initializer
    batch_norm: bool = False
    residual: bool = False
    output: Literal["linear", "sigmoid"] = "linear"

    def __post_init__(self) -> None:
        """Check."""
        if len(self.sizes) < 2 or min(self.sizes) < 1:
            raise ValueError(f"a network needs two or more widths of at least 1, not {self.sizes}")
        if self.output not in ("linear", "sigmoid"):
            raise ValueError(f"an output is linear or sigmoid, not {self.output!r}")

    @property
    def depth(self) -> int:
        """The number of hidden layers."""
        return len(self.sizes) - 2

    def shapes(self) -> dict[str, tuple[int, ...]]:
        """The shape of each parameter by name, in the order of the flat vector."""
        shapes: dict[str, tuple[int, ...]] = {}
        for number, (n_in, n_out) in enumerate(zip(self.sizes[:-1], self.sizes[1:], strict=True), start=1):
            shapes |= {f"W{number}": (n_in, n_out), f"b{number}": (n_out,)}
            if self.batch_norm and number <= self.depth:
                shapes |= {f"gamma{number}": (n_out,), f"beta{number}": (n_out,)}
        return shapes

    def running_shapes(self) -> dict[str, tuple[int, ...]]:
        """The shape of each running statistic by name: none without batch normalization."""
        widths = enumerate(self.sizes[1:-1] if self.batch_norm else (), start=1)
        return {f"{name}{number}": (width,) for number, width in widths for name in ("mean", "variance")}


def size(shapes: dict[str, tuple[int, ...]]) -> int:
    """How many numbers arrays of these shapes hold together."""
    return sum(math.prod(shape) for shape in shapes.values())


def views(vector: Array, shapes: dict[str, tuple[int, ...]]) -> dict[str, Array]:
    """A flat vector's parts, one behind the other, as arrays of these shapes. Raises `ValueError` if it does not fit."""
    if vector.shape != (size(shapes),):
        raise ValueError(f"a vector of {size(shapes)} numbers is needed, not one of shape {vector.shape}")
    parts, start = {}, 0
    for name, shape in shapes.items():
        end = start + math.prod(shape)
        parts[name] = vector[start:end].reshape(shape)
        start = end
    return parts


class Network:
    """Hidden layer: z = x W + b; batch normalization; a = f(z); a ← a + x where the widths agree. Output layer: z.

    `parameters` ("W1", "b1", "gamma1", "beta1", …), their `gradients` and the `running_statistics` ("mean1",
    "variance1", …) are writable views into a flat float64 vector each: `vector`, `gradient_vector`, `running`.
    Weights come from the initializer, layer by layer: one standard-normal draw each, and nothing else is drawn; so
    from the same generator two networks of the same sizes start with the same draw. b and β start at 0, γ at 1.
    What overflows is inf or NaN, and no warning is given.
    """

    __slots__ = (
        "_summing",
        "gradient_vector",
        "gradients",
        "layers",
        "parameters",
        "running",
        "running_statistics",
        "settings",
        "vector",
    )

    def __init__(self, settings: NetworkSettings, rng: np.random.Generator) -> None:
        """Draw the weights."""
        vector, running = np.empty(size(settings.shapes())), np.empty(size(settings.running_shapes()))
        self._bind(settings, vector, running)
        pairs = zip(settings.sizes[:-1], settings.sizes[1:], strict=True)
        for layer, (n_in, n_out) in zip(self.layers, pairs, strict=True):
            layer.W[:] = settings.initializer(rng, n_in, n_out)
            layer.b.fill(0.0)
            if layer.normalization is not None:
                layer.normalization.reset()

    @classmethod
    def over(cls, settings: NetworkSettings, vector: Array, running: Array) -> Network:
        """A network over parameters and running statistics that exist: nothing is drawn, nothing copied.

        A forward pass in training alters `running`. Raises `ValueError` if the vectors do not fit the settings.
        """
        network = cls.__new__(cls)
        network._bind(settings, vector, running)
        return network

    def _bind(self, settings: NetworkSettings, vector: Array, running: Array) -> None:
        shapes = settings.shapes()
        self.settings, self.vector, self.running = settings, vector, running
        self.gradient_vector = np.zeros_like(vector)
        self._summing = np.ones(0)
        self.parameters = views(vector, shapes)
        self.gradients = views(self.gradient_vector, shapes)
        self.running_statistics = views(running, settings.running_shapes())
        self.layers = tuple(self._layer(number) for number in range(1, settings.depth + 2))

    def _layer(self, number: int) -> Layer:
        """Layer `number` (from 1) with its views."""
        settings, hidden = self.settings, number <= self.settings.depth
        p, g, running = self.parameters, self.gradients, self.running_statistics
        n = str(number)
        activation = settings.activation if hidden else None
        layer = Layer((p["W" + n], p["b" + n]), (g["W" + n], g["b" + n]), activation)
        n_in, n_out = layer.W.shape
        layer.residual = settings.residual and hidden and n_in == n_out
        if settings.batch_norm and hidden:
            layer.normalization = BatchNormalization(
                (p["gamma" + n], p["beta" + n]),
                (g["gamma" + n], g["beta" + n]),
                (running["mean" + n], running["variance" + n]),
            )
        return layer

    @property
    def variance_left(self) -> bool:
        """Whether the last pass was a batch of one in training, which left the running variances as they were."""
        return any(layer.normalization is not None and layer.normalization.variance_left for layer in self.layers)

    def forward(self, x: Array, training: bool = True) -> Array:
        """The output z (batch, n_out) of a batch `x` (batch, n_in). Batch norm uses the batch's statistics in `training`.

        Raises `ValueError` for an `x` of another shape.
        """
        a = np.asarray(x, dtype=np.float64)
        if a.ndim != 2 or a.shape[1] != self.settings.sizes[0] or len(a) == 0:
            raise ValueError(f"a batch of shape (batch, {self.settings.sizes[0]}) is needed, not {a.shape}")
        with np.errstate(all="ignore"):
            return self.send(a, training)

    def send(self, x: Array, training: bool) -> Array:
        """As `forward`, for callers who have silenced NumPy's warnings themselves and whose `x` fits."""
        long = self._long(x)
        for layer in self.layers:
            if long:
                pulse()
            x = layer.forward(x, training)
        return x

    def backward(self, d_output: Array, watch: Callable[[Layer], None] | None = None) -> Array:
        """Fill in all gradients from ∂L/∂z (batch, n_out) of the last forward pass; return ∂L/∂x (batch, n_in).

        Every layer keeps its `d_a` and `d_z`; with `watch` it is called with each layer from the last to the first, as
        soon as these are known, and they are let go afterwards, so that deep networks need less memory. Raises
        `ValueError` for a `d_output` of another shape than the last z.
        """
        d_a, z = np.asarray(d_output, dtype=np.float64), self.layers[-1].z
        if d_a.shape != z.shape:
            raise ValueError(f"∂L/∂z of the last z, of shape {z.shape}, is needed, not {d_a.shape}")
        long, ones = self._long(d_a), self._ones(d_a)
        with np.errstate(all="ignore"):
            for layer in reversed(self.layers):
                if long:
                    pulse()
                d_z = layer.backward(d_a, ones)
                d_x = layer.d_input(d_a, d_z)
                if watch is not None:
                    watch(layer)
                    layer.forget()
                d_a = d_x
        return d_a

    def find_gradients(self, d_output: Array) -> None:
        """Fill in all gradients as `backward` does, and nothing else: no `d_a`, no `d_z`, no ∂L/∂x.

        For callers who have silenced NumPy's warnings themselves.
        """
        long, ones = self._long(d_output), self._ones(d_output)
        d_a = d_output
        for layer in self.layers[:0:-1]:
            if long:
                pulse()
            d_a = layer.d_input(d_a, layer.backward(d_a, ones, keep=False))
        self.layers[0].backward(d_a, ones, keep=False)

    def _ones(self, batch: Array) -> Array:
        """A one for each sample: a product with it sums over the batch, quicker than a sum."""
        if len(self._summing) != len(batch):
            self._summing = np.ones(len(batch))
        return self._summing

    def _long(self, batch: Array) -> bool:
        """Whether a pass with this batch takes long enough to ask now and then whether it is still wanted."""
        return len(batch) * len(self.vector) > LONG_PASS
