"""A panel of the activations tab on the screen, and what it tells."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
import shiboken6
from PySide6.QtWidgets import QScrollArea
from pytestqt.qtbot import QtBot

from engine.simulations import SIMULATIONS
from engine.simulations.activations import ActivationsSettings
from engine.timeline import Timeline
from gui.panels.activations import ActivationsPanel, cost_meter
from tests.gui.panels.activations.stage import DEFAULT, LIGHT, Show


@pytest.fixture(autouse=True)
def nothing_measured(monkeypatch: pytest.MonkeyPatch) -> None:
    """No test sees what another has measured."""
    monkeypatch.setattr(cost_meter, "_measured", {})


@pytest.fixture
def panel(qapp: object, qtbot: QtBot) -> Iterator[ActivationsPanel]:
    """A panel on the screen at the window's usual size, empty as yet."""
    made = ActivationsPanel(LIGHT)
    made.resize(750, 720)
    made.right.resize(300, 720)
    # In a scroll area, for the offscreen platform warns of windows with a layout.
    window = QScrollArea()
    window.setWidget(made)
    window.resize(770, 740)
    window.show()
    qtbot.waitExposed(window)
    assert made.view() == {"selected": 0, "hidden": [], "sort": None}
    assert not made.functions.meter.running
    yield made
    window.hide()
    for widget in (made.right, window):
        shiboken6.delete(widget)


@pytest.fixture
def show(panel: ActivationsPanel) -> Show:
    """Shows settings at a step; gives their timeline."""

    def shown(of: ActivationsSettings = DEFAULT, step: int = 47) -> Timeline:
        timeline = Timeline(SIMULATIONS["activations"].simulation, of)
        timeline.seek(step)
        panel.show_run((timeline,))
        panel.functions.meter.stop()
        panel.show_frames((timeline.frame(),), True)
        return timeline

    return shown


@pytest.fixture
def said(panel: ActivationsPanel) -> dict[str, list[Any]]:
    """What the panel has told of the hand."""
    told: dict[str, list[Any]] = {"seek": [], "edited": [], "selected": [], "view": []}
    panel.seek_requested.connect(told["seek"].append)
    panel.edited.connect(lambda *edit: told["edited"].append(edit))
    panel.selected.connect(lambda *entry: told["selected"].append(entry))
    panel.view_changed.connect(lambda: told["view"].append(panel.view()))
    return told
