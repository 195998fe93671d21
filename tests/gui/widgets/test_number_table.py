"""Tables of numbers: what is painted where, cheap changes in play, hand and keyboard, what is read out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from gui.theme import Theme, load_theme
from gui.widgets.inspector import (
    NumberColumn,
    NumberRow,
    NumberTable,
)
from tests.gui.widgets.pixels import WIDTH, Paints, Pixels, Shown, fitted, near, painted, screen, shown_in_a_column

STANDINGS = [
    NumberRow("RMSprop", ("0.486",), 3),
    NumberRow("Momentum", ("1.84",), 1),
    NumberRow("Adam", ("17.50",), 4, bold=True),
]
CHAIN = [
    NumberRow("start", ("", "1"), shape="none", faded=True),
    NumberRow("layer 2", ("× 0.12202121", "1.22488061e−01"), 0, "dot", boxed=True),
    NumberRow("layer 1", ("× 0.11750186", "7.26119073e−10"), 0, "ring", faded=True),
]


@pytest.fixture(params=["light", "dark"])
def theme(request: pytest.FixtureRequest) -> Theme:
    return load_theme(request.param)


@pytest.fixture
def light() -> Theme:
    return load_theme("light")


@pytest.fixture
def show(qtbot: QtBot) -> Iterator[Shown]:
    windows: list[QWidget] = []  # qtbot only closes windows, it does not keep them
    yield lambda theme, widget: windows.append(shown_in_a_column(qtbot, theme, widget))
    windows.clear()


def test_nothing_is_painted_when_nothing_changed(qtbot: QtBot, show: Shown, light: Theme) -> None:
    table = NumberTable(light, "Standings", [NumberColumn("loss")])
    table.set_rows(STANDINGS)
    show(light, table)
    paints = Paints(table)
    table.set_rows(list(STANDINGS))
    qtbot.wait(20)
    assert paints.region.isEmpty()


def table_of(
    qtbot: QtBot, theme: Theme, rows: list[NumberRow], titles: tuple[str, ...], **details: bool
) -> NumberTable:
    table = NumberTable(theme, "Standings", [NumberColumn(title) for title in titles], **details)
    table.set_rows(rows)
    fitted(qtbot, table)
    return table


def bands(table: NumberTable, pixels: Pixels) -> list[Pixels]:
    """The pixels of each row, at 2×."""
    tops = [y for y in range(table.height()) if table.row_at(y) != table.row_at(y - 1) and table.row_at(y) >= 0]
    return [pixels[2 * a : 2 * b] for a, b in zip(tops, [*tops[1:], table.height()], strict=True)]


def test_numbers_end_at_the_right_and_swatches_stand_at_the_left(qtbot: QtBot, theme: Theme) -> None:
    table = table_of(qtbot, theme, STANDINGS, ("loss f",))
    rows = bands(table, painted(table, theme.color("side")))
    assert len(rows) == 3
    for row, series in zip(rows, (3, 1, 4), strict=True):
        assert near(row[:, :44], theme.series(series)).sum() > 400
        ends = np.flatnonzero(near(row, theme.color("ink"), 60).any(axis=0))[-1]
        assert abs(ends - 2 * (WIDTH - 6)) <= 4


def test_the_selected_name_is_bold_and_the_row_at_hand_is_framed(qtbot: QtBot, light: Theme) -> None:
    plain = table_of(qtbot, light, [NumberRow("Adam", ("1",), 4)], ("loss",))
    bold = table_of(qtbot, light, [NumberRow("Adam", ("1",), 4, bold=True)], ("loss",))
    boxed = table_of(qtbot, light, CHAIN, ("factor", "gradient"))
    inks = [near(painted(t, light.color("side")), light.color("ink")).sum() for t in (plain, bold)]
    assert inks[1] > 1.2 * inks[0]
    rows = bands(boxed, painted(boxed, light.color("side")))
    assert [near(row, light.color("accent")).sum() > 300 for row in rows] == [False, True, False]
    assert near(rows[2], light.color("ink")).sum() == 0, "what is still to come is faded"


def test_columns_stand_still_in_play_until_they_are_reset(qtbot: QtBot, light: Theme) -> None:
    def left_column_end() -> int:
        row = bands(table, painted(table, light.color("side")))[0]
        gaps = near(row, light.color("ink"), 60).any(axis=0)[: 2 * (WIDTH - 70)]
        return int(np.flatnonzero(gaps)[-1])

    table = table_of(qtbot, light, [NumberRow("a", ("1.5", "−12345.6"))], ("x", "y"))
    wide = left_column_end()
    table.set_rows([NumberRow("a", ("1.5", "−12"))])
    assert left_column_end() == wide
    table.reset_widths()
    assert left_column_end() > wide


def test_a_name_too_long_leaves_the_numbers_alone(qtbot: QtBot, light: Theme) -> None:
    shown = []
    for name in ("SGD", "a racer with a very long name of its own"):
        table = table_of(qtbot, light, [NumberRow(name, ("−12.345678",), 0)], ("x",))
        shown.append(bands(table, painted(table, light.color("side")))[0])
    number = round(2 * 7.3 * len("−12.345678")) + 2 * 6
    assert np.array_equal(shown[0][:, -number:], shown[1][:, -number:])
    assert near(shown[1][:, 200:-number], light.color("ink"), 60).any(), "the name goes on up to the number"


@pytest.mark.parametrize(
    ("rows", "titles"),
    [
        (STANDINGS, ("loss f",)),
        (CHAIN, ("factor", "gradient")),
        ([NumberRow("β v", ("0.03", "17°"), prefix="2"), NumberRow("loss f", ("2.235 → 1.987",))], ("length", "angle")),
    ],
)
def test_partly_painted_tables_look_like_new_ones(
    qtbot: QtBot, show: Shown, light: Theme, rows: list[NumberRow], titles: tuple[str, ...]
) -> None:
    table, new = (NumberTable(light, "Standings", [NumberColumn(title) for title in titles]) for _ in range(2))
    table.set_rows(rows)
    show(light, table)
    children = len(table.children())
    for i in range(5):
        changed = [replace(row, values=tuple(value and f"{i}.25" for value in row.values)) for row in rows]
        table.set_rows(changed)
        qtbot.wait(2)
    table.set_rows(rows)
    qtbot.wait(30)
    assert len(table.children()) == children
    new.set_rows(rows)
    show(light, new)
    assert np.array_equal(screen(table), screen(new))


def test_rows_of_fewer_numbers_show_their_names(qtbot: QtBot, light: Theme) -> None:
    rows = [NumberRow("β v", ("0.03", "17°"), prefix="2"), NumberRow("loss f", ("2.235 → 1.987",))]
    table = table_of(qtbot, light, rows, ("length", "angle"))
    for row in bands(table, painted(table, light.color("side"))):
        assert near(row[:, :120], light.color("ink"), 60).sum() > 20
        assert near(row[:, -120:], light.color("ink"), 60).sum() > 20


def test_in_play_names_are_not_painted_again(qtbot: QtBot, show: Shown, light: Theme) -> None:
    table = NumberTable(light, "Standings", [NumberColumn("loss")])
    table.set_rows(STANDINGS)
    show(light, table)
    paints = Paints(table)
    table.set_rows([NumberRow("RMSprop", ("0.475",), 3), *STANDINGS[1:]])
    qtbot.wait(20)
    area = paints.region.boundingRect()
    assert area.left() > 100
    assert area.height() == 23


def test_a_click_says_which_row(qtbot: QtBot, light: Theme) -> None:
    table = table_of(qtbot, light, STANDINGS, ("loss",), clickable=True)
    with qtbot.waitSignal(table.row_clicked) as clicked:
        qtbot.mouseClick(table, Qt.MouseButton.LeftButton, pos=QPoint(40, 24 + 23 + 10))
    assert clicked.args == [1]
    with qtbot.assertNotEmitted(table.row_clicked):
        qtbot.mouseClick(table, Qt.MouseButton.LeftButton, pos=QPoint(40, 5))
        qtbot.mouseClick(table, Qt.MouseButton.RightButton, pos=QPoint(40, 60))


def test_rows_are_chosen_by_key(qtbot: QtBot, show: Shown, light: Theme) -> None:
    table = NumberTable(light, "Standings", [NumberColumn("loss")], clickable=True)
    table.set_rows(STANDINGS)
    show(light, table)
    table.setFocus()
    qtbot.waitUntil(table.hasFocus)
    chosen: list[int] = []
    table.row_clicked.connect(chosen.append)
    before = painted(table, light.color("side"))
    qtbot.keyClick(table, Qt.Key.Key_Down)
    qtbot.keyClick(table, Qt.Key.Key_Down)
    assert not np.array_equal(painted(table, light.color("side")), before), "the row that has the keyboard is marked"
    qtbot.keyClick(table, Qt.Key.Key_Down)
    qtbot.keyClick(table, Qt.Key.Key_Return)
    qtbot.keyClick(table, Qt.Key.Key_Up)
    qtbot.keyClick(table, Qt.Key.Key_Space)
    assert chosen == [2, 1]
    table.set_rows(STANDINGS[:1])
    qtbot.keyClick(table, Qt.Key.Key_Return)
    assert chosen == [2, 1, 0]


def test_a_table_that_is_only_read_takes_no_focus(qtbot: QtBot, light: Theme) -> None:
    table = table_of(qtbot, light, STANDINGS, ("loss",))
    assert table.focusPolicy() == Qt.FocusPolicy.NoFocus
    with qtbot.assertNotEmitted(table.row_clicked):
        qtbot.mouseClick(table, Qt.MouseButton.LeftButton, pos=QPoint(40, 60))
        qtbot.keyClick(table, Qt.Key.Key_Return)


def test_the_row_under_the_hand_is_lit(qtbot: QtBot, show: Shown, light: Theme) -> None:
    table = NumberTable(light, "Standings", [NumberColumn("loss")], clickable=True)
    table.set_rows(STANDINGS)
    show(light, table)
    qtbot.mouseMove(table, QPoint(50, 24 + 10))
    lit = bands(table, painted(table, light.color("side")))
    assert [near(row, light.color("soft"), 1).sum() > 1000 for row in lit] == [True, False, False]


def test_numbers_are_read_out(qtbot: QtBot, light: Theme) -> None:
    table = table_of(qtbot, light, [NumberRow("β v", ("0.03", "17°"), prefix="2"), *STANDINGS[:1]], ("length", "angle"))
    assert table.accessibleName() == "Standings length angle"
    assert table.accessibleDescription() == "2 β v 0.03 17°\nRMSprop 0.486"


def test_new_headings_keep_the_rows(qtbot: QtBot, light: Theme) -> None:
    table = table_of(qtbot, light, STANDINGS, ("loss",))
    table.set_header("順位", [NumberColumn("損失")])
    assert table.accessibleName() == "順位 損失"
    assert table.rows == tuple(STANDINGS)
