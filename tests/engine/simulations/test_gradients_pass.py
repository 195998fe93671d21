"""One pass through a deep network: its numbers beside the network's own, its steps, formulas, distributions, pictures."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np
import pytest

from engine.activations import ACTIVATIONS
from engine.initializers import INITIALIZERS, HeNormal, Normal, Zeros
from engine.network import Network, generator
from engine.network.losses import MeanSquaredError
from engine.network.statistics import root_mean_square
from engine.parameter import replace_at
from engine.simulations.gradients import GradientsSettings, NetworkChoice, OnePass
from engine.simulations.gradients_pass import COLUMNS, PassFrame, PassSimulation, place
from engine.simulations.gradients_pass_formulas import (
    backward_formulas,
    compact_figure,
    figure,
    forward_formulas,
    numbered,
    percent_figure,
    product_text,
    ratio_figure,
)
from engine.simulations.gradients_pass_measure import BINS, PassKey, apart, measured, network_of, ridge
from engine.simulations.gradients_pass_remedies import held_rms
from engine.simulations.gradients_pass_scene import picture_of, quantiles, scene_of
from engine.timeline import Timeline
from engine.work import Interrupted, while_wanted

SIMULATION = PassSimulation()
SMALL = GradientsSettings(mode=OnePass(), depth=6, width=12, batch=20)


def network(kind: str = "sigmoid", init: str = "xavier_normal", **switches: bool) -> NetworkChoice:
    return NetworkChoice(ACTIVATIONS[kind](), INITIALIZERS[init](), **switches)


def frames(settings: GradientsSettings, seed: int = 0) -> list[PassFrame]:
    timeline = Timeline(lambda _settings: SIMULATION, settings, seed)
    found = []
    for step in range(timeline.length + 1):
        timeline.seek(step)
        found.append(timeline.frame())
    return found


# -- the numbers ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("choice", [network(), network("relu", "he_normal", residual=True), network(batch_norm=True)])
def test_every_number_is_the_networks_own(choice: NetworkChoice) -> None:
    settings = replace(SMALL, network=choice)
    x, y = settings.data.points(3, settings.batch)
    own = Network(network_of(PassKey.of(settings, 3)), generator(3))
    loss, d_output = settings.loss(own.forward(x), y)
    own.backward(d_output)
    passed = measured(PassKey.of(settings, 3))
    hidden, s = own.layers[:-1], passed.statistics
    assert passed.loss == loss
    assert passed.d_output == root_mean_square(d_output)
    for numbers, of_layer in (
        (s.rms_a, lambda layer: layer.a),
        (s.rms_d_a, lambda layer: layer.d_a),
        (s.rms_d_z, lambda layer: layer.d_z),
        (s.rms_d_w, lambda layer: layer.d_W),
    ):
        np.testing.assert_allclose(numbers, [np.sqrt(np.mean(of_layer(layer) ** 2)) for layer in hidden], rtol=1e-12)
    slopes = [choice.activation.derivative(layer.z).mean() for layer in hidden]
    np.testing.assert_allclose(passed.slope, slopes, rtol=1e-12)
    spread = [np.sqrt(np.mean((h.a - h.a.mean(axis=0)) ** 2) / np.mean(h.a**2)) for h in hidden]
    np.testing.assert_allclose(passed.apart, spread, rtol=1e-9)


def test_both_sides_scale_the_same_draw() -> None:
    wide = replace(SMALL, network=NetworkChoice(ACTIVATIONS["identity"](), Normal(sigma=0.02)))
    narrow = replace(SMALL, network=NetworkChoice(ACTIVATIONS["identity"](), Normal(sigma=0.01)))
    ratio = measured(PassKey.of(wide, 5)).statistics.rms_a / measured(PassKey.of(narrow, 5)).statistics.rms_a
    np.testing.assert_allclose(ratio, 2.0 ** np.arange(1, 7), rtol=1e-12)


def test_the_product_of_the_factors_is_the_whole_way() -> None:
    passed = measured(PassKey.of(SMALL, 0))
    s = passed.statistics
    assert np.prod(passed.factors) == pytest.approx(s.rms_d_z[0] / passed.d_output, rel=1e-12)
    last = frames(SMALL)[-1]
    assert last.product == pytest.approx(s.rms_d_z[0] / s.rms_d_z[-1], rel=1e-12)
    assert last.factors == tuple(passed.factors[-2::-1])


def test_repeats_are_other_draws_on_the_same_points() -> None:
    settings = replace(SMALL, draws=5)
    passed = measured(PassKey.of(settings, 2))
    assert passed.repeats_w.shape == passed.repeats_h.shape == (5, 6)
    np.testing.assert_array_equal(passed.repeats_w[0], passed.statistics.rms_d_w)
    assert len(np.unique(passed.repeats_w[:, 0])) == 5
    x, y = settings.data.points(2, settings.batch)
    other = Network(network_of(PassKey.of(settings, 2)), generator(2, 3))
    other.backward(settings.loss(other.forward(x), y)[1])
    np.testing.assert_allclose(
        passed.repeats_w[3], [np.sqrt(np.mean(layer.d_W**2)) for layer in other.layers[:-1]], rtol=1e-12
    )
    curve = scene_of(settings, passed, 2).curve("weights")
    assert curve.median is not None
    assert curve.band is not None
    np.testing.assert_array_equal(curve.median, np.median(passed.repeats_w, axis=0))
    assert (curve.band[0] <= curve.median).all()
    assert (curve.median <= curve.band[1]).all()


def test_quantiles_do_not_reckon_between_infinities() -> None:
    low, middle, high = quantiles(np.array([[np.inf], [1.0], [np.inf]]), (0.1, 0.5, 0.9))
    assert (low[0], middle[0], high[0]) == (1.0, math.inf, math.inf)


def test_a_pass_is_computed_once_for_start_and_scene() -> None:
    settings = replace(SMALL, batch=19)
    before = measured.cache_info().misses
    start = SIMULATION.start(settings, 0)
    scene = SIMULATION.scene(settings, 0)
    assert start.passed is scene.passed
    assert measured.cache_info().misses == before + 1


def test_nobody_waits_and_nothing_is_kept() -> None:
    settings = replace(SMALL, batch=18, draws=3)
    before = measured.cache_info().currsize
    with while_wanted(lambda: False), pytest.raises(Interrupted):
        SIMULATION.start(settings, 0)
    assert measured.cache_info().currsize == before


# -- the steps --------------------------------------------------------------------------------------------------------


def test_forward_through_all_layers_and_back() -> None:
    shown = frames(SMALL)
    assert [(frame.phase, frame.layer) for frame in shown] == [
        ("start", 0),
        *(("forward", layer) for layer in range(1, 7)),
        *(("backward", layer) for layer in range(6, 0, -1)),
    ]
    assert [frame.known_forward for frame in shown] == [*range(7), *[6] * 6]
    assert [frame.known_back for frame in shown] == [*[7] * 7, *range(6, 0, -1)]
    assert [len(frame.factors) for frame in shown] == [*[0] * 8, 1, 2, 3, 4, 5]
    assert place(2, 2) == ("forward", 2)
    assert place(3, 2) == ("backward", 2)


def test_the_record_holds_the_layers_numbers() -> None:
    timeline = Timeline(lambda _settings: SIMULATION, SMALL)
    timeline.seek(12)
    row, s = timeline.record, timeline.scene.passed.statistics
    column = COLUMNS.index
    assert row.shape == (13, len(COLUMNS))
    np.testing.assert_array_equal(row[1:7, column("rms_h")], s.rms_a)
    np.testing.assert_array_equal(row[7:, column("rms_d_w")], s.rms_d_w[::-1])
    assert np.isnan(row[1:7, column("rms_d_w")]).all()
    assert np.isnan(row[0, 1:]).all()


def test_the_numbers_of_a_step() -> None:
    s = measured(PassKey.of(SMALL, 0)).statistics
    back = frames(SMALL)[9]
    assert (back.phase, back.layer) == ("backward", 4)
    found = {(n.name, n.symbol): n.value for n in back.numbers}
    assert found["rms {symbol}", "δ^[({after})]"] == s.rms_d_z[4]
    assert found["rms {symbol}", "∂L/∂W^[({n})]"] == s.rms_d_w[3]
    assert found["layer {symbol} multiplies by", "{n}"] == pytest.approx(s.rms_d_z[3] / s.rms_d_z[4])
    forward = {(n.name, n.symbol): n.value for n in frames(SMALL)[4].numbers}
    assert forward["rms {symbol}", "h^[({before})]"] == s.rms_a[2]
    assert forward["rms {symbol}", "h^[({n})]"] == s.rms_a[3]


# -- formulas and figures ---------------------------------------------------------------------------------------------


def test_the_formulas_of_a_plain_layer() -> None:
    told = [numbered(f.template, 7) for f in backward_formulas(network(), 7, 20)]
    assert told == [
        "g^[(7)] = δ^[(8)] W^[(8)T]",
        "δ^[(7)] = g^[(7)] ⊙ f′(z^[(7)])",
        "∂L/∂W^[(7)] = h^[(6)T] δ^[(7)]",
    ]
    assert [numbered(f.template, 7) for f in forward_formulas(network(), 7)] == [
        "z^[(7)] = h^[(6)] W^[(7)] + b^[(7)]",
        "h^[(7)] = f(z^[(7)])",
    ]


def test_the_formulas_name_short_cuts_and_normalization_where_there_are_any() -> None:
    both = network(batch_norm=True, residual=True)
    told = [numbered(f.template, 7) for f in backward_formulas(both, 7, 20)]
    assert told[0] == "g^[(7)] = d^[(8)] W^[(8)T] + g^[(8)]"
    assert told[2].startswith("d^[(7)] = (δ^[(7)]")
    assert told[3] == "∂L/∂W^[(7)] = h^[(6)T] d^[(7)]"
    # The output layer has neither.
    assert numbered(backward_formulas(both, 20, 20)[0].template, 20) == "g^[(20)] = δ^[(21)] W^[(21)T]"
    assert numbered(backward_formulas(both, 1, 20)[-1].template, 1) == "∂L/∂W^[(1)] = x^[T] d^[(1)]"
    # The first layer has another width than the plane.
    assert "+ h" not in forward_formulas(both, 1)[-1].template
    assert numbered(forward_formulas(both, 2)[-1].template, 2) == "h^[(2)] = f(z^[(2)]) + h^[(1)]"
    assert numbered("δ^[({after})]", None) == "δ^[(l+1)]"


def test_the_formulas_are_what_the_network_does() -> None:
    """g, δ, d and ∂L/∂W of a layer from those above it, by the formulas on the screen."""
    choice = network("tanh", batch_norm=True, residual=True)
    settings = replace(SMALL, network=choice)
    x, y = settings.data.points(0, settings.batch)
    own = Network(network_of(PassKey.of(settings, 0)), generator(0))
    own.backward(settings.loss(own.forward(x), y)[1])

    def before_normalization(at: int) -> np.ndarray:
        layer = own.layers[at]
        assert layer.d_z is not None
        u = layer.x @ layer.W
        root = np.sqrt(u.var(axis=0) + 1e-5)
        return (layer.d_z - layer.d_z.mean(axis=0) - layer.z * (layer.d_z * layer.z).mean(axis=0)) / root

    layer, above = own.layers[2], own.layers[3]
    assert above.d_a is not None
    g = before_normalization(3) @ above.W.T + above.d_a
    np.testing.assert_allclose(layer.d_a, g, rtol=1e-9, atol=1e-14)
    np.testing.assert_allclose(layer.d_z, g * choice.activation.derivative(layer.z), rtol=1e-9, atol=1e-14)
    np.testing.assert_allclose(layer.d_W, layer.x.T @ before_normalization(2), rtol=1e-9, atol=1e-13)


def test_how_numbers_are_written() -> None:
    shown = (1.92e-12, 0.0163, 0.0309, 9.33, 87.94, 812.3, 5432.1, 0.0, 1.0, math.inf, math.nan, -0.25, 3e172)
    assert [figure(value) for value in shown] == [
        "1.92e−12", "0.0163", "0.0309", "9.33", "87.9", "812", "5.43e+03", "0", "1", "∞", "NaN", "−0.250", "3.00e+172",
    ]  # fmt: skip
    small = (0.38, 0.998, 2.24, 12.3, 413.0, 1100.0, 5640.0, 19_000.0, 2e6, 4e-9, 0.05, 0.0, math.inf)
    assert [compact_figure(value) for value in small] == [
        "0.38", "1.0", "2.2", "12", "413", "1.1k", "5.6k", "19k", "2e6", "4e−9", "5e−2", "0", "∞",
    ]  # fmt: skip
    assert product_text((0.25,)) == "0.25"
    assert product_text((0.25, 0.231, 0.2, 0.24)) == "0.25 × 0.23 × 0.20 × 0.24"
    assert product_text((0.25, 0.231, 0.02, 0.24, 1.5)) == "0.25 × 0.23 × 0.02 × … × 1.50"
    assert percent_figure(0.4981) == "49.8 %"
    assert ratio_figure(1.0, 4.0) == "0.250"
    assert ratio_figure(0.0, 0.0) == "0 / 0"


# -- distributions ----------------------------------------------------------------------------------------------------


def test_a_ridge_counts_every_value_once() -> None:
    values = np.array([[-3.9, 0.0, 0.0], [1.0, 3.9, 9.0]])
    shares, zeros = ridge(values, -4.0, 4.0, 1.0)
    assert zeros == pytest.approx(2 / 6)
    assert shares.shape == (BINS,)
    assert shares.sum() == pytest.approx(3 / 6), "9 lies outside"
    assert shares[0] == shares[-1] == shares[BINS // 2 + 8] == pytest.approx(1 / 6)
    scaled, _ = ridge(values * 7, -4.0, 4.0, 7.0)
    np.testing.assert_allclose(scaled, shares)


@pytest.mark.parametrize("unit", [0.0, math.inf, math.nan])
def test_a_ridge_without_a_unit_is_empty(unit: float) -> None:
    shares, zeros = ridge(np.array([[np.nan, np.inf, 0.0, 1.0]]), -4.0, 4.0, unit)
    assert not shares.any()
    assert zeros == 0.25


def test_bounded_functions_keep_their_own_axis_and_others_are_divided_by_their_rms() -> None:
    outputs = measured(PassKey.of(SMALL, 0)).outputs
    assert (outputs.low, outputs.high, outputs.scaled) == (0.0, 1.0, False)
    np.testing.assert_allclose(outputs.shares.sum(axis=1), 1.0)
    relu = measured(PassKey.of(replace(SMALL, network=network("relu", "he_normal")), 0)).outputs
    assert (relu.low, relu.scaled) == (0.0, True)
    assert ((relu.zeros > 0.2) & (relu.zeros < 0.8)).all()
    grown = measured(PassKey.of(replace(SMALL, network=network(residual=True)), 0)).outputs
    assert grown.scaled, "with a residual connection nothing bounds the sum"


def test_how_far_points_lie_apart() -> None:
    values = np.array([[1.0, 2.0], [3.0, 2.0]])
    assert apart(values, root_mean_square(values)) == pytest.approx(math.sqrt(0.5) / math.sqrt(4.5))
    assert math.isnan(apart(values[:1], 1.0))
    assert math.isnan(apart(values, 0.0))


def test_what_normalization_would_hold_the_signal_at() -> None:
    """Wide layers h ← h + f(z) under batch normalization, averaged over seeds."""
    for kind in ("relu", "sigmoid", "tanh"):
        choice = network(kind, "he_normal", batch_norm=True, residual=True)
        settings = replace(SMALL, depth=20, width=128, batch=128, network=choice)
        sizes = [measured(replace(PassKey.of(settings, seed), brief=True)).statistics.rms_a[-1] for seed in range(3)]
        assert np.mean(sizes) == pytest.approx(held_rms(choice.activation, 20), rel=0.15), kind


# -- the picture ------------------------------------------------------------------------------------------------------


def scene(settings: GradientsSettings, seed: int = 0):  # noqa: ANN201
    return scene_of(settings, measured(PassKey.of(settings, seed)), seed)


def test_one_axis_holds_both_sides_whatever_their_depth() -> None:
    deep = replace(SMALL, depth=30)
    picture = picture_of((scene(SMALL), scene(deep)), "weights")
    assert [len(curve.measured) for curve in picture.curves] == [6, 30]
    for curve in picture.curves:
        assert (picture.low < curve.measured).all()
        assert (curve.measured < picture.high).all()
        assert not curve.rows.any()
    np.testing.assert_allclose(
        picture.curves[0].measured, np.log10(measured(PassKey.of(SMALL, 0)).statistics.rms_d_w), rtol=1e-12
    )
    assert not picture.rows


def test_the_zones_follow_the_learning_rate() -> None:
    settings = replace_at(SMALL, "optimizer.learning_rate", 0.1)
    picture = picture_of((scene(settings),), "weights")
    assert picture.large == pytest.approx(1.0)
    assert picture.small == pytest.approx(-7.0)


def test_zeros_stand_in_a_row_of_their_own() -> None:
    nothing = scene(replace(SMALL, network=NetworkChoice(ACTIVATIONS["sigmoid"](), Zeros())))
    picture = picture_of((nothing, scene(SMALL)), "weights")
    assert [text for _, text in picture.rows] == ["0"]
    row = picture.rows[0][0]
    assert picture.low < row < picture.curves[1].measured.min()
    assert (picture.curves[0].measured == row).all()
    assert picture.curves[0].rows.all()


def test_what_overflows_stands_above_all_others() -> None:
    choice = NetworkChoice(ACTIVATIONS["relu"](), Normal(sigma=10.0))
    huge = replace(SMALL, depth=100, width=256, network=choice, loss=MeanSquaredError())
    found = picture_of((scene(huge), scene(SMALL)), "weights")
    texts = {text for _, text in found.rows}
    assert texts <= {"∞", "NaN"}
    assert texts
    for row, _ in found.rows:
        assert found.curves[1].measured.max() < row < found.high


@pytest.mark.parametrize("kind", ACTIVATIONS)
@pytest.mark.parametrize("init", INITIALIZERS)
def test_every_network_can_be_passed_through(kind: str, init: str) -> None:
    """No warning escapes, and no picture is empty, from zeros to N(0, 10) and with one unit or one point."""
    starts = [Normal(sigma=10.0), Normal(sigma=1e-4)] if init == "normal" else [INITIALIZERS[init]()]
    for start in starts:
        for depth, width, batch in ((2, 3, 4), (20, 1, 5), (100, 4, 1)):
            for switches in ((False, False), (True, True)):
                choice = NetworkChoice(ACTIVATIONS[kind](), start, *switches)
                settings = replace(SMALL, depth=depth, width=width, batch=batch, network=choice)
                found = scene(settings)
                for quantity in ("weights", "outputs"):
                    picture = picture_of((found,), quantity)
                    assert np.isfinite(picture.curves[0].measured).all()
                assert found.verdicts
                for step in (0, 1, depth, depth + 1, 2 * depth):
                    state = replace(SIMULATION.start(settings, 0), step=step)
                    row = SIMULATION.record(settings, state)
                    frame = SIMULATION.frame(settings, step, state, np.tile(row, (step + 1, 1)))
                    assert all(number.written for number in frame.numbers)


def test_he_is_the_usual_start_for_relu() -> None:
    assert isinstance(replace(SMALL).counterpart().network.initializer, HeNormal)
