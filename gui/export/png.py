"""PNG: the widget as it is on the screen, at any scale, with its recipe in a text chunk."""

from __future__ import annotations

import errno
import os
from contextlib import nullcontext

from PySide6.QtCore import QBuffer, QIODevice, QPoint
from PySide6.QtGui import QImage, QPalette
from PySide6.QtWidgets import QWidget

from engine.parameter import QT_TRANSLATE_NOOP
from gui.export.embedded import RECIPE, with_texts
from gui.export.format import FORMATS, Format, Options, drawn_as_shapes, pixel_size, settle

DOTS_PER_METRE = 96 / 0.0254


def grab(widget: QWidget, scale: float = 1.0) -> QImage:
    """The widget as an image of its size × `scale`, rounded, on its own ground.

    At the scale of the widget's screen this is the screen, pixel for pixel. At another, lines have the right width if
    the widget's theme has `scale` as its ratio. Raises OSError where there is not the memory for it.
    """
    settle(widget)
    image = QImage(*pixel_size(widget.size().toTuple(), scale), QImage.Format.Format_RGB32)
    if image.isNull():
        raise OSError(errno.ENOMEM, os.strerror(errno.ENOMEM))
    image.setDevicePixelRatio(scale)
    image.fill(widget.palette().color(QPalette.ColorRole.Window))
    with nullcontext() if scale == widget.devicePixelRatioF() else drawn_as_shapes(widget):
        QWidget.render(widget, image, QPoint())  # a plot has a `render` of its own, of the scene alone
    return image


def encode(widget: QWidget, options: Options) -> bytes:
    """The bytes of the PNG file; its resolution makes it as large on paper at every scale."""
    image = grab(widget, options.scale)
    image.setDotsPerMeterX(round(DOTS_PER_METRE * options.scale))
    image.setDotsPerMeterY(round(DOTS_PER_METRE * options.scale))
    texts = {"Title": options.title, "Software": "Kobai", RECIPE: options.recipe}
    return with_texts(png_bytes(image), {key: text for key, text in texts.items() if text})


def png_bytes(image: QImage) -> bytes:
    """An image as the bytes of a PNG file."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]  # the stub asks for bytes, Qt refuses them
    return bytes(buffer.data().data())


FORMATS["png"] = Format(".png", QT_TRANSLATE_NOOP("engine", "PNG image"), True, encode)
