"""What is drawn in the plot by layer: the line computed and still to come, the theory, the layer at hand."""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QPainter, QPixmap, QPolygonF

from engine.simulations.gradients_chain import ChainFrame
from engine.simulations.gradients_scene import ChainScene
from gui.panels.gradients.look import Crowd, Note, along, sentences
from gui.theme import Theme
from gui.widgets.geometry import Mapping
from gui.widgets.layers import Layered
from gui.widgets.themed import Face, draw_text

# Where the label may stand: at the right of the layer at hand or not, and how far its top is below.
SIDES = ((True, 10), (True, -30), (False, -30), (False, 10), (True, -62), (True, 42))


class LineItem(Layered):
    """All that is drawn in the box, painted at once: cheap enough for every frame, and nothing is made in play."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._scene: ChainScene | None = None
        self._frame: ChainFrame | None = None
        self._series = 0
        self._beside: tuple[ChainScene, int] | None = None
        self._label = ("", "")
        self._remark = ""
        self._note = Note(230)
        self._places: tuple[Mapping | None, NDArray[np.float64]] = (None, np.empty((0, 2)))
        self._layers = (QPixmap(), QPixmap())
        self._crowd: Crowd | None = None
        self._measure()

    def _measure(self) -> None:
        self._strong, self._quiet = Face(self.theme.mono(12, bold=True)), Face(self.theme.font(12))

    def set_theme(self, theme: Theme) -> None:
        """Take colours and fonts from `theme`."""
        super().set_theme(theme)
        self._measure()

    def show_chain(self, scene: ChainScene, series: int, beside: tuple[ChainScene, int] | None = None) -> None:
        """Show another chain, in the colour of a series; `beside`, another one to compare it with."""
        self._scene, self._frame, self._series, self._beside = scene, None, series, beside
        self._places = (None, self._places[1])
        self._remark = sentences(scene.line.remark)[1]
        self.forget()

    def retranslate(self) -> None:
        """Say the remark again."""
        if self._scene is not None:
            self._remark = sentences(self._scene.line.remark)[1]
            self.update()

    def show_step(self, frame: ChainFrame, value: str, words: str) -> None:
        """Show how far the way back has come; `value` in bold and `words` stand beside the layer at hand."""
        self._frame, self._label = frame, (value, words)
        self.update()

    # -- painting -----------------------------------------------------------------------------------------------------

    def restart(self, mapping: Mapping, ratio: float) -> None:
        """Paint the line twice: as computed, and as still to come."""
        self._layers = (self.new_layer(mapping, ratio), self.new_layer(mapping, ratio))
        for known, layer in enumerate(self._layers):
            painter = QPainter(layer)
            self._paint_line(painter, mapping, bool(known))
            painter.end()

    def draw_layers(self, painter: QPainter, mapping: Mapping) -> None:
        """Blit each on its side of the layer at hand."""

        def blit(known: bool, area: QRectF) -> None:
            painter.setClipRect(area)
            painter.drawPixmap(0, 0, self._layers[known])

        self._draw(painter, mapping, blit)

    def draw_vectors(self, painter: QPainter, mapping: Mapping) -> None:
        """Paint each on its side of the layer at hand."""

        def draw(known: bool, area: QRectF) -> None:
            painter.setClipRect(area)
            self._paint_line(painter, mapping, known)

        self._draw(painter, mapping, draw)

    def _draw(self, painter: QPainter, mapping: Mapping, line: Callable[[bool, QRectF], None]) -> None:
        if self._scene is None or self._frame is None:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        places, frame = self._pixels(mapping), self._frame
        self._lay_note(mapping, places)
        back = frame.phase == "backward"
        x = float(places[frame.layer - 1, 0]) if frame.layer else 0.0
        edge = x if back else mapping.width
        self._paint_ground(painter, mapping, x)
        painter.save()
        line(False, QRectF(-1, 0, edge + 1, mapping.height))
        line(True, QRectF(edge, 0, mapping.width - edge, mapping.height))
        painter.restore()
        painter.setPen(self.theme.color("quiet"))
        self._note.paint(painter, self._quiet)
        if back:
            self._paint_hand(painter, mapping, QPointF(*places[frame.layer - 1]), frame.layer - 1)
        elif frame.forward == self._scene.chain.layers:
            self._paint_mark(painter, QPointF(*places[-1]), mapping, len(places) - 1, known=True)

    def _paint_line(self, painter: QPainter, mapping: Mapping, known: bool) -> None:
        """All of the line with its marks, and the theory over it."""
        if self._scene is None:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        points = [QPointF(x, y) for x, y in self._pixels(mapping)]
        self._paint_rows(painter, mapping)
        self._paint_beside(painter, mapping)
        painter.setPen(self.theme.pen(self._series, 3.0) if known else self.theme.pen(self._series, 1.4, None, 0.45))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPolyline(QPolygonF(points))
        self._paint_theory(painter, mapping, points)
        for place, point in enumerate(points):
            self._paint_mark(painter, point, mapping, place, known)

    def _paint_beside(self, painter: QPainter, mapping: Mapping) -> None:
        """The other chain, thin, without marks: nothing of it is being stepped through."""
        if self._beside is None:
            return
        scene, series = self._beside
        heights = scene.line.heights
        painter.setPen(self.theme.pen(series, 1.6, "dot"))
        points = mapping.pixels(np.column_stack([np.arange(1.0, len(heights) + 1), heights]))
        painter.drawPolyline(QPolygonF([QPointF(x, y) for x, y in points]))

    def _paint_mark(self, painter: QPainter, point: QPointF, mapping: Mapping, place: int, known: bool) -> None:
        """A disc for what is computed, a ring for what is to come; a square on its tip where the gradient is negative."""
        assert self._scene is not None
        size = min(8.0, max(3.0, 0.75 * mapping.per_x))
        painter.setPen(self.theme.pen("paper", 1.0) if known else self.theme.pen(self._series, 1.5))
        painter.setBrush(self.theme.brush(self._series if known else "paper"))
        _mark(painter, point, (size + known) / 2, bool(self._scene.chain.gradients[place] < 0))

    def _pixels(self, mapping: Mapping) -> NDArray[np.float64]:
        """Where the gradients stand, kept until chain or picture change."""
        if self._places[0] != mapping:
            assert self._scene is not None
            heights = self._scene.line.heights
            self._crowd = None
            self._places = (mapping, mapping.pixels(np.column_stack([np.arange(1.0, len(heights) + 1), heights])))
        return self._places[1]

    def _paint_ground(self, painter: QPainter, mapping: Mapping, x: float) -> None:
        """The part that the way back has passed, tinted; the line that leads up to the layer at hand."""
        assert self._frame is not None
        if self._frame.phase == "backward":
            painter.fillRect(QRectF(x, 0, mapping.width - x, mapping.height), self.theme.brush("tint"))
        if self._frame.layer:
            painter.setPen(self.theme.pen("accent", 1.2, "dash"))
            note = self._note.area.adjusted(-5, -2, 5, 2)  # the line makes way for the words
            behind = note.left() < x < note.right()
            painter.drawLine(QPointF(x, 0), QPointF(x, note.top() if behind else mapping.height))
            if behind:
                painter.drawLine(QPointF(x, note.bottom()), QPointF(x, mapping.height))

    def _paint_rows(self, painter: QPainter, mapping: Mapping) -> None:
        assert self._scene is not None
        painter.setPen(self.theme.pen("quiet", 1.0, "dot"))
        for height, _ in self._scene.line.rows:
            y = (mapping.y1 - height) * mapping.per_y
            painter.drawLine(QPointF(0, y), QPointF(mapping.width, y))

    def _paint_theory(self, painter: QPainter, mapping: Mapping, points: list[QPointF]) -> None:
        assert self._scene is not None
        theory = self._scene.line.theory
        if theory is not None:
            painter.setPen(self.theme.pen("ink", 1.3, "dash"))
            heights = (mapping.y1 - theory[[0, -1]]) * mapping.per_y
            painter.drawLine(QPointF(points[0].x(), heights[0]), QPointF(points[-1].x(), heights[1]))

    def _paint_hand(self, painter: QPainter, mapping: Mapping, point: QPointF, place: int) -> None:
        assert self._scene is not None
        painter.setPen(self.theme.pen("accent", 2.2))
        painter.setBrush(self.theme.brush("paper"))
        painter.drawEllipse(point, 9, 9)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.theme.brush(self._series))
        _mark(painter, point, 5.0, bool(self._scene.chain.gradients[place] < 0))
        value, words = self._label
        area = self._label_area(mapping, point, self._strong.width(value) + 12 + self._quiet.width(words))
        painter.setPen(self.theme.color("ink"))
        draw_text(painter, self._strong, value, area.left(), area)
        painter.setPen(self.theme.color("quiet"))
        draw_text(painter, self._quiet, words, area.left() + self._strong.width(value) + 12, area)

    def _label_area(self, mapping: Mapping, point: QPointF, width: float) -> QRectF:
        """Beside the layer at hand, where it covers least of the line: below it at the right, if that is free.

        At the edge of a low picture that is level with the layer: no place reaches over the upper or lower edge.
        """
        assert self._crowd is not None
        best, least = QRectF(), math.inf
        for order, (right, shift) in enumerate(SIDES):
            left = point.x() + 17 if right else point.x() - 17 - width
            top = min(max(point.y() + shift, 0.0), mapping.height - 20)
            area = QRectF(left, top, width, 20)
            inside = QRectF(2, 0, mapping.width - 4, mapping.height).contains(area)
            cost = order + 3 * self._crowd.count(area.adjusted(-3, 0, 3, 0)) + (0 if inside else 500)
            cost += 100 if area.intersects(self._note.area) else 0
            if cost < least:
                best, least = area, cost
        best.moveLeft(min(max(best.left(), 2.0), mapping.width - width - 2))
        return best

    def _lay_note(self, mapping: Mapping, places: NDArray[np.float64]) -> None:
        """Find the remark its place, once for each chain and size."""
        assert self._scene is not None
        heights, theory = self._scene.line.heights, self._scene.line.theory
        if self._crowd is None:
            lines = [along(places)]
            if theory is not None:
                lines.append(along(mapping.pixels(np.array([[1.0, theory[0]], [float(len(theory)), theory[-1]]]))))
            self._crowd = Crowd(np.concatenate(lines), QSizeF(mapping.width, mapping.height))
        wish = (0.03, 0.06) if heights[0] <= heights[-1] else (0.03, 0.95)
        self._note.lay(self._remark, self._quiet, self._crowd, (), wish)


def _mark(painter: QPainter, point: QPointF, radius: float, negative: bool) -> None:
    if negative:
        r = 1.25 * radius
        x, y = point.x(), point.y()
        painter.drawPolygon(QPolygonF([QPointF(x - r, y), QPointF(x, y - r), QPointF(x + r, y), QPointF(x, y + r)]))
    else:
        painter.drawEllipse(point, radius, radius)
