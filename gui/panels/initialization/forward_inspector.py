"""The right column in mode `forward`: the draw, why the scheme has its spread, distinct units, verdicts."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Signal

from engine.diagnostics import Severity
from engine.simulations.initialization_derivations import Line
from engine.simulations.initialization_forward import ForwardFrame, ForwardScene
from gui.i18n import verdict_words, words
from gui.panels.base import Run
from gui.panels.initialization.correlations import CorrelationRow, UnitPicture
from gui.panels.initialization.forward_plot import value_text
from gui.panels.initialization.look import SIDES, Look, Looks
from gui.panels.initialization.number_text import table_number
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

WHOLE_HEIGHT, SIDES_HEIGHT = 640, 140  # from here on all that matters is in sight; more by this with two sides
LONGEST = 34  # characters of a line of numbers
MARKS: dict[Severity, Mark] = {"good": "check", "note": "nearly", "bad": "cross"}


class ForwardInspector(Inspector):
    """Shows a frame for the selected scheme of the active side; a click in a table picks another."""

    picked = Signal(int)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self.heading = self.add(SectionTitle(theme))
        self.table = self.add(NumberTable(theme, clickable=True))
        self.sides_heading = self.add(SectionTitle(theme), 4)
        self.sides = self.add(NumberTable(theme, clickable=True))
        self.add(Separator(theme))
        self.why_heading = self.add(SectionTitle(theme))
        self.why = self.add(FormulaList(theme))
        self.units_line = self.add(Separator(theme))
        self.units_heading = self.add(SectionTitle(theme))
        self.units = self.add(CorrelationRow(theme))
        self.card = self.add(VerdictCard(theme), 10)
        self.others = self.add(CheckList(theme), 8)
        self.dispensable = (self.others, self.units_line, self.units_heading, self.units)
        self._runs: tuple[Run, ...] = ()
        self._looks: tuple[Looks, ...] = ()
        self._side = self._room = 0
        for table in (self.table, self.sides):
            table.row_clicked.connect(self.picked)

    def set_room(self, height: int) -> None:
        """In a low window the verdict stands above the formulas, where it is seen without scrolling."""
        self._room = height
        self._place_card()

    def _place_card(self) -> None:
        needed = WHOLE_HEIGHT + (SIDES_HEIGHT if len(self._runs) > 1 else 0)
        low = 0 < self._room < needed
        self.place(self.card, self._added.index(self.sides) + 1 if low else len(self._added) - 2)

    def retranslate(self) -> None:
        """Set the fixed texts again."""
        quiet = NumberColumn(self.tr("expected"), quiet=True)
        self.heading.set_title(self.tr("This draw"))
        self.table.set_header("", (NumberColumn(self.tr("mean")), NumberColumn(self.tr("std")), quiet))
        self.sides_heading.set_title(self.tr("Standard deviation"))
        self.sides.set_header("", tuple(NumberColumn(side) for side in SIDES))
        self.units_heading.set_title(self.tr("Distinct units"))
        self.units.setAccessibleName(self.tr("Unit × unit correlation"))
        self.units.setToolTip(
            self.tr(
                "Each row and each column is a unit: the fuller the colour, the closer two units go together over the batch. "
                "Units with the same weights are copies, and stay copies: they get the same gradient."
            )
        )

    # -- shown --------------------------------------------------------------------------------------------------------

    def show_run(self, runs: tuple[Run, ...]) -> None:
        """Other runs, A or A and B."""
        self._runs = runs
        for widget in (self.sides_heading, self.sides):
            widget.setVisible(len(runs) > 1)
        self._place_card()

    def show_looks(self, looks: tuple[Looks, ...], side: int) -> None:
        """What stays the same for a run: its draw, its units."""
        self._looks, self._side = looks, side
        run, scene = self._runs[side], self._scene
        course = scene.course
        note = self.tr("seed {seed} · layer 1, {size}").format(seed=run.seed, size=f"{course.n_in} × {course.n_out}")
        self.heading.set_note(f"{SIDES[side]} · {note}" if len(looks) > 1 else note)
        self.table.set_rows([self._row(i, look, scene) for i, look in enumerate(looks[side])])
        self.units_heading.set_note(self.tr("layer 1"))
        self.units_heading.set_aside(self.tr("correlation"))
        self.units.show_pictures(
            tuple(
                UnitPicture(
                    scene.passes[i].correlation,
                    look.colour,
                    look.name,
                    self._count_text(scene, i),
                    f"{scene.passes[i].distinct}/{scene.course.n_out}",
                )
                for i, look in enumerate(looks[side])
                if look.shown
            )
        )

    @property
    def _scene(self) -> ForwardScene:
        scene: ForwardScene = self._runs[self._side].scene
        return scene

    def _count_text(self, scene: ForwardScene, index: int) -> str:
        return self.tr("{n} of {of}").format(n=scene.passes[index].distinct, of=scene.course.n_out)

    def _row(self, index: int, look: Look, scene: ForwardScene) -> NumberRow:
        expected = scene.schemes[index].std
        numbers = (*scene.passes[index].weights, expected)
        return _row_of(look, tuple(table_number(number, expected) for number in numbers))

    def show_frames(self, frames: tuple[Any, ...], fresh: bool) -> None:
        """Numbers, formulas and sentences at this step."""
        frame: ForwardFrame = frames[self._side]
        looks = self._looks[self._side]
        selected = next(i for i, look in enumerate(looks) if look.selected)
        look = looks[selected]
        why = frame.why[selected]
        self.why_heading.set_title(words(why.title))
        note = self.tr("{name}, layer {layer}").format(name=look.name, layer=max(frame.layer, 1))
        self.why_heading.set_note(note, look.colour)
        self.why.set_blocks([entry_of(line) for line in why.lines])
        self._tell(frame, selected, looks)
        if len(frames) > 1:
            self._show_sides(frames)

    def _show_sides(self, frames: tuple[ForwardFrame, ...]) -> None:
        """What each side has at the layer it has come to."""
        own = frames[self._side]
        symbol = "∂L/∂a" if own.phase == "backward" else "a"
        self.sides_heading.set_note(self.tr("of {symbol}, layer {layer}").format(symbol=symbol, layer=own.layer))
        rows = []
        for i, look in enumerate(self._looks[self._side]):
            rows.append(_row_of(look, tuple(self._value(side, frames[side], i) for side in range(2))))
        self.sides.set_rows(rows)

    def _value(self, side: int, frame: ForwardFrame, index: int) -> str:
        scene: ForwardScene = self._runs[side].scene
        if index >= len(scene.passes) or frame.layer == 0:
            return "–"
        sent = scene.passes[index]
        flow = sent.gradients if frame.phase == "backward" else sent.activations
        return value_text(float(flow.std[frame.layer - 1]))

    def _tell(self, frame: ForwardFrame, selected: int, looks: Looks) -> None:
        """What the numbers say of the selected scheme, and in a word of the others."""
        first = {verdict.subject: verdict for verdict in reversed(frame.verdicts)}
        self.card.set_verdict(*verdict_words(first[selected]), looks[selected].colour)
        others = [i for i, look in enumerate(looks) if i != selected and look.shown]
        named = [first[i] for i in others if "{scheme}" in first[i].title]
        self.others.set_items([CheckItem(MARKS[verdict.severity], verdict_words(verdict)[0]) for verdict in named])


def entry_of(line: Line) -> FormulaEntry:
    """One line of a derivation, worded; what was measured stands behind the numbers, or below if that is too long."""
    values = {name: words(value) for name, value in line.values.items()}
    numbers, measured = words(line.numbers, **values), words(line.measured, **values)
    both = f"{numbers}; {measured}"
    return FormulaEntry(
        line.tex, (numbers,) if not measured else (both,) if len(both) <= LONGEST else (numbers, measured)
    )


def _row_of(look: Look, values: tuple[str, ...]) -> NumberRow:
    return NumberRow(
        look.name, values, swatch=look.colour, bold=look.selected, strong=look.selected, faded=not look.shown
    )
