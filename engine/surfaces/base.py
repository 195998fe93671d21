"""What a loss surface is: settings plus pure functions of two parameters, with exact gradient and Hessian."""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import dataclass
from typing import ClassVar

import numpy as np
from numpy.typing import NDArray

from engine.parameter import Settings

Array = NDArray[np.float64]
SURFACES: dict[str, type[Surface]] = {}


@dataclass(frozen=True, slots=True)
class Surface(Settings, ABC):
    """Base of the surfaces f(x, y); x and y are arrays of one shape, or numbers.

    `domain` is (x0, x1, y0, y1), what is drawn; `minima` the places (x, y) of all global minima, none if f has none;
    `lowest` the value there, or None. `start` is where a race on this surface begins well; `trap` says what makes it
    hard. `quadratic` holds where the Hessian is the same everywhere.
    """

    formula: ClassVar[str] = ""
    trap: ClassVar[str] = ""
    domain: ClassVar[tuple[float, float, float, float]] = (-1.0, 1.0, -1.0, 1.0)
    minima: ClassVar[list[tuple[float, float]]] = []
    lowest: ClassVar[float | None] = 0.0
    start: ClassVar[tuple[float, float]] = (0.0, 0.0)
    quadratic: ClassVar[bool] = False

    @classmethod
    def notes(cls) -> tuple[str, ...]:
        """What makes it hard."""
        return (cls.trap,) if cls.trap else ()

    @abstractmethod
    def value(self, x: Array, y: Array) -> Array:
        """f(x, y), of the shape of x."""

    @abstractmethod
    def gradient(self, x: Array, y: Array) -> Array:
        """(∂f/∂x, ∂f/∂y), stacked on a new last axis; a subgradient where f has a kink."""

    @abstractmethod
    def hessian(self, x: Array, y: Array) -> Array:
        """The second derivatives, of shape x.shape + (2, 2)."""


def pair(x: Array, y: Array) -> Array:
    """Two components, stacked on a new last axis. In memory each lies in one piece, which is what thousands ask for."""
    out = np.empty((2, *np.shape(x)))
    out[0] = x
    out[1] = y
    return components_last(out)


def components_last(parts: Array) -> Array:
    """Components (2, …) seen as (…, 2)."""
    return parts.transpose(*range(1, parts.ndim), 0)


def symmetric(xx: Array | float, xy: Array | float, yy: Array | float, like: Array) -> Array:
    """[[xx, xy], [xy, yy]] for every entry of `like`."""
    out = np.empty((*np.shape(like), 2, 2))
    out[..., 0, 0] = xx
    out[..., 0, 1] = out[..., 1, 0] = xy
    out[..., 1, 1] = yy
    return out
