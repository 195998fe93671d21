"""How a sample's mean or standard deviation comes to rest as rows are drawn, beside what chance allows."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from pyqtgraph.functions import arrayToQPolygonF
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPixmap

from engine.simulations.base import Array
from gui.theme import Theme
from gui.theme.theme import DASHES
from gui.widgets.cursor_marks import CursorMarks
from gui.widgets.geometry import Mapping
from gui.widgets.layers import Layered
from gui.widgets.plot import Plot, readable_spacing
from gui.widgets.trails import Trails, TrailStyle

PIECES = 36  # that curves lying on one another take turns in
LEFT_AXIS = 40
SHORTEST = 0.3  # of the axis, in decades
EDGES = (-0.02, 1.03)  # of the picture, in lengths of the axis
HEADROOM = 1.35
TINT = 0.16
AFTER_COLON = re.compile(r"(?<=:) |(?<=：)")  # where a note too wide for the plot is broken


@dataclass(frozen=True, slots=True)
class CurveLook:
    """One scheme's curve: its colour, whether it is selected, and its turn among `of` curves that coincide."""

    colour: int
    selected: bool
    turn: int
    of: int
    shown: bool


class Backdrop(Layered):
    """What stays for a run: the area in which chance puts a sample, the expected value dashed, two notes."""

    def __init__(self, theme: Theme, expected: float) -> None:
        super().__init__(theme)
        self.expected = expected
        self.outline: Array = np.empty((0, 2))
        self.colour = 0
        self.notes = ("", "")
        self._layer = QPixmap()
        self.setZValue(-50)

    def show_band(self, outline: Array, colour: int) -> None:
        """Another band, as a polygon (points, 2) in data; none at all if it is empty."""
        self.outline, self.colour = outline, colour
        self.forget()

    def show_notes(self, above: str, below: str) -> None:
        """Words at the upper and the lower right corner."""
        self.notes = (above, below)
        self.forget()

    def restart(self, mapping: Mapping, ratio: float) -> None:
        """Paint the layer."""
        self._layer = self.new_layer(mapping, ratio)
        painter = QPainter(self._layer)
        self.draw_vectors(painter, mapping)
        painter.end()

    def draw_layers(self, painter: QPainter, mapping: Mapping) -> None:
        """Blit the layer."""
        painter.drawPixmap(QPointF(0, 0), self._layer)

    def draw_vectors(self, painter: QPainter, mapping: Mapping) -> None:
        """Area, line, notes."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if len(self.outline):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self.theme.brush(self.colour, TINT))
            painter.drawPolygon(arrayToQPolygonF(*mapping.pixels(self.outline).T))
        pen = QPen(self.theme.color("quiet"), 1.2)
        pen.setDashPattern(DASHES["dash"])
        painter.setPen(pen)
        _, y = mapping.point(0.0, self.expected)
        painter.drawLine(QPointF(0, y), QPointF(mapping.width, y))
        painter.setPen(self.theme.color("quiet"))
        painter.setFont(self.theme.font(11))
        beyond = mapping.width * (EDGES[1] - 1) / (EDGES[1] - EDGES[0])  # where the cursor never comes
        room = QRectF(0, 0, mapping.width - beyond, mapping.height).adjusted(4, 2, -6, -3)
        for note, edge in zip(self.notes, (Qt.AlignmentFlag.AlignTop, Qt.AlignmentFlag.AlignBottom), strict=True):
            wide = painter.fontMetrics().horizontalAdvance(note) > room.width()
            text = AFTER_COLON.sub("\n", note) if wide else note
            painter.drawText(room, Qt.AlignmentFlag.AlignRight | edge | Qt.TextFlag.TextWordWrap, text)


class ChancePlot(Plot):
    """Curves by number of rows on a log axis: rows up to the cursor, and faded those known beyond it."""

    def __init__(self, theme: Theme, expected: float) -> None:
        super().__init__(theme)
        self.expected = expected
        self.fix_left(LEFT_AXIS)
        self.setMinimumHeight(90)
        self.backdrop, self.trails = Backdrop(theme, expected), Trails(theme, rising=True)
        self.marks = CursorMarks(theme)
        for item in (self.backdrop, self.trails, self.marks):
            self.addItem(item, ignoreBounds=True)
        self._looks: tuple[CurveLook, ...] = ()
        self._own: NDArray[np.bool_] = np.empty((0, 0), dtype=bool)
        self._points: Array = np.empty((1, 0, 2))
        self._known = 0
        self._room, self._height = 1.0, 0
        self.box.sigResized.connect(self._resized)

    @property
    def known_points(self) -> Array:
        """The curves known so far, as the trails have them: (2 × rows + 1, schemes, 2)."""
        return self._points[: 2 * self._known + 1]

    def show_run(self, n_in: int, reach: float, looks: Sequence[CurveLook], band: Array | None) -> None:
        """Another run of `n_in` rows.

        `reach` says how far from the expected value chance takes any scheme; `band` (2, n_in) holds the ends of what
        it allows the selected one, None where it has no part.
        """
        self._looks, self._known = tuple(looks), 0
        end, room = max(math.log10(n_in), SHORTEST), max(HEADROOM * reach, 0.02)
        left, right = EDGES[0] * end, EDGES[1] * end
        self.set_span(left, right, self.expected - room, self.expected + room)
        self.set_ticks("bottom", [(math.log10(k), str(k)) for k in labelled_rows(n_in)])
        self._room = room
        self._set_left_ticks()
        colour = next((look.colour for look in looks if look.selected), 0)
        self.backdrop.show_band(band_outline(band, right), colour)
        self._own = np.array([own_pieces(n_in, look.turn, look.of) for look in looks])
        self._points = np.full((2 * n_in + 1, len(looks), 2), (0.0, np.nan))
        styles = [TrailStyle(look.colour, 2.2 if look.selected else 1.6, 0.0, look.shown) for look in looks]
        self.trails.set_run(self.known_points, styles)

    def _set_left_ticks(self) -> None:
        """The expected value and readable numbers on either side of it: one at least, more where there is height."""
        most = max(2, int(self.height() // 26))
        spacing = readable_spacing(2 * self._room, most)
        while spacing > 0.9 * self._room:
            most += 1
            spacing = readable_spacing(2 * self._room, most)
        count, places = (
            int(self._room / spacing),
            max(1 if self.expected else 0, -math.floor(math.log10(spacing) + 1e-9)),
        )
        ticks = [self.expected + k * spacing for k in range(-count, count + 1)]
        self.set_ticks("left", [(v, tick_text(v, places)) for v in ticks])

    def _resized(self) -> None:
        """More or fewer ticks may fit."""
        if self.height() != self._height:
            self._height = self.height()
            self._set_left_ticks()

    def show_step(self, curves: Array, step: int) -> None:
        """`step` rows are drawn; `curves` (schemes, rows known + 1) begins with the NaN of no rows."""
        self._take(curves)
        self.trails.show_step(self.known_points, 2 * step)
        self.marks.setVisible(step > 0)
        if step:
            at = curves[:, step].tolist()
            dots = [
                (at[i], self._looks[i].colour, self._looks[i].selected) for i in range(len(at)) if self._seen(i, at)
            ]
            self.marks.show_at(math.log10(step), [dot[:2] for dot in sorted(dots, key=lambda dot: dot[2])])

    def _seen(self, index: int, at: list[float]) -> bool:
        return self._looks[index].shown and math.isfinite(at[index])

    def _take(self, curves: Array) -> None:
        """More rows are known. Each is kept twice, as the end of one piece of the curve and the start of the next."""
        first, self._known = self._known, curves.shape[1] - 1
        if self._known <= first:
            return
        rows = np.arange(first + 1, self._known + 1)
        values = curves[:, first + 1 :].T
        for place, stretch in ((2 * rows - 1, rows - 2), (2 * rows, rows - 1)):
            own = self._own[:, np.clip(stretch, 0, self._own.shape[1] - 1)].T
            self._points[place, :, 0] = np.log10(rows)[:, np.newaxis]
            self._points[place, :, 1] = np.where(own, values, np.nan)

    def set_theme(self, theme: Theme) -> None:
        """Take every colour from `theme`."""
        super().set_theme(theme)
        if hasattr(self, "marks"):
            for item in (self.backdrop, self.trails, self.marks):
                item.set_theme(theme)


def tick_text(value: float, places: int) -> str:
    """A tick's number; 0 without places."""
    text = f"{value:.{places}f}"
    return text.replace("-", "−") if text.strip("-0.") else "0"


def band_outline(band: Array | None, right: float) -> Array:
    """The polygon round a band over 1 … n rows, in decades; that of a single row reaches to `right`."""
    if band is None:
        return np.empty((0, 2))
    places = np.log10(np.arange(1, band.shape[1] + 1))
    if len(places) == 1:
        places, band = np.array([0.0, right]), np.repeat(band, 2, axis=1)
    kept = np.unique(np.searchsorted(places, np.linspace(0, places[-1], 200)))  # as many as pixels can show
    low, high = np.column_stack((places, band[0]))[kept], np.column_stack((places, band[1]))[kept]
    return np.concatenate((low, high[::-1]))


def own_pieces(n_in: int, turn: int, of: int) -> NDArray[np.bool_]:
    """Whether the stretch from row k to k + 1 (k from 1) is drawn by this one of `of` curves that coincide.

    They take turns in pieces of equal length on the log axis; of the first rows each stretch is a piece of its own.
    """
    rows = np.arange(1, max(n_in, 2))
    pieces = np.unique(np.floor(np.log10(rows) / max(math.log10(n_in), SHORTEST) * PIECES), return_inverse=True)[1]
    return np.asarray(pieces % max(of, 1) == turn)


def labelled_rows(n_in: int) -> list[int]:
    """Which numbers of rows are written on the axis: 1, 2, 5, 10 …, or 1, 3, 10 … on a long one, and the last."""
    firsts = (1, 2, 5) if n_in <= 200 else (1, 3)
    labelled = [first * 10**power for power in range(4) for first in firsts if first * 10**power <= n_in]
    return labelled if n_in < 1.5 * labelled[-1] else [*labelled, n_in]
