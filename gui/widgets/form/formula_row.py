"""A row for a formula: what is wrong in it is marked where it stands."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPaintEvent, QPen

from engine.formula_syntax import FormulaError, parse
from engine.parameter import Parameter
from gui.theme import Theme
from gui.widgets.form.editor import EDITORS, Host
from gui.widgets.form.simple import TextField, TextRow
from gui.widgets.painting import begin

# What Qt puts between a cursor and the left edge of its rectangle.
CURSOR_MARGIN = 5


class FormulaField(TextField):
    """A line of text that marks the characters at fault, from when it is refused until it is mended."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self.fault: tuple[int, int] | None = None
        self.textChanged.connect(lambda _text: self._check())

    def set_wrong(self, wrong: bool) -> None:
        """Mark what stands in it as refused; the cursor goes to the fault."""
        super().set_wrong(wrong)
        self._check()
        if self.fault is not None:
            # A line scrolls only until the cursor is in sight: from its end the fault is reached by its start.
            start, end = self.fault
            self.setCursorPosition(start if self.cursorPosition() > start else end)

    def _check(self) -> None:
        """Where the fault is by now."""
        fault = None
        if self.wrong:
            try:
                parse(self.text())
            except FormulaError as error:
                fault = error.place
        if fault != self.fault:
            self.fault = fault
            self.update()

    def marked(self) -> QRectF | None:
        """Where the characters at fault stand, as far as they are in sight; a place between two is a narrow one."""
        if self.fault is None:
            return None
        text, (start, end) = self.text(), self.fault
        width = QFontMetricsF(self.font()).horizontalAdvance
        origin = self.cursorRect().x() + CURSOR_MARGIN - width(text[: self.cursorPosition()])
        left, right = origin + width(text[:start]), origin + width(text[:end])
        room = QRectF(self.rect()).adjusted(4, 4, -4, -4)
        return QRectF(left - 1, room.top(), max(right - left, 4.0) + 2, room.height()).intersected(room)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The text, then a tint and a line under what is wrong in it."""
        super().paintEvent(event)
        area = self.marked()
        if area is None or area.isEmpty():
            return
        painter = begin(self)
        painter.fillRect(area, self.theme.brush("accent", 0.2))
        painter.setPen(QPen(self.theme.color("accent"), 2.0, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
        painter.drawLine(QPointF(area.left(), area.bottom() - 1), QPointF(area.right(), area.bottom() - 1))
        painter.end()


class FormulaRow(TextRow):
    """See the module."""

    FIELD: ClassVar[type[TextField]] = FormulaField


def text_editor(host: Host, path: str, declared: Parameter, small: bool = False) -> TextRow:
    """The row of a text: of a formula, one that marks its faults."""
    return (FormulaRow if declared.style == "formula" else TextRow)(host, path, declared, small)


EDITORS["text"] = text_editor
