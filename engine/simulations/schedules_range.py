"""The range test: η rises by the same factor each step, and the loss tells which η are of use.

(Smith, Cyclical learning rates for training neural networks, 2017, section 3.3.) Step k is the state after k updates;
the loss at step k is set against the η of the update that led there.
"""

from __future__ import annotations

import functools
import math
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, ClassVar

import numpy as np

from engine.diagnostics import Verdict
from engine.optimizers import Rprop, Stage
from engine.parameter import parameters
from engine.schedules import StatelessSchedule
from engine.simulations import schedules_runs as runs
from engine.simulations.base import Array
from engine.simulations.schedules_band import Band, band_of, smoothed
from engine.simulations.schedules_problems import SurfaceProblem
from engine.simulations.schedules_range_verdicts import judge_range
from engine.simulations.schedules_runs import RunsState
from engine.simulations.schedules_theory import stability_limit
from engine.work import pulse

if TYPE_CHECKING:
    from engine.simulations.schedules import SchedulesSettings

# The record: η that led to this step (at step 0: the one that comes next), mean loss of the runs, loss of run 1, mean
# accuracy (NaN on a surface).
RANGE_COLUMNS = ("rate", "loss", "own_loss", "accuracy")
RATE, LOSS, OWN_LOSS, ACCURACY = range(4)
# A run of so many steps is solved beforehand; a longer one takes too long.
MOST_FORESEEN = 4000


@dataclass(frozen=True, slots=True)
class Rising(StatelessSchedule):
    """From a factor `first` by the same factor each step to `last` at step `steps` − 1. In no registry: not to choose."""

    formula: ClassVar[str] = r"\eta_t = \eta_0 \, (\eta_1 / \eta_0)^{t / (n - 1)}"

    first: float
    last: float
    steps: int

    def __call__(self, step: int) -> float:
        """Beyond the last step the last factor."""
        share = min(step, self.steps - 1) / max(self.steps - 1, 1)
        return self.first * math.pow(self.last / self.first, share)

    def torch_parts(self, rate: float) -> tuple[tuple[str, int], ...]:
        """None: PyTorch has no such schedule, and nobody asks."""
        return ()


@dataclass(frozen=True, slots=True, eq=False)
class RangeScene:
    """The η of every step, (steps + 1,): `rates[k]` led to step k (`rates[0]` is the first, and led nowhere).

    `limit` is the stability limit (None where there is none), `limit_formula` how it is made. `course` (steps + 1, 4)
    is the record of the whole run, or None where it takes too long to be solved beforehand; `band` what it tells.
    """

    rates: Array
    limit: float | None
    limit_formula: str
    course: Array | None
    band: Band | None


@dataclass(frozen=True, slots=True, eq=False)
class RangeFrame:
    """The test so far: `smoothed` (step + 1,) losses, the band (None before one can be told), what to say.

    `rate` is the η that led here, `loss` the mean loss here, `accuracy` NaN on a surface. `foreseen` says whether
    `scene.course` is what the run will be; then `band` is that of the whole run.
    """

    step: int
    rate: float
    loss: float
    accuracy: float
    smoothed: Array
    band: Band | None
    foreseen: bool
    verdicts: tuple[Verdict, ...]
    settings: SchedulesSettings
    state: RunsState

    def stages(self) -> tuple[Stage, ...]:
        """Run 1's next update, in its parts."""
        settings, state = self.settings, self.state
        memory = runs.memory_of_first(state.memory, 0, state.params.shape)
        params, task = state.params[0, 0], state.task
        with np.errstate(all="ignore"):
            gradient, noise = task.noise_of_first(state.step, params, state.gradients[0, 0])
            return settings.optimizer.stages(gradient + noise, memory, params, float(state.factors[0, 0]))


class RangeTestSimulation:
    """See `engine.simulations.base.Simulation`."""

    def length(self, settings: SchedulesSettings) -> int:
        """As many updates as the settings say."""
        return settings.steps

    def start(self, settings: SchedulesSettings, seed: int) -> RunsState:
        """All runs at their starts."""
        return runs.begin(settings, seed, (rising(settings),))

    def advance(self, settings: SchedulesSettings, state: RunsState) -> RunsState:
        """One update of every run, with a larger η than before."""
        pulse()
        return runs.advance(settings, state)

    def record(self, settings: SchedulesSettings, state: RunsState) -> Array:
        """See `RANGE_COLUMNS`."""
        return range_row(settings, state)

    def scene(self, settings: SchedulesSettings, seed: int) -> RangeScene:
        """The rates, and the run seen beforehand."""
        limit, course = stability_limit(settings), range_course(settings, seed)
        steps = np.maximum(np.arange(settings.steps + 1) - 1, 0).tolist()
        rule = rising(settings)
        rate = runs.base_rate(settings)
        return RangeScene(
            rates=rate * np.array([rule(step) for step in steps]),
            limit=limit[0] if limit else None,
            limit_formula=settings.optimizer.limit_formula if limit else "",
            course=course,
            band=None if course is None else told_band(settings, course),
        )

    def frame(self, settings: SchedulesSettings, step: int, state: RunsState, record: Array) -> RangeFrame:
        """The curve so far, and what it tells."""
        course = range_course(settings, state.seed) if settings == state.began else None
        foreseen = course is not None and np.array_equal(course[state.step], record[-1], equal_nan=True)
        known = course if course is not None and foreseen else record
        band = told_band(settings, known)
        return RangeFrame(
            step=step,
            rate=float(record[-1, RATE]),
            loss=float(record[-1, LOSS]),
            accuracy=float(record[-1, ACCURACY]),
            smoothed=smoothed(record[:, LOSS]),
            band=band,
            foreseen=foreseen,
            verdicts=judge_range(settings, record, band, stability_limit(settings)),
            settings=settings,
            state=state,
        )


def told_band(settings: SchedulesSettings, record: Array) -> Band | None:
    """What the record tells of η; nothing where the rule takes it from the first step only.

    The suggested rate is a readable one that the rule's settings allow.
    """
    if isinstance(settings.optimizer, Rprop):
        return None
    band = band_of(record[:, RATE], record[:, LOSS])
    declared = parameters(type(settings.optimizer))["learning_rate"]
    return band and replace(band, suggested=float(declared.snap(band.suggested)))


def rising(settings: SchedulesSettings) -> Rising:
    """The test's schedule; from a higher to a lower η it runs the other way round."""
    rate = runs.base_rate(settings)
    low, high = sorted((settings.mode.low, settings.mode.high))  # type: ignore[attr-defined]
    return Rising(low / rate, high / rate, settings.steps)


def range_row(settings: SchedulesSettings, state: RunsState) -> Array:
    """The row of a state."""
    rate = runs.base_rate(settings)
    factor = rising(settings)(max(state.step - 1, 0))
    accuracy = math.nan if state.accuracies is None else float(state.accuracies.mean())
    with np.errstate(all="ignore"):
        return np.array([rate * factor, state.losses.mean(), state.losses[0, 0], accuracy])


def range_course(settings: SchedulesSettings, seed: int) -> Array | None:
    """The record of the whole run, if that is quick enough."""
    if not isinstance(settings.problem, SurfaceProblem) or settings.steps > MOST_FORESEEN:
        return None
    return _course(settings, seed)


@functools.lru_cache(maxsize=4)
def _course(settings: SchedulesSettings, seed: int) -> Array:
    simulation = settings.mode.simulation
    state = simulation.start(settings, seed)
    record = np.empty((settings.steps + 1, len(RANGE_COLUMNS)))
    record[0] = range_row(settings, state)
    for step in range(1, settings.steps + 1):
        state = simulation.advance(settings, state)
        record[step] = range_row(settings, state)
    record.flags.writeable = False
    return record
