"""The tab *Activations*: what a learner sees of the functions, and what dragging and clicking lead to."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import numpy as np
import pytest
import shiboken6
from PySide6.QtCore import QCoreApplication, QPoint, QPointF, Qt, QTranslator
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QScrollArea, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from engine.activations import ACTIVATIONS
from engine.activations.bounded import Sigmoid, Tanh
from engine.activations.rectifiers import ELU, LeakyReLU, ReLU
from engine.activations.self_gated import Swish
from engine.parameter import Settings, parameters, replace_at
from engine.simulations import SIMULATIONS
from engine.simulations.activations import ActivationsSettings, Collapse, FunctionEntry, Probe, Repeat
from engine.simulations.activations_scene import FunctionsScene
from engine.timeline import Timeline
from gui.panels.activations import ActivationsPanel, cost_meter
from gui.panels.activations.curve_layer import CurveLayer
from gui.panels.activations.figures import deviation, figure, percent, place, with_minus
from gui.panels.activations.inspector import broken, way_text
from gui.theme import load_theme
from gui.widgets.plot import Plot

LIGHT, DARK = load_theme("light"), load_theme("dark")
DEFAULT = ActivationsSettings()
SIGMOID, TANH, RELU, LEAKY, ELU_AT, SWISH = range(6)
Show = Callable[..., Timeline]


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


def test_every_function_has_its_curve_with_the_engines_numbers(panel: ActivationsPanel, show: Show) -> None:
    scene = show().scene
    curves = panel.functions.curves
    for layer, data in zip(curves.layers, (scene.values, scene.slopes), strict=False):
        assert len(layer.lines) == 6
        by_colour = {line.colour: line for line in layer.lines}
        for i in range(6):
            line = by_colour[i]
            drawn = np.isfinite(line.y)
            assert np.array_equal(line.x, scene.z)
            assert np.array_equal(line.y[drawn], data[i][drawn])
        assert np.isfinite(by_colour[SIGMOID].y).all()


def test_the_selected_curve_is_thick_and_on_top(panel: ActivationsPanel, show: Show) -> None:
    show()
    panel.select("functions", TANH)
    lines = panel.functions.curves.layers[0].lines
    assert lines[-1].colour == TANH
    assert lines[-1].width > max(line.width for line in lines[:-1])


def test_coinciding_curves_are_dashed_in_turn_and_said_to_coincide(panel: ActivationsPanel, show: Show) -> None:
    show()
    assert panel.functions.curves.same.text() == "ReLU = Leaky ReLU = ELU\nfor z ≥ 0"
    dashed = {line.colour for line in panel.functions.curves.layers[0].lines if np.isnan(line.y).any()}
    assert dashed == {RELU, LEAKY, ELU_AT}
    panel.set_shown("functions", LEAKY, False)
    assert panel.functions.curves.same.text() == "ReLU = ELU\nfor z ≥ 0"
    panel.set_shown("functions", RELU, False)
    assert panel.functions.curves.same.text() == ""
    assert not any(np.isnan(line.y).any() for line in panel.functions.curves.layers[0].lines)


def test_saturated_zones_are_shaded_as_a_list(panel: ActivationsPanel, show: Show) -> None:
    scene = show().scene
    panel.select("functions", SWISH)
    curves = panel.functions.curves
    for ground in curves.grounds:
        assert ground.shown() == [pytest.approx(zone) for zone in scene.zones[SWISH]]
        assert len(ground.shown()) == 2
    assert curves.saturated.text() == "|f′| < 0.05\nsaturated"
    assert curves.share.text() == "N(0, 1): 8.1 % saturate"
    show(replace_at(DEFAULT, "functions.5.activation.kind", "identity"))
    assert curves.grounds[0].shown() == []
    assert not curves.saturated.isVisible()


def test_the_probe_shows_value_slope_and_tangent(panel: ActivationsPanel, show: Show) -> None:
    frame = show().frame()
    curves, reading = panel.functions.curves, frame.readings[SIGMOID]
    assert [line.line().x1() for line in curves.lines] == [-1.3] * 3
    assert (curves.rings[0].x(), curves.rings[0].y()) == pytest.approx((-1.3, 0.2142), abs=1e-4)
    assert (curves.rings[1].x(), curves.rings[1].y()) == pytest.approx((-1.3, 0.1683), abs=1e-4)
    line = curves.tangent.line()
    assert ((line.x1(), line.y1()), (line.x2(), line.y2())) == reading.tangent
    assert curves.place.text() == "z = −1.30 — drag me"
    assert curves.slope.text() == "slope 0.168"
    assert curves.slope_value.text() == "f′ = 0.168"
    assert panel.functions.once.level.line().y1() == pytest.approx(0.2142, abs=1e-4)


def test_densities_lie_on_the_functions_own_axis(panel: ActivationsPanel, show: Show) -> None:
    scene = show().scene
    view = panel.functions
    assert view.once.box.viewRange()[1] == view.curves.values.box.viewRange()[1] == list(scene.view)
    assert view.once.title.text() == "k = 1"
    assert view.once.note.text() == "f(z) = 0.214"
    (outline,) = view.once.bars.lines
    assert outline.y.min() == pytest.approx(0.0, abs=0.06)
    assert outline.y.max() == pytest.approx(1.0, abs=0.06)
    assert view.statistics[0].text == "mean 0.50\nstd  0.21"
    assert view.repeated.title.text() == "k = 5"
    assert view.repeated.note.text() == "every input\nends at 0.66"
    assert view.repeated.bars.lines[0].y.tolist() == [scene.repeated[SIGMOID].mean] * 2
    assert view.statistics[1].text == "mean 0.66\nstd  0.0006"


def test_what_densities_cannot_show_is_told(panel: ActivationsPanel, show: Show) -> None:
    scene = show(replace(DEFAULT, mean=2.0)).scene
    panel.select("functions", ELU_AT)
    assert panel.functions.once.beyond.text() == f"{100 * scene.once[ELU_AT].above:.1f} % above"
    show()
    panel.select("functions", RELU)
    assert panel.functions.once.note.text().splitlines()[0].endswith("% at 0")
    assert panel.functions.once.beyond.text() == "1.1 % above"


def test_spreads_are_drawn_on_decades_with_the_line_at_k(panel: ActivationsPanel, show: Show) -> None:
    scene = show().scene
    plot = panel.functions.spread
    by_colour = {line.colour: line for line in plot.curves.lines}
    for i in range(6):
        assert 10 ** by_colour[i].y == pytest.approx(scene.spreads[i], rel=1e-12)
    assert plot.line.line().x1() == 5
    assert (plot.head.x(), 10 ** plot.head.y()) == (5, pytest.approx(scene.spreads[SIGMOID, 5]))


def test_a_spread_of_exactly_zero_stands_at_the_floor(panel: ActivationsPanel, show: Show) -> None:
    scene = show(replace(DEFAULT, mode=Probe(passes=50), mean=5.0, spread=0.01)).scene
    for line in panel.functions.spread.curves.lines:
        assert np.isfinite(line.y).all()
        assert line.y.min() >= min(scene.decades[0], np.log10(scene.spreads[scene.spreads > 0].min()))


# -- the right column -------------------------------------------------------------------------------------------------


def test_formulas_stand_with_their_numbers(panel: ActivationsPanel, show: Show) -> None:
    show()
    blocks = panel.inspector.formulas.blocks
    assert blocks[0].tex == Sigmoid.formula
    assert [block.numbers for block in blocks] == [
        ("1 / (1 + 3.669) = 0.2142",),
        ("0.2142 · 0.7858 = 0.1683",),
        ("0.2142 + 0.1683 · (z + 1.30)",),
    ]


def test_long_numbers_are_broken_never_cut(panel: ActivationsPanel, show: Show) -> None:
    show()
    panel.select("functions", SWISH)
    lines = panel.inspector.formulas.blocks[1].numbers
    assert max(map(len, lines)) <= 33
    assert " ".join(lines) == "0.2142 + (−1.3) · 0.2142 · 0.7858 = −0.004623"


def test_all_functions_values_stand_in_a_table(panel: ActivationsPanel, show: Show) -> None:
    show()
    rows = panel.inspector.values.rows
    assert [(row.name, row.values) for row in rows] == [
        ("Sigmoid", ("0.214", "0.168")),
        ("tanh", ("−0.862", "0.257")),
        ("ReLU", ("0", "0")),
        ("Leaky ReLU", ("−0.013", "0.010")),
        ("ELU", ("−0.727", "0.273")),
        ("Swish", ("−0.278", "−0.005")),
    ]
    assert [row.bold for row in rows] == [True] + [False] * 5


def test_good_and_bad_are_those_of_the_selected_function(panel: ActivationsPanel, show: Show) -> None:
    show()
    panel.select("functions", RELU)
    items = panel.inspector.checks.items
    assert [item.text for item in items if item.mark == "check"] == list(ReLU.good)
    assert [item.text for item in items if item.mark == "cross"] == list(ReLU.bad)


def test_the_verdict_is_the_selected_functions(panel: ActivationsPanel, show: Show) -> None:
    show()
    assert panel.inspector.card.title == "Sigmoid dims every gradient."
    assert "here 17 %, never above 25 %" in panel.inspector.card.text
    panel.select("functions", RELU)
    assert panel.inspector.card.title == "ReLU passes nothing here."


# -- repeated passes --------------------------------------------------------------------------------------------------


def test_repeated_passes_show_one_inputs_way(panel: ActivationsPanel, show: Show) -> None:
    frame = show(replace(DEFAULT, mode=Repeat()), 3).frame()
    curves = panel.functions.curves
    x, y = curves.web.getData()
    assert np.array_equal(np.stack([x, y], axis=1), frame.webs[SIGMOID])
    assert curves.web.isVisible()
    assert curves.diagonal.isVisible()
    assert not curves.tangent.isVisible()
    assert curves.slope.text() == "k = 3: z = 0.635"
    assert panel.inspector.formulas.blocks[0].numbers == ("−1.300 → 0.214 → 0.553 → 0.635",)
    assert panel.functions.repeated.title.text() == "k = 3"
    assert panel.inspector.values.rows[RELU].values == ("0", "0.59")


def test_curves_after_the_step_are_faded(panel: ActivationsPanel, show: Show) -> None:
    show(replace(DEFAULT, mode=Repeat(steps=20)), 4)
    plot = panel.functions.spread
    assert {len(line.x) for line in plot.curves.lines} == {5}
    assert {len(line.x) for line in plot.faded.lines} == {21}
    assert max(line.opacity for line in plot.faded.lines) < 0.5
    show()
    assert plot.faded.lines == ()


# -- why non-linear ---------------------------------------------------------------------------------------------------


def test_the_two_networks_appear_step_by_step(panel: ActivationsPanel, show: Show) -> None:
    settings = replace(DEFAULT, mode=Collapse())
    view, column = panel.collapse, panel.collapse_inspector
    scene = show(settings, 1).scene
    assert view.isVisible()
    assert not panel.functions.isVisible()
    left, right = view.hidden
    assert np.array_equal(right.curves.lines[0].y, scene.hidden[0]), "before f both are the same"
    assert [block.lit for block in column.steps.blocks] == [True, False, False, False, False]
    show(settings, 2)
    assert np.array_equal(left.curves.lines[2].y, scene.hidden[2])
    assert np.array_equal(right.curves.lines[2].y, scene.activated[SIGMOID, 2])
    assert view.outputs[0].curves.lines[0].opacity < 0.5
    assert not view.outputs[0].dots[0].isVisible()
    show(settings, 4)
    assert [line.colour for line in view.outputs[0].curves.lines] == ["rule", "accent"]
    assert np.array_equal(view.outputs[0].curves.lines[1].y, scene.one)
    assert len(view.outputs[1].curves.lines) == 1
    assert column.cards[1].title == "Two linear layers are one."
    show(settings, 5)
    assert np.array_equal(view.outputs[1].curves.lines[1].y, scene.fits[SIGMOID])
    assert column.cards[0].title == "With Sigmoid no single layer can do it."
    assert [row.values[0] for row in column.misses.rows] == [figure(line.miss, 4) for line in scene.lines]


def test_the_numbers_of_one_input_add_up(panel: ActivationsPanel, show: Show) -> None:
    scene = show(replace(DEFAULT, mode=Collapse(x=2.0)), 5).scene
    blocks = panel.collapse_inspector.steps.blocks
    w, b = float(scene.layers.w1[0, 0]), float(scene.layers.b1[0])
    written = blocks[0].numbers[0].replace("−", "-")
    assert written.startswith("2.00 · ")
    assert written.endswith(f" = {2.0 * w + b:.3f}")
    assert blocks[3].numbers[0].split(" = ")[1] == blocks[2].numbers[0].split(": ")[1]


# -- the hand ---------------------------------------------------------------------------------------------------------


def test_dragging_the_probe_seeks(panel: ActivationsPanel, show: Show, said: dict[str, list[Any]]) -> None:
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


def test_beyond_the_axis_the_probe_stays_at_its_end(
    panel: ActivationsPanel, show: Show, said: dict[str, list[Any]]
) -> None:
    show()
    drag(panel.functions.curves.inputs, (-1.3, 0.2), (5.0, 0.2), (6.4, 0.2))
    assert said["seek"][-1] == 120


def test_the_hint_goes_once_the_probe_has_been_dragged(panel: ActivationsPanel, show: Show) -> None:
    run = show()
    drag(panel.functions.curves.inputs, (-1.3, 0.2), (-1.2, 0.2))
    run.seek(48)
    panel.show_frames((run.frame(),), False)
    assert panel.functions.curves.place.text() == "z = −1.20"


def test_a_click_on_a_curve_selects_its_function(
    panel: ActivationsPanel, show: Show, said: dict[str, list[Any]]
) -> None:
    show()
    drag(panel.functions.curves.values, (-3.0, float(np.expm1(-3.0))))
    assert said["selected"] == [("functions", ELU_AT)]
    assert said["view"][-1]["selected"] == ELU_AT
    assert said["seek"] == []
    drag(panel.functions.curves.slopes, (0.0, 0.5))
    assert said["selected"][-1] == ("functions", SWISH)


def test_a_hidden_curve_is_not_hit(panel: ActivationsPanel, show: Show, said: dict[str, list[Any]]) -> None:
    show()
    for i in (ELU_AT, TANH):
        panel.set_shown("functions", i, False)
    drag(panel.functions.curves.values, (-3.0, float(np.expm1(-3.0))))
    assert said["selected"] == []
    assert said["seek"][-1] == 30


def test_clicking_and_dragging_on_the_spreads_sets_the_passes(
    panel: ActivationsPanel, show: Show, said: dict[str, list[Any]]
) -> None:
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
    panel: ActivationsPanel, show: Show, said: dict[str, list[Any]]
) -> None:
    show(replace(DEFAULT, mode=Repeat(steps=20)), 3)
    low = panel.functions.spread.box.viewRange()[1][0]
    drag(panel.functions.spread, (3.0, low + 1), (12.0, low + 1))
    assert said["seek"][-1] == 12
    drag(panel.functions.curves.inputs, (-1.3, 0.2), (2.52, 0.2))
    settings, path, done = said["edited"][-1]
    assert (settings.mode.z, path, done) == (2.5, "mode.z", True)


def test_dragging_the_input_of_the_small_network(
    panel: ActivationsPanel, show: Show, said: dict[str, list[Any]]
) -> None:
    show(replace(DEFAULT, mode=Collapse()), 3)
    for plot in panel.collapse.plots:
        drag(plot, (1.0, 1.0), (-2.0, 1.0))
        settings, path, done = said["edited"][-1]
        assert (settings.mode.x, path, done) == (-2.0, "mode.x", True)


def test_rows_of_both_tables_select(
    panel: ActivationsPanel, show: Show, said: dict[str, list[Any]], qtbot: QtBot
) -> None:
    show()
    table = panel.functions.table.table
    at = QPoint(60, round(table.header_height + 2.5 * table.row_height))
    qtbot.mouseClick(table, Qt.MouseButton.LeftButton, pos=at)
    assert said["selected"] == [("functions", RELU)]
    panel.inspector.values.row_clicked.emit(SWISH)
    assert said["selected"][-1] == ("functions", SWISH)
    assert table.selected == SWISH


# -- the table --------------------------------------------------------------------------------------------------------


def test_the_table_holds_the_facts_of_the_picture(panel: ActivationsPanel, show: Show) -> None:
    show()
    header, rows = panel.functions.table.table.texts()
    assert header[:3] == ["function", "range", "zero-centred"]
    sigmoid = dict(zip(header, rows[SIGMOID], strict=True))
    assert sigmoid["range"] == "(0, 1)"
    assert sigmoid["zero-centred"].endswith("0.50")
    assert (sigmoid["max f′"], sigmoid["saturated"], sigmoid["f′ = 0"]) == ("0.25", "0.4 %", "0 %")
    relu = dict(zip(header, rows[RELU], strict=True))
    assert (relu["saturated"], relu["f′ = 0"], relu["use"]) == ("50.0 %", "50.0 %", ReLU.use)


def test_sorting_is_view(panel: ActivationsPanel, show: Show, said: dict[str, list[Any]], qtbot: QtBot) -> None:
    show()
    table = panel.functions.table.table
    left, right = table.spans()[5]
    qtbot.mouseClick(table, Qt.MouseButton.LeftButton, pos=QPoint(round((left + right) / 2), 10))
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


# -- cost -------------------------------------------------------------------------------------------------------------


def costs_of(panel: ActivationsPanel) -> list[str]:
    header, rows = panel.functions.table.table.texts()
    return [row[header.index("cost, ns")] for row in rows]


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
    bars = [cell.bar for cell in (row[8] for row in panel.functions.table.table._rows)]
    assert bars == pytest.approx([i / 6 for i in range(1, 7)])
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


# -- view, theme, language --------------------------------------------------------------------------------------------


def test_the_view_comes_back(panel: ActivationsPanel, show: Show) -> None:
    show()
    panel.set_view({"selected": SWISH, "hidden": [RELU, 3], "sort": ["cost", True], "unknown": 1})
    assert panel.view() == {"selected": SWISH, "hidden": [RELU, 3], "sort": ["cost", True]}
    assert {line.colour for line in panel.functions.curves.layers[0].lines} == {0, 1, 4, 5}
    assert panel.inspector.heading.accessibleName().endswith("Swish · z = −1.30")


@pytest.mark.parametrize(
    "bad",
    [
        {"selected": "tanh"},
        {"selected": -1},
        {"selected": True},
        {"hidden": 3},
        {"hidden": ["a"]},
        {"hidden": None},
        {"sort": ["no column", True]},
        {"sort": ["cost"]},
        {"sort": ["cost", "down"]},
        {"sort": 7},
    ],
)
def test_unfit_views_are_ignored(panel: ActivationsPanel, show: Show, bad: dict[str, Any]) -> None:
    show()
    good = {"selected": TANH, "hidden": [RELU], "sort": ["range", False]}
    panel.set_view(good)
    panel.set_view(bad)
    assert panel.view() == good


def test_a_choice_ahead_of_the_run_waits_for_it(panel: ActivationsPanel, show: Show) -> None:
    """The form tells of a new entry before its run is there."""
    show()
    panel.set_view({"selected": 8, "hidden": [9]})
    assert panel.inspector.heading.accessibleName().endswith("Swish · z = −1.30")
    show(replace(DEFAULT, functions=every()))
    assert panel.inspector.heading.accessibleName().endswith(f"{every()[8].activation.title} · z = −1.30")


def test_another_theme_reaches_everything(panel: ActivationsPanel, show: Show) -> None:
    show()
    before = panel.grab().toImage()
    panel.set_theme(DARK)
    curves = panel.functions.curves
    assert curves.place.brush().color() == DARK.color("ink")
    assert curves.grounds[0].items[0].brush().color() == DARK.color("shade")
    assert curves.lines[0].pen().color() == DARK.color("ink")
    assert panel.functions.spread.curves.theme is DARK
    after = panel.grab().toImage()
    panel.set_theme(LIGHT)
    assert after != before
    assert panel.grab().toImage() == before


class Marked(QTranslator):
    """A language in which every text is longer."""

    def translate(self, context: bytes | str, text: bytes | str, *_: object) -> str:
        return f"{text if isinstance(text, str) else text.decode()}語語"


def test_another_language_reaches_everything(panel: ActivationsPanel, show: Show, qapp: object) -> None:
    show()
    translator = Marked()
    QCoreApplication.installTranslator(translator)
    try:
        panel.retranslate()
        assert panel.functions.captions["values"].text() == "Function f(z)語語"
        assert panel.functions.curves.slope.text().endswith("語語")
        assert panel.inspector.card.title.endswith("語語")
        assert all(title.endswith("語語") for title in panel.functions.table.table.texts()[0])
        assert panel.inspector.checks.items[0].text.endswith("語語")
        assert "語語" in panel.functions.foot.text()
        show(replace(DEFAULT, mode=Collapse()), 5)
        assert panel.collapse.heads[0].text().endswith("語語")
        assert panel.collapse_inspector.steps.blocks[0].label.endswith("語語")
    finally:
        QCoreApplication.removeTranslator(translator)
    panel.retranslate()
    assert "語" not in texts(panel)
    assert "語" not in texts(panel.right)


def test_everything_that_can_be_used_has_a_name(panel: ActivationsPanel, show: Show) -> None:
    show()
    unnamed = [w for w in panel.findChildren(QToolButton) if not w.accessibleName() and w.isVisible()]
    unnamed += [plot for plot in panel.findChildren(Plot) if not plot.accessibleName()]
    assert unnamed == []


# -- playing ----------------------------------------------------------------------------------------------------------


def scene_items(panel: ActivationsPanel) -> int:
    return sum(len(plot.scene().items()) for plot in panel.findChildren(Plot))


@pytest.mark.parametrize("mode", [Probe(), Repeat(steps=40), Collapse()], ids=lambda mode: mode.kind)
def test_playing_makes_no_items_and_no_pens(panel: ActivationsPanel, show: Show, mode: Settings) -> None:
    run = show(replace(DEFAULT, mode=mode), 0)
    length = run.length
    for step in range(length + 1):  # once, for what the first time needs
        run.seek(step)
        panel.show_frames((run.frame(),), False)
    items, made = scene_items(panel), set(LIGHT._made)
    for step in range(length + 1):
        run.seek(step)
        panel.show_frames((run.frame(),), False)
    assert scene_items(panel) == items
    assert set(LIGHT._made) == made


def test_a_sweep_repaints_no_curve(
    panel: ActivationsPanel, show: Show, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    run = show(step=0)
    QCoreApplication.processEvents()
    painted = []
    original = CurveLayer.restart
    monkeypatch.setattr(CurveLayer, "restart", lambda layer, *args: painted.append(layer) or original(layer, *args))
    for step in range(1, 121):
        run.seek(step)
        panel.show_frames((run.frame(),), False)
        QCoreApplication.processEvents()
    assert painted == []


# -- extremes ---------------------------------------------------------------------------------------------------------


def every() -> tuple[FunctionEntry, ...]:
    """All functions that there are, at most twelve."""
    return tuple(FunctionEntry(activation=cls(), colour=i) for i, cls in enumerate(list(ACTIVATIONS.values())[:12]))


STEEP = tuple(
    FunctionEntry(activation=f, colour=i)
    for i, f in enumerate((ELU(alpha=10.0), LeakyReLU(alpha=1.0), Swish(beta=0.1), Swish(beta=10.0), Tanh()))
)


@pytest.mark.parametrize("mode", [Probe(passes=50), Repeat(z=6.0, steps=50), Collapse(x=-6.0)], ids=lambda m: m.kind)
@pytest.mark.parametrize("mean", [-5.0, 5.0])
@pytest.mark.parametrize("spread", [0.01, 10.0])
def test_no_extreme_breaks_the_picture(
    panel: ActivationsPanel, show: Show, mode: Settings, mean: float, spread: float
) -> None:
    settings = ActivationsSettings(mode=mode, functions=STEEP, mean=mean, spread=spread)
    run = show(settings, 0)
    for step in (0, 1, run.length // 2, run.length):
        run.seek(step)
        for i in range(len(STEEP)):
            panel.select("functions", i)
            panel.show_frames((run.frame(),), True)
            assert "nan" not in texts(panel.right).casefold()
        panel.grab()
        panel.right.grab()


def test_the_last_function_left_may_be_hidden_too(panel: ActivationsPanel, show: Show) -> None:
    show(replace(DEFAULT, functions=DEFAULT.functions[:1]))
    panel.set_shown("functions", 0, False)
    assert panel.functions.curves.layers[0].lines == ()
    panel.grab()


@pytest.mark.parametrize("size", [(640, 500), (750, 720), (1300, 1000)])
@pytest.mark.parametrize("mode", [Probe(), Repeat(), Collapse()], ids=lambda mode: mode.kind)
def test_nothing_is_laid_over_another_at_any_size(
    panel: ActivationsPanel, show: Show, size: tuple[int, int], mode: Settings
) -> None:
    show(replace(DEFAULT, mode=mode), 5)
    panel.resize(*size)
    QCoreApplication.processEvents()
    view = panel.collapse if mode.kind == "collapse" else panel.functions
    parts = [w for w in view.children() if isinstance(w, QWidget) and w.isVisible()]
    areas = [part.geometry() for part in parts]
    assert all(view.rect().contains(area) for area in areas)
    for i, area in enumerate(areas):
        assert area.height() > 10
        assert not any(area.intersects(other) for other in areas[:i]), parts[i]
    for plot in view.findChildren(Plot):
        assert min(plot.width(), plot.height()) >= 40


def test_the_three_plots_share_the_z_axis(panel: ActivationsPanel, show: Show) -> None:
    show()
    panel.grab()
    places = [[pixel(plot, z, 0.1).x() + plot.x() for z in (-6.0, 0.0, 6.0)] for plot in panel.functions.curves.plots]
    assert places[0] == places[1] == places[2]
    values, once = panel.functions.curves.values, panel.functions.once
    heights = [[pixel(plot, 0.5, y).y() for y in (-1.0, 2.0)] for plot in (values, once)]
    assert heights[0] == heights[1]


def test_the_scene_carries_one_function_per_entry(show: Show) -> None:
    scene: FunctionsScene = show(replace(DEFAULT, functions=every())).scene
    assert len(scene.names) == len(set(scene.names)) == len(every())
    assert all(parameters(type(f)) is not None for f in scene.activations)


# -- figures ----------------------------------------------------------------------------------------------------------


def test_numbers_are_written_as_the_picture_has_them() -> None:
    assert [figure(v) for v in (0.0, -0.0, 0.2142, -0.862, 1e-9, 12345.6, np.inf, -np.inf, np.nan)] == [
        "0", "0", "0.214", "−0.862", "1.0e−09", "1.2e+04", "∞", "−∞", "–",
    ]  # fmt: skip
    assert [place(v) for v in (-1.3, -0.0, 6)] == ["−1.30", "0.00", "6.00"]
    assert [percent(v) for v in (0.0, 0.003886, 0.5, 0.0002, 3e-10)] == ["0 %", "0.4 %", "50.0 %", "0.02 %", "3e−08 %"]
    assert [deviation(v) for v in (0.209, 0.00056, 1e-13, 0.0)] == ["0.21", "0.0006", "1.0e−13", "0"]


def test_signs_in_sentences_become_minus_signs_and_hyphens_stay() -> None:
    assert with_minus("zero-centred: -1.3, 5.6e-04 (-2) layer-3") == "zero-centred: −1.3, 5.6e−04 (−2) layer-3"


def test_lines_of_numbers_break_before_signs() -> None:
    assert broken("1 + 2 = 3", 20) == ("1 + 2 = 3",)
    assert broken("0.2142 + 1.3 · 0.2142 = 0.9", 22) == ("0.2142 + 1.3 · 0.2142", "= 0.9")
    assert way_text([1.0, 2.0, 3.0, 4.0, 5.0]) == "… → 2.000 → 3.000 → 4.000 → 5.000"
