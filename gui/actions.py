"""What the File menu does: open, save, export, copy. A fault is one sentence; the running experiment stays as it is."""

from __future__ import annotations

import dataclasses
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from engine.files import sentence, write_whole
from engine.parameter import SettingsError
from engine.recipe import Recipe, read_file
from gui.i18n import error_words

if TYPE_CHECKING:
    from gui.main_window import MainWindow

PICTURES = (".png", ".svg")


class FileActions(QObject):
    """Acts on the page in front of a window."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self.window = window
        self.path: Path | None = None

    # -- recipes ------------------------------------------------------------------------------------------------------

    def open(self) -> None:
        """Ask for a file and open it."""
        kinds = self.tr("Recipes and pictures that carry one") + " (*.json *.png *.svg)"
        name, _ = QFileDialog.getOpenFileName(self.window, self.tr("Open"), "", kinds)
        if name:
            self.open_path(name)

    def open_path(self, name: str) -> None:
        """Open a recipe, or the recipe inside a picture."""
        path = Path(name)
        try:
            recipe = self._read(path)
        except SettingsError as error:
            self.fail(f"{path.name}: {error_words(error)}")
        except OSError as error:
            self.fail(sentence(error))
        else:
            self.path = path if path.suffix.lower() == ".json" else None
            self.window.show_tab(recipe.simulation, recipe)

    def _read(self, path: Path) -> Recipe:
        if path.suffix.lower() not in PICTURES:
            return read_file(path)
        from gui.export import read_recipe

        text = read_recipe(path)
        if text is None:
            raise SettingsError("", "format", path.name, self.tr("a picture made by Kobai"))
        return Recipe.from_json(text)

    def save(self) -> None:
        """Save where it was opened or saved before; else ask where."""
        if self.path is None:
            self.save_as()
        else:
            self._write(self.path)

    def save_as(self) -> None:
        """Ask where, and save."""
        start = str(self.path or f"{self.window.simulation}.json")
        name, _ = QFileDialog.getSaveFileName(self.window, self.tr("Save as"), start, self.tr("Recipes") + " (*.json)")
        if name:
            self._write(Path(name if Path(name).suffix else name + ".json"))

    def _write(self, path: Path) -> None:
        try:
            write_whole(path, self.window.page.recipe().to_json().encode())
        except OSError as error:
            self.fail(sentence(error))
        else:
            self.path = path
            self.window.transport.set_note(self.tr("saved as {name}").format(name=path.name))

    # -- pictures -----------------------------------------------------------------------------------------------------

    def export(self, plot: QWidget | None = None) -> None:
        """Ask what and how, and write the picture."""
        from gui.export.dialog import ask_export

        ask_export(self.window, plot)

    def copy(self) -> None:
        """The picture on the clipboard, as it is on the screen, twice as fine."""
        from gui.export.clipboard import copy_picture
        from gui.render import picture_of

        window = self.window
        size = (window.page.panel.width() + 300, window.page.panel.height())
        try:
            with picture_of(window.page.recipe(), dataclasses.replace(window.theme).scaled(2.0), size) as picture:
                copy_picture(picture, 2.0)
        except OSError as error:
            self.fail(sentence(error))

    def fail(self, text: str) -> None:
        """One sentence in a small window."""
        box = QMessageBox(QMessageBox.Icon.Warning, self.tr("This did not work"), text, parent=self.window)
        box.setObjectName("failure")
        box.open()
