"""What can be said of one update of one racer, each with its sentence. When it is said, `race_stages` decides."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from engine.diagnostics import Severity, Verdict
from engine.parameter import QT_TRANSLATE_NOOP


@dataclass(frozen=True, slots=True)
class NowhereToGo(Verdict):
    """The update is not a finite way."""

    title: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "This step leads nowhere.")
    text: ClassVar[str] = QT_TRANSLATE_NOOP(
        "engine", "Not all of its numbers are finite, so there is no arrow to draw. The path has ended."
    )
    severity: ClassVar[Severity] = "bad"


@dataclass(frozen=True, slots=True)
class NoMove(Verdict):
    """The update is zero."""

    title: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "This step moves nothing.")
    text: ClassVar[str] = QT_TRANSLATE_NOOP(
        "engine", "The gradient here is {gradient:.3g} in size, and what the rule makes of it is zero."
    )

    gradient: float


@dataclass(frozen=True, slots=True)
class VelocityKnowsValley(Verdict):
    """The slope points across a valley, the kept velocity along it."""

    title: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "The velocity knows the valley.")
    text: ClassVar[str] = QT_TRANSLATE_NOOP(
        "engine",
        "The slope points across it ({across:.0f}°), the kept velocity along it ({along:.0f}°). The step goes {ratio:.2g} "
        "times as far as an SGD step from here.",
    )
    severity: ClassVar[Severity] = "good"

    across: float
    along: float
    ratio: float


@dataclass(frozen=True, slots=True)
class NoVelocityYet(Verdict):
    """Nothing is kept yet."""

    title: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "There is no velocity yet.")
    text: ClassVar[str] = QT_TRANSLATE_NOOP(
        "engine", "Nothing is left of steps before, so this one goes straight downhill, {length:.3g} long."
    )

    length: float


@dataclass(frozen=True, slots=True)
class VelocityDrives(Verdict):
    """What is kept points nearly the way of the slope."""

    title: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "The velocity drives on.")
    text: ClassVar[str] = QT_TRANSLATE_NOOP(
        "engine",
        "The kept velocity lies only {angle:.0f}° from downhill, so both add up: the step goes {ratio:.2g} times as far "
        "as an SGD step from here.",
    )

    angle: float
    ratio: float


@dataclass(frozen=True, slots=True)
class SlopeTurnsVelocity(Verdict):
    """What is kept points across the slope."""

    title: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "The slope turns the velocity.")
    text: ClassVar[str] = QT_TRANSLATE_NOOP(
        "engine",
        "The kept velocity goes across the slope, {angle:.0f}° from downhill. The gradient turns it by {turn:.0f}°; "
        "{kept:.0%} of the length of the step before is kept.",
    )

    angle: float
    turn: float
    kept: float


@dataclass(frozen=True, slots=True)
class SlopeBrakes(Verdict):
    """What is kept points uphill."""

    title: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "The slope brakes the velocity.")
    text: ClassVar[str] = QT_TRANSLATE_NOOP(
        "engine",
        "The kept velocity points uphill, {angle:.0f}° from downhill: it is {kept:.3g} long, and the gradient takes "
        "{against:.3g} off it along its way.",
    )

    angle: float
    kept: float
    against: float


@dataclass(frozen=True, slots=True)
class AcrossValley(Verdict):
    """Straight downhill is not the way along the valley."""

    title: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "Downhill is not the way.")
    text: ClassVar[str] = QT_TRANSLATE_NOOP(
        "engine",
        "The step goes straight downhill, which is {angle:.0f}° off the valley floor: of its length {length:.3g} only "
        "{along:.2g} leads along the valley.",
    )

    angle: float
    length: float
    along: float


@dataclass(frozen=True, slots=True)
class StraightDownhill(Verdict):
    """A step against the gradient."""

    title: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "Straight downhill.")
    text: ClassVar[str] = QT_TRANSLATE_NOOP(
        "engine", "The gradient is {gradient:.4g} in size; times η = {rate:.4g} the step is {length:.3g} long."
    )

    gradient: float
    rate: float
    length: float


@dataclass(frozen=True, slots=True)
class TooFar(Verdict):
    """The step begins downhill and ends higher."""

    title: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "Downhill, and too far.")
    text: ClassVar[str] = QT_TRANSLATE_NOOP(
        "engine",
        "The step begins downhill, yet the loss rises from {before:.4g} to {after:.4g}: {length:.3g} is longer than the "
        "way down.",
    )
    severity: ClassVar[Severity] = "bad"

    before: float
    after: float
    length: float


@dataclass(frozen=True, slots=True)
class AlikeForBoth(Verdict):
    """Slopes of very different size, steps of nearly the same."""

    title: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "Both parameters move alike.")
    text: ClassVar[str] = QT_TRANSLATE_NOOP(
        "engine",
        "The slope is {ratio:.3g} times as steep along {steep} as along {flat}, yet the step goes {x:.3g} along x and "
        "{y:.3g} along y: only the direction of each slope counts.",
    )

    ratio: float
    steep: str
    flat: str
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class CarriedUphill(Verdict):
    """The mean of the gradients before outweighs the gradient here."""

    title: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "Carried uphill.")
    text: ClassVar[str] = QT_TRANSLATE_NOOP(
        "engine",
        "The mean m of the gradients so far still points against the slope here, so the step lies {angle:.0f}° from "
        "downhill. The loss goes from {before:.4g} to {after:.4g}.",
    )

    angle: float
    before: float
    after: float


@dataclass(frozen=True, slots=True)
class OnlySigns(Verdict):
    """A rule that takes only signs from the gradient."""

    title: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "Only the signs count.")
    text: ClassVar[str] = QT_TRANSLATE_NOOP(
        "engine",
        "The slope is {slope_x:.3g} along x and {slope_y:.3g} along y, yet of its size the step takes no notice: it goes "
        "{x:.3g} along x and {y:.3g} along y.",
    )

    slope_x: float
    slope_y: float
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class RatesOfTheirOwn(Verdict):
    """Each parameter's slope is scaled by itself."""

    title: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "Each parameter has a rate of its own.")
    text: ClassVar[str] = QT_TRANSLATE_NOOP(
        "engine",
        "The slope times η would go {sgd:.3g} far. This step is {length:.3g} long and lies {angle:.0f}° from straight "
        "downhill: {x:.3g} along x, {y:.3g} along y.",
    )

    sgd: float
    length: float
    angle: float
    x: float
    y: float
