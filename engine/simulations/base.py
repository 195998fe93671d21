"""What a simulation is: pure functions of settings and state, and what can be seen of a state."""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module
from typing import Any, ClassVar, Protocol, cast

import numpy as np
from numpy.typing import NDArray

from engine.parameter import Settings

Array = NDArray[np.float64]


class Simulation(Protocol):
    """One mode of one tab. Holds no data of a run, knows no clock and no screen.

    States are never altered once returned, so keeping one is keeping a reference. `record` gives a row of fixed
    length for every step; `frame` may be heavy and is never kept. `scene` is what stays the same for a whole run.
    """

    def length(self, settings: Any) -> int:  # noqa: ANN401 - each simulation has its own settings
        """How many steps the run has (step 0 is the start)."""

    def start(self, settings: Any, seed: int) -> Any:  # noqa: ANN401
        """The state at step 0."""

    def advance(self, settings: Any, state: Any) -> Any:  # noqa: ANN401
        """The next state, or None while an answer from another process is awaited."""

    def record(self, settings: Any, state: Any) -> Array:  # noqa: ANN401
        """The row kept for this state, float64, of the same length at every step."""

    def scene(self, settings: Any, seed: int) -> Any:  # noqa: ANN401
        """What stays the same for the run."""

    def frame(self, settings: Any, step: int, state: Any, record: Array) -> Any:  # noqa: ANN401
        """What a panel draws at `step`; `record` holds the rows 0 … step, a view. Has the attribute `step`."""


class Late:
    """A simulation in `module:Class` that is imported when it is first asked for anything: a window opens without it."""

    def __init__(self, source: str) -> None:
        self._source = source

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - whatever the simulation has
        """What the simulation has under this name, from now on without detour."""
        if name.startswith("__"):
            raise AttributeError(name)
        module, _, cls = self._source.partition(":")
        value = getattr(getattr(import_module(module), cls)(), name)
        setattr(self, name, value)
        return value


@dataclass(frozen=True, slots=True)
class Mode(Settings):
    """Base of the modes of all tabs: each is one way to see the tab's settings, with a simulation of its own.

    Of the settings that only some of the modes have a use for, `uses` names this one's. `slow` says that a step may take
    longer than a frame, so that a window solves it in a thread of its own.
    """

    simulation: ClassVar[Simulation]
    uses: ClassVar[frozenset[str]] = frozenset()
    slow: ClassVar[bool] = False


@dataclass(frozen=True, slots=True)
class Tab:
    """One tab's entry in `SIMULATIONS`: its settings class and name; its simulation follows from `settings.mode`.

    `source` is the class, or `module:Class` to be imported when the tab is first asked for: a window opens on one tab
    and need not wait for the others.
    """

    source: type[Settings] | str
    title: str = ""
    # Why a comparison of A with B makes no sense here; empty where it does.
    alone: str = ""

    @property
    def settings(self) -> type[Settings]:
        """The settings class."""
        if isinstance(self.source, type):
            return self.source
        module, _, name = self.source.partition(":")
        return cast(type[Settings], getattr(import_module(module), name))

    def simulation(self, settings: Settings) -> Simulation:
        """The simulation of the mode that `settings` are in."""
        return cast(Simulation, settings.mode.simulation)  # type: ignore[attr-defined]

    def slow(self, settings: Settings) -> bool:
        """Whether the mode that `settings` are in is a slow one."""
        return bool(getattr(settings.mode, "slow", False))  # type: ignore[attr-defined]
