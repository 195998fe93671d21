"""What can be said of a racer's settings on the map, each with its sentence; when, `race_map_judgement` decides."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from engine.diagnostics import Severity, Verdict
from engine.parameter import QT_TRANSLATE_NOOP


@dataclass(frozen=True, slots=True)
class SettingVerdict(Verdict):
    """Base: `racer` is the name that the learner gave."""

    verbatim: ClassVar[tuple[str, ...]] = ("racer", "direction")

    racer: str


@dataclass(frozen=True, slots=True)
class BeyondBorder(SettingVerdict):
    """The learning rate lies above the limit of a direction of the quadratic."""

    title: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "{racer} diverges here.")
    text: ClassVar[str] = QT_TRANSLATE_NOOP(
        "engine",
        "η = {rate:.4g} is above the limit {formula} = {limit:.4g} of {direction}, whose curvature is λ = "
        "{curvature:.4g}: along it each step multiplies the distance by {factor:.4g}.",
    )
    severity: ClassVar[Severity] = "bad"

    rate: float
    formula: str
    limit: float
    direction: str
    curvature: float
    factor: float


@dataclass(frozen=True, slots=True)
class NoLowestPoint(SettingVerdict):
    """The quadratic falls for ever along a direction."""

    title: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "This surface has no lowest point.")
    text: ClassVar[str] = QT_TRANSLATE_NOOP(
        "engine",
        "Along {direction} its curvature is λ = {curvature:.4g}, below 0: there z = {factor:.4g}, and whatever η is, "
        "every step leads farther away. That is how a saddle is left.",
    )

    direction: str
    curvature: float
    factor: float


@dataclass(frozen=True, slots=True)
class OnBorder(SettingVerdict):
    """One solution lies on the unit circle."""

    title: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "{racer} stands on the edge.")
    text: ClassVar[str] = QT_TRANSLATE_NOOP(
        "engine",
        "Along {direction}, λ = {curvature:.4g}, |z| = 1: the distance neither shrinks nor grows. With a little less η "
        "it would arrive, with a little more it would diverge.",
    )

    direction: str
    curvature: float


@dataclass(frozen=True, slots=True)
class NearlyBest(SettingVerdict):
    """Hardly any setting does better."""

    title: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "This is about as good as it gets.")
    text: ClassVar[str] = QT_TRANSLATE_NOOP(
        "engine",
        "Each step leaves {share:.3g} % of the distance. The best settings leave {best_share:.3g} %.",
    )
    severity: ClassVar[Severity] = "good"

    share: float
    best_share: float


@dataclass(frozen=True, slots=True)
class SlowerThanBest(SettingVerdict):
    """Base of what is said of settings that are not the best: `times` as many steps."""

    times: float


@dataclass(frozen=True, slots=True)
class TooMuchMomentum(SlowerThanBest):
    """Both directions ring, and β is above the best one."""

    title: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "β = {beta:.4g} is too much for this surface.")
    text: ClassVar[str] = QT_TRANSLATE_NOOP(
        "engine",
        "All that moves rings, so ρ = √β for any η from {low:.2g} to {high:.2g}. For κ = {kappa:.4g} the best β is "
        "(√κ − 1)² / (√κ + 1)² = {best:.2g}: {times:g} times fewer steps. A larger κ asks for a larger β.",
    )

    beta: float
    low: float
    high: float
    kappa: float
    best: float


@dataclass(frozen=True, slots=True)
class Creeps(SlowerThanBest):
    """The slowest solution is a positive number: a flat direction in which the steps are too small."""

    title: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "{racer} creeps along {direction}.")
    text: ClassVar[str] = QT_TRANSLATE_NOOP(
        "engine",
        "There the curvature is only λ = {curvature:.4g}, and z = {factor:.4g}: the steps are too small for it. The "
        "best settings need {times:g} times fewer steps.",
    )

    direction: str
    curvature: float
    factor: float


@dataclass(frozen=True, slots=True)
class JumpsAcross(SlowerThanBest):
    """The slowest solution is a negative number: each step jumps over the minimum."""

    title: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "{racer} jumps to and fro along {direction}.")
    text: ClassVar[str] = QT_TRANSLATE_NOOP(
        "engine",
        "There the curvature is λ = {curvature:.4g}, and z = {factor:.4g}: each step leads to the other side. The best "
        "settings need {times:g} times fewer steps.",
    )

    direction: str
    curvature: float
    factor: float


@dataclass(frozen=True, slots=True)
class Rings(SlowerThanBest):
    """The slowest solutions are a complex pair."""

    title: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "{racer} swings along {direction}.")
    text: ClassVar[str] = QT_TRANSLATE_NOOP(
        "engine",
        "There z is a complex pair with |z| = {factor:.4g}: it swings round the minimum and comes nearer only slowly. "
        "The best settings need {times:g} times fewer steps.",
    )

    direction: str
    factor: float


@dataclass(frozen=True, slots=True)
class NobodyArrives(SettingVerdict):
    """Measured: no setting of the map comes nearer for good."""

    title: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "Nothing on this map arrives.")
    text: ClassVar[str] = QT_TRANSLATE_NOOP(
        "engine",
        "From this start no setting comes much nearer in {steps} steps. Try another start or other settings on the "
        "axes.",
    )

    steps: int


@dataclass(frozen=True, slots=True)
class MeasuredAway(SettingVerdict):
    """Measured: it goes away for good."""

    title: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "{racer} diverges here.")
    text: ClassVar[str] = QT_TRANSLATE_NOOP(
        "engine",
        "In {steps} steps it went farther and farther away. The best setting on the map needs about {best} steps to "
        "the goal.",
    )
    severity: ClassVar[Severity] = "bad"

    steps: int
    best: int


@dataclass(frozen=True, slots=True)
class MeasuredStill(SettingVerdict):
    """Measured: it comes no nearer."""

    title: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "{racer} stops short of the goal.")
    text: ClassVar[str] = QT_TRANSLATE_NOOP(
        "engine",
        "After {steps} steps {share:.3g} % of its distance is left, and that hardly shrinks: it rests elsewhere, swings "
        "at one size, or its steps are too small. The best setting on the map needs about {best} steps to the goal.",
    )

    steps: int
    share: float
    best: int


@dataclass(frozen=True, slots=True)
class MeasuredLeaves(SettingVerdict):
    """Measured: it was near, and did not stay."""

    title: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "{racer} comes near and leaves again.")
    text: ClassVar[str] = QT_TRANSLATE_NOOP(
        "engine",
        "Within {steps} steps no more than {nearest:.2g} % of the distance was left, but in the last quarter of them up "
        "to {late:.3g} %.",
    )

    steps: int
    nearest: float
    late: float


@dataclass(frozen=True, slots=True)
class MeasuredBest(SettingVerdict):
    """Measured: hardly any setting does better."""

    title: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "This is about as good as it gets.")
    text: ClassVar[str] = QT_TRANSLATE_NOOP(
        "engine", "It needs about {needed} steps to the goal; hardly any setting on the map needs fewer."
    )
    severity: ClassVar[Severity] = "good"

    needed: int


@dataclass(frozen=True, slots=True)
class MeasuredSlower(SettingVerdict):
    """Measured: it arrives, others sooner."""

    title: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "{racer} could be faster.")
    text: ClassVar[str] = QT_TRANSLATE_NOOP(
        "engine",
        "It needs about {needed} steps to the goal. The best setting on the map needs about {best}: {times:g} times "
        "fewer.",
    )

    needed: int
    best: int
    times: float
