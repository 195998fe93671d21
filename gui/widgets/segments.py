"""Segmented buttons: one of a few choices, all of them in sight."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QRadioButton, QSizePolicy, QWidget

from gui.theme import Theme
from gui.widgets.painting import begin, focus_ring, frame, inset

SIZES = (13.0, 12.0, 11.0)
"""Sizes of letters, the usual one first."""

MARGIN = 2


class Segment(QRadioButton):
    """One choice; radio buttons of one parent bring exclusiveness and arrow keys with them."""

    def __init__(self, theme: Theme, key: str, text: str, parent: QWidget) -> None:
        """A choice `key`, read `text`."""
        super().__init__(text, parent)
        self.theme, self.key, self.size_shown = theme, key, SIZES[0]
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFont(theme.font(13))

    def sizeHint(self) -> QSize:
        """Wide enough for the text in bold."""
        return QSize(self.needed(SIZES[0]), 26)

    def needed(self, size: float, bold: bool = True) -> int:
        """The width of the text in letters of this size, with room at its sides."""
        return QFontMetrics(self.theme.font(size, bold=bold)).horizontalAdvance(self.text()) + 8

    def minimumSizeHint(self) -> QSize:
        """Too long a text is cut, and can be read in the tool tip."""
        return QSize(30, 26)

    def hitButton(self, place: QPoint) -> bool:
        """All of it can be clicked."""
        return self.rect().contains(place)

    def paintEvent(self, event: QPaintEvent) -> None:
        """A soft ground and bold ink when chosen; quiet otherwise."""
        painter = begin(self)
        chosen = self.isChecked()
        if chosen:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self.theme.color("soft"))
            painter.drawRoundedRect(self.rect(), 4, 4)
        font = self.theme.font(self.size_shown, bold=chosen)
        painter.setFont(font)
        strong = chosen or (self.underMouse() and self.isEnabled())
        painter.setPen(self.theme.color("ink" if strong else "quiet"))
        text = QFontMetrics(font).elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width() - 4)
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, text)
        if self.hasFocus():
            focus_ring(painter, inset(self, 1.0), self.theme, 4)
        painter.end()


class Segments(QWidget):
    """A row of choices; `chosen(key)` fires on the user's hand only. Arrow keys move within the row."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Empty until `set_options`."""
        super().__init__(parent)
        self.theme = theme
        self._segments: list[Segment] = []
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        self._row.setSpacing(0)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_options(self, options: Sequence[tuple[str, str]]) -> None:
        """Offer (key, text) pairs; where the keys stay the same only the texts change."""
        if [key for key, _ in options] != self.keys():
            current = self.current()
            for segment in self._segments:
                segment.hide()
                self._row.removeWidget(segment)
                segment.deleteLater()
            self._segments = [self._made(key, text) for key, text in options]
            self.set_current(current)
        for segment, (_, text) in zip(self._segments, options, strict=True):
            segment.setText(text)
            segment.setToolTip(text)
            segment.updateGeometry()
        self._share_out()

    def _made(self, key: str, text: str) -> Segment:
        segment = Segment(self.theme, key, text, self)
        segment.clicked.connect(lambda: self.chosen.emit(key))
        segment.toggled.connect(self._share_out)
        self._row.addWidget(segment, 1)
        return segment

    def keys(self) -> list[str]:
        """What can be chosen."""
        return [segment.key for segment in self._segments]

    def current(self) -> str:
        """The key chosen now, or ""."""
        return next((segment.key for segment in self._segments if segment.isChecked()), "")

    def set_current(self, key: str) -> None:
        """Choose silently."""
        for segment in self._segments:
            if segment.key == key:
                segment.setChecked(True)

    def set_theme(self, theme: Theme) -> None:
        """Repaint in another look."""
        self.theme = theme
        for segment in self._segments:
            segment.theme = theme
            segment.setFont(theme.font(13))
            segment.update()
        self._share_out()
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Equal shares if all texts fit in them, else shares as the texts need, in smaller letters if they must."""
        super().resizeEvent(event)
        self._share_out()

    def _share_out(self) -> None:
        room = self.contentsRect().width() - 2 * MARGIN
        for size in SIZES:
            needs = [segment.needed(size) for segment in self._segments]
            if sum(needs) <= room:
                break
        else:  # then room is not kept for all of them to be chosen
            needs = [segment.needed(size, segment.isChecked()) for segment in self._segments]
        equal = not needs or max(needs) * len(needs) <= room
        for index, (segment, need) in enumerate(zip(self._segments, needs, strict=True)):
            segment.size_shown = size
            segment.update()
            self._row.setStretch(index, 1 if equal else need)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The frame around the row."""
        painter = begin(self)
        frame(painter, inset(self), self.theme.color("card"), self.theme.color("line"))
        painter.end()
