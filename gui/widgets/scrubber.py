"""The slider over a run's whole timeline, and the counter beside it."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.theme import Theme
from gui.widgets.painting import begin
from gui.widgets.slider import LineSlider

PAGES = 20


class Scrubber(LineSlider):
    """Cursor on a line of `length` steps, of which `reached` are solved.

    Left of the cursor the line is full, on to what is solved it is pale. `sought(step)` fires while the mouse drags
    and on page keys; `stepped(±1)`, `to_start` and `to_end` on the other keys. While it is dragged the handle stays
    with the mouse, even where the run has yet to be solved.
    """

    sought = Signal(int)
    stepped = Signal(int)
    to_start = Signal()
    to_end = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """A run without steps."""
        super().__init__(theme, parent)
        self.radius, self.thickness = 9.0, 5.0
        self.length, self.reached, self.step = 0, 0, 0
        self._wanted: int | None = None
        self._silent = False
        self.setRange(0, 0)
        self.valueChanged.connect(self._set_by_assistant)

    def set_run(self, length: int, reached: int) -> None:
        """Take the length of the run and how much of it is solved."""
        if length != self.length:
            self._silent = True
            self.setRange(0, length)
            self._silent = False
        if (length, reached) != (self.length, self.reached):
            self.length, self.reached = length, reached
            self.update()

    def set_step(self, step: int) -> None:
        """Move the cursor, silently."""
        if step != self.step:
            self.step = step
            self._silent = True
            self.setValue(step)
            self._silent = False
            self.update()

    def share(self) -> float:
        """Where the cursor stands, or the mouse while it drags."""
        step = self.step if self._wanted is None else self._wanted
        return step / self.length if self.length else 0.0

    def hand_moved(self, share: float) -> None:
        """Ask for the step under the mouse."""
        step = round(share * self.length)
        if step != (self.step if self._wanted is None else self._wanted):
            self._wanted = step
            self.update()
            self.sought.emit(step)

    def hand_left(self) -> None:
        """The handle goes back to where the cursor is."""
        self._wanted = None
        self.update()

    def _set_by_assistant(self, step: int) -> None:
        """A screen reader has set the value."""
        if not self._silent:
            self.sought.emit(step)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Not by wheel."""
        event.ignore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows step, pages jump by a twentieth, Home and End go to the ends; with modifiers they are the window's."""
        key, page = event.key(), max(1, self.length // PAGES)
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            event.ignore()
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self.stepped.emit(1 if key == Qt.Key.Key_Right else -1)
        elif key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            to = self.step + (page if key == Qt.Key.Key_PageUp else -page)
            self.sought.emit(min(max(to, 0), self.length))
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            (self.to_start if key == Qt.Key.Key_Home else self.to_end).emit()
        else:
            event.ignore()

    def _paint_line(self, painter: QPainter, line: QRectF, place: QPointF, color: QColor) -> None:
        super()._paint_line(painter, line, place, color)
        if self.length and self.reached < self.length:
            end = line.x() + line.width() * self.reached / self.length
            if end > place.x():
                pale = QColor(color)
                pale.setAlphaF(0.35)
                painter.fillRect(QRectF(QPointF(place.x(), line.top()), QPointF(end, line.bottom())), pale)


class StepCounter(QWidget):
    """`step k / n`, and a second line for what goes on within the step. Painted, so that counting lays nothing out."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Empty."""
        super().__init__(parent)
        self.theme = theme
        self._text, self._note, self._widest = "", "", ""
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)

    def text(self) -> str:
        """The first line."""
        return self._text

    def note(self) -> str:
        """The second line."""
        return self._note

    def set_text(self, text: str) -> None:
        """Show `text`."""
        if text != self._text:
            self._text = text
            self.setAccessibleName(text)
            self.update()

    def set_widest(self, text: str) -> None:
        """Keep room for `text`, the longest that will come."""
        if text != self._widest:
            self._widest = text
            self.updateGeometry()

    def set_note(self, note: str) -> None:
        """Show a second line, or none."""
        if note != self._note:
            self._note = note
            self.setAccessibleDescription(note)
            self.updateGeometry()
            self.update()

    def set_theme(self, theme: Theme) -> None:
        """Repaint in another look."""
        self.theme = theme
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as the wider line."""
        first = QFontMetrics(self.theme.mono(13)).horizontalAdvance(self._widest)
        second = QFontMetrics(self.theme.font(11)).horizontalAdvance(self._note)
        return QSize(max(first, second) + 2, 36)

    minimumSizeHint = sizeHint  # noqa: N815 - Qt's name

    def paintEvent(self, event: QPaintEvent) -> None:
        """One line in the middle, or two."""
        painter = begin(self)
        area, left = QRectF(self.rect()), Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        shift = 8.0 if self._note else 0.0
        painter.setFont(self.theme.mono(13))
        painter.setPen(self.theme.color("ink"))
        painter.drawText(area.translated(0, -shift), left, self._text)
        if self._note:
            painter.setFont(self.theme.font(11))
            painter.setPen(self.theme.color("quiet"))
            painter.drawText(area.translated(0, shift), left, self._note)
        painter.end()
