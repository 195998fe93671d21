"""Schedules along half waves of the cosine."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from engine.parameter import QT_TRANSLATE_NOOP, parameter, register
from engine.schedules.base import (
    MOST_STEPS,
    SCHEDULES,
    StatelessSchedule,
    half_cosine,
    half_cosine_numbers,
    torch_call,
    torch_minimum,
)


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
        return half_cosine(1.0, self.final, step / self.total_steps)

    def numbers(self, step: int) -> str:
        """The wave at t/T."""
        return half_cosine_numbers(1.0, self.final, step / self.total_steps)

    def torch_parts(self, rate: float) -> tuple[tuple[str, int], ...]:
        """`CosineAnnealingLR`."""
        return ((torch_call("CosineAnnealingLR", T_max=self.total_steps, **torch_minimum(rate, self.final)), 0),)


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
        return half_cosine(1.0, self.final, self._share(step))

    def _share(self, step: int) -> float:
        """How much of its wave has passed at `step`."""
        since, period = step % self.period, self.period
        if self.multiplier > 1:
            since = step
            while since >= period:
                since -= period
                period *= self.multiplier
        return since / period

    def numbers(self, step: int) -> str:
        """The wave at t_i/T_i."""
        return half_cosine_numbers(1.0, self.final, self._share(step))

    def torch_parts(self, rate: float) -> tuple[tuple[str, int], ...]:
        """`CosineAnnealingWarmRestarts`."""
        lengths = {"T_0": self.period, "T_mult": self.multiplier}
        return ((torch_call("CosineAnnealingWarmRestarts", **lengths, **torch_minimum(rate, self.final)), 0),)


@register(SCHEDULES, "one_cycle")
@dataclass(frozen=True, slots=True)
class OneCycle(StatelessSchedule):
    """Up to the full learning rate and down far below the start, both along half a cosine (Smith and Topin 2018).

    PyTorch's `OneCycleLR` with `cycle_momentum=False`; after step T - 1, where PyTorch stops, the last value holds.
    """

    title: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "One-cycle")
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
        return half_cosine(*self._wave(step))

    def _wave(self, step: int) -> tuple[float, float, float]:
        """Where the half wave at `step` begins and ends, and how much of it has passed."""
        start, last = 1.0 / self.div_factor, self.total_steps - 1
        peak, step = self.warmup_share * self.total_steps - 1.0, min(step, last)
        if step <= peak:
            return start, 1.0, step / peak if peak > 0 else 1.0
        return 1.0, start / self.final_div_factor, (step - peak) / (last - peak)

    def numbers(self, step: int) -> str:
        """The wave up, or that down."""
        return half_cosine_numbers(*self._wave(step))

    def torch_parts(self, rate: float) -> tuple[tuple[str, int], ...]:
        """As a function of t: after another scheduler `OneCycleLR` would take its start for the whole learning rate."""
        start, last = 1.0 / self.div_factor, self.total_steps - 1
        peak = self.warmup_share * self.total_steps - 1.0
        down = _wave_text(1.0, start / self.final_div_factor, f"(min(t, {last}) - {peak!r}) / {last - peak!r}")
        if peak < 0:
            text = down
        elif peak == 0:
            text = f"1.0 if t == 0 else {down}"
        else:
            text = f"{_wave_text(start, 1.0, f't / {peak!r}')} if t <= {peak!r} else {down}"
        return ((torch_call("LambdaLR", lr_lambda=f"lambda t: {text}"), 0),)

    def torch_line(self, rate: float) -> str:
        """`OneCycleLR`."""
        divided = {"div_factor": self.div_factor, "final_div_factor": self.final_div_factor}
        lengths = {"total_steps": self.total_steps, "pct_start": self.warmup_share}
        return torch_call("OneCycleLR", max_lr=rate, **lengths, **divided, cycle_momentum=False)


def _wave_text(start: float, end: float, share: str) -> str:
    """`half_cosine` in Python."""
    return f"{end!r} + {(start - end)!r} * (1 + math.cos(math.pi * {share})) / 2"
