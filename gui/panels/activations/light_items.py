"""Lines, marks and labels that move at every frame: Qt's own items, which cost a tenth of pyqtgraph's."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPen, QTransform
from PySide6.QtWidgets import QGraphicsEllipseItem, QGraphicsItem, QGraphicsLineItem, QGraphicsSimpleTextItem

from gui.theme import Theme
from gui.widgets.plot import PenSpec, Plot

MARGIN = 6.0


class Ruler(QGraphicsLineItem):
    """A straight line between two places in data, its pen by name."""

    def __init__(self, plot: Plot, pen: PenSpec, z: float) -> None:
        """On `plot`."""
        super().__init__()
        self.setZValue(z)
        plot.addItem(self, ignoreBounds=True)
        plot.restyle(self, "pen", pen)


class Mark(QGraphicsEllipseItem):
    """A disc of `size` pixels at a place in data, its fill and edge by name."""

    def __init__(self, plot: Plot, size: float, fill: PenSpec, z: float, edge: PenSpec | None = None) -> None:
        """On `plot`."""
        super().__init__(QRectF(-size / 2, -size / 2, size, size))
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemIgnoresTransformations)
        self.setZValue(z)
        plot.addItem(self, ignoreBounds=True)
        plot.restyle(self, "brush", fill)
        if edge is None:
            self.setPen(QPen(Qt.PenStyle.NoPen))
        else:
            plot.restyle(self, "pen", edge)


class Label(QGraphicsSimpleTextItem):
    """A text at a place in data; the `anchor` is the part of it that stands there, (0, 0) its upper left corner."""

    def __init__(self, plot: Plot, colour: str, size: float) -> None:
        """Empty, on `plot`."""
        super().__init__()
        self._size, self._anchor = size, (0.0, 0.0)
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemIgnoresTransformations)
        self.setZValue(30)
        plot.addItem(self, ignoreBounds=True)
        plot.restyle(self, "brush", (colour,))
        self.set_theme(plot.theme)

    def put(self, text: str, x: float, y: float, anchor: tuple[float, float] = (0.0, 0.0)) -> None:
        """Say `text` at a place; nothing is laid out anew for the same text."""
        self.setPos(x, y)
        if text != self.text() or anchor != self._anchor:
            self.setText(text)
            self._anchor = anchor
            self._settle()

    def room(self, text: str) -> float:
        """The width of `text` in pixels, with a little room on both sides."""
        return QFontMetricsF(self.font()).horizontalAdvance(text) + 2 * MARGIN

    def set_theme(self, theme: Theme) -> None:
        """Take the face from `theme`; the plot takes the colour."""
        self.setFont(theme.font(self._size))
        self._settle()

    def _settle(self) -> None:
        box = self.boundingRect()
        self.setTransform(QTransform.fromTranslate(-self._anchor[0] * box.width(), -self._anchor[1] * box.height()))
