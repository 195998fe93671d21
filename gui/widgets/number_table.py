"""A small table of named numbers, painted as one widget: standings, the probe's values, the product of a chain."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.theme import Theme
from gui.widgets.marks import SWATCH, Colour, Shape, draw_swatch
from gui.widgets.painting import begin
from gui.widgets.themed import INSET, Themed, draw_text, elided
from gui.widgets.titles import heading

HEADER = 24.0
DOT = 8.0
GAP = (6.0, 26.0)  # least and most room between columns


@dataclass(frozen=True, slots=True)
class NumberColumn:
    """One column of numbers: its heading (`symbol`: italic serif, as for f), and whether its numbers are quiet."""

    title: str
    quiet: bool = False
    symbol: bool = False


@dataclass(frozen=True, slots=True)
class NumberRow:
    """One row: a name with a swatch or a quiet `prefix` before it, and its numbers as text, one for each column.

    The shape `none` leaves the swatch's place empty. Fewer numbers than columns fill the columns from the right.
    `bold` marks the selected name, `strong` its numbers, `boxed` the row at hand (bold, framed in the accent),
    `faded` what is still to come.
    """

    name: str
    values: tuple[str, ...]
    swatch: Colour | None = None
    shape: Shape = "square"
    prefix: str = ""
    bold: bool = False
    strong: bool = False
    boxed: bool = False
    faded: bool = False

    @property
    def head(self) -> tuple[object, ...]:
        """All but the numbers."""
        return self.name, self.swatch, self.shape, self.prefix, self.bold, self.strong, self.boxed, self.faded

    @property
    def text(self) -> str:
        """The row as it is read out."""
        return " ".join(part for part in (self.prefix, self.name, *self.values) if part)


class NumberTable(Themed):
    """Rows are set as often as the screen shows them; widths only grow, so columns stand still in play.

    With `clickable`, a click, or ↑ ↓ and Enter, emit `row_clicked` with the row's place.
    """

    row_clicked = Signal(int)

    def __init__(
        self,
        theme: Theme,
        title: str = "",
        columns: Sequence[NumberColumn] = (),
        clickable: bool = False,
        row_height: float = 23.0,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, parent)
        self._title, self._columns = "", ()  # type: tuple[str, tuple[NumberColumn, ...]]
        self._rows: tuple[NumberRow, ...] = ()
        self._lengths: list[int] = []
        self._clickable, self._row_height = clickable, row_height
        self._edges: list[float] | None = None
        self._numbers_left = 0  # where names end for certain; 0: nowhere
        self._current = 0
        self._hovered = -1
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        if clickable:
            self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            self.setMouseTracking(True)
        self.set_header(title, columns)

    @property
    def rows(self) -> tuple[NumberRow, ...]:
        """The rows shown."""
        return self._rows

    def set_header(self, title: str, columns: Sequence[NumberColumn]) -> None:
        """Set heading and columns; without title and headings there is no header line."""
        self._title, self._columns = title, tuple(columns)
        self._lengths = [0] * len(columns)
        self._edges = None
        self._measure()
        self.setAccessibleName(" ".join(part for part in (title, *(c.title for c in columns)) if part))
        self.updateGeometry()
        self.update()

    def set_rows(self, rows: Sequence[NumberRow]) -> None:
        """Show these rows; while only numbers change, only they are painted again."""
        old, self._rows = self._rows, tuple(rows)
        if old == self._rows:
            return
        self.setAccessibleDescription("\n".join(row.text for row in self._rows))
        if len(old) != len(self._rows):
            self._current = max(0, min(self._current, len(self._rows) - 1))
            self._edges = None
            self._measure()
            self.updateGeometry()
            self.update()
            return
        changed = [i for i, (a, b) in enumerate(zip(old, self._rows, strict=True)) if a != b]
        heads = any(old[i].head != self._rows[i].head for i in changed)
        if heads:
            self._edges = None
        self._measure()
        left = 0 if heads or self._edges is None else self._changed_from(old, changed)
        for i in changed:
            self.update(self._band(i).adjusted(left, 0, 0, 0))

    def _changed_from(self, old: tuple[NumberRow, ...], changed: list[int]) -> int:
        """Where the first column begins in which a number is another; 0 where names and numbers are not kept apart."""
        if not self._numbers_left or self._edges is None:
            return 0
        pairs = [(old[i].values, self._rows[i].values) for i in changed]
        first = min(next((c for c, (a, b) in enumerate(zip(*pair, strict=False)) if a != b), 0) for pair in pairs)
        return ceil(self._edges[first - 1]) if first else self._numbers_left

    def reset_widths(self) -> None:
        """Let columns shrink again (a new run)."""
        self._lengths = [0] * len(self._columns)
        self._edges = None
        self._measure()
        self.update()

    def restyle(self) -> None:
        """Another font may have other widths."""
        self._edges = None

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width puts the columns elsewhere."""
        super().resizeEvent(event)
        self._edges = None

    def row_at(self, y: float) -> int:
        """The place of the row at height `y`, -1 where there is none."""
        place = int((y - self._top) // self.px(self._row_height))
        return place if y >= self._top and place < len(self._rows) else -1

    def sizeHint(self) -> QSize:
        """Header and rows."""
        return QSize(282, ceil(self._top + self.px(self._row_height) * len(self._rows)))

    def minimumSizeHint(self) -> QSize:
        """As high as all rows."""
        return QSize(160, self.sizeHint().height())

    @property
    def _top(self) -> float:
        return self.px(HEADER) if self._title or any(c.title for c in self._columns) else 0.0

    def _measure(self) -> None:
        """Let columns grow to the longest numbers shown so far, counted in characters of equal width."""
        before = list(self._lengths)
        for row in self._rows:
            if len(row.values) == len(before):
                self._lengths = [max(n, len(value)) for n, value in zip(self._lengths, row.values, strict=True)]
        if self._lengths != before:
            self._edges = None
            self.update()

    def _band(self, row: int) -> QRect:
        height = self.px(self._row_height)
        top = round(self._top + row * height)
        return QRect(0, top, self.width(), round(self._top + (row + 1) * height) - top)

    # -- the hand -------------------------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click chooses a row."""
        row = self.row_at(event.position().y())
        if self._clickable and row >= 0 and event.button() == Qt.MouseButton.LeftButton:
            self._current = row
            self.update()
            self.row_clicked.emit(row)
        else:
            super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """The row under the hand is lit."""
        self._hover(self.row_at(event.position().y()))

    def leaveEvent(self, event: QEvent) -> None:
        """No row is under the hand."""
        super().leaveEvent(event)
        self._hover(-1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """↑ ↓ move among the rows, Enter or Space chooses."""
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        if not self._clickable or not self._rows:
            super().keyPressEvent(event)
        elif event.key() in steps:
            self._current = max(0, min(self._current + steps[Qt.Key(event.key())], len(self._rows) - 1))
            self.update()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.row_clicked.emit(self._current)
        else:
            super().keyPressEvent(event)

    def _hover(self, row: int) -> None:
        if self._clickable and row != self._hovered:
            self._hovered = row
            self.setCursor(Qt.CursorShape.PointingHandCursor if row >= 0 else Qt.CursorShape.ArrowCursor)
            self.update()

    # -- painting -------------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Header and rows, as far as the region asks for them."""
        painter = begin(self)
        region = event.region()
        if self._edges is None:
            self._edges = self._right_edges()
        if region.boundingRect().top() < self._top:
            self._paint_header(painter, self._edges)
        left = region.boundingRect().left()
        for i in range(len(self._rows)):
            band = self._band(i)
            if region.intersects(band):
                self._paint_row(painter, i, QRectF(band), left)
        painter.end()

    def _right_edges(self) -> list[float]:
        """Where each column's numbers end, from the widths and what is left between them."""
        digit = self.faces.number.digit
        titles = [(self.faces.symbol if c.symbol else self.faces.small).width(c.title) for c in self._columns]
        widths = [max(n * digit, title) for n, title in zip(self._lengths, titles, strict=True)]
        names = max((self._name_end(row) for row in self._rows if len(row.values) == len(widths)), default=0.0)
        if self._title:
            names = max(names, INSET + self.faces.heading.width(heading(self._title)))
        right = self.width() - INSET
        room = right - names - sum(widths)
        gap = max(GAP[0], min(GAP[1], room / len(widths))) if widths else 0.0
        edges: list[float] = []
        for width in reversed(widths):
            edges.insert(0, right)
            right -= width + gap
        self._numbers_left = 0 if any(len(row.values) != len(widths) for row in self._rows) else int(right + gap)
        return edges

    def _name_start(self, row: NumberRow) -> float:
        if row.prefix:
            return INSET + self.px(18)
        if row.swatch is None and row.shape != "none":
            return INSET
        return INSET + self.px(22 if row.shape == "square" else 16)

    def _name_end(self, row: NumberRow) -> float:
        face = self.faces.strong if row.bold or row.boxed else self.faces.text
        return self._name_start(row) + face.width(row.name)

    def _paint_header(self, painter: QPainter, edges: list[float]) -> None:
        painter.setPen(self.theme.color("quiet"))
        band = QRectF(0, 0, self.width(), self._top)
        end = self.width() - INSET
        for column, edge in zip(self._columns, edges, strict=True):
            if column.title:
                face = self.faces.symbol if column.symbol else self.faces.small
                left = edge - face.width(column.title)
                draw_text(painter, face, column.title, left, band)
                end = min(end, left - GAP[0])
        face = self.faces.heading
        draw_text(painter, face, elided(face, heading(self._title), end - INSET), INSET, band)

    def _paint_row(self, painter: QPainter, place: int, band: QRectF, left: int) -> None:
        """Paint what reaches to the right of `left`."""
        row = self._rows[place]
        self._paint_ground(painter, place, band.adjusted(0.75, 0.75, -0.75, -0.75))
        quiet = self.theme.color("quiet_soft" if place == self._hovered else "quiet")
        ink = quiet if row.faded else self.theme.color("ink")
        first = self._paint_values(painter, row, band, (ink, quiet), left)
        if not self._numbers_left or left < self._numbers_left:
            self._paint_name(painter, row, band, first, (ink, quiet))

    def _paint_ground(self, painter: QPainter, place: int, frame: QRectF) -> None:
        """The box of the row at hand, the ground under the hand, the dots around the row that has the keyboard."""
        boxed = self._rows[place].boxed
        focused = place == self._current and self.hasFocus()
        hovered = place == self._hovered
        if not (boxed or focused or hovered):
            return
        painter.setBrush(self.theme.brush("soft" if hovered else "card") if boxed or hovered else Qt.BrushStyle.NoBrush)
        painter.setPen(self.theme.pen("accent", 1.5) if boxed else Qt.PenStyle.NoPen)
        painter.drawRoundedRect(frame, 5, 5)
        if focused:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(self.theme.pen("ink", 1, "dot"))
            painter.drawRoundedRect(frame.adjusted(1.5, 1.5, -1.5, -1.5), 4, 4)

    def _paint_name(
        self, painter: QPainter, row: NumberRow, band: QRectF, end: float, inks: tuple[QColor, QColor]
    ) -> None:
        """Paint swatch, prefix and name, which ends before `end`."""
        if row.swatch is not None:
            side = SWATCH if row.shape == "square" else DOT
            draw_swatch(
                painter, self.theme, row.swatch, QPointF(INSET + self.px(side / 2), band.center().y()), row.shape, side
            )
        painter.setPen(inks[1])
        if row.prefix:
            draw_text(painter, self.faces.note, row.prefix, INSET, band)
        start = self._name_start(row)
        face = self.faces.strong if row.bold or row.boxed else self.faces.text
        painter.setPen(inks[0])
        draw_text(painter, face, elided(face, row.name, end - GAP[0] - start), start, band)

    def _paint_values(
        self, painter: QPainter, row: NumberRow, band: QRectF, inks: tuple[QColor, QColor], least: int
    ) -> float:
        """Paint the numbers of a row that end to the right of `least`, and return where the leftmost begins."""
        assert self._edges is not None
        face = self.faces.result if row.strong or row.boxed else self.faces.number
        first = self.width() - INSET
        skipped = len(self._edges) - len(row.values)
        for value, edge, column in zip(row.values, self._edges[skipped:], self._columns[skipped:], strict=True):
            if edge <= least:
                continue
            painter.setPen(inks[1] if column.quiet else inks[0])
            left = edge - face.width(value)
            draw_text(painter, face, value, left, band)
            first = min(first, left)
        return first
