"""Which network is spoken of: its letter on its colour, its name, and at the right what is shown."""

from __future__ import annotations

import math
from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from engine.simulations.gradients import GradientsSettings
from gui.i18n import words
from gui.theme import Theme
from gui.widgets.painting import begin, mark_on
from gui.widgets.segments import MARGIN, SIZES, Segments
from gui.widgets.themed import Face, Themed, draw_text, elided

LETTERS = ("A", "B")
GROUNDS = ("badge_a", "badge_b")
SIDE = 16.0
# What can be chosen: keys and words.
Options = Sequence[tuple[str, str]]


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


class QuietTitle(Themed):
    """One quiet line: the first of its wordings that has room."""

    HEIGHT = 19.0

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._texts: tuple[str, ...] = ("",)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def set_texts(self, *texts: str) -> None:
        """Say this, the longest first."""
        if texts != self._texts:
            self._texts = texts
            self.setAccessibleName(texts[0])
            self.update()

    @property
    def shown(self) -> str:
        """The wording that has room."""
        return next((text for text in self._texts if self.faces.text.width(text) <= self.width()), self._texts[-1])

    def sizeHint(self) -> QSize:
        """One line."""
        return QSize(120, round(self.px(self.HEIGHT)))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint it."""
        painter = begin(self)
        painter.setPen(self.theme.color("quiet"))
        draw_text(painter, self.faces.text, elided(self.faces.text, self.shown, self.width()), 0.0, QRectF(self.rect()))
        painter.end()


class SideTitle(Themed):
    """One line: letter, name, and a quiet note at the right edge."""

    def __init__(self, theme: Theme, side: int, parent: QWidget | None = None) -> None:
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
        return LETTERS[self._side]

    def sizeHint(self) -> QSize:
        """One line."""
        return QSize(200, round(self.px(28)))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint it."""
        painter = begin(self)
        band = QRectF(self.rect())
        corner = QPointF(0, band.center().y() - self.px(SIDE / 2))
        draw_side(painter, self.theme, self._side, corner, self.faces.heading)
        left, faces = self.px(SIDE) + 7, (self.faces.strong, self.faces.note)
        face = next((face for face in faces if face.width(self._name) <= band.width() - left), faces[-1])
        painter.setPen(self.theme.color("ink"))
        name = elided(face, self._name, band.width() - left)
        draw_text(painter, face, name, left, band)
        left += face.width(name) + 14
        widths = [(self.faces.note.width(note), note) for note in self._notes]
        width, note = next(((width, note) for width, note in widths if width <= band.width() - left), (0.0, ""))
        painter.setPen(self.theme.color("quiet"))
        draw_text(painter, self.faces.note, note, band.width() - width, band)
        painter.end()


class BriefChoice(Segments):
    """One of a few choices, in short words where there is little room."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._wordings: tuple[Options, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def set_wordings(self, *wordings: Options) -> None:
        """Offer the first of these that can be read whole."""
        self._wordings = wordings
        self._choose()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width, other words."""
        self._choose()
        super().resizeEvent(event)

    def _choose(self) -> None:
        for options in self._wordings:
            self.set_options(options)
            if sum(segment.needed(SIZES[-1]) for segment in self._segments) + 2 * MARGIN <= self.width():
                return


def percent(share: float) -> str:
    """A share in whole percent; a dash for what is no number."""
    return "—" if share != share else f"{share:.0%}".replace("%", " %")


def figure(value: float, places: int = 3) -> str:
    """So many figures, as `0.0183`, `7.71e−15`."""
    if value != value:
        return "NaN"
    if math.isinf(value):
        return "∞" if value > 0 else "−∞"
    return f"{value:.{places}g}".replace("-", "−")
