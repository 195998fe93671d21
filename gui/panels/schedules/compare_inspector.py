"""The right column of the comparison: the selected schedule's step in numbers, who leads, PyTorch, what it means."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import Signal

from engine.diagnostics import Verdict
from engine.optimizers import Stage
from engine.simulations.schedules_compare import CompareFrame, StepNumbers
from engine.simulations.schedules_scene import CompareScene
from gui.i18n import verdict_words, words
from gui.panels.base import Run
from gui.panels.schedules.look import Looks
from gui.panels.schedules.numbers import loss_text, number_text
from gui.panels.schedules.torch_box import TorchBox
from gui.theme import Theme
from gui.widgets.geometry import Array
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

# With this height the column of the usual comparison is seen whole.
WHOLE_HEIGHT = 740
# Beyond these sizes components are written with a power of ten.
SMALL, LARGE = 5e-4, 1000.0


class CompareInspector(Inspector):
    """Shows a frame for the selected schedule; a click in the ranking picks another."""

    picked = Signal(int)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self.heading = self.add(SectionTitle(theme))
        self.formulas = self.add(FormulaList(theme), 2)
        self.add(Separator(theme))
        self.ranking = self.add(NumberTable(theme, clickable=True))
        self._line = self.add(Separator(theme))
        self.torch = self.add(TorchBox(theme))
        self.cards = tuple(self.add(VerdictCard(theme), 12 if i == 0 else 6) for i in range(3))
        self.dispensable = (self.cards[2], self.cards[1], self.torch, self._line)
        self._run: Run | None = None
        self._looks: Looks = ()
        self._order: tuple[int, ...] = ()
        self._told: dict[VerdictCard, tuple[object, ...]] = {}
        self.ranking.row_clicked.connect(lambda row: self.picked.emit(self._order[row]))
        self.retranslate()

    def set_room(self, height: int) -> None:
        """In a low window the verdict stands above the formulas, where it is seen without scrolling."""
        self.place(self.cards[0], 0 if height < WHOLE_HEIGHT else len(self._added) - len(self.cards))

    def retranslate(self) -> None:
        """Set the fixed texts again."""
        self._told.clear()
        self.heading.set_title(self.tr("This step"))
        self.torch.retranslate()

    def show_run(self, run: Run, looks: Looks) -> None:
        """Another run, or another look at it."""
        self._run, self._looks = run, looks
        self._told.clear()
        line = self._scene.lines[self._selected]
        self.torch.show_code(line.text, " ".join(words(note, **line.values) for note in line.notes))
        end = NumberColumn(self.tr("at {n}").format(n=run.length))
        self.ranking.set_header(self.tr("Loss ranking"), (NumberColumn(self.tr("now"), quiet=True), end))

    @property
    def _scene(self) -> CompareScene:
        assert self._run is not None
        scene = self._run.scene
        assert isinstance(scene, CompareScene)
        return scene

    @property
    def _selected(self) -> int:
        return next(i for i, look in enumerate(self._looks) if look.selected)

    def show_frame(self, frame: CompareFrame) -> None:
        """The step of the selected schedule, the ranking, what to say."""
        look = self._looks[self._selected]
        step = self.tr("step {n} · run 1").format(n=frame.step)
        self.heading.set_note(f"{look.name} · {step}", look.colour)
        self.formulas.set_blocks(self._formulas(frame.numbers(self._selected)))
        self._show_ranking(frame)
        own = next((v for v in frame.verdicts[2:] if v.subject == self._selected), None)
        said = [*frame.verdicts[:2], own] if own is not None else [*frame.verdicts[:3]]
        for place, card in enumerate(self.cards):
            self._tell(card, said[place] if place < len(said) else None)

    # -- formulas -----------------------------------------------------------------------------------------------------

    def _formulas(self, numbers: StepNumbers) -> list[FormulaEntry]:
        """η at the step, the gradient of the step, and what the rule makes of both."""
        rate = f"η = {numbers.rate_numbers} = {number_text(numbers.rate, 4)}"
        lines = [rate]
        if numbers.factor_numbers:
            lines.insert(0, f"s = {numbers.factor_numbers} = {number_text(numbers.factor, 4)}")
        surface = self._scene.surface is not None
        gradient = self._named(
            (self.tr("∇f") if surface else self.tr("all points"), numbers.gradient), (self.tr("noise"), numbers.noise)
        )
        move = self._named((self.tr("move"), numbers.move))
        rule = [FormulaEntry(tex) for tex in _rule(numbers.stages)]
        rule[-1] = FormulaEntry(rule[-1].tex, move)
        return [
            FormulaEntry(numbers.formula, tuple(line.replace("-", "−") for line in lines)),
            FormulaEntry(numbers.stages[0].formula, gradient),
            *rule,
        ]

    def _named(self, *values: tuple[str, Array]) -> tuple[str, ...]:
        wide = max(len(name) for name, _ in values)
        return tuple(f"{name.ljust(wide)}  {_vector(value)}" for name, value in values)

    # -- ranking, verdicts --------------------------------------------------------------------------------------------

    def _show_ranking(self, frame: CompareFrame) -> None:
        """In the order of the end, which stands still in play; as it is now where the end is not known yet."""
        ending = frame.ending
        order = frame.order if ending is None else ending.order
        self._order = tuple(i for i in order if self._looks[i].shown)
        rows = []
        for i in self._order:
            look = self._looks[i]
            last = "…" if ending is None else loss_text(ending.losses[i])
            values = loss_text(float(frame.losses[i])), last
            rows.append(NumberRow(look.name, values, swatch=look.colour, bold=look.selected))
        self.ranking.set_rows(rows)

    def _tell(self, card: VerdictCard, verdict: Verdict | None) -> None:
        subject = -1 if verdict is None else verdict.subject
        colour = self._looks[subject].colour if 0 <= subject < len(self._looks) else "quiet"
        if self._told.get(card) == (verdict, colour):
            return
        self._told[card] = verdict, colour
        title, text = verdict_words(verdict) if verdict is not None else ("", "")
        card.set_verdict(title, text, colour)
        card.setVisible(verdict is not None)

    def restyle(self) -> None:
        """Hand the theme on."""
        super().restyle()
        self.torch.set_theme(self.theme)


def _rule(stages: tuple[Stage, ...]) -> list[str]:
    """The lines of the rule in which η stands, and its last one."""
    return [*(stage.formula for stage in stages[1:-1] if r"\eta" in stage.formula), stages[-1].formula]


def _vector(value: Array) -> str:
    """Two components with their signs; of more, their length."""
    if value.size == 2:
        return "(" + ", ".join(_signed(v) for v in value.ravel().tolist()) + ")"
    with np.errstate(all="ignore"):
        return f"|·| = {number_text(float(np.linalg.norm(value)))}"


def _signed(value: float) -> str:
    """A component with its sign, in four places while it is of usual size."""
    form = "+.4f" if SMALL <= abs(value) < LARGE or value == 0 else "+.2e"
    return f"{value:{form}}".replace("-", "−")
