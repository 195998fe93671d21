"""What can be read off the tree of a formula: how it is printed in TeX, and its degree if it is a polynomial."""

from __future__ import annotations

import math

from engine.formula_syntax import Binary, Call, Negative, Node, Number, Variable, constant

# How tightly each kind of term binds; brackets stand around what binds less than its surroundings.
SUM, SIGN, PRODUCT, POWER, ATOM = range(5)
COMMANDS = {name: rf"\{name}" for name in ("sin", "cos", "tan", "exp", "log", "tanh", "min", "max")}


def tex(node: Node) -> str:
    """The formula as it is printed."""
    return _tex(node)[0]


def _tex(node: Node) -> tuple[str, int]:
    """TeX, and how tightly it binds."""
    match node:
        case Number():
            found = _number(node)
        case Variable():
            found = node.name, ATOM
        case Negative():
            found = f"-{_in(node.inner, PRODUCT)}", SIGN
        case Call():
            found = _call(node)
        case Binary():
            found = _binary(node)
    return found


def _binary(node: Binary) -> tuple[str, int]:
    left, right = node.left, node.right
    if node.sign == "^":
        return f"{_in(left, ATOM)}^{{{tex(right)}}}", POWER
    if node.sign == "*":
        return _product(left, right)
    if node.sign == "/":
        return rf"\frac{{{tex(left)}}}{{{tex(right)}}}", POWER
    return f"{_in(left, SUM)} {node.sign} {_in(right, PRODUCT)}", SUM


def _in(node: Node, least: int) -> str:
    """TeX in brackets, if it binds less tightly than `least`."""
    return _bracketed(*_tex(node), least)


def _bracketed(text: str, tightness: int, least: int) -> str:
    return text if tightness >= least else rf"\left({text}\right)"


def _number(node: Number) -> tuple[str, int]:
    if node.name:
        return (r"\pi" if node.name == "pi" else node.name), ATOM
    text = f"{node.value:.15g}"
    mantissa, _, exponent = text.partition("e")
    return (rf"{mantissa} \cdot 10^{{{int(exponent)}}}", PRODUCT) if exponent else (text, ATOM)


def _call(node: Call) -> tuple[str, int]:
    inside = ", ".join(tex(argument) for argument in node.arguments)
    if node.name == "sqrt":
        return rf"\sqrt{{{inside}}}", ATOM
    if node.name == "abs":
        return rf"\left|{inside}\right|", ATOM
    return rf"{COMMANDS[node.name]}\left({inside}\right)", POWER


def _product(left: Node, right: Node) -> tuple[str, int]:
    """Side by side, with a dot where two figures would meet; a sign on the left is that of the product."""
    text, tightness = _tex(left)
    first, second = _bracketed(text, tightness, SIGN), _in(right, PRODUCT)
    joined = rf"{first} \cdot {second}" if second[0].isdigit() else f"{first} {second}"
    return joined, SIGN if tightness == SIGN else PRODUCT


def degree(node: Node) -> float:
    """The degree of a polynomial, as it is written; infinite for everything else."""
    found = math.inf
    if constant(node) is not None:
        return 0
    match node:
        case Variable():
            found = 1
        case Negative():
            found = degree(node.inner)
        case Binary("^", base, exponent):
            power = constant(exponent)
            if power is not None and power >= 0 and power == int(power):
                found = degree(base) * power if power else 0
        case Binary("/", left, right):
            found = degree(left) if constant(right) is not None else math.inf
        case Binary("*", left, right):
            found = degree(left) + degree(right)
        case Binary("+" | "-", left, right):
            found = max(degree(left), degree(right))
    return found
