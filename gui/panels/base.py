"""What every panel is: the centre picture of a tab, with its right column, shown runs and frames."""

from __future__ import annotations

from typing import Any, Protocol

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from engine.parameter import Settings
from engine.simulations.base import Array
from gui.theme import Theme
from gui.widgets.plot import Plot

# Of the right column, in logical pixels.
RIGHT_WIDTH = 300


class Run(Protocol):
    """One side's run as a panel sees it (a timeline is one): what holds for all its steps."""

    @property
    def settings(self) -> Any:  # noqa: ANN401 - each tab has its own
        """What the run was made from."""

    @property
    def seed(self) -> int:
        """The seed of its random streams."""

    @property
    def scene(self) -> Any:  # noqa: ANN401
        """What stays the same for the whole run."""

    @property
    def length(self) -> int:
        """How many steps it has."""

    @property
    def reached(self) -> int:
        """The last step solved so far."""

    @property
    def record(self) -> Array:
        """The rows 0 … reached; a view that grows while the run is being solved."""


class Panel(QWidget):
    """The centre of one tab. It never sees the session: it is shown things, and says what the hand did.

    `edited(settings, path, done)` carries whole new settings; `done` is False while a gesture goes on.
    """

    edited = Signal(object, str, bool)
    view_changed = Signal()
    seek_requested = Signal(int)
    seed_requested = Signal(int)
    selected = Signal(str, int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Build everything once."""
        super().__init__(parent)
        self.theme = theme
        self.right: QWidget = QWidget()
        self.left: QWidget | None = None

    def show_run(self, runs: tuple[Run, ...]) -> None:
        """Show new runs (settings, scene, record): A, or A and B."""

    def show_frames(self, frames: tuple[Any, ...], fresh: bool) -> None:
        """Show the frames at the cursor; `fresh` is False when they are one step on from the last shown."""

    def show_side(self, side: str) -> None:
        """Show which side of a comparison the hand changes: "a", "b" or "both"."""

    def set_theme(self, theme: Theme) -> None:
        """Take every colour, pen and font from `theme`."""

    def retranslate(self) -> None:
        """Set every text again, in the language that is on."""

    def view(self) -> dict[str, Any]:
        """What the learner has chosen to see, as JSON data."""
        return {}

    def set_view(self, view: dict[str, Any]) -> None:
        """Take a view back; unknown keys and unfit values are ignored."""

    def select(self, path: str, index: int) -> None:
        """The entry `index` of the list at `path` has been selected in the form."""

    def set_shown(self, path: str, index: int, shown: bool) -> None:
        """The entry `index` of the list at `path` has been switched on or off in the form."""

    def show_progress(self) -> None:
        """More of the runs is known by now, beyond the cursor: told a few times a second at most."""

    def stages(self) -> int:
        """How many stages the step at hand has for ←/→; 0 when stages are off or there are none."""
        return 0

    def step_stage(self, count: int) -> bool:
        """Move by `count` stages within the step at hand; False where stages are off, or the step is to change instead.

        The panel then shows the nearer end of the next step's stages.
        """
        return False

    def stage_note(self) -> str:
        """Which stage of the step at hand is shown, in a few words; "" where stages are off."""
        return ""

    def replaced(self, settings: Settings, path: str, done: bool = True) -> None:
        """Say that the hand made `settings` out of those shown."""
        self.edited.emit(settings, path, done)


def plots_of(panel: Panel) -> list[Plot]:
    """The panel's plots that are in sight, in order."""
    return [plot for plot in panel.findChildren(Plot) if plot.isVisibleTo(panel)]
