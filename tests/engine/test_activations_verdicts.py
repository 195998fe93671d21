"""What verdicts on activation functions say where numbers are tiny or exactly 0."""

from __future__ import annotations

import numpy as np

from engine.activations.rectifiers import ELU
from engine.simulations import SIMULATIONS
from engine.simulations.activations import ActivationsSettings, FunctionEntry, Repeat
from engine.simulations.activations_curves import deviation
from engine.simulations.activations_verdicts import MakesSame, PassesNothing
from engine.timeline import Timeline


def timeline(settings: ActivationsSettings, step: int) -> Timeline:
    """A run of `settings` at `step`."""
    run = Timeline(SIMULATIONS["activations"].simulation, settings)
    run.seek(step)
    return run


def test_a_tiny_share_is_told_without_powers_of_ten() -> None:
    verdict = timeline(ActivationsSettings(mean=5.0, spread=0.5), 20).frame().verdicts[2]
    assert isinstance(verdict, PassesNothing)
    assert verdict.share == "<\N{NO-BREAK SPACE}0.001"


def test_outputs_that_are_one_number_end_exactly_there() -> None:
    settings = ActivationsSettings(
        functions=(FunctionEntry(activation=ELU(alpha=10.0)),), mode=Repeat(), mean=-5.0, spread=0.01
    )
    run = timeline(settings, 20)
    (verdict,) = run.frame().verdicts
    assert isinstance(verdict, MakesSame)
    assert verdict.text.format(**verdict.values()).startswith("After 20 passes every one ends at exactly -10.")
    assert deviation(np.full(8_000, 0.1)) == 0.0
