"""The network's contract: what is drawn, views and vectors, order of operations, evaluation, a batch of one."""

from __future__ import annotations

import numpy as np
import pytest

from engine.activations.bounded import Tanh
from engine.activations.rectifiers import ReLU
from engine.initializers import HeNormal, Orthogonal, XavierNormal
from engine.network import Network, NetworkSettings, generator
from engine.work import Interrupted, while_wanted

NET = NetworkSettings((3, 4, 4, 2), Tanh(), HeNormal(), batch_norm=True, residual=True)
X = np.random.default_rng(7).standard_normal((5, 3))
D = np.random.default_rng(8).standard_normal((5, 2))


def network(settings: NetworkSettings = NET) -> Network:
    return Network(settings, generator(3))


def test_parameters_lie_in_the_flat_vector_layer_by_layer() -> None:
    net = network()
    assert list(net.parameters) == [
        "W1", "b1", "gamma1", "beta1", "W2", "b2", "gamma2", "beta2", "W3", "b3",
    ]  # fmt: skip
    assert [net.parameters[name].shape for name in ("W1", "b1", "gamma1", "W3")] == [(3, 4), (4,), (4,), (4, 2)]
    np.testing.assert_array_equal(np.concatenate([p.ravel() for p in net.parameters.values()]), net.vector)
    assert net.parameters.keys() == net.gradients.keys()
    assert list(net.running_statistics) == ["mean1", "variance1", "mean2", "variance2"]


def test_what_is_written_into_a_view_acts() -> None:
    net = network()
    before = net.forward(X)
    net.parameters["b3"][:] = 1.0
    np.testing.assert_array_equal(net.forward(X), before + 1.0)
    assert net.vector[-2:].tolist() == [1.0, 1.0]


def test_the_start() -> None:
    net = network()
    for name, values in net.parameters.items():
        if name[0] != "W":
            assert np.all(values == (1.0 if name.startswith("gamma") else 0.0))
    for name, values in net.running_statistics.items():
        assert np.all(values == (1.0 if name.startswith("variance") else 0.0))


def test_one_standard_normal_draw_for_each_layer_and_nothing_else() -> None:
    rng, expected = generator(3), generator(3)
    net = Network(NET, rng)
    for number, shape in enumerate([(3, 4), (4, 4), (4, 2)], start=1):
        np.testing.assert_array_equal(net.parameters[f"W{number}"], HeNormal().weights(expected.standard_normal(shape)))
    assert rng.random() == expected.random()


@pytest.mark.parametrize(
    "settings",
    [
        NetworkSettings((3, 4, 4, 2), ReLU(), HeNormal()),
        NetworkSettings((3, 4, 4, 2), Tanh(), Orthogonal(), residual=True),
        NetworkSettings((3, 4, 4, 2), Tanh(), XavierNormal(), batch_norm=True),
    ],
)
def test_the_draw_is_the_same_whatever_the_layers_do_with_it(settings: NetworkSettings) -> None:
    first, second = generator(3), generator(3)
    Network(NET, first)
    Network(settings, second)
    assert first.random() == second.random()


def test_draws() -> None:
    assert generator(5).random() == np.random.default_rng(5).random()
    starts = {generator(seed, draw).random() for seed in range(20) for draw in range(20)}
    assert len(starts) == 400
    assert generator(5, 2).random() == generator(5, 2).random()


def test_order_of_operations() -> None:
    """Step by step, as it is written down."""
    net = network()
    net.vector[:] = np.random.default_rng(1).standard_normal(len(net.vector))
    p, a = net.parameters, X
    for number in (1, 2):
        z = a @ p[f"W{number}"] + p[f"b{number}"]
        hat = (z - z.mean(axis=0)) / np.sqrt(z.var(axis=0) + 1e-5)
        new = np.tanh(p[f"gamma{number}"] * hat + p[f"beta{number}"])
        a = new + a if number == 2 else new
    np.testing.assert_allclose(net.forward(X), a @ p["W3"] + p["b3"], rtol=1e-12)
    np.testing.assert_allclose(net.layers[1].a, a, rtol=1e-12)


def test_running_statistics_and_evaluation() -> None:
    net = network()
    z = X @ net.parameters["W1"]
    net.forward(X)
    np.testing.assert_allclose(net.running_statistics["mean1"], 0.1 * z.mean(axis=0), rtol=1e-12)
    np.testing.assert_allclose(net.running_statistics["variance1"], 0.9 + 0.1 * z.var(axis=0, ddof=1), rtol=1e-12)
    held = net.running.copy()
    whole = net.forward(X, training=False)
    np.testing.assert_array_equal(net.running, held)
    np.testing.assert_allclose(np.vstack([net.forward(x[None], training=False) for x in X]), whole, rtol=1e-12)


def test_a_batch_of_one_under_batch_normalization() -> None:
    net = network()
    for beta in (net.parameters["beta1"], net.parameters["beta2"]):
        beta[:] = 0.3
    net.forward(X)
    assert not net.variance_left
    held = {name: values.copy() for name, values in net.running_statistics.items()}
    net.forward(X[:1])
    assert net.variance_left
    np.testing.assert_array_equal(net.layers[0].z, np.full((1, 4), 0.3))
    for name, values in net.running_statistics.items():
        assert np.array_equal(values, held[name]) == name.startswith("variance"), name
    d_input = net.backward(D[:1])
    assert not d_input.any()
    assert not net.gradients["W1"].any()
    assert net.gradients["W3"].any()
    net.forward(X[:1], training=False)
    assert not net.variance_left


def test_the_gradient_of_b_before_batch_normalization_is_0_only_in_training() -> None:
    net = network()
    net.forward(X)
    net.backward(D)
    assert not net.gradients["b1"].any()
    assert net.gradients["b3"].all()
    net.forward(X, training=False)
    net.backward(D)
    assert net.gradients["b1"].all()


def test_residual_connections_only_where_the_widths_agree() -> None:
    net = network(NetworkSettings((4, 4, 5, 5, 4), ReLU(), HeNormal(), residual=True))
    assert [layer.residual for layer in net.layers] == [True, False, True, False]


def test_what_the_layers_keep() -> None:
    net = network()
    z = net.forward(X)
    assert [layer.activation is None for layer in net.layers] == [False, False, True]
    assert net.layers[-1].a is z
    for before, after in zip(net.layers[:-1], net.layers[1:], strict=True):
        assert after.x is before.a
    assert net.layers[0].d_a is None
    d_input = net.backward(D)
    assert d_input.shape == X.shape
    for layer in net.layers[:-1]:
        assert layer.d_a is not None
        np.testing.assert_array_equal(layer.d_z, layer.d_a * Tanh().derivative(layer.z))
    np.testing.assert_array_equal(net.layers[-1].d_z, D)
    seen = []
    net.backward(D, lambda layer: seen.append((layer, layer.d_z)))
    assert [layer for layer, _ in seen] == list(reversed(net.layers))
    assert all(d_z is not None for _, d_z in seen)
    assert all(layer.d_z is None for layer in net.layers)


def test_gradients_alone_are_those_of_the_whole_backward_pass() -> None:
    net = network()
    net.forward(X)
    net.backward(D)
    whole = net.gradient_vector.copy()
    net.gradient_vector[:] = np.nan
    net.find_gradients(D)
    np.testing.assert_array_equal(net.gradient_vector, whole)


def test_passes_give_new_arrays() -> None:
    net = network()
    first, kept = net.forward(X), net.layers[0].a
    values, kept_values = first.copy(), kept.copy()
    net.backward(D)
    net.forward(2 * X)
    net.backward(D)
    np.testing.assert_array_equal(first, values)
    np.testing.assert_array_equal(kept, kept_values)


def test_over_given_vectors() -> None:
    net = network()
    net.forward(X)
    vector, running = net.vector.copy(), net.running.copy()
    other = Network.over(NET, vector, running)
    assert np.shares_memory(other.parameters["W2"], vector)
    np.testing.assert_array_equal(other.forward(X, training=False), net.forward(X, training=False))
    with pytest.raises(ValueError, match="a vector of"):
        Network.over(NET, vector[1:], running)
    with pytest.raises(ValueError, match="a vector of"):
        Network.over(NET, vector, running[:0])


@pytest.mark.parametrize("output", ["linear", "sigmoid"])
def test_z_comes_out_whatever_the_output_is_read_as(output: str) -> None:
    net = network(NetworkSettings((3, 2), Tanh(), HeNormal(), output=output))  # type: ignore[arg-type]
    np.testing.assert_allclose(net.forward(X), X @ net.parameters["W1"], rtol=1e-12)


def test_wrong_settings_and_shapes_are_refused() -> None:
    for sizes in ((3,), (3, 0, 1), ()):
        with pytest.raises(ValueError, match="widths"):
            NetworkSettings(sizes, Tanh(), HeNormal())
    with pytest.raises(ValueError, match="linear or sigmoid"):
        NetworkSettings((1, 1), Tanh(), HeNormal(), output="softmax")  # type: ignore[arg-type]
    net = network()
    for x in (X[:, :2], X[0], X[:0]):
        with pytest.raises(ValueError, match="batch"):
            net.forward(x)
    net.forward(X)
    with pytest.raises(ValueError, match="∂L/∂z"):
        net.backward(D[:, :1])


def test_a_long_pass_ends_when_nobody_waits_any_more() -> None:
    wide = network(NetworkSettings((2, *[100] * 20, 1), Tanh(), HeNormal()))
    x, asked = np.ones((64, 2)), []

    def wanted() -> bool:
        asked.append(True)
        return len(asked) < 5

    with pytest.raises(Interrupted), while_wanted(wanted):
        wide.forward(x)
    assert len(asked) == 5
    wide.find_gradients(np.ones_like(wide.forward(x)))
    asked.clear()
    with pytest.raises(Interrupted), while_wanted(wanted):
        wide.find_gradients(np.ones((64, 1)))
