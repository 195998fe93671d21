"""The centre of the range test: the loss against η, and where η is of use."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QVBoxLayout

from engine.simulations.schedules import Compare, SchedulesSettings
from engine.simulations.schedules_range import LOSS, RangeFrame, RangeScene
from gui.panels.schedules.cursor_head import PlotCaption
from gui.panels.schedules.look import Looks
from gui.panels.schedules.numbers import level_text
from gui.panels.schedules.range_inspector import RangeInspector
from gui.panels.schedules.range_plot import LOSS_SERIES, Mark, RangePlot, Stretch
from gui.panels.schedules.view import SchedulesView
from gui.theme import Theme
from gui.widgets.geometry import Array
from gui.widgets.inspector import LegendEntry


class RangeView(SchedulesView):
    """See `SchedulesView`. Of two sides, the active one is seen."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self.inspector: RangeInspector = RangeInspector(theme)
        self.caption, self.plot = PlotCaption(theme), RangePlot(theme)
        self._frame: RangeFrame | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 6, 4, 6)
        column.setSpacing(0)
        column.addWidget(self.caption)
        column.addWidget(self.plot, 1)
        self.plot.sought.connect(self.seek_requested)
        self.inspector.rate_taken.connect(self._take_rate)

    # -- shown --------------------------------------------------------------------------------------------------------

    def show_looks(self, looks: tuple[Looks, ...], side: int) -> None:
        """Another side; the test has no schedules."""
        self._side, self._foreseen = side, None
        self.inspector.show_run(self._run)
        self._write_caption()

    def show_frames(self, frames: tuple[Any, ...], fresh: bool) -> None:
        """The test at the cursor."""
        frame: RangeFrame = frames[self._side]
        if self._take_frame(frame, fresh):
            self.plot.show_test(self._scene.rates)
        self._show_step()
        self._show_marks()
        self.inspector.show_frame(frame)

    @property
    def _scene(self) -> RangeScene:
        scene = self._run.scene
        assert isinstance(scene, RangeScene)
        return scene

    @property
    def _rows(self) -> Array:
        """What is known of the run, (steps, columns)."""
        course = self._scene.course
        return course if self._foreseen and course is not None else self._run.record

    def _show_step(self) -> None:
        assert self._frame is not None
        losses = self._rows[:, LOSS : LOSS + 1]
        self.plot.show_loss(self._frame.step, self._known, lambda first, last: losses[first:last], self._frame.smoothed)

    def _show_marks(self) -> None:
        """The stability limit, and once they can be told the band and the suggested η."""
        assert self._frame is not None
        marks: list[Mark] = []
        limit, band = self._scene.limit, self._frame.band
        if limit is not None:
            text = self.tr("stability limit {formula} = {value}")
            text = text.format(formula=self._scene.limit_formula, value=level_text(limit))
            marks.append(Mark(math.log10(limit), text, "quiet", "dot", 2))
        stretch = None
        if band is not None:
            text = self.tr("usable: {low} to {high}").format(low=level_text(band.low), high=level_text(band.high))
            stretch = Stretch(math.log10(band.low), math.log10(band.high), text)
            text = self.tr("suggested η = {value}").format(value=level_text(band.suggested))
            marks.append(Mark(math.log10(band.suggested), text, "accent", "dash", 1))
        self.plot.show_marks(tuple(marks), stretch)

    # -- the hand -----------------------------------------------------------------------------------------------------

    def _take_rate(self) -> None:
        """Compare schedules at the suggested η."""
        if self._frame is None or self._frame.band is None:
            return
        settings = self._run.settings
        assert isinstance(settings, SchedulesSettings)
        # As it is read.
        rate = float(f"{self._frame.band.suggested:.2g}")
        optimizer = replace(settings.optimizer, learning_rate=rate)  # type: ignore[call-arg]
        self.edited.emit(replace(settings, optimizer=optimizer, mode=Compare()), "mode.kind", True)

    # -- theme, language ----------------------------------------------------------------------------------------------

    def _write_caption(self) -> None:
        runs = self._run.settings.runs
        entries = (
            LegendEntry(self.tr("loss, mean of {n} runs").format(n=runs) if runs > 1 else self.tr("loss"), LOSS_SERIES),
            LegendEntry(self.tr("smoothed"), "ink"),
        )
        self.caption.set_texts(
            self.tr("Loss as η rises by the same factor each step"), self.tr("Loss as η rises"), entries=entries
        )

    def set_theme(self, theme: Theme) -> None:
        """Take every colour from `theme`."""
        self.theme = theme
        for part in (self.caption, self.plot, self.inspector):
            part.set_theme(theme)

    def retranslate(self) -> None:
        """Set the fixed texts again."""
        self.plot.set_titles(bottom=self.tr("learning rate η (log scale)"), left=self.tr("loss (log scale)"))
        self.plot.setAccessibleName(self.tr("Loss against the learning rate"))
        self.inspector.retranslate()
