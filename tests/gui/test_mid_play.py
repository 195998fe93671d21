"""Theme, language and screen may change at any time, in mid-play too, and nothing of the experiment is lost."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from pytestqt.qtbot import QtBot

from engine.simulations import SIMULATIONS
from gui import main_window
from gui.main_window import MainWindow
from tests.gui.hand import RATE, click, lay_out
from tests.gui.painted_texts import texts_of
from tests.gui.waiting import settle


@pytest.mark.parametrize(
    "switch",
    [
        lambda window: window.choose_theme("dark"),
        lambda window: window.choose_language("ja"),
        lambda window: window.menus.actions["theme.dark"].trigger(),
        lambda window: window.menus.actions["language.ja"].trigger(),
        lambda window: click(window.side_buttons.theme_button),
    ],
    ids=["theme", "language", "theme by menu", "language by menu", "theme by button"],
)
def test_in_mid_play_a_switch_loses_nothing(
    active: MainWindow, qtbot: QtBot, switch: Callable[[MainWindow], object]
) -> None:
    session, before = active.page.session, active.grab().toImage()
    active.page.form.edit(RATE, 0.5, done=True)
    settle(qtbot, active, 7)
    active.player.play()
    recipe, runs = session.recipe, session.runs
    switch(active)
    assert active.player.playing
    assert session.step == 7
    assert session.recipe is recipe
    assert session.runs is runs
    assert session.undo_stack.count() == 1
    assert active.grab().toImage() != before
    qtbot.waitUntil(lambda: session.step > 8, timeout=3000)


def test_every_tab_that_is_open_changes_its_language(active: MainWindow, qtbot: QtBot) -> None:
    english: dict[str, set[str]] = {}
    for simulation in SIMULATIONS:
        active.show_tab(simulation)
        settle(qtbot, active)
        lay_out()
        english[simulation] = {text.text for text in texts_of(active)}
    active.choose_language("ja")
    for simulation, before in english.items():
        active.show_tab(simulation)
        lay_out()
        after = {text.text for text in texts_of(active)}
        same = {text for text in before & after if len(text) > 3 and text.isascii() and text.replace(" ", "").isalpha()}
        assert same <= PROPER_NAMES, simulation
    active.choose_language("en")
    for simulation, before in english.items():
        active.show_tab(simulation)
        lay_out()
        assert {text.text for text in texts_of(active)} == before


PROPER_NAMES = {
    "Adam", "AdaGrad", "Momentum", "RMSprop", "Sigmoid", "ReLU", "Leaky ReLU", "Swish", "tanh", "mean", "Xavier", "He", "torch",
}  # fmt: skip


def test_the_systems_choice_is_followed(active: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    hints = type("Hints", (), {"colorScheme": lambda self: Qt.ColorScheme.Dark})()
    active.choose_theme("light")
    monkeypatch.setattr(main_window.QGuiApplication, "styleHints", lambda: hints)
    active._on_system_scheme()
    assert not active.theme.dark, "only if the choice is the system's"
    active.choose_theme("system")
    assert active.theme.dark


def test_a_wide_window_gives_the_room_to_the_picture(active: MainWindow) -> None:
    narrow = active.page.panel.width()
    active.resize(1920, 1200)
    QCoreApplication.processEvents()
    assert active.page.panel.width() >= narrow + 600


def test_on_a_screen_with_finer_pixels_pens_are_made_anew(
    active: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    qtbot.wait(50)  # until after the first paint
    assert active.theme.ratio == 1
    monkeypatch.setattr(MainWindow, "devicePixelRatioF", lambda _window: 2.0)
    active.windowHandle().screenChanged.emit(active.screen())
    assert active.theme.ratio == active.page.panel.theme.ratio == 2
