"""Settings from JSON data, and as JSON data."""

from __future__ import annotations

import math
from typing import TypeVar, cast

from engine.parameter.declaration import Settings, parameters
from engine.parameter.errors import OBJECT, SettingsError, below, names, shown
from engine.parameter.field import Parameter

S = TypeVar("S", bound=Settings)


def read(cls: type[S], data: object, skip: tuple[str, ...] = ()) -> S:
    """Settings from JSON data. A field left out takes its default; anything not known is a `SettingsError`."""
    if not isinstance(data, dict):
        raise SettingsError("", "type", shown(data), OBJECT)
    fields = parameters(cls)
    unknown = [key for key in data if key not in fields and key not in skip]
    if unknown:
        raise SettingsError("", "unknown_field", shown(unknown[0]), names(fields))
    return cls(**{key: below(key, read_value, fields[key], value) for key, value in data.items() if key not in skip})


def read_value(field: Parameter, data: object) -> object:
    """One field's value from JSON data."""
    if field.kind == "rule":
        return _read_rule(field, data)
    if field.kind == "group":
        return read(cast(type[Settings], field.item), data)
    if field.kind == "items" and isinstance(data, list) and field.low <= len(data) <= field.high:
        return tuple(below(str(i), read, field.item, entry) for i, entry in enumerate(data))
    return field.check(data)


def _read_rule(field: Parameter, data: object) -> Settings:
    assert field.registry is not None
    if not isinstance(data, dict):
        raise SettingsError("", "type", shown(data), OBJECT)
    if "kind" not in data:
        raise SettingsError("", "missing", "", "kind")
    kind = data["kind"]
    if not isinstance(kind, str) or kind not in field.registry:
        raise SettingsError("kind", "unknown_name", shown(kind), names(field.registry))
    return read(field.registry[kind], data, skip=("kind",))


def write(settings: Settings) -> dict[str, object]:
    """Settings as JSON data: every field, in order of declaration; whole floats as whole numbers."""
    head: dict[str, object] = {"kind": settings.kind} if settings.kind else {}
    return head | {name: write_value(getattr(settings, name)) for name in parameters(type(settings))}


def write_value(value: object) -> object:
    """One field's value as JSON data; −0.0 stays a float, since whole numbers have no such zero."""
    if isinstance(value, Settings):
        return write(value)
    if isinstance(value, tuple):
        return [write_value(v) for v in value]
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return int(value) if value or math.copysign(1, value) > 0 else value
    return value
