"""Marks and words on the surface: start, optimum, where every racer is, who has left the picture."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QWidget

from gui.theme import Theme
from gui.widgets.geometry import Mapping
from gui.widgets.layers import Layered
from gui.widgets.trails import border_triangle

# Places to try for a label: eight sides, in rings ever farther away.
SIDES = 8 * 4


@dataclass(frozen=True, slots=True)
class Head:
    """Racer `index`: where it is (data), its name, its series colour; `away` words its distance outside the picture."""

    index: int
    x: float
    y: float
    name: str
    series: int
    selected: bool = False
    away: str = ""
    ended: bool = False


@dataclass(frozen=True, slots=True)
class _Word:
    """A label to be placed beside a mark; `key` is what remembers on which side it stood."""

    at: QPointF
    text: str
    key: str
    away: float
    bold: bool = False


class Markers(Layered):
    """Painted afresh at each frame: a handful of marks, and labels that keep out of each other's way."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self.heads: Sequence[Head] = ()
        self.start = (0.0, 0.0)
        self.minima: Sequence[tuple[float, float]] = ()
        self.start_text = self.optimum_text = self.note = ""
        self._sides: dict[str, int] = {}
        self._taken: list[QRectF] = []
        self._sizes: dict[tuple[str, bool], tuple[QFont, float, float]] = {}

    def paint(self, painter: QPainter, option: Any, widget: QWidget | None = None) -> None:  # noqa: ANN401
        """No layers: there is nothing settled here."""
        box = self._box(painter)
        mapping = Mapping.between(self.boundingRect(), box.width(), box.height())
        painter.save()
        painter.setWorldTransform(painter.worldTransform().fromTranslate(box.left(), box.top()))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._taken = []
        self._draw_note(painter, mapping)
        # All marks first, then all words, so that no mark hides a word.
        words = self._draw_minima(painter, mapping) + self._draw_start(painter, mapping)
        for word in self._draw_heads(painter, mapping) + words:
            self._label(painter, mapping, word)
        painter.restore()

    def _at(self, mapping: Mapping, x: float, y: float) -> QPointF:
        return QPointF(*mapping.point(x, y))

    def _draw_minima(self, painter: QPainter, mapping: Mapping) -> list[_Word]:
        words: list[_Word] = []
        ink, paper = self.theme.color("ink"), self.theme.color("halo")
        for i, place in enumerate(self.minima):
            at = self._at(mapping, *place)
            for color, width in ((paper, 4.0), (ink, 1.6)):
                painter.setPen(QPen(color, width))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawEllipse(at, 6, 6)
                for dx, dy in ((1, 0), (0, 1)):
                    painter.drawLine(at - QPointF(10 * dx, 10 * dy), at + QPointF(10 * dx, 10 * dy))
            self._taken.append(QRectF(at.x() - 10, at.y() - 10, 20, 20))
            if i == 0:
                words.append(_Word(at, self.optimum_text, "optimum", away=14))
        return words

    def _draw_start(self, painter: QPainter, mapping: Mapping) -> list[_Word]:
        at = self._at(mapping, *self.start)
        if not (-20 < at.x() < mapping.width + 20 and -20 < at.y() < mapping.height + 20):
            return []
        painter.setPen(QPen(self.theme.color("halo"), 5))
        painter.setBrush(self.theme.color("paper"))
        painter.drawEllipse(at, 9, 9)
        painter.setPen(QPen(self.theme.color("ink"), 2))
        painter.drawEllipse(at, 9, 9)
        painter.setBrush(self.theme.color("ink"))
        painter.drawEllipse(at, 2.2, 2.2)
        self._taken.append(QRectF(at.x() - 11, at.y() - 11, 22, 22))
        return [_Word(at, self.start_text, "start", away=16)]

    def _draw_heads(self, painter: QPainter, mapping: Mapping) -> list[_Word]:
        """The selected racer's mark on top, and its name the first to choose a place."""
        order = sorted(self.heads, key=lambda head: head.selected)
        places = [(head, self.place_of(head, mapping)) for head in order]
        for head, at in places:
            if head.away:
                self._draw_away(painter, mapping, head, at)
            else:
                size = 7.0 if head.selected else 6.0
                painter.setPen(QPen(self.theme.color("halo"), 2))
                painter.setBrush(self.theme.series(head.series))
                painter.drawEllipse(at, size, size)
            self._taken.append(QRectF(at.x() - 8, at.y() - 8, 16, 16))
        return [
            _Word(at, f"{head.name} {head.away}".strip(), f"head {head.name}", away=10, bold=head.selected)
            for head, at in reversed(places)
        ]

    def _draw_away(self, painter: QPainter, mapping: Mapping, head: Head, at: QPointF) -> None:
        """A mark at the edge: an arrow for one that is outside, a cross for one that has ended there."""
        color = self.theme.series(head.series)
        if head.ended:
            painter.setPen(QPen(color, 3))
            for dx, dy in ((6, 6), (6, -6)):
                painter.drawLine(at - QPointF(dx, dy), at + QPointF(dx, dy))
            return
        painter.setPen(QPen(self.theme.color("halo"), 1.5))
        painter.setBrush(color)
        painter.drawPolygon(border_triangle(mapping, at.x(), at.y(), outward=True, size=13))

    def place_of(self, head: Head, mapping: Mapping) -> QPointF:
        """The head's place in pixels, drawn to the edge where it lies outside."""
        x, y = mapping.point(head.x, head.y)
        margin = 9.0 if head.ended else 0.0
        return QPointF(min(max(x, margin), mapping.width - margin), min(max(y, margin), mapping.height - margin))

    def _draw_note(self, painter: QPainter, mapping: Mapping) -> None:
        """The sentence in the lower right corner."""
        if not self.note:
            return
        font = self.theme.font(12)
        painter.setFont(font)
        room = QRectF(mapping.width - 330, mapping.height - 60, 322, 56)
        flags = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom | Qt.TextFlag.TextWordWrap
        used = painter.boundingRect(room, flags, self.note)
        self._ground(painter, used)
        painter.setPen(self.theme.color("ink"))
        painter.drawText(room, flags, self.note)
        self._taken.append(QRectF(used))

    def _label(self, painter: QPainter, mapping: Mapping, word: _Word) -> None:
        """Words beside a mark, on the first free side; the side taken last is tried first, so that words stand still."""
        if not word.text:
            return
        font, width, height = self._measured(word.text, word.bold)
        last = self._sides.get(word.key, 0)
        inside = QRectF(2, 2, mapping.width - 4, mapping.height - 4)
        best, least = (last, QRectF()), math.inf
        for side in (last, *(i for i in range(SIDES) if i != last)):
            area = _beside(word.at, width, height, word.away, side)
            cost = self._overlap(area) + (0.0 if inside.contains(area) else 1e6)
            if cost < least:
                best, least = (side, area), cost
            if not cost:
                break
        self._sides[word.key], area = best
        self._taken.append(area)
        self._ground(painter, area)
        painter.setFont(font)
        painter.setPen(self.theme.color("ink"))
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter, word.text)

    def _measured(self, text: str, bold: bool) -> tuple[QFont, float, float]:
        """The font of a label, and the room its text needs; measured once."""
        key = (text, bold)
        if key not in self._sizes:
            if len(self._sizes) > 200:
                self._sizes.clear()
            font = self.theme.font(12, bold)
            metrics = QFontMetricsF(font)
            self._sizes[key] = font, metrics.horizontalAdvance(text) + 4, metrics.height()
        return self._sizes[key]

    def set_theme(self, theme: Theme) -> None:
        """Take colours and fonts from `theme`."""
        self._sizes.clear()
        super().set_theme(theme)

    def _ground(self, painter: QPainter, area: QRectF) -> None:
        """A veil that keeps words readable over lines."""
        painter.setPen(Qt.PenStyle.NoPen)
        color = QColor(self.theme.color("halo"))
        color.setAlphaF(0.62)
        painter.setBrush(color)
        painter.drawRoundedRect(area, 3, 3)

    def _overlap(self, area: QRectF) -> float:
        common = [area.intersected(other) for other in self._taken if area.intersects(other)]
        return sum(c.width() * c.height() for c in common)


def _beside(at: QPointF, width: float, height: float, away: float, side: int) -> QRectF:
    """The area of a label on one of eight sides of a mark (right, above, below, left, the corners), near or farther."""
    ring, place = divmod(side, 8)
    dx, dy = ((1, 0), (0, -1), (0, 1), (-1, 0), (1, -1), (1, 1), (-1, -1), (-1, 1))[place]
    away += ring * 17
    x = at.x() + dx * away - (width if dx < 0 else width / 2 if dx == 0 else 0)
    y = at.y() + dy * away - (height if dy < 0 else height / 2 if dy == 0 else 0)
    return QRectF(x, y, width, height)
