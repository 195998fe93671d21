"""Every text that a widget paints: what it says, how large, in which colour, and where."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFontInfo,
    QFontMetricsF,
    QImage,
    QPaintDevice,
    QPaintEngine,
    QPaintEngineState,
    QPixmap,
    QTextItem,
    QTransform,
)
from PySide6.QtWidgets import QWidget

Dirty = QPaintEngine.DirtyFlag
Metric = QPaintDevice.PaintDeviceMetric


@dataclass(frozen=True, slots=True)
class Text:
    """One run of text that is in sight; `size` in pixels, `area` (of its capitals) in the widget's."""

    text: str
    size: float
    color: QColor
    area: QRectF


def texts_of(widget: QWidget) -> list[Text]:
    """What `widget` and all within it paint as text, in order."""
    listener = _Listener(widget.width(), widget.height())
    QWidget.render(widget, listener, renderFlags=QWidget.RenderFlag.DrawChildren)
    return listener.texts


class _Listener(QPaintDevice):
    """A surface that keeps only texts."""

    def __init__(self, width: int, height: int) -> None:
        super().__init__()
        self.texts: list[Text] = []
        self._engine = _Engine(self.texts)
        self._metrics = {
            Metric.PdmWidth: width, Metric.PdmHeight: height, Metric.PdmWidthMM: width // 4,
            Metric.PdmHeightMM: height // 4, Metric.PdmNumColors: 1 << 24, Metric.PdmDepth: 32,
            Metric.PdmDpiX: 96, Metric.PdmDpiY: 96, Metric.PdmPhysicalDpiX: 96, Metric.PdmPhysicalDpiY: 96,
            Metric.PdmDevicePixelRatio: 1,
            Metric.PdmDevicePixelRatioScaled: round(QPaintDevice.devicePixelRatioFScale()),
        }  # fmt: skip

    def paintEngine(self) -> QPaintEngine:
        return self._engine

    def metric(self, metric: QPaintDevice.PaintDeviceMetric) -> int:
        return self._metrics.get(metric, 0)


class _Engine(QPaintEngine):
    def __init__(self, texts: list[Text]) -> None:
        super().__init__(QPaintEngine.PaintEngineFeature.AllFeatures)
        self._texts = texts
        self._color = QColor()
        self._opacity = 1.0
        self._transform = QTransform()

    def begin(self, device: QPaintDevice) -> bool:
        return True

    def end(self) -> bool:
        return True

    def type(self) -> QPaintEngine.Type:
        return QPaintEngine.Type.User

    def updateState(self, state: QPaintEngineState) -> None:
        changed = state.state()
        if changed & Dirty.DirtyPen:
            self._color = state.pen().color()
        if changed & Dirty.DirtyOpacity:
            self._opacity = state.opacity()
        if changed & Dirty.DirtyTransform:
            self._transform = QTransform(state.transform())

    def drawTextItem(self, at: QPointF, item: QTextItem) -> None:
        font, text = item.font(), item.text()
        metrics = QFontMetricsF(font)
        area = QRectF(at.x(), at.y() - metrics.capHeight(), metrics.horizontalAdvance(text), metrics.capHeight())
        color = QColor(self._color)
        color.setAlphaF(color.alphaF() * self._opacity)
        seen = self._transform.mapRect(area)
        clip = self.systemClip()
        if text.strip() and (clip.isEmpty() or clip.contains(seen.toAlignedRect())):
            scale = abs(self._transform.m22()) or abs(self._transform.m12())  # upright, or turned to the left
            self._texts.append(Text(text.strip(), QFontInfo(font).pixelSize() * scale, color, seen))

    def drawPath(self, path: object) -> None:
        """Not a text."""

    def drawPolygon(self, points: object, mode: object) -> None:
        """Not a text."""

    def drawPixmap(self, target: QRectF, pixmap: QPixmap, source: QRectF) -> None:
        """Not a text."""

    def drawImage(self, target: QRectF, image: QImage, source: QRectF, flags: Qt.ImageConversionFlag) -> None:
        """Not a text."""
