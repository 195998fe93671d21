"""What is wrong with some settings: one exception, with its place, its kind, and what may stand there instead."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Self, TypeVar

T = TypeVar("T")


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:  # noqa: N802 - the name that lupdate looks for
    """Mark `text` for translation; the gui looks it up under `context`."""
    return text


MESSAGES: dict[str, str] = {
    "type": QT_TRANSLATE_NOOP("engine", "{found} is not {allowed}"),
    "limits": QT_TRANSLATE_NOOP("engine", "{found} is outside the limits: {allowed}"),
    "length": QT_TRANSLATE_NOOP("engine", "{found} is not a text of {allowed} printable characters"),
    "not_finite": QT_TRANSLATE_NOOP("engine", "{found} is not a finite number"),
    "unknown_field": QT_TRANSLATE_NOOP("engine", "the field {found} is not known; allowed: {allowed}"),
    "unknown_name": QT_TRANSLATE_NOOP("engine", "{found} is not known; allowed: {allowed}"),
    "missing": QT_TRANSLATE_NOOP("engine", "the field {allowed} is missing"),
    "duplicate": QT_TRANSLATE_NOOP("engine", "the field {found} appears twice"),
    "count": QT_TRANSLATE_NOOP("engine", "the number of entries is {found}; allowed: {allowed}"),
    "path": QT_TRANSLATE_NOOP("engine", "there is no such setting; possible here: {allowed}"),
    "not_live": QT_TRANSLATE_NOOP("engine", "this cannot be changed in the middle of a run"),
    "unfinished": QT_TRANSLATE_NOOP("engine", "step {found} is still being computed; wait until it is shown"),
    "formula": QT_TRANSLATE_NOOP("engine", "this formula cannot be read: {found}"),
    "syntax": QT_TRANSLATE_NOOP("engine", "this is not JSON: {found}"),
    "format": QT_TRANSLATE_NOOP("engine", "this is not a Kobai recipe: {found} stands where {allowed} is needed"),
    "version": QT_TRANSLATE_NOOP("engine", "version {found} is not readable by this Kobai; it reads {allowed}"),
    "too_large": QT_TRANSLATE_NOOP("engine", "this is too large to be a recipe: {found}; at most {allowed}"),
}

# What an error says of values, where that is words and not a value itself.
NUMBER = QT_TRANSLATE_NOOP("engine", "a number")
WHOLE_NUMBER = QT_TRANSLATE_NOOP("engine", "a whole number")
SWITCH = QT_TRANSLATE_NOOP("engine", "true or false")
TEXT = QT_TRANSLATE_NOOP("engine", "a text")
LIST = QT_TRANSLATE_NOOP("engine", "a list […]")
OBJECT = QT_TRANSLATE_NOOP("engine", "an object {…}")
NOTHING = QT_TRANSLATE_NOOP("engine", "nothing")
HUGE = QT_TRANSLATE_NOOP("engine", "a whole number of more than 60 digits")
HUGE_DIGITS = 60


class Phrase(str):
    """Words of an error that hold values: a template marked for translation, filled in, and still known apart."""

    __slots__ = ("template", "values")

    template: str
    values: dict[str, object]

    def __new__(cls, template: str, **values: object) -> Self:
        """The English words."""
        phrase = super().__new__(cls, template.format(**values))
        phrase.template, phrase.values = template, values
        return phrase

    def worded(self, word: Callable[[str], str]) -> str:
        """The phrase with the template, and each value that is a text, translated by `word`."""
        values = {name: word(value) if isinstance(value, str) else value for name, value in self.values.items()}
        return word(self.template).format(**values)


class SettingsError(ValueError):
    """One fault in some settings: where (a path), what kind (a key of `MESSAGES`), what stands there, what may."""

    def __init__(self, path: str, code: str, found: object = "", allowed: object = "") -> None:
        self.path, self.code = path, code
        self.found = found if isinstance(found, str) else shown(found)
        self.allowed = allowed if isinstance(allowed, str) else str(allowed)
        super().__init__(path, code, self.found, self.allowed)

    def under(self, prefix: str) -> SettingsError:
        """The same fault, seen from the settings one level up."""
        return SettingsError(join(prefix, self.path), self.code, self.found, self.allowed)

    def sentence(self, template: str | None = None, word: Callable[[str], str] = str) -> str:
        """The fault in words: English, or in the translated `template` of this code, its parts translated by `word`."""
        found, allowed = (
            part.worded(word) if isinstance(part, Phrase) else word(part) for part in (self.found, self.allowed)
        )
        text = (template or MESSAGES[self.code]).format(found=found, allowed=allowed)
        return f"{self.path}: {text}" if self.path else text

    __str__ = sentence


def shown(value: object, most: int = 60) -> str:
    """A short picture of any value for an error message, in one line; never raises on huge numbers."""
    if isinstance(value, str):
        return repr(value if len(value) <= most else value[: most - 1] + "…")
    if value is None or isinstance(value, bool):
        return {None: "null", True: "true", False: "false"}[value]
    if isinstance(value, int) and abs(value) >= 10**HUGE_DIGITS:
        return HUGE
    if isinstance(value, Mapping):
        return "{…}"
    if isinstance(value, list | tuple):
        return "[…]"
    return repr(value)[:most]


def names(registry: Mapping[str, object]) -> str:
    """The keys of a registry as they stand in a message."""
    return ", ".join(registry)


def join(prefix: str, path: str) -> str:
    """Two parts of a path as one: `racers` and `3.name` give `racers.3.name`."""
    return f"{prefix}.{path}" if prefix and path else prefix or path


def path_part(key: str) -> str:
    """Any key of JSON data as one part of a path: as it stands if that is short and printable, else quoted."""
    return key if key and key.isprintable() and len(key) <= 60 else shown(key)


def below(path: str, function: Callable[..., T], *arguments: object) -> T:
    """Call `function`; a fault inside is told as one below `path`."""
    try:
        return function(*arguments)
    except SettingsError as error:
        raise error.under(path) from None
