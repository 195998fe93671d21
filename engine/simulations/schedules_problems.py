"""What is minimized under every schedule: two noisy surfaces, and a small network on spirals."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from engine.parameter import QT_TRANSLATE_NOOP, Settings, parameter, register
from engine.surfaces import EllipticBowl, Rosenbrock, Surface

PROBLEMS: dict[str, type[Problem]] = {}


@dataclass(frozen=True, slots=True)
class Problem(Settings):
    """Base of the problems. `idea` says in a sentence what makes its gradients noisy.

    The rest is what a run on it begins well with: noise, steps, runs, and the learning rate of each rule (those not
    listed keep their own).
    """

    idea: ClassVar[str]
    usual_noise: ClassVar[float] = 1.0
    usual_steps: ClassVar[int] = 400
    usual_runs: ClassVar[int] = 64
    usual_rates: ClassVar[Mapping[str, float]] = {}

    @classmethod
    def notes(cls) -> tuple[str, ...]:
        """What makes its gradients noisy."""
        return (cls.idea,)


@dataclass(frozen=True, slots=True)
class SurfaceProblem(Problem):
    """A surface of two parameters, from its usual start."""

    surface: ClassVar[Surface]


@register(PROBLEMS, "bowl")
@dataclass(frozen=True, slots=True)
class NoisyBowl(SurfaceProblem):
    """x² + 10 y² from (−7, 2)."""

    title: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "Noisy bowl")
    idea: ClassVar[str] = QT_TRANSLATE_NOOP(
        "engine", "x² + 10 y²; normal noise is added to every gradient, the same under every schedule."
    )
    surface: ClassVar[Surface] = EllipticBowl()
    usual_rates: ClassVar[Mapping[str, float]] = {
        "sgd": 0.08, "momentum": 0.02, "nesterov": 0.02, "adagrad": 2.0, "rmsprop": 0.1, "adam": 0.2, "adadelta": 1.0,
        "adamw": 0.2, "adamax": 0.2, "nadam": 0.2, "radam": 0.2, "rprop": 0.1, "lion": 0.1,
    }  # fmt: skip


@register(PROBLEMS, "rosenbrock")
@dataclass(frozen=True, slots=True)
class NoisyRosenbrock(SurfaceProblem):
    """(1 − x)² + 100 (y − x²)² from (−1.2, 1)."""

    title: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "Noisy Rosenbrock valley")
    idea: ClassVar[str] = QT_TRANSLATE_NOOP(
        "engine", "A narrow, bent valley; normal noise is added to every gradient, the same under every schedule."
    )
    surface: ClassVar[Surface] = Rosenbrock()
    usual_noise: ClassVar[float] = 15.0
    usual_steps: ClassVar[int] = 2000
    usual_runs: ClassVar[int] = 32
    usual_rates: ClassVar[Mapping[str, float]] = {
        "sgd": 0.0025, "momentum": 0.0004, "nesterov": 0.0004, "adagrad": 0.3, "rmsprop": 0.02, "adam": 0.1,
        "adadelta": 1.0, "adamw": 0.1, "adamax": 0.1, "nadam": 0.1, "radam": 0.1, "rprop": 0.01, "lion": 0.01,
    }  # fmt: skip


@register(PROBLEMS, "spirals")
@dataclass(frozen=True, slots=True)
class SmallNetwork(Problem):
    """A tanh network 2–width–width–1 on two spirals of 128 points, a batch a step, under the cross entropy."""

    title: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "Network on spirals")
    idea: ClassVar[str] = QT_TRANSLATE_NOOP(
        "engine",
        "A small tanh network; every step sees a batch of its own, the same under every schedule, and that is the "
        "noise. Each run begins with weights of its own.",
    )
    usual_steps: ClassVar[int] = 1000
    usual_runs: ClassVar[int] = 8
    usual_rates: ClassVar[Mapping[str, float]] = {
        "sgd": 2.0, "momentum": 0.3, "nesterov": 0.3, "adagrad": 0.2, "rmsprop": 0.03, "adam": 0.1, "adadelta": 1.0,
        "adamw": 0.1, "adamax": 0.1, "nadam": 0.1, "radam": 0.1, "rprop": 0.01, "lion": 0.01,
    }  # fmt: skip

    width: int = parameter(16, QT_TRANSLATE_NOOP("engine", "Units per layer"), low=2, high=24, scale="log")
    batch: int = parameter(
        16,
        QT_TRANSLATE_NOOP("engine", "Batch"),
        low=1,
        high=128,
        scale="log",
        help=QT_TRANSLATE_NOOP("engine", "How many of the 128 points a step sees: fewer make its gradient noisier."),
    )
