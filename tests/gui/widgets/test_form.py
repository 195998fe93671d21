"""The form over toy settings of every kind: what is seen, what is told, and what is not."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import ClassVar, TypeVar

import pytest
from PySide6.QtCore import QCoreApplication, QPoint, QPointF, Qt, QTranslator
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QRadioButton, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from engine.parameter import Settings, get_at, parameter, parameters, register, replace_at
from engine.schedules import Cosine, OneCycle, Warmup
from engine.simulations.schedules import ScheduleEntry, SchedulesSettings
from gui.theme import Theme, load_theme
from gui.widgets.choice import Choice
from gui.widgets.form import ParameterForm
from gui.widgets.form.defaults import lengths_kept
from gui.widgets.form.form import tab_stops
from gui.widgets.form.rules import plain_formula
from gui.widgets.number_field import NumberField
from gui.widgets.segments import Segments
from gui.widgets.slider import ValueSlider
from gui.widgets.toggle import Toggle
from tests.gui.widgets.toys import RULES, Far, Mover, Near, Plan, Rest, Run, Toy, Walk

W = TypeVar("W", bound=QWidget)


class Heard:
    """What the form has told."""

    def __init__(self, form: ParameterForm) -> None:
        self.edits: list[tuple[Settings, str, bool]] = []
        self.selected: list[tuple[str, int]] = []
        self.shown: list[tuple[str, int, bool]] = []
        form.edited.connect(lambda *told: self.edits.append(told[:3]))
        form.selected.connect(lambda *told: self.selected.append(told))
        form.shown_changed.connect(lambda *told: self.shown.append(told))

    def last(self) -> tuple[object, str, bool]:
        """The value told last, its path, and whether the gesture was done."""
        settings, path, done = self.edits[-1]
        return get_at(settings, path), path, done

    @property
    def nothing(self) -> bool:
        return not (self.edits or self.selected or self.shown)


@pytest.fixture
def form(theme: Theme, stage: Callable[[ParameterForm], ParameterForm]) -> ParameterForm:
    made = ParameterForm(theme)
    made.show_settings(Toy())
    stage(made)
    assert made.settings() == Toy()
    assert made.shown("movers") == [True, True]
    assert made.selected_index("movers") == 0
    return made


@pytest.fixture
def heard(form: ParameterForm) -> Heard:
    return Heard(form)


def find(form: ParameterForm, kind: type[W], path: str) -> W:
    found = form.findChildren(kind, f"settings.{path}")
    assert len(found) == 1, f"{len(found)} editors for {path}"
    return found[0]


def leaves(settings: Settings, prefix: str = "") -> Iterator[str]:
    """The paths of all visible fields that hold a value of their own."""
    for name, declared in parameters(type(settings)).items():
        value, path = getattr(settings, name), f"{prefix}{name}"
        if declared.style == "hidden" or (declared.kind == "items"):
            continue
        if declared.kind == "vector":
            yield from (f"{path}.{i}" for i in range(len(value)))
        elif isinstance(value, Settings):
            if declared.registry is not None and len(declared.registry) > 1:
                yield f"{path}.kind"
            yield from leaves(value, f"{path}.")
        else:
            yield path


# -- what is there ------------------------------------------------------------------------------------------------------


def test_every_visible_field_has_an_editor_with_its_address(form: ParameterForm) -> None:
    for path in leaves(Toy()):
        assert form.findChildren(QWidget, f"settings.{path}"), path
    assert not form.findChildren(QWidget, "settings.secret")


def test_values_are_shown(form: ParameterForm) -> None:
    assert find(form, NumberField, "noise").text() == "0.00"
    assert find(form, NumberField, "start.0").text() == "−7.00"
    assert find(form, NumberField, "steps").text() == "30"
    assert find(form, ValueSlider, "mode.zoom").number() == 5
    assert find(form, Segments, "mode.kind").current() == "near"
    assert find(form, Choice, "ground.kind").currentText() == "Walk"
    assert find(form, NumberField, "ground.learning_rate").text() == "0.010"
    assert not find(form, Toggle, "flag").isChecked()
    assert find(form, QLineEdit, "text").text() == "abc"
    assert find(form, NumberField, "margin.left").text() == "1.00"
    assert find(form, NumberField, "movers.1.gait.learning_rate").text() == "0.100"


def test_a_number_that_no_slider_can_hit_has_a_field_only(form: ParameterForm) -> None:
    assert not form.findChildren(ValueSlider, "settings.steps")
    assert not form.findChildren(ValueSlider, "settings.start.0")
    assert form.findChildren(ValueSlider, "settings.noise")


def test_a_choice_of_one_is_not_offered_but_its_fields_are(form: ParameterForm) -> None:
    assert not find(form, Segments, "single.kind").isVisible()
    assert find(form, ValueSlider, "single.depth").isVisible()
    headings = [label.text() for label in form.findChildren(QLabel) if label.isVisible()]
    assert "VIEW" in headings
    assert "MOVERS" in headings
    assert "ONLY ONE" not in headings


def test_unit_and_help_are_shown(form: ParameterForm) -> None:
    slider = find(form, ValueSlider, "noise")
    assert slider.toolTip().splitlines() == ["Noise σ", "What is added.", "0 … 5 m"]
    assert slider.accessibleDescription() == "0.00 m. What is added."
    assert any(label.text() == "m" for label in slider.parentWidget().findChildren(QLabel))


def test_everything_that_takes_the_keyboard_has_a_name(form: ParameterForm) -> None:
    form.select("movers", 1)
    stops = list(tab_stops(form))
    assert len(stops) > 30
    for stop in stops:
        face = QAccessible.queryAccessibleInterface(stop)
        assert face.text(QAccessible.Text.Name), stop.objectName()
    assert find(form, ValueSlider, "movers.1.gait.learning_rate").accessibleName() == "Learning rate η, Run"


def test_the_tab_key_goes_from_top_to_bottom(form: ParameterForm) -> None:
    form.show_settings(replace(Toy(), mode=Far()))
    form.show_settings(replace(Toy(), mode=Near(), movers=(*Toy().movers, Mover("Rest", 2, Rest()))))
    form.select("movers", 2)
    QApplication.processEvents()
    chain, widget = [], form.nextInFocusChain()
    while widget is not form:
        if form.isAncestorOf(widget) and widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            chain.append(widget)
        widget = widget.nextInFocusChain()
    tops = [each.mapTo(form, QPoint(0, each.height() // 2)).y() for each in chain]
    rows = [top // 12 for top in tops if top]
    assert all(later >= earlier - 1 for earlier, later in itertools.pairwise(rows)), rows


# -- numbers ------------------------------------------------------------------------------------------------------------


def test_one_drag_is_many_edits_and_one_end(form: ParameterForm, heard: Heard, qtbot: QtBot) -> None:
    slider = find(form, ValueSlider, "noise")
    y, x0 = slider.height() // 2, slider.overhang()
    qtbot.mousePress(slider, Qt.MouseButton.LeftButton, pos=QPoint(x0, y))
    for x in (30, 60, 90, 120):
        qtbot.mouseMove(slider, QPoint(x0 + x, y))
    qtbot.mouseRelease(slider, Qt.MouseButton.LeftButton, pos=QPoint(x0 + 120, y))
    assert [done for _, _, done in heard.edits] == [False, False, False, False, True]
    assert {path for _, path, _ in heard.edits} == {"noise"}
    values = [settings.noise for settings, _, _ in heard.edits]  # type: ignore[attr-defined]
    assert values == sorted(values)
    assert values[-1] == values[-2] > 0
    assert find(form, NumberField, "noise").number() == values[-1]


def test_a_key_and_a_typed_value_are_done_at_once(form: ParameterForm, heard: Heard, qtbot: QtBot) -> None:
    qtbot.keyClick(find(form, ValueSlider, "noise"), Qt.Key.Key_Right)
    assert heard.last() == (0.05, "noise", True)
    field = find(form, NumberField, "start.1")
    field.selectAll()
    qtbot.keyClicks(field, "3.14159")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert heard.last() == (3.14159, "start.1", True)
    assert heard.edits[-1][0] == replace(Toy(), noise=0.05, start=(-7.0, 3.14159)), "edits build on each other"
    assert len(heard.edits) == 2


def test_whole_numbers_stay_whole(form: ParameterForm, heard: Heard, qtbot: QtBot) -> None:
    qtbot.keyClick(find(form, ValueSlider, "mode.zoom"), Qt.Key.Key_End)
    value, path, _ = heard.last()
    assert (value, path, type(value)) == (50, "mode.zoom", int)


def test_double_click_goes_back_to_what_the_tab_begins_with(form: ParameterForm, heard: Heard, qtbot: QtBot) -> None:
    form.show_settings(replace_at(Toy(), "movers.0.gait.learning_rate", 5.0))
    slider = find(form, ValueSlider, "movers.0.gait.learning_rate")
    qtbot.mouseDClick(slider, Qt.MouseButton.LeftButton, pos=QPoint(slider.width() - 8, slider.height() // 2))
    assert heard.last() == (0.1, "movers.0.gait.learning_rate", True)


def test_double_click_on_another_rule_goes_back_to_that_rule_s_own_default(
    form: ParameterForm, heard: Heard, qtbot: QtBot
) -> None:
    form.show_settings(replace_at(Toy(), "movers.0.gait", Run(learning_rate=5.0)))
    slider = find(form, ValueSlider, "movers.0.gait.learning_rate")
    qtbot.mouseDClick(slider, Qt.MouseButton.LeftButton, pos=QPoint(slider.width() - 8, slider.height() // 2))
    assert heard.last() == (0.001, "movers.0.gait.learning_rate", True)


def test_a_wrong_entry_tells_its_reason_in_place_and_changes_nothing(
    form: ParameterForm, heard: Heard, qtbot: QtBot
) -> None:
    field = find(form, NumberField, "noise")
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, "7")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    row = find(form, ValueSlider, "noise").parentWidget()
    notes = [label.text() for label in row.findChildren(QLabel) if label.isVisible()]
    assert "7 is outside the limits: 0 … 5" in notes
    assert heard.nothing
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert "7 is outside the limits: 0 … 5" not in [label.text() for label in row.findChildren(QLabel)]
    assert field.text() == "0.00"


def test_what_only_the_whole_refuses_goes_back_with_its_reason(form: ParameterForm, heard: Heard, qtbot: QtBot) -> None:
    slider, field = find(form, ValueSlider, "below"), find(form, NumberField, "below")
    qtbot.keyClick(slider, Qt.Key.Key_End)
    assert heard.nothing
    assert (slider.number(), field.number(), field.text()) == (1.0, 1.0, "1.00")
    notes = [label.text() for label in slider.parentWidget().findChildren(QLabel) if label.isVisible()]
    assert any("less than five" in note for note in notes)
    qtbot.keyClick(slider, Qt.Key.Key_Right)
    assert heard.last()[1:] == ("below", True)
    assert not any("less" in label.text() for label in slider.parentWidget().findChildren(QLabel))


def test_the_wheel_over_a_slider_scrolls_the_form(form: ParameterForm, heard: Heard) -> None:
    area = form.window()
    assert isinstance(area, QScrollArea)
    area.resize(300, 200)
    QApplication.processEvents()
    slider = find(form, ValueSlider, "noise")
    area.ensureWidgetVisible(slider)
    before = area.verticalScrollBar().value()
    place = QPointF(slider.mapTo(area, slider.rect().center()))
    assert area.childAt(place.toPoint()) is slider
    handle = area.windowHandle()
    assert handle is not None
    QTest.wheelEvent(handle, place, QPoint(0, -240))
    QApplication.processEvents()
    assert area.verticalScrollBar().value() > before
    assert heard.nothing


# -- switches, texts, rules ---------------------------------------------------------------------------------------------


def test_a_switch(form: ParameterForm, heard: Heard, qtbot: QtBot) -> None:
    qtbot.mouseClick(find(form, Toggle, "flag"), Qt.MouseButton.LeftButton)
    assert heard.last() == (True, "flag", True)


def test_a_text_and_one_that_is_refused(form: ParameterForm, heard: Heard, qtbot: QtBot) -> None:
    field = find(form, QLineEdit, "text")
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, "bad")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert heard.nothing
    assert any("is not a formula" in label.text() for label in field.parentWidget().findChildren(QLabel))
    assert field.text() == "bad", "it stays to be mended"
    field.selectAll()
    qtbot.keyClicks(field, "good")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert heard.last() == ("good", "text", True)
    assert not any("is not" in label.text() for label in field.parentWidget().findChildren(QLabel))


def test_another_rule_shows_its_own_fields_and_keeps_what_both_have(
    form: ParameterForm, heard: Heard, qtbot: QtBot
) -> None:
    noise = find(form, ValueSlider, "noise")
    qtbot.keyClick(find(form, Choice, "ground.kind"), Qt.Key.Key_Down)
    assert heard.last() == ("run", "ground.kind", True)
    assert find(form, NumberField, "ground.learning_rate").text() == "0.010"
    assert find(form, NumberField, "ground.beta").text() == "0.900"
    assert find(form, ValueSlider, "noise") is noise, "the rest is not built again"


def test_segments_choose_a_mode(form: ParameterForm, heard: Heard, qtbot: QtBot) -> None:
    far = find(form, Segments, "mode.kind").findChildren(QRadioButton)[1]
    assert far.text() == "Far  x² + 10y²"
    qtbot.mouseClick(far, Qt.MouseButton.LeftButton)
    assert heard.last() == ("far", "mode.kind", True)
    assert not form.findChildren(QWidget, "settings.mode.zoom")


@pytest.mark.parametrize(
    ("tex", "plain"),
    [
        ("x^2 + 10 y^2", "x² + 10y²"),
        ("x^2 - y^2", "x² − y²"),
        (r"\frac{x}{2}", ""),
        ("e^{-z}", ""),
        ("(1 - x)^2 + 100 (y - x^2)^2", ""),
        ("", ""),
    ],
)
def test_a_formula_is_a_hint_only_where_plain_text_can_hold_it(tex: str, plain: str) -> None:
    assert plain_formula(tex) == plain


def test_a_rule_registered_later_is_offered(form: ParameterForm, heard: Heard, qtbot: QtBot) -> None:
    try:

        @register(RULES, "fly")
        @dataclass(frozen=True, slots=True)
        class Fly(Settings):
            title: ClassVar[str] = "Fly"
            height: float = parameter(3.0, "Height", low=0, high=9)

        form.show_settings(replace(Toy(), ground=Plan()))
        choice = find(form, Choice, "ground.kind")
        qtbot.keyClick(choice, Qt.Key.Key_Down)
        assert heard.last() == ("fly", "ground.kind", True)
        assert find(form, NumberField, "ground.height").text() == "3.00"
    finally:
        del RULES["fly"]


def test_what_is_as_long_as_the_run_stays_so() -> None:
    before = SchedulesSettings(schedules=(
        ScheduleEntry(Cosine(400)), ScheduleEntry(Warmup(9, OneCycle(400))), ScheduleEntry(OneCycle(300)),
    ))  # fmt: skip
    longer = lengths_kept(replace(before, steps=1000), before)
    assert [entry.schedule for entry in longer.schedules] == [Cosine(1000), Warmup(9, OneCycle(1000)), OneCycle(300)]
    assert longer.schedules[2] is before.schedules[2], "nothing is built again without need"
    assert longer.optimizer is before.optimizer
    assert lengths_kept(replace(longer, steps=10), longer).schedules[0].schedule == Cosine(10)
    plain = replace(before, schedules=(ScheduleEntry(),))
    assert lengths_kept(replace(plain, steps=10), plain) == replace(plain, steps=10)


def test_a_rule_that_asks_for_steps_is_offered_those_of_the_run(
    form: ParameterForm, heard: Heard, qtbot: QtBot
) -> None:
    form.show_settings(replace(Toy(), ground=Rest(), steps=77))
    qtbot.keyClick(find(form, Choice, "ground.kind"), Qt.Key.Key_Down)
    assert heard.edits[-1][0] == replace(Toy(), ground=Plan(total_steps=77), steps=77)
    slider = find(form, ValueSlider, "ground.total_steps")
    qtbot.keyClick(slider, Qt.Key.Key_End)
    qtbot.mouseDClick(slider, Qt.MouseButton.LeftButton, pos=QPoint(slider.width() - 8, slider.height() // 2))
    assert heard.last() == (77, "ground.total_steps", True)
    form.show_settings(replace(Toy(), ground=Rest(), steps=5000))
    qtbot.keyClick(find(form, Choice, "ground.kind"), Qt.Key.Key_Down)
    assert heard.edits[-1][0] == replace(Toy(), ground=Plan(), steps=5000), "more than the rule allows"


# -- showing ------------------------------------------------------------------------------------------------------------


def test_showing_is_silent_and_keeps_widgets_of_the_same_structure(form: ParameterForm, heard: Heard) -> None:
    before = [id(each) for each in form.findChildren(QWidget)]
    other = Toy(mode=Near(zoom=9), noise=1.5, start=(1.0, -1.0), flag=True, text="xyz", steps=77)
    other = replace_at(replace_at(other, "movers.1.gait.learning_rate", 2.0), "movers.0.name", "Slow")
    form.show_settings(other)
    assert [id(each) for each in form.findChildren(QWidget)] == before
    assert heard.nothing
    assert find(form, ValueSlider, "mode.zoom").number() == 9
    assert find(form, NumberField, "movers.1.gait.learning_rate").text() == "2.000"
    assert find(form, QLineEdit, "text").text() == "xyz"
    assert find(form, Toggle, "flag").isChecked()
    assert find(form, NumberField, "start.0").text() == "1.00"


def test_other_structures_are_shown_silently_too(form: ParameterForm, heard: Heard) -> None:
    form.show_settings(Toy(mode=Far(), ground=Rest(), movers=(Mover("Only", 3, Run()),), lamps=()))
    assert heard.nothing
    assert not form.findChildren(QWidget, "settings.movers.1")
    assert not form.findChildren(QWidget, "settings.ground.learning_rate")
    form.show_settings(Toy())
    assert find(form, NumberField, "ground.learning_rate").text() == "0.010"
    assert find(form, NumberField, "movers.1.gait.learning_rate").text() == "0.100"
    assert heard.nothing


def test_showing_the_same_shape_sixty_times_a_second_costs_little(form: ParameterForm) -> None:
    from time import perf_counter

    runs = [replace_at(Toy(), "movers.0.gait.learning_rate", 0.1 + i / 1000) for i in range(200)]
    began = perf_counter()
    for settings in runs:
        form.show_settings(settings)
    assert (perf_counter() - began) / len(runs) < 0.004


def test_all_texts_follow_the_language(form: ParameterForm, qapp: QApplication) -> None:
    class Shout(QTranslator):
        def translate(self, context: str, text: str, comment: str = "", count: int = -1) -> str:
            return f"«{text}»"

        def isEmpty(self) -> bool:
            return False

    shout = Shout()
    form.select("movers", 1)
    QCoreApplication.installTranslator(shout)
    try:
        form.retranslate()
        said = [label.text() for label in form.findChildren(QLabel) if label.isVisibleTo(form) and label.text()]
        choices = [
            choice.itemText(i)
            for choice in form.findChildren(Choice)
            if choice.isVisibleTo(form)
            for i in range(choice.count())
        ]
        names = [QAccessible.queryAccessibleInterface(stop).text(QAccessible.Text.Name) for stop in tab_stops(form)]
        symbols, own_names = {"η", "β", "m", "x", "y"}, {"Walk", "Run"}
        assert [text for text in (*said, *choices, *names) if "«" not in text and text not in symbols | own_names] == []
    finally:
        QCoreApplication.removeTranslator(shout)
        form.retranslate()
    assert find(form, Choice, "ground.kind").currentText() == "Walk"


def test_both_looks_can_be_worn(form: ParameterForm) -> None:
    form.select("movers", 1)
    light = form.grab().toImage()
    dark = load_theme("dark")
    form.set_theme(dark)
    field = find(form, NumberField, "noise")
    assert field.palette().text().color().name() == dark.color("ink").name()
    assert form.grab().toImage() != light


def test_an_editor_in_a_folded_card_can_be_reached(form: ParameterForm, heard: Heard) -> None:
    assert not form.findChildren(QWidget, "settings.movers.1.gait.beta")
    assert form.editor("movers.1.gait.beta") is not None
    assert form.selected_index("movers") == 1
    assert form.editor("movers.7.gait.beta") is None
    assert form.editor("no.such.path") is None
    assert heard.nothing


def test_nothing_is_shown_before_settings_come(theme: Theme, qtbot: QtBot) -> None:
    empty = ParameterForm(theme)
    qtbot.addWidget(empty)
    empty.retranslate()
    empty.set_theme(theme)
    empty.select("movers", 0)
    assert (empty.shown("movers"), empty.settings()) == ([], None)


def test_every_control_can_be_pushed_to_both_ends(form: ParameterForm, heard: Heard, qtbot: QtBot) -> None:
    for index in range(2):
        form.select("movers", index)
        for slider in form.findChildren(ValueSlider):
            if slider.isVisible():
                qtbot.keyClick(slider, Qt.Key.Key_Home)
                qtbot.keyClick(slider, Qt.Key.Key_End)
                qtbot.keyClick(slider, Qt.Key.Key_PageUp)
    assert len(heard.edits) > 10
    walk = get_at(form.settings(), "movers.0.gait")
    assert walk == Walk(learning_rate=10.0)
