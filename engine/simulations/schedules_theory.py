"""What theory says of noisy gradient descent on a quadratic: the loss that the noise keeps, and how far it throws.

In a direction of curvature λ the update with learning rate η and velocity share β (plain: 0) is a linear recurrence
driven by noise of standard deviation σ. While η stays as it is, the position's variance tends to

    η σ² (1 + β) / (λ (1 − β) (2 (1 + β) − η λ)),

and the loss, λ/2 times that in each direction, to the *noise floor*. Both hold for η below the stability limit.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from engine.optimizers import SGD, Momentum
from engine.simulations.base import Array
from engine.simulations.schedules_problems import SurfaceProblem

if TYPE_CHECKING:
    from engine.simulations.schedules import SchedulesSettings


def curvatures(settings: SchedulesSettings) -> Array | None:
    """λ along x and y where the problem is a quadratic whose axes these are; else None."""
    problem = settings.problem
    if not (isinstance(problem, SurfaceProblem) and problem.surface.quadratic):
        return None
    hessian = problem.surface.hessian(np.array(0.0), np.array(0.0))
    return np.diagonal(hessian).copy() if not hessian[0, 1] else None


def stability_limit(settings: SchedulesSettings) -> tuple[float, float] | None:
    """(The η above which the rule diverges, the largest curvature); None where there is no such limit."""
    along = curvatures(settings)
    if along is None:
        return None
    steepest = float(along.max())
    limit = settings.optimizer.stability_limit(steepest)
    return None if limit is None else (limit, steepest)


def variances(settings: SchedulesSettings, rates: Array) -> Array:
    """The variance of x and y that the noise keeps at learning rates (…): (…, 2), NaN where theory says nothing."""
    rates = np.asarray(rates, dtype=np.float64)[..., np.newaxis]
    along, optimizer = curvatures(settings), settings.optimizer
    if along is None or not isinstance(optimizer, SGD | Momentum):
        return np.full((*rates.shape[:-1], 2), np.nan)
    beta = optimizer.momentum if isinstance(optimizer, Momentum) else 0.0
    left = 2.0 * (1.0 + beta) - rates * along
    with np.errstate(all="ignore"):
        kept = rates * settings.noise**2 * (1.0 + beta) / (along * (1.0 - beta) * left)
    return np.where((left > 0).all(axis=-1, keepdims=True), kept, np.nan)


def floors(settings: SchedulesSettings, rates: Array) -> Array:
    """The loss above the minimum that the noise keeps at learning rates (…), (…); NaN where theory says nothing."""
    along = curvatures(settings)
    if along is None:
        return np.full(np.shape(rates), np.nan)
    return np.asarray((variances(settings, rates) * along / 2.0).sum(axis=-1))


def contraction(settings: SchedulesSettings) -> float | None:
    """By how much Σ η is multiplied to tell how far the gradient alone still moves: 1, with a velocity 1/(1 − β).

    None for rules whose step is not proportional to the gradient.
    """
    if settings.optimizer.stability_limit(1.0) is None:
        return None
    return 1.0 / (1.0 - float(getattr(settings.optimizer, "momentum", 0.0)))
