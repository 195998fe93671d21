"""Numbers beside plots that may change at every frame."""

from __future__ import annotations

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter, QPaintEvent

from gui.theme import Theme
from gui.widgets.themed import Face, Themed


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
