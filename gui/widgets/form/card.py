"""One entry of a list as a card: colour, name, its main numbers, and when selected all the rest."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QEnterEvent, QFocusEvent, QKeyEvent, QMouseEvent, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from engine.parameter import Settings, join, parameters
from gui.i18n import error_words, words
from gui.widgets.form.block import SMALL_GAP, Block
from gui.widgets.form.buttons import DotsButton
from gui.widgets.form.card_menu import CardMenu, ColourMenu, Standing
from gui.widgets.form.card_parts import HeadNumber, MainRuleEditor, NameField
from gui.widgets.form.editor import SMALL_OVERHANG, Host, Note, discard
from gui.widgets.form.list_edits import colour_of, numbers_of, shape_of, title_of
from gui.widgets.form.numbers import InlineRow
from gui.widgets.form.spark import Spark
from gui.widgets.painting import begin, focus_ring, frame, inset
from gui.widgets.swatch import ROOM, SwatchButton, TickSwatch
from gui.widgets.toggle import Toggle

GAP, MOST_INLINE = 5, 3
KEYS: dict[int, str] = {
    Qt.Key.Key_F2: "rename",
    Qt.Key.Key_Delete: "remove",
    Qt.Key.Key_Up: "previous",
    Qt.Key.Key_Down: "next",
}
# Delete first frames what it would remove.
PICKING = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space, Qt.Key.Key_Delete)


class Card(QWidget):
    """An entry in one of two looks: ticked box, main number and slider; or with `switches` swatch, switch and lines.

    `acted(what)` tells what the hand asks for: `pick remove duplicate up down previous next`.
    """

    acted = Signal(str)
    switched = Signal(bool)

    def __init__(self, host: Host, path: str, cls: type[Settings], switches: bool) -> None:
        """Build head, note and frame; the numbers come with the first entry, the rest when first selected."""
        super().__init__()
        self.host, self.path, self.cls, self.switches = host, path, cls, switches
        self.shape, self.standing = shape_of(cls), Standing()
        self.entry: Settings | None = None
        self.selected = False
        self.colour = 0
        self.numbers: dict[str, HeadNumber | InlineRow] = {}
        self.rule: MainRuleEditor | None = None
        self.rest: Block | None = None
        self.spark: Spark | None = None
        self.setObjectName(host.address(path))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.note = Note(host.theme)
        self.note.setContentsMargins(SMALL_OVERHANG, 0, SMALL_OVERHANG, 0)
        self._build_head()
        self._build_column()

    # -- building -----------------------------------------------------------------------------------------------------

    def _build_head(self) -> None:
        theme = self.host.theme
        self.name = NameField(theme, self)
        self.name.committed.connect(self._rename)
        self.dots = DotsButton(theme, self)
        self.dots.clicked.connect(lambda: self.open_menu(self.dots.mapToGlobal(QPoint(0, self.dots.height()))))
        self.swatch = SwatchButton(theme, self) if self.switches else None
        self.box: TickSwatch | Toggle = Toggle(theme, self) if self.switches else TickSwatch(theme, self)
        self.box.setChecked(True)
        self.box.setObjectName(f"shown.{self.path}")
        self.box.clicked.connect(self.switched)
        self.head = QHBoxLayout()
        self.head.setSpacing(2)
        self.head.setContentsMargins(SMALL_OVERHANG - ROOM, 0, SMALL_OVERHANG - (2 if self.switches else 4), 0)
        self.head.addWidget(self.box if self.swatch is None else self.swatch)
        self.head.addSpacing(GAP - 4)
        self.head.addWidget(self.name, 1)
        self.head.addWidget(self.dots)
        if self.swatch is not None:
            self.swatch.clicked.connect(self._open_colours)
            self.swatch.setEnabled(bool(self.shape.colour))
            self.head.addWidget(self.box)

    def _build_column(self) -> None:
        self.below = QVBoxLayout()
        self.below.setSpacing(SMALL_GAP)
        self.body = QWidget()
        self.body_column = QVBoxLayout(self.body)
        self.body_column.setContentsMargins(0, 4, 0, 3)
        self.body_column.setSpacing(SMALL_GAP)
        self.body.hide()
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(3, 6 if self.switches else 7, 3, 6 if self.switches else 3)
        self.column.setSpacing(5 if self.switches else 2)
        self.column.addLayout(self.head)
        self.column.addLayout(self.below)
        self.column.addWidget(self.note)
        self.column.addWidget(self.body)

    def _build_numbers(self, rule: type[Settings]) -> None:
        for old in self.numbers.values():
            if isinstance(old, HeadNumber):
                old.take_out(self.head, self.below)
            else:
                discard(self.below, old)
        self.numbers = {}
        for key in numbers_of(rule)[: MOST_INLINE if self.switches else 1]:
            path, declared = join(join(self.path, self.shape.rule), key), parameters(rule)[key]
            if self.switches:
                row = InlineRow(self.host, path, declared, small=True)
                self.below.addWidget(row)
                self.numbers[key] = row
            else:
                number = HeadNumber(self.host, path, declared, self.note, self)
                number.lay_out(self.head, self.below)
                self.numbers[key] = number
        self.host.rebuilt()

    def _build_body(self) -> None:
        fields = parameters(self.cls)
        if self.shape.rule:
            most = MOST_INLINE if self.switches else 1
            path = join(self.path, self.shape.rule)
            self.rule = MainRuleEditor(self.host, path, fields[self.shape.rule], most)
            self.body_column.addWidget(self.rule)
        own = {self.shape.rule, self.shape.name, self.shape.colour}
        self.rest = Block(self.host, self.path, self.cls, small=True, skip=own)
        self.body_column.addWidget(self.rest)
        self._belong()
        self.host.rebuilt()

    # -- showing ------------------------------------------------------------------------------------------------------

    def show_entry(self, entries: Sequence[Settings], standing: Standing) -> None:
        """Show the entry at its standing in `entries`, silently."""
        entry, before = entries[standing.index], self.entry
        self.standing = standing
        if self.rule is not None:
            self.rule.entries, self.rule.index = entries, standing.index
        if entry is before:
            return
        self.entry = entry
        if self.shape.rule:
            self._show_numbers(getattr(entry, self.shape.rule), before)
        colour = colour_of(entry, standing.index)
        if before is None or colour != self.colour or title_of(entry) != title_of(before):
            self.colour = colour
            self._belong()
        self._show_body(entries)

    def _show_numbers(self, rule: Settings, before: Settings | None) -> None:
        if before is None or type(getattr(before, self.shape.rule)) is not type(rule):
            self._build_numbers(type(rule))
            self._belong()
        for key, number in self.numbers.items():
            number.show_value(getattr(rule, key))

    def _show_body(self, entries: Sequence[Settings]) -> None:
        if not self.selected or self.entry is None:
            return
        if self.rest is None:
            self._build_body()
        assert self.rest is not None
        if self.rule is not None:
            self.rule.entries, self.rule.index = entries, self.standing.index
            self.rule.show_value(getattr(self.entry, self.shape.rule))
        self.rest.show_settings(self.entry)
        full = bool(self.rest.fields) or (self.rule is not None and not self.rule.isHidden())
        self.body.setVisible(full)

    def show_spark(self, values: tuple[float, ...]) -> None:
        """Show a small curve beside the name; none where there are no values."""
        if self.spark is None and values:
            self.spark = Spark(self.host.theme, self)
            self.head.insertWidget(self.head.indexOf(self.dots), self.spark)
            self.spark.set_colour(self.colour)
        if self.spark is not None:
            self.spark.show_values(values)

    def set_selected(self, selected: bool, entries: Sequence[Settings]) -> None:
        """Unfold or fold, silently."""
        if selected == self.selected:
            return
        self.selected = selected
        self.dots.set_prominent(selected)
        self.dots.setFocusPolicy(Qt.FocusPolicy.TabFocus if selected else Qt.FocusPolicy.NoFocus)
        self.body.hide()
        self._show_body(entries)
        self.update()

    def set_shown(self, shown: bool) -> None:
        """Set the box, silently."""
        self.box.setChecked(shown)

    def title(self) -> str:
        """What the entry is called, in the language that is on."""
        if self.entry is None:
            return ""
        title = title_of(self.entry)
        return title if shape_of(type(self.entry)).name else words(title)

    def _belong(self) -> None:
        title = self.title()
        self.name.set_value(title)
        self.setAccessibleName(title)
        self.box.set_colour(self.colour)
        self.box.setAccessibleName(self.tr("Show {name}").format(name=title))
        self.box.setToolTip(self.box.accessibleName())
        self.dots.setAccessibleName(self.tr("More for {name}").format(name=title))
        self.dots.setToolTip(self.tr("Rename, duplicate, move, remove"))
        if self.swatch is not None:
            self.swatch.set_colour(self.colour)
            self.swatch.setAccessibleName(self.tr("Colour of {name}").format(name=title))
            self.swatch.setToolTip(self.swatch.accessibleName())
        if self.spark is not None:
            self.spark.set_colour(self.colour)
        for part in (*self.numbers.values(), self.rule, self.rest):
            if part is not None:
                part.belong(title, self.colour)
        self.update()

    def retranslate(self) -> None:
        """Set every text again."""
        self._belong()
        for part in (self.rule, self.rest):
            if part is not None:
                part.retranslate()

    def set_theme(self) -> None:
        """Take colours and faces from the host's theme."""
        theme = self.host.theme
        for widget in (self.name, self.dots, self.box, self.note, self.swatch, self.spark):
            if widget is not None:
                widget.set_theme(theme)
        for part in (*self.numbers.values(), self.rule, self.rest):
            if part is not None:
                part.set_theme()
        self.update()

    # -- the hand -----------------------------------------------------------------------------------------------------

    def act(self, what: str) -> None:
        """Do what a key or the menu asks for; all but renaming is the list's."""
        if what == "rename":
            self.rename()
        else:
            self.acted.emit(what)

    def rename(self) -> None:
        """Open the name, if the entry has one of its own."""
        if self.shape.name:
            self.name.open()

    def _rename(self, text: str) -> None:
        error = self.host.edit(join(self.path, self.shape.name), text, True)
        self.name.set_wrong(error is not None)
        self.note.tell(error_words(error) if error else "")

    def _recolour(self, number: int) -> None:
        self.host.edit(join(self.path, self.shape.colour), number, True)

    def _colours(self) -> range:
        if not self.shape.colour:
            return range(0)
        declared = parameters(self.cls)[self.shape.colour]
        return range(int(declared.low), int(declared.high) + 1)

    def _open_colours(self) -> None:
        assert self.swatch is not None
        menu = ColourMenu(self.host.theme, self._colours(), self.colour, self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.picked.connect(self._recolour)
        menu.popup(self.swatch.mapToGlobal(QPoint(0, self.swatch.height())))

    def open_menu(self, place: QPoint) -> None:
        """Open the menu at a place on the screen."""
        menu = CardMenu(
            self.host.theme, self.standing, bool(self.shape.name), self._colours(), self.colour, parent=self
        )
        menu.acted.connect(self.act)
        menu.coloured.connect(self._recolour)
        menu.popup(place)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The same menu by right click or menu key."""
        event.accept()
        self.open_menu(event.globalPos())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click on the card itself selects it and gives it the keyboard, of which it leaves the run's keys alone."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.acted.emit("pick")
            self.setFocus(Qt.FocusReason.MouseFocusReason)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """The end of that click; nobody else's."""

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """A double click on the name renames."""
        if self.name.geometry().contains(event.position().toPoint()):
            self.rename()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter or space selects; F2, Delete, arrows, Alt with arrows as in the menu. Only what is framed is deleted."""
        key, alt = event.key(), event.modifiers() == Qt.KeyboardModifier.AltModifier
        pick = key in PICKING and not self.selected
        if alt and key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.acted.emit("up" if key == Qt.Key.Key_Up else "down")
        elif pick and self.hasFocus():
            self.acted.emit("pick")
        elif key in KEYS and not alt and (self.hasFocus() or key == Qt.Key.Key_F2):
            self.act(KEYS[key])
        else:
            event.ignore()

    # -- painting -----------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """The frame; in the entry's colour when selected."""
        painter = begin(self)
        theme = self.host.theme
        line = theme.color(self.colour) if self.selected else theme.color("line")
        frame(painter, inset(self, 0.75), theme.color("card"), line, 1.25 if self.selected else 1.0)
        if self.hasFocus():
            focus_ring(painter, inset(self, 1.5), theme, 5)
        painter.end()

    def enterEvent(self, event: QEnterEvent) -> None:
        """The dots show under the mouse."""
        self.dots.set_prominent(True)

    def leaveEvent(self, event: QEvent) -> None:
        """And go with it, unless the card is selected."""
        self.dots.set_prominent(self.selected)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Hide the ring."""
        super().focusOutEvent(event)
        self.update()
