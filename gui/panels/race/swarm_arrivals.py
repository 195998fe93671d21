"""By step, the share of the starts that has arrived at each minimum: areas on top of one another."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPixmap, QPolygonF

from engine.simulations.race_swarm import SwarmScene
from gui.panels.race.swarm_colours import area_colour, hatch_lines, hue_of
from gui.theme import Theme
from gui.widgets.cursor_marks import CursorMarks
from gui.widgets.geometry import Array, Mapping, Segments, runs_of_lines
from gui.widgets.layers import Layered
from gui.widgets.plot import Plot
from gui.widgets.themed import Face

# A number is written in an area that is at least so many pixels high, so far from the right edge.
LEAST, INWARDS = 14.0, 16.0
# The hatch is cut into pieces of so many pixels.
PIECE = 2.0


class StackItem(Layered):
    """The areas, painted once for a run."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self.bounds: Array = np.zeros((2, 1))
        self.named = 0
        self._layer: QPixmap | None = None
        self._segments = Segments()
        self._face = Face(theme.font(11, bold=True))

    def set_theme(self, theme: Theme) -> None:
        """Take colours from `theme`."""
        self._face = Face(theme.font(11, bold=True))
        super().set_theme(theme)

    def restart(self, mapping: Mapping, ratio: float) -> None:
        """Paint the areas."""
        self._layer = self.new_layer(mapping, ratio, self.theme.color("paper"))
        painter = QPainter(self._layer)
        self.draw_vectors(painter, mapping)
        painter.end()

    def draw_layers(self, painter: QPainter, mapping: Mapping) -> None:
        """Blit them."""
        if self._layer is not None:
            painter.drawPixmap(0, 0, self._layer)

    def draw_vectors(self, painter: QPainter, mapping: Mapping) -> None:
        """Areas from below, the diverged last; each ends in a line of paper."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        count = len(self.bounds) - 1
        for kind in range(count):
            low, high = self._line(mapping, kind), self._line(mapping, kind + 1)
            if not (self.bounds[kind + 1] > self.bounds[kind]).any():
                continue
            self._draw_area(painter, mapping, low, high, -1 if kind == count - 1 else hue_of(kind, self.named))
            if kind < self.named and low[-1].y() - high[-1].y() >= LEAST:
                painter.setPen(self.theme.color("ink"))
                painter.setFont(self._face.font)
                text = str(kind + 1)
                baseline = self._face.middle(high[-1].y(), low[-1].y() - high[-1].y())
                painter.drawText(QPointF(mapping.width - INWARDS - self._face.width(text) / 2, baseline), text)

    def _draw_area(
        self, painter: QPainter, mapping: Mapping, low: list[QPointF], high: list[QPointF], hue: int
    ) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.theme.brush("soft") if hue < 0 else area_colour(self.theme, hue))
        painter.drawPolygon(QPolygonF([*low, *reversed(high)]))
        if hue < 0:
            painter.setPen(self.theme.pen("quiet", 1.0))
            self._segments.draw_lines(painter, hatch_between(mapping, low, high))
        painter.setPen(self.theme.pen("paper", 1.0))
        painter.drawPolyline(QPolygonF(high))

    def _line(self, mapping: Mapping, number: int) -> list[QPointF]:
        """One bound between areas, as a staircase with no step finer than a pixel asks for."""
        values = self.bounds[number]
        every = max(1, len(values) // max(int(2 * mapping.width), 1))
        steps = np.unique(np.append(np.arange(0, len(values), every), len(values) - 1))
        points = mapping.pixels(np.stack([steps, 100 * values[steps]], axis=-1))
        return [QPointF(x, y) for x, y in points.tolist()]


def hatch_between(mapping: Mapping, low: list[QPointF], high: list[QPointF]) -> Array:
    """The parts of the hatch below one line and above another, (n, 2, 2): short pieces whose middles lie there."""
    lines = hatch_lines(QRectF(0, 0, mapping.width, mapping.height))
    shares = np.linspace(0, 1, max(2, int(mapping.height / PIECE)))[:, None, None]
    pieces = runs_of_lines(lines[:, 0] + shares * (lines[:, 1] - lines[:, 0])).reshape(-1, 2, 2)
    x, y = pieces.mean(axis=1).T
    bounds = (np.interp(x, [p.x() for p in line], [p.y() for p in line]) for line in (low, high))
    below, above = bounds
    return np.asarray(pieces[(y < below) & (y > above)])


class ArrivalsPlot(Plot):
    """A press or a drag asks for a step."""

    sought = Signal(int)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, grid=False, covered=True)
        self.stack, self.marks = StackItem(theme), CursorMarks(theme)
        for item in (self.stack, self.marks):
            self.addItem(item, ignoreBounds=True)
        self._length = 1
        self.set_ticks("left", [(0, "0"), (50, "50"), (100, "100")])
        self.pressed.connect(lambda x, _y: self._seek(x))
        self.dragged.connect(lambda x, _y, _done: self._seek(x))

    def show_scene(self, scene: SwarmScene, swarm: int) -> None:
        """Another run, or another of its swarms."""
        shares = scene.basins[swarm].shares
        self._length = len(shares) - 1
        self.stack.bounds = np.vstack([np.zeros(len(shares)), np.cumsum(shares, axis=1).T])
        self.stack.named = scene.targets.named
        self.stack.forget()
        self.set_span(0, max(self._length, 1), 0, 100)

    def show_step(self, step: int) -> None:
        """The cursor is at `step`."""
        self.marks.show_at(step, ())

    def _seek(self, x: float) -> None:
        self.sought.emit(min(max(round(x), 0), self._length))

    def set_theme(self, theme: Theme) -> None:
        """Take every colour from `theme`."""
        super().set_theme(theme)
        if hasattr(self, "marks"):
            self.stack.set_theme(theme)
            self.marks.set_theme(theme)
