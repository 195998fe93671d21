"""The heat map of one network: the size of every layer's gradient, layers upwards, steps to the right."""

from __future__ import annotations

import math

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPen

from gui.theme import Theme
from gui.theme.theme import DASHES
from gui.widgets.geometry import Array, Mapping
from gui.widgets.layers import Layered
from gui.widgets.painting import ON_COLOUR
from gui.widgets.plot import Plot, decade_text
from gui.widgets.themed import Face, draw_text
from gui.widgets.verdict_card import wrapped

Colours = NDArray[np.uint32]
# The ε of a run's optimizer from a step on, None where its rule has none; the first from step 0.
Epsilons = tuple[tuple[int, float | None], ...]
# A picture has at most so many columns; of longer runs each stands for several steps.
MOST_COLUMNS = 512
SHADES = 256
# A line on it has at most so many points: dashes cost.
MOST_POINTS = 128
# A dashed line shorter than this (pixels) is not seen, and needs no name.
SEEN = 24
# Below the highest decade so many are told apart, at most.
DEPTH = 40.0
# What lies above this has exploded: how far matters to nobody, and would press all else flat.
TOP = 12.0
# The steps after the cursor lie under so much paper.
VEIL = 0.52
# A number on the axis is about twice this share of the box high.
EDGE = 0.038
# From line to line of words.
LINE = 15.0
# Pixels at the right of the boxes of all plots over the steps.
RIGHT = 14
# The ground of words on the map.
DARK = QColor(22, 24, 29, 225)


def shades() -> NDArray[np.uint8]:
    """The colours of small to large values, (n, 3): even steps of value look evenly far apart."""
    return np.asarray(pg.colormap.get("viridis").getLookupTable(nPts=SHADES), dtype=np.uint8)


class HeatScale:
    """Decades to colours, the same for both networks. Exact zeros and what is no finite number have their own."""

    def __init__(self, theme: Theme) -> None:
        self.low, self.high = -1.0, 0.0
        self.zeros = self.odd = False
        table = shades().astype(np.uint32)
        self.table: Colours = (0xFF000000 | table[:, 0] << 16 | table[:, 1] << 8 | table[:, 2]).astype(np.uint32)
        self._seen = (math.inf, -math.inf)
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """The colours of what has no place on the scale."""
        self.zero, self.none = theme.color("track").rgb(), theme.color("accent").rgb()
        self._paper = np.array(theme.color("paper").getRgb(), dtype=np.uint32)[:3]

    def clear(self) -> None:
        """Nothing has been seen."""
        self._seen = (math.inf, -math.inf)
        self.zeros = self.odd = False
        self.low, self.high = -1.0, 0.0

    def include(self, sizes: Array) -> bool:
        """Widen to these sizes (not decades), by whole decades; whether that changed anything."""
        before = (self.low, self.high)
        usual = sizes[(sizes > 0) & (sizes < math.inf)]
        self.zeros |= bool((sizes == 0).any())
        self.odd |= not bool(np.isfinite(sizes).all())
        if usual.size:
            low, high = math.log10(usual.min()), math.log10(usual.max())
            self._seen = min(self._seen[0], low), max(self._seen[1], high)
            self.high = min(math.floor(self._seen[1]) + 1.0, TOP)
            self.low = max(min(float(math.floor(self._seen[0])), self.high - 1), self.high - DEPTH)
        return before != (self.low, self.high)

    def colours(self, decades: Array) -> Colours:
        """Pixels of log10 values: −inf is an exact zero, NaN no number."""
        with np.errstate(invalid="ignore"):
            place = (decades - self.low) / (self.high - self.low) * SHADES
            shade = np.clip(np.nan_to_num(place, nan=0.0, posinf=0.0, neginf=0.0), 0, SHADES - 1).astype(np.intp)
        pixels = self.table[shade]
        pixels[np.isneginf(decades)] = self.zero
        pixels[np.isnan(decades)] = self.none
        return pixels

    def veiled(self, pixels: Colours) -> Colours:
        """The same under some paper: what is still to come."""
        parts = [pixels >> shift & 255 for shift in (16, 8, 0)]
        mixed = [
            (part * (1 - VEIL) + paper * VEIL).astype(np.uint32) for part, paper in zip(parts, self._paper, strict=True)
        ]
        return np.asarray(0xFF000000 | mixed[0] << 16 | mixed[1] << 8 | mixed[2], dtype=np.uint32)


def binned(sizes: Array) -> Array:
    """One column for several steps (n, layers): the mean of the logarithms of what is finite and above 0.

    −inf where all are exactly 0, NaN where any is no finite number: a break must not be averaged away.
    """
    with np.errstate(divide="ignore", invalid="ignore"):
        decades = np.log10(sizes)
    usual = np.isfinite(decades)
    count = usual.sum(axis=0)
    mean: Array = np.where(usual, decades, 0.0).sum(axis=0) / np.maximum(count, 1)
    mean[count == 0] = -math.inf
    mean[~np.isfinite(sizes).all(axis=0)] = math.nan
    return mean


class HeatItem(Layered):
    """The picture itself: a small image, stretched; the cursor; and where an optimizer's ε is crossed."""

    def __init__(self, theme: Theme, scale: HeatScale) -> None:
        super().__init__(theme)
        self.scale = scale
        self._depth, self._length, self._per = 1, 1, 1
        self._decades = np.empty((0, 1))
        # As seen up to the cursor, and after it.
        self._pixels: Colours = np.zeros((2, 1, 1), dtype=np.uint32)
        self._images: list[QImage] = []
        self._filled = 0
        self._step = 0
        self._epsilons: Epsilons = ((0, None),)
        self._label = self._unknown = ""
        self._line: Array = np.empty(0)
        self._look()

    def _look(self) -> None:
        """The map looks the same in every theme: so do the line on it and its name."""
        self._face = Face(self.theme.font(11))
        self._white = QPen(ON_COLOUR, 1.8 * self.theme.ratio)
        self._white.setCosmetic(True)
        self._white.setDashPattern(DASHES["dash"])

    def set_theme(self, theme: Theme) -> None:
        """Take colours and fonts from `theme`."""
        self.theme = theme
        self._look()
        super().set_theme(theme)
        self.recolour()

    @property
    def span(self) -> tuple[float, float]:
        """The steps from left to right, in the plot's units."""
        return -0.5, self._length + 0.5

    @property
    def columns(self) -> Array:
        """The decades shown, (columns, layers)."""
        return self._decades[: -(-self._filled // self._per)]

    @property
    def crossing(self) -> Array:
        """The height at which the gradient crosses ε, by column; NaN where it does not."""
        return self._line[: len(self.columns)]

    def show_run(self, depth: int, length: int, epsilons: Epsilons) -> None:
        """Another run, of which nothing is known yet; `epsilons` are those of its rules, each from a step on."""
        self._depth, self._length = depth, length
        self._per = -(-(length + 1) // MOST_COLUMNS)
        count = -(-(length + 1) // self._per)
        self._decades = np.full((count, depth), math.nan)
        self._line = np.full(count, math.nan)
        self._epsilons = epsilons
        self._filled = 0
        # Rows from the top: the layer at the output first.
        self._pixels = np.zeros((2, depth, count), dtype=np.uint32)
        self._images = [QImage(p.data, count, depth, 4 * count, QImage.Format.Format_RGB32) for p in self._pixels]
        self.update()

    def add(self, sizes: Array) -> None:
        """Take over the rows not seen yet; `sizes` (steps known, layers) is all that is known."""
        if len(sizes) <= self._filled:
            return
        first = self._filled // self._per
        self._filled = len(sizes)
        for column in range(first, -(-self._filled // self._per)):
            self._decades[column] = binned(sizes[column * self._per : (column + 1) * self._per])
            self._line[column] = self._crossed(self._decades[column], column * self._per)
        self._paint(first)

    def recolour(self) -> None:
        """The scale has changed."""
        self._paint(0)
        self.update()

    def show_step(self, step: int) -> None:
        """The cursor is at `step`."""
        self._step = step
        self.update()

    def name_epsilon(self, label: str) -> None:
        """What ε is called."""
        self._label = label
        self.update()

    def name_unknown(self, text: str) -> None:
        """What is said of the steps that are not solved yet."""
        self._unknown = text
        self.update()

    @property
    def filled(self) -> int:
        """How many steps are taken over."""
        return self._filled

    def _paint(self, first: int) -> None:
        end = -(-self._filled // self._per)
        if end > first:
            self._pixels[0, :, first:end] = self.scale.colours(self._decades[first:end].T[::-1])
            self._pixels[1, :, first:end] = self.scale.veiled(self._pixels[0, :, first:end])

    def _crossed(self, decades: Array, step: int) -> float:
        """The height between the highest layer below ε and the one above it; at the top edge if all are below."""
        epsilon = next(epsilon for first, epsilon in reversed(self._epsilons) if first <= step)
        if epsilon is None or np.isnan(decades).any():
            return math.nan
        edge = math.log10(epsilon)
        below = np.flatnonzero(decades < edge)
        if not below.size:
            return math.nan
        layer = int(below[-1])
        if layer + 1 == len(decades):
            return self._depth + 0.5
        low, high = float(decades[layer]), float(decades[layer + 1])
        share = 0.5 if math.isinf(low) else (edge - low) / (high - low)
        return layer + 1 + share

    # -- painting -------------------------------------------------------------------------------------------------------

    def draw_layers(self, painter: QPainter, mapping: Mapping) -> None:
        """Stretch the images, each on its side of the cursor."""
        known = -(-self._filled // self._per)
        x = mapping.point(self._step, 0)[0]
        painter.save()
        painter.setClipRect(QRectF(0, 0, mapping.width, mapping.height))
        left, width = mapping.point(-0.5, 0)[0], mapping.per_x * self._per * known
        end = min(left + width, mapping.point(min(self._filled, self._length + 1) - 0.5, 0)[0])
        whole, source = QRectF(left, 0, width, mapping.height), QRectF(0, 0, known, self._depth)
        for image, first, last in zip(self._images, (0.0, x), (min(x, end), end), strict=True):
            if last > first:
                painter.setClipRect(QRectF(first, 0, last - first, mapping.height))
                painter.drawImage(whole, image, source)
        painter.setClipRect(QRectF(0, 0, mapping.width, mapping.height))
        unknown = QRectF(end, 0, mapping.width - end, mapping.height)
        painter.fillRect(unknown, self.theme.brush("side"))
        self._paint_unknown(painter, unknown, self._paint_line(painter, mapping))
        painter.setPen(self.theme.pen("line"))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(QRectF(0, 0, mapping.width - 1, mapping.height - 1))
        painter.setPen(self.theme.pen("ink", 2.4))
        painter.drawLine(QPointF(x, 0), QPointF(x, mapping.height))
        painter.setPen(self.theme.pen("paper", 1.2))
        painter.drawLine(QPointF(x, 0), QPointF(x, mapping.height))
        painter.restore()

    def draw_vectors(self, painter: QPainter, mapping: Mapping) -> None:
        """The same: an image stays one."""
        self.draw_layers(painter, mapping)

    def _paint_unknown(self, painter: QPainter, area: QRectF, taken: QRectF) -> None:
        """Words on the steps to come, where they have room beside what is `taken`."""
        if taken.right() > area.left():
            area = area.adjusted(0, taken.bottom(), 0, 0)
        lines = wrapped(self._face, self._unknown, area.width() - 12)
        widths = [self._face.width(line) for line in lines]
        if max(widths) + 12 > area.width() or LINE * len(lines) > area.height():
            return
        painter.setPen(self.theme.color("quiet"))
        top = area.center().y() - LINE * len(lines) / 2
        for at, (line, width) in enumerate(zip(lines, widths, strict=True)):
            band = QRectF(area.left(), top + LINE * at, area.width(), LINE)
            draw_text(painter, self._face, line, area.center().x() - width / 2, band)

    def _paint_line(self, painter: QPainter, mapping: Mapping) -> QRectF:
        """Where ε is crossed, dashed, and its name below or above: in the area returned."""
        every = -(-len(self.columns) // MOST_POINTS)
        crossed = self.crossing[::every]
        known = np.flatnonzero(np.isfinite(crossed))
        if not known.size:
            return QRectF()
        xs = (np.arange(len(crossed)) * every * self._per + self._per / 2) * mapping.per_x
        ys = np.clip((mapping.y1 - crossed) * mapping.per_y, 1.0, mapping.height - 1)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        path = pg.arrayToQPath(xs, ys, connect="finite")
        assert isinstance(path, QPainterPath)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(self._white)
        painter.drawPath(path)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        first, last = float(xs[known[0]]), float(xs[known[-1]])
        if last - first < SEEN:
            return QRectF()
        return self._paint_label(painter, mapping, first, float(np.median(ys[known])))

    def _paint_label(self, painter: QPainter, mapping: Mapping, x: float, y: float) -> QRectF:
        width = self._face.width(self._label) + 14
        top = y + 7 if y + 27 < mapping.height else y - 26
        area = QRectF(min(max(x, 0.0) + 10, mapping.width - width - 4), top, width, 19)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(DARK)
        painter.drawRoundedRect(area, 9, 9)
        painter.setPen(ON_COLOUR)
        draw_text(painter, self._face, self._label, area.left() + 7, area)
        return area


class HeatPlot(Plot):
    """The picture with its axes. `pressed` tells step and layer under the hand."""

    def __init__(self, theme: Theme, scale: HeatScale) -> None:
        super().__init__(theme, grid=False, covered=True)
        self.getPlotItem().layout.setContentsMargins(0, 0, RIGHT, 0)
        self.getPlotItem().hideAxis("bottom")
        self.set_ticks("bottom", [])
        self.item = HeatItem(theme, scale)
        self.addItem(self.item, ignoreBounds=True)
        self.setMinimumHeight(60)

    def show_run(self, depth: int, length: int, epsilons: Epsilons) -> None:
        """Another run."""
        self.item.show_run(depth, length, epsilons)
        every = next(n for n in (1, 2, 5, 10, 20, 50) if depth / n <= 6)
        edge = EDGE * depth + 0.5  # numbers at the ends of a deep network stand a little inside, to be whole
        places = [1, *(i for i in range(every, depth + 1, every) if i > 1)]
        self.set_ticks("left", [(min(max(i, edge), depth + 1 - edge), str(i)) for i in places])
        self.set_span(*self.item.span, 0.5, depth + 0.5)

    def set_theme(self, theme: Theme) -> None:
        """Take every colour from `theme`."""
        super().set_theme(theme)
        if hasattr(self, "item"):
            self.item.set_theme(theme)


def epsilon_text(epsilon: float) -> str:
    """An ε as it is written: a power of ten where it is one."""
    exponent = math.log10(epsilon)
    return (
        decade_text(round(exponent)) if abs(exponent - round(exponent)) < 1e-9 else f"{epsilon:.3g}".replace("-", "−")
    )
