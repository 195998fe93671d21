"""What every picture of the race is: a centre and a right column, shown the run and who of it is to be seen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from engine.parameter import Settings
from gui.panels.base import Run
from gui.theme import Theme
from gui.widgets.inspector import Inspector


@dataclass(frozen=True, slots=True)
class Look:
    """Which racer is the selected one, and which are hidden, by their places in the list."""

    selected: int
    hidden: frozenset[int]


class RaceView(QWidget):
    """One picture of the race. It is shown a run, then a look at it, then frames; another look may come at any time.

    `tool` is what stands in the row above the picture beside the choice of pictures, if there is anything.
    """

    edited = Signal(object, str, bool)
    view_changed = Signal()
    seek_requested = Signal(int)
    picked = Signal(int)
    page_changed = Signal()

    inspector: Inspector
    tool: QWidget | None = None

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme

    @property
    def page(self) -> Inspector:
        """The right column that is seen with the picture; `page_changed` tells another one."""
        return self.inspector

    def headline(self, settings: Any) -> str:  # noqa: ANN401 - the race's settings
        """What the picture is of, in TeX."""
        return f"f(x, y) = {settings.surface.formula}"

    def show_run(self, run: Run, look: Look) -> None:
        """Show another run."""

    def show_look(self, look: Look) -> None:
        """Show the run in another way."""

    def follow(self, racer: int) -> None:
        """The hand has selected another racer: told after `show_look`, and only then."""

    def show_frame(self, frame: Any, fresh: bool) -> None:  # noqa: ANN401 - each mode has its own
        """Show the frame at the cursor; `fresh` is False when it is one step on from the last shown."""

    def show_progress(self) -> None:
        """More of the run is known by now, beyond the cursor."""

    def set_theme(self, theme: Theme) -> None:
        """Take every colour from `theme`."""

    def retranslate(self) -> None:
        """Set every text again; run and frame are shown again afterwards."""

    def view(self) -> dict[str, Any]:
        """What the hand has chosen to see in this picture, as JSON data."""
        return {}

    def set_view(self, view: dict[str, Any]) -> None:
        """Take a view back; unknown keys and unfit values are ignored."""

    def stages(self) -> int:
        """How many stages the step at hand has for ←/→; 0 when stages are off or there are none."""
        return 0

    def step_stage(self, count: int) -> bool:
        """Move by `count` stages within the step at hand; False where the step is to change instead."""
        return False

    def stage_note(self) -> str:
        """Which stage of the step at hand is shown, in a few words; "" for none."""
        return ""

    def press(self, key: int) -> bool:
        """A key that the picture may have a use for; whether it had."""
        return False

    def replaced(self, settings: Settings, path: str, done: bool = True) -> None:
        """Say that the hand made `settings` out of those shown."""
        self.edited.emit(settings, path, done)
