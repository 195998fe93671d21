"""The cursor of a curve plot: a dotted line at a step, and a dot where each curve stands there."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QWidget

from gui.theme import Theme
from gui.widgets.geometry import Mapping
from gui.widgets.layers import Layered
from gui.widgets.trails import border_triangle


class CursorMarks(Layered):
    """Set with `show_at`; painted as it is, without layers."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self.place = 0.0
        self.dots: Sequence[tuple[float, int]] = ()
        self.setZValue(6)

    def show_at(self, place: float, dots: Sequence[tuple[float, int]]) -> None:
        """The line stands at `place` on the x axis; `dots` are (y, series number)."""
        self.place, self.dots = place, dots
        self.update()

    def paint(self, painter: QPainter, option: Any, widget: QWidget | None = None) -> None:  # noqa: ANN401
        """Line, then dots with a rim in the paper's colour; an arrow at the edge for a value beyond it."""
        box = self._box(painter)
        mapping = Mapping.between(self.boundingRect(), box.width(), box.height())
        painter.save()
        painter.setWorldTransform(painter.worldTransform().fromTranslate(box.left(), box.top()))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        x, _ = mapping.point(self.place, 0.0)
        pen = QPen(self.theme.color("rule"), 1.3)
        pen.setDashPattern([1.5, 2.5])
        painter.setPen(pen)
        painter.drawLine(QPointF(x, 0), QPointF(x, box.height()))
        painter.setPen(QPen(self.theme.color("paper"), 1.2))
        for value, series in self.dots:
            painter.setBrush(self.theme.series(series))
            _, y = mapping.point(self.place, value)
            if 0 <= y <= box.height():
                painter.drawEllipse(QPointF(x, y), 4.5, 4.5)
            else:
                edge = min(max(y, 0.0), box.height())
                painter.drawPolygon(border_triangle(mapping, x, edge, outward=True, size=10))
        painter.restore()
