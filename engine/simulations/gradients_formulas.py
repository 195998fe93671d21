"""The formulas of one step of the scalar chain, with the step's numbers in them; and how its numbers are written."""

from __future__ import annotations

import math
from dataclasses import dataclass

from engine.activations import Activation

# How f and f' are written where there is a usual sign; f' then in terms of a, with its factors as numbers.
FUNCTIONS = {"sigmoid": (r"\sigma", "σ")}
# Longer lines of numbers are broken at a multiplication sign.
LINE = 36


@dataclass(frozen=True, slots=True)
class StepFormula:
    """A formula (TeX), the lines of numbers below it, and its result."""

    tex: str
    numbers: tuple[str, ...] = ()
    result: str = ""


def _written(text: str) -> str:
    return text.replace("-", "−")


def special_figure(value: float) -> str | None:
    """How 0, infinities, NaN and whole numbers of up to nine digits are written; None for all others."""
    if math.isnan(value):
        return "NaN"
    if math.isinf(value):
        return "∞" if value > 0 else "−∞"
    return _written(f"{value + 0.0:,.0f}") if value == int(value) and abs(value) < 1e9 else None


def long_figure(value: float) -> str:
    """Nine significant digits, as the chapter prints its gradients: `7.26119073e−10`; `1,024`, `0`, `∞`."""
    return special_figure(value) or _written(f"{value:.8e}")


def value_figure(value: float) -> str:
    """Four significant digits: `4.136e−07`; `1,024`, `0`, `∞`."""
    if 1e-3 <= abs(value) < 1e4:
        return special_figure(value) or _written(f"{value:.4g}")
    return special_figure(value) or _written(f"{value:.3e}")


def power_figure(base: float, exponent: int) -> str:
    """A positive number to a power as `long_figure` writes it, also where no float holds it: `6.2230e−361`."""
    height = exponent * math.log10(base) if base > 0 else -math.inf
    if math.isinf(height) or abs(height) < 300:
        return long_figure(base**exponent)
    return _written(f"{10 ** (height - math.floor(height)):.4f}e{math.floor(height):+d}")


def factor_figure(value: float) -> str:
    """A factor in eight decimals where it is of common size, one less after a sign: `0.12248806`."""
    if special_figure(value) is None and 1e-4 <= abs(value) < 1e3:
        return _written(f"{value:.{7 if value < 0 else 8}f}")
    return special_figure(value) or _written(f"{value:.4e}")


def table_figure(value: float, room: int = 14) -> str:
    """As `long_figure`, with as many digits fewer as it takes to fit into `room` characters."""
    text = long_figure(value)
    return text if len(text) <= room else _written(f"{value:.{max(8 - len(text) + room, 0)}e}")


def short_figure(value: float) -> str:
    """A number inside a product: `0.5710`, `3.3772e−06`, `(−0.5)` in brackets, as a sign stands before it."""
    text = special_figure(value)
    if text is None:
        text = f"{value:.4f}" if 1e-2 <= abs(value) < 1e4 else f"{value:.4e}"
    return f"({_written(text)})" if value < 0 else _written(text)


def weight_figure(value: float) -> str:
    """A setting inside a product, as it was set: `0.5`, `(−1.25)`."""
    return f"({_written(f'{value:g}')})" if value < 0 else f"{value:g}"


def brief_figure(value: float, room: int) -> str:
    """The best that can be said of a number in `room` characters (at least four): `0.571`, `.1225`, `−4e9`."""
    text = special_figure(value)
    if text is not None and len(text) <= room:
        return text
    tries = [f"{value:.{places}f}" for places in range(room, -1, -1)] if 1e-3 <= abs(value) < 10.0**room else []
    tries += [f"{value:.{places}e}" for places in (2, 1, 0)]
    for text in tries:
        short = text.replace("e+0", "e").replace("e-0", "e-").replace("e+", "e")
        if len(short) <= room:
            return _written(short)
    return _written(short)


def pill_figure(value: float, room: int = 7) -> str:
    """A factor in a small label of `room` characters: `×.1225`, `×2`, `×−.377`."""
    text = brief_figure(value, room - 1)
    if text.lstrip("−").startswith("0."):
        return "×" + text.replace("0.", ".", 1)
    return "×" + brief_figure(value, room - 2)


def product_lines(parts: tuple[str, ...]) -> tuple[str, ...]:
    """The parts of a product on as few lines as they fit on."""
    lines = [parts[0]]
    for part in parts[1:]:
        if len(lines[-1]) + 3 + len(part) <= LINE:
            lines[-1] += f" · {part}"
        else:
            lines.append(f"· {part}")
    return tuple(lines)


def equation_lines(*sides: str) -> tuple[str, ...]:
    """The sides of an equation on one line, or on two where that is too long."""
    line = " = ".join(sides)
    return (line,) if len(line) <= LINE else (sides[0], "= " + " = ".join(sides[1:]))


def sign(activation: Activation) -> tuple[str, str]:
    """The activation's sign, in TeX and in plain text."""
    return FUNCTIONS.get(activation.kind, ("f", "f"))


def start_formulas(activation: Activation, x: float) -> tuple[StepFormula, ...]:
    """Before the first step: the rule of a layer, and the chain rule."""
    f, _ = sign(activation)
    return (
        StepFormula(rf"a_l = {f}(z_l), \;\; z_l = w \, a_{{l-1}}", (f"a₀ = x = {_written(f'{x:g}')}",)),
        StepFormula(rf"g_l = g_{{l+1}} \cdot {f}'(z_l) \cdot w"),
    )


def forward_formulas(
    activation: Activation, w: float, layer: int, a: tuple[float, ...], z: float
) -> tuple[StepFormula, ...]:
    """Layer `layer` going forward; `a` is (a_{l-1}, a_l)."""
    f, _ = sign(activation)
    before = f"a_{{{layer - 1}}}" if layer > 1 else "x"
    made = activation.numbers(z)[0]
    return (
        StepFormula(rf"z_{{{layer}}} = w \, {before}", (f"{weight_figure(w)} · {short_figure(a[0])}",),
                    f"= {_bare(z)}"),
        StepFormula(rf"a_{{{layer}}} = {f}(z_{{{layer}}})", (made.rpartition(" = ")[0] or made,), f"= {factor_figure(a[1])}"),
    )  # fmt: skip


def backward_formulas(
    activation: Activation, w: float, layer: int, a: tuple[float, ...], z: float, gradients: tuple[float, ...]
) -> tuple[StepFormula, ...]:
    """Layer `layer` going back; `gradients` is (g_{l+1}, g_l)."""
    f, plain = sign(activation)
    slope = rf"{f}'(z_{{{layer}}})"
    numbers: tuple[str, ...] = (short_figure(activation.at(z)[1]),)
    if activation.kind == "sigmoid":
        slope, numbers = rf"a_{{{layer}}} (1 - a_{{{layer}}})", (short_figure(a[1]), short_figure(1 - a[1]))
    before = f"a_{{{layer - 1}}}" if layer > 1 else "x"
    inner = f"{weight_figure(w)} · {short_figure(a[0])}"
    product = product_lines((short_figure(gradients[0]), *numbers, weight_figure(w)))
    own = () if activation.kind == "sigmoid" else (StepFormula(slope, (activation.numbers(z)[1],)),)
    return (
        StepFormula(
            rf"g_{{{layer}}} = g_{{{layer + 1}}} \cdot {slope} \cdot w", product, f"= {long_figure(gradients[1])}"
        ),
        *own,
        StepFormula(
            rf"a_{{{layer}}} = {f}(z_{{{layer}}}), \;\; z_{{{layer}}} = w \, {before}",
            equation_lines(f"{plain}({inner})", f"{plain}({_bare(z)})", _bare(a[1])),
        ),
    )


def _bare(value: float) -> str:
    """As `short_figure`, without brackets."""
    return short_figure(value).strip("()")
