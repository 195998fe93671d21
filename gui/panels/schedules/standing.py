"""Small pictures, one for each schedule: where its runs stand at the cursor, or what its network answers."""

from __future__ import annotations

import math

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QPen, QPixmap, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from engine.simulations.schedules_compare import CompareFrame
from engine.simulations.schedules_scene import CompareScene
from gui.panels.schedules.dots import Dots
from gui.panels.schedules.ground import NetworkGround, SurfaceGround
from gui.panels.schedules.look import MOST_SCHEDULES, Look, Looks
from gui.panels.schedules.numbers import share_text
from gui.theme import Theme
from gui.theme.ratio import device_ratio, draws_vectors
from gui.widgets.geometry import Array, Mask
from gui.widgets.marks import SERIES_COUNT
from gui.widgets.painting import begin, focus_ring
from gui.widgets.stamps import Stamps
from gui.widgets.themed import Faces, draw_text, elided

NAME = 20.0  # the height of the name below the picture
LEAST = 64  # the height of a picture with its name
DOT, RING = 3.4, 4.2  # a run's dot; the radius of the ring round run 1
CROSS, BOX = 5.0, 14.0  # half the cross at the optimum; the box that holds either
SPACE = 10  # between pictures
Ground = SurfaceGround | NetworkGround


class StandingPicture(QAbstractButton):
    """Pressed, its schedule is the selected one, which has a frame in its colour."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme, self.faces = theme, Faces.of(theme)
        self.colour = 0
        self.ground: Ground | None = None
        self._places: Array = np.empty((0, 2))
        self._image = QImage()
        self._corner = ""
        self._layer: tuple[object, QPixmap] | None = None
        self._dots, self._stamps = Dots(), Stamps()
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click must leave the arrow keys to the steps
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)
        self.setMinimumHeight(LEAST)

    # -- shown --------------------------------------------------------------------------------------------------------

    def show_look(self, look: Look) -> None:
        """Name and colour; as selected if it is."""
        self.colour = look.colour
        self.setText(look.name)
        self.setAccessibleName(look.name)
        self.setToolTip(look.name)
        self.setChecked(look.selected)
        self.update()

    def show_ground(self, ground: Ground | None) -> None:
        """What lies below; nothing stands on it yet."""
        self.ground, self._layer = ground, None
        self._places, self._image, self._corner = np.empty((0, 2)), QImage(), ""
        self.update()

    def show_places(self, places: Array, corner: str) -> None:
        """Where the runs stand, (runs, 2), run 1 first; and what is said in the corner."""
        self._places, self._corner = places, corner
        self._update_square()

    def show_answer(self, answer: Array, corner: str) -> None:
        """What the network of run 1 answers, (rows from below, columns)."""
        if isinstance(self.ground, NetworkGround):
            self._image, self._corner = self.ground.image(answer), corner
            self._update_square()

    def _update_square(self) -> None:
        """The name below stays as it is."""
        self.update(self.square.toAlignedRect().adjusted(-2, -1, 2, 2))

    def set_theme(self, theme: Theme) -> None:
        """Take colours and faces from `theme`."""
        self.theme, self.faces, self._layer = theme, Faces.of(theme), None
        self._stamps.clear()
        self.update()

    @property
    def corner(self) -> str:
        """What is said in the corner."""
        return self._corner

    # -- painting -----------------------------------------------------------------------------------------------------

    def sizeHint(self) -> QSize:
        """Any size will do."""
        return QSize(96, 96 + round(NAME))

    @property
    def square(self) -> QRectF:
        """Where the picture is: as large as fits, in the middle."""
        room = self.height() - NAME * self.theme.text_scale
        side = float(max(int(min(self.width(), room)) - 1, 8))
        return QRectF(round((self.width() - side) / 2) + 0.5, 0.5, side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Ground, dots, frame, name."""
        painter = begin(self)
        box = self.square
        painter.save()
        painter.translate(box.topLeft())
        painter.setClipRect(QRectF(0, 0, box.width(), box.height()))
        self._paint_content(painter, box.width())
        painter.restore()
        painter.setBrush(Qt.BrushStyle.NoBrush)
        chosen = self.isChecked()
        painter.setPen(self.theme.pen(self.colour % SERIES_COUNT if chosen else "line", 2.0 if chosen else 1.0))
        painter.drawRect(box)
        if event.rect().bottom() > box.bottom() + 3:
            self._paint_name(painter, box)
        if self.hasFocus():
            focus_ring(painter, box.adjusted(-0.5, -0.5, 0.5, 0.5), self.theme, 2)
        painter.end()

    def _paint_content(self, painter: QPainter, side: float) -> None:
        if isinstance(self.ground, SurfaceGround):
            self._paint_still(painter, side)
            self._paint_runs(painter, self.ground, side)
        elif isinstance(self.ground, NetworkGround):
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(QRectF(0, 0, side, side), self._image)
            self._paint_still(painter, side)
        if self._corner:
            self._paint_corner(painter, side)

    def _paint_still(self, painter: QPainter, side: float) -> None:
        """What stays for a run, painted once for a size."""
        if draws_vectors(painter):
            self._draw_still(painter, side)
            return
        key = side, device_ratio(painter)
        if self._layer is None or self._layer[0] != key:
            layer = QPixmap(QSize(round(side * key[1]), round(side * key[1])))
            layer.setDevicePixelRatio(key[1])
            layer.fill(Qt.GlobalColor.transparent)
            inner = QPainter(layer)
            inner.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._draw_still(inner, side)
            inner.end()
            self._layer = key, layer
        painter.drawPixmap(QPointF(0, 0), self._layer[1])

    def _draw_still(self, painter: QPainter, side: float) -> None:
        if isinstance(self.ground, SurfaceGround):
            self.ground.draw(painter, side)
        elif self.ground is not None:
            self.ground.draw_points(painter, side)

    def _paint_runs(self, painter: QPainter, ground: SurfaceGround, side: float) -> None:
        """Every run as a dot, the optimum as a cross, run 1 ringed."""
        pixels = ground.mapping(side).pixels(self._places)
        inside: Mask = np.asarray(((pixels >= -DOT) & (pixels <= side + DOT)).all(axis=-1))
        self._dots.draw(painter, pixels[inside], self.theme.series(self.colour), DOT)
        self._stamps.begin(painter)
        optimum = ground.mapping(side).point(*ground.view.minimum)
        self._stamps.paste(painter, "optimum", optimum, (BOX, BOX), self._draw_optimum)
        if len(inside) and inside[0]:
            self._stamps.paste(painter, self.colour, (pixels[0, 0], pixels[0, 1]), (BOX, BOX), self._draw_ring)

    def _draw_optimum(self, painter: QPainter) -> None:
        """A cross on a halo."""
        middle, reach = BOX / 2, CROSS
        for name, width in (("halo", 3.0), ("ink", 1.2)):
            painter.setPen(QPen(self.theme.color(name), width))
            painter.drawLine(QPointF(middle - reach, middle), QPointF(middle + reach, middle))
            painter.drawLine(QPointF(middle, middle - reach), QPointF(middle, middle + reach))

    def _draw_ring(self, painter: QPainter) -> None:
        """Run 1's dot."""
        painter.setBrush(self.theme.series(self.colour))
        painter.setPen(QPen(self.theme.color("ink"), 1.5))
        painter.drawEllipse(QPointF(BOX / 2, BOX / 2), RING, RING)

    def _paint_corner(self, painter: QPainter, side: float) -> None:
        face = self.faces.small
        band = QRectF(3, 2, face.width(self._corner) + 6, face.ascent + face.descent)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.theme.brush("paper", 0.75))
        painter.drawRoundedRect(band, 3, 3)
        painter.setPen(self.theme.color("ink"))
        draw_text(painter, face, self._corner, band.left() + 3, band)

    def _paint_name(self, painter: QPainter, box: QRectF) -> None:
        face = self.faces.note if self.faces.note.width(self.text()) <= self.width() else self.faces.small
        name = elided(face, self.text(), self.width())
        painter.setPen(self.theme.color("ink"))
        band = QRectF(0, box.bottom() + 1, self.width(), NAME * self.theme.text_scale)
        draw_text(painter, face, name, (self.width() - face.width(name)) / 2, band)


class StandingRow(QWidget):
    """The pictures of all shown schedules side by side. `picked(index)` tells that the hand has chosen one."""

    picked = Signal(int)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme
        self.pictures = [StandingPicture(theme) for _ in range(MOST_SCHEDULES)]
        self._looks: Looks = ()
        self._scene: CompareScene | None = None
        self._ground: Ground | None = None
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE)
        for index, picture in enumerate(self.pictures):
            row.addWidget(picture, 1)
            picture.hide()
            picture.clicked.connect(lambda _checked, index=index: self._pick(index))

    def show_run(self, looks: Looks, scene: CompareScene) -> None:
        """Other schedules, or another look at them."""
        self._looks = looks
        if scene is not self._scene:
            self._scene = scene
            self._make_ground()
        for index, picture in enumerate(self.pictures):
            picture.setVisible(index < len(looks) and looks[index].shown)
            if index < len(looks):
                picture.show_look(looks[index])

        self._limit_height()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Pictures are squares."""
        super().resizeEvent(event)
        self._limit_height()

    def _limit_height(self) -> None:
        """No higher than the pictures can be, so that the plots above get the rest."""
        count = max(1, sum(look.shown for look in self._looks))
        side = (self.width() - SPACE * (count - 1)) / count
        self.setMaximumHeight(max(LEAST, round(side + NAME * self.theme.text_scale) + 2))

    def _make_ground(self) -> None:
        scene = self._scene
        assert scene is not None
        self._ground = None
        if scene.surface is not None:
            self._ground = SurfaceGround(self.theme, scene.surface)
        elif scene.network is not None:
            self._ground = NetworkGround(self.theme, scene.network)
        for picture in self.pictures:
            picture.show_ground(self._ground)

    def show_frame(self, frame: CompareFrame) -> None:
        """The runs at the cursor."""
        for index, (look, picture) in enumerate(zip(self._looks, self.pictures, strict=False)):
            if not look.shown:
                continue
            if frame.positions is not None and isinstance(self._ground, SurfaceGround):
                self._show_places(picture, self._ground, frame.positions[index])
            elif frame.answers is not None:
                shares = frame.state.accuracies
                right = share_text(float(shares[index, 0]) if shares is not None else math.nan)
                picture.show_answer(frame.answers[index], right)
                picture.setAccessibleDescription(self.tr("{share} of the points right").format(share=right))

    def _show_places(self, picture: StandingPicture, ground: SurfaceGround, places: Array) -> None:
        """In the corner, how many runs lie within the picture, where not all do."""
        centre, reach = np.array(ground.view.minimum), ground.view.reach
        with np.errstate(invalid="ignore"):
            inside = int((np.abs(places - centre) <= reach).all(axis=1).sum())
        picture.show_places(places, "" if inside == len(places) else f"{inside} / {len(places)}")
        text = self.tr("{n} of {all} runs are in the picture")
        picture.setAccessibleDescription(text.format(n=inside, all=len(places)))

    def _pick(self, index: int) -> None:
        """A press on the selected picture leaves it selected."""
        self.pictures[index].setChecked(self._looks[index].selected)
        self.picked.emit(index)

    def set_theme(self, theme: Theme) -> None:
        """Take every colour from `theme`."""
        self.theme = theme
        for picture in self.pictures:
            picture.set_theme(theme)
        if self._scene is not None:
            self._make_ground()
