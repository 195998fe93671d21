"""Toy settings with every kind of field, for the tests of the form."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from engine.parameter import Settings, SettingsError, group, items, parameter, register, rule

RULES: dict[str, type[Settings]] = {}
VIEWS: dict[str, type[Settings]] = {}
ONLY: dict[str, type[Settings]] = {}


@register(RULES, "walk")
@dataclass(frozen=True, slots=True)
class Walk(Settings):
    title: ClassVar[str] = "Walk"
    learning_rate: float = parameter(
        0.01, "Learning rate", symbol="η", low=1e-5, high=10, scale="log", help="The pace."
    )


@register(RULES, "run")
@dataclass(frozen=True, slots=True)
class Run(Settings):
    title: ClassVar[str] = "Run"
    learning_rate: float = parameter(0.001, "Learning rate", symbol="η", low=1e-5, high=10, scale="log")
    beta: float = parameter(0.9, "Memory", symbol="β", low=0, high=0.9999, scale="complement")
    bold: bool = parameter(False, "Bold")


@register(RULES, "rest")
@dataclass(frozen=True, slots=True)
class Rest(Settings):
    title: ClassVar[str] = "Rest"


@register(RULES, "plan")
@dataclass(frozen=True, slots=True)
class Plan(Settings):
    title: ClassVar[str] = "Plan"
    total_steps: int = parameter(100, "Steps in all", low=1, high=1000, scale="log")


@register(VIEWS, "near")
@dataclass(frozen=True, slots=True)
class Near(Settings):
    title: ClassVar[str] = "Near"
    zoom: int = parameter(5, "Zoom", low=1, high=50)


@register(VIEWS, "far")
@dataclass(frozen=True, slots=True)
class Far(Settings):
    title: ClassVar[str] = "Far"
    formula: ClassVar[str] = "x^2 + 10 y^2"


@register(ONLY, "single")
@dataclass(frozen=True, slots=True)
class Single(Settings):
    title: ClassVar[str] = "Single"
    depth: int = parameter(3, "Depth", low=1, high=9)


@dataclass(frozen=True, slots=True)
class Mover(Settings):
    name: str = parameter("Walk", "Name", low=1, high=10)
    colour: int = parameter(0, "Colour", low=0, high=7)
    gait: Settings = rule(Walk(), RULES, "Rule")
    view: Settings = rule(Far(), VIEWS, "Look")


@dataclass(frozen=True, slots=True)
class Lamp(Settings):
    gait: Settings = rule(Walk(), RULES, "Rule")


@dataclass(frozen=True, slots=True)
class Margin(Settings):
    left: float = parameter(1.0, "Left", low=0, high=5)


MOVERS = (Mover(gait=Walk(learning_rate=0.1)), Mover("Run", 1, Run(learning_rate=0.1)))


@dataclass(frozen=True, slots=True)
class Toy(Settings):
    mode: Settings = rule(Near(), VIEWS, "View", style="segments", section="View")
    single: Settings = rule(Single(), ONLY, "Only", style="segments", section="Only one")
    ground: Settings = rule(Walk(), RULES, "Ground", section="Ground")
    noise: float = parameter(0.0, "Noise", symbol="σ", low=0, high=5, step=0.05, unit="m", help="What is added.")
    below: float = parameter(1.0, "Below", low=0, high=5)
    start: tuple[float, float] = parameter((-7.0, 2.0), "Start", low=-100, high=100, step=0.01, parts=("x", "y"))
    flag: bool = parameter(False, "Flag")
    text: str = parameter("abc", "Formula", low=1, high=8)
    movers: tuple[Mover, ...] = items(MOVERS, Mover, "Movers", low=1, high=4, section="Movers")
    lamps: tuple[Lamp, ...] = items((Lamp(), Lamp(gait=Rest())), Lamp, "Lamps", high=3)
    margin: Margin = group(Margin(), "Margin")
    steps: int = parameter(30, "Steps", low=1, high=100_000)
    secret: int = parameter(0, "Secret", low=0, high=9, style="hidden")

    def __post_init__(self) -> None:
        Settings.__post_init__(self)
        if self.below == 5:
            raise SettingsError("below", "limits", self.below, "less than five")
        if self.text == "bad":
            raise SettingsError("text", "type", self.text, "a formula")
