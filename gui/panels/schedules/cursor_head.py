"""What stands above the plots: what the first one is of, and the step of the cursor that runs through all of them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.panels.schedules.step_plot import BEYOND_END, LEFT_AXIS, RIGHT_MARGIN
from gui.theme import Theme
from gui.widgets.inspector import LegendEntry
from gui.widgets.marks import SWATCH, draw_swatch
from gui.widgets.painting import begin
from gui.widgets.themed import Face, Themed, draw_text, elided

HEIGHT = 24
PAD = 9.0  # beside the step in its pill
GAP = 13.0  # between a caption's parts


class CursorHead(Themed):
    """A caption in line with the plots' boxes, and a pill with the step above the cursor."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._caption, self._step_text = "", ""
        self._share = 0.0
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    @property
    def step_text(self) -> str:
        """What the pill says."""
        return self._step_text

    def show_caption(self, caption: str) -> None:
        """What the plot below is of."""
        self._caption = caption
        self.update()

    def show_step(self, text: str, step: int, length: int) -> None:
        """The cursor is at `step` of `length`."""
        share = step / max(length * BEYOND_END, 1e-9)
        if (text, share) != (self._step_text, self._share):
            self._step_text, self._share = text, share
            self.setAccessibleName(f"{self._caption}, {text}")
            self.update()

    def sizeHint(self) -> QSize:
        """One line."""
        return QSize(300, round(self.px(HEIGHT)))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The pill over the cursor, and the caption, which makes room for it."""
        painter = begin(self)
        band = QRectF(0, 2, self.width(), self.height() - 4)
        face, pill = self.faces.note, self._pill(band)
        beside = pill.left() < LEFT_AXIS + face.width(self._caption) + GAP
        painter.setPen(self.theme.color("quiet"))
        draw_text(painter, face, self._caption, pill.right() + GAP if beside else LEFT_AXIS, band)
        if self._step_text:
            self._paint_pill(painter, pill)
        painter.end()

    def _pill(self, band: QRectF) -> QRectF:
        wide = self.faces.note.width(self._step_text) + 2 * PAD
        at = LEFT_AXIS + self._share * (self.width() - LEFT_AXIS - RIGHT_MARGIN)
        left = min(max(at - wide / 2, 0.0), self.width() - RIGHT_MARGIN - wide)
        return QRectF(left, band.top(), wide, band.height())

    def _paint_pill(self, painter: QPainter, pill: QRectF) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.theme.brush("ink"))
        painter.drawRoundedRect(pill, pill.height() / 2, pill.height() / 2)
        painter.setPen(self.theme.color("paper"))
        draw_text(painter, self.faces.note, self._step_text, pill.left() + PAD, pill)


class PlotCaption(Themed):
    """A quiet line in line with the plots' boxes: what a plot is of, samples of its curves, and an aside at the right.

    Of each text the fullest wording that has room is shown.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._texts: tuple[str, ...] = ("",)
        self._entries: tuple[LegendEntry, ...] = ()
        self._asides: tuple[str, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    @property
    def text(self) -> str:
        """What it says in full."""
        return self._texts[0]

    def set_texts(self, *texts: str, entries: Sequence[LegendEntry] = (), asides: Sequence[str] = ()) -> None:
        """Say this, in wordings from the fullest to the shortest."""
        if (texts, tuple(entries), tuple(asides)) != (self._texts, self._entries, self._asides):
            self._texts, self._entries, self._asides = texts, tuple(entries), tuple(asides)
            names = ", ".join(entry.name for entry in entries)
            spoken = " — ".join(part for part in (texts[0], names, *asides[:1]) if part)
            self.setAccessibleName(spoken)
            self.setToolTip(spoken)
            self.update()

    def sizeHint(self) -> QSize:
        """One line."""
        return QSize(300, round(self.px(HEIGHT)))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Text, samples, aside; the aside is left out where there is no room for it."""
        painter = begin(self)
        face, band = self.faces.note, QRectF(0, 2, self.width(), self.height() - 2)
        left, right = float(LEFT_AXIS), float(self.width() - RIGHT_MARGIN)
        samples = sum(self.px(SWATCH) + 6 + face.width(entry.name) + GAP for entry in self._entries)
        text, aside = self._fitting(face, right - left - samples)
        painter.setPen(self.theme.color("quiet"))
        text = elided(face, text, right - left)
        draw_text(painter, face, text, left, band)
        left += face.width(text) + GAP
        for entry in self._entries:
            draw_swatch(painter, self.theme, entry.colour, QPointF(left + self.px(SWATCH) / 2, band.center().y()))
            left += self.px(SWATCH) + 6
            painter.setPen(self.theme.color("ink"))
            draw_text(painter, face, elided(face, entry.name, max(right - left, 0.0)), left, band)
            left += face.width(entry.name) + GAP
        painter.setPen(self.theme.color("quiet"))
        draw_text(painter, face, aside, right - face.width(aside), band)
        painter.end()

    def _fitting(self, face: Face, room: float) -> tuple[str, str]:
        """The fullest text and aside that have room beside each other; rather a short text than no aside."""
        pairs = [(text, aside) for text in self._texts for aside in self._asides]
        for text, aside in (*pairs, *((text, "") for text in self._texts)):
            if face.width(text) + (GAP + face.width(aside) if aside else 0.0) <= room:
                return text, aside
        return self._texts[-1], ""
