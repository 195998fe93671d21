"""The surface of a race as a mesh: heights, what a height means, and where on it something lies."""

from __future__ import annotations

import math

import numpy as np

from engine.simulations.race_paths import PathsScene
from gui.panels.race.solid_space import GAP, HEIGHT, SIDES
from gui.widgets.geometry import Array
from gui.widgets.plot import readable_spacing

# Quads along each side.
QUADS = 60
# Where half of a surface lies in so small a share of its height, roots of the values are shown instead.
LEAST_SHARES = ((0.12, 1), (0.02, 2), (0.004, 3), (0.0, 4))
ROOTS = {1: "", 2: "√", 3: "∛", 4: "∜"}


class Mesh:
    """A scene's surface over `QUADS` × `QUADS` quads. Places are counted in quads: (0, 0) … (QUADS, QUADS)."""

    def __init__(self, scene: PathsScene) -> None:
        """Take the scene's own values; a corner beside one that is not finite is a hole."""
        self.scene = scene
        x0, x1, y0, y1 = scene.domain
        self.origin, self.size = np.array([x0, y0]), np.array([x1 - x0, y1 - y0])
        self.values = _sampled(scene.values)
        seen = self.values[np.isfinite(self.values)]
        self.low, high = (float(seen.min()), float(seen.max())) if seen.size else (0.0, 1.0)
        self.span = high - self.low or 1.0
        share = (float(np.partition(seen, seen.size // 2)[seen.size // 2]) - self.low) / self.span if seen.size else 0.5
        self.root = next(root for least, root in LEAST_SHARES if share >= least)
        self.heights = self.height_of(self.values)
        self.shades = _sampled(scene.shade)

    def height_of(self, values: Array) -> Array:
        """How high over the floor values of f stand."""
        share: Array = np.clip((values - self.low) / self.span, 0.0, 1.0)
        return GAP + HEIGHT * share ** (1.0 / self.root)

    def ticks(self, most: int) -> list[tuple[float, float]]:
        """Readable values of f along the height of the surface, and how high they stand."""
        high = self.low + self.span
        values = _round_values(self.low, self.span) if self.root > 1 else _even_values(self.low, high, most)
        heights = self.height_of(np.array(values)).tolist()
        lowest, *others = zip(values, heights, strict=True)
        kept = [lowest]
        for value, height in reversed(others):
            above = kept[-1][1] if len(kept) > 1 else math.inf
            if min(above - height, height - lowest[1]) > HEIGHT / (1.05 * most):
                kept.append((value, height))
        return sorted(kept)

    def quads(self, points: Array) -> Array:
        """Data (…, 2) as places."""
        with np.errstate(all="ignore"):
            return np.asarray((points - self.origin) / self.size * QUADS)

    def data(self, x: float, y: float) -> tuple[float, float]:
        """A place in space as data."""
        at = self.origin + (np.array([x / SIDES[0], y / SIDES[1]]) + 0.5) * self.size
        return float(at[0]), float(at[1])

    def height_at(self, places: Array) -> Array:
        """How high the surface stands at places (…, 2) within it; NaN in a hole."""
        return between(self.heights, places)


def places_in_space(places: Array) -> tuple[Array, Array]:
    """Places (…, 2) in quads as x and y in space."""
    return (places[..., 0] / QUADS - 0.5) * SIDES[0], (places[..., 1] / QUADS - 0.5) * SIDES[1]


def in_space(u: float, v: float) -> tuple[float, float]:
    """One place in quads as x and y in space."""
    return (u / QUADS - 0.5) * SIDES[0], (v / QUADS - 0.5) * SIDES[1]


def between(grid: Array, places: Array) -> Array:
    """Values between those of a grid (QUADS + 1, QUADS + 1), bilinear, at places (…, 2) in quads."""
    corners = np.minimum(places.astype(np.int64), QUADS - 1)
    i, j = corners[..., 0], corners[..., 1]
    u, v = places[..., 0] - i, places[..., 1] - j
    flat, first = grid.ravel(), j * (QUADS + 1) + i
    lower = flat[first] * (1 - u) + flat[first + 1] * u
    upper = flat[first + QUADS + 1] * (1 - u) + flat[first + QUADS + 2] * u
    return np.asarray(lower * (1 - v) + upper * v)


def at(grid: Array, u: float, v: float) -> float:
    """As `between`, at one place, without the toll of arrays."""
    i, j = min(int(u), QUADS - 1), min(int(v), QUADS - 1)
    (a, b), (c, d) = grid[j : j + 2, i : i + 2].tolist()
    u, v = u - i, v - j
    return float((a * (1 - u) + b * u) * (1 - v) + (c * (1 - u) + d * u) * v)


def _sampled(values: Array) -> Array:
    """A finer grid at the corners of the quads, bilinear."""
    for _ in range(2):
        places = np.linspace(0, len(values) - 1, QUADS + 1)
        first = np.minimum(places.astype(np.int64), len(values) - 2)
        share = (places - first)[:, None]
        with np.errstate(all="ignore"):
            values = (values[first] * (1 - share) + values[first + 1] * share).T
    return np.where(np.isfinite(values), values, np.nan)


def _even_values(low: float, high: float, most: int) -> list[float]:
    """Readable values at equal distances from `low` to `high`, two at least."""
    spacing = readable_spacing(high - low, most)
    # An end that lies almost on such a value gets it: grids miss the lowest point by a little.
    first, last = math.ceil(low / spacing - 0.03), math.floor(high / spacing + 0.03)
    values = [float(f"{i * spacing:.12g}") for i in range(first, last + 1)]
    return values if len(values) > 1 else _even_values(low, high, 2 * most)


def _round_values(low: float, span: float) -> list[float]:
    """Values with one digit, 1, 2 or 5, and 0 between `low` and `low + span`; first the lowest that is readable."""
    top = math.ceil(math.log10(max(abs(low), abs(low + span))))
    steps = [m * 10.0**k for k in range(top - 8, top + 1) for m in (1, 2, 5)]
    slack = 1e-3 * span
    values = [v for v in (*(-s for s in reversed(steps)), 0.0, *steps) if low - slack <= v <= low + span]
    first = float(f"{low:.2g}") if abs(low) > slack else 0.0
    return [first, *(v for v in values if v > first)]
