"""The activations tab's three modes: the chapter's figures, laws that hold for all functions, and every extreme."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import Any, ClassVar

import numpy as np
import pytest

from engine.activations import ACTIVATIONS, Activation
from engine.activations.bounded import Sigmoid, Tanh
from engine.activations.rectifiers import ELU, LeakyReLU, ReLU
from engine.activations.self_gated import Swish
from engine.activations.variants import Identity
from engine.parameter import Settings, parameters, replace_at
from engine.simulations import SIMULATIONS
from engine.simulations.activations import ActivationsSettings, Collapse, FunctionEntry, Probe, Repeat
from engine.simulations.activations_probe import probe_at, step_at
from engine.simulations.activations_repeat import web
from engine.simulations.activations_scene import LARGEST, SAMPLE, facts, names, one_pass, standard_sample
from engine.simulations.activations_verdicts import (
    BeforeFirst,
    DimsEvery,
    Enlarges,
    IsNotDefined,
    IsSaturated,
    KeepsLittle,
    LeavesAsItIs,
    MakesAlike,
    Narrows,
    PassesNothing,
    PassesPart,
    PassesWhole,
    TurnsGradient,
    Widens,
)
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


# -- the probe --------------------------------------------------------------------------------------------------------


def test_the_chapters_six_stand_first() -> None:
    kinds = [entry.activation.kind for entry in ActivationsSettings().functions]
    assert kinds == ["sigmoid", "tanh", "relu", "leaky_relu", "elu", "swish"]


def test_a_step_moves_the_probe_by_a_tenth() -> None:
    run = timeline(ActivationsSettings())
    assert run.length == 120
    assert [probe_at(k) for k in (0, 47, 60, 120)] == [-6.0, -1.3, 0.0, 6.0]
    assert [step_at(z) for z in (-9.0, -1.3, -1.26, 0.0, 9.0)] == [0, 47, 47, 60, 120]
    run.seek(47)
    assert run.frame().z == -1.3


def test_values_and_slopes_at_the_probe_are_the_chapters_formulas() -> None:
    z, e = -1.3, math.exp
    s = 1 / (1 + e(-z))
    expected = [
        (s, s * (1 - s)),
        (math.tanh(z), 1 - math.tanh(z) ** 2),
        (0.0, 0.0),
        (0.01 * z, 0.01),
        (e(z) - 1, e(z)),
        (z * s, s + z * s * (1 - s)),
    ]
    readings = timeline(ActivationsSettings(), 47).frame().readings
    assert [(r.value, r.slope) for r in readings] == [pytest.approx(pair, rel=1e-13) for pair in expected]
    assert readings[SIGMOID].numbers == ("1 / (1 + 3.669) = 0.2142", "0.2142 · 0.7858 = 0.1683")


def test_the_tangent_touches_the_curve_with_its_slope() -> None:
    for reading in timeline(ActivationsSettings(), 70).frame().readings:
        (z0, y0), (z1, y1) = reading.tangent
        assert (y1 - y0) / (z1 - z0) == pytest.approx(reading.slope, abs=1e-12)
        assert (z0 + z1) / 2 == pytest.approx(reading.z)
        assert (y0 + y1) / 2 == pytest.approx(reading.value)


def test_the_record_holds_values_then_slopes() -> None:
    run = timeline(ActivationsSettings(), 120)
    z = (np.arange(121) - 60) / 10
    assert run.record.shape == (121, 12)
    assert run.record[:, TANH] == pytest.approx(np.tanh(z), rel=1e-14)
    assert run.record[:, 6 + TANH] == pytest.approx(1 - np.tanh(z) ** 2, rel=1e-9, abs=1e-12)


# -- the scene --------------------------------------------------------------------------------------------------------


def test_swish_saturates_in_two_stretches_with_three_edges() -> None:
    zones = timeline(ActivationsSettings()).scene.zones
    (a, b), (c, d) = zones[SWISH]
    assert a == -6.0
    for edge in (b, c, d):
        assert abs(Swish().derivative(np.array(edge))) == pytest.approx(0.05, abs=1e-9)
    assert zones[RELU] == [(-6.0, 0.0)]
    assert [edge for zone in zones[SIGMOID] for edge in zone] == pytest.approx([-6, -2.8873, 2.8873, 6], abs=1e-4)


def test_the_share_of_saturated_inputs_follows_their_distribution() -> None:
    assert timeline(ActivationsSettings()).scene.saturated[SIGMOID] == pytest.approx(0.003886, abs=1e-6)
    far = timeline(ActivationsSettings(mean=5.0, spread=0.5)).scene.saturated
    assert far[SIGMOID] > 0.9999
    assert far[RELU] < 1e-20


def test_all_functions_get_the_same_inputs() -> None:
    scene = timeline(with_functions(Identity(), Sigmoid(), Identity(), mean=0.5, spread=0.8), seed=3).scene
    sample = 0.5 + 0.8 * np.random.default_rng(3).standard_normal(SAMPLE)
    for place, f in ((0, lambda z: z), (1, lambda z: 1 / (1 + np.exp(-z))), (2, lambda z: z)):
        assert scene.once[place].mean == pytest.approx(f(sample).mean(), rel=1e-12)
        assert scene.once[place].std == pytest.approx(f(sample).std(), rel=1e-12)


def test_the_spread_after_k_passes_is_that_of_k_applications() -> None:
    scene = timeline(ActivationsSettings(mode=Probe(passes=7))).scene
    values = standard_sample(0)
    for k in range(scene.spreads.shape[1]):
        assert scene.spreads[TANH, k] == pytest.approx(values.std(), rel=1e-13)
        values = np.tanh(values)
    assert scene.spreads.shape == (6, 11)
    assert scene.repeated[TANH].std == scene.spreads[TANH, 7]


def test_sigmoids_outputs_collapse_to_its_fixed_point() -> None:
    """After five passes all inputs end at 0.66, where σ(z) = z, as in the design's picture."""
    scene = timeline(ActivationsSettings()).scene
    fixed = 0.6590460684074066
    assert 1 / (1 + math.exp(-fixed)) == pytest.approx(fixed, rel=1e-12)
    assert scene.repeated[SIGMOID].collapsed
    assert scene.repeated[SIGMOID].mean == pytest.approx(fixed, abs=1e-3)
    assert scene.repeated[SIGMOID].std == pytest.approx(0.0006, abs=5e-5)
    assert not scene.once[SIGMOID].collapsed


def test_another_seed_is_another_draw_and_the_same_seed_the_same() -> None:
    first, again, other = (timeline(ActivationsSettings(), seed=s).scene.spreads for s in (1, 1, 2))
    assert np.array_equal(first, again)
    assert not np.array_equal(first, other)


def test_two_of_a_kind_are_told_apart_by_name() -> None:
    settings = with_functions(LeakyReLU(), LeakyReLU(alpha=0.2), Sigmoid())
    assert names(settings) == ("Leaky ReLU α 0.01", "Leaky ReLU α 0.2", "Sigmoid")


def test_the_axis_of_spreads_never_exceeds_twelve_decades() -> None:
    low, high = timeline(ActivationsSettings(mode=Probe(passes=50))).scene.decades
    assert (low, high) == (-12, 0)
    low, high = timeline(with_functions(Identity())).scene.decades
    assert low <= -1
    assert high == 0


def test_facts_are_those_of_the_picture() -> None:
    known = [facts(entry.activation) for entry in ActivationsSettings().functions]
    assert [round(f.mean_output, 2) for f in known] == [0.5, 0.0, 0.4, 0.39, 0.16, 0.21]
    assert [round(100 * f.saturated, 1) for f in known] == [0.4, 2.9, 50.0, 50.0, 0.1, 8.1]
    assert [round(100 * f.dead, 1) for f in known] == [0.0, 0.0, 50.0, 0.0, 0.0, 0.0]
    assert [f.centred for f in known] == ["no", "yes", "no", "no", "nearly", "no"]


# -- repeated passes --------------------------------------------------------------------------------------------------


def test_a_step_is_a_pass() -> None:
    run = timeline(ActivationsSettings(mode=Repeat(z=-1.3, steps=20)), 3)
    assert run.length == 20
    z = -1.3
    for _ in range(3):
        z = 1 / (1 + math.exp(-z))
    frame = run.frame()
    assert frame.readings[SIGMOID].z == pytest.approx(z, rel=1e-14)
    assert frame.z == -1.3
    sample = np.tanh(np.tanh(np.tanh(standard_sample(0))))
    assert frame.repeated[TANH].std == pytest.approx(sample.std(), rel=1e-14)
    assert run.record[3, 12 + TANH] == frame.repeated[TANH].std


def test_the_chain_is_the_derivative_of_all_passes() -> None:
    frame = timeline(ActivationsSettings(mode=Repeat(z=0.7)), 5).frame()
    h = np.cbrt(np.finfo(float).eps)
    for place, entry in enumerate(ActivationsSettings().functions):
        ends = []
        for start in (0.7 - h, 0.7 + h):
            z = np.array(start)
            for _ in range(5):
                z = entry.activation(z)
            ends.append(float(z))
        assert frame.chain[place] == pytest.approx((ends[1] - ends[0]) / (2 * h), rel=1e-7)


def test_a_cobweb_goes_to_the_curve_and_to_the_diagonal_in_turn() -> None:
    way = np.array([-1.3, 0.2, 0.5])
    assert web(way).tolist() == [[-1.3, 0.0], [-1.3, 0.2], [0.2, 0.2], [0.2, 0.5], [0.5, 0.5]]
    assert web(way[:1]).tolist() == [[-1.3, 0.0]]


def test_states_are_never_altered_and_steps_come_bit_for_bit_in_any_order() -> None:
    settings = ActivationsSettings(mode=Repeat(steps=50))
    straight = [timeline(settings, k).frame().repeated[SWISH].heights for k in range(51)]
    run = timeline(settings)
    simulation = settings.mode.simulation
    state = simulation.start(settings, 0)
    before = state.samples.copy()
    simulation.advance(settings, state)
    assert np.array_equal(state.samples, before)
    for step in np.random.default_rng(1).integers(0, 51, 60):
        run.seek(int(step))
        assert np.array_equal(run.frame().repeated[SWISH].heights, straight[step])


def test_what_grows_from_pass_to_pass_is_held() -> None:
    @dataclass(frozen=True, slots=True)
    class Explodes(Identity):
        title: ClassVar[str] = "Explodes"

        def __call__(self, z: np.ndarray[Any, np.dtype[np.float64]]) -> np.ndarray[Any, np.dtype[np.float64]]:
            return z**3

    run = timeline(with_functions(Explodes(), mode=Repeat(z=3.0, steps=50), spread=10.0), 50)
    assert np.isfinite(run.record).all()
    assert abs(run.frame().readings[0].z) <= LARGEST
    assert run.scene.decades[1] <= 151


def test_a_function_that_is_not_defined_everywhere_leaves_gaps_and_no_warning() -> None:
    @dataclass(frozen=True, slots=True)
    class Logarithm(Identity):
        title: ClassVar[str] = "Logarithm"

        def __call__(self, z: np.ndarray[Any, np.dtype[np.float64]]) -> np.ndarray[Any, np.dtype[np.float64]]:
            return np.log(z)

    for mode in (Probe(), Repeat(), Collapse()):
        run = timeline(with_functions(Logarithm(), Sigmoid(), mode=mode), 5)
        assert run.scene.names == ("Logarithm", "Sigmoid")
        assert len(run.frame().verdicts) in (2, 3)


def test_where_there_is_no_slope_it_is_said() -> None:
    @dataclass(frozen=True, slots=True)
    class Root(Identity):
        title: ClassVar[str] = "Root"

        def derivative(self, z: np.ndarray[Any, np.dtype[np.float64]]) -> np.ndarray[Any, np.dtype[np.float64]]:
            return 0.5 / np.sqrt(z)

    (verdict,) = timeline(with_functions(Root()), 10).frame().verdicts
    assert isinstance(verdict, IsNotDefined)


# -- verdicts ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("activation", "z", "kind"),
    [
        (Sigmoid(), -1.3, DimsEvery),
        (Sigmoid(), 5.0, IsSaturated),
        (Tanh(), 0.5, PassesPart),
        (Tanh(), 0.0, PassesWhole),
        (ReLU(), 2.0, PassesWhole),
        (ReLU(), -2.0, PassesNothing),
        (LeakyReLU(), -2.0, KeepsLittle),
        (LeakyReLU(alpha=0.3), -2.0, PassesPart),
        (ELU(alpha=3.0), -0.5, Enlarges),
        (Swish(), -3.0, TurnsGradient),
        (Swish(), 2.4, Enlarges),
    ],
)
def test_the_verdict_follows_from_the_slope(activation: Activation, z: float, kind: type) -> None:
    (verdict,) = timeline(with_functions(activation), step_at(z)).frame().verdicts
    assert isinstance(verdict, kind)


def test_the_sentence_on_sigmoid_is_the_pictures() -> None:
    verdict = timeline(ActivationsSettings(), 47).frame().verdicts[SIGMOID]
    assert verdict.title.format(**verdict.values()) == "Sigmoid dims every gradient."
    assert verdict.text.format(**verdict.values()) == (
        "At z = 5 it passes on 0.66 %, here 17 %, never above 25 %. "
        "Ten layers at their very best leave one part in 1,048,576."
    )


def test_a_dead_verdict_counts_the_inputs_that_are_there() -> None:
    verdict = timeline(ActivationsSettings(mean=1.0, spread=0.5), 20).frame().verdicts[RELU]
    assert isinstance(verdict, PassesNothing)
    assert verdict.share == f"{100 * 0.02275013194817921:.3g}"


@pytest.mark.parametrize(
    ("activation", "step", "kind"),
    [
        (Sigmoid(), 0, BeforeFirst),
        (Sigmoid(), 6, MakesAlike),
        (Tanh(), 3, Narrows),
        (ReLU(), 4, LeavesAsItIs),
        (Identity(), 4, LeavesAsItIs),
        (ELU(alpha=10.0), 2, Widens),
    ],
)
def test_the_verdict_follows_from_the_spread(activation: Activation, step: int, kind: type) -> None:
    (verdict,) = timeline(with_functions(activation, mode=Repeat()), step).frame().verdicts
    assert isinstance(verdict, kind)


# -- extremes ---------------------------------------------------------------------------------------------------------


def extremes(settings: Settings, path: str = "") -> list[tuple[str, float]]:
    """Both ends of every number in `settings`, by path."""
    ends = []
    for name, field in parameters(type(settings)).items():
        here = f"{path}.{name}" if path else name
        value = getattr(settings, name)
        if field.kind in ("float", "int"):
            ends += [(here, field.low), (here, field.high)]
        elif isinstance(value, Settings):
            ends += extremes(value, here)
        elif field.kind == "items":
            ends += [end for i, entry in enumerate(value) for end in extremes(entry, f"{here}.{i}")]
    return ends


EVERY = tuple(FunctionEntry(activation=cls(), colour=i) for i, cls in enumerate(list(ACTIVATIONS.values())[:12]))
MODES = (Probe(), Repeat(), Collapse())
ENDS = [(mode, *end) for mode in MODES for end in extremes(ActivationsSettings(mode=mode, functions=EVERY))]


@pytest.mark.parametrize(("mode", "path", "value"), ENDS, ids=lambda v: getattr(v, "kind", str(v)))
def test_no_control_breaks_anything_at_its_ends(mode: Settings, path: str, value: float) -> None:
    settings = replace_at(ActivationsSettings(mode=mode, functions=EVERY), path, value)
    run = timeline(settings)
    for step in (0, 1, run.length // 2, run.length):
        run.seek(step)
        frame = run.frame()
        assert frame.step == step
        for verdict in frame.verdicts:
            text = verdict.title.format(**verdict.values()) + verdict.text.format(**verdict.values())
            assert "nan" not in text
            assert "inf" not in text
    assert np.isfinite(run.record).all()
    assert run.scene.names


def test_many_ends_at_once() -> None:
    entries = tuple(
        FunctionEntry(activation=f)
        for f in (ELU(alpha=10.0), ELU(alpha=0.1), LeakyReLU(alpha=1.0), Swish(beta=10.0), Swish(beta=0.1))
    )
    for mean in (-5.0, 5.0):
        for spread in (0.01, 10.0):
            for mode in (Probe(passes=50), Repeat(z=6.0, steps=50), Collapse(x=-6.0)):
                settings = ActivationsSettings(mode=mode, functions=entries, mean=mean, spread=spread)
                run = timeline(settings, 10**6)
                assert run.frame().verdicts
                assert np.isfinite(run.record).all()


def test_a_pass_leaves_its_input_alone() -> None:
    values = standard_sample(0)
    before = values.copy()
    for cls in ACTIVATIONS.values():
        one_pass(cls(), values)
    assert np.array_equal(values, before)
    with pytest.raises(ValueError, match="read-only"):
        values[0] = 1.0


def test_one_function_is_enough() -> None:
    settings = replace(ActivationsSettings(), functions=ActivationsSettings().functions[:1])
    assert len(timeline(settings, 47).frame().readings) == 1
