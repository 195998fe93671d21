"""What is said of the schedules of a comparison. Every verdict follows from the record, or from theory and the record."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from engine.diagnostics import Verdict
from engine.schedules import Warmup, WarmupCosine
from engine.simulations import schedules_verdicts as say
from engine.simulations.base import Array
from engine.simulations.schedules_problems import SurfaceProblem
from engine.simulations.schedules_record import (
    ERROR,
    LOSS,
    MEAN_X,
    MEAN_Y,
    RATE,
    SPREAD_X,
    SPREAD_Y,
    rows_of,
    with_twins,
)
from engine.simulations.schedules_runs import base_rate, planned
from engine.simulations.schedules_theory import contraction, curvatures, floors, stability_limit

if TYPE_CHECKING:
    from engine.simulations.schedules import SchedulesSettings

# A mean loss so many times that of the start has diverged.
GROWN = 20.0
# Whether a loss stays is judged over so many of the last steps, or this share of them if that is more.
WINDOW, SHARE = 60, 0.2
# It stays if it keeps within this share, beside three standard errors.
STEADY = 0.15
# A schedule is outdone by one whose loss is so many times lower.
OUTDONE = 2.0
# η has sunk when it is below this share of its peak; frozen is a loss that changes by less than the second meanwhile.
SUNK, STILL = 0.05, 0.2
# "Too short to arrive": the steps left make up less than this share of the way.
LEFT = 0.25
# A mean of fewer noisy runs says nothing of where they are going.
LEAST_RUNS = 4
# Differences of means count from so many standard errors on.
SURE = 4.0
# The best at the end is so, and not by chance, from so many standard errors of the difference on.
SURELY = 3.0
# Without a warm-up the loss climbs if it rises so many times above the start, and above the worst with it.
CLIMBS = 1.1
# It does not if it stays within this much of the start.
LEVEL = 1.02
# The most notable first.
RANK = (
    say.Overflowed, say.BeyondLimit, say.Diverged, say.NoEffect, say.WarmUpSaved, say.AtNoiseFloorOutdone,
    say.AtNoiseFloor, say.WarmUpSpared, say.WarmUpPostponed, say.SankTooSoon, say.WasBeyondLimit, say.NoLongerFalls,
    say.Froze, say.EndsLowest, say.EndLevel, say.WarmUpDelayed, say.Leads, say.Underway, say.AtStart,
)  # fmt: skip


@dataclass(frozen=True, slots=True, eq=False)
class Seen:
    """What is judged: rows (steps so far + 1, E, WIDTH), those of the whole run where it is known, and the names.

    `last` (E, R) are the losses of all runs at the end, or None. `names` are (title, number) of each of the S schedules;
    `twins` as `with_twins` gives them.
    """

    settings: SchedulesSettings
    rows: Array
    whole: Array | None
    last: Array | None
    names: tuple[tuple[str, str], ...]
    twins: dict[int, int]

    @property
    def step(self) -> int:
        """The step that is judged."""
        return len(self.rows) - 1

    @property
    def now(self) -> Array:
        """The last row, (E, WIDTH)."""
        return np.asarray(self.rows[-1])

    def best(self, rows: Array) -> list[int]:
        """The schedules with a finite loss in the last of `rows`, the lowest first."""
        losses = rows[-1, : len(self.names), LOSS].tolist()
        return sorted((i for i, loss in enumerate(losses) if math.isfinite(loss)), key=lambda i: (losses[i], i))


def judge(settings: SchedulesSettings, record: Array, whole: Array | None, last: Array | None) -> tuple[Verdict, ...]:
    """Verdicts, the most notable first. `record` is (steps so far + 1, E · WIDTH).

    `whole` is that of the run to its end and `last` (E, R) the losses of all runs there; None where they are unknown.
    """
    rows = rows_of(record)
    names = _names([entry.schedule.title for entry in settings.schedules])
    seen = Seen(settings, rows, None if whole is None else rows_of(whole), last, names, with_twins(settings)[1])
    if seen.step == 0:
        return (say.AtStart(-1, float(rows[0, 0, LOSS]), settings.runs),)
    with np.errstate(all="ignore"):
        found = [_no_effect(seen), _worst_of(seen, _floor), _worst_of(seen, _sank), _ahead(seen)]
        found += [_too_large(seen, i) for i in range(len(names))]
        found += [_warm_up(seen, i, twin) for i, twin in seen.twins.items()]
    told = [verdict for verdict in found if verdict is not None] or [_leads(seen, say.Underway)]
    return tuple(sorted(told, key=lambda v: (RANK.index(type(v)), v.subject)))


def _names(titles: list[str]) -> tuple[tuple[str, str], ...]:
    """Titles, and a number for the second and later of a kind."""
    before = [titles[:i].count(title) for i, title in enumerate(titles)]
    return tuple((title, f" {count + 1}" if count else "") for title, count in zip(titles, before, strict=True))


def _worst_of(seen: Seen, judged: Callable[[Seen, int], Verdict | None]) -> Verdict | None:
    """The verdict on the schedule with the highest loss of which there is one to be told."""
    for i in sorted(seen.best(seen.rows), key=lambda i: (-float(seen.now[i, LOSS]), i)):
        verdict = judged(seen, i)
        if verdict is not None:
            return verdict
    return None


def _no_effect(seen: Seen) -> Verdict | None:
    """Schedules that begin with the same η have the same losses, although their η differ later."""
    count = len(seen.names)
    losses, rates = seen.rows[:, :count, LOSS], seen.rows[: seen.step, :count, RATE]
    apart = False
    for i in range(count):
        for j in range(i):
            if abs(rates[0, i] - rates[0, j]) > 1e-12 * rates[0, i]:
                continue
            if not (np.abs(losses[:, i] - losses[:, j]) <= 1e-12 * np.abs(losses[:, i])).all():
                return None
            apart = apart or bool((np.abs(rates[:, i] - rates[:, j]) > 0.01 * rates[:, i]).any())
    return say.NoEffect(-1, seen.step, seen.settings.optimizer.title) if apart else None


# -- too large an η ---------------------------------------------------------------------------------------------------


def _too_large(seen: Seen, i: int) -> Verdict | None:
    losses, rates = seen.rows[:, i, LOSS], seen.rows[:, i, RATE]
    used = rates[: seen.step]
    if not math.isfinite(losses[-1]):
        step = int(np.flatnonzero(~np.isfinite(losses))[0])
        return say.Overflowed(i, *seen.names[i], step, float(rates[:step].max()))
    found = stability_limit(seen.settings)
    if found is not None:
        return _against_limit(seen, i, found)
    if losses[-1] > GROWN * losses[0]:
        return say.Diverged(i, *seen.names[i], float(losses[-1]), float(losses[0]), float(used.max()))
    return None


def _against_limit(seen: Seen, i: int, found: tuple[float, float]) -> Verdict | None:
    """What there is to say of updates done with an η above the stability limit."""
    (limit, curvature), formula = found, seen.settings.optimizer.limit_formula
    losses, rates = seen.rows[:, i, LOSS], seen.rows[:, i, RATE]
    beyond = np.flatnonzero(rates[: seen.step] > limit * (1 + 1e-12))
    if not len(beyond):
        return None
    last = int(beyond[-1])
    if last == seen.step - 1 and rates[-1] > limit:
        # The last stretch of steps beyond the limit that has no gap.
        gaps = np.flatnonzero(np.diff(beyond) > 1)
        first = int(beyond[gaps[-1] + 1] if len(gaps) else beyond[0])
        return say.BeyondLimit(
            i, *seen.names[i], first, float(rates[-1]), limit, formula, curvature,
            float(losses[first]), float(losses[-1]),
        )  # fmt: skip
    first = int(beyond[0])
    return say.WasBeyondLimit(
        i, *seen.names[i], first, last, float(rates[beyond].max()), limit, formula, curvature,
        float(losses[first]), float(losses[first:].max()), float(losses[-1]),
    )  # fmt: skip


# -- held by the noise ------------------------------------------------------------------------------------------------


def _floor(seen: Seen, i: int) -> Verdict | None:
    """A loss that stays at a constant η, because of the noise."""
    window = max(WINDOW, round(SHARE * seen.step))
    if seen.step < window:
        return None
    losses, rates = seen.rows[-window:, i, LOSS], seen.rows[-window:, i, RATE]
    rate = float(rates[-1])
    if not rate > 0 or np.ptp(rates) > 1e-9 * rate or not np.isfinite(losses).all():
        return None
    measured, half = float(losses.mean()), window // 2
    doubt = STEADY + 3.0 * _relative_error(seen, i, window)
    if abs(losses[:half].mean() - losses[half:].mean()) > doubt * measured:
        return None
    floor = float(floors(seen.settings, np.array(rate)))
    if floor > 0:
        return _at_floor(seen, i, (rate, measured, floor)) if abs(measured - floor) <= doubt * floor else None
    return None if floor == 0 else _outdone(seen, i, window, measured, rate)


def _relative_error(seen: Seen, i: int, window: int) -> float:
    """About the relative standard error of the mean over the window, whose steps are not independent.

    On a quadratic the squares along curvature λ forget within about 1/(1 − (1 − ηλ)²) steps, or 1/(1 − β).
    """
    along, gain = curvatures(seen.settings), contraction(seen.settings)
    apart = float(seen.rows[-1, i, ERROR] / max(float(seen.rows[-1, i, LOSS]), 1e-300))
    if along is None or gain is None:
        return apart
    rate = float(seen.rows[-1, i, RATE])
    kept = min(max(float(((1.0 - rate * along) ** 2).max()), 1.0 - 1.0 / gain), 1.0 - 1e-6)
    memory = (1.0 + kept) / (1.0 - kept)
    return math.sqrt(2.0 / seen.settings.runs * min(1.0, memory / window))


def _at_floor(seen: Seen, i: int, numbers: tuple[float, float, float]) -> Verdict:
    """At the floor; with the schedule that ends lowest, if its η sinks and it is that which makes the difference."""
    rate, measured, _ = numbers
    if seen.whole is not None:
        best = seen.best(seen.whole)
        last = seen.whole[-1]
        if best and best[0] != i:
            ratio = measured / float(last[best[0], LOSS]) if last[best[0], LOSS] > 0 else math.inf
            if ratio >= OUTDONE and last[best[0], RATE] < rate / OUTDONE:
                return say.AtNoiseFloorOutdone(i, *seen.names[i], *numbers, *seen.names[best[0]], ratio)
    return say.AtNoiseFloor(i, *seen.names[i], *numbers)


def _outdone(seen: Seen, i: int, window: int, measured: float, rate: float) -> Verdict | None:
    """No theory, but a schedule with a much smaller η is much lower."""
    best = seen.best(seen.rows)[0]
    other_rate, other_loss = float(seen.now[best, RATE]), float(seen.now[best, LOSS])
    if best == i or not (other_loss * OUTDONE <= measured and 0 < other_rate < rate / OUTDONE):
        return None
    return say.NoLongerFalls(
        i, *seen.names[i], window, measured, rate, *seen.names[best], other_rate, other_loss
    )  # fmt: skip


# -- too short steps --------------------------------------------------------------------------------------------------


def _sank(seen: Seen, i: int) -> Verdict | None:
    """An η so small that what is left of it leads nowhere, far from where others are."""
    rates, losses = seen.rows[:, i, RATE], seen.rows[:, i, LOSS]
    best = seen.best(seen.rows)[0]
    peak = float(rates.max())
    if i == best or not rates[-1] < SUNK * peak:
        return None
    if losses[-1] < 1.5 * seen.now[best, LOSS]:
        return None
    return _too_short(seen, i, peak) or _froze(seen, i, best)


def _too_short(seen: Seen, i: int, peak: float) -> Verdict | None:
    """Whether the mean of the runs can still arrive, for rules whose step is proportional to the gradient."""
    problem, gain = seen.settings.problem, contraction(seen.settings)
    if gain is None or not isinstance(problem, SurfaceProblem) or seen.settings.schedules[i].schedule.follows_loss:
        return None
    if seen.settings.noise > 0 and seen.settings.runs < LEAST_RUNS:
        return None  # what is left to go and what the noise has thrown cannot be told apart
    now, minimum = seen.now[i], np.array(problem.surface.minima[0])
    middle, spread = now[[MEAN_X, MEAN_Y]], now[[SPREAD_X, SPREAD_Y]]
    away = middle - minimum
    if not (np.abs(away) > SURE * spread / math.sqrt(seen.settings.runs)).any():
        return None
    lowest = problem.surface.lowest or 0.0
    if float(problem.surface.value(*middle)) - lowest < 0.5 * (now[LOSS] - lowest):
        return None
    pull = float(problem.surface.gradient(*middle) @ away) / float(away @ away)
    # A velocity goes on by itself: by β/(1 − β) of the last move.
    going_on = (gain - 1.0) * float(np.hypot(*(middle - seen.rows[-2, i, [MEAN_X, MEAN_Y]])) / np.hypot(*away))
    made_up = 1.0 - math.exp(-max(pull, 0.0) * gain * _rates_left(seen, i)) + going_on
    if made_up > LEFT:
        return None
    x, y = (round(v, 2) + 0.0 for v in middle.tolist())  # no −0.00
    x0, y0 = minimum.tolist()
    percent = max(1, math.ceil(100 * made_up))
    return say.SankTooSoon(i, *seen.names[i], float(now[RATE]), peak, x, y, x0, y0, percent)


def _rates_left(seen: Seen, i: int) -> float:
    """Σ η of the updates from here to the end."""
    factors = planned((seen.settings.schedules[i].schedule,), seen.settings.steps)[0, seen.step : -1]
    return base_rate(seen.settings) * float(factors.sum())


def _froze(seen: Seen, i: int, best: int) -> Verdict | None:
    """A loss that has hardly changed since η sank."""
    rates, losses = seen.rows[:, i, RATE], seen.rows[:, i, LOSS]
    above = np.flatnonzero(rates >= SUNK * rates.max())
    since = int(above[-1]) + 1
    if seen.step - since < WINDOW:
        return None
    gone, lately = np.abs(np.log(losses[-1] / losses[[since, -1 - WINDOW]])).tolist()
    if not (gone <= STILL and lately <= STILL * WINDOW / (seen.step - since)):
        return None
    return say.Froze(
        i, *seen.names[i], since, round(100 * SUNK), float(losses[since]), float(losses[-1]),
        *seen.names[best], float(seen.now[best, LOSS]),
    )  # fmt: skip


# -- warm-up ----------------------------------------------------------------------------------------------------------


def _warm_up(seen: Seen, i: int, twin: int) -> Verdict | None:
    """What the warm-up does, from the same runs without it."""
    schedule = seen.settings.schedules[i].schedule
    assert isinstance(schedule, Warmup | WarmupCosine)
    count, own = schedule.warmup_steps, seen.rows[:, i, LOSS]
    if not math.isfinite(own[-1]):
        return None
    early = slice(0, min(seen.step, count) + 1)
    other = np.nan_to_num(seen.rows[early, twin, LOSS], nan=math.inf)
    step, mild = int(other.argmax()), float(own[early].max())
    worst = float(other[step])
    if worst > CLIMBS * max(own[0], mild) and not worst - mild <= SURE * seen.rows[step, twin, ERROR]:
        return _spared(seen, i, twin, (count, step, mild))
    return _delayed(seen, i, twin, count) if seen.step >= count and worst <= LEVEL * own[0] else None


def _spared(seen: Seen, i: int, twin: int, numbers: tuple[int, int, float]) -> Verdict:
    """Without it the loss climbs, at most at a step; with it, it stays at a mild one, at least at first."""
    (count, step, mild), name = numbers, seen.names[i]
    own, other = seen.rows[:, i, LOSS], seen.rows[:, twin, LOSS]
    first, loss, later = float(own[0]), float(own[-1]), int(own.argmax())
    if own[later] > CLIMBS * max(first, mild):
        peak = float(seen.rows[:later, i, RATE].max())
        return say.WarmUpPostponed(i, *name, count, later, float(own[later]), peak)
    bad = np.flatnonzero(~np.isfinite(other))
    if len(bad):
        return say.WarmUpSaved(i, *name, count, int(bad[0]), mild, loss)
    return say.WarmUpSpared(i, *name, count, first, float(other[step]), step, mild, loss, float(other[-1]))


def _delayed(seen: Seen, i: int, twin: int, count: int) -> Verdict | None:
    """Without it the loss never climbs, and is sooner low."""
    half = count // 2
    (loss, error), (without, its) = seen.rows[half, [i, twin]][:, [LOSS, ERROR]].tolist()
    if loss <= CLIMBS * without + SURE * math.hypot(error, its):
        return None
    return say.WarmUpDelayed(i, *seen.names[i], half, loss, without)


# -- who is ahead -----------------------------------------------------------------------------------------------------


def _ahead(seen: Seen) -> Verdict | None:
    """The best at the end if that is known, else now."""
    best = seen.best(seen.rows if seen.whole is None else seen.whole)
    if len(seen.names) < 2 or not best:
        return None
    if seen.whole is None:
        return _leads(seen, say.Leads)
    if len(best) < 2:
        return None
    (first, second), step = best[:2], len(seen.whole) - 1
    loss, other = (float(seen.whole[-1, i, LOSS]) for i in (first, second))
    if seen.last is not None and _surely_lower(seen.last[first], seen.last[second]):
        return say.EndsLowest(first, *seen.names[first], step, loss, *seen.names[second], other)
    return say.EndLevel(first, *seen.names[first], step, loss, *seen.names[second], other, seen.settings.runs)


def _leads(seen: Seen, told: type[say.Leads]) -> Verdict:
    """The lowest now."""
    best, rows = seen.best(seen.rows)[0], seen.rows
    return told(
        best, *seen.names[best], seen.step,
        float(rows[-1, best, LOSS]), float(rows[-1, best, RATE]), float(rows[0, best, LOSS]),
    )  # fmt: skip


def _surely_lower(losses: Array, others: Array) -> bool:
    """Whether the mean of losses (R,) is lower by more than chance: the runs come in pairs with the same noise."""
    apart = others - losses
    if len(apart) < 2:
        return False
    return bool(apart.mean() > SURELY * apart.std(ddof=1) / math.sqrt(len(apart)))
