"""Statistics by layer, against NumPy's own words for them."""

from __future__ import annotations

import math

import numpy as np
import pytest

from engine.activations import ACTIVATIONS
from engine.activations.rectifiers import ReLU
from engine.initializers import INITIALIZERS
from engine.network import LOSSES, Network, NetworkSettings, generator, layer_statistics
from engine.network.statistics import largest, of_layer, root_mean_square, standard_deviation

X = np.random.default_rng(0).standard_normal((16, 3))
Y = np.zeros((16, 2))


@pytest.mark.parametrize("kind", ACTIVATIONS)
@pytest.mark.parametrize("residual", [False, True])
def test_against_numpy(kind: str, residual: bool) -> None:
    activation = ACTIVATIONS[kind]()
    settings = NetworkSettings((3, 6, 6, 6, 2), activation, INITIALIZERS["he_normal"](), residual=residual)
    network = Network(settings, generator(0))
    network.parameters["b2"][:2] = -50.0  # two units that are never above 0
    network.backward(LOSSES["mse"]()(network.forward(X), Y)[1])
    found = layer_statistics(network)
    assert found.rms_a.shape == (3,)
    for number, layer in enumerate(network.layers[:-1]):
        slope, weights = activation.derivative(layer.z), layer.d_W
        assert layer.d_a is not None
        assert layer.d_z is not None
        expected = {
            "rms_a": np.sqrt(np.mean(layer.a**2)),
            "std_a": layer.a.std(),
            "zeros": np.mean(layer.a == 0),
            "saturated": np.mean(np.abs(slope) < 0.05),
            "dead": np.mean(np.all(slope == 0, axis=0)),
            "rms_d_a": np.sqrt(np.mean(layer.d_a**2)),
            "rms_d_z": np.sqrt(np.mean(layer.d_z**2)),
            "rms_d_w": np.sqrt(np.mean(weights**2)),
            "max_d_w": np.abs(weights).max(),
        }
        for name, value in expected.items():
            assert getattr(found, name)[number] == pytest.approx(value, rel=1e-12), name
    assert found.finite.all()


def test_dead_units_are_counted() -> None:
    network = Network(NetworkSettings((3, 4, 1), ReLU(), INITIALIZERS["he_normal"]()), generator(0))
    network.parameters["b1"][:] = [-50.0, 50.0, -50.0, 50.0]
    network.forward(X)
    found = layer_statistics(network)
    assert (found.dead[0], found.zeros[0], found.saturated[0]) == (0.5, 0.5, 0.5)
    assert np.isnan(found.rms_d_a[0])  # no gradient has come through yet
    network.backward(np.ones((16, 1)))
    assert not np.isnan(layer_statistics(network).rms_d_a[0])


def test_the_same_is_seen_on_the_way_back() -> None:
    network = Network(NetworkSettings((3, 4, 4, 2), ReLU(), INITIALIZERS["he_normal"]()), generator(0))
    _, d_z = LOSSES["mse"]()(network.forward(X), Y)
    seen = []
    network.backward(d_z, lambda layer: seen.append(of_layer(layer)) if layer.activation else None)
    network.backward(d_z)
    found = layer_statistics(network)
    np.testing.assert_array_equal(np.array(seen[::-1])[:, 5], found.rms_d_a)
    np.testing.assert_array_equal(np.array(seen[::-1])[:, 0], found.rms_a)


@pytest.mark.parametrize("size", [0.0, 5e-324, 1e-300, 1e-200, 1e-150, 1.0, 1e200, 1e300])
@pytest.mark.filterwarnings("error")
def test_sizes_whose_squares_are_no_floats(size: float) -> None:
    values = np.array([[size, -size], [size, size]])
    with np.errstate(all="ignore"):
        assert root_mean_square(values) == pytest.approx(size, rel=1e-12)
    assert largest(-values) == size


def test_sizes_that_are_none() -> None:
    with np.errstate(all="ignore"):
        assert root_mean_square(np.array([1.0, math.inf])) == math.inf
        assert math.isnan(root_mean_square(np.array([1.0, math.nan])))
        assert math.isnan(root_mean_square(np.array([1.0, math.inf, math.nan])))
        assert math.isnan(standard_deviation(np.array([1.0, math.inf])))
    assert math.isnan(root_mean_square(None))


def test_a_small_spread_far_from_0() -> None:
    values = 1e8 + np.random.default_rng(0).standard_normal((50, 50))
    assert standard_deviation(values) == pytest.approx(values.std(), rel=1e-9)
