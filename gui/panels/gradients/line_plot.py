"""The gradient by layer on a log axis, with the layers' numbers below it."""

from __future__ import annotations

import math

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from engine.simulations.gradients_chain import ChainFrame
from engine.simulations.gradients_formulas import value_figure
from engine.simulations.gradients_scene import ChainScene
from gui.panels.gradients.line_item import LineItem
from gui.theme import Theme
from gui.widgets.painting import begin
from gui.widgets.plot import Plot, decade_text, readable_spacing
from gui.widgets.themed import Face, Themed, draw_text

LEFT, RIGHT = 42, 18  # of the box, from the widget's edges: the same above and below
BEFORE, AFTER = 1.55, 0.45  # layers of room before layer 1 and after the start


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
        self._height = 0
        self._low = self._high = 0.0
        self.plot.box.sigResized.connect(self._box_resized)

    @property
    def span(self) -> tuple[float, float, float, float]:
        """Pixels and layers of the box's left and right edge: (left, right, first, last)."""
        layers = self._scene.chain.layers if self._scene is not None else 1
        return float(LEFT), float(self.width() - RIGHT), 1 - BEFORE, layers + 1 + AFTER

    def show_chain(self, scene: ChainScene, series: int, beside: tuple[ChainScene, int] | None = None) -> None:
        """Show another chain, in the colour of a series; `beside`, another one to compare it with."""
        self._scene = scene
        _, _, first, last = self.span
        lines = [scene.line] if beside is None else [scene.line, beside[0].line]
        self._low, self._high = min(line.low for line in lines), max(line.high for line in lines)
        self.plot.set_span(first, last, self._low, self._high)
        self._set_ticks()
        self.axis.set_layers(scene.chain.layers)
        self.item.show_chain(scene, series, beside)

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
        step = max(1, math.ceil(readable_spacing(self._high - self._low, most) - 1e-9))
        low = max((row for row, text in line.rows if text == "0"), default=-math.inf)
        high = min((row for row, text in line.rows if text != "0"), default=math.inf)
        gap = 0.5 * 28 / max(self.plot.height(), 1) * (self._high - self._low)
        decades = [k * step for k in range(math.ceil(self._low / step), math.floor(self._high / step) + 1)]
        ticks = [(float(k), decade_text(k)) for k in decades if low + gap < k < high - gap]
        self.plot.set_ticks("left", [*ticks, *line.rows])

    def _pressed(self, x: float, _y: float) -> None:
        if self._scene is not None:
            self.layer_clicked.emit(min(max(round(x), 1), self._scene.chain.layers + 1))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """What stands in line with the plot moves with it."""
        super().resizeEvent(event)
        self.resized.emit()

    def _box_resized(self) -> None:
        """Other ticks may fit."""
        if self.plot.height() != self._height:
            self._height = self.plot.height()
            self._set_ticks()

    def set_theme(self, theme: Theme) -> None:
        """Take every colour and font from `theme`."""
        self.plot.set_theme(theme)
        self.item.set_theme(theme)
        self.axis.set_theme(theme)
