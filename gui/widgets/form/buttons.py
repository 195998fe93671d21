"""The two quiet buttons of a list: the link that adds, and the dots that open an entry's menu."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from gui.theme import Theme
from gui.theme.icons import paint_icon
from gui.widgets.painting import begin, focus_ring, inset


class LinkButton(QPushButton):
    """A button that reads like a link, in the accent."""

    ROOM = 0  # at the right, for what a subclass paints there

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Without text yet."""
        super().__init__(parent)
        self.theme = theme
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_theme(self, theme: Theme) -> None:
        """Repaint in another look."""
        self.theme = theme
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """The text, with room for the focus ring."""
        metrics = QFontMetrics(self.theme.font(12))
        return QSize(metrics.horizontalAdvance(self.text()) + 8 + self.ROOM, metrics.height() + 4)

    minimumSizeHint = sizeHint  # noqa: N815 - Qt's name

    def paintEvent(self, event: QPaintEvent) -> None:
        """The text; underlined under the mouse."""
        painter = begin(self)
        font = self.theme.font(12)
        font.setUnderline(self.underMouse() and self.isEnabled())
        painter.setFont(font)
        painter.setPen(self.theme.color("accent" if self.isEnabled() else "quiet"))
        painter.drawText(self.rect().adjusted(0, 0, -self.ROOM, 0), Qt.AlignmentFlag.AlignCenter, self.text())
        if self.hasFocus():
            focus_ring(painter, inset(self, 1.0), self.theme, 4)
        painter.end()


class DotsButton(QPushButton):
    """Three dots. They show only when `prominent`, under the mouse or with the keyboard, but always keep their room."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Not prominent."""
        super().__init__(parent)
        self.theme = theme
        self.prominent = False
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFixedSize(20, 20)

    def set_theme(self, theme: Theme) -> None:
        """Repaint in another look."""
        self.theme = theme
        self.update()

    def set_prominent(self, prominent: bool) -> None:
        """Show the dots, or not."""
        self.prominent = prominent
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The dots."""
        painter = begin(self)
        if self.prominent or self.hasFocus() or self.underMouse():
            paint_icon(painter, QRectF(2, 2, 16, 16), "more", self.theme.color("quiet"))
        if self.hasFocus():
            focus_ring(painter, inset(self, 1.0), self.theme, 4)
        painter.end()
