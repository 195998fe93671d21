"""Curves and areas that stand still while something moves over them: painted once into a layer, then blitted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen, QPixmap
from PySide6.QtWidgets import QGraphicsRectItem

from engine.simulations.base import Array
from gui.theme import Theme
from gui.widgets.geometry import Mapping
from gui.widgets.layers import Layered
from gui.widgets.plot import Plot

BELOW_GRID, ABOVE_GRID = -95.0, 2.0
OUTSIDE = 1e4
"""Pixels: points are held this near, since painters go wrong far out."""


@dataclass(frozen=True, slots=True, eq=False)
class Line:
    """A curve through (x, y), with a gap wherever y is NaN; its colour by name or series, width, dash, opacity."""

    x: Array
    y: Array
    colour: int | str
    width: float = 1.7
    dash: str | None = None
    opacity: float = 1.0

    @property
    def look(self) -> tuple[object, ...]:
        """What makes it look as it does: where its y lie in memory (as long as it is kept, they do), and the pen."""
        return self.y.ctypes.data, len(self.y), self.colour, self.width, self.dash, self.opacity


@dataclass(frozen=True, slots=True, eq=False)
class Area:
    """A filled polygon with corners (x, y)."""

    x: Array
    y: Array
    colour: int | str
    opacity: float = 1.0


class CurveLayer(Layered):
    """Areas, and lines over them in the order given."""

    def __init__(self, plot: Plot) -> None:
        """Empty, on `plot`, above its grid."""
        super().__init__(plot.theme)
        self.setZValue(ABOVE_GRID)
        plot.addItem(self, ignoreBounds=True)
        self.lines: tuple[Line, ...] = ()
        self.areas: tuple[Area, ...] = ()
        self._layer: QPixmap | None = None

    def show_shapes(self, lines: Sequence[Line], areas: Sequence[Area] = ()) -> None:
        """Show these instead of the last ones."""
        self.lines, self.areas = tuple(lines), tuple(areas)
        self.forget()

    def restart(self, mapping: Mapping, ratio: float) -> None:
        """Paint everything into a fresh layer."""
        self._layer = self.new_layer(mapping, ratio)
        painter = QPainter(self._layer)
        self.draw_vectors(painter, mapping)
        painter.end()

    def draw_layers(self, painter: QPainter, mapping: Mapping) -> None:
        """Blit it."""
        if self._layer is not None:
            painter.drawPixmap(QPointF(0, 0), self._layer)

    def draw_vectors(self, painter: QPainter, mapping: Mapping) -> None:
        """Draw everything."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        for area in self.areas:
            painter.setBrush(self.theme.brush(area.colour, area.opacity))
            painter.drawPath(pixel_path(mapping, area.x, area.y))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for line in self.lines:
            painter.setPen(self._pen(line))
            painter.drawPath(pixel_path(mapping, line.x, line.y))

    def _pen(self, line: Line) -> QPen:
        """In logical pixels, since a layer knows its ratio: the theme's cosmetic pens count device pixels."""
        pen = QPen(self.theme.pen(line.colour, line.width, line.dash, line.opacity))
        pen.setCosmetic(False)
        pen.setWidthF(line.width)
        # Between points this near nobody sees the joints, and round ones take twice the time.
        pen.setJoinStyle(Qt.PenJoinStyle.BevelJoin)
        return pen


def pixel_path(mapping: Mapping, x: Array, y: Array) -> QPainterPath:
    """The points (x, y) as a path in pixels, interrupted at NaN."""
    pixels = np.clip(mapping.pixels(np.stack([x, y], axis=-1)), -OUTSIDE, OUTSIDE)
    path: QPainterPath = pg.arrayToQPath(pixels[:, 0], pixels[:, 1], connect="finite")
    return path


class Strips:
    """Plain upright strips below the grid of a plot: parts of its x axis."""

    def __init__(self, plot: Plot, colour: str) -> None:
        """None yet."""
        self.plot, self.colour = plot, colour
        self.items: list[QGraphicsRectItem] = []

    def show(self, parts: Sequence[tuple[float, float]], low: float, high: float) -> None:
        """Strips over these parts of the x axis, from `low` to `high`."""
        while len(self.items) < len(parts):
            item = QGraphicsRectItem()
            item.setPen(QPen(Qt.PenStyle.NoPen))
            item.setBrush(self.plot.theme.brush(self.colour))
            item.setZValue(BELOW_GRID)
            self.plot.addItem(item, ignoreBounds=True)
            self.items.append(item)
        for item in self.items[len(parts) :]:
            item.hide()
        for item, (left, right) in zip(self.items, parts, strict=False):
            item.setRect(left, low, right - left, high - low)
            item.show()

    def shown(self) -> list[tuple[float, float]]:
        """The parts of the axis that have a strip."""
        rects = [item.rect() for item in self.items if item.isVisible()]
        return [(rect.left(), rect.right()) for rect in rects]

    def set_theme(self, theme: Theme) -> None:
        """Take the colour from `theme`."""
        for item in self.items:
            item.setBrush(theme.brush(self.colour))
