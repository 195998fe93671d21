"""The painted texts of the tab's centre: captions, the heads of the schemes, and the lines below their histograms."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from gui.theme import Theme
from gui.widgets.marks import SWATCH, draw_swatch
from gui.widgets.painting import begin, focus_ring, inset
from gui.widgets.themed import Face, Faces, Themed, draw_text, elided

NO_ROOM = 99  # a wording beyond all


def fitting(face: Face, texts: Sequence[str], room: float) -> str:
    """The first of `texts`, from the fullest to the shortest, that has room; else the shortest."""
    return next((text for text in texts if face.width(text) <= room), texts[-1])


def _nth(texts: Sequence[str], wording: int) -> str:
    """One of `texts`, the last if there are fewer."""
    return texts[min(wording, len(texts) - 1)]


class Caption(Themed):
    """One quiet line above a picture: the fullest of its wordings that has room. The tool tip has it whole."""

    HEIGHT = 22

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._texts: tuple[str, ...] = ("",)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    @property
    def text(self) -> str:
        """What it says in full."""
        return self._texts[0]

    def set_texts(self, *texts: str) -> None:
        """Say this, in wordings from the fullest to the shortest."""
        if texts != self._texts:
            self._texts = texts
            self.setAccessibleName(texts[0])
            self.setToolTip(texts[0])
            self.update()

    def sizeHint(self) -> QSize:
        """As wide as there is room."""
        return QSize(200, self.HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The line."""
        painter = begin(self)
        painter.setPen(self.theme.color("quiet"))
        face = self.faces.note
        text = elided(face, fitting(face, self._texts, self.width()), self.width())
        draw_text(painter, face, text, 0, QRectF(self.rect()))
        painter.end()


class SchemeHead(QAbstractButton):
    """Swatch and name of a scheme; pressed, it is the selected one, told by a bar in its colour below the name."""

    HEIGHT, BAR = 26, 2

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme, self.faces = theme, Faces.of(theme)
        self.colour = 0
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click must leave the arrow keys to the steps
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def set_theme(self, theme: Theme) -> None:
        """Take colours and faces from `theme`."""
        self.theme, self.faces = theme, Faces.of(theme)
        self.update()

    def show_scheme(self, name: str, colour: int, selected: bool) -> None:
        """Show a scheme; as `selected` if it is."""
        self.colour = colour
        self.setText(name)
        self.setAccessibleName(name)
        self.setChecked(selected)
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as there is room."""
        return QSize(120, self.HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Swatch, name, bar."""
        painter = begin(self)
        middle = (self.height() - self.BAR) / 2
        draw_swatch(painter, self.theme, self.colour, QPointF(SWATCH / 2 + 1, middle))
        left = SWATCH + 8
        painter.setPen(self.theme.color("ink"))
        name = elided(self.faces.strong, self.text(), self.width() - left)
        draw_text(painter, self.faces.strong, name, left, QRectF(0, 0, self.width(), self.height() - self.BAR))
        if self.isChecked():
            painter.fillRect(QRectF(0, self.height() - self.BAR, self.width(), self.BAR), self.theme.brush(self.colour))
        if self.hasFocus():
            focus_ring(painter, inset(self, 1.0), self.theme, 4)
        painter.end()


@dataclass(frozen=True, slots=True)
class Sample:
    """One number of the draw: its name, its value, how many standard errors it is off, and what was expected.

    The latter two have wordings from the fullest to the shortest; the first that has room is shown.
    """

    name: str
    value: str
    scores: tuple[str, ...]
    expected: tuple[str, ...]


class SampleLines(Themed):
    """The mean and the standard deviation of the rows drawn so far, each with what was expected below it."""

    LINE, GAP, NAME = 16, 3, 40

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._samples: tuple[Sample, ...] = ()
        self._peers: tuple[SampleLines, ...] = (self,)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    @property
    def samples(self) -> tuple[Sample, ...]:
        """What is shown."""
        return self._samples

    def stand_beside(self, peers: tuple[SampleLines, ...]) -> None:
        """Use one form with these lines, this one among them: the fullest that has room in all."""
        if peers != self._peers:
            self._peers = peers
            self.update()

    def show_samples(self, samples: tuple[Sample, ...]) -> None:
        """Show these numbers."""
        if samples != self._samples:
            self._samples = samples
            lines = (f"{s.name} {s.value}, {s.expected[0]} {s.scores[0]}" for s in samples)
            self.setAccessibleDescription("\n".join(lines))
            self.update()

    def sizeHint(self) -> QSize:
        """Two lines for each of two numbers."""
        return QSize(160, 4 * self.LINE + self.GAP)

    minimumSizeHint = sizeHint  # noqa: N815 - Qt's name

    def paintEvent(self, event: QPaintEvent) -> None:
        """Name, value and score; below them what was expected."""
        painter = begin(self)
        form = self.form()
        top = 0.0
        for sample in self._samples:
            self._paint_sample(painter, sample, form, top)
            top += 2 * self.LINE + self.GAP
        painter.end()

    def form(self) -> tuple[int, int]:
        """Which wordings of scores and of expectations have room in all columns."""
        return max(peer._wording() for peer in self._peers), max(peer._expected_wording() for peer in self._peers)

    def _expected_wording(self) -> int:
        """Which wording of what was expected has room in both lines; the shortest if none has."""
        face, most = self.faces.small, max((len(sample.expected) for sample in self._samples), default=1)
        for wording in range(most):
            if all(face.width(_nth(sample.expected, wording)) <= self.width() for sample in self._samples):
                return wording
        return most - 1

    def _value_left(self, sample: Sample) -> float:
        wanted = max(float(self.NAME), self.faces.small.width(sample.name) + 8)
        return min(wanted, self.width() - self.faces.number.digit * len(sample.value))

    def _wording(self) -> int:
        """Which wording of the scores has room in both lines; `NO_ROOM` if none has."""
        digit = self.faces.number.digit
        rooms = [self.width() - self._value_left(s) - digit * len(s.value) - 6 for s in self._samples]
        most = max((len(sample.scores) for sample in self._samples), default=0)
        for wording in range(most):
            texts = [_nth(sample.scores, wording) for sample in self._samples]
            if all(digit * len(text) <= room for text, room in zip(texts, rooms, strict=True)):
                return wording
        return NO_ROOM if most else 0

    def _paint_sample(self, painter: QPainter, sample: Sample, form: tuple[int, int], top: float) -> None:
        faces, width, (scores, expected) = self.faces, self.width(), form
        first, second = QRectF(0, top, width, self.LINE), QRectF(0, top + self.LINE, width, self.LINE)
        score = _nth(sample.scores, scores) if scores < NO_ROOM else ""
        painter.setPen(self.theme.color("quiet"))
        draw_text(painter, faces.small, sample.name, 0, first)
        draw_text(painter, faces.number, score, width - faces.number.width(score), first)
        draw_text(painter, faces.small, _nth(sample.expected, expected), 0, second)
        painter.setPen(self.theme.color("ink"))
        draw_text(painter, faces.number, sample.value, self._value_left(sample), first)
