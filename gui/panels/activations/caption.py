"""Small quiet text beside plots."""

from __future__ import annotations

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy

from gui.theme import Theme
from gui.widgets.painting import tint
from gui.widgets.themed import Face, Themed


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


class Figures(Themed):
    """Two lines of numbers of equal width that may change at every frame: no layout is done for them."""

    LINE = 14

    def __init__(self, theme: Theme) -> None:
        """Empty."""
        super().__init__(theme)
        self._text = ""
        self.restyle()

    @property
    def text(self) -> str:
        """What is shown."""
        return self._text

    def set_text(self, text: str) -> None:
        """Show these lines."""
        if text != self._text:
            self._text = text
            self.setAccessibleName(text)
            self.update()

    def restyle(self) -> None:
        """Measure the face again."""
        self._face = Face(self.theme.mono(11))
        self.setFixedHeight(round(2 * self.px(self.LINE)))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Line by line."""
        painter = QPainter(self)
        painter.setFont(self._face.font)
        painter.setPen(self.theme.color("quiet"))
        pitch = self.px(self.LINE)
        for i, line in enumerate(self._text.split("\n")):
            painter.drawText(QPointF(0, self._face.middle(i * pitch, pitch)), line)
        painter.end()
