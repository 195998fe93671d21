"""The menu bar: every action once, with its key; texts are set again when the language changes."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar

from engine.recipe import default_recipe
from gui.i18n import LANGUAGES
from gui.preferences import THEMES
from gui.window_parts import about_text, keys_text, show_text

if TYPE_CHECKING:
    from gui.main_window import MainWindow

Slot = Callable[[], object]
MENUS = ("file", "edit", "view", "run", "help")
# Only told: the window reads these keys where no control wants them.
TOLD_KEYS = {"play": "Space", "back": "←", "step": "→", "first": "Home", "last": "End"}


class Menus(QObject):
    """Builds the menus on a bar. `actions[key]` is an action; `add` enters one under a key."""

    def __init__(self, bar: QMenuBar) -> None:
        super().__init__(bar)
        self.menus: dict[str, QMenu] = {key: bar.addMenu("") for key in MENUS}
        self.actions: dict[str, QAction] = {}
        self.themes = QActionGroup(self)
        self.languages = QActionGroup(self)

    def add(self, menu: str, key: str, slot: Slot, keys: str | QKeySequence.StandardKey | None = None,
            checkable: bool = False) -> QAction:  # fmt: skip
        """One action at the end of a menu."""
        action = QAction(self)
        action.setCheckable(checkable)
        if keys is not None:
            action.setShortcut(QKeySequence(keys))
        action.triggered.connect(lambda _checked=False: slot())
        self.menus[menu].addAction(action)
        self.actions[key] = action
        return action

    def separate(self, menu: str) -> None:
        """A line at the end of a menu."""
        self.menus[menu].addSeparator()

    def add_choices(self, key: str, values: tuple[str, ...], slot: Callable[[str], object]) -> None:
        """A submenu of View in which one of `values` is on."""
        menu = self.menus[key] = self.menus["view"].addMenu("")
        group = self.themes if key == "theme" else self.languages
        for value in values:
            action = QAction(self)
            action.setCheckable(True)
            action.setActionGroup(group)
            action.triggered.connect(lambda _checked=False, v=value: slot(v))
            menu.addAction(action)
            self.actions[f"{key}.{value}"] = action

    def add_list(self, menu: str, key: str, fill: Slot) -> None:
        """A submenu whose entries are made when it is opened."""
        inner = self.menus[key] = self.menus[menu].addMenu("")
        inner.setToolTipsVisible(True)
        inner.aboutToShow.connect(fill)

    def choose(self, key: str, value: str) -> None:
        """Show which choice is on."""
        self.actions[f"{key}.{value}"].setChecked(True)

    def retranslate(self) -> None:
        """Set every text again."""
        titles = {
            "file": self.tr("&File"),
            "edit": self.tr("&Edit"),
            "view": self.tr("&View"),
            "run": self.tr("&Run"),
            "help": self.tr("&Help"),
            "theme": self.tr("Theme"),
            "language": self.tr("Language"),
            "presets": self.tr("Presets"),
        }
        texts = {
            "open": self.tr("Open…"),
            "save": self.tr("Save"),
            "save_as": self.tr("Save as…"),
            "export": self.tr("Export picture…"),
            "copy": self.tr("Copy picture"),
            "quit": self.tr("Quit"),
            "default": self.tr("Back to the chapter's experiment"),
            "left": self.tr("Settings column"),
            "right": self.tr("Explanation column"),
            "presentation": self.tr("Presentation"),
            "play": self.tr("Play or pause"),
            "back": self.tr("One step back"),
            "step": self.tr("One step"),
            "first": self.tr("First step"),
            "last": self.tr("Last step"),
            "loop": self.tr("Loop"),
            "compare": self.tr("Compare A with B"),
            "swap": self.tr("Swap A and B"),
            "keys": self.tr("Keys"),
            "about": self.tr("About Kobai"),
            "theme.light": self.tr("Light"),
            "theme.dark": self.tr("Dark"),
            "theme.system": self.tr("As the system"),
            "language.system": self.tr("As the system"),
        }
        texts |= {f"language.{code}": name for code, name in LANGUAGES.items()}
        for key, menu in self.menus.items():
            menu.setTitle(titles[key])
        for key, action in self.actions.items():
            if key in texts:
                told = TOLD_KEYS.get(key, "")
                action.setText(f"{texts[key]}\t{told}" if told else texts[key])


THEME_CHOICES = (*THEMES,)
LANGUAGE_CHOICES = (*LANGUAGES, "system")


def window_menus(window: MainWindow) -> Menus:
    """The menus of the window, each action with what it does."""
    menus, key = Menus(window.menuBar()), QKeySequence.StandardKey
    menus.add("file", "open", window.filing("open"), key.Open)
    menus.add("file", "save", window.filing("save"), key.Save)
    menus.add("file", "save_as", window.filing("save_as"), "Ctrl+Shift+S")
    menus.separate("file")
    menus.add("file", "export", window.filing("export"), "Ctrl+E")
    menus.add("file", "copy", window.filing("copy"), "Ctrl+Shift+C")
    menus.separate("file")
    menus.add("file", "quit", window.close, "Ctrl+Q")
    menus.add("edit", "undo", window.undo, key.Undo)
    menus.add("edit", "redo", window.redo, "Ctrl+Shift+Z")
    menus.separate("edit")
    menus.add("edit", "default", lambda: window.page.load(default_recipe(window.simulation)))
    menus.add_choices("theme", THEME_CHOICES, window.choose_theme)
    menus.add_choices("language", LANGUAGE_CHOICES, window.choose_language)
    menus.separate("view")
    menus.add("view", "left", window.fold, "Ctrl+1", checkable=True).setChecked(True)
    menus.add("view", "right", window.fold, "Ctrl+2", checkable=True).setChecked(True)
    menus.add("view", "presentation", window.toggle_presentation, "F11", checkable=True)
    # Space, arrows, Home and End are read in keyPressEvent: as window-wide keys they would be taken from buttons.
    menus.add("run", "play", window.player.toggle)
    menus.add("run", "back", lambda: window.stepping.by(-1))
    menus.add("run", "step", lambda: window.stepping.by(1))
    menus.add("run", "first", lambda: window.seek(0))
    menus.add("run", "last", lambda: window.seek(window.page.session.length))
    menus.add("run", "loop", window.toggle_loop, "Ctrl+L", checkable=True)
    menus.separate("run")
    menus.menus["run"].setToolTipsVisible(True)
    menus.add("run", "compare", window.comparing.toggle, "Ctrl+B", checkable=True)
    menus.add("run", "copy_side", window.comparing.copy)
    menus.add("run", "swap", window.comparing.swap)
    menus.separate("run")
    menus.add_list("run", "presets", window.comparing.list_presets)
    menus.add("help", "keys", lambda: show_text(window, keys_text()), "F1")
    menus.add("help", "about", lambda: show_text(window, about_text()))
    return menus
