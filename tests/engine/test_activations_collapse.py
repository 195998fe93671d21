"""Why non-linear: two linear layers are one, a function between them keeps them two, and verdicts say which."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np
import pytest

from engine.activations import Activation
from engine.activations.bounded import Tanh
from engine.activations.rectifiers import ReLU
from engine.activations.variants import Identity
from engine.simulations import SIMULATIONS
from engine.simulations.activations import ActivationsSettings, Collapse, FunctionEntry
from engine.simulations.activations_collapse import STEPS, WEIGHT_STEP, best_line, draw_layers
from engine.simulations.activations_collapse_verdicts import AreOneLayer, Bends, NearlyStraight, StaysStraight
from engine.simulations.activations_scene import standard_sample
from engine.timeline import Timeline

SIGMOID, TANH, RELU, LEAKY, ELU_AT, SWISH = range(6)


def timeline(settings: ActivationsSettings, step: int = 0, seed: int = 0) -> Timeline:
    """The run of `settings`, at `step`."""
    made = Timeline(SIMULATIONS["activations"].simulation, settings, seed)
    made.seek(step)
    return made


def with_functions(*activations: Activation, **others: object) -> ActivationsSettings:
    """Settings with these functions."""
    entries = tuple(FunctionEntry(activation=f, colour=i) for i, f in enumerate(activations))
    return replace(ActivationsSettings(functions=entries), **others)


@pytest.mark.parametrize("seed", range(10))
def test_two_linear_layers_are_one(seed: int) -> None:
    scene = timeline(ActivationsSettings(mode=Collapse()), seed=seed).scene
    layers = scene.layers
    assert scene.w == pytest.approx(sum(layers.w1[0, i] * layers.w2[i, 0] for i in range(3)), rel=1e-13)
    assert scene.b == pytest.approx(sum(layers.b1[i] * layers.w2[i, 0] for i in range(3)) + layers.b2[0], rel=1e-13)
    assert scene.linear == pytest.approx(scene.w * scene.x + scene.b, abs=1e-12)
    assert scene.difference < 1e-13


@pytest.mark.parametrize("seed", range(10))
def test_weights_are_short_decimals(seed: int) -> None:
    layers = draw_layers(seed)
    for values in (layers.w1, layers.b1, layers.w2, layers.b2):
        assert np.allclose(values / WEIGHT_STEP, np.round(values / WEIGHT_STEP), atol=1e-9)
        assert [float(f"{v:.2f}") for v in values.ravel()] == values.ravel().tolist()


def test_one_inputs_way_is_that_of_the_curves() -> None:
    run = timeline(ActivationsSettings(mode=Collapse(x=2.0)), STEPS)
    frame, scene = run.frame(), run.scene
    at = int(np.argmin(np.abs(scene.x - 2.0)))
    assert frame.z == pytest.approx(scene.hidden[:, at], rel=1e-12)
    assert frame.outputs == pytest.approx(scene.outputs[:, at], rel=1e-12)
    assert frame.linear == pytest.approx(frame.one, rel=1e-12)


def test_the_best_line_is_that_of_least_squares() -> None:
    line, layers = best_line(4, Tanh(), 0.5, 1.5), draw_layers(4)
    x = 0.5 + 1.5 * standard_sample(4)
    y = layers.output(np.tanh(layers.hidden(x[:, None])))[:, 0]
    slope, offset = np.polyfit(x, y, 1)
    assert (line.slope, line.offset) == pytest.approx((slope, offset), rel=1e-9)
    assert line.miss == pytest.approx(math.sqrt(np.mean((y - slope * x - offset) ** 2)), rel=1e-9)


def test_verdicts_come_when_their_step_does() -> None:
    settings = with_functions(Identity(), ReLU(), mode=Collapse(), spread=2.0)
    assert timeline(settings, 3).frame().verdicts == ()
    assert [type(v) for v in timeline(settings, 4).frame().verdicts] == [AreOneLayer]
    assert [type(v) for v in timeline(settings, 5).frame().verdicts] == [StaysStraight, Bends, AreOneLayer]


def test_on_a_short_stretch_a_smooth_function_is_nearly_straight() -> None:
    settings = with_functions(Tanh(), mode=Collapse(), mean=3.4, spread=0.02)
    (own, _) = timeline(settings, 5).frame().verdicts
    assert isinstance(own, NearlyStraight)
    assert 0 < own.share < 2
