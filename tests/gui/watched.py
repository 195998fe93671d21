"""A session whose pictures are kept, for tests of what it shows and when."""

from __future__ import annotations

from dataclasses import dataclass, replace

from pytestqt.qtbot import QtBot

from engine.parameter import replace_at
from engine.recipe import Recipe, default_recipe
from engine.simulations.race import Racer, RaceSettings
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


def long_race(steps: int, racers: int = 1) -> Recipe:
    """The chapter's first racers, for many steps."""
    recipe = default_recipe("race")
    return recipe.changed(settings=replace(recipe.settings, steps=steps, racers=recipe.settings.racers[:racers]))


def racers_of(race: Watched) -> tuple[Racer, ...]:
    """The entries of the list."""
    settings = race.session.recipe.settings
    assert isinstance(settings, RaceSettings)
    return settings.racers
