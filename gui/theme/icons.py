"""Kobai's own icons: SVG files in one colour, painted in whatever colour the theme asks for."""

from __future__ import annotations

import functools
from importlib import resources

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QImage, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from gui.theme.theme import Theme

PLACEHOLDER = "currentColor"
RATIOS = (1, 2, 3)


@functools.cache
def source(name: str) -> str:
    """The SVG text of the icon `name`; `FileNotFoundError` if there is none."""
    return (resources.files("resources") / "icons" / f"{name}.svg").read_text("utf-8")


@functools.lru_cache(maxsize=256)
def image(name: str, rgba: int, pixels: int) -> QImage:
    """The icon as a square of `pixels` device pixels, its placeholder colour replaced by `rgba`.

    Images, not pixmaps, are kept: they may outlive the application object.
    """
    color = QColor.fromRgba(rgba)
    svg = source(name).replace(PLACEHOLDER, color.name())
    renderer = QSvgRenderer(QByteArray(svg.encode()))
    made = QImage(pixels, pixels, QImage.Format.Format_ARGB32_Premultiplied)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    painter.setOpacity(color.alphaF())
    renderer.render(painter)
    painter.end()
    return made


def icon(theme: Theme, name: str, colour: str | int = "ink", size: int = 20) -> QIcon:
    """The icon for buttons and menus, sharp at ratios 1 to 3."""
    made = QIcon()
    for ratio in RATIOS:
        pixmap = QPixmap.fromImage(image(name, theme.color(colour).rgba(), size * ratio))
        pixmap.setDevicePixelRatio(ratio)
        made.addPixmap(pixmap)
    return made


def paint_icon(painter: QPainter, area: QRectF, name: str, color: QColor) -> None:
    """Paint the icon into a square, sharp at the painter's own ratio."""
    ratio = painter.deviceTransform().m11()
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.drawImage(area, image(name, color.rgba(), max(1, round(area.width() * ratio))))


def app_icon() -> QIcon:
    """The program's own icon, in its own colours."""
    made = QIcon()
    for pixels in (16, 24, 32, 48, 64, 128, 256):
        made.addPixmap(QPixmap.fromImage(image("kobai", QColor("black").rgba(), pixels)))
    return made
