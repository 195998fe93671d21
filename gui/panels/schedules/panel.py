"""Learning-rate schedules: one picture for each experiment, made when it is first shown."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeGuard, cast

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout

from gui.panels.base import Panel, Run
from gui.panels.pages import RightColumn
from gui.panels.schedules.compare_view import CompareView
from gui.panels.schedules.look import MOST_SCHEDULES, looks_of
from gui.panels.schedules.range_view import RangeView
from gui.panels.schedules.view import SchedulesView
from gui.theme import Theme

VIEWS: dict[str, Callable[[Theme], SchedulesView]] = {"compare": CompareView, "range_test": RangeView}
# Of the usual six schedules, the cosine.
FIRST_SELECTED = 3


class SchedulesPanel(Panel):
    """See `Panel`. Its view: the selected schedule, and which are hidden."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self.stack, self.column = QStackedWidget(), RightColumn(theme)
        self.right = self.column
        self._selected = FIRST_SELECTED
        self._hidden: set[int] = set()
        self._side = 0
        self._runs: tuple[Run, ...] = ()
        self._frames: tuple[Any, ...] = ()
        self._views: dict[str, SchedulesView] = {}
        self._mode = "compare"
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.stack)

    def view_of(self, mode: str) -> SchedulesView:
        """The picture of a mode, made when it is first shown."""
        if mode not in self._views:
            view = self._views[mode] = VIEWS[mode](self.theme)
            self.stack.addWidget(view)
            self.column.add_page(view.inspector)
            view.picked.connect(self._pick)
            for name in ("edited", "seek_requested"):
                getattr(view, name).connect(getattr(self, name))
            view.retranslate()
        return self._views[mode]

    @property
    def compare(self) -> CompareView:
        """The picture of the comparison."""
        return cast(CompareView, self.view_of("compare"))

    @property
    def range_test(self) -> RangeView:
        """The picture of the range test."""
        return cast(RangeView, self.view_of("range_test"))

    # -- shown --------------------------------------------------------------------------------------------------------

    def show_run(self, runs: tuple[Run, ...]) -> None:
        """Other runs, A or A and B; their mode decides which picture is seen."""
        self._runs, self._frames = runs, ()
        self._mode = runs[0].settings.mode.kind
        view = self.view_of(self._mode)
        self.stack.setCurrentWidget(view)
        self.column.show_page(view.inspector)
        view.show_run(runs)
        self._show_looks()

    def _show_looks(self) -> None:
        if self._runs:
            looks = tuple(looks_of(run.settings, self._selected, self._hidden) for run in self._runs)
            self._views[self._mode].show_looks(looks, min(self._side, len(looks) - 1))

    def show_frames(self, frames: tuple[Any, ...], fresh: bool) -> None:
        """The step at the cursor."""
        self._frames = frames
        self._views[self._mode].show_frames(frames, fresh)

    def show_progress(self) -> None:
        """More of the runs is known."""
        if self._frames:
            self._views[self._mode].show_progress()

    def show_side(self, side: str) -> None:
        """The picture is that of the active side; of both sides, A's."""
        place = 1 if side == "b" else 0
        if place != self._side:
            self._side = place
            self._show_again()

    # -- the hand -----------------------------------------------------------------------------------------------------

    def _pick(self, index: int) -> None:
        self.select("schedules", index)
        self.selected.emit("schedules", index)

    def select(self, path: str, index: int) -> None:
        """Schedule `index` is the one explained in the right column."""
        if path == "schedules" and 0 <= index < MOST_SCHEDULES and index != self._selected:
            self._selected = index
            self._refresh()

    def set_shown(self, path: str, index: int, shown: bool) -> None:
        """Show or hide schedule `index`; it runs all the same."""
        if path == "schedules" and shown == (index in self._hidden):
            (self._hidden.discard if shown else self._hidden.add)(index)
            self._refresh()

    def _refresh(self) -> None:
        """Another look at the same step."""
        self._show_again()
        self.view_changed.emit()

    def _show_again(self) -> None:
        self._show_looks()
        if self._frames:
            self.show_frames(self._frames, fresh=True)

    # -- theme, language, view ----------------------------------------------------------------------------------------

    def set_theme(self, theme: Theme) -> None:
        """Take every colour from `theme`."""
        self.theme = theme
        self.column.set_theme(theme)
        for view in self._views.values():
            view.set_theme(theme)
        self._show_again()

    def retranslate(self) -> None:
        """Set every text again."""
        for view in self._views.values():
            view.retranslate()
        self._show_again()

    def view(self) -> dict[str, Any]:
        """The selected schedule and the hidden ones."""
        count = len(self._runs[0].settings.schedules) if self._runs else MOST_SCHEDULES
        return {"selected": min(self._selected, count - 1), "hidden": sorted(self._hidden)}

    def set_view(self, view: dict[str, Any]) -> None:
        """Take a view back; what does not fit is ignored."""
        selected, hidden = (view.get(key) for key in ("selected", "hidden"))
        if _is_place(selected):
            self._selected = selected
        if isinstance(hidden, list):
            self._hidden = {i for i in hidden if _is_place(i)}
        self._refresh()


def _is_place(value: object) -> TypeGuard[int]:
    return isinstance(value, int) and not isinstance(value, bool) and 0 <= value < MOST_SCHEDULES
