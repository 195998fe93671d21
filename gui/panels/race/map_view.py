"""The race as a map: what two settings of one racer do, where the racer stands on it, and its run."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from engine.optimizers import Optimizer
from engine.parameter import replace_at
from engine.simulations.race import RaceSettings
from engine.simulations.race_map import MapFrame, MapScene, chapter_setting, place_of, with_rule
from engine.simulations.race_map_axes import MapAxis, axis_names, dragged
from engine.simulations.race_map_batch import settled
from engine.simulations.race_map_rates import STEPS
from gui.i18n import words
from gui.panels.base import Run
from gui.panels.race.map_bar import MapBar
from gui.panels.race.map_circle import EigenCircle
from gui.panels.race.map_colours import KINDS, RateScale
from gui.panels.race.map_distance import DistancePlot
from gui.panels.race.map_inspector import MapInspector, goal_text, setting_text
from gui.panels.race.map_plot import MapPlot
from gui.panels.race.map_scale import ScaleBar
from gui.panels.race.markers import Head
from gui.panels.race.paths_view import LEFT_AXIS
from gui.panels.race.surface_plot import SurfacePlot
from gui.panels.race.view import Look, RaceView
from gui.theme import Theme
from gui.widgets.caption import Caption
from gui.widgets.segments import Segments
from gui.widgets.trails import TrailStyle

MOST_DOTS = 400
# Of the left axis of the curve.
DISTANCE_AXIS = 44


class MapView(RaceView):
    """See `RaceView`. Its own view: whether colours tell rates or steps."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self.bar, self.map, self.scale_bar = MapBar(theme), MapPlot(theme), ScaleBar(theme)
        self.circle, self.kind = EigenCircle(theme), Segments(theme)
        self.path, self.distance = SurfacePlot(theme), DistancePlot(theme)
        self.titles = {name: Caption(theme) for name in ("map", "circle", "path", "distance", "key")}
        self.inspector: MapInspector = MapInspector(theme)
        self._kind = "rate"
        self._run: Run | None = None
        self._frame: MapFrame | None = None
        self._lay_out()
        self._connect()
        self.retranslate()

    def _connect(self) -> None:
        self.map.moved.connect(self._move)
        self.map.stepped.connect(self._step)
        self.map.placed.connect(self.scale_bar.set_ends)
        self.path.start_dragged.connect(self._drag_start)
        self.bar.racer_chosen.connect(self._choose_racer)
        self.bar.axis_chosen.connect(self._choose_axis)
        self.kind.chosen.connect(self._choose_kind)
        self.bar.chapter_asked.connect(self._go_to_chapter)
        self.bar.best_asked.connect(self._go_to_best)

    def _lay_out(self) -> None:
        """The map with its scale and the circle; below them the run as a path, and its distance by step."""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(2)
        above = QHBoxLayout()
        above.setContentsMargins(LEFT_AXIS, 0, 18, 2)
        above.addWidget(self.bar)
        column.addLayout(above)
        holder = QWidget()
        beside = QHBoxLayout(holder)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(0)
        beside.addWidget(self.map, 1)
        beside.addWidget(self.scale_bar)
        self._side = self._cell("circle", self.circle, 0)
        column.addLayout(_row(self._cell("map", holder, LEFT_AXIS), self._side), 17)
        key = QHBoxLayout()
        key.setContentsMargins(LEFT_AXIS, 0, 18, 4)
        key.setSpacing(12)
        key.addWidget(self.titles["key"], 1)
        key.addWidget(self.kind)
        column.addLayout(key)
        below = _row(self._cell("path", self.path, LEFT_AXIS), self._cell("distance", self.distance, DISTANCE_AXIS))
        column.addLayout(below, 10)
        for plot in (self.map, self.path):
            plot.fix_left(LEFT_AXIS)
        self.distance.fix_left(DISTANCE_AXIS)
        for plot, least in ((self.map, 150), (self.path, 110), (self.distance, 110)):
            plot.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
            plot.setMinimumSize(120, least)
        self.map.getPlotItem().layout.setContentsMargins(0, 8, 8, 0)

    def _cell(self, name: str, content: QWidget, by: int) -> QWidget:
        """A part with its title, which begins where the plot's box does."""
        holder = QWidget()
        cell = QVBoxLayout(holder)
        cell.setContentsMargins(0, 0, 0, 0)
        cell.setSpacing(0)
        title = QHBoxLayout()
        title.setContentsMargins(by, 0, 0, 0)
        title.addWidget(self.titles[name])
        cell.addLayout(title)
        cell.addWidget(content, 1)
        return holder

    # -- shown --------------------------------------------------------------------------------------------------------

    @property
    def _settings(self) -> RaceSettings:
        assert self._run is not None
        settings = self._run.settings
        assert isinstance(settings, RaceSettings)
        return settings

    @property
    def _scene(self) -> MapScene:
        assert self._run is not None
        scene = self._run.scene
        assert isinstance(scene, MapScene)
        return scene

    @property
    def _colour(self) -> int:
        return self._settings.racers[self._scene.racer].colour

    def show_run(self, run: Run, look: Look) -> None:
        """Another run: map, cross, ranges."""
        self._run = run
        self._show_scene()
        if look.selected != self._scene.racer:
            self.picked.emit(self._scene.racer)

    def follow(self, racer: int) -> None:
        """The map is of the racer that the hand has selected in the list."""
        if self._run is not None:
            self._choose_racer(racer)

    def _show_scene(self) -> None:
        scene, settings = self._scene, self._settings
        scale = RateScale.of(scene, self._kind)
        self.map.show_map(scene, scale, (self._diverges(scene), self._best(scene)))
        self._show_cross(scene.cross.rule)
        self.scale_bar.show_scale(scale, self._scale_title())
        self.circle.show_modes(scene.modes, self._colour, (self.tr("ρ = max |z|"), self.tr("outside: diverges")))
        self._side.setVisible(scene.exact)
        self.inspector.show_scene(scene, self._colour)
        self.bar.show_settings(settings, scene)
        self.kind.set_current(self._kind)
        self._show_run_at_cross(scene, settings)
        self._name_parts()

    def _show_run_at_cross(self, scene: MapScene, settings: RaceSettings) -> None:
        assert self._run is not None
        rows, cross = self._run.record, scene.cross
        dot = 4.0 if self._run.length <= MOST_DOTS else 0.0
        self.path.show_run(scene.ground, settings.start, rows[:, None, :2], [TrailStyle(self._colour, 1.5, dot)])
        told = scene.goal, cross.rate, cross.measured
        reached = self.tr("goal at step {n}").format(n=f"{cross.measured:.0f}") if math.isfinite(cross.measured) else ""
        predicted = (
            self.tr("predicted ρᵗ") if scene.exact else self.tr("ρᵗ, fitted over {steps} steps").format(steps=STEPS)
        )
        self.distance.show_run(rows[:, 2], self._run.length, self._colour, told, (predicted, reached))

    def show_frame(self, frame: MapFrame, fresh: bool) -> None:
        """The run at the cursor."""
        self._frame = frame
        assert self._run is not None
        rows, racer = self._run.record, self._settings.racers[self._scene.racer]
        x, y = frame.position
        heads = [Head(0, x, y, "", racer.colour, selected=True)] if math.isfinite(x + y) else []
        self.path.show_step(rows[:, None, :2], frame.step, heads, "")
        self.distance.show_step(rows[:, 2], frame.step)
        self.inspector.show_frame(frame, self._colour)

    def show_progress(self) -> None:
        """More of the run is known."""
        if self._run is not None and self._frame is not None:
            self.show_frame(self._frame, fresh=False)

    # -- words on the map -----------------------------------------------------------------------------------------------

    def _diverges(self, scene: MapScene) -> str:
        return self.tr("diverges")

    def _best(self, scene: MapScene) -> str:
        best = scene.best
        if not best.rate < 1:
            return ""
        values = setting_text(scene, best.rule)
        rate = f"{best.rate:.2g}" if best.rate < 0.995 else f"{best.rate:.4g}"
        return self.tr("best: {settings},\nρ {rate}").format(settings=values, rate=rate)

    def _scale_title(self) -> str:
        return self.tr("rate ρ") if self._kind == "rate" else self.tr("steps")

    def _show_cross(self, rule: Optimizer) -> None:
        text = self.tr("{settings} — drag me").format(settings=setting_text(self._scene, rule))
        self.map.show_cross(rule, text)

    # -- the hand -----------------------------------------------------------------------------------------------------

    def _move(self, x: float, y: float, done: bool) -> None:
        """The cross is dragged: it follows at once, the rest when it is computed."""
        if self._run is None:
            return
        axes = self._scene.rates
        values = {axes.x.name: dragged(axes.x, x)}
        if axes.y is not None:
            values[axes.y.name] = dragged(axes.y, y)
        self._set_rule(settled(self._rule, values), done)

    def _step(self, across: int, up: int) -> None:
        axes = self._scene.rates
        x, y = self.map.place_of(self._rule)
        rows = 1 if axes.y is None else axes.y.count
        self._move(x + across / axes.x.count, y + up / rows, done=True)

    @property
    def _rule(self) -> Optimizer:
        return self._settings.racers[self._scene.racer].optimizer

    def _set_rule(self, rule: Optimizer, done: bool = True) -> None:
        self._show_cross(rule)
        self.replaced(with_rule(self._settings, rule), "racers", done)

    def _go_to_chapter(self) -> None:
        rule = chapter_setting(self._rule)
        if rule is not None:
            self._set_rule(rule)

    def _go_to_best(self) -> None:
        self._set_rule(self._scene.best.rule)

    def _drag_start(self, x: float, y: float, done: bool) -> None:
        x0, x1, y0, y1 = self._settings.surface.domain
        start = (round(min(max(x, x0), x1), 2), round(min(max(y, y0), y1), 2))
        self.replaced(replace(self._settings, start=start), "start", done)

    def _choose_racer(self, racer: int) -> None:
        if racer < len(self._settings.racers) and racer != place_of(self._settings):
            self.replaced(replace_at(self._settings, "mode.racer", racer), "mode.racer")
            self.picked.emit(racer)

    def _choose_axis(self, side: str, name: str) -> None:
        """Another setting on an axis; one that stands on the other axis changes places with it."""
        mode: Any = self._settings.mode
        x, y = axis_names(self._rule, mode.x, mode.y)
        if side == "x":
            x, y = name, x if name == y else y
        else:
            x, y = y if name == x else x, name
        self.replaced(replace(self._settings, mode=replace(mode, x=x, y=y)), f"mode.{side}")

    def _choose_kind(self, kind: str) -> None:
        self._kind = kind
        self._show_again()
        self.view_changed.emit()

    # -- theme, language, view ----------------------------------------------------------------------------------------

    def set_theme(self, theme: Theme) -> None:
        """Take every colour from `theme`."""
        self.theme = theme
        for part in (
            self.bar,
            self.kind,
            self.map,
            self.scale_bar,
            self.circle,
            self.path,
            self.distance,
            self.inspector,
        ):
            part.set_theme(theme)
        for title in self.titles.values():
            title.set_theme(theme)
        self._show_again()

    def retranslate(self) -> None:
        """Set every text again."""
        self.bar.retranslate()
        self.kind.set_options([("rate", self.tr("Rate")), ("steps", self.tr("Steps"))])
        self.kind.set_current(self._kind)
        self.kind.setAccessibleName(self.tr("What the colours tell"))
        self.inspector.retranslate()
        self.map.setAccessibleName(self.tr("Rate of each setting"))
        hint = self.tr("Drag the cross, or move it with the arrow keys.")
        self.map.setToolTip(hint)
        self.map.setAccessibleDescription(hint)
        self.path.setAccessibleName(self.tr("The run at the cross on the loss surface"))
        self.distance.setAccessibleName(self.tr("What is left of the distance by step"))
        self.path.set_titles("", "")
        self.path.markers.start_text = self.tr("start — drag me")
        self.path.markers.optimum_text = ""
        self.distance.set_titles(self.tr("step t"), "")
        self._show_again()

    def _name_parts(self) -> None:
        scene = self._scene
        quantity = {
            "distance": self.tr("distance"),
            "excess": self.tr("root of f above its minimum"),
            "gradient": self.tr("gradient"),
        }[scene.quantity]
        if self._kind == "rate":
            title = self.tr("Rate ρ: what one step leaves of the {quantity}").format(quantity=quantity)
        else:
            title = self.tr("Steps until {goal} of the {quantity} is left").format(
                goal=goal_text(scene.goal), quantity=quantity
            )
        self.titles["map"].setText(title)
        self.titles["circle"].setText(self.tr("Eigenvalues z of one step"))
        self.titles["path"].setText(self.tr("The run at the cross"))
        self.titles["distance"].setText(
            {
                "distance": self.tr("Distance left"),
                "excess": self.tr("Root of f above its minimum"),
                "gradient": self.tr("Gradient left"),
            }[scene.quantity]
        )
        self.titles["key"].setText(self._key(scene))
        x, y = scene.rates.x, scene.rates.y
        self.map.set_titles(axis_title(x), "" if y is None else axis_title(y))

    def _key(self, scene: MapScene) -> str:
        parts = [self.tr("Colours: measured over {steps} steps.").format(steps=STEPS)]
        if scene.exact:
            parts.append(self.tr("Dashed: exact."))
        if any(not border.stability for border in scene.borders):
            parts.append(self.tr("Dotted: critical damping."))
        if scene.rates.diverged.any():
            parts.append(self.tr("Hatched: diverges."))
        if not scene.steady:
            parts.append(self.tr("The racer’s schedule is left out: η stays the same."))
        return " ".join(parts)

    def _show_again(self) -> None:
        if self._run is not None:
            self._show_scene()
            if self._frame is not None:
                self.show_frame(self._frame, fresh=True)

    def view(self) -> dict[str, Any]:
        """What the colours tell."""
        return {"colours": self._kind} if self._kind != "rate" else {}

    def set_view(self, view: dict[str, Any]) -> None:
        """Take a view back; what does not fit is ignored."""
        kind = view.get("colours", "rate")
        if kind in KINDS and kind != self._kind:
            self._kind = kind
            self._show_again()


def _row(large: QWidget, small: QWidget) -> QHBoxLayout:
    """Two parts beside each other, as in the row above or below."""
    row = QHBoxLayout()
    row.setSpacing(6)
    for part, share in ((large, 7), (small, 4)):
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)
        part.setSizePolicy(policy)
        row.addWidget(part, share)
    return row


def axis_title(axis: MapAxis) -> str:
    """A setting's symbol; its name where it has none."""
    return axis.symbol or words(axis.label)
