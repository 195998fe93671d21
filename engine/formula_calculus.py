"""Value, gradient and Hessian of a formula by forward-mode automatic differentiation on whole arrays.

Each node of the tree becomes a `Jet`: its value, its two first derivatives and its three second ones, by the chain rule
from those of its parts. What is zero by structure is None and never computed, so the same rules serve all three orders.
"""

from __future__ import annotations

import functools
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.formula_syntax import Binary, Call, Negative, Node, Number, Variable, constant

Array = NDArray[np.float64]
# What a derivative is where it is not None; plain numbers where it is the same everywhere.
Part = Any
PAIRS = ((0, 0), (0, 1), (1, 1))
NOWHERE: tuple[Part, ...] = (None, None)
FLAT: tuple[Part, ...] = (None, None, None)


@dataclass(frozen=True, slots=True)
class Jet:
    """A value with its derivatives: `first` by x and y, `second` by xx, xy and yy; None stands for zero."""

    value: Part
    first: tuple[Part, ...] = NOWHERE
    second: tuple[Part, ...] = FLAT

    @property
    def fixed(self) -> bool:
        """Whether all derivatives are zero by structure."""
        return self.first[0] is None and self.first[1] is None


def jet(tree: Node, x: Array, y: Array, order: int) -> Jet:
    """The formula at the places (x, y) with its derivatives up to `order` 0, 1 or 2. No warning escapes.

    At a kink a subgradient: that of |u| at 0 and of √u at a minimum of u is 0, that of min and max at a tie the mean.
    """
    with np.errstate(all="ignore"):
        return _Calculus(x, y, order).of(tree)


class _Calculus:
    """The rules of differentiation, for one set of places."""

    def __init__(self, x: Array, y: Array, order: int) -> None:
        self.order = order
        slopes = ((1.0, None), (None, 1.0)) if order else (NOWHERE, NOWHERE)
        self.variables = {"x": Jet(x, slopes[0]), "y": Jet(y, slopes[1])}

    def of(self, node: Node) -> Jet:
        match node:
            case Number():
                return Jet(node.value)
            case Variable():
                return self.variables[node.name]
            case Negative():
                return self.chain(self.of(node.inner), np.negative, lambda u: -1.0, None)
            case Call():
                return self.call(node)
            case Binary("^", base, exponent):
                return self.power(base, exponent)
            case Binary(sign, left, right):
                rule = {"+": self.plus, "-": self.minus, "*": self.times, "/": self.over}[sign]
                return rule(self.of(left), self.of(right))

    # -- rules for one argument -----------------------------------------------------------------------------------

    def chain(
        self,
        u: Jet,
        value: Callable[[Part], Part],
        slope: Callable[[Part], Part],
        bend: Callable[[Part], Part] | None,
        kink: Part = None,
    ) -> Jet:
        """f(u) from f, f' and f'' (None: zero). Where `kink`, what is zero of u's derivatives stays zero."""
        f = value(u.value)
        if u.fixed:
            return Jet(f)
        f1 = slope(u.value)
        first = tuple(_scaled(f1, d, kink) for d in u.first)
        if self.order < 2:
            return Jet(f, first)
        f2 = None if bend is None else bend(u.value)
        flat = kink if kink is None else kink & _zero(u.first[0]) & _zero(u.first[1])
        second = []
        for (i, j), d in zip(PAIRS, u.second, strict=True):
            part = _sum(_scaled(f2, _product(u.first[i], u.first[j]), kink), _scaled(f1, d, kink))
            second.append(part if flat is None or part is None else np.where(flat, 0.0, part))
        return Jet(f, first, tuple(second))

    def call(self, node: Call) -> Jet:
        parts = [self.of(argument) for argument in node.arguments]
        if node.name in ("min", "max"):
            return functools.reduce(functools.partial(self.chosen, node.name), parts)
        u = parts[0]
        kink = u.value == 0 if node.name == "sqrt" and self.order else None
        return self.chain(u, *ONE_ARGUMENT[node.name], kink)

    # -- rules for two arguments ----------------------------------------------------------------------------------

    def plus(self, a: Jet, b: Jet) -> Jet:
        return Jet(a.value + b.value, _sums(a.first, b.first), _sums(a.second, b.second))

    def minus(self, a: Jet, b: Jet) -> Jet:
        return Jet(a.value - b.value, _differences(a.first, b.first), _differences(a.second, b.second))

    def times(self, a: Jet, b: Jet) -> Jet:
        first = tuple(_sum(_product(d, b.value), _product(a.value, e)) for d, e in zip(a.first, b.first, strict=True))
        if self.order < 2:
            return Jet(a.value * b.value, first)
        second = []
        for (i, j), d, e in zip(PAIRS, a.second, b.second, strict=True):
            mixed = _sum(_product(a.first[i], b.first[j]), _product(a.first[j], b.first[i]))
            second.append(_sum(_sum(_product(d, b.value), _product(a.value, e)), mixed))
        return Jet(a.value * b.value, first, tuple(second))

    def over(self, a: Jet, b: Jet) -> Jet:
        """The quotient q: from a = q b follow q' b = a' − q b' and q'' b = a'' − q' b' − b' q' − q b''."""
        q = np.true_divide(a.value, b.value)
        first = tuple(_ratio(_difference(d, _product(q, e)), b.value) for d, e in zip(a.first, b.first, strict=True))
        if self.order < 2:
            return Jet(q, first)
        second = []
        for (i, j), d, e in zip(PAIRS, a.second, b.second, strict=True):
            mixed = _sum(_product(first[i], b.first[j]), _product(first[j], b.first[i]))
            second.append(_ratio(_difference(_difference(d, mixed), _product(q, e)), b.value))
        return Jet(q, first, tuple(second))

    def chosen(self, name: str, a: Jet, b: Jet) -> Jet:
        """The smaller or the larger of two; at a tie the mean of their derivatives."""
        value = np.minimum(a.value, b.value) if name == "min" else np.maximum(a.value, b.value)
        if a.fixed and b.fixed:
            return Jet(value)
        ahead = np.less(a.value, b.value) if name == "min" else np.greater(a.value, b.value)
        share = np.where(np.equal(a.value, b.value), 0.5, np.where(ahead, 1.0, 0.0))
        # Where one is not a number, neither are the derivatives.
        share = np.where(np.isnan(value), np.nan, share)
        return Jet(value, _mixed(share, a.first, b.first), _mixed(share, a.second, b.second))

    # -- powers ---------------------------------------------------------------------------------------------------

    def power(self, base: Node, exponent: Node) -> Jet:
        u, c = self.of(base), constant(exponent)
        if c is not None:
            return self.raised(u, c)
        e = self.of(exponent)
        if u.fixed:
            log = np.log(u.value)
            return self.chain(
                e, lambda v: np.power(u.value, v), lambda v: np.power(u.value, v) * log,
                lambda v: np.power(u.value, v) * log * log,
            )  # fmt: skip
        # u^v = e^(v log u), but for its value: that is also known where u < 0 and v is whole.
        grown = self.chain(self.times(e, self.chain(u, *ONE_ARGUMENT["log"])), *ONE_ARGUMENT["exp"])
        return Jet(np.power(u.value, e.value), grown.first, grown.second)

    def raised(self, u: Jet, c: float) -> Jet:
        """A power with a fixed exponent."""
        if c in (0, 1):
            return u if c else Jet(np.ones_like(u.value))
        kink = u.value == 0 if self.order and c != int(c) else None
        return self.chain(
            u, lambda v: raised(v, c), lambda v: c * raised(v, c - 1), lambda v: c * (c - 1) * raised(v, c - 2), kink
        )


def raised(base: Part, exponent: float) -> Part:
    """The power; a whole exponent by multiplications only, which is exact to rounding and ten times as fast."""
    count = abs(int(exponent))
    if exponent != int(exponent):
        return np.power(base, exponent)
    result: Part = None
    square = base
    while count:
        if count & 1:
            result = square if result is None else result * square
        count >>= 1
        square = square * square if count else square
    if result is None:
        return np.ones_like(base)
    return result if exponent > 0 else np.true_divide(1.0, result)


Rule = Callable[[Part], Part]
ONE_ARGUMENT: dict[str, tuple[Rule, Rule, Rule | None]] = {
    "sin": (np.sin, np.cos, lambda u: -np.sin(u)),
    "cos": (np.cos, lambda u: -np.sin(u), lambda u: -np.cos(u)),
    "tan": (np.tan, lambda u: 1 + np.tan(u) ** 2, lambda u: 2 * np.tan(u) * (1 + np.tan(u) ** 2)),
    "exp": (np.exp, np.exp, np.exp),
    "log": (np.log, lambda u: np.true_divide(1.0, u), lambda u: np.true_divide(-1.0, u * u)),
    "sqrt": (np.sqrt, lambda u: np.true_divide(0.5, np.sqrt(u)), lambda u: np.true_divide(-0.25, u * np.sqrt(u))),
    "abs": (np.abs, np.sign, None),
    "tanh": (np.tanh, lambda u: 1 / np.cosh(u) ** 2, lambda u: -2 * np.tanh(u) / np.cosh(u) ** 2),
}


# -- arithmetic in which None is zero -----------------------------------------------------------------------------------


def _sum(a: Part, b: Part) -> Part:
    return b if a is None else a if b is None else a + b


def _difference(a: Part, b: Part) -> Part:
    return a if b is None else -b if a is None else a - b


def _product(a: Part, b: Part) -> Part:
    return None if a is None or b is None else a * b


def _ratio(a: Part, b: Part) -> Part:
    return None if a is None else np.true_divide(a, b)


def _sums(a: tuple[Part, ...], b: tuple[Part, ...]) -> tuple[Part, ...]:
    return tuple(map(_sum, a, b))


def _differences(a: tuple[Part, ...], b: tuple[Part, ...]) -> tuple[Part, ...]:
    return tuple(map(_difference, a, b))


def _zero(d: Part) -> Part:
    return True if d is None else np.equal(d, 0)


def _scaled(factor: Part, d: Part, kink: Part) -> Part:
    """The product with `factor`; where `kink`, an infinite factor leaves a zero d zero."""
    product = _product(factor, d)
    return product if kink is None or product is None else np.where(kink & _zero(d), 0.0, product)


def _mixed(share: Array, a: tuple[Part, ...], b: tuple[Part, ...]) -> tuple[Part, ...]:
    """Both weighted by their share; the side that does not count may be infinite."""
    return tuple(None if d is None and e is None else _between(share, d, e) for d, e in zip(a, b, strict=True))


def _between(share: Array, d: Part, e: Part) -> Part:
    left, right = (0.0 if part is None else part for part in (d, e))
    return np.where(share == 1, left, np.where(share == 0, right, share * (left + right)))
