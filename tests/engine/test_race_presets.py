"""The race's presets show what their help says."""

from __future__ import annotations

import numpy as np
import pytest

from engine.presets import PRESETS
from engine.recipe import Recipe, default_recipe
from engine.simulations.base import Array
from engine.simulations.race_paths import COLUMNS, WIDTH

Y, LOSS = COLUMNS.index("y"), COLUMNS.index("loss")


def applied(key: str) -> Recipe:
    """The preset, over another experiment that stands at its end."""
    before = default_recipe("race")
    return PRESETS["race"][key].apply(before.changed(step=before.length(), seed=3))


def rows_of(recipe: Recipe) -> Array:
    """Every racer's row by step, (steps + 1, racers, columns)."""
    timeline = recipe.timeline()
    timeline.seek(timeline.length)
    return timeline.record.reshape(timeline.length + 1, -1, WIDTH)


@pytest.mark.parametrize("key", PRESETS["race"])
def test_a_preset_is_a_recipe_that_can_be_saved(key: str) -> None:
    recipe = applied(key)
    assert Recipe.from_json(recipe.to_json()) == recipe
    assert recipe.seed == 3
    assert 0 <= recipe.step <= recipe.length()


def test_the_chapters_race_is_the_one_that_the_tab_opens_with() -> None:
    assert applied("chapter").settings == default_recipe("race").settings


def test_adam_is_as_fast_as_it_is_told_to_be() -> None:
    end = rows_of(applied("adam"))[-1, :, LOSS]
    assert end[0] > 17
    assert (end[1:3] < 0.15 * end[0]).all(), "three and five times the η"


def test_in_the_bent_valley_everyone_gets_on_and_nobody_diverges() -> None:
    rows = rows_of(applied("valley"))[..., LOSS]
    assert np.isfinite(rows).all()
    assert (rows[-1] < 0.25 * rows[0]).all()


def test_rules_that_divide_leave_the_saddle_first() -> None:
    away = np.abs(rows_of(applied("saddle"))[..., Y]) > 0.3
    sgd, momentum, rmsprop, adam = np.where(away.any(axis=0), away.argmax(axis=0), np.inf)
    assert max(rmsprop, adam) < min(sgd, momentum)
