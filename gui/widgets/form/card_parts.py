"""The parts of a card that need more than a plain editor: its name, its main number, the rule it is about."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from engine.parameter import Parameter, Settings, SettingsError, join
from gui.theme import Theme
from gui.widgets.form.editor import Host, Note, discard, spoken, tip
from gui.widgets.form.list_edits import numbers_of, with_kind
from gui.widgets.form.numbers import NumberPair
from gui.widgets.form.rules import RuleEditor
from gui.widgets.form.simple import TextField
from gui.widgets.number_field import ENTER, DragLabel
from gui.widgets.painting import begin, tint


class NameField(TextField):
    """A card's name: plain bold text, a line edit only while it is being renamed."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        """Not being renamed."""
        super().__init__(theme, boxed=False, parent=parent)
        self._from_card = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._set_open(False)

    def _set_open(self, is_open: bool) -> None:
        self.setReadOnly(not is_open)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if is_open else Qt.FocusPolicy.NoFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents, not is_open)

    def open(self) -> None:
        """Begin to rename; the keyboard then goes back to the card if it was there."""
        card = self.parentWidget()
        self._from_card = card is not None and card.hasFocus()
        self._set_open(True)
        self.setFocus()
        self.selectAll()

    def set_theme(self, theme: Theme) -> None:
        """Take colours and face from `theme`."""
        super().set_theme(theme)
        self.setFont(theme.font(13, bold=True))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The name, cut where it has no room; the line edit itself while it is being renamed.

        A line edit raises Japanese letters by some pixels, where they come from another face than the Latin ones.
        """
        if not self.isReadOnly() or self.wrong:
            super().paintEvent(event)
            return
        painter, metrics = begin(self), self.fontMetrics()
        painter.setFont(self.font())
        painter.setPen(self.palette().color(self.foregroundRole()))
        left = self.textMargins().left() + 2
        text = metrics.elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width() - 2 * left)
        painter.drawText(left, (self.height() - metrics.height() + 1) // 2 + metrics.ascent(), text)
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Escape end it, unless the name is refused."""
        super().keyPressEvent(event)
        card = self.parentWidget()
        if event.key() in (*ENTER, Qt.Key.Key_Escape) and not self.wrong:
            self.clearFocus()
            if self._from_card and card is not None:
                card.setFocus()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Leaving ends it; a refused name gives way to the old one."""
        super().focusOutEvent(event)
        self.revert()
        self._set_open(False)


class HeadNumber:
    """The main number of an entry: symbol and value in the card's head, the slider below."""

    def __init__(self, host: Host, path: str, declared: Parameter, note: Note, card: QWidget) -> None:
        """Not laid out yet."""
        self.host, self.declared = host, declared
        self.symbol = DragLabel(declared.symbol, card)
        self.pair = NumberPair(host, path, declared, note, card, small=True)
        self.pair.field.colour, self.pair.field.snug = "quiet", True
        self.pair.field.follow(self.symbol)
        self.set_theme()

    def lay_out(self, head: QHBoxLayout, below: QVBoxLayout) -> None:
        """Take the places in the card."""
        assert self.pair.slider is not None
        head.addWidget(self.symbol)
        head.addWidget(self.pair.field)
        below.addWidget(self.pair.slider)

    def take_out(self, head: QHBoxLayout, below: QVBoxLayout) -> None:
        """Leave them for good."""
        assert self.pair.slider is not None
        discard(head, self.symbol)
        discard(head, self.pair.field)
        discard(below, self.pair.slider)
        self.pair.deleteLater()

    def show_value(self, value: float) -> None:
        """Show `value`, silently."""
        self.pair.show_value(value)

    def set_theme(self) -> None:
        """Take colours and faces from the host's theme."""
        self.pair.set_theme()
        self.symbol.setFont(self.host.theme.mono(12))
        tint(self.symbol, self.host.theme, "quiet")

    def belong(self, owner: str, colour: str | int) -> None:
        """Belong to the entry named `owner`."""
        self.symbol.setToolTip(tip(self.declared))
        self.pair.dress(spoken(self.declared, owner), colour)


class MainRuleEditor(RuleEditor):
    """The rule that a card is about, without the numbers that stand in the card's face.

    With another kind, a name that came from the old one follows.
    """

    def __init__(self, host: Host, path: str, declared: Parameter, most_in_face: int) -> None:
        """`most_in_face` numbers stand in the card's face; if several, the choice of kind is left out."""
        self._most = most_in_face
        super().__init__(host, path, declared, small=True, fixed=most_in_face > 1)
        self.entries: Sequence[Settings] = ()
        self.index = 0

    def skipped(self, rule: type[Settings]) -> Collection[str]:
        """The numbers in the face."""
        return numbers_of(rule)[: self._most]

    def change(self, kind: str) -> SettingsError | None:
        """Change the whole entry, told as a change of kind."""
        try:
            entry = with_kind(self.entries, self.index, kind)
        except SettingsError as error:
            return error
        return self.host.edit(join(self.path, "kind"), entry, True, at=self.path.rpartition(".")[0])
