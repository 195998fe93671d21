"""The least that any program of this kind must load and show: a window with four empty pyqtgraph plots."""

from __future__ import annotations

from collections.abc import Callable

import pyqtgraph as pg
from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QGridLayout, QMainWindow, QWidget


class FirstPaint(QObject):
    """Calls `then` in the turn after the first paint of what it watches."""

    def __init__(self, watched: QObject, then: Callable[[], object]) -> None:
        super().__init__(watched)
        self.then = then
        watched.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Wait for the paint, then go."""
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self.then)
        return super().eventFilter(watched, event)


def run(painted: Callable[[], object]) -> None:
    """Show the window and call `painted` after its first paint; returns when the application quits."""
    app = QApplication([])
    window = QMainWindow()
    content = QWidget()
    grid = QGridLayout(content)
    for place in range(4):
        grid.addWidget(pg.PlotWidget(), *divmod(place, 2))
    window.setCentralWidget(content)
    window.resize(1280, 800)
    FirstPaint(window, painted)
    window.show()
    app.exec()
