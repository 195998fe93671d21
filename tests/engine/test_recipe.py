"""Recipes: the same bytes again, every wrong text refused with its place, and the same recipe giving the same frames."""

from __future__ import annotations

import copy
import dataclasses
import hashlib
import json
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import engine.recipe
from engine.parameter import SettingsError, replace_at
from engine.recipe import MOST_BYTES, VERSION, Recipe, SidedEvent, default_recipe, read_file
from engine.simulations import SIMULATIONS
from engine.strict_json import MOST_DEPTH
from tests.engine.samples import settings_of

Change = Callable[[dict[str, Any]], object]
RACE = default_recipe("race")
TEXT = RACE.to_json()
DATA: dict[str, Any] = json.loads(TEXT)
each_tab = pytest.mark.parametrize("tab", SIMULATIONS)


def changed(change: Change) -> str:
    """The default race's text after `change` was done to its data."""
    data = copy.deepcopy(DATA)
    change(data)
    return json.dumps(data)


def put(path: str, value: object) -> Change:
    """Set what stands at `path` (dots) in the data."""

    def change(data: Any) -> None:  # noqa: ANN401
        *way, last = (int(part) if part.isdigit() else part for part in path.split("."))
        for part in way:
            data = data[part]
        data[last] = value

    return change


def event(**fields: object) -> Change:
    """One event in the recipe."""
    whole = {"step": 3, "side": "settings", "set": {"racers.0.optimizer.learning_rate": 0.2}}
    return put("events", [{k: v for k, v in (whole | fields).items() if v is not None}])


def fault(text: str) -> tuple[str, str]:
    """Path and code of the error that reading `text` must raise; its sentence is one line that can be encoded."""
    with pytest.raises(SettingsError) as caught:
        Recipe.from_json(text)
    sentence = str(caught.value)
    assert sentence.encode()
    assert len(sentence.splitlines()) == 1
    return caught.value.path, caught.value.code


# -- read and written -------------------------------------------------------------------------------------------------


@each_tab
def test_a_default_recipe_gives_its_bytes_again(tab: str) -> None:
    text = default_recipe(tab).to_json()
    assert Recipe.from_json(text).to_json() == text
    assert text.endswith("}\n")
    data = json.loads(text)
    assert list(data) == ["format", "version", "simulation", "settings", "other", "seed", "step", "events", "view"]
    assert (data["format"], data["version"], data["simulation"]) == ("kobai-recipe", VERSION, tab)


def test_a_race_is_written_as_agreed() -> None:
    racer = DATA["settings"]["racers"][0]
    assert racer == {
        "name": "SGD",
        "colour": 0,
        "optimizer": {"kind": "sgd", "learning_rate": 0.1},
        "schedule": {"kind": "constant"},
    }
    head = {key: DATA["settings"][key] for key in ("mode", "surface", "noise", "start", "steps")}
    assert head == {
        "mode": {"kind": "paths"},
        "surface": {"kind": "elliptic_bowl"},
        "noise": 0,
        "start": [-7, 2],
        "steps": 30,
    }


@each_tab
@settings(max_examples=30)
@given(st.data())
def test_random_recipes_give_their_bytes_again(tab: str, data: st.DataObject) -> None:
    cls = SIMULATIONS[tab].settings
    first, other = data.draw(settings_of(cls)), data.draw(st.none() | settings_of(cls))
    view = data.draw(
        st.dictionaries(st.text(max_size=5), st.integers() | st.text(max_size=5) | st.booleans(), max_size=3)
    )
    recipe = Recipe(tab, first, other, seed=data.draw(st.integers(0, 2**63 - 1)), view=view)
    recipe = recipe.changed(step=data.draw(st.integers(0, recipe.length())))
    text = recipe.to_json()
    again = Recipe.from_json(text)
    assert again == recipe
    assert again.to_json() == text


def test_events_and_view_are_kept_as_they_are() -> None:
    events = (
        SidedEvent(7, "other", {"racers.1.optimizer.momentum": 0.5}),
        SidedEvent(3, "settings", {"racers.0.optimizer.learning_rate": 0.25, "racers.4.optimizer.beta1": 0.0}),
    )
    view = {"zoom": [0.1, -0.0, 1e300], "名": "é\u0000", "deep": {"a": [None, True]}}
    recipe = RACE.changed(other=RACE.settings, events=events, view=view, seed=2**63 - 1, step=30)
    again = Recipe.from_json(recipe.to_json())
    assert again == recipe
    assert again.to_json() == recipe.to_json()


def test_what_is_left_out_takes_its_default() -> None:
    short = '{"format": "kobai-recipe", "version": 1, "simulation": "race", "settings": {"steps": 12}}'
    recipe = Recipe.from_json(short)
    assert recipe == Recipe("race", replace_at(RACE.settings, "steps", 12))


def test_the_default_of_a_tab_that_does_not_exist() -> None:
    with pytest.raises(SettingsError) as caught:
        default_recipe("cooking")
    assert (caught.value.path, caught.value.code) == ("simulation", "unknown_name")
    assert "race" in str(caught.value)


# -- refused ----------------------------------------------------------------------------------------------------------

DEEP = 100_000
RATE = "settings.racers.4.optimizer.learning_rate"
LIST = '"racers": ['
WRONG_TEXTS = {
    "empty": ("", ("", "syntax")),
    "blank": (" \n\t", ("", "syntax")),
    "binary": (bytes(range(256)).decode("latin-1"), ("", "syntax")),
    "null bytes": ("\0" * 50, ("", "syntax")),
    "a byte order mark": ("\ufeff" + TEXT, ("", "syntax")),
    "two recipes": (TEXT + TEXT, ("", "syntax")),
    "single quotes": (TEXT.replace('"', "'"), ("", "syntax")),
    "a comment": ("// race\n" + TEXT, ("", "syntax")),
    "a list": ("[]", ("", "format")),
    "a number": ("5", ("", "format")),
    "a text": ('"kobai-recipe"', ("", "format")),
    "null": ("null", ("", "format")),
    "lists nested deep": ("[" * DEEP, ("", "syntax")),
    "lists nested deep and closed": ("[" * DEEP + "]" * DEEP, ("", "syntax")),
    "objects nested deep": ('{"a":' * DEEP + "1" + "}" * DEEP, ("", "syntax")),
    "a view nested deep": (TEXT.replace('"view": {}', '"view": ' + '{"a":' * DEEP + "{}" + "}" * (DEEP)), ("", "syntax")),
    "a view nested a little deep": (changed(put("view", json.loads("[" * 500 + "]" * 500))), ("", "syntax")),
    "NaN": (TEXT.replace('"noise": 0', '"noise": NaN'), ("settings.noise", "not_finite")),
    "Infinity": (TEXT.replace('"noise": 0', '"noise": Infinity'), ("settings.noise", "not_finite")),
    "-Infinity": (TEXT.replace('"noise": 0', '"noise": -Infinity'), ("settings.noise", "not_finite")),
    "1e999": (TEXT.replace('"noise": 0', '"noise": 1e999'), ("settings.noise", "not_finite")),
    "NaN in the view": (TEXT.replace('"view": {}', '"view": {"x": [1, NaN]}'), ("view.x.1", "not_finite")),
    "400 digits": (TEXT.replace('"noise": 0', '"noise": ' + "9" * 400), ("settings.noise", "limits")),
    "400 digits where a whole number is due": (TEXT.replace('"steps": 30', '"steps": -' + "9" * 400), ("settings.steps", "limits")),
    "400 digits of seed": (TEXT.replace('"seed": 0', '"seed": ' + "9" * 400), ("seed", "limits")),
    "400 digits of version": (TEXT.replace('"version": 1', '"version": ' + "9" * 400), ("version", "version")),
    "5000 digits": (TEXT.replace('"seed": 0', '"seed": ' + "9" * 5000), ("", "syntax")),
    "400 digits after the point": (TEXT.replace('"noise": 0', '"noise": 1.' + "9" * 400), None),
    "a duplicate field": (TEXT.replace('"seed": 0', '"seed": 0, "seed": 0'), ("seed", "duplicate")),
    "a duplicate field below": (TEXT.replace('"colour": 3', '"colour": 3, "name": "x"'), ("settings.racers.3.name", "duplicate")),
    "a duplicate field of three lines": (TEXT.replace('"view": {}', '"view": {"a\\nb\\n": 1, "a\\nb\\n": 1}'), ("view.'a\\nb\\n'", "duplicate")),
    "a duplicate field of half a character": (TEXT.replace('"view": {}', '"view": {"\\ud800": 1, "\\ud800": 1}'), ("view.'\\ud800'", "duplicate")),
    "half a character as a name": (TEXT.replace('"SGD"', '"\\ud800"'), ("settings.racers.0.name", "syntax")),
    "half a character as a field": (TEXT.replace('"view": {}', '"view": {"\\udfff": 1}'), ("view", "syntax")),
    "half a character, not escaped": (TEXT.replace('"SGD"', '"\ud800"'), ("settings.racers.0.name", "syntax")),
    "a control character in a text": (TEXT.replace('"SGD"', '"S\nD"'), ("", "syntax")),
    "an escaped control character": (TEXT.replace('"SGD"', '"S\\nD"'), ("settings.racers.0.name", "length")),
}  # fmt: skip
WRONG_DATA: dict[str, tuple[Change, tuple[str, str] | None]] = {
    "no format": (lambda d: d.pop("format"), ("", "missing")),
    "another format": (put("format", "scratch"), ("format", "format")),
    "a format that is a list": (put("format", []), ("format", "format")),
    "no version": (lambda d: d.pop("version"), ("", "missing")),
    "a newer version": (put("version", VERSION + 1), ("version", "version")),
    "version 0": (put("version", 0), ("version", "version")),
    "version true": (put("version", True), ("version", "version")),
    "version 1.0": (put("version", 1.5), ("version", "version")),
    "an unknown field": (put("author", "me"), ("", "unknown_field")),
    "an unknown field of half a character": (put("é\u2028", 1), ("", "unknown_field")),
    "no simulation": (lambda d: d.pop("simulation"), ("", "missing")),
    "an unknown simulation": (put("simulation", "cooking"), ("simulation", "unknown_name")),
    "a simulation that is a list": (put("simulation", ["race"]), ("simulation", "unknown_name")),
    "the simulation of other settings": (put("simulation", "gradients"), ("settings", "unknown_field")),
    "no settings": (lambda d: d.pop("settings"), ("", "missing")),
    "settings null": (put("settings", None), ("settings", "type")),
    "settings a list": (put("settings", []), ("settings", "type")),
    "an unknown field of settings": (put("settings.x", 1), ("settings", "unknown_field")),
    "an unknown mode": (put("settings.mode.kind", "dream"), ("settings.mode.kind", "unknown_name")),
    "an unknown optimizer": (put("settings.racers.1.optimizer.kind", "adamant"), ("settings.racers.1.optimizer.kind", "unknown_name")),
    "another rule's field": (put("settings.racers.0.optimizer.beta1", 0.9), ("settings.racers.0.optimizer", "unknown_field")),
    "a rate that is a text": (put(RATE, "0.1"), (RATE, "type")),
    "a rate that is true": (put(RATE, True), (RATE, "type")),
    "a rate that is null": (put(RATE, None), (RATE, "type")),
    "a rate that is a list": (put(RATE, [0.1]), (RATE, "type")),
    "a rate out of limits": (put(RATE, 11), (RATE, "limits")),
    "a rate of zero": (put(RATE, 0), (RATE, "limits")),
    "half a step": (put("settings.steps", 2.5), ("settings.steps", "type")),
    "no steps": (put("settings.steps", 0), ("settings.steps", "limits")),
    "a start of three": (put("settings.start", [1, 2, 3]), ("settings.start", "count")),
    "a start of texts": (put("settings.start.1", "2"), ("settings.start.1", "type")),
    "no racers": (put("settings.racers", []), ("settings.racers", "count")),
    "thirteen racers": (put("settings.racers", [{}] * 13), ("settings.racers", "count")),
    "a racer that is a number": (put("settings.racers.2", 5), ("settings.racers.2", "type")),
    "a racer without a name": (put("settings.racers.2.name", ""), ("settings.racers.2.name", "length")),
    "a long name": (put("settings.racers.2.name", "x" * 25), ("settings.racers.2.name", "length")),
    "other: a wrong field": (put("other", {"stepz": 3}), ("other", "unknown_field")),
    "other: a wrong value": (put("other", {"noise": -1}), ("other.noise", "limits")),
    "other: a number": (put("other", 3), ("other", "type")),
    "a negative seed": (put("seed", -1), ("seed", "limits")),
    "a large seed": (put("seed", 2**63), ("seed", "limits")),
    "a seed and a half": (put("seed", 1.5), ("seed", "type")),
    "a step beyond the end": (put("step", 31), ("step", "limits")),
    "a step far beyond the end": (put("step", 10**12), ("step", "limits")),
    "a negative step": (put("step", -1), ("step", "limits")),
    "a step true": (put("step", True), ("step", "type")),
    "the last step": (put("step", 30), None),
    "a view that is a list": (put("view", []), ("view", "type")),
    "a view that is null": (put("view", None), ("view", "type")),
    "events that are an object": (put("events", {}), ("events", "type")),
    "too many events": (put("events", [{}] * 10_001), ("events", "count")),
    "an event that is a number": (put("events", [3]), ("events.0", "type")),
    "an event without a step": (event(step=None), ("events.0", "missing")),
    "an event with more": (event(why="because"), ("events.0", "unknown_field")),
    "an event beyond the end": (event(step=31), ("events.0.step", "limits")),
    "an event at a negative step": (event(step=-1), ("events.0.step", "limits")),
    "an event of an unknown side": (event(side="left"), ("events.0.side", "unknown_name")),
    "an event of a side that is a list": (event(side=[]), ("events.0.side", "unknown_name")),
    "an event of B where there is none": (event(side="other"), ("events.0.side", "unknown_name")),
    "an event that sets a list": (event(set=[]), ("events.0.set", "type")),
    "an event on what cannot change in mid-run": (event(set={"steps": 50}), ("events.0.set.steps", "not_live")),
    "an event on another rule": (event(set={"racers.0.optimizer.kind": "adam"}), ("events.0.set.racers.0.optimizer.kind", "not_live")),
    "an event on a whole racer": (event(set={"racers.0": {}}), ("events.0.set.racers.0", "not_live")),
    "an event at an unknown path": (event(set={"racers.9.name": 1}), ("events.0.set.racers.9", "path")),
    "an event at no path": (event(set={"": 1}), ("events.0.set", "path")),
    "an event at a path of two lines": (event(set={"racers.\n": 1}), ("events.0.set.racers.'\\n'", "path")),
    "an event out of limits": (event(set={"racers.0.optimizer.learning_rate": 99}), ("events.0.set.racers.0.optimizer.learning_rate", "limits")),
    "an event with nothing": (event(set={}), None),
    "an event at the end": (event(step=30), None),
}  # fmt: skip


@pytest.mark.parametrize("name", WRONG_TEXTS)
def test_a_text_that_is_no_recipe_is_refused_with_its_place(name: str) -> None:
    text, expected = WRONG_TEXTS[name]
    assert text != TEXT
    if expected is None:
        Recipe.from_json(text)
    else:
        assert fault(text) == expected


@pytest.mark.parametrize("name", WRONG_DATA)
def test_data_that_are_no_recipe_are_refused_with_their_place(name: str) -> None:
    change, expected = WRONG_DATA[name]
    if expected is None:
        Recipe.from_json(changed(change))
    else:
        assert fault(changed(change)) == expected


def test_a_recipe_cut_anywhere_is_refused() -> None:
    whole = TEXT.rstrip()
    assert {fault(whole[:cut]) for cut in range(len(whole))} == {("", "syntax")}


def test_as_deep_as_is_allowed_is_read_and_written() -> None:
    view = json.loads('{"a":' * (MOST_DEPTH - 1) + "1" + "}" * (MOST_DEPTH - 1))
    recipe = RACE.changed(view=view)
    assert Recipe.from_json(recipe.to_json()) == recipe
    assert fault(changed(put("view", {"a": view}))) == ("", "syntax")


def test_schedules_in_schedules_are_read_as_deep_as_that() -> None:
    schedule: dict[str, object] = {"kind": "constant"}
    for _ in range(MOST_DEPTH - 5):
        schedule = {"kind": "warmup", "then": schedule}
    recipe = Recipe.from_json(changed(put("settings.racers.0.schedule", schedule)))
    assert Recipe.from_json(recipe.to_json()) == recipe
    recipe.timeline().seek(3)
    deeper = put("settings.racers.0.schedule", {"kind": "warmup", "then": schedule})
    assert fault(changed(deeper)) == ("", "syntax")


def test_a_long_list_in_a_recipe_is_refused_quickly() -> None:
    """No time that grows with the square of the size; this takes a second, else minutes."""
    many = ",".join(f'"k{i}":{i}' for i in range(150_000))
    assert fault(TEXT.replace('"view": {}', f'"view": {{{many},"k149999":1}}')) == ("view.k149999", "duplicate")
    assert fault("[" + "1," * 1_000_000 + "1]") == ("", "format")


# -- files ------------------------------------------------------------------------------------------------------------


def test_a_file_is_read(tmp_path: Path) -> None:
    path = tmp_path / "race.json"
    path.write_text(TEXT, encoding="utf-8")
    assert read_file(path) == RACE
    assert read_file(str(path)) == RACE


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        (b"", "syntax"),
        (b"\xff\xfe\x00", "syntax"),
        (TEXT.encode("utf-16"), "syntax"),
        (b"\x89PNG\r\n\x1a\n" + bytes(100), "syntax"),
        (b" " * (MOST_BYTES + 1), "too_large"),
    ],
    ids=["empty", "binary", "utf-16", "picture", "large"],
)
def test_a_file_of_something_else_is_refused(tmp_path: Path, raw: bytes, code: str) -> None:
    path = tmp_path / "race.json"
    path.write_bytes(raw)
    with pytest.raises(SettingsError) as caught:
        read_file(path)
    assert (caught.value.path, caught.value.code) == ("", code)


def test_a_huge_file_is_not_read_whole(tmp_path: Path) -> None:
    path = tmp_path / "race.json"
    with path.open("wb") as file:
        file.truncate(100 * 2**20)
    with pytest.raises(SettingsError) as caught:
        read_file(path)
    assert caught.value.code == "too_large"


def test_a_text_too_large_is_refused_before_it_is_read() -> None:
    assert fault("[" * (MOST_BYTES + 1)) == ("", "too_large")


def test_a_file_that_cannot_be_read_is_the_systems_error(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        read_file(tmp_path / "none.json")
    with pytest.raises(IsADirectoryError):
        read_file(tmp_path)


# -- fuzz -------------------------------------------------------------------------------------------------------------

SCALARS = (
    st.none()
    | st.booleans()
    | st.integers(-(10**30), 10**30)
    | st.integers(-3, 40)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(max_size=8)
    | st.sampled_from(
        ["adam", "sgd", "paths", "kind", "warmup", "settings", "other", "racers.0.optimizer.learning_rate"]
    )
)
JSON = st.recursive(
    SCALARS, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=6), inner, max_size=3)
)
BASES = [
    *(json.loads(default_recipe(tab).to_json()) for tab in SIMULATIONS),
    json.loads(changed(lambda d: (event()(d), put("other", copy.deepcopy(d["settings"]))(d)))),
]  # fmt: skip


def nodes(data: object, found: list[Any]) -> list[Any]:
    """Every object and list in `data`."""
    if isinstance(data, dict | list):
        found.append(data)
        for entry in data.values() if isinstance(data, dict) else data:
            nodes(entry, found)
    return found


def mutate(data: Any, draw: st.DataObject) -> None:  # noqa: ANN401
    """Change one thing somewhere in `data`."""
    place = draw.draw(st.sampled_from([n for n in nodes(data, []) if n]))
    key = draw.draw(st.sampled_from(list(place) if isinstance(place, dict) else range(len(place))))
    what = draw.draw(st.sampled_from(["replace", "delete", "add", "copy", "swap"]))
    if what == "replace":
        place[key] = draw.draw(JSON)
    elif what == "delete":
        del place[key]
    elif what == "add" and isinstance(place, dict):
        place[draw.draw(st.text(max_size=6) | st.sampled_from(["kind", "steps", "then", "0"]))] = draw.draw(JSON)
    elif what == "copy" and isinstance(place, list):
        place.append(copy.deepcopy(place[key]))
    else:
        place[key] = copy.deepcopy(draw.draw(st.sampled_from(nodes(data, []))))


def read_or_refuse(text: str) -> Recipe | None:
    """The recipe, or None after an error of one line; anything else raised is a bug."""
    try:
        return Recipe.from_json(text)
    except SettingsError as error:
        sentence = str(error)
    assert sentence.encode()
    assert len(sentence.splitlines()) == 1
    return None


@settings(max_examples=400, deadline=None)
@given(st.data())
def test_changed_data_are_read_or_refused(data: st.DataObject) -> None:
    broken = copy.deepcopy(data.draw(st.sampled_from(BASES)))
    for _ in range(data.draw(st.integers(1, 4))):
        mutate(broken, data)
    recipe = read_or_refuse(json.dumps(broken))
    if recipe is not None:
        assert Recipe.from_json(recipe.to_json()) == recipe
        assert recipe.fitting() == recipe
        timeline = recipe.timeline()
        timeline.seek(1)
        timeline.frame()


@settings(max_examples=400, deadline=None)
@given(st.data())
def test_changed_texts_are_read_or_refused(data: st.DataObject) -> None:
    text = json.dumps(data.draw(st.sampled_from(BASES)), indent=2, ensure_ascii=False)
    for _ in range(data.draw(st.integers(1, 4))):
        start = data.draw(st.integers(0, len(text)))
        end = data.draw(st.integers(start, min(len(text), start + 30)))
        new = data.draw(st.sampled_from(["", '"', "{", "}", "[", "]", ",", ":", "1e", "-", "null", "\\u", "\0", "NaN", "9" * 30]) | st.text(st.characters(), max_size=4))  # fmt: skip
        text = text[:start] + new + text[end:]
    read_or_refuse(text)


@given(st.text(st.characters(), max_size=50) | st.binary(max_size=50).map(lambda raw: raw.decode("latin-1")))
def test_any_text_is_refused(text: str) -> None:
    assert read_or_refuse(text) is None


@given(JSON)
def test_any_json_is_refused(data: object) -> None:
    assert read_or_refuse(json.dumps(data)) is None


# -- versions to come -------------------------------------------------------------------------------------------------


def test_older_versions_go_through_every_migration(monkeypatch: pytest.MonkeyPatch) -> None:
    def second(data: dict[str, Any]) -> dict[str, Any]:
        settings_ = {("steps" if key == "length" else key): value for key, value in data["settings"].items()}
        return data | {"settings": settings_}

    def third(data: dict[str, Any]) -> dict[str, Any]:
        return data | {"seed": data["seed"] + data["settings"]["steps"]}

    monkeypatch.setattr(engine.recipe, "VERSION", 3)
    monkeypatch.setattr(engine.recipe, "MIGRATIONS", {1: second, 2: third})
    old = changed(lambda d: (put("settings.length", 12)(d), d["settings"].pop("steps")))
    recipe = Recipe.from_json(old)
    assert (recipe.settings, recipe.seed) == (replace_at(RACE.settings, "steps", 12), 12)
    assert json.loads(recipe.to_json())["version"] == 3
    newer = json.loads(recipe.to_json()) | {"version": 2}
    assert Recipe.from_json(json.dumps(newer)).seed == 24, "only what is still to come is done"
    assert fault(changed(put("version", 4))) == ("version", "version")


def test_every_version_before_this_one_can_be_migrated() -> None:
    assert set(engine.recipe.MIGRATIONS) == set(range(1, VERSION))


# -- what fits no more ------------------------------------------------------------------------------------------------


def test_events_that_fit_no_more_are_left_out() -> None:
    def change(step: int, path: str, value: object, side: str = "settings") -> SidedEvent:
        return SidedEvent(step, side, {path: value})

    kept = (change(5, "racers.0.optimizer.learning_rate", 0.2), change(2, "racers.1.optimizer.momentum", 0.5))
    gone = (
        change(31, "racers.0.optimizer.learning_rate", 0.2),
        change(3, "racers.7.optimizer.learning_rate", 0.2),
        change(3, "racers.0.optimizer.momentum", 0.2),
        change(3, "racers.0.optimizer.learning_rate", 99),
        change(3, "steps", 3),
        change(3, "racers.0.optimizer.learning_rate", 0.2, side="other"),
    )
    recipe = RACE.changed(events=(gone[0], kept[0], *gone[1:], kept[1]))
    assert recipe.fitting() == RACE.changed(events=kept)
    assert Recipe.from_json(recipe.fitting().to_json()).events == kept
    assert RACE.changed(events=kept).fitting().events is not None


# -- timelines --------------------------------------------------------------------------------------------------------


def test_each_side_has_its_settings_and_its_events() -> None:
    other = replace_at(RACE.settings, "steps", 12)
    events = (
        SidedEvent(4, "settings", {"racers.0.optimizer.learning_rate": 0.2}),
        SidedEvent(6, "other", {"racers.0.optimizer.learning_rate": 0.3}),
    )
    recipe = RACE.changed(other=other, events=events, seed=7)
    assert recipe.length() == 30
    ours, theirs = recipe.timeline(), recipe.timeline("other")
    assert (ours.length, theirs.length, ours.seed, theirs.seed) == (30, 12, 7, 7)
    assert [ours.settings_at(k).racers[0].optimizer.learning_rate for k in (3, 4, 6)] == [0.1, 0.2, 0.2]
    assert [theirs.settings_at(k).racers[0].optimizer.learning_rate for k in (4, 5, 6)] == [0.1, 0.1, 0.3]
    with pytest.raises(SettingsError):
        RACE.timeline("other")
    with pytest.raises(SettingsError):
        RACE.timeline("view")


# -- the same recipe, the same frames ---------------------------------------------------------------------------------


def digest(value: object, into: Any = None) -> str:  # noqa: ANN401
    """A hash of every number and text in a frame, a scene or a record."""
    into = into or hashlib.sha256()
    if isinstance(value, np.ndarray):
        into.update(f"{value.dtype}{value.shape}".encode() + value.tobytes())
    elif dataclasses.is_dataclass(value):
        into.update(type(value).__name__.encode())
        for field in dataclasses.fields(value):
            digest(getattr(value, field.name), into)
    elif isinstance(value, dict):
        for key, entry in value.items():
            digest((key, entry), into)
    elif isinstance(value, list | tuple):
        into.update(f"{len(value)}".encode())
        for entry in value:
            digest(entry, into)
    else:
        into.update(repr(value).encode())
    return str(into.hexdigest())


def recipes() -> dict[str, Recipe]:
    """Every mode of every tab, and a race with noise."""
    found = {"noise": RACE.changed(settings=replace_at(RACE.settings, "noise", 0.5), seed=5)}
    for tab in SIMULATIONS:
        recipe = default_recipe(tab)
        registry = type(recipe.settings).__dataclass_fields__["mode"].metadata["parameter"].registry
        for kind in registry:
            found[f"{tab} {kind}"] = recipe.changed(settings=replace_at(recipe.settings, "mode.kind", kind), seed=3)
    return found


def digests() -> dict[str, list[str]]:
    """For each recipe the hashes of its record, scene and some frames."""
    found = {}
    for name, recipe in recipes().items():
        timeline = recipe.timeline()
        frames = []
        for step in (0, 1, min(20, timeline.length), timeline.length):
            timeline.seek(step)
            frames.append(digest(timeline.frame()))
        found[name] = [digest(timeline.record), digest(timeline.scene), *frames]
    return found


def test_the_digest_sees_every_bit() -> None:
    frame = RACE.timeline().frame()
    moved = replace(frame, positions=np.nextafter(frame.positions, 9))
    assert digest(frame) == digest(replace(frame))
    assert digest(frame) != digest(moved)
    assert digest(frame) != digest(replace(frame, verdicts=()))


def test_the_same_recipe_gives_the_same_frames_in_any_process_and_under_any_hash_seed() -> None:
    here = digests()
    assert digests() == here
    assert len({tuple(d) for d in here.values()}) == len(here)
    code = "import json; from tests.engine.test_recipe import digests; print(json.dumps(digests()))"
    for seed in ("1", "4242"):
        environment = os.environ | {"PYTHONHASHSEED": seed}
        done = subprocess.run(
            [sys.executable, "-c", code],
            cwd=Path(__file__).parents[2],
            env=environment,
            capture_output=True,
            text=True,
            check=True,
        )
        assert json.loads(done.stdout) == here


def test_frames_do_not_depend_on_the_way_they_were_reached() -> None:
    for name, recipe in recipes().items():
        there, back = recipe.timeline(), recipe.timeline()
        back.seek(back.length)
        for step in range(min(8, there.length), -1, -1):
            there.seek(step)
            back.seek(step)
            assert digest(there.frame()) == digest(back.frame()), (name, step)
