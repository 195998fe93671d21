"""Settings of the optimizer race: who starts where, on which surface, for how long."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import ClassVar

from engine.optimizers import OPTIMIZERS, SGD, Optimizer
from engine.parameter import QT_TRANSLATE_NOOP, Settings, items, parameter, register, rule
from engine.schedules import SCHEDULES, Constant, Schedule
from engine.simulations.base import Late, Mode, Simulation
from engine.simulations.race_chapter import CHAPTER_RULES
from engine.simulations.race_paths import PathsSimulation
from engine.surfaces import SURFACES, EllipticBowl, Surface

RACE_MODES: dict[str, type[RaceMode]] = {}


@dataclass(frozen=True, slots=True)
class RaceMode(Mode):
    """Base of the ways to see a race."""


@register(RACE_MODES, "paths")
@dataclass(frozen=True, slots=True)
class Paths(RaceMode):
    """One start, every racer's path."""

    title: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "Paths")
    simulation: ClassVar[Simulation] = PathsSimulation()
    uses: ClassVar[frozenset[str]] = frozenset({"noise", "start"})


@register(RACE_MODES, "swarm")
@dataclass(frozen=True, slots=True)
class Swarm(RaceMode):
    """Thousands of starts under each of the first six racers' optimizers, and where they end."""

    title: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "Swarm")
    simulation: ClassVar[Simulation] = Late("engine.simulations.race_swarm:SwarmSimulation")
    uses: ClassVar[frozenset[str]] = frozenset({"noise"})
    slow: ClassVar[bool] = True

    starts: int = parameter(
        10_000,
        QT_TRANSLATE_NOOP("engine", "Start points"),
        low=100,
        high=40_000,
        scale="log",
        section=QT_TRANSLATE_NOOP("engine", "Start points"),
        help=QT_TRANSLATE_NOOP(
            "engine", "So many starts, in the cells of a square grid over the picture. The first six racers run."
        ),
    )
    random: bool = parameter(
        False,
        QT_TRANSLATE_NOOP("engine", "At random"),
        help=QT_TRANSLATE_NOOP(
            "engine", "One start at a random place in each cell of the grid, instead of its middle."
        ),
    )


@register(RACE_MODES, "map")
@dataclass(frozen=True, slots=True)
class Map(RaceMode):
    """What two settings of one racer's rule do. `x` and `y` name them; where they name none, the usual ones."""

    title: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "Map")
    simulation: ClassVar[Simulation] = Late("engine.simulations.race_map:MapSimulation")
    uses: ClassVar[frozenset[str]] = frozenset({"start"})
    slow: ClassVar[bool] = True

    racer: int = parameter(1, QT_TRANSLATE_NOOP("engine", "Racer"), low=0, high=11, style="hidden")
    x: str = parameter("", QT_TRANSLATE_NOOP("engine", "Setting across"), low=0, high=40, style="hidden")
    y: str = parameter("", QT_TRANSLATE_NOOP("engine", "Setting upwards"), low=0, high=40, style="hidden")
    goal: float = parameter(
        1e-6,
        QT_TRANSLATE_NOOP("engine", "Distance left"),
        low=1e-12,
        high=0.5,
        scale="log",
        section=QT_TRANSLATE_NOOP("engine", "Goal"),
        help=QT_TRANSLATE_NOOP("engine", "A run has arrived when this share of its distance at the start is left."),
    )


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


# The chapter's five.
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
