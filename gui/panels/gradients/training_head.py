"""Which network is spoken of: its letter on its colour, its name, and at the right what is shown."""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from engine.simulations.gradients import GradientsSettings
from gui.i18n import words
from gui.theme import Theme
from gui.widgets.painting import begin, mark_on
from gui.widgets.themed import Face, Themed, draw_text, elided

LETTERS = ("A", "B")
GROUNDS = ("badge_a", "badge_b")
SIDE = 16.0


def draw_side(painter: QPainter, theme: Theme, side: int, corner: QPointF, face: Face) -> None:
    """Paint the letter of a side (0 or 1) on its colour, `corner` its upper left."""
    size, color = SIDE * theme.text_scale, theme.color(GROUNDS[side])
    box = QRectF(corner.x(), corner.y(), size, size)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    painter.drawRoundedRect(box, 3, 3)
    painter.setPen(mark_on(color))
    draw_text(painter, face, LETTERS[side], box.center().x() - face.width(LETTERS[side]) / 2, box)


def network_words(settings: GradientsSettings, batch: str, residual: str) -> str:
    """What a network is made of: `ReLU · He · residual`, in the words given for the two switches."""
    choice = settings.network
    parts = [words(choice.activation.title), words(choice.initializer.title)]
    return " · ".join([*parts, *([batch] if choice.batch_norm else []), *([residual] if choice.residual else [])])


class SideTitle(Themed):
    """One line: letter, name, and a quiet note at the right edge."""

    def __init__(self, theme: Theme, side: int | None, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._side, self._name = side, ""
        self._notes: tuple[str, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def set_texts(self, name: str, *notes: str) -> None:
        """Say this, with the first of the notes that has room."""
        if (name, notes) != (self._name, self._notes):
            self._name, self._notes = name, notes
            self.setAccessibleName(" ".join(part for part in (self.letter, name, *notes[:1]) if part))
            self.update()

    @property
    def letter(self) -> str:
        """Which side it speaks of."""
        return "" if self._side is None else LETTERS[self._side]

    def sizeHint(self) -> QSize:
        """One line."""
        return QSize(200, round(self.px(28)))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint it."""
        painter = begin(self)
        band, left = QRectF(self.rect()), 0.0
        if self._side is not None:
            corner = QPointF(0, band.center().y() - self.px(SIDE / 2))
            draw_side(painter, self.theme, self._side, corner, self.faces.heading)
            left = self.px(SIDE) + 7
        face = self.faces.strong if self._side is not None else self.faces.text
        painter.setPen(self.theme.color("ink" if self._side is not None else "quiet"))
        name = elided(face, self._name, band.width() - left)
        draw_text(painter, face, name, left, band)
        left += face.width(name) + 14
        widths = [(self.faces.note.width(note), note) for note in self._notes]
        width, note = next(((width, note) for width, note in widths if width <= band.width() - left), (0.0, ""))
        painter.setPen(self.theme.color("quiet"))
        draw_text(painter, self.faces.note, note, band.width() - width, band)
        painter.end()


def percent(share: float) -> str:
    """A share in whole percent; a dash for what is no number."""
    return "—" if share != share else f"{share:.0%}".replace("%", " %")


def figure(value: float) -> str:
    """Three figures, as `0.0183`, `7.7e−15`."""
    if value != value:
        return "NaN"
    if math.isinf(value):
        return "∞" if value > 0 else "−∞"
    return f"{value:.3g}".replace("-", "−")
