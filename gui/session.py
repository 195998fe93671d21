"""One experiment being watched: its recipe, its timelines, the cursor, undo.

Changing a setting keeps the step. The newest change wins, but a run being solved is first shown at the wanted step:
starting afresh at every move of the mouse would never arrive.
"""

from __future__ import annotations

import dataclasses
import time
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from engine.parameter import Settings
from engine.recipe import Recipe, SidedEvent
from engine.timeline import Timeline
from gui.wording import change_words

# Solving goes on in slices of this many seconds, so that the window answers in between.
SLICE = 0.016
UNDO_ID = 1


@dataclass(frozen=True, slots=True)
class Experiment:
    """What undo restores: all of a recipe that can change a number."""

    settings: Settings
    other: Settings | None
    seed: int
    events: tuple[SidedEvent, ...]

    @classmethod
    def of(cls, recipe: Recipe) -> Experiment:
        """The experiment in a recipe."""
        return cls(recipe.settings, recipe.other, recipe.seed, recipe.events)


class Change(QUndoCommand):
    """From one experiment to another. Changes of one path in one gesture are one entry."""

    def __init__(self, session: Session, after: Experiment, path: str, gesture: int) -> None:
        super().__init__()
        self.session, self.path, self.gesture = session, path, gesture
        self.before, self.after = Experiment.of(session.recipe), after
        self.steps: tuple[int, int] | None = None
        self.name()

    def name(self) -> None:
        """Say what is changed, in the language that is on. What is gone by now is called what it was called then."""
        self.setText(change_words(self.before.settings, self.path, self.after.settings))

    def id(self) -> int:
        """The same for all, so that Qt asks `mergeWith`."""
        return UNDO_ID

    def mergeWith(self, other: QUndoCommand) -> bool:
        """Join a later move of the same gesture; a gesture that ends where it began is no change."""
        if not isinstance(other, Change) or (other.path, other.gesture) != (self.path, self.gesture):
            return False
        self.after = other.after
        self.setObsolete(self.after == self.before)
        return True

    def redo(self) -> None:
        """Do it (also when first pushed)."""
        self.session._take(self.after, self.path)
        if self.steps is not None:
            self.session.seek(self.steps[1])

    def undo(self) -> None:
        """Take it back."""
        self.session._take(self.before, self.path)
        if self.steps is not None:
            self.session.seek(self.steps[0])


class Session(QObject):
    """One experiment being watched. Emits what is to be shown; draws nothing itself."""

    run_ready = Signal(object)  # tuple of runs (A, or A and B): show them
    frames_ready = Signal(object, bool)  # tuple of frames, fresh: True unless one step on from the last
    settings_changed = Signal(object)  # the settings as they are wanted now, for the form
    progressed = Signal()  # step, length or how far the run is solved
    waiting_changed = Signal(bool)  # whether a wanted step is still being solved

    def __init__(self, recipe: Recipe, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.recipe = recipe
        self.undo_stack = QUndoStack(self)
        self.target = recipe.step
        self.shown_step = -1
        self._runs: tuple[Timeline, ...] = ()
        self._solving: tuple[Timeline, ...] | None = None
        self._stale = True
        self._gesture = 0
        self._waiting = False
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self.work)

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
        """How far the runs on the screen are solved."""
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
        """Whether a wanted step is still being solved."""
        return self._waiting

    def saved_recipe(self, view: dict[str, Any]) -> Recipe:
        """The recipe as it is to be saved: at the step that is wanted, as it has the settings that are, and the view."""
        return dataclasses.replace(self.recipe, step=self.wanted, view=view)

    # -- changes ------------------------------------------------------------------------------------------------------

    def edit(self, settings: Settings, path: str, done: bool) -> None:
        """The hand changed `path`. While `done` is False the gesture goes on and stays one entry of undo."""
        settings = settings.following(path)
        if settings != self.recipe.settings:
            after = Experiment.of(self.recipe.changed(settings=settings).fitting())
            self.undo_stack.push(Change(self, after, path, self._gesture))
        if done:
            self._gesture += 1

    def edit_seed(self, seed: int) -> None:
        """Another draw."""
        after = dataclasses.replace(Experiment.of(self.recipe), seed=seed)
        if after != Experiment.of(self.recipe):
            self.undo_stack.push(Change(self, after, "seed", self._gesture))
            self._gesture += 1

    def replace(self, recipe: Recipe) -> None:
        """Another experiment of the same simulation (a default, a file): one entry of undo, the step included."""
        if Experiment.of(recipe) == Experiment.of(self.recipe):
            self.seek(recipe.step)
            return
        change = Change(self, Experiment.of(recipe), "", self._gesture)
        change.steps = (self.wanted, recipe.step)
        self.undo_stack.push(change)
        self._gesture += 1

    def retranslate(self) -> None:
        """Name the entries of undo in the language that is on."""
        for i in range(self.undo_stack.count()):
            command = self.undo_stack.command(i)
            if isinstance(command, Change):
                command.name()

    def _take(self, experiment: Experiment, path: str) -> None:
        self.recipe = dataclasses.replace(
            self.recipe,
            settings=experiment.settings,
            other=experiment.other,
            seed=experiment.seed,
            events=experiment.events,
        )
        self._stale = True
        self.settings_changed.emit(self.recipe.settings)
        self.wake()

    # -- moving -------------------------------------------------------------------------------------------------------

    def seek(self, step: int) -> None:
        """Show `step` as soon as it can be; the window answers meanwhile."""
        self.target = min(max(step, 0), max(self.recipe.length(), 0))
        self.wake()

    def play(self, steps: int, deadline: float) -> bool:
        """Go on by up to `steps`, as far as `deadline` allows, and show where that leads. False at the end."""
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
        deadline = time.perf_counter() + SLICE
        if self._solving is None and self._stale:
            self._stale = False
            sides = ("settings",) if self.recipe.other is None else ("settings", "other")
            self._solving = tuple(self.recipe.timeline(side) for side in sides)
        runs = self._runs if self._solving is None else self._solving
        wanted = min(self.target, max(run.length for run in runs))
        if self._seek(runs, wanted, deadline) == wanted:
            self._arrived(wanted)
        else:
            self._set_waiting(True)
            self.progressed.emit()
        if self._busy(wanted):
            self.wake()
        else:
            self.rest()

    def _arrived(self, wanted: int) -> None:
        if self._solving is not None:
            self._runs, self._solving = self._solving, None
            self.run_ready.emit(self._runs)
            self._show(fresh=True)
        elif wanted != self.shown_step:
            self._show(fresh=wanted != self.shown_step + 1)
        self._set_waiting(False)

    def _busy(self, wanted: int) -> bool:
        return self._stale or self._solving is not None or self.shown_step != wanted

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
        """Go on working until the wanted step is on the screen."""
        if not self._timer.isActive():
            self._timer.start()

    def rest(self) -> None:
        """Stop working until there is a new wish, or `wake`."""
        self._timer.stop()
