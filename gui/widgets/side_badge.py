"""The badge of a side: its letter on a small square in its colour."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.theme import Theme
from gui.widgets.painting import begin, mark_on

SIDE = 16


class SideBadge(QWidget):
    """The letter of side "a" or "b"."""

    def __init__(self, theme: Theme, side: str, parent: QWidget | None = None) -> None:
        """Says nothing to a screen reader: what stands beside it does."""
        super().__init__(parent)
        self.theme, self.side = theme, side
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_theme(self, theme: Theme) -> None:
        """Repaint in another look."""
        self.theme = theme
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """A square that grows with the text."""
        side = round(SIDE * self.theme.text_scale)
        return QSize(side, side)

    minimumSizeHint = sizeHint  # noqa: N815 - Qt's name

    def paintEvent(self, event: QPaintEvent) -> None:
        """Square and letter."""
        painter, color = begin(self), self.theme.color(f"badge_{self.side}")
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color)
        painter.drawRoundedRect(QRectF(self.rect()), 3, 3)
        painter.setFont(self.theme.font(11, bold=True))
        painter.setPen(mark_on(color))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.side.upper())
        painter.end()
