"""The map of a racer's settings: what is measured equals the rule's own runs, and what is exact equals theory."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np
import pytest

from engine.optimizers import OPTIMIZERS, SGD, AdaGrad, Adam, Lion, Momentum, Nesterov, Optimizer, RAdam
from engine.parameter import parameters
from engine.recipe import default_recipe
from engine.simulations.race import RACE_MODES, Racer, RaceSettings
from engine.simulations.race_map import (
    MapScene,
    MapState,
    chapter_setting,
    map_scene,
    place_of,
    racer_of,
    with_rule,
)
from engine.simulations.race_map_axes import MapAxis, axes_of, axis_names, dragged, mappable
from engine.simulations.race_map_batch import settled, stacked, takes_arrays
from engine.simulations.race_map_judgement import judge
from engine.simulations.race_map_rates import (
    STEPS,
    arrival,
    arrivals_of,
    best_place,
    distances,
    neutral,
    quantity_of,
    rate_map,
    rates_of,
    squared_distance,
)
from engine.surfaces import SURFACES, EllipticBowl
from engine.surfaces.known import Booth, Himmelblau, Rosenbrock, Saddle

Map = RACE_MODES["map"]
BOWL = EllipticBowl()
START = BOWL.start
ALL_FIELDS = [(kind, name) for kind, rule in OPTIMIZERS.items() for name in mappable(rule())]


def on_map(rule: Optimizer, **changes: object) -> RaceSettings:
    """The chapter's race as a map, its racer with another rule."""
    settings = replace(RaceSettings(), mode=Map(), **changes)  # type: ignore[arg-type]
    return with_rule(settings, rule)


def followed(rule: Optimizer, surface: object, start: tuple[float, float], steps: int) -> np.ndarray:
    """The squared distances along one run, by the rule's own update and nothing else."""
    at = np.array(start)
    state, measured = rule.init(at), squared_distance(surface)  # type: ignore[arg-type]
    rows = []
    with np.errstate(all="ignore"):
        for _ in range(steps + 1):
            gradient = surface.gradient(at[0], at[1])  # type: ignore[attr-defined]
            rows.append(float(measured(at, gradient)))
            delta, state = rule.update(gradient, state, at)
            at = at + delta
    return np.array(rows)


# -- many settings at once --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("kind", "name"), ALL_FIELDS)
def test_a_stacked_rule_moves_as_the_rule_itself(kind: str, name: str) -> None:
    rule = OPTIMIZERS[kind](learning_rate=0.05)
    declared = parameters(type(rule))[name]
    numbers = [declared.value(share) for share in (0.3, 0.45, 0.6, 0.7)]
    if not takes_arrays(type(rule), name):
        many = np.concatenate([distances(BOWL, START, settled(rule, {name: v}), {}, 40) for v in numbers], axis=1)
    else:
        many = distances(BOWL, START, rule, {name: np.array(numbers)}, 40)
    for column, number in enumerate(numbers):
        own = followed(settled(rule, {name: number}), BOWL, START, 40)
        np.testing.assert_allclose(many[:, column], own, rtol=1e-9, atol=1e-24)


@pytest.mark.parametrize("kind", list(OPTIMIZERS))
def test_the_usual_axes_of_every_rule_take_arrays(kind: str) -> None:
    x, y = axis_names(OPTIMIZERS[kind](), "", "")
    assert takes_arrays(OPTIMIZERS[kind], x)
    assert not y or takes_arrays(OPTIMIZERS[kind], y)


def test_a_field_that_must_be_a_single_number_is_found_out() -> None:
    assert not takes_arrays(RAdam, "beta2")
    assert takes_arrays(RAdam, "beta1")


def test_a_stacked_rule_is_of_its_class_and_unchecked() -> None:
    rule = stacked(Momentum(learning_rate=0.1), {"momentum": np.array([0.5, 7.0])})
    assert isinstance(rule, Momentum)
    assert rule.learning_rate == 0.1
    np.testing.assert_array_equal(rule.momentum, [0.5, 7.0])


def test_settled_keeps_within_the_limits() -> None:
    assert settled(Momentum(), {"momentum": 1.0, "learning_rate": 0.0}) == Momentum(learning_rate=1e-5, momentum=0.9999)


def test_a_map_over_a_single_number_field_equals_single_runs() -> None:
    x, y = axes_of(BOWL, RAdam(), "learning_rate", "beta2")
    assert y is not None
    small, low = replace(x, count=3), replace(y, count=2)
    found = rate_map(BOWL, START, neutral(RAdam(), small, low), small, low, 1e-6)
    for row, beta2 in enumerate(low.values):
        for column, rate in enumerate(small.values):
            own = followed(RAdam(learning_rate=rate, beta2=beta2), BOWL, START, STEPS)
            assert found.rates[row, column] == pytest.approx(float(rates_of(own[:, None])[0][0]), rel=1e-9)


# -- rates ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("rate", [0.02, 0.3, 0.8, 0.99, 0.9999])
def test_a_geometric_run_has_its_rate(rate: float) -> None:
    rates, away = rates_of(49.0 * rate ** (2.0 * np.arange(STEPS + 1))[:, None])
    assert rates[0] == pytest.approx(rate, rel=1e-9)
    assert not away[0]


@pytest.mark.parametrize("turn", [0.05, 0.3, 1.0, 2.0, 3.0])
def test_a_swinging_run_has_the_rate_of_its_envelope(turn: float) -> None:
    steps = np.arange(STEPS + 1)
    rates, _ = rates_of((0.9**steps * np.cos(turn * steps + 0.2))[:, None] ** 2)
    assert rates[0] == pytest.approx(0.9, abs=0.004)


def test_growth_overflow_and_no_motion_are_told_apart() -> None:
    steps = np.arange(STEPS + 1.0)
    with np.errstate(over="ignore"):
        runs = [1.01**steps, 1e3**steps, np.ones_like(steps), np.zeros_like(steps), 0.5**steps]
        history = np.stack(runs, axis=-1) ** 2
    history[np.isinf(history)] = np.nan
    rates, away = rates_of(history)
    assert rates[0] == pytest.approx(1.01)
    assert rates[1] > 100
    assert rates[2] == pytest.approx(1.0)
    assert rates[3] == 0.0
    assert away.tolist() == [True, True, False, False, False]


def test_arrival_is_when_the_goal_is_kept() -> None:
    left = np.array([1.0, 0.01, 0.5, 0.05, 0.05, 0.01])
    assert arrivals_of(left[:, None] ** 2, 0.1).tolist() == [3.0]
    assert arrivals_of(left[:, None] ** 2, 0.001).tolist() == [math.inf]
    assert arrivals_of(left[:, None] ** 2, 1.0).tolist() == [0.0]


@pytest.mark.parametrize("rule", [SGD(learning_rate=0.05), Momentum(learning_rate=0.1), AdaGrad(learning_rate=1.0)])
def test_arrival_of_one_run(rule: Optimizer) -> None:
    left = np.sqrt(followed(rule, BOWL, START, 600) / followed(rule, BOWL, START, 0))
    outside = np.flatnonzero(left > 1e-6)
    assert arrival(BOWL, START, rule, 1e-6) == outside[-1] + 1


def test_who_never_arrives() -> None:
    assert arrival(BOWL, START, SGD(learning_rate=0.1), 1e-6) == math.inf
    assert arrival(BOWL, START, SGD(learning_rate=5.0), 1e-6) == math.inf


# -- what is measured -------------------------------------------------------------------------------------------------


def test_distance_is_from_the_nearest_minimum() -> None:
    surface = Himmelblau()
    at = np.array([[3.0, -2.8], [2.1, 3.0]])
    found = np.sqrt(squared_distance(surface)(at, np.zeros((2, 2))))
    expected = [min(math.dist(place, minimum) for minimum in surface.minima) for place in at.T]
    np.testing.assert_allclose(found, expected)
    assert quantity_of(surface) == "distance"


def test_without_a_minimum_the_gradient_is_measured() -> None:
    surface = Saddle()
    gradients = surface.gradient(np.array([1.0]), np.array([2.0]))
    assert quantity_of(surface) == "gradient"
    assert squared_distance(surface)(np.zeros((2, 1)), gradients) == pytest.approx(np.sum(gradients**2))


# -- axes -------------------------------------------------------------------------------------------------------------


def test_the_usual_axes() -> None:
    assert axis_names(Momentum(), "", "") == ("learning_rate", "momentum")
    assert axis_names(Adam(), "", "") == ("learning_rate", "beta1")
    assert axis_names(AdaGrad(), "", "") == ("learning_rate", "epsilon")
    assert axis_names(SGD(), "", "") == ("learning_rate", "")
    assert axis_names(Adam(), "beta2", "epsilon") == ("beta2", "epsilon")
    assert axis_names(Adam(), "", "learning_rate") == ("beta1", "learning_rate")
    assert axis_names(Adam(), "colour", "beta1") == ("learning_rate", "beta1")


def test_axes_on_a_quadratic_reach_a_little_beyond_the_limit() -> None:
    for rule, limit in ((SGD(), 0.1), (Momentum(), 0.2), (Nesterov(), 0.1)):
        x, _ = axes_of(BOWL, rule, "", "")
        assert x.scale == "linear"
        assert x.low == 0
        assert limit < x.high < 1.2 * limit


@pytest.mark.parametrize("scale", ["linear", "log", "complement"])
def test_places_and_values_are_inverse(scale: str) -> None:
    axis = MapAxis("a", "", "", 0.001, 0.9, scale, 7)  # type: ignore[arg-type]
    for place in np.linspace(0, 1, 11):
        assert axis.place(axis.value(place)) == pytest.approx(place)
    places = [axis.place(value) for value in axis.values]
    np.testing.assert_allclose(places, (np.arange(7) + 0.5) / 7, atol=1e-3)
    assert axis.low <= dragged(axis, -0.5) <= axis.high


# -- the scene --------------------------------------------------------------------------------------------------------


def test_moving_the_cross_takes_the_map_made_before() -> None:
    first = map_scene(on_map(Momentum(learning_rate=0.1)))
    second = map_scene(on_map(Momentum(learning_rate=0.02, momentum=0.3)))
    assert first.rates is second.rates
    assert first.cross != second.cross
    other = map_scene(on_map(Momentum(learning_rate=0.1), start=(-1.0, 1.0)))
    assert other.rates is not first.rates


def test_on_the_bowl_the_measured_map_is_the_exact_one() -> None:
    scene = map_scene(on_map(Momentum(learning_rate=0.1)))
    assert scene.exact
    assert scene.exact_rates is not None
    exact = scene.exact_rates[1::2, 1::2]
    assert exact.shape == scene.rates.rates.shape
    clear = np.abs(exact - 1) > 4e-3  # what grows by less is not seen to grow in the steps of the map
    np.testing.assert_array_equal(scene.rates.diverged[clear], (exact > 1)[clear])
    off = np.abs(scene.rates.rates - exact)[exact < 1]
    assert off.max() < 0.03  # where the two solutions meet, the distance is t ρᵗ, which takes longer to tell
    assert np.quantile(off, 0.9) < 0.003


def test_the_chapter_s_momentum() -> None:
    scene = map_scene(on_map(Momentum(learning_rate=0.1, momentum=0.9)))
    cross = scene.cross
    assert cross.rate == pytest.approx(math.sqrt(0.9))
    assert cross.predicted == pytest.approx(262.25, abs=0.01)
    assert cross.measured == 261
    assert scene.best.rule == Momentum(learning_rate=0.115443, momentum=0.269874)
    assert [setting.name for setting in scene.settings][1:] == ["best", "best without β", "SGD, same η"]


@pytest.mark.parametrize("surface", [EllipticBowl(), Booth()])
@pytest.mark.parametrize("kind", ["sgd", "momentum", "nesterov"])
def test_no_setting_of_the_map_beats_the_best(surface: EllipticBowl | Booth, kind: str) -> None:
    scene = map_scene(on_map(OPTIMIZERS[kind](), surface=surface, start=surface.start))
    assert scene.exact_rates is not None
    assert scene.best.rate <= scene.exact_rates.min() + 0.01


@pytest.mark.parametrize("kind", list(OPTIMIZERS))
def test_every_rule_has_a_map_on_any_surface(kind: str) -> None:
    for key in ("rosenbrock", "saddle"):
        surface = SURFACES[key]()
        scene = map_scene(on_map(OPTIMIZERS[kind](), surface=surface, start=surface.start))
        assert not np.isnan(scene.rates.rates).any()
        assert (scene.rates.rates >= 0).all()
        assert (scene.rates.rates[scene.rates.diverged] >= 1).all()
        if scene.rates.y is not None and np.isfinite(scene.rates.arrivals).any():
            assert scene.best.nearest <= 1


def test_the_best_of_a_measured_map_is_one_of_its_cells() -> None:
    surface = Himmelblau()
    scene = map_scene(on_map(Adam(), surface=surface, start=surface.start))
    x, y = scene.rates.x, scene.rates.y
    row, column = best_place(surface, surface.start, neutral(scene.cross.rule, x, y), x, y, 1e-6)
    assert scene.best.rate == pytest.approx(scene.rates.rates[row, column])
    assert scene.best.measured == scene.rates.arrivals[row, column]
    assert scene.best.measured < 30


def test_the_best_stays_where_it_arrived() -> None:
    # Adam with a large η arrives on the bowl within the steps of the map, and leaves again when its v has died down.
    scene = map_scene(on_map(Adam(learning_rate=0.1)))
    left = np.sqrt(followed(scene.best.rule, BOWL, START, 800) / followed(scene.best.rule, BOWL, START, 0))
    assert (left[int(scene.best.measured) :] <= 1e-6).all()
    assert scene.best.measured < scene.cross.measured


def test_a_start_at_the_minimum_has_arrived() -> None:
    scene = map_scene(on_map(Momentum(), start=(0.0, 0.0)))
    assert scene.cross.measured == 0
    assert scene.cross.late == 0


def test_a_racer_that_is_gone_leaves_the_map_to_the_last() -> None:
    settings = replace(RaceSettings(), mode=Map(racer=11))
    assert place_of(settings) == 4
    assert racer_of(settings).name == "Adam"


def test_chapter_settings() -> None:
    assert chapter_setting(Momentum(learning_rate=3.0, momentum=0.1)) == Momentum(learning_rate=0.1)
    assert chapter_setting(Lion()) is None


@pytest.mark.parametrize("kind", ["momentum", "adam"])
@pytest.mark.parametrize("text", ["e^(x^2)", "log(x)", "1/x", "x^2", "abs(x) + abs(y)", "3"])
def test_a_start_where_nothing_is_finite_or_nothing_curves(kind: str, text: str) -> None:
    surface = SURFACES["formula"](text=text)
    for start in ((-100.0, 100.0), (0.0, 0.0)):
        scene = map_scene(on_map(OPTIMIZERS[kind](), surface=surface, start=start))
        assert not np.isnan(scene.rates.rates).any()
        assert not math.isnan(scene.cross.rate)
        assert judge(scene, "Racer")


# -- the run at the cross ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", ["momentum", "adam", "lion"])
def test_the_run_is_the_rule_s_own(kind: str) -> None:
    rule = OPTIMIZERS[kind](learning_rate=0.1)
    timeline = default_recipe("race").changed(settings=on_map(rule, steps=50)).timeline()
    timeline.seek(50)
    own = followed(rule, BOWL, START, 50)
    np.testing.assert_allclose(timeline.record[:, 2], np.sqrt(own / own[0]), rtol=1e-12)
    frame = timeline.frame()
    assert frame.position == tuple(timeline.record[50, :2])
    assert isinstance(timeline.scene, MapScene)


def test_a_run_that_overflows_stays_lost() -> None:
    rule = SGD(learning_rate=10.0)
    settings = on_map(rule, surface=Rosenbrock(), start=Rosenbrock.start, steps=40)
    timeline = default_recipe("race").changed(settings=settings).timeline()
    timeline.seek(40)
    assert np.isnan(timeline.record[-1, :2]).all()
    assert isinstance(timeline._state, MapState)


def test_schedules_are_left_out_and_that_is_known() -> None:
    settings = on_map(Momentum(learning_rate=0.1))
    assert map_scene(settings).steady
    kinds = parameters(Racer)["schedule"].registry
    assert kinds is not None
    other = next(kind for key, kind in kinds.items() if key != "constant")
    racers = list(settings.racers)
    racers[1] = replace(racers[1], schedule=other())
    changed = map_scene(replace(settings, racers=tuple(racers)))
    assert not changed.steady
    assert changed.cross == map_scene(settings).cross
