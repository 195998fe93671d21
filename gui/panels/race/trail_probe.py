"""Hovering over a trail: the nearest of its points with its step and numbers."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QWidget

from engine.optimizers.base import shown_number
from gui.theme import Theme
from gui.widgets.geometry import Array, Mapping
from gui.widgets.layers import Layered
from gui.widgets.trails import TrailStyle

# A point within so many pixels of the mouse is meant.
REACH = 10.0
PAD, AWAY = 6.0, 12.0


@dataclass(frozen=True, slots=True)
class Found:
    """A point of a trail: which trail, which step, where (data)."""

    trail: int
    step: int
    place: tuple[float, float]


def point_words(name: str, step: int, row: Sequence[float]) -> list[str]:
    """What is said of a point of a racer's trail; `row` is x, y, loss, sizes of gradient and step."""
    x, y, loss, gradient, length = (shown_number(value) for value in row)
    at = QCoreApplication.translate("TrailProbe", "step {n}").format(n=step)
    moved = [f"|Δw| = {length}"] if step else []
    return [f"{name} · {at}", f"({x}, {y})", f"f = {loss}", f"|∇f| = {gradient}", *moved]


class TrailProbe(Layered):
    """Shows what lies under the mouse. `words` gives the lines for a trail and a step, the first of them bold."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self.words: Callable[[int, int], Sequence[str]] = lambda trail, step: ()
        self.found: Found | None = None

    def look(self, points: Array, styles: Sequence[TrailStyle], at: tuple[float, float] | None) -> None:
        """The mouse is at a place (data), or nowhere; `points` is (steps, trails, 2)."""
        found = None if at is None else self._nearest(points, styles, at)
        if found != self.found:
            self.found = found
            self.update()

    def _nearest(self, points: Array, styles: Sequence[TrailStyle], at: tuple[float, float]) -> Found | None:
        """The nearest point within reach; of several as near that of the latest step."""
        bounds = self.boundingRect()
        box = self.getViewBox()
        per = np.array([box.width() / max(bounds.width(), 1e-300), box.height() / max(bounds.height(), 1e-300)])
        shown = [i for i, style in enumerate(styles) if style.shown]
        best: tuple[float, Found] | None = None
        with np.errstate(all="ignore"):
            for i in shown:
                away = (points[:, i] - at) * per
                gaps = away[:, 0] ** 2 + away[:, 1] ** 2
                gaps[~(gaps <= REACH * REACH)] = np.inf
                step = len(gaps) - 1 - int(gaps[::-1].argmin())
                gap = float(gaps[step])
                if gap < np.inf and (best is None or gap < best[0]):
                    x, y = points[step, i].tolist()
                    best = gap, Found(i, step, (x, y))
        return best[1] if best is not None else None

    def paint(self, painter: QPainter, option: Any, widget: QWidget | None = None) -> None:  # noqa: ANN401
        """A ring round the point, and its words beside it."""
        if self.found is None:
            return
        box = self._box(painter)
        mapping = Mapping.between(self.boundingRect(), box.width(), box.height())
        painter.save()
        painter.setWorldTransform(painter.worldTransform().fromTranslate(box.left(), box.top()))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        at = QPointF(*mapping.point(*self.found.place))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for name, width in (("halo", 4.0), ("ink", 1.6)):
            painter.setPen(QPen(self.theme.color(name), width))
            painter.drawEllipse(at, 5.5, 5.5)
        self._draw_words(painter, mapping, at, self.words(self.found.trail, self.found.step))
        painter.restore()

    def _draw_words(self, painter: QPainter, mapping: Mapping, at: QPointF, lines: Sequence[str]) -> None:
        fonts = [self.theme.font(12, bold=True), *[self.theme.mono(11)] * (len(lines) - 1)]
        metrics = [QFontMetricsF(font) for font in fonts]
        width = max(m.horizontalAdvance(line) for m, line in zip(metrics, lines, strict=True)) + 2 * PAD
        height = sum(m.height() for m in metrics) + 2 * PAD - 2
        left = at.x() + AWAY if at.x() + AWAY + width <= mapping.width - 2 else at.x() - AWAY - width
        top = min(max(at.y() - height - 4, 2.0), mapping.height - height - 2)
        frame = QRectF(round(max(left, 2.0)), round(top), round(width), round(height))
        painter.setPen(QPen(self.theme.color("line"), 1))
        painter.setBrush(self.theme.brush("card", 0.95))
        painter.drawRoundedRect(frame, 5, 5)
        painter.setPen(self.theme.color("ink"))
        y = frame.top() + PAD - 1
        for font, metric, line in zip(fonts, metrics, lines, strict=True):
            painter.setFont(font)
            painter.drawText(QPointF(frame.left() + PAD, y + metric.ascent()), line)
            y += metric.height()
