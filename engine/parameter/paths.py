"""Values reached by path: dots, zero-based, as in `racers.3.optimizer.learning_rate`; `….kind` names a rule."""

from __future__ import annotations

import dataclasses
from typing import Any, TypeVar, cast

from engine.parameter.declaration import Settings, parameters
from engine.parameter.errors import NOTHING, SettingsError, below, names, path_part, shown
from engine.parameter.field import Parameter
from engine.parameter.reading import read, read_value

S = TypeVar("S", bound=Settings)


def get_at(settings: object, path: str) -> Any:  # noqa: ANN401 - whatever stands there
    """The value at `path`; the settings themselves at the empty path. Raises SettingsError where nothing stands."""
    value = settings
    done: list[str] = []
    for part in path.split(".") if path else ():
        value = below(".".join(done), _child, value, part)
        done.append(part)
    return value


def _child(value: object, part: str) -> object:
    if isinstance(value, Settings):
        if part == "kind" and value.kind:
            return value.kind
        if part in parameters(type(value)):
            return getattr(value, part)
        raise SettingsError(path_part(part), "path", "", names(parameters(type(value))) or NOTHING)
    if isinstance(value, tuple):
        if part in map(str, range(len(value))):
            return value[int(part)]
        raise SettingsError(path_part(part), "path", "", f"0 … {len(value) - 1}" if value else NOTHING)
    raise SettingsError(path_part(part), "path", "", NOTHING)


def parameter_at(settings: object, path: str) -> Parameter:
    """The declaration of the field at `path`; an entry of a list or vector has that of its list or vector."""
    if not path:
        raise SettingsError("", "path", "", NOTHING)
    get_at(settings, path)
    head, _, last = path.rpartition(".")
    parent = get_at(settings, head)
    if isinstance(parent, Settings) and last != "kind":
        return parameters(type(parent))[last]
    return parameter_at(settings, head)


def replace_at(settings: S, path: str, value: object) -> S:
    """A copy of `settings` in which `path` holds `value`; at `….kind`, another rule that keeps what both have."""
    return cast(S, _replaced(settings, path.split("."), value, None))


def set_at(settings: S, path: str, data: object) -> S:
    """As `replace_at`, from JSON data: the way of `--set` and of the events in a recipe."""
    field = parameter_at(settings, path)
    head, _, last = path.rpartition(".")
    if last == "kind":
        value = data
    elif isinstance(get_at(settings, head), Settings):
        value = below(path, read_value, field, data)
    elif field.kind == "items":
        value = below(path, read, field.item, data)
    else:
        value = data
    return replace_at(settings, path, value)


def _replaced(current: object, path: list[str], value: object, field: Parameter | None) -> object:
    part, rest = path[0], path[1:]
    child = _child(current, part)
    if part == "kind" and not rest:
        if field is None or field.kind != "rule":
            raise SettingsError("kind", "path", "", names(parameters(type(current))))
        return below("kind", changed_kind, field, current, value)
    if isinstance(current, tuple):
        new = value if not rest else below(part, _replaced, child, rest, value, field)
        index = int(part)
        return (*current[:index], new, *current[index + 1 :])
    assert isinstance(current, Settings)
    new = value if not rest else below(part, _replaced, child, rest, value, parameters(type(current)).get(part))
    return dataclasses.replace(current, **{part: new})


def changed_kind(field: Parameter, current: Settings, kind: object) -> Settings:
    """Another rule of the field's registry; fields of the same name keep their value where it is allowed."""
    assert field.registry is not None
    if not isinstance(kind, str) or kind not in field.registry:
        raise SettingsError("", "unknown_name", shown(kind), names(field.registry))
    new = field.registry[kind]()
    for name in parameters(type(new)):
        if name in parameters(type(current)):
            try:
                new = dataclasses.replace(new, **{name: getattr(current, name)})
            except SettingsError:
                continue
    return new
