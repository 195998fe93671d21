"""One update of one racer as ways to go: which stages are arrows, how long they are, where they point, what it means."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from engine.diagnostics import Verdict
from engine.optimizers import Stage
from engine.parameter import QT_TRANSLATE_NOOP
from engine.simulations.base import Array
from engine.simulations.race_stage_verdicts import (
    AcrossValley,
    AlikeForBoth,
    CarriedUphill,
    NoMove,
    NoVelocityYet,
    NowhereToGo,
    OnlySigns,
    RatesOfTheirOwn,
    SlopeBrakes,
    SlopeTurnsVelocity,
    StraightDownhill,
    TooFar,
    VelocityDrives,
    VelocityKnowsValley,
)
from engine.surfaces.valleys import valley_direction

if TYPE_CHECKING:
    from engine.simulations.race_paths import PathsFrame, Update

# What a way means, in a few words beside its arrow.
DOWNHILL = QT_TRANSLATE_NOOP("engine", "straight downhill")
NOISY = QT_TRANSLATE_NOOP("engine", "against the noisy gradient")
DECAYED = QT_TRANSLATE_NOOP("engine", "with the weight decay")
KEPT = QT_TRANSLATE_NOOP("engine", "what is left of the steps before")
VELOCITY = QT_TRANSLATE_NOOP("engine", "the new velocity")
SHRINKING = QT_TRANSLATE_NOOP("engine", "shrinks towards the origin")
MATCHED = QT_TRANSLATE_NOOP("engine", "as long as the steps before")
# By rule and symbol, the stages besides the gradient whose value is a way: its factor (None: −η), TeX and meaning.
WAYS: dict[str, dict[str, tuple[float | None, str, str]]] = {
    "momentum": {r"\beta v": (1.0, r"\beta v", KEPT), "v": (1.0, r"v = \beta v - \eta g", VELOCITY)},
    "nesterov": {"v": (1.0, r"v = \beta v - \eta g", VELOCITY)},
    "adamw": {r"\eta \lambda w": (-1.0, r"-\eta \lambda w", SHRINKING)},
    "lion": {r"\eta \lambda w": (-1.0, r"-\eta \lambda w", SHRINKING)},
    "adadelta": {r"\Delta": (None, r"-\eta \Delta", MATCHED)},
}
# From where on two directions count as across one another, and up to where as alike, in degrees.
ACROSS, ALIKE = 60.0, 30.0


@dataclass(frozen=True, slots=True, eq=False)
class Way:
    """Stage number `stage` (from 0) as an arrow `move` (2,) from the place before; `symbol` is TeX.

    `angle` is that to the valley floor, 0 … 90°, or where there is none to downhill, 0 … 180°; None for no direction.
    """

    stage: int
    symbol: str
    meaning: str
    move: Array
    length: float
    angle: float | None


@dataclass(frozen=True, slots=True, eq=False)
class Walk:
    """The update that led to `step`: from `before` to `after` (2,), with the losses there.

    `ways` are those that are finite, the first −η g; one of them is the `update` itself, the first that shows it.
    `summed` says that the first and the second add up to the third.
    """

    step: int
    stages: tuple[Stage, ...]
    ways: tuple[Way, ...]
    update: Way
    before: Array
    after: Array
    losses: tuple[float, float]
    in_valley: bool
    summed: bool
    verdict: Verdict


def walk_of(frame: PathsFrame, racer: int) -> Walk | None:
    """The update that led to this frame, for one racer; None before the first step."""
    if frame.last is None:
        return None
    with np.errstate(all="ignore"):
        return _walk(frame, frame.last, racer)


def _walk(frame: PathsFrame, update: Update, racer: int) -> Walk:
    surface, before, after = update.settings.surface, update.positions[racer], frame.positions[racer]
    stages = frame.stages(racer)
    own = surface.gradient(before[0], before[1])
    valley = valley_direction(surface, before)
    ways = tuple(
        Way(place, symbol, meaning, move, math.hypot(*move.tolist()), _angle(move, -own, valley))
        for place, symbol, meaning, move in _moves(update, racer, stages, after - before)
    )
    # Rounding has moved the last digits of the places.
    shown = next(way for way in ways if way is ways[-1] or _same(way.move, ways[-1].move, 1e-12 * (1 + np.abs(before))))
    losses = float(surface.value(before[0], before[1])), float(frame.losses[racer])
    summed = len(ways) > 3 and _same(ways[0].move + ways[1].move, ways[2].move, 1e-9 * np.abs(ways[2].move))
    verdict = _judged(update, racer, stages, ways, own, losses, valley)
    drawn = tuple(way for way in ways if math.isfinite(way.length) and (way is shown or way is not ways[-1]))
    return Walk(frame.step, stages, drawn, shown, before, after, losses, valley is not None, summed, verdict)


def _same(one: Array, other: Array, slack: Array) -> bool:
    return bool((np.abs(one - other) <= slack).all())


def _moves(update: Update, racer: int, stages: tuple[Stage, ...], moved: Array) -> list[tuple[int, str, str, Array]]:
    """The stages that are ways to go: place, TeX, meaning, move. The gradient's is −η g, as SGD would step."""
    optimizer = update.settings.racers[racer].optimizer
    rate = float(getattr(optimizer, "learning_rate", math.nan)) * update.factors[racer]
    first = NOISY if update.settings.noise else DOWNHILL
    found = [(0, r"-\eta g", first, -rate * stages[0].value)]
    for place, stage in enumerate(stages[1:-1], start=1):
        if stage.symbol == "g" and optimizer.kind != "rprop":
            found.append((place, r"-\eta g", DECAYED, -rate * stage.value))
        elif stage.symbol in WAYS.get(optimizer.kind, {}):
            factor, symbol, meaning = WAYS[optimizer.kind][stage.symbol]
            found.append((place, symbol, meaning, (-rate if factor is None else factor) * stage.value))
    found.append((len(stages) - 1, r"\Delta w", "", moved))
    return found


def between(one: Array, other: Array) -> float | None:
    """The angle between two directions in degrees, 0 … 180; None where one has none."""
    lengths = math.hypot(*one.tolist()), math.hypot(*other.tolist())
    if not (0 < lengths[0] < math.inf and 0 < lengths[1] < math.inf):
        return None
    (a, b), (c, d) = (one / lengths[0]).tolist(), (other / lengths[1]).tolist()
    return abs(math.degrees(math.atan2(a * d - b * c, a * c + b * d)))


def _angle(move: Array, downhill: Array, valley: Array | None) -> float | None:
    """To the valley floor, either way along it; else to downhill."""
    if valley is None:
        return between(move, downhill)
    found = between(move, valley)
    return None if found is None else min(found, 180 - found)


# -- what it means ----------------------------------------------------------------------------------------------------


def _judged(
    update: Update,
    racer: int,
    stages: tuple[Stage, ...],
    ways: tuple[Way, ...],
    own: Array,
    losses: tuple[float, float],
    valley: Array | None,
) -> Verdict:
    step, optimizer = ways[-1], update.settings.racers[racer].optimizer
    if not (math.isfinite(step.length) and all(map(math.isfinite, losses))):
        return NowhereToGo(racer)
    if step.length == 0:
        return NoMove(racer, math.hypot(*own.tolist()))
    if losses[1] > losses[0] and float(step.move @ own) < 0:
        return TooFar(racer, *losses, step.length)
    if optimizer.kind in ("momentum", "nesterov"):
        old = getattr(optimizer, "momentum", 0.0) * update.states[racer][0]
        return _of_velocity(racer, ways, own, old, valley)
    mean = next((stage.value for stage in stages if stage.symbol == "m"), None)
    return _of_rule(racer, optimizer.kind, mean, ways, own, losses, valley is not None)


def _of_rule(
    racer: int,
    kind: str,
    mean: Array | None,
    ways: tuple[Way, ...],
    own: Array,
    losses: tuple[float, float],
    in_valley: bool,
) -> Verdict:
    """What a rule without a velocity does; `mean` is that of the gradients so far, if it keeps one."""
    step = ways[-1]
    if kind == "sgd":
        return _of_plain(racer, ways[0], own, in_valley)
    if kind in ("rprop", "lion"):
        return OnlySigns(racer, *own.tolist(), *step.move.tolist())
    if mean is not None and float(mean @ own) < 0 < float(step.move @ own):
        return CarriedUphill(racer, between(step.move, -own) or 0.0, *losses)
    return _of_rates(racer, ways, own)


def _of_plain(racer: int, step: Way, own: Array, in_valley: bool) -> Verdict:
    size = math.hypot(*own.tolist())
    if in_valley and step.angle is not None and step.angle >= ACROSS and step.meaning == DOWNHILL:
        return AcrossValley(racer, step.angle, step.length, step.length * math.cos(math.radians(step.angle)))
    return StraightDownhill(racer, size, step.length / size if size else math.nan, step.length)


def _of_velocity(racer: int, ways: tuple[Way, ...], own: Array, old: Array, valley: Array | None) -> Verdict:
    """What the kept velocity `old` (β v) is to the slope."""
    slope, step = ways[0], ways[-1]
    angle = between(old, slope.move)
    if angle is None:
        return NoVelocityYet(racer, step.length)
    kept = _angle(old, -own, valley)
    if valley is not None and kept is not None and kept <= ALIKE and (slope.angle or 0.0) >= ACROSS:
        return VelocityKnowsValley(racer, slope.angle or 0.0, kept, step.length / slope.length)
    if angle <= ACROSS:
        return VelocityDrives(racer, angle, step.length / slope.length)
    size = math.hypot(*old.tolist())
    if angle >= 180 - ACROSS:
        return SlopeBrakes(racer, angle, size, -float(slope.move @ old) / size)
    return SlopeTurnsVelocity(racer, angle, between(old, step.move) or 0.0, size)


def _of_rates(racer: int, ways: tuple[Way, ...], own: Array) -> Verdict:
    """Rules that scale each parameter's slope by itself."""
    step, slopes, moves = ways[-1], np.abs(own), np.abs(ways[-1].move)
    if slopes.min() > 0 and moves.min() > 0 and slopes.max() >= 3 * slopes.min() and moves.max() <= 1.25 * moves.min():
        steep = int(slopes.argmax())
        x, y = step.move.tolist()
        return AlikeForBoth(racer, float(slopes.max() / slopes.min()), "xy"[steep], "xy"[1 - steep], x, y)
    x, y = step.move.tolist()
    return RatesOfTheirOwn(racer, ways[0].length, step.length, between(step.move, -own) or 0.0, x, y)
