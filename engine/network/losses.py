"""Losses: how far the output z of a network is from the target, and its gradient."""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import dataclass
from typing import ClassVar

import numpy as np
from numpy.typing import NDArray

from engine.parameter import QT_TRANSLATE_NOOP, Settings, register

Array = NDArray[np.float64]
LOSSES: dict[str, type[Loss]] = {}


@dataclass(frozen=True, slots=True)
class Loss(Settings, ABC):
    """A loss is called with the output z and the target, both (batch, n_out): the value, and ∂L/∂z (batch, n_out).

    `threshold` is the z above which the output is read as a 1.
    """

    threshold: ClassVar[float]

    def __call__(self, z: Array, target: Array) -> tuple[float, Array]:
        """Value and gradient; inf or NaN where these overflow, without a warning."""
        with np.errstate(all="ignore"):
            return self.of(z, target)

    @abstractmethod
    def of(self, z: Array, target: Array) -> tuple[float, Array]:
        """As `__call__`, for callers who have silenced NumPy's warnings themselves."""

    def accuracy(self, z: Array, target: Array) -> float:
        """The share of entries on the right side of `threshold`, for targets 0 and 1; a NaN is on neither."""
        return float(np.mean(np.where(target > 0.5, z > self.threshold, z <= self.threshold)))


@register(LOSSES, "binary_cross_entropy")
@dataclass(frozen=True, slots=True)
class BinaryCrossEntropy(Loss):
    """−mean(y ln p + (1 − y) ln(1 − p)) with p = σ(z), reckoned from z: no logarithm of 0."""

    title: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "Cross entropy")
    threshold: ClassVar[float] = 0.0

    def of(self, z: Array, target: Array) -> tuple[float, Array]:
        """Mean over all entries: max(z, 0) − y z + ln(1 + e^−|z|); gradient (σ(z) − y)/n."""
        small = np.exp(-np.abs(z))
        entries = np.maximum(z, 0.0)
        entries -= z * target
        entries += np.log1p(small)
        d_z = np.exp(np.minimum(z, 0.0))
        d_z /= 1.0 + small
        d_z -= target
        d_z /= z.size
        return float(np.add.reduce(entries, None)) / z.size, d_z


@register(LOSSES, "mse")
@dataclass(frozen=True, slots=True)
class MeanSquaredError(Loss):
    """mean((z − y)²) over all entries."""

    title: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "Mean squared error")
    threshold: ClassVar[float] = 0.5

    def of(self, z: Array, target: Array) -> tuple[float, Array]:
        """Mean over all entries; gradient 2(z − y)/n."""
        apart = z - target
        flat = apart.ravel()
        return float(flat.dot(flat)) / z.size, apart * (2.0 / z.size)
