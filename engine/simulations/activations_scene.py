"""What a comparison of activation functions shows at every step: curves, zones, densities, facts."""

from __future__ import annotations

import functools
import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from engine.activation_facts import (
    SATURATED,
    ZeroCentred,
    Zones,
    dead_share,
    mean_output,
    saturated_share,
    saturation_zones,
    zero_centred,
)
from engine.activation_marks import Marks, marks
from engine.activations import Activation
from engine.erf import normal_cdf
from engine.parameter import parameters
from engine.simulations.activations_curves import Density, density, deviation
from engine.simulations.base import Array

if TYPE_CHECKING:
    from engine.simulations.activations import ActivationsSettings

LOW, HIGH = -6.0, 6.0
"""The part of the z axis that is shown."""

POINTS = 481
SAMPLE = 8_000
INPUT_BIN = 0.25
FAR = 60.0
"""Zones are looked for this far out: six standard deviations of the widest input, as far off as its mean may be."""

SMALLEST = 5e-324
"""The smallest float above 0: what is below it is exactly 0."""

LARGEST = 1e150
"""Values that grow from pass to pass are held here, so that their squares stay finite."""

DECADES = 12
SLACK = 0.2
"""The part of a decade by which curves may leave the whole powers of ten: the axis has that margin."""

LOWEST_VIEW, HIGHEST_VIEW = -2.5, 2.3
LOWEST_SLOPE, HIGHEST_SLOPE = -0.6, 2.5


@dataclass(frozen=True, slots=True)
class Facts:
    """One row of the comparison table. Shares are those of N(0, 1).

    `zones` are the intervals of -60 … 60 on which |f'| < 0.05, `dead_zones` those on which f' is exactly 0. `marks` is
    what speaks for the function and against it.
    """

    range_text: str
    centred: ZeroCentred
    mean_output: float
    smooth: bool
    monotone: bool
    max_derivative: float
    saturated: float
    dead: float
    use: str
    zones: tuple[tuple[float, float], ...]
    dead_zones: tuple[tuple[float, float], ...]
    marks: Marks


@functools.lru_cache(maxsize=256)
def facts(activation: Activation) -> Facts:
    """All that is measured of a function once: some milliseconds, then kept."""
    with np.errstate(all="ignore"):
        return Facts(
            activation.range.text(), zero_centred(activation), mean_output(activation), activation.smooth,
            activation.monotone, activation.max_derivative, saturated_share(activation), dead_share(activation),
            activation.use, tuple(saturation_zones(activation, -FAR, FAR)),
            tuple(saturation_zones(activation, -FAR, FAR, SMALLEST)), marks(activation),
        )  # fmt: skip


@dataclass(frozen=True, slots=True, eq=False)
class FunctionsScene:
    """What stays the same while the probe moves or the passes go on. n functions, m places on the z axis.

    `values` and `slopes` are f and f', shape (n, m). `zones` are the intervals of the visible axis on which
    |f'| < 0.05, `saturated` the share of the inputs that lie in such intervals anywhere. `once` and `repeated` are the
    outputs after one pass and after `passes`; `spreads`, shape (n, passes shown + 1), their standard deviation after
    0, 1, 2 … passes, drawn between the powers of ten `decades`. `view` and `slope_view` are the ranges of both axes.
    """

    names: tuple[str, ...]
    colours: tuple[int, ...]
    activations: tuple[Activation, ...]
    facts: tuple[Facts, ...]
    z: Array
    values: Array
    slopes: Array
    view: tuple[float, float]
    slope_view: tuple[float, float]
    zones: tuple[Zones, ...]
    saturated: tuple[float, ...]
    mean: float
    spread: float
    inputs: Density
    once: tuple[Density, ...]
    repeated: tuple[Density, ...]
    passes: int
    spreads: Array
    decades: tuple[int, int]


def functions_scene(settings: ActivationsSettings, seed: int, passes: int, shown: int) -> FunctionsScene:
    """The scene with outputs after `passes` passes, and spreads up to `shown` of them."""
    activations = tuple(entry.activation for entry in settings.functions)
    known = tuple(facts(activation) for activation in activations)
    z = np.linspace(LOW, HIGH, POINTS)
    with np.errstate(all="ignore"):
        slopes = np.stack([activation.derivative(z) for activation in activations])
    values, view = curves(activations), value_view(activations)
    sample = inputs(settings.mean, settings.spread, seed)
    outputs, spreads = run_passes(activations, sample, max(shown, passes), (1, passes))
    return FunctionsScene(
        names(settings), tuple(entry.colour for entry in settings.functions), activations, known, z, values, slopes,
        view, slope_view(slopes), tuple(visible(fact.zones) for fact in known),
        tuple(input_share(fact.zones, settings.mean, settings.spread) for fact in known),
        settings.mean, settings.spread, density(sample, LOW, HIGH, INPUT_BIN),
        tuple(density(output, *view) for output in outputs[1]),
        tuple(density(output, *view) for output in outputs[passes]),
        passes, spreads[:, : shown + 1], spread_decades(spreads[:, : shown + 1]),
    )  # fmt: skip


def names(settings: ActivationsSettings) -> tuple[str, ...]:
    """The functions' names; where one stands twice, with its parameters: `Leaky ReLU α 0.1`."""
    activations = [entry.activation for entry in settings.functions]
    titles = [type(activation).title for activation in activations]
    return tuple(
        title if titles.count(title) == 1 else " ".join([title, *_own(activation)])
        for title, activation in zip(titles, activations, strict=True)
    )


def _own(activation: Activation) -> list[str]:
    """A function's parameters as `α 0.1`."""
    fields = parameters(type(activation))
    return [f"{field.symbol or name} {getattr(activation, name):g}" for name, field in fields.items()]


# -- inputs and passes ------------------------------------------------------------------------------------------------


@functools.lru_cache(maxsize=8)
def standard_sample(seed: int) -> Array:
    """One draw of N(0, 1), shape (SAMPLE,); all inputs are this draw, moved and stretched."""
    sample = np.random.default_rng(seed).standard_normal(SAMPLE)
    sample.flags.writeable = False
    return sample


def inputs(mean: float, spread: float, seed: int) -> Array:
    """The draw of N(mean, spread) that every function gets, shape (SAMPLE,)."""
    return np.asarray(mean + spread * standard_sample(seed))


def one_pass(activation: Activation, values: Array) -> Array:
    """f(values), held within ±`LARGEST`; NaN stays NaN."""
    with np.errstate(all="ignore"):
        return np.asarray(np.clip(activation(values), -LARGEST, LARGEST))


def run_passes(
    activations: Sequence[Activation], sample: Array, passes: int, kept: Sequence[int]
) -> tuple[dict[int, list[Array]], Array]:
    """Send `sample` through every function `passes` times.

    Returns the outputs after each number of passes in `kept`, function by function, and the standard deviations after
    0 … `passes` of them, shape (functions, passes + 1).
    """
    outputs: dict[int, list[Array]] = {k: [] for k in kept}
    spreads = np.empty((len(activations), passes + 1))
    spreads[:, 0] = sample.std()
    for i, activation in enumerate(activations):
        values = sample
        for k in range(1, passes + 1):
            values = one_pass(activation, values)
            spreads[i, k] = deviation(values)
            if k in outputs:
                outputs[k].append(values)
    return outputs, spreads


# -- ranges and zones -------------------------------------------------------------------------------------------------


def visible(zones: Sequence[tuple[float, float]]) -> Zones:
    """The parts of `zones` that lie on the visible z axis."""
    cut = [(max(low, LOW), min(high, HIGH)) for low, high in zones]
    return [(low, high) for low, high in cut if high > low]


def input_share(zones: Sequence[tuple[float, float]], mean: float, spread: float) -> float:
    """The share of N(mean, spread) that lies in `zones`."""
    return float(sum(normal_cdf((high - mean) / spread) - normal_cdf((low - mean) / spread) for low, high in zones))


def curves(activations: Sequence[Activation]) -> Array:
    """The values f on the visible z axis for every function, shape (n, POINTS)."""
    z = np.linspace(LOW, HIGH, POINTS)
    return np.stack([one_pass(activation, z) for activation in activations])


@functools.lru_cache(maxsize=8)
def value_view(activations: tuple[Activation, ...]) -> tuple[float, float]:
    """The range of the f axis: the same for all usual functions, lower where one reaches lower."""
    lowest = float(np.nanmin(curves(activations), initial=0.0))
    return max(LOWEST_VIEW, min(-1.4, 1.1 * lowest)), HIGHEST_VIEW


def slope_view(slopes: Array) -> tuple[float, float]:
    """The range of the f' axis."""
    lowest, highest = float(np.nanmin(slopes, initial=0.0)), float(np.nanmax(slopes, initial=0.0))
    return max(LOWEST_SLOPE, min(-0.22, 1.2 * lowest)), min(HIGHEST_SLOPE, max(1.22, 1.1 * highest))


def spread_decades(spreads: Array) -> tuple[int, int]:
    """The whole powers of ten around all spreads above 0; never more than `DECADES` of them."""
    seen = spreads[np.isfinite(spreads) & (spreads > 0)]
    if not seen.size:
        return -1, 1
    high = math.ceil(math.log10(seen.max()) - SLACK)
    low = math.floor(math.log10(seen.min()) + SLACK)
    return max(min(low, high - 2), high - DECADES), high


def saturated_at(slope: float) -> bool:
    """Whether a slope counts as saturated."""
    return abs(slope) < SATURATED
