"""Typing, stepping and dragging an exact number."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QAccessible, QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from engine.parameter import Parameter
from gui.theme import Theme
from gui.widgets.number_field import PIXELS_A_STEP, DragLabel, NumberField

RATE = Parameter("float", "Learning rate", low=1e-5, high=10, scale="log")
PLACE = Parameter("float", "Place", low=-100, high=100, step=0.01)
STEPS = Parameter("int", "Steps", low=1, high=100_000)


class Heard:
    def __init__(self, field: NumberField) -> None:
        self.released: list[float] = []
        self.moved: list[float] = []
        self.refused: list[str] = []
        field.released.connect(self.released.append)
        field.moved.connect(self.moved.append)
        field.refused.connect(self.refused.append)


@pytest.fixture
def field(theme: Theme, stage: Callable[[NumberField], NumberField], qtbot: QtBot) -> NumberField:
    made = stage(NumberField(theme, RATE, 0.1))
    made.setFocus()
    qtbot.waitUntil(made.hasFocus)
    assert made.text() == "0.100"
    return made


def type_over(qtbot: QtBot, field: NumberField, text: str) -> None:
    field.selectAll()
    if text.isascii():
        qtbot.keyClicks(field, text)
    else:  # QTest has no keys for these; they come by input method or paste
        field.insert(text)


@pytest.mark.parametrize(
    ("typed", "value"),
    [("1e-3", 1e-3), ("0.123456789", 0.123456789), (".5", 0.5), ("2", 2.0), ("+1", 1.0), ("10", 10.0)],
)
def test_an_exact_value_is_taken_at_enter(field: NumberField, qtbot: QtBot, typed: str, value: float) -> None:
    heard = Heard(field)
    type_over(qtbot, field, typed)
    assert heard.released == []
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert heard.released == [value]
    assert field.number() == value
    assert float(field.text().replace("−", "-")) == value


@pytest.mark.parametrize(
    "typed", ["abc", "0,5", "", "1e", "nan", "inf", "99", "-1", "1e999", "0", "9" * 60, "１e", "0x10"]
)
def test_a_wrong_entry_is_refused_with_its_reason(field: NumberField, qtbot: QtBot, typed: str) -> None:
    heard = Heard(field)
    field.selectAll()
    qtbot.keyClick(field, Qt.Key.Key_Delete)
    type_over(qtbot, field, typed)
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert (heard.released, heard.moved) == ([], [])
    assert field.wrong
    assert len(heard.refused) == 1
    assert heard.refused[0]
    assert field.toolTip() == heard.refused[0]
    assert field.number() == 0.1
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert field.text() == "0.100"
    assert not field.wrong
    assert heard.refused[-1] == ""


def test_a_wrong_entry_gives_way_when_the_field_is_left(field: NumberField, qtbot: QtBot) -> None:
    type_over(qtbot, field, "abc")
    field.clearFocus()
    assert field.text() == "0.100"
    assert field.wrong
    field.set_number(0.2)
    assert not field.wrong


def test_leaving_the_field_takes_the_value(field: NumberField, qtbot: QtBot) -> None:
    heard = Heard(field)
    type_over(qtbot, field, "0.25")
    field.clearFocus()
    assert heard.released == [0.25]


def test_escape_reverts_and_an_untouched_field_lets_it_pass(field: NumberField, qtbot: QtBot) -> None:
    heard = Heard(field)
    type_over(qtbot, field, "5")
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert field.text() == "0.100"
    event = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(field, event)
    assert not event.isAccepted()
    field.clearFocus()
    assert heard.released == []


def test_what_is_being_typed_stays_while_the_value_is_shown_again(field: NumberField, qtbot: QtBot) -> None:
    type_over(qtbot, field, "0.2")
    field.set_number(0.1)
    assert field.text() == "0.2"
    field.set_number(0.3)
    assert field.text() == "0.300"


def test_setting_from_outside_is_silent(field: NumberField) -> None:
    heard = Heard(field)
    field.set_number(0.7)
    assert field.text() == "0.700"
    assert (heard.released, heard.moved, heard.refused) == ([], [], [])


def test_arrows_and_pages_step(field: NumberField, qtbot: QtBot) -> None:
    heard = Heard(field)
    qtbot.keyClick(field, Qt.Key.Key_Up)
    qtbot.keyClick(field, Qt.Key.Key_Down)
    qtbot.keyClick(field, Qt.Key.Key_PageUp)
    assert heard.released == [0.11, 0.1, 0.2]


def test_undo_is_left_to_the_experiment_until_something_is_typed(field: NumberField, qtbot: QtBot) -> None:
    def claims_undo() -> bool:
        event = QKeyEvent(QEvent.Type.ShortcutOverride, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        event.ignore()
        QApplication.sendEvent(field, event)
        return event.isAccepted()

    assert not claims_undo()
    type_over(qtbot, field, "5")
    assert claims_undo()


def test_space_is_left_to_the_window(field: NumberField) -> None:
    event = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Space, Qt.KeyboardModifier.NoModifier, " ")
    QApplication.sendEvent(field, event)
    assert not event.isAccepted()
    assert field.text() == "0.100"


def test_whole_numbers_stay_whole(theme: Theme, qtbot: QtBot) -> None:
    field = NumberField(theme, STEPS, 30, boxed=True)
    qtbot.addWidget(field)
    heard = Heard(field)
    type_over(qtbot, field, "1e3")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert heard.released == [1000]
    assert field.text() == "1000"
    type_over(qtbot, field, "2.5")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert field.wrong
    assert field.number() == 1000


def test_minus_is_shown_and_read_as_a_true_minus(theme: Theme, qtbot: QtBot) -> None:
    field = NumberField(theme, PLACE, -7.0, boxed=True)
    qtbot.addWidget(field)
    assert field.text() == "−7.00"
    type_over(qtbot, field, "−6.5")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert field.number() == -6.5


def test_dragging_its_name_is_one_gesture(theme: Theme, stage: Callable[[QWidget], QWidget], qtbot: QtBot) -> None:
    row = QWidget()
    field, name = NumberField(theme, STEPS, 30, row, boxed=True), DragLabel("Steps", row)
    name.setGeometry(100, 50, 40, 20)
    field.follow(name)
    stage(row)
    heard = Heard(field)
    qtbot.mousePress(name, Qt.MouseButton.LeftButton, pos=QPoint(1, 1))
    for steps in (1, 2, 3):
        qtbot.mouseMove(name, QPoint(1 + steps * PIXELS_A_STEP, 1))
    qtbot.mouseRelease(name, Qt.MouseButton.LeftButton, pos=QPoint(1 + 3 * PIXELS_A_STEP, 1))
    assert heard.moved == [31, 32, 33]
    assert heard.released == [33]


def test_a_screen_reader_hears_name_and_value(field: NumberField) -> None:
    field.setAccessibleName("Learning rate η")
    face = QAccessible.queryAccessibleInterface(field)
    assert face.text(QAccessible.Text.Name) == "Learning rate η"
    assert face.text(QAccessible.Text.Value) == "0.100"
