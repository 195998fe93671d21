"""Settings: checks and their errors, reading and writing, paths, and what a slider, a key and a typed text make of them."""

from __future__ import annotations

import contextlib
import copy
import dataclasses
import itertools
import math
import pickle
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any, ClassVar

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.parameter import (
    MESSAGES,
    Parameter,
    Settings,
    SettingsError,
    changed_kind,
    get_at,
    group,
    items,
    join,
    number_text,
    parameter,
    parameter_at,
    parameters,
    path_part,
    read,
    register,
    replace_at,
    rule,
    set_at,
    shown,
    write,
)
from engine.simulations import SIMULATIONS
from tests.engine.samples import every_class, every_field, number_of, settings_of

RULES: dict[str, type[Settings]] = {}


@register(RULES, "walk")
@dataclass(frozen=True, slots=True)
class Walk(Settings):
    title: ClassVar[str] = "Walk"
    speed: float = parameter(1.0, "Speed", low=0.1, high=10, scale="log", live=True)
    steps: int = parameter(5, "Steps", low=1, high=100)


@register(RULES, "swim")
@dataclass(frozen=True, slots=True)
class Swim(Settings):
    speed: float = parameter(0.5, "Speed", low=0.1, high=2, scale="log", live=True)
    deep: bool = parameter(False, "Deep")


@dataclass(frozen=True, slots=True)
class Entry(Settings):
    name: str = parameter("one", "Name", low=1, high=5)
    rule: Settings = rule(Walk(), RULES, "Rule")


@dataclass(frozen=True, slots=True)
class Whole(Settings):
    place: tuple[float, float] = parameter((0.0, 1.0), "Place", low=-5, high=5, parts=("x", "y"))
    rule: Settings = rule(Walk(), RULES, "Rule")
    entries: tuple[Entry, ...] = items((Entry(), Entry(name="two")), Entry, "Entries", low=1, high=3)
    below: Walk = group(Walk(), "Below")


FIELDS = every_field()
NUMBERS = {name: field for name, field in FIELDS.items() if field.kind in ("float", "int")}
each_class = pytest.mark.parametrize("cls", every_class().values(), ids=every_class())
each_number = pytest.mark.parametrize("field", NUMBERS.values(), ids=NUMBERS)


def fault(function: Callable[..., object], *arguments: object, **named: object) -> tuple[str, str]:
    """The path and the code of the error that a call must raise."""
    with pytest.raises(SettingsError) as caught:
        function(*arguments, **named)
    assert "\n" not in str(caught.value)
    return caught.value.path, caught.value.code


# -- declarations -----------------------------------------------------------------------------------------------------


def test_kinds_follow_from_the_defaults() -> None:
    kinds = {name: field.kind for name, field in (parameters(Whole) | parameters(Entry) | parameters(Swim)).items()}
    assert kinds == {
        "place": "vector",
        "rule": "rule",
        "entries": "items",
        "below": "group",
        "name": "text",
        "speed": "float",
        "deep": "bool",
    }
    assert parameters(Walk)["steps"].kind == "int"


def test_registering_makes_the_class_known_by_its_kind() -> None:
    assert list(RULES.items()) == [("walk", Walk), ("swim", Swim)]
    assert (Walk.kind, Swim().kind, Entry.kind) == ("walk", "swim", "")


@each_class
def test_every_declaration_is_sound(cls: type[Settings]) -> None:
    """Every field has a label and limits that its scale can show; the default lies within them."""
    settings = cls()
    for name, field in parameters(cls).items():
        assert field.label, name
        assert field.low <= field.high
        assert math.isfinite(field.low) or field.kind in ("bool", "rule", "group")
        assert math.isfinite(field.high) or field.kind in ("bool", "rule", "group")
        assert field.scale != "log" or field.low > 0
        assert field.scale != "complement" or field.high < 1
        assert field.check(getattr(settings, name)) == getattr(settings, name)


def test_settings_cannot_be_altered_and_compare_by_value() -> None:
    with pytest.raises(dataclasses.FrozenInstanceError):
        Walk().speed = 2.0  # type: ignore[misc]
    assert Walk() == Walk(speed=1.0)
    assert hash(Whole()) == hash(Whole())
    assert copy.deepcopy(Whole()) == Whole()


# -- checks -----------------------------------------------------------------------------------------------------------

WRONG = [
    (Walk, {"speed": "fast"}, ("speed", "type")),
    (Walk, {"speed": True}, ("speed", "type")),
    (Walk, {"speed": None}, ("speed", "type")),
    (Walk, {"speed": math.nan}, ("speed", "not_finite")),
    (Walk, {"speed": -math.inf}, ("speed", "not_finite")),
    (Walk, {"speed": 0.0999}, ("speed", "limits")),
    (Walk, {"speed": 10.1}, ("speed", "limits")),
    (Walk, {"speed": 10**400}, ("speed", "limits")),
    (Walk, {"steps": 2.5}, ("steps", "type")),
    (Walk, {"steps": -(10**400)}, ("steps", "limits")),
    (Walk, {"steps": 0}, ("steps", "limits")),
    (Walk, {"steps": False}, ("steps", "type")),
    (Swim, {"deep": 1}, ("deep", "type")),
    (Entry, {"name": ""}, ("name", "length")),
    (Entry, {"name": "longer"}, ("name", "length")),
    (Entry, {"name": "a\nb"}, ("name", "length")),
    (Entry, {"name": 5}, ("name", "type")),
    (Entry, {"rule": "walk"}, ("rule", "unknown_name")),
    (Entry, {"rule": Entry()}, ("rule", "unknown_name")),
    (Whole, {"place": 3}, ("place", "type")),
    (Whole, {"place": (1, 2, 3)}, ("place", "count")),
    (Whole, {"place": (1, "2")}, ("place.1", "type")),
    (Whole, {"place": (math.inf, 2)}, ("place.0", "not_finite")),
    (Whole, {"entries": ()}, ("entries", "count")),
    (Whole, {"entries": (Entry(),) * 4}, ("entries", "count")),
    (Whole, {"entries": (Entry(), Walk())}, ("entries.1", "type")),
    (Whole, {"entries": 3}, ("entries", "type")),
    (Whole, {"below": Swim()}, ("below", "type")),
]


@pytest.mark.parametrize(("cls", "given_", "expected"), WRONG, ids=lambda x: None if isinstance(x, dict) else str(x))
def test_construction_and_replace_check_the_same(
    cls: type[Settings], given_: dict[str, Any], expected: tuple[str, str]
) -> None:
    assert fault(cls, **given_) == expected
    assert fault(replace, cls(), **given_) == expected


def test_values_of_a_near_type_are_converted() -> None:
    walk = Walk(speed=3, steps=7.0)
    assert (type(walk.speed), type(walk.steps), walk.steps) == (float, int, 7)
    whole = Whole(place=[1, 2], entries=[Entry()])
    assert whole.place == (1.0, 2.0)
    assert [type(v) for v in whole.place] == [float, float]
    assert whole.entries == (Entry(),)


def test_the_limits_themselves_are_allowed() -> None:
    assert (Walk(speed=0.1).speed, Walk(speed=10).speed, Walk(steps=100).steps) == (0.1, 10.0, 100)


# -- errors in words --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("error", "sentence"),
    [
        (lambda: Walk(speed=99), "speed: 99 is outside the limits: 0.1 … 10"),
        (lambda: Walk(steps="x"), "steps: 'x' is not a whole number"),
        (lambda: Swim(deep=0), "deep: 0 is not true or false"),
        (lambda: Entry(name=""), "name: '' is not a text of 1 … 5 printable characters"),
        (lambda: Whole(entries=()), "entries: the number of entries is 0; allowed: 1 … 3"),
        (lambda: Whole(place=(math.nan, 0)), "place.0: nan is not a finite number"),
        (lambda: read(Walk, {"sped": 1}), "the field 'sped' is not known; allowed: speed, steps"),
        (lambda: read(Entry, {"rule": {"kind": "fly"}}), "rule.kind: 'fly' is not known; allowed: walk, swim"),
        (lambda: read(Entry, {"rule": {}}), "rule: the field kind is missing"),
        (lambda: get_at(Whole(), "rule.sped"), "rule.sped: there is no such setting; possible here: speed, steps"),
        (lambda: Walk(steps=10**400), "steps: a whole number of more than 60 digits is outside the limits: 1 … 100"),
    ],
)
def test_an_error_is_one_sentence_with_place_found_and_allowed(error: Callable[[], object], sentence: str) -> None:
    with pytest.raises(SettingsError) as caught:
        error()
    assert str(caught.value) == sentence


def test_an_error_is_worded_by_a_translated_template_and_word_by_word() -> None:
    error = SettingsError("a.b", "type", shown("x"), "a number")
    assert error.sentence("{allowed} → {found}", str.upper) == "a.b: A NUMBER → 'X'"
    assert error.under("c").path == "c.a.b"
    again = pickle.loads(pickle.dumps(error))
    assert (again.path, again.code, again.found, again.allowed) == ("a.b", "type", "'x'", "a number")


@pytest.mark.parametrize("code", MESSAGES)
def test_every_message_can_be_worded(code: str) -> None:
    assert str(SettingsError("p", code, "{odd}", "{}")).startswith("p: ")


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, "null"),
        (True, "true"),
        (False, "false"),
        (1, "1"),
        (0.1, "0.1"),
        ("it's", '"it\'s"'),
        ("a\nb\ud800", "'a\\nb\\ud800'"),
        ("x" * 100, "'" + "x" * 59 + "…'"),
        ({"a": 1}, "{…}"),
        ([1, 2], "[…]"),
        ((), "[…]"),
        (10**5000, "a whole number of more than 60 digits"),
        (-(10**60), "a whole number of more than 60 digits"),
        (10**60 - 1, "9" * 60),
    ],
    ids=itertools.count(),
)
def test_values_are_shown_short_and_in_one_line(value: object, text: str) -> None:
    assert shown(value) == text


@given(st.text())
def test_any_key_is_a_short_printable_part_of_a_path(key: str) -> None:
    part = path_part(key)
    assert part.isprintable()
    assert 0 < len(part) <= 60 * len("\\U00000000") + 2
    assert part.encode()


def test_paths_are_joined_by_dots() -> None:
    assert [join("a", "b"), join("", "b"), join("a", ""), join("", "")] == ["a.b", "b", "a", ""]


@pytest.mark.parametrize(
    ("value", "text"),
    [(1e-5, "1e-05"), (-7.0, "-7"), (0.999, "0.999"), (1_000_000, "1000000"), (1e12, "1e+12"), (math.inf, "inf")],
)
def test_limits_are_written_readably(value: float, text: str) -> None:
    assert number_text(value) == text


# -- JSON -------------------------------------------------------------------------------------------------------------


def test_written_settings_hold_every_field_in_order() -> None:
    assert write(Whole(place=(1.0, 2.5))) == {
        "place": [1, 2.5],
        "rule": {"kind": "walk", "speed": 1, "steps": 5},
        "entries": [
            {"name": "one", "rule": {"kind": "walk", "speed": 1, "steps": 5}},
            {"name": "two", "rule": {"kind": "walk", "speed": 1, "steps": 5}},
        ],
        "below": {"kind": "walk", "speed": 1, "steps": 5},
    }
    assert list(write(Whole())) == ["place", "rule", "entries", "below"]


def test_whole_floats_are_written_short_and_minus_zero_is_kept() -> None:
    assert [repr(v) for v in write(Whole(place=(-0.0, 0.0)))["place"]] == ["-0.0", "0"]  # type: ignore[union-attr]
    assert repr(write(Walk(speed=2.0))["speed"]) == "2"


def test_a_field_left_out_takes_its_default() -> None:
    assert read(Whole, {}) == Whole()
    assert read(Whole, {"rule": {"kind": "swim"}}).rule == Swim()
    assert read(Whole, {"below": {"steps": 9}}).below == Walk(steps=9)


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        ([], ("", "type")),
        (None, ("", "type")),
        ({"x": 1}, ("", "unknown_field")),
        ({"kind": "whole"}, ("", "unknown_field")),
        ({"rule": "walk"}, ("rule", "type")),
        ({"rule": {}}, ("rule", "missing")),
        ({"rule": {"kind": ["walk"]}}, ("rule.kind", "unknown_name")),
        ({"rule": {"kind": "swim", "steps": 3}}, ("rule", "unknown_field")),
        ({"rule": {"kind": "swim", "speed": 3}}, ("rule.speed", "limits")),
        ({"entries": {}}, ("entries", "type")),
        ({"entries": [{}] * 4}, ("entries", "count")),
        ({"entries": [{}, 3]}, ("entries.1", "type")),
        ({"entries": [{}, {"rule": {"kind": "walk", "steps": []}}]}, ("entries.1.rule.steps", "type")),
        ({"below": {"kind": "walk"}}, ("below", "unknown_field")),
        ({"place": {"x": 1}}, ("place", "type")),
        ({"place": [1, None]}, ("place.1", "type")),
    ],
)
def test_what_does_not_fit_is_refused_with_its_place(data: object, expected: tuple[str, str]) -> None:
    assert fault(read, Whole, data) == expected


@pytest.mark.parametrize("tab", SIMULATIONS)
@given(st.data())
def test_settings_of_every_tab_are_read_as_they_were_written(tab: str, data: st.DataObject) -> None:
    cls = SIMULATIONS[tab].settings
    settings = data.draw(settings_of(cls))
    again = read(cls, write(settings))
    assert again == settings
    assert repr(write(again)) == repr(write(settings))


@each_class
def test_every_class_is_read_as_it_was_written(cls: type[Settings]) -> None:
    data = write(cls())
    assert data.pop("kind", "") == cls.kind
    assert read(cls, data) == cls()


# -- paths ------------------------------------------------------------------------------------------------------------


def test_values_are_reached_by_path() -> None:
    whole = Whole()
    assert get_at(whole, "") is whole
    assert get_at(whole, "place.1") == 1.0
    assert get_at(whole, "entries.1.name") == "two"
    assert get_at(whole, "entries.0.rule.kind") == "walk"
    assert parameter_at(whole, "entries.1.rule.speed") is parameters(Walk)["speed"]
    assert parameter_at(whole, "entries.1.rule.kind") is parameters(Entry)["rule"]
    assert parameter_at(whole, "entries.1") is parameters(Whole)["entries"]
    assert parameter_at(whole, "place.0") is parameters(Whole)["place"]


NOWHERE = [
    ("nothing", "nothing"),
    ("place.2", "place.2"),
    ("place.-1", "place.-1"),
    ("place.00", "place.00"),
    ("place.x", "place.x"),
    ("place.²", "place.²"),
    ("place.1.x", "place.1.x"),
    ("entries.2.name", "entries.2"),
    ("entries.0.kind", "entries.0.kind"),
    ("kind", "kind"),
    ("rule.speed.x", "rule.speed.x"),
    ("rule.kind.x", "rule.kind.x"),
    ("rule.__class__", "rule.__class__"),
    ("rule.title", "rule.title"),
    ("entries..name", "entries.''"),
    (".", "''"),
    (".rule", "''"),
    ("rule.", "rule.''"),
    ("a\nb", "'a\\nb'"),
]


@pytest.mark.parametrize(("path", "told"), NOWHERE)
def test_a_path_that_leads_nowhere_is_an_error_where_it_ends(path: str, told: str) -> None:
    for function in (get_at, parameter_at):
        assert fault(function, Whole(), path) == (told, "path")
    assert fault(replace_at, Whole(), path, 1) == (told, "path")
    assert fault(set_at, Whole(), path, 1) == (told, "path")


def test_the_empty_path_names_no_setting() -> None:
    assert fault(parameter_at, Whole(), "") == ("", "path")
    assert fault(set_at, Whole(), "", {}) == ("", "path")
    assert fault(replace_at, Whole(), "", Whole()) == ("''", "path")


@given(st.text(alphabet="entris.kdul012x-", max_size=24), st.none() | st.integers() | st.text(max_size=3))
def test_no_path_and_no_value_raises_anything_else(path: str, value: object) -> None:
    for function in (replace_at, set_at):
        with contextlib.suppress(SettingsError):
            function(Whole(), path, value)


def test_replacing_keeps_all_else() -> None:
    whole = Whole()
    assert replace_at(whole, "place.0", 3) == replace(whole, place=(3.0, 1.0))
    assert replace_at(whole, "entries.1.rule.steps", 8).entries == (Entry(), Entry(name="two", rule=Walk(steps=8)))
    assert replace_at(whole, "below.speed", 2) == replace(whole, below=Walk(speed=2))
    assert replace_at(whole, "entries.0", Entry(name="new")).entries[0].name == "new"
    assert whole == Whole()


@pytest.mark.parametrize(
    ("path", "value", "expected"),
    [
        ("place.0", 99, ("place.0", "limits")),
        ("entries.1.rule.steps", 0, ("entries.1.rule.steps", "limits")),
        ("entries.1.name", "", ("entries.1.name", "length")),
        ("entries.0", 5, ("entries.0", "type")),
        ("rule.kind", "fly", ("rule.kind", "unknown_name")),
        ("below.kind", "swim", ("below.kind", "path")),
        ("below", Swim(), ("below", "type")),
    ],
)
def test_a_wrong_value_is_told_with_its_whole_path(path: str, value: object, expected: tuple[str, str]) -> None:
    assert fault(replace_at, Whole(), path, value) == expected


def test_json_data_is_set_by_path() -> None:
    whole = Whole()
    assert set_at(whole, "rule", {"kind": "swim", "deep": True}).rule == Swim(deep=True)
    assert set_at(whole, "entries.1", {"name": "three"}).entries[1] == Entry(name="three")
    assert set_at(whole, "entries", [{}]).entries == (Entry(),)
    assert set_at(whole, "place", [1, 2]).place == (1.0, 2.0)
    assert set_at(whole, "place.1", 4).place == (0.0, 4.0)
    assert fault(set_at, whole, "entries.1", {"rule": {"kind": "walk", "steps": 0}}) == (
        "entries.1.rule.steps",
        "limits",
    )
    assert fault(set_at, whole, "entries", [{}, {"x": 1}]) == ("entries.1", "unknown_field")
    assert fault(set_at, whole, "rule.speed", "x") == ("rule.speed", "type")


def test_another_kind_keeps_what_both_rules_have_where_it_is_allowed() -> None:
    whole = Whole(rule=Walk(speed=1.5, steps=9))
    assert replace_at(whole, "rule.kind", "swim").rule == Swim(speed=1.5)
    assert set_at(whole, "rule.kind", "swim").rule == Swim(speed=1.5)
    field = parameters(Whole)["rule"]
    assert changed_kind(field, Walk(speed=9.0), "swim") == Swim(), "9 is more than Swim allows"
    assert fault(changed_kind, field, Walk(), None) == ("", "unknown_name")


@pytest.mark.parametrize("tab", SIMULATIONS)
def test_every_value_of_a_written_tab_can_be_set_at_its_path(tab: str) -> None:
    """What `write` makes of a value is what `set_at` takes for it, everywhere."""
    settings = SIMULATIONS[tab].settings()

    def walk(data: object, path: str) -> None:
        if path:
            assert set_at(settings, path, data) == settings, path
        for key, value in data.items() if isinstance(data, dict) else enumerate(data if isinstance(data, list) else ()):
            walk(value, join(path, str(key)))

    walk(write(settings), "")


# -- sliders, keys, typed texts ---------------------------------------------------------------------------------------

RATE = Parameter("float", "Rate", low=1e-5, high=10, scale="log")
MEMORY = Parameter("float", "Memory", low=0, high=0.9999, scale="complement")
NOISE = Parameter("float", "Noise", low=0, high=20, step=0.05)
PLACE = Parameter("float", "Place", low=-7.3, high=2.1)
DEPTH = Parameter("int", "Depth", low=1, high=100)
STEPS = Parameter("int", "Steps", low=3, high=100_000, scale="log")
SHAPES = [RATE, MEMORY, NOISE, PLACE, DEPTH, STEPS]
fields = st.sampled_from([*SHAPES, *NUMBERS.values()])
shares = st.floats(-0.1, 1.1)


@given(fields, shares)
def test_every_place_on_a_slider_is_an_allowed_value(field: Parameter, share: float) -> None:
    value = field.value(share)
    assert field.check(value) == value
    assert type(value) is (int if field.kind == "int" else float)


@given(fields)
def test_the_ends_of_a_slider_are_the_limits(field: Parameter) -> None:
    assert (field.value(0.0), field.value(1.0)) == (field.low, field.high)
    assert (field.position(field.low), field.position(field.high)) == (0.0, 1.0 if field.high > field.low else 0.0)
    assert field.position(field.low - 1) == 0.0


@given(fields, shares, shares)
def test_a_slider_rises_from_left_to_right(field: Parameter, one: float, other: float) -> None:
    left, right = sorted((one, other))
    assert field.value(left) <= field.value(right)
    assert field.position(field.value(left)) <= field.position(field.value(right))


@given(fields, st.floats(0, 1))
def test_a_value_stands_where_it_was_taken_from(field: Parameter, share: float) -> None:
    """To within one readable value: setting a slider to what it gave does not move it on."""
    value = field.value(share)
    again = field.value(field.position(value))
    assert field.stepped(value, -1) <= again <= field.stepped(value, 1)
    assert field.stepped(value, -1) <= field.value(share) <= field.stepped(value, 1)
    # Where it stands is no further off than the neighbours are.
    low, high = (field.position(field.stepped(value, n)) for n in (-1, 1))
    assert low - 1e-9 <= share <= high + 1e-9


@pytest.mark.parametrize(
    ("field", "value", "snapped"),
    [
        (RATE, 0.01234, 0.012),
        (RATE, 0.995, 0.99),
        (RATE, 99.0, 10.0),
        (RATE, 1e-9, 1e-5),
        (MEMORY, 0.98766, 0.988),
        (MEMORY, 1.0, 0.9999),
        (NOISE, 0.1234, 0.1),
        (NOISE, 0.13, 0.15),
        (PLACE, 1.2345, 1.25),
        (DEPTH, 12.4, 12),
        (STEPS, 1234, 1200),
        (STEPS, 1, 3),
    ],
)
def test_values_snap_to_readable_figures(field: Parameter, value: float, snapped: float) -> None:
    assert field.snap(value) == snapped
    assert field.snap(snapped) == snapped


@pytest.mark.parametrize(
    ("field", "value", "count", "expected"),
    [
        (RATE, 0.1, 1, 0.11),
        (RATE, 0.1, -1, 0.099),
        (RATE, 0.099, 1, 0.1),
        (RATE, 0.1234, 1, 0.13),
        (RATE, 0.1234, -1, 0.12),
        (RATE, 0.1, 90, 1.0),
        (RATE, 1.0, -180, 0.01),
        (RATE, 10.0, 5, 10.0),
        (RATE, 1e-5, -1, 1e-5),
        (RATE, 0.1234, 0, 0.1234),
        (MEMORY, 0.9, 1, 0.901),
        (MEMORY, 0.9, -1, 0.89),
        (MEMORY, 0.0, -3, 0.0),
        (MEMORY, 0.0, 1, 0.01),
        (MEMORY, 0.9999, 1, 0.9999),
        (NOISE, 0.15, 1, 0.2),
        (NOISE, 0.15, -1, 0.1),
        (NOISE, 0.12, 1, 0.15),
        (NOISE, 0.12, -1, 0.1),
        (NOISE, 0.3, -6, 0.0),
        (DEPTH, 10, 3, 13),
        (DEPTH, 3, -10, 1),
        (STEPS, 3, -10, 3),
        (Parameter("int", "Few", low=1, high=9, scale="log"), 3, -10, 1),
        (STEPS, 9, 1, 10),
        (STEPS, 99, 2, 110),
        (STEPS, 110, -2, 99),
        (STEPS, 1234, 1, 1300),
        (STEPS, 99_000, 99, 100_000),
    ],
)
def test_keys_lead_to_the_next_readable_values(field: Parameter, value: float, count: int, expected: float) -> None:
    assert field.stepped(value, count) == expected


@given(st.data(), fields, st.integers(-(10**6), 10**6))
def test_any_number_of_presses_stays_within_the_limits(data: st.DataObject, field: Parameter, count: int) -> None:
    start = data.draw(number_of(field))
    value = field.stepped(start, count)
    assert field.check(value) == value
    assert (value >= start) if count >= 0 else (value <= start)


@given(st.data(), fields)
def test_a_press_moves_unless_at_the_limit_and_the_way_back_is_the_same(data: st.DataObject, field: Parameter) -> None:
    start = field.snap(data.draw(number_of(field)))
    above = field.stepped(start, 1)
    assert above > start or start == field.high
    if above < field.high and start > field.low:
        assert field.stepped(above, -1) == start


@given(st.data(), fields)
def test_presses_add_up(data: st.DataObject, field: Parameter) -> None:
    start = data.draw(number_of(field))
    one_by_one = start
    for _ in range(4):
        one_by_one = field.stepped(one_by_one, 1)
    assert field.stepped(start, 4) == one_by_one


@given(st.data(), fields)
def test_a_shown_value_loses_no_digit(data: st.DataObject, field: Parameter) -> None:
    value = data.draw(number_of(field))
    assert float(field.format(value)) == value


@pytest.mark.parametrize(
    ("field", "value", "text"),
    [
        (RATE, 0.1, "0.100"),
        (RATE, 1e-5, "1e-05"),
        (RATE, 2.5e-5, "2.50e-05"),
        (RATE, 0.123456789, "0.123456789"),
        (RATE, 10.0, "10"),
        (MEMORY, 0.999, "0.999"),
        (MEMORY, 0.9999, "0.9999"),
        (NOISE, 0.5, "0.50"),
        (NOISE, 20.0, "20.00"),
        (DEPTH, 7, "7"),
    ],
)
def test_values_are_shown_in_few_figures(field: Parameter, value: float, text: str) -> None:
    assert field.format(value) == text


@each_number
def test_the_readable_values_of_every_field_are_few_enough_to_step_through(field: Parameter) -> None:
    assert field.stepped(field.low, 10**9) == field.high
    assert field.stepped(field.high, -(10**9)) == field.low
    assert field.snap(field.low) == field.low
    assert field.snap(field.high) == field.high
