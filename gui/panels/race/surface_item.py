"""The loss surface as shading and contours, painted once into a layer."""

from __future__ import annotations

from typing import Any

import contourpy
import numpy as np
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QImage, QPainter, QPen, QPixmap

from engine.simulations.race_paths import PathsScene
from gui.theme import Theme
from gui.widgets.geometry import Array, Mapping, Segments, clipped, runs_of_lines
from gui.widgets.layers import Layered


class SurfaceItem(Layered):
    """Shows a scene's surface. A hole (a value that is not finite) stays paper-coloured."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self.scene_shown: PathsScene | None = None
        self._lines: Array = np.empty((0, 2, 2))
        self._segments = Segments()
        self._layer: QPixmap | None = None

    def show_surface(self, scene: PathsScene) -> None:
        """Another surface; the same one costs nothing."""
        if scene is self.scene_shown:
            return
        self.scene_shown = scene
        self._lines = contour_lines(scene)
        self.forget()

    def restart(self, mapping: Mapping, ratio: float) -> None:
        """Paint the surface into a fresh layer."""
        self._layer = self.new_layer(mapping, ratio)
        painter = QPainter(self._layer)
        self.draw_vectors(painter, mapping)
        painter.end()

    def draw_layers(self, painter: QPainter, mapping: Mapping) -> None:
        """Blit it."""
        if self._layer is not None:
            painter.drawPixmap(QPointF(0, 0), self._layer)

    def draw_vectors(self, painter: QPainter, mapping: Mapping) -> None:
        """Shade, then contours."""
        scene = self.scene_shown
        if scene is None:
            return
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        x0, x1, y0, y1 = scene.domain
        corners = mapping.pixels(np.array([[x0, y1], [x1, y0]]))
        painter.drawImage(QRectF(QPointF(*corners[0]), QPointF(*corners[1])), self._image(scene))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self.theme.color("contour"), 0.8))
        lines, _, _ = clipped(mapping.pixels(self._lines), mapping.width, mapping.height)
        self._segments.draw_lines(painter, lines)

    def _image(self, scene: PathsScene) -> QImage:
        """Bands of one colour between the contours, as on a map."""
        low, high = (np.array(self.theme.color(f"surface_{end}").getRgb(), dtype=float) for end in ("low", "high"))
        level = np.searchsorted(scene.levels, np.repeat(np.repeat(scene.values, 2, 0), 2, 1).ravel())
        share = (level / max(1, len(scene.levels)))[:, None]
        pixels = np.where(np.isfinite(share), low + share * (high - low), 0.0).astype(np.uint8)
        pixels[~np.isfinite(np.repeat(np.repeat(scene.values, 2, 0), 2, 1).ravel())] = 0
        rows, columns = scene.values.shape[0] * 2, scene.values.shape[1] * 2
        flipped = np.ascontiguousarray(pixels.reshape(rows, columns, 4)[::-1])
        return QImage(flipped.data, columns, rows, columns * 4, QImage.Format.Format_RGBA8888).copy()


def contour_lines(scene: PathsScene) -> Array:
    """All contours as segments (n, 2, 2) in data."""
    generator: Any = contourpy.contour_generator(scene.x, scene.y, np.ma.masked_invalid(scene.values))
    pieces = [runs_of_lines(line) for level in scene.levels for line in generator.lines(float(level)) if len(line) > 1]
    return np.concatenate(pieces) if pieces else np.empty((0, 2, 2))

