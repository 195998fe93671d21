"""The centre of the mode *Training*: every layer's gradient by step for A and B, how far weights moved, loss, answers."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QWidget

from engine.simulations.gradients import GradientsSettings
from engine.simulations.gradients_training_frame import TrainingFrame, TrainingScene, epsilon_of
from gui.i18n import words
from gui.panels.base import Panel, Run
from gui.panels.gradients.training_head import BriefChoice, QuietTitle, SideTitle, figure, network_words, percent
from gui.panels.gradients.training_heat import RIGHT, Epsilons, HeatPlot, HeatScale, epsilon_text
from gui.panels.gradients.training_layers import AXIS, BESIDE, DEPTH, LayersPlot
from gui.panels.gradients.training_loss import LossPlot
from gui.panels.gradients.training_output import ColourBar, OutputView
from gui.theme import Theme
from gui.widgets.geometry import Array
from gui.widgets.inspector import Legend, LegendEntry
from gui.widgets.plot import Plot
from gui.widgets.segments import Segments

CURVES, LAYERS = ("loss", "accuracy"), ("moved", "units")
LEFT = 46
# The narrowest that the plots by layer get.
LEAST = 136
NOWHERE = Qt.AlignmentFlag(0)


class TrainingView(Panel):
    """See `Panel`. Its view: which curve, what by layer, which layer."""

    layer_chosen = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.curve, self.by_layer, self.layer = CURVES[0], LAYERS[0], 1
        self._runs: tuple[Run, ...] = ()
        self._frames: tuple[TrainingFrame, ...] = ()
        self._decades = (-6.0, 0.0)
        self.scale = HeatScale(theme)
        self.heads = [SideTitle(theme, side) for side in (0, 1)]
        self.heats = [HeatPlot(theme, self.scale) for _ in (0, 1)]
        self.layers = [LayersPlot(theme, side) for side in (0, 1)]
        self.bar = ColourBar(theme, self.scale)
        self.legend = Legend(theme)
        self.layer_title, self.output_title = QuietTitle(theme), QuietTitle(theme)
        self.curve_choice, self.layer_choice = Segments(theme), BriefChoice(theme)
        self.loss, self.output = LossPlot(theme), OutputView(theme)
        self._lay_out()
        self._connect()
        self.set_theme(theme)
        self.retranslate()

    def _lay_out(self) -> None:
        self.holders = [beside(head, LEFT, RIGHT) for head in self.heads]
        grid = self.grid = QGridLayout(self)
        grid.setContentsMargins(12, 4, 10, 8)
        grid.setHorizontalSpacing(0)
        grid.setVerticalSpacing(0)
        for side in (0, 1):
            grid.addWidget(self.holders[side], 2 * side, 0)
            grid.addWidget(self.heats[side], 2 * side + 1, 0)
            grid.addWidget(self.layers[side], 2 * side + 1, 2, 2, 1)
        grid.addWidget(self.bar, 1, 1, 3, 1)
        grid.addWidget(beside(self.layer_choice, *BESIDE, 4), 0, 2)
        self.below = beside(self.legend, LEFT, RIGHT)
        grid.addWidget(self.below, 4, 0)
        self.curve_choice.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        grid.addWidget(beside(self.curve_choice, LEFT, 0, 4, Qt.AlignmentFlag.AlignLeft), 5, 0, 2, 1)
        grid.addWidget(self.loss, 7, 0)
        for row, part in ((5, self.layer_title), (6, self.output_title), (7, self.output)):
            grid.addWidget(beside(part, *BESIDE), row, 2)
        for row, stretch in ((1, 220), (3, 220), (7, 165)):
            grid.setRowStretch(row, stretch)
        grid.setColumnStretch(0, 476)
        grid.setColumnStretch(2, 200)
        grid.setColumnMinimumWidth(2, LEAST)
        for plot in (*self.heats, self.loss):
            plot.fix_left(LEFT)

    def _connect(self) -> None:
        for plot in (*self.heats, self.loss):
            plot.pressed.connect(self._seek)
            plot.dragged.connect(self._seek)
        for layers in self.layers:
            layers.layer_pressed.connect(self.choose_layer)
            layers.layer_moved.connect(lambda by: self.choose_layer(self.layer + by))
        self.curve_choice.chosen.connect(self._choose_curve)
        self.layer_choice.chosen.connect(self._choose_by_layer)

    # -- shown --------------------------------------------------------------------------------------------------------

    def show_run(self, runs: tuple[Run, ...]) -> None:
        """Other runs: A, or A and B."""
        self._runs, self._frames = runs, ()
        self.scale.clear()
        length = max(run.length for run in runs)
        for side, parts in enumerate(zip(self.heads, self.heats, self.layers, strict=True)):
            for part in parts:
                part.setVisible(side < len(runs))
            if side < len(runs):
                settings = runs[side].settings
                self.heats[side].show_run(settings.depth, length, _epsilons(runs[side]))
                self.layers[side].show_run(settings.depth)
        self.holders[1].setVisible(len(runs) > 1)
        # The axes of the plots by layer lie beside these lines: boxes in one row are of one height.
        self.grid.setRowMinimumHeight(2, self._line)
        self.grid.setRowStretch(3, 220 if len(runs) > 1 else 0)
        self._start_curve()
        scenes: list[TrainingScene] = [run.scene for run in runs]
        self.output.show_run([(scene.x, scene.y, scene.reach) for scene in scenes])
        self._decades = (-6.0, 0.0)
        self._name()

    def _start_curve(self) -> None:
        events = [(event.step, side) for side, run in enumerate(self._runs) for event in getattr(run, "events", ())]
        self.loss.labels.show_events(events)
        length = max(run.length for run in self._runs)
        self.loss.show_run(len(self._runs), length, self.heats[0].item.span, self.curve)

    def show_frames(self, frames: tuple[Any, ...], fresh: bool) -> None:
        """The step at the cursor."""
        self._frames = frames
        step = max(frame.step for frame in frames)
        self._take_rows()
        for side, frame in enumerate(frames):
            self.heats[side].item.show_step(frame.step)
        self._show_layers()
        self._show_curve(step)
        texts = tuple(percent(frame.set_accuracy) for frame in frames)
        self.output.show_step([frame.output for frame in frames], texts, self._points_words())
        self.output_title.set_texts(self.tr("Output at step {step}").format(step=step), self.tr("Output"))
        self.bar.show_scale(self._common_epsilon())
        self._show_legend()

    def show_progress(self) -> None:
        """More steps are known: maps and curves grow beyond the cursor."""
        if self._frames:
            self.show_frames(self._frames, fresh=False)

    def _take_rows(self) -> None:
        """Rows not seen yet go into the maps; if they widen the scale, all is coloured anew."""
        wider = False
        for run, heat in zip(self._runs, self.heats, strict=False):
            rows, scene = run.record, run.scene
            sizes = rows[:, scene.columns.gradient]
            wider |= self.scale.include(sizes[heat.item.filled :])
            heat.item.add(sizes)
        if wider:
            for heat in self.heats[: len(self._runs)]:
                heat.item.recolour()

    def _show_curve(self, step: int) -> None:
        known = [self._column(run) for run in self._runs]
        self.loss.show_step(known, step, [self._curve_words(frame) for frame in self._frames])

    def _column(self, run: Run) -> Array:
        """The curve of a run as far as it is known; one that ends before the other has no numbers from there on."""
        columns = run.scene.columns
        known = run.record[:, columns.loss if self.curve == "loss" else columns.accuracy]
        missing = max(each.length for each in self._runs) - run.length
        if len(known) <= run.length or not missing:
            return known
        return np.concatenate([known, np.full(missing, np.nan)])

    def _curve_words(self, frame: TrainingFrame) -> tuple[str, ...]:
        """What a curve is at the cursor, the longest first."""
        if self.curve == "accuracy":
            return (percent(frame.accuracy),)
        text = figure(frame.loss)
        if abs(frame.loss - math.log(2)) < 5e-3 and frame.spread < 0.05:
            return self.tr("{loss} ≈ ln 2, a coin toss").format(loss=text), f"{text} ≈ ln 2", text
        return (text,)

    def _show_layers(self) -> None:
        moved = self.by_layer == "moved"
        if moved:
            self._widen_decades()
        for side, (run, frame) in enumerate(zip(self._runs, self._frames, strict=True)):
            plot, last, columns = self.layers[side], run.record[-1], run.scene.columns
            if moved:
                plot.show_decades(_log(frame.moved), _log(last[columns.moved]), self.layer, self._decades)
            else:
                plot.show_shares(frame.dead, frame.saturated, self.layer)
        self._show_layer_title()

    def _widen_decades(self) -> None:
        """The decades of all networks' ways now and at the end of what is known; they only grow."""
        low, high = self._decades
        for run, frame in zip(self._runs, self._frames, strict=True):
            for values in (frame.moved, run.record[-1][run.scene.columns.moved]):
                usual = values[(values > 0) & np.isfinite(values)]
                if usual.size:
                    low = min(low, math.floor(math.log10(usual.min())))
                    high = max(high, math.ceil(math.log10(usual.max())))
        self._decades = (max(low, high - DEPTH), high)

    def _show_layer_title(self) -> None:
        if not self._runs or not self._frames:
            return
        if self.by_layer == "moved":
            known = max(run.reached for run in self._runs)
            step = max(frame.step for frame in self._frames)
            now, end = self.tr("● step {step}").format(step=step), ""
            if known > step:
                now, end = (
                    self.tr("● step {step}  ○ step {known}").format(step=step, known=known),
                    f"● {step}  ○ {known}",
                )
            self.layer_title.set_texts(now, end or now)
        else:
            self.layer_title.set_texts(self.tr("● dead  ○ saturated"))

    def _common_epsilon(self) -> float | None:
        return next((frame.epsilon for frame in self._frames if frame.epsilon is not None), None)

    def _points_words(self) -> tuple[str, str]:
        count = len(self._runs[0].scene.x)
        return self.tr("right of the {n} points").format(n=count), self.tr("right of {n}").format(n=count)

    def _show_legend(self) -> None:
        entries = []
        if self.scale.zeros:
            entries.append(LegendEntry(self.tr("gradient exactly 0"), "track"))
        if self.scale.odd:
            entries.append(LegendEntry(self.tr("no number: overflow"), "accent"))
        self.legend.set_entries(entries)

    # -- look and words -----------------------------------------------------------------------------------------------

    def set_theme(self, theme: Theme) -> None:
        """Take every colour, pen and font from `theme`."""
        self.theme = theme
        self.scale.set_theme(theme)
        self._line = round(AXIS * theme.text_scale)
        self.below.setFixedHeight(self._line)
        self.grid.setRowMinimumHeight(2, self._line)
        plots: list[Plot] = [*self.heats, *self.layers, self.loss]
        for part in (*self.heads, self.layer_title, self.output_title, self.bar, self.legend, self.output):
            part.set_theme(theme)
        for plot in plots:
            plot.set_theme(theme)
        for choice in (self.curve_choice, self.layer_choice):
            choice.set_theme(theme)

    def retranslate(self) -> None:
        """Set every text again, in the language that is on."""
        self.curve_choice.set_options([("loss", self.tr("Loss")), ("accuracy", self.tr("Accuracy"))])
        self.curve_choice.set_current(self.curve)
        self.curve_choice.setAccessibleName(self.tr("Curve"))
        units = ("units", self.tr("Units"))
        self.layer_choice.set_wordings(
            [("moved", self.tr("Weights moved")), units], [("moved", self.tr("Moved")), units]
        )
        self.layer_choice.set_current(self.by_layer)
        self.layer_choice.setAccessibleName(self.tr("By layer"))
        for layers in self.layers:
            layers.item.words = "< 0.1 %"
            layers.setAccessibleName(self.tr("Weights moved, and units, by layer: ↑ ↓ choose the layer spoken of"))
        self._name()
        if self._frames:
            self.show_frames(self._frames, True)

    def _name(self) -> None:
        """All texts that name the runs at hand."""
        notes = (
            (self.tr("gradient rms ∂L/∂W by layer and step"), self.tr("rms ∂L/∂W by layer and step"), "rms ∂L/∂W"),
            (self.tr("top: loss side, bottom: input side"), self.tr("top: loss side")),
        )
        for side, run in enumerate(self._runs):
            settings: GradientsSettings = run.settings
            name = network_words(settings, self.tr("batch norm"), self.tr("residual"))
            self.heads[side].set_texts(name, *notes[side])
            self.heats[side].setAccessibleName(f"{self.heads[side].letter} {name}: {notes[0][0]}")
            self.heats[side].set_titles(left=self.tr("layer"))
            self.heats[side].item.name_epsilon(self._epsilon_words(settings))
            self.heats[side].item.name_unknown(self.tr("not computed yet"))
        if self._runs:
            self.loss.name_steps(self._axis_words(self._runs[0].settings), self.tr("training step"))
        self.loss.setAccessibleName(self.tr("Loss by step"))
        self.output.setAccessibleName(self.tr("Output over the plane"))

    def _axis_words(self, settings: GradientsSettings) -> str:
        points = len(self._runs[0].scene.x)
        if settings.batch >= points:
            return self.tr("training step (all {n} points each)").format(n=points)
        return self.tr("training step (one batch of {n} each)").format(n=settings.batch)

    def _epsilon_words(self, settings: GradientsSettings) -> str:
        epsilon, name = epsilon_of(settings.optimizer), words(settings.optimizer.title)
        return (
            "" if epsilon is None else self.tr("ε of {name} = {value}").format(name=name, value=epsilon_text(epsilon))
        )

    # -- the hand -----------------------------------------------------------------------------------------------------

    def _seek(self, x: float, _y: float, _done: bool = True) -> None:
        if self._runs:
            self.seek_requested.emit(min(max(round(x), 0), max(run.length for run in self._runs)))

    def choose_layer(self, layer: int) -> None:
        """Let the numbers speak of this layer, if there is one."""
        deepest = max((run.settings.depth for run in self._runs), default=layer)
        if layer != self.layer and 1 <= layer <= deepest:
            self.layer = layer
            if self._frames:
                self._show_layers()
            self.layer_chosen.emit(layer)
            self.view_changed.emit()

    def _choose_curve(self, curve: str) -> None:
        self.curve = curve
        if self._runs:
            self._start_curve()
            if self._frames:
                self._show_curve(max(frame.step for frame in self._frames))
        self.view_changed.emit()

    def _choose_by_layer(self, by_layer: str) -> None:
        self.by_layer = by_layer
        if self._frames:
            self._show_layers()
        self.view_changed.emit()

    # -- view ---------------------------------------------------------------------------------------------------------

    def view(self) -> dict[str, Any]:
        """Which curve, what by layer, which layer."""
        return {"curve": self.curve, "by_layer": self.by_layer, "layer": self.layer}

    def set_view(self, view: dict[str, Any]) -> None:
        """Take a view back; unknown keys and unfit values are ignored."""
        curve, by_layer, layer = view.get("curve"), view.get("by_layer"), view.get("layer")
        if curve in CURVES and curve != self.curve:
            self.curve_choice.set_current(curve)
            self._choose_curve(curve)
        if by_layer in LAYERS and by_layer != self.by_layer:
            self.layer_choice.set_current(by_layer)
            self._choose_by_layer(by_layer)
        if isinstance(layer, int) and not isinstance(layer, bool) and 1 <= layer <= 100:
            self.choose_layer(layer)


def beside(widget: QWidget, left: int, right: int, below: int = 0, alignment: Qt.AlignmentFlag = NOWHERE) -> QWidget:
    """`widget` with room beside it: flush with the plots' boxes, not with their axes."""
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(left, below, right, below)
    row.addWidget(widget, 0, alignment)
    return holder


def _epsilons(run: Run) -> Epsilons:
    """The ε of each optimizer that the run has, from a step on."""
    steps = sorted({0, *(event.step for event in getattr(run, "events", ()))})
    settings_at = getattr(run, "settings_at", lambda _step: run.settings)
    return tuple((step, epsilon_of(settings_at(step).optimizer)) for step in steps)


def _log(values: Array) -> Array:
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.asarray(np.log10(values))
