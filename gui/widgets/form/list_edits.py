"""What can be done to the entries of a list of settings: pure functions, no widget."""

from __future__ import annotations

import dataclasses
import functools
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from engine.parameter import Parameter, Settings, SettingsError, changed_kind, parameters

# A race is fair when all have the same one, so a newcomer takes the one that all present share.
FAIR = "learning_rate"


@dataclass(frozen=True, slots=True)
class Shape:
    """Which fields of a list's entries play a part: the rule that the entry is about, its name, its colour."""

    rule: str = ""
    name: str = ""
    colour: str = ""


def shape_of(cls: type) -> Shape:
    """The parts of the entry class `cls`; "" for one it does not have."""
    return _shape(cls)


@functools.cache
def _shape(cls: Any) -> Shape:  # noqa: ANN401 - mypy refuses to cache on type[Settings]
    fields = parameters(cls)
    rules = [key for key, declared in fields.items() if declared.kind == "rule"]
    name = "name" if "name" in fields and fields["name"].kind == "text" else ""
    colour = "colour" if "colour" in fields and fields["colour"].kind == "int" else ""
    return Shape(rules[0] if rules else "", name, colour)


def title_of(entry: Settings) -> str:
    """What an entry is called, in English: its own name, or the title of its rule."""
    shape = shape_of(type(entry))
    if shape.name:
        return str(getattr(entry, shape.name))
    return rule_name(type(getattr(entry, shape.rule))) if shape.rule else ""


def rule_name(cls: type[Settings]) -> str:
    """A rule's title in English."""
    return cls.title or cls.kind


def colour_of(entry: Settings, index: int) -> int:
    """The number of an entry's colour: its own, or its place."""
    shape = shape_of(type(entry))
    return int(getattr(entry, shape.colour)) if shape.colour else index


def free_colour(entries: Iterable[Settings], declared: Parameter) -> int:
    """The lowest colour number not in use, or the lowest of all."""
    used = {colour_of(entry, i) for i, entry in enumerate(entries)}
    numbers = range(int(declared.low), int(declared.high) + 1)
    return next((number for number in numbers if number not in used), int(declared.low))


def unique_name(wanted: str, entries: Iterable[Settings], longest: float) -> str:
    """`wanted`, or with the first number that makes it unlike all others: "Adam 2"; never over `longest` characters."""
    taken = {title_of(entry) for entry in entries}
    name, number = wanted[: int(longest)], 2
    while name in taken:
        tail = f" {number}"
        name = wanted[: int(longest) - len(tail)] + tail
        number += 1
    return name


def new_entry(declared: Parameter, entries: Sequence[Settings], kind: str = "") -> Settings:
    """An entry to add: of the rule `kind`, in the next free colour, named after its rule, with the shared rate."""
    assert declared.item is not None
    entry = declared.item()
    shape = shape_of(declared.item)
    if shape.rule and kind:
        registry = parameters(declared.item)[shape.rule].registry
        assert registry is not None
        entry = dataclasses.replace(entry, **{shape.rule: _fair(registry[kind](), entries, shape)})
    return _apart(entry, entries, rule_name(type(getattr(entry, shape.rule))) if shape.rule else title_of(entry))


def _fair(rule: Settings, entries: Sequence[Settings], shape: Shape) -> Settings:
    rates = {getattr(getattr(entry, shape.rule), FAIR, None) for entry in entries}
    shared = rates.pop() if len(rates) == 1 else None
    if shared is None or FAIR not in parameters(type(rule)):
        return rule
    try:
        return dataclasses.replace(rule, **{FAIR: shared})
    except SettingsError:
        return rule


def copied(entries: Sequence[Settings], index: int) -> Settings:
    """A second one like the entry `index`, with a name and a colour of its own."""
    base = re.sub(r" \d+$", "", title_of(entries[index]))
    return _apart(entries[index], entries, base)


def _apart(entry: Settings, entries: Sequence[Settings], name: str) -> Settings:
    shape, fields = shape_of(type(entry)), parameters(type(entry))
    own: dict[str, Any] = {}
    if shape.colour:
        own[shape.colour] = free_colour(entries, fields[shape.colour])
    if shape.name:
        own[shape.name] = unique_name(name, entries, fields[shape.name].high)
    return dataclasses.replace(entry, **own)


def inserted(entries: Sequence[Settings], index: int, entry: Settings) -> tuple[Settings, ...]:
    """The list with `entry` at `index`."""
    return (*entries[:index], entry, *entries[index:])


def removed(entries: Sequence[Settings], index: int) -> tuple[Settings, ...]:
    """The list without the entry `index`."""
    return (*entries[:index], *entries[index + 1 :])


def moved(entries: Sequence[Settings], index: int, to: int) -> tuple[Settings, ...]:
    """The list with the entry `index` at place `to`."""
    return inserted(removed(entries, index), to, entries[index])


def with_kind(entries: Sequence[Settings], index: int, kind: str) -> Settings:
    """The entry `index` with another rule; a name that came from the old rule follows. Raises `SettingsError`."""
    entry = entries[index]
    shape, fields = shape_of(type(entry)), parameters(type(entry))
    old = getattr(entry, shape.rule)
    new = changed_kind(fields[shape.rule], old, kind)
    own: dict[str, Any] = {shape.rule: new}
    if shape.name and re.sub(r" \d+$", "", title_of(entry)) == rule_name(type(old)):
        others = removed(entries, index)
        own[shape.name] = unique_name(rule_name(type(new)), others, fields[shape.name].high)
    return dataclasses.replace(entry, **own)


def numbers_of(rule: type[Settings]) -> list[str]:
    """The visible floats of a rule, in order."""
    return [key for key, each in parameters(rule).items() if each.kind == "float" and each.style != "hidden"]


def followed(old: Sequence[Settings], new: Sequence[Settings]) -> list[int | None]:
    """For each new entry, where it stood before: the same object, else (if none came or went) the same place."""
    places: list[int | None] = []
    for index, entry in enumerate(new):
        same = [j for j, before in enumerate(old) if before is entry and j not in places]
        places.append(same[0] if same else index if len(old) == len(new) else None)
    return places
