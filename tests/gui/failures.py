"""What a failure in the window shows, and what it must not touch."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QMessageBox

from gui.main_window import MainWindow


def failure(window: MainWindow) -> str:
    """The sentence of the one message, which is then closed."""
    boxes = [box for box in window.findChildren(QMessageBox) if box.objectName() == "failure"]
    assert len(boxes) == 1
    text = boxes[0].text()
    assert boxes[0].isVisible()
    assert boxes[0].textFormat() == Qt.TextFormat.PlainText
    boxes[0].close()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert "\n" not in text
    return text


def state(window: MainWindow) -> tuple[Any, ...]:
    """All that a failure must not touch."""
    session = window.page.session
    return (
        window.simulation,
        session.recipe,
        session.step,
        session.undo_stack.count(),
        window.player.playing,
        session.runs,
    )
