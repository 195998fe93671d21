"""The window: menus, tabs, the page in front, the transport below. It joins the parts and decides nothing itself."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QMenu, QStackedWidget, QVBoxLayout, QWidget

from engine.recipe import Recipe, default_recipe
from engine.simulations import SIMULATIONS
from gui.comparing import Comparing
from gui.i18n import set_language, system_language
from gui.menus import window_menus
from gui.opening import PICTURES
from gui.page import Page
from gui.panels import PANELS
from gui.player import Player
from gui.preferences import Preferences
from gui.stepping import Stepping
from gui.theme import Theme, load_theme
from gui.theme.icons import app_icon
from gui.theme.style import menu_sheet
from gui.widgets.formula import start_rendering
from gui.widgets.tab_bar import TabRow
from gui.widgets.transport import Transport
from gui.window_parts import Centre, Corner, remember
from gui.wording import tab_words

if TYPE_CHECKING:
    from gui.actions import FileActions

FIRST_TAB = "race"
SIZE = (1280, 800)
LEAST = (1024, 700)
# How much larger text is in presentation.
ENLARGED = 1.25


class MainWindow(QMainWindow):
    """See the module. Pages are made when their tab is first opened; only the one in front costs anything."""

    painted = Signal()

    def __init__(self, preferences: Preferences, theme: str | None = None, language: str | None = None) -> None:
        super().__init__()
        self.preferences = preferences
        self.given = {"theme": theme, "language": language}  # for this time only: not to be remembered
        self.theme_choice = theme or preferences.choice("theme")
        self.language_choice = language or preferences.choice("language")
        self.pages: dict[str, Page] = {}
        self.paths: dict[str, Path] = {}  # where each tab's experiment was opened from or saved to
        self.tabs_shown = [key for key in SIMULATIONS if key in PANELS]
        self.presenting = False
        self.theme = self._resolved_theme()
        set_language(self.language())
        self.player, self.stepping = Player(self), Stepping(self)
        self._build()
        self.comparing = Comparing(self)
        self.menus = window_menus(self)
        self._connect()
        self._apply_theme()
        self.retranslate()
        self._restore()
        self.installEventFilter(self)

    # -- building -----------------------------------------------------------------------------------------------------

    def _build(self) -> None:
        self.setMinimumSize(*LEAST)
        self.setAcceptDrops(True)
        self.tabs = TabRow(self.theme)
        for _ in self.tabs_shown:
            self.tabs.addTab("")
        self.side_buttons = Corner(self.theme)
        self.stack = QStackedWidget()
        self.transport = Transport(self.theme)
        self.centre = centre = Centre()
        column = QVBoxLayout(centre)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.side_buttons.row_with(self.tabs))
        column.addWidget(self.stack, 1)
        column.addWidget(self.transport)
        self.setCentralWidget(centre)

    def _connect(self) -> None:
        self.tabs.currentChanged.connect(self._on_tab)
        transport, player = self.transport, self.player
        transport.play_toggled.connect(player.toggle)
        transport.step_requested.connect(self.stepping.by)
        transport.whole_requested.connect(self.stepping.whole)
        transport.seek_requested.connect(self.seek)
        transport.first.connect(lambda: self.seek(0))
        transport.last.connect(lambda: self.seek(self.page.session.length))
        transport.speed_changed.connect(self._on_speed)
        transport.loop_changed.connect(self._on_loop)
        player.playing_changed.connect(transport.set_playing)
        self.side_buttons.compare_clicked.connect(self.comparing.toggle)
        self.side_buttons.export_clicked.connect(self.filing("export"))
        self.side_buttons.theme_clicked.connect(lambda: self.choose_theme("light" if self.theme.dark else "dark"))
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._on_system_scheme)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._on_focus)

    def _restore(self) -> None:
        """What was remembered, else the chapter's race."""
        geometry = self.preferences.geometry()
        if geometry is None or not self.restoreGeometry(geometry):
            self.resize(*SIZE)
        for side in ("left", "right"):
            self.menus.actions[side].setChecked(not self.preferences.flag(f"folded/{side}"))
        tab = self.preferences.text("tab")
        self.show_tab(tab if tab in self.tabs_shown else FIRST_TAB)

    @cached_property
    def files(self) -> FileActions:
        """What the File menu does: loaded when it is first wanted, for with it comes everything that exports."""
        from gui.actions import FileActions

        return FileActions(self)

    def filing(self, name: str) -> Callable[[], object]:
        """What the File menu does under this name."""

        def act() -> object:
            return getattr(self.files, name)()

        return act

    # -- tabs ---------------------------------------------------------------------------------------------------------

    @property
    def simulation(self) -> str:
        """The key of the tab in front."""
        return self.tabs_shown[self.tabs.currentIndex()]

    @property
    def page(self) -> Page:
        """The page in front."""
        return self.pages[self.simulation]

    def show_tab(self, simulation: str, recipe: Recipe | None = None) -> None:
        """Bring a tab to the front, with `recipe` in it if one is given."""
        index = self.tabs_shown.index(simulation)
        if simulation not in self.pages:
            remembered = self.preferences.recipe(simulation)
            self._add_page(simulation, recipe or remembered or default_recipe(simulation))
        elif recipe is not None:
            self.pages[simulation].load(recipe)
        with QSignalBlocker(self.tabs):
            self.tabs.setCurrentIndex(index)
        self._on_tab(index)

    def show_file(self, recipe: Recipe, path: Path) -> None:
        """Show the experiment read from a file; there it is saved again, unless that is a picture."""
        if path.suffix.lower() in PICTURES:
            self.paths.pop(recipe.simulation, None)
        else:
            self.paths[recipe.simulation] = path
        self.show_tab(recipe.simulation, recipe)

    def _add_page(self, simulation: str, recipe: Recipe) -> None:
        page = Page(recipe, self.theme)
        self.pages[simulation] = page
        self.stack.addWidget(page)
        page.touched.connect(self.player.pause)
        self.stepping.watch(page)
        page.menu_requested.connect(self._show_context_menu)
        self.comparing.watch(page)
        page.session.progressed.connect(self._show_progress)
        page.session.waiting_changed.connect(self._show_progress)
        stack = page.session.undo_stack
        stack.indexChanged.connect(self._show_undo)
        stack.cleanChanged.connect(self._show_undo)

    def _on_tab(self, index: int) -> None:
        simulation = self.tabs_shown[index]
        if simulation not in self.pages:
            self.show_tab(simulation)
            return
        self.player.pause()
        for page in self.pages.values():
            page.session.rest()
        self.page.session.wake()
        self.stack.setCurrentWidget(self.page)
        self.centre.picture = self.page.panel
        self.player.watch(self.page.session)
        self.fold()
        self._show_progress()
        self._show_undo()
        self.comparing.refresh()
        self._name()
        self.page.panel.setFocus()

    # -- the run ------------------------------------------------------------------------------------------------------

    def seek(self, step: int) -> None:
        """Go to a step; playing is over."""
        self.player.pause()
        self.page.session.seek(step)

    def undo(self) -> None:
        """Take the last change back."""
        self.page.session.undo_stack.undo()

    def redo(self) -> None:
        """Do it again."""
        self.page.session.undo_stack.redo()

    def _on_speed(self, speed: float) -> None:
        self.player.speed = speed

    def _on_loop(self, loop: bool) -> None:
        self.player.loop = loop
        self.menus.actions["loop"].setChecked(loop)

    def toggle_loop(self) -> None:
        """Begin again at the end, or no longer."""
        self.player.loop = not self.player.loop
        self.transport.set_loop(self.player.loop)

    def _show_progress(self) -> None:
        if self.simulation not in self.pages:
            return
        session = self.page.session
        self.transport.set_range(session.length, session.reached)
        self.transport.set_step(session.step)
        self.stepping.show()

    def _show_undo(self) -> None:
        if self.simulation not in self.pages:
            return
        stack, actions = self.page.session.undo_stack, self.menus.actions
        actions["undo"].setEnabled(stack.canUndo())
        actions["redo"].setEnabled(stack.canRedo())
        undo, redo = self.tr("Undo {what}"), self.tr("Redo {what}")
        actions["undo"].setText(undo.format(what=stack.undoText()).rstrip())
        actions["redo"].setText(redo.format(what=stack.redoText()).rstrip())

    # -- theme, language ----------------------------------------------------------------------------------------------

    def _resolved_theme(self) -> Theme:
        choice = self.theme_choice
        if choice == "system":
            dark = QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
            choice = "dark" if dark else "light"
        theme = load_theme(choice).scaled(self.devicePixelRatioF())
        return theme.enlarged(ENLARGED) if self.presenting else theme

    def language(self) -> str:
        """The language that is on."""
        return system_language() if self.language_choice == "system" else self.language_choice

    def choose_theme(self, choice: str) -> None:
        """Light, dark, or as the system has it; in mid-play."""
        self.theme_choice = choice
        self.theme = self._resolved_theme()
        self._apply_theme()

    def _on_system_scheme(self) -> None:
        if self.theme_choice == "system":
            self.choose_theme("system")

    def _apply_theme(self) -> None:
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.setPalette(self.theme.palette())
        self.menuBar().setStyleSheet(menu_sheet(self.theme))
        self.tabs.set_theme(self.theme)
        self.side_buttons.set_theme(self.theme)
        self.transport.set_theme(self.theme)
        for page in self.pages.values():
            page.set_theme(self.theme)
        self.menus.choose("theme", self.theme_choice)

    def choose_language(self, choice: str) -> None:
        """English, Japanese, or as the system has it; in mid-play."""
        self.language_choice = choice
        set_language(self.language())
        self.retranslate()

    def retranslate(self) -> None:
        """Set every text again."""
        self.menus.choose("language", self.language_choice)
        self.menus.retranslate()
        for i, simulation in enumerate(self.tabs_shown):
            self.tabs.setTabText(i, tab_words(simulation))
        self.tabs.setAccessibleName(self.tr("Tabs"))
        self.side_buttons.retranslate()
        self.transport.retranslate()
        for page in self.pages.values():
            page.retranslate()
        if self.simulation in self.pages:
            self._name()
        self._show_undo()
        self._show_progress()
        self.comparing.refresh()

    def _name(self) -> None:
        """What the window is called, and all below its menu bar."""
        title = self.tr("Kobai — {tab}").format(tab=tab_words(self.simulation))
        self.setWindowTitle(title)
        self.centre.setAccessibleName(title)

    # -- columns, presentation ----------------------------------------------------------------------------------------

    def fold(self) -> None:
        """Show the side columns that are switched on; in presentation none."""
        if self.simulation in self.pages:
            self.page.left.setVisible(self.menus.actions["left"].isChecked() and not self.presenting)
            self.page.right.setVisible(self.menus.actions["right"].isChecked() and not self.presenting)

    def toggle_presentation(self) -> None:
        """Only picture and transport, on the whole screen; and back."""
        self.presenting = not self.presenting
        self.menus.actions["presentation"].setChecked(self.presenting)
        self.menuBar().setMaximumHeight(0 if self.presenting else 16_777_215)
        self.side_buttons.row.setVisible(not self.presenting)
        self.theme = self._resolved_theme()
        if self.presenting:
            self.showFullScreen()
        else:
            self.showNormal()
        self._apply_theme()
        self.fold()
        self.page.panel.setFocus()

    def _show_context_menu(self, place: QPoint) -> None:
        menu = QMenu(self)
        plot = self.page.plot_at(place)
        if plot is not None:
            menu.addAction(self.tr("Export this plot…"), lambda: self.files.export(plot))
        menu.addAction(self.menus.actions["export"])
        menu.addAction(self.menus.actions["copy"])
        menu.exec(place)
        menu.deleteLater()

    def _on_focus(self, old: QWidget | None, now: QWidget | None) -> None:
        """The picture takes the keyboard that a control gives back."""
        if now is None and old is not None and self.isAncestorOf(old) and self.isActiveWindow():
            self.page.panel.setFocus()

    # -- events -------------------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys that no widget wanted: they move through the run."""
        key, page = event.key(), self.page
        if key == Qt.Key.Key_Space:
            if not event.isAutoRepeat():
                self.player.toggle()
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            whole = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            (self.stepping.whole if whole else self.stepping.by)(1 if key == Qt.Key.Key_Right else -1)
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self.seek(0 if key == Qt.Key.Key_Home else page.session.length)
        elif key == Qt.Key.Key_Escape and self.presenting:
            self.toggle_presentation()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """After the first paint: formulas are drawn from then on. The filter then goes, since filters cost."""
        if event.type() == QEvent.Type.Paint:
            self.removeEventFilter(self)
            QTimer.singleShot(0, self._after_first_paint)
        return super().eventFilter(watched, event)

    def _after_first_paint(self) -> None:
        self.painted.emit()
        self.setWindowIcon(app_icon())
        start_rendering()
        # Another screen may have other pixels, for which pens are made anew.
        self.windowHandle().screenChanged.connect(lambda: self.choose_theme(self.theme_choice))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Recipes, and pictures that carry one, may be dropped on the window."""
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Open what was dropped."""
        path = next(url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile())
        self.files.open_path(path)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Stop all work and remember."""
        self.player.pause()
        for simulation, page in self.pages.items():
            page.close_session()
            self.preferences.remember(f"recipes/{simulation}", page.recipe().to_json())
        remember(self)
        self.preferences.write()
        super().closeEvent(event)
