"""The histogram of one scheme's weights, with the density that it tends to dashed over it."""

from __future__ import annotations

import math

import numpy as np
from pyqtgraph.functions import arrayToQPolygonF
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from engine.simulations.base import Array
from engine.simulations.initialization_weights import SchemeScene
from gui.panels.initialization.number_text import plain
from gui.theme import Theme
from gui.theme.ratio import device_ratio, draws_vectors
from gui.theme.theme import DASHES
from gui.widgets.geometry import Mapping
from gui.widgets.painting import begin
from gui.widgets.themed import Face, Themed, draw_text

# What the labelled ends of the w axis may begin with, and how far out they may stand.
LEADING, FARTHEST = (8, 6, 5, 4, 3, 2, 1.5, 1), 0.8
AXIS = 20  # height of the labels below the box
FILL = 0.35
SPIKE = 4.0
LEAST_GAP = 4  # pixels between labels


class WeightHistogram(Themed):
    """Bars as a density; where all weights are one value, a spike and a word. Painted by hand: four plots cost more."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._colour = 0
        self._reach, self._top, self._end = 1.0, 1.0, 0.5
        self._edges: Array = np.zeros(2)
        self._curve: tuple[Array, Array] | None = None
        self._heights: Array = np.zeros(0)
        self._joined = 1
        self._spiked = False
        self._notes: tuple[str, ...] = ("",)
        self._version = 0
        self._key: tuple[object, ...] = ()
        self._layer = QPixmap()
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)
        self.setMinimumHeight(76)

    @property
    def bars(self) -> tuple[Array, Array]:
        """The edges and heights shown."""
        return self._edges[:: self._joined], self._heights

    @property
    def density(self) -> tuple[Array, Array] | None:
        """The dashed curve, (w, density)."""
        return self._curve

    @property
    def note(self) -> str:
        """The word beside a spike; "" where there is none."""
        return self._notes[0]

    @property
    def reach(self) -> float:
        """The end of the w axis."""
        return self._reach

    def show_scheme(self, scheme: SchemeScene, colour: int, reach: float) -> None:
        """Take another scheme, on an axis from −`reach` to `reach`."""
        self._colour, self._reach, self._top = colour, reach, scheme.top
        self._end = labelled_end(reach)
        self._version += 1
        self._edges, self._curve = scheme.edges, scheme.curve
        self._heights, self._joined = np.zeros(len(scheme.edges) - 1), 1
        self._spiked, self._notes = False, ("",)
        self.update()

    def show_bars(self, heights: Array, joined: int) -> None:
        """The histogram of what is drawn, over every `joined`-th edge."""
        self._heights, self._joined = heights, joined
        self.update()

    def show_spike(self, drawn: bool, *notes: str) -> None:
        """All that is drawn has one value; `notes` say how much of it, in wordings from the fullest to the shortest."""
        if (drawn, notes) != (self._spiked, self._notes):
            self._spiked, self._notes = drawn, notes
            self.update()

    def sizeHint(self) -> QSize:
        """Any size will do."""
        return QSize(160, 110)

    def restyle(self) -> None:
        """Paint in the colours of another theme."""
        self._key = ()

    # -- painting -----------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Bars or spike, then what stays the same: density, box, axis."""
        painter = begin(self)
        box = QRectF(self.rect()).adjusted(0.5, 2.5, -0.5, -AXIS)
        mapping = Mapping.between(QRectF(-self._reach, 0, 2 * self._reach, self._top), box.width(), box.height())
        painter.save()
        painter.setClipRect(box)
        painter.translate(box.topLeft())
        if self._spiked:
            self._paint_spike(painter, mapping)
        elif self._heights.any():
            self._paint_bars(painter, mapping)
        painter.restore()
        if draws_vectors(painter):
            self._paint_frame(painter, box, mapping)
        else:
            self._blit_frame(painter, box, mapping)
        painter.end()

    def _paint_bars(self, painter: QPainter, mapping: Mapping) -> None:
        edges, heights = self.bars
        first = max(int(np.searchsorted(edges, -self._reach)) - 1, 0)
        last = min(int(np.searchsorted(edges, self._reach)) + 1, len(edges))
        places = mapping.pixels(np.column_stack((edges[first:last], np.append(heights[first : last - 1], 0.0))))
        x, y = places[:, 0], places[:-1, 1]
        outline = np.empty((2 * len(x), 2))
        outline[:, 0] = np.repeat(x, 2)
        outline[1:-1, 1] = np.repeat(y, 2)
        outline[[0, -1], 1] = mapping.height
        # Upright edges need no smoothing, which is what makes large areas dear.
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.theme.blend(self._colour, FILL))
        area = arrayToQPolygonF(outline[:, 0], outline[:, 1])
        painter.drawPolygon(area)
        painter.setPen(QPen(self.theme.color(self._colour), 1.0))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPolyline(area)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)

    def _paint_spike(self, painter: QPainter, mapping: Mapping) -> None:
        x, _ = mapping.point(0.0, 0.0)
        top = 0.08 * mapping.height
        painter.fillRect(QRectF(x - SPIKE / 2, top, SPIKE, mapping.height - top), self.theme.brush(self._colour))
        painter.setPen(self.theme.color("quiet"))
        room = QRectF(2, 5, x - SPIKE - 5, mapping.height - 5)
        faces = (self.faces.note, self.faces.small)
        choices = [(face, note) for note in self._notes for face in faces]
        face, note = next(((f, n) for f, n in choices if fits(f, n, room)), choices[-1])
        painter.setFont(face.font)
        painter.drawText(room, Qt.AlignmentFlag.AlignRight | Qt.TextFlag.TextWordWrap, note)

    def _blit_frame(self, painter: QPainter, box: QRectF, mapping: Mapping) -> None:
        """Dashes and letters are dear: they are painted once for a size, a scheme and a look."""
        ratio = device_ratio(painter)
        key = (self._version, self.size(), ratio)
        if key != self._key:
            self._key = key
            self._layer = QPixmap(round(self.width() * ratio), round(self.height() * ratio))
            self._layer.setDevicePixelRatio(ratio)
            self._layer.fill(Qt.GlobalColor.transparent)
            layer = QPainter(self._layer)
            layer.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._paint_frame(layer, box, mapping)
            layer.end()
        painter.drawPixmap(QPointF(0, 0), self._layer)

    def _paint_frame(self, painter: QPainter, box: QRectF, mapping: Mapping) -> None:
        if self._curve is not None:
            painter.save()
            painter.setClipRect(box)
            painter.translate(box.topLeft())
            self._paint_density(painter, mapping, *self._curve)
            painter.restore()
        painter.setPen(QPen(self.theme.color("line"), 1.0))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(box)
        self._paint_axis(painter, box, mapping)

    def _paint_density(self, painter: QPainter, mapping: Mapping, w: Array, density: Array) -> None:
        pen = QPen(self.theme.color("ink"), 1.6)
        pen.setDashPattern(DASHES["dash"])
        painter.setPen(pen)
        places = mapping.pixels(np.column_stack((w, np.minimum(density, 2 * self._top))))
        painter.drawPolyline(arrayToQPolygonF(places[:, 0], places[:, 1]))

    def _paint_axis(self, painter: QPainter, box: QRectF, mapping: Mapping) -> None:
        painter.setPen(self.theme.color("quiet"))
        band = QRectF(0, box.bottom() + 2, box.width(), AXIS - 2)
        end, small, symbol = self._end, self.faces.small, self.faces.symbol
        for place, text in ((-end, "−" + plain(end)), (0.0, "0"), (end, plain(end))):
            x = box.left() + mapping.point(place, 0.0)[0]
            draw_text(painter, small, text, x - small.width(text) / 2, band)
        left = box.left() + mapping.point(0.0, 0.0)[0] + small.width("0") / 2
        right = box.left() + mapping.point(end, 0.0)[0] - small.width(plain(end)) / 2
        if right - left > symbol.width("w") + 2 * LEAST_GAP:
            draw_text(painter, symbol, "w", (left + right - symbol.width("w")) / 2, band)


def fits(face: Face, note: str, room: QRectF) -> bool:
    """Whether all lines of a note have room."""
    lines = note.splitlines()
    return len(lines) * face.metrics.lineSpacing() <= room.height() and all(
        face.width(line) <= room.width() for line in lines
    )


def labelled_end(reach: float) -> float:
    """A readable number at most `FARTHEST` of the way to the end of the axis."""
    most = FARTHEST * reach
    decade = 10.0 ** math.floor(math.log10(most))
    return next(decade * first for first in LEADING if decade * first <= most * (1 + 1e-9))
