"""The comparison table's content: one row for each function, and the same as CSV or Markdown."""

from __future__ import annotations

import csv
import io
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from engine.activations import Activation
from engine.simulations.activations_scene import Facts, FunctionsScene
from gui.i18n import words
from gui.panels.activations.figures import percent
from gui.panels.activations.figures import place as decimals
from gui.widgets.marks import Mark

Index = QModelIndex | QPersistentModelIndex

COLUMNS = ("function", "range", "centred", "smooth", "monotone", "max_slope", "saturated", "dead", "cost", "use")
CENTRED: dict[str, Mark] = {"yes": "check", "nearly": "nearly", "no": "cross"}
SORT_ROLE = Qt.ItemDataRole.UserRole
UNKNOWN = "—"


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands in a cell: a mark, a text, or both; what it is sorted by; how full its bar is, if it has one."""

    text: str = ""
    mark: Mark | None = None
    order: float | str = 0.0
    bar: float = -1.0


class FactsModel(QAbstractTableModel):
    """The functions of a scene by their facts, and what they cost where that has been measured."""

    def __init__(self) -> None:
        """Without rows until a scene is shown."""
        super().__init__()
        self.scene: FunctionsScene | None = None
        self._costs: Mapping[type[Activation], float] = {}
        self._cells: list[tuple[Cell, ...]] = []
        self._titles: dict[str, str] = dict.fromkeys(COLUMNS, "")

    def retranslate(self) -> None:
        """Set headings and words again."""
        self._titles = {
            "function": self.tr("function"),
            "range": self.tr("range"),
            "centred": self.tr("zero-centred"),
            "smooth": self.tr("smooth"),
            "monotone": self.tr("monotone"),
            "max_slope": self.tr("max f′"),
            "saturated": self.tr("saturated"),
            "dead": self.tr("f′ = 0"),
            "cost": self.tr("cost, ns"),
            "use": self.tr("use"),
        }
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(COLUMNS) - 1)
        self._refresh()

    def show_scene(self, scene: FunctionsScene) -> None:
        """Other functions."""
        same = self.scene is not None and len(self.scene.names) == len(scene.names)
        if not same:
            self.beginResetModel()
        self.scene = scene
        self._cells = self._all_cells()
        if same:
            self._changed()
        else:
            self.endResetModel()

    def show_costs(self, costs: Mapping[type[Activation], float]) -> None:
        """What each kind of function costs, in ns per element; kinds that are missing have not been measured."""
        self._costs = costs
        self._refresh()

    def _refresh(self) -> None:
        if self.scene is not None:
            self._cells = self._all_cells()
            self._changed()

    def _changed(self) -> None:
        if self._cells:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._cells) - 1, len(COLUMNS) - 1))

    def _all_cells(self) -> list[tuple[Cell, ...]]:
        scene = self.scene
        assert scene is not None
        costs = [self._costs.get(type(activation), math.nan) for activation in scene.activations]
        highest = max((cost for cost in costs if cost == cost), default=0.0)
        rows = zip(scene.names, scene.facts, costs, strict=True)
        return [cells(words(name), fact, cost, highest) for name, fact, cost in rows]

    # -- Qt's questions -----------------------------------------------------------------------------------------------

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """One row for each function."""
        return 0 if parent.isValid() else len(self._cells)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """One column for each fact."""
        return 0 if parent.isValid() else len(COLUMNS)

    def cell(self, row: int, column: int) -> Cell:
        """What stands at a place."""
        return self._cells[row][column]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - as Qt has it
        """Text, what to sort by, and what is read out."""
        if not index.isValid():
            return None
        cell = self._cells[index.row()][index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return cell.text
        if role == SORT_ROLE:
            return cell.order
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return spoken(self._titles[COLUMNS[index.column()]], cell)
        if role == Qt.ItemDataRole.ToolTipRole and COLUMNS[index.column()] == "use":
            return cell.text
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - as Qt has it
        """The headings."""
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._titles[COLUMNS[section]]
        return None

    def titles(self) -> list[str]:
        """All headings."""
        return list(self._titles.values())


def cells(name: str, fact: Facts, cost: float, highest: float) -> tuple[Cell, ...]:
    """A function's row."""
    known = cost == cost
    return (
        Cell(name, order=name.lower()),
        Cell(fact.range_text, order=fact.range_text),
        Cell(decimals(fact.mean_output), CENTRED[fact.centred], abs(fact.mean_output)),
        _yes_or_no(fact.smooth),
        _yes_or_no(fact.monotone),
        Cell(decimals(fact.max_derivative), order=fact.max_derivative),
        Cell(percent(fact.saturated), order=fact.saturated),
        Cell(percent(fact.dead), order=fact.dead),
        Cell(f"{cost:.1f}" if known else UNKNOWN, order=cost if known else -1.0, bar=cost / highest if known else -1.0),
        Cell(words(fact.use), order=words(fact.use)),
    )


def _yes_or_no(value: bool) -> Cell:
    return Cell(mark="check" if value else "cross", order=0.0 if value else 1.0)


def spoken(title: str, cell: Cell) -> str:
    """A cell in words: `smooth ✓`, `zero-centred ✗ 0.50`."""
    return " ".join(part for part in (title, plain(cell)) if part)


def plain(cell: Cell) -> str:
    """A cell as text, its mark as a character."""
    sign = {"check": "✓", "cross": "✗", "nearly": "≈", None: ""}[cell.mark]
    return " ".join(part for part in (sign, cell.text) if part)


def as_csv(model: FactsModel, rows: Sequence[int]) -> str:
    """The rows in this order as comma-separated values (RFC 4180), with a heading."""
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(model.titles())
    writer.writerows([plain(model.cell(row, column)) for column in range(len(COLUMNS))] for row in rows)
    return text.getvalue()


def as_markdown(model: FactsModel, rows: Sequence[int]) -> str:
    """The rows in this order as a Markdown table."""
    lines = [model.titles(), ["---"] * len(COLUMNS)]
    lines += [[plain(model.cell(row, column)) for column in range(len(COLUMNS))] for row in rows]
    return "".join("| " + " | ".join(cell.replace("|", "\\|") for cell in line) + " |\n" for line in lines)
