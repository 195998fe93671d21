"""What the File menu does: open, save, export, copy. A fault is one sentence; the running experiment stays as it is."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QFileDialog, QMessageBox

from engine.files import sentence, write_whole
from engine.parameter import SettingsError
from gui.export import Options
from gui.export.clipboard import copy_picture
from gui.export.dialog import ExportDialog, ExportRequest, Subject
from gui.i18n import error_words, set_language, words
from gui.opening import open_recipe
from gui.panels.base import RIGHT_WIDTH, plots_of
from gui.render import picture_of, render
from gui.theme import load_theme

if TYPE_CHECKING:
    from gui.main_window import MainWindow


class FileActions(QObject):
    """Acts on the page in front of a window."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self.window = window

    @property
    def path(self) -> Path | None:
        """Where the experiment of the tab in front was opened from or saved to."""
        return self.window.paths.get(self.window.simulation)

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
            recipe = open_recipe(path)
        except SettingsError as error:
            self.fail(f"{path.name}: {error_words(error)}")
        except OSError as error:
            self.fail(sentence(error, words))
        else:
            self.window.show_file(recipe, path)

    def save(self) -> None:
        """Save where it was opened or saved before; else ask where."""
        if self.path is None:
            self.save_as()
        else:
            self._write(self.path)

    def save_as(self) -> None:
        """Ask where, and save."""
        proposed = self.path or Path(f"{self.window.simulation}.json")
        dialog = QFileDialog(self.window, self.tr("Save as"), str(proposed.parent), self.tr("Recipes") + " (*.json)")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("json")
        dialog.selectFile(proposed.name)
        if dialog.exec():
            self._write(Path(dialog.selectedFiles()[0]))
        dialog.deleteLater()

    def _write(self, path: Path) -> None:
        try:
            write_whole(path, self.window.page.recipe().to_json().encode())
        except OSError as error:
            self.fail(sentence(error, words))
        else:
            self.window.paths[self.window.simulation] = path
            self.window.transport.set_note(self.tr("saved as {name}").format(name=path.name))

    # -- pictures -----------------------------------------------------------------------------------------------------

    def export(self, plot: int | None = None) -> None:
        """Ask what and how, and write the picture; `plot` is proposed instead of the whole panel."""
        window = self.window
        window.player.pause()
        subjects = self._subjects()
        chosen = subjects[0 if plot is None else plot + 1]
        options = Options(2.0, window.theme.name, self.window.language(), "", "")
        folder = self.path.parent if self.path else Path()
        defaults = ExportRequest(chosen.key, "png", chosen.size, options, str(folder / window.simulation))
        dialog = ExportDialog(window.theme, subjects, defaults, self._perform, window)
        dialog.exec()
        dialog.deleteLater()

    def _subjects(self) -> list[Subject]:
        """The whole panel, then each of its plots, at their sizes on the screen."""
        panel = self.window.page.panel
        whole = Subject("panel", self.tr("The whole panel"), (panel.width() + RIGHT_WIDTH, panel.height()))
        plots = [
            Subject(f"plot.{i}", plot.accessibleName() or f"{i + 1}", (plot.width(), plot.height()))
            for i, plot in enumerate(plots_of(panel))
        ]
        return [whole, *plots]

    def _perform(self, request: ExportRequest) -> None:
        """Draw with a panel of its own, in the theme and language asked for. Raises OSError, SettingsError."""
        try:
            self._draw(request)
        finally:
            set_language(self.window.language())
        if request.path is not None:
            self.window.transport.set_note(self.tr("saved as {name}").format(name=Path(request.path).name))

    def _draw(self, request: ExportRequest) -> None:
        """To its file or to the clipboard; leaves Kobai's texts in the language asked for.

        Raises SettingsError while the step wanted is still being solved, if that may take long.
        """
        options, recipe, session = request.options, self.window.page.recipe(), self.window.page.session
        plot = int(request.subject.partition(".")[2]) if request.subject != "panel" else None
        if session.slow and not session.steady:
            raise SettingsError("", "unfinished", f"{session.wanted}")
        runs = session.runs if session.steady else ()
        if request.path is not None:
            render(recipe, Path(request.path), size=request.size, scale=options.scale, theme=options.theme,
                   language=options.language, title=options.title, plot=plot, runs=runs)  # fmt: skip
            return
        set_language(options.language)
        theme = load_theme(options.theme).scaled(options.scale)
        with picture_of(recipe, theme, request.size, options.title, plot, runs) as picture:
            copy_picture(picture, options.scale)

    def copy(self) -> None:
        """The picture on the clipboard, as it is on the screen, twice as fine."""
        whole = self._subjects()[0]
        options = Options(2.0, self.window.theme.name, self.window.language())
        try:
            self._perform(ExportRequest(whole.key, "png", whole.size, options, None))
        except OSError as error:
            self.fail(sentence(error, words))
        except SettingsError as error:
            self.fail(error_words(error))

    def fail(self, text: str) -> None:
        """One sentence in a small window."""
        box = QMessageBox(QMessageBox.Icon.Warning, self.tr("This did not work"), text, parent=self.window)
        box.setObjectName("failure")
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.open()
