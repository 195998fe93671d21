"""What the colours of the swarm mean: a row for each minimum, its ramp of steps, and what has no minimum."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.panels.race.swarm_colours import paint_hatch, ramp
from gui.theme import Theme
from gui.widgets.marks import BADGE, draw_badge
from gui.widgets.painting import begin
from gui.widgets.themed import Face, Themed, draw_text, elided

# A row's height where there is room and where there is not; that of the ticks; the width of a ramp.
ROW, LOW_ROW, TICKS, SAMPLE = 24.0, 19.0, 20.0, 70.0


@dataclass(frozen=True, slots=True)
class KeyRow:
    """One kind of minimum: its number (empty for those that have none), where it is, its hue."""

    number: str
    text: str
    hue: int


class SwarmKey(Themed):
    """Painted; `set_rows` as often as there is another run or another swarm."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._badge = Face(theme.font(11, bold=True))
        self._rows: tuple[KeyRow, ...] = ()
        self._title = ""
        self._ticks: tuple[tuple[float, str], ...] = ()
        self._unsettled = self._diverged = ""
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)

    def set_rows(
        self, rows: tuple[KeyRow, ...], title: str, ticks: tuple[tuple[float, str], ...], rest: tuple[str, str]
    ) -> None:
        """The kinds; below the ramps a title with ticks (share of the ramp, step); what grey and what the hatch means."""
        self._rows, self._title, self._ticks = rows, title, ticks
        self._unsettled, self._diverged = rest
        named = [f"{row.number} {row.text}".strip() for row in rows]
        told = f"{title} {', '.join(text for _, text in ticks)}" if ticks else ""
        self.setAccessibleName("; ".join(part for part in (*named, told, *rest) if part))
        self.updateGeometry()
        self.update()

    def restyle(self) -> None:
        """Another font."""
        self._badge = Face(self.theme.font(11, bold=True))

    @property
    def _count(self) -> int:
        return len(self._rows) + bool(self._unsettled) + bool(self._diverged)

    @property
    def _ticks_height(self) -> float:
        return self.px(TICKS) if self._rows else 0.0

    def sizeHint(self) -> QSize:
        """All rows."""
        return QSize(200, ceil(self.px(ROW) * self._count + self._ticks_height))

    def minimumSizeHint(self) -> QSize:
        """All rows, closer together."""
        return QSize(150, ceil(self.px(LOW_ROW) * self._count + self._ticks_height))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Rows, ticks, grey, hatch."""
        painter = begin(self)
        top, height = 0.0, (self.height() - self._ticks_height) / max(self._count, 1)
        face = self._fitting(self._sample(QRectF(self.rect())).left() - self.px(BADGE) - 11)
        for row in self._rows:
            self._paint_kind(painter, row, QRectF(0, top, self.width(), height), face)
            top += height
        if self._rows:
            self._paint_ticks(painter, QRectF(0, top, self.width(), self.px(TICKS)))
            top += self.px(TICKS)
        for text, hatched in ((self._unsettled, False), (self._diverged, True)):
            if text:
                self._paint_rest(painter, text, hatched, QRectF(0, top, self.width(), height))
                top += height
        painter.end()

    def _sample(self, band: QRectF) -> QRectF:
        width = min(self.px(SAMPLE), band.width() * 0.36)
        return QRectF(band.right() - width, band.center().y() - self.px(7), width, self.px(14))

    def _fitting(self, room: float) -> Face:
        """One face for all rows: the usual one where the longest has room."""
        widest = max((self.faces.number.width(row.text) for row in self._rows if row.number), default=0.0)
        return self.faces.number if widest <= room else self.faces.small

    def _paint_kind(self, painter: QPainter, row: KeyRow, band: QRectF, face: Face) -> None:
        radius = self.px(BADGE) / 2
        if row.number:
            draw_badge(painter, self.theme, row.number, QPointF(radius, band.center().y()), self._badge)
        left = 2 * radius + 7 if row.number else 0.0
        sample = self._sample(band)
        painter.fillRect(sample, ramp(self.theme, row.hue, sample))
        painter.setPen(self.theme.color("ink"))
        face = face if row.number else self.faces.note
        draw_text(painter, face, elided(face, row.text, sample.left() - left - 4), left, band)

    def _paint_ticks(self, painter: QPainter, band: QRectF) -> None:
        """The steps at which the ramps begin, are half through, and end."""
        sample = self._sample(band)
        face = self.faces.small
        painter.setPen(self.theme.color("quiet"))
        free = sample.right()
        for share, text in reversed(self._ticks):
            x, width = sample.left() + share * sample.width(), face.width(text)
            left = min(x - width / 2, band.right() - width)
            if left + width <= free:
                painter.drawLine(QPointF(x, band.top() - 1), QPointF(x, band.top() + 3))
                draw_text(painter, face, text, left, band.adjusted(0, 4, 0, 0))
                free = left - 5
        title = elided(face, self._title, free - 3)
        draw_text(painter, face, title, max(free - 3 - face.width(title), 0.0), band.adjusted(0, 4, 0, 0))

    def _paint_rest(self, painter: QPainter, text: str, hatched: bool, band: QRectF) -> None:
        box = QRectF(0, band.center().y() - self.px(7), self.px(18), self.px(14))
        if hatched:
            paint_hatch(painter, self.theme, box)
            painter.setPen(self.theme.pen("quiet", 1.0))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(box)
        else:
            painter.fillRect(box, self.theme.brush("unsettled"))
        painter.setPen(self.theme.color("ink"))
        face = self.faces.note
        draw_text(painter, face, elided(face, text, band.width() - box.width() - 8), box.width() + 8, band)
