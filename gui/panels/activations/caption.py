"""Small quiet text beside plots."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QSizePolicy

from gui.theme import Theme
from gui.widgets.painting import tint


class Caption(QLabel):
    """A line (or a few) of quiet text; never asks for more width than there is."""

    def __init__(self, theme: Theme, size: float = 12, mono: bool = False) -> None:
        """Empty."""
        super().__init__()
        self._size, self._mono = size, mono
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Take colour and face from `theme`."""
        self.setFont(theme.mono(self._size) if self._mono else theme.font(self._size))
        tint(self, theme, "quiet")
