"""The experiments that are measured."""

from __future__ import annotations

from engine.parameter import replace_at
from engine.recipe import Recipe, default_recipe


def race(steps: int) -> Recipe:
    """The chapter's race, for so many steps."""
    recipe = default_recipe("race")
    return recipe.changed(settings=replace_at(recipe.settings, "steps", steps))
