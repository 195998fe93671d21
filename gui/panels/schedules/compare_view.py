"""The centre of the comparison: η, loss and place by step under one cursor, and where the runs stand there."""

from __future__ import annotations

import math
from collections.abc import Iterable
from typing import Any

import numpy as np
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from engine.simulations.schedules import SchedulesSettings
from engine.simulations.schedules_compare import CompareFrame
from engine.simulations.schedules_record import ACCURACY, LOSS, RATE, Y, rows_of
from engine.simulations.schedules_scene import CompareScene
from gui.panels.schedules.compare_inspector import CompareInspector
from gui.panels.schedules.compare_plots import LossPlot, PlacePlot, RatePlot, SharePlot
from gui.panels.schedules.cursor_head import CursorHead, PlotCaption
from gui.panels.schedules.levels import Level
from gui.panels.schedules.look import Look, Looks
from gui.panels.schedules.numbers import level_text, number_text
from gui.panels.schedules.standing import StandingRow
from gui.panels.schedules.step_plot import LEFT_AXIS, RIGHT_MARGIN, Curve, StepPlot
from gui.panels.schedules.view import SchedulesView
from gui.theme import Theme
from gui.widgets.geometry import Array
from gui.widgets.inspector import LegendEntry

WIDE, THIN = 2.4, 1.4
# Standard deviations that the dashed lines stand from the optimum.
DEVIATIONS = 2.0


class CompareView(SchedulesView):
    """See `SchedulesView`. Of two sides, the active one is seen."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self.inspector: CompareInspector = CompareInspector(theme)
        self.head, self.loss_caption, self.place_caption = CursorHead(theme), PlotCaption(theme), PlotCaption(theme)
        self.where_caption = PlotCaption(theme)
        self.rate_plot, self.loss_plot = RatePlot(theme), LossPlot(theme)
        self.place_plot, self.share_plot = PlacePlot(theme), SharePlot(theme)
        self.standing = StandingRow(theme)
        self._looks: tuple[Looks, ...] = ()
        self._frame: CompareFrame | None = None
        self._lay_out()
        for plot in self.plots:
            plot.sought.connect(self.seek_requested)
        self.standing.picked.connect(self.picked)
        self.inspector.picked.connect(self.picked)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 6, 4, 6)
        column.setSpacing(0)
        self.pages = QStackedWidget()
        for plot in (self.place_plot, self.share_plot):
            self.pages.addWidget(plot)
        parts: tuple[tuple[QWidget, int, int], ...] = (
            (self.head, 0, 0),
            (self.rate_plot, 6, 76),
            (self.loss_caption, 0, 0),
            (self.loss_plot, 10, 110),
            (self.place_caption, 0, 0),
            (self.pages, 6, 92),
            (self.where_caption, 0, 0),
        )
        for part, stretch, least in parts:
            column.addWidget(part, stretch)
            if least:
                part.setMinimumHeight(least)
        row = QHBoxLayout()
        row.setContentsMargins(LEFT_AXIS, 0, RIGHT_MARGIN, 0)
        row.addWidget(self.standing)
        column.addLayout(row, 6)

    @property
    def plots(self) -> tuple[StepPlot, ...]:
        """All of them, from above."""
        return self.rate_plot, self.loss_plot, self.place_plot, self.share_plot

    # -- shown --------------------------------------------------------------------------------------------------------

    def show_looks(self, looks: tuple[Looks, ...], side: int) -> None:
        """Other looks, or another side."""
        self._looks, self._side = looks, side
        self._foreseen = None
        scene = self._scene
        self.pages.setCurrentWidget(self._lower)
        self.standing.show_run(looks[side], scene)
        self.inspector.show_run(self._run, looks[side])
        self._write_captions()

    def show_frames(self, frames: tuple[Any, ...], fresh: bool) -> None:
        """The step at the cursor."""
        frame: CompareFrame = frames[self._side]
        if self._take_frame(frame, fresh):
            self._show_curves()
        self._show_step()
        step = self.tr("step {n}").format(n=frame.step)
        self.head.show_step(step, frame.step, self._run.length)
        self._write_where(frame.step)
        self.standing.show_frame(frame)
        self.inspector.show_frame(frame)

    # -- curves -------------------------------------------------------------------------------------------------------

    @property
    def _settings(self) -> SchedulesSettings:
        settings = self._run.settings
        assert isinstance(settings, SchedulesSettings)
        return settings

    @property
    def _scene(self) -> CompareScene:
        scene = self._run.scene
        assert isinstance(scene, CompareScene)
        return scene

    @property
    def _lower(self) -> StepPlot:
        return self.share_plot if self._scene.surface is None else self.place_plot

    @property
    def _rows(self) -> Array:
        """What is known of the run, (steps, schedules, columns)."""
        course = self._scene.course
        if self._foreseen and course is not None:
            return course
        return rows_of(self._run.record, len(self._looks[self._side]))

    @property
    def _order(self) -> list[int]:
        """The schedules, the selected one last, since it is drawn above the others."""
        looks = self._looks[self._side]
        return sorted(range(len(looks)), key=lambda i: looks[i].selected)

    @property
    def _followed(self) -> list[int]:
        """The schedules whose run 1 is seen in place: the first constant one, and the selected one."""
        looks = self._looks[self._side]
        selected = next(i for i, look in enumerate(looks) if look.selected)
        kinds = [entry.schedule.kind for entry in self._settings.schedules]
        constant = [i for i, kind in enumerate(kinds) if kind == "constant" and i != selected and looks[i].shown]
        return [*constant[:1], selected]

    def _show_curves(self) -> None:
        """Other curves: their looks and what is predicted of them."""
        looks, scene, length = self._looks[self._side], self._scene, self._run.length
        curves = [_curve(looks[i]) for i in self._order]
        base = float(getattr(self._settings.optimizer, "learning_rate", math.nan))
        self.rate_plot.show_limit(base if math.isfinite(base) else 0.0, self._limit())
        for plot in (self.rate_plot, self.loss_plot):
            plot.show_run(curves, length)
        floor = scene.floor
        text = self.tr("predicted noise floor of constant η: {value}")
        self.loss_plot.show_levels(
            [Level(math.log10(floor), text.format(value=level_text(floor)), "ink")] if floor else []
        )
        if scene.surface is None:
            self.share_plot.show_run(curves, length)
            return
        followed = [looks[i] for i in self._followed]
        dashes = [Curve("ink", 1.2, dashed=True)] * 2
        self.place_plot.show_reach(scene.surface.minimum[1], scene.bands[self._followed][:, :, 1])
        self.place_plot.show_run([*(Curve(look.colour, 1.5) for look in followed), *dashes], length)

    def _limit(self) -> Level | None:
        scene = self._scene
        if scene.limit is None:
            return None
        text = self.tr("stability limit {formula} = {value}")
        text = text.format(formula=scene.limit_formula, value=level_text(scene.limit))
        # Where η lies above the limit, its name is below the line, clear of them.
        base = float(getattr(self._settings.optimizer, "learning_rate", math.nan))
        return Level(scene.limit, text, "accent", below=base > scene.limit, veil=False)

    def _show_step(self) -> None:
        assert self._frame is not None
        step, rows, order = self._frame.step, self._rows, self._order
        known = self._known
        self.rate_plot.show_step(step, known, lambda first, last: rows[first:last, order, RATE])
        self.loss_plot.show_step(step, known, lambda first, last: rows[first:last, order, LOSS])
        if self._scene.surface is None:
            self.share_plot.show_step(step, known, lambda first, last: rows[first:last, order, ACCURACY])
        else:
            self.place_plot.show_step(step, known, self._places)

    def _places(self, first: int, last: int) -> Array:
        """The places of run 1 under the followed schedules, and the dashed lines round the selected one's."""
        scene, followed = self._scene, self._followed
        assert scene.surface is not None
        places = self._rows[first:last, followed, Y]
        spread = DEVIATIONS * scene.bands[followed[-1], first:last, 1]
        centre = scene.surface.minimum[1]
        return np.column_stack((places, centre + spread, centre - spread))

    # -- texts --------------------------------------------------------------------------------------------------------

    def _write_captions(self) -> None:
        runs, scene, looks = self._settings.runs, self._scene, self._looks[self._side]
        self.head.show_caption(self.tr("Learning rate η"))
        self.loss_caption.set_texts(
            self.tr("Loss, mean of {n} runs (log scale)").format(n=runs) if runs > 1 else self.tr("Loss (log scale)")
        )
        if scene.surface is None:
            self.place_caption.set_texts(
                self.tr("Points answered right, mean of {n} runs").format(n=runs)
                if runs > 1
                else self.tr("Points answered right")
            )
            return
        followed = [LegendEntry(looks[i].name, looks[i].colour) for i in self._followed[::-1]]
        predicted = bool(np.isfinite(scene.bands[self._followed[-1]]).any())
        self.place_caption.set_texts(
            self.tr("Position y of one run"),
            self.tr("Position y"),
            entries=followed,
            asides=(self.tr("dashed: ±2 standard deviations, predicted from η"), self.tr("dashed: ±2 sd, predicted"))
            if predicted
            else (),
        )

    def _write_where(self, step: int) -> None:
        scene, runs = self._scene, self._settings.runs
        if scene.surface is None:
            self.where_caption.set_texts(
                self.tr("What the network of run 1 answers at step {n}, and the points").format(n=step),
                self.tr("What the network of run 1 answers"),
            )
            return
        reach = number_text(scene.surface.reach)
        whole = self.tr("Where the {runs} runs are at step {n}, within ±{reach} of the optimum (ringed: the run above)")
        short = self.tr("Where the {runs} runs are, within ±{reach} of the optimum")
        self.where_caption.set_texts(whole.format(runs=runs, n=step, reach=reach), short.format(runs=runs, reach=reach))

    # -- theme, language ----------------------------------------------------------------------------------------------

    def _parts(self) -> Iterable[Any]:
        yield from (self.head, self.loss_caption, self.place_caption, self.where_caption)
        yield from (*self.plots, self.standing, self.inspector)

    def set_theme(self, theme: Theme) -> None:
        """Take every colour from `theme`."""
        self.theme = theme
        for part in self._parts():
            part.set_theme(theme)

    def retranslate(self) -> None:
        """Set the fixed texts again."""
        for plot in (self.place_plot, self.share_plot):
            plot.set_titles(bottom=self.tr("step t"))
        self.rate_plot.setAccessibleName(self.tr("Learning rate by step"))
        self.loss_plot.setAccessibleName(self.tr("Loss by step"))
        self.place_plot.setAccessibleName(self.tr("Position of one run by step"))
        self.share_plot.setAccessibleName(self.tr("Share of points answered right by step"))
        self.inspector.retranslate()


def _curve(look: Look) -> Curve:
    return Curve(look.colour, WIDE if look.selected else THIN, shown=look.shown)
