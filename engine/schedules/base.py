"""What a schedule is: what multiplies the learning rate at each step, counted from 0."""

from __future__ import annotations

import math
from abc import ABC, abstractmethod
from dataclasses import dataclass
from typing import Any, ClassVar

import numpy as np
from numpy.typing import NDArray

from engine.parameter import Settings

Array = NDArray[np.float64]
SCHEDULES: dict[str, type[Schedule]] = {}
MOST_STEPS = 1_000_000
TORCH = "torch.optim.lr_scheduler"


@dataclass(frozen=True, slots=True)
class Schedule(Settings, ABC):
    """Base of all schedules. `formula` is the learning rate η_t at step t, in TeX."""

    formula: ClassVar[str]

    @property
    def follows_loss(self) -> bool:
        """Whether the factors depend on the losses, so that every run has its own."""
        return False

    @abstractmethod
    def init(self) -> Any:  # noqa: ANN401 - each schedule has its own state
        """The state before step 0; None where nothing is remembered."""

    @abstractmethod
    def update(self, step: int, loss: float, state: Any) -> tuple[float, Any]:  # noqa: ANN401
        """Return (factor of the learning rate at `step`, next state). `loss` is the loss at `step`."""

    def init_runs(self, count: int) -> Any:  # noqa: ANN401
        """The state of `count` runs side by side."""
        return self.init()

    def update_runs(self, step: int, losses: Array, state: Any) -> tuple[float | Array, Any]:  # noqa: ANN401
        """As `update` for runs side by side with losses (runs,): one factor for all, or factors (runs,)."""
        return self.update(step, math.nan, state)

    def formula_at(self, step: int) -> str:
        """The formula that holds at `step`, in TeX."""
        return self.formula

    def numbers(self, step: int) -> str:
        """The factor at `step` as a sum with the numbers put in: "0.96^280"; empty where there is nothing to reckon."""
        return ""

    @abstractmethod
    def torch_parts(self, rate: float) -> tuple[tuple[str, int], ...]:
        """PyTorch's schedulers over `opt` that make this schedule one after another, and how many steps each lasts.

        `rate` is the learning rate of `opt`. The last one lasts for ever and says 0.
        """

    def torch_line(self, rate: float) -> str:
        """Python text that makes this schedule with PyTorch over an optimizer `opt` of learning rate `rate`."""
        return torch_sequence(self.torch_parts(rate))


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


def half_cosine(start: float, end: float, share: float) -> float:
    """From `start` (share 0) to `end` (share 1) along half a cosine wave."""
    return end + (start - end) * (1.0 + math.cos(math.pi * share)) / 2.0


# -- texts ------------------------------------------------------------------------------------------------------------


def shown(value: float) -> str:
    """A number in at most four significant figures."""
    return f"{value:.4g}".replace("-", "−")


def half_cosine_numbers(start: float, end: float, share: float) -> str:
    """`half_cosine` with the numbers put in."""
    low, size, sign = min(start, end), abs(start - end), "+" if start >= end else "−"
    wave = f"½(1 {sign} cos({shown(share)}·π))"
    if size != 1:
        wave = f"{shown(size)}·{wave}"
    return f"{shown(low)} + {wave}" if low else wave


def torch_call(name: str, **arguments: object) -> str:
    """A scheduler of PyTorch over `opt`; texts among the arguments are Python as it stands."""
    shown = (f"{key}={value if isinstance(value, str) else repr(value)}" for key, value in arguments.items())
    return f"{TORCH}.{name}({', '.join(('opt', *shown))})"


def torch_minimum(rate: float, share: float) -> dict[str, str]:
    """The argument `eta_min` for a share of the learning rate; none for 0."""
    return {"eta_min": f"{share!r} * {rate!r}"} if share else {}


def torch_ramp(steps: int) -> tuple[tuple[str, int], ...]:
    """A warm-up of (t + 1)/steps; nothing for no steps."""
    if steps < 2:
        return ((torch_call("ConstantLR", factor=1.0), 1),) if steps else ()
    return ((torch_call("LinearLR", start_factor=f"1 / {steps}", total_iters=steps - 1), steps),)


def torch_sequence(parts: tuple[tuple[str, int], ...]) -> str:
    """One scheduler after the other."""
    texts = [text for text, _ in parts]
    if len(texts) == 1:
        return texts[0]
    ends = [sum(steps for _, steps in parts[: i + 1]) for i in range(len(parts) - 1)]
    return f"{TORCH}.SequentialLR(opt, [\n    " + ",\n    ".join(texts) + f"],\n    milestones={ends})"
