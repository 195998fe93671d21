"""The networks that are compared with PyTorch's: what they are, what is drawn for them, and how tensors are put short.

For the script that makes the reference as well as for the test; needs NumPy alone. All draws are uniform numbers,
which are the same bits everywhere.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]
Settings = dict[str, Any]

# Every activation there is, with other parameters than the usual too.
ACTIVATIONS: tuple[tuple[str, Settings], ...] = (
    ("sigmoid", {}),
    ("tanh", {}),
    ("relu", {}),
    ("leaky_relu", {"alpha": 0.2}),
    ("elu", {"alpha": 1.0}),
    ("elu", {"alpha": 0.5}),
    ("swish", {"beta": 1.0}),
    ("swish", {"beta": 4.0}),
    ("gelu", {}),
    ("mish", {}),
    ("selu", {}),
    ("softplus", {}),
    ("identity", {}),
)
LOSSES = ("mse", "binary_cross_entropy")
# Widths and batch: widths that change and agree, one unit wide, a batch of one.
GENERAL, NARROW, SINGLE = ((3, 5, 5, 4, 4, 2), 9), ((2, 1, 1, 1, 1), 6), ((4, 6, 6, 3), 1)
DEEP, DEEPEST = ((2, *[8] * 20, 1), 16), ((2, *[12] * 100, 1), 8)
# Batch normalization this deep amplifies rounding beyond 1e-12.
TOO_DEEP = ((2, *[8] * 60, 1), 16)


@dataclass(frozen=True, slots=True)
class NetworkCase:
    """One network with its batch; `sizes` (n_in, …, n_out)."""

    activation: str
    settings: Settings
    sizes: tuple[int, ...]
    batch: int
    batch_norm: bool
    residual: bool
    loss: str

    @property
    def key(self) -> tuple[str, tuple[tuple[str, float], ...]]:
        """The activation as a key."""
        return self.activation, tuple(self.settings.items())

    @property
    def name(self) -> str:
        """For a person."""
        parts = [self.activation, *map(str, self.settings.values()), f"{len(self.sizes) - 2}×{self.sizes[1]}"]
        parts += [f"batch {self.batch}", self.loss, *["norm"] * self.batch_norm, *["residual"] * self.residual]
        return " ".join(parts)

    def shapes(self) -> dict[str, tuple[int, ...]]:
        """The parameters in the order in which they are drawn."""
        shapes: dict[str, tuple[int, ...]] = {}
        for number, (n_in, n_out) in enumerate(zip(self.sizes[:-1], self.sizes[1:], strict=True), start=1):
            shapes |= {f"W{number}": (n_in, n_out), f"b{number}": (n_out,)}
            if self.batch_norm and number < len(self.sizes) - 1:
                shapes |= {f"gamma{number}": (n_out,), f"beta{number}": (n_out,)}
        return shapes

    def parameters(self) -> dict[str, Array]:
        """Weights that keep a signal alive, small b and β, γ around 1."""
        rng = np.random.default_rng(len(self.sizes))
        values = {}
        for name, shape in self.shapes().items():
            even = 2.0 * rng.random(shape) - 1.0
            scale = np.sqrt(3.0 / shape[0]) if name[0] == "W" else 0.2
            values[name] = scale * even + (1.0 if name.startswith("gamma") else 0.0)
        return values

    def data(self) -> tuple[Array, Array]:
        """Inputs (batch, n_in) and targets (batch, n_out): 0 or 1 for the cross entropy."""
        rng = np.random.default_rng(self.batch)
        x = 4.0 * rng.random((self.batch, self.sizes[0])) - 2.0
        y = 2.0 * rng.random((self.batch, self.sizes[-1])) - 1.0
        return x, (y > 0.0) * 1.0 if self.loss == "binary_cross_entropy" else y

    def is_removed(self, name: str) -> bool:
        """Whether batch normalization takes this parameter out again, so that its gradient is 0 but for rounding.

        It takes out b, and without an activation in between also the β of the layer before.
        """
        if not self.batch_norm or name[0] != "b":
            return False
        hidden, number = len(self.sizes) - 2, layer_number(name)
        if name.startswith("beta"):
            return self.activation == "identity" and number < hidden
        return number <= hidden

    def compared(self) -> frozenset[int]:
        """The numbers of the layers whose tensors are compared: in deep networks the ends and the middle."""
        last = len(self.sizes) - 1
        return frozenset(range(1, last + 1) if last < 10 else (1, 2, last // 2, last - 1, last))


def layer_number(name: str) -> int:
    """The 3 of "gamma3"."""
    return int("".join(filter(str.isdigit, name)))


def cases() -> Iterator[NetworkCase]:
    """All of them."""
    switches = [(norm, residual) for norm in (False, True) for residual in (False, True)]
    for (kind, settings), (norm, residual) in ((a, s) for a in ACTIVATIONS for s in switches):
        for loss in LOSSES:
            yield NetworkCase(kind, settings, *GENERAL, norm, residual, loss)
        others = [NARROW, DEEP] + ([] if norm else [DEEPEST, SINGLE])
        for number, shape in enumerate(others):
            yield NetworkCase(kind, settings, *shape, norm, residual, LOSSES[(number + residual) % 2])
    for kind in ("tanh", "relu"):
        yield NetworkCase(kind, {}, *TOO_DEEP, True, False, "mse")


PLAIN = NetworkCase("tanh", {}, (2, 6, 6, 1), 12, False, True, "binary_cross_entropy")
NORMED = NetworkCase("tanh", {}, (2, 6, 6, 1), 12, True, False, "mse")
STEPS = 100


def fed_gradient(case: NetworkCase, step: int) -> dict[str, Array]:
    """The gradient of step `step` by parameter, as it is drawn; each tensor has a size of its own."""
    rng = np.random.default_rng(step)
    shapes = case.shapes().items()
    return {name: 10.0 ** -(place % 4) * (2.0 * rng.random(shape) - 1.0) for place, (name, shape) in enumerate(shapes)}


def short(values: Array) -> tuple[float, float]:
    """A tensor as its largest size and its sum under fixed signs: an entry that is off shows in the sum."""
    flat = values.ravel()
    signs = np.random.default_rng(flat.size).integers(0, 2, flat.size) * 2.0 - 1.0
    return float(np.abs(flat).max()), float((flat * signs).sum())
