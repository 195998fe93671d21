"""Kobai's window under measurement: every frame is solved, drawn and painted before its time is taken."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import shiboken6

from benchmarks.timing import milliseconds
from engine.parameter import Settings
from engine.recipe import Recipe
from gui.application import application
from gui.main_window import MainWindow
from gui.panels.base import plots_of
from gui.preferences import Preferences

SIZE = (1280, 800)
# Seconds after which all that is drawn late, formulas above all, is there.
SETTLED = 2.0


class Watched:
    """A window whose plots are heard when they paint: a frame in which too few of them did is a fault."""

    def __init__(self, recipe: Recipe, least: int = 1) -> None:
        """Open it on `recipe`; at least so many plots must be painted in every frame."""
        self.app = application()
        self.window = MainWindow(Preferences(clean=True), "light", "en")
        self.window.resize(*SIZE)
        self.window.show()
        self.window.show_tab(recipe.simulation, recipe)
        self.settle()
        self.panel, self.session = self.window.page.panel, self.window.page.session
        self._least = least
        self._paints: Counter[int] = Counter()
        for number, plot in enumerate(plots_of(self.panel)):
            plot.scene().sigPrepareForPaint.connect(lambda n=number: self._paints.update((n,)))

    def settle(self) -> None:
        """Let everything be drawn that is put off."""
        end = time.perf_counter() + SETTLED
        while time.perf_counter() < end:
            self.app.processEvents()

    def start_afresh(self) -> None:
        """The same experiment as a new run of which nothing is solved yet. (Without noise, a seed changes no number.)"""
        runs = self.session.runs
        self.window.seek(0)
        self.session.edit_seed(self.session.recipe.seed + 1)
        while self.session.runs is runs or self.session.step:
            self.app.processEvents()
        self.app.processEvents()

    def go_to(self, step: int) -> None:
        """Show a step, however long that takes."""
        self.window.seek(step)
        self._until_shown(step)

    def play(self, frames: int) -> list[float]:
        """The milliseconds of each of the next frames of a run that plays on, a step a frame."""
        return [self._frame(self._play) for _ in range(frames)]

    def step_by(self, count: int, frames: int) -> list[float]:
        """The milliseconds of each of so many frames, going on (1) or back (−1) as the keys do."""
        return [self._frame(lambda: self._step(count)) for _ in range(frames)]

    def drag(self, settings: Settings, path: str) -> float:
        """The milliseconds from a move of the hand on the picture until the new run is painted at the same step."""
        return self._frame(lambda: self._drag(settings, path))

    def _play(self) -> None:
        step = self.session.step
        self.session.play(1, time.perf_counter() + 1)
        self._until_shown(step + 1)

    def _step(self, count: int) -> None:
        step = self.session.step + count
        self.window.stepping.by(count)
        self._until_shown(step)

    def _drag(self, settings: Settings, path: str) -> None:
        runs, step = self.session.runs, self.session.step
        self.panel.edited.emit(settings, path, False)
        while self.session.runs is runs:
            self.app.processEvents()
        self._until_shown(step)

    def _until_shown(self, step: int) -> None:
        while self.session.step != step:
            self.app.processEvents()
        self.app.processEvents()

    def _frame(self, work: Callable[[], None]) -> float:
        self._paints.clear()
        taken = milliseconds(work)
        if len(self._paints) < self._least:
            raise RuntimeError(f"only {len(self._paints)} plots were painted at step {self.session.step}")
        return taken


@contextmanager
def watched(recipe: Recipe, least: int = 1) -> Iterator[Watched]:
    """A window that is gone afterwards: one left to Python's garbage collector crashes the process at its end."""
    window = Watched(recipe, least)
    try:
        yield window
    finally:
        window.window.player.pause()
        window.window.page.close_session()
        window.window.hide()
        shiboken6.delete(window.window)
