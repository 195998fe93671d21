"""Which units of a layer do the same: their correlation, one small picture a scheme, with the count of distinct ones."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from engine.simulations.base import Array
from gui.panels.initialization.labels import fitting
from gui.theme import Theme
from gui.widgets.painting import begin
from gui.widgets.themed import INSET, Themed, draw_text, elided

STEPS = 64
SIDE, LINE, APART = 54.0, 18.0, 12.0


@dataclass(frozen=True, slots=True, eq=False)
class UnitPicture:
    """One scheme's picture: correlations (units, units), its colour, its name, and the words below it.

    `brief` is `count` in few letters, for a narrow place.
    """

    correlation: Array
    colour: int
    name: str
    count: str
    brief: str


class CorrelationRow(Themed):
    """Pictures side by side; the stronger the correlation of two units, the fuller the scheme's colour."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._pictures: tuple[UnitPicture, ...] = ()
        self._images: list[tuple[QImage, NDArray[np.uint32]]] = []
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    @property
    def pictures(self) -> tuple[UnitPicture, ...]:
        """What is shown."""
        return self._pictures

    def show_pictures(self, pictures: tuple[UnitPicture, ...]) -> None:
        """Show these, one a scheme."""
        self._pictures = pictures
        self.setAccessibleDescription("\n".join(f"{each.name}: {each.count}" for each in pictures))
        self._colour()

    def _colour(self) -> None:
        self._images = [self._image(picture) for picture in self._pictures]
        self.update()

    def _image(self, picture: UnitPicture) -> tuple[QImage, NDArray[np.uint32]]:
        """The image, and the array whose memory it reads."""
        colours = np.array(
            [self.theme.blend(picture.colour, step / STEPS, "card").rgb() for step in range(STEPS + 1)], dtype=np.uint32
        )
        steps = np.rint(np.abs(picture.correlation) * STEPS).astype(np.intp)
        pixels = np.ascontiguousarray(colours[steps])
        height, width = pixels.shape
        return QImage(pixels.data, width, height, 4 * width, QImage.Format.Format_RGB32), pixels

    def restyle(self) -> None:
        """Colour again."""
        self._colour()

    def sizeHint(self) -> QSize:
        """Pictures and a line of words."""
        return QSize(282, round(self.px(SIDE + LINE)))

    def minimumSizeHint(self) -> QSize:
        """As high as it is."""
        return QSize(160, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Each picture with its count."""
        painter = begin(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, on=False)
        count = max(len(self._pictures), 4)
        room = self.width() - 2 * INSET
        side = min(self.px(SIDE), (room - (count - 1) * APART) / count)
        pitch = (room - side) / (count - 1)
        for i, (picture, (image, _)) in enumerate(zip(self._pictures, self._images, strict=True)):
            box = QRectF(round(INSET + i * pitch), 0, round(side), round(side))
            painter.drawImage(box, image)
            painter.setPen(self.theme.pen("line"))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(box.adjusted(0.5, 0.5, -0.5, -0.5))
            painter.setPen(self.theme.color("quiet"))
            text = elided(self.faces.small, fitting(self.faces.small, (picture.count, picture.brief), pitch - 4), pitch)
            left = min(
                max(box.center().x() - self.faces.small.width(text) / 2, 0.0),
                self.width() - self.faces.small.width(text),
            )
            draw_text(painter, self.faces.small, text, left, QRectF(0, side, 0, self.px(LINE)))
        painter.end()
