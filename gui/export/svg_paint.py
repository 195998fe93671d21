"""Qt's paths, colours, gradients, hatches and pens as the text of SVG attributes."""

from __future__ import annotations

import base64
import math
from collections.abc import Callable
from html import escape
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QByteArray, QDataStream, QIODevice, QRectF, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QGradient,
    QImage,
    QLinearGradient,
    QPainterPath,
    QPen,
    QRadialGradient,
    QTransform,
)

from gui.export.png import png_bytes

Points = NDArray[np.float64]
# Enters an element in the document's definitions, given as tag, attributes and content; returns its `url(#…)`.
Define = Callable[[str, str, str], str]

# One element of a path as Qt's data stream writes it, and the kinds of elements.
ELEMENT = np.dtype([("kind", ">i4"), ("x", ">f8"), ("y", ">f8")])
MOVE, LINE, CURVE = 0, 1, 2
LETTERS = {MOVE: "M", LINE: "L", CURVE: "C"}
# The lines of Qt's hatches in their tile of 8 × 8 device pixels, and the coverage of its dotted brushes.
HATCHES = {
    Qt.BrushStyle.HorPattern: "M0 3.5H8",
    Qt.BrushStyle.VerPattern: "M4.5 0V8",
    Qt.BrushStyle.CrossPattern: "M0 3.5H8M4.5 0V8",
    Qt.BrushStyle.BDiagPattern: "M-1 2L2 -1M-1 10L10 -1",
    Qt.BrushStyle.FDiagPattern: "M-1 -1L9 9M-1 7L1 9M7 -1L9 1",
    Qt.BrushStyle.DiagCrossPattern: "M-1 1L1 -1M-1 9L9 -1M7 9L9 7M-1 -1L9 9M-1 7L1 9M7 -1L9 1",
}
COVERAGE = {
    Qt.BrushStyle.Dense1Pattern: 0.94,
    Qt.BrushStyle.Dense2Pattern: 0.88,
    Qt.BrushStyle.Dense3Pattern: 0.63,
    Qt.BrushStyle.Dense4Pattern: 0.5,
    Qt.BrushStyle.Dense5Pattern: 0.37,
    Qt.BrushStyle.Dense6Pattern: 0.12,
    Qt.BrushStyle.Dense7Pattern: 0.06,
}
# What SVG takes where nothing is said is left out.
CAPS = {Qt.PenCapStyle.FlatCap: "", Qt.PenCapStyle.SquareCap: "square", Qt.PenCapStyle.RoundCap: "round"}
JOINS = {Qt.PenJoinStyle.BevelJoin: "bevel", Qt.PenJoinStyle.RoundJoin: "round"}
SPREADS = {QGradient.Spread.RepeatSpread: "repeat", QGradient.Spread.ReflectSpread: "reflect"}


def number(value: float) -> str:
    """A length in hundredths of a pixel, without needless digits."""
    return f"{round(value, 2) + 0.0:.8g}"


def attributes(**values: object) -> str:
    """Attributes as text, each with a leading space; `_` in a name stands for `-`, an empty value is left out."""
    return "".join(f' {name.replace("_", "-")}="{escape(str(v))}"' for name, v in values.items() if v != "")


def matrix(transform: QTransform) -> str:
    """An affine transform as `matrix(…)`; empty for the identity."""
    t = transform
    if t.isIdentity():
        return ""
    return "matrix({})".format(" ".join(f"{v:.7g}" for v in (t.m11(), t.m12(), t.m21(), t.m22(), t.dx(), t.dy())))


def path_data(path: QPainterPath, snap: Callable[[Points], Points] | None = None) -> str:
    """A path as the text of `d`; `snap` moves its points, an array of shape (n, 2), first. Closed parts end in `Z`."""
    elements = _elements(path)
    points = np.stack((elements["x"], elements["y"]), axis=-1).astype(np.float64)
    points = np.round(snap(points) if snap else points, 2) + 0.0
    kinds = elements["kind"].tolist()
    last_of_part = [kind == MOVE for kind in kinds[1:]] + [True]
    start: list[float] = []
    words: list[str] = []
    for kind, point, last in zip(kinds, points.tolist(), last_of_part, strict=True):
        if kind == MOVE:
            start = point
        closes = last and kind != MOVE and point == start
        if not (closes and kind == LINE):
            words.append(f"{LETTERS.get(kind, ' ')}{point[0]:.8g} {point[1]:.8g}")
        if closes:
            words.append("Z")
    return "".join(words)


def _elements(path: QPainterPath) -> NDArray[Any]:
    """The elements of a path in one read, 25 times faster than asking for each."""
    block = QByteArray()
    stream = QDataStream(block, QIODevice.OpenModeFlag.WriteOnly)
    stream << path  # Qt writes their number, the elements, and two more numbers
    return np.frombuffer(block.data(), ELEMENT, path.elementCount(), 4 if path.elementCount() else 0)


def png_address(image: QImage) -> str:
    """An image as a PNG inside an address, so that the document needs no other file."""
    return "data:image/png;base64," + base64.b64encode(png_bytes(image)).decode("ascii")


# -- paint ------------------------------------------------------------------------------------------------------------


def paint(kind: str, brush: QBrush, opacity: float, box: QRectF, transform: QTransform, define: Define) -> str:
    """The attributes `fill…` or `stroke…` (named by `kind`) of a brush.

    `box` bounds the painted shape before `transform`, which leads to the document's coordinates.
    """
    style = brush.style()
    color = brush.color()
    address = ""
    if brush.gradient() is not None:
        address = _gradient(brush, box, transform, define)
    elif style == Qt.BrushStyle.TexturePattern:
        address = _texture(brush, transform, define)
    elif style in HATCHES:
        address = _hatch(brush, transform, define)
    if not address:
        opacity *= color.alphaF() * COVERAGE.get(style, 1.0)
    return attributes(**{kind: address or color.name(), f"{kind}_opacity": _alpha(opacity)})


def _alpha(value: float) -> str:
    return "" if value >= 1 else f"{max(value, 0.0):.4g}"


def _gradient(brush: QBrush, box: QRectF, transform: QTransform, define: Define) -> str:
    gradient = brush.gradient()
    assert gradient is not None
    if gradient.coordinateMode() != QGradient.CoordinateMode.LogicalMode:
        transform = QTransform(box.width(), 0, 0, box.height(), box.x(), box.y()) * transform
    common = {
        "gradientUnits": "userSpaceOnUse",
        "gradientTransform": matrix(brush.transform() * transform),
        "spreadMethod": SPREADS.get(gradient.spread(), ""),
    }
    stops = "".join(_stop(offset, color) for offset, color in gradient.stops())
    if isinstance(gradient, QLinearGradient):
        a, b = gradient.start(), gradient.finalStop()
        return define("linearGradient", attributes(x1=a.x(), y1=a.y(), x2=b.x(), y2=b.y(), **common), stops)
    assert isinstance(gradient, QRadialGradient)  # the recorder leaves cones to Qt, which paints them as images
    at, focus = gradient.center(), gradient.focalPoint()
    circle = attributes(cx=at.x(), cy=at.y(), r=gradient.radius(), fx=focus.x(), fy=focus.y(), **common)
    return define("radialGradient", circle, stops)


def _hatch(brush: QBrush, transform: QTransform, define: Define) -> str:
    """A hatch is moved with what it fills, but never scaled or turned."""
    color = brush.color()
    moved = matrix(QTransform.fromTranslate(transform.dx(), transform.dy()))
    place = attributes(width=8, height=8, patternUnits="userSpaceOnUse", patternTransform=moved)
    look = attributes(fill="none", stroke=color.name(), stroke_opacity=_alpha(color.alphaF()))
    return define("pattern", place, f'<path d="{HATCHES[brush.style()]}"{look}/>')


def _stop(offset: float, color: QColor) -> str:
    return f"<stop{attributes(offset=f'{offset:.5g}', stop_color=color.name(), stop_opacity=_alpha(color.alphaF()))}/>"


def _texture(brush: QBrush, transform: QTransform, define: Define) -> str:
    image = brush.textureImage()
    size = {"width": image.width(), "height": image.height()}
    place = attributes(**size, patternUnits="userSpaceOnUse", patternTransform=matrix(brush.transform() * transform))
    return define("pattern", place, f'<image{attributes(**size)} xlink:href="{png_address(image)}"/>')


# -- pens -------------------------------------------------------------------------------------------------------------


def stroke_width(pen: QPen, transform: QTransform) -> float | None:
    """The width of a pen's line in the document; None where a slanted transform makes it differ by direction."""
    width = pen.widthF()
    if pen.isCosmetic() or width == 0:
        return width or 1.0
    along, across = math.hypot(transform.m11(), transform.m12()), math.hypot(transform.m21(), transform.m22())
    skew = transform.m11() * transform.m21() + transform.m12() * transform.m22()
    close = 1e-3 * max(along, across)
    return width * along if abs(along - across) <= close and abs(skew) <= close * along else None


def stroke(pen: QPen, width: float) -> str:
    """The attributes of a line `width` pixels wide, without its colour."""
    dashes = [number(max(d, 0.0) * width) for d in pen.dashPattern()] if pen.style() != Qt.PenStyle.SolidLine else []
    miter = pen.joinStyle() not in JOINS
    # Qt paints the dashes of thin lines without caps, whatever the pen says.
    cap = "" if dashes and width <= 1 else CAPS[pen.capStyle()]
    return attributes(
        stroke_width=number(width),
        stroke_linecap=cap,
        stroke_linejoin=JOINS.get(pen.joinStyle(), ""),
        stroke_miterlimit=number(pen.miterLimit()) if miter else "",
        stroke_dasharray=" ".join(dashes),
        stroke_dashoffset=number(pen.dashOffset() * width) if dashes and pen.dashOffset() else "",
    )
