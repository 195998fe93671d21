"""A whole window for tests, without anything remembered."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
import shiboken6
from pytestqt.qtbot import QtBot

from gui.i18n import set_language
from gui.main_window import MainWindow
from gui.preferences import Preferences
from gui.render import application
from gui.widgets.formula import stop_rendering


@pytest.fixture
def make_window(qapp: object, qtbot: QtBot) -> Iterator[Callable[[], MainWindow]]:
    """Windows that are shown now and taken down at the end."""
    made: list[MainWindow] = []
    application()

    def make() -> MainWindow:
        window = MainWindow(Preferences(clean=True), "light", "en")
        window.show()
        qtbot.waitExposed(window)
        made.append(window)
        return window

    yield make
    stop_rendering()
    for window in made:
        window.close()
        shiboken6.delete(window)
    set_language("en")


@pytest.fixture
def window(make_window: Callable[[], MainWindow]) -> MainWindow:
    """One window, on the race, paused at its start."""
    window = make_window()
    assert window.simulation == "race"
    assert not window.player.playing
    assert window.page.session.step == 0
    return window
