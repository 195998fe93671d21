"""A setting's value as a person reads it, in a word or two."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QCoreApplication

from engine.parameter import Parameter, Settings, parameters
from gui.i18n import words
from gui.widgets.painting import signed


def value_words(declared: Parameter, value: Any) -> str:  # noqa: ANN401 - whatever the field holds
    """`value` of the field `declared`: "0.010", "on", "Adam", "Zeros, He"."""
    if declared.kind in ("float", "int"):
        return signed(declared.format(value))
    if declared.kind == "vector":
        return ", ".join(signed(declared.format(part)) for part in value)
    if declared.kind == "bool":
        return QCoreApplication.translate("values", "on") if value else QCoreApplication.translate("values", "off")
    if declared.kind == "items":
        return ", ".join(entry_words(entry) for entry in value)
    return entry_words(value) if isinstance(value, Settings) else str(value)


def entry_words(entry: Settings) -> str:
    """What settings are called: by a name of their own, by their title, or as the rule they hold."""
    name = getattr(entry, "name", "")
    if isinstance(name, str) and name:
        return name
    if entry.title or entry.kind:
        return words(entry.title or entry.kind)
    values = [getattr(entry, field) for field in parameters(type(entry))]
    rules = [value for value in values if isinstance(value, Settings)]
    return words(rules[0].title) if rules else ""
