"""The whole program in a real window, used by mouse and keys as a person uses it."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest
import shiboken6
from PySide6.QtCore import QCoreApplication, QPoint, QPointF, QRect
from PySide6.QtWidgets import QWidget

from engine.recipe import default_recipe
from gui.main_window import MainWindow
from gui.preferences import Preferences
from gui.render import application
from gui.widgets.slider import ValueSlider
from tests.app.command import recipe_data
from tests.app.real_window import MISSING, Screen, colours, running, share_of_change, virtual_screen, wait_until

pytestmark = pytest.mark.skipif(bool(MISSING), reason=f"not installed: {MISSING}")


@pytest.fixture(scope="module")
def screen(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Screen]:
    """One screen for all; each test has its own program on it."""
    with virtual_screen(tmp_path_factory.mktemp("screen")) as made:
        yield made


@pytest.fixture
def plan(qapp: object) -> Iterator[MainWindow]:
    """The same window in this process, off the screen: it tells where everything stands."""
    application()
    window = MainWindow(Preferences(clean=True), "light", "en")
    window.show()
    for _ in range(5):
        QCoreApplication.processEvents()
    yield window
    window.close()
    shiboken6.delete(window)


def area(plan: MainWindow, widget: QWidget) -> QRect:
    """Where a widget of the program is on the screen, on which the window stands in the upper left corner."""
    return QRect(widget.mapTo(plan, QPoint()), widget.size())


def middle(plan: MainWindow, widget: QWidget) -> QPoint:
    return area(plan, widget).center()


@pytest.fixture
def recipe(tmp_path: Path) -> Path:
    """The chapter's race in a file, at step 0: a window opened on a file does not play of itself."""
    path = tmp_path / "race.json"
    path.write_text(default_recipe("race").to_json(), encoding="utf-8")
    return path


def test_play_step_scrub_and_drag_the_start(screen: Screen, plan: MainWindow, recipe: Path) -> None:
    panel, transport = plan.page.panel, plan.transport
    counter, scrubber = area(plan, transport.counter), area(plan, transport.scrubber)
    start, there = (on_surface(plan, *place) for place in ((-7, 2), (-3, -1)))
    with running(screen, recipe.parent, recipe) as program:
        at_start = screen.still(counter)
        screen.key("Right", "Right", "Right")
        screen.changed(at_start, counter)
        at_three = screen.still(counter)
        screen.key("Left", "Left", "Left")
        screen.changed(at_three, counter)
        assert np.array_equal(screen.still(counter), at_start), "back at step 0"
        screen.key("space")
        wait_until(playing(screen, counter, 3), "it does not play")
        screen.key("space")
        paused = screen.still()
        time.sleep(0.3)
        assert np.array_equal(screen.pixels(), paused)
        screen.click(middle(plan, transport.play_button))
        wait_until(playing(screen, counter, 2), "it does not play after a click")
        screen.drag(scrubber.center(), QPoint(scrubber.right() - 9, scrubber.center().y()))
        assert program.saved("end.json")["step"] == 30
        screen.key("Home")
        wait_until(lambda: np.array_equal(screen.pixels(counter), at_start), "Home is not the start")
        surface = area(plan, panel.paths.surface)
        before = screen.still(surface)
        screen.drag(start, there)
        screen.changed(before, surface)
        dragged = program.saved("dragged.json")
        assert dragged["settings"]["start"] == pytest.approx([-3, -1], abs=0.05)
        assert dragged["step"] == 0
        screen.key("ctrl+z")
        undone = program.saved("undone.json")
        assert undone["settings"] == recipe_data()["settings"]
        screen.key("ctrl+shift+z")
        assert program.saved("redone.json")["settings"] == dragged["settings"]


def test_theme_and_language_in_mid_play_and_open_again(screen: Screen, plan: MainWindow, tmp_path: Path) -> None:
    counter, paper = area(plan, plan.transport.counter), area(plan, plan.page.panel)
    tabs = area(plan, plan.tabs)
    with running(screen, tmp_path) as program:
        wait_until(playing(screen, counter, 3), "it plays of itself")
        english = screen.pixels(tabs)
        screen.key("ctrl+l")
        screen.key("alt+v", "Right", "Down", "Return")
        wait_until(lambda: colours(screen.pixels(paper), (0x16, 0x18, 0x1D)) > 0.05, "it stays light")
        wait_until(playing(screen, counter, 3), "it no longer plays in the dark")
        dark = screen.pixels(tabs)
        assert share_of_change(english, dark) > 0.5
        screen.key("alt+v", "Down", "Right", "Down", "Return")
        screen.changed(dark, tabs)
        wait_until(playing(screen, counter, 3), "it no longer plays in Japanese")
        screen.key("space")
        screen.still(counter)
        saved = program.saved("japanese.json", "名前を付けて保存")
        assert saved["settings"] == recipe_data()["settings"]
        assert 0 <= saved["step"] <= 30
        screen.key("Right")
        screen.still(counter)
        screen.key("ctrl+s")
        wait_until(
            lambda: f'"step": {saved["step"] + 1}' in (tmp_path / "japanese.json").read_text("utf-8"), "not saved"
        )
    again = tmp_path / "japanese.json"
    before = again.read_text("utf-8")
    with running(screen, tmp_path, again) as program:
        screen.still()
        screen.key("Home", "ctrl+s")  # to where it was opened
        wait_until(lambda: '"step": 0' in again.read_text("utf-8"), "not saved to the file that was opened")
        screen.key("Right")
        screen.still(counter)
        program.saved("again.json")
    assert (tmp_path / "again.json").read_text("utf-8").replace('"step": 1,', f'"step": {saved["step"] + 1},') == before


def test_slider_wheel_tabs_and_presentation(screen: Screen, plan: MainWindow, recipe: Path) -> None:
    sliders = {each.accessibleName(): each for each in plan.page.form.findChildren(ValueSlider)}
    line, other = (area(plan, sliders[f"Learning rate η, {name}"]) for name in ("Momentum", "SGD"))
    left = area(plan, plan.page.left)
    with running(screen, recipe.parent, recipe) as program:
        screen.drag(line.center() + QPoint(-40, 0), line.center(), line.center() + QPoint(30, 0))
        slid = program.saved("slid.json")
        rate = slid["settings"]["racers"][1]["optimizer"]["learning_rate"]
        assert rate != 0.1
        slid["settings"]["racers"][1]["optimizer"]["learning_rate"] = 0.1
        assert slid["settings"] == recipe_data()["settings"], "nothing else has changed"
        before = screen.still(left)
        screen.click(other.center(), button=5)
        screen.changed(before, left)
        screen.key("ctrl+z")
        unslid = program.saved("unslid.json")
        assert unslid["settings"] == recipe_data()["settings"], "one drag is one entry, and the wheel scrolls"
        shown = [walk_tab(screen, plan, index) for index in range(plan.tabs.count())]
        assert all(share_of_change(a, b) > 0.02 for i, a in enumerate(shown) for b in shown[:i])
        assert program.saved("last.json")["simulation"] == plan.tabs_shown[-1]
        window = screen.still()
        screen.key("F11")
        screen.changed(window)
        presented = screen.still()
        assert share_of_change(presented, window) > 0.2
        screen.key("Escape")
        wait_until(lambda: share_of_change(screen.pixels(), window) < 0.01, "Escape does not lead back")


def on_surface(plan: MainWindow, x: float, y: float) -> QPoint:
    """Where a point of the loss surface is on the screen."""
    plot = plan.page.panel.paths.surface  # type: ignore[attr-defined]
    return plot.mapTo(plan, plot.mapFromScene(plot.box.mapViewToScene(QPointF(x, y))))


def playing(screen: Screen, counter: QRect, pictures: int) -> Callable[[], bool]:
    """Whether the counter has shown so many different pictures since this was made."""
    seen: set[bytes] = set()

    def look() -> bool:
        seen.add(screen.pixels(counter).tobytes())
        return len(seen) > pictures

    return look


def walk_tab(screen: Screen, plan: MainWindow, index: int) -> np.ndarray:
    """Open a tab by a click, make a step by key, and give what is to be seen."""
    screen.click(area(plan, plan.tabs).topLeft() + plan.tabs.tabRect(index).center())
    before, counter = screen.still(), area(plan, plan.transport.counter)
    screen.key("Right")
    screen.changed(before[counter.top() : counter.bottom() + 1, counter.left() : counter.right() + 1], counter)
    return screen.still()
