"""Names of settings in the reader's language, for undo, messages and dialogs."""

from __future__ import annotations

import contextlib

from PySide6.QtCore import QCoreApplication

from engine.parameter import QT_TRANSLATE_NOOP, Settings, SettingsError, get_at, parameter_at, set_at
from engine.recipe import Recipe, SidedEvent
from engine.simulations import SIMULATIONS
from engine.timeline import changed
from gui.i18n import words
from gui.widgets.value_words import entry_words, value_words

# What is done to a whole experiment by a preset begins with this, followed by the preset's English title.
PRESET = "preset:"


def change_words(settings: Settings, path: str, after: Settings) -> str:
    """What is changed by changing `path`: "learning rate of Adam"; by another deed, what was done.

    `after` are the settings that come of it: they tell which entry of a list has come or gone.
    """
    if path.startswith(PRESET):
        return QCoreApplication.translate("wording", "preset: {name}").format(name=words(path.removeprefix(PRESET)))
    if path in DEEDS:
        return QCoreApplication.translate("wording", DEEDS[path])
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


DEEDS = {
    "": QT_TRANSLATE_NOOP("wording", "experiment"),
    "seed": QT_TRANSLATE_NOOP("wording", "draw"),
    "compare": QT_TRANSLATE_NOOP("wording", "comparison of A with B"),
    "copy": QT_TRANSLATE_NOOP("wording", "copying a side"),
    "swap": QT_TRANSLATE_NOOP("wording", "swapping A and B"),
    "events": QT_TRANSLATE_NOOP("wording", "removing a change on the way"),
}


def event_words(recipe: Recipe, event: SidedEvent) -> str:
    """What a change on the way changes, with the values that it brings: "learning rate η 0.010"."""
    settings = recipe.settings if event.side == "settings" or recipe.other is None else recipe.other
    with contextlib.suppress(SettingsError):
        for earlier in sorted(recipe.events, key=lambda each: each.step):
            if earlier.side == event.side and earlier is not event and earlier.step <= event.step:
                settings = changed(settings, earlier.change)
        return ", ".join(_value_at(settings, path, value) for path, value in event.change.items())
    return ", ".join(event.change)


def _value_at(settings: Settings, path: str, value: object) -> str:
    """The name of the setting at `path`, and `value`, which is JSON data, in words."""
    after = set_at(settings, path, value)
    field = parameter_at(after, path)
    place = path.removesuffix(".kind")
    return f"{words(field.label)} {value_words(field, get_at(after, place))}"


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


def tab_words(simulation: str) -> str:
    """The name of a tab."""
    return words(SIMULATIONS[simulation].title or simulation)
