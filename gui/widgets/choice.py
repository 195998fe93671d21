"""A combo box painted as in the design; wheel and keys pass by unless it has the keyboard, which Tab alone gives it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPaintEvent, QPolygonF, QWheelEvent
from PySide6.QtWidgets import QComboBox, QSizePolicy, QWidget

from gui.theme import Theme
from gui.widgets.painting import begin, frame, inset

PADDING, ARROW = 12, 22
# Widths of letters are no whole pixels.
SLACK = 2


class Choice(QComboBox):
    """One of several entries, each a key with a text; `chosen(key)` fires on the user's hand only."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, height: int = 30, parent: QWidget | None = None) -> None:
        """Empty until `set_options`."""
        super().__init__(parent)
        self.theme, self._height = theme, height
        self.usual = 0  # so wide at least, where there is room
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMaxVisibleItems(24)
        self.setFont(theme.font(13))
        self.activated.connect(lambda index: self.chosen.emit(self.itemData(index)))

    def set_options(self, options: Sequence[tuple[str, str]]) -> None:
        """Offer (key, text) pairs; where the keys stay the same only the texts change."""
        if [key for key, _ in options] != self.keys():
            current = self.current()
            self.clear()
            for key, text in options:
                self.addItem(text, key)
            self.set_current(current)
        for index, (_, text) in enumerate(options):
            if self.itemText(index) != text:
                self.setItemText(index, text)
        self.updateGeometry()
        self.update()

    def set_tips(self, tips: Mapping[str, str]) -> None:
        """Explain entries, by key, where the list is open."""
        for index in range(self.count()):
            self.setItemData(index, tips.get(self.itemData(index), ""), Qt.ItemDataRole.ToolTipRole)

    def keys(self) -> list[str]:
        """What can be chosen."""
        return [self.itemData(index) for index in range(self.count())]

    def current(self) -> str:
        """The key chosen now, or ""."""
        return self.currentData() or ""

    def set_current(self, key: str) -> None:
        """Choose silently."""
        index = self.findData(key)
        if index >= 0:
            self.setCurrentIndex(index)

    def set_theme(self, theme: Theme) -> None:
        """Repaint in another look."""
        self.theme = theme
        self.setFont(theme.font(13))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Wide enough for the longest text."""
        metrics = QFontMetrics(self.font())
        widths = [metrics.horizontalAdvance(self.itemText(index)) for index in range(self.count())]
        return QSize(max(self.usual, max(widths, default=40) + SLACK + PADDING + ARROW), self._height)

    def minimumSizeHint(self) -> QSize:
        """Too long a text is cut."""
        return QSize(60, self._height)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the column scroll unless the box has the keyboard."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Box, text, arrow."""
        painter = begin(self)
        line = "accent" if self.hasFocus() else "line"
        frame(painter, inset(self), self.theme.color("card"), self.theme.color(line))
        area = QRectF(self.rect()).adjusted(PADDING, 0, -ARROW, 0)
        painter.setFont(self.font())
        painter.setPen(self.theme.color("ink", 1.0 if self.isEnabled() else 0.5))
        text = QFontMetrics(self.font()).elidedText(self.currentText(), Qt.TextElideMode.ElideRight, int(area.width()))
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.theme.color("quiet"))
        x, y = self.width() - 17.0, self.height() / 2
        painter.drawPolygon(QPolygonF([QPointF(x - 4, y - 2.5), QPointF(x + 4, y - 2.5), QPointF(x, y + 2.5)]))
        painter.end()
