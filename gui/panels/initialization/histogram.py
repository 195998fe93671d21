"""The histogram of one scheme's weights, with the density that it tends to dashed over it."""

from __future__ import annotations

import math

import numpy as np

from engine.simulations.base import Array
from engine.simulations.initialization_weights import SchemeScene
from gui.panels.initialization.number_text import plain
from gui.theme import Theme
from gui.widgets.plot import Plot

# What the labelled ends of the w axis may begin with, and how far out they may stand.
LEADING, FARTHEST = (8, 6, 4, 2, 1), 0.8


class WeightHistogram(Plot):
    """Bars as a density; where all weights are one value, a spike and a word."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, grid=False)
        self.hideAxis("left")
        self.getPlotItem().layout.setContentsMargins(0, 2, 1, 0)
        self.setMinimumHeight(60)
        self.bars = self.curve((0, 1.0), x=[0.0, 1.0], y=[0.0], stepMode="center", fillLevel=0)
        self.density = self.curve(("ink", 1.6, "dash"), z=2)
        self.density.setSegmentedLineMode("off")  # piece by piece a line is never dashed
        self.spike = self.curve((0, 4.0), connect="pairs", z=1)
        self.note = self.text("quiet", 12, anchor=(1, 0))
        self._edges, self._top = np.zeros(2), 1.0

    def show_scheme(self, scheme: SchemeScene, colour: int, reach: float) -> None:
        """Take another scheme, on an axis from −`reach` to `reach`."""
        self._edges = scheme.edges
        self.restyle(self.bars, "pen", (colour, 1.0))
        self.restyle(self.bars, "brush", (colour, 0.35))
        self.restyle(self.spike, "pen", (colour, 4.0))
        self.set_span(-reach, reach, 0, scheme.top)
        end = labelled_end(reach)
        self.set_ticks("bottom", [(-end, "−" + plain(end)), (0, "0"), (end / 2, "w"), (end, plain(end))])
        if scheme.curve is None:
            self.density.setData([], [])
        else:
            self.density.setData(*scheme.curve)
        self.bars.setVisible(scheme.std > 0)
        self.spike.setVisible(scheme.std == 0)
        self.note.setVisible(scheme.std == 0)
        self.note.setPos(-0.06 * reach, 0.96 * scheme.top)
        self._top = scheme.top

    def show_bars(self, heights: Array, joined: int) -> None:
        """The histogram of what is drawn, over every `joined`-th edge."""
        self.bars.setData(self._edges[::joined], heights)

    def show_spike(self, drawn: bool, note: str) -> None:
        """All that is drawn has one value; `note` says how much of it."""
        self.spike.setData([0.0, 0.0] if drawn else [], [0.0, 0.92 * self._top] if drawn else [])
        self.note.setText(note)


def labelled_end(reach: float) -> float:
    """A readable number at most `FARTHEST` of the way to the end of the axis."""
    most = FARTHEST * reach
    decade = 10.0 ** math.floor(math.log10(most))
    return next(decade * first for first in LEADING if decade * first <= most * (1 + 1e-9))
