"""The space of the race in three dimensions: from where it is seen, and what of it lies behind hills.

A parallel projection. Lengths are in units of the box's side along x; the axes lie as seen from the front: x to the
right, y away from the eye, z up; the middle of the floor is the origin.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from gui.widgets.geometry import Array

# The box that holds the surface: along x, along y, and how high the surface stands over the floor.
SIDES = (1.0, 0.62)
HEIGHT, GAP = 0.42, 0.15
LEAST_TILT, MOST_TILT = 8.0, 88.0
LEAST_ZOOM, MOST_ZOOM = 0.5, 8.0
MOST_NUMBER = 1e6
# Pixels round the box, for the words of its axes: left, top, right, bottom.
ROOM = (66.0, 12.0, 40.0, 30.0)
# How many times as wide as its units ask for a picture may be.
MOST_STRETCH = 1.6


@dataclass(frozen=True, slots=True)
class Camera:
    """From where: `turn` degrees to the right of the front, `tilt` degrees above the floor; `zoom` 1 shows all."""

    turn: float = 22.0
    tilt: float = 54.0
    zoom: float = 1.0

    def moved(self, turn: float = 0.0, tilt: float = 0.0, zoom: float = 1.0) -> Camera:
        """Turned and tilted by so many degrees, and so many times as near."""
        return Camera(
            (self.turn + turn + 180.0) % 360.0 - 180.0,
            min(max(self.tilt + tilt, LEAST_TILT), MOST_TILT),
            min(max(self.zoom * zoom, LEAST_ZOOM), MOST_ZOOM),
        )

    def view(self) -> dict[str, float]:
        """As JSON data."""
        return {"turn": round(self.turn, 2), "tilt": round(self.tilt, 2), "zoom": round(self.zoom, 4)}

    @classmethod
    def of(cls, view: object) -> Camera:
        """From JSON data; what does not fit is as it is at first."""
        parts = view if isinstance(view, dict) else {}
        turn, tilt, zoom = (_number(parts.get(key), like) for key, like in STANDARD.view().items())
        return cls(turn, tilt, zoom).moved()

    @property
    def across(self) -> tuple[float, float]:
        """The direction on the floor that goes to the right in the picture."""
        turn = math.radians(self.turn)
        return math.cos(turn), math.sin(turn)

    @property
    def towards(self) -> tuple[float, float]:
        """The direction on the floor that comes to the eye."""
        x, y = self.across
        return y, -x

    @property
    def rise(self) -> float:
        """How much a line of sight rises over each unit of floor."""
        return math.tan(math.radians(self.tilt))


STANDARD = Camera()


def _number(value: object, otherwise: float) -> float:
    """`value` if it is a finite number that a camera may hold."""
    if isinstance(value, (int, float)) and not isinstance(value, bool) and abs(value) < MOST_NUMBER:
        return float(value)
    return otherwise


@dataclass(frozen=True, slots=True)
class Projection:
    """From the space to the pixels of a picture: its middle, and the pixels that a unit along x, y and z is."""

    centre: tuple[float, float]
    right: tuple[float, float]
    down: tuple[float, float, float]

    @classmethod
    def of(cls, camera: Camera, width: float, height: float) -> Projection:
        """The picture of this size. Turning moves it no nearer, and away only so far that all stays in sight.

        A wide picture is stretched, by which no line of sight changes: it is what a box less high shows at a lower tilt.
        """
        room = width - ROOM[0] - ROOM[2], height - ROOM[1] - ROOM[3]
        extents = [_extent(view) for view in (STANDARD, camera)]
        wide, scale = (
            max(min(space / part for part in parts), 1.0)
            for space, parts in zip(room, zip(*extents, strict=True), strict=True)
        )
        scale = min(scale, wide) * camera.zoom
        stretched = min(wide * camera.zoom, MOST_STRETCH * scale)
        sine, cosine = math.sin(math.radians(camera.tilt)), math.cos(math.radians(camera.tilt))
        right = tuple(stretched * part for part in camera.across)
        down = (*(scale * sine * part for part in camera.towards), -scale * cosine)
        middle = (GAP + HEIGHT) / 2 * down[2]
        centre = ROOM[0] + room[0] / 2, ROOM[1] + room[1] / 2 - middle
        return cls(centre, (right[0], right[1]), (down[0], down[1], down[2]))

    def pixels(self, x: Array, y: Array, z: Array | float) -> Array:
        """Places in space, arrays of one shape, as pixels (…, 2)."""
        out = np.empty((*np.shape(x), 2))
        out[..., 0] = self.centre[0] + x * self.right[0] + y * self.right[1]
        out[..., 1] = self.centre[1] + x * self.down[0] + y * self.down[1] + z * self.down[2]
        return out

    def point(self, x: float, y: float, z: float) -> tuple[float, float]:
        """One place, without the toll of arrays."""
        return (
            self.centre[0] + x * self.right[0] + y * self.right[1],
            self.centre[1] + x * self.down[0] + y * self.down[1] + z * self.down[2],
        )

    def floor_at(self, left: float, top: float, z: float) -> tuple[float, float]:
        """The place (x, y) at height `z` that is seen at a pixel."""
        (a, b), (c, d, up) = self.right, self.down
        p, q = left - self.centre[0], top - self.centre[1] - z * up
        whole = a * d - b * c
        return (p * d - b * q) / whole, (a * q - p * c) / whole


def _extent(camera: Camera) -> tuple[float, float]:
    """How wide and how high the box is as seen by a camera, in units."""
    tilt, halves = math.radians(camera.tilt), (SIDES[0] / 2, SIDES[1] / 2)
    wide = 2 * sum(abs(part) * half for part, half in zip(camera.across, halves, strict=True))
    deep = 2 * sum(abs(part) * half for part, half in zip(camera.towards, halves, strict=True))
    return wide, deep * math.sin(tilt) + (GAP + HEIGHT) * math.cos(tilt)


def horizon(heights: Array, camera: Camera, lowest: bool = False) -> tuple[Array, Array]:
    """How high a point over each place must lie to be seen over all that stands between it and the eye.

    `heights` (rows, columns) of a surface over its box; the result, of that shape, first with the surface at the place
    itself counted and then without. With `lowest`, how low a point must lie to be seen below all of it. One sweep from
    the eye's side to the far side, along the axis the eye looks along; a hole (NaN) hides nothing.
    """
    rows, columns = heights.shape
    along_x, along_y = (t / side * (n - 1) for t, side, n in zip(camera.towards, SIDES, (columns, rows), strict=True))
    flipped = abs(along_y) > abs(along_x)
    lines = heights if flipped else heights.T
    ahead, aside = (along_y, along_x) if flipped else (along_x, along_y)
    rise = camera.rise / abs(ahead)  # from one line to the next
    shift, places = aside / abs(ahead), np.arange(lines.shape[1], dtype=float)
    pick, beyond = (np.fmin, 1e9) if lowest else (np.fmax, -1e9)
    seen, before = np.empty_like(lines), np.empty_like(lines)
    last = np.full(lines.shape[1], beyond)
    for i in range(len(lines))[:: -1 if ahead > 0 else 1]:
        before[i] = np.interp(places + shift, places, last, left=beyond, right=beyond) - rise
        last = seen[i] = pick(before[i], lines[i])
    return (seen, before) if flipped else (seen.T, before.T)
