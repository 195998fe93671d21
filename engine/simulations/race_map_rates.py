"""The measured rate: a rule run with every setting of the map at once, and how fast each came nearer.

What is measured is the distance from the nearest known minimum; where only its value is known, the root of f above
it; where no minimum is known, the length of the gradient. All three shrink by the same factor near a smooth minimum.
"""

from __future__ import annotations

import functools
import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from engine.optimizers import Optimizer
from engine.simulations.base import Array
from engine.simulations.race_map_axes import MapAxis
from engine.simulations.race_map_batch import settled, stacked, takes_arrays
from engine.surfaces import Surface
from engine.work import pulse

Mask = NDArray[np.bool_]
Counts = NDArray[np.int32]
Quantity = Literal["distance", "excess", "gradient"]

# So many steps are made with each setting.
STEPS = 200
# Relative to where it began, distances below this are at the end of what numbers can tell.
FLOOR = 1e-12
# A run has grown, and not only swung, if late it was so much farther away than early.
GROWN = 1.05
# A line needs more rows than this.
SHORT = 6
# A single run is followed so far at first, and so far at most, to see when it arrives.
FIRST_LOOK, PATIENCE = 300, 2000
PULSE = 20
# Of the settings that arrive first, so many are run for so many steps.
HOPEFUL, LONGER = 256, 800


def quantity_of(surface: Surface) -> Quantity:
    """What can be measured on a surface."""
    if surface.minima:
        return "distance"
    return "gradient" if surface.lowest is None else "excess"


def squared_distance(surface: Surface) -> Callable[[Array, Array], Array]:
    """The square of what is measured, as a function of the positions (2, …) and the gradients there (…, 2)."""
    if surface.minima:
        places = [(float(x), float(y)) for x, y in surface.minima]
        return lambda at, _: functools.reduce(np.minimum, (_squares(at[0] - x, at[1] - y) for x, y in places))
    lowest = surface.lowest
    if lowest is None:
        return lambda _, gradients: _squares(gradients[..., 0], gradients[..., 1])
    return lambda at, _: np.maximum(surface.value(at[0], at[1]) - lowest, 0.0)


def _squares(x: Array, y: Array) -> Array:
    return np.asarray(x * x + y * y)


@dataclass(frozen=True, slots=True, eq=False)
class RateMap:
    """Over the axes `x` and `y` (None: one row), each (rows, columns): rates, which settings diverged, and arrivals.

    An arrival is the step from which the goal is kept to the end of the map's steps; infinite if there is none.
    """

    x: MapAxis
    y: MapAxis | None
    rates: Array
    diverged: Mask
    arrivals: Array


@functools.lru_cache(maxsize=16)
def rate_map(
    surface: Surface, start: tuple[float, float], rule: Optimizer, x: MapAxis, y: MapAxis | None, goal: float
) -> RateMap:
    """The rates of `rule` from `start` with all settings of the axes. What `rule` has there itself plays no part.

    Ask with `neutral(rule, …)`: then moving the cross finds the map among those made before.
    """
    across, up = x.values, np.zeros(1) if y is None else y.values
    grid = {x.name: np.tile(across, len(up))} | ({} if y is None else {y.name: np.repeat(up, len(across))})
    measured = np.empty((3, len(across) * len(up)))
    for part, values in _batches(type(rule), grid):
        history = distances(surface, start, rule, values, STEPS)
        measured[0, part], measured[1, part] = rates_of(history)
        measured[2, part] = arrivals_of(history, goal)
    rates, diverged, arrivals = measured.reshape(3, len(up), len(across))
    return RateMap(x, y, rates, diverged > 0, arrivals)


@functools.lru_cache(maxsize=16)
def best_place(
    surface: Surface, start: tuple[float, float], rule: Optimizer, x: MapAxis, y: MapAxis | None, goal: float
) -> tuple[int, int]:
    """Row and column of the setting that arrives first for good; where none does, of the smallest rate.

    Who has arrived may leave again after the steps of the map: the most promising settings are run for longer.
    """
    found = rate_map(surface, start, rule, x, y, goal)
    arrivals, rates = found.arrivals.ravel(), found.rates.ravel()
    hopeful = np.lexsort((rates, arrivals))[:HOPEFUL]
    hopeful = hopeful[np.isfinite(arrivals[hopeful])]
    if len(hopeful):
        rows, columns = np.unravel_index(hopeful, found.rates.shape)
        grid = {x.name: x.values[columns]} | ({} if y is None else {y.name: y.values[rows]})
        longer = np.empty(len(hopeful))
        for part, values in _batches(type(rule), grid):
            longer[part] = arrivals_of(distances(surface, start, rule, values, LONGER), goal)
        order = np.lexsort((rates[hopeful], longer))
        place = int(hopeful[order[0]])
    else:
        place = int(np.argmin(rates))
    row, column = np.unravel_index(place, found.rates.shape)
    return int(row), int(column)


def neutral(rule: Optimizer, x: MapAxis, y: MapAxis | None) -> Optimizer:
    """`rule` with the mapped settings as its class has them."""
    usual = type(rule)()
    return settled(rule, {axis.name: getattr(usual, axis.name) for axis in (x, y) if axis is not None})


def _batches(kind: type[Optimizer], grid: Mapping[str, Array]) -> list[tuple[Mask | slice, dict[str, Array | float]]]:
    """The settings in as few batches as the rule allows: one, unless a field must be a single number."""
    single = [name for name in grid if not takes_arrays(kind, name)]
    if not single:
        return [(slice(None), dict(grid))]
    batches: list[tuple[Mask | slice, dict[str, Array | float]]] = []
    for numbers in sorted(set(zip(*(grid[name].tolist() for name in single), strict=True))):
        own = dict(zip(single, numbers, strict=True))
        part = np.logical_and.reduce([grid[name] == number for name, number in own.items()])
        batches.append((part, {name: own.get(name, values[part]) for name, values in grid.items()}))
    return batches


def distances(
    surface: Surface, start: tuple[float, float], rule: Optimizer, values: Mapping[str, Array | float], steps: int
) -> Array:
    """The squares of what is measured along runs with all these settings, (steps + 1, n)."""
    count = max((np.size(v) for v in values.values()), default=1)
    many, measured = stacked(rule, values), squared_distance(surface)
    at = np.empty((2, count))
    at[0], at[1] = start
    history = np.empty((steps + 1, count))
    state = many.init(at)
    with np.errstate(all="ignore"):
        gradients = surface.gradient(at[0], at[1])
        history[0] = measured(at, gradients)
        for step in range(1, steps + 1):
            if step % PULSE == 0:
                pulse()
            delta, state = many.update(gradients.T, state, at)
            at += delta
            gradients = surface.gradient(at[0], at[1])
            history[step] = measured(at, gradients)
    return history


def rates_of(history: Array) -> tuple[Array, Mask]:
    """The factor a step, (n,), from squared distances (steps + 1, n); and which runs went away for good.

    It is the slope of the straight line through log distance (least squares), from a quarter of the run on, so that
    the first swings do not count, to its end or to where numbers tell no more.
    """
    with np.errstate(all="ignore"):
        ends = _told(history)
        rates = np.exp(_slopes(history, ends // 4, ends) / 2)
        # Too short a run for a line: it was at its end after so many steps.
        short = ends < SHORT
        rates[short] = FLOOR ** (1.0 / np.maximum(ends[short], 1))
        lost = ~np.isfinite(history[-1])
        rates[lost] = np.where(short | np.isnan(rates), np.inf, np.maximum(rates, 1.0))[lost]
        quarter = max(1, len(history) // 4)
        grown = history[-quarter:].max(axis=0) > GROWN**2 * history[:quarter].max(axis=0)
    rates[(history[0] == 0) & (history[-1] == 0)] = 0.0
    return rates, np.asarray(lost | (grown & (rates > 1)))


# These three go through the rows one by one: whole columns at once leave the processor's cache.


def arrivals_of(history: Array, goal: float) -> Array:
    """The step, (n,), from which `goal` times the first distance is kept; infinite if it is not at the end."""
    # Nobody arrives who begins where nothing is known.
    least = np.where(np.isfinite(history[0]), goal * goal * history[0], -1.0)
    arrivals = np.zeros(history.shape[1])
    for step, row in enumerate(history, start=1):
        np.copyto(arrivals, step, where=~(row <= least))
    arrivals[arrivals == len(history)] = np.inf
    return arrivals


def _told(history: Array) -> Counts:
    """How many rows of each column come before the first that tells nothing: down at the floor, or no number."""
    least = FLOOR**2 * history[0]
    telling = np.ones(history.shape[1], dtype=bool)
    count = np.zeros(history.shape[1], dtype=np.int32)
    for row in history:
        telling &= row > least
        telling &= row < np.inf
        count += telling
    return count


def _slopes(history: Array, first: Counts, ends: Counts) -> Array:
    """The slope of the least-squares line through log history[first:ends] of every column."""
    total, weighted = np.zeros((2, history.shape[1]))
    middle = (ends - 1 + first) / 2
    shortest, longest = int(first.min()), int(ends.max())
    for step in range(shortest, longest):
        logs = np.log(history[step])
        outside = (first > step) | (ends <= step)
        if outside.any():
            logs[outside] = 0.0
        total += logs
        logs *= step
        weighted += logs
    count = (ends - first).astype(float)
    return np.asarray((weighted - middle * total) / (count * (count * count - 1) / 12))


@functools.lru_cache(maxsize=256)
def arrival(surface: Surface, start: tuple[float, float], rule: Optimizer, goal: float) -> float:
    """The step from which what is measured stays within `goal` times its first value: infinite if it never does.

    It is followed over at most `PATIENCE` steps; what has not arrived by then is not expected to.
    """
    for steps in (FIRST_LOOK, PATIENCE):
        history = distances(surface, start, rule, {}, steps)
        arrived = float(arrivals_of(history, goal)[0])
        # Once inside, it must have stayed there for a while: as long as it took.
        if 2 * arrived <= steps or not math.isfinite(history[-1, 0]):
            break
    return arrived
