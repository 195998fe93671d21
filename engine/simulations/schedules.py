"""Settings of the learning-rate schedules: one optimizer on one noisy problem, under up to eight schedules."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import ClassVar

from engine.optimizers import OPTIMIZERS, SGD, Optimizer
from engine.parameter import QT_TRANSLATE_NOOP, Settings, items, parameter, parameters, register, rule
from engine.schedules import SCHEDULES, Constant, Cosine, Exponential, OneCycle, Schedule, Step, WarmupCosine
from engine.simulations.base import Mode, Simulation
from engine.simulations.schedules_compare import CompareSimulation
from engine.simulations.schedules_problems import PROBLEMS, NoisyBowl, Problem, SurfaceProblem
from engine.simulations.schedules_range import RangeTestSimulation

SCHEDULES_MODES: dict[str, type[SchedulesMode]] = {}
FIELDS = frozenset({"noise", "steps", "runs", "schedules"})
LENGTH = 400
SPARK = 64  # points of the small curves


@dataclass(frozen=True, slots=True)
class SchedulesMode(Mode):
    """Base of the two experiments."""

    uses: ClassVar[frozenset[str]] = FIELDS
    # Many runs at once: solved in a thread of its own.
    slow: ClassVar[bool] = True


@register(SCHEDULES_MODES, "compare")
@dataclass(frozen=True, slots=True)
class Compare(SchedulesMode):
    """The same runs under every schedule."""

    title: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "Compare")
    simulation: ClassVar[Simulation] = CompareSimulation()


@register(SCHEDULES_MODES, "range_test")
@dataclass(frozen=True, slots=True)
class RangeTest(SchedulesMode):
    """η rises by the same factor each step: where does the loss fall, and where does it break loose?

    (Smith, Cyclical learning rates for training neural networks, 2017, section 3.3.)
    """

    title: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "Range test")
    simulation: ClassVar[Simulation] = RangeTestSimulation()
    uses: ClassVar[frozenset[str]] = FIELDS - {"schedules"}

    low: float = parameter(
        1e-4, QT_TRANSLATE_NOOP("engine", "From η"), low=1e-6, high=1.0, scale="log",
        help=QT_TRANSLATE_NOOP("engine", "The learning rate of the first step; it rises by the same factor each step."),
    )  # fmt: skip
    high: float = parameter(
        10.0, QT_TRANSLATE_NOOP("engine", "To η"), low=1e-4, high=100.0, scale="log",
        help=QT_TRANSLATE_NOOP("engine", "The learning rate of the last step."),
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class ScheduleEntry(Settings):
    """One schedule of the comparison. Its colour is its own, so that removing another repaints nobody."""

    schedule: Schedule = rule(Constant(), SCHEDULES, QT_TRANSLATE_NOOP("engine", "Schedule"))
    colour: int = parameter(0, QT_TRANSLATE_NOOP("engine", "Colour"), low=0, high=11)


USUAL_SCHEDULES = tuple(
    ScheduleEntry(schedule=schedule, colour=colour)
    for colour, schedule in enumerate(
        (
            Constant(),
            Step(step_size=160, gamma=0.1),
            Exponential(gamma=0.96),
            Cosine(total_steps=LENGTH),
            WarmupCosine(warmup_steps=40, total_steps=LENGTH),
            OneCycle(total_steps=LENGTH),
        )
    )
)


@dataclass(frozen=True, slots=True)
class SchedulesSettings(Settings):
    """The experiment. All schedules get the same starts and the same noise; η is the optimizer's learning rate."""

    mode: SchedulesMode = rule(
        Compare(),
        SCHEDULES_MODES,
        QT_TRANSLATE_NOOP("engine", "Experiment"),
        style="segments",
        section=QT_TRANSLATE_NOOP("engine", "Experiment"),
    )
    optimizer: Optimizer = rule(
        SGD(learning_rate=0.08),
        OPTIMIZERS,
        QT_TRANSLATE_NOOP("engine", "Optimizer"),
        section=QT_TRANSLATE_NOOP("engine", "Optimizer and problem"),
        help=QT_TRANSLATE_NOOP("engine", "Its learning rate is the η that every schedule multiplies."),
    )
    problem: Problem = rule(
        NoisyBowl(),
        PROBLEMS,
        QT_TRANSLATE_NOOP("engine", "Problem"),
        help=QT_TRANSLATE_NOOP(
            "engine", "Choosing one brings a learning rate, noise and length that it can be seen well with."
        ),
    )
    noise: float = parameter(
        1.0,
        QT_TRANSLATE_NOOP("engine", "Gradient noise"),
        symbol="σ",
        low=0,
        high=20,
        step=0.05,
        help=QT_TRANSLATE_NOOP(
            "engine", "Standard deviation of what is added to every component of the gradient, anew at each step."
        ),
    )
    steps: int = parameter(LENGTH, QT_TRANSLATE_NOOP("engine", "Steps"), low=10, high=10_000, scale="log")
    runs: int = parameter(
        64,
        QT_TRANSLATE_NOOP("engine", "Runs averaged"),
        low=1,
        high=256,
        scale="log",
        help=QT_TRANSLATE_NOOP("engine", "Each run has noise of its own; under every schedule it is the same noise."),
    )
    schedules: tuple[ScheduleEntry, ...] = items(
        USUAL_SCHEDULES,
        ScheduleEntry,
        QT_TRANSLATE_NOOP("engine", "Schedules"),
        low=1,
        high=8,
        style="switches",
        section=QT_TRANSLATE_NOOP("engine", "Schedules"),
    )

    def unused(self) -> frozenset[str]:
        """The settings of the other experiment; the noise where batches are the noise."""
        noise = frozenset() if isinstance(self.problem, SurfaceProblem) else frozenset({"noise"})
        return (FIELDS - self.mode.uses) | noise

    def sparks(self, path: str) -> tuple[tuple[float, ...], ...]:
        """The factors over the run; none of a schedule that follows the loss."""
        if path != "schedules":
            return ()
        steps = [round(i * self.steps / (SPARK - 1)) for i in range(SPARK)]
        return tuple(_factors(entry.schedule, steps) for entry in self.schedules)

    def following(self, path: str) -> SchedulesSettings:
        """A new problem or rule brings a usual learning rate; a problem also noise, runs and length."""
        if path in ("problem", "problem.kind"):
            return self._with_usual_rate()._with_usual_run()
        if path in ("optimizer", "optimizer.kind"):
            return self._with_usual_rate()
        return self

    def _with_usual_rate(self) -> SchedulesSettings:
        rate = self.problem.usual_rates.get(self.optimizer.kind)
        return self if rate is None else replace(self, optimizer=replace(self.optimizer, learning_rate=rate))  # type: ignore[call-arg]

    def _with_usual_run(self) -> SchedulesSettings:
        """Noise, runs and length of the problem; the schedules are stretched with the run."""
        problem = self.problem
        ratio = problem.usual_steps / self.steps
        entries = tuple(replace(entry, schedule=stretched(entry.schedule, ratio)) for entry in self.schedules)
        return replace(
            self, noise=problem.usual_noise, steps=problem.usual_steps, runs=problem.usual_runs, schedules=entries
        )


# The fields of schedules that count steps, and so belong to the length of a run.
LENGTHS = ("total_steps", "step_size", "period", "warmup_steps", "patience", "cooldown")


def stretched(schedule: Schedule, ratio: float) -> Schedule:
    """The same schedule for a run `ratio` times as long, as far as the fields' limits allow."""
    changed: dict[str, object] = {}
    for name, declared in parameters(type(schedule)).items():
        value = getattr(schedule, name)
        if name in LENGTHS:
            changed[name] = round(min(max(value * ratio, declared.low), declared.high))
        elif isinstance(value, Schedule):
            changed[name] = stretched(value, ratio)
    if isinstance(schedule, Exponential):
        declared = parameters(Exponential)["gamma"]
        changed["gamma"] = declared.snap(schedule.gamma ** (1.0 / ratio))
    return replace(schedule, **changed) if changed else schedule


def _factors(schedule: Schedule, steps: list[int]) -> tuple[float, ...]:
    """The factors at these steps, if they follow from the step alone."""
    if schedule.follows_loss:
        return ()
    state = schedule.init()
    return tuple(schedule.update(step, math.nan, state)[0] for step in steps)
