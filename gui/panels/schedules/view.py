"""What every picture of the tab is: a centre and a right column, shown a run, how to look at it, and its frames."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from gui.panels.base import Run
from gui.panels.schedules.look import Looks
from gui.theme import Theme
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

    def show_run(self, runs: tuple[Run, ...]) -> None:
        """Show other runs, A or A and B."""

    def show_looks(self, looks: tuple[Looks, ...], side: int) -> None:
        """Show the runs in another way; `side` is the place of the one that the picture is of."""

    def show_frames(self, frames: tuple[Any, ...], fresh: bool) -> None:
        """Show the frames at the cursor; `fresh` is False when they are one step on from the last shown."""

    def show_progress(self) -> None:
        """More of the runs is known, beyond the cursor."""

    def set_theme(self, theme: Theme) -> None:
        """Take every colour from `theme`."""

    def retranslate(self) -> None:
        """Set every fixed text again; runs, looks and frames are shown again afterwards."""
