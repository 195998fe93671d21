"""What an export format is, what can be asked of it, and the registry that menus, dialog and command line read."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QPoint
from PySide6.QtGui import QImage, QRegion
from PySide6.QtWidgets import QGraphicsView, QWidget

from engine.files import check_target, write_whole

# Limits of a picture: beyond the first Qt's painters have no coordinates, beyond the second it takes a gigabyte.
MOST_ON_A_SIDE, MOST_PIXELS = 32_767, 2**28


@dataclass(frozen=True, slots=True)
class Options:
    """What was chosen for a picture, and what it carries along.

    `scale` is the number of its pixels to a logical pixel. `theme`, `language` and the visible part of `title` are for
    whoever lays out the widget. `recipe` is the experiment as JSON, "" for none: with it the picture opens again.
    """

    scale: float = 1.0
    theme: str = "light"
    language: str = "en"
    title: str = ""
    recipe: str = ""


@dataclass(frozen=True, slots=True)
class Format:
    """One kind of file. `encode` makes its content from a widget laid out at the picture's logical size.

    `suffix` with its dot; `title` is English, marked under the context `engine`. `takes_scale` says that the picture
    is made of pixels, so that the widget's pens must be made for `options.scale`.
    """

    suffix: str
    title: str
    takes_scale: bool
    encode: Callable[[QWidget, Options], bytes]

    def pen_ratio(self, options: Options) -> float:
        """The `ratio` of the theme with which a widget for this picture is to be built."""
        return options.scale if self.takes_scale else 1.0

    def write(self, widget: QWidget, path: str | Path, options: Options) -> None:
        """Write the picture to `path`, whole or not at all. Raises OSError."""
        check_target(path)
        write_whole(path, self.encode(widget, options))


FORMATS: dict[str, Format] = {}


def pixel_size(size: tuple[int, int], scale: float) -> tuple[int, int]:
    """Width and height in pixels of a picture of the logical `size`."""
    return round(size[0] * scale), round(size[1] * scale)


def fits(size: tuple[int, int], scale: float) -> bool:
    """Whether a picture of the logical `size` at `scale` can be made of pixels."""
    width, height = pixel_size(size, scale)
    return max(width, height) <= MOST_ON_A_SIDE and width * height <= MOST_PIXELS


def settle(widget: QWidget) -> None:
    """Have Qt lay out now what it puts off until a widget that is on no screen is painted; `widget` may change its size.

    Qt does that where it begins to paint; what is painted here lies outside of everything.
    """
    if not widget.isVisible():
        QWidget.render(widget.window(), QImage(1, 1, QImage.Format.Format_RGB32), QPoint(), QRegion(-2, -2, 1, 1))


@contextmanager
def drawn_as_shapes(widget: QWidget) -> Iterator[None]:
    """While this lasts, plots in `widget` draw what they otherwise blit from images of the screen's resolution.

    Those are the marks of scatter plots, kept in an atlas, and the grounds of graphics views.
    """
    from pyqtgraph import ScatterPlotItem  # noqa: PLC0415 - a fifth of a second that `kobai list` need not wait for

    views = [view for view in [widget, *widget.findChildren(QGraphicsView)] if isinstance(view, QGraphicsView)]
    modes = [view.cacheMode() for view in views]
    marks = [item for view in views for item in view.items() if isinstance(item, ScatterPlotItem)]
    for view in views:
        view.setCacheMode(QGraphicsView.CacheModeFlag.CacheNone)
    for item in marks:
        item.setExportMode(True, {"antialias": item.opts["antialias"]})
    try:
        yield
    finally:
        for item in marks:
            item.setExportMode(False)
        for view, mode in zip(views, modes, strict=True):
            view.setCacheMode(mode)
