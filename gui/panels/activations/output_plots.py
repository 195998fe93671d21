"""What comes out: densities on the function's own axis, and the spread after 0, 1, 2 … passes."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent

from engine.simulations.activations_curves import Density
from engine.simulations.activations_scene import FunctionsScene
from engine.simulations.base import Array
from gui.panels.activations.curve_layer import Area, Line
from gui.panels.activations.curve_plots import steps
from gui.panels.activations.figures import percent, place
from gui.panels.activations.still_plot import StillPlot
from gui.theme import Theme
from gui.widgets.marks import SERIES_COUNT
from gui.widgets.plot import decade_text, log10_floor, readable_spacing

WIDE = 1.12
"""The densities' axis reaches this much further than their highest bin."""

LINE = 15
"""Pixels that a line of text needs."""

FAR = 400.0
MARGIN = 0.25
"""Decades above the highest and below the lowest."""

ZERO_ROW = 0.2
"""The row of zeros lies this share of all decades below the lowest."""

THIN, THICK = 1.6, 2.6
MOST_DOTS = 30
FADED = 0.3


class DensityPlot(StillPlot):
    """The outputs of one function as a histogram that lies on its side."""

    def __init__(self, theme: Theme) -> None:
        """Empty."""
        super().__init__(theme, right=1)
        self.getPlotItem().hideAxis("left")
        self.getPlotItem().hideAxis("bottom")
        self.set_ticks("bottom", ())
        self.bars = self.layer()
        self.level = self.ruler((0, 1.3, "dot"), 4)
        self.title = self.label("ink")
        self.note = self.label("quiet", 11)
        self._ends = (0.0, 0.0)
        self.beyond = self.label("quiet", 11)
        self._view = (0.0, 1.0)
        self._said = self._level = ""

    def show_density(self, density: Density, view: tuple[float, float], colour: int, title: str) -> None:
        """Other outputs, in the colour of their function."""
        self._view = view
        self.set_span(0.0, 1.0, *view)
        self.restyle(self.level, "pen", (colour % SERIES_COUNT, 1.3, "dot"))
        self._level = ""
        self.title.put(title, 0.05, view[1])
        shade = colour % SERIES_COUNT
        if density.collapsed:
            self.bars.show_shapes([Line(np.array([0.0, 0.9]), np.full(2, density.mean), shade, 2.6)])
        else:
            bars = sideways(density, 1.0 / (WIDE * density.top) if density.top > 0 else 1.0)
            self.bars.show_shapes([Line(*bars, shade, 1.0)], [Area(*bars, shade, 0.35)])
        self._tell(density)

    def show_level(self, value: float | None, text: str = "") -> None:
        """Where the probe's f(z) stands; None hides it."""
        low, high = self._view
        seen = value is not None and low <= value <= high
        self.level.setVisible(seen)
        if value is not None and seen:
            self.level.setLine(0.0, value, 1.0, value)
        said = text if seen else ""
        if said != self._level:
            self._level = said
            self._write()

    def _tell(self, density: Density) -> None:
        """What the bars cannot show: one place for all, a spike, outputs outside the picture."""
        self._said = ""
        if density.collapsed:
            self._said = self.tr("every input\nends at {value}").format(value=place(round(density.mean, 2)))
        elif density.spikes:
            at, share = density.spikes[0]
            self._said = self.tr("{share}\nat {value}").format(share=percent(share), value=place(round(at, 2)))
        low, high = self._view
        self._ends = max(density.low, low), min(density.high, high)
        self._tell_beyond(density)
        self._write()

    def _write(self) -> None:
        """The note below the outputs, else above them, else at the bottom: clear of what stands in the corners."""
        text = "\n".join(part for part in (self._said, self._level) if part)
        low, high = self._view
        line = self.theme.text_scale * LINE * (high - low) / max(self.height(), 1)
        corners = self.beyond.text().count("\n"), self.beyond.text() != ""
        top = high - line * (1 + corners[0])
        bottom = low + line * (corners[1] and not corners[0])
        room, gap = line * (text.count("\n") + 1), 0.01 * (high - low)
        under, over = self._ends
        if under - gap - room >= bottom:
            self.note.put(text, 0.05, min(under - gap, top), (0.0, 0.0))
        else:
            self.note.put(text, 0.05, max(over + gap, bottom) if over + gap + room <= top else bottom, (0.0, 1.0))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another height leaves other room for the note."""
        super().resizeEvent(event)
        if hasattr(self, "note"):
            self._write()

    def _tell_beyond(self, density: Density) -> None:
        low, high = self._view
        above = density.above >= density.below
        share = max(density.above, density.below)
        text = self.tr("{share} above") if above else self.tr("{share} below")
        said = text.format(share=percent(share)) if share >= 0.0005 else ""
        if above and said:
            self.beyond.put(f"\n{said}", 0.05, high)  # the line after the title
        else:
            self.beyond.put(said, 0.05, low, (0.0, 1.0))


def sideways(density: Density, scale: float) -> tuple[Array, Array]:
    """The outline of the bars, lying on their side; bars that reach beyond the picture are cut."""
    places, heights = steps(density)
    return np.minimum(heights * scale, 1.0), places


class SpreadPlot(StillPlot):
    """The standard deviation after 0, 1, 2 … passes, on decades, and a line at the present number of them.

    `moved(k, done)`: the hand drags that line.
    """

    moved = Signal(int, bool)

    def __init__(self, theme: Theme) -> None:
        """Without curves, whose number the scene decides."""
        super().__init__(theme, decades=True)
        self.fix_left(40)
        self.border = self.ruler(("line", 1.0), 1)
        self.line = self.ruler(("ink", 1.3, "dash"), 8)
        self.dots = self.points((0,), size=5.5, z=9)
        self.head = self.mark(10, (0,), 10, ("paper", 1.5))
        self.faded, self.curves = self.layer(), self.layer()
        self._scene: FunctionsScene | None = None
        self._decades: Array = np.empty((0, 0))
        self._shown: tuple[int, ...] = ()
        self._selected = 0
        self._follows = False
        self._passes = -1
        self.setCursor(Qt.CursorShape.SizeHorCursor)
        self.pressed.connect(lambda x, _y: self._move(x, False))
        self.dragged.connect(lambda x, _y, done: self._move(x, done))

    def show_scene(self, scene: FunctionsScene, shown: Sequence[int], selected: int, follows: bool) -> None:
        """Other curves, or another choice of them. If it `follows`, what lies after the step is faded."""
        self._scene, self._shown, self._selected, self._follows = scene, tuple(shown), selected, follows
        low, high = scene.decades
        last = scene.spreads.shape[1] - 1
        self._passes = -1
        zeros = bool(np.any(scene.spreads == 0))
        row = low - ZERO_ROW * (high - low) if zeros else float(low)
        self._decades = with_zero_row(scene.spreads, low - MARGIN, row)
        self.set_span(0.0, float(max(last, 1)), row - MARGIN, high + MARGIN)
        self.border.setVisible(zeros)
        self.border.setLine(-FAR, low - MARGIN, FAR, low - MARGIN)
        self.set_ticks("bottom", pass_ticks(last))
        decades = range(high, low - 1, -max(1, (high - low + 3) // 4))
        self.set_ticks("left", [(float(d), decade_text(d)) for d in decades] + ([(row, "0")] if zeros else []))
        self.faded.show_shapes(self._lines(last, FADED) if follows else ())
        colour = scene.colours[selected]
        self.restyle(self.dots, "brush", (colour,))
        self.restyle(self.head, "brush", (colour,))

    def show_passes(self, passes: int) -> None:
        """The line stands at `passes`; curves that follow are faded from there on."""
        if passes == self._passes:
            return
        self._passes = passes
        self.line.setLine(passes, -FAR, passes, FAR)
        last = self._decades.shape[1] - 1
        end = passes if self._follows else last
        self.curves.show_shapes(self._lines(end, 1.0))
        chosen = self._selected in self._shown
        self.dots.setVisible(chosen and last <= MOST_DOTS)
        own = self._decades[self._selected, : end + 1]
        seen = np.flatnonzero(np.isfinite(own))
        self.dots.setData(seen.astype(np.float64), own[seen])
        height = float(self._decades[self._selected, min(passes, last)])
        self.head.setVisible(chosen and math.isfinite(height))
        if math.isfinite(height):
            self.head.setPos(passes, height)

    def _lines(self, end: int, opacity: float) -> list[Line]:
        """The shown functions' curves up to `end` passes, the selected one last."""
        assert self._scene is not None
        passes = np.arange(end + 1, dtype=np.float64)
        order = sorted(self._shown, key=lambda i: i == self._selected)
        widths = [THICK if i == self._selected else THIN for i in order]
        return [
            Line(passes, self._decades[i, : end + 1], self._scene.colours[i], width, opacity=opacity)
            for i, width in zip(order, widths, strict=True)
        ]

    def _move(self, x: float, done: bool) -> None:
        last = self._decades.shape[1] - 1
        self.moved.emit(min(max(round(x), 0), last), done)


def with_zero_row(spreads: Array, edge: float, row: float) -> Array:
    """Decades of `spreads`, exact zeros in a `row` of their own below the `edge` of the decades.

    A curve that leaves the decades otherwise is seen to reach their edge, and ends there.
    """
    decades = log10_floor(spreads, row)
    under = (spreads > 0) & (decades < edge)
    leaving = under & ~np.roll(under, 1, axis=-1)
    leaving[..., 0] = under[..., 0]
    decades[under] = np.nan
    decades[leaving] = edge
    return decades


def pass_ticks(last: int) -> list[tuple[float, str]]:
    """Readable ticks of the axis of passes."""
    stride = max(1, round(readable_spacing(max(last, 1), 4)))
    return [(float(k), str(k)) for k in range(0, last + 1, stride)]
