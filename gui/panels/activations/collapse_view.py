"""The centre of the tab for "why non-linear": the same two layers without and with a function between them."""

from __future__ import annotations

from typing import Any

import numpy as np
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from engine.simulations.activations_collapse import (
    BETWEEN,
    COMPARED,
    FIRST_LAYER,
    ONE_LAYER,
    SECOND_LAYER,
    UNITS,
    CollapseFrame,
    CollapseScene,
    TwoLayers,
)
from engine.simulations.activations_scene import HIGH, LOW
from engine.simulations.base import Array
from gui.i18n import words
from gui.panels.activations.caption import Caption
from gui.panels.activations.curve_plots import LEFT_AXIS, outline
from gui.panels.activations.figures import figure, place
from gui.theme import Theme
from gui.widgets.formula import FormulaView
from gui.widgets.inspector import Legend, LegendEntry
from gui.widgets.marks import SERIES_COUNT
from gui.widgets.plot import Plot

DASHES = (None, "dash", "dot")
FADED = 0.22
LINEAR = "rule"
"""The colour of the network without a function; with one it has that function's."""


class SidePlot(Plot):
    """One network's hidden units or its output over x, with the line of the input that is followed."""

    def __init__(self, theme: Theme, bottom: bool) -> None:
        """With as many curves as there are units; an output uses the first."""
        super().__init__(theme)
        self.getPlotItem().layout.setContentsMargins(0, 1, 1, 1)
        self.fix_left(LEFT_AXIS)
        ticks = [*((float(x), figure(x, 0)) for x in range(-6, 7, 2)), (5.0, "x")]
        self.set_ticks("bottom", ticks)
        self.getPlotItem().showAxis("bottom", bottom)
        self.band = self.curve(("line", 1.0, None, 0.0), z=-95)
        self.restyle(self.band, "brush", ("tint",))
        self.curves = [self.curve((LINEAR, 1.8, dash), z=4) for dash in DASHES[:UNITS]]
        self.straight = self.curve(("accent", 1.8, "long"), z=6)
        self.straight.setSegmentedLineMode("off")
        self.line = self.curve(("ink", 1.3, "dash"), z=8)
        self.dots = self.points((LINEAR,), size=8, z=9, edge=("paper", 1.2))
        self.label = self.text("ink", 12)
        self.note = self.text("quiet", 11, anchor=(1.0, 1.0))
        self.setCursor(Qt.CursorShape.SizeHorCursor)

    def dress(self, colour: int | str, width: float, opacity: float) -> None:
        """Curves in this colour; faded while they are still to come."""
        solid = colour % SERIES_COUNT if isinstance(colour, int) else colour
        for curve, dash in zip(self.curves, DASHES, strict=False):
            self.restyle(curve, "pen", (solid, width, dash, opacity))
            curve.setSegmentedLineMode("off")
        self.restyle(self.dots, "brush", (solid,))

    def show_curves(self, x: Array, curves: Array, view: tuple[float, float], band: tuple[float, float]) -> None:
        """Curves of shape (count, m) over x."""
        self.set_span(LOW, HIGH, *view)
        low, high = max(band[0], LOW), min(band[1], HIGH)
        self.band.setFillLevel(view[0])
        self.band.setData(*outline([(low, high)] if high > low else [], *view))
        self.label.setPos(LOW + 0.1, view[1])
        self.note.setPos(HIGH - 0.1, view[0])
        for curve, values in zip(self.curves, curves, strict=False):
            curve.setData(x, values)

    def show_input(self, x: float, values: Array | None) -> None:
        """The line at x, and marks where the curves meet it."""
        self.line.setData(np.array([x, x]), np.array([-1e3, 1e3]))
        count = 0 if values is None else len(values)
        self.dots.setData(np.full(count, x), values if values is not None else np.empty(0))


class CollapseView(QWidget):
    """Shows a `CollapseScene` step by step. `input_moved(x, done)`: the hand drags the input's line."""

    input_moved = Signal(float, bool)

    def __init__(self, theme: Theme) -> None:
        """Build everything once."""
        super().__init__()
        self.theme = theme
        self.hidden = (SidePlot(theme, bottom=False), SidePlot(theme, bottom=False))
        self.outputs = (SidePlot(theme, bottom=True), SidePlot(theme, bottom=True))
        self.plots = (*self.hidden, *self.outputs)
        self.heads = (Caption(theme, 13), Caption(theme, 13))
        self.legend = Legend(theme)
        self.matrices = tuple(FormulaView(theme, size=14) for _ in range(4))
        self.matrix_titles = tuple(Caption(theme, 11) for _ in range(3))
        self.scene: CollapseScene | None = None
        self._selected = 0
        self._step = -1
        self._lay_out()
        for plot in self.plots:
            plot.pressed.connect(lambda x, _y: self.input_moved.emit(x, False))
            plot.dragged.connect(lambda x, _y, done: self.input_moved.emit(x, done))
        self.retranslate()

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(18)
        grid.setVerticalSpacing(6)
        for side in (0, 1):
            self.heads[side].setContentsMargins(LEFT_AXIS, 0, 0, 0)
            grid.addWidget(self.heads[side], 0, side)
            grid.addWidget(self.hidden[side], 1, side)
            grid.addWidget(self.outputs[side], 2, side)
            grid.setColumnStretch(side, 1)
        grid.setRowStretch(1, 5)
        grid.setRowStretch(2, 6)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 6, 20, 10)
        column.setSpacing(6)
        column.addLayout(grid, 1)
        column.addWidget(self.legend)
        column.addLayout(self._matrix_grid())

    def _matrix_grid(self) -> QGridLayout:
        """Both layers side by side, and below them what they multiply out to."""
        grid = QGridLayout()
        grid.setContentsMargins(LEFT_AXIS, 4, 0, 0)
        grid.setHorizontalSpacing(18)
        grid.setVerticalSpacing(3)
        for place, (title, matrix) in enumerate(zip(self.matrix_titles[:2], self.matrices[:2], strict=True)):
            grid.addWidget(title, 0, place)
            grid.addWidget(matrix, 1, place)
            grid.setColumnStretch(place, 1)
        grid.addWidget(self.matrix_titles[2], 2, 0, 1, 2)
        for row, matrix in enumerate(self.matrices[2:], start=3):
            grid.addWidget(matrix, row, 0, 1, 2)
        return grid

    # -- shown --------------------------------------------------------------------------------------------------------

    def show_scene(self, scene: CollapseScene, selected: int) -> None:
        """Other weights, inputs or functions, or another one selected."""
        self.scene, self._selected, self._step = scene, selected, -1
        low, high = scene.output_view
        for plot, curves in zip(self.hidden, (scene.hidden, scene.activated[selected]), strict=True):
            plot.show_curves(scene.x, curves, scene.hidden_view, scene.band)
        for plot, curve in zip(self.outputs, (scene.linear, scene.outputs[selected]), strict=True):
            plot.show_curves(scene.x, curve[None, :], (low, high), scene.band)
        self.outputs[0].straight.setData(scene.x, scene.one)
        self.outputs[1].straight.setData(scene.x, scene.fits[selected])
        for view, tex in zip(self.matrices, matrices_tex(scene.layers, scene.w, scene.b), strict=True):
            view.set_formula(tex)
        self._say()

    def show_frame(self, frame: CollapseFrame) -> None:
        """What is known at this step, and one input's way."""
        if frame.step != self._step:
            self._step = frame.step
            self._reveal(frame.step)
        middle = frame.z if frame.step < BETWEEN else frame.a[self._selected]
        self.hidden[0].show_input(frame.x, frame.z if frame.step >= FIRST_LAYER else None)
        self.hidden[1].show_input(frame.x, middle if frame.step >= FIRST_LAYER else None)
        known = frame.step >= SECOND_LAYER
        for plot, value in zip(self.outputs, (frame.linear, float(frame.outputs[self._selected])), strict=True):
            plot.show_input(frame.x, np.array([value]) if known else None)
        self.hidden[0].label.setText(f"x = {place(frame.x)}")
        self._label(frame)

    def _reveal(self, step: int) -> None:
        """Faded is what is still to come."""
        scene, colour = self.scene, self._colour
        assert scene is not None
        applied = step >= BETWEEN
        right = scene.activated[self._selected] if applied or not step else scene.hidden
        self.hidden[1].show_curves(scene.x, right, scene.hidden_view, scene.band)
        bright = 1.0 if step >= FIRST_LAYER else FADED
        self.hidden[0].dress(LINEAR, 1.8, bright)
        self.hidden[1].dress(colour if applied or not step else LINEAR, 1.8, bright)
        bright = 1.0 if step >= SECOND_LAYER else FADED
        self.outputs[0].dress(LINEAR, 3.0, bright)
        self.outputs[1].dress(colour, 3.0, bright)
        self.outputs[0].straight.setVisible(step >= ONE_LAYER)
        self.outputs[1].straight.setVisible(step >= COMPARED)
        for matrix in self.matrices[2:]:
            matrix.set_colour("ink" if step >= ONE_LAYER else "line")

    @property
    def _colour(self) -> int:
        assert self.scene is not None
        return self.scene.colours[self._selected]

    def _label(self, frame: CollapseFrame) -> None:
        """Say what the dashed lines are."""
        scene = self.scene
        assert scene is not None
        one = self.tr("one layer: the same line")
        self.outputs[0].note.setText(one if frame.step >= ONE_LAYER else "")
        miss = self.tr("best straight line: misses by {miss}").format(miss=figure(scene.lines[self._selected].miss))
        self.outputs[1].note.setText(miss if frame.step >= COMPARED else "")
        known = frame.step >= SECOND_LAYER
        for plot, value in zip(self.outputs, (frame.linear, float(frame.outputs[self._selected])), strict=True):
            plot.label.setText(f"y = {figure(value)}" if known else "y")

    def _say(self) -> None:
        scene = self.scene
        if scene is None:
            return
        name = words(scene.names[self._selected])
        self.heads[0].setText(self.tr("Without a function between the layers"))
        self.heads[1].setText(self.tr("With {function} between the layers").format(function=name))
        styles: tuple[Any, ...] = ("line", "dash", "dot")
        units = [
            LegendEntry(self.tr("hidden unit {n}").format(n=i + 1), LINEAR, style)
            for i, style in enumerate(styles[:UNITS])
        ]
        self.legend.set_entries([*units, LegendEntry(self.tr("a single straight line"), "accent", "dash")])
        titles = (self.tr("first layer"), self.tr("second layer"), self.tr("both multiplied out"))
        for caption, title in zip(self.matrix_titles, titles, strict=True):
            caption.setText(title)

    def set_theme(self, theme: Theme) -> None:
        """Take every colour and face from `theme`."""
        self.theme = theme
        for part in (*self.plots, *self.heads, *self.matrices, *self.matrix_titles, self.legend):
            part.set_theme(theme)

    def retranslate(self) -> None:
        """Set every text again."""
        names = (
            self.tr("Hidden units without a function"),
            self.tr("Hidden units with the function"),
            self.tr("Output without a function"),
            self.tr("Output with the function"),
        )
        for plot, name in zip(self.plots, names, strict=True):
            plot.setAccessibleName(name)
        self._say()


def matrices_tex(layers: TwoLayers, w: float, b: float) -> tuple[str, str, str, str]:
    """Both layers, and what they multiply out to, with their numbers."""
    w1, b1, w2 = layers.w1[0], layers.b1, layers.w2[:, 0]
    first = " + ".join(rf"{_factor(p)} \cdot {_factor(q)}" for p, q in zip(w1, w2, strict=True))
    second = " + ".join(rf"{_factor(p)} \cdot {_factor(q)}" for p, q in zip(b1, w2, strict=True))
    return (
        rf"W_1 = {_row(w1)} \quad b_1 = {_row(b1)}",
        rf"W_2 = {_row(w2)}^{{\top}} \quad b_2 = {layers.b2[0]:.2f}",
        rf"W = W_1 W_2 = {first} = {w:.4g}",
        rf"b = b_1 W_2 + b_2 = {second} + {_factor(layers.b2[0])} = {b:.4g}",
    )


def _row(values: Array) -> str:
    return rf"\begin{{pmatrix}} {' & '.join(f'{v:.2f}' for v in values)} \end{{pmatrix}}"


def _factor(value: float) -> str:
    return f"({value:.2f})" if value < 0 else f"{value:.2f}"
