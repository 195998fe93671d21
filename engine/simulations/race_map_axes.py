"""The axes of the map: which settings of a rule stand on them, from where to where, on which scale."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from engine.optimizers import Optimizer
from engine.parameter import Scale, parameters
from engine.simulations.base import Array
from engine.simulations.race_map_theory import curvatures_at_rest, is_linear
from engine.surfaces import Surface

COLUMNS, ROWS = 96, 64
# What stands upwards unless the learner chooses: the first of these that the rule has.
SECOND = ("momentum", "beta1", "decay_rate", "eta_minus")
# Where no stability limit is known, learning rates from so many times the picture's size …
RATES = (1e-4, 1.0)
# … and where one is, so far beyond it on a linear scale; on a logarithmic one, from one to the other.
BEYOND = 1.1
AROUND = (1e-3, 4.0)


@dataclass(frozen=True, slots=True)
class MapAxis:
    """The setting `name` from `low` to `high`, in `count` cells. A place is 0 at `low`, 1 at `high`."""

    name: str
    symbol: str
    label: str
    low: float
    high: float
    scale: Scale
    count: int

    def place(self, value: float) -> float:
        """Where a value stands; outside 0 … 1 for one that is not on the axis."""
        low, high, at = (self._forth(v) for v in (self.low, self.high, value))
        return (at - low) / (high - low)

    def value(self, place: float) -> float:
        """What stands at a place."""
        low, high = self._forth(self.low), self._forth(self.high)
        return self._back(low + place * (high - low))

    @property
    def values(self) -> Array:
        """The value in the middle of each cell, (count,)."""
        return np.array([self.readable(self.value((i + 0.5) / self.count)) for i in range(self.count)])

    def readable(self, value: float) -> float:
        """The nearest value of four significant digits: far finer than the cells."""
        if self.scale == "complement":
            return round(1 - float(f"{1 - value:.3e}"), 12)
        return float(f"{value:.3e}")

    def _forth(self, value: float) -> float:
        if self.scale == "log":
            return math.log10(max(value, 1e-300))
        return -math.log10(max(1 - value, 1e-300)) if self.scale == "complement" else value

    def _back(self, value: float) -> float:
        if self.scale == "log":
            return math.pow(10, value)
        return 1 - math.pow(10, -value) if self.scale == "complement" else value


def mappable(rule: Optimizer) -> tuple[str, ...]:
    """The settings that can stand on an axis: the rule's numbers."""
    return tuple(name for name, declared in parameters(type(rule)).items() if declared.kind == "float")


def axis_names(rule: Optimizer, x: str, y: str) -> tuple[str, str]:
    """The settings on the axes; where `x` or `y` name none, the usual ones. The second is "" if there is only one."""
    names = mappable(rule)
    across = x if x in names else next((name for name in names if name != y), names[0])
    others = [name for name in names if name != across]
    usual = next((name for name in SECOND if name in others), others[0] if others else "")
    return across, y if y in others else usual


def axes_of(surface: Surface, rule: Optimizer, x: str, y: str) -> tuple[MapAxis, MapAxis | None]:
    """Both axes; no second one for a rule with one setting."""
    across, up = axis_names(rule, x, y)
    first = _axis(surface, rule, across, COLUMNS)
    return first, _axis(surface, rule, up, ROWS) if up else None


def _axis(surface: Surface, rule: Optimizer, name: str, count: int) -> MapAxis:
    declared = parameters(type(rule))[name]
    exact = surface.quadratic and is_linear(rule)
    low, high, scale = declared.low, declared.high, declared.scale
    if name == "learning_rate":
        low, high = _rates(surface, rule, exact)
        scale = "linear" if exact else "log"
    elif exact and scale == "complement":
        low, high, scale = 0.0, 1.0, "linear"
    elif scale == "log":
        low = max(low, 1e-12)
    return MapAxis(name, declared.symbol, declared.label, low, high, scale, count)


def _rates(surface: Surface, rule: Optimizer, exact: bool) -> tuple[float, float]:
    """From where to where learning rates are worth a look: a little beyond the limit, where the rule has one."""
    steepest = max(curvatures_at_rest(surface), default=0.0)
    if is_linear(rule) and steepest > 0:
        limits = [kind.stability_limit(steepest) or 0.0 for kind in _ends(rule)]
        top = max(limits)
        return (0.0, _readable(BEYOND * top)) if exact else (_readable(AROUND[0] * top), _readable(AROUND[1] * top))
    x0, x1, y0, y1 = surface.domain
    size = max(x1 - x0, y1 - y0)
    return tuple(min(max(_readable(share * size), 1e-5), 10.0) for share in RATES)  # type: ignore[return-value]


def _ends(rule: Optimizer) -> tuple[Optimizer, ...]:
    """The rule with the least and the most momentum it can have."""
    declared = parameters(type(rule)).get("momentum")
    if declared is None:
        return (rule,)
    return type(rule)(momentum=declared.low), type(rule)(momentum=declared.high)  # type: ignore[call-arg]


def dragged(axis: MapAxis, place: float) -> float:
    """The value at a place to which the hand has moved the cross: three significant digits."""
    value = axis.value(min(max(place, 0.0), 1.0))
    return round(1 - float(f"{1 - value:.2e}"), 12) if axis.scale == "complement" else float(f"{value:.2e}")


def _readable(value: float) -> float:
    """Two significant digits."""
    return float(f"{value:.1e}")
