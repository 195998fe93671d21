"""What the right column of a panel is built from, under one roof.

A panel makes an `Inspector`, `add`s these widgets once, and afterwards only sets their texts and numbers.
"""

from __future__ import annotations

from gui.widgets.formula_list import FormulaBlock, FormulaEntry, FormulaList
from gui.widgets.number_table import NumberColumn, NumberRow, NumberTable
from gui.widgets.titles import Inspector, Legend, LegendEntry, SectionTitle, Separator
from gui.widgets.verdict_card import CheckItem, CheckList, VerdictCard

__all__ = [
    "CheckItem",
    "CheckList",
    "FormulaBlock",
    "FormulaEntry",
    "FormulaList",
    "Inspector",
    "Legend",
    "LegendEntry",
    "NumberColumn",
    "NumberRow",
    "NumberTable",
    "SectionTitle",
    "Separator",
    "VerdictCard",
]
