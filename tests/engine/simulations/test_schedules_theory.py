"""The noise floor and the stability limit: formulas against a second derivation, and against runs."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from engine.optimizers import OPTIMIZERS, SGD, Adam, Momentum, Nesterov
from engine.schedules import Constant
from engine.simulations import SIMULATIONS
from engine.simulations.schedules import PROBLEMS, ScheduleEntry, SchedulesSettings
from engine.simulations.schedules_record import LOSS, SPREAD_X, SPREAD_Y, rows_of
from engine.simulations.schedules_theory import contraction, curvatures, floors, stability_limit, variances
from engine.timeline import Timeline

BOWL = SchedulesSettings(schedules=(ScheduleEntry(Constant()),))


def stationary(rate: float, beta: float, curvature: float, sigma: float) -> float:
    """The variance of w in the steady state, from the equation of the covariances of (w, v), solved as it stands."""
    # v' = β v − η (λ w + ξ); w' = w + v'
    move = np.array([[1 - rate * curvature, beta], [-rate * curvature, beta]])
    push = rate * sigma * np.array([[1.0], [1.0]])
    system = np.eye(4) - np.kron(move, move)
    return float(np.linalg.solve(system, (push @ push.T).ravel())[0])


@pytest.mark.parametrize("beta", [0.0, 0.5, 0.9, 0.99])
@pytest.mark.parametrize("share", [0.001, 0.1, 0.5, 0.95])
@pytest.mark.parametrize("sigma", [0.3, 5.0])
def test_variances_solve_the_equation_of_the_covariances(beta: float, share: float, sigma: float) -> None:
    rule = Momentum(0.1, beta) if beta else SGD(0.1)
    chosen = replace(BOWL, optimizer=rule, noise=sigma)
    rate = share * 2 * (1 + beta) / 20
    expected = [stationary(rate, beta, curvature, sigma) for curvature in (2.0, 20.0)]
    np.testing.assert_allclose(variances(chosen, np.array(rate)), expected, rtol=1e-8)
    assert float(floors(chosen, np.array(rate))) == pytest.approx(expected[0] + 10 * expected[1], rel=1e-8)


def test_the_floor_of_the_picture() -> None:
    assert float(floors(BOWL, np.array(0.08))) == pytest.approx(0.08 / (2 * 1.84) + 0.08 / (2 * 0.4))
    rates = np.array([[0.0, 0.05], [0.1, 0.2]])
    np.testing.assert_array_equal(np.isnan(floors(BOWL, rates)), [[False, False], [True, True]])
    assert floors(BOWL, rates)[0, 0] == 0.0


@pytest.mark.parametrize("rule", [SGD(0.08), SGD(0.02), Momentum(0.02), Momentum(0.05, 0.5)])
def test_runs_settle_where_theory_says(rule: SGD | Momentum) -> None:
    chosen = replace(BOWL, optimizer=rule, steps=1500, runs=128, noise=2.0)
    timeline = Timeline(SIMULATIONS["schedules"].simulation, chosen, 7)
    timeline.seek(1500)
    rows = rows_of(timeline.record)[500:, 0]
    assert rows[:, LOSS].mean() == pytest.approx(float(floors(chosen, np.array(rule.learning_rate))), rel=0.05)
    spread = (rows[:, [SPREAD_X, SPREAD_Y]] ** 2).mean(axis=0)
    np.testing.assert_allclose(spread, variances(chosen, np.array(rule.learning_rate)), rtol=0.06)


def test_no_theory_is_claimed_where_there_is_none() -> None:
    for chosen in (
        replace(BOWL, optimizer=Adam(0.1)),
        replace(BOWL, optimizer=Nesterov(0.01)),
        replace(BOWL, problem=PROBLEMS["rosenbrock"]()),
        replace(BOWL, problem=PROBLEMS["spirals"]()),
    ):
        assert np.isnan(floors(chosen, np.array([0.01, 0.02]))).all()
        assert np.isnan(variances(chosen, np.array(0.01))).all()


@pytest.mark.parametrize("kind", OPTIMIZERS)
def test_the_limit_is_the_rules_own(kind: str) -> None:
    rule = OPTIMIZERS[kind]()
    found = stability_limit(replace(BOWL, optimizer=rule))
    limit = rule.stability_limit(20.0)
    assert found == (None if limit is None else (limit, 20.0))
    assert (contraction(replace(BOWL, optimizer=rule)) is None) == (limit is None)


def test_curvatures() -> None:
    np.testing.assert_array_equal(curvatures(BOWL), [2.0, 20.0])  # type: ignore[arg-type]
    assert curvatures(replace(BOWL, problem=PROBLEMS["rosenbrock"]())) is None
    assert stability_limit(replace(BOWL, problem=PROBLEMS["rosenbrock"]())) is None
    assert contraction(replace(BOWL, optimizer=Momentum(0.1, 0.75))) == pytest.approx(4.0)
