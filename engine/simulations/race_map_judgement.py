"""Which verdict fits the racer's settings on the map: from the eigenvalues where they are known, else as measured."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from engine.diagnostics import Verdict
from engine.optimizers import Momentum
from engine.simulations.race_map_rates import STEPS
from engine.simulations.race_map_theory import Mode, best_settings
from engine.simulations.race_map_verdicts import (
    BeyondBorder,
    Creeps,
    JumpsAcross,
    MeasuredAway,
    MeasuredBest,
    MeasuredLeaves,
    MeasuredSlower,
    MeasuredStill,
    NearlyBest,
    NobodyArrives,
    NoLowestPoint,
    OnBorder,
    Rings,
    TooMuchMomentum,
)

if TYPE_CHECKING:
    from engine.simulations.race_map import MapScene, Setting

# |z| within this of 1 is on the unit circle: rounding of η, β and λ reaches no farther.
EDGE = 1e-9
# So many times the best number of steps still counts as the best.
NEARLY = 1.1
# A measured rate above this has not come nearer in the steps of the map: (1 − 1e-3)²⁰⁰ = 0.82.
STILL = 1 - 1e-3
# What was once so many times nearer has left again.
LEAVES = 100.0


def judge(scene: MapScene, racer: str) -> tuple[Verdict, ...]:
    """What to say of the cross."""
    verdict = _from_modes(scene, racer) if scene.exact else _from_rates(scene, racer)
    return (verdict,)


def times_slower(rate: float, best: float) -> float:
    """How many times as many steps a rate needs as the best; infinite for one that never arrives."""
    if rate >= 1:
        return math.inf
    if rate <= best or rate == 0:
        return 1.0
    return math.inf if best == 0 else math.log(best) / math.log(rate)


def shown_times(times: float) -> float:
    """Two significant digits."""
    return float(f"{times:.1e}")


def _from_modes(scene: MapScene, racer: str) -> Verdict:
    moved = [mode for mode in scene.modes if mode.direction.moved] or list(scene.modes)
    worst = max(moved, key=lambda mode: mode.radius)
    direction, rule, place = worst.direction, scene.cross.rule, scene.racer
    falling = min(moved, key=lambda mode: mode.direction.curvature)
    if falling.direction.curvature < 0:
        name, curvature = falling.direction.name, falling.direction.curvature
        return NoLowestPoint(place, racer, name, curvature, falling.radius)
    if worst.radius > 1 + EDGE:
        limit = rule.stability_limit(direction.curvature) or math.nan
        rate = float(rule.learning_rate)  # type: ignore[attr-defined]
        return BeyondBorder(
            place, racer, rate, rule.limit_formula, limit, direction.name, direction.curvature, worst.radius
        )
    if worst.radius > 1 - EDGE:
        return OnBorder(place, racer, direction.name, direction.curvature)
    times = times_slower(worst.radius, scene.best.rate)
    if times <= NEARLY:
        return NearlyBest(place, racer, 100 * worst.radius, 100 * scene.best.rate)
    return _why_slow(scene, racer, moved, worst, shown_times(times))


def _why_slow(scene: MapScene, racer: str, moved: list[Mode], worst: Mode, times: float) -> Verdict:
    """The reason why settings that arrive are not the best ones."""
    rule, place, direction = scene.cross.rule, scene.racer, worst.direction
    if isinstance(rule, Momentum) and all(mode.rings for mode in moved):
        best = best_settings(rule, tuple(mode.direction for mode in moved))
        beta, curvatures = rule.momentum, [mode.direction.curvature for mode in moved]
        low = (1 - math.sqrt(beta)) ** 2 / min(curvatures)
        high = (1 + math.sqrt(beta)) ** 2 / max(curvatures)
        if best is not None and beta > best[1]:
            return TooMuchMomentum(place, racer, times, beta, low, high, max(curvatures) / min(curvatures), best[1])
    if worst.rings:
        return Rings(place, racer, times, direction.name, worst.radius)
    factor = max(worst.roots, key=abs).real
    kind = Creeps if factor > 0 else JumpsAcross
    return kind(place, racer, times, direction.name, direction.curvature, factor)


def _from_rates(scene: MapScene, racer: str) -> Verdict:
    cross, place = scene.cross, scene.racer
    needed, best = steps_to_goal(cross), steps_to_goal(scene.best)
    arrives = math.isfinite(cross.measured)
    if scene.best.rate > STILL and not math.isfinite(scene.best.measured):
        return NobodyArrives(place, racer, STEPS)
    if cross.away and not arrives:
        return MeasuredAway(place, racer, STEPS, round(best))
    if cross.rate > STILL and not arrives:
        if cross.nearest < cross.late / LEAVES:
            return MeasuredLeaves(place, racer, STEPS, 100 * cross.nearest, 100 * cross.late)
        return MeasuredStill(place, racer, STEPS, 100 * cross.late, round(best))
    if needed <= NEARLY * best:
        return MeasuredBest(place, racer, round(needed))
    return MeasuredSlower(place, racer, round(needed), round(best), shown_times(needed / max(best, 1.0)))


def steps_to_goal(setting: Setting) -> float:
    """As many as its run took, or would take at its rate."""
    return setting.measured if math.isfinite(setting.measured) else setting.predicted
