"""The initialization tab in mode training: what the learner sees of the starts, and what the hand can do."""

from __future__ import annotations

import dataclasses
import math
from collections.abc import Callable, Iterator

import numpy as np
import pytest
import shiboken6
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from engine.activations import ACTIVATIONS
from engine.initializers import INITIALIZERS
from engine.optimizers import OPTIMIZERS
from engine.simulations import SIMULATIONS
from engine.simulations.initialization import InitializationSettings, Scheme, Training
from engine.simulations.initialization_training import COLUMNS, rows_of
from engine.simulations.initialization_training_alike import Alike
from engine.simulations.initialization_training_verdicts import COIN
from engine.timeline import Timeline
from gui.panels.initialization import InitializationPanel
from gui.panels.initialization.training_inspector import TrainingInspector
from gui.panels.initialization.training_text import gradient_text, loss_text, share_text
from gui.panels.initialization.training_trails import band_polygon, taking_turns
from gui.panels.initialization.training_view import TrainingView
from gui.theme import load_theme
from gui.widgets.geometry import Mapping

Show = Callable[..., tuple[Timeline, ...]]
LIGHT, DARK = load_theme("light"), load_theme("dark")


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
    """Shows runs at a step, solved `ahead` steps further; gives their timelines."""

    def shown(*settings: InitializationSettings, step: int = 12, ahead: int = 0) -> tuple[Timeline, ...]:
        runs = tuple(Timeline(SIMULATIONS["initialization"].simulation, s, 0) for s in settings or (small(),))
        for timeline in runs:
            timeline.seek(step + ahead)
            timeline.seek(step)
        panel.show_run(runs)
        panel.show_frames(tuple(timeline.frame() for timeline in runs), True)
        return runs

    return shown


def small(*kinds: str, **others: object) -> InitializationSettings:
    """Two layers of eight units, three draws of each scheme, forty steps."""
    schemes = tuple(
        Scheme(initializer=INITIALIZERS[kind](), colour=i)
        for i, kind in enumerate(kinds or ("zeros", "normal", "xavier_normal", "he_normal"))
    )
    adam = OPTIMIZERS["adam"](learning_rate=0.01)
    changes = {"n_out": 8, "layers": 2, "repeats": 3, "steps": 40, "optimizer": adam, **others}
    return dataclasses.replace(InitializationSettings(), mode=Training(), schemes=schemes, **changes)


def parts(panel: InitializationPanel) -> tuple[TrainingView, TrainingInspector]:
    mode = panel.mode("training")
    assert isinstance(mode.centre, TrainingView)
    assert isinstance(mode.right, TrainingInspector)
    return mode.centre, mode.right


def painted(widget: QWidget) -> QImage:
    """What is to be seen; an exception in a paint event fails the test."""
    widget.ensurePolished()
    return widget.grab().toImage()


# -- what is seen -----------------------------------------------------------------------------------------------------


def test_each_start_has_its_column_and_its_row(panel: InitializationPanel, show: Show) -> None:
    (run,) = show()
    view, inspector = parts(panel)
    row = run.frame().row
    assert [p.head.text() for p in view.columns] == ["Zeros", "Normal", "Xavier", "He"]
    assert [r.name for r in inspector.table.rows] == ["Zeros", "Normal", "Xavier", "He"]
    losses, shares, units = (row[:, COLUMNS.index(name)] for name in ("loss", "accuracy", "units"))
    for i, shown in enumerate(inspector.table.rows):
        assert shown.values == (loss_text(losses[i]), share_text(shares[i]), f"{units[i]:.0f}/8")
        assert view.columns[i].line.text == f"{loss_text(losses[i])} · {share_text(shares[i])} right"
    assert inspector.table.rows[0].values[2] == "1/8"
    assert [r.bold for r in inspector.table.rows] == [False, False, False, True]


def test_the_loss_curves_are_the_medians_with_the_band_of_their_draws(panel: InitializationPanel, show: Show) -> None:
    (run,) = show(small("xavier_normal", "he_normal"), step=20)
    plot = parts(panel)[0].loss_plot
    rows = rows_of(run.record)
    values = np.log10(rows[:, :, COLUMNS.index("loss")])
    drawn = plot.trails.points
    seen = ~np.isnan(drawn[:, :, 1])
    np.testing.assert_array_equal(drawn[:, :, 0], np.arange(21)[:, None] * np.ones(2))
    np.testing.assert_allclose(drawn[:, :, 1][seen], values[seen])
    assert seen[-1].all()
    np.testing.assert_allclose(plot.trails.bands[:, :, 0], np.log10(rows[:, :, COLUMNS.index("lowest")]))
    np.testing.assert_allclose(plot.trails.bands[:, :, 1], np.log10(rows[:, :, COLUMNS.index("highest")]))
    assert [y for y, _ in plot.marks.dots] == pytest.approx(values[-1].tolist())
    assert "3 draws" in parts(panel)[0].loss_caption.text


def test_steps_taken_over_one_by_one_give_the_same_curves(panel: InitializationPanel, show: Show) -> None:
    (run,) = show(step=0)
    plot = parts(panel)[0].loss_plot
    for step in range(1, 31):
        run.seek(step)
        panel.show_frames((run.frame(),), False)
    one_by_one, bands = plot.trails.points.copy(), plot.trails.bands.copy()
    panel.show_run((run,))
    panel.show_frames((run.frame(),), True)
    np.testing.assert_array_equal(plot.trails.points, one_by_one)
    np.testing.assert_array_equal(plot.trails.bands, bands)
    assert plot.trails.step == 30


def test_what_is_known_beyond_the_cursor_is_drawn_too(panel: InitializationPanel, show: Show) -> None:
    show(step=10, ahead=15)
    plot = parts(panel)[0].loss_plot
    assert len(plot.trails.points) == 26
    assert plot.trails.step == 10
    assert plot.marks.place == 10


def test_zeros_are_one_unit_in_the_lower_plot(panel: InitializationPanel, show: Show) -> None:
    show()
    view, inspector = parts(panel)
    assert view.lower_plot.kind == "units"
    assert [y for y, series in view.lower_plot.marks.dots if series == 0] == [1.0]
    assert "1" in [text for _, text in view.lower_plot.getAxis("left")._tickLevels[0]]
    panel.select("schemes", 0)
    assert "Why copies stay copies" in inspector.why_heading.accessibleName()
    assert inspector.why.blocks[-1].result == "equal weights, equal gradients"
    assert inspector.why.blocks[0].numbers == ("unit 1: (0, 0)", "unit 2: (0, 0)")
    assert inspector.own_card.title == "Zeros: no weight gets a gradient."
    panel.select("schemes", 3)
    assert "Two units" in inspector.why_heading.accessibleName()
    one, other = inspector.why.blocks[2].numbers
    assert one.removeprefix("unit 1") != other.removeprefix("unit 2")


def test_others_are_told_in_a_word_and_those_that_learn_alike_in_a_card(panel: InitializationPanel, show: Show) -> None:
    (run,) = show(small(n_out=24, layers=8, steps=100, repeats=1), step=0)
    inspector = parts(panel)[1]
    panel.show()
    assert inspector.own_card.isHidden() == inspector.others.isHidden() == True  # noqa: E712 - all three
    assert inspector.common_card.title == "Nothing is learnt yet."
    run.seek(60)
    panel.show_frames((run.frame(),), True)
    assert not inspector.own_card.isHidden()
    assert [item.mark for item in inspector.others.items] == ["cross", "cross", "check"]
    assert inspector.others.items[0].text == "Zeros: no weight gets a gradient."
    assert inspector.others.items[1].text == "Normal stays at ln 2: too small a signal."
    told = run.frame().verdicts[-1]
    assert isinstance(told, Alike) == (not inspector.common_card.isHidden())
    panel.set_shown("schemes", 1, False)
    assert len(inspector.others.items) == 2
    panel.hide()


def test_an_output_has_the_classes_colours_where_it_is_sure(panel: InitializationPanel, show: Show) -> None:
    show()
    picture = parts(panel)[0].columns[3].picture
    picture.show_output(np.array([[0.0, 1.0], [0.5, np.nan]]))
    below, above = ([QColor(picture.image.pixel(x, y)) for x in (0, 1)] for y in (1, 0))
    assert below == [LIGHT.series(3), LIGHT.series(2)]
    assert above == [LIGHT.color("paper"), LIGHT.color("soft")]


def test_an_overflow_has_no_figures(panel: InitializationPanel, show: Show) -> None:
    wild = dataclasses.replace(INITIALIZERS["normal"](), sigma=10.0)
    settings = small("he_normal", "he_normal", layers=8, optimizer=OPTIMIZERS["sgd"](learning_rate=10.0))
    schemes = (settings.schemes[0], dataclasses.replace(settings.schemes[1], initializer=wild))
    show(dataclasses.replace(settings, schemes=schemes, n_out=24), step=8)
    view, inspector = parts(panel)
    assert inspector.table.rows[1].values == ("∞", "–", "–")
    assert view.columns[1].line.text == "∞ · overflow"
    low, high = view.loss_plot.viewRange()[1]
    assert low < math.log10(COIN) < high <= 5
    painted(panel)


def test_it_is_told_what_was_cut_down(panel: InitializationPanel, show: Show) -> None:
    show(small("he_normal", n_out=300, layers=20, repeats=16, batch=1), step=0)
    assert "only 1 of 16 draws fit" in parts(panel)[0].loss_caption.text


def test_where_there_is_little_room_the_verdict_stays(panel: InitializationPanel, show: Show) -> None:
    show()
    inspector = parts(panel)[1]
    inspector.resize(300, 400)
    inspector.fit(400)
    assert [part.isHidden() for part in (inspector.common_card, inspector.why, inspector.why_heading)] == [True] * 3
    assert not inspector.own_card.isHidden()
    assert not inspector.table.isHidden()


# -- two sides --------------------------------------------------------------------------------------------------------


def test_the_other_side_is_thin_and_the_active_one_explained(panel: InitializationPanel, show: Show) -> None:
    tanh = small("zeros", "he_normal", activation=ACTIVATIONS["tanh"](), n_out=5)
    runs = show(small(), tanh)
    view, inspector = parts(panel)
    widths = [style.width for style in view.loss_plot.trails.styles]
    assert widths == [1.0, 1.0, 1.8, 1.8, 1.8, 2.4]
    assert view.loss_plot.trails.bands.shape[1] == 4
    assert "thin: B" in view.loss_caption.text
    panel.show_side("b")
    assert [style.width for style in view.loss_plot.trails.styles] == [1.0] * 4 + [1.8, 2.4]
    assert [r.name for r in inspector.table.rows] == ["Zeros", "He"]
    own = runs[1].frame().row[:, COLUMNS.index("loss")]
    assert [y for y, _ in view.loss_plot.marks.dots] == pytest.approx(np.log10(own).tolist())
    assert "thin: A" in view.loss_caption.text
    painted(panel)


def test_sides_may_be_known_to_different_steps(panel: InitializationPanel) -> None:
    runs = tuple(Timeline(SIMULATIONS["initialization"].simulation, small("he_normal"), seed) for seed in (0, 1))
    runs[0].seek(30)
    runs[0].seek(5)
    runs[1].seek(5)
    panel.show_run(runs)
    panel.show_frames(tuple(run.frame() for run in runs), True)
    plot = parts(panel)[0].loss_plot
    assert len(plot.trails.points) == 6
    runs[1].seek(9)
    panel.show_frames(tuple(run.frame() for run in runs), True)
    assert len(plot.trails.points) == 10
    painted(panel)


# -- the hand ---------------------------------------------------------------------------------------------------------


def test_a_press_on_a_plot_seeks(panel: InitializationPanel, show: Show, qtbot: QtBot) -> None:
    show(step=5, ahead=10)
    panel.show()
    qtbot.waitExposed(panel)
    for plot in parts(panel)[0].plots:
        place = plot.mapFromScene(plot.box.mapViewToScene(QPoint(20, 0)))
        asked: list[int] = []
        panel.seek_requested.connect(asked.append)
        QTest.mouseClick(plot.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(place.x(), plot.height() // 2))
        panel.seek_requested.disconnect(asked.append)
        assert asked
        assert set(asked) <= {19, 20, 21}
    panel.hide()


def test_a_start_is_picked_by_its_head_or_its_row(panel: InitializationPanel, show: Show) -> None:
    show()
    view, inspector = parts(panel)
    view.columns[1].head.click()
    assert panel.view()["selected"] == 1
    assert inspector.why_heading.accessibleName().endswith("Normal")
    inspector.table.row_clicked.emit(2)
    assert panel.view()["selected"] == 2


def test_hidden_starts_leave_picture_and_plots(panel: InitializationPanel, show: Show) -> None:
    show()
    panel.set_shown("schemes", 1, False)
    view, inspector = parts(panel)
    assert view.columns[1].head.isHidden()
    assert [style.shown for style in view.loss_plot.trails.styles] == [True, False, True, True]
    assert 1 not in [series for _, series in view.loss_plot.marks.dots]
    assert inspector.table.rows[1].faded
    for index in (0, 2, 3):
        panel.set_shown("schemes", index, False)
    painted(panel)


def test_the_lower_plot_can_show_gradients_and_keeps_it(panel: InitializationPanel, show: Show) -> None:
    (run,) = show(step=10)
    view, _ = parts(panel)
    view.kind.chosen.emit("gradient")
    assert view.lower_plot.kind == "gradient"
    sizes = rows_of(run.record)[-1, :, COLUMNS.index("gradient")]
    dots = {series: y for y, series in view.lower_plot.marks.dots}
    assert dots[3] == pytest.approx(math.log10(sizes[3]))
    assert panel.view()["training"] == {"lower": "gradient"}
    panel.set_view({"training": {"lower": "units"}})
    assert view.lower_plot.kind == "units"
    panel.set_view({"training": {"lower": 3}})
    assert view.lower_plot.kind == "units"


@pytest.mark.parametrize("size", [(470, 600), (750, 717), (1300, 1000)])
def test_it_is_painted_at_every_size_in_both_themes(
    panel: InitializationPanel, show: Show, size: tuple[int, int]
) -> None:
    show(step=20, ahead=10)
    panel.resize(*size)
    light = painted(panel)
    panel.set_theme(DARK)
    assert painted(panel) != light
    panel.set_theme(LIGHT)
    assert painted(panel) == light
    panel.retranslate()
    assert painted(panel) == light


# -- parts ------------------------------------------------------------------------------------------------------------


def test_curves_that_coincide_take_turns() -> None:
    values = np.array([[1.0, 1.0, 2.0]] * 9)
    values[5:, 1] = 3.0
    drawn = taking_turns(values, 2, 0, 0.1)
    assert drawn[:, 2].all()
    assert drawn[:4, 0].tolist() == [True, True, False, False]
    assert drawn[:4, 1].tolist() == [False, False, True, True]
    assert drawn[4:, :2].all()
    # Taken over in two goes, the turns are the same.
    parts = (taking_turns(values[:4], 2, 0, 0.1), taking_turns(values[3:], 2, 3, 0.1))
    np.testing.assert_array_equal(np.concatenate(parts), drawn)


def test_a_band_keeps_its_extremes_however_many_steps_there_are() -> None:
    mapping = Mapping(x0=0.0, y1=1.0, per_x=0.01, per_y=100.0, width=100.0, height=100.0)
    band = np.tile([0.4, 0.6], (10_000, 1))
    band[5_001] = [0.2, np.inf]
    outline = [(p.x(), p.y()) for p in band_polygon(band, 0, mapping)]
    assert len(outline) < 400
    assert max(y for _, y in outline) == pytest.approx(80.0)
    assert min(y for _, y in outline) < 0
    assert outline[0] == pytest.approx((0.0, 60.0))


@pytest.mark.parametrize(
    ("value", "text"), [(0.69315, "0.693"), (0.0123, "0.0123"), (5.2e-5, "5.2e−05"), (math.inf, "∞"), (0.0, "0")]
)
def test_losses_are_written_in_three_figures(value: float, text: str) -> None:
    assert loss_text(value) == text


def test_shares_and_gradients_are_written() -> None:
    assert [share_text(x) for x in (0.5, 0.995, 0.9999, 1.0)] == ["50 %", "99 %", "99 %", "100 %"]
    assert [gradient_text(x) for x in (0.0, -0.0123, 1e-9, math.nan)] == ["0", "−0.012", "1.0e−09", "∞"]
