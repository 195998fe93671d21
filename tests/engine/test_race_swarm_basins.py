"""Where the starts of a swarm end: against plain loops, against known surfaces, and what is said of it."""

from __future__ import annotations

import math
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.diagnostics import Verdict
from engine.optimizers import SGD, Adam, Momentum, RMSprop
from engine.simulations import race_swarm_verdicts
from engine.simulations.base import Array
from engine.simulations.race_swarm import plans_of
from engine.simulations.race_swarm_basins import (
    AWAY,
    AWAY_CODE,
    MOVING,
    NAMED,
    NEAR,
    STAY,
    STILL,
    Basins,
    basins_of,
    codes_of,
    targets_of,
)
from engine.simulations.race_swarm_verdicts import (
    CLOSE,
    RANK,
    AllArrive,
    FliesPast,
    Hovers,
    Late,
    LateOrStill,
    MostArrive,
    NoMinimum,
    SomeDiverge,
    judge,
    percent,
)
from engine.surfaces import SURFACES, FormulaSurface, Surface
from tests.engine.test_race_swarm import swarm, timeline_of, ways_of

HIMMELBLAU = SURFACES["himmelblau"]()
FOUR = (SGD(0.005), Momentum(0.005, 0.9), RMSprop(0.1), Adam(0.3))


def plain(ways: Array, places: Array, radius: float, surface: Surface) -> tuple[list[int], list[int]]:
    """Kind and step of every start, one by one."""
    x0, x1, y0, y1 = surface.domain
    length, kinds, steps = len(ways) - 1, [], []
    for start in range(ways.shape[1]):
        codes = []
        for x, y in ways[:, start].tolist():
            near = [k for k, (a, b) in enumerate(places.tolist()) if math.hypot(x - a, y - b) <= radius]
            far = not math.hypot(x - (x0 + x1) / 2, y - (y0 + y1) / 2) <= AWAY * math.hypot(x1 - x0, y1 - y0)
            codes.append(AWAY_CODE if far else near[0] if near else MOVING)
        step = length
        while step and codes[step - 1] == codes[-1]:
            step -= 1
        kind = codes[-1]
        if kind >= 0 and length - step < int(STAY * length):
            kind = MOVING
        kinds.append(kind)
        steps.append(length if kind == MOVING else step)
    return kinds, steps


@pytest.mark.parametrize("rule", [*FOUR, SGD(0.03), SGD(0.02)])
@pytest.mark.parametrize("kind", ["himmelblau", "six_hump_camel", "saddle"])
def test_as_a_plain_loop_finds_it(rule: SGD, kind: str) -> None:
    race = swarm(rule, surface=SURFACES[kind](), noise=0.2)
    targets, basins = targets_of(race.surface), timeline_of(race).scene.basins[0]
    kinds, steps = plain(ways_of(race), targets.places, targets.radius, race.surface)
    assert basins.kind.tolist() == kinds
    assert basins.step.tolist() == steps
    for step in (0, 17, 60):
        by = [sum(k == kind and s <= step for k, s in zip(kinds, steps, strict=True)) for kind in range(targets.kinds)]
        away = sum(k == AWAY_CODE and s <= step for k, s in zip(kinds, steps, strict=True))
        np.testing.assert_allclose(basins.shares[step], np.array([*by, away]) / 100)
    arrived = sorted(s for k, s in zip(kinds, steps, strict=True) if k >= 0)
    if arrived:
        assert basins.median == arrived[len(arrived) // 2]
        assert basins.quick <= basins.median <= basins.slow
    else:
        assert math.isnan(basins.median)


def test_neighbours_and_nearest_minima_are_counted() -> None:
    race = swarm(Momentum(0.005, 0.9), starts=400, steps=200)
    targets, basins = targets_of(race.surface), timeline_of(race).scene.basins[0]
    starts = ways_of(race)[0]
    kind = basins.kind.reshape(20, 20).tolist()
    own = mixed = 0
    for number, place in enumerate(starts):
        j, i = divmod(number, 20)
        gaps = np.hypot(*(targets.places - place).T)
        own += kind[j][i] == int(gaps.argmin())
        others = [kind[b][a] for a, b in ((i + 1, j), (i, j + 1)) if a < 20 and b < 20]
        mixed += kind[j][i] >= 0 and any(k >= 0 and k != kind[j][i] for k in others)
    assert basins.arrived == 1
    assert basins.nearest == pytest.approx(own / 400)
    assert basins.mixed == pytest.approx(mixed / 400)
    assert 0.5 < basins.nearest < 0.7
    assert mixed > 50


def test_those_that_do_not_arrive_are_told_apart() -> None:
    race = swarm(RMSprop(0.1), starts=400, steps=200)
    targets, basins = targets_of(race.surface), timeline_of(race).scene.basins[0]
    ways = ways_of(race)
    gaps = np.hypot(*(ways[-1][:, None] - targets.places).T).min(axis=0)
    moves = np.hypot(*(ways[-1] - ways[-2]).T)
    left = basins.kind == MOVING
    close = left & (gaps <= CLOSE * targets.radius)
    assert basins.close == pytest.approx(close.mean())
    assert basins.still == pytest.approx((left & ~close & (moves < STILL * targets.radius)).mean())
    assert basins.pace == sorted(moves[close])[int(close.sum() * 0.5)]


# -- minima -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", SURFACES)
def test_every_surface_has_its_minima_apart(kind: str) -> None:
    surface = SURFACES[kind]()
    targets = targets_of(surface)
    x0, x1, y0, y1 = surface.domain
    assert targets.places[: len(surface.minima)].tolist() == [list(place) for place in surface.minima]
    assert 0 < targets.radius <= NEAR * math.hypot(x1 - x0, y1 - y0)
    assert float(f"{targets.radius:.0e}") == targets.radius
    assert targets.kinds <= NAMED + 1
    for i, a in enumerate(targets.places):
        assert all(math.dist(a, b) > 3 * targets.radius for b in targets.places[:i])


@pytest.mark.parametrize(
    ("kind", "count", "named"),
    [("himmelblau", 4, 4), ("six_hump_camel", 6, 6), ("rastrigin", 121, 1), ("saddle", 0, 0), ("plateau", 1, 1)],
)
def test_known_numbers_of_minima(kind: str, count: int, named: int) -> None:
    targets = targets_of(SURFACES[kind]())
    assert (len(targets.places), targets.named, targets.pooled) == (count, named, count > named)
    assert (np.diff(targets.values) > -1e-9).all()


def test_a_quadratic_is_known_beyond_its_picture() -> None:
    surface = FormulaSurface(text="(x - 30)^2 + y^2")
    basins = timeline_of(swarm(Adam(3.0), SGD(0.3), surface=surface)).scene.basins[1]
    assert basins.arrived == 1


@pytest.mark.parametrize(("x", "count"), [(99.0, 1), (1e4, 0), (1e9, 0)])
def test_a_minimum_far_outside_the_picture_is_none(x: float, count: int) -> None:
    targets = targets_of(FormulaSurface(text=f"(x - {x:.0f})^2 + y^2"))
    assert len(targets.places) == count


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(["himmelblau", "rastrigin", "rosenbrock", "six_hump_camel"]), st.integers(0, 2**32 - 1))
def test_within_whose_radius_is_what_distances_say(kind: str, seed: int) -> None:
    surface, rng = SURFACES[kind](), np.random.default_rng(seed)
    targets = targets_of(surface)
    close = targets.places[rng.integers(len(targets.places), size=200)]
    close = close + targets.radius * rng.uniform(-1.3, 1.3, (200, 2))
    far = rng.uniform(-9, 9, (50, 2))
    odd = np.array([(np.nan, 0), (0, np.inf), (-np.inf, np.nan), (1e300, -1e300), (1e9, 0)])
    x, y = places = np.concatenate([close, far, odd]).T
    with np.errstate(all="ignore"):
        codes = codes_of(targets, places)
        assert codes_of(targets, places[:, :250]).tolist() == codes[:250].tolist()
        gaps = np.hypot(x - targets.places[:, :1], y - targets.places[:, 1:])
    expected = np.where((gaps <= targets.radius).any(axis=0), np.nan_to_num(gaps, nan=1e9).argmin(axis=0), MOVING)
    sure = abs(gaps - targets.radius).min(axis=0) > 1e-9
    assert codes[:250][sure[:250]].tolist() == expected[:250][sure[:250]].tolist()
    assert codes[250:].tolist() == [AWAY_CODE] * 5


# -- what is said -----------------------------------------------------------------------------------------------------


def said(race: object) -> tuple[Verdict, ...]:
    timeline = timeline_of(race)  # type: ignore[arg-type]
    return timeline.frame().verdicts  # type: ignore[no-any-return]


def words_of(verdict: Verdict) -> str:
    return f"{verdict.title} {verdict.text}".format(**verdict.values())


def test_the_design_s_four_on_himmelblau() -> None:
    race = swarm(*FOUR, starts=10_000, steps=200)
    scene = timeline_of(race).scene
    sgd, momentum, rmsprop, adam = scene.basins
    assert [round(b.median) for b in (sgd, momentum, adam)] == pytest.approx([15, 73, 67], abs=1)
    assert [b.nearest for b in scene.basins] == pytest.approx([0.98, 0.61, 0.93, 0.92], abs=0.01)
    np.testing.assert_allclose(momentum.shares[-1], [0.233, 0.269, 0.257, 0.241, 0], atol=0.005)
    assert [b.arrived for b in (sgd, momentum, adam)] == [1, 1, 1]
    assert rmsprop.arrived < 0.8
    verdicts = said(race)
    assert [(type(v), v.subject) for v in verdicts] == [(Hovers, 2), (FliesPast, 1), (AllArrive, 0), (AllArrive, 3)]
    text = words_of(verdicts[1])
    assert percent(momentum.nearest) in text
    assert percent(sgd.nearest) in text
    assert "under SGD" not in text, "racers are called by their names"
    assert "under sgd" in text


def test_divergence_comes_first() -> None:
    race = swarm(Adam(0.3), SGD(0.02), starts=400, steps=200)
    first = said(race)[0]
    assert isinstance(first, SomeDiverge)
    assert first.subject == 1
    basins = timeline_of(race).scene.basins[1]
    assert percent(basins.diverged) in words_of(first)
    assert 0 < basins.diverged < 1


def test_slow_and_stuck_starts_are_counted() -> None:
    race = swarm(SGD(0.005), surface=SURFACES["plateau"](), starts=400, steps=200)
    (verdict,) = said(race)
    basins = timeline_of(race).scene.basins[0]
    assert isinstance(verdict, LateOrStill)
    assert percent(basins.still) in words_of(verdict)
    assert 0.3 < basins.still < 0.6


def test_of_starts_that_stand_still_nothing_is_said_where_there_are_none() -> None:
    race = swarm(SGD(0.005), surface=SURFACES["elliptic_bowl"](), starts=400, steps=30)
    (verdict,) = said(race)
    assert timeline_of(race).scene.basins[0].still == 0
    assert type(verdict) is Late
    assert "hardly move" not in words_of(verdict)


def test_without_a_minimum_there_is_nothing_to_arrive_at() -> None:
    verdicts = said(swarm(*FOUR, surface=SURFACES["saddle"]()))
    assert [type(v) for v in verdicts] == [NoMinimum]


def test_nearly_all_is_not_all() -> None:
    race = swarm(Adam(0.1), surface=SURFACES["rosenbrock"](), starts=400, steps=400)
    basins = timeline_of(race).scene.basins[0]
    (verdict,) = said(race)
    assert isinstance(verdict, AllArrive if basins.arrived == 1 else MostArrive | Late)
    nearly = Basins(**{name: getattr(basins, name) for name in Basins.__slots__} | {"kind": basins.kind.copy()})
    nearly.kind[:] = 0
    nearly.kind[5] = MOVING
    (verdict,) = judge([("it", 400, nearly)], targets_of(race.surface), AWAY)
    assert isinstance(verdict, MostArrive)
    assert "99.8\u00a0%" in words_of(verdict)


@pytest.mark.parametrize(
    ("share", "text"),
    [
        (0, "0.0\u00a0%"),
        (1e-5, "<0.1\u00a0%"),
        (0.0006, "0.1\u00a0%"),
        (0.61294, "61.3\u00a0%"),
        (0.99996, ">99.9\u00a0%"),
        (1, "100.0\u00a0%"),
    ],
)
def test_shares_are_told_without_rounding_to_none_or_all(share: float, text: str) -> None:
    assert percent(share) == text


def test_all_verdicts_are_ranked_and_can_be_worded() -> None:
    classes = {c for c in vars(race_swarm_verdicts).values() if isinstance(c, type) and issubclass(c, Verdict)}
    assert set(RANK) == classes - {Verdict, race_swarm_verdicts.SwarmVerdict}
    ranks = [RANK.index(type(v)) for v in said(swarm(*FOUR, starts=400, steps=200))]
    assert all(a <= b for a, b in pairwise(ranks))


def test_a_plan_is_run_once() -> None:
    plan = plans_of(swarm(SGD(0.0051)), 0)[0]
    assert basins_of(plan) is basins_of(plan)
