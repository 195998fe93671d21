"""What is said of each start in training: whether it learns, how soon, and what holds it back.

A loss is held against ln 2 = 0.693, the cross entropy of a coin toss: of the answer ½ to every point.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

import numpy as np

from engine.diagnostics import Severity, Verdict
from engine.parameter import QT_TRANSLATE_NOOP
from engine.simulations.base import Array

if TYPE_CHECKING:
    from engine.simulations.initialization_training import Plan

COIN = math.log(2.0)
# A loss stays at a coin toss where it has been within this share of ln 2 for half of all steps, and at least so many.
STAYS, PATIENCE = 0.01, 10
# A start has learnt once its loss is below this share of ln 2; a draw has learnt nothing while it is above that one.
LEARNT, UNLEARNT = 0.5, 0.9
# A start is called the fastest where the next one takes longer by this share, and by so many steps.
LEAD, LEAD_STEPS = 0.2, 3
# A signal has faded where a network's answers vary by less than this over the plane.
FADED = 1e-6
# A loss rises where it is so many times its first value, or so many times ln 2 if that is more.
RISES = 10.0
# Columns of the record.
LOSS, LOWEST, HIGHEST, ACCURACY, UNITS, FEWEST, GRADIENT, LOST = range(8)


@dataclass(frozen=True, slots=True)
class Beginning(Verdict):
    """Nothing has been learnt yet."""

    title: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "Nothing is learnt yet.")
    text: ClassVar[str] = QT_TRANSLATE_NOOP(
        "engine",
        "All starts scale the same draws and see the same points; {optimizer} takes the same steps for all. "
        "ln 2 = 0.693 is the loss of a coin toss.",
    )

    optimizer: str


@dataclass(frozen=True, slots=True)
class StartVerdict(Verdict):
    """Base of what is said of one start."""

    scheme: str


@dataclass(frozen=True, slots=True)
class Overflowed(StartVerdict):
    """Some draw's numbers have become infinite."""

    title: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "{scheme} overflows at step {step}.")
    text: ClassVar[str] = QT_TRANSLATE_NOOP(
        "engine",
        "Its numbers grew beyond 1.8e308, the largest of 64 bits, and the network is lost. Draws lost: {lost} of {draws}.",
    )
    severity: ClassVar[Severity] = "bad"

    step: int
    lost: int
    draws: int


@dataclass(frozen=True, slots=True)
class Rises(StartVerdict):
    """The loss has grown far beyond its first value."""

    title: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "{scheme} diverges from step {step} on.")
    text: ClassVar[str] = QT_TRANSLATE_NOOP(
        "engine",
        "Its median loss has gone from {first:.3g} to {loss:.3g}, and passed {limit:.3g} at step {step}: the steps are "
        "too long for this start.",
    )
    severity: ClassVar[Severity] = "bad"

    step: int
    first: float
    loss: float
    limit: float


@dataclass(frozen=True, slots=True)
class NothingMoves(StartVerdict):
    """All weights are 0, and so are all their gradients."""

    title: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "{scheme}: no weight gets a gradient.")
    text: ClassVar[str] = QT_TRANSLATE_NOOP(
        "engine",
        "With f(0) = 0 every unit outputs 0, and a weight of 0 passes no gradient back: all gradients but that of the "
        "output’s bias are exactly 0. {units} units a layer stay one unit in {units} copies.",
    )
    severity: ClassVar[Severity] = "bad"

    units: int


@dataclass(frozen=True, slots=True)
class Cancels(StartVerdict):
    """All weights are 0, and all gradients cancel over the batch."""

    title: ClassVar[str] = NothingMoves.title
    text: ClassVar[str] = QT_TRANSLATE_NOOP(
        "engine",
        "Every unit outputs f(0) = {output:.3g} whatever the point, so the answer is ½ everywhere. The batch holds as "
        "many points of either class: their pulls cancel, and all gradients are 0. A smaller batch would move the "
        "{units} units of a layer, all alike.",
    )
    severity: ClassVar[Severity] = "bad"

    output: float
    units: int


@dataclass(frozen=True, slots=True)
class Copies(StartVerdict):
    """The units of each layer are copies of one another, and learn together."""

    title: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "{scheme}: {units} units, still copies.")
    text: ClassVar[str] = QT_TRANSLATE_NOOP(
        "engine",
        "The weights move, but equal units get equal gradients: each layer is one unit in {units} copies. The loss is "
        "{loss:.3g}, and {accuracy:.0f} % are right; no optimizer can tell copies apart.",
    )
    severity: ClassVar[Severity] = "bad"

    units: int
    loss: float
    accuracy: float


@dataclass(frozen=True, slots=True)
class CoinToss(StartVerdict):
    """The loss has been at ln 2 for most of the time."""

    title: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "{scheme} stays at ln 2.")
    text: ClassVar[str] = QT_TRANSLATE_NOOP(
        "engine",
        "Its median loss has been within 1 % of 0.693 for {steps} steps: the answer is near ½ for every point ({accuracy:.0f} % "
        "are on the right side of it). The gradient in layer 1 has the rms {gradient:.1e}.",
    )
    severity: ClassVar[Severity] = "bad"

    steps: int
    accuracy: float
    gradient: float


@dataclass(frozen=True, slots=True)
class FadedSignal(CoinToss):
    """The loss has been at ln 2, since the answer is the same everywhere."""

    title: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "{scheme} stays at ln 2: too small a signal.")
    text: ClassVar[str] = QT_TRANSLATE_NOOP(
        "engine",
        "What tells points apart dies out on its way: over the whole plane the answer varies by less than a millionth, and "
        "{accuracy:.0f} % are right. Little comes back either: the gradient in layer 1 has the rms {gradient:.1e}.",
    )


@dataclass(frozen=True, slots=True)
class Luck(StartVerdict):
    """Some draws have learnt, others nothing."""

    title: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "{scheme}: it depends on the draw.")
    text: ClassVar[str] = QT_TRANSLATE_NOOP(
        "engine",
        "Of {draws} draws, {learnt} are below half of ln 2 and {unlearnt} still above 0.9 ln 2: losses from {lowest:.3g} "
        "to {highest:.3g}.",
    )

    draws: int
    learnt: int
    unlearnt: int
    lowest: float
    highest: float


@dataclass(frozen=True, slots=True)
class Learns(StartVerdict):
    """The loss is below half of ln 2."""

    title: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "{scheme} learns.")
    text: ClassVar[str] = QT_TRANSLATE_NOOP(
        "engine",
        "Its median loss fell below half of ln 2 at step {reached}. It is {loss:.3g} now, and {accuracy:.0f} % are right.",
    )
    severity: ClassVar[Severity] = "good"

    reached: int
    loss: float
    accuracy: float


@dataclass(frozen=True, slots=True)
class OnlyOne(Learns):
    """No other start's loss has been below half of ln 2."""

    title: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "Only {scheme} has learnt.")
    text: ClassVar[str] = Learns.text
    severity: ClassVar[Severity] = "good"


@dataclass(frozen=True, slots=True)
class Fastest(Learns):
    """It got there well before the others."""

    title: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "{scheme} learns fastest.")
    text: ClassVar[str] = QT_TRANSLATE_NOOP(
        "engine",
        "Its median loss fell below half of ln 2 at step {reached}, that of {second} at step {behind}. It is {loss:.3g} "
        "now, and {accuracy:.0f} % are right.",
    )
    severity: ClassVar[Severity] = "good"

    second: str
    behind: int


@dataclass(frozen=True, slots=True)
class Underway(StartVerdict):
    """The loss is below its first value, but not far."""

    title: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "{scheme} is under way.")
    text: ClassVar[str] = QT_TRANSLATE_NOOP(
        "engine", "Its median loss went from {first:.3g} to {loss:.3g}; {accuracy:.0f} % are right."
    )

    first: float
    loss: float
    accuracy: float


@dataclass(frozen=True, slots=True)
class NoBetter(StartVerdict):
    """The loss is not below its first value."""

    title: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "{scheme} is no better than at the start.")
    text: ClassVar[str] = Underway.text

    first: float
    loss: float
    accuracy: float


# The most notable first.
RANK = (
    Overflowed, Rises, NothingMoves, Cancels, Copies, FadedSignal, CoinToss, Luck, Fastest, OnlyOne, NoBetter, Learns, Underway,
    Beginning,
)  # fmt: skip


@dataclass(frozen=True, slots=True, eq=False)
class Start:
    """What one start is judged by: `rows` (steps so far + 1, columns) of the record, the losses of its draws now.

    `moves` says whether any gradient or weight but that of the output's bias differs from 0; `span` how far apart the
    answers of the first draw are over the plane.
    """

    name: str
    rows: Array
    losses: tuple[float, ...]
    moves: bool
    span: float


def judge(starts: Sequence[Start], plan: Plan, optimizer: str, rest: float) -> tuple[Verdict, ...]:
    """One verdict for each start, the most notable first; before the first step one for all. `rest` is f(0)."""
    if len(starts[0].rows) == 1:
        return (Beginning(-1, optimizer),)
    reached = [first_step(start.rows[:, LOSS] < LEARNT * COIN) for start in starts]
    verdicts = [
        _failed(i, start, plan, rest) or _learnt(i, starts, reached) or _on_the_way(i, start)
        for i, start in enumerate(starts)
    ]
    return tuple(sorted(verdicts, key=lambda verdict: (RANK.index(type(verdict)), verdict.subject)))


def _failed(index: int, start: Start, plan: Plan, rest: float) -> Verdict | None:
    """What keeps a start from learning."""
    rows, name = start.rows, start.name
    now, first = rows[-1], float(rows[0, LOSS])
    if now[LOST]:
        return Overflowed(index, name, first_step(rows[:, LOST] > 0), int(now[LOST]), plan.draws)
    if not start.moves:
        return Cancels(index, name, rest, plan.units) if rest else NothingMoves(index, name, plan.units)
    if now[UNITS] == 1 and plan.units > 1:
        return Copies(index, name, plan.units, float(now[LOSS]), _percent(now[ACCURACY]))
    limit = RISES * max(first, COIN)
    if now[LOSS] > limit:
        below = np.flatnonzero(rows[:, LOSS] <= limit)
        return Rises(index, name, int(below[-1]) + 1, first, float(now[LOSS]), limit)
    stayed = _stayed(rows[:, LOSS])
    if stayed >= max(PATIENCE, len(rows) // 2):
        toss = FadedSignal if start.span < FADED else CoinToss
        return toss(index, name, stayed, _percent(now[ACCURACY]), float(now[GRADIENT]))
    return None


def _stayed(losses: Array) -> int:
    """For how many of the last steps a loss has been at ln 2."""
    away = np.flatnonzero(~(np.abs(losses / COIN - 1) <= STAYS))
    return len(losses) - 1 - (int(away[-1]) + 1 if away.size else 0)


def _learnt(index: int, starts: Sequence[Start], reached: Sequence[int]) -> Verdict | None:
    """Which of the starts have learnt, and which of them first."""
    name, now = starts[index].name, starts[index].rows[-1]
    learnt = sum(loss < LEARNT * COIN for loss in starts[index].losses)
    unlearnt = sum(loss > UNLEARNT * COIN for loss in starts[index].losses)
    if learnt and unlearnt:
        losses = starts[index].losses
        return Luck(index, name, len(losses), learnt, unlearnt, float(now[LOWEST]), float(now[HIGHEST]))
    if not now[LOSS] < LEARNT * COIN:
        return None
    found = index, name, reached[index], float(now[LOSS]), _percent(now[ACCURACY])
    others = [(step, i) for i, step in enumerate(reached) if step >= 0 and i != index]
    if not others:
        return OnlyOne(*found) if len(starts) > 1 else Learns(*found)
    behind, second = min(others)
    if behind >= reached[index] * (1 + LEAD) and behind >= reached[index] + LEAD_STEPS:
        return Fastest(*found, starts[second].name, behind)
    return Learns(*found)


def _on_the_way(index: int, start: Start) -> Verdict:
    first, loss, accuracy = (float(start.rows[k, column]) for k, column in ((0, LOSS), (-1, LOSS), (-1, ACCURACY)))
    return (Underway if loss < first else NoBetter)(index, start.name, first, loss, _percent(accuracy))


def first_step(held: np.ndarray[tuple[int], np.dtype[np.bool_]]) -> int:
    """The first step at which something held, −1 if at none."""
    step = int(held.argmax())
    return step if held[step] else -1


def _percent(share: float) -> float:
    """A share in percent; beyond 99 rounded down, so that 100 are all."""
    return float(math.floor(100 * share + 1e-9)) if share > 0.99 else 100 * float(share)
