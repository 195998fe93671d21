"""Rows for a switch and for a line of text."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from engine.parameter import Parameter
from gui.i18n import error_words, words
from gui.theme import Theme
from gui.widgets.form.editor import EDITORS, ApartNote, Editor, Host, Note, label_text, spoken, tip
from gui.widgets.number_field import ENTER, FramedEdit
from gui.widgets.painting import tint
from gui.widgets.row_label import RowLabel
from gui.widgets.toggle import Toggle


class TextField(FramedEdit):
    """A line of text. Enter or leaving it tells `committed`, if anything was typed; Escape reverts.

    Both keys give the keyboard back, unless the text is refused.
    """

    committed = Signal(str)

    def __init__(self, theme: Theme, boxed: bool = True, parent: QWidget | None = None) -> None:
        """Start empty."""
        super().__init__(theme, boxed, parent)
        self._value = ""
        self.set_theme(theme)

    def set_value(self, value: str) -> None:
        """Show `value`, silently. What is being typed stays as long as the value is the same."""
        if value != self._value:
            self._value = value
            self.revert()

    def revert(self) -> None:
        """Show the value again instead of what was typed."""
        self.setText(self._value)
        self.setModified(False)
        self.setCursorPosition(0)
        self.set_wrong(False)

    def commit(self) -> None:
        """Tell what was typed."""
        if self.isModified():
            self.setModified(False)
            if self.text() != self._value:
                self.committed.emit(self.text())

    def set_theme(self, theme: Theme) -> None:
        """Take colours and face from `theme`."""
        super().set_theme(theme)
        self.setFont(theme.font(13))
        self.setMinimumHeight(28 if self.boxed else 18)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Escape."""
        if event.key() in ENTER:
            self.commit()
            if not self.wrong:
                self.clearFocus()
        elif event.key() == Qt.Key.Key_Escape and (self.isModified() or self.wrong):
            self.revert()
            self.clearFocus()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Leaving commits."""
        self.commit()
        super().focusOutEvent(event)


class TextRow(Editor):
    """Label above, the line below; a refused text stays to be mended, with the reason under it."""

    FIELD: ClassVar[type[TextField]] = TextField

    def __init__(self, host: Host, path: str, declared: Parameter, small: bool = False) -> None:
        """Build label, line and note."""
        super().__init__(host, path, declared, small)
        self.label = QLabel()
        if declared.section:
            self.label.hide()
        self.field = self.FIELD(host.theme)
        self.field.setObjectName(host.address(path))
        self.field.committed.connect(self._committed)
        self.note = Note(host.theme)
        self.margins(self.column)
        for widget in (self.label, self.field, self.note):
            self.column.addWidget(widget)
        self.set_theme()
        self.retranslate()

    def _committed(self, text: str) -> None:
        error = self.host.edit(self.path, text, True)
        self.field.set_wrong(error is not None)
        self.note.tell(error_words(error) if error else "")

    def show_value(self, value: str) -> None:
        """Show `value`, silently."""
        self.field.set_value(value)
        if not self.field.wrong:
            self.note.tell("")

    def set_theme(self) -> None:
        """Take colours and faces from the host's theme."""
        self.field.set_theme(self.host.theme)
        self.note.set_theme(self.host.theme)
        self.label.setFont(self.host.theme.font(13))
        tint(self.label, self.host.theme, "ink")

    def retranslate(self) -> None:
        """Set every text again."""
        self.label.setText(label_text(self.declared))
        self.field.setToolTip(tip(self.declared))
        self.field.setAccessibleName(spoken(self.declared, self.owner))
        self.field.setAccessibleDescription(words(self.declared.help))


class BoolRow(Editor):
    """Label at the left, a switch at the right."""

    LABEL = "ink"

    def __init__(self, host: Host, path: str, declared: Parameter, small: bool = False) -> None:
        """Build label, switch and note."""
        super().__init__(host, path, declared, small)
        self._value = False
        self.label = RowLabel()
        self.toggle = Toggle(host.theme)
        self.toggle.setObjectName(host.address(path))
        self.toggle.clicked.connect(self._clicked)
        self.note = Note(host.theme)
        self.head = QHBoxLayout()
        self.head.setSpacing(2)
        self.margins(self.head, right_less=Toggle.ROOM)
        self.head.addWidget(self.label, 1)
        self.head.addWidget(self.toggle)
        self.column.addLayout(self.head)
        self.column.addWidget(self.note)
        self.set_theme()
        self.retranslate()

    def _clicked(self, on: bool) -> None:
        error = self.host.edit(self.path, on, True)
        self.note.tell(error_words(error) if error else "")
        if error:
            self.toggle.setChecked(self._value)

    def show_value(self, value: bool) -> None:
        """Show `value`, silently."""
        self._value = value
        self.toggle.setChecked(value)

    def place_apart(self, note: ApartNote) -> None:
        """Beside the switch."""
        self.head.insertWidget(1, note)

    def set_theme(self) -> None:
        """Take colours and faces from the host's theme."""
        self.toggle.set_theme(self.host.theme)
        self.note.set_theme(self.host.theme)
        self.label.setFont(self.host.theme.font(13))
        tint(self.label, self.host.theme, self.LABEL)

    def retranslate(self) -> None:
        """Set every text again."""
        self.label.setText(label_text(self.declared))
        self.label.setToolTip(tip(self.declared))
        self.toggle.setToolTip(tip(self.declared))
        self.toggle.setAccessibleName(spoken(self.declared, self.owner))
        self.toggle.setAccessibleDescription(words(self.declared.help))
        self.toggle.set_colour(self.colour)


EDITORS["bool"] = BoolRow
EDITORS["text"] = TextRow
