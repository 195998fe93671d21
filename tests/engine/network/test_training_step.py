"""A training step is a pure function of its state."""

from __future__ import annotations

import numpy as np
import pytest

from engine.activations.bounded import Tanh
from engine.initializers import XavierNormal
from engine.network import LOSSES, Network, NetworkSettings, TrainingState, begin, generator, train_step
from engine.optimizers import OPTIMIZERS
from engine.optimizers.gradient_descent import SGD
from engine.schedules import SCHEDULES, Constant, Step
from engine.work import Interrupted, while_wanted

NET = NetworkSettings((2, 8, 8, 1), Tanh(), XavierNormal(), batch_norm=True)
X = np.random.default_rng(0).standard_normal((20, 2))
Y = (X[:, :1] * X[:, 1:] > 0) * 1.0
LOSS = LOSSES["binary_cross_entropy"]()


def arrays_of(state: TrainingState) -> list[np.ndarray]:
    return [a for a in (state.vector, state.running, *state.optimizer) if isinstance(a, np.ndarray)]


@pytest.mark.parametrize("kind", OPTIMIZERS)
def test_a_state_is_never_altered_and_any_can_be_gone_on_from(kind: str) -> None:
    network, optimizer, schedule = Network(NET, generator(0)), OPTIMIZERS[kind](), Constant()
    state = begin(network, optimizer, schedule)
    states, held, losses = [state], [[a.copy() for a in arrays_of(state)]], []
    for _ in range(12):
        state, value = train_step(network, optimizer, schedule, LOSS, X, Y, state)
        states.append(state)
        held.append([a.copy() for a in arrays_of(state)])
        losses.append(value)
    for kept, copies in zip(states, held, strict=True):
        for array, copy in zip(arrays_of(kept), copies, strict=True):
            np.testing.assert_array_equal(array, copy)
    elsewhere = Network(NET, generator(99))
    again, value = train_step(elsewhere, optimizer, schedule, LOSS, X, Y, states[7])
    assert value == losses[7]
    for array, copy in zip(arrays_of(again), held[8], strict=True):
        np.testing.assert_array_equal(array, copy)


def test_the_step_is_the_optimizers_along_the_gradient() -> None:
    network, optimizer, schedule = Network(NET, generator(0)), SGD(learning_rate=0.5), Constant()
    state = begin(network, optimizer, schedule)
    value, d_z = LOSS(network.forward(X), Y)
    network.backward(d_z)
    expected = network.vector - 0.5 * network.gradient_vector
    after, loss = train_step(network, optimizer, schedule, LOSS, X, Y, state)
    assert loss == value
    np.testing.assert_array_equal(after.vector, expected)
    np.testing.assert_array_equal(network.vector, state.vector)  # the pass before the move
    assert after.running.any()
    after.load(network)
    np.testing.assert_array_equal(network.vector, after.vector)
    assert not np.shares_memory(network.vector, after.vector)


def test_the_schedule_counts_steps_and_sees_the_loss() -> None:
    network, optimizer = Network(NET, generator(0)), SGD(learning_rate=0.1)
    for schedule in (Step(step_size=2, gamma=0.5), SCHEDULES["reduce_on_plateau"]()):
        state = begin(network, optimizer, schedule)
        rhythm = schedule.init()
        for step in range(5):
            state.load(network)
            after, value = train_step(network, optimizer, schedule, LOSS, X, Y, state)
            factor, rhythm = schedule.update(step, value, rhythm)
            np.testing.assert_array_equal(after.vector, state.vector - 0.1 * factor * network.gradient_vector)
            assert after.schedule == rhythm
            state = after
        assert state.step == 5


def test_training_learns() -> None:
    network, optimizer, schedule = Network(NET, generator(0)), OPTIMIZERS["adam"](learning_rate=0.02), Constant()
    state = begin(network, optimizer, schedule)
    for _ in range(300):
        state, value = train_step(network, optimizer, schedule, LOSS, X, Y, state)
    state.load(network)
    assert value < 0.1
    assert LOSS.accuracy(network.forward(X, training=False), Y) == 1.0


def test_an_interrupted_step_leaves_its_state() -> None:
    wide = NetworkSettings((2, *[128] * 8, 1), Tanh(), XavierNormal(), batch_norm=True)
    network, optimizer, schedule = Network(wide, generator(0)), OPTIMIZERS["adam"](), Constant()
    state = begin(network, optimizer, schedule)
    state, _ = train_step(network, optimizer, schedule, LOSS, X, Y, state)
    expected, loss = train_step(network, optimizer, schedule, LOSS, X, Y, state)
    for most in range(1, 18, 3):
        asked: list[None] = []

        def wanted(asked: list[None] = asked, most: int = most) -> bool:
            asked.append(None)
            return len(asked) <= most

        with pytest.raises(Interrupted), while_wanted(wanted):
            train_step(network, optimizer, schedule, LOSS, X, Y, state)
    again, value = train_step(network, optimizer, schedule, LOSS, X, Y, state)
    assert value == loss
    np.testing.assert_array_equal(again.vector, expected.vector)
    np.testing.assert_array_equal(again.running, expected.running)
