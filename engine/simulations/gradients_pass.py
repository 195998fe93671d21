"""One batch goes through a deep network, a layer a step: forward from the first layer to the last, then back.

The whole pass is computed once, at the start; a step is only a place in it. Steps 1 … L go forward through layers 1 … L,
steps L + 1 … 2L back through layers L … 1.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from engine.diagnostics import Verdict
from engine.simulations.gradients_pass_formulas import (
    PassFormula,
    PassNumber,
    Phase,
    backward_formulas,
    backward_numbers,
    forward_formulas,
    forward_numbers,
)
from engine.simulations.gradients_pass_measure import Pass, PassKey, measured
from engine.simulations.gradients_pass_scene import PassScene, scene_of

if TYPE_CHECKING:
    from engine.simulations.gradients import GradientsSettings

Array = NDArray[np.float64]
# The columns of the record.
COLUMNS = ("layer", "rms_h", "std_h", "slope", "rms_g", "rms_delta", "rms_d_w", "factor", "product")


@dataclass(frozen=True, slots=True)
class PassState:
    """A place in a pass."""

    step: int
    passed: Pass


@dataclass(frozen=True, slots=True, eq=False)
class PassFrame:
    """One step: where it is, its formulas and numbers, and the product of the way back so far.

    `known_forward` and `known_back` say how far both ways have come: layers 1 … known_forward have their outputs, layers
    known_back … L their gradients. `factors` are what the layers below the last have multiplied δ by, in the order of
    the way back.
    """

    step: int
    phase: Phase
    layer: int
    known_forward: int
    known_back: int
    formulas: tuple[PassFormula, ...]
    numbers: tuple[PassNumber, ...]
    factors: tuple[float, ...]
    product: float
    verdicts: tuple[Verdict, ...] = ()


def place(step: int, depth: int) -> tuple[Phase, int]:
    """What happens at a step, and at which layer; layer 0 at the start."""
    if step == 0:
        return "start", 0
    return ("forward", step) if step <= depth else ("backward", 2 * depth + 1 - step)


class PassSimulation:
    """The mode `one_pass` of the tab Vanishing gradients."""

    def length(self, settings: GradientsSettings) -> int:
        """Every layer twice."""
        return 2 * settings.depth

    def start(self, settings: GradientsSettings, seed: int) -> PassState:
        """The pass, before its first step."""
        return PassState(0, measured(PassKey.of(settings, seed)))

    def advance(self, settings: GradientsSettings, state: PassState) -> PassState:
        """The next layer."""
        return PassState(state.step + 1, state.passed)

    def record(self, settings: GradientsSettings, state: PassState) -> Array:
        """The numbers of `COLUMNS` at this step's layer; NaN for what this way does not tell."""
        phase, layer = place(state.step, settings.depth)
        row = np.full(len(COLUMNS), np.nan)
        row[0] = layer
        passed, s, at = state.passed, state.passed.statistics, layer - 1
        if phase == "forward":
            row[1:4] = s.rms_a[at], s.std_a[at], passed.slope[at]
        elif phase == "backward":
            factors = passed.factors[at : passed.depth - 1]
            with np.errstate(all="ignore"):
                product = float(np.prod(factors))
            row[4:] = s.rms_d_a[at], s.rms_d_z[at], s.rms_d_w[at], passed.factors[at], product
        return row

    def scene(self, settings: GradientsSettings, seed: int) -> PassScene:
        """The pass as a whole, and what it says."""
        return scene_of(settings, measured(PassKey.of(settings, seed)), seed)

    def frame(self, settings: GradientsSettings, step: int, state: PassState, record: Array) -> PassFrame:
        """The step at hand."""
        depth, passed = settings.depth, state.passed
        phase, layer = place(step, depth)
        formulas: tuple[PassFormula, ...] = ()
        numbers: tuple[PassNumber, ...] = ()
        factors: tuple[float, ...] = ()
        if phase == "forward":
            formulas, numbers = forward_formulas(settings.network, layer), forward_numbers(passed, layer)
        elif phase == "backward":
            formulas, numbers = backward_formulas(settings.network, layer, depth), backward_numbers(passed, layer)
            factors = tuple(passed.factors[layer - 1 : depth - 1][::-1].tolist())
        product = float(record[step, COLUMNS.index("product")])
        back = layer if phase == "backward" else depth + 1
        return PassFrame(step, phase, layer, min(step, depth), back, formulas, numbers, factors, product)
