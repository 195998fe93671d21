"""The transport bar, as the hand and the eye meet it."""

from __future__ import annotations

import math
from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from gui.theme import Theme, load_theme
from gui.widgets.transport import SPEEDS, Transport, nearest_speed


class Heard:
    def __init__(self, bar: Transport) -> None:
        self.all: list[tuple[object, ...]] = []
        for name in (
            "play_toggled",
            "step_requested",
            "seek_requested",
            "first",
            "last",
            "speed_changed",
            "loop_changed",
        ):
            getattr(bar, name).connect(lambda *values, name=name: self.all.append((name, *values)))


@pytest.fixture
def bar(theme: Theme, qtbot: QtBot) -> Transport:
    made = Transport(theme)
    qtbot.addWidget(made)
    made.resize(1024, 64)
    made.set_range(100, 100)
    made.ensurePolished()
    made.layout().activate()
    assert made.counter.text() == "step 0 / 100"
    assert made.speed.currentText() == "10 / s"
    return made


@pytest.mark.parametrize(
    ("button", "told"),
    [
        ("first_button", ("first",)),
        ("back_button", ("step_requested", -1)),
        ("play_button", ("play_toggled",)),
        ("step_button", ("step_requested", 1)),
        ("last_button", ("last",)),
        ("loop_button", ("loop_changed", True)),
    ],
)
def test_each_button_tells_what_it_is_for(bar: Transport, qtbot: QtBot, button: str, told: tuple[object, ...]) -> None:
    heard = Heard(bar)
    qtbot.mouseClick(getattr(bar, button), Qt.MouseButton.LeftButton)
    assert heard.all == [told]
    qtbot.keyClick(getattr(bar, button), Qt.Key.Key_Space)
    assert len(heard.all) == 2


def test_setters_are_silent(bar: Transport) -> None:
    heard = Heard(bar)
    bar.set_range(50, 20)
    bar.set_step(7)
    bar.set_playing(True)
    bar.set_speed(60)
    bar.set_loop(True)
    bar.set_note("stage 3 of 4: add")
    assert heard.all == []
    assert bar.counter.text() == "step 7 / 50"
    assert bar.counter.note() == "stage 3 of 4: add"
    assert bar.speed.currentText() == "60 / s"
    assert bar.loop_button.isChecked()


def test_the_play_button_says_what_it_will_do(bar: Transport) -> None:
    assert (bar.play_button.symbol, bar.play_button.accessibleName()) == ("play", "Play")
    bar.set_playing(True)
    assert (bar.play_button.symbol, bar.play_button.accessibleName()) == ("pause", "Pause")
    assert bar.play_button.toolTip() == "Pause (Space)"


def test_scrubbing_seeks_each_step_once(bar: Transport, qtbot: QtBot) -> None:
    heard = Heard(bar)
    scrubber, room = bar.scrubber, bar.scrubber.overhang()
    width = scrubber.width() - 2 * room

    def at(step: int) -> QPoint:
        return QPoint(round(room + width * step / 100), scrubber.height() // 2)

    qtbot.mousePress(scrubber, Qt.MouseButton.LeftButton, pos=at(30))
    for step in (31, 31, 40, 90):
        qtbot.mouseMove(scrubber, at(step))
    assert scrubber.share() == 0.9, "the handle stays with the mouse"
    qtbot.mouseRelease(scrubber, Qt.MouseButton.LeftButton, pos=at(90))
    assert heard.all == [("seek_requested", step) for step in (30, 31, 40, 90)]
    assert scrubber.share() == 0.0, "the handle goes back to the cursor"
    bar.set_step(90)
    assert scrubber.share() == 0.9


@pytest.mark.parametrize(
    ("key", "told"),
    [
        (Qt.Key.Key_Right, ("step_requested", 1)),
        (Qt.Key.Key_Left, ("step_requested", -1)),
        (Qt.Key.Key_PageUp, ("seek_requested", 15)),
        (Qt.Key.Key_PageDown, ("seek_requested", 5)),
        (Qt.Key.Key_Home, ("first",)),
        (Qt.Key.Key_End, ("last",)),
    ],
)
def test_the_scrubber_works_by_key(bar: Transport, qtbot: QtBot, key: Qt.Key, told: tuple[object, ...]) -> None:
    bar.set_step(10)
    heard = Heard(bar)
    qtbot.keyClick(bar.scrubber, key)
    assert heard.all == [told]


def test_a_run_without_steps_can_be_touched(bar: Transport, qtbot: QtBot) -> None:
    bar.set_range(0, 0)
    bar.set_step(0)
    heard = Heard(bar)
    qtbot.mouseClick(bar.scrubber, Qt.MouseButton.LeftButton, pos=QPoint(100, 10))
    bar.grab()
    assert heard.all == []


def test_what_is_solved_is_paler_than_what_is_past(bar: Transport, theme: Theme) -> None:
    bar.set_range(100, 60)
    bar.set_step(20)
    picture = bar.scrubber.grab().toImage()
    room, y = bar.scrubber.overhang(), picture.height() // 2

    def color(share: float) -> str:
        return picture.pixelColor(round(room + share * (bar.scrubber.width() - 2 * room)), y).name()

    assert color(0.1) == theme.color("accent").name()
    assert color(0.8) == theme.color("track").name()
    assert color(0.4) not in (color(0.1), color(0.8))


def test_every_speed_can_be_chosen(bar: Transport, qtbot: QtBot) -> None:
    heard = Heard(bar)
    bar.set_speed(0.5)
    for _ in SPEEDS[1:]:
        qtbot.keyClick(bar.speed, Qt.Key.Key_Down)
    assert [values[1] for values in heard.all] == list(SPEEDS[1:])
    assert heard.all[-1][1] == math.inf


@pytest.mark.parametrize(
    ("speed", "shown"),
    [(10, 10), (11, 10), (0.1, 0.5), (1e9, 120), (math.inf, math.inf), (0, 0.5), (-3, 0.5), (-math.inf, 0.5)],
)
def test_a_speed_not_on_offer_shows_the_nearest(speed: float, shown: float) -> None:
    assert nearest_speed(speed) == shown


def test_a_click_leaves_the_keyboard_where_it_was(bar: Transport) -> None:
    for button in bar.findChildren(QAbstractButton):
        assert button.focusPolicy() == Qt.FocusPolicy.TabFocus


def test_arrows_on_a_button_are_left_to_the_window(bar: Transport) -> None:
    event = QKeyEvent(QKeyEvent.Type.KeyPress, Qt.Key.Key_Right, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(bar.play_button, event)
    assert not event.isAccepted()


def test_everything_has_a_name_and_a_tool_tip(bar: Transport) -> None:
    stops = [each for each in bar.findChildren(QWidget) if each.focusPolicy() & Qt.FocusPolicy.TabFocus]
    stops = [each for each in stops if each.isVisibleTo(bar)]
    assert len(stops) == 8
    for stop in stops:
        assert QAccessible.queryAccessibleInterface(stop).text(QAccessible.Text.Name)
        assert stop.toolTip()
    assert "Home" in bar.first_button.toolTip()


def test_a_step_on_lays_nothing_out(bar: Transport) -> None:
    bar.set_range(5000, 5000)
    bar.layout().activate()
    width = bar.counter.width()
    for step in (9, 10, 999, 1000, 5000):
        bar.set_step(step)
    bar.layout().activate()
    assert bar.counter.width() == width
    assert bar.counter.text() == "step 5000 / 5000"


def test_both_looks_can_be_worn(bar: Transport) -> None:
    light = bar.grab().toImage()
    bar.set_theme(load_theme("dark"))
    dark = bar.grab().toImage()
    assert dark.pixelColor(3, 30).name() == load_theme("dark").color("side").name()
    assert light.pixelColor(3, 30) != dark.pixelColor(3, 30)


def test_it_fits_the_smallest_window(stage: Callable[[QWidget], QWidget], bar: Transport) -> None:
    bar.set_range(100_000, 100_000)
    bar.set_note("stage 3 of 4: add")
    assert bar.layout().minimumSize().width() < 900
