"""The cards of a list: select, show, add, remove, duplicate, move, rename, recolour; and what becomes of the view."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QCheckBox, QLabel, QLineEdit, QMenu, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from engine.parameter import Parameter, get_at, parameters, replace_at
from gui.theme import Theme
from gui.widgets.choice import Choice
from gui.widgets.form import ParameterForm, list_edits
from gui.widgets.form.card import Card
from gui.widgets.form.card_menu import CardMenu, ColourMenu
from gui.widgets.number_field import NumberField
from gui.widgets.slider import ValueSlider
from gui.widgets.swatch import TickSwatch
from gui.widgets.toggle import Toggle
from tests.gui.widgets.toys import MOVERS, Far, Lamp, Mover, Near, Rest, Run, Toy, Walk

# Menus raise themselves and grab the keyboard, which the offscreen platform cannot do and says so.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
DECLARED: Parameter = parameters(Toy)["movers"]


class Heard:
    def __init__(self, form: ParameterForm) -> None:
        self.edits: list[tuple[Toy, str, bool]] = []
        self.selected: list[tuple[str, int]] = []
        self.shown: list[tuple[str, int, bool]] = []
        form.edited.connect(lambda *told: self.edits.append(told[:3]))
        form.selected.connect(lambda *told: self.selected.append(told))
        form.shown_changed.connect(lambda *told: self.shown.append(told))

    def names(self) -> list[str]:
        return [mover.name for mover in self.edits[-1][0].movers]


@pytest.fixture
def form(theme: Theme, stage: Callable[[ParameterForm], ParameterForm]) -> ParameterForm:
    made = ParameterForm(theme)
    made.show_settings(Toy())
    stage(made)
    assert [one.title() for one in cards(made)] == ["Walk", "Run"]
    return made


@pytest.fixture
def heard(form: ParameterForm) -> Heard:
    return Heard(form)


def cards(form: ParameterForm, path: str = "movers") -> list[Card]:
    found = [one for one in form.findChildren(Card) if one.objectName().startswith(f"settings.{path}.")]
    return sorted(found, key=lambda one: one.objectName())


def card(form: ParameterForm, index: int) -> Card:
    return cards(form)[index]


def press(qtbot: QtBot, widget: QWidget, key: Qt.Key, modifier: Qt.KeyboardModifier | None = None) -> None:
    widget.window().activateWindow()
    widget.setFocus()
    qtbot.waitUntil(widget.hasFocus)
    qtbot.keyClick(widget, key, modifier or Qt.KeyboardModifier.NoModifier)
    QApplication.processEvents()


def choose(form: ParameterForm, index: int, what: str) -> None:
    """An entry of a card's menu, as if clicked."""
    card(form, index).open_menu(QPoint(0, 0))
    menu = card(form, index).findChildren(CardMenu)[-1]
    next(action for action in menu.actions() if action.objectName() == what).trigger()
    menu.close()


def add(form: ParameterForm, qtbot: QtBot, kind: str, path: str = "movers") -> None:
    button = form.findChild(QPushButton, f"add.{path}")
    assert isinstance(button, QPushButton)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    menu = form.findChild(QMenu, f"menu.{path}")
    assert isinstance(menu, QMenu)
    next(action for action in menu.actions() if action.objectName() == kind).trigger()
    menu.close()
    QApplication.processEvents()


# -- selecting and showing ----------------------------------------------------------------------------------------------


def test_a_click_selects_and_unfolds(form: ParameterForm, heard: Heard, qtbot: QtBot) -> None:
    assert not form.findChildren(QWidget, "settings.movers.1.gait.beta")
    qtbot.mouseClick(card(form, 1), Qt.MouseButton.LeftButton, pos=QPoint(60, 15))
    assert heard.selected == [("movers", 1)]
    beta = form.findChild(ValueSlider, "settings.movers.1.gait.beta")
    assert isinstance(beta, ValueSlider)
    assert beta.isVisible()
    assert form.findChild(Choice, "settings.movers.1.gait.kind").isVisible()  # type: ignore[attr-defined]
    assert not form.findChild(QWidget, "settings.movers.0.gait.kind").isVisible()  # type: ignore[attr-defined]
    qtbot.mouseClick(card(form, 1), Qt.MouseButton.LeftButton, pos=QPoint(60, 15))
    assert len(heard.selected) == 1


def test_the_main_number_is_in_sight_on_every_card_in_its_colour(form: ParameterForm) -> None:
    for index, colour in enumerate((0, 1)):
        slider = form.findChild(ValueSlider, f"settings.movers.{index}.gait.learning_rate")
        field = form.findChild(NumberField, f"settings.movers.{index}.gait.learning_rate")
        assert isinstance(slider, ValueSlider)
        assert isinstance(field, NumberField)
        assert slider.isVisible()
        assert (slider.colour, field.text()) == (colour, "0.100")


def test_keys_select_and_walk_from_card_to_card(form: ParameterForm, heard: Heard, qtbot: QtBot) -> None:
    press(qtbot, card(form, 0), Qt.Key.Key_Down)
    assert card(form, 1).hasFocus()
    assert heard.selected == [("movers", 1)]
    qtbot.keyClick(card(form, 1), Qt.Key.Key_Up)
    assert card(form, 0).hasFocus()
    assert form.selected_index("movers") == 0
    press(qtbot, card(form, 1), Qt.Key.Key_Return)
    assert heard.selected == [("movers", 1), ("movers", 0), ("movers", 1)]


def test_a_click_on_a_card_gives_it_the_keyboard_but_on_its_parts_does_not(form: ParameterForm, qtbot: QtBot) -> None:
    form.window().activateWindow()
    box, slider = card(form, 1).box, form.findChild(ValueSlider, "settings.movers.1.gait.learning_rate")
    for part in (box, slider, card(form, 1).dots):
        assert isinstance(part, QWidget)
        assert not part.focusPolicy() & Qt.FocusPolicy.ClickFocus
    qtbot.mouseClick(card(form, 1), Qt.MouseButton.LeftButton, pos=QPoint(60, 15))
    qtbot.waitUntil(card(form, 1).hasFocus)
    qtbot.keyClick(card(form, 1), Qt.Key.Key_Delete)
    assert len(cards(form)) == 1


def test_selecting_from_outside_is_silent_and_minds_the_ends(form: ParameterForm, heard: Heard) -> None:
    form.select("movers", 1)
    for index in (-1, 2, 99):
        form.select("movers", index)
    form.select("no list", 0)
    assert form.selected_index("movers") == 1
    assert heard.selected == []


def test_the_box_shows_and_hides_and_is_no_setting(form: ParameterForm, heard: Heard, qtbot: QtBot) -> None:
    box = form.findChild(TickSwatch, "shown.movers.1")
    assert isinstance(box, TickSwatch)
    assert box.accessibleName() == "Show Run"
    qtbot.mouseClick(box, Qt.MouseButton.LeftButton)
    assert heard.shown == [("movers", 1, False)]
    assert form.shown("movers") == [True, False]
    assert heard.edits == []
    form.set_shown("movers", 1, True)
    form.set_shown("movers", 9, False)
    assert box.isChecked()
    assert form.shown("movers") == [True, True]
    assert len(heard.shown) == 1


def test_entries_without_a_name_have_switches_and_their_numbers_in_lines(form: ParameterForm) -> None:
    boxes = [form.findChild(QCheckBox, f"shown.lamps.{index}") for index in range(2)]
    assert all(isinstance(box, Toggle) for box in boxes)
    assert [one.title() for one in cards(form, "lamps")] == ["Walk", "Rest"]
    assert form.findChild(NumberField, "settings.lamps.0.gait.learning_rate").isVisible()  # type: ignore[attr-defined]
    form.select("lamps", 1)
    assert not cards(form, "lamps")[1].body.isVisible(), "there is nothing more to show"


# -- adding -------------------------------------------------------------------------------------------------------------


def test_adding_takes_the_next_colour_the_shared_rate_and_a_name_of_its_own(
    form: ParameterForm, heard: Heard, qtbot: QtBot
) -> None:
    add(form, qtbot, "run")
    settings, path, done = heard.edits[-1]
    assert (path, done) == ("movers", True)
    assert settings.movers == (*MOVERS, Mover("Run 2", 2, Run(learning_rate=0.1), Far()))
    assert heard.selected == [("movers", 2)]
    assert heard.shown == [("movers", 2, True)]
    assert card(form, 2).selected
    assert card(form, 2).title() == "Run 2"


def test_where_rates_differ_the_newcomer_takes_its_own_default(form: ParameterForm, heard: Heard, qtbot: QtBot) -> None:
    form.show_settings(replace_at(Toy(), "movers.0.gait.learning_rate", 0.2))
    add(form, qtbot, "run")
    assert heard.edits[-1][0].movers[2].gait == Run()


def test_a_rule_without_a_rate_can_be_added(form: ParameterForm, heard: Heard, qtbot: QtBot) -> None:
    add(form, qtbot, "rest")
    assert heard.edits[-1][0].movers[2] == Mover("Rest", 2, Rest())
    assert not form.findChildren(ValueSlider, "settings.movers.2.gait.learning_rate")


def test_a_full_list_says_why_nothing_can_be_added(form: ParameterForm, heard: Heard, qtbot: QtBot) -> None:
    add(form, qtbot, "run")
    add(form, qtbot, "run")
    assert heard.names() == ["Walk", "Run", "Run 2", "Run 3"]
    button = form.findChild(QPushButton, "add.movers")
    assert isinstance(button, QPushButton)
    assert not button.isEnabled()
    assert button.toolTip() == "There can be 4 at most."
    card(form, 0).act("duplicate")
    assert len(heard.edits) == 2
    assert any(label.text() == "There can be 4 at most." for label in form.findChildren(QLabel) if label.isVisible())


# -- removing, moving, doubling -----------------------------------------------------------------------------------------


def test_delete_removes_and_the_rest_keep_their_looks(form: ParameterForm, heard: Heard, qtbot: QtBot) -> None:
    add(form, qtbot, "rest")
    form.set_shown("movers", 2, False)
    form.select("movers", 2)
    heard.selected.clear()
    choose(form, 0, "remove")
    QApplication.processEvents()
    assert heard.names() == ["Run", "Rest"]
    assert [one.colour for one in cards(form)] == [1, 2]
    assert form.shown("movers") == [True, False]
    assert form.selected_index("movers") == 1
    assert heard.selected == [("movers", 1)]
    assert heard.shown[-1] == ("movers", 1, False)


def test_delete_removes_what_is_framed_and_first_frames_what_is_not(
    form: ParameterForm, heard: Heard, qtbot: QtBot
) -> None:
    press(qtbot, card(form, 1), Qt.Key.Key_Delete)
    assert (heard.edits, form.selected_index("movers")) == ([], 1)
    press(qtbot, card(form, 1), Qt.Key.Key_Delete)
    assert heard.names() == ["Walk"]
    qtbot.waitUntil(card(form, 0).hasFocus)


def test_the_keyboard_goes_along_when_undo_moves_the_selected_card(
    form: ParameterForm, heard: Heard, qtbot: QtBot
) -> None:
    before = form.settings()
    assert before is not None
    form.select("movers", 1)
    press(qtbot, card(form, 1), Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    form.show_settings(before)
    assert form.selected_index("movers") == 1
    assert card(form, 1).hasFocus()
    qtbot.keyClick(card(form, 1), Qt.Key.Key_Delete)
    assert heard.names() == ["Walk"]


def test_the_last_one_stays_and_says_why(form: ParameterForm, heard: Heard, qtbot: QtBot) -> None:
    choose(form, 1, "remove")
    assert heard.names() == ["Walk"]
    press(qtbot, card(form, 0), Qt.Key.Key_Delete)
    assert len(heard.edits) == 1
    card(form, 0).open_menu(QPoint(0, 0))
    menu = card(form, 0).findChildren(CardMenu)[-1]
    remove = next(action for action in menu.actions() if action.objectName() == "remove")
    assert not remove.isEnabled()
    assert remove.toolTip() == "There must be 1 at least."
    menu.close()


def test_delete_in_a_field_of_a_card_removes_nothing(form: ParameterForm, heard: Heard, qtbot: QtBot) -> None:
    for kind in (NumberField, ValueSlider):
        widget = form.findChild(kind, "settings.movers.0.gait.learning_rate")
        assert isinstance(widget, QWidget)
        press(qtbot, widget, Qt.Key.Key_Delete)
    assert heard.edits == []


def test_moving_by_key_takes_selection_and_keyboard_along(form: ParameterForm, heard: Heard, qtbot: QtBot) -> None:
    form.set_shown("movers", 0, False)
    press(qtbot, card(form, 0), Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert heard.names() == ["Run", "Walk"]
    assert heard.edits[-1][1:] == ("movers", True)
    assert form.selected_index("movers") == 1
    assert heard.selected == [("movers", 1)]
    assert form.shown("movers") == [True, False]
    assert card(form, 1).hasFocus()
    press(qtbot, card(form, 1), Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert len(heard.edits) == 1, "it is the last"


def test_moving_works_from_within_the_card(form: ParameterForm, heard: Heard, qtbot: QtBot) -> None:
    slider = form.findChild(ValueSlider, "settings.movers.1.gait.learning_rate")
    assert isinstance(slider, ValueSlider)
    press(qtbot, slider, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert heard.names() == ["Run", "Walk"]


def test_the_menu_does_the_same(form: ParameterForm, heard: Heard) -> None:
    choose(form, 0, "duplicate")
    assert heard.edits[-1][0].movers[1] == Mover("Walk 2", 2, Walk(learning_rate=0.1))
    choose(form, 1, "down")
    assert heard.names() == ["Walk", "Run", "Walk 2"]
    choose(form, 0, "remove")
    assert heard.names() == ["Run", "Walk 2"]


def test_undo_brings_selection_and_switches_back(form: ParameterForm, heard: Heard, qtbot: QtBot) -> None:
    before = form.settings()
    assert before is not None
    form.set_shown("movers", 1, False)
    press(qtbot, card(form, 0), Qt.Key.Key_Delete)
    assert form.shown("movers") == [False]
    form.show_settings(before)
    assert form.shown("movers") == [True, False]


# -- name, colour, rule -------------------------------------------------------------------------------------------------


def open_name(form: ParameterForm, index: int, qtbot: QtBot) -> QLineEdit:
    press(qtbot, card(form, index), Qt.Key.Key_F2)
    name = card(form, index).name
    qtbot.waitUntil(name.hasFocus)
    return name


def test_f2_renames(form: ParameterForm, heard: Heard, qtbot: QtBot) -> None:
    name = open_name(form, 0, qtbot)
    qtbot.keyClicks(name, "Stroll")
    qtbot.keyClick(name, Qt.Key.Key_Return)
    assert heard.edits[-1][1:] == ("movers.0.name", True)
    assert heard.names() == ["Stroll", "Run"]
    assert card(form, 0).accessibleName() == "Stroll"
    slider = form.findChild(ValueSlider, "settings.movers.0.gait.learning_rate")
    assert isinstance(slider, ValueSlider)
    assert slider.accessibleName() == "Learning rate η, Stroll"
    assert name.isReadOnly()
    assert card(form, 0).hasFocus()


def test_a_double_click_on_the_name_renames(form: ParameterForm, qtbot: QtBot) -> None:
    name = card(form, 1).name
    qtbot.mouseDClick(card(form, 1), Qt.MouseButton.LeftButton, pos=name.geometry().center())
    assert not name.isReadOnly()
    qtbot.keyClick(name, Qt.Key.Key_Escape)
    assert name.isReadOnly()


@pytest.mark.parametrize("typed", ["", "much too long a name"])
def test_a_wrong_name_gives_way(form: ParameterForm, heard: Heard, qtbot: QtBot, typed: str) -> None:
    name = open_name(form, 0, qtbot)
    name.selectAll()
    qtbot.keyClick(name, Qt.Key.Key_Delete)
    qtbot.keyClicks(name, typed)
    qtbot.keyClick(name, Qt.Key.Key_Return)
    assert heard.edits == []
    assert any("printable characters" in label.text() for label in card(form, 0).findChildren(QLabel))
    card(form, 1).setFocus()
    assert name.text() == "Walk"


def test_a_colour_is_chosen_from_the_menu(form: ParameterForm, heard: Heard) -> None:
    card(form, 0).open_menu(QPoint(0, 0))
    colours = card(form, 0).findChildren(ColourMenu)[-1]
    texts = [action.text() for action in colours.actions()]
    assert texts == ["Blue", "Vermilion", "Green", "Pink", "Amber", "Sky blue", "Blue, dashed", "Vermilion, dashed"]
    colours.actions()[6].trigger()
    card(form, 0).findChildren(CardMenu)[-1].close()
    assert heard.edits[-1][1:] == ("movers.0.colour", True)
    assert heard.edits[-1][0].movers[0].colour == 6
    slider = form.findChild(ValueSlider, "settings.movers.0.gait.learning_rate")
    assert isinstance(slider, ValueSlider)
    assert slider.colour == 6


def test_another_rule_takes_the_name_with_it(form: ParameterForm, heard: Heard, qtbot: QtBot) -> None:
    choice = form.findChild(Choice, "settings.movers.0.gait.kind")
    assert isinstance(choice, Choice)
    press(qtbot, choice, Qt.Key.Key_Down)
    settings, path, done = heard.edits[-1]
    assert (path, done) == ("movers.0.gait.kind", True)
    assert settings.movers[0] == Mover("Run 2", 0, Run(learning_rate=0.1))
    assert card(form, 0).title() == "Run 2"
    assert form.findChild(ValueSlider, "settings.movers.0.gait.beta").isVisible()  # type: ignore[attr-defined]


def test_a_name_of_the_learner_s_own_stays(form: ParameterForm, heard: Heard, qtbot: QtBot) -> None:
    form.show_settings(replace_at(Toy(), "movers.0.name", "Mine"))
    choice = form.findChild(Choice, "settings.movers.0.gait.kind")
    assert isinstance(choice, Choice)
    press(qtbot, choice, Qt.Key.Key_Down)
    assert heard.edits[-1][0].movers[0].name == "Mine"


def test_the_other_rules_of_an_entry_are_in_the_card(form: ParameterForm, heard: Heard, qtbot: QtBot) -> None:
    choice = form.findChild(Choice, "settings.movers.0.view.kind")
    assert isinstance(choice, Choice)
    press(qtbot, choice, Qt.Key.Key_Up)
    assert heard.edits[-1][0].movers[0].view == Near()
    zoom = form.findChild(ValueSlider, "settings.movers.0.view.zoom")
    assert isinstance(zoom, ValueSlider)
    assert zoom.isVisible()
    press(qtbot, zoom, Qt.Key.Key_Home)
    assert get_at(form.settings(), "movers.0.view.zoom") == 1


# -- the pure part ------------------------------------------------------------------------------------------------------


def test_names_are_made_unique_within_their_length() -> None:
    taken = [Mover("Run"), Mover("Run 2"), Mover("abcdefghij")]
    assert list_edits.unique_name("Run", taken, 10) == "Run 3"
    assert list_edits.unique_name("abcdefghij", taken, 10) == "abcdefgh 2"
    assert list_edits.unique_name("a much longer one", taken, 10) == "a much lon"


def test_when_all_colours_are_used_the_first_comes_again() -> None:
    every = [Mover(colour=number) for number in range(8)]
    assert list_edits.free_colour(every[:3], parameters(Mover)["colour"]) == 3
    assert list_edits.free_colour([every[0], every[2]], parameters(Mover)["colour"]) == 1
    assert list_edits.free_colour(every, parameters(Mover)["colour"]) == 0


def test_a_copy_has_name_and_colour_of_its_own() -> None:
    entries = (Mover("Run 2", 0, Run(learning_rate=3.0)), Mover("Run", 1))
    assert list_edits.copied(entries, 0) == Mover("Run 3", 2, Run(learning_rate=3.0))


def test_moving_and_removing() -> None:
    entries = tuple(Mover(name) for name in "abcd")
    assert [one.name for one in list_edits.moved(entries, 0, 2)] == list("bcad")  # type: ignore[attr-defined]
    assert [one.name for one in list_edits.moved(entries, 3, 0)] == list("dabc")  # type: ignore[attr-defined]
    assert [one.name for one in list_edits.removed(entries, 1)] == list("acd")  # type: ignore[attr-defined]


def test_entries_are_followed_by_identity_then_by_place() -> None:
    a, b, c = (Mover(name) for name in "abc")
    assert list_edits.followed((a, b, c), (c, a)) == [2, 0]
    assert list_edits.followed((a, b), (a, replace(b, colour=4))) == [0, 1]
    assert list_edits.followed((a,), (a, b)) == [0, None]
    assert list_edits.followed((), (a,)) == [None]
    assert list_edits.followed((a, a), (a, a)) == [0, 1]


def test_an_entry_without_name_and_colour_is_titled_by_its_rule() -> None:
    assert list_edits.title_of(Lamp(gait=Rest())) == "Rest"
    assert list_edits.colour_of(Lamp(), 5) == 5
    assert list_edits.new_entry(parameters(Toy)["lamps"], (), "run") == Lamp(gait=Run())
    assert list_edits.new_entry(DECLARED, (), "run") == Mover("Run", 0, Run())


def test_the_card_that_a_view_tells_of_is_unfolded_at_once(theme: Theme) -> None:
    form = ParameterForm(theme)
    form.show_settings(Toy(), {"movers": 1})
    assert form.selected_index("movers") == 1
    first, second = (form.findChildren(Card, f"settings.movers.{index}")[0] for index in range(2))
    assert (first.rest, second.selected) == (None, True)
    form.deleteLater()
