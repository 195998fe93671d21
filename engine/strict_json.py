"""JSON as it is defined, and no more: what Python's reader takes besides, and what no reader can hold, is refused."""

from __future__ import annotations

import json
import math
from typing import Any

from engine.parameter import QT_TRANSLATE_NOOP, SettingsError, path_part, shown
from engine.parameter.errors import Phrase, below

# No recipe comes near this depth; far beyond it, readers and writers run out of stack.
MOST_DEPTH = 64

EMPTY = QT_TRANSLATE_NOOP("engine", "it is empty")
TOO_DEEP = QT_TRANSLATE_NOOP("engine", "it is nested too deeply")
TOO_MANY_DIGITS = QT_TRANSLATE_NOOP("engine", "a number in it has too many digits")
HALF_CHARACTER = QT_TRANSLATE_NOOP("engine", "it holds half of a character (a lone surrogate)")
AT_PLACE = QT_TRANSLATE_NOOP("engine", "{fault}, line {line}, column {column}")
# Python's words for a fault in JSON, and ours.
JSON_FAULTS: dict[str, str] = {
    "Expecting value": QT_TRANSLATE_NOOP("engine", "a value is missing"),
    "Expecting ',' delimiter": QT_TRANSLATE_NOOP("engine", "a comma is missing"),
    "Expecting ':' delimiter": QT_TRANSLATE_NOOP("engine", "a colon is missing"),
    "Expecting property name enclosed in double quotes": QT_TRANSLATE_NOOP("engine", "a name in quotes is missing"),
    "Illegal trailing comma before end of object": QT_TRANSLATE_NOOP("engine", "there is a comma too many"),
    "Illegal trailing comma before end of array": QT_TRANSLATE_NOOP("engine", "there is a comma too many"),
    "Unterminated string starting at": QT_TRANSLATE_NOOP("engine", "a text has no closing quote"),
    "Invalid control character at": QT_TRANSLATE_NOOP("engine", "a text holds a control character"),
    "Invalid \\escape": QT_TRANSLATE_NOOP("engine", "a backslash is followed by a wrong character"),
    "Invalid \\uXXXX escape": QT_TRANSLATE_NOOP("engine", "a backslash is followed by a wrong character"),
    "Unexpected UTF-8 BOM (decode using utf-8-sig)": QT_TRANSLATE_NOOP("engine", "it begins with a byte order mark"),
    "Extra data": QT_TRANSLATE_NOOP("engine", "something follows after its end"),
}


def parse(text: str) -> Any:  # noqa: ANN401 - any JSON data
    """The data in `text`. Raises SettingsError, with the place as a path or as line and column, and nothing else."""
    if not text.strip():
        raise SettingsError("", "syntax", EMPTY)
    try:
        data = json.loads(text, object_pairs_hook=_Object)
        _check(data, MOST_DEPTH)
    except json.JSONDecodeError as error:
        # From Python 3.13 on some messages go on after a colon.
        fault = JSON_FAULTS.get(error.msg.partition(": ")[0], error.msg)
        place = Phrase(AT_PLACE, fault=fault, line=error.lineno, column=error.colno)
        raise SettingsError("", "syntax", place) from None
    except RecursionError:
        raise SettingsError("", "syntax", TOO_DEEP) from None
    except SettingsError:
        raise
    except ValueError:
        # Python reads no whole number of more than 4300 digits.
        raise SettingsError("", "syntax", TOO_MANY_DIGITS) from None
    return data


class _Object(dict[str, Any]):
    """A JSON object that remembers a field that stood twice."""

    __slots__ = ("twice",)

    def __init__(self, pairs: list[tuple[str, Any]]) -> None:
        super().__init__(pairs)
        self.twice = _repeated([name for name, _ in pairs]) if len(self) < len(pairs) else None


def _repeated(names: list[str]) -> str | None:
    seen: set[str] = set()
    for name in names:
        if name in seen:
            return name
        seen.add(name)
    return None


def _check(value: object, depth: int) -> None:
    if isinstance(value, float):
        if not math.isfinite(value):
            # As JSON would spell it; a number too large for a float, such as 1e999, is read as Infinity.
            word = "NaN" if math.isnan(value) else "Infinity" if value > 0 else "-Infinity"
            raise SettingsError("", "not_finite", word)
    elif isinstance(value, str):
        _check_text(value)
    elif isinstance(value, dict | list):
        if depth == 0:
            raise RecursionError
        if isinstance(value, _Object) and value.twice is not None:
            raise SettingsError(path_part(value.twice), "duplicate", shown(value.twice))
        for name, entry in value.items() if isinstance(value, dict) else enumerate(value):
            _check_text(str(name))
            below(path_part(str(name)), _check, entry, depth - 1)


def _check_text(text: str) -> None:
    if not text.isascii():
        try:
            text.encode()
        except UnicodeEncodeError:
            raise SettingsError("", "syntax", HALF_CHARACTER) from None
