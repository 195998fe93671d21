"""The centre of the mode `one_pass`: gradients by layer on a log axis, and the distributions of all layers below."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from engine.simulations.gradients_pass import PassFrame
from engine.simulations.gradients_pass_scene import PassScene, Quantity, picture_of
from engine.simulations.gradients_pass_verdicts import ResidualGrows
from gui.i18n import words
from gui.panels.base import Panel, Run
from gui.panels.gradients.look import sentences
from gui.panels.gradients.pass_item import Cursor
from gui.panels.gradients.pass_plot import RIGHT, PassPlot, left_of
from gui.panels.gradients.pass_ridges import RidgePlot
from gui.theme import Theme
from gui.widgets.caption import Caption
from gui.widgets.inspector import Legend, LegendEntry
from gui.widgets.segments import Segments

QUANTITIES: tuple[Quantity, ...] = ("weights", "outputs")
DISTRIBUTIONS = ("outputs", "gradients")
MARGIN = 18


class PassView(Panel):
    """Shows one pass, or two beside one another. Its view: which gradient and which distributions are seen."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._runs: tuple[Run, ...] = ()
        self._frames: tuple[PassFrame, ...] = ()
        self._quantity: Quantity = "weights"
        self._distribution = "outputs"
        self.plot = PassPlot(theme)
        self.ridges = (RidgePlot(theme, 0), RidgePlot(theme, 1))
        self.titles = (Caption(theme, 13), Caption(theme, 13))
        self.reason, self.growth, self.pace = Caption(theme, 11), Caption(theme, 11), Caption(theme, 12)
        self.pace.setContentsMargins(9, 0, 9, 0)
        self.left = self.pace
        self.legend = Legend(theme)
        policy = self.legend.sizePolicy()
        policy.setVerticalPolicy(QSizePolicy.Policy.Minimum)  # more lines where it is narrow
        self.legend.setSizePolicy(policy)
        self.quantity, self.distribution = Segments(theme), Segments(theme)
        self._lay_out()
        self.quantity.chosen.connect(self._choose_quantity)
        self.distribution.chosen.connect(self._choose_distribution)
        self.plot.layer_clicked.connect(lambda layer: self._seek(None, layer, self._going_back))
        for side, ridges in enumerate(self.ridges):
            ridges.layer_clicked.connect(
                lambda layer, side=side: self._seek(side, layer, self._distribution == "gradients")
            )
        self.set_theme(theme)
        self.retranslate()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, 6, 6, 8)
        column.setSpacing(2)
        heads = [QHBoxLayout(), QHBoxLayout()]
        legend, reason, growth = QHBoxLayout(), QHBoxLayout(), QHBoxLayout()
        self._indented = (*((head, -4) for head in heads), (legend, -10), (reason, 0), (growth, 0))
        for head, title, switch in zip(heads, self.titles, (self.quantity, self.distribution), strict=True):
            head.setSpacing(10)
            title.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
            switch.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
            head.addWidget(title, 1)
            head.addWidget(switch)
        column.addLayout(heads[0])
        legend.addWidget(self.legend)
        column.addLayout(legend)
        column.addWidget(self.plot, 30)
        reason.addWidget(self.reason)
        column.addLayout(reason)
        column.addSpacing(6)
        column.addLayout(heads[1])
        column.addWidget(self.ridges[0], 12)
        column.addWidget(self.ridges[1], 12)
        growth.addWidget(self.growth)
        column.addLayout(growth)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Switches take no more than they must."""
        super().resizeEvent(event)
        self._fit_switches()

    def _fit_switches(self) -> None:
        for switch, least in ((self.quantity, 128), (self.distribution, 190)):
            wish = max(round(least * self.theme.text_scale), switch.sizeHint().width())
            switch.setFixedWidth(min(wish, max(90, (self.width() - MARGIN) // 2)))

    def minimumSizeHint(self) -> QSize:
        """What it can be pressed into."""
        return QSize(420, 400)

    # -- shown --------------------------------------------------------------------------------------------------------

    @property
    def scenes(self) -> tuple[PassScene, ...]:
        """The passes shown."""
        return tuple(run.scene for run in self._runs)

    def show_run(self, runs: tuple[Run, ...]) -> None:
        """Other passes."""
        self._runs, self._frames = runs, ()
        self._show_scenes()

    def _show_scenes(self) -> None:
        if not self._runs:
            return
        scenes = self.scenes
        self.plot.show_picture(picture_of(scenes, self._quantity), self._zones())
        span = max(scene.passed.depth for scene in scenes)
        for side, ridges in enumerate(self.ridges):
            ridges.setVisible(side < len(scenes))
            ridges.badge.setVisible(len(scenes) > 1)
            if side < len(scenes):
                passed = scenes[side].passed
                ridges.show_ridges(passed.outputs if self._distribution == "outputs" else passed.gradients, span)
        self._say()
        if self._frames:
            self.show_frames(self._frames, True)

    def show_frames(self, frames: tuple[Any, ...], fresh: bool) -> None:
        """The step at hand."""
        self._frames = frames
        self.plot.show_cursors(
            tuple(Cursor(frame.layer, frame.phase == "backward") for frame in frames), self._words(frames[0])
        )
        for frame, scene, ridges in zip(frames, self.scenes, self.ridges, strict=False):
            depth = scene.passed.depth
            known = (1, frame.known_forward) if self._distribution == "outputs" else (frame.known_back, depth)
            ridges.show_place(known, frame.layer)

    def _words(self, frame: PassFrame) -> str:
        words = {
            "start": "",
            "forward": self.tr("the forward pass is here"),
            "backward": self.tr("the backward pass is here"),
        }
        return words[frame.phase]

    @property
    def _going_back(self) -> bool:
        return bool(self._frames) and self._frames[0].phase == "backward"

    def set_theme(self, theme: Theme) -> None:
        """Take every colour, pen and font from `theme`."""
        self.theme = theme
        for part in (self.plot, *self.ridges, self.legend, self.quantity, self.distribution):
            part.set_theme(theme)
        for caption in (*self.titles, self.reason, self.growth, self.pace):
            caption.set_theme(theme)
        for line, shift in self._indented:
            line.setContentsMargins(left_of(theme) + shift, 0, RIGHT, 0)
        self._fit_switches()

    # -- words --------------------------------------------------------------------------------------------------------

    def retranslate(self) -> None:
        """Set every text again, in the language that is on."""
        self.quantity.set_options((("weights", "∂L/∂W"), ("outputs", "∂L/∂h")))
        self.distribution.set_options((("outputs", self.tr("Activations")), ("gradients", self.tr("Gradients"))))
        self.quantity.set_current(self._quantity)
        self.distribution.set_current(self._distribution)
        self.quantity.setAccessibleName(self.tr("Which gradient"))
        self.distribution.setAccessibleName(self.tr("Which distributions"))
        self._fit_switches()
        self._show_scenes()

    def _zones(self) -> tuple[str, str]:
        if self._quantity != "weights":
            return "", ""
        large = self.tr("too large: one plain step of η = {rate} moves a weight by more than 1")
        small = self.tr("too small: a thousand plain steps of η = {rate} move a weight by less than 10⁻⁵")
        rate = f"{self.scenes[0].rate:.4g}"
        return large.format(rate=rate), small.format(rate=rate)

    def _say(self) -> None:
        symbol = {"weights": "∂L/∂W", "outputs": "∂L/∂h"}[self._quantity]
        title = self.tr("Gradient rms {symbol} by layer, log scale").format(symbol=symbol)
        self.titles[0].setText(title)
        self.plot.plot.setAccessibleName(title)
        self.plot.numbers.set_texts((self.tr("input side"), self.tr("layer"), self.tr("loss side")))
        self.titles[1].setText(self._distribution_title())
        names = (self.tr("Distributions of A by layer"), self.tr("Distributions of B by layer"))
        for ridges, name in zip(self.ridges, names, strict=True):
            ridges.plot.setAccessibleName(name)
            ridges.numbers.set_texts((), self.tr("rms"))
        self.legend.set_entries(self._legend())
        pace = self.tr("One step is one layer: {n} forward, then {n} backward.")
        self.pace.setText(pace.format(n=max(scene.passed.depth for scene in self.scenes)))
        for caption, text in ((self.reason, self._reasons()), (self.growth, self._growth())):
            caption.setText(text)
            caption.setVisible(bool(text))

    def _growth(self) -> str:
        """How the signal grows under residual connections; said below the outputs that it is seen in."""
        if self._distribution != "outputs":
            return ""
        told = [[v for v in scene.verdicts if isinstance(v, ResidualGrows)] for scene in self.scenes]
        texts = [sentences(found[0])[1] if found else "" for found in told]
        return texts[0] if len(texts) == 1 else _of_sides(texts)

    def _reasons(self) -> str:
        """Why a side has no theory."""
        curves = [scene.curve(self._quantity) for scene in self.scenes]
        told = [
            words(scene.passed.theory.reason) if curve.theory is None else ""
            for scene, curve in zip(self.scenes, curves, strict=True)
        ]
        if len(set(told)) == 1:
            return told[0]
        return _of_sides(told)

    def _distribution_title(self) -> str:
        if self._distribution == "gradients":
            return self.tr("Gradients ∂L/∂h of each layer, divided by their rms")
        divided = [scene.passed.outputs.scaled for scene in self.scenes]
        if all(divided):
            return self.tr("Outputs h of each layer, divided by their rms")
        if not any(divided):
            return self.tr("Outputs h of each layer, over units and batch")
        side = "AB"[divided.index(True)]
        return self.tr("Outputs h of each layer ({side}: divided by their rms)").format(side=side)

    def _legend(self) -> list[LegendEntry]:
        scenes = self.scenes
        names = (self.tr("A measured"), self.tr("B measured")) if len(scenes) == 2 else (self.tr("measured"),)
        entries = [LegendEntry(name, side, "line-dot") for side, name in enumerate(names)]
        entries.append(LegendEntry(self.tr("still to come"), 0, "line-ring"))
        if any(scene.curve(self._quantity).theory is not None for scene in scenes):
            entries.append(LegendEntry(self.tr("theory, wide layers"), "ink", "dash"))
        draws = max(len(scene.passed.repeats_w) for scene in scenes)
        if draws > 1:
            text = self.tr("median and middle 80 % of {n} draws").format(n=draws)
            entries.append(LegendEntry(text, 0, "dot"))
        return entries

    # -- view, hand ---------------------------------------------------------------------------------------------------

    def view(self) -> dict[str, Any]:
        """Which gradient and which distributions are seen."""
        return {"quantity": self._quantity, "distributions": self._distribution}

    def set_view(self, view: dict[str, Any]) -> None:
        """Take a view back; unknown keys and unfit values are ignored."""
        quantity, distribution = view.get("quantity"), view.get("distributions")
        if quantity in QUANTITIES:
            self._quantity = quantity
        if distribution in DISTRIBUTIONS:
            self._distribution = distribution
        self.quantity.set_current(self._quantity)
        self.distribution.set_current(self._distribution)
        self._show_scenes()

    def _choose_quantity(self, key: str) -> None:
        self.set_view({"quantity": key})
        self.view_changed.emit()

    def _choose_distribution(self, key: str) -> None:
        self.set_view({"distributions": key})
        self.view_changed.emit()

    def _seek(self, side: int | None, layer: int, back: bool) -> None:
        """Go to a layer's step, on the way that is meant, of a side (None: the deeper one that has the layer)."""
        depths = [scene.passed.depth for scene in self.scenes]
        fitting = [depth for depth in depths if layer <= depth]
        depth = depths[side] if side is not None else (depths[0] if layer <= depths[0] else fitting[0])
        self.seek_requested.emit(2 * depth + 1 - layer if back else layer)


def _of_sides(texts: list[str]) -> str:
    """What is said of A and of B, one after the other."""
    return " ".join(f"{side}: {text}" for side, text in zip("AB", texts, strict=True) if text)
