"""Gradient descent, plain and with a velocity."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from engine.optimizers.base import OPTIMIZERS, Array, Optimizer, Stage, State, shown_array, shown_rate
from engine.parameter import QT_TRANSLATE_NOOP, parameter, register


@register(OPTIMIZERS, "sgd")
@dataclass(frozen=True, slots=True)
class SGD(Optimizer):
    """Stochastic gradient descent: a step against the gradient.

    w ← w − η g.  (Robbins & Monro, A stochastic approximation method, 1951.)
    """

    title: ClassVar[str] = "SGD"
    usual: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "η = 0.01")
    idea: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "The basic rule: always straight downhill. Simple, but slow.")
    limit_formula: ClassVar[str] = "2/λ"

    learning_rate: float = parameter(
        0.01, QT_TRANSLATE_NOOP("engine", "Learning rate"), symbol="η", low=1e-5, high=10, scale="log", live=True
    )

    def init(self, params: Array) -> State:
        """SGD remembers nothing."""
        return ()

    def update(self, grads: Array, state: State, params: Array, factor: float = 1.0) -> tuple[Array, State]:
        """Return (−η g, state)."""
        return -self.learning_rate * factor * grads, state

    def stages(self, grads: Array, state: State, params: Array, factor: float = 1.0) -> tuple[Stage, ...]:
        """Gradient, move."""
        rate = self.learning_rate * factor
        delta, _ = self.update(grads, state, params, factor)
        return (
            gradient_stage(grads),
            Stage("w", r"w \leftarrow w - \eta g", params + delta, MOVE,
                  f"{shown_array(params)} − {shown_rate(rate)}·g"),
        )  # fmt: skip

    def stability_limit(self, curvature: float) -> float | None:
        """2/λ."""
        return 2 / curvature


@register(OPTIMIZERS, "momentum")
@dataclass(frozen=True, slots=True)
class Momentum(Optimizer):
    """Gradient descent with a velocity that keeps a share β of the steps before.

    v ← β v − η g;  w ← w + v.  (Polyak, Some methods of speeding up the convergence of iteration methods, 1964.)
    At a constant η the same as PyTorch's `SGD(momentum=β)`; under a changing η not, since here v holds η.
    """

    title: ClassVar[str] = "Momentum"
    usual: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "η = 0.01, β = 0.9")
    idea: ClassVar[str] = QT_TRANSLATE_NOOP(
        "engine", "Keeps part of the steps before: damps oscillation and speeds up convergence."
    )
    limit_formula: ClassVar[str] = "2(1+β)/λ"

    learning_rate: float = parameter(
        0.01, QT_TRANSLATE_NOOP("engine", "Learning rate"), symbol="η", low=1e-5, high=10, scale="log", live=True
    )
    momentum: float = parameter(
        0.9,
        QT_TRANSLATE_NOOP("engine", "Momentum coefficient"),
        symbol="β",
        low=0,
        high=0.9999,
        scale="complement",
        live=True,
    )

    def init(self, params: Array) -> State:
        """The velocity, at rest."""
        return (np.zeros_like(params),)

    def update(self, grads: Array, state: State, params: Array, factor: float = 1.0) -> tuple[Array, State]:
        """Return (v, next state)."""
        v = self.momentum * state[0] - self.learning_rate * factor * grads
        return v, (v,)

    def stages(self, grads: Array, state: State, params: Array, factor: float = 1.0) -> tuple[Stage, ...]:
        """Gradient, decay of the velocity, its sum with the step, move."""
        rate = self.learning_rate * factor
        delta, (v,) = self.update(grads, state, params, factor)
        kept = self.momentum * state[0]
        return (
            gradient_stage(grads),
            Stage(r"\beta v", r"\beta v", kept, DECAY, f"{shown_rate(self.momentum)}·{shown_array(state[0])}"),
            Stage("v", r"v \leftarrow \beta v - \eta g", v, ADD, f"{shown_array(kept)} − {shown_rate(rate)}·g"),
            Stage("w", r"w \leftarrow w + v", params + delta, MOVE, f"{shown_array(params)} + v"),
        )

    def stability_limit(self, curvature: float) -> float | None:
        """2(1+β)/λ."""
        return 2 * (1 + self.momentum) / curvature


@register(OPTIMIZERS, "nesterov")
@dataclass(frozen=True, slots=True)
class Nesterov(Optimizer):
    """Momentum that looks ahead: the gradient acts once in the velocity and once in the move.

    v ← β v − η g;  w ← w + β v − η g.  (Nesterov 1983, in the form of Sutskever et al. 2013 as PyTorch's
    `SGD(nesterov=True)` has it at a constant η.)
    """

    title: ClassVar[str] = "Nesterov"
    usual: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "η = 0.01, β = 0.9")
    idea: ClassVar[str] = QT_TRANSLATE_NOOP(
        "engine", "Momentum that looks ahead: brakes sooner, but its stability limit is lower."
    )
    limit_formula: ClassVar[str] = "2(1+β)/((1+2β)λ)"

    learning_rate: float = parameter(
        0.01, QT_TRANSLATE_NOOP("engine", "Learning rate"), symbol="η", low=1e-5, high=10, scale="log", live=True
    )
    momentum: float = parameter(
        0.9,
        QT_TRANSLATE_NOOP("engine", "Momentum coefficient"),
        symbol="β",
        low=0,
        high=0.9999,
        scale="complement",
        live=True,
    )

    def init(self, params: Array) -> State:
        """The velocity, at rest."""
        return (np.zeros_like(params),)

    def update(self, grads: Array, state: State, params: Array, factor: float = 1.0) -> tuple[Array, State]:
        """Return (β v − η g with the new v, next state)."""
        step = -self.learning_rate * factor * grads
        v = self.momentum * state[0] + step
        return self.momentum * v + step, (v,)

    def stages(self, grads: Array, state: State, params: Array, factor: float = 1.0) -> tuple[Stage, ...]:
        """Gradient, velocity, look ahead and move."""
        rate, beta = shown_rate(self.learning_rate * factor), shown_rate(self.momentum)
        delta, (v,) = self.update(grads, state, params, factor)
        return (
            gradient_stage(grads),
            Stage("v", r"v \leftarrow \beta v - \eta g", v, ADD, f"{beta}·{shown_array(state[0])} − {rate}·g"),
            Stage("w", r"w \leftarrow w + \beta v - \eta g", params + delta, MOVE,
                  f"{shown_array(params)} + {beta}·v − {rate}·g"),
        )  # fmt: skip

    def stability_limit(self, curvature: float) -> float | None:
        """2(1+β)/((1+2β)λ)."""
        return 2 * (1 + self.momentum) / ((1 + 2 * self.momentum) * curvature)


GRADIENT = QT_TRANSLATE_NOOP("engine", "Gradient")
DECAY = QT_TRANSLATE_NOOP("engine", "Decay")
ADD = QT_TRANSLATE_NOOP("engine", "Add")
ACCUMULATE = QT_TRANSLATE_NOOP("engine", "Accumulate")
CORRECT = QT_TRANSLATE_NOOP("engine", "Correct bias")
MOVE = QT_TRANSLATE_NOOP("engine", "Move")


def gradient_stage(grads: Array) -> Stage:
    """The first stage of every rule."""
    return Stage("g", r"g = \nabla f(w)", grads, GRADIENT, "")
