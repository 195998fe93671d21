"""Formulas with their numbers, one below the other: this step's update, or its stages in numbered cards."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.theme import Theme
from gui.widgets.formula import SIZE, Extent, draw_formula, formula_extent, formula_queue
from gui.widgets.marks import BADGE, draw_badge
from gui.widgets.painting import begin
from gui.widgets.tex_text import readable
from gui.widgets.themed import INSET, Face, Themed, draw_text

LINE = 17.0  # pitch of number lines
INDENT = 12.0  # of the numbers below a formula
CARD_INDENT = 37.0  # of title and numbers in a card
CARD_MARGIN = 8.0
CARD_SPACE = 4.0  # below a card
CARD_TITLE = 22.0  # height of the line with badge and title


@dataclass(frozen=True, slots=True)
class FormulaEntry:
    """One formula (TeX without words), the lines of numbers below it, and a last line in ink: the result.

    With a `label` it is a stage: a card with badge and title, `lit` while it is this stage's turn and `faded` while
    it is still to come. Without, the result is bold.
    """

    tex: str
    numbers: tuple[str, ...] = ()
    result: str = ""
    label: str = ""
    lit: bool = False
    faded: bool = False

    @property
    def form(self) -> tuple[object, ...]:
        """All but the numbers themselves: what layout and heads follow from."""
        return self.tex, self.label, self.lit, self.faded, len(self.numbers), bool(self.result)

    @property
    def lines(self) -> int:
        """How many lines of numbers there are."""
        return len(self.numbers) + bool(self.result)

    @property
    def text(self) -> str:
        """The entry as it is read out."""
        return " ".join(part for part in (self.label, readable(self.tex), *self.numbers, self.result) if part)


@dataclass(frozen=True, slots=True)
class _Place:
    """Where one entry stands: its band, its formula (left end, baseline, size), the first line of numbers."""

    top: float
    height: float
    formula: QPointF
    size: float
    numbers: QPointF

    @property
    def bottom(self) -> float:
        return self.top + self.height


class FormulaList(Themed):
    """Painted as one widget: in play only the lines of numbers that changed are painted again."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._entries: tuple[FormulaEntry, ...] = ()
        self._places: list[_Place] | None = None
        self._bands: list[tuple[QRect, QRect]] = []
        self._needed = -1
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        formula_queue().ready.connect(self._on_ready)

    @property
    def blocks(self) -> tuple[FormulaEntry, ...]:
        """The entries shown."""
        return self._entries

    def set_blocks(self, entries: list[FormulaEntry] | tuple[FormulaEntry, ...]) -> None:
        """Show these entries; cheap while only their numbers change."""
        old, self._entries = self._entries, tuple(entries)
        if old == self._entries:
            return
        self.setAccessibleName("\n".join(entry.text for entry in self._entries))
        if self._places and [e.form for e in old] == [e.form for e in self._entries]:
            for before, entry, (_, numbers) in zip(old, self._entries, self._bands, strict=True):
                if before != entry:
                    self.update(numbers)
        else:
            for entry in self._entries:
                formula_queue().ask(entry.tex)
            self._relayout()

    def restyle(self) -> None:
        """Measure again: another font may have other widths."""
        self._places = None

    def heightForWidth(self, width: int) -> int:
        """Down to the end of the last entry."""
        places = self._layout(width)
        return ceil(places[-1].bottom) if places else 0

    def sizeHint(self) -> QSize:
        """What the content needs."""
        return QSize(282, self.heightForWidth(282))

    def minimumSizeHint(self) -> QSize:
        """What the content can be pressed into."""
        return QSize(160, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width has another layout."""
        super().resizeEvent(event)
        self._places = None

    def paintEvent(self, event: QPaintEvent) -> None:
        """Only what the region asks for: in play, lines of numbers."""
        if self._places is None:
            self._places = self._layout(self.width())
            self._bands = [self._bands_of(place) for place in self._places]
        painter = begin(self)
        region = event.region()
        for number, (entry, place) in enumerate(zip(self._entries, self._places, strict=True), start=1):
            head, numbers = self._bands[number - 1]
            if entry.lit:
                self._paint_frame(painter, place)
            if region.intersects(head):
                self._paint_head(painter, entry, place, number)
            if region.intersects(numbers):
                self._paint_numbers(painter, entry, place)
        painter.end()

    def _relayout(self) -> None:
        """Lay out again; the column only if the height changes, since that costs as much as painting a plot."""
        self._places = None
        needed = self.heightForWidth(self.width())
        if needed != self._needed:
            self._needed = needed
            self.updateGeometry()
        self.update()

    def _on_ready(self, tex: str) -> None:
        if any(entry.tex == tex for entry in self._entries):
            self._relayout()

    # -- layout ---------------------------------------------------------------------------------------------------------

    def _layout(self, width: float) -> list[_Place]:
        places: list[_Place] = []
        top = 0.0
        for entry in self._entries:
            place = self._card(entry, top, width) if entry.label else self._plain(entry, top, width)
            places.append(place)
            top = place.bottom
        return places

    def _plain(self, entry: FormulaEntry, top: float, width: float) -> _Place:
        extent, size = self._fitted(entry.tex, width - 2 * INSET)
        baseline = top + max(extent.ascent, self.px(13)) + self.px(3)
        below = baseline + max(extent.descent, self.px(4))
        height = below + self.px(entry.lines * LINE + 9) - top
        return _Place(
            top, height, QPointF(INSET, baseline), size, QPointF(INSET + self.px(INDENT), below + self.px(15))
        )

    def _card(self, entry: FormulaEntry, top: float, width: float) -> _Place:
        start, right = INSET + self.px(CARD_INDENT), width - INSET - 12
        extent, size = self._fitted(entry.tex, right - start)
        title_bottom = top + self.px(CARD_MARGIN + CARD_TITLE)
        if start + self.faces.strong.width(entry.label) + 10 + extent.width <= right:  # beside the title
            left, baseline = right - extent.width, top + self.px(CARD_MARGIN) + max(extent.ascent + 1, self.px(16))
        else:
            left, baseline = start, title_bottom + max(extent.ascent, self.px(13))
        below = max(baseline + max(extent.descent, self.px(4)), title_bottom)
        height = below + self.px(entry.lines * LINE + CARD_MARGIN + CARD_SPACE) - top
        return _Place(top, height, QPointF(left, baseline), size, QPointF(start, below + self.px(13)))

    def _fitted(self, tex: str, room: float) -> tuple[Extent, float]:
        """The extent of a formula and its size in pixels, smaller where there is too little room."""
        extent = formula_extent(self.theme, tex)
        share = min(1.0, max(room, 1.0) / extent.width) if extent.width else 1.0
        if share < 1:
            extent = Extent(extent.width * share, extent.ascent * share, extent.descent * share)
        return extent, SIZE * share

    def _bands_of(self, place: _Place) -> tuple[QRect, QRect]:
        """Head and lines of numbers, apart by whole pixels: painting the numbers again leaves formulas alone."""
        top, middle, width = round(place.top), round(place.numbers.y() - self.faces.number.ascent), self.width()
        return QRect(0, top, width, middle - top), QRect(0, middle, width, round(place.bottom) - middle)

    # -- painting -------------------------------------------------------------------------------------------------------

    def _paint_head(self, painter: QPainter, entry: FormulaEntry, place: _Place, number: int) -> None:
        colour = self.theme.color("quiet" if entry.faded else "ink")
        if entry.label:
            self._paint_title(painter, entry, place, number)
        draw_formula(painter, self.theme, entry.tex, place.formula, colour, place.size)

    def _paint_title(self, painter: QPainter, entry: FormulaEntry, place: _Place, number: int) -> None:
        band = QRectF(0, place.top + self.px(CARD_MARGIN), self.width(), self.px(CARD_TITLE))
        badge = QPointF(INSET + self.px(9 + BADGE / 2), band.center().y())
        fill = "accent" if entry.lit else "ink"
        draw_badge(painter, self.theme, str(number), badge, self.faces.heading, fill, hollow=entry.faded)
        face = self.faces.strong if entry.lit else self.faces.text
        painter.setPen(self.theme.color("quiet" if entry.faded else "ink"))
        draw_text(painter, face, entry.label, INSET + self.px(CARD_INDENT), band)

    def _paint_frame(self, painter: QPainter, place: _Place) -> None:
        painter.setPen(self.theme.pen("accent", 1.5))
        painter.setBrush(self.theme.brush("card"))
        frame = QRectF(
            INSET + 0.75, place.top + 0.75, self.width() - 2 * INSET - 1.5, place.height - self.px(CARD_SPACE) - 1.5
        )
        painter.drawRoundedRect(frame, 5, 5)

    def _paint_numbers(self, painter: QPainter, entry: FormulaEntry, place: _Place) -> None:
        face, pitch, left, top = self.faces.number, self.px(LINE), place.numbers.x(), place.numbers.y()
        room = self.width() - INSET - (INSET + 4 if entry.label else 0) - left
        painter.setFont(face.font)
        painter.setPen(self.theme.pen("quiet"))
        for i, line in enumerate(entry.numbers):
            painter.drawText(QPointF(left, top + i * pitch), _fitting(line, room, face))
        if entry.result:
            face = face if entry.label else self.faces.result
            painter.setFont(face.font)
            painter.setPen(self.theme.pen("quiet" if entry.faded else "ink"))
            painter.drawText(QPointF(left, top + len(entry.numbers) * pitch), _fitting(entry.result, room, face))


def _fitting(text: str, room: float, face: Face) -> str:
    """One line of numbers, cut with an ellipsis where it is too long."""
    if len(text) * face.digit <= room:
        return text
    return face.metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)


class FormulaBlock(FormulaList):
    """A single formula with its numbers."""

    def set_entry(self, entry: FormulaEntry) -> None:
        """Show this entry."""
        self.set_blocks((entry,))
