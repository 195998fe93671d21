"""Names of settings in the reader's language, for undo, messages and dialogs."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from engine.parameter import Settings, SettingsError, get_at, parameter_at, parameters
from engine.simulations import SIMULATIONS
from gui.i18n import words


def change_words(settings: Settings, path: str) -> str:
    """What is changed by changing `path`: "learning rate of Adam"; for the whole recipe, "experiment"."""
    if path == "":
        return QCoreApplication.translate("wording", "experiment")
    if path == "seed":
        return QCoreApplication.translate("wording", "draw")
    try:
        what = words(parameter_at(settings, path).label)
    except SettingsError:
        return path
    what = what[:1].lower() + what[1:]
    whose = owner_words(settings, path)
    if not whose:
        return what
    return QCoreApplication.translate("wording", "{what} of {whose}").format(what=what, whose=whose)


def owner_words(settings: Settings, path: str) -> str:
    """The name of the list entry that `path` lies in, or "" if it lies in none."""
    parts = path.split(".")
    for length in range(len(parts) - 1, 0, -1):
        parent = get_at(settings, ".".join(parts[: length - 1]))
        if isinstance(parent, tuple) and parent and isinstance(parent[0], Settings):
            return entry_words(get_at(settings, ".".join(parts[:length])))
    return ""


def entry_words(entry: Settings) -> str:
    """A list entry's own name, or that of the rule it holds."""
    name = getattr(entry, "name", "")
    if name:
        return str(name)
    values = [getattr(entry, name) for name in parameters(type(entry))]
    rules = [value for value in values if isinstance(value, Settings)]
    return words(rules[0].title) if rules else ""


def tab_words(simulation: str) -> str:
    """The name of a tab."""
    return words(SIMULATIONS[simulation].title or simulation)
