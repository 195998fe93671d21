"""Marks and words painted once and pasted from then on, which costs a tenth; into a file of vectors they are drawn."""

from __future__ import annotations

import math
from collections.abc import Callable, Hashable

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPixmap

from gui.theme.ratio import device_ratio, draws_vectors

Draw = Callable[[QPainter], None]
# Marks that glide are kept at so many places between two pixels, along each axis.
PHASES = 4
# So many are kept at most: then all are made anew.
MOST = 400


class Stamps:
    """Call `begin` at the start of each paint, then `paste` as often as needed. `clear` when colours or fonts change."""

    def __init__(self) -> None:
        self._made: dict[Hashable, QPixmap] = {}
        self._ratio = 0.0
        self._drawn = False

    def clear(self) -> None:
        """Forget all that was painted."""
        self._made.clear()

    def begin(self, painter: QPainter) -> None:
        """Look at what is painted on."""
        self._drawn = draws_vectors(painter)
        ratio = device_ratio(painter)
        if ratio != self._ratio or len(self._made) > MOST:
            self._ratio = ratio
            self.clear()

    def paste(
        self, painter: QPainter, key: Hashable, place: tuple[float, float], size: tuple[float, float], draw: Draw
    ) -> None:
        """What `draw` paints into a box of `size` at the origin, in a box centred at `place`; equal keys look equal."""
        width, height = size
        left, top = place[0] - width / 2, place[1] - height / 2
        if self._drawn:
            painter.translate(left, top)
            draw(painter)
            painter.translate(-left, -top)
            return
        x, x_phase = divmod(round(left * self._ratio * PHASES), PHASES)
        y, y_phase = divmod(round(top * self._ratio * PHASES), PHASES)
        stamp = self._made.get((key, x_phase, y_phase))
        if stamp is None:
            stamp = self._made[key, x_phase, y_phase] = self._painted(width, height, x_phase, y_phase, draw)
        if self._ratio == 1.0:  # whole numbers go to Qt twice as fast
            painter.drawPixmap(x, y, stamp)
        else:
            painter.drawPixmap(QPointF(x / self._ratio, y / self._ratio), stamp)

    def _painted(self, width: float, height: float, x_phase: int, y_phase: int, draw: Draw) -> QPixmap:
        stamp = QPixmap(math.ceil(width * self._ratio) + 1, math.ceil(height * self._ratio) + 1)
        stamp.setDevicePixelRatio(self._ratio)
        stamp.fill(Qt.GlobalColor.transparent)
        painter = QPainter(stamp)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(x_phase / PHASES / self._ratio, y_phase / PHASES / self._ratio)
        draw(painter)
        painter.end()
        return stamp
