"""Lines cut to a box, and lines that need not be drawn twice."""

from __future__ import annotations

import math

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from gui.widgets.geometry import CELLS, Array, border_crossings, clipped, inside_box, repeated, same_place, thinned

WIDTH, HEIGHT = 300.0, 200.0
ODD = [math.nan, math.inf, -math.inf, 1e308, -1e308]

coordinates = st.floats(-900, 900) | st.sampled_from([0.0, WIDTH, HEIGHT, *ODD])
segments = st.lists(st.tuples(*[coordinates] * 4), max_size=6).map(
    lambda rows: np.reshape(rows, (-1, 2, 2)).astype(float)
)


def along(line: Array, count: int = 2001) -> Array:
    """Many points of one segment."""
    return np.asarray(line[0] + np.linspace(0, 1, count)[:, None] * (line[1] - line[0]))


@given(segments)
def test_what_is_cut_is_the_part_within_the_box_and_its_margin(lines: Array) -> None:
    parts, seen = clipped(lines, WIDTH, HEIGHT, 4.0)
    assert seen.sum() == len(parts)
    assert np.isfinite(parts).all()
    assert (parts >= -4 - 1e-6).all()
    assert (parts <= np.array([WIDTH, HEIGHT]) + 4 + 1e-6).all()
    for line, kept in zip(lines, seen, strict=True):
        if np.abs(line).max() < 1e6:
            points = along(line)
            assert not (inside_box(points, WIDTH, HEIGHT).any() and not kept), line


@given(segments)
def test_borders_are_crossed_on_the_border(lines: Array) -> None:
    leaving, returning = border_crossings(lines, WIDTH, HEIGHT)
    inside = inside_box(lines, WIDTH, HEIGHT)
    usual = np.isfinite(lines).all(axis=(1, 2))
    assert len(leaving) == (inside[:, 0] & ~inside[:, 1] & usual).sum()
    assert len(returning) == (~inside[:, 0] & inside[:, 1] & usual).sum()
    for x, y in np.concatenate([leaving, returning]):
        assert min(abs(x), abs(x - WIDTH), abs(y), abs(y - HEIGHT)) < 1e-3


def test_one_that_leaves_and_comes_back_is_cut_at_both_ends() -> None:
    parts, seen = clipped(
        np.array([[(-100.0, 50.0), (700.0, 50.0)], [(10.0, 900.0), (20.0, 901.0)]]), WIDTH, HEIGHT, 4.0
    )
    assert parts.tolist() == [[[-4.0, 50.0], [304.0, 50.0]]]
    assert seen.tolist() == [True, False]


def test_a_racer_that_bounces_between_two_places_is_drawn_once_there_and_back_not_again() -> None:
    bounce = [(10.0, 10.0), (10.0, 90.0)] * 4
    drift = [(10.0 + k * 0.2 / CELLS, 10.0 + 80 * (k % 2)) for k in range(8)]
    still = [(50.0, 50.0)] * 8
    path = [(10.0 * k, 5.0) for k in range(8)]
    stays = repeated(np.stack([np.array(trail) for trail in (bounce, drift, still, path)], axis=1))
    assert stays[:, 0].tolist() == [False] + [True] * 6
    assert 0 < stays[:, 1].sum() < 6, "a drifting one is drawn anew from cell to cell"
    assert stays[:, 2].all()
    assert not stays[:, 3].any()


def test_what_is_not_a_number_is_never_a_repetition() -> None:
    points = np.full((4, 1, 2), math.nan)
    assert not repeated(points).any()
    assert not same_place((math.nan, 0.0), (math.nan, 0.0))
    assert not same_place((math.inf, 0.0), (1.0, 0.0))


@given(st.lists(st.floats(0, 100), min_size=1, max_size=40))
def test_one_place_is_judged_as_many_are(values: list[float]) -> None:
    points = np.array([[(x, 2 * x)] for x in values])
    for k in range(1, len(values)):
        back = [points[k - 1, 0], *([points[k - 2, 0]] if k > 1 else [])]
        alone = any(same_place(tuple(place), tuple(points[k, 0])) for place in back)
        assert repeated(points)[k - 1, 0] == alone


def test_thinning_keeps_the_first_lowest_highest_and_last_of_each_column() -> None:
    rng = np.random.default_rng(0)
    points = np.column_stack([np.sort(rng.uniform(0, 20, 5000)), rng.normal(0, 50, 5000)])
    kept = thinned(points, 80)
    assert len(kept) <= 80
    for column in range(20):
        here, left = (p[(p[:, 0] >= column) & (p[:, 0] < column + 1)] for p in (points, kept))
        assert left[0].tolist() == here[0].tolist()
        assert left[-1].tolist() == here[-1].tolist()
        assert (left[:, 1].min(), left[:, 1].max()) == (here[:, 1].min(), here[:, 1].max())
