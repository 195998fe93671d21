"""What is drawn in the plot of a pass: each side's gradient by layer, computed and still to come, with theory and zones."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from pyqtgraph.functions import arrayToQPolygonF
from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QPainter, QPixmap, QPolygonF

from engine.simulations.gradients_pass_scene import DecadePicture, Heights
from gui.panels.gradients.look import Crowd, along, line_path
from gui.theme import Theme
from gui.widgets.geometry import Mapping
from gui.widgets.layers import Layered
from gui.widgets.themed import Face, draw_text
from gui.widgets.verdict_card import wrapped

Values = NDArray[np.float64]
LINE = 15.0  # pitch of the lines in a zone
ZONE_TEXT = 250.0  # width of its text
ZONE_PLACES = (0.0, 0.1, 0.2, 0.35, 0.5, 0.65, 0.8, 0.9, 1.0)  # heights in a zone that are tried for it
FADED = 0.45
BAND = 0.2
# Where the words beside the cursor may stand, in shares of the height.
HEIGHTS = (0.34, 0.5, 0.2, 0.66, 0.08, 0.8)


@dataclass(frozen=True, slots=True)
class Cursor:
    """Where a side's pass is: the layer at hand (0: none), and whether its gradient is known."""

    layer: int = 0
    back: bool = False


class PassItem(Layered):
    """All that is drawn in the box. What does not change in play is painted once; a step only moves where it is cut."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._picture: DecadePicture | None = None
        self._zones = ("", "")
        self._words = ""
        self._cursors: tuple[Cursor, ...] = ()
        self._ground = QPixmap()
        self._layers: list[tuple[QPixmap, QPixmap]] = []
        self._crowd: Crowd | None = None
        self._measure()

    def _measure(self) -> None:
        self._small, self._note = Face(self.theme.font(11)), Face(self.theme.font(12))

    def set_theme(self, theme: Theme) -> None:
        """Take colours and fonts from `theme`."""
        super().set_theme(theme)
        self._measure()

    def show_picture(self, picture: DecadePicture, zones: tuple[str, str]) -> None:
        """Other curves; `zones` says what it means to lie in the upper and in the lower zone, empty for no zones."""
        self._picture, self._zones, self._crowd = picture, zones, None
        self._cursors = tuple(Cursor() for _ in picture.curves)
        self.forget()

    def show_cursors(self, cursors: tuple[Cursor, ...], words: str) -> None:
        """Where either pass is; `words` stand beside it."""
        if (cursors, words) != (self._cursors, self._words):
            self._cursors, self._words = cursors, words
            self.update()

    # -- painting -----------------------------------------------------------------------------------------------------

    def restart(self, mapping: Mapping, ratio: float) -> None:
        """Paint the ground, and each side's curve twice: as computed, and as still to come."""
        picture = self._picture
        self._crowd, self._layers = None, []
        if picture is None:
            return
        self._ground = self.new_layer(mapping, ratio)
        self._on(self._ground, lambda painter: self._paint_ground(painter, mapping, picture))
        for side, curve in enumerate(picture.curves):
            pair = (self.new_layer(mapping, ratio), self.new_layer(mapping, ratio))
            for known, layer in enumerate(pair):
                self._on(layer, lambda p, s=side, c=curve, k=bool(known): self._paint_side(p, mapping, s, c, k))  # type: ignore[misc]
            self._layers.append(pair)

    def _on(self, layer: QPixmap, paint: Callable[[QPainter], None]) -> None:
        painter = QPainter(layer)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint(painter)
        painter.end()

    def draw_layers(self, painter: QPainter, mapping: Mapping) -> None:
        """Blit each curve, known on one side of the layer at hand."""
        if self._picture is None:
            return
        painter.drawPixmap(0, 0, self._ground)

        def side(index: int, known: bool, area: QRectF) -> None:
            painter.setClipRect(area)
            painter.drawPixmap(0, 0, self._layers[index][known])

        self._draw(painter, mapping, self._picture, side)

    def draw_vectors(self, painter: QPainter, mapping: Mapping) -> None:
        """Paint everything."""
        picture = self._picture
        if picture is None:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, mapping, picture)

        def side(index: int, known: bool, area: QRectF) -> None:
            painter.setClipRect(area)
            self._paint_side(painter, mapping, index, picture.curves[index], known)

        self._draw(painter, mapping, picture, side)

    def _draw(
        self, painter: QPainter, mapping: Mapping, picture: DecadePicture, side: Callable[[int, bool, QRectF], None]
    ) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_cursors(painter, mapping)
        painter.save()
        for index, cursor in enumerate(self._cursors):
            edge = self._x(mapping, cursor.layer) if cursor.back else mapping.width
            side(index, False, QRectF(-1, 0, edge + 1, mapping.height))
            if cursor.back:
                side(index, True, QRectF(edge, 0, mapping.width - edge, mapping.height))
        painter.restore()
        for index, cursor in enumerate(self._cursors):
            if cursor.back:
                height = picture.curves[index].measured[cursor.layer - 1]
                point = QPointF(self._x(mapping, cursor.layer), (mapping.y1 - height) * mapping.per_y)
                painter.setPen(self.theme.pen("paper", 1.2))
                painter.setBrush(self.theme.brush(index))
                painter.drawEllipse(point, 5.5, 5.5)
        self._paint_words(painter, mapping, picture)

    @staticmethod
    def _x(mapping: Mapping, layer: int) -> float:
        return (layer - mapping.x0) * mapping.per_x

    # -- the ground ---------------------------------------------------------------------------------------------------

    def _paint_ground(self, painter: QPainter, mapping: Mapping, picture: DecadePicture) -> None:
        """Zones with their words, and the rows of what has no place on the axis."""
        if any(self._zones):
            for (top, bottom), text, upper in zip(
                zone_areas(mapping, picture), self._zones, (True, False), strict=True
            ):
                if bottom > top:
                    painter.fillRect(QRectF(0, top, mapping.width, bottom - top), self.theme.brush("shade"))
                    self._paint_zone(painter, mapping, (top, bottom), text, upper)
        painter.setPen(self.theme.pen("quiet", 1.0, "dot"))
        for height, _ in picture.rows:
            y = (mapping.y1 - height) * mapping.per_y
            painter.drawLine(QPointF(0, y), QPointF(mapping.width, y))

    def _paint_zone(
        self, painter: QPainter, mapping: Mapping, edges: tuple[float, float], text: str, upper: bool
    ) -> None:
        """The zone's words where no curve crosses them, best in a corner; left out where the zone is too low for them."""
        pitch = LINE * self.theme.text_scale
        tries = [wrapped(self._small, text, room) for room in (ZONE_TEXT * self.theme.text_scale, mapping.width - 20)]
        lines = next((lines for lines in tries if pitch * len(lines) + 6 <= edges[1] - edges[0]), None)
        if lines is None:
            return
        size = QSizeF(max(map(self._small.width, lines)), pitch * len(lines))
        area = self._zone_area(mapping, edges, size, upper)
        painter.setPen(self.theme.color("accent"))
        for i, line in enumerate(lines):
            draw_text(painter, self._small, line, area.left(), QRectF(0, area.top() + i * pitch, 0, pitch))

    def _zone_area(self, mapping: Mapping, edges: tuple[float, float], size: QSizeF, upper: bool) -> QRectF:
        """The first place that covers fewest points of the curves: from the outer edge inwards, either corner."""
        lefts = [10.0, mapping.width - size.width() - 10]
        room = edges[1] - edges[0] - size.height() - 8
        tops = [edges[0] + 4 + share * room for share in ZONE_PLACES]
        if not upper:
            lefts, tops = lefts[::-1], tops[::-1]
        crowd = self._crowd_of(mapping)
        areas = [QRectF(QPointF(left, top), size) for top in tops for left in lefts]
        return min(areas, key=lambda area: crowd.count(area.adjusted(-4, -1, 4, 1)))

    def _crowd_of(self, mapping: Mapping) -> Crowd:
        """Where the curves are."""
        assert self._picture is not None
        if self._crowd is None:
            lines = [
                along(pixels(mapping, part))
                for curve in self._picture.curves
                for part in (curve.measured, curve.theory)
                if part is not None
            ]
            self._crowd = Crowd(np.concatenate(lines), QSizeF(mapping.width, mapping.height))
        return self._crowd

    # -- the curves ---------------------------------------------------------------------------------------------------

    def _paint_side(self, painter: QPainter, mapping: Mapping, side: int, curve: Heights, known: bool) -> None:
        """Band, median, line with its marks, theory over them."""
        points = pixels(mapping, curve.measured)
        if curve.band is not None:
            self._paint_band(painter, mapping, side, curve.band, known)
        if curve.median is not None:
            painter.setPen(self.theme.pen(side, 1.4, "dot", 1.0 if known else FADED))
            painter.drawPath(line_path(pixels(mapping, curve.median)))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(self.theme.pen(side, 2.6) if known else self.theme.pen(side, 1.4, None, FADED))
        drawn = points.copy()
        drawn[curve.rows] = np.nan  # what has no place on the axis is not joined to what has
        painter.drawPath(line_path(drawn))
        if curve.theory is not None:
            painter.setPen(self.theme.pen("ink", 1.2, "dash", 1.0 if known else 0.75))
            painter.drawPath(line_path(pixels(mapping, curve.theory)))
        self._paint_marks(painter, mapping, side, points, known)

    def _paint_band(
        self, painter: QPainter, mapping: Mapping, side: int, band: tuple[Values, Values], known: bool
    ) -> None:
        low, high = (pixels(mapping, edge) for edge in band)
        seen = np.isfinite(low).all(axis=1) & np.isfinite(high).all(axis=1)
        outline = np.concatenate([high[seen], low[seen][::-1]])
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.theme.brush(side, BAND if known else 0.5 * BAND))
        painter.drawPolygon(arrayToQPolygonF(outline[:, 0], outline[:, 1]))

    def _paint_marks(self, painter: QPainter, mapping: Mapping, side: int, points: Values, known: bool) -> None:
        """Discs for what is computed, rings for what is to come; of B squares, so that no colour is needed."""
        size = min(7.5, max(2.4, 0.7 * mapping.per_x))
        painter.setPen(self.theme.pen("paper", 0.8) if known and size > 4 else self.theme.pen(side, 1.3))
        painter.setBrush(self.theme.brush(side if known else "paper"))
        for x, y in points:
            if side:
                painter.drawRect(QRectF(x - 0.44 * size, y - 0.44 * size, 0.88 * size, 0.88 * size))
            else:
                painter.drawEllipse(QPointF(x, y), 0.5 * size, 0.5 * size)

    # -- the cursor ---------------------------------------------------------------------------------------------------

    def _paint_cursors(self, painter: QPainter, mapping: Mapping) -> None:
        """A line at the layer at hand; where the sides are at different layers, one in each colour."""
        layers = [cursor.layer for cursor in self._cursors]
        together = len(set(layers)) == 1
        for index, layer in enumerate(layers[:1] if together else layers):
            if layer:
                painter.setPen(self.theme.pen("ink" if together else index, 1.2, "dash"))
                x = self._x(mapping, layer)
                painter.drawLine(QPointF(x, 0), QPointF(x, mapping.height))

    def _paint_words(self, painter: QPainter, mapping: Mapping, picture: DecadePicture) -> None:
        """Which way the pass goes, beside the cursor where no curve is."""
        layers = {cursor.layer for cursor in self._cursors}
        if not self._words or len(layers) != 1 or layers == {0}:
            return
        back = self._cursors[0].back
        x = self._x(mapping, next(iter(layers)))
        width = self._note.width(self._words)
        # The arrow points to the line, from the side where the words have room.
        right = x + width + 24 < mapping.width
        area = self._free(mapping, picture, x + 7 if right else x - width - 23, width + 16)
        middle, sense = area.center().y(), -1 if back else 1
        tip = (area.left() if right else area.right() - 8) + (0 if sense < 0 else 8)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.theme.brush("ink"))
        back_x = tip - 8 * sense
        painter.drawPolygon(QPolygonF([QPointF(tip, middle), QPointF(back_x, middle - 4), QPointF(back_x, middle + 4)]))
        painter.setPen(self.theme.color("ink"))
        draw_text(painter, self._note, self._words, area.left() + (13 if right else 0), area)

    def _free(self, mapping: Mapping, picture: DecadePicture, left: float, width: float) -> QRectF:
        """A band of one line at one of `HEIGHTS` that covers least."""
        crowd = self._crowd_of(mapping)
        height = 18 * self.theme.text_scale
        areas = [QRectF(left, share * (mapping.height - height), width, height) for share in HEIGHTS]
        zones = zone_areas(mapping, picture) if any(self._zones) else []
        costs = [
            10 * crowd.count(area.adjusted(-2, -2, 2, 2))
            + 5 * sum(area.top() < bottom and area.bottom() > top for top, bottom in zones if bottom > top)
            + place
            for place, area in enumerate(areas)
        ]
        return areas[int(np.argmin(costs))]


def pixels(mapping: Mapping, heights: Values) -> Values:
    """A curve's points (depth, 2)."""
    return mapping.pixels(np.column_stack([np.arange(1.0, len(heights) + 1), heights]))


def zone_areas(mapping: Mapping, picture: DecadePicture) -> Sequence[tuple[float, float]]:
    """Top and bottom of the upper and of the lower zone; top = bottom where one is out of sight.

    Rows of what has no place on the axis belong to no zone, but that of 0, which is as small as can be.
    """
    tops = [height for height, text in picture.rows if text != "0"]
    ceiling = (mapping.y1 - min(tops)) * mapping.per_y + 8 if tops else 0.0
    large = min(max((mapping.y1 - picture.large) * mapping.per_y, 0.0), mapping.height)
    small = min(max((mapping.y1 - picture.small) * mapping.per_y, 0.0), mapping.height)
    return [(min(ceiling, large), large), (small, mapping.height)]
