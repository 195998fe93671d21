"""The gradient by layer on a log axis: computed, still to come, the most that theory allows, and the layer at hand."""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap, QPolygonF, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from engine.simulations.gradients_chain import ChainFrame
from engine.simulations.gradients_formulas import value_figure
from engine.simulations.gradients_scene import ChainScene
from gui.panels.gradients.look import Crowd, Note, along, sentences
from gui.theme import Theme
from gui.widgets.geometry import Mapping
from gui.widgets.layers import Layered
from gui.widgets.painting import begin
from gui.widgets.plot import Plot, decade_text, readable_spacing
from gui.widgets.themed import Face, Themed, draw_text

LEFT, RIGHT = 42, 18  # of the box, from the widget's edges: the same above and below
# Where the label may stand: at the right of the layer at hand or not, and how far its top is below.
SIDES = ((True, 10), (True, -30), (False, -30), (False, 10), (True, -62), (True, 42))
BEFORE, AFTER = 1.55, 0.45  # layers of room before layer 1 and after the start


class LineItem(Layered):
    """All that is drawn in the box, painted at once: cheap enough for every frame, and nothing is made in play."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._scene: ChainScene | None = None
        self._frame: ChainFrame | None = None
        self._series = 0
        self._label = ("", "")
        self._remark = ""
        self._note = Note(230)
        self._places: tuple[Mapping | None, NDArray[np.float64]] = (None, np.empty((0, 2)))
        self._layers = (QPixmap(), QPixmap())
        self._crowd: Crowd | None = None
        self._measure()

    def _measure(self) -> None:
        self._strong, self._quiet = Face(self.theme.mono(12, bold=True)), Face(self.theme.font(12))

    def set_theme(self, theme: Theme) -> None:
        """Take colours and fonts from `theme`."""
        super().set_theme(theme)
        self._measure()

    def show_chain(self, scene: ChainScene, series: int) -> None:
        """Show another chain, in the colour of a series."""
        self._scene, self._frame, self._series = scene, None, series
        self._places = (None, self._places[1])
        self._remark = sentences(scene.line.remark)[1]
        self.forget()

    def retranslate(self) -> None:
        """Say the remark again."""
        if self._scene is not None:
            self._remark = sentences(self._scene.line.remark)[1]
            self.update()

    def show_step(self, frame: ChainFrame, value: str, words: str) -> None:
        """Show how far the way back has come; `value` in bold and `words` stand beside the layer at hand."""
        self._frame, self._label = frame, (value, words)
        self.update()

    # -- painting -----------------------------------------------------------------------------------------------------

    def restart(self, mapping: Mapping, ratio: float) -> None:
        """Paint the line twice: as computed, and as still to come."""
        self._layers = (self.new_layer(mapping, ratio), self.new_layer(mapping, ratio))
        for known, layer in enumerate(self._layers):
            painter = QPainter(layer)
            self._paint_line(painter, mapping, bool(known))
            painter.end()

    def draw_layers(self, painter: QPainter, mapping: Mapping) -> None:
        """Blit each on its side of the layer at hand."""

        def blit(known: bool, area: QRectF) -> None:
            painter.setClipRect(area)
            painter.drawPixmap(0, 0, self._layers[known])

        self._draw(painter, mapping, blit)

    def draw_vectors(self, painter: QPainter, mapping: Mapping) -> None:
        """Paint each on its side of the layer at hand."""

        def draw(known: bool, area: QRectF) -> None:
            painter.setClipRect(area)
            self._paint_line(painter, mapping, known)

        self._draw(painter, mapping, draw)

    def _draw(self, painter: QPainter, mapping: Mapping, line: Callable[[bool, QRectF], None]) -> None:
        if self._scene is None or self._frame is None:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        places, frame = self._pixels(mapping), self._frame
        self._lay_note(mapping, places)
        back = frame.phase == "backward"
        x = float(places[frame.layer - 1, 0]) if frame.layer else 0.0
        edge = x if back else mapping.width
        self._paint_ground(painter, mapping, x)
        painter.save()
        line(False, QRectF(-1, 0, edge + 1, mapping.height))
        line(True, QRectF(edge, 0, mapping.width - edge, mapping.height))
        painter.restore()
        painter.setPen(self.theme.color("quiet"))
        self._note.paint(painter, self._quiet)
        if back:
            self._paint_hand(painter, mapping, QPointF(*places[frame.layer - 1]), frame.layer - 1)
        elif frame.forward == self._scene.chain.layers:
            self._paint_mark(painter, QPointF(*places[-1]), mapping, len(places) - 1, known=True)

    def _paint_line(self, painter: QPainter, mapping: Mapping, known: bool) -> None:
        """All of the line with its marks, and the theory over it."""
        if self._scene is None:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        points = [QPointF(x, y) for x, y in self._pixels(mapping)]
        self._paint_rows(painter, mapping)
        painter.setPen(self.theme.pen(self._series, 3.0) if known else self.theme.pen(self._series, 1.4, None, 0.45))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPolyline(QPolygonF(points))
        self._paint_theory(painter, mapping, points)
        for place, point in enumerate(points):
            self._paint_mark(painter, point, mapping, place, known)

    def _paint_mark(self, painter: QPainter, point: QPointF, mapping: Mapping, place: int, known: bool) -> None:
        """A disc for what is computed, a ring for what is to come; a square on its tip where the gradient is negative."""
        assert self._scene is not None
        size = min(8.0, max(3.0, 0.75 * mapping.per_x))
        painter.setPen(self.theme.pen("paper", 1.0) if known else self.theme.pen(self._series, 1.5))
        painter.setBrush(self.theme.brush(self._series if known else "paper"))
        _mark(painter, point, (size + known) / 2, bool(self._scene.chain.gradients[place] < 0))

    def _pixels(self, mapping: Mapping) -> NDArray[np.float64]:
        """Where the gradients stand, kept until chain or picture change."""
        if self._places[0] != mapping:
            assert self._scene is not None
            heights = self._scene.line.heights
            self._crowd = None
            self._places = (mapping, mapping.pixels(np.column_stack([np.arange(1.0, len(heights) + 1), heights])))
        return self._places[1]

    def _paint_ground(self, painter: QPainter, mapping: Mapping, x: float) -> None:
        """The part that the way back has passed, tinted; the line that leads up to the layer at hand."""
        assert self._frame is not None
        if self._frame.phase == "backward":
            painter.fillRect(QRectF(x, 0, mapping.width - x, mapping.height), self.theme.brush("tint"))
        if self._frame.layer:
            painter.setPen(self.theme.pen("accent", 1.2, "dash"))
            note = self._note.area.adjusted(-5, -2, 5, 2)  # the line makes way for the words
            behind = note.left() < x < note.right()
            painter.drawLine(QPointF(x, 0), QPointF(x, note.top() if behind else mapping.height))
            if behind:
                painter.drawLine(QPointF(x, note.bottom()), QPointF(x, mapping.height))

    def _paint_rows(self, painter: QPainter, mapping: Mapping) -> None:
        assert self._scene is not None
        painter.setPen(self.theme.pen("quiet", 1.0, "dot"))
        for height, _ in self._scene.line.rows:
            y = (mapping.y1 - height) * mapping.per_y
            painter.drawLine(QPointF(0, y), QPointF(mapping.width, y))

    def _paint_theory(self, painter: QPainter, mapping: Mapping, points: list[QPointF]) -> None:
        assert self._scene is not None
        theory = self._scene.line.theory
        if theory is not None:
            painter.setPen(self.theme.pen("ink", 1.3, "dash"))
            heights = (mapping.y1 - theory[[0, -1]]) * mapping.per_y
            painter.drawLine(QPointF(points[0].x(), heights[0]), QPointF(points[-1].x(), heights[1]))

    def _paint_hand(self, painter: QPainter, mapping: Mapping, point: QPointF, place: int) -> None:
        assert self._scene is not None
        painter.setPen(self.theme.pen("accent", 2.2))
        painter.setBrush(self.theme.brush("paper"))
        painter.drawEllipse(point, 9, 9)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.theme.brush(self._series))
        _mark(painter, point, 5.0, bool(self._scene.chain.gradients[place] < 0))
        value, words = self._label
        area = self._label_area(mapping, point, self._strong.width(value) + 12 + self._quiet.width(words))
        painter.setPen(self.theme.color("ink"))
        draw_text(painter, self._strong, value, area.left(), area)
        painter.setPen(self.theme.color("quiet"))
        draw_text(painter, self._quiet, words, area.left() + self._strong.width(value) + 12, area)

    def _label_area(self, mapping: Mapping, point: QPointF, width: float) -> QRectF:
        """Beside the layer at hand, where it covers least of the line: below it at the right, if that is free."""
        assert self._crowd is not None
        best, least = QRectF(), math.inf
        for order, (right, shift) in enumerate(SIDES):
            left = point.x() + 17 if right else point.x() - 17 - width
            area = QRectF(left, point.y() + shift, width, 20)
            inside = 2 <= left and area.right() < mapping.width - 2 and 0 <= area.top() and area.bottom() < mapping.height
            cost = order + 3 * self._crowd.count(area.adjusted(-3, 0, 3, 0)) + (0 if inside else 500)
            cost += 100 if area.intersects(self._note.area) else 0
            if cost < least:
                best, least = area, cost
        best.moveLeft(min(max(best.left(), 2.0), mapping.width - width - 2))
        return best

    def _lay_note(self, mapping: Mapping, places: NDArray[np.float64]) -> None:
        """Find the remark its place, once for each chain and size."""
        assert self._scene is not None
        heights, theory = self._scene.line.heights, self._scene.line.theory
        if self._crowd is None:
            lines = [along(places)]
            if theory is not None:
                lines.append(along(mapping.pixels(np.array([[1.0, theory[0]], [float(len(theory)), theory[-1]]]))))
            self._crowd = Crowd(np.concatenate(lines), QSizeF(mapping.width, mapping.height))
        wish = (0.03, 0.06) if heights[0] <= heights[-1] else (0.03, 0.95)
        self._note.lay(self._remark, self._quiet, self._crowd, (), wish)


def _mark(painter: QPainter, point: QPointF, radius: float, negative: bool) -> None:
    if negative:
        r = 1.25 * radius
        x, y = point.x(), point.y()
        painter.drawPolygon(QPolygonF([QPointF(x - r, y), QPointF(x, y - r), QPointF(x + r, y), QPointF(x, y + r)]))
    else:
        painter.drawEllipse(point, radius, radius)


class LayerAxis(Themed):
    """The layers' numbers below the plot, the one at hand in bold; and which side is which."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.setFixedHeight(38)
        self._count, self._layer = 1, 0
        self._texts = ("", "", "", "")
        self._strong = Face(theme.font(11, bold=True))

    def restyle(self) -> None:
        """Measure again."""
        self._strong = Face(self.theme.font(11, bold=True))

    def set_texts(self, start: str, input_side: str, layer: str, output_side: str) -> None:
        """Name the place after the last layer, and the sides."""
        self._texts = (start, input_side, layer, output_side)
        self.update()

    def set_layers(self, count: int) -> None:
        """How many there are."""
        self._count = count
        self.update()

    def set_layer(self, layer: int) -> None:
        """The layer at hand; 0 for none."""
        if layer != self._layer:
            for at in (self._layer, layer):
                self.update(QRectF(self._x(at) - 45, 0, 90, 20).toAlignedRect())
            self._layer = layer

    def _x(self, layer: float) -> float:
        """Where a layer stands."""
        return LEFT + (layer - 1 + BEFORE) * (self.width() - LEFT - RIGHT) / (self._count + BEFORE + AFTER)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Numbers, then words; only what lies in the region that is to be painted."""
        painter = begin(self)
        face, start, area = self.faces.small, self._texts[0], event.rect()
        band = QRectF(0, 3, 0, 16)
        room = face.width("00") + 12 if self._count > 9 else face.width("0") + 12
        pitch = self._x(1) - self._x(0)
        every = next(step for step in (1, 2, 5, 10, 20, 50) if step * pitch >= room or step == 50)
        start_x, hand_x = self._x(self._count + 1), self._x(self._layer) if self._layer else -1000.0
        self._label(painter, face, start, start_x, band, "quiet")
        for layer in [1, *range(every * (1 + (every == 1)), self._count + 1, every)]:
            x = self._x(layer)
            free = abs(x - hand_x) >= room and start_x - x >= face.width(start) / 2 + room / 2
            if free and area.left() - room < x < area.right() + room and (layer == 1 or layer * pitch >= room + pitch):
                self._label(painter, face, str(layer), x, band, "quiet")
        if self._layer:
            self._label(painter, self._strong, str(self._layer), hand_x, band, "ink")
        if area.bottom() > 22:
            self._paint_sides(painter, self.width() - LEFT - RIGHT)
        painter.end()

    def _paint_sides(self, painter: QPainter, width: float) -> None:
        face, band = self.faces.small, QRectF(0, 20, 0, 16)
        _, before, middle, after = self._texts
        painter.setPen(self.theme.color("quiet"))
        draw_text(painter, face, before, LEFT, band)
        draw_text(painter, face, middle, LEFT + width / 2 - face.width(middle) / 2, band)
        draw_text(painter, face, after, LEFT + width - face.width(after), band)

    def _label(self, painter: QPainter, face: Face, text: str, x: float, band: QRectF, colour: str) -> None:
        painter.setPen(self.theme.color(colour))
        draw_text(painter, face, text, x - face.width(text) / 2, band)


class GradientPlot(QWidget):
    """The plot with its layer axis. A click tells which layer is nearest; the start counts as layer n + 1."""

    layer_clicked = Signal(int)
    resized = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.plot = Plot(theme, decades=True)
        self.plot.fix_left(LEFT)
        self.plot.getPlotItem().hideAxis("bottom")
        self.plot.getPlotItem().layout.setContentsMargins(0, 0, RIGHT, 1)
        self.plot.set_ticks("bottom", [])
        self.item = LineItem(theme)
        self.plot.addItem(self.item, ignoreBounds=True)
        self.axis = LayerAxis(theme)
        self.plot.pressed.connect(self._pressed)
        self.plot.setMinimumHeight(80)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.plot, 1)
        column.addWidget(self.axis)
        self._scene: ChainScene | None = None

    @property
    def span(self) -> tuple[float, float, float, float]:
        """Pixels and layers of the box's left and right edge: (left, right, first, last)."""
        layers = self._scene.chain.layers if self._scene is not None else 1
        return float(LEFT), float(self.width() - RIGHT), 1 - BEFORE, layers + 1 + AFTER

    def show_chain(self, scene: ChainScene, series: int) -> None:
        """Show another chain."""
        self._scene = scene
        _, _, first, last = self.span
        self.plot.set_span(first, last, scene.line.low, scene.line.high)
        self._set_ticks()
        self.axis.set_layers(scene.chain.layers)
        self.item.show_chain(scene, series)

    def show_step(self, frame: ChainFrame, words: str) -> None:
        """Show the step at hand; `words` stand beside its value."""
        assert self._scene is not None
        value = float(self._scene.chain.gradients[frame.layer - 1]) if frame.phase == "backward" else 1.0
        self.item.show_step(frame, value_figure(value), words)
        self.axis.set_layer(frame.layer)

    def _set_ticks(self) -> None:
        """Whole decades, as many as the height holds, and a word for each row beside the scale."""
        if self._scene is None:
            return
        line = self._scene.line
        most = max(2, int(self.plot.height() // 28))
        step = max(1, math.ceil(readable_spacing(line.high - line.low, most) - 1e-9))
        low = max((row for row, text in line.rows if text == "0"), default=-math.inf)
        high = min((row for row, text in line.rows if text != "0"), default=math.inf)
        gap = 0.5 * 28 / max(self.plot.height(), 1) * (line.high - line.low)
        decades = [k * step for k in range(math.ceil(line.low / step), math.floor(line.high / step) + 1)]
        ticks = [(float(k), decade_text(k)) for k in decades if low + gap < k < high - gap]
        self.plot.set_ticks("left", [*ticks, *line.rows])

    def _pressed(self, x: float, _y: float) -> None:
        if self._scene is not None:
            self.layer_clicked.emit(min(max(round(x), 1), self._scene.chain.layers + 1))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Other ticks may fit."""
        super().resizeEvent(event)
        self._set_ticks()
        self.resized.emit()

    def set_theme(self, theme: Theme) -> None:
        """Take every colour and font from `theme`."""
        self.plot.set_theme(theme)
        self.item.set_theme(theme)
        self.axis.set_theme(theme)
