"""Colours of minima: each has a hue, lighter where a start gets there sooner. Divergence is a hatch, no arrival a grey."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QLinearGradient, QPainter

from engine.simulations.race_swarm import SwarmScene
from engine.simulations.race_swarm_basins import AWAY_CODE, NAMED, Basins
from gui.theme import Theme
from gui.widgets.geometry import Array, Segments, clipped

# Shades of a hue; of the darkest, so much is an area of the stacked plot.
SHADES, AREA = 64, 0.28
# Between the lines of the hatch, in pixels.
HATCH = 6.0
SOON, LATE = "soon", "late"


def hue_of(kind: int, named: int) -> int:
    """The number of a minimum's hue: minima without a number of their own share the last one."""
    return kind if kind < named else NAMED


def minimum_colour(theme: Theme, hue: int, end: str) -> QColor:
    """The lightest (`soon`) or the darkest (`late`) shade of a hue."""
    return theme.color(f"minimum_{hue}_{end}")


def area_colour(theme: Theme, hue: int) -> QColor:
    """A hue as an area on paper: what has arrived there."""
    end = SOON if theme.dark else LATE
    return theme.blend(f"minimum_{hue}_{end}", AREA)


def ramp(theme: Theme, hue: int, box: QRectF) -> QLinearGradient:
    """From soon to late, over the width of a box."""
    gradient = QLinearGradient(box.topLeft(), box.topRight())
    gradient.setColorAt(0, minimum_colour(theme, hue, SOON))
    gradient.setColorAt(1, minimum_colour(theme, hue, LATE))
    return gradient


def basin_image(theme: Theme, scene: SwarmScene, basins: Basins) -> QImage:
    """Where the starts end, a pixel a start; see-through where they diverge, so that a hatch below it is seen."""
    table = _table(theme, scene)
    span = basins.slow - basins.quick
    share = (basins.step - basins.quick) / span if span > 0 else np.zeros(basins.step.shape)
    shade = np.nan_to_num(np.clip(share, 0, 1) * (SHADES - 1)).astype(np.intp)
    # Not arrived and diverged are −1 and −2: the last rows of the table.
    pixels = np.ascontiguousarray(table[basins.kind, shade].reshape(scene.side, scene.side)[::-1])
    image = QImage(pixels.data, scene.side, scene.side, 4 * scene.side, QImage.Format.Format_ARGB32)
    return image.copy()


def _table(theme: Theme, scene: SwarmScene) -> NDArray[np.uint32]:
    """The colours 0xAARRGGBB by kind and shade: the minima, then diverged, then not arrived."""
    rows = [_shades(theme, hue_of(kind, scene.targets.named)) for kind in range(scene.targets.kinds)]
    unsettled = np.full(SHADES, theme.color("unsettled").rgba(), dtype=np.uint32)
    return np.stack([*rows, np.zeros(SHADES, dtype=np.uint32), unsettled])


def _shades(theme: Theme, hue: int) -> NDArray[np.uint32]:
    ends = [minimum_colour(theme, hue, end) for end in (SOON, LATE)]
    first, last = (np.array([c.red(), c.green(), c.blue()], dtype=float) for c in ends)
    parts = np.rint(first + np.linspace(0, 1, SHADES)[:, None] * (last - first)).astype(np.uint32)
    return np.asarray(0xFF000000 | parts[:, 0] << 16 | parts[:, 1] << 8 | parts[:, 2], dtype=np.uint32)


def any_diverged(basins: Basins) -> bool:
    """Whether the hatch is seen at all."""
    return bool((basins.kind == AWAY_CODE).any())


def hatch_lines(box: QRectF) -> Array:
    """The slanted lines of the hatch within a box, (n, 2, 2). Cut by arithmetic: a file of vectors keeps no clip."""
    width, height = box.width(), box.height()
    right = np.arange(1, math.ceil((width + height) / HATCH)) * HATCH
    lines = np.stack(
        [np.stack([right, 0 * right], axis=-1), np.stack([right - height, 0 * right + height], axis=-1)], 1
    )
    cut, _ = clipped(lines, width, height, margin=0)
    return np.asarray(cut + np.array([box.left(), box.top()]))


def paint_hatch(painter: QPainter, theme: Theme, box: QRectF) -> None:
    """The sign of divergence: slanted lines on a soft ground."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.fillRect(box, theme.brush("soft"))
    painter.setPen(theme.pen("quiet", 1.2))
    Segments().draw_lines(painter, hatch_lines(box))


def paint_basins(painter: QPainter, theme: Theme, box: QRectF, image: QImage, hatched: bool) -> None:
    """The hatch where it is seen, and the picture of the basins."""
    if hatched:
        paint_hatch(painter, theme, box)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, image.width() > box.width())
    painter.drawImage(box, image)
