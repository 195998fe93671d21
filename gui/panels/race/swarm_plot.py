"""The swarm from above: basins by the minimum reached, contours, minima by number, the moving dots, one start's way."""

from __future__ import annotations

import math
from functools import partial

import numpy as np
from pyqtgraph.Qt import internals
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QImage, QPainter, QPen, QPixmap

from engine.simulations.race_swarm import SwarmScene
from gui.panels.race.surface_ground import contour_lines
from gui.panels.race.swarm_colours import any_diverged, basin_image, paint_basins
from gui.theme import Theme
from gui.widgets.geometry import Array, Mapping, Segments, clipped, inside_box, runs_of_lines
from gui.widgets.layers import Layered
from gui.widgets.marks import BADGE, draw_badge
from gui.widgets.plot import Plot
from gui.widgets.stamps import Stamps
from gui.widgets.themed import Face

# A dot's radius and its rim, and the box that holds it.
DOT, RIM, BOX = 1.8, 1.0, 7.0


class SwarmItem(Layered):
    """Paints the basins once, and dots and a way on them at each step."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self.scene_data: SwarmScene | None = None
        self.swarm = 0
        self.tails: Array = np.empty((0, 0, 2))
        self.way: Array = np.empty((0, 2))
        self.step = 0
        self.dots = True
        self._image, self._hatched = QImage(), False
        self._lines: Array = np.empty((0, 2, 2))
        self._layer: QPixmap | None = None
        self._segments, self._stamps = Segments(), Stamps()
        self._fragments = internals.PrimitiveArray(QPainter.PixmapFragment, 10)
        self._dot: QPixmap | None = None
        self._face = Face(theme.font(11, bold=True))

    def show_scene(self, scene: SwarmScene, swarm: int) -> None:
        """Another run, or another of its swarms."""
        if scene is not self.scene_data:
            self._lines = contour_lines(scene.ground)
        self.scene_data, self.swarm = scene, swarm
        self._make_image()

    def _make_image(self) -> None:
        if self.scene_data is not None:
            basins = self.scene_data.basins[self.swarm]
            self._image, self._hatched = basin_image(self.theme, self.scene_data, basins), any_diverged(basins)
        self.forget()

    def set_theme(self, theme: Theme) -> None:
        """Take colours from `theme`."""
        self._stamps.clear()
        self._face = Face(theme.font(11, bold=True))
        super().set_theme(theme)
        self._make_image()

    # -- layers -------------------------------------------------------------------------------------------------------

    def restart(self, mapping: Mapping, ratio: float) -> None:
        """Paint what stays for the run."""
        self._layer = self.new_layer(mapping, ratio, self.theme.color("paper"))
        painter = QPainter(self._layer)
        self._draw_ground(painter, mapping)
        painter.end()
        self._dot = self._painted_dot(ratio)

    def draw_layers(self, painter: QPainter, mapping: Mapping) -> None:
        """The ground, then what moves."""
        if self._layer is None or self._dot is None:
            return
        painter.drawPixmap(0, 0, self._layer)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw_moving(painter, mapping)

    def draw_vectors(self, painter: QPainter, mapping: Mapping) -> None:
        """All of it as shapes; the basins are a picture in any case."""
        self._draw_ground(painter, mapping)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw_moving(painter, mapping, shapes=True)

    def _draw_ground(self, painter: QPainter, mapping: Mapping) -> None:
        scene = self.scene_data
        if scene is None:
            return
        paint_basins(painter, self.theme, QRectF(0, 0, mapping.width, mapping.height), self._image, self._hatched)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(self.theme.pen("ink", 0.8, None, 0.22))
        lines, _ = clipped(mapping.pixels(self._lines), mapping.width, mapping.height)
        self._segments.draw_lines(painter, lines)

    # -- what moves ---------------------------------------------------------------------------------------------------

    def _draw_moving(self, painter: QPainter, mapping: Mapping, shapes: bool = False) -> None:
        if self.dots and len(self.tails):
            self._draw_dots(painter, mapping, shapes)
        if len(self.way):
            self._draw_way(painter, mapping)
        self._draw_minima(painter, mapping)

    def _draw_dots(self, painter: QPainter, mapping: Mapping, shapes: bool) -> None:
        places = mapping.pixels(self.tails)
        tails, _ = clipped(runs_of_lines(places).reshape(-1, 2, 2), mapping.width, mapping.height)
        painter.setPen(self.theme.pen("ink", 1.0, None, 0.5))
        self._segments.draw_lines(painter, tails)
        heads = places[-1][inside_box(places[-1], mapping.width, mapping.height)]
        if not len(heads):
            return
        if shapes or self._dot is None:
            for x, y in heads.tolist():
                painter.translate(x - BOX / 2, y - BOX / 2)
                self._draw_dot(painter)
                painter.translate(BOX / 2 - x, BOX / 2 - y)
            return
        side = self._dot.width()
        self._fragments.resize(len(heads))
        values = self._fragments.ndarray()
        values[:, :2] = heads
        values[:, 2:] = (0, 0, side, side, BOX / side, BOX / side, 0, 1)
        painter.drawPixmapFragments(*self._fragments.drawargs(), self._dot)  # type: ignore[call-arg]

    def _painted_dot(self, ratio: float) -> QPixmap:
        """A dot in device pixels."""
        dot = QPixmap(math.ceil(BOX * ratio), math.ceil(BOX * ratio))
        dot.fill(Qt.GlobalColor.transparent)
        painter = QPainter(dot)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(dot.width() / BOX, dot.height() / BOX)
        self._draw_dot(painter)
        painter.end()
        return dot

    def _draw_dot(self, painter: QPainter) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.theme.brush("paper" if not self.theme.dark else "ink"))
        painter.drawEllipse(QPointF(BOX / 2, BOX / 2), DOT + RIM, DOT + RIM)
        painter.setBrush(self.theme.brush("ink" if not self.theme.dark else "paper"))
        painter.drawEllipse(QPointF(BOX / 2, BOX / 2), DOT, DOT)

    def _draw_way(self, painter: QPainter, mapping: Mapping) -> None:
        """The whole way of the chosen start faded, up to now strong, a ring where it began and a dot where it is."""
        places = mapping.pixels(self.way)
        for part, width, alpha in ((places, 1.4, 0.5), (places[: self.step + 1], 2.2, 1.0)):
            lines, _ = clipped(runs_of_lines(part), mapping.width, mapping.height)
            for pen in (QPen(self.theme.color("halo", alpha), width + 2), QPen(self.theme.color("ink", alpha), width)):
                painter.setPen(pen)
                self._segments.draw_lines(painter, lines)
        at = places[min(self.step, len(places) - 1)]
        painter.setPen(QPen(self.theme.color("paper"), 1.4))
        if np.isfinite(at).all():
            painter.setBrush(self.theme.brush("ink"))
            painter.drawEllipse(QPointF(*at), 4.5, 4.5)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for name, radius in (("halo", 6.0), ("ink", 5.0)):
            painter.setPen(QPen(self.theme.color(name), 1.6))
            painter.drawEllipse(QPointF(*places[0]), radius, radius)

    def _draw_minima(self, painter: QPainter, mapping: Mapping) -> None:
        scene = self.scene_data
        if scene is None:
            return
        self._stamps.begin(painter)
        side = BADGE * self.theme.text_scale + 4
        for number, (x, y) in enumerate(scene.targets.places[: scene.targets.named].tolist(), start=1):
            draw = partial(self._draw_badge, text=str(number), side=side)
            self._stamps.paste(painter, number, mapping.point(x, y), (side, side), draw)

    def _draw_badge(self, painter: QPainter, text: str, side: float) -> None:
        middle = QPointF(side / 2, side / 2)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.theme.brush("paper"))
        painter.drawEllipse(middle, side / 2, side / 2)
        draw_badge(painter, self.theme, text, middle, self._face)


class SwarmPlot(Plot):
    """Emits `pressed` where the hand points at a start."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, grid=False, covered=True)
        self.item = SwarmItem(theme)
        self.addItem(self.item, ignoreBounds=True)

    def show_scene(self, scene: SwarmScene, swarm: int) -> None:
        """Another run, or another of its swarms."""
        self.set_span(*scene.ground.domain)
        self.item.show_scene(scene, swarm)

    def show_step(self, tails: Array, step: int) -> None:
        """The dots' places (steps, dots, 2), the newest last."""
        self.item.tails, self.item.step = tails, step
        self.item.update()

    def show_dots(self, shown: bool) -> None:
        """With dots, or without."""
        self.item.dots = shown
        self.item.update()

    def show_way(self, way: Array) -> None:
        """The way of one start, (steps, 2), or none."""
        self.item.way = way
        self.item.update()

    def set_theme(self, theme: Theme) -> None:
        """Take every colour from `theme`."""
        super().set_theme(theme)
        if hasattr(self, "item"):
            self.item.set_theme(theme)
