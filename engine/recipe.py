"""The recipe: the one form in which an experiment is saved, shared, exported and rendered without a window.

Versioned JSON, read strictly (anything not known is an error with its place) and written canonically (reading what
was written and writing it again gives the same bytes).
"""

from __future__ import annotations

import contextlib
import dataclasses
import json
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, cast

from engine.parameter import QT_TRANSLATE_NOOP, Settings, SettingsError, join, names, read, shown, write
from engine.parameter.errors import LIST, OBJECT, WHOLE_NUMBER, Phrase, below
from engine.simulations import SIMULATIONS, Tab
from engine.strict_json import parse
from engine.timeline import MEMORY, Event, Timeline, changed

FORMAT = "kobai-recipe"
VERSION = 1
# A recipe is a few kilobytes; what is larger than this is some other file.
MOST_BYTES = 4 * 2**20
MOST_STEPS = 10_000_000
SIDES = ("settings", "other")

# What is said of a text that is no recipe.
MOST_SIZE = f"{MOST_BYTES // 2**20} MB"
MORE_THAN = QT_TRANSLATE_NOOP("engine", "more than {size}")
CHARACTERS = QT_TRANSLATE_NOOP("engine", "{n} characters")
NOT_UTF8 = QT_TRANSLATE_NOOP("engine", "byte {byte} is not UTF-8 text")

# From version N to N + 1: a function on the JSON data, one entry when the next version comes. What it does not
# understand it leaves to the reader, or raises SettingsError.
MIGRATIONS: dict[int, Callable[[dict[str, Any]], dict[str, Any]]] = {}


@dataclass(frozen=True, slots=True)
class SidedEvent:
    """A change "from here on": at `step`, of side A (`settings`) or B (`other`), paths and JSON values."""

    step: int
    side: str
    change: dict[str, object]


@dataclass(frozen=True, slots=True)
class Recipe:
    """One experiment: which simulation, its settings (and B's, if compared), seed, step, events, and the view.

    `view` is what the learner chose to see: opaque JSON data, of no effect on any number.
    """

    simulation: str
    settings: Settings
    other: Settings | None = None
    seed: int = 0
    step: int = 0
    events: tuple[SidedEvent, ...] = ()
    view: dict[str, Any] = field(default_factory=dict)

    @property
    def tab(self) -> Tab:
        """The simulation's entry in `SIMULATIONS`."""
        return SIMULATIONS[self.simulation]

    def length(self) -> int:
        """How many steps the run has (the longer of A's and B's)."""
        both = [self.settings] + ([self.other] if self.other is not None else [])
        return max(self.tab.simulation(s).length(s) for s in both)

    def events_of(self, side: str) -> list[Event]:
        """The changes on the way of one side."""
        return [Event(e.step, e.change) for e in self.events if e.side == side]

    def timeline(self, side: str = "settings", memory: int = MEMORY) -> Timeline:
        """A fresh timeline of one side, with the events of that side; its states take up to `memory` bytes."""
        settings = self.settings if side == "settings" else self.other
        if side not in SIDES or settings is None:
            raise SettingsError(side, "missing", "", side)
        return Timeline(self.tab.simulation, settings, self.seed, self.events_of(side), memory)

    def changed(self, **changes: Any) -> Recipe:  # noqa: ANN401 - the fields of a recipe
        """A copy with other fields."""
        return dataclasses.replace(self, **changes)

    def fitting(self) -> Recipe:
        """The same recipe without the events that its settings have no place, no value or no step for any more."""
        length, settings = self.length(), {"settings": self.settings, "other": self.other}
        fit: set[int] = set()
        for i, event in sorted(enumerate(self.events), key=lambda pair: pair[1].step):
            before = settings[event.side]
            if before is None or event.step > length:
                continue
            with contextlib.suppress(SettingsError):
                settings[event.side] = changed(before, event.change)
                fit.add(i)
        return self if len(fit) == len(self.events) else self.changed(events=tuple(self.events[i] for i in sorted(fit)))

    def to_json(self) -> str:
        """The canonical text, ending in a line break."""
        data = {
            "format": FORMAT,
            "version": VERSION,
            "simulation": self.simulation,
            "settings": write(self.settings),
            "other": None if self.other is None else write(self.other),
            "seed": self.seed,
            "step": self.step,
            "events": [{"step": e.step, "side": e.side, "set": e.change} for e in self.events],
            "view": self.view,
        }
        return json.dumps(data, indent=2, ensure_ascii=False, allow_nan=False) + "\n"

    @classmethod
    def from_json(cls, text: str) -> Recipe:
        """Read a recipe. Raises SettingsError, and nothing else, on any text that is none."""
        data = _migrated(_parse(text))
        unknown = [key for key in data if key not in KEYS]
        if unknown:
            raise SettingsError("", "unknown_field", shown(unknown[0]), names(dict.fromkeys(KEYS)))
        name = _needed(data, "simulation")
        if not isinstance(name, str) or name not in SIMULATIONS:
            raise SettingsError("simulation", "unknown_name", shown(name), names(SIMULATIONS))
        recipe = cls(
            simulation=name,
            settings=_settings("settings", name, _needed(data, "settings")),
            other=None if data.get("other") is None else _settings("other", name, data["other"]),
            seed=_whole("seed", data.get("seed", 0), 2**63 - 1),
            step=_whole("step", data.get("step", 0), MOST_STEPS),
            events=_events(data.get("events", [])),
            view=_view(data.get("view", {})),
        )
        recipe._check_steps()
        return recipe

    def _check_steps(self) -> None:
        length = self.length()
        if self.step > length:
            raise SettingsError("step", "limits", str(self.step), f"0 … {length}")
        for i, event in enumerate(self.events):
            if event.side == "other" and self.other is None:
                raise SettingsError(f"events.{i}.side", "unknown_name", shown(event.side), "settings")
            if event.step > length:
                raise SettingsError(f"events.{i}.step", "limits", str(event.step), f"0 … {length}")
        for side in sides(self):
            self._check_events(side)

    def _check_events(self, side: str) -> None:
        settings: Settings = self.settings if side == "settings" else cast(Settings, self.other)
        own = [(i, e) for i, e in enumerate(self.events) if e.side == side]
        for i, event in sorted(own, key=lambda pair: pair[1].step):
            settings = below(f"events.{i}.set", changed, settings, event.change)


def sides(recipe: Recipe) -> tuple[str, ...]:
    """The sides that a recipe has: A, or A and B."""
    return SIDES[:1] if recipe.other is None else SIDES


KEYS = ("format", "version", "simulation", "settings", "other", "seed", "step", "events", "view")


def default_recipe(name: str) -> Recipe:
    """The experiment a tab opens with. Raises SettingsError for a tab that does not exist."""
    if name not in SIMULATIONS:
        raise SettingsError("simulation", "unknown_name", shown(name), names(SIMULATIONS))
    return Recipe(name, SIMULATIONS[name].settings())


def read_file(path: str | Path) -> Recipe:
    """The recipe in a file. Raises SettingsError for a wrong content, OSError if it cannot be read."""
    with Path(path).open("rb") as file:
        raw = file.read(MOST_BYTES + 1)
    if len(raw) > MOST_BYTES:
        raise SettingsError("", "too_large", Phrase(MORE_THAN, size=MOST_SIZE), MOST_SIZE)
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        raise SettingsError("", "syntax", Phrase(NOT_UTF8, byte=error.start)) from None
    return Recipe.from_json(text)


def _parse(text: str) -> dict[str, Any]:
    if len(text) > MOST_BYTES:
        raise SettingsError("", "too_large", Phrase(CHARACTERS, n=len(text)), Phrase(CHARACTERS, n=MOST_BYTES))
    data = parse(text)
    if not isinstance(data, dict):
        raise SettingsError("", "format", shown(data), OBJECT)
    return data


def _migrated(data: dict[str, Any]) -> dict[str, Any]:
    """The data of any readable version, brought to this one."""
    kind = _needed(data, "format")
    if kind != FORMAT:
        raise SettingsError("format", "format", shown(kind), f"'{FORMAT}'")
    version = _needed(data, "version")
    if isinstance(version, bool) or not isinstance(version, int) or not 1 <= version <= VERSION:
        raise SettingsError("version", "version", shown(version), f"1 … {VERSION}" if VERSION > 1 else "1")
    for step in range(version, VERSION):
        data = MIGRATIONS[step](data)
    return data


def _needed(data: dict[str, Any], key: str) -> Any:  # noqa: ANN401
    if key not in data:
        raise SettingsError("", "missing", "", key)
    return data[key]


def _settings(side: str, name: str, data: object) -> Settings:
    settings: Settings = below(side, read, SIMULATIONS[name].settings, data)
    return settings


def _whole(path: str, value: object, high: int) -> int:
    if isinstance(value, bool) or not isinstance(value, int):
        raise SettingsError(path, "type", shown(value), WHOLE_NUMBER)
    if not 0 <= value <= high:
        raise SettingsError(path, "limits", shown(value), f"0 … {high}")
    return value


def _events(data: object) -> tuple[SidedEvent, ...]:
    if not isinstance(data, list):
        raise SettingsError("events", "type", shown(data), LIST)
    if len(data) > 10_000:
        raise SettingsError("events", "count", str(len(data)), "0 … 10000")
    return tuple(_event(f"events.{i}", entry) for i, entry in enumerate(data))


def _event(path: str, data: object) -> SidedEvent:
    if not isinstance(data, dict):
        raise SettingsError(path, "type", shown(data), OBJECT)
    fields = ("step", "side", "set")
    for key in data:
        if key not in fields:
            raise SettingsError(path, "unknown_field", shown(key), ", ".join(fields))
    for key in fields:
        if key not in data:
            raise SettingsError(path, "missing", "", key)
    if data["side"] not in SIDES:
        raise SettingsError(join(path, "side"), "unknown_name", shown(data["side"]), ", ".join(SIDES))
    if not isinstance(data["set"], dict):
        raise SettingsError(join(path, "set"), "type", shown(data["set"]), OBJECT)
    return SidedEvent(_whole(join(path, "step"), data["step"], MOST_STEPS), data["side"], data["set"])


def _view(data: object) -> dict[str, Any]:
    if not isinstance(data, dict):
        raise SettingsError("view", "type", shown(data), OBJECT)
    return data
