"""The right column in mode `training`: the starts' numbers, verdicts, why copies stay copies."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
from PySide6.QtCore import Signal

from engine.diagnostics import Severity
from engine.simulations.initialization_training import COLUMNS, TrainingFrame
from gui.i18n import verdict_words, words
from gui.panels.base import Run
from gui.panels.initialization.look import Look, Looks
from gui.panels.initialization.training_text import gradient_text, loss_text, pair_text, share_text
from gui.theme import Theme
from gui.widgets.inspector import (
    CheckItem,
    CheckList,
    FormulaEntry,
    FormulaList,
    Inspector,
    NumberColumn,
    NumberRow,
    NumberTable,
    SectionTitle,
    Separator,
    VerdictCard,
)
from gui.widgets.marks import Mark

WEIGHTS = r"w_j = (W_{1j},\, W_{2j})"
SIGNAL = r"\delta_j = f'(z_j) \sum_k w_{jk}\, \delta_k"
GRADIENT = r"\frac{\partial L}{\partial w_j} = \sum x\, \delta_j"

MARKS: dict[Severity, Mark] = {"good": "check", "note": "nearly", "bad": "cross"}


class TrainingInspector(Inspector):
    """Shows frames of mode `training` for the selected scheme; a click in the table picks another."""

    picked = Signal(int)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self.heading = self.add(SectionTitle(theme))
        self.table = self.add(NumberTable(theme, clickable=True))
        self.own_card = self.add(VerdictCard(theme), 6)
        self.others = self.add(CheckList(theme), 6)
        self.common_card = self.add(VerdictCard(theme), 6)
        self.rule = self.add(Separator(theme))
        self.why_heading = self.add(SectionTitle(theme))
        self.why = self.add(FormulaList(theme))
        self.table.row_clicked.connect(self.picked)
        self._runs: tuple[Run, ...] = ()
        self._looks: Looks = ()
        self._side = 0

    def retranslate(self) -> None:
        """Set the fixed texts again."""
        self.heading.set_title(self.tr("Starts"))
        self.table.set_header(
            "",
            (
                NumberColumn(self.tr("loss")),
                NumberColumn(self.tr("right")),
                NumberColumn(self.tr("distinct"), quiet=True),
            ),
        )

    def fit(self, height: int) -> None:
        """Where nobody can scroll: what is said of the selected start is left out last."""
        for parts in ((self.rule, self.why_heading, self.why), (self.common_card,), (self.others,)):
            if self._column.totalHeightForWidth(self.width()) > height:
                for part in parts:
                    part.hide()
        super().fit(height)

    def show_run(self, runs: tuple[Run, ...]) -> None:
        """Other runs, A or A and B."""
        self._runs = runs

    def show_looks(self, looks: tuple[Looks, ...], side: int) -> None:
        """The column is of the run at place `side`."""
        self._looks, self._side = looks[side], side
        self.table.reset_widths()

    def show_frames(self, frames: tuple[Any, ...], fresh: bool) -> None:
        """Numbers, formulas and sentences at this step."""
        frame: TrainingFrame = frames[self._side]
        plan = self._runs[self._side].scene.plan
        self.heading.set_note(self.tr("step {step} · {optimizer}").format(
            step=frame.step, optimizer=words(frame.optimizer.title)
        ))  # fmt: skip
        self.table.set_rows([self._row(frame, i, look, plan.units) for i, look in enumerate(self._looks)])
        selected = next(i for i, look in enumerate(self._looks) if look.selected)
        self._explain(frame, selected, self._looks[selected])
        self._tell(frame, selected)

    def _row(self, frame: TrainingFrame, index: int, look: Look, units: int) -> NumberRow:
        loss, share, distinct = (float(frame.row[index, COLUMNS.index(n)]) for n in ("loss", "accuracy", "units"))
        lost = not math.isfinite(loss)
        return NumberRow(
            look.name,
            (loss_text(loss), share_text(share, lost), "–" if lost else f"{distinct:.0f}/{units}"),
            swatch=look.colour,
            bold=look.selected,
            strong=look.selected,
            faded=not look.shown,
        )

    def _explain(self, frame: TrainingFrame, index: int, look: Look) -> None:
        """The first two units of the first layer: their weights, and the gradients that these get."""
        units = frame.units[index]
        copies = len(units.weights) > 1 and frame.row[index, COLUMNS.index("units")] == 1
        self.why_heading.set_title(self.tr("Why copies stay copies") if copies else self.tr("Two units of layer 1"))
        self.why_heading.set_note(look.name, look.colour)
        equal = self.tr("equal weights, equal gradients") if copies else self.tr("they differ, and so do gradients")
        told = len(units.weights) > 1 and bool(np.isfinite(units.weights).all())
        self.why.set_blocks(
            [
                FormulaEntry(WEIGHTS, self._lines(units.weights.tolist())),
                FormulaEntry(
                    SIGNAL, (self.tr("Σδ: {n}").format(n=", ".join(map(gradient_text, units.signals.tolist()))),)
                ),
                FormulaEntry(GRADIENT, self._lines(units.slopes.tolist()), equal if told else ""),
            ]
        )

    def _lines(self, numbers: list[list[float]]) -> tuple[str, ...]:
        """A line for each unit."""
        return tuple(
            self.tr("unit {j}: {n}").format(j=j, n=pair_text(values)) for j, values in enumerate(numbers, start=1)
        )

    def _tell(self, frame: TrainingFrame, selected: int) -> None:
        """What is said of the selected start, in a word of the others, and of all together."""
        told = {verdict.subject: verdict for verdict in frame.verdicts}
        of_all = told.pop(-1, None)
        self.own_card.setVisible(selected in told)
        if selected in told:
            self.own_card.set_verdict(*verdict_words(told[selected]), self._looks[selected].colour)
        others = [told[i] for i, look in enumerate(self._looks) if i != selected and i in told and look.shown]
        self.others.setVisible(bool(others))
        self.others.set_items([CheckItem(MARKS[each.severity], verdict_words(each)[0]) for each in others])
        self.common_card.setVisible(of_all is not None)
        if of_all is not None:
            self.common_card.set_verdict(*verdict_words(of_all), "quiet")
