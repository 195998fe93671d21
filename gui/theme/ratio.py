"""What a painter paints on: how many device pixels a logical one has, and whether there are pixels at all."""

from __future__ import annotations

import math

from PySide6.QtGui import QPaintEngine, QPainter

PIXELS = (QPaintEngine.Type.Raster, QPaintEngine.Type.OpenGL2)


def device_ratio(painter: QPainter) -> float:
    """Device pixels to a logical pixel: 2 on a 2× screen and in a 2× picture.

    Inside `QWidget.render` the painter's device is the widget, whatever it is being painted on, so its own
    `devicePixelRatio` is no answer; the transforms are. 1 where the painter's own transform squeezes all to a line.
    """
    world, device = painter.worldTransform(), painter.deviceTransform()
    area = abs(world.determinant())
    return math.sqrt(abs(device.determinant()) / area) if area > 0 else 1.0


def draws_vectors(painter: QPainter) -> bool:
    """Whether what is painted is kept as shapes (SVG, PDF): then paint no layers and no cached images."""
    return painter.paintEngine().type() not in PIXELS
