"""The local minima of any surface within its picture: sought from a grid, and kept only where they are verified."""

from __future__ import annotations

import numpy as np

from engine.surfaces.base import Array, Surface

# The grid on which the search begins, how many of its hollows are followed, and for how many steps.
GRID, HOLLOWS, STEPS = 61, 64, 60
# Shares of the picture's diagonal: rings on which all must lie higher than in a minimum; minima nearer than the last
# are one. A kink is looked for at coordinates of so many decimals.
RINGS, SAME, DECIMALS = (1e-4, 1e-3), 1e-5, (12, 9, 6)
# What a Newton step from a minimum may still be, as a share of the diagonal, and the spread of equal values.
STILL, EQUAL = 1e-9, 1e-10
# Around a minimum the surface rises in every direction, and in none so many times less than in another: a line of equal
# values is no minimum.
LEAST_RISE = 1e-9


def lowest_minima(surface: Surface) -> tuple[tuple[tuple[float, float], ...], float | None]:
    """The places of the lowest value in the picture, and that value; none if it lies on the border or is not verified."""
    found = local_minima(surface)
    if not found:
        return (), None
    values = _values(surface, np.array(found))
    lowest = float(values[0])
    _, _, grid = _grid(surface)
    slack = EQUAL * (1 + abs(lowest))
    if grid.min() < lowest - slack:
        return (), None
    return tuple(place for place, value in zip(found, values.tolist(), strict=True) if value <= lowest + slack), lowest


def local_minima(surface: Surface, most: int = HOLLOWS) -> list[tuple[float, float]]:
    """The verified local minima inside the picture, the lowest first; at most `most`."""
    places = _hollows(surface, most)
    if not len(places):
        return []
    with np.errstate(all="ignore"):
        for _ in range(STEPS):
            before, places = places, _descended(surface, places)
            if (places == before).all():
                break
        places = _at_kinks(surface, _polished(surface, places))
        places = places[_verified(surface, places)]
    order = np.argsort(_values(surface, places), kind="stable")
    kept: list[tuple[float, float]] = []
    for x, y in places[order].tolist():
        if all(np.hypot(x - a, y - b) > SAME * _diagonal(surface) for a, b in kept):
            kept.append((x, y))
    return kept


def _diagonal(surface: Surface) -> float:
    x0, x1, y0, y1 = surface.domain
    return float(np.hypot(x1 - x0, y1 - y0))


def _values(surface: Surface, places: Array) -> Array:
    """The surface at places (n, 2); what is not a number is as high as can be."""
    with np.errstate(all="ignore"):
        values = np.asarray(surface.value(places[..., 0], places[..., 1]))
    return np.where(np.isnan(values), np.inf, values)


def _grid(surface: Surface) -> tuple[Array, Array, Array]:
    """x, y and the values on a grid over the picture, each (GRID, GRID)."""
    x0, x1, y0, y1 = surface.domain
    x, y = np.meshgrid(np.linspace(x0, x1, GRID), np.linspace(y0, y1, GRID))
    return x, y, _values(surface, np.stack([x, y], axis=-1))


def _hollows(surface: Surface, most: int) -> Array:
    """Places of the grid, inside its border, that lie no higher than their eight neighbours, (n, 2)."""
    x, y, values = _grid(surface)
    inner = values[1:-1, 1:-1]
    low = np.asarray(np.isfinite(inner))
    for i in range(3):
        for j in range(3):
            low &= inner <= values[i : i + GRID - 2, j : j + GRID - 2]
    places = np.stack([x[1:-1, 1:-1][low], y[1:-1, 1:-1][low]], axis=-1)
    return places[np.argsort(inner[low], kind="stable")[:most]]


def _newton(surface: Surface, places: Array) -> tuple[Array, Array]:
    """Steps downhill, (n, 2), along each direction of curvature as long as its size asks for; and the curvatures."""
    gradient = surface.gradient(places[:, 0], places[:, 1])
    hessian = surface.hessian(places[:, 0], places[:, 1])
    known = np.asarray(np.isfinite(gradient).all(axis=-1) & np.isfinite(hessian).all(axis=(-1, -2)))
    gradient = np.where(known[:, None], gradient, 0.0)
    curvatures, directions = np.linalg.eigh(np.where(known[:, None, None], hessian, np.eye(2)))
    floor = np.maximum(1e-12 * np.abs(curvatures).max(axis=-1, keepdims=True), 1e-300)
    along = np.einsum("nji,nj->ni", directions, gradient) / np.maximum(np.abs(curvatures), floor)
    steps = -np.einsum("nij,nj->ni", directions, along)
    return np.where(np.isfinite(steps), steps, 0.0), np.where(known[:, None], curvatures, -1.0)


def _descended(surface: Surface, places: Array) -> Array:
    """One step of each place: the longest share of a Newton step that leads lower."""
    steps, _ = _newton(surface, places)
    most = 2 * _diagonal(surface) / GRID
    sizes = np.hypot(steps[:, 0], steps[:, 1])
    steps *= np.minimum(1.0, most / np.where(sizes > 0, sizes, 1.0))[:, None]
    shares = 0.5 ** np.arange(0, 40, 2.0)
    tried = places[:, None] + shares[:, None] * steps[:, None]
    lower = np.less(_values(surface, tried), _values(surface, places)[:, None])
    best = np.argmax(lower, axis=1)
    taken = tried[np.arange(len(places)), best]
    return np.where(lower.any(axis=1, keepdims=True), taken, places)


def _polished(surface: Surface, places: Array) -> Array:
    """The last digits, which values are too coarse to find: Newton steps, as long as they grow shorter."""
    steps, curvatures = _newton(surface, places)
    for _ in range(4):
        tried = places + np.where(curvatures[:, :1] > 0, steps, 0.0)
        following, bent = _newton(surface, tried)
        better = np.abs(following).sum(axis=1) < np.abs(steps).sum(axis=1)
        better &= bent[:, 0] > 0
        places = np.where(better[:, None], tried, places)
        steps, curvatures = (np.where(better[:, None], a, b) for a, b in ((following, steps), (bent, curvatures)))
    return places


def _at_kinks(surface: Surface, places: Array) -> Array:
    """Places moved to coordinates of few decimals, where it is no higher there and exactly level.

    A kink is met exactly or not at all.
    """
    for decimals in DECIMALS:
        rounded = np.round(places, decimals) + 0.0
        level = (surface.gradient(rounded[:, 0], rounded[:, 1]) == 0).all(axis=-1)
        level &= _values(surface, rounded) <= _values(surface, places)
        places = np.where(level[:, None], rounded, places)
    return places


def _verified(surface: Surface, places: Array) -> Array:
    """Which places are minima: inside, the gradient zero, nowhere bent down, and lower than all on rings around them."""
    x0, x1, y0, y1 = surface.domain
    x, y = places[:, 0], places[:, 1]
    inside = (x > x0) & (x < x1) & (y > y0) & (y < y1)
    _, curvatures = _newton(surface, places)
    gradient = surface.gradient(x, y)
    steep = np.abs(surface.hessian(x, y)).max(axis=(-1, -2)) * _diagonal(surface)
    level = np.isfinite(gradient).all(axis=-1) & (np.hypot(gradient[:, 0], gradient[:, 1]) <= STILL * steep)
    level |= (gradient == 0).all(axis=-1)
    bowl = curvatures[:, 0] >= -1e-9 * np.abs(curvatures).max(axis=1)
    angles = np.linspace(0, 2 * np.pi, 33)[:-1]
    radii = np.array(RINGS)[:, None] * _diagonal(surface)
    ring = np.stack([radii * np.cos(angles), radii * np.sin(angles)], axis=-1).reshape(-1, 2)
    around = _values(surface, places[:, None] + ring)
    rise = around - _values(surface, places)[:, None]
    higher = rise.min(axis=1) > LEAST_RISE * rise.max(axis=1)
    return np.asarray(inside & level & bowl & higher)
