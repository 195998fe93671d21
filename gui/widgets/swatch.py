"""The square in a series' colour: as a tick box that shows or hides it, and as a button that changes the colour."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QCheckBox, QPushButton, QWidget

from gui.theme import Theme
from gui.widgets.painting import begin, check_mark, focus_ring, mark_on
from gui.widgets.slider import DASHED_FROM

SIDE, ROOM = 14, 3


def paint_swatch(painter: QPainter, area: QRectF, theme: Theme, colour: int, hollow: bool = False) -> None:
    """A filled square in the colour of series `colour`; dashed around where colours repeat; only its edge if hollow."""
    color = theme.series(colour)
    repeated = colour >= DASHED_FROM
    pen = QPen(color, 1.6)
    if repeated:
        pen.setDashPattern([2.0, 1.2])
    fill = QColor(color)
    fill.setAlphaF(0.0 if hollow else 0.5 if repeated else 1.0)
    painter.setBrush(fill)
    painter.setPen(pen if hollow or repeated else Qt.PenStyle.NoPen)
    edge = 0.8 if hollow or repeated else 0.0
    painter.drawRoundedRect(area.adjusted(edge, edge, -edge, -edge), 3, 3)


def swatch_icon(theme: Theme, colour: int) -> QIcon:
    """The square as a menu's icon."""
    pixmap = QPixmap(2 * SIDE, 2 * SIDE)
    pixmap.setDevicePixelRatio(2)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    paint_swatch(painter, QRectF(0, 0, SIDE, SIDE), theme, colour)
    painter.end()
    return QIcon(pixmap)


def _area(widget: QWidget) -> QRectF:
    return QRectF((widget.width() - SIDE) / 2, (widget.height() - SIDE) / 2, SIDE, SIDE)


class TickSwatch(QCheckBox):
    """A tick box in a series' colour; `clicked(bool)` fires on the user's hand only."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Ticked, in the first colour."""
        super().__init__(parent)
        self.theme, self.colour = theme, 0
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setChecked(True)

    def set_theme(self, theme: Theme) -> None:
        """Repaint in another look."""
        self.theme = theme
        self.update()

    def set_colour(self, colour: int) -> None:
        """Take the colour of series `colour`."""
        self.colour = colour
        self.update()

    def sizeHint(self) -> QSize:
        """The square, with room for the focus ring."""
        return QSize(SIDE + 2 * ROOM, SIDE + 2 * ROOM)

    minimumSizeHint = sizeHint  # noqa: N815 - Qt's name

    def hitButton(self, place: QPoint) -> bool:
        """All of it can be clicked."""
        return self.rect().contains(place)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The square, ticked or hollow."""
        painter = begin(self)
        area = _area(self)
        paint_swatch(painter, area, self.theme, self.colour, hollow=not self.isChecked())
        if self.isChecked():
            color = self.theme.color("ink") if self.colour >= DASHED_FROM else mark_on(self.theme.series(self.colour))
            check_mark(painter, area, color)
        if self.hasFocus():
            focus_ring(painter, area.adjusted(-2, -2, 2, 2), self.theme, 4)
        painter.end()


class SwatchButton(QPushButton):
    """The square as a button, to choose another colour."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """In the first colour."""
        super().__init__(parent)
        self.theme, self.colour = theme, 0
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def set_theme(self, theme: Theme) -> None:
        """Repaint in another look."""
        self.theme = theme
        self.update()

    def set_colour(self, colour: int) -> None:
        """Take the colour of series `colour`."""
        self.colour = colour
        self.update()

    def sizeHint(self) -> QSize:
        """The square, with room for the focus ring."""
        return QSize(SIDE + 2 * ROOM, SIDE + 2 * ROOM)

    minimumSizeHint = sizeHint  # noqa: N815 - Qt's name

    def paintEvent(self, event: QPaintEvent) -> None:
        """The square."""
        painter = begin(self)
        paint_swatch(painter, _area(self), self.theme, self.colour)
        if self.hasFocus():
            focus_ring(painter, _area(self).adjusted(-2, -2, 2, 2), self.theme, 4)
        painter.end()
