"""The right column of the range test: this step's η, what is to be read from the curve, and a button that uses it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from engine.diagnostics import Verdict
from engine.simulations.schedules_range import RangeFrame, RangeScene
from gui.i18n import verdict_words
from gui.panels.base import Run
from gui.panels.schedules.numbers import level_text, loss_text, number_text
from gui.theme import Theme
from gui.widgets.framed_button import FramedButton
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
from gui.widgets.themed import INSET

# Of a verdict's bar: the colour of the usable band, and that of a warning.
GOOD, BAD = 2, "accent"
RATE = r"\eta_k = \eta_{\min} \, (\eta_{\max} / \eta_{\min})^{(k - 1) / (n - 1)}"


class RangeInspector(Inspector):
    """`rate_taken()` tells that the hand wants the suggested η."""

    rate_taken = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self.heading = self.add(SectionTitle(theme))
        self.formulas = self.add(FormulaList(theme), 2)
        self.add(Separator(theme))
        self.numbers = self.add(NumberTable(theme))
        self.button = FramedButton(theme)
        box = self.add(QWidget(), 8)
        row = QHBoxLayout(box)
        row.setContentsMargins(round(INSET), 0, round(INSET), 0)
        row.addWidget(self.button)
        self.cards = tuple(self.add(VerdictCard(theme), 12 if i == 0 else 6) for i in range(2))
        self.add(Separator(theme))
        self.reading_title = self.add(SectionTitle(theme))
        self.reading = self.add(CheckList(theme), 2)
        self._run: Run | None = None
        self.button.clicked.connect(self.rate_taken)

    def retranslate(self) -> None:
        """Set the fixed texts again."""
        self.heading.set_title(self.tr("This step"))
        self.reading_title.set_title(self.tr("How to read it"))
        self.button.setText(self.tr("Use this η"))
        self.button.setToolTip(self.tr("Set it as the base learning rate and compare schedules"))
        self.reading.set_items(
            (
                CheckItem("nearly", self.tr("Far left η is too small: the loss hardly falls.")),
                CheckItem("check", self.tr("Where it falls fastest, η is of use.")),
                CheckItem("cross", self.tr("Where it turns upwards, steps overshoot.")),
            )
        )

    def show_run(self, run: Run) -> None:
        """Another run."""
        self._run = run
        self.numbers.set_header(self.tr("What the test says"), (NumberColumn(self.tr("η")),))

    def show_frame(self, frame: RangeFrame) -> None:
        """The η of the step, what can be told so far, what to say of it."""
        assert self._run is not None
        scene: RangeScene = self._run.scene
        self.heading.set_note(self.tr("step {n} of {all}").format(n=frame.step, all=self._run.length))
        values = (f"η = {number_text(frame.rate, 4)}", self.tr("loss {value}").format(value=loss_text(frame.loss)))
        self.formulas.set_blocks([FormulaEntry(RATE, values)])
        band, none = frame.band, "…"
        rows = [
            NumberRow(self.tr("loss falls fastest at"), (level_text(band.low) if band else none,)),
            NumberRow(
                self.tr("breaks loose above") if band is None or band.diverges else self.tr("still good at"),
                (level_text(band.high) if band else none,),
            ),
        ]
        if scene.limit is not None:
            rows.append(NumberRow(self.tr("stability limit"), (level_text(scene.limit),)))
        rows.append(
            NumberRow(self.tr("suggested"), (level_text(band.suggested) if band else none,), bold=True, strong=True)
        )
        self.numbers.set_rows(rows)
        self.button.setEnabled(band is not None)
        self.button.setAccessibleName(
            self.tr("Use this η")
            if band is None
            else self.tr("Use η = {value}").format(value=level_text(band.suggested))
        )
        for place, card in enumerate(self.cards):
            self._tell(card, frame.verdicts[place] if place < len(frame.verdicts) else None)

    def _tell(self, card: VerdictCard, verdict: Verdict | None) -> None:
        title, text = verdict_words(verdict) if verdict is not None else ("", "")
        bad = verdict is not None and verdict.severity == "bad"
        card.set_verdict(title, text, BAD if bad else GOOD)
        card.setVisible(verdict is not None)

    def restyle(self) -> None:
        """Hand the theme on."""
        super().restyle()
        self.button.set_theme(self.theme)
