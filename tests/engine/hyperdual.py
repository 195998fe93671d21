"""A second evaluator of formulas: random trees, their text, and their derivatives by hyperdual numbers in plain Python.

f(u + a e₁ + b e₂ + ab e₁e₂) with e₁² = e₂² = 0 carries f, ∂f along e₁, ∂f along e₂, and ∂²f along both.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from hypothesis import strategies as st

Tree = tuple[Any, ...]


@dataclass(frozen=True)
class Hyperdual:
    """One hyperdual number."""

    f: float
    a: float = 0.0
    b: float = 0.0
    ab: float = 0.0

    def through(self, f: float, slope: float, bend: float) -> Hyperdual:
        """A function of it, from that function's value and its two derivatives."""
        return Hyperdual(f, slope * self.a, slope * self.b, slope * self.ab + bend * self.a * self.b)

    def plus(self, other: Hyperdual) -> Hyperdual:
        return Hyperdual(self.f + other.f, self.a + other.a, self.b + other.b, self.ab + other.ab)

    def times(self, other: Hyperdual) -> Hyperdual:
        return Hyperdual(
            self.f * other.f,
            self.a * other.f + self.f * other.a,
            self.b * other.f + self.f * other.b,
            self.ab * other.f + self.a * other.b + self.b * other.a + self.f * other.ab,
        )

    def negative(self) -> Hyperdual:
        return self.times(Hyperdual(-1.0))

    def inverse(self) -> Hyperdual:
        return self.through(1 / self.f, -1 / self.f**2, 2 / self.f**3)


def _tan(u: float) -> tuple[float, float, float]:
    cosine = math.cos(u)
    return math.tan(u), 1 / cosine**2, 2 * math.sin(u) / cosine**3


def _tanh(u: float) -> tuple[float, float, float]:
    t = math.tanh(u)
    return t, 1 - t * t, -2 * t * (1 - t * t)


def _sqrt(u: float) -> tuple[float, float, float]:
    return math.sqrt(u), 0.5 / math.sqrt(u), -0.25 * math.pow(u, -1.5)


ONE: dict[str, Callable[[float], tuple[float, float, float]]] = {
    "sin": lambda u: (math.sin(u), math.cos(u), -math.sin(u)),
    "cos": lambda u: (math.cos(u), -math.sin(u), -math.cos(u)),
    "tan": _tan,
    "exp": lambda u: (math.exp(u),) * 3,
    "log": lambda u: (math.log(u), 1 / u, -(u**-2)),
    "sqrt": _sqrt,
    "abs": lambda u: (abs(u), math.copysign(1.0, u), 0.0),
    "tanh": _tanh,
}


def evaluated(tree: Tree, x: Hyperdual, y: Hyperdual, seen: list[float] | None = None) -> Hyperdual:
    """The tree at (x, y); the sizes of all values on the way, and the gaps that choices hang on, go to `seen`."""
    kind, *parts = tree
    if kind == "number":
        return Hyperdual(parts[0])
    if kind in ("x", "y"):
        found = x if kind == "x" else y
    elif kind == "^":
        u, exponent = evaluated(parts[0], x, y, seen), parts[1]
        slope, bend = exponent * math.pow(u.f, exponent - 1), exponent * (exponent - 1) * math.pow(u.f, exponent - 2)
        found = u.through(math.pow(u.f, exponent), slope, bend)
    else:
        found = _combined(kind, [evaluated(part, x, y, seen) for part in parts], seen)
    if seen is not None:
        seen.append(abs(found.f))
    return found


def _combined(kind: str, parts: list[Hyperdual], seen: list[float] | None) -> Hyperdual:
    if kind in ONE:
        return parts[0].through(*ONE[kind](parts[0].f))
    if kind == "negative":
        return parts[0].negative()
    one, other = parts
    if kind in ("min", "max"):
        if seen is not None:
            seen.append(abs(one.f - other.f))
        return one if (one.f < other.f) == (kind == "min") else other
    if kind == "+":
        return one.plus(other)
    if kind == "-":
        return one.plus(other.negative())
    return one.times(other if kind == "*" else other.inverse())


def magnitudes(tree: Tree, x: float, y: float) -> list[float]:
    """The sizes of all that is computed on the way; infinite where it cannot be computed."""
    seen: list[float] = []
    try:
        evaluated(tree, Hyperdual(x, 1.0, 1.0), Hyperdual(y, 1.0, 1.0), seen)
    except (ValueError, OverflowError, ZeroDivisionError):
        return [math.inf]
    return seen


def written(tree: Tree, spaces: bool) -> str:
    """The tree as text, every part in brackets but numbers and variables."""
    kind, *parts = tree
    gap = " " if spaces else ""
    if kind == "number":
        return f"{parts[0]:g}"
    if kind in ("x", "y"):
        return str(kind)
    if kind == "^":
        return f"({written(parts[0], spaces)}){'**' if spaces else '^'}({parts[1]:g})"
    texts = [written(part, spaces) for part in parts]
    if kind in ONE or kind in ("min", "max"):
        return f"{kind}({f',{gap}'.join(texts)})"
    if kind == "negative":
        return f"-({texts[0]})"
    return f"({texts[0]}){gap}{kind}{gap}({texts[1]})"


numbers = st.sampled_from([0.1, 0.5, 1.0, 2.0, 3.25, 10.0]).map(lambda v: ("number", v))
leaves = st.one_of(st.just(("x",)), st.just(("y",)), numbers)
trees: st.SearchStrategy[Tree] = st.recursive(
    leaves,
    lambda inner: st.one_of(
        st.tuples(st.sampled_from("+-*/"), inner, inner),
        st.tuples(st.sampled_from(["min", "max"]), inner, inner),
        st.tuples(st.sampled_from(list(ONE)), inner),
        st.tuples(st.just("negative"), inner),
        st.tuples(st.just("^"), inner, st.sampled_from([2, 3, -1, -2, 5, 0.5, 1.5])),
    ),
    max_leaves=8,
)


def tree_texts() -> st.SearchStrategy[tuple[Tree, str]]:
    """Random trees, each with its text."""
    return st.tuples(trees, st.booleans()).map(lambda pair: (pair[0], written(*pair)))
