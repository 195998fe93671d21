"""Marks and words on the surface: start, optimum, where every racer is, who has left the picture."""

from __future__ import annotations

import math
from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import chain
from typing import Any

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QWidget

from gui.theme import Theme
from gui.widgets.geometry import Mapping
from gui.widgets.layers import Layered
from gui.widgets.stamps import Draw, Stamps
from gui.widgets.trails import border_triangle

# Left, top, right, bottom in pixels: many are compared in each frame, and plain numbers are compared fastest.
Area = tuple[float, float, float, float]
# Places to try for a label: eight sides, in rings ever farther away.
SIDES = 8 * 4
NOTE = (322.0, 56.0)  # the sentence's box, which stands a little off a corner
NOTE_FLAGS = Qt.AlignmentFlag.AlignRight | Qt.TextFlag.TextWordWrap


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
    """A label to be placed beside a mark; `key` is what remembers on which side it stood.

    One whose text is another in each frame is `fleeting`: it is not worth a stamp.
    """

    at: tuple[float, float]
    text: str
    key: str
    away: float
    bold: bool = False
    fleeting: bool = False


class Markers(Layered):
    """Pasted afresh at each frame: a handful of marks, and labels that keep out of each other's way.

    Labels also keep out of the areas `avoided`.
    """

    note_side = Qt.AlignmentFlag.AlignBottom  # the sentence stands in the lower or the upper right corner
    note_inset = 8.0  # so far from the right edge

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self.heads: Sequence[Head] = ()
        self.start = (0.0, 0.0)
        self.minima: Sequence[tuple[float, float]] = ()
        self.start_text = self.optimum_text = self.note = ""
        self.avoided: list[Area] = []
        self._sides: dict[str, int] = {}
        self._taken: list[Area] = []
        self._sizes: dict[tuple[str, bool], tuple[QFont, float, float]] = {}
        self._note_area: tuple[str, QRectF] = ("", QRectF())
        self._stamps = Stamps()

    def paint(self, painter: QPainter, option: Any, widget: QWidget | None = None) -> None:  # noqa: ANN401
        """No layers: there is nothing settled here."""
        box = self._box(painter)
        mapping = Mapping.between(self.boundingRect(), box.width(), box.height())
        painter.save()
        painter.setWorldTransform(painter.worldTransform().fromTranslate(box.left(), box.top()))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._stamps.begin(painter)
        self._taken = list(self.avoided)
        self._draw_note(painter, mapping)
        # All marks first, then all words, so that no mark hides a word.
        words = self._draw_minima(painter, mapping) + self._draw_start(painter, mapping)
        for word in self._draw_heads(painter, mapping) + words:
            self._label(painter, mapping, word)
        painter.restore()

    def _paste(
        self, painter: QPainter, key: Hashable, at: tuple[float, float], size: tuple[float, float], draw: Draw
    ) -> None:
        """A mark with its middle at a place."""
        self._stamps.paste(painter, key, at, size, draw)

    # -- marks --------------------------------------------------------------------------------------------------------

    def _draw_minima(self, painter: QPainter, mapping: Mapping) -> list[_Word]:
        words: list[_Word] = []
        for i, place in enumerate(self.minima):
            x, y = at = self.place(*place, mapping)
            self._paste(painter, "minimum", at, (26, 26), self._paint_minimum)
            self._taken.append((x - 10, y - 10, x + 10, y + 10))
            if i == 0:
                words.append(_Word(at, self.optimum_text, "optimum", away=14))
        return words

    def _paint_minimum(self, painter: QPainter) -> None:
        """A ring with a cross, on a halo."""
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for color, width in (("halo", 4.0), ("ink", 1.6)):
            painter.setPen(QPen(self.theme.color(color), width))
            painter.drawEllipse(QPointF(13, 13), 6, 6)
            painter.drawLine(QPointF(3, 13), QPointF(23, 13))
            painter.drawLine(QPointF(13, 3), QPointF(13, 23))

    def _draw_start(self, painter: QPainter, mapping: Mapping) -> list[_Word]:
        x, y = at = self.place(*self.start, mapping)
        if not (-20 < x < mapping.width + 20 and -20 < y < mapping.height + 20):
            return []
        self._paste(painter, "start", at, (26, 26), self._paint_start)
        self._taken.append((x - 11, y - 11, x + 11, y + 11))
        return [_Word(at, self.start_text, "start", away=16)]

    def _paint_start(self, painter: QPainter) -> None:
        """A ring round a point, on a halo."""
        at = QPointF(13, 13)
        painter.setBrush(self.theme.color("paper"))
        for color, width in (("halo", 5.0), ("ink", 2.0)):
            painter.setPen(QPen(self.theme.color(color), width))
            painter.drawEllipse(at, 9, 9)
        painter.setBrush(self.theme.color("ink"))
        painter.drawEllipse(at, 2.2, 2.2)

    def _draw_heads(self, painter: QPainter, mapping: Mapping) -> list[_Word]:
        """The selected racer's mark on top, and its name the first to choose a place."""
        words: list[_Word] = []
        for head in sorted(self.heads, key=lambda head: head.selected):
            x, y = at = self.place_of(head, mapping)
            if head.away:
                self._draw_away(painter, mapping, head, at)
            else:
                radius = 7.0 if head.selected else 6.0
                key = ("head", head.series, radius)
                self._paste(painter, key, at, (18, 18), partial(self._paint_head, head=head, radius=radius))
            self._taken.append((x - 8, y - 8, x + 8, y + 8))
            text, key_of_side = f"{head.name} {head.away}".strip(), f"head {head.name}"
            words.append(_Word(at, text, key_of_side, 10, head.selected, fleeting=bool(head.away)))
        return words[::-1]

    def _paint_head(self, painter: QPainter, head: Head, radius: float) -> None:
        painter.setPen(QPen(self.theme.color("halo"), 2))
        painter.setBrush(self.theme.series(head.series))
        painter.drawEllipse(QPointF(9, 9), radius, radius)

    def _draw_away(self, painter: QPainter, mapping: Mapping, head: Head, at: tuple[float, float]) -> None:
        """A mark at the edge: an arrow for one that is outside, a cross for one that has ended there."""
        color = self.theme.series(head.series)
        if head.ended:
            painter.setPen(QPen(color, 3))
            for dx, dy in ((6, 6), (6, -6)):
                painter.drawLine(QPointF(*at) - QPointF(dx, dy), QPointF(*at) + QPointF(dx, dy))
            return
        painter.setPen(QPen(self.theme.color("halo"), 1.5))
        painter.setBrush(color)
        painter.drawPolygon(border_triangle(mapping, *at, outward=True, size=13))

    def place(self, x: float, y: float, mapping: Mapping) -> tuple[float, float]:
        """Where data lie, in pixels."""
        return mapping.point(x, y)

    def place_of(self, head: Head, mapping: Mapping) -> tuple[float, float]:
        """The head's place in pixels, drawn to the edge where it lies outside."""
        x, y = self.place(head.x, head.y, mapping)
        margin = 9.0 if head.ended else 0.0
        return min(max(x, margin), mapping.width - margin), min(max(y, margin), mapping.height - margin)

    # -- words --------------------------------------------------------------------------------------------------------

    def _draw_note(self, painter: QPainter, mapping: Mapping) -> None:
        """The sentence in its corner."""
        if not self.note:
            return
        width, height = NOTE
        low = self.note_side == Qt.AlignmentFlag.AlignBottom
        left, top = mapping.width - width - self.note_inset, (mapping.height - height - 4 if low else 4)
        if self._note_area[0] != self.note:
            painter.setFont(self.theme.font(12))
            area = painter.boundingRect(QRectF(0, 0, width, height), NOTE_FLAGS | self.note_side, self.note)
            self._note_area = self.note, area
        centre = left + width / 2, top + height / 2
        self._stamps.paste(painter, ("note", self.note), centre, (width, height), self._paint_note)
        used = self._note_area[1].translated(left, top)
        self._taken.append((used.left(), used.top(), used.right(), used.bottom()))

    def _paint_note(self, painter: QPainter) -> None:
        self._paint_ground(painter, self._note_area[1])
        painter.setFont(self.theme.font(12))
        painter.setPen(self.theme.color("ink"))
        painter.drawText(QRectF(0, 0, *NOTE), NOTE_FLAGS | self.note_side, self.note)

    def _label(self, painter: QPainter, mapping: Mapping, word: _Word) -> None:
        """Words beside a mark, on the first free side; the side taken last is tried first, so that words stand still."""
        if not word.text:
            return
        _, width, height = self._measured(word.text, word.bold)
        last = self._sides.get(word.key, 0)
        best, least = (last, (0.0, 0.0, 0.0, 0.0)), math.inf
        for side in chain((last,), range(SIDES)):
            left, top, right, bottom = area = _beside(word.at, width, height, word.away, side)
            inside = left >= 2 and top >= 2 and right <= mapping.width - 2 and bottom <= mapping.height - 2
            cost = self._overlap(area) + (0.0 if inside else 1e6)
            if cost < least:
                best, least = (side, area), cost
            if not cost:
                break
        self._sides[word.key], area = best
        self._taken.append(area)
        self._write(painter, word, area)

    def _write(self, painter: QPainter, word: _Word, area: Area) -> None:
        """Paste a label on whole pixels, where it needs but one stamp."""
        left, top, size = round(area[0]), round(area[1]), (area[2] - area[0], area[3] - area[1])
        if word.fleeting:
            painter.translate(left, top)
            self._paint_word(painter, word)
            painter.translate(-left, -top)
        else:
            centre = left + size[0] / 2, top + size[1] / 2
            self._stamps.paste(painter, (word.text, word.bold), centre, size, partial(self._paint_word, word=word))

    def _paint_word(self, painter: QPainter, word: _Word) -> None:
        font, width, height = self._measured(word.text, word.bold)
        area = QRectF(0, 0, width, height)
        self._paint_ground(painter, area)
        painter.setFont(font)
        painter.setPen(self.theme.color("ink"))
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter, word.text)

    def _measured(self, text: str, bold: bool) -> tuple[QFont, float, float]:
        """The font of a label, and the room its text needs, in whole pixels; measured once."""
        key = (text, bold)
        if key not in self._sizes:
            if len(self._sizes) > 200:
                self._sizes.clear()
            font = self.theme.font(12, bold)
            metrics = QFontMetricsF(font)
            self._sizes[key] = font, math.ceil(metrics.horizontalAdvance(text)) + 4, math.ceil(metrics.height())
        return self._sizes[key]

    def set_theme(self, theme: Theme) -> None:
        """Take colours and fonts from `theme`."""
        self._sizes.clear()
        self._stamps.clear()
        self._note_area = "", QRectF()
        super().set_theme(theme)

    def _paint_ground(self, painter: QPainter, area: QRectF) -> None:
        """A veil that keeps words readable over lines."""
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.theme.brush("halo", 0.62))
        painter.drawRoundedRect(area, 3, 3)

    def _overlap(self, area: Area) -> float:
        """How many square pixels of an area are taken."""
        left, top, right, bottom = area
        return sum(
            (min(right, x1) - max(left, x0)) * (min(bottom, y1) - max(top, y0))
            for x0, y0, x1, y1 in self._taken
            if x0 < right and left < x1 and y0 < bottom and top < y1
        )


def _beside(at: tuple[float, float], width: float, height: float, away: float, side: int) -> Area:
    """The area of a label on one of eight sides of a mark (right, above, below, left, the corners), near or farther."""
    ring, place = divmod(side, 8)
    dx, dy = ((1, 0), (0, -1), (0, 1), (-1, 0), (1, -1), (1, 1), (-1, -1), (-1, 1))[place]
    away += ring * 17
    x = at[0] + dx * away - (width if dx < 0 else width / 2 if dx == 0 else 0)
    y = at[1] + dy * away - (height if dy < 0 else height / 2 if dy == 0 else 0)
    return x, y, x + width, y + height
