"""Fields in which a number is typed exactly, stepped by key, or dragged by its name."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFontMetrics,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QLabel, QLineEdit, QSizePolicy, QWidget

from engine.parameter import Parameter, SettingsError, shown
from engine.parameter.errors import NUMBER, WHOLE_NUMBER
from gui.i18n import error_words
from gui.theme import Theme
from gui.widgets.painting import begin, frame, inset, signed, tint
from gui.widgets.row_label import RowLabel

STEPS: dict[int, int] = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1, Qt.Key.Key_PageUp: 10, Qt.Key.Key_PageDown: -10}
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
PIXELS_A_STEP = 6
PADDING = 10
USUAL_LENGTH = 9


class DragLabel(RowLabel):
    """A name that can be dragged sideways to change the number it names.

    `dragged(steps, done)` counts from where the mouse went down.
    """

    dragged = Signal(int, bool)

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        """A label with the cursor that says "drag me sideways"."""
        super().__init__(text, parent)
        self._origin: float | None = None
        self.setCursor(Qt.CursorShape.SizeHorCursor)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember where the drag begins."""
        self._origin = event.globalPosition().x() if event.button() == Qt.MouseButton.LeftButton else None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Tell how many steps the mouse is away."""
        if self._origin is not None:
            self.dragged.emit(int((event.globalPosition().x() - self._origin) / PIXELS_A_STEP), False)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tell the end of the drag."""
        if self._origin is not None:
            steps = int((event.globalPosition().x() - self._origin) / PIXELS_A_STEP)
            self._origin = None
            self.dragged.emit(steps, True)


class FramedEdit(QLineEdit):
    """A line edit that paints its own frame: always (`boxed`), or only under the mouse and with the keyboard."""

    def __init__(self, theme: Theme, boxed: bool, parent: QWidget | None = None) -> None:
        """Start empty."""
        super().__init__(parent)
        self.theme, self.boxed = theme, boxed
        self.wrong = False
        self.setFrame(False)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setTextMargins(*((PADDING, 0, PADDING - 2, 0) if boxed else (2, 0, 2, 0)))

    def set_theme(self, theme: Theme) -> None:
        """Take colours and face from `theme`."""
        self.theme = theme
        tint(self, theme, "ink")

    def set_wrong(self, wrong: bool) -> None:
        """Mark what stands in it as refused, or no longer so."""
        if wrong != self.wrong:
            self.wrong = wrong
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The frame, then the text."""
        line = "accent" if self.hasFocus() or self.wrong else "line"
        if self.boxed or self.hasFocus() or self.wrong or self.underMouse():
            painter = begin(self)
            frame(painter, inset(self), self.theme.color("card"), self.theme.color(line), 1.5 if self.wrong else 1.0)
            painter.end()
        super().paintEvent(event)

    def event(self, event: QEvent) -> bool:
        """Leave undo and redo to the experiment as long as nothing has been typed."""
        if event.type() == QEvent.Type.ShortcutOverride and not self.isModified():
            keys = cast(QKeyEvent, event)
            if keys.matches(QKeySequence.StandardKey.Undo) or keys.matches(QKeySequence.StandardKey.Redo):
                event.ignore()
                return False
        return super().event(event)


class NumberField(FramedEdit):
    """The exact value of one parameter.

    Enter commits what was typed and gives the keyboard back, unless it is refused; so does leaving the field. Escape
    reverts and gives it back; arrows and pages step. `released(value)` tells a new value, `moved(value)` one on the way
    there (while its name is dragged), `refused(reason)` why an entry is not taken ("" once all is well again). Numbers are read with a decimal point in every language.
    """

    moved = Signal(float)
    released = Signal(float)
    refused = Signal(str)

    def __init__(
        self, theme: Theme, declared: Parameter, value: float, parent: QWidget | None = None, boxed: bool = False
    ) -> None:
        """Show `value`."""
        super().__init__(theme, boxed, parent)
        self.declared = declared
        self.colour = "ink"
        self.snug = False
        self._number = value
        self._scrub_from: float | None = None
        self._name: QLabel | None = None
        self.setMaxLength(64)
        self.setAlignment(
            Qt.AlignmentFlag.AlignVCenter | (Qt.AlignmentFlag.AlignLeft if boxed else Qt.AlignmentFlag.AlignRight)
        )
        policy = QSizePolicy.Policy.Expanding if boxed else QSizePolicy.Policy.Fixed
        self.setSizePolicy(policy, QSizePolicy.Policy.Fixed)
        self.set_theme(theme)
        self._write()

    def number(self) -> float:
        """The value, apart from what is just being typed."""
        return self._number

    def set_number(self, value: float) -> None:
        """Show `value`, silently. What is being typed stays as long as the value is the same."""
        if value != self._number:
            self._number = value
            self._write()
            self._accept()

    def refuse(self, reason: str) -> None:
        """Show that the entry is not taken, and tell why."""
        self.set_wrong(True)
        self.setToolTip(reason)
        self.refused.emit(reason)

    def set_theme(self, theme: Theme) -> None:
        """Take colours and face from `theme`."""
        super().set_theme(theme)
        tint(self, theme, self.colour)
        self.setFont(theme.mono(13 if self.boxed else 12))
        if self._name is not None:
            self._name.setFont(theme.font(13))
            tint(self._name, theme, "ink")

    def named_inside(self, name: QLabel) -> None:
        """Put its name into the box, before the number."""
        self._name = name
        name.setParent(self)
        name.setFont(self.theme.font(13))
        tint(name, self.theme, "ink")
        self._place_name()

    def follow(self, name: DragLabel) -> None:
        """Let `name` change the number when it is dragged."""
        name.dragged.connect(self._scrub)

    def sizeHint(self) -> QSize:
        """Wide enough for the usual number; if `snug` just as wide as this one, until it is being typed."""
        characters = len(self.text()) if self.snug and not self.hasFocus() else USUAL_LENGTH
        width = QFontMetrics(self.font()).horizontalAdvance("0" * characters)
        return QSize(width + 8, 28) if self.boxed else QSize(width + 8, 18)

    minimumSizeHint = sizeHint  # noqa: N815 - Qt's name

    # -- typing -------------------------------------------------------------------------------------------------------

    def commit(self) -> None:
        """Take what was typed, or say why not."""
        if not self.isModified():
            return
        try:
            value = self._read()
        except SettingsError as error:
            self.refuse(error_words(error))
            return
        self._accept()
        if value == self._number:
            self._write()
        else:
            self._take(value)
            self.released.emit(value)

    def revert(self) -> None:
        """Show the value again instead of what was typed."""
        self._write()
        self._accept()

    def _read(self) -> float:
        text = self.text().strip().replace("−", "-")
        try:
            number = float(text)
        except ValueError:
            allowed = WHOLE_NUMBER if self.declared.kind == "int" else NUMBER
            raise SettingsError("", "type", shown(text), allowed) from None
        try:
            return cast(float, self.declared.check(number))
        except SettingsError as error:
            raise SettingsError("", error.code, signed(text), signed(error.allowed)) from None

    def _take(self, value: float) -> None:
        self._number = value
        self._write()

    def _write(self) -> None:
        text, before = signed(self.declared.format(self._number)), self.text()
        self.setText(text)
        if self.snug and len(text) != len(before):
            self.updateGeometry()
        self.setModified(False)
        self.setCursorPosition(0)

    def _accept(self) -> None:
        if self.wrong:
            self.set_wrong(False)
            self.setToolTip("")
            self.refused.emit("")

    def _scrub(self, steps: int, done: bool) -> None:
        if self._scrub_from is None:
            self._scrub_from = self._number
        value = self.declared.stepped(self._scrub_from, steps) if steps else self._scrub_from
        if value != self._number:
            self._take(value)
            self.moved.emit(value)
        if done:
            began, self._scrub_from = self._scrub_from, None
            if self._number != began:
                self.released.emit(self._number)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter, Escape and the stepping keys; a space is no part of a number, so it is left to the window."""
        key = event.key()
        if key in ENTER:
            self.commit()
            if self.wrong:
                self.selectAll()
            else:
                self.clearFocus()
        elif key == Qt.Key.Key_Escape and (self.isModified() or self.wrong):
            self.revert()
            self.clearFocus()
        elif key in STEPS and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self._step(STEPS[key])
        elif key in (Qt.Key.Key_Space, Qt.Key.Key_Escape) or key in STEPS:
            event.ignore()
            if key == Qt.Key.Key_Escape:
                self.clearFocus()
        else:
            super().keyPressEvent(event)

    def _step(self, count: int) -> None:
        value = self.declared.stepped(self._number, count)
        self._accept()
        if value != self._number:
            self._take(value)
            self.released.emit(value)
        else:
            self._write()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Make room to type."""
        super().focusInEvent(event)
        self.updateGeometry()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Leaving commits; a wrong entry gives way to the value, its reason stays to be read."""
        self.commit()
        if self.wrong:
            self._write()
        super().focusOutEvent(event)
        self.updateGeometry()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the name at the left."""
        super().resizeEvent(event)
        self._place_name()

    def _place_name(self) -> None:
        if self._name is not None:
            width = self._name.sizeHint().width()
            self._name.setGeometry(PADDING, 0, width, self.height())
            self.setTextMargins(PADDING + width + 6, 0, PADDING - 2, 0)
