"""Named colours, pens, fonts and icons, light and dark."""

from gui.theme.theme import Theme, load_theme

__all__ = ["Theme", "load_theme"]
