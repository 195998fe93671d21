"""The right column of a pass: this step's formulas with the numbers of A and B, the product so far, what is left, verdicts."""

from __future__ import annotations

import math
from typing import Any

from PySide6.QtWidgets import QWidget

from engine.diagnostics import Verdict
from engine.simulations.gradients_pass import PassFrame
from engine.simulations.gradients_pass_formulas import figure, numbered, product_text, ratio_figure
from engine.simulations.gradients_pass_scene import PassScene
from engine.simulations.gradients_pass_verdicts import ResidualGrows
from gui.i18n import words
from gui.panels.base import Run
from gui.panels.gradients.look import VerdictsInspector, sentences
from gui.panels.gradients.pass_board import Board, BoardFormula, BoardRow, SideLine, SideLines
from gui.panels.gradients.training_head import network_words
from gui.theme import Theme
from gui.widgets.inspector import SectionTitle, Separator

CARDS = 8
NOTHING = "–"


class PassInspector(VerdictsInspector):
    """Says what the picture of a pass means, for A, or for A and B."""

    WHOLE_HEIGHT, FIRST = 900, 3

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._runs: tuple[Run, ...] = ()
        self._frames: tuple[PassFrame, ...] = ()
        self.step_title = self.add(SectionTitle(theme))
        self.board = self.add(Board(theme), 2)
        self.add(Separator(theme))
        self.so_far_title = self.add(SectionTitle(theme))
        self.so_far = self.add(SideLines(theme))
        self.add(Separator(theme))
        self.ratio_title = self.add(SectionTitle(theme))
        self.ratio = self.add(SideLines(theme))
        self.add_cards(CARDS)
        self.remedy_title = self.add(SectionTitle(theme), 4)
        self.remedies = self.add(SideLines(theme))
        self.retranslate()

    def show_run(self, runs: tuple[Run, ...]) -> None:
        """Other passes."""
        self._runs, self._frames = runs, ()
        self._show_outcome()

    def show_frames(self, frames: tuple[Any, ...], fresh: bool) -> None:
        """The step at hand."""
        self._frames = frames
        self.step_title.set_note(self._step_words())
        self.board.show_step(joined_formulas(frames, self._layer), self._rows(), len(frames))
        self.so_far.set_lines(self._so_far())

    def retranslate(self) -> None:
        """Set every text again."""
        self.step_title.set_title(self.tr("This step"))
        self.so_far_title.set_title(self.tr("So far, from the loss down"))
        self.ratio_title.set_title(self.tr("First layer / last layer"))
        self.remedy_title.set_title(self.tr("One change alone, first / last"))
        self._show_outcome()
        if self._frames:
            self.show_frames(self._frames, True)

    @property
    def _pair(self) -> bool:
        return len(self._runs) > 1

    # -- this step ----------------------------------------------------------------------------------------------------

    @property
    def _layer(self) -> int | None:
        """The layer at hand; None where A and B are at different ones."""
        layers = {frame.layer for frame in self._frames}
        return layers.pop() if len(layers) == 1 else None

    def _step_words(self) -> str:
        first = self._frames[0]
        whole = {
            "start": self.tr("start"),
            "forward": self.tr("forward, layer {layer}"),
            "backward": self.tr("backward, layer {layer}"),
        }
        if len({(frame.phase, frame.layer) for frame in self._frames}) == 1:
            return whole[first.phase].format(layer=first.layer)
        if len({frame.phase for frame in self._frames}) == 1:
            return whole[first.phase].format(layer=" | ".join(str(frame.layer) for frame in self._frames))
        brief = {
            "start": self.tr("start"),
            "forward": self.tr("forward {layer}"),
            "backward": self.tr("backward {layer}"),
        }
        told = [brief[frame.phase].format(layer=frame.layer) for frame in self._frames]
        return " · ".join(f"{side}: {text}" for side, text in zip("AB", told, strict=False))

    def _rows(self) -> list[BoardRow]:
        """The numbers of both sides; those of one name stand on one line."""
        if all(frame.phase == "start" for frame in self._frames):
            losses = tuple(figure(run.scene.passed.loss) for run in self._runs)
            return [BoardRow(self.tr("loss of this batch"), losses, spoken=True)]
        found = [{(n.name, n.symbol): n for n in frame.numbers} for frame in self._frames]
        order = list(dict.fromkeys(key for side in found for key in side))
        rows = []
        for name, symbol in order:
            numbers = [side.get((name, symbol)) for side in found]
            first = next(number for number in numbers if number is not None)
            values = tuple("" if number is None else number.written for number in numbers)
            text = words(name, symbol=numbered(symbol, self._layer))
            rows.append(BoardRow(text, values, first.spoken, first.strong))
        return rows

    def _so_far(self) -> list[SideLine]:
        lines: list[SideLine] = []
        for side, (frame, run) in enumerate(zip(self._frames, self._runs, strict=True)):
            badge = side if self._pair else -1
            depth = run.scene.passed.depth
            if not frame.factors:
                known = frame.phase == "backward"
                text = self.tr("begins with δ of layer {n}") if known else self.tr("the way back is still to come")
                lines.append(SideLine(badge, text.format(n=depth), quiet_left=True))
                continue
            if math.isnan(frame.product) and not run.scene.passed.statistics.rms_d_z[-1]:
                lines.append(SideLine(badge, self.tr("δ of layer {n} is 0 already").format(n=depth), quiet_left=True))
                continue
            times = self.tr("times δ of layer {n}").format(n=depth)
            lines.append(SideLine(badge, product_text(frame.factors), number_left=True, quiet_left=True))
            lines.append(product_line(figure(frame.product), times))
        return lines

    # -- the whole pass -----------------------------------------------------------------------------------------------

    def _show_outcome(self) -> None:
        if not self._runs:
            return
        scenes: tuple[PassScene, ...] = tuple(run.scene for run in self._runs)
        self.ratio_title.set_aside("∂L/∂W")
        self.ratio.set_lines(self._ratios(scenes))
        # How the signal grows is said below the outputs, where it is seen.
        told = in_turn([tuple(v for v in scene.verdicts if not isinstance(v, ResidualGrows)) for scene in scenes])
        for place, card in enumerate(self.cards):
            if place < len(told):
                side, verdict = told[place]
                title, text = sentences(verdict)
                if self._pair:
                    title = self.tr("{side}: {verdict}").format(side="AB"[side], verdict=title)
                card.set_verdict(title, text, side)
            else:
                card.set_verdict("", "")
        self._show_remedies(scenes)

    def _ratios(self, scenes: tuple[PassScene, ...]) -> list[SideLine]:
        """The ratio of each side, and between which it lies over its draws."""
        lines = []
        for side, (run, scene) in enumerate(zip(self._runs, scenes, strict=True)):
            badge = side if self._pair else -1
            lines.append(SideLine(badge, self._name(run), first_by_last(scene), strong_right=True))
            band = scene.ratio_band()
            if band is not None:
                text = self.tr("80 % of {n} draws").format(n=len(scene.passed.repeats_w))
                between = f"{figure(band[0])} … {figure(band[1])}"
                lines.append(SideLine(None, text, between, quiet_left=True, quiet_right=True))
        return lines

    def _show_remedies(self, scenes: tuple[PassScene, ...]) -> None:
        """What each of the usual changes would make of the ratio, for the sides that need one; the best first."""
        lines = []
        for side, scene in enumerate(scenes):
            for place, remedy in enumerate(scene.remedies):
                badge = (None if place else side) if self._pair else -1
                best, good = place == 0 and not remedy.bad, not remedy.bad
                text = figure(remedy.ratio) if math.isfinite(remedy.ratio) else NOTHING
                lines.append(SideLine(badge, words(remedy.title), text, strong_right=best, quiet_right=not good))
        self.remedies.set_lines(lines)
        for part in (self.remedy_title, self.remedies):
            part.setVisible(bool(lines))

    def _name(self, run: Run) -> str:
        return network_words(run.settings, self.tr("batch norm"), self.tr("residual"))


def product_line(product: str, times: str) -> SideLine:
    """The result of a product, and what it is multiplied with."""
    return SideLine(None, f"= {product}", times, strong_left=True, quiet_right=True, number_right=False)


def first_by_last(scene: PassScene) -> str:
    """The rms of ∂L/∂W in the first layer by that in the last."""
    sizes = scene.passed.statistics.rms_d_w
    return ratio_figure(float(sizes[0]), float(sizes[-1]))


def joined_formulas(frames: tuple[PassFrame, ...], layer: int | None) -> list[BoardFormula]:
    """The formulas of both sides in order; what is the same for both is said once, without a side."""
    longer = max(frames, key=lambda frame: len(frame.formulas))
    slots = [formula.slot for formula in longer.formulas]
    slots += [f.slot for frame in frames for f in frame.formulas if f.slot not in slots]
    joined: list[BoardFormula] = []
    for slot in dict.fromkeys(slots):
        texts = [next((f.template for f in frame.formulas if f.slot == slot), None) for frame in frames]
        if len(set(texts)) == 1:
            joined.append(BoardFormula(numbered(texts[0] or "", layer)))
        else:
            joined += [BoardFormula(numbered(t, layer), side) for side, t in enumerate(texts) if t is not None]
    return joined


def in_turn(verdicts: list[tuple[Verdict, ...]]) -> list[tuple[int, Verdict]]:
    """The sides' verdicts with their sides: the most notable of each first."""
    most = max(map(len, verdicts), default=0)
    return [(side, told[place]) for place in range(most) for side, told in enumerate(verdicts) if place < len(told)]
