"""The standard deviation by layer on a log axis, with rows of their own for 0 and for what overflowed."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from pyqtgraph.functions import arrayToQPolygonF
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from engine.simulations.base import Array
from gui.panels.initialization.number_text import signed
from gui.theme import Theme
from gui.theme.theme import DASHES
from gui.widgets.geometry import Mapping
from gui.widgets.layers import Layered
from gui.widgets.painting import begin
from gui.widgets.plot import Plot, decade_text, readable_spacing
from gui.widgets.themed import Themed, draw_text, elided

LEFT_AXIS = 42
LEAST = 2.0  # decades that the axis spans at least
ROW = 0.055  # of the axis: the distance of the rows of 0 and ∞ from its end
EDGE = 0.8  # of that distance: room for curves at the ends
PALE = 0.3
DOT = 3.4
DOTS_APART = 11.0  # closer together there are no dots


@dataclass(frozen=True, slots=True, eq=False)
class Curve:
    """One scheme on one side: its values by layer and those expected, and how it is drawn.

    `other` marks the side that the picture is not of: a thin line with hollow dots.
    """

    name: str
    colour: int
    selected: bool
    values: Array
    expected: Array
    other: bool = False


@dataclass(frozen=True, slots=True)
class Rows:
    """The axis in decades, and at which heights 0 and ∞ stand."""

    low: float
    high: float
    zero: float
    endless: float

    def places(self, values: Array) -> Array:
        """Heights of values; NaN for those that are none."""
        with np.errstate(all="ignore"):
            decades = np.log10(values)
        decades = np.where(values == 0, self.zero, decades)
        return np.where(np.isposinf(values), self.endless, decades)


def rows_for(values: Sequence[Array]) -> Rows:
    """An axis of whole decades over all finite values above 0, with a row for 0 or ∞ where there are any."""
    every = np.concatenate([np.ravel(each) for each in values]) if values else np.empty(0)
    sizes = np.log10(every[(every > 0) & np.isfinite(every)])
    low, high = (math.floor(sizes.min() + 0.02), math.ceil(sizes.max() + 0.02)) if sizes.size else (-1.0, 1.0)
    low = min(low, high - LEAST)
    apart = ROW * (high - low)
    zero, endless = low - 1.5 * apart, high + 1.5 * apart
    below = zero - apart if (every == 0).any() else low - EDGE * apart
    above = endless + apart if np.isposinf(every).any() else high + EDGE * apart
    return Rows(below, above, zero, endless)


class CurvesItem(Layered):
    """All curves twice, lit and pale, painted once; a step shares the two out left and right of the cursor."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self.curves: tuple[Curve, ...] = ()
        self.rows = Rows(-1.0, 1.0, -1.1, 1.1)
        self.cursor, self.backward = 0, False
        self._pictures: tuple[QPixmap, QPixmap] = (QPixmap(), QPixmap())

    def show_curves(self, curves: tuple[Curve, ...], rows: Rows) -> None:
        """Other curves."""
        self.curves, self.rows = curves, rows
        self.forget()

    def show_cursor(self, layer: int, backward: bool) -> None:
        """The layer at hand; the lit part lies before it, or behind it on the way back. 0: nothing is lit."""
        if (layer, backward) != (self.cursor, self.backward):
            self.cursor, self.backward = layer, backward
            self.update()

    def restart(self, mapping: Mapping, ratio: float) -> None:
        """Paint both."""
        pictures = []
        for lit in (True, False):
            picture = self.new_layer(mapping, ratio)
            painter = QPainter(picture)
            self._draw_curves(painter, mapping, lit)
            painter.end()
            pictures.append(picture)
        self._pictures = (pictures[0], pictures[1])

    def draw_layers(self, painter: QPainter, mapping: Mapping) -> None:
        """Share them out at the cursor."""
        lit, pale = self._pictures
        at = self._split(mapping)
        before, behind = (pale, lit) if self.backward else (lit, pale)
        for picture, left, right in ((before, 0, round(at)), (behind, round(at), round(mapping.width))):
            if right > left:
                ratio = picture.devicePixelRatio()
                part = QRectF(left * ratio, 0, (right - left) * ratio, picture.height())
                painter.drawPixmap(QRectF(left, 0, right - left, picture.height() / ratio), picture, part)
        self._draw_cursor(painter, mapping)

    def draw_vectors(self, painter: QPainter, mapping: Mapping) -> None:
        """The same without pictures: all is drawn pale, and what is lit over it."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw_row(painter, mapping)
        lit = slice(0) if not self.cursor else slice(self.cursor - 1, None) if self.backward else slice(self.cursor)
        for share, layers in ((PALE, slice(None)), (1.0, lit)):
            for curve in self._in_order():
                self._draw_curve(painter, mapping, curve, share, layers)
        self._draw_theory(painter, mapping)
        self._draw_cursor(painter, mapping)

    def _split(self, mapping: Mapping) -> float:
        """Where lit and pale meet: just beyond the dots of the layer at hand."""
        if not self.cursor:
            return mapping.width if self.backward else 0.0
        x = mapping.point(self.cursor, 0.0)[0] + (-DOT - 2 if self.backward else DOT + 2)
        return min(max(x, 0.0), mapping.width)

    def _draw_cursor(self, painter: QPainter, mapping: Mapping) -> None:
        if self.cursor:
            x = mapping.point(self.cursor, 0.0)[0]
            pen = QPen(self.theme.color("ink"), 1.0)
            pen.setDashPattern(DASHES["dash"])
            painter.setPen(pen)
            painter.drawLine(QPointF(x, 0), QPointF(x, mapping.height))

    def _draw_curves(self, painter: QPainter, mapping: Mapping, lit: bool) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw_row(painter, mapping)
        for curve in self._in_order():
            self._draw_curve(painter, mapping, curve, 1.0 if lit else PALE, slice(None))
        self._draw_theory(painter, mapping)

    def _in_order(self) -> list[Curve]:
        """The other side's first, the selected one last."""
        return sorted(self.curves, key=lambda curve: (not curve.other, curve.selected))

    def _draw_theory(self, painter: QPainter, mapping: Mapping) -> None:
        pen = QPen(self.theme.color("ink"), 1.1)
        pen.setDashPattern(DASHES["dash"])
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for curve in self.curves:
            if not curve.other:
                for piece in _pieces(self._points(mapping, curve.expected)):
                    painter.drawPolyline(arrayToQPolygonF(*piece.T))

    def _draw_row(self, painter: QPainter, mapping: Mapping) -> None:
        """The ground of the row for 0."""
        if self.rows.low < self.rows.zero:
            top = mapping.point(0.0, 2 * self.rows.zero - self.rows.low)[1]
            painter.fillRect(QRectF(0, top, mapping.width, mapping.height - top), self.theme.brush("accent", 0.05))

    def _points(self, mapping: Mapping, values: Array) -> Array:
        return mapping.pixels(np.column_stack((np.arange(1.0, len(values) + 1), self.rows.places(values))))

    def _draw_curve(self, painter: QPainter, mapping: Mapping, curve: Curve, share: float, layers: slice) -> None:
        """Its part in `layers`; `share` of its colour on the paper."""
        colour = self.theme.blend(curve.colour, share)
        points = self._points(mapping, curve.values)[layers]
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(colour, 1.2 if curve.other else 2.6 if curve.selected else 2.0))
        for piece in _pieces(points):
            painter.drawPolyline(arrayToQPolygonF(*piece.T))
        if len(points) > 1 and points[1, 0] - points[0, 0] < DOTS_APART:
            return
        painter.setBrush(self.theme.color("paper") if curve.other else colour)
        if not curve.other:
            painter.setPen(Qt.PenStyle.NoPen)
        radius = DOT + (0.6 if curve.selected and not curve.other else 0.0)
        for x, y in points[np.isfinite(points).all(axis=1)].tolist():
            painter.drawEllipse(QPointF(x, y), radius, radius)


def _pieces(points: Array) -> list[Array]:
    """The stretches of a curve without NaN."""
    finite = np.isfinite(points).all(axis=1)
    edges = np.flatnonzero(np.diff(finite)) + 1
    return [piece for piece in np.split(points, edges) if np.isfinite(piece).all() and len(piece) > 1]


class StdPlot(Plot):
    """The plot; `pressed` tells where the hand clicks."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, decades=True)
        self.fix_left(LEFT_AXIS)
        self.getPlotItem().layout.setContentsMargins(0, 4, 6, 0)
        self.setMinimumHeight(100)
        self.item = CurvesItem(theme)
        self.addItem(self.item, ignoreBounds=True)
        self._layers = 1
        self._size = (0, 0)
        self.box.sigResized.connect(self._resized)

    def show_curves(self, curves: tuple[Curve, ...]) -> None:
        """Other curves; the axis takes all of them in."""
        rows = rows_for([each for curve in curves for each in (curve.values, curve.expected)])
        self._layers = max((len(curve.values) for curve in curves), default=1)
        room = 0.03 * self._layers + 0.15
        self.item.show_curves(curves, rows)
        self.set_span(1 - room, self._layers + room, rows.low, rows.high)
        self._set_ticks()

    def _set_ticks(self) -> None:
        """Whole decades, the rows of 0 and ∞, and as many layers as there is room for."""
        rows = self.item.rows
        low = rows.low if rows.low >= rows.zero else 2 * rows.zero - rows.low
        high = rows.high if rows.high <= rows.endless else 2 * rows.endless - rows.high
        step = max(1, math.ceil(readable_spacing(high - low, max(2, self.height() // 30)) - 1e-9))
        ticks = [(float(k), decade_text(k)) for k in range(math.ceil(low), math.floor(high) + 1) if k % step == 0]
        ends = [(rows.zero, "0")] if rows.low < rows.zero else []
        ends += [(rows.endless, "∞")] if rows.high > rows.endless else []
        self.set_ticks("left", [*ticks, *ends])
        every = max(1, math.ceil(readable_spacing(self._layers, max(2, self.width() // 30)) - 1e-9))
        layers = [1, *(k for k in range(every, self._layers + 1, every) if k - 1 >= 0.8 * every)]
        self.set_ticks("bottom", [(float(k), str(k)) for k in layers])

    def _resized(self) -> None:
        """Other ticks may fit."""
        if (self.width(), self.height()) != self._size:
            self._size = (self.width(), self.height())
            self._set_ticks()

    def height_of(self, value: float) -> float:
        """Where in the widget a value stands; NaN for none."""
        box = self.box.sceneBoundingRect()
        rows = self.item.rows
        place = float(self.item.rows.places(np.array([value]))[0])
        return float(box.top() + (rows.high - place) / (rows.high - rows.low) * box.height())

    def set_theme(self, theme: Theme) -> None:
        """Take every colour from `theme`."""
        super().set_theme(theme)
        if hasattr(self, "item"):
            self.item.set_theme(theme)


@dataclass(frozen=True, slots=True)
class EndLabel:
    """A scheme's name and its value at the layer at hand."""

    name: str
    value: float
    bold: bool


class EndLabels(Themed):
    """Names and values to the right of the plot, at the heights of the curves as far as they keep apart."""

    WIDTH, LINE = 122, 17

    def __init__(self, theme: Theme, plot: StdPlot) -> None:
        super().__init__(theme)
        self._plot = plot
        self._labels: tuple[EndLabel, ...] = ()
        self.setFixedWidth(self.WIDTH)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Ignored)
        plot.box.sigResized.connect(self.update)

    @property
    def labels(self) -> tuple[EndLabel, ...]:
        """What is shown."""
        return self._labels

    def show_labels(self, labels: tuple[EndLabel, ...]) -> None:
        """Show these."""
        if labels != self._labels:
            self._labels = labels
            self.setAccessibleName(", ".join(f"{label.name} {value_text(label.value)}" for label in labels))
            self.update()

    def sizeHint(self) -> QSize:
        """As high as the plot."""
        return QSize(self.WIDTH, 100)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Each label as near to its curve as the others let it."""
        painter = begin(self)
        wanted = [self._plot.height_of(label.value) for label in self._labels]
        # What has no value stands at the bottom.
        wanted = [place if math.isfinite(place) else float(self.height()) for place in wanted]
        order = sorted(range(len(wanted)), key=lambda i: wanted[i])
        places = spread([wanted[i] for i in order], self.LINE, self.LINE / 2, self.height() - 30.0)
        for place, i in zip(places, order, strict=True):
            label = self._labels[i]
            band = QRectF(0, place - self.LINE / 2, self.WIDTH, self.LINE)
            number = self.faces.result if label.bold else self.faces.number
            text = value_text(label.value)
            wide = number.width(text)
            painter.setPen(self.theme.color("ink"))
            name = self.faces.strong if label.bold else self.faces.note
            draw_text(painter, name, elided(name, label.name, self.WIDTH - wide - 14), 6, band)
            draw_text(painter, number, text, self.WIDTH - wide - 2, band)
        painter.end()


def spread(places: Sequence[float], apart: float, low: float, high: float) -> list[float]:
    """Rising `places` moved as little as it takes to keep them `apart`, and within `low` … `high` if there is room."""
    moved: list[float] = []
    for place in places:
        moved.append(max(place, low, moved[-1] + apart if moved else low))
    for i in range(len(moved) - 1, -1, -1):
        moved[i] = min(moved[i], high - apart * (len(moved) - 1 - i))
    return moved


def value_text(value: float) -> str:
    """Three significant digits; 0, ∞, or a dash for no value."""
    if math.isnan(value):
        return "–"
    if math.isinf(value):
        return "∞"
    text = f"{value:.3g}" if 1e-3 <= abs(value) < 1e4 or value == 0 else f"{value:.1e}"
    return signed(text)


class LabelledPlot(QWidget):
    """The plot with its labels."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.plot = StdPlot(theme)
        self.labels = EndLabels(theme, self.plot)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.plot, 1)
        row.addWidget(self.labels)

    def set_theme(self, theme: Theme) -> None:
        """Take every colour from `theme`."""
        self.plot.set_theme(theme)
        self.labels.set_theme(theme)
