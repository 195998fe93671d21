"""The right column while functions are probed or repeated."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal

from engine.diagnostics import Verdict
from engine.simulations.activations_probe import ProbeFrame, Reading
from engine.simulations.activations_repeat import RepeatFrame
from engine.simulations.activations_scene import FunctionsScene
from gui.i18n import verdict_words, words
from gui.panels.activations.figures import MARKS, deviation, figure, place
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

LONGEST_LINE = 33
WAY_SHOWN = 4
LONGEST_WAY = 33
TANGENT = r"t(z) = f(z_0) + f'(z_0) \, (z - z_0)"
NEXT = r"z_{k+1} = f(z_k)"
CHAIN = r"\partial z_k / \partial z_0 = f'(z_0) \, f'(z_1) \cdots f'(z_{k-1})"


class FunctionsInspector(Inspector):
    """Formulas with their numbers, all functions' values, good and bad, the verdict. `picked(i)`: a row was clicked."""

    picked = Signal(int)

    def __init__(self, theme: Theme) -> None:
        """Build everything once."""
        super().__init__(theme)
        self.heading = self.add(SectionTitle(theme))
        self.formulas = self.add(FormulaList(theme))
        self.add(Separator(theme))
        self.values = self.add(NumberTable(theme, clickable=True))
        self.add(Separator(theme))
        self.judged = self.add(SectionTitle(theme))
        self.checks = self.add(CheckList(theme))
        self.card = self.add(VerdictCard(theme), 12)
        self._scene: FunctionsScene | None = None
        self._selected = 0
        self._header: tuple[str, ...] = ()
        self._lines: list[int] = []
        self.values.row_clicked.connect(self.picked)

    def show_scene(self, scene: FunctionsScene, selected: int) -> None:
        """Other functions, or another one selected."""
        self._scene, self._selected = scene, selected
        self._lines = [0, 0, 0]
        name = words(scene.names[selected])
        self.judged.set_title(self.tr("{function}: good and bad").format(function=name))
        self.checks.set_items([CheckItem(MARKS[judged], words(text)) for judged, text in scene.facts[selected].marks])

    def show_probe(self, frame: ProbeFrame) -> None:
        """The functions at the probe."""
        scene, reading = self._known(), frame.readings[self._selected]
        at = f"z = {place(frame.z)}"
        self._head(self.tr("At the probe"), at)
        activation = scene.activations[self._selected]
        self._show_formulas(
            (activation.formula, broken(reading.numbers[0])),
            (activation.derivative_formula, broken(reading.numbers[1])),
            (TANGENT, (tangent_text(reading),)),
        )
        self._set_header(self.tr("All at the probe"), "f", "f′")
        self._set_rows([(figure(r.value), figure(r.slope)) for r in frame.readings])
        self._judge(frame.verdicts)

    def show_repeat(self, frame: RepeatFrame) -> None:
        """The functions after so many passes."""
        reading = frame.readings[self._selected]
        self._head(self.tr("One input"), f"k = {frame.step}")
        way = frame.webs[self._selected][::2, 0]
        self._show_formulas(
            (NEXT, (way_text(way.tolist()),)),
            (self._known().activations[self._selected].formula, broken(reading.numbers[0])),
            (CHAIN, (f"= {figure(frame.chain[self._selected], 4)}",)),
        )
        self._set_header(self.tr("All after k passes"), "z", self.tr("std"))
        self._set_rows([(figure(r.z), deviation(d.std)) for r, d in zip(frame.readings, frame.repeated, strict=True)])
        self._judge(frame.verdicts)

    def _known(self) -> FunctionsScene:
        assert self._scene is not None
        return self._scene

    def _head(self, title: str, at: str) -> None:
        scene = self._known()
        self.heading.set_title(title)
        self.heading.set_note(f"{words(scene.names[self._selected])} · {at}", scene.colours[self._selected])

    def _show_formulas(self, *formulas: tuple[str, tuple[str, ...]]) -> None:
        """Formulas keep the most lines that they needed so far, so that what is below them stands still."""
        self._lines = [max(n, len(lines)) for n, (_, lines) in zip(self._lines, formulas, strict=True)]
        self.formulas.set_blocks(
            [
                FormulaEntry(tex, lines + ("",) * (most - len(lines)))
                for most, (tex, lines) in zip(self._lines, formulas, strict=True)
            ]
        )

    def _set_header(self, title: str, *columns: str) -> None:
        """Only on a change: columns then begin with new widths."""
        if (title, *columns) != self._header:
            self._header = (title, *columns)
            self.values.set_header(title, [NumberColumn(name, symbol=len(name) < 3) for name in columns])

    def _set_rows(self, values: Sequence[tuple[str, str]]) -> None:
        scene = self._known()
        self.values.set_rows(
            [
                NumberRow(words(name), pair, swatch=colour, bold=i == self._selected)
                for i, (name, colour, pair) in enumerate(zip(scene.names, scene.colours, values, strict=True))
            ]
        )

    def _judge(self, verdicts: tuple[Verdict, ...]) -> None:
        verdict = next((v for v in verdicts if v.subject == self._selected), None)
        title, text = verdict_words(verdict) if verdict is not None else ("", "")
        self.card.set_verdict(title, text, self._known().colours[self._selected])
        self.card.setVisible(verdict is not None)


def broken(text: str, longest: int = LONGEST_LINE) -> tuple[str, ...]:
    """A formula with its numbers in as many lines as it needs, broken before `=` or `+`."""
    if len(text) <= longest:
        return (text,)
    for sign in (" = ", " + ", " · "):
        at = text.rfind(sign, 0, longest + 1) if sign != " = " else text.rfind(sign)
        if at > 0:
            return (*broken(text[:at], longest), *broken(text[at + 1 :], longest))
    return (text,)


def tangent_text(reading: Reading) -> str:
    """The tangent with its numbers: `0.2142 + 0.1683 · (z + 1.30)`."""
    shift = f"z {'+' if reading.z < 0 else '−'} {place(abs(reading.z))}"
    sign = "−" if reading.slope < 0 else "+"
    return f"{figure(reading.value, 4)} {sign} {figure(abs(reading.slope), 4)} · ({shift})"


def way_text(way: Sequence[float]) -> str:
    """The last few places of one input's way, as many as a line holds: `… → 0.214 → 0.553`."""
    last = [figure(z) for z in way[-WAY_SHOWN:]]
    while True:
        text = " → ".join(("…", *last) if len(way) > len(last) else last)
        if len(text) <= LONGEST_WAY or len(last) == 1:
            return text
        del last[0]
