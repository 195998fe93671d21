"""The chain as a diagram: x, a circle for each layer's output, a label for each factor of the way back."""

from __future__ import annotations

import math
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPolygonF, QResizeEvent
from PySide6.QtWidgets import QWidget

from engine.simulations.gradients_chain import ChainFrame
from engine.simulations.gradients_formulas import brief_figure, pill_figure
from engine.simulations.gradients_scene import ChainScene
from gui.panels.gradients.look import page
from gui.theme import Theme
from gui.widgets.painting import begin
from gui.widgets.themed import Face, Themed, draw_text, elided
from gui.widgets.titles import Legend

HEIGHT = 182
CAPTION, NAMES, CIRCLES, PILLS, HEADER = 14.0, 37.0, 75.0, 122.0, 165.0  # heights of the rows' middles
# Narrower than this, layers have no room for a circle each: then only those around the one at hand are drawn.
LEAST_PITCH, PITCH = 44.0, 55.0
RADIUS, PILL_WIDTH, PILL_HEIGHT = 20.0, 47.0, 20.0
START_PILL = 17.0  # half the width of the 1 that the way back starts with


@dataclass(frozen=True, slots=True)
class Row:
    """The layers drawn, `first` to `last`, and where: layer l at `origin` + l · `pitch`."""

    first: int
    last: int
    origin: float
    pitch: float

    def x(self, layer: float) -> float:
        """Where a layer stands; what comes before the first and after the last stands one pitch further."""
        return self.origin + layer * self.pitch

    @property
    def radius(self) -> float:
        """Of a circle."""
        return min(RADIUS, 0.4 * self.pitch)

    @property
    def half_pill(self) -> float:
        """Half the width of a factor's label."""
        return min(PILL_WIDTH, 0.86 * self.pitch) / 2


class ChainDiagram(Themed):
    """Stands above the plot by layer, and in line with it as long as every layer has room for a circle.

    `layer_clicked(layer, factor)` tells the layer under the hand, and whether its factor (else its output) was meant.
    """

    layer_clicked = Signal(int, bool)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.setFixedHeight(HEIGHT)
        self.setMouseTracking(True)
        self.legend = Legend(theme, Qt.AlignmentFlag.AlignRight, self)
        self._scene: ChainScene | None = None
        self._frame: ChainFrame | None = None
        self._series = 0
        self._texts = {"caption": "", "title": "", "short": "", "backward": "", "output": ""}
        self._axis = (0.0, 1.0, 0.0, 1.0)
        self._row: Row | None = None
        self.restyle()

    # -- what is shown ------------------------------------------------------------------------------------------------

    def set_texts(self, **texts: str) -> None:
        """Set `caption` (the chain), `title` (of the plot below) and its `short` wording, `backward`, `output`."""
        self._texts.update(texts)
        self.setAccessibleName(self._texts["caption"])
        self._place_legend()
        self.update()

    def set_axis(self, left: float, right: float, low: float, high: float) -> None:
        """Stand in line with a plot: its pixels `left` to `right` show layers `low` to `high`."""
        if self._axis != (left, right, low, high):
            self._axis = (left, right, low, high)
            self._place_legend()
            self.update()

    def show_chain(self, scene: ChainScene, series: int) -> None:
        """Show another chain, in the colour of a series."""
        self._scene, self._frame, self._series = scene, None, series
        self._tint()
        self.update()

    def show_step(self, frame: ChainFrame) -> None:
        """Show how far the chain is computed; from one step to the next only two layers are painted again."""
        before, self._frame = self._frame, frame
        if (
            before is None
            or self._scene is None
            or abs(frame.step - before.step) > 1
            or before.layer * frame.layer == 0
        ):
            self.update()
            return
        old, row = self._row, self.row()
        if old != row:
            self.update()
            return
        for layer in {before.layer, frame.layer}:
            self.update(self._column(row, layer))
            self.update(self._pointer_area(row, layer))
        if self._scene.chain.layers in (before.layer, frame.layer):
            self.update(self._column(row, self._scene.chain.layers + 1))  # the output, and where the way back starts

    def _column(self, row: Row, layer: int) -> QRect:
        """A layer's circle, factor and the arrows beside them."""
        half = 0.6 * row.pitch
        return QRectF(row.x(layer) - half, NAMES - 14, 2 * half, PILLS - NAMES + 28).toAlignedRect()

    def _pointer_area(self, row: Row, layer: int) -> QRect:
        """Where the pointer to a layer's place in the plot runs."""
        x, below = row.x(layer), self._plot_x(layer)
        top = PILLS + PILL_HEIGHT / 2
        return QRectF(min(x, below) - 2, top, abs(below - x) + 4, HEIGHT - top).toAlignedRect()

    def _plot_x(self, layer: float) -> float:
        """Where a layer stands in the plot below."""
        left, right, low, high = self._axis
        return left + (layer - low) * (right - left) / (high - low)

    def restyle(self) -> None:
        """Hand on the theme; measure and mix anew."""
        self.legend.set_theme(self.theme)
        self._value, self._strong = Face(self.theme.mono(11)), Face(self.theme.mono(11, bold=True))
        self._symbol, self._index = Face(self.theme.serif(16)), Face(self.theme.serif(11))
        self._tint()

    def _tint(self) -> None:
        self._fill = self.theme.blend(self._series, 0.34 if self.theme.dark else 0.16)

    def _place_legend(self) -> None:
        hint, right = self.legend.sizeHint(), self._axis[1]
        self.legend.setGeometry(round(right - hint.width() + 6), round(HEADER) - 10, hint.width(), 20)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The legend stays at the right."""
        super().resizeEvent(event)
        self._place_legend()

    def row(self) -> Row:
        """The layers drawn and their places: in line with the plot, or as many as fit around the layer at hand."""
        assert self._scene is not None
        left, right, low, high = self._axis
        layers, pitch = self._scene.chain.layers, (right - left) / (high - low)
        if pitch >= LEAST_PITCH:
            return Row(1, layers, left - low * pitch, pitch)
        count = min(layers, max(3, math.floor((right - left) / PITCH) - 2))
        pitch = (right - left) / (count + 2)
        at = self._frame.layer if self._frame is not None else 1
        first = page(max(at, 1), count, layers)
        return Row(first, first + count - 1, left + (1.5 - first) * pitch, pitch)

    # -- the hand -----------------------------------------------------------------------------------------------------

    def _hit(self, at: QPointF) -> tuple[int, bool] | None:
        if self._scene is None or not NAMES - 12 <= at.y() <= PILLS + PILL_HEIGHT:
            return None
        row = self.row()
        layer = round((at.x() - row.origin) / row.pitch)
        factor = at.y() > (CIRCLES + RADIUS + PILLS) / 2
        beyond = self._scene.chain.layers + 1 if row.last == self._scene.chain.layers else row.last
        return (layer, factor) if row.first <= layer <= beyond else None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click on a layer tells which."""
        hit = self._hit(event.position())
        if hit is None or event.button() != Qt.MouseButton.LeftButton:
            super().mousePressEvent(event)
            return
        self.layer_clicked.emit(*hit)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """The hand points where a click does something."""
        hit = self._hit(event.position()) is not None
        self.setCursor(Qt.CursorShape.PointingHandCursor if hit else Qt.CursorShape.ArrowCursor)

    def leaveEvent(self, event: QEvent) -> None:
        """Away."""
        self.unsetCursor()
        super().leaveEvent(event)

    # -- painting -----------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Lines first, then what stands on them; only the layers in the region that is to be painted."""
        if self._scene is None or self._frame is None:
            return
        painter = begin(self)
        self._row = row = self.row()
        region = event.region()
        drawn = [n for n in range(row.first - 1, row.last + 2) if region.intersects(self._column(row, n))]
        self._paint_pointer(painter, row)
        if region.intersects(QRect(0, round(HEADER) - 10, self.width(), 20)) or region.contains(QPoint(1, 1)):
            self._paint_titles(painter)
        for layer in sorted({n - 1 for n in drawn} | set(drawn)):
            if row.first - 1 <= layer <= row.last:
                self._paint_links(painter, row, layer)
        self._paint_ends(painter, row, drawn)
        for layer in drawn:
            if row.first <= layer <= row.last:
                self._paint_unit(painter, row, layer)
                self._paint_factor(painter, row, layer)
        painter.end()

    def _paint_titles(self, painter: QPainter) -> None:
        """Caption and the title of the plot below; the pointer passes behind title and legend."""
        quiet, face = self.theme.color("quiet"), self.faces.note
        painter.setPen(quiet)
        draw_text(painter, face, elided(face, self._texts["caption"], self.width()), 0, _band(CAPTION))
        room = self.legend.x() - 12
        title = next((text for text in (self._texts["title"], self._texts["short"]) if face.width(text) <= room), "")
        title = title or elided(face, self._texts["short"], room)
        painter.fillRect(QRectF(0, HEADER - 9, face.width(title) + 4, 18), self.theme.brush("paper"))
        painter.fillRect(QRectF(self.legend.geometry()).adjusted(2, 1, 0, -1), self.theme.brush("paper"))
        draw_text(painter, face, title, 0, _band(HEADER))

    def _paint_pointer(self, painter: QPainter, row: Row) -> None:
        """From the layer at hand to its place in the plot; where only some layers are drawn, also from the outer two."""
        assert self._frame is not None
        top = PILLS + PILL_HEIGHT / 2
        if abs(row.pitch - self._plot_x(1) + self._plot_x(0)) > 0.1:
            painter.setPen(self.theme.pen("line", 1.2))
            for layer in (row.first - 0.5, row.last + 0.5):
                x, below = row.x(layer), self._plot_x(layer)
                painter.drawPolyline([QPointF(x, CIRCLES), QPointF(x, top + 4), QPointF(below, HEIGHT)])
        if self._frame.layer:
            x, below = row.x(self._frame.layer), self._plot_x(self._frame.layer)
            start = top if self._frame.phase == "backward" else CIRCLES + row.radius + 4
            painter.setPen(self.theme.pen("accent", 1.2, "dash"))
            painter.drawPolyline([QPointF(x, start), QPointF(x, top + 4), QPointF(below, HEIGHT)])

    def _paint_links(self, painter: QPainter, row: Row, layer: int) -> None:
        """The arrows between a place and the next: signal to the right, gradient to the left."""
        assert self._frame is not None and self._scene is not None
        known, out = layer < self._frame.forward, layer == self._scene.chain.layers
        known = known or (out and self._frame.forward == layer)
        ring = 3 if layer + 1 == self._frame.layer else 0
        end = row.x(layer + 1) - row.radius - 3 - ring
        _arrow(painter, row.x(layer) + row.radius + 3, end, CIRCLES, self._ink(known))
        if layer:
            known = layer + 1 >= self._frame.backward and self._frame.forward == self._scene.chain.layers
            half = row.half_pill
            far = half if layer < row.last else min(half, START_PILL)
            _arrow(painter, row.x(layer + 1) - far - 2, row.x(layer) + half + 2, PILLS, self._ink(known))

    def _ink(self, known: bool) -> QColor:
        return self.theme.color("ink" if known else "quiet", 1.0 if known else 0.6)

    def _paint_ends(self, painter: QPainter, row: Row, drawn: list[int]) -> None:
        """Input and output in boxes, and the 1 that the way back starts with; or that there are more layers."""
        assert self._scene is not None and self._frame is not None
        chain, frame = self._scene.chain, self._frame
        done = frame.forward == chain.layers
        if row.first - 1 in drawn:
            self._paint_start(painter, row)
        if row.last + 1 not in drawn:
            return
        if row.last == chain.layers:
            self._paint_box(painter, row, row.last + 1, float(chain.a[-1]), known=done)
            painter.setPen(self.theme.color("quiet"))
            self._centred(painter, self.faces.small, self._texts["output"], row.x(row.last + 1), NAMES)
            self._paint_pill(painter, row, row.last + 1, "1", known=done, lit=False)
        else:
            self._more(painter, row.x(row.last + 1))

    def _paint_start(self, painter: QPainter, row: Row) -> None:
        """The input, and what the row below it is; or that there are more layers."""
        assert self._scene is not None
        chain = self._scene.chain
        if row.first == 1:
            self._paint_box(painter, row, 0, chain.x, known=True)
            self._name(painter, row.x(0), "x", "")
            face = self.faces.small
            right = row.x(1) - row.half_pill - 6
            painter.setPen(self.theme.color("quiet"))
            draw_text(painter, face, elided(face, self._texts["backward"], right),
                      max(0.0, right - face.width(self._texts["backward"])), _band(PILLS))  # fmt: skip
        else:
            self._more(painter, row.x(row.first - 1))

    def _paint_box(self, painter: QPainter, row: Row, place: int, value: float, known: bool) -> None:
        half = row.radius
        painter.setPen(self.theme.pen("ink" if known else "line", 1.5))
        painter.setBrush(self.theme.brush("card"))
        painter.drawRoundedRect(QRectF(row.x(place) - half, CIRCLES - 0.75 * half, 2 * half, 1.5 * half), 4, 4)
        painter.setPen(self.theme.color("ink" if known else "quiet"))
        exact = f"{value:.2f}"
        text = exact.replace("-", "−") if place == 0 and float(exact) == value else brief_figure(value, self._room(row))
        self._centred(painter, self._value, text, row.x(place), CIRCLES)

    def _room(self, row: Row) -> int:
        """How many characters fit into a circle."""
        return max(4, int((2 * row.radius - 3) / self._value.digit))

    def _paint_unit(self, painter: QPainter, row: Row, layer: int) -> None:
        assert self._scene is not None and self._frame is not None
        known, lit = layer <= self._frame.forward, layer == self._frame.layer
        centre = QPointF(row.x(layer), CIRCLES)
        painter.setBrush(self._fill if known else self.theme.brush("card"))
        painter.setPen(self.theme.pen(self._series, 1.5) if known else self.theme.pen("line", 1.2))
        painter.drawEllipse(centre, row.radius, row.radius)
        if lit:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(self.theme.pen("accent", 2.2))
            painter.drawEllipse(centre, row.radius + 4, row.radius + 4)
        painter.setPen(self.theme.color("ink" if known else "quiet"))
        text = brief_figure(float(self._scene.chain.a[layer]), self._room(row))
        self._centred(painter, self._strong if lit else self._value, text, row.x(layer), CIRCLES)
        self._name(painter, row.x(layer), "a", str(layer))

    def _paint_factor(self, painter: QPainter, row: Row, layer: int) -> None:
        assert self._scene is not None and self._frame is not None
        known = self._frame.phase == "backward" and layer >= self._frame.backward
        lit = self._frame.phase == "backward" and layer == self._frame.layer
        room = max(5, int((2 * row.half_pill - 4) / self._value.digit) + 1)
        text = pill_figure(float(self._scene.chain.factors[layer - 1]), room)
        self._paint_pill(painter, row, layer, text, known, lit)

    def _paint_pill(self, painter: QPainter, row: Row, place: int, text: str, known: bool, lit: bool) -> None:
        half = row.half_pill if place <= row.last else min(row.half_pill, START_PILL)
        painter.setPen(Qt.PenStyle.NoPen if known else self.theme.pen("line", 1.2))
        painter.setBrush(self.theme.brush("accent") if lit else self._fill if known else self.theme.brush("paper"))
        area = QRectF(row.x(place) - half, PILLS - PILL_HEIGHT / 2, 2 * half, PILL_HEIGHT)
        painter.drawRoundedRect(area, PILL_HEIGHT / 2, PILL_HEIGHT / 2)
        painter.setPen(self.theme.color("on_accent" if lit else "ink" if known else "quiet"))
        self._centred(painter, self._strong if lit else self._value, text, row.x(place), PILLS)

    def _name(self, painter: QPainter, x: float, symbol: str, index: str) -> None:
        """A symbol with its index, above a circle."""
        painter.setPen(self.theme.color("ink"))
        left = x - (self._symbol.width(symbol) + self._index.width(index)) / 2
        draw_text(painter, self._symbol, symbol, left, _band(NAMES))
        draw_text(painter, self._index, index, left + self._symbol.width(symbol), _band(NAMES + 5))

    def _more(self, painter: QPainter, x: float) -> None:
        """Three dots where layers are left out."""
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.theme.brush("quiet"))
        for height in (CIRCLES, PILLS):
            for shift in (-7.0, 0.0, 7.0):
                painter.drawEllipse(QPointF(x + shift, height), 1.6, 1.6)

    def _centred(self, painter: QPainter, face: Face, text: str, x: float, middle: float) -> None:
        draw_text(painter, face, text, x - face.width(text) / 2, _band(middle))


def _band(middle: float) -> QRectF:
    return QRectF(0, middle - 10, 0, 20)


def _arrow(painter: QPainter, start: float, end: float, y: float, color: QColor) -> None:
    """A horizontal arrow; nothing where there is no room for one."""
    way = 1.0 if end > start else -1.0
    if abs(end - start) < 3:
        return
    painter.setPen(color)
    painter.drawLine(QPointF(start, y), QPointF(end - 3 * way, y))
    painter.setBrush(color)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.drawPolygon(QPolygonF([QPointF(end, y), QPointF(end - 5 * way, y - 3.2), QPointF(end - 5 * way, y + 3.2)]))
