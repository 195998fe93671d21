"""A panel of the learning-rate schedules on the screen, and experiments to show on it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
import shiboken6
from pytestqt.qtbot import QtBot

from engine.recipe import default_recipe
from engine.simulations.schedules import SchedulesSettings
from engine.timeline import Timeline
from gui.panels.schedules import SchedulesPanel
from tests.gui.panels.schedules.experiments import LIGHT, SMALL, Show, move


@pytest.fixture
def panel(qapp: object, qtbot: QtBot) -> Iterator[SchedulesPanel]:
    """A panel on the screen, empty as yet."""
    made = SchedulesPanel(LIGHT)
    made.resize(720, 700)
    made.right.resize(300, 800)
    made.show()
    qtbot.waitExposed(made)
    yield made
    shiboken6.delete(made.right)
    shiboken6.delete(made)


@pytest.fixture
def show(panel: SchedulesPanel) -> Show:
    """Shows an experiment at a step; gives its timeline, solved `ahead` steps further."""

    def shown(settings: SchedulesSettings = SMALL, step: int = 12, ahead: int = 0) -> Timeline:
        timeline = default_recipe("schedules").changed(settings=settings).timeline()
        timeline.seek(min(step + ahead, timeline.length))
        panel.show_run((timeline,))
        move(panel, timeline, step)
        return timeline

    return shown
