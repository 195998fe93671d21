"""Activations that press the whole line into a bounded interval: Sigmoid and tanh."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from engine.activations.base import (
    ACTIVATIONS,
    Activation,
    Array,
    Range,
    factor,
    figure,
    logistic,
    logistic_slope,
    power,
)
from engine.parameter import QT_TRANSLATE_NOOP, register


@register(ACTIVATIONS, "sigmoid")
@dataclass(frozen=True, slots=True)
class Sigmoid(Activation):
    """σ(z) = 1/(1 + e^-z): a soft switch between 0 and 1."""

    title: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "Sigmoid")
    formula: ClassVar[str] = r"f(z) = 1 / (1 + e^{-z})"
    derivative_formula: ClassVar[str] = r"f'(z) = f(z) \, (1 - f(z))"
    use: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "binary output")
    good: ClassVar[tuple[str, ...]] = (
        QT_TRANSLATE_NOOP("engine", "The output reads as a probability: right for a binary output layer."),
    )
    bad: ClassVar[tuple[str, ...]] = (
        QT_TRANSLATE_NOOP("engine", "Saturates on both sides: there the gradient all but vanishes."),
        QT_TRANSLATE_NOOP("engine", "f′ is never above 0.25."),
    )

    def __call__(self, z: Array) -> Array:
        """1/(1 + e^-z)."""
        return logistic(z)

    def derivative(self, z: Array) -> Array:
        """f(1 - f)."""
        return logistic_slope(z)

    def numbers(self, z: float) -> tuple[str, str]:
        """As `1 / (1 + 3.669) = 0.2142`."""
        f, slope = self.at(z)
        return f"1 / (1 + {figure(power(-z))}) = {figure(f)}", f"{figure(f)} · {figure(1 - f)} = {figure(slope)}"

    @property
    def range(self) -> Range:
        """Between 0 and 1."""
        return Range(0.0, 1.0)

    @property
    def max_derivative(self) -> float:
        """At z = 0."""
        return 0.25


@register(ACTIVATIONS, "tanh")
@dataclass(frozen=True, slots=True)
class Tanh(Activation):
    """The hyperbolic tangent: a Sigmoid stretched to -1 … 1."""

    title: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "tanh")
    formula: ClassVar[str] = r"f(z) = \tanh z"
    derivative_formula: ClassVar[str] = r"f'(z) = 1 - f(z)^2"
    use: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "recurrent")
    good: ClassVar[tuple[str, ...]] = (
        QT_TRANSLATE_NOOP("engine", "Outputs of both signs."),
        QT_TRANSLATE_NOOP("engine", "Passes the gradient whole at z = 0."),
    )
    bad: ClassVar[tuple[str, ...]] = (
        QT_TRANSLATE_NOOP("engine", "Still saturates on both sides: deep stacks lose the gradient."),
    )

    def __call__(self, z: Array) -> Array:
        """The hyperbolic tangent of z."""
        return np.tanh(z)

    def derivative(self, z: Array) -> Array:
        """1 - f² as 4e^-2|z|/(1 + e^-2|z|)²: no cancellation in the tails."""
        tail = np.exp(-np.abs(z)) ** 2
        return np.asarray(4.0 * tail / (1.0 + tail) ** 2)

    def numbers(self, z: float) -> tuple[str, str]:
        """As `1 − (−0.8617)² = 0.2574`."""
        f, slope = self.at(z)
        return f"tanh({figure(z)}) = {figure(f)}", f"1 \N{MINUS SIGN} {factor(f)}² = {figure(slope)}"

    @property
    def range(self) -> Range:
        """Between -1 and 1."""
        return Range(-1.0, 1.0)

    @property
    def max_derivative(self) -> float:
        """At z = 0."""
        return 1.0
