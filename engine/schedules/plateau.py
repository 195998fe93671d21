"""The schedule that follows the loss."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import ClassVar

import numpy as np

from engine.parameter import QT_TRANSLATE_NOOP, parameter, register
from engine.schedules.base import SCHEDULES, Array, Schedule, torch_call

LEAST_CHANGE = 1e-8  # ReduceOnPlateau makes no smaller change than this; PyTorch's `eps`, at a learning rate of 1


@dataclass(frozen=True, slots=True)
class PlateauState:
    """What `ReduceOnPlateau` remembers: the factor now, the best loss, the steps without a better one, the rest to wait."""

    factor: float = 1.0
    best: float = math.inf
    waited: int = 0
    resting: int = 0


@dataclass(frozen=True, slots=True, eq=False)
class PlateauRuns:
    """The same for runs side by side, each (runs,)."""

    factor: Array
    best: Array
    waited: Array
    resting: Array


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

    @property
    def follows_loss(self) -> bool:
        """Each run's own."""
        return True

    def init_runs(self, count: int) -> PlateauRuns:
        """The full learning rate in all runs, no loss seen."""
        zeros = np.zeros(count)
        return PlateauRuns(np.ones(count), np.full(count, math.inf), zeros, zeros)

    def update_runs(self, step: int, losses: Array, state: PlateauRuns) -> tuple[Array, PlateauRuns]:
        """As `update`, run by run."""
        better = losses < state.best * (1.0 - self.threshold)
        best = np.where(better, losses, state.best)
        waited = np.where(better | (state.resting > 0), 0.0, state.waited + 1.0)
        resting = np.maximum(0.0, state.resting - 1.0)
        full = waited > self.patience
        if full.any():
            reduced = np.maximum(state.factor * self.factor, self.minimum)
            factor = np.where(full & (state.factor - reduced > LEAST_CHANGE), reduced, state.factor)
            waited, resting = np.where(full, 0.0, waited), np.where(full, self.cooldown, resting)
            return state.factor, PlateauRuns(factor, best, waited, resting)
        return state.factor, PlateauRuns(state.factor, best, waited, resting)

    def torch_parts(self, rate: float) -> tuple[tuple[str, int], ...]:
        """`ReduceLROnPlateau`."""
        counts = {"factor": self.factor, "patience": self.patience, "threshold": self.threshold}
        least = {"min_lr": f"{self.minimum!r} * {rate!r}"} if self.minimum else {}
        change = f"{LEAST_CHANGE!r} * {rate!r}"
        return ((torch_call("ReduceLROnPlateau", **counts, cooldown=self.cooldown, **least, eps=change), 0),)
