"""What the map's colours mean: a bar from slow to fast with its numbers."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.panels.race.map_colours import SHADES, RateScale, shades
from gui.theme import Theme
from gui.widgets.painting import begin
from gui.widgets.themed import Themed

BAR, WIDTH, TICK = 12.0, 52, 24.0


class ScaleBar(Themed):
    """Painted; beside the map, as high as its box."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.scale: RateScale | None = None
        self._title = ""
        self._ends = (0.0, 0.0)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)

    def show_scale(self, scale: RateScale, title: str) -> None:
        """Another scale, with what it counts."""
        self.scale, self._title = scale, title
        ticks = ", ".join(text for _, text in scale.ticks(8))
        self.setAccessibleName(f"{title} {ticks}")
        self.update()

    def set_ends(self, top: float, bottom: float) -> None:
        """How far the bar stays from the widget's edges: it stands beside a plot's box."""
        self._ends = top, bottom
        self.update()

    def sizeHint(self) -> QSize:
        """Bar and numbers."""
        return QSize(round(self.px(WIDTH)), 120)

    def minimumSizeHint(self) -> QSize:
        """As narrow as that."""
        return QSize(round(self.px(WIDTH)), 60)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Slow above, as on the map of Momentum, where β is largest."""
        if self.scale is None:
            return
        painter = begin(self)
        top, bottom = self._ends
        bar = QRectF(0, top, BAR, max(self.height() - top - bottom, 1.0))
        pixels = np.ascontiguousarray(shades(self.theme)[:, None])
        image = QImage(pixels.data, 1, SHADES, 4, QImage.Format.Format_ARGB32)
        painter.drawImage(bar, image)
        painter.setPen(self.theme.pen("line"))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(bar)
        face = self.faces.small
        painter.setFont(face.font)
        painter.setPen(self.theme.color("quiet"))
        for share, text in self.scale.ticks(max(2, int(bar.height() // self.px(TICK)))):
            y = min(max(bar.top() + share * bar.height(), face.capital), self.height() - 2.0)
            painter.drawText(QPointF(BAR + 5, y + face.capital / 2), text)
        painter.end()
