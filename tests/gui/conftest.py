"""A whole window, without anything remembered, and sessions without a window."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
import shiboken6
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from engine.recipe import Recipe, default_recipe
from gui.i18n import set_language
from gui.main_window import MainWindow
from gui.preferences import Preferences
from gui.render import application
from gui.session import Session
from gui.widgets.formula import stop_rendering
from tests.gui.watched import Watched


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


@pytest.fixture
def watch(qapp: object) -> Iterator[Callable[[Recipe], Watched]]:
    """Sessions that are put to rest at the end."""
    made: list[Session] = []

    def make(recipe: Recipe) -> Watched:
        session = Session(recipe)
        watched = Watched(session, [])
        session.frames_ready.connect(
            lambda frames, fresh: watched.pictures.append((frames[0].step, frames[0].settings, fresh))
        )
        made.append(session)
        session.work()
        return watched

    yield make
    for session in made:
        session.close()


@pytest.fixture
def race(watch: Callable[[Recipe], Watched]) -> Watched:
    """The chapter's race, at step 0."""
    watched = watch(default_recipe("race"))
    assert watched.session.step == 0
    assert watched.session.length == 30
    assert [step for step, _, _ in watched.pictures] == [0]
    return watched


@pytest.fixture
def playing(window: MainWindow) -> Iterator[MainWindow]:
    """A changed experiment in mid-play; its clock stands still in between, so that its step can be told."""
    window.page.form.edit("racers.4.optimizer.learning_rate", 0.5, done=True)
    window.page.session.seek(7)
    window.page.session.work()
    window.page.session.work()
    assert window.page.session.step == 7
    window.player.speed = 0.001
    window.player.play()
    yield window
    window.player.pause()


@pytest.fixture
def active(window: MainWindow, qtbot: QtBot) -> Iterator[MainWindow]:
    """The window, with the keyboard in its picture."""
    window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is window.page.panel, timeout=2000)
    yield window
    window.player.pause()
