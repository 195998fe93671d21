"""Training of deep networks: batches, records, memories, breaks, what a frame holds."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from engine.activations import ACTIVATIONS
from engine.activations.bounded import Sigmoid, Tanh
from engine.activations.rectifiers import LeakyReLU, ReLU
from engine.initializers import HeNormal, Initializer, Normal, XavierNormal, Zeros
from engine.network import Network, TrainingState, begin, generator, train_step
from engine.optimizers import Optimizer
from engine.optimizers.adaptive import Adam, RMSprop
from engine.optimizers.gradient_descent import SGD
from engine.simulations import SIMULATIONS
from engine.simulations.gradients import GradientsSettings, NetworkChoice, Training
from engine.simulations.gradients_training import POINTS, TrainingSimulation, batch_of, network_settings
from engine.simulations.gradients_training_frame import side_of
from engine.simulations.gradients_training_measures import (
    Columns,
    dead_share,
    flat_zones,
    moved,
    norm,
    rms,
    saturated_share,
    zero_zones,
)
from engine.timeline import Event, Timeline, weigh
from engine.work import Interrupted, while_wanted

SIMULATION = TrainingSimulation()


def small(**changes: object) -> GradientsSettings:
    settings = GradientsSettings(
        mode=Training(), depth=3, width=5, batch=40, network=NetworkChoice(Tanh(), XavierNormal()), steps=20
    )
    return replace(settings, **changes)


def solved(settings: GradientsSettings, steps: int, seed: int = 0, events: tuple[Event, ...] = ()) -> Timeline:
    timeline = Timeline(SIMULATIONS["gradients"].simulation, settings, seed, events)
    timeline.seek(steps)
    return timeline


# -- batches ----------------------------------------------------------------------------------------------------------


def test_every_epoch_holds_every_point_once() -> None:
    drawn = np.concatenate([batch_of(3, step, 12, 5) for step in range(12)])
    for epoch in range(5):
        assert sorted(drawn[12 * epoch : 12 * (epoch + 1)]) == list(range(12))
    assert not np.array_equal(drawn[:12], drawn[12:24])


def test_batches_follow_from_seed_and_step_alone() -> None:
    assert np.array_equal(batch_of(1, 7, 256, 64), batch_of(1, 7, 256, 64))
    assert not np.array_equal(batch_of(1, 7, 256, 64), batch_of(2, 7, 256, 64))


@pytest.mark.parametrize("batch", [12, 13, 1024])
def test_a_batch_as_large_as_the_set_is_the_set(batch: int) -> None:
    assert np.array_equal(batch_of(0, 5, 12, batch), np.arange(12))


@pytest.mark.parametrize(("batch", "count"), [(1, POINTS), (256, POINTS), (300, 300)])
def test_there_are_as_many_points_as_a_batch_needs(batch: int, count: int) -> None:
    assert len(SIMULATION.scene(small(batch=batch), 0).x) == count


# -- steps ------------------------------------------------------------------------------------------------------------


def test_step_0_is_the_start() -> None:
    settings = small()
    x, y = settings.data.points(4, POINTS)
    chosen = batch_of(4, 0, POINTS, 40)
    network = Network(network_settings(settings), generator(4))
    loss, d_z = settings.loss(network.forward(x[chosen]), y[chosen])
    network.backward(d_z)
    row, columns = solved(settings, 0, seed=4).record[0], Columns(3)
    assert row[columns.loss] == loss
    expected = [math.sqrt(np.mean(network.gradients[f"W{i}"] ** 2)) for i in (1, 2, 3)]
    assert row[columns.gradient] == pytest.approx(expected, rel=1e-12)
    assert list(row[columns.moved]) == [0.0, 0.0, 0.0]


@pytest.mark.parametrize("batch_norm", [False, True])
@pytest.mark.parametrize("optimizer", [SGD(learning_rate=0.1), Adam()], ids=["sgd", "adam"])
def test_steps_are_those_of_a_plain_training_loop(optimizer: Optimizer, batch_norm: bool) -> None:
    settings = small(optimizer=optimizer, network=NetworkChoice(Tanh(), XavierNormal(), batch_norm))
    network = Network(network_settings(settings), generator(2))
    x, y = settings.data.points(2, POINTS)
    state: TrainingState = begin(network, optimizer, settings.schedule)
    losses = []
    for step in range(6):
        chosen = batch_of(2, step, POINTS, 40)
        state, loss = train_step(network, optimizer, settings.schedule, settings.loss, x[chosen], y[chosen], state)
        losses.append(loss)
    timeline = solved(settings, 6, seed=2)
    ours = timeline._state
    assert np.array_equal(ours.vector, state.vector)
    assert np.array_equal(ours.running, state.running)
    assert list(timeline.record[:6, 0]) == losses


def test_a_state_is_not_altered_by_what_follows() -> None:
    settings = small(network=NetworkChoice(ReLU(), HeNormal(), batch_norm=True))
    state = SIMULATION.start(settings, 0)
    before = [part.copy() for part in (state.vector, state.running, state.gradient, state.row, state.memory[0])]
    following = SIMULATION.advance(settings, state)
    SIMULATION.frame(settings, 0, state, state.row[None])
    SIMULATION.advance(settings, following)
    after = [state.vector, state.running, state.gradient, state.row, state.memory[0]]
    assert all(np.array_equal(a, b, equal_nan=True) for a, b in zip(before, after, strict=True))


def test_scrubbing_is_bit_exact() -> None:
    timeline = solved(small(steps=40), 40)
    whole = timeline.record.copy()
    last = timeline.frame()
    timeline.seek(13)
    timeline.seek(40)
    assert np.array_equal(timeline.record, whole)
    assert np.array_equal(timeline.frame().output, last.output)


def test_how_far_weights_moved_is_measured_from_the_start() -> None:
    timeline = solved(small(), 10)
    state, columns = timeline._state, Columns(3)
    now = Network.over(state.start.network, state.vector, state.running).parameters
    then = Network.over(state.start.network, state.start.vector, state.running).parameters
    expected = [np.linalg.norm(now[f"W{i}"] - then[f"W{i}"]) / np.linalg.norm(then[f"W{i}"]) for i in (1, 2, 3)]
    assert timeline.record[10, columns.moved] == pytest.approx(expected, rel=1e-12)
    assert timeline.frame().apart / timeline.frame().sizes == pytest.approx(expected, rel=1e-12)


def test_another_optimizer_begins_with_a_memory_of_its_own() -> None:
    events = (Event(4, {"optimizer": {"kind": "rmsprop"}}),)
    state = solved(small(), 5, events=events)._state
    fresh = RMSprop()
    before = solved(small(), 4)._state
    delta, memory = fresh.update(before.gradient, fresh.init(before.vector), before.vector)
    assert np.array_equal(state.vector, before.vector + delta)
    assert np.array_equal(state.memory[0], memory[0])


def test_another_learning_rate_keeps_the_memory() -> None:
    events = (Event(4, {"optimizer.learning_rate": 0.05}),)
    state = solved(small(), 5, events=events)._state
    before = solved(small(), 4)._state
    delta, _ = Adam(learning_rate=0.05).update(before.gradient, before.memory, before.vector)
    assert np.array_equal(state.vector, before.vector + delta)


def test_a_state_weighs_its_own_arrays_only() -> None:
    state = solved(small(width=40), 2)._state
    arrays = 4 * state.vector.nbytes  # parameters, gradient, both of Adam's moments
    assert arrays < weigh(state) < arrays + 6000


def test_nobody_waits_for_it() -> None:
    settings = small()
    state = SIMULATION.start(settings, 0)
    with while_wanted(lambda: False), pytest.raises(Interrupted):
        SIMULATION.advance(settings, state)


# -- extremes ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", sorted(ACTIVATIONS))
@pytest.mark.parametrize("initializer", [Zeros(), Normal(sigma=0.01), Normal(sigma=10.0)], ids=["0", "small", "large"])
@pytest.mark.parametrize("depth", [2, 20])
def test_nothing_is_too_small_or_too_large(kind: str, initializer: Initializer, depth: int) -> None:
    for batch_norm, residual in ((False, False), (True, True)):
        choice = NetworkChoice(ACTIVATIONS[kind](), initializer, batch_norm, residual)
        timeline = solved(small(depth=depth, network=choice, optimizer=SGD(learning_rate=10.0)), 2)
        frame = timeline.frame()
        assert frame.verdicts
        broken = not np.isfinite(timeline.record[2, Columns(depth).gradient]).all()
        assert (frame.broken is not None) >= broken


@pytest.mark.parametrize(("width", "batch"), [(1, 1), (1, 40), (5, 1)])
@pytest.mark.parametrize("batch_norm", [False, True])
def test_one_unit_or_one_point(width: int, batch: int, batch_norm: bool) -> None:
    settings = small(width=width, batch=batch, depth=2, network=NetworkChoice(ReLU(), HeNormal(), batch_norm))
    assert np.isfinite(solved(settings, 3).frame().set_loss)


def test_where_it_breaks_is_kept() -> None:
    choice = NetworkChoice(ReLU(), Normal(sigma=10.0), residual=True)
    timeline = solved(small(depth=100, width=64, network=choice, optimizer=SGD(learning_rate=10.0)), 3)
    at, layer = timeline.frame().broken
    columns = Columns(100)
    assert at <= 3
    assert np.isfinite(timeline.record[:at, columns.gradient]).all()
    assert not np.isfinite(timeline.record[at]).all()
    assert 1 <= layer <= 101


# -- what is measured -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("size", [1e-320, 1e-200, 1.0, 1e200])
def test_norms_neither_vanish_nor_overflow(size: float) -> None:
    assert norm(np.full((3, 3), size)) == pytest.approx(3 * size, rel=1e-3)
    assert rms(np.full((3, 3), size)) == pytest.approx(size, rel=1e-3)


def test_norms_tell_what_is_no_number() -> None:
    assert norm(np.array([1.0, np.inf])) == math.inf
    assert math.isnan(norm(np.array([1.0, np.nan])))
    assert norm(np.zeros(3)) == 0


def test_weights_that_begin_at_0() -> None:
    assert moved(0.0, 0.0) == 0
    assert moved(1.0, 0.0) == math.inf
    assert math.isnan(moved(math.nan, 0.0))


def test_a_unit_is_dead_if_its_slope_is_0_on_the_whole_batch() -> None:
    z = np.array([[-1.0, 1.0, -1.0, 0.0], [-2.0, -1.0, 3.0, -1.0]])
    assert dead_share(z, ReLU()) == 0.5
    assert dead_share(z, LeakyReLU()) == 0
    assert dead_share(np.full((2, 2), 800.0), Sigmoid()) == 1
    assert math.isnan(dead_share(np.array([[np.nan]]), ReLU()))


def test_only_bounded_activations_saturate() -> None:
    z = np.array([[0.0, 3.0], [-3.0, 2.0]])
    assert saturated_share(z, Sigmoid()) == 0.5
    assert saturated_share(z, Tanh()) == 0.5
    assert math.isnan(saturated_share(z, ReLU()))


@pytest.mark.parametrize("kind", sorted(ACTIVATIONS))
def test_zones_agree_with_the_slopes(kind: str) -> None:
    activation = ACTIVATIONS[kind]()
    z = np.linspace(-900, 900, 4001)[:, None]
    slopes = activation.derivative(z)
    for value, slope in zip(z[:, 0], slopes[:, 0], strict=True):
        assert any(a <= value <= b for a, b in zero_zones(activation)) == (slope == 0)
    zones = flat_zones(activation)
    if zones is not None:
        assert saturated_share(z, activation) == pytest.approx(np.mean(np.abs(slopes) < 0.05), abs=1e-3)


# -- frames -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("change", [{}, {"optimizer": SGD()}, {"optimizer": RMSprop()}])
def test_the_update_shown_is_the_one_that_follows(change: dict[str, Any]) -> None:
    settings = small(**change)
    timeline = solved(settings, 5)
    frame, before = timeline.frame(), timeline._state.vector
    timeline.seek(6)
    delta = timeline._state.vector - before
    parts = timeline._state.start.weights
    assert frame.update == pytest.approx([math.sqrt(np.mean(delta[part] ** 2)) for part in parts], rel=1e-6)


def test_the_root_is_what_adam_divides_by() -> None:
    timeline = solved(small(), 0)
    frame, gradient = timeline.frame(), timeline._state.gradient
    # After the first step v̂ = g².
    expected = [math.sqrt(np.mean(gradient[part] ** 2)) for part in timeline._state.start.weights]
    assert frame.root == pytest.approx(expected, rel=1e-9)
    assert frame.epsilon == 1e-8
    plain = solved(small(optimizer=SGD()), 0).frame()
    assert plain.root is None
    assert plain.epsilon is None


def test_answers_lie_where_the_points_do() -> None:
    """A network that has learnt answers at each point's place with its label."""
    timeline = solved(small(width=16, optimizer=Adam(learning_rate=0.02), steps=200), 200)
    frame, scene = timeline.frame(), timeline.scene
    assert frame.set_accuracy > 0.95
    side = len(frame.output)
    assert side == side_of(timeline.settings)
    places = np.floor((scene.x / scene.reach + 1) / 2 * side).astype(int)
    answers = frame.output[places[:, 1], places[:, 0]]
    assert np.mean((answers > 0.5) == (scene.y[:, 0] > 0.5)) > 0.9


def test_batch_norm_is_judged_by_the_statistics_of_all_points() -> None:
    settings = small(network=NetworkChoice(Tanh(), XavierNormal(), batch_norm=True))
    timeline = solved(settings, 3)
    state = timeline._state
    network = Network.over(state.start.network, state.vector, state.running.copy())
    z = network.forward(state.start.x, training=True)
    assert timeline.frame().set_loss == settings.loss(z, state.start.y)[0]


@pytest.mark.parametrize(("depth", "width"), [(2, 1), (20, 64), (100, 256)])
def test_large_networks_have_a_coarser_grid(depth: int, width: int) -> None:
    side: Callable[..., int] = side_of
    assert 20 <= side(small(depth=depth, width=width)) <= 64
    assert side(small(depth=2, width=1)) == 64
