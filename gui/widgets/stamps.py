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
        x, y = round(left * self._ratio * PHASES), round(top * self._ratio * PHASES)
        phases = x % PHASES, y % PHASES
        stamp = self._made.get((key, phases))
        if stamp is None:
            stamp = self._made[key, phases] = self._painted(size, phases, draw)
        if self._ratio == 1.0:  # whole numbers go to Qt twice as fast
            painter.drawPixmap(x // PHASES, y // PHASES, stamp)
        else:
            painter.drawPixmap(QPointF(x // PHASES / self._ratio, y // PHASES / self._ratio), stamp)

    def _painted(self, size: tuple[float, float], phases: tuple[int, int], draw: Draw) -> QPixmap:
        width, height = (math.ceil(side * self._ratio) + 1 for side in size)
        stamp = QPixmap(width, height)
        stamp.setDevicePixelRatio(self._ratio)
        stamp.fill(Qt.GlobalColor.transparent)
        painter = QPainter(stamp)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(*(phase / PHASES / self._ratio for phase in phases))
        draw(painter)
        painter.end()
        return stamp
