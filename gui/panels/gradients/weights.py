"""Below the form: the gradient at layer 1 for another weight, and chains that keep it or blow it up."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from engine.simulations.gradients_formulas import brief_figure, special_figure
from engine.simulations.gradients_scene import ChainScene, Preset, WeightPicture
from gui.i18n import words
from gui.panels.gradients.look import Crowd, Note, along, line_path, sentences, series_of
from gui.theme import Theme
from gui.widgets.geometry import Mapping
from gui.widgets.inspector import Legend, LegendEntry, SectionTitle
from gui.widgets.layers import Layered
from gui.widgets.painting import begin, focus_ring, frame, inset, tint
from gui.widgets.plot import Plot, decade_text, readable_spacing
from gui.widgets.themed import Face, Themed, draw_text, elided

WIDTH, PLOT_HEIGHT = 256, 152
SIDE = 3  # of the column
WIDE = 230  # pixels of the plot from which every second weight of ten is written


class WeightItem(Layered):
    """The curves, the zone above 1, and the weight at hand."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._picture: WeightPicture | None = None
        self._explodes = ""
        self._face, self._note = Face(theme.font(11)), Note(120)
        self._crowd: Crowd | None = None

    def set_theme(self, theme: Theme) -> None:
        """Take colours and fonts from `theme`."""
        super().set_theme(theme)
        self._face = Face(theme.font(11))

    def set_words(self, explodes: str) -> None:
        """Name the zone above 1."""
        self._explodes = explodes
        self.update()

    def show_picture(self, picture: WeightPicture) -> None:
        """Show other curves or another weight."""
        self._picture, self._crowd = picture, None
        self.update()

    def draw_layers(self, painter: QPainter, mapping: Mapping) -> None:
        """Paint everything; there are no settled layers."""
        self.draw_vectors(painter, mapping)

    def draw_vectors(self, painter: QPainter, mapping: Mapping) -> None:
        """Paint everything."""
        if self._picture is None:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        level = mapping.y1 * mapping.per_y
        painter.fillRect(QRectF(0, 0, mapping.width, level), self.theme.brush("shade"))
        painter.setPen(self.theme.pen("rule", 1.0))
        painter.drawLine(QPointF(0, level), QPointF(mapping.width, level))
        at = mapping.pixels(np.array(self._picture.here))
        painter.setPen(self.theme.pen("ink", 1.3, "dot"))
        painter.drawLine(QPointF(at[0], 0), QPointF(at[0], mapping.height))
        for curve in self._picture.curves:
            own = curve is self._picture.curves[-1]
            pixels = mapping.pixels(np.column_stack([self._picture.w, curve.heights]))
            painter.setPen(self.theme.pen(series_of(curve.kind), 2.4 if own else 1.7))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawPath(line_path(pixels))
        painter.setPen(self.theme.pen("paper", 1.5))
        painter.setBrush(self.theme.brush(series_of(self._picture.curves[-1].kind)))
        painter.drawEllipse(QPointF(at[0], at[1]), 5, 5)
        if self._crowd is None or self._crowd.box != QSizeF(mapping.width, level):
            lines = [along(mapping.pixels(np.column_stack([self._picture.w, c.heights]))) for c in self._picture.curves]
            lines.append(along(np.array([[at[0], 0.0], [at[0], level]])))
            self._crowd = Crowd(np.concatenate(lines), QSizeF(mapping.width, level))
        self._note.lay(self._explodes, self._face, self._crowd, (), (min(1.0, (at[0] + 8) / mapping.width), 0.0))
        painter.setPen(self.theme.color("accent"))
        self._note.paint(painter, self._face)


class PresetButton(QPushButton):
    """A chain to switch to, with what it leaves at layer 1."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.preset: Preset | None = None
        self._result = ""
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_preset(self, preset: Preset, text: str, spoken: str) -> None:
        """Offer this chain."""
        self.preset = preset
        whole = special_figure(preset.gradient)
        self._result = whole if whole is not None else brief_figure(preset.gradient, 9)
        self.setText(text)
        self.setAccessibleName(f"{text}: {self._result} {spoken}")
        self.update()

    @property
    def result(self) -> str:
        """The gradient at layer 1, as it is written."""
        return self._result

    def sizeHint(self) -> QSize:
        """One line."""
        return QSize(WIDTH, 32)

    def minimumSizeHint(self) -> QSize:
        """Cut where it must be."""
        return QSize(120, 32)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Name, result, and an arrow that says: go there."""
        painter = begin(self)
        area = inset(self)
        lit = self.isDown() or self.underMouse()
        frame(painter, area, self.theme.color("soft" if lit else "card"), self.theme.color("line"))
        name, number = Face(self.theme.font(13)), Face(self.theme.mono(12))
        left = self.width() - 36 - number.width(self._result)
        painter.setPen(self.theme.color("ink"))
        draw_text(painter, number, self._result, left, area)
        draw_text(painter, name, elided(name, self.text(), left - 20), 12, area)
        pen = QPen(self.theme.color("accent"), 2.0)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        x, y = self.width() - 18.0, self.height() / 2
        painter.drawPolyline([QPointF(x, y - 4), QPointF(x + 4, y), QPointF(x, y + 4)])
        if self.hasFocus():
            focus_ring(painter, inset(self, 1.0), self.theme)
        painter.end()


class WeightsBox(Themed):
    """`weight_changed(w, done)`: the hand is on the plot; `preset_chosen(settings)`: a button was pressed."""

    weight_changed = Signal(float, bool)
    preset_chosen = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._scene: ChainScene | None = None
        self.title, self.caption = SectionTitle(theme), QLabel()
        self.plot, self.item = Plot(theme, decades=True), WeightItem(theme)
        self.plot.addItem(self.item, ignoreBounds=True)
        self.plot.setFixedHeight(PLOT_HEIGHT)
        self._left, self._step = 36, 1
        self.plot.getPlotItem().layout.setContentsMargins(0, 6, 6, 0)
        self.plot.box.sigResized.connect(self._place_sign)
        self.plot.dragged.connect(self._dragged)
        self.plot.pressed.connect(lambda x, _y: self._dragged(x, 0.0, done=False))
        self.plot.setCursor(Qt.CursorShape.SizeHorCursor)
        self._w = QLabel("w", self.plot)
        self.legend = Legend(theme, Qt.AlignmentFlag.AlignHCenter)
        self.presets_title, self.remark = SectionTitle(theme), QLabel()
        self.buttons = tuple(PresetButton(theme) for _ in range(3))
        for button in self.buttons:
            button.clicked.connect(self._chosen)
        for label in (self.caption, self.remark):
            label.setWordWrap(True)
            label.setContentsMargins(6, 0, 6, 0)
        self._arrange()
        self.restyle()

    def _arrange(self) -> None:
        """Plot and buttons stand a little further in than the texts, in line with the form above."""
        column = QVBoxLayout(self)
        column.setContentsMargins(SIDE, 8, SIDE, 8)
        column.setSpacing(4)
        framed: tuple[QWidget, ...] = (self.plot, *self.buttons)
        above: tuple[QWidget, ...] = (self.title, self.caption, self.plot, self.legend)
        below: tuple[QWidget, ...] = (self.presets_title, *self.buttons, self.remark)
        for widget in above + below:
            if widget is self.presets_title:
                column.addSpacing(8)
            inner = QVBoxLayout()
            inner.setContentsMargins(*((6, 0, 6, 0) if widget in framed else (0, 0, 0, 0)))
            inner.addWidget(widget)
            column.addLayout(inner)
        column.addStretch(1)

    def show_chain(self, scene: ChainScene) -> None:
        """Show another chain."""
        self._scene = scene
        picture = scene.weights
        self.plot.set_span(float(picture.w.min()), float(picture.w.max()), picture.low, picture.high)
        self._left = 36 if picture.low > -100 else 46
        self.plot.fix_left(self._left)
        step = max(1, int(readable_spacing(picture.high - picture.low, 4)))
        decades = range(-int(-picture.low // step) * step, int(picture.high) + 1, step)
        self.plot.set_ticks("left", [(float(k), decade_text(k)) for k in decades])
        self._mark_weights()
        self.item.show_picture(picture)
        self._say()

    def _mark_weights(self) -> None:
        """Whole weights on the axis, so far apart that the sign w stands free between two of them."""
        if self._scene is None:
            return
        end = round(float(self._scene.weights.w[-1]))
        self._step = 1 if abs(end) < 5 else 2 if self.plot.width() > WIDE else 5
        whole = range(0, end + (1 if end > 0 else -1), self._step if end > 0 else -self._step)
        self.plot.set_ticks("bottom", [(float(w), f"{w}".replace("-", "−")) for w in sorted(whole)])
        self._place_sign()

    def retranslate(self) -> None:
        """Set every text again."""
        self.title.set_title(self.tr("Another weight"))
        self.caption.setText(self.tr("Gradient at layer 1 by w, log scale"))
        self.presets_title.set_title(self.tr("Keep or explode"))
        self.presets_title.set_aside(self.tr("at layer 1"))
        self.item.set_words(self.tr("explodes"))
        self.plot.setAccessibleName(self.tr("Gradient at layer 1 by weight; drag to set the weight"))
        self._say()

    def _say(self) -> None:
        if self._scene is None:
            return
        curves = self._scene.weights.curves
        self.legend.set_entries(
            [LegendEntry(words(curve.title), series_of(curve.kind)) for curve in sorted(curves, key=_order)]
        )
        self._fit_legend()
        for button, preset in zip(self.buttons, self._scene.presets, strict=True):
            text = self.tr("{activation}, w = {w}").format(activation=words(preset.title), w=f"{preset.settings.w:g}")
            button.show_preset(preset, text, self.tr("at layer 1"))
        self.remark.setText(sentences(self._scene.weights.remark)[1])

    def _fit_legend(self) -> None:
        """As high as its lines: the fourth curve's entry stands on a second one."""
        self.legend.setMinimumHeight(self.legend.heightForWidth(self.width() - 2 * SIDE))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The legend may break elsewhere, other ticks may fit."""
        super().resizeEvent(event)
        self._fit_legend()
        self._mark_weights()

    def _dragged(self, x: float, _y: float, done: bool) -> None:
        if self._scene is not None:
            low, high = sorted((0.0, float(self._scene.weights.w[-1])))
            self.weight_changed.emit(min(max(x, low), high), done)

    def _chosen(self) -> None:
        button = self.sender()
        if isinstance(button, PresetButton) and button.preset is not None:
            self.preset_chosen.emit(button.preset.settings)

    def restyle(self) -> None:
        """Hand the theme on."""
        for widget in (self.title, self.plot, self.item, self.legend, self.presets_title):
            widget.set_theme(self.theme)
        self.plot.setBackground(self.theme.color("side"))
        self.plot.box.setBackgroundColor(self.theme.color("paper"))
        for button in self.buttons:
            button.theme = self.theme
            button.update()
        for label in (self.caption, self.remark):
            label.setFont(self.theme.font(12))
            tint(label, self.theme, "quiet")
        self._w.setFont(self.theme.serif(13))
        tint(self._w, self.theme, "quiet")
        self._w.adjustSize()
        self._place_sign()

    def _place_sign(self) -> None:
        """The w stands between two ticks, right of the middle."""
        if self._scene is None:
            return
        low, high = sorted((0.0, float(self._scene.weights.w[-1])))
        at = self._step * (int((low + high) / 2 / self._step) + 0.5)
        x = self._left + (at - low) / (high - low) * (self.plot.width() - self._left - 6)
        self._w.move(round(x) - self._w.width() // 2, PLOT_HEIGHT - self._w.height() - 1)


def _order(curve: object) -> int:
    return series_of(curve.kind)  # type: ignore[attr-defined]
