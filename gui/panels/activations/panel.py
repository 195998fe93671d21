"""The activations tab: functions probed, repeated, compared; and why there must be one between two layers."""

from __future__ import annotations

from typing import Any, TypeGuard

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout

from engine.parameter import parameter_at, replace_at
from engine.simulations.activations import ActivationsSettings
from engine.simulations.activations_collapse import CollapseFrame
from engine.simulations.activations_probe import ProbeFrame, step_at
from engine.simulations.activations_repeat import RepeatFrame
from gui.panels.activations.collapse_inspector import CollapseInspector
from gui.panels.activations.collapse_view import CollapseView
from gui.panels.activations.facts_table import KEYS
from gui.panels.activations.functions_view import FunctionsView
from gui.panels.activations.inspector import FunctionsInspector
from gui.panels.base import Panel, Run
from gui.panels.pages import RightColumn
from gui.theme import Theme

FUNCTIONS = "functions"


class ActivationsPanel(Panel):
    """See `Panel`. Its view: the selected function, which are hidden, how the table is sorted."""

    def __init__(self, theme: Theme) -> None:
        """Build both centres and both right columns once."""
        super().__init__(theme)
        self.functions, self.collapse = FunctionsView(theme), CollapseView(theme)
        self.inspector, self.collapse_inspector = FunctionsInspector(theme), CollapseInspector(theme)
        self.centre = QStackedWidget()
        self.centre.addWidget(self.functions)
        self.centre.addWidget(self.collapse)
        self.right = self.column = RightColumn(theme, self.inspector, self.collapse_inspector)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.centre)
        self._run: Run | None = None
        self._frame: Any = None
        self._chosen = 0
        self._hidden: frozenset[int] = frozenset()
        self._sort: tuple[str, bool] | None = None
        for part in (self.functions, self.inspector, self.collapse_inspector):
            part.picked.connect(self._pick)
        self.functions.probe_moved.connect(self._move_probe)
        self.functions.passes_moved.connect(self._move_passes)
        self.functions.table.table.sort_changed.connect(self._sorted)
        self.collapse.draw_requested.connect(self._draw_again)
        self.collapse.input_moved.connect(lambda x, done: self._edit_number("mode.x", x, done))

    # -- shown --------------------------------------------------------------------------------------------------------

    def show_run(self, runs: tuple[Run, ...]) -> None:
        """Another run: its mode decides which centre and column are seen."""
        self._run, self._frame = runs[0], None
        collapsing = self._mode == "collapse"
        self.centre.setCurrentWidget(self.collapse if collapsing else self.functions)
        self.column.show_page(self.collapse_inspector if collapsing else self.inspector)
        self._show_scene()

    def show_frames(self, frames: tuple[Any, ...], fresh: bool) -> None:
        """The functions at the cursor."""
        self._frame = frame = frames[0]
        if isinstance(frame, ProbeFrame):
            self.functions.show_probe(frame)
            self.inspector.show_probe(frame)
        elif isinstance(frame, RepeatFrame):
            self.functions.show_repeat(frame)
            self.inspector.show_repeat(frame)
        elif isinstance(frame, CollapseFrame):
            self.collapse.show_frame(frame)
            self.collapse_inspector.show_frame(frame)

    @property
    def _settings(self) -> ActivationsSettings:
        assert self._run is not None
        settings: ActivationsSettings = self._run.settings
        return settings

    @property
    def _selected(self) -> int:
        """The function chosen, of those that this run has: the choice may be ahead of the run."""
        return min(self._chosen, len(self._settings.functions) - 1)

    @property
    def _mode(self) -> str:
        return self._settings.mode.kind

    def _show_scene(self) -> None:
        assert self._run is not None
        scene = self._run.scene
        if self._mode == "collapse":
            self.collapse.show_scene(scene, self._selected)
            self.collapse_inspector.show_scene(scene, self._selected)
        else:
            shown = [i for i in range(len(scene.names)) if i not in self._hidden]
            self.functions.show_scene(scene, shown, self._selected, repeating=self._mode == "repeat")
            self.inspector.show_scene(scene, self._selected)

    def _show_again(self) -> None:
        """The same run and frame, for another view of them."""
        if self._run is not None:
            self._show_scene()
            if self._frame is not None:
                self.show_frames((self._frame,), fresh=True)

    def set_theme(self, theme: Theme) -> None:
        """Take every colour, pen and font from `theme`."""
        self.theme = theme
        for part in (self.functions, self.collapse, self.column):
            part.set_theme(theme)
        self._show_again()

    def retranslate(self) -> None:
        """Set every text again, in the language that is on."""
        self.functions.retranslate()
        self.collapse.retranslate()
        self.collapse_inspector.retranslate()
        self._show_again()

    def measure_costs(self) -> None:
        """Fill the cost column at once: in a window it is measured in idle moments, without one not at all."""
        self.functions.measure()

    # -- view ---------------------------------------------------------------------------------------------------------

    def view(self) -> dict[str, Any]:
        """The selected function, the hidden ones, the table's order."""
        return {
            "selected": self._chosen,
            "hidden": sorted(self._hidden),
            "sort": list(self._sort) if self._sort else None,
        }

    def set_view(self, view: dict[str, Any]) -> None:
        """Take a view back; unknown keys and unfit values are ignored."""
        selected, hidden, sort = view.get("selected"), view.get("hidden"), view.get("sort")
        if _is_place(selected):
            self._chosen = selected
        if isinstance(hidden, list) and all(_is_place(i) for i in hidden):
            self._hidden = frozenset(hidden)
        if isinstance(sort, list) and len(sort) == 2 and sort[0] in KEYS and isinstance(sort[1], bool):
            self._sort = (sort[0], sort[1])
        elif sort is None and "sort" in view:
            self._sort = None
        self.functions.table.sort_by(*(self._sort or (None,)))
        self._show_again()

    def select(self, path: str, index: int) -> None:
        """A function's card has been selected in the form."""
        if path == FUNCTIONS and index != self._chosen:
            self._chosen = index
            self._show_again()

    def set_shown(self, path: str, index: int, shown: bool) -> None:
        """A function has been switched on or off in the form."""
        if path == FUNCTIONS and shown == (index in self._hidden):
            self._hidden ^= {index}
            self._show_again()

    def _sorted(self, column: int, descending: bool) -> None:
        self._sort = (KEYS[column], descending) if column >= 0 else None
        self.view_changed.emit()

    # -- the hand -----------------------------------------------------------------------------------------------------

    def _pick(self, index: int) -> None:
        if index != self._chosen:
            self.select(FUNCTIONS, index)
            self.selected.emit(FUNCTIONS, index)
            self.view_changed.emit()

    def _draw_again(self) -> None:
        """Another seed: other weights, and another sample of the inputs."""
        if self._run is not None:
            self.seed_requested.emit(self._run.seed + 1)

    def _move_probe(self, z: float, done: bool) -> None:
        """In a sweep the probe's place is the step; repeated passes start from it."""
        if self._mode == "probe":
            self.seek_requested.emit(step_at(z))
        else:
            self._edit_number("mode.z", z, done)

    def _move_passes(self, passes: int, done: bool) -> None:
        """In a sweep the number of passes is a setting; repeated passes are steps."""
        if self._mode == "repeat":
            self.seek_requested.emit(passes)
        else:
            self._edit_number("mode.passes", passes, done)

    def _edit_number(self, path: str, value: float, done: bool) -> None:
        settings = self._settings
        snapped = parameter_at(settings, path).snap(value)
        self.replaced(replace_at(settings, path, snapped), path, done)


def _is_place(value: object) -> TypeGuard[int]:
    return isinstance(value, int) and not isinstance(value, bool) and value >= 0
