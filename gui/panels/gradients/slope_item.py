"""What is drawn in a picture of f': the curve, a mark for each layer, the box or the layers' names."""

from __future__ import annotations

import math

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPixmap

from engine.simulations.gradients_chain import ChainFrame
from engine.simulations.gradients_scene import ChainScene, SlopePicture
from gui.panels.gradients.look import Crowd, Note, along, line_path, sentences
from gui.theme import Theme
from gui.widgets.geometry import Mapping
from gui.widgets.layers import Layered
from gui.widgets.themed import Face, draw_text

NEAR = 26.0  # pixels: layers nearer to one another than this share a label
MOST_LABELS = 4
FAR = 1e5  # pixels: beyond the picture, where a painter still counts


class SlopeItem(Layered):
    """The curve of f', a mark for each layer, the largest slope dotted; on the enlarged one also names of layers."""

    def __init__(self, theme: Theme, enlarged: bool) -> None:
        super().__init__(theme)
        self._enlarged = enlarged
        self._scene: ChainScene | None = None
        self._picture: SlopePicture | None = None
        self._series = 0
        self._forward, self._layer = 0, 0
        self._never = self._layer_word = ""
        self._remark = ""
        self._note = Note(185 if enlarged else 120)
        self._crowd = Crowd(np.empty((0, 2)), QSizeF())
        self._places: tuple[Mapping, QPainterPath, list[QPointF]] | None = None
        self._face = Face(theme.font(12))
        self._size = 4.6 if enlarged else 3.0
        self._layer_size: tuple[Mapping, float] | None = None
        self._settled: QPixmap | None = None
        self._marked = 0  # layers that the settled picture marks as computed

    def set_theme(self, theme: Theme) -> None:
        """Take colours and fonts from `theme`."""
        super().set_theme(theme)
        self._face = Face(theme.font(12))

    def set_words(self, never: str, layer: str) -> None:
        """Set `never above …` and the pattern of a layer's name."""
        self._never, self._layer_word = never, layer
        self._say()

    def show_chain(self, scene: ChainScene, series: int) -> None:
        """Show another chain."""
        self._scene, self._series = scene, series
        self._picture = scene.box if self._enlarged else scene.slopes
        self._places = None
        self._say()

    def _say(self) -> None:
        self._remark = sentences(self._picture.remark)[1] if self._picture is not None else ""
        self.forget()

    def show_step(self, frame: ChainFrame) -> None:
        """Mark the layers whose z is known, and on the enlarged picture the layer at hand."""
        layer = frame.layer if self._enlarged else 0
        if (frame.forward, layer) != (self._forward, self._layer):
            self._forward, self._layer = frame.forward, layer
            self.update()

    # -- painting -----------------------------------------------------------------------------------------------------

    def restart(self, mapping: Mapping, ratio: float) -> None:
        """Begin the settled picture anew."""
        self._layer_size = (mapping, ratio)
        self._settled = None

    def draw_layers(self, painter: QPainter, mapping: Mapping) -> None:
        """Blit what is settled, bring the marks up to date, add the ring."""
        assert self._layer_size is not None
        if self._settled is None or self._forward < self._marked:
            self._settled, self._marked = self.new_layer(*self._layer_size), 0
            below = QPainter(self._settled)
            self._paint_settled(below, mapping)
            below.end()
        if self._marked < self._forward:
            below = QPainter(self._settled)
            self._paint_known(below, mapping, self._marked + 1, self._forward)
            below.end()
            self._marked = self._forward
        painter.drawPixmap(0, 0, self._settled)
        self._paint_ring(painter, mapping)

    def draw_vectors(self, painter: QPainter, mapping: Mapping) -> None:
        """Paint everything."""
        self._paint_settled(painter, mapping)
        self._paint_known(painter, mapping, 1, self._forward)
        self._paint_ring(painter, mapping)

    def _paint_settled(self, painter: QPainter, mapping: Mapping) -> None:
        """The curve and all that does not change with the step; every layer as still to come."""
        if self._scene is None or self._picture is None:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        curve, marks = self._pixels(mapping)
        top = (mapping.y1 - self._scene.steepest) * mapping.per_y
        painter.setPen(self.theme.pen("ink", 1.2, "dot"))
        if 0 <= top <= mapping.height:
            painter.drawLine(QPointF(0, top), QPointF(mapping.width, top))
        painter.setPen(self.theme.pen(self._series, 2.0))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(curve)
        taken = self._paint_box(painter, mapping)
        painter.setBrush(self.theme.brush("paper"))
        painter.setPen(self.theme.pen(self._series, 1.3))
        for mark in _apart(marks):
            painter.drawEllipse(mark, self._size, self._size)
        if self._enlarged:
            taken = self._paint_names(painter, mapping, marks)
        self._paint_notes(painter, mapping, taken, top)

    def _paint_known(self, painter: QPainter, mapping: Mapping, first: int, last: int) -> None:
        """Mark the layers `first` to `last` as computed."""
        if self._scene is None or self._picture is None:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(self.theme.brush(self._series))
        painter.setPen(self.theme.pen("paper", 1.2))
        for mark in _apart(self._pixels(mapping)[1][first - 1 : last]):
            painter.drawEllipse(mark, self._size + 0.4, self._size + 0.4)

    def _paint_ring(self, painter: QPainter, mapping: Mapping) -> None:
        if self._scene is not None and self._layer:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(self.theme.pen("accent", 2.2))
            painter.drawEllipse(self._pixels(mapping)[1][self._layer - 1], 9.5, 9.5)

    def _pixels(self, mapping: Mapping) -> tuple[QPainterPath, list[QPointF]]:
        """The curve and the layers' marks in pixels; kept until chain or picture change."""
        assert self._scene is not None and self._picture is not None
        if self._places is None or self._places[0] != mapping:
            chain = self._scene.chain
            curve = mapping.pixels(np.column_stack([self._picture.z, self._picture.slope])).clip(-FAR, FAR)
            marks = mapping.pixels(np.column_stack([chain.z, chain.slopes]))
            marks = np.where(np.isfinite(marks), marks, -FAR).clip(-FAR, FAR)
            self._crowd = Crowd(np.concatenate([along(curve), marks]), QSizeF(mapping.width, mapping.height))
            self._places = (mapping, line_path(curve), [QPointF(x, y) for x, y in marks])
        return self._places[1:]

    def _paint_box(self, painter: QPainter, mapping: Mapping) -> list[QRectF]:
        """On the whole slope: what is enlarged beside it."""
        assert self._scene is not None
        if self._enlarged or not self._scene.box_on_slopes:
            return []
        z0, z1, low, high = self._scene.box.span
        x0, y0 = (z0 - mapping.x0) * mapping.per_x, (mapping.y1 - high) * mapping.per_y
        x1, y1 = (z1 - mapping.x0) * mapping.per_x, (mapping.y1 - low) * mapping.per_y
        box = QRectF(QPointF(x0, max(y0, 1.0)), QPointF(x1, min(y1, mapping.height - 1)))
        box = box.adjusted(*([-3, 0, 3, 0] if box.width() < 12 else [0, 0, 0, 0]))
        painter.setPen(self.theme.pen("ink", 1.3))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(box)
        return [box]

    def _paint_names(self, painter: QPainter, mapping: Mapping, marks: list[QPointF]) -> list[QRectF]:
        """Names beside the first layers that stand apart from all others."""
        painter.setPen(self.theme.color("ink"))
        areas: list[QRectF] = []
        for layer, mark in enumerate(marks[: 3 * MOST_LABELS], start=1):
            apart = all(_distance(mark, other) > NEAR for other in marks if other is not mark)
            if not apart or len(areas) == MOST_LABELS:
                continue
            text = self._layer_word.format(layer=layer)
            area = self._name_area(mark, self._face.width(text), mapping)
            if any(area.intersects(other) for other in areas):
                continue
            areas.append(area)
            draw_text(painter, self._face, text, area.left(), area)
        return areas

    def _name_area(self, mark: QPointF, width: float, mapping: Mapping) -> QRectF:
        """Above or below a mark, where the name covers least of the curve."""
        places = [
            QRectF(min(max(4.0, mark.x() - share * width), mapping.width - width - 5), mark.y() + shift, width, 17)
            for shift in (-27, 9)
            for share in (0.3, 0.0, 0.75)
        ]
        inside = [area for area in places if area.top() >= 0 and area.bottom() <= mapping.height] or places
        return min(inside, key=self._crowd.count)

    def _paint_notes(self, painter: QPainter, mapping: Mapping, taken: list[QRectF], top: float) -> None:
        """The remark; on the whole slope also what f' never exceeds, below its dotted line."""
        if 0 <= top <= mapping.height:
            taken = [*taken, QRectF(0, top - 1, mapping.width, 2)]
        if not self._enlarged and 18 < top <= mapping.height:
            width = self._face.width(self._never)
            area = QRectF(7, top - 19, width, 17)
            if _meets(area, taken[:-1]):
                area.moveLeft(mapping.width - width - 7)
            if not _meets(area, taken[:-1]):
                painter.setPen(self.theme.color("ink"))
                draw_text(painter, self._face, self._never, area.left(), area)
                taken = [*taken, area]
        wish = (0.06, 0.85) if self._enlarged else (1.0, 0.25)
        self._note.lay(self._remark, self._face, self._crowd, taken, wish)
        painter.setPen(self.theme.color("ink" if self._enlarged else "quiet"))
        self._note.paint(painter, self._face)


def _apart(marks: list[QPointF]) -> list[QPointF]:
    """Marks without those that lie on the one before: a chain that has settled puts them all on one place."""
    kept = marks[:1]
    for mark in marks[1:]:
        if abs(mark.x() - kept[-1].x()) + abs(mark.y() - kept[-1].y()) > 0.3:
            kept.append(mark)
    return kept


def _distance(a: QPointF, b: QPointF) -> float:
    return math.hypot(a.x() - b.x(), a.y() - b.y())


def _meets(area: QRectF, others: list[QRectF]) -> bool:
    return any(area.adjusted(0, 0, 3, 0).intersects(other) for other in others)
