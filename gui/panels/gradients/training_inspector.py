"""The right column of the mode *Training*: one layer's update in numbers, what stands at the step, what it means."""

from __future__ import annotations

import math
import re
from typing import Any

import numpy as np
from PySide6.QtWidgets import QWidget

from engine.diagnostics import Verdict
from engine.simulations.gradients import GradientsSettings
from engine.simulations.gradients_training_comparison import Several, compare, wanted_help
from engine.simulations.gradients_training_frame import TrainingFrame
from engine.simulations.gradients_training_judgement import MOVED
from gui.i18n import verdict_words, words
from gui.panels.base import Run
from gui.panels.gradients.look import VerdictsInspector
from gui.panels.gradients.training_head import LETTERS, figure, percent
from gui.panels.gradients.training_heat import epsilon_text
from gui.theme import Theme
from gui.widgets.inspector import (
    FormulaEntry,
    FormulaList,
    NumberColumn,
    NumberRow,
    NumberTable,
    SectionTitle,
    Separator,
)

MOVED_TEX = r"\| W - W_0 \| \, / \, \| W_0 \|"
# The weights in a rule's formula; here they are a layer's, all at once.
LONE_W = re.compile(r"(?<![A-Za-z\\])w(?![A-Za-z])")
CARDS = 5


class TrainingInspector(VerdictsInspector):
    """Says what the picture means, of one layer (`show_layer`) and of all."""

    WHOLE_HEIGHT, FIRST = 760, 3

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._runs: tuple[Run, ...] = ()
        self._frames: tuple[TrainingFrame, ...] = ()
        self._layer = 1
        self.step_title = self.add(SectionTitle(theme))
        self.formulas = self.add(FormulaList(theme), 2)
        self.add(Separator(theme))
        self.numbers = self.add(NumberTable(theme, row_height=21))
        self.dispensable = self.add_cards(CARDS)[: self.FIRST - 1 : -1]
        self.retranslate()

    def show_run(self, runs: tuple[Run, ...]) -> None:
        """Other runs."""
        self._runs, self._frames = runs, ()
        self.numbers.reset_widths()
        self._head()

    def show_frames(self, frames: tuple[Any, ...], fresh: bool) -> None:
        """The step at the cursor."""
        self._frames = frames
        self._head()
        self._show_formulas()
        self.numbers.set_rows(self._rows())
        self._show_cards()

    def show_layer(self, layer: int) -> None:
        """Speak of this layer (from 1)."""
        self._layer = layer
        if self._frames:
            self.show_frames(self._frames, True)

    def retranslate(self) -> None:
        """Set every text again, in the language that is on."""
        self.step_title.set_title(self.tr("This step"))
        self._head()
        if self._frames:
            self.show_frames(self._frames, True)

    def _head(self) -> None:
        sides = LETTERS if len(self._runs) > 1 else ("",)
        step = max((frame.step for frame in self._frames), default=0)
        title = self.tr("Numbers at step {step}").format(step=step)
        self.numbers.set_header(title, tuple(NumberColumn(side) for side in sides))

    # -- one layer's update -------------------------------------------------------------------------------------------

    def _show_formulas(self) -> None:
        rules = [words(run.settings.optimizer.title) for run in self._runs]
        name = " / ".join(dict.fromkeys(rules))
        self.step_title.set_note(self.tr("{rule}, layer {layer}").format(rule=name, layer=self._layer))
        blocks = [FormulaEntry(MOVED_TEX, tuple(self._side(i) + self._moved(f) for i, f in enumerate(self._frames)))]
        by_rule: dict[str, list[str]] = {}
        for side, (run, frame) in enumerate(zip(self._runs, self._frames, strict=True)):
            by_rule.setdefault(_rule_tex(run.settings), []).append(self._side(side) + self._update(frame))
        blocks += [FormulaEntry(tex, tuple(lines)) for tex, lines in by_rule.items()]
        self.formulas.set_blocks(blocks)
        epsilons = [frame.epsilon for frame in self._frames if frame.epsilon is not None]
        self.step_title.set_aside(f"ε = {epsilon_text(epsilons[0])}" if epsilons else "")

    def _side(self, side: int) -> str:
        return f"{LETTERS[side]}  " if len(self._runs) > 1 else ""

    def _moved(self, frame: TrainingFrame) -> str:
        place = min(self._layer, len(frame.moved)) - 1
        return f"{figure(frame.apart[place])} / {figure(frame.sizes[place])} = {figure(frame.moved[place])}"

    def _update(self, frame: TrainingFrame) -> str:
        place = min(self._layer, len(frame.moved)) - 1
        step = self.tr("step {size}").format(size=figure(frame.update[place], 2))
        if frame.root is None or frame.epsilon is None:
            return f"{figure(frame.rate)} · {figure(frame.gradient[place])}, {step}"
        root = float(frame.root[place])
        return self.tr("root {root} {relation} ε, {step}").format(
            root=figure(root, 2), relation=_relation(root, frame.epsilon), step=step
        )

    # -- numbers ------------------------------------------------------------------------------------------------------

    def _rows(self) -> list[NumberRow]:
        frames, depths = self._frames, {len(frame.moved) for frame in self._frames}
        last = str(depths.pop()) if len(depths) == 1 else self.tr("last")
        gradient, moved = self.tr("rms ∂L/∂W, layer {layer}"), self.tr("moved, layer {layer}")

        def row(name: str, values: list[str], strong: bool = False) -> NumberRow:
            return NumberRow(name, tuple(values), strong=strong)

        middle = min(len(frame.moved) for frame in frames) // 2
        rows = [
            row(self.tr("loss, this batch"), [figure(f.loss) for f in frames]),
            row(self.tr("right, all points"), [percent(f.set_accuracy) for f in frames]),
            row(gradient.format(layer=last), [figure(f.gradient[-1]) for f in frames]),
            row(gradient.format(layer=1), [figure(f.gradient[0]) for f in frames]),
            row(self.tr("ratio 1 / {last}").format(last=last), [_ratio(f) for f in frames]),
            row(moved.format(layer=last), [figure(f.moved[-1]) for f in frames]),
            row(moved.format(layer=1), [figure(f.moved[0]) for f in frames]),
            row(self.tr("moved over 0.1 %"), [self._count(f) for f in frames], strong=True),
        ]
        if middle > 1:
            rows.insert(-2, row(moved.format(layer=middle), [figure(f.moved[middle - 1]) for f in frames]))
        return rows

    def _count(self, frame: TrainingFrame) -> str:
        with np.errstate(invalid="ignore"):
            count = int((frame.moved >= MOVED).sum())
        return f"{count} / {len(frame.moved)}"

    # -- verdicts -----------------------------------------------------------------------------------------------------

    def _show_cards(self) -> None:
        said = self._said()
        for place, card in enumerate(self.cards):
            if place < len(said):
                side, verdict = said[place]
                title, text = verdict_words(verdict)
                if side is not None and len(self._runs) > 1:
                    title = f"{LETTERS[side]}: {title}"
                card.set_verdict(title, text, "quiet" if side is None else side)
            else:
                card.set_verdict("", "")

    def _said(self) -> list[tuple[int | None, Verdict]]:
        """What one change does; what is most notable of each side; what would help it; then what comes second."""
        frames = self._frames
        both: Verdict | None = None
        if len(frames) == 2:
            both = compare((self._runs[0].settings, self._runs[1].settings), (frames[0], frames[1]))
        compared: list[tuple[int | None, Verdict]] = [] if both is None else [(None, both)]
        own = [(side, verdict) for side, frame in enumerate(frames) for verdict in frame.verdicts[:1]]
        helps = [(side, wanted_help(run.scene, frames[side])) for side, run in enumerate(self._runs)]
        own += [(side, verdict) for side, verdict in helps if verdict is not None]
        rest = [(side, verdict) for side, frame in enumerate(frames) for verdict in frame.verdicts[1:]]
        # Where several things differ, why A or B does not learn says more.
        return [*own, *compared, *rest] if isinstance(both, Several) else [*compared, *own, *rest]


def _rule_tex(settings: GradientsSettings) -> str:
    """The last line of the rule, where the weights move."""
    none, optimizer = np.zeros(1), settings.optimizer
    with np.errstate(all="ignore"):
        formula = optimizer.stages(none, optimizer.init(none), none)[-1].formula
    return LONE_W.sub("W", formula)


def _ratio(frame: TrainingFrame) -> str:
    """Of the gradient at layer 1 to that at the last; a dash for nothing of nothing."""
    first, last = float(frame.gradient[0]), float(frame.gradient[-1])
    if first == last == 0:
        return "—"
    with np.errstate(all="ignore"):
        return figure(float(np.divide(first, last)))


def _relation(root: float, epsilon: float) -> str:
    if not math.isfinite(root):
        return "?"
    ratio = root / epsilon
    return "≪" if ratio < 0.1 else "<" if ratio < 1 else "≫" if ratio > 10 else ">"
