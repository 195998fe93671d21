"""The race in three dimensions: the surface, trails on it, marks; turned by mouse and keys, the start can be dragged."""

from __future__ import annotations

import math
from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QWheelEvent

from engine.simulations.race_paths import PathsScene
from gui.panels.race.markers import Head
from gui.panels.race.solid_markers import SolidMarkers
from gui.panels.race.solid_space import Camera
from gui.panels.race.solid_still import SolidStill
from gui.panels.race.solid_trails import SolidTrails
from gui.panels.race.surface_plot import REACH
from gui.theme import Theme
from gui.widgets.geometry import Array, Mapping
from gui.widgets.painting import focus_ring
from gui.widgets.plot import Plot
from gui.widgets.trails import TrailStyle

# Degrees to a pixel of the hand, and to a key.
DRAGGED, KEYED = 0.4, 5.0
# As near to a notch of the wheel, and to a key.
NEARER = 1.15
BY_KEYS = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason, Qt.FocusReason.ShortcutFocusReason)
KEYS: dict[int, dict[str, float]] = {
    Qt.Key.Key_A: {"turn": -KEYED},
    Qt.Key.Key_D: {"turn": KEYED},
    Qt.Key.Key_W: {"tilt": KEYED},
    Qt.Key.Key_S: {"tilt": -KEYED},
    Qt.Key.Key_Plus: {"zoom": NEARER},
    Qt.Key.Key_Equal: {"zoom": NEARER},
    Qt.Key.Key_Minus: {"zoom": 1 / NEARER},
}


class SolidPlot(Plot):
    """Shown like `SurfacePlot`. Emits where the hand drags the start, which racer it picks, and that it turns."""

    start_dragged = Signal(float, float, bool)
    racer_picked = Signal(int)
    camera_moved = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, grid=False, covered=True)
        self.still = SolidStill(theme)
        self.trails, self.markers = SolidTrails(theme, self.still), SolidMarkers(theme, self.still)
        self.markers.avoided = self.still.axes.areas
        self._held: tuple[float, float] | None = None
        self._dragging = self._ringed = False
        for z, item in enumerate((self.trails, self.markers)):
            item.setZValue(z)
            item.setVisible(False)  # until there is a surface
            self.addItem(item, ignoreBounds=True)
        for side in ("left", "bottom"):
            self.hideAxis(side)
        self.getPlotItem().layout.setContentsMargins(0, 0, 0, 0)
        self.box.setBorder(None)
        self.set_span(0.0, 1.0, 0.0, 1.0)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.pressed.connect(self._on_press)
        self.dragged.connect(self._on_drag)

    # -- shown --------------------------------------------------------------------------------------------------------

    def show_run(
        self, scene: PathsScene, start: tuple[float, float], points: Array, styles: Sequence[TrailStyle]
    ) -> None:
        """Another run: its surface, start and looks. `points` is (steps known, racers, 2)."""
        if self.still.show(scene):
            self._name_scale()
            self._changed()
            self.trails.setVisible(True)
            self.markers.setVisible(True)
        self.markers.start, self.markers.minima = start, scene.minima
        self.trails.set_run(points, styles)
        self.markers.update()

    def show_step(self, points: Array, step: int, heads: Sequence[Head], note: str) -> None:
        """The cursor is at `step`."""
        self.trails.show_step(points, step)
        self.markers.heads, self.markers.note = heads, note
        self.markers.update()

    def show_from(self, camera: Camera) -> None:
        """See all of it from elsewhere."""
        if self.still.show_from(camera):
            self._changed()

    @property
    def camera(self) -> Camera:
        """From where it is seen."""
        return self.still.camera

    def view(self) -> dict[str, float]:
        """From where it is seen, as JSON data."""
        return self.camera.view()

    def set_view(self, view: object) -> None:
        """Take it back; what does not fit is as it is at first."""
        self.show_from(Camera.of(view))

    def retranslate(self) -> None:
        """Set every text again."""
        self._name_scale()
        self.setAccessibleName(self.tr("Paths on the loss surface in three dimensions"))
        keys = self.tr("Drag to turn, wheel to zoom. Keys: A and D turn, W and S tilt, + and − zoom.")
        self.setToolTip(keys)
        self.setAccessibleDescription(keys)

    def _name_scale(self) -> None:
        """Say what a height means."""
        scales = {2: self.tr("square-root scale"), 3: self.tr("cube-root scale"), 4: self.tr("fourth-root scale")}
        scale = scales.get(self.still.mesh.root, "") if self.still.mesh is not None else ""
        if scale != self.still.axes.scale:
            self.still.axes.scale = scale
            self.trails.ground_changed()

    def set_theme(self, theme: Theme) -> None:
        """Take every colour from `theme`."""
        super().set_theme(theme)
        self.box.setBorder(None)
        if hasattr(self, "markers"):
            self.still.set_theme(theme)
            self.trails.set_theme(theme)
            self.markers.set_theme(theme)

    def _changed(self) -> None:
        self.trails.ground_changed()
        self.markers.update()

    # -- the hand -----------------------------------------------------------------------------------------------------

    def _mapping(self) -> Mapping:
        """As the items have it, on whole pixels."""
        area = self.box.mapRectToScene(self.box.boundingRect()).toAlignedRect()
        return Mapping.between(QRectF(0, 0, 1, 1), area.width(), area.height())

    def _on_press(self, x: float, y: float) -> None:
        """Take hold of the start, else pick the nearest racer within reach, else turn."""
        if self.still.mesh is None:
            return
        mapping = self._mapping()
        at = mapping.point(x, y)
        self._dragging = math.dist(at, self.markers.place(*self.markers.start, mapping)) <= REACH
        self._held = None
        if self._dragging:
            return
        gaps = [(math.dist(at, self.markers.place_of(head, mapping)), head.index) for head in self.markers.heads]
        gap, nearest = min(gaps, default=(math.inf, 0))
        if gap <= REACH:
            self.racer_picked.emit(nearest)
        else:
            self._held = at

    def _on_drag(self, x: float, y: float, done: bool) -> None:
        mapping = self._mapping()
        at = mapping.point(x, y)
        if self._dragging:
            self.start_dragged.emit(*self.still.sight(mapping).under(*at), done)
        elif self._held is not None:
            self._move(turn=DRAGGED * (self._held[0] - at[0]), tilt=DRAGGED * (at[1] - self._held[1]))
            self._held = at
        if done:
            self._dragging, self._held = False, None

    def _move(self, turn: float = 0.0, tilt: float = 0.0, zoom: float = 1.0) -> None:
        before = self.camera
        self.show_from(before.moved(turn, tilt, zoom))
        if self.camera != before:
            self.camera_moved.emit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Nearer or farther."""
        notches = event.angleDelta().y() / 120.0
        self._move(zoom=NEARER ** min(max(notches, -9.0), 9.0))
        event.accept()

    def press(self, key: int) -> bool:
        """A key that turns, tilts or zooms; whether it is one."""
        if key not in KEYS:
            return False
        self._move(**KEYS[key])
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Other keys are the window's."""
        with_control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        event.setAccepted(not with_control and self.press(event.key()))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show that the keys are heard, if keys have led here."""
        super().focusInEvent(event)
        self._ringed = event.reason() in BY_KEYS
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """They are no longer."""
        super().focusOutEvent(event)
        self._ringed = False
        self.viewport().update()

    def drawForeground(self, painter: QPainter, rect: QRectF | QRect) -> None:
        """The sign that it has the keyboard."""
        if self._ringed:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            focus_ring(
                painter, self.mapToScene(self.viewport().rect()).boundingRect().adjusted(2, 2, -2, -2), self.theme
            )
