"""Many equal dots at the cost of a few: one is painted, the others are pasted with a single call."""

from __future__ import annotations

from math import ceil
from typing import Any

import numpy as np
from pyqtgraph.Qt import internals
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap

from gui.theme.ratio import device_ratio, draws_vectors
from gui.widgets.geometry import Array, Segments

# The fields of Qt's PixmapFragment: place, source left and top, width, height, scales, turn, opacity.
FIELDS = 10


class Dots:
    """Round dots of one size and colour."""

    def __init__(self) -> None:
        self._fragments = internals.PrimitiveArray(QPainter.PixmapFragment, FIELDS)
        self._segments = Segments()
        self._look: tuple[object, ...] = ()
        self._stamp = QPixmap()

    def draw(self, painter: QPainter, places: Array, color: QColor, size: float) -> None:
        """A dot at each of the `places` (n, 2) in pixels; what is not finite must not be among them."""
        if draws_vectors(painter):
            painter.setPen(QPen(color, size, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
            self._segments.draw_points(painter, places)
            return
        if not len(places):
            return
        ratio = device_ratio(painter)
        look = color.rgba(), size, ratio
        if look != self._look:
            self._look, self._stamp = look, _stamp(color, size, ratio)
        side = float(self._stamp.width())
        self._fragments.resize(len(places))
        rows = self._fragments.ndarray()
        rows[:, 2:] = (0.0, 0.0, side, side, 1 / ratio, 1 / ratio, 0.0, 1.0)
        # Onto whole device pixels: a little noise among noise, and sharp.
        rows[:, :2] = np.rint(places * ratio) / ratio
        paste: Any = painter.drawPixmapFragments  # PySide's stub knows another form than its binding
        paste(*self._fragments.drawargs(), self._stamp)


def _stamp(color: QColor, size: float, ratio: float) -> QPixmap:
    """One dot in the middle of an even number of device pixels."""
    side = 2 * ceil((size * ratio + 2) / 2)
    stamp = QPixmap(side, side)
    stamp.fill(Qt.GlobalColor.transparent)
    painter = QPainter(stamp)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    painter.drawEllipse(QPointF(side / 2, side / 2), size * ratio / 2, size * ratio / 2)
    painter.end()
    return stamp
