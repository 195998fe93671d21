"""A batch through depth and back: the numbers, what is kept of them, and the theory of wide layers."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np
import pytest

from engine.activations import ACTIVATIONS, Activation
from engine.activations.bounded import Tanh
from engine.activations.rectifiers import ReLU
from engine.initializers import INITIALIZERS, HeNormal, Initializer, Normal, XavierNormal, Zeros
from engine.network import Network, NetworkSettings, generator
from engine.simulations import SIMULATIONS
from engine.simulations import initialization_forward_pass as passing
from engine.simulations.initialization import Forward, InitializationSettings, Scheme, Weights
from engine.simulations.initialization_forward import ForwardSimulation, place_of
from engine.simulations.initialization_forward_pass import BINS, Course, copies, extent, joined_bars, send
from engine.simulations.initialization_forward_theory import theory
from engine.timeline import Timeline, weigh
from engine.work import Interrupted, while_wanted

SIMULATION = ForwardSimulation()
SETTINGS = InitializationSettings(mode=Forward())
COURSE = Course(n_in=30, n_out=20, layers=5, batch=40, activation=Tanh(), seed=3)


def run(settings: InitializationSettings, seed: int = 0) -> Timeline:
    return Timeline(SIMULATIONS["initialization"].simulation, settings, seed)


def network_of(course: Course, initializer: Initializer) -> Network:
    """The same layers as a network whose output layer is the last of them, so without its activation."""
    sizes = (course.n_in, *[course.n_out] * course.layers)
    return Network(NetworkSettings(sizes, course.activation, initializer), generator(course.seed))


# -- the pass ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", INITIALIZERS)
@pytest.mark.parametrize("activation", [ReLU(), Tanh()])
def test_it_is_the_pass_of_a_network_with_the_same_seed(kind: str, activation: Activation) -> None:
    course, initializer = replace(COURSE, activation=activation), INITIALIZERS[kind]()
    sent, network = send(initializer, course), network_of(course, initializer)
    z_last = network.forward(course.batch_of_inputs())
    outputs = [*(layer.a for layer in network.layers[:-1]), activation(z_last)]
    np.testing.assert_allclose(sent.activations.std, [a.std() for a in outputs], rtol=1e-12, atol=1e-300)
    np.testing.assert_allclose(sent.activations.square, [np.square(a).mean() for a in outputs], rtol=1e-12)
    np.testing.assert_allclose(sent.activations.varying, [a.std(axis=0).dot(a.std(axis=0)) ** 0.5 / 20**0.5 for a in outputs], rtol=1e-9)  # fmt: skip
    network.backward(course.top_gradient() * activation.derivative(z_last))
    gradients = [*(layer.d_a for layer in network.layers[:-1]), course.top_gradient()]
    np.testing.assert_allclose(sent.gradients.std, [np.std(g) for g in gradients], rtol=1e-12, atol=1e-300)


def test_the_gradient_is_that_of_the_sum_over_the_top_weighted_with_it() -> None:
    course = replace(COURSE, layers=2, n_out=3, batch=2)
    weights = [HeNormal()(rng, *course.shape(layer)) for rng in [generator(3)] for layer in (1, 2)]
    first, top = np.tanh(course.batch_of_inputs() @ weights[0]), course.top_gradient()
    step = np.cbrt(np.finfo(float).eps)
    slopes = np.empty_like(first)
    for place in np.ndindex(first.shape):
        moved = np.zeros_like(first)
        moved[place] = step
        up, down = (np.sum(top * np.tanh((first + side * moved) @ weights[1])) for side in (1, -1))
        slopes[place] = (up - down) / (2 * step)
    assert send(HeNormal(), course).gradients.std[0] == pytest.approx(slopes.std(), rel=1e-8)


def test_layer_1_is_the_draw_of_the_mode_weights() -> None:
    weights = run(InitializationSettings(mode=Weights()), seed=4).frame().weights
    for own, sent in zip(weights, run(SETTINGS, seed=4).scene.passes, strict=True):
        np.testing.assert_array_equal(sent.layer_1, own)
        assert sent.weights == (own.mean(), own.std())


@pytest.mark.parametrize("kind", ["he_normal", "orthogonal"])
def test_weights_too_large_to_keep_are_the_same_when_drawn_again(kind: str, monkeypatch: pytest.MonkeyPatch) -> None:
    kept = send(INITIALIZERS[kind](), COURSE)
    monkeypatch.setattr(passing, "MOST_KEPT", 0)
    send.cache_clear()
    drawn = send(INITIALIZERS[kind](), COURSE)
    np.testing.assert_array_equal(drawn.gradients.std, kept.gradients.std)
    np.testing.assert_array_equal(drawn.gradients.counts, kept.gradients.counts)


@pytest.mark.parametrize("kind", ACTIVATIONS)
def test_bars_and_shares_take_in_every_value(kind: str) -> None:
    course = replace(COURSE, activation=ACTIVATIONS[kind]())
    low, high = extent(course.activation)
    sent = send(Normal(sigma=0.5), course)
    network = network_of(course, Normal(sigma=0.5))
    network.forward(course.batch_of_inputs())
    for place, layer in enumerate(network.layers[:-1]):
        a, flow = layer.a, sent.activations
        bars, _ = np.histogram(a[a != 0], bins=BINS, range=(low, high))
        np.testing.assert_allclose(flow.counts[place], bars, atol=1)  # a value on the edge of two bars
        assert flow.zeros[place] == np.mean(a == 0)
        assert flow.above[place] == np.mean(a > high)
        assert flow.below[place] == np.mean(a < low)
        whole = flow.counts[place].sum() / a.size + flow.zeros[place] + flow.above[place] + flow.below[place]
        assert whole == pytest.approx(1.0)
        assert flow.lost[place] == 0


def test_the_range_of_ridges_is_what_the_activation_takes() -> None:
    assert extent(ACTIVATIONS["relu"]()) == (0.0, 4.0)
    assert extent(ACTIVATIONS["sigmoid"]()) == (0.0, 1.0)
    assert extent(ACTIVATIONS["tanh"]()) == (-1.0, 1.0)
    assert extent(ACTIVATIONS["identity"]()) == (-4.0, 4.0)
    low, high = extent(ACTIVATIONS["leaky_relu"]())
    assert (low, high) == (pytest.approx(-0.04), 4.0)


def test_few_values_have_fewer_bars() -> None:
    assert [joined_bars(count) for count in (1, 50, 1000, 12_800)] == [4, 4, 2, 1]
    assert all(BINS % joined_bars(count) == 0 for count in (1, 1000, 10**6))


# -- copies -----------------------------------------------------------------------------------------------------------


def test_identical_units_correlate_by_1_whatever_they_output() -> None:
    weights = np.array([[1.0, 1.0, 2.0, 0.0, -0.0]])
    a = np.maximum(np.array([[-1.0], [1.0], [2.0]]) @ weights, 0.0)
    correlation, distinct = copies(weights, a)
    assert distinct == 3
    assert correlation[0, 1] == 1.0
    assert correlation[0, 2] == pytest.approx(1.0)  # twice the unit: it goes along, but it is none
    assert correlation[3, 4] == 1.0  # constant, and copies
    assert correlation[0, 3] == 0.0
    np.testing.assert_array_equal(np.diag(correlation), 1.0)


def test_correlation_is_pearsons() -> None:
    rng = np.random.default_rng(0)
    weights, a = rng.standard_normal((4, 6)), rng.standard_normal((50, 6))
    correlation, distinct = copies(weights, a)
    assert distinct == 6
    np.testing.assert_allclose(correlation, np.corrcoef(a.T), atol=1e-12)


def test_of_many_units_the_picture_shows_some_and_the_count_takes_all() -> None:
    sent = send(HeNormal(), replace(COURSE, n_out=200))
    assert sent.correlation.shape == (passing.MOST_UNITS, passing.MOST_UNITS)
    assert sent.distinct == 200


@pytest.mark.parametrize("kind", ACTIVATIONS)
def test_zeros_make_one_unit_of_all(kind: str) -> None:
    sent = send(Zeros(), replace(COURSE, activation=ACTIVATIONS[kind]()))
    assert sent.distinct == 1
    np.testing.assert_array_equal(sent.correlation, 1.0)
    np.testing.assert_array_equal(sent.activations.std, 0.0)  # not 1e-17, as a mean's rounding would have it
    np.testing.assert_array_equal(sent.gradients.std[:-1], 0.0)
    assert sent.gradients.std[-1] == pytest.approx(1.0, abs=0.1)


# -- theory -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", ACTIVATIONS)
@pytest.mark.parametrize("scheme", [HeNormal(), XavierNormal(), INITIALIZERS["he_uniform"](), Normal(sigma=0.1)])
def test_wide_layers_do_as_the_theory_says(kind: str, scheme: Initializer) -> None:
    course = Course(n_in=500, n_out=400, layers=4, batch=64, activation=ACTIVATIONS[kind](), seed=1)
    sent, expected = send(scheme, course), theory(scheme, course)
    np.testing.assert_allclose(sent.activations.std, expected.activations, rtol=0.12)
    np.testing.assert_allclose(sent.gradients.std, expected.gradients, rtol=0.12)


def test_theory_for_relu_in_closed_form() -> None:
    course = replace(COURSE, activation=ReLU(), n_in=50, n_out=50)
    expected = theory(XavierNormal(), course)
    q = np.square(course.batch_of_inputs()).mean(axis=1) * 0.5 ** np.arange(1, 6)[:, np.newaxis]  # E a² of each point
    mean = np.sqrt(2 * q) / math.sqrt(2 * math.pi)
    np.testing.assert_allclose(expected.activations, np.sqrt(q.mean(axis=1) - mean.mean(axis=1) ** 2), rtol=1e-9)
    np.testing.assert_allclose(expected.gradients, 0.5 ** (np.arange(4, -1, -1) / 2), rtol=1e-9)


def test_theory_of_zeros_is_0() -> None:
    expected = theory(Zeros(), COURSE)
    np.testing.assert_array_equal(expected.activations, 0.0)
    np.testing.assert_array_equal(expected.gradients, [0, 0, 0, 0, 1])


# -- extremes ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", ACTIVATIONS)
@pytest.mark.parametrize("layers", [2, 50])
@pytest.mark.parametrize("width", [1, 12])
@pytest.mark.parametrize("batch", [1, 7])
def test_nothing_warns_at_the_ends(kind: str, layers: int, width: int, batch: int) -> None:
    schemes = tuple(Scheme(initializer=s) for s in (Zeros(), Normal(sigma=10.0), Normal(sigma=1e-4), HeNormal()))
    activation = ACTIVATIONS[kind]()
    settings = replace(
        SETTINGS, n_in=width, n_out=width, layers=layers, batch=batch, activation=activation, schemes=schemes
    )
    with np.errstate(all="raise", under="ignore"):
        timeline = run(settings)
        scene = timeline.scene
        for step in (0, 1, layers, layers + 1, 2 * layers):
            timeline.seek(step)
            frame = timeline.frame()
            for verdict in frame.verdicts:
                assert verdict.title.format(**verdict.values())
                assert verdict.text.format(**verdict.values())
    assert all(np.isnan(sent.activations.std).all() == (width == batch == 1) for sent in scene.passes)


def test_what_overflows_is_told_and_where() -> None:
    course = replace(COURSE, activation=ACTIVATIONS["identity"](), layers=220)
    sent = send(Normal(sigma=10.0), course)
    first = int(np.argmax(~np.isfinite(sent.activations.std)))
    assert 150 < first < 200
    assert sent.activations.std[first] == math.inf
    assert sent.activations.lost[-1] == 1.0
    assert np.isinf(theory(Normal(sigma=10.0), course).activations[-1])


# -- the simulation ---------------------------------------------------------------------------------------------------


def test_a_step_is_a_layer_there_and_then_back() -> None:
    assert SIMULATION.length(SETTINGS) == 20
    assert [place_of(step, 10) for step in (0, 1, 10, 11, 20)] == [
        ("start", 0),
        ("forward", 1),
        ("forward", 10),
        ("backward", 10),
        ("backward", 1),
    ]
    timeline = run(SETTINGS)
    timeline.seek(13)
    frame = timeline.frame()
    assert (frame.step, frame.phase, frame.layer) == (13, "backward", 8)


def test_the_record_holds_spread_and_zeros_of_the_layer_at_hand() -> None:
    timeline = run(SETTINGS)
    timeline.seek(20)
    he = timeline.scene.passes[3]
    assert np.isnan(timeline.record[0]).all()
    np.testing.assert_array_equal(timeline.record[1:11, 6], he.activations.std)
    np.testing.assert_array_equal(timeline.record[11:, 6], he.gradients.std[::-1])
    np.testing.assert_array_equal(timeline.record[1:11, 7], he.activations.zeros)
    assert timeline.record[1, 0] == 0.0
    assert timeline.record[1, 1] == 1.0


def test_the_same_seed_gives_the_same_and_another_another() -> None:
    one = run(SETTINGS, seed=7).scene.passes[3].activations.std
    send.cache_clear()
    np.testing.assert_array_equal(run(SETTINGS, seed=7).scene.passes[3].activations.std, one)
    assert run(SETTINGS, seed=8).scene.passes[3].activations.std[0] != one[0]


def test_all_schemes_get_the_same_batch_and_the_same_draw() -> None:
    schemes = (Scheme(initializer=Normal(sigma=0.01)), Scheme(initializer=Normal(sigma=0.02)))
    one, twice = run(replace(SETTINGS, schemes=schemes)).scene.passes
    np.testing.assert_allclose(twice.activations.std / one.activations.std, 2.0 ** np.arange(1, 11), rtol=1e-9)


def test_a_change_of_one_scheme_sends_only_that_one_again() -> None:
    run(SETTINGS)
    before = send.cache_info().misses
    changed = (*SETTINGS.schemes[:1], Scheme(initializer=Normal(sigma=0.5), colour=1), *SETTINGS.schemes[2:])
    run(replace(SETTINGS, schemes=changed)).scene  # noqa: B018 - made at the asking
    assert send.cache_info().misses == before + 1


def test_states_weigh_next_to_nothing() -> None:
    assert weigh(SIMULATION.start(SETTINGS, 0)) < 500


def test_work_ends_when_nobody_waits() -> None:
    send.cache_clear()
    with while_wanted(lambda: False), pytest.raises(Interrupted):
        run(SETTINGS)
    assert send.cache_info().currsize == 0


def test_the_histogram_of_weights_is_a_density() -> None:
    scene = run(SETTINGS).scene
    for scheme, heights in zip(scene.schemes, scene.heights, strict=True):
        width = scene.joined * (scheme.edges[1] - scheme.edges[0])
        assert heights.sum() * width == pytest.approx(1.0)


# -- why --------------------------------------------------------------------------------------------------------------


def lines_at(step: int, settings: InitializationSettings = SETTINGS) -> list[str]:
    timeline = run(settings)
    timeline.seek(step)
    why = timeline.frame().why[3]
    return [f"{line.numbers} {line.measured}".format(**line.values).strip() for line in why.lines]


def test_why_two_over_n_has_the_numbers_of_the_layer() -> None:
    settings = replace(SETTINGS, batch=1024)
    he = run(settings).scene.passes[3]
    before = he.activations.square[3]
    assert lines_at(5, settings) == [
        "√(2 / 50) = 0.2",
        f"50 · 0.04 · {before:.2f} = {2 * before:.2f} here {he.z_square[4]:.2f}",
        f"ReLU keeps half: {before:.2f} here {he.activations.square[4]:.2f}",
    ]
    entering = f"{he.input_square:.2f} = {2 * he.input_square:.2f}"
    assert he.input_square == pytest.approx(1.0, abs=0.01)
    assert lines_at(1, settings)[:2] == ["√(2 / 100) = 0.1414", f"100 · 0.02 · {entering} here {he.z_square[0]:.2f}"]


def test_on_the_way_back_it_is_about_the_gradient() -> None:
    he = run(SETTINGS).scene.passes[3]
    delta = he.slope_square[9] * he.gradients.square[9]
    assert lines_at(11)[1:] == [
        f"{he.slope_square[9]:.2f} · {he.gradients.square[9]:.2f} = {delta:.2f}",
        f"50 · 0.04 · {delta:.2f} = {2 * delta:.2f} here {he.gradients.square[8]:.2f}",
    ]
    assert len(lines_at(20)) == 2  # below layer 1 there is none to hand anything to


@pytest.mark.parametrize("kind", INITIALIZERS)
@pytest.mark.parametrize("activation", ["relu", "sigmoid"])
def test_every_scheme_has_lines_there_and_back(kind: str, activation: str) -> None:
    schemes = (*SETTINGS.schemes[:3], Scheme(initializer=INITIALIZERS[kind]()))
    settings = replace(SETTINGS, schemes=schemes, activation=ACTIVATIONS[activation]())
    for step in (0, 1, 10, 11, 20):
        lines = lines_at(step, settings)
        assert len(lines) == (3 if step < 20 or kind == "zeros" else 2)
        assert not any(mark in line for line in lines for mark in "{}")


def test_other_activations_say_what_they_make_of_it() -> None:
    settings = replace(SETTINGS, activation=Tanh())
    tanh = run(settings).scene.passes[3]
    assert lines_at(2, settings)[2] == f"tanh makes {tanh.activations.square[1]:.2f} of it"
