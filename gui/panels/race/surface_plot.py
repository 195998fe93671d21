"""The race seen from above: contours, trails, marks; the start can be dragged and a racer picked."""

from __future__ import annotations

import math
from collections.abc import Sequence

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QMouseEvent, QWheelEvent

from engine.simulations.race_paths import PathsScene
from gui.panels.race.markers import Head, Markers
from gui.panels.race.surface_ground import SurfaceGround
from gui.panels.race.trail_probe import TrailProbe
from gui.theme import Theme
from gui.widgets.geometry import Array, Mapping
from gui.widgets.plot import Plot
from gui.widgets.trails import Trails, TrailStyle

REACH = 14.0


class SurfacePlot(Plot):
    """Emits where the hand drags the start, which racer it picks, and which way it turns the wheel."""

    start_dragged = Signal(float, float, bool)
    racer_picked = Signal(int)
    scaled = Signal(int)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, grid=False, covered=True)
        self.ground = SurfaceGround(theme)
        self.trails, self.markers = Trails(theme, marks=True, ground=self.ground.draw), Markers(theme)
        self.probe = TrailProbe(theme)
        for z, item in ((0, self.trails), (1, self.markers), (4, self.probe)):
            item.setZValue(z)
            self.addItem(item, ignoreBounds=True)
        self._dragging = False
        self.pressed.connect(self._on_press)
        self.dragged.connect(self._on_drag)
        self.setMouseTracking(True)

    def show_run(
        self, scene: PathsScene, start: tuple[float, float], points: Array, styles: Sequence[TrailStyle]
    ) -> None:
        """Another run: its surface, start and looks. `points` is (steps known, racers, 2)."""
        self.markers.start = start
        self.look_at(scene)
        self.trails.set_run(points, styles)
        self.probe.look(points, styles, None)

    def look_at(self, scene: PathsScene) -> None:
        """Another surface, or another part of it."""
        self.set_span(*scene.domain)
        self.box.updateMatrix()  # left to the next paint, it would ask for one more
        if self.ground.show(scene):
            self.trails.ground_changed()
        self.markers.minima = scene.minima
        self.markers.update()

    @property
    def box_size(self) -> tuple[float, float]:
        """The picture's width and height in pixels."""
        return max(float(self.box.width()), 1.0), max(float(self.box.height()), 1.0)

    def show_step(self, points: Array, step: int, heads: Sequence[Head], note: str) -> None:
        """The cursor is at `step`."""
        self.trails.show_step(points, step)
        self.markers.heads, self.markers.note = heads, note
        self.markers.update()

    def set_theme(self, theme: Theme) -> None:
        """Take every colour from `theme`."""
        super().set_theme(theme)
        if hasattr(self, "markers"):
            self.ground.theme = theme
            self.trails.set_theme(theme)
            self.markers.set_theme(theme)
            self.probe.set_theme(theme)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Without a button held: show what lies under the mouse."""
        super().mouseMoveEvent(event)
        at = None if event.buttons() else self.view_point(event)
        self.probe.look(self.trails.points, self.trails.styles, at)

    def leaveEvent(self, event: QEvent) -> None:
        """The mouse is elsewhere."""
        super().leaveEvent(event)
        self.probe.look(self.trails.points, self.trails.styles, None)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Nearer or farther."""
        if event.angleDelta().y():
            self.scaled.emit(1 if event.angleDelta().y() > 0 else -1)
        event.accept()

    def _on_press(self, x: float, y: float) -> None:
        """Take hold of the start, else pick the nearest racer within reach."""
        mapping = Mapping.between(self.markers.boundingRect(), self.box.width(), self.box.height())
        at = mapping.point(x, y)
        self._dragging = math.dist(at, mapping.point(*self.markers.start)) <= REACH
        if self._dragging or not self.markers.heads:
            return
        gaps = [math.dist(at, self.markers.place_of(head, mapping)) for head in self.markers.heads]
        nearest = min(range(len(gaps)), key=gaps.__getitem__)
        if gaps[nearest] <= REACH:
            self.racer_picked.emit(self.markers.heads[nearest].index)

    def _on_drag(self, x: float, y: float, done: bool) -> None:
        if self._dragging:
            self.start_dragged.emit(x, y, done)
        self._dragging = self._dragging and not done
