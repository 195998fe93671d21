"""Adam's relatives: rules from running means of the gradient and of its size, each with one thing changed."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from engine.optimizers.base import OPTIMIZERS, Array, Stage, State, shown_array, shown_rate
from engine.optimizers.gradient_descent import ACCUMULATE, MOVE, gradient_stage
from engine.optimizers.moment_rule import DecayingMomentRule
from engine.optimizers.weight_decay import WEIGHT_DECAY, gradient_stages, with_weight_decay
from engine.parameter import QT_TRANSLATE_NOOP, parameter, register

LOOK_AHEAD = QT_TRANSLATE_NOOP("engine", "Look ahead")
RECTIFY = QT_TRANSLATE_NOOP("engine", "Rectify")


@register(OPTIMIZERS, "adamw")
@dataclass(frozen=True, slots=True)
class AdamW(DecayingMomentRule):
    """Adam whose weight decay acts on the parameters, past the moments: a large gradient does not weaken it.

    m ← β₁ m + (1 − β₁) g;  v ← β₂ v + (1 − β₂) g²;  m̂ = m / (1 − β₁ᵗ);  v̂ = v / (1 − β₂ᵗ);
    w ← w − η λ w − η m̂ / (√v̂ + ε).  (Loshchilov & Hutter, Decoupled weight decay regularization, 2019,
    algorithm 2, with the decay times η as in PyTorch.)
    """

    title: ClassVar[str] = "AdamW"
    usual: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "η = 0.001, β₁ = 0.9, β₂ = 0.999, λ = 0.01")
    idea: ClassVar[str] = QT_TRANSLATE_NOOP(
        "engine", "Adam with decoupled weight decay: every parameter shrinks by the same share, whatever its gradients."
    )

    weight_decay: float = parameter(
        0.01, QT_TRANSLATE_NOOP("engine", "Weight decay"), symbol="λ", low=0, high=1, step=0.001, live=True
    )

    def update(self, grads: Array, state: State, params: Array, factor: float = 1.0) -> tuple[Array, State]:
        """Return (−η m̂ / (√v̂ + ε) − η λ w, next state)."""
        m, v, t = state
        t += 1
        m = self.beta1 * m + (1 - self.beta1) * grads
        v = self.beta2 * v + (1 - self.beta2) * (grads * grads)
        m_hat = m / (1 - self.beta1**t)
        v_hat = v / (1 - self.beta2**t)
        rate = self.learning_rate * factor
        return m_hat * -rate / (np.sqrt(v_hat) + self.epsilon) - rate * self.weight_decay * params, (m, v, t)

    def stages(self, grads: Array, state: State, params: Array, factor: float = 1.0) -> tuple[Stage, ...]:
        """Gradient, both moments, both corrections, decay, move."""
        delta, (m, v, t) = self.update(grads, state, params, factor)
        rate = self.learning_rate * factor
        return (
            gradient_stage(grads),
            self.first_moment(state[0], m),
            self.second_moment(state[1], v),
            self.first_corrected(m, t),
            self.second_corrected(v, t),
            Stage(r"\eta \lambda w", r"\eta \lambda w", rate * self.weight_decay * params, WEIGHT_DECAY,
                  f"{shown_rate(rate)}·{shown_rate(self.weight_decay)}·{shown_array(params)}"),
            Stage("w", r"w \leftarrow w - \eta \lambda w - \eta \hat m / (\sqrt{\hat v} + \varepsilon)",
                  params + delta, MOVE, f"{shown_array(params)}\n+ {shown_array(delta)}"),
        )  # fmt: skip


@register(OPTIMIZERS, "adamax")
@dataclass(frozen=True, slots=True)
class Adamax(DecayingMomentRule):
    """Adam that divides by the largest gradient of late instead of a mean of squares.

    g ← g + λ w (if λ > 0);  m ← β₁ m + (1 − β₁) g;  u ← max(β₂ u, |g| + ε);  m̂ = m / (1 − β₁ᵗ);  w ← w − η m̂ / u.
    (Kingma & Ba, Adam, 2015, algorithm 2; λ, and ε inside the maximum, as in PyTorch.)
    """

    title: ClassVar[str] = "Adamax"
    usual: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "η = 0.002, β₁ = 0.9, β₂ = 0.999")
    idea: ClassVar[str] = QT_TRANSLATE_NOOP(
        "engine", "Adam that divides by the largest gradient of late: at the usual settings no step is longer than η."
    )

    learning_rate: float = parameter(
        0.002, QT_TRANSLATE_NOOP("engine", "Learning rate"), symbol="η", low=1e-5, high=10, scale="log", live=True
    )
    beta2: float = parameter(
        0.999, QT_TRANSLATE_NOOP("engine", "Decay of the maximum"), symbol="β₂", low=0, high=0.99999,
        scale="complement", live=True,
    )  # fmt: skip

    def init(self, params: Array) -> State:
        """Moment and maximum, empty, and the count of steps done."""
        return (np.zeros_like(params), np.zeros_like(params), 0)

    def update(self, grads: Array, state: State, params: Array, factor: float = 1.0) -> tuple[Array, State]:
        """Return (−η m̂ / u, next state)."""
        m, u, t = state
        t += 1
        g = with_weight_decay(grads, self.weight_decay, params)
        m = self.beta1 * m + (1 - self.beta1) * g
        u = np.maximum(self.beta2 * u, np.abs(g) + self.epsilon)
        m_hat = m / (1 - self.beta1**t)
        return m_hat * (-self.learning_rate * factor) / u, (m, u, t)

    def stages(self, grads: Array, state: State, params: Array, factor: float = 1.0) -> tuple[Stage, ...]:
        """Gradient, moment, maximum, correction, move."""
        delta, (m, u, t) = self.update(grads, state, params, factor)
        beta2 = shown_rate(self.beta2)
        return (
            *gradient_stages(grads, self.weight_decay, params),
            self.first_moment(state[0], m),
            Stage("u", r"u \leftarrow \max(\beta_2 u, |g| + \varepsilon)", u, ACCUMULATE,
                  f"max({beta2}·{shown_array(state[1])}, |g| + ε)"),
            self.first_corrected(m, t),
            Stage("w", r"w \leftarrow w - \eta \hat m / u", params + delta, MOVE,
                  f"{shown_array(params)}\n+ {shown_array(delta)}"),
        )  # fmt: skip


@register(OPTIMIZERS, "nadam")
@dataclass(frozen=True, slots=True)
class NAdam(DecayingMomentRule):
    """Adam that looks ahead as Nesterov does, with a momentum μ that rises to β₁.

    g ← g + λ w (if λ > 0);  μₜ = β₁ (1 − ½ 0.96^(t ψ));  m ← β₁ m + (1 − β₁) g;  v ← β₂ v + (1 − β₂) g²;
    m̂ = μₜ₊₁ m / (1 − μ₁ ⋯ μₜ₊₁) + (1 − μₜ) g / (1 − μ₁ ⋯ μₜ);  v̂ = v / (1 − β₂ᵗ);  w ← w − η m̂ / (√v̂ + ε).
    (Dozat, Incorporating Nesterov momentum into Adam, 2016, algorithm 2; m and λ as in PyTorch.)
    """

    title: ClassVar[str] = "NAdam"
    usual: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "η = 0.002, β₁ = 0.9, β₂ = 0.999, ψ = 0.004")
    idea: ClassVar[str] = QT_TRANSLATE_NOOP(
        "engine", "Adam with Nesterov's look ahead: the newest gradient counts more, and the momentum rises slowly."
    )

    learning_rate: float = parameter(
        0.002, QT_TRANSLATE_NOOP("engine", "Learning rate"), symbol="η", low=1e-5, high=10, scale="log", live=True
    )
    momentum_decay: float = parameter(
        0.004, QT_TRANSLATE_NOOP("engine", "Momentum decay"), symbol="ψ", low=0, high=1, step=0.001, live=True
    )

    def init(self, params: Array) -> State:
        """Both moments, empty, the count of steps done, and the product of their momenta."""
        return (np.zeros_like(params), np.zeros_like(params), 0, 1.0)

    def momentum(self, t: int) -> float:
        """μₜ."""
        return self.beta1 * (1 - 0.5 * math.pow(0.96, t * self.momentum_decay))

    def update(self, grads: Array, state: State, params: Array, factor: float = 1.0) -> tuple[Array, State]:
        """Return (−η m̂ / (√v̂ + ε), next state)."""
        m, v, t, product = state
        t, product = t + 1, product * self.momentum(t + 1)
        g = with_weight_decay(grads, self.weight_decay, params)
        m = self.beta1 * m + (1 - self.beta1) * g
        v = self.beta2 * v + (1 - self.beta2) * (g * g)
        m_hat, v_hat = self._ahead(g, m, t, product), v / (1 - self.beta2**t)
        return m_hat * (-self.learning_rate * factor) / (np.sqrt(v_hat) + self.epsilon), (m, v, t, product)

    def _ahead(self, g: Array, m: Array, t: int, product: float) -> Array:
        """m̂, from the product μ₁ ⋯ μₜ."""
        following = self.momentum(t + 1)
        return m * (following / (1 - product * following)) + g * ((1 - self.momentum(t)) / (1 - product))

    def stages(self, grads: Array, state: State, params: Array, factor: float = 1.0) -> tuple[Stage, ...]:
        """Gradient, both moments, look ahead, correction, move."""
        delta, (m, v, t, product) = self.update(grads, state, params, factor)
        g, following = with_weight_decay(grads, self.weight_decay, params), self.momentum(t + 1)
        ahead, newest = following / (1 - product * following), (1 - self.momentum(t)) / (1 - product)
        return (
            *gradient_stages(grads, self.weight_decay, params),
            self.first_moment(state[0], m),
            self.second_moment(state[1], v),
            Stage(r"\hat m", r"\hat m = \frac{\mu_{t+1} m}{1 - \mu_1 \cdots \mu_{t+1}}"
                  r" + \frac{(1 - \mu_t) g}{1 - \mu_1 \cdots \mu_t}", self._ahead(g, m, t, product), LOOK_AHEAD,
                  f"{shown_rate(ahead)}·m + {shown_rate(newest)}·g"),
            self.second_corrected(v, t),
            Stage("w", r"w \leftarrow w - \eta \hat m / (\sqrt{\hat v} + \varepsilon)", params + delta, MOVE,
                  f"{shown_array(params)}\n+ {shown_array(delta)}"),
        )  # fmt: skip


@register(OPTIMIZERS, "radam")
@dataclass(frozen=True, slots=True)
class RAdam(DecayingMomentRule):
    """Adam that trusts its mean of squares only as far as enough gradients have gone into it.

    g ← g + λ w (if λ > 0);  m ← β₁ m + (1 − β₁) g;  v ← β₂ v + (1 − β₂) g²;  m̂ = m / (1 − β₁ᵗ);
    ρ∞ = 2 / (1 − β₂) − 1;  ρₜ = ρ∞ − 2 t β₂ᵗ / (1 − β₂ᵗ).  Where ρₜ > 5:
    r = √((ρₜ − 4)(ρₜ − 2) ρ∞ / ((ρ∞ − 4)(ρ∞ − 2) ρₜ));  w ← w − η r m̂ √(1 − β₂ᵗ) / (√v + ε).  Before: w ← w − η m̂.
    (Liu et al., On the variance of the adaptive learning rate and beyond, 2020, algorithm 2; λ, ε and the 5 as in
    PyTorch.)
    """

    title: ClassVar[str] = "RAdam"
    usual: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "η = 0.001, β₁ = 0.9, β₂ = 0.999")
    idea: ClassVar[str] = QT_TRANSLATE_NOOP(
        "engine", "Adam with a warm-up built in: plain Momentum at first, then steps that grow to Adam's."
    )

    def rectification(self, t: int) -> float | None:
        """The factor r of step t, below 1; None while ρₜ is 5 or less: too few gradients to judge their spread by."""
        most = 2 / (1 - self.beta2) - 1
        length = most - 2 * t * self.beta2**t / (1 - self.beta2**t)
        if length <= 5:
            return None
        return math.sqrt((length - 4) * (length - 2) * most / ((most - 4) * (most - 2) * length))

    def update(self, grads: Array, state: State, params: Array, factor: float = 1.0) -> tuple[Array, State]:
        """Return (−η r m̂ √(1 − β₂ᵗ) / (√v + ε), or −η m̂ in the first steps; next state)."""
        m, v, t = state
        t += 1
        g = with_weight_decay(grads, self.weight_decay, params)
        m = self.beta1 * m + (1 - self.beta1) * g
        v = self.beta2 * v + (1 - self.beta2) * (g * g)
        step = m / (1 - self.beta1**t) * (-self.learning_rate * factor)
        r = self.rectification(t)
        if r is not None:
            step = step * (r * math.sqrt(1 - self.beta2**t)) / (np.sqrt(v) + self.epsilon)
        return step, (m, v, t)

    def stages(self, grads: Array, state: State, params: Array, factor: float = 1.0) -> tuple[Stage, ...]:
        """Gradient, both moments, correction, rectification (once there is one), move."""
        delta, (m, v, t) = self.update(grads, state, params, factor)
        return (
            *gradient_stages(grads, self.weight_decay, params),
            self.first_moment(state[0], m),
            self.second_moment(state[1], v),
            self.first_corrected(m, t),
            *self._last_stages(v, t, params, delta),
        )  # fmt: skip

    def _last_stages(self, v: Array, t: int, params: Array, delta: Array) -> tuple[Stage, ...]:
        """The move; before it, where the mean of squares is trusted, what it is multiplied by."""
        r, numbers = self.rectification(t), f"{shown_array(params)}\n+ {shown_array(delta)}"
        if r is None:
            return (Stage("w", r"w \leftarrow w - \eta \hat m", params + delta, MOVE, numbers),)
        c2 = 1 - self.beta2**t
        rectified = r * math.sqrt(c2) / (np.sqrt(v) + self.epsilon)
        return (
            Stage("l", r"l = r_t \sqrt{1 - \beta_2^t} / (\sqrt{v} + \varepsilon)", rectified, RECTIFY,
                  f"{shown_rate(r)}·√{shown_rate(c2)} / (√v + ε)"),
            Stage("w", r"w \leftarrow w - \eta \hat m \, l", params + delta, MOVE, numbers),
        )  # fmt: skip
