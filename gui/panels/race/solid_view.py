"""The race in three dimensions, below a line that says how to turn it and a link that turns it back."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from gui.panels.race.solid_plot import SolidPlot
from gui.panels.race.solid_space import STANDARD
from gui.theme import Theme
from gui.widgets.caption import Caption
from gui.widgets.form.buttons import LinkButton


class SolidView(QWidget):
    """Emits `camera_moved` after the hand has turned the picture or set it back."""

    camera_moved = Signal()

    def __init__(self, theme: Theme, left: int) -> None:
        """The words begin so many pixels from the left."""
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        self.plot, self.hint, self.reset = SolidPlot(theme), Caption(theme), LinkButton(theme)
        row = QHBoxLayout()
        row.setContentsMargins(left, 0, 14, 0)
        row.addWidget(self.hint, 1)
        row.addWidget(self.reset)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 2, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(self.plot, 1)
        self.plot.camera_moved.connect(self.camera_moved)
        self.reset.clicked.connect(self._reset)
        self.retranslate()

    def hasHeightForWidth(self) -> bool:
        """It takes the room that the picture from above has, however its words break."""
        return False

    def _reset(self) -> None:
        self.plot.show_from(STANDARD)
        self.camera_moved.emit()

    def set_theme(self, theme: Theme) -> None:
        """Take every colour from `theme`."""
        for part in (self.plot, self.hint, self.reset):
            part.set_theme(theme)

    def retranslate(self) -> None:
        """Set every text again."""
        self.hint.setText(self.tr("Drag to turn, wheel to zoom. On the floor: the 2-D picture."))
        self.reset.setText(self.tr("Reset view"))
        self.reset.setAccessibleName(self.tr("Reset view"))
        self.plot.retranslate()
