"""A race panel on the screen, and races to show on it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
import shiboken6
from pytestqt.qtbot import QtBot

from engine.recipe import default_recipe
from engine.simulations.race import RaceSettings
from engine.timeline import Timeline
from gui.panels.race import RacePanel
from tests.gui.panels.race.stage import CHAPTER, LIGHT, Show, move


@pytest.fixture
def panel(qapp: object, qtbot: QtBot) -> Iterator[RacePanel]:
    """A panel on the screen, empty as yet."""
    made = RacePanel(LIGHT)
    made.resize(720, 700)
    made.right.resize(300, 700)
    made.show()
    qtbot.waitExposed(made)
    assert made.view() == {"selected": 4, "hidden": [], "curve": "loss"}
    yield made
    shiboken6.delete(made.right)
    shiboken6.delete(made)


@pytest.fixture
def show(panel: RacePanel) -> Show:
    """Shows a race at a step; gives its timeline, solved to the end."""

    def shown(settings: RaceSettings = CHAPTER, step: int = 30) -> Timeline:
        timeline = default_recipe("race").changed(settings=settings).timeline()
        timeline.seek(timeline.length)
        panel.show_run((timeline,))
        move(panel, timeline, step)
        return timeline

    return shown
