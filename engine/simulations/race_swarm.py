"""The race as swarms: thousands of starts under each of the first racers' optimizers, and where they end.

The whole run is computed at the beginning, for the picture of the basins; the moving dots are then replayed.
"""

from __future__ import annotations

import functools
import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from engine.diagnostics import Verdict
from engine.simulations.base import Array
from engine.simulations.race_paths import PathsScene, surface_scene
from engine.simulations.race_swarm_basins import AWAY, Basins, Targets, basins_of, targets_of
from engine.simulations.race_swarm_flock import Flocks, Plan, begun, moved, path_of, starts_of
from engine.simulations.race_swarm_verdicts import judge

if TYPE_CHECKING:
    from engine.simulations.race import RaceSettings

# The record holds for each swarm the shares of its starts that have arrived at a minimum by then, and left for good.
COLUMNS = ("arrived", "diverged")
# At most so many racers run as swarms, for so many steps.
MOST_SWARMS, MOST_STEPS = 6, 2000
# About so many starts are shown as dots, each with its places in so many last steps.
DOTS, TAIL = 900, 3


@dataclass(frozen=True, slots=True, eq=False)
class Outcome:
    """What the whole run comes to: the swarms' plans, where their starts end, what is to be said of it."""

    plans: tuple[Plan, ...]
    basins: tuple[Basins, ...]
    verdicts: tuple[Verdict, ...]


@dataclass(frozen=True, slots=True, eq=False)
class SwarmState:
    """All swarms after `step` updates; `tails` holds the places of the dots (swarms, dots, 2) at the last steps.

    A swarm's whole run is one experiment, computed before its first step: `outcome` holds for all steps.
    """

    step: int
    outcome: Outcome
    flocks: tuple[Flocks, ...]
    tails: tuple[Array, ...]


@dataclass(frozen=True, slots=True, eq=False)
class SwarmScene:
    """What stays: the surface, its minima, the starts (side², 2) row by row from below, and where they end.

    Every `every`-th start is a dot. `asked` is the length that the settings ask for.
    """

    ground: PathsScene
    targets: Targets
    starts: Array
    side: int
    every: int
    plans: tuple[Plan, ...]
    basins: tuple[Basins, ...]
    asked: int

    def start_at(self, x: float, y: float) -> int:
        """The number of the start in whose cell a place of the picture lies."""
        x0, x1, y0, y1 = self.ground.domain
        column, row = ((place - low) / (high - low) for place, low, high in ((x, x0, x1), (y, y0, y1)))
        i, j = (min(max(int(share * self.side), 0), self.side - 1) for share in (column, row))
        return j * self.side + i

    def path(self, swarm: int, start: int) -> Array:
        """The way of one start under one of the swarms' optimizers, (length + 1, 2)."""
        return path_of(self.plans[swarm], start, self.basins[swarm].factors)


@dataclass(frozen=True, slots=True, eq=False)
class SwarmFrame:
    """The swarms at one step. `tails` (swarms, steps, dots, 2) are the dots' places, the newest last."""

    step: int
    tails: Array
    verdicts: tuple[Verdict, ...]
    settings: RaceSettings


class SwarmSimulation:
    """See `engine.simulations.base.Simulation`."""

    def length(self, settings: RaceSettings) -> int:
        """As many steps as asked for, up to MOST_STEPS."""
        return min(settings.steps, MOST_STEPS)

    def start(self, settings: RaceSettings, seed: int) -> SwarmState:
        """Every swarm at its starts. The whole run is computed here."""
        outcome = outcome_of(settings, seed)
        flocks = tuple(begun(plan) for plan in outcome.plans)
        return SwarmState(0, outcome, flocks, (_dots(flocks, outcome.plans[0].side),))

    def advance(self, settings: RaceSettings, state: SwarmState) -> SwarmState:
        """One update of every start of every swarm."""
        plans = state.outcome.plans
        flocks = tuple(moved(plan, each) for plan, each in zip(plans, state.flocks, strict=True))
        tails = (*state.tails[1 - TAIL :], _dots(flocks, plans[0].side))
        return SwarmState(state.step + 1, state.outcome, flocks, tails)

    def record(self, settings: RaceSettings, state: SwarmState) -> Array:
        """The columns of each swarm."""
        shares = [basins.shares[state.step] for basins in state.outcome.basins]
        return np.array([(by_kind[:-1].sum(), by_kind[-1]) for by_kind in shares]).ravel()

    def scene(self, settings: RaceSettings, seed: int) -> SwarmScene:
        """Surface, minima and basins."""
        outcome = outcome_of(settings, seed)
        first = outcome.plans[0]
        return SwarmScene(
            ground=surface_scene(settings.surface),
            targets=targets_of(settings.surface),
            starts=starts_of(settings.surface, first.side, first.random, seed),
            side=first.side,
            every=spacing(first.side) ** 2,
            plans=outcome.plans,
            basins=outcome.basins,
            asked=settings.steps,
        )

    def frame(self, settings: RaceSettings, step: int, state: SwarmState, record: Array) -> SwarmFrame:
        """The dots at this step, and what is to be said of the whole run."""
        return SwarmFrame(step, np.stack(state.tails, axis=1), state.outcome.verdicts, settings)


def outcome_of(settings: RaceSettings, seed: int) -> Outcome:
    """Run all swarms to the end, or look up those that have run. Calls `pulse` now and then."""
    plans = plans_of(settings, seed)
    basins = tuple(basins_of(plan) for plan in plans)
    swarms = [(r.name, plan.length, each) for r, plan, each in zip(settings.racers, plans, basins, strict=False)]
    return Outcome(plans, basins, judge(swarms, targets_of(settings.surface), AWAY))


def plans_of(settings: RaceSettings, seed: int) -> tuple[Plan, ...]:
    """A plan for each of the first racers."""
    mode: Any = settings.mode
    side, length = math.isqrt(mode.starts), min(settings.steps, MOST_STEPS)
    # Where nothing is left to chance, no seed makes another swarm.
    seed = seed if settings.noise or mode.random else 0
    return tuple(
        Plan(settings.surface, r.optimizer, r.schedule, settings.noise, side, mode.random, length, seed)
        for r in settings.racers[:MOST_SWARMS]
    )


def spacing(side: int) -> int:
    """Of so many rows and columns one is of dots."""
    return max(1, math.ceil(side / math.sqrt(DOTS)))


@functools.lru_cache(maxsize=8)
def shown_starts(side: int) -> NDArray[np.intp]:
    """The numbers of the starts that are dots."""
    each = np.arange(spacing(side) // 2, side, spacing(side))
    return np.asarray((each[:, None] * side + each).ravel())


def _dots(flocks: tuple[Flocks, ...], side: int) -> Array:
    which = shown_starts(side)
    return np.stack([each.taken(which) for each in flocks])
