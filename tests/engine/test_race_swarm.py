"""The race as swarms: every start moves as a racer would, and what is said of its end is what a plain loop finds."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from engine.optimizers import OPTIMIZERS, SGD, Adam, Momentum, Optimizer
from engine.parameter import SettingsError
from engine.schedules import SCHEDULES, Constant, Schedule, Warmup
from engine.simulations.base import Array
from engine.simulations.race import Paths, Racer, RaceSettings, Swarm
from engine.simulations.race_paths import WIDTH
from engine.simulations.race_swarm import (
    DOTS,
    MOST_STEPS,
    MOST_SWARMS,
    TAIL,
    SwarmFrame,
    plans_of,
    shown_starts,
    spacing,
)
from engine.simulations.race_swarm_flock import FLOCK, begun, moved, starts_of, walked
from engine.surfaces import SURFACES, FormulaSurface
from engine.timeline import Timeline
from engine.work import Interrupted, while_wanted

HIMMELBLAU = SURFACES["himmelblau"]()


def swarm(*optimizers: Optimizer, starts: int = 100, schedule: Schedule | None = None, **more: Any) -> RaceSettings:  # noqa: ANN401
    """A race of these rules as swarms."""
    racers = tuple(Racer(o.kind, i % 12, o, schedule or Constant()) for i, o in enumerate(optimizers))
    mode = Swarm(starts=starts, random=more.pop("random", False))
    return RaceSettings(**({"mode": mode, "surface": HIMMELBLAU, "racers": racers, "steps": 60} | more))


def timeline_of(settings: RaceSettings, seed: int = 0) -> Timeline:
    return Timeline(lambda s: s.mode.simulation, settings, seed)


def ways_of(settings: RaceSettings, seed: int = 0) -> Array:
    """All places of the first swarm, (steps + 1, starts, 2)."""
    plan = plans_of(settings, seed)[0]
    return np.array([np.concatenate(flocks.places, axis=1).T for flocks in walked(plan)])


# -- each start is a racer --------------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", OPTIMIZERS)
@pytest.mark.parametrize("surface", ["himmelblau", "rastrigin"])
def test_every_start_moves_as_the_racer_from_there(kind: str, surface: str) -> None:
    settings = swarm(OPTIMIZERS[kind](learning_rate=0.002), surface=SURFACES[surface](), noise=0.5, steps=25)
    ways = ways_of(settings, seed=3)
    for start in (0, 37, 99):
        place = tuple(ways[0, start].tolist())
        paths = replace(settings, mode=Paths(), start=place)
        timeline = timeline_of(paths, seed=3)
        timeline.seek(25)
        raced = timeline.record.reshape(26, -1, WIDTH)[:, 0, :2]
        np.testing.assert_allclose(ways[:, start], raced, rtol=1e-9, atol=1e-12)


@pytest.mark.parametrize("name", ["step", "cosine_restarts", "warmup"])
def test_a_schedule_acts_as_on_a_racer(name: str) -> None:
    settings = swarm(Momentum(0.01), schedule=SCHEDULES[name](), steps=40)
    ways = ways_of(settings)
    paths = replace(settings, mode=Paths(), start=tuple(ways[0, 55].tolist()))
    timeline = timeline_of(paths)
    timeline.seek(40)
    np.testing.assert_allclose(ways[:, 55], timeline.record.reshape(41, -1, WIDTH)[:, 0, :2], rtol=1e-9)


def test_a_schedule_that_watches_the_loss_watches_the_median_of_the_swarm() -> None:
    plateau = SCHEDULES["reduce_on_plateau"](patience=2, factor=0.5)
    settings = swarm(SGD(0.005), schedule=Warmup(3, plateau), noise=5.0, steps=50)
    state, expected = plateau.init(), []
    for step, places in enumerate(ways_of(settings)[:-1]):
        values = np.sort(HIMMELBLAU.value(*places.T))
        factor = (step + 1) / 3
        if step >= 3:
            factor, state = plateau.update(step - 3, float(values[50]), state)
        expected.append(factor)
    scene = timeline_of(settings).scene
    assert scene.basins[0].factors == tuple(expected)
    assert expected[-1] < 1


@pytest.mark.parametrize("kind", SURFACES)
def test_the_way_of_one_start_is_what_it_did_in_the_swarm(kind: str) -> None:
    schedule = SCHEDULES["reduce_on_plateau"](patience=1, factor=0.7)
    settings = swarm(Adam(0.2), surface=SURFACES[kind](), noise=0.3, schedule=schedule)
    scene = timeline_of(settings, seed=5).scene
    ways = ways_of(settings, seed=5)
    for start in (0, 42, 99):
        np.testing.assert_array_equal(scene.path(0, start), ways[:, start])


def test_large_swarms_move_in_pieces_as_small_ones_do_in_one() -> None:
    settings = swarm(Adam(0.2), starts=12_000, steps=5)
    plan = plans_of(settings, 0)[0]
    flocks = begun(plan)
    assert len(flocks.places) == math.ceil(109**2 / FLOCK)
    for _ in range(5):
        flocks = moved(plan, flocks)
    starts = starts_of(HIMMELBLAU, 109, False, 0)
    few = begun(plan, starts[7000:7010])
    for _ in range(5):
        few = moved(plan, few)
    np.testing.assert_array_equal(flocks.taken(np.arange(7000, 7010)), few.places[0].T)


# -- where they start -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("random", [False, True])
def test_one_start_in_each_cell_of_the_grid(random: bool) -> None:
    bowl = SURFACES["elliptic_bowl"]()
    starts = starts_of(bowl, 20, random, 4)
    x0, x1, y0, y1 = bowl.domain
    cells = (starts - (x0, y0)) / ((x1 - x0) / 20, (y1 - y0) / 20)
    j, i = np.divmod(np.arange(400), 20)
    np.testing.assert_array_equal(np.floor(cells), np.stack([i, j], axis=-1))
    within = cells - np.floor(cells)
    assert (abs(within - 0.5) < 1e-9).all() != random
    assert (within.std() > 0.2) == random


def test_places_at_random_follow_from_the_seed() -> None:
    one, same, other = (starts_of(HIMMELBLAU, 30, True, seed).copy() for seed in (1, 1, 2))
    assert (one == same).all()
    assert (one != other).all()


@pytest.mark.parametrize(("asked", "side"), [(100, 10), (10_000, 100), (9_999, 99), (40_000, 200)])
def test_as_many_starts_as_fit_a_square(asked: int, side: int) -> None:
    assert plans_of(swarm(SGD(0.005), starts=asked), 0)[0].side == side
    shown = shown_starts(side)
    assert len(set(shown.tolist())) == len(shown) <= DOTS
    assert len(shown) > DOTS / 2 or spacing(side) == 1


@pytest.mark.parametrize("starts", [99, 40_001])
def test_fewer_or_more_starts_are_refused(starts: int) -> None:
    with pytest.raises(SettingsError):
        Swarm(starts=starts)


def test_the_start_in_whose_cell_a_place_lies() -> None:
    scene = timeline_of(swarm(SGD(0.005), random=True, steps=1)).scene
    for number, (x, y) in enumerate(scene.starts.tolist()):
        assert scene.start_at(x, y) == number
    assert scene.start_at(-100, -100) == 0
    assert scene.start_at(100, 100) == 99


# -- the simulation ---------------------------------------------------------------------------------------------------


def test_the_first_six_racers_run() -> None:
    settings = swarm(*[SGD(0.001 * (i + 1)) for i in range(8)], steps=3)
    timeline = timeline_of(settings)
    assert len(timeline.scene.basins) == MOST_SWARMS
    assert [plan.optimizer for plan in timeline.scene.plans] == [r.optimizer for r in settings.racers[:6]]


def test_a_swarm_runs_for_a_limited_number_of_steps() -> None:
    settings = swarm(SGD(0.005), steps=100_000)
    timeline = timeline_of(settings)
    assert timeline.length == MOST_STEPS == plans_of(settings, 0)[0].length
    assert timeline.scene.asked == 100_000


def test_dots_are_replayed_wherever_the_cursor_goes() -> None:
    timeline = timeline_of(swarm(SGD(0.005), Adam(0.3), starts=2500))
    frames: dict[int, SwarmFrame] = {}
    for step in (0, 1, 2, 30, 60):
        timeline.seek(step)
        frames[step] = timeline.frame()
    assert frames[0].tails.shape == (2, 1, 625, 2)
    assert frames[30].tails.shape == (2, TAIL, 625, 2)
    ways, which = ways_of(swarm(SGD(0.005), starts=2500)), shown_starts(50)
    np.testing.assert_array_equal(frames[30].tails[0], ways[31 - TAIL : 31, which])
    for step in (2, 60, 30, 0, 1):
        timeline.seek(step)
        np.testing.assert_array_equal(timeline.frame().tails, frames[step].tails)


def test_the_record_tells_who_has_arrived_and_who_has_left_by_then() -> None:
    timeline = timeline_of(swarm(SGD(0.005), SGD(9.0)))
    timeline.seek(60)
    record, scene = timeline.record.reshape(61, 2, 2), timeline.scene
    for number, basins in enumerate(scene.basins):
        for step in (0, 9, 60):
            assert record[step, number, 0] == pytest.approx(((basins.kind >= 0) & (basins.step <= step)).mean())
            assert record[step, number, 1] == pytest.approx(((basins.kind == -2) & (basins.step <= step)).mean())
    assert record[-1, 0, 0] > 0.5
    assert record[-1, 1, 1] == 1


@pytest.mark.parametrize("kind", SURFACES)
def test_settings_at_both_ends_of_every_surface(kind: str) -> None:
    for optimizer in (SGD(10.0), SGD(1e-5), Adam(10.0)):
        timeline = timeline_of(swarm(optimizer, surface=SURFACES[kind](), noise=20.0, random=True, steps=12))
        timeline.seek(12)
        basins = timeline.scene.basins[0]
        assert basins.arrived + basins.diverged + basins.moving == pytest.approx(1)
        assert timeline.frame().verdicts
        assert np.isfinite(timeline.record).all()


@pytest.mark.parametrize("steps", [1, 2, 9])
def test_very_short_runs(steps: int) -> None:
    timeline = timeline_of(swarm(SGD(0.005), Adam(0.3), steps=steps))
    timeline.seek(steps)
    assert timeline.scene.basins[0].shares.shape == (steps + 1, 5)
    assert len(timeline.frame().verdicts) == 2


def test_a_hole_in_the_surface_counts_as_divergence() -> None:
    surface = FormulaSurface(text="log(x) ^ 2 + y^2", x0=-2, x1=4, y0=-2, y1=2)
    basins = timeline_of(swarm(SGD(0.1), surface=surface)).scene.basins[0]
    kind = basins.kind.reshape(10, 10)
    assert (kind[:, :3] == -2).all()
    assert (kind[:, 4:] == 0).any()


def test_the_work_ends_when_nobody_waits_for_it() -> None:
    with while_wanted(lambda: False), pytest.raises(Interrupted):
        timeline_of(swarm(Adam(0.123), starts=10_000, steps=500))
    timeline = timeline_of(swarm(Adam(0.123), steps=10))
    with while_wanted(lambda: False), pytest.raises(Interrupted):
        timeline.seek(3)
