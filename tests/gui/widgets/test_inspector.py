"""The right column: titles, formulas with their numbers, legends, and all of it together."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtGui import QPainter
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from gui.theme import Theme, load_theme
from gui.widgets.formula import flush
from gui.widgets.inspector import (
    CheckItem,
    CheckList,
    FormulaBlock,
    FormulaEntry,
    FormulaList,
    Inspector,
    Legend,
    LegendEntry,
    NumberColumn,
    NumberRow,
    NumberTable,
    SectionTitle,
    Separator,
    VerdictCard,
)
from gui.widgets.titles import heading
from tests.gui.widgets.pixels import WIDTH, Paints, Shown, fitted, near, painted, screen, shown_in_a_column

STANDINGS = [
    NumberRow("RMSprop", ("0.486",), 3),
    NumberRow("Momentum", ("1.84",), 1),
    NumberRow("Adam", ("17.50",), 4, bold=True),
]
STAGES = [
    FormulaEntry(r"g = \nabla f(w)", ("g = (−11.420, −14.879)",), label="Gradient"),
    FormulaEntry(r"v \leftarrow \beta v - \eta g", ("  (0.02, 0.01)",), "= (0.03, 0.01)", label="Add", lit=True),
    FormulaEntry(r"w \leftarrow w + v", ("+ v = (0.26, 0.01)",), label="Move", faded=True),
]


@pytest.fixture(params=["light", "dark"])
def theme(request: pytest.FixtureRequest) -> Theme:
    return load_theme(request.param)


@pytest.fixture
def light() -> Theme:
    return load_theme("light")


@pytest.fixture
def show(qtbot: QtBot) -> Iterator[Shown]:
    windows: list[QWidget] = []  # qtbot only closes windows, it does not keep them
    yield lambda theme, widget: windows.append(shown_in_a_column(qtbot, theme, widget))
    windows.clear()


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("This step", "THIS STEP"),
        ("All at z = −1.30", "ALL AT z = −1.30"),
        ("Input N(μ, σ)", "INPUT N(μ, σ)"),
        ("このステップ", "このステップ"),
    ],
)
def test_headings_are_in_capitals_but_for_symbols(text: str, shown: str) -> None:
    assert heading(text) == shown


def test_a_title_shows_what_it_speaks_of(qtbot: QtBot, theme: Theme) -> None:
    title = fitted(qtbot, SectionTitle(theme, "This step"))
    alone = painted(title, theme.color("side"))
    assert near(alone, theme.color("quiet")).sum() > 20
    assert near(alone, theme.series(4)).sum() == 0
    title.set_note("Adam · step 30", 4)
    title.set_aside("loss f")
    with_note = painted(title, theme.color("side"))
    assert near(with_note, theme.series(4)).sum() > 400
    assert near(with_note, theme.color("ink")).sum() > near(alone, theme.color("ink")).sum() + 40
    assert near(with_note[:, -120:], theme.color("quiet")).sum() > 20
    assert title.accessibleName() == "This step Adam · step 30 loss f"


def test_a_long_note_stays_inside(qtbot: QtBot, light: Theme) -> None:
    title = fitted(qtbot, SectionTitle(light, "This step"))
    title.set_note("A racer with a name that no column can hold · step 30", 4)
    title.set_aside("aside")
    ink = near(painted(title, light.color("side")), light.color("ink"))
    assert ink.any()
    assert np.flatnonzero(ink.any(axis=0))[-1] < 2 * (WIDTH - 40)


def test_a_separator_is_a_line_with_room(qtbot: QtBot, theme: Theme) -> None:
    line = fitted(qtbot, Separator(theme))
    rows = near(painted(line, theme.color("side"), 1), theme.color("line"), 6).sum(axis=1)
    assert rows.max() > WIDTH - 20
    assert (rows > 0).sum() <= 2


def test_a_legend_names_its_samples_and_breaks_lines(qtbot: QtBot, light: Theme) -> None:
    legend = fitted(qtbot, Legend(light))
    legend.set_entries(
        [
            LegendEntry("computed", 0, "line-dot"),
            LegendEntry("still to come", 1, "line-ring"),
            LegendEntry("theory", "ink", "dash"),
            LegendEntry("Swish", 5),
        ]
    )
    assert legend.accessibleName() == "computed, still to come, theory, Swish"
    assert legend.heightForWidth(600) < legend.heightForWidth(WIDTH)
    legend.resize(WIDTH, legend.heightForWidth(WIDTH))
    pixels = painted(legend, light.color("side"))
    assert all(near(pixels, light.series(i)).sum() > 30 for i in (0, 1, 5))
    assert near(pixels, light.color("card"), 2).sum() > 20, "the ring is hollow"


def test_formulas_stand_above_their_quiet_numbers(qtbot: QtBot, theme: Theme) -> None:
    block = FormulaBlock(theme)
    block.set_entry(FormulaEntry(r"g_4 = g_5 \cdot w", ("3.3772e−06 · 0.5",), "= 4.13646363e−07"))
    fitted(qtbot, block)
    pixels = painted(block, theme.color("side"))
    ink = np.flatnonzero(near(pixels, theme.color("ink")).any(axis=1))
    quiet = np.flatnonzero((near(pixels, theme.color("quiet"), 12)).sum(axis=1) > 3)
    assert ink[0] < quiet[-1] < ink[-1], "formula, numbers, result"
    assert block.accessibleName() == "g₄ = g₅ · w 3.3772e−06 · 0.5 = 4.13646363e−07"


def test_the_result_is_bold(qtbot: QtBot, light: Theme) -> None:
    shown = []
    for entry in (FormulaEntry("x", ("= 4.136",)), FormulaEntry("x", (), "= 4.136")):
        block = FormulaBlock(light)
        block.set_entry(entry)
        fitted(qtbot, block)
        shown.append((painted(block, light.color("side"))[50:] < 120).all(axis=-1).sum())
    assert shown[1] > 1.3 * shown[0]


def test_the_stage_whose_turn_it_is_stands_in_a_frame(qtbot: QtBot, theme: Theme) -> None:
    stages = FormulaList(theme)
    stages.set_blocks(STAGES)
    fitted(qtbot, stages)
    third = stages.height() * 2 // 3
    pixels = painted(stages, theme.color("side"))
    accent = near(pixels, theme.color("accent"))
    assert accent[: third - 10].sum() == 0
    assert (accent.sum(axis=1) > WIDTH).sum() >= 2, "lines above and below"
    assert near(pixels[third + 20 : -third - 20, -30:-20], theme.color("card"), 1).all()
    assert accent[-third + 10 :].sum() == 0
    assert near(pixels[-third + 10 :], theme.color("ink"), 20).sum() == 0, "what is still to come is quiet"
    assert near(pixels[:third], theme.color("ink"), 20).sum() > 100


def test_the_frame_moves_on_with_the_stage(qtbot: QtBot, light: Theme) -> None:
    stages = FormulaList(light)
    stages.set_blocks(STAGES)
    fitted(qtbot, stages)
    before = near(painted(stages, light.color("side")), light.color("accent"))
    moved = [STAGES[0], FormulaEntry(STAGES[1].tex, STAGES[1].numbers, STAGES[1].result, "Add"),
             FormulaEntry(STAGES[2].tex, STAGES[2].numbers, label="Move", lit=True)]  # fmt: skip
    stages.set_blocks(moved)
    after = near(painted(stages, light.color("side")), light.color("accent"))
    assert np.flatnonzero(after.any(axis=1))[0] > np.flatnonzero(before.any(axis=1))[0]


def test_numbers_too_long_are_cut_inside_the_column(qtbot: QtBot, light: Theme) -> None:
    block = FormulaBlock(light)
    block.set_entry(FormulaEntry("x", ("(−4.2201234567, −0.1831234567) + (0.0871234567, −0.0231234567)",)))
    fitted(qtbot, block)
    columns = np.flatnonzero((painted(block, light.color("side")) < 200).all(axis=-1).any(axis=0))
    assert WIDTH - 40 < columns[-1] / 2 <= WIDTH - 6


def test_a_formula_too_wide_is_made_smaller(qtbot: QtBot, light: Theme) -> None:
    block = FormulaBlock(light)
    block.set_entry(FormulaEntry(r"f(x, y) = (1.5 - x + xy)^2 + (2.25 - x + xy^2)^2 + (2.625 - x + xy^3)^2"))
    fitted(qtbot, block)
    columns = np.flatnonzero((painted(block, light.color("side")) < 200).all(axis=-1).any(axis=0))
    assert WIDTH - 20 < columns[-1] / 2 <= WIDTH - 6


def test_in_play_only_changed_numbers_are_painted(qtbot: QtBot, show: Shown, light: Theme) -> None:
    formulas = FormulaList(light)
    entries = [FormulaEntry("x + 1", ("= 1.000",)), FormulaEntry("y + 1", ("= 2.000",))]
    formulas.set_blocks(entries)
    show(light, formulas)
    children = len(formulas.children())
    paints = Paints(formulas)
    for i in range(20):
        formulas.set_blocks([entries[0], FormulaEntry("y + 1", (f"= {i}.500",))])
        qtbot.wait(1)
    area = paints.region.boundingRect()
    assert 0 < area.height() <= 30
    assert area.top() > formulas.height() / 2
    assert len(formulas.children()) == children + 1, "only the observer came"
    again = FormulaList(light)
    again.set_blocks(formulas.blocks)
    show(light, again)
    assert np.array_equal(screen(formulas), screen(again))


def column_of(theme: Theme) -> Inspector:
    column = Inspector(theme)
    column.add(SectionTitle(theme, "This step")).set_note("Adam", 4)
    column.add(FormulaList(theme)).set_blocks(STAGES)
    column.add(Separator(theme))
    column.add(NumberTable(theme, "Standings", [NumberColumn("loss", symbol=True)])).set_rows(STANDINGS)
    column.add(CheckList(theme)).set_items([CheckItem("check", "Smooth.")])
    column.add(VerdictCard(theme), space=12).set_verdict("Title.", "Text.", 0)
    return column


def test_a_column_hands_its_theme_on(qtbot: QtBot, light: Theme) -> None:
    dark = load_theme("dark")
    shown = []
    for theme in (light, dark):
        column = column_of(theme)
        qtbot.addWidget(column)
        flush()
        column.set_theme(dark)
        column.resize(300, 600)
        shown.append(painted(column, dark.color("side")))
    assert np.array_equal(*shown)


def test_a_column_can_be_exported_as_vectors(qtbot: QtBot, light: Theme, tmp_path: Path) -> None:
    column = column_of(light)
    qtbot.addWidget(column)
    flush()
    column.resize(300, 600)
    generator = QSvgGenerator()
    generator.setFileName(str(tmp_path / "column.svg"))
    generator.setViewBox(QRect(QPoint(), QSize(300, 600)))
    painter = QPainter(generator)
    column.render(painter, QPoint(), renderFlags=QWidget.RenderFlag.DrawChildren)
    painter.end()
    text = (tmp_path / "column.svg").read_text("utf-8")
    assert "<image" not in text
    assert "RMSprop" in text
    assert "17.50" in text


def test_a_theme_with_larger_text_makes_everything_larger(qtbot: QtBot, light: Theme) -> None:
    heights = []
    for theme in (light, light.enlarged(1.5)):
        column = column_of(theme)
        qtbot.addWidget(column)
        flush()
        heights.append([w.heightForWidth(400) if w.hasHeightForWidth() else w.sizeHint().height()
                        for w in column.findChildren(QWidget) if not isinstance(w, Separator)])  # fmt: skip
    assert all(1.25 * a < b < 1.6 * a for a, b in zip(*heights, strict=True))
