"""Losses from z: values far out, gradients against differences, accuracy."""

from __future__ import annotations

import math

import numpy as np
import pytest

from engine.network import LOSSES

INFINITY = math.inf
each = pytest.mark.parametrize("kind", LOSSES)


@each
def test_the_gradient_is_the_slope(kind: str) -> None:
    rng, loss = np.random.default_rng(0), LOSSES[kind]()
    z, y = rng.standard_normal((4, 3)), rng.integers(0, 2, (4, 3)) * 1.0
    _, d_z = loss(z, y)
    assert d_z.shape == z.shape
    for place in np.ndindex(z.shape):
        step = np.zeros_like(z)
        step[place] = 1e-6
        slope = (loss(z + step, y)[0] - loss(z - step, y)[0]) / 2e-6
        assert slope == pytest.approx(d_z[place], abs=1e-9)


@each
def test_the_mean_is_over_all_entries_and_nothing_is_altered(kind: str) -> None:
    rng, loss = np.random.default_rng(1), LOSSES[kind]()
    z, y = rng.standard_normal((5, 2)), np.ones((5, 2))
    held = z.copy()
    value, d_z = loss(z, y)
    single = [loss(z[i : i + 1, j : j + 1], y[:1, :1]) for i in range(5) for j in range(2)]
    assert value == pytest.approx(np.mean([v for v, _ in single]), rel=1e-14)
    np.testing.assert_allclose(d_z.ravel(), [float(d[0, 0]) / 10 for _, d in single], rtol=1e-14)
    np.testing.assert_array_equal(z, held)
    assert isinstance(value, float)


def test_known_values() -> None:
    value, d_z = LOSSES["mse"]()(np.array([[1.0, 3.0]]), np.array([[0.0, 1.0]]))
    assert (value, d_z.tolist()) == (2.5, [[1.0, 2.0]])
    value, d_z = LOSSES["binary_cross_entropy"]()(np.array([[0.0], [0.0]]), np.array([[0.0], [1.0]]))
    assert value == pytest.approx(math.log(2))
    assert d_z.tolist() == [[0.25], [-0.25]]


@pytest.mark.parametrize(
    ("z", "y", "value", "slope"),
    [
        (800.0, 1.0, 0.0, 0.0),
        (800.0, 0.0, 800.0, 1.0),
        (-800.0, 1.0, 800.0, -1.0),
        (-800.0, 0.0, 0.0, 0.0),
        (1e308, 0.0, 1e308, 1.0),
        (-50.0, 0.0, math.exp(-50), math.exp(-50)),
    ],
)
@pytest.mark.filterwarnings("error")
def test_cross_entropy_far_out(z: float, y: float, value: float, slope: float) -> None:
    """No logarithm of 0, and the tails keep their digits."""
    got, d_z = LOSSES["binary_cross_entropy"]()(np.array([[z]]), np.array([[y]]))
    assert got == pytest.approx(value, rel=1e-14)
    assert d_z[0, 0] == pytest.approx(slope, rel=1e-14)


@each
@pytest.mark.filterwarnings("error")
def test_what_overflows_or_is_nan_gives_no_warning(kind: str) -> None:
    for z in (1e200, -1e308, INFINITY, math.nan):
        value, d_z = LOSSES[kind]()(np.full((2, 1), z), np.zeros((2, 1)))
        assert d_z.shape == (2, 1)
        assert not math.isfinite(value) or abs(z) < INFINITY


def test_accuracy() -> None:
    z, y = np.array([[0.6], [0.4], [-0.2], [math.nan]]), np.array([[1.0], [1.0], [0.0], [0.0]])
    assert LOSSES["mse"]().accuracy(z, y) == 0.5
    assert LOSSES["binary_cross_entropy"]().accuracy(z, y) == 0.75
