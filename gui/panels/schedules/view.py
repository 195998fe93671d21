"""What every picture of the tab is: a centre and a right column, shown a run, how to look at it, and its frames."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from gui.panels.base import Run
from gui.panels.schedules.look import Looks
from gui.theme import Theme
from gui.widgets.geometry import Array
from gui.widgets.inspector import Inspector


class SchedulesView(QWidget):
    """One picture of the tab. Looks come after the run and may come again at any time; frames come after looks."""

    edited = Signal(object, str, bool)
    seek_requested = Signal(int)
    picked = Signal(int)

    inspector: Inspector

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme
        self._runs: tuple[Run, ...] = ()
        self._side = 0
        self._frame: Any = None
        # Whether the scene holds the whole run, solved beforehand; None before the first frame of a run.
        self._foreseen: bool | None = None
        self._known = 0

    @property
    def _run(self) -> Run:
        """The one that the picture is of."""
        return self._runs[self._side]

    @property
    def _rows(self) -> Array:
        """What is known of the run, by step."""
        raise NotImplementedError

    def _show_step(self) -> None:
        """Show the curves at the frame at hand, as far as `_known`."""
        raise NotImplementedError

    def _take_frame(self, frame: Any, fresh: bool) -> bool:  # noqa: ANN401 - each mode has its own
        """Take the frame at the cursor. True if the curves are others: what is known of the run comes from elsewhere.

        In play the future is drawn again only when progress is told: that repaints the past on it.
        """
        other: bool = frame.foreseen != self._foreseen
        self._frame, self._foreseen = frame, frame.foreseen
        self._known = len(self._rows) if fresh or other else max(self._known, frame.step + 1)
        return other

    def show_run(self, runs: tuple[Run, ...]) -> None:
        """Show other runs, A or A and B; they are seen once it is told how."""
        self._runs, self._frame, self._foreseen = runs, None, None

    def show_looks(self, looks: tuple[Looks, ...], side: int) -> None:
        """Show the runs in another way; `side` is the place of the one that the picture is of."""

    def show_frames(self, frames: tuple[Any, ...], fresh: bool) -> None:
        """Show the frames at the cursor; `fresh` is False when they are one step on from the last shown."""

    def show_progress(self) -> None:
        """More of the runs is known, beyond the cursor: the faded part of the curves grows."""
        if self._frame is not None and not self._foreseen:
            self._known = len(self._rows)
            self._show_step()

    def set_theme(self, theme: Theme) -> None:
        """Take every colour from `theme`."""

    def retranslate(self) -> None:
        """Set every fixed text again; runs, looks and frames are shown again afterwards."""
