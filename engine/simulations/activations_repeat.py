"""Repeated passes: every function applied to its own output, to a whole sample and to one input that is followed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from engine.activations import Activation
from engine.diagnostics import Verdict
from engine.simulations.activations_curves import Density, density
from engine.simulations.activations_probe import Reading, readings
from engine.simulations.activations_scene import (
    FunctionsScene,
    functions_scene,
    inputs,
    one_pass,
    value_view,
)
from engine.simulations.activations_verdicts import judge_spreads
from engine.simulations.base import Array

if TYPE_CHECKING:
    from engine.simulations.activations import ActivationsSettings


@dataclass(frozen=True, slots=True, eq=False)
class Passed:
    """After `step` passes; not to be written to.

    `samples` holds every function's outputs, shape (n, SAMPLE), `places` where the followed input stands now, shape
    (n,), `chain` the product of the slopes it met on its way, shape (n,).
    """

    step: int
    samples: Array
    places: Array
    chain: Array


@dataclass(frozen=True, slots=True, eq=False)
class RepeatFrame:
    """All functions after `step` passes.

    `readings` are at the places where the followed input stands now, so they foretell the next pass. `webs` lead, for
    each function, from the first place to the present one: up or down to the curve, across to the diagonal;
    shape (2 · step + 1, 2). `chain` is the derivative of the whole pass-through at the first place.
    """

    step: int
    z: float
    readings: tuple[Reading, ...]
    webs: tuple[Array, ...]
    chain: tuple[float, ...]
    repeated: tuple[Density, ...]
    verdicts: tuple[Verdict, ...]


class RepeatSimulation:
    """A step is a pass. The record holds, for every function, the followed input's place and the spread of all."""

    def length(self, settings: ActivationsSettings) -> int:
        """The number of passes that the settings ask for."""
        return int(settings.mode.steps)  # type: ignore[attr-defined]

    def start(self, settings: ActivationsSettings, seed: int) -> Passed:
        """The inputs themselves."""
        count = len(settings.functions)
        z = float(settings.mode.z)  # type: ignore[attr-defined]
        sample = inputs(settings.mean, settings.spread, seed)
        return Passed(0, np.tile(sample, (count, 1)), np.full(count, z), np.ones(count))

    def advance(self, settings: ActivationsSettings, state: Passed) -> Passed:
        """One pass through every function."""
        activations = [entry.activation for entry in settings.functions]
        samples = np.stack([one_pass(f, values) for f, values in zip(activations, state.samples, strict=True)])
        places = _values(activations, state.places)
        with np.errstate(all="ignore"):
            chain = state.chain * _slopes(activations, state.places)
        return Passed(state.step + 1, samples, places, chain)

    def record(self, settings: ActivationsSettings, state: Passed) -> Array:
        """The followed input's place for every function, then the mean and the standard deviation of all outputs."""
        return np.concatenate([state.places, state.samples.mean(axis=1), state.samples.std(axis=1)])

    def scene(self, settings: ActivationsSettings, seed: int) -> FunctionsScene:
        """Curves, the density after one pass, the spreads of all passes, facts."""
        steps = self.length(settings)
        return functions_scene(settings, seed, 1, steps)

    def frame(self, settings: ActivationsSettings, step: int, state: Passed, record: Array) -> RepeatFrame:
        """The outputs at this pass, and what they say."""
        activations = tuple(entry.activation for entry in settings.functions)
        view = value_view(activations)
        values = _values(activations, state.places)
        slopes = _slopes(activations, state.places)
        ways, means, spreads = np.split(record, 3, axis=1)
        return RepeatFrame(
            step, float(settings.mode.z), readings(activations, state.places.tolist(), values, slopes),  # type: ignore[attr-defined]
            tuple(web(way) for way in ways.T), tuple(state.chain.tolist()),
            tuple(density(values, *view) for values in state.samples), judge_spreads(settings, means, spreads),
        )  # fmt: skip


def _values(activations: Sequence[Activation], places: Array) -> Array:
    """The outputs f of every function at its own place."""
    return np.array([float(one_pass(f, np.asarray(z))) for f, z in zip(activations, places, strict=True)])


def _slopes(activations: Sequence[Activation], places: Array) -> Array:
    """The slopes f' of every function at its own place."""
    with np.errstate(all="ignore"):
        return np.array([float(f.derivative(z)) for f, z in zip(activations, places, strict=True)])


def web(way: Array) -> Array:
    """The corners of a cobweb along the places z₀, z₁ … of shape (k + 1,): (z₀, 0), (z₀, z₁), (z₁, z₁), (z₁, z₂) …"""
    corners = np.empty((2 * len(way) - 1, 2))
    corners[0] = way[0], 0.0
    corners[1::2, 0], corners[1::2, 1] = way[:-1], way[1:]
    corners[2::2, 0] = corners[2::2, 1] = way[1:]
    return corners
