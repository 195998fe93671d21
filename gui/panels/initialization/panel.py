"""The initialization tab: up to four schemes side by side, all made from the same draw."""

from __future__ import annotations

from typing import Any, TypeGuard, cast

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout

from gui.panels.base import Panel, Run
from gui.panels.initialization.draw_box import DrawBox
from gui.panels.initialization.inspector import WeightsInspector
from gui.panels.initialization.look import MOST_SCHEMES, looks_of
from gui.panels.initialization.modes import MODES, Mode, WeightsPart
from gui.panels.initialization.weights_view import SCALES, WeightsView
from gui.panels.pages import RightColumn
from gui.theme import Theme


class InitializationPanel(Panel):
    """See `Panel`. Its view: the selected scheme and the hidden ones in all modes, and what each mode keeps of its own.

    For `weights` that is whether all weights are shown on one scale.
    """

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self.stack, self.column = QStackedWidget(), RightColumn(theme)
        self.right = self.column
        self.left = self.draw_box = DrawBox(theme)
        self._selected = MOST_SCHEMES - 1
        self._hidden: set[int] = set()
        self._side = 0
        self._runs: tuple[Run, ...] = ()
        self._frames: tuple[Any, ...] = ()
        self._modes: dict[str, Mode] = {}
        self._kept: dict[str, dict[str, Any]] = {}
        self._mode = "weights"
        self._scale = SCALES[0]
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.stack)
        self.draw_box.seed_requested.connect(self.seed_requested)
        self.retranslate()

    # -- the modes ----------------------------------------------------------------------------------------------------

    def mode(self, kind: str) -> Mode:
        """A mode, made if it has not been shown yet."""
        if kind not in self._modes:
            mode = self._modes[kind] = MODES[kind](self.theme)
            self.stack.addWidget(mode.centre)
            self.column.add_page(mode.right)
            for part in (mode.centre, mode.right):
                if hasattr(part, "picked"):
                    part.picked.connect(self._pick)
                if hasattr(part, "view_changed"):
                    part.view_changed.connect(self.view_changed)
                if hasattr(part, "seek_requested"):
                    part.seek_requested.connect(self.seek_requested)
            if kind == "weights":
                self.weights.scale_chosen.connect(self._choose_scale)
                self._weights_part.scale = self._scale
            mode.set_view(self._kept.get(kind, {}))
            for shown in mode.parts:
                shown.retranslate()
        return self._modes[kind]

    @property
    def weights(self) -> WeightsView:
        """The picture of the mode `weights`."""
        return cast(WeightsView, self.mode("weights").centre)

    @property
    def inspector(self) -> WeightsInspector:
        """The right column of the mode `weights`."""
        return cast(WeightsInspector, self.mode("weights").right)

    def _set_scale(self, scale: str) -> None:
        self._scale = scale
        if "weights" in self._modes:
            self._weights_part.scale = scale

    @property
    def _weights_part(self) -> WeightsPart:
        return cast(WeightsPart, self.mode("weights").parts[0])

    # -- shown --------------------------------------------------------------------------------------------------------

    def show_run(self, runs: tuple[Run, ...]) -> None:
        """Other runs, A or A and B: laws, expectations, ranges."""
        self._runs, self._frames = runs, ()
        self._mode = runs[0].settings.mode.kind
        mode = self.mode(self._mode)
        self.stack.setCurrentWidget(mode.centre)
        self.column.show_page(mode.right)
        self.draw_box.show_seed(runs[0].seed)
        for part in mode.parts:
            part.show_run(runs)
        self._show_looks()

    def _show_looks(self) -> None:
        if self._runs:
            looks = tuple(looks_of(run.settings, self._selected, self._hidden) for run in self._runs)
            for part in self.mode(self._mode).parts:
                part.show_looks(looks, min(self._side, len(looks) - 1))

    def show_frames(self, frames: tuple[Any, ...], fresh: bool) -> None:
        """The step at the cursor."""
        self._frames = frames
        for part in self.mode(self._mode).parts:
            part.show_frames(frames, fresh)

    def show_side(self, side: str) -> None:
        """The picture is that of the active side; of both sides, A's."""
        place = 1 if side == "b" else 0
        if place != self._side:
            self._side = place
            self._show_again()

    def show_progress(self) -> None:
        """More of the runs is known."""
        centre = self.mode(self._mode).centre
        if hasattr(centre, "show_progress"):
            centre.show_progress()

    # -- the hand -----------------------------------------------------------------------------------------------------

    def _pick(self, index: int) -> None:
        self.select("schemes", index)
        self.selected.emit("schemes", index)

    def select(self, path: str, index: int) -> None:
        """Scheme `index` is the one explained in the right column."""
        if path == "schemes" and 0 <= index < MOST_SCHEMES and index != self._selected:
            self._selected = index
            self._refresh()

    def set_shown(self, path: str, index: int, shown: bool) -> None:
        """Show or hide scheme `index`; it is drawn all the same."""
        if path == "schemes" and shown == (index in self._hidden):
            (self._hidden.discard if shown else self._hidden.add)(index)
            self._refresh()

    def _choose_scale(self, scale: str) -> None:
        self._set_scale(scale)
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
        for mode in self._modes.values():
            for part in mode.parts:
                part.set_theme(theme)
        self.column.set_theme(theme)
        self.draw_box.set_theme(theme)

    def retranslate(self) -> None:
        """Set every text again."""
        for mode in self._modes.values():
            for part in mode.parts:
                part.retranslate()
        self.draw_box.retranslate()
        if self._runs:
            for part in self.mode(self._mode).parts:
                part.show_run(self._runs)
        self._show_again()

    def view(self) -> dict[str, Any]:
        """The selected scheme, the hidden ones, the scale of the weights, and what other modes keep."""
        count = len(self._runs[0].settings.schemes) if self._runs else MOST_SCHEMES
        own = {kind: mode.view() for kind, mode in self._modes.items() if kind != "weights"}
        kept = {kind: view for kind, view in {**self._kept, **own}.items() if view}
        shared = {"selected": min(self._selected, count - 1), "hidden": sorted(self._hidden), "scale": self._scale}
        return {**shared, **kept}

    def set_view(self, view: dict[str, Any]) -> None:
        """Take a view back; what does not fit is ignored."""
        selected, hidden, scale = (view.get(key) for key in ("selected", "hidden", "scale"))
        if _is_place(selected):
            self._selected = selected
        if isinstance(hidden, list):
            self._hidden = {i for i in hidden if _is_place(i)}
        if scale in SCALES:
            self._set_scale(scale)
        self._kept = {kind: view[kind] for kind in MODES if isinstance(view.get(kind), dict)}
        for kind, mode in self._modes.items():
            mode.set_view(self._kept.get(kind, {}))
        self._refresh()


def _is_place(value: object) -> TypeGuard[int]:
    return isinstance(value, int) and not isinstance(value, bool) and 0 <= value < MOST_SCHEMES
