"""The probe: one place z for all functions, moved by a step at a time; f, f' and the tangent there."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from engine.activations import Activation
from engine.diagnostics import Verdict
from engine.simulations.activations_scene import FunctionsScene, functions_scene
from engine.simulations.activations_verdicts import judge_slopes
from engine.simulations.base import Array

if TYPE_CHECKING:
    from engine.simulations.activations import ActivationsSettings

STEPS = 120
PER_UNIT = 10
"""Steps per unit of z: one step is 0.1."""

FEWEST_PASSES = 10
"""The curve of spreads goes at least this far."""

TANGENT = 2.9
STEEPNESS = 1.7
"""Half the length of a tangent, and how much taller than wide one unit is drawn: so all tangents look equally long."""


@dataclass(frozen=True, slots=True)
class Reading:
    """One function at one place: f, f', both ends of a piece of the tangent, and both formulas with their numbers."""

    z: float
    value: float
    slope: float
    tangent: tuple[tuple[float, float], tuple[float, float]]
    numbers: tuple[str, str]


@dataclass(frozen=True, slots=True)
class ProbeFrame:
    """All functions at the probe."""

    step: int
    z: float
    readings: tuple[Reading, ...]
    verdicts: tuple[Verdict, ...]


class ProbeSimulation:
    """Sweeps z from -6 to 6. The state is the number of the step; the record f and f' of every function."""

    def length(self, settings: ActivationsSettings) -> int:
        """How many steps lead from one end to the other."""
        return STEPS

    def start(self, settings: ActivationsSettings, seed: int) -> int:
        """At the left end."""
        return 0

    def advance(self, settings: ActivationsSettings, state: int) -> int:
        """One step to the right."""
        return state + 1

    def record(self, settings: ActivationsSettings, state: int) -> Array:
        """Values and slopes: f of every function, then f' of every function."""
        place = np.array(probe_at(state))
        with np.errstate(all="ignore"):
            values = [float(entry.activation(place)) for entry in settings.functions]
            slopes = [float(entry.activation.derivative(place)) for entry in settings.functions]
        return np.array(values + slopes)

    def scene(self, settings: ActivationsSettings, seed: int) -> FunctionsScene:
        """Curves, densities after 1 and k passes, spreads, facts."""
        passes = settings.mode.passes  # type: ignore[attr-defined]
        return functions_scene(settings, seed, passes, max(FEWEST_PASSES, passes))

    def frame(self, settings: ActivationsSettings, step: int, state: int, record: Array) -> ProbeFrame:
        """The readings, and what they say."""
        z = probe_at(state)
        values, slopes = np.split(record[-1], 2)
        activations = [entry.activation for entry in settings.functions]
        return ProbeFrame(step, z, readings(activations, [z] * len(values), values, slopes),
                          judge_slopes(settings, z, slopes))  # fmt: skip


def probe_at(step: int) -> float:
    """The probe's place at `step`; exact to the last digit of a decimal figure."""
    return (step - STEPS // 2) / PER_UNIT


def step_at(z: float) -> int:
    """The step whose probe is nearest to `z`."""
    return min(max(round(z * PER_UNIT) + STEPS // 2, 0), STEPS)


def readings(
    activations: Sequence[Activation],
    places: Sequence[float],
    values: Sequence[float] | Array,
    slopes: Sequence[float] | Array,
) -> tuple[Reading, ...]:
    """The readings of all functions, each at its own place."""
    return tuple(
        Reading(z, float(value), float(slope), tangent(z, float(value), float(slope)), activation.numbers(z))
        for activation, z, value, slope in zip(activations, places, values, slopes, strict=True)
    )


def tangent(z: float, value: float, slope: float) -> tuple[tuple[float, float], tuple[float, float]]:
    """A piece of the tangent, of about the same length on the screen whatever its slope."""
    half = TANGENT / math.hypot(1.0, STEEPNESS * slope)
    return (z - half, value - half * slope), (z + half, value + half * slope)
