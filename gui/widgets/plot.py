"""Themed pyqtgraph plots with fixed ranges, decade axes and a cheap grid.

pyqtgraph does not follow a palette: whatever is put on a `Plot` through its `curve`, `points` and `text` keeps the
*names* of its colours, so that one call of `set_theme` repaints everything.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QWidget

from gui.theme import Theme
from gui.theme.ratio import draws_vectors
from gui.widgets.geometry import Array

pg.setConfigOptions(imageAxisOrder="row-major", antialias=True)

SUPERSCRIPTS = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")
# A pen by what it means: colour name or series number, width, dash, opacity.
PenSpec = tuple[Any, ...]


def decade_text(exponent: float) -> str:
    """The label of a power of ten: `10⁻³`, and plain 1 for its zeroth."""
    return "1" if exponent == 0 else "10" + f"{int(exponent)}".translate(SUPERSCRIPTS)


def log10_floor(values: Array, floor: float = -320.0) -> Array:
    """Decades of `values` for a decade axis; zeros and negatives go to `floor`, NaN and infinity leave a gap."""
    with np.errstate(all="ignore"):
        decades: Array = np.log10(values)
    decades[np.asarray(values) <= 0] = floor
    decades[~np.isfinite(values)] = np.nan
    return decades


def readable_spacing(span: float, most: int) -> float:
    """The smallest of 1, 2, 5 × a power of ten that cuts `span` into at most `most` parts."""
    least = span / max(most, 1)
    decade = 10.0 ** math.floor(math.log10(least))
    return next(decade * m for m in (1, 2, 5, 10) if decade * m >= least * (1 - 1e-9))


# Between an axis's words and the plot's box lie at least so many pixels in which it paints nothing.
APART = 3.0


class Axis(pg.AxisItem):  # type: ignore[misc]
    """An axis with one level of ticks, a true minus sign, and whole decades where `decades` is set."""

    def __init__(self, orientation: str, decades: bool = False) -> None:
        super().__init__(orientation)
        self.decades = decades
        self.room = 55 if orientation in ("bottom", "top") else 32
        self.setStyle(tickLength=0, hideOverlappingLabels=False, tickTextOffset=6)
        self.enableAutoSIPrefix(False)

    def boundingRect(self) -> QRectF:
        """Apart from the plot's box by a little: what is painted in there then leaves the axis alone."""
        area = QRectF(super().boundingRect())
        if self.orientation == "left":
            area.setRight(area.right() - APART)
        elif self.orientation == "bottom":
            area.setTop(area.top() + APART)
        return area

    def tickValues(self, minVal: float, maxVal: float, size: float) -> list[tuple[float, list[float]]]:  # noqa: N803
        """One level of readable ticks, both ends included."""
        low, high = sorted((minVal, maxVal))
        if not (math.isfinite(low) and math.isfinite(high) and high > low):
            return []
        spacing = readable_spacing(high - low, max(2, int(size // self.room)))
        if self.decades:
            spacing = max(1.0, float(math.ceil(spacing)))
        first = math.ceil(low / spacing - 1e-6)
        last = math.floor(high / spacing + 1e-6)
        return [(spacing, [i * spacing for i in range(first, last + 1)])]

    def tickStrings(self, values: list[float], scale: float, spacing: float) -> list[str]:
        """Decades as powers of ten, other values with just the places their spacing needs."""
        if self.decades:
            return [decade_text(round(v)) for v in values]
        places = max(0, -math.floor(math.log10(spacing) + 1e-9))
        if (values and max(map(abs, values)) >= 1e6) or places > 6:
            return [f"{v:g}".replace("-", "−") for v in values]
        return [f"{v:.{places}f}".replace("-", "−") if v else "0" for v in values]

    def drawPicture(self, painter: Any, axis: Any, ticks: Any, texts: Any) -> None:  # noqa: ANN401
        """Numbers only: pyqtgraph draws ticks of no length as dots."""
        super().drawPicture(painter, axis, [], texts)


class Plot(pg.PlotWidget):  # type: ignore[misc]
    """One plot: box, grid and axes from the theme; ranges set by hand, never by the data while playing."""

    pressed = Signal(float, float)
    dragged = Signal(float, float, bool)

    def __init__(
        self,
        theme: Theme,
        decades: bool = False,
        grid: bool = True,
        covered: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """`covered`: an item paints all of the box, so that there no background is needed."""
        axes = {"left": Axis("left", decades), "bottom": Axis("bottom")}
        super().__init__(parent, axisItems=axes, enableMenu=False)
        self.theme, self._covered = theme, covered
        if covered:
            self.setCacheMode(self.CacheModeFlag.CacheNone)
            self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._styles: list[tuple[Any, str, PenSpec]] = []
        self._titles: dict[str, str] = {}
        self._range: tuple[float, float, float, float] | None = None
        self.box = self.getPlotItem().getViewBox()
        self.box.setDefaultPadding(0)
        self.setMouseEnabled(x=False, y=False)
        self.hideButtons()
        self.getPlotItem().layout.setContentsMargins(0, 8, 18, 0)
        self.setFrameShape(self.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.grid = self.curve(("grid", 1.0), connect="pairs", z=-90) if grid else None
        self.box.sigRangeChanged.connect(self._draw_grid)
        self.box.sigResized.connect(self._draw_grid)
        self.set_theme(theme)

    # -- things on the plot -------------------------------------------------------------------------------------------

    def curve(self, pen: PenSpec, z: float = 0, **options: Any) -> pg.PlotCurveItem:  # noqa: ANN401
        """An empty line; give it data with `setData`. `connect="pairs"` for rulers, `"finite"` for gaps."""
        item = pg.PlotCurveItem(pen=self.theme.pen(*pen), **{"skipFiniteCheck": False, **options})
        item.setSegmentedLineMode("on" if pen[1] > 1 else "off")
        return self._add(item, "pen", pen, z)

    def points(
        self, fill: PenSpec, size: float = 8, symbol: str = "o", z: float = 5, edge: PenSpec | None = None
    ) -> Any:  # noqa: ANN401
        """Marks of `size` pixels: `fill` names the colour (and its opacity), `edge` the pen round it."""
        item = pg.ScatterPlotItem(size=size, symbol=symbol, pxMode=True)
        self._add(item, "brush", fill, z)
        self._style(item, "pen", edge or ("paper", 1.0, None, 0.0))
        return item

    def text(self, color: str | int = "ink", size: float = 12, anchor: tuple[float, float] = (0, 0), z: float = 20,
             bold: bool = False, mono: bool = False, italic: bool = False) -> pg.TextItem:  # fmt: skip
        """A label; set it with `setText` and `setPos`. It takes no part in the range."""
        item = pg.TextItem(anchor=anchor)
        font = self.theme.mono(size, bold) if mono else self.theme.font(size, bold)
        if italic:
            font = self.theme.serif(size)
        item.setFont(font)
        item.textItem.document().setDocumentMargin(1)
        return self._add(item, "text", (color,), z)

    def restyle(self, item: Any, kind: str, spec: PenSpec) -> None:  # noqa: ANN401
        """Give `item` another colour or width, by name."""
        if (item, kind, spec) in self._styles:
            return
        self._styles = [s for s in self._styles if s[0] is not item or s[1] != kind]
        self._style(item, kind, spec)

    def _add(self, item: Any, kind: str, spec: PenSpec, z: float) -> Any:  # noqa: ANN401
        item.setZValue(z)
        self.addItem(item, ignoreBounds=True)
        self._style(item, kind, spec)
        return item

    def _style(self, item: Any, kind: str, spec: PenSpec) -> None:  # noqa: ANN401
        self._styles.append((item, kind, spec))
        self._apply(item, kind, spec)

    def _apply(self, item: Any, kind: str, spec: PenSpec) -> None:  # noqa: ANN401
        if kind == "pen":
            item.setPen(self.theme.pen(*spec))
        elif kind == "brush":
            item.setBrush(self.theme.brush(*spec))
        else:
            item.setColor(self.theme.color(*spec))

    # -- axes ---------------------------------------------------------------------------------------------------------

    def set_span(self, x0: float, x1: float, y0: float, y1: float) -> None:
        """The visible range; does nothing when it is the same, since axes are the dearest thing to paint."""
        if (x0, x1, y0, y1) != self._range and x1 > x0 and y1 > y0:
            self._range = (x0, x1, y0, y1)
            self.box.setRange(xRange=(x0, x1), yRange=(y0, y1), padding=0)

    def set_titles(self, bottom: str = "", left: str = "") -> None:
        """Names (and units) of the axes, in the language that is on."""
        for side, text in (("bottom", bottom), ("left", left)):
            if self._titles.get(side, "") != text:
                self._titles[side] = text
                self._label(side)

    def _label(self, side: str) -> None:
        axis = self.getAxis(side)
        text = self._titles.get(side, "")
        axis.showLabel(bool(text))
        if text:
            axis.setLabel(
                text, **{"color": self.theme.colors["quiet"], "font-size": f"{round(11 * self.theme.text_scale)}px"}
            )

    def set_ticks(self, side: str, ticks: Sequence[tuple[float, str]] | None) -> None:
        """Ticks of one's own, with their words; None returns to readable numbers."""
        self.getAxis(side).setTicks([list(ticks)] if ticks is not None else None)
        self._draw_grid()

    def set_decades(self, decades: bool) -> bool:
        """Let the left axis count in powers of ten, or not; whether that is new."""
        axis = self.getAxis("left")
        if axis.decades == decades:
            return False
        axis.decades = decades
        axis.picture = None
        axis.update()
        self._draw_grid()
        return True

    def fix_left(self, width: float) -> None:
        """One width for the left axes of plots that stand above one another."""
        self.getAxis("left").setWidth(width)

    def _draw_grid(self, *_: object) -> None:
        if self.grid is not None:
            self.grid.setData(*self.grid_lines().reshape(-1, 2).T)

    def grid_lines(self) -> Array:
        """A line at each tick, as segments (n, 2, 2) in the plot's own units."""
        (x0, x1), (y0, y1) = self.box.viewRange()
        size = self.box.size()
        xs = self._tick_places("bottom", x0, x1, size.width())
        ys = self._tick_places("left", y0, y1, size.height())
        lines = [((x, y0), (x, y1)) for x in xs] + [((x0, y), (x1, y)) for y in ys]
        return np.array(lines, dtype=float).reshape(-1, 2, 2)

    def _tick_places(self, side: str, low: float, high: float, size: float) -> list[float]:
        axis = self.getAxis(side)
        levels = axis.tickValues(low, high, size) if axis._tickLevels is None else []
        places = [v for _, values in levels for v in values]
        if axis._tickLevels is not None:
            places = [v for level in axis._tickLevels for v, _ in level]
        return [v for v in places if low < v < high]

    # -- theme, mouse -------------------------------------------------------------------------------------------------

    def set_theme(self, theme: Theme) -> None:
        """Take every colour, pen and font from `theme`."""
        self.theme = theme
        self.setBackground(theme.color("paper"))
        self.box.setBorder(theme.pen("line", 1.0))
        for side in ("left", "bottom", "right", "top"):
            axis = self.getAxis(side)
            axis.setPen(pg.mkPen(None))
            axis.setTextPen(theme.color("quiet"))
            axis.setStyle(tickFont=self._tick_font())
            self._label(side)
        for item, kind, spec in self._styles:
            self._apply(item, kind, spec)

    def _tick_font(self) -> QFont:
        return self.theme.font(11)

    def drawBackground(self, painter: QPainter, rect: QRectF) -> None:
        """Only round the box, where an item covers that: filling takes as long as blitting a layer."""
        if not self._covered or draws_vectors(painter):
            super().drawBackground(painter, rect)
            return
        # A little into the box, should its edges not lie on whole pixels.
        box, ground = self.box.sceneBoundingRect().adjusted(1, 1, -1, -1), self.backgroundBrush()
        left, top, wide, high = rect.left(), rect.top(), rect.width(), rect.height()
        painter.fillRect(QRectF(left, top, wide, max(box.top() - top, 0.0)), ground)
        painter.fillRect(QRectF(left, top, max(box.left() - left, 0.0), high), ground)
        painter.fillRect(QRectF(left, box.bottom(), wide, max(rect.bottom() - box.bottom(), 0.0)), ground)
        painter.fillRect(QRectF(box.right(), top, max(rect.right() - box.right(), 0.0), high), ground)

    def view_point(self, event: Any) -> tuple[float, float]:  # noqa: ANN401
        """Where a mouse event lies, in the plot's own units."""
        at = self.box.mapSceneToView(self.mapToScene(event.position().toPoint()))
        return at.x(), at.y()

    def mousePressEvent(self, event: Any) -> None:  # noqa: ANN401
        """Left button: tell where, in the plot's units; anything else goes on."""
        if event.button() == Qt.MouseButton.LeftButton and self.receivers_of_mouse():
            self.pressed.emit(*self.view_point(event))
            event.accept()
            return
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: Any) -> None:  # noqa: ANN401
        """With the left button held: tell where the hand is."""
        if event.buttons() & Qt.MouseButton.LeftButton and self.receivers_of_mouse():
            self.dragged.emit(*self.view_point(event), False)
            event.accept()
            return
        super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: Any) -> None:  # noqa: ANN401
        """The gesture is done."""
        if event.button() == Qt.MouseButton.LeftButton and self.receivers_of_mouse():
            self.dragged.emit(*self.view_point(event), True)
            event.accept()
            return
        super().mouseReleaseEvent(event)

    def receivers_of_mouse(self) -> bool:
        """Whether anyone listens to the mouse on this plot."""
        return bool(self.receivers("2pressed(double,double)") + self.receivers("2dragged(double,double,bool)"))
