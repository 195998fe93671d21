"""A paint device that keeps what is painted on it as shapes, each with the look and the clip it was painted in.

Widgets, plots and formulas draw themselves on it with an ordinary `QPainter`; a writer then turns the shapes into a
file. Nothing is worked out while Qt paints: an exception inside Qt's calls can end the process.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import (
    QBrush,
    QImage,
    QPaintDevice,
    QPaintEngine,
    QPaintEngineState,
    QPainter,
    QPainterPath,
    QPen,
    QPixmap,
    QPolygonF,
    QRegion,
    QTransform,
)

Dirty = QPaintEngine.DirtyFlag
Feature = QPaintEngine.PaintEngineFeature
Mode = QPaintEngine.PolygonDrawMode


@dataclass(frozen=True, slots=True, eq=False)
class Look:
    """How something is painted. `transform` leads to the device's pixels, in which the parts of `clip` are given.

    Only what lies within every part of `clip` is seen; with no part, everything.
    """

    pen: QPen
    brush: QBrush
    transform: QTransform
    opacity: float
    smooth_edges: bool
    smooth_images: bool
    clip: tuple[QPainterPath, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Outline:
    """A path, filled with the brush (unless it is an open line) and stroked with the pen."""

    look: Look
    path: QPainterPath
    filled: bool


@dataclass(frozen=True, slots=True, eq=False)
class Photo:
    """An image, painted into the rectangle `target`."""

    look: Look
    image: QImage | QPixmap
    target: QRectF


Shape = Outline | Photo


class Recorder(QPaintDevice):
    """A surface of `width` × `height` pixels to paint on; `shapes` holds what has been painted, the lowest first."""

    def __init__(self, width: int, height: int, dpi: int = 96) -> None:
        super().__init__()
        self.shapes: list[Shape] = []
        self._engine = _Engine(self.shapes)
        metric = QPaintDevice.PaintDeviceMetric
        millimetres = 25.4 / dpi
        self._metrics = {
            metric.PdmWidth: width,
            metric.PdmHeight: height,
            metric.PdmWidthMM: round(width * millimetres),
            metric.PdmHeightMM: round(height * millimetres),
            metric.PdmNumColors: 1 << 24,
            metric.PdmDepth: 32,
            metric.PdmDpiX: dpi,
            metric.PdmDpiY: dpi,
            metric.PdmPhysicalDpiX: dpi,
            metric.PdmPhysicalDpiY: dpi,
            metric.PdmDevicePixelRatio: 1,
            metric.PdmDevicePixelRatioScaled: round(QPaintDevice.devicePixelRatioFScale()),
        }

    def paintEngine(self) -> QPaintEngine:
        """The engine that keeps each shape."""
        return self._engine

    def metric(self, metric: QPaintDevice.PaintDeviceMetric) -> int:
        """Sizes and resolutions, as asked for by Qt."""
        return self._metrics.get(metric, 0)


class _Engine(QPaintEngine):
    """Receives what a painter paints. What is not overridden here, Qt's own class breaks down into these calls.

    So rectangles, ellipses and points come as paths, single lines as polygons, images as pixmaps, and text as paths:
    the outlines of exactly the glyphs that would be on the screen.
    """

    def __init__(self, shapes: list[Shape]) -> None:
        # A feature left out is one that Qt paints into an image first.
        super().__init__(Feature.AllFeatures & ~Feature.ConicalGradientFill)
        self._shapes = shapes
        self._pen, self._brush = QPen(), QBrush()
        self._transform = QTransform()
        self._opacity = 1.0
        self._hints = QPainter.RenderHint.TextAntialiasing
        self._clip: tuple[QPainterPath, ...] = ()
        self._clipping = False
        self._region = QRegion()
        self._look: Look | None = None

    def begin(self, device: QPaintDevice) -> bool:
        """Nothing to open."""
        return True

    def end(self) -> bool:
        """Nothing to close."""
        return True

    def type(self) -> QPaintEngine.Type:
        """None of Qt's own, in particular not `Raster`: painted items may ask."""
        return QPaintEngine.Type.User

    def updateState(self, state: QPaintEngineState) -> None:
        """Take over what has changed; the rest of `state` is not valid."""
        changed = state.state()
        self._look = None
        if changed & Dirty.DirtyTransform:
            self._transform = state.transform()
        if changed & Dirty.DirtyPen:
            self._pen = state.pen()
        if changed & Dirty.DirtyBrush:
            self._brush = state.brush()
        if changed & Dirty.DirtyOpacity:
            self._opacity = state.opacity()
        if changed & Dirty.DirtyHints:
            self._hints = state.renderHints()
        if changed & Dirty.DirtyClipEnabled:
            self._clipping = state.isClipEnabled()
        if changed & Dirty.DirtyClipPath:
            self._set_clip(state.clipPath(), state)
        elif changed & Dirty.DirtyClipRegion:
            self._set_clip(_region_path(state.clipRegion()), state)

    def _set_clip(self, shape: QPainterPath, state: QPaintEngineState) -> None:
        operation = state.clipOperation()
        self._clipping = operation != Qt.ClipOperation.NoClip
        kept = self._clip if operation == Qt.ClipOperation.IntersectClip else ()
        self._clip = (*kept, state.transform().map(shape)) if self._clipping else ()

    def drawPath(self, path: QPainterPath) -> None:
        """Keep a path."""
        self._shapes.append(Outline(self._current_look(), QPainterPath(path), True))

    def drawPolygon(self, points: Iterable[QPoint | QPointF], mode: Mode) -> None:
        """Keep a polygon, or an open line."""
        path = QPainterPath()
        path.addPolygon(QPolygonF([QPointF(point) for point in points]))
        if mode != Mode.PolylineMode:
            path.closeSubpath()
        if mode == Mode.WindingMode:
            path.setFillRule(Qt.FillRule.WindingFill)
        self._shapes.append(Outline(self._current_look(), path, mode != Mode.PolylineMode))

    def drawPixmap(self, target: QRectF | QRect, pixmap: QPixmap | QImage, source: QRectF | QRect) -> None:
        """Keep an image."""
        part = QRectF(source).toRect()
        self._shapes.append(Photo(self._current_look(), pixmap.copy(part), QRectF(target)))

    def _current_look(self) -> Look:
        region = self.systemClip()  # that of the widget being painted; its changes are not told
        if self._look is None or region != self._region:
            self._region = region
            widget_clip = () if region.isEmpty() else (_region_path(region),)
            self._look = Look(
                self._pen,
                self._brush,
                self._transform,
                self._opacity,
                bool(self._hints & QPainter.RenderHint.Antialiasing),
                bool(self._hints & QPainter.RenderHint.SmoothPixmapTransform),
                (*widget_clip, *(self._clip if self._clipping else ())),
            )
        return self._look


def _region_path(region: QRegion) -> QPainterPath:
    path = QPainterPath()
    path.addRegion(region)
    return path
