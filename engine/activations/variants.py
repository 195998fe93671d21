"""Less usual activations: SELU and Softplus, relatives of ELU and ReLU, and the identity."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from engine.activations.base import ACTIVATIONS, Activation, Array, Range, figure, logistic, power, softplus
from engine.parameter import QT_TRANSLATE_NOOP, register

INFINITY = float("inf")
SELU_SCALE = 1.0507009873554805
SELU_ALPHA = 1.6732632423543773


@register(ACTIVATIONS, "selu")
@dataclass(frozen=True, slots=True)
class SELU(Activation):
    """λ·ELU with λ and α such that N(0, 1) keeps mean 0 and variance 1 (Klambauer et al. 2017)."""

    title: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "SELU")
    formula: ClassVar[str] = (
        r"f(z) = \begin{cases} \lambda z & z > 0 \\ \lambda\alpha \, (e^z - 1) & z \le 0 \end{cases}"
    )
    derivative_formula: ClassVar[str] = (
        r"f'(z) = \begin{cases} \lambda & z > 0 \\ \lambda\alpha \, e^z & z \le 0 \end{cases}"
    )
    use: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "deep plain nets")
    good: ClassVar[tuple[str, ...]] = (
        QT_TRANSLATE_NOOP("engine", "Keeps the signal's mean and spread from layer to layer by itself."),
    )
    bad: ClassVar[tuple[str, ...]] = (
        QT_TRANSLATE_NOOP("engine", "Keeps its promise only with LeCun initialization and plain dense layers."),
        QT_TRANSLATE_NOOP("engine", "The exponential costs time."),
    )

    def __call__(self, z: Array) -> Array:
        """λ(max(z, 0) + α(e^min(z, 0) - 1)); inf where λz is beyond the largest float."""
        with np.errstate(over="ignore"):
            right = SELU_SCALE * np.maximum(z, 0.0)
        return np.asarray(right + SELU_SCALE * SELU_ALPHA * np.expm1(np.minimum(z, 0.0)))

    def derivative(self, z: Array) -> Array:
        """λ where z > 0, else λα e^z."""
        return np.where(np.greater(z, 0.0), SELU_SCALE, SELU_SCALE * SELU_ALPHA * np.exp(np.minimum(z, 0.0)))

    def numbers(self, z: float) -> tuple[str, str]:
        """As `1.758 · (0.2725 − 1) = −1.279`."""
        f, slope = self.at(z)
        if z > 0:
            return f"{figure(SELU_SCALE)} · {figure(z)} = {figure(f)}", f"{figure(z)} > 0: {figure(slope)}"
        scale, left = figure(SELU_SCALE * SELU_ALPHA), figure(power(z))
        return f"{scale} · ({left} \N{MINUS SIGN} 1) = {figure(f)}", f"{scale} · {left} = {figure(slope)}"

    @property
    def range(self) -> Range:
        """Everything above -λα."""
        return Range(-SELU_SCALE * SELU_ALPHA, INFINITY)

    @property
    def max_derivative(self) -> float:
        """λα, just left of 0."""
        return SELU_SCALE * SELU_ALPHA

    @property
    def smooth(self) -> bool:
        """The slopes λ and λα meet at 0."""
        return False


@register(ACTIVATIONS, "softplus")
@dataclass(frozen=True, slots=True)
class Softplus(Activation):
    """ln(1 + e^z): ReLU with its corner rounded; its slope is the Sigmoid (Dugas et al. 2000)."""

    title: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "Softplus")
    formula: ClassVar[str] = r"f(z) = \ln(1 + e^z)"
    derivative_formula: ClassVar[str] = r"f'(z) = 1 / (1 + e^{-z})"
    use: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "positive output")
    good: ClassVar[tuple[str, ...]] = (
        QT_TRANSLATE_NOOP("engine", "Always above 0: right for a quantity that must be positive."),
    )
    bad: ClassVar[tuple[str, ...]] = (QT_TRANSLATE_NOOP("engine", "Costs an exponential and a logarithm."),)

    def __call__(self, z: Array) -> Array:
        """ln(1 + e^z)."""
        return softplus(z)

    def derivative(self, z: Array) -> Array:
        """The Sigmoid of z."""
        return logistic(z)

    def numbers(self, z: float) -> tuple[str, str]:
        """As `ln(1 + 0.2725) = 0.241`."""
        f, slope = self.at(z)
        return f"ln(1 + {figure(power(z))}) = {figure(f)}", f"1 / (1 + {figure(power(-z))}) = {figure(slope)}"

    @property
    def range(self) -> Range:
        """Everything above 0."""
        return Range(0.0, INFINITY)

    @property
    def max_derivative(self) -> float:
        """Approached far on the right."""
        return 1.0


@register(ACTIVATIONS, "identity")
@dataclass(frozen=True, slots=True)
class Identity(Activation):
    """z itself: no activation at all."""

    title: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "Identity")
    formula: ClassVar[str] = r"f(z) = z"
    derivative_formula: ClassVar[str] = r"f'(z) = 1"
    use: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "regression output")
    good: ClassVar[tuple[str, ...]] = (
        QT_TRANSLATE_NOOP("engine", "Any value can come out: right for the output layer of a regression."),
    )
    bad: ClassVar[tuple[str, ...]] = ()

    def __call__(self, z: Array) -> Array:
        """A copy of z."""
        return np.array(z, dtype=np.float64)

    def derivative(self, z: Array) -> Array:
        """1 everywhere."""
        return np.ones(np.shape(z))

    def numbers(self, z: float) -> tuple[str, str]:
        """As `−1.3`."""
        return figure(z), "1"

    @property
    def range(self) -> Range:
        """The whole line."""
        return Range(-INFINITY, INFINITY)

    @property
    def max_derivative(self) -> float:
        """Everywhere."""
        return 1.0
