"""One update of one racer as arrows: they are the stages' own numbers, and what is said of them is so."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np
import pytest

from engine.optimizers import OPTIMIZERS
from engine.recipe import default_recipe
from engine.schedules import SCHEDULES
from engine.simulations.race import Racer, RaceSettings
from engine.simulations.race_stage_verdicts import (
    AlikeForBoth,
    CarriedUphill,
    NoMove,
    NoVelocityYet,
    NowhereToGo,
    OnlySigns,
    SlopeBrakes,
    TooFar,
    VelocityKnowsValley,
)
from engine.simulations.race_stages import Walk, between, walk_of
from engine.surfaces import SURFACES
from engine.surfaces.valleys import valley_direction, valley_floor

RULES = list(OPTIMIZERS)


def race(surface: str, *rules: str, rate: float = 0.001, steps: int = 40, **fields: object) -> RaceSettings:
    ground = SURFACES[surface]()
    racers = tuple(Racer(rule, i, OPTIMIZERS[rule](learning_rate=rate)) for i, rule in enumerate(rules))
    return replace(RaceSettings(), surface=ground, start=ground.start, racers=racers, steps=steps, **fields)


def walks(settings: RaceSettings, racer: int = 0) -> list[Walk]:
    timeline = default_recipe("race").changed(settings=settings).timeline()
    found = []
    for step in range(1, settings.steps + 1):
        timeline.seek(step)
        walk = walk_of(timeline.frame(), racer)
        assert walk is not None
        found.append(walk)
    return found


def test_before_the_first_step_there_is_no_update() -> None:
    timeline = default_recipe("race").timeline()
    assert walk_of(timeline.frame(), 0) is None


def test_momentum_in_the_rosenbrock_valley() -> None:
    walk = walks(race("rosenbrock", "momentum", steps=31))[-1]
    assert [way.stage for way in walk.ways] == [0, 1, 2]
    assert walk.update is walk.ways[2]
    assert walk.summed
    assert [f"{way.length:.4f}" for way in walk.ways] == ["0.0188", "0.0300", "0.0333"]
    assert [round(way.angle or 0) for way in walk.ways] == [81, 17, 17]
    assert np.allclose(walk.before, (-0.2966, 0.0136), atol=5e-5)
    assert np.allclose(walk.losses, (2.2347, 1.9867), atol=5e-5)
    assert isinstance(walk.verdict, VelocityKnowsValley)
    assert walk.verdict.ratio == pytest.approx(walk.ways[2].length / walk.ways[0].length)


@pytest.mark.parametrize("surface", ["rosenbrock", "booth", "himmelblau", "plateau"])
@pytest.mark.parametrize("rule", RULES)
def test_arrows_are_the_update(rule: str, surface: str) -> None:
    settings = race(surface, rule, rate=0.001, steps=12)
    if hasattr(settings.racers[0].optimizer, "weight_decay"):
        decaying = replace(settings.racers[0], optimizer=replace(settings.racers[0].optimizer, weight_decay=0.1))
        settings = replace(settings, racers=(decaying,))
    for walk in walks(settings):
        assert walk.stages[-1].symbol == "w"
        assert np.allclose(walk.before + walk.update.move, walk.after, rtol=0, atol=1e-9)
        first = walk.ways[0]
        assert first.stage == 0
        assert np.allclose(first.move, -0.001 * walk.stages[0].value, rtol=1e-12)
        assert len({way.stage for way in walk.ways}) == len(walk.ways)
        for way in walk.ways:
            assert way.length == pytest.approx(math.hypot(*way.move))
        if walk.summed:
            assert np.allclose(walk.ways[0].move + walk.ways[1].move, walk.ways[2].move)
        words = walk.verdict.text.format(**walk.verdict.values()) + walk.verdict.title.format(**walk.verdict.values())
        assert "nan" not in words


def test_decay_and_the_steps_before_are_arrows_of_their_own() -> None:
    symbols = {
        rule: [way.symbol for way in walks(race("booth", rule, steps=3))[-1].ways]
        for rule in ("sgd", "nesterov", "adam", "adamw", "adadelta")
    }
    assert symbols == {
        "sgd": [r"-\eta g"],
        "nesterov": [r"-\eta g", r"v = \beta v - \eta g", r"\Delta w"],
        "adam": [r"-\eta g", r"\Delta w"],
        "adamw": [r"-\eta g", r"-\eta \lambda w", r"\Delta w"],
        "adadelta": [r"-\eta g", r"-\eta \Delta"],
    }


def test_the_schedule_is_in_the_arrow() -> None:
    settings = race("booth", "sgd", rate=0.01, steps=9)
    racer = replace(settings.racers[0], schedule=SCHEDULES["step"](step_size=4, gamma=0.5))
    walk = walks(replace(settings, racers=(racer,)))[-1]
    assert walk.update is walk.ways[0]
    assert np.allclose(walk.ways[0].move, -0.01 * 0.25 * walk.stages[0].value)


# -- the valley -------------------------------------------------------------------------------------------------------


def test_which_surfaces_have_a_valley() -> None:
    with_floor = {key for key, surface in SURFACES.items() if key != "formula" and valley_floor(surface()) is not None}
    assert with_floor == {"elliptic_bowl", "rosenbrock", "booth"}


def test_the_floor_is_where_the_surface_is_lowest_across_it() -> None:
    for key in ("elliptic_bowl", "rosenbrock", "booth"):
        surface = SURFACES[key]()
        floor = valley_floor(surface)
        assert floor is not None
        ends = np.linspace(0, 1, 9)[1:-1, None]
        places = floor.line[::40] if len(floor.line) > 2 else floor.line[0] + ends * (floor.line[1] - floor.line[0])
        for place in places:
            along = valley_direction(surface, place)
            assert along is not None
            across = np.array([-along[1], along[0]])
            middle, *sides = (surface.value(*(place + shift * across)) for shift in (0, 0.15, -0.15))
            assert middle < min(sides), key


def test_rosenbrocks_direction_is_that_at_the_nearest_point_of_the_parabola() -> None:
    surface = SURFACES["rosenbrock"]()
    line = np.linspace(-3, 3, 600_001)
    for place in np.random.default_rng(3).uniform(-2, 2, (50, 2)):
        foot = line[np.hypot(line - place[0], line * line - place[1]).argmin()]
        found = valley_direction(surface, place)
        assert found is not None
        assert abs(found @ np.array([2 * foot, -1.0])) / math.hypot(2 * foot, 1) < 1e-3


# -- what is said -----------------------------------------------------------------------------------------------------


def test_every_verdict_of_a_long_race_is_true() -> None:
    seen = set()
    for surface, rate in (("rosenbrock", 0.001), ("elliptic_bowl", 0.09), ("booth", 0.1), ("beale", 0.01)):
        settings = race(surface, *RULES[:12], rate=rate, steps=40)
        for racer in range(len(settings.racers)):
            for walk in walks(settings, racer):
                seen.add(type(walk.verdict).__name__)
                the_verdict_holds(settings, walk)
    assert {"VelocityKnowsValley", "TooFar", "AcrossValley", "RatesOfTheirOwn", "OnlySigns"} <= seen


def the_verdict_holds(settings: RaceSettings, walk: Walk) -> None:
    said = walk.verdict
    with np.errstate(all="ignore"):
        slope = settings.surface.gradient(*walk.before)
    move = walk.after - walk.before
    match said:
        case TooFar():
            assert move @ slope < 0
            assert settings.surface.value(*walk.after) > settings.surface.value(*walk.before)
        case NoVelocityYet():
            assert between(move, -slope) == pytest.approx(0, abs=1e-4)
        case SlopeBrakes():
            kept = walk.ways[-1].move - walk.ways[0].move
            assert kept @ slope > 0
            assert said.against > 0
        case CarriedUphill():
            assert move @ slope > 0
            assert said.angle > 90
        case AlikeForBoth():
            assert np.abs(slope).max() >= 3 * np.abs(slope).min()
            assert np.abs(move).max() <= 1.26 * np.abs(move).min()
        case OnlySigns():
            assert (said.x, said.y) == pytest.approx(tuple(move))
        case NowhereToGo():
            assert not np.isfinite([*walk.after, *walk.losses]).all()


def test_a_step_of_nothing_and_a_step_to_nowhere_are_said() -> None:
    at_rest = replace(race("elliptic_bowl", "sgd", steps=1), start=(0.0, 0.0))
    assert isinstance(walks(at_rest)[0].verdict, NoMove)
    bolting = race("rosenbrock", "sgd", rate=10.0, steps=30)
    last = walks(bolting)[-1]
    assert isinstance(last.verdict, NowhereToGo)
    assert all(np.isfinite(way.move).all() for way in last.ways)


def test_noise_is_said_beside_the_arrow() -> None:
    plain, noisy = (walks(race("booth", "sgd", steps=1, noise=noise))[0] for noise in (0.0, 5.0))
    assert (plain.ways[0].meaning, noisy.ways[0].meaning) == ("straight downhill", "against the noisy gradient")
