"""Eigenvalues, borders and best settings of the rules that are linear maps on a quadratic."""

from __future__ import annotations

import math

import numpy as np
import pytest

from engine.optimizers import SGD, Adam, Momentum, Nesterov
from engine.simulations.race_map_theory import (
    Direction,
    best_settings,
    critical_damping,
    directions,
    exact_rate,
    is_linear,
    modes,
    radius,
    stability_border,
    steps_needed,
)
from engine.surfaces import SURFACES, EllipticBowl
from engine.surfaces.known import Booth, Saddle

LinearRule = SGD | Momentum | Nesterov
RULES: tuple[LinearRule, ...] = (
    SGD(learning_rate=0.07),
    Momentum(learning_rate=0.1),
    Momentum(learning_rate=0.02, momentum=0.3),
    Nesterov(learning_rate=0.04),
    Nesterov(learning_rate=0.08, momentum=0.2),
)


def matrix_of(rule: LinearRule, curvature: float) -> np.ndarray:
    """One update as a matrix on (position, velocity), found by letting the rule itself move unit vectors."""
    columns = []
    for position, velocity in ((1.0, 0.0), (0.0, 1.0)):
        at = np.array([position])
        state = rule.init(at)
        state = (np.array([velocity]),) if state else ()
        delta, after = rule.update(curvature * at, state, at)
        columns.append([float((at + delta)[0]), float(after[0][0]) if after else 0.0])
    return np.array(columns).T


@pytest.mark.parametrize("rule", RULES)
@pytest.mark.parametrize("curvature", [2.0, 20.0, -2.0, 0.5])
def test_the_eigenvalues_are_those_of_the_rule_s_matrix(rule: LinearRule, curvature: float) -> None:
    mode = modes(rule, (Direction("x", curvature, moved=True),))[0]
    expected = np.linalg.eigvals(matrix_of(rule, curvature))
    if isinstance(rule, SGD):
        expected = np.array([matrix_of(rule, curvature)[0, 0]])
    assert sorted(mode.roots, key=lambda z: (z.real, z.imag)) == pytest.approx(
        sorted(expected, key=lambda z: (z.real, z.imag))
    )
    rate, beta = rule.learning_rate, getattr(rule, "momentum", 0.0)
    assert radius(rule, np.array(rate * curvature), np.array(beta)) == pytest.approx(np.abs(expected).max())


@pytest.mark.parametrize("kind", [Momentum, Nesterov])
def test_on_the_border_the_largest_factor_is_one(kind: type[LinearRule]) -> None:
    beta = np.linspace(0, 0.99, 23)
    border = stability_border(kind(), Direction("y", 20.0, moved=True), beta)
    np.testing.assert_allclose(radius(kind(), 20.0 * border, beta), 1.0, rtol=1e-12)
    assert (radius(kind(), 20.0 * border * 1.01, beta) > 1).all()
    assert (radius(kind(), 20.0 * border * 0.99, beta) < 1).all()


@pytest.mark.parametrize("kind", [Momentum, Nesterov])
def test_at_critical_damping_the_solutions_meet(kind: type[Momentum | Nesterov]) -> None:
    for beta in (0.2, 0.5, 0.9):
        for eta in critical_damping(kind(), Direction("x", 2.0, moved=True), np.array(beta)):
            rule = kind(learning_rate=float(eta), momentum=beta)
            roots = modes(rule, (Direction("x", 2.0, moved=True),))[0].roots
            assert abs(roots[0] - roots[1]) < 1e-6


@pytest.mark.parametrize("rule", [SGD(), Momentum(), Nesterov()])
@pytest.mark.parametrize("kappa", [1.0, 3.0, 10.0, 400.0])
def test_nothing_near_the_best_settings_is_better(rule: LinearRule, kappa: float) -> None:
    found = (Direction("x", 2.0, moved=True), Direction("y", 2.0 * kappa, moved=True))
    best = best_settings(rule, found)
    assert best is not None
    eta, beta = best
    rate = float(exact_rate(rule, found, eta, beta))
    spread = np.linspace(-0.3, 0.3, 61)
    etas = eta * (1 + spread)[:, None]
    betas = np.clip(beta + spread / 3, 0, 0.9999)[None, :] if not isinstance(rule, SGD) else np.zeros((1, 1))
    assert rate <= exact_rate(rule, found, etas, betas).min() + 1e-9
    expected = {
        SGD: (kappa - 1) / (kappa + 1),
        Momentum: (math.sqrt(kappa) - 1) / (math.sqrt(kappa) + 1),
        Nesterov: 1 - 2 / math.sqrt(3 * kappa + 1),
    }[type(rule)]
    assert rate == pytest.approx(expected, abs=1e-7)


def test_a_saddle_has_no_best_settings() -> None:
    assert best_settings(SGD(), directions(Saddle(), (-2.5, 0.001))) is None


def test_directions_of_the_bowl_are_the_axes() -> None:
    assert directions(EllipticBowl(), (-7.0, 2.0)) == (Direction("x", 2.0, True), Direction("y", 20.0, True))
    assert [each.moved for each in directions(EllipticBowl(), (-7.0, 0.0))] == [True, False]


def test_a_direction_without_a_part_does_not_count() -> None:
    found = directions(EllipticBowl(), (-7.0, 0.0))
    assert float(exact_rate(SGD(), found, 0.1, 0.0)) == pytest.approx(0.8)


def test_directions_of_a_turned_bowl_have_names_of_their_own() -> None:
    found = directions(Booth(), (-6.0, -6.0))
    assert [each.name for each in found] == ["u", "v"]
    assert [each.curvature for each in found] == pytest.approx([2.0, 18.0])


def test_which_rules_are_linear() -> None:
    assert is_linear(SGD())
    assert is_linear(Nesterov())
    assert not is_linear(Adam())


def test_steps_needed() -> None:
    assert steps_needed(0.1, 1e-6) == pytest.approx(6)
    assert steps_needed(1.0, 1e-6) == math.inf
    assert steps_needed(0.0, 1e-6) == 0
    assert steps_needed(math.inf, 1e-6) == math.inf


def test_a_typed_quadratic_is_exact_too() -> None:
    surface = SURFACES["formula"](text="x^2 + 4*y^2 + x*y")
    assert surface.quadratic
    found = directions(surface, (1.0, 1.0))
    assert sum(each.curvature for each in found) == pytest.approx(2 + 8)
