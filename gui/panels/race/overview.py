"""The whole surface in small, with a frame round the part that is seen in the picture above."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from engine.simulations.race_paths import PathsScene
from gui.panels.race.lens import Window
from gui.panels.race.surface_ground import SurfaceGround
from gui.theme import Theme
from gui.widgets.geometry import Array, Mapping
from gui.widgets.layers import Layered
from gui.widgets.painting import tint
from gui.widgets.plot import Plot
from gui.widgets.trails import Trails, TrailStyle

# Of the width that it shares with another plot it takes so much, within limits.
SHARE, LEAST_WIDTH, MOST_WIDTH = 0.4, 176, 286
# A smaller frame would not be seen.
LEAST = 9.0


class _Frame(Layered):
    """A frame round a window, with a word beside it."""

    window: Window | None = None
    word = ""
    minima: Sequence[tuple[float, float]] = ()

    def paint(self, painter: QPainter, option: Any, widget: QWidget | None = None) -> None:  # noqa: ANN401
        """No layers: there is nothing settled here."""
        box = self._box(painter)
        mapping = Mapping.between(self.boundingRect(), box.width(), box.height())
        painter.save()
        painter.setWorldTransform(painter.worldTransform().fromTranslate(box.left(), box.top()))
        painter.setClipRect(QRectF(0, 0, mapping.width, mapping.height), Qt.ClipOperation.IntersectClip)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for place in self.minima:
            at = QPointF(*mapping.point(*place))
            for name, width in (("halo", 3.5), ("ink", 1.4)):
                painter.setPen(QPen(self.theme.color(name), width))
                painter.drawEllipse(at, 4.5, 4.5)
                painter.drawLine(at - QPointF(7, 0), at + QPointF(7, 0))
                painter.drawLine(at - QPointF(0, 7), at + QPointF(0, 7))
        if self.window is not None:
            self._draw_window(painter, mapping, self.window)
        painter.restore()

    def _draw_window(self, painter: QPainter, mapping: Mapping, window: Window) -> None:
        left, top = mapping.point(window[0], window[3])
        right, bottom = mapping.point(window[1], window[2])
        area = QRectF(left, top, right - left, bottom - top)
        grow = [max(LEAST - side, 0.0) / 2 for side in (area.width(), area.height())]
        area.adjust(-grow[0], -grow[1], grow[0], grow[1])
        # A window far outside is shown at the edge.
        area.moveLeft(min(max(area.left(), 2 - area.width() / 2), mapping.width - 2 - area.width() / 2))
        area.moveTop(min(max(area.top(), 2 - area.height() / 2), mapping.height - 2 - area.height() / 2))
        for name, width in (("halo", 5.0), ("ink", 2.0)):
            painter.setPen(QPen(self.theme.color(name), width))
            painter.drawRect(area)
        self._draw_word(painter, mapping, area)

    def _draw_word(self, painter: QPainter, mapping: Mapping, area: QRectF) -> None:
        font = self.theme.font(11)
        metrics = QFontMetricsF(font)
        wide, high = metrics.horizontalAdvance(self.word) + 4, metrics.height()
        below = area.bottom() + 4
        top = below if below + high <= mapping.height - 2 else area.top() - 4 - high
        left = min(max(area.center().x() - wide / 2, 2.0), mapping.width - wide - 2)
        band = QRectF(left, max(top, 2.0), wide, high)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.theme.brush("halo", 0.62))
        painter.drawRoundedRect(band, 3, 3)
        painter.setFont(font)
        painter.setPen(self.theme.color("ink"))
        painter.drawText(band, Qt.AlignmentFlag.AlignCenter, self.word)


class Overview(QWidget):
    """Title and plot."""

    def __init__(self, theme: Theme, left_axis: float) -> None:
        super().__init__()
        self.theme = theme
        self.title, self.plot = QLabel(), Plot(theme, grid=False, covered=True)
        self.ground = SurfaceGround(theme)
        self.trails, self.frame = Trails(theme, ground=self.ground.draw), _Frame(theme)
        for z, item in enumerate((self.trails, self.frame)):
            item.setZValue(z)
            self.plot.addItem(item, ignoreBounds=True)
        self.plot.fix_left(left_axis)
        self.title.setContentsMargins(round(left_axis), 0, 0, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.title)
        column.addWidget(self.plot, 1)
        self.set_theme(theme)
        self.retranslate()

    def share(self, width: int) -> None:
        """Take a part of a width."""
        self.setFixedWidth(min(max(round(SHARE * width), LEAST_WIDTH), MOST_WIDTH))

    def show_run(self, scene: PathsScene, points: Array, styles: Sequence[TrailStyle]) -> None:
        """Another run, or another look at it."""
        self.plot.set_span(*scene.domain)
        if self.ground.show(scene):
            self.trails.ground_changed()
        self.frame.minima = scene.minima
        self.trails.set_run(points, [TrailStyle(look.series, min(look.width, 1.6), 0.0, look.shown) for look in styles])

    def show_step(self, points: Array, step: int, window: Window | None) -> None:
        """The cursor is at `step`, and `window` is what the other picture shows."""
        self.trails.show_step(points, step)
        if window != self.frame.window:
            self.frame.window = window
            self.frame.update()

    def set_theme(self, theme: Theme) -> None:
        """Take every colour from `theme`."""
        self.theme = self.ground.theme = theme
        for part in (self.plot, self.trails, self.frame):
            part.set_theme(theme)
        tint(self.title, theme, "quiet")
        self.title.setFont(theme.font(12))

    def retranslate(self) -> None:
        """Set every text again."""
        self.title.setText(self.tr("The whole surface"))
        self.plot.setAccessibleName(self.title.text())
        self.frame.word = self.tr("picture above")
        self.frame.update()
