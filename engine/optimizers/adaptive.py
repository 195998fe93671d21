"""Rules with a learning rate of each parameter's own, from the squares of its gradients."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from engine.optimizers.base import OPTIMIZERS, Array, Optimizer, Stage, State, shown_array, shown_rate
from engine.optimizers.gradient_descent import ACCUMULATE, MOVE, gradient_stage
from engine.optimizers.moment_rule import MomentRule
from engine.optimizers.weight_decay import gradient_stages, with_weight_decay
from engine.parameter import QT_TRANSLATE_NOOP, parameter, register

DIVIDE = QT_TRANSLATE_NOOP("engine", "Divide")


@register(OPTIMIZERS, "adagrad")
@dataclass(frozen=True, slots=True)
class AdaGrad(Optimizer):
    """Divides by the root of the sum of all squared gradients, so its step shrinks for ever.

    h ← h + g²;  w ← w − η g / (√h + ε).  (Duchi, Hazan & Singer, JMLR 12, 2011.)
    """

    title: ClassVar[str] = "AdaGrad"
    usual: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "η = 0.01")
    idea: ClassVar[str] = QT_TRANSLATE_NOOP(
        "engine", "Gives each parameter a rate of its own; since it forgets nothing, that rate shrinks too far."
    )

    learning_rate: float = parameter(
        0.01, QT_TRANSLATE_NOOP("engine", "Learning rate"), symbol="η", low=1e-5, high=10, scale="log", live=True
    )
    epsilon: float = parameter(
        1e-8, QT_TRANSLATE_NOOP("engine", "Epsilon"), symbol="ε", low=1e-16, high=1, scale="log", live=True
    )

    def init(self, params: Array) -> State:
        """The sum of squares, empty."""
        return (np.zeros_like(params),)

    def update(self, grads: Array, state: State, params: Array, factor: float = 1.0) -> tuple[Array, State]:
        """Return (−η g / (√h + ε), next state)."""
        h = state[0] + grads * grads
        return grads * (-self.learning_rate * factor) / (np.sqrt(h) + self.epsilon), (h,)

    def stages(self, grads: Array, state: State, params: Array, factor: float = 1.0) -> tuple[Stage, ...]:
        """Gradient, accumulated squares, move."""
        delta, (h,) = self.update(grads, state, params, factor)
        return (
            gradient_stage(grads),
            Stage("h", r"h \leftarrow h + g^2", h, ACCUMULATE, f"{shown_array(state[0])} + g²"),
            Stage("w", r"w \leftarrow w - \eta g / (\sqrt{h} + \varepsilon)", params + delta, MOVE,
                  f"{shown_array(params)}\n+ {shown_array(delta)}"),
        )  # fmt: skip


@register(OPTIMIZERS, "rmsprop")
@dataclass(frozen=True, slots=True)
class RMSprop(Optimizer):
    """AdaGrad that forgets: a running mean of the squared gradients instead of their sum.

    h ← ρ h + (1 − ρ) g²;  w ← w − η g / (√h + ε).  (Tieleman & Hinton, Neural Networks for Machine Learning,
    lecture 6.5, 2012.)
    """

    title: ClassVar[str] = "RMSprop"
    usual: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "η = 0.01, ρ = 0.99")
    idea: ClassVar[str] = QT_TRANSLATE_NOOP(
        "engine", "AdaGrad that forgets old gradients, so its steps do not die out."
    )

    learning_rate: float = parameter(
        0.01, QT_TRANSLATE_NOOP("engine", "Learning rate"), symbol="η", low=1e-5, high=10, scale="log", live=True
    )
    decay_rate: float = parameter(
        0.99, QT_TRANSLATE_NOOP("engine", "Decay rate"), symbol="ρ", low=0, high=0.9999, scale="complement", live=True
    )
    epsilon: float = parameter(
        1e-8, QT_TRANSLATE_NOOP("engine", "Epsilon"), symbol="ε", low=1e-16, high=1, scale="log", live=True
    )

    def init(self, params: Array) -> State:
        """The mean square, empty."""
        return (np.zeros_like(params),)

    def update(self, grads: Array, state: State, params: Array, factor: float = 1.0) -> tuple[Array, State]:
        """Return (−η g / (√h + ε), next state)."""
        h = self.decay_rate * state[0] + (1 - self.decay_rate) * (grads * grads)
        return grads * (-self.learning_rate * factor) / (np.sqrt(h) + self.epsilon), (h,)

    def stages(self, grads: Array, state: State, params: Array, factor: float = 1.0) -> tuple[Stage, ...]:
        """Gradient, running mean of squares, move."""
        delta, (h,) = self.update(grads, state, params, factor)
        rho, rest = shown_rate(self.decay_rate), shown_rate(1 - self.decay_rate)
        return (
            gradient_stage(grads),
            Stage("h", r"h \leftarrow \rho h + (1 - \rho) g^2", h, ACCUMULATE,
                  f"{rho}·{shown_array(state[0])} + {rest}·g²"),
            Stage("w", r"w \leftarrow w - \eta g / (\sqrt{h} + \varepsilon)", params + delta, MOVE,
                  f"{shown_array(params)}\n+ {shown_array(delta)}"),
        )  # fmt: skip


@register(OPTIMIZERS, "adam")
@dataclass(frozen=True, slots=True)
class Adam(MomentRule):
    """Running means of the gradient and of its square, both freed of the bias of starting at zero.

    m ← β₁ m + (1 − β₁) g;  v ← β₂ v + (1 − β₂) g²;  m̂ = m / (1 − β₁ᵗ);  v̂ = v / (1 − β₂ᵗ);
    w ← w − η m̂ / (√v̂ + ε).  (Kingma & Ba, Adam, 2015, algorithm 1.)
    """

    title: ClassVar[str] = "Adam"
    usual: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "η = 0.001, β₁ = 0.9, β₂ = 0.999")
    idea: ClassVar[str] = QT_TRANSLATE_NOOP(
        "engine", "Joins the strengths of Momentum and RMSprop; the most used, and needs hardly any tuning."
    )

    def update(self, grads: Array, state: State, params: Array, factor: float = 1.0) -> tuple[Array, State]:
        """Return (−η m̂ / (√v̂ + ε), next state)."""
        m, v, t = state
        t += 1
        m = self.beta1 * m  # from here on a new array, which the next line may alter
        m += (1 - self.beta1) * grads
        v = self.beta2 * v
        square = grads * grads
        square *= 1 - self.beta2
        v += square
        # √v̂ + ε = (√v + ε c) / c with c = √(1 − β₂ᵗ): both corrections then cost nothing (end of section 2 there).
        c: float = (1 - self.beta2**t) ** 0.5
        size = np.sqrt(v)
        size += self.epsilon * c
        delta = m * (-self.learning_rate * factor * c / (1 - self.beta1**t))
        delta /= size
        return delta, (m, v, t)

    def stages(self, grads: Array, state: State, params: Array, factor: float = 1.0) -> tuple[Stage, ...]:
        """Gradient, both moments, both corrections, move."""
        delta, (m, v, t) = self.update(grads, state, params, factor)
        return (
            gradient_stage(grads),
            self.first_moment(state[0], m),
            self.second_moment(state[1], v),
            self.first_corrected(m, t),
            self.second_corrected(v, t),
            Stage("w", r"w \leftarrow w - \eta \hat m / (\sqrt{\hat v} + \varepsilon)", params + delta, MOVE,
                  f"{shown_array(params)}\n+ {shown_array(delta)}"),
        )  # fmt: skip


@register(OPTIMIZERS, "adadelta")
@dataclass(frozen=True, slots=True)
class Adadelta(Optimizer):
    """Divides by the running size of the gradients and multiplies by that of its own steps before.

    g ← g + λ w (if λ > 0);  v ← ρ v + (1 − ρ) g²;  Δ = √(u + ε) / √(v + ε) · g;  u ← ρ u + (1 − ρ) Δ²;
    w ← w − η Δ.  (Zeiler, ADADELTA: an adaptive learning rate method, 2012, algorithm 1; η and λ as in PyTorch.)
    ε stands inside the roots: √ε is the size of the first steps.
    """

    title: ClassVar[str] = "Adadelta"
    usual: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "η = 1, ρ = 0.9")
    idea: ClassVar[str] = QT_TRANSLATE_NOOP(
        "engine",
        "RMSprop that measures its steps by the size of those before, so that it needs no learning rate; its first "
        "steps are very small.",
    )

    learning_rate: float = parameter(
        1.0, QT_TRANSLATE_NOOP("engine", "Learning rate"), symbol="η", low=1e-5, high=10, scale="log", live=True
    )
    decay_rate: float = parameter(
        0.9, QT_TRANSLATE_NOOP("engine", "Decay rate"), symbol="ρ", low=0, high=0.9999, scale="complement", live=True
    )
    epsilon: float = parameter(
        1e-6, QT_TRANSLATE_NOOP("engine", "Epsilon"), symbol="ε", low=1e-16, high=1, scale="log", live=True
    )
    weight_decay: float = parameter(
        0.0, QT_TRANSLATE_NOOP("engine", "Weight decay"), symbol="λ", low=0, high=1, step=0.001, live=True
    )

    def init(self, params: Array) -> State:
        """The mean squares of the gradients and of the steps, empty."""
        return (np.zeros_like(params), np.zeros_like(params))

    def update(self, grads: Array, state: State, params: Array, factor: float = 1.0) -> tuple[Array, State]:
        """Return (−η Δ, next state)."""
        v, u = state
        g = with_weight_decay(grads, self.weight_decay, params)
        v = self.decay_rate * v + (1 - self.decay_rate) * (g * g)
        step = self._ratio(v, u) * g
        u = self.decay_rate * u + (1 - self.decay_rate) * (step * step)
        return step * (-self.learning_rate * factor), (v, u)

    def _ratio(self, v: Array, u: Array) -> Array:
        """√(u + ε) / √(v + ε), with the new v and the old u."""
        return np.asarray(np.sqrt(u + self.epsilon) / np.sqrt(v + self.epsilon))

    def stages(self, grads: Array, state: State, params: Array, factor: float = 1.0) -> tuple[Stage, ...]:
        """Gradient, mean of squares, step, mean of squared steps, move."""
        delta, (v, u) = self.update(grads, state, params, factor)
        ratio = self._ratio(v, state[1])
        step = ratio * with_weight_decay(grads, self.weight_decay, params)
        rho, rest = shown_rate(self.decay_rate), shown_rate(1 - self.decay_rate)
        return (
            *gradient_stages(grads, self.weight_decay, params),
            Stage("v", r"v \leftarrow \rho v + (1 - \rho) g^2", v, ACCUMULATE,
                  f"{rho}·{shown_array(state[0])} + {rest}·g²"),
            Stage(r"\Delta", r"\Delta = \frac{\sqrt{u + \varepsilon}}{\sqrt{v + \varepsilon}} g", step, DIVIDE,
                  f"{shown_array(ratio)}·g"),
            Stage("u", r"u \leftarrow \rho u + (1 - \rho) \Delta^2", u, ACCUMULATE,
                  f"{rho}·{shown_array(state[1])} + {rest}·Δ²"),
            Stage("w", r"w \leftarrow w - \eta \Delta", params + delta, MOVE,
                  f"{shown_array(params)} − {shown_rate(self.learning_rate * factor)}·Δ"),
        )  # fmt: skip
