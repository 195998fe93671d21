"""The map with its axes, and the cross on it that the hand moves."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import QWidget

from engine.simulations.race_map import MapScene
from engine.simulations.race_map_axes import MapAxis
from gui.panels.race.map_colours import RateScale
from gui.panels.race.map_item import RateItem, text_size, write_on
from gui.panels.race.map_lines import axis_ticks
from gui.theme import Theme
from gui.widgets.geometry import Mapping
from gui.widgets.layers import Layered
from gui.widgets.plot import Plot

RADIUS, ARM = 9.0, 15.0
# With one setting only, height means nothing: the cross stands in the middle, the best place below it.
BEST_HEIGHT = 0.2
ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, 1),
    Qt.Key.Key_Down: (0, -1),
}


class Cross(Layered):
    """Where the racer's own settings stand; at the edge for settings beyond it."""

    def __init__(self, theme: Theme, avoid: Callable[[], list[QRectF]]) -> None:
        """`avoid` tells where, in pixels of the box, things are written already."""
        super().__init__(theme)
        self.avoid = avoid
        self.place = (0.5, 0.5)
        self.text = ""

    def show_at(self, place: tuple[float, float], text: str) -> None:
        """Stand there, with these words beside it."""
        self.place, self.text = place, text
        self.update()

    def paint(self, painter: QPainter, option: Any, widget: QWidget | None = None) -> None:  # noqa: ANN401
        """Afresh each time: a few strokes."""
        box = self._box(painter)
        mapping = Mapping.between(self.boundingRect(), box.width(), box.height())
        painter.save()
        painter.setWorldTransform(painter.worldTransform().fromTranslate(box.left(), box.top()))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        x, y = mapping.point(*(min(max(part, 0.0), 1.0) for part in self.place))
        for name, width in (("halo", 5.0), ("accent", 2.4)):
            painter.setPen(QPen(self.theme.color(name), width))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(QPointF(x, y), RADIUS, RADIUS)
            for dx, dy in ARROWS.values():
                painter.drawLine(QPointF(x + 6 * dx, y + 6 * dy), QPointF(x + ARM * dx, y + ARM * dy))
        self._write(painter, x, y, box)
        painter.restore()

    def _write(self, painter: QPainter, x: float, y: float, box: QRectF) -> None:
        """On the first side where there is room, and nothing written that would be hidden."""
        width, height = text_size(self.theme, self.text)
        room = QRectF(4, 4, box.width() - 8, box.height() - 8)
        above, below, right, left = y - ARM - height + 4, y + ARM - 4, x + ARM + 5, x - ARM - 5 - width
        across = [side for away in (0.0, 40.0, 80.0) for side in (right + away, left - away)]
        places = [QRectF(a, b, width, height) for a in across for b in (above, y - height / 2, below)]
        inside = [area for area in places if room.contains(area)]
        free = [area for area in inside if not any(area.intersects(word) for word in self.avoid())]
        area = (free or inside or [QRectF(max(left, 4.0), max(above, 4.0), width, height)])[0]
        painter.setFont(self.theme.font(12))
        write_on(painter, self.theme, area, self.text, 0.92)


class MapPlot(Plot):
    """Places run from 0 to 1 along both axes. `moved` tells where the hand has put the cross."""

    moved = Signal(float, float, bool)
    # By so many cells.
    stepped = Signal(int, int)
    # The box's distances from the plot's upper and lower edge, in pixels.
    placed = Signal(float, float)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, grid=False, covered=True)
        self.item = RateItem(theme)
        self.cross = Cross(theme, lambda: self.item.words)
        self.addItem(self.item, ignoreBounds=True)
        self.addItem(self.cross, ignoreBounds=True)
        self.cross.setZValue(5)
        self.set_span(0.0, 1.0, 0.0, 1.0)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click must leave the arrow keys to the steps
        self._axes: tuple[MapAxis, MapAxis | None] | None = None
        self._held = False
        self.box.sigResized.connect(self._tell_place)
        self.pressed.connect(self._press)
        self.dragged.connect(self._drag)

    def show_map(self, scene: MapScene, scale: RateScale, words: tuple[str, str]) -> None:
        """Another map: its axes, rates, best place."""
        self._axes = scene.rates.x, scene.rates.y
        self._show_ticks()
        across, up = self.place_of(scene.best.rule)
        self.item.show_map(scene, scale, (across, up if scene.rates.y is not None else BEST_HEIGHT), words)

    def show_cross(self, rule: Any, text: str) -> None:  # noqa: ANN401 - any rule that has the mapped fields
        """The racer's settings, and what is written beside them."""
        place = self.place_of(rule)
        self.item.keep_clear(place)
        self.cross.show_at(place, text)

    def place_of(self, rule: Any) -> tuple[float, float]:  # noqa: ANN401 - any rule that has the mapped fields
        """Where a rule's settings stand; 2 (outside) for a rule without them."""
        assert self._axes is not None
        x, y = self._axes
        return x.place(float(getattr(rule, x.name))), 0.5 if y is None else y.place(float(getattr(rule, y.name)))

    def _show_ticks(self) -> None:
        if self._axes is not None:
            x, y = self._axes
            self.set_ticks("bottom", axis_ticks(x, max(2.0, self.width() / 62)))
            self.set_ticks("left", axis_ticks(y, max(2.0, self.height() / 40)))

    def _tell_place(self, *_: object) -> None:
        area = self.box.sceneBoundingRect()
        self.placed.emit(area.top(), self.height() - area.bottom())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """More room has more ticks."""
        super().resizeEvent(event)
        if hasattr(self, "_axes"):
            self._show_ticks()

    def set_theme(self, theme: Theme) -> None:
        """Take every colour from `theme`."""
        super().set_theme(theme)
        if hasattr(self, "cross"):
            self.item.set_theme(theme)
            self.cross.set_theme(theme)
            self._show_focus()

    # -- the hand -----------------------------------------------------------------------------------------------------

    def _press(self, x: float, y: float) -> None:
        self._held = -0.02 <= x <= 1.02 and -0.02 <= y <= 1.02
        if self._held:
            self.moved.emit(x, y, False)

    def _drag(self, x: float, y: float, done: bool) -> None:
        if self._held:
            self.moved.emit(x, y, done)
        self._held = self._held and not done

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The arrows move the cross by a cell; other keys are the window's."""
        by = ARROWS.get(Qt.Key(event.key()))
        if by is None or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            event.ignore()
        else:
            self.stepped.emit(*by)
            event.accept()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The frame shows who has the keyboard."""
        super().focusInEvent(event)
        self._show_focus()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """And who has no longer."""
        super().focusOutEvent(event)
        self._show_focus()

    def _show_focus(self) -> None:
        pen = self.theme.pen("accent", 2.0) if self.hasFocus() else self.theme.pen("line", 1.0)
        self.box.setBorder(pen)
