"""The initialization tab, mode `forward`: what is seen of a batch on its way, and what the hand can do."""

from __future__ import annotations

import dataclasses
import itertools
import math
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, cast

import numpy as np
import pytest
import shiboken6
from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from engine.activations import ACTIVATIONS
from engine.initializers import INITIALIZERS, Normal
from engine.recipe import default_recipe
from engine.simulations import SIMULATIONS
from engine.simulations.initialization import Forward, InitializationSettings, Scheme, Weights
from engine.timeline import Timeline
from gui.i18n import set_language
from gui.panels.initialization import InitializationPanel
from gui.panels.initialization.forward_inspector import LONGEST, ForwardInspector
from gui.panels.initialization.forward_plot import Curve, rows_for, spread, value_text
from gui.panels.initialization.forward_ridges import ticks_between
from gui.panels.initialization.forward_view import ForwardView, SchemeParts
from gui.render import render
from gui.theme import load_theme
from gui.widgets.formula import flush

LIGHT, DARK = load_theme("light"), load_theme("dark")
SETTINGS = InitializationSettings(mode=Forward())
Show = Callable[..., tuple[Timeline, ...]]


@pytest.fixture
def panel(qapp: object) -> Iterator[InitializationPanel]:
    """A panel at the window's usual size, empty as yet."""
    made = InitializationPanel(LIGHT)
    made.resize(750, 717)
    made.right.resize(300, 717)
    yield made
    for widget in (made.left, made.right, made):
        shiboken6.delete(widget)


@pytest.fixture
def show(panel: InitializationPanel) -> Show:
    """Shows runs at a step; gives their timelines."""

    def shown(*settings: InitializationSettings, step: int = 10, seed: int = 0) -> tuple[Timeline, ...]:
        simulation = SIMULATIONS["initialization"].simulation
        runs = tuple(Timeline(simulation, own, seed) for own in settings or (SETTINGS,))
        panel.show_run(runs)
        go(panel, runs, step)
        return runs

    return shown


def go(panel: InitializationPanel, runs: tuple[Timeline, ...], step: int, fresh: bool = True) -> None:
    for run in runs:
        run.seek(step)
    panel.show_frames(tuple(run.frame() for run in runs), fresh)


def view(panel: InitializationPanel) -> ForwardView:
    return cast(ForwardView, panel.mode("forward").centre)


def inspector(panel: InitializationPanel) -> ForwardInspector:
    return cast(ForwardInspector, panel.mode("forward").right)


def visible(panel: InitializationPanel) -> list[SchemeParts]:
    return [parts for parts in view(panel).columns if not parts.head.isHidden()]


def curves(panel: InitializationPanel) -> tuple[Curve, ...]:
    return view(panel).std.plot.item.curves


def painted(widget: QWidget) -> QImage:
    """What is to be seen; an exception in a paint event fails the test."""
    widget.ensurePolished()
    flush()
    return widget.grab().toImage()


def with_activation(kind: str, **changes: Any) -> InitializationSettings:  # noqa: ANN401
    return dataclasses.replace(SETTINGS, activation=ACTIVATIONS[kind](), **changes)


# -- what is seen -----------------------------------------------------------------------------------------------------


def test_each_scheme_has_its_column(panel: InitializationPanel, show: Show) -> None:
    (run,) = show()
    assert [parts.head.text() for parts in visible(panel)] == ["Zeros", "Normal", "Xavier", "He"]
    assert visible(panel)[2].formula.formula == r"N(0, \sqrt{2 / (n_{in} + n_{out})})"
    assert "layer 1 (100 × 50)" in view(panel).weights_caption.text
    assert visible(panel)[0].histogram.note == "all 5000\nare 0"
    for parts, heights in zip(visible(panel)[1:], run.scene.heights[1:], strict=True):
        np.testing.assert_array_equal(parts.histogram.bars[1], heights)


def test_ridges_show_the_layers_passed_and_the_others_pale(panel: InitializationPanel, show: Show) -> None:
    runs = show(step=4)
    assert {parts.ridges.lit for parts in visible(panel)} == {(1, 4)}
    he = visible(panel)[3].ridges
    assert he.flow is runs[0].scene.passes[3].activations
    painted(panel)
    image = painted(he)
    pitch = (he.height() - 20) / 10
    # The bar of zeros, at the left of each row.
    bar = [image.pixelColor(3, round((row + 1) * pitch) - 2) for row in range(10)]
    assert bar[:4] == [LIGHT.color(3)] * 4
    assert bar[4:] == [LIGHT.blend(3, 0.3)] * 6


def test_the_bar_of_zeros_is_as_high_as_their_share(panel: InitializationPanel, show: Show) -> None:
    show(step=10)
    painted(panel)
    zeros = visible(panel)[0].ridges
    image = painted(zeros)
    pitch = (zeros.height() - 20) / 10
    coloured = [image.pixelColor(3, y) == LIGHT.color(0) for y in range(round(9 * pitch) + 2, round(10 * pitch))]
    assert sum(coloured) == pytest.approx(0.86 * pitch, abs=2)


def test_what_is_seen_follows_the_phase(panel: InitializationPanel, show: Show) -> None:
    runs = show(step=10)
    scene = runs[0].scene
    assert view(panel).quantity == "activations"
    np.testing.assert_array_equal(curves(panel)[3].values, scene.passes[3].activations.std)
    np.testing.assert_array_equal(curves(panel)[3].expected, scene.theories[3].activations)
    go(panel, runs, 11, fresh=False)
    assert view(panel).quantity == "gradients"
    assert "Gradients" in view(panel).ridges_caption.text
    assert visible(panel)[3].ridges.flow is scene.passes[3].gradients
    assert visible(panel)[3].ridges.lit == (10, 10)
    np.testing.assert_array_equal(curves(panel)[3].values, scene.passes[3].gradients.std)
    go(panel, runs, 18)
    assert visible(panel)[3].ridges.lit == (3, 10)
    assert (view(panel).std.plot.item.cursor, view(panel).std.plot.item.backward) == (3, True)


def test_the_hand_may_look_at_the_other_until_the_phase_changes(
    panel: InitializationPanel, show: Show, qtbot: QtBot
) -> None:
    runs = show(step=15)
    with qtbot.waitSignal(panel.view_changed):
        view(panel).switch.chosen.emit("activations")
    assert visible(panel)[3].ridges.flow is runs[0].scene.passes[3].activations
    assert visible(panel)[3].ridges.lit == (1, 10)
    assert panel.view()["forward"] == {"quantity": "activations"}
    go(panel, runs, 16)
    assert view(panel).quantity == "activations"
    go(panel, runs, 3)
    view(panel).switch.chosen.emit("gradients")
    assert visible(panel)[3].ridges.lit == (11, 10)  # none of them yet
    assert view(panel).std.labels.labels == ()
    go(panel, runs, 12)
    assert view(panel).quantity == "gradients"
    assert "forward" not in panel.view()


def test_labels_tell_the_values_at_the_cursor(panel: InitializationPanel, show: Show) -> None:
    runs = show(step=7)
    labels = view(panel).std.labels.labels
    stds = [sent.activations.std[6] for sent in runs[0].scene.passes]
    assert [label.name for label in labels] == ["Zeros", "Normal", "Xavier", "He"]
    assert [label.value for label in labels] == stds
    assert [label.bold for label in labels] == [False, False, False, True]
    go(panel, runs, 0)
    assert view(panel).std.labels.labels == ()


def test_zero_has_a_row_of_its_own(panel: InitializationPanel, show: Show) -> None:
    show(step=10)
    painted(panel)
    plot = view(panel).std.plot
    assert plot.item.rows.low < plot.item.rows.zero < -13
    box = plot.box.sceneBoundingRect()
    assert box.top() < plot.height_of(1.0) < plot.height_of(1e-13) < plot.height_of(0.0) < box.bottom()
    assert (plot.item.rows.zero, "0") in plot.getAxis("left")._tickLevels[0]


def test_what_overflows_has_one_too() -> None:
    rows = rows_for([np.array([1.0, 1e200, math.inf])])
    assert rows.high > rows.endless > 200
    assert rows.places(np.array([math.inf, 1.0, math.nan]))[:2].tolist() == [rows.endless, 0.0]
    assert math.isnan(rows.places(np.array([math.nan]))[0])
    assert rows.low > rows.zero  # nothing is 0


def test_nothing_but_zeros_still_has_an_axis() -> None:
    rows = rows_for([np.zeros(3)])
    assert rows.low < rows.zero < rows.high


def test_labels_keep_apart() -> None:
    assert spread([10, 11, 12, 100], 17, 8, 200) == [10, 27, 44, 100]
    assert spread([190, 195, 199], 17, 8, 200) == [166, 183, 200]
    assert spread([], 17, 8, 200) == []


def test_ticks_are_three_at_least() -> None:
    assert ticks_between(0, 4, 5) == [0, 1, 2, 3, 4]
    assert ticks_between(-4, 4, 2) == [-4, -2, 0, 2, 4]
    assert len(ticks_between(-0.04, 4.0, 1)) >= 3


@pytest.mark.parametrize(
    ("value", "text"),
    [(0.0, "0"), (math.inf, "∞"), (math.nan, "–"), (0.85512, "0.855"), (1.23e-13, "1.2e−13"), (2.3e84, "2.3e+84")],
)
def test_values_are_written_short(value: float, text: str) -> None:
    assert value_text(value) == text


def test_pictures_of_nothing_say_so(panel: InitializationPanel, show: Show) -> None:
    runs = show(step=10)
    assert [parts.ridges.note for parts in visible(panel)] == ["every unit of every layer outputs 0", "", "", ""]
    go(panel, runs, 20)
    assert visible(panel)[0].ridges.note == "no gradient comes\nbelow layer 10"


def test_values_beyond_the_axis_are_told(panel: InitializationPanel, show: Show) -> None:
    show(with_activation("identity", schemes=(Scheme(initializer=Normal(sigma=1.0)),)))
    assert "beyond the axis" in view(panel).ridges_caption.text
    assert visible(panel)[0].ridges.beyond
    show(with_activation("tanh"))
    assert "beyond the axis" not in view(panel).ridges_caption.text


# -- the right column -------------------------------------------------------------------------------------------------


def test_the_table_is_about_the_draw(panel: InitializationPanel, show: Show) -> None:
    (run,) = show()
    rows = inspector(panel).table.rows
    assert rows[0].values == ("0", "0", "0")
    assert rows[3].values[1:] == (f"{run.scene.passes[3].layer_1.std():.4f}", "0.1414")
    assert "seed 0 · layer 1, 100 × 50" in inspector(panel).heading.accessibleName()
    assert inspector(panel).sides.isHidden()


def test_why_has_the_numbers_of_the_layer_at_hand(panel: InitializationPanel, show: Show) -> None:
    runs = show(step=3)
    assert "He, layer 3" in inspector(panel).why_heading.accessibleName()
    blocks = inspector(panel).why.blocks
    assert blocks[0].numbers == ("√(2 / 50) = 0.2",)
    assert blocks[1].numbers[0].startswith("50 · 0.04 · ")
    assert "here" in blocks[1].numbers[-1]
    go(panel, runs, 18)
    assert "\\delta" in inspector(panel).why.blocks[1].tex


@pytest.mark.parametrize("kind", ACTIVATIONS)
def test_lines_of_numbers_have_room(panel: InitializationPanel, show: Show, kind: str) -> None:
    runs = show(with_activation(kind))
    for step, scheme in itertools.product((1, 5, 10, 12, 20), range(4)):
        panel.select("schemes", scheme)
        go(panel, runs, step)
        for block in inspector(panel).why.blocks:
            assert all(len(line) <= LONGEST + 2 for line in block.numbers), block.numbers


def test_distinct_units_are_counted(panel: InitializationPanel, show: Show) -> None:
    (run,) = show()
    pictures = inspector(panel).units.pictures
    assert [picture.count for picture in pictures] == ["1 of 50", "50 of 50", "50 of 50", "50 of 50"]
    assert pictures[3].correlation is run.scene.passes[3].correlation
    image = painted(inspector(panel).units)
    assert image.pixelColor(30, 30) == LIGHT.color(0)  # every unit of zeros is every other one


def test_the_verdicts(panel: InitializationPanel, show: Show) -> None:
    runs = show(step=10)
    assert inspector(panel).card.title == "He normal keeps the signal."
    items = inspector(panel).others.items
    assert [item.mark for item in items] == ["cross"] * 3
    assert items[0].text == "Zeros: every unit outputs 0."
    assert items[1].text == "Normal loses 95\u00a0% per layer."
    go(panel, runs, 20)
    assert inspector(panel).card.title == "He normal keeps the gradient."
    go(panel, runs, 0)
    assert inspector(panel).card.title == "The batch waits before layer 1."
    assert inspector(panel).others.items == ()


def test_in_a_low_window_the_verdict_comes_first(panel: InitializationPanel, show: Show) -> None:
    show()
    column = inspector(panel)

    def above() -> bool:
        painted(panel.right)
        return column.card.y() < column.why.y()

    column.set_room(720)
    assert not above()
    column.set_room(560)
    assert above()
    column.set_room(720)
    show(SETTINGS, with_activation("tanh"))
    assert above()  # the table of both sides takes its room
    show()
    assert not above()


# -- A and B ----------------------------------------------------------------------------------------------------------


def test_the_other_side_is_thin_curves_and_a_column(panel: InitializationPanel, show: Show) -> None:
    a, b = show(SETTINGS, with_activation("tanh"), step=6)
    own = [curve for curve in curves(panel) if not curve.other]
    others = [curve for curve in curves(panel) if curve.other]
    np.testing.assert_array_equal(own[3].values, a.scene.passes[3].activations.std)
    np.testing.assert_array_equal(others[3].values, b.scene.passes[3].activations.std)
    assert ": A; thin, hollow dots: B" in view(panel).std_caption.text
    stds = [run.scene.passes[3].activations.std[5] for run in (a, b)]
    assert not inspector(panel).sides.isHidden()
    assert inspector(panel).sides.rows[3].values == tuple(value_text(std) for std in stds)
    assert "A · seed 0" in inspector(panel).heading.accessibleName()


def test_the_picture_is_that_of_the_active_side(panel: InitializationPanel, show: Show) -> None:
    _, b = show(SETTINGS, with_activation("tanh"), step=6)
    panel.show_side("b")
    assert visible(panel)[3].ridges.flow is b.scene.passes[3].activations
    assert ": B; thin, hollow dots: A" in view(panel).std_caption.text
    assert "B · seed 0" in inspector(panel).heading.accessibleName()
    panel.show_side("both")
    assert ": A; thin, hollow dots: B" in view(panel).std_caption.text


def test_sides_of_different_depths_and_numbers_of_schemes(panel: InitializationPanel, show: Show) -> None:
    deep = dataclasses.replace(SETTINGS, layers=20, schemes=SETTINGS.schemes[2:])
    runs = show(SETTINGS, deep, step=15)
    assert inspector(panel).sides.rows[3].values[1] == "–"
    for side, step in itertools.product(("a", "b"), (0, 9, 20)):
        panel.show_side(side)
        go(panel, runs, step)
        painted(panel)


def test_weights_of_the_active_side(panel: InitializationPanel, show: Show) -> None:
    weights = InitializationSettings(mode=Weights())
    show(weights, dataclasses.replace(weights, n_in=40), step=5)
    assert "of 100" in panel.weights.matrix_caption.text
    panel.show_side("b")
    assert "of 40" in panel.weights.matrix_caption.text
    assert "B · seed 0" in panel.inspector.heading.accessibleName()


# -- the hand ---------------------------------------------------------------------------------------------------------


def test_a_click_selects_a_scheme(panel: InitializationPanel, show: Show, qtbot: QtBot) -> None:
    show(step=10)
    with qtbot.waitSignal(panel.selected) as selected:
        QTest.mouseClick(visible(panel)[2].head, Qt.MouseButton.LeftButton)
    assert selected.args == ["schemes", 2]
    assert "Xavier, layer 10" in inspector(panel).why_heading.accessibleName()
    assert inspector(panel).card.title == "Xavier normal loses 27\u00a0% per layer."
    with qtbot.waitSignal(panel.selected):
        inspector(panel).table.row_clicked.emit(0)
    assert inspector(panel).card.title == "Zeros: every unit outputs 0."


def test_a_scheme_can_be_hidden(panel: InitializationPanel, show: Show) -> None:
    show(step=10)
    panel.set_shown("schemes", 1, False)
    assert [parts.head.text() for parts in visible(panel)] == ["Zeros", "Xavier", "He"]
    assert [curve.name for curve in curves(panel)] == ["Zeros", "Xavier", "He"]
    assert [label.name for label in view(panel).std.labels.labels] == ["Zeros", "Xavier", "He"]
    assert len(inspector(panel).units.pictures) == 3
    for index in (0, 2, 3):
        panel.set_shown("schemes", index, False)
    assert curves(panel) == ()
    painted(panel)
    panel.set_shown("schemes", 3, True)
    assert [curve.name for curve in curves(panel)] == ["He"]


def test_a_click_on_the_plot_leads_to_the_layer(panel: InitializationPanel, show: Show, qtbot: QtBot) -> None:
    runs = show(step=10)
    panel.show()
    qtbot.waitExposed(panel)
    plot = view(panel).std.plot
    box = plot.box.sceneBoundingRect()
    (x0, x1), _ = plot.box.viewRange()
    place = QPoint(round(box.left() + (4 - x0) / (x1 - x0) * box.width()), round(box.center().y()))
    with qtbot.waitSignal(panel.seek_requested) as wanted:
        QTest.mouseClick(plot.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert wanted.args == [4]
    go(panel, runs, 20)
    with qtbot.waitSignal(panel.seek_requested) as wanted:
        QTest.mouseClick(plot.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert wanted.args == [17]
    panel.hide()


def test_the_view_comes_back(panel: InitializationPanel, show: Show) -> None:
    kept = {"selected": 1, "hidden": [0], "scale": "own", "forward": {"quantity": "gradients"}}
    panel.set_view(kept)
    assert panel.view() == kept
    show(step=4)
    assert view(panel).quantity == "gradients"
    assert panel.view() == kept
    for bad in ({"forward": {"quantity": 3}}, {"forward": []}, {"forward": {"other": 1}}):
        panel.set_view(bad)
        assert "forward" not in panel.view()


# -- all of it --------------------------------------------------------------------------------------------------------


def test_a_mode_is_made_when_it_is_first_shown(panel: InitializationPanel, show: Show) -> None:
    assert panel.stack.count() == 0
    show(InitializationSettings(mode=Weights()))
    assert panel.stack.count() == 1
    runs = show(step=3)
    assert panel.stack.currentWidget() is view(panel)
    assert panel.stack.count() == 2
    objects = [len(part.findChildren(QObject)) for part in (panel, panel.right)]
    for step in range(21):
        go(panel, runs, step, fresh=False)
    assert [len(part.findChildren(QObject)) for part in (panel, panel.right)] == objects


def test_a_step_arranges_and_colours_nothing_anew(
    panel: InitializationPanel, show: Show, monkeypatch: pytest.MonkeyPatch
) -> None:
    runs = show(step=2)
    painted(panel)
    made: list[object] = []
    monkeypatch.setattr(view(panel).std.plot.item, "restart", lambda *_: made.append(1))
    for parts in visible(panel):
        monkeypatch.setattr(parts.ridges, "_layer", lambda *_: made.append(1))
    for step in range(3, 11):
        go(panel, runs, step, fresh=False)
        painted(panel)
    assert made == []


@pytest.mark.parametrize("theme", [LIGHT, DARK])
@pytest.mark.parametrize("kind", ACTIVATIONS)
def test_every_activation_is_painted(panel: InitializationPanel, show: Show, kind: str, theme: Any) -> None:  # noqa: ANN401
    runs = show(with_activation(kind))
    panel.set_theme(theme)
    for step in (0, 5, 15):
        go(panel, runs, step)
        for widget in (panel, panel.right):
            image = painted(widget)
            seen = {
                image.pixelColor(x, y).name() for x in range(0, image.width(), 7) for y in range(0, image.height(), 7)
            }
            assert len(seen) > 5, "more than its grounds"


@pytest.mark.parametrize("size", [(430, 500), (750, 717), (1300, 1000)])
@pytest.mark.parametrize(
    "changes",
    [
        {"layers": 2, "batch": 1},
        {"layers": 50},
        {"n_in": 1, "n_out": 1},
        {"schemes": (Scheme(initializer=INITIALIZERS["orthogonal"]()),)},
        {"schemes": tuple(Scheme(initializer=Normal(sigma=10.0), colour=i) for i in range(4)), "layers": 50},
    ],
)
def test_every_size_is_painted(
    panel: InitializationPanel, show: Show, size: tuple[int, int], changes: dict[str, Any]
) -> None:
    panel.resize(*size)
    settings = dataclasses.replace(SETTINGS, **changes)
    runs = show(settings, step=0)
    for step in (0, settings.layers, settings.layers + 1, 2 * settings.layers):
        go(panel, runs, step)
        painted(panel)
        painted(panel.right)
    assert visible(panel)[0].ridges.height() >= 90


def test_it_fits_the_window_at_its_usual_size(panel: InitializationPanel, show: Show) -> None:
    show(step=10)
    painted(panel)
    assert view(panel).minimumSizeHint().height() <= 500
    assert inspector(panel).heightForWidth(300) <= 717


def test_another_language_and_theme_come_at_once(panel: InitializationPanel, show: Show) -> None:
    show(step=10)
    set_language("ja")
    try:
        panel.retranslate()
        assert visible(panel)[0].head.text() != "Zeros"
    finally:
        set_language("en")
        panel.retranslate()
    assert visible(panel)[0].head.text() == "Zeros"
    panel.set_theme(DARK)
    assert painted(view(panel).std.plot).pixelColor(2, 2) == DARK.color("paper")


def test_it_is_exported_as_vectors(qapp: object, tmp_path: Path) -> None:
    recipe = dataclasses.replace(default_recipe("initialization"), settings=SETTINGS, step=14)
    out = tmp_path / "forward.svg"
    render(recipe, out, size=(1000, 700))
    text = out.read_text("utf-8")
    assert text.count("<path") > 200
    assert "<image" not in text or text.count("<image") <= 4  # the correlation pictures
