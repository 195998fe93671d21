"""The race's right column: this step's update in formulas and numbers, standings, verdicts."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QCoreApplication, Signal

from engine.diagnostics import Verdict
from engine.optimizers import Stage
from engine.optimizers.base import shown_array
from engine.simulations.race import Racer
from engine.simulations.race_paths import PathsFrame
from engine.simulations.race_verdicts import RacerVerdict
from gui.i18n import verdict_words, words
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

# With this height the column of the longest rule, Adam, is seen whole.
WHOLE_HEIGHT = 780


class RaceInspector(Inspector):
    """Shows a frame of the race for one racer; a click in the standings picks another."""

    racer_picked = Signal(int)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self.heading = self.add(SectionTitle(theme))
        self.formulas = self.add(FormulaList(theme))
        self.add(Separator(theme))
        self.standings = self.add(NumberTable(theme, clickable=True))
        line = self.add(Separator(theme))
        self.cards = tuple(self.add(VerdictCard(theme), 6) for _ in range(2))
        self.dispensable = (self.cards[1], line, self.standings)
        self._order: tuple[int, ...] = ()
        self._told: dict[VerdictCard, tuple[Verdict | None, object]] = {}
        self.standings.row_clicked.connect(lambda row: self.racer_picked.emit(self._order[row]))
        self.retranslate()

    def set_room(self, height: int) -> None:
        """In a low window the verdict stands above the formulas, where it is seen without scrolling."""
        self.place(self.cards[0], 0 if height < WHOLE_HEIGHT else len(self._added) - 2)

    def retranslate(self) -> None:
        """Set the fixed texts again."""
        self._told.clear()
        self.heading.set_title(self.tr("This step"))
        self.standings.set_header(
            self.tr("Standings"), (NumberColumn(self.tr("state"), quiet=True), NumberColumn(self.tr("loss f")))
        )

    def show_frame(self, frame: PathsFrame, selected: int) -> None:
        """What the step did to racer `selected`, who leads, and what to say."""
        racer = frame.settings.racers[selected]
        step = self.tr("step {n}").format(n=frame.step)
        self.heading.set_note(f"{racer.name} · {step}", racer.colour)
        stages = frame.stages(selected)
        self.formulas.set_blocks([entry_of(stage) for stage in stages] or entries_before(racer))
        self._order = frame.order
        states = {v.subject: words(v.state) for v in frame.verdicts if isinstance(v, RacerVerdict)}
        self.standings.set_rows([self._standing(frame, i, states.get(i, ""), i == selected) for i in frame.order])
        for card, verdict in zip(self.cards, told(frame.verdicts, selected), strict=True):
            self._tell(card, verdict, frame)

    def _standing(self, frame: PathsFrame, index: int, state: str, selected: bool) -> NumberRow:
        racer, loss = frame.settings.racers[index], float(frame.losses[index])
        return NumberRow(racer.name, (state, loss_text(loss)), swatch=racer.colour, bold=selected)

    def _tell(self, card: VerdictCard, verdict: Verdict | None, frame: PathsFrame) -> None:
        subject = -1 if verdict is None else verdict.subject
        colour = frame.settings.racers[subject].colour if subject >= 0 else "quiet"
        if self._told.get(card) == (verdict, colour):
            return
        self._told[card] = verdict, colour
        title, text = verdict_words(verdict) if verdict is not None else ("", "")
        card.set_verdict(title, text, colour)
        card.setVisible(verdict is not None)


def told(verdicts: tuple[Verdict, ...], selected: int) -> tuple[Verdict | None, Verdict | None]:
    """The most notable verdict, and the selected racer's where it is another one."""
    first = verdicts[0] if verdicts else None
    own = next((v for v in verdicts if v.subject == selected and v is not first), None)
    return first, own


def entry_of(stage: Stage) -> FormulaEntry:
    """One stage with this step's numbers."""
    value = "= " + shown_array(stage.value)
    return FormulaEntry(stage.formula, (*stage.numbers.splitlines(), value))


def entries_before(racer: Racer) -> list[FormulaEntry]:
    """The rule before its first step: formulas, and no numbers yet."""
    zero = np.zeros(2)
    stages = racer.optimizer.stages(zero, racer.optimizer.init(zero), zero)
    return [FormulaEntry(stage.formula, faded=True) for stage in stages]


def loss_text(loss: float) -> str:
    """A loss in three or four figures; what is not finite is said."""
    if loss != loss:
        return QCoreApplication.translate("RaceInspector", "undefined")
    if loss in (float("inf"), float("-inf")):
        return "∞" if loss > 0 else "−∞"
    if loss == 0:
        return "0"
    text = f"{loss:.2e}" if not 1e-3 <= abs(loss) < 1e5 else f"{loss:.3g}" if abs(loss) < 10 else f"{loss:.2f}"
    return text.replace("-", "−")
