"""Small strokes that all painted widgets share: rounded frames, the focus ring, tinted labels, marks on a colour."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPalette, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from gui.theme import Theme

RADIUS = 6.0
# Knobs and icons on a filled ground: white in every look, as the design has them.
ON_COLOUR = QColor("#ffffff")
# A ground of this luminance stands out from both alike.
EVEN = 0.19


def begin(widget: QWidget) -> QPainter:
    """An antialiasing painter on `widget`; the caller ends it."""
    painter = QPainter(widget)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    return painter


def inset(widget: QWidget, by: float = 0.5) -> QRectF:
    """The widget's area, drawn in by half a line so that a frame falls on whole pixels."""
    return QRectF(widget.rect()).adjusted(by, by, -by, -by)


def frame(painter: QPainter, area: QRectF, fill: QColor | None, line: QColor | None, width: float = 1.0) -> None:
    """A rounded box; widths in logical pixels, so that it looks the same at every ratio."""
    painter.setBrush(fill if fill is not None else Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(line, width) if line is not None else Qt.PenStyle.NoPen)
    painter.drawRoundedRect(area, RADIUS, RADIUS)


def focus_ring(painter: QPainter, area: QRectF, theme: Theme, radius: float = RADIUS) -> None:
    """The sign that a widget has the keyboard."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(theme.color("accent"), 2.0))
    painter.drawRoundedRect(area, radius, radius)


def tint(widget: QWidget, theme: Theme, name: str) -> None:
    """Let a label's or a field's text have a colour of the theme, on a ground that shows through."""
    palette = widget.palette()
    for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
        palette.setColor(role, theme.color(name))
    palette.setColor(QPalette.ColorRole.Base, QColor(0, 0, 0, 0))
    palette.setColor(QPalette.ColorRole.PlaceholderText, theme.color("quiet"))
    palette.setColor(QPalette.ColorRole.Highlight, theme.color("accent"))
    palette.setColor(QPalette.ColorRole.HighlightedText, theme.color("on_accent"))
    widget.setPalette(palette)


def luminance(color: QColor) -> float:
    """Relative luminance, 0 to 1 (WCAG 2.1)."""
    parts = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in color.getRgbF()[:3]]  # type: ignore[index]
    return float(0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2])


def mark_on(color: QColor) -> QColor:
    """White or near-black, whichever stands out more from `color`."""
    return ON_COLOUR if luminance(color) < EVEN else QColor("#16181d")


def check_mark(painter: QPainter, area: QRectF, color: QColor) -> None:
    """A tick across `area`."""
    pen = QPen(color, area.width() / 7)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    places = ((0.25, 0.53), (0.43, 0.70), (0.76, 0.32))
    painter.drawPolyline(
        QPolygonF([QPointF(area.x() + area.width() * x, area.y() + area.height() * y) for x, y in places])
    )


def signed(text: str) -> str:
    """A number with a true minus sign."""
    return text.replace("-", "−")
