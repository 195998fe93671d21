"""Schedules that only fall, and the constant one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from engine.parameter import QT_TRANSLATE_NOOP, parameter, register
from engine.schedules.base import MOST_STEPS, SCHEDULES, StatelessSchedule, shown, torch_call


@register(SCHEDULES, "constant")
@dataclass(frozen=True, slots=True)
class Constant(StatelessSchedule):
    """The same learning rate throughout."""

    title: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "Constant")
    formula: ClassVar[str] = r"\eta_t = \eta"

    def __call__(self, step: int) -> float:
        """1."""
        return 1.0

    def torch_parts(self, rate: float) -> tuple[tuple[str, int], ...]:
        """`ConstantLR`."""
        return ((torch_call("ConstantLR", factor=1.0), 0),)


@register(SCHEDULES, "step")
@dataclass(frozen=True, slots=True)
class Step(StatelessSchedule):
    """Multiplied by γ every so many steps (PyTorch's `StepLR`)."""

    title: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "Step")
    formula: ClassVar[str] = r"\eta_t = \eta \, \gamma^{\lfloor t / s \rfloor}"

    step_size: int = parameter(
        100, QT_TRANSLATE_NOOP("engine", "Steps between drops"), symbol="s", low=1, high=MOST_STEPS, scale="log"
    )
    gamma: float = parameter(0.5, QT_TRANSLATE_NOOP("engine", "Drop factor"), symbol="γ", low=0.001, high=1.0)

    def __call__(self, step: int) -> float:
        """γ to the number of drops so far."""
        return self.gamma ** (step // self.step_size)

    def numbers(self, step: int) -> str:
        """γ^⌊t/s⌋."""
        return f"{shown(self.gamma)}^⌊{step}/{self.step_size}⌋"

    def torch_parts(self, rate: float) -> tuple[tuple[str, int], ...]:
        """`StepLR`."""
        return ((torch_call("StepLR", step_size=self.step_size, gamma=self.gamma), 0),)


@register(SCHEDULES, "exponential")
@dataclass(frozen=True, slots=True)
class Exponential(StatelessSchedule):
    """Multiplied by γ at every step (PyTorch's `ExponentialLR`)."""

    title: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "Exponential")
    formula: ClassVar[str] = r"\eta_t = \eta \, \gamma^t"

    gamma: float = parameter(
        0.99, QT_TRANSLATE_NOOP("engine", "Factor per step"), symbol="γ", low=0.1, high=0.99999, scale="complement"
    )

    def __call__(self, step: int) -> float:
        """γ to the step."""
        return self.gamma**step

    def numbers(self, step: int) -> str:
        """γ^t."""
        return f"{shown(self.gamma)}^{step}"

    def torch_parts(self, rate: float) -> tuple[tuple[str, int], ...]:
        """`ExponentialLR`."""
        return ((torch_call("ExponentialLR", gamma=self.gamma), 0),)


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

    def numbers(self, step: int) -> str:
        """1 − (1 − c) t/T."""
        return f"1 − {shown(1 - self.final)}·{min(step, self.total_steps)}/{self.total_steps}"

    def torch_parts(self, rate: float) -> tuple[tuple[str, int], ...]:
        """`LinearLR`."""
        text = torch_call("LinearLR", start_factor=1.0, end_factor=self.final, total_iters=self.total_steps)
        return ((text, 0),)


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

    def numbers(self, step: int) -> str:
        """(1 − t/T)^p."""
        return f"(1 − {min(step, self.total_steps)}/{self.total_steps})^{shown(self.power)}"

    def torch_parts(self, rate: float) -> tuple[tuple[str, int], ...]:
        """`PolynomialLR`."""
        return ((torch_call("PolynomialLR", total_iters=self.total_steps, power=self.power), 0),)
