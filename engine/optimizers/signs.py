"""Rules that look at the sign of the gradient and not at its size."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from engine.optimizers.base import OPTIMIZERS, Array, Optimizer, Stage, State, shown_array, shown_rate
from engine.optimizers.gradient_descent import ACCUMULATE, MOVE, gradient_stage
from engine.optimizers.weight_decay import WEIGHT_DECAY
from engine.parameter import QT_TRANSLATE_NOOP, parameter, register

ADAPT = QT_TRANSLATE_NOOP("engine", "Adapt the step")
HOLD = QT_TRANSLATE_NOOP("engine", "Hold after a turn")
INTERPOLATE = QT_TRANSLATE_NOOP("engine", "Interpolate")
SIGN = QT_TRANSLATE_NOOP("engine", "Take the sign")


@register(OPTIMIZERS, "rprop")
@dataclass(frozen=True, slots=True)
class Rprop(Optimizer):
    """A step size of each parameter's own: it grows while the gradient keeps its sign and shrinks when that turns.

    s ← min(η⁺ s, s_max) where gₜ₋₁ g > 0; s ← max(η⁻ s, s_min) and g ← 0 where gₜ₋₁ g < 0;
    w ← w − sign(g) s.  (Riedmiller & Braun, A direct adaptive method for faster backpropagation learning: the RPROP
    algorithm, 1993; without stepping back at a turn, as in PyTorch.)
    η is the size of the first step and acts in it alone, and so does the factor of a schedule. As in PyTorch the sign
    of gₜ₋₁ g is that of the rounded product: gradients below 1e-162 leave s as it is.
    """

    title: ClassVar[str] = "Rprop"
    usual: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "η = 0.01, η⁻ = 0.5, η⁺ = 1.2")
    idea: ClassVar[str] = QT_TRANSLATE_NOOP(
        "engine",
        "Asks only which way is down: each parameter's step grows while the sign stays and shrinks when it turns. "
        "The learning rate is its first step only.",
    )

    learning_rate: float = parameter(
        0.01, QT_TRANSLATE_NOOP("engine", "Learning rate"), symbol="η", low=1e-5, high=10, scale="log"
    )
    eta_minus: float = parameter(
        0.5, QT_TRANSLATE_NOOP("engine", "Factor at a turn"), symbol="η⁻", low=0.01, high=0.99, step=0.01, live=True
    )
    eta_plus: float = parameter(
        1.2, QT_TRANSLATE_NOOP("engine", "Factor without a turn"), symbol="η⁺", low=1.01, high=5, step=0.01, live=True
    )
    step_size_min: float = parameter(
        1e-6, QT_TRANSLATE_NOOP("engine", "Smallest step"), low=1e-12, high=1e-2, scale="log", live=True
    )
    step_size_max: float = parameter(
        50.0, QT_TRANSLATE_NOOP("engine", "Largest step"), low=1e-2, high=1e3, scale="log", live=True
    )

    def init(self, params: Array) -> State:
        """The gradient before, the step sizes (not yet set), and the count of steps done."""
        return (np.zeros_like(params), np.zeros_like(params), 0)

    def update(self, grads: Array, state: State, params: Array, factor: float = 1.0) -> tuple[Array, State]:
        """Return (−sign(g) s, next state)."""
        before, sizes, t = state
        if t == 0:
            sizes = np.full(np.shape(sizes), self.learning_rate * factor)
        sizes = np.clip(self._change(grads, before) * sizes, self.step_size_min, self.step_size_max)
        used = np.where(before * grads < 0, 0.0, grads)
        return -np.sign(used) * sizes, (used, sizes, t + 1)

    def _change(self, grads: Array, before: Array) -> Array:
        """η⁺ where the sign stays, η⁻ where it turns, else 1."""
        turn = before * grads
        return np.where(turn > 0, self.eta_plus, np.where(turn < 0, self.eta_minus, 1.0))

    def stages(self, grads: Array, state: State, params: Array, factor: float = 1.0) -> tuple[Stage, ...]:
        """Gradient, the step sizes, the gradient that is used, move."""
        delta, (used, sizes, t) = self.update(grads, state, params, factor)
        if t == 1:
            formula, numbers = r"s = \eta", shown_rate(self.learning_rate * factor)
        else:
            formula = r"s \leftarrow \eta^{\pm} s \in [s_{\min}, s_{\max}]"
            numbers = f"{shown_array(self._change(grads, state[0]))}·{shown_array(state[1])}"
        return (
            gradient_stage(grads),
            Stage("s", formula, sizes, ADAPT, numbers),
            Stage("g", r"g \leftarrow g \, [g_{t-1} g \geq 0]", used, HOLD, f"gₜ₋₁ = {shown_array(state[0])}"),
            Stage("w", r"w \leftarrow w - \operatorname{sign}(g) \, s", params + delta, MOVE,
                  f"{shown_array(params)}\n+ {shown_array(delta)}"),
        )  # fmt: skip


@register(OPTIMIZERS, "lion")
@dataclass(frozen=True, slots=True)
class Lion(Optimizer):
    """The sign of a mix of momentum and gradient: every parameter moves by the same η in every step.

    c = β₁ m + (1 − β₁) g;  w ← w − η (sign(c) + λ w);  m ← β₂ m + (1 − β₂) g.
    (Chen et al., Symbolic discovery of optimization algorithms, 2023, algorithm 2.)
    """

    title: ClassVar[str] = "Lion"
    usual: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "η = 0.0001, β₁ = 0.9, β₂ = 0.99")
    idea: ClassVar[str] = QT_TRANSLATE_NOOP(
        "engine",
        "Only the sign of its momentum counts: every parameter moves by η in every step, so it never comes to rest at "
        "a constant learning rate.",
    )

    learning_rate: float = parameter(
        0.0001, QT_TRANSLATE_NOOP("engine", "Learning rate"), symbol="η", low=1e-5, high=10, scale="log", live=True
    )
    beta1: float = parameter(
        0.9, QT_TRANSLATE_NOOP("engine", "Share of the momentum"), symbol="β₁", low=0, high=0.9999, scale="complement",
        live=True,
    )  # fmt: skip
    beta2: float = parameter(
        0.99, QT_TRANSLATE_NOOP("engine", "Momentum decay rate"), symbol="β₂", low=0, high=0.99999, scale="complement",
        live=True,
    )  # fmt: skip
    weight_decay: float = parameter(
        0.0, QT_TRANSLATE_NOOP("engine", "Weight decay"), symbol="λ", low=0, high=1, step=0.001, live=True
    )

    def init(self, params: Array) -> State:
        """The momentum, empty."""
        return (np.zeros_like(params),)

    def update(self, grads: Array, state: State, params: Array, factor: float = 1.0) -> tuple[Array, State]:
        """Return (−η (sign(c) + λ w), next state)."""
        rate, mixed = self.learning_rate * factor, self._mixed(grads, state)
        m = self.beta2 * state[0] + (1 - self.beta2) * grads
        return np.sign(mixed) * -rate - rate * self.weight_decay * params, (m,)

    def _mixed(self, grads: Array, state: State) -> Array:
        """C."""
        return np.asarray(self.beta1 * state[0] + (1 - self.beta1) * grads)

    def stages(self, grads: Array, state: State, params: Array, factor: float = 1.0) -> tuple[Stage, ...]:
        """Gradient, mix, its sign, decay (where λ > 0), the momentum for the next step, move."""
        delta, (m,) = self.update(grads, state, params, factor)
        rate, mixed, before = self.learning_rate * factor, self._mixed(grads, state), shown_array(state[0])
        b1, r1, b2, r2 = (shown_rate(x) for x in (self.beta1, 1 - self.beta1, self.beta2, 1 - self.beta2))
        eta, decay = shown_rate(rate), shown_rate(self.weight_decay)
        decayed = Stage(r"\eta \lambda w", r"\eta \lambda w", rate * self.weight_decay * params, WEIGHT_DECAY,
                        f"{eta}·{decay}·{shown_array(params)}")  # fmt: skip
        move = r"w \leftarrow w - \eta \, s - \eta \lambda w" if self.weight_decay else r"w \leftarrow w - \eta \, s"
        return (
            gradient_stage(grads),
            Stage("c", r"c = \beta_1 m + (1 - \beta_1) g", mixed, INTERPOLATE, f"{b1}·{before} + {r1}·g"),
            Stage("s", r"s = \operatorname{sign}(c)", np.sign(mixed), SIGN, ""),
            *([decayed] if self.weight_decay else []),
            Stage("m", r"m \leftarrow \beta_2 m + (1 - \beta_2) g", m, ACCUMULATE, f"{b2}·{before} + {r2}·g"),
            Stage("w", move, params + delta, MOVE, f"{shown_array(params)}\n+ {shown_array(delta)}"),
        )  # fmt: skip
