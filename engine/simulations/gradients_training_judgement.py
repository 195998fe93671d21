"""What the numbers of a training network say, step by step, with limits that hold whatever the seed."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from engine.diagnostics import Verdict
from engine.simulations.gradients_pass_judgement import EXPLODED, FADED, GROWN, VANISHED
from engine.simulations.gradients_training_verdicts import (
    WHOLE,
    BelowEpsilon,
    Broken,
    BrokenOutput,
    CoinToss,
    DeadLayers,
    DeadUnits,
    Even,
    Explodes,
    Fades,
    GradientVerdict,
    Grows,
    Learning,
    LearntAll,
    LearntInPart,
    NearlySame,
    NoGradient,
    NothingArrives,
    NotLearning,
    NotMoved,
    RunningLag,
    SameAnswer,
    SaturatedLayers,
    TooSmall,
    Vanishes,
)

if TYPE_CHECKING:
    from engine.simulations.gradients import GradientsSettings
    from engine.simulations.gradients_training_frame import TrainingFrame

Mask = NDArray[np.bool_]
# Weights have moved once they are this share of their size away from where they began …
MOVED = 1e-3
# … and after so many steps those that have not are told of.
SETTLED = 30
# A loss so near to that of a guess, with all answers so nearly alike (standard deviation), is about a guess …
NEAR, ALIKE = 0.02, 0.05
# … and no more than that where nothing of the input is left in the answers, and no more than so many of them are right.
# Deep networks that learn steadily have a spread of 1e-4 and more by then, those that the input is lost in below 1e-10.
NOTHING, TOSS = 1e-8, 0.6
# A layer is told to be dead, or saturated, from this share of its units, or values, on.
PART, ALL = 0.5, 1.0
# It has learnt, it learns: share of right answers, and of the loss that is left.
LEARNT, LEARNS = 0.9, 0.9
# Running statistics lag behind where they cost so large a share of right answers.
LAG = 0.15


def judge(settings: GradientsSettings, frame: TrainingFrame, first_loss: float) -> tuple[Verdict, ...]:
    """What is to be said at the frame's step, most notable first."""
    if frame.broken is not None:
        at, layer = frame.broken
        return (Broken(WHOLE, at, layer) if layer <= settings.depth else BrokenOutput(WHOLE, at),)
    still = _not_moved(settings, frame) if frame.step >= SETTLED else None
    units = _units(frame)
    fatal = isinstance(units, DeadLayers)
    said = (
        still,
        units if fatal else None,
        _answers(settings, frame, first_loss) if frame.step >= SETTLED else None,
        _lag(settings, frame),
        None if fatal else units,
        None if isinstance(still, NoGradient) else _way_back(frame),
    )
    return tuple(verdict for verdict in said if verdict is not None)


def layer_list(chosen: Mask) -> str:
    """The layers (from 1) at which `chosen` holds, as `1–8, 12`."""
    numbers = np.flatnonzero(chosen) + 1
    pieces = np.split(numbers, np.flatnonzero(np.diff(numbers) > 1) + 1)
    return ", ".join(f"{p[0]}–{p[-1]}" if len(p) > 1 else f"{p[0]}" for p in pieces if len(p))


def _not_moved(settings: GradientsSettings, frame: TrainingFrame) -> Verdict | None:
    """Layers that stay where they began, and by what."""
    still = frame.moved < MOVED
    if not still.any():
        return None
    named = layer_list(still), int(still.sum()), settings.depth
    gradient = np.where(still, frame.gradient, np.inf)
    lowest = int(np.argmin(gradient))
    size, optimizer = float(gradient[lowest]), settings.optimizer.title
    if not frame.gradient[still].any() and not frame.update[still].any():
        return NoGradient(WHOLE, *named)
    if frame.root is not None and frame.epsilon is not None:
        if (frame.root[still] < frame.epsilon).all():
            return BelowEpsilon(WHOLE, *named, frame.epsilon, lowest + 1, float(frame.root[lowest]), optimizer)
        return NotMoved(WHOLE, *named, frame.rate)
    return TooSmall(WHOLE, *named, lowest + 1, size, float(frame.update[lowest]), optimizer)


def _units(frame: TrainingFrame) -> Verdict | None:
    """Dead layers, else many dead units, else saturated layers."""
    with np.errstate(invalid="ignore"):
        dead, many, flat = frame.dead >= ALL, frame.dead >= PART, frame.saturated >= PART
    depth = len(dead)
    if dead.any():
        return DeadLayers(WHOLE, layer_list(dead), int(dead.sum()), depth)
    for chosen, share, kind in ((many, frame.dead, DeadUnits), (flat, frame.saturated, SaturatedLayers)):
        if chosen.any():
            worst = int(np.nanargmax(share))
            return kind(WHOLE, layer_list(chosen), int(chosen.sum()), depth, worst + 1, float(share[worst]))
    return None


def _answers(settings: GradientsSettings, frame: TrainingFrame, first_loss: float) -> Verdict | None:
    """How good the answers over all points are."""
    loss, accuracy = frame.set_loss, frame.set_accuracy
    entropy = settings.loss.kind == "binary_cross_entropy"
    guess = math.log(2.0) if entropy else 0.25
    if abs(loss - guess) < NEAR and frame.spread < ALIKE and accuracy < LEARNT:
        if frame.spread < NOTHING and accuracy <= TOSS:
            return (CoinToss if entropy else SameAnswer)(WHOLE, frame.spread, accuracy)
        return NearlySame(WHOLE, frame.spread, loss, guess, accuracy)
    if accuracy >= LEARNT:
        least, depth = float(frame.moved.min()), len(frame.moved)
        if least >= MOVED:
            return LearntAll(WHOLE, accuracy, depth, least)
        return LearntInPart(WHOLE, accuracy, int((frame.moved >= MOVED).sum()), depth)
    return (Learning if loss < LEARNS * first_loss else NotLearning)(WHOLE, loss, first_loss, accuracy)


def _lag(settings: GradientsSettings, frame: TrainingFrame) -> Verdict | None:
    """Whether batch normalization answers far worse by its running statistics."""
    if settings.network.batch_norm and frame.set_accuracy - frame.running_accuracy > LAG:
        return RunningLag(WHOLE, frame.set_accuracy, frame.running_accuracy)
    return None


def _way_back(frame: TrainingFrame) -> Verdict | None:
    """How much of the gradient arrives at layer 1, by the limits of one pass; no harm is told of where all is learnt."""
    first, last = float(frame.gradient[0]), float(frame.gradient[-1])
    none = frame.gradient == 0
    if none[0]:
        return NothingArrives(WHOLE, layer_list(none), int(none.sum()), len(none))
    if last == 0:
        return None
    with np.errstate(over="ignore"):
        ratio = float(np.float64(first) / last)
    return _kind(ratio, frame.set_accuracy >= LEARNT)(WHOLE, len(frame.gradient), last, first, ratio)


def _kind(ratio: float, learnt: bool) -> type[GradientVerdict]:
    if ratio < FADED:
        return Vanishes if ratio < VANISHED and not learnt else Fades
    if ratio > GROWN:
        return Explodes if ratio > EXPLODED and not learnt else Grows
    return Even
