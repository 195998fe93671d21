"""Painted parts of the right column of a pass: formulas with their numbers for A and B, and lines that belong to a side."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

from PySide6.QtCore import QPointF, QRect, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.panels.gradients.raised import RaisedFace, plain
from gui.panels.gradients.training_head import SIDE, draw_side
from gui.theme import Theme
from gui.widgets.painting import begin
from gui.widgets.themed import INSET, Face, Themed, draw_text, elided

FORMULA, ROW, HEAD = 26.0, 21.0, 22.0  # pitches
BADGE = SIDE
SIZES = (15.0, 13.0, 11.5)
COLUMN = 84.0  # from one column's right edge to the next


@dataclass(frozen=True, slots=True)
class BoardFormula:
    """A formula, and the side that it holds for (None: both)."""

    text: str
    side: int | None = None


@dataclass(frozen=True, slots=True)
class BoardRow:
    """A named number of each side, "" where a side has none; `spoken`: the name is words, not a symbol."""

    name: str
    values: tuple[str, ...]
    spoken: bool = False
    strong: bool = False


class Board(Themed):
    """Formulas of the step at hand, then its numbers; in play only what changes is painted again."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._formulas: tuple[BoardFormula, ...] = ()
        self._rows: tuple[BoardRow, ...] = ()
        self._sides = 1
        self._needed = 0
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.restyle()

    @property
    def formulas(self) -> tuple[BoardFormula, ...]:
        """The formulas shown."""
        return self._formulas

    @property
    def rows(self) -> tuple[BoardRow, ...]:
        """The rows shown."""
        return self._rows

    def restyle(self) -> None:
        """Other fonts."""
        self._symbols = tuple(RaisedFace(self.theme, size) for size in SIZES)

    def show_step(self, formulas: Sequence[BoardFormula], rows: Sequence[BoardRow], sides: int) -> None:
        """Show these; the height changes only where their number does."""
        now = (tuple(formulas), tuple(rows), sides)
        if now == (self._formulas, self._rows, self._sides):
            return
        old, self._rows = self._rows, now[1]
        same = (self._formulas, self._sides, len(old)) == (now[0], sides, len(now[1]))
        self._formulas, self._sides = now[0], sides
        self.setAccessibleName("\n".join(plain(formula.text) for formula in self._formulas))
        lines = (" ".join([plain(row.name), *row.values]) for row in self._rows)
        self.setAccessibleDescription("\n".join(lines))
        if self.sizeHint().height() != self._needed:
            self._needed = self.sizeHint().height()
            self.updateGeometry()
        if same:
            for place, (before, row) in enumerate(zip(old, self._rows, strict=True)):
                if before != row:
                    self.update(self._band(place))
        else:
            self.update()

    def sizeHint(self) -> QSize:
        """All lines."""
        head = HEAD if self._sides > 1 and self._rows else 4.0
        return QSize(282, ceil(self.px(FORMULA * len(self._formulas) + head + ROW * len(self._rows))))

    def minimumSizeHint(self) -> QSize:
        """As high as all lines."""
        return QSize(160, self.sizeHint().height())

    @property
    def _top(self) -> float:
        """Where the rows begin."""
        return self.px(FORMULA * len(self._formulas) + (HEAD if self._sides > 1 else 4.0))

    def _band(self, place: int) -> QRect:
        top = self._top + place * self.px(ROW)
        return QRectF(0, top, self.width(), self.px(ROW)).toAlignedRect()

    def _edges(self) -> list[float]:
        """Where each side's numbers end: as far apart as the longest need, or a little more where there is room."""
        right, digit = self.width() - INSET, self.faces.result.digit
        longest = max((len(value) for row in self._rows for value in row.values), default=0)
        column = max(digit * (longest + 1), min(self.px(COLUMN), 0.3 * self.width()))
        return [right - column * (self._sides - 1 - side) for side in range(self._sides)]

    def paintEvent(self, event: QPaintEvent) -> None:
        """Formulas, the badges above the columns, rows."""
        painter = begin(self)
        region = event.region()
        for place, formula in enumerate(self._formulas):
            band = QRectF(0, place * self.px(FORMULA), self.width(), self.px(FORMULA))
            if region.intersects(band.toAlignedRect()):
                self._paint_formula(painter, formula, band)
        if self._sides > 1 and self._rows and event.rect().top() < self._top:
            middle = self._top - self.px(HEAD) / 2
            for side, edge in enumerate(self._edges()):
                self._badge(painter, side, QPointF(edge - self.px(BADGE), middle))
        for place, row in enumerate(self._rows):
            if region.intersects(self._band(place)):
                self._paint_row(painter, row, QRectF(self._band(place)))
        painter.end()

    def _badge(self, painter: QPainter, side: int, left: QPointF) -> None:
        draw_side(painter, self.theme, side, left - QPointF(0, self.px(BADGE) / 2), self.faces.heading)

    def _paint_formula(self, painter: QPainter, formula: BoardFormula, band: QRectF) -> None:
        room = band.width() - 2 * INSET - (self.px(BADGE) + 6 if formula.side is not None else 0)
        face = next((face for face in self._symbols if face.width(formula.text) <= room), self._symbols[-1])
        painter.setPen(self.theme.color("ink"))
        face.draw(painter, formula.text, INSET, face.text.middle(band.top(), band.height()) + 2)
        if formula.side is not None:
            self._badge(painter, formula.side, QPointF(band.right() - INSET - self.px(BADGE), band.center().y()))

    def _paint_row(self, painter: QPainter, row: BoardRow, band: QRectF) -> None:
        edges = self._edges()
        numbers = self.faces.result if row.strong else self.faces.number
        painter.setPen(self.theme.color("ink"))
        left = band.right()
        for value, edge in zip(row.values, edges, strict=True):
            start = edge - numbers.digit * len(value)
            left = min(left, start)
            draw_text(painter, numbers, value, start, band)
        room = left - INSET - 8
        if row.spoken:
            painter.setPen(self.theme.color("quiet"))
            draw_text(painter, self.faces.note, elided(self.faces.note, row.name, room), INSET, band)
            return
        face = next((face for face in self._symbols if face.width(row.name) <= room), self._symbols[-1])
        painter.save()
        painter.setClipRect(QRectF(0, band.top(), INSET + room + 4, band.height()))  # large letters in a narrow column
        face.draw(painter, row.name, INSET, face.text.middle(band.top(), band.height()) + 1)
        painter.restore()


@dataclass(frozen=True, slots=True)
class SideLine:
    """A line that belongs to a side: its text at the left and at the right, each bold or quiet, numbers in their own face.

    `side` None leaves room for a badge, -1 is for where there is one side only.
    """

    side: int | None
    left: str
    right: str = ""
    number_left: bool = False
    number_right: bool = True
    strong_left: bool = False
    strong_right: bool = False
    quiet_left: bool = False
    quiet_right: bool = False


class SideLines(Themed):
    """A few lines of texts and numbers, each with the badge of its side."""

    LINE = 20.0

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._lines: tuple[SideLine, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    @property
    def lines(self) -> tuple[SideLine, ...]:
        """What is shown."""
        return self._lines

    def set_lines(self, lines: Sequence[SideLine]) -> None:
        """Show these."""
        old, self._lines = self._lines, tuple(lines)
        if old == self._lines:
            return
        self.setAccessibleName("\n".join(f"{line.left} {line.right}".strip() for line in self._lines))
        if len(old) != len(self._lines):
            self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """All lines."""
        return QSize(282, ceil(self.px(self.LINE) * len(self._lines)))

    def minimumSizeHint(self) -> QSize:
        """As high as all lines."""
        return QSize(160, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint them."""
        painter = begin(self)
        pitch = self.px(self.LINE)
        indent = self.px(BADGE) + 8 if any(line.side is not None and line.side >= 0 for line in self._lines) else 0.0
        for place, line in enumerate(self._lines):
            band = QRectF(0, place * pitch, self.width(), pitch)
            if line.side is not None and line.side >= 0:
                corner = QPointF(INSET, band.center().y() - self.px(BADGE) / 2)
                draw_side(painter, self.theme, line.side, corner, self.faces.heading)
            right = band.right() - INSET
            if line.right:
                numeric = self.faces.result if line.strong_right else self.faces.number
                face = numeric if line.number_right else self.faces.note
                painter.setPen(self.theme.color("quiet" if line.quiet_right else "ink"))
                right -= face.width(line.right)
                draw_text(painter, face, line.right, right, band)
                right -= 8
            face = self._left_face(line, right - INSET - indent)
            painter.setPen(self.theme.color("quiet" if line.quiet_left else "ink"))
            text = elided(face, line.left, right - INSET - indent)
            draw_text(painter, face, text, INSET + indent, band)
        painter.end()

    def _left_face(self, line: SideLine, room: float) -> Face:
        """Numbers in their own face; words in smaller letters where they must."""
        if line.strong_left or line.number_left:
            return self.faces.result if line.strong_left else self.faces.number
        wanted = self.faces.note if line.quiet_left else self.faces.text
        return wanted if wanted.width(line.left) <= room else self.faces.small
