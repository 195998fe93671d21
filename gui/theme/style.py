"""The few things that a palette cannot say: menu bar, tabs, scroll bars, separators."""

from __future__ import annotations

from string import Template

from gui.theme.theme import Theme

SHEET = Template("""
QMainWindow, QMenuBar { background: $side; }
QMenuBar { color: $ink; padding: 2px 8px; }
QMenuBar::item { padding: 4px 10px; border-radius: 4px; }
QMenuBar::item:selected, QMenuBar::item:pressed { background: $soft; }
QMenu { background: $card; color: $ink; border: 1px solid $line; padding: 4px; }
QMenu::item { padding: 5px 24px 5px 24px; border-radius: 4px; }
QMenu::item:selected { background: $soft; }
QMenu::item:disabled { color: $quiet; }
QMenu::separator { height: 1px; background: $line; margin: 4px 8px; }
QTabBar { background: transparent; font-size: 14px; }
QTabBar::tab { background: transparent; color: $quiet; padding: 8px 14px; margin-right: 6px; border: none;
  border-bottom: 3px solid transparent; }
QTabBar::tab:hover { color: $ink; }
QTabBar::tab:selected { background: $paper; color: $ink; font-weight: bold; border-bottom: 3px solid $accent;
  border-top-left-radius: 4px; border-top-right-radius: 4px; }
QTabBar::tab:focus { color: $ink; background: $soft; }
QScrollBar:vertical { background: transparent; width: 10px; margin: 0; }
QScrollBar::handle:vertical { background: $line; border-radius: 4px; min-height: 28px; margin: 1px; }
QScrollBar::add-line, QScrollBar::sub-line { height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QToolTip { background: $card; color: $ink; border: 1px solid $line; padding: 4px; }
""")


def stylesheet(theme: Theme) -> str:
    """The window's style sheet in the colours of `theme`."""
    return SHEET.substitute(theme.colors)
