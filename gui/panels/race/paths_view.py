"""The race as paths: the surface with every racer's trail, a curve by step, and what it all means."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout

from engine.optimizers.base import shown_number
from engine.simulations.race import RaceSettings
from engine.simulations.race_paths import WIDTH, PathsFrame
from engine.simulations.race_verdicts import Overflowed
from gui.panels.base import Run
from gui.panels.race.curves_plot import KINDS, CurvesPlot
from gui.panels.race.inspector import RaceInspector
from gui.panels.race.markers import Head
from gui.panels.race.surface_plot import SurfacePlot
from gui.panels.race.view import Look, RaceView
from gui.theme import Theme
from gui.widgets.geometry import Array
from gui.widgets.painting import tint
from gui.widgets.segments import Segments
from gui.widgets.trails import TrailStyle

LEFT_AXIS = 46
MOST_DOTS = 120


class PathsView(RaceView):
    """See `RaceView`. Its own view: which curve."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self.surface, self.curves = SurfacePlot(theme), CurvesPlot(theme)
        self.curve_title, self.choice = QLabel(), Segments(theme)
        self.inspector: RaceInspector = RaceInspector(theme)
        self._look = Look(0, frozenset())
        self._run: Run | None = None
        self._frame: PathsFrame | None = None
        self._lay_out()
        self.surface.start_dragged.connect(self._drag_start)
        self.surface.racer_picked.connect(self.picked)
        self.inspector.racer_picked.connect(self.picked)
        self.choice.chosen.connect(self._choose_curve)
        self._tint_title()
        self.retranslate()

    def _lay_out(self) -> None:
        """The surface above, the curves below, their left axes in one line."""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        foot = QHBoxLayout()
        foot.setContentsMargins(LEFT_AXIS, 0, 18, 0)
        foot.addWidget(self.curve_title)
        foot.addStretch(1)
        foot.addWidget(self.choice)
        self.choice.setMinimumWidth(230)
        column.addWidget(self.surface, 5)
        column.addLayout(foot)
        column.addWidget(self.curves, 3)
        for plot in (self.surface, self.curves):
            plot.fix_left(LEFT_AXIS)

    @property
    def solid(self) -> bool:
        """Whether the surface is seen in three dimensions."""
        return False

    def show_solid(self, solid: bool) -> None:
        """See the surface in three dimensions, or from above."""

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
        self.surface.show_run(self._run.scene, self._settings.start, rows[..., :2], styles)
        self.curves.show_run(rows, self._run.length, self._settings.surface.lowest, styles)
        self._name_axes()

    def show_frame(self, frame: PathsFrame, fresh: bool) -> None:
        """The race at the cursor."""
        self._frame = frame
        rows = self._rows()
        self.surface.show_step(rows[..., :2], frame.step, self._heads(frame), self._note(frame))
        self.curves.show_step(rows, frame.step)
        self.inspector.show_frame(frame, self._look.selected)

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

    def _heads(self, frame: PathsFrame) -> list[Head]:
        """Every shown racer's mark; one that overflowed stays where it was last seen."""
        heads = []
        ended = {v.subject: v.step for v in frame.verdicts if isinstance(v, Overflowed)}
        for i, racer in enumerate(frame.settings.racers):
            if i in self._look.hidden:
                continue
            x, y = (float(v) for v in frame.positions[i])
            away = ""
            if i in ended:
                x, y = (float(v) for v in self._rows()[ended[i] - 1, i, :2])
                away = self.tr("overflow at step {n}").format(n=ended[i])
            elif frame.beyond[i] > 0:
                away = self.tr("{distance} outside").format(distance=f"{frame.beyond[i]:.3g}")
            # At the start all stand on one place: one name for all of them is enough.
            name = racer.name if frame.step else ""
            heads.append(Head(i, x, y, name, racer.colour, i == self._look.selected, away, i in ended))
        return heads

    def _note(self, frame: PathsFrame) -> str:
        """Who has been outside the picture meanwhile."""
        out = frame.excursion
        if out is None or out.racer in self._look.hidden:
            return ""
        spans = [f"{a}–{b}" if b > a else f"{a}" for a, b in out.spans[-3:]]
        text = self.tr("{racer} overshoots: outside in steps {steps}, as far as ({x}, {y})")
        x, y = (shown_number(v) for v in out.farthest)
        return text.format(racer=frame.settings.racers[out.racer].name, steps=", ".join(spans), x=x, y=y)

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
        for part in (self.surface, self.curves, self.choice, self.inspector):
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
        self.surface.markers.start_text = self.tr("start — drag me")
        self.surface.markers.optimum_text = self.tr("optimum")
        self.inspector.retranslate()
        self._name_axes()
        if self._frame is not None:
            self.show_frame(self._frame, fresh=True)

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
        """The curve."""
        return {"curve": self.curves.kind}

    def set_view(self, view: dict[str, Any]) -> None:
        """Take a view back; what does not fit is ignored."""
        curve = view.get("curve")
        if curve in KINDS:
            self.curves.kind = curve
            self.choice.set_current(curve)
            self._show_again()
