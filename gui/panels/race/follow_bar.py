"""The small bar over a plot that follows a racer: a switch, and while it is on, nearer and farther."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget

from gui.theme import Theme
from gui.widgets.painting import begin, focus_ring, inset
from gui.widgets.plot import Plot

MARGIN, HEIGHT, ROOM = 8, 22, 16


class BarButton(QPushButton):
    """A word in a small frame on a veil."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.theme = theme
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def sizeHint(self) -> QSize:
        """The word, with a little room."""
        wide = QFontMetrics(self.theme.font(11)).horizontalAdvance(self.text())
        return QSize(max(wide + ROOM, HEIGHT), round(HEIGHT * self.theme.text_scale))

    minimumSizeHint = sizeHint  # noqa: N815 - Qt's name

    def paintEvent(self, event: QPaintEvent) -> None:
        """Frame and word."""
        painter = begin(self)
        painter.setPen(self.theme.pen("line", 1.0))
        painter.setBrush(self.theme.brush("card", 0.92))
        painter.drawRoundedRect(inset(self), 5, 5)
        painter.setFont(self.theme.font(11))
        painter.setPen(self.theme.color("accent" if self.underMouse() or self.isDown() else "ink"))
        painter.drawText(QRectF(self.rect()), Qt.AlignmentFlag.AlignCenter, self.text())
        if self.hasFocus():
            focus_ring(painter, inset(self, 1.0), self.theme, 5)
        painter.end()


class FollowBar(QWidget):
    """In the plot's upper right corner while the mouse is over the plot. Emits `toggled`, and `scaled` by ±1."""

    toggled = Signal()
    scaled = Signal(int)

    def __init__(self, plot: Plot) -> None:
        super().__init__(plot)
        self._plot, self._name, self._zoom = plot, "", 1
        self._buttons = self.farther, self.nearer, self.switch = tuple(BarButton(plot.theme, self) for _ in range(3))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        for button in self._buttons:
            row.addWidget(button)
        self.farther.setText("−")
        self.nearer.setText("+")
        self.switch.clicked.connect(lambda _on: self.toggled.emit())
        self.farther.clicked.connect(lambda _on: self.scaled.emit(-1))
        self.nearer.clicked.connect(lambda _on: self.scaled.emit(1))
        plot.installEventFilter(self)
        self.hide()

    def show_state(self, name: str, zoom: int) -> None:
        """Which racer would be followed, and how closely it is, 1: not."""
        if (name, zoom) != (self._name, self._zoom):
            self._name, self._zoom = name, zoom
            self.retranslate()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Show with the mouse, stay in the corner."""
        if event.type() == QEvent.Type.Enter:
            self._place()
            self.setVisible(self.isEnabled())
        elif event.type() == QEvent.Type.Leave and not any(button.hasFocus() for button in self._buttons):
            self.hide()
        elif event.type() == QEvent.Type.Resize:
            self._place()
        return False

    def _place(self) -> None:
        self.adjustSize()
        box = self._plot.box.sceneBoundingRect()
        self.move(round(box.right()) - self.width() - MARGIN, round(box.top()) + MARGIN)
        self.raise_()

    def set_theme(self, theme: Theme) -> None:
        """Repaint in another look."""
        for button in self._buttons:
            button.theme = theme
            button.updateGeometry()
            button.update()
        self._place()

    def retranslate(self) -> None:
        """Set every text again."""
        on = self._zoom > 1
        self.switch.setText(
            self.tr("whole surface (F)") if on else self.tr("follow {racer} (F)").format(racer=self._name)
        )
        self.switch.setAccessibleName(self.switch.text())
        for button, name in ((self.farther, self.tr("Farther (−)")), (self.nearer, self.tr("Nearer (+)"))):
            button.setVisible(on)
            button.setToolTip(name)
            button.setAccessibleName(name)
        self._place()
