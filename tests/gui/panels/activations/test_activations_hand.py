"""The tab *Activations*: what dragging and clicking lead to."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from engine.simulations.activations import Collapse, Repeat
from gui.panels.activations import ActivationsPanel
from tests.gui.panels.activations.stage import (
    DEFAULT,
    ELU_AT,
    RELU,
    SWISH,
    TANH,
    Said,
    Show,
    drag,
)


def test_dragging_the_probe_seeks(panel: ActivationsPanel, show: Show, said: Said) -> None:
    show()
    for plot in panel.functions.curves.plots:
        said["seek"].clear()
        low, high = plot.box.viewRange()[1]
        y = low + 0.9 * (high - low)
        drag(plot, (-1.3, y), (-0.5, y), (0.4, y), (2.0, y))
        assert said["seek"][0] == 47
        assert said["seek"][-1] == 80
        assert 64 in said["seek"]
    assert said["edited"] == []


def test_beyond_the_axis_the_probe_stays_at_its_end(panel: ActivationsPanel, show: Show, said: Said) -> None:
    show()
    drag(panel.functions.curves.inputs, (-1.3, 0.2), (5.0, 0.2), (6.4, 0.2))
    assert said["seek"][-1] == 120


def test_the_hint_goes_once_the_probe_has_been_dragged(panel: ActivationsPanel, show: Show) -> None:
    run = show()
    drag(panel.functions.curves.inputs, (-1.3, 0.2), (-1.2, 0.2))
    run.seek(48)
    panel.show_frames((run.frame(),), False)
    assert panel.functions.curves.place.text() == "z = −1.20"


def test_a_click_on_a_curve_selects_its_function(panel: ActivationsPanel, show: Show, said: Said) -> None:
    show()
    drag(panel.functions.curves.values, (-3.0, float(np.expm1(-3.0))))
    assert said["selected"] == [("functions", ELU_AT)]
    assert said["view"][-1]["selected"] == ELU_AT
    assert said["seek"] == []
    drag(panel.functions.curves.slopes, (0.0, 0.5))
    assert said["selected"][-1] == ("functions", SWISH)


def test_a_hidden_curve_is_not_hit(panel: ActivationsPanel, show: Show, said: Said) -> None:
    show()
    for i in (ELU_AT, TANH):
        panel.set_shown("functions", i, False)
    drag(panel.functions.curves.values, (-3.0, float(np.expm1(-3.0))))
    assert said["selected"] == []
    assert said["seek"][-1] == 30


def test_clicking_and_dragging_on_the_spreads_sets_the_passes(panel: ActivationsPanel, show: Show, said: Said) -> None:
    show()
    low = panel.functions.spread.box.viewRange()[1][0]
    drag(panel.functions.spread, (5.0, low + 1), (7.2, low + 1), (8.0, low + 1))
    assert [(settings.mode.passes, path, done) for settings, path, done in said["edited"]][-1] == (
        8,
        "mode.passes",
        True,
    )
    assert [done for _, _, done in said["edited"]].count(True) == 1
    said["edited"].clear()
    drag(panel.functions.spread, (0.0, low + 1))
    assert said["edited"][-1][0].mode.passes == 1, "no passes at all is not offered"


def test_while_passes_are_steps_the_hand_seeks_and_moves_the_input(
    panel: ActivationsPanel, show: Show, said: Said
) -> None:
    show(replace(DEFAULT, mode=Repeat(steps=20)), 3)
    low = panel.functions.spread.box.viewRange()[1][0]
    drag(panel.functions.spread, (3.0, low + 1), (12.0, low + 1))
    assert said["seek"][-1] == 12
    drag(panel.functions.curves.inputs, (-1.3, 0.2), (2.52, 0.2))
    settings, path, done = said["edited"][-1]
    assert (settings.mode.z, path, done) == (2.5, "mode.z", True)


def test_dragging_the_input_of_the_small_network(panel: ActivationsPanel, show: Show, said: Said) -> None:
    show(replace(DEFAULT, mode=Collapse()), 3)
    for plot in panel.collapse.plots:
        drag(plot, (1.0, 1.0), (-2.0, 1.0))
        settings, path, done = said["edited"][-1]
        assert (settings.mode.x, path, done) == (-2.0, "mode.x", True)


def test_rows_of_both_tables_select(panel: ActivationsPanel, show: Show, said: Said, qtbot: QtBot) -> None:
    show()
    table = panel.functions.table.table
    at = QPoint(60, round(table.header_height + 2.5 * table.row_height))
    qtbot.mousePress(table, Qt.MouseButton.LeftButton, pos=at)
    assert said["selected"] == [("functions", RELU)]
    panel.inspector.values.row_clicked.emit(SWISH)
    assert said["selected"][-1] == ("functions", SWISH)
    assert table.selected == SWISH


def test_new_weights_are_another_seed(panel: ActivationsPanel, show: Show, qtbot: QtBot) -> None:
    show(replace(DEFAULT, mode=Collapse()), 3)
    with qtbot.waitSignal(panel.seed_requested) as told:
        panel.collapse.draw.click()
    assert told.args == [1]
