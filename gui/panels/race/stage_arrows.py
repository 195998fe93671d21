"""An update drawn on the surface: its stages as numbered arrows, the valley floor, where it ends."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from engine.simulations.race_stages import Walk, Way
from engine.surfaces.valleys import ValleyFloor
from gui.panels.race.stage_tags import Tag, TagFaces, placed
from gui.theme import Theme
from gui.widgets.formula import formula_queue, prepare
from gui.widgets.geometry import Array, Mapping, Segments, border_crossings, clipped, inside_box, runs_of_lines
from gui.widgets.layers import Layered
from gui.widgets.stamps import Stamps
from gui.widgets.tex_text import readable
from gui.widgets.trails import border_triangle

HEAD = 12.0  # length of an arrow's head
RING = 12.0  # radius of the ring where the update ends
PALE = 0.4


@dataclass(frozen=True, slots=True)
class StageWords:
    """What is written: beside each drawn way, where the update ends, and the name of the valley floor."""

    ways: tuple[str, ...] = ()
    end: str = ""
    floor: str = ""


class StageArrows(Layered):
    """Painted afresh at each frame: a handful of arrows. `stage` is the current one, those after it are pale.

    `ahead` (n, 2) are the racer's next places, as far as they are known.
    """

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self.walk: Walk | None = None
        self.floor: ValleyFloor | None = None
        self.words = StageWords()
        self.ahead: Array = np.empty((0, 2))
        self.stage = 0
        self.series = 0
        self._faces = TagFaces(theme)
        self._segments, self._stamps = Segments(), Stamps()
        self._placed: tuple[tuple[object, ...], list[QRectF]] = ((), [])
        formula_queue().ready.connect(self._on_formula)

    def show_walk(self, walk: Walk | None, stage: int, series: int, words: StageWords) -> None:
        """Show an update at one of its stages; None for none."""
        self.walk, self.stage, self.series, self.words = walk, stage, series, words
        if walk is not None:
            prepare(way.symbol for way in walk.ways)
        self.update()

    def _on_formula(self, tex: str) -> None:
        self._stamps.clear()
        self.update()

    def set_theme(self, theme: Theme) -> None:
        """Take colours and fonts from `theme`."""
        self._faces = TagFaces(theme)
        self._placed = (), []
        self._stamps.clear()
        super().set_theme(theme)

    def paint(self, painter: QPainter, option: Any, widget: QWidget | None = None) -> None:  # noqa: ANN401
        """No layers: there is nothing settled here."""
        walk = self.walk
        if walk is None:
            return
        box = self._box(painter)
        mapping = Mapping.between(self.boundingRect(), box.width(), box.height())
        painter.save()
        painter.setWorldTransform(painter.worldTransform().fromTranslate(box.left(), box.top()))
        painter.setClipRect(QRectF(0, 0, mapping.width, mapping.height), Qt.ClipOperation.IntersectClip)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._stamps.begin(painter)
        places = self._draw_floor(painter, mapping)
        self._draw_ahead(painter, mapping)
        if walk.summed:
            self._draw_sum(painter, mapping, walk)
        # The current one on top.
        for way in sorted(walk.ways, key=lambda way: (way.stage == self.stage, way.stage < self.stage)):
            self._draw_arrow(painter, mapping, walk.before, way)
        self._draw_ends(painter, mapping, walk)
        self._draw_tags(painter, mapping, walk, places)
        painter.restore()

    # -- lines --------------------------------------------------------------------------------------------------------

    def _draw_floor(self, painter: QPainter, mapping: Mapping) -> Array:
        """The valley floor, dashed; its points in the picture."""
        if self.floor is None:
            return np.empty((0, 2))
        pixels = mapping.pixels(self.floor.line)
        lines, _ = clipped(runs_of_lines(pixels), mapping.width, mapping.height, margin=0.0)
        painter.setPen(QPen(self.theme.color("ink"), 1.4, Qt.PenStyle.CustomDashLine))
        pen = painter.pen()
        pen.setDashPattern([4.0, 4.0])
        painter.setPen(pen)
        if len(lines):
            painter.drawPolyline(QPolygonF([QPointF(*lines[0, 0]), *(QPointF(*end) for end in lines[:, 1])]))
        points = _along(lines, 6)
        return points[inside_box(points, mapping.width, mapping.height)]

    def _draw_ahead(self, painter: QPainter, mapping: Mapping) -> None:
        """The racer's next steps, pale."""
        lines, _ = clipped(runs_of_lines(mapping.pixels(self.ahead)), mapping.width, mapping.height)
        painter.setPen(QPen(self.theme.series(self.series), 1.6))
        painter.setOpacity(PALE)
        self._segments.draw_lines(painter, lines)
        painter.setOpacity(1.0)

    def _draw_sum(self, painter: QPainter, mapping: Mapping, walk: Walk) -> None:
        """The parallelogram of the two ways whose sum is the third."""
        pen = QPen(self.theme.color("ink"), 1.0, Qt.PenStyle.CustomDashLine)
        pen.setDashPattern([3.0, 3.0])
        painter.setPen(pen)
        end = walk.before + walk.ways[2].move
        corners = np.stack([np.stack([walk.before + way.move, end]) for way in walk.ways[:2]])
        lines, _ = clipped(mapping.pixels(corners), mapping.width, mapping.height)
        self._segments.draw_lines(painter, lines)

    def _draw_arrow(self, painter: QPainter, mapping: Mapping, before: Array, way: Way) -> None:
        """One way, thick if it is the current one; cut at the picture's edge, with a mark there, if it is longer."""
        line = mapping.pixels(np.stack([before, before + way.move]))[None]
        kept, _ = clipped(line, mapping.width, mapping.height, margin=0.0)
        if not len(kept):
            return
        (x0, y0), (x1, y1) = kept[0].tolist()
        length = math.hypot(x1 - x0, y1 - y0)
        color = self._colour(way)
        width = 4.5 if way.stage == self.stage else 2.4
        faded = way.stage > self.stage
        leaving, _ = border_crossings(line, mapping.width, mapping.height)
        painter.setOpacity(PALE if faded else 1.0)
        for name, thick in (("halo", width + 3.0), ("", width)) if length > 0.5 else ():
            ink = self.theme.color(name) if name else color
            if len(leaving):
                painter.setPen(QPen(ink, thick, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
                painter.drawLine(QPointF(x0, y0), QPointF(x1, y1))
            else:
                _arrow(painter, QPointF(x0, y0), QPointF(x1, y1), ink, thick, rim=bool(name))
        if len(leaving):
            painter.setPen(QPen(self.theme.color("halo"), 1.5))
            painter.setBrush(color)
            x, y = leaving[0].tolist()
            painter.drawPolygon(border_triangle(mapping, x, y, outward=True, size=13))
        painter.setOpacity(1.0)

    def _colour(self, way: Way) -> QColor:
        """The gradient's way in ink, as it is everybody's; the rule's own in the racer's colour."""
        return self.theme.color("ink") if way.stage == 0 else self.theme.series(self.series)

    def _draw_ends(self, painter: QPainter, mapping: Mapping, walk: Walk) -> None:
        """The racer's mark where it stands by now, and a dashed ring where the update ends."""
        moved = self.stage >= len(walk.stages) - 1
        stands = walk.after if moved and np.isfinite(walk.after).all() else walk.before
        painter.setPen(QPen(self.theme.color("halo"), 2))
        painter.setBrush(self.theme.series(self.series))
        painter.drawEllipse(QPointF(*mapping.point(*stands.tolist())), 7.5, 7.5)
        if stands is walk.after:
            painter.drawEllipse(QPointF(*mapping.point(*walk.before.tolist())), 4.5, 4.5)
        if np.isfinite(walk.after).all():
            pen = QPen(self.theme.color("accent" if moved else "ink"), 1.6, Qt.PenStyle.CustomDashLine)
            pen.setDashPattern([2.0, 2.0])
            painter.setPen(pen)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(QPointF(*mapping.point(*walk.after.tolist())), RING, RING)

    # -- words --------------------------------------------------------------------------------------------------------

    def _draw_tags(self, painter: QPainter, mapping: Mapping, walk: Walk, floor: Array) -> None:
        tags = self._tags(mapping, walk)
        if len(floor) and self.words.floor:
            tags.append(Tag(tuple(floor[len(floor) // 3].tolist()), (0.0, 0.0), note=self.words.floor))
        key = (mapping, tuple(tag.form for tag in tags), self._extents(tags))
        if key != self._placed[0]:
            box = QRectF(0, 0, mapping.width, mapping.height)
            self._placed = key, placed(tags, self._extents(tags), self._lines(mapping, walk, floor), box)
        for tag, area in zip(tags, self._placed[1], strict=True):
            size = area.width(), area.height()
            draw = partial(self._faces.draw, tag=tag, area=QRectF(0, 0, *size))
            self._stamps.paste(painter, tag.look, (area.center().x(), area.center().y()), size, draw)

    def _extents(self, tags: Sequence[Tag]) -> tuple[tuple[float, float], ...]:
        return tuple(self._faces.size(tag) for tag in tags)

    def _tags(self, mapping: Mapping, walk: Walk) -> list[Tag]:
        """A tag at the end of each arrow, one where the update ends, one where it begins."""
        last = len(walk.stages) - 1
        start, end = (mapping.point(*place.tolist()) for place in (walk.before, walk.after))
        tags = []
        for way, note in zip(walk.ways, self.words.ways, strict=True):
            if way.stage < last:
                tags.append(self._tag_of(mapping, walk, way, note, start))
        if np.isfinite(end).all():
            toward = (end[0] - start[0], end[1] - start[1])
            at = tuple(np.clip(end, 0, [mapping.width, mapping.height]).tolist())
            lit = self.stage == last
            name = readable(f"w_{{{walk.step}}}")
            tags.append(Tag(at, toward, last + 1, "", self.words.end, name=name, lit=lit, faded=not lit))
        backwards = -np.sum([_unit(tag.toward) for tag in tags], axis=0) if tags else np.zeros(2)
        tags.append(Tag(start, tuple(backwards.tolist()), name=readable(f"w_{{{walk.step - 1}}}")))
        return tags

    def _tag_of(self, mapping: Mapping, walk: Walk, way: Way, note: str, start: tuple[float, float]) -> Tag:
        """At the arrow's tip, or where it leaves the picture; that of the update itself, whose tip has a tag, midway."""
        tip = mapping.pixels(walk.before + way.move)
        toward = (float(tip[0]) - start[0], float(tip[1]) - start[1])
        line = np.stack([np.array(start), tip])[None]
        leaving, _ = border_crossings(line, mapping.width, mapping.height)
        at = leaving[0] if len(leaving) else tip
        if way is walk.update:
            at = np.array(start) + 0.62 * (at - np.array(start))
            toward = (toward[1], -toward[0]) if toward[0] > 0 else (-toward[1], toward[0])
        x, y = at.tolist()
        return Tag(
            (x, y), toward, way.stage + 1, way.symbol, note, lit=way.stage == self.stage, faded=way.stage > self.stage
        )

    def _lines(self, mapping: Mapping, walk: Walk, floor: Array) -> Array:
        """Points along all arrows, which no tag should cover."""
        arrows = np.stack([np.stack([walk.before, walk.before + way.move]) for way in walk.ways])
        lines, _ = clipped(mapping.pixels(arrows), mapping.width, mapping.height)
        ring = mapping.pixels(walk.after) + RING * np.array([(1, 0), (0, 1), (-1, 0), (0, -1)])
        return np.concatenate([_along(lines, 16), ring, ring, floor[::4]])


def _along(lines: Array, count: int) -> Array:
    """So many points along each of the segments (n, 2, 2), in order."""
    shares = np.linspace(0.0, 1.0, count)[:, None]
    return (lines[:, :1] + shares * (lines[:, 1:] - lines[:, :1])).reshape(-1, 2)


def _unit(way: tuple[float, float]) -> Array:
    size = math.hypot(*way)
    return np.array(way) / size if 0 < size < math.inf else np.zeros(2)


def _arrow(painter: QPainter, start: QPointF, tip: QPointF, color: QColor, width: float, rim: bool) -> None:
    """A line that ends in a head; with a `rim` the head is drawn larger, as a halo of another."""
    dx, dy = tip.x() - start.x(), tip.y() - start.y()
    length = math.hypot(dx, dy)
    dx, dy = dx / length, dy / length
    head = min(HEAD + width / 2, 0.7 * length + 2)
    half = 0.42 * head
    base = QPointF(tip.x() - dx * head, tip.y() - dy * head)
    painter.setPen(QPen(color, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
    painter.drawLine(start, base)
    edge = QPen(color, 3.0, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
    painter.setPen(edge if rim else Qt.PenStyle.NoPen)
    painter.setBrush(color)
    side = QPointF(-dy * half, dx * half)
    painter.drawPolygon(QPolygonF([tip, base + side, base - side]))
