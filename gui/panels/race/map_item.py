"""The map as it is painted: rates as colours, hatched where runs diverge, and the lines and words on it."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QImage, QPainter, QPen, QPixmap, QPolygonF

from engine.simulations.race_map import MapScene
from gui.panels.race.map_colours import RateScale, map_image
from gui.panels.race.map_lines import Line, border_lines, level_lines
from gui.panels.race.swarm_colours import paint_hatch
from gui.theme import Theme
from gui.widgets.geometry import Array, Mapping
from gui.widgets.layers import Layered

# Words on the map keep so far from its edges, and from one another.
EDGE, APART = 6.0, 4.0
# What the hatch means is written only on a place that is hatched for the greater part.
MOSTLY = 0.8
# Half the side of the square that is kept clear for the cross.
CLEAR = 13.0


class RateItem(Layered):
    """Everything but the cross. What it says is set from outside, in the reader's language."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self.scene_shown: MapScene | None = None
        self.scale: RateScale | None = None
        self.diverges = ""
        self.best = ""
        self._image = QImage()
        self._levels: list[Line] = []
        self._limits: list[Line] = []
        self._rings: list[Line] = []
        self._best_place = (0.0, 0.0)
        self._layer: QPixmap | None = None
        self._taken: list[QRectF] = []
        self._clear = (0.5, 0.5)
        self._mapping: Mapping | None = None

    def show_map(self, scene: MapScene, scale: RateScale, best: tuple[float, float], words: tuple[str, str]) -> None:
        """Another map, or the same in another language or scale; where its best setting is; what is said of it."""
        before = self.scene_shown
        same = before is not None and before.rates is scene.rates and self.scale == scale
        if same and (self.diverges, self.best) == words and self._best_place == best:
            self.scene_shown = scene
            return
        self.scene_shown, self.scale, self._best_place = scene, scale, best
        self.diverges, self.best = words
        self._levels = level_lines(scene, scale)
        self._limits, self._rings = border_lines(scene)
        self._image = map_image(self.theme, scene, scale)
        self.forget()

    def keep_clear(self, place: tuple[float, float]) -> None:
        """Where the cross stands: words there move aside."""
        self._clear = place
        if self._mapping is not None:
            area = self._clear_area(self._mapping)
            if any(area.intersects(word) for word in self.words):
                self.forget()

    @property
    def words(self) -> list[QRectF]:
        """Where something is written, in pixels of the box."""
        return self._taken[1:]

    def _clear_area(self, mapping: Mapping) -> QRectF:
        x, y = mapping.point(*(min(max(part, 0.0), 1.0) for part in self._clear))
        return QRectF(x - CLEAR, y - CLEAR, 2 * CLEAR, 2 * CLEAR)

    def set_theme(self, theme: Theme) -> None:
        """Take colours from `theme`."""
        super().set_theme(theme)
        if self.scene_shown is not None and self.scale is not None:
            self._image = map_image(theme, self.scene_shown, self.scale)

    # -- painting -------------------------------------------------------------------------------------------------------

    def restart(self, mapping: Mapping, ratio: float) -> None:
        """Paint it once; from then on it is blitted."""
        self._layer = self.new_layer(mapping, ratio, self.theme.color("paper"))
        painter = QPainter(self._layer)
        self.draw_vectors(painter, mapping)
        painter.end()

    def draw_layers(self, painter: QPainter, mapping: Mapping) -> None:
        """Blit it."""
        if self._layer is not None:
            painter.drawPixmap(QPointF(0, 0), self._layer)

    def draw_vectors(self, painter: QPainter, mapping: Mapping) -> None:
        """Colours, lines, words."""
        scene = self.scene_shown
        if scene is None:
            return
        box = QRectF(0, 0, mapping.width, mapping.height)
        self._taken, self._mapping = [], mapping
        self._taken.append(self._clear_area(mapping))
        if scene.rates.diverged.any():
            paint_hatch(painter, self.theme, box)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, scene.exact)
        painter.drawImage(box, self._image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw_levels(painter, mapping)
        self._draw_rings(painter, mapping)
        self._draw_limits(painter, mapping)
        self._draw_best(painter, mapping)
        self._draw_diverges(painter, mapping)
        for line in self._rings:
            self._name(painter, mapping, line, (0.3, 0.24, 0.36, 0.18, 0.42, 0.5), self.theme.serif(14))
        for line in self._levels:
            if line.text:
                self._name(painter, mapping, line, (0.35, 0.5, 0.25, 0.65, 0.8, 0.15), self.theme.font(11))

    def _draw_levels(self, painter: QPainter, mapping: Mapping) -> None:
        pen = QPen(self.theme.color("ink", 0.55), 1.0)
        if self.scene_shown is not None and self.scene_shown.exact:
            pen.setDashPattern([5.0, 3.0])
        painter.setPen(pen)
        for line in self._levels:
            painter.drawPolyline(_polygon(mapping, line.points))

    def _draw_rings(self, painter: QPainter, mapping: Mapping) -> None:
        """Dotted, with a rim, so that they are seen on every colour."""
        for name, width in (("halo", 3.4), ("ink", 1.6)):
            pen = QPen(self.theme.color(name, 0.75 if name == "halo" else 1.0), width)
            if name == "ink":
                pen.setDashPattern([1.2, 1.8])
            painter.setPen(pen)
            for line in self._rings:
                painter.drawPolyline(_polygon(mapping, line.points))

    def _draw_limits(self, painter: QPainter, mapping: Mapping) -> None:
        for name, width in (("halo", 4.0), ("ink", 2.0)):
            pen = QPen(self.theme.color(name), width)
            if name == "ink":
                pen.setDashPattern([4.0, 2.5])
            painter.setPen(pen)
            for line in self._limits:
                painter.drawPolyline(_polygon(mapping, line.points))

    def _draw_best(self, painter: QPainter, mapping: Mapping) -> None:
        x, y = mapping.point(*self._best_place)
        if not self.best or not QRectF(0, 0, mapping.width, mapping.height).contains(x, y):
            return
        painter.setPen(QPen(self.theme.color("halo"), 4.0))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(QPointF(x, y), 6.5, 6.5)
        painter.setPen(QPen(self.theme.color("ink"), 2.0))
        painter.drawEllipse(QPointF(x, y), 6.5, 6.5)
        self._taken.append(QRectF(x - 9, y - 9, 18, 18))
        self._place_words(painter, mapping, self.best, (x, y))

    def _draw_diverges(self, painter: QPainter, mapping: Mapping) -> None:
        """Written where the largest part of the hatch is."""
        scene = self.scene_shown
        if scene is None or not self.diverges or not scene.rates.diverged.any():
            return
        rows, columns = np.nonzero(scene.rates.diverged)
        high, wide = scene.rates.diverged.shape
        middle = ((float(np.median(columns)) + 0.5) / wide, (float(np.median(rows)) + 0.5) / high)
        x, y = mapping.point(*middle)
        size = text_size(self.theme, self.diverges)
        spot = QRectF(x - size[0] / 2, y - size[1] / 2, *size)
        for shift in (0.0, 1.5, -1.5, 3.0, -3.0):
            area = _within(spot.translated(0, shift * size[1]), mapping)
            if not self._overlaps(area) and self._hatched(area, mapping) > MOSTLY:
                self._write(painter, area, self.diverges)
                return

    def _hatched(self, area: QRectF, mapping: Mapping) -> float:
        """The share of an area that is hatched."""
        assert self.scene_shown is not None
        diverged = self.scene_shown.rates.diverged[::-1]
        high, wide = diverged.shape
        rows = slice(int(area.top() / mapping.height * high), int(area.bottom() / mapping.height * high) + 1)
        columns = slice(int(area.left() / mapping.width * wide), int(area.right() / mapping.width * wide) + 1)
        part = diverged[rows, columns]
        return float(part.mean()) if part.size else 0.0

    def _place_words(self, painter: QPainter, mapping: Mapping, text: str, at: tuple[float, float]) -> None:
        """Beside a mark, where there is room."""
        width, height = text_size(self.theme, text)
        x, y = at
        for left, top in (
            (x + 14, y - height / 2), (x - 14 - width, y - height / 2), (x - width / 2, y + 14),
            (x - width / 2, y - 14 - height), (x + 14, y + 12), (x + 14, y - 12 - height),
        ):  # fmt: skip
            area = QRectF(left, top, width, height)
            if _within(area, mapping) == area and not self._overlaps(area):
                self._write(painter, area, text)
                return

    def _name(self, painter: QPainter, mapping: Mapping, line: Line, shares: Sequence[float], font: QFont) -> None:
        """On a line, at the first of some places along it where there is room."""
        points = mapping.pixels(line.points)
        inside = points[((points >= 12) & (points <= [mapping.width - 12, mapping.height - 12])).all(axis=1)]
        if not len(inside):
            return
        metrics = QFontMetricsF(font)
        width, height = metrics.horizontalAdvance(line.text) + 6, metrics.height()
        for share in shares:
            x, y = inside[int(share * (len(inside) - 1))]
            area = _within(QRectF(x - width / 2, y - height / 2, width, height), mapping)
            if not self._overlaps(area):
                painter.setFont(font)
                self._write(painter, area, line.text, plain=True)
                return

    def _overlaps(self, area: QRectF) -> bool:
        grown = area.adjusted(-APART, -APART, APART, APART)
        return any(grown.intersects(other) for other in self._taken)

    def _write(self, painter: QPainter, area: QRectF, text: str, plain: bool = False) -> None:
        if not plain:
            painter.setFont(self.theme.font(12))
        self._taken.append(area)
        write_on(painter, self.theme, area, text)


def text_size(theme: Theme, text: str) -> tuple[float, float]:
    """Width and height of one or more lines."""
    metrics, lines = QFontMetricsF(theme.font(12)), text.splitlines() or [""]
    return max(metrics.horizontalAdvance(line) for line in lines) + 8, metrics.height() * len(lines) + 2


def write_on(painter: QPainter, theme: Theme, area: QRectF, text: str, ground_alpha: float = 0.78) -> None:
    """Words on a ground that lets the map show through a little."""
    painter.setPen(Qt.PenStyle.NoPen)
    ground = QColor(theme.color("paper"))
    ground.setAlphaF(ground_alpha)
    painter.setBrush(ground)
    painter.drawRoundedRect(area, 3, 3)
    painter.setPen(theme.color("ink"))
    painter.drawText(area, Qt.AlignmentFlag.AlignCenter, text)


def _within(area: QRectF, mapping: Mapping) -> QRectF:
    """Moved so that it does not stand out of the map."""
    left = min(max(area.left(), EDGE), mapping.width - EDGE - area.width())
    top = min(max(area.top(), EDGE), mapping.height - EDGE - area.height())
    return QRectF(left, top, area.width(), area.height())


def _polygon(mapping: Mapping, points: Array) -> QPolygonF:
    return QPolygonF([QPointF(x, y) for x, y in mapping.pixels(points).tolist()])
