"""One panel per tab: builds its plots once, then is only shown runs and frames."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import cast

from gui.panels.base import Panel
from gui.theme import Theme


def _from(module: str, name: str) -> Callable[[Theme], Panel]:
    """A panel class that is imported when its tab is first opened."""

    def make(theme: Theme) -> Panel:
        return cast(Panel, getattr(import_module(module), name)(theme))

    return make


# By the key of the tab in `SIMULATIONS`: what makes its panel.
PANELS: dict[str, Callable[[Theme], Panel]] = {
    "activations": _from("gui.panels.activations", "ActivationsPanel"),
    "gradients": _from("gui.panels.gradients", "GradientsPanel"),
    "race": _from("gui.panels.race", "RacePanel"),
    "initialization": _from("gui.panels.initialization", "InitializationPanel"),
    "schedules": _from("gui.panels.schedules", "SchedulesPanel"),
}

__all__ = ["PANELS", "Panel"]
