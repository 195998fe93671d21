"""One optimizer's basins, small: pressed, it is the one seen large."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from gui.panels.race.swarm_colours import paint_basins
from gui.theme import Theme
from gui.widgets.marks import SERIES_COUNT, SWATCH, draw_swatch
from gui.widgets.painting import begin, focus_ring
from gui.widgets.themed import Faces, draw_text, elided

LINE, EDGE = 18.0, 3.0


class BasinThumb(QAbstractButton):
    """Picture, name, and in a few words how many arrive."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme, self.faces = theme, Faces.of(theme)
        self._image, self._hatched, self._aspect = QImage(), False, 1.0
        self._notes: tuple[str, ...] = ("",)
        self._colour = 0
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click must leave the arrow keys to the steps
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)

    @property
    def image(self) -> QImage:
        """The basins, a pixel a start."""
        return self._image

    def show_basins(self, image: QImage, hatched: bool, aspect: float) -> None:
        """Another picture, so many times as wide as it is high; `hatched` where some diverge."""
        self._image, self._hatched, self._aspect = image, hatched, min(max(aspect, 1.0), 1.5)
        self.update()

    def show_racer(self, name: str, colour: int, notes: tuple[str, ...], selected: bool) -> None:
        """Whose it is, with notes from the fullest to the shortest."""
        self._colour, self._notes = colour, notes
        self.setText(name)
        self.setAccessibleName(f"{name}: {notes[0]}")
        self.setToolTip(f"{name}: {notes[0]}")
        self.setChecked(selected)
        self.update()

    def nextCheckState(self) -> None:
        """The selected one stays so when it is pressed again."""
        self.setChecked(True)

    def set_theme(self, theme: Theme) -> None:
        """Take colours and faces from `theme`."""
        self.theme, self.faces = theme, Faces.of(theme)
        self.update()

    def sizeHint(self) -> QSize:
        """A square and two lines."""
        return QSize(140, 140 + 2 * round(LINE * self.theme.text_scale))

    @property
    def box(self) -> QRectF:
        """Where the picture is."""
        lines = 2 * LINE * self.theme.text_scale
        side = max(min(self.width() - 2 * EDGE, self.height() - 2 * EDGE - lines), 8.0)
        return QRectF(EDGE, EDGE, min(self.width() - 2 * EDGE, self._aspect * side), side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Picture, frame, two lines."""
        painter = begin(self)
        box = self.box
        if not self._image.isNull():
            paint_basins(painter, self.theme, box, self._image, self._hatched)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if self.isChecked():
            painter.setPen(QPen(self.theme.series(self._colour % SERIES_COUNT), 2.5))
            painter.drawRoundedRect(box.adjusted(-1, -1, 1, 1), 3, 3)
        else:
            painter.setPen(self.theme.pen("line"))
            painter.drawRect(box)
        if self.hasFocus():
            focus_ring(painter, QRectF(self.rect()).adjusted(1, 1, -1, -1), self.theme, 4)
        line = LINE * self.theme.text_scale
        band, room = QRectF(0, box.bottom() + EDGE, self.width(), line), self.width() - EDGE
        draw_swatch(painter, self.theme, self._colour, QPointF(EDGE + SWATCH / 2, band.center().y()))
        left = EDGE + SWATCH * self.theme.text_scale + 5
        face = self.faces.strong if self.isChecked() else self.faces.text
        painter.setPen(self.theme.color("ink"))
        draw_text(painter, face, elided(face, self.text(), room - left), left, band)
        painter.setPen(self.theme.color("quiet"))
        small = self.faces.small
        note = next((text for text in self._notes if small.width(text) <= room - EDGE), self._notes[-1])
        draw_text(painter, small, elided(small, note, room - EDGE), EDGE, band.translated(0, line))
        painter.end()
