"""The name at the left of a row: cut where it has no room, so that a narrow column stays as narrow as it is."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QLabel

from gui.widgets.painting import begin


class RowLabel(QLabel):
    """A label that can be pressed down to a few letters; the tool tip of its row has the whole name.

    `symbol` is the end of the text that is never cut: it is what formulas call the number.
    """

    LEAST = 80
    symbol = ""

    def minimumSizeHint(self) -> QSize:
        """Room for a few letters."""
        return super().minimumSizeHint().boundedTo(QSize(self.LEAST, 1000))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The name, cut where it has no room."""
        room, metrics = self.contentsRect(), self.fontMetrics()
        if metrics.horizontalAdvance(self.text()) <= room.width():
            super().paintEvent(event)
            return
        end = f" {self.symbol}" if self.symbol and self.text().endswith(f" {self.symbol}") else ""
        left = room.width() - metrics.horizontalAdvance(end)
        text = metrics.elidedText(self.text().removesuffix(end), Qt.TextElideMode.ElideRight, left)
        painter = begin(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawText(room, self.alignment(), text + end)
        painter.end()
