"""Every tab in every mode, both themes, both languages, as a person sees it: PNG files in build/screenshots."""

from __future__ import annotations

import argparse
import os
import time
from pathlib import Path
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import shiboken6
from PySide6.QtWidgets import QApplication

from engine.parameter import parameters, replace_at
from engine.recipe import Recipe, default_recipe
from engine.simulations import SIMULATIONS
from gui.main_window import MainWindow
from gui.preferences import Preferences
from gui.render import application
from gui.widgets.formula import flush

OUT = Path("build/screenshots")

# What is seen in other ways without another mode.
VIEWS: dict[str, dict[str, dict[str, Any]]] = {
    "race": {"solid": {"solid": True}, "stages": {"stages": True, "stage": 2, "selected": 1}},
}


def moments(simulation: str) -> list[tuple[str, Recipe]]:
    """Named recipes of one tab: every mode, before the first step, in the middle and at the end."""
    found = []
    base = default_recipe(simulation)
    for mode in parameters(type(base.settings))["mode"].registry or ():
        settings = replace_at(base.settings, "mode.kind", mode)
        recipe = base.changed(settings=settings, other=settings.paired(base.other, "mode.kind"))
        length = recipe.length()
        found += [(f"{mode}-start", recipe), (f"{mode}-middle", recipe.changed(step=round(0.6 * length)))]
        found.append((f"{mode}-end", recipe.changed(step=length)))
    for name, view in VIEWS.get(simulation, {}).items():
        found.append((name, base.changed(step=round(0.6 * base.length()), view=view)))
    return found


def settle(app: QApplication, window: MainWindow, seconds: float = 0.25) -> None:
    """Let the window do all that it has put off, and show the step that is wanted."""
    until = time.perf_counter() + seconds
    while time.perf_counter() < until or not window.page.session.steady:
        app.processEvents()
        flush()
    for _ in range(8):  # what the last step has changed is laid out in turns
        app.processEvents()
        flush()


def main() -> None:
    """Write the pictures asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--only", default="", help="a part of the names of the pictures to write")
    parser.add_argument("--size", default="1280x800")
    options = parser.parse_args()
    width, height = map(int, options.size.split("x"))
    OUT.mkdir(parents=True, exist_ok=True)
    app = application()
    for theme in ("light", "dark"):
        for language in ("en", "ja"):
            window = MainWindow(Preferences(clean=True), theme, language)
            window.resize(width, height)
            window.show()
            for simulation in SIMULATIONS:
                for moment, recipe in moments(simulation):
                    name = f"{simulation}-{moment}-{theme}-{language}.png"
                    if options.only in name:
                        window.show_tab(simulation, recipe)
                        settle(app, window)
                        window.grab().save(str(OUT / name))
            window.close()
            shiboken6.delete(window)
    print(f"{len(list(OUT.glob('*.png')))} pictures in {OUT}")


if __name__ == "__main__":
    main()
