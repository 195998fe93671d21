"""The tab *Learning-rate schedules* in the window, where its runs are solved in a thread of their own."""

from __future__ import annotations

from typing import cast

import pytest
from pytestqt.qtbot import QtBot

from engine.recipe import default_recipe
from engine.simulations.schedules import Compare, SchedulesSettings
from gui.main_window import MainWindow
from gui.panels.schedules import SchedulesPanel
from tests.gui.panels.schedules.experiments import NETWORK, RANGE, SMALL


def opened(window: MainWindow, qtbot: QtBot, settings: SchedulesSettings, step: int) -> SchedulesPanel:
    """The tab in the window, at a step."""
    window.show_tab("schedules", default_recipe("schedules").changed(settings=settings, step=step))
    qtbot.waitUntil(lambda: window.page.session.step == step)
    return cast(SchedulesPanel, window.page.panel)


def test_a_suggested_rate_is_one_step_of_undo(window: MainWindow, qtbot: QtBot) -> None:
    panel = opened(window, qtbot, RANGE, 100)
    panel.range_test.inspector.button.click()
    qtbot.waitUntil(lambda: panel.stack.currentWidget() is panel.compare)
    settings = window.page.session.recipe.settings
    assert settings.mode == Compare()
    rate = settings.optimizer.learning_rate
    assert rate != RANGE.optimizer.learning_rate
    assert panel.compare.rate_plot._base == pytest.approx(rate)
    window.page.session.undo_stack.undo()
    assert window.page.session.recipe.settings == RANGE
    qtbot.waitUntil(lambda: panel.stack.currentWidget() is panel.range_test)


def test_a_network_is_played_while_it_is_solved(window: MainWindow, qtbot: QtBot) -> None:
    panel = opened(window, qtbot, NETWORK, 0)
    window.player.play()
    qtbot.waitUntil(lambda: window.page.session.step == 20)
    assert len(panel.compare.loss_plot.trails.points) == 21
    assert panel.compare.inspector.ranking.rows[0].values[1] != "…"


def test_card_picture_and_column_speak_of_the_same_schedule(window: MainWindow, qtbot: QtBot) -> None:
    panel = opened(window, qtbot, SMALL, 12)
    panel.compare.standing.pictures[2].click()
    assert window.page.form.selected_index("schedules") == 2
    window.page.form.select("schedules", 1)
    panel.select("schedules", 1)
    assert "Cosine" in panel.compare.inspector.heading.accessibleName()


def test_a_press_in_a_plot_moves_the_cursor(window: MainWindow, qtbot: QtBot) -> None:
    panel = opened(window, qtbot, SMALL, 12)
    panel.compare.loss_plot.pressed.emit(30.4, 0.0)
    qtbot.waitUntil(lambda: window.page.session.step == 30)
    assert panel.compare.head.step_text == "step 30"
