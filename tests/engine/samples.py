"""Random settings of any class, from their declarations alone; and every declaration there is."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from engine.parameter import Parameter, Settings, parameters
from engine.registries import REGISTRIES
from engine.simulations import SIMULATIONS

# Rules that hold rules (a warm-up before a schedule) are not nested deeper than this.
MOST_NESTED = 3
# Texts of a field that holds a formula: the shortest, kinks, holes, no minimum, and the longest.
FORMULAS = ("x", "x^2 + 10*y^2", "abs(x) + sqrt(x^2 + y^2)", "log(x)/y", "x^3 - y", f"{'x + ' * 49}y^2")


def settings_of(cls: type[Settings], depth: int = 0) -> st.SearchStrategy[Any]:
    """Instances of `cls` with every field anywhere within its limits."""
    fields = {name: value_of(field, depth) for name, field in parameters(cls).items()}
    return st.builds(cls, **fields)


def value_of(field: Parameter, depth: int = 0) -> st.SearchStrategy[Any]:
    """Values that `field` allows."""
    if field.kind == "rule":
        assert field.registry is not None
        kinds = [cls for cls in field.registry.values() if depth < MOST_NESTED or not holds_rules(cls)]
        return st.sampled_from(kinds).flatmap(lambda cls: settings_of(cls, depth + 1))
    if field.kind == "items":
        assert field.item is not None
        entries = st.lists(settings_of(field.item, depth + 1), min_size=int(field.low), max_size=int(field.high))
        return entries.map(tuple)
    if field.kind == "group":
        assert field.item is not None
        return settings_of(field.item, depth + 1)
    return plain_value_of(field)


def plain_value_of(field: Parameter) -> st.SearchStrategy[Any]:
    """Values of a field that holds no settings."""
    if field.kind == "vector":
        return st.tuples(*[number_of(field)] * len(field.parts))
    if field.kind == "bool":
        return st.booleans()
    if field.style == "formula":
        return st.sampled_from(FORMULAS)
    if field.kind == "text":
        printable = st.characters(blacklist_categories=("C", "Z"))
        return st.text(printable, min_size=int(field.low), max_size=int(field.high))
    return number_of(field)


def number_of(field: Parameter) -> st.SearchStrategy[Any]:
    """Numbers within the limits of `field`."""
    if field.kind == "int":
        return st.integers(int(field.low), int(field.high))
    return st.floats(field.low, field.high)


def holds_rules(cls: type[Settings]) -> bool:
    """Whether `cls` has a field that chooses among rules."""
    return any(field.kind == "rule" for field in parameters(cls).values())


def every_class() -> dict[str, type[Settings]]:
    """Every settings class that a recipe can hold, by where it was found."""
    found: dict[str, type[Settings]] = {name: tab.settings for name, tab in SIMULATIONS.items()}
    for registry, classes in REGISTRIES.items():
        found |= {f"{registry}.{kind}": cls for kind, cls in classes.items()}
    waiting = list(found.items())
    while waiting:
        name, cls = waiting.pop()
        for key, field in parameters(cls).items():
            below = {f"{name}.{key}": field.item} if field.item else {}
            below |= {f"{name}.{key}.{kind}": rule for kind, rule in (field.registry or {}).items()}
            new = {k: c for k, c in below.items() if c not in found.values()}
            found |= new
            waiting += new.items()
    return found


def every_field() -> dict[str, Parameter]:
    """Every declared field, by where it stands."""
    return {f"{name}.{key}": field for name, cls in every_class().items() for key, field in parameters(cls).items()}
