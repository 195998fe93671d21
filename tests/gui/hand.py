"""A hand on keyboard, mouse and wheel."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QCoreApplication, QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from gui.main_window import MainWindow
from gui.widgets.formula import flush

Key, LEFT = Qt.Key, Qt.MouseButton.LeftButton
NONE, CTRL, SHIFT = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
)
RATE = "racers.4.optimizer.learning_rate"


def press(key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE) -> None:
    """Press a key wherever the keyboard is."""
    widget = QApplication.focusWidget()
    assert widget is not None
    QTest.keyClick(widget, key, modifiers)


def click(widget: QWidget, at: QPoint | None = None) -> None:
    QTest.mouseClick(widget, LEFT, pos=at or widget.rect().center())


def lay_out() -> None:
    """Let formulas and layouts come to rest."""
    flush()
    for _ in range(4):
        QCoreApplication.processEvents()


def named(window: MainWindow, name: str) -> Any:  # noqa: ANN401 - one of many kinds
    return window.page.findChild(QWidget, name)


def wheel(widget: QWidget | None, notches: int) -> None:
    """Turn the wheel over a widget: it goes up to the first that takes it, as Qt does with a real one."""
    while widget is not None:
        centre = QPointF(widget.rect().center())
        event = QWheelEvent(
            centre, widget.mapToGlobal(centre), QPoint(), QPoint(0, 120 * notches), Qt.MouseButton.NoButton, NONE,
            Qt.ScrollPhase.NoScrollPhase, False,
        )  # fmt: skip
        QCoreApplication.sendEvent(widget, event)
        if event.isAccepted():
            return
        widget = widget.parentWidget()
