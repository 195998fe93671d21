"""The comparison of schedules: its settings, its scene, and what a frame shows, beside the numbers they come from."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from engine.optimizers import OPTIMIZERS, SGD, Adam, Momentum, Nesterov, Optimizer
from engine.parameter import SettingsError, parameters, replace_at
from engine.recipe import Recipe, default_recipe
from engine.registries import REGISTRIES
from engine.schedules import (
    Constant,
    Cosine,
    CosineRestarts,
    Exponential,
    OneCycle,
    ReduceOnPlateau,
    Schedule,
    Step,
    Warmup,
    WarmupCosine,
)
from engine.simulations import SIMULATIONS
from engine.simulations.schedules import (
    PROBLEMS,
    RangeTest,
    ScheduleEntry,
    SchedulesSettings,
    stretched,
)
from engine.simulations.schedules_compare import order_of, step_numbers
from engine.simulations.schedules_problems import SmallNetwork, SurfaceProblem
from engine.simulations.schedules_record import ACCURACY, LOSS, OWN_RATE, RATE, WIDTH, X, Y, rows_of, with_twins
from engine.simulations.schedules_scene import PATIENCE, course_of, price, rounded, scene_of
from engine.simulations.schedules_theory import floors, variances
from engine.timeline import Event, Timeline
from engine.work import Interrupted, while_wanted

USUAL = SchedulesSettings()
TAB = SIMULATIONS["schedules"]
SMALL = replace(USUAL, runs=6, steps=50)


def entries(*schedules: Schedule) -> tuple[ScheduleEntry, ...]:
    return tuple(ScheduleEntry(schedule, colour) for colour, schedule in enumerate(schedules))


def timeline(settings: SchedulesSettings, step: int, seed: int = 0, events: tuple[Event, ...] = ()) -> Timeline:
    made = Timeline(TAB.simulation, settings, seed, events)
    made.seek(step)
    return made


# -- settings ---------------------------------------------------------------------------------------------------------


def test_the_usual_comparison_is_that_of_the_picture() -> None:
    assert [entry.schedule.kind for entry in USUAL.schedules] == [
        "constant", "step", "exponential", "cosine", "warmup_cosine", "one_cycle",
    ]  # fmt: skip
    assert [entry.colour for entry in USUAL.schedules] == [0, 1, 2, 3, 4, 5]
    assert (USUAL.optimizer, USUAL.noise, USUAL.steps, USUAL.runs) == (SGD(0.08), 1.0, 400, 64)
    lengths = {getattr(entry.schedule, "total_steps", USUAL.steps) for entry in USUAL.schedules}
    assert lengths == {400}, "schedules are as long as the run"


def test_fields_without_effect_are_left_out() -> None:
    assert USUAL.unused() == frozenset()
    assert replace(USUAL, problem=PROBLEMS["spirals"]()).unused() == {"noise"}
    assert replace(USUAL, mode=RangeTest()).unused() == {"schedules"}
    assert {"optimizer", "problem", "mode"}.isdisjoint(replace(USUAL, mode=RangeTest()).unused())


@pytest.mark.parametrize("kind", PROBLEMS)
@pytest.mark.parametrize("rule", OPTIMIZERS)
def test_a_problem_brings_what_it_can_be_seen_well_with(kind: str, rule: str) -> None:
    problem = PROBLEMS[kind]()
    moved = replace(USUAL, problem=problem, optimizer=OPTIMIZERS[rule]()).following("problem.kind")
    assert (moved.steps, moved.runs, moved.noise) == (problem.usual_steps, problem.usual_runs, problem.usual_noise)
    assert moved.optimizer.learning_rate == problem.usual_rates[rule]  # type: ignore[attr-defined]
    assert moved.following("noise") == moved
    assert replace(moved, optimizer=SGD()).following("optimizer.kind").optimizer == SGD(problem.usual_rates["sgd"])
    assert all(getattr(e.schedule, "total_steps", moved.steps) == moved.steps for e in moved.schedules)
    assert problem.notes() == (problem.idea,)


@pytest.mark.parametrize("kind", PROBLEMS)
def test_the_usual_rates_do_not_overflow_and_schedules_make_a_difference(kind: str) -> None:
    for rule in ("sgd", "momentum", "adam"):
        moved = replace(USUAL, problem=PROBLEMS[kind](), optimizer=OPTIMIZERS[rule]()).following("problem")
        chosen = replace(moved, runs=4, steps=min(moved.steps, 300))
        losses = rows_of(timeline(chosen, chosen.steps).record, 6)[-1, :, LOSS]
        assert np.isfinite(losses).all()
        assert losses.max() > 1.02 * losses.min()


def test_schedules_are_stretched_with_the_run() -> None:
    assert stretched(Step(100, 0.3), 5.0) == Step(500, 0.3)
    assert stretched(WarmupCosine(40, 400, 0.1), 0.5) == WarmupCosine(20, 200, 0.1)
    assert stretched(Warmup(10, CosineRestarts(30, 2)), 3.0) == Warmup(30, CosineRestarts(90, 2))
    assert stretched(Constant(), 7.0) == Constant()
    assert stretched(ReduceOnPlateau(patience=900), 5.0) == ReduceOnPlateau(patience=1000), "the limit"
    there = stretched(Exponential(0.96), 5.0)
    assert isinstance(there, Exponential)
    assert there.gamma**2000 == pytest.approx(0.96**400, rel=0.1), "two figures of 1 − γ"


def test_eight_at_most() -> None:
    with pytest.raises(SettingsError):
        replace(USUAL, schedules=entries(*[Constant()] * 9))
    with pytest.raises(SettingsError):
        replace(USUAL, schedules=())


def test_sparks_are_the_factors_along_the_run() -> None:
    constant, cosine, plateau = replace(USUAL, schedules=entries(Constant(), Cosine(400), ReduceOnPlateau())).sparks(
        "schedules"
    )
    assert set(constant) == {1.0}
    assert (cosine[0], cosine[-1]) == (1.0, 0.0)
    assert plateau == ()
    assert USUAL.sparks("problem") == ()


def test_recipes_come_back() -> None:
    recipe = default_recipe("schedules")
    assert recipe.settings == USUAL
    assert Recipe.from_json(recipe.to_json()) == recipe
    assert "schedules" in REGISTRIES


# -- scene ------------------------------------------------------------------------------------------------------------


def test_the_scene_of_the_picture() -> None:
    scene = scene_of(USUAL, 0)
    assert (scene.limit, scene.limit_formula, scene.curvature) == (0.1, "2/λ", 20.0)
    assert scene.floor == pytest.approx(0.12174, abs=1e-5)
    assert scene.names[3] == "Cosine"
    assert scene.lines[3].text == "torch.optim.lr_scheduler.CosineAnnealingLR(opt, T_max=400)"
    assert scene.network is None
    surface = scene.surface
    assert surface is not None
    assert (surface.reach, surface.minimum) == (0.4, (0.0, 0.0))
    assert surface.values[0, -1] == pytest.approx(surface.x[-1] ** 2 + 10 * surface.y[0] ** 2)
    assert (np.diff(surface.levels) > 0).all()


def test_floors_and_bands_follow_each_steps_eta() -> None:
    chosen = replace(USUAL, schedules=entries(Cosine(400), ReduceOnPlateau()))
    scene = scene_of(chosen, 0)
    rates = np.array([0.08 * Cosine(400)(step) for step in range(401)])
    np.testing.assert_allclose(scene.floors[0], floors(chosen, rates))
    np.testing.assert_allclose(scene.bands[0] ** 2, variances(chosen, rates))
    assert scene.bands.shape == (2, 401, 2)
    assert np.isnan(scene.floors[1]).all(), "its η follows the loss"


def test_where_there_is_no_theory_there_are_no_lines() -> None:
    scene = scene_of(replace(SMALL, optimizer=Adam(0.1)), 0)
    assert (scene.limit, scene.limit_formula, scene.floor) == (None, "", None)
    assert np.isnan(scene.floors).all()
    assert scene.surface is not None
    assert scene_of(replace(SMALL, optimizer=SGD(0.2)), 0).floor is None, "beyond the limit"


def test_the_scene_of_a_network() -> None:
    scene = scene_of(replace(SMALL, problem=SmallNetwork(4, 4)), 0)
    assert (scene.surface, scene.course, scene.floor) == (None, None, None)
    view = scene.network
    assert view is not None
    assert (view.points.shape, view.labels.shape) == ((128, 2), (128,))
    assert set(view.labels) == {0.0, 1.0}
    assert np.abs(view.points).max() < view.x[-1]


def test_the_course_is_the_run() -> None:
    made = timeline(SMALL, 50, seed=3)
    np.testing.assert_array_equal(made.scene.course, rows_of(made.record, 6))


def test_what_takes_long_is_not_solved_beforehand() -> None:
    long = replace(USUAL, steps=10_000, runs=256)
    assert price(long) > PATIENCE > price(USUAL)
    assert course_of(long, 0) is None
    made = timeline(long, 3)
    assert made.scene.course is None
    assert made.scene.surface is not None
    assert made.frame().ending is None


def test_solving_beforehand_ends_when_nobody_waits() -> None:
    with while_wanted(lambda: False), pytest.raises(Interrupted):
        scene_of(replace(SMALL, noise=0.35), 99)


@pytest.mark.parametrize("rule", [Momentum(0.01), Nesterov(0.01)])
def test_notes_beside_pytorchs_line(rule: Optimizer) -> None:
    chosen = replace(
        SMALL,
        optimizer=rule,
        schedules=entries(Constant(), Cosine(50), Warmup(5, ReduceOnPlateau()), ReduceOnPlateau(), OneCycle(30)),
    )
    constant, cosine, warm, plateau, cycle = scene_of(chosen, 0).lines
    assert constant.notes == ()
    assert "velocity" in cosine.notes[0]
    assert "warmup.step()" in warm.notes[0].format(**warm.values)
    assert (warm.values["count"], warm.values["first"]) == (4, 5)
    assert "scheduler.step(loss)" in plateau.notes[0]
    assert "30" in cycle.notes[0].format(**cycle.values)
    assert [line.notes for line in scene_of(replace(SMALL, optimizer=Adam()), 0).lines] == [()] * 6, (
        "50 of 400 steps are within what PyTorch's has"
    )


@pytest.mark.parametrize(("value", "above"), [(0.37, 0.4), (1.0, 1.0), (1.2, 1.5), (0.0091, 0.01), (8.4, 10.0)])
def test_rounded(value: float, above: float) -> None:
    assert rounded(value) == above


# -- frames -----------------------------------------------------------------------------------------------------------


def test_a_frame_is_the_record_and_the_state() -> None:
    made = timeline(SMALL, 20)
    frame, rows = made.frame(), rows_of(made.record, 6)
    np.testing.assert_array_equal(frame.losses, rows[20, :, LOSS])
    np.testing.assert_array_equal(frame.rates, rows[20, :, RATE])
    assert frame.positions.shape == (6, 6, 2)
    np.testing.assert_array_equal(frame.positions[:, 0], rows[20][:, [X, Y]])
    assert list(frame.order) == sorted(range(6), key=lambda i: rows[20, i, LOSS])
    assert frame.answers is None
    assert np.isnan(frame.accuracies).all()


def test_the_ending_is_foreseen_and_comes_true() -> None:
    made = timeline(SMALL, 10)
    frame = made.frame()
    assert frame.foreseen
    made.seek(50)
    np.testing.assert_array_equal(frame.ending.losses, made.frame().losses)
    assert made.frame().ending == frame.ending
    assert frame.ending.order == made.frame().order
    assert frame.ending.step == 50


def test_a_change_on_the_way_is_not_foreseen() -> None:
    event = Event(20, {"optimizer.learning_rate": 0.01})
    made = timeline(SMALL, 10, events=(event,))
    assert made.frame().foreseen, "so far it is that run"
    made.seek(30)
    frame = made.frame()
    assert not frame.foreseen
    assert frame.ending is None
    made.seek(50)
    rows = rows_of(made.record, 6)
    assert made.frame().ending.losses == tuple(rows[-1, :, LOSS])
    np.testing.assert_allclose(rows[30, 0, RATE], 0.01)


def test_a_change_that_the_record_does_not_show_is_not_foreseen_at_the_very_step() -> None:
    chosen = replace(SMALL, optimizer=Momentum(0.01))
    made = timeline(chosen, 20, events=(Event(20, {"optimizer.momentum": 0.5}),))
    assert not made.frame().foreseen
    assert timeline(chosen, 20).frame().foreseen


def test_order_puts_what_is_not_finite_last() -> None:
    assert order_of(np.array([np.nan, 2.0, np.inf, 1.0, 2.0])) == (3, 1, 4, 0, 2)


@pytest.mark.parametrize("kind", OPTIMIZERS)
def test_the_numbers_of_a_step_lead_to_the_next(kind: str) -> None:
    chosen = replace(SMALL, optimizer=OPTIMIZERS[kind]())
    made = timeline(chosen, 30)
    rows = rows_of(made.record, 6)
    made.seek(17)
    for index in range(6):
        numbers = made.frame().numbers(index)
        here, after = rows[17, index, [X, Y]], rows[18, index, [X, Y]]
        np.testing.assert_allclose(here + numbers.move, after, rtol=1e-12, atol=1e-15)
        np.testing.assert_allclose(numbers.stages[-1].value, after, rtol=1e-12, atol=1e-15)
        np.testing.assert_allclose(numbers.gradient, [2 * here[0], 20 * here[1]])
        assert numbers.rate == pytest.approx(rows[17, index, OWN_RATE], rel=1e-14)
        assert numbers.factor == pytest.approx(numbers.rate / chosen.optimizer.learning_rate)  # type: ignore[attr-defined]
        assert r"\xi" in numbers.stages[0].formula
        assert "+" in numbers.stages[0].numbers
    assert made.frame().numbers(3).factor_numbers == "½(1 + cos(0.0425·π))"


def test_without_noise_the_gradient_stands_alone() -> None:
    frame = timeline(replace(SMALL, noise=0.0), 5).frame()
    numbers = frame.numbers(0)
    assert not numbers.noise.any()
    assert r"\xi" not in numbers.stages[0].formula
    assert numbers.rate_numbers == "0.08 · 1"
    assert step_numbers(frame.settings, frame.state, 1).formula == Step.formula


def test_a_frame_of_networks() -> None:
    made = timeline(replace(SMALL, problem=SmallNetwork(5, 6), schedules=entries(Constant(), Cosine(50))), 8)
    frame = made.frame()
    assert frame.positions is None
    assert frame.answers.shape == (2, 32, 32)
    assert ((frame.answers >= 0) & (frame.answers <= 1)).all()
    np.testing.assert_array_equal(frame.accuracies, rows_of(made.record, 2)[8, :, ACCURACY])
    numbers = frame.numbers(1)
    assert numbers.gradient.shape == numbers.move.shape == numbers.noise.shape == (frame.state.params.shape[-1],)
    from engine.simulations.schedules_network import answers

    view = made.scene.network
    corner = answers(5, frame.state.params[1, 0], np.array([[view.x[-1], view.y[0]]]))
    assert frame.answers[1, 0, -1] == pytest.approx(corner[0])


def test_twins_stand_behind_the_schedules() -> None:
    schedules, twins = with_twins(USUAL)
    assert (len(schedules), twins) == (6, {4: 3}), "cosine stands in the list"
    alone = replace(USUAL, schedules=entries(WarmupCosine(40, 400, 0.2), Warmup(7, Step()), Warmup(1, Step())))
    schedules, twins = with_twins(alone)
    assert schedules[3:] == (Cosine(400, 0.2), Step())
    assert twins == {0: 3, 1: 4}
    made = timeline(replace(alone, steps=20, runs=2), 20)
    assert made.record.shape == (21, 5 * WIDTH)
    assert rows_of(made.record, 3).shape == (21, 3, WIDTH)
    assert made.frame().losses.shape == (3,)
    assert made.scene.course.shape == (21, 3, WIDTH)


def test_surface_problems_say_what_they_are() -> None:
    assert {kind for kind, cls in PROBLEMS.items() if issubclass(cls, SurfaceProblem)} == {"bowl", "rosenbrock"}
    assert set(parameters(PROBLEMS["bowl"])) == set()
    assert replace_at(USUAL, "problem.kind", "spirals").problem == SmallNetwork()
