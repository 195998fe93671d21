"""Activations of the form z times a gate between 0 and 1: Swish, GELU and Mish. Smooth, and not monotone."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from engine.activations.base import (
    ACTIVATIONS,
    FAR,
    Activation,
    Array,
    Range,
    factor,
    figure,
    logistic,
    logistic_slope,
    softplus,
)
from engine.erf import normal_cdf, normal_density
from engine.parameter import QT_TRANSLATE_NOOP, parameter, register

INFINITY = float("inf")
SWISH_LOWEST = -0.27846454276107380  # -W(1/e): the lowest value of z σ(z)
SWISH_STEEPEST = 1.0998393201288669  # its largest slope, at z = 2.39936
GELU_LOWEST = -0.16997120747990366  # at z = -0.75179
MISH_LOWEST = -0.30884341301725041  # at z = -1.19243
MISH_STEEPEST = 1.0884981612517279  # at z = 1.49057


@register(ACTIVATIONS, "swish")
@dataclass(frozen=True, slots=True)
class Swish(Activation):
    """z σ(βz): between z/2 for small β and ReLU for large; SiLU at β = 1 (Ramachandran, Zoph and Le 2017)."""

    title: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "Swish")
    formula: ClassVar[str] = r"f(z) = z \, \sigma(\beta z)"
    derivative_formula: ClassVar[str] = r"f'(z) = \sigma(\beta z) + \beta z \, \sigma(\beta z) \, (1 - \sigma(\beta z))"
    use: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "smooth ReLU")
    good: ClassVar[tuple[str, ...]] = (
        QT_TRANSLATE_NOOP("engine", "Close to ReLU far from 0."),
        QT_TRANSLATE_NOOP("engine", "Lets some gradient through on the left."),
        QT_TRANSLATE_NOOP("engine", "The same as SiLU for β = 1."),
    )
    bad: ClassVar[tuple[str, ...]] = (
        QT_TRANSLATE_NOOP("engine", "Not monotone: f′ is negative on the far left."),
        QT_TRANSLATE_NOOP("engine", "The exponential costs time."),
    )

    beta: float = parameter(
        1.0,
        QT_TRANSLATE_NOOP("engine", "Sharpness"),
        symbol="β",
        low=0.1,
        high=10.0,
        scale="log",
        live=True,
        help=QT_TRANSLATE_NOOP("engine", "How quickly the gate opens: near z/2 when small, near ReLU when large"),
    )

    def __call__(self, z: Array) -> Array:
        """The gated z σ(βz), with z held above the place where the gate is 0."""
        near = np.maximum(z, -FAR / self.beta)
        return np.asarray(near * logistic(self.beta * np.minimum(near, FAR / self.beta)))

    def derivative(self, z: Array) -> Array:
        """σ(βz) + βz σ'(βz)."""
        scaled = self.beta * np.clip(z, -FAR / self.beta, FAR / self.beta)
        return np.asarray(logistic(scaled) + scaled * logistic_slope(scaled))

    def numbers(self, z: float) -> tuple[str, str]:
        """As `−1.3 · 0.2142 = −0.2784`."""
        f, slope = self.at(z)
        with np.errstate(over="ignore"):
            gate = float(logistic(np.float64(self.beta) * np.array(z)))
        scaled, rest = factor(self.beta * z), figure(1.0 - gate)
        return (
            f"{figure(z)} · {figure(gate)} = {figure(f)}",
            f"{figure(gate)} + {scaled} · {figure(gate)} · {rest} = {figure(slope)}",
        )

    @property
    def range(self) -> Range:
        """From -0.278/β, which is reached."""
        return Range(SWISH_LOWEST / self.beta, INFINITY, lower_closed=True)

    @property
    def max_derivative(self) -> float:
        """The same for every β, which only scales the z axis of f'."""
        return SWISH_STEEPEST

    @property
    def monotone(self) -> bool:
        """Falls left of its lowest point."""
        return False


@register(ACTIVATIONS, "gelu")
@dataclass(frozen=True, slots=True)
class GELU(Activation):
    """z Φ(z), Φ the distribution function of N(0, 1), in the erf form (Hendrycks and Gimpel 2016)."""

    title: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "GELU")
    formula: ClassVar[str] = r"f(z) = z \, \Phi(z)"
    derivative_formula: ClassVar[str] = r"f'(z) = \Phi(z) + z \, \varphi(z)"
    use: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "transformers")
    good: ClassVar[tuple[str, ...]] = (
        QT_TRANSLATE_NOOP("engine", "Close to ReLU far from 0."),
        QT_TRANSLATE_NOOP("engine", "The usual choice in transformers."),
    )
    bad: ClassVar[tuple[str, ...]] = (
        QT_TRANSLATE_NOOP("engine", "Not monotone: f′ is negative on the far left."),
        QT_TRANSLATE_NOOP("engine", "The error function is the costliest of all to compute."),
    )

    def __call__(self, z: Array) -> Array:
        """The gated z Φ(z), with z held above the place where Φ is 0."""
        near = np.maximum(z, -40.0)
        return np.asarray(near * normal_cdf(near))

    def derivative(self, z: Array) -> Array:
        """Φ(z) + z φ(z)."""
        near = np.clip(z, -40.0, 40.0)
        return np.asarray(normal_cdf(near) + near * normal_density(near))

    def numbers(self, z: float) -> tuple[str, str]:
        """As `−1.3 · 0.0968 = −0.1258`."""
        f, slope = self.at(z)
        gate, density = figure(float(normal_cdf(z))), figure(float(normal_density(z)))
        return f"{figure(z)} · {gate} = {figure(f)}", f"{gate} + {factor(z)} · {density} = {figure(slope)}"

    @property
    def range(self) -> Range:
        """From -0.170, which is reached."""
        return Range(GELU_LOWEST, INFINITY, lower_closed=True)

    @property
    def max_derivative(self) -> float:
        """At z = √2."""
        return float(normal_cdf(math.sqrt(2.0)) + math.sqrt(2.0) * normal_density(math.sqrt(2.0)))

    @property
    def monotone(self) -> bool:
        """Falls left of its lowest point."""
        return False


@register(ACTIVATIONS, "mish")
@dataclass(frozen=True, slots=True)
class Mish(Activation):
    """z tanh(softplus(z)): a relative of Swish (Misra 2019)."""

    title: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "Mish")
    formula: ClassVar[str] = r"f(z) = z \, \tanh(s), \quad s = \ln(1 + e^z)"
    derivative_formula: ClassVar[str] = r"f'(z) = \tanh(s) + z \, (1 - \tanh^2 s) \, \sigma(z)"
    use: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "image networks")
    good: ClassVar[tuple[str, ...]] = (
        QT_TRANSLATE_NOOP("engine", "Close to ReLU far from 0."),
        QT_TRANSLATE_NOOP("engine", "Lets some gradient through on the left."),
    )
    bad: ClassVar[tuple[str, ...]] = (
        QT_TRANSLATE_NOOP("engine", "Not monotone: f′ is negative on the far left."),
        QT_TRANSLATE_NOOP("engine", "Costs an exponential, a logarithm and a tanh by its formula."),
    )

    def __call__(self, z: Array) -> Array:
        """The gated z tanh(ln(1 + e^z)), with z held above the place where the gate is 0."""
        near = np.maximum(z, -FAR)
        return np.asarray(near * np.tanh(softplus(near)))

    def derivative(self, z: Array) -> Array:
        """tanh(s) + z (1 - tanh² s) σ(z)."""
        near = np.clip(z, -FAR, FAR)
        gate = np.tanh(softplus(near))
        return np.asarray(gate + near * (1.0 - gate * gate) * logistic(near))

    def numbers(self, z: float) -> tuple[str, str]:
        """As `−1.3 · 0.2363 = −0.3072`."""
        f, slope = self.at(z)
        value = float(np.tanh(softplus(np.array(z))))
        gate, rest, sigma = figure(value), figure(1.0 - value * value), figure(float(logistic(np.array(z))))
        return f"{figure(z)} · {gate} = {figure(f)}", f"{gate} + {factor(z)} · {rest} · {sigma} = {figure(slope)}"

    @property
    def range(self) -> Range:
        """From -0.309, which is reached."""
        return Range(MISH_LOWEST, INFINITY, lower_closed=True)

    @property
    def max_derivative(self) -> float:
        """Near z = 1.49."""
        return MISH_STEEPEST

    @property
    def monotone(self) -> bool:
        """Falls left of its lowest point."""
        return False
