"""The one application object."""

from __future__ import annotations

import sys

from PySide6.QtWidgets import QApplication

from gui.fonts import load_fonts


def application() -> QApplication:
    """The one application object, in Kobai's style, its fonts loaded."""
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        app = QApplication(sys.argv[:1])
        app.setApplicationName("Kobai")
        app.setStyle("Fusion")
    load_fonts()
    return app
