"""A recipe that is none is told in one sentence, with the place in it; nothing is written and no window opens."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from engine.recipe import MOST_BYTES, default_recipe
from tests.app.command import PNG_SIGNATURE, Outcome, assert_refused, process, recipe_data


def edited(**changes: object) -> bytes:
    return json.dumps(recipe_data() | changes).encode()


def with_settings(**changes: object) -> bytes:
    return edited(settings=recipe_data()["settings"] | changes)


def with_racer(**changes: object) -> bytes:
    racers = recipe_data()["settings"]["racers"]
    return with_settings(racers=[*racers[:3], racers[3] | changes])


def with_optimizer(**changes: object) -> bytes:
    return with_racer(optimizer={"kind": "rmsprop"} | changes)


def without(key: str) -> bytes:
    return json.dumps({name: value for name, value in recipe_data().items() if name != key}).encode()


TEXT = default_recipe("race").to_json().encode()
BROKEN: dict[str, tuple[bytes, str]] = {
    "empty": (b"", "empty"),
    "blank": (b" \n ", "empty"),
    "cut": (TEXT[: len(TEXT) // 2], "line"),
    "binary": (bytes(range(256)), "UTF-8"),
    "a picture": (PNG_SIGNATURE + b"\0" * 100, "UTF-8"),
    "zeros": (b"\0" * 1000, "JSON"),
    "UTF-16": (TEXT.decode().encode("utf-16"), "UTF-8"),
    "a byte order mark": (b"\xef\xbb\xbf" + TEXT, "JSON"),
    "nested deep": (b"[" * 100_000, "nested"),
    "nested deep in a view": (b'{"view": ' + b'{"a":' * 100_000 + b"0" + b"}" * 100_001, "nested"),
    "only a number": (b"17", "17"),
    "only a list": (b"[]", "object"),
    "another format": (edited(format="cake-recipe"), "format: "),
    "no format": (without("format"), "format"),
    "a newer version": (edited(version=2), "version: version 2"),
    "a version that is a text": (edited(version="1"), "version: "),
    "a version that is true": (edited(version=True), "version: "),
    "an unknown tab": (edited(simulation="rce"), "simulation: 'rce'"),
    "a tab that is a list": (edited(simulation=["race"]), "simulation: "),
    "no settings": (without("settings"), "settings"),
    "an unknown field": (edited(colour="red"), "'colour'"),
    "an unknown setting": (with_settings(speed=3), "settings: the field 'speed'"),
    "an unknown setting far inside": (with_optimizer(rate=1), "settings.racers.3.optimizer: the field 'rate'"),
    "a duplicate field": (TEXT.replace(b'"seed": 0', b'"seed": 0, "seed": 1'), "seed"),
    "a duplicate field far inside": (TEXT.replace(b'"x"', b'"x"').replace(b'"noise"', b'"noise": 0, "noise"'), "noise"),
    "a wrong type": (with_optimizer(learning_rate="fast"), "settings.racers.3.optimizer.learning_rate: 'fast'"),
    "a truth for a number": (with_settings(noise=True), "settings.noise: true"),
    "null for a number": (with_settings(noise=None), "settings.noise: null"),
    "a fraction for a whole number": (with_settings(steps=1.5), "settings.steps: 1.5"),
    "NaN": (TEXT.replace(b'"noise": 0', b'"noise": NaN'), "NaN"),
    "Infinity": (TEXT.replace(b'"noise": 0', b'"noise": -Infinity'), "Infinity"),
    "a float beyond floats": (TEXT.replace(b'"noise": 0', b'"noise": 1e999'), "Infinity"),
    "400 digits": (TEXT.replace(b'"noise": 0', b'"noise": ' + b"9" * 400), "settings.noise: "),
    "400 digits for the seed": (TEXT.replace(b'"seed": 0', b'"seed": ' + b"9" * 400), "seed: "),
    "5000 digits": (TEXT.replace(b'"noise": 0', b'"noise": ' + b"9" * 5000), "digits"),
    "out of limits": (with_optimizer(learning_rate=11), "settings.racers.3.optimizer.learning_rate: 11"),
    "a negative seed": (edited(seed=-1), "seed: -1"),
    "an unknown name": (with_optimizer(kind="adm"), "settings.racers.3.optimizer.kind: 'adm'"),
    "a name that is a number": (with_optimizer(kind=3), "settings.racers.3.optimizer.kind: 3"),
    "no name": (with_racer(optimizer={}), "settings.racers.3.optimizer: the field kind"),
    "a text for a rule": (with_racer(optimizer="adam"), "settings.racers.3.optimizer: 'adam'"),
    "no racers": (with_settings(racers=[]), "settings.racers: "),
    "a thousand racers": (with_settings(racers=[{}] * 1000), "settings.racers: "),
    "a vector too long": (with_settings(start=[1, 2, 3]), "settings.start: "),
    "a line break in a name": (with_racer(name="a\nb"), "settings.racers.3.name: "),
    "half a character": (with_racer(name="\ud800"), "surrogate"),
    "a step beyond the end": (edited(step=31), "step: 31 is outside the limits: 0 … 30"),
    "a step that is a fraction": (edited(step=1.5), "step: 1.5"),
    "events that are no list": (edited(events={}), "events: "),
    "an event of nothing": (edited(events=[{}]), "events.0: "),
    "an event beyond the end": (edited(events=[{"step": 99, "side": "settings", "set": {}}]), "events.0.step: 99"),
    "an event of a side that is not there": (edited(events=[{"step": 1, "side": "other", "set": {}}]), "events.0.side"),
    "an event with a wrong path": (
        edited(events=[{"step": 1, "side": "settings", "set": {"racers.9.name": "x"}}]),
        "events.0.set.racers.9",
    ),
    "a view that is a list": (edited(view=[]), "view: "),
    "a hundred megabytes": (b" " * 100_000_000, "too large"),
    "a byte more than may be": (b" " * (MOST_BYTES + 1), "too large"),
}


@pytest.mark.parametrize("command", [["render", "FILE", "-o", "OUT"], ["FILE"]], ids=["render", "window"])
@pytest.mark.parametrize("name", list(BROKEN))
def test_a_broken_recipe_is_told_in_one_sentence(
    kobai: Callable[..., Outcome], tmp_path: Path, command: list[str], name: str
) -> None:
    content, told = BROKEN[name]
    file, out = tmp_path / "broken.json", tmp_path / "out.png"
    file.write_bytes(content)
    words = {"FILE": str(file), "OUT": str(out)}
    assert_refused(kobai(*(words.get(word, word) for word in command)), 2, "broken.json: ", told)
    assert list(tmp_path.iterdir()) == [file]


@pytest.mark.parametrize("name", ["cut", "nested deep", "5000 digits", "half a character", "an unknown name"])
def test_a_broken_recipe_as_a_program_shows_no_traceback(tmp_path: Path, name: str) -> None:
    (tmp_path / "broken.json").write_bytes(BROKEN[name][0])
    done = process("render", tmp_path / "broken.json", "-o", tmp_path / "out.png")
    assert_refused(done, 2, "broken.json", BROKEN[name][1])
