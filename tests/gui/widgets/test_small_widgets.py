"""Switch, swatches, segments and combo box."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QWheelEvent
from PySide6.QtWidgets import QApplication, QRadioButton
from pytestqt.qtbot import QtBot

from gui.theme import Theme
from gui.widgets.choice import Choice
from gui.widgets.painting import luminance, mark_on
from gui.widgets.segments import MARGIN, SIZES, Segment, Segments
from gui.widgets.swatch import SwatchButton, TickSwatch
from gui.widgets.toggle import Toggle

OPTIONS = [("near", "Near"), ("far", "Far"), ("away", "Far away")]


def test_a_switch_is_switched_by_mouse_and_space_and_tells_only_the_hand(theme: Theme, qtbot: QtBot) -> None:
    toggle = Toggle(theme)
    qtbot.addWidget(toggle)
    heard: list[bool] = []
    toggle.clicked.connect(lambda on: heard.extend([on]))
    toggle.setChecked(True)
    assert heard == []
    qtbot.mouseClick(toggle, Qt.MouseButton.LeftButton)
    qtbot.keyClick(toggle, Qt.Key.Key_Space)
    assert heard == [False, True]
    assert QAccessible.queryAccessibleInterface(toggle).role() == QAccessible.Role.CheckBox


def test_a_switch_shows_its_colour_when_on(theme: Theme, qtbot: QtBot) -> None:
    toggle = Toggle(theme)
    qtbot.addWidget(toggle)
    toggle.set_colour(1)

    def ground() -> set[str]:
        picture = toggle.grab().toImage()
        return {picture.pixelColor(x, picture.height() // 2).name() for x in range(picture.width())}

    assert theme.color("track").name() in ground()
    toggle.setChecked(True)
    assert theme.series(1).name() in ground()


def test_a_tick_box_shows_the_series_colour_ticked_or_hollow(theme: Theme, qtbot: QtBot) -> None:
    box = TickSwatch(theme)
    qtbot.addWidget(box)
    box.set_colour(4)

    def share() -> float:
        picture = box.grab().toImage()
        names = [picture.pixelColor(x, y).name() for x in range(picture.width()) for y in range(picture.height())]
        return names.count(theme.series(4).name()) / len(names)

    ticked = share()
    qtbot.mouseClick(box, Qt.MouseButton.LeftButton)
    assert not box.isChecked()
    assert ticked > 0.2
    assert share() < ticked / 2


def test_swatches_of_repeated_colours_look_different(theme: Theme, qtbot: QtBot) -> None:
    button = SwatchButton(theme)
    qtbot.addWidget(button)
    first = button.grab().toImage()
    button.set_colour(6)
    assert theme.series(6) == theme.series(0)
    assert button.grab().toImage() != first


def test_marks_can_be_seen_on_every_series(theme: Theme) -> None:
    for index in range(6):
        ground = luminance(theme.series(index))
        mark = luminance(mark_on(theme.series(index)))
        assert (max(ground, mark) + 0.05) / (min(ground, mark) + 0.05) > 2.8


@pytest.fixture
def segments(theme: Theme, stage: Callable[[Segments], Segments]) -> Segments:
    made = stage(Segments(theme))
    made.set_options(OPTIONS)
    made.set_current("near")
    QApplication.processEvents()
    assert made.current() == "near"
    return made


def test_segments_choose_by_mouse_and_tell_once(segments: Segments, qtbot: QtBot) -> None:
    heard: list[str] = []
    segments.chosen.connect(heard.append)
    segments.set_current("far")
    assert heard == []
    buttons = segments.findChildren(QRadioButton)
    qtbot.mouseClick(buttons[2], Qt.MouseButton.LeftButton)
    assert heard == ["away"]
    assert segments.current() == "away"


def test_segments_take_smaller_letters_before_they_cut_a_text(segments: Segments) -> None:
    buttons = segments.findChildren(Segment)
    whole, small = (sum(button.needed(size) for button in buttons) + 2 * MARGIN for size in (SIZES[0], SIZES[-1]))
    for width, size in ((whole, SIZES[0]), (small, SIZES[-1])):
        segments.setFixedWidth(width)
        QApplication.processEvents()
        assert {button.size_shown for button in buttons} == {size}
        assert all(button.width() >= button.needed(size) - 2 for button in buttons)


def test_arrows_move_within_the_segments(segments: Segments, qtbot: QtBot) -> None:
    heard: list[str] = []
    segments.chosen.connect(heard.append)
    first = segments.findChildren(QRadioButton)[0]
    first.setFocus()
    qtbot.waitUntil(first.hasFocus)
    qtbot.keyClick(first, Qt.Key.Key_Right)
    assert heard == ["far"]
    assert segments.findChildren(QRadioButton)[1].hasFocus()


def test_new_words_for_the_same_segments_keep_the_choice(segments: Segments) -> None:
    segments.set_current("far")
    segments.set_options([("near", "近い"), ("far", "遠い"), ("away", "とても遠い")])
    assert segments.current() == "far"
    assert [button.text() for button in segments.findChildren(QRadioButton)] == ["近い", "遠い", "とても遠い"]


def test_segments_are_radio_buttons_with_names(segments: Segments) -> None:
    faces = [QAccessible.queryAccessibleInterface(button) for button in segments.findChildren(QRadioButton)]
    assert [face.text(QAccessible.Text.Name) for face in faces] == ["Near", "Far", "Far away"]
    assert {face.role() for face in faces} == {QAccessible.Role.RadioButton}


def test_segments_share_the_room_as_their_texts_need(segments: Segments) -> None:
    segments.set_options([("near", "i"), ("far", "j"), ("away", "a text that needs most of the room")])
    QApplication.processEvents()
    widths = [button.width() for button in segments.findChildren(QRadioButton)]
    assert widths[2] > 2 * widths[0]


@pytest.fixture
def choice(theme: Theme, stage: Callable[[Choice], Choice]) -> Choice:
    made = stage(Choice(theme))
    made.set_options(OPTIONS)
    assert made.current() == "near"
    return made


def test_a_choice_tells_keys_by_the_hand_only(choice: Choice, qtbot: QtBot) -> None:
    heard: list[str] = []
    choice.chosen.connect(heard.append)
    choice.set_current("away")
    assert heard == []
    qtbot.keyClick(choice, Qt.Key.Key_Up)
    assert heard == ["far"]
    choice.set_current("no such key")
    assert choice.current() == "far"


def test_new_words_for_the_same_choice_keep_it(choice: Choice) -> None:
    choice.set_current("far")
    choice.set_options([("near", "近い"), ("far", "遠い"), ("away", "とても遠い")])
    assert (choice.current(), choice.currentText()) == ("far", "遠い")


def test_the_wheel_passes_by_a_choice_without_the_keyboard(choice: Choice) -> None:
    middle = QPointF(choice.rect().center())
    event = QWheelEvent(
        middle,
        choice.mapToGlobal(middle),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    choice.clearFocus()
    QApplication.sendEvent(choice, event)
    assert not event.isAccepted()
    assert choice.current() == "near"
