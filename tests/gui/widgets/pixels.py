"""What tests of painted widgets look at: pixels, off the screen and on it, and what was painted when."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt
from PySide6.QtGui import QColor, QImage, QPaintEvent, QRegion
from PySide6.QtWidgets import QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from gui.theme import Theme
from gui.widgets.formula import flush
from gui.widgets.inspector import Inspector

WIDTH = 288  # of a widget in a column
Pixels = NDArray[np.int_]
Mask = NDArray[np.bool_]
Shown = Callable[[Theme, QWidget], None]


def pixels_of(image: QImage) -> Pixels:
    """Height × width × 3."""
    image = image.convertToFormat(QImage.Format.Format_RGB32)
    return np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.width(), 4)[..., 2::-1].astype(int)


def painted(widget: QWidget, ground: QColor, ratio: int = 2) -> Pixels:
    """The widget on a plain ground, `ratio` device pixels to a logical one."""
    image = QImage(widget.size() * ratio, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(ratio)
    image.fill(ground)
    widget.render(image, renderFlags=QWidget.RenderFlag.DrawChildren)
    return pixels_of(image)


def near(pixels: Pixels, color: QColor, most: int = 30) -> Mask:
    """Where the pixels have a colour, but for antialiasing."""
    return np.abs(pixels - np.array(color.getRgb()[:3])).max(axis=-1) <= most


def fitted(qtbot: QtBot, widget: QWidget, width: int = WIDTH) -> QWidget:
    """The widget at a column's width and the height it asks for, its formulas drawn."""
    qtbot.addWidget(widget)
    flush()
    height = widget.heightForWidth(width) if widget.hasHeightForWidth() else widget.sizeHint().height()
    widget.resize(width, height)
    return widget


def shown_in_a_column(qtbot: QtBot, theme: Theme, widget: QWidget) -> QWidget:
    """Show a widget on the ground of a column; the window, to be kept."""
    column = Inspector(theme)
    column.setPalette(theme.palette())
    column.setAutoFillBackground(True)
    column.add(widget)
    flush()
    window = QScrollArea()  # as in the program; besides, the offscreen platform warns of windows with a layout
    window.setWidgetResizable(True)
    window.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    window.setWidget(column)
    qtbot.addWidget(window)
    window.resize(300, 400)
    with qtbot.waitExposed(window):
        window.show()
    qtbot.wait(30)
    return window


def screen(widget: QWidget) -> Pixels:
    """What stands on the screen now, its parts painted at different times."""
    image = widget.screen().grabWindow(widget.window().winId()).toImage()
    pixels = pixels_of(image.copy(QRect(widget.mapTo(widget.window(), QPoint()), widget.size())))
    assert len(np.unique(pixels)) > 20, "the screen can be read"
    return pixels


class Paints(QObject):
    """Collects the region of every paint event of a widget."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.region = QRegion()
        widget.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QPaintEvent):
            self.region += event.region()
        return False
