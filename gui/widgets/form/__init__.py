"""The parameter form: editors for every kind of settings field, built from their declarations."""

from gui.widgets.form import formula_row, items, numbers, rules, sides, simple  # noqa: F401 - each enters its editors
from gui.widgets.form.form import ParameterForm

__all__ = ["ParameterForm"]
