"""Where on f' each layer works: the whole slope with a box on it, and the box enlarged with the factor at its right."""

from __future__ import annotations

import math

import numpy as np
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QSizePolicy, QWidget

from engine.simulations.gradients_chain import ChainFrame
from engine.simulations.gradients_scene import ChainScene
from gui.panels.gradients.slope_item import SlopeItem
from gui.theme import Theme
from gui.widgets.painting import tint
from gui.widgets.plot import Plot, readable_spacing

LEFT, RIGHT, FACTOR_AXIS = 42, 8, 56


class SlopePlots(QWidget):
    """Both pictures beside each other, with their titles."""

    layer_clicked = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self._scene: ChainScene | None = None
        self.plots = (Plot(theme), Plot(theme))
        self.items = (SlopeItem(theme, enlarged=False), SlopeItem(theme, enlarged=True))
        self._sizes: list[tuple[int, int]] = []
        self._whole_ticks: list[tuple[float, str]] = []
        self._z_ticks: list[tuple[float, str]] = []
        self._texts: tuple[tuple[str, ...], ...] = ()
        self.titles = (QLabel(), QLabel(), QLabel())
        self.titles[0].setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._z = tuple(QLabel("z", plot) for plot in self.plots)
        for plot, item in zip(self.plots, self.items, strict=True):
            plot.addItem(item, ignoreBounds=True)
            plot.fix_left(LEFT)
            plot.getPlotItem().layout.setContentsMargins(0, 2, RIGHT, 0)
            plot.setMinimumHeight(90)
            plot.box.sigResized.connect(self._resized)
        self.plots[1].pressed.connect(self._pressed)
        right = self.plots[1].getAxis("right")
        right.setStyle(tickLength=0, tickTextOffset=6)
        right.setWidth(FACTOR_AXIS)
        self.plots[1].getPlotItem().showAxis("right")
        self.plots[1].getPlotItem().layout.setContentsMargins(0, 2, 0, 0)
        self._arrange()
        self.set_theme(theme)

    def _arrange(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 10, 0)
        grid.setHorizontalSpacing(0)
        grid.setVerticalSpacing(2)
        grid.addWidget(self.titles[0], 0, 0)
        grid.addWidget(self.titles[1], 0, 2)
        grid.addWidget(self.titles[2], 0, 3, Qt.AlignmentFlag.AlignRight)
        grid.addWidget(self.plots[0], 1, 0)
        grid.addWidget(self.plots[1], 1, 2, 1, 2)
        grid.setColumnMinimumWidth(1, 6)
        grid.setColumnStretch(0, 310)
        grid.setColumnStretch(2, 200)
        grid.setColumnStretch(3, 188)
        self.titles[2].setContentsMargins(0, 0, 8, 0)
        self.titles[1].setContentsMargins(LEFT, 0, 0, 0)

    def set_words(
        self, slope: tuple[str, str], box: tuple[str, str], factor: tuple[str, str], never: str, layer: str
    ) -> None:
        """Set the titles, in full and short, what f' never exceeds, and the pattern of a layer's name."""
        self._texts = (slope, box, factor)
        for plot, text in zip(self.plots, (slope, box), strict=True):
            plot.setAccessibleName(text[0])
        self._fit_titles()
        for item in self.items:
            item.set_words(never, layer)

    def show_chain(self, scene: ChainScene, series: int) -> None:
        """Show another chain."""
        self._scene = scene
        for plot, item, picture in zip(self.plots, self.items, (scene.slopes, scene.box), strict=True):
            plot.set_span(*picture.span)
            item.show_chain(scene, series)
        self._set_ticks()

    def show_step(self, frame: ChainFrame) -> None:
        """Show the step at hand."""
        for item in self.items:
            item.show_step(frame)

    def _fit_titles(self) -> None:
        """The full titles where they have room beside each other, else the short ones."""
        if not self._texts:
            return
        rooms = (self.plots[0].width() - 4, self.plots[1].width() - LEFT - 24)
        for labels, texts, room in zip(
            (self.titles[:1], self.titles[1:]), (self._texts[:1], self._texts[1:]), rooms, strict=True
        ):
            wanted = sum(
                label.fontMetrics().horizontalAdvance(text[0]) for label, text in zip(labels, texts, strict=True)
            )
            for label, text in zip(labels, texts, strict=True):
                label.setText(text[wanted > room])
                label.setToolTip(text[0])

    def _resized(self) -> None:
        """Other ticks and titles may fit; the axes' signs move."""
        sizes = [(plot.width(), plot.height()) for plot in self.plots]
        if sizes != self._sizes:
            self._sizes = sizes
            self._fit_titles()
            self._set_ticks()

    def _set_ticks(self) -> None:
        """Readable numbers; on the whole slope also the largest slope itself, on the enlarged one the factors."""
        if self._scene is None:
            return
        whole, box = self._scene.slopes.span, self._scene.box.span
        height = max(self.plots[0].height() - 24, 30)
        ticks = _ticks(whole[2], whole[3], int(height // 30))
        steepest = self._scene.steepest
        if whole[2] < steepest < whole[3]:
            apart = 14 / height * (whole[3] - whole[2])
            ticks = [(v, text) for v, text in ticks if abs(v - steepest) > apart]
            ticks.append((steepest, f"{steepest:.4g}"))
        self.plots[0].set_ticks("left", ticks)
        self._whole_ticks = _ticks(whole[0], whole[1], 6 if self.plots[0].width() > 220 else 4)
        self.plots[0].set_ticks("bottom", self._whole_ticks)
        ticks = _ticks(box[2], box[3], int(height // 34))
        self.plots[1].set_ticks("left", ticks)
        places, factors = [v for v, _ in ticks], _texts([v * self._scene.chain.w for v, _ in ticks])
        self.plots[1].getAxis("right").setTicks([list(zip(places, factors, strict=True))])
        self._z_ticks = _ticks(box[0], box[1], max(2, int(self.plots[1].width() // 58)))
        self.plots[1].set_ticks("bottom", self._z_ticks)
        self._place_signs()

    def _pressed(self, x: float, y: float) -> None:
        """A click on the enlarged picture: the nearest layer, if one is near."""
        if self._scene is None:
            return
        z0, z1, low, high = self._scene.box.span
        chain, box = self._scene.chain, self.plots[1].box.size()
        with np.errstate(all="ignore"):
            away = np.hypot((chain.z - x) / (z1 - z0) * box.width(), (chain.slopes - y) / (high - low) * box.height())
        away = np.nan_to_num(away, nan=np.inf)
        if away.min() < 15:
            self.layer_clicked.emit(int(np.argmin(away)) + 1)

    def _place_signs(self) -> None:
        """The z stands between the first two ticks."""
        if self._scene is None:
            return
        spans = self._scene.slopes.span, self._scene.box.span
        places = [[v for v, _ in ticks] for ticks in (self._whole_ticks, self._z_ticks)]
        for label, plot, span, ticks in zip(self._z, self.plots, spans, places, strict=True):
            at = sum(ticks[:2]) / 2 if len(ticks) > 1 else span[0]
            right = RIGHT if plot is self.plots[0] else FACTOR_AXIS
            x = LEFT + (at - span[0]) / (span[1] - span[0]) * (plot.width() - LEFT - right)
            label.adjustSize()
            label.move(round(x - label.width() / 2), plot.height() - label.height())

    def set_theme(self, theme: Theme) -> None:
        """Take every colour and font from `theme`."""
        self.theme = theme
        for plot, item in zip(self.plots, self.items, strict=True):
            plot.set_theme(theme)
            item.set_theme(theme)
        for label, size in zip(self.titles, (12, 12, 11), strict=True):
            label.setFont(theme.font(size))
            tint(label, theme, "quiet")
        for label in self._z:
            label.setFont(theme.serif(13))
            tint(label, theme, "quiet")
        self._fit_titles()
        self._place_signs()


def _ticks(low: float, high: float, most: int) -> list[tuple[float, str]]:
    """Readable numbers in a range, at most about `most`."""
    step = readable_spacing(high - low, max(2, most))
    first, last = math.ceil(low / step - 1e-6), math.floor(high / step + 1e-6)
    values = [k * step for k in range(first, last + 1)]
    return list(zip(values, _texts(values), strict=True))


def _texts(values: list[float]) -> list[str]:
    """Numbers with as many places as it takes to tell what they are, all alike."""
    largest = max(map(abs, values), default=0.0)
    if 1e-3 <= largest < 1e5:
        for places in range(6):
            if all(abs(round(v, places) - v) <= 1e-6 * largest for v in values):
                return [f"{v + 0.0:.{places}f}".replace("-", "−") if round(v, places) else "0" for v in values]
    exact = (p for p in range(3) if all(abs(float(f"{v:.{p}e}") - v) <= 1e-6 * largest for v in values))
    places = next(exact, 2)
    texts = [
        f"{v:.{places}e}".replace("e+0", "e").replace("e+", "e").replace("e-0", "e-")
        if abs(v) > 1e-9 * largest
        else "0"
        for v in values
    ]
    return [text.replace("-", "−") for text in texts]
