"""Small signs drawn as paths, never as glyphs (which many fonts lack): swatches, check, cross, nearly, badges."""

from __future__ import annotations

import functools
from typing import Literal

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPainterPathStroker, QTransform

from gui.theme import Theme
from gui.widgets.themed import Face

Colour = int | str  # the number of a series, or a name in the theme
Mark = Literal["check", "cross", "nearly"]
Shape = Literal["square", "dot", "ring", "none"]
SERIES_COUNT = 6
SWATCH = 13.0  # side of a swatch
BADGE = 18.0  # diameter of a numbered badge
# Polylines in a square of side 1.
STROKES: dict[Mark, tuple[tuple[tuple[float, float], ...], ...]] = {
    "check": (((0.12, 0.52), (0.40, 0.82), (0.88, 0.20)),),
    "cross": (((0.17, 0.17), (0.83, 0.83)), ((0.83, 0.17), (0.17, 0.83))),
    "nearly": tuple(
        ((0.08, y + 0.06), (0.28, y - 0.09), (0.50, y), (0.72, y + 0.09), (0.92, y - 0.06)) for y in (0.34, 0.66)
    ),
}
WEIGHTS: dict[Mark, float] = {"check": 0.20, "cross": 0.20, "nearly": 0.12}
# How marks stand in text that is copied or read out.
SPOKEN: dict[Mark, str] = {"check": "✓", "cross": "✗", "nearly": "≈"}
MARK_COLOURS: dict[Mark, str] = {"check": "ink", "cross": "accent", "nearly": "quiet"}


@functools.cache
def mark_path(mark: Mark, side: float) -> QPainterPath:
    """The outline of a mark in a square of `side` pixels."""
    line = QPainterPath()
    for points in STROKES[mark]:
        line.moveTo(*points[0])
        for point in points[1:]:
            line.lineTo(*point)
    stroker = QPainterPathStroker()
    stroker.setWidth(WEIGHTS[mark])
    stroker.setCapStyle(Qt.PenCapStyle.RoundCap)
    stroker.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    stroker.setCurveThreshold(0.01)
    outline = stroker.createStroke(line).simplified()
    return QTransform.fromScale(side, side).map(outline)


def draw_mark(painter: QPainter, theme: Theme, mark: Mark, centre: QPointF, side: float = 10) -> None:
    """Paint a check (ink), a cross (accent) or a "nearly" (quiet). Sides grow with the theme's text."""
    side *= theme.text_scale
    corner = centre - QPointF(side / 2, side / 2)
    painter.translate(corner)
    painter.fillPath(mark_path(mark, side), theme.brush(MARK_COLOURS[mark]))
    painter.translate(-corner)


def draw_swatch(
    painter: QPainter,
    theme: Theme,
    colour: Colour,
    centre: QPointF,
    shape: Shape = "square",
    side: float = SWATCH,
) -> None:
    """Paint a sample of a colour; shape `none` leaves its place empty. From the seventh series on colours repeat and lines are dashed: so is the square."""
    if shape == "none":
        return
    side *= theme.text_scale
    box = QRectF(centre.x() - side / 2, centre.y() - side / 2, side, side)
    if shape == "ring":
        painter.setBrush(theme.brush("card"))
        painter.setPen(theme.pen(colour if isinstance(colour, str) else colour % SERIES_COUNT, 1.4))
        painter.drawEllipse(box.adjusted(0.7, 0.7, -0.7, -0.7))
        return
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.brush(colour))
    if shape == "dot":
        painter.drawEllipse(box)
    elif isinstance(colour, int) and colour >= SERIES_COUNT:
        width = side * 0.4
        painter.drawRoundedRect(QRectF(box.left(), box.top(), width, side), 2, 2)
        painter.drawRoundedRect(QRectF(box.right() - width, box.top(), width, side), 2, 2)
    else:
        painter.drawRoundedRect(box, 3, 3)


def draw_line_sample(
    painter: QPainter,
    theme: Theme,
    colour: Colour,
    left: QPointF,
    length: float,
    width: float = 2,
    dash: str | None = None,
) -> None:
    """Paint a piece of a curve for a legend."""
    painter.setPen(theme.pen(colour, width, dash))
    painter.drawLine(left, left + QPointF(length, 0))


def draw_badge(
    painter: QPainter,
    theme: Theme,
    text: str,
    centre: QPointF,
    face: Face,
    fill: str = "ink",
    hollow: bool = False,
) -> None:
    """Paint a number in a disc: filled with a theme colour, or hollow and quiet for what is still to come."""
    radius = BADGE * theme.text_scale / 2
    if hollow:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(theme.pen("quiet", 1.2))
        painter.drawEllipse(centre, radius - 0.6, radius - 0.6)
    else:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.brush(fill))
        painter.drawEllipse(centre, radius, radius)
        painter.setPen(theme.color("on_accent" if fill == "accent" else "paper"))
    painter.setFont(face.font)
    baseline = face.middle(centre.y() - radius, 2 * radius)
    painter.drawText(QPointF(centre.x() - face.width(text) / 2, baseline), text)
