"""Runs solved in a thread: the window answers, the newest wish counts, and every step is as the straight run has it."""

from __future__ import annotations

import itertools
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from types import SimpleNamespace
from typing import Any, ClassVar

import numpy as np
import pytest
from PySide6.QtCore import QCoreApplication, QElapsedTimer
from pytestqt.qtbot import QtBot

from engine.parameter import Settings, parameter, register, replace_at, rule
from engine.recipe import Recipe, SidedEvent
from engine.simulations import SIMULATIONS, Tab
from engine.simulations.base import Array
from engine.work import pulse
from gui.player import Player
from gui.session import Session
from tests.gui.waiting import is_settled

MODES: dict[str, type[Any]] = {}


class Walk:
    """A random walk of one number, as slow as its settings ask; counts its updates."""

    updates = 0

    def length(self, settings: WalkSettings) -> int:
        return settings.steps

    def start(self, settings: WalkSettings, seed: int) -> tuple[int, int, float]:
        return 0, seed, 0.0

    def advance(self, settings: WalkSettings, state: tuple[int, int, float]) -> tuple[int, int, float]:
        step, seed, place = state
        until = time.perf_counter() + settings.seconds
        while time.perf_counter() < until:
            pulse()
            time.sleep(0.001)
        Walk.updates += 1
        move = np.random.default_rng((seed, step)).standard_normal()
        return step + 1, seed, place + settings.stride * float(move)

    def record(self, settings: WalkSettings, state: tuple[int, int, float]) -> Array:
        return np.array([state[2], settings.stride])

    def scene(self, settings: WalkSettings, seed: int) -> str:
        return "scene"

    def frame(self, settings: WalkSettings, step: int, state: tuple[int, int, float], record: Array) -> SimpleNamespace:
        return SimpleNamespace(step=step, place=state[2], thread=threading.current_thread().name)


@register(MODES, "walk")
@dataclass(frozen=True, slots=True)
class WalkMode(Settings):
    """The one mode."""

    simulation: ClassVar[Walk] = Walk()
    slow: ClassVar[bool] = True


@dataclass(frozen=True, slots=True)
class WalkSettings(Settings):
    """How long, how slow, how far."""

    mode: WalkMode = rule(WalkMode(), MODES, "Mode")
    steps: int = parameter(50, "Steps", low=1, high=100_000)
    seconds: float = parameter(0.0, "Seconds", low=0, high=60)
    stride: float = parameter(1.0, "Stride", low=0, high=10, live=True)


@pytest.fixture
def walking(monkeypatch: pytest.MonkeyPatch, qapp: object) -> Iterator[Callable[..., Session]]:
    monkeypatch.setitem(SIMULATIONS, "walk", Tab(WalkSettings))
    made: list[Session] = []

    def make(recipe: Recipe | None = None, **settings: float) -> Session:
        session = Session(recipe or Recipe("walk", WalkSettings(**settings)))  # type: ignore[arg-type]
        session.frames = []  # type: ignore[attr-defined]
        session.frames_ready.connect(lambda frames, fresh: session.frames.append((frames, fresh)))  # type: ignore[attr-defined]
        made.append(session)
        session.work()
        return session

    yield make
    for session in made:
        session.close()


def settle(qtbot: QtBot, session: Session) -> None:
    qtbot.waitUntil(lambda: is_settled(session), timeout=10_000)


def straight(settings: WalkSettings, seed: int = 0, events: tuple[SidedEvent, ...] = ()) -> Array:
    """The record of the run solved in one go."""
    timeline = Recipe("walk", settings, seed=seed, events=events).timeline()
    timeline.seek(settings.steps)
    return timeline.record


def test_frames_come_from_the_thread_and_are_the_straight_runs(walking: Callable[..., Session], qtbot: QtBot) -> None:
    session = walking()
    expected = straight(session.recipe.settings)[:, 0]  # type: ignore[arg-type]
    for step in (0, 30, 7, 50, 49):
        session.seek(step)
        settle(qtbot, session)
        (frame,), _ = session.frames[-1]  # type: ignore[attr-defined]
        assert (frame.step, frame.place, frame.thread) == (step, expected[step], "solver")


def test_it_is_solved_to_its_end_while_the_cursor_stays(walking: Callable[..., Session], qtbot: QtBot) -> None:
    session = walking()
    settle(qtbot, session)
    qtbot.waitUntil(lambda: session.reached == 50, timeout=5000)
    assert session.step == 0
    assert np.array_equal(session.runs[0].record, straight(session.recipe.settings))  # type: ignore[arg-type]
    before = Walk.updates
    session.seek(50)
    settle(qtbot, session)
    assert Walk.updates == before, "the end is known: nothing is solved again"


def test_the_thread_ends_when_there_is_nothing_to_do(walking: Callable[..., Session], qtbot: QtBot) -> None:
    session = walking()
    settle(qtbot, session)
    qtbot.waitUntil(lambda: session.reached == 50, timeout=5000)
    qtbot.waitUntil(lambda: not solvers(), timeout=5000)
    session.seek(3)
    settle(qtbot, session)


def solvers() -> list[threading.Thread]:
    return [thread for thread in threading.enumerate() if thread.name == "solver"]


def test_the_window_answers_while_a_step_takes_long(walking: Callable[..., Session], qtbot: QtBot) -> None:
    session = walking(seconds=0.3)
    session.seek(2)
    clock, longest = QElapsedTimer(), 0
    clock.start()
    until = time.perf_counter() + 0.8
    while time.perf_counter() < until:
        clock.restart()
        QCoreApplication.processEvents()
        longest = max(longest, clock.elapsed())
    assert longest < 200, "no update was solved in the window's own thread"
    settle(qtbot, session)


def test_what_takes_longer_than_a_moment_is_said_to_be_awaited(walking: Callable[..., Session], qtbot: QtBot) -> None:
    session = walking(seconds=0.3)
    settle(qtbot, session)
    with qtbot.waitSignal(session.waiting_changed, timeout=5000, check_params_cb=bool):
        session.seek(3)
    settle(qtbot, session)
    assert not session.waiting


@pytest.mark.parametrize("leave", ["rest", "close"])
def test_leaving_interrupts_an_update_at_once(walking: Callable[..., Session], qtbot: QtBot, leave: str) -> None:
    session = walking(seconds=20.0)
    settle(qtbot, session)
    session.seek(1)
    qtbot.wait(50)
    getattr(session, leave)()
    qtbot.waitUntil(lambda: not solvers(), timeout=2000)


def test_coming_back_goes_on(walking: Callable[..., Session], qtbot: QtBot) -> None:
    session = walking(seconds=0.05)
    session.seek(5)
    qtbot.wait(80)
    session.rest()
    qtbot.waitUntil(lambda: not solvers(), timeout=2000)
    reached = session.reached
    session.wake()
    settle(qtbot, session)
    assert session.step == 5 > reached


def test_an_edit_shows_the_same_step_of_the_new_run(walking: Callable[..., Session], qtbot: QtBot) -> None:
    session = walking()
    session.seek(20)
    settle(qtbot, session)
    for stride in (2.0, 3.0, 4.0):
        session.edit(replace_at(session.recipe.settings, "stride", stride), "stride", False)
    settle(qtbot, session)
    assert session.step == 20
    (frame,), fresh = session.frames[-1]  # type: ignore[attr-defined]
    assert fresh
    assert frame.place == straight(session.recipe.settings)[20, 0]  # type: ignore[arg-type]
    session.undo_stack.undo()
    settle(qtbot, session)
    assert session.frames[-1][0][0].place == straight(WalkSettings())[20, 0]  # type: ignore[attr-defined]


def test_an_edit_does_not_wait_for_an_endless_update(
    walking: Callable[..., Session], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("gui.solver.PATIENCE", 0.1)
    session = walking()
    settle(qtbot, session)
    session.edit(replace_at(session.recipe.settings, "seconds", 60.0), "seconds", True)
    session.seek(4)
    qtbot.wait(50)
    session.edit(replace_at(session.recipe.settings, "seconds", 0.0), "seconds", True)
    settle(qtbot, session)
    assert session.step == 4


def test_it_plays_at_its_speed_and_stops_at_the_end(walking: Callable[..., Session], qtbot: QtBot) -> None:
    session = walking(steps=12)
    settle(qtbot, session)
    session.frames.clear()  # type: ignore[attr-defined]
    player = Player()
    player.watch(session)
    player.speed = 60.0
    began = time.perf_counter()
    player.play()
    qtbot.waitUntil(lambda: not player.playing, timeout=5000)
    steps = [0, *(frames[0].step for frames, _ in session.frames)]  # type: ignore[attr-defined]
    assert steps[-1] == 12
    assert all(after > before for before, after in itertools.pairwise(steps)), "never back"
    single = [after == before + 1 for before, after in itertools.pairwise(steps)]
    assert single == [not fresh for _, fresh in session.frames], "a jump says so"  # type: ignore[attr-defined]
    assert time.perf_counter() - began > 0.15, "60 steps a second, not as fast as it goes"


def test_as_fast_as_it_goes_shows_what_lies_between(walking: Callable[..., Session], qtbot: QtBot) -> None:
    session = walking(steps=60, seconds=0.005)
    settle(qtbot, session)
    player = Player()
    player.watch(session)
    player.speed = float("inf")
    player.play()
    qtbot.waitUntil(lambda: not player.playing, timeout=10_000)
    steps = [frames[0].step for frames, _ in session.frames]  # type: ignore[attr-defined]
    assert steps[-1] == 60
    assert len(steps) > 5


def test_a_change_from_here_on_keeps_what_was_solved(walking: Callable[..., Session], qtbot: QtBot) -> None:
    session = walking(steps=40, seconds=0.002)
    session.seek(40)
    settle(qtbot, session)
    session.seek(30)
    settle(qtbot, session)
    session.from_here = True
    before = Walk.updates
    session.edit(replace_at(session.shown_settings(), "stride", 5.0), "stride", True)
    settle(qtbot, session)
    qtbot.waitUntil(lambda: session.reached == 40, timeout=5000)
    events = (SidedEvent(30, "settings", {"stride": 5}),)
    assert session.recipe.events == events
    assert session.recipe.settings == WalkSettings(steps=40, seconds=0.002)
    assert Walk.updates - before < 40, "nothing before the change is solved again"
    assert np.array_equal(session.runs[0].record, straight(WalkSettings(steps=40), events=events))
    assert session.shown_settings().stride == 5.0  # type: ignore[attr-defined]
    session.seek(10)
    settle(qtbot, session)
    assert session.shown_settings().stride == 1.0  # type: ignore[attr-defined]
    session.undo_stack.undo()
    settle(qtbot, session)
    qtbot.waitUntil(lambda: session.reached == 40, timeout=5000)
    assert np.array_equal(session.runs[0].record, straight(WalkSettings(steps=40)))


def test_scrubbing_through_a_long_run_is_bit_exact(walking: Callable[..., Session], qtbot: QtBot) -> None:
    session = walking(steps=3000)
    expected = straight(session.recipe.settings)[:, 0]  # type: ignore[arg-type]
    rng = np.random.default_rng(0)
    for step in rng.integers(0, 3001, 25):
        session.seek(int(step))
        settle(qtbot, session)
        (frame,), _ = session.frames[-1]  # type: ignore[attr-defined]
        assert frame.place == expected[frame.step] == expected[step]
    qtbot.waitUntil(lambda: session.reached == 3000, timeout=10_000)
    assert np.array_equal(session.runs[0].record[:, 0], expected)


def test_a_fault_in_the_thread_is_not_lost(
    walking: Callable[..., Session], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = walking()
    settle(qtbot, session)
    qtbot.waitUntil(lambda: session.reached == 50, timeout=5000)

    def fail(*_: object) -> None:
        raise RuntimeError("broken")

    monkeypatch.setattr(Walk, "frame", fail)
    with qtbot.captureExceptions() as caught:
        session.seek(9)
        qtbot.waitUntil(lambda: bool(caught), timeout=5000)
    assert str(caught[0][1]) == "broken"


def test_both_sides_are_solved(walking: Callable[..., Session], qtbot: QtBot) -> None:
    other = WalkSettings(stride=2.0, steps=20)
    session = walking(Recipe("walk", WalkSettings(), other=other, step=35))
    settle(qtbot, session)
    a, b = session.frames[-1][0]  # type: ignore[attr-defined]
    assert (a.step, b.step) == (35, 20), "each to its own end"
    assert b.place == straight(other)[20, 0]
    assert session.length == 50
    assert replace(other) == session.recipe.other


def test_the_side_that_is_not_changed_is_not_solved_again(walking: Callable[..., Session], qtbot: QtBot) -> None:
    session = walking(steps=40)
    settle(qtbot, session)
    qtbot.waitUntil(lambda: session.reached == 40, timeout=5000)
    session.seek(40)
    settle(qtbot, session)
    before = Walk.updates
    session.compare(True)  # with itself: all is known
    settle(qtbot, session)
    session.set_side("b")
    assert Walk.updates == before
    session.edit(replace_at(session.settings_of("b"), "stride", 3.0), "stride", True)
    settle(qtbot, session)
    session.swap()
    settle(qtbot, session)
    assert Walk.updates == before + 40, "B alone, once"
    b, a = (run.record for run in session.runs)
    assert np.array_equal(a, straight(WalkSettings(steps=40)))
    assert np.array_equal(b, straight(WalkSettings(steps=40, stride=3.0)))
