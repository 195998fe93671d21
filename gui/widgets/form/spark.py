"""A small curve beside a name: what an entry does, at a glance."""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from gui.theme import Theme
from gui.widgets.painting import begin

SIZE = (32, 20)
MARGIN = 3.0


class Spark(QWidget):
    """Values from left to right between 0 and the largest; what is not finite leaves a gap. Decoration: it has no name."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.colour: int | str = "quiet"
        self._values: tuple[float, ...] = ()
        self.setFixedSize(*SIZE)

    def show_values(self, values: tuple[float, ...]) -> None:
        """Show these; nothing at all where there are none."""
        if values != self._values:
            self._values = values
            self.update()

    def set_colour(self, colour: int | str) -> None:
        """Draw in the colour of a series."""
        if colour != self.colour:
            self.colour = colour
            self.update()

    def set_theme(self, theme: Theme) -> None:
        """Repaint in another look."""
        self.theme = theme
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """One line."""
        finite = [value for value in self._values if math.isfinite(value)]
        if len(finite) < 2:
            return
        painter = begin(self)
        pen = QPen(self.theme.color(self.colour), 1.5)
        painter.setPen(pen)
        painter.drawPath(self._path(QRectF(self.rect()).adjusted(1, MARGIN, -1, -MARGIN), max(finite) or 1.0))
        painter.end()

    def _path(self, area: QRectF, most: float) -> QPainterPath:
        path, drawing = QPainterPath(), False
        for i, value in enumerate(self._values):
            if not math.isfinite(value):
                drawing = False
                continue
            at = QPointF(
                area.left() + area.width() * i / (len(self._values) - 1), area.bottom() - area.height() * value / most
            )
            if drawing:
                path.lineTo(at)
            else:
                path.moveTo(at)
            drawing = True
        return path
