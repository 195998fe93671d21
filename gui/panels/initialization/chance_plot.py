"""How a sample's mean or standard deviation comes to rest as rows are drawn, beside what chance allows."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from engine.simulations.base import Array
from gui.theme import Theme
from gui.widgets.plot import Plot

MOST_CURVES = 4
POINTS = 160  # along the axis; beside these, each of the first rows has its own
EXACT_ROWS = 64
PIECES = 36  # that curves lying on one another take turns in
LEFT_AXIS = 40


@dataclass(frozen=True, slots=True)
class CurveLook:
    """One scheme's curve: its colour, whether it is selected, and its turn among `of` curves that coincide."""

    colour: int
    selected: bool
    turn: int
    of: int
    shown: bool


class ChancePlot(Plot):
    """Curves by number of rows on a log axis: known rows faded, rows up to the cursor full."""

    def __init__(self, theme: Theme, expected: float) -> None:
        super().__init__(theme)
        self.expected = expected
        self.fix_left(LEFT_AXIS)
        self.setMinimumHeight(90)
        self.band = self.curve((0, 1.0, None, 0.0), fillLevel="enclosed", brush=theme.brush(0, 0.16), z=-50)
        self.rule = self.curve(("quiet", 1.2, "dash"), z=-40)
        self.cursor = self.curve(("rule", 1.2, "dot"), z=-30)
        self.known = [self.curve((i, 1.2, None, 0.45), connect="finite", z=i) for i in range(MOST_CURVES)]
        self.drawn = [self.curve((i, 2.0), connect="finite", z=10 + i) for i in range(MOST_CURVES)]
        self.heads = [self.points((i,), 7, z=20 + i) for i in range(MOST_CURVES)]
        self.band_note = self.text("quiet", 11, anchor=(1, 0))
        self.curve_note = self.text("quiet", 11, anchor=(1, 1))
        self._looks: tuple[CurveLook, ...] = ()
        self._places = np.zeros(1)
        self._curves: list[Array] = []
        self._reached = -1

    def show_run(self, n_in: int, reach: float, looks: Sequence[CurveLook], band: Array | None) -> None:
        """Another run of `n_in` rows. `band` (2, n_in) holds the ends of what chance allows the selected scheme,

        `reach` says how far from the expected value chance takes any; a draw goes seldom far beyond.
        """
        self._looks, self._places, self._reached = tuple(looks), curve_places(n_in), -1
        self._curves = []
        end, room = max(float(self._places[-1]), 0.3), max(1.35 * reach, 0.02)
        left, right, low, high = -0.02 * end, 1.03 * end, self.expected - room, self.expected + room
        self.set_span(left, right, low, high)
        self.set_ticks("bottom", [(math.log10(k), str(k)) for k in labelled_rows(n_in)])
        self.rule.setData([left, right], [self.expected, self.expected])
        self._show_band(band, right)
        self.band_note.setPos(1.02 * end, high)
        self.curve_note.setPos(1.02 * end, low)
        for i in range(MOST_CURVES):
            self._show_look(i)

    def _show_band(self, band: Array | None, right: float) -> None:
        if band is None:
            self.band.setData([], [])
            return
        rows = np.log10(np.arange(1, band.shape[1] + 1))
        places = self._places if len(rows) > 1 else np.array([0.0, right])
        low, high = (np.interp(places, rows, side) for side in band)
        self.band.setData(np.concatenate((places, places[::-1])), np.concatenate((low, high[::-1])))

    def _show_look(self, index: int) -> None:
        used = index < len(self._looks) and self._looks[index].shown
        for item in (self.known[index], self.drawn[index], self.heads[index]):
            item.setVisible(used)
        self.known[index].setData([], [])
        self.drawn[index].setData([], [])
        if used:
            look = self._looks[index]
            if look.selected:
                self.restyle(self.band, "brush", (look.colour, 0.16))
            self.restyle(self.known[index], "pen", (look.colour, 1.2, None, 0.45))
            self.restyle(self.drawn[index], "pen", (look.colour, 2.2 if look.selected else 1.6))
            self.restyle(self.heads[index], "brush", (look.colour,))
            self.heads[index].setZValue(30 if look.selected else 20 + index)

    def show_step(self, curves: Array, step: int) -> None:
        """`step` rows are drawn; `curves` (schemes, rows known + 1) begins with the NaN of no rows."""
        if curves.shape[1] - 1 != self._reached:
            self._take(curves)
        at = math.log10(step) if step else -1.0
        count = int(np.searchsorted(self._places, at + 1e-9))
        for i, look in enumerate(self._looks):
            if look.shown and self._curves:
                self.drawn[i].setData(self._places[:count], self._curves[i][:count])
                value = float(curves[i, step]) if step else math.nan
                self.heads[i].setData([at], [value]) if math.isfinite(value) else self.heads[i].setData([], [])
        (low, high), ends = self.box.viewRange()[1], ([at, at] if step else [])
        self.cursor.setData(ends, [low, high] if step else [])

    def _take(self, curves: Array) -> None:
        """More rows are known: sample the curves at the places of the axis."""
        self._reached = curves.shape[1] - 1
        self._curves = []
        if not self._reached:
            return
        rows = np.log10(np.arange(1, self._reached + 1))
        known = int(np.searchsorted(self._places, rows[-1] + 1e-9))
        for i, look in enumerate(self._looks):
            values = np.interp(self._places[:known], rows, curves[i, 1:])
            self._curves.append(taking_turns(self._places[:known], values, look.turn, look.of, self._places[-1]))
            if look.shown:
                self.known[i].setData(self._places[:known], self._curves[i])


def curve_places(n_in: int) -> Array:
    """Where curves over 1 … n_in rows are sampled, in decades: evenly, and at each of the first rows."""
    even = np.linspace(0, math.log10(n_in), POINTS if n_in > 1 else 1)
    return np.unique(np.concatenate((even, np.log10(np.arange(1, min(n_in, EXACT_ROWS) + 1)))))


def taking_turns(places: Array, values: Array, turn: int, of: int, end: float) -> Array:
    """The pieces of a curve that are its own where `of` curves coincide; NaN elsewhere. Pieces meet at their ends."""
    if of < 2:
        return values
    piece = np.floor(places / max(end, 1e-9) * PIECES).astype(int) % of
    own = piece == turn
    own[1:] |= own[:-1]
    return np.where(own, values, np.nan)


def labelled_rows(n_in: int) -> list[int]:
    """Which numbers of rows are written on the axis: 1, 2, 5, 10 …, or 1, 10, 100, 1000 on a long one."""
    firsts = (1, 2, 5) if n_in <= 200 else (1, 3)
    return [first * 10**power for power in range(4) for first in firsts if first * 10**power <= n_in]
