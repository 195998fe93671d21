"""The optimizers: their formulas written again in plain numbers, known results, purity, stages, extremes, limits."""

from __future__ import annotations

import copy
import math
from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.optimizers import OPTIMIZERS, SGD, AdaGrad, Adam, Momentum, Nesterov, Optimizer
from engine.optimizers.base import Array, shown_array, shown_number, shown_rate
from engine.parameter import parameters
from engine.surfaces import SURFACES, Surface
from tests.engine.plain_rules import PLAIN

each = pytest.mark.parametrize("kind", OPTIMIZERS)
SHAPES = [(), (2,), (3, 4), (0,), (2, 1, 3)]


def run(optimizer: Optimizer, surface: Surface, start: tuple[float, float], steps: int) -> Array:
    """Where `optimizer` is after each step, (steps + 1, 2)."""
    params = np.array(start)
    state, path = optimizer.init(params), [params]
    for _ in range(steps):
        delta, state = optimizer.update(surface.gradient(params[0], params[1]), state, params)
        params = params + delta
        path.append(params)
    return np.array(path)


# key: where each rule with this η is after so many steps, and how near; (surface, start) as in `KNOWN_AT`
KNOWN: dict[str, dict[str, tuple[float, int, float]]] = {
    "sgd": {"bowl": (0.09, 300, 1e-12), "rosenbrock": (1e-3, 60_000, 1e-9), "saddle": (0.1, 100, 1e-3)},
    "momentum": {"bowl": (0.05, 600, 1e-9), "rosenbrock": (1e-3, 8_000, 1e-9), "saddle": (0.05, 100, 0.1)},
    "nesterov": {"bowl": (0.05, 300, 1e-12), "rosenbrock": (1e-3, 8_000, 1e-9), "saddle": (0.05, 100, 1e-3)},
    "adagrad": {"bowl": (3.0, 300, 1e-9), "rosenbrock": (0.5, 60_000, 1e-6), "saddle": (1.0, 300, 0.02)},
    "rmsprop": {"bowl": (0.01, 3_000, 8e-3), "rosenbrock": (1e-3, 20_000, 2e-2), "saddle": (0.1, 100, 0.05)},
    "adam": {"bowl": (0.1, 600, 1e-6), "rosenbrock": (0.01, 20_000, 1e-3), "saddle": (0.1, 300, 0.05)},
    "adadelta": {"bowl": (0.3, 6_000, 0.05), "rosenbrock": (0.01, 20_000, 3e-3), "saddle": (3.0, 300, 0.1)},
    # Weight decay draws it off the minimum where that is not at 0.
    "adamw": {"bowl": (0.1, 600, 1e-9), "rosenbrock": (0.01, 20_000, 2e-2), "saddle": (0.1, 300, 0.05)},
    "adamax": {"bowl": (0.3, 600, 1e-9), "rosenbrock": (0.01, 15_000, 1e-5), "saddle": (0.1, 300, 0.05)},
    "nadam": {"bowl": (0.1, 600, 1e-9), "rosenbrock": (0.01, 20_000, 5e-3), "saddle": (0.1, 300, 0.05)},
    "radam": {"bowl": (0.1, 600, 1e-8), "rosenbrock": (2e-3, 20_000, 1e-5), "saddle": (0.1, 300, 0.05)},
    "rprop": {"bowl": (0.1, 300, 1e-5), "rosenbrock": (0.01, 8_000, 3e-3), "saddle": (0.1, 100, 0.05)},
    "lion": {"bowl": (0.01, 1_500, 0.05), "rosenbrock": (1e-3, 20_000, 5e-3), "saddle": (0.05, 300, 0.5)},
}
KNOWN_AT = {
    "bowl": ("elliptic_bowl", (-7.0, 2.0), (0.0, 0.0)),
    "rosenbrock": ("rosenbrock", (-1.2, 1.0), (1.0, 1.0)),
}


def test_every_optimizer_stands_in_the_tables() -> None:
    assert list(OPTIMIZERS) == list(PLAIN) == list(KNOWN)
    assert all(set(results) == {"bowl", "rosenbrock", "saddle"} for results in KNOWN.values())


MOMENTS = {"beta1": 0.9, "beta2": 0.999, "epsilon": 1e-8}
USUAL: dict[str, dict[str, float]] = {
    "sgd": {"learning_rate": 0.01},
    "momentum": {"learning_rate": 0.01, "momentum": 0.9},
    "nesterov": {"learning_rate": 0.01, "momentum": 0.9},
    "adagrad": {"learning_rate": 0.01, "epsilon": 1e-8},
    "rmsprop": {"learning_rate": 0.01, "decay_rate": 0.99, "epsilon": 1e-8},
    "adam": {"learning_rate": 0.001, **MOMENTS},
    # From here on PyTorch's, and Lion's authors'.
    "adadelta": {"learning_rate": 1.0, "decay_rate": 0.9, "epsilon": 1e-6, "weight_decay": 0.0},
    "adamw": {"learning_rate": 0.001, **MOMENTS, "weight_decay": 0.01},
    "adamax": {"learning_rate": 0.002, **MOMENTS, "weight_decay": 0.0},
    "nadam": {"learning_rate": 0.002, **MOMENTS, "weight_decay": 0.0, "momentum_decay": 0.004},
    "radam": {"learning_rate": 0.001, **MOMENTS, "weight_decay": 0.0},
    "rprop": {
        "learning_rate": 0.01, "eta_minus": 0.5, "eta_plus": 1.2, "step_size_min": 1e-6, "step_size_max": 50.0,
    },
    "lion": {"learning_rate": 0.0001, "beta1": 0.9, "beta2": 0.99, "weight_decay": 0.0},
}  # fmt: skip
UNSAID = ("epsilon", "step_size_min", "step_size_max")


@each
def test_the_usual_settings(kind: str) -> None:
    optimizer, usual = OPTIMIZERS[kind](), USUAL[kind]
    assert {name: getattr(optimizer, name) for name in parameters(type(optimizer))} == usual
    said = {name: value for name, value in usual.items() if name not in UNSAID and value}
    assert all(f"= {value:g}" in optimizer.usual for value in said.values())
    assert optimizer.usual.count("=") == len(said)


@each
@pytest.mark.parametrize("surface", ["elliptic_bowl", "rosenbrock", "saddle"])
def test_many_steps_by_the_formula_written_again(kind: str, surface: str) -> None:
    """The first two steps to the last digit or so, two hundred to nine."""
    ground = SURFACES[surface]()
    eta = 2e-3 if surface == "rosenbrock" else 0.03
    x, y = ground.start
    memory: tuple[dict[str, float], dict[str, float]] = ({}, {})
    expected = [(x, y)]
    for _ in range(200):
        gx, gy = (float(g) for g in ground.gradient(x, y))
        memory[0]["w"], memory[1]["w"] = x, y
        x, y = x + PLAIN[kind](gx, memory[0], eta), y + PLAIN[kind](gy, memory[1], eta)
        expected.append((x, y))
    path = run(OPTIMIZERS[kind](learning_rate=eta), ground, ground.start, 200)
    np.testing.assert_allclose(path[:3], expected[:3], rtol=4e-16, atol=4e-16)
    np.testing.assert_allclose(path, expected, rtol=1e-9, atol=1e-12)


@each
@pytest.mark.parametrize("name", KNOWN_AT)
def test_the_minimum_is_reached(kind: str, name: str) -> None:
    eta, steps, near = KNOWN[kind][name]
    surface, start, minimum = KNOWN_AT[name]
    last = run(OPTIMIZERS[kind](learning_rate=eta), SURFACES[surface](), start, steps)[-1]
    assert math.dist(last, minimum) <= near


@each
def test_the_saddle_is_left(kind: str) -> None:
    """Along y it runs away for ever, along x it comes to the ridge."""
    eta, steps, near = KNOWN[kind]["saddle"]
    path = run(OPTIMIZERS[kind](learning_rate=eta), SURFACES["saddle"](), (-2.5, 0.001), steps)
    assert abs(path[-1, 0]) <= near
    assert path[-1, 1] > 3
    assert np.all(np.diff(path[:, 1]) > 0)


@each
def test_exactly_on_the_ridge_of_the_saddle_nothing_moves_along_it(kind: str) -> None:
    path = run(OPTIMIZERS[kind](learning_rate=0.05), SURFACES["saddle"](), (-2.5, 0.0), 100)
    assert np.all(path[:, 1] == 0.0)


# -- known in closed form ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize("eta", [0.01, 0.095, 0.1, 0.11])
def test_sgd_on_the_bowl_is_a_geometric_series(eta: float) -> None:
    path = run(SGD(learning_rate=eta), SURFACES["elliptic_bowl"](), (-7.0, 2.0), 60)
    k = np.arange(61)
    np.testing.assert_allclose(path[:, 0], -7 * (1 - 2 * eta) ** k, rtol=1e-12)
    np.testing.assert_allclose(path[:, 1], 2 * (1 - 20 * eta) ** k, rtol=1e-12)


@pytest.mark.parametrize("rule", [Momentum, Nesterov])
@pytest.mark.parametrize(("eta", "beta"), [(0.1, 0.9), (0.03, 0.5), (0.02, 0.0)])
def test_a_velocity_on_the_bowl_is_a_power_of_a_matrix(
    rule: type[Momentum | Nesterov], eta: float, beta: float
) -> None:
    path = run(rule(learning_rate=eta, momentum=beta), SURFACES["elliptic_bowl"](), (-7.0, 2.0), 40)
    for axis, curvature in enumerate((2.0, 20.0)):
        s = eta * curvature
        velocity = np.array([-s, beta])  # v' from (w, v)
        move = velocity if rule is Momentum else np.array([-s - beta * s, beta * beta])
        matrix = np.array([[1 + move[0], move[1]], velocity])
        expected = [np.linalg.matrix_power(matrix, k) @ [path[0, axis], 0.0] for k in range(41)]
        np.testing.assert_allclose(path[:, axis], np.array(expected)[:, 0], rtol=1e-9, atol=1e-9)


def test_without_momentum_momentum_and_nesterov_are_sgd() -> None:
    paths = [run(o, SURFACES["booth"](), (-6.0, -4.0), 50) for o in (SGD(), Momentum(momentum=0), Nesterov(momentum=0))]
    np.testing.assert_array_equal(paths[0], paths[1])
    np.testing.assert_array_equal(paths[0], paths[2])


def test_the_first_step_of_adam_is_the_learning_rate_whatever_the_gradient() -> None:
    grads = np.array([1e-3, 5.0, -1e6])
    delta, _ = Adam(learning_rate=0.1).update(grads, Adam().init(grads), grads)
    np.testing.assert_allclose(delta, [-0.1, -0.1, 0.1], rtol=2e-5)


def test_the_step_of_adagrad_shrinks_as_one_over_the_root() -> None:
    optimizer, params = AdaGrad(learning_rate=0.5), np.ones(1)
    state, sizes = optimizer.init(params), []
    for _ in range(100):
        delta, state = optimizer.update(np.full(1, 3.0), state, params)
        sizes.append(-delta[0])
    np.testing.assert_allclose(sizes, 0.5 / np.sqrt(np.arange(1, 101)), rtol=1e-8)


# -- the chapter's race -----------------------------------------------------------------------------------------------

PRINTED = {
    "sgd": ("-0.00866558", "2.0", "40.000075"),
    "momentum": ("-0.30829961", "0.41746294", "1.8378017"),
    "adagrad": ("-6.06764365", "1.14211746", "49.8606225"),
    "rmsprop": ("-0.69741824", "1.48344987e-08", "0.48639220"),
    "adam": ("-4.13265366", "-0.20538086", "17.5006392"),
}


@pytest.mark.parametrize("kind", PRINTED)
def test_the_chapters_race_to_all_printed_digits(kind: str) -> None:
    bowl = SURFACES["elliptic_bowl"]()
    x, y = run(OPTIMIZERS[kind](learning_rate=0.1), bowl, (-7.0, 2.0), 30)[-1]
    for value, printed in zip((x, y, bowl.value(x, y)), PRINTED[kind], strict=True):
        digits = len(printed.lstrip("-").replace(".", "").split("e")[0].lstrip("0"))
        assert float(f"{value:.{digits - 1}e}") == float(printed)


# -- pure functions ---------------------------------------------------------------------------------------------------


def advanced(optimizer: Optimizer, params: Array, steps: int = 3) -> tuple[Any, ...]:
    """A state that has seen some gradients."""
    rng = np.random.default_rng(0)
    state = optimizer.init(params)
    for _ in range(steps):
        _, state = optimizer.update(rng.normal(size=params.shape), state, params)
    return state


def equal(one: object, other: object) -> bool:
    """Equal bit by bit, through tuples."""
    if isinstance(one, tuple) and isinstance(other, tuple):
        return len(one) == len(other) and all(map(equal, one, other))
    return np.asarray(one).tobytes() == np.asarray(other).tobytes()


@each
@pytest.mark.parametrize("shape", SHAPES, ids=str)
def test_nothing_given_is_altered_and_the_same_comes_again(kind: str, shape: tuple[int, ...]) -> None:
    optimizer = OPTIMIZERS[kind]()
    rng = np.random.default_rng(1)
    params, grads = np.asarray(rng.normal(size=shape)), np.asarray(rng.normal(size=shape))
    state = advanced(optimizer, params)
    for array in (params, grads, *(s for s in state if isinstance(s, np.ndarray))):
        array.flags.writeable = False
    before = copy.deepcopy((params, grads, state))
    one = optimizer.update(grads, state, params, 0.7)
    optimizer.stages(grads, state, params, 0.7)
    two = optimizer.update(grads, state, params, 0.7)
    assert equal(before, (params, grads, state))
    assert equal(one, two)
    delta, after = one
    assert np.shape(delta) == shape
    assert [np.shape(s) for s in after] == [np.shape(s) for s in state]
    assert len(optimizer.init(params)) == len(state)


@each
def test_the_state_is_made_anew_not_written_over(kind: str) -> None:
    optimizer, params = OPTIMIZERS[kind](), np.ones(3)
    first = advanced(optimizer, params, 2)
    kept = copy.deepcopy(first)
    optimizer.update(np.full(3, 9.0), first, params)
    assert equal(first, kept)


@each
def test_every_number_is_updated_on_its_own(kind: str) -> None:
    """An array is so many numbers side by side: none sees another."""
    optimizer = OPTIMIZERS[kind]()
    rng = np.random.default_rng(2)
    grads = rng.normal(size=(5, 3, 4))
    params = rng.normal(size=(3, 4))
    state, flat = optimizer.init(params), optimizer.init(params.ravel())
    for g in grads:
        delta, state = optimizer.update(g, state, params)
        delta_flat, flat = optimizer.update(g.ravel(), flat, params.ravel())
        assert equal(delta.ravel(), delta_flat)
    single = optimizer.init(params[1, 2])
    for g in grads:
        alone, single = optimizer.update(g[1, 2], single, params[1, 2])
    assert alone == delta[1, 2]


@each
@given(st.floats(1e-3, 10.0))
def test_the_factor_multiplies_the_learning_rate_inside_the_rule(kind: str, factor: float) -> None:
    optimizer = OPTIMIZERS[kind](learning_rate=0.1)
    params = np.array([1.0, -2.0])
    state, scaled = advanced(optimizer, params), replace(optimizer, learning_rate=0.1 * factor)
    grads = np.array([0.3, -4.0])
    assert equal(optimizer.update(grads, state, params, factor), scaled.update(grads, state, params))
    assert equal(optimizer.update(grads, state, params, 1.0), optimizer.update(grads, state, params))


@each
def test_under_a_changing_factor_the_formula_holds(kind: str) -> None:
    """The chapter's velocity holds η itself: what a factor made of the steps before, stays in it. To Rprop η is only
    the first step, and so is what a factor makes of it."""
    optimizer, memory = OPTIMIZERS[kind](learning_rate=0.2), {}
    params = np.array([3.0])
    state = optimizer.init(params)
    for factor, g in [(1.0, 2.0), (0.5, -1.0), (0.0, 4.0), (2.0, 1.0)]:
        memory["w"] = float(params[0])
        delta, state = optimizer.update(np.array([g]), state, params, factor)
        assert delta[0] == pytest.approx(PLAIN[kind](g, memory, 0.2 * factor), rel=1e-14, abs=1e-300)


# -- extremes ---------------------------------------------------------------------------------------------------------


def extreme_settings(kind: str) -> list[Optimizer]:
    """Every field at both its ends, alone and all together."""
    cls = OPTIMIZERS[kind]
    fields = {n: f.metadata["parameter"] for n, f in cls.__dataclass_fields__.items() if "parameter" in f.metadata}
    found = [cls(**{n: end}) for n, f in fields.items() for end in (f.low, f.high)]
    found += [cls(**{n: f.low for n, f in fields.items()}), cls(**{n: f.high for n, f in fields.items()})]
    return found


@each
def test_extremes_give_numbers_and_no_warning(kind: str) -> None:
    sizes = np.array([0.0, 1e-300, 1e-160, 1e-20, 1.0, 1e20, 1e150])
    grads = np.concatenate([sizes, -sizes])
    for optimizer in extreme_settings(kind):
        params = np.linspace(-1e10, 1e10, grads.size)
        state = optimizer.init(params)
        with np.errstate(all="raise", under="ignore"):
            for g in (grads, grads[::-1], np.zeros_like(grads), grads):
                delta, state = optimizer.update(g, state, params)
                stages = optimizer.stages(g, state, params)
                assert np.isfinite(delta).all()
                assert all(np.isfinite(stage.value).all() for stage in stages)


@each
def test_a_gradient_of_zero_from_the_start_moves_nothing(kind: str) -> None:
    """But for weight decay."""
    for extreme in extreme_settings(kind):
        optimizer = replace(extreme, weight_decay=0.0) if hasattr(extreme, "weight_decay") else extreme
        params = np.ones(2)
        delta, _ = optimizer.update(np.zeros(2), optimizer.init(params), params)
        np.testing.assert_array_equal(delta, 0.0)


@each
def test_what_is_no_number_stays_none(kind: str) -> None:
    optimizer, params = OPTIMIZERS[kind](), np.ones(2)
    with np.errstate(all="ignore"):
        delta, state = optimizer.update(np.array([np.nan, 1.0]), optimizer.init(params), params)
        again, _ = optimizer.update(np.array([1.0, 1.0]), state, params)
    assert np.isnan(delta[0])
    assert np.isfinite(delta[1])
    assert np.isfinite(again[1])


def test_adam_after_a_million_steps() -> None:
    """1 − βᵗ is exactly 1 by then, and nothing under- or overflows."""
    params = np.ones(1)
    optimizer = Adam(learning_rate=0.1)
    state = (np.full(1, 0.5), np.full(1, 0.25), 10**6)
    delta, (_, _, t) = optimizer.update(np.full(1, 0.5), state, params)
    assert t == 10**6 + 1
    assert delta[0] == pytest.approx(-0.1, rel=1e-7)


# -- stages -----------------------------------------------------------------------------------------------------------

SYMBOLS = {
    "sgd": ["g", "w"],
    "momentum": ["g", r"\beta v", "v", "w"],
    "nesterov": ["g", "v", "w"],
    "adagrad": ["g", "h", "w"],
    "rmsprop": ["g", "h", "w"],
    "adam": ["g", "m", "v", r"\hat m", r"\hat v", "w"],
    "adadelta": ["g", "v", r"\Delta", "u", "w"],
    "adamw": ["g", "m", "v", r"\hat m", r"\hat v", r"\eta \lambda w", "w"],
    "adamax": ["g", "m", "u", r"\hat m", "w"],
    "nadam": ["g", "m", "v", r"\hat m", r"\hat v", "w"],
    "radam": ["g", "m", "v", r"\hat m", "w"],
    "rprop": ["g", "s", "g", "w"],
    "lion": ["g", "c", "s", "m", "w"],
}


@each
@pytest.mark.parametrize("shape", SHAPES, ids=str)
@pytest.mark.parametrize("factor", [1.0, 0.3])
def test_the_last_stage_is_the_update_to_the_last_bit(kind: str, shape: tuple[int, ...], factor: float) -> None:
    optimizer = OPTIMIZERS[kind](learning_rate=0.1)
    rng = np.random.default_rng(4)
    params, grads = np.asarray(rng.normal(size=shape)), np.asarray(rng.normal(size=shape))
    state = advanced(optimizer, params)
    delta, _ = optimizer.update(grads, state, params, factor)
    stages = optimizer.stages(grads, state, params, factor)
    assert equal(np.asarray(stages[-1].value), np.asarray(params + delta))
    assert equal(np.asarray(stages[0].value), grads)


@each
def test_stages_are_triples_of_symbol_formula_and_value(kind: str) -> None:
    optimizer, params = OPTIMIZERS[kind](), np.array([1.0, 2.0])
    stages = optimizer.stages(np.array([0.5, -0.5]), optimizer.init(params), params)
    triples = [(symbol, formula, value) for symbol, formula, value in stages]
    assert [symbol for symbol, _, _ in triples] == SYMBOLS[kind]
    for (symbol, formula, value), stage in zip(triples, stages, strict=True):
        assert symbol in formula
        assert np.shape(value) == (2,)
        assert stage.name
        assert formula.count("{") == formula.count("}")


@each
def test_the_stages_are_the_parts_of_the_state_after_the_update(kind: str) -> None:
    optimizer, params = OPTIMIZERS[kind](learning_rate=0.1), np.array([1.0, 2.0])
    state, grads = advanced(optimizer, params), np.array([0.5, -3.0])
    _, after = optimizer.update(grads, state, params)
    found = {stage.symbol: stage.value for stage in optimizer.stages(grads, state, params)}
    parts = {"momentum": "v", "nesterov": "v", "adagrad": "h", "rmsprop": "h", "adadelta": "vu", "adamax": "mu"}
    names = parts.get(kind, {"sgd": "", "rprop": "gs", "lion": "m"}.get(kind, "mv"))
    assert equal(tuple(found[name] for name in names), after[: len(names)])
    corrected = {r"\hat m": ("m", 1 - 0.9**4), r"\hat v": ("v", 1 - 0.999**4)}
    for symbol, (name, correction) in corrected.items():
        if symbol in found and (kind, symbol) != ("nadam", r"\hat m"):
            np.testing.assert_allclose(found[symbol], found[name] / correction, rtol=1e-15)
    if kind == "momentum":
        assert equal(found[r"\beta v"], 0.9 * state[0])


def test_the_numbers_in_the_picture() -> None:
    """Adam at step 30 of the chapter's race, as the design shows it."""
    optimizer, params = Adam(learning_rate=0.1), np.array([-7.0, 2.0])
    state, bowl = optimizer.init(params), SURFACES["elliptic_bowl"]()
    for _ in range(29):
        delta, state = optimizer.update(bowl.gradient(*params), state, params)
        params = params + delta
    lines = {
        s.symbol: (s.numbers, shown_array(s.value)) for s in optimizer.stages(bowl.gradient(*params), state, params)
    }
    assert lines == {
        "g": ("", "(−8.440, −3.650)"),
        "m": ("0.9·(−9.551, 5.235) + 0.1·g", "(−9.440, 4.346)"),
        "v": ("0.999·(3.690, 11.635) + 0.001·g²", "(3.757, 11.637)"),
        r"\hat m": ("m / 0.9576", "(−9.858, 4.539)"),
        r"\hat v": ("v / 0.02957", "(127.06, 393.56)"),
        "w": ("(−4.220, −0.183)\n+ (0.0875, −0.0229)", "(−4.133, −0.205)"),
    }


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0.0, "0"),
        (-0.0, "0"),
        (-8.44, "−8.440"),
        (127.0567, "127.06"),
        (1234.56, "1234.6"),
        (0.01234, "0.0123"),
        (1.2e-7, "1.20e−07"),
        (-5e20, "−5.00e+20"),
        (math.inf, "inf"),
        (-math.inf, "−inf"),
        (math.nan, "nan"),
    ],
)
def test_numbers_are_shown_in_few_figures_with_a_true_minus(value: float, text: str) -> None:
    assert shown_number(value) == text


def test_arrays_are_shown_cut() -> None:
    assert shown_array(np.array(2.5)) == "2.500"
    assert shown_array(np.array([1.0, -2.0])) == "(1.000, −2.000)"
    assert shown_array(np.arange(4.0)) == "(0, 1.000, 2.000, …)"
    assert [shown_rate(v) for v in (0.1, 1 - 0.999, 1e-5, 0.123456)] == ["0.1", "0.001", "1e−05", "0.1235"]


# -- stability --------------------------------------------------------------------------------------------------------

LINEAR = [SGD(), *(rule(momentum=beta) for rule in (Momentum, Nesterov) for beta in (0.0, 0.3, 0.9, 0.99))]


def farthest(optimizer: Optimizer, curvature: float, steps: int) -> float:
    """How far out the rule is in its last steps along a direction of this curvature, having started at 1."""
    params = np.ones(1)
    state, last = optimizer.init(params), []
    for _ in range(steps):
        delta, state = optimizer.update(curvature * params, state, params)
        params = params + delta
        last.append(abs(float(params[0])))
    return max(last[-10:])


@pytest.mark.parametrize("curvature", [2.0, 20.0, 0.7])
@pytest.mark.parametrize("optimizer", LINEAR, ids=str)
def test_just_below_its_limit_a_rule_converges_and_just_above_it_diverges(
    optimizer: Optimizer, curvature: float
) -> None:
    limit = optimizer.stability_limit(curvature)
    assert limit is not None
    below, at, above = (replace(optimizer, learning_rate=limit * share) for share in (0.99, 1.0, 1.01))
    start, later = (farthest(at, curvature, steps) for steps in (2500, 5000))
    assert farthest(below, curvature, 3000) < 1e-3
    assert farthest(above, curvature, 3000) > 1e3
    assert later == pytest.approx(start, rel=1e-6), "at the limit it neither shrinks nor grows"


def test_the_limits_of_the_chapters_bowl() -> None:
    assert SGD().stability_limit(20.0) == 0.1
    assert Momentum().stability_limit(20.0) == pytest.approx(0.19)
    assert Nesterov().stability_limit(20.0) == pytest.approx(3.8 / 2.8 / 20)


@each
def test_rules_whose_step_is_not_linear_have_no_limit(kind: str) -> None:
    optimizer = OPTIMIZERS[kind]()
    linear = isinstance(optimizer, SGD | Momentum | Nesterov)
    assert (optimizer.stability_limit(2.0) is not None) == linear
    assert bool(optimizer.limit_formula) == linear
