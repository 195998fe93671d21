"""The view of the mode `chain`: the scalar chain, stepped forward and back, with its product written out."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from engine.parameter import parameters, replace_at
from engine.simulations.gradients import GradientsSettings
from engine.simulations.gradients_chain import ChainFrame
from engine.simulations.gradients_formulas import sign
from engine.simulations.gradients_scene import ChainScene
from gui.i18n import words
from gui.panels.base import Panel, Run
from gui.panels.gradients.chain_diagram import ChainDiagram
from gui.panels.gradients.chain_inspector import ChainInspector
from gui.panels.gradients.line_plot import GradientPlot
from gui.panels.gradients.look import series_of
from gui.panels.gradients.slope_plots import SlopePlots
from gui.panels.gradients.weights import WeightsBox
from gui.theme import Theme
from gui.widgets.inspector import LegendEntry
from gui.widgets.marks import SERIES_COUNT


class ChainView(Panel):
    """Picture, right column and weights of a chain. A click on a layer, wherever it is shown, goes to its step.

    Of two chains the one that the hand changes is shown, and of the other its gradients, in the same plot.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._runs: tuple[Run, ...] = ()
        self._side = 0
        self._settings: GradientsSettings | None = None
        self._scene: ChainScene | None = None
        self._frame: ChainFrame | None = None
        self._frames: tuple[Any, ...] = ()
        self.diagram, self.line, self.slopes = ChainDiagram(theme), GradientPlot(theme), SlopePlots(theme)
        self.inspector, self.weights = ChainInspector(theme), WeightsBox(theme)
        self.right, self.left = self.inspector, self.weights
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 0, 4, 10)
        column.setSpacing(0)
        column.addWidget(self.diagram)
        column.addWidget(self.line, 285)
        column.addSpacing(8)
        column.addWidget(self.slopes, 215)
        self._connect()
        self.set_theme(theme)
        self.retranslate()

    def _connect(self) -> None:
        self.diagram.layer_clicked.connect(self._layer_clicked)
        self.line.layer_clicked.connect(self._seek_back)
        self.line.resized.connect(lambda: self.diagram.set_axis(*self.line.span))
        self.slopes.layer_clicked.connect(self._layer_clicked)
        self.inspector.layer_clicked.connect(self._seek_back)
        self.weights.weight_changed.connect(self._weight_changed)
        self.weights.preset_chosen.connect(lambda settings: self.replaced(settings, "activation"))

    # -- what is shown ------------------------------------------------------------------------------------------------

    def show_run(self, runs: tuple[Run, ...]) -> None:
        """Show another chain, or two."""
        self._runs = runs
        shown = self._place
        settings: GradientsSettings = runs[shown].settings
        scene: ChainScene = runs[shown].scene
        self._settings, self._scene, self._frame, self._frames = settings, scene, None, ()
        series = _series(settings)
        others = [(run.scene, _series(run.settings)) for run in (*runs[:shown], *runs[shown + 1 :])]
        self.line.show_chain(scene, series, others[0] if others else None)
        self.diagram.set_axis(*self.line.span)
        self.diagram.show_chain(scene, series)
        self.slopes.show_chain(scene, series)
        self.inspector.show_chain(scene, settings)
        self.weights.show_chain(scene)
        self._say()

    @property
    def _place(self) -> int:
        """Which of the runs is shown."""
        return min(self._side, len(self._runs) - 1)

    def show_frames(self, frames: tuple[Any, ...], fresh: bool) -> None:
        """Show the step at hand."""
        self._frames = frames
        frame: ChainFrame = frames[self._place]
        self._frame = frame
        self.diagram.show_step(frame)
        self.line.show_step(frame, self._factors(frame))
        self.slopes.show_step(frame)
        self.inspector.show_step(frame)

    def show_side(self, side: str) -> None:
        """Show the chain that the hand changes."""
        before, self._side = self._place, int(side == "b")
        if self._place != before:
            frames = self._frames
            self.show_run(self._runs)
            if frames:
                self.show_frames(frames, fresh=True)

    def _factors(self, frame: ChainFrame) -> str:
        if self._settings is None or frame.phase != "backward":
            return ""
        count = self._settings.layers + 1 - frame.layer
        return self.tr("after 1 factor") if count == 1 else self.tr("after {n} factors").format(n=count)

    def set_theme(self, theme: Theme) -> None:
        """Take every colour, pen and font from `theme`."""
        self.theme = theme
        self.setAutoFillBackground(True)
        self.setPalette(theme.palette())
        palette = self.palette()
        palette.setColor(palette.ColorRole.Window, theme.color("paper"))
        self.setPalette(palette)
        for part in (self.diagram, self.line, self.slopes, self.inspector, self.weights):
            part.set_theme(theme)

    def retranslate(self) -> None:
        """Set every text again, in the language that is on."""
        self.setAccessibleName(self.tr("Vanishing gradients"))
        self.line.item.retranslate()
        self.inspector.retranslate()
        self.weights.retranslate()
        self._say()
        if self._frames:
            self.show_frames(self._frames, fresh=True)

    def _say(self) -> None:
        """All texts of the centre that name the chain at hand."""
        if self._settings is None or self._scene is None:
            return
        scene, slope = self._scene, self._scene.slope_name
        self.diagram.legend.set_entries(self._legend(scene))
        negative = bool((scene.chain.gradients < 0).any())
        title = self.tr("Gradient after each layer's factor, log scale")
        if negative:
            title = self.tr("Gradient's size by layer, log scale; diamonds: negative")
        self.diagram.set_texts(
            caption=self._caption(),
            title=self.tr("Gradient's size by layer, log scale") if negative else title,
            short=self.tr("|gradient|") if negative else self.tr("gradient"),
            backward=self.tr("backward"),
            output=self.tr("output"),
        )
        self.line.plot.setAccessibleName(title)
        layer = self.tr("layer; diamonds: negative") if negative else self.tr("layer")
        self.line.axis.set_texts(self.tr("start"), self.tr("input side"), layer, self.tr("output side"))
        box, enlarged = self.tr("all layers"), self.tr("all layers")
        if scene.box_on_slopes:
            box, enlarged = self.tr("the box, enlarged"), self.tr("enlarged")
        self.slopes.set_words(
            (
                self.tr("Slope {slope}(z) where each layer works").format(slope=slope),
                self.tr("Slope {slope}(z) by layer").format(slope=slope),
            ),
            (box, enlarged),
            (self.tr("right: factor {slope} · w").format(slope=slope), f"{slope} · w"),
            self.tr("never above {most}").format(most=_plain(scene.steepest)),
            self.tr("layer {layer}"),
        )

    def _caption(self) -> str:
        assert self._settings is not None
        name = sign(self._settings.activation)[1]
        if name == "f":
            name = words(self._settings.activation.title)
        n, rule = self._settings.layers, f"a ← {name}({_plain(self._settings.w)} a)"
        text = self.tr("1 layer: {rule}") if n == 1 else self.tr("{n} layers, each {rule}")
        return text.format(n=n, rule=rule)

    def _legend(self, scene: ChainScene) -> list[LegendEntry]:
        assert self._settings is not None
        series = _series(self._settings)
        entries = [
            LegendEntry(self.tr("computed"), series, "line-dot"),
            LegendEntry(self.tr("still to come"), series, "line-ring"),
        ]
        if scene.line.theory is not None:
            entries.append(LegendEntry(self.tr("at best: {best}ᵏ").format(best=_plain(scene.best)), "ink", "dash"))
        for i, run in enumerate(self._runs):
            if i != self._place:
                name = f"{'AB'[i]} {words(run.settings.activation.title)}"
                entries.append(LegendEntry(name, _series(run.settings), "dot"))
        return entries

    # -- the hand -----------------------------------------------------------------------------------------------------

    def _layer_clicked(self, layer: int, factor: bool = False) -> None:
        """Go to a layer's step: of the way that is being watched, or of the way back if its factor was meant."""
        if self._frame is not None and self._settings is not None:
            if factor or self._frame.phase == "backward":
                self._seek_back(layer)
            else:
                self.seek_requested.emit(min(layer, self._settings.layers))

    def _seek_back(self, layer: int) -> None:
        if self._settings is not None:
            self.seek_requested.emit(2 * self._settings.layers + 1 - layer)

    def _weight_changed(self, w: float, done: bool) -> None:
        if self._settings is not None:
            w = parameters(GradientsSettings)["w"].snap(w)
            self.replaced(replace_at(self._settings, "w", w), "w", done)


def _series(settings: GradientsSettings) -> int:
    return series_of(settings.activation.kind) % SERIES_COUNT


def _plain(value: float) -> str:
    return f"{value:.4g}".replace("-", "−")
