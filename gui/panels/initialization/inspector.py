"""The right column in mode `weights`: this draw, what chance alone does, why the scheme has its spread, verdicts."""

from __future__ import annotations

import re

from PySide6.QtCore import Signal

from engine.diagnostics import Verdict
from engine.simulations.initialization_derivations import Line
from engine.simulations.initialization_verdicts import MeanOffChance, StdOffChance
from engine.simulations.initialization_weights import WeightsFrame, WeightsScene
from gui.i18n import verdict_words, words
from gui.panels.initialization.look import Look
from gui.panels.initialization.number_text import error_text, expected_text, score_text, table_number
from gui.theme import Theme
from gui.widgets.inspector import (
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

MINUS = re.compile(r"(?<!\w)-(?=\d)")


class WeightsInspector(Inspector):
    """Shows a frame for the selected scheme; a click in the table picks another."""

    picked = Signal(int)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self.heading = self.add(SectionTitle(theme))
        self.table = self.add(NumberTable(theme, clickable=True))
        self.add(Separator(theme))
        self.chance_heading = self.add(SectionTitle(theme))
        self.chance = self.add(NumberTable(theme))
        self.add(Separator(theme))
        self.why_heading = self.add(SectionTitle(theme))
        self.why = self.add(FormulaList(theme))
        self.signal_card = self.add(VerdictCard(theme), 6)
        self.draw_card = self.add(VerdictCard(theme), 10)
        self.table.row_clicked.connect(self.picked)

    def retranslate(self) -> None:
        """Set the fixed texts again."""
        quiet = NumberColumn(self.tr("expected"), quiet=True)
        self.heading.set_title(self.tr("This draw"))
        self.table.set_header("", (NumberColumn(self.tr("mean")), NumberColumn(self.tr("std")), quiet))
        self.chance_heading.set_title(self.tr("Chance"))
        error = NumberColumn(self.tr("± SE"), quiet=True)
        self.chance.set_header("", (quiet, error, NumberColumn(self.tr("in SE"))))

    def show_frame(
        self, frame: WeightsFrame, scene: WeightsScene, looks: tuple[Look, ...], seed: int, side: str = ""
    ) -> None:
        """Numbers, formulas and sentences at this step; `side` names the run where there are two."""
        size = f"{scene.n_in} × {scene.n_out}"
        note = self.tr("seed {seed} · {size}").format(seed=seed, size=size)
        self.heading.set_note(f"{side} · {note}" if side else note)
        self.table.set_rows([self._row(i, look, frame, scene) for i, look in enumerate(looks)])
        selected = next(i for i, look in enumerate(looks) if look.selected)
        self._show_chance(selected, frame, scene, looks[selected])
        why = scene.schemes[selected].derivation
        self.why_heading.set_title(words(why.title))
        self.why_heading.set_note(looks[selected].name, looks[selected].colour)
        self.why.set_blocks([entry_of(line) for line in why.lines])
        self._tell(frame, selected, looks[selected].colour, scene.schemes[selected].verdict)

    def _row(self, index: int, look: Look, frame: WeightsFrame, scene: WeightsScene) -> NumberRow:
        std = scene.schemes[index].std
        numbers = (float(frame.mean[index]), float(frame.std[index]), std)
        return NumberRow(
            look.name,
            tuple(table_number(number, std) for number in numbers),
            swatch=look.colour,
            bold=look.selected,
            strong=look.selected,
            faded=not look.shown,
        )

    def _show_chance(self, index: int, frame: WeightsFrame, scene: WeightsScene, look: Look) -> None:
        scheme = scene.schemes[index]
        mean_error, std_error = scheme.chance.errors(frame.step)
        self.chance_heading.set_note(look.name, look.colour)
        self.chance_heading.set_aside(self.tr("weights: {n}").format(n=frame.step * scene.n_out))
        rows = []
        for name, score, expected, error in (
            (self.tr("mean"), frame.mean_score[index], 0.0, mean_error),
            (self.tr("std"), frame.std_score[index], scheme.std, std_error),
        ):
            off = score_text(float(score)) if error else "–"
            chance = error_text(error) if frame.step else "–"
            rows.append(NumberRow(name, (expected_text(expected, error), chance, off)))
        self.chance.set_rows(rows)

    def _tell(self, frame: WeightsFrame, selected: int, colour: int, signal: Verdict) -> None:
        """What the scheme does to signals, and what is to be said of its draw."""
        own = [verdict for verdict in frame.verdicts if verdict.subject == selected and verdict != signal]
        self.signal_card.set_verdict(*verdict_words(signal), colour)
        unusual = isinstance(own[0], MeanOffChance | StdOffChance)
        title, text = (MINUS.sub("−", part) for part in verdict_words(own[0]))
        self.draw_card.set_verdict(title, text, "accent" if unusual else "quiet")


def entry_of(line: Line) -> FormulaEntry:
    """One line of a derivation, worded."""
    return FormulaEntry(line.tex, (words(line.numbers, **line.values),))
