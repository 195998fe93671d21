"""Dashed lines across a plot at values that were predicted, each with its name on it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QWidget

from gui.theme import Theme
from gui.theme.theme import DASHES
from gui.widgets.geometry import Mapping
from gui.widgets.layers import Layered
from gui.widgets.stamps import Stamps

BAND = 18.0  # the height of a name
SPACE = 2.0  # between a line and its name
SIDE = 8.0  # between a name and the edge of the plot


@dataclass(frozen=True, slots=True)
class Level:
    """A line at `value` in the plot's own units: its colour (a name of the theme), what it is called, and where.

    On a `veil` its name is read above noisy curves, which it hides a little.
    """

    value: float
    text: str
    colour: str
    below: bool = False
    veil: bool = True


class Levels(Layered):
    """Pasted above the curves at each frame: a line or two, whose names would be lost below noisy curves."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self.levels: tuple[Level, ...] = ()
        self._stamps = Stamps()
        self.setZValue(4)

    def show_levels(self, levels: Sequence[Level]) -> None:
        """Show these lines."""
        if tuple(levels) != self.levels:
            self.levels = tuple(levels)
            self._stamps.clear()
            self.update()

    def set_theme(self, theme: Theme) -> None:
        """Take colours from `theme`."""
        self._stamps.clear()
        super().set_theme(theme)

    def paint(self, painter: QPainter, option: Any, widget: QWidget | None = None) -> None:  # noqa: ANN401
        """Each line that lies within the box, then its name above or below it, wherever there is room."""
        if not self.levels:
            return
        box = self._box(painter)
        mapping = Mapping.between(self.boundingRect(), box.width(), box.height())
        painter.save()
        painter.setWorldTransform(painter.worldTransform().fromTranslate(box.left(), box.top()))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._stamps.begin(painter)
        for level in self.levels:
            _, y = mapping.point(0.0, level.value)
            if 0 <= y <= mapping.height:
                self._draw(painter, mapping, level, round(y) + 0.5)
        painter.restore()

    def _draw(self, painter: QPainter, mapping: Mapping, level: Level, y: float) -> None:
        width = mapping.width
        line = partial(self._paint_line, colour=level.colour, width=width)
        self._stamps.paste(painter, ("line", level.colour, width), (width / 2, y), (width, 4), line)
        if not level.text:
            return
        below = level.below if BAND + SPACE <= y <= mapping.height - BAND - SPACE else y < BAND + SPACE
        middle = y + (BAND / 2 + SPACE) * (1 if below else -1)
        font = self.theme.font(11)
        room = min(QFontMetricsF(font).horizontalAdvance(level.text) + 8, width - SIDE)
        name = partial(self._paint_name, level=level, room=room)
        self._stamps.paste(painter, (level, width), (width - SIDE / 2 - room / 2, middle), (room, BAND), name)

    def _paint_line(self, painter: QPainter, colour: str, width: float) -> None:
        pen = QPen(self.theme.color(colour), 1.2)
        pen.setDashPattern(DASHES["dot"])
        painter.setPen(pen)
        painter.drawLine(QPointF(0, 2), QPointF(width, 2))

    def _paint_name(self, painter: QPainter, level: Level, room: float) -> None:
        """Its veil in the paper's colour, through which curves are still seen, and the words."""
        area = QRectF(0, 0, room, BAND)
        if level.veil:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self.theme.brush("paper", 0.75))
            painter.drawRoundedRect(area, 4, 4)
        painter.setFont(self.theme.font(11))
        painter.setPen(self.theme.color(level.colour))
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter, level.text)
