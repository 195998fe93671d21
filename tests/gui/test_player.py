"""The clock: how many steps are due is arithmetic; what cannot be drawn in time is only computed."""

from __future__ import annotations

import math
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from types import SimpleNamespace
from typing import Any, ClassVar

import numpy as np
import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from engine.parameter import Settings, parameter, register, rule
from engine.recipe import Recipe, default_recipe
from engine.simulations import SIMULATIONS, Tab
from gui import player as player_module
from gui.main_window import MainWindow
from gui.player import Player
from gui.session import Session
from gui.widgets.transport import SPEEDS
from tests.gui.widgets.pixels import Paints

FINITE = [speed for speed in SPEEDS if math.isfinite(speed)]


@dataclass
class Playing:
    """A player with its session, and the steps of the pictures shown."""

    player: Player
    session: Session
    steps: list[int]


@pytest.fixture
def playing(qapp: object) -> Iterator[Callable[[Recipe], Playing]]:
    """Players that are stopped at the end. Their clocks are never started but by `play`."""
    made: list[Playing] = []

    def make(recipe: Recipe) -> Playing:
        one = Playing(Player(), Session(recipe), [])
        one.session.work()
        one.session.frames_ready.connect(lambda frames, _fresh: one.steps.append(frames[0].step))
        one.player.watch(one.session)
        assert one.session.step == 0
        made.append(one)
        return one

    yield make
    for one in made:
        one.player.pause()
        one.session.rest()


@pytest.fixture
def race(playing: Callable[[Recipe], Playing]) -> Playing:
    """The chapter's race."""
    return playing(default_recipe("race"))


def race_of(steps: int) -> Recipe:
    """The race, longer or shorter."""
    recipe = default_recipe("race")
    return recipe.changed(settings=replace(recipe.settings, steps=steps))


class Slow:
    """A simulation whose every step takes some milliseconds."""

    SECONDS = 0.003

    def length(self, settings: Any) -> int:  # noqa: ANN401
        return 10_000

    def start(self, settings: Any, seed: int) -> int:  # noqa: ANN401
        return 0

    def advance(self, settings: Any, state: int) -> int:  # noqa: ANN401
        time.sleep(self.SECONDS)
        return state + 1

    def record(self, settings: Any, state: int) -> np.ndarray:  # noqa: ANN401
        return np.array([float(state)])

    def scene(self, settings: Any, seed: int) -> None:  # noqa: ANN401
        return None

    def frame(self, settings: Any, step: int, state: int, record: np.ndarray) -> SimpleNamespace:  # noqa: ANN401
        return SimpleNamespace(step=step)


@pytest.fixture
def slow(playing: Callable[[Recipe], Playing], monkeypatch: pytest.MonkeyPatch) -> Playing:
    """A run that is slow to solve."""
    modes: dict[str, type[Settings]] = {}

    @register(modes, "slow")
    @dataclass(frozen=True, slots=True)
    class Way(Settings):
        simulation: ClassVar[Slow] = Slow()

    @dataclass(frozen=True, slots=True)
    class SlowSettings(Settings):
        mode: Settings = rule(Way(), modes, "View")
        value: float = parameter(0.0, "Value", low=0, high=1)

    monkeypatch.setitem(SIMULATIONS, "slow", Tab(SlowSettings, "Slow"))
    return playing(default_recipe("slow"))


# -- arithmetic -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("speed", FINITE)
def test_after_some_time_so_many_steps_are_done(playing: Callable[[Recipe], Playing], speed: float) -> None:
    one = playing(race_of(1000))
    one.player.speed = speed
    for _ in range(256):
        one.player.tick(1 / 64)
    assert one.session.step == 4 * speed
    assert len(one.steps) == min(256, 4 * speed), "one picture for each tick that had a step"
    assert one.steps == sorted(set(one.steps))


def test_uneven_ticks_lose_nothing(playing: Callable[[Recipe], Playing]) -> None:
    one = playing(race_of(1000))
    one.player.speed = 20.0
    for elapsed in (0.03, 0.001, 0.0, 0.049, 0.17, 0.06, 0.19):
        one.player.tick(elapsed)
    assert one.session.step == 10


def test_as_fast_as_it_goes_is_the_end_at_once_where_that_is_quick(
    race: Playing, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(player_module, "BUDGET", 10.0)
    race.player.speed = math.inf
    race.player.tick(0.016)
    assert race.session.step == 30
    assert race.steps == [30]


def test_many_due_steps_are_one_picture(playing: Callable[[Recipe], Playing]) -> None:
    one = playing(race_of(1000))
    one.player.speed = 120.0
    one.player.tick(0.25)
    assert one.steps == [30]


def test_a_pause_of_the_window_is_not_made_up_for(race: Playing) -> None:
    race.player.tick(60.0)
    assert race.session.step == 2, "a quarter of a second's worth"
    race.player.tick(0.05)
    assert race.session.step == 3


def test_speeds_may_change_in_between(race: Playing) -> None:
    race.player.speed = math.inf
    race.player.tick(0.0)
    race.session.seek(0)
    race.session.work()
    race.player.speed = 10.0
    for _ in range(8):
        race.player.tick(1 / 16)
    assert race.session.step == 5


def test_the_first_tick_without_a_step_shows_nothing(race: Playing) -> None:
    race.player.speed = 0.5
    race.player.tick(0.25)
    assert race.steps == []


def test_without_a_session_a_tick_is_nothing(qapp: object) -> None:
    player = Player()
    player.tick(1.0)
    player.play()
    assert not player.playing


# -- the budget -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("speed", [120.0, math.inf])
def test_what_cannot_be_drawn_in_time_is_computed(slow: Playing, speed: float) -> None:
    slow.player.speed = speed
    most = player_module.BUDGET / Slow.SECONDS + 1  # the last begins within the budget
    for ticks in range(1, 11):
        before = slow.session.step
        slow.player.tick(0.25)
        assert 1 <= slow.session.step - before <= most, "thirty are due; the window answers in between"
        assert len(slow.steps) == ticks, "one picture a tick, however many steps"


def test_a_slow_run_plays_slowly_and_does_not_run_away_later(slow: Playing, monkeypatch: pytest.MonkeyPatch) -> None:
    slow.player.speed = 120.0
    for _ in range(10):
        slow.player.tick(0.25)
    monkeypatch.setattr(Slow, "SECONDS", 0.0)
    monkeypatch.setattr(player_module, "BUDGET", 1.0)
    before = slow.session.step
    slow.player.tick(0.0)
    assert slow.session.step - before <= 1 + 120 * player_module.LONGEST


def test_while_a_slow_run_plays_other_events_get_their_turn(slow: Playing, qtbot: QtBot) -> None:
    turns: list[int] = []
    other = QTimer()
    other.setInterval(0)
    other.timeout.connect(lambda: turns.append(slow.session.step))
    slow.player.speed = math.inf
    slow.player.play()
    other.start()
    qtbot.waitUntil(lambda: slow.session.step > 20, timeout=5000)
    other.stop()
    slow.player.pause()
    assert len(set(turns)) >= 4, "between the ticks"


# -- beginning and end ------------------------------------------------------------------------------------------------


def test_at_the_end_it_pauses(race: Playing, qtbot: QtBot) -> None:
    told: list[bool] = []
    race.player.playing_changed.connect(told.append)
    race.player.speed = math.inf
    race.player.play()
    qtbot.waitUntil(lambda: not race.player.playing, timeout=2000)
    assert told == [True, False]
    assert race.session.step == 30


def test_play_at_the_end_begins_again(race: Playing, qtbot: QtBot) -> None:
    race.session.seek(30)
    qtbot.waitUntil(lambda: race.session.step == 30, timeout=2000)
    race.steps.clear()
    race.player.play()
    qtbot.waitUntil(lambda: race.session.step == 1, timeout=2000)
    race.player.pause()
    assert race.steps == [0, 1]


def test_with_loop_it_begins_again_and_plays_on(race: Playing, qtbot: QtBot) -> None:
    race.player.loop = True
    race.player.speed = 120.0
    race.player.play()
    for _ in range(4):
        race.player.tick(0.25)
    qtbot.waitUntil(lambda: race.session.step < 30 and 0 in race.steps, timeout=2000)
    assert race.player.playing
    assert 30 in race.steps, "the end is seen"
    race.player.pause()


def test_play_and_pause_are_told_once(race: Playing) -> None:
    told: list[bool] = []
    race.player.playing_changed.connect(told.append)
    race.player.pause()
    race.player.play()
    race.player.play()
    race.player.toggle()
    race.player.toggle()
    race.player.pause()
    assert told == [True, False, True, False]


def test_a_setting_changed_in_mid_play_plays_on_from_its_step(race: Playing) -> None:
    race.player.tick(0.25)
    race.player.tick(0.25)
    settings = race.session.recipe.settings
    race.session.edit(replace(settings, start=(1.0, 1.0)), "start", True)
    race.steps.clear()
    for _ in range(3):
        race.player.tick(0.1)
    assert race.steps[0] == 5, "first the step at hand, of the new run"
    assert race.steps[-1] in (7, 8)
    assert race.session.runs[0].settings.start == (1.0, 1.0)


def test_another_session_starts_with_nothing_due(race: Playing, playing: Callable[[Recipe], Playing]) -> None:
    other = playing(race_of(50))
    race.player.tick(0.09)
    race.player.watch(other.session)
    race.player.tick(0.05)
    assert (race.steps, other.steps) == ([], [])


# -- a hidden tab -----------------------------------------------------------------------------------------------------


def test_a_hidden_tab_costs_nothing(window: MainWindow, qtbot: QtBot) -> None:
    hidden = window.page
    window.player.speed = math.inf
    window.page.form.edit("steps", 100_000, done=True)
    qtbot.waitUntil(lambda: hidden.session.length == 100_000, timeout=5000)
    window.seek(90_000)
    frames: list[int] = []
    hidden.session.frames_ready.connect(lambda shown, _fresh: frames.append(shown[0].step))
    window.show_tab("gradients")
    reached, paints = hidden.session.runs[0].reached, [Paints(each) for each in hidden.findChildren(QWidget)]
    window.player.play()
    qtbot.waitUntil(lambda: not window.player.playing, timeout=5000)
    window.choose_theme("dark")
    qtbot.wait(50)
    assert window.page.session.step == window.page.session.length > 0
    assert frames == []
    assert hidden.session.runs[0].reached == reached
    assert all(paint.region.isEmpty() for paint in paints)
    window.show_tab("race")
    assert window.page is hidden
    qtbot.waitUntil(lambda: hidden.session.reached > reached, timeout=5000)


def test_another_tab_pauses(window: MainWindow) -> None:
    window.player.play()
    window.tabs.setCurrentIndex(window.tabs_shown.index("activations"))
    assert not window.player.playing
    assert window.player.session is window.page.session
