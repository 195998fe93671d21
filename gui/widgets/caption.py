"""A quiet line of text beside plots."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QSizePolicy

from gui.theme import Theme
from gui.widgets.painting import tint


class Caption(QLabel):
    """A line of quiet text, more of them where it is narrow; never asks for more width than there is."""

    def __init__(self, theme: Theme, size: float = 12) -> None:
        """Empty."""
        super().__init__()
        self._size = size
        self.setWordWrap(True)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Take colour and face from `theme`."""
        self.setFont(theme.font(self._size))
        tint(self, theme, "quiet")
