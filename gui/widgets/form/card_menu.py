"""The menu of a card: all that can be done to one entry of a list."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QMenu, QWidget

from gui.theme import Theme
from gui.theme.icons import icon
from gui.widgets.slider import DASHED_FROM
from gui.widgets.swatch import swatch_icon


@dataclass(frozen=True, slots=True)
class Standing:
    """Where an entry stands, and why something cannot be done with it ("" if it can)."""

    index: int = 0
    count: int = 1
    no_more: str = ""
    no_fewer: str = ""


class ColourMenu(QMenu):
    """The colours of the series; `picked(number)` tells the choice."""

    picked = Signal(int)

    def __init__(self, theme: Theme, numbers: Sequence[int], current: int, parent: QWidget) -> None:
        """Offer `numbers`, with `current` marked."""
        super().__init__(parent)
        self.setTitle(self.tr("Colour"))
        for number in numbers:
            action = self.addAction(swatch_icon(theme, number), self._name(number))
            font = action.font()
            font.setBold(number == current)
            action.setFont(font)
            action.triggered.connect(lambda _checked=False, number=number: self.picked.emit(number))

    def _name(self, number: int) -> str:
        names = (
            self.tr("Blue"),
            self.tr("Vermilion"),
            self.tr("Green"),
            self.tr("Pink"),
            self.tr("Amber"),
            self.tr("Sky blue"),
        )
        name = names[number % len(names)]
        return self.tr("{colour}, dashed").format(colour=name) if number >= DASHED_FROM else name


class CardMenu(QMenu):
    """Rename, duplicate, move, colour, remove; `acted(what)` and `coloured(number)` tell the choice."""

    acted = Signal(str)
    coloured = Signal(int)

    def __init__(
        self, theme: Theme, standing: Standing, renamable: bool, colours: Sequence[int], current: int, parent: QWidget
    ) -> None:
        """Offer what the entry's kind and standing allow."""
        super().__init__(parent)
        self.theme = theme
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setToolTipsVisible(True)
        if renamable:
            self._offer("rename", self.tr("Rename") + "\tF2", "")
        if colours:
            menu = ColourMenu(theme, colours, current, self)
            menu.picked.connect(self.coloured)
            self.addMenu(menu)
        self._offer("duplicate", self.tr("Duplicate"), "duplicate", standing.no_more)
        self.addSeparator()
        first, last = standing.index == 0, standing.index == standing.count - 1
        self._offer("up", self.tr("Move up") + "\tAlt+↑", "up", self.tr("It is the first.") if first else "")
        self._offer("down", self.tr("Move down") + "\tAlt+↓", "down", self.tr("It is the last.") if last else "")
        self.addSeparator()
        self._offer("remove", self.tr("Remove") + "\t" + self.tr("Del"), "remove", standing.no_fewer)

    def _offer(self, what: str, text: str, symbol: str, reason: str = "") -> None:
        action = self.addAction(text)
        if symbol:
            action.setIcon(icon(self.theme, symbol, "quiet", 16))
        action.setObjectName(what)
        action.setEnabled(not reason)
        action.setToolTip(reason)
        action.triggered.connect(lambda: self.acted.emit(what))
