"""The left column's box for the draw: its seed, and a new one."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from engine.parameter import QT_TRANSLATE_NOOP, Parameter
from gui.i18n import words
from gui.theme import Theme
from gui.widgets.framed_button import FramedButton
from gui.widgets.number_field import NumberField
from gui.widgets.painting import tint
from gui.widgets.titles import heading

SEED = Parameter("int", QT_TRANSLATE_NOOP("engine", "Seed"), low=0, high=2**63 - 1)


class DrawBox(QWidget):
    """`seed_requested(seed)` tells that the hand wants another draw."""

    seed_requested = Signal(int)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.title, self.name, self.note = QLabel(), QLabel(), QLabel()
        self.seed = NumberField(theme, SEED, 0, boxed=True)
        self.seed.setObjectName("seed")
        self.seed.named_inside(self.name)
        self.button = FramedButton(theme)
        self.note.setWordWrap(True)
        column, row = QVBoxLayout(self), QHBoxLayout()
        column.setContentsMargins(8, 7, 8, 0)
        column.setSpacing(8)
        row.setSpacing(12)
        row.addWidget(self.seed, 1)
        row.addWidget(self.button, 1)
        column.addWidget(self.title)
        column.addLayout(row)
        column.addWidget(self.note)
        self.seed.released.connect(lambda seed: self.seed_requested.emit(int(seed)))
        self.button.clicked.connect(self._draw_anew)
        self.set_theme(theme)
        self.retranslate()

    def show_seed(self, seed: int) -> None:
        """Show the run's seed, silently."""
        self.seed.set_number(seed)

    def _draw_anew(self) -> None:
        """The next seed: a new draw that can be found again."""
        self.seed_requested.emit((int(self.seed.number()) + 1) % 2**63)

    def set_theme(self, theme: Theme) -> None:
        """Take colours and faces from `theme`."""
        self.seed.set_theme(theme)
        self.button.set_theme(theme)
        self.title.setFont(theme.font(11, bold=True))
        self.note.setFont(theme.font(12))
        tint(self.title, theme, "quiet")
        tint(self.note, theme, "quiet")

    def retranslate(self) -> None:
        """Set every text again."""
        self.title.setText(heading(self.tr("Draw")))
        self.name.setText(self.tr("seed"))
        self.seed.named_inside(self.name)
        self.seed.setAccessibleName(words(SEED.label))
        self.button.setText(self.tr("New draw"))
        self.button.setAccessibleName(self.tr("New draw"))
        self.note.setText(self.tr("All schemes make their weights from the same draw."))
