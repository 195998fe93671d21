"""What a field goes back to, and what a rule just chosen is offered: pure functions of settings."""

from __future__ import annotations

import dataclasses
from typing import Any, TypeVar

from engine.parameter import Settings, SettingsError, get_at, parameters, replace_at

S = TypeVar("S", bound=Settings)
# A schedule's field that asks for a number of steps, and the tab's field that answers: the length of the run.
ASKED, OFFERED = "total_steps", "steps"


def offer_length(settings: S, before: S, path: str) -> S:
    """A rule just chosen at `path` that asks for a number of steps is offered those of the run."""
    new, old = get_at(settings, path), get_at(before, path)
    if ASKED not in parameters(type(new)) or ASKED in parameters(type(old)):
        return settings
    try:
        return replace_at(settings, f"{path}.{ASKED}", getattr(settings, OFFERED, getattr(new, ASKED)))
    except SettingsError:
        return settings


def lengths_kept(settings: S, before: S) -> S:
    """After the run's length was changed: what asked for as many steps as the run had asks for as many as it has."""
    was, now = getattr(before, OFFERED), getattr(settings, OFFERED)
    changed = {}
    for name in parameters(type(settings)):
        value = getattr(settings, name)
        fitted = _fitted(value, was, now) if name != OFFERED else value
        if fitted is not value:
            changed[name] = fitted
    return dataclasses.replace(settings, **changed) if changed else settings


def _fitted(value: Any, was: int, now: int) -> Any:  # noqa: ANN401 - whatever a field holds
    """`value` with every number of steps that was `was` made `now`; the same object where there is none."""
    if isinstance(value, tuple):
        fitted = tuple(_fitted(entry, was, now) for entry in value)
        return value if all(a is b for a, b in zip(fitted, value, strict=True)) else fitted
    if not isinstance(value, Settings):
        return value
    changed = {}
    for name, declared in parameters(type(value)).items():
        held = getattr(value, name)
        new = _fitted(held, was, now)
        if name == ASKED and held == was:
            new = round(min(max(now, declared.low), declared.high))
        if new is not held:
            changed[name] = new
    return dataclasses.replace(value, **changed) if changed else value


def default_at(settings: Settings, defaults: Settings | None, path: str) -> Any:  # noqa: ANN401 - whatever stands there
    """The value at `path` in the `defaults` of the tab if the same rule stands there, else the field's own default."""
    parent, _, name = path.rpartition(".")
    here = get_at(settings, parent)
    if name == ASKED and parent and hasattr(settings, OFFERED):
        return getattr(settings, OFFERED)
    try:
        usual = get_at(defaults, parent)
    except SettingsError:
        usual = None
    if type(usual) is type(here):
        return usual[int(name)] if isinstance(usual, tuple) else getattr(usual, name)
    if isinstance(here, tuple):
        return default_at(settings, defaults, parent)[int(name)]
    return next(field.default for field in dataclasses.fields(here) if field.name == name)
