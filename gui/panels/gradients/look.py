"""What the gradient panel's pictures share: an activation's colour, numbers in sentences, free places for texts."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QPainter, QPainterPath

from engine.activations import ACTIVATIONS
from engine.diagnostics import Verdict
from gui.i18n import verdict_words
from gui.widgets.inspector import Inspector, VerdictCard
from gui.widgets.marks import SERIES_COUNT
from gui.widgets.themed import Face
from gui.widgets.verdict_card import wrapped

Values = NDArray[np.float64]
# The chapter's six have a colour each, everywhere; the others repeat them, dashed.
COLOURS = ("sigmoid", "tanh", "relu", "leaky_relu", "elu", "swish")
# A minus sign in front of a number or in its exponent, as Python writes it.
MARGIN = 9.0
LINE_HEIGHT = 16.0
# The places tried for a text, in shares of the room.
SHARE_X, SHARE_Y = np.meshgrid(np.linspace(0.0, 1.0, 13), np.linspace(0.0, 1.0, 17))
TOO_CROWDED = 30.0  # as a cost: seven points of a curve behind the text


def series_of(kind: str) -> int:
    """The series of an activation: its colour, dashed from the seventh on."""
    others = [key for key in ACTIVATIONS if key not in COLOURS]
    return COLOURS.index(kind) if kind in COLOURS else SERIES_COUNT + others.index(kind)


def page(at: int, room: int, last: int) -> int:
    """The first of `room` entries out of 1 … `last` to show with `at` and its neighbours among them.

    Pages stand still while the entry at hand moves within them, so that little is painted anew.
    """
    stride = max(room - 2, 1)
    return max(1, min((at - 1) // stride * stride, last - room + 1))


def sentences(verdict: Verdict | None) -> tuple[str, str]:
    """A verdict's headline and sentence; empty for None."""
    return ("", "") if verdict is None else verdict_words(verdict)


def line_path(points: NDArray[np.float64]) -> QPainterPath:
    """The line through points (n, 2) in pixels, with gaps where they are not finite."""
    path = pg.arrayToQPath(points[:, 0], points[:, 1], connect="finite")
    assert isinstance(path, QPainterPath)
    return path


def along(points: NDArray[np.float64], apart: float = 4.0) -> NDArray[np.float64]:
    """Points (m, 2) on the line through `points` (n, 2) in pixels, no further than `apart` from one another."""
    points = np.clip(points[np.isfinite(points).all(axis=1)], -3000.0, 3000.0)
    if len(points) < 2:
        return points
    way = np.concatenate([[0.0], np.cumsum(np.hypot(*np.diff(points, axis=0).T))])
    at = np.arange(0.0, way[-1] + apart, apart)
    return np.column_stack([np.interp(at, way, points[:, 0]), np.interp(at, way, points[:, 1])])


class Crowd:
    """Points in a box, (n, 2) in pixels: how many lie in an area is a look-up, to a cell of 5 pixels."""

    CELL = 5.0

    def __init__(self, points: NDArray[np.float64], box: QSizeF) -> None:
        self.box = box
        self._shape = int(box.width() // self.CELL) + 1, int(box.height() // self.CELL) + 1
        inside = (points >= 0).all(axis=1) & (points[:, 0] < box.width()) & (points[:, 1] < box.height())
        cells = (points[inside] // self.CELL).astype(int)
        table = np.zeros((self._shape[0] + 1, self._shape[1] + 1))
        np.add.at(table, (cells[:, 0] + 1, cells[:, 1] + 1), 1.0)
        self._sums = table.cumsum(axis=0).cumsum(axis=1)

    def counts(self, left: Values, top: Values, right: Values, bottom: Values) -> NDArray[np.float64]:
        """How many points lie in each of these areas."""
        x0, x1 = (np.clip(np.floor(side / self.CELL), 0, self._shape[0]).astype(int) for side in (left, right))
        y0, y1 = (np.clip(np.floor(side / self.CELL), 0, self._shape[1]).astype(int) for side in (top, bottom))
        sums = self._sums
        return np.asarray(sums[x1, y1] - sums[x0, y1] - sums[x1, y0] + sums[x0, y0])

    def count(self, area: QRectF) -> float:
        """How many points lie in one area."""
        sides = area.left(), area.top(), area.right(), area.bottom()
        return float(self.counts(*(np.array(side) for side in sides)))


def free_place(size: QSizeF, crowd: Crowd, taken: Sequence[QRectF], wish: tuple[float, float]) -> tuple[QPointF, float]:
    """Where a text of `size` covers fewest points of a crowd and no `taken` area, and how bad that place is.

    Among equals it is the one nearest to `wish`, in shares of the room, (0, 0) the upper left corner.
    """
    room_x = max(crowd.box.width() - size.width() - 2 * MARGIN, 0.0)
    room_y = max(crowd.box.height() - size.height() - 10, 0.0)
    left, top = MARGIN + SHARE_X * room_x, 5 + SHARE_Y * room_y
    right, bottom = left + size.width(), top + size.height()
    cost = np.abs(SHARE_X - wish[0]) + np.abs(SHARE_Y - wish[1])
    cost += 4.0 * crowd.counts(left - 7, top - 3, right + 7, bottom + 3)
    for area in taken:
        beside = (right + 5 <= area.left()) | (left - 5 >= area.right())
        cost[~(beside | (bottom + 3 <= area.top()) | (top - 3 >= area.bottom()))] += 1000.0
    at = np.unravel_index(np.argmin(cost), cost.shape)
    return QPointF(left[at], top[at]), float(cost[at])


class Note:
    """A few lines of text inside a picture, at a free place; laid out anew only when something has changed."""

    def __init__(self, width: float) -> None:
        self._widths = (width, 1.4 * width, 0.75 * width, 0.55 * width)
        self._key: tuple[object, ...] = ()
        self._lines: list[str] = []
        self.area = QRectF()

    def lay(self, text: str, face: Face, crowd: Crowd, taken: Sequence[QRectF], wish: tuple[float, float]) -> None:
        """Find the place for `text`, broken where that lets it stand free; in too small a picture it is left out."""
        now = (text, face, crowd, tuple(area.getRect() for area in taken))
        if now == self._key:
            return
        self._key, self._lines, self.area = now, [], QRectF()
        least = TOO_CROWDED
        for most in self._widths if text else ():
            lines = wrapped(face, text, min(most, crowd.box.width() - 2 * MARGIN))
            size = QSizeF(max(map(face.width, lines)), LINE_HEIGHT * len(lines))
            place, cost = free_place(size, crowd, taken, wish)
            if cost < least - 0.5:
                self._lines, self.area, least = lines, QRectF(place, size), cost

    def paint(self, painter: QPainter, face: Face) -> None:
        """Paint the lines in the pen's colour."""
        painter.setFont(face.font)
        for i, line in enumerate(self._lines):
            baseline = face.middle(self.area.top() + i * LINE_HEIGHT, LINE_HEIGHT)
            painter.drawText(QPointF(self.area.left(), baseline), line)


class Card(VerdictCard):
    """A card with room below it, where it says something."""

    GAP = 8

    def heightForWidth(self, width: int) -> int:
        """As high as its content, and the room."""
        height = super().heightForWidth(width)
        return height + self.GAP if height else 0


class VerdictsInspector(Inspector):
    """A right column with several verdicts. In a low window the first of them stand above all else: in sight at once."""

    # With this height the column is seen whole as far as its first verdicts; and how many those are.
    WHOLE_HEIGHT, FIRST = 700, 2

    def add_cards(self, count: int) -> tuple[Card, ...]:
        """Add so many cards below what is there."""
        self._home = len(self._added)
        self.cards = tuple(self.add(Card(self.theme), 0 if place else 12) for place in range(count))
        return self.cards

    def set_room(self, height: int) -> None:
        """How much of the column is in sight at once."""
        first = list(enumerate(self.cards[: self.FIRST]))
        if height < self.WHOLE_HEIGHT:
            for place, card in first:
                self.place(card, place)
        else:
            for place, card in reversed(first):
                self.place(card, self._home + place)
