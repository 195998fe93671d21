"""The form over two sides: what is left out, whose value a control shows, and whose it changes."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import ClassVar, TypeVar

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QWidget
from pytestqt.qtbot import QtBot

from engine.parameter import Settings, group, items, parameter, register, rule
from gui.theme import Theme, load_theme
from gui.widgets.choice import Choice
from gui.widgets.form import ParameterForm
from gui.widgets.form.block import Heading
from gui.widgets.form.editor import ApartNote
from gui.widgets.form.form import tab_stops
from gui.widgets.form.head import FormHead, Offer
from gui.widgets.form.live import LiveBox, LiveChange
from gui.widgets.form.sides import SideCard, Sides
from gui.widgets.number_field import NumberField
from gui.widgets.row_label import RowLabel
from gui.widgets.segments import SIZES, Segment, Segments
from gui.widgets.slider import ValueSlider
from gui.widgets.toggle import Toggle
from tests.gui.painted_texts import texts_of
from tests.gui.widgets.toys import RULES, Lamp, Rest, Run, Walk

# Menus raise themselves and grab the keyboard, which the offscreen platform cannot do and says so.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
W = TypeVar("W", bound=QWidget)
MODES: dict[str, type[Settings]] = {}


@register(MODES, "quick")
@dataclass(frozen=True, slots=True)
class Quick(Settings):
    title: ClassVar[str] = "Quick"
    slow: ClassVar[bool] = False


@register(MODES, "slow")
@dataclass(frozen=True, slots=True)
class Slow(Settings):
    title: ClassVar[str] = "Slow"
    slow: ClassVar[bool] = True


@dataclass(frozen=True, slots=True)
class Net(Settings):
    gait: Settings = rule(Walk(), RULES, "Activation")
    skips: bool = parameter(False, "Skips")


@dataclass(frozen=True, slots=True)
class Pair(Settings):
    mode: Settings = rule(Quick(), MODES, "Model", style="segments", section="Model", common=True)
    length: int = parameter(10, "Length", low=1, high=50, section="Chain")
    depth: int = parameter(20, "Depth", low=1, high=50, section="Network")
    noisy: bool = parameter(False, "Noisy")
    net: Net = group(Net(), "Network", style="card")
    lamps: tuple[Lamp, ...] = items((Lamp(),), Lamp, "Lamps", high=3, section="Lamps")
    pace: Settings = rule(Walk(), RULES, "Pace", section="Training", live=True)
    steps: int = parameter(30, "Steps", low=1, high=500)

    def unused(self) -> frozenset[str]:
        return frozenset({"depth", "noisy", "net", "pace", "steps"} if self.mode.kind == "quick" else {"length"})


SLOW = Pair(mode=Slow())
OTHER = replace(SLOW, depth=30, noisy=True, net=Net(Run(), skips=True), pace=Walk(learning_rate=0.5))


class Heard:
    def __init__(self, form: ParameterForm) -> None:
        self.edits: list[tuple[Settings, str, bool, str]] = []
        self.activated: list[str] = []
        form.edited.connect(lambda *told: self.edits.append(told))
        form.activated.connect(self.activated.append)


@pytest.fixture
def form(theme: Theme, stage: Callable[[ParameterForm], ParameterForm]) -> ParameterForm:
    made = ParameterForm(theme)
    made.show_sides(Sides(SLOW))
    stage(made)
    assert made.settings() == SLOW
    return made


@pytest.fixture
def heard(form: ParameterForm) -> Heard:
    return Heard(form)


def find(form: QWidget, kind: type[W], name: str) -> W:
    found = form.findChildren(kind, name)
    assert len(found) == 1, f"{len(found)} of {name}"
    return found[0]


def in_sight(form: ParameterForm, name: str) -> bool:
    return any(widget.isVisible() for widget in form.findChildren(QWidget, name))


def notes(form: ParameterForm) -> list[str]:
    return [note.text() for note in form.findChildren(ApartNote) if note.isVisible()]


def headings(form: ParameterForm) -> list[str]:
    QApplication.processEvents()
    shown = [title for title in form.findChildren(Heading) if title.isVisible()]
    return [title.accessibleName() for title in sorted(shown, key=lambda title: title.mapTo(form, QPoint()).y())]


# -- what is of no use --------------------------------------------------------------------------------------------------


def test_fields_without_use_are_left_out_and_a_heading_goes_with_its_last(form: ParameterForm) -> None:
    assert headings(form) == ["Model", "Network", "Lamps", "Training"]
    assert not in_sight(form, "settings.length")
    form.show_settings(replace(SLOW, mode=Quick()))
    assert headings(form) == ["Model", "Chain", "Lamps"]
    assert in_sight(form, "settings.length")
    for name in ("depth", "noisy", "net", "pace.learning_rate"):
        assert not in_sight(form, f"settings.{name}"), name
    form.show_settings(SLOW)
    assert headings(form) == ["Model", "Network", "Lamps", "Training"]
    assert in_sight(form, "settings.pace.learning_rate")


def test_a_field_first_of_use_later_shows_its_value_in_its_place(form: ParameterForm) -> None:
    assert not form.findChildren(QWidget, "settings.length")
    form.show_settings(replace(SLOW, mode=Quick(), length=42))
    assert find(form, NumberField, "settings.length").text() == "42"
    QApplication.processEvents()
    stops = [stop for stop in tab_stops(form) if stop.isVisible()]
    tops = [stop.mapTo(form, QPoint()).y() for stop in stops]
    assert len(tops) > 5
    assert all(below >= above - 4 for above, below in itertools.pairwise(tops))  # in a row some are taller


def test_the_frame_around_a_group_says_nothing_of_sides_while_there_is_one(form: ParameterForm) -> None:
    card = find(form, SideCard, "settings.net")
    assert card.accessibleName() == "Network"
    assert not card.badge.isVisible()
    assert find(form, Choice, "settings.net.gait.kind").accessibleName() == "Activation"
    assert card not in list(tab_stops(form))


# -- two sides ----------------------------------------------------------------------------------------------------------


def test_each_card_shows_and_changes_its_own_side(form: ParameterForm, heard: Heard) -> None:
    form.show_sides(Sides(SLOW, OTHER))
    assert find(form, Choice, "settings.net.gait.kind").currentText() == "Walk"
    assert find(form, Choice, "other.net.gait.kind").currentText() == "Run"
    skips = [find(form, Toggle, f"{side}.net.skips") for side in ("settings", "other")]
    assert [toggle.isChecked() for toggle in skips] == [False, True]
    QTest.mouseClick(skips[1], Qt.MouseButton.LeftButton)
    assert heard.edits == [(replace(OTHER, net=Net(Run(), skips=False)), "net.skips", True, "b")]
    QTest.mouseClick(skips[0], Qt.MouseButton.LeftButton)
    assert heard.edits[1] == (replace(SLOW, net=Net(Walk(), skips=True)), "net.skips", True, "a")
    sides = form.sides()
    assert sides is not None
    assert sides.b == replace(OTHER, net=Net(Run(), skips=False))


def test_the_name_of_a_control_in_a_card_tells_its_side(form: ParameterForm) -> None:
    form.show_sides(Sides(SLOW, OTHER))
    names = [find(form, Toggle, f"{side}.net.skips").accessibleName() for side in ("settings", "other")]
    assert names == ["Skips, Network A", "Skips, Network B"]
    assert find(form, ValueSlider, "other.net.gait.beta").accessibleName() == "Memory β, Network B"
    assert [find(form, SideCard, f"{side}.net").accessibleName()[-1] for side in ("settings", "other")] == ["A", "B"]
    form.show_sides(Sides(SLOW))
    assert not in_sight(form, "other.net")
    assert find(form, Toggle, "settings.net.skips").accessibleName() == "Skips"


def test_outside_the_cards_the_active_side_is_shown_and_changed(form: ParameterForm, heard: Heard) -> None:
    for active, shown, base in (("a", "20", SLOW), ("b", "30", OTHER), ("both", "20", SLOW)):
        form.show_sides(Sides(SLOW, OTHER, active))
        assert find(form, NumberField, "settings.depth").text() == shown
        assert form.edit("depth", 44, done=True) is None
        assert heard.edits[-1] == (replace(base, depth=44), "depth", True, "")


def test_sides_that_are_one_object_are_still_two(form: ParameterForm) -> None:
    form.show_sides(Sides(SLOW, SLOW, "a"))
    form.edit("depth", 44, done=True)
    assert form.sides() == Sides(replace(SLOW, depth=44), SLOW, "a")
    form.show_sides(Sides(SLOW, SLOW, "b"))
    form.edit("depth", 44, done=True)
    assert form.sides() == Sides(SLOW, replace(SLOW, depth=44), "b")


def test_a_double_click_goes_back_to_the_default_on_its_own_side(form: ParameterForm) -> None:
    form.show_sides(Sides(SLOW, OTHER))
    assert form.default("net.gait.learning_rate") == 0.01
    assert form.default("net.gait.learning_rate", "b") == 0.001


# -- what the other side has --------------------------------------------------------------------------------------------


def test_where_the_sides_differ_the_other_value_stands_beside(form: ParameterForm) -> None:
    assert notes(form) == []
    form.show_sides(Sides(SLOW, OTHER))
    assert notes(form) == ["B 30", "B on", "B 0.500"]
    form.show_sides(Sides(SLOW, OTHER, "b"))
    assert notes(form) == ["A 20", "A off", "A 0.010"]
    form.show_sides(Sides(SLOW, replace(SLOW, pace=Rest(), lamps=(Lamp(), Lamp(Rest())))))
    assert notes(form) == ["B Walk, Rest", "B Rest"]
    form.show_sides(Sides(SLOW, SLOW))
    assert notes(form) == []
    form.show_sides(Sides(SLOW, OTHER))
    form.show_sides(Sides(SLOW))
    assert notes(form) == []


def test_the_note_follows_an_edit_and_outlasts_theme_and_language(form: ParameterForm) -> None:
    form.show_sides(Sides(SLOW, replace(SLOW, depth=30)))
    form.edit("depth", 25, done=False)
    assert notes(form) == ["B 30"]
    form.set_theme(load_theme("dark"))
    form.retranslate()
    assert notes(form) == ["B 30"]
    note = next(note for note in form.findChildren(ApartNote) if note.isVisible())
    assert note.palette().color(note.foregroundRole()) == load_theme("dark").color("badge_b")
    form.edit("depth", 30, done=True)
    assert notes(form) == []


# -- which side is active -----------------------------------------------------------------------------------------------


def test_a_click_on_a_card_asks_for_its_side(form: ParameterForm, heard: Heard) -> None:
    form.show_sides(Sides(SLOW, OTHER))
    QTest.mouseClick(find(form, SideCard, "other.net"), Qt.MouseButton.LeftButton, pos=QPoint(60, 16))
    assert heard.activated == ["b"]
    QTest.mouseClick(find(form, SideCard, "settings.net"), Qt.MouseButton.LeftButton, pos=QPoint(60, 16))
    assert heard.activated == ["b", "a"]
    assert heard.edits == []


def test_so_does_enter_on_a_card_but_not_passing_by(form: ParameterForm, heard: Heard) -> None:
    form.show_sides(Sides(SLOW, OTHER))
    card = find(form, SideCard, "other.net")
    find(form, Toggle, "settings.net.skips").setFocus()
    QTest.keyClick(find(form, Toggle, "settings.net.skips"), Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is card
    assert heard.activated == []
    QTest.keyClick(card, Qt.Key.Key_Return)
    assert heard.activated == ["b"]


def test_a_card_alone_is_no_button(form: ParameterForm, heard: Heard) -> None:
    QTest.mouseClick(find(form, SideCard, "settings.net"), Qt.MouseButton.LeftButton, pos=QPoint(60, 16))
    assert heard.activated == []


# -- above the form -----------------------------------------------------------------------------------------------------

OFFERS = (Offer("good", "Recommended", "What works."), Offer("bad", "Its opposite", "What does not."))


@pytest.fixture
def head(theme: Theme, stage: Callable[[FormHead], FormHead]) -> FormHead:
    made = stage(FormHead(theme, OFFERS))
    assert made.presets.isVisible()
    assert not made.sides.isVisible()
    return made


def opened_menu(qtbot: QtBot, owner: QWidget) -> QMenu:
    qtbot.waitUntil(lambda: any(menu.isVisible() for menu in owner.findChildren(QMenu)))
    return next(menu for menu in owner.findChildren(QMenu) if menu.isVisible())


def test_presets_are_one_click_to_list_and_one_to_choose(head: FormHead, qtbot: QtBot) -> None:
    chosen: list[str] = []
    head.preset_chosen.connect(chosen.append)
    QTest.mouseClick(head.presets, Qt.MouseButton.LeftButton)
    menu = opened_menu(qtbot, head)
    assert [(each.text(), each.toolTip()) for each in menu.actions()] == [
        (o.title, f"<qt>{o.help}</qt>") for o in OFFERS
    ]
    menu.actions()[1].trigger()
    assert chosen == ["bad"]
    menu.close()


def test_the_head_offers_sides_while_there_are_two(head: FormHead, qtbot: QtBot) -> None:
    told: list[str] = []
    head.side_chosen.connect(told.append)
    head.copy_requested.connect(lambda: told.append("copy"))
    head.swap_requested.connect(lambda: told.append("swap"))
    head.show_side("b", comparing=True)
    assert head.sides.isVisible()
    assert head.sides.current() == "b"
    assert told == []
    QTest.mouseClick(head.sides.findChildren(QWidget)[0], Qt.MouseButton.LeftButton)
    QTest.mouseClick(head.more, Qt.MouseButton.LeftButton)
    menu = opened_menu(qtbot, head)
    assert [action.text() for action in menu.actions()] == ["Copy B to A", "Swap A and B"]
    for action in menu.actions():
        action.trigger()
    assert told == ["a", "copy", "swap"]
    menu.close()


def test_a_head_with_nothing_to_offer_takes_no_room(theme: Theme, stage: Callable[[QWidget], QWidget]) -> None:
    head = FormHead(theme, ())
    stage(QWidget())
    assert head.isHidden()
    head.deleteLater()


# -- from here on -------------------------------------------------------------------------------------------------------


def test_the_switch_stands_in_the_section_of_what_is_live_where_solving_is_slow(form: ParameterForm) -> None:
    assert form.live.isVisible()
    QApplication.processEvents()
    top = form.live.mapTo(form, QPoint()).y()
    assert find(form, ValueSlider, "settings.pace.learning_rate").mapTo(form, QPoint()).y() < top
    assert top < find(form, ValueSlider, "settings.steps").mapTo(form, QPoint()).y()
    form.show_settings(replace(SLOW, mode=Quick()))
    assert not form.live.isVisible()


def test_changes_on_the_way_are_listed_and_can_be_removed(theme: Theme, stage: Callable[[LiveBox], LiveBox]) -> None:
    box = stage(LiveBox(theme))
    switched: list[bool] = []
    removed: list[int] = []
    box.switched.connect(switched.append)
    box.removed.connect(removed.append)
    box.set_on(True)
    assert switched == []
    box.show_changes([LiveChange(20, "learning rate 0.010"), LiveChange(200, "Optimizer SGD", "b")])
    texts = [row.label.text() for row in box.rows]
    assert texts == ["from step 20: learning rate 0.010", "from step 200: Optimizer SGD"]
    QApplication.processEvents()
    assert [row.badge.isVisible() for row in box.rows] == [False, True]
    assert box.rows[1].remove.accessibleName() == "Remove: B, from step 200: Optimizer SGD"
    QTest.mouseClick(box.rows[1].remove, Qt.MouseButton.LeftButton)
    QTest.mouseClick(box.toggle, Qt.MouseButton.LeftButton)
    assert removed == [1]
    assert switched == [False]
    box.show_changes([])
    assert not [label for label in box.findChildren(QLabel) if label.isVisible() and "step 20" in label.text()]


def test_segments_of_sides_can_be_told_apart_by_ear(head: FormHead) -> None:
    head.show_side("both", comparing=True)
    sides = find(head, Segments, "side")
    assert sides.accessibleName() == "Side to change"
    described = [each.accessibleDescription() for each in sides.findChildren(QWidget)]
    assert described[0] == "What you change below is changed in A"
    assert len(set(described)) == 3


# -- in a narrow column -------------------------------------------------------------------------------------------------


def test_a_name_without_room_is_cut_but_keeps_its_symbol(theme: Theme) -> None:
    label = RowLabel("Second moment decay β")
    label.symbol = "β"
    label.setFont(theme.font(13))
    whole = label.sizeHint().width()
    assert label.minimumSizeHint().width() == RowLabel.LEAST < whole
    shown = []
    for width in (whole, RowLabel.LEAST + 30):
        label.resize(width, 20)
        shown.append("".join(text.text for text in texts_of(label)))
    assert shown[0].replace(" ", "") == "Secondmomentdecayβ"
    assert shown[1].replace(" ", "").endswith("…β")


def test_the_form_fits_into_the_narrowest_column(form: ParameterForm) -> None:
    form.show_sides(Sides(SLOW, OTHER))
    QApplication.processEvents()
    assert form.minimumSizeHint().width() <= 224


def test_the_chosen_segment_is_read_whole_where_there_is_room_for_one(
    theme: Theme, stage: Callable[[QWidget], QWidget]
) -> None:
    segments = Segments(theme, stage(QWidget()))
    segments.show()
    segments.set_options([("a", "Scalar chain"), ("b", "One pass"), ("c", "Training")])
    each = segments.findChildren(Segment)
    bold = [segment.needed(SIZES[-1]) for segment in each]
    plain = [segment.needed(SIZES[-1], bold=False) for segment in each]
    for index, key in enumerate("abc"):
        segments.set_current(key)
        # Room for one in bold, not for all.
        segments.resize(sum(plain) - plain[index] + bold[index] + 7, 30)
        QApplication.processEvents()
        assert segments.width() < sum(bold)
        assert each[index].width() >= bold[index] - 4, key
