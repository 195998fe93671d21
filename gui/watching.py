"""Watching the runs of a recipe: the step wanted, the step on the screen, and what is solved in between.

Changing the recipe keeps the step. The newest change wins, but a run being solved is first shown at the wanted step:
starting afresh at every move of the mouse would never arrive. Quick runs are solved in slices between two events of
the window, the others in a thread of their own.
"""

from __future__ import annotations

import time

from PySide6.QtCore import QObject, QTimer, Signal

from engine.recipe import Recipe, sides
from engine.timeline import Timeline
from gui.solver import Arrival, Solver, Wish

# Solving goes on in slices of this many seconds, so that the window answers in between.
SLICE = 0.016
# So long (s) a playing thread may take towards the next frame; so late (ms) a wish is called awaited.
TURN, LATE = 0.03, 80


class Watching(QObject):
    """Emits what is to be shown; draws nothing itself. `recipe` is changed by a subclass, which then calls `retake`."""

    run_ready = Signal(object)  # tuple of runs (A, or A and B): show them
    frames_ready = Signal(object, bool)  # tuple of frames, fresh: True unless one step on from the last
    progressed = Signal()  # step, length or how far the run is solved
    waiting_changed = Signal(bool)  # whether a wanted step is still being solved
    extended = Signal()  # more of the runs on the screen is solved, beyond the cursor

    def __init__(self, recipe: Recipe, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.recipe = recipe
        self.target = recipe.step
        self.shown_step = -1
        self._runs: tuple[Timeline, ...] = ()
        self._solving: tuple[Timeline, ...] | None = None
        self._stale = True
        self._waiting = False
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self.work)
        self._solver: Solver | None = None
        self._generation = self._shown_generation = 0
        self._pending: Wish | None = None
        self._late = QTimer(self)
        self._late.setSingleShot(True)
        self._late.setInterval(LATE)
        self._late.timeout.connect(lambda: self._set_waiting(self._pending is not None))

    # -- what there is ------------------------------------------------------------------------------------------------

    @property
    def runs(self) -> tuple[Timeline, ...]:
        """The runs on the screen."""
        return self._runs

    @property
    def length(self) -> int:
        """Steps of the longer run on the screen."""
        return max((run.length for run in self._runs), default=self.recipe.length())

    @property
    def reached(self) -> int:
        """How far the runs on the screen, or those that will be, are solved."""
        if self._solver is not None and self.slow:
            return self._solver.reached
        return min((run.reached for run in self._runs), default=0)

    @property
    def step(self) -> int:
        """The step on the screen."""
        return max(self.shown_step, 0)

    @property
    def wanted(self) -> int:
        """The step that is to be on the screen. A run that has become shorter is wanted to its end."""
        return min(self.target, self.recipe.length())

    @property
    def waiting(self) -> bool:
        """Whether a wanted step is still being solved, longer than a moment."""
        return self._waiting

    @property
    def steady(self) -> bool:
        """Whether the runs on the screen are the ones wanted, and nobody is moving them."""
        return self._pending is None and self._solving is None and not self._stale

    @property
    def slow(self) -> bool:
        """Whether the runs are solved in a thread."""
        return self.recipe.tab.slow(self.recipe.settings)

    # -- moving -------------------------------------------------------------------------------------------------------

    def retake(self) -> None:
        """The recipe is another: solve it."""
        self._stale = True
        self.wake()

    def seek(self, step: int) -> None:
        """Show `step` as soon as it can be; the window answers meanwhile."""
        self.target = min(max(step, 0), max(self.recipe.length(), 0))
        self.wake()

    def play(self, steps: int, deadline: float) -> bool:
        """Go on by up to `steps`, as far as `deadline` allows, and show where that leads. False at the end."""
        if self.slow:
            return self._play_in_thread(steps)
        if self._stale or self._solving is not None or not self._runs:
            self.work()
            return True
        end = self.length
        self.target = min(self.shown_step + steps, end)
        at = self._seek(self._runs, self.target, deadline)
        self.target = at
        if at != self.shown_step:
            self._show(fresh=at != self.shown_step + 1)
        return at < end

    def work(self) -> None:
        """One slice of solving; what has arrived is shown. Called by a timer while there is something to do."""
        if self.slow:
            self._timer.stop()
            self._solving = None
            self._ask()
            return
        if self._solver is not None:
            self._solver.rest()
            self._pending = None
        deadline = time.perf_counter() + SLICE
        if self._solving is None and self._stale:
            self._stale = False
            self._generation += 1
            self._solving = tuple(self.recipe.timeline(side) for side in sides(self.recipe))
        runs = self._runs if self._solving is None else self._solving
        wanted = min(self.target, max(run.length for run in runs))
        if self._seek(runs, wanted, deadline) == wanted:
            self._arrived(wanted)
        else:
            self._set_waiting(True)
            self.progressed.emit()
        if self._stale or self._solving is not None or self.shown_step != wanted:
            self.wake()
        else:
            self._timer.stop()

    def _arrived(self, wanted: int) -> None:
        if self._solving is not None:
            self._runs, self._solving = self._solving, None
            self._shown_generation = self._generation
            self.run_ready.emit(self._runs)
            self._show(fresh=True)
        elif wanted != self.shown_step:
            self._show(fresh=wanted != self.shown_step + 1)
        self._set_waiting(False)

    def _seek(self, runs: tuple[Timeline, ...], step: int, deadline: float) -> int:
        """Bring all runs to `step`, each to its own end; the step that all of them have reached."""
        short = [step - min(step, run.length) + run.seek(min(step, run.length), deadline) for run in runs]
        return min(short)

    def _show(self, fresh: bool) -> None:
        self.shown_step = max(run.step for run in self._runs)
        self.frames_ready.emit(tuple(run.frame() for run in self._runs), fresh)
        self.progressed.emit()

    def _set_waiting(self, waiting: bool) -> None:
        if waiting != self._waiting:
            self._waiting = waiting
            self.waiting_changed.emit(waiting)

    def wake(self) -> None:
        """Go on working until the wanted step is on the screen, and in a thread until the run is solved."""
        if not self._timer.isActive():
            self._timer.start()

    def rest(self) -> None:
        """Stop working until there is a new wish, or `wake`."""
        self._timer.stop()
        self._late.stop()
        if self._solver is not None:
            self._solver.rest()

    def close(self) -> None:
        """Stop working for good; returns when no thread is left."""
        self.rest()
        if self._solver is not None:
            self._solver.close()

    # -- in a thread --------------------------------------------------------------------------------------------------

    def _ask(self, budget: float | None = None) -> None:
        """Wish for the wanted step, or only go on solving if it is there."""
        if self._solver is None:
            self._solver = Solver(self)
            self._solver.arrived.connect(self._on_arrival)
            self._solver.progressed.connect(self._on_solved)
            self._solver.failed.connect(self._on_failure)
        if self._stale:
            self._stale = False
            self._generation += 1
        wanted = self.wanted
        if self._shown_generation == self._generation and self.shown_step == wanted:
            self._pending = None
            self._set_waiting(False)
            self._solver.wake()
            return
        self._pending = Wish(self.recipe, self._generation, wanted, budget)
        if not self._late.isActive():
            self._late.start()
        self._solver.wish(self._pending)

    def _play_in_thread(self, steps: int) -> bool:
        if self._stale or self._pending is not None or not self._runs:
            if self._stale:
                self.work()
            return True
        if self.shown_step >= self.length:
            return False
        self.target = min(self.shown_step + steps, self.length)
        self._ask(TURN)
        return True

    def _on_arrival(self, arrival: Arrival) -> None:
        wish = arrival.wish
        if not self.slow or wish.generation < self._shown_generation:
            return
        fresh = wish.generation != self._shown_generation
        if fresh:
            self._runs, self._shown_generation = arrival.runs, wish.generation
            self.run_ready.emit(self._runs)
        if wish is self._pending:
            self._pending = None
            self._late.stop()
            self._set_waiting(False)
            if wish.budget is not None:
                self.target = arrival.step
        fresh = fresh or arrival.step != self.shown_step + 1
        self.shown_step = arrival.step
        self.frames_ready.emit(arrival.frames, fresh)
        self.progressed.emit()

    def _on_solved(self) -> None:
        self.progressed.emit()
        if self._pending is None:
            self.extended.emit()

    def _on_failure(self, error: Exception) -> None:
        self._pending = None
        raise error
