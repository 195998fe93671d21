"""Who has the keyboard: the picture, but for a control reached by Tab and a field while it is typed in."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QRadioButton, QWidget
from pytestqt.qtbot import QtBot

from engine.parameter import replace_at
from gui.main_window import MainWindow
from gui.panels.base import plots_of
from gui.widgets.choice import Choice
from gui.widgets.number_field import NumberField
from gui.widgets.slider import ValueSlider
from gui.widgets.swatch import TickSwatch
from gui.window_parts import keys_text
from tests.gui.waiting import settle

Key, LEFT = Qt.Key, Qt.MouseButton.LeftButton
RATE = "settings.racers.4.optimizer.learning_rate"


@pytest.fixture
def active(window: MainWindow, qtbot: QtBot) -> Iterator[MainWindow]:
    """The window, with the keyboard in its picture."""
    window.activateWindow()
    qtbot.waitUntil(lambda: at_home(window))
    yield window
    window.player.pause()


def at_home(window: MainWindow) -> bool:
    return QApplication.focusWidget() is window.page.panel


def press(key: Qt.Key) -> None:
    """Press a key wherever the keyboard is."""
    widget = QApplication.focusWidget()
    assert widget is not None
    QTest.keyClick(widget, key)


def keys_move_the_run(window: MainWindow, qtbot: QtBot) -> None:
    """Home, End, ← and Space do what the manual says, without a click in between."""
    recipe = window.page.session.recipe
    settle(qtbot, window, 5)
    steps = []
    for key in (Key.Key_Home, Key.Key_End, Key.Key_Left):
        press(key)
        settle(qtbot, window)
        steps.append(window.page.session.step)
    assert steps == [0, 30, 29]
    press(Key.Key_Space)
    assert window.player.playing
    window.player.pause()
    assert window.page.session.recipe.settings == recipe.settings


def drag_slider(window: MainWindow) -> None:
    slider = window.page.findChild(ValueSlider, RATE)
    assert isinstance(slider, ValueSlider)
    y = slider.height() // 2
    QTest.mousePress(slider, LEFT, pos=QPoint(60, y))
    QTest.mouseMove(slider, QPoint(90, y))
    QTest.mouseRelease(slider, LEFT, pos=QPoint(90, y))


def double_click_slider(window: MainWindow) -> None:
    slider = window.page.findChild(ValueSlider, RATE)
    assert isinstance(slider, ValueSlider)
    QTest.mouseDClick(slider, LEFT)


def tick(window: MainWindow) -> None:
    box = window.page.findChild(TickSwatch, "shown.racers.0")
    assert isinstance(box, TickSwatch)
    QTest.mouseClick(box, LEFT)
    assert not box.isChecked()


def choose_by_mouse(combo: QComboBox, row: int) -> None:
    QTest.mousePress(combo, LEFT)
    view = combo.view()
    QTest.qWait(QApplication.doubleClickInterval() + 50)  # a shorter press would only be the click that opens
    place = view.visualRect(combo.model().index(row, 0)).center()
    QTest.mouseMove(view.viewport(), place)
    QTest.mouseClick(view.viewport(), LEFT, pos=place)


def choose_surface(window: MainWindow) -> None:
    combo = window.page.form.findChild(Choice, "settings.surface.kind")
    assert isinstance(combo, Choice)
    before = combo.current()
    choose_by_mouse(combo, 3)
    assert combo.current() != before


def choose_speed(window: MainWindow) -> None:
    choose_by_mouse(window.transport.speed, 0)


def click_segment(window: MainWindow) -> None:
    segments = [each for each in window.page.panel.findChildren(QRadioButton) if each.isVisible()]
    QTest.mouseClick(segments[1], LEFT)


def type_number(window: MainWindow) -> None:
    field = window.page.form.findChild(NumberField, "settings.start.0")
    assert isinstance(field, NumberField)
    QTest.mouseClick(field, LEFT)
    assert field.hasFocus()
    field.selectAll()
    QTest.keyClicks(field, "3")
    QTest.keyClick(field, Key.Key_Return)
    assert field.number() == 3


def think_better_of_a_number(window: MainWindow) -> None:
    field = window.page.form.findChild(NumberField, "settings.start.0")
    assert isinstance(field, NumberField)
    QTest.mouseClick(field, LEFT)
    field.selectAll()
    QTest.keyClicks(field, "3")
    QTest.keyClick(field, Key.Key_Escape)
    assert field.number() == -7


USES = (
    drag_slider,
    double_click_slider,
    tick,
    choose_surface,
    choose_speed,
    click_segment,
    type_number,
    think_better_of_a_number,
)


@pytest.mark.qt_log_ignore("This plugin does not support")  # raising a combo's popup, without a screen
@pytest.mark.parametrize("use", USES)
def test_a_control_used_by_mouse_gives_the_keyboard_back(
    active: MainWindow, qtbot: QtBot, use: Callable[[MainWindow], None]
) -> None:
    use(active)
    qtbot.waitUntil(lambda: at_home(active))
    keys_move_the_run(active, qtbot)


@pytest.mark.parametrize("place", ["left", "right", "plot", "transport", "tabs"])
def test_a_click_beside_all_controls_does_so_too(active: MainWindow, qtbot: QtBot, place: str) -> None:
    field = active.page.form.findChild(NumberField, "settings.start.0")
    assert isinstance(field, NumberField)
    field.setFocus()
    heading = active.page.form.editor("racers")
    assert heading is not None
    targets: dict[str, tuple[QWidget, QPoint]] = {
        "left": (heading, QPoint(60, 10)),
        "right": (active.page.panel.right, QPoint(4, active.page.panel.right.height() - 2)),
        "plot": (plots_of(active.page.panel)[1].viewport(), QPoint(80, 30)),
        "transport": (active.transport, QPoint(4, 4)),
        "tabs": (active.side_buttons.row, QPoint(active.side_buttons.row.width() - 200, 4)),
    }
    QTest.mouseClick(targets[place][0], LEFT, pos=targets[place][1])
    qtbot.waitUntil(lambda: at_home(active))


def test_a_number_out_of_range_stays_to_be_mended(active: MainWindow) -> None:
    field = active.page.form.findChild(NumberField, "settings.start.0")
    assert isinstance(field, NumberField)
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, "-1000000000")
    QTest.keyClick(field, Key.Key_Return)
    assert field.hasFocus()
    assert field.toolTip() == "−1000000000 is outside the limits: −100 … 100"


def test_a_clicked_card_leaves_the_keys_of_the_run_alone(active: MainWindow, qtbot: QtBot) -> None:
    card = active.page.form.editor("racers.0")
    assert card is not None
    QTest.mouseClick(card, LEFT, pos=QPoint(80, 12))
    assert active.page.form.selected_index("racers") == 0
    keys_move_the_run(active, qtbot)


def test_tab_still_reaches_the_controls_and_keys_then_work_them(active: MainWindow) -> None:
    reached = set()
    for _ in range(60):
        press(Key.Key_Tab)
        reached.add(type(QApplication.focusWidget()))
    assert {Choice, ValueSlider, NumberField, TickSwatch} <= reached


# -- undo, menus, help --------------------------------------------------------------------------------------------------


def undo_text(window: MainWindow) -> str:
    return window.menus.actions["undo"].text()


def test_undo_says_which_racer_came_went_or_moved(active: MainWindow) -> None:
    form = active.page.form
    settings = active.page.session.recipe.settings
    racers = settings.racers  # type: ignore[attr-defined]
    added = replace_at(racers[4], "name", "Adam 2")
    form.edit("racers", (*racers, added), done=True)
    assert undo_text(active) == "Undo adding Adam 2"
    active.choose_language("ja")
    assert undo_text(active) == "元に戻す：Adam 2の追加"
    active.choose_language("en")
    form.edit("racers", (*racers[1:], added), done=True)
    assert undo_text(active) == "Undo removing SGD"
    form.edit("racers", (added, *racers[1:]), done=True)
    assert undo_text(active) == "Undo order of racers"
    form.edit("racers", racers, done=True)
    assert undo_text(active) == "Undo racers"


def test_the_run_menu_tells_keys_without_taking_them(active: MainWindow) -> None:
    for language in ("ja", "en"):
        active.choose_language(language)
        actions = active.menus.actions
        told = {key: actions[key].text().partition("\t")[2] for key in ("play", "back", "step", "first", "last")}
        assert told == {"play": "Space", "back": "←", "step": "→", "first": "Home", "last": "End"}
        assert all(actions[key].shortcut().isEmpty() for key in told)


def test_help_names_every_key(active: MainWindow) -> None:
    text = keys_text()[1]
    for key in ("Space", "Ctrl+L", "Ctrl+Shift+S", "F2", "Del", "Alt+↑", "F11"):
        assert key in text


# -- what a rule says of itself -----------------------------------------------------------------------------------------


def test_surface_and_optimizer_say_what_they_are(active: MainWindow) -> None:
    form = active.page.form
    surface, optimizer = form.editor("surface"), form.editor("racers.4.optimizer")
    assert surface.about.text() == "Ten times as steep along y as along x: what is safe for y is slow for x."  # type: ignore[union-attr]
    assert optimizer.about.text().endswith("\nUsual: η\u00a0=\u00a00.001, β₁\u00a0=\u00a00.9, β₂\u00a0=\u00a00.999")  # type: ignore[union-attr]
    combo = form.findChild(Choice, "settings.racers.4.optimizer.kind")
    assert isinstance(combo, Choice)
    tip = combo.itemData(0, Qt.ItemDataRole.ToolTipRole)
    assert tip.startswith("The basic rule: always straight downhill.")
    active.choose_language("ja")
    assert combo.itemData(0, Qt.ItemDataRole.ToolTipRole) != tip
    assert "0.001" in optimizer.about.text()  # type: ignore[union-attr]
    assert "Usual" not in optimizer.about.text()  # type: ignore[union-attr]


def test_a_rules_own_fields_stand_below_its_choice_which_shows_its_texts_whole(
    active: MainWindow, qtbot: QtBot
) -> None:
    active.page.form.edit("racers.4.schedule.kind", "exponential", done=True)
    active.page.form.editor("racers.4")
    combo = active.page.form.findChild(Choice, "settings.racers.4.schedule.kind")
    gamma = active.page.form.findChild(ValueSlider, "settings.racers.4.schedule.gamma")
    assert isinstance(combo, Choice)
    assert isinstance(gamma, ValueSlider)
    qtbot.waitUntil(gamma.isVisible)
    assert gamma.mapTo(active, QPoint()).y() > combo.mapTo(active, QPoint()).y()
    for each in (combo, active.transport.speed):
        assert each.width() >= each.sizeHint().width()
