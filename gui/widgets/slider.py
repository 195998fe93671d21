"""Sliders as painted in the design: a thin line, its filled part in a colour, a hollow ring as handle."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QSlider, QWidget

from engine.parameter import Parameter
from gui.theme import Theme
from gui.widgets.painting import begin

# From this series number on colours repeat, and lines are dashed.
DASHED_FROM = 6
PAGE = 10
STEPS: dict[int, int] = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Down: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Up: 1,
    Qt.Key.Key_PageDown: -PAGE,
    Qt.Key.Key_PageUp: PAGE,
}


class LineSlider(QSlider):
    """The line with its ring: painting, and where on it the mouse is. What a place means is the subclass's.

    `share()` is the handle's place, 0 to 1; `hand_moved(share)` is called while the mouse drags, `hand_left()` at the
    end. A `QSlider` so that screen readers find a slider; its whole-number value is kept beside.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None, small: bool = False) -> None:
        """`small` is the size inside cards."""
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.theme = theme
        self.colour: str | int = "accent"
        self.radius = 6.0 if small else 7.0
        self.thickness = 3.0 if small else 4.0
        self._grip = 0.0
        self._dragging = False
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_theme(self, theme: Theme) -> None:
        """Repaint in another look."""
        self.theme = theme
        self.update()

    def set_colour(self, colour: str | int) -> None:
        """Fill with a colour of the theme: a name, or the number of a series."""
        if colour != self.colour:
            self.colour = colour
            self.update()

    def overhang(self) -> int:
        """How far the ring at an end stands out of the line, in pixels: rows leave this much room at both sides."""
        return int(self.radius + 1)

    def sizeHint(self) -> QSize:
        """As high as the ring."""
        return QSize(120, 2 * self.overhang())

    minimumSizeHint = sizeHint  # noqa: N815 - Qt's name

    # -- what a place means, for subclasses ---------------------------------------------------------------------------

    def share(self) -> float:
        """Where the handle stands, 0 to 1."""
        raise NotImplementedError

    def hand_moved(self, share: float) -> None:
        """The mouse has dragged the handle to `share`."""
        raise NotImplementedError

    def hand_left(self) -> None:
        """The mouse has let go."""
        raise NotImplementedError

    # -- the mouse ----------------------------------------------------------------------------------------------------

    def _line(self) -> QRectF:
        margin = self.overhang()
        return QRectF(margin, self.height() / 2 - self.thickness / 2, self.width() - 2 * margin, self.thickness)

    def _place(self) -> QPointF:
        line = self._line()
        return QPointF(line.x() + self.share() * line.width(), line.center().y())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of the handle where it is touched; elsewhere it jumps under the mouse."""
        if event.button() != Qt.MouseButton.LeftButton:
            event.ignore()
            return
        event.accept()
        self._dragging = True
        distance = event.position().x() - self._place().x()
        on_handle = abs(distance) <= self.radius + 2
        self._grip = distance if on_handle else 0.0
        if not on_handle:
            self._drag_to(event.position().x())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Follow the mouse."""
        if self._dragging:
            self._drag_to(event.position().x())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End the drag."""
        if self._dragging and event.button() == Qt.MouseButton.LeftButton:
            self._dragging = False
            self.hand_left()

    def _drag_to(self, x: float) -> None:
        line = self._line()
        share = (x - self._grip - line.x()) / max(line.width(), 1.0)
        self.hand_moved(min(max(share, 0.0), 1.0))

    # -- painting -----------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Line, filled part, ring; a dot in the ring says that it has the keyboard."""
        painter = begin(self)
        line, place = self._line(), self._place()
        color = self.theme.color(self.colour if self.isEnabled() else "quiet")
        self._paint_line(painter, line, place, color)
        painter.setPen(QPen(color, 2.0))
        painter.setBrush(self.theme.color("card"))
        painter.drawEllipse(place, self.radius - 0.5, self.radius - 0.5)
        if self.hasFocus():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(color)
            painter.drawEllipse(place, self.radius - 3.0, self.radius - 3.0)
        painter.end()

    def _paint_line(self, painter: QPainter, line: QRectF, place: QPointF, color: QColor) -> None:
        painter.fillRect(line, self.theme.color("track"))
        filled = QRectF(line.topLeft(), QPointF(place.x(), line.bottom()))
        if isinstance(self.colour, int) and self.colour >= DASHED_FROM:
            pen = QPen(color, self.thickness)
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
            pen.setDashPattern([2.5, 1.2])
            painter.setPen(pen)
            painter.drawLine(QPointF(filled.left(), filled.center().y()), QPointF(filled.right(), filled.center().y()))
        else:
            painter.fillRect(filled, color)


class ValueSlider(LineSlider):
    """A slider over one parameter: its scale, its limits, its readable figures.

    `moved(value)` while a gesture goes on, `released(value)` at its end; a single key press or notch of the wheel is
    a gesture by itself, a key held down is one gesture. Setting the number from outside emits neither.
    """

    moved = Signal(float)
    released = Signal(float)
    RESOLUTION = 1000

    def __init__(
        self, theme: Theme, declared: Parameter, value: float, parent: QWidget | None = None, small: bool = False
    ) -> None:
        """Stand at `value`; a double click goes back to what `default()` gives, by default there."""
        super().__init__(theme, parent, small)
        self.declared = declared
        self.default: Callable[[], float] = lambda: value
        self.help = ""
        self._number = float(value)
        self._share = 0.0
        self._gesture = False
        self._notches = 0
        self._whole = declared.kind == "int" and declared.scale == "linear"
        self._silent = True
        self.setRange(*((int(declared.low), int(declared.high)) if self._whole else (0, self.RESOLUTION)))
        self.valueChanged.connect(self._set_by_assistant)
        self._take(self._number)

    def number(self) -> float:
        """The value it stands at."""
        return self._number

    def set_number(self, value: float) -> None:
        """Stand at `value`, silently; a value outside the limits stands at the limit."""
        value = min(max(float(value), self.declared.low), self.declared.high)
        if value != self._number:
            self._take(value)

    def set_help(self, text: str) -> None:
        """What a screen reader says after the value."""
        self.help = text
        self._describe()

    def share(self) -> float:
        """Where the value stands on the parameter's scale."""
        return self._share

    def hand_moved(self, share: float) -> None:
        """Go to the readable value there."""
        self._go(self.declared.value(share))

    def hand_left(self) -> None:
        """Say that the gesture is over, if it moved anything."""
        if self._gesture:
            self._gesture = False
            self.released.emit(self._number)

    def _go(self, value: float) -> None:
        if value != self._number:
            self._take(value)
            self._gesture = True
            self.moved.emit(self._number)

    def _jump(self, value: float) -> None:
        """A gesture of one move."""
        if value != self._number:
            self._take(value)
            self._gesture = False
            self.released.emit(self._number)

    def _take(self, value: float) -> None:
        self._number = float(value)
        self._share = self.declared.position(value)
        self._silent = True
        self.setValue(round(value) if self._whole else round(self._share * self.RESOLUTION))
        self._silent = False
        self._describe()
        self.update()

    def _describe(self) -> None:
        text = self.declared.format(self._number) + (f" {self.declared.unit}" if self.declared.unit else "")
        self.setAccessibleDescription(f"{text}. {self.help}" if self.help else text)

    def _set_by_assistant(self, slot: int) -> None:
        """A screen reader has set the whole-number value."""
        if not self._silent:
            self._jump(self.declared.snap(slot) if self._whole else self.declared.value(slot / self.RESOLUTION))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Back to the default."""
        if event.button() == Qt.MouseButton.LeftButton:
            event.accept()
            self._jump(float(self.default()))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Step with the wheel only while it has the keyboard; else the column scrolls."""
        if not self.hasFocus():
            event.ignore()
            return
        event.accept()
        self._notches += event.angleDelta().y() or event.angleDelta().x()
        count = int(self._notches / 120)
        self._notches -= 120 * count
        if count:
            self._jump(self.declared.stepped(self._number, count))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows and pages step by readable figures; Home and End go to the limits."""
        target = self._key_target(event)
        if target is None:
            event.ignore()
        elif event.isAutoRepeat():
            self._go(target)
        else:
            self._jump(target)

    def _key_target(self, event: QKeyEvent) -> float | None:
        key = event.key()
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return None
        if key in STEPS:
            return self.declared.stepped(self._number, STEPS[key])
        if key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            return self.declared.value(0.0 if key == Qt.Key.Key_Home else 1.0)
        return None

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """A key that was held down ends its gesture."""
        if not event.isAutoRepeat() and not self._dragging:
            self.hand_left()
        event.ignore()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Losing the keyboard ends what a held key began."""
        if not self._dragging:
            self.hand_left()
        super().focusOutEvent(event)
