"""The tab *Optimizer race*: what the hand can do to the start, to the racers and to the curves."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QPoint
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from engine.parameter import replace_at
from engine.simulations.race_paths import WIDTH
from gui.main_window import MainWindow
from gui.panels.race import RacePanel
from tests.gui.painted_texts import texts_of
from tests.gui.panels.race.stage import (
    CHAPTER,
    LEFT,
    LIGHT,
    Show,
    color_at,
    drag,
    is_near,
    nesterov,
    part_of_form,
    place,
    told_of,
)


def test_the_start_follows_the_hand_and_is_one_entry_of_undo(window: MainWindow, qtbot: QtBot) -> None:
    page = window.page
    window.seek(20)
    qtbot.waitUntil(lambda: page.session.step == 20)
    plot = page.panel.paths.surface
    shown: list[tuple[float, float]] = []
    page.session.frames_ready.connect(lambda frames, _fresh: shown.append((frames[0].step, frames[0].settings.start)))
    drag(plot, (-7, 2), (-6, 1), (-4, 0.5), (-2, -1.5), (1, -2))
    qtbot.waitUntil(lambda: not page.session.waiting and page.session.runs[0].settings == page.session.recipe.settings)
    start = page.session.recipe.settings.start
    assert start == pytest.approx((1, -2), abs=0.03), "within two pixels"
    assert start == tuple(round(part, 2) for part in start)
    assert plot.markers.start == start
    assert {step for step, _ in shown} == {20}
    assert shown[-1][1] == start
    assert page.session.undo_stack.count() == 1
    assert window.menus.actions["undo"].text() == "Undo start point"
    window.undo()
    assert page.session.recipe.settings.start == (-7, 2)


def test_the_start_stays_on_the_surface(window: MainWindow) -> None:
    drag(window.page.panel.paths.surface, (-7, 2), (0, 0), (60, -40))
    assert window.page.session.recipe.settings.start == (2, -3)


def test_a_press_elsewhere_moves_no_start(window: MainWindow) -> None:
    drag(window.page.panel.paths.surface, (-4, -2), (0, 0), (1, 1))
    assert window.page.session.undo_stack.count() == 0


def test_the_start_dragged_while_another_change_is_being_solved_keeps_that_change(window: MainWindow) -> None:
    session = window.page.session
    window.page.form.edit("racers.0.optimizer.learning_rate", 0.05, done=True)
    assert session.runs[0].settings.racers[0].optimizer.learning_rate == 0.1, "not solved yet"
    drag(window.page.panel.paths.surface, (-7, 2), (0, 0), (1, 1))
    assert session.recipe.settings.racers[0].optimizer.learning_rate == 0.05
    assert session.recipe.settings.start == pytest.approx((1, 1), abs=0.03)


def test_a_click_on_a_racer_selects_it_everywhere(window: MainWindow, qtbot: QtBot) -> None:
    page = window.page
    window.seek(12)
    qtbot.waitUntil(lambda: page.session.step == 12)
    x, y = page.session.runs[0].frame().positions[3]
    QTest.mouseClick(page.panel.paths.surface.viewport(), LEFT, pos=place(page.panel.paths.surface, x, y))
    assert page.form.selected_index("racers") == 3
    assert page.panel.view()["selected"] == 3
    assert told_of(page.panel) == "RMSprop · step 12"
    assert [row.name for row in page.panel.paths.inspector.standings.rows if row.bold] == ["RMSprop"]
    widths = [style.width for style in page.panel.paths.surface.trails.styles]
    assert widths.index(max(widths)) == 3


def test_with_hidden_racers_a_click_still_selects_the_one_under_it(panel: RacePanel, show: Show, qtbot: QtBot) -> None:
    timeline = show(step=12)
    panel.set_shown("racers", 0, shown=False)
    panel.set_shown("racers", 2, shown=False)
    x, y = timeline.frame().positions[3]
    with qtbot.waitSignal(panel.selected) as picked:
        QTest.mouseClick(panel.paths.surface.viewport(), LEFT, pos=place(panel.paths.surface, x, y))
    assert picked.args == ["racers", 3]


def test_a_click_on_a_mark_at_the_edge_selects_who_is_out_there(panel: RacePanel, show: Show) -> None:
    show(nesterov(30), step=2)
    head = panel.paths.surface.markers.heads[5]
    QTest.mouseClick(panel.paths.surface.viewport(), LEFT, pos=place(panel.paths.surface, head.x, 3.0) + QPoint(0, 4))
    assert panel.view()["selected"] == 5


def test_a_click_in_the_standings_selects(window: MainWindow, qtbot: QtBot) -> None:
    page = window.page
    window.seek(30)
    qtbot.waitUntil(lambda: page.session.step == 30)
    table = page.panel.paths.inspector.standings
    middle = next(y for y in range(table.height()) if table.row_at(y) == 4) + 8
    QTest.mouseClick(table, LEFT, pos=QPoint(60, middle))
    assert told_of(page.panel) == "AdaGrad · step 30"
    assert page.form.selected_index("racers") == 2


def test_a_card_selected_in_the_form_is_shown(window: MainWindow) -> None:
    QTest.mouseClick(part_of_form(window, "settings.racers.1"), LEFT, pos=QPoint(80, 8))
    assert told_of(window.page.panel) == "Momentum · step 0"


def test_a_racer_can_be_switched_off_and_on(window: MainWindow, qtbot: QtBot) -> None:
    page = window.page
    window.seek(12)
    qtbot.waitUntil(lambda: page.session.step == 12)
    before = page.session.runs
    x, y = page.session.runs[0].frame().positions[0]
    box = part_of_form(window, "shown.racers.0")
    assert is_near(color_at(page.panel.paths.surface, x, y), LIGHT.series(0))
    QTest.mouseClick(box, LEFT)
    assert not is_near(color_at(page.panel.paths.surface, x, y), LIGHT.series(0))
    assert "SGD" not in [text.text for text in texts_of(page.panel.paths.surface)]
    assert "SGD" in [row.name for row in page.panel.paths.inspector.standings.rows], "it races all the same"
    QTest.mouseClick(box, LEFT)
    assert is_near(color_at(page.panel.paths.surface, x, y), LIGHT.series(0))
    assert page.session.runs is before
    assert page.session.undo_stack.count() == 0


def test_a_racer_that_is_added_is_selected_and_one_removed_is_not(window: MainWindow, qtbot: QtBot) -> None:
    page = window.page
    part_of_form(window, "settings.racers").add_entry("nesterov")
    qtbot.waitUntil(lambda: len(page.session.runs[0].settings.racers) == 6)
    assert page.panel.view()["selected"] == page.form.selected_index("racers") == 5
    assert told_of(page.panel) == "Nesterov · step 0"
    page.session.undo_stack.undo()
    qtbot.waitUntil(lambda: len(page.session.runs[0].settings.racers) == 5)
    assert page.panel.view()["selected"] == page.form.selected_index("racers") == 4


def test_removing_a_racer_repaints_no_other(panel: RacePanel, show: Show) -> None:
    show(replace(CHAPTER, racers=CHAPTER.racers[1:]), step=12)
    assert [style.series for style in panel.paths.surface.trails.styles] == [1, 2, 3, 4]


@pytest.mark.parametrize(
    ("kind", "title", "axis", "column"),
    [
        ("gradient", "Size of the gradient by step", "|∇f|, log scale", 3),
        ("step", "Length of each step", "|Δw|, log scale", 4),
    ],
)
def test_another_curve_can_be_chosen(
    panel: RacePanel, show: Show, kind: str, title: str, axis: str, column: int
) -> None:
    timeline = show(step=30)
    segment = next(each for each in panel.paths.choice.children() if getattr(each, "key", "") == kind)
    QTest.mouseClick(segment, LEFT)
    rows = timeline.record.reshape(31, 5, WIDTH)[1:, :, column]
    assert np.allclose(10 ** panel.paths.curves.trails.points[1:, :, 1], rows)
    texts = [text.text for text in texts_of(panel)]
    assert title in texts
    assert axis.replace(" ", "") in "".join(texts).replace(" ", "")
    assert panel.view()["curve"] == kind


def test_a_surface_without_a_lowest_point_has_a_plain_axis(panel: RacePanel, show: Show) -> None:
    saddle = replace_at(replace(CHAPTER, steps=40), "surface.kind", "saddle").following("surface.kind")
    timeline = show(saddle, step=40)
    losses = timeline.record.reshape(41, 5, WIDTH)[..., 2]
    assert losses.min() < 0
    assert np.array_equal(panel.paths.curves.trails.points[..., 1], losses)
    assert "loss f" in [text.text for text in texts_of(panel.paths.curves)]
