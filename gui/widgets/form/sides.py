"""What A and B of a comparison each have of their own: a framed card for each side, with compact rows."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from engine.parameter import Parameter, Settings
from gui.i18n import words
from gui.widgets.form.block import Block
from gui.widgets.form.compact import COMPACT
from gui.widgets.form.editor import EDITORS, SMALL_OVERHANG, Editor, Host, Maker
from gui.widgets.painting import begin, focus_ring, frame, inset, tint
from gui.widgets.side_badge import SideBadge

SIDES = ("a", "b")
GAP = 8
PICKING = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


@dataclass(frozen=True, slots=True)
class Sides:
    """The settings of A, those of B (None: nothing is compared), and which side the hand changes: a, b or both."""

    a: Settings
    b: Settings | None = None
    active: str = "both"

    def target(self, side: str = "") -> str:
        """Whose settings are meant by a side, or by "" (the active one); of both, A's."""
        return "b" if self.b is not None and (side or self.active) == "b" else "a"

    def of(self, side: str = "") -> Settings:
        """The settings that are meant."""
        return self.b if self.b is not None and self.target(side) == "b" else self.a

    def having(self, settings: Settings, side: str = "") -> Sides:
        """The same, with other settings in that place."""
        return replace(self, b=settings) if self.target(side) == "b" else replace(self, a=settings)

    @property
    def letter(self) -> str:
        """The letter of the side that is not shown outside the cards."""
        return "" if self.b is None else "A" if self.active == "b" else "B"

    @property
    def apart(self) -> Settings | None:
        """The settings of that side."""
        return None if self.b is None else self.a if self.active == "b" else self.b


class SideCard(QWidget):
    """One side's group of settings; the frame is in the side's colour while there are two, strong for the active one.

    A click on the card, or Enter where it has the keyboard, tells `picked`.
    """

    picked = Signal()

    def __init__(self, host: Host, path: str, declared: Parameter, side: str) -> None:
        """Build title and rows."""
        super().__init__()
        assert declared.item is not None
        self.host, self.declared, self.side = host.for_side(side), declared, side
        self.compared = self.active = False
        self.setObjectName(self.host.address(path))
        self.badge, self.title = SideBadge(host.theme, side), QLabel()
        self.block = Block(self.host, path, declared.item, small=True, makers=COMPACT)
        head = QHBoxLayout()
        head.setContentsMargins(SMALL_OVERHANG, 0, SMALL_OVERHANG, 1)
        head.setSpacing(9)
        head.addWidget(self.badge)
        head.addWidget(self.title, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(2, 9, 2, 9)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(self.block)
        self.badge.hide()
        self.set_theme()

    def show_value(self, value: Settings, compared: bool, active: bool) -> None:
        """Show one side's values, silently; `compared` with another side, the one that the hand changes if `active`."""
        if (compared, active) != (self.compared, self.active):
            self.compared, self.active = compared, active
            self.badge.setVisible(compared)
            self.setFocusPolicy(Qt.FocusPolicy.TabFocus if compared else Qt.FocusPolicy.NoFocus)
            self.retranslate()
            self.host.rebuilt()
        self.block.show_settings(value)

    def set_theme(self) -> None:
        """Take colours and faces from the host's theme."""
        theme = self.host.theme
        self.badge.set_theme(theme)
        self.title.setFont(theme.font(13, bold=True))
        tint(self.title, theme, "ink")
        self.block.set_theme()
        self.update()

    def retranslate(self) -> None:
        """Set every text again."""
        label = words(self.declared.label)
        name = self.tr("{what} {side}").format(what=label, side=self.side.upper()) if self.compared else label
        self.title.setText(name)
        self.setAccessibleName(name)
        self.setAccessibleDescription(self.tr("the side being changed") if self.active else "")
        self.setToolTip(self.tr("Click to change only this side below") if self.compared and not self.active else "")
        self.block.belong(name if self.compared else "", SIDES.index(self.side) if self.compared else "accent")
        self.block.retranslate()
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click on the card itself makes its side the active one."""
        if self.compared and event.button() == Qt.MouseButton.LeftButton:
            self.picked.emit()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """The end of that click; nobody else's."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """So do Enter and space."""
        if self.compared and self.hasFocus() and event.key() in PICKING:
            self.picked.emit()
        else:
            event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The frame."""
        painter, theme = begin(self), self.host.theme
        line = theme.color(SIDES.index(self.side) if self.compared else "line")
        width = 2.0 if self.active else 1.0
        frame(painter, inset(self, width / 2), theme.color("card"), line, width)
        if self.hasFocus():
            focus_ring(painter, inset(self, 2.5), theme, 5)
        painter.end()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Hide the ring."""
        super().focusOutEvent(event)
        self.update()


class SidesEditor(Editor):
    """A group as a card; while two sides are compared, as a card for each."""

    def __init__(self, host: Host, path: str, declared: Parameter, small: bool = False) -> None:
        """Build A's card; B's comes with the first comparison."""
        super().__init__(host, path, declared, small)
        self.setObjectName("")  # the cards have the addresses
        self.cards: dict[str, SideCard] = {}
        self.column.setSpacing(GAP)
        self.column.setContentsMargins(self.overhang, 4, self.overhang, 4)
        self._card("a")

    def _card(self, side: str) -> SideCard:
        if side not in self.cards:
            card = self.cards[side] = SideCard(self.host, self.path, self.declared, side)
            card.retranslate()
            card.picked.connect(lambda: self.host.activate(side))
            self.column.addWidget(card)
            self.host.rebuilt()
        return self.cards[side]

    def show_value(self, value: Any) -> None:  # noqa: ANN401
        """Shown by side, see `show_sides`."""

    def show_sides(self, values: dict[str, Any], active: str) -> None:
        """Show the values of A, or of A and B, silently."""
        for side, value in values.items():
            self._card(side).show_value(value, len(values) > 1, len(values) > 1 and side == active)
            self.cards[side].show()
        for side in self.cards.keys() - values.keys():
            self.cards[side].hide()

    def show_apart(self, value: Any, letter: str) -> None:  # noqa: ANN401
        """The other side has its own card."""

    def set_theme(self) -> None:
        """Take colours and faces from the host's theme."""
        for card in self.cards.values():
            card.set_theme()

    def retranslate(self) -> None:
        """Set every text again."""
        for card in self.cards.values():
            card.retranslate()


def group_editor(plain: Maker) -> Maker:
    """The editor of a group: a card for each side if it is declared so, else `plain`."""

    def make(host: Host, path: str, declared: Parameter, small: bool) -> Editor:
        return (SidesEditor if declared.style == "card" else plain)(host, path, declared, small)

    return make


EDITORS["group"] = group_editor(EDITORS["group"])
