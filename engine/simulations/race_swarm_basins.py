"""Where the starts of a swarm end: which minimum each reaches, and when.

A start has arrived at the step from which on it stays within `radius` of one minimum to the end of the run, which must
be a share of the run, `STAY`, at least. It has diverged if at the end it is farther from the picture's middle than
`AWAY` diagonals, or is no number any more. All others have not arrived.
"""

from __future__ import annotations

import functools
import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.simulations.base import Array
from engine.simulations.race_swarm_flock import Flocks, Plan, starts_of, walked
from engine.simulations.race_swarm_verdicts import CLOSE
from engine.surfaces import Surface
from engine.surfaces.minima import local_minima

# Codes of what is no minimum.
MOVING, AWAY_CODE = -1, -2
# The share of the run for which a start must have stayed.
STAY = 0.1
# Of the picture's diagonal: so far from its middle a start has diverged, so near a minimum it is within its radius, and
# minima nearer to one another than the last count as one.
AWAY, NEAR, APART = 10.0, 0.003, 0.004
# So many minima have colours of their own, and so many are looked for.
NAMED, MOST = 6, 256
# A start hardly moves whose last move is shorter than this share of the radius.
STILL = 1e-3
# The colours of steps begin and end at these shares of the starts that arrived.
EARLY, LATE = 0.02, 0.98

Codes = NDArray[np.int16]
Steps = NDArray[np.int32]


@dataclass(frozen=True, slots=True, eq=False)
class Targets:
    """The minima of a surface, (minima, 2), the lowest first, with their values, and the radius in which one is reached.

    The first `named` are told apart; the others, if any, are one kind: some local minimum. Beyond `reach` from `middle`
    a start has diverged.
    """

    places: Array
    values: Array
    radius: float
    named: int
    middle: Array
    reach: float
    lattice: _Lattice | None

    @property
    def pooled(self) -> bool:
        """Whether there are minima without a number of their own."""
        return len(self.places) > self.named

    @property
    def kinds(self) -> int:
        """How many kinds of minima there are."""
        return self.named + self.pooled


@dataclass(frozen=True, slots=True, eq=False)
class Basins:
    """What became of every start of a swarm.

    `kind` is the kind of the minimum reached, or MOVING or AWAY_CODE, and `step` the one at which it arrived or left for
    good (the last for those that did neither). `shares` (length + 1, kinds + 1) are the shares of all starts that have
    arrived by each step, by kind of minimum, and last of those that have left for good. `quick`, `median` and `slow`
    are steps: by the first `EARLY` of those that arrive have arrived, by the second half of them, by the third `LATE`.
    """

    kind: Codes
    step: Steps
    shares: Array
    quick: float
    median: float
    slow: float
    # Of those that arrived: the share that reached the minimum nearest to the start; not a number if none did.
    nearest: float
    # Of all: the share whose neighbour to the right or above reached another minimum.
    mixed: float
    # Of all: the share that did not arrive but ended within CLOSE radii of a minimum; and their median last move.
    close: float
    pace: float
    # Of all: the share that did not arrive, ended farther from any minimum, and hardly moves.
    still: float
    # What the schedule multiplied η by, (length,).
    factors: tuple[float, ...]

    @property
    def arrived(self) -> float:
        """The share of all starts that arrived."""
        return float((self.kind >= 0).mean())

    @property
    def diverged(self) -> float:
        """The share of all starts that diverged."""
        return float((self.kind == AWAY_CODE).mean())

    @property
    def moving(self) -> float:
        """The share of all starts that did neither."""
        return float((self.kind == MOVING).mean())


class _Lattice:
    """Tells for many places at once within whose radius they lie, by a table of cells half as wide as the radius.

    A cell meets one ball at most. The table tells its minimum's number where it lies wholly within, MOVING where none
    is met, and below AWAY_CODE the number of the one that cuts it. It reaches over the picture, or over the minima where
    one lies outside.
    """

    def __init__(self, places: Array, radius: float, domain: tuple[float, float, float, float]) -> None:
        low, high = np.array(domain[::2]), np.array(domain[1::2])
        if not ((places > low) & (places < high)).all():
            low, high = places.min(axis=0), places.max(axis=0)
        low, high, size = low - 3 * radius, high + 3 * radius, radius / 2
        columns, rows = (math.ceil(extent / size) for extent in (high - low).tolist())
        self._radius, self._columns, self._per = radius, columns, 1 / size
        self._low, self._high = low, high
        self._last = np.array([[columns - 1.0], [rows - 1.0]])
        self._table = np.full(columns * rows, MOVING, dtype=np.int16)
        self._places = places
        near = np.arange(-3, 4)
        for number, place in enumerate((places - low) / size):
            ij = np.floor(place).astype(int)[:, None] + near
            nearest = np.maximum(np.maximum(ij - place[:, None], place[:, None] - ij - 1), 0)
            farthest = np.maximum(place[:, None] - ij, ij + 1 - place[:, None])
            cells = ij[1][:, None] * columns + ij[0]
            self._table[cells[np.hypot(nearest[0], nearest[1][:, None]) <= 2 + 1e-9]] = AWAY_CODE - 1 - number
            self._table[cells[np.hypot(farthest[0], farthest[1][:, None]) <= 2 - 1e-9]] = number

    def __repr__(self) -> str:
        """All that it follows from."""
        places = self._places.tolist()
        return f"_Lattice({places}, {self._radius!r}, {self._low.tolist()}, {self._high.tolist()})"

    def within(self, places: Array, low: Array, high: Array) -> Codes:
        """The number of the minimum within whose radius each place (2, starts) lies, else MOVING; all lie in low … high."""
        cells = places - self._low[:, None]
        cells *= self._per
        if not ((low > self._low) & (high < self._high)).all():
            # What is outside, or no number, goes to the border, where there is no ball.
            np.fmin(np.fmax(cells, 0.0, out=cells), self._last, out=cells)
        i, j = cells.astype(np.int32)
        j *= self._columns
        j += i
        codes: Codes = self._table.take(j)
        if codes.min() < AWAY_CODE:
            cut = np.flatnonzero(codes < AWAY_CODE)
            number = AWAY_CODE - 1 - codes.take(cut)
            gaps = places.take(cut, axis=1) - self._places.take(number, axis=0).T
            gaps *= gaps
            codes[cut] = np.where(gaps[0] + gaps[1] <= self._radius**2, number, MOVING)
        return codes


@functools.lru_cache(maxsize=16)
def targets_of(surface: Surface) -> Targets:
    """The lowest minima as the surface knows them, then the others that are found in its picture."""
    x0, x1, y0, y1 = surface.domain
    diagonal = math.hypot(x1 - x0, y1 - y0)
    middle, reach = np.array([(x0 + x1) / 2, (y0 + y1) / 2]), AWAY * diagonal
    places = [place for place in surface.minima if math.dist(place, middle) < reach]
    lowest = len(places)
    for x, y in local_minima(surface, MOST):
        if all(math.hypot(x - a, y - b) > APART * diagonal for a, b in places):
            places.append((x, y))
    array = np.array(places).reshape(-1, 2)
    with np.errstate(all="ignore"):
        values = np.ravel(surface.value(array[:, 0], array[:, 1]))
    named = len(places) if len(places) <= NAMED else min(lowest, NAMED)
    radius = _one_figure(min(NEAR * diagonal, _apart(array) / 4))
    lattice = _Lattice(array, radius, surface.domain) if places else None
    return Targets(array, values, radius, named, middle, reach, lattice)


def _one_figure(value: float) -> float:
    """Cut to its first figure."""
    decade = 10.0 ** math.floor(math.log10(value))
    return float(f"{math.floor(value / decade + 1e-9) * decade:.0e}")


def _apart(places: Array) -> float:
    """The least distance between two of them."""
    if len(places) < 2:
        return math.inf
    gaps = np.hypot(*(places[:, None] - places).T)
    np.fill_diagonal(gaps, np.inf)
    return float(gaps.min())


def codes_of(targets: Targets, places: Array) -> Codes:
    """Where places (2, starts) are at the moment: the number of a minimum, MOVING or AWAY_CODE."""
    low, high = places.min(axis=1), places.max(axis=1)
    if targets.lattice is None:
        codes = np.full(places.shape[1], MOVING, dtype=np.int16)
    else:
        codes = targets.lattice.within(places, low, high)
    middle, reach = targets.middle, targets.reach
    # Of a crowd in a box near the picture none is far away.
    if not ((high - middle <= reach / 2) & (middle - low <= reach / 2)).all():
        gaps = places - middle[:, None]
        gaps *= gaps
        codes[~(gaps[0] + gaps[1] <= reach**2)] = AWAY_CODE  # nor is what is no number near
    return codes


@functools.lru_cache(maxsize=12)
def basins_of(plan: Plan) -> Basins:
    """Run a whole swarm and say where its starts end. Calls `pulse` now and then."""
    targets = targets_of(plan.surface)
    codes: list[Codes] = []
    since: list[Steps] = []
    factors: list[float] = []
    before = after = None
    with np.errstate(all="ignore"):
        for flocks in walked(plan):
            before, after = after, flocks
            factors.append(flocks.factor)
            for number, places in enumerate(flocks.places):
                now = codes_of(targets, places)
                if flocks.step == 0:
                    codes.append(now)
                    since.append(np.zeros(len(now), dtype=np.int32))
                else:
                    np.copyto(since[number], flocks.step, where=now != codes[number])
                    codes[number] = now
        assert after is not None
        return _judged(plan, targets, np.concatenate(codes), np.concatenate(since), (before or after, after), factors)


def least_stay(length: int) -> int:
    """For so many steps at the end of a run a start must have stayed."""
    return int(STAY * length)


def _judged(
    plan: Plan, targets: Targets, code: Codes, since: Steps, last_two: tuple[Flocks, Flocks], factors: list[float]
) -> Basins:
    stayed = since <= plan.length - least_stay(plan.length)
    code = np.where((code >= 0) & ~stayed, MOVING, code).astype(np.int16)
    kind = np.minimum(code, targets.named).astype(np.int16)
    step = np.where(code == MOVING, plan.length, since).astype(np.int32)
    arrived = code >= 0
    steps = np.sort(step[arrived])
    quick, median, slow = (_at(steps, share) for share in (EARLY, 0.5, LATE))
    before, place = (np.concatenate(flocks.places, axis=1) for flocks in last_two)
    sizes = np.hypot(*(place - before))
    near = _gap(targets, place) <= CLOSE * targets.radius
    close, elsewhere = (code == MOVING) & near, (code == MOVING) & ~near
    return Basins(
        kind=kind,
        step=step,
        shares=_shares(targets, kind, step, plan.length),
        quick=quick,
        median=median,
        slow=slow,
        nearest=_nearest(plan, targets, code),
        mixed=_mixed(code.reshape(plan.side, plan.side)),
        close=float(close.mean()),
        pace=_at(np.sort(sizes[close]), 0.5),
        still=float((elsewhere & (sizes < STILL * targets.radius)).mean()),
        factors=tuple(factors[1:]),
    )


def _at(ordered: Array | Steps, share: float) -> float:
    """The value below which this share of an ordered list lies; not a number if it is empty."""
    return float(ordered[min(int(share * len(ordered)), len(ordered) - 1)]) if len(ordered) else math.nan


def _gap(targets: Targets, places: Array) -> Array:
    """How far places (2, starts) are from the nearest minimum, (starts,)."""
    gap = np.full(places.shape[1], np.inf)
    for x, y in targets.places.tolist():
        gap = np.fmin(gap, np.hypot(places[0] - x, places[1] - y))
    return gap


def _nearest(plan: Plan, targets: Targets, code: Codes) -> float:
    """Of those that arrived, the share that did so at the minimum nearest to the start."""
    arrived = code >= 0
    if not arrived.any():
        return math.nan
    starts = starts_of(plan.surface, plan.side, plan.random, plan.seed)[arrived].T
    own = np.hypot(*(starts - targets.places[code[arrived]].T))
    return float((own <= _gap(targets, starts) * (1 + 1e-12)).mean())


def _mixed(code: Codes) -> float:
    """The share of starts whose neighbour to the right or above reached another minimum."""
    apart = np.zeros(code.shape, dtype=bool)
    apart[:, :-1] |= (code[:, :-1] != code[:, 1:]) & (code[:, :-1] >= 0) & (code[:, 1:] >= 0)
    apart[:-1] |= (code[:-1] != code[1:]) & (code[:-1] >= 0) & (code[1:] >= 0)
    return float(apart.mean())


def _shares(targets: Targets, kind: Codes, step: Steps, length: int) -> Array:
    """The shares of all starts by step and kind, those that left for good last, (length + 1, kinds + 1)."""
    groups = [kind == number for number in range(targets.kinds)] + [kind == AWAY_CODE]
    counts = [np.bincount(step[group], minlength=length + 1) for group in groups]
    return np.cumsum(counts, axis=1).T / len(kind)
