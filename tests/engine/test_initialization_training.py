"""Initialization, mode training: what a step does, what is recorded, copies, and verdicts that hold over seeds."""

from __future__ import annotations

import dataclasses
import itertools
import math
from typing import Any

import numpy as np
import pytest

from engine.activations import ACTIVATIONS
from engine.diagnostics import Verdict
from engine.initializers import INITIALIZERS, HeNormal, Initializer, Normal, Zeros
from engine.network import LOSSES, Network, NetworkSettings, begin, generator, train_step
from engine.optimizers import OPTIMIZERS, Optimizer
from engine.schedules import SCHEDULES
from engine.simulations import SIMULATIONS
from engine.simulations.initialization import InitializationSettings, Scheme, Training
from engine.simulations.initialization_copies import distinct_units, equalize_copies
from engine.simulations.initialization_training import (
    COLUMNS,
    GRID,
    MOST_PARAMETERS,
    TrainingFrame,
    TrainingState,
    plan_of,
    rows_of,
    training_points,
)
from engine.simulations.initialization_training_alike import (
    DEEPER,
    SCALE_FREE,
    SHALLOW,
    Alike,
    AlikeByOptimizer,
    AlikeInFewLayers,
    learn_alike,
)
from engine.simulations.initialization_training_verdicts import (
    ACCURACY,
    COIN,
    LEARNT,
    Beginning,
    Cancels,
    Copies,
    FadedSignal,
    Fastest,
    Learns,
    Luck,
    NothingMoves,
    OnlyOne,
    Overflowed,
    Rises,
    Start,
    judge,
)
from engine.timeline import Timeline
from engine.work import Interrupted, while_wanted

SIMULATION = Training.simulation
LOSS = LOSSES["binary_cross_entropy"]()
ADAM = OPTIMIZERS["adam"](learning_rate=0.01)


def small(*kinds: str | Initializer, **others: object) -> InitializationSettings:
    """Two layers of eight units, two draws of each scheme (a key, or an initializer), steps enough for all tests."""
    rules = [INITIALIZERS[kind]() if isinstance(kind, str) else kind for kind in kinds or ("zeros", "he_normal")]
    schemes = tuple(Scheme(initializer=rule, colour=i) for i, rule in enumerate(rules))
    changes = {"n_out": 8, "layers": 2, "repeats": 2, "steps": 1000, "optimizer": ADAM, **others}
    return dataclasses.replace(InitializationSettings(), mode=Training(), schemes=schemes, **changes)


def run(settings: InitializationSettings, step: int, seed: int = 0) -> Timeline:
    timeline = Timeline(SIMULATIONS["initialization"].simulation, settings, seed)
    timeline.seek(step)
    return timeline


def of_scheme(frame: TrainingFrame, index: int) -> Verdict:
    return next(verdict for verdict in frame.verdicts if verdict.subject == index)


def nets_of(state: TrainingState) -> list[Any]:
    return [net for nets in state.nets for net in nets]


def column(record: np.ndarray[Any, Any], scheme: int, name: str) -> np.ndarray[Any, Any]:
    return rows_of(record)[:, scheme, COLUMNS.index(name)]


# -- a step -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("optimizer", [ADAM, OPTIMIZERS["momentum"](learning_rate=0.1)])
def test_every_draw_is_trained_as_a_network_is(optimizer: Optimizer) -> None:
    settings = small("he_normal", optimizer=optimizer, activation=ACTIVATIONS["tanh"]())
    x, y = settings.data.points(3, 256)
    state = SIMULATION.start(settings, 3)
    for _ in range(4):
        state = SIMULATION.advance(settings, state)
    for draw, net in enumerate(state.nets[0]):
        network = Network(
            NetworkSettings((2, 8, 8, 1), settings.activation, HeNormal(), output="sigmoid"), generator(3, draw)
        )
        schedule = SCHEDULES["constant"]()
        told = begin(network, optimizer, schedule)
        for _ in range(4):
            told, _ = train_step(network, optimizer, schedule, LOSS, x, y, told)
        np.testing.assert_array_equal(net.vector, told.vector)
        network.vector[:] = told.vector
        value, d_z = LOSS(network.forward(x), y)
        network.find_gradients(d_z)
        assert net.loss == value
        np.testing.assert_array_equal(net.slope, network.gradient_vector)


def test_all_schemes_scale_the_same_draws() -> None:
    state = SIMULATION.start(small(Normal(sigma=0.1), Normal(sigma=0.3)), 0)
    for narrow, wide in zip(*state.nets, strict=True):
        np.testing.assert_allclose(3 * narrow.vector, wide.vector, rtol=1e-12)
    assert not np.array_equal(state.nets[0][0].vector, state.nets[0][1].vector)


def test_advancing_alters_no_state_and_gives_the_same_twice() -> None:
    settings = small(batch=32)
    state = SIMULATION.advance(settings, SIMULATION.start(settings, 1))
    kept = [net.vector.copy() for nets in state.nets for net in nets]
    one, other = SIMULATION.advance(settings, state), SIMULATION.advance(settings, state)
    assert all(np.array_equal(a, net.vector) for a, net in zip(kept, nets_of(state), strict=True))
    for a, b in zip(nets_of(one), nets_of(other), strict=True):
        np.testing.assert_array_equal(a.vector, b.vector)
        np.testing.assert_array_equal(a.slope, b.slope)


def test_a_batch_follows_from_seed_and_step_and_is_shared_by_all() -> None:
    settings = small(Normal(sigma=0.1), Normal(sigma=0.1), batch=16)
    state = SIMULATION.start(settings, 0)
    for _ in range(3):
        state = SIMULATION.advance(settings, state)
    for one, other in zip(*state.nets, strict=True):
        np.testing.assert_array_equal(one.slope, other.slope)
    # The loss is that of all points, whatever the batch.
    x, y = training_points(settings.data, 0, 256)
    net = state.nets[0][0]
    network = Network.over(
        NetworkSettings((2, 8, 8, 1), settings.activation, HeNormal(), output="sigmoid"), net.vector, np.empty(0)
    )
    assert net.loss == LOSS(network.forward(x), y)[0]


def test_another_optimizer_in_mid_run_begins_with_an_empty_memory() -> None:
    settings = small("he_normal")
    timeline = run(settings, 5)
    timeline.from_here(5, {"optimizer": {"kind": "momentum", "learning_rate": 0.1}})
    before = timeline._state
    timeline.seek(6)
    for net, after in zip(before.nets[0], timeline._state.nets[0], strict=True):
        np.testing.assert_allclose(after.vector, net.vector - 0.1 * net.slope, rtol=1e-12)


def test_long_work_ends_where_nobody_waits() -> None:
    state = SIMULATION.start(small(), 0)
    with while_wanted(lambda: False), pytest.raises(Interrupted):
        SIMULATION.advance(small(), state)


# -- plan -------------------------------------------------------------------------------------------------------------


def test_what_does_not_fit_is_cut_down_and_told() -> None:
    plan = plan_of(small("he_normal", "xavier_normal", n_out=1000, layers=50, repeats=16))
    assert plan.draws == 1
    assert 1 < plan.units < 1000
    parameters = sum((a + 1) * b for a, b in itertools.pairwise(plan.sizes))
    assert 2 * parameters <= MOST_PARAMETERS
    wider = (2, *[plan.units + 1] * 50, 1)
    assert 2 * sum((a + 1) * b for a, b in itertools.pairwise(wider)) > MOST_PARAMETERS
    default = plan_of(dataclasses.replace(InitializationSettings(), mode=Training()))
    assert (default.units, default.draws, default.points) == (50, 5, 256)
    assert plan_of(small(batch=1000)).points == 1000


# -- record, frame, scene ---------------------------------------------------------------------------------------------


def test_the_record_sums_up_the_draws() -> None:
    settings = small("he_normal", "xavier_normal", repeats=4)
    timeline = run(settings, 7)
    frame = timeline.frame()
    row = rows_of(timeline.record)[-1]
    np.testing.assert_array_equal(frame.row, row)
    for index, nets in enumerate(timeline._state.nets):
        losses = sorted(net.loss for net in nets)
        assert frame.losses[index] == tuple(net.loss for net in nets)
        assert row[index, COLUMNS.index("loss")] == pytest.approx((losses[1] + losses[2]) / 2)
        assert row[index, COLUMNS.index("lowest")] == losses[0]
        assert row[index, COLUMNS.index("highest")] == losses[-1]
        gradients = [np.sqrt(np.mean(net.slope[:16] ** 2)) for net in nets]
        assert row[index, COLUMNS.index("gradient")] == pytest.approx(np.median(gradients))
    assert frame.outputs.shape == (2, GRID, GRID)


def test_the_picture_of_an_output_has_its_rows_from_below() -> None:
    settings = small("he_normal", repeats=1)
    timeline = run(settings, 3)
    frame, scene = timeline.frame(), timeline.scene
    at = scene.reach * ((np.arange(GRID) + 0.5) * 2 / GRID - 1)
    network = Network.over(
        NetworkSettings((2, 8, 8, 1), settings.activation, HeNormal(), output="sigmoid"),
        timeline._state.nets[0][0].vector,
        np.empty(0),
    )
    z = network.forward(np.array([[at[5], at[30]]]))[0, 0]
    assert frame.outputs[0, 30, 5] == pytest.approx(1 / (1 + math.exp(-z)))
    assert np.abs(scene.x).max() < scene.reach


def test_the_units_shown_are_the_first_two_of_the_first_layer() -> None:
    timeline = run(small("he_normal"), 2)
    net, units = timeline._state.nets[0][0], timeline.frame().units[0]
    np.testing.assert_array_equal(units.weights, net.vector[:16].reshape(2, 8)[:, :2].T)
    np.testing.assert_array_equal(units.slopes, net.slope[:16].reshape(2, 8)[:, :2].T)
    np.testing.assert_array_equal(units.signals, net.slope[16:18])
    assert run(small("he_normal", n_out=1), 1).frame().units[0].weights.shape == (1, 2)


# -- copies -----------------------------------------------------------------------------------------------------------


def test_distinct_units_are_counted_by_their_incoming_weights_and_bias() -> None:
    rng = np.random.default_rng(0)
    first, second, rest = rng.standard_normal((3, 6)), rng.standard_normal((7, 6)), rng.standard_normal(7)
    second[:, 4:] = second[:, 3:4]
    second[-1, 5] += 1e-3  # another bias makes another unit

    def count() -> tuple[int, int]:
        return distinct_units(np.concatenate([first.ravel(), second.ravel(), rest]), (2, 6, 6, 1))

    assert count() == (6, 5)
    second[-1, 5] = second[-1, 4]
    assert count() == (6, 4)
    second[:] = 0.0
    assert count() == (6, 1)
    first[:, 1:3] = first[:, :1]
    assert count()[0] == 4
    first[:, 3:] *= 1e-200  # small units beside large ones are distinct all the same
    assert count()[0] == 4
    first[0, 0] = np.inf
    assert count()[0] == 6


def test_copies_get_the_very_same_gradient_and_others_their_own() -> None:
    x, y = InitializationSettings().data.points(0, 100)
    own = NetworkSettings((2, 50, 50, 1), ACTIVATIONS["sigmoid"](), HeNormal())
    network = Network(own, generator(0))
    _, d_z = LOSS(network.forward(x), y)
    network.find_gradients(d_z)
    before = network.gradient_vector.copy()
    equalize_copies(network)
    np.testing.assert_array_equal(network.gradient_vector, before)
    network.vector[:] = 0.3
    _, d_z = LOSS(network.forward(x), y)
    network.find_gradients(d_z)
    before = network.gradient_vector.copy()
    equalize_copies(network)
    np.testing.assert_allclose(network.gradient_vector, before, rtol=1e-9, atol=1e-15)
    for layer in network.layers[:2]:
        assert (layer.d_W == layer.d_W[:, :1]).all()
        assert (layer.d_b == layer.d_b[0]).all()
    assert (network.layers[2].d_W == network.layers[2].d_W[0]).all()


def test_zeros_stay_copies_however_long_they_train() -> None:
    """Without `equalize_copies`, rounding may part them: by step 592 where this was tried."""
    settings = small("zeros", activation=ACTIVATIONS["softplus"](), n_out=50, batch=96, steps=700)
    timeline = run(settings, 700)
    assert (column(timeline.record, 0, "units") == 1).all()
    assert (column(timeline.record, 0, "fewest") == 1).all()
    assert np.abs(timeline._state.nets[0][0].vector).max() > 0.1
    verdict = of_scheme(timeline.frame(), 0)
    assert isinstance(verdict, Copies)


def test_schemes_without_chance_are_trained_once() -> None:
    state = SIMULATION.start(small("zeros", "he_normal", repeats=5), 0)
    assert [len(nets) for nets in state.nets] == [1, 5]


# -- verdicts ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("seed", range(6))
def test_verdicts_of_the_chapter_hold_over_seeds(seed: int) -> None:
    settings = small("zeros", "normal", "xavier_normal", "he_normal", n_out=24, layers=6, repeats=3)
    timeline = run(settings, 60, seed)
    frame, record = timeline.frame(), timeline.record
    assert isinstance(of_scheme(frame, 0), NothingMoves)
    assert not timeline._state.nets[0][0].vector[:-1].any()
    toss = of_scheme(frame, 1)
    assert isinstance(toss, FadedSignal)
    assert np.ptp(frame.outputs[1]) < 1e-6
    assert np.abs(column(record, 1, "loss")[-toss.steps - 1 :] / COIN - 1).max() <= 0.01
    for index in (2, 3):
        verdict = of_scheme(frame, index)
        if isinstance(verdict, Learns):
            losses = column(record, index, "loss")
            assert losses[verdict.reached] < LEARNT * COIN
            assert (losses[: verdict.reached] >= LEARNT * COIN).all()
            assert losses[-1] < LEARNT * COIN
        if isinstance(verdict, Fastest):
            others = [column(record, i, "loss") for i in range(4) if i != index]
            assert all((other[: verdict.behind] >= LEARNT * COIN).all() for other in others)
        if isinstance(verdict, OnlyOne):
            assert all((column(record, i, "loss") >= LEARNT * COIN).all() for i in range(4) if i != index)
    assert isinstance(of_scheme(frame, 3), Learns | Luck)


@pytest.mark.parametrize("seed", range(4))
def test_he_is_ahead_of_xavier_under_sgd(seed: int) -> None:
    sgd = OPTIMIZERS["sgd"](learning_rate=0.1)
    frame = run(small("xavier_normal", "he_normal", n_out=24, layers=10, repeats=5, optimizer=sgd), 60, seed).frame()
    assert isinstance(of_scheme(frame, 1), OnlyOne | Fastest)


def test_zeros_with_a_balanced_batch_cancel_where_units_output_something() -> None:
    frame = run(small("zeros", activation=ACTIVATIONS["sigmoid"]()), 3).frame()
    verdict = of_scheme(frame, 0)
    assert isinstance(verdict, Cancels)
    assert verdict.output == 0.5


def test_before_the_first_step_one_verdict_for_all() -> None:
    verdicts = run(small(), 0).frame().verdicts
    assert [type(verdict) for verdict in verdicts] == [Beginning]


def test_an_overflow_is_told_with_its_step_and_trains_no_further() -> None:
    sgd = OPTIMIZERS["sgd"](learning_rate=1.0)
    timeline = run(small(Normal(sigma=5.0), "he_normal", layers=8, n_out=24, optimizer=sgd), 6)
    frame = timeline.frame()
    verdict = frame.verdicts[0]
    assert isinstance(verdict, Overflowed)
    lost = column(timeline.record, 0, "lost")
    assert lost[verdict.step] > 0
    assert (lost[: verdict.step] == 0).all()
    assert np.isposinf(column(timeline.record, 0, "highest")[-1])
    dead = next(net for net in timeline._state.nets[0] if net.lost)
    timeline.seek(7)
    assert any(net is dead for net in timeline._state.nets[0])


def curve(losses: list[float], units: int = 8) -> Start:
    rows = np.zeros((len(losses), len(COLUMNS)))
    rows[:, :3] = np.array(losses)[:, np.newaxis]
    rows[:, 4:6] = units
    return Start("A", rows, (losses[-1],), moves=True, span=1.0)


def test_the_fastest_needs_a_clear_lead() -> None:
    plan = plan_of(small())
    slow, level = [COIN] * 15 + [0.1] * 5, [COIN] * 10 + [0.1] * 10
    near = [COIN] * 11 + [0.1] * 9
    ahead = judge([curve(level), curve(slow)], plan, "Adam", 0.0)
    assert [type(v) for v in ahead] == [Fastest, Learns]
    assert ahead[0].values()["behind"] == 15
    assert [type(v) for v in judge([curve(level), curve(near)], plan, "Adam", 0.0)] == [Learns, Learns]
    assert [type(v) for v in judge([curve(level)], plan, "Adam", 0.0)] == [Learns]


def right(losses: list[float]) -> Start:
    """A start that has all points right at its end."""
    start = curve(losses)
    start.rows[-1, ACCURACY] = 1.0
    return start


def test_alike_are_those_that_learn_about_as_fast() -> None:
    level, near, slow = ([COIN] * n + [0.1] * (20 - n) for n in (10, 11, 15))
    adam, sgd = OPTIMIZERS["adam"](), OPTIMIZERS["sgd"]()
    he_and_xavier = [1.0, 2**0.5]
    assert [type(v) for v in learn_alike([right(level), right(near)], he_and_xavier, 10, adam)] == [AlikeByOptimizer]
    assert [type(v) for v in learn_alike([right(level), right(near)], he_and_xavier, 10, sgd)] == [AlikeInFewLayers]
    for widths, layers in (([1.0, 1.1], 10), (he_and_xavier, SHALLOW + 1)):
        (verdict,) = learn_alike([right(near), right(level)], widths, layers, adam)
        assert type(verdict) is Alike
        assert (verdict.values()["reached"], verdict.values()["behind"]) == (10, 11)
    assert learn_alike([right(level), right(slow)], he_and_xavier, 10, adam) == ()
    assert learn_alike([right(level), curve(near)], he_and_xavier, 10, adam) == ()
    assert learn_alike([right(level)], [1.0], 10, adam) == ()


@pytest.mark.parametrize("seed", range(2))
def test_he_is_ahead_of_xavier_where_the_alike_are_told_to_try(seed: int) -> None:
    def told(layers: int, steps: int, **others: object) -> tuple[Verdict, ...]:
        kinds, adam = ("xavier_normal", "he_normal"), OPTIMIZERS["adam"](learning_rate=0.001)
        changes = {"n_out": 50, "layers": layers, "batch": 256, "repeats": 3, "optimizer": adam, **others}
        return run(small(*kinds, **changes), steps, seed).frame().verdicts

    assert isinstance(told(10, 60)[-1], AlikeByOptimizer)
    assert isinstance(told(10 * DEEPER, 60)[0], Fastest | OnlyOne)
    assert told(10 * DEEPER, 60)[0].subject == 1


def test_the_steps_of_scale_free_optimizers_do_not_follow_the_size_of_gradients() -> None:
    def last_move(optimizer: Optimizer, scale: float) -> float:
        at, rng = np.zeros(1), np.random.default_rng(0)
        memory = optimizer.init(at)
        for _ in range(30):
            move, memory = optimizer.update(scale * rng.uniform(1.0, 2.0, 1), memory, at)
        return float(move[0])

    kept = {
        kind
        for kind, rule in OPTIMIZERS.items()
        if last_move(rule(), 0.1) == pytest.approx(last_move(rule(), 1.0), rel=0.1)
    }
    assert kept == SCALE_FREE


def test_a_hundred_percent_are_all() -> None:
    rows = curve([0.7, 0.1])
    told = []
    for share in (0.996, 1.0, 0.876):
        rows.rows[-1, COLUMNS.index("accuracy")] = share
        verdict = judge([rows], plan_of(small()), "Adam", 0.0)[0]
        told.append(verdict.text.format(**verdict.values()).rsplit("and ", 1)[1])
    assert told == ["99 % are right.", "100 % are right.", "88 % are right."]


def test_a_rise_is_told_from_where_it_began_for_good() -> None:
    losses = [0.7, 20.0, 0.5, 9.0, 30.0]
    verdict = judge([curve(losses)], plan_of(small()), "SGD", 0.0)[0]
    assert isinstance(verdict, Rises)
    assert verdict.step == 3
    assert verdict.limit == pytest.approx(7.0)


def test_luck_is_told_apart_from_law() -> None:
    start = dataclasses.replace(curve([0.7, 0.3]), losses=(0.05, 0.3, 0.693))
    verdict = judge([start], plan_of(small()), "Adam", 0.0)[0]
    assert isinstance(verdict, Luck)
    assert (verdict.learnt, verdict.unlearnt, verdict.draws) == (2, 1, 3)


@pytest.mark.parametrize("kind", sorted(ACTIVATIONS))
def test_nothing_warns_at_extremes(kind: str) -> None:
    for sigma, rate in ((1e-4, 10.0), (10.0, 10.0), (10.0, 1e-5)):
        settings = small(
            Normal(sigma=sigma), Zeros(), activation=ACTIVATIONS[kind](), layers=12, n_out=10, batch=1,
            optimizer=OPTIMIZERS["sgd"](learning_rate=rate),
        )  # fmt: skip
        timeline = run(settings, 4)
        frame = timeline.frame()
        assert len(frame.verdicts) == 2
        for verdict in frame.verdicts:
            assert verdict.text.format(**verdict.values())
        assert not np.isnan(rows_of(timeline.record)[:, :, :3]).any()
