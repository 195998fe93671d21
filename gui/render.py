"""A recipe as a picture, without a window: the same panel, laid out at the size asked for, its centre and right column."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from engine.parameter import SettingsError, names
from engine.recipe import Recipe
from gui.export import FORMATS, Options
from gui.fonts import load_fonts
from gui.i18n import set_language
from gui.panels import PANELS, Panel
from gui.theme import Theme, load_theme
from gui.widgets.formula import flush

RIGHT_WIDTH = 300


class Picture(QWidget):
    """A panel's centre and right column side by side, with a title above if there is one. It owns the panel."""

    def __init__(self, panel: Panel, theme: Theme, title: str = "") -> None:
        super().__init__()
        self.panel = panel
        palette = theme.palette()
        self.setPalette(palette)
        self.setAutoFillBackground(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        if title:
            label = QLabel(title)
            label.setFont(theme.font(16, bold=True))
            label.setContentsMargins(16, 10, 16, 4)
            column.addWidget(label)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(panel, 1)
        panel.right.setFixedWidth(RIGHT_WIDTH)
        row.addWidget(panel.right)
        column.addLayout(row, 1)

    def lay_out(self, width: int, height: int) -> None:
        """Take this size and do what layouts put off, though nothing is on a screen."""
        self.resize(width, height)
        self.ensurePolished()
        flush()
        for _ in range(3):
            for widget in [self, *self.findChildren(QWidget)]:
                QCoreApplication.sendPostedEvents(widget, QEvent.Type.LayoutRequest)
                if widget.layout() is not None:
                    widget.layout().activate()


@contextmanager
def picture_of(recipe: Recipe, theme: Theme, size: tuple[int, int], title: str = "") -> Iterator[Picture]:
    """The picture of `recipe` at its step, laid out at `size` logical pixels; it is gone afterwards."""
    timelines = [recipe.timeline()] + ([recipe.timeline("other")] if recipe.other is not None else [])
    for timeline in timelines:
        timeline.seek(min(recipe.step, timeline.length))
    picture = Picture(PANELS[recipe.simulation](theme), theme, title)
    try:
        panel = picture.panel
        panel.set_view(recipe.view)
        picture.lay_out(*size)
        panel.show_run(tuple(timelines))
        panel.show_frames(tuple(timeline.frame() for timeline in timelines), True)
        picture.lay_out(*size)
        yield picture
    finally:
        # Left to Python's garbage collector, a panel crashes the process at its end.
        shiboken6.delete(picture)


def render(
    recipe: Recipe,
    out: Path,
    *,
    size: tuple[int, int] = (1280, 800),
    scale: float = 1.0,
    theme: str = "light",
    language: str = "en",
    title: str = "",
) -> None:
    """Write the picture of `recipe` at its step to `out`; the ending names the format. `size` in logical pixels.

    Raises SettingsError for a format that does not exist, OSError if the file cannot be written.
    """
    key = out.suffix.lower().removeprefix(".")
    if key not in FORMATS:
        raise SettingsError("", "unknown_name", out.suffix, names(FORMATS))
    application()
    set_language(language)
    form = FORMATS[key]
    options = Options(scale=scale, theme=theme, language=language, title=title, recipe=recipe.to_json())
    look = load_theme(theme).scaled(form.pen_ratio(options))
    with picture_of(recipe, look, size, title) as picture:
        form.write(picture, out, options)


def application() -> QApplication:
    """The one application object, in Kobai's style, its fonts loaded."""
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        app = QApplication(sys.argv[:1])
        app.setApplicationName("Kobai")
        app.setStyle("Fusion")
    load_fonts()
    return app
