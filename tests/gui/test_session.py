"""One experiment being watched: a change keeps the step, the newest wins, and undo brings back the very same frames."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QCoreApplication, QTimer
from pytestqt.qtbot import QtBot

from engine.optimizers import Adam, Momentum
from engine.parameter import replace_at
from engine.recipe import Recipe, SidedEvent, default_recipe
from engine.simulations.race import Racer, RaceSettings
from gui import session as session_module
from gui.main_window import MainWindow
from gui.session import Session
from tests.gui.waiting import is_settled

RATE = "racers.4.optimizer.learning_rate"


@dataclass
class Watched:
    """A session, and every picture it has asked to show: (step, settings, fresh)."""

    session: Session
    pictures: list[tuple[int, RaceSettings, bool]]

    def edit(self, path: str, value: object, done: bool = True) -> None:
        """Change a setting as the form does."""
        self.session.edit(replace_at(self.session.recipe.settings, path, value), path, done)

    def settle(self, qtbot: QtBot) -> None:
        """Wait for the wanted step of the newest settings."""
        qtbot.waitUntil(lambda: is_settled(self.session), timeout=10_000)

    def go(self, qtbot: QtBot, step: int) -> None:
        """Show a step."""
        self.session.seek(step)
        self.settle(qtbot)

    def all_numbers(self) -> tuple[int, bytes, bytes]:
        """Everything that is on the screen, to the last bit."""
        frame, run = self.session.runs[0].frame(), self.session.runs[0]
        return frame.step, frame.positions.tobytes(), run.record[: frame.step + 1].tobytes()


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
        session.rest()


@pytest.fixture
def race(watch: Callable[[Recipe], Watched]) -> Watched:
    """The chapter's race, at step 0."""
    watched = watch(default_recipe("race"))
    assert watched.session.step == 0
    assert watched.session.length == 30
    assert [step for step, _, _ in watched.pictures] == [0]
    return watched


def long_race(steps: int, racers: int = 1) -> Recipe:
    """The chapter's first racers, for many steps."""
    recipe = default_recipe("race")
    return recipe.changed(settings=replace(recipe.settings, steps=steps, racers=recipe.settings.racers[:racers]))


# -- the step is kept -------------------------------------------------------------------------------------------------


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


# -- while it is being solved -----------------------------------------------------------------------------------------


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


# -- undo -------------------------------------------------------------------------------------------------------------


def other_recipe() -> Recipe:
    """Another experiment of the race."""
    recipe = default_recipe("race")
    racers = (Racer("Quick", 2, Adam(learning_rate=0.9)), Racer("Slow", 3, Momentum(learning_rate=0.001)))
    return recipe.changed(settings=replace(recipe.settings, racers=racers, noise=0.3, steps=40), seed=8, step=12)


def racers_of(race: Watched) -> tuple[Racer, ...]:
    """The entries of the list."""
    settings = race.session.recipe.settings
    assert isinstance(settings, RaceSettings)
    return settings.racers


CHANGES: dict[str, Callable[[Watched], Any]] = {
    "value": lambda race: race.edit(RATE, 0.7),
    "vector": lambda race: race.edit("start", (1.5, -2.0)),
    "text": lambda race: race.edit("racers.0.name", "Plain"),
    "rule": lambda race: race.edit("racers.1.optimizer.kind", "adagrad"),
    "surface": lambda race: race.edit("surface.kind", "rosenbrock"),
    "schedule": lambda race: race.edit("racers.2.schedule.kind", "cosine"),
    "list longer": lambda race: race.edit("racers", (*racers_of(race), Racer("New", 5, Adam(learning_rate=0.2)))),
    "list shorter": lambda race: race.edit("racers", racers_of(race)[:2]),
    "list reordered": lambda race: race.edit("racers", racers_of(race)[::-1]),
    "length": lambda race: race.edit("steps", 9),
    "noise": lambda race: race.edit("noise", 1.25),
    "seed": lambda race: race.session.edit_seed(77),
    "load": lambda race: race.session.replace(other_recipe()),
}


@pytest.mark.parametrize("name", list(CHANGES))
def test_undo_and_redo_bring_back_every_bit(watch: Callable[[Recipe], Watched], qtbot: QtBot, name: str) -> None:
    recipe = default_recipe("race")
    race = watch(recipe.changed(settings=replace(recipe.settings, noise=0.5), seed=4))
    race.go(qtbot, 12)
    before, recipe_before = race.all_numbers(), race.session.recipe
    CHANGES[name](race)
    race.settle(qtbot)
    after, recipe_after = race.all_numbers(), race.session.recipe
    assert recipe_after != recipe_before
    if name != "text":
        assert after != before
    assert race.session.undo_stack.count() == 1
    for _ in range(2):
        race.session.undo_stack.undo()
        race.settle(qtbot)
        assert race.session.recipe == recipe_before
        assert race.all_numbers() == before
        race.session.undo_stack.redo()
        race.settle(qtbot)
        assert race.session.recipe == recipe_after
        assert race.all_numbers() == after


def test_undo_goes_back_through_many_changes(race: Watched, qtbot: QtBot) -> None:
    recipes = [race.session.recipe]
    for change in CHANGES.values():
        change(race)
        recipes.append(race.session.recipe)
    assert race.session.undo_stack.count() == len(CHANGES)
    for recipe in reversed(recipes[:-1]):
        race.session.undo_stack.undo()
        assert race.session.recipe == recipe
    assert not race.session.undo_stack.canUndo()
    race.settle(qtbot)


def drag(race: Watched, *values: float) -> None:
    """One gesture over some values of Adam's learning rate."""
    for value in values[:-1]:
        race.edit(RATE, value, done=False)
    race.edit(RATE, values[-1], done=True)


def test_one_drag_is_one_entry_and_two_are_two(race: Watched) -> None:
    drag(race, 0.11, 0.12, 0.13)
    assert race.session.undo_stack.count() == 1
    drag(race, 0.14, 0.15)
    assert race.session.undo_stack.count() == 2
    race.session.undo_stack.undo()
    assert racers_of(race)[4].optimizer.learning_rate == 0.13
    race.session.undo_stack.undo()
    assert racers_of(race)[4].optimizer.learning_rate == 0.1


def test_a_drag_that_comes_back_is_no_entry(race: Watched, qtbot: QtBot) -> None:
    before = race.session.recipe
    drag(race, 0.2, 0.3, 0.1)
    assert race.session.recipe == before
    assert not race.session.undo_stack.canUndo()
    drag(race, 0.2, 0.1, 0.4)
    assert race.session.undo_stack.count() == 1, "it only passed by where it began"
    race.session.undo_stack.undo()
    assert race.session.recipe == before
    race.settle(qtbot)


def test_a_gesture_that_ends_without_a_move_still_ends(race: Watched) -> None:
    race.edit(RATE, 0.2, done=False)
    race.edit(RATE, 0.2, done=True)
    race.edit(RATE, 0.3, done=True)
    assert race.session.undo_stack.count() == 2


def test_what_changes_nothing_is_no_entry(race: Watched) -> None:
    race.edit(RATE, 0.1)
    race.session.edit_seed(0)
    race.session.replace(default_recipe("race"))
    assert race.session.undo_stack.count() == 0


def test_a_new_change_after_undo_drops_what_could_be_redone(race: Watched) -> None:
    drag(race, 0.2)
    drag(race, 0.3)
    race.session.undo_stack.undo()
    drag(race, 0.4)
    assert race.session.undo_stack.count() == 2
    assert not race.session.undo_stack.canRedo()


def test_the_start_comes_with_its_surface_in_one_entry(race: Watched, qtbot: QtBot) -> None:
    race.edit("surface.kind", "beale")
    settings = race.session.recipe.settings
    assert settings.start == settings.surface.start != (-7.0, 2.0)
    assert race.session.undo_stack.count() == 1
    race.session.undo_stack.undo()
    assert race.session.recipe.settings == default_recipe("race").settings
    race.settle(qtbot)


# -- events, A and B --------------------------------------------------------------------------------------------------


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


# -- words ------------------------------------------------------------------------------------------------------------


def undo_text(window: MainWindow) -> str:
    return window.menus.actions["undo"].text()


def test_the_menu_says_what_is_undone(window: MainWindow) -> None:
    form, stack = window.page.form, window.page.session.undo_stack
    assert undo_text(window) == "Undo"
    said = []
    for path, value in (
        (RATE, 0.3),
        ("racers.1.optimizer.kind", "adagrad"),
        ("racers", window.page.session.recipe.settings.racers[:4]),
        ("start.0", 1.0),
        ("surface.kind", "beale"),
        ("steps", 50),
    ):
        assert form.edit(path, value, done=True) is None
        said.append(undo_text(window))
    window.page.session.edit_seed(5)
    said.append(undo_text(window))
    assert said == [
        "Undo learning rate of Adam",
        "Undo optimizer of Momentum",
        "Undo racers",
        "Undo start point",
        "Undo surface",
        "Undo steps",
        "Undo draw",
    ]
    stack.undo()
    assert undo_text(window) == "Undo steps"
    assert window.menus.actions["redo"].text() == "Redo draw"


def test_what_is_undone_is_said_in_the_language_that_is_on(window: MainWindow) -> None:
    form = window.page.form
    form.edit(RATE, 0.3, done=True)
    form.edit("racers", window.page.session.recipe.settings.racers[:2], done=True)
    english = undo_text(window)
    window.choose_language("ja")
    japanese = undo_text(window)
    assert japanese != english
    assert not any("a" <= letter <= "z" for letter in japanese), japanese
    window.undo()
    assert "Adam" in undo_text(window), "though the racer had gone when the language changed"
    assert "racers.4" not in undo_text(window)
    window.choose_language("en")
    assert undo_text(window) == "Undo learning rate of Adam"
    assert window.menus.actions["redo"].text() == "Redo racers"
