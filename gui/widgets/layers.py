"""Items that paint what is settled once, into a pixmap of device pixels, and blit it from then on."""

from __future__ import annotations

from typing import Any

import pyqtgraph as pg
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPaintEngine, QPainter, QPixmap
from PySide6.QtWidgets import QWidget

from gui.theme import Theme
from gui.widgets.geometry import Mapping

CLEAR = Qt.GlobalColor.transparent
RASTER = (QPaintEngine.Type.Raster, QPaintEngine.Type.OpenGL2)


class Layered(pg.GraphicsObject):  # type: ignore[misc]
    """An item that fills its view box. Subclasses paint in logical pixels of the box, `Mapping` at hand."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme
        self._key: tuple[Any, ...] = ()
        self._bounds: QRectF | None = None
        self.setFlag(self.GraphicsItemFlag.ItemUsesExtendedStyleOption)

    def boundingRect(self) -> QRectF:
        """The visible range, in data."""
        if self._bounds is None:
            self._bounds = QRectF(self.viewRect())
        return self._bounds

    def viewRangeChanged(self) -> None:
        """The range has moved: so has the bounding rectangle."""
        self._bounds = None
        self.prepareGeometryChange()
        self.update()

    def set_theme(self, theme: Theme) -> None:
        """Take colours from `theme`; what was painted in the old ones is dropped."""
        self.theme = theme
        self.forget()

    def forget(self) -> None:
        """Paint everything anew at the next turn."""
        self._key = ()
        self.update()

    def paint(self, painter: QPainter, option: Any, widget: QWidget | None = None) -> None:  # noqa: ANN401
        """Blit the layers (or, into a file of vectors, draw everything)."""
        box = self._box(painter)
        if box.width() < 2 or box.height() < 2:
            return
        mapping = Mapping.between(self.boundingRect(), box.width(), box.height())
        painter.save()
        world = painter.worldTransform()
        painter.setWorldTransform(world.fromTranslate(0, 0))
        painter.translate(box.topLeft())
        if painter.paintEngine().type() not in RASTER:
            painter.setClipRect(QRectF(0, 0, box.width(), box.height()))
            self.draw_vectors(painter, mapping)
        else:
            ratio = painter.deviceTransform().m11() / (painter.worldTransform().m11() or 1.0)
            self._blit(painter, mapping, ratio)
        painter.restore()

    def _box(self, painter: QPainter) -> QRectF:
        """The box in the painter's logical pixels, on whole ones."""
        area = painter.worldTransform().mapRect(self.boundingRect())
        return QRectF(area.toAlignedRect())

    def _blit(self, painter: QPainter, mapping: Mapping, ratio: float) -> None:
        key = (mapping, ratio, self.theme.name, self.theme.ratio)
        if key != self._key:
            self._key = key
            self.restart(mapping, ratio)
        self.draw_layers(painter, mapping)

    def new_layer(self, mapping: Mapping, ratio: float, ground: QColor | Qt.GlobalColor = CLEAR) -> QPixmap:
        """An empty layer of the box's size in device pixels; on an opaque ground it is blitted in half the time."""
        layer = QPixmap(round(mapping.width * ratio), round(mapping.height * ratio))
        layer.setDevicePixelRatio(ratio)
        layer.fill(ground)
        return layer

    def restart(self, mapping: Mapping, ratio: float) -> None:
        """Size, range, theme or data have changed: begin the layers anew."""

    def draw_layers(self, painter: QPainter, mapping: Mapping) -> None:
        """Bring the layers up to date and blit them."""

    def draw_vectors(self, painter: QPainter, mapping: Mapping) -> None:
        """Draw everything, without layers."""
