"""The row of tabs: painted as in the design, wide enough for bold, with the keys of a tab bar."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPaintEvent
from PySide6.QtWidgets import QTabBar, QWidget

from gui.theme import Theme
from gui.widgets.painting import begin, focus_ring

HEIGHT, PADDING, LINE = 36, 15, 3


class TabRow(QTabBar):
    """The tab in front stands on paper, over a line in the accent."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setUsesScrollButtons(False)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setMouseTracking(True)

    def set_theme(self, theme: Theme) -> None:
        """Repaint in another look."""
        self.theme = theme
        self.setFont(theme.font(14))
        self.updateGeometry()
        self.update()

    def tabSizeHint(self, index: int) -> QSize:
        """As wide as the name in bold, so that no name moves when a tab comes to the front."""
        metrics = QFontMetrics(self.theme.font(14, bold=True))
        return QSize(metrics.horizontalAdvance(self.tabText(index)) + 2 * PADDING, HEIGHT)

    def minimumTabSizeHint(self, index: int) -> QSize:
        """Where there is no room names are cut."""
        return QSize(min(60, self.tabSizeHint(index).width()), HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Every tab's name; ground and line of the one in front."""
        painter = begin(self)
        for i in range(self.count()):
            area, chosen = QRectF(self.tabRect(i)), i == self.currentIndex()
            if chosen:
                painter.fillRect(area, self.theme.color("paper"))
                painter.fillRect(area.adjusted(0, area.height() - LINE, 0, 0), self.theme.color("accent"))
            font = self.theme.font(14, bold=chosen)
            painter.setFont(font)
            painter.setPen(self.theme.color("ink" if chosen else "quiet"))
            room = int(area.width()) - 12
            text = QFontMetrics(font).elidedText(self.tabText(i), Qt.TextElideMode.ElideRight, room)
            painter.drawText(area, Qt.AlignmentFlag.AlignCenter, text)
            if chosen and self.hasFocus():
                focus_ring(painter, area.adjusted(2, 2, -2, -LINE - 1), self.theme, 4)
        painter.end()
