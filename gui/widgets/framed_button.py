"""A button in a frame, as it stands among fields."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetrics, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from gui.theme import Theme
from gui.widgets.painting import begin, focus_ring, frame, inset


class FramedButton(QPushButton):
    """A button with a frame like a field's, its text in the accent."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_theme(self, theme: Theme) -> None:
        """Repaint in another look."""
        self.theme = theme
        self.update()

    def sizeHint(self) -> QSize:
        """The text with room around it."""
        return QSize(QFontMetrics(self.theme.font(13)).horizontalAdvance(self.text()) + 24, 28)

    minimumSizeHint = sizeHint  # noqa: N815 - Qt's name

    def paintEvent(self, event: QPaintEvent) -> None:
        """Frame and text; the ground is soft while it is pressed or under the mouse."""
        painter = begin(self)
        lit = self.isEnabled() and (self.isDown() or self.underMouse())
        frame(painter, inset(self), self.theme.color("soft" if lit else "card"), self.theme.color("line"))
        painter.setFont(self.theme.font(13))
        painter.setPen(self.theme.color("quiet" if not self.isEnabled() else "ink" if lit else "accent"))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())
        if self.hasFocus():
            focus_ring(painter, inset(self, 1.0), self.theme)
        painter.end()
