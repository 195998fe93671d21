"""Curves that coincide, interleaved, and densities with their spikes."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.simulations.activations import ActivationsSettings, Probe
from engine.simulations.activations_curves import BIN_WIDTH, coincidences, density, interleaved

RELU, LEAKY, ELU_AT = 2, 3, 4
SIGMOID = 0
SCENE = Probe.simulation.scene(ActivationsSettings(), 0)


# -- curves that coincide ---------------------------------------------------------------------------------------------


def test_relu_leaky_and_elu_are_found_to_coincide_from_zero_on() -> None:
    scene = SCENE
    (found,) = coincidences(scene.z, scene.values)
    assert found.members == (RELU, LEAKY, ELU_AT)
    assert (found.low, found.high) == (0.0, 6.0)


def test_curves_that_only_cross_do_not_coincide() -> None:
    z = np.linspace(-6, 6, 481)
    assert coincidences(z, np.stack([z, z**3, np.sin(z)])) == ()
    assert coincidences(z, np.stack([z, np.abs(z), -z]))[0].members == (0, 1)


def test_coinciding_curves_share_the_line_without_a_gap() -> None:
    scene = SCENE
    drawn = interleaved(scene.z, scene.values, dash=0.25)
    alone, together = scene.z < -0.1, scene.z > 0.1
    assert np.array_equal(drawn[:, alone], scene.values[:, alone])
    seen = np.isfinite(drawn[[RELU, LEAKY, ELU_AT]][:, together])
    shares = seen.mean(axis=1)
    assert (shares > 0.25).all(), "each is seen"
    assert (shares < 0.5).all(), "none hides the others"
    joined = seen[:, 1:] & seen[:, :-1]
    assert joined.any(axis=0).all(), "every piece of the line is drawn by one of them"
    assert np.array_equal(drawn[SIGMOID], scene.values[SIGMOID])


@given(st.integers(0, 2**32 - 1), st.integers(1, 5))
def test_interleaving_never_changes_a_value(seed: int, count: int) -> None:
    rng = np.random.default_rng(seed)
    z = np.linspace(-1, 1, 60)
    curves = rng.integers(0, 2, (count, 1)) * np.sign(z)[None, :]
    drawn = interleaved(z, curves, 0.2)
    kept = np.isfinite(drawn)
    assert np.array_equal(drawn[kept], curves[kept])
    assert kept.any(axis=0).all()


# -- densities --------------------------------------------------------------------------------------------------------


@given(st.floats(-8, 8), st.floats(1e-3, 20), st.integers(0, 1000))
def test_a_density_holds_all_values(mean: float, spread: float, seed: int) -> None:
    values = mean + spread * np.random.default_rng(seed).standard_normal(500)
    made = density(values, -1.4, 2.3)
    widths = np.diff(made.edges)
    assert float(made.heights @ widths) + made.below + made.above == pytest.approx(1.0, abs=1e-12)
    counts, _ = np.histogram(values, made.edges)
    assert np.abs(made.heights * widths * 500 - counts).sum() <= 2, "but for values on an edge, as NumPy counts them"
    assert made.below == np.mean(values < -1.4)


def test_a_spike_is_told_by_place_and_share_and_does_not_set_the_scale() -> None:
    values = np.maximum(np.random.default_rng(0).standard_normal(4000), 0.0)
    made = density(values, -1.4, 2.3)
    ((place, share),) = made.spikes
    assert place == 0.0
    assert share == np.mean(values == 0.0)
    assert made.top < 0.5 < made.heights.max()


def test_a_density_without_any_number_is_empty() -> None:
    made = density(np.full(10, np.nan), -1.0, 1.0)
    assert not made.heights.any()
    assert not made.collapsed
    assert made.spikes == ()


def test_all_in_one_place_is_collapsed() -> None:
    assert density(np.full(10, 0.3), -1.0, 1.0).collapsed
    assert not density(np.array([0.3, 0.3 + 1.01 * BIN_WIDTH]), -1.0, 1.0).collapsed
