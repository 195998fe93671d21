"""The centre of the tab for "why non-linear": the same two layers without and with a function between them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QToolButton, QVBoxLayout, QWidget

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
from gui.panels.activations.curve_layer import Line
from gui.panels.activations.curve_plots import LEFT_AXIS
from gui.panels.activations.figures import figure, place
from gui.panels.activations.still_plot import StillPlot
from gui.theme import Theme
from gui.widgets.caption import Caption
from gui.widgets.formula import FormulaView
from gui.widgets.inspector import Legend, LegendEntry
from gui.widgets.marks import SERIES_COUNT
from gui.widgets.painting import tint

DASHES: tuple[str | None, ...] = (None, "dash", "dot")
FIRST, SECOND = "z = x W₁ + b₁", "a = f(z)"
FADED = 0.22
NARROW = 600
FAR = 1e3
LINEAR = "rule"
"""The colour of the network without a function; with one it has that function's."""


class SidePlot(StillPlot):
    """One network's hidden units or its output over x, with the line of the input that is followed."""

    def __init__(self, theme: Theme, bottom: bool) -> None:
        """Without curves; with numbers on the x axis if it stands at the bottom."""
        super().__init__(theme)
        self.fix_left(LEFT_AXIS)
        self.set_ticks("bottom", [(float(x), figure(x, 0)) for x in range(-6, 7, 2)])
        self.getPlotItem().showAxis("bottom", bottom)
        self.ground, self.curves = self.strips("tint"), self.layer()
        self.line = self.ruler(("ink", 1.3, "dash"), 8)
        self.dots = [self.mark(9, (LINEAR,), 9, ("paper", 1.2)) for _ in range(UNITS)]
        self.value = self.label("ink")
        self.note = self.label("quiet", 11)
        self._top = 0.0
        self.setCursor(Qt.CursorShape.SizeHorCursor)

    def show_axes(self, view: tuple[float, float], band: tuple[float, float]) -> None:
        """The range of y, and the part of x where the inputs lie."""
        self.set_span(LOW, HIGH, *view)
        low, high = max(band[0], LOW), min(band[1], HIGH)
        self.ground.show([(low, high)] if high > low else [], *view)
        self._top = view[1]

    def show_curves(self, lines: Sequence[Line], colour: int | str) -> None:
        """These curves; marks on them in `colour`. Painted anew only if one is another."""
        if [line.look for line in lines] == [line.look for line in self.curves.lines]:
            return
        self.curves.show_shapes(lines)
        for dot in self.dots:
            self.restyle(dot, "brush", (colour,))

    def show_input(self, x: float, values: Array | None) -> None:
        """The line at x, and marks where the curves meet it."""
        self.line.setLine(x, -FAR, x, FAR)
        for i, dot in enumerate(self.dots):
            dot.setVisible(values is not None and i < len(values))
            if values is not None and i < len(values):
                dot.setPos(x, float(values[i]))

    def say(self, value: str, note: str = "") -> None:
        """What stands in the upper left corner, and in the right one."""
        self.value.put(value, LOW + 0.1, self._top)
        self.note.put(note, HIGH - 0.1, self._top, (1.0, 0.0))


class CollapseView(QWidget):
    """Shows a `CollapseScene` step by step.

    `input_moved(x, done)`: the hand drags the input's line. `draw_requested()`: it asks for other weights.
    """

    input_moved = Signal(float, bool)
    draw_requested = Signal()

    def __init__(self, theme: Theme) -> None:
        """Build everything once."""
        super().__init__()
        self.theme = theme
        self.hidden = (SidePlot(theme, bottom=False), SidePlot(theme, bottom=False))
        self.outputs = (SidePlot(theme, bottom=True), SidePlot(theme, bottom=True))
        self.plots = (*self.hidden, *self.outputs)
        self.heads = (Caption(theme, 13), Caption(theme, 13))
        self.notes = (Caption(theme, 11), Caption(theme, 11))
        self.legend = Legend(theme)
        policy = self.legend.sizePolicy()
        policy.setVerticalPolicy(QSizePolicy.Policy.Minimum)  # more lines where it is narrow
        self.legend.setSizePolicy(policy)
        self.matrices = tuple(FormulaView(theme, size=14) for _ in range(4))
        self.matrix_titles = tuple(Caption(theme, 11) for _ in range(3))
        self.draw = QToolButton()
        self.draw.setAutoRaise(True)
        self.draw.clicked.connect(self.draw_requested)
        self.scene: CollapseScene | None = None
        self._selected = 0
        self._step = -1
        self._lay_out()
        for plot in self.plots:
            plot.pressed.connect(lambda x, _y: self.input_moved.emit(x, False))
            plot.dragged.connect(lambda x, _y, done: self.input_moved.emit(x, done))
        self.set_theme(theme)
        self.retranslate()

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(18)
        grid.setVerticalSpacing(4)
        for side in (0, 1):
            self.heads[side].setContentsMargins(LEFT_AXIS, 0, 0, 0)
            grid.addWidget(self.heads[side], 0, side)
            grid.addWidget(self.hidden[side], 1, side)
            self.notes[side].setContentsMargins(LEFT_AXIS, 0, 0, 0)
            grid.addWidget(self.notes[side], 2, side)
            grid.addWidget(self.outputs[side], 3, side)
            grid.setColumnStretch(side, 1)
        grid.setRowStretch(1, 5)
        grid.setRowStretch(3, 6)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 6, 20, 10)
        column.setSpacing(6)
        column.addLayout(grid, 1)
        column.addWidget(self.legend)
        self.formulas = QGridLayout()
        self.formulas.setContentsMargins(0, 2, 0, 0)
        self.formulas.setHorizontalSpacing(18)
        self.formulas.setVerticalSpacing(3)
        self._place_matrices(narrow=False)
        column.addLayout(self.formulas)

    def _place_matrices(self, narrow: bool) -> None:
        """Both layers side by side, where it is `narrow` one below the other; then what they multiply out to."""
        self._narrow = narrow
        grid, titles, matrices = self.formulas, self.matrix_titles, self.matrices
        for part in (*titles, *matrices, self.draw):
            grid.removeWidget(part)
        places = ((0, 0, 2), (2, 0, 2)) if narrow else ((0, 0, 1), (0, 1, 1))
        for title, matrix, (row, column, span) in zip(titles[:2], matrices[:2], places, strict=True):
            grid.addWidget(title, row, column, 1, span)
            grid.addWidget(matrix, row + 1, column, 1, span)
        grid.addWidget(titles[2], 4, 0)
        grid.addWidget(self.draw, 4, 1, Qt.AlignmentFlag.AlignRight)
        for row, matrix in enumerate(matrices[2:], start=5):
            grid.addWidget(matrix, row, 0, 1, 2)
        for side in (0, 1):
            grid.setColumnStretch(side, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Formulas keep their size: where it gets narrow they take more lines."""
        super().resizeEvent(event)
        narrow = self.width() < NARROW * self.theme.text_scale
        if narrow != self._narrow:
            self._place_matrices(narrow)

    # -- shown --------------------------------------------------------------------------------------------------------

    def show_scene(self, scene: CollapseScene, selected: int) -> None:
        """Other weights, inputs or functions, or another one selected."""
        self.scene, self._selected, self._step = scene, selected, -1
        for plot in self.plots:
            plot.show_axes(scene.hidden_view if plot in self.hidden else scene.output_view, scene.band)
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
        self.hidden[0].say(f"x = {place(frame.x)}", FIRST)
        self.hidden[1].say("", SECOND if frame.step >= BETWEEN or not frame.step else FIRST)
        self._label(frame)

    def _reveal(self, step: int) -> None:
        """Faded is what is still to come."""
        scene, colour = self.scene, self._colour
        assert scene is not None
        applied = step >= BETWEEN or not step
        bright = 1.0 if step >= FIRST_LAYER else FADED
        middle = scene.activated[self._selected] if applied else scene.hidden
        for plot, units, shade in zip(
            self.hidden, (scene.hidden, middle), (LINEAR, colour if applied else LINEAR), strict=True
        ):
            lines = [Line(scene.x, y, shade, 1.8, dash, bright) for y, dash in zip(units, DASHES, strict=True)]
            plot.show_curves(lines, shade)
        bright = 1.0 if step >= SECOND_LAYER else FADED
        left = [Line(scene.x, scene.linear, LINEAR, 3.0, opacity=bright)]
        right = [Line(scene.x, scene.outputs[self._selected], colour, 3.0, opacity=bright)]
        if step >= ONE_LAYER:
            left.append(Line(scene.x, scene.one, "accent", 1.8, "long"))
        if step >= COMPARED:
            right.append(Line(scene.x, scene.fits[self._selected], "accent", 1.8, "long"))
        self.outputs[0].show_curves(left, LINEAR)
        self.outputs[1].show_curves(right, colour)
        for matrix in self.matrices[2:]:
            matrix.set_colour("ink" if step >= ONE_LAYER else "quiet")

    @property
    def _colour(self) -> int:
        """Without the dashes of repeated colours: dashes tell the units apart."""
        assert self.scene is not None
        return self.scene.colours[self._selected] % SERIES_COUNT

    def _label(self, frame: CollapseFrame) -> None:
        """Say what the dashed lines are."""
        scene = self.scene
        assert scene is not None
        one = self.tr("one layer: the same line")
        best = self.tr("best line misses by {miss}").format(miss=figure(scene.lines[self._selected].miss))
        notes = (one if frame.step >= ONE_LAYER else "", best if frame.step >= COMPARED else "")
        known = frame.step >= SECOND_LAYER
        values = (frame.linear, float(frame.outputs[self._selected]))
        for plot, value, caption, note in zip(self.outputs, values, self.notes, notes, strict=True):
            plot.say(f"y = {figure(value)}" if known else "y")
            caption.setText(note or "\N{NO-BREAK SPACE}")  # keeps its line, so that the plots stand still

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
        for plot in self.plots:
            plot.set_theme(theme)
        for caption in (*self.heads, *self.notes, *self.matrix_titles):
            caption.set_theme(theme)
        for part in (*self.matrices, self.legend):
            part.set_theme(theme)
        self.draw.setFont(theme.font(11))
        tint(self.draw, theme, "quiet")

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
        self.draw.setText(self.tr("New weights"))
        self.draw.setAccessibleName(self.tr("Draw new weights"))
        self._say()


def matrices_tex(layers: TwoLayers, w: float, b: float) -> tuple[str, str, str, str]:
    """Both layers, and what they multiply out to, with their numbers."""
    w1, b1, w2 = layers.w1[0], layers.b1, layers.w2[:, 0]
    first = " + ".join(rf"{_factor(p)} \cdot {_factor(q)}" for p, q in zip(w1, w2, strict=True))
    second = " + ".join(rf"{_factor(p)} \cdot {_factor(q)}" for p, q in zip(b1, w2, strict=True))
    return (
        rf"W_1 = {_row(w1)} \quad b_1 = {_row(b1)}",
        rf"W_2^T = {_row(w2)} \quad b_2 = {_number(layers.b2[0])}",
        rf"W = W_1 W_2 = {first} = {_number(w)}",
        rf"b = b_1 W_2 + b_2 = {second} + {_factor(layers.b2[0])} = {_number(b)}",
    )


def _row(values: Array) -> str:
    return rf"\begin{{pmatrix}} {' & '.join(_number(v) for v in values)} \end{{pmatrix}}"


def _factor(value: float) -> str:
    return f"({_number(value)})" if value < 0 else _number(value)


def _number(value: float) -> str:
    """Four significant digits; the braces make its minus a sign, not a difference with room on both sides."""
    return f"{value + 0.0:.4g}".replace("-", "{-}")
