"""The right column for "why non-linear": five cards that light up step by step, and what they show."""

from __future__ import annotations

from PySide6.QtCore import Signal

from engine.diagnostics import Verdict
from engine.simulations.activations_collapse import COMPARED, CollapseFrame, CollapseScene
from gui.i18n import verdict_words, words
from gui.panels.activations.figures import figure, place, plain
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


class CollapseInspector(Inspector):
    """Each step as a card with its formula and numbers. `picked(i)`: a row was clicked."""

    picked = Signal(int)

    def __init__(self, theme: Theme) -> None:
        """Build everything once."""
        super().__init__(theme)
        self.heading = self.add(SectionTitle(theme))
        self.steps = self.add(FormulaList(theme), 4)
        self.cards = tuple(self.add(VerdictCard(theme), 10) for _ in range(2))
        self.separator = self.add(Separator(theme), 4)
        self.misses = self.add(NumberTable(theme, clickable=True))
        self._scene: CollapseScene | None = None
        self._selected = 0
        self.misses.row_clicked.connect(self.picked)
        self.retranslate()

    def retranslate(self) -> None:
        """Set the fixed texts again."""
        self.heading.set_title(self.tr("One input"))
        self.misses.set_header(self.tr("Best straight line"), [NumberColumn(self.tr("misses by"))])

    def show_scene(self, scene: CollapseScene, selected: int) -> None:
        """Other weights, inputs or functions, or another one selected."""
        self._scene, self._selected = scene, selected

    def show_frame(self, frame: CollapseFrame) -> None:
        """The cards up to this step, the verdicts, and all functions' misses once they are compared."""
        scene = self._scene
        assert scene is not None
        name = words(scene.names[self._selected])
        self.heading.set_note(f"{name} · x = {place(frame.x)}", scene.colours[self._selected])
        self.steps.set_blocks(self._entries(scene, frame, name))
        for part in (self.separator, self.misses):
            part.setVisible(frame.step >= COMPARED)
        self.misses.set_rows(
            [
                NumberRow(words(each), (figure(line.miss, 4),), swatch=colour, bold=i == self._selected)
                for i, (each, colour, line) in enumerate(zip(scene.names, scene.colours, scene.lines, strict=True))
            ]
        )
        self._judge(frame)

    def _entries(self, scene: CollapseScene, frame: CollapseFrame, name: str) -> list[FormulaEntry]:
        layers, a = scene.layers, frame.a[self._selected]
        first = zip(layers.w1[0], layers.b1, frame.z, strict=True)
        out = float(frame.outputs[self._selected])
        line = scene.lines[self._selected]
        contents = (
            (self.tr("First layer"), r"z = x W_1 + b_1", tuple(_affine(frame.x, w, b, z) for w, b, z in first)),
            (
                self.tr("Non-linearity"),
                r"a = f(z)",
                tuple(f"f({figure(z)}) = {figure(v)}" for z, v in zip(frame.z, a, strict=True)),
            ),
            (
                self.tr("Second layer"),
                r"y = a W_2 + b_2",
                (self.tr("without: {y}").format(y=figure(frame.linear)), self.tr("with f: {y}").format(y=figure(out))),
            ),
            (
                self.tr("One layer"),
                r"y = x W + b",
                (_affine(frame.x, scene.w, scene.b, frame.one), self.tr("without: {y}").format(y=figure(frame.linear))),
            ),
            (
                self.tr("Compared"),
                r"y = p\,x + q",
                (
                    self.tr("without: differs by {miss}").format(miss=figure(scene.difference)),
                    self.tr("with f: misses by {miss}").format(miss=figure(line.miss)),
                ),
            ),
        )
        return [
            FormulaEntry(
                tex,
                numbers if frame.step >= n else ("",) * len(numbers),
                label=label,
                lit=frame.step == n,
                faded=frame.step < n,
            )
            for n, (label, tex, numbers) in enumerate(contents, start=1)
        ]

    def _judge(self, frame: CollapseFrame) -> None:
        own = next((v for v in frame.verdicts if v.subject == self._selected), None)
        whole = next((v for v in frame.verdicts if v.subject < 0), None)
        for card, verdict in zip(self.cards, (own, whole), strict=True):
            self._tell(card, verdict)

    def _tell(self, card: VerdictCard, verdict: Verdict | None) -> None:
        assert self._scene is not None
        card.setVisible(verdict is not None)
        if verdict is not None:
            title, text = verdict_words(verdict)
            colour = self._scene.colours[verdict.subject] if verdict.subject >= 0 else "rule"
            card.set_verdict(title, text, colour)


def _affine(x: float, w: float, b: float, y: float) -> str:
    """One output of a layer with its numbers: `1 · 0.85 − 2.1 = −1.250`."""
    sign = "−" if b < 0 else "+"
    factor = f"({plain(w)})" if w < 0 else plain(w)
    return f"{plain(x)} · {factor} {sign} {plain(abs(b))} = {figure(float(y))}"
