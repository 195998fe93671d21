"""Headings, rules, legends and the column that holds a panel's right side together."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil
from typing import Literal, TypeVar

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from gui.theme import Theme
from gui.widgets.marks import SWATCH, Colour, draw_line_sample, draw_swatch
from gui.widgets.painting import begin
from gui.widgets.themed import INSET, Themed, draw_text, elided

W = TypeVar("W", bound=QWidget)
TITLE_HEIGHT = 24
SIDE = 8  # of the column; content stands INSET further in
WORD = re.compile(r"[A-Za-z]{2,}")


def heading(text: str) -> str:
    """`text` in capitals; single letters are symbols (z, σ) and stay as they are."""
    return WORD.sub(lambda word: word[0].upper(), text)


class SectionTitle(Themed):
    """A quiet heading, followed by what it speaks of (swatch and text) and, at the right edge, an aside."""

    def __init__(self, theme: Theme, title: str = "", parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._title, self._note, self._aside = title, "", ""
        self._heading = heading(title)
        self._swatch: Colour | None = None
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._changed()

    def set_title(self, title: str) -> None:
        """Set the heading itself."""
        if title != self._title:
            self._title, self._heading = title, heading(title)
            self._changed()

    def set_note(self, note: str, swatch: Colour | None = None) -> None:
        """Set what follows the heading: “Adam · step 30”, with the colour of Adam."""
        if (note, swatch) != (self._note, self._swatch):
            self._note, self._swatch = note, swatch
            self._changed()

    def set_aside(self, aside: str) -> None:
        """Set the small quiet text at the right edge."""
        if aside != self._aside:
            self._aside = aside
            self._changed()

    def sizeHint(self) -> QSize:
        """What the content needs."""
        return QSize(282, round(self.px(TITLE_HEIGHT)))

    def minimumSizeHint(self) -> QSize:
        """What the content can be pressed into."""
        return QSize(160, round(self.px(TITLE_HEIGHT)))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint it."""
        painter = begin(self)
        band, faces = QRectF(self.rect()), self.faces
        painter.setPen(self.theme.color("quiet"))
        draw_text(painter, faces.heading, self._heading, INSET, band)
        right = band.right() - INSET
        if self._aside:
            right -= faces.small.width(self._aside)
            draw_text(painter, faces.small, self._aside, right, band)
        left = INSET + (faces.heading.width(self._heading) + 9 if self._heading else 0)
        if self._swatch is not None:
            draw_swatch(painter, self.theme, self._swatch, QPointF(left + self.px(SWATCH / 2), band.center().y()))
            left += self.px(SWATCH + 6)
        painter.setPen(self.theme.color("ink"))
        face = faces.text if faces.text.width(self._note) <= right - left else faces.note
        draw_text(painter, face, elided(face, self._note, right - left), left, band)
        painter.end()

    def _changed(self) -> None:
        self.setAccessibleName(" ".join(part for part in (self._title, self._note, self._aside) if part))
        self.update()


class Separator(Themed):
    """A thin line across the column with room above and below."""

    HEIGHT = 21

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.setFixedHeight(self.HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint it."""
        painter = begin(self)
        painter.setPen(self.theme.pen("line"))
        middle = self.HEIGHT / 2
        painter.drawLine(QPointF(INSET, middle), QPointF(self.width() - INSET, middle))
        painter.end()


@dataclass(frozen=True, slots=True)
class LegendEntry:
    """One sample and its name. Lines may carry points: `line-dot` (computed), `line-ring` (still to come)."""

    name: str
    colour: Colour
    style: Literal["square", "line", "dash", "dot", "line-dot", "line-ring"] = "square"


class Legend(Themed):
    """Samples with names in a row, from the left, the right or in the middle; lines break where they must."""

    LINE = 20
    GAP = 16
    SAMPLE = 24

    def __init__(
        self,
        theme: Theme,
        alignment: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, parent)
        self._entries: tuple[LegendEntry, ...] = ()
        self._alignment = alignment
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_entries(self, entries: Sequence[LegendEntry]) -> None:
        """Show these samples."""
        if tuple(entries) != self._entries:
            self._entries = tuple(entries)
            self.setAccessibleName(", ".join(entry.name for entry in entries))
            self.updateGeometry()
            self.update()

    def heightForWidth(self, width: int) -> int:
        """As high as the lines that `width` breaks the content into."""
        return ceil(self.px(self.LINE)) * len(self._lines(width))

    def sizeHint(self) -> QSize:
        """What the content needs."""
        widths = [self._width(entry) + self.GAP for entry in self._entries]
        return QSize(
            ceil(sum(widths) - self.GAP + 2 * INSET) if widths else 0, ceil(self.px(self.LINE)) if widths else 0
        )

    def minimumSizeHint(self) -> QSize:
        """What the content can be pressed into."""
        widest = max((self._width(entry) for entry in self._entries), default=0.0)
        return QSize(ceil(widest + 2 * INSET), 0)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint it."""
        painter = begin(self)
        share = {Qt.AlignmentFlag.AlignRight: 1.0, Qt.AlignmentFlag.AlignHCenter: 0.5}.get(self._alignment, 0.0)
        height = ceil(self.px(self.LINE))
        for i, line in enumerate(self._lines(self.width())):
            used = sum(self._width(entry) for entry in line) + self.GAP * (len(line) - 1)
            left = INSET + share * (self.width() - 2 * INSET - used)
            for entry in line:
                self._paint_entry(painter, entry, QRectF(left, i * height, self._width(entry), height))
                left += self._width(entry) + self.GAP
        painter.end()

    def _sample(self, entry: LegendEntry) -> float:
        return self.px(SWATCH if entry.style == "square" else self.SAMPLE)

    def _width(self, entry: LegendEntry) -> float:
        return self._sample(entry) + 6 + self.faces.note.width(entry.name)

    def _lines(self, width: float) -> list[list[LegendEntry]]:
        lines: list[list[LegendEntry]] = []
        left = width
        for entry in self._entries:
            if not lines or left + self._width(entry) > width - INSET:
                lines.append([])
                left = INSET
            lines[-1].append(entry)
            left += self._width(entry) + self.GAP
        return lines

    def _paint_entry(self, painter: QPainter, entry: LegendEntry, band: QRectF) -> None:
        middle = QPointF(band.left() + self._sample(entry) / 2, band.center().y())
        if entry.style == "square":
            draw_swatch(painter, self.theme, entry.colour, middle)
        else:
            dash = entry.style if entry.style in ("dash", "dot") else None
            left = QPointF(band.left(), middle.y())
            draw_line_sample(painter, self.theme, entry.colour, left, self._sample(entry), dash=dash)
            if entry.style.startswith("line-"):
                draw_swatch(painter, self.theme, entry.colour, middle, "ring" if "ring" in entry.style else "dot", 9)
        painter.setPen(self.theme.color("ink"))
        draw_text(painter, self.faces.note, entry.name, band.left() + self._sample(entry) + 6, band)


class Inspector(Themed):
    """A panel's right column: widgets one below the other; takes a theme for all of them."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(SIDE, 12, SIDE, 16)
        self._column.setSpacing(0)
        self._column.addStretch(1)
        self._added: list[QWidget] = []
        self.dispensable: tuple[QWidget, ...] = ()

    def add(self, widget: W, space: int = 0) -> W:
        """Put `widget` below the others, `space` pixels further down, and return it."""
        end = self._column.count() - 1
        if space:
            self._column.insertSpacing(end, space)
            end += 1
        self._column.insertWidget(end, widget)
        self._added.append(widget)
        return widget

    def place(self, widget: W, at: int) -> None:
        """Let `widget` be the one at place `at` from above, as counted without spaces."""
        if self._added.index(widget) == at:
            return
        self._added.remove(widget)
        self._column.removeWidget(widget)
        before = self._added[at] if at < len(self._added) else None
        end = self._column.count() - 1
        self._column.insertWidget(end if before is None else self._column.indexOf(before), widget)
        self._added.insert(at, widget)

    def fit(self, height: int) -> None:
        """Where nobody can scroll: leave out whole parts that do not fit, the `dispensable` first, then from the end."""
        for widget in (*self.dispensable, *reversed(self._added)):
            if self._column.totalHeightForWidth(self.width()) <= height:
                return
            widget.hide()

    def set_room(self, height: int) -> None:
        """How much of the column is in sight at once; some arrange themselves by it."""

    def restyle(self) -> None:
        """Hand the theme on to every widget in the column that takes one."""
        for widget in self._added:
            set_theme = getattr(widget, "set_theme", None)
            if set_theme is not None:
                set_theme(self.theme)
