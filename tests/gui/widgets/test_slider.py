"""The value slider, as a hand, a key, a wheel and a screen reader meet it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QKeyEvent, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from engine.parameter import Parameter
from gui.theme import Theme
from gui.widgets.slider import ValueSlider

RATE = Parameter("float", "Learning rate", low=1e-5, high=10, scale="log", help="The pace.")
NOISE = Parameter("float", "Noise", low=0, high=5, step=0.05)
MEMORY = Parameter("float", "Memory", low=0, high=0.9999, scale="complement")
DEPTH = Parameter("int", "Depth", low=1, high=100)


class Heard:
    """What a slider has told."""

    def __init__(self, slider: ValueSlider) -> None:
        self.moved: list[float] = []
        self.released: list[float] = []
        slider.moved.connect(self.moved.append)
        slider.released.connect(self.released.append)


@pytest.fixture
def slider(theme: Theme, stage: Callable[[ValueSlider], ValueSlider]) -> ValueSlider:
    made = stage(ValueSlider(theme, RATE, 0.1))
    made.resize(216, made.height())
    assert made.number() == 0.1
    assert made.share() == pytest.approx(4 / 6)
    return made


def place(slider: ValueSlider, share: float) -> QPoint:
    """Where the handle stands at `share`."""
    room = slider.overhang()
    return QPoint(round(room + share * (slider.width() - 2 * room)), slider.height() // 2)


def wheel(slider: ValueSlider, notches: int) -> QWheelEvent:
    middle = QPointF(slider.rect().center())
    event = QWheelEvent(
        middle,
        slider.mapToGlobal(middle),
        QPoint(),
        QPoint(0, 120 * notches),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(slider, event)
    return event


def test_one_drag_moves_and_is_released_once(slider: ValueSlider, qtbot: QtBot) -> None:
    heard = Heard(slider)
    qtbot.mousePress(slider, Qt.MouseButton.LeftButton, pos=place(slider, 4 / 6))
    for share in (0.7, 0.75, 0.8):
        qtbot.mouseMove(slider, place(slider, share))
    assert heard.released == []
    qtbot.mouseRelease(slider, Qt.MouseButton.LeftButton, pos=place(slider, 0.8))
    assert len(heard.moved) == 3
    assert heard.moved == sorted(heard.moved)
    assert heard.released == [heard.moved[-1]]
    assert slider.share() == pytest.approx(0.8, abs=0.01)


def test_a_click_on_the_handle_changes_nothing(slider: ValueSlider, qtbot: QtBot) -> None:
    heard = Heard(slider)
    qtbot.mouseClick(slider, Qt.MouseButton.LeftButton, pos=place(slider, 4 / 6) + QPoint(4, 0))
    assert (heard.moved, heard.released, slider.number()) == ([], [], 0.1)


def test_a_click_on_the_line_goes_there(slider: ValueSlider, qtbot: QtBot) -> None:
    heard = Heard(slider)
    qtbot.mouseClick(slider, Qt.MouseButton.LeftButton, pos=place(slider, 0.25))
    assert slider.share() == pytest.approx(0.25, abs=0.01)
    assert heard.released == [slider.number()]


def test_dragging_beyond_the_ends_stops_at_the_limits(slider: ValueSlider, qtbot: QtBot) -> None:
    for far, limit in ((QPoint(-500, 5), 1e-5), (QPoint(5000, 5), 10.0)):
        qtbot.mousePress(slider, Qt.MouseButton.LeftButton, pos=place(slider, slider.share()))
        qtbot.mouseMove(slider, far)
        qtbot.mouseRelease(slider, Qt.MouseButton.LeftButton, pos=far)
        assert slider.number() == limit


def test_the_other_buttons_do_nothing(slider: ValueSlider) -> None:
    where, button = QPointF(place(slider, 0.1)), Qt.MouseButton.RightButton
    press = QMouseEvent(
        QMouseEvent.Type.MouseButtonPress,
        where,
        slider.mapToGlobal(where),
        button,
        button,
        Qt.KeyboardModifier.NoModifier,
    )
    slider.mousePressEvent(press)
    assert not press.isAccepted()
    assert slider.number() == 0.1


def test_double_click_resets(slider: ValueSlider, qtbot: QtBot) -> None:
    slider.set_number(3.0)
    heard = Heard(slider)
    qtbot.mouseDClick(slider, Qt.MouseButton.LeftButton, pos=place(slider, slider.share()))
    assert slider.number() == 0.1
    assert heard.released == [0.1]


@pytest.mark.parametrize(
    ("declared", "start", "key", "expected"),
    [
        (RATE, 0.1, Qt.Key.Key_Right, 0.11),
        (RATE, 0.1, Qt.Key.Key_Left, 0.099),
        (RATE, 0.1, Qt.Key.Key_End, 10.0),
        (RATE, 10.0, Qt.Key.Key_Up, 10.0),
        (NOISE, 1.0, Qt.Key.Key_Up, 1.05),
        (NOISE, 1.0, Qt.Key.Key_PageUp, 1.5),
        (NOISE, 0.0, Qt.Key.Key_Down, 0.0),
        (MEMORY, 0.9, Qt.Key.Key_Right, 0.901),
        (DEPTH, 10, Qt.Key.Key_PageDown, 1),
        (DEPTH, 10, Qt.Key.Key_Home, 1),
    ],
)
def test_keys_step_by_readable_figures(
    theme: Theme, qtbot: QtBot, declared: Parameter, start: float, key: Qt.Key, expected: float
) -> None:
    slider = ValueSlider(theme, declared, start)
    qtbot.addWidget(slider)
    heard = Heard(slider)
    qtbot.keyClick(slider, key)
    assert slider.number() == pytest.approx(expected, abs=1e-12)
    assert heard.moved == []
    assert heard.released == ([] if start == expected else [slider.number()])


def test_a_key_held_down_is_one_gesture(slider: ValueSlider) -> None:
    heard = Heard(slider)
    for _ in range(4):
        QApplication.sendEvent(
            slider,
            QKeyEvent(QKeyEvent.Type.KeyPress, Qt.Key.Key_Right, Qt.KeyboardModifier.NoModifier, "", autorep=True),
        )
    QApplication.sendEvent(
        slider, QKeyEvent(QKeyEvent.Type.KeyRelease, Qt.Key.Key_Right, Qt.KeyboardModifier.NoModifier)
    )
    assert len(heard.moved) == 4
    assert heard.released == [heard.moved[-1]]


def test_keys_with_modifiers_are_left_to_the_window(slider: ValueSlider, qtbot: QtBot) -> None:
    qtbot.keyClick(slider, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClick(slider, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert slider.number() == 0.1


def test_the_wheel_passes_by_unless_it_has_the_keyboard(slider: ValueSlider, qtbot: QtBot) -> None:
    slider.clearFocus()
    assert not wheel(slider, 3).isAccepted()
    assert slider.number() == 0.1
    slider.setFocus()
    qtbot.waitUntil(slider.hasFocus)
    heard = Heard(slider)
    assert wheel(slider, 1).isAccepted()
    assert slider.number() == 0.11
    assert heard.released == [0.11]


def test_neither_mouse_nor_wheel_gives_it_the_keyboard(slider: ValueSlider) -> None:
    assert slider.focusPolicy() == Qt.FocusPolicy.TabFocus


def test_setting_from_outside_is_silent_and_stays_within_the_limits(slider: ValueSlider) -> None:
    heard = Heard(slider)
    for value, shown in ((0.5, 0.5), (99.0, 10.0), (-1.0, 1e-5)):
        slider.set_number(value)
        assert slider.number() == shown
    assert (heard.moved, heard.released) == ([], [])


@pytest.mark.parametrize("declared", [RATE, NOISE, MEMORY, DEPTH])
def test_every_place_is_a_value_within_the_limits(theme: Theme, qtbot: QtBot, declared: Parameter) -> None:
    slider = ValueSlider(theme, declared, declared.low)
    qtbot.addWidget(slider)
    values = []
    for place_ in range(101):
        slider.hand_moved(place_ / 100)
        values.append(slider.number())
        declared.check(slider.number())
    assert values == sorted(values)
    assert (values[0], values[-1]) == (declared.low, declared.high)


def test_a_screen_reader_finds_a_slider_with_its_value(slider: ValueSlider) -> None:
    slider.setAccessibleName("Learning rate η, Walk")
    slider.set_help("The pace.")
    face = QAccessible.queryAccessibleInterface(slider)
    assert face.role() == QAccessible.Role.Slider
    assert face.text(QAccessible.Text.Name) == "Learning rate η, Walk"
    assert face.text(QAccessible.Text.Description) == "0.100. The pace."
    heard = Heard(slider)
    face.valueInterface().setCurrentValue(500)
    assert heard.released == [0.01]


def test_whole_numbers_are_spoken_as_they_are(theme: Theme, qtbot: QtBot) -> None:
    slider = ValueSlider(theme, DEPTH, 10)
    qtbot.addWidget(slider)
    face = QAccessible.queryAccessibleInterface(slider).valueInterface()
    assert (face.minimumValue(), face.currentValue(), face.maximumValue()) == (1, 10, 100)


def test_the_line_is_filled_in_its_colour_up_to_the_handle(slider: ValueSlider, theme: Theme) -> None:
    slider.set_colour(2)
    slider.clearFocus()

    def color_at(share: float) -> str:
        picture, point = slider.grab().toImage(), place(slider, share)
        ratio = picture.devicePixelRatio()
        return picture.pixelColor(int(point.x() * ratio), int(point.y() * ratio)).name()

    assert color_at(0.3) == theme.series(2).name()
    assert color_at(0.9) == theme.color("track").name()
    assert color_at(4 / 6) == theme.color("card").name()
    slider.setFocus()
    assert color_at(4 / 6) == theme.series(2).name(), "a dot shows that it has the keyboard"
