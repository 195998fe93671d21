"""What Adam and its relatives share: running means of the gradient and of its square."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from engine.optimizers.base import Array, Optimizer, Stage, State, shown_array, shown_rate
from engine.optimizers.gradient_descent import ACCUMULATE, CORRECT
from engine.parameter import QT_TRANSLATE_NOOP, parameter


@dataclass(frozen=True, slots=True)
class MomentRule(Optimizer):
    """Base of the rules with a first moment m (decay β₁) and a second one v (β₂); ε keeps the divisor from 0."""

    learning_rate: float = parameter(
        0.001, QT_TRANSLATE_NOOP("engine", "Learning rate"), symbol="η", low=1e-5, high=10, scale="log", live=True
    )
    beta1: float = parameter(
        0.9, QT_TRANSLATE_NOOP("engine", "First moment decay"), symbol="β₁", low=0, high=0.9999, scale="complement",
        live=True,
    )  # fmt: skip
    beta2: float = parameter(
        0.999, QT_TRANSLATE_NOOP("engine", "Second moment decay"), symbol="β₂", low=0, high=0.99999,
        scale="complement", live=True,
    )  # fmt: skip
    epsilon: float = parameter(
        1e-8, QT_TRANSLATE_NOOP("engine", "Epsilon"), symbol="ε", low=1e-16, high=1, scale="log", live=True
    )

    def init(self, params: Array) -> State:
        """Both moments, empty, and the count of steps done."""
        return (np.zeros_like(params), np.zeros_like(params), 0)

    def first_moment(self, before: Array, m: Array) -> Stage:
        """How m has come of the one before."""
        numbers = f"{shown_rate(self.beta1)}·{shown_array(before)} + {shown_rate(1 - self.beta1)}·g"
        return Stage("m", r"m \leftarrow \beta_1 m + (1 - \beta_1) g", m, ACCUMULATE, numbers)

    def second_moment(self, before: Array, v: Array) -> Stage:
        """How v has come of the one before."""
        numbers = f"{shown_rate(self.beta2)}·{shown_array(before)} + {shown_rate(1 - self.beta2)}·g²"
        return Stage("v", r"v \leftarrow \beta_2 v + (1 - \beta_2) g^2", v, ACCUMULATE, numbers)

    def first_corrected(self, m: Array, t: int) -> Stage:
        """How m is freed of the bias of starting at zero."""
        c = 1 - self.beta1**t
        return Stage(r"\hat m", r"\hat m = m / (1 - \beta_1^t)", m / c, CORRECT, f"m / {shown_rate(c)}")

    def second_corrected(self, v: Array, t: int) -> Stage:
        """How v is freed of the bias of starting at zero."""
        c = 1 - self.beta2**t
        return Stage(r"\hat v", r"\hat v = v / (1 - \beta_2^t)", v / c, CORRECT, f"v / {shown_rate(c)}")


@dataclass(frozen=True, slots=True)
class DecayingMomentRule(MomentRule):
    """Base of those with weight decay λ."""

    weight_decay: float = parameter(
        0.0, QT_TRANSLATE_NOOP("engine", "Weight decay"), symbol="λ", low=0, high=1, step=0.001, live=True
    )
