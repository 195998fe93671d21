"""Names of settings in the reader's language, for undo, messages and dialogs."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from engine.parameter import Settings, SettingsError, get_at, parameter_at, parameters
from engine.simulations import SIMULATIONS
from gui.i18n import words


def change_words(settings: Settings, path: str, after: Settings) -> str:
    """What is changed by changing `path`: "learning rate of Adam"; for the whole recipe, "experiment".

    `after` are the settings that come of it: they tell which entry of a list has come or gone.
    """
    if path == "":
        return QCoreApplication.translate("wording", "experiment")
    if path == "seed":
        return QCoreApplication.translate("wording", "draw")
    try:
        what = words(parameter_at(settings, path).label)
    except SettingsError:
        return path
    what = what[:1].lower() + what[1:]
    if parameter_at(settings, path).kind == "items":
        return _entries_words(get_at(settings, path), get_at(after, path), what)
    whose = owner_words(settings, path)
    if not whose:
        return what
    return QCoreApplication.translate("wording", "{what} of {whose}").format(what=what, whose=whose)


def _entries_words(before: tuple[Settings, ...], after: tuple[Settings, ...], what: str) -> str:
    """What has become of the entries of the list called `what`; several at once are the list as a whole."""
    come, gone = list(after), list(before)
    for entry in before:
        if entry in come:
            come.remove(entry)
            gone.remove(entry)
    if len(come) == 1 and not gone:
        return QCoreApplication.translate("wording", "adding {entry}").format(entry=entry_words(come[0]))
    if len(gone) == 1 and not come:
        return QCoreApplication.translate("wording", "removing {entry}").format(entry=entry_words(gone[0]))
    if not come and not gone:
        return QCoreApplication.translate("wording", "order of {list}").format(list=what)
    return what


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
