"""What is said of each racer. Every verdict follows from the record, or from the theory of quadratics.

Only the newest part of the record is looked at (places further back are found by halving), so that judging step
100 000 takes no longer than judging step 100.
"""

from __future__ import annotations

import functools
import math
from collections.abc import Callable
from typing import TYPE_CHECKING

import numpy as np

from engine.diagnostics import Verdict
from engine.formula_holes import hole_in
from engine.formula_syntax import parse
from engine.simulations.base import Array
from engine.simulations.race_verdicts import (
    AtEdge,
    AtSaddle,
    AtStart,
    BeyondLimit,
    Converged,
    Crawls,
    Diverged,
    Higher,
    InHole,
    InHoleOf,
    InLocalMinimum,
    NeverSettles,
    NoHeadway,
    Oscillates,
    Overflowed,
    OverflowedBeyondLimit,
    RunsAway,
    StepsOfRate,
    Stuck,
    Underway,
)
from engine.surfaces import Surface
from engine.surfaces.typed import FormulaSurface

if TYPE_CHECKING:
    from engine.simulations.race import RaceSettings

# Columns of the record.
LOSS, GRADIENT, STEP = 2, 3, 4
# The pace is judged over this many of the last steps, swings over the next, staying at a minimum over the last.
WINDOW, SWINGS, STAY = 20, 40, 200
# Shares of the picture's diagonal: within the first of a minimum a racer has arrived, a swing wider than the second
# can be seen, and a step shorter than the third is none.
ARRIVED, VISIBLE, STILL = 1e-3, 3e-3, 1e-6
# Diverged is a loss so many times as high, above the lowest, as the highest in the picture.
GROWN = 1e3
# What is not finite within so many diagonals of the picture is a hole; farther out it may be overflow.
NEARBY = 3.0
# How many steps must be done, and be ahead, before a racer is called slow.
PATIENCE = 10, 30
# Rules whose step along an axis is η times a share: the gradient divided by its own usual size, or its sign.
DIVIDING = ("rmsprop", "adam", "adamw", "adamax", "nadam", "radam", "lion")
# A step is about η within this share of it. It is not η times the slope where that is so far from 1, either way.
ABOUT, UNLIKE = 0.2, 1.5
# The most notable first.
RANK = (
    InHoleOf, InHole, AtEdge, OverflowedBeyondLimit, Overflowed, BeyondLimit, Diverged, NeverSettles, AtSaddle, InLocalMinimum, Stuck,
    Oscillates, RunsAway, StepsOfRate, Crawls, NoHeadway, Higher, Converged, Underway, AtStart,
)  # fmt: skip


def judge(settings: RaceSettings, record: Array) -> tuple[Verdict, ...]:
    """One verdict for each racer, the most notable first. `record` is (steps so far + 1, racers, columns)."""
    if len(record) == 1 and _finite(record[0, 0]):
        x, y = settings.start
        return (AtStart(-1, x, y, float(record[0, 0, LOSS])),)
    with np.errstate(all="ignore"):
        verdicts = [_of_racer(settings, i, record[:, i]) for i in range(len(settings.racers))]
    return tuple(sorted(verdicts, key=lambda v: (RANK.index(type(v)), v.subject)))


def _of_racer(settings: RaceSettings, index: int, rows: Array) -> Verdict:
    if not _finite(rows[-1]):
        return _overflowed(settings, index, rows)
    return (
        _against_limit(settings, index, rows)
        or _left(settings, index, rows)
        or _arrived(settings, index, rows)
        or _tossed(settings, index, rows)
        or _swinging(settings, index, rows)
        or _at_rest(settings, index, rows)
        or _by_rate(settings, index, rows)
        or _by_pace(settings, index, rows)
    )


# -- diverging --------------------------------------------------------------------------------------------------------


def _finite(row: Array) -> bool:
    return all(map(math.isfinite, row[:STEP].tolist()))


def _crossing(high: int, beyond: Callable[[int], bool]) -> int:
    """A step that is `beyond` while the one before it is not, found by halving; `high` is beyond, step 0 is not."""
    low = 0
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (low, middle) if beyond(middle) else (middle, high)
    return high


def _overflowed(settings: RaceSettings, index: int, rows: Array) -> Verdict:
    racer = settings.racers[index]
    step = _crossing(len(rows) - 1, lambda k: not _finite(rows[k])) if _finite(rows[0]) else 0
    hole = _fallen(settings, index, step, rows[step])
    if hole is not None:
        return hole
    last = rows[step - 1, :2]
    too_high = [
        (abs(float(last @ d)), c, rate, limit) for c, d, rate, limit in _limits(settings, index) if rate > limit
    ]
    if too_high:
        # It left by the direction in which it was farthest out at last.
        _, curvature, rate, limit = max(too_high)
        told = _apart(limit, rate)
        return OverflowedBeyondLimit(index, racer.name, step, rate, told, racer.optimizer.limit_formula, curvature)
    return Overflowed(index, racer.name, step)


def _fallen(settings: RaceSettings, index: int, step: int, row: Array) -> Verdict | None:
    """Ended at a place where the surface has no value or no gradient, not far from the picture: there it overflows."""
    surface, name = settings.surface, settings.racers[index].name
    x, y, loss = row[:GRADIENT].tolist()
    x0, x1, y0, y1 = surface.domain
    if not math.hypot(x - (x0 + x1) / 2, y - (y0 + y1) / 2) <= NEARBY * _diagonal(surface):
        return None
    if math.isfinite(loss):
        return AtEdge(index, name, step, x, y, loss)
    part = hole_in(parse(surface.text), x, y) if isinstance(surface, FormulaSurface) else ""
    return InHoleOf(index, name, step, x, y, part) if part else InHole(index, name, step, x, y)


def _against_limit(settings: RaceSettings, index: int, rows: Array) -> Verdict | None:
    """What the theory of quadratics says, where the racer is out of the minimum in the direction in question."""
    racer = settings.racers[index]
    for curvature, direction, rate, limit in _limits(settings, index):
        off = np.abs((rows[-3:, :2] - settings.surface.minima[0]) @ direction)
        if math.isclose(rate, limit, rel_tol=1e-9):
            if off[-1] > 1e-6:
                return NeverSettles(index, racer.name, rate, racer.optimizer.limit_formula, curvature)
        elif rate > limit and off[-1] > off[0]:
            told = _apart(limit, rate)
            return BeyondLimit(index, racer.name, rate, told, racer.optimizer.limit_formula, curvature)
    return None


def _limits(settings: RaceSettings, index: int) -> list[tuple[float, Array, float, float]]:
    """(curvature, its direction, the learning rate, the rule's stability limit), the greatest curvature first.

    None where no such theory holds: off quadratics with a minimum, under noise or a schedule, for rules without limit.
    """
    racer, surface = settings.racers[index], settings.surface
    if not surface.quadratic or not surface.minima or settings.noise or racer.schedule.kind != "constant":
        return []
    limits = [(c, d, racer.optimizer.stability_limit(c)) for c, d in _axes(surface)]
    known = [(c, d, limit) for c, d, limit in limits if limit is not None]
    # A rule that knows a limit has a learning rate to set against it.
    return [(c, d, racer.optimizer.learning_rate, limit) for c, d, limit in known]  # type: ignore[attr-defined]


@functools.lru_cache(maxsize=16)
def _axes(surface: Surface) -> tuple[tuple[float, Array], ...]:
    """A quadratic's curvatures and their directions, the greatest first."""
    curvatures, vectors = np.linalg.eigh(surface.hessian(np.zeros(()), np.zeros(())))
    return tuple((float(c), v) for c, v in zip(curvatures[::-1], vectors.T[::-1], strict=True))


def _apart(limit: float, rate: float) -> float:
    """`limit` in four figures, or as many more as it takes to tell it from `rate`."""
    rounded = (float(f"{limit:.{digits}e}") for digits in range(3, 10))
    return next((value for value in rounded if value < rate), limit)


def _left(settings: RaceSettings, index: int, rows: Array) -> Verdict | None:
    """Out of the picture: up beyond all measure, or down where there is no end."""
    racer, surface = settings.racers[index], settings.surface
    loss, first = float(rows[-1, LOSS]), float(rows[0, LOSS])
    low, high = _heights(surface)
    threshold = low + GROWN * (max(high, first) - low)
    if loss > threshold:
        step = _crossing(len(rows) - 1, lambda k: not rows[k, LOSS] <= threshold)
        return Diverged(index, racer.name, step, threshold, loss)
    x, y = rows[-1, :2]
    x0, x1, y0, y1 = surface.domain
    outside = not (x0 <= x <= x1 and y0 <= y <= y1)
    bottomless = surface.quadratic and _axes(surface)[-1][0] < 0
    if bottomless and outside and loss < min(first, float(rows[-2, LOSS])):
        return RunsAway(index, racer.name, loss)
    return None


@functools.lru_cache(maxsize=16)
def _heights(surface: Surface) -> tuple[float, float]:
    """The lowest and the highest value in the picture, on a coarse grid that holds its corners."""
    x0, x1, y0, y1 = surface.domain
    values = surface.value(*np.meshgrid(np.linspace(x0, x1, 21), np.linspace(y0, y1, 21)))
    seen = values[np.isfinite(values)]
    low, high = (float(seen.min()), float(seen.max())) if seen.size else (0.0, 0.0)
    return (low if surface.lowest is None else surface.lowest), high


# -- arriving ---------------------------------------------------------------------------------------------------------


def _diagonal(surface: Surface) -> float:
    x0, x1, y0, y1 = surface.domain
    return math.hypot(x1 - x0, y1 - y0)


def _distances(surface: Surface, rows: Array) -> Array:
    """From each row's position to the nearest known minimum, infinite if there is none."""
    if not surface.minima:
        return np.full(len(rows), math.inf)
    between = rows[:, None, :2] - np.array(surface.minima)
    return np.asarray(np.hypot(between[..., 0], between[..., 1]).min(axis=1))


def _distance(surface: Surface, row: Array) -> float:
    """The same for one row, at a tenth of the time: it is asked for at every frame."""
    x, y = row[:2].tolist()
    return min((math.hypot(x - a, y - b) for a, b in surface.minima), default=math.inf)


def _slow(rows: Array, radius: float) -> bool:
    """Whether a racer with such last steps stays within `radius` for a whole window."""
    return float(rows[-3:, STEP].max()) * WINDOW <= radius


def _arrived(settings: RaceSettings, index: int, rows: Array) -> Verdict | None:
    """At a minimum: for a whole window, or for a few steps that are short. Flying past is not arriving."""
    radius = ARRIVED * _diagonal(settings.surface)
    if _distance(settings.surface, rows[-1]) > radius:
        return None
    far = np.flatnonzero(_distances(settings.surface, rows[-STAY:]) > radius)
    stayed = min(len(rows), STAY) - 1 - (int(far[-1]) if far.size else -1)
    if stayed < min(3, len(rows)) or (stayed < WINDOW and not _slow(rows, radius)):
        return None
    return Converged(index, settings.racers[index].name, radius, len(rows) - stayed, float(rows[-1, LOSS]))


def _at_rest(settings: RaceSettings, index: int, rows: Array) -> Verdict | None:
    """All but still, elsewhere than at a known minimum: why, by the gradient and the curvatures here."""
    racer, surface = settings.racers[index], settings.surface
    radius = ARRIVED * _diagonal(surface)
    if not _slow(rows, radius):
        return None
    x, y = rows[-1, :2]
    hessian = surface.hessian(x, y)
    # Across a kink there may be no curvature to judge by.
    curvatures, directions = np.linalg.eigh(np.where(np.isfinite(hessian), hessian, 0.0))
    # A Newton step leads to where the gradient vanishes, if that is near.
    newton = np.hypot(*(surface.gradient(x, y) @ directions / curvatures))
    size = float(rows[-1, GRADIENT])
    if newton <= radius and curvatures[0] < 0 < curvatures[1]:
        return AtSaddle(index, racer.name, size, float(curvatures[0]))
    if newton <= radius and curvatures[0] > 0 and surface.minima:
        return InLocalMinimum(index, racer.name, float(rows[-1, LOSS]))
    pace = _pace(rows)
    return Stuck(index, racer.name, pace, size) if pace < STILL * _diagonal(surface) else None


# -- moving -----------------------------------------------------------------------------------------------------------


def _tossed(settings: RaceSettings, index: int, rows: Array) -> Verdict | None:
    """Under noise: much way and little headway, unless it turns at all but every step, as one that oscillates does."""
    if not settings.noise or len(rows) <= WINDOW or _swinging(settings, index, rows):
        return None
    path = float(rows[-WINDOW:, STEP].sum())
    net = math.dist(rows[-1, :2], rows[-WINDOW - 1, :2])
    if net > path / 4:
        return None
    return NoHeadway(index, settings.racers[index].name, WINDOW, path, net, settings.noise)


def _swinging(settings: RaceSettings, index: int, rows: Array) -> Verdict | None:
    """The axis with the widest swings among those along which it turned at least four times, and lately."""
    window = rows[-SWINGS - 1 :, :2]
    moves = np.diff(window, axis=0)
    found: list[tuple[float, Verdict]] = []
    for axis in (0, 1):
        turns = np.flatnonzero(moves[1:, axis] * moves[:-1, axis] < 0) + 1
        # Noise makes any racer turn now and then; what turns at nearly every step, does so of itself.
        if len(turns) < (0.9 * (len(moves) - 1) if settings.noise else 4) or len(turns) < 4:
            continue
        widths = np.abs(np.diff(window[turns, axis]))
        period = float(turns[-1] - turns[0]) / (len(turns) - 1)
        late = len(moves) - turns[-1] > 2 * period
        if late or widths.min() <= 0 or widths[-1] < VISIBLE * _diagonal(settings.surface):
            continue
        name, factor = settings.racers[index].name, _trend(widths)
        verdict = Oscillates(index, name, "xy"[axis], len(turns), len(moves), period, factor)
        found.append((float(widths[-1]), verdict))
    return max(found, key=lambda pair: pair[0])[1] if found else None


def _trend(widths: Array) -> float:
    """The factor from one entry to the next of the geometric series that fits `widths` best."""
    places = np.arange(len(widths)) - (len(widths) - 1) / 2
    return float(np.exp(places @ np.log(widths) / (places @ places)))


def _pace(rows: Array) -> float:
    """The usual length of the last steps: their median, of two middle ones the longer."""
    lengths = sorted(rows[1:][-WINDOW:, STEP].tolist())
    return float(lengths[len(lengths) // 2])


def _by_rate(settings: RaceSettings, index: int, rows: Array) -> Verdict | None:
    """A long way to go along one axis, in steps of about η towards the minimum, though the slope is another."""
    racer, surface, count = settings.racers[index], settings.surface, min(len(rows) - 1, WINDOW)
    if racer.optimizer.kind not in DIVIDING or racer.schedule.kind != "constant" or not surface.minima:
        return None
    rate: float = racer.optimizer.learning_rate  # type: ignore[attr-defined]
    window = rows[-count - 1 :, :2]
    minimum = np.array(min(surface.minima, key=lambda place: math.dist(place, window[-1])))
    way = minimum - window[-1]
    axis = int(np.abs(way).argmax())
    if count < PATIENCE[0] or abs(way[axis]) < count * rate:
        return None
    steps = np.diff(window[:, axis]) * np.sign(way[axis])
    slopes = np.abs(surface.gradient(window[:-1, 0], window[:-1, 1])[:, axis])
    unlike = (slopes.min() >= UNLIKE) or (slopes.max() <= 1 / UNLIKE)
    if not unlike or not (np.abs(steps / rate - 1.0) <= ABOUT).all():
        return None
    distance = abs(float(rows[0, axis] - minimum[axis]))
    return StepsOfRate(
        index, racer.name, "xy"[axis], count, float(steps.min()), float(steps.max()), float(slopes[0]),
        float(slopes[-1]), distance, rate, math.ceil(distance / rate - 1e-9),
    )  # fmt: skip


def _by_pace(settings: RaceSettings, index: int, rows: Array) -> Verdict:
    name, pace = settings.racers[index].name, _pace(rows)
    distance = _distance(settings.surface, rows[-1])
    done, ahead = PATIENCE
    if len(rows) > done and pace > 0 and max(ahead, len(rows)) * pace < distance < math.inf:
        return Crawls(index, name, pace, distance, distance / pace)
    first, loss, last = (float(rows[k]) for k in ((0, LOSS), (-1, LOSS), (-1, STEP)))
    return (Higher if loss > first else Underway)(index, name, first, loss, last)
