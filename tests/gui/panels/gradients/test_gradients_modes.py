"""The tab *Vanishing gradients* shows the picture of its mode, and makes no other."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
import shiboken6
from pytestqt.qtbot import QtBot

from engine.parameter import replace_at
from engine.recipe import default_recipe
from engine.simulations import SIMULATIONS
from engine.simulations.gradients import GradientsSettings, OnePass, ScalarChain, Training
from engine.timeline import Timeline
from gui.main_window import MainWindow
from gui.panels.gradients import GradientsPanel
from gui.panels.gradients.look import VerdictsInspector
from gui.panels.gradients.panel import MODES
from gui.theme import load_theme
from tests.gui.hand import lay_out
from tests.gui.waiting import settle

LIGHT, DARK = load_theme("light"), load_theme("dark")
SETTINGS = {
    "chain": GradientsSettings(mode=ScalarChain()),
    "one_pass": GradientsSettings(mode=OnePass(), depth=3, width=4, batch=8),
    "training": GradientsSettings(mode=Training(), depth=3, width=4, batch=8, steps=4),
}


@pytest.fixture
def panel(qapp: object) -> Iterator[GradientsPanel]:
    made = GradientsPanel(LIGHT)
    yield made
    assert made.left is not None
    for widget in (made.left, made.right, made):
        shiboken6.delete(widget)


def show(panel: GradientsPanel, mode: str, step: int = 1) -> None:
    run = Timeline(SIMULATIONS["gradients"].simulation, SETTINGS[mode])
    run.seek(step)
    panel.show_run((run,))
    panel.show_frames((run.frame(),), True)


def test_every_mode_has_a_picture() -> None:
    assert set(MODES) == set(SETTINGS)


def test_nothing_is_made_before_it_is_shown(panel: GradientsPanel) -> None:
    assert panel.stack.count() == 0
    for count, mode in enumerate(SETTINGS, start=1):
        show(panel, mode)
        assert panel.stack.count() == count
        view = panel.view_of(mode)
        assert panel.stack.currentWidget() is view.centre
        assert [page.isHidden() for page in panel.column.pages] == [
            page is not view.right for page in panel.column.pages
        ]
        assert view.centre.left is None or view.centre.left.isVisibleTo(panel.below)
    show(panel, "chain")
    assert panel.stack.count() == len(SETTINGS)
    assert panel.chain.weights.isVisibleTo(panel.below)
    show(panel, "one_pass")
    assert not panel.chain.weights.isVisibleTo(panel.below)


def test_a_new_look_reaches_what_is_made_and_what_is_to_come(panel: GradientsPanel) -> None:
    show(panel, "one_pass")
    panel.set_theme(DARK)
    assert panel.view_of("one_pass").centre.theme is DARK
    show(panel, "chain")
    assert panel.chain.theme is DARK
    assert all(page.theme is DARK for page in panel.column.pages)


def test_the_side_that_the_hand_changes_is_told_to_all(panel: GradientsPanel) -> None:
    told: list[tuple[str, str]] = []
    panel.show_side("b")
    for mode in SETTINGS:
        centre = panel.view_of(mode).centre
        centre.show_side = lambda side, mode=mode: told.append((mode, side))  # type: ignore[method-assign, misc]
    panel.show_side("a")
    assert told == [(mode, "a") for mode in SETTINGS]


def test_what_the_hand_does_is_passed_on(panel: GradientsPanel) -> None:
    asked: list[int] = []
    panel.seek_requested.connect(asked.append)
    for mode in SETTINGS:
        show(panel, mode)
        panel.view_of(mode).centre.seek_requested.emit(3)
    assert asked == [3, 3, 3]


def test_the_column_is_told_how_much_of_it_is_in_sight(panel: GradientsPanel) -> None:
    panel.column.set_room(321)
    rooms: list[int] = []
    show(panel, "chain")
    page = panel.column.pages[0]
    page.set_room = rooms.append  # type: ignore[method-assign]
    panel.column.set_room(432)
    assert rooms == [432]


def test_other_settings_of_the_same_mode_keep_the_picture(panel: GradientsPanel) -> None:
    show(panel, "one_pass")
    before = panel.view_of("one_pass").centre
    run = Timeline(SIMULATIONS["gradients"].simulation, replace(SETTINGS["one_pass"], depth=5))
    panel.show_run((run,))
    panel.show_frames((run.frame(),), True)
    assert panel.view_of("one_pass").centre is before


@pytest.mark.parametrize("mode", ["one_pass", "training"])
def test_in_the_window_the_column_is_full_and_its_verdict_in_sight(active: MainWindow, qtbot: QtBot, mode: str) -> None:
    settings = replace_at(default_recipe("gradients").settings, "mode.kind", mode)
    settings = replace(settings, depth=6, width=8, steps=40)
    recipe = default_recipe("gradients").changed(settings=settings, other=settings.counterpart(), step=40)
    active.resize(1024, 700)
    active.show_tab("gradients", recipe)
    settle(qtbot, active, 12 if mode == "one_pass" else 40)
    lay_out()
    panel = active.page.panel
    assert isinstance(panel, GradientsPanel)
    page, sight = panel.view_of(mode).right, active.page.right.viewport().height()
    assert isinstance(page, VerdictsInspector)
    assert page.height() >= page.heightForWidth(page.width())
    for card in page.cards[:2]:
        assert card.title
        assert card.height() >= card.heightForWidth(card.width())
        assert card.geometry().bottom() < sight
