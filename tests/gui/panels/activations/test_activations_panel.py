"""The tab *Activations*: what a learner sees of the functions in its three modes."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from engine.activations.bounded import Sigmoid
from engine.activations.rectifiers import ELU, ReLU
from engine.parameter import replace_at
from engine.simulations.activations import Collapse, Repeat
from gui.panels.activations import ActivationsPanel
from gui.panels.activations.facts_table import rows
from gui.panels.activations.figures import figure
from tests.gui.panels.activations.stage import (
    DEFAULT,
    ELU_AT,
    LEAKY,
    RELU,
    SIGMOID,
    SWISH,
    TANH,
    Show,
)

# -- what is seen of the functions ---------------------------------------------------------------------------------------


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
    assert panel.functions.once.beyond.text() == f"\n{100 * scene.once[ELU_AT].above:.1f} % above"
    show()
    panel.select("functions", RELU)
    assert panel.functions.once.note.text().splitlines()[1] == "at 0.00"
    assert panel.functions.once.beyond.text() == "\n1.1 % above", "below the title"


def test_spreads_are_drawn_on_decades_with_the_line_at_k(panel: ActivationsPanel, show: Show) -> None:
    scene = show().scene
    plot = panel.functions.spread
    by_colour = {line.colour: line for line in plot.curves.lines}
    for i in range(6):
        assert 10 ** by_colour[i].y == pytest.approx(scene.spreads[i], rel=1e-12)
    assert plot.line.line().x1() == 5
    assert (plot.head.x(), 10 ** plot.head.y()) == (5, pytest.approx(scene.spreads[SIGMOID, 5]))


def test_a_spread_of_exactly_zero_has_its_own_row(panel: ActivationsPanel, show: Show) -> None:
    scene = show(replace(DEFAULT, mode=Repeat(), mean=-5.0, spread=0.01)).scene
    plot = panel.functions.spread
    ((_, row),) = [(text, at) for at, text in plot.getAxis("left")._tickLevels[0] if text == "0"]
    by_colour = {line.colour: line.y for line in plot.faded.lines}
    assert (scene.spreads[RELU, 1:] == 0).all()
    assert (by_colour[RELU][1:] == row).all()
    assert row < scene.decades[0] - 1
    leaky = by_colour[LEAKY]
    seen = leaky[np.isfinite(leaky)]
    assert seen[-1] == scene.decades[0] - 0.25, "it leaves the decades and is not taken for 0"
    assert np.isnan(leaky[len(seen) :]).all()
    assert plot.border.isVisible()
    show()
    assert not plot.border.isVisible()


# -- the right column ----------------------------------------------------------------------------------------------------


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
    assert {item.text for item in items if item.mark == "cross"} > set(ReLU.bad)


def test_good_and_bad_agree_with_the_table(panel: ActivationsPanel, show: Show) -> None:
    for alpha, smooth, centred in ((1.0, "check", "nearly"), (10.0, "cross", "cross")):
        show(replace_at(DEFAULT, f"functions.{ELU_AT}.activation", ELU(alpha=alpha)))
        panel.select("functions", ELU_AT)
        marks = {item.text: item.mark for item in panel.inspector.checks.items}
        row = rows(panel.functions.scene, {})[ELU_AT]
        assert (row[3].mark, row[2].mark) == (smooth, centred)
        assert [mark for text, mark in marks.items() if "mooth" in text] == [smooth]
        assert [mark for text, mark in marks.items() if "centred" in text or "mean output" in text] == [centred]


def test_the_verdict_is_the_selected_functions(panel: ActivationsPanel, show: Show) -> None:
    show()
    assert panel.inspector.card.title == "Sigmoid dims every gradient."
    assert "here 17 %, never above 25 %" in panel.inspector.card.text
    panel.select("functions", RELU)
    assert panel.inspector.card.title == "ReLU passes nothing here."


# -- repeated passes -----------------------------------------------------------------------------------------------------


def test_repeated_passes_show_one_inputs_way(panel: ActivationsPanel, show: Show) -> None:
    frame = show(replace(DEFAULT, mode=Repeat()), 3).frame()
    curves = panel.functions.curves
    x, y = curves.web.getData()
    assert np.array_equal(np.stack([x, y], axis=1), frame.webs[SIGMOID])
    assert curves.web.isVisible()
    assert curves.diagonal.isVisible()
    assert not curves.tangent.isVisible()
    assert curves.slope.text() == "z₃ = 0.635"
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


# -- why non-linear ------------------------------------------------------------------------------------------------------


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
    assert written.startswith("2 · ")
    assert written.endswith(f" = {2.0 * w + b:.3f}")
    assert blocks[3].numbers[0].split(" = ")[1] == blocks[2].numbers[0].split(": ")[1]
