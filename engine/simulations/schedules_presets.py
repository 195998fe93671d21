"""Presets of the schedules: experiments that each show one thing that a schedule does."""

from __future__ import annotations

from collections.abc import Callable

from engine.optimizers import SGD
from engine.parameter import QT_TRANSLATE_NOOP
from engine.schedules import Constant, Cosine, Schedule, Step, WarmupCosine
from engine.simulations.pairing import Pairing
from engine.simulations.schedules import LENGTH, ScheduleEntry, SchedulesSettings
from engine.simulations.schedules_problems import NoisyBowl, NoisyRosenbrock, Problem

Pair = Callable[[SchedulesSettings], tuple[SchedulesSettings, None]]
# Of the bent valley: the length of a run, and of its warm-up.
LONG = NoisyRosenbrock.usual_steps
WARM = LONG // 10


def _comparison(problem: Problem, rate: float, *entries: tuple[Schedule, int]) -> Pair:
    """SGD on a problem with its usual noise, length and runs, under these schedules with their colours."""

    def pair(_: SchedulesSettings) -> tuple[SchedulesSettings, None]:
        settings = SchedulesSettings(
            optimizer=SGD(learning_rate=rate),
            problem=problem,
            noise=problem.usual_noise,
            steps=problem.usual_steps,
            runs=problem.usual_runs,
            schedules=tuple(ScheduleEntry(schedule=schedule, colour=colour) for schedule, colour in entries),
        )
        return settings, None

    return pair


# The same schedule with a warm-up and without, in the colours that they have at first.
WITH_AND_WITHOUT = (Cosine(total_steps=LONG), 3), (WarmupCosine(warmup_steps=WARM, total_steps=LONG), 4)

PRESETS: dict[str, Pairing] = {
    "floor": Pairing(
        QT_TRANSLATE_NOOP("engine", "The noise floor"),
        QT_TRANSLATE_NOOP(
            "engine", "At a constant η the noise keeps the loss up; where η sinks, the loss sinks on below that floor."
        ),
        _comparison(
            NoisyBowl(), 0.08, (Constant(), 0), (Step(step_size=160, gamma=0.1), 1), (Cosine(total_steps=LENGTH), 3)
        ),
    ),
    "saved": Pairing(
        QT_TRANSLATE_NOOP("engine", "Warm-up saves it"),
        QT_TRANSLATE_NOOP(
            "engine",
            "Rosenbrock, η = 0.004: the first gradients are so steep that without a warm-up the numbers overflow.",
        ),
        _comparison(NoisyRosenbrock(), 0.004, *WITH_AND_WITHOUT),
    ),
    "spared": Pairing(
        QT_TRANSLATE_NOOP("engine", "Warm-up spares the first steps"),
        QT_TRANSLATE_NOOP(
            "engine",
            "Rosenbrock, η = 0.0025: without a warm-up the loss climbs at first, with it it does not. Later both fall.",
        ),
        _comparison(NoisyRosenbrock(), 0.0025, *WITH_AND_WITHOUT),
    ),
}
