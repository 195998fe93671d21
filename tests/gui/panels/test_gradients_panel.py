"""The tab *Vanishing gradients*: what a learner sees of a scalar chain, and where a click on it leads."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import numpy as np
import pytest
import shiboken6
from PySide6.QtCore import QCoreApplication, QObject, QPoint, QPointF, QRectF, QSizeF, Qt, QTranslator
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from engine.activations import ACTIVATIONS
from engine.parameter import parameters
from engine.simulations import SIMULATIONS
from engine.simulations.gradients import GradientsSettings
from engine.timeline import Timeline
from gui.panels.gradients import GradientsPanel
from gui.panels.gradients.look import Crowd, along, free_place, page, sentences, series_of
from gui.theme import load_theme
from gui.widgets.form import ParameterForm
from gui.widgets.plot import Plot

LIGHT, DARK = load_theme("light"), load_theme("dark")
DEFAULT = GradientsSettings()
Show = Callable[..., Timeline]


@pytest.fixture
def panel(qapp: object, qtbot: QtBot) -> Iterator[GradientsPanel]:
    """A panel on the screen at the window's usual size, empty as yet."""
    made = GradientsPanel(LIGHT)
    made.resize(750, 717)
    made.right.resize(300, 717)
    assert made.left is not None
    made.left.resize(274, 460)
    made.show()
    qtbot.waitExposed(made)
    assert made.view() == {}
    yield made
    for widget in (made.left, made.right, made):
        shiboken6.delete(widget)


@pytest.fixture
def show(panel: GradientsPanel) -> Show:
    """Shows a chain at a step; gives its timeline."""

    def shown(of: GradientsSettings = DEFAULT, step: int = 17) -> Timeline:
        timeline = Timeline(SIMULATIONS["gradients"].simulation, of)
        timeline.seek(step)
        panel.show_run((timeline,))
        panel.show_frames((timeline.frame(),), True)
        return timeline

    return shown


@pytest.fixture
def said(panel: GradientsPanel) -> dict[str, list[Any]]:
    """What the panel has told of the hand."""
    told: dict[str, list[Any]] = {"seek": [], "edited": []}
    panel.seek_requested.connect(told["seek"].append)
    panel.edited.connect(lambda *edit: told["edited"].append(edit))
    return told


def chain(kind: str = "sigmoid", w: float = 0.5, layers: int = 10, x: float = 1.0) -> GradientsSettings:
    return GradientsSettings(layers=layers, x=x, w=w, activation=ACTIVATIONS[kind]())


def painted(widget: QWidget) -> QImage:
    """What is to be seen; an exception in a paint event fails the test."""
    widget.ensurePolished()
    return widget.grab().toImage()


def on_screen(widget: QWidget) -> QImage:
    """What stands on the screen, its parts painted at different times."""
    return widget.screen().grabWindow(widget.winId()).toImage()


def at(plot: Plot, x: float, y: float) -> QPoint:
    """The pixel of a plot that shows a place."""
    return plot.mapFromScene(plot.box.mapViewToScene(QPointF(x, y)))


def click(widget: QWidget, place: QPoint) -> None:
    target = widget.viewport() if isinstance(widget, Plot) else widget
    QTest.mouseClick(target, Qt.MouseButton.LeftButton, pos=place)


# -- what is seen -----------------------------------------------------------------------------------------------------


def test_the_product_shows_the_chapters_numbers(panel: GradientsPanel, show: Show) -> None:
    show(step=20)
    rows = panel.chain.inspector.product.rows
    assert [row.name for row in rows] == ["start", *(f"layer {n}" for n in range(10, 0, -1))]
    assert [row.values[1] for row in rows] == [
        "1", "1.22488061e−01", "1.50033250e−02", "1.83772817e−03", "2.25099737e−04", "2.75720076e−05",
        "3.37721911e−06", "4.13646363e−07", "5.06439761e−08", "6.17963917e−09", "7.26119073e−10",
    ]  # fmt: skip
    assert rows[4].values[0] == "×0.12248805"
    assert [row.name for row in rows if row.boxed] == ["layer 1"]
    assert not any(row.faded for row in rows)


def test_the_fourth_layer_on_the_way_back(panel: GradientsPanel, show: Show) -> None:
    show(step=17)
    assert panel.chain.inspector.step_title.accessibleName() == "This step Sigmoid · backward, layer 4"
    assert [block.result for block in panel.chain.inspector.formulas.blocks] == ["= 4.13646363e−07", ""]
    rows = {row.name: row for row in panel.chain.inspector.product.rows}
    assert rows["layer 4"].boxed
    assert [name for name, row in rows.items() if row.faded] == ["layer 3", "layer 2", "layer 1"]
    assert [rows[name].shape for name in ("layer 5", "layer 3")] == ["dot", "ring"]
    outcome = panel.chain.inspector.outcome.rows
    assert [(row.name, row.values[0]) for row in outcome] == [
        ("at best, 0.125¹⁰", "9.31322575e−10"),
        ("this chain", "7.26119073e−10"),
    ]
    card = panel.chain.inspector.cards[0]
    assert card.title == "Nothing is left at layer 1."
    assert "σ′ is never above 0.25 and w is 0.5, so a layer passes on 0.125 at most" in card.text
    assert card.text.endswith("leaves 7.26e−10.")
    assert panel.chain.inspector.cards[1].title == ""


def test_the_titles_name_the_chain(panel: GradientsPanel, show: Show) -> None:
    show()
    assert panel.chain.diagram.accessibleName() == "10 layers, each a ← σ(0.5 a)"
    assert panel.chain.diagram.legend.accessibleName() == "computed, still to come, at best: 0.125ᵏ"
    assert [label.text() for label in panel.chain.slopes.titles] == [
        "Slope σ′(z) where each layer works",
        "the box, enlarged",
        "right: factor σ′ · w",
    ]
    show(chain("relu", -2.0, 1), 0)
    assert panel.chain.diagram.accessibleName() == "1 layer: a ← ReLU(−2 a)"
    show(chain("identity", 4.0), 0)
    assert [label.text() for label in panel.chain.slopes.titles] == [
        "Slope f′(z) where each layer works",
        "all layers",
        "right: factor f′ · w",
    ]


def test_forward_the_product_is_still_to_come(panel: GradientsPanel, show: Show) -> None:
    show(step=4)
    assert panel.chain.inspector.step_title.accessibleName().endswith("Sigmoid · forward, layer 4")
    assert all(row.faded for row in panel.chain.inspector.product.rows)
    show(step=10)
    assert [row.name for row in panel.chain.inspector.product.rows if not row.faded] == ["start"]
    show(step=0)
    assert panel.chain.inspector.step_title.accessibleName().endswith("Sigmoid · start")


def test_a_deep_chain_shows_the_rows_around_the_layer_at_hand(panel: GradientsPanel, show: Show) -> None:
    for step in (0, 100, 101, 150, 199, 200):
        show(chain(layers=100), step)
        rows = panel.chain.inspector.product.rows
        layer = 201 - step if step > 100 else 101
        names = [row.name for row in rows]
        assert len(rows) == 11
        assert ("start" if layer == 101 else f"layer {layer}") in names
        if 1 < layer < 101:
            assert f"layer {layer - 1}" in names, "where the way leads next"


def test_the_diagram_stands_in_line_with_the_plot(panel: GradientsPanel, show: Show) -> None:
    for layers in (1, 2, 10):
        show(chain(layers=layers), layers)
        row = panel.chain.diagram.row()
        assert (row.first, row.last) == (1, layers)
        for layer in (1, layers, layers + 1):
            below = at(panel.chain.line.plot, layer, panel.chain.line.plot.box.viewRange()[1][0]).x()
            assert row.x(layer) == pytest.approx(below, abs=1.5)


def test_a_deep_chain_is_drawn_around_the_layer_at_hand(panel: GradientsPanel, show: Show) -> None:
    for step in (0, 1, 50, 100, 101, 151, 200):
        show(chain(layers=100), step)
        row = panel.chain.diagram.row()
        layer = step if step <= 100 else 201 - step
        assert row.last - row.first + 1 == 10
        assert row.first <= max(layer, 1) <= row.last
        assert 0 <= row.x(row.first - 0.5) < row.x(row.last + 0.5) <= panel.chain.diagram.width()


def test_verdicts_for_what_goes_wrong(panel: GradientsPanel, show: Show) -> None:
    show(chain("relu", -0.5), 18)
    assert panel.chain.inspector.cards[0].title == "The chain is dead at layer 10."
    assert panel.chain.inspector.product.rows[-1].values == ("×0", "0")
    show(chain("identity", 4.0, 100), 150)
    assert panel.chain.inspector.cards[0].title == "The gradient explodes."
    assert panel.chain.inspector.outcome.rows[1].values[0] == "1.60693804e+60"
    show(chain("sigmoid", 0.001, 100), 199)
    assert panel.chain.inspector.cards[0].title == "The gradient underflows at layer 11."
    assert panel.chain.inspector.outcome.rows[0].values[0] == "6.2230e−361"
    show(chain("tanh", -1.5), 18)
    assert panel.chain.inspector.cards[1].title == "The sign turns on the way."
    assert panel.chain.inspector.product.rows[1].values[1].startswith("−")


def test_the_axis_has_a_row_for_zero(panel: GradientsPanel, show: Show) -> None:
    def ticks() -> list[str]:
        return [text for _, text in panel.chain.line.plot.getAxis("left")._tickLevels[0]]

    show()
    assert "0" not in ticks()
    assert ticks()[-1] == "1"
    show(chain("relu", -0.5), 18)
    assert ticks()[-1] == "0"


def test_a_negative_gradient_has_another_mark_and_says_so(panel: GradientsPanel, show: Show) -> None:
    show(chain("tanh", 1.5), 20)
    even = painted(panel.chain.line.plot)
    assert "diamonds" not in panel.chain.line.axis._texts[2]
    show(chain("tanh", -1.5), 20)
    assert panel.chain.line.axis._texts[2] == "layer; diamonds: negative"
    assert painted(panel.chain.line.plot) != even


def test_the_accent_ring_moves_with_the_step(panel: GradientsPanel, show: Show) -> None:
    run = show(step=17)
    accent = LIGHT.color("accent")
    for step in (12, 17, 19):
        run.seek(step)
        panel.show_frames((run.frame(),), True)
        layer = 21 - step
        image = painted(panel.chain.line.plot)
        height = panel.chain.line.item._scene.line.heights[layer - 1]  # type: ignore[union-attr]
        place = at(panel.chain.line.plot, layer, height)
        assert any(near(image.pixelColor(place + QPoint(dx, 0)), accent) for dx in (8, 9, 10))


def near(color: QColor, other: QColor) -> bool:
    return max(abs(a - b) for a, b in zip(color.getRgb()[:3], other.getRgb()[:3], strict=True)) < 60  # type: ignore[index]


# -- the hand ---------------------------------------------------------------------------------------------------------


def test_a_click_on_a_circle_goes_to_the_layer_of_this_way(
    panel: GradientsPanel, show: Show, said: dict[str, list[Any]]
) -> None:
    show(step=4)
    click(panel.chain.diagram, QPoint(round(panel.chain.diagram.row().x(7)), 75))
    show(step=17)
    click(panel.chain.diagram, QPoint(round(panel.chain.diagram.row().x(7)), 75))
    assert said["seek"] == [7, 14]


def test_a_click_on_a_factor_goes_to_its_step_back(
    panel: GradientsPanel, show: Show, said: dict[str, list[Any]]
) -> None:
    show(step=4)
    for layer in (1, 7, 11):
        click(panel.chain.diagram, QPoint(round(panel.chain.diagram.row().x(layer)), 122))
    click(panel.chain.diagram, QPoint(round(panel.chain.diagram.row().x(0)), 122))
    click(panel.chain.diagram, QPoint(20, 15))
    assert said["seek"] == [20, 14, 10], "the 1 is where the way back starts; a caption is no layer"


def test_a_click_in_the_plot_goes_to_the_nearest_layer(
    panel: GradientsPanel, show: Show, said: dict[str, list[Any]]
) -> None:
    show(step=17)
    for x in (3.3, 10.8, 0.4):
        click(panel.chain.line.plot, at(panel.chain.line.plot, x, -4))
    assert said["seek"] == [18, 10, 20]


def test_a_click_on_a_row_of_the_product_goes_there(
    panel: GradientsPanel, show: Show, said: dict[str, list[Any]]
) -> None:
    show(step=17)
    table = panel.chain.inspector.product
    for place in (0, 1, 10):
        click(table, QPoint(60, round(24 + (place + 0.5) * 21)))
    assert said["seek"] == [10, 11, 20]
    show(chain(layers=100), 150)
    said["seek"].clear()
    names = [row.name for row in table.rows]
    click(table, QPoint(60, round(24 + 2.5 * 21)))
    assert said["seek"] == [201 - int(names[2].removeprefix("layer "))]


def test_a_click_on_a_layers_place_on_the_slope_goes_there(
    panel: GradientsPanel, show: Show, said: dict[str, list[Any]]
) -> None:
    run = show(step=17)
    solved, plot = run.scene.chain, panel.chain.slopes.plots[1]
    click(plot, at(plot, solved.z[0], solved.slopes[0]))
    click(plot, at(plot, 0.45, 0.25))
    assert said["seek"] == [20], "and where there is no layer, nothing happens"


def test_the_weight_is_dragged_in_the_plot_of_weights(
    panel: GradientsPanel, show: Show, said: dict[str, list[Any]]
) -> None:
    show(step=17)
    plot = panel.chain.weights.plot
    painted(panel.chain.weights)
    QTest.mousePress(plot.viewport(), Qt.MouseButton.LeftButton, pos=at(plot, 1.0, -3))
    QTest.mouseMove(plot.viewport(), at(plot, 2.0, -3))
    QTest.mouseRelease(plot.viewport(), Qt.MouseButton.LeftButton, pos=at(plot, 9.0, -3))
    edits = said["edited"]
    assert [path for _, path, _ in edits] == ["w"] * len(edits)
    assert [done for _, _, done in edits] == [False] * (len(edits) - 1) + [True]
    assert edits[0][0].w == pytest.approx(1.0, abs=0.051)
    assert edits[-1][0].w == 4.0, "the picture's end"
    assert all(edit.w == parameters(GradientsSettings)["w"].snap(edit.w) for edit, _, _ in edits)
    assert edits[-1][0].activation == DEFAULT.activation


def test_presets_tell_what_they_bring_and_switch_in_one_edit(
    panel: GradientsPanel, show: Show, said: dict[str, list[Any]]
) -> None:
    show(step=17)
    buttons = panel.chain.weights.buttons
    assert [(b.text(), b.result) for b in buttons] == [
        ("ReLU, w = 1", "1"),
        ("ReLU, w = 2", "1,024"),
        ("Identity, w = 4", "1,048,576"),
    ]
    assert buttons[1].accessibleName() == "ReLU, w = 2: 1,024 at layer 1"
    QTest.mouseClick(buttons[1], Qt.MouseButton.LeftButton)
    buttons[2].setFocus()
    QTest.keyClick(buttons[2], Qt.Key.Key_Space)
    assert said["edited"] == [(chain("relu", 2.0), "activation", True), (chain("identity", 4.0), "activation", True)]
    show(chain(layers=4), 0)
    assert [b.result for b in buttons] == ["1", "16", "256"]


def test_the_form_offers_the_models_and_leaves_out_what_the_others_need(qapp: object) -> None:
    form = ParameterForm(LIGHT)
    form.show_settings(DEFAULT)
    try:
        addresses = {child.objectName() for child in form.findChildren(QWidget) if child.isVisibleTo(form)}
        assert {"settings.mode", "settings.layers", "settings.x", "settings.w"} <= addresses
        assert not {"settings.depth", "settings.width", "settings.batch", "settings.steps"} & addresses
    finally:
        shiboken6.delete(form)


# -- playing, sizes, looks --------------------------------------------------------------------------------------------


@pytest.mark.parametrize("of", [DEFAULT, chain(layers=100), chain("relu", -0.5)])
def test_what_is_painted_in_parts_is_what_is_painted_at_once(
    panel: GradientsPanel, show: Show, of: GradientsSettings
) -> None:
    """From step to step only what changes is painted again; that must leave nothing stale behind."""
    run = show(of, 0)
    for step in range(run.length + 1):
        run.seek(step)
        panel.show_frames((run.frame(),), step == 0)
        QCoreApplication.processEvents()
        if step in (1, of.layers, of.layers + 1, of.layers + 3, run.length):
            assert on_screen(panel).convertToFormat(QImage.Format.Format_RGB32) == painted(panel).convertToFormat(
                QImage.Format.Format_RGB32
            )
    for step in range(run.length, -1, -1):
        run.seek(step)
        panel.show_frames((run.frame(),), True)
        QCoreApplication.processEvents()
    assert on_screen(panel).convertToFormat(QImage.Format.Format_RGB32) == painted(panel).convertToFormat(
        QImage.Format.Format_RGB32
    )


def test_nothing_is_made_while_playing(panel: GradientsPanel, show: Show) -> None:
    run = show(chain(layers=30), 0)
    parts: tuple[QWidget, ...] = (panel, panel.right, panel.left)  # type: ignore[assignment]
    plots = [panel.chain.line.plot, *panel.chain.slopes.plots, panel.chain.weights.plot]

    def count() -> list[int]:
        return [len(p.findChildren(QObject)) for p in parts] + [len(plot.scene().items()) for plot in plots]

    before = count()
    for step in range(run.length + 1):
        run.seek(step)
        panel.show_frames((run.frame(),), False)
        QCoreApplication.processEvents()
    assert count() == before


@pytest.mark.parametrize("kind", ACTIVATIONS)
def test_every_chain_can_be_seen(panel: GradientsPanel, show: Show, kind: str) -> None:
    for layers, x, w in ((1, 10.0, 10.0), (2, -10.0, -10.0), (30, 0.0, 0.5), (100, 10.0, 10.0), (100, 1.0, -10.0)):
        for step in (0, layers, 2 * layers):
            show(chain(kind, w, layers, x), step)
            for part in (panel, panel.right, panel.left):
                assert part is not None
                assert not painted(part).isNull()


@pytest.mark.parametrize("size", [(640, 500), (750, 717), (1300, 1000)])
def test_every_size_is_filled(panel: GradientsPanel, show: Show, size: tuple[int, int]) -> None:
    panel.resize(*size)
    QCoreApplication.processEvents()
    show(step=17)
    assert panel.minimumSizeHint().width() <= 640
    assert panel.minimumSizeHint().height() <= 500
    image = painted(panel)
    assert (image.width(), image.height()) == size
    for part in (panel.chain.diagram, panel.chain.line, panel.chain.slopes):
        assert panel.rect().contains(part.geometry())
    note = panel.chain.line.item._note.area
    box = panel.chain.line.plot.box.size()
    assert QRectF(0, 0, box.width(), box.height()).contains(note)
    assert panel.chain.line.item._crowd is not None
    assert panel.chain.line.item._crowd.count(note) == 0, "the remark covers no part of the line"


def test_both_looks(panel: GradientsPanel, show: Show) -> None:
    show(step=17)
    for theme in (DARK, LIGHT):
        panel.set_theme(theme)
        image = painted(panel)
        assert image.pixelColor(2, 2) == theme.color("paper")
        corner = at(panel.chain.line.plot, 0, -9) + panel.chain.line.plot.mapTo(panel, QPoint())
        assert image.pixelColor(corner + QPoint(3, 3)) == theme.color("paper")


def test_an_activation_keeps_its_colour() -> None:
    assert [series_of(kind) for kind in ("sigmoid", "tanh", "relu", "leaky_relu", "elu", "swish")] == list(range(6))
    others = [series_of(kind) for kind in ACTIVATIONS if series_of(kind) >= 6]
    assert sorted(others) == list(range(6, len(ACTIVATIONS)))


class Marked(QTranslator):
    """A language in which every text is long, so that all that is not translated is seen."""

    def translate(self, context: str, text: str, disambiguation: str | None = None, n: int = -1) -> str:
        return f"勾配{text}の大きさ"


def test_every_text_can_be_said_in_another_language(panel: GradientsPanel, show: Show) -> None:
    show(step=17)
    translator = Marked()
    QCoreApplication.installTranslator(translator)
    try:
        panel.retranslate()
        assert panel.chain.diagram.accessibleName().startswith("勾配")
        texts = [
            label.text()
            for label in (*panel.chain.slopes.titles, panel.chain.weights.caption, panel.chain.weights.remark)
        ]
        texts += [*panel.chain.diagram._texts.values(), *panel.chain.line.axis._texts, panel.chain.line.item._remark]
        # Where a name has no room, the layer's number alone stands for it.
        names = [row.name for row in panel.chain.inspector.product.rows]
        texts += [panel.chain.line.item._label[1], *(name for name in names if not name.isdigit())]
        texts += [
            panel.chain.inspector.cards[0].title,
            panel.chain.inspector.cards[0].text,
            panel.chain.weights.item._explodes,
        ]
        # And where a title has no room, the formula that it speaks of.
        assert [text for text in texts if not text.startswith("勾配") and text != "σ′ · w"] == []
        for part in (panel, panel.right, panel.left):
            assert part is not None
            painted(part)
    finally:
        QCoreApplication.removeTranslator(translator)
        panel.retranslate()
    assert panel.chain.diagram.accessibleName() == "10 layers, each a ← σ(0.5 a)"


# -- helpers ----------------------------------------------------------------------------------------------------------


def test_a_page_holds_the_entry_and_its_neighbours() -> None:
    for last, room in ((100, 10), (101, 11), (12, 11), (5, 11), (30, 3)):
        for entry in range(1, last + 1):
            first = page(entry, room, last)
            shown = range(first, min(first + room, last + 1))
            assert first >= 1
            assert len(shown) == min(room, last)
            assert {max(entry - 1, 1), entry, min(entry + 1, last)} <= set(shown)


def test_a_text_finds_the_free_place() -> None:
    box = QSizeF(300, 200)
    line = along(np.array([[0.0, 0.0], [300.0, 200.0]]))
    crowd = Crowd(line, box)
    place, cost = free_place(QSizeF(80, 30), crowd, (), (0.5, 0.5))
    assert crowd.count(QRectF(place, QSizeF(80, 30))) == 0
    assert cost < 1
    taken = QRectF(0, 100, 300, 100)
    place, cost = free_place(QSizeF(80, 30), crowd, (taken,), (0.0, 1.0))
    assert not QRectF(place, QSizeF(80, 30)).intersects(taken)
    assert free_place(QSizeF(280, 190), crowd, (), (0, 0))[1] > 100, "and says when there is none"


def test_sentences_have_true_minus_signs(qapp: object) -> None:
    run = Timeline(SIMULATIONS["gradients"].simulation, chain("tanh", -1.5))
    text = sentences(run.scene.box.remark)[1]
    assert text == "z runs from −1.5 at layer 1 to 1.288 at layer 10, the factor from −0.271 to −0.394"
    assert sentences(None) == ("", "")
