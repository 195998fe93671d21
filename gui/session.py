"""One experiment being watched: its recipe, what the hand changes about it, undo.

A comparison has two sides, A (the recipe's `settings`) and B (`other`). The hand changes the *active* one, or both.
"""

from __future__ import annotations

import dataclasses
from typing import Any, Literal

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoStack

from engine.parameter import Settings, SettingsError, get_at, parameter_at, parameters, replace_at, write_value
from engine.recipe import Recipe, SidedEvent
from engine.timeline import changed
from gui.experiment import Change, Experiment
from gui.watching import Watching

Side = Literal["a", "b", "both"]
SIDES: tuple[Side, ...] = ("a", "b", "both")
# What each side is called in a recipe.
NAMES = {"a": "settings", "b": "other"}


class Session(Watching):
    """See the module. Emits what is to be shown; draws nothing itself."""

    settings_changed = Signal(object)  # the settings as they are wanted now, for the form: those of the active side
    side_changed = Signal(str)  # which side the hand changes

    def __init__(self, recipe: Recipe, parent: QObject | None = None) -> None:
        super().__init__(recipe, parent)
        self.undo_stack = QUndoStack(self)
        self._side: Side = "both"
        self._from_here = False
        self._shown_settings: Settings = recipe.settings
        self._gesture = 0
        self.progressed.connect(self._on_progress)

    # -- what there is ------------------------------------------------------------------------------------------------

    @property
    def comparing(self) -> bool:
        """Whether there is a B."""
        return self.recipe.other is not None

    @property
    def side(self) -> Side:
        """The side that the hand changes: "a" where there is no B."""
        return self._side if self.comparing else "a"

    def set_side(self, side: Side) -> None:
        """Let the hand change this side from now on. This is view, no entry of undo."""
        if side != self._side:
            self._side = side
            self._tell_settings()
            self.side_changed.emit(self.side)

    @property
    def from_here(self) -> bool:
        """Whether live settings are changed from the step at hand on, and not from the start."""
        return self._from_here

    @from_here.setter
    def from_here(self, on: bool) -> None:
        self._from_here = on
        self._tell_settings()

    def settings_of(self, side: Side) -> Settings:
        """The settings of a side (of both: A's) as a form shows them: from here on, with the changes on the way."""
        name = NAMES["b" if side == "b" and self.comparing else "a"]
        settings: Settings = getattr(self.recipe, name)
        if self._from_here:
            for event in sorted(self.recipe.events_of(name), key=lambda event: event.step):
                if event.step <= self.wanted:
                    settings = changed(settings, event.change)
        return settings

    def shown_settings(self) -> Settings:
        """The settings of the active side."""
        return self.settings_of(self.side)

    def saved_recipe(self, view: dict[str, Any]) -> Recipe:
        """The recipe as it is to be saved: at the step that is wanted, as it has the settings that are, and the view."""
        return dataclasses.replace(self.recipe, step=self.wanted, view=view)

    # -- changes ------------------------------------------------------------------------------------------------------

    def edit(self, settings: Settings, path: str, done: bool, side: Side | None = None) -> None:
        """The hand changed `path` of a side, whose whole `settings` come with it.

        While `done` is False the gesture goes on and stays one entry of undo. Of "both", what was changed in A is set in
        B as well where it has a place there; so are settings that both must share.
        """
        side = (side or self.side) if self.comparing else "a"
        if self._from_here and path and _live(settings, path):
            self._change_from_here(settings, path, side)
        else:
            settings = settings.following(path)
            self._change(self._edited(settings, path, side), path, side)
        if done:
            self._gesture += 1

    def _edited(self, settings: Settings, path: str, side: Side) -> Experiment:
        """The experiment with a side's new settings, and what follows from them for the other side."""
        now = Experiment.of(self.recipe)
        common = side == "both" or (path != "" and _common(settings, path))
        a, b = now.settings, now.other
        if side == "b":
            a, b = (_with(a, settings, path) if common else a), settings
        else:
            a, b = settings, (_with(b, settings, path) if common and b is not None else b)
        b = a.paired(b, path)
        fitting = self.recipe.changed(settings=a, other=b, events=now.events if b is not None else self._events_of_a())
        return Experiment.of(fitting.fitting())

    def _events_of_a(self) -> tuple[SidedEvent, ...]:
        return tuple(event for event in self.recipe.events if event.side == NAMES["a"])

    def _change(self, after: Experiment, path: str, side: Side = "a") -> None:
        if after != Experiment.of(self.recipe):
            self.undo_stack.push(Change(self, after, path, side, self._gesture))

    def _do(self, after: Experiment, deed: str) -> None:
        """A deed that is an entry of undo by itself."""
        self._change(after, deed)
        self._gesture += 1

    def edit_seed(self, seed: int) -> None:
        """Another draw."""
        self._do(dataclasses.replace(Experiment.of(self.recipe), seed=seed), "seed")

    def replace(self, recipe: Recipe, deed: str = "") -> None:
        """Another experiment of the same simulation (a default, a file): one entry of undo, the step included."""
        if Experiment.of(recipe) == Experiment.of(self.recipe):
            self.seek(recipe.step)
            return
        change = Change(self, Experiment.of(recipe), deed, "a", self._gesture)
        change.steps = (self.wanted, recipe.step)
        self.undo_stack.push(change)
        self._gesture += 1

    # -- A and B ------------------------------------------------------------------------------------------------------

    def compare(self, on: bool) -> None:
        """Begin or end a comparison of A with B."""
        if on != self.comparing:
            other = self.recipe.settings.counterpart() if on else None
            events = self.recipe.events if on else self._events_of_a()
            self._do(Experiment.of(self.recipe.changed(other=other, events=events)), "compare")

    def copy_to_other(self) -> None:
        """Make the side that is not active like the active one (of both: B like A), changes on the way included."""
        if self.recipe.other is None:
            return
        source = NAMES["b" if self.side == "b" else "a"]
        target = NAMES["a" if self.side == "b" else "b"]
        own = [event for event in self.recipe.events if event.side == source]
        events = (*own, *(dataclasses.replace(event, side=target) for event in own))
        settings = getattr(self.recipe, source)
        self._do(Experiment.of(self.recipe.changed(settings=settings, other=settings, events=events)), "copy")

    def swap(self) -> None:
        """A becomes B, and B becomes A."""
        a, b = self.recipe.settings, self.recipe.other
        if b is not None:
            turned = {NAMES["a"]: NAMES["b"], NAMES["b"]: NAMES["a"]}
            events = tuple(dataclasses.replace(event, side=turned[event.side]) for event in self.recipe.events)
            self._do(Experiment.of(self.recipe.changed(settings=b, other=a, events=events)), "swap")

    # -- changes on the way -------------------------------------------------------------------------------------------

    def _change_from_here(self, settings: Settings, path: str, side: Side) -> None:
        """Let the value at `path` act from the step at hand on; an earlier change of it at this step is replaced."""
        events, step = self.recipe.events, self.wanted
        for name in ("settings", "other") if side == "both" else (NAMES[side],):
            value = write_value(get_at(settings, path))
            here = next((e for e in events if (e.step, e.side) == (step, name)), SidedEvent(step, name, {}))
            new = dataclasses.replace(here, change={**here.change, path: value})
            events = (*(e for e in events if e is not here), new)
        fitting = self.recipe.changed(events=tuple(sorted(events, key=lambda event: event.step))).fitting()
        self._change(Experiment.of(fitting), path, side)

    def remove_event(self, index: int) -> None:
        """Take back the change on the way at this place of the recipe's list."""
        events = tuple(event for i, event in enumerate(self.recipe.events) if i != index)
        self._do(Experiment.of(self.recipe.changed(events=events).fitting()), "events")

    # -- undo ---------------------------------------------------------------------------------------------------------

    def retranslate(self) -> None:
        """Name the entries of undo in the language that is on."""
        for i in range(self.undo_stack.count()):
            command = self.undo_stack.command(i)
            if isinstance(command, Change):
                command.name()

    def take(self, experiment: Experiment) -> None:
        """Let `experiment` be the one from now on (the commands of undo call it)."""
        side = self.side
        self.recipe = dataclasses.replace(
            self.recipe,
            settings=experiment.settings,
            other=experiment.other,
            seed=experiment.seed,
            events=experiment.events,
        )
        self._tell_settings()
        if self.side != side:
            self.side_changed.emit(self.side)
        self.retake()

    def _tell_settings(self) -> None:
        self._shown_settings = self.shown_settings()
        self.settings_changed.emit(self._shown_settings)

    def _on_progress(self) -> None:
        """From here on: a form shows what acts at the step at hand."""
        if self._from_here and self.recipe.events and self.shown_settings() != self._shown_settings:
            self._tell_settings()


def _live(settings: Settings, path: str) -> bool:
    try:
        return parameter_at(settings, path).live
    except SettingsError:
        return False


def _common(settings: Settings, path: str) -> bool:
    try:
        return parameter_at(settings, path.partition(".")[0]).common
    except SettingsError:
        return False


def _with(target: Settings, source: Settings, path: str) -> Settings:
    """`target` with the value that `source` has at `path`, if that has a place there."""
    if not path:
        return source
    try:
        found = replace_at(target, path, get_at(source, path))
        head, _, last = path.rpartition(".")
        if last == "kind":  # what a new rule asks for, and the old one had not, is asked for on both sides alike
            for name in parameters(type(get_at(found, head))).keys() - parameters(type(get_at(target, head))).keys():
                found = replace_at(found, f"{head}.{name}", getattr(get_at(source, head), name))
    except SettingsError:
        return target
    return found
