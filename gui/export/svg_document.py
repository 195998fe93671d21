"""An SVG document from recorded shapes, the same in every reader: no fonts, no other files, no scripts.

Ways that were measured, on one panel with everything Kobai paints, rasterised by librsvg and set beside the screen:
`QSvgGenerator` (Qt 6.11, SVG 1.1) is 33 of 255 away on average: it loses clips, fills open lines, and leaves text to
the reader's fonts; mending that means parsing its output again. `QPdfWriter` needs a converter. A paint device of our
own (`Recorder`) is 0.7 away, nearly all of it hinting of letters: transforms are multiplied into the coordinates, so
that cosmetic pens keep their width without `vector-effect`, clips become `clipPath`s, text arrives as paths.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from functools import reduce
from itertools import groupby
from operator import itemgetter

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QImage, QPainterPath, QPainterPathStroker, QTransform

from gui.export.recorder import Look, Outline, Photo, Shape
from gui.export.svg_paint import Points, attributes, matrix, number, paint, path_data, png_address, stroke, stroke_width

SVG = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" version="1.1"'


def svg_document(shapes: Iterable[Shape], width: int, height: int, head: str = "", scale: float = 1.0) -> bytes:
    """The document of a picture of `width` × `height` pixels, to open `scale` times as large.

    `head` (title and metadata) stands before the picture.
    """
    writer = _Writer()
    for shape in joined(shapes):
        writer.add(shape)
    size = attributes(width=number(width * scale), height=number(height * scale), viewBox=f"0 0 {width} {height}")
    parts = ['<?xml version="1.0" encoding="UTF-8"?>', f"<svg {SVG}{size}>", head, writer.definitions(), writer.body()]
    return "\n".join(part for part in (*parts, "</svg>\n") if part).encode("utf-8", "replace")


def joined(shapes: Iterable[Shape]) -> Iterator[Shape]:
    """The same picture with runs of open lines in one plain opaque pen as one path each.

    Plots draw long curves as thousands of pieces. Pieces that end where the next begins become one line.
    """
    run: Outline | None = None
    for shape in shapes:
        if run is not None and isinstance(shape, Outline) and not shape.filled and shape.look is run.look:
            start = shape.path.elementAt(0)
            if run.path.currentPosition() == QPointF(start.x, start.y):
                run.path.connectPath(shape.path)
            else:
                run.path.addPath(shape.path)
            continue
        if run is not None:
            yield run
        run = None
        if isinstance(shape, Outline) and not shape.filled and _plain(shape.look):
            run = Outline(shape.look, QPainterPath(shape.path), False)
        else:
            yield shape
    if run is not None:
        yield run


def _plain(look: Look) -> bool:
    """Whether lines may be joined: no dashes that would go on, nothing that shows where they overlap."""
    pen = look.pen
    paled = not look.smooth_edges and 0 < pen.widthF() < 1
    return pen.style() == Qt.PenStyle.SolidLine and pen.brush().isOpaque() and look.opacity >= 1 and not paled


class _Writer:
    """Turns shapes into elements, each with the address of its clip, and gathers what they refer to."""

    def __init__(self) -> None:
        self._elements: list[tuple[str, str]] = []
        self._names: dict[tuple[str, str, str], str] = {}

    def definitions(self) -> str:
        """Gradients, patterns and clips, each once."""
        texts = [f'<{tag} id="{name}"{values}>{body}</{tag}>' for (tag, values, body), name in self._names.items()]
        return "<defs>\n" + "\n".join(texts) + "\n</defs>" if texts else ""

    def body(self) -> str:
        """The elements in order; neighbours under one clip share a group."""
        groups = []
        for clip, members in groupby(self._elements, key=itemgetter(0)):
            text = "\n".join(element for _, element in members)
            groups.append(f'<g clip-path="{clip}">\n{text}\n</g>' if clip else text)
        return "\n".join(groups)

    def add(self, shape: Shape) -> None:
        """Write one shape."""
        look = shape.look
        if isinstance(shape, Photo):
            self._photo(shape)
            return
        if shape.filled and look.brush.style() != Qt.BrushStyle.NoBrush:
            self._fill(shape.path, look.brush, look)
        if look.pen.style() != Qt.PenStyle.NoPen and look.pen.brush().style() != Qt.BrushStyle.NoBrush:
            self._stroke(shape.path, look)

    def _fill(self, path: QPainterPath, brush: QBrush, look: Look) -> None:
        shape = look.transform.map(path)
        color = paint("fill", brush, look.opacity, path.boundingRect(), look.transform, self._define)
        rule = "evenodd" if path.fillRule() == Qt.FillRule.OddEvenFill else ""
        values = color + attributes(fill_rule=rule, shape_rendering=_rendering(look))
        self._add(f'<path d="{path_data(shape)}"{values}/>', shape.boundingRect(), 1.0, look)

    def _stroke(self, path: QPainterPath, look: Look) -> None:
        width = stroke_width(look.pen, look.transform)
        if width is None:
            self._fill(QPainterPathStroker(look.pen).createStroke(path), look.pen.brush(), look)
            return
        snap, opacity = None, look.opacity
        if not look.smooth_edges:
            snap = _pixel_middles if width <= 1 else _off_the_middles
            # Without smoothing no line is thinner than a pixel; Qt makes it paler instead.
            opacity, width = opacity * min(width, 1.0), max(width, 1.0)
        shape = look.transform.map(path)
        color = paint("stroke", look.pen.brush(), opacity, path.boundingRect(), look.transform, self._define)
        values = attributes(fill="none") + color + stroke(look.pen, width)
        values += attributes(shape_rendering=_rendering(look))
        reach = width * max(2.0, look.pen.miterLimit()) + 1
        self._add(f'<path d="{path_data(shape, snap)}"{values}/>', shape.boundingRect(), reach, look)

    def _photo(self, photo: Photo) -> None:
        look, target = photo.look, photo.target
        image = QImage(photo.image) if isinstance(photo.image, QImage) else photo.image.toImage()
        if target.isEmpty() or image.isNull():
            return
        place = look.transform.mapRect(target)
        if not look.smooth_images:
            image = _enlarged(image, place)
        size = image.width(), image.height()
        scaled = QTransform(target.width() / size[0], 0, 0, target.height() / size[1], target.x(), target.y())
        values = attributes(
            width=size[0],
            height=size[1],
            transform=matrix(scaled * look.transform),
            preserveAspectRatio="none",
            opacity="" if look.opacity >= 1 else f"{look.opacity:.4g}",
        )
        self._add(f'<image{values} xlink:href="{png_address(image)}"/>', place, 1.0, look)

    # -- clips --------------------------------------------------------------------------------------------------------

    def _add(self, element: str, bounds: QRectF, reach: float, look: Look) -> None:
        """Keep `element`, which paints nothing further than `reach` from `bounds`, unless its clip hides all of it."""
        bounds = bounds.adjusted(-reach, -reach, reach, reach)
        if not look.clip:
            self._elements.append(("", element))
            return
        clip = reduce(_common, map(_on_pixels, look.clip))
        if clip.boundingRect().intersects(bounds):
            rectangle = _rectangle(clip)
            inside = rectangle is not None and rectangle.contains(bounds)
            self._elements.append(("" if inside else self._clip_address(clip), element))

    def _clip_address(self, clip: QPainterPath) -> str:
        rule = "evenodd" if clip.fillRule() == Qt.FillRule.OddEvenFill else ""
        return self._define("clipPath", "", f'<path d="{path_data(clip)}"{attributes(clip_rule=rule)}/>')

    def _define(self, tag: str, values: str, content: str) -> str:
        key = (tag, values, content)
        if key not in self._names:
            self._names[key] = f"{tag}{len(self._names)}"
        return f"url(#{self._names[key]})"


def _rendering(look: Look) -> str:
    return "" if look.smooth_edges else "crispEdges"


def _pixel_middles(points: Points) -> Points:
    """Where Qt puts a thin line that is not smoothed: into the middle of its pixel."""
    return np.floor(points + 1e-6) + 0.5


def _off_the_middles(points: Points) -> Points:
    """Where an edge runs through the middles of pixels, Qt paints those before it, other painters those after it."""
    return points + 0.01


def _enlarged(image: QImage, place: QRectF) -> QImage:
    """The image with each pixel a block, at twice the size of its place: librsvg smooths whatever it must enlarge."""
    across = math.ceil(2 * place.width() / image.width())
    down = math.ceil(2 * place.height() / image.height())
    if max(across, down) <= 2:
        return image
    return image.scaled(image.width() * across, image.height() * down)


def _on_pixels(clip: QPainterPath) -> QPainterPath:
    """An upright rectangle with its edges between pixels, as Qt clips on the screen; other shapes as they are."""
    box = _rectangle(clip)
    if box is None:
        return clip
    left, top, right, bottom = (math.floor(v + 0.5) for v in (box.left(), box.top(), box.right(), box.bottom()))
    return _rectangle_path(QRectF(left, top, right - left, bottom - top))


def _common(a: QPainterPath, b: QPainterPath) -> QPainterPath:
    """What two shapes have in common; exact for upright rectangles."""
    first, second = _rectangle(a), _rectangle(b)
    return a.intersected(b) if first is None or second is None else _rectangle_path(first.intersected(second))


def _rectangle(path: QPainterPath) -> QRectF | None:
    """The rectangle that `path` is, if it is an upright one."""
    box = path.boundingRect()
    x, y = (box.left(), box.right()), (box.top(), box.bottom())
    corners = [path.elementAt(i) for i in range(min(path.elementCount(), 6))]
    upright = all(c.x in x and c.y in y and not c.isCurveTo() for c in corners)
    return box if upright and len(corners) == 5 else None


def _rectangle_path(box: QRectF) -> QPainterPath:
    path = QPainterPath()
    if not box.isEmpty():
        path.addRect(box)
    return path
