"""What a settings field carries, and how settings are checked, read, written and reached by path.

Settings are frozen, slotted dataclasses derived from `Settings`. Each field is declared once, with
`parameter` (number, switch, text or vector), `rule` (one class of a registry), `items` (a list) or
`group` (nested settings). The form, the recipe reader, `--set` and the tests all read that declaration.
"""

from __future__ import annotations

import dataclasses
import functools
import math
from collections.abc import Callable, Iterator, Mapping
from typing import Any, ClassVar, Literal, TypeVar, cast

T = TypeVar("T")
S = TypeVar("S", bound="Settings")
Kind = Literal["float", "int", "bool", "text", "vector", "rule", "items", "group"]
Scale = Literal["linear", "log", "complement"]


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:  # noqa: N802 - the name that lupdate looks for
    """Mark `text` for translation; the gui looks it up under `context`."""
    return text


MESSAGES: dict[str, str] = {
    "type": QT_TRANSLATE_NOOP("engine", "{found} is not {allowed}"),
    "limits": QT_TRANSLATE_NOOP("engine", "{found} is outside the limits: {allowed}"),
    "not_finite": QT_TRANSLATE_NOOP("engine", "{found} is not a finite number"),
    "unknown_field": QT_TRANSLATE_NOOP("engine", "the field {found} is not known; allowed: {allowed}"),
    "unknown_name": QT_TRANSLATE_NOOP("engine", "{found} is not known; allowed: {allowed}"),
    "missing": QT_TRANSLATE_NOOP("engine", "the field {allowed} is missing"),
    "duplicate": QT_TRANSLATE_NOOP("engine", "the field {found} stands twice"),
    "count": QT_TRANSLATE_NOOP("engine", "there are {found} entries; allowed: {allowed}"),
    "path": QT_TRANSLATE_NOOP("engine", "there is no such setting; here stand: {allowed}"),
    "not_live": QT_TRANSLATE_NOOP("engine", "this cannot be changed in the middle of a run"),
    "syntax": QT_TRANSLATE_NOOP("engine", "this is not JSON: {found}"),
    "format": QT_TRANSLATE_NOOP("engine", "this is not a Kobai recipe: {found} stands where {allowed} is needed"),
    "version": QT_TRANSLATE_NOOP("engine", "version {found} is not readable by this Kobai; it reads {allowed}"),
    "too_large": QT_TRANSLATE_NOOP("engine", "this is too large to be a recipe: {found}; at most {allowed}"),
}


class SettingsError(ValueError):
    """One fault in some settings: where (a path), what kind (a key of `MESSAGES`), what stands there, what may."""

    def __init__(self, path: str, code: str, found: object = "", allowed: object = "") -> None:
        self.path, self.code = path, code
        self.found, self.allowed = found if isinstance(found, str) else shown(found), str(allowed)
        super().__init__(path, code, self.found, self.allowed)

    def under(self, prefix: str) -> SettingsError:
        """The same fault, seen from the settings one level up."""
        return SettingsError(join(prefix, self.path), self.code, self.found, self.allowed)

    def sentence(self, template: str | None = None) -> str:
        """The fault in words: English, or in the translated `template` of this code."""
        text = (template or MESSAGES[self.code]).format(found=self.found, allowed=self.allowed)
        return f"{self.path}: {text}" if self.path else text

    __str__ = sentence


def shown(value: object, most: int = 60) -> str:
    """A short picture of any value for an error message; never raises on huge numbers."""
    if isinstance(value, str):
        return repr(value if len(value) <= most else value[: most - 1] + "…")
    if isinstance(value, int) and not isinstance(value, bool) and abs(value) >= 10**most:
        return "a whole number of more than {n} digits".format(n=most)
    if isinstance(value, Mapping):
        return "{…}"
    if isinstance(value, list | tuple):
        return "[…]"
    if value is None or isinstance(value, bool):
        return {None: "null", True: "true", False: "false"}[value]
    return repr(value)[:most]


def join(prefix: str, path: str) -> str:
    """Two parts of a path as one: `racers` and `3.name` give `racers.3.name`."""
    return f"{prefix}.{path}" if prefix and path else prefix or path


@dataclasses.dataclass(frozen=True, slots=True, eq=False)
class Parameter:
    """The declaration of one settings field: all that a form or a reader needs to know of it.

    `section` is the heading that begins at this field; `style` a hint to the form (`segments`, `hidden`).
    """

    kind: Kind
    label: str
    symbol: str = ""
    low: float = -math.inf
    high: float = math.inf
    scale: Scale = "linear"
    step: float = 0.0
    unit: str = ""
    help: str = ""
    live: bool = False
    section: str = ""
    style: str = ""
    registry: Mapping[str, type[Settings]] | None = None
    item: type[Settings] | None = None
    parts: tuple[str, ...] = ()

    @property
    def limits(self) -> str:
        """The allowed range in one word, for messages and help."""
        if self.kind in ("text", "items"):
            return f"{self.low:g} … {self.high:g}"
        return f"{number_text(self.low)} … {number_text(self.high)}"

    def check(self, value: object) -> object:
        """Return `value` in this field's type, or raise `SettingsError` with an empty path."""
        return CHECKS[self.kind](self, value)

    def position(self, value: float) -> float:
        """Where `value` stands on a slider, 0 to 1."""
        low, high, at = (self._to_axis(v) for v in (self.low, self.high, min(max(value, self.low), self.high)))
        return (at - low) / (high - low) if high > low else 0.0

    def value(self, position: float) -> float:
        """The readable value nearest to `position` (0 to 1) on a slider; the ends are exact."""
        if position <= 0 or position >= 1:
            return self._typed(self.low if position <= 0 else self.high)
        low, high = self._to_axis(self.low), self._to_axis(self.high)
        return self.snap(self._from_axis(low + position * (high - low)))

    def snap(self, value: float) -> float:
        """The nearest readable figure: two significant digits on log scales, a multiple of `step` on linear ones."""
        if self.scale == "log":
            near = float(f"{value:.1e}")
        elif self.scale == "complement":
            near = round(1 - float(f"{1 - value:.1e}"), 12)
        else:
            near = round(round(value / self.stride) * self.stride, 12)
        return self._typed(min(max(near, self.low), self.high))

    def stepped(self, value: float, count: int) -> float:
        """The readable value `count` key presses above (or below, if negative) `value`."""
        if self.scale == "linear":
            return self.snap(value + count * self.stride)
        distance = value if self.scale == "log" else 1 - value
        if distance <= 0:
            return self.snap(value)
        sign = 1 if (self.scale == "log") == (count > 0) else -1
        for _ in range(abs(count)):
            decade = 10.0 ** math.floor(math.log10(distance) + (1e-9 if sign > 0 else -1e-9))
            distance += sign * max(decade / 10, 1.0 if self.kind == "int" else 0.0)
        return self.snap(distance if self.scale == "log" else 1 - distance)

    @property
    def stride(self) -> float:
        """The distance of neighbouring readable values on a linear scale."""
        if self.step:
            return self.step
        if self.kind == "int":
            return 1.0
        span = self.high - self.low
        if not 0 < span < math.inf:
            return 0.1
        decade = 10.0 ** math.floor(math.log10(span / 100))
        return next(decade * m for m in (1, 2, 5, 10) if decade * m >= span / 400)

    def format(self, value: float) -> str:
        """`value` as shown beside a slider, without losing typed digits."""
        if self.kind == "int":
            return f"{int(value):d}"
        if self.scale == "linear":
            places = max(0, -math.floor(math.log10(self.stride) + 1e-9))
            text = f"{value:.{places}f}"
        elif self.scale == "log" and not 1e-3 <= abs(value) < 1e4:
            text = f"{value:.2e}"
            text = text if float(text) != float(f"{value:.0e}") else f"{value:.0e}"
        else:
            text = f"{value:.3f}" if value < 10 else f"{value:.4g}"
        return text if float(text) == value else repr(float(value))

    def _to_axis(self, value: float) -> float:
        if self.scale == "log":
            return math.log10(value)
        return -math.log10(1 - value) if self.scale == "complement" else value

    def _from_axis(self, value: float) -> float:
        if self.scale == "log":
            return 10.0**value
        return 1 - 10.0**-value if self.scale == "complement" else value

    def _typed(self, value: float) -> float:
        return round(value) if self.kind == "int" else float(value)


def number_text(value: float) -> str:
    """A limit as it is read by a person: `1e-05`, `-7`, `0.999`."""
    return f"{int(value)}" if value == value and abs(value) < 1e6 and value == int(value) else f"{value:g}"


# -- checks, one per kind ---------------------------------------------------------------------------------------------


def _check_number(field: Parameter, value: object) -> object:
    whole = field.kind == "int"
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise SettingsError("", "type", shown(value), "a whole number" if whole else "a number")
    if isinstance(value, int) and abs(value) > 2**63:
        raise SettingsError("", "limits", shown(value), field.limits)
    if not math.isfinite(value):
        raise SettingsError("", "not_finite", shown(value))
    if whole and value != int(value):
        raise SettingsError("", "type", shown(value), "a whole number")
    if not field.low <= value <= field.high:
        raise SettingsError("", "limits", shown(value), field.limits)
    return int(value) if whole else float(value)


def _check_bool(field: Parameter, value: object) -> object:
    if not isinstance(value, bool):
        raise SettingsError("", "type", shown(value), "true or false")
    return value


def _check_text(field: Parameter, value: object) -> object:
    if not isinstance(value, str):
        raise SettingsError("", "type", shown(value), "a text")
    if not field.low <= len(value) <= field.high or not value.isprintable():
        raise SettingsError("", "limits", shown(value), f"{field.limits} printable characters")
    return value


def _check_vector(field: Parameter, value: object) -> object:
    size = len(field.parts)
    if not isinstance(value, list | tuple):
        raise SettingsError("", "type", shown(value), f"a list of {size} numbers")
    if len(value) != size:
        raise SettingsError("", "count", str(len(value)), str(size))
    part = dataclasses.replace(field, kind="float")
    return tuple(_at(str(i), part.check, v) for i, v in enumerate(value))


def _check_rule(field: Parameter, value: object) -> object:
    assert field.registry is not None
    if not isinstance(value, tuple(field.registry.values())):
        raise SettingsError("", "type", shown(value), "one of " + names(field.registry))
    return value


def _check_items(field: Parameter, value: object) -> object:
    assert field.item is not None
    if not isinstance(value, list | tuple):
        raise SettingsError("", "type", shown(value), "a list")
    if not field.low <= len(value) <= field.high:
        raise SettingsError("", "count", str(len(value)), field.limits)
    for i, entry in enumerate(value):
        if not isinstance(entry, field.item):
            raise SettingsError(str(i), "type", shown(entry), f"a {field.item.__name__}")
    return tuple(value)


def _check_group(field: Parameter, value: object) -> object:
    assert field.item is not None
    if not isinstance(value, field.item):
        raise SettingsError("", "type", shown(value), f"a {field.item.__name__}")
    return value


CHECKS: dict[str, Callable[[Parameter, object], object]] = {
    "float": _check_number,
    "int": _check_number,
    "bool": _check_bool,
    "text": _check_text,
    "vector": _check_vector,
    "rule": _check_rule,
    "items": _check_items,
    "group": _check_group,
}


def names(registry: Mapping[str, object]) -> str:
    """The keys of a registry as they stand in a message."""
    return ", ".join(registry)


def _at(path: str, function: Callable[..., T], *arguments: object) -> T:
    """Call `function`; a fault inside is told as one below `path`."""
    try:
        return function(*arguments)
    except SettingsError as error:
        raise error.under(path) from None


# -- declarations -----------------------------------------------------------------------------------------------------


def parameter(default: T, label: str, **details: Any) -> T:  # noqa: ANN401 - the fields of Parameter
    """Declare a number, switch, text or vector; its kind follows from `default`.

    `label` and `help` are English, marked with `QT_TRANSLATE_NOOP("engine", …)`; `symbol` is the sign in formulas.
    Texts take `low` and `high` as their length; vectors take `parts`, the name of each entry.
    """
    kinds = {bool: "bool", int: "int", float: "float", str: "text", tuple: "vector"}
    return cast(T, _field(default, Parameter(cast(Kind, kinds[type(default)]), label, **details)))


def rule(default: T, registry: Mapping[str, type[Any]], label: str, **details: Any) -> T:  # noqa: ANN401
    """Declare a field that holds one rule of `registry`; in JSON `{"kind": key, …the rule's own fields}`."""
    return cast(T, _field(default, Parameter("rule", label, registry=registry, **details)))


def items(default: tuple[S, ...], item: type[S], label: str, low: int = 0, high: int = 12, **details: Any) -> tuple[S, ...]:  # noqa: ANN401
    """Declare a list of `low` to `high` entries of the settings class `item`."""
    return cast(tuple[S, ...], _field(default, Parameter("items", label, item=item, low=low, high=high, **details)))


def group(default: S, label: str, **details: Any) -> S:  # noqa: ANN401
    """Declare nested settings."""
    return cast(S, _field(default, Parameter("group", label, item=type(default), **details)))


def _field(default: object, declared: Parameter) -> object:
    return dataclasses.field(default=default, metadata={"parameter": declared})


def register(registry: dict[str, type[Any]], kind: str) -> Callable[[type[T]], type[T]]:
    """Enter a finished class in `registry` as `kind`. The outermost decorator: `slots=True` makes a class twice."""

    def enter(cls: type[T]) -> type[T]:
        cls.kind = kind  # type: ignore[attr-defined]
        registry[kind] = cls
        return cls

    return enter


@dataclasses.dataclass(frozen=True, slots=True)
class Settings:
    """Base of all settings: construction checks every field against its declaration."""

    kind: ClassVar[str] = ""
    title: ClassVar[str] = ""

    def __post_init__(self) -> None:
        """Check every field; a value of a near type (a whole number for a float, a list) is converted."""
        for name, field in parameters(type(self)).items():
            value = getattr(self, name)
            kept = _at(name, field.check, value)
            if kept is not value:
                object.__setattr__(self, name, kept)

    def following(self, path: str) -> Settings:
        """These settings, after the hand changed `path`, with what sensibly goes along with it."""
        return self


def parameters(cls: type) -> dict[str, Parameter]:
    """The declared fields of a settings class, in order."""
    return _declared(cls)


@functools.cache
def _declared(cls: Any) -> dict[str, Parameter]:  # noqa: ANN401 - mypy refuses to cache on type[Settings]
    return {f.name: f.metadata["parameter"] for f in dataclasses.fields(cls) if "parameter" in f.metadata}


# -- JSON -------------------------------------------------------------------------------------------------------------


def read(cls: type[S], data: object, skip: tuple[str, ...] = ()) -> S:
    """Settings from JSON data. A field left out takes its default; anything not known is a `SettingsError`."""
    if not isinstance(data, dict):
        raise SettingsError("", "type", shown(data), "an object {…}")
    fields = parameters(cls)
    unknown = [key for key in data if key not in fields and key not in skip]
    if unknown:
        raise SettingsError("", "unknown_field", shown(unknown[0]), names(fields))
    return cls(**{key: _at(key, read_value, fields[key], value) for key, value in data.items() if key not in skip})


def read_value(field: Parameter, data: object) -> object:
    """One field's value from JSON data."""
    if field.kind == "rule":
        return _read_rule(field, data)
    if field.kind == "group":
        return read(cast(type[Settings], field.item), data)
    if field.kind == "items":
        if not isinstance(data, list) or not field.low <= len(data) <= field.high:
            return field.check(data)
        return tuple(_at(str(i), read, field.item, entry) for i, entry in enumerate(data))
    return field.check(data)


def _read_rule(field: Parameter, data: object) -> Settings:
    assert field.registry is not None
    if not isinstance(data, dict):
        raise SettingsError("", "type", shown(data), 'an object {"kind": …}')
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
    """One field's value as JSON data."""
    if isinstance(value, Settings):
        return write(value)
    if isinstance(value, tuple):
        return [write_value(v) for v in value]
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15 and math.copysign(1, value) * value >= 0:
        return int(value) if value or math.copysign(1, value) > 0 else value
    return value


# -- paths ------------------------------------------------------------------------------------------------------------


def get_at(settings: object, path: str) -> Any:  # noqa: ANN401 - whatever stands there
    """The value at `path`: dots, zero-based, as in `racers.3.optimizer.learning_rate`; `….kind` names a rule."""
    value = settings
    for done, part in _steps(path):
        value = _at(done, _child, value, part)
    return value


def _steps(path: str) -> Iterator[tuple[str, str]]:
    parts = path.split(".") if path else []
    for i, part in enumerate(parts):
        yield ".".join(parts[:i]), part


def _child(value: object, part: str) -> object:
    if isinstance(value, Settings):
        if part == "kind" and value.kind:
            return value.kind
        if part in parameters(type(value)):
            return getattr(value, part)
        raise SettingsError(part, "path", "", names(parameters(type(value))) or "nothing")
    if isinstance(value, tuple):
        if part.isascii() and part.isdigit() and len(part) < 6 and int(part) < len(value):
            return value[int(part)]
        raise SettingsError(part, "path", "", f"0 … {len(value) - 1}")
    raise SettingsError(part, "path", "", "nothing")


def parameter_at(settings: object, path: str) -> Parameter:
    """The declaration of the field at `path`; an entry of a list or vector has that of its list or vector."""
    head, _, last = path.rpartition(".")
    parent = get_at(settings, head)
    get_at(settings, path)
    if isinstance(parent, Settings) and last != "kind":
        return parameters(type(parent))[last]
    return parameter_at(settings, head)


def replace_at(settings: S, path: str, value: object) -> S:
    """A copy of `settings` in which `path` holds `value`; at `….kind`, another rule that keeps what both have."""
    return cast(S, _replaced(settings, path.split("."), value, None))


def set_at(settings: S, path: str, data: object) -> S:
    """As `replace_at`, from JSON data: the way of `--set` and of the events in a recipe."""
    field = parameter_at(settings, path)
    parent = get_at(settings, path.rpartition(".")[0])
    last = path.rpartition(".")[2]
    if isinstance(parent, Settings) and last != "kind":
        value: object = _at(path, read_value, field, data)
    elif field.kind == "items" and last != "kind":
        value = _at(path, read, field.item, data)
    else:
        value = data
    return replace_at(settings, path, value)


def _replaced(current: object, path: list[str], value: object, field: Parameter | None) -> object:
    part, rest = path[0], path[1:]
    if part == "kind" and not rest and isinstance(current, Settings) and field is not None and field.kind == "rule":
        return _at("kind", changed_kind, field, current, value)
    child = _child(current, part)
    if isinstance(current, tuple):
        new = value if not rest else _at(part, _replaced, child, rest, value, field)
        index = int(part)
        return (*current[:index], new, *current[index + 1 :])
    assert isinstance(current, Settings)
    new = value if not rest else _at(part, _replaced, child, rest, value, parameters(type(current)).get(part))
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
