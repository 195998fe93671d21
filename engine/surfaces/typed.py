"""The learner's own surface: a formula of x and y, with exact derivatives by automatic differentiation."""

from __future__ import annotations

import functools
import math
from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from engine.formula_calculus import Jet, Part, jet
from engine.formula_syntax import MOST_CHARACTERS, FormulaError, Node, parse
from engine.formula_text import degree, tex
from engine.parameter import QT_TRANSLATE_NOOP, Settings, SettingsError, parameter, register, shown
from engine.surfaces.base import SURFACES, Array, Surface
from engine.surfaces.minima import lowest_minima

# A picture is at least this wide, and no place of it farther out than a race may start.
NARROWEST, FARTHEST = 0.01, 100.0
# From so many places on it pays to look whether they are a grid.
MANY = 1024


@register(SURFACES, "formula")
@dataclass(frozen=True, slots=True)
class FormulaSurface(Surface):
    """f(x, y) as typed. Gradient and Hessian are exact to rounding; where f is not a number, neither are they.

    `x0`, `x1` and `y0`, `y1` are the ends of the picture, in either order. `minima` are the lowest that were found and
    verified in the picture: none if f is lower on its border, or lowest along a line.
    """

    title: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "Your own formula")
    trap: ClassVar[str] = QT_TRANSLATE_NOOP(
        "engine",
        "Whatever you type. There are + - * / ^ and brackets, sin cos tan exp log sqrt abs tanh min max, pi and e.",
    )

    text: str = parameter(
        "sin(x)*cos(y) + 0.1*(x^2 + y^2)",
        QT_TRANSLATE_NOOP("engine", "Formula"),
        symbol="f",
        low=1,
        high=MOST_CHARACTERS,
        style="formula",
        help=QT_TRANSLATE_NOOP(
            "engine",
            "A formula of x and y, such as x^2 + 10*y^2; a product needs its *. At most 200 characters.",
        ),
    )
    x0: float = parameter(-5.0, QT_TRANSLATE_NOOP("engine", "x from"), low=-FARTHEST, high=FARTHEST, step=0.1)
    x1: float = parameter(5.0, QT_TRANSLATE_NOOP("engine", "x to"), low=-FARTHEST, high=FARTHEST, step=0.1)
    y0: float = parameter(-4.0, QT_TRANSLATE_NOOP("engine", "y from"), low=-FARTHEST, high=FARTHEST, step=0.1)
    y1: float = parameter(4.0, QT_TRANSLATE_NOOP("engine", "y to"), low=-FARTHEST, high=FARTHEST, step=0.1)

    def __post_init__(self) -> None:
        """Check the fields, then the formula: a fault in it is a `SettingsError` at `text` in the parser's words."""
        Settings.__post_init__(self)
        try:
            _tree(self.text)
        except FormulaError as error:
            raise SettingsError("text", "formula", error.phrase, shown(self.text)) from error

    @property
    def formula(self) -> str:  # type: ignore[override]
        """The formula in TeX."""
        return tex(_tree(self.text))

    @property
    def domain(self) -> tuple[float, float, float, float]:  # type: ignore[override]
        """What is drawn: the ranges with their ends in order, and never narrower than `NARROWEST`."""
        return (*_range(self.x0, self.x1), *_range(self.y0, self.y1))

    @property
    def quadratic(self) -> bool:  # type: ignore[override]
        """Whether it is a polynomial of degree two or less, as it is written."""
        return _quadratic(self.text)

    @property
    def minima(self) -> list[tuple[float, float]]:  # type: ignore[override]
        """Where the lowest verified minima of the picture are; found at first use."""
        return list(_found(self)[0])

    @property
    def lowest(self) -> float | None:  # type: ignore[override]
        """The value there; None if none was verified."""
        return _found(self)[1]

    @property
    def start(self) -> tuple[float, float]:  # type: ignore[override]
        """A place high up in the picture's upper left, where value and gradient are numbers and there is a way down."""
        return _start(self)

    def value(self, x: Array, y: Array) -> Array:
        """f(x, y)."""
        shape = np.broadcast_shapes(np.shape(x), np.shape(y))
        found = jet(_tree(self.text), *_thin(x, y), 0)
        return _stacked(found, (found.value,), shape)[..., 0]

    def gradient(self, x: Array, y: Array) -> Array:
        """(∂f/∂x, ∂f/∂y); a subgradient at a kink."""
        shape = np.broadcast_shapes(np.shape(x), np.shape(y))
        found = jet(_tree(self.text), *_thin(x, y), 1)
        return _stacked(found, found.first, shape)

    def hessian(self, x: Array, y: Array) -> Array:
        """The second derivatives; what jumps at a kink is left out of them."""
        shape = np.broadcast_shapes(np.shape(x), np.shape(y))
        found = jet(_tree(self.text), *_thin(x, y), 2)
        xx, xy, yy = found.second
        return _stacked(found, (xx, xy, xy, yy), shape).reshape((*shape, 2, 2))


def _stacked(found: Jet, parts: tuple[Part, ...], shape: tuple[int, ...]) -> Array:
    """The parts side by side on a new last axis; not numbers where the value is none."""
    out = np.empty((*shape, len(parts)))
    for i, part in enumerate(parts):
        out[..., i] = 0.0 if part is None else part
    nowhere = np.isnan(found.value)
    if nowhere.any():
        out[np.broadcast_to(nowhere, shape)] = np.nan
    return out


def _thin(x: Array, y: Array) -> tuple[Array, Array]:
    """The same places, a grid as one row and one column: sin(x) is then computed for each column once."""
    thin = [np.asarray(values, dtype=float) for values in (x, y)]
    for i, values in enumerate(thin):
        if values.ndim == 2 and values.size >= MANY:
            row, column = values[:1], values[:, :1]
            thin[i] = row if (values == row).all() else column if (values == column).all() else values
    return thin[0], thin[1]


@functools.lru_cache(maxsize=256)
def _tree(text: str) -> Node:
    return parse(text)


@functools.lru_cache(maxsize=256)
def _quadratic(text: str) -> bool:
    """Also where its coefficients are no numbers, a formula has no curvature."""
    tree = _tree(text)
    bent = jet(tree, np.zeros(()), np.zeros(()), 2)
    return degree(tree) <= 2 and all(np.isfinite(part) for part in (bent.value, *bent.second) if part is not None)


@functools.lru_cache(maxsize=32)
def _found(surface: FormulaSurface) -> tuple[tuple[tuple[float, float], ...], float | None]:
    """The minima and their value. That of a quadratic is known exactly, wherever it lies."""
    if not surface.quadratic:
        return lowest_minima(surface)
    place = np.zeros(2)
    hessian = surface.hessian(*place)
    curvatures = np.linalg.eigvalsh(hessian)
    if curvatures[0] <= 1e-12 * curvatures[1]:
        return (), None
    for _ in range(2):  # the second takes away what the first has rounded
        place = place - np.linalg.solve(hessian, surface.gradient(*place))
    x, y = (place + 0.0).tolist()
    lowest = float(surface.value(*place))
    return (((x, y),), lowest) if np.isfinite(lowest) else ((), None)


def _range(one: float, other: float) -> tuple[float, float]:
    low, high = min(one, other), max(one, other)
    if high - low >= NARROWEST:
        return low, high
    middle = min(max((low + high) / 2, NARROWEST / 2 - FARTHEST), FARTHEST - NARROWEST / 2)
    return middle - NARROWEST / 2, middle + NARROWEST / 2


@functools.lru_cache(maxsize=32)
def _start(surface: FormulaSurface) -> tuple[float, float]:
    x0, x1, y0, y1 = surface.domain
    places = []
    for across, up in ((0.15, 0.8), (0.2, 0.3), (0.8, 0.7), (0.85, 0.15), (0.3, 0.6), (0.65, 0.4), (0.5, 0.5)):
        x, y = _readable(x0, x1, across), _readable(y0, y1, up)
        place = np.array([x, y])
        gradient = surface.gradient(*place)
        known = np.isfinite(gradient).all() and np.isfinite(surface.value(*place))
        places.append((not known, not gradient.any(), x, y))
    return min(places, key=lambda place: place[:2])[2:]


def _readable(low: float, high: float, share: float) -> float:
    """The figure at this share of a range, with two digits more than its width asks for."""
    return round(low + share * (high - low), 2 - math.floor(math.log10(high - low)))
