"""A swarm: thousands of starts under one optimizer, stacked on an array axis and moved together.

Each start moves as a racer from that place would, by the same arithmetic, under the same noise.
"""

from __future__ import annotations

import functools
import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.optimizers import Optimizer
from engine.schedules import Schedule, StatelessSchedule, Warmup
from engine.simulations.base import Array
from engine.simulations.race_paths import BLOCK, noise_draws
from engine.surfaces import Surface
from engine.work import pulse

# So many starts are moved at a time: what is computed for them then stays in the processor's cache.
FLOCK = 5000
# Places at random come from a stream of their own.
PLACES = 1_000_037


@dataclass(frozen=True, slots=True)
class Plan:
    """All that the ways of a swarm follow from: `side`² starts in the cells of a grid, in their middles or at random.

    `noise` is σ; the noise and the places at random follow from `seed`. `length` is in steps.
    """

    surface: Surface
    optimizer: Optimizer
    schedule: Schedule
    noise: float
    side: int
    random: bool
    length: int
    seed: int


@dataclass(frozen=True, slots=True, eq=False)
class Flocks:
    """A swarm after `step` updates: its places in pieces of (2, starts), and what the optimizer keeps of each piece.

    `schedule` is the schedule's state, `factor` what it gave for the last update.
    """

    step: int
    places: tuple[Array, ...]
    memories: tuple[tuple[Any, ...], ...]
    schedule: Any
    factor: float

    def taken(self, which: NDArray[np.intp]) -> Array:
        """The places (starts, 2) of the starts of these numbers."""
        return np.concatenate(self.places, axis=1).take(which, axis=1).T


@functools.lru_cache(maxsize=8)
def starts_of(surface: Surface, side: int, random: bool, seed: int) -> Array:
    """The starts (side², 2), row by row from below, each in its own cell; not to be written to."""
    x0, x1, y0, y1 = surface.domain
    within = np.full((2, side, side), 0.5)
    if random:
        within = np.random.default_rng(np.random.SeedSequence((seed, PLACES))).random((2, side, side))
    j, i = np.indices((side, side))
    x = x0 + (i + within[0]) * ((x1 - x0) / side)
    y = y0 + (j + within[1]) * ((y1 - y0) / side)
    starts = np.stack([x.ravel(), y.ravel()], axis=-1)
    starts.flags.writeable = False
    return starts


def begun(plan: Plan, starts: Array | None = None) -> Flocks:
    """The swarm at its starts, or at others (starts, 2)."""
    if starts is None:
        starts = starts_of(plan.surface, plan.side, plan.random, plan.seed)
    count = max(1, math.ceil(len(starts) / FLOCK))
    places = tuple(np.ascontiguousarray(piece.T) for piece in np.array_split(starts, count))
    return Flocks(0, places, tuple(plan.optimizer.init(piece) for piece in places), plan.schedule.init(), 1.0)


def moved(plan: Plan, flocks: Flocks, factor: float | None = None) -> Flocks:
    """One update of every start, with the schedule's factor or a given one. What overflows stays inf or NaN."""
    places, memories, scheduled = [], [], flocks.schedule
    with np.errstate(all="ignore"):
        if factor is None:
            factor, scheduled = plan.schedule.update(flocks.step, _loss(plan, flocks), scheduled)
        push = noise_of(plan, flocks.step)
        for piece, memory in zip(flocks.places, flocks.memories, strict=True):
            pulse()
            gradient = np.ascontiguousarray(plan.surface.gradient(piece[0], piece[1]).T)
            if push is not None:
                gradient += push
            delta, after = plan.optimizer.update(gradient, memory, piece, factor)
            places.append(piece + delta)
            memories.append(after)
    return Flocks(flocks.step + 1, tuple(places), tuple(memories), scheduled, factor)


def noise_of(plan: Plan, step: int) -> Array | None:
    """What is added to every gradient of this step, (2, 1); None without noise. One draw, shared by all swarms."""
    if not plan.noise:
        return None
    block, place = divmod(step, BLOCK)
    push: Array = plan.noise * noise_draws(plan.seed, block)[place][:, None]
    return push


def walked(plan: Plan) -> Iterator[Flocks]:
    """The swarm at every step from 0 to the plan's length."""
    flocks = begun(plan)
    yield flocks
    for _ in range(plan.length):
        flocks = moved(plan, flocks)
        yield flocks


def path_of(plan: Plan, start: int, factors: Sequence[float]) -> Array:
    """The way of one start of the swarm, (length + 1, 2); `factors` are the schedule's, as the whole swarm had them."""
    flocks = begun(plan, starts_of(plan.surface, plan.side, plan.random, plan.seed)[start][None])
    ways = [flocks.places[0]]
    for factor in factors:
        flocks = moved(plan, flocks, factor)
        ways.append(flocks.places[0])
    return np.concatenate(ways, axis=1).T


def follows_loss(schedule: Schedule) -> bool:
    """Whether a schedule looks at the loss: then it is shown the median of the swarm's."""
    while isinstance(schedule, Warmup):
        schedule = schedule.then
    return not isinstance(schedule, StatelessSchedule)


def _loss(plan: Plan, flocks: Flocks) -> float:
    """The median loss of the swarm, for a schedule that looks at it; 0 for one that does not."""
    if not follows_loss(plan.schedule):
        return 0.0
    values = np.concatenate([np.ravel(plan.surface.value(piece[0], piece[1])) for piece in flocks.places])
    middle = len(values) // 2
    return float(np.partition(np.where(np.isnan(values), np.inf, values), middle)[middle])
