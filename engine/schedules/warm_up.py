"""Schedules that begin with a warm-up: a straight rise to the full learning rate."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any, ClassVar

from engine.parameter import QT_TRANSLATE_NOOP, parameter, register, rule
from engine.schedules.base import (
    MOST_STEPS,
    SCHEDULES,
    Array,
    Schedule,
    StatelessSchedule,
    half_cosine,
    half_cosine_numbers,
    torch_call,
    torch_minimum,
    torch_ramp,
    torch_sequence,
)
from engine.schedules.waves import Cosine


@register(SCHEDULES, "warmup_cosine")
@dataclass(frozen=True, slots=True)
class WarmupCosine(StatelessSchedule):
    """A straight warm-up, then half a cosine wave over the steps that are left."""

    title: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "Warm-up + cosine")
    formula: ClassVar[str] = (
        r"\eta_t = \eta \begin{cases} (t + 1) / w & t < w \\"
        r" c + (1 - c) \, (1 + \cos(\pi (t - w) / (T - w))) / 2 & t \ge w \end{cases}"
    )

    warmup_steps: int = parameter(
        30, QT_TRANSLATE_NOOP("engine", "Warm-up steps"), symbol="w", low=0, high=10_000, step=1
    )
    total_steps: int = parameter(
        300, QT_TRANSLATE_NOOP("engine", "Total steps"), symbol="T", low=1, high=MOST_STEPS, scale="log"
    )
    final: float = parameter(0.0, QT_TRANSLATE_NOOP("engine", "Final share"), symbol="c", low=0.0, high=1.0)

    def __call__(self, step: int) -> float:
        """(t + 1)/w for t < w, then the cosine of t - w over T - w steps, or over one where the warm-up takes all."""
        if step < self.warmup_steps:
            return (step + 1) / self.warmup_steps
        return half_cosine(1.0, self.final, (step - self.warmup_steps) / self._left)

    def numbers(self, step: int) -> str:
        """The ramp, or the wave."""
        if step < self.warmup_steps:
            return f"{step + 1}/{self.warmup_steps}"
        return half_cosine_numbers(1.0, self.final, (step - self.warmup_steps) / self._left)

    def torch_parts(self, rate: float) -> tuple[tuple[str, int], ...]:
        """A ramp and `CosineAnnealingLR`."""
        wave = torch_call("CosineAnnealingLR", T_max=self._left, **torch_minimum(rate, self.final))
        return (*torch_ramp(self.warmup_steps), (wave, 0))

    @property
    def _left(self) -> int:
        """How many steps the wave has."""
        return max(1, self.total_steps - self.warmup_steps)


@register(SCHEDULES, "inverse_sqrt")
@dataclass(frozen=True, slots=True)
class InverseSqrt(StatelessSchedule):
    """A straight warm-up, then down as one over the root of the step (Vaswani et al. 2017)."""

    title: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "Inverse square root")
    formula: ClassVar[str] = r"\eta_t = \eta \min((t + 1) / w, \sqrt{w / (t + 1)})"

    warmup_steps: int = parameter(
        30, QT_TRANSLATE_NOOP("engine", "Warm-up steps"), symbol="w", low=1, high=10_000, scale="log"
    )

    def __call__(self, step: int) -> float:
        """1 at step w - 1."""
        return min((step + 1) / self.warmup_steps, math.sqrt(self.warmup_steps / (step + 1)))

    def numbers(self, step: int) -> str:
        """The ramp, or the root."""
        if step < self.warmup_steps:
            return f"{step + 1}/{self.warmup_steps}"
        return f"√({self.warmup_steps}/{step + 1})"

    def torch_parts(self, rate: float) -> tuple[tuple[str, int], ...]:
        """As a function of t: PyTorch has no such schedule."""
        w = self.warmup_steps
        text = f"lambda t: min((t + 1) / {w}, math.sqrt({w} / (t + 1)))"
        return ((torch_call("LambdaLR", lr_lambda=text), 0),)


@register(SCHEDULES, "warmup")
@dataclass(frozen=True, slots=True)
class Warmup(Schedule):
    """A straight warm-up before any other schedule, which begins when the warm-up has ended."""

    title: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "Warm-up, then …")
    formula: ClassVar[str] = r"\eta_t = \eta \, (t + 1) / w \quad (t < w)"

    warmup_steps: int = parameter(
        30, QT_TRANSLATE_NOOP("engine", "Warm-up steps"), symbol="w", low=0, high=10_000, step=1
    )
    then: Schedule = rule(Cosine(), SCHEDULES, QT_TRANSLATE_NOOP("engine", "Then"))

    def __call__(self, step: int) -> float:
        """The factor at `step`; a `TypeError` where the schedule that follows needs the losses."""
        if step < self.warmup_steps:
            return (step + 1) / self.warmup_steps
        if not isinstance(self.then, StatelessSchedule | Warmup):
            raise TypeError(f"{self.then.kind} does not follow from the step alone")
        return self.then(step - self.warmup_steps)

    def init(self) -> Any:  # noqa: ANN401 - the state of the schedule that follows
        """The state of the schedule that follows."""
        return self.then.init()

    def update(self, step: int, loss: float, state: Any) -> tuple[float, Any]:  # noqa: ANN401
        """(t + 1)/w for t < w, when no loss is counted; then the other schedule's, its steps from 0."""
        if step < self.warmup_steps:
            return (step + 1) / self.warmup_steps, state
        return self.then.update(step - self.warmup_steps, loss, state)

    @property
    def follows_loss(self) -> bool:
        """As the schedule that follows."""
        return self.then.follows_loss

    def init_runs(self, count: int) -> Any:  # noqa: ANN401
        """As the schedule that follows."""
        return self.then.init_runs(count)

    def update_runs(self, step: int, losses: Array, state: Any) -> tuple[float | Array, Any]:  # noqa: ANN401
        """As `update`."""
        if step < self.warmup_steps:
            return (step + 1) / self.warmup_steps, state
        return self.then.update_runs(step - self.warmup_steps, losses, state)

    def formula_at(self, step: int) -> str:
        """The ramp's, or that of the schedule that follows, whose t begins with it."""
        return self.formula if step < self.warmup_steps else self.then.formula_at(step - self.warmup_steps)

    def numbers(self, step: int) -> str:
        """The ramp's, or those of the schedule that follows."""
        if step < self.warmup_steps:
            return f"{step + 1}/{self.warmup_steps}"
        return self.then.numbers(step - self.warmup_steps)

    def torch_parts(self, rate: float) -> tuple[tuple[str, int], ...]:
        """The ramp, then the parts of the schedule that follows."""
        return (*torch_ramp(self.warmup_steps), *self.then.torch_parts(rate))

    def torch_line(self, rate: float) -> str:
        """One line; two where the schedule that follows sees the loss, which PyTorch's sequences do not pass on."""
        *ramps, (last, _) = self.torch_parts(rate)
        if not ramps:
            return self.then.torch_line(rate)
        if not self.follows_loss:
            return torch_sequence((*ramps, (last, 0)))
        return f"warmup = {torch_sequence(tuple(ramps))}\nplateau = {last}"
