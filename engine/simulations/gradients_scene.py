"""What stays the same while a scalar chain is stepped through: the whole chain, its theory, its pictures and verdicts."""

from __future__ import annotations

import functools
import math
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from engine.activations import ACTIVATIONS, Activation
from engine.diagnostics import Verdict
from engine.simulations.base import Array
from engine.simulations.gradients_formulas import sign
from engine.simulations.gradients_product import Chain, gradient_by_weight, solve
from engine.simulations.gradients_remarks import (
    AllInBox,
    BestAtEnd,
    BestWeight,
    BeyondPicture,
    OneInBox,
    remark_on_line,
    remark_on_places,
)
from engine.simulations.gradients_verdicts import WHOLE, judge

if TYPE_CHECKING:
    from engine.simulations.gradients import GradientsSettings

# f' is drawn over |z| up to this.
SLOPE_LIMIT = 6.0
# Weights are compared from 0 to the first of these that holds the one at hand, on its side of 0.
WEIGHT_LIMITS = (4.0, 10.0)
# Always compared, besides the activation at hand.
COMPARED = ("sigmoid", "tanh", "relu")
# (activation, weight) that keep a gradient or blow it up.
PRESETS = (("relu", 1.0), ("relu", 2.0), ("identity", 4.0))


@dataclass(frozen=True, slots=True, eq=False)
class LinePicture:
    """The gradient by layer on a log axis: heights in decades, for g_1 … g_n and the 1 at the start.

    `theory` is the most that (max |f'| · |w|)^k allows, or None where it is 0 or has no limit. What has no logarithm
    stands in `rows` of its own: (height, `0`, `∞` or `NaN`). `low` and `high` bound all of it.
    """

    heights: Array
    theory: Array | None
    low: float
    high: float
    rows: tuple[tuple[float, str], ...]
    remark: Verdict | None


@dataclass(frozen=True, slots=True, eq=False)
class SlopePicture:
    """f' over z, in a range (z0, z1, low, high)."""

    z: Array
    slope: Array
    span: tuple[float, float, float, float]
    remark: Verdict


@dataclass(frozen=True, slots=True, eq=False)
class WeightCurve:
    """log10 of the gradient's size at layer 1 by weight, for one activation; NaN where it has none."""

    kind: str
    title: str
    heights: Array


@dataclass(frozen=True, slots=True, eq=False)
class WeightPicture:
    """The same chain with another weight; `curves` ends with the activation at hand, `here` is its point, cut to fit."""

    w: Array
    curves: tuple[WeightCurve, ...]
    low: float
    high: float
    here: tuple[float, float]
    remark: Verdict


@dataclass(frozen=True, slots=True, eq=False)
class Preset:
    """Other settings of the same depth, and the gradient that they bring to layer 1."""

    title: str
    settings: GradientsSettings
    gradient: float


@dataclass(frozen=True, slots=True, eq=False)
class ChainScene:
    """All that a panel shows of a chain besides the step at hand.

    `steepest` is the largest size of f' (inf if it has no limit), `best` the largest that a factor can have. `box` is
    a part of `slopes`, enlarged; `box_on_slopes` says whether it lies within that picture.
    """

    chain: Chain
    slope_name: str
    steepest: float
    best: float
    line: LinePicture
    slopes: SlopePicture
    box: SlopePicture
    box_on_slopes: bool
    weights: WeightPicture
    presets: tuple[Preset, ...]
    verdicts: tuple[Verdict, ...]


def chain_scene(settings: GradientsSettings) -> ChainScene:
    """The scene of a chain."""
    activation = settings.activation
    chain = solve(activation, settings.x, settings.w, settings.layers)
    steepest = abs(activation.max_derivative)
    best = steepest * abs(settings.w) if settings.w else 0.0
    box = _box_picture(activation, chain, steepest)
    z0, z1 = box.span[:2]
    return ChainScene(
        chain=chain,
        slope_name=slope_name(activation),
        steepest=steepest,
        best=best,
        line=_line_picture(chain, best),
        slopes=_slope_picture(activation, chain, steepest),
        box=box,
        box_on_slopes=z0 >= -SLOPE_LIMIT and z1 <= SLOPE_LIMIT,
        weights=_weight_picture(settings, chain),
        presets=_presets(settings),
        verdicts=chain_verdicts(settings),
    )


def slope_name(activation: Activation) -> str:
    """How f' is written in sentences."""
    return f"{sign(activation)[1]}′"


def chain_verdicts(settings: GradientsSettings) -> tuple[Verdict, ...]:
    """What the numbers of the whole chain say."""
    activation = settings.activation
    chain = solve(activation, settings.x, settings.w, settings.layers)
    return judge(chain, abs(activation.max_derivative), slope_name(activation))


def decades(values: Array) -> Array:
    """log10 of the size of `values`; -inf for 0, inf for infinity."""
    with np.errstate(all="ignore"):
        return np.asarray(np.log10(np.abs(values)))


# -- the line ---------------------------------------------------------------------------------------------------------


def _line_picture(chain: Chain, best: float) -> LinePicture:
    heights = decades(chain.gradients)
    theory = None
    if 0 < best < math.inf:
        theory = math.log10(best) * np.arange(chain.layers, -1, -1.0)
    measured = heights[np.isfinite(heights)]
    shown = measured if theory is None else np.concatenate([measured, theory])
    low, high = math.floor(shown.min() + 1e-9), math.ceil(shown.max() - 1e-9)
    if high == low:
        low, high = low - 1, high + 1
    pad = 0.07 * (high - low)
    rows: list[tuple[float, str]] = []
    bottom, top = low - 0.6 * pad, high + pad
    for found, text in ((np.isneginf(heights), "0"), (np.isposinf(heights), "∞"), (np.isnan(heights), "NaN")):
        if not found.any():
            continue
        if text == "0":
            row, bottom = bottom - 0.9 * pad, bottom - 1.7 * pad
        else:
            row, top = top + 0.5 * pad, top + 1.4 * pad
        heights[found] = row
        rows.append((row, text))
    return LinePicture(heights, theory, bottom, top, tuple(rows), remark_on_line(chain))


# -- where on f' the layers work --------------------------------------------------------------------------------------


def _slope_curve(activation: Activation, z0: float, z1: float, count: int) -> tuple[Array, Array]:
    """The slope f' over a range, with both sides of a kink at 0."""
    z = np.linspace(z0, z1, count)
    if z0 < 0 < z1:
        z = np.sort(np.concatenate([z, [-1e-9, 1e-9]]))
    with np.errstate(all="ignore"):
        return z, np.asarray(activation.derivative(z), dtype=float)


def _slope_picture(activation: Activation, chain: Chain, steepest: float) -> SlopePicture:
    z, slope = _slope_curve(activation, -SLOPE_LIMIT, SLOPE_LIMIT, 241)
    seen = slope[np.isfinite(slope)]
    low, high = (float(seen.min()), float(seen.max())) if seen.size else (0.0, 1.0)
    low, high = min(low, 0.0), min(max(high, steepest), 2 * max(high, 1e-3))
    span = (-SLOPE_LIMIT, SLOPE_LIMIT, low - (0.06 * (high - low) if low < 0 else 0.0), high + 0.16 * (high - low))
    beyond = int(np.sum(~(np.abs(chain.z) <= SLOPE_LIMIT)))
    remark: Verdict = OneInBox(WHOLE) if chain.layers == 1 else AllInBox(WHOLE, chain.layers)
    if beyond:
        remark = BeyondPicture(WHOLE, beyond, chain.layers, SLOPE_LIMIT)
    return SlopePicture(z, slope, span, remark)


def _box_picture(activation: Activation, chain: Chain, steepest: float) -> SlopePicture:
    """The slope f' around the z of the finite layers, with the steepest slope in it if that is near."""
    places = chain.z[np.isfinite(chain.z)]
    z0, z1 = (float(places.min()), float(places.max())) if places.size else (-1.0, 1.0)
    middle = z0 / 2 + z1 / 2
    half = max(0.1, 0.03 * abs(middle), 0.6 * (z1 / 2 - z0 / 2) * 2)
    z, slope = _slope_curve(activation, max(middle - half, -1e307), min(middle + half, 1e307), 161)
    seen = slope[np.isfinite(slope)]
    low, high = (float(seen.min()), float(seen.max())) if seen.size else (0.0, 1.0)
    if high < steepest <= high + 0.6 * (high - low):
        high = steepest
    largest = max(abs(low), abs(high))
    flat = high - low <= 0.02 * largest
    pad = (0.03 * largest or 0.1) if flat else 0.1 * (high - low)
    return SlopePicture(z, slope, (float(z[0]), float(z[-1]), low - pad, high + pad), remark_on_places(chain))


# -- another weight ---------------------------------------------------------------------------------------------------


@functools.lru_cache(maxsize=32)
def _weight_heights(activation: Activation, x: float, layers: int, end: float) -> Array:
    """log10 of the gradient's size at layer 1 for weights from 0 to `end`; kept, since a drag of w asks again."""
    heights = decades(gradient_by_weight(activation, x, layers, np.linspace(0.0, end, 201)))
    heights[np.isposinf(heights)] = np.nan
    heights.flags.writeable = False
    return heights


def weight_end(w: float) -> float:
    """The end of the range of weights, from 0, in which `w` is shown."""
    limit = next((limit for limit in WEIGHT_LIMITS if abs(w) <= limit), abs(w))
    return -limit if w < 0 else limit


def _weight_picture(settings: GradientsSettings, chain: Chain) -> WeightPicture:
    end, n = weight_end(settings.w), settings.layers
    low, high = min(-2.0, math.floor(-1.2 * n)), max(1.0, math.ceil(n * math.log10(abs(end)) - 1e-9))
    rules = [ACTIVATIONS[kind]() for kind in COMPARED if kind != settings.activation.kind] + [settings.activation]
    curves = tuple(
        WeightCurve(rule.kind, rule.title, np.maximum(_weight_heights(rule, settings.x, n, end), low - (high - low)))
        for rule in rules
    )
    here = float(np.clip(np.nan_to_num(decades(chain.gradients[:1])[0], nan=low), low, high))
    return WeightPicture(
        np.linspace(0.0, end, 201), curves, low, high, (settings.w, here), _best_sigmoid(settings.x, n, end)
    )


@functools.lru_cache(maxsize=32)
def _best_sigmoid(x: float, layers: int, end: float) -> Verdict:
    """The weight between 0 and `end` at which the Sigmoid's gradient at layer 1 is largest in size."""
    rule = ACTIVATIONS["sigmoid"]()
    low, high = 0.0, end
    for _ in range(3):
        w = np.linspace(low, high, 201)
        gradients = gradient_by_weight(rule, x, layers, w)
        at = int(np.argmax(np.abs(gradients)))
        low, high = float(w[max(at - 1, 0)]), float(w[min(at + 1, 200)])
    best, gradient = float(w[at]), float(gradients[at])
    return BestAtEnd(WHOLE, best, gradient) if best == end else BestWeight(WHOLE, best, gradient)


def _presets(settings: GradientsSettings) -> tuple[Preset, ...]:
    """The chains of `PRESETS` at this depth and input."""
    made = []
    for kind, w in PRESETS:
        rule = ACTIVATIONS[kind]()
        gradient = gradient_by_weight(rule, settings.x, settings.layers, np.array([w]))
        made.append(Preset(rule.title, replace(settings, activation=rule, w=w), float(gradient[0])))
    return tuple(made)
