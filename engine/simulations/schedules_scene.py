"""What stays during a comparison of schedules: theory, backgrounds, PyTorch's lines, and the run seen beforehand."""

from __future__ import annotations

import functools
import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from engine.optimizers import Momentum, Nesterov
from engine.parameter import QT_TRANSLATE_NOOP
from engine.schedules import Constant, OneCycle, Schedule, Warmup
from engine.simulations import schedules_runs as runs
from engine.simulations.base import Array
from engine.simulations.schedules_problems import SurfaceProblem
from engine.simulations.schedules_record import MEAN_X, MEAN_Y, SPREAD_X, SPREAD_Y, row, rows_of, with_twins
from engine.simulations.schedules_tasks import points
from engine.simulations.schedules_theory import floors, stability_limit, variances
from engine.work import pulse

if TYPE_CHECKING:
    from engine.simulations.schedules import SchedulesSettings

# A run is solved beforehand if that takes no longer than this (s), by these prices: of a step, and of a number in it.
PATIENCE = 0.3
STEP_PRICE, NUMBER_PRICE = 9e-5, 8e-8
# The small pictures: so many standard deviations to each side, and so many points of the grid.
DEVIATIONS = 2.5
GRID = 61
LEVELS = 5
# Those of a network: how far they reach beyond the points, and so many points of the grid.
MARGIN, NETWORK_GRID = 1.15, 32

VELOCITY_NOTE = QT_TRANSLATE_NOOP(
    "engine",
    "While η changes, PyTorch's velocity differs from the one here: PyTorch multiplies the whole velocity by the new "
    "η, here each gradient keeps the η that it came with.",
)
LOSS_NOTE = QT_TRANSLATE_NOOP("engine", "After each step: scheduler.step(loss).")
WARM_LOSS_NOTE = QT_TRANSLATE_NOOP(
    "engine", "warmup.step() after each of the first {count} steps; plateau.step(loss) after each step from {first} on."
)
ONE_CYCLE_NOTE = QT_TRANSLATE_NOOP("engine", "PyTorch's ends after {count} steps; here the last value holds.")


@dataclass(frozen=True, slots=True)
class PyTorchLine:
    """What makes the same schedule in PyTorch, over an optimizer `opt`.

    `notes` are what else is to be known, English, marked for translation; `values` is put into them.
    """

    text: str
    notes: tuple[str, ...]
    values: dict[str, int]


@dataclass(frozen=True, slots=True, eq=False)
class SurfaceView:
    """The small pictures' piece of the surface around its minimum: `values[j, i]` at `x[i]`, `y[j]`; contour levels.

    `reach` is half its width, a round number: the pictures show ±reach around `minimum`.
    """

    x: Array
    y: Array
    values: Array
    levels: Array
    minimum: tuple[float, float]
    reach: float


@dataclass(frozen=True, slots=True, eq=False)
class NetworkView:
    """For the small pictures of a network: points (n, 2), their labels 0 or 1 (n,), axes of the grid of `answers`."""

    points: Array
    labels: Array
    x: Array
    y: Array


@dataclass(frozen=True, slots=True, eq=False)
class Course:
    """A run solved beforehand: its record (steps + 1, E · WIDTH), and its last state's losses (E, R)."""

    record: Array
    losses: Array


@dataclass(frozen=True, slots=True, eq=False)
class CompareScene:
    """What stays: the schedules' names (English, marked for translation), their PyTorch lines, theory, backgrounds.

    `limit` is the optimizer's stability limit by `limit_formula` ("2/λ") at the largest `curvature`; None where there
    is none. `floor` is the loss that the noise keeps at the base η, `floors` (S, steps + 1) at each step's own η, and
    `bands` (S, steps + 1, 2) the standard deviation of x and y at that η: all as if η stayed as it is; NaN where there
    is no theory (another rule, another problem, η beyond the limit, a schedule that follows the loss).
    `course` (steps + 1, S, WIDTH) is the record of the whole run without changes in mid-run, or None where it takes too
    long to be solved beforehand.
    """

    names: tuple[str, ...]
    lines: tuple[PyTorchLine, ...]
    limit: float | None
    limit_formula: str
    curvature: float
    floor: float | None
    floors: Array
    bands: Array
    surface: SurfaceView | None
    network: NetworkView | None
    course: Array | None


def scene_of(settings: SchedulesSettings, seed: int) -> CompareScene:
    """See `CompareScene`."""
    rate = runs.base_rate(settings)
    rates = rate * runs.planned(tuple(entry.schedule for entry in settings.schedules), settings.steps)
    limit, count = stability_limit(settings), len(settings.schedules)
    floor = float(floors(settings, np.array(rate)))
    course = course_of(settings, seed)
    return CompareScene(
        names=tuple(entry.schedule.title for entry in settings.schedules),
        lines=tuple(_line(settings, entry.schedule) for entry in settings.schedules),
        limit=limit[0] if limit else None,
        limit_formula=settings.optimizer.limit_formula if limit else "",
        curvature=limit[1] if limit else np.nan,
        floor=floor if np.isfinite(floor) else None,
        floors=floors(settings, rates),
        bands=np.sqrt(variances(settings, rates)),
        surface=_surface_view(settings, course),
        network=_network_view(settings, seed),
        course=None if course is None else rows_of(course.record, count),
    )


def price(settings: SchedulesSettings) -> float:
    """About how long it takes to solve a run on a surface (s)."""
    schedules, _ = with_twins(settings)
    return settings.steps * (STEP_PRICE + NUMBER_PRICE * len(schedules) * settings.runs)


def course_of(settings: SchedulesSettings, seed: int) -> Course | None:
    """The whole run, if that is quick enough."""
    if not isinstance(settings.problem, SurfaceProblem) or price(settings) > PATIENCE:
        return None
    return _course(settings, seed)


@functools.lru_cache(maxsize=4)
def _course(settings: SchedulesSettings, seed: int) -> Course:
    schedules, _ = with_twins(settings)
    state = runs.begin(settings, seed, schedules)
    first = row(settings, state)
    record = np.empty((settings.steps + 1, first.size))
    record[0] = first
    for step in range(1, settings.steps + 1):
        pulse()
        state = runs.advance(settings, state)
        record[step] = row(settings, state)
    record.flags.writeable = False
    return Course(record, state.losses)


# -- PyTorch ----------------------------------------------------------------------------------------------------------


def _line(settings: SchedulesSettings, schedule: Schedule) -> PyTorchLine:
    rate = runs.base_rate(settings)
    notes, values = [], {}
    if isinstance(schedule, Warmup) and schedule.follows_loss and schedule.warmup_steps > 0:
        notes.append(WARM_LOSS_NOTE)
        values = {"count": schedule.warmup_steps - 1, "first": schedule.warmup_steps}
    elif schedule.follows_loss:
        notes.append(LOSS_NOTE)
    if isinstance(schedule, OneCycle) and schedule.total_steps < settings.steps:
        notes.append(ONE_CYCLE_NOTE)
        values = {"count": schedule.total_steps}
    if isinstance(settings.optimizer, Momentum | Nesterov) and not isinstance(schedule, Constant):
        notes.append(VELOCITY_NOTE)
    return PyTorchLine(schedule.torch_line(rate), tuple(notes), values)


# -- backgrounds ------------------------------------------------------------------------------------------------------


def _surface_view(settings: SchedulesSettings, course: Course | None) -> SurfaceView | None:
    """A square around the minimum, wide enough for where the runs end."""
    problem = settings.problem
    if not isinstance(problem, SurfaceProblem):
        return None
    surface = problem.surface
    (cx, cy), domain = surface.minima[0], surface.domain
    reach = _reach(settings, course, (cx, cy), 0.5 * min(domain[1] - domain[0], domain[3] - domain[2]))
    x, y = np.linspace(cx - reach, cx + reach, GRID), np.linspace(cy - reach, cy + reach, GRID)
    values = np.asarray(surface.value(*np.meshgrid(x, y)))
    # Evenly on a power scale that puts the median in the middle: on a bowl about evenly in distance.
    highest, middle = float(values.max()), float(np.sort(values, axis=None)[values.size // 2])
    power = math.log(min(max(middle / highest, 1e-4), 0.9)) / math.log(0.5)
    levels = highest * (np.arange(1, LEVELS + 1) / (LEVELS + 1.0)) ** power
    return SurfaceView(x, y, values, levels, (cx, cy), reach)


def _reach(settings: SchedulesSettings, course: Course | None, minimum: tuple[float, float], most: float) -> float:
    """Half the width of the small pictures: what the noise throws at the base η, else where the runs end."""
    spread = np.sqrt(variances(settings, np.array(runs.base_rate(settings))))
    wide = DEVIATIONS * float(spread.max())
    if not wide > 0 and course is not None:
        last = rows_of(course.record)[-1, : len(settings.schedules)]
        with np.errstate(all="ignore"):
            away = np.abs(last[:, [MEAN_X, MEAN_Y]] - minimum) + DEVIATIONS * last[:, [SPREAD_X, SPREAD_Y]]
        far = away[np.isfinite(away).all(axis=1)]
        wide = float(far.max()) if len(far) else most
    return min(max(rounded(wide), 1e-3), most) if wide > 0 else most


def rounded(value: float) -> float:
    """The next number up of one digit: 1, 1.5, 2, 3, 4, 5, 6, 8 times a power of ten."""
    decade = 10.0 ** np.floor(np.log10(value))
    steps = (1.0, 1.5, 2.0, 3.0, 4.0, 5.0, 6.0, 8.0, 10.0)
    return float(f"{next(m for m in steps if m * decade >= value * (1 - 1e-9)) * decade:.3g}")


def _network_view(settings: SchedulesSettings, seed: int) -> NetworkView | None:
    if isinstance(settings.problem, SurfaceProblem):
        return None
    x, y = points(seed)
    axis = network_axis(seed)
    return NetworkView(x, y, axis, axis)


def network_axis(seed: int) -> Array:
    """Where the small pictures ask a network for its answer, along x and y alike: a little beyond the points."""
    reach = MARGIN * float(np.abs(points(seed)[0]).max())
    return np.linspace(-reach, reach, NETWORK_GRID)
