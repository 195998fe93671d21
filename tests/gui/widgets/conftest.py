"""What all tests of widgets share: a theme, and a stage on which widgets have the keyboard."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

import pytest
from PySide6.QtWidgets import QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from gui.theme import Theme, load_theme

W = TypeVar("W", bound=QWidget)


@pytest.fixture
def theme(qapp: object) -> Theme:
    """The light look."""
    return load_theme("light")


@pytest.fixture
def stage(qtbot: QtBot) -> Callable[[W], W]:
    """Put a widget into a shown, active window."""
    kept: list[QWidget] = []  # qtbot only closes windows, it does not keep them

    def put(widget: W) -> W:
        # A scroll area, as in the program; besides, the offscreen platform warns of windows with a layout.
        window = QScrollArea()
        window.setWidgetResizable(True)
        window.setWidget(widget)
        qtbot.addWidget(window)
        kept.append(window)
        window.resize(300, 700)
        window.show()
        window.activateWindow()
        qtbot.waitExposed(window)
        return widget

    return put
