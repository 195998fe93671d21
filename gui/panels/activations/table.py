"""The comparison table: sortable, its cells painted with marks and bars; to be copied as CSV or Markdown."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, QSortFilterProxyModel, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QGuiApplication, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QMenu,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from engine.activations import Activation
from engine.simulations.activations_scene import FunctionsScene
from gui.panels.activations.table_model import (
    COLUMNS,
    SORT_ROLE,
    Cell,
    FactsModel,
    Index,
    as_csv,
    as_markdown,
)
from gui.theme import Theme
from gui.widgets.marks import draw_mark, draw_swatch
from gui.widgets.themed import Face

ROW, LOW_ROW, HEADER = 28, 22, 24
PAD, GAP = 2.0, 5.0
"""The least room between two columns: after the one, before the other."""

SWATCH_ROOM = 20.0
MARK, BAR = 10.0, 22.0
WIDEST_COST = "00.0"
RIGHT = ("max_slope", "saturated", "dead", "cost")
CENTRE = ("smooth", "monotone")
NUMBERS = ("range", "centred", *RIGHT)


class FactsTable(QTableView):
    """The functions side by side. `picked(i)`: a row was chosen by the hand; `sorted_by()`: another order."""

    picked = Signal(int)
    reordered = Signal()

    def __init__(self, theme: Theme) -> None:
        """Without rows until a scene is shown."""
        super().__init__()
        self.theme = theme
        self.facts = FactsModel()
        self.proxy = QSortFilterProxyModel(self)
        self.proxy.setSourceModel(self.facts)
        self.proxy.setSortRole(SORT_ROLE)
        self.selected = 0
        self.by_keyboard = False
        self.hidden_rows: frozenset[int] = frozenset()
        self._sort: tuple[int, bool] = (-1, True)
        self._dress()
        self.setModel(self.proxy)
        self.setItemDelegate(CellPainter(self))
        self.header = FactsHeader(self)
        self.setHorizontalHeader(self.header)
        self.header.sectionClicked.connect(self._header_clicked)
        self.clicked.connect(self._pick)
        self.activated.connect(self._pick)
        self.set_theme(theme)

    def _dress(self) -> None:
        self.setFrameShape(self.Shape.NoFrame)
        self.setShowGrid(False)
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(LOW_ROW)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setCornerButtonEnabled(False)
        self.setTabKeyNavigation(False)

    # -- shown --------------------------------------------------------------------------------------------------------

    def show_scene(self, scene: FunctionsScene, selected: int, hidden: Sequence[int] = ()) -> None:
        """Other functions, or another choice of them."""
        self.selected, self.hidden_rows = selected, frozenset(hidden)
        if scene is not self.facts.scene:
            self.facts.show_scene(scene)
            self._sort_again()
            self.fit()
        self.viewport().update()

    def show_costs(self, costs: Mapping[type[Activation], float]) -> None:
        """What has been measured."""
        self.facts.show_costs(costs)
        self._sort_again()
        self.fit()

    def set_theme(self, theme: Theme) -> None:
        """Take colours and faces from `theme`."""
        self.theme = theme
        self.text_face, self.bold_face = Face(theme.font(13)), Face(theme.font(13, bold=True))
        self.number_face, self.head_face = Face(theme.mono(12)), Face(theme.font(11))
        palette = self.palette()
        palette.setColor(palette.ColorRole.Base, theme.color("paper"))
        self.setPalette(palette)
        self.fit()

    def retranslate(self) -> None:
        """Set headings and words again."""
        self.setAccessibleName(self.tr("Comparison of the functions"))
        self.facts.retranslate()
        self.fit()

    # -- order --------------------------------------------------------------------------------------------------------

    def sort_state(self) -> tuple[str, bool] | None:
        """Which column the rows are sorted by, and whether ascending; None in the form's order."""
        column, ascending = self._sort
        return (COLUMNS[column], ascending) if column >= 0 else None

    def set_sort(self, column: str | None, ascending: bool = True) -> None:
        """Sort by a column, or return to the form's order."""
        self._sort = (COLUMNS.index(column), ascending) if column in COLUMNS else (-1, True)
        self._sort_again()
        self.header.viewport().update()

    def _sort_again(self) -> None:
        column, ascending = self._sort
        self.proxy.sort(column, Qt.SortOrder.AscendingOrder if ascending else Qt.SortOrder.DescendingOrder)

    def _header_clicked(self, column: int) -> None:
        """First ascending, then descending, then the form's order."""
        now, ascending = self._sort
        if column != now:
            self.set_sort(COLUMNS[column])
        else:
            self.set_sort(COLUMNS[column] if ascending else None, ascending=False)
        self.reordered.emit()

    def order(self) -> list[int]:
        """The functions' places in the form, from the top row down."""
        return [self.proxy.mapToSource(self.proxy.index(row, 0)).row() for row in range(self.proxy.rowCount())]

    # -- size ---------------------------------------------------------------------------------------------------------

    def wanted_height(self, row: int = ROW) -> int:
        """The height at which all rows are seen."""
        return HEADER + row * self.proxy.rowCount() + 2

    def resizeEvent(self, event: QEvent) -> None:
        """Rows shrink a little where there is less room."""
        super().resizeEvent(event)  # type: ignore[arg-type]
        self.fit()

    def fit(self) -> None:
        """Give every column what it needs, and the rest to the gaps between them."""
        if not hasattr(self, "header"):
            return
        self.verticalHeader().setDefaultSectionSize(ROW if self.height() >= self.wanted_height() else LOW_ROW)
        needs = [self._need(i) for i in range(len(COLUMNS))]
        spare = self.viewport().width() - sum(needs)
        gap = min(max(spare, 0.0) / len(COLUMNS), 12.0)
        for i, need in enumerate(needs[:-1]):
            self.setColumnWidth(i, int(need + gap))
        used = sum(self.columnWidth(i) for i in range(len(COLUMNS) - 1))
        self.setColumnWidth(len(COLUMNS) - 1, max(40, self.viewport().width() - used))

    def _need(self, column: int) -> float:
        """The room of a column's widest cell, or of its heading."""
        cells = [self.facts.cell(row, column) for row in range(self.facts.rowCount())]
        title = self.head_face.width(self.facts.titles()[column])
        return max([title, *(self._width(column, cell) for cell in cells)]) + PAD + GAP

    def _width(self, column: int, cell: Cell) -> float:
        name = COLUMNS[column]
        face = self.number_face if name in NUMBERS else self.bold_face if name == "function" else self.text_face
        mark = MARK + (6 if cell.text else 0) if cell.mark else 0.0
        if name == "cost":
            return BAR + 6 + face.width(WIDEST_COST)
        return face.width(cell.text) + mark + (SWATCH_ROOM if name == "function" else 0.0)

    # -- the hand -----------------------------------------------------------------------------------------------------

    def _pick(self, index: Index) -> None:
        self.picked.emit(self.proxy.mapToSource(index).row())

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The row at hand is marked for those who come by keyboard."""
        super().focusInEvent(event)
        self.by_keyboard = event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """No row is at hand any more."""
        super().focusOutEvent(event)
        self.by_keyboard = False
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move, Enter and Space pick, Ctrl+C copies; the rest goes on."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and self.currentIndex().isValid():
            self._pick(self.currentIndex())
        elif event.matches(event.StandardKey.Copy):  # type: ignore[attr-defined]
            self.copy_csv()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Copy, and sort without the mouse."""
        menu = self.menu()
        menu.exec(event.globalPos())
        menu.deleteLater()

    def menu(self) -> QMenu:
        """What can be done with the table."""
        menu = QMenu(self)
        menu.addAction(self.tr("Copy as CSV"), self.copy_csv)
        menu.addAction(self.tr("Copy as Markdown"), self.copy_markdown)
        order = menu.addMenu(self.tr("Sort by"))
        for column, title in enumerate(self.facts.titles()):
            order.addAction(title, lambda column=column: self._header_clicked(column))
        return menu

    def copy_csv(self) -> None:
        """Put the table on the clipboard as comma-separated values, in the order shown."""
        QGuiApplication.clipboard().setText(as_csv(self.facts, self.order()))

    def copy_markdown(self) -> None:
        """Put the table on the clipboard as Markdown, in the order shown."""
        QGuiApplication.clipboard().setText(as_markdown(self.facts, self.order()))


class FactsHeader(QHeaderView):
    """Small quiet headings over a line; a triangle beside the one that the rows are sorted by."""

    def __init__(self, table: FactsTable) -> None:
        """For `table`."""
        super().__init__(Qt.Orientation.Horizontal, table)
        self.table = table
        self.setSectionsClickable(True)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setFixedHeight(HEADER)
        self.setMinimumSectionSize(20)

    def sizeHint(self) -> QSize:
        """A fixed height."""
        return QSize(super().sizeHint().width(), HEADER)

    def paintEvent(self, event: QPaintEvent) -> None:
        """All headings at once."""
        painter = QPainter(self.viewport())
        painter.fillRect(self.viewport().rect(), self.table.theme.color("paper"))
        for column in range(len(COLUMNS)):
            area = QRectF(self.sectionViewportPosition(column), 0, self.sectionSize(column), HEADER)
            self._paint_title(painter, column, area)
        painter.setPen(self.table.theme.pen("line"))
        painter.drawLine(QPointF(0, HEADER - 0.5), QPointF(self.viewport().width(), HEADER - 0.5))
        painter.end()

    def _paint_title(self, painter: QPainter, column: int, area: QRectF) -> None:
        table, name = self.table, COLUMNS[column]
        title, face = table.facts.titles()[column], table.head_face
        width = face.width(title)
        inner = area.adjusted(SWATCH_ROOM if name == "function" else 0, 0, -PAD - GAP, 0)
        left = inner.left()
        if name in RIGHT:
            left = inner.right() - width
        elif name in CENTRE:
            left = inner.center().x() - width / 2
        painter.setFont(face.font)
        painter.setPen(table.theme.color("quiet"))
        painter.drawText(QPointF(left, face.middle(0, HEADER)), title)
        state = table.sort_state()
        if state and state[0] == name:
            self._paint_triangle(painter, left + width + 3, state[1])

    def _paint_triangle(self, painter: QPainter, left: float, ascending: bool) -> None:
        middle, tip = HEADER / 2, -3.0 if ascending else 3.0
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.table.theme.brush("quiet"))
        corners = [
            QPointF(left, middle - tip / 2),
            QPointF(left + 6, middle - tip / 2),
            QPointF(left + 3, middle + tip),
        ]
        painter.drawPolygon(corners)


class CellPainter(QStyledItemDelegate):
    """Paints the cells: swatch and name, marks, numbers of equal width, a bar for the cost."""

    def __init__(self, table: FactsTable) -> None:
        """For `table`."""
        super().__init__(table)
        self.table = table

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """One cell with its share of the row's ground and line."""
        table, area = self.table, QRectF(option.rect)  # type: ignore[attr-defined]
        source = table.proxy.mapToSource(index)
        row, name = source.row(), COLUMNS[source.column()]
        cell = table.facts.cell(row, source.column())
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if row == table.selected:
            painter.fillRect(area, table.theme.brush("tint"))
        painter.fillRect(QRectF(area.left(), area.bottom() - 1, area.width(), 1), table.theme.brush("line"))
        if table.by_keyboard and index.row() == table.currentIndex().row():
            painter.fillRect(QRectF(area.left(), area.bottom() - 2, area.width(), 2), table.theme.brush("accent"))
        if row in table.hidden_rows:
            painter.setOpacity(0.55)
        self._paint_cell(painter, name, cell, area.adjusted(0, 0, -PAD - GAP, 0), row)
        painter.restore()

    def _paint_cell(self, painter: QPainter, name: str, cell: Cell, area: QRectF, row: int) -> None:
        table, theme = self.table, self.table.theme
        middle = area.center().y()
        left = area.left()
        if name == "function" and table.facts.scene is not None:
            draw_swatch(painter, theme, table.facts.scene.colours[row], QPointF(left + 9, middle))
            left += SWATCH_ROOM
        if name in CENTRE and cell.mark:
            draw_mark(painter, theme, cell.mark, area.center())
        elif cell.mark:
            draw_mark(painter, theme, cell.mark, QPointF(left + 5, middle))
            left += MARK + 6
        if cell.bar >= 0:
            right = area.right() - table.number_face.width(WIDEST_COST) - 6
            width = max(2.0, BAR * cell.bar)
            painter.fillRect(QRectF(right - BAR, middle - 2.5, width, 5), theme.brush("bar"))
        self._paint_text(painter, name, cell, area.adjusted(left - area.left(), 0, 0, 0), row)

    def _paint_text(self, painter: QPainter, name: str, cell: Cell, area: QRectF, row: int) -> None:
        table = self.table
        bold = name == "function" and row == table.selected
        face = table.number_face if name in NUMBERS else table.bold_face if bold else table.text_face
        text = cell.text
        if name == "use" or face.width(text) > area.width() + 4:
            text = face.metrics.elidedText(text, Qt.TextElideMode.ElideRight, area.width() + 4)
        left = area.right() - face.width(text) if name in RIGHT else area.left()
        painter.setFont(face.font)
        painter.setPen(table.theme.color("ink"))
        painter.drawText(QPointF(left, face.middle(area.top(), area.height())), text)
