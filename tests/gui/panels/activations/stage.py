"""What the tests of the activations tab share: looks, settings, and a hand on a plot."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget

from engine.activations import ACTIVATIONS
from engine.simulations.activations import ActivationsSettings, FunctionEntry
from engine.timeline import Timeline
from gui.theme import load_theme
from gui.widgets.plot import Plot

LIGHT, DARK = load_theme("light"), load_theme("dark")
DEFAULT = ActivationsSettings()
SIGMOID, TANH, RELU, LEAKY, ELU_AT, SWISH = range(6)
Show = Callable[..., Timeline]
Said = dict[str, list[Any]]


def pixel(plot: Plot, x: float, y: float) -> QPoint:
    """Where a place in data lies on a plot's viewport."""
    at = plot.mapFromScene(plot.box.mapViewToScene(QPointF(x, y)))
    return QPoint(round(at.x()), round(at.y())) if isinstance(at, QPointF) else at


def drag(plot: Plot, *places: tuple[float, float]) -> None:
    """Press at the first place, move over the others, let go at the last."""
    button, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QTest.mousePress(plot.viewport(), button, none, pixel(plot, *places[0]))
    for at in places[1:]:
        QTest.mouseMove(plot.viewport(), pixel(plot, *at))
    QTest.mouseRelease(plot.viewport(), button, none, pixel(plot, *places[-1]))


def texts(panel: QWidget) -> str:
    """All that labels, plots and painted widgets say."""
    parts = [label.text() for label in panel.findChildren(QLabel)]
    parts += [widget.accessibleName() + widget.accessibleDescription() for widget in panel.findChildren(QWidget)]
    for plot in panel.findChildren(Plot):
        parts += [item.text() for item in plot.scene().items() if hasattr(item, "text") and callable(item.text)]
    return "\n".join(parts)


# -- what is seen of the functions ------------------------------------------------------------------------------------


def every() -> tuple[FunctionEntry, ...]:
    """All functions that there are, at most twelve."""
    return tuple(FunctionEntry(activation=cls(), colour=i) for i, cls in enumerate(list(ACTIVATIONS.values())[:12]))
