"""The cursor of a curve plot: a dotted line at a step, and a dot where each curve stands there."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from gui.theme import Theme
from gui.widgets.geometry import Mapping
from gui.widgets.layers import Layered
from gui.widgets.stamps import Stamps

# A dot's radius, an arrow's length, and the side of the box that holds either.
RADIUS, ARROW, BOX = 4.5, 10.0, 14.0


class CursorMarks(Layered):
    """Set with `show_at`; pasted afresh at each frame, without layers."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self.place = 0.0
        self.dots: Sequence[tuple[float, int | str]] = ()
        self._stamps = Stamps()
        self.setZValue(6)

    def show_at(self, place: float, dots: Sequence[tuple[float, int | str]]) -> None:
        """The line stands at `place` on the x axis; `dots` are (y, series number or colour of the theme)."""
        self.place, self.dots = place, dots
        self.update()

    def set_theme(self, theme: Theme) -> None:
        """Take colours from `theme`."""
        self._stamps.clear()
        super().set_theme(theme)

    def paint(self, painter: QPainter, option: Any, widget: QWidget | None = None) -> None:  # noqa: ANN401
        """Line, then dots with a rim in the paper's colour; an arrow at the edge for a value beyond it."""
        box = self._box(painter)
        height = box.height()
        mapping = Mapping.between(self.boundingRect(), box.width(), height)
        painter.save()
        painter.setWorldTransform(painter.worldTransform().fromTranslate(box.left(), box.top()))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._stamps.begin(painter)
        x, _ = mapping.point(self.place, 0.0)
        line = partial(self._paint_line, height=height)
        self._stamps.paste(painter, ("line", height), (x, height / 2), (4, height), line)
        for value, series in self.dots:
            _, y = mapping.point(self.place, value)
            if 0 <= y <= height:
                self._stamps.paste(painter, series, (x, y), (BOX, BOX), partial(self._paint_dot, series=series))
            else:
                away, edge = (1, height) if y > 0 else (-1, 0.0)
                arrow = partial(self._paint_arrow, series=series, away=away)
                self._stamps.paste(painter, (series, away), (x, edge), (BOX, 2 * BOX), arrow)
        painter.restore()

    def _paint_line(self, painter: QPainter, height: float) -> None:
        pen = QPen(self.theme.color("rule"), 1.3)
        pen.setDashPattern([1.5, 2.5])
        painter.setPen(pen)
        painter.drawLine(QPointF(2, 0), QPointF(2, height))

    def _paint_dot(self, painter: QPainter, series: int | str) -> None:
        painter.setPen(QPen(self.theme.color("paper"), 1.2))
        painter.setBrush(self.theme.color(series))
        painter.drawEllipse(QPointF(BOX / 2, BOX / 2), RADIUS, RADIUS)

    def _paint_arrow(self, painter: QPainter, series: int | str, away: int) -> None:
        """With its tip in the middle, upwards (`away` = −1) or downwards."""
        painter.setPen(QPen(self.theme.color("paper"), 1.2))
        painter.setBrush(self.theme.color(series))
        base = BOX - away * ARROW
        corners = ((BOX / 2, BOX), (BOX / 2 - 0.6 * ARROW, base), (BOX / 2 + 0.6 * ARROW, base))
        painter.drawPolygon(QPolygonF([QPointF(x, y) for x, y in corners]))
