"""What a run's numbers say, as a card; and what is good and bad about something, as a list of marks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QResizeEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.theme import Theme
from gui.widgets.marks import SPOKEN, Colour, Mark, draw_mark
from gui.widgets.painting import begin
from gui.widgets.themed import INSET, Face, Themed

# From here on, characters of which lines may be broken between any two, as in Japanese.
FIRST_IDEOGRAPH = "\u2e80"


def wrapped(face: Face, text: str, room: float) -> list[str]:
    """`text` broken into lines of at most `room` pixels, between words (between characters in Japanese)."""
    room = max(room, 40.0)
    words = text.split(" ")
    widths = [face.word_width(word) for word in words]
    if max(text, default="") >= FIRST_IDEOGRAPH or max(widths) > room or "\n" in text:
        return _laid_out(face, text, room)
    lines: list[str] = []
    gap = face.word_width(" ")
    first, reach = 0, -gap
    for i, width in enumerate(widths):
        reach += gap + width
        if reach > room:
            lines.append(" ".join(words[first:i]))
            first, reach = i, width
    return [*lines, " ".join(words[first:])]


def _laid_out(face: Face, text: str, room: float) -> list[str]:
    """The same by Qt's own rules, which take ten times as long."""
    layout = QTextLayout(text, face.font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    lines: list[str] = []
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(room)
        lines.append(text[line.textStart() : line.textStart() + line.textLength()].rstrip())
    layout.endLayout()
    return lines


class _Wrapping(Themed):
    """A widget whose height follows from its width."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        """Lines break."""
        return True

    def sizeHint(self) -> QSize:
        """What the content needs."""
        return QSize(282, self.heightForWidth(282))

    def minimumSizeHint(self) -> QSize:
        """What the content can be pressed into."""
        return QSize(160, 0)


class VerdictCard(_Wrapping):
    """Headline and sentence on a soft ground, with a bar in the colour of what they speak of. Empty, it takes no room."""

    LINE = 18.0
    PADDING = 10.0
    TEXT = 16.0  # from the bar's left edge
    BAR = 4.0

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._title, self._text = "", ""
        self._colour: Colour = "quiet"
        self._broken: tuple[float, tuple[list[str], list[str]]] | None = None

    @property
    def title(self) -> str:
        """The headline shown."""
        return self._title

    @property
    def text(self) -> str:
        """The sentences shown."""
        return self._text

    def set_verdict(self, title: str, text: str, colour: Colour = "quiet") -> None:
        """Say this; nothing at all with an empty `title` and `text`."""
        if (title, text, colour) == (self._title, self._text, self._colour):
            return
        height = self.heightForWidth(self.width())
        self._title, self._text, self._colour = title, text, colour
        self._broken = None
        self.setAccessibleName(" ".join(part for part in (title, text) if part))
        if self.heightForWidth(self.width()) != height:
            self.updateGeometry()
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Layouts keep heights by width, and are told of another text only if it is higher at the width of then."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

    def restyle(self) -> None:
        """Another font breaks lines elsewhere."""
        self._broken = None

    def heightForWidth(self, width: int) -> int:
        """As high as the lines that `width` breaks the content into."""
        title, text = self._lines(width)
        return ceil(self.px((len(title) + len(text)) * self.LINE) + 2 * self.PADDING) if title or text else 0

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Sign and text, line by line."""
        if not self._title and not self._text:
            return
        painter = begin(self)
        title, text = self._lines(self.width())
        height = self.px((len(title) + len(text)) * self.LINE) + 2 * self.PADDING
        frame = QRectF(INSET, 0, self.width() - 2 * INSET, height)
        ground = QPainterPath()
        ground.addRoundedRect(frame, 4, 4)
        ground.addRect(frame.adjusted(0, 0, self.BAR - frame.width(), 0))  # square corners behind the bar
        painter.fillPath(ground.simplified(), self.theme.brush("soft"))
        painter.fillRect(QRectF(INSET, 0, self.BAR, height), self.theme.brush(self._colour))
        at = QPointF(INSET + self.TEXT, self.PADDING)
        at = self._paint_lines(painter, title, self.faces.strong, "ink", at)
        self._paint_lines(painter, text, self.faces.note, "quiet_soft", at)
        painter.end()

    def _lines(self, width: float) -> tuple[list[str], list[str]]:
        """The lines of headline and sentences, kept for the width last asked for."""
        if self._broken is None or self._broken[0] != width:
            room = width - 2 * INSET - self.TEXT - 8
            title = wrapped(self.faces.strong, self._title, room) if self._title else []
            self._broken = width, (title, wrapped(self.faces.note, self._text, room) if self._text else [])
        return self._broken[1]

    def _paint_lines(self, painter: QPainter, lines: list[str], face: Face, colour: str, at: QPointF) -> QPointF:
        painter.setFont(face.font)
        painter.setPen(self.theme.color(colour))
        for line in lines:
            painter.drawText(QPointF(at.x(), face.middle(at.y(), self.px(self.LINE))), line)
            at += QPointF(0, self.px(self.LINE))
        return at


@dataclass(frozen=True, slots=True)
class CheckItem:
    """One short sentence with its mark: check (good), cross (bad), nearly."""

    mark: Mark
    text: str


class CheckList(_Wrapping):
    """Short sentences, each with a drawn mark."""

    LINE = 17.0
    ROW = 23.0
    TEXT = 22.0

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._items: tuple[CheckItem, ...] = ()

    @property
    def items(self) -> tuple[CheckItem, ...]:
        """The sentences shown."""
        return self._items

    def set_items(self, items: Sequence[CheckItem]) -> None:
        """Show these sentences."""
        if tuple(items) == self._items:
            return
        self._items = tuple(items)
        self.setAccessibleName("\n".join(f"{SPOKEN[item.mark]} {item.text}" for item in items))
        self.updateGeometry()
        self.update()

    def heightForWidth(self, width: int) -> int:
        """As high as the lines that `width` breaks the content into."""
        return ceil(sum(self._height(len(lines)) for lines in self._lines(width)))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Sign and text, line by line."""
        painter = begin(self)
        painter.setFont(self.faces.text.font)
        top = 0.0
        for item, lines in zip(self._items, self._lines(self.width()), strict=True):
            draw_mark(painter, self.theme, item.mark, QPointF(INSET + self.px(6), top + self.px(self.ROW) / 2))
            painter.setPen(self.theme.color("ink"))
            for i, line in enumerate(lines):
                baseline = self.faces.text.middle(top + i * self.px(self.LINE), self.px(self.ROW))
                painter.drawText(QPointF(INSET + self.px(self.TEXT), baseline), line)
            top += self._height(len(lines))
        painter.end()

    def _height(self, lines: int) -> float:
        return self.px(self.ROW + (lines - 1) * self.LINE)

    def _lines(self, width: float) -> list[list[str]]:
        return [wrapped(self.faces.text, item.text, width - 2 * INSET - self.px(self.TEXT)) for item in self._items]
