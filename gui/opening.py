"""Opening an experiment: a recipe, or the recipe inside a picture that Kobai made."""

from __future__ import annotations

from pathlib import Path

from engine.parameter import QT_TRANSLATE_NOOP, SettingsError
from engine.recipe import Recipe, read_file

# Endings of pictures that may carry a recipe.
PICTURES = (".png", ".svg")


def open_recipe(path: str | Path) -> Recipe:
    """The recipe in a file. Raises SettingsError with what is wrong and where in it, OSError if it cannot be read."""
    if Path(path).suffix.lower() not in PICTURES:
        return read_file(path)
    # It brings Qt with it, for which a recipe need not wait.
    from gui.export.embedded import read_recipe  # noqa: PLC0415

    text = read_recipe(path)
    if text is None:
        raise SettingsError(
            "",
            "format",
            QT_TRANSLATE_NOOP("engine", "a picture without one"),
            QT_TRANSLATE_NOOP("engine", "a picture that Kobai made"),
        )
    return Recipe.from_json(text)
