"""Settings: how a field is declared, and how settings are checked, read, written and reached by path.

Settings are frozen, slotted dataclasses derived from `Settings`. Each field is declared once, with
`parameter` (number, switch, text or vector), `rule` (one class of a registry), `items` (a list) or
`group` (nested settings). The form, the recipe reader, `--set` and the tests all read that declaration.
"""

from engine.parameter.declaration import Settings, group, items, parameter, parameters, register, rule
from engine.parameter.errors import MESSAGES, QT_TRANSLATE_NOOP, Phrase, SettingsError, join, names, path_part, shown
from engine.parameter.field import Kind, Parameter, Scale, number_text
from engine.parameter.paths import changed_kind, get_at, parameter_at, replace_at, set_at
from engine.parameter.reading import read, read_value, write, write_value

__all__ = [
    "MESSAGES",
    "QT_TRANSLATE_NOOP",
    "Kind",
    "Parameter",
    "Phrase",
    "Scale",
    "Settings",
    "SettingsError",
    "changed_kind",
    "get_at",
    "group",
    "items",
    "join",
    "names",
    "number_text",
    "parameter",
    "parameter_at",
    "parameters",
    "path_part",
    "read",
    "read_value",
    "register",
    "replace_at",
    "rule",
    "set_at",
    "shown",
    "write",
    "write_value",
]
