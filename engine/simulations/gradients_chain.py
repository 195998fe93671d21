"""The scalar chain as a simulation: n steps forward, a layer each, then n steps back, a factor each."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

import numpy as np

from engine.diagnostics import Verdict
from engine.simulations.base import Array
from engine.simulations.gradients_formulas import StepFormula, backward_formulas, forward_formulas, start_formulas
from engine.simulations.gradients_product import backward, forward
from engine.simulations.gradients_scene import ChainScene, chain_scene, chain_verdicts

if TYPE_CHECKING:
    from engine.simulations.gradients import GradientsSettings

Phase = Literal["start", "forward", "backward"]
# The columns of the record; a step forward has no slope, factor and gradient, the start has only a.
COLUMNS = ("layer", "z", "a", "slope", "factor", "gradient")


@dataclass(frozen=True, slots=True)
class ChainState:
    """What has been computed so far: z_1 …, a_0 = x, a_1 …; then the slopes and gradients from the output down."""

    step: int
    z: tuple[float, ...]
    a: tuple[float, ...]
    slopes: tuple[float, ...] = ()
    gradients: tuple[float, ...] = (1.0,)


@dataclass(frozen=True, slots=True, eq=False)
class ChainFrame:
    """One step: which layer is at work, and how far both ways have come.

    `forward` layers have an activation, those from `backward` on to the output have a gradient (n + 1: only the 1 at
    the start). The numbers themselves are in the scene and, step by step, in the record.
    """

    step: int
    phase: Phase
    layer: int
    forward: int
    backward: int
    formulas: tuple[StepFormula, ...]
    verdicts: tuple[Verdict, ...]


class ChainSimulation:
    """Steps 1 … n go forward through layers 1 … n, steps n + 1 … 2n back through layers n … 1."""

    def length(self, settings: GradientsSettings) -> int:
        """There and back."""
        return 2 * settings.layers

    def start(self, settings: GradientsSettings, seed: int) -> ChainState:
        """Only the input is known; nothing is drawn at random."""
        return ChainState(0, (), (settings.x,))

    def advance(self, settings: GradientsSettings, state: ChainState) -> ChainState:
        """One layer forward or one factor back."""
        if len(state.z) < settings.layers:
            z, a = forward(settings.activation, settings.w, state.a[-1])
            return replace(state, step=state.step + 1, z=(*state.z, z), a=(*state.a, a))
        z = state.z[settings.layers - len(state.gradients)]
        slope, gradient = backward(settings.activation, settings.w, z, state.gradients[-1])
        return replace(
            state, step=state.step + 1, slopes=(*state.slopes, slope), gradients=(*state.gradients, gradient)
        )

    def record(self, settings: GradientsSettings, state: ChainState) -> Array:
        """One number for each of `COLUMNS`."""
        layer = _layer(settings, state.step)
        z = state.z[layer - 1] if layer else np.nan
        if not state.slopes:
            return np.array([layer, z, state.a[layer], np.nan, np.nan, np.nan])
        slope = state.slopes[-1]
        return np.array([layer, z, state.a[layer], slope, slope * settings.w, state.gradients[-1]])

    def scene(self, settings: GradientsSettings, seed: int) -> ChainScene:
        """The whole chain and all that follows from it."""
        return chain_scene(settings)

    def frame(self, settings: GradientsSettings, step: int, state: ChainState, record: Array) -> ChainFrame:
        """The step at hand with its formulas and numbers. The verdicts are the scene's: of the whole chain."""
        layer, n = _layer(settings, step), settings.layers
        phase: Phase = "start" if step == 0 else "forward" if step <= n else "backward"
        rule, w = settings.activation, settings.w
        if phase == "start":
            formulas = start_formulas(rule, settings.x)
        elif phase == "forward":
            formulas = forward_formulas(rule, w, layer, state.a[layer - 1 : layer + 1], state.z[layer - 1])
        else:
            formulas = backward_formulas(
                rule, w, layer, state.a[layer - 1 : layer + 1], state.z[layer - 1], state.gradients[-2:]
            )
        return ChainFrame(
            step, phase, layer, min(step, n), min(2 * n + 1 - step, n + 1), formulas, chain_verdicts(settings)
        )


def _layer(settings: GradientsSettings, step: int) -> int:
    """The layer at work in a step, 0 at the start."""
    return step if step <= settings.layers else 2 * settings.layers + 1 - step
