"""The compact rows of a side's card: quiet labels, and choices without a box."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPaintEvent, QPolygonF
from PySide6.QtWidgets import QBoxLayout

from engine.parameter import Kind
from gui.widgets.choice import SLACK, Choice
from gui.widgets.form.editor import Maker
from gui.widgets.form.rules import RuleEditor, notes_text
from gui.widgets.form.simple import BoolRow
from gui.widgets.painting import begin, focus_ring, inset

HEIGHT, ARROW = 22, 14


class FlatChoice(Choice):
    """A combo box as plain text at the right, with a small arrow."""

    def sizeHint(self) -> QSize:
        """Wide enough for the text chosen now."""
        width = QFontMetrics(self.font()).horizontalAdvance(self.currentText())
        return QSize(width + SLACK + ARROW + 6, HEIGHT)

    def minimumSizeHint(self) -> QSize:
        """Too long a text is cut."""
        return QSize(50, HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Text and arrow; underlined under the mouse, as it has no box."""
        painter = begin(self)
        font = self.theme.font(13)
        font.setUnderline(self.underMouse())
        painter.setFont(font)
        painter.setPen(self.theme.color("ink", 1.0 if self.isEnabled() else 0.5))
        area = QRectF(self.rect()).adjusted(2, 0, -ARROW, 0)
        text = QFontMetrics(font).elidedText(self.currentText(), Qt.TextElideMode.ElideRight, int(area.width()))
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, text)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.theme.color("quiet"))
        x, y = self.width() - 5.0, self.height() / 2
        painter.drawPolygon(QPolygonF([QPointF(x - 4, y - 2), QPointF(x + 4, y - 2), QPointF(x, y + 2.5)]))
        if self.hasFocus():
            focus_ring(painter, inset(self, 1.0), self.theme, 4)
        painter.end()


class CompactRule(RuleEditor):
    """Label at the left, the choice at the right; what the rule says of itself is in the tool tip."""

    LABEL = "quiet"

    def new_choice(self) -> Choice:
        """Without a box."""
        return FlatChoice(self.host.theme)

    def _make_room(self) -> None:
        self.line.setDirection(QBoxLayout.Direction.LeftToRight)
        self.label.setMinimumWidth(0)

    def _tell_about(self) -> None:
        self.about.tell("")
        about = "" if self._rule is None else notes_text(type(self._rule))
        self.choice.setToolTip("\n".join(text for text in (self.choice.currentText(), about) if text))  # type: ignore[union-attr]


class CompactBool(BoolRow):
    """With a quiet label."""

    LABEL = "quiet"


# For kinds of fields that are not here the usual editors are compact enough.
COMPACT: dict[Kind, Maker] = {"rule": CompactRule, "bool": CompactBool}
