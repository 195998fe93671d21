"""The comparison table: what is known of each function, in rows that sort and can be copied."""

from __future__ import annotations

import math
from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QMenu, QScrollArea

from engine.activations import Activation
from engine.simulations.activations_scene import Facts, FunctionsScene
from gui.i18n import words
from gui.panels.activations.figures import MARKS, percent
from gui.panels.activations.figures import place as decimals
from gui.theme import Theme
from gui.theme.style import scroll_sheet
from gui.widgets.marks import Colour
from gui.widgets.table import ARROW, GAP, Cell, Row, Table, TableColumn, as_csv, as_markdown
from gui.widgets.themed import INSET

KEYS = ("function", "range", "centred", "smooth", "monotone", "max_slope", "saturated", "dead", "cost", "use")
UNKNOWN = "—"
CUT = 16.0
"""So many pixels may be missing before the table scrolls sideways: a text loses its end."""
SHARE, MOST = 0.36, 0.46
"""The parts of the height that the table takes at its usual and at its least size."""

Costs = Mapping[type[Activation], float]


class NarrowTable(Table):
    """A table of many columns: only the heading that rows are sorted by keeps room for the sign of direction."""

    @property
    def natural_width(self) -> int:
        """What it needs to show every text whole."""
        widths = [self._natural(column) for column in range(len(self._columns))]
        return math.ceil(sum(widths) + GAP[0] * (len(widths) - 1) + 2 * INSET)

    def _natural(self, column: int) -> float:
        sign = ARROW if column == self._sorted[0] else 0.0
        return max(self._content(column), self.faces.small.width(self._columns[column].title) + sign)


class FactsTable(QScrollArea):
    """The functions of a scene side by side; it scrolls where there is no room for all."""

    def __init__(self, theme: Theme) -> None:
        """Without rows until a scene is shown."""
        super().__init__()
        self.table = NarrowTable(theme)
        self.setWidget(self.table)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.table.row_selected.connect(self._follow)
        self._scene: FunctionsScene | None = None
        self._costs: Costs = {}
        self.set_theme(theme)

    def show_scene(self, scene: FunctionsScene, selected: int) -> None:
        """Other functions, or another one selected."""
        if scene is not self._scene:
            self._scene = scene
            self._set_rows()
        self.table.select(selected)

    def show_costs(self, costs: Costs) -> None:
        """What each kind of function costs, in ns per element; kinds that are missing have not been measured."""
        self._costs = costs
        self._set_rows()

    def _follow(self, row: int) -> None:
        """Keep the row that the keyboard has come to in sight."""
        middle = self.table.header_height + (self.table.order.index(row) + 0.5) * self.table.row_height
        self.ensureVisible(0, round(middle), 0, round(self.table.row_height))

    def _set_rows(self) -> None:
        if self._scene is not None:
            self.table.set_rows(rows(self._scene, self._costs))

    # -- order --------------------------------------------------------------------------------------------------------

    def sort_by(self, key: str | None, descending: bool = False) -> None:
        """Sort by a column, or return to the form's order."""
        self.table.sort_by(KEYS.index(key) if key in KEYS else -1, descending)

    # -- size, look, language -----------------------------------------------------------------------------------------

    def fit(self, width: int, height: int) -> None:
        """Rows as high as usual where that takes a third of `height`; lower ones; less than all of them, to scroll."""
        usual, least = self.table.sizeHint().height(), self.table.minimumSizeHint().height()
        rows = usual if usual <= SHARE * height else max(min(least, int(MOST * height)), 80)
        needed = self.table.natural_width
        self.table.setMinimumWidth(needed if needed > width + CUT else 0)
        bar = self.horizontalScrollBar().sizeHint().height() if width < self.table.minimumWidth() else 0
        self.setFixedHeight(rows + bar)

    def set_theme(self, theme: Theme) -> None:
        """Take every colour and face from `theme`."""
        self.table.set_theme(theme)
        palette = self.palette()
        palette.setColor(palette.ColorRole.Window, theme.color("paper"))
        self.setPalette(palette)
        for bar in (self.horizontalScrollBar(), self.verticalScrollBar()):
            bar.setStyleSheet(scroll_sheet(theme))

    def retranslate(self) -> None:
        """Set headings and words again."""
        self.table.set_columns(self._columns())
        self._set_rows()

    def _columns(self) -> list[TableColumn]:
        return [
            TableColumn(self.tr("function")),
            TableColumn(self.tr("range"), mono=True),
            TableColumn(
                self.tr("0-centred"),
                mono=True,
                tip=self.tr("Mean of f(z) for z from N(0, 1): ✓ zero-centred, ≈ nearly, ✗ not"),
            ),
            TableColumn(self.tr("smooth"), "centre", tip=self.tr("Whether f′ has no jump")),
            TableColumn(self.tr("monotone"), "centre", tip=self.tr("Whether f never falls")),
            TableColumn(self.tr("max f′"), "right", mono=True, tip=self.tr("The largest slope")),
            TableColumn(self.tr("saturated"), "right", mono=True, tip=self.tr("Share of N(0, 1) with |f′| < 0.05")),
            TableColumn(self.tr("f′ = 0"), "right", mono=True, tip=self.tr("Share of N(0, 1) with f′ exactly 0")),
            TableColumn(
                self.tr("cost"),
                "right",
                mono=True,
                tip=self.tr("Nanoseconds per element on this machine, median of 25 interleaved rounds"),
            ),
            TableColumn(self.tr("use")),
        ]

    # -- copies -------------------------------------------------------------------------------------------------------

    def menu(self) -> QMenu:
        """What can be copied; whoever opens it deletes it."""
        menu = QMenu(self)
        menu.addAction(self.tr("Copy as CSV"), self.copy_csv)
        menu.addAction(self.tr("Copy as Markdown"), self.copy_markdown)
        return menu

    def copy_csv(self) -> None:
        """Put the table on the clipboard as comma-separated values, in the order shown."""
        QGuiApplication.clipboard().setText(as_csv(*self.table.texts()))

    def copy_markdown(self) -> None:
        """Put the table on the clipboard as Markdown, in the order shown."""
        QGuiApplication.clipboard().setText(as_markdown(*self.table.texts()))


def rows(scene: FunctionsScene, costs: Costs) -> list[Row]:
    """A row for each function."""
    known = [costs.get(type(activation), math.nan) for activation in scene.activations]
    parts = zip(scene.names, scene.colours, scene.facts, known, strict=True)
    return [_row(words(name), colour, fact, cost) for name, colour, fact, cost in parts]


def _row(name: str, colour: Colour, fact: Facts, cost: float) -> Row:
    return (
        Cell(name, swatch=colour),
        Cell(fact.range_text),
        Cell(decimals(fact.mean_output), abs(fact.mean_output), MARKS[fact.centred]),
        _yes_or_no(fact.smooth),
        _yes_or_no(fact.monotone),
        Cell(decimals(fact.max_derivative), fact.max_derivative),
        Cell(percent(fact.saturated), fact.saturated),
        Cell(percent(fact.dead), fact.dead),
        Cell(UNKNOWN if math.isnan(cost) else f"{cost:.1f}", cost),
        Cell(words(fact.use)),
    )


def _yes_or_no(value: bool) -> Cell:
    return Cell(mark="check" if value else "cross", key=0.0 if value else 1.0)
