"""Formulas as typed: what they mean, what is wrong with the others, attacks, and derivatives against a second evaluator."""

from __future__ import annotations

import json
import math
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from engine.formula import FormulaError, parse_surface
from engine.formula_syntax import CONSTANTS, FAULTS, FUNCTIONS, MOST_CHARACTERS, MOST_EXPONENT, NAMES, parse
from engine.formula_text import degree, tex
from engine.parameter import MESSAGES, SettingsError
from engine.recipe import Recipe, default_recipe
from engine.simulations.base import Array
from engine.simulations.race import RaceSettings
from engine.surfaces import SURFACES, FormulaSurface
from engine.timeline import Timeline
from tests.engine.hyperdual import Hyperdual, Tree, evaluated, magnitudes, tree_texts

X, Y = 0.7, -1.3


def at(text: str, x: float = X, y: float = Y) -> float:
    return float(parse_surface(text).value(np.array(x), np.array(y)))


# -- what a formula means ---------------------------------------------------------------------------------------------

MEANINGS: dict[str, float] = {
    "x": X,
    "y": Y,
    "3": 3.0,
    ".5 + 5. + 2e-3 + 1E2": 105.502,
    "x+y*2": X + Y * 2,
    "(x+y)*2": (X + Y) * 2,
    "x-y-1": X - Y - 1,
    "x/y/2": X / Y / 2,
    "x/2*y": X / 2 * Y,
    "-x^2": -(X**2),
    "(-x)^2": X**2,
    "2^-x": 2**-X,
    "2^3^2": 512.0,
    "2**3**2": 512.0,
    "2^3^x": 2 ** (3**X),
    "x^-2": X**-2,
    "x^2.5": X**2.5,
    "x^0": 1.0,
    "0^0": 1.0,
    "y^3": Y**3,
    "--x": X,
    "+-+x": -X,
    "x*-y": -X * Y,
    "2 - -3": 5.0,
    "x^2*y^2": X**2 * Y**2,
    "sin(x)*cos(y) + 0.1*x^2": math.sin(X) * math.cos(Y) + 0.1 * X * X,
    "tan(x) + exp(y) + log(x)": math.tan(X) + math.exp(Y) + math.log(X),
    "sqrt(x) + abs(y) + tanh(x)": math.sqrt(X) + abs(Y) + math.tanh(X),
    "min(x, y) + 10*max(x, y)": Y + 10 * X,
    "min(x, y, -5, 2)": -5.0,
    "pi*e": math.pi * math.e,
    "e^x": math.exp(X),
    "((((x))))": X,
    " x\t+\n y ": X + Y,
    "x − 2×y ÷ 4 · 3": X - 2 * Y / 4 * 3,
    "exp(-(x^2 + y^2)/2)": math.exp(-(X * X + Y * Y) / 2),
}


@pytest.mark.parametrize("text", MEANINGS)
def test_what_a_formula_means(text: str) -> None:
    assert at(text) == pytest.approx(MEANINGS[text], rel=1e-15)


def test_every_name_is_in_the_table_of_meanings() -> None:
    seen = " ".join(MEANINGS)
    assert all(name in seen for name in NAMES)
    assert set(FUNCTIONS) == {"sin", "cos", "tan", "exp", "log", "sqrt", "abs", "tanh", "min", "max"}
    assert set(CONSTANTS) == {"pi", "e"}


# -- what is none -----------------------------------------------------------------------------------------------------

# text: the kind of its fault, and the characters at its place
WRONG: dict[str, tuple[str, str]] = {
    "": ("empty", ""),
    "   ": ("empty", "   "),
    "x" * 201: ("too_long", "x"),
    "(" * 41 + "x" + ")" * 41: ("too_deep", "("),
    "-" * 60 + "x": ("too_deep", "-"),
    "2^" * 60 + "x": ("too_deep", "2"),
    "x + $": ("character", "$"),
    "x\0": ("character", "\0"),
    "x ^ ２": ("full_width", "２"),
    "ｘ": ("full_width", "ｘ"),
    "ｓｉｎ（x）": ("full_width", "ｓ"),
    "z = x": ("equals", "="),
    "1e400": ("number", "1e400"),
    "1.2.3": ("figures", "1.2.3"),
    "sim(x)": ("unknown_near", "sim"),
    "x + ln(y)": ("unknown_near", "ln"),
    "Sin(x)": ("unknown_near", "Sin"),
    "xy": ("unknown_near", "xy"),
    "2*π": ("unknown_near", "π"),
    "q + 1": ("unknown", "q"),
    "2x": ("multiply", "2x"),
    "2 (x)": ("multiply", "2 ("),
    "(x)(y)": ("multiply", ")("),
    "sin(x) cos(y)": ("multiply", ") cos"),
    "x(y + 1)": ("not_function", "x"),
    "pi(x)": ("not_function", "pi"),
    "sin x": ("brackets", "sin"),
    "sin": ("brackets", "sin"),
    "sin(x, y)": ("one_argument", "sin"),
    "max(x)": ("two_arguments", "max"),
    "x + * y": ("missing", "*"),
    "*x": ("missing", "*"),
    "()": ("missing", ")"),
    "max(x,)": ("missing", ")"),
    "x +": ("ends", "+"),
    "x ^": ("ends", "^"),
    "-": ("ends", "-"),
    "(x + 1": ("unclosed", "("),
    "2*(x + sin(y)": ("unclosed", "("),
    "x)": ("unopened", ")"),
    "x, y": ("comma", ","),
    "(x, y)": ("comma", ","),
    "x^101": ("exponent", "101"),
    "x^-101": ("exponent", "-101"),
    "9**9**9": ("exponent", "9**9"),
    "x^(10^90)": ("exponent", "(10^90)"),
    "x^(1/0)": ("exponent", "(1/0)"),
    "x^exp(5000)": ("exponent", "exp(5000)"),
    "x^sqrt(-1)": ("exponent", "sqrt(-1)"),
}


@pytest.mark.parametrize("text", WRONG, ids=lambda t: t[:20] or "nothing")
def test_a_fault_has_its_kind_and_its_place(text: str) -> None:
    code, found = WRONG[text]
    with pytest.raises(FormulaError) as caught:
        parse_surface(text)
    start, end = caught.value.place
    assert caught.value.code == code
    assert text[start:end] == found
    assert str(caught.value).startswith(f"character {start + 1}: ")
    assert isinstance(caught.value, ValueError)


def test_every_kind_of_fault_is_in_the_table() -> None:
    assert {code for code, _ in WRONG.values()} | {"not_text"} == set(FAULTS)


@pytest.mark.parametrize("thing", [None, 3, b"x", ["x"], 2.5, parse])
def test_only_texts_are_formulas(thing: Any) -> None:  # noqa: ANN401
    with pytest.raises(FormulaError, match="a formula is a text"):
        parse(thing)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("sim(x)", "`sim` is not known; did you mean `sin`?"),
        ("ln(x)", "`ln` is not known; did you mean `log`?"),
        ("xyx", "`xyx` is not known; did you mean `x*y*x`?"),
        ("x + 2x", "a `*` is missing between `2` and `x`"),
        ("x(y)", "`x` is not a function; to multiply, write `x*(`"),
        ("ｘ", "`ｘ` is a full-width character; write `x`"),
        ("9**9**9", "the exponent 3.87e+08 does not lie within −100 … 100"),
        ("`", "U+0060 cannot stand in a formula"),
    ],
)
def test_the_sentences(text: str, sentence: str) -> None:
    with pytest.raises(FormulaError) as caught:
        parse(text)
    assert caught.value.sentence() == sentence


def test_the_sentences_can_be_translated() -> None:
    with pytest.raises(FormulaError) as caught:
        parse("sim(x)")
    japanese = {FAULTS["unknown_near"]: "`{found}` は未知です。`{near}` のことですか？"}
    assert caught.value.sentence(lambda t: japanese.get(t, t)) == "`sim` は未知です。`sin` のことですか？"


# -- attacks ----------------------------------------------------------------------------------------------------------

ATTACKS = [
    "__import__('os').system('true')",
    "__import__",
    "import os",
    "open('/etc/passwd').read()",
    "eval('1')",
    "exec('x=1')",
    "globals()",
    "().__class__.__bases__[0].__subclasses__()",
    "x.__class__",
    "x.real",
    "sin.__globals__",
    "sin.__call__(x)",
    "lambda: 0",
    "lambda x: x",
    "[x for x in (1, 2)]",
    "{x for x in (1,)}",
    "{1: 2}",
    "(x := 3)",
    "x if y else 1",
    "x and y",
    "not x",
    "x == y",
    "x < y",
    "x % y",
    "x // y",
    "x @ y",
    "x & y",
    "x | y",
    "~x",
    "x; y",
    "x # y",
    "x ! y",
    "x\\\ny",
    "'x'",
    '"x"',
    "f'{x}'",
    "b'x'",
    "0x10",
    "0b1",
    "1_000",
    "1j",
    "...",
    "*x",
    "**x",
    "sin(*x)",
    "sin(x=1)",
    "sin(x)(y)",
    "sin[x]",
    "nan",
    "inf",
    "True",
    "None",
    "self",
    "await x",
    "yield x",
    "9**9**9",
    "9^9^9^9^9^9^9^9^9",
    "x^(9^9)",
    "(2^100)^(2^100)",
    "1e999",
    "1e309",
    "1" * 10_000,
    "1" * 10**6,
    "(" * 100_000,
    "x+" * 100_000 + "x",
    "-" * 199 + "x",
    "(" * 100 + "x" + ")" * 99,
    "sin(" * 49 + "x" + ")",
    "x\0y",
    "x\x1b[31m",
    "x\u202ey",
    "x\u200by",
    "\ufeffx",
    "х",  # Cyrillic
    "𝑥",
    "ｘ",
    "x²",
    "x₁",
    "٣",  # digits that are no ASCII
    "１",
    "½",
    "√x",
    "ſin(x)",  # a long s, which some normal forms make an s
    "sın(x)",
    "eval",
    "x\u00a0+ y",
    "\ud800",
    "%s",
    "{x}",
    "{0.__class__}",
    "$x",
    "x`y`",
    "<b>x</b>",
    r"\input{x}",
    "x^{2}",
]


@pytest.mark.parametrize("text", ATTACKS, ids=lambda t: ascii(t[:24]))
def test_an_attack_is_a_fault_with_a_place_and_takes_no_time(text: str) -> None:
    before = time.perf_counter()
    with pytest.raises(FormulaError) as caught:
        parse_surface(text)
    assert time.perf_counter() - before < 0.2
    start, end = caught.value.place
    assert 0 <= start <= end <= len(text)
    assert len(str(caught.value)) < 300
    with pytest.raises(SettingsError) as refused:
        FormulaSurface(text)
    assert refused.value.path == "text"
    str(refused.value)


@pytest.mark.parametrize(
    "text",
    [
        "(" * 39 + "x" + ")" * 39,
        "x+" * 99 + "xx"[:1],
        "x*" * 99 + "y",
        "x-" * 99 + "y",
        "sin(" * 39 + "x" + ")" * 39,
        "min(" + "x," * 90 + "y)",
        "9^9^1*" * 30 + "x",
        "x^100^1",
        "exp(exp(exp(exp(x))))",
        "x^(1e9*x)",
        "1/0",
        "9" * 200,
    ],
    ids=lambda t: t[:12],
)
def test_what_is_large_but_allowed_is_quick_and_quiet(text: str) -> None:
    """Under warnings as errors."""
    surface = parse_surface(text)
    places = np.linspace(-3, 3, 50), np.linspace(-2, 4, 50)
    before = time.perf_counter()
    for found in (surface.value(*places), surface.gradient(*places), surface.hessian(*places)):
        assert found.shape[0] == 50
    assert surface.formula
    assert surface.start
    assert surface.minima is not None
    assert time.perf_counter() - before < 5


def test_nothing_in_the_sources_evaluates_a_text() -> None:
    engine = Path(__file__).parents[2] / "engine"
    for name in ("formula.py", "formula_syntax.py", "formula_calculus.py", "formula_text.py", "surfaces/typed.py"):
        source = (engine / name).read_text(encoding="utf-8")
        assert not any(call in source for call in ("eval(", "exec(", "compile(source", "__import__", "getattr("))


@settings(max_examples=400, deadline=None)
@given(st.one_of(st.text(max_size=250), st.text("xye0123456789.+-*/^(), sincotaexplgqrbhm_", max_size=60)))
@example("e" * 200)
def test_any_text_is_a_surface_or_a_fault(text: str) -> None:
    fault = fault_of(text)
    if fault is not None:
        start, end = fault.place
        assert 0 <= start <= end <= len(text)
        assert fault.sentence()
        return
    surface = parse_surface(text)
    places = np.array([-1.0, 0.0, 2.0]), np.array([0.0, 1.0, -3.0])
    assert surface.value(*places).shape == (3,)
    assert surface.hessian(*places).shape == (3, 2, 2)
    assert surface.formula.count("{") == surface.formula.count("}")


def fault_of(text: str) -> FormulaError | None:
    """What is wrong with a text; any other exception passes."""
    try:
        parse_surface(text)
    except FormulaError as error:
        return error
    return None


# -- derivatives ------------------------------------------------------------------------------------------------------


@settings(max_examples=400, deadline=None)
@given(tree_texts(), st.floats(-3, 3), st.floats(-3, 3))
def test_value_gradient_and_hessian_against_a_second_evaluator(written: tuple[Tree, str], x: float, y: float) -> None:
    """Plain Python, one number at a time, by hyperdual numbers; where nothing on the way is beyond measure."""
    tree, text = written
    assume(len(text) <= MOST_CHARACTERS)
    sizes = magnitudes(tree, x, y)
    assume(all(1e-3 < size < 1e3 for size in sizes))
    surface = parse_surface(text)
    place = np.array([x]), np.array([y])
    xx = evaluated(tree, Hyperdual(x, 1.0, 1.0), Hyperdual(y))
    xy = evaluated(tree, Hyperdual(x, 1.0, 0.0), Hyperdual(y, 0.0, 1.0))
    yy = evaluated(tree, Hyperdual(x), Hyperdual(y, 1.0, 1.0))
    scale = max(1.0, *(abs(v) for v in (xx.f, xx.a, yy.a, xx.ab, xy.ab, yy.ab)))
    assume(scale < 1e9)
    assert surface.value(*place)[0] == pytest.approx(xx.f, rel=1e-9, abs=1e-9)
    np.testing.assert_allclose(surface.gradient(*place)[0], [xx.a, yy.a], rtol=1e-8, atol=1e-9 * scale)
    np.testing.assert_allclose(
        surface.hessian(*place)[0], [[xx.ab, xy.ab], [xy.ab, yy.ab]], rtol=1e-7, atol=1e-9 * scale
    )


CBRT = float(np.cbrt(np.finfo(float).eps))
SMOOTH = [text for text in MEANINGS if not any(kink in text for kink in ("abs", "min", "max"))]


@pytest.mark.parametrize(
    "text", [*SMOOTH, "x^y", "(x^2 + 1)^sin(y)", "3^(x*y)", "x^(y/2)*tanh(x*y)", "y^7/(1 + x^2)^3"]
)
def test_derivatives_against_central_differences(text: str) -> None:
    surface = parse_surface(text)
    x, y, h = np.linspace(0.3, 2.5, 40), np.linspace(-1.4, 1.5, 40), CBRT
    along_x = (surface.value(x + h, y) - surface.value(x - h, y)) / (2 * h)
    along_y = (surface.value(x, y + h) - surface.value(x, y - h)) / (2 * h)
    gradient = surface.gradient(x, y)
    size = 1 + np.abs(surface.value(x, y))[:, None] + np.abs(gradient) + np.abs(surface.hessian(x, y)).max(axis=-1)
    third = np.stack([along_x, along_y], axis=-1) - gradient
    assert np.all(np.abs(third) <= 2e-6 * size)
    assert np.median(np.abs(third) / size) < 1e-8
    bent_x = (surface.gradient(x + h, y) - surface.gradient(x - h, y)) / (2 * h)
    bent_y = (surface.gradient(x, y + h) - surface.gradient(x, y - h)) / (2 * h)
    hessian = surface.hessian(x, y)
    size2 = 1 + np.abs(hessian).max(axis=(-1, -2)) + np.abs(gradient).max(axis=-1)
    error = np.abs(np.stack([bent_x, bent_y], axis=-1) - hessian).max(axis=(-1, -2))
    assert np.median(error / size2) < 1e-7
    np.testing.assert_array_equal(hessian[..., 0, 1], hessian[..., 1, 0])


@pytest.mark.parametrize("kind", [k for k in SURFACES if k != "formula"])
def test_a_known_surface_typed_is_that_surface(kind: str) -> None:
    known = SURFACES[kind]()
    typed = parse_surface(TYPED[kind], known.domain)
    rng = np.random.default_rng(0)
    x0, x1, y0, y1 = known.domain
    x, y = rng.uniform(x0, x1, 200), rng.uniform(y0, y1, 200)
    scale = np.abs(known.value(x, y)).max()
    np.testing.assert_allclose(typed.value(x, y), known.value(x, y), rtol=1e-12, atol=1e-13 * scale)
    np.testing.assert_allclose(typed.gradient(x, y), known.gradient(x, y), rtol=1e-10, atol=1e-12 * scale)
    np.testing.assert_allclose(typed.hessian(x, y), known.hessian(x, y), rtol=1e-9, atol=1e-11 * scale)
    assert typed.quadratic == known.quadratic
    assert (typed.lowest is None) == (known.lowest is None)
    if known.lowest is not None:
        assert typed.lowest == pytest.approx(known.lowest, abs=1e-14)
    assert len(typed.minima) == len(known.minima)
    for x_, y_ in known.minima:
        assert min(math.dist((x_, y_), m) for m in typed.minima) < 1e-9


TYPED = {
    "elliptic_bowl": "x^2 + 10*y^2",
    "rosenbrock": "(1 - x)^2 + 100*(y - x^2)^2",
    "beale": "(1.5 - x + x*y)^2 + (2.25 - x + x*y^2)^2 + (2.625 - x + x*y^3)^2",
    "himmelblau": "(x^2 + y - 11)^2 + (x + y^2 - 7)^2",
    "saddle": "x^2 - y^2",
    "rastrigin": "20 + x^2 - 10*cos(2*pi*x) + y^2 - 10*cos(2*pi*y)",
    "ackley": "20 + e - 20*exp(-sqrt((x^2 + y^2)/2)/5) - exp((cos(2*pi*x) + cos(2*pi*y))/2)",
    "six_hump_camel": "(4 - 2.1*x^2 + x^4/3)*x^2 + x*y + (4*y^2 - 4)*y^2",
    "booth": "(x + 2*y - 7)^2 + (2*x + y - 5)^2",
    "plateau": "1 - exp(-(x^2 + y^2)/2)",
}


# -- kinks and holes --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "gradient"),
    [
        ("abs(x) + abs(y)", (0.0, 0.0)),
        ("abs(x) + 3*x", (3.0, 0.0)),
        ("sqrt(x^2 + y^2)", (0.0, 0.0)),
        ("sqrt(x^2)", (0.0, 0.0)),
        ("(x^2 + y^2)^0.5", (0.0, 0.0)),
        ("max(x, -x) + y", (0.0, 1.0)),
        ("max(x, 3*x)", (2.0, 0.0)),
        ("min(x, 0)", (0.5, 0.0)),
        ("sqrt(abs(x))", (0.0, 0.0)),
        ("(x^2 + y^2)^1.5", (0.0, 0.0)),
        ("20 - 20*exp(-sqrt((x^2 + y^2)/2)/5)", (0.0, 0.0)),
    ],
)
def test_at_a_kink_a_subgradient(text: str, gradient: tuple[float, float]) -> None:
    surface, zero = parse_surface(text), np.zeros(1)
    np.testing.assert_array_equal(surface.gradient(zero, zero)[0], gradient)
    assert np.isfinite(surface.hessian(zero, zero)).all()


@pytest.mark.parametrize("text", ["log(x)", "sqrt(x)", "x^0.5", "x^y", "sqrt(y - x^2)*0 - sqrt(-1 - x^2)"])
def test_where_there_is_no_value_there_is_no_gradient(text: str) -> None:
    surface, x, y = parse_surface(text), np.array([-1.0, -2.5]), np.array([0.5, 0.7])
    assert np.isnan(surface.value(x, y)).all()
    assert np.isnan(surface.gradient(x, y)).all()
    assert np.isnan(surface.hessian(x, y)).all()


def test_holes_are_no_warnings() -> None:
    x, y = np.meshgrid(np.linspace(-2, 2, 5), np.linspace(-2, 2, 5))
    for text in (
        "1/x",
        "log(x)",
        "x/y",
        "exp(exp(exp(exp(x))))",
        "tan(pi/2)*x",
        "1/0",
        "log(0)*x",
        "sqrt(-1) + y",
        "x^-1",
    ):
        surface = parse_surface(text)
        surface.value(x, y), surface.gradient(x, y), surface.hessian(x, y)
    assert at("1/x", 0.0, 0.0) == math.inf
    assert at("log(x)", 0.0) == -math.inf
    assert math.isnan(at("x/y", 0.0, 0.0))


def test_the_side_that_does_not_count_may_be_a_hole_in_its_slope() -> None:
    surface = parse_surface("max(sqrt(x), 1 + y)")
    np.testing.assert_array_equal(surface.gradient(np.zeros(1), np.zeros(1)), [[0.0, 1.0]])


# -- shapes and grids -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("text", ["3", "x", "y^2", "sin(x)*cos(y) + 0.1*x^2", "abs(x)*min(x, y)/x", "x^y"])
@pytest.mark.parametrize("indexing", ["xy", "ij"])
def test_a_grid_is_as_its_places_one_by_one(text: str, indexing: Any) -> None:  # noqa: ANN401
    surface = parse_surface(text)
    x, y = np.meshgrid(np.linspace(-2, 3, 50), np.linspace(-1, 4, 40), indexing=indexing)
    flat = x.ravel(), y.ravel()
    for function in (surface.value, surface.gradient, surface.hessian):
        whole, single = function(x, y), function(*flat)
        np.testing.assert_allclose(whole.reshape(single.shape), single, rtol=1e-14, atol=1e-14)
        assert whole.flags.writeable


def test_two_equal_rows_do_not_make_a_grid() -> None:
    x, y = np.meshgrid(np.linspace(-2, 3, 50), np.linspace(-1, 4, 40))
    x[17, 3] = 9.0
    np.testing.assert_array_equal(parse_surface("x + 0*y").value(x, y), x)


@pytest.mark.parametrize("text", ["x^2 + 10*y^2", "sin(x)*cos(y) + 0.1*x^2", TYPED["beale"], TYPED["ackley"]])
def test_a_grid_of_200_by_200_takes_less_than_a_millisecond(text: str) -> None:
    surface = parse_surface(text)
    x, y = np.meshgrid(np.linspace(-5, 5, 200), np.linspace(-5, 5, 200))

    def taken() -> float:
        before = time.perf_counter()
        surface.value(x, y)
        return time.perf_counter() - before

    assert min(taken() for _ in range(200)) < 1e-3


# -- minima -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "minima"),
    [
        ("(x - 1)^4 + (y + 2)^4", [(1.0, -2.0)]),
        ("abs(x - 0.3) + abs(y)", [(0.3, 0.0)]),
        ("max(abs(x - 1), abs(y - 0.25))", [(1.0, 0.25)]),
        ("sqrt(x^2 + y^2)", [(0.0, 0.0)]),
        ("(x^2 - 1)^2 + y^2", [(-1.0, 0.0), (1.0, 0.0)]),
        ("log(x)^2 + y^2", [(1.0, 0.0)]),
        ("(x - 50)^2 + y^2", [(50.0, 0.0)]),
        ("(x - y)^2", []),
        ("(x - y)^4", []),
        ("x*y", []),
        ("x^3 - 3*x + y^2", []),
        ("x", []),
        ("3", []),
        ("log(x)", []),
        ("-x^2 - y^2", []),
        ("sqrt(-1)", []),
        ("1/0*x^2", []),
        ("tan(x)", []),
    ],
)
def test_minima_are_those_that_can_be_verified(text: str, minima: list[tuple[float, float]]) -> None:
    surface = parse_surface(text)
    assert len(surface.minima) == len(minima)
    np.testing.assert_allclose(np.array(sorted(surface.minima)).ravel(), np.array(minima).ravel(), atol=1e-9)
    assert (surface.lowest is None) == (not minima)
    for x, y in surface.minima:
        assert surface.value(np.array(x), np.array(y)) == pytest.approx(surface.lowest, abs=1e-12)


def test_minima_are_sought_once(monkeypatch: pytest.MonkeyPatch) -> None:
    from engine.surfaces import typed

    asked: list[object] = []
    sought = typed.lowest_minima
    monkeypatch.setattr(typed, "lowest_minima", lambda surface: (asked.append(surface), sought(surface))[1])
    surface = parse_surface("cos(x) + cos(y) + 0.011*(x^2 + y^2)")
    assert not asked, "not before anyone asks"
    assert surface.minima == surface.minima == replace(surface).minima
    assert len(surface.minima) == 4
    assert surface.lowest is not None
    assert len(asked) == 1


# -- as settings ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "make", [lambda: FormulaSurface("sim(x)"), lambda: replace(FormulaSurface(), text="sim(x)")], ids=["new", "changed"]
)
def test_a_fault_is_told_at_its_path_in_words(make: Callable[[], FormulaSurface]) -> None:
    with pytest.raises(SettingsError) as caught:
        make()
    assert (caught.value.path, caught.value.code) == ("text", "formula")
    assert str(caught.value) == "text: this formula cannot be read: `sim` is not known; did you mean `sin`?"
    japanese = {FAULTS["unknown_near"]: "{found}は未知。{near}？", MESSAGES["formula"]: "式が読めません。{found}"}
    template = japanese[MESSAGES["formula"]]
    below = caught.value.under("surface")
    assert below.sentence(template, lambda t: japanese.get(t, t)) == "surface.text: 式が読めません。simは未知。sin？"


@pytest.mark.parametrize("text", ["", "x" * 201, "x\ny", "x\0"])
def test_a_text_that_cannot_be_a_field_is_told_as_such(text: str) -> None:
    with pytest.raises(SettingsError) as caught:
        FormulaSurface(text)
    assert (caught.value.path, caught.value.code) == ("text", "length")


def test_ranges_may_come_in_either_order_and_never_vanish() -> None:
    assert FormulaSurface(x0=3.0, x1=-1.0, y0=0.0, y1=2.0).domain == (-1.0, 3.0, 0.0, 2.0)
    for value in (-100.0, 0.0, 7.3, 100.0):
        surface = FormulaSurface("x*y", value, value, value, value)
        x0, x1, y0, y1 = surface.domain
        assert -100 <= x0 < x1 <= 100
        assert x1 - x0 == pytest.approx(0.01)
        assert x0 - 1e-9 <= value <= x1 + 1e-9
        x, y = surface.start
        assert x0 <= x <= x1
        assert y0 <= y <= y1


@pytest.mark.parametrize(
    "text", ["x^2 + 10*y^2", "log(x) + y", "sqrt(-x)", "3", "sqrt(-1)", "1/(x - y)", "x^0.5*y^0.5"]
)
def test_a_race_starts_where_there_is_a_way_down_if_anywhere(text: str) -> None:
    surface = parse_surface(text)
    place = tuple(map(np.array, surface.start))
    x0, x1, y0, y1 = surface.domain
    assert x0 < surface.start[0] < x1
    assert y0 < surface.start[1] < y1
    if text not in ("3", "sqrt(-1)"):
        assert np.isfinite(surface.value(*place))
        assert surface.gradient(*place).any()


def test_a_recipe_carries_the_formula() -> None:
    surface = FormulaSurface("log(x)*y + 2", 0.5, 4.0, -1.0, 1.0)
    race = replace(RaceSettings(), surface=surface, start=surface.start)
    recipe = default_recipe("race").changed(settings=race)
    text = recipe.to_json()
    assert json.loads(text)["settings"]["surface"] == {
        "kind": "formula", "text": "log(x)*y + 2", "x0": 0.5, "x1": 4, "y0": -1, "y1": 1,
    }  # fmt: skip
    assert Recipe.from_json(text).settings == race
    with pytest.raises(SettingsError) as caught:
        Recipe.from_json(text.replace("log(x)", "lag(x)"))
    assert caught.value.path.endswith("surface.text")


@pytest.mark.parametrize(
    "text",
    ["sqrt(abs(x)) + y^2", "log(x) + y^2", "1/x + 1/y", "sqrt(-1)", "3", "x", "abs(x) + abs(y)", "x^y", "-exp(x*y)",
     "sqrt(abs(x) + abs(y))", "max(x^2, 1) + y^2", "1/0*x^2", "tan(10*x*y)", "exp(exp(exp(x)))"],
)  # fmt: skip
def test_a_race_runs_on_any_formula(text: str) -> None:
    """Kinks, holes, no value at all: frames, verdicts and stages come without an error or a warning."""
    surface = parse_surface(text)
    for start in (surface.start, (0.0, 0.0), (1e-9, -1e-9), (100.0, 100.0)):
        race = replace(RaceSettings(), surface=surface, start=start, steps=60)
        timeline = Timeline(lambda s: s.mode.simulation, race, 0, ())
        for step in (0, 1, 30, 60):
            timeline.seek(step)
            frame = timeline.frame()
            assert len(frame.stages(4)) == (6 if step else 0)
            assert frame.verdicts
        assert timeline.scene.domain == surface.domain


# -- read off the tree ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("x^2 + 10*y^2", "x^{2} + 10 y^{2}"),
        ("sin(x)*cos(y)", r"\sin\left(x\right) \cos\left(y\right)"),
        ("x - (y - 1)", r"x - \left(y - 1\right)"),
        ("(x - y) - 1", "x - y - 1"),
        ("(-x)^2", r"\left(-x\right)^{2}"),
        ("-x^2", "-x^{2}"),
        ("(x^2)^y", r"\left(x^{2}\right)^{y}"),
        ("(x + 1)/y", r"\frac{x + 1}{y}"),
        ("(x/y)^2", r"\left(\frac{x}{y}\right)^{2}"),
        ("x*2*3", r"x \cdot 2 \cdot 3"),
        ("3*-2", r"3 \left(-2\right)"),
        ("-(x + y)", r"-\left(x + y\right)"),
        ("1e-20*x", r"1 \cdot 10^{-20} x"),
        ("sqrt(pi) + abs(e)", r"\sqrt{\pi} + \left|e\right|"),
        ("max(x, y, 1)", r"\max\left(x, y, 1\right)"),
        ("sin(x)^2", r"\left(\sin\left(x\right)\right)^{2}"),
        ("x - -y", r"x - \left(-y\right)"),
        ("x + y*(1 + x)", r"x + y \left(1 + x\right)"),
    ],
)
def test_as_it_is_printed(text: str, printed: str) -> None:
    assert tex(parse(text)) == printed


@pytest.mark.parametrize(
    ("text", "order"),
    [
        ("3*pi", 0), ("x", 1), ("x*y", 2), ("x^2 + y", 2), ("(x + 2*y)^2/3", 2), ("x^3", 3), ("x^2*y^2", 4), ("-x", 1),
        ("x^0", 0), ("x^2.5", math.inf), ("1/x", math.inf), ("sin(x)", math.inf), ("sin(1)*x", 1), ("2^x", math.inf),
        ("x^y", math.inf), ("max(x, y)", math.inf), ("x^-1", math.inf), ("sin(x)^0", 0),
    ],
)  # fmt: skip
def test_the_degree_of_a_polynomial(text: str, order: float) -> None:
    assert degree(parse(text)) == order


def test_the_largest_exponent_is_exact() -> None:
    x = np.array([1.0 + 2**-10])
    exact = (1025**MOST_EXPONENT) / (1024**MOST_EXPONENT)
    surface = parse_surface(f"x^{MOST_EXPONENT}")
    assert surface.value(x, x)[0] == pytest.approx(exact, rel=1e-14)
    assert surface.gradient(x, x)[0, 0] == pytest.approx(100 * exact / x[0], rel=1e-13)


def test_arrays_that_are_given_stay_as_they_are() -> None:
    x, y = (np.linspace(-1, 1, 60) for _ in range(2))
    for array in (x, y):
        array.flags.writeable = False
    for text in ("x", "x + y", "-x", "abs(x)", "x^1", "max(x, y)"):
        functions: list[Callable[[Array, Array], Array]] = [parse_surface(text).value, parse_surface(text).gradient]
        for function in functions:
            found = function(x, y)
            assert not np.shares_memory(found, x)
            found[:] = 0
