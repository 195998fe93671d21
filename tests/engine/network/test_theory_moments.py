"""Moments of activations of a normal z: closed forms, limits, independent integrals, and spreads of any size."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.activations import ACTIVATIONS, Activation
from engine.activations.rectifiers import ELU, LeakyReLU
from engine.activations.self_gated import Swish
from engine.erf import normal_cdf
from engine.network.theory_moments import moments, slopes

EVERY = [*(cls() for cls in ACTIVATIONS.values()), ELU(alpha=10.0), ELU(alpha=0.1), Swish(beta=10.0), Swish(beta=0.1)]
each = pytest.mark.parametrize(
    "activation", EVERY, ids=lambda f: f"{f.kind}-{getattr(f, 'alpha', getattr(f, 'beta', ''))}"
)
SPREADS = np.exp(np.linspace(math.log(2e-6), math.log(1e8), 61))


def integrated(activation: Activation, r: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Mean less f(0), std and rms slope by another rule: forty points in each of a hundred pieces on either side."""
    ends = np.unique(np.concatenate(([0.0], 13.0 * 2.0 ** -np.arange(60.0), np.linspace(0, 13, 53))))
    nodes, weights = np.polynomial.legendre.leggauss(40)
    half = np.diff(ends)[:, np.newaxis] / 2
    u = (ends[:-1, np.newaxis] + half * (1 + nodes)).ravel()
    density = (half * weights).ravel() * np.exp(-u * u / 2) / math.sqrt(2 * math.pi)
    u, density = np.concatenate((-u, u)), np.concatenate((density, density))
    z = r[:, np.newaxis] * u
    value = activation(z) - activation(np.zeros(1))
    mean = value @ density
    return mean, np.sqrt((value - mean[:, np.newaxis]) ** 2 @ density), np.sqrt(activation.derivative(z) ** 2 @ density)


@each
def test_all_moments_against_another_rule(activation: Activation) -> None:
    found = moments(activation, SPREADS)
    mean, std, slope = integrated(activation, SPREADS)
    np.testing.assert_allclose(found.std, std, rtol=1e-10)
    np.testing.assert_allclose(found.slope, slope, rtol=1e-10)
    np.testing.assert_allclose(found.mean / std, mean / std, rtol=0, atol=1e-10)


def test_relu_by_hand() -> None:
    found = moments(ACTIVATIONS["relu"](), SPREADS)
    np.testing.assert_allclose(found.mean, SPREADS / math.sqrt(2 * math.pi), rtol=1e-14)
    np.testing.assert_allclose(found.std**2 + found.mean**2, SPREADS**2 / 2, rtol=1e-14)
    np.testing.assert_allclose(found.slope**2, 0.5, rtol=1e-14)


def test_selu_keeps_mean_0_and_variance_1() -> None:
    found = moments(ACTIVATIONS["selu"](), np.ones(1))
    assert found.mean[0] == pytest.approx(0, abs=1e-12)
    assert found.std[0] == pytest.approx(1, abs=1e-12)


def test_gelu_mean_in_closed_form() -> None:
    found = moments(ACTIVATIONS["gelu"](), SPREADS)
    exact = SPREADS**2 / np.sqrt(2 * math.pi * (1 + SPREADS**2))
    np.testing.assert_allclose(found.mean / found.std, exact / found.std, rtol=0, atol=1e-11)


@pytest.mark.parametrize("alpha", [0.1, 1.0, 10.0])
def test_elu_slope_in_closed_form(alpha: float) -> None:
    r = np.linspace(0.01, 5, 40)
    exact = 0.5 + alpha**2 * np.exp(2 * r**2) * normal_cdf(-2 * r)
    np.testing.assert_allclose(moments(ELU(alpha=alpha), r).slope ** 2, exact, rtol=1e-10)


def test_saturated_sigmoids_have_the_slope_of_their_step() -> None:
    r = np.array([1e4, 1e8, 1e100, 1e290])
    # ∫σ'² = 1/6 and ∫tanh'² = 4/3, at the middle of a normal density of that spread.
    middle = 1 / (math.sqrt(2 * math.pi) * r)
    np.testing.assert_allclose(moments(ACTIVATIONS["sigmoid"](), r).slope ** 2, middle / 6, rtol=1e-7)
    np.testing.assert_allclose(moments(ACTIVATIONS["tanh"](), r).slope ** 2, middle * 4 / 3, rtol=1e-7)
    np.testing.assert_allclose(moments(ACTIVATIONS["sigmoid"](), r).std, 0.5, rtol=1e-3)


@each
def test_spreads_beyond_the_table(activation: Activation) -> None:
    found = moments(activation, np.array([0.0, 1e-300, 1e-7, math.inf, math.nan]))
    assert found.std[0] == found.mean[0] == 0
    right, left = activation.derivative(np.array([1e-12, -1e-12]))
    straight = moments(LeakyReLU(alpha=1.0), np.ones(1))
    assert straight.std[0] == 1
    variance = (right**2 + left**2) / 2 - (right - left) ** 2 / (2 * math.pi)
    np.testing.assert_allclose(found.std[1:3], math.sqrt(variance) * np.array([1e-300, 1e-7]), rtol=1e-6)
    grows = not math.isfinite(activation.range.upper)
    assert found.std[3] == math.inf if grows else found.std[3] < 2
    assert np.isnan(found.std[4])


@given(st.sampled_from(EVERY), st.floats(1e-300, 1e290))
def test_rms_slope_and_spread_keep_to_the_activations_limits(activation: Activation, r: float) -> None:
    found = moments(activation, np.array([r]))
    assert 0 <= found.slope[0] <= activation.max_derivative * (1 + 1e-9)
    assert 0 <= found.std[0] <= activation.max_derivative * r * (1 + 1e-9)


def test_straight_pieces_are_recognised() -> None:
    straight = {kind: slopes(cls()) for kind, cls in ACTIVATIONS.items() if slopes(cls()) is not None}
    assert straight == {"relu": (1, 0), "leaky_relu": (1, 0.01), "identity": (1, 1)}
