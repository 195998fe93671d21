"""Trails of many steps at the cost of one: settled steps lie in a layer, a frame adds only the newest.

Used for paths on the surface and for curves by step. What lies after the cursor is drawn faded, where it is known.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QPointF, Qt, QTimer
from PySide6.QtGui import QPainter, QPainterPath, QPen, QPixmap, QPolygonF

from gui.theme import Theme
from gui.widgets.geometry import (
    MARGIN,
    Array,
    Mapping,
    Mask,
    Segments,
    border_crossings,
    clipped,
    inside_box,
    repeated,
    runs_of_lines,
    same_place,
    thinned,
)
from gui.widgets.layers import CLEAR, Layered

FADED = 0.32
Draw = Callable[[QPainter, Mapping], None]
# How many copies of the layer are kept along the way, for stepping back.
COPIES = 16
# Going back, the last copy lies so many steps before the cursor: the next steps back redraw no more than that.
NEAR = 8
# A paint adds at most so many segments; the rest follows in the next ones, and the window keeps answering.
MOST_SEGMENTS = 12_000


@dataclass(frozen=True, slots=True)
class TrailStyle:
    """How one trail looks: series number or colour of the theme, line width, size of the dot at each step (0: none)."""

    series: int | str
    width: float = 1.6
    dot: float = 4.0
    shown: bool = True


class _Layer:
    """The steps 0 … upto painted on a ground, and copies of that at earlier steps."""

    def __init__(self, ground: QPixmap) -> None:
        self.ground, self.pixmap = ground, ground.copy()
        self.copies: dict[int, QPixmap] = {}
        self.upto = 0

    def start_on(self, ground: QPixmap) -> None:
        """Hold no step. The pixmap is painted over: one of a megabyte is cheaper filled than made."""
        self.ground = ground
        self.copies.clear()
        self.back_to(0)

    def back_to(self, step: int) -> None:
        """The newest copy that holds no step after `step`."""
        self.upto = max((k for k in self.copies if k <= step), default=0)
        painter = QPainter(self.pixmap)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Source)
        painter.drawPixmap(0, 0, self.copies.get(self.upto, self.ground))
        painter.end()

    def keep_copy(self) -> None:
        """Leave a copy here, for coming back."""
        self.copies[self.upto] = self.pixmap.copy()
        if len(self.copies) > COPIES + 2:
            kept = sorted(self.copies)
            # Of the two neighbours that stand closest, the later one goes; the newest copy always stays.
            gaps = [(b - a, b) for a, b in zip([0, *kept], kept[:-1], strict=False)]
            del self.copies[min(gaps)[1]]


class Trails(Layered):
    """Several trails over one record. `points` is (steps known, trails, 2) in data; it may grow between calls."""

    def __init__(self, theme: Theme, rising: bool = False, marks: bool = False, ground: Draw | None = None) -> None:
        """`rising`: x is the step, so pixel columns may be thinned. `marks`: show where a trail leaves the box.

        `ground` paints what stands still below the trails, all over the box: ground and past are then one opaque layer,
        and a frame is one blit.
        """
        super().__init__(theme)
        self.rising, self.marks, self.ground = rising, marks, ground
        self.points: Array = np.empty((0, 0, 2))
        self.styles: tuple[TrailStyle, ...] = ()
        self.step = 0
        self._blank: tuple[Mapping, float] | None = None
        self._still: QPixmap | None = None
        self._past: _Layer | None = None
        self._future: _Layer | None = None
        self._coming: _Layer | None = None
        self._foreseen = 0
        self._segments = Segments()
        self._pens: list[QPen] = []
        self._dot_pens: list[QPen] = []

    def set_run(self, points: Array, styles: Sequence[TrailStyle]) -> None:
        """Another run, or another look: everything is painted anew."""
        self.points, before, self.styles = points, self.styles, tuple(styles)
        if self.styles != before:
            self._make_pens()
        self._start()
        self.update()

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of the series from `theme`."""
        super().set_theme(theme)
        self._make_pens()

    def _make_pens(self) -> None:
        """In logical pixels, since a layer knows its ratio: the theme's cosmetic pens count device pixels."""
        self._pens, self._dot_pens = [], []
        for style in self.styles:
            pen = QPen(self.theme.pen(style.series, style.width))
            pen.setCosmetic(False)
            pen.setWidthF(style.width)
            # Round caps cost ten to thirty times as much. On paths dots cover the joints; curves have none.
            pen.setCapStyle(Qt.PenCapStyle.SquareCap if self.rising else Qt.PenCapStyle.FlatCap)
            self._pens.append(pen)
            color = self.theme.color(style.series)
            self._dot_pens.append(QPen(color, style.dot, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))

    def show_step(self, points: Array, step: int) -> None:
        """The cursor is at `step`; `points` are those known by now, of the same run."""
        self.points = points
        self.step = min(step, len(points) - 1)
        self.update()

    def ground_changed(self) -> None:
        """What lies below the trails is to be painted anew."""
        self.forget()

    def restart(self, mapping: Mapping, ratio: float) -> None:
        """Paint the ground; no step on it yet."""
        self._blank = mapping, ratio
        self._still = self.new_layer(mapping, ratio, self.theme.color("paper") if self.ground else CLEAR)
        if self.ground is not None:
            painter = QPainter(self._still)
            self.ground(painter, mapping)
            painter.end()
        self._past = None
        self._start()

    def _start(self) -> None:
        """Nothing has been painted on the ground, nothing is known of the future."""
        self._future = self._coming = None
        self._foreseen = 0
        if self._past is not None and self._still is not None:
            self._past.start_on(self._still)

    def draw_layers(self, painter: QPainter, mapping: Mapping) -> None:
        """The past on the faded future on the ground, in one."""
        assert self._still is not None
        known, room = len(self.points) - 1, MOST_SEGMENTS
        past = self._past = self._past or _Layer(self._still)
        if known > self.step:
            room -= self._foresee(known, mapping, room)
        if self._coming is not None:
            room -= self._go_to(self._coming, mapping, room)
            if self._coming.upto == self.step:
                past, self._past, self._coming = self._coming, self._coming, None
        self._go_to(past, mapping, room)
        painter.drawPixmap(QPointF(0, 0), past.pixmap)
        if past.upto < self.step or self._coming is not None or self.step < known != self._foreseen:
            QTimer.singleShot(0, self, self.update)

    def _foresee(self, known: int, mapping: Mapping, room: int) -> int:
        """Paint what is known of the future. When all of it is, a new past begins on it; the old one is shown meanwhile."""
        assert self._still is not None
        assert self._blank is not None
        if known == self._foreseen:
            return 0
        if self._future is None:
            self._future = _Layer(self.new_layer(*self._blank))
        added = self._extend(self._future, known, mapping, room)
        if self._future.upto == known:
            ground = self._still.copy()
            painter = QPainter(ground)
            # Faded as a whole: segments faded one by one would show where they overlap.
            painter.setOpacity(FADED)
            painter.drawPixmap(QPointF(0, 0), self._future.pixmap)
            painter.end()
            self._coming, self._foreseen = _Layer(ground), known
        return added

    def _go_to(self, layer: _Layer, mapping: Mapping, room: int) -> int:
        """Bring a layer to the cursor, on or back; how many segments that took."""
        if layer.upto > self.step:
            self._step_back(layer, mapping)
        return self._extend(layer, self.step, mapping, room)

    def _step_back(self, layer: _Layer, mapping: Mapping) -> None:
        """Return to a copy. If that is far, leave copies on the way, since more steps back will follow."""
        layer.back_to(self.step)
        spacing = max(25, (len(self.points) - 1) // COPIES)
        for step in (*range(layer.upto + spacing, self.step - NEAR, spacing), self.step - NEAR):
            if step - layer.upto >= NEAR:
                self._extend(layer, step, mapping, MOST_SEGMENTS)
                layer.keep_copy()

    def _extend(self, layer: _Layer, step: int, mapping: Mapping, room: int) -> int:
        """Add steps up to `step`, at most about `room` segments; how many were added."""
        trails = max(1, len(self.styles))
        # A curve of very many steps is thinned to its pixel columns, so all of it may be drawn at once.
        most = len(self.points) if self.rising else max(1, room // trails)
        end = min(step, layer.upto + most)
        if end <= layer.upto:
            return 0
        added = (end - layer.upto) * trails
        painter = QPainter(layer.pixmap)
        self._draw(painter, mapping, layer.upto, end)
        painter.end()
        layer.upto = end
        return 0 if self.rising else added

    def draw_vectors(self, painter: QPainter, mapping: Mapping) -> None:
        """Everything, as lines."""
        if self.ground is not None:
            self.ground(painter, mapping)
        known = len(self.points) - 1
        if known > self.step:
            painter.setOpacity(FADED)
            self._draw_paths(painter, mapping, self.step, known)
            painter.setOpacity(1.0)
        self._draw(painter, mapping, 0, self.step)

    def _draw_paths(self, painter: QPainter, mapping: Mapping, first: int, last: int) -> None:
        """Each trail as one stroke, which shows no overlaps when it is faded."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for i, (style, pen) in enumerate(zip(self.styles, self._pens, strict=True)):
            if not style.shown:
                continue
            pixels = mapping.pixels(self.points[first : last + 1, i])
            if self.rising:
                pixels = thinned(pixels, 4 * int(mapping.width))
            lines, _ = clipped(runs_of_lines(pixels), mapping.width, mapping.height)
            path = QPainterPath()
            for (x0, y0), (x1, y1) in lines.tolist():
                if path.currentPosition() != QPointF(x0, y0):
                    path.moveTo(x0, y0)
                path.lineTo(x1, y1)
            painter.setPen(pen)
            painter.drawPath(path)

    def _draw(self, painter: QPainter, mapping: Mapping, first: int, last: int) -> None:
        """The segments from step `first` to `last` of every trail, and the dots at their ends."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        count = last - first
        if count == 1:
            self._draw_one(painter, mapping, first)
        elif self.rising and count > 4 * mapping.width:
            self._draw_thinned(painter, mapping, first, last)
        elif count > 0:
            pixels = mapping.pixels(self.points[max(first - 1, 0) : last + 1])
            fresh = None if self.rising else ~repeated(pixels)[-count:]
            pixels = pixels[-count - 1 :]
            inside = inside_box(pixels, mapping.width, mapping.height)
            self._draw_lines(painter, mapping, pixels, inside, fresh)
            if count <= 4 * mapping.width:  # of more steps, dots would only make thick lines
                seen = slice(0 if first == 0 else 1, None)
                self._draw_dots(painter, pixels[seen], inside[seen])

    def _draw_dots(self, painter: QPainter, pixels: Array, inside: Mask) -> None:
        """A dot at each place (steps, trails, 2) that lies inside."""
        for i, (style, pen) in enumerate(zip(self.styles, self._dot_pens, strict=True)):
            if style.shown and style.dot:
                painter.setPen(pen)
                self._segments.draw_points(painter, pixels[inside[:, i], i])

    def _draw_one(self, painter: QPainter, mapping: Mapping, first: int) -> None:
        """One step of every trail, as in play: a few numbers, without the toll of arrays."""
        right, bottom = mapping.width, mapping.height
        *earlier, before, after = self.points[max(first - 1, 0) : first + 2].tolist()
        for i, style in enumerate(self.styles):
            if not style.shown:
                continue
            (x0, y0), (x1, y1) = mapping.point(*before[i]), mapping.point(*after[i])
            starts, ends = 0 <= x0 <= right and 0 <= y0 <= bottom, 0 <= x1 <= right and 0 <= y1 <= bottom
            painter.setPen(self._pens[i])
            if starts and ends:
                places = [(x0, y0), *(mapping.point(*row[i]) for row in earlier)]
                if self.rising or not any(same_place(place, (x1, y1)) for place in places):
                    painter.drawLine(QPointF(x0, y0), QPointF(x1, y1))
            elif not (
                max(x0, x1) < -MARGIN
                or min(x0, x1) > right + MARGIN
                or max(y0, y1) < -MARGIN
                or min(y0, y1) > bottom + MARGIN
            ):
                line = np.array([[(x0, y0), (x1, y1)]])
                self._segments.draw_lines(painter, clipped(line, right, bottom)[0])
                if self.marks:
                    self._draw_marks(painter, mapping, *border_crossings(line, right, bottom), style.series)
            if style.dot:
                painter.setPen(self._dot_pens[i])
                if starts and first == 0:
                    painter.drawPoint(QPointF(x0, y0))
                if ends:
                    painter.drawPoint(QPointF(x1, y1))

    def _draw_thinned(self, painter: QPainter, mapping: Mapping, first: int, last: int) -> None:
        """Curves of more steps than there are pixels."""
        pixels = mapping.pixels(self.points[first : last + 1])
        for i, style in enumerate(self.styles):
            if style.shown:
                painter.setPen(self._pens[i])
                lines = runs_of_lines(thinned(pixels[:, i], 4 * int(mapping.width)))
                self._segments.draw_lines(painter, clipped(lines, mapping.width, mapping.height)[0])

    def _draw_lines(self, painter: QPainter, mapping: Mapping, pixels: Array, inside: Mask, fresh: Mask | None) -> None:
        """The segments between places (n + 1, trails, 2), cut where they leave the box; only the `fresh` (n, trails)."""
        lines, whole = runs_of_lines(pixels), inside[1:] & inside[:-1]
        others = ~whole
        if fresh is not None:
            whole, others = whole & fresh, others & fresh
        # The odd ones of all trails are cut at once.
        cut, seen = clipped(lines[others], mapping.width, mapping.height)
        owners = np.nonzero(others)[1][seen]
        for i, (style, pen) in enumerate(zip(self.styles, self._pens, strict=True)):
            if not style.shown:
                continue
            painter.setPen(pen)
            self._segments.draw_lines(painter, np.concatenate([lines[whole[:, i], i], cut[owners == i]]))
            if self.marks and others[:, i].any():
                crossings = border_crossings(lines[others[:, i], i], mapping.width, mapping.height)
                self._draw_marks(painter, mapping, *crossings, style.series)

    def _draw_marks(
        self, painter: QPainter, mapping: Mapping, leaving: Array, returning: Array, series: int | str
    ) -> None:
        """Triangles on the border: filled where the trail goes out, hollow where it comes back."""
        if not len(leaving) and not len(returning):
            return
        color = self.theme.color(series)
        painter.setPen(QPen(color, 1.2))
        for places, filled in ((leaving, True), (returning, False)):
            painter.setBrush(color if filled else self.theme.color("paper"))
            for x, y in places[:50]:
                painter.drawPolygon(border_triangle(mapping, float(x), float(y), outward=filled))


def border_triangle(mapping: Mapping, x: float, y: float, outward: bool, size: float = 8.0) -> QPolygonF:
    """A triangle just inside the box's edge at (x, y), pointing out or in."""
    gaps = {(-1, 0): x, (1, 0): mapping.width - x, (0, -1): y, (0, 1): mapping.height - y}
    dx, dy = min(gaps, key=lambda side: abs(gaps[side]))
    x, y = min(max(x, 0.0), mapping.width), min(max(y, 0.0), mapping.height)
    tip, base = (0.0, size) if outward else (size, 0.0)
    half = size * 0.6
    return QPolygonF(
        [
            QPointF(x - dx * tip, y - dy * tip),
            QPointF(x - dx * base + dy * half, y - dy * base + dx * half),
            QPointF(x - dx * base - dy * half, y - dy * base - dx * half),
        ]
    )
