"""Loss surfaces: derivatives against central differences, minima, kinks, shapes, and the scene that is drawn."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.simulations.race_paths import surface_scene
from engine.surfaces import SURFACES, Surface

# key: f at (1, 2), by hand from the formula as it stands in the literature
AT_1_2 = {
    "elliptic_bowl": 41.0,
    "rosenbrock": 100.0,
    "beale": (1.5 - 1 + 2) ** 2 + (2.25 - 1 + 4) ** 2 + (2.625 - 1 + 8) ** 2,
    "himmelblau": (1 + 2 - 11) ** 2 + (1 + 4 - 7) ** 2,
    "saddle": -3.0,
    "rastrigin": 5.0,
    "ackley": -20 * np.exp(-0.2 * np.sqrt(0.5 * 5)) - np.exp(1) + np.e + 20,
    "six_hump_camel": (4 - 2.1 + 1 / 3) + 2 + (16 - 4) * 4,
    "booth": (1 + 4 - 7) ** 2 + (2 + 2 - 5) ** 2,
    "plateau": 1 - np.exp(-2.5),
    "formula": np.sin(1) * np.cos(2) + 0.5,
}
EVERY = [cls() for cls in SURFACES.values()]
each = pytest.mark.parametrize("surface", EVERY, ids=lambda s: s.kind)
CBRT = np.cbrt(np.finfo(float).eps)


def points(surface: Surface, count: int = 400, seed: int = 0) -> tuple[np.ndarray, np.ndarray]:
    """Random places in the picture, and around it."""
    x0, x1, y0, y1 = surface.domain
    rng = np.random.default_rng(seed)
    wide = 0.2
    x = rng.uniform(x0 - wide * (x1 - x0), x1 + wide * (x1 - x0), count)
    y = rng.uniform(y0 - wide * (y1 - y0), y1 + wide * (y1 - y0), count)
    return x, y


def test_every_surface_stands_in_the_table() -> None:
    assert set(SURFACES) == set(AT_1_2)
    assert next(iter(SURFACES)) == "elliptic_bowl"


@each
def test_value_by_the_formula_of_the_literature(surface: Surface) -> None:
    value = surface.value(np.float64(1.0), np.float64(2.0))
    assert value == pytest.approx(AT_1_2[surface.kind], rel=1e-14, abs=1e-14)


@each
def test_gradient_against_central_differences(surface: Surface) -> None:
    x, y = points(surface)
    hx, hy = (CBRT * np.maximum(1, np.abs(v)) for v in (x, y))
    along_x = (surface.value(x + hx, y) - surface.value(x - hx, y)) / (2 * hx)
    along_y = (surface.value(x, y + hy) - surface.value(x, y - hy)) / (2 * hy)
    gradient = surface.gradient(x, y)
    # Differences are good to about eps^(2/3) of the value's and the third derivative's size.
    size = 1 + np.abs(surface.value(x, y)) + np.abs(gradient).max(axis=-1)
    error = np.abs(gradient - np.stack([along_x, along_y], axis=-1)).max(axis=-1)
    assert np.all(error <= 3e-8 * size)
    assert np.median(error / size) < 5e-9


@each
def test_hessian_against_central_differences_of_the_gradient(surface: Surface) -> None:
    x, y = points(surface, seed=1)
    hx, hy = (CBRT * np.maximum(1, np.abs(v)) for v in (x, y))
    along_x = (surface.gradient(x + hx, y) - surface.gradient(x - hx, y)) / (2 * hx)[:, None]
    along_y = (surface.gradient(x, y + hy) - surface.gradient(x, y - hy)) / (2 * hy)[:, None]
    hessian = surface.hessian(x, y)
    size = 1 + np.abs(surface.gradient(x, y)).max(axis=-1) + np.abs(hessian).max(axis=(-1, -2))
    error = np.abs(hessian - np.stack([along_x, along_y], axis=-1)).max(axis=(-1, -2))
    near_kink = np.hypot(x, y) < 0.02 if surface.kind == "ackley" else np.zeros(len(x), dtype=bool)
    assert np.all(error[~near_kink] <= 3e-7 * size[~near_kink])
    np.testing.assert_array_equal(hessian[..., 0, 1], hessian[..., 1, 0])


@each
def test_at_every_minimum_the_gradient_is_zero_and_the_value_the_lowest(surface: Surface) -> None:
    for x, y in surface.minima:
        assert surface.lowest is not None
        place = np.float64(x), np.float64(y)
        assert surface.value(*place) == pytest.approx(surface.lowest, abs=1e-14)
        curvature = np.abs(surface.hessian(*place)).max()
        # No double lies nearer to a minimum than half a rounding; the gradient there is that times the curvature.
        assert np.abs(surface.gradient(*place)).max() <= 1e-15 * (1 + curvature) * max(1.0, abs(x), abs(y))
        if surface.kind != "ackley":
            assert np.linalg.eigvalsh(surface.hessian(*place)).min() > 0


@each
def test_no_place_lies_lower_than_the_lowest(surface: Surface) -> None:
    if surface.lowest is None:
        assert surface.minima == []
        return
    x0, x1, y0, y1 = surface.domain
    x, y = np.meshgrid(np.linspace(x0, x1, 401), np.linspace(y0, y1, 401))
    values = surface.value(x, y)
    assert values.min() >= surface.lowest - 1e-12
    # And wherever it is nearly as low, a minimum is near: none is missing.
    share = 1e-5 if surface.kind == "rosenbrock" else 1e-3  # its valley is nearly as low for a long way
    low = values < surface.lowest + share * (np.median(values) - surface.lowest)
    distances = [np.hypot(x[low] - mx, y[low] - my) for mx, my in surface.minima]
    assert np.min(distances, axis=0).max() < 0.15 * np.hypot(x1 - x0, y1 - y0)


@each
def test_start_and_minima_lie_in_the_picture(surface: Surface) -> None:
    x0, x1, y0, y1 = surface.domain
    for x, y in [surface.start, *surface.minima]:
        assert x0 < x < x1
        assert y0 < y < y1
    assert surface.title
    assert surface.formula
    assert surface.trap


@each
@pytest.mark.parametrize("shape", [(), (1,), (5,), (3, 4), (2, 3, 4), (0,)])
def test_shapes(surface: Surface, shape: tuple[int, ...]) -> None:
    rng = np.random.default_rng(3)
    x, y = rng.normal(size=(2, *shape))
    assert np.shape(surface.value(x, y)) == shape
    assert surface.gradient(x, y).shape == (*shape, 2)
    assert surface.hessian(x, y).shape == (*shape, 2, 2)


@each
def test_many_places_at_once_are_as_each_alone(surface: Surface) -> None:
    x, y = points(surface, 7)
    for i in range(7):
        np.testing.assert_allclose(surface.value(x, y)[i], surface.value(x[i], y[i]), rtol=1e-14, atol=1e-14)
        np.testing.assert_allclose(surface.gradient(x, y)[i], surface.gradient(x[i], y[i]), rtol=1e-13, atol=1e-13)
        np.testing.assert_allclose(surface.hessian(x, y)[i], surface.hessian(x[i], y[i]), rtol=1e-13, atol=1e-13)


@each
def test_plain_numbers_are_taken(surface: Surface) -> None:
    assert float(surface.value(1.0, 2.0)) == pytest.approx(AT_1_2[surface.kind])
    assert surface.gradient(1.0, 2.0).shape == (2,)
    assert surface.hessian(1, 2).shape == (2, 2)


@each
def test_nothing_it_is_given_is_altered(surface: Surface) -> None:
    x, y = points(surface, 5)
    before = x.copy(), y.copy()
    first = surface.value(x, y), surface.gradient(x, y), surface.hessian(x, y)
    again = surface.value(x, y), surface.gradient(x, y), surface.hessian(x, y)
    for one, other in zip([x, y, *first], [*before, *again], strict=True):
        np.testing.assert_array_equal(one, other)


@each
@given(st.floats(-100, 100), st.floats(-100, 100))
def test_wherever_a_race_may_start_all_is_finite(surface: Surface, x: float, y: float) -> None:
    with np.errstate(all="raise", under="ignore"):
        assert np.isfinite(surface.value(np.array([x]), np.array([y]))).all()
        assert np.isfinite(surface.gradient(np.array([x]), np.array([y]))).all()
        assert np.isfinite(surface.hessian(np.array([x]), np.array([y]))).all()


@each
def test_beyond_all_numbers_there_is_no_number(surface: Surface) -> None:
    """NaN in, NaN out: a racer that has overflowed never seems to come back."""
    with np.errstate(all="ignore"):
        nan = np.array([np.nan])
        assert np.isnan(surface.value(nan, nan)).all()
        assert np.isnan(surface.gradient(nan, nan)).all()


@each
def test_quadratic_is_where_the_curvature_is_the_same_everywhere(surface: Surface) -> None:
    x, y = points(surface, 50)
    hessians = surface.hessian(x, y)
    assert surface.quadratic == bool(np.all(hessians == hessians[0]))


def test_the_kink_of_ackley() -> None:
    ackley = SURFACES["ackley"]()
    zero = np.zeros(3)
    with np.errstate(all="raise", under="ignore"):
        np.testing.assert_array_equal(ackley.value(zero, zero), 0.0)
        np.testing.assert_array_equal(ackley.gradient(zero, zero), np.zeros((3, 2)))
        np.testing.assert_array_equal(ackley.hessian(zero, zero), np.zeros((3, 2, 2)))
        # A cone: beside the point the slope is 2√2 in every direction.
        for angle in np.linspace(0, 2 * np.pi, 8):
            x, y = 1e-12 * np.cos(angle), 1e-12 * np.sin(angle)
            assert np.hypot(*ackley.gradient(x, y)) == pytest.approx(2 * np.sqrt(2), rel=1e-9)
            assert ackley.value(x, y) >= 0
        tiny = np.array([5e-324])
        assert np.isfinite(ackley.gradient(tiny, tiny)).all()
        assert np.isfinite(ackley.hessian(np.array([1e-150]), np.array([0.0]))).all()


@each
def test_the_scene_shows_the_whole_surface(surface: Surface) -> None:
    scene = surface_scene(surface)
    x0, x1, y0, y1 = surface.domain
    assert scene.values.shape == scene.shade.shape == (scene.y.size, scene.x.size)
    assert (scene.x[0], scene.x[-1], scene.y[0], scene.y[-1]) == (x0, x1, y0, y1)
    j, i = 11, 40
    np.testing.assert_allclose(scene.values[j, i], surface.value(scene.x[i], scene.y[j]), rtol=1e-14)
    assert scene.domain == surface.domain
    assert list(scene.minima) == surface.minima


@each
def test_the_scenes_levels_rise_and_part_it_evenly(surface: Surface) -> None:
    scene = surface_scene(surface)
    assert np.all(np.diff(scene.levels) > 0)
    assert scene.values.min() < scene.levels[0]
    assert scene.levels[-1] < scene.values.max()
    assert scene.shade.min() == 0.0
    assert scene.shade.max() == 1.0
    order = np.argsort(scene.values, axis=None)
    assert np.all(np.diff(scene.shade.ravel()[order]) >= 0), "darker is lower"
    # Contours everywhere, not only on the steep parts: between neighbouring levels lies at most half of the picture.
    shares = np.diff(np.searchsorted(np.sort(scene.values, axis=None), scene.levels)) / scene.values.size
    assert shares.max() < 0.5


def test_a_scene_is_made_once_for_equal_surfaces() -> None:
    assert surface_scene(SURFACES["booth"]()) is surface_scene(SURFACES["booth"]())
