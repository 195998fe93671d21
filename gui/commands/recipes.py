"""Reading a recipe for a command, and changing it by `--set` and `--step`."""

from __future__ import annotations

import errno
import json

from engine.files import sentence
from engine.parameter import SettingsError, parameter_at, parameters, set_at, shown
from engine.recipe import SIDES, Recipe
from gui.commands import WRONG, CommandError
from gui.opening import open_recipe


def read_recipe(file: str) -> Recipe:
    """The recipe in `file`, itself or inside a picture. Raises CommandError with what is wrong, and where in it."""
    try:
        return open_recipe(file)
    except SettingsError as error:
        raise CommandError(WRONG, f"{file}: {error}") from error
    except OSError as error:
        hint = " (kobai --help lists the commands)" if error.errno == errno.ENOENT else ""
        raise CommandError(WRONG, sentence(error) + hint) from error


def changed_recipe(recipe: Recipe, changes: list[str], step: int | None) -> Recipe:
    """The recipe after each `path=value` of `changes`, at `step`; checked as a whole, as if read from a file."""
    for change in changes:
        path, equals, value = change.partition("=")
        if not path or not equals:
            raise CommandError(WRONG, f"--set {change}: write path=value, as in --set steps=60")
        try:
            recipe = _set(recipe, path, value)
        except SettingsError as error:
            raise CommandError(WRONG, f"--set {error if error.path else f'{path}: {error}'}") from error
    try:
        return Recipe.from_json((recipe if step is None else recipe.changed(step=step)).to_json())
    except SettingsError as error:
        raise CommandError(WRONG, f"{'--' if error.path == 'step' else '--set '}{error}") from error


def _set(recipe: Recipe, path: str, text: str) -> Recipe:
    """One `--set`: `path` begins in the settings, unless it says `settings.`, `other.` or `seed`."""
    head, _, rest = path.partition(".")
    own = head in parameters(type(recipe.settings))
    value = _value(text)
    if path == "seed" and not own:
        return _with_seed(recipe, value)
    side, rest = (head, rest) if head in SIDES and rest and not own else ("settings", path)
    settings = recipe.settings if side == "settings" else recipe.other
    if settings is None:
        raise SettingsError(path, "missing", "", side)
    if parameter_at(settings, rest).kind == "text" and not isinstance(value, str):
        value = text  # a racer may be called 5
    return recipe.changed(**{side: set_at(settings, rest, value)})


def _with_seed(recipe: Recipe, value: object) -> Recipe:
    if isinstance(value, bool) or not isinstance(value, int):
        raise SettingsError("seed", "type", shown(value), "a whole number")
    return recipe.changed(seed=value)


def _value(text: str) -> object:
    """`text` as JSON, or as it stands if it is none."""
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return text
