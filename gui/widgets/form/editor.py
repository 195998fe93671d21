"""What every editor of the form is, and which editor is made for which kind of field."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Protocol

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLayout, QVBoxLayout, QWidget

from engine.parameter import Kind, Parameter, SettingsError
from gui.i18n import words
from gui.theme import Theme
from gui.widgets.painting import signed, tint
from gui.widgets.value_words import value_words

# How far a row's texts and boxes stand in from its sides: the room that the ring of a slider takes at its ends.
OVERHANG, SMALL_OVERHANG = 8, 7
HALF, SMALL_HALF = 128, 104
# In cards a combo takes the room that its label leaves; so wide are the usual labels.
SMALL_LABEL = 66


class Host(Protocol):
    """The form, as its editors see it."""

    @property
    def theme(self) -> Theme:
        """The look of the form."""

    def address(self, path: str) -> str:
        """The object name of the editor for `path`."""

    def for_side(self, side: str) -> Host:
        """The form as the editors of one side ("a", "b") of a comparison see it."""

    def activate(self, side: str) -> None:
        """The hand has made a side the active one."""

    def edit(self, path: str, value: object, done: bool, at: str = "") -> SettingsError | None:
        """Put `value` at `at` (or `path`) and tell that `path` was edited; a refusal is returned, nothing changed."""

    def default(self, path: str) -> Any:  # noqa: ANN401 - whatever stands there
        """What a double click at `path` goes back to."""

    def rebuilt(self) -> None:
        """Editors have come or gone."""

    def picked(self, path: str, index: int) -> None:
        """The hand has selected an entry of the list at `path`."""

    def switched(self, path: str, index: int, shown: bool) -> None:
        """The hand has shown or hidden an entry of the list at `path`."""


class Note(QLabel):
    """The reason why an entry was refused, or quietly what there is to say; takes no room while there is nothing."""

    def __init__(self, theme: Theme, colour: str = "accent") -> None:
        """Empty."""
        super().__init__()
        self.colour = colour
        self.setWordWrap(True)
        self.hide()
        self.set_theme(theme)

    def tell(self, reason: str) -> None:
        """Show `reason`, or nothing if it is empty."""
        self.setText(reason)
        self.setVisible(bool(reason))

    def set_theme(self, theme: Theme) -> None:
        """Take colour and face from `theme`."""
        self.setFont(theme.font(11))
        tint(self, theme, self.colour)


class ApartNote(QLabel):
    """What the other side of a comparison has here ("B 30"), where that is something else; in that side's colour."""

    def __init__(self, theme: Theme, wraps: bool = False) -> None:
        """Nothing to say yet."""
        super().__init__()
        self.side = "b"
        self.setWordWrap(wraps)
        self.hide()
        self.set_theme(theme)

    def tell(self, letter: str, text: str) -> None:
        """Show what side `letter` has; nothing if it is empty."""
        self.side = letter.lower() or self.side
        self.setText(f"{letter} {text}" if letter else "")
        self.setVisible(bool(letter))

    def set_theme(self, theme: Theme) -> None:
        """Take colour and face from `theme`."""
        self.setFont(theme.font(11))
        tint(self, theme, f"badge_{self.side}")


class Editor(QWidget):
    """Shows and changes the value of one field; its `objectName` is the field's address.

    `small` is the look inside cards. `belong` tells to which entry of a list it belongs and in which colour.
    """

    def __init__(self, host: Host, path: str, declared: Parameter, small: bool = False) -> None:
        """Made once for the field at `path`."""
        super().__init__()
        self.host, self.path, self.declared, self.small = host, path, declared, small
        self.owner = ""
        self.colour: str | int = "accent"
        self.overhang = SMALL_OVERHANG if small else OVERHANG
        self.setObjectName(host.address(path))
        self._apart: ApartNote | None = None
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(3)

    def show_value(self, value: Any) -> None:  # noqa: ANN401 - each kind has its own type
        """Show `value`, silently."""
        raise NotImplementedError

    @property
    def needed(self) -> bool:
        """Whether there is anything to be seen of it."""
        return True

    def show_apart(self, value: Any, letter: str) -> None:  # noqa: ANN401
        """Say that side `letter` has `value` here instead; nothing if `letter` is empty."""
        if letter and self._apart is None:
            self._apart = ApartNote(self.host.theme, self.declared.kind == "items")
            self.place_apart(self._apart)
        if self._apart is not None:
            self._apart.tell(letter, value_words(self.declared, value) if letter else "")
            self._apart.set_theme(self.host.theme)

    def place_apart(self, note: ApartNote) -> None:
        """Give that note its place: at the right, below the rest, unless a row has a better one."""
        note.setContentsMargins(self.overhang, 0, self.overhang, 0)
        self.column.addWidget(note)
        if not note.wordWrap():
            self.column.setAlignment(note, Qt.AlignmentFlag.AlignRight)

    def set_theme(self) -> None:
        """Take colours and faces from the host's theme."""
        raise NotImplementedError

    def retranslate(self) -> None:
        """Set every text again."""
        raise NotImplementedError

    def belong(self, owner: str, colour: str | int) -> None:
        """Belong to the entry named `owner`, painted in `colour`."""
        self.owner, self.colour = owner, colour
        self.retranslate()

    def margins(self, layout: QLayout, right_less: int = 0) -> None:
        """Let a layout stand in from the sides; `right_less` for fields that pad themselves."""
        layout.setContentsMargins(self.overhang, 0, self.overhang - right_less, 0)


def address(path: str, side: str = "a") -> str:
    """The object name of the editor for `path`; editors that are B's own have another."""
    return f"{'other' if side == 'b' else 'settings'}.{path}"


def label_text(declared: Parameter, short: bool = False) -> str:
    """Label and symbol, or in cards the symbol alone."""
    if declared.symbol and short:
        return declared.symbol
    label = words(declared.label)
    return f"{label} {declared.symbol}" if declared.symbol and declared.symbol not in label.split() else label


def spoken(declared: Parameter, owner: str, part: str = "") -> str:
    """The accessible name: what it is, and of which entry."""
    return ", ".join(text for text in (label_text(declared), part, owner) if text)


def tip(declared: Parameter) -> str:
    """The tool tip: name, help, limits, unit."""
    lines = [label_text(declared), words(declared.help)]
    if declared.kind in ("float", "int", "vector"):
        lines.append(signed(f"{declared.limits} {declared.unit}".strip()))
    return "\n".join(line for line in lines if line)


Maker = Callable[[Host, str, Parameter, bool], Editor]
EDITORS: dict[Kind, Maker] = {}


def discard(layout: QLayout, widget: QWidget) -> None:
    """Take a widget out of sight and reach now, and delete it when it is safe to."""
    layout.removeWidget(widget)
    widget.hide()
    for each in (widget, *widget.findChildren(QWidget)):
        each.setObjectName("")
    widget.deleteLater()
