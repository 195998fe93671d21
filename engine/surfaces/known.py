"""The ten surfaces on which rules are usually compared, each with its own trap."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from engine.parameter import QT_TRANSLATE_NOOP, register
from engine.surfaces.base import SURFACES, Array, Surface, components_last, pair, symmetric


@register(SURFACES, "elliptic_bowl")
@dataclass(frozen=True, slots=True)
class EllipticBowl(Surface):
    """x² + 10 y²: curvature 2 along x, 20 along y."""

    title: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "Elliptic bowl")
    formula: ClassVar[str] = r"x^2 + 10 y^2"
    trap: ClassVar[str] = QT_TRANSLATE_NOOP(
        "engine", "Ten times as steep along y as along x: what is safe for y is slow for x."
    )
    domain: ClassVar[tuple[float, float, float, float]] = (-8.0, 2.0, -3.0, 3.0)
    minima: ClassVar[list[tuple[float, float]]] = [(0.0, 0.0)]
    start: ClassVar[tuple[float, float]] = (-7.0, 2.0)
    quadratic: ClassVar[bool] = True

    def value(self, x: Array, y: Array) -> Array:
        """x² + 10 y²."""
        return x * x + 10.0 * (y * y)

    def gradient(self, x: Array, y: Array) -> Array:
        """(2 x, 20 y)."""
        return pair(2.0 * x, 20.0 * y)

    def hessian(self, x: Array, y: Array) -> Array:
        """Constant."""
        return symmetric(2.0, 0.0, 20.0, x)


@register(SURFACES, "rosenbrock")
@dataclass(frozen=True, slots=True)
class Rosenbrock(Surface):
    """(1 − x)² + 100 (y − x²)².  (Rosenbrock 1960.)"""

    title: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "Rosenbrock valley")
    formula: ClassVar[str] = r"(1 - x)^2 + 100 (y - x^2)^2"
    trap: ClassVar[str] = QT_TRANSLATE_NOOP(
        "engine", "A narrow, bent ravine: its floor is nearly flat and its walls are steep."
    )
    domain: ClassVar[tuple[float, float, float, float]] = (-2.0, 2.0, -1.0, 3.0)
    minima: ClassVar[list[tuple[float, float]]] = [(1.0, 1.0)]
    start: ClassVar[tuple[float, float]] = (-1.2, 1.0)

    def value(self, x: Array, y: Array) -> Array:
        """(1 − x)² + 100 (y − x²)²."""
        return (1 - x) ** 2 + 100 * (y - x * x) ** 2

    def gradient(self, x: Array, y: Array) -> Array:
        """(−2 (1 − x) − 400 x (y − x²), 200 (y − x²))."""
        r = y - x * x
        out = np.empty((2, *np.shape(r)))
        along, up = out[0, ...], out[1, ...]
        np.multiply(r, -400, out=along)
        along *= x
        along += 2 * (x - 1)
        np.multiply(r, 200, out=up)
        return components_last(out)

    def hessian(self, x: Array, y: Array) -> Array:
        """Second derivatives."""
        return symmetric(2 - 400 * (y - 3 * x * x), -400 * x, 200.0, x)


@register(SURFACES, "beale")
@dataclass(frozen=True, slots=True)
class Beale(Surface):
    """Sum over k = 1, 2, 3 of (c − x + x yᵏ)² with c = 1.5, 2.25, 2.625.  (Beale 1958.)"""

    title: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "Beale")
    formula: ClassVar[str] = r"(1.5 - x + xy)^2 + (2.25 - x + xy^2)^2 + (2.625 - x + xy^3)^2"
    trap: ClassVar[str] = QT_TRANSLATE_NOOP(
        "engine", "Flat in the middle, with walls at the corners that throw a fast racer far away."
    )
    domain: ClassVar[tuple[float, float, float, float]] = (-4.5, 4.5, -2.5, 2.5)
    minima: ClassVar[list[tuple[float, float]]] = [(3.0, 0.5)]
    start: ClassVar[tuple[float, float]] = (1.0, 1.5)

    def value(self, x: Array, y: Array) -> Array:
        """The sum of three squares."""
        y2 = y * y
        return (1.5 - x + x * y) ** 2 + (2.25 - x + x * y2) ** 2 + (2.625 - x + x * y2 * y) ** 2

    def gradient(self, x: Array, y: Array) -> Array:
        """2 Σ r ∂r."""
        y2 = y * y
        y3 = y2 * y
        r1, r2, r3 = 1.5 - x + x * y, 2.25 - x + x * y2, 2.625 - x + x * y3
        return pair(
            2 * (r1 * (y - 1) + r2 * (y2 - 1) + r3 * (y3 - 1)),
            2 * (r1 * x + r2 * (2 * x * y) + r3 * (3 * x * y2)),
        )

    def hessian(self, x: Array, y: Array) -> Array:
        """2 Σ (∂r ∂rᵀ + r ∂²r)."""
        y2 = y * y
        y3 = y2 * y
        r1, r2, r3 = 1.5 - x + x * y, 2.25 - x + x * y2, 2.625 - x + x * y3
        xx = 2 * ((y - 1) ** 2 + (y2 - 1) ** 2 + (y3 - 1) ** 2)
        xy = 2 * (x * (y - 1) + r1 + 2 * x * y * (y2 - 1) + 2 * y * r2 + 3 * x * y2 * (y3 - 1) + 3 * y2 * r3)
        yy = 2 * (x * x + 4 * x * x * y2 + 2 * x * r2 + 9 * x * x * y2 * y2 + 6 * x * y * r3)
        return symmetric(xx, xy, yy, x)


@register(SURFACES, "himmelblau")
@dataclass(frozen=True, slots=True)
class Himmelblau(Surface):
    """(x² + y − 11)² + (x + y² − 7)².  (Himmelblau 1972.)"""

    title: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "Himmelblau")
    formula: ClassVar[str] = r"(x^2 + y - 11)^2 + (x + y^2 - 7)^2"
    trap: ClassVar[str] = QT_TRANSLATE_NOOP(
        "engine", "Four minima of equal depth: which one is reached depends on the start and the rule."
    )
    domain: ClassVar[tuple[float, float, float, float]] = (-6.0, 6.0, -6.0, 6.0)
    minima: ClassVar[list[tuple[float, float]]] = [
        (3.0, 2.0),
        (-2.805118086952745, 3.131312518250573),
        (-3.7793102533777465, -3.2831859912861696),
        (3.584428340330492, -1.8481265269644034),
    ]
    start: ClassVar[tuple[float, float]] = (0.0, 0.0)

    def value(self, x: Array, y: Array) -> Array:
        """(x² + y − 11)² + (x + y² − 7)²."""
        return (x * x + y - 11) ** 2 + (x + y * y - 7) ** 2

    def gradient(self, x: Array, y: Array) -> Array:
        """(4 x a + 2 b, 2 a + 4 y b)."""
        a, b = x * x + y - 11, x + y * y - 7
        return pair(4 * x * a + 2 * b, 2 * a + 4 * y * b)

    def hessian(self, x: Array, y: Array) -> Array:
        """Second derivatives."""
        return symmetric(12 * x * x + 4 * y - 42, 4 * (x + y), 12 * y * y + 4 * x - 26, x)


@register(SURFACES, "saddle")
@dataclass(frozen=True, slots=True)
class Saddle(Surface):
    """x² − y²: no minimum at all."""

    title: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "Saddle")
    formula: ClassVar[str] = r"x^2 - y^2"
    trap: ClassVar[str] = QT_TRANSLATE_NOOP(
        "engine", "At the saddle point the gradient is zero, yet it is no minimum; the way down leads out along y."
    )
    domain: ClassVar[tuple[float, float, float, float]] = (-3.0, 3.0, -3.0, 3.0)
    lowest: ClassVar[float | None] = None
    start: ClassVar[tuple[float, float]] = (-2.5, 0.001)
    quadratic: ClassVar[bool] = True

    def value(self, x: Array, y: Array) -> Array:
        """x² − y²."""
        return x * x - y * y

    def gradient(self, x: Array, y: Array) -> Array:
        """(2 x, −2 y)."""
        return pair(2 * x, -2 * y)

    def hessian(self, x: Array, y: Array) -> Array:
        """Constant."""
        return symmetric(2.0, 0.0, -2.0, x)


@register(SURFACES, "rastrigin")
@dataclass(frozen=True, slots=True)
class Rastrigin(Surface):
    """20 + x² − 10 cos 2πx + y² − 10 cos 2πy.  (Rastrigin 1974.)"""

    title: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "Rastrigin")
    formula: ClassVar[str] = r"20 + x^2 - 10 \cos 2 \pi x + y^2 - 10 \cos 2 \pi y"
    trap: ClassVar[str] = QT_TRANSLATE_NOOP(
        "engine", "A local minimum in every unit square: small steps stay in the first one they meet."
    )
    domain: ClassVar[tuple[float, float, float, float]] = (-5.12, 5.12, -5.12, 5.12)
    minima: ClassVar[list[tuple[float, float]]] = [(0.0, 0.0)]
    start: ClassVar[tuple[float, float]] = (-3.4, 2.7)

    def value(self, x: Array, y: Array) -> Array:
        """20 + x² + y² − 10 (cos 2πx + cos 2πy)."""
        waves: Array = np.cos(2 * np.pi * x) + np.cos(2 * np.pi * y)
        return 20 + x * x + y * y - 10 * waves

    def gradient(self, x: Array, y: Array) -> Array:
        """(2 x + 20 π sin 2πx, 2 y + 20 π sin 2πy)."""
        return pair(2 * x + 20 * np.pi * np.sin(2 * np.pi * x), 2 * y + 20 * np.pi * np.sin(2 * np.pi * y))

    def hessian(self, x: Array, y: Array) -> Array:
        """Diagonal."""
        c = 40 * np.pi**2
        return symmetric(2 + c * np.cos(2 * np.pi * x), 0.0, 2 + c * np.cos(2 * np.pi * y), x)


@register(SURFACES, "ackley")
@dataclass(frozen=True, slots=True)
class Ackley(Surface):
    """−20 e^(−r/5) − e^((cos 2πx + cos 2πy)/2) + e + 20 with r = √((x² + y²)/2).  (Ackley 1987.)

    At the minimum f has a kink: gradient and Hessian are given as 0 there.
    """

    title: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "Ackley")
    formula: ClassVar[str] = r"20 + e - 20 e^{-\sqrt{(x^2 + y^2)/2}/5} - e^{(\cos 2 \pi x + \cos 2 \pi y)/2}"
    trap: ClassVar[str] = QT_TRANSLATE_NOOP(
        "engine", "Nearly flat far out and full of dents; the minimum itself is a sharp point."
    )
    domain: ClassVar[tuple[float, float, float, float]] = (-5.0, 5.0, -5.0, 5.0)
    minima: ClassVar[list[tuple[float, float]]] = [(0.0, 0.0)]
    start: ClassVar[tuple[float, float]] = (-3.4, 2.7)

    def value(self, x: Array, y: Array) -> Array:
        """f(x, y); expm1 keeps it from going below 0 by rounding at the minimum."""
        r = np.sqrt((x * x + y * y) / 2)
        c = (np.cos(2 * np.pi * x) + np.cos(2 * np.pi * y)) / 2
        return -20 * np.expm1(-r / 5) - np.e * np.expm1(c - 1)

    def gradient(self, x: Array, y: Array) -> Array:
        """Both parts by the chain rule; 0 where r = 0."""
        r = np.sqrt((x * x + y * y) / 2)
        safe = np.where(r == 0, 1.0, r)
        radial = np.where(r == 0, 0.0, 2 * np.exp(-r / 5) / safe)
        wave = np.pi * np.exp((np.cos(2 * np.pi * x) + np.cos(2 * np.pi * y)) / 2)
        return pair(radial * x + wave * np.sin(2 * np.pi * x), radial * y + wave * np.sin(2 * np.pi * y))

    def hessian(self, x: Array, y: Array) -> Array:
        """Second derivatives; 0 where r = 0."""
        r = np.sqrt((x * x + y * y) / 2)
        safe = np.where(r == 0, 1.0, r)
        radial = 2 * np.exp(-r / 5) / safe
        bend = -radial * (r / 5 + 1) / 2
        ux, uy = x / safe, y / safe
        wave = np.exp((np.cos(2 * np.pi * x) + np.cos(2 * np.pi * y)) / 2)
        sx, sy = np.sin(2 * np.pi * x), np.sin(2 * np.pi * y)
        p2 = np.pi**2
        xx = radial + bend * ux * ux + p2 * wave * (2 * np.cos(2 * np.pi * x) - sx * sx)
        yy = radial + bend * uy * uy + p2 * wave * (2 * np.cos(2 * np.pi * y) - sy * sy)
        xy = bend * ux * uy - p2 * wave * sx * sy
        smooth = r != 0
        return symmetric(xx * smooth, xy * smooth, yy * smooth, x)


@register(SURFACES, "six_hump_camel")
@dataclass(frozen=True, slots=True)
class SixHumpCamel(Surface):
    """(4 − 2.1 x² + x⁴/3) x² + x y + (4 y² − 4) y²: six minima, two of them global."""

    title: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "Six-hump camel")
    formula: ClassVar[str] = r"(4 - 2.1 x^2 + x^4/3) x^2 + xy + (4 y^2 - 4) y^2"
    trap: ClassVar[str] = QT_TRANSLATE_NOOP(
        "engine", "Six minima, only two of them lowest: a good-looking place may not be the best."
    )
    domain: ClassVar[tuple[float, float, float, float]] = (-2.2, 2.2, -1.3, 1.3)
    minima: ClassVar[list[tuple[float, float]]] = [
        (0.08984201310031806, -0.7126564030207396),
        (-0.08984201310031806, 0.7126564030207396),
    ]
    lowest: ClassVar[float | None] = -1.0316284534898774
    start: ClassVar[tuple[float, float]] = (-1.9, 1.1)

    def value(self, x: Array, y: Array) -> Array:
        """(4 − 2.1 x² + x⁴/3) x² + x y + (4 y² − 4) y²."""
        x2, y2 = x * x, y * y
        return (4 - 2.1 * x2 + x2 * x2 / 3) * x2 + x * y + (4 * y2 - 4) * y2

    def gradient(self, x: Array, y: Array) -> Array:
        """(8 x − 8.4 x³ + 2 x⁵ + y, x − 8 y + 16 y³)."""
        x2 = x * x
        return pair(x * (8 - 8.4 * x2 + 2 * x2 * x2) + y, x - 8 * y + 16 * y * y * y)

    def hessian(self, x: Array, y: Array) -> Array:
        """Second derivatives."""
        x2 = x * x
        return symmetric(8 - 25.2 * x2 + 10 * x2 * x2, 1.0, -8 + 48 * y * y, x)


@register(SURFACES, "booth")
@dataclass(frozen=True, slots=True)
class Booth(Surface):
    """(x + 2y − 7)² + (2x + y − 5)²: a bowl that lies askew, eigenvalues 2 and 18."""

    title: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "Booth")
    formula: ClassVar[str] = r"(x + 2y - 7)^2 + (2x + y - 5)^2"
    trap: ClassVar[str] = QT_TRANSLATE_NOOP(
        "engine", "A ravine askew to the axes: a rate of its own for x and one for y cannot straighten it."
    )
    domain: ClassVar[tuple[float, float, float, float]] = (-8.0, 8.0, -6.0, 8.0)
    minima: ClassVar[list[tuple[float, float]]] = [(1.0, 3.0)]
    # Off both eigenvectors, or everyone would race along one straight line.
    start: ClassVar[tuple[float, float]] = (-6.0, 6.0)
    quadratic: ClassVar[bool] = True

    def value(self, x: Array, y: Array) -> Array:
        """(x + 2y − 7)² + (2x + y − 5)²."""
        return (x + 2 * y - 7) ** 2 + (2 * x + y - 5) ** 2

    def gradient(self, x: Array, y: Array) -> Array:
        """(2 a + 4 b, 4 a + 2 b)."""
        a, b = x + 2 * y - 7, 2 * x + y - 5
        return pair(2 * a + 4 * b, 4 * a + 2 * b)

    def hessian(self, x: Array, y: Array) -> Array:
        """Constant."""
        return symmetric(10.0, 8.0, 10.0, x)


@register(SURFACES, "plateau")
@dataclass(frozen=True, slots=True)
class Plateau(Surface):
    """1 − e^(−(x² + y²)/2): a hollow in a plain on which the gradient all but vanishes."""

    title: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "Plateau")
    formula: ClassVar[str] = r"1 - e^{-(x^2 + y^2)/2}"
    trap: ClassVar[str] = QT_TRANSLATE_NOOP(
        "engine", "Far from the hollow the gradient all but vanishes: rules that follow its size stand still."
    )
    domain: ClassVar[tuple[float, float, float, float]] = (-5.0, 5.0, -4.0, 4.0)
    minima: ClassVar[list[tuple[float, float]]] = [(0.0, 0.0)]
    start: ClassVar[tuple[float, float]] = (-3.5, 2.0)

    def value(self, x: Array, y: Array) -> Array:
        """1 − e^(−(x² + y²)/2)."""
        return -np.expm1(-(x * x + y * y) / 2)

    def gradient(self, x: Array, y: Array) -> Array:
        """(x, y) e^(−(x² + y²)/2)."""
        e = np.exp(-(x * x + y * y) / 2)
        return pair(x * e, y * e)

    def hessian(self, x: Array, y: Array) -> Array:
        """Second derivatives."""
        e = np.exp(-(x * x + y * y) / 2)
        return symmetric((1 - x * x) * e, -x * y * e, (1 - y * y) * e, x)
