"""What can be said of swarms. Every sentence follows from where the starts end; nothing is said of the moment."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from engine.diagnostics import Severity, Verdict
from engine.parameter import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from engine.simulations.race_swarm_basins import Basins, Targets

# Of a minimum's radius: within so many a start is close.
CLOSE = 10.0
# Shares of the starts: so many must diverge, or fail to arrive, before that is the thing to say …
MANY = 0.02
# … and by so much must another optimizer bring more starts to the nearest minimum before one is said to fly past.
PAST = 0.1


@dataclass(frozen=True, slots=True)
class SwarmVerdict(Verdict):
    """Base of what is said of one swarm. Shares are texts, as `percent` gives them."""

    verbatim: ClassVar[tuple[str, ...]] = (
        "racer", "other", "diverged", "arrived", "close", "moving", "still", "nearest", "most", "mixed"
    )  # fmt: skip

    racer: str


@dataclass(frozen=True, slots=True)
class NoMinimum(Verdict):
    """The surface has no verified minimum in its picture."""

    title: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "Nothing to arrive at.")
    text: ClassVar[str] = QT_TRANSLATE_NOOP(
        "engine",
        "No minimum is known in this picture, so no start can arrive: by the end it has diverged (hatched) or it has not "
        "(grey). Watch where the dots go.",
    )


@dataclass(frozen=True, slots=True)
class SomeDiverge(SwarmVerdict):
    """Some starts end far outside the picture, or as no number."""

    title: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "{racer} diverges from {diverged} of the starts.")
    text: ClassVar[str] = QT_TRANSLATE_NOOP(
        "engine",
        "They end more than {diagonals:.0f} diagonals of the picture from its middle, or as no number at all: hatched. "
        "{arrived} of all starts arrive. A smaller η may keep the others.",
    )
    severity: ClassVar[Severity] = "bad"

    diverged: str
    arrived: str
    diagonals: float


@dataclass(frozen=True, slots=True)
class Hovers(SwarmVerdict):
    """Most of those that do not arrive end close to a minimum, with moves that are still long."""

    title: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "{racer} does not settle.")
    text: ClassVar[str] = QT_TRANSLATE_NOOP(
        "engine",
        "{close} of the starts end within {reach:g} of a minimum but do not stay within {radius:g}: their last "
        "move still was {pace:.2g} long (the median).",
    )
    severity: ClassVar[Severity] = "bad"

    close: str
    reach: float
    radius: float
    pace: float


@dataclass(frozen=True, slots=True)
class Late(SwarmVerdict):
    """Many starts have not arrived by the end, and all but those on the last stretch still move."""

    title: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "{moving} of {racer}'s starts do not arrive.")
    text: ClassVar[str] = QT_TRANSLATE_NOOP(
        "engine",
        "At step {steps}, {close} are on the last stretch, within {reach:g} of a minimum; the others are farther out and "
        "still move.",
    )

    moving: str
    steps: int
    close: str
    reach: float


@dataclass(frozen=True, slots=True)
class LateOrStill(Late):
    """The same, where some hardly move any more."""

    text: ClassVar[str] = QT_TRANSLATE_NOOP(
        "engine",
        "At step {steps}, {close} are on the last stretch, within {reach:g} of a minimum; {still} hardly move any more, "
        "far from all minima of this picture.",
    )

    still: str


@dataclass(frozen=True, slots=True)
class FliesPast(SwarmVerdict):
    """Fewer starts than under another optimizer end in the minimum nearest to them."""

    title: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "{racer} flies past the minima.")
    text: ClassVar[str] = QT_TRANSLATE_NOOP(
        "engine",
        "Of the starts that arrive, {nearest} end in the minimum nearest to them; under {other}, {most}. "
        "{mixed} of all starts have a neighbour that ends elsewhere: there a small shift decides.",
    )

    nearest: str
    other: str
    most: str
    mixed: str


@dataclass(frozen=True, slots=True)
class AllArrive(SwarmVerdict):
    """Every start arrives."""

    title: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "Under {racer}, every start arrives.")
    text: ClassVar[str] = QT_TRANSLATE_NOOP(
        "engine", "Half of them by step {median:.0f}, all but a fiftieth by step {slow:.0f}."
    )
    severity: ClassVar[Severity] = "good"

    median: float
    slow: float


@dataclass(frozen=True, slots=True)
class MostArrive(SwarmVerdict):
    """All but a few starts arrive."""

    title: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "Under {racer}, nearly every start arrives.")
    text: ClassVar[str] = QT_TRANSLATE_NOOP(
        "engine", "{arrived} of them; half of those by step {median:.0f}, all but a fiftieth by step {slow:.0f}."
    )
    severity: ClassVar[Severity] = "good"

    arrived: str
    median: float
    slow: float


# The most notable first.
RANK = (NoMinimum, SomeDiverge, Hovers, FliesPast, LateOrStill, Late, MostArrive, AllArrive)


def judge(swarms: Sequence[tuple[str, int, Basins]], targets: Targets, away: float) -> tuple[Verdict, ...]:
    """One verdict for each swarm (its racer's name, its length, its basins), the most notable first."""
    if not len(targets.places):
        return (NoMinimum(-1),)
    verdicts = [_of(place, swarms, targets, away) for place in range(len(swarms))]
    return tuple(sorted(verdicts, key=lambda verdict: (RANK.index(type(verdict)), verdict.subject)))


def _of(place: int, swarms: Sequence[tuple[str, int, Basins]], targets: Targets, away: float) -> Verdict:
    name, length, basins = swarms[place]
    moving, reach = basins.moving, CLOSE * targets.radius
    arrived, close = percent(basins.arrived), percent(basins.close)
    if basins.diverged >= MANY:
        return SomeDiverge(place, name, percent(basins.diverged), arrived, away)
    if moving >= MANY and basins.close >= moving / 2 and basins.pace >= targets.radius / 5:
        return Hovers(place, name, close, reach, targets.radius, basins.pace)
    other, _, best = max(swarms, key=lambda swarm: _nearness(swarm[2]))
    if basins.nearest < best.nearest - PAST and targets.named > 1:
        nearest, most, mixed = (percent(share) for share in (basins.nearest, best.nearest, basins.mixed))
        return FliesPast(place, name, nearest, other, most, mixed)
    if moving >= MANY:
        late = place, name, percent(moving), length, close, reach
        return LateOrStill(*late, percent(basins.still)) if basins.still else Late(*late)
    if basins.arrived == 1:
        return AllArrive(place, name, basins.median, basins.slow)
    return MostArrive(place, name, arrived, basins.median, basins.slow)


def percent(share: float) -> str:
    """A share of the starts to a tenth of a percent; 0 and 100 only for none and for all."""
    if 0 < share < 5e-4:
        return "<0.1\u00a0%"
    if 1 > share > 1 - 5e-4:
        return ">99.9\u00a0%"
    return f"{100 * share:.1f}\u00a0%"


def _nearness(basins: Basins) -> float:
    """The share that reached the nearest minimum, where enough arrived to speak of one."""
    return basins.nearest if basins.arrived >= 0.5 else -1.0
