"""The scalar chain: the chapter's numbers, an independent derivative, every control's ends, what the verdicts say."""

from __future__ import annotations

import itertools
import math
import warnings
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.activations import ACTIVATIONS, Activation, Range
from engine.diagnostics import Verdict
from engine.parameter import SettingsError, parameters, read, replace_at, write
from engine.simulations import SIMULATIONS
from engine.simulations import gradients_remarks as remarks
from engine.simulations import gradients_verdicts as verdicts
from engine.simulations.base import Array
from engine.simulations.gradients import GRADIENTS_MODES, GradientsSettings
from engine.simulations.gradients_chain import COLUMNS, ChainFrame, ChainSimulation
from engine.simulations.gradients_formulas import (
    brief_figure,
    equation_lines,
    factor_figure,
    long_figure,
    pill_figure,
    power_figure,
    product_lines,
    short_figure,
    table_figure,
    value_figure,
)
from engine.simulations.gradients_product import gradient_by_weight, solve
from engine.simulations.gradients_scene import ChainScene, chain_scene, chain_verdicts, weight_end
from engine.timeline import Timeline

# As the chapter prints them: layer 1 first.
CHAPTER = (
    "7.26119073e-10", "6.17963917e-09", "5.06439761e-08", "4.13646363e-07", "3.37721911e-06",
    "2.75720076e-05", "2.25100e-04", "1.83773e-03", "1.500333e-02", "1.2248806e-01",
)  # fmt: skip
DEFAULT = GradientsSettings()


def chain(kind: str = "sigmoid", w: float = 0.5, layers: int = 10, x: float = 1.0) -> GradientsSettings:
    """Settings by the names of their parts."""
    return GradientsSettings(layers=layers, x=x, w=w, activation=ACTIVATIONS[kind]())


def timeline(of: GradientsSettings) -> Timeline:
    """A fresh run."""
    return Timeline(SIMULATIONS["gradients"].simulation, of)


def verdict(of: GradientsSettings) -> Verdict:
    """The first verdict on a chain."""
    return chain_verdicts(of)[0]


# -- the numbers ------------------------------------------------------------------------------------------------------


def digits_of(text: str) -> int:
    return len(text.partition("e")[0].replace(".", "")) - 1


def test_the_chapters_ten_gradients_to_all_printed_digits() -> None:
    run = timeline(DEFAULT)
    run.seek(run.length)
    assert COLUMNS[-1] == "gradient"
    backward = run.record[11:]
    assert list(backward[:, 0]) == list(range(10, 0, -1))
    found = [f"{g:.{digits_of(printed)}e}" for printed, g in zip(CHAPTER, backward[::-1, -1], strict=True)]
    assert found == list(CHAPTER)


def test_the_same_numbers_by_the_formula_written_again() -> None:
    a = [1.0]
    for _ in range(10):
        a.append(1 / (1 + math.exp(-0.5 * a[-1])))
    gradient = 1.0
    solved = chain_scene(DEFAULT).chain
    for layer in range(10, 0, -1):
        gradient = gradient * a[layer] * (1 - a[layer]) * 0.5
        assert solved.gradients[layer - 1] == pytest.approx(gradient, rel=1e-14)
    np.testing.assert_allclose(solved.a, a, rtol=1e-15)


@pytest.mark.parametrize("kind", ACTIVATIONS)
@pytest.mark.parametrize(("x", "w"), [(1.0, 0.5), (-0.7, 1.3), (0.4, -0.8), (2.0, 1.05)])
def test_gradients_are_products_of_central_differences(kind: str, x: float, w: float) -> None:
    rule, n = ACTIVATIONS[kind](), 8
    solved = solve(rule, x, w, n)
    product = 1.0
    for layer in range(n, 0, -1):
        before = solved.a[layer - 1]
        h = np.cbrt(np.finfo(float).eps) * max(1.0, abs(before))
        up, down = (float(rule(np.array(w * (before + side)))) for side in (h, -h))
        at_a_kink = not rule.smooth and abs(solved.z[layer - 1]) < 1e-3  # a difference across it means nothing
        product *= solved.factors[layer - 1] if at_a_kink else (up - down) / (2 * h)
        assert solved.gradients[layer - 1] == pytest.approx(product, rel=1e-7, abs=1e-300)


@pytest.mark.parametrize("layers", [1, 2, 10, 100])
def test_closed_forms(layers: int) -> None:
    assert solve(ACTIVATIONS["identity"](), 1.0, 4.0, layers).gradients[0] == 4.0**layers
    assert solve(ACTIVATIONS["relu"](), 1.0, 2.0, layers).gradients[0] == 2.0**layers
    assert solve(ACTIVATIONS["relu"](), 1.0, 1.0, layers).gradients[0] == 1.0
    leaky = solve(ACTIVATIONS["leaky_relu"](alpha=0.1), -1.0, 1.0, layers)
    assert leaky.gradients[0] == pytest.approx(0.1**layers, rel=1e-13)


@settings(max_examples=150, deadline=None)
@given(
    st.sampled_from(sorted(ACTIVATIONS)),
    st.floats(-10, 10),
    st.floats(-10, 10),
    st.integers(1, 40),
)
def test_no_gradient_exceeds_the_theory(kind: str, x: float, w: float, layers: int) -> None:
    scene = chain_scene(chain(kind, w, layers, x))
    if scene.line.theory is not None:
        exact = np.abs(scene.chain.gradients) > 1e-300  # below, a float has fewer digits
        measured, theory = np.log10(np.abs(scene.chain.gradients[exact])), scene.line.theory[exact]
        assert (measured <= theory + 1e-9 * layers + 1e-9).all()


# -- steps ------------------------------------------------------------------------------------------------------------


def test_a_step_is_a_layer_forward_then_a_factor_back() -> None:
    run = timeline(DEFAULT)
    assert run.length == 20
    seen = []
    for step in range(run.length + 1):
        run.seek(step)
        frame: ChainFrame = run.frame()
        seen.append((frame.phase, frame.layer, frame.forward, frame.backward))
    assert seen[0] == ("start", 0, 0, 11)
    assert seen[4] == ("forward", 4, 4, 11)
    assert seen[10] == ("forward", 10, 10, 11)
    assert seen[11] == ("backward", 10, 10, 10)
    assert seen[20] == ("backward", 1, 10, 1)


@pytest.mark.parametrize("of", [DEFAULT, chain("relu", -0.5), chain("tanh", -1.5, 100), chain("identity", 0.0, 1)])
def test_the_scene_holds_what_the_steps_compute(of: GradientsSettings) -> None:
    run = timeline(of)
    run.seek(run.length)
    solved, record, n = run.scene.chain, run.record, of.layers
    assert record.shape == (2 * n + 1, len(COLUMNS))
    np.testing.assert_array_equal(record[: n + 1, 2], solved.a)
    np.testing.assert_array_equal(record[1 : n + 1, 1], solved.z)
    np.testing.assert_array_equal(record[n + 1 :, 3][::-1], solved.slopes)
    np.testing.assert_array_equal(record[n + 1 :, 4][::-1], solved.factors)
    np.testing.assert_array_equal(record[n + 1 :, 5][::-1], solved.gradients[:-1])
    assert np.isnan(record[: n + 1, 3:]).all()


def test_states_are_never_altered() -> None:
    simulation = ChainSimulation()
    states = [simulation.start(DEFAULT, 0)]
    for _ in range(20):
        states.append(simulation.advance(DEFAULT, states[-1]))
    assert [len(s.a) for s in states] == [*range(1, 12), *[11] * 10]
    assert [len(s.gradients) for s in states] == [*[1] * 11, *range(2, 12)]


def test_a_jump_shows_what_playing_shows() -> None:
    straight, jumping = timeline(DEFAULT), timeline(DEFAULT)
    for step in (17, 3, 20, 11, 0):
        straight.seek(0)
        for at in range(step + 1):
            straight.seek(at)
        jumping.seek(step)
        assert repr(straight.frame()) == repr(jumping.frame())


def test_the_formulas_of_the_chapters_fourth_layer() -> None:
    run = timeline(DEFAULT)
    run.seek(17)
    product, activation = run.frame().formulas
    assert product.tex == r"g_{4} = g_{5} \cdot a_{4} (1 - a_{4}) \cdot w"
    assert product.numbers == ("3.3772e−06 · 0.5710 · 0.4290 · 0.5",)
    assert product.result == "= 4.13646363e−07"
    assert activation.tex == r"a_{4} = \sigma(z_{4}), \;\; z_{4} = w \, a_{3}"
    assert activation.numbers == ("σ(0.5 · 0.5717) = σ(0.2858) = 0.5710",)


def test_the_formulas_of_a_layer_forward_and_of_another_activation() -> None:
    run = timeline(DEFAULT)
    run.seek(1)
    weighted, activated = run.frame().formulas
    assert (weighted.tex, weighted.numbers, weighted.result) == (r"z_{1} = w \, x", ("0.5 · 1",), "= 0.5000")
    assert (activated.numbers, activated.result) == (("1 / (1 + 0.6065)",), "= 0.62245933")
    run = timeline(chain("tanh", -1.5))
    run.seek(20)
    product, slope, _ = run.frame().formulas
    assert product.tex == r"g_{1} = g_{2} \cdot f'(z_{1}) \cdot w"
    assert product.numbers[0].endswith(" · 0.1807 · (−1.5)")
    assert slope.numbers == ("1 − (−0.9051)² = 0.1807",)


@pytest.mark.parametrize(
    ("write_figure", "value", "text"),
    [
        (long_figure, 7.26119073e-10, "7.26119073e−10"),
        (long_figure, 1048576.0, "1,048,576"),
        (long_figure, 0.0, "0"),
        (long_figure, -math.inf, "−∞"),
        (long_figure, math.nan, "NaN"),
        (table_figure, -3.94287908e-100, "−3.942879e−100"),
        (factor_figure, 0.1224880608, "0.12248806"),
        (factor_figure, -0.394287908, "−0.3942879"),
        (factor_figure, 2.5e-7, "2.5000e−07"),
        (short_figure, -0.5, "(−0.5000)"),
        (value_figure, 4.13646363e-07, "4.136e−07"),
        (value_figure, 0.1175, "0.1175"),
        (pill_figure, 0.12248, "×.1225"),
        (pill_figure, -0.377, "×−.377"),
        (pill_figure, 2.0, "×2"),
        (pill_figure, 0.0, "×0"),
        (pill_figure, 2.52e-4, "×3e−4"),
    ],
)
def test_how_numbers_are_written(write_figure: Any, value: float, text: str) -> None:  # noqa: ANN401
    assert write_figure(value) == text


@given(st.floats(-1e308, 1e308), st.integers(5, 8))
def test_brief_figures_are_true_and_fit(value: float, room: int) -> None:
    text = brief_figure(value, room)
    assert len(text) <= max(room, 7), "even −1e−300 takes seven characters"
    if math.isfinite(value):
        shown = float(text.replace("−", "-").replace(",", ""))
        assert shown == pytest.approx(value, rel=0.51, abs=5e-324) or abs(value) < 1e-320


def test_powers_beyond_all_floats_are_still_written() -> None:
    assert power_figure(0.125, 10) == "9.31322575e−10"
    assert power_figure(0.00025, 100) == "6.2230e−361"
    assert power_figure(20.0, 400) == "2.5822e+520"
    assert power_figure(0.0, 10) == "0"


def test_long_lines_of_numbers_are_broken() -> None:
    assert product_lines(("1" * 20, "2" * 10, "3" * 10)) == ("1" * 20 + " · " + "2" * 10, "· " + "3" * 10)
    assert equation_lines("f(1)", "1") == ("f(1) = 1",)
    assert equation_lines("f" * 20, "g" * 10, "h" * 10) == ("f" * 20, "= " + "g" * 10 + " = " + "h" * 10)


# -- verdicts ---------------------------------------------------------------------------------------------------------


def test_the_default_must_vanish() -> None:
    found = verdict(DEFAULT)
    assert isinstance(found, verdicts.MustVanish)
    assert (found.steepest, found.w, found.best, found.layers) == (0.25, 0.5, 0.125, 10)
    assert found.left == pytest.approx(7.26119073e-10, rel=1e-9)
    assert found.average == pytest.approx(7.26119073e-10**0.1, rel=1e-9)
    assert "σ′ is never above 0.25 and w is 0.5" in found.text.format(**found.values())


@pytest.mark.parametrize(
    ("of", "kind"),
    [
        (chain("relu", 1.0), verdicts.Keeps),
        (chain("relu", 2.0), verdicts.Explodes),
        (chain("identity", 4.0, 100), verdicts.Explodes),
        (chain("relu", 2.0, 5), verdicts.Grows),
        (chain(layers=3), verdicts.Fades),
        (chain("sigmoid", 10.0), verdicts.Saturates),
        (chain("sigmoid", -10.0, 100), verdicts.SaturatesInPart),
        (chain("sigmoid", 0.0), verdicts.CutOff),
        (chain("relu", -0.5), verdicts.Dead),
        (chain("sigmoid", 0.001, 100), verdicts.Underflows),
    ],
)
def test_what_becomes_of_a_gradient(of: GradientsSettings, kind: type[Verdict]) -> None:
    assert type(verdict(of)) is kind


def test_factors_that_alternate_are_counted() -> None:
    found = verdict(chain("sigmoid", -10.0, 100))
    assert isinstance(found, verdicts.SaturatesInPart)
    factors = chain_scene(chain("sigmoid", -10.0, 100)).chain.factors
    assert found.count == np.sum(np.abs(factors) >= 1) == 50
    assert found.largest == np.abs(factors).max() == pytest.approx(2.5, abs=1e-6)
    assert abs(found.at * -10) == np.abs(factors).min()


def test_where_a_chain_is_dead() -> None:
    found = verdict(chain("relu", -0.5))
    assert isinstance(found, verdicts.Dead)
    # z_1 = −0.5, and all later z are 0: every layer's factor is 0, the way back meets layer 10 first.
    assert (found.layer, found.z, found.count) == (10, 0.0, 10)
    half_dead = solve(HalfDead(), 1.0, 1.0, 6)
    found = verdicts.judge(half_dead, 1.0, "f′")[0]
    assert isinstance(found, verdicts.Dead)
    assert (found.layer, found.z, found.count) == (1, 1.0, 1)


def test_where_a_gradient_underflows() -> None:
    of = chain("sigmoid", 0.001, 100)
    found, gradients = verdict(of), chain_scene(of).chain.gradients
    assert isinstance(found, verdicts.Underflows)
    assert gradients[found.layer - 1] == 0
    assert gradients[found.layer] > 0
    assert found.average == pytest.approx(0.00025, rel=1e-3)


def test_where_signal_and_gradient_overflow() -> None:
    squares = solve(Square(), 2.0, 2.0, 20)
    found = verdicts.judge(squares, math.inf, "f′")[0]
    assert isinstance(found, verdicts.SignalOverflows)
    assert np.isfinite(squares.a[found.layer - 1])
    assert np.isinf(squares.a[found.layer])
    steep = solve(Steep(), 0.0, 1.0, 5)
    found = verdicts.judge(steep, 1e200, "f′")[0]
    assert isinstance(found, verdicts.GradientOverflows)
    assert found.layer == 4, "1e200 at layer 5 still fits, its square does not"


def test_where_a_number_is_lost() -> None:
    found = verdicts.judge(solve(Undefined(), 1.0, 1.0, 5), 1.0, "f′")[0]
    assert isinstance(found, verdicts.SignalUndefined)
    assert found.layer == 1
    steep = solve(Undefined(), -1.0, 1.0, 3)
    assert np.isnan(steep.gradients[0])
    found = verdicts.judge(steep, 1.0, "f′")[0]
    assert isinstance(found, verdicts.GradientUndefined)
    assert found.layer == 3


def test_negative_factors_are_said() -> None:
    assert [type(v) for v in chain_verdicts(chain("tanh", -1.5))] == [verdicts.Fades, verdicts.TurnsSign]
    assert chain_verdicts(chain("tanh", -1.5))[1].values()["count"] == 10
    assert len(chain_verdicts(DEFAULT)) == 1


# -- remarks ----------------------------------------------------------------------------------------------------------


def test_where_the_chapters_layers_settle() -> None:
    found = chain_scene(DEFAULT).box.remark
    assert isinstance(found, remarks.Settles)
    assert found.text.format(**found.values()) == ("layers 3 to 10: z settles at 0.2854, so the factor stays at 0.1225")


@pytest.mark.parametrize(
    ("of", "kind"),
    [
        (chain(layers=1), remarks.OneLayer),
        (chain(layers=2), remarks.Wanders),
        (chain(layers=100), remarks.Settles),
        (chain("relu", 1.0), remarks.StaysPut),
        (chain("sigmoid", -10.0, 100), remarks.Alternates),
        (chain("tanh", 1.0, 100), remarks.Wanders),
        (chain("identity", 2.0), remarks.MovesOn),
    ],
)
def test_where_other_layers_work(of: GradientsSettings, kind: type[Verdict]) -> None:
    assert type(chain_scene(of).box.remark) is kind


def test_alternating_places_are_those_of_the_last_two_layers() -> None:
    scene = chain_scene(chain("sigmoid", -10.0, 100))
    found = scene.box.remark
    assert isinstance(found, remarks.Alternates)
    assert (found.z, found.other_z) == (scene.chain.z[-1], scene.chain.z[-2])
    settled = scene.chain.z[found.first - 1 :]
    np.testing.assert_allclose(settled[::2], settled[0], rtol=0.05)
    np.testing.assert_allclose(settled[1::2], settled[1], rtol=0.05)


@pytest.mark.parametrize(
    ("of", "kind"),
    [
        (DEFAULT, remarks.Straight),
        (chain("relu", 2.0), remarks.SameFactor),
        (chain("tanh", 1.5), remarks.Bends),
        (chain("relu", -1.0), remarks.FallsToZero),
        (chain(layers=1), type(None)),
    ],
)
def test_what_the_line_looks_like(of: GradientsSettings, kind: type) -> None:
    assert type(chain_scene(of).line.remark) is kind


def test_zero_and_infinity_stand_in_rows_of_their_own() -> None:
    dead = chain_scene(chain("relu", -0.5)).line
    assert [text for _, text in dead.rows] == ["0"]
    assert (dead.heights[:-1] == dead.rows[0][0]).all()
    assert dead.low < dead.rows[0][0] < dead.heights[-1] <= dead.high
    assert not chain_scene(DEFAULT).line.rows


def test_an_overflowing_chain_has_its_row_above(toys: None) -> None:
    line = chain_scene(chain("steep", 1.0, 5, 0.0)).line
    assert [text for _, text in line.rows] == ["∞"]
    assert line.rows[0][0] > line.heights[4]
    assert isinstance(line.remark, remarks.LeavesNumbers)
    line = chain_scene(chain("undefined", 1.0, 5)).line
    assert "NaN" in [text for _, text in line.rows]


# -- another weight, presets ------------------------------------------------------------------------------------------


def test_presets_are_computed_at_the_depth_and_input_at_hand() -> None:
    presets = chain_scene(DEFAULT).presets
    assert [(p.title, p.settings.w, p.gradient) for p in presets] == [
        ("ReLU", 1.0, 1.0),
        ("ReLU", 2.0, 1024.0),
        ("Identity", 4.0, 1048576.0),
    ]
    assert [p.gradient for p in chain_scene(chain(layers=3)).presets] == [1.0, 8.0, 64.0]
    assert [p.gradient for p in chain_scene(chain(x=-1.0)).presets] == [0.0, 0.0, 4.0**10]
    for preset in chain_scene(replace(DEFAULT, layers=7)).presets:
        assert preset.settings.layers == 7
        assert chain_scene(preset.settings).chain.gradients[0] == preset.gradient


@pytest.mark.parametrize("kind", ACTIVATIONS)
def test_all_weights_at_once_are_the_chains_one_by_one(kind: str) -> None:
    w = np.array([-2.0, -0.5, 0.0, 0.3, 1.7, 4.0])
    rule = ACTIVATIONS[kind]()
    alone = [solve(rule, 0.8, float(v), 12).gradients[0] for v in w]
    np.testing.assert_allclose(gradient_by_weight(rule, 0.8, 12, w), alone, rtol=1e-12, atol=1e-300)


def test_the_sigmoids_best_weight_is_the_best() -> None:
    found = chain_scene(DEFAULT).weights.remark
    assert isinstance(found, remarks.BestWeight)
    assert found.w == pytest.approx(1.6246, abs=2e-3)
    near = [solve(ACTIVATIONS["sigmoid"](), 1.0, found.w + d, 10).gradients[0] for d in (-0.05, 0.0, 0.05)]
    assert near[1] > max(near[0], near[2])
    assert near[1] == pytest.approx(found.gradient, rel=1e-9)
    assert isinstance(chain_scene(chain(layers=1, x=0.0)).weights.remark, remarks.BestAtEnd)


@pytest.mark.parametrize("w", [0.5, -0.5, -4.5, 7.0])
@pytest.mark.parametrize("layers", [1, 10, 45])
def test_no_weight_shown_brings_more_than_the_one_called_best(w: float, layers: int) -> None:
    scene = chain_scene(chain("sigmoid", w, layers))
    found = scene.weights.remark
    assert isinstance(found, remarks.BestWeight | remarks.BestAtEnd)
    assert scene.weights.w.min() <= found.w <= scene.weights.w.max()
    own = next(curve for curve in scene.weights.curves if curve.kind == "sigmoid")
    assert np.log10(abs(found.gradient)) >= own.heights.max() - 1e-9


def test_the_picture_of_weights_holds_the_one_at_hand() -> None:
    assert [weight_end(w) for w in (0.0, 0.5, 4.0, 4.1, 10.0, -0.5, -4.0, -7.0)] == [4, 4, 4, 10, 10, -4, -4, -10]
    for of in (DEFAULT, chain("swish", -3.0, 40), chain("relu", 0.0)):
        picture = chain_scene(of).weights
        assert picture.curves[-1].kind == of.activation.kind
        assert {"sigmoid", "tanh", "relu"} <= {curve.kind for curve in picture.curves}
        assert picture.low <= picture.here[1] <= picture.high
    default = chain_scene(DEFAULT).weights
    at = int(np.argmin(np.abs(default.w - 0.5)))
    assert default.curves[-1].heights[at] == pytest.approx(math.log10(7.26119073e-10), abs=1e-6)


# -- every control ----------------------------------------------------------------------------------------------------


def rules_at_their_ends(kind: str) -> Iterator[Activation]:
    """An activation with each of its own settings as it is, lowest and highest."""
    rule = ACTIVATIONS[kind]()
    yield rule
    for name, field in parameters(type(rule)).items():
        yield replace_at(rule, name, field.low)
        yield replace_at(rule, name, field.high)


@pytest.mark.parametrize("kind", ACTIVATIONS)
def test_no_end_of_any_control_raises_or_warns(kind: str) -> None:
    fields = {name: f for name, f in parameters(GradientsSettings).items() if name not in GradientsSettings().unused()}
    ends = {name: (f.low, f.high) for name, f in fields.items() if f.kind in ("int", "float")}
    assert set(ends) == {"layers", "x", "w"}
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        for rule in rules_at_their_ends(kind):
            for layers, x, w in itertools.product((1, 2, 100), (*ends["x"], 0.0), (*ends["w"], 0.0, 0.5)):
                check_run(GradientsSettings(layers=layers, x=x, w=w, activation=rule))


def check_run(of: GradientsSettings) -> None:
    """A run solves to its end, and every sentence of it can be said."""
    run = timeline(of)
    run.seek(run.length)
    scene: ChainScene = run.scene
    assert np.isfinite(scene.line.heights).all()
    assert scene.line.low < scene.line.heights.min()
    assert scene.line.heights.max() < scene.line.high
    for picture in (scene.slopes, scene.box):
        assert picture.span[0] < picture.span[1]
        assert picture.span[2] < picture.span[3]
    for said in (*scene.verdicts, scene.line.remark, scene.slopes.remark, scene.box.remark, scene.weights.remark):
        if said is not None:
            assert "nan" not in said.title.format(**said.values())
            assert said.text.format(**said.values())
    for step in (0, 1, of.layers, of.layers + 1, run.length):
        run.seek(step)
        assert run.frame().formulas


def test_settings_are_checked_and_written_back() -> None:
    assert list(GRADIENTS_MODES) == ["chain", "one_pass", "training"]
    own = {name: value for name, value in write(DEFAULT).items() if name not in DEFAULT.unused()}
    assert own == {
        "mode": {"kind": "chain"}, "layers": 10, "x": 1, "w": 0.5, "activation": {"kind": "sigmoid"},
    }  # fmt: skip
    assert read(GradientsSettings, write(chain("elu", -2.5, 33))) == chain("elu", -2.5, 33)
    for path, value in (("layers", 0), ("layers", 101), ("x", 10.5), ("w", -11.0), ("activation", "relu")):
        with pytest.raises(SettingsError) as caught:
            replace_at(DEFAULT, path, value)
        assert caught.value.path == path


def test_every_depth_can_be_reached_by_key() -> None:
    field = parameters(GradientsSettings)["layers"]
    depth, seen = 1.0, [1.0]
    while depth < 100:
        depth = field.stepped(depth, 1)
        assert depth > seen[-1]
        seen.append(depth)
    assert seen[:10] == list(range(1, 11))


# -- activations that go where the program's own do not ----------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Toy(Activation):
    """The parts of an activation that a chain does not look at."""

    title = "Toy"
    formula = derivative_formula = "f"

    def numbers(self, z: float) -> tuple[str, str]:
        return f"{z:g}", f"{z:g}"

    @property
    def range(self) -> Range:
        return Range(-math.inf, math.inf)

    @property
    def max_derivative(self) -> float:
        return math.inf


@dataclass(frozen=True, slots=True)
class Square(Toy):
    def __call__(self, z: Array) -> Array:
        return np.square(z)

    def derivative(self, z: Array) -> Array:
        return 2 * z


@dataclass(frozen=True, slots=True)
class Steep(Toy):
    def __call__(self, z: Array) -> Array:
        return 1e200 * z

    def derivative(self, z: Array) -> Array:
        return np.full(np.shape(z), 1e200)


@dataclass(frozen=True, slots=True)
class HalfDead(Toy):
    """Slope 0 from z = 1 on, 1 before: only the first layer of a chain from x = 1 is dead."""

    def __call__(self, z: Array) -> Array:
        return np.minimum(z, 0.5)

    def derivative(self, z: Array) -> Array:
        return np.where(z >= 1, 0.0, 1.0)


@dataclass(frozen=True, slots=True)
class Undefined(Toy):
    """NaN above 0; below 0 only its slope is NaN."""

    def __call__(self, z: Array) -> Array:
        return np.where(z > 0, np.nan, z)

    def derivative(self, z: Array) -> Array:
        return np.full(np.shape(z), np.nan)


@pytest.fixture
def toys(monkeypatch: pytest.MonkeyPatch) -> None:
    for kind, cls in (("steep", Steep), ("undefined", Undefined)):
        monkeypatch.setattr(cls, "kind", kind)
        monkeypatch.setitem(ACTIVATIONS, kind, cls)
