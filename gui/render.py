"""A recipe as a picture, without a window: the same panel, laid out at the size asked for, its centre and right column."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import shiboken6
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLayout, QVBoxLayout, QWidget

from engine.parameter import SettingsError, names
from engine.recipe import Recipe, sides
from engine.timeline import Timeline
from gui.application import application
from gui.export import FORMATS, Options, settle
from gui.i18n import set_language
from gui.panels import PANELS
from gui.panels.base import RIGHT_WIDTH, Panel, plots_of
from gui.theme import Theme, load_theme
from gui.widgets.formula import flush
from gui.widgets.inspector import Inspector


class Framed(QWidget):
    """A widget on the theme's ground, with a title above it if there is one."""

    def __init__(self, content: QWidget, theme: Theme, title: str, ground: str = "paper") -> None:
        super().__init__()
        palette = theme.palette()
        palette.setColor(QPalette.ColorRole.Window, theme.color(ground))
        self.setPalette(palette)
        self.setAutoFillBackground(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        # A picture has the size asked for, whatever its content would like.
        column.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        if title:
            label = QLabel(title)
            label.setFont(theme.font(16, bold=True))
            label.setContentsMargins(16, 10, 16, 4)
            column.addWidget(label)
        column.addWidget(content, 1)


class Picture(Framed):
    """A panel's centre and right column side by side. It owns the panel."""

    def __init__(self, panel: Panel, theme: Theme, title: str = "") -> None:
        self.panel = panel
        content = QWidget()
        row = QHBoxLayout(content)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        ground = Framed(panel, theme, "")
        row.addWidget(ground, 1)
        panel.right.setFixedWidth(RIGHT_WIDTH)
        row.addWidget(panel.right)
        super().__init__(content, theme, title, "side")


def lay_out(picture: QWidget, width: int, height: int) -> None:
    """Take this size and do what layouts put off, though nothing is on a screen."""
    picture.resize(width, height)
    picture.ensurePolished()
    flush()
    settle(picture)


def solved(recipe: Recipe) -> tuple[Timeline, ...]:
    """The recipe's runs, A or A and B, at its step."""
    timelines = tuple(recipe.timeline(side) for side in sides(recipe))
    for timeline in timelines:
        timeline.seek(min(recipe.step, timeline.length))
    return timelines


@contextmanager
def picture_of(
    recipe: Recipe,
    theme: Theme,
    size: tuple[int, int],
    title: str = "",
    plot: int | None = None,
    runs: tuple[Timeline, ...] = (),
) -> Iterator[QWidget]:
    """The picture of `recipe` at its step, laid out at `size` logical pixels; it is gone afterwards.

    With `plot`, only that one of the panel's plots (as counted by `plots_of`). With `runs`, these runs of the recipe
    at the steps they are at, and with all that they know of the steps beyond.
    """
    timelines = runs or solved(recipe)
    picture = Picture(PANELS[recipe.simulation](theme), theme, title)
    shown: QWidget = picture
    try:
        panel = picture.panel
        panel.set_view(recipe.view)
        lay_out(picture, *size)
        panel.show_run(timelines)
        panel.show_frames(tuple(timeline.frame() for timeline in timelines), True)
        if plot is not None:
            shown = Framed(plots_of(panel)[plot], theme, title)
        lay_out(shown, *size)
        # What the new size has moved is shown where it now belongs.
        panel.show_frames(tuple(timeline.frame() for timeline in timelines), True)
        if isinstance(panel.right, Inspector):
            panel.right.fit(panel.right.height())
        lay_out(shown, *size)
        yield shown
    finally:
        # Left to Python's garbage collector, a panel crashes the process at its end.
        if shown is not picture:
            shiboken6.delete(shown)
        shiboken6.delete(picture)


def render(  # noqa: PLR0913 - each is an option of the command line
    recipe: Recipe,
    out: Path,
    *,
    size: tuple[int, int] = (1280, 800),
    scale: float = 1.0,
    theme: str = "light",
    language: str = "en",
    title: str = "",
    plot: int | None = None,
    runs: tuple[Timeline, ...] = (),
) -> None:
    """Write the picture of `recipe` at its step to `out`; the ending names the format. `size` in logical pixels.

    `plot` and `runs` as in `picture_of`. Leaves Kobai's texts in `language`. Raises SettingsError for a format that does not exist, OSError if the file
    cannot be written.
    """
    key = out.suffix.lower().removeprefix(".")
    if key not in FORMATS:
        raise SettingsError("", "unknown_name", out.suffix, names(FORMATS))
    application()
    set_language(language)
    form = FORMATS[key]
    options = Options(scale=scale, theme=theme, language=language, title=title, recipe=recipe.to_json())
    look = load_theme(theme).scaled(form.pen_ratio(options))
    with picture_of(recipe, look, size, title, plot, runs) as picture:
        form.write(picture, out, options)
