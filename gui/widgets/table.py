"""A table for comparing things: sorted by its headers, with marks and swatches in its cells; copied as text."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPolygonF, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from gui.theme import Theme
from gui.widgets.marks import SWATCH, draw_mark, draw_swatch
from gui.widgets.painting import begin
from gui.widgets.table_data import Cell, Row, TableColumn, as_csv, as_markdown, shown_order
from gui.widgets.themed import INSET, Face, Themed, draw_text, elided

HEADER = 24
ROW = (20, 28)  # least and usual height of a row
GAP = (8.0, 26.0)  # least and most room between columns
SIGN = 12.0  # side of a mark's place
SPACE = 8.0  # between the parts of a cell
TEXT = 48.0  # what is left of a text where there is little room
ARROW = 10.0  # room for the sign of the direction beside a heading


__all__ = ["Cell", "Row", "Table", "TableColumn", "as_csv", "as_markdown"]


class Table(Themed):
    """A click on a heading sorts (up, down, as given), one on a row selects it.

    Keyboard: ↑ ↓ select rows; ↑ from the first row reaches the headings, where ← → move and Enter or Space sorts.
    Rows are named by their place in `set_rows`, however they are sorted.
    """

    row_selected = Signal(int)
    sort_changed = Signal(int, bool)  # column (-1: as given), descending

    def __init__(self, theme: Theme, columns: Sequence[TableColumn] = (), parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._columns: tuple[TableColumn, ...] = ()
        self._rows: tuple[Row, ...] = ()
        self._order: list[int] = []
        self._sorted = (-1, False)
        self._selected = -1
        self._heading: int | None = None  # the heading that has the keyboard
        self._hovered = -1
        self._spans: list[tuple[float, float]] | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setMouseTracking(True)
        self.set_columns(columns)

    # -- content --------------------------------------------------------------------------------------------------------

    def set_columns(self, columns: Sequence[TableColumn]) -> None:
        """Set the headings (in the language that is on)."""
        self._columns = tuple(columns)
        self._changed()

    def set_rows(self, rows: Sequence[Row]) -> None:
        """Show these rows, each with a cell for every column, in the order that is on."""
        if tuple(rows) == self._rows:
            return
        self._rows = tuple(rows)
        if self._selected >= len(rows):
            self._selected = -1
        self._sort()

    def select(self, row: int) -> None:
        """Show `row` as the selected one, silently; none where there is no such row."""
        row = row if 0 <= row < len(self._rows) else -1
        if row != self._selected:
            self._selected = row
            self.update()

    def sort_by(self, column: int, descending: bool = False) -> None:
        """Sort by a column, silently; -1 shows the rows as they were given."""
        self._sorted = (column if column < len(self._columns) else -1, descending)
        self._sort()

    @property
    def selected(self) -> int:
        """The selected row, -1 when there is none."""
        return self._selected

    @property
    def order(self) -> tuple[int, ...]:
        """The rows from top to bottom."""
        return tuple(self._order)

    def texts(self) -> tuple[list[str], list[list[str]]]:
        """Headings and cells as text, in the order shown: for `as_csv` and `as_markdown`."""
        return [c.title for c in self._columns], [[cell.plain for cell in self._rows[i]] for i in self._order]

    def _sort(self) -> None:
        self._order = shown_order(self._rows, *self._sorted)
        self._changed()

    def _changed(self) -> None:
        self._spans = None
        header, rows = self.texts()
        self.setAccessibleName(", ".join(header))
        self.setAccessibleDescription("\n".join(", ".join(row) for row in rows))
        self.updateGeometry()
        self.update()

    # -- geometry -------------------------------------------------------------------------------------------------------

    def restyle(self) -> None:
        """Another font may have other widths."""
        self._spans = None

    def sizeHint(self) -> QSize:
        """Header and rows at their usual height."""
        return QSize(680, ceil(self.px(HEADER + ROW[1] * len(self._rows))) + 1)

    def minimumSizeHint(self) -> QSize:
        """Header and rows at their least height."""
        return QSize(320, ceil(self.px(HEADER + ROW[0] * len(self._rows))) + 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width puts the columns elsewhere."""
        super().resizeEvent(event)
        self._spans = None

    @property
    def row_height(self) -> float:
        """The height of one row: as usual, or less where there is little room."""
        room = (self.height() - self.header_height - 1) / max(1, len(self._rows))
        return max(self.px(ROW[0]), min(self.px(ROW[1]), room))

    @property
    def header_height(self) -> float:
        """The height of the headings."""
        return self.px(HEADER)

    def row_at(self, y: float) -> int:
        """The row (as given) at height `y`, -1 where there is none."""
        place = int((y - self.header_height) // self.row_height)
        return self._order[place] if y >= self.header_height and place < len(self._order) else -1

    def column_at(self, x: float) -> int:
        """The column at `x`; the room between two belongs to the left one."""
        return max(0, sum(left - SPACE / 2 <= x for left, _ in self.spans()) - 1)

    def spans(self) -> list[tuple[float, float]]:
        """Where each column begins and ends."""
        if self._spans is None:
            widths = self._squeezed([self._natural(i) for i in range(len(self._columns))])
            free = self.width() - 2 * INSET - sum(widths)
            gap = max(GAP[0], min(GAP[1], free / max(1, len(widths) - 1)))
            left, spans = INSET, []
            for width in widths:
                spans.append((left, min(left + width, self.width() - INSET)))
                left += width + gap
            self._spans = spans
        return self._spans

    def _face(self, column: int) -> Face:
        return self.faces.number if self._columns[column].mono else self.faces.note

    def _natural(self, column: int) -> float:
        return max(self._content(column), self.faces.small.width(self._columns[column].title) + ARROW)

    def _content(self, column: int) -> float:
        face = self.faces.strong if column == 0 else self._face(column)
        return max((self._lead(row[column]) + face.width(row[column].text) for row in self._rows), default=0.0)

    def _squeezed(self, widths: list[float]) -> list[float]:
        """Widths that fit: where there is too little room, texts give way first, then headings, then nothing."""
        excess = sum(widths) + GAP[0] * (len(widths) - 1) - (self.width() - 2 * INSET)
        free = [c.align == "left" and not c.mono and i > 0 for i, c in enumerate(self._columns)]
        texts = [max(0.0, width - TEXT) if f else 0.0 for width, f in zip(widths, free, strict=True)]
        headings = [0.0 if f else max(0.0, widths[i] - self._content(i)) for i, f in enumerate(free)]
        for slack in (texts, headings):
            share = min(1.0, max(0.0, excess) / (sum(slack) or 1.0))
            widths = [width - share * part for width, part in zip(widths, slack, strict=True)]
            excess -= share * sum(slack)
        return widths

    # -- the hand -------------------------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click sorts or selects."""
        if event.button() != Qt.MouseButton.LeftButton:
            super().mousePressEvent(event)
        elif event.position().y() < self.header_height:
            self._toggle_sort(self.column_at(event.position().x()))
        else:
            self._choose(self.row_at(event.position().y()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """The row under the hand is lit; headings and rows can be clicked."""
        at = event.position()
        self._hover(self.row_at(at.y()))
        clickable = self._hovered >= 0 or at.y() < self.header_height
        self.setCursor(Qt.CursorShape.PointingHandCursor if clickable else Qt.CursorShape.ArrowCursor)

    def leaveEvent(self, event: QEvent) -> None:
        """No row is under the hand."""
        super().leaveEvent(event)
        self._hover(-1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """↑ ↓ select; in the headings ← → move and Enter or Space sorts. Other keys are the window's."""
        key = Qt.Key(event.key())
        if key in (Qt.Key.Key_Up, Qt.Key.Key_Down) and self._order:
            self._move(-1 if key == Qt.Key.Key_Up else 1)
        elif self._heading is not None and key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            step = -1 if key == Qt.Key.Key_Left else 1
            self._heading = max(0, min(self._heading + step, len(self._columns) - 1))
            self.update()
        elif self._heading is not None and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._toggle_sort(self._heading)
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Headings explain themselves; cells that are cut show all of their text."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            column, row = self.column_at(event.pos().x()), self.row_at(event.pos().y())
            heading = event.pos().y() < self.header_height and column < len(self._columns)
            text = self._columns[column].tip or self._columns[column].title if heading else self._cut_text(row, column)
            QToolTip.showText(event.globalPos(), text, self)
            return True
        return super().event(event)

    def _cut_text(self, row: int, column: int) -> str:
        if row < 0:
            return ""
        left, right = self.spans()[column]
        cell = self._rows[row][column]
        return cell.text if self._cell_face(row, column).width(cell.text) > right - left - self._lead(cell) else ""

    def _toggle_sort(self, column: int) -> None:
        """Up, then down, then as given."""
        if self._sorted == (column, True):
            self.sort_by(-1)
        else:
            self.sort_by(column, descending=self._sorted == (column, False))
        self.sort_changed.emit(*self._sorted)

    def _choose(self, row: int) -> None:
        if row >= 0:
            self._heading = None
            self.select(row)
            self.row_selected.emit(row)

    def _move(self, step: int) -> None:
        """Select the next row up or down; above the first are the headings."""
        at = -1 if self._selected < 0 or self._heading is not None else self._order.index(self._selected)
        to = min(at + step, len(self._order) - 1)
        if to >= 0:
            self._choose(self._order[to])
        else:
            self._heading = self._heading or 0
            self.update()

    def _hover(self, row: int) -> None:
        if row != self._hovered:
            self._hovered = row
            self.update()

    # -- painting -------------------------------------------------------------------------------------------------------

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Headings, rows, and lines between them."""
        painter = begin(self)
        for column in range(len(self._columns)):
            self._paint_heading(painter, column)
        self._paint_line(painter, self.header_height)
        for place, row in enumerate(self._order):
            band = QRectF(0, self.header_height + place * self.row_height, self.width(), self.row_height)
            self._paint_row(painter, row, band)
            self._paint_line(painter, band.bottom())
        painter.end()

    def _paint_line(self, painter: QPainter, y: float) -> None:
        painter.setPen(self.theme.pen("line"))
        painter.drawLine(QPointF(0, round(y) + 0.5), QPointF(self.width(), round(y) + 0.5))

    def _paint_heading(self, painter: QPainter, column: int) -> None:
        face, band = self.faces.small, QRectF(0, 0, self.width(), self.header_height)
        left, right = self.spans()[column]
        sorted_by = self._sorted[0] == column
        title = elided(face, self._columns[column].title, right - left - (ARROW if sorted_by else 0) + 0.5)
        width = face.width(title)
        align = self._columns[column].align
        start = {"left": left, "right": right - width, "centre": (left + right - width) / 2}[align]
        painter.setPen(self.theme.color("ink" if sorted_by else "quiet"))
        draw_text(painter, face, title, start, band)
        if sorted_by:
            x = start - 6 if align == "right" else start + width + 6
            self._paint_arrow(painter, QPointF(x, self.header_height / 2))
        if self.hasFocus() and self._heading == column:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(self.theme.pen("accent", 1.5))
            painter.drawRoundedRect(QRectF(start - 4, 3, width + 8, self.header_height - 6), 4, 4)

    def _paint_arrow(self, painter: QPainter, at: QPointF) -> None:
        """A triangle that points down where the largest stands first."""
        rise = 2.0 if self._sorted[1] else -2.0
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.theme.brush("ink"))
        painter.drawPolygon(QPolygonF([at + QPointF(-3.5, -rise), at + QPointF(3.5, -rise), at + QPointF(0, rise)]))

    def _paint_row(self, painter: QPainter, row: int, band: QRectF) -> None:
        if row in (self._selected, self._hovered):
            painter.fillRect(band, self.theme.brush("tint" if row == self._selected else "soft"))
        if row == self._selected and self.hasFocus() and self._heading is None:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(self.theme.pen("accent", 1.5))
            painter.drawRoundedRect(band.adjusted(1, 1.5, -1, -0.5), 3, 3)
        for column in range(len(self._columns)):
            self._paint_cell(painter, row, column, band)

    def _paint_cell(self, painter: QPainter, row: int, column: int, band: QRectF) -> None:
        cell, align, face = self._rows[row][column], self._columns[column].align, self._cell_face(row, column)
        left, right = self.spans()[column]
        text = elided(face, cell.text, right - left - self._lead(cell) + 0.5)
        width = face.width(text)
        lead = self._lead(cell) if text else self._lead(cell) - SPACE
        start = {"left": left, "right": right - width - lead, "centre": (left + right - width - lead) / 2}[align]
        middle = band.center().y()
        if cell.swatch is not None:
            draw_swatch(painter, self.theme, cell.swatch, QPointF(start + self.px(SWATCH / 2), middle))
            start += self.px(SWATCH) + SPACE
        if cell.mark is not None:
            draw_mark(painter, self.theme, cell.mark, QPointF(start + self.px(SIGN / 2), middle))
            start += self.px(SIGN) + SPACE
        painter.setPen(self.theme.color("ink"))
        draw_text(painter, face, text, start, band)

    def _cell_face(self, row: int, column: int) -> Face:
        if column == 0:
            return self.faces.strong if row == self._selected else self.faces.text
        return self._face(column)

    def _lead(self, cell: Cell) -> float:
        """The room of what stands before a cell's text."""
        signs = (cell.swatch is not None, SWATCH), (cell.mark is not None, SIGN)
        return sum(self.px(width) + SPACE for there, width in signs if there)
