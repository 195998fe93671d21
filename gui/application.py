"""The one application object."""

from __future__ import annotations

import sys

from PySide6.QtWidgets import QApplication

from gui.fonts import load_fonts


def application(fonts: bool = True) -> QApplication:
    """The one application object, in Kobai's style, and with its fonts, unless they are to be loaded later (4 ms)."""
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        app = QApplication(sys.argv[:1])
        app.setApplicationName("Kobai")
        app.setStyle("Fusion")
    if fonts:
        load_fonts()
    return app
