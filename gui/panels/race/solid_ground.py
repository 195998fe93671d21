"""The loss surface in three dimensions: the picture from above as its floor, shaded quads, contours."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from pyqtgraph.functions import create_qpolygonf, ndarray_from_qpolygonf
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QImage, QPainter, QPen, QPolygonF, QTransform

from engine.simulations.race_paths import PathsScene
from gui.panels.race.solid_mesh import QUADS, Mesh, places_in_space
from gui.panels.race.solid_sight import Sight
from gui.panels.race.solid_space import SIDES
from gui.panels.race.surface_ground import SurfaceGround
from gui.theme import Theme
from gui.theme.ratio import draws_vectors
from gui.widgets.geometry import Array, Segments, runs_of_lines

Numbers = NDArray[np.int64]
# Shades from the lowest colour to the highest, each in so many degrees of light.
SHADES, LIGHTS = 48, 48
# Where light comes from: the right, the front, above.
LIGHT = np.array([0.35, -0.45, 0.82])
# Every so many quads a line of the mesh is drawn.
MESH_LINES = 5


class SolidGround:
    """Paints what stands still: floor and surface. `flat` is the picture from above."""

    def __init__(self, theme: Theme, flat: SurfaceGround) -> None:
        self.theme, self.flat = theme, flat
        self._segments = Segments()
        self._lit: tuple[Mesh | None, Numbers] = (None, np.empty(0, np.int64))
        self._laid: tuple[tuple[PathsScene | None, Theme] | None, QImage] = (None, QImage())
        self._painted: tuple[Theme | None, list[QBrush]] = (None, [])

    def draw(self, painter: QPainter, sight: Sight) -> None:
        """From the back to the front."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw_floor(painter, sight)
        self._draw_quads(painter, sight)
        self._draw_lines(painter, sight)

    # -- floor --------------------------------------------------------------------------------------------------------

    def _draw_floor(self, painter: QPainter, sight: Sight) -> None:
        """The picture from above, laid down, fainter than it is."""
        projection, (wide, deep) = sight.projection, SIDES
        left, top = projection.point(-wide / 2, deep / 2, 0.0)
        (a, b), (c, d, _) = projection.right, projection.down
        painter.save()
        painter.setTransform(QTransform(a * wide, c * wide, -b * deep, -d * deep, left, top), combine=True)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(QRectF(0, 0, 1, 1), self._image())
        painter.restore()
        lines = sight.mesh.quads(self.flat.lines)
        pixels = projection.pixels(*places_in_space(lines), 0.0)
        painter.setPen(QPen(self.theme.blend("contour", 0.6, "surface_high"), 0.7))
        self._segments.draw_lines(painter, pixels)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(self.theme.color("line"), 1.0))
        corners = projection.pixels(*places_in_space(QUADS * np.array([[0, 0], [1, 0], [1, 1], [0, 1]])), 0.0)
        painter.drawPolygon(QPolygonF([QPointF(*corner) for corner in corners.tolist()]))

    def _image(self) -> QImage:
        """That picture's colours, made once for a scene and a theme."""
        key = self.flat.scene, self.theme
        if self._laid[0] != key:
            self._laid = key, self.flat.image()
        return self._laid[1]

    # -- surface ------------------------------------------------------------------------------------------------------

    def _draw_quads(self, painter: QPainter, sight: Sight) -> None:
        """From the far side to the near one. Edges that are smoothed leave seams, unless each quad is also outlined."""
        mesh, camera = sight.mesh, sight.camera
        j, i = np.mgrid[0 : QUADS + 1, 0 : QUADS + 1]
        pixels = sight.projection.pixels(*places_in_space(np.stack([i, j], axis=-1).astype(float)), mesh.heights)
        corners = np.stack([pixels[:-1, :-1], pixels[:-1, 1:], pixels[1:, 1:], pixels[1:, :-1]], axis=2)
        tones = self._tones(mesh) + SHADES * LIGHTS * _turned_away(corners)
        whole = np.asarray(np.isfinite(corners).all(axis=(2, 3)))
        order = [range(QUADS)[:: -1 if part < 0 else 1] for part in camera.towards]
        brushes = self._palette()
        painter.save()
        vectors = draws_vectors(painter)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, vectors)
        painter.setPen(Qt.PenStyle.NoPen)
        polygon = create_qpolygonf(4)
        ends = ndarray_from_qpolygonf(polygon)
        rows, columns = np.meshgrid(order[1], order[0], indexing="ij")
        kept = whole[rows, columns].ravel()
        rows, columns = rows.ravel()[kept], columns.ravel()[kept]
        colors = tones[rows, columns].tolist()
        for places, color in zip(corners[rows, columns], colors, strict=True):
            painter.setBrush(brushes[color])
            if vectors:
                painter.setPen(QPen(brushes[color].color(), 0.6))
            ends[:] = places
            painter.drawConvexPolygon(polygon)
        painter.restore()

    def _tones(self, mesh: Mesh) -> Numbers:
        """The place in the palette of each quad."""
        if self._lit[0] is not mesh:
            heights, (wide, deep) = mesh.heights, SIDES
            middle = (mesh.shades[:-1, :-1] + mesh.shades[1:, 1:] + mesh.shades[:-1, 1:] + mesh.shades[1:, :-1]) / 4
            slope_x = (heights[:-1, 1:] + heights[1:, 1:] - heights[:-1, :-1] - heights[1:, :-1]) / 2 * QUADS / wide
            slope_y = (heights[1:, :-1] + heights[1:, 1:] - heights[:-1, :-1] - heights[:-1, 1:]) / 2 * QUADS / deep
            normal = np.stack([-slope_x, -slope_y, np.ones_like(slope_x)], axis=-1)
            light = normal @ LIGHT / np.linalg.norm(normal, axis=-1) / np.linalg.norm(LIGHT)
            shade = np.nan_to_num(np.clip(middle, 0, 1)) * (SHADES - 1)
            lit = np.nan_to_num(np.clip(light, 0, 1)) * (LIGHTS - 1)
            self._lit = mesh, (shade.astype(np.int64) * LIGHTS + lit.astype(np.int64))
        return self._lit[1]

    def _palette(self) -> list[QBrush]:
        """The colour of each shade in each light, seen from above, then from below."""
        if self._painted[0] is not self.theme:
            low, high = (np.array(self.theme.color(f"surface_{end}").getRgb(), float)[:3] for end in ("low", "high"))
            base = low + np.linspace(0, 1, SHADES)[:, None, None] * (high - low)
            light = (1.45 if self.theme.dark else 1.06) * (0.62 + 0.38 * np.linspace(0, 1, LIGHTS)[:, None])
            above = (base * light).reshape(-1, 3)
            parts = np.concatenate([above, 0.88 * above]).round().clip(0, 255).astype(int).tolist()
            self._painted = self.theme, [QBrush(QColor(*part)) for part in parts]
        return self._painted[1]

    def _draw_lines(self, painter: QPainter, sight: Sight) -> None:
        """Mesh, contours, and the surface's edge."""
        steps = np.linspace(0, QUADS, QUADS + 1)
        inner = [_across(steps, float(k)) for k in range(MESH_LINES, QUADS, MESH_LINES)]
        edges = [_across(steps, float(k)) for k in (0, QUADS)]
        for lines, color, share, width in (
            (np.concatenate(inner), "contour", 0.35, 0.6),
            (sight.mesh.quads(self.flat.lines), "contour", 1.0, 0.9),
            (np.concatenate(edges), "contour", 1.0, 0.9),
        ):
            painter.setPen(QPen(self.theme.color(color, share), width))
            self._segments.draw_lines(painter, sight.surface_lines(lines)[0])


def _across(steps: Array, at: float) -> Array:
    """The two lines of the mesh at `at` quads, one along each side, as segments (n, 2, 2)."""
    along = np.stack([steps, np.full_like(steps, at)], axis=-1)
    return np.concatenate([runs_of_lines(along), runs_of_lines(along[:, ::-1])])


def _turned_away(corners: Array) -> Numbers:
    """1 for quads (…, 4, 2) in pixels that show their lower side, else 0."""
    first, second = corners[..., 2, :] - corners[..., 0, :], corners[..., 3, :] - corners[..., 1, :]
    with np.errstate(invalid="ignore"):
        turned: Numbers = (first[..., 0] * second[..., 1] - first[..., 1] * second[..., 0] > 0).astype(np.int64)
    return turned
