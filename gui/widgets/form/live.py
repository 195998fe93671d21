"""Changes "from here on": the switch that turns them on, and the list of those that there are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from gui.theme import Theme
from gui.theme.icons import paint_icon
from gui.widgets.form.editor import OVERHANG, discard
from gui.widgets.painting import begin, focus_ring, inset, tint
from gui.widgets.side_badge import SideBadge
from gui.widgets.toggle import Toggle


@dataclass(frozen=True, slots=True)
class LiveChange:
    """One change from a step on, in words; `side` is "" where nothing is compared."""

    step: int
    what: str
    side: str = ""


class RemoveButton(QPushButton):
    """A small cross."""

    def __init__(self, theme: Theme) -> None:
        """Without a name yet."""
        super().__init__()
        self.theme = theme
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFixedSize(20, 20)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The cross, in ink under the mouse."""
        painter = begin(self)
        color = self.theme.color("ink" if self.underMouse() else "quiet")
        area = inset(self, 4.0)
        paint_icon(painter, area, "remove", color)
        if self.hasFocus():
            focus_ring(painter, inset(self, 1.0), self.theme, 4)
        painter.end()

    def hitButton(self, place: QPoint) -> bool:
        """All of it can be clicked."""
        return self.rect().contains(place)


class ChangeRow(QWidget):
    """A change in a line, with the button that removes it."""

    def __init__(self, theme: Theme, index: int) -> None:
        """For the change at `index` of the list."""
        super().__init__()
        self.theme, self.change = theme, LiveChange(0, "")
        self.badge, self.label, self.remove = SideBadge(theme, "a"), QLabel(), RemoveButton(theme)
        self.label.setWordWrap(True)
        self.remove.setObjectName(f"events.{index}.remove")
        row = QHBoxLayout(self)
        row.setContentsMargins(OVERHANG, 0, OVERHANG - 3, 0)
        row.setSpacing(6)
        row.addWidget(self.badge)
        row.addWidget(self.label, 1)
        row.addWidget(self.remove)
        self.set_theme(theme)

    def show_change(self, change: LiveChange) -> None:
        """Show a change."""
        self.change = change
        self.badge.side = change.side or "a"
        self.badge.setVisible(bool(change.side))
        self.retranslate()

    def retranslate(self) -> None:
        """Set every text again."""
        change = self.change
        text = self.tr("from step {step}: {what}").format(step=change.step, what=change.what)
        self.label.setText(text)
        whose = f"{change.side.upper()}, {text}" if change.side else text
        self.remove.setAccessibleName(self.tr("Remove: {change}").format(change=whose))
        self.remove.setToolTip(self.remove.accessibleName())

    def set_theme(self, theme: Theme) -> None:
        """Take colours and faces from `theme`."""
        self.theme = self.remove.theme = theme
        self.badge.set_theme(theme)
        self.label.setFont(theme.font(12))
        tint(self.label, theme, "ink")
        self.update()


class LiveBox(QWidget):
    """`switched(on)`: changes are to act from this step on, or from the start. `removed(index)`: without that change."""

    switched = Signal(bool)
    removed = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Off, without changes."""
        super().__init__(parent)
        self.theme = theme
        self.label, self.toggle = QLabel(), Toggle(theme)
        self.label.setWordWrap(True)
        self.toggle.setObjectName("from_here")
        self.toggle.clicked.connect(self.switched)
        self.rows: list[ChangeRow] = []
        head = QHBoxLayout()
        head.setContentsMargins(OVERHANG, 0, OVERHANG - Toggle.ROOM, 0)
        head.addWidget(self.label, 1)
        head.addWidget(self.toggle)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(3)
        self.column.addLayout(head)
        self.set_theme(theme)
        self.retranslate()

    def set_on(self, on: bool) -> None:
        """Set the switch, silently."""
        self.toggle.setChecked(on)

    def show_changes(self, changes: Sequence[LiveChange]) -> bool:
        """Show these changes; whether rows have come or gone."""
        before = len(self.rows)
        while len(self.rows) > len(changes):
            discard(self.column, self.rows.pop())
        while len(self.rows) < len(changes):
            self._new_row(len(self.rows))
        for row, change in zip(self.rows, changes, strict=True):
            if row.change != change:
                row.show_change(change)
        return before != len(changes)

    def _new_row(self, index: int) -> None:
        row = ChangeRow(self.theme, index)
        row.remove.clicked.connect(lambda: self.removed.emit(index))
        self.rows.append(row)
        self.column.addWidget(row)

    def set_theme(self, theme: Theme) -> None:
        """Take colours and faces from `theme`."""
        self.theme = theme
        self.toggle.set_theme(theme)
        self.label.setFont(theme.font(13))
        tint(self.label, theme, "ink")
        for row in self.rows:
            row.set_theme(theme)

    def retranslate(self) -> None:
        """Set every text again."""
        text = self.tr("Changes act from this step on")
        self.label.setText(text)
        self.toggle.setAccessibleName(text)
        self.toggle.setToolTip(
            self.tr("On: what you change in this section holds from the step on the screen. Off: from the start.")
        )
        for row in self.rows:
            row.retranslate()

    def sizeHint(self) -> QSize:
        """As the rows need."""
        return self.column.sizeHint()
