"""The optimizer race: one picture for each way to see it, and above them what it is of and the choice of pictures."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import Any, TypeGuard, cast

from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from engine.parameter import replace_at
from engine.simulations.race import RACE_MODES, RaceSettings
from gui.panels.base import Panel, Run
from gui.panels.pages import RightColumn
from gui.panels.race.paths_view import LEFT_AXIS, PathsView
from gui.panels.race.view import Look, RaceView
from gui.theme import Theme
from gui.widgets.formula import FormulaView
from gui.widgets.segments import Segments

MOST_RACERS = 12
# Less wide, formula, tool and choice do not stand in one line.
NARROW = 560


def _from(module: str, name: str) -> Callable[[Theme], RaceView]:
    """A picture whose class is imported when it is first shown: the window opens on paths."""

    def make(theme: Theme) -> RaceView:
        return cast(RaceView, getattr(import_module(module), name)(theme))

    return make


VIEWS: dict[str, Callable[[Theme], RaceView]] = {
    "paths": PathsView,
    "swarm": _from("gui.panels.race.swarm_view", "SwarmView"),
    "map": _from("gui.panels.race.map_view", "MapView"),
}
# What the choice of pictures calls a mode; paths are also seen solid.
PICTURES = {"paths": "flat", "swarm": "swarm", "map": "map"}


class RacePanel(Panel):
    """See `Panel`. Its view: the selected racer, which racers are shown, and what each picture keeps of its own."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self.formula, self.stack, self.column = FormulaView(theme), QStackedWidget(), RightColumn(theme)
        self.pictures = Segments(theme)
        self.pictures.setObjectName("settings.mode.kind")
        self.pictures.chosen.connect(self._choose_picture)
        self.right = self.column
        self._selected = 4
        self._hidden: set[int] = set()
        self._runs: tuple[Run, ...] = ()
        self._frame: Any = None
        self._views: dict[str, RaceView] = {}
        self._kept: dict[str, Any] = {}
        self._mode = "paths"
        self._narrow = False
        self._lay_out()
        self.view_of("paths")
        self.retranslate()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 6, 4, 6)
        column.setSpacing(2)
        self.head = QHBoxLayout()
        self.head.setContentsMargins(LEFT_AXIS, 0, 18, 0)
        self.head.addWidget(self.formula)
        self.head.addStretch(1)
        self.head.addWidget(self.pictures)
        # A long formula can be made smaller, the names of the pictures should not be cut.
        self.pictures.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.under = QHBoxLayout()
        self.under.setContentsMargins(LEFT_AXIS, 0, 18, 0)
        self.under.addStretch(1)
        column.addLayout(self.head)
        column.addLayout(self.under)
        column.addWidget(self.stack, 1)

    # -- the pictures -------------------------------------------------------------------------------------------------

    def view_of(self, mode: str) -> RaceView:
        """The picture of a mode, made when it is first shown."""
        if mode not in self._views:
            view = self._views[mode] = VIEWS[mode](self.theme)
            self.stack.addWidget(view)
            self.column.add_page(view.inspector)
            if view.tool is not None:
                self._place_tool(view.tool)
            view.picked.connect(self._pick)
            view.page_changed.connect(self._show_page)
            for name in ("edited", "view_changed", "seek_requested"):
                getattr(view, name).connect(getattr(self, name))
            view.set_view(self._kept.get(mode, {}))
            view.retranslate()
        return self._views[mode]

    def _place_tool(self, tool: QWidget) -> None:
        """Beside the choice of pictures, or below it where a formula would have no room left."""
        if self._narrow:
            self.under.addWidget(tool)
        else:
            self.head.insertWidget(self.head.count() - 1, tool)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A narrow picture has another line for what belongs to it."""
        super().resizeEvent(event)
        if self._narrow != (self.width() < NARROW):
            self._narrow = self.width() < NARROW
            for view in self._views.values():
                if view.tool is not None:
                    for row in (self.head, self.under):
                        row.removeWidget(view.tool)
                    self._place_tool(view.tool)

    @property
    def paths(self) -> PathsView:
        """The picture of the mode `paths`."""
        return cast(PathsView, self.view_of("paths"))

    @property
    def _look(self) -> Look:
        return Look(self._chosen, frozenset(self._hidden))

    # -- shown --------------------------------------------------------------------------------------------------------

    def show_run(self, runs: tuple[Run, ...]) -> None:
        """Another run; its mode decides which picture is seen."""
        self._runs, self._frame = runs, None
        self._mode = self._settings.mode.kind
        self._hidden = {i for i in self._hidden if i < len(self._settings.racers)}
        view = self.view_of(self._mode)
        for each in self._views.values():
            if each.tool is not None:
                each.tool.setVisible(each is view)
        self.stack.setCurrentWidget(view)
        self._show_page()
        self.formula.set_formula(view.headline(self._settings))
        self._show_choice()
        view.show_run(runs[0], self._look)

    def show_frames(self, frames: tuple[Any, ...], fresh: bool) -> None:
        """The race at the cursor."""
        self._frame = frames[0]
        self._views[self._mode].show_frame(self._frame, fresh)

    def stages(self) -> int:
        """How many stages the step at hand has."""
        return self._views[self._mode].stages()

    def step_stage(self, count: int) -> bool:
        """Move by a stage, if the picture has some."""
        return self._views[self._mode].step_stage(count)

    def stage_note(self) -> str:
        """Which stage is shown."""
        return self._views[self._mode].stage_note()

    def show_progress(self) -> None:
        """More of the run is known."""
        self._views[self._mode].show_progress()

    def _show_page(self) -> None:
        """The right column that belongs to the picture."""
        page = self._views[self._mode].page
        if page not in self.column.pages:
            self.column.add_page(page)
        self.column.show_page(page)
        self._show_choice()

    def _show_choice(self) -> None:
        self.pictures.set_current("solid" if self._mode == "paths" and self.paths.solid else PICTURES[self._mode])

    # -- the hand -----------------------------------------------------------------------------------------------------

    @property
    def _settings(self) -> RaceSettings:
        settings = self._runs[0].settings
        assert isinstance(settings, RaceSettings)
        return settings

    @property
    def _chosen(self) -> int:
        """The racer whose update is shown. The selected one may be of a run that is still being solved."""
        return min(self._selected, len(self._settings.racers) - 1) if self._runs else self._selected

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The picture may have a use for it; else it is the window's."""
        if self._runs and not event.modifiers() and self._views[self._mode].press(event.key()):
            event.accept()
        else:
            super().keyPressEvent(event)

    def _choose_picture(self, key: str) -> None:
        """Paths are seen flat or solid, which is view; the other pictures are modes of the simulation."""
        mode = next((mode for mode, picture in PICTURES.items() if picture == key), "paths")
        if mode == "paths":
            self.paths.show_solid(key == "solid")
        if self._runs and mode != self._mode:
            settings = replace_at(self._settings, "mode.kind", mode)
            if mode == "map":
                settings = replace_at(settings, "mode.racer", self._chosen)
            self.replaced(settings, "mode.kind")
        else:
            self.view_changed.emit()

    def _pick(self, racer: int) -> None:
        self.select("racers", racer)
        self.selected.emit("racers", racer)

    def select(self, path: str, index: int) -> None:
        """Racer `index` is the one whose update is shown."""
        if path == "racers" and index != self._selected and index >= 0:
            self._selected = index
            self._refresh()
            if self._runs:
                self._views[self._mode].follow(index)

    def set_shown(self, path: str, index: int, shown: bool) -> None:
        """Show or hide racer `index`; it races all the same."""
        if path == "racers" and shown == (index in self._hidden):
            (self._hidden.discard if shown else self._hidden.add)(index)
            self._refresh()

    def _refresh(self) -> None:
        """Another look at the same step."""
        if self._frame is not None:
            self._views[self._mode].show_look(self._look)
        self.view_changed.emit()

    # -- theme, language, view ----------------------------------------------------------------------------------------

    def set_theme(self, theme: Theme) -> None:
        """Take every colour from `theme`."""
        self.theme = theme
        self.formula.set_theme(theme)
        self.pictures.set_theme(theme)
        for view in self._views.values():
            view.set_theme(theme)

    def retranslate(self) -> None:
        """Set every text again."""
        names = {"flat": self.tr("2-D"), "solid": self.tr("3-D"), "swarm": self.tr("Swarm"), "map": self.tr("Map")}
        shown = ["flat", "solid", *(PICTURES[mode] for mode in RACE_MODES if mode in VIEWS and mode != "paths")]
        self.pictures.set_options([(key, names[key]) for key in shown])
        self.pictures.setAccessibleName(self.tr("Picture of the race"))
        self._show_choice()
        for view in self._views.values():
            view.retranslate()

    def view(self) -> dict[str, Any]:
        """The selected racer, the hidden ones, what the paths keep, and by mode what the other pictures keep."""
        kept = {**self._kept, **{mode: view.view() for mode, view in self._views.items()}}
        paths = kept.pop("paths")
        others = {mode: view for mode, view in kept.items() if view}
        return {"selected": self._chosen, "hidden": sorted(self._hidden), **paths, **others}

    def set_view(self, view: dict[str, Any]) -> None:
        """Take a view back; what does not fit is ignored."""
        racer, hidden = (view.get(key) for key in ("selected", "hidden"))
        if _is_place(racer):
            self._selected = racer
        if isinstance(hidden, list):
            self._hidden = {i for i in hidden if _is_place(i)}
        self._kept = {mode: view[mode] for mode in VIEWS if isinstance(view.get(mode), dict)} | {"paths": view}
        for mode, picture in self._views.items():
            picture.set_view(self._kept.get(mode, {}))
        self._refresh()


def _is_place(value: object) -> TypeGuard[int]:
    """Whether a view may mean a racer by it."""
    return isinstance(value, int) and not isinstance(value, bool) and 0 <= value < MOST_RACERS
