"""f, f' and the inputs over one z axis, with one probe line through all three."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QObject, Qt, Signal

from engine.simulations.activations_curves import Coincidence, Density, coincidences, interleaved
from engine.simulations.activations_probe import Reading
from engine.simulations.activations_scene import HIGH, LOW, FunctionsScene
from engine.simulations.base import Array
from gui.panels.activations.curve_layer import Area, Line
from gui.panels.activations.figures import figure, percent, place
from gui.panels.activations.light_items import MARGIN, Label
from gui.panels.activations.still_plot import StillPlot
from gui.theme import Theme
from gui.widgets.marks import SERIES_COUNT

LEFT_AXIS = 36
THIN, THICK = 1.7, 3.2
DASH = 0.25
"""The length of one dash, in z, where curves coincide."""

NEAR_CURVE, NEAR_LINE = 7.0, 12.0
"""How near, in pixels, a press must be to mean a curve or the line."""

FAR = 100.0
"""Lines reach this far up and down, beyond every view."""

RING = 13.0
"""Pixels from the middle of a mark to its label."""

LABEL_RISE = 45.0
"""Pixels that a label above a mark needs below the label of the line."""

CURVES_LEAVE = 2.2
"""Where most curves are at the top of the picture."""

LOWERED = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")
Z_TICKS = (*((float(z), figure(z, 0)) for z in range(-6, 7, 2)), (5.0, "z"))


class CurvePlots(QObject):
    """Three plots of the functions of one scene; whoever lays them out puts them one above the other.

    `moved(z, done)`: the hand drags the probe line. `picked(i)`: the hand has clicked the curve of function i.
    """

    moved = Signal(float, bool)
    picked = Signal(int)

    def __init__(self, theme: Theme, parent: QObject) -> None:
        """Build everything but the curves, whose number the scene decides."""
        super().__init__(parent)
        self.values, self.slopes, self.inputs = StillPlot(theme), StillPlot(theme), StillPlot(theme, grid=False)
        self.plots = (self.values, self.slopes, self.inputs)
        self._scene: FunctionsScene | None = None
        self._shown: tuple[int, ...] = ()
        self._selected = 0
        self._dragging = False
        self._was_dragged = False
        self._z = 0.0
        self._way: tuple[float, int] | None = None
        self._reading: Reading | None = None
        self._build_marks()
        self._build_labels()
        for plot in self.plots:
            self._prepare(plot)
            plot.box.sigResized.connect(self._place_labels)

    def _build_marks(self) -> None:
        self.grounds = [plot.strips("shade") for plot in self.plots]
        self.layers = [plot.layer() for plot in self.plots]
        self.lines = [plot.ruler(("ink", 1.4, "dash"), 20) for plot in self.plots]
        self.diagonal = self.values.ruler(("quiet", 1.0, "dash"), 2.5)
        self.diagonal.setLine(LOW, LOW, HIGH, HIGH)
        self.web = self.values.curve(("ink", 1.3), z=21)
        self.level = self.values.ruler((0, 1.3, "dot"), 19)
        self.tangent = self.values.ruler(("ink", 1.7), 22)
        pair = (self.values, self.slopes)
        self.dots = [plot.mark(7, (0,), 24) for plot in pair]
        self.rings = [plot.mark(15, ("paper", 0.0), 25, ("ink", 1.8)) for plot in pair]

    def _build_labels(self) -> None:
        self.place = self.values.label("ink")
        self.slope, self.slope_value = self.values.label("ink"), self.slopes.label("ink")
        self.same = self.values.label("quiet_soft", 11)
        self.saturated = self.slopes.label("accent", 11)
        self.share = self.inputs.label("quiet_soft", 11)

    def _prepare(self, plot: StillPlot) -> None:
        plot.fix_left(LEFT_AXIS)
        plot.set_ticks("bottom", Z_TICKS if plot is self.inputs else Z_TICKS[:-1])
        plot.getPlotItem().showAxis("bottom", plot is self.inputs)
        plot.pressed.connect(lambda x, y, plot=plot: self._press(plot, x, y))
        plot.dragged.connect(self._drag)
        plot.setCursor(Qt.CursorShape.SizeHorCursor)

    def set_theme(self, theme: Theme) -> None:
        """Take every colour from `theme`."""
        for plot in self.plots:
            plot.set_theme(theme)

    def retranslate(self) -> None:
        """Set every text again."""
        for plot, name in zip(
            self.plots, (self.tr("Function f"), self.tr("Derivative f′"), self.tr("Inputs")), strict=True
        ):
            plot.setAccessibleName(name)
        if self._scene is not None:
            self.show_scene(self._scene, self._shown, self._selected)

    # -- a scene ------------------------------------------------------------------------------------------------------

    def show_scene(self, scene: FunctionsScene, shown: Sequence[int], selected: int) -> None:
        """Other curves, or another choice of them."""
        self._scene, self._shown, self._selected = scene, tuple(shown), selected
        self.values.set_span(LOW, HIGH, *scene.view)
        self.slopes.set_span(LOW, HIGH, *scene.slope_view)
        top = 1.15 * scene.inputs.heights.max(initial=1e-9)
        self.inputs.set_span(LOW, HIGH, 0.0, top)
        self.inputs.set_ticks("left", [(0.5 * top, self.tr("in"))])
        bars = steps(scene.inputs)
        views = (scene.view, scene.slope_view, (0.0, top))
        for ground, view in zip(self.grounds, views, strict=True):
            ground.show(scene.zones[selected], *view)
        self.layers[0].show_shapes(self._lines(scene.values))
        self.layers[1].show_shapes(self._lines(scene.slopes))
        self.layers[2].show_shapes([Line(*bars, "quiet", 1.0)], [Area(*bars, "quiet", 0.35)])
        self._tell_saturated(scene)
        self._tell_same(scene)
        self._tell_share(scene)
        colour = scene.colours[selected]
        self.values.restyle(self.level, "pen", (colour % SERIES_COUNT, 1.3, "dot"))
        for plot, dot in zip((self.values, self.slopes), self.dots, strict=True):
            plot.restyle(dot, "brush", (colour,))

    def _lines(self, data: Array) -> list[Line]:
        """The shown functions' curves, the selected one last and thick."""
        scene = self._scene
        assert scene is not None
        if not self._shown:
            return []
        drawn = zip(self._shown, interleaved(scene.z, data[list(self._shown)], DASH), strict=True)
        lines = [
            (i == self._selected, Line(scene.z, y, scene.colours[i], THICK if i == self._selected else THIN))
            for i, y in drawn
        ]
        return [line for _, line in sorted(lines, key=lambda each: each[0])]

    def _tell_saturated(self, scene: FunctionsScene) -> None:
        zones = scene.zones[self._selected]
        self.saturated.setVisible(bool(zones))
        if zones:
            self.saturated.put(self.tr("|f′| < 0.05\nsaturated"), zones[0][0] + 0.1, scene.slope_view[1])

    def _tell_same(self, scene: FunctionsScene) -> None:
        """Say which curves coincide, and where."""
        found = coincidences(scene.z, scene.values[list(self._shown)]) if self._shown else ()
        text = "\n".join(self._same_text(scene, each) for each in found[:2])
        # Right of 0 and below it no usual function has values.
        self.same.put(text, HIGH - 0.1, scene.view[0], (1.0, 1.0))

    def _same_text(self, scene: FunctionsScene, each: Coincidence) -> str:
        together = " = ".join(scene.names[self._shown[i]] for i in each.members)
        if each.low <= LOW and each.high >= HIGH:
            return self.tr("{functions}\neverywhere").format(functions=together)
        if each.high >= HIGH:
            return self.tr("{functions}\nfor z ≥ {z}").format(functions=together, z=figure(each.low, 2))
        if each.low <= LOW:
            return self.tr("{functions}\nfor z ≤ {z}").format(functions=together, z=figure(each.high, 2))
        low, high = figure(each.low, 2), figure(each.high, 2)
        return self.tr("{functions}\nfor {low} ≤ z ≤ {high}").format(functions=together, low=low, high=high)

    def _tell_share(self, scene: FunctionsScene) -> None:
        share = percent(scene.saturated[self._selected])
        mean, spread = f"{scene.mean:g}".replace("-", "−"), f"{scene.spread:g}"
        text = self.tr("N({mean}, {spread}): {share} saturate").format(mean=mean, spread=spread, share=share)
        top = 1.15 * scene.inputs.heights.max(initial=1e-9)
        self.share.put(text, HIGH - 0.1, top, (1.0, 0.0))

    # -- a frame ------------------------------------------------------------------------------------------------------

    def show_probe(self, reading: Reading) -> None:
        """The selected function at the probe: line, tangent, marks, labels."""
        self._z, self._reading, self._way = reading.z, reading, None
        self._show_marks(reading)
        (z0, y0), (z1, y1) = reading.tangent
        self.tangent.setLine(z0, y0, z1, y1)
        self._place_labels()

    def show_way(self, z: float, reading: Reading, web: Array) -> None:
        """The selected function's way of one input, from `z` through the passes so far."""
        self._z, self._reading, self._way = z, reading, (z, len(web) // 2)
        self._show_marks(reading)
        self.web.setData(web[:, 0], web[:, 1])
        self._place_labels()

    def set_passing(self, passing: bool) -> None:
        """Whether one input is followed through the passes (diagonal and cobweb), or probed (tangent)."""
        self.diagonal.setVisible(passing)
        self.web.setVisible(passing)
        self.tangent.setVisible(not passing)

    def _show_marks(self, reading: Reading) -> None:
        for line in self.lines:
            line.setLine(self._z, -FAR, self._z, FAR)
        for i, height in enumerate((reading.value, reading.slope)):
            self.dots[i].setPos(reading.z, height)
            self.rings[i].setPos(reading.z, height)
        self.level.setLine(reading.z, reading.value, HIGH, reading.value)

    def _place_labels(self) -> None:
        """Put the labels of the frame at hand where they have room; again when a plot has another size."""
        reading = self._reading
        if reading is None or self._scene is None:
            return
        self._name_place(self._z, self._scene.view[1])
        value = figure(reading.slope)
        text = self.tr("slope {slope}").format(slope=value)
        if self._way is not None:
            text = f"z{str(self._way[1]).translate(LOWERED)} = {figure(reading.z)}"
        self._label(self.slope, reading, text, reading.value, self._scene.view)
        self._label(self.slope_value, reading, f"f′ = {value}", reading.slope, self._scene.slope_view)

    def _name_place(self, z: float, top: float) -> None:
        """The label of the line, with a hint as long as nobody has dragged it, on the side that has room for it."""
        text, per_x = f"z = {place(z)}", self.values.box.viewPixelSize()[0]
        hinted = text if self._was_dragged else f"{text} — " + self.tr("drag me")
        before, after, room = z - LOW, HIGH - z, self.place.room(hinted) * per_x
        # Where curves leave the picture at the top, the label gives way to them.
        left = (z < CURVES_LEAVE and before > room) or after < self.place.room(text) * per_x
        whole = (before if left else after) > room and (left or z < LOW + room)
        gap = (-MARGIN if left else MARGIN) * per_x
        self.place.put(hinted if whole else text, z + gap, top, (1.0 if left else 0.0, 0.0))

    def _label(self, label: Label, reading: Reading, text: str, height: float, view: tuple[float, float]) -> None:
        """A label beside a mark: left of it and above; right of it where passes are shown, or there is no room."""
        plot = self.values if label is self.slope else self.slopes
        per_x, per_y = plot.box.viewPixelSize()
        (low, high), passing = view, self._way is not None
        up = height + LABEL_RISE * per_y < high and not (passing and label is self.slope)
        room, before, after = (label.room(text) + RING) * per_x, reading.z - LOW, HIGH - reading.z
        right = after > room if passing else before < room
        if (after if right else before) < room:
            right = after > before
        # Never higher than below the label of the line, which stands at the top.
        y = height + 0.05 * (high - low) if up else min(height - 0.05 * (high - low), high - LABEL_RISE * per_y)
        label.put(text, reading.z + (RING if right else -RING) * per_x, y, (0.0 if right else 1.0, 1.0 if up else 0.0))
        label.setVisible(low <= height <= high)

    # -- the hand -----------------------------------------------------------------------------------------------------

    def _press(self, plot: StillPlot, x: float, y: float) -> None:
        """A press on a curve picks it, unless the line is as near; anywhere else the line comes to the hand."""
        per_x, _ = plot.box.viewPixelSize()
        curve = self.curve_at(plot, x, y) if abs(x - self._z) > NEAR_LINE * per_x else -1
        if curve >= 0:
            self.picked.emit(curve)
            return
        self._dragging = self._was_dragged = True
        self.moved.emit(x, False)

    def _drag(self, x: float, _y: float, done: bool) -> None:
        if self._dragging:
            self._dragging = not done
            self.moved.emit(x, done)

    def curve_at(self, plot: StillPlot, x: float, y: float) -> int:
        """The shown function whose curve passes within a few pixels of a place; -1 where none does."""
        if self._scene is None or plot is self.inputs or not self._shown:
            return -1
        data = self._scene.values if plot is self.values else self._scene.slopes
        per_x, per_y = plot.box.viewPixelSize()
        reach = NEAR_CURVE * per_x
        near = np.abs(self._scene.z - x) <= reach
        if not near.any():
            return -1
        across = (self._scene.z[near] - x) / per_x
        away = np.hypot(across, (data[list(self._shown)][:, near] - y) / per_y).min(axis=1)
        best = int(np.argmin(away))
        return self._shown[best] if away[best] <= NEAR_CURVE else -1


def steps(density: Density) -> tuple[Array, Array]:
    """The outline of a histogram's bars that are not empty, from the axis and back to it: places and heights."""
    full = np.flatnonzero(density.heights)
    first, last = (int(full[0]), int(full[-1]) + 1) if len(full) else (0, 0)
    heights = np.repeat(density.heights[first:last], 2)
    return np.repeat(density.edges[first : last + 1], 2), np.concatenate([[0.0], heights, [0.0]])
