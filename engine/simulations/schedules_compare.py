"""The same optimizer on the same problem under several schedules: many runs of each, all in one array.

S schedules stand in the settings; after them come T *twins*: for each schedule with a warm-up the same one without, so
that what the warm-up does can be told from numbers (none where it stands in the list anyway). E = S + T. R runs of each;
every run has noise of its own, the same under every schedule. Step k is the state after k updates; η at step k is that
of the update from k to k + 1. The record is read with `schedules_record.rows_of`, its columns stand there too.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from engine.diagnostics import Verdict
from engine.optimizers import Stage
from engine.optimizers.base import shown_array, shown_rate
from engine.simulations import schedules_runs as runs
from engine.simulations.base import Array
from engine.simulations.schedules_judgement import judge
from engine.simulations.schedules_network import answers
from engine.simulations.schedules_problems import SmallNetwork
from engine.simulations.schedules_record import ACCURACY, LOSS, RATE, row, rows_of, with_twins
from engine.simulations.schedules_runs import RunsState
from engine.simulations.schedules_scene import CompareScene, Course, course_of, network_axis, scene_of
from engine.work import pulse

if TYPE_CHECKING:
    from engine.simulations.schedules import SchedulesSettings


@dataclass(frozen=True, slots=True, eq=False)
class StepNumbers:
    """Run 1 of one schedule, at one step: η, and the update from here to the next step.

    `formula` is η_t in TeX; `factor_numbers` ("½(1 + cos(0.7·π))") is `factor` with numbers put in, empty where
    there is no more to say; `rate_numbers` is "0.08 · 0.2061". `gradient`, `noise` and `move` are (2,) on a surface, all
    parameters of a network (its noise is the batch's gradient less that of all points). `stages` are the optimizer's.
    """

    formula: str
    factor: float
    factor_numbers: str
    rate: float
    rate_numbers: str
    gradient: Array
    noise: Array
    move: Array
    stages: tuple[Stage, ...]


@dataclass(frozen=True, slots=True)
class Ending:
    """How it ends: the schedules' mean losses at the last step, and their order, best first; not finite comes last."""

    step: int
    losses: tuple[float, ...]
    order: tuple[int, ...]


@dataclass(frozen=True, slots=True, eq=False)
class CompareFrame:
    """All schedules at one step.

    `rates`, `losses` and `accuracies` (S,) are means over the runs (accuracies NaN on a surface); `positions`
    (S, R, 2) where all runs stand, run 1 first, or None; `answers` (S, rows, columns) what the network of run 1
    answers (probability of class 1) over the grid of `NetworkView`, or None. `order` ranks the schedules now,
    best first. `ending` is known at the last step, or beforehand where the run was solved beforehand; `foreseen` says
    whether `scene.course` is what the run will be (a change in mid-run makes it another; then, and where there is no
    course, only the record is known).
    """

    step: int
    rates: Array
    losses: Array
    accuracies: Array
    positions: Array | None
    answers: Array | None
    order: tuple[int, ...]
    ending: Ending | None
    foreseen: bool
    verdicts: tuple[Verdict, ...]
    settings: SchedulesSettings
    state: RunsState

    def numbers(self, index: int) -> StepNumbers:
        """The formulas of schedule `index` at this step, for run 1."""
        return step_numbers(self.settings, self.state, index)


class CompareSimulation:
    """See `engine.simulations.base.Simulation`."""

    def length(self, settings: SchedulesSettings) -> int:
        """As many updates as the settings say."""
        return settings.steps

    def start(self, settings: SchedulesSettings, seed: int) -> RunsState:
        """All runs at their starts."""
        return runs.begin(settings, seed, with_twins(settings)[0])

    def advance(self, settings: SchedulesSettings, state: RunsState) -> RunsState:
        """One update of every run."""
        pulse()
        return runs.advance(settings, state)

    def record(self, settings: SchedulesSettings, state: RunsState) -> Array:
        """See `schedules_record.COLUMNS`."""
        return row(settings, state)

    def scene(self, settings: SchedulesSettings, seed: int) -> CompareScene:
        """Theory, backgrounds, and the run seen beforehand."""
        return scene_of(settings, seed)

    def frame(self, settings: SchedulesSettings, step: int, state: RunsState, record: Array) -> CompareFrame:
        """Standings, verdicts, and where the runs are."""
        count = len(settings.schedules)
        course = _foreseen(state, settings, record)
        now = rows_of(record, count)[-1]
        known = course.record if course is not None else record
        ending = _ending(rows_of(known, count)) if len(known) > settings.steps else None
        last = None if ending is None else state.losses if course is None else course.losses
        network = isinstance(settings.problem, SmallNetwork)
        return CompareFrame(
            step=step,
            rates=now[:, RATE],
            losses=now[:, LOSS],
            accuracies=now[:, ACCURACY],
            positions=None if network else state.params[:count],
            answers=_answers(settings, state) if network else None,
            order=order_of(now[:, LOSS]),
            ending=ending,
            foreseen=course is not None,
            verdicts=judge(settings, record, None if ending is None else known, last),
            settings=settings,
            state=state,
        )


def order_of(losses: Array) -> tuple[int, ...]:
    """The places of the losses from the lowest up, those that are not finite last."""
    values = losses.tolist()
    return tuple(sorted(range(len(values)), key=lambda i: (not math.isfinite(values[i]), values[i], i)))


def _ending(rows: Array) -> Ending:
    losses = rows[-1, :, LOSS]
    return Ending(len(rows) - 1, tuple(losses.tolist()), order_of(losses))


def _foreseen(state: RunsState, settings: SchedulesSettings, record: Array) -> Course | None:
    """The run solved beforehand, if this is still that run."""
    if settings != state.began:
        return None
    course = course_of(settings, state.seed)
    if course is None or not np.array_equal(course.record[state.step], record[-1], equal_nan=True):
        return None
    return course


def _answers(settings: SchedulesSettings, state: RunsState) -> Array:
    """What run 1's network answers over the plane, (S, rows, columns)."""
    problem = settings.problem
    assert isinstance(problem, SmallNetwork)
    axis = network_axis(state.seed)
    grid = np.stack(np.meshgrid(axis, axis), axis=-1).reshape(-1, 2)
    return answers(problem.width, state.params[: len(settings.schedules), 0], grid).reshape(-1, len(axis), len(axis))


def step_numbers(settings: SchedulesSettings, state: RunsState, index: int) -> StepNumbers:
    """The formulas of schedule `index` at this step, for run 1."""
    schedule, step, optimizer = settings.schedules[index].schedule, state.step, settings.optimizer
    params, factor = state.params[index, 0], float(state.factors[index, 0])
    rate = runs.base_rate(settings)
    memory = runs.memory_of_first(state.memory, index, state.params.shape)
    task = state.task
    with np.errstate(all="ignore"):
        gradient, noise = task.noise_of_first(step, params, state.gradients[index, 0])
        used = gradient + noise
        move, _ = optimizer.update(used, memory, params, factor)
        first, *rest = optimizer.stages(used, memory, params, factor)
        if noise.any():
            numbers = f"{shown_array(gradient)} + {shown_array(noise)}"
            first = replace(first, formula=r"g = \nabla f(w) + \xi", numbers=numbers)
    return StepNumbers(
        formula=schedule.formula_at(step),
        factor=factor,
        factor_numbers=schedule.numbers(step),
        rate=rate * factor,
        rate_numbers=f"{shown_rate(rate)} · {shown_rate(factor)}",
        gradient=gradient,
        noise=noise,
        move=move,
        stages=(first, *rest),
    )
