"""Any step of one run, in any order, at bounded memory and within a deadline.

A run is solved once, forward; each step's row of the record is kept. Of the states only *checkpoints* are kept, at
multiples of a stride that doubles whenever they would outgrow the memory; another step is reached by replaying from
the checkpoint before it. The states of the stretch replayed last stay at hand, so stepping back along it is a look-up.
"""

from __future__ import annotations

import dataclasses
import math
import sys
import time
from collections import OrderedDict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from engine.parameter import Settings, SettingsError, parameter_at, set_at
from engine.simulations.base import Array, Simulation

# A stretch between checkpoints never holds fewer states than this, whatever they weigh.
LEAST_KEPT = 8


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
        memory: int = 64 * 2**20,
    ) -> None:
        """Make step 0; nothing else is solved yet."""
        self.settings, self.seed, self.memory = settings, seed, memory
        self.events = tuple(sorted(events, key=lambda e: e.step))
        self._simulation = simulation_of(settings)
        self.length = self._simulation.length(settings)
        self._segments = self._segment_settings()
        start = self._simulation.start(settings, seed)
        row = self._simulation.record(settings, start)
        self._rows = np.empty((min(self.length, 255) + 1, row.size))
        self._rows[0] = row
        self._weight = max(64, weigh(start))
        self.reached = self.step = 0
        self._state = start
        self._checkpoints: dict[int, Any] = {0: start}
        self._stretch: OrderedDict[int, Any] = OrderedDict({0: start})
        self.stride = 1
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
        current = self._segments[0][1]
        for first, settings in self._segments[1:]:
            if first > step:
                break
            current = settings
        return current

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

    def _leap(self, step: int) -> None:
        """Take the nearest known state at or before `step`, unless the one at hand is nearer."""
        if step in self._stretch:
            self.step, self._state = step, self._stretch[step]
            return
        nearest = min(step, self.reached)
        known = nearest - nearest % self.stride
        while known not in self._checkpoints:
            known -= self.stride
        if not known <= self.step <= step:
            self.step, self._state = known, self._checkpoints[known]
            self._stretch = OrderedDict({known: self._state})

    def _advance(self) -> bool:
        state = self._stretch.get(self.step + 1)
        if state is None:
            state = self._simulation.advance(self.settings_at(self.step), self._state)
        if state is None:
            return False
        self.step, self._state = self.step + 1, state
        if self.step > self.reached:
            self._grow(self.step)
            self._rows[self.step] = self._simulation.record(self.settings_at(self.step), state)
            self.reached = self.step
            if self.step % self.stride == 0:
                self._checkpoint()
        self._keep()
        return True

    def _keep(self) -> None:
        """Hold the state in the stretch at hand, within half of the memory."""
        self._stretch[self.step] = self._state
        if len(self._stretch) > self._share:
            self._stretch.popitem(last=False)

    def _checkpoint(self) -> None:
        self._weight = max(self._weight, weigh(self._state)) if self.step < LEAST_KEPT else self._weight
        self._checkpoints[self.step] = self._state
        while len(self._checkpoints) > self._share:
            self.stride *= 2
            self._checkpoints = {k: v for k, v in self._checkpoints.items() if k % self.stride == 0}

    @property
    def _share(self) -> int:
        """How many states half of the memory holds, at most a thousand (more would not help a replay)."""
        return min(1024, max(LEAST_KEPT, self.memory // 2 // self._weight))

    def _grow(self, step: int) -> None:
        if step >= len(self._rows):
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

        Raises SettingsError if the changed settings are not allowed; then nothing has changed.
        """
        event = Event(step, dict(change))
        before, self.events = self.events, tuple(sorted((*self.events, event), key=lambda e: e.step))
        try:
            self._segments = self._segment_settings()
        except Exception:
            self.events = before
            raise
        self.reached = min(self.reached, step)
        self._checkpoints = {k: v for k, v in self._checkpoints.items() if k <= step}
        self._stretch = OrderedDict((k, v) for k, v in self._stretch.items() if k <= step)
        if self.step > step:
            self._leap(step)
            self.seek(step)
        return event

    def _segment_settings(self) -> list[tuple[int, Any]]:
        """(first step, settings) of each stretch between events, in order."""
        segments: list[tuple[int, Any]] = [(0, self.settings)]
        for event in self.events:
            segments.append((event.step, changed(segments[-1][1], event.change)))
        return segments


def changed(settings: Settings, change: Mapping[str, object]) -> Settings:
    """`settings` after an event. Raises SettingsError for a value or a setting that may not change in mid-run."""
    for path, value in change.items():
        if not parameter_at(settings, path).live:
            raise SettingsError(path, "not_live")
        settings = set_at(settings, path, value)
    return settings


def weigh(value: object) -> int:
    """About how many bytes a state holds: arrays, containers and dataclasses are walked."""
    if isinstance(value, np.ndarray):
        return int(value.nbytes) + 112
    if isinstance(value, dict):
        return sum(map(weigh, value.values())) + sys.getsizeof(value)
    if isinstance(value, list | tuple):
        return sum(map(weigh, value)) + sys.getsizeof(value)
    if dataclasses.is_dataclass(value):
        fields = dataclasses.fields(value)
        return 48 + sum(weigh(getattr(value, f.name)) + 8 for f in fields)
    return sys.getsizeof(value)
