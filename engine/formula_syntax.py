"""The grammar of a learner's own formula f(x, y): from text to a tree, or to a fault with its place.

    sum      = product { ("+" | "-") product }
    product  = signed { ("*" | "/") signed }
    signed   = ("+" | "-") signed | power
    power    = operand [ ("^" | "**") signed ]            so that -x^2 is -(x^2) and 2^3^2 is 2^(3^2)
    operand  = number | "x" | "y" | "pi" | "e" | function "(" sum { "," sum } ")" | "(" sum ")"

Nothing of a text is ever run: what is not in this grammar is a `FormulaError`. Length, nesting and constant exponents
are limited, so that no text costs more than a moment.
"""

from __future__ import annotations

import difflib
import math
import re
from collections.abc import Callable
from dataclasses import dataclass

from engine.parameter import QT_TRANSLATE_NOOP, Phrase

MOST_CHARACTERS, MOST_NESTED, MOST_EXPONENT = 200, 40, 100
CONSTANTS = {"pi": math.pi, "e": math.e}
VARIABLES = ("x", "y")
# How many arguments each function takes at least and at most.
FUNCTIONS = {
    **dict.fromkeys(("sin", "cos", "tan", "exp", "log", "sqrt", "abs", "tanh"), (1, 1)),
    **dict.fromkeys(("min", "max"), (2, MOST_CHARACTERS)),
}
NAMES = (*FUNCTIONS, *CONSTANTS, *VARIABLES)
# Names that others give to what is known here.
ALIASES = {"ln": "log", "fabs": "abs", "pow": "^", "power": "^"}
# Signs that stand for one of the grammar's in print; each is one character for one.
PRINTED = str.maketrans({"−": "-", "×": "*", "·": "*", "⋅": "*", "÷": "/"})
TOKEN = re.compile(r"(?P<number>(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?)|(?P<name>[A-Za-z_][A-Za-z_0-9]*)|"
                   r"(?P<sign>\*\*|[-+*/^(),])|(?P<space>[ \t\r\n]+)")  # fmt: skip

FAULTS: dict[str, str] = {
    "not_text": QT_TRANSLATE_NOOP("engine", "a formula is a text"),
    "empty": QT_TRANSLATE_NOOP("engine", "there is no formula yet"),
    "too_long": QT_TRANSLATE_NOOP("engine", "the formula has {count} characters; at most {most} are allowed"),
    "too_deep": QT_TRANSLATE_NOOP("engine", "brackets, signs and powers stand more than {most} deep in one another"),
    "character": QT_TRANSLATE_NOOP("engine", "{found} cannot stand in a formula"),
    "full_width": QT_TRANSLATE_NOOP("engine", "`{found}` is a full-width character; write `{near}`"),
    "equals": QT_TRANSLATE_NOOP("engine", "write only what stands to the right of the `=`"),
    "figures": QT_TRANSLATE_NOOP("engine", "`{found}` is not a number"),
    "number": QT_TRANSLATE_NOOP("engine", "the number `{found}` is too large"),
    "unknown": QT_TRANSLATE_NOOP("engine", "`{found}` is not known; there are {names}"),
    "unknown_near": QT_TRANSLATE_NOOP("engine", "`{found}` is not known; did you mean `{near}`?"),
    "multiply": QT_TRANSLATE_NOOP("engine", "a `*` is missing between `{left}` and `{right}`"),
    "not_function": QT_TRANSLATE_NOOP("engine", "`{found}` is not a function; to multiply, write `{found}*(`"),
    "brackets": QT_TRANSLATE_NOOP("engine", "`{found}` needs its argument in brackets: `{found}(…)`"),
    "one_argument": QT_TRANSLATE_NOOP("engine", "`{found}` takes one argument, not {count}"),
    "two_arguments": QT_TRANSLATE_NOOP("engine", "`{found}` takes at least two arguments, not {count}"),
    "missing": QT_TRANSLATE_NOOP("engine", "a number, `x`, `y` or a function is missing before `{found}`"),
    "ends": QT_TRANSLATE_NOOP("engine", "after `{found}` something is missing"),
    "unclosed": QT_TRANSLATE_NOOP("engine", "this `(` is not closed"),
    "unopened": QT_TRANSLATE_NOOP("engine", "this `)` was not opened"),
    "comma": QT_TRANSLATE_NOOP("engine", "a `,` stands only between the arguments of `min` and `max`"),
    "exponent": QT_TRANSLATE_NOOP("engine", "the exponent {found} does not lie within −{most} … {most}"),
}


class FormulaError(ValueError):
    """Why a text is no formula: `code` (a key of `FAULTS`), `place` (start, end) in the text, and the sentence."""

    def __init__(self, code: str, place: tuple[int, int], **values: object) -> None:
        self.code, self.place = code, place
        self.phrase = Phrase(FAULTS[code], **values)
        super().__init__(str(self.phrase))

    def sentence(self, word: Callable[[str], str] = str) -> str:
        """The fault in words, translated by `word`."""
        return self.phrase.worded(word)

    def __str__(self) -> str:
        return f"character {self.place[0] + 1}: {self.phrase}"


@dataclass(frozen=True, slots=True)
class Number:
    """A number; `name` is what it is called by, if by a name."""

    value: float
    name: str = ""


@dataclass(frozen=True, slots=True)
class Variable:
    """x or y."""

    name: str


@dataclass(frozen=True, slots=True)
class Negative:
    """−inner."""

    inner: Node


@dataclass(frozen=True, slots=True)
class Binary:
    """left sign right, with a sign of `+ - * / ^`."""

    sign: str
    left: Node
    right: Node


@dataclass(frozen=True, slots=True)
class Call:
    """A function of one or more arguments."""

    name: str
    arguments: tuple[Node, ...]


Node = Number | Variable | Negative | Binary | Call


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of the text; `kind` is number, name, sign or end."""

    kind: str
    text: str
    place: tuple[int, int]


def parse(text: object) -> Node:
    """The tree of a formula, or `FormulaError`."""
    if not isinstance(text, str):
        raise FormulaError("not_text", (0, 0))
    if len(text) > MOST_CHARACTERS:
        raise FormulaError("too_long", (MOST_CHARACTERS, len(text)), count=len(text), most=MOST_CHARACTERS)
    tokens = _tokens(text)
    if len(tokens) == 1:
        raise FormulaError("empty", (0, len(text)))
    return _Parser(tokens).whole()


def _tokens(text: str) -> list[Token]:
    """The pieces of the text but its spaces, and an end."""
    plain, at, found = text.translate(PRINTED), 0, []
    while at < len(text):
        match = TOKEN.match(plain, at)
        if match is None:
            raise _stranger(text, at)
        kind = str(match.lastgroup)
        if kind != "space":
            found.append(Token(kind, match[0], match.span()))
        at = match.end()
    return [*found, Token("end", "", (len(text), len(text)))]


def _stranger(text: str, at: int) -> FormulaError:
    """What is wrong with a character that is in no piece."""
    found, place = text[at], (at, at + 1)
    half = chr(ord(found) - 0xFEE0) if "！" <= found <= "～" else ""
    if found == "=":
        return FormulaError("equals", place)
    if half and TOKEN.match(half):
        return FormulaError("full_width", place, found=found, near=half)
    if found == "π":
        return FormulaError("unknown_near", place, found=found, near="pi")
    shown = f"`{found}`" if found.isprintable() and found != "`" else f"U+{ord(found):04X}"
    return FormulaError("character", place, found=shown)


class _Parser:
    """Recursive descent over the tokens, one function per line of the grammar."""

    def __init__(self, tokens: list[Token]) -> None:
        self.tokens, self.at, self.depth = tokens, 0, 0

    @property
    def token(self) -> Token:
        return self.tokens[self.at]

    def take(self, *signs: str) -> Token | None:
        """The next token, if it is one of these signs."""
        token = self.token
        if token.kind != "sign" or token.text not in signs:
            return None
        self.at += 1
        return token

    def whole(self) -> Node:
        tree = self.sum()
        if self.token.kind != "end":
            raise self.leftover()
        return tree

    def leftover(self) -> FormulaError:
        """What is wrong with a token that follows a finished formula."""
        token, before = self.token, self.tokens[self.at - 1]
        if token.text == ")":
            return FormulaError("unopened", token.place)
        if token.text == ",":
            return FormulaError("comma", token.place)
        if token.text == "(" and before.kind == "name":
            return FormulaError("not_function", before.place, found=before.text)
        if token.kind == before.kind == "number" and token.place[0] == before.place[1]:
            return FormulaError("figures", (before.place[0], token.place[1]), found=before.text + token.text)
        return FormulaError("multiply", (before.place[0], token.place[1]), left=before.text, right=token.text)

    def sum(self) -> Node:
        tree = self.product()
        while sign := self.take("+", "-"):
            tree = Binary(sign.text, tree, self.product())
        return tree

    def product(self) -> Node:
        tree = self.signed()
        while sign := self.take("*", "/"):
            tree = Binary(sign.text, tree, self.signed())
        return tree

    def signed(self) -> Node:
        self.depth += 1
        if self.depth > MOST_NESTED:
            raise FormulaError("too_deep", self.token.place, most=MOST_NESTED)
        sign = self.take("+", "-")
        if sign is None:
            tree = self.power()
        else:
            tree = self.signed()
            tree = Negative(tree) if sign.text == "-" else tree
        self.depth -= 1
        return tree

    def power(self) -> Node:
        base = self.operand()
        if not self.take("^", "**"):
            return base
        start = self.token.place[0]
        exponent = self.signed()
        size = constant(exponent)
        if size is not None and not abs(size) <= MOST_EXPONENT:
            place = (start, self.tokens[self.at - 1].place[1])
            raise FormulaError("exponent", place, found=f"{size:.3g}", most=MOST_EXPONENT)
        return Binary("^", base, exponent)

    def operand(self) -> Node:
        token = self.token
        if token.kind == "end":
            before = self.tokens[self.at - 1]
            raise FormulaError("ends", before.place, found=before.text)
        self.at += 1
        if token.kind == "number":
            if math.isinf(float(token.text)):
                raise FormulaError("number", token.place, found=token.text)
            return Number(float(token.text))
        if token.kind == "name":
            return self.name(token)
        if token.text == "(":
            tree = self.sum()
            self.close(token)
            return tree
        raise FormulaError("missing", token.place, found=token.text)

    def name(self, token: Token) -> Node:
        if token.text in FUNCTIONS:
            return self.call(token)
        if token.text in CONSTANTS:
            return Number(CONSTANTS[token.text], token.text)
        if token.text in VARIABLES:
            return Variable(token.text)
        near = _near(token.text)
        if near:
            raise FormulaError("unknown_near", token.place, found=token.text, near=near)
        raise FormulaError("unknown", token.place, found=token.text, names=", ".join(NAMES))

    def call(self, function: Token) -> Node:
        bracket = self.take("(")
        if bracket is None:
            raise FormulaError("brackets", function.place, found=function.text)
        arguments = [self.sum()]
        while self.take(","):
            arguments.append(self.sum())
        self.close(bracket)
        low, high = FUNCTIONS[function.text]
        if not low <= len(arguments) <= high:
            code = "one_argument" if high == 1 else "two_arguments"
            raise FormulaError(code, function.place, found=function.text, count=len(arguments))
        return Call(function.text, tuple(arguments))

    def close(self, bracket: Token) -> None:
        """The `)` that belongs to a `(`."""
        if self.take(")"):
            return
        if self.token.kind == "end":
            raise FormulaError("unclosed", bracket.place)
        raise self.leftover()


def _near(name: str) -> str:
    """The known name that was perhaps meant, or nothing."""
    lower = name.lower()
    if lower in ALIASES or lower in NAMES:
        return ALIASES.get(lower, lower)
    if set(lower) <= set("xy"):
        return "*".join(lower)
    return next(iter(difflib.get_close_matches(lower, [n for n in NAMES if len(n) > 1], n=1)), "")


def constant(node: Node) -> float | None:
    """The value of a tree without variables, as far as it is a plain number: infinite if too large, else None."""
    try:
        return _constant(node)
    except OverflowError:
        return math.inf
    except (ZeroDivisionError, ValueError):
        return math.nan


def _constant(node: Node) -> float | None:
    match node:
        case Number():
            return node.value
        case Negative():
            inner = _constant(node.inner)
            return None if inner is None else -inner
        case Binary():
            left, right = _constant(node.left), _constant(node.right)
            return None if left is None or right is None else OPERATIONS[node.sign](left, right)
        case Call():
            values = [_constant(argument) for argument in node.arguments]
            numbers = [value for value in values if value is not None]
            return CALLS[node.name](*numbers) if len(numbers) == len(values) else None
    return None


OPERATIONS: dict[str, Callable[[float, float], float]] = {
    "+": lambda a, b: a + b,
    "-": lambda a, b: a - b,
    "*": lambda a, b: a * b,
    "/": lambda a, b: a / b,
    "^": math.pow,
}
CALLS: dict[str, Callable[..., float]] = {
    "sin": math.sin,
    "cos": math.cos,
    "tan": math.tan,
    "exp": math.exp,
    "log": math.log,
    "sqrt": math.sqrt,
    "abs": abs,
    "tanh": math.tanh,
    "min": min,
    "max": max,
}
