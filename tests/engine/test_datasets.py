"""Data sets: their figures, standardisation, balance, streams, and what stays the same when a setting changes."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.datasets import DATASETS, Dataset
from engine.parameter import SettingsError, parameters

EVERY = [cls() for cls in DATASETS.values()]
each = pytest.mark.parametrize("data", EVERY, ids=lambda d: d.kind)


def figure(data: Dataset, count: int = 4000, seed: int = 0) -> tuple[np.ndarray, np.ndarray]:
    """Points without noise on the scale of the definition, and whether each is of class 1."""
    clean = replace(data, noise=0.0)
    x, y = clean.points(seed, count)
    mean, variance = clean.moments()
    return x * np.sqrt(variance) + mean, y[:, 0] == 1


def test_every_data_set_stands_in_the_table() -> None:
    assert list(DATASETS) == ["circles", "xor", "blobs", "spirals", "moons"]


@each
def test_shape_labels_and_definition(data: Dataset) -> None:
    x, y = data.points(0, 101)
    assert x.shape == (101, 2)
    assert y.shape == (101, 1)
    assert x.dtype == y.dtype == np.float64
    assert np.isfinite(x).all()
    assert sorted(set(y[:, 0])) == [0.0, 1.0]
    assert data.title
    assert data.notes() == (data.definition,)
    assert "\n" not in data.definition
    assert parameters(type(data))["noise"].high == 1


@pytest.mark.parametrize("noise", [0.0, 0.2, 1.0])
@each
def test_large_sets_have_mean_0_and_variance_1(data: Dataset, noise: float) -> None:
    x, _ = replace(data, noise=noise).points(5, 200_000)
    np.testing.assert_allclose(x.mean(axis=0), 0, atol=4 / np.sqrt(200_000))
    np.testing.assert_allclose(x.std(axis=0), 1, atol=6 / np.sqrt(200_000))


@given(
    kind=st.sampled_from(list(DATASETS)),
    noise=st.floats(0, 1),
    seed=st.integers(0, 2**63),
    count=st.integers(1, 200),
    role=st.sampled_from(["training", "test"]),
)
def test_any_count_is_balanced_finite_and_repeatable(kind: str, noise: float, seed: int, count: int, role: str) -> None:
    data = DATASETS[kind](noise=noise)
    x, y = data.points(seed, count, role)
    assert np.isfinite(x).all()
    assert abs(2 * y.sum() - count) <= 1
    again, labels = data.points(seed, count, role)
    np.testing.assert_array_equal(x, again)
    np.testing.assert_array_equal(y, labels)
    # Fewer points are the first of more.
    np.testing.assert_array_equal(x, data.points(seed, count + 3, role)[0][:count])


@each
def test_seed_and_role_choose_the_points(data: Dataset) -> None:
    x, _ = data.points(0, 50)
    for other in (data.points(1, 50)[0], data.points(0, 50, "test")[0], data.points(1, 50, "test")[0]):
        assert not np.isin(x, other).any()


@each
def test_points_are_not_the_draws_of_the_networks_stream(data: Dataset) -> None:
    assert not np.array_equal(data.draw(np.random.default_rng(3), 8)[0], data.points(3, 8)[0])


@each
def test_split_joins_both_roles(data: Dataset) -> None:
    split = data.split(4, 30, 20)
    np.testing.assert_array_equal(split.x, data.points(4, 30)[0])
    np.testing.assert_array_equal(split.y, data.points(4, 30)[1])
    np.testing.assert_array_equal(split.x_test, data.points(4, 20, "test")[0])
    np.testing.assert_array_equal(split.y_test, data.points(4, 20, "test")[1])


@each
def test_noise_scales_one_displacement(data: Dataset) -> None:
    def plain(noise: float) -> np.ndarray:
        noisy = replace(data, noise=noise)
        mean, variance = noisy.moments()
        return noisy.points(2, 40)[0] * np.sqrt(np.add(variance, noise**2)) + mean

    np.testing.assert_allclose(plain(0.8) - plain(0.0), 4 * (plain(0.2) - plain(0.0)), atol=1e-12)
    shift = replace(data, noise=1.0)
    mean, variance = shift.moments()
    spread = (shift.points(2, 20_000)[0] * np.sqrt(np.add(variance, 1.0)) + mean - figure(data, 20_000, 2)[0]).std(
        axis=0
    )
    np.testing.assert_allclose(spread, 1, atol=0.03)


@pytest.mark.parametrize("noise", [-0.01, 1.01, float("nan")])
@each
def test_noise_has_limits(data: Dataset, noise: float) -> None:
    with pytest.raises(SettingsError):
        replace(data, noise=noise)


@each
def test_no_points_is_refused(data: Dataset) -> None:
    with pytest.raises(ValueError, match="0"):
        data.points(0, 0)


def test_circles_are_a_disc_within_a_ring() -> None:
    x, one = figure(DATASETS["circles"]())
    radius = np.hypot(*x.T)
    assert radius[one].max() <= 0.5 + 1e-12
    assert radius[~one].min() >= 0.7 - 1e-12
    assert radius.max() <= 1 + 1e-12


def test_xor_is_about_the_signs() -> None:
    x, one = figure(DATASETS["xor"]())
    np.testing.assert_array_equal(x[:, 0] * x[:, 1] < 0, one)
    assert np.abs(x).min() >= 0.1 - 1e-12
    assert np.abs(x).max() <= 1 + 1e-12
    for quadrant in np.unique(np.sign(x), axis=0):
        assert 0.2 < (np.sign(x) == quadrant).all(axis=1).mean() < 0.3


def test_blobs_are_normal_clouds_as_large_as_their_noise() -> None:
    x, one = figure(DATASETS["blobs"]())
    np.testing.assert_allclose(x[one], 0.5)
    np.testing.assert_allclose(x[~one], -0.5)
    assert DATASETS["blobs"]().noise == 0.25


def test_spirals_are_one_arm_and_the_same_turned_by_half() -> None:
    x, one = figure(DATASETS["spirals"]())
    radius, angle = np.hypot(*x.T), np.arctan2(x[:, 1], x[:, 0])
    turned = np.exp(1j * (angle - 2 * np.pi * 1.75 * radius))
    np.testing.assert_allclose(turned, np.where(one, -1, 1), atol=1e-12)
    assert radius.min() >= 0.1 - 1e-12
    assert radius.max() <= 1 + 1e-12


def test_moons_are_two_half_circles() -> None:
    x, one = figure(DATASETS["moons"]())
    upper, lower = x[~one], x[one] - (1, 0.5)
    np.testing.assert_allclose(np.hypot(*upper.T), 1)
    np.testing.assert_allclose(np.hypot(*lower.T), 1)
    assert upper[:, 1].min() >= 0 >= lower[:, 1].max()
