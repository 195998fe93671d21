"""One experiment being watched: a change keeps the step, the newest wins, and undo brings back the very same frames."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QCoreApplication, QTimer
from pytestqt.qtbot import QtBot

from engine.recipe import Recipe, SidedEvent, default_recipe
from gui import watching as session_module
from tests.gui.watched import RATE, Watched, long_race, racers_of

# -- the step is kept --------------------------------------------------------------------------------------------------


def test_a_drag_of_sixty_moves_at_step_2000_shows_step_2000_all_along(
    watch: Callable[[Recipe], Watched], qtbot: QtBot
) -> None:
    dragged = watch(long_race(3000))
    dragged.go(qtbot, 2000)
    dragged.pictures.clear()
    rates = np.round(np.linspace(0.001, 0.09, 60), 5)
    for i, rate in enumerate(rates):
        dragged.edit("racers.0.optimizer.learning_rate", float(rate), done=i == 59)
        QCoreApplication.processEvents()  # room for one slice of solving, as between two moves of the mouse
    during = len(dragged.pictures)
    dragged.settle(qtbot)
    assert during >= 3, "pictures arrive while the hand moves, not only when it rests"
    assert {step for step, _, _ in dragged.pictures} == {2000}
    assert dragged.pictures[-1][1] == dragged.session.recipe.settings
    assert dragged.pictures[-1][1].racers[0].optimizer.learning_rate == rates[-1]
    shown = [settings.racers[0].optimizer.learning_rate for _, settings, _ in dragged.pictures]
    assert shown == sorted(set(shown)), "each run once, newer ones later"


def test_a_changed_setting_keeps_the_step(race: Watched, qtbot: QtBot) -> None:
    race.go(qtbot, 17)
    race.pictures.clear()
    for path, value in ((RATE, 0.5), ("start", (-3.0, 1.0)), ("noise", 0.2)):
        race.edit(path, value)
        race.settle(qtbot)
    race.session.edit_seed(3)
    race.settle(qtbot)
    assert [(step, fresh) for step, _, fresh in race.pictures] == [(17, True)] * 4


def test_a_shorter_run_is_shown_to_its_end(race: Watched, qtbot: QtBot) -> None:
    race.go(qtbot, 25)
    race.edit("steps", 10)
    race.settle(qtbot)
    assert (race.session.step, race.session.length) == (10, 10)
    assert race.session.saved_recipe({}).step == 10
    assert race.session.wanted == 10, "one step back from here is step 9"
    race.edit("steps", 40)
    race.settle(qtbot)
    assert race.session.step == 25, "the step that was wanted"


def test_one_step_on_is_told_from_a_jump(race: Watched, qtbot: QtBot) -> None:
    race.pictures.clear()
    for step in (1, 2, 9, 8, 9):
        race.go(qtbot, step)
    assert [(step, fresh) for step, _, fresh in race.pictures] == [
        (1, False), (2, False), (9, True), (8, True), (9, False),
    ]  # fmt: skip


@pytest.mark.parametrize(("asked", "shown"), [(-5, 0), (31, 30), (10**9, 30)])
def test_a_step_outside_the_run_is_its_nearest_end(race: Watched, qtbot: QtBot, asked: int, shown: int) -> None:
    race.go(qtbot, 12)
    race.session.seek(asked)
    race.settle(qtbot)
    assert race.session.step == shown


# -- while it is being solved ------------------------------------------------------------------------------------------


def test_a_far_step_is_solved_in_slices_and_said_to_be_awaited(
    watch: Callable[[Recipe], Watched], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(session_module, "SLICE", 0.002)
    solved = watch(long_race(100_000))
    waiting: list[bool] = []
    solved.session.waiting_changed.connect(waiting.append)
    reached: list[int] = []
    solved.session.progressed.connect(lambda: reached.append(solved.session.reached))
    solved.pictures.clear()
    solved.go(qtbot, 3000)
    assert waiting == [True, False]
    assert [step for step, _, _ in solved.pictures] == [3000], "nothing else is shown on the way"
    assert len(reached) > 3
    assert reached == sorted(reached)


def test_the_wish_may_change_while_a_step_is_being_solved(
    watch: Callable[[Recipe], Watched], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(session_module, "SLICE", 0.001)
    solved = watch(long_race(100_000))
    solved.pictures.clear()
    solved.session.seek(90_000)
    for _ in range(3):
        QCoreApplication.processEvents()
    assert solved.session.waiting
    assert solved.session.step == 0
    solved.go(qtbot, 7)
    assert [step for step, _, _ in solved.pictures] == [7]


def test_what_is_saved_is_what_is_wanted(watch: Callable[[Recipe], Watched]) -> None:
    solved = watch(long_race(100_000))
    solved.session.seek(90_000)
    solved.edit("noise", 0.5)
    assert (solved.session.step, solved.session.runs[0].settings.noise) == (0, 0.0), "not solved yet"
    saved = solved.session.saved_recipe({"a": 1})
    assert (saved.step, saved.settings.noise, saved.view) == (90_000, 0.5, {"a": 1})


def test_a_recipe_at_a_far_step_is_shown_there_without_being_asked(
    watch: Callable[[Recipe], Watched], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(session_module, "SLICE", 0.001)
    opened = watch(long_race(5000).changed(step=4000))
    opened.settle(qtbot)
    assert [step for step, _, _ in opened.pictures] == [4000]


def test_a_seek_during_a_drag_is_followed_by_the_new_run(watch: Callable[[Recipe], Watched], qtbot: QtBot) -> None:
    dragged = watch(long_race(3000))
    dragged.go(qtbot, 1500)
    dragged.pictures.clear()
    dragged.edit("racers.0.optimizer.learning_rate", 0.02, done=False)
    dragged.session.seek(40)
    dragged.settle(qtbot)
    assert dragged.pictures[-1][0] == 40
    assert dragged.pictures[-1][1] == dragged.session.recipe.settings


def test_at_rest_nothing_runs(watch: Callable[[Recipe], Watched]) -> None:
    solved = watch(long_race(100_000))
    timers = solved.session.findChildren(QTimer)
    solved.session.seek(90_000)
    assert any(timer.isActive() for timer in timers)
    solved.session.rest()
    assert not any(timer.isActive() for timer in timers)


def test_when_the_wanted_step_is_shown_nothing_runs(race: Watched, qtbot: QtBot) -> None:
    race.go(qtbot, 9)
    qtbot.waitUntil(lambda: not any(timer.isActive() for timer in race.session.findChildren(QTimer)), timeout=1000)


# -- events, A and B ---------------------------------------------------------------------------------------------------


def test_events_whose_setting_is_gone_go_with_it_and_come_back_by_undo(
    watch: Callable[[Recipe], Watched], qtbot: QtBot
) -> None:
    events = tuple(SidedEvent(step, "settings", {RATE: rate}) for step, rate in ((5, 0.3), (25, 0.4)))
    race = watch(default_recipe("race").changed(events=events))
    race.edit("steps", 20)
    assert race.session.recipe.events == events[:1]
    race.edit("racers", racers_of(race)[:2])
    race.settle(qtbot)
    assert race.session.recipe.events == ()
    assert Recipe.from_json(race.session.saved_recipe({}).to_json()) == race.session.saved_recipe({})
    race.session.undo_stack.undo()
    race.session.undo_stack.undo()
    race.settle(qtbot)
    assert race.session.recipe.events == events


def test_a_and_b_are_shown_together(watch: Callable[[Recipe], Watched], qtbot: QtBot) -> None:
    recipe = default_recipe("race")
    pair = watch(recipe.changed(other=replace(recipe.settings, steps=12)))
    shown: list[tuple[int, ...]] = []
    pair.session.frames_ready.connect(lambda frames, _fresh: shown.append(tuple(frame.step for frame in frames)))
    pair.go(qtbot, 20)
    assert shown == [(20, 12)], "each to its own end"
    assert pair.session.length == 30
