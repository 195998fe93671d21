"""What stands above a form: the presets of the tab, and which side of a comparison the hand changes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from PySide6.QtCore import QCoreApplication, QPoint, QPointF, Qt, Signal
from PySide6.QtGui import QPaintEvent, QPolygonF
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from gui.i18n import words
from gui.theme import Theme
from gui.widgets.form.buttons import DotsButton, LinkButton
from gui.widgets.painting import begin
from gui.widgets.segments import Segment, Segments

ARROW = 12
NARROW = 140  # of the segments


@dataclass(frozen=True, slots=True)
class Offer:
    """A preset as it is listed; title and help are engine text, in English."""

    key: str
    title: str
    help: str


class DropButton(LinkButton):
    """A link with a small arrow: it opens a list."""

    ROOM = ARROW

    def paintEvent(self, event: QPaintEvent) -> None:
        """Text and arrow."""
        super().paintEvent(event)
        painter = begin(self)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.theme.color("accent" if self.isEnabled() else "quiet"))
        x, y = self.width() - ARROW / 2 - 1, self.height() / 2 + 1
        painter.drawPolygon(QPolygonF([QPointF(x - 3.5, y - 2), QPointF(x + 3.5, y - 2), QPointF(x, y + 2.5)]))
        painter.end()


class FormHead(QWidget):
    """Out of sight where there are neither presets nor two sides.

    `preset_chosen(key)`; `side_chosen("a" | "b" | "both")`; `copy_requested` and `swap_requested`.
    """

    preset_chosen = Signal(str)
    side_chosen = Signal(str)
    copy_requested = Signal()
    swap_requested = Signal()

    def __init__(self, theme: Theme, offers: Sequence[Offer], parent: QWidget | None = None) -> None:
        """With the presets of the tab; nothing is compared."""
        super().__init__(parent)
        self.theme, self.offers, self.side = theme, tuple(offers), "both"
        self.presets, self.sides, self.more = DropButton(theme), Segments(theme), DotsButton(theme)
        self.presets.setObjectName("presets")
        self.sides.setObjectName("side")
        self.more.setObjectName("sides.more")
        self.more.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.more.set_prominent(True)
        self.sides.setMaximumWidth(NARROW)
        self.presets.clicked.connect(self._list_presets)
        self.sides.chosen.connect(self.side_chosen)
        self.more.clicked.connect(self._open_more)
        row = QHBoxLayout(self)
        row.setContentsMargins(5, 0, 4, 4)
        row.setSpacing(4)
        row.addWidget(self.presets)
        row.addStretch(1)
        row.addWidget(self.sides)
        row.addWidget(self.more)
        self.setMinimumHeight(self.sides.sizeHint().height() + row.contentsMargins().bottom())  # with sides or without
        self.presets.setVisible(bool(self.offers))
        for widget in (self.sides, self.more) if self.offers else (self, self.sides, self.more):
            widget.hide()
        self.retranslate()

    def show_side(self, side: str, comparing: bool) -> None:
        """Show which side is active, silently; without a comparison there are no sides."""
        self.side = side
        self.sides.set_current(side)
        self.sides.setVisible(comparing)
        self.more.setVisible(comparing)
        self.setVisible(comparing or bool(self.offers))

    def _list_presets(self) -> None:
        menu = self._menu()
        for offer in self.offers:
            action = menu.addAction(words(offer.title))
            action.setObjectName(offer.key)
            action.setToolTip(wrapped(words(offer.help)))
            action.triggered.connect(lambda _checked=False, key=offer.key: self.preset_chosen.emit(key))
        menu.popup(self.presets.mapToGlobal(QPoint(0, self.presets.height())))

    def _open_more(self) -> None:
        menu = self._menu()
        menu.addAction(copy_text(self.side), self.copy_requested.emit).setObjectName("copy")
        menu.addAction(self.tr("Swap A and B"), self.swap_requested.emit).setObjectName("swap")
        menu.popup(self.more.mapToGlobal(QPoint(0, self.more.height())))

    def _menu(self) -> QMenu:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.setToolTipsVisible(True)
        return menu

    def set_theme(self, theme: Theme) -> None:
        """Take colours and faces from `theme`."""
        self.theme = theme
        self.presets.set_theme(theme)
        self.sides.set_theme(theme)
        self.more.set_theme(theme)

    def retranslate(self) -> None:
        """Set every text again."""
        self.presets.setText(self.tr("Presets"))
        self.presets.setToolTip(self.tr("Experiments worth seeing, ready made"))
        self.presets.updateGeometry()
        self.sides.set_options([("a", "A"), ("b", "B"), ("both", self.tr("Both"))])
        self.sides.set_current(self.side)
        self.sides.setAccessibleName(self.tr("Side to change"))
        tips = {
            "a": self.tr("What you change below is changed in A"),
            "b": self.tr("What you change below is changed in B"),
            "both": self.tr("What you change below is changed in A and B"),
        }
        for segment in self.sides.findChildren(Segment):
            segment.setToolTip(tips[segment.key])
            segment.setAccessibleDescription(tips[segment.key])
        self.more.setAccessibleName(self.tr("More for A and B"))
        self.more.setToolTip(self.tr("Copy, swap"))


def wrapped(text: str) -> str:
    """A tool tip of several lines: Qt breaks the lines of rich text only."""
    return f"<qt>{escape(text)}</qt>"


def copy_text(side: str) -> str:
    """What copying the active side is called."""
    if side == "b":
        return QCoreApplication.translate("FormHead", "Copy B to A")
    return QCoreApplication.translate("FormHead", "Copy A to B")
