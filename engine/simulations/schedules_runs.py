"""Many runs of one optimizer side by side, each under its schedule: the steps that both experiments are made of."""

from __future__ import annotations

import functools
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from engine.schedules import Schedule
from engine.simulations.base import Array
from engine.simulations.schedules_tasks import Task, task_of

if TYPE_CHECKING:
    from engine.simulations.schedules import SchedulesSettings

# The factors of so many steps are made at once.
BLOCK = 256


class Plan:
    """The schedules of all runs, and the factors of those that follow from the step alone.

    No dataclass: a timeline that weighs its states must not count it in each of them.
    """

    __slots__ = ("_blocks", "following", "schedules")

    def __init__(self, schedules: tuple[Schedule, ...]) -> None:
        """E schedules."""
        self.schedules = schedules
        self.following = tuple(i for i, schedule in enumerate(schedules) if schedule.follows_loss)
        self._blocks: dict[int, Array] = {}

    def __repr__(self) -> str:
        return f"Plan({self.schedules})"

    def init(self, runs: int) -> tuple[Any, ...]:
        """What the schedules that follow the loss remember before step 0."""
        return tuple(self.schedules[i].init_runs(runs) for i in self.following)

    def factors(self, step: int, losses: Array, waits: tuple[Any, ...]) -> tuple[Array, tuple[Any, ...]]:
        """The factors of the update from `step` on, (E, 1), or (E, R) where a schedule follows the losses (E, R)."""
        known = self.known(step)
        if not self.following:
            return known, waits
        factors, after = np.repeat(known, losses.shape[1], axis=1), []
        for i, waiting in zip(self.following, waits, strict=True):
            factors[i], waited = self.schedules[i].update_runs(step, losses[i], waiting)
            after.append(waited)
        return factors, tuple(after)

    def known(self, step: int) -> Array:
        """The factors at `step` (E, 1), NaN for schedules that follow the loss."""
        block, place = divmod(step, BLOCK)
        if block not in self._blocks:
            self._blocks[block] = np.array([self._factors(schedule, block) for schedule in self.schedules]).T[..., None]
        return np.asarray(self._blocks[block][place])

    def _factors(self, schedule: Schedule, block: int) -> list[float]:
        if schedule.follows_loss:
            return [np.nan] * BLOCK
        state = schedule.init()
        return [schedule.update(step, np.nan, state)[0] for step in range(block * BLOCK, (block + 1) * BLOCK)]


@functools.lru_cache(maxsize=8)
def planned(schedules: tuple[Schedule, ...], steps: int) -> Array:
    """The factors of schedules at steps 0 … `steps`, (schedules, steps + 1); NaN for one that follows the loss."""
    plan = Plan(schedules)
    factors = np.concatenate([plan.known(step) for step in range(steps + 1)], axis=1)
    factors.flags.writeable = False
    return factors


@dataclass(frozen=True, slots=True, eq=False)
class RunsState:
    """E schedules × R runs after `step` updates.

    `params` (E, R, parameters), `losses` and `accuracies` (E, R; None on a surface), `gradients` as the task gives them
    there; `factors` of the learning rate for the next update, (E, 1) or (E, R) where a schedule follows the loss;
    `memory` is the optimizer's, `waits` that of the schedules which follow the loss. `began` are the settings that the
    run began with; they, `seed`, `task` and `plan` are the same in all states of a run.
    """

    step: int
    began: SchedulesSettings
    seed: int
    task: Task
    plan: Plan
    params: Array
    losses: Array
    accuracies: Array | None
    gradients: Array
    factors: Array
    memory: tuple[Any, ...]
    waits: tuple[Any, ...]


def begin(settings: SchedulesSettings, seed: int, schedules: tuple[Schedule, ...]) -> RunsState:
    """All runs at their starts, under each of the schedules."""
    task, plan = task_of(settings, seed), Plan(schedules)
    params = np.tile(task.begin(), (len(schedules), 1, 1))
    with np.errstate(all="ignore"):
        seen = task.look(0, params)
        factors, waits = plan.factors(0, seen.losses, plan.init(settings.runs))
    memory = settings.optimizer.init(params)
    return RunsState(
        0, settings, seed, task, plan, params, seen.losses, seen.accuracies, seen.gradients, factors, memory, waits
    )


def advance(settings: SchedulesSettings, state: RunsState) -> RunsState:
    """One update of every run. What overflows becomes inf or NaN, and stays so."""
    step, task, plan = state.step + 1, state.task, state.plan
    noise = task.noise(state.step)
    with np.errstate(all="ignore"):
        used = state.gradients if noise is None else state.gradients + noise
        # One factor for each schedule, or for each run: the rules only multiply by it.
        factors: Any = state.factors[..., np.newaxis]
        delta, memory = settings.optimizer.update(used, state.memory, state.params, factors)
        params = state.params + delta
        seen = task.look(step, params)
        factors, waits = plan.factors(step, seen.losses, state.waits)
    return RunsState(
        step, state.began, state.seed, task, plan,
        params, seen.losses, seen.accuracies, seen.gradients, factors, memory, waits,
    )  # fmt: skip


def base_rate(settings: SchedulesSettings) -> float:
    """The η that every schedule multiplies: the optimizer's learning rate."""
    return float(settings.optimizer.learning_rate)  # type: ignore[attr-defined]


def memory_of_first(memory: tuple[Any, ...], index: int, shape: tuple[int, ...]) -> tuple[Any, ...]:
    """The optimizer's memory of run 1 under schedule `index`; arrays of all runs have `shape`."""
    return tuple(m[index, 0] if isinstance(m, np.ndarray) and m.shape == shape else m for m in memory)
