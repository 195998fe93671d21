"""The tab *Vanishing gradients*: a view for each mode, made when the mode is first shown."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Protocol

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QGraphicsView, QStackedWidget, QVBoxLayout, QWidget

from gui.panels.base import Panel, Run
from gui.panels.gradients.chain_view import ChainView
from gui.panels.pages import LeftColumn, RightColumn
from gui.theme import Theme
from gui.widgets.inspector import Inspector


class Part(Protocol):
    """A mode's picture or its right column: what both are shown and told."""

    def show_run(self, runs: tuple[Run, ...]) -> None:
        """Other runs: A, or A and B."""

    def show_frames(self, frames: tuple[Any, ...], fresh: bool) -> None:
        """The frames at the cursor."""

    def retranslate(self) -> None:
        """Set every text again."""


class View:
    """One mode: its picture, its right column, and which parts of them are shown runs and frames."""

    def __init__(self, centre: Panel, right: Inspector, *parts: Part) -> None:
        self.centre, self.right, self.parts = centre, right, parts


def _chain(theme: Theme) -> View:
    view = ChainView(theme)
    return View(view, view.inspector, view)


def _one_pass(theme: Theme) -> View:
    from gui.panels.gradients.pass_inspector import PassInspector  # noqa: PLC0415 - the tab opens with a chain
    from gui.panels.gradients.pass_view import PassView  # noqa: PLC0415

    view, inspector = PassView(theme), PassInspector(theme)
    return View(view, inspector, view, inspector)


def _training(theme: Theme) -> View:
    from gui.panels.gradients.training_inspector import TrainingInspector  # noqa: PLC0415 - as above
    from gui.panels.gradients.training_view import TrainingView  # noqa: PLC0415

    view, inspector = TrainingView(theme), TrainingInspector(theme)
    view.layer_chosen.connect(inspector.show_layer)
    return View(view, inspector, view, inspector)


MODES: dict[str, Callable[[Theme], View]] = {"chain": _chain, "one_pass": _one_pass, "training": _training}
SIGNALS = ("edited", "view_changed", "seek_requested", "seed_requested", "selected")


class GradientsPanel(Panel):
    """Dispatches by mode. Its view holds one entry for each mode that has something to keep."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Without any mode: what is never shown is never made."""
        super().__init__(theme, parent)
        self.stack, self.column, self.below = QStackedWidget(), RightColumn(theme), LeftColumn()
        self.right, self.left = self.column, self.below
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.stack)
        self._views: dict[str, View] = {}
        self._kept: dict[str, Any] = {}
        self._mode, self._side = "", "both"
        self.set_theme(theme)
        self.retranslate()

    # -- the modes ----------------------------------------------------------------------------------------------------

    @property
    def chain(self) -> ChainView:
        """The view of the mode `chain`."""
        centre = self.view_of("chain").centre
        assert isinstance(centre, ChainView)
        return centre

    def view_of(self, mode: str) -> View:
        """The view of a mode, made if there is none yet."""
        if mode not in self._views:
            view = self._views[mode] = MODES[mode](self.theme)
            self.stack.addWidget(view.centre)
            self.column.add_page(view.right)
            for part in (view.centre, view.right):
                for name in SIGNALS:
                    if hasattr(part, name):
                        getattr(part, name).connect(getattr(self, name))
            for child in view.centre.findChildren(QGraphicsView):
                child.viewport().installEventFilter(self)
            self._hand_back(mode)
            view.centre.show_side(self._side)
        return self._views[mode]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The menu of exports is the whole panel's, which plots would keep from it."""
        if event.type() == QEvent.Type.ContextMenu:
            event.ignore()
            return True
        return False

    # -- shown --------------------------------------------------------------------------------------------------------

    def show_run(self, runs: tuple[Run, ...]) -> None:
        """Other runs: their mode decides what is seen."""
        self._mode = runs[0].settings.mode.kind
        view = self.view_of(self._mode)
        self.stack.setCurrentWidget(view.centre)
        self.column.show_page(view.right)
        self.below.show_page(view.centre.left)
        for part in view.parts:
            part.show_run(runs)

    def show_frames(self, frames: tuple[Any, ...], fresh: bool) -> None:
        """The frames at the cursor."""
        for part in self._views[self._mode].parts:
            part.show_frames(frames, fresh)

    def show_progress(self) -> None:
        """More of the runs is known."""
        self._views[self._mode].centre.show_progress()

    def set_theme(self, theme: Theme) -> None:
        """Take every colour, pen and font from `theme`."""
        self.theme = theme
        self.setAutoFillBackground(True)
        palette = theme.palette()
        palette.setColor(palette.ColorRole.Window, theme.color("paper"))
        self.setPalette(palette)
        self.column.set_theme(theme)
        for view in self._views.values():
            view.centre.set_theme(theme)

    def retranslate(self) -> None:
        """Set every text again, in the language that is on."""
        self.setAccessibleName(self.tr("Vanishing gradients"))
        for view in self._views.values():
            for part in view.parts:
                part.retranslate()

    def show_side(self, side: str) -> None:
        """The side of a comparison that the hand changes is `a`, `b` or `both`."""
        self._side = side
        for view in self._views.values():
            view.centre.show_side(side)

    # -- view ---------------------------------------------------------------------------------------------------------

    def view(self) -> dict[str, Any]:
        """What each mode's picture keeps, by mode; modes that keep nothing are left out."""
        own = {mode: view.centre.view() for mode, view in self._views.items()}
        return {mode: kept for mode, kept in {**self._kept, **own}.items() if kept}

    def set_view(self, view: dict[str, Any]) -> None:
        """Take a view back; unknown keys and unfit values are ignored."""
        self._kept = {mode: view[mode] for mode in MODES if isinstance(view.get(mode), dict)}
        for mode in self._views:
            self._hand_back(mode)

    def _hand_back(self, mode: str) -> None:
        if mode in self._kept:
            self._views[mode].centre.set_view(self._kept[mode])

    def select(self, path: str, index: int) -> None:
        """The entry `index` of the list at `path` has been selected in the form."""
        for view in self._views.values():
            view.centre.select(path, index)
