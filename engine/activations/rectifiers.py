"""Activations that leave the right half as it is and bend the left: ReLU, Leaky ReLU and ELU."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from engine.activations.base import ACTIVATIONS, Activation, Array, Range, factor, figure, power
from engine.parameter import QT_TRANSLATE_NOOP, parameter, register

INFINITY = float("inf")


@register(ACTIVATIONS, "relu")
@dataclass(frozen=True, slots=True)
class ReLU(Activation):
    """max(0, z): cuts off the negative half (Nair and Hinton 2010)."""

    title: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "ReLU")
    formula: ClassVar[str] = r"f(z) = \max(0, z)"
    derivative_formula: ClassVar[str] = r"f'(z) = \begin{cases} 1 & z > 0 \\ 0 & z \le 0 \end{cases}"
    use: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "the default")
    good: ClassVar[tuple[str, ...]] = (
        QT_TRANSLATE_NOOP("engine", "Among the cheapest to compute."),
        QT_TRANSLATE_NOOP("engine", "Passes the gradient whole where z > 0."),
        QT_TRANSLATE_NOOP("engine", "Today's default in hidden layers."),
    )
    bad: ClassVar[tuple[str, ...]] = (
        QT_TRANSLATE_NOOP("engine", "Units can die: one whose z is never above 0 gets no gradient and stays so."),
    )

    def __call__(self, z: Array) -> Array:
        """The larger of 0 and z."""
        return np.maximum(z, 0.0)

    def derivative(self, z: Array) -> Array:
        """1 where z > 0, else 0; 0 at 0."""
        return np.maximum(np.sign(z), 0.0)

    def numbers(self, z: float) -> tuple[str, str]:
        """As `max(0, −1.3) = 0`."""
        f, slope = self.at(z)
        return f"max(0, {figure(z)}) = {figure(f)}", f"{figure(z)} {'>' if z > 0 else '≤'} 0: {figure(slope)}"

    @property
    def range(self) -> Range:
        """Everything from 0 on."""
        return Range(0.0, INFINITY, lower_closed=True)

    @property
    def max_derivative(self) -> float:
        """Everywhere on the right."""
        return 1.0

    @property
    def smooth(self) -> bool:
        """A kink at 0."""
        return False


@register(ACTIVATIONS, "leaky_relu")
@dataclass(frozen=True, slots=True)
class LeakyReLU(Activation):
    """z where z > 0, else αz: a ReLU that lets a little through (Maas, Hannun and Ng 2013)."""

    title: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "Leaky ReLU")
    formula: ClassVar[str] = r"f(z) = \begin{cases} z & z > 0 \\ \alpha z & z \le 0 \end{cases}"
    derivative_formula: ClassVar[str] = r"f'(z) = \begin{cases} 1 & z > 0 \\ \alpha & z \le 0 \end{cases}"
    use: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "if units die")
    good: ClassVar[tuple[str, ...]] = (
        QT_TRANSLATE_NOOP("engine", "Keeps some gradient where z ≤ 0: no unit dies."),
        QT_TRANSLATE_NOOP("engine", "Passes the gradient whole where z > 0."),
    )
    bad: ClassVar[tuple[str, ...]] = (
        QT_TRANSLATE_NOOP("engine", "The gradient on the left is α times that on the right."),
        QT_TRANSLATE_NOOP("engine", "One more number to choose: α."),
    )

    alpha: float = parameter(
        0.01,
        QT_TRANSLATE_NOOP("engine", "Slope on the left"),
        symbol="α",
        low=0.001,
        high=1.0,
        scale="log",
        live=True,
        help=QT_TRANSLATE_NOOP("engine", "The slope where z is 0 or negative"),
    )

    def __call__(self, z: Array) -> Array:
        """The larger of z and αz; the same thing, as α is between 0 and 1."""
        return np.maximum(z, self.alpha * z)

    def derivative(self, z: Array) -> Array:
        """1 where z > 0, else α."""
        return np.maximum(np.sign(z), self.alpha)

    def numbers(self, z: float) -> tuple[str, str]:
        """As `0.01 · (−1.3) = −0.013`."""
        f, slope = self.at(z)
        if z > 0:
            return f"{figure(z)} > 0: {figure(f)}", f"{figure(z)} > 0: {figure(slope)}"
        return f"{figure(self.alpha)} · {factor(z)} = {figure(f)}", f"{figure(z)} ≤ 0: {figure(slope)}"

    @property
    def range(self) -> Range:
        """The whole line."""
        return Range(-INFINITY, INFINITY)

    @property
    def max_derivative(self) -> float:
        """Everywhere on the right."""
        return 1.0

    @property
    def smooth(self) -> bool:
        """A kink at 0, unless α = 1 makes it a straight line."""
        return self.alpha == 1.0


@register(ACTIVATIONS, "elu")
@dataclass(frozen=True, slots=True)
class ELU(Activation):
    """z where z > 0, else α(e^z - 1): settles at -α on the left (Clevert, Unterthiner and Hochreiter 2015)."""

    title: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "ELU")
    formula: ClassVar[str] = r"f(z) = \begin{cases} z & z > 0 \\ \alpha \, (e^z - 1) & z \le 0 \end{cases}"
    derivative_formula: ClassVar[str] = r"f'(z) = \begin{cases} 1 & z > 0 \\ \alpha e^z & z \le 0 \end{cases}"
    use: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "accuracy first")
    good: ClassVar[tuple[str, ...]] = (QT_TRANSLATE_NOOP("engine", "Passes the gradient whole where z > 0."),)
    bad: ClassVar[tuple[str, ...]] = (
        QT_TRANSLATE_NOOP("engine", "The exponential costs time."),
        QT_TRANSLATE_NOOP("engine", "Saturates on the left."),
    )

    alpha: float = parameter(
        1.0,
        QT_TRANSLATE_NOOP("engine", "Depth on the left"),
        symbol="α",
        low=0.1,
        high=10.0,
        scale="log",
        live=True,
        help=QT_TRANSLATE_NOOP("engine", "The function settles at −α on the left"),
    )

    def __call__(self, z: Array) -> Array:
        """max(z, 0) + α(e^min(z, 0) - 1): one of the two is always 0."""
        return np.asarray(np.maximum(z, 0.0) + self.alpha * np.expm1(np.minimum(z, 0.0)))

    def derivative(self, z: Array) -> Array:
        """1 where z > 0, else α e^z."""
        return np.where(np.greater(z, 0.0), 1.0, self.alpha * np.exp(np.minimum(z, 0.0)))

    def numbers(self, z: float) -> tuple[str, str]:
        """As `1 · (0.2725 − 1) = −0.7275`."""
        f, slope = self.at(z)
        if z > 0:
            return f"{figure(z)} > 0: {figure(f)}", f"{figure(z)} > 0: {figure(slope)}"
        alpha, left = figure(self.alpha), figure(power(z))
        return f"{alpha} · ({left} \N{MINUS SIGN} 1) = {figure(f)}", f"{alpha} · {left} = {figure(slope)}"

    @property
    def range(self) -> Range:
        """Everything above -α."""
        return Range(-self.alpha, INFINITY)

    @property
    def max_derivative(self) -> float:
        """1 on the right, α just left of 0."""
        return max(1.0, self.alpha)

    @property
    def smooth(self) -> bool:
        """The slopes 1 and α meet at 0."""
        return self.alpha == 1.0
