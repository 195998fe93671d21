"""The base of widgets that paint themselves: a theme, its fonts measured once, and a little room at the sides."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import QWidget

from gui.theme import Theme

# Content stands this far inside a widget's left and right edge, so that a frame around a row may reach beyond it.
INSET = 6.0


class Face:
    """A font with what layout asks of it, in logical pixels."""

    def __init__(self, font: QFont) -> None:
        self.font = font
        self.metrics = QFontMetricsF(font)
        self.digit = self.metrics.horizontalAdvance("0")
        self.capital = self.metrics.capHeight()
        self.ascent, self.descent = self.metrics.ascent(), self.metrics.descent()
        self._words: dict[str, float] = {}

    def width(self, text: str) -> float:
        """How far `text` reaches."""
        return self.metrics.horizontalAdvance(text)

    def word_width(self, word: str) -> float:
        """How far a word reaches; kept, since texts that change in play change in a few words."""
        if word not in self._words:
            if len(self._words) > 1000:
                self._words.clear()
            self._words[word] = self.width(word)
        return self._words[word]

    def middle(self, top: float, height: float) -> float:
        """The baseline that centres a line of text in a band, judged by its capitals."""
        return top + (height + self.capital) / 2


def draw_text(painter: QPainter, face: Face, text: str, left: float, band: QRectF) -> None:
    """Paint one line from `left`, centred in the height of `band`, in the pen's colour."""
    painter.setFont(face.font)
    painter.drawText(QPointF(left, face.middle(band.top(), band.height())), text)


def elided(face: Face, text: str, room: float) -> str:
    """`text`, cut with an ellipsis where it needs more than `room` pixels."""
    if face.width(text) <= room:
        return text
    return face.metrics.elidedText(text, Qt.TextElideMode.ElideRight, max(room, 0.0))


@dataclass(frozen=True, slots=True, eq=False)
class Faces:
    """The few faces of the inspector."""

    heading: Face
    small: Face
    text: Face
    strong: Face
    note: Face
    number: Face
    result: Face
    symbol: Face

    @classmethod
    def of(cls, theme: Theme) -> Faces:
        """The faces in the fonts of `theme`."""
        return cls(
            heading=Face(theme.font(11, bold=True)),
            small=Face(theme.font(11)),
            text=Face(theme.font(13)),
            strong=Face(theme.font(13, bold=True)),
            note=Face(theme.font(12)),
            number=Face(theme.mono(12)),
            result=Face(theme.mono(12, bold=True)),
            symbol=Face(theme.serif(14)),
        )


class Themed(QWidget):
    """A widget that takes its colours and faces from a theme."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.faces = Faces.of(theme)

    def set_theme(self, theme: Theme) -> None:
        """Take every colour and font from `theme`."""
        self.theme = theme
        self.faces = Faces.of(theme)
        self.restyle()
        self.updateGeometry()
        self.update()

    def px(self, pixels: float) -> float:
        """A length of the design in logical pixels: longer where the theme enlarges text."""
        return pixels * self.theme.text_scale

    def restyle(self) -> None:
        """Measure again what depends on fonts."""
