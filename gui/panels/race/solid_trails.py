"""Trails on the surface in three dimensions, with their shadows on the floor; what lies behind hills is not drawn."""

from __future__ import annotations

import math

import numpy as np
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen, QPolygonF

from gui.panels.race.solid_mesh import QUADS
from gui.panels.race.solid_sight import Sight, inside
from gui.panels.race.solid_still import SolidStill
from gui.theme import Theme
from gui.widgets.geometry import Array, Mapping, border_crossings, repeated, runs_of_lines
from gui.widgets.trails import Trails

SHADOW, SHADOW_WIDTH = 0.42, 1.2
MOST_MARKS = 50
# About so many pixels are a quad.
PIXELS = 8.0


class SolidTrails(Trails):
    """See `Trails`: layers, copies and the faded future are the same, only where a step is painted is not."""

    def __init__(self, theme: Theme, still: SolidStill) -> None:
        super().__init__(theme, ground=still.draw)
        self._seen_still = still
        self._shadows: list[QPen] = []

    def _make_pens(self) -> None:
        super()._make_pens()
        for pen in self._pens:
            pen.setCapStyle(Qt.PenCapStyle.RoundCap if pen.widthF() > 2 else Qt.PenCapStyle.FlatCap)
        self._shadows = [
            QPen(self.theme.blend(style.series, SHADOW, "surface_high"), SHADOW_WIDTH) for style in self.styles
        ]

    def _draw(self, painter: QPainter, mapping: Mapping, first: int, last: int) -> None:
        """The steps from `first` to `last` of every trail: shadows, then lines, then dots and marks at the edges."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        count, sight = last - first, self._seen_still.sight(mapping)
        if count <= 0:
            return
        places = sight.mesh.quads(self.points[max(first - 1, 0) : last + 1])
        lines, fresh = runs_of_lines(places)[-count:], ~repeated(places * PIXELS)[-count:]
        trails = [i for i, style in enumerate(self.styles) if style.shown]
        chosen = [lines[fresh[:, i], i] for i in trails]
        pens = [self._shadows[i] for i in trails], [self._pens[i] for i in trails]
        for draw, colours in zip((sight.floor_lines, sight.surface_lines), pens, strict=True):
            pixels, owners = draw(np.concatenate([*chosen, np.empty((0, 2, 2))]))
            borders = np.searchsorted(owners, np.cumsum([0, *(len(part) for part in chosen)]))
            for pen, start, end in zip(colours, borders[:-1], borders[1:], strict=True):
                painter.setPen(pen)
                self._segments.draw_lines(painter, pixels[start:end])
        self._draw_ends(painter, sight, places[-count - (first == 0) :])
        on = inside(lines)
        for i in np.flatnonzero((on[..., 0] != on[..., 1]).any(axis=0)).tolist():
            if self.styles[i].shown:
                self._draw_crossings(painter, sight, lines[fresh[:, i], i], self.styles[i].series)

    def _draw_ends(self, painter: QPainter, sight: Sight, places: Array) -> None:
        """A dot at each place (steps, trails, 2) that is seen."""
        pixels = sight.surface_points(places)
        seen = np.isfinite(pixels[..., 0])
        for i, style in enumerate(self.styles):
            if style.shown and style.dot:
                painter.setPen(self._dot_pens[i])
                self._segments.draw_points(painter, pixels[seen[:, i], i])

    def _draw_crossings(self, painter: QPainter, sight: Sight, lines: Array, series: int | str) -> None:
        """Triangles on the surface's edge: filled where a trail leaves it, hollow where it comes back."""
        leaving, returning = border_crossings(lines, QUADS, QUADS)
        color = self.theme.color(series)
        for places, filled in ((leaving, True), (returning, False)):
            pixels = sight.surface_points(np.clip(places[:MOST_MARKS], 0, QUADS))
            painter.setPen(QPen(color, 1.2))
            painter.setBrush(color if filled else self.theme.color("paper"))
            for (u, v), (x, y) in zip(places.tolist(), pixels.tolist(), strict=False):
                if math.isfinite(x):
                    dx, dy = sight.outward(u, v)
                    painter.drawPolygon(pointing((x, y), (dx, dy) if filled else (-dx, -dy)))

    def _draw_paths(self, painter: QPainter, mapping: Mapping, first: int, last: int) -> None:
        """Each trail as one stroke, which shows no overlaps when it is faded."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        sight = self._seen_still.sight(mapping)
        places = sight.mesh.quads(self.points[first : last + 1])
        for draw, pens in ((sight.floor_lines, self._shadows), (sight.surface_lines, self._pens)):
            for i, (style, pen) in enumerate(zip(self.styles, pens, strict=True)):
                if style.shown:
                    painter.setPen(pen)
                    painter.drawPath(_stroke(draw(runs_of_lines(places[:, i]))[0]))


def _stroke(lines: Array) -> QPainterPath:
    """Segments (n, 2, 2), joined where one begins at the other's end."""
    path, at = QPainterPath(), (math.nan, math.nan)
    for (x0, y0), (x1, y1) in lines.tolist():
        if not (math.isclose(x0, at[0], abs_tol=1e-6) and math.isclose(y0, at[1], abs_tol=1e-6)):
            path.moveTo(x0, y0)
        path.lineTo(x1, y1)
        at = x1, y1
    return path


def pointing(tip: tuple[float, float], direction: tuple[float, float], size: float = 8.0) -> QPolygonF:
    """A triangle with its tip at `tip`, that points in a `direction` of length 1."""
    (x, y), (dx, dy), half = tip, direction, size * 0.6
    return QPolygonF(
        [
            QPointF(x, y),
            QPointF(x - dx * size + dy * half, y - dy * size - dx * half),
            QPointF(x - dx * size - dy * half, y - dy * size + dx * half),
        ]
    )
