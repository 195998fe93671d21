"""What can be measured of an activation function: where it saturates, and how it treats an input from N(0, 1)."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from engine.activations import Activation
from engine.erf import normal_cdf, normal_density

Array = NDArray[np.float64]
Zones = list[tuple[float, float]]
ZeroCentred = Literal["yes", "nearly", "no"]

SATURATED = 0.05
EDGE = 12.0  # N(0, 1) beyond ±12 holds 4e-33, less than rounding
GRID = 4096  # places on each side of 0 at which a zone is looked for
PANELS, ORDER = 48, 12  # the quadrature: equal panels on each side of 0, Gauss-Legendre points in each
YES, NEARLY = 0.05, 0.2  # mean outputs up to these sizes


def saturation_zones(activation: Activation, low: float, high: float, threshold: float = SATURATED) -> Zones:
    """The intervals of [low, high] on which |f'| < `threshold`, from left to right.

    Looked for on a dense grid, the edges then bisected to rounding. An interval reaches as far as the condition
    holds: an edge at a kink is the kink itself. Zones narrower than the grid can be missed.
    """
    return _zones(lambda z: np.abs(activation.derivative(z)) < threshold, low, high)


def mean_output(activation: Activation) -> float:
    """The mean of f(z) for z from N(0, 1), by quadrature on both sides of 0 apart, where kinks are."""
    place, weight = _quadrature()
    return float(np.sum(activation(place) * weight))


def mean_square_output(activation: Activation) -> float:
    """The mean of f(z)² for z from N(0, 1), as `mean_output`."""
    place, weight = _quadrature()
    return float(np.sum(activation(place) ** 2 * weight))


def saturated_share(activation: Activation, threshold: float = SATURATED) -> float:
    """The share of N(0, 1) for which |f'| < `threshold`."""
    return _share(saturation_zones(activation, -EDGE, EDGE, threshold))


def dead_share(activation: Activation) -> float:
    """The share of N(0, 1) for which f' is exactly 0: no gradient at all comes through."""
    return _share(_zones(lambda z: activation.derivative(z) == 0.0, -EDGE, EDGE))


def zero_centred(activation: Activation) -> ZeroCentred:
    """Whether the mean output on N(0, 1) is 0 (within 0.05), near it (within 0.2), or neither."""
    size = abs(mean_output(activation))
    if size <= YES:
        return "yes"
    return "nearly" if size <= NEARLY else "no"


def _zones(holds: Callable[[Array], NDArray[np.bool_]], low: float, high: float) -> Zones:
    """The maximal intervals of [low, high] on which `holds`, each edge the last place at which it does."""
    pieces = [low, 0.0, high] if low < 0.0 < high else [low, high]
    place = np.unique(np.concatenate([np.linspace(a, b, GRID) for a, b in itertools.pairwise(pieces)]))
    inside = holds(place)
    change = np.flatnonzero(inside[1:] != inside[:-1])
    edges = [_edge(holds, *_ordered(place, inside, int(i))) for i in change]
    if inside[0]:
        edges.insert(0, float(low))
    if inside[-1]:
        edges.append(float(high))
    return list(zip(edges[::2], edges[1::2], strict=True))


def _ordered(place: Array, inside: NDArray[np.bool_], i: int) -> tuple[float, float]:
    """The two neighbours `i` and `i + 1`, the one inside first."""
    left, right = float(place[i]), float(place[i + 1])
    return (left, right) if inside[i] else (right, left)


def _edge(holds: Callable[[Array], NDArray[np.bool_]], inside: float, outside: float) -> float:
    """The last place from `inside` towards `outside` at which `holds`, by bisection."""
    for _ in range(60):
        middle = 0.5 * (inside + outside)
        if holds(np.array([middle]))[0]:
            inside = middle
        else:
            outside = middle
    return inside


def _share(zones: Zones) -> float:
    return float(sum(normal_cdf(right) - normal_cdf(left) for left, right in zones))


def _quadrature() -> tuple[Array, Array]:
    """Places in [-12, 12] and their weights under N(0, 1), shape (2 · PANELS · ORDER,) each."""
    node, weight = np.polynomial.legendre.leggauss(ORDER)
    edges = np.linspace(-EDGE, EDGE, 2 * PANELS + 1)  # 0 is among them
    middle, half = 0.5 * (edges[1:] + edges[:-1]), EDGE / (2 * PANELS)
    place = (middle[:, np.newaxis] + half * node).ravel()
    return place, np.tile(weight * half, 2 * PANELS) * normal_density(place)
