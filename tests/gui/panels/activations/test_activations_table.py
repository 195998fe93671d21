"""The comparison table of the tab *Activations*, and what each function costs."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import numpy as np
import pytest
import shiboken6
from PySide6.QtCore import QCoreApplication, QPoint, Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from engine.activations.rectifiers import ELU, ReLU
from engine.parameter import replace_at
from engine.simulations import SIMULATIONS
from engine.timeline import Timeline
from gui.panels.activations import ActivationsPanel, cost_meter
from tests.gui.panels.activations.stage import (
    DEFAULT,
    LIGHT,
    RELU,
    SIGMOID,
    SWISH,
    Said,
    Show,
    every,
)

# -- the table -----------------------------------------------------------------------------------------------------------


def test_the_table_holds_the_facts_of_the_picture(panel: ActivationsPanel, show: Show) -> None:
    show()
    header, rows = panel.functions.table.table.texts()
    assert header[:3] == ["function", "range", "0-centred"]
    sigmoid = dict(zip(header, rows[SIGMOID], strict=True))
    assert sigmoid["range"] == "(0, 1)"
    assert sigmoid["0-centred"].endswith("0.50")
    assert (sigmoid["max f′"], sigmoid["saturated"], sigmoid["f′ = 0"]) == ("0.25", "0.4 %", "0 %")
    relu = dict(zip(header, rows[RELU], strict=True))
    assert (relu["saturated"], relu["f′ = 0"], relu["use"]) == ("50.0 %", "50.0 %", ReLU.use)


def test_all_columns_are_whole_at_the_usual_width_and_scroll_below(panel: ActivationsPanel, show: Show) -> None:
    show()
    panel.measure_costs()
    table = panel.functions.table
    panel.resize(676, 670)
    QCoreApplication.processEvents()
    assert table.table.natural_width <= table.width()
    panel.resize(480, 570)
    QCoreApplication.processEvents()
    assert table.table.width() == table.table.natural_width > table.width()


def test_sorting_is_view(panel: ActivationsPanel, show: Show, said: Said, qtbot: QtBot) -> None:
    show()
    table = panel.functions.table.table
    left, right = table.spans()[5]
    qtbot.mousePress(table, Qt.MouseButton.LeftButton, pos=QPoint(round((left + right) / 2), 10))
    assert said["view"][-1]["sort"] == ["max_slope", False]
    assert table.order[0] == SIGMOID
    assert table.order[-1] == SWISH
    panel.set_view({"sort": ["max_slope", True]})
    assert table.order[0] == SWISH
    panel.set_view({"sort": None})
    assert table.order == tuple(range(6))


def test_the_table_is_copied_in_the_order_shown(panel: ActivationsPanel, show: Show) -> None:
    show()
    panel.set_view({"sort": ["max_slope", True]})
    for action in panel.functions.table.menu().actions():
        if "CSV" in action.text():
            action.trigger()
    lines = list(csv.reader(io.StringIO(QGuiApplication.clipboard().text())))
    assert len(lines) == 7
    assert [lines[1][0], lines[-1][0]] == ["Swish", "Sigmoid"]
    assert lines[1][1] == "[-0.28, ∞)"
    panel.functions.table.copy_markdown()
    text = QGuiApplication.clipboard().text()
    assert text.startswith("| function | range |")
    assert text.count("\n") == 8
    assert "|f′|" not in text


def test_many_functions_fit_by_scrolling(panel: ActivationsPanel, show: Show) -> None:
    show(replace(DEFAULT, functions=every()))
    table = panel.functions.table
    assert table.height() < 0.5 * panel.height()
    assert table.table.minimumSizeHint().height() <= table.table.height()


# -- cost ----------------------------------------------------------------------------------------------------------------


def costs_of(panel: ActivationsPanel) -> list[str]:
    header, rows = panel.functions.table.table.texts()
    return [row[header.index("cost")] for row in rows]


def known_rounds(functions: list[Any], *_: object) -> Iterator[np.ndarray[Any, Any]]:
    """Three rounds of a machine on which function i costs i + 1 ns."""
    for _round in range(3):
        yield np.arange(1.0, len(functions) + 1)


def test_cost_is_measured_while_the_panel_is_seen(
    panel: ActivationsPanel, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setattr(cost_meter, "cost_rounds", known_rounds)
    run = Timeline(SIMULATIONS["activations"].simulation, DEFAULT)
    panel.show_run((run,))
    panel.show_frames((run.frame(),), True)
    assert costs_of(panel) == ["—"] * 6
    meter = panel.functions.meter
    assert meter.running
    with qtbot.waitSignal(meter.measured):
        pass
    assert costs_of(panel) == ["1.0", "2.0", "3.0", "4.0", "5.0", "6.0"]
    assert not meter.running
    panel.show_run((run,))
    assert not meter.running, "what is known is not measured again"
    panel.show_run((Timeline(SIMULATIONS["activations"].simulation, replace(DEFAULT, functions=every())),))
    assert meter.running, "a newcomer is"
    meter.stop()


def test_a_hidden_panel_measures_nothing(panel: ActivationsPanel, show: Show) -> None:
    show()
    run = Timeline(SIMULATIONS["activations"].simulation, DEFAULT)
    panel.show_run((run,))
    assert panel.functions.meter.running
    panel.hide()
    assert not panel.functions.meter.running
    panel.show_run((run,))
    assert not panel.functions.meter.running
    panel.show()
    assert panel.functions.meter.running
    panel.functions.meter.stop()


def test_changing_a_number_does_not_begin_the_measurement_anew(
    panel: ActivationsPanel, show: Show, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cost_meter, "cost_rounds", known_rounds)
    for alpha in (1.0, 2.0):
        changed = replace_at(DEFAULT, "functions.4.activation", ELU(alpha=alpha))
        panel.show_run((Timeline(SIMULATIONS["activations"].simulation, changed),))
        panel.functions.meter.turn()
    assert panel.functions.meter._times is not None
    assert len(panel.functions.meter._times) == 2
    panel.functions.meter.finish()
    assert costs_of(panel)[4] == "5.0"


def test_without_a_window_it_can_be_asked_for(qapp: object, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cost_meter, "cost_rounds", known_rounds)
    made = ActivationsPanel(LIGHT)
    run = Timeline(SIMULATIONS["activations"].simulation, DEFAULT)
    made.show_run((run,))
    made.show_frames((run.frame(),), True)
    assert costs_of(made) == ["—"] * 6
    assert "while the window is open" in made.functions.foot.text()
    made.measure_costs()
    assert costs_of(made)[0] == "1.0"
    assert "measured here" in made.functions.foot.text()
    for widget in (made.right, made):
        shiboken6.delete(widget)
