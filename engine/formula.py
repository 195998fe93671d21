"""A surface from the learner's own formula; what is allowed in it stands in `engine.formula_syntax`."""

from __future__ import annotations

from engine.formula_syntax import FAULTS, FormulaError, parse
from engine.surfaces import FormulaSurface

__all__ = ["FAULTS", "FormulaError", "parse_surface"]


def parse_surface(text: str, domain: tuple[float, float, float, float] = (-5.0, 5.0, -4.0, 4.0)) -> FormulaSurface:
    """The surface f(x, y) = `text`, drawn over `domain` (x0, x1, y0, y1).

    Raises `FormulaError` (a `ValueError`) with the place of the fault if the text is no formula, `SettingsError` (also
    one) if the domain is none.
    """
    parse(text)
    x0, x1, y0, y1 = domain
    return FormulaSurface(" ".join(text.split()), x0, x1, y0, y1)
