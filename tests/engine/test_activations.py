"""Activation functions: values and slopes against PyTorch and differences, extremes, and what they say of themselves."""

from __future__ import annotations

import json
import math
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.activation_facts import dead_share, mean_output, saturated_share, saturation_zones, zero_centred
from engine.activation_marks import marks
from engine.activations import ACTIVATIONS, Activation
from engine.parameter import SettingsError, parameters

Case = dict[str, Any]
REFERENCE = json.loads((Path(__file__).parents[1] / "reference" / "activations.json").read_text(encoding="utf-8"))
INF = math.inf
ALPHA_SELU, SCALE_SELU = 1.6732632423543773, 1.0507009873554805

# key: (f(-inf), f(inf), f'(-inf), f'(inf)) at the default parameter
LIMITS = {
    "sigmoid": (0.0, 1.0, 0.0, 0.0),
    "tanh": (-1.0, 1.0, 0.0, 0.0),
    "relu": (0.0, INF, 0.0, 1.0),
    "leaky_relu": (-INF, INF, 0.01, 1.0),
    "elu": (-1.0, INF, 0.0, 1.0),
    "swish": (0.0, INF, 0.0, 1.0),
    "gelu": (0.0, INF, 0.0, 1.0),
    "mish": (0.0, INF, 0.0, 1.0),
    "selu": (-SCALE_SELU * ALPHA_SELU, INF, 0.0, SCALE_SELU),
    "softplus": (0.0, INF, 0.0, 1.0),
    "identity": (-INF, INF, 1.0, 1.0),
}
EVERY = [
    *[cls() for cls in ACTIVATIONS.values()],
    ACTIVATIONS["leaky_relu"](alpha=0.001),
    ACTIVATIONS["leaky_relu"](alpha=1.0),
    *[ACTIVATIONS["elu"](alpha=a) for a in (0.1, 3.0, 10.0)],
    *[ACTIVATIONS["swish"](beta=b) for b in (0.1, 3.0, 10.0)],
]
each = pytest.mark.parametrize("activation", EVERY, ids=str)


def test_every_activation_stands_in_the_tables() -> None:
    assert list(ACTIVATIONS)[:6] == ["sigmoid", "tanh", "relu", "leaky_relu", "elu", "swish"]
    assert set(ACTIVATIONS) == set(LIMITS) == {case["kind"] for case in REFERENCE["cases"]} == set(FACTS)


@pytest.mark.parametrize("case", REFERENCE["cases"], ids=lambda c: f"{c['kind']} {c['settings']}")
def test_as_pytorch(case: Case) -> None:
    z = np.array(REFERENCE["z"])
    activation = ACTIVATIONS[case["kind"]](**case["settings"])
    # Both round differently; PyTorch's slopes lose digits by cancellation where they are nearly 0.
    np.testing.assert_allclose(activation(z), case["f"], rtol=4e-15, atol=4e-15)
    np.testing.assert_allclose(activation.derivative(z), case["derivative"], rtol=4e-15, atol=4e-15)


@each
def test_derivative_is_the_central_difference(activation: Activation) -> None:
    z = np.concatenate([np.linspace(-30.0, 30.0, 4001), [-700.0, -100.0, 100.0, 700.0]])
    h = np.cbrt(np.finfo(float).eps) * np.maximum(1.0, np.abs(z))
    z, h = z[np.abs(z) > 2 * h], h[np.abs(z) > 2 * h]  # no difference across a kink
    difference = (activation(z + h) - activation(z - h)) / (2 * h)
    np.testing.assert_allclose(activation.derivative(z), difference, rtol=1e-7, atol=2e-8)


@each
def test_extremes_without_a_warning(activation: Activation) -> None:
    large = np.array([5e-324, 1e-300, 700.0, 745.0, 1e4, 1e154, 1e308, np.finfo(float).max])
    z = np.concatenate([-large, [-0.0, 0.0], large])
    with np.errstate(all="raise", under="ignore"):
        value, slope = activation(z), activation.derivative(z)
        for place in (*z.tolist(), INF, -INF):
            assert all(activation.numbers(place))
    assert np.all(np.isfinite(value[:-1]))
    assert np.all(np.isfinite(slope))
    assert np.all(np.abs(slope) <= activation.max_derivative)


@pytest.mark.parametrize("kind", LIMITS)
def test_infinities_give_the_limits_and_nan_stays(kind: str) -> None:
    activation = ACTIVATIONS[kind]()
    with np.errstate(all="raise", under="ignore"):
        z = np.array([-INF, INF])
        np.testing.assert_array_equal([*activation(z), *activation.derivative(z)], LIMITS[kind])
        assert np.isnan(activation(np.array([np.nan])))
        assert np.isnan(activation.derivative(np.array([np.nan]))) or kind == "identity"


@each
@pytest.mark.parametrize("shape", [(), (0,), (7,), (2, 3, 4)])
def test_any_shape_and_no_change_of_the_input(activation: Activation, shape: tuple[int, ...]) -> None:
    z = np.random.default_rng(3).standard_normal(shape)
    before = z.copy()
    for function in (activation, activation.derivative):
        result = np.asarray(function(z))
        assert result.shape == shape
        assert result.dtype == np.float64
        assert not np.shares_memory(result, z)
    np.testing.assert_array_equal(z, before)


def test_the_chapters_chain_of_ten_layers() -> None:
    sigmoid = ACTIVATIONS["sigmoid"]()
    z, a = [], np.array(1.0)
    for _ in range(10):
        z.append(0.5 * a)
        a = sigmoid(z[-1])
    gradient, seen = 1.0, []
    for place in reversed(z):
        gradient *= float(sigmoid.derivative(place)) * 0.5
        seen.append(gradient)
    printed = [
        "7.26119073e-10",
        "6.17963917e-09",
        "5.06439761e-08",
        "4.13646363e-07",
        "3.37721911e-06",
        "2.75720076e-05",
    ]
    assert [f"{g:.8e}" for g in reversed(seen)][:6] == printed
    assert (
        f"{seen[3]:.5e} {seen[2]:.5e} {seen[1]:.6e} {seen[0]:.7e}"
        == "2.25100e-04 1.83773e-03 1.500333e-02 1.2248806e-01"
    )


def test_what_the_chapter_says_at_zero() -> None:
    zero = np.array(0.0)
    slopes = {kind: float(cls().derivative(zero)) for kind, cls in ACTIVATIONS.items()}
    assert slopes["sigmoid"] == 0.25
    assert slopes["tanh"] == 1.0
    assert slopes["relu"] == 0.0
    assert slopes["leaky_relu"] == 0.01
    assert slopes["elu"] == 1.0
    assert ACTIVATIONS["elu"](alpha=2.5).derivative(zero) == 2.5
    assert slopes["swish"] == 0.5


# -- what they say of themselves --------------------------------------------------------------------------------------

# key: range, smooth, monotone, max f', mean output, zero-centred, share saturated, share with f' exactly 0
FACTS = {
    "sigmoid": ("(0, 1)", True, True, 0.25, 0.5, "no", 0.0039, 0.0),
    "tanh": ("(−1, 1)", True, True, 1.0, 0.0, "yes", 0.0294, 0.0),
    "relu": ("[0, ∞)", False, True, 1.0, 0.3989, "no", 0.5, 0.5),
    "leaky_relu": ("(−∞, ∞)", False, True, 1.0, 0.3950, "no", 0.5, 0.0),
    "elu": ("(−1, ∞)", True, True, 1.0, 0.1605, "nearly", 0.0014, 0.0),
    "swish": ("[−0.28, ∞)", True, False, 1.0998, 0.2066, "no", 0.0812, 0.0),
    "gelu": ("[−0.17, ∞)", True, False, 1.1289, 0.2821, "no", 0.0800, 0.0),
    "mish": ("[−0.31, ∞)", True, False, 1.0885, 0.2404, "no", 0.0739, 0.0),
    "selu": ("(−1.76, ∞)", False, True, 1.7581, 0.0, "yes", 0.0002, 0.0),
    "softplus": ("(0, ∞)", True, True, 1.0, 0.8061, "no", 0.0016, 0.0),
    "identity": ("(−∞, ∞)", True, True, 1.0, 0.0, "yes", 0.0, 0.0),
}


@pytest.mark.parametrize("kind", FACTS)
def test_facts_of_the_comparison_table(kind: str) -> None:
    a = ACTIVATIONS[kind]()
    shares = (saturated_share(a), dead_share(a))
    numbers = (a.max_derivative, mean_output(a), *shares)
    limits, smooth, monotone, steepest, mean, centred, saturated, dead = FACTS[kind]
    assert (a.range.text(), a.smooth, a.monotone, zero_centred(a)) == (limits, smooth, monotone, centred)
    np.testing.assert_allclose(numbers, (steepest, mean, saturated, dead), atol=6e-5)


@each
def test_flags_and_limits_agree_with_the_curve(activation: Activation) -> None:
    z = np.unique(np.concatenate([np.linspace(-60.0, 60.0, 480_001), [-1e3, -750.0, 750.0, 1e3]]))
    value, slope = activation(z), activation.derivative(z)
    lower, upper = activation.range.lower, activation.range.upper
    # Reached ends are met within the grid's resolution, open ones are approached.
    assert value.min() == pytest.approx(lower, abs=1e-7) if math.isfinite(lower) else value.min() <= 0.0
    assert value.max() == pytest.approx(upper, abs=1e-7) if math.isfinite(upper) else value.max() >= 100.0
    assert np.all(value >= lower - 1e-15)
    assert np.all(value <= upper)
    assert slope.max() == pytest.approx(activation.max_derivative, rel=2e-7)
    assert activation.monotone == bool(np.all(slope >= 0.0))
    tiny = np.array([-1e-12, 1e-12])
    assert activation.smooth == bool(abs(np.diff(activation.derivative(tiny))[0]) < 1e-9)


def test_parameters_move_the_facts() -> None:
    assert ACTIVATIONS["elu"](alpha=2.0).range.text() == "(−2, ∞)"
    assert not ACTIVATIONS["elu"](alpha=2.0).smooth
    assert ACTIVATIONS["swish"](beta=2.0).range.lower == pytest.approx(-0.1392, abs=1e-4)
    assert ACTIVATIONS["leaky_relu"](alpha=1.0).smooth
    assert saturated_share(ACTIVATIONS["leaky_relu"](alpha=0.051)) == 0.0


def test_saturation_zones_are_a_list_of_intervals() -> None:
    sigmoid, swish = (saturation_zones(ACTIVATIONS[kind](), -6.0, 6.0) for kind in ("sigmoid", "swish"))
    edge = math.log((1 + math.sqrt(0.8)) ** 2 / 0.2)  # σ(1 - σ) = 0.05
    np.testing.assert_allclose(sigmoid, [(-6.0, -edge), (edge, 6.0)], rtol=1e-14)
    np.testing.assert_allclose(swish, [(-6.0, -4.0826), (-1.5586, -1.0769)], atol=1e-4)
    assert saturation_zones(ACTIVATIONS["relu"](), -6.0, 6.0) == [(-6.0, 0.0)]
    assert saturation_zones(ACTIVATIONS["relu"](), 1.0, 6.0) == []
    assert saturation_zones(ACTIVATIONS["relu"](), -6.0, -1.0) == [(-6.0, -1.0)]
    assert saturation_zones(ACTIVATIONS["identity"](), -6.0, 6.0) == []


@each
def test_zones_hold_what_they_promise(activation: Activation) -> None:
    zones = saturation_zones(activation, -6.0, 6.0)
    z = np.linspace(-6.0, 6.0, 3001)
    inside = np.any([(z >= left) & (z <= right) for left, right in zones] or [np.zeros(z.size, dtype=bool)], axis=0)
    np.testing.assert_array_equal(inside, np.abs(activation.derivative(z)) < 0.05)


NUMBERS = {
    "sigmoid": ("1 / (1 + 3.669) = 0.2142", "0.2142 · 0.7858 = 0.1683"),
    "tanh": ("tanh(−1.3) = −0.8617", "1 − (−0.8617)² = 0.2574"),
    "relu": ("max(0, −1.3) = 0", "−1.3 ≤ 0: 0"),
    "leaky_relu": ("0.01 · (−1.3) = −0.013", "−1.3 ≤ 0: 0.01"),
    "elu": ("1 · (0.2725 − 1) = −0.7275", "1 · 0.2725 = 0.2725"),
    "swish": ("−1.3 · 0.2142 = −0.2784", "0.2142 + (−1.3) · 0.2142 · 0.7858 = −0.004623"),
    "gelu": ("−1.3 · 0.0968 = −0.1258", "0.0968 + (−1.3) · 0.1714 = −0.126"),
    "mish": ("−1.3 · 0.2364 = −0.3074", "0.2364 + (−1.3) · 0.9441 · 0.2142 = −0.0264"),
    "selu": ("1.758 · (0.2725 − 1) = −1.279", "1.758 · 0.2725 = 0.4791"),
    "softplus": ("ln(1 + 0.2725) = 0.241", "1 / (1 + 3.669) = 0.2142"),
    "identity": ("−1.3", "1"),
}


@pytest.mark.parametrize("kind", ACTIVATIONS)
def test_the_formula_with_the_numbers_in_it(kind: str) -> None:
    activation = ACTIVATIONS[kind]()
    assert activation.numbers(-1.3) == NUMBERS[kind]
    for place, line in ((1.3, activation.numbers(1.3)), (-1.3, activation.numbers(-1.3))):
        f, slope = (line[0].split(" ")[-1], line[1].split(" ")[-1])
        found = [float(text.replace("−", "-")) for text in (f, slope)]
        np.testing.assert_allclose(found, activation.at(place), rtol=6e-4)


@pytest.mark.parametrize("cls", ACTIVATIONS.values())
def test_texts(cls: type[Activation]) -> None:
    assert all((cls.title, cls.formula, cls.derivative_formula, cls.use, cls.good))
    assert all(text.endswith(".") for text in (*cls.good, *cls.bad))


MEASURED = [
    ("elu", {}, {("yes", "Smooth everywhere."), ("nearly", "The mean output is near 0.")}),
    ("elu", {"alpha": 10.0}, {("no", "Not smooth: f′ jumps at 0."), ("no", "Not zero-centred, which slows learning."),
                              ("no", "f′ goes far above 1: deep stacks can enlarge the gradient.")}),
    ("leaky_relu", {"alpha": 1.0}, {
        ("yes", "Smooth everywhere."), ("yes", "Zero-centred on a standard normal input."),
        ("no", "Not non-linear: any stack of such layers is one linear map."),
    }),
    ("sigmoid", {}, {("yes", "Smooth everywhere."), ("no", "Not zero-centred, which slows learning.")}),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "numbers", "expected"), MEASURED)
def test_good_and_bad_follow_the_parameters(kind: str, numbers: dict[str, float], expected: set[Any]) -> None:
    activation = ACTIVATIONS[kind](**numbers)
    fixed = {*activation.good, *activation.bad}
    assert {mark for mark in marks(activation) if mark[1] not in fixed} == expected


@pytest.mark.parametrize("cls", ACTIVATIONS.values())
def test_what_is_measured_is_not_also_claimed(cls: type[Activation]) -> None:
    said = [text for _, text in marks(cls())]
    assert len(said) == len(set(said))
    assert not [text for text in (*cls.good, *cls.bad) if "centred" in text or "mooth" in text]


@pytest.mark.parametrize(
    ("kind", "name", "value"), [("elu", "alpha", 0.0), ("swish", "beta", -1.0), ("leaky_relu", "alpha", 2)]
)
def test_parameters_have_limits(kind: str, name: str, value: float) -> None:
    with pytest.raises(SettingsError):
        ACTIVATIONS[kind](**{name: value})
    assert list(parameters(ACTIVATIONS[kind])) == [name]


# -- laws -------------------------------------------------------------------------------------------------------------

finite = st.floats(allow_nan=False, allow_infinity=False)


@given(finite, finite)
def test_monotone_functions_never_fall(a: float, b: float) -> None:
    z = np.array(sorted((a, b)))
    for activation in EVERY:
        if activation.monotone:
            low, high = activation(z)
            assert low <= high or low == pytest.approx(high, rel=4e-16), activation


@given(finite)
def test_symmetries(z: float) -> None:
    there, back = np.array([z]), np.array([-z])
    sigmoid, tanh, softplus = (ACTIVATIONS[kind]() for kind in ("sigmoid", "tanh", "softplus"))
    assert sigmoid(there) + sigmoid(back) == pytest.approx(1.0, abs=3e-16)
    assert sigmoid.derivative(there) == sigmoid.derivative(back)
    assert tanh(back) == -tanh(there)
    assert softplus(there) - softplus(back) == pytest.approx(z, rel=1e-15, abs=1e-15)
    assert softplus.derivative(there) == sigmoid(there)


@given(st.floats(-50.0, 50.0), st.floats(0.1, 10.0))
def test_beta_only_scales_swish(z: float, beta: float) -> None:
    plain, scaled = ACTIVATIONS["swish"](), ACTIVATIONS["swish"](beta=beta)
    at = np.array([z])
    np.testing.assert_allclose(scaled(at), plain(beta * at) / beta, rtol=1e-12, atol=1e-300)
    np.testing.assert_allclose(scaled.derivative(at), plain.derivative(beta * at), rtol=1e-12, atol=1e-300)
