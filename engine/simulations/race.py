"""Settings of the optimizer race: who starts where, on which surface, for how long."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import ClassVar

from engine.optimizers import OPTIMIZERS, SGD, AdaGrad, Adam, Momentum, Optimizer, RMSprop
from engine.parameter import QT_TRANSLATE_NOOP, Settings, items, parameter, register, rule
from engine.schedules import SCHEDULES, Constant, Schedule
from engine.simulations.base import Simulation
from engine.simulations.race_paths import PathsSimulation
from engine.surfaces import SURFACES, EllipticBowl, Surface

RACE_MODES: dict[str, type[RaceMode]] = {}


@dataclass(frozen=True, slots=True)
class RaceMode(Settings):
    """Base of the ways to see a race."""

    simulation: ClassVar[Simulation]
    # The settings of the tab that the view has a use for, besides surface, racers and length.
    uses: ClassVar[frozenset[str]]
    # Whether solving takes long enough to need a thread of its own.
    slow: ClassVar[bool] = False


@register(RACE_MODES, "paths")
@dataclass(frozen=True, slots=True)
class Paths(RaceMode):
    """One start, every racer's path."""

    title: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "Paths")
    simulation: ClassVar[Simulation] = PathsSimulation()
    uses: ClassVar[frozenset[str]] = frozenset({"noise", "start"})


@dataclass(frozen=True, slots=True)
class Racer(Settings):
    """One entry of the race. Its colour is its own, so that removing another repaints nobody."""

    name: str = parameter("SGD", QT_TRANSLATE_NOOP("engine", "Name"), low=1, high=24)
    colour: int = parameter(0, QT_TRANSLATE_NOOP("engine", "Colour"), low=0, high=11)
    optimizer: Optimizer = rule(SGD(), OPTIMIZERS, QT_TRANSLATE_NOOP("engine", "Optimizer"))
    schedule: Schedule = rule(
        Constant(),
        SCHEDULES,
        QT_TRANSLATE_NOOP("engine", "Schedule"),
        help=QT_TRANSLATE_NOOP("engine", "How the learning rate changes during the run."),
    )


# The chapter's five, all with the same learning rate.
CHAPTER_RULES: tuple[Optimizer, ...] = tuple(
    kind(learning_rate=0.1) for kind in (SGD, Momentum, AdaGrad, RMSprop, Adam)
)
CHAPTER_RACERS = tuple(
    Racer(name=rule.title, colour=colour, optimizer=rule) for colour, rule in enumerate(CHAPTER_RULES)
)


@dataclass(frozen=True, slots=True)
class RaceSettings(Settings):
    """The race. All racers start at the same point and meet the same noise."""

    mode: RaceMode = rule(Paths(), RACE_MODES, QT_TRANSLATE_NOOP("engine", "View"), style="fields")
    surface: Surface = rule(
        EllipticBowl(),
        SURFACES,
        QT_TRANSLATE_NOOP("engine", "Surface"),
        section=QT_TRANSLATE_NOOP("engine", "Loss surface"),
        help=QT_TRANSLATE_NOOP("engine", "The loss as a function of two parameters. Choosing one moves the start."),
    )
    noise: float = parameter(
        0.0,
        QT_TRANSLATE_NOOP("engine", "Gradient noise"),
        symbol="σ",
        low=0,
        high=20,
        step=0.05,
        help=QT_TRANSLATE_NOOP(
            "engine", "Standard deviation of what is added to every gradient; one draw per step, the same for all."
        ),
    )
    start: tuple[float, float] = parameter(
        (-7.0, 2.0),
        QT_TRANSLATE_NOOP("engine", "Start point"),
        low=-100,
        high=100,
        step=0.01,
        parts=("x", "y"),
        section=QT_TRANSLATE_NOOP("engine", "Start point"),
    )
    racers: tuple[Racer, ...] = items(
        CHAPTER_RACERS,
        Racer,
        QT_TRANSLATE_NOOP("engine", "Racers"),
        low=1,
        high=12,
        section=QT_TRANSLATE_NOOP("engine", "Racers"),
    )
    steps: int = parameter(
        30,
        QT_TRANSLATE_NOOP("engine", "Steps"),
        low=1,
        high=100_000,
        style="field",
        section=QT_TRANSLATE_NOOP("engine", "Length"),
    )

    def unused(self) -> frozenset[str]:
        """The settings of the other views."""
        return frozenset({"noise", "start"}) - self.mode.uses

    def following(self, path: str) -> RaceSettings:
        """A new surface brings its own good start; the old one may lie far outside."""
        return replace(self, start=self.surface.start) if path in ("surface", "surface.kind") else self
