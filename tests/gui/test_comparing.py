"""A against B in the window: beginning and ending it, whose settings change, and where it is refused."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QToolTip, QWidget
from pytestqt.qtbot import QtBot

from engine.activations.bounded import Sigmoid, Tanh
from engine.activations.rectifiers import ReLU
from engine.presets import PRESETS
from engine.recipe import Recipe, SidedEvent, default_recipe
from engine.simulations import SIMULATIONS
from engine.simulations.gradients import GradientsSettings, Training
from gui.i18n import words
from gui.main_window import MainWindow
from gui.widgets.form.head import wrapped
from gui.widgets.form.sides import Sides
from gui.widgets.number_field import NumberField
from gui.widgets.segments import Segment
from tests.gui.hand import CTRL, Key, click, named, press
from tests.gui.waiting import settle

# Menus raise themselves and grab the keyboard, which the offscreen platform cannot do and says so.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
A = GradientsSettings()
B = replace(A, activation=ReLU())


@pytest.fixture
def chain(window: MainWindow, qtbot: QtBot) -> MainWindow:
    """The window on vanishing gradients, nothing compared."""
    window.show_tab("gradients")
    settle(qtbot, window)
    assert not window.page.session.comparing
    return window


@pytest.fixture
def pair(chain: MainWindow, qtbot: QtBot) -> MainWindow:
    """Sigmoid against ReLU, both sides active."""
    chain.side_buttons.compare.click()
    settle(qtbot, chain)
    assert sides(chain) == (A, B)
    assert chain.page.session.side == "both"
    return chain


def sides(window: MainWindow) -> tuple[object, object]:
    recipe = window.page.session.recipe
    return recipe.settings, recipe.other


# -- beginning, ending, refusing ----------------------------------------------------------------------------------------


def test_the_corner_begins_and_ends_a_comparison_and_undo_knows_both(chain: MainWindow, qtbot: QtBot) -> None:
    button, stack = chain.side_buttons.compare, chain.page.session.undo_stack
    assert not button.isChecked()
    button.click()
    settle(qtbot, chain)
    assert sides(chain) == (A, B)
    assert len(chain.page.session.runs) == 2
    assert button.isChecked()
    assert chain.menus.actions["compare"].isChecked()
    assert chain.menus.actions["undo"].text() == "Undo comparison of A with B"
    button.click()
    assert sides(chain) == (A, None)
    assert not button.isChecked()
    stack.undo()
    assert sides(chain) == (A, B)
    stack.undo()
    assert sides(chain) == (A, None)
    assert not chain.menus.actions["compare"].isChecked()


def test_a_key_does_the_same(chain: MainWindow, qtbot: QtBot) -> None:
    chain.activateWindow()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is chain.page.panel)
    press(Key.Key_B, CTRL)
    assert chain.page.session.comparing
    press(Key.Key_B, CTRL)
    assert not chain.page.session.comparing


def test_the_button_is_reached_and_pressed_by_keyboard(chain: MainWindow) -> None:
    chain.activateWindow()
    chain.side_buttons.compare.setFocus(Qt.FocusReason.TabFocusReason)
    press(Key.Key_Space)
    assert chain.page.session.comparing
    assert not chain.player.playing


@pytest.mark.parametrize("tab", [tab for tab, entry in SIMULATIONS.items() if entry.alone])
def test_a_tab_that_refuses_says_why(window: MainWindow, tab: str) -> None:
    window.show_tab(tab)
    button, action = window.side_buttons.compare, window.menus.actions["compare"]
    assert SIMULATIONS[tab].alone
    for refused in (button, action):
        assert not refused.isEnabled()
        assert refused.toolTip() == words(SIMULATIONS[tab].alone)
    assert window.menus.menus["run"].toolTipsVisible()
    window.activateWindow()
    QTest.keyClick(window, Key.Key_B, CTRL)
    assert not window.page.session.comparing
    window.show_tab("gradients")
    assert button.isEnabled()
    assert action.isEnabled()
    assert button.toolTip() == "Compare with a second experiment, side by side (Ctrl+B)"


def test_a_comparison_from_a_file_can_be_ended_where_none_may_begin(window: MainWindow) -> None:
    recipe = default_recipe("race")
    window.show_tab("race", recipe.changed(other=recipe.settings))
    assert window.side_buttons.compare.isEnabled()
    window.side_buttons.compare.click()
    assert not window.page.session.comparing
    assert not window.side_buttons.compare.isEnabled()


def test_the_states_follow_the_tab_in_front(pair: MainWindow) -> None:
    assert pair.menus.actions["swap"].isEnabled()
    pair.show_tab("initialization")
    assert not pair.side_buttons.compare.isChecked()
    for key in ("swap", "copy_side"):
        assert not pair.menus.actions[key].isEnabled()
    pair.show_tab("gradients")
    assert pair.side_buttons.compare.isChecked()
    assert pair.menus.actions["swap"].isEnabled()


# -- whose settings change ----------------------------------------------------------------------------------------------


def test_an_edit_goes_to_the_active_side_or_to_both(pair: MainWindow) -> None:
    form, session = pair.page.form, pair.page.session
    form.edit("layers", 20, done=True)
    assert sides(pair) == (replace(A, layers=20), replace(B, layers=20))
    session.set_side("b")
    form.edit("layers", 30, done=True)
    assert sides(pair) == (replace(A, layers=20), replace(B, layers=30))
    session.set_side("a")
    form.edit("w", 2.0, done=True)
    assert sides(pair) == (replace(A, layers=20, w=2.0), replace(B, layers=30))
    while session.undo_stack.canUndo():
        session.undo_stack.undo()
    assert sides(pair) == (A, None)


def test_what_is_common_is_changed_on_both_sides_whichever_is_active(pair: MainWindow) -> None:
    pair.page.session.set_side("b")
    other = "one_pass"
    pair.page.session.rest()
    pair.page.form.edit("mode.kind", other, done=True)
    recipe = pair.page.session.recipe
    assert (recipe.settings.mode.kind, recipe.other.mode.kind) == (other, other)  # type: ignore[attr-defined, union-attr]
    pair.page.session.undo_stack.undo()
    assert sides(pair) == (A, B)


def test_the_segments_of_the_form_choose_the_side_and_the_form_shows_it(pair: MainWindow) -> None:
    page = pair.page
    choice = named(pair, "settings.activation.kind")
    assert choice.currentText() == words(Sigmoid.title)
    for segment, side, shown in zip(
        page.head.sides.findChildren(Segment)[:2], ("a", "b"), (Sigmoid, ReLU), strict=True
    ):
        click(segment)
        assert page.session.side == side
        assert page.head.sides.current() == side
        assert choice.currentText() == words(shown.title)
    assert pair.menus.actions["copy_side"].text() == "Copy B to A"


def test_the_panel_is_told_the_active_side(pair: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[str] = []
    monkeypatch.setattr(pair.page.panel, "show_side", told.append)
    pair.page.session.set_side("b")
    pair.page.session.compare(on=False)
    pair.page.session.compare(on=True)
    assert told == ["b", "a", "b"]


def test_an_edit_in_the_picture_goes_to_the_active_side(pair: MainWindow, qtbot: QtBot) -> None:
    pair.page.session.set_side("b")
    pair.page.panel.edited.emit(replace(A, x=3.0), "x", True)
    assert sides(pair) == (A, replace(B, x=3.0))
    settle(qtbot, pair)
    pair.page.session.set_side("both")
    pair.page.panel.edited.emit(replace(A, x=-2.0), "x", True)
    assert sides(pair) == (replace(A, x=-2.0), replace(B, x=-2.0))


def test_copy_and_swap(pair: MainWindow) -> None:
    session, actions = pair.page.session, pair.menus.actions
    actions["swap"].trigger()
    assert sides(pair) == (B, A)
    assert actions["undo"].text() == "Undo swapping A and B"
    actions["copy_side"].trigger()
    assert sides(pair) == (B, B)
    session.undo_stack.undo()
    session.undo_stack.undo()
    assert sides(pair) == (A, B)
    session.set_side("b")
    pair.page.head.copy_requested.emit()
    assert sides(pair) == (B, B)


# -- kept ---------------------------------------------------------------------------------------------------------------


def test_the_active_side_is_saved_and_comes_back(pair: MainWindow, make_window: Callable[[], MainWindow]) -> None:
    assert "side" not in pair.page.recipe().view
    pair.page.session.set_side("b")
    pair.page.form.edit("activation.kind", "tanh", done=True)
    recipe = Recipe.from_json(pair.page.recipe().to_json())
    assert recipe.view["side"] == "b"
    other = make_window()
    other.show_tab("gradients", recipe)
    assert other.page.session.side == "b"
    assert other.page.head.sides.current() == "b"
    assert named(other, "settings.activation.kind").currentText() == words(Tanh.title)
    other.show_tab("gradients", default_recipe("gradients").changed(other=B, view={"side": ["b"]}))
    assert other.page.head.sides.current() == "both"


def test_the_language_reaches_what_is_said_of_sides(pair: MainWindow) -> None:
    pair.page.session.set_side("b")
    pair.choose_language("ja")
    pair.choose_language("en")
    assert pair.menus.actions["copy_side"].text() == "Copy B to A"
    assert pair.page.head.sides.accessibleName() == "Side to change"
    QToolTip.hideText()


# -- from here on -------------------------------------------------------------------------------------------------------

SMALL = GradientsSettings(mode=Training(), depth=2, width=4, batch=8, steps=20)
TRAINING_RATE = "optimizer.learning_rate"


@pytest.fixture
def training(window: MainWindow, qtbot: QtBot) -> MainWindow:
    """A small network in training at step 10, whose changes act from there on."""
    window.show_tab("gradients", default_recipe("gradients").changed(settings=SMALL))
    settle(qtbot, window, 10)
    assert window.page.form.live.isVisible()
    assert not window.page.form.live.toggle.isChecked()
    click(window.page.form.live.toggle)
    assert window.page.session.from_here
    return window


def rate_shown(window: MainWindow) -> str:
    return str(window.page.form.findChildren(NumberField, f"settings.{TRAINING_RATE}")[0].text())


def rows(window: MainWindow) -> list[str]:
    return [row.label.text() for row in window.page.form.live.rows]


def test_a_live_change_acts_from_here_on_and_can_be_removed(training: MainWindow, qtbot: QtBot) -> None:
    page = training.page
    page.form.edit(TRAINING_RATE, 0.02, done=True)
    assert page.session.recipe.settings == SMALL
    assert page.session.recipe.events == (SidedEvent(10, "settings", {TRAINING_RATE: 0.02}),)
    assert rows(training) == ["from step 10: Learning rate 0.020"]
    assert rate_shown(training) == "0.020"
    settle(qtbot, training, 5)
    assert rate_shown(training) == "0.001"
    settle(qtbot, training, 12)
    assert rate_shown(training) == "0.020"
    click(page.form.live.toggle)
    assert rate_shown(training) == "0.001"
    click(page.form.live.rows[0].remove)
    assert not page.recipe().events
    assert rows(training) == []
    assert training.menus.actions["undo"].text() == "Undo removing a change on the way"
    training.undo()
    assert rows(training) == ["from step 10: Learning rate 0.020"]


def test_what_is_changed_from_the_start_keeps_the_start_of_the_rest(training: MainWindow) -> None:
    page = training.page
    page.form.edit("optimizer.kind", "sgd", done=True)
    page.form.edit("width", 5, done=True)
    assert page.session.recipe.settings == replace(SMALL, width=5)
    assert rows(training) == ["from step 10: Optimizer SGD"]


def test_changes_of_two_sides_are_told_apart(training: MainWindow) -> None:
    page = training.page
    page.session.compare(on=True)
    page.form.edit(TRAINING_RATE, 0.02, done=True)
    page.session.set_side("b")
    page.form.edit(TRAINING_RATE, 0.05, done=True)
    assert [(row.badge.side, row.label.text()[-5:]) for row in page.form.live.rows] == [("a", "0.020"), ("b", "0.050")]
    assert page.form.live.rows[1].remove.accessibleName() == "Remove: B, from step 10: Learning rate 0.050"


def test_the_switch_is_not_offered_where_nothing_can_change_on_the_way(training: MainWindow) -> None:
    training.page.form.edit("mode.kind", "chain", done=True)
    assert not training.page.form.live.isVisible()


# -- presets ------------------------------------------------------------------------------------------------------------

PRESET_KEYS = [(tab, key) for tab in PRESETS for key in PRESETS[tab]]


def opened_menu(owner: QWidget) -> QMenu:
    return next(menu for menu in owner.findChildren(QMenu) if menu.isVisible())


@pytest.mark.parametrize(("tab", "key"), PRESET_KEYS)
def test_a_preset_is_two_clicks_and_one_entry_of_undo(window: MainWindow, tab: str, key: str) -> None:
    window.show_tab(tab)
    page, preset = window.page, PRESETS[tab][key]
    page.form.edit("steps", 77, True)  # so that every preset changes something
    page.session.undo_stack.clear()
    before, wanted = page.session.recipe, preset.apply(page.recipe())
    click(page.head.presets)
    menu = opened_menu(page.head)
    assert [action.objectName() for action in menu.actions()] == list(PRESETS[tab])
    action = next(action for action in menu.actions() if action.objectName() == key)
    assert (action.text(), action.toolTip()) == (preset.title, wrapped(preset.help))
    action.trigger()
    menu.close()
    recipe = page.session.recipe
    assert (recipe.settings, recipe.other, recipe.events) == (wanted.settings, wanted.other, wanted.events)
    assert page.form.sides() == Sides(recipe.settings, recipe.other, "both" if recipe.other is not None else "a")
    assert window.menus.actions["undo"].text() == f"Undo preset: {preset.title}"
    window.undo()
    recipe = page.session.recipe
    assert (recipe.settings, recipe.other) == (before.settings, before.other)
    assert not page.session.undo_stack.canUndo()


def test_the_run_menu_lists_the_presets_of_the_tab_in_front(window: MainWindow) -> None:
    menu = window.menus.menus["presets"]
    for tab in SIMULATIONS:
        window.show_tab(tab)
        assert menu.menuAction().isEnabled() == (tab in PRESETS)
        menu.aboutToShow.emit()
        assert [action.objectName() for action in menu.actions()] == list(PRESETS.get(tab, {}))
        assert window.page.head.isVisible() == (tab in PRESETS)
    window.show_tab("gradients")
    menu.aboutToShow.emit()
    menu.actions()[0].trigger()
    assert window.page.session.undo_stack.canUndo()


# -- keyboard -----------------------------------------------------------------------------------------------------------


def test_tab_goes_from_the_head_through_the_form_from_top_to_bottom(pair: MainWindow) -> None:
    pair.activateWindow()
    pair.page.head.presets.setFocus(Qt.FocusReason.TabFocusReason)
    reached = []
    for _ in range(8):
        press(Key.Key_Tab)
        widget = QApplication.focusWidget()
        assert widget is not None
        reached.append(widget)
    tops = [widget.mapTo(pair, widget.rect().topLeft()).y() for widget in reached]
    assert all(below >= above - 6 for above, below in itertools.pairwise(tops))
    assert reached[1] is pair.page.head.more
    assert pair.page.form.isAncestorOf(reached[2])


def test_all_that_takes_the_keyboard_in_a_comparison_has_a_name_of_its_own(pair: MainWindow, qtbot: QtBot) -> None:
    pair.page.form.edit("mode.kind", "one_pass", done=True)
    settle(qtbot, pair)
    focusable = [
        widget
        for widget in pair.page.left.findChildren(QWidget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible()
    ]
    names = {widget: widget.accessibleName() or getattr(widget, "text", str)() for widget in focusable}
    assert all(names.values())
    cards = [name for widget, name in names.items() if widget.objectName().startswith(("settings.net", "other.net"))]
    assert len(cards) == len(set(cards))


def test_tab_comes_by_every_part_of_the_window(pair: MainWindow) -> None:
    pair.activateWindow()
    pair.page.panel.setFocus()
    reached = set()
    for _ in range(60):
        press(Key.Key_Tab)
        reached.add(QApplication.focusWidget())
    assert {pair.tabs, pair.side_buttons.compare, pair.transport.scrubber, pair.page.panel} <= reached
    assert any(pair.page.form.isAncestorOf(widget) for widget in reached if widget is not None)
