"""Undo brings back the very same frames, one gesture at a time, and says in both languages what it is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from engine.optimizers import Adam, Momentum
from engine.recipe import Recipe, default_recipe
from engine.simulations.race import Racer
from gui.main_window import MainWindow
from tests.gui.watched import RATE, Watched, racers_of


def other_recipe() -> Recipe:
    """Another experiment of the race."""
    recipe = default_recipe("race")
    racers = (Racer("Quick", 2, Adam(learning_rate=0.9)), Racer("Slow", 3, Momentum(learning_rate=0.001)))
    return recipe.changed(settings=replace(recipe.settings, racers=racers, noise=0.3, steps=40), seed=8, step=12)


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


# -- words -------------------------------------------------------------------------------------------------------------


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
