"""SVG: the widget as shapes, sharp at any size, with no font and no other file needed, its recipe in the metadata."""

from __future__ import annotations

from PySide6.QtCore import QPoint
from PySide6.QtGui import QPainter, QPalette
from PySide6.QtWidgets import QWidget

from engine.parameter import QT_TRANSLATE_NOOP
from gui.export.embedded import svg_head
from gui.export.format import FORMATS, Format, Options, drawn_as_shapes, settle
from gui.export.recorder import Recorder
from gui.export.svg_document import svg_document


def encode(widget: QWidget, options: Options) -> bytes:
    """The bytes of the SVG document; `options.scale` only sets the size at which it opens."""
    settle(widget)
    recorder = Recorder(widget.width(), widget.height(), widget.logicalDpiX())
    painter = QPainter(recorder)
    try:
        painter.fillRect(widget.rect(), widget.palette().color(QPalette.ColorRole.Window))
        with drawn_as_shapes(widget):
            QWidget.render(widget, painter, QPoint())  # a plot has a `render` of its own, of the scene alone
    finally:
        painter.end()
    head = svg_head(options.title, options.recipe)
    return svg_document(recorder.shapes, widget.width(), widget.height(), head, options.scale)


FORMATS["svg"] = Format(".svg", QT_TRANSLATE_NOOP("engine", "SVG drawing"), False, encode)
