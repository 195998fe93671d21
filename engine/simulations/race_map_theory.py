"""What is known exactly: on a quadratic, plain descent, Momentum and Nesterov are linear maps with known eigenvalues.

With the surface's curvature λ along one of its directions, the distance from the minimum along it follows

    SGD       z − (1 − ηλ) = 0
    Momentum  z² − (1 + β − ηλ) z + β = 0
    Nesterov  z² − (1 + β)(1 − ηλ) z + β(1 − ηλ) = 0

and shrinks by ρ = max |z| a step in the long run. (Polyak 1964; for the best settings Lessard, Recht & Packard,
Analysis and design of optimization algorithms via integral quadratic constraints, 2016, table 1.)
"""

from __future__ import annotations

import cmath
import math
from dataclasses import dataclass

import numpy as np

from engine.optimizers import SGD, Momentum, Nesterov, Optimizer
from engine.simulations.base import Array
from engine.simulations.race_map_batch import stacked
from engine.surfaces import Surface

LinearRule = SGD | Momentum | Nesterov


@dataclass(frozen=True, slots=True)
class Direction:
    """A principal direction of a quadratic: its name, curvature λ, and whether a start has a part along it."""

    name: str
    curvature: float
    moved: bool


@dataclass(frozen=True, slots=True)
class Mode:
    """One direction under a rule: z² − trace · z + product = 0 (z = trace for SGD), and its solutions."""

    direction: Direction
    trace: float
    product: float
    roots: tuple[complex, ...]

    @property
    def radius(self) -> float:
        """The largest |z|."""
        return max(abs(root) for root in self.roots)

    @property
    def rings(self) -> bool:
        """Whether the solutions are a complex pair: the distance swings."""
        return abs(self.roots[0].imag) > 0


def is_linear(rule: Optimizer) -> bool:
    """Whether the rule's step is linear in the gradient, so that its eigenvalues are known."""
    return isinstance(rule, LinearRule)


def curvatures_at_rest(surface: Surface) -> tuple[float, ...]:
    """The principal curvatures at the lowest minimum (at the start if none is known), rising; empty if not finite."""
    x, y = surface.minima[0] if surface.minima else surface.start
    with np.errstate(all="ignore"):
        hessian = surface.hessian(np.asarray(x, dtype=float), np.asarray(y, dtype=float))
    return tuple(np.linalg.eigvalsh(hessian).tolist()) if np.isfinite(hessian).all() else ()


def directions(surface: Surface, start: tuple[float, float]) -> tuple[Direction, Direction]:
    """The principal directions of a quadratic, the flattest first; named by the axes where they lie along them."""
    hessian = surface.hessian(*(np.asarray(float(v)) for v in start))
    curvatures, vectors = np.linalg.eigh(hessian)
    along = np.abs(vectors.T @ surface.gradient(*(np.asarray(float(v)) for v in start)))
    straight = hessian[0, 1] == 0
    made = []
    for i, curvature in enumerate(curvatures.tolist()):
        name = "xy"[int(np.argmax(np.abs(vectors[:, i])))] if straight else "uv"[i]
        made.append(Direction(name, curvature, bool(along[i] > 1e-12 * along.max())))
    return made[0], made[1]


def trace_and_product(rule: Optimizer, eta_lambda: Array, beta: Array) -> tuple[Array, Array]:
    """The coefficients of z² − trace · z + product for any ηλ and β."""
    left = 1 - eta_lambda
    if isinstance(rule, SGD):
        return left, np.zeros_like(left)
    if isinstance(rule, Momentum):
        return left + beta, beta + np.zeros_like(left)
    return (1 + beta) * left, beta * left


def radius(rule: Optimizer, eta_lambda: Array, beta: Array) -> Array:
    """Max |z|, for arrays of any shape."""
    trace, product = trace_and_product(rule, np.asarray(eta_lambda, dtype=float), np.asarray(beta, dtype=float))
    inside = trace * trace - 4 * product
    root = np.sqrt(np.maximum(inside, 0.0))
    return np.where(inside < 0, np.sqrt(np.maximum(product, 0.0)), (np.abs(trace) + root) / 2)


def exact_rate(rule: Optimizer, found: tuple[Direction, ...], eta: Array | float, beta: Array | float) -> Array:
    """ρ: what one step leaves of the distance in the long run, over the directions that the start has a part along."""
    parts = [radius(rule, np.asarray(eta) * each.curvature, np.asarray(beta)) for each in moved(found)]
    return np.asarray(np.maximum.reduce(parts))


def moved(found: tuple[Direction, ...]) -> tuple[Direction, ...]:
    """The directions that count for a run; all of them for a start at the minimum."""
    return tuple(each for each in found if each.moved) or found


def modes(rule: Optimizer, found: tuple[Direction, ...]) -> tuple[Mode, ...]:
    """Every direction under the rule with its own settings."""
    eta, beta = float(rule.learning_rate), float(getattr(rule, "momentum", 0.0))  # type: ignore[attr-defined]
    made = []
    for each in found:
        trace, product = (float(v) for v in trace_and_product(rule, np.asarray(eta * each.curvature), np.asarray(beta)))
        made.append(Mode(each, trace, product, _roots(rule, trace, product)))
    return tuple(made)


def _roots(rule: Optimizer, trace: float, product: float) -> tuple[complex, ...]:
    if isinstance(rule, SGD):
        return (complex(trace),)
    root = cmath.sqrt(trace * trace - 4 * product)
    return (trace + root) / 2, (trace - root) / 2


def best_settings(rule: Optimizer, found: tuple[Direction, ...]) -> tuple[float, float] | None:
    """The η and β with the smallest ρ; None on a quadratic without a single lowest point."""
    curvatures = sorted(each.curvature for each in moved(found))
    low, high = curvatures[0], curvatures[-1]
    if low <= 0:
        return None
    kappa = high / low
    if isinstance(rule, Momentum):
        root = math.sqrt(kappa)
        return 4 / (math.sqrt(low) + math.sqrt(high)) ** 2, ((root - 1) / (root + 1)) ** 2
    if isinstance(rule, Nesterov):
        root = math.sqrt(3 * kappa + 1)
        return 4 / (3 * high + low), (root - 2) / (root + 2)
    return 2 / (low + high), 0.0


def stability_border(rule: Optimizer, direction: Direction, beta: Array) -> Array:
    """The η beyond which the direction, of curvature above 0, diverges, for each β."""
    limit = stacked(rule, {"momentum": beta}).stability_limit(direction.curvature)
    return np.asarray(limit) + 0 * beta


def critical_damping(rule: Optimizer, direction: Direction, beta: Array) -> tuple[Array, ...]:
    """The η, for each β, at which the direction's two solutions meet; between the curves it rings."""
    if isinstance(rule, Momentum):
        root = np.sqrt(beta)
        return (1 - root) ** 2 / direction.curvature, (1 + root) ** 2 / direction.curvature
    if isinstance(rule, Nesterov):
        return (((1 - beta) / (1 + beta)) ** 2 / direction.curvature, np.ones_like(beta) / direction.curvature)
    return ()


def steps_needed(rate: float, goal: float) -> float:
    """The quotient ln goal / ln ρ; infinite where ρ is 1 or more."""
    if not rate < 1:
        return math.inf
    return 0.0 if rate == 0 else max(0.0, math.log(goal) / math.log(rate))
