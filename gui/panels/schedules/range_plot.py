"""The loss of the range test against η, both on decades: the usable band shaded, the suggested η marked."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QWidget

from gui.panels.schedules.step_plot import ZERO, Curve, StepPlot, Values
from gui.theme import Theme
from gui.theme.theme import DASHES
from gui.widgets.geometry import Array, Mapping
from gui.widgets.layers import Layered
from gui.widgets.plot import log10_floor
from gui.widgets.trails import Trails, TrailStyle

# Series of the loss; the smoothed one is drawn in ink above it.
LOSS_SERIES = 0
ROW = 20.0  # the height of a name at the plot's upper edge
ROWS = 3  # of names
SHADE = 0.13
CLEAR = 3.0  # between a name and a line that is not its own
SMOOTH = (TrailStyle("ink", 2.2, 0.0),)


@dataclass(frozen=True, slots=True)
class Mark:
    """A line upwards at `place` on the x axis: its colour, its dash, its name and in which row from above that stands."""

    place: float
    text: str
    colour: str
    dash: str
    row: int


@dataclass(frozen=True, slots=True)
class Stretch:
    """The usable band between two places on the x axis, and its name."""

    low: float
    high: float
    text: str


class RangeMarks(Layered):
    """Painted above the curves at each frame."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self.marks: tuple[Mark, ...] = ()
        self.stretch: Stretch | None = None
        self.leaving: tuple[float, ...] = ()  # where curves leave through the rows of names, on the x axis
        self.setZValue(3)

    def show_marks(self, marks: tuple[Mark, ...], stretch: Stretch | None) -> None:
        """Show these lines and this band."""
        if (marks, stretch) != (self.marks, self.stretch):
            self.marks, self.stretch = marks, stretch
            self.update()

    def paint(self, painter: QPainter, option: Any, widget: QWidget | None = None) -> None:  # noqa: ANN401
        """Band, lines, names."""
        box = self._box(painter)
        mapping = Mapping.between(self.boundingRect(), box.width(), box.height())
        painter.save()
        painter.setWorldTransform(painter.worldTransform().fromTranslate(box.left(), box.top()))
        painter.setClipRect(QRectF(0, 0, box.width(), box.height()))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self.theme.font(11))
        if self.stretch is not None:
            self._paint_stretch(painter, mapping, self.stretch)
        for mark in self.marks:
            self._paint_mark(painter, mapping, mark)
        # Names after all lines: none runs through one.
        if self.stretch is not None:
            middle = (self.stretch.low + self.stretch.high) / 2
            self._paint_name(painter, mapping, self.stretch.text, mapping.point(middle, 0.0)[0], 0, "ink")
        for mark in self.marks:
            x, _ = mapping.point(mark.place, 0.0)
            if 0 <= x <= mapping.width:
                self._paint_name(painter, mapping, mark.text, x, mark.row, mark.colour)
        painter.restore()

    def _paint_stretch(self, painter: QPainter, mapping: Mapping, stretch: Stretch) -> None:
        (left, _), (right, _) = mapping.point(stretch.low, 0.0), mapping.point(stretch.high, 0.0)
        painter.fillRect(QRectF(left, 0, right - left, mapping.height), self.theme.brush(2, SHADE))
        painter.setPen(QPen(self.theme.color(2), 1.0))
        for x in (left, right):
            painter.drawLine(QPointF(x, ROW), QPointF(x, mapping.height))

    def _paint_mark(self, painter: QPainter, mapping: Mapping, mark: Mark) -> None:
        x, _ = mapping.point(mark.place, 0.0)
        if not 0 <= x <= mapping.width:
            return
        pen = QPen(self.theme.color(mark.colour), 1.6)
        pen.setDashPattern(DASHES[mark.dash])
        painter.setPen(pen)
        painter.drawLine(QPointF(x, ROW * (mark.row + 1)), QPointF(x, mapping.height))

    def _paint_name(self, painter: QPainter, mapping: Mapping, text: str, x: float, row: int, colour: str) -> None:
        """Over its place in its row, as far as there is room, beside lines from above; on a veil in the paper's colour."""
        wide = QFontMetricsF(painter.font()).horizontalAdvance(text) + 10
        left = self._beside(mapping, x, row, wide)
        area = QRectF(left, 4 + row * ROW, wide, ROW - 2)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.theme.brush("paper", 0.8))
        painter.drawRoundedRect(area, 4, 4)
        painter.setPen(self.theme.color(colour))
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter, text)

    def _beside(self, mapping: Mapping, x: float, row: int, wide: float) -> float:
        """The left edge of a name over `x` that keeps clear of leaving curves and of the lines from names higher up."""
        places = [*self.leaving, *(mark.place for mark in self.marks if mark.row < row)]
        if self.stretch is not None and row > 0:
            places += [self.stretch.low, self.stretch.high]
        lines = sorted(mapping.point(place, 0.0)[0] for place in places)
        fits = [
            left
            for left in (x - wide / 2, *(line + CLEAR for line in lines), *(line - CLEAR - wide for line in lines))
            if 3.0 <= left <= mapping.width - wide - 3.0
            and not any(left - CLEAR < line < left + wide + CLEAR for line in lines)
        ]
        usual = min(max(x - wide / 2, 3.0), max(mapping.width - wide - 3.0, 3.0))
        return min(fits, key=lambda left: abs(left - usual), default=usual)


class RangePlot(StepPlot):
    """Step k stands at the η that led to it. The smoothed loss is known up to the cursor."""

    headroom = 0.7

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, decades=True)
        self.getAxis("bottom").decades = True
        self._rates: Array = np.zeros(1)
        self.smooth_points: Array = np.empty((0, 2))
        self.smooth = Trails(theme, rising=True)
        self.smooth.setZValue(1)
        self.range_marks = RangeMarks(theme)
        for item in (self.smooth, self.range_marks):
            self.addItem(item, ignoreBounds=True)

    def show_test(self, rates: Array) -> None:
        """Another run, of these η, (steps + 1,)."""
        self._rates = np.log10(rates)
        self.show_run([Curve(LOSS_SERIES, 1.3)], len(rates) - 1)

    def show_loss(self, step: int, known: int, values: Values, smoothed: Array) -> None:
        """The cursor is at `step`; the loss by `values`, the `smoothed` one (step + 1,).

        That one is painted as a whole: its end is another with every step.
        """
        self.show_step(step, known, values)
        places = self._rates[: len(smoothed)]
        points = np.stack((places, log10_floor(smoothed, ZERO)), axis=-1)[:, np.newaxis]
        self.smooth_points = points[:, 0]
        self.smooth.set_run(points, SMOOTH)
        self.smooth.show_step(points, len(smoothed) - 1)

    def show_marks(self, marks: tuple[Mark, ...], stretch: Stretch | None) -> None:
        """The lines and the band that follow from the test so far."""
        self.range_marks.leaving = self._leaving()
        self.range_marks.show_marks(marks, stretch)

    def _leaving(self) -> tuple[float, ...]:
        """Where the curves pass through the rows of names on their way out, on the x axis."""
        low, high = self.box.viewRange()[1]
        below = high - ROWS * ROW / max(self.box.height(), 1.0) * (high - low)
        places = []
        for curve in (self._points[: self._filled, 0], self.smooth_points):
            x, y = curve.T
            out = np.flatnonzero(np.isfinite(y) & (y > below))
            out = out[out > np.nanargmin(y)] if out.size else out
            through = out[y[out] <= high]
            places += [float(x[i]) for i in {*out[:1].tolist(), *through[-1:].tolist()}]
        return tuple(places)

    def _across(self, first: int, last: int) -> Array:
        return self._rates[first:last]

    def _set_heights(self, low: float, high: float) -> None:
        first, last = float(self._rates[0]), float(self._rates[-1])
        edge = 0.012 * (last - first)
        self.set_span(first - edge, last + edge, low, high)

    def _draw_ground(self, painter: QPainter, mapping: Mapping) -> None:
        """Lines at the ticks of both axes."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(self.theme.pen("grid"))
        self._segments.draw_lines(painter, mapping.pixels(self.grid_lines()))

    def _seek(self, x: float) -> None:
        if math.isfinite(x):
            self.sought.emit(int(np.abs(self._rates - x).argmin()))

    def set_theme(self, theme: Theme) -> None:
        """Take every colour from `theme`."""
        super().set_theme(theme)
        if hasattr(self, "range_marks"):
            self.smooth.set_theme(theme)
            self.range_marks.set_theme(theme)
