"""What lies below the dots of where the runs are: contours of the loss, or what a network answers over the plane."""

from __future__ import annotations

from typing import Any

import contourpy
import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen

from engine.simulations.schedules_scene import NetworkView, SurfaceView
from gui.theme import Theme
from gui.widgets.geometry import Array, Mapping, Segments, runs_of_lines

# Of the classes 0 and 1; and how much of a class's colour a certain answer has.
CLASSES, GROUND = (3, 2), 0.62
POINT = 2.2  # the size of a data point


class SurfaceGround:
    """A piece of a loss surface as bands of colour with contours between them."""

    def __init__(self, theme: Theme, view: SurfaceView) -> None:
        self.theme, self.view = theme, view
        self._lines = contours(view)
        self._segments = Segments()

    def mapping(self, side: float) -> Mapping:
        """From the surface to a square of `side` pixels."""
        (x, y), reach = self.view.minimum, self.view.reach
        return Mapping.between(QRectF(x - reach, y - reach, 2 * reach, 2 * reach), side, side)

    def draw(self, painter: QPainter, side: float) -> None:
        """Paint it into a square at the origin."""
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(QRectF(0, 0, side, side), self._image())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self.theme.color("contour"), 0.8))
        self._segments.draw_lines(painter, self.mapping(side).pixels(self._lines))

    def _image(self) -> QImage:
        view = self.view
        low, high = (np.array(self.theme.color(f"surface_{end}").getRgb(), dtype=float) for end in ("low", "high"))
        share = np.arange(len(view.levels) + 1)[:, None] / max(1, len(view.levels))
        colours = (low + share * (high - low)).astype(np.uint8)
        pixels: NDArray[np.uint8] = colours[np.searchsorted(view.levels, view.values)[::-1]]
        pixels[~np.isfinite(view.values)[::-1]] = 0
        rows, columns = view.values.shape
        return QImage(pixels.data, columns, rows, 4 * columns, QImage.Format.Format_RGBA8888).copy()


def contours(view: SurfaceView) -> Array:
    """All contours as segments (n, 2, 2), none where a value is not finite.

    The generator's class is called itself: contourpy's function that chooses one loads `numpy.ma`, 17 ms.
    """
    generator: Any = contourpy.SerialContourGenerator(
        *np.meshgrid(view.x, view.y),
        view.values,
        ~np.isfinite(view.values),
        corner_mask=True,
        line_type=contourpy.LineType.Separate,
        fill_type=contourpy.FillType.OuterOffset,
        quad_as_tri=False,
        z_interp=contourpy.ZInterp.Linear,
        x_chunk_size=0,
        y_chunk_size=0,
    )
    lines = (line for level in view.levels.tolist() for line in generator.lines(level))
    pieces = [runs_of_lines(np.asarray(line)) for line in lines if len(line) > 1]
    return np.concatenate(pieces) if pieces else np.empty((0, 2, 2))


class NetworkGround:
    """Colours for a network's answers, and the points that it learns from."""

    def __init__(self, theme: Theme, view: NetworkView) -> None:
        self.theme, self.view = theme, view
        self._points = Segments()
        first, last = (_rgb(theme.blend(series, GROUND)) for series in CLASSES)
        middle = _rgb(theme.color("paper"))
        share = np.linspace(-1.0, 1.0, 256)[:, None]
        rgb = np.rint(np.where(share < 0, middle - share * (first - middle), middle + share * (last - middle)))
        r, g, b = rgb.astype(np.uint32).T
        self._table = (0xFF000000 | r << 16 | g << 8 | b).astype(np.uint32)

    def image(self, answer: Array) -> QImage:
        """A pixel for each answer (rows from below, columns): class 0 through paper to class 1; NaN is paper."""
        place = np.clip(np.nan_to_num(answer, nan=0.5) * 255, 0, 255).astype(np.intp)
        pixels: NDArray[np.uint32] = np.ascontiguousarray(self._table[place][::-1])
        height, width = pixels.shape
        return QImage(pixels.data, width, height, 4 * width, QImage.Format.Format_RGB32).copy()

    def draw_points(self, painter: QPainter, side: float) -> None:
        """The points, in a square of `side` pixels at the origin."""
        x, y = self.view.x, self.view.y
        area = QRectF(float(x[0]), float(y[0]), float(x[-1] - x[0]), float(y[-1] - y[0]))
        places = Mapping.between(area, side, side).pixels(self.view.points)
        for label, series in enumerate(CLASSES):
            pen = QPen(self._point_colour(series), POINT, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
            painter.setPen(pen)
            self._points.draw_points(painter, places[self.view.labels.ravel() == label])

    def _point_colour(self, series: int) -> QColor:
        """Darker (lighter in the dark) than the ground of its class."""
        color = self.theme.series(series)
        return color.lighter(125) if self.theme.dark else color.darker(175)


def _rgb(color: QColor) -> Array:
    return np.array((color.red(), color.green(), color.blue()), dtype=np.float64)
