"""The centre in mode `training`: what each start's network answers, its loss by step, and its distinct units."""

from __future__ import annotations

import math
from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from engine.simulations.initialization_training import COLUMNS, TrainingFrame, TrainingScene
from gui.panels.base import Run
from gui.panels.initialization.labels import Caption, SchemeHead
from gui.panels.initialization.look import MOST_SCHEMES, Look, Looks
from gui.panels.initialization.matrix_picture import ColourScale
from gui.panels.initialization.training_plane import OutputPicture
from gui.panels.initialization.training_plots import LearningPlot, Side
from gui.panels.initialization.training_text import loss_text, share_text
from gui.theme import Theme
from gui.widgets.segments import Segments

GAP = 16
# What the lower plot shows.
KINDS = ("units", "gradient")


class StartParts:
    """The widgets of one start, which stand in one column of the grid."""

    def __init__(self, theme: Theme) -> None:
        self.head, self.picture, self.line = SchemeHead(theme), OutputPicture(theme), Caption(theme)

    @property
    def widgets(self) -> tuple[QWidget, ...]:
        """All of them, from the top."""
        return self.head, self.picture, self.line


class TrainingView(QWidget):
    """Shows frames of mode `training`. Its view: which quantity the lower plot shows.

    `picked(index)` tells that the hand has chosen a scheme, `seek_requested(step)` that it points at a step.
    """

    picked = Signal(int)
    seek_requested = Signal(int)
    view_changed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.columns = [StartParts(theme) for _ in range(MOST_SCHEMES)]
        self.output_caption, self.colours = Caption(theme), ColourScale(theme)
        self.loss_caption, self.lower_caption, self.kind = Caption(theme), Caption(theme), Segments(theme)
        self.loss_plot, self.lower_plot = LearningPlot(theme, "loss"), LearningPlot(theme, KINDS[0])
        self._runs: tuple[Run, ...] = ()
        self._looks: tuple[Looks, ...] = ()
        self._side = self._step = 0
        self._arranged: tuple[int, ...] | None = None
        self._lay_out()
        for index, parts in enumerate(self.columns):
            parts.head.clicked.connect(lambda _checked, index=index: self.picked.emit(index))
        for plot in self.plots:
            plot.sought.connect(self.seek_requested)
        self.kind.chosen.connect(self._choose_kind)

    @property
    def plots(self) -> tuple[LearningPlot, LearningPlot]:
        """Both, from above."""
        return self.loss_plot, self.lower_plot

    # -- layout -------------------------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(GAP + 2, 8, GAP + 2, 6)
        column.setSpacing(0)
        self.grid = QGridLayout()
        self.grid.setHorizontalSpacing(GAP)
        self.grid.setVerticalSpacing(2)
        self._output_row, lower_row = QWidget(), QWidget()
        for row, caption, aside in (
            (self._output_row, self.output_caption, self.colours),
            (lower_row, self.lower_caption, self.kind),
        ):
            line = QHBoxLayout(row)
            line.setContentsMargins(0, 5, 0, 3)
            line.addWidget(caption, 1)
            line.addWidget(aside)
        self.kind.setMinimumWidth(190)
        self.kind.setMaximumWidth(300)
        self.loss_plot.setMinimumHeight(120)
        self.lower_plot.setMinimumHeight(90)
        column.addLayout(self.grid, 5)
        column.addSpacing(4)
        column.addWidget(self.loss_caption)
        column.addWidget(self.loss_plot, 7)
        column.addWidget(lower_row)
        column.addWidget(self.lower_plot, 4)

    def _arrange(self, shown: tuple[int, ...]) -> None:
        """Put the shown starts side by side."""
        if shown == self._arranged:
            return
        self._arranged = shown
        while self.grid.takeAt(0) is not None:
            continue
        for index, parts in enumerate(self.columns):
            for widget in parts.widgets:
                widget.setVisible(index in shown)
        for place in range(MOST_SCHEMES):
            self.grid.setColumnStretch(place, 1 if place < max(len(shown), 1) else 0)
        self.grid.addWidget(self._output_row, 1, 0, 1, max(len(shown), 1))
        for place, index in enumerate(shown):
            for row, widget in zip((0, 2, 3), self.columns[index].widgets, strict=True):
                self.grid.addWidget(widget, row, place)
        self.grid.setRowStretch(2, 1)

    def sizeHint(self) -> QSize:
        """The centre of the window at its usual size."""
        return QSize(750, 717)

    # -- shown --------------------------------------------------------------------------------------------------------

    def show_run(self, runs: tuple[Run, ...]) -> None:
        """Other runs, A or A and B."""
        self._runs = runs

    def show_looks(self, looks: tuple[Looks, ...], side: int) -> None:
        """The picture is of the run at place `side`; of another one there are thin curves."""
        self._looks, self._side = looks, side
        scene: TrainingScene = self._runs[side].scene
        self._arrange(tuple(i for i, look in enumerate(looks[side]) if look.shown))
        for look, parts in zip(looks[side], self.columns, strict=False):
            parts.head.show_scheme(look.name, look.colour, look.selected)
            parts.picture.show_points(scene.x, scene.ones, scene.reach)
        self._show_curves()
        self._write_captions(scene)

    def _show_curves(self) -> None:
        sides = tuple(Side(self._looks[i], self._runs[i].length) for i in self._order)
        units = max(self._runs[i].scene.plan.units for i in self._order)
        for plot in self.plots:
            plot.show_run(sides, units)

    @property
    def _order(self) -> list[int]:
        """The places of the runs, the active one last, since it is drawn above the other."""
        return sorted(range(len(self._runs)), key=lambda place: place == self._side)

    def show_frames(self, frames: tuple[Any, ...], fresh: bool) -> None:
        """The networks at the cursor."""
        frame: TrainingFrame = frames[self._side]
        losses, shares = (frame.row[:, COLUMNS.index(name)].tolist() for name in ("loss", "accuracy"))
        for index, look in enumerate(self._looks[self._side]):
            if look.shown:
                self._show_start(index, look, frame, losses[index], shares[index])
        self._step = frame.step
        self._show_step()

    def show_progress(self) -> None:
        """More steps are known: the faded part of the curves grows."""
        if self._runs:
            self._show_step()

    def _show_step(self) -> None:
        records = tuple(self._runs[i].record for i in self._order)
        for plot in self.plots:
            plot.show_step(records, self._step)

    def _show_start(self, index: int, look: Look, frame: TrainingFrame, loss: float, share: float) -> None:
        parts = self.columns[index]
        parts.picture.show_output(frame.outputs[index])
        lost = not math.isfinite(loss)
        share_words = self.tr("overflow") if lost else self.tr("{share} right").format(share=share_text(share))
        parts.line.set_texts(f"{loss_text(loss)} · {share_words}", share_words, share_text(share, lost))
        parts.picture.setAccessibleName(self.tr("Output of {name}: {share}").format(name=look.name, share=share_words))

    # -- texts --------------------------------------------------------------------------------------------------------

    def _write_captions(self, scene: TrainingScene) -> None:
        plan = scene.plan
        self.output_caption.set_texts(
            self.tr("Output over the plane, first draw, and the {n} points; below: medians").format(n=plan.points),
            self.tr("Output over the plane, first draw"),
            self.tr("Output"),
        )
        self.loss_caption.set_texts(*self._loss_texts(scene))
        units = self.tr("Distinct units in layer 1, of {n}: copies count as one").format(n=plan.units)
        gradient = self.tr("Gradient: rms of ∂L/∂W in layer 1, median of the draws")
        whole, short = (
            (units, self.tr("Distinct units in layer 1"))
            if self.lower_plot.kind == "units"
            else (gradient, self.tr("rms of ∂L/∂W, layer 1"))
        )
        self.lower_caption.set_texts(whole + self._other_note(), whole, short)
        if self.lower_plot.kind == "units":
            self.lower_caption.setToolTip(self.tr("Rounding errors, which would part copies some day, are left out."))

    def _loss_texts(self, scene: TrainingScene) -> tuple[str, ...]:
        """What the curves are, and what was cut down because it would not fit."""
        plan, (units, draws) = scene.plan, scene.asked
        whole = self.tr("Loss on all points: median of {n} draws, band from lowest to highest").format(n=plan.draws)
        short = self.tr("Loss: median and range of {n} draws").format(n=plan.draws)
        if plan.draws == 1:
            whole = short = self.tr("Loss on all points")
        cut = ""
        if plan.units < units:
            cut = self.tr(" · only {n} of {all} units fit").format(n=plan.units, all=units)
        elif plan.draws < draws:
            cut = self.tr(" · only {n} of {all} draws fit").format(n=plan.draws, all=draws)
        return whole + cut + self._other_note(), whole + cut, short + cut, short

    def _other_note(self) -> str:
        """That there are thin curves, and whose."""
        if len(self._runs) < 2:
            return ""
        return self.tr(" · thin: {side}").format(side="A" if self._side else "B")

    # -- the hand, view -----------------------------------------------------------------------------------------------

    def _choose_kind(self, kind: str) -> None:
        self._show_kind(kind)
        self.view_changed.emit()

    def _show_kind(self, kind: str) -> None:
        self.lower_plot.show_kind(kind)
        self.kind.set_current(kind)
        if self._looks:
            self._show_curves()
            self._write_captions(self._runs[self._side].scene)
            self._show_step()

    def view(self) -> dict[str, Any]:
        """What the lower plot shows."""
        return {"lower": self.lower_plot.kind}

    def set_view(self, view: dict[str, Any]) -> None:
        """Take a view back; what does not fit is ignored."""
        if view.get("lower") in KINDS:
            self._show_kind(view["lower"])

    # -- theme, language ----------------------------------------------------------------------------------------------

    def _parts(self) -> Iterable[Any]:
        for parts in self.columns:
            yield from parts.widgets
        yield from (self.output_caption, self.colours, self.loss_caption, self.lower_caption, self.kind, *self.plots)

    def set_theme(self, theme: Theme) -> None:
        """Take every colour from `theme`."""
        for part in self._parts():
            part.set_theme(theme)

    def retranslate(self) -> None:
        """Set the fixed texts again; the others come with the next looks and frames."""
        self.kind.set_options([("units", self.tr("Distinct units")), ("gradient", self.tr("Gradient"))])
        self.kind.set_current(self.lower_plot.kind)
        self.kind.setAccessibleName(self.tr("What the lower plot shows"))
        self.colours.set_ends(self.tr("class 0"), self.tr("class 1"))
        self.loss_plot.show_note(self.tr("ln 2 = 0.693, a coin toss"))
        self.loss_plot.set_titles(left="")
        self.lower_plot.set_titles(bottom=self.tr("training step"))
        self.loss_plot.setAccessibleName(self.tr("Loss by step"))
        self.lower_plot.setAccessibleName(self.tr("Distinct units or gradient by step"))
