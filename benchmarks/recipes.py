"""The experiments that are measured."""

from __future__ import annotations

from dataclasses import replace

from engine.activations.rectifiers import ReLU
from engine.initializers import HeNormal
from engine.optimizers import SGD, Adam, Momentum, RMSprop
from engine.parameter import replace_at
from engine.recipe import Recipe, default_recipe
from engine.schedules import CosineRestarts, Polynomial
from engine.simulations.gradients import NetworkChoice, OnePass, Training
from engine.simulations.race import Racer, Swarm
from engine.simulations.schedules import USUAL_SCHEDULES, ScheduleEntry
from engine.surfaces import Himmelblau


def race(steps: int) -> Recipe:
    """The chapter's race, for so many steps."""
    recipe = default_recipe("race")
    return recipe.changed(settings=replace_at(recipe.settings, "steps", steps))


def one_pass(layers: int) -> Recipe:
    """A pass through so many layers: Sigmoid beside ReLU with residual connections."""
    recipe = default_recipe("gradients")
    settings = replace_at(replace_at(recipe.settings, "mode", OnePass()), "depth", layers)
    other = replace_at(settings, "network", NetworkChoice(ReLU(), HeNormal(), residual=True))
    return recipe.changed(settings=settings, other=other)


def training(steps: int) -> Recipe:
    """Two networks of twenty layers that learn, for so many steps."""
    recipe = default_recipe("gradients")
    settings = replace_at(replace_at(recipe.settings, "mode", Training()), "steps", steps)
    return recipe.changed(settings=settings, other=settings.counterpart())


def schedules(steps: int) -> Recipe:
    """The usual six schedules and two more, for so many steps."""
    recipe = default_recipe("schedules")
    more = (
        ScheduleEntry(schedule=CosineRestarts(period=50), colour=6),
        ScheduleEntry(schedule=Polynomial(total_steps=steps), colour=7),
    )
    settings = replace_at(recipe.settings, "schedules", (*USUAL_SCHEDULES, *more))
    return recipe.changed(settings=replace_at(settings, "steps", steps))


def swarm(starts: int, steps: int) -> Recipe:
    """Four optimizers from so many starts on Himmelblau's four minima, the second one in sight."""
    recipe = default_recipe("race")
    rules = (SGD(0.005), Momentum(0.005), RMSprop(0.1), Adam(0.3))
    racers = tuple(Racer(rule.title, colour, rule) for colour, rule in enumerate(rules))
    settings = replace(recipe.settings, mode=Swarm(starts=starts), surface=Himmelblau(), racers=racers, steps=steps)
    return recipe.changed(settings=settings, view={"selected": 1})
