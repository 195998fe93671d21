"""What is said of a range test."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

import numpy as np

from engine.diagnostics import Severity, Verdict
from engine.optimizers import Rprop
from engine.parameter import QT_TRANSLATE_NOOP
from engine.simulations.base import Array
from engine.simulations.schedules_band import Band

if TYPE_CHECKING:
    from engine.simulations.schedules import SchedulesSettings

RATE, LOSS = 0, 1


@dataclass(frozen=True, slots=True)
class TestBegins(Verdict):
    """Before the first step."""

    title: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "The learning rate rises by the same factor each step.")
    text: ClassVar[str] = QT_TRANSLATE_NOOP(
        "engine",
        "From {low:.3g} to {high:.3g} in {steps} steps. While η is too small the loss stays; then it falls; beyond what "
        "the problem bears it breaks loose. The η in between are of use.",
    )

    low: float
    high: float
    steps: int


@dataclass(frozen=True, slots=True)
class NothingYet(Verdict):
    """The loss has not fallen."""

    title: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "So far η is too small to be seen.")
    text: ClassVar[str] = QT_TRANSLATE_NOOP(
        "engine", "Up to η = {rate:.3g} the mean loss has gone from {first:.4g} to {loss:.4g}."
    )

    rate: float
    first: float
    loss: float


@dataclass(frozen=True, slots=True)
class NeverFell(NothingYet):
    """Nor does it in the whole test."""

    title: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "The loss never falls.")
    text: ClassVar[str] = QT_TRANSLATE_NOOP(
        "engine",
        "At η = {rate:.3g}, the last of the test, the mean loss is {loss:.4g}; at the start it was {first:.4g}. Try another "
        "range of η, or more steps.",
    )


@dataclass(frozen=True, slots=True)
class UsableBand(Verdict):
    """The test tells a band, and where it ends."""

    title: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "Of use: η from {low:.2g} to {high:.2g}.")
    text: ClassVar[str] = QT_TRANSLATE_NOOP(
        "engine",
        "The loss falls fastest at η = {low:.2g} and breaks loose above {high:.2g}. A whole run with one η asks for some "
        "distance: {suggested:.2g} is suggested.",
    )
    severity: ClassVar[Severity] = "good"

    low: float
    high: float
    suggested: float


@dataclass(frozen=True, slots=True)
class UsableBandWithLimit(UsableBand):
    """The same, where theory knows the limit."""

    text: ClassVar[str] = QT_TRANSLATE_NOOP(
        "engine",
        "The loss falls fastest at η = {low:.2g} and breaks loose above {high:.2g}; the stability limit is {formula} = "
        "{limit:.2g}. A whole run with one η asks for some distance: {suggested:.2g} is suggested.",
    )
    verbatim: ClassVar[tuple[str, ...]] = ("formula",)

    formula: str
    limit: float


@dataclass(frozen=True, slots=True)
class NoEndSeen(Verdict):
    """The loss has fallen and not broken loose."""

    title: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "Up to η = {high:.2g} nothing breaks loose.")
    text: ClassVar[str] = QT_TRANSLATE_NOOP(
        "engine",
        "The loss fell fastest at η = {low:.2g}, and is {loss:.3g} now; at the start it was {first:.3g}. Where it ends, a "
        "higher last η would tell.",
    )

    low: float
    high: float
    loss: float
    first: float


@dataclass(frozen=True, slots=True)
class Overflows(Verdict):
    """The mean loss is not finite from `step` on."""

    title: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "At η = {rate:.2g} the numbers overflow.")
    text: ClassVar[str] = QT_TRANSLATE_NOOP(
        "engine",
        "From step {step} on those of at least one run are beyond 1.8e308, infinite or undefined; the curve ends there.",
    )
    severity: ClassVar[Severity] = "bad"

    rate: float
    step: int


@dataclass(frozen=True, slots=True)
class TellsNothing(Verdict):
    """The rule takes its learning rate from the first step only."""

    title: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "Of {rule} the test tells nothing.")
    text: ClassVar[str] = QT_TRANSLATE_NOOP(
        "engine", "It asks for η in its first step only; afterwards its steps find their own size. Choose another rule."
    )

    rule: str


def judge_range(
    settings: SchedulesSettings, record: Array, band: Band | None, limit: tuple[float, float] | None
) -> tuple[Verdict, ...]:
    """Verdicts on the test so far, the most notable first; `record` holds η and mean loss in its first two columns."""
    rates, losses = record[:, RATE], record[:, LOSS]
    step = len(record) - 1
    if step == 0:
        low, high = sorted((settings.mode.low, settings.mode.high))  # type: ignore[attr-defined]
        return (TestBegins(-1, low, high, settings.steps),)
    if isinstance(settings.optimizer, Rprop):
        return (TellsNothing(-1, settings.optimizer.title),)
    bad = np.flatnonzero(~np.isfinite(losses))
    told: list[Verdict] = [_told(settings, record, band, limit)]
    if len(bad):
        told.append(Overflows(-1, float(rates[bad[0]]), int(bad[0])))
    return tuple(told)


def _told(settings: SchedulesSettings, record: Array, band: Band | None, limit: tuple[float, float] | None) -> Verdict:
    """What the losses tell of η."""
    first, loss, rate = float(record[0, LOSS]), float(record[-1, LOSS]), float(record[-1, RATE])
    if band is None:
        over = len(record) > settings.steps or not math.isfinite(loss)
        return (NeverFell if over else NothingYet)(-1, rate, first, loss)
    numbers = band.low, band.high, band.suggested
    if not band.diverges:
        return NoEndSeen(-1, band.low, band.high, loss, first)
    if limit is not None:
        return UsableBandWithLimit(-1, *numbers, settings.optimizer.limit_formula, limit[0])
    return UsableBand(-1, *numbers)
