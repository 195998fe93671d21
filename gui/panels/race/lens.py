"""Which part of the surface is seen: windows that hold some places, and stand still while these move a little."""

from __future__ import annotations

import math
from collections.abc import Sequence

from gui.widgets.geometry import Array

Window = tuple[float, float, float, float]
# The places that are to be seen take up about this share of a window.
SHARE = 0.5
# Windows stand in a raster of so many steps to a side, and are so many sizes apart.
RASTER, SIZES = 8, 2.0
# The least width of a window, as a share of the whole picture's: below, axes could no longer tell numbers apart.
LEAST = 5e-4
# How much smaller than the picture a window is that follows a racer, at most.
CLOSEST = 1024


def window_round(places: Sequence[tuple[float, float]], domain: Window, size: tuple[float, float]) -> Window | None:
    """The window round these places, with equal units on both axes in a box of `size` pixels; None for no such window.

    It follows from the places alone, so a picture drawn again is the same.
    """
    xs, ys = [x for x, _ in places], [y for _, y in places]
    wide, high = max(xs) - min(xs), max(ys) - min(ys)
    whole = math.hypot(domain[1] - domain[0], domain[3] - domain[2])
    if not (math.isfinite(wide + high) and max(map(abs, xs + ys)) < 1e6 * whole):
        return None
    unit = max(wide / size[0], high / size[1]) / SHARE  # a pixel's width
    unit = max(unit, LEAST * whole / size[0])
    unit = SIZES ** (math.ceil(2 * math.log(unit, SIZES)) / 2)
    return _around((max(xs) + min(xs)) / 2, (max(ys) + min(ys)) / 2, unit * size[0], unit * size[1])


def window_on(x: float, y: float, domain: Window, zoom: int) -> Window | None:
    """The window `zoom` times smaller than the picture in which a place lies not far from the middle."""
    wide, high = domain[1] - domain[0], domain[3] - domain[2]
    if not (math.isfinite(x + y) and max(abs(x), abs(y)) < 1e6 * math.hypot(wide, high)):
        return None
    return _around(x, y, wide / zoom, high / zoom)


def _around(x: float, y: float, wide: float, high: float) -> Window:
    """A window of this size, its middle on the raster."""
    x = round(x / wide * RASTER) * wide / RASTER
    y = round(y / high * RASTER) * high / RASTER
    return x - wide / 2, x + wide / 2, y - high / 2, y + high / 2


def tips(before: Array, moves: Sequence[Array], longest: float) -> list[tuple[float, float]]:
    """The place itself and where the moves lead from it; of those longer than `longest` only so much."""
    x, y = before.tolist()
    places = [(x, y)]
    for move in moves:
        dx, dy = move.tolist()
        length = math.hypot(dx, dy)
        share = min(1.0, longest / length) if length else 0.0
        places.append((x + share * dx, y + share * dy))
    return places
