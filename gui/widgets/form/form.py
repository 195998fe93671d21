"""The form: the left column, built from a tab's settings."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLayout, QSizePolicy, QVBoxLayout, QWidget

from engine.parameter import Settings, SettingsError, replace_at
from gui.theme import Theme
from gui.widgets.form.block import Block
from gui.widgets.form.defaults import OFFERED, default_at, lengths_kept, offer_length
from gui.widgets.form.editor import address, discard
from gui.widgets.form.items import ItemsEditor
from gui.widgets.form.live import LiveBox, LiveChange
from gui.widgets.form.side_host import SideHost
from gui.widgets.form.sides import Sides, SidesEditor

MARGIN = 1


class ParameterForm(QWidget):
    """Shows settings and turns what the hand does into new settings.

    `edited(settings, path, done, side)`: whole new settings, the path that changed, False while a gesture goes on, and
    "a" or "b" if that side's own card was edited, else "". `activated(side)`: the hand asks for another active side.
    `selected(path, index)` and `shown_changed(path, index, shown)` tell of the cards of the list at `path`; like every
    signal here they are the hand's: showing, selecting and switching from outside is silent. After showing settings
    whose lists have other entries, `shown(path)` and `selected_index(path)` tell how the cards have followed.
    """

    edited = Signal(object, str, bool, str)
    activated = Signal(str)
    selected = Signal(str, int)
    shown_changed = Signal(str, int, bool)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Empty until settings are shown."""
        super().__init__(parent)
        self.theme = theme
        self.live = LiveBox(theme, self)
        self._sides: Sides | None = None
        self._defaults: Settings | None = None
        self._block: Block | None = None
        self._rebuilt = False
        self._above: QWidget | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(MARGIN, 2, MARGIN, 10)
        self._column.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)

    def stand_below(self, above: QWidget) -> None:
        """Let the Tab key come from the widgets in `above`, in their order."""
        self._above = above
        self.rebuilt()

    # -- showing ------------------------------------------------------------------------------------------------------

    def show_settings(self, settings: Settings, unfolded: Mapping[str, int] | None = None) -> None:
        """Show `settings` (A's, if two are compared), silently. Only what has another structure is built anew.

        `unfolded` tells which card of a list is the selected one when the list is first shown, by path.
        """
        sides = self._sides
        self.show_sides(Sides(settings) if sides is None else replace(sides, a=settings), unfolded)

    def show_sides(self, sides: Sides, unfolded: Mapping[str, int] | None = None) -> None:
        """Show both sides of a comparison: the active one's settings, and beside them where the other's differ."""
        self._sides, cls = sides, type(sides.a)
        if type(self._defaults) is not cls or self._block is None:
            self._rebuild(cls)
        assert self._block is not None
        self._block.use(sides.of().unused())
        for path, index in (unfolded or {}).items():
            items = self._list(path)
            if items is not None and not items.cards:
                items.selected = index
        self._show(sides, self._block)
        self._settle()

    def _rebuild(self, cls: type[Settings]) -> None:
        self._defaults = cls()
        self.live.setParent(self)
        if self._block is not None:
            discard(self._column, self._block)
        self._block = Block(self, "", cls)
        self._column.addWidget(self._block)
        live = [name for name, declared in self._block.fields.items() if declared.live]
        if live:
            self._block.put_after(live[-1], self.live)
        self.rebuilt()

    def _show(self, sides: Sides, block: Block) -> None:
        block.show_settings(sides.of())
        for name, editor in block.editors.items():
            if isinstance(editor, SidesEditor):
                both = {"a": sides.a} if sides.b is None else {"a": sides.a, "b": sides.b}
                editor.show_sides({side: getattr(each, name) for side, each in both.items()}, sides.active)
            elif isinstance(editor, ItemsEditor):
                editor.show_sparks(sides.of().sparks(name))
        block.show_apart(sides.apart, sides.letter)
        # What is solved in no time may as well be changed from the start.
        slow = getattr(getattr(sides.a, "mode", None), "slow", False)
        self.live.setVisible(slow and any(f.live and block.used(name) for name, f in block.fields.items()))

    def show_changes(self, changes: Sequence[LiveChange]) -> None:
        """Show the changes on the way, silently."""
        if self.live.show_changes(changes):
            self.rebuilt()
            self._settle()

    def settings(self) -> Settings | None:
        """What is shown now, of the active side."""
        return None if self._sides is None else self._sides.of()

    def sides(self) -> Sides | None:
        """What is shown now, of both."""
        return self._sides

    def set_theme(self, theme: Theme) -> None:
        """Take every colour and face from `theme`."""
        self.theme = theme
        self.live.set_theme(theme)
        if self._block is not None:
            self._block.set_theme()
            self._again()

    def retranslate(self) -> None:
        """Set every text again, in the language that is on."""
        self.live.retranslate()
        if self._block is not None:
            self._block.retranslate()
            self._again()

    def _again(self) -> None:
        if self._sides is not None:
            self.show_sides(self._sides)

    def editor(self, path: str) -> QWidget | None:
        """The editor of the field at `path`; if it stands in a folded card, the card is selected first."""
        for length in range(1, path.count(".") + 1):
            parts = path.split(".")
            items = self._list(".".join(parts[:length]))
            if items is not None and parts[length].isdigit():
                items.select(int(parts[length]))
        self._settle()
        return self.findChild(QWidget, address(path))

    # -- cards --------------------------------------------------------------------------------------------------------

    def _list(self, path: str) -> ItemsEditor | None:
        return self.findChild(ItemsEditor, address(path))

    def select(self, path: str, index: int) -> None:
        """Select a card, silently; what does not exist is ignored."""
        items = self._list(path)
        if items is not None:
            items.select(index)
            self._settle()

    def selected_index(self, path: str) -> int:
        """Which card of the list at `path` is selected; 0 if there is no such list."""
        items = self._list(path)
        return items.selected if items is not None else 0

    def set_shown(self, path: str, index: int, shown: bool) -> None:
        """Switch a card on or off, silently; what does not exist is ignored."""
        items = self._list(path)
        if items is not None:
            items.set_shown(index, shown)

    def shown(self, path: str) -> list[bool]:
        """Which cards of the list at `path` are switched on."""
        items = self._list(path)
        return list(items.shown) if items is not None else []

    # -- what the editors ask for -------------------------------------------------------------------------------------

    def address(self, path: str) -> str:
        """The object name of the editor for `path`."""
        return address(path)

    def for_side(self, side: str) -> SideHost:
        """The form as the editors in one side's card see it."""
        return SideHost(self, side)

    def activate(self, side: str) -> None:
        """The hand has made a side the active one."""
        self.activated.emit(side)

    def edit(self, path: str, value: object, done: bool, at: str = "", side: str = "") -> SettingsError | None:
        """Make new settings with `value` at `at` (or `path`), show them and tell; a refusal is returned instead.

        They are those of `side` if one is named, else of the active one.
        """
        assert self._sides is not None
        base = self._sides.of(side)
        try:
            settings = replace_at(base, at or path, value)
        except SettingsError as error:
            return SettingsError("", error.code, error.found, error.allowed)
        if path.endswith(".kind"):
            settings = offer_length(settings, base, path.removesuffix(".kind"))
        elif path == OFFERED:
            settings = lengths_kept(settings, base)
        self.show_sides(self._sides.having(settings, side))
        self.edited.emit(settings, path, done, side)
        return None

    def default(self, path: str, side: str = "") -> Any:  # noqa: ANN401 - whatever stands there
        """What a double click goes back to."""
        assert self._sides is not None
        return default_at(self._sides.of(side), self._defaults, path)

    def rebuilt(self) -> None:
        """Editors have come or gone: the order of the Tab key is to be set again."""
        self._rebuilt = True

    def picked(self, path: str, index: int) -> None:
        """The hand has selected a card."""
        self._settle()
        self.selected.emit(path, index)

    def switched(self, path: str, index: int, shown: bool) -> None:
        """The hand has switched a card on or off."""
        self.shown_changed.emit(path, index, shown)

    def _settle(self) -> None:
        """Let the Tab key go from top to bottom: Qt's own order is that of making, and rows are made late."""
        if self._rebuilt:
            self._rebuilt = False
            above = [] if self._above is None else tab_stops(self._above)
            stops = [*above, *tab_stops(self)]
            for one, next_one in itertools.pairwise(stops):
                QWidget.setTabOrder(one, next_one)


def tab_stops(widget: QWidget) -> Iterator[QWidget]:
    """The widgets below `widget` that take the keyboard, in the order in which they are laid out."""
    layout = widget.layout()
    if layout is not None:
        yield from _in_layout(layout)


def _in_layout(layout: QLayout) -> Iterator[QWidget]:
    for index in range(layout.count()):
        item = layout.itemAt(index)
        if item is None:
            continue
        inner, widget = item.layout(), item.widget()
        if inner is not None:
            yield from _in_layout(inner)
        elif widget is not None:
            if widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
                yield widget
            yield from tab_stops(widget)
