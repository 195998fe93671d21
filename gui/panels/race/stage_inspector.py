"""The right column while an update is walked through: its stages, the arrows' lengths and angles, what it means."""

from __future__ import annotations

import math

from PySide6.QtCore import Signal

from engine.optimizers.base import shown_array, shown_number
from engine.simulations.race import Racer
from engine.simulations.race_stages import Walk, Way
from gui.i18n import verdict_words, words
from gui.panels.race.inspector import entries_before
from gui.panels.race.stage_list import StageList
from gui.theme import Theme
from gui.widgets.inspector import (
    FormulaEntry,
    Inspector,
    NumberColumn,
    NumberRow,
    NumberTable,
    SectionTitle,
    Separator,
    VerdictCard,
)
from gui.widgets.tex_text import readable

# In a column lower than the first, only the current stage shows its numbers; lower than the second, of a rule with at
# least so many stages.
LOW_HEIGHT, WHOLE_HEIGHT, MANY = 640, 760, 5


class StageInspector(Inspector):
    """Shows one racer's update; a click on a stage chooses it."""

    stage_picked = Signal(int)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self.heading = self.add(SectionTitle(theme))
        self.stages = self.add(StageList(theme))
        self.line = self.add(Separator(theme))
        self.table = self.add(NumberTable(theme, row_height=21.0))
        self.card = self.add(VerdictCard(theme), 8)
        self.dispensable = (self.line,)
        self.stages.picked.connect(self.stage_picked)
        self._room = WHOLE_HEIGHT
        self._shown: tuple[Walk, int] | None = None
        self._in_valley: bool | None = None
        self.retranslate()

    def set_room(self, height: int) -> None:
        """In a low window long rules show fewer numbers."""
        self._room = height

    def retranslate(self) -> None:
        """Set the fixed texts again."""
        self.heading.set_title(self.tr("This step"))
        self._in_valley = None

    def show_walk(self, walk: Walk | None, racer: Racer, step: int, stage: int) -> None:
        """Show an update at one of its stages; None before the first step."""
        at = self.tr("step {n}").format(n=step)
        self.heading.set_note(f"{racer.name} · {at}", racer.colour)
        for part in (self.line, self.table, self.card):
            part.setVisible(walk is not None)
        if walk is None:
            self._shown = None
            self.stages.set_blocks(entries_before(racer))
            return
        self._shown = walk, stage
        self._show_stages(brief=self._room < (WHOLE_HEIGHT if len(walk.stages) >= MANY else LOW_HEIGHT))
        if walk.in_valley != self._in_valley:
            self._in_valley = walk.in_valley
            direction = self.tr("to valley") if walk.in_valley else self.tr("to downhill")
            self.table.set_header(
                self.tr("Length and angle"), (NumberColumn(self.tr("length")), NumberColumn(direction))
            )
        self.table.set_rows([*(self._row(walk, way, stage) for way in walk.ways), self._loss_row(walk)])
        self.card.set_verdict(*verdict_words(walk.verdict), racer.colour)

    def fit(self, height: int) -> None:
        """Where nobody can scroll: rather fewer numbers than no verdict."""
        if self._column.totalHeightForWidth(self.width()) > height and self._shown is not None:
            self._show_stages(brief=True)
        super().fit(height)

    def _show_stages(self, brief: bool) -> None:
        """All stages; if `brief` only the current one with its numbers."""
        assert self._shown is not None
        walk, stage = self._shown
        self.stages.set_blocks([self._entry(walk, place, stage, brief) for place in range(len(walk.stages))])

    def _entry(self, walk: Walk, place: int, current: int, brief: bool) -> FormulaEntry:
        """One stage as a card: lit, done, or still to come."""
        stage = walk.stages[place]
        lines = list(stage.numbers.splitlines())
        result = "= " + shown_array(stage.value)
        if place == 0 and walk.ways and walk.ways[0].stage == 0:
            slope = f"{readable(walk.ways[0].symbol)} = {shown_array(walk.ways[0].move)}"
            lines, result = [*([f"  {line}" for line in lines]), f"g = {shown_array(stage.value)}"], slope
        if brief and place != current:
            lines, result = [], ""
        return FormulaEntry(
            stage.formula, tuple(lines), result, words(stage.name), lit=place == current, faded=place > current
        )

    def _row(self, walk: Walk, way: Way, current: int) -> NumberRow:
        name = readable(way.symbol.partition("=")[0])
        if way is walk.update:
            name = self.tr("{symbol}, this step").format(symbol=name)
        elif way.stage == 0:
            name = self.tr("{symbol}, an SGD step").format(symbol=name)
        angle = "–" if way.angle is None else f"{way.angle:.0f}°"
        return NumberRow(
            name,
            (length_text(way.length), angle),
            prefix=str(way.stage + 1),
            bold=way.stage == current,
            faded=way.stage > current,
        )

    def _loss_row(self, walk: Walk) -> NumberRow:
        before, after = (shown_number(loss) for loss in walk.losses)
        return NumberRow(self.tr("loss f"), (f"{before} → {after}",))


def length_text(length: float) -> str:
    """A length in three figures."""
    if length == 0 or not math.isfinite(length):
        return shown_number(length)
    text = f"{length:#.3g}".removesuffix(".") if 1e-4 <= length < 1e5 else f"{length:.2e}"
    return text.replace("-", "−")
