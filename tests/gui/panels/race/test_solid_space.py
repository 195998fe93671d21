"""The race in three dimensions, without a window: projection, heights, and what lies behind hills."""

from __future__ import annotations

import json
import math
from collections.abc import Callable
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.simulations.race_paths import PathsScene, surface_scene
from engine.surfaces import SURFACES
from gui.panels.race.solid_mesh import QUADS, Mesh, at, between, in_space, places_in_space
from gui.panels.race.solid_sight import Sight
from gui.panels.race.solid_space import (
    GAP,
    HEIGHT,
    LEAST_TILT,
    MOST_TILT,
    SIDES,
    STANDARD,
    Camera,
    Projection,
    horizon,
)
from gui.widgets.geometry import Array

SIZE = (660.0, 350.0)
CAMERAS = st.builds(Camera, st.floats(-180, 180), st.floats(LEAST_TILT, MOST_TILT))


def scene_of(function: Callable[[Array, Array], Array], domain: tuple[float, float, float, float]) -> PathsScene:
    """A made-up surface."""
    x, y = np.linspace(*domain[:2], 121), np.linspace(*domain[2:], 121)
    values = function(*np.meshgrid(x, y))
    shade = np.clip(values, 0, 1)
    return PathsScene(x, y, values, shade, np.linspace(0, 1, 5), (), domain)


def known(name: str) -> Mesh:
    return Mesh(surface_scene(SURFACES[name]()))


# -- from where -------------------------------------------------------------------------------------------------------


@given(CAMERAS, st.floats(200, 1500), st.floats(200, 1000))
def test_from_everywhere_the_whole_box_is_in_sight(camera: Camera, width: float, height: float) -> None:
    x, y, z = np.meshgrid((-SIDES[0] / 2, SIDES[0] / 2), (-SIDES[1] / 2, SIDES[1] / 2), (0.0, GAP + HEIGHT))
    pixels = Projection.of(camera, width, height).pixels(x, y, z).reshape(-1, 2)
    assert (pixels > 0).all()
    assert (pixels < [width, height]).all()


def test_what_lies_nearer_higher_or_farther_right_is_seen_there() -> None:
    projection = Projection.of(Camera(0.0, 40.0), *SIZE)
    left, top = projection.point(0, 0, 0)
    assert projection.point(0.1, 0, 0) == pytest.approx((left + 0.1 * projection.right[0], top))
    assert projection.point(0, -0.1, 0)[1] > top, "nearer"
    assert projection.point(0, 0, 0.1)[1] < top, "higher"


@given(CAMERAS, st.floats(-0.5, 0.5), st.floats(-0.3, 0.3), st.floats(0, 0.5))
def test_a_pixel_leads_back_to_its_place(camera: Camera, x: float, y: float, z: float) -> None:
    projection = Projection.of(camera, *SIZE)
    assert projection.floor_at(*projection.point(x, y, z), z) == pytest.approx((x, y), abs=1e-9)


@given(CAMERAS, st.floats(0.01, 0.3))
def test_a_line_of_sight_is_one_pixel(camera: Camera, far: float) -> None:
    projection, (dx, dy) = Projection.of(camera, *SIZE), camera.towards
    seen = projection.point(far * dx, far * dy, far * camera.rise)
    assert seen == pytest.approx(projection.point(0, 0, 0), abs=1e-6)


def test_a_camera_turns_round_and_stops_at_its_ends() -> None:
    assert Camera(170.0, 40.0).moved(turn=20).turn == pytest.approx(-170)
    assert Camera(0.0, 40.0).moved(tilt=-90).tilt == LEAST_TILT
    assert Camera(0.0, 40.0).moved(tilt=90).tilt == MOST_TILT
    assert Camera(0.0, 40.0, 2.0).moved(zoom=2).zoom == 4
    assert Camera(0.0, 40.0, 2.0).moved(zoom=1000).zoom < 20


@given(st.floats(-180, 179), st.floats(LEAST_TILT, MOST_TILT), st.floats(0.5, 8))
def test_a_camera_survives_json(turn: float, tilt: float, zoom: float) -> None:
    camera = Camera.of(json.loads(json.dumps(Camera(turn, tilt, zoom).view())))
    assert (camera.turn, camera.tilt, camera.zoom) == pytest.approx((turn, tilt, zoom), abs=0.01)
    assert Camera.of(camera.view()) == camera


@pytest.mark.parametrize(
    "view", [None, 3, "far", [], {}, {"turn": "x", "tilt": None, "zoom": True}, {"turn": math.nan, "zoom": math.inf}]
)
def test_a_camera_out_of_nonsense_is_the_standard_one(view: object) -> None:
    assert Camera.of(view) == STANDARD


def test_a_camera_beyond_its_ends_is_drawn_to_them() -> None:
    assert Camera.of({"turn": 720, "tilt": 400, "zoom": -3}).view() == {"turn": 0.0, "tilt": MOST_TILT, "zoom": 0.5}


# -- behind hills -----------------------------------------------------------------------------------------------------


def seen_by_marching(heights: Array, camera: Camera, j: int, i: int) -> float:
    """By how much a corner of the mesh clears everything between it and the eye: the definition, step by step."""
    (ex, ey), places = camera.towards, np.linspace(0, 1.6, 4000)[1:]
    u = i + places * ex / SIDES[0] * QUADS
    v = j + places * ey / SIDES[1] * QUADS
    on = (u >= 0) & (u <= QUADS) & (v >= 0) & (v <= QUADS)
    there = between(heights, np.stack([u[on], v[on]], axis=-1))
    return float((heights[j, i] + places[on] * camera.rise - there).min(initial=9.0))


@given(st.floats(-180, 180), st.floats(10, 70), st.integers(0, 5))
def test_what_is_hidden_is_what_a_line_of_sight_meets(turn: float, tilt: float, seed: int) -> None:
    draw = np.random.default_rng(seed)
    waves = draw.uniform(-0.25, 0.25, (4, 2))
    j, i = np.mgrid[0 : QUADS + 1, 0 : QUADS + 1]
    heights = 0.3 + 0.06 * sum(np.sin(a * i + b * j + k) for k, (a, b) in enumerate(waves))
    camera = Camera(turn, tilt)
    _, over = horizon(heights, camera)
    for j0, i0 in draw.integers(0, QUADS + 1, (12, 2)).tolist():
        margin = seen_by_marching(heights, camera, j0, i0)
        if abs(margin) > 0.02:
            assert (heights[j0, i0] > over[j0, i0]) == (margin > 0)


def test_a_wall_hides_what_stands_in_its_shadow_and_nothing_else() -> None:
    heights = np.zeros((QUADS + 1, QUADS + 1))
    heights[20] = 0.2
    camera = Camera(0.0, 45.0)  # from the front; a line of sight rises as much as it comes nearer
    seen, over = horizon(heights, camera)
    in_shadow = int(0.2 / SIDES[1] * QUADS)
    hidden = heights[:, 30] < over[:, 30]
    assert hidden[21 : 20 + in_shadow].all()
    assert not hidden[:21].any()
    assert not hidden[22 + in_shadow :].any()
    assert seen[20, 30] == 0.2


def test_the_floor_is_seen_below_an_edge_that_is_high_enough() -> None:
    below, _ = horizon(np.full((QUADS + 1, QUADS + 1), 0.2), Camera(0.0, 45.0), lowest=True)
    free = below[:, 30] > 0
    reach = 0.2 / SIDES[1] * QUADS
    assert free[: int(reach)].all(), "under the near edge"
    assert not free[int(reach) + 2 :].any(), "behind the surface"


def test_a_hole_hides_nothing() -> None:
    heights = np.zeros((QUADS + 1, QUADS + 1))
    heights[20] = np.nan
    _, over = horizon(heights, Camera(0.0, 20.0))
    assert (over <= 0).all()


# -- the surface ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", sorted(SURFACES))
def test_heights_rise_with_the_values_and_the_ticks_stand_at_theirs(name: str) -> None:
    mesh = known(name)
    values = np.sort(mesh.values[np.isfinite(mesh.values)])
    heights = mesh.height_of(values)
    assert (np.diff(heights) >= 0).all()
    assert heights[[0, -1]] == pytest.approx([GAP, GAP + HEIGHT])
    # Not all of it lies flat on the ground.
    assert np.median(heights) > GAP + 0.1 * HEIGHT
    for most in (3, 5, 8):
        ticks = mesh.ticks(most)
        assert 2 <= len(ticks) <= 2 * most
        assert all(b[0] > a[0] and b[1] - a[1] > HEIGHT / (2 * most) for a, b in pairwise(ticks))
        assert [z for _, z in ticks] == pytest.approx(mesh.height_of(np.array([value for value, _ in ticks])).tolist())
        assert all(float(f"{value:.2g}") == value for value, _ in ticks), ticks


def test_only_steep_surfaces_are_shown_by_their_roots() -> None:
    assert known("elliptic_bowl").root == known("saddle").root == known("rastrigin").root == 1
    assert known("rosenbrock").root > 1


def test_between_the_corners_values_lie_between_theirs() -> None:
    grid = np.add.outer(np.arange(QUADS + 1.0), 100 * np.arange(QUADS + 1.0))
    places = np.array([[0, 0], [QUADS, QUADS], [2.5, 7.25]], dtype=float)
    expected = [0, 101 * QUADS, 7.25 + 250]
    assert between(grid, places) == pytest.approx(expected)
    assert [at(grid, *place) for place in places.tolist()] == pytest.approx(expected)


def test_a_surface_of_nothing_but_holes_is_no_fault() -> None:
    mesh = Mesh(scene_of(lambda x, y: np.full_like(x + y, np.nan), (0, 1, 0, 1)))
    sight = Sight(mesh, STANDARD, SIZE)
    lines, owners = sight.surface_lines(np.array([[[1.0, 1.0], [50.0, 50.0]]]))
    assert len(lines) == len(owners) == 0
    assert all(map(math.isfinite, sight.point(0.5, 0.5)))
    assert all(map(math.isfinite, sight.under(300, 200)))


# -- what is seen on it -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["elliptic_bowl", "rosenbrock", "himmelblau", "saddle", "rastrigin"])
@pytest.mark.parametrize("camera", [STANDARD, Camera(-140.0, 35.0), Camera(95.0, 70.0, 2.0)])
def test_the_place_under_a_pixel_is_the_one_seen_there(name: str, camera: Camera) -> None:
    mesh = known(name)
    sight, domain = Sight(mesh, camera, SIZE), mesh.scene.domain
    found = 0
    for x in np.linspace(*domain[:2], 9)[1:-1]:
        for y in np.linspace(*domain[2:], 9)[1:-1]:
            left, top, seen = sight.point(x, y)
            if seen:
                found += 1
                there = sight.under(left, top)
                assert math.dist(sight.point(*there)[:2], (left, top)) < 1.5
                # Next to a crest one quad lies before another.
                assert at(sight._on_surface, *mesh.quads(np.array(there)).tolist()) > -0.02
    assert found > 10


def test_beside_the_surface_the_nearest_place_on_it_is_meant() -> None:
    sight = Sight(known("elliptic_bowl"), STANDARD, SIZE)
    assert sight.under(0.0, 120.0) == pytest.approx((-8, -3), abs=0.7)
    assert sight.under(SIZE[0], 120.0)[0] == pytest.approx(2, abs=0.2)


def ridge() -> Mesh:
    """A roof whose ridge runs from left to right, in the middle."""
    return Mesh(scene_of(lambda x, y: 1 - np.abs(y) + 0 * x, (-1, 1, -1, 1)))


def test_a_line_over_a_hill_is_cut_at_its_top() -> None:
    mesh = ridge()
    sight = Sight(mesh, Camera(0.0, 20.0), SIZE)
    down = np.array([[[30.0, 0.0], [30.0, QUADS]]])
    lines, owners = sight.surface_lines(down)
    top = sight.projection.point(*in_space(30.0, QUADS / 2), GAP + HEIGHT)
    assert set(owners.tolist()) == {0}
    ends = lines.reshape(-1, 2)
    assert ends[np.argmin(ends[:, 1])] == pytest.approx(top, abs=3)
    foot = sight.projection.point(*in_space(30.0, 0.0), GAP)
    assert ends[np.argmax(ends[:, 1])] == pytest.approx(foot, abs=0.1)
    above = Sight(mesh, Camera(0.0, 80.0), SIZE).surface_lines(down)[0]
    assert np.abs(above.reshape(-1, 2)[:, 1].max() - above.reshape(-1, 2)[:, 1].min()) > 100, "from above, all of it"


def test_lines_say_whose_they_are_and_end_at_the_edge() -> None:
    sight = Sight(known("saddle"), Camera(20.0, 85.0), SIZE)
    lines = np.array(
        [
            [[10.0, 10.0], [20.0, 10.0]],
            [[100.0, 3.0], [200.0, 3.0]],
            [[50.0, 30.0], [90.0, 30.0]],
            [[np.nan, 0], [1, 1]],
        ]
    )
    pixels, owners = sight.surface_lines(lines)
    assert sorted(set(owners.tolist())) == [0, 2]
    edge = sight.projection.point(*in_space(QUADS, 30.0), at(sight.mesh.heights, QUADS, 30.0))
    assert pixels[owners == 2].reshape(-1, 2)[:, 0].max() == pytest.approx(edge[0], abs=0.1)
    length = np.hypot(*(pixels[:, 1] - pixels[:, 0]).T)[owners == 0].sum()
    x, y = places_in_space(lines[0])
    straight = sight.projection.pixels(x, y, sight.mesh.height_at(lines[0]))
    assert length == pytest.approx(math.dist(*straight.tolist()), rel=0.05)


def test_very_many_lines_are_cut_into_fewer_pieces() -> None:
    sight = Sight(known("elliptic_bowl"), STANDARD, SIZE)
    lines = np.random.default_rng(0).uniform(0, QUADS, (20_000, 2, 2))
    assert len(sight.surface_lines(lines)[0]) < 60_000


def test_hidden_points_and_those_outside_have_no_place() -> None:
    sight = Sight(ridge(), Camera(0.0, 20.0), SIZE)
    pixels = sight.surface_points(np.array([[30.0, 10.0], [30.0, 40.0], [-1.0, 10.0], [np.nan, 3.0]]))
    assert np.isfinite(pixels).all(axis=1).tolist() == [True, False, False, False]
    assert sight.point(0.0, -0.5)[2]
    assert not sight.point(0.0, 0.4)[2]


def test_a_place_outside_is_drawn_to_the_edge_and_pointed_away_from() -> None:
    sight = Sight(known("elliptic_bowl"), Camera(0.0, 45.0), SIZE)
    assert sight.point(50.0, 0.0)[:2] == pytest.approx(sight.point(2.0, 0.0)[:2])
    assert sight.outward(QUADS + 30.0, 20.0) == pytest.approx((1, 0))
    assert sight.outward(QUADS / 2, -5.0)[1] == pytest.approx(1)
