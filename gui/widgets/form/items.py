"""The editor of a list: its heading, "+ add…", and a card for each entry."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout

from engine.parameter import Parameter, Settings, SettingsError, parameters
from gui.i18n import error_words, words
from gui.widgets.form import list_edits
from gui.widgets.form.block import SECTION_GAP, Heading
from gui.widgets.form.buttons import LinkButton
from gui.widgets.form.card import Card
from gui.widgets.form.card_menu import Standing
from gui.widgets.form.editor import EDITORS, Editor, Host, Note, discard

CARD_GAP = 7


class ItemsEditor(Editor):
    """A list of settings as cards, one of them selected.

    Which entry is selected and which are shown is view, no setting: it follows the entries when they move, and is told
    to the host only when the hand changes it.
    """

    def __init__(self, host: Host, path: str, declared: Parameter, small: bool = False) -> None:
        """Build the heading; the cards come with the first value."""
        super().__init__(host, path, declared, small)
        assert declared.item is not None
        self.item = declared.item
        self.switches = declared.style == "switches" or not list_edits.shape_of(self.item).name
        self.entries: tuple[Settings, ...] = ()
        self.cards: list[Card] = []
        self.shown: list[bool] = []
        self.selected = 0
        self.heading = Heading(host.theme, declared.section or declared.label)
        self.add = LinkButton(host.theme)
        self.add.setObjectName(f"add.{path}")
        self.add.clicked.connect(self._add_clicked)
        self.note = Note(host.theme)
        head = QHBoxLayout()
        head.setContentsMargins(self.overhang, SECTION_GAP, self.overhang - 4, 0)
        head.addWidget(self.heading, 1)
        head.addWidget(self.add)
        self.stack = QVBoxLayout()
        self.stack.setSpacing(CARD_GAP)
        self.margins(self.stack)
        self.column.setSpacing(4)
        self.column.addLayout(head)
        self.column.addLayout(self.stack)
        self.column.addWidget(self.note)
        self.note.setContentsMargins(self.overhang, 0, self.overhang, 0)
        self.retranslate()

    # -- showing ------------------------------------------------------------------------------------------------------

    def show_value(self, value: Sequence[Settings]) -> None:
        """Show the entries, silently; cards are kept by place."""
        if value is self.entries:
            return
        before, at_selected = list_edits.followed(self.entries, value), self._has_keyboard()
        self.shown = [True if old is None else self.shown[old] for old in before]
        self.selected = before.index(self.selected) if self.selected in before else self.selected
        self.selected = max(0, min(self.selected, len(value) - 1))
        changed = len(value) != len(self.entries)
        self.entries = tuple(value)
        while len(self.cards) > len(value):
            discard(self.stack, self.cards.pop())
            self.host.rebuilt()
        while len(self.cards) < len(value):
            self._new_card()
        if changed:
            self._limit()
        self._show_cards()
        if at_selected and self.cards:
            self.cards[self.selected].setFocus()

    def _has_keyboard(self) -> bool:
        """Whether the selected card has it: it then goes along with the selection."""
        return self.selected < len(self.cards) and self.cards[self.selected].hasFocus()

    def _new_card(self) -> None:
        card = Card(self.host, f"{self.path}.{len(self.cards)}", self.item, self.switches)
        index = len(self.cards)
        card.acted.connect(lambda what: self._act(index, what))
        card.switched.connect(lambda shown: self._switch(index, shown))
        self.cards.append(card)
        self.stack.addWidget(card)
        self.host.rebuilt()

    def _show_cards(self) -> None:
        for index, card in enumerate(self.cards):
            standing = Standing(index, len(self.entries), self.no_more(), self.no_fewer())
            card.show_entry(self.entries, standing)
            card.set_selected(index == self.selected, self.entries)
            card.set_shown(self.shown[index])

    def show_sparks(self, sparks: Sequence[tuple[float, ...]]) -> None:
        """Show a small curve beside the name of each entry for which there is one."""
        for card, values in zip(self.cards, sparks, strict=False):
            card.show_spark(values)

    def select(self, index: int) -> None:
        """Select the entry `index`, silently; one that does not exist is ignored."""
        if 0 <= index < len(self.entries) and index != self.selected:
            self.selected = index
            self._show_cards()

    def set_shown(self, index: int, shown: bool) -> None:
        """Show or hide the entry `index`, silently; one that does not exist is ignored."""
        if 0 <= index < len(self.entries) and shown != self.shown[index]:
            self.shown[index] = shown
            self._show_cards()

    # -- limits -------------------------------------------------------------------------------------------------------

    def no_more(self) -> str:
        """Why nothing can be added, or ""."""
        full = len(self.entries) >= self.declared.high
        return self.tr("There can be {n} at most.").format(n=int(self.declared.high)) if full else ""

    def no_fewer(self) -> str:
        """Why nothing can be removed, or ""."""
        least = len(self.entries) <= self.declared.low
        return self.tr("There must be {n} at least.").format(n=int(self.declared.low)) if least else ""

    def _limit(self) -> None:
        reason = self.no_more()
        self.add.setEnabled(not reason)
        self.add.setToolTip(reason or words(self.declared.help) or self.add.accessibleName())
        self.note.tell("")

    # -- the hand -----------------------------------------------------------------------------------------------------

    def _act(self, index: int, what: str) -> None:
        if what == "pick":
            self._pick(index)
        elif what in ("previous", "next"):
            to = index + (1 if what == "next" else -1)
            if 0 <= to < len(self.cards):
                self._pick(to)
                self.cards[to].setFocus(Qt.FocusReason.TabFocusReason)
        elif what == "remove":
            self._remove(index)
        elif what == "duplicate":
            self._insert(index + 1, list_edits.copied(self.entries, index))
        else:
            self._move(index, index + (1 if what == "down" else -1))

    def _pick(self, index: int) -> None:
        if index != self.selected:
            self.select(index)
            self.host.picked(self.path, index)

    def _switch(self, index: int, shown: bool) -> None:
        self.shown[index] = shown
        self.host.switched(self.path, index, shown)

    def _remove(self, index: int) -> None:
        if self.no_fewer():
            self.note.tell(self.no_fewer())
        elif self._change(list_edits.removed(self.entries, index)) and self.cards:
            self.cards[min(index, len(self.cards) - 1)].setFocus()

    def _move(self, index: int, to: int) -> None:
        if 0 <= to < len(self.entries) and self._change(list_edits.moved(self.entries, index, to)):
            self.cards[to].setFocus()

    def _insert(self, index: int, entry: Settings) -> None:
        if self.no_more():
            self.note.tell(self.no_more())
        elif self._change(list_edits.inserted(self.entries, index, entry), select=index):
            self.cards[index].setFocus()

    def _change(self, entries: tuple[Settings, ...], select: int | None = None) -> bool:
        """Put other entries; then tell how selection and switches have followed them. False if refused."""
        before, chosen = list(self.shown), self._chosen()
        error = self.host.edit(self.path, entries, True)
        self.note.tell(error_words(error) if error else "")
        if error:
            return False
        for index, shown in enumerate(self.shown):
            if index >= len(before) or before[index] != shown:
                self.host.switched(self.path, index, shown)
        if select is not None:
            self.select(select)
        place, entry = self._chosen()
        if entry is not None and (place != chosen[0] or entry is not chosen[1]):
            self.host.picked(self.path, self.selected)
        return True

    def _chosen(self) -> tuple[int, Settings | None]:
        return self.selected, self.entries[self.selected] if self.entries else None

    def _add_clicked(self) -> None:
        rule = list_edits.shape_of(self.item).rule
        if not rule:
            self.add_entry("")
            return
        menu = QMenu(self)
        menu.setObjectName(f"menu.{self.path}")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for kind, cls in (parameters(self.item)[rule].registry or {}).items():
            action = menu.addAction(words(list_edits.rule_name(cls)))
            action.setObjectName(kind)
            action.triggered.connect(lambda _checked=False, kind=kind: self.add_entry(kind))
        menu.popup(self.add.mapToGlobal(QPoint(0, self.add.height())))

    def add_entry(self, kind: str) -> None:
        """Add an entry with the rule `kind` at the end, and select it."""
        try:
            entry = list_edits.new_entry(self.declared, self.entries, kind)
        except SettingsError as error:
            self.note.tell(error_words(error))
            return
        self._insert(len(self.entries), entry)

    # -- look ---------------------------------------------------------------------------------------------------------

    def set_theme(self) -> None:
        """Take colours and faces from the host's theme."""
        for widget in (self.heading, self.add, self.note):
            widget.set_theme(self.host.theme)
        for card in self.cards:
            card.set_theme()

    def retranslate(self) -> None:
        """Set every text again."""
        self.heading.retranslate()
        self.add.setText("+ " + self.tr("add…"))
        self.add.setAccessibleName(self.tr("Add to: {list}").format(list=words(self.declared.label)))
        self.add.updateGeometry()
        self._limit()
        for card in self.cards:
            card.retranslate()


EDITORS["items"] = ItemsEditor
