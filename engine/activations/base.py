"""What every activation function is and says of itself, and the registry of them all."""

from __future__ import annotations

import math
from abc import ABC, abstractmethod
from dataclasses import dataclass
from typing import ClassVar

import numpy as np
from numpy.typing import NDArray

from engine.parameter import Settings

Array = NDArray[np.float64]

FAR = 800.0  # e^-800 is 0: beyond it the exponentials below no longer change, and nothing overflows


@dataclass(frozen=True, slots=True)
class Range:
    """The values that a function takes: `lower` to `upper`, each end reached (closed) or only approached."""

    lower: float
    upper: float
    lower_closed: bool = False
    upper_closed: bool = False

    def text(self) -> str:
        """The interval as it is written: `(0, 1)`, `[−0.28, ∞)`."""
        lower, upper = (figure(round(end, 2) if math.isfinite(end) else end) for end in (self.lower, self.upper))
        return f"{'[' if self.lower_closed else '('}{lower}, {upper}{']' if self.upper_closed else ')'}"


@dataclass(frozen=True, slots=True)
class Activation(Settings, ABC):
    """Base of all activation functions: an instance is called on a float64 array of any shape.

    No finite input overflows; ±inf gives the limit; NaN stays NaN. Inputs are not altered.
    `smooth` says that f' is continuous, `monotone` that f never falls. `good` and `bad` hold whatever the parameters
    are; what depends on them is measured (`engine.activation_marks`).
    """

    formula: ClassVar[str]
    derivative_formula: ClassVar[str]
    use: ClassVar[str]
    good: ClassVar[tuple[str, ...]]
    bad: ClassVar[tuple[str, ...]]

    @abstractmethod
    def __call__(self, z: Array) -> Array:
        """f(z), elementwise."""

    @abstractmethod
    def derivative(self, z: Array) -> Array:
        """f'(z), elementwise; at a kink the slope on its left."""

    @abstractmethod
    def numbers(self, z: float) -> tuple[str, str]:
        """The formulas of f and f' at `z` with the numbers in them."""

    @property
    @abstractmethod
    def range(self) -> Range:
        """The values that f takes."""

    @property
    @abstractmethod
    def max_derivative(self) -> float:
        """The largest value of f'."""

    @property
    def smooth(self) -> bool:
        """Whether f' is continuous."""
        return True

    @property
    def monotone(self) -> bool:
        """Whether f never falls."""
        return True

    def at(self, z: float) -> tuple[float, float]:
        """Give f and f' at one place."""
        place = np.array(z)
        return float(self(place)), float(self.derivative(place))


ACTIVATIONS: dict[str, type[Activation]] = {}


def figure(value: float) -> str:
    """A number in a substituted formula: four significant digits, a true minus sign, no negative zero."""
    text = f"{value + 0.0:.4g}" if math.isfinite(value) else str(value).replace("inf", "∞")
    return text.replace("-", "\N{MINUS SIGN}")


def factor(value: float) -> str:
    """As `figure`, in brackets where a sign would stand behind another."""
    return f"({figure(value)})" if value < 0 else figure(value)


def power(z: float) -> float:
    """e^z, infinite where it is beyond the largest float."""
    with np.errstate(over="ignore"):
        return float(np.exp(np.float64(z)))


def logistic(z: Array) -> Array:
    """σ(z) = 1/(1 + e^-z) as e^min(z, 0)/(1 + e^-|z|): no exponent is above 0."""
    return np.asarray(np.exp(np.minimum(z, 0.0)) / (1.0 + np.exp(-np.abs(z))))


def logistic_slope(z: Array) -> Array:
    """σ'(z) = σ(z)(1 - σ(z)) as e^-|z|/(1 + e^-|z|)², exact in the tails too."""
    tail = np.exp(-np.abs(z))
    return np.asarray(tail / (1.0 + tail) ** 2)


def softplus(z: Array) -> Array:
    """ln(1 + e^z) as max(z, 0) + ln(1 + e^-|z|): no exponent is above 0."""
    return np.asarray(np.maximum(z, 0.0) + np.log1p(np.exp(-np.abs(z))))
