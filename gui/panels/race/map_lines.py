"""The lines on the map, in places of its axes: levels, borders of divergence and of ringing."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

import contourpy
import numpy as np

from engine.simulations.race_map import MapScene
from engine.simulations.race_map_axes import MapAxis
from gui.panels.race.map_colours import RateScale
from gui.widgets.geometry import Array
from gui.widgets.plot import decade_text

# A level line that spans less than this share of the map is noise, or has no room for its number.
SHORT, UNNAMED = 0.1, 0.3


@dataclass(frozen=True, slots=True, eq=False)
class Line:
    """A curve through places (n, 2), and what is written on it ("" for nothing)."""

    points: Array
    text: str


def level_lines(scene: MapScene, scale: RateScale) -> list[Line]:
    """Lines of equal rate: of the exact one where it is known, else of the measured."""
    rates, exact = scene.rates.rates, scene.exact_rates
    if exact is not None:
        x, y = (np.linspace(0, 1, n) for n in exact.shape[::-1])
        rates = np.where(exact > 1, np.nan, exact)
    else:
        x, y = ((np.arange(n) + 0.5) / n for n in rates.shape[::-1])
        rates = np.where(scene.rates.diverged, np.nan, rates)
    if len(y) == 1:
        rates, y = np.repeat(rates, 2, axis=0), np.array([0.0, 1.0])
    return [
        Line(points, text if named else "")
        for rate, text in scale.levels
        for points, named in _pieces(x, y, rates, rate)
    ]


def _pieces(x: Array, y: Array, rates: Array, level: float) -> list[tuple[Array, bool]]:
    """The pieces of one level that are long enough; only the longest is named."""
    with np.errstate(all="ignore"):
        values = np.log10(np.maximum(rates, 1e-300))
    hole = ~np.isfinite(values)
    generator: Any = contourpy.SerialContourGenerator(
        *np.meshgrid(x, y),
        values,
        hole,
        corner_mask=True,
        line_type=contourpy.LineType.Separate,
        fill_type=contourpy.FillType.OuterOffset,
        quad_as_tri=False,
        z_interp=contourpy.ZInterp.Linear,
        x_chunk_size=0,
        y_chunk_size=0,
    )
    pieces = [line for line in generator.lines(float(np.log10(level))) if _extent(line) >= SHORT]
    longest = max(map(_extent, pieces), default=0.0)
    return [(line, _extent(line) == longest >= UNNAMED) for line in pieces]


def _extent(line: Array) -> float:
    """How far a line reaches along the axis that it follows farther."""
    return float(np.ptp(line, axis=0).max())


def border_lines(scene: MapScene) -> tuple[list[Line], list[Line]]:
    """Where directions begin to diverge, and where to ring, each with the direction's name."""
    x, y = scene.rates.x, scene.rates.y
    limits: list[Line] = []
    rings: list[Line] = []
    for border in scene.borders:
        places = _places(x, y, border.points)
        if y is None:
            places = np.stack([np.full(2, places[0, 0]), np.array([0.0, 1.0])], axis=-1)
        (limits if border.stability else rings).append(Line(places, border.direction.name))
    return limits, rings


def _places(x: MapAxis, y: MapAxis | None, points: Array) -> Array:
    """Settings (n, 2) as places on the axes."""
    across = [x.place(value) for value in points[:, 0].tolist()]
    up = [0.5 if y is None else y.place(value) for value in points[:, 1].tolist()]
    return np.array([across, up]).T


def axis_ticks(axis: MapAxis | None, room: float) -> list[tuple[float, str]]:
    """Places with readable values, about `room` of them."""
    if axis is None:
        return []
    if axis.scale == "complement":
        values = [0.0, *(round(1 - 10.0**-k, 12) for k in range(1, 8))]
    elif axis.scale == "log":
        powers = [10.0**k for k in range(-16, 4)]
        inside = [power for power in powers if axis.low * (1 - 1e-9) <= power <= axis.high * (1 + 1e-9)]
        values = (
            inside[:: math.ceil(len(inside) / room)] if len(inside) > 1 else [m * p for p in powers for m in (1, 2, 5)]
        )
    else:
        spacing = _spacing((axis.high - axis.low) / max(room, 1))
        values = [i * spacing for i in range(round(axis.low / spacing), round(axis.high / spacing) + 1)]
    ticks = [(axis.place(value), _tick_text(axis, value)) for value in values]
    return [(place, text) for place, text in ticks if -1e-9 <= place <= 1 + 1e-9]


def _tick_text(axis: MapAxis, value: float) -> str:
    """Powers of ten as such where they are far from 1."""
    exponent = math.log10(value) if value > 0 else 0.0
    if axis.scale == "log" and abs(exponent) >= 3 and abs(exponent - round(exponent)) < 1e-9:
        return decade_text(round(exponent))
    return f"{value:.4g}".replace("-", "−")


def _spacing(least: float) -> float:
    decade = 10.0 ** np.floor(np.log10(least))
    return float(next(decade * m for m in (1, 2, 2.5, 5, 10) if decade * m >= least * (1 - 1e-9)))
