"""Any step of one run, in any order, at bounded memory and within a deadline.

A run is solved once, forward; each step's row of the record is kept. Of the states only *checkpoints* are kept, at
multiples of a stride that doubles whenever they would outgrow the memory; another step is reached by replaying from
the checkpoint before it. The states of the stretch replayed last stay at hand, so stepping back along it is a look-up.
The state solved last stays too: `extend` goes on from it wherever the cursor stands.
"""

from __future__ import annotations

import copy
import dataclasses
import math
import sys
import time
from bisect import bisect_right
from collections import OrderedDict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from engine.parameter import Settings, SettingsError, parameter_at, set_at
from engine.simulations.base import Array, Simulation

# Bytes for states, unless said otherwise.
MEMORY = 64 * 2**20
# So many states are held as checkpoints, and as many along the stretch at hand, whatever they weigh …
LEAST_KEPT = 1
# … and never more than this: they would not make a replay shorter than can be felt.
MOST_KEPT = 1024


@dataclass(frozen=True, slots=True)
class Event:
    """A change of settings that acts on the updates from `step` on: paths and JSON values."""

    step: int
    change: Mapping[str, object]


class Timeline:
    """One run of one simulation. `seek` moves it to a step; `frame`, `record`, `scene` are what can be seen there.

    `memory` bounds the bytes held in states; the record comes on top (8 bytes × its width × the steps solved).
    """

    def __init__(
        self,
        simulation_of: Callable[[Any], Simulation],
        settings: Settings,
        seed: int = 0,
        events: Iterable[Event] = (),
        memory: int = MEMORY,
    ) -> None:
        """Make step 0; nothing else is solved yet."""
        self.settings, self.seed, self.memory = settings, seed, memory
        self._simulation = simulation_of(settings)
        self.length = self._simulation.length(settings)
        self._take_events(events)
        start = self._simulation.start(settings, seed)
        row = self._simulation.record(settings, start)
        self._rows = np.empty((min(self.length, 255) + 1, row.size))
        self._rows[0] = row
        self.reached = self.step = 0
        self._state = self._last = start
        self._checkpoints: dict[int, Any] = {0: start}
        self._stretch: OrderedDict[int, Any] = OrderedDict({0: start})
        self.stride = 1
        self._weight = 64
        self._shared = frozenset(arrays(start))
        self._take_weight()
        self._scene: Any = None

    # -- what can be seen ---------------------------------------------------------------------------------------------

    @property
    def record(self) -> Array:
        """The rows of steps 0 … reached: a view that must not be written to."""
        view = self._rows[: self.reached + 1]
        view.flags.writeable = False
        return view

    @property
    def scene(self) -> Any:  # noqa: ANN401 - each simulation has its own
        """What stays the same for the whole run; made at the first asking."""
        if self._scene is None:
            self._scene = self._simulation.scene(self.settings, self.seed)
        return self._scene

    def frame(self) -> Any:  # noqa: ANN401
        """What a panel draws at the step at hand."""
        settings = self.settings_at(self.step)
        return self._simulation.frame(settings, self.step, self._state, self.record[: self.step + 1])

    def settings_at(self, step: int) -> Any:  # noqa: ANN401
        """The settings that the update from `step` to the next uses: all events up to `step` included."""
        return self._segments[max(0, bisect_right(self._starts, step) - 1)]

    # -- moving -------------------------------------------------------------------------------------------------------

    def seek(self, step: int, deadline: float | None = None) -> int:
        """Go towards `step` (cut to 0 … length) until `time.perf_counter()` passes `deadline`.

        Returns the step now at hand. At least one update is done at each call, so that repeated calls arrive even
        after a deadline that was too short. None means: however long it takes.
        """
        step = min(max(step, 0), self.length)
        limit = math.inf if deadline is None else deadline
        if step != self.step:
            self._leap(step)
        while self.step < step:
            if not self._advance() or time.perf_counter() >= limit:
                break
        return self.step

    def extend(self) -> bool:
        """Solve one step beyond those that are known, wherever the cursor stands; False if there is none to solve.

        A cursor at the end of what is known stays there.
        """
        if self.reached >= self.length:
            return False
        state = self._simulation.advance(self.settings_at(self.reached), self._last)
        if state is None:
            return False
        self._reach(self.reached + 1, state)
        return True

    def _leap(self, step: int) -> None:
        """Take the nearest known state at or before `step`, unless the one at hand is nearer."""
        if step in self._stretch:
            self.step, self._state = step, self._stretch[step]
            return
        if step >= self.reached:
            if self.step != self.reached:
                self.step, self._state = self.reached, self._last
                self._stretch = OrderedDict({self.step: self._state})
            return
        nearest = min(step, self.reached)
        known = nearest - nearest % self.stride
        while known not in self._checkpoints:
            known -= self.stride
        if not known <= self.step <= step:
            self.step, self._state = known, self._checkpoints[known]
            self._stretch = OrderedDict({known: self._state})

    def _advance(self) -> bool:
        """Go on by one step; False if the next state is not there yet."""
        step = self.step + 1
        state = self._stretch.get(step)
        if state is None:
            state = self._simulation.advance(self.settings_at(self.step), self._state)
            if state is None:
                return False
            self._stretch[step] = state
            if len(self._stretch) > self._most_kept:
                self._stretch.popitem(last=False)
        self.step, self._state = step, state
        if step > self.reached:
            self._reach(step, state)
        return True

    def _reach(self, step: int, state: Any) -> None:  # noqa: ANN401
        """Keep what is kept of a step that is reached for the first time."""
        if step >= len(self._rows):
            self._grow(step)
        self._rows[step] = self._simulation.record(self.settings_at(step), state)
        self.reached, self._last = step, state
        if step % self.stride == 0:
            self._checkpoints[step] = state
            # States may become heavier; steps that are powers of two are never skipped by a stride below them.
            if step & (step - 1) == 0:
                self._take_weight()
            self._thin()

    def _take_weight(self) -> None:
        """Weigh the newest state; half of the memory is for checkpoints, half for the stretch at hand."""
        self._weight = max(self._weight, weigh(self._last, self._shared))
        self._most_kept = min(MOST_KEPT, max(LEAST_KEPT, self.memory // 2 // self._weight))

    def _thin(self) -> None:
        """Drop every other checkpoint, and the oldest states of the stretch, until the rest is within the memory."""
        while len(self._checkpoints) > self._most_kept:
            self.stride *= 2
            self._checkpoints = {k: v for k, v in self._checkpoints.items() if k % self.stride == 0}
        while len(self._stretch) > self._most_kept:
            self._stretch.popitem(last=False)

    def _grow(self, step: int) -> None:
        """Make room for twice as many rows."""
        rows = np.empty((min(self.length + 1, 2 * len(self._rows)), self._rows.shape[1]))
        rows[:step] = self._rows[:step]
        self._rows = rows

    @property
    def held(self) -> int:
        """Bytes held in states and record, about."""
        return (len(self._checkpoints) + len(self._stretch)) * self._weight + self._rows.nbytes

    # -- changes from here on -----------------------------------------------------------------------------------------

    def from_here(self, step: int, change: Mapping[str, object]) -> Event:
        """Let `change` (paths and JSON values) act from `step` on; what was solved beyond `step` is dropped.

        Raises SettingsError if the changed settings are not allowed, ValueError for a step that the run does not
        have; then nothing has changed.
        """
        if not 0 <= step <= self.length:
            raise ValueError(f"step {step} is not one of 0 … {self.length}")
        event = Event(step, dict(change))
        self._retake((*self.events, event), step)
        return event

    def branched(self, events: Iterable[Event]) -> Timeline:
        """The same run with other events: what was solved up to the first that differs is kept.

        This timeline stays as it is. Raises SettingsError if changed settings are not allowed.
        """
        events = tuple(events)
        branch = copy.copy(self)
        branch._rows = self._rows.copy()
        apart = [e.step for e in self.events if e not in events] + [e.step for e in events if e not in self.events]
        branch._retake(events, min(apart, default=self.length))
        return branch

    def _retake(self, events: Iterable[Event], step: int) -> None:
        """Take other events, which are the same before `step`; what was solved beyond it is dropped."""
        self._take_events(events)
        known = min(self.reached, step)
        self._checkpoints = {k: v for k, v in self._checkpoints.items() if k <= known}
        self._stretch = OrderedDict((k, v) for k, v in self._stretch.items() if k <= known)
        here = min(self.step, known)
        if known < self.reached:
            self.reached = known
            near = max((k for k in (*self._checkpoints, *self._stretch)), default=0)
            state = self._stretch.get(near, self._checkpoints.get(near))
            for at in range(near, known):
                state = self._simulation.advance(self.settings_at(at), state)
            self._last = state
        # The row of the step itself may tell of settings that act from it on.
        self._rows[known] = self._simulation.record(self.settings_at(known), self._last)
        if self.step > known:
            self.step, self._state = known, self._last
            self._stretch = OrderedDict({known: self._last})
        self.seek(here)

    def _take_events(self, events: Iterable[Event]) -> None:
        """The settings from each event on; `_starts` and `_segments` are parallel."""
        ordered = tuple(sorted(events, key=lambda e: e.step))
        segments: list[Any] = [self.settings]
        for event in ordered:
            segments.append(changed(segments[-1], event.change))
        self.events, self._segments = ordered, segments
        self._starts = [0, *(event.step for event in ordered)]


def changed(settings: Settings, change: Mapping[str, object]) -> Settings:
    """`settings` after an event. Raises SettingsError for a value or a setting that may not change in mid-run."""
    for path, value in change.items():
        if not parameter_at(settings, path).live:
            raise SettingsError(path, "not_live")
        settings = set_at(settings, path, value)
    return settings


def weigh(value: object, shared: frozenset[int] = frozenset()) -> int:
    """About how many bytes a state holds: arrays, containers and dataclasses are walked.

    Settings are shared by all states of a run, and so are the arrays whose identities are `shared`.
    """
    if isinstance(value, Settings):
        return 8
    if isinstance(value, np.ndarray):
        return 8 if id(value) in shared else int(value.nbytes) + 112
    if isinstance(value, dict):
        return sum(weigh(v, shared) for v in value.values()) + sys.getsizeof(value)
    if isinstance(value, list | tuple):
        return sum(weigh(v, shared) for v in value) + sys.getsizeof(value)
    if dataclasses.is_dataclass(value):
        fields = dataclasses.fields(value)
        return 48 + sum(weigh(getattr(value, f.name), shared) + 8 for f in fields)
    return sys.getsizeof(value)


def arrays(value: object) -> Iterator[int]:
    """The identities of the arrays in a state."""
    if isinstance(value, np.ndarray):
        yield id(value)
    elif isinstance(value, dict):
        for each in value.values():
            yield from arrays(each)
    elif isinstance(value, list | tuple):
        for each in value:
            yield from arrays(each)
    elif dataclasses.is_dataclass(value) and not isinstance(value, Settings):
        for field in dataclasses.fields(value):
            yield from arrays(getattr(value, field.name))
