"""Geometry for painted plots: data to pixels, lines cut to a box. Everything in float64, before Qt sees it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from pyqtgraph.Qt import internals
from PySide6.QtCore import QLineF, QPointF, QRectF
from PySide6.QtGui import QPainter

Array = NDArray[np.float64]
Mask = NDArray[np.bool_]
# Lines are drawn so far beyond a box, since they have a width.
MARGIN = 4.0
# Cells to a pixel: what moves less than from one to the next is not seen to move.
CELLS = 8.0


@dataclass(frozen=True, slots=True)
class Mapping:
    """From data (x to the right, y up) to pixels of a box at the origin."""

    x0: float
    y1: float
    per_x: float
    per_y: float
    width: float
    height: float

    @classmethod
    def between(cls, data: QRectF, width: float, height: float) -> Mapping:
        """The mapping that lays the data rectangle on a box of this size."""
        return cls(
            min(data.left(), data.right()),
            max(data.top(), data.bottom()),
            width / max(abs(data.width()), 1e-300),
            height / max(abs(data.height()), 1e-300),
            width,
            height,
        )

    def pixels(self, points: Array) -> Array:
        """(…, 2) data as (…, 2) pixels; what is not finite stays so."""
        out = np.empty_like(points)
        with np.errstate(all="ignore"):
            out[..., 0] = (points[..., 0] - self.x0) * self.per_x
            out[..., 1] = (self.y1 - points[..., 1]) * self.per_y
        return out

    def point(self, x: float, y: float) -> tuple[float, float]:
        """One place, without the toll of arrays."""
        return (x - self.x0) * self.per_x, (self.y1 - y) * self.per_y


def clipped(lines: Array, width: float, height: float, margin: float = MARGIN) -> tuple[Array, Mask]:
    """The parts of segments (n, 2, 2) within a box with a margin, (m, 2, 2), and of which they are (n,).

    (Liang & Barsky 1984.) Segments with an end that is not finite are left out.
    """
    low, high = np.array([-margin, -margin]), np.array([width + margin, height + margin])
    first, last = lines.min(axis=1), lines.max(axis=1)
    # Most of what is not seen lies wholly on one side; comparing tells, and drops what is not a number.
    seen: Mask = (np.isfinite(first) & np.isfinite(last) & (first <= high) & (last >= low)).all(axis=1)
    near = lines[seen]
    if not len(near):
        return near, seen
    with np.errstate(all="ignore"):
        enter, leave = _crossings(near, low, high)
        start, move = near[:, 0], near[:, 1] - near[:, 0]
        cut = np.stack([start + enter[:, None] * move, start + leave[:, None] * move], axis=1)
    # Of a segment as long as numbers reach, the ends are lost in rounding.
    found = (enter <= leave) & np.isfinite(cut).all(axis=(1, 2))
    seen[seen] = found
    return cut[found], seen


def inside_box(points: Array, width: float, height: float) -> Mask:
    """Which points (…, 2) in pixels lie in a box; what is not a number does not."""
    x, y = points[..., 0], points[..., 1]
    return np.asarray((x >= 0) & (x <= width) & (y >= 0) & (y <= height))


def border_crossings(lines: Array, width: float, height: float) -> tuple[Array, Array]:
    """Where segments (n, 2, 2) leave a box (k, 2), and where they come back into it (j, 2)."""
    box = np.array([width, height])
    inside = inside_box(lines, width, height)
    crossing = (inside[:, 0] != inside[:, 1]) & np.isfinite(lines).all(axis=(1, 2))
    lines, outwards = lines[crossing], inside[crossing, 0]
    with np.errstate(all="ignore"):
        enter, leave = _crossings(lines, np.zeros(2), box)
        places = lines[:, 0] + np.where(outwards, leave, enter)[:, None] * (lines[:, 1] - lines[:, 0])
    return places[outwards], places[~outwards]


def _crossings(lines: Array, low: Array, high: Array) -> tuple[Array, Array]:
    """The share of each segment at which it enters and leaves the box; enter > leave if it misses it.

    Dividing by nothing is ordinary here: call it where NumPy does not warn.
    """
    start, move = lines[:, 0], lines[:, 1] - lines[:, 0]
    first, second = (low - start) / move, (high - start) / move
    level = move == 0
    within = (start >= low) & (start <= high)
    first = np.where(level, np.where(within, -np.inf, np.inf), first)
    second = np.where(level, np.where(within, np.inf, -np.inf), second)
    enter = np.clip(np.minimum(first, second).max(axis=1), 0.0, None)
    leave = np.clip(np.where(level, second, np.maximum(first, second)).min(axis=1), None, 1.0)
    missed = (level & ~within).any(axis=1)
    return np.where(missed, 1.0, enter), np.where(missed, 0.0, leave)


def runs_of_lines(points: Array) -> Array:
    """Consecutive points (n, …, 2) as segments (n − 1, …, 2, 2)."""
    return np.stack([points[:-1], points[1:]], axis=-2)


def repeated(points: Array) -> Mask:
    """Which segments of trails through points (n, trails, 2) in pixels paint nothing new, (n − 1, trails).

    They stand still, or go back to where the segment before them came from, as a racer does that bounces for ever.
    """
    x, y = np.moveaxis(np.floor(points * CELLS), -1, 0)
    stays: Mask = (x[1:] == x[:-1]) & (y[1:] == y[:-1])
    stays[1:] |= (x[2:] == x[:-2]) & (y[2:] == y[:-2])
    return stays


def same_place(one: tuple[float, float], other: tuple[float, float]) -> bool:
    """Whether two places in pixels lie in the same cell, as `repeated` has it."""
    return one[0] * CELLS // 1 == other[0] * CELLS // 1 and one[1] * CELLS // 1 == other[1] * CELLS // 1


def thinned(points: Array, most: int) -> Array:
    """Points (n, 2) in pixels of a curve over rising x, without those that no pixel column would miss.

    Each pixel column keeps its first, lowest, highest and last point, in order, so the picture is the same. Points
    without a place on the x axis are left out.
    """
    if len(points) <= most:
        return points
    points = points[np.isfinite(points[:, 0])]
    column = np.floor(points[:, 0]).astype(np.int64)
    starts = np.flatnonzero(np.r_[True, column[1:] != column[:-1]])
    values = np.where(np.isfinite(points[:, 1]), points[:, 1], 0.0)
    group = np.repeat(np.arange(len(starts)), np.diff(np.r_[starts, len(points)]))
    order = np.lexsort((values, group))
    ends = np.r_[starts[1:], len(points)] - 1
    keep = np.unique(np.concatenate([starts, ends, order[starts], order[ends]]))
    kept: Array = points[keep]
    return kept


class Segments:
    """A buffer of QLineF, filled from NumPy and drawn with one call."""

    def __init__(self) -> None:
        self._lines = internals.PrimitiveArray(QLineF, 4)
        self._points = internals.PrimitiveArray(QPointF, 2)

    def draw_lines(self, painter: QPainter, lines: Array) -> None:
        """Segments (n, 2, 2)."""
        self._draw(self._lines, painter.drawLines, lines.reshape(-1, 4))

    def draw_points(self, painter: QPainter, points: Array) -> None:
        """Points (n, 2), as wide as the painter's pen."""
        self._draw(self._points, painter.drawPoints, points)

    def _draw(self, buffer: Any, call: Any, values: Array) -> None:  # noqa: ANN401
        if len(values):
            buffer.resize(len(values))
            buffer.ndarray()[:] = values
            call(*buffer.drawargs())
