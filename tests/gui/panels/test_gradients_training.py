"""Training of deep networks in the tab Vanishing gradients: what the learner sees, and what the hand can do."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from dataclasses import replace

import numpy as np
import pytest
import shiboken6
from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from engine.activations.bounded import Sigmoid
from engine.activations.rectifiers import ReLU
from engine.initializers import HeNormal, Normal, XavierNormal
from engine.optimizers.gradient_descent import SGD
from engine.simulations import SIMULATIONS
from engine.simulations.gradients import GradientsSettings, NetworkChoice, Training
from engine.timeline import Event, Timeline
from gui.panels.gradients.training_heat import MOST_COLUMNS, HeatItem, HeatScale, binned, epsilon_text
from gui.panels.gradients.training_inspector import TrainingInspector
from gui.panels.gradients.training_loss import LossPlot
from gui.panels.gradients.training_view import LEFT, TrainingView
from gui.theme import Theme, load_theme
from gui.widgets.formula import flush
from gui.widgets.painting import luminance

Show = Callable[..., tuple[Timeline, ...]]
LIGHT, DARK = load_theme("light"), load_theme("dark")
A = NetworkChoice(Sigmoid(), XavierNormal())
B = NetworkChoice(ReLU(), HeNormal())


def settings_of(network: NetworkChoice = A, **changes: object) -> GradientsSettings:
    made = GradientsSettings(mode=Training(), network=network, depth=12, width=12, batch=32, steps=60)
    return replace(made, **changes)


class Stage:
    """A view with its right column, as the panel shows them."""

    def __init__(self) -> None:
        self.view, self.inspector = TrainingView(LIGHT), TrainingInspector(LIGHT)
        self.view.layer_chosen.connect(self.inspector.show_layer)
        self.view.resize(700, 680)
        self.inspector.resize(300, 680)
        self.runs: tuple[Timeline, ...] = ()

    def show(
        self, *settings: GradientsSettings, step: int = 40, known: int = 60, events: tuple[Event, ...] = ()
    ) -> None:
        self.runs = tuple(Timeline(SIMULATIONS["gradients"].simulation, each, 0, events) for each in settings)
        for run in self.runs:
            run.seek(known)
            run.seek(step)
        self.view.show_run(self.runs)
        self.inspector.show_run(self.runs)
        self.frames(fresh=True)

    def frames(self, fresh: bool) -> None:
        frames = tuple(run.frame() for run in self.runs)
        self.view.show_frames(frames, fresh)
        self.inspector.show_frames(frames, fresh)

    def titles(self) -> list[str]:
        return [card.title for card in self.inspector.cards if card.title]

    def number(self, name: str) -> tuple[str, ...]:
        return next(row.values for row in self.inspector.numbers.rows if row.name == name)


@pytest.fixture
def stage(qapp: object) -> Iterator[Stage]:
    made = Stage()
    assert made.view.view() == {"curve": "loss", "by_layer": "moved", "layer": 1}
    yield made
    for widget in (made.view, made.inspector):
        shiboken6.delete(widget)


def painted(widget: QWidget) -> QImage:
    """What is to be seen; an exception in a paint event fails the test."""
    widget.ensurePolished()
    flush()
    return widget.grab().toImage()


# -- the scale and the map --------------------------------------------------------------------------------------------


def test_the_scale_spans_whole_decades_and_only_grows() -> None:
    scale = HeatScale(LIGHT)
    assert scale.include(np.array([0.02, 3.0]))
    assert (scale.low, scale.high) == (-2.0, 1.0)
    assert not scale.include(np.array([0.5]))
    assert scale.include(np.array([1e-200]))
    assert scale.low == scale.high - 40
    assert not scale.zeros
    scale.include(np.array([0.0, math.nan]))
    assert scale.zeros
    assert scale.odd


def test_larger_values_are_brighter_and_the_odd_ones_have_colours_of_their_own() -> None:
    scale = HeatScale(LIGHT)
    scale.include(np.array([1e-6, 1.0]))
    pixels = scale.colours(np.array([-6.0, -4.0, -2.0, 0.0, -math.inf, math.nan]))
    light = [luminance(QColor(int(pixel))) for pixel in pixels[:4]]
    assert light == sorted(light)
    assert QColor(int(pixels[4])) == LIGHT.color("track")
    assert QColor(int(pixels[5])) == LIGHT.color("accent")


def test_several_steps_are_averaged_in_decades() -> None:
    sizes = np.array([[1e-2, 0.0, 0.0, 1.0], [1e-4, 0.0, 1e-3, math.nan]])
    mean = binned(sizes)
    assert mean[0] == pytest.approx(-3)
    assert mean[1] == -math.inf
    assert mean[2] == pytest.approx(-3)
    assert math.isnan(mean[3])


@pytest.mark.parametrize("length", [60, 5000])
def test_rows_one_by_one_make_the_same_picture_as_all_at_once(qapp: object, length: int) -> None:
    rng = np.random.default_rng(0)
    sizes = 10.0 ** rng.uniform(-12, 0, (min(length, 1500) + 1, 4))
    scale = HeatScale(LIGHT)
    scale.include(sizes)
    grown, whole = HeatItem(LIGHT, scale), HeatItem(LIGHT, scale)
    for item in (grown, whole):
        item.show_run(4, length, ((0, 1e-8),))
    for count in range(1, len(sizes) + 1):
        grown.add(sizes[:count])
    whole.add(sizes)
    assert np.array_equal(grown.columns, whole.columns)
    assert np.array_equal(grown.crossing, whole.crossing, equal_nan=True)
    assert np.array_equal(grown._pixels, whole._pixels)
    assert len(whole.columns) <= MOST_COLUMNS


@pytest.mark.parametrize(
    ("sizes", "height"),
    [
        ([1e-10, 1e-6], 1.5),
        ([1e-10, 1e-9, 1e-7], 2.5),
        ([1e-12, 1e-10], 2.5),
        ([1e-3, 1e-2], math.nan),
        ([0.0, 1e-2], 1.5),
    ],
)
def test_where_the_gradient_crosses_epsilon(qapp: object, sizes: list[float], height: float) -> None:
    item = HeatItem(LIGHT, HeatScale(LIGHT))
    item.show_run(len(sizes), 10, ((0, 1e-8),))
    item.add(np.array([sizes]))
    assert item.crossing[0] == pytest.approx(height, nan_ok=True)


def test_epsilon_is_written_as_a_power_of_ten() -> None:
    assert epsilon_text(1e-8) == "10⁻⁸"
    assert epsilon_text(3e-7) == "3e−07"


def test_a_rule_without_epsilon_has_no_line(stage: Stage) -> None:
    stage.show(settings_of(optimizer=SGD()), settings_of())
    assert np.isnan(stage.view.heats[0].item.crossing).all()
    assert np.isfinite(stage.view.heats[1].item.crossing).any()


def test_what_has_exploded_does_not_press_all_else_flat() -> None:
    scale = HeatScale(LIGHT)
    scale.include(np.array([1e-6, 1e145]))
    assert (scale.low, scale.high) == (-6.0, 12.0)
    scale.clear()
    scale.include(np.array([1e140, 1e145]))
    assert scale.low < scale.high == 12


def test_epsilon_is_that_of_the_rule_in_force(stage: Stage) -> None:
    stage.show(settings_of(optimizer=SGD()), events=(Event(25, {"optimizer": {"kind": "adam"}}),))
    crossing = stage.view.heats[0].item.crossing
    assert np.isnan(crossing[:25]).all()
    assert np.isfinite(crossing[25:]).all()


# -- what is seen -----------------------------------------------------------------------------------------------------


def test_both_networks_are_seen_on_one_scale(stage: Stage) -> None:
    stage.show(settings_of(), settings_of(B))
    first, second = stage.view.heats
    assert not second.isHidden()
    assert first.item.scale is second.item.scale
    for run, heat in zip(stage.runs, stage.view.heats, strict=True):
        sizes = run.record[:, run.scene.columns.gradient]
        assert heat.item.columns == pytest.approx(np.log10(sizes))
    assert [head.accessibleName()[:1] for head in stage.view.heads] == ["A", "B"]
    assert "ReLU · He" in stage.view.heads[1].accessibleName()


def test_a_alone_has_the_room(stage: Stage) -> None:
    stage.show(settings_of(), settings_of(B))
    stage.show(settings_of())
    assert all(part.isHidden() for part in (stage.view.heats[1], stage.view.layers[1], stage.view.holders[1]))
    painted(stage.view)
    assert len(stage.view.output.squares()) == 1
    assert len(stage.inspector.numbers.rows[0].values) == 1
    assert not any(title.startswith("A:") for title in stage.titles())


def test_the_numbers_are_those_of_the_record(stage: Stage) -> None:
    stage.show(settings_of(), settings_of(B))
    columns = stage.runs[0].scene.columns
    rows = [run.record[40] for run in stage.runs]
    assert stage.number("loss, this batch") == tuple(f"{row[0]:.3g}".replace("-", "−") for row in rows)
    assert stage.number("moved, layer 1") == tuple(f"{row[columns.moved][0]:.3g}".replace("-", "−") for row in rows)
    assert stage.number("moved over 0.1 %")[1] == "12 / 12"


def test_the_learner_is_told_why_nothing_is_learnt(stage: Stage) -> None:
    opposite = settings_of(NetworkChoice(Sigmoid(), Normal(sigma=0.01)), optimizer=SGD(learning_rate=0.01))
    stage.show(opposite, replace(opposite, network=replace(opposite.network, activation=ReLU())))
    assert stage.titles()[0] == "This change alone does not help: ReLU instead of Sigmoid."
    assert stage.titles()[1] == "A: Layers that have not moved: 12 of 12."
    assert "A: What alone helps most: Batch normalization." in stage.titles()


def test_who_has_learnt_needs_no_help(stage: Stage) -> None:
    stage.show(settings_of(B, depth=4, width=32), step=60)
    assert stage.runs[0].scene.help is None
    stage.show(settings_of(), step=10)
    assert stage.runs[0].scene.help is not None
    assert not any("helps most" in title for title in stage.titles())  # too early to tell


def test_networks_of_different_depth_stand_side_by_side(stage: Stage) -> None:
    stage.show(settings_of(depth=2), settings_of(B, depth=30))
    assert stage.number("rms ∂L/∂W, layer last")
    painted(stage.view)
    stage.view.choose_layer(20)
    painted(stage.inspector)


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_what_breaks_is_shown_as_what_it_is(stage: Stage, theme: Theme) -> None:
    wild = NetworkChoice(ReLU(), Normal(sigma=10.0), residual=True)
    stage.show(settings_of(wild, depth=100, optimizer=SGD(learning_rate=10.0)), step=10, known=10)
    stage.view.set_theme(theme)
    assert "overflow" in stage.view.legend.accessibleName()
    assert "breaks down" in stage.titles()[0]
    image = painted(stage.view.heats[0])
    middle = image.pixelColor(stage.view.heats[0].mapFromScene(stage.view.heats[0].box.sceneBoundingRect().center()))
    assert middle.isValid()


def test_the_map_is_bright_before_the_cursor_and_veiled_after_it(stage: Stage) -> None:
    stage.show(settings_of(B), step=30)
    heat = stage.view.heats[0]
    image = painted(heat)
    box: QRectF = heat.box.sceneBoundingRect()
    at = [image.pixelColor(int(box.left() + share * box.width()), int(box.center().y())) for share in (0.25, 0.75)]
    assert at[0].saturation() > at[1].saturation() + 20


def test_a_step_on_shows_as_much_as_a_fresh_picture(stage: Stage) -> None:
    stage.show(settings_of(), settings_of(B), step=20, known=20)
    painted(stage.view)
    for run in stage.runs:
        run.seek(21)
    stage.frames(fresh=False)
    grown = painted(stage.view)
    other = Stage()
    other.show(settings_of(), settings_of(B), step=21, known=21)
    fresh = painted(other.view)
    for heat, twin in zip(stage.view.heats, other.view.heats, strict=True):
        assert np.array_equal(heat.item._pixels, twin.item._pixels)
    assert grown.size() == fresh.size()
    for widget in (other.view, other.inspector):
        shiboken6.delete(widget)


def test_changes_from_here_on_are_marked(stage: Stage) -> None:
    stage.show(settings_of(), events=(Event(25, {"optimizer.learning_rate": 0.1}),))
    assert list(stage.view.loss.labels._events) == [(25, 0)]
    painted(stage.view)


def test_a_coin_toss_is_called_so(stage: Stage) -> None:
    stage.show(settings_of(NetworkChoice(Sigmoid(), Normal(sigma=0.01)), optimizer=SGD(learning_rate=0.01)))
    label, *_ = stage.view.loss.labels._labels
    loss = f"{stage.runs[0].record[40, 0]:.3g}"
    assert label.texts == (f"{loss} ≈ ln 2, a coin toss", f"{loss} ≈ ln 2", loss)
    assert stage.number("right, all points") == ("50 %",)


def test_a_layer_stands_at_one_height_in_map_and_plot(stage: Stage) -> None:
    stage.show(settings_of(), settings_of(B))
    painted(stage.view)
    for heat, layers in zip(stage.view.heats, stage.view.layers, strict=True):
        boxes = [
            plot.mapTo(stage.view, plot.mapFromScene(plot.box.sceneBoundingRect().topLeft())).y()
            for plot in (heat, layers)
        ]
        assert boxes[0] == pytest.approx(boxes[1], abs=1)
        assert heat.box.height() == pytest.approx(layers.box.height(), abs=1.5)


# -- the hand ---------------------------------------------------------------------------------------------------------


def test_a_click_on_map_or_curve_goes_there(stage: Stage) -> None:
    stage.show(settings_of(), settings_of(B))
    painted(stage.view)
    sought: list[int] = []
    stage.view.seek_requested.connect(sought.append)
    for plot in (*stage.view.heats, stage.view.loss):
        place = plot.box.mapViewToScene(QPointF(13.2, sum(plot.box.viewRange()[1]) / 2))
        QTest.mouseClick(plot.viewport(), Qt.MouseButton.LeftButton, pos=plot.mapFromScene(place))
        assert sought[-1] == 13


def test_a_click_on_a_layer_lets_the_numbers_speak_of_it(stage: Stage) -> None:
    stage.show(settings_of(), settings_of(B))
    painted(stage.view)
    plot = stage.view.layers[0]
    place = plot.box.mapViewToScene(QPointF(sum(plot.box.viewRange()[0]) / 2, 7.0))
    QTest.mouseClick(plot.viewport(), Qt.MouseButton.LeftButton, pos=plot.mapFromScene(place))
    assert stage.view.layer == 7
    assert "layer 7" in stage.inspector.step_title.accessibleName()
    frame = stage.runs[0].frame()
    assert f"= {frame.moved[6]:.3g}".replace("-", "−") in stage.inspector.formulas.blocks[0].numbers[0]


def test_the_keyboard_goes_from_layer_to_layer(stage: Stage) -> None:
    stage.show(settings_of(depth=3), settings_of(B, depth=3))
    for key, layer in ((Qt.Key.Key_Down, 1), (Qt.Key.Key_Up, 2), (Qt.Key.Key_Up, 3), (Qt.Key.Key_Up, 3)):
        QTest.keyClick(stage.view.layers[1], key)
        assert stage.view.layer == layer
    assert stage.view.layers[1].focusPolicy() & Qt.FocusPolicy.TabFocus


def test_curve_and_layers_can_be_switched(stage: Stage) -> None:
    stage.show(settings_of(), settings_of(B))
    changes: list[None] = []
    stage.view.view_changed.connect(lambda: changes.append(None))
    for choice, key in ((stage.view.curve_choice, "accuracy"), (stage.view.layer_choice, "units")):
        choice.resize(200, 30)
        segment = choice._segments[choice.keys().index(key)]
        QTest.mouseClick(segment, Qt.MouseButton.LeftButton)
    assert stage.view.view() == {"curve": "accuracy", "by_layer": "units", "layer": 1}
    assert len(changes) == 2
    record = stage.runs[0].record
    assert stage.view.loss._values[:61, 0, 1] == pytest.approx(record[:, 1])
    painted(stage.view)


def test_the_view_comes_back(stage: Stage) -> None:
    stage.view.set_view({"curve": "accuracy", "by_layer": "units", "layer": 5, "more": 1})
    assert stage.view.view() == {"curve": "accuracy", "by_layer": "units", "layer": 5}
    stage.view.set_view({"curve": 3, "by_layer": None, "layer": True})
    assert stage.view.view() == {"curve": "accuracy", "by_layer": "units", "layer": 5}


def test_in_a_low_window_verdicts_stand_above_the_numbers(stage: Stage) -> None:
    stage.show(settings_of(), settings_of(B))
    inspector, usual = stage.inspector, list(stage.inspector._added)
    first = inspector.cards[: inspector.FIRST]
    for _ in range(2):
        inspector.set_room(inspector.WHOLE_HEIGHT - 1)
        assert tuple(inspector._added[: len(first)]) == first
        inspector.set_room(inspector.WHOLE_HEIGHT)
        assert inspector._added == usual


# -- words and curves -------------------------------------------------------------------------------------------------


def labels_of(curves: np.ndarray, step: int, texts: tuple[str, ...] = ("0.693",)) -> tuple[LossPlot, QSizeF]:
    """A plot of these curves (steps, curves), the cursor at `step`, and the size of its box."""
    plot = LossPlot(LIGHT)
    plot.resize(420, 140)
    plot.show_run(curves.shape[1], len(curves) - 1, (-0.5, len(curves) - 0.5), "accuracy")
    plot.show_step(list(curves.T), step, [texts] * curves.shape[1])
    painted(plot)
    box = plot.box.size()
    return plot, QSizeF(box.width(), box.height())


@pytest.mark.parametrize("step", [12, 20, 45, 60])
def test_no_label_covers_a_curve(qapp: object, step: int) -> None:
    steps = np.arange(61)
    curves = np.column_stack([np.full(61, 0.9), 0.9 * np.exp(-steps / 8)])
    plot, box = labels_of(curves, step)
    areas = plot.labels.areas
    assert not areas[0].intersects(areas[1])
    for area in areas.values():
        assert QRectF(QPointF(0, 0), box).contains(area)
        xs = (steps + 0.5) / 61 * box.width()
        ys = (1.03 - curves) / 1.06 * box.height()
        for column in ys.T:
            inside = (xs > area.left()) & (xs < area.right())
            assert not (inside & (column > area.top()) & (column < area.bottom())).any()
    shiboken6.delete(plot)


def test_a_label_is_shortened_before_it_changes_sides(qapp: object) -> None:
    texts = ("a text that is far too long for what is left", "0.693")
    rights = []
    for step in (0, 40, 60):
        plot, box = labels_of(np.full((61, 1), 0.5), step, texts)
        area, cursor = plot.labels.areas[0], (step + 0.5) / 61 * box.width()
        rights.append((area.left() > cursor, area.width() > 100))
        shiboken6.delete(plot)
    assert rights == [(True, True), (True, False), (False, True)]


def test_labels_bear_what_is_no_number(qapp: object) -> None:
    curves = np.column_stack([np.full(61, math.nan), np.full(61, math.inf)])
    plot, _ = labels_of(curves, 30)
    assert len(plot.labels.areas) == 2
    shiboken6.delete(plot)


def test_words_fit_or_are_shorter(stage: Stage) -> None:
    stage.show(settings_of(), settings_of(B))
    seen = []
    for width in (1000, 440):
        stage.view.resize(width, 574)
        painted(stage.view)
        choice, loss = stage.view.layer_choice, stage.view.loss
        assert sum(segment.needed(11) for segment in choice._segments) <= choice.width()
        assert QFontMetrics(LIGHT.font(11)).horizontalAdvance(loss._titles["bottom"]) <= loss.width() - LEFT
        for title in (stage.view.layer_title, stage.view.output_title):
            assert title.faces.text.width(title.shown) <= title.width()
        seen.append((choice._segments[0].text(), loss._titles["bottom"], stage.view.output_title.shown))
    assert seen[0] == ("Weights moved", "training step (one batch of 32 each)", "Output at step 40")
    assert seen[1][0] == "Moved"
    assert seen[1][1] == "training step"


def test_what_is_not_computed_yet_is_no_blank_paper(stage: Stage) -> None:
    stage.show(settings_of(B), step=10, known=10)
    heat = stage.view.heats[0]
    image = painted(heat)
    box: QRectF = heat.box.sceneBoundingRect()
    corner = image.pixelColor(int(box.right()) - 8, int(box.bottom()) - 8)
    assert corner == LIGHT.color("side")
    ground = [image.pixelColor(x, int(box.center().y())) for x in range(int(box.center().x()), int(box.right()) - 4)]
    assert any(color != corner for color in ground)  # words stand there


@pytest.mark.parametrize("size", [(380, 420), (640, 500), (1300, 1000)])
def test_it_fits_every_size(stage: Stage, size: tuple[int, int]) -> None:
    stage.show(settings_of(), settings_of(B))
    stage.view.resize(*size)
    painted(stage.view)
    right = stage.view.rect().right()
    for part in (*stage.view.heats, *stage.view.layers, stage.view.loss, stage.view.output):
        assert part.geometry().right() <= right + 1
        assert part.height() > 30
