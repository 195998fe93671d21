"""Holes of a formula: what has no value, and what a race does that comes there."""

from __future__ import annotations

import math
from dataclasses import replace

import pytest

from engine.diagnostics import Verdict
from engine.formula_holes import hole_in, plain
from engine.formula_syntax import parse
from engine.optimizers import OPTIMIZERS
from engine.recipe import default_recipe
from engine.simulations.race import Racer, RaceSettings
from engine.simulations.race_verdicts import AtEdge, InHole, InHoleOf, Overflowed
from engine.surfaces.typed import FormulaSurface


def told(text: str, start: tuple[float, float], step: int, rule: str = "sgd", rate: float = 0.1) -> Verdict:
    surface = FormulaSurface(text=text, x0=-3, x1=3, y0=-2, y1=2)
    racers = (Racer("A", 0, OPTIMIZERS[rule](learning_rate=rate)),)
    settings = replace(RaceSettings(), surface=surface, start=start, racers=racers, steps=60)
    timeline = default_recipe("race").changed(settings=settings).timeline()
    timeline.seek(step)
    verdict: Verdict = timeline.frame().verdicts[0]
    return verdict


@pytest.mark.parametrize(
    ("text", "place", "part"),
    [
        ("log(x + 1)*2 + y^2", (-2, 0), "log(x + 1)"),
        ("x^2 + sqrt(x*y)", (-1, 1), "sqrt(x*y)"),
        ("1/(x - y)", (1, 1), "1/(x - y)"),
        ("exp(1/x) + y", (0, 1), "1/x"),
        ("x^2 + y^2", (1, 1), ""),
        ("max(x, log(y))", (1, -1), "log(y)"),
        ("-(x + y)^0.5", (-1, -1), "(x + y)^0.5"),
    ],
)
def test_the_smallest_part_without_a_value_is_named(text: str, place: tuple[float, float], part: str) -> None:
    assert hole_in(parse(text), *place) == part


@pytest.mark.parametrize(
    "text",
    ["x - (y - 1)", "-x^2", "(-x)^2", "2^3^2", "(2^3)^2", "x/(y/2)", "x/y/2", "-(x + y)*3", "min(x, y, 2)", "e^-x"],
)
def test_a_part_printed_plainly_is_the_same_formula(text: str) -> None:
    assert parse(plain(parse(text))) == parse(text)


def test_a_racer_that_enters_a_hole_is_told_where_and_why() -> None:
    verdict = told("log(x+1)*2 + y^2 + 0.3*x", (1.5, 1.0), 50)
    assert isinstance(verdict, InHoleOf)
    assert verdict.part == "log(x + 1)"
    assert verdict.x < -1
    assert "(" + f"{verdict.x:.4g}" in verdict.text.format(**verdict.values())
    before = told("log(x+1)*2 + y^2 + 0.3*x", (1.5, 1.0), verdict.step - 1)
    assert not isinstance(before, InHole)
    assert told("log(x+1)*2 + y^2 + 0.3*x", (1.5, 1.0), verdict.step) == verdict


def test_a_start_in_a_hole_is_told_at_once() -> None:
    for step in (0, 3):
        verdict = told("log(x) + y^2", (-1.0, 1.0), step)
        assert isinstance(verdict, InHoleOf)
        assert verdict.step == 0
        assert (verdict.x, verdict.y) == (-1.0, 1.0)


def test_where_there_is_no_gradient_the_path_ends_at_an_edge() -> None:
    verdict = told("sqrt(x) + y^2", (0.0, 1.0), 5)
    assert isinstance(verdict, AtEdge)
    assert verdict.step == 0
    assert math.isfinite(verdict.loss)


def test_far_away_it_is_overflow_and_no_hole() -> None:
    verdict = told("x^4 + y^4", (2.9, 1.9), 20, rate=1.0)
    assert type(verdict) is Overflowed
