"""Why a formula has no value at a place: the smallest part of it that has none, as it would be typed."""

from __future__ import annotations

import numpy as np

from engine.formula_calculus import jet
from engine.formula_syntax import Binary, Call, Negative, Node, Number, Variable

# How tightly each sign binds.
TIGHTNESS = {"+": 1, "-": 1, "*": 3, "/": 3, "^": 4}
SIGNED, ATOM = 2, 5


def hole_in(tree: Node, x: float, y: float) -> str:
    """The innermost part of the formula that is infinite or undefined at (x, y), though its own parts are not; or ""."""
    if _known(tree, x, y):
        return ""
    inner = next((found for part in _parts(tree) if (found := hole_in(part, x, y))), "")
    return inner or plain(tree)


def _known(node: Node, x: float, y: float) -> bool:
    return bool(np.isfinite(jet(node, np.asarray(x), np.asarray(y), 0).value))


def _parts(node: Node) -> tuple[Node, ...]:
    match node:
        case Negative():
            return (node.inner,)
        case Binary():
            return node.left, node.right
        case Call():
            return node.arguments
    return ()


def plain(node: Node) -> str:
    """The formula as it would be typed, with no more brackets than it needs."""
    return _plain(node)[0]


def _plain(node: Node) -> tuple[str, int]:
    """The text, and how tightly it binds."""
    match node:
        case Number():
            return node.name or f"{node.value:.6g}", ATOM
        case Variable():
            return node.name, ATOM
        case Negative():
            return f"-{_in(node.inner, SIGNED + 1)}", SIGNED
        case Call():
            return f"{node.name}({', '.join(plain(argument) for argument in node.arguments)})", ATOM
        case Binary():
            tight = TIGHTNESS[node.sign]
            # All but powers are read from the left.
            left, right = (tight + 1, SIGNED) if node.sign == "^" else (tight, tight + 1)
            gap = " " if tight == 1 else ""
            return f"{_in(node.left, left)}{gap}{node.sign}{gap}{_in(node.right, right)}", tight


def _in(node: Node, least: int) -> str:
    text, tight = _plain(node)
    return text if tight >= least else f"({text})"
