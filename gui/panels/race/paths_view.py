"""The race as paths: the surface with every racer's trail, a curve by step, and what it all means."""

from __future__ import annotations

from dataclasses import replace
from importlib import import_module
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout

from engine.optimizers.base import shown_number
from engine.simulations.race import RaceSettings
from engine.simulations.race_paths import WIDTH, PathsFrame, PathsScene, window_scene
from gui.panels.base import Run
from gui.panels.race.curves_plot import KINDS, CurvesPlot
from gui.panels.race.follower import Follower
from gui.panels.race.heads import heads_of
from gui.panels.race.inspector import RaceInspector
from gui.panels.race.lens import Window
from gui.panels.race.markers import Head
from gui.panels.race.stage_mode import StageMode
from gui.panels.race.surface_plot import SurfacePlot
from gui.panels.race.trail_probe import point_words
from gui.panels.race.view import Look, RaceView
from gui.theme import Theme
from gui.widgets.geometry import Array
from gui.widgets.inspector import Inspector
from gui.widgets.painting import tint
from gui.widgets.row_label import RowLabel
from gui.widgets.segments import Segments
from gui.widgets.trails import TrailStyle

if TYPE_CHECKING:
    from gui.panels.race.solid_plot import SolidPlot
    from gui.panels.race.solid_view import SolidView

LEFT_AXIS, CLOSE_AXIS = 46, 58
# The width of the choice of curves, and what it can do with.
CHOICE, LEAST_CHOICE = 230, 150
MOST_DOTS = 120


class PathsView(RaceView):
    """See `RaceView`. Its own view: which curve."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self.surface, self.curves = SurfacePlot(theme), CurvesPlot(theme)
        self.curve_title, self.choice = RowLabel(), Segments(theme)
        self.inspector: RaceInspector = RaceInspector(theme)
        self.stage_mode = StageMode(theme, self.surface, CLOSE_AXIS)
        self.tool = self.stage_mode.switch
        self.follower = Follower(self.surface)
        self._window: Window | None = None
        self._close = False
        self._look = Look(0, frozenset())
        self._solid_view: SolidView | None = None
        self._solid = False
        self._run: Run | None = None
        self._frame: PathsFrame | None = None
        self._lay_out()
        self.surface.start_dragged.connect(self._drag_start)
        self.surface.racer_picked.connect(self.picked)
        self.inspector.racer_picked.connect(self.picked)
        self.choice.chosen.connect(self._choose_curve)
        self.stage_mode.toggled.connect(self._on_stages)
        self.stage_mode.moved.connect(self._on_stage)
        self.follower.changed.connect(self._refresh)
        self.surface.box.sigResized.connect(self._aim_again)
        self.surface.probe.words = self._point_words
        self._tint_title()
        self.retranslate()

    def _lay_out(self) -> None:
        """The surface above, the curves below, their left axes in one line."""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        foot = QHBoxLayout()
        foot.setContentsMargins(LEFT_AXIS, 0, 18, 0)
        foot.addWidget(self.curve_title, 1)
        foot.addWidget(self.choice)
        self.choice.setMinimumWidth(CHOICE)
        self.seen = QStackedWidget()
        self.seen.addWidget(self.surface)
        column.addWidget(self.seen, 5)
        self.seen.lower()  # plots are counted from above
        lower = QVBoxLayout()
        lower.addLayout(foot)
        lower.addWidget(self.curves, 1)
        self.below = QHBoxLayout()
        self.below.setSpacing(4)
        self.below.addLayout(lower, 1)
        column.addLayout(self.below, 3)
        for plot in (self.surface, self.curves):
            plot.fix_left(LEFT_AXIS)

    @property
    def solid(self) -> bool:
        """Whether the surface is seen in three dimensions."""
        return self._solid

    def show_solid(self, solid: bool) -> None:
        """See the surface in three dimensions, where no update is walked through, or from above."""
        if solid != self._solid:
            self._solid = solid
            if solid:
                self.stage_mode.turn(False)
            self.seen.setCurrentWidget(self.solid_view if solid else self.surface)
            self._window = None
            if self._run is not None:
                self._show_looks()
            self._show_again()
            self.page_changed.emit()

    @property
    def solid_view(self) -> SolidView:
        """The surface in three dimensions, made when it is first seen."""
        if self._solid_view is None:
            # Imported when it is first seen: a window that opens need not wait for it.
            view = import_module("gui.panels.race.solid_view").SolidView(self.theme, LEFT_AXIS)
            self._solid_view = view
            self.seen.addWidget(view)
            view.plot.start_dragged.connect(self._drag_start)
            view.plot.racer_picked.connect(self.picked)
            view.camera_moved.connect(self.view_changed)
            self._name_marks()
        return self._solid_view

    @property
    def _picture(self) -> SurfacePlot | SolidPlot:
        """The picture of the surface that is in sight."""
        return self.solid_view.plot if self._solid else self.surface

    # -- shown --------------------------------------------------------------------------------------------------------

    def show_run(self, run: Run, look: Look) -> None:
        """Another run: surface, looks, ranges."""
        self._run, self._look = run, look
        self._show_looks()

    def show_look(self, look: Look) -> None:
        """Other racers are hidden, or another one is selected."""
        self._look = look
        self._show_again()

    def _show_looks(self) -> None:
        assert self._run is not None
        rows, styles = self._rows(), self._styles()
        self._picture.show_run(self._scene, self._settings.start, rows[..., :2], styles)
        if self.stages_on:
            self.stage_mode.parts.overview.show_run(self._run.scene, rows[..., :2], styles)
        self.stage_mode.show_in(self.below, self.stages_on)
        self._name_marks()
        self.choice.setMinimumWidth(LEAST_CHOICE if self.stages_on else CHOICE)
        self.curves.show_run(rows, self._run.length, self._settings.surface.lowest, styles)
        self._name_axes()

    def show_frame(self, frame: PathsFrame, fresh: bool) -> None:
        """The race at the cursor."""
        self._frame = frame
        rows = self._rows()
        self._aim(frame)
        if self.stages_on:
            self._show_stage(frame, rows)
        else:
            note = self._note(frame) if self._window is None else self.follower.note()
            self._picture.show_step(rows[..., :2], frame.step, self._seen(heads_of(frame, rows, self._look)), note)
            self.inspector.show_frame(frame, self._look.selected)
        self.curves.show_step(rows, frame.step)

    # -- seen closely -------------------------------------------------------------------------------------------------

    @property
    def stages_on(self) -> bool:
        """Whether an update is walked through; in three dimensions none is."""
        return self.stage_mode.on and not self._solid

    @property
    def page(self) -> Inspector:
        """The right column."""
        return self.stage_mode.parts.inspector if self.stages_on else self.inspector

    @property
    def _scene(self) -> PathsScene:
        """The surface, or the part of it that is seen."""
        assert self._run is not None
        scene: PathsScene = self._run.scene
        return scene if self._window is None or self._solid else window_scene(self._settings.surface, self._window)

    def _aim(self, frame: PathsFrame) -> None:
        """Let the picture show what is to be seen at a frame: all of the surface, or a part."""
        self._widen_axis(self.stages_on or self.follower.zoom > 1)
        racer, window = self._look.selected, None
        if self.stages_on:
            self.stage_mode.show_frame(frame, racer)
            window = self.stage_mode.parts.window
        elif not self._solid:
            window = self.follower.window(frame, racer)
        if window != self._window:
            self._window = window
            if not self._solid:
                self.surface.look_at(self._scene)

    def _widen_axis(self, close: bool) -> None:
        """Numbers that lie close together have more figures."""
        if close != self._close:
            self._close = close
            self.surface.fix_left(CLOSE_AXIS if close else LEFT_AXIS)
            self.surface.getPlotItem().layout.activate()

    def _aim_again(self) -> None:
        """The picture has another size: another part of the surface fits into it."""
        if self.stages_on:
            self.stage_mode.parts.overview.share(self.width())
        if self._frame is not None and self._window is not None:
            self.show_frame(self._frame, fresh=True)

    def _show_stage(self, frame: PathsFrame, rows: Array) -> None:
        """The race as it was when the update began, until its last stage; its own racer is drawn with the arrows."""
        parts, points = self.stage_mode.parts, rows[..., :2]
        step = frame.step if self.stage_mode.moves else frame.step - 1
        heads = heads_of(frame, rows, self._look) if self._window is None else parts.others(points[step], self._look)
        # What lies ahead is left out: with another window at every step it would have to be painted anew each time.
        self.surface.show_step(points[: step + 1], step, self._seen(heads), parts.sentence())
        parts.show_paths(points, step)

    def _seen(self, heads: list[Head]) -> list[Head]:
        """The heads that stand in the part of the surface that is seen."""
        if self._window is None:
            return heads
        x0, x1, y0, y1 = self._window
        return [head for head in heads if x0 <= head.x <= x1 and y0 <= head.y <= y1]

    def _on_stages(self, on: bool) -> None:
        if on and self._solid:
            self.show_solid(False)
        self._show_again()
        self.page_changed.emit()
        self.view_changed.emit()

    def _on_stage(self) -> None:
        if self._frame is not None:
            self.show_frame(self._frame, fresh=True)
        self.view_changed.emit()

    def stages(self) -> int:
        """How many stages the update at hand has, while they are on."""
        return self.stage_mode.count if self.stages_on else 0

    def step_stage(self, count: int) -> bool:
        """Move by a stage; False where the update ends."""
        if not self.stages_on or self._run is None or self._frame is None:
            return False
        return self.stage_mode.step(count, self._frame.step, self._run.length)

    def press(self, key: int) -> bool:
        """Keys that follow the selected racer; in three dimensions, that turn the picture."""
        if self._solid:
            return self.solid_view.plot.press(key)
        return not self.stages_on and self.follower.press(key)

    def stage_note(self) -> str:
        """Which stage of how many."""
        return self.stage_mode.note() if self.stages_on else ""

    def _rows(self) -> Array:
        assert self._run is not None
        record = self._run.record
        return record.reshape(len(record), -1, WIDTH)

    def _styles(self) -> list[TrailStyle]:
        assert self._run is not None
        # With very many steps the dots would only make every path a thick one.
        dot = 4.5 if self._run.length <= MOST_DOTS else 0.0
        return [
            TrailStyle(racer.colour, 2.4 if i == self._look.selected else 1.5, dot, shown=i not in self._look.hidden)
            for i, racer in enumerate(self._settings.racers)
        ]

    def _note(self, frame: PathsFrame) -> str:
        """Who has been outside the picture meanwhile."""
        out = frame.excursion
        if out is None or out.racer in self._look.hidden:
            return ""
        spans = [f"{a}–{b}" if b > a else f"{a}" for a, b in out.spans[-3:]]
        text = self.tr("{racer} overshoots: outside in steps {steps}, as far as ({x}, {y})")
        x, y = (shown_number(v) for v in out.farthest)
        return text.format(racer=frame.settings.racers[out.racer].name, steps=", ".join(spans), x=x, y=y)

    def _point_words(self, trail: int, step: int) -> list[str]:
        return point_words(self._settings.racers[trail].name, step, self._rows()[step, trail].tolist())

    # -- the hand -----------------------------------------------------------------------------------------------------

    @property
    def _settings(self) -> RaceSettings:
        assert self._run is not None
        settings = self._run.settings
        assert isinstance(settings, RaceSettings)
        return settings

    def _drag_start(self, x: float, y: float, done: bool) -> None:
        x0, x1, y0, y1 = self._settings.surface.domain
        start = (round(min(max(x, x0), x1), 2), round(min(max(y, y0), y1), 2))
        self.replaced(replace(self._settings, start=start), "start", done)

    def _choose_curve(self, kind: str) -> None:
        self.curves.kind = kind
        self.choice.set_current(kind)
        self._refresh()

    def _refresh(self) -> None:
        """Another look at the same step."""
        self._show_again()
        self.view_changed.emit()

    def _show_again(self) -> None:
        if self._run is not None and self._frame is not None:
            self._show_looks()
            self.show_frame(self._frame, fresh=True)

    # -- theme, language, view ----------------------------------------------------------------------------------------

    def set_theme(self, theme: Theme) -> None:
        """Take every colour from `theme`."""
        self.theme = theme
        parts = (self.surface, self.curves, self.choice, self.inspector, self.stage_mode, self.follower)
        for part in (*parts, self._solid_view):
            if part is not None:
                part.set_theme(theme)
        self._tint_title()

    def _tint_title(self) -> None:
        tint(self.curve_title, self.theme, "quiet")
        self.curve_title.setFont(self.theme.font(12))

    def retranslate(self) -> None:
        """Set every text again."""
        self.choice.set_options(
            [("loss", self.tr("Loss")), ("gradient", self.tr("Gradient")), ("step", self.tr("Step size"))]
        )
        self.choice.set_current(self.curves.kind)
        self.choice.setAccessibleName(self.tr("Curve by step"))
        self.surface.setAccessibleName(self.tr("Paths on the loss surface"))
        self.curves.setAccessibleName(self.tr("Curves by step"))
        self.surface.set_titles("x", "y")
        if self._solid_view is not None:
            self._solid_view.retranslate()
        self._name_marks()
        for part in (self.inspector, self.stage_mode, self.follower):
            part.retranslate()
        self._name_axes()
        if self._frame is not None:
            self.show_frame(self._frame, fresh=True)

    def _name_marks(self) -> None:
        plots = [self.surface] if self._solid_view is None else [self.surface, self._solid_view.plot]
        for plot in plots:
            plot.markers.start_text = "" if self.stages_on else self.tr("start — drag me")
            plot.markers.optimum_text = self.tr("optimum")

    def _name_axes(self) -> None:
        names = {
            "loss": (self.tr("Loss by step"), self.tr("loss f")),
            "gradient": (self.tr("Size of the gradient by step"), self.tr("|∇f|")),
            "step": (self.tr("Length of each step"), self.tr("|Δw|")),
        }
        title, axis = names[self.curves.kind]
        lowest = self._settings.surface.lowest if self._run is not None else 0.0
        if self.curves.kind == "loss" and lowest:
            axis = self.tr("loss f − {lowest}").format(lowest=shown_number(lowest))
        if self.curves.logarithmic:
            axis = self.tr("{quantity}, log scale").format(quantity=axis)
        self.curve_title.setText(title)
        self.curves.set_titles(self.tr("step t"), axis)

    def view(self) -> dict[str, Any]:
        """The curve; and whether the surface is seen in three dimensions, then from where."""
        solid = {"solid": True, "camera": self.solid_view.plot.view()} if self._solid else {}
        return {"curve": self.curves.kind, **solid, **self.stage_mode.view(), **self.follower.view()}

    def set_view(self, view: dict[str, Any]) -> None:
        """Take a view back; what does not fit is ignored. Without a word of three dimensions it is from above."""
        if view.get("solid") is True:
            self.solid_view.plot.set_view(view.get("camera"))
        self.show_solid(view.get("solid") is True)
        on = self.stage_mode.on
        self.stage_mode.set_view({} if self._solid else view)
        self.follower.set_view(view)
        self._show_again()
        if self.stage_mode.on != on:
            self.page_changed.emit()
        curve = view.get("curve")
        if curve in KINDS:
            self.curves.kind = curve
            self.choice.set_current(curve)
            self._show_again()
