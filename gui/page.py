"""One tab: the form on the left, the panel's picture in the middle, its meaning on the right, one session behind them."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from engine.parameter import Settings, parameters
from engine.presets import PRESETS
from engine.recipe import Recipe
from gui.panels import PANELS
from gui.panels.base import RIGHT_WIDTH, plots_of
from gui.session import SIDES, Session
from gui.theme import Theme
from gui.theme.style import scroll_sheet
from gui.widgets.form import ParameterForm
from gui.widgets.form.head import FormHead, Offer
from gui.widgets.form.live import LiveChange
from gui.widgets.form.sides import Sides
from gui.widgets.inspector import Inspector
from gui.wording import PRESET, event_words, tab_words

LEFT_WIDTH = 292
SCROLL_BAR = 12
# In a narrow window the columns leave the picture more room: from what width on they are whole, and their least share.
WHOLE_FROM, LEAST_LEFT, LEAST_RIGHT = 1280, 244, 300


class Column(QScrollArea):
    """A side column. It scrolls up and down; ← and →, which a scroll area swallows, are left to the window."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Nothing lies sideways."""
        if event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            event.ignore()
        else:
            super().keyPressEvent(event)


class Page(QWidget):
    """Carries what the hand does to the session, and what the session has to show to form and panel."""

    touched = Signal()  # the hand asked for a step: playing is over
    menu_requested = Signal(object)  # a context menu at a place on the screen

    def __init__(self, recipe: Recipe, theme: Theme) -> None:
        super().__init__()
        self.session = Session(recipe, self)
        self.presets = PRESETS.get(recipe.simulation, {})
        self.head = FormHead(theme, [Offer(key, each.title, each.help) for key, each in self.presets.items()])
        self.form = ParameterForm(theme)
        self.panel = PANELS[recipe.simulation](theme)
        self.panel.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.left, self.right = self._column(self._left_content(), LEFT_WIDTH), self._column(
            self.panel.right, RIGHT_WIDTH + SCROLL_BAR
        )  # fmt: skip
        self._lists = [name for name, field in parameters(type(recipe.settings)).items() if field.kind == "items"]
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.left)
        row.addWidget(self.panel, 1)
        row.addWidget(self.right)
        self._side_told = "a"
        self._connect()
        self._name()
        self._tint(theme)
        self.panel.set_view(recipe.view)
        self.form.show_sides(Sides(recipe.settings), dict.fromkeys(self._lists, self._selected()))
        self._select_cards(recipe.view)
        self._take_side(recipe.view)
        self._show_sides()
        self.session.work()

    def _left_content(self) -> QWidget:
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(9, 8, 9, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self.form)
        self.form.stand_below(self.head)
        if self.panel.left is not None:
            column.addSpacing(4)
            column.addWidget(self.panel.left)
        column.addStretch(1)
        return content

    def _column(self, content: QWidget, width: int) -> QScrollArea:
        area = Column()
        area.setWidget(content)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFixedWidth(width)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        return area

    def _connect(self) -> None:
        session, form, panel, head = self.session, self.form, self.panel, self.head
        form.edited.connect(self._on_edit)
        form.activated.connect(session.set_side)
        form.live.switched.connect(self._on_from_here)
        form.live.removed.connect(session.remove_event)
        head.side_chosen.connect(session.set_side)
        head.copy_requested.connect(session.copy_to_other)
        head.swap_requested.connect(session.swap)
        head.preset_chosen.connect(self.choose_preset)
        panel.edited.connect(self._on_panel_edit)
        form.selected.connect(panel.select)
        panel.selected.connect(form.select)
        form.shown_changed.connect(panel.set_shown)
        panel.seek_requested.connect(self._on_seek)
        panel.seed_requested.connect(session.edit_seed)
        session.settings_changed.connect(lambda _settings: self._show_sides())
        session.side_changed.connect(lambda _side: self._show_sides())
        session.run_ready.connect(self._on_run)
        session.frames_ready.connect(panel.show_frames)
        session.extended.connect(panel.show_progress)
        for target in (panel, *panel.findChildren(QWidget)):
            target.installEventFilter(self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share out the width."""
        share = min(1.0, self.width() / WHOLE_FROM)
        self.left.setFixedWidth(max(LEAST_LEFT, round(share * LEFT_WIDTH)))
        self.right.setFixedWidth(max(LEAST_RIGHT, round(share * (RIGHT_WIDTH + SCROLL_BAR))))
        if isinstance(self.panel.right, Inspector):
            self.panel.right.set_room(self.height())
        super().resizeEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The right mouse button over the picture opens the menu of exports."""
        if isinstance(event, QContextMenuEvent):
            self.menu_requested.emit(event.globalPos())
            return True
        return super().eventFilter(watched, event)

    def plot_at(self, place: QPoint) -> int | None:
        """Which of the panel's plots lies under a place on the screen."""
        for i, plot in enumerate(plots_of(self.panel)):
            if plot.rect().contains(plot.mapFromGlobal(place)):
                return i
        return None

    # -- shown --------------------------------------------------------------------------------------------------------

    def _on_run(self, runs: tuple[Any, ...]) -> None:
        self._sync_cards()
        self.panel.show_run(runs)

    def _show_sides(self) -> None:
        """What is wanted now, in the form; and to the panel, which side the hand changes."""
        session = self.session
        sides = Sides(
            session.settings_of("a"), session.settings_of("b") if session.comparing else None, session.side
        )  # fmt: skip
        self.head.show_side(session.side, session.comparing)
        self.form.live.set_on(session.from_here)
        self.form.show_changes(self._changes())
        if sides != self.form.sides():
            self.form.show_sides(sides)
        if session.side != self._side_told:
            self._side_told = session.side
            self.panel.show_side(session.side)

    def _changes(self) -> list[LiveChange]:
        """The changes on the way, in words, in the order in which the recipe has them."""
        recipe, letters = self.session.recipe, {"settings": "a", "other": "b"}
        return [
            LiveChange(event.step, event_words(recipe, event), letters[event.side] if self.session.comparing else "")
            for event in recipe.events
        ]

    # -- the hand -----------------------------------------------------------------------------------------------------

    def _on_edit(self, settings: Settings, path: str, done: bool, side: str) -> None:
        """The form shows what acts at the step at hand; what is changed from the start keeps the rest of the start's."""
        session, changed = self.session, path.partition(".")[0]
        at_start = session.recipe.other if (side or session.side) == "b" else session.recipe.settings
        if session.from_here and at_start is not None:
            settings = replace(at_start, **{changed: getattr(settings, changed)})
        session.edit(settings, path, done, side or None)  # type: ignore[arg-type]

    def _on_from_here(self, on: bool) -> None:
        self.session.from_here = on

    def _on_panel_edit(self, settings: Any, path: str, done: bool) -> None:  # noqa: ANN401
        """Of the panel's settings only what it changed counts: the run that it shows may be older than the wish."""
        shown, changed = [run.settings for run in self.session.runs], path.partition(".")[0]
        own = {
            name: getattr(settings, name)
            for name in parameters(type(settings))
            if name == changed or getattr(settings, name) not in [getattr(each, name) for each in shown]
        }
        self.session.edit(replace(self.session.shown_settings(), **own), path, done)

    def choose_preset(self, key: str) -> None:
        """Take over one of the tab's presets: one entry of undo."""
        preset = self.presets[key]
        self.load(preset.apply(self.recipe()), PRESET + preset.title)

    def _on_seek(self, step: int) -> None:
        self.touched.emit()
        self.session.seek(step)

    def _sync_cards(self) -> None:
        """Tell the panel which cards the form has selected and switched on, since entries may have come or gone."""
        for path in self._lists:
            shown = self.form.shown(path)
            for i, on in enumerate(shown):
                self.panel.set_shown(path, i, on)
            if shown:
                self.panel.select(path, self.form.selected_index(path))

    def _select_cards(self, view: dict[str, Any]) -> None:
        """Let the form's cards follow the panel's view: the panel words it by `selected` and `hidden`."""
        hidden = self.panel.view().get("hidden", [])
        for path in self._lists:
            self.form.select(path, self._selected())
            for i in range(len(self.form.shown(path))):
                self.form.set_shown(path, i, i not in hidden)

    def _selected(self) -> int:
        index = self.panel.view().get("selected", 0)
        return index if isinstance(index, int) else 0

    def load(self, recipe: Recipe, deed: str = "") -> None:
        """Another experiment of this tab; the one before can be had back by undo, which calls it `deed`."""
        self.session.replace(recipe, deed)
        self.panel.set_view(recipe.view)
        self._select_cards(recipe.view)
        self._take_side(recipe.view)

    def _take_side(self, view: dict[str, Any]) -> None:
        """Make the side active that a view tells of."""
        side = view.get("side")
        self.session.set_side(side if side in SIDES else "both")

    def recipe(self) -> Recipe:
        """The experiment as it is to be saved; with the active side, if it is one of two."""
        side = {"side": self.session.side} if self.session.comparing and self.session.side != "both" else {}
        return self.session.saved_recipe(self.panel.view() | side)

    # -- theme, language ----------------------------------------------------------------------------------------------

    def set_theme(self, theme: Theme) -> None:
        """Take every colour from `theme`."""
        self.head.set_theme(theme)
        self.form.set_theme(theme)
        self.panel.set_theme(theme)
        self._tint(theme)

    def _tint(self, theme: Theme) -> None:
        """The grounds of the three columns."""
        palette = theme.palette()
        paper = theme.palette()
        paper.setColor(paper.ColorRole.Window, theme.color("paper"))
        for area in (self.left, self.right):
            area.setPalette(palette)
            area.verticalScrollBar().setStyleSheet(scroll_sheet(theme))
        self.panel.setPalette(paper)
        self.panel.setAutoFillBackground(True)

    def retranslate(self) -> None:
        """Set every text again."""
        self.head.retranslate()
        self.form.retranslate()
        self._show_sides()
        self.panel.retranslate()
        self._name()
        self.session.retranslate()

    def _name(self) -> None:
        """Say to a screen reader what has the keyboard at the start."""
        self.panel.setAccessibleName(tab_words(self.session.recipe.simulation))

    def close_session(self) -> None:
        """Stop all work."""
        self.session.close()
