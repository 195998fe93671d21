"""The record of a comparison: what is kept of every step, for each schedule and twin."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from engine.schedules import Cosine, Schedule, Warmup, WarmupCosine
from engine.simulations.base import Array
from engine.simulations.schedules_runs import RunsState, base_rate

if TYPE_CHECKING:
    from engine.simulations.schedules import SchedulesSettings

# In this order: η and loss as means over the runs (a loss that overflows makes the mean infinite or NaN); η and loss of
# run 1; the mean accuracy (NaN on a surface); place of run 1, mean and standard deviation of all runs' places (NaN for
# a network); standard error of the mean loss.
COLUMNS = (
    "rate", "loss", "own_rate", "own_loss", "accuracy", "x", "y", "mean_x", "mean_y", "spread_x", "spread_y", "error",
)  # fmt: skip
WIDTH = len(COLUMNS)
RATE, LOSS, OWN_RATE, OWN_LOSS, ACCURACY, X, Y, MEAN_X, MEAN_Y, SPREAD_X, SPREAD_Y, ERROR = range(WIDTH)


def rows_of(record: Array, schedules: int | None = None) -> Array:
    """The record (steps, E · WIDTH) as (steps, S, WIDTH), without the twins, or with them all (None): a view."""
    return record.reshape(len(record), -1, WIDTH)[:, :schedules]


def row(settings: SchedulesSettings, state: RunsState) -> Array:
    """The row of a state, (E · WIDTH,)."""
    losses, params = state.losses, state.params
    runs = losses.shape[1]
    share = np.full(runs, 1.0 / runs)  # a product with it is a mean, quicker than a sum
    out = np.full((len(losses), WIDTH), np.nan)
    with np.errstate(all="ignore"):
        rates = base_rate(settings) * state.factors
        out[:, OWN_RATE] = rates[:, 0]
        out[:, RATE] = rates[:, 0] if rates.shape[1] == 1 else rates.dot(share)
        mean = losses.dot(share)
        out[:, LOSS], out[:, OWN_LOSS] = mean, losses[:, 0]
        apart = losses - mean[:, np.newaxis]
        apart *= apart
        out[:, ERROR] = np.sqrt(apart.dot(share) / max(runs - 1, 1))
        if state.accuracies is not None:
            out[:, ACCURACY] = state.accuracies.dot(share)
            return out.ravel()
        out[:, X : Y + 1] = params[:, 0]
        middle = np.matmul(share, params)
        away = params - middle[:, np.newaxis]
        away *= away
        out[:, MEAN_X : MEAN_Y + 1] = middle
        out[:, SPREAD_X : SPREAD_Y + 1] = np.sqrt(np.matmul(share, away))
    return out.ravel()


# -- twins ------------------------------------------------------------------------------------------------------------


def without_warm_up(schedule: Schedule) -> Schedule | None:
    """The same schedule without its warm-up; None where it has none, or none that could be left out."""
    if isinstance(schedule, Warmup):
        return schedule.then if schedule.warmup_steps > 1 else None
    if isinstance(schedule, WarmupCosine) and schedule.warmup_steps > 1:
        return Cosine(total_steps=schedule.total_steps, final=schedule.final)
    return None


def with_twins(settings: SchedulesSettings) -> tuple[tuple[Schedule, ...], dict[int, int]]:
    """All E schedules that are run, and for each with a warm-up the place among them of the same one without."""
    entries = [entry.schedule for entry in settings.schedules]
    twins = {}
    for index, schedule in enumerate(entries[:]):
        twin = without_warm_up(schedule)
        if twin is None:
            continue
        if twin not in entries:
            entries.append(twin)
        twins[index] = entries.index(twin)
    return tuple(entries), twins
