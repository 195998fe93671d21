"""Opening the window and leaving it without a crash."""

from __future__ import annotations

import shiboken6

from engine.recipe import Recipe
from gui.application import application
from gui.main_window import MainWindow
from gui.preferences import Preferences
from gui.quick_start import finish


def run(recipe: Recipe | None, *, clean: bool = False, theme: str | None = None, language: str | None = None) -> int:
    """Open the window on `recipe` (else on what was last seen, else the chapter's race) and return its exit status."""
    app = application()
    window = MainWindow(Preferences(clean), theme, language)
    window.painted.connect(finish)
    if recipe is not None:
        window.show_tab(recipe.simulation, recipe)
    else:
        window.painted.connect(window.player.play)
    window.show()
    status = app.exec()
    # Left to Python's garbage collector, plots crash the process at its end.
    shiboken6.delete(window)
    return int(status)
