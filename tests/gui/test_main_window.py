"""The window as a whole: keys, tabs, columns, presentation, what the transport tells, the wheel."""

from __future__ import annotations

import math

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QScrollArea
from pytestqt.qtbot import QtBot

from engine.recipe import default_recipe
from engine.simulations import SIMULATIONS
from gui.main_window import ENLARGED, MainWindow
from gui.widgets.slider import ValueSlider
from tests.gui.hand import CTRL, NONE, RATE, SHIFT, Key, click, named, press, wheel
from tests.gui.painted_texts import texts_of
from tests.gui.waiting import settle

# -- keys -------------------------------------------------------------------------------------------------------------


def test_the_keys_move_through_the_run(active: MainWindow, qtbot: QtBot) -> None:
    shown = []
    for key in (Key.Key_Right, Key.Key_Right, Key.Key_Left, Key.Key_End, Key.Key_Right, Key.Key_Left, Key.Key_Home,
                Key.Key_Left):  # fmt: skip
        press(key)
        settle(qtbot, active)
        shown.append(active.transport.counter.text())
    assert shown == [f"step {k} / 30" for k in (1, 2, 1, 30, 30, 29, 0, 0)]


def test_space_plays_and_pauses_and_a_step_pauses(active: MainWindow) -> None:
    press(Key.Key_Space)
    assert active.player.playing
    assert active.transport.play_button.accessibleName() == "Pause"
    press(Key.Key_Space)
    assert not active.player.playing
    press(Key.Key_Space)
    press(Key.Key_Right)
    assert not active.player.playing


def test_space_held_down_plays_once(active: MainWindow) -> None:
    panel = active.page.panel
    for repeated in (False, True, True, True):
        event = QKeyEvent(QEvent.Type.KeyPress, Key.Key_Space, NONE, " ", repeated)
        QCoreApplication.sendEvent(panel, event)
    assert active.player.playing


def test_after_any_click_on_transport_or_picture_the_keys_still_move(active: MainWindow, qtbot: QtBot) -> None:
    transport, panel = active.transport, active.page.panel
    buttons = (
        transport.first_button, transport.back_button, transport.play_button, transport.play_button,
        transport.step_button, transport.last_button, transport.loop_button, transport.loop_button,
    )  # fmt: skip
    card, standings = named(active, "settings.racers.1"), panel.paths.inspector.standings
    for widget in (*buttons, panel.paths.surface.viewport(), panel.paths.curves.viewport(), card, standings):
        click(widget, QPoint(80, 8) if widget is card else None)
        settle(qtbot, active, 5)
        press(Key.Key_Right)
        settle(qtbot, active)
        assert active.page.session.step == 6, widget
        press(Key.Key_Space)
        assert active.player.playing or widget is standings, widget  # there Space chooses a row
        active.player.pause()


def test_the_scrubber_seeks_pauses_and_leaves_the_keys_alone(active: MainWindow, qtbot: QtBot) -> None:
    scrubber = active.transport.scrubber
    active.player.play()
    click(scrubber, QPoint(scrubber.width() // 2, scrubber.height() // 2))
    settle(qtbot, active)
    assert not active.player.playing
    assert active.page.session.step == 15
    press(Key.Key_Right)
    settle(qtbot, active)
    assert active.page.session.step == 16
    press(Key.Key_Space)
    assert active.player.playing


@pytest.mark.parametrize("name", ["loop_button", "step_button", "first_button"])
def test_space_on_a_button_works_that_button_only(active: MainWindow, qtbot: QtBot, name: str) -> None:
    settle(qtbot, active, 5)
    button = getattr(active.transport, name)
    button.setFocus()
    press(Key.Key_Space)
    settle(qtbot, active)
    assert not active.player.playing
    assert (active.player.loop, active.page.session.step) == {
        "loop_button": (True, 5), "step_button": (False, 6), "first_button": (False, 0),
    }[name]  # fmt: skip


def test_space_on_the_play_button_plays(active: MainWindow) -> None:
    active.transport.play_button.setFocus()
    press(Key.Key_Space)
    assert active.player.playing
    press(Key.Key_Space)
    assert not active.player.playing


def test_space_on_a_tick_box_ticks_only(active: MainWindow) -> None:
    box = named(active, "shown.racers.0")
    box.setFocus()
    press(Key.Key_Space)
    assert not box.isChecked()
    assert not active.player.playing


def test_arrows_on_a_slider_and_in_a_field_are_theirs(active: MainWindow, qtbot: QtBot) -> None:
    settle(qtbot, active, 5)
    sliders = {each.accessibleName(): each for each in active.page.form.findChildren(ValueSlider)}
    slider = sliders["Learning rate η, Adam"]
    slider.setFocus()
    press(Key.Key_Right)
    assert active.menus.actions["undo"].text() == "Undo learning rate of Adam"
    field = active.page.form.editor("start").pairs[0].field
    field.setFocus()
    for key in (Key.Key_Home, Key.Key_Right, Key.Key_End, Key.Key_Left):
        press(key)
    settle(qtbot, active)
    assert active.page.session.step == 5


def test_undo_and_redo_by_key(active: MainWindow) -> None:
    before = active.page.session.recipe
    active.page.form.edit(RATE, 0.5, done=True)
    after = active.page.session.recipe
    press(Key.Key_Z, CTRL)
    assert active.page.session.recipe == before
    assert active.page.form.settings() == before.settings, "the form follows"
    press(Key.Key_Z, CTRL | SHIFT)
    assert active.page.session.recipe == after


def test_loop_by_key_menu_and_button_are_one(active: MainWindow) -> None:
    states = []
    for act in (
        lambda: press(Key.Key_L, CTRL),
        active.menus.actions["loop"].trigger,
        lambda: click(active.transport.loop_button),
    ):
        act()
        states.append(
            (active.player.loop, active.transport.loop_button.isChecked(), active.menus.actions["loop"].isChecked())
        )
    assert states == [(True, True, True), (False, False, False), (True, True, True)]


# -- columns, presentation --------------------------------------------------------------------------------------------


def test_columns_fold_by_key_on_every_tab(active: MainWindow) -> None:
    press(Key.Key_1, CTRL)
    assert not active.page.left.isVisible()
    press(Key.Key_2, CTRL)
    assert not active.page.right.isVisible()
    active.show_tab("gradients")
    assert not active.page.left.isVisible()
    press(Key.Key_1, CTRL)
    press(Key.Key_2, CTRL)
    active.show_tab("race")
    assert active.page.left.isVisible()
    assert active.page.right.isVisible()


def test_presentation_shows_picture_and_transport_and_larger_text(active: MainWindow, qtbot: QtBot) -> None:
    settle(qtbot, active, 12)
    size = max(text.size for text in texts_of(active.page.panel.paths.surface) if text.text == "SGD")
    press(Key.Key_F11)
    page = active.page
    assert active.isFullScreen()
    assert [part.isVisible() for part in (page.left, page.right, active.side_buttons.row)] == [False] * 3
    assert active.menuBar().height() == 0
    assert page.panel.isVisible()
    assert active.transport.isVisible()
    QCoreApplication.processEvents()
    larger = max(text.size for text in texts_of(page.panel.paths.surface) if text.text == "SGD")
    assert larger == round(size * ENLARGED)
    active.choose_theme("dark")
    assert max(text.size for text in texts_of(page.panel.paths.surface) if text.text == "SGD") == larger, (
        "in each theme"
    )
    press(Key.Key_Right)
    settle(qtbot, active)
    assert page.session.step == 13
    press(Key.Key_Escape)
    assert not active.isFullScreen()
    assert page.left.isVisible()
    assert active.menuBar().height() > 0
    press(Key.Key_Escape)
    assert not active.isFullScreen(), "Escape only leads out"


def test_a_column_folded_before_stays_folded_after_presentation(active: MainWindow) -> None:
    press(Key.Key_2, CTRL)
    press(Key.Key_F11)
    press(Key.Key_F11)
    assert active.page.left.isVisible()
    assert not active.page.right.isVisible()


# -- tabs -------------------------------------------------------------------------------------------------------------


def test_every_tab_opens_by_a_click_and_plays(active: MainWindow, qtbot: QtBot) -> None:
    for index, simulation in enumerate(SIMULATIONS):
        active.activateWindow()  # without a window manager, it loses that to the menus of the plots
        qtbot.waitUntil(active.isActiveWindow)
        click(active.tabs, active.tabs.tabRect(index).center())
        assert active.simulation == simulation
        assert active.windowTitle() == f"Kobai — {active.tabs.tabText(index)}"
        assert active.stack.currentWidget() is active.page
        press(Key.Key_Right)
        settle(qtbot, active)
        assert active.page.session.step == 1
        assert active.transport.counter.text() == f"step 1 / {active.page.session.length}"


def test_each_tab_keeps_its_own_step_and_undo(active: MainWindow, qtbot: QtBot) -> None:
    active.page.form.edit(RATE, 0.5, done=True)
    settle(qtbot, active, 17)
    active.show_tab("gradients")
    assert not active.menus.actions["undo"].isEnabled()
    settle(qtbot, active, 3)
    active.show_tab("race")
    assert active.transport.counter.text() == "step 17 / 30"
    assert active.menus.actions["undo"].text() == "Undo learning rate of Adam"


def test_back_to_the_chapters_experiment_can_be_undone(active: MainWindow, qtbot: QtBot) -> None:
    active.page.form.edit(RATE, 0.5, done=True)
    settle(qtbot, active, 17)
    active.menus.actions["default"].trigger()
    settle(qtbot, active)
    assert active.page.session.recipe.settings == default_recipe("race").settings
    active.undo()
    assert active.page.session.recipe.settings.racers[4].optimizer.learning_rate == 0.5


# -- the transport tells ----------------------------------------------------------------------------------------------


def test_while_a_far_step_is_solved_the_transport_says_so(active: MainWindow, qtbot: QtBot) -> None:
    notes: list[str] = []
    active.page.session.waiting_changed.connect(lambda _on: notes.append(active.transport.counter.note()))
    active.page.form.edit("steps", 20_000, done=True)
    settle(qtbot, active)
    notes.clear()
    settle(qtbot, active, 15_000)
    assert notes == ["computing step 15000 …", ""]


def test_in_a_run_that_was_cut_one_step_back_is_one_step(active: MainWindow, qtbot: QtBot) -> None:
    settle(qtbot, active, 25)
    active.page.form.edit("steps", 10, done=True)
    settle(qtbot, active)
    press(Key.Key_Left)
    settle(qtbot, active)
    assert active.page.session.step == 9


def test_speed_is_chosen_in_the_transport(active: MainWindow) -> None:
    assert active.player.speed == 10
    active.transport.speed.chosen.emit("120.0")
    assert active.player.speed == 120
    active.transport.speed.chosen.emit("inf")
    assert math.isinf(active.player.speed)


# -- the wheel --------------------------------------------------------------------------------------------------------


def test_the_wheel_over_the_form_scrolls_and_changes_nothing(active: MainWindow, qtbot: QtBot) -> None:
    active.resize(1024, 700)
    qtbot.waitUntil(lambda: active.page.left.verticalScrollBar().maximum() > 0)
    before, left = active.page.session.recipe, active.page.left
    assert isinstance(left, QScrollArea)
    sliders = [each for each in active.page.form.findChildren(ValueSlider) if each.isVisible()]
    assert len(sliders) > 5
    for slider in sliders:
        left.verticalScrollBar().setValue(0)
        wheel(slider, -1)
        assert left.verticalScrollBar().value() > 0, slider.accessibleName()
    assert active.page.session.recipe == before
    sliders[0].setFocus()
    wheel(sliders[0], 1)
    assert active.page.session.recipe != before
