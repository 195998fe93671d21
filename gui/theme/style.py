"""The few things that a palette cannot say, as style sheets for single widgets.

Never for a whole window: below a style sheet Qt paints every widget by another style, fields with grounds of their own
among them.
"""

from __future__ import annotations

from string import Template

from gui.theme.theme import Theme

MENU_BAR = Template("""
QMenuBar { background: $side; color: $ink; padding: 2px 8px; }
QMenuBar::item { padding: 4px 10px; border-radius: 4px; background: transparent; }
QMenuBar::item:selected, QMenuBar::item:pressed { background: $soft; }
QMenu { background: $card; color: $ink; border: 1px solid $line; padding: 4px; }
QMenu::item { padding: 5px 24px 5px 24px; border-radius: 4px; }
QMenu::item:selected { background: $soft; }
QMenu::item:disabled { color: $quiet; }
QMenu::separator { height: 1px; background: $line; margin: 4px 8px; }
""")
SCROLL_BAR = Template("""
QScrollBar:vertical { background: transparent; width: 10px; margin: 0; border: none; }
QScrollBar::handle:vertical { background: $line; border-radius: 4px; min-height: 28px; margin: 1px; }
QScrollBar:horizontal { background: transparent; height: 10px; margin: 0; border: none; }
QScrollBar::handle:horizontal { background: $line; border-radius: 4px; min-width: 28px; margin: 1px; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; border: none; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
""")


def menu_sheet(theme: Theme) -> str:
    """For the menu bar and its menus."""
    return MENU_BAR.substitute(theme.colors)


def scroll_sheet(theme: Theme) -> str:
    """For a scroll bar."""
    return SCROLL_BAR.substitute(theme.colors)
