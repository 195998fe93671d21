"""The loss surface as shading and contours."""

from __future__ import annotations

from typing import Any

import contourpy
import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QImage, QPainter, QPen

from engine.simulations.race_paths import PathsScene
from gui.theme import Theme
from gui.widgets.geometry import Array, Mapping, Segments, clipped, runs_of_lines

Array8 = NDArray[np.uint8]


class SurfaceGround:
    """Paints a scene's surface below the trails. A hole (a value that is not finite) stays paper-coloured."""

    def __init__(self, theme: Theme) -> None:
        self.theme = theme
        self.scene: PathsScene | None = None
        self._lines: Array = np.empty((0, 2, 2))
        self._segments = Segments()

    def show(self, scene: PathsScene) -> bool:
        """Take another scene; whether it is another. The same one costs nothing."""
        if scene is self.scene:
            return False
        self.scene = scene
        self._lines = contour_lines(scene)
        return True

    def draw(self, painter: QPainter, mapping: Mapping) -> None:
        """Shade, then contours."""
        scene = self.scene
        if scene is None:
            return
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        x0, x1, y0, y1 = scene.domain
        corners = mapping.pixels(np.array([[x0, y1], [x1, y0]]))
        painter.drawImage(QRectF(QPointF(*corners[0]), QPointF(*corners[1])), self._image(scene))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self.theme.color("contour"), 0.8))
        lines, _ = clipped(mapping.pixels(self._lines), mapping.width, mapping.height)
        self._segments.draw_lines(painter, lines)

    def _image(self, scene: PathsScene) -> QImage:
        """Bands of one colour between the contours, as on a map; each value of the grid as 2×2 pixels."""
        bands = np.searchsorted(scene.levels, scene.values)[::-1].repeat(2, axis=0).repeat(2, axis=1)
        rows, columns = bands.shape
        pixels = self._colours(len(scene.levels))[bands]
        pixels[~np.isfinite(scene.values)[::-1].repeat(2, axis=0).repeat(2, axis=1)] = 0
        return QImage(pixels.data, columns, rows, columns * 4, QImage.Format.Format_RGBA8888).copy()

    def _colours(self, levels: int) -> Array8:
        """The colour of each band from the lowest to the highest, (levels + 1, 4)."""
        low, high = (np.array(self.theme.color(f"surface_{end}").getRgb(), dtype=float) for end in ("low", "high"))
        share = np.arange(levels + 1)[:, None] / max(1, levels)
        return np.asarray((low + share * (high - low)).astype(np.uint8))


def contour_lines(scene: PathsScene) -> Array:
    """All contours as segments (n, 2, 2) in data, none where a value is not finite.

    The generator's class is called itself: contourpy's function that chooses one loads `numpy.ma`, 17 ms of the start.
    """
    hole = ~np.isfinite(scene.values)
    generator: Any = contourpy.SerialContourGenerator(
        *np.meshgrid(scene.x, scene.y),
        scene.values,
        hole,
        corner_mask=True,
        line_type=contourpy.LineType.Separate,
        fill_type=contourpy.FillType.OuterOffset,
        quad_as_tri=False,
        z_interp=contourpy.ZInterp.Linear,
        x_chunk_size=0,
        y_chunk_size=0,
    )
    pieces = [runs_of_lines(line) for level in scene.levels for line in generator.lines(float(level)) if len(line) > 1]
    return np.concatenate(pieces) if pieces else np.empty((0, 2, 2))
