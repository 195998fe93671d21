"""The error function against the standard library's, one number at a time."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.erf import erf, erfc, normal_cdf, normal_density

# Dense over all three pieces, on both sides of each seam, and down to the smallest numbers.
SEAMS = [0.46875, 4.0, 6.0]
PLACES = np.unique(
    np.concatenate(
        [
            np.linspace(-27.0, 27.0, 20001),
            np.geomspace(5e-324, 1.0, 500),
            -np.geomspace(5e-324, 1.0, 500),
            [sign * np.nextafter(seam, way) for seam in SEAMS for way in (0.0, 9.0) for sign in (1, -1)],
            [sign * seam for seam in SEAMS for sign in (1, -1)],
        ]
    )
)


def test_erf_to_rounding() -> None:
    expected = np.array([math.erf(x) for x in PLACES])
    assert np.all(np.abs(erf(PLACES) - expected) <= 4 * np.spacing(np.abs(expected)))


def test_erfc_keeps_its_digits_in_the_tail() -> None:
    expected = np.array([math.erfc(x) for x in PLACES])
    assert np.all(np.abs(erfc(PLACES) - expected) <= 8 * np.spacing(expected))


def test_edges() -> None:
    with np.errstate(all="raise", under="ignore"):
        far = np.array([np.inf, 1e308, 0.0, -1e308, -np.inf, np.nan])
        np.testing.assert_array_equal(erf(far), [1.0, 1.0, 0.0, -1.0, -1.0, np.nan])
        np.testing.assert_array_equal(erfc(far), [0.0, 0.0, 1.0, 2.0, 2.0, np.nan])
        np.testing.assert_array_equal(normal_cdf(far), [1.0, 1.0, 0.5, 0.0, 0.0, np.nan])
        np.testing.assert_array_equal(normal_density(far)[[0, 1, 3, 4, 5]], [0.0, 0.0, 0.0, 0.0, np.nan])


@pytest.mark.parametrize("function", [erf, erfc, normal_cdf, normal_density])
@pytest.mark.parametrize("shape", [(), (0,), (5,), (2, 3, 4)])
def test_any_shape_and_no_change_of_the_input(function: Callable[[Any], Any], shape: tuple[int, ...]) -> None:
    x = np.random.default_rng(1).standard_normal(shape) * 4
    before = x.copy()
    result = function(x)
    assert np.shape(result) == shape
    assert np.asarray(result).dtype == np.float64
    np.testing.assert_array_equal(x, before)
    np.testing.assert_array_equal(np.ravel(result), [float(function(v)) for v in np.ravel(x)])


@given(st.floats(allow_nan=False))
def test_symmetry_and_complement(x: float) -> None:
    assert erf(-x) == -erf(x)
    assert float(erf(x) + erfc(x)) == pytest.approx(1.0, abs=5e-16)


@given(st.floats(-8.0, 8.0))
def test_slope_of_the_distribution_function_is_the_density(z: float) -> None:
    h = np.cbrt(np.finfo(float).eps) * max(1.0, abs(z))
    slope = (normal_cdf(z + h) - normal_cdf(z - h)) / (2 * h)
    assert float(normal_density(z)) == pytest.approx(float(slope), abs=1e-9)
