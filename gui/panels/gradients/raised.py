"""Symbols with raised numbers, painted as text: `g^[(7)]` stands on the screen at once, where a formula is rendered first."""

from __future__ import annotations

import functools
import re

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter

from gui.theme import Theme
from gui.widgets.themed import Face

RAISED = re.compile(r"\^\[([^]]*)\]")
SPOKEN = str.maketrans("()+−0123456789Tl", "⁽⁾⁺⁻⁰¹²³⁴⁵⁶⁷⁸⁹ᵀˡ")
LIFT = 0.42  # of the raised text's baseline, in heights of a capital above the other's


@functools.lru_cache(maxsize=4096)
def runs(text: str) -> tuple[tuple[str, bool], ...]:
    """The pieces of a text, and whether each is raised."""
    pieces = RAISED.split(text)
    return tuple((piece, bool(i % 2)) for i, piece in enumerate(pieces) if piece)


def plain(text: str) -> str:
    """The text for where nothing can be raised: read out, copied."""
    return RAISED.sub(lambda match: match[1].translate(SPOKEN), text)


class RaisedFace:
    """A serif face and a smaller one for what is raised."""

    def __init__(self, theme: Theme, size: float = 15, italic: bool = True) -> None:
        self.text = Face(theme.serif(size, italic))
        self.raised = Face(theme.serif(0.72 * size, italic))

    def width(self, text: str) -> float:
        """How far it reaches."""
        return sum((self.raised if raised else self.text).word_width(piece) for piece, raised in runs(text))

    def draw(self, painter: QPainter, text: str, left: float, baseline: float) -> None:
        """Paint it in the pen's colour."""
        for piece, raised in runs(text):
            face = self.raised if raised else self.text
            painter.setFont(face.font)
            painter.drawText(QPointF(left, baseline - (LIFT * self.text.capital + 2 if raised else 0)), piece)
            left += face.word_width(piece)
