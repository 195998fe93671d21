"""Curves by training step with a band round each, and curves that coincide taking turns."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import astuple, dataclass

import numpy as np
from pyqtgraph.functions import arrayToQPolygonF
from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPolygonF

from gui.theme import Theme
from gui.widgets.geometry import Array, Mapping, Mask
from gui.widgets.trails import Draw, Trails, TrailStyle

TINT = 0.16
# A band that leaves the picture is cut so many pixels beyond it.
BEYOND = 50.0


@dataclass(frozen=True, slots=True)
class WholeColumns(Mapping):
    """A mapping to whole pixels along x: pieces of a level curve, painted one by one, meet there without a seam."""

    def pixels(self, points: Array) -> Array:
        """As `Mapping.pixels`."""
        out = Mapping.pixels(self, points)
        np.rint(out[..., 0], out=out[..., 0])
        return out

    def point(self, x: float, y: float) -> tuple[float, float]:
        """As `Mapping.point`."""
        across, down = Mapping.point(self, x, y)
        return float(round(across)), down


class BandTrails(Trails):
    """Trails of which the last ones may have a band below them.

    `bands` (steps known, banded trails, 2) are the low and high ends; one that is infinite is out of the picture.
    """

    def __init__(self, theme: Theme, ground: Draw) -> None:
        super().__init__(theme, rising=True, ground=ground)
        self.bands: Array = np.empty((0, 0, 2))

    def set_curves(self, points: Array, bands: Array, styles: Sequence[TrailStyle]) -> None:
        """Another run, or another look."""
        self.bands = bands
        self.set_run(points, styles)

    def show_curves(self, points: Array, bands: Array, step: int) -> None:
        """The cursor is at `step`; all points and bands known by now."""
        self.bands = bands
        self.show_step(points, step)

    def _make_pens(self) -> None:
        """With flat ends: on level stretches, of which there are many here, ends that overlap show as beads."""
        super()._make_pens()
        for pen in self._pens:
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)

    def _draw(self, painter: QPainter, mapping: Mapping, first: int, last: int) -> None:
        """The bands between two steps, then the curves over them."""
        whole = WholeColumns(*astuple(mapping))
        self._draw_bands(painter, whole, first, last)
        super()._draw(painter, whole, first, last)

    def _draw_paths(self, painter: QPainter, mapping: Mapping, first: int, last: int) -> None:
        self._draw_bands(painter, mapping, first, last)
        super()._draw_paths(painter, mapping, first, last)

    def _draw_bands(self, painter: QPainter, mapping: Mapping, first: int, last: int) -> None:
        """From step `first` to `last`, without antialiasing: pieces laid side by side must show no seam."""
        if last <= first or not self.bands.shape[1]:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        painter.setPen(Qt.PenStyle.NoPen)
        for place, style in enumerate(self.styles[-self.bands.shape[1] :]):
            if style.shown:
                painter.setBrush(self.theme.brush(style.series, TINT))
                painter.drawPolygon(band_polygon(self.bands[first : last + 1, place], first, mapping))


def band_polygon(band: Array, first: int, mapping: Mapping) -> QPolygonF:
    """The outline of a band (steps, 2) that begins at step `first`, in pixels; a column of pixels keeps its extremes."""
    steps = np.arange(first, first + len(band), dtype=np.float64)
    columns = mapping.pixels(np.stack((steps, steps), axis=1))[:, 0]
    with np.errstate(all="ignore"):
        ends = np.nan_to_num((mapping.y1 - band) * mapping.per_y, nan=-BEYOND, posinf=np.inf, neginf=-np.inf)
    ends = np.clip(ends, -BEYOND, mapping.height + BEYOND)
    if len(band) > 2 * mapping.width:
        starts = np.flatnonzero(np.diff(np.floor(columns), prepend=-np.inf))
        low, high = np.maximum.reduceat(ends[:, 0], starts), np.minimum.reduceat(ends[:, 1], starts)
        columns = columns[starts]
    else:
        low, high = ends.T
    outline = np.concatenate((np.stack((columns, low), axis=1), np.stack((columns, high), axis=1)[::-1]))
    polygon: QPolygonF = arrayToQPolygonF(*outline.T)
    return polygon


def taking_turns(values: Array, piece: int, first: int, near: float) -> Mask:
    """Which of the curves are drawn in each stretch from step to step, (stretches, curves).

    `values` (stretches + 1, curves) begin at step `first`. Curves that keep within `near` of one another over a
    stretch take turns, each for `piece` steps.
    """
    turn = (first + np.arange(len(values) - 1)) // piece
    with np.errstate(invalid="ignore"):
        near_by = np.abs(values[:, :, np.newaxis] - values[:, np.newaxis]) <= near  # NaN is near nothing
    same = near_by[1:] & near_by[:-1] | np.eye(values.shape[1], dtype=bool)
    place = np.tril(same, -1).sum(axis=2)
    return np.asarray(turn[:, np.newaxis] % same.sum(axis=2) == place)
