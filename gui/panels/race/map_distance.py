"""What is left of the distance by step, with the line that the rate predicts and the goal."""

from __future__ import annotations

import math

import numpy as np
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPen

from gui.panels.race.map_item import text_size, write_on
from gui.theme import Theme
from gui.widgets.cursor_marks import CursorMarks
from gui.widgets.geometry import Array, Mapping, Segments
from gui.widgets.plot import Plot, log10_floor
from gui.widgets.trails import Trails, TrailStyle

# Where an exact zero stands; decades above the start that are seen of a run that leaves, and below the goal.
ZERO, ABOVE, BELOW = -320.0, 3.0, 1.0


class DistancePlot(Plot):
    """One curve on decades. Its words are set from outside, in the reader's language."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, decades=True, grid=False, covered=True)
        self.trails, self.marks = Trails(theme, rising=True, ground=self._draw_ground), CursorMarks(theme)
        self.addItem(self.trails, ignoreBounds=True)
        self.addItem(self.marks, ignoreBounds=True)
        self._segments = Segments()
        self._points = np.empty((0, 1, 2))
        self._series = 0
        self._goal, self._rate, self._arrival, self._length = 1e-6, 1.0, math.inf, 1
        self._words = ("", "")

    def show_run(
        self, left: Array, length: int, series: int, told: tuple[float, float, float], words: tuple[str, str]
    ) -> None:
        """Another run: what is left by step (steps known,); goal, rate and arrival; words for rate and goal."""
        self._goal, self._rate, self._arrival = told
        self._series, self._length, self._words = series, length, words
        self._points = np.empty((0, 1, 2))
        self._fill(left)
        high = ABOVE if self._rate > 1 else 0.5
        self.set_span(0.0, length * 1.012, math.log10(self._goal) - BELOW, high)
        self.trails.ground_changed()
        self.trails.set_run(self._points, [TrailStyle(series, 1.8, 0.0)])

    def show_step(self, left: Array, step: int) -> None:
        """The cursor is at `step`."""
        self._fill(left)
        self.trails.show_step(self._points, step)
        value = float(self._points[step, 0, 1])
        self.marks.show_at(step, [(value, self._series)] if math.isfinite(value) else [])

    def _fill(self, left: Array) -> None:
        if len(left) != len(self._points):
            self._points = np.stack([np.arange(len(left), dtype=float), log10_floor(left, ZERO)], axis=-1)[:, None]

    def set_theme(self, theme: Theme) -> None:
        """Take every colour from `theme`."""
        super().set_theme(theme)
        if hasattr(self, "marks"):
            self.trails.set_theme(theme)
            self.marks.set_theme(theme)

    # -- the ground -----------------------------------------------------------------------------------------------------

    def _draw_ground(self, painter: QPainter, mapping: Mapping) -> None:
        painter.setPen(self.theme.pen("grid"))
        self._segments.draw_lines(painter, mapping.pixels(self.grid_lines()))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        goal = mapping.point(0, math.log10(self._goal))[1]
        self._line(painter, "accent", [1.5, 2.5], (0.0, goal), (mapping.width, goal))
        if self._rate > 0 and math.isfinite(self._rate):
            end = mapping.point(self._length, self._length * math.log10(self._rate))
            self._line(painter, "ink", [4.0, 3.0], mapping.point(0, 0), end)
        self._draw_words(painter, mapping, goal)

    def _line(
        self, painter: QPainter, name: str, dash: list[float], start: tuple[float, float], end: tuple[float, float]
    ) -> None:
        pen = QPen(self.theme.color(name), 1.4)
        pen.setDashPattern(dash)
        painter.setPen(pen)
        painter.drawLine(QPointF(*start), QPointF(*end))

    def _draw_words(self, painter: QPainter, mapping: Mapping, goal: float) -> None:
        predicted, reached = self._words
        painter.setFont(self.theme.font(12))
        width, height = text_size(self.theme, predicted)
        end = mapping.point(0, self._length * math.log10(self._rate))[1] if self._rate > 0 else math.inf
        # Under a line that hardly falls, else above it.
        top = end + 10 if 0 <= end < mapping.height / 3 else 5.0
        write_on(painter, self.theme, QRectF(mapping.width - width - 5, top, width, height), predicted)
        if self._arrival <= self._length:
            x = mapping.point(self._arrival, 0)[0]
            painter.setPen(QPen(self.theme.color("accent"), 2.0))
            painter.setBrush(self.theme.color("paper"))
            painter.drawEllipse(QPointF(x, goal), 4.5, 4.5)
            width, height = text_size(self.theme, reached)
            left = min(max(x - width - 6, 4.0), mapping.width - width - 4)
            write_on(painter, self.theme, QRectF(left, min(goal + 5, mapping.height - height), width, height), reached)
