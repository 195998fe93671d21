"""What wide networks do on average, held against networks that were drawn; limits, extremes, and where there is none."""

from __future__ import annotations

import math
from dataclasses import fields

import numpy as np
import pytest

from engine.activations import ACTIVATIONS
from engine.activations.rectifiers import ELU
from engine.datasets import DATASETS
from engine.initializers import INITIALIZERS, Initializer, Normal
from engine.network import LOSSES, LayerStatistics, Network, NetworkSettings, generator, layer_statistics
from engine.network.theory import Theory, expected
from engine.work import Interrupted, while_wanted

WIDTH, DEPTH, BATCH, SEEDS = 256, 8, 16, 4
MEASURED = {"std_a": "activations", "rms_a": "rms", "rms_d_a": "d_a", "rms_d_z": "d_z", "rms_d_w": "d_w"}
SCHEMES = [
    Normal(sigma=0.1),
    *(INITIALIZERS[kind]() for kind in ("xavier_normal", "he_uniform", "orthogonal")),
]


def batch(count: int = BATCH, data: str = "circles") -> tuple[np.ndarray, np.ndarray]:
    return DATASETS[data]().points(0, count)


def plain(
    activation: str, initializer: Initializer, depth: int = DEPTH, width: int = WIDTH, **rest: bool
) -> NetworkSettings:
    return NetworkSettings((2, *[width] * depth, 1), ACTIVATIONS[activation](), initializer, **rest)


def passes(settings: NetworkSettings, seeds: int, x: np.ndarray, y: np.ndarray) -> list[tuple[LayerStatistics, Theory]]:
    """Measurement and theory of so many draws."""
    found = []
    for seed in range(seeds):
        network = Network(settings, generator(seed))
        _, d_z = LOSSES["binary_cross_entropy"]()(network.forward(x), y)
        network.backward(d_z)
        found.append((layer_statistics(network), expected(settings, x, d_z)))
    return found


def deviations(settings: NetworkSettings, seeds: int = SEEDS) -> dict[str, float]:
    """For each number, the largest |ln(measured/expected)| of any layer, averaged over the draws."""
    found = passes(settings, seeds, *batch())
    return {
        theory: float(np.abs(np.mean([np.log(getattr(m, name) / getattr(t, theory)) for m, t in found], axis=0)).max())
        for name, theory in MEASURED.items()
    }


@pytest.mark.parametrize("residual", [False, True], ids=["plain", "residual"])
@pytest.mark.parametrize("initializer", SCHEMES, ids=lambda i: i.kind)
@pytest.mark.parametrize("activation", ACTIVATIONS)
def test_wide_networks_do_what_is_expected(activation: str, initializer: Initializer, residual: bool) -> None:
    # What four draws of this width leave to chance; a wrong factor at each layer would be far beyond it.
    for name, deviation in deviations(plain(activation, initializer, residual=residual)).items():
        assert deviation < 0.4, (name, deviation)


@pytest.mark.parametrize("activation", ["sigmoid", "relu", "tanh", "softplus"])
def test_wider_networks_come_closer(activation: str) -> None:
    wide = deviations(plain(activation, INITIALIZERS["xavier_normal"](), depth=8, width=700), 3)
    assert max(wide.values()) < 0.2, wide


def test_orthogonal_tanh_keeps_to_theory_within_a_percent() -> None:
    settings = plain("tanh", INITIALIZERS["orthogonal"](), depth=20, width=512)
    assert max(deviations(settings, 1).values()) < 0.02


def test_glorot_and_he_by_hand() -> None:
    x, _ = batch()
    d = np.full((BATCH, 1), 0.5)
    rms = math.sqrt((x**2).sum(axis=1).mean())
    relu = expected(plain("relu", INITIALIZERS["he_normal"]()), x, d)
    assert relu.rms is not None
    assert relu.d_a is not None
    # He: E[a²] = q/2 with q = 2 E[a²] of the layer before, from |x|²; and backward each layer multiplies by 2 · 1/2.
    np.testing.assert_allclose(relu.rms, rms / math.sqrt(2), rtol=1e-12)
    np.testing.assert_allclose(relu.d_a, 0.5 * math.sqrt(2 / WIDTH), rtol=1e-12)
    # Glorot: with f the identity, nothing changes after the first layer.
    linear = expected(plain("identity", INITIALIZERS["xavier_normal"]()), x, d)
    assert linear.activations is not None
    assert linear.d_w is not None
    np.testing.assert_allclose(linear.activations, rms * math.sqrt(2 / (WIDTH + 2)), rtol=1e-12)
    np.testing.assert_allclose(linear.d_w[1:], linear.d_w[1], rtol=1e-12)


def test_relu_with_residual_connections_grows_as_its_formula_says() -> None:
    x = np.array([[1.0, 1.0]])
    found = expected(plain("relu", INITIALIZERS["he_normal"](), residual=True), x, np.ones((1, 1)))
    assert found.rms is not None
    assert found.activations is not None
    assert found.d_a is not None
    # The first layer has no short cut: two inputs. q = E[a²], m = E[a], and z has variance 2q.
    q, m = 1.0, math.sqrt(2.0 / (2 * math.pi))
    for layer in range(DEPTH):
        assert found.rms[layer] == pytest.approx(math.sqrt(q), rel=1e-12)
        assert found.activations[layer] == pytest.approx(math.sqrt(q - m * m), rel=1e-12)
        f = math.sqrt(2 * q / (2 * math.pi))
        q, m = q + q + 2 * m * f, m + f
    np.testing.assert_allclose(found.d_a[:-1] / found.d_a[1:], math.sqrt(2.0), rtol=1e-12)  # χ = 1 + 1


def test_deep_residual_relu_needs_far_more_width_than_others() -> None:
    excess = {}
    for width, seeds in ((64, 12), (700, 4)):
        settings = plain("relu", INITIALIZERS["he_normal"](), depth=20, width=width, residual=True)
        found = passes(settings, seeds, *batch())
        excess[width] = np.median([m.rms_d_a[0] / t.d_a[0] for m, t in found if t.d_a is not None])
    assert 2 < excess[64] < 8
    assert 1 < excess[700] < 0.6 * excess[64]


def test_fixed_point_of_selu() -> None:
    x, _ = batch()
    found = expected(plain("selu", INITIALIZERS["lecun_normal"](), depth=100), x)
    assert found.activations is not None
    assert found.activations[-1] == pytest.approx(1, abs=1e-4)
    assert found.d_a is None


def test_sigmoids_lose_the_gradient_at_a_fixed_rate() -> None:
    x, y = batch()
    settings = plain("sigmoid", INITIALIZERS["xavier_normal"](), depth=30)
    ((_, theory),) = passes(settings, 1, x, y)
    assert theory.d_w is not None
    ratio = theory.d_w[4:12] / theory.d_w[5:13]
    np.testing.assert_allclose(ratio, ratio[-1], rtol=1e-4)
    assert 0.2 < ratio[-1] < 0.25  # χ = E f'² cannot exceed 1/16


def test_zero_weights_pass_nothing() -> None:
    x, _ = batch()
    found = expected(plain("sigmoid", INITIALIZERS["zeros"]()), x, np.ones((BATCH, 1)))
    for name in ("activations", "d_a", "d_z", "d_w"):
        np.testing.assert_array_equal(getattr(found, name), np.zeros(DEPTH))
    np.testing.assert_array_equal(found.rms, np.full(DEPTH, 0.5))


def test_what_overflows_is_infinite_and_what_underflows_is_zero() -> None:
    x, _ = batch()
    large = expected(plain("relu", Normal(sigma=10.0), depth=200), x, np.ones((BATCH, 1)))
    assert large.activations is not None
    assert large.d_w is not None
    assert np.isfinite(large.activations[:50]).all()
    assert large.activations[-1] == math.inf
    assert large.d_w[0] == math.inf
    smooth = expected(plain("gelu", Normal(sigma=10.0), depth=200), x)
    assert smooth.activations is not None
    np.testing.assert_allclose(smooth.activations[:50] / large.activations[:50], 1, rtol=0.05)
    assert smooth.activations[-1] == math.inf
    small = expected(plain("tanh", Normal(sigma=1e-4), depth=100, width=1), x, np.ones((BATCH, 1)))
    for field in fields(Theory)[:-1]:
        assert np.isfinite(getattr(small, field.name)).all()
    assert small.activations is not None
    assert small.activations[-1] == 0


@pytest.mark.parametrize("depth", [0, 1, 2, 20])
@pytest.mark.parametrize(
    "initializer", [*(cls() for cls in INITIALIZERS.values()), Normal(sigma=10.0), Normal(sigma=1e-4)]
)
def test_every_setting_gives_numbers(depth: int, initializer: Initializer) -> None:
    rng = np.random.default_rng(depth)
    for activation in (*(cls() for cls in ACTIVATIONS.values()), ELU(alpha=10.0)):
        for count, n_in, n_out, width, residual in ((9, 2, 1, 256, True), (3, 4, 2, 4, True), (1, 1, 1, 1, False)):
            x, d = rng.standard_normal((count, n_in)), rng.standard_normal((count, n_out))
            x[0] = 0.0
            settings = NetworkSettings((n_in, *[width] * depth, n_out), activation, initializer, residual=residual)
            found = expected(settings, x, d)
            for field in fields(Theory)[:-1]:
                values = getattr(found, field.name)
                if values is None:
                    assert field.name == "d_w"
                    assert found.reason
                else:
                    assert values.shape == (depth,)
                    assert (values >= 0).all(), (activation, field.name, values)


@pytest.mark.parametrize("start", [0.0, 1e-300, 1e300, math.inf])
def test_gradients_scale_with_where_they_start(start: float) -> None:
    x, _ = batch()
    settings = plain("tanh", INITIALIZERS["xavier_normal"]())
    one, scaled = (expected(settings, x, np.full((BATCH, 1), d)) for d in (1.0, start))
    for name in ("d_a", "d_z", "d_w"):
        np.testing.assert_allclose(getattr(scaled, name), getattr(one, name) * start, rtol=1e-9)


def test_no_theory_under_batch_normalization_and_rightly_so() -> None:
    settings = plain("relu", INITIALIZERS["he_normal"](), depth=20, batch_norm=True)
    found = expected(settings, batch()[0], np.ones((BATCH, 1)))
    assert (found.activations, found.rms, found.d_a, found.d_z, found.d_w) == (None,) * 5
    assert "batch normalization" in found.reason
    # How fast the gradient grows is decided by the batch: no line that knows only widths could be right.
    growth = {}
    for count in (4, 128):
        ((measured, _),) = passes(settings, 1, *batch(count))
        growth[count] = measured.rms_d_a[0] / measured.rms_d_a[-1]
    assert growth[4] > 5 * growth[128]


def test_nobody_waits_for_it() -> None:
    x, _ = batch()
    settings = plain("mish", Normal(sigma=0.123), depth=3)
    with while_wanted(lambda: False), pytest.raises(Interrupted):
        expected(settings, x, np.ones((BATCH, 1)))
    assert expected(settings, x, np.ones((BATCH, 1))).d_w is not None
