"""Labels beside arrows: a badge, a formula and a few words, each where it covers least."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter

from gui.theme import Theme
from gui.widgets.formula import draw_formula, formula_extent
from gui.widgets.geometry import Array
from gui.widgets.marks import BADGE, draw_badge
from gui.widgets.themed import Face

SIZE = 16.0  # of the formulas
GAP = 6.0  # between badge and words
NOTE_LINE = 15.0
DIRECTIONS = 16
DISTANCES = (13.0, 28.0, 52.0)
MARGIN = 4.0  # labels stay so far within the picture


@dataclass(frozen=True, slots=True)
class Tag:
    """What stands at a place (pixels): a badge with `number` (0: none), a formula in TeX or a `name`, words below it.

    A name is another at each step, so it is written as text: drawing a formula takes too long.

    `toward` is the direction in which it would best stand. It is `lit`, or `faded` where its stage is still to come.
    """

    at: tuple[float, float]
    toward: tuple[float, float]
    number: int = 0
    tex: str = ""
    note: str = ""
    name: str = ""
    lit: bool = False
    faded: bool = False

    @property
    def form(self) -> tuple[object, ...]:
        """All that its place follows from."""
        return self.at, self.toward, self.number, self.tex, self.note, self.name

    @property
    def look(self) -> tuple[object, ...]:
        """All that is painted."""
        return self.number, self.tex, self.note, self.name, self.lit, self.faded


class TagFaces:
    """The faces of a theme in which tags are written."""

    def __init__(self, theme: Theme) -> None:
        self.theme = theme
        self.badge, self.note, self.name = Face(theme.font(11, bold=True)), Face(theme.font(12)), Face(theme.serif(15))

    def badge_size(self, tag: Tag) -> float:
        """How wide a tag's badge is, with the gap after it."""
        return BADGE * self.theme.text_scale + GAP if tag.number else 0.0

    def size(self, tag: Tag) -> tuple[float, float]:
        """The room of a tag."""
        scale = self.theme.text_scale
        formula = formula_extent(self.theme, tag.tex, SIZE).width if tag.tex else self.name.width(tag.name)
        width = self.badge_size(tag) + max(formula, self.note.width(tag.note))
        lines = (22.0 if tag.tex or tag.name else 0.0) + (NOTE_LINE if tag.note else 0.0)
        return math.ceil(width) + 4, math.ceil(lines * scale) + 2

    def draw(self, painter: QPainter, tag: Tag, area: QRectF) -> None:
        """Paint a tag in its place."""
        theme, scale = self.theme, self.theme.text_scale
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.brush("halo", 0.62))
        painter.drawRoundedRect(area, 3, 3)
        ink = theme.color("quiet" if tag.faded else "ink")
        left, top = area.left() + 2, area.top() + 1
        if tag.number:
            centre = QPointF(left + BADGE * scale / 2, top + 11 * scale)
            if tag.faded:
                painter.setBrush(theme.brush("paper"))
                painter.drawEllipse(centre, BADGE * scale / 2, BADGE * scale / 2)
            fill = "accent" if tag.lit else "ink"
            draw_badge(painter, theme, str(tag.number), centre, self.badge, fill, hollow=tag.faded)
        left += self.badge_size(tag)
        if tag.name:
            painter.setFont(self.name.font)
            painter.setPen(ink)
            painter.drawText(QPointF(left, top + 16 * scale), tag.name)
        if tag.tex:
            draw_formula(painter, theme, tag.tex, QPointF(left, top + 16 * scale), ink, SIZE)
        if tag.note:
            painter.setFont(self.note.font)
            painter.setPen(ink)
            band = area.bottom() - NOTE_LINE * scale
            painter.drawText(QPointF(left, self.note.middle(band, NOTE_LINE * scale)), tag.note)


def placed(tags: Sequence[Tag], sizes: Sequence[tuple[float, float]], lines: Array, box: QRectF) -> list[QRectF]:
    """Where the tags stand, the first choosing first: apart, within the box, off the `lines` (points (n, 2))."""
    taken: list[QRectF] = []
    for tag, (width, height) in zip(tags, sizes, strict=True):
        areas = _areas(tag, width, height)
        cost = _costs(areas, tag, lines, taken, box)
        left, top, right, bottom = areas[int(cost.argmin())].round().tolist()
        taken.append(QRectF(left, top, right - left, bottom - top))
    return taken


def _areas(tag: Tag, width: float, height: float) -> Array:
    """The areas to choose from, (distances × directions, 4) as left, top, right, bottom."""
    angles = np.arange(DIRECTIONS) * (2 * np.pi / DIRECTIONS)
    ways = np.stack([np.cos(angles), np.sin(angles)], axis=1)
    half = np.array([width / 2, height / 2])
    reach = (half / np.maximum(np.abs(ways), 1e-9)).min(axis=1)  # from the middle to the edge
    middle = np.array(tag.at) + (np.array(DISTANCES)[:, None, None] + reach[:, None]) * ways
    return np.concatenate([middle - half, middle + half], axis=-1).reshape(-1, 4)


def _costs(areas: Array, tag: Tag, lines: Array, taken: Sequence[QRectF], box: QRectF) -> Array:
    """How bad each area is: what it covers, how far off it stands, whether it leaves the box."""
    low, high = areas[:, :2], areas[:, 2:]
    covered = ((lines > low[:, None] - 2) & (lines < high[:, None] + 2)).all(axis=2).sum(axis=1)
    cost = np.repeat(np.array(DISTANCES), DIRECTIONS) * 0.6 + 14.0 * covered
    for area in taken:
        over = np.minimum(high, [area.right() + 3, area.bottom() + 3]) - np.maximum(
            low, [area.left() - 3, area.top() - 3]
        )
        cost += 5.0 * np.clip(over, 0, None).prod(axis=1)
    inner = box.adjusted(MARGIN, MARGIN, -MARGIN, -MARGIN)
    out = np.clip([inner.left(), inner.top()] - low, 0, None) + np.clip(high - [inner.right(), inner.bottom()], 0, None)
    cost += 1e4 * out.sum(axis=1)
    toward = np.array(tag.toward)
    if toward.any():
        ways = (low + high) / 2 - np.array(tag.at)
        ways /= np.maximum(np.hypot(ways[:, 0], ways[:, 1]), 1e-9)[:, None]
        cost += 14.0 * (1 - ways @ (toward / np.hypot(*toward)))
    return np.asarray(cost)
