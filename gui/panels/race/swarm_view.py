"""The race as swarms: where thousands of starts end under each optimizer, when, and how they go there."""

from __future__ import annotations

from typing import Any

import numpy as np
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from engine.simulations.race_swarm import MOST_SWARMS, SwarmFrame, SwarmScene
from engine.simulations.race_swarm_basins import Basins
from engine.simulations.race_swarm_verdicts import percent
from gui.panels.base import Run
from gui.panels.race.paths_view import LEFT_AXIS
from gui.panels.race.swarm_arrivals import ArrivalsPlot
from gui.panels.race.swarm_colours import any_diverged, basin_image, hue_of
from gui.panels.race.swarm_inspector import SwarmInspector
from gui.panels.race.swarm_key import KeyRow, SwarmKey
from gui.panels.race.swarm_plot import SwarmPlot
from gui.panels.race.swarm_thumb import BasinThumb
from gui.panels.race.view import Look, RaceView
from gui.theme import Theme
from gui.widgets.caption import Caption
from gui.widgets.geometry import Array
from gui.widgets.painting import tint
from gui.widgets.toggle import Toggle

# How high a small picture is with its two lines: a share of the view's height, within these pixels.
THUMB_SHARE, LEAST_THUMB, MOST_THUMB = 0.25, 88, 230
NO_WAY: Array = np.empty((0, 2))


class SwarmView(RaceView):
    """See `RaceView`. Its own view: the start whose way is shown, and whether there are dots."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self.basins, self.arrivals = SwarmPlot(theme), ArrivalsPlot(theme)
        self.key, self.key_title, self.arrivals_title = SwarmKey(theme), Caption(theme), Caption(theme)
        self.thumbs_title = Caption(theme)
        self.dots_label, self.dots = QLabel(), Toggle(theme)
        self.thumbs = [BasinThumb(theme) for _ in range(MOST_SWARMS)]
        self.inspector: SwarmInspector = SwarmInspector(theme)
        self._look = Look(0, frozenset())
        self._run: Run | None = None
        self._frame: SwarmFrame | None = None
        self._start: int | None = None
        self._way_of: tuple[SwarmScene, int, int] | None = None
        self._lay_out()
        self.basins.pressed.connect(self._choose_start)
        self.arrivals.sought.connect(self.seek_requested)
        self.dots.clicked.connect(self._choose_dots)
        self.inspector.racer_picked.connect(self.picked)
        for i, thumb in enumerate(self.thumbs):
            thumb.clicked.connect(lambda _checked, i=i: self.picked.emit(i))
        self._show_dots(True)
        self._tint()
        self.retranslate()

    def _lay_out(self) -> None:
        """Basins on the left, what they mean on the right, all optimizers below."""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        side = QVBoxLayout()
        side.setContentsMargins(0, 6, 0, 0)
        side.setSpacing(2)
        words = QVBoxLayout()
        words.setContentsMargins(0, 0, 18, 0)
        for part in (self.key_title, self.key, self.arrivals_title):
            words.addWidget(part)
        side.addLayout(words)
        side.addWidget(self.arrivals, 1)
        self.arrivals.setMinimumHeight(96)
        self.arrivals.fix_left(30)
        holder = QWidget()
        holder.setLayout(side)
        holder.setMinimumWidth(190)
        upper = QHBoxLayout()
        upper.setSpacing(6)
        upper.addWidget(self.basins, 11)
        upper.addWidget(holder, 5)
        column.addLayout(upper, 1)
        lower = QVBoxLayout()
        lower.setContentsMargins(LEFT_AXIS - 4, 2, 14, 0)
        lower.setSpacing(2)
        row = QHBoxLayout()
        row.setSpacing(12)
        for thumb in self.thumbs:
            row.addWidget(thumb, 1)
        head = QHBoxLayout()
        head.addWidget(self.thumbs_title, 1)
        head.addWidget(self.dots_label)
        head.addWidget(self.dots)
        lower.addLayout(head)
        lower.addLayout(row)
        column.addLayout(lower)
        self.basins.fix_left(LEFT_AXIS)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The small pictures take a share of the height; what the colours mean must have room above them."""
        super().resizeEvent(event)
        height = min(max(round(THUMB_SHARE * self.height()), LEAST_THUMB), MOST_THUMB)
        for thumb in self.thumbs:
            thumb.setFixedHeight(height)

    # -- shown --------------------------------------------------------------------------------------------------------

    @property
    def _scene(self) -> SwarmScene:
        assert self._run is not None
        scene = self._run.scene
        assert isinstance(scene, SwarmScene)
        return scene

    @property
    def swarm(self) -> int:
        """The swarm seen large: the selected racer's; if that does not run as a swarm, the one that brings most home."""
        basins = self._scene.basins
        if self._look.selected < len(basins):
            return self._look.selected
        shown = [i for i in range(len(basins)) if i not in self._look.hidden] or [0]
        return max(shown, key=lambda i: basins[i].arrived)

    def show_run(self, run: Run, look: Look) -> None:
        """Another run."""
        self._run, self._look = run, look
        self._show_scene()

    def show_look(self, look: Look) -> None:
        """Another racer is selected, or others are hidden."""
        self._look = look
        self._show_again()

    def _show_again(self) -> None:
        if self._run is not None:
            self._show_scene()
            if self._frame is not None:
                self.show_frame(self._frame, fresh=True)

    def _show_scene(self) -> None:
        scene, swarm = self._scene, self.swarm
        self.basins.show_scene(scene, swarm)
        self.arrivals.show_scene(scene, swarm)
        self.inspector.show_run(scene, len(self._run.settings.racers) if self._run is not None else 0)
        self._show_key(scene, swarm)
        for i, thumb in enumerate(self.thumbs):
            seen = i < len(scene.basins) and (i not in self._look.hidden or i == swarm)
            thumb.setVisible(seen)
            if seen:
                self._show_thumb(thumb, scene, i)
        self._show_way()

    def _show_thumb(self, thumb: BasinThumb, scene: SwarmScene, index: int) -> None:
        assert self._run is not None
        racer, basins = self._run.settings.racers[index], scene.basins[index]
        x0, x1, y0, y1 = scene.ground.domain
        thumb.show_basins(basin_image(self.theme, scene, basins), any_diverged(basins), (x1 - x0) / (y1 - y0))
        state = self._state(basins)
        rate = getattr(racer.optimizer, "learning_rate", None)
        notes = (state,) if rate is None else (f"η {rate:.4g} · {state}", state)
        thumb.show_racer(racer.name, racer.colour, notes, index == self.swarm)

    def _state(self, basins: Basins) -> str:
        if basins.diverged:
            return self.tr("{share} diverge").format(share=percent(basins.diverged))
        if basins.arrived == 1:
            return self.tr("all arrive")
        return self.tr("{share} not arrived").format(share=percent(1 - basins.arrived))

    def _show_key(self, scene: SwarmScene, swarm: int) -> None:
        assert self._run is not None
        basins, named = scene.basins[swarm], scene.targets.named
        rows = []
        for kind, name in enumerate(self.inspector.kind_names(scene)):
            number, text = name.split(" ", 1) if kind < named else ("", name)
            rows.append(KeyRow(number, text, hue_of(kind, named)))
        title, ticks = "", ()  # type: tuple[str, tuple[tuple[float, str], ...]]
        if basins.arrived:
            title = self.tr("steps, {racer}").format(racer=self._run.settings.racers[swarm].name)
            span = (basins.slow - basins.quick) or 1.0
            steps = sorted({basins.quick, basins.median, basins.slow})
            ticks = tuple(((step - basins.quick) / span, f"{step:.0f}") for step in steps)
        moving = self.tr("not arrived by step {n}").format(n=self._run.length)
        self.key.set_rows(tuple(rows), title, ticks, (moving, self.tr("diverged")))

    def show_frame(self, frame: SwarmFrame, fresh: bool) -> None:
        """The dots at the cursor."""
        self._frame = frame
        self.basins.show_step(frame.tails[self.swarm], frame.step)
        self.arrivals.show_step(frame.step)
        self.inspector.show_frame(frame, self.swarm, self._look)

    def _choose_dots(self, shown: bool) -> None:
        self._show_dots(shown)
        self.view_changed.emit()

    def _show_dots(self, shown: bool) -> None:
        self.dots.setChecked(shown)
        self.basins.show_dots(shown)

    # -- one start's way ----------------------------------------------------------------------------------------------

    def _choose_start(self, x: float, y: float) -> None:
        """The start whose cell was clicked; the same one again: none."""
        if self._run is None:
            return
        start = self._scene.start_at(x, y)
        self._start = None if start == self._start else start
        self._show_way()
        self.view_changed.emit()

    def _show_way(self) -> None:
        scene = self._scene
        if self._start is None or self._start >= len(scene.starts):
            self._way_of = None
            self.basins.show_way(NO_WAY)
        elif self._way_of != (scene, self.swarm, self._start):
            self._way_of = scene, self.swarm, self._start
            self.basins.show_way(scene.path(self.swarm, self._start))
        self._show_hint()

    # -- theme, language, view ----------------------------------------------------------------------------------------

    def set_theme(self, theme: Theme) -> None:
        """Take every colour from `theme`."""
        self.theme = theme
        for plot in (self.basins, self.arrivals):
            plot.set_theme(theme)
        for widget in (self.key, self.inspector):
            widget.set_theme(theme)
        for thumb in self.thumbs:
            thumb.set_theme(theme)
        for caption in (self.key_title, self.arrivals_title, self.thumbs_title):
            caption.set_theme(theme)
        self.dots.set_theme(theme)
        self._tint()
        self._show_again()

    def _tint(self) -> None:
        tint(self.dots_label, self.theme, "quiet")
        self.dots_label.setFont(self.theme.font(12))

    def retranslate(self) -> None:
        """Set every text again."""
        self.basins.setAccessibleName(self.tr("Where each start ends"))
        self.arrivals.setAccessibleName(self.tr("Share of the starts that has arrived by each step"))
        self.basins.set_titles("x", "y")
        self.arrivals.set_titles(self.tr("step t"))
        self.arrivals_title.setText(self.tr("Arrived by step, % of starts"))
        self.thumbs_title.setText(self.tr("The same starts under each optimizer, each on its own scale of steps"))
        self.dots_label.setText(self.tr("Dots"))
        self.dots.setAccessibleName(self.tr("Show some starts as moving dots"))
        self.inspector.retranslate()
        self._show_hint()
        self._show_again()

    def _show_hint(self) -> None:
        meaning = self.tr("Colour: where a start ends. Lighter: it got there sooner.")
        hint = (
            self.tr("Click a start to see its way.")
            if self._start is None
            else self.tr("Click it again to hide its way.")
        )
        self.key_title.setText(f"{meaning} {hint}")

    def view(self) -> dict[str, Any]:
        """The start whose way is shown, and whether dots are hidden."""
        start = {} if self._start is None else {"start": self._start}
        return start | ({} if self.dots.isChecked() else {"dots": False})

    def set_view(self, view: dict[str, Any]) -> None:
        """Take a view back; what does not fit is ignored."""
        start = view.get("start")
        fits = isinstance(start, int) and not isinstance(start, bool) and start >= 0
        self._start = start if fits else None
        self._show_dots(view.get("dots") is not False)
        if self._run is not None:
            self._show_way()
