"""What is seen of things on the surface and on the floor below it, in the pixels of one picture."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from gui.panels.race.solid_mesh import QUADS, Mesh, at, between, in_space, places_in_space
from gui.panels.race.solid_space import GAP, HEIGHT, SIDES, Camera, Projection, horizon
from gui.widgets.geometry import Array, clipped

# What lies so little behind the surface is taken to lie on it.
SLACK = 0.002
# A line over the surface is cut about once a quad, and in at most so many pieces in all.
MOST_PIECES = 40_000


class Sight:
    """A mesh as a camera shows it in a picture of some width and height."""

    def __init__(self, mesh: Mesh, camera: Camera, size: tuple[float, float]) -> None:
        self.mesh, self.camera, self.size = mesh, camera, size
        self.projection = Projection.of(camera, *size)
        _, over = horizon(mesh.heights, camera)
        below, _ = horizon(mesh.heights, camera, lowest=True)
        # Positive where a point on the surface is seen, or one on the floor: the surface itself hides the floor under it.
        self._on_surface = np.where(np.isfinite(mesh.heights), mesh.heights, GAP) - over
        self._on_floor = below

    # -- lines --------------------------------------------------------------------------------------------------------

    def surface_lines(self, lines: Array) -> tuple[Array, NDArray[np.int64]]:
        """The seen parts of lines (n, 2, 2) in quads that lie on the surface, as pixels (m, 2, 2), and whose they are."""
        cut, seen = clipped(lines, QUADS, QUADS, margin=0.0)
        pieces, owners = _pieces(cut)
        heights = self.mesh.height_at(pieces)
        with np.errstate(invalid="ignore"):
            margins = between(self._on_surface, pieces) + SLACK
        return self._projected(pieces, heights, margins, np.flatnonzero(seen)[owners])

    def floor_lines(self, lines: Array) -> tuple[Array, NDArray[np.int64]]:
        """The seen parts of lines (n, 2, 2) in quads that lie on the floor, as pixels (m, 2, 2), and whose they are."""
        cut, seen = clipped(lines, QUADS, QUADS, margin=0.0)
        pieces, owners = _pieces(cut, 0.5)
        margins = between(self._on_floor, pieces)
        return self._projected(pieces, np.zeros(margins.shape), margins, np.flatnonzero(seen)[owners])

    def _projected(
        self, pieces: Array, heights: Array, margins: Array, owners: NDArray[np.int64]
    ) -> tuple[Array, NDArray[np.int64]]:
        """Leave out what has no height or is hidden, cut what is half seen, and project."""
        with np.errstate(invalid="ignore"):
            kept = (margins > 0).any(axis=1) & np.isfinite(heights).all(axis=1)
        pixels = self.projection.pixels(*places_in_space(pieces[kept]), heights[kept])
        first, second = margins[kept].T
        with np.errstate(all="ignore"):
            share = (first / (first - second))[:, None]
            edge = pixels[:, 0] + share * (pixels[:, 1] - pixels[:, 0])
        for end, hidden in enumerate((first <= 0, second <= 0)):
            pixels[hidden, end] = edge[hidden]
        return pixels, owners[kept]

    # -- points -------------------------------------------------------------------------------------------------------

    def surface_points(self, places: Array) -> Array:
        """Places (n, 2) in quads, on the surface, as pixels (n, 2); NaN for those that are hidden or not on it."""
        on = inside(places)
        out = np.full(places.shape, np.nan)
        places = places[on]
        with np.errstate(invalid="ignore"):
            seen = between(self._on_surface, places) + SLACK > 0
        heights = np.where(seen, self.mesh.height_at(places), np.nan)
        out[on] = self.projection.pixels(*places_in_space(places), heights)
        return out

    def point(self, x: float, y: float) -> tuple[float, float, bool]:
        """Data on the surface, drawn to its edge where they lie outside, as a pixel, and whether it is seen."""
        (x0, x1, y0, y1) = self.mesh.scene.domain
        u, v = _clamped((x - x0) / (x1 - x0)), _clamped((y - y0) / (y1 - y0))
        height, seen = at(self.mesh.heights, u, v), at(self._on_surface, u, v) + SLACK > 0
        if not math.isfinite(height):
            height, seen = GAP, True
        left, top = self.projection.point(*in_space(u, v), height)
        return left, top, seen

    def outward(self, u: float, v: float) -> tuple[float, float]:
        """The direction in pixels out of the surface at a place in quads on its edge, or beyond it."""
        over = {(-1, 0): -u, (1, 0): u - QUADS, (0, -1): -v, (0, 1): v - QUADS}
        return self.side_direction(*max(over, key=lambda side: over[side]))

    def side_direction(self, dx: float, dy: float) -> tuple[float, float]:
        """A direction over the floor as one of length 1 in pixels."""
        (a, b), (c, d, _) = self.projection.right, self.projection.down
        x, y = dx * a + dy * b, dx * c + dy * d
        length = math.hypot(x, y) or 1.0
        return x / length, y / length

    # -- the hand -----------------------------------------------------------------------------------------------------

    def under(self, left: float, top: float) -> tuple[float, float]:
        """The data of the place on the surface that is seen at a pixel; of the nearest one, where there is none."""
        z = np.linspace(GAP + HEIGHT, GAP, 600)
        near = self.projection.floor_at(left, top, float(z[0]))
        far = self.projection.floor_at(left, top, float(z[-1]))
        share = np.linspace(0, 1, len(z))
        x, y = (a + share * (b - a) for a, b in zip(near, far, strict=True))
        places = np.stack([(x / SIDES[0] + 0.5) * QUADS, (y / SIDES[1] + 0.5) * QUADS], axis=-1)
        on = inside(places)
        depth = np.full(len(z), np.nan)
        depth[on] = z[on] - self.mesh.height_at(places[on])
        with np.errstate(invalid="ignore"):
            hits = np.flatnonzero((depth[:-1] > 0) & (depth[1:] <= 0))
        if len(hits):
            k = int(hits[0])
            part = float(depth[k] / (depth[k] - depth[k + 1]))
            return self.mesh.data(float(x[k] + part * (x[k + 1] - x[k])), float(y[k] + part * (y[k + 1] - y[k])))
        return self._nearest(left, top)

    def _nearest(self, left: float, top: float) -> tuple[float, float]:
        """The seen corner of the mesh that lies nearest to a pixel."""
        j, i = np.mgrid[0 : QUADS + 1, 0 : QUADS + 1]
        corners = np.stack([i, j], axis=-1).reshape(-1, 2).astype(float)
        gaps = np.hypot(*(self.surface_points(corners) - np.array([left, top])).T)
        if np.isnan(gaps).all():
            return self.mesh.data(0.0, 0.0)
        return self.mesh.data(*in_space(*corners[int(np.nanargmin(gaps))].tolist()))


def inside(places: Array) -> NDArray[np.bool_]:
    """Which places (n, 2) in quads lie on the mesh; what is not a number does not."""
    with np.errstate(invalid="ignore"):
        return np.asarray(((places >= 0) & (places <= QUADS)).all(axis=-1))


def _clamped(share: float) -> float:
    """A share of a side in quads, drawn to the edge where it lies beyond; what is not a number lies at 0."""
    return min(max(share * QUADS, 0.0), float(QUADS)) if share == share else 0.0


def _pieces(lines: Array, fineness: float = 1.0) -> tuple[Array, NDArray[np.int64]]:
    """Lines (n, 2, 2) in quads cut about once a quad (m, 2, 2), and the line of each piece (m,)."""
    move = lines[:, 1] - lines[:, 0]
    counts = np.ceil(np.abs(move).max(axis=1, initial=0.0) * fineness)
    total = counts.sum()
    if total > MOST_PIECES:
        counts = np.ceil(counts * (MOST_PIECES / total))
    counts = np.maximum(counts, 1).astype(np.int64)
    owners = np.repeat(np.arange(len(lines)), counts)
    first = np.cumsum(counts) - counts
    share = np.empty((len(owners), 2, 1))
    share[:, 0, 0] = (np.arange(len(owners)) - first[owners]) / counts[owners]
    share[:, 1, 0] = share[:, 0, 0] + 1.0 / counts[owners]
    return lines[owners, :1] + share * move[owners, None], owners
