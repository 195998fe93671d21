"""Runs side by side under schedules: each is what it would be alone, with the same noise under every schedule."""

from __future__ import annotations

import warnings
from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.datasets import Spirals
from engine.network import Network, generator
from engine.network.losses import BinaryCrossEntropy
from engine.optimizers import OPTIMIZERS, SGD, Adam, Momentum, Optimizer
from engine.schedules import SCHEDULES, Cosine, OneCycle, ReduceOnPlateau, Schedule, Step, Warmup, WarmupCosine
from engine.simulations import SIMULATIONS, Tab
from engine.simulations import schedules_network as network
from engine.simulations import schedules_record as record
from engine.simulations import schedules_runs as runs
from engine.simulations import schedules_tasks as tasks
from engine.simulations.schedules import PROBLEMS, Compare, RangeTest, ScheduleEntry, SchedulesMode, SchedulesSettings
from engine.simulations.schedules_compare import CompareSimulation
from engine.simulations.schedules_problems import NoisyBowl, NoisyRosenbrock, SmallNetwork
from engine.simulations.schedules_range import RangeTestSimulation
from engine.simulations.schedules_tasks import BLOCK, SurfaceTask, draws, task_of
from engine.timeline import Timeline
from engine.work import Interrupted, while_wanted
from tests.engine.samples import settings_of

Array = Any
TAB: Tab = SIMULATIONS["schedules"]
SMALL = SchedulesSettings(steps=60, runs=5)


def entries(*schedules: Schedule) -> tuple[ScheduleEntry, ...]:
    return tuple(ScheduleEntry(schedule, colour) for colour, schedule in enumerate(schedules))


def solved(chosen: SchedulesSettings, seed: int = 0) -> Timeline:
    timeline = Timeline(TAB.simulation, chosen, seed)
    timeline.seek(chosen.steps)
    return timeline


# -- one by one -------------------------------------------------------------------------------------------------------


def alone(chosen: SchedulesSettings, schedule: Schedule, run: int, seed: int) -> tuple[Array, Array]:
    """Places and losses of one run on a surface, with the plain interfaces of rules, schedules and surfaces."""
    surface, rule = chosen.problem.surface, chosen.optimizer  # type: ignore[attr-defined]
    place = np.array(surface.start)
    memory, plan = rule.init(place), schedule.init()
    places, losses = [place], [float(surface.value(*place))]
    for step in range(chosen.steps):
        noise = chosen.noise * draws(seed, step // BLOCK, chosen.runs)[step % BLOCK, run]
        factor, plan = schedule.update(step, losses[-1], plan)
        move, memory = rule.update(surface.gradient(*place) + noise, memory, place, factor)
        place = place + move
        places.append(place)
        losses.append(float(surface.value(*place)))
    return np.array(places), np.array(losses)


EVERY = entries(
    *(SCHEDULES[kind]() for kind in ("step", "one_cycle", "reduce_on_plateau")),
    *(Warmup(7, Cosine(40)), Warmup(5, ReduceOnPlateau(patience=1)), WarmupCosine(9, 60)),
)


@pytest.mark.parametrize("kind", OPTIMIZERS)
def test_every_rule_moves_each_run_as_it_would_move_alone(kind: str) -> None:
    chosen = replace(SMALL, optimizer=OPTIMIZERS[kind](), problem=NoisyBowl(), schedules=EVERY, noise=0.7)
    rows = record.rows_of(solved(chosen, 3).record, len(EVERY))
    for index, entry in enumerate(EVERY):
        singles = [alone(chosen, entry.schedule, run, 3) for run in range(chosen.runs)]
        places, losses = (np.array([single[part] for single in singles]) for part in (0, 1))
        got = rows[:, index]
        np.testing.assert_allclose(got[:, [record.X, record.Y]], places[0], rtol=1e-12)
        np.testing.assert_allclose(got[:, record.OWN_LOSS], losses[0], rtol=1e-11)
        np.testing.assert_allclose(got[:, record.LOSS], losses.mean(axis=0), rtol=1e-11)
        np.testing.assert_allclose(got[:, [record.MEAN_X, record.MEAN_Y]], places.mean(axis=0), rtol=1e-9, atol=1e-12)
        spread = places.std(axis=0)
        np.testing.assert_allclose(got[:, [record.SPREAD_X, record.SPREAD_Y]], spread, rtol=1e-9, atol=1e-12)
        error = losses.std(axis=0, ddof=1) / np.sqrt(chosen.runs)
        np.testing.assert_allclose(got[:, record.ERROR], error, rtol=1e-9, atol=1e-12)


def test_the_record_holds_the_rates_of_the_updates_to_come() -> None:
    chosen = replace(SMALL, schedules=entries(Step(10, 0.5), ReduceOnPlateau(patience=0)))
    rows = record.rows_of(solved(chosen).record, 2)
    step = Step(10, 0.5)
    np.testing.assert_allclose(rows[:, 0, record.RATE], [0.08 * step(k) for k in range(61)], rtol=1e-14)
    plateau = rows[:, 1]
    assert (plateau[1:, record.OWN_RATE] <= plateau[:-1, record.OWN_RATE]).all()
    assert (plateau[:, record.RATE] != plateau[:, record.OWN_RATE]).any(), "every run follows its own loss"


# -- noise ------------------------------------------------------------------------------------------------------------


def test_run_k_meets_the_same_noise_however_many_runs_there_are() -> None:
    np.testing.assert_array_equal(draws(4, 1, 7)[:, :3], draws(4, 1, 3))
    np.testing.assert_array_equal(network.batches(4, 1, 7, 5)[:, :3], network.batches(4, 1, 3, 5))
    np.testing.assert_array_equal(network.first_weights(4, 9, 5)[:2], network.first_weights(4, 9, 2))
    few, many = (record.rows_of(solved(replace(SMALL, runs=n)).record)[:, :, record.X] for n in (1, 9))
    np.testing.assert_array_equal(few, many)


def test_noise_is_new_in_each_step_run_and_component_and_normal() -> None:
    drawn = np.concatenate([draws(0, block, 64) for block in range(4)])
    flat = drawn.reshape(len(drawn), -1)
    assert abs(flat.mean()) < 4 / np.sqrt(flat.size)
    assert abs(flat.std() - 1) < 4 / np.sqrt(2 * flat.size)
    assert np.abs(np.corrcoef(flat[:, :8].T) - np.eye(8)).max() < 0.15
    assert abs(np.mean(flat[1:] * flat[:-1])) < 4 / np.sqrt(flat.size)


def test_without_noise_all_runs_are_one() -> None:
    rows = record.rows_of(solved(replace(SMALL, noise=0.0)).record)
    np.testing.assert_allclose(rows[:, :, [record.SPREAD_X, record.SPREAD_Y]], 0.0, atol=1e-15)
    assert task_of(replace(SMALL, noise=0.0), 0).noise(3) is None


# -- the network ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("width", [2, 5, 16])
def test_networks_side_by_side_are_the_engines_network(width: int) -> None:
    rng = np.random.default_rng(width)
    x, y = network.points(3)
    vectors = rng.standard_normal((3, 4, network.first_weights(width, 0, 1).shape[1]))
    chosen = rng.integers(network.POINTS, size=(4, 6))
    seen = network.passed(width, vectors, x, y, chosen)
    answered = network.answers(width, vectors, x)
    loss = BinaryCrossEntropy()
    for place in np.ndindex(3, 4):
        single = Network.over(network.network_settings(width), vectors[place], np.empty(0))
        z = single.forward(x)
        assert seen.losses[place] == pytest.approx(loss(z, y[:, None])[0], rel=1e-12)
        assert seen.accuracies[place] == pytest.approx(loss.accuracy(z, y[:, None]))
        np.testing.assert_allclose(answered[place], 1 / (1 + np.exp(-z[:, 0])), rtol=1e-12)
        batch = chosen[place[1]]
        _, d_z = loss(single.forward(x[batch]), y[batch, None])
        single.backward(d_z)
        np.testing.assert_allclose(seen.gradient[place], single.gradient_vector, rtol=1e-10, atol=1e-14)


def test_a_network_run_is_the_engines_training() -> None:
    chosen = replace(SMALL, problem=SmallNetwork(6, 9), runs=3, optimizer=Adam(0.03), schedules=entries(OneCycle(60)))
    rows = record.rows_of(solved(chosen, 2).record, 1)[:, 0]
    x, y = Spirals().points(2, network.POINTS)
    single = Network(network.network_settings(6), generator(2, 0))
    loss, memory, schedule = BinaryCrossEntropy(), chosen.optimizer.init(single.vector), OneCycle(60)
    for step in range(60):
        value, _ = loss(single.forward(x), y)
        assert rows[step, record.OWN_LOSS] == pytest.approx(value, rel=1e-9)
        batch = network.batches(2, 0, 3, 9)[step, 0]
        single.backward(loss(single.forward(x[batch]), y[batch])[1])
        move, memory = chosen.optimizer.update(single.gradient_vector, memory, single.vector, schedule(step))
        single.vector += move
    assert np.isnan(rows[:, record.X]).all()
    assert ((rows[:, record.ACCURACY] >= 0) & (rows[:, record.ACCURACY] <= 1)).all()


def test_networks_in_parts_are_networks_at_once_and_parts_end_when_nobody_waits(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    chosen = replace(SMALL, problem=SmallNetwork(4, 8), runs=7)
    state = TAB.simulation(chosen).start(chosen, 0)
    monkeypatch.setattr(tasks, "MOST_AT_ONCE", 2 * 6 * network.POINTS * 4)
    parts = TAB.simulation(chosen).start(chosen, 0)
    np.testing.assert_allclose(state.losses, parts.losses, rtol=1e-14)
    np.testing.assert_allclose(state.gradients, parts.gradients, rtol=1e-10, atol=1e-15)
    np.testing.assert_array_equal(state.accuracies, parts.accuracies)  # type: ignore[arg-type]
    with while_wanted(lambda: False), pytest.raises(Interrupted):
        TAB.simulation(chosen).start(chosen, 0)


def test_the_noise_of_a_batch_is_what_it_differs_by_from_all_points() -> None:
    chosen = replace(SMALL, problem=SmallNetwork(4, 128), runs=2)
    state = TAB.simulation(chosen).start(chosen, 0)
    true, noise = state.task.noise_of_first(0, state.params[0, 0], state.gradients[0, 0])
    np.testing.assert_allclose(true + noise, state.gradients[0, 0], rtol=1e-14)
    assert 0 < np.linalg.norm(noise) < np.linalg.norm(true), "128 points drawn with replacement are nearly all"


# -- states -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("mode", [Compare(), RangeTest()])
@pytest.mark.parametrize("kind", PROBLEMS)
@pytest.mark.parametrize("rule", [SGD(0.05), Momentum(0.01), Adam(0.1)])
def test_states_are_never_altered_and_the_same_every_time(kind: str, mode: SchedulesMode, rule: Optimizer) -> None:
    chosen = replace(SMALL, mode=mode, problem=PROBLEMS[kind](), optimizer=rule, schedules=EVERY, runs=2, steps=12)
    simulation = TAB.simulation(chosen)
    state = simulation.start(chosen, 5)
    once = simulation.advance(chosen, simulation.advance(chosen, state))
    before = [np.copy(a) for a in (once.params, once.losses, once.gradients, once.factors)]
    kept = [np.copy(a) for a in once.memory if isinstance(a, np.ndarray)]
    simulation.advance(chosen, once)
    simulation.frame(chosen, 2, once, np.array([simulation.record(chosen, once)] * 3))
    for was, now in zip(before, (once.params, once.losses, once.gradients, once.factors), strict=True):
        np.testing.assert_array_equal(was, now)
    for was, now in zip(kept, (a for a in once.memory if isinstance(a, np.ndarray)), strict=True):
        np.testing.assert_array_equal(was, now)
    again = simulation.advance(chosen, simulation.advance(chosen, simulation.start(chosen, 5)))
    np.testing.assert_array_equal(again.params, once.params)
    assert simulation.length(chosen) == 12


@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_any_settings_can_be_run_to_their_end_without_a_warning(data: st.DataObject) -> None:
    drawn = data.draw(settings_of(SchedulesSettings))
    problem = replace(drawn.problem, width=min(drawn.problem.width, 6)) if drawn.problem.kind == "spirals" else None
    chosen = replace(drawn, steps=min(drawn.steps, 25), runs=min(drawn.runs, 4), problem=problem or drawn.problem)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        timeline = Timeline(TAB.simulation, chosen, 1)
        assert timeline.scene is not None
        for step in (0, 1, chosen.steps):
            timeline.seek(step)
            frame = timeline.frame()
            assert frame.verdicts
            assert frame.step == step
            for verdict in frame.verdicts:
                assert verdict.title.format(**verdict.values())
                assert verdict.text.format(**verdict.values())
        if isinstance(chosen.mode, Compare):
            assert [frame.numbers(i).rate >= 0 for i in range(len(chosen.schedules))]
        else:
            assert frame.stages()


def test_numbers_that_overflow_stay_what_they_are() -> None:
    rows = record.rows_of(solved(replace(SMALL, optimizer=SGD(10.0), steps=200)).record)
    constant = rows[:, 0]
    bad = np.flatnonzero(~np.isfinite(constant[:, record.LOSS]))
    assert len(bad)
    assert not np.isfinite(constant[bad[0] :, record.LOSS]).any()


def test_the_two_modes_are_solved_in_a_thread() -> None:
    assert isinstance(TAB.simulation(SMALL), CompareSimulation)
    assert isinstance(TAB.simulation(replace(SMALL, mode=RangeTest())), RangeTestSimulation)
    assert TAB.slow(SMALL)
    assert TAB.alone


def test_memory_of_run_one() -> None:
    chosen = replace(SMALL, optimizer=Adam(0.1))
    state = TAB.simulation(chosen).start(chosen, 0)
    state = TAB.simulation(chosen).advance(chosen, state)
    m, v, t = runs.memory_of_first(state.memory, 2, state.params.shape)
    np.testing.assert_array_equal(m, state.memory[0][2, 0])
    assert (m.shape, v.shape, t) == ((2,), (2,), 1)


def test_surfaces_begin_at_their_start() -> None:
    for problem in (NoisyBowl(), NoisyRosenbrock()):
        task = task_of(replace(SMALL, problem=problem), 0)
        assert isinstance(task, SurfaceTask)
        np.testing.assert_array_equal(task.begin(), [problem.surface.start] * 5)
