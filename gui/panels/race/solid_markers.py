"""Marks and words on the surface in three dimensions; a mark behind a hill is painted faintly."""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from contextlib import contextmanager

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPen

from gui.panels.race.markers import Head, Markers
from gui.panels.race.solid_still import SolidStill
from gui.panels.race.solid_trails import pointing
from gui.theme import Theme
from gui.widgets.geometry import Mapping
from gui.widgets.stamps import Draw

BEHIND = 0.4


class SolidMarkers(Markers):
    """See `Markers`."""

    note_side = Qt.AlignmentFlag.AlignTop
    note_inset = 18.0  # the picture has no frame: in line with what stands above and below it

    def __init__(self, theme: Theme, still: SolidStill) -> None:
        super().__init__(theme)
        self._still = still
        self._behind: set[tuple[float, float]] = set()

    def place(self, x: float, y: float, mapping: Mapping) -> tuple[float, float]:
        """Where data lie on the surface, drawn to its edge where they lie outside, in pixels."""
        left, top, seen = self._still.sight(mapping).point(x, y)
        (self._behind.discard if seen else self._behind.add)((left, top))
        return left, top

    def place_of(self, head: Head, mapping: Mapping) -> tuple[float, float]:
        """The head's place in pixels."""
        return self.place(head.x, head.y, mapping)

    @contextmanager
    def _faint(self, painter: QPainter, at: tuple[float, float]) -> Iterator[None]:
        """Paint faintly what stands at a hidden place."""
        painter.setOpacity(BEHIND if at in self._behind else 1.0)
        yield
        painter.setOpacity(1.0)

    def _paste(
        self, painter: QPainter, key: Hashable, at: tuple[float, float], size: tuple[float, float], draw: Draw
    ) -> None:
        with self._faint(painter, at):
            super()._paste(painter, key, at, size, draw)

    def _draw_away(self, painter: QPainter, mapping: Mapping, head: Head, at: tuple[float, float]) -> None:
        """A mark at the surface's edge that points out of it; a cross for one that has ended there."""
        with self._faint(painter, at):
            if head.ended:
                super()._draw_away(painter, mapping, head, at)
                return
            painter.setPen(QPen(self.theme.color("halo"), 1.5))
            painter.setBrush(self.theme.series(head.series))
            sight = self._still.sight(mapping)
            dx, dy = sight.outward(*sight.mesh.quads(np.array([head.x, head.y])).tolist())
            painter.drawPolygon(pointing((at[0] + 6.5 * dx, at[1] + 6.5 * dy), (dx, dy), size=13))
