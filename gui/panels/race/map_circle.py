"""The eigenvalues of one step in the complex plane: inside the unit circle a direction shrinks."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from engine.simulations.race_map_theory import Mode
from gui.theme import Theme
from gui.widgets.marks import Colour, Shape, draw_line_sample, draw_swatch
from gui.widgets.painting import begin, signed
from gui.widgets.themed import Themed, draw_text

# So much of the plane is seen at least.
REACH = 1.2
ROW, SAMPLE, MOST = 19.0, 20.0, 250.0
SHAPES: tuple[Shape, Shape] = ("square", "dot")


class EigenCircle(Themed):
    """Painted: circle and eigenvalues, and below them what they are in numbers."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._modes: tuple[Mode, ...] = ()
        self._colour: Colour = 0
        self._words = ("", "")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)

    def show_modes(self, modes: tuple[Mode, ...], colour: Colour, words: tuple[str, str]) -> None:
        """These directions; words for the dashed radius and for the unit circle."""
        self._modes, self._colour, self._words = modes, colour, words
        self.setAccessibleName("; ".join(f"{name} {value}" for name, value, _ in self._rows()))
        self.update()

    def sizeHint(self) -> QSize:
        """A square, and the rows below it."""
        return QSize(190, 190 + ceil(self.px(ROW) * 4))

    def minimumSizeHint(self) -> QSize:
        """Smaller, it could not be read."""
        return QSize(150, 110 + ceil(self.px(ROW) * 4))

    def _rows(self) -> list[tuple[str, str, int]]:
        """Name, value, and the number of the sign: 0 and 1 the directions, 2 the radius, 3 the circle."""
        rows = [
            (signed(f"{mode.direction.name}, λ = {mode.direction.curvature:.4g}"), roots_text(mode.roots, 2), i)
            for i, mode in enumerate(self._modes)
        ]
        radius = max((mode.radius for mode in self._modes), default=0.0)
        return [*rows, (self._words[0], f"{radius:.3f}", 2), (self._words[1], "", 3)]

    # -- painting -------------------------------------------------------------------------------------------------------

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Plane, then rows."""
        if not self._modes:
            return
        painter = begin(self)
        rows = self._rows()
        below = self.px(ROW) * len(rows) + 8
        side = min(self.width() - 2.0, self.height() - below, MOST)
        self._paint_plane(painter, QRectF(1, 1, side, side))
        for i, row in enumerate(rows):
            self._paint_row(painter, row, QRectF(0, side + 8 + i * self.px(ROW), self.width(), self.px(ROW)))
        painter.end()

    def _paint_plane(self, painter: QPainter, area: QRectF) -> None:
        radius = max(mode.radius for mode in self._modes)
        scale = area.width() / 2 / max(REACH, 1.12 * radius)
        middle = area.center()
        painter.setPen(self.theme.pen("line"))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(area)
        painter.drawLine(QPointF(area.left(), middle.y()), QPointF(area.right(), middle.y()))
        painter.drawLine(QPointF(middle.x(), area.top()), QPointF(middle.x(), area.bottom()))
        painter.setPen(self.theme.pen("ink", 1.8))
        painter.setBrush(self.theme.brush("ink", 0.05))
        painter.drawEllipse(middle, scale, scale)
        dashed = QPen(self.theme.color(self._colour), 1.5)
        dashed.setDashPattern([4.0, 2.5])
        painter.setPen(dashed)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(middle, radius * scale, radius * scale)
        painter.setFont(self.faces.small.font)
        painter.setPen(self.theme.color("quiet"))
        painter.drawText(area.adjusted(5, 3, -5, -3), Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop, "Im z")
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom
        painter.drawText(area.adjusted(5, 3, -5, -3), right, "Re z")
        for i, mode in enumerate(self._modes):
            self._paint_roots(painter, mode, SHAPES[i], middle, scale)

    def _paint_roots(self, painter: QPainter, mode: Mode, shape: Shape, middle: QPointF, scale: float) -> None:
        for number, root in enumerate(mode.roots):
            at = QPointF(middle.x() + root.real * scale, middle.y() - root.imag * scale)
            painter.setPen(QPen(self.theme.color(self._colour, 0.6), 1.0))
            painter.drawLine(middle, at)
            draw_swatch(painter, self.theme, self._colour, at, shape, 11)
            if number == 0:
                painter.setFont(self.faces.symbol.font)
                painter.setPen(self.theme.color("ink"))
                painter.drawText(at + QPointF(-16 if root.real > 0.2 else 9, 14 if root.imag > 0.4 else -8),
                                 mode.direction.name)  # fmt: skip

    def _paint_row(self, painter: QPainter, row: tuple[str, str, int], band: QRectF) -> None:
        name, value, sign = row
        middle, half = band.center().y(), self.px(SAMPLE) / 2
        if sign < len(SHAPES):
            draw_swatch(painter, self.theme, self._colour, QPointF(half, middle), SHAPES[sign])
        else:
            colour, dash = (self._colour, "dash") if sign == len(SHAPES) else ("ink", None)
            draw_line_sample(painter, self.theme, colour, QPointF(0, middle), 2 * half - 2, dash=dash)
        painter.setPen(self.theme.color("ink"))
        face = self.faces.number
        room = band.width() - 2 * half - 15 - face.width(value)
        name = name if self.faces.note.width(name) <= room else name.partition(",")[0]
        draw_text(painter, self.faces.note, name, 2 * half + 5, band)
        draw_text(painter, face, value, band.right() - face.width(value) - 2, band)


def roots_text(roots: tuple[complex, ...], places: int) -> str:
    """`0.85 ± 0.42 i`, or one or two real numbers."""
    first = roots[0]
    if first.imag:
        return signed(f"{first.real:.{places}f} ± {abs(first.imag):.{places}f} i")
    return signed(", ".join(f"{root.real:.{places}f}" for root in roots))
