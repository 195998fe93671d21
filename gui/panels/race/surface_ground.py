"""The loss surface as shading and contours."""

from __future__ import annotations

from typing import Any

import contourpy
import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QImage, QPainter, QPen

from engine.simulations.race_paths import PathsScene
from gui.theme import Theme
from gui.widgets.geometry import Array, Mapping, Segments, clipped, runs_of_lines

HATCH = 9.0  # pixels between the lines of a hole
Array8 = NDArray[np.uint8]


class SurfaceGround:
    """Paints a scene's surface below the trails. A hole (where its value is not finite) is hatched.

    `lines` are its contours, as segments (n, 2, 2) in data.
    """

    def __init__(self, theme: Theme) -> None:
        self.theme = theme
        self.scene: PathsScene | None = None
        self.lines: Array = np.empty((0, 2, 2))
        self._segments = Segments()

    def show(self, scene: PathsScene) -> bool:
        """Take another scene; whether it is another. The same one costs nothing."""
        if scene is self.scene:
            return False
        self.scene = scene
        self.lines = contour_lines(scene)
        return True

    def draw(self, painter: QPainter, mapping: Mapping) -> None:
        """Shade, then contours."""
        scene = self.scene
        if scene is None:
            return
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        x0, x1, y0, y1 = scene.domain
        corners = mapping.pixels(np.array([[x0, y1], [x1, y0]]))
        area = QRectF(QPointF(*corners[0]), QPointF(*corners[1]))
        if not np.isfinite(scene.values).all():
            self._draw_hatch(painter, area)
        painter.drawImage(area, self.image())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self.theme.color("contour"), 0.8))
        lines, _ = clipped(mapping.pixels(self.lines), mapping.width, mapping.height)
        self._segments.draw_lines(painter, lines)

    def _draw_hatch(self, painter: QPainter, area: QRectF) -> None:
        """Slanted lines all over, which are seen through the holes of the image."""
        painter.fillRect(area, self.theme.color("soft"))
        painter.setPen(QPen(self.theme.color("quiet", 0.55), 1.0))
        starts = np.arange(area.left() - area.height(), area.right(), HATCH)
        low, high = (np.full_like(starts, y) for y in (area.bottom(), area.top()))
        lines = np.stack([np.stack([starts, low], axis=1), np.stack([starts + area.height(), high], axis=1)], axis=1)
        painter.save()
        painter.setClipRect(area, Qt.ClipOperation.IntersectClip)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._segments.draw_lines(painter, lines)
        painter.restore()

    def image(self) -> QImage:
        """Bands of one colour between the contours, as on a map; each value of the grid as 2×2 pixels."""
        scene = self.scene
        if scene is None:
            return QImage()
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
