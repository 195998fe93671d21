"""The schedules' presets show what their help says."""

from __future__ import annotations

import numpy as np
import pytest

from engine.diagnostics import Verdict
from engine.presets import PRESETS
from engine.recipe import Recipe, default_recipe
from engine.simulations import schedules_verdicts as say
from engine.simulations.base import Array
from engine.simulations.schedules_record import LOSS, rows_of

SEEDS = (0, 1, 7)


def applied(key: str, seed: int = 3) -> Recipe:
    """The preset, over another experiment that stands at its end."""
    before = default_recipe("schedules")
    return PRESETS["schedules"][key].apply(before.changed(step=before.length(), seed=seed))


def ended(key: str, seed: int) -> tuple[dict[type[Verdict], Verdict], Array]:
    """The verdicts at the end, and the losses (steps + 1, schedules, their twins included)."""
    timeline = applied(key, seed).timeline()
    timeline.seek(timeline.length)
    return {type(v): v for v in timeline.frame().verdicts}, rows_of(timeline.record)[..., LOSS]


@pytest.mark.parametrize("key", PRESETS["schedules"])
def test_a_preset_is_a_recipe_that_can_be_saved(key: str) -> None:
    recipe = applied(key)
    assert Recipe.from_json(recipe.to_json()) == recipe
    assert recipe.seed == 3
    assert 0 <= recipe.step <= recipe.length()


@pytest.mark.parametrize("seed", SEEDS)
def test_a_constant_rate_stays_at_the_noise_floor(seed: int) -> None:
    verdicts, losses = ended("floor", seed)
    floor = verdicts[say.AtNoiseFloorOutdone]
    assert floor.subject == 0
    assert (losses[-1, 1:] < losses[-1, 0] / 5).all()


@pytest.mark.parametrize("seed", SEEDS)
def test_the_warm_up_saves_its_schedule(seed: int) -> None:
    verdicts, losses = ended("saved", seed)
    assert verdicts[say.WarmUpSaved].subject == 1
    assert verdicts[say.Overflowed].subject == 0
    assert not np.isfinite(losses[-1, 0])
    assert losses[-1, 1] < losses[0, 1] / 50


@pytest.mark.parametrize("seed", SEEDS)
def test_the_warm_up_spares_the_first_steps(seed: int) -> None:
    verdicts, losses = ended("spared", seed)
    assert verdicts[say.WarmUpSpared].subject == 1
    assert losses[:200, 0].max() > 1.5 * losses[0, 0]
    assert losses[:200, 1].max() <= 1.02 * losses[0, 1]
    assert (losses[-1, :2] < losses[0, :2] / 50).all()
