"""Where a surface has a valley, its floor: the line along which a race would go if it knew the way."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from engine.surfaces.base import Array, Surface
from engine.surfaces.known import Rosenbrock

# A quadratic is a valley where it curves at least so many times as much across as along.
NARROW = 4.0


@dataclass(frozen=True, slots=True, eq=False)
class ValleyFloor:
    """The floor as places (n, 2), from one side of the picture to the other, and as an equation where it has a name."""

    line: Array
    equation: str


def valley_floor(surface: Surface) -> ValleyFloor | None:
    """The floor of a surface that is one valley: Rosenbrock's parabola, a long quadratic's axis. None for others."""
    x0, x1, y0, y1 = surface.domain
    if isinstance(surface, Rosenbrock):
        x = np.linspace(x0, x1, 400)
        return ValleyFloor(np.stack([x, x * x], axis=1), "y = x²")
    direction = _axis(surface)
    if direction is None:
        return None
    reach = np.hypot(x1 - x0, y1 - y0)
    return ValleyFloor(np.asarray(surface.minima[0]) + np.array([[-reach], [reach]]) * direction, "")


def valley_direction(surface: Surface, place: Array) -> Array | None:
    """The floor's direction, a unit vector, at its point nearest to `place` (2,); None where there is no valley."""
    if not isinstance(surface, Rosenbrock):
        return _axis(surface)
    if not np.isfinite(place).all():
        return None
    x, y = place.tolist()
    # Where the distance to (s, s²) is least, its derivative 2 s³ + (1 − 2 y) s − x vanishes.
    roots = np.roots([2.0, 0.0, 1.0 - 2.0 * y, -x])
    feet = roots[np.abs(roots.imag) < 1e-6 * (1 + np.abs(roots.real))].real
    foot = feet[np.hypot(feet - x, feet * feet - y).argmin()]
    along: Array = np.array([1.0, 2.0 * foot]) / np.hypot(1.0, 2.0 * foot)
    return along


def _axis(surface: Surface) -> Array | None:
    """The direction along which a quadratic with a minimum curves least, if it is a long one."""
    if not surface.quadratic or len(surface.minima) != 1:
        return None
    curvatures, directions = np.linalg.eigh(surface.hessian(np.zeros(()), np.zeros(())))
    along: Array = directions[:, 0]
    return along if 0 < NARROW * curvatures[0] <= curvatures[1] else None
