"""How a class of settings is declared: the base class, the functions that declare a field, and the registries."""

from __future__ import annotations

import dataclasses
import functools
from collections.abc import Callable, Mapping
from typing import Any, ClassVar, TypeVar, cast

from engine.parameter.errors import below
from engine.parameter.field import Kind, Parameter

T = TypeVar("T")
S = TypeVar("S", bound="Settings")


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


def items(
    default: tuple[S, ...],
    item: type[S],
    label: str,
    low: int = 0,
    high: int = 12,
    **details: Any,  # noqa: ANN401
) -> tuple[S, ...]:
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
            kept = below(name, field.check, value)
            if kept is not value:
                object.__setattr__(self, name, kept)

    def following(self, path: str) -> Settings:
        """These settings, after the hand changed `path`, with what sensibly goes along with it."""
        return self

    def unused(self) -> frozenset[str]:
        """The fields that have no effect as the others stand: a form leaves them out."""
        return frozenset()

    def sparks(self, path: str) -> tuple[tuple[float, ...], ...]:
        """For each entry of the list at `path` a small curve that a form shows beside its name; none, empty."""
        return ()

    def counterpart(self) -> Settings:
        """What these settings are compared with when a comparison begins."""
        return self

    def paired(self, other: Settings | None, path: str) -> Settings | None:
        """B of a comparison (None: there is none), after the hand changed `path` of these settings, A."""
        return other

    @classmethod
    def notes(cls) -> tuple[str, ...]:
        """What there is to say of this rule where it is chosen, in sentences."""
        return ()


def parameters(cls: type) -> dict[str, Parameter]:
    """The declared fields of a settings class, in order."""
    return _declared(cls)


@functools.cache
def _declared(cls: Any) -> dict[str, Parameter]:  # noqa: ANN401 - mypy refuses to cache on type[Settings]
    return {f.name: f.metadata["parameter"] for f in dataclasses.fields(cls) if "parameter" in f.metadata}
