"""Initializations: the common draw, spreads against theory and chance, densities, and the orthogonal matrices' law."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.erf import erf
from engine.initializers import INITIALIZERS, Initializer
from engine.parameter import SettingsError

# key: the expected standard deviation for n_in = 100, n_out = 50
DEVIATIONS = {
    "zeros": 0.0,
    "normal": 0.01,
    "xavier_normal": 0.1155,
    "he_normal": 0.1414,
    "xavier_uniform": 0.1155,
    "he_uniform": 0.1414,
    "lecun_normal": 0.1,
    "orthogonal": 0.1,
}
NORMAL = ["normal", "xavier_normal", "he_normal", "lecun_normal"]
UNIFORM = ["xavier_uniform", "he_uniform"]
SHAPES = [(100, 50), (50, 100), (7, 7), (1, 9), (9, 1), (1, 1)]
each = pytest.mark.parametrize("kind", INITIALIZERS)


def generator(seed: int = 0) -> np.random.Generator:
    return np.random.default_rng(seed)


def test_every_initializer_stands_in_the_table() -> None:
    assert list(INITIALIZERS)[:4] == ["zeros", "normal", "xavier_normal", "he_normal"]
    assert set(INITIALIZERS) == set(DEVIATIONS)


@each
def test_expected_deviation_of_the_chapters_layer(kind: str) -> None:
    assert round(INITIALIZERS[kind]().std(100, 50), 4) == DEVIATIONS[kind]


@each
def test_sample_has_the_expected_spread(kind: str) -> None:
    init = INITIALIZERS[kind]()
    weights = init(generator(2), 400, 300)
    chance = init.std(400, 300) / math.sqrt(weights.size)
    assert abs(weights.mean()) <= 4 * chance
    assert abs(weights.std() - init.std(400, 300)) <= 4 * chance


@pytest.mark.parametrize("shape", SHAPES)
@each
def test_shape_and_repeatability(kind: str, shape: tuple[int, ...]) -> None:
    init = INITIALIZERS[kind]()
    weights = init(generator(), *shape)
    assert weights.shape == shape
    assert weights.dtype == np.float64
    assert weights.flags.c_contiguous
    np.testing.assert_array_equal(weights, init(generator(), *shape))
    assert kind == "zeros" or not np.array_equal(weights, init(generator(1), *shape)) or shape == (1, 1)


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("kind", NORMAL)
def test_normal_schemes_scale_one_draw_bit_for_bit(kind: str, shape: tuple[int, ...]) -> None:
    init = INITIALIZERS[kind]()
    draw = generator(7).standard_normal(shape)
    np.testing.assert_array_equal(init(generator(7), *shape), draw * init.std(*shape))


@pytest.mark.parametrize("kind", UNIFORM)
def test_uniform_schemes_take_the_draw_to_the_same_quantile(kind: str) -> None:
    init = INITIALIZERS[kind]()
    draw = generator(7).standard_normal((30, 20))
    limit = {"xavier_uniform": math.sqrt(6 / 50), "he_uniform": math.sqrt(6 / 30)}[kind]
    weights = init(generator(7), 30, 20)
    np.testing.assert_allclose(weights, limit * erf(draw / math.sqrt(2)), rtol=1e-14)
    np.testing.assert_array_equal(np.argsort(weights, axis=None), np.argsort(draw, axis=None))
    assert np.abs(weights).max() <= limit


@each
def test_every_scheme_leaves_the_generator_in_the_same_place(kind: str) -> None:
    used, plain = generator(3), generator(3)
    INITIALIZERS[kind]()(used, 5, 4)
    plain.standard_normal((5, 4))
    assert used.random() == plain.random()


@each
def test_the_draw_is_not_altered(kind: str) -> None:
    draw = generator().standard_normal((6, 4))
    before = draw.copy()
    INITIALIZERS[kind]().weights(draw)
    np.testing.assert_array_equal(draw, before)


@pytest.mark.parametrize("shape", SHAPES)
def test_orthogonal_matrices_are_orthogonal(shape: tuple[int, ...]) -> None:
    weights = INITIALIZERS["orthogonal"]()(generator(5), *shape)
    small = weights.T @ weights if shape[0] >= shape[1] else weights @ weights.T
    np.testing.assert_allclose(small, np.eye(min(shape)), atol=1e-14)


def test_orthogonal_matrices_favour_no_sign() -> None:
    corner = [INITIALIZERS["orthogonal"]()(generator(seed), 3, 3)[0, 0] for seed in range(400)]
    assert abs(np.mean(corner)) < 4 * math.sqrt(1 / 3 / 400)  # plain QR fixes the sign of this entry


@pytest.mark.parametrize("shape", [(100, 50), (3, 2), (2, 5)])
@each
def test_density_is_the_law_of_the_weights(kind: str, shape: tuple[int, ...]) -> None:
    init = INITIALIZERS[kind]()
    if kind == "zeros":
        assert init.density(np.zeros(3), *shape) is None
        return
    edge = 8 * init.std(*shape) if kind in NORMAL else math.sqrt(3) * init.std(*shape) if kind in UNIFORM else 1.0
    w = np.linspace(-edge, edge, 200_001)
    width = w[1] - w[0]
    density = init.density((w[1:] + w[:-1]) / 2, *shape)
    assert density.sum() * width == pytest.approx(1.0, abs=1e-3)
    assert math.sqrt(np.sum(density * ((w[1:] + w[:-1]) / 2) ** 2) * width) == pytest.approx(init.std(*shape), rel=1e-3)
    sample = np.concatenate([init(generator(seed), *shape).ravel()[:3] for seed in range(1000)])
    below = np.searchsorted(np.sort(sample), w[::20000]) / sample.size
    expected = np.concatenate([[0.0], np.cumsum(density) * width])[::20000]
    assert np.abs(below - expected).max() < 0.05


def test_density_at_the_edges() -> None:
    with np.errstate(all="raise", under="ignore"):
        far = np.array([-1e308, -2.0, 2.0, 1e308])
        for kind in (*UNIFORM, "orthogonal"):
            np.testing.assert_array_equal(INITIALIZERS[kind]().density(far, 100, 50), np.zeros(4))
        np.testing.assert_array_equal(INITIALIZERS["normal"](sigma=1e-4).density(far, 100, 50), np.zeros(4))
    assert INITIALIZERS["orthogonal"]().density(np.zeros(2), 1, 1) is None
    assert INITIALIZERS["orthogonal"]().density(np.array([0.3]), 3, 2) == pytest.approx(0.5)  # Archimedes' sphere


@pytest.mark.parametrize("shape", [(6, 4), (4, 6), (5, 5), (1, 3), (1, 1)])
@each
def test_chance_of_the_sample_deviation(kind: str, shape: tuple[int, ...]) -> None:
    init = INITIALIZERS[kind]()
    rows = max(1, shape[0] - 2)
    squares = [np.var(init(generator(seed), *shape)[:rows]) for seed in range(1200)]
    expected = float(init.variance_of_square(np.array([rows]), *shape)[0])
    assert np.var(squares) == pytest.approx(expected, rel=0.25, abs=1e-25)


def test_all_of_an_orthogonal_matrix_leaves_little_to_chance() -> None:
    init = INITIALIZERS["orthogonal"]()
    variance = init.variance_of_square(np.arange(1, 101), 100, 50)
    assert np.all(np.diff(variance) < 0)
    assert variance[-1] == pytest.approx(2 * 99 / (100 * 100 * 102) / 5000**2)


@pytest.mark.parametrize("shape", [(0, 5), (5, 0), (-1, 5)])
@each
def test_a_layer_needs_units(kind: str, shape: tuple[int, ...]) -> None:
    with pytest.raises(ValueError, match=str(min(shape))):
        INITIALIZERS[kind]()(generator(), *shape)


def test_normal_has_a_deviation_to_choose() -> None:
    assert INITIALIZERS["normal"](sigma=0.5).std(3, 4) == 0.5
    for wrong in (0.0, -1.0, 11.0):
        with pytest.raises(SettingsError):
            INITIALIZERS["normal"](sigma=wrong)


@pytest.mark.parametrize("cls", INITIALIZERS.values())
def test_texts(cls: type[Initializer]) -> None:
    assert all((cls.title, cls.formula, cls.use))


@given(st.integers(1, 40), st.integers(1, 40))
def test_xavier_and_he_for_every_width(n_in: int, n_out: int) -> None:
    he, xavier = (INITIALIZERS[kind]().std(n_in, n_out) for kind in ("he_normal", "xavier_normal"))
    assert he > xavier
    assert he**-2 * 2 == pytest.approx(n_in)
    assert xavier**-2 * 2 == pytest.approx(n_in + n_out)
