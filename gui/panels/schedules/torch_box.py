"""The same schedule in PyTorch, to be copied."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QFocusEvent, QFontMetrics, QGuiApplication, QPaintEvent, QResizeEvent, QTextOption
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPlainTextEdit, QSizePolicy, QVBoxLayout, QWidget

from gui.theme import Theme
from gui.widgets.caption import Caption
from gui.widgets.form.buttons import LinkButton
from gui.widgets.inspector import SectionTitle
from gui.widgets.painting import begin, frame, inset, tint
from gui.widgets.themed import INSET

PAD = 6
BREAK = "\u200b"  # no character, but a place where a line may be broken


class CodeText(QPlainTextEdit):
    """Lines of code that can be selected; as high as they are."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setViewportMargins(PAD, PAD - 2, PAD, PAD - 2)
        self.document().setDocumentMargin(0)
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Take colours and the face of numbers from `theme`."""
        self.theme = theme
        self.setFont(theme.mono(11))
        tint(self, theme, "ink")
        tint(self.viewport(), theme, "ink")
        self.viewport().setAutoFillBackground(False)
        self._fit()

    def show_code(self, code: str) -> None:
        """Show these lines."""
        text = code.replace(".", BREAK + ".")
        if text != self.toPlainText():
            self.setPlainText(text)
            self._fit()

    def createMimeDataFromSelection(self) -> QMimeData:
        """What is copied by hand is code, without the places where lines may break."""
        data = QMimeData()
        data.setText(self.textCursor().selection().toPlainText().replace(BREAK, ""))
        return data

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The card shows it."""
        super().focusInEvent(event)
        self._tell_card()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The card shows it no more."""
        super().focusOutEvent(event)
        self._tell_card()

    def _tell_card(self) -> None:
        card = self.parentWidget()
        if card is not None:
            card.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width breaks lines elsewhere."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        lines, block = 0, self.document().begin()
        while block.isValid():
            lines += max(1, block.layout().lineCount())
            block = block.next()
        self.setFixedHeight(lines * QFontMetrics(self.font()).lineSpacing() + 2 * PAD)


class Framed(QWidget):
    """A card round the code."""

    def __init__(self, theme: Theme, text: CodeText) -> None:
        super().__init__()
        self.theme, self.text = theme, text
        column = QVBoxLayout(self)
        column.setContentsMargins(round(INSET), 2, round(INSET), 0)
        column.addWidget(text)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The card; its line is the accent while the code has the keyboard."""
        painter = begin(self)
        line = "accent" if self.text.hasFocus() else "line"
        area = inset(self).adjusted(INSET, 2, -INSET, 0)
        frame(painter, area, self.theme.color("card"), self.theme.color(line))
        painter.end()


class TorchBox(QWidget):
    """Heading with a button that copies, the code, and what differs from PyTorch if anything does."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.heading, self.copy, self.code = SectionTitle(theme), LinkButton(theme), CodeText(theme)
        self._text = ""
        self.frame, self.note = Framed(theme, self.code), Caption(theme, 11)
        self.note.setContentsMargins(round(INSET), 5, round(INSET), 0)
        column, row = QVBoxLayout(self), QHBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        row.setContentsMargins(0, 0, round(INSET) - 4, 0)
        row.addWidget(self.heading, 1)
        row.addWidget(self.copy)
        column.addLayout(row)
        column.addWidget(self.frame)
        column.addWidget(self.note)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.copy.clicked.connect(self._copy)

    def show_code(self, code: str, note: str = "") -> None:
        """Show these lines; `note` says where Kobai's numbers are others than PyTorch's."""
        self._text = code
        self.code.show_code(code)
        self.note.setText(note)
        self.note.setVisible(bool(note))
        self.copy.setEnabled(bool(code))

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._text)

    def retranslate(self) -> None:
        """Set the fixed texts again."""
        self.heading.set_title(self.tr("The same in PyTorch"))
        self.copy.setText(self.tr("Copy"))
        self.copy.setAccessibleName(self.tr("Copy the PyTorch code"))
        self.code.setAccessibleName(self.tr("PyTorch code"))

    def set_theme(self, theme: Theme) -> None:
        """Take every colour from `theme`."""
        self.frame.theme = theme
        for part in (self.heading, self.copy, self.code, self.note):
            part.set_theme(theme)
        self.frame.update()
