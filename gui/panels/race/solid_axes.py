"""Ticks and names of the three axes, outside the box on the sides where they hide nothing."""

from __future__ import annotations

import math
from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen

from gui.panels.race.markers import Area
from gui.panels.race.solid_mesh import QUADS, in_space
from gui.panels.race.solid_sight import Sight
from gui.panels.race.solid_space import GAP, HEIGHT
from gui.theme import Theme
from gui.widgets.plot import readable_spacing

TICK = 5.0
# So many pixels lie between neighbouring numbers at least.
ALONG, UP = 52.0, 16.0
CENTRE = Qt.AlignmentFlag.AlignCenter


class SolidAxes:
    """Paints them; `scale` words what a height means where it is not f itself. `areas` is where words stand."""

    def __init__(self, theme: Theme) -> None:
        self.theme, self.scale = theme, ""
        self.areas: list[Area] = []

    def draw(self, painter: QPainter, sight: Sight) -> None:
        """Those of x and y along the near edges of the floor, that of f up its left corner."""
        self.areas.clear()
        painter.setBrush(Qt.BrushStyle.NoBrush)
        (toward_x, toward_y), mesh = sight.camera.towards, sight.mesh
        near = QUADS if toward_y > 0 else 0, QUADS if toward_x > 0 else 0
        x0, x1, y0, y1 = mesh.scene.domain
        self._draw_edge(painter, sight, "x", (x0, x1), [(0, near[0]), (QUADS, near[0])], (0, 1 if near[0] else -1))
        self._draw_edge(painter, sight, "y", (y0, y1), [(near[1], 0), (near[1], QUADS)], (1 if near[1] else -1, 0))
        self._draw_heights(painter, sight)

    def _draw_edge(
        self,
        painter: QPainter,
        sight: Sight,
        name: str,
        ends: tuple[float, float],
        places: list[tuple[float, float]],
        outward: tuple[float, float],
    ) -> None:
        """One edge of the floor between two `places` in quads, along which `ends` are reached."""
        (ax, ay), (bx, by) = (_on_floor(sight, *place) for place in places)
        dx, dy = sight.side_direction(*outward)
        length = math.hypot(bx - ax, by - ay)
        if length < ALONG / 2:
            return
        spacing = readable_spacing(ends[1] - ends[0], max(1, int(length / ALONG)))
        first, last = math.ceil(ends[0] / spacing - 1e-6), math.floor(ends[1] / spacing + 1e-6)
        for k in range(first, last + 1):
            share = (k * spacing - ends[0]) / (ends[1] - ends[0])
            x, y = ax + share * (bx - ax), ay + share * (by - ay)
            self._draw_tick(painter, (x, y), (dx, dy))
            self._write(painter, plain(k * spacing, spacing), (x, y), (dx, dy), TICK + 3)
        middle = (ax + bx) / 2, (ay + by) / 2
        self._write(painter, name, middle, (dx, dy), TICK + 22, symbol=True)

    def _draw_heights(self, painter: QPainter, sight: Sight) -> None:
        """The axis of f, a little beside the corner that stands farthest to the left."""
        corners = [(u, v) for u in (0, QUADS) for v in (0, QUADS)]
        corner = min(corners, key=lambda each: _on_floor(sight, *each)[0])
        x, y = in_space(*corner)
        low, high = (sight.projection.point(x, y, z) for z in (GAP, GAP + HEIGHT))
        if low[1] - high[1] < UP:
            return
        left = low[0] - 8
        painter.setPen(QPen(self.theme.color("quiet"), 1.0))
        painter.drawLine(QPointF(left, low[1]), QPointF(left, high[1]))
        most, widest = max(2, int((low[1] - high[1]) / UP)), 0.0
        ticks = sight.mesh.ticks(most)
        spacing = min((b[0] - a[0] for a, b in pairwise(ticks)), default=1.0)
        for value, z in ticks:
            at = left, sight.projection.point(x, y, z)[1]
            self._draw_tick(painter, at, (-1.0, 0.0))
            widest = max(widest, self._write(painter, plain(value, spacing), at, (-1.0, 0.0), TICK + 3))
        self._write(painter, "f", (left, high[1]), (0.0, -1.0), 7, symbol=True)
        if self.scale:
            self._write_upwards(painter, self.scale, (left - TICK - 9 - widest, (low[1] + high[1]) / 2))

    def _draw_tick(self, painter: QPainter, at: tuple[float, float], direction: tuple[float, float]) -> None:
        painter.setPen(QPen(self.theme.color("quiet"), 1.0))
        painter.drawLine(QPointF(*at), QPointF(at[0] + TICK * direction[0], at[1] + TICK * direction[1]))

    def _write(self, painter: QPainter, text: str, at: tuple[float, float], direction: tuple[float, float],
               away: float, symbol: bool = False) -> float:  # fmt: skip
        """A text beside a place, so far away in a direction; how wide it is."""
        font = self.theme.serif(14) if symbol else self.theme.font(11)
        metrics = QFontMetricsF(font)
        width, height = metrics.horizontalAdvance(text), metrics.capHeight()
        reach = away + abs(direction[0]) * width / 2 + abs(direction[1]) * height / 2
        x, y = at[0] + reach * direction[0], at[1] + reach * direction[1]
        painter.setFont(font)
        painter.setPen(self.theme.color("quiet"))
        painter.drawText(QPointF(x - width / 2, y + height / 2), text)
        self.areas.append((x - width / 2, y - height / 2, x + width / 2, y + height / 2))
        return width

    def _write_upwards(self, painter: QPainter, text: str, at: tuple[float, float]) -> None:
        """A text turned to the left, its middle right of `at`."""
        self.areas.append((at[0] - 16, at[1] - 60, at[0], at[1] + 60))
        painter.save()
        painter.translate(*at)
        painter.rotate(-90)
        painter.setFont(self.theme.font(11))
        painter.setPen(self.theme.color("quiet"))
        painter.drawText(QRectF(-200, -16, 400, 16), CENTRE, text)
        painter.restore()


def plain(value: float, spacing: float) -> str:
    """A number with just the places its spacing needs, and a true minus."""
    if abs(value) < spacing * 1e-6:
        return "0"
    places = max(0, -math.floor(math.log10(spacing) + 1e-9))
    text = f"{value:g}" if abs(value) >= 1e6 or places > 6 else f"{value:.{places}f}"
    return text.replace("-", "−")


def _on_floor(sight: Sight, u: float, v: float) -> tuple[float, float]:
    """A place of the floor, in quads, as a pixel."""
    return sight.projection.point(*in_space(u, v), 0.0)
