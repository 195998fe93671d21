"""Solving in a thread of its own: for runs of which one step may take longer than a frame.

The thread alone touches the timelines that it solves; the window reads their records, which only grow, and is handed
frames ready made. It lives while there is something to do, and a moment longer.
"""

from __future__ import annotations

import threading
import time
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QObject, Signal

from engine.parameter import Settings
from engine.recipe import Recipe, sides
from engine.timeline import Timeline
from engine.work import Interrupted, pulse, while_wanted

# A run that is being solved is first shown before a newer wish counts, unless that takes longer than this (s).
PATIENCE = 1.5
# How often progress is told, and how long the thread waits for more to do (s).
TOLD, LINGER = 0.1, 0.25
# Between two looks for an answer from elsewhere (s).
NAP = 0.005
# For the states of one side (bytes).
MEMORY = 256 * 2**20


@dataclass(frozen=True, slots=True, eq=False)
class Wish:
    """To see `step` of the recipe's runs; with a `budget` (s), as far towards it as that allows.

    `generation` counts the experiments: wishes of the same one want the same runs.
    """

    recipe: Recipe
    generation: int
    step: int
    budget: float | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Arrival:
    """What has come of a wish: the runs, the step they are at, their frames there."""

    wish: Wish
    runs: tuple[Timeline, ...]
    step: int
    frames: tuple[Any, ...]


class Solver(QObject):
    """Takes wishes, and goes on solving the runs of the last one to their ends while there is no newer."""

    arrived = Signal(object)
    progressed = Signal()
    failed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._condition = threading.Condition()
        self._thread: threading.Thread | None = None
        self._wish: Wish | None = None
        self._resting = True
        # The thread's own; others may look.
        self._runs: tuple[Timeline, ...] = ()
        self._made_of: Wish | None = None
        self._at_work: Wish | None = None
        self._began = self._told = 0.0

    # -- asked by the window ------------------------------------------------------------------------------------------

    def wish(self, wish: Wish) -> None:
        """Want this from now on, instead of what was wanted before."""
        with self._condition:
            self._wish = wish
            self._go_on()

    def wake(self) -> None:
        """Go on with what is left to do."""
        with self._condition:
            self._go_on()

    def rest(self) -> None:
        """Do nothing more until there is a wish, or `wake`. What is half done is done again then."""
        with self._condition:
            self._resting = True
            self._condition.notify()

    def close(self) -> None:
        """Rest, and wait until the thread has ended."""
        self.rest()
        thread = self._thread
        if thread is not None:
            thread.join()

    @property
    def reached(self) -> int:
        """How far the runs are solved."""
        return min((run.reached for run in self._runs), default=0)

    def _go_on(self) -> None:
        self._resting = False
        if self._thread is None:
            self._thread = threading.Thread(target=self._work, name="solver", daemon=True)
            self._thread.start()
        self._condition.notify()

    # -- in the thread ------------------------------------------------------------------------------------------------

    def _work(self) -> None:
        with while_wanted(self._wanted):
            while self._turn():
                pass

    def _turn(self) -> bool:
        """One wish, or one step more of what is known; False when the thread is to end."""
        with self._condition:
            if self._wish is None and not self._resting and not self._unfinished():
                self._condition.wait(LINGER)
            idle = self._wish is None and not self._unfinished()
            if self._resting or idle:
                self._thread = None
                return False
            wish, self._wish = self._wish, None
            self._at_work = wish
            self._began = time.perf_counter()
        try:
            if wish is None:
                self._extend()
            else:
                self._fulfil(wish)
        except Interrupted:
            self._put_back(wish)
        except Exception as error:  # noqa: BLE001 - shown where the window's own errors are
            self._runs, self._made_of = (), None
            self.failed.emit(error)
        return True

    def _put_back(self, wish: Wish | None) -> None:
        """What was interrupted is still wanted, unless there is something newer."""
        with self._condition:
            if self._wish is None:
                self._wish = wish

    def _wanted(self) -> bool:
        """Whether what is at work is still to be finished."""
        newer, mine = self._wish, self._at_work
        if self._resting:
            return False
        if newer is None:
            return True
        if mine is None:
            return self._made_of is not None and newer.generation == self._made_of.generation
        return newer.generation == mine.generation or time.perf_counter() - self._began < PATIENCE

    def _unfinished(self) -> bool:
        return any(run.reached < run.length for run in self._runs)

    def _fulfil(self, wish: Wish) -> None:
        made = self._made_of
        if made is None or made.generation != wish.generation:
            self._runs = self._made(wish)
            self._made_of = wish
        limit = None if wish.budget is None else time.perf_counter() + wish.budget
        for run in self._runs:
            self._bring(run, wish, limit)
        if self._superseded(wish):
            return
        for run in self._runs:
            run.scene  # noqa: B018 - made here, so that the window does not wait for it
        frames = tuple(run.frame() for run in self._runs)
        step = max(run.step for run in self._runs)
        self.arrived.emit(Arrival(wish, self._runs, step, frames))

    def _made(self, wish: Wish) -> tuple[Timeline, ...]:
        """The runs of a wish. What is known of a run at hand with the same settings is kept: only its events may differ."""
        recipe = wish.recipe
        return tuple(self._run_of(recipe, side, getattr(recipe, side)) for side in sides(recipe))

    def _run_of(self, recipe: Recipe, side: str, settings: Settings) -> Timeline:
        for run in self._runs:
            if run.settings == settings and run.seed == recipe.seed:
                return run.branched(recipe.events_of(side))
        return recipe.timeline(side, MEMORY)

    def _bring(self, run: Timeline, wish: Wish, limit: float | None) -> None:
        """Move a run towards the step wished for, an update at a time."""
        wanted = min(wish.step, run.length)
        while run.step != wanted:
            pulse()
            if self._superseded(wish):
                return
            before = run.step
            run.seek(wanted, 0.0)
            if run.step == before:
                time.sleep(NAP)
            self._tell()
            if limit is not None and time.perf_counter() >= limit:
                return

    def _superseded(self, wish: Wish) -> bool:
        """Whether another step of the same runs is wanted by now."""
        newer = self._wish
        return newer is not None and newer.generation == wish.generation

    def _extend(self) -> None:
        run = min((run for run in self._runs if run.reached < run.length), key=lambda run: run.reached)
        if not run.extend():
            time.sleep(NAP)
        self._tell(last=not self._unfinished())

    def _tell(self, last: bool = False) -> None:
        now = time.perf_counter()
        if last or now - self._told >= TOLD:
            self._told = now
            self.progressed.emit()
