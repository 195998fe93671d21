"""The stages of an update as numbered cards, of which a click chooses the current one."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent

from gui.widgets.inspector import FormulaList


class StageList(FormulaList):
    """Emits the place of the card under a click; by the keyboard ← and → do the same."""

    picked = Signal(int)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the card under the mouse."""
        y = event.position().y()
        places = self._layout(self.width())
        found = next((i for i, place in enumerate(places) if place.top <= y < place.bottom), None)
        if event.button() == Qt.MouseButton.LeftButton and found is not None:
            self.picked.emit(found)
        else:
            super().mousePressEvent(event)
