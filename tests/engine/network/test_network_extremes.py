"""Overflow, NaN, dead layers and vanished gradients are results: no warning, no exception, the same every time."""

from __future__ import annotations

import warnings

import numpy as np
import pytest

from engine.activations import ACTIVATIONS
from engine.initializers import INITIALIZERS, Initializer, Normal
from engine.network import LOSSES, Network, NetworkSettings, begin, generator, layer_statistics, train_step
from engine.optimizers import OPTIMIZERS
from engine.schedules import Constant

STARTS: list[Initializer] = [
    *(kind() for kind in INITIALIZERS.values()),
    *(Normal(sigma=sigma) for sigma in (1e-4, 1.0, 10.0)),
]
X = np.random.default_rng(0).standard_normal((6, 2))
Y = (X[:, :1] > 0) * 1.0


@pytest.mark.parametrize("depth", [2, 20, 100])
@pytest.mark.parametrize("kind", ACTIVATIONS)
@pytest.mark.filterwarnings("error")
def test_every_start_and_depth(kind: str, depth: int) -> None:
    for start in STARTS:
        for number, loss in enumerate(LOSSES.values()):
            norm, residual = bool(number), start.kind in ("normal", "zeros")
            settings = NetworkSettings((2, *[5] * depth, 1), ACTIVATIONS[kind](), start, norm, residual)
            network = Network(settings, generator(1))
            _, d_z = loss()(network.forward(X), Y)
            network.backward(d_z)
            statistics = layer_statistics(network)
            assert statistics.rms_a.shape == (depth,)
            assert loss().accuracy(network.forward(X, training=False), Y) <= 1.0
            again = Network(settings, generator(1))
            again.backward(loss()(again.forward(X), Y)[1])
            np.testing.assert_array_equal(again.gradient_vector, network.gradient_vector)


@pytest.mark.parametrize("kind", OPTIMIZERS)
@pytest.mark.filterwarnings("error")
def test_training_runs_on_through_overflow(kind: str) -> None:
    """Outside any errstate of the caller's, which would hide a warning."""
    settings = NetworkSettings((2, *[8] * 20, 1), ACTIVATIONS["relu"](), Normal(sigma=10.0), residual=True)
    network, optimizer, schedule, loss = (
        Network(settings, generator(0)),
        OPTIMIZERS[kind](),
        Constant(),
        LOSSES["mse"](),
    )
    state = begin(network, optimizer, schedule)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        for _ in range(30):
            state, _ = train_step(network, optimizer, schedule, loss, X, Y, state)
    assert state.step == 30


def sizes_of(width: int, depth: int, sigma: float) -> np.ndarray:
    """The rms of a of a network without activations, by layer."""
    settings = NetworkSettings((2, *[width] * depth, 1), ACTIVATIONS["identity"](), Normal(sigma=sigma))
    network = Network(settings, generator(0))
    network.forward(X)
    return layer_statistics(network).rms_a


def test_where_a_signal_overflows() -> None:
    sizes = sizes_of(width=200, depth=150, sigma=10.0)
    first = int(np.argmin(np.isfinite(sizes)))
    assert 140 < first < 145  # each layer multiplies by 10 √200, and 141^143 is the first power that is no float
    assert not np.isfinite(sizes[first:]).any()


def test_a_signal_that_vanishes_is_seen_as_far_as_floats_reach() -> None:
    sizes = sizes_of(width=64, depth=120, sigma=1e-4)
    assert 0 < sizes[90] < 1e-270  # the squares of which are 0
    assert sizes[-1] == 0
    assert np.all(np.diff(np.log10(sizes[:90])) == pytest.approx(-3.1, abs=0.3))
