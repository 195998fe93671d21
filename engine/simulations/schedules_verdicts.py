"""What can be said of schedules, each with its sentence. When it is said, `schedules_judgement` decides."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from engine.diagnostics import Severity, Verdict
from engine.parameter import QT_TRANSLATE_NOOP


@dataclass(frozen=True, slots=True)
class ScheduleVerdict(Verdict):
    """Base of what is said of one schedule; `number` (" 2") tells the second of a kind from the first."""

    verbatim: ClassVar[tuple[str, ...]] = ("number", "other_number", "formula")

    schedule: str
    number: str


@dataclass(frozen=True, slots=True)
class AtStart(Verdict):
    """Before the first step."""

    title: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "All schedules start alike.")
    text: ClassVar[str] = QT_TRANSLATE_NOOP(
        "engine",
        "The mean loss is {loss:.4g}. Each of the {runs} runs begins at the same place under every schedule and meets the "
        "same noise: what differs is η alone. Press play, or → for one step.",
    )

    loss: float
    runs: int


@dataclass(frozen=True, slots=True)
class NoEffect(Verdict):
    """The losses are the same under all schedules, although their η differ."""

    title: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "The schedules make no difference.")
    text: ClassVar[str] = QT_TRANSLATE_NOOP(
        "engine",
        "Up to step {step} all schedules that begin with the same η have the same losses: after its first step {rule} no "
        "longer asks for η.",
    )

    step: int
    rule: str


# -- beyond the limit -------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Overflowed(ScheduleVerdict):
    """The mean loss is not finite from `step` on."""

    title: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "{schedule}{number} overflowed at step {step}.")
    text: ClassVar[str] = QT_TRANSLATE_NOOP(
        "engine",
        "From there on the numbers of at least one run are beyond 1.8e308, infinite or undefined, and so is the mean. "
        "Its largest η so far was {peak:.4g}.",
    )
    severity: ClassVar[Severity] = "bad"

    step: int
    peak: float


@dataclass(frozen=True, slots=True)
class BeyondLimit(ScheduleVerdict):
    """On a quadratic: η is above the stability limit now, since `first`."""

    title: ClassVar[str] = QT_TRANSLATE_NOOP(
        "engine", "{schedule}{number} is beyond the stability limit since step {first}."
    )
    text: ClassVar[str] = QT_TRANSLATE_NOOP(
        "engine",
        "η = {rate:.4g} is above {formula} = {limit:.4g} for the curvature λ = {curvature:.4g}: along it every step leads "
        "farther out. The mean loss was {before:.3g} at step {first} and is {loss:.3g} now.",
    )
    severity: ClassVar[Severity] = "bad"

    first: int
    rate: float
    limit: float
    formula: str
    curvature: float
    before: float
    loss: float


@dataclass(frozen=True, slots=True)
class WasBeyondLimit(ScheduleVerdict):
    """On a quadratic: η has been above the stability limit from `first` to `last`, and is below it again."""

    title: ClassVar[str] = QT_TRANSLATE_NOOP(
        "engine", "{schedule}{number} was beyond the stability limit from step {first} to {last}."
    )
    text: ClassVar[str] = QT_TRANSLATE_NOOP(
        "engine",
        "Its η rose to {peak:.4g}, above {formula} = {limit:.4g} for the curvature λ = {curvature:.4g}: along it those "
        "steps led farther out. The mean loss was {before:.3g} at step {first}, at most {worst:.3g} since then, and is "
        "{loss:.3g} now.",
    )

    first: int
    last: int
    peak: float
    limit: float
    formula: str
    curvature: float
    before: float
    worst: float
    loss: float


@dataclass(frozen=True, slots=True)
class Diverged(ScheduleVerdict):
    """The mean loss has grown far beyond that of the start."""

    title: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "{schedule}{number} diverges.")
    text: ClassVar[str] = QT_TRANSLATE_NOOP(
        "engine",
        "Its mean loss is {loss:.3g}; at the start it was {first:.3g}. Its largest η so far, {peak:.4g}, is too large "
        "here.",
    )
    severity: ClassVar[Severity] = "bad"

    loss: float
    first: float
    peak: float


# -- held by noise ----------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class AtNoiseFloor(ScheduleVerdict):
    """On a quadratic, SGD or Momentum: the loss stays where theory says that the noise keeps it."""

    title: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "{schedule}{number} stops at the noise floor.")
    text: ClassVar[str] = QT_TRANSLATE_NOOP(
        "engine",
        "At η = {rate:.3g} the gradient pulls w in only as fast as the noise throws it out: the loss stays near "
        "{measured:.2g}, predicted {floor:.2g}.",
    )

    rate: float
    measured: float
    floor: float


@dataclass(frozen=True, slots=True)
class AtNoiseFloorOutdone(AtNoiseFloor):
    """The same, beside the schedule that ends lowest because its η sinks."""

    text: ClassVar[str] = QT_TRANSLATE_NOOP(
        "engine",
        "At η = {rate:.3g} the gradient pulls w in only as fast as the noise throws it out: the loss stays near "
        "{measured:.2g}, predicted {floor:.2g}. {other}{other_number} lets η sink and ends {ratio:.3g} times lower.",
    )

    other: str
    other_number: str
    ratio: float


@dataclass(frozen=True, slots=True)
class NoLongerFalls(ScheduleVerdict):
    """The loss stays where it is at a constant η, while that of a schedule with a smaller η is lower."""

    title: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "{schedule}{number} no longer falls.")
    text: ClassVar[str] = QT_TRANSLATE_NOOP(
        "engine",
        "For {window} steps its mean loss has stayed near {measured:.2g} at η = {rate:.3g}. {other}{other_number}, whose "
        "η has sunk to {other_rate:.3g}, is at {other_loss:.2g}: the noise no longer throws it as far.",
    )

    window: int
    measured: float
    rate: float
    other: str
    other_number: str
    other_rate: float
    other_loss: float


# -- too short steps --------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class SankTooSoon(ScheduleVerdict):
    """What is left of η moves the runs' mean by less than `percent` of the way that is left."""

    title: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "{schedule}{number} sank too soon.")
    text: ClassVar[str] = QT_TRANSLATE_NOOP(
        "engine",
        "Its η has sunk to {rate:.2g}: its steps are now too short to arrive. On average the runs are at ({x:.2f}, "
        "{y:.2f}), the minimum is at ({x0:g}, {y0:g}); all steps that are left make up less than {percent} % of the way.",
    )

    rate: float
    peak: float
    x: float
    y: float
    x0: float
    y0: float
    percent: int


@dataclass(frozen=True, slots=True)
class Froze(ScheduleVerdict):
    """η has become so small that the loss hardly changes, above that of another schedule."""

    title: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "{schedule}{number} sank too soon.")
    text: ClassVar[str] = QT_TRANSLATE_NOOP(
        "engine",
        "Since step {since} its η is below {percent} % of its peak, and its mean loss has only gone from {before:.3g} to "
        "{loss:.3g}. {other}{other_number} is at {other_loss:.3g}.",
    )

    since: int
    percent: int
    before: float
    loss: float
    other: str
    other_number: str
    other_loss: float


# -- warm-up ----------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class WarmUpSaved(ScheduleVerdict):
    """The same schedule without its warm-up overflows; with it, it does not."""

    title: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "{schedule}{number}: the warm-up saved it.")
    text: ClassVar[str] = QT_TRANSLATE_NOOP(
        "engine",
        "The same schedule without its {count} steps of warm-up overflows at step {step}: the first gradients are too "
        "steep for the whole η. With it the mean loss of these steps was never above {mild:.3g}, and is {loss:.3g} now.",
    )
    severity: ClassVar[Severity] = "good"

    count: int
    step: int
    mild: float
    loss: float


@dataclass(frozen=True, slots=True)
class WarmUpSpared(ScheduleVerdict):
    """Without its warm-up the same schedule's loss climbs in the first steps."""

    title: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "{schedule}{number}: the warm-up spared the first steps.")
    text: ClassVar[str] = QT_TRANSLATE_NOOP(
        "engine",
        "The same schedule without its {count} steps of warm-up climbs from {first:.3g} to {worst:.3g} at step {step}; with "
        "it the mean loss of these steps was never above {mild:.3g}. Now: {loss:.3g} with it, {without:.3g} without.",
    )
    severity: ClassVar[Severity] = "good"

    count: int
    first: float
    worst: float
    step: int
    mild: float
    loss: float
    without: float


@dataclass(frozen=True, slots=True)
class WarmUpPostponed(ScheduleVerdict):
    """Without its warm-up the loss climbs in the first steps; with it, later."""

    title: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "{schedule}{number}: the warm-up only put it off.")
    text: ClassVar[str] = QT_TRANSLATE_NOOP(
        "engine",
        "In its {count} steps the loss did not climb, as it does without; but the η that follow, up to {rate:.4g}, are too "
        "large as well: at step {step} the mean loss was {worst:.3g}.",
    )

    count: int
    step: int
    worst: float
    rate: float


@dataclass(frozen=True, slots=True)
class WarmUpDelayed(ScheduleVerdict):
    """Without its warm-up the same schedule's loss never climbs: here it only costs time."""

    title: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "{schedule}{number}: here the warm-up only takes time.")
    text: ClassVar[str] = QT_TRANSLATE_NOOP(
        "engine",
        "The same schedule without it never climbs either: the whole η does no harm from the first step on. Half way "
        "through it, at step {step}, the mean loss was {loss:.3g} with it and {without:.3g} without.",
    )

    step: int
    loss: float
    without: float


# -- who is ahead -----------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class EndsLowest(ScheduleVerdict):
    """The best at the end, by more than chance."""

    title: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "{schedule}{number} ends lowest.")
    text: ClassVar[str] = QT_TRANSLATE_NOOP(
        "engine",
        "At step {step} its mean loss is {loss:.2g}; the next is {other}{other_number} with {other_loss:.2g}.",
    )
    severity: ClassVar[Severity] = "good"

    step: int
    loss: float
    other: str
    other_number: str
    other_loss: float


@dataclass(frozen=True, slots=True)
class EndLevel(ScheduleVerdict):
    """Two are best at the end, and no further apart than chance allows."""

    title: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "{schedule}{number} and {other}{other_number} end level.")
    text: ClassVar[str] = QT_TRANSLATE_NOOP(
        "engine",
        "At step {step} their mean losses are {loss:.2g} and {other_loss:.2g}: no further apart than chance makes them "
        "(runs averaged: {runs}).",
    )

    step: int
    loss: float
    other: str
    other_number: str
    other_loss: float
    runs: int


@dataclass(frozen=True, slots=True)
class Leads(ScheduleVerdict):
    """The lowest so far, where the end is not known."""

    title: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "{schedule}{number} is lowest now.")
    text: ClassVar[str] = QT_TRANSLATE_NOOP(
        "engine", "At step {step} its mean loss is {loss:.3g}, at η = {rate:.3g}. At the start it was {first:.3g}."
    )

    step: int
    loss: float
    rate: float
    first: float


@dataclass(frozen=True, slots=True)
class Underway(Leads):
    """The only one there is, and nothing else to say of it."""

    title: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "{schedule}{number} is on its way.")
