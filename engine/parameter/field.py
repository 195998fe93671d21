"""The declaration of one settings field: what it allows, and where its values stand on a slider."""

from __future__ import annotations

import dataclasses
import math
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Literal

from engine.parameter.errors import LIST, NUMBER, SWITCH, TEXT, WHOLE_NUMBER, SettingsError, below, names, shown

if TYPE_CHECKING:
    from engine.parameter.declaration import Settings

Kind = Literal["float", "int", "bool", "text", "vector", "rule", "items", "group"]
Scale = Literal["linear", "log", "complement"]


@dataclasses.dataclass(frozen=True, slots=True, eq=False)
class Parameter:
    """The declaration of one settings field: all that a form or a reader needs to know of it.

    `section` is the heading that begins at this field; `style` a hint to the form (`segments`, `hidden`, `card`, `fields`). `live` may
    change from a step on, `common` is the same on both sides of a comparison. A scale
    `log` needs `low` > 0, `complement` (the log of 1 − value) needs `high` < 1.
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
    common: bool = False
    section: str = ""
    style: str = ""
    registry: Mapping[str, type[Settings]] | None = None
    item: type[Settings] | None = None
    parts: tuple[str, ...] = ()

    @property
    def limits(self) -> str:
        """The allowed range, for messages and help."""
        return f"{number_text(self.low)} … {number_text(self.high)}"

    def check(self, value: object) -> object:
        """Return `value` in this field's type, or raise `SettingsError` with a path from here on down."""
        return CHECKS[self.kind](self, value)

    # -- on a slider --------------------------------------------------------------------------------------------------

    def position(self, value: float) -> float:
        """Where `value` stands on a slider, 0 to 1."""
        low, high, at = (self._to_axis(v) for v in (self.low, self.high, self._limited(value)))
        return (at - low) / (high - low) if high > low else 0.0

    def value(self, position: float) -> float:
        """The readable value nearest to `position` (0 to 1) on a slider; the ends are exact."""
        if position <= 0 or position >= 1:
            return self._typed(self.low if position <= 0 else self.high)
        low, high = self._to_axis(self.low), self._to_axis(self.high)
        return self.snap(self._from_axis(low + position * (high - low)))

    def snap(self, value: float) -> float:
        """The nearest readable figure: two significant digits on log scales, a multiple of `step` on linear ones.

        The ends are exact.
        """
        if value in (self.low, self.high):
            return self._typed(value)
        if self.scale == "log":
            near = float(f"{value:.1e}")
        elif self.scale == "complement":
            near = round(1 - float(f"{1 - value:.1e}"), 12)
        else:
            near = round(round(value / self.stride) * self.stride, 12)
        return self._typed(self._limited(near))

    def stepped(self, value: float, count: int) -> float:
        """The readable value `count` key presses above (or below, if negative) `value`, at most at the limit."""
        if not count:
            return value
        if self.scale == "linear":
            places = value / self.stride
            # From between two readable values, the first press leads to the next one.
            place = math.floor(places + 1e-9) if count > 0 else math.ceil(places - 1e-9)
            return self.snap(self._limited((place + count) * self.stride))
        for _ in range(abs(count)):
            before, value = value, self._next(value, up=count > 0)
            if value == before:
                break
        return value

    def _next(self, value: float, up: bool) -> float:
        """The next value of two significant digits on a log scale; on `complement`, those of 1 − value."""
        distance, away = (value, up) if self.scale == "log" else (1 - value, not up)
        decade = math.floor(math.log10(distance) + (1e-9 if away else -1e-9))
        unit = math.pow(10, decade - 1)
        if self.kind == "int":
            unit = max(unit, 1.0)
        count = math.floor(distance / unit + 1e-9) + 1 if away else math.ceil(distance / unit - 1e-9) - 1
        following = count * unit if self.scale == "log" else 1 - count * unit
        return self.snap(self._limited(following))

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
        decade = math.pow(10, math.floor(math.log10(span / 100)))
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
            return math.pow(10, value)
        return 1 - math.pow(10, -value) if self.scale == "complement" else value

    def _limited(self, value: float) -> float:
        return min(max(value, self.low), self.high)

    def _typed(self, value: float) -> float:
        return round(value) if self.kind == "int" else float(value)


def number_text(value: float) -> str:
    """A limit as it is read by a person: `1e-05`, `-7`, `0.999`."""
    return f"{int(value)}" if abs(value) < 1e9 and value == int(value) else f"{value:g}"


# -- checks, one per kind ---------------------------------------------------------------------------------------------


def _check_number(field: Parameter, value: object) -> object:
    whole = field.kind == "int"
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise SettingsError("", "type", shown(value), WHOLE_NUMBER if whole else NUMBER)
    if isinstance(value, int) and abs(value) > 2**63:
        raise SettingsError("", "limits", shown(value), field.limits)
    if not math.isfinite(value):
        raise SettingsError("", "not_finite", shown(value))
    if whole and value != int(value):
        raise SettingsError("", "type", shown(value), WHOLE_NUMBER)
    if not field.low <= value <= field.high:
        raise SettingsError("", "limits", shown(value), field.limits)
    return int(value) if whole else float(value)


def _check_bool(field: Parameter, value: object) -> object:
    if not isinstance(value, bool):
        raise SettingsError("", "type", shown(value), SWITCH)
    return value


def _check_text(field: Parameter, value: object) -> object:
    if not isinstance(value, str):
        raise SettingsError("", "type", shown(value), TEXT)
    if not field.low <= len(value) <= field.high or not value.isprintable():
        raise SettingsError("", "length", shown(value), field.limits)
    return value


def _check_vector(field: Parameter, value: object) -> object:
    if not isinstance(value, list | tuple):
        raise SettingsError("", "type", shown(value), LIST)
    if len(value) != len(field.parts):
        raise SettingsError("", "count", str(len(value)), str(len(field.parts)))
    part = dataclasses.replace(field, kind="float")
    return tuple(below(str(i), part.check, v) for i, v in enumerate(value))


def _check_rule(field: Parameter, value: object) -> object:
    assert field.registry is not None
    if not isinstance(value, tuple(field.registry.values())):
        raise SettingsError("", "unknown_name", shown(value), names(field.registry))
    return value


def _check_items(field: Parameter, value: object) -> object:
    assert field.item is not None
    if not isinstance(value, list | tuple):
        raise SettingsError("", "type", shown(value), LIST)
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
