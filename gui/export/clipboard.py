"""The picture of a widget on the clipboard."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from gui.export.png import grab


def copy_picture(widget: QWidget, scale: float = 1.0) -> None:
    """Put the widget on the clipboard as an image of its size × `scale`. Raises OSError without memory for it."""
    QGuiApplication.clipboard().setImage(grab(widget, scale))
