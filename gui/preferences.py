"""What is remembered between runs: the window's place, folded columns, theme, language, each tab's experiment."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QSettings

from engine.parameter import SettingsError
from engine.recipe import Recipe

THEMES = ("light", "dark", "system")
CHOICES = {"theme": (*THEMES[2:], *THEMES[:2]), "language": ("system", "en", "ja")}


class Preferences:
    """Kept in the user's own settings file; with `clean` nothing is read and nothing is written."""

    def __init__(self, clean: bool = False) -> None:
        self.clean = clean
        self._store = None if clean else QSettings(
            QSettings.Format.IniFormat, QSettings.Scope.UserScope, "Kobai", "kobai"
        )  # fmt: skip

    def choice(self, key: str) -> str:
        """The theme or language chosen, `system` if none."""
        value = self._value(key)
        return value if isinstance(value, str) and value in CHOICES[key] else "system"

    def text(self, key: str) -> str:
        """Any remembered text, "" if none."""
        value = self._value(key)
        return value if isinstance(value, str) else ""

    def flag(self, key: str) -> bool:
        """A remembered yes or no; no if none."""
        return self._value(key) in (True, "true")

    def geometry(self) -> QByteArray | None:
        """Where the window was."""
        value = self._value("geometry")
        return value if isinstance(value, QByteArray) else None

    def recipe(self, simulation: str) -> Recipe | None:
        """The experiment last seen on a tab; None if there is none that this version can read."""
        try:
            recipe = Recipe.from_json(self.text(f"recipes/{simulation}"))
        except SettingsError:
            return None
        return recipe if recipe.simulation == simulation else None

    def remember(self, key: str, value: object) -> None:
        """Keep a value."""
        if self._store is not None:
            self._store.setValue(key, value)

    def write(self) -> None:
        """Write what is kept now, and not when Qt comes to it."""
        if self._store is not None:
            self._store.sync()

    def _value(self, key: str) -> object:
        return None if self._store is None else self._store.value(key)
