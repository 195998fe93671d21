"""What the tests of the race share: where things stand in a plot, what is painted there, and a hand."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import numpy as np
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from engine.optimizers import OPTIMIZERS
from engine.simulations.race import Racer, RaceSettings
from engine.timeline import Timeline
from gui.main_window import MainWindow
from gui.panels.race import RacePanel
from gui.theme import load_theme
from gui.widgets.plot import Plot
from tests.gui.widgets.pixels import Pixels, near, pixels_of

LIGHT, DARK = load_theme("light"), load_theme("dark")
CHAPTER = RaceSettings()
LEFT = Qt.MouseButton.LeftButton
Show = Callable[..., Timeline]


def move(panel: RacePanel, timeline: Timeline, step: int, fresh: bool = True) -> None:
    timeline.seek(step)
    panel.show_frames((timeline.frame(),), fresh)


def place(plot: Plot, x: float, y: float) -> QPoint:
    """Where a point of a plot stands in its viewport."""
    return plot.mapFromScene(plot.box.mapViewToScene(QPointF(x, y)))


def seen(plot: Plot) -> Pixels:
    """What a plot has painted, a pixel to a logical one."""
    return pixels_of(plot.viewport().grab().toImage())


def color_at(plot: Plot, x: float, y: float) -> QColor:
    at = place(plot, x, y)
    return QColor(*(int(part) for part in seen(plot)[at.y(), at.x()]))


def is_near(a: QColor, b: QColor, most: int = 40) -> bool:
    return bool(near(np.array([a.getRgb()[:3]]), b, most).all())


def told_of(panel: RacePanel) -> str:
    """Whose step the right column shows."""
    title = panel.paths.inspector.heading.accessibleName()
    return title.removeprefix("This step ")


def part_of_form(window: MainWindow, name: str) -> Any:  # noqa: ANN401 - one of many kinds
    """A widget of the form by its name."""
    return window.page.form.findChild(QWidget, name)


def nesterov(steps: int) -> RaceSettings:
    """The chapter's race with Nesterov added, at a learning rate at which it diverges."""
    rule = OPTIMIZERS["nesterov"](learning_rate=0.1)
    return replace(CHAPTER, steps=steps, racers=(*CHAPTER.racers, Racer("Nesterov", 5, rule)))


def drag(plot: Plot, *places: tuple[float, float]) -> None:
    """Press, move and let go, in the plot's own units."""
    viewport, points = plot.viewport(), [place(plot, *each) for each in places]
    QTest.mousePress(viewport, LEFT, pos=points[0])
    for point in points[1:]:
        held_move(viewport, point)
    QTest.mouseRelease(viewport, LEFT, pos=points[-1])


def held_move(viewport: QWidget, point: QPoint) -> None:
    """A move with the button held, which that of `QTest` is not."""
    event = QMouseEvent(
        QEvent.Type.MouseMove, QPointF(point), viewport.mapToGlobal(QPointF(point)),
        Qt.MouseButton.NoButton, LEFT, Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip
    QCoreApplication.sendEvent(viewport, event)
