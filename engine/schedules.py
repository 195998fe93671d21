"""Learning-rate schedules: what multiplies the learning rate at each step.

Steps count from 0. A schedule is `init` and `update`; those that need no memory are also called with a step alone.
Where PyTorch has the same schedule the factors are its learning rates divided by the first one it is given.
"""

from __future__ import annotations

import math
from abc import ABC, abstractmethod
from dataclasses import dataclass, replace
from typing import Any, ClassVar

from engine.parameter import QT_TRANSLATE_NOOP, Settings, parameter, register, rule

SCHEDULES: dict[str, type[Schedule]] = {}
MOST_STEPS = 1_000_000
LEAST_CHANGE = 1e-8  # ReduceOnPlateau makes no smaller change than this; PyTorch's `eps`, at a learning rate of 1


@dataclass(frozen=True, slots=True)
class Schedule(Settings, ABC):
    """Base of all schedules. `formula` is the learning rate η_t at step t, in TeX."""

    formula: ClassVar[str]

    @abstractmethod
    def init(self) -> Any:  # noqa: ANN401 - each schedule has its own state
        """The state before step 0; None where nothing is remembered."""

    @abstractmethod
    def update(self, step: int, loss: float, state: Any) -> tuple[float, Any]:  # noqa: ANN401
        """Return (factor of the learning rate at `step`, next state). `loss` is the loss at `step`."""


@dataclass(frozen=True, slots=True)
class StatelessSchedule(Schedule):
    """Base of the schedules that follow from the step alone."""

    @abstractmethod
    def __call__(self, step: int) -> float:
        """The factor of the learning rate at `step`."""

    def init(self) -> None:
        """Nothing is remembered."""
        return

    def update(self, step: int, loss: float, state: None) -> tuple[float, None]:
        """Return (the factor at `step`, nothing)."""
        return self(step), None


def _half_cosine(start: float, end: float, share: float) -> float:
    """From `start` (share 0) to `end` (share 1) along half a cosine wave."""
    return end + (start - end) * (1.0 + math.cos(math.pi * share)) / 2.0


@register(SCHEDULES, "constant")
@dataclass(frozen=True, slots=True)
class Constant(StatelessSchedule):
    """The same learning rate throughout."""

    title: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "Constant")
    formula: ClassVar[str] = r"\eta_t = \eta"

    def __call__(self, step: int) -> float:
        """1."""
        return 1.0


@register(SCHEDULES, "step")
@dataclass(frozen=True, slots=True)
class Step(StatelessSchedule):
    """Multiplied by γ every so many steps (PyTorch's `StepLR`)."""

    title: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "Step decay")
    formula: ClassVar[str] = r"\eta_t = \eta \, \gamma^{\lfloor t / s \rfloor}"

    step_size: int = parameter(
        100, QT_TRANSLATE_NOOP("engine", "Steps between drops"), symbol="s", low=1, high=MOST_STEPS, scale="log"
    )
    gamma: float = parameter(0.5, QT_TRANSLATE_NOOP("engine", "Drop factor"), symbol="γ", low=0.001, high=1.0)

    def __call__(self, step: int) -> float:
        """γ to the number of drops so far."""
        return self.gamma ** (step // self.step_size)


@register(SCHEDULES, "exponential")
@dataclass(frozen=True, slots=True)
class Exponential(StatelessSchedule):
    """Multiplied by γ at every step (PyTorch's `ExponentialLR`)."""

    title: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "Exponential decay")
    formula: ClassVar[str] = r"\eta_t = \eta \, \gamma^t"

    gamma: float = parameter(
        0.99, QT_TRANSLATE_NOOP("engine", "Factor per step"), symbol="γ", low=0.1, high=0.99999, scale="complement"
    )

    def __call__(self, step: int) -> float:
        """γ to the step."""
        return self.gamma**step


@register(SCHEDULES, "linear")
@dataclass(frozen=True, slots=True)
class Linear(StatelessSchedule):
    """In a straight line to the final share, then constant (PyTorch's `LinearLR` from factor 1)."""

    title: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "Linear")
    formula: ClassVar[str] = r"\eta_t = \eta \, (1 + (c - 1) \min(t, T) / T)"

    total_steps: int = parameter(
        300, QT_TRANSLATE_NOOP("engine", "Total steps"), symbol="T", low=1, high=MOST_STEPS, scale="log"
    )
    final: float = parameter(0.0, QT_TRANSLATE_NOOP("engine", "Final share"), symbol="c", low=0.0, high=1.0)

    def __call__(self, step: int) -> float:
        """Between 1 and the final share."""
        return 1.0 + (self.final - 1.0) * (min(step, self.total_steps) / self.total_steps)


@register(SCHEDULES, "polynomial")
@dataclass(frozen=True, slots=True)
class Polynomial(StatelessSchedule):
    """A power of the share of steps still to come, then 0 (PyTorch's `PolynomialLR`)."""

    title: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "Polynomial")
    formula: ClassVar[str] = r"\eta_t = \eta \, (1 - \min(t, T) / T)^p"

    total_steps: int = parameter(
        300, QT_TRANSLATE_NOOP("engine", "Total steps"), symbol="T", low=1, high=MOST_STEPS, scale="log"
    )
    power: float = parameter(2.0, QT_TRANSLATE_NOOP("engine", "Power"), symbol="p", low=0.1, high=10.0, scale="log")

    def __call__(self, step: int) -> float:
        """(1 - t/T)^p, 0 from T on."""
        return float((1.0 - min(step, self.total_steps) / self.total_steps) ** self.power)


@register(SCHEDULES, "cosine")
@dataclass(frozen=True, slots=True)
class Cosine(StatelessSchedule):
    """Half a cosine wave down to the final share; after its end it rises again (PyTorch's `CosineAnnealingLR`)."""

    title: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "Cosine")
    formula: ClassVar[str] = r"\eta_t = \eta \, (c + (1 - c) \, (1 + \cos(\pi t / T)) / 2)"

    total_steps: int = parameter(
        300, QT_TRANSLATE_NOOP("engine", "Total steps"), symbol="T", low=1, high=MOST_STEPS, scale="log"
    )
    final: float = parameter(0.0, QT_TRANSLATE_NOOP("engine", "Final share"), symbol="c", low=0.0, high=1.0)

    def __call__(self, step: int) -> float:
        """1 at 0, `final` at T, 1 again at 2T."""
        return _half_cosine(1.0, self.final, step / self.total_steps)


@register(SCHEDULES, "cosine_restarts")
@dataclass(frozen=True, slots=True)
class CosineRestarts(StatelessSchedule):
    """Half cosine waves that start anew, each longer by a whole factor (Loshchilov and Hutter 2017, SGDR).

    PyTorch's `CosineAnnealingWarmRestarts`.
    """

    title: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "Cosine with restarts")
    formula: ClassVar[str] = r"\eta_t = \eta \, (c + (1 - c) \, (1 + \cos(\pi t_i / T_i)) / 2), \quad T_{i+1} = m T_i"

    period: int = parameter(
        100, QT_TRANSLATE_NOOP("engine", "First period"), symbol="T₀", low=1, high=MOST_STEPS, scale="log"
    )
    multiplier: int = parameter(2, QT_TRANSLATE_NOOP("engine", "Period multiplier"), symbol="m", low=1, high=10)
    final: float = parameter(0.0, QT_TRANSLATE_NOOP("engine", "Final share"), symbol="c", low=0.0, high=1.0)

    def __call__(self, step: int) -> float:
        """1 at each restart, towards `final` before the next."""
        since, period = step % self.period, self.period
        if self.multiplier > 1:
            since = step
            while since >= period:
                since -= period
                period *= self.multiplier
        return _half_cosine(1.0, self.final, since / period)


@register(SCHEDULES, "warmup_cosine")
@dataclass(frozen=True, slots=True)
class WarmupCosine(StatelessSchedule):
    """A straight warm-up, then half a cosine wave over the steps that are left."""

    title: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "Warm-up, then cosine")
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
        left = max(1, self.total_steps - self.warmup_steps)
        return _half_cosine(1.0, self.final, (step - self.warmup_steps) / left)


@register(SCHEDULES, "one_cycle")
@dataclass(frozen=True, slots=True)
class OneCycle(StatelessSchedule):
    """Up to the full learning rate and down far below the start, both along half a cosine (Smith and Topin 2018).

    PyTorch's `OneCycleLR` with `cycle_momentum=False`; after step T - 1, where PyTorch stops, the last value holds.
    """

    title: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "One cycle")
    formula: ClassVar[str] = r"\eta / d \;\to\; \eta \;\to\; \eta / (d D)"

    total_steps: int = parameter(
        300, QT_TRANSLATE_NOOP("engine", "Total steps"), symbol="T", low=1, high=MOST_STEPS, scale="log"
    )
    warmup_share: float = parameter(
        0.3, QT_TRANSLATE_NOOP("engine", "Share of steps going up"), symbol="p", low=0.0, high=1.0
    )
    div_factor: float = parameter(
        25.0, QT_TRANSLATE_NOOP("engine", "Peak over start"), symbol="d", low=1.0, high=1e4, scale="log"
    )
    final_div_factor: float = parameter(
        1e4, QT_TRANSLATE_NOOP("engine", "Start over end"), symbol="D", low=1.0, high=1e8, scale="log"
    )

    def __call__(self, step: int) -> float:
        """1/d at 0, 1 at pT - 1, 1/(dD) from T - 1 on."""
        start, last = 1.0 / self.div_factor, self.total_steps - 1
        peak, step = self.warmup_share * self.total_steps - 1.0, min(step, last)
        if step <= peak:
            return _half_cosine(start, 1.0, step / peak if peak > 0 else 1.0)
        return _half_cosine(1.0, start / self.final_div_factor, (step - peak) / (last - peak))


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


@dataclass(frozen=True, slots=True)
class PlateauState:
    """What `ReduceOnPlateau` remembers: the factor now, the best loss, the steps without a better one, the rest to wait."""

    factor: float = 1.0
    best: float = math.inf
    waited: int = 0
    resting: int = 0


@register(SCHEDULES, "reduce_on_plateau")
@dataclass(frozen=True, slots=True)
class ReduceOnPlateau(Schedule):
    """Reduced whenever the loss has not improved for a while (PyTorch's `ReduceLROnPlateau`, relative, downwards)."""

    title: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "Reduce on plateau")
    formula: ClassVar[str] = r"\eta_{t+1} = \eta_t \cdot \begin{cases} r & n > P \\ 1 & n \le P \end{cases}"

    factor: float = parameter(0.1, QT_TRANSLATE_NOOP("engine", "Reduction factor"), symbol="r", low=0.01, high=0.99)
    patience: int = parameter(10, QT_TRANSLATE_NOOP("engine", "Patience"), symbol="P", low=0, high=1000)
    threshold: float = parameter(
        1e-4, QT_TRANSLATE_NOOP("engine", "Improvement threshold"), low=1e-8, high=0.5, scale="log"
    )
    cooldown: int = parameter(0, QT_TRANSLATE_NOOP("engine", "Cooldown"), low=0, high=1000)
    minimum: float = parameter(0.0, QT_TRANSLATE_NOOP("engine", "Smallest share"), low=0.0, high=1.0)

    def init(self) -> PlateauState:
        """The full learning rate, no loss seen."""
        return PlateauState()

    def update(self, step: int, loss: float, state: PlateauState) -> tuple[float, PlateauState]:
        """Return (the factor so far, the state that has counted `loss`). A NaN is no improvement."""
        return state.factor, self._counted(loss, state)

    def _counted(self, loss: float, state: PlateauState) -> PlateauState:
        better = loss < state.best * (1.0 - self.threshold)
        waited = 0 if better or state.resting else state.waited + 1
        resting = max(0, state.resting - 1)
        best = loss if better else state.best
        if waited <= self.patience:
            return replace(state, best=best, waited=waited, resting=resting)
        reduced = max(state.factor * self.factor, self.minimum)
        factor = reduced if state.factor - reduced > LEAST_CHANGE else state.factor
        return PlateauState(factor, best, 0, self.cooldown)


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
