"""A round button with an icon, as in the transport bar."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QPushButton, QWidget

from gui.theme import Theme
from gui.theme.icons import paint_icon
from gui.widgets.painting import ON_COLOUR, begin, focus_ring

ROOM = 3
ARROWS = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down)


class RoundButton(QPushButton):
    """An icon on a soft disc; on the accent if `strong`, or while it is checked.

    The mouse does not give it the keyboard, and it leaves the arrows (which Qt's buttons take to move on) to the
    window: after a click on "play" they must still step.
    """

    def __init__(
        self, theme: Theme, symbol: str, diameter: int, strong: bool = False, parent: QWidget | None = None
    ) -> None:
        """A button with the icon `symbol`."""
        super().__init__(parent)
        self.theme, self.symbol, self.diameter, self.strong = theme, symbol, diameter, strong
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFixedSize(self.sizeHint())

    def set_theme(self, theme: Theme) -> None:
        """Repaint in another look."""
        self.theme = theme
        self.update()

    def set_symbol(self, symbol: str) -> None:
        """Show another icon."""
        if symbol != self.symbol:
            self.symbol = symbol
            self.update()

    def name(self, text: str, key: str = "") -> None:
        """Say what it does, to the mouse and to a screen reader, and which key does the same."""
        self.setAccessibleName(text)
        self.setToolTip(f"{text} ({key})" if key else text)

    def sizeHint(self) -> QSize:
        """The disc, with room for the focus ring."""
        return QSize(self.diameter + 2 * ROOM, self.diameter + 2 * ROOM)

    def hitButton(self, place: QPoint) -> bool:
        """Only the disc can be clicked."""
        offset = place - self.rect().center()
        return offset.x() ** 2 + offset.y() ** 2 <= (self.diameter / 2 + 1) ** 2

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave the arrows to the window."""
        if event.key() in ARROWS:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Disc and icon."""
        painter = begin(self)
        disc = QRectF(ROOM, ROOM, self.diameter, self.diameter)
        on = self.strong or self.isChecked()
        ground = self.theme.color("accent" if on else "soft")
        if self.isDown():
            ground = ground.darker(112)
        elif self.underMouse() and self.isEnabled():
            ground = ground.lighter(108) if self.theme.dark or on else ground.darker(105)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ground)
        painter.drawEllipse(disc)
        side = round(self.diameter * 0.68)
        area = QRectF(0, 0, side, side)
        area.moveCenter(disc.center())
        paint_icon(painter, area, self.symbol, ON_COLOUR if on else self.theme.color("ink"))
        if self.hasFocus():
            focus_ring(painter, disc.adjusted(-2, -2, 2, 2), self.theme, self.diameter / 2 + 2)
        painter.end()
