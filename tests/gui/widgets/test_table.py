"""The comparison table: sorting, selecting by hand and key, what is painted, what is copied."""

from __future__ import annotations

import csv
import io
from itertools import pairwise

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QToolTip, QWidget
from pytestqt.qtbot import QtBot

from gui.theme import Theme, load_theme
from gui.widgets.table import Cell, Table, TableColumn, as_csv, as_markdown
from tests.gui.widgets.pixels import Mask, Pixels, near, painted

COLUMNS = [
    TableColumn("function"),
    TableColumn("range", mono=True),
    TableColumn("smooth", "centre"),
    TableColumn("cost, ns", "right", mono=True, tip="measured on this machine"),
    TableColumn("use"),
]
ROWS = [
    (Cell("Sigmoid", swatch=0), Cell("(0, 1)"), Cell(mark="check", key=1.0), Cell("2.1", 2.1), Cell("output")),
    (
        Cell("tanh", swatch=1),
        Cell("(−1, 1)"),
        Cell(mark="check", key=1.0),
        Cell("1.7", 1.7),
        Cell("recurrent"),
    ),
    (Cell("ReLU", swatch=2), Cell("[0, ∞)"), Cell(mark="cross", key=0.0), Cell("0.5", 0.5), Cell("hidden")),
    (Cell("ELU", swatch=4), Cell("(−1, ∞)"), Cell(mark="nearly", key=0.5), Cell("…", float("nan")), Cell("accuracy")),
]
SIGMOID, TANH, RELU, ELU = range(4)
HEADER, ROW = 24, 28


@pytest.fixture
def table(qtbot: QtBot, theme: Theme) -> Table:
    table = Table(theme, COLUMNS)
    table.set_rows(ROWS)
    qtbot.addWidget(table)
    table.resize(600, table.sizeHint().height())
    assert table.order == (SIGMOID, TANH, RELU, ELU)
    assert table.selected == -1
    return table


def seen(table: Table) -> Pixels:
    """The table on paper, two device pixels to a logical one."""
    return painted(table, table.theme.color("paper"))


def in_colour(pixels: Pixels, table: Table, name: str | int, most: int = 30) -> Mask:
    return near(pixels, table.theme.color(name), most)


def row_pixels(table: Table, place: int) -> Pixels:
    top = 2 * (HEADER + ROW * place)
    return seen(table)[top + 4 : top + 2 * ROW - 4]


def click_heading(qtbot: QtBot, table: Table, column: int) -> None:
    left, right = table.spans()[column]
    qtbot.mouseClick(table, Qt.MouseButton.LeftButton, pos=QPoint(round((left + right) / 2), 10))


def test_a_click_on_a_heading_sorts_up_then_down_then_as_given(qtbot: QtBot, table: Table) -> None:
    told: list[tuple[int, bool]] = []
    table.sort_changed.connect(lambda column, descending: told.append((column, descending)))
    orders = []
    for _ in range(3):
        click_heading(qtbot, table, 3)
        orders.append(table.order)
    assert orders == [(RELU, TANH, SIGMOID, ELU), (SIGMOID, TANH, RELU, ELU), (SIGMOID, TANH, RELU, ELU)]
    assert told == [(3, False), (3, True), (-1, False)]


def test_what_is_not_known_stands_last_either_way(table: Table) -> None:
    for descending in (False, True):
        table.sort_by(3, descending)
        assert table.order[-1] == ELU


def test_texts_are_sorted_as_words_and_equals_as_given(table: Table) -> None:
    table.sort_by(0)
    assert table.order == (ELU, RELU, SIGMOID, TANH)
    table.sort_by(2, descending=True)
    assert table.order == (SIGMOID, TANH, ELU, RELU)


def test_the_sorted_rows_are_what_is_seen(table: Table) -> None:
    table.sort_by(3)
    assert in_colour(row_pixels(table, 0)[:, :50], table, 2).sum() > 400
    assert in_colour(row_pixels(table, 3)[:, :50], table, 4).sum() > 400
    heading = seen(table)[: 2 * HEADER]
    assert in_colour(heading, table, "ink").sum() > in_colour(painted_unsorted(table)[: 2 * HEADER], table, "ink").sum()


def painted_unsorted(table: Table) -> Pixels:
    table.sort_by(-1)
    return seen(table)


def test_new_rows_and_headings_keep_the_order_that_is_on(table: Table) -> None:
    table.sort_by(3)
    measured = [*ROWS[:3], (*ROWS[3][:3], Cell("0.1", 0.1), ROWS[3][4])]
    table.set_rows(measured)
    assert table.order == (ELU, RELU, TANH, SIGMOID)
    table.set_columns([TableColumn(f"列{i}") for i in range(5)])
    assert table.order == (ELU, RELU, TANH, SIGMOID)
    assert table.texts()[0][0] == "列0"


def test_a_click_selects_the_row_that_is_seen_there(qtbot: QtBot, table: Table) -> None:
    table.sort_by(3)
    with qtbot.waitSignal(table.row_selected) as selected:
        qtbot.mouseClick(table, Qt.MouseButton.LeftButton, pos=QPoint(100, HEADER + 5))
    assert selected.args == [RELU]
    assert table.selected == RELU
    assert in_colour(row_pixels(table, 0), table, "tint", 1).sum() > 5000
    assert in_colour(row_pixels(table, 1), table, "tint", 1).sum() == 0


def test_selecting_by_program_is_silent_and_bold(qtbot: QtBot, table: Table) -> None:
    before = in_colour(row_pixels(table, 1), table, "ink").sum()
    with qtbot.assertNotEmitted(table.row_selected):
        table.select(TANH)
    assert in_colour(row_pixels(table, 1), table, "ink").sum() > before


def test_everything_is_reached_by_key(qtbot: QtBot, table: Table) -> None:
    with qtbot.waitExposed(table):
        table.show()
    table.setFocus()
    chosen: list[int] = []
    table.row_selected.connect(chosen.append)
    for _ in range(6):
        qtbot.keyClick(table, Qt.Key.Key_Down)
    assert chosen[:4] == [SIGMOID, TANH, RELU, ELU]
    assert table.selected == ELU
    for _ in range(4):
        qtbot.keyClick(table, Qt.Key.Key_Up)
    before = seen(table)
    for _ in range(3):
        qtbot.keyClick(table, Qt.Key.Key_Right)
    assert not np.array_equal(seen(table), before), "the heading that has the keyboard is marked"
    qtbot.keyClick(table, Qt.Key.Key_Space)
    assert table.order == (RELU, TANH, SIGMOID, ELU)
    qtbot.keyClick(table, Qt.Key.Key_Return)
    assert table.order == (SIGMOID, TANH, RELU, ELU)
    qtbot.keyClick(table, Qt.Key.Key_Down)
    assert table.selected == SIGMOID


def test_the_windows_keys_pass_through(qtbot: QtBot, theme: Theme) -> None:
    passed: list[int] = []

    class Window(QWidget):
        def keyPressEvent(self, event: QEvent) -> None:
            passed.append(event.key())

    window = Window()
    qtbot.addWidget(window)
    table = Table(theme, COLUMNS, window)
    table.set_rows(ROWS)
    qtbot.keyClick(table, Qt.Key.Key_Down)
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Space, Qt.Key.Key_Home):
        qtbot.keyClick(table, key)
    assert passed == [Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Space, Qt.Key.Key_Home]


@pytest.mark.parametrize("name", ["light", "dark"])
def test_marks_are_drawn(table: Table, name: str) -> None:
    table.set_theme(load_theme(name))
    left, right = (round(2 * x) for x in table.spans()[2])
    for place, colour in enumerate(("ink", "ink", "accent", "quiet")):
        assert in_colour(row_pixels(table, place)[:, left:right], table, colour, 40).sum() > 20


def test_numbers_end_at_one_edge(table: Table) -> None:
    left, right = (round(2 * x) for x in table.spans()[3])
    for place in range(3):
        ink = in_colour(row_pixels(table, place)[:, left : right + 4], table, "ink", 60).any(axis=0)
        assert abs(np.flatnonzero(ink)[-1] - (right - left)) <= 5


@pytest.mark.parametrize("width", [1000, 600, 420, 330, 280])
def test_columns_share_what_room_there_is(table: Table, width: int) -> None:
    table.resize(width, table.height())
    spans = table.spans()
    assert all(right > left for left, right in spans)
    assert all(a[1] < b[0] for a, b in pairwise(spans))
    assert spans[-1][1] <= width


def test_rows_are_lower_where_there_is_little_room(table: Table) -> None:
    assert table.row_height == 28
    table.resize(600, table.minimumSizeHint().height())
    assert table.row_height == 20
    assert table.row_at(HEADER + 3 * 20 + 10) == ELU


def tip_at(table: Table, x: float, y: float) -> str:
    at = QPoint(round(x), round(y))
    QApplication.sendEvent(table, QHelpEvent(QEvent.Type.ToolTip, at, table.mapToGlobal(at)))
    return QToolTip.text()


@pytest.mark.qt_log_ignore("does not support raise", extend=True)  # tips on the offscreen platform
def test_headings_and_cut_cells_explain_themselves(qtbot: QtBot, table: Table) -> None:
    table.resize(330, table.height())
    with qtbot.waitExposed(table):
        table.show()
    assert tip_at(table, table.spans()[3][0] + 3, 5) == "measured on this machine"
    assert tip_at(table, table.spans()[4][0] + 3, HEADER + ROW + 5) == "recurrent"
    tip_at(table, table.spans()[0][0] + 3, HEADER + 5)
    qtbot.waitUntil(lambda: not QToolTip.isVisible())


def test_the_table_is_read_out(table: Table) -> None:
    assert table.accessibleName() == "function, range, smooth, cost, ns, use"
    assert table.accessibleDescription().splitlines()[2] == "ReLU, [0, ∞), ✗, 0.5, hidden"


def test_what_is_shown_is_copied_as_csv(table: Table) -> None:
    table.sort_by(3)
    read = list(csv.reader(io.StringIO(as_csv(*table.texts()))))
    assert read[0] == ["function", "range", "smooth", "cost, ns", "use"]
    assert read[1] == ["ReLU", "[0, ∞)", "✗", "0.5", "hidden"]
    assert read[2][1] == "(-1, 1)", "programs know no true minus sign"
    assert len(read) == 5


def test_what_is_shown_is_copied_as_markdown() -> None:
    text = as_markdown(["a", "|f′| < 0.05"], [["x\\y", "1"], ["", "−2"]])
    assert text == "| a | \\|f′\\| < 0.05 |\n| --- | --- |\n| x\\\\y | 1 |\n|  | −2 |\n"


def test_no_rows_are_no_trouble(qtbot: QtBot, theme: Theme) -> None:
    table = Table(theme, COLUMNS)
    qtbot.addWidget(table)
    table.select(3)
    table.set_rows([])
    assert table.selected == -1
    qtbot.keyClick(table, Qt.Key.Key_Down)
    qtbot.mouseClick(table, Qt.MouseButton.LeftButton, pos=QPoint(5, 200))
    assert table.texts()[1] == []
    assert seen(table).size
