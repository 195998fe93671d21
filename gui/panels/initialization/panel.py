"""The initialization tab: up to four schemes side by side, all made from the same draw."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, TypeGuard

from PySide6.QtWidgets import QVBoxLayout

from engine.simulations.initialization import InitializationSettings
from engine.simulations.initialization_weights import WeightsFrame
from gui.i18n import words
from gui.panels.base import Panel, Run
from gui.panels.initialization.draw_box import DrawBox
from gui.panels.initialization.inspector import WeightsInspector
from gui.panels.initialization.weights_view import MOST_SCHEMES, SCALES, Look, WeightsView
from gui.theme import Theme


class InitializationPanel(Panel):
    """See `Panel`. Its view: the selected scheme, the hidden ones, and whether all weights are shown on one scale."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self.weights = WeightsView(theme)
        self.right = self.inspector = WeightsInspector(theme)
        self.left = self.draw_box = DrawBox(theme)
        self._selected = MOST_SCHEMES - 1
        self._hidden: set[int] = set()
        self._scale = SCALES[0]
        self._run: Run | None = None
        self._frame: WeightsFrame | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.weights)
        self.weights.picked.connect(self._pick)
        self.weights.scale_chosen.connect(self._choose_scale)
        self.inspector.picked.connect(self._pick)
        self.draw_box.seed_requested.connect(self.seed_requested)
        self.retranslate()

    # -- shown --------------------------------------------------------------------------------------------------------

    def show_run(self, runs: tuple[Run, ...]) -> None:
        """Another run: laws, expectations, ranges."""
        self._run = runs[0]
        self._frame = None
        self.draw_box.show_seed(self._run.seed)
        self._show_scene()

    def _show_scene(self) -> None:
        if self._run is not None:
            self.weights.show_scene(self._run.scene, self._looks(), self._scale)

    def show_frames(self, frames: tuple[Any, ...], fresh: bool) -> None:
        """The draw as far as it has come."""
        assert self._run is not None
        self._frame = frame = frames[0]
        self.weights.show_frame(frame, self._run.record)
        self.inspector.show_frame(frame, self._run.scene, self._looks(), self._run.seed)

    def _looks(self) -> tuple[Look, ...]:
        assert self._run is not None
        settings: InitializationSettings = self._run.settings
        names = short_names([words(initializer.title) for initializer in settings.initializers])
        selected = min(self._selected, len(names) - 1)
        return tuple(
            Look(name, scheme.colour, i == selected, i not in self._hidden)
            for i, (name, scheme) in enumerate(zip(names, settings.schemes, strict=True))
        )

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
        self._scale = scale
        self._refresh()

    def _refresh(self) -> None:
        """Another look at the same step."""
        self._show_again()
        self.view_changed.emit()

    def _show_again(self) -> None:
        self._show_scene()
        if self._frame is not None:
            self.show_frames((self._frame,), fresh=True)

    # -- theme, language, view ----------------------------------------------------------------------------------------

    def set_theme(self, theme: Theme) -> None:
        """Take every colour from `theme`."""
        self.theme = theme
        for part in (self.weights, self.inspector, self.draw_box):
            part.set_theme(theme)

    def retranslate(self) -> None:
        """Set every text again."""
        for part in (self.weights, self.inspector, self.draw_box):
            part.retranslate()
        self._show_again()

    def view(self) -> dict[str, Any]:
        """The selected scheme, the hidden ones, the scale."""
        selected = (
            next((i for i, look in enumerate(self._looks()) if look.selected), 0) if self._run else self._selected
        )
        return {"selected": selected, "hidden": sorted(self._hidden), "scale": self._scale}

    def set_view(self, view: dict[str, Any]) -> None:
        """Take a view back; what does not fit is ignored."""
        selected, hidden, scale = (view.get(key) for key in ("selected", "hidden", "scale"))
        if _is_place(selected):
            self._selected = selected
        if isinstance(hidden, list):
            self._hidden = {i for i in hidden if _is_place(i)}
        if scale in SCALES:
            self._scale = scale
        self._refresh()


def _is_place(value: object) -> TypeGuard[int]:
    return isinstance(value, int) and not isinstance(value, bool) and 0 <= value < MOST_SCHEMES


def short_names(titles: Sequence[str]) -> list[str]:
    """Each title's first word where no other begins so: `Xavier`; `Xavier U` where its normal sister stands beside it."""
    parts = [title.partition(" ") for title in titles]
    firsts = [first for first, _, _ in parts]
    return [
        first if firsts.count(first) == 1 or not rest else f"{first} {rest[0].upper() if len(rest) > 4 else rest}"
        for first, _, rest in parts
    ]
