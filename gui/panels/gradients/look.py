"""What the gradient panel's pictures share: an activation's colour, numbers in sentences, free places for texts."""

from __future__ import annotations

import re
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QPainter

from engine.activations import ACTIVATIONS
from engine.diagnostics import Verdict
from gui.i18n import verdict_words
from gui.widgets.marks import SERIES_COUNT
from gui.widgets.themed import Face
from gui.widgets.verdict_card import wrapped

# The chapter's six have a colour each, everywhere; the others repeat them, dashed.
COLOURS = ("sigmoid", "tanh", "relu", "leaky_relu", "elu", "swish")
# A minus sign in front of a number or in its exponent, as Python writes it.
HYPHEN_MINUS = re.compile(r"(?<![\w)])-(?=\d)|(?<=\de)-(?=\d)")
MARGIN = 9.0
LINE_HEIGHT = 16.0


def series_of(kind: str) -> int:
    """The series of an activation: its colour, dashed from the seventh on."""
    others = [key for key in ACTIVATIONS if key not in COLOURS]
    return COLOURS.index(kind) if kind in COLOURS else SERIES_COUNT + others.index(kind)


def sentences(verdict: Verdict | None) -> tuple[str, str]:
    """A verdict's headline and sentence, with true minus signs; empty for None."""
    if verdict is None:
        return "", ""
    title, text = verdict_words(verdict)
    return HYPHEN_MINUS.sub("−", title), HYPHEN_MINUS.sub("−", text)


def along(points: NDArray[np.float64], apart: float = 4.0) -> NDArray[np.float64]:
    """Points (m, 2) on the line through `points` (n, 2) in pixels, no further than `apart` from one another."""
    points = np.clip(points[np.isfinite(points).all(axis=1)], -3000.0, 3000.0)
    if len(points) < 2:
        return points
    way = np.concatenate([[0.0], np.cumsum(np.hypot(*np.diff(points, axis=0).T))])
    at = np.arange(0.0, way[-1] + apart, apart)
    return np.column_stack([np.interp(at, way, points[:, 0]), np.interp(at, way, points[:, 1])])


def free_place(
    size: QSizeF, box: QSizeF, points: NDArray[np.float64], taken: Sequence[QRectF], wish: tuple[float, float]
) -> tuple[QPointF, float]:
    """Where in `box` a text of `size` covers fewest `points` (n, 2) and no `taken` area, and how bad that place is.

    Among equals it is the one nearest to `wish`, in shares of the room, (0, 0) the upper left corner.
    """
    room_x, room_y = max(box.width() - size.width() - 2 * MARGIN, 0.0), max(box.height() - size.height() - 10, 0.0)
    best, least = QPointF(MARGIN, 5.0), np.inf
    for share_x in np.linspace(0.0, 1.0, 13):
        for share_y in np.linspace(0.0, 1.0, 17):
            cost = abs(share_x - wish[0]) + abs(share_y - wish[1])
            if cost >= least:
                continue
            area = QRectF(MARGIN + share_x * room_x, 5 + share_y * room_y, size.width(), size.height())
            cost += 4.0 * covered(points, area.adjusted(-7, -2, 7, 2))
            cost += 1000.0 * sum(area.adjusted(-5, -3, 5, 3).intersects(other) for other in taken)
            if cost < least:
                best, least = area.topLeft(), cost
    return best, least


def covered(points: NDArray[np.float64], area: QRectF) -> int:
    """How many points lie in an area."""
    x, y = points[:, 0], points[:, 1]
    inside = (x > area.left()) & (x < area.right()) & (y > area.top()) & (y < area.bottom())
    return int(inside.sum())


class Note:
    """A few lines of text inside a picture, at a free place; laid out anew only when something has changed."""

    def __init__(self, width: float) -> None:
        self._widths = (width, 0.75 * width, 0.55 * width)
        self._key: tuple[object, ...] = ()
        self._lines: list[str] = []
        self.area = QRectF()

    def lay(
        self, text: str, face: Face, box: QSizeF, points: NDArray[np.float64],
        taken: Sequence[QRectF], wish: tuple[float, float], key: object,
    ) -> None:  # fmt: skip
        """Find the place for `text`, broken more often where only that lets it stand free.

        `key` stands for the points and what is taken.
        """
        now = (text, box.width(), box.height(), key, face)
        if now == self._key:
            return
        self._key, self._lines, self.area = now, [], QRectF()
        least = np.inf
        for most in self._widths if text else ():
            lines = wrapped(face, text, min(most, box.width() - 2 * MARGIN))
            size = QSizeF(max(map(face.width, lines)), LINE_HEIGHT * len(lines))
            place, cost = free_place(size, box, points, taken, wish)
            if cost < least - 0.5:
                self._lines, self.area, least = lines, QRectF(place, size), cost

    def paint(self, painter: QPainter, face: Face) -> None:
        """Paint the lines in the pen's colour."""
        painter.setFont(face.font)
        for i, line in enumerate(self._lines):
            baseline = face.middle(self.area.top() + i * LINE_HEIGHT, LINE_HEIGHT)
            painter.drawText(QPointF(self.area.left(), baseline), line)
