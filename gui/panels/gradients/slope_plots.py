"""Where on f' each layer works: the whole slope with a box on it, and the box enlarged with the factor at its right."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import QPainter, QPixmap, QPolygonF, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from engine.simulations.gradients_chain import ChainFrame
from engine.simulations.gradients_scene import ChainScene, SlopePicture
from gui.panels.gradients.look import Crowd, Note, along, sentences
from gui.theme import Theme
from gui.widgets.geometry import Mapping
from gui.widgets.layers import Layered
from gui.widgets.painting import tint
from gui.widgets.plot import Plot, readable_spacing
from gui.widgets.themed import Face, draw_text

LEFT, RIGHT, FACTOR_AXIS = 42, 8, 56
NEAR = 26.0  # pixels: layers nearer to one another than this share a label
MOST_LABELS = 4


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
        self._places: tuple[Mapping | None, list[QPointF]] = (None, [])
        self._face = Face(theme.font(12))
        self._size = 4.6 if enlarged else 3.0
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
        self._places = (None, [])
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
        painter.drawPolyline(QPolygonF(curve))
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

    def _pixels(self, mapping: Mapping) -> tuple[list[QPointF], list[QPointF]]:
        """The curve and the layers' marks in pixels; kept until chain or picture change."""
        assert self._scene is not None and self._picture is not None
        if self._places[0] != mapping:
            chain = self._scene.chain
            curve = mapping.pixels(np.column_stack([self._picture.z, self._picture.slope]))
            marks = np.clip(mapping.pixels(np.column_stack([chain.z, chain.slopes])), -1e5, 1e5)
            both = np.clip(np.concatenate([curve, marks]), -1e5, 1e5)
            self._crowd = Crowd(np.concatenate([along(curve), marks]), QSizeF(mapping.width, mapping.height))
            self._places = (mapping, [QPointF(x, y) if x == x and y == y else QPointF() for x, y in both])
        count = len(self._picture.z)
        return self._places[1][:count], self._places[1][count:]

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
            if any(area.adjusted(0, 0, 3, 0).intersects(other) for other in taken[:-1]):
                area.moveLeft(mapping.width - width - 7)
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


class SlopePlots(QWidget):
    """Both pictures beside each other, with their titles."""

    layer_clicked = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self._scene: ChainScene | None = None
        self.plots = (Plot(theme), Plot(theme))
        self.items = (SlopeItem(theme, enlarged=False), SlopeItem(theme, enlarged=True))
        self._z_ticks: list[tuple[float, str]] = []
        self.titles = (QLabel(), QLabel(), QLabel())
        self._z = tuple(QLabel("z", plot) for plot in self.plots)
        for plot, item in zip(self.plots, self.items, strict=True):
            plot.addItem(item, ignoreBounds=True)
            plot.fix_left(LEFT)
            plot.getPlotItem().layout.setContentsMargins(0, 2, RIGHT, 0)
            plot.setMinimumHeight(90)
        self.plots[1].pressed.connect(self._pressed)
        right = self.plots[1].getAxis("right")
        right.setStyle(tickLength=0, tickTextOffset=6)
        right.setWidth(FACTOR_AXIS)
        self.plots[1].getPlotItem().showAxis("right")
        self.plots[1].getPlotItem().layout.setContentsMargins(0, 2, 0, 0)
        self._arrange()
        self.set_theme(theme)

    def _arrange(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 10, 0)
        grid.setHorizontalSpacing(0)
        grid.setVerticalSpacing(2)
        grid.addWidget(self.titles[0], 0, 0)
        grid.addWidget(self.titles[1], 0, 2)
        grid.addWidget(self.titles[2], 0, 3, Qt.AlignmentFlag.AlignRight)
        grid.addWidget(self.plots[0], 1, 0)
        grid.addWidget(self.plots[1], 1, 2, 1, 2)
        grid.setColumnMinimumWidth(1, 6)
        grid.setColumnStretch(0, 310)
        grid.setColumnStretch(2, 200)
        grid.setColumnStretch(3, 188)
        self.titles[2].setContentsMargins(0, 0, 8, 0)
        self.titles[1].setContentsMargins(LEFT, 0, 0, 0)

    def set_words(self, slope: str, box: str, factor: str, never: str, layer: str) -> None:
        """Set the titles, what f' never exceeds, and the pattern of a layer's name."""
        for label, text in zip(self.titles, (slope, box, factor), strict=True):
            label.setText(text)
        for item in self.items:
            item.set_words(never, layer)

    def show_chain(self, scene: ChainScene, series: int) -> None:
        """Show another chain."""
        self._scene = scene
        for plot, item, picture in zip(self.plots, self.items, (scene.slopes, scene.box), strict=True):
            plot.set_span(*picture.span)
            item.show_chain(scene, series)
        self._set_ticks()

    def show_step(self, frame: ChainFrame) -> None:
        """Show the step at hand."""
        for item in self.items:
            item.show_step(frame)

    def _set_ticks(self) -> None:
        """Readable numbers; on the whole slope also the largest slope itself, on the enlarged one the factors."""
        if self._scene is None:
            return
        whole, box = self._scene.slopes.span, self._scene.box.span
        height = max(self.plots[0].height() - 24, 30)
        ticks = _ticks(whole[2], whole[3], int(height // 30))
        steepest = self._scene.steepest
        if whole[2] < steepest < whole[3]:
            apart = 14 / height * (whole[3] - whole[2])
            ticks = [(v, text) for v, text in ticks if abs(v - steepest) > apart]
            ticks.append((steepest, f"{steepest:.4g}"))
        self.plots[0].set_ticks("left", ticks)
        self.plots[0].set_ticks("bottom", _ticks(whole[0], whole[1], 6))
        ticks = _ticks(box[2], box[3], int(height // 34))
        self.plots[1].set_ticks("left", ticks)
        places, factors = [v for v, _ in ticks], _texts([v * self._scene.chain.w for v, _ in ticks])
        self.plots[1].getAxis("right").setTicks([list(zip(places, factors, strict=True))])
        self._z_ticks = _ticks(box[0], box[1], max(2, int(self.plots[1].width() // 58)))
        self.plots[1].set_ticks("bottom", self._z_ticks)
        self._place_signs()

    def _pressed(self, x: float, y: float) -> None:
        """A click on the enlarged picture: the nearest layer, if one is near."""
        if self._scene is None:
            return
        z0, z1, low, high = self._scene.box.span
        chain, box = self._scene.chain, self.plots[1].box.size()
        with np.errstate(all="ignore"):
            away = np.hypot((chain.z - x) / (z1 - z0) * box.width(), (chain.slopes - y) / (high - low) * box.height())
        away = np.nan_to_num(away, nan=np.inf)
        if away.min() < 15:
            self.layer_clicked.emit(int(np.argmin(away)) + 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Other ticks may fit; the axes' sign moves."""
        super().resizeEvent(event)
        self._set_ticks()

    def _place_signs(self) -> None:
        """The z stands between the first two ticks."""
        if self._scene is None:
            return
        spans, places = (self._scene.slopes.span, self._scene.box.span), [[-6.0, -4.0], [v for v, _ in self._z_ticks]]
        for label, plot, span, ticks in zip(self._z, self.plots, spans, places, strict=True):
            at = sum(ticks[:2]) / 2 if len(ticks) > 1 else span[0]
            right = RIGHT if plot is self.plots[0] else FACTOR_AXIS
            x = LEFT + (at - span[0]) / (span[1] - span[0]) * (plot.width() - LEFT - right)
            label.adjustSize()
            label.move(round(x - label.width() / 2), plot.height() - label.height())

    def set_theme(self, theme: Theme) -> None:
        """Take every colour and font from `theme`."""
        self.theme = theme
        for plot, item in zip(self.plots, self.items, strict=True):
            plot.set_theme(theme)
            item.set_theme(theme)
        for label, size in zip(self.titles, (12, 12, 11), strict=True):
            label.setFont(theme.font(size))
            tint(label, theme, "quiet")
        for label in self._z:
            label.setFont(theme.serif(13))
            tint(label, theme, "quiet")
        self._place_signs()


def _ticks(low: float, high: float, most: int) -> list[tuple[float, str]]:
    """Readable numbers in a range, at most about `most`."""
    step = readable_spacing(high - low, max(2, most))
    first, last = math.ceil(low / step - 1e-6), math.floor(high / step + 1e-6)
    values = [k * step for k in range(first, last + 1)]
    return list(zip(values, _texts(values), strict=True))


def _texts(values: list[float]) -> list[str]:
    """Numbers with as many places as it takes to tell what they are, all alike."""
    largest = max(map(abs, values), default=0.0)
    if 1e-3 <= largest < 1e5:
        for places in range(6):
            if all(abs(round(v, places) - v) <= 1e-6 * largest for v in values):
                return [f"{v + 0.0:.{places}f}".replace("-", "−") if round(v, places) else "0" for v in values]
    exact = (p for p in range(3) if all(abs(float(f"{v:.{p}e}") - v) <= 1e-6 * largest for v in values))
    places = next(exact, 2)
    texts = [f"{v:.{places}e}".replace("e+0", "e").replace("e+", "e").replace("e-0", "e-") if abs(v) > 1e-9 * largest else "0" for v in values]
    return [text.replace("-", "−") for text in texts]
