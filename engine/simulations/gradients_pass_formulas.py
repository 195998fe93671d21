"""The formulas and numbers of one step of a pass, and how they are written.

Symbols are plain text in which `^[…]` is raised: cheap enough to be set anew at every step, with the layer's number in.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from engine.parameter import QT_TRANSLATE_NOOP
from engine.simulations.gradients_formulas import special_figure
from engine.simulations.gradients_pass_measure import Pass

if TYPE_CHECKING:
    from engine.simulations.gradients import NetworkChoice

Phase = Literal["start", "forward", "backward"]
RMS = QT_TRANSLATE_NOOP("engine", "rms {symbol}")
STD = QT_TRANSLATE_NOOP("engine", "std {symbol}")
MEAN = QT_TRANSLATE_NOOP("engine", "mean {symbol}")
ZEROS = QT_TRANSLATE_NOOP("engine", "{symbol} exactly 0")
DEAD = QT_TRANSLATE_NOOP("engine", "dead units")
TIMES = QT_TRANSLATE_NOOP("engine", "layer {symbol} multiplies by")
# In words: symbols are set in italics, words are not.
SAID = frozenset({DEAD, TIMES})


@dataclass(frozen=True, slots=True)
class PassFormula:
    """A formula, a template over the layer's number `n` and its neighbours'; those of one `slot` say the same thing."""

    slot: str
    template: str


@dataclass(frozen=True, slots=True)
class PassNumber:
    """A named number: `name` is a template, marked for translation, over `symbol`, itself one over the layer's number.

    `share`: to be read as per cent.
    """

    name: str
    symbol: str
    value: float
    share: bool = False
    strong: bool = False

    @property
    def spoken(self) -> bool:
        """Whether the name is words rather than a symbol."""
        return self.name in SAID

    @property
    def written(self) -> str:
        """The value as it is written."""
        return percent_figure(self.value) if self.share else figure(self.value)


def numbered(template: str, layer: int | None) -> str:
    """A template with the number of a layer in it; with the letter l for None, where A and B are at different layers."""
    if layer is None:
        return template.format(n="l", after="l+1", before="l−1")
    return template.format(n=layer, after=layer + 1, before=layer - 1)


def figure(value: float) -> str:
    """Three significant digits: `1.92e−12`, `0.0163`, `9.33`, `∞`, `NaN`, `0`."""
    special = special_figure(value)
    if special is not None and (value == 0 or not math.isfinite(value) or abs(value) < 1000):
        return special
    if 1e-3 <= abs(value) < 1000:
        digits = max(0, 2 - math.floor(math.log10(abs(value))))
        return f"{value:.{digits}f}".replace("-", "−")
    return f"{value:.2e}".replace("-", "−")


def percent_figure(share: float) -> str:
    """A share as per cent: `49.8 %`, `0 %`."""
    return "NaN" if math.isnan(share) else f"{100 * share:.3g} %"


def compact_figure(value: float) -> str:
    """Two digits where there is little room: `0.38`, `6.4`, `273`, `5.6k`, `4e−9`."""
    special = special_figure(value)
    if special is not None and (value == 0 or not math.isfinite(value)):
        return special
    size = abs(value)
    for below, text in (
        (0.095, ""), (0.995, f"{value:.2f}"), (9.95, f"{value:.1f}"), (999.5, f"{value:.0f}"),
        (9.95e3, f"{value / 1e3:.1f}k"), (9.995e5, f"{value / 1e3:.0f}k"),
    ):  # fmt: skip
        if size < below and text:
            return text.replace("-", "−")
        if size < below:
            break
    mantissa, _, exponent = f"{value:.0e}".partition("e")
    return f"{mantissa}e{int(exponent)}".replace("-", "−")


def ratio_figure(first: float, last: float) -> str:
    """One number by another: `1.91e−12`; `0 / 0` where that has no value."""
    if last == 0:
        return f"{figure(first)} / 0"
    return figure(first / last) if math.isfinite(last) else "NaN"


def product_text(factors: Sequence[float]) -> str:
    """`0.25 × 0.25 × 0.23 × … × 0.22`: the first three and the last."""
    shown = [*factors[:3], *factors[3:][-1:]]
    texts = [_factor_figure(factor) for factor in shown]
    if len(factors) > 4:
        texts.insert(3, "…")
    return " × ".join(texts)


def _factor_figure(factor: float) -> str:
    if 0.095 <= factor < 99.5:
        return f"{factor:.2f}"
    return f"{factor:.2g}" if 0.001 <= factor < 0.095 else compact_figure(factor)


def forward_formulas(choice: NetworkChoice, layer: int) -> tuple[PassFormula, ...]:
    """What layer `layer` does on the way forward."""
    made = ("h^[({before})]" if layer > 1 else "x") + " W^[({n})] + b^[({n})]"
    formulas = [PassFormula("z", "z^[({n})] = " + made)]
    if choice.batch_norm:
        formulas = [
            PassFormula("u", "u^[({n})] = " + made),
            PassFormula("z", "z^[({n})] = (u^[({n})] − μ) / √(σ² + 10⁻⁵)"),
        ]
    short = " + h^[({before})]" if choice.residual and layer > 1 else ""
    return (*formulas, PassFormula("h", "h^[({n})] = f(z^[({n})])" + short))


def backward_formulas(choice: NetworkChoice, layer: int, depth: int) -> tuple[PassFormula, ...]:
    """What the gradient does at layer `layer` on the way back; `d` is ∂L/∂u, before batch normalization."""
    last = layer == depth
    arriving = "d^[({after})]" if choice.batch_norm and not last else "δ^[({after})]"
    short = " + g^[({after})]" if choice.residual and not last else ""
    own = "d^[({n})]" if choice.batch_norm else "δ^[({n})]"
    source = "h^[({before})T]" if layer > 1 else "x^[T]"
    formulas = [
        PassFormula("g", "g^[({n})] = " + arriving + " W^[({after})T]" + short),
        PassFormula("δ", "δ^[({n})] = g^[({n})] ⊙ f′(z^[({n})])"),
    ]
    if choice.batch_norm:
        formulas.append(PassFormula("d", "d^[({n})] = (δ^[({n})] − m₁ − z^[({n})] m₂) / √(σ² + 10⁻⁵)"))
    return (*formulas, PassFormula("W", "∂L/∂W^[({n})] = " + source + " " + own))


def forward_numbers(passed: Pass, layer: int) -> tuple[PassNumber, ...]:
    """The numbers of layer `layer` on the way forward."""
    s, at, h = passed.statistics, layer - 1, "h^[({n})]"
    numbers = [
        PassNumber(MEAN, "f′(z^[({n})])", float(passed.slope[at])),
        PassNumber(RMS, h, float(s.rms_a[at]), strong=True),
        PassNumber(STD, h, float(s.std_a[at])),
        PassNumber(ZEROS, h, float(s.zeros[at]), share=True),
        PassNumber(DEAD, "", float(s.dead[at]), share=True),
    ]
    if layer > 1:
        before = PassNumber(RMS, "h^[({before})]", float(s.rms_a[at - 1]))
        numbers = [before, *numbers, PassNumber(TIMES, "{n}", _ratio(float(s.rms_a[at]), before.value))]
    return tuple(numbers)


def backward_numbers(passed: Pass, layer: int) -> tuple[PassNumber, ...]:
    """The numbers of layer `layer` on the way back."""
    s, at = passed.statistics, layer - 1
    after = float(s.rms_d_z[at + 1]) if layer < passed.depth else passed.d_output
    return (
        PassNumber(RMS, "δ^[({after})]", after),
        PassNumber(RMS, "g^[({n})]", float(s.rms_d_a[at])),
        PassNumber(MEAN, "f′(z^[({n})])", float(passed.slope[at])),
        PassNumber(RMS, "δ^[({n})]", float(s.rms_d_z[at])),
        PassNumber(RMS, "∂L/∂W^[({n})]", float(s.rms_d_w[at]), strong=True),
        PassNumber(TIMES, "{n}", _ratio(float(s.rms_d_z[at]), after)),
    )


def _ratio(value: float, before: float) -> float:
    if before == 0 or math.isnan(value) or math.isnan(before) or math.isinf(before):
        return math.nan
    return value / before
