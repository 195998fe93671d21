"""What the numbers of a race say of each racer. Every sentence follows from the record or from the theory named in it."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

import numpy as np

from engine.diagnostics import Severity, Verdict
from engine.parameter import QT_TRANSLATE_NOOP
from engine.simulations.base import Array

if TYPE_CHECKING:
    from engine.simulations.race import Racer, RaceSettings

# Judged over this many of the last steps.
WINDOW = 20
# A racer has arrived within this share of the picture's diagonal of a minimum, for good, while in the window.
ARRIVED = 1e-3
# A racer has diverged when its loss stands this many times higher above the lowest than at the start.
GROWN = 1e3
LOSS, STEP = 2, 4


@dataclass(frozen=True, slots=True)
class AtStart(Verdict):
    """Before the first step."""

    title: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "All start at the same point.")
    text: ClassVar[str] = QT_TRANSLATE_NOOP(
        "engine", "At ({x:.4g}, {y:.4g}) the loss is {loss:.4g}. Press play, or → for one step."
    )

    x: float
    y: float
    loss: float


@dataclass(frozen=True, slots=True)
class Overflowed(Verdict):
    """The racer's numbers have left what a computer can hold."""

    title: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "{racer} overflowed at step {step}.")
    text: ClassVar[str] = QT_TRANSLATE_NOOP(
        "engine", "Its numbers grew beyond 1.8e308 and are infinite or undefined from there on: its path ends."
    )
    severity: ClassVar[Severity] = "bad"

    racer: str
    step: int


@dataclass(frozen=True, slots=True)
class BeyondLimit(Verdict):
    """On a quadratic: the learning rate lies above the rule's stability limit, and it shows."""

    title: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "{racer} diverges.")
    text: ClassVar[str] = QT_TRANSLATE_NOOP(
        "engine",
        "η = {rate:.4g} is above its stability limit {formula} = {limit:.4g} for the curvature λ = {curvature:.4g}. "
        "Every step leads further away; below the limit it would converge.",
    )
    severity: ClassVar[Severity] = "bad"

    racer: str
    rate: float
    limit: float
    formula: str
    curvature: float


@dataclass(frozen=True, slots=True)
class Diverged(Verdict):
    """The loss has grown far beyond that at the start."""

    title: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "{racer} diverged at step {step}.")
    text: ClassVar[str] = QT_TRANSLATE_NOOP(
        "engine", "Since then its loss is more than {factor:,.0f} times that of the start. Try a smaller η."
    )
    severity: ClassVar[Severity] = "bad"

    racer: str
    step: int
    factor: float


@dataclass(frozen=True, slots=True)
class Escapes(Verdict):
    """Down a surface that has no lowest point."""

    title: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "{racer} runs down for ever.")
    text: ClassVar[str] = QT_TRANSLATE_NOOP(
        "engine", "This surface has no lowest point: its loss is {loss:.4g} and goes on falling."
    )

    racer: str
    loss: float


@dataclass(frozen=True, slots=True)
class NeverSettles(Verdict):
    """On a quadratic: exactly at the stability limit."""

    title: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "{racer} never settles.")
    text: ClassVar[str] = QT_TRANSLATE_NOOP(
        "engine",
        "η = {rate:.4g} is exactly its stability limit {formula} for λ = {curvature:.4g}: in that direction each step "
        "lands as far away on the other side. Below {limit:.4g} it converges; above, it diverges.",
    )
    severity: ClassVar[Severity] = "bad"

    racer: str
    rate: float
    limit: float
    formula: str
    curvature: float


@dataclass(frozen=True, slots=True)
class Converged(Verdict):
    """Near a minimum, for the whole window."""

    title: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "{racer} has converged.")
    text: ClassVar[str] = QT_TRANSLATE_NOOP(
        "engine", "It has been within {radius:.2g} of a minimum since step {step} at the latest; its loss is {loss:.3g}."
    )
    severity: ClassVar[Severity] = "good"

    racer: str
    radius: float
    step: int
    loss: float


@dataclass(frozen=True, slots=True)
class Oscillates(Verdict):
    """Swings to and fro, by a factor a step."""

    title: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "{racer} oscillates.")
    text: ClassVar[str] = QT_TRANSLATE_NOOP(
        "engine",
        "Along {axis} it turned round {turns} times in {window} steps; from one turn to the next the swing is "
        "multiplied by {factor:.3g}.",
    )

    racer: str
    axis: str
    turns: int
    window: int
    factor: float


@dataclass(frozen=True, slots=True)
class Crawls(Verdict):
    """Far from arriving at the present pace."""

    title: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "{racer} crawls.")
    text: ClassVar[str] = QT_TRANSLATE_NOOP(
        "engine",
        "Its last steps are {pace:.2g} long and the nearest minimum is {distance:.3g} away: at this pace it needs "
        "{steps:,.0f} more steps.",
    )

    racer: str
    pace: float
    distance: float
    steps: float


@dataclass(frozen=True, slots=True)
class Stuck(Verdict):
    """Hardly moves although no minimum is near: a flat place, a saddle, a local minimum."""

    title: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "{racer} stands still.")
    text: ClassVar[str] = QT_TRANSLATE_NOOP(
        "engine",
        "Its last steps are only {pace:.1e} long, and the nearest global minimum is {distance:.3g} away: the gradient "
        "here, of size {gradient:.1e}, tells it nothing of that.",
    )
    severity: ClassVar[Severity] = "bad"

    racer: str
    pace: float
    distance: float
    gradient: float


@dataclass(frozen=True, slots=True)
class Underway(Verdict):
    """Going down, none of the others."""

    title: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "{racer} is on its way.")
    text: ClassVar[str] = QT_TRANSLATE_NOOP(
        "engine", "Its loss has gone from {first:.4g} to {loss:.4g}; its last step was {pace:.2g} long."
    )

    racer: str
    first: float
    loss: float
    pace: float


# The most notable first.
RANK = (
    Overflowed, NeverSettles, BeyondLimit, Diverged, Stuck, Oscillates, Escapes, Crawls, Converged, Underway, AtStart
)  # fmt: skip


def judge(settings: RaceSettings, record: Array) -> tuple[Verdict, ...]:
    """One verdict for each racer, the most notable first. `record` is (steps so far + 1, racers, columns)."""
    if len(record) == 1:
        x, y = settings.start
        return (AtStart(-1, x, y, float(record[0, 0, LOSS])),)
    verdicts = [_of_racer(settings, i, record[:, i]) for i in range(len(settings.racers))]
    return tuple(sorted(verdicts, key=lambda v: (RANK.index(type(v)), v.subject)))


def _of_racer(settings: RaceSettings, index: int, rows: Array) -> Verdict:
    racer = settings.racers[index]
    if not np.isfinite(rows[-1, :3]).all():
        return Overflowed(index, racer.name, first_step(rows[:, :3], math.inf))
    return (
        _against_limit(settings, index, rows)
        or _left(settings, index, rows)
        or _near(settings, index, rows)
        or _turning(settings, index, rows)
        or _pace(settings, index, rows)
    )


def first_step(values: Array, threshold: float) -> int:
    """A step at which the largest entry of `values` passes `threshold` or is not finite, found by halving."""
    low, high = 0, len(values) - 1
    while high - low > 1:
        middle = (low + high) // 2
        worst = np.abs(values[middle]).max()
        if worst > threshold or not np.isfinite(worst):
            high = middle
        else:
            low = middle
    return high


def _against_limit(settings: RaceSettings, index: int, rows: Array) -> Verdict | None:
    """What the theory of quadratics says: only without noise, at a constant learning rate."""
    racer, surface = settings.racers[index], settings.surface
    if not surface.quadratic or settings.noise or racer.schedule.kind != "constant":
        return None
    curvatures, vectors = np.linalg.eigh(surface.hessian(np.zeros(()), np.zeros(())))
    curvature = float(curvatures[-1])
    rate = racer.optimizer.learning_rate  # type: ignore[attr-defined]
    limit = racer.optimizer.stability_limit(curvature)
    if limit is None or not surface.minima:
        return None
    off = float(np.abs((rows[-1, :2] - surface.minima[0]) @ vectors[:, -1]))
    details = (index, racer.name, rate, limit, racer.optimizer.limit_formula, curvature)
    if math.isclose(rate, limit, rel_tol=1e-9) and off > 1e-6:
        return NeverSettles(*details)
    if rate > limit and off > 0:
        return BeyondLimit(*details)
    return None


def _left(settings: RaceSettings, index: int, rows: Array) -> Verdict | None:
    racer, lowest = settings.racers[index], settings.surface.lowest
    loss, first = float(rows[-1, LOSS]), float(rows[0, LOSS])
    if lowest is None:
        fell = first - loss > 10 * (abs(first) + 1) and rows[-1, LOSS] < rows[-2, LOSS]
        return Escapes(index, racer.name, loss) if fell else None
    height = first - lowest
    if loss - lowest <= GROWN * height or height <= 0:
        return None
    step = first_step(rows[:, LOSS : LOSS + 1] - lowest, GROWN * height)
    return Diverged(index, racer.name, step, GROWN)


def _near(settings: RaceSettings, index: int, rows: Array) -> Verdict | None:
    x0, x1, y0, y1 = settings.surface.domain
    radius = ARRIVED * math.hypot(x1 - x0, y1 - y0)
    far = _distances(settings, rows[-WINDOW:]) > radius
    if not settings.surface.minima or far[-1]:
        return None
    since = len(far) - int(np.argmax(far[::-1])) if far.any() else 0
    # A racer that only flies past the minimum has not arrived.
    if len(far) - since < min(3, len(far)):
        return None
    step = len(rows) - len(far) + since
    return Converged(index, settings.racers[index].name, radius, step, float(rows[-1, LOSS]))


def _distances(settings: RaceSettings, rows: Array) -> Array:
    """From each row's position to the nearest minimum."""
    if not settings.surface.minima:
        return np.full(len(rows), math.inf)
    minima = np.array(settings.surface.minima)
    between = rows[:, None, :2] - minima
    return np.hypot(between[..., 0], between[..., 1]).min(axis=1)


def _turning(settings: RaceSettings, index: int, rows: Array) -> Verdict | None:
    """Turns along one axis in at least half of the steps of the window: the steps there change their sign."""
    moves = np.diff(rows[-WINDOW - 1 :, :2], axis=0)
    if len(moves) < 6:
        return None
    turns = (moves[1:] * moves[:-1] < 0).sum(axis=0)
    axis = int(np.argmax(turns * (np.abs(moves).sum(axis=0) > 1e-9)))
    swings = np.abs(moves[:, axis])
    # Far below the size of the picture a swing is rounding, not motion.
    if turns[axis] < (len(moves) - 1) / 2 or swings[-1] < 1e-4 * float(np.ptp(rows[0, :2])) + 1e-9:
        return None
    half = len(swings) // 2
    early, late = float(swings[:half].max()), float(swings[half:].max())
    factor = (late / early) ** (1 / half) if early > 0 else 1.0
    return Oscillates(index, settings.racers[index].name, "xy"[axis], int(turns[axis]), len(moves), factor)


def _pace(settings: RaceSettings, index: int, rows: Array) -> Verdict:
    racer: Racer = settings.racers[index]
    pace = float(np.median(rows[-WINDOW:, STEP]))
    distance = float(_distances(settings, rows[-1:])[0])
    x0, x1, y0, y1 = settings.surface.domain
    if math.isfinite(distance) and pace < 1e-6 * math.hypot(x1 - x0, y1 - y0):
        return Stuck(index, racer.name, pace, distance, float(rows[-1, 3]))
    if math.isfinite(distance) and pace > 0 and distance / pace > max(30, len(rows)):
        return Crawls(index, racer.name, pace, distance, distance / pace)
    return Underway(index, racer.name, float(rows[0, LOSS]), float(rows[-1, LOSS]), float(rows[-1, STEP]))
