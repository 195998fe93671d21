"""∂L/∂W of wide networks: against every pair of points by itself, in the plane and in space, and how long it takes."""

from __future__ import annotations

import itertools
import math
import time
from collections.abc import Callable

import numpy as np
import pytest

from engine.activations import ACTIVATIONS, Activation
from engine.activations.rectifiers import ELU
from engine.datasets import DATASETS
from engine.initializers import INITIALIZERS, Initializer, Normal
from engine.network import NetworkSettings
from engine.network.theory import expected
from engine.network.theory_kernel import Series, straight_kernels
from engine.network.theory_pairs import TOO_MANY, TOO_SHARP, between, plane_weights, space_weights
from engine.network.theory_table import chebyshev, table

NODES, WEIGHTS = np.polynomial.legendre.leggauss(20)


def pieces(ends: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    half = np.diff(ends)[:, np.newaxis] / 2
    return (ends[:-1, np.newaxis] + half * (1 + NODES)).ravel(), (half * WEIGHTS).ravel()


RADIUS, RADIAL = pieces(np.concatenate(([0.0], 2.0 ** np.arange(-6.0, 0.0), np.arange(1.0, 10.0))))
RADIAL = RADIAL * RADIUS * np.exp(-RADIUS * RADIUS / 2) / (2 * math.pi)


def bivariate(f: Callable[[np.ndarray], np.ndarray], first: float, second: float, rho: float) -> float:
    """E f(z) f(z') by polar coordinates in the plane of two independent normals, in sectors between the kinks."""
    rho = min(max(rho, -1.0), 1.0)
    rest = math.sqrt(1.0 - rho * rho)
    kink = math.atan2(-rho, rest)
    corners = np.sort(np.mod([math.pi / 2, 3 * math.pi / 2, kink, kink + math.pi, 0.0, math.pi], 2 * math.pi))
    angle, angular = pieces(
        np.concatenate(
            [np.linspace(a, b, 4)[:-1] for a, b in zip(corners, [*corners[1:], 2 * math.pi], strict=True)]
            + [[2 * math.pi]]
        )
    )
    u, v = RADIUS[:, np.newaxis] * np.cos(angle), RADIUS[:, np.newaxis] * np.sin(angle)
    return float(RADIAL @ (f(first * u) * f(second * (rho * u + rest * v))) @ angular)


def by_pairs(settings: NetworkSettings, x: np.ndarray, d: np.ndarray) -> np.ndarray:
    """The rms of ∂L/∂W of each hidden layer from the matrices of all pairs, layer by layer."""
    f, sizes, count = settings.activation, settings.sizes, len(x)
    weights = [settings.initializer.std(*pair) for pair in itertools.pairwise(sizes)]
    alike, mean, inputs, slopes = x @ x.T / sizes[0], np.zeros(count), [], []
    for layer in range(1, len(sizes) - 1):
        spread = np.sqrt(sizes[layer - 1] * np.diag(alike)) * weights[layer - 1]
        rho = alike / np.sqrt(np.outer(np.diag(alike), np.diag(alike)))
        inputs.append(alike)
        value, slope = (
            np.array([[bivariate(g, spread[i], spread[j], rho[i, j]) for j in range(count)] for i in range(count)])
            for g in (f, f.derivative)
        )
        f_mean = np.array([bivariate(lambda z: f(z) + 10, s, s, 0.0) for s in spread]) ** 0.5 - 10
        slopes.append(slope)
        if settings.residual and sizes[layer] == sizes[layer - 1]:
            value += alike + np.outer(mean, f_mean) + np.outer(f_mean, mean)
            f_mean = mean + f_mean
        alike, mean = value, f_mean
    back, found = weights[-1] ** 2 * (d @ d.T), []
    for layer in range(len(slopes), 0, -1):
        through = back * slopes[layer - 1]
        found.append(math.sqrt((inputs[layer - 1] * through).sum()))
        past = back if settings.residual and sizes[layer] == sizes[layer - 1] else 0.0
        back = sizes[layer] * weights[layer - 1] ** 2 * through + past
    return np.array(found[::-1])


CASES = [
    (ACTIVATIONS["relu"](), INITIALIZERS["he_normal"](), 1e-5),
    (ACTIVATIONS["tanh"](), INITIALIZERS["xavier_normal"](), 1e-7),
    (ACTIVATIONS["sigmoid"](), Normal(sigma=0.5), 1e-3),
    (ACTIVATIONS["selu"](), INITIALIZERS["lecun_normal"](), 1e-3),
    (ELU(alpha=3.0), INITIALIZERS["xavier_normal"](), 1e-3),
    (ACTIVATIONS["gelu"](), Normal(sigma=0.3), 1e-3),
]


@pytest.mark.parametrize("residual", [False, True], ids=["plain", "residual"])
@pytest.mark.parametrize(("activation", "initializer", "tolerance"), CASES)
def test_table_against_every_pair(
    activation: Activation, initializer: Initializer, tolerance: float, residual: bool
) -> None:
    x, y = DATASETS["moons"]().points(1, 5)
    settings = NetworkSettings((2, 64, 64, 32, 1), activation, initializer, residual=residual)
    d = (0.45 - y) / 5
    np.testing.assert_allclose(expected(settings, x, d).d_w, by_pairs(settings, x, d), rtol=tolerance)


def test_several_outputs_are_summed() -> None:
    x, y = DATASETS["xor"]().points(1, 5)
    settings = NetworkSettings((2, 64, 64, 3), ACTIVATIONS["tanh"](), INITIALIZERS["xavier_normal"]())
    d = np.hstack((0.5 - y, y, x[:, :1]))
    np.testing.assert_allclose(expected(settings, x, d).d_w, by_pairs(settings, x, d), rtol=1e-6)


@pytest.mark.parametrize("kind", ["relu", "tanh"])
def test_plane_and_space_agree(kind: str) -> None:
    x, y = DATASETS["circles"]().points(0, 40)
    layout = NetworkSettings((2, *[64] * 6, 1), ACTIVATIONS[kind](), INITIALIZERS["he_normal"]())
    in_plane = expected(layout, x, 0.4 - y).d_w
    # The same points turned into three dimensions; the first layer's weights are given the same total spread.
    turned = x @ np.linalg.qr(np.random.default_rng(0).standard_normal((3, 3)))[0][:2]
    spatial = NetworkSettings((3, *layout.sizes[1:]), layout.activation, layout.initializer)
    scaled = expected(spatial, turned * math.sqrt(3 / 2), 0.4 - y).d_w
    assert in_plane is not None
    assert scaled is not None
    np.testing.assert_allclose(scaled[1:], in_plane[1:], rtol=2e-3)


def test_weights_of_a_batch_count_every_ordered_pair_once() -> None:
    x, y = DATASETS["blobs"]().points(3, 12)
    share = between(np.hypot(*x.T), chebyshev(0.0, 3.0))
    for weights in (plane_weights(x, share, y - 0.3, 64), space_weights(x, share, y - 0.3, 64)):
        d = y[:, 0] - 0.3
        assert weights.sum() == pytest.approx(d.sum() ** 2 - (d**2).sum())


@pytest.mark.parametrize("rho", [-1.0, -0.3, 0.0, 0.9, 1.0])
def test_kernels_against_another_integral(rho: float) -> None:
    value, slope = straight_kernels(np.array([rho]), 1.0, 0.1)
    leaky = ACTIVATIONS["leaky_relu"](alpha=0.1)
    assert value[0] == pytest.approx(bivariate(leaky, 1.0, 1.0, rho), abs=1e-10)
    assert slope[0] == pytest.approx(bivariate(leaky.derivative, 1.0, 1.0, rho), abs=1e-10)
    for f in (ACTIVATIONS["mish"](), ELU(alpha=2.0)):
        series = Series.of(f, np.array([0.5, 1.2]), np.ones(2))
        value, slope = series.kernels(np.array([[rho]]), np.array([0]), np.array([1]))
        assert value[0, 0] == pytest.approx(bivariate(f, 0.5, 1.2, rho), abs=2e-5)
        assert slope[0, 0] == pytest.approx(bivariate(f.derivative, 0.5, 1.2, rho), abs=2e-3)


def test_where_there_is_none_a_reason_is_given() -> None:
    rng = np.random.default_rng(0)
    x, d = rng.standard_normal((64, 2)), rng.standard_normal((64, 1))
    sharp = expected(NetworkSettings((2, *[256] * 5, 1), ACTIVATIONS["tanh"](), Normal(sigma=10.0)), x, d)
    assert (sharp.d_w, sharp.reason) == (None, TOO_SHARP)
    assert sharp.d_a is not None
    x, d = rng.standard_normal((1024, 100)), rng.standard_normal((1024, 1))
    many = NetworkSettings((100, 50, 50, 1), ACTIVATIONS["tanh"](), INITIALIZERS["xavier_normal"]())
    assert expected(many, x, d).reason == TOO_MANY
    assert expected(many, x[:256], d[:256]).d_w is not None


@pytest.mark.parametrize("kind", ["relu", "sigmoid"])
def test_other_draws_find_the_table_and_need_no_time(kind: str) -> None:
    settings = NetworkSettings((2, *[64] * 20, 1), ACTIVATIONS[kind](), INITIALIZERS["xavier_normal"]())
    x, y = DATASETS["circles"]().points(0, 128)
    expected(settings, x, 0.5 - y)
    before = table.cache_info().misses
    start = time.thread_time()
    expected(settings, x, 0.4 - y)
    assert time.thread_time() - start < 0.05
    assert table.cache_info().misses == before
