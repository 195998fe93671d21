"""The form: the left column, built from a tab's settings."""

from __future__ import annotations

import dataclasses
import itertools
from collections.abc import Iterator, Mapping
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLayout, QSizePolicy, QVBoxLayout, QWidget

from engine.parameter import Settings, SettingsError, get_at, parameters, replace_at
from gui.theme import Theme
from gui.widgets.form.block import Block
from gui.widgets.form.editor import address, discard
from gui.widgets.form.items import ItemsEditor

MARGIN = 1
# A schedule's field that asks for a number of steps, and the tab's field that answers: the length of the run.
ASKED, OFFERED = "total_steps", "steps"


class ParameterForm(QWidget):
    """Shows settings and turns what the hand does into new settings.

    `edited(settings, path, done)`: whole new settings, the path that changed, False while a gesture goes on.
    `selected(path, index)` and `shown_changed(path, index, shown)` tell of the cards of the list at `path`; like every
    signal here they are the hand's: showing, selecting and switching from outside is silent. After showing settings
    whose lists have other entries, `shown(path)` and `selected_index(path)` tell how the cards have followed.
    """

    edited = Signal(object, str, bool)
    selected = Signal(str, int)
    shown_changed = Signal(str, int, bool)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Empty until settings are shown."""
        super().__init__(parent)
        self.theme = theme
        self._settings: Settings | None = None
        self._defaults: Settings | None = None
        self._block: Block | None = None
        self._rebuilt = False
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(MARGIN, 10, MARGIN, 10)
        self._column.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)

    # -- showing ------------------------------------------------------------------------------------------------------

    def show_settings(self, settings: Settings, unfolded: Mapping[str, int] | None = None) -> None:
        """Show `settings`, silently. Only what has another structure is built anew.

        `unfolded` tells which card of a list is the selected one when the list is first shown, by path.
        """
        before, self._settings = self._settings, settings
        if type(settings) is not type(before) or self._block is None:
            self._defaults = type(settings)()
            if self._block is not None:
                discard(self._column, self._block)
            self._block = Block(self, "", type(settings))
            self._column.addWidget(self._block)
            self.rebuilt()
        for path, index in (unfolded or {}).items():
            items = self._list(path)
            if items is not None and not items.cards:
                items.selected = index
        self._block.show_settings(settings)
        self._settle()

    def settings(self) -> Settings | None:
        """What is shown now."""
        return self._settings

    def set_theme(self, theme: Theme) -> None:
        """Take every colour and face from `theme`."""
        self.theme = theme
        if self._block is not None:
            self._block.set_theme()

    def retranslate(self) -> None:
        """Set every text again, in the language that is on."""
        if self._block is not None:
            self._block.retranslate()

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

    def edit(self, path: str, value: object, done: bool, at: str = "") -> SettingsError | None:
        """Make new settings with `value` at `at` (or `path`), show them and tell; a refusal is returned instead."""
        try:
            settings = replace_at(self._settings, at or path, value)  # type: ignore[type-var]
        except SettingsError as error:
            return SettingsError("", error.code, error.found, error.allowed)
        assert isinstance(settings, Settings)
        if path.endswith(".kind"):
            settings = self._offer_length(settings, path.removesuffix(".kind"))
        self.show_settings(settings)
        self.edited.emit(settings, path, done)
        return None

    def _offer_length(self, settings: Settings, path: str) -> Settings:
        """A rule just chosen at `path` that asks for a number of steps is offered those of the run."""
        new, old = get_at(settings, path), get_at(self._settings, path)
        if ASKED not in parameters(type(new)) or ASKED in parameters(type(old)):
            return settings
        try:
            return replace_at(settings, f"{path}.{ASKED}", getattr(settings, OFFERED, getattr(new, ASKED)))
        except SettingsError:
            return settings

    def default(self, path: str) -> Any:  # noqa: ANN401 - whatever stands there
        """The value at `path` in the tab's default settings if the same rule stands there, else the field's default."""
        parent, _, name = path.rpartition(".")
        here = get_at(self._settings, parent)
        if name == ASKED and parent and hasattr(self._settings, OFFERED):
            return getattr(self._settings, OFFERED)
        try:
            usual = get_at(self._defaults, parent)
        except SettingsError:
            usual = None
        if type(usual) is type(here):
            return usual[int(name)] if isinstance(usual, tuple) else getattr(usual, name)
        if isinstance(here, tuple):
            return self.default(parent)[int(name)]
        return next(field.default for field in dataclasses.fields(here) if field.name == name)

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
            stops = list(tab_stops(self))
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
