"""Beside the cursor of a plot of curves: what each curve is there, where no curve is in the way; and changes on the way."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPolygonF
from PySide6.QtWidgets import QWidget

from gui.panels.gradients.training_head import SIDE, draw_side
from gui.theme import Theme
from gui.widgets.geometry import Array, Mapping
from gui.widgets.layers import Layered
from gui.widgets.themed import Face, draw_text

LINE = 21.0
# Between cursor and label; between letter and text; around a label, to the curves.
AWAY, GAP, AIR = 10.0, 6.0, 3.0
# The heights tried for a label are so many pixels apart.
GRID = 3.0
# In pixels that a label would rather move: for lying on curves, on another label, elsewhere than a frame ago.
ON_CURVES, ON_LABEL, MOVES = 120.0, 1e6, 10.0


@dataclass(frozen=True, slots=True)
class Label:
    """What a curve (0 or 1) is at the cursor: its height in data, and in words, the longest first."""

    side: int
    texts: tuple[str, ...]
    height: float


class Labels(Layered):
    """Also marks where a change “from here on” begins."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._place = 0.0
        self._labels: Sequence[Label] = ()
        self._events: Sequence[tuple[int, int]] = ()
        self._curves: Array = np.empty((0, 1, 2))
        self._tops: dict[int, float] = {}
        # Where labels stand, by curve, in pixels of the box; as painted last.
        self.areas: dict[int, QRectF] = {}
        self.setZValue(8)
        self._measure()

    def _measure(self) -> None:
        self._face, self._badge = Face(self.theme.font(12)), Face(self.theme.font(11, bold=True))

    def set_theme(self, theme: Theme) -> None:
        """Take colours and fonts from `theme`."""
        self.theme = theme
        self._measure()
        super().set_theme(theme)

    def show_events(self, events: Sequence[tuple[int, int]]) -> None:
        """Where settings change: (step, side)."""
        self._events = events
        self._tops.clear()
        self.update()

    def show_at(self, place: float, labels: Sequence[Label], curves: Array) -> None:
        """The cursor is at `place`; `curves` (steps, curves, 2) are the points of all curves, x the same in each."""
        self._place, self._labels, self._curves = place, labels, curves
        self.update()

    def paint(self, painter: QPainter, option: Any, widget: QWidget | None = None) -> None:  # noqa: ANN401
        """Afresh at each frame: a few words."""
        box = self._box(painter)
        if box.width() < 2 or box.height() < 2:
            return
        mapping = Mapping.between(self.boundingRect(), box.width(), box.height())
        painter.save()
        painter.setWorldTransform(painter.worldTransform().fromTranslate(box.left(), box.top()))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_events(painter, mapping)
        self._paint_labels(painter, mapping)
        painter.restore()

    def _paint_events(self, painter: QPainter, mapping: Mapping) -> None:
        """A small triangle on the lower edge, and a line up."""
        for step, side in self._events:
            x, y = mapping.point(step, 0)[0], mapping.height
            painter.setPen(self.theme.pen(side, 1.2, "dot"))
            painter.drawLine(QPointF(x, 0), QPointF(x, y))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self.theme.brush(side))
            painter.drawPolygon(QPolygonF([QPointF(x - 5, y), QPointF(x, y - 9), QPointF(x + 5, y)]))

    def _paint_labels(self, painter: QPainter, mapping: Mapping) -> None:
        """In the order of the curves from above."""
        self.areas = {}
        heights = {label.side: self._height(label, mapping) for label in self._labels}
        for label in sorted(self._labels, key=lambda label: heights[label.side]):
            left, text = self._across(label, mapping)
            width = SIDE + GAP + self._face.width(text)
            top = self._free_top(label.side, left, width, heights[label.side], mapping)
            self._tops[label.side] = top
            area = self.areas[label.side] = QRectF(left, top, width, LINE)
            painter.fillRect(area.adjusted(-AIR, 1, AIR, -1), self.theme.brush("paper", 0.82))
            draw_side(painter, self.theme, label.side, QPointF(left, area.center().y() - SIDE / 2), self._badge)
            painter.setPen(self.theme.color("ink"))
            draw_text(painter, self._face, text, left + SIDE + GAP, area)

    @staticmethod
    def _height(label: Label, mapping: Mapping) -> float:
        """Pixels; what is no number stands in the middle, what lies outside at the edge."""
        if not math.isfinite(label.height):
            return mapping.height / 2
        return min(max(mapping.point(0, label.height)[1], 0.0), mapping.height)

    def _across(self, label: Label, mapping: Mapping) -> tuple[float, str]:
        """The left edge and the words: the longest that have room after the cursor, else before it."""
        x = mapping.point(self._place, 0)[0]
        for room, after in ((mapping.width - x - AWAY - AIR, True), (x - AWAY - AIR, False)):
            for text in label.texts:
                width = SIDE + GAP + self._face.width(text)
                if width <= room:
                    return x + AWAY if after else x - AWAY - width, text
        return AIR, label.texts[-1]

    def _free_top(self, side: int, left: float, width: float, wish: float, mapping: Mapping) -> float:
        """The upper edge, as near to the curve's height `wish` as the curves leave room."""
        taken = self._taken(left - AIR, left + width + AIR, mapping)
        last = max(mapping.height - LINE - 1.0, 1.0)
        tops = np.arange(1.0, last + GRID, GRID).clip(max=last)
        rows = np.concatenate([[0.0], np.cumsum(taken)])
        first = np.clip(((tops - AIR) / GRID).astype(int), 0, len(taken))
        end = np.clip(np.ceil((tops + LINE + AIR) / GRID).astype(int), 0, len(taken))
        covered = rows[end] - rows[first]
        cost = np.abs(tops + LINE / 2 - wish) + ON_CURVES * (covered > 0) + covered
        cost[np.abs(tops - self._tops.get(side, -LINE)) >= GRID] += MOVES
        for area in self.areas.values():
            if area.left() < left + width and left < area.right():
                cost[np.abs(tops - area.top()) < LINE] += ON_LABEL
        return float(tops[int(np.argmin(cost))])

    def _taken(self, left: float, right: float, mapping: Mapping) -> Array:
        """Of each row of `GRID` pixels, whether (1 or 0) a curve passes it between two places, in pixels."""
        count = math.ceil(mapping.height / GRID) + 1
        ends = np.zeros(count + 1)
        x0, x1 = (mapping.x0 + edge / mapping.per_x for edge in (left, right))
        first, last = np.searchsorted(self._curves[:, 0, 0], (x0, x1)).tolist()
        part = self._curves[max(first - 1, 0) : last + 1, :, 1]
        if len(part) > 1:
            rows = (mapping.y1 - part) * mapping.per_y / GRID
            pairs = np.stack([rows[:-1], rows[1:]])
            low, high = pairs.min(axis=0).ravel(), pairs.max(axis=0).ravel()
            seen = np.isfinite(low) & np.isfinite(high) & (high >= 0) & (low < count)
            np.add.at(ends, np.clip(low[seen], 0, count - 1).astype(int), 1.0)
            np.add.at(ends, np.clip(high[seen], 0, count - 1).astype(int) + 1, -1.0)
        return np.asarray(np.cumsum(ends)[:-1] > 0, dtype=np.float64)
