"""A switch: on or off, in the accent or in the colour of a series."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QCheckBox, QWidget

from gui.theme import Theme
from gui.widgets.painting import ON_COLOUR, begin, focus_ring


class Toggle(QCheckBox):
    """A check box painted as a switch; `clicked(bool)` fires on the user's hand only."""

    WIDTH, HEIGHT, ROOM = 38, 18, 2

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Off, in the accent."""
        super().__init__(parent)
        self.theme = theme
        self.colour: str | int = "accent"
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def set_theme(self, theme: Theme) -> None:
        """Repaint in another look."""
        self.theme = theme
        self.update()

    def set_colour(self, colour: str | int) -> None:
        """The colour when on: a name of the theme, or the number of a series."""
        self.colour = colour
        self.update()

    def sizeHint(self) -> QSize:
        """The switch, with room for the focus ring."""
        return QSize(self.WIDTH + 2 * self.ROOM, self.HEIGHT + 2 * self.ROOM)

    minimumSizeHint = sizeHint  # noqa: N815 - Qt's name

    def hitButton(self, place: QPoint) -> bool:
        """All of it can be clicked."""
        return self.rect().contains(place)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Track and knob."""
        painter = begin(self)
        room, height = self.ROOM, self.HEIGHT
        track = QRectF(room, (self.height() - height) / 2, self.WIDTH, height)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(
            self.theme.color(self.colour if self.isChecked() else "track", 1.0 if self.isEnabled() else 0.5)
        )
        painter.drawRoundedRect(track, height / 2, height / 2)
        painter.setBrush(ON_COLOUR)
        x = track.right() - height / 2 if self.isChecked() else track.left() + height / 2
        painter.drawEllipse(QPointF(x, track.center().y()), height / 2 - 2.5, height / 2 - 2.5)
        if self.hasFocus():
            ring = track.adjusted(-1, -1, 1, 1)
            focus_ring(painter, ring, self.theme, ring.height() / 2)
        painter.end()
