"""`kobai list`: print what there is, from the registries themselves."""

from __future__ import annotations

from collections.abc import Iterator

from engine.parameter import Settings, parameters
from engine.registries import REGISTRIES
from engine.simulations import SIMULATIONS
from gui.commands import Parser, say
from gui.export import FORMATS

ABOUT = "Print what there is, as key and name: tabs with their views, the rules of each kind, export formats."


def run(arguments: list[str]) -> int:
    """Print the list."""
    Parser("kobai list", ABOUT).parse_args(arguments)
    say("\n".join(lines()))
    return 0


def lines() -> Iterator[str]:
    """The tabs with their views, then every registry."""
    yield "tabs, each with its views"
    for key, tab in SIMULATIONS.items():
        yield _entry(key, ", ".join(views(tab.settings)))
    for name, registry in REGISTRIES.items():
        yield f"\n{name}"
        yield from (_entry(key, rule.title) for key, rule in registry.items())
    yield "\nexport formats"
    yield from (_entry(key, form.title) for key, form in FORMATS.items())


def views(settings: type[Settings]) -> tuple[str, ...]:
    """The keys of a tab's modes."""
    return tuple(parameters(settings)["mode"].registry or ())


def _entry(key: str, title: str) -> str:
    return f"  {key:<22}{title}"
