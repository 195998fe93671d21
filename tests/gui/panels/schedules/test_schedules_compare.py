"""The tab *Learning-rate schedules* in mode compare: what the picture shows, and what the hand can do."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QGuiApplication, QTextCursor
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from engine.optimizers import Momentum
from engine.schedules import Constant
from engine.simulations.schedules import ScheduleEntry
from engine.simulations.schedules_record import ACCURACY, LOSS, Y, rows_of
from gui.panels.schedules import SchedulesPanel
from gui.panels.schedules.standing import StandingPicture
from gui.panels.schedules.step_plot import RIGHT_MARGIN, StepPlot
from tests.gui.painted_texts import texts_of
from tests.gui.panels.schedules.experiments import (
    ADAM,
    DARK,
    HOT,
    LIGHT,
    NETWORK,
    SCHEDULES,
    SMALL,
    Show,
    area_of,
    move,
)
from tests.gui.widgets.pixels import pixels_of

LEFT = Qt.MouseButton.LeftButton
# Beyond this the caption stands beside the pill of a first step.
STEP_ROOM = 70


def curves(plot: StepPlot) -> dict[int | str, np.ndarray]:
    """The points of the curves that are not dashed, (steps known, 2), by colour."""
    points = plot.trails.points
    return {c.colour: points[:, i] for i, c in enumerate(plot._curves) if not c.dashed}


# -- what is shown ----------------------------------------------------------------------------------------------------


def test_the_curves_are_the_factors_and_the_losses_of_the_run(panel: SchedulesPanel, show: Show) -> None:
    timeline = show(step=40)
    rows = rows_of(timeline.record, len(SCHEDULES))
    rates, losses = curves(panel.compare.rate_plot), curves(panel.compare.loss_plot)
    for i, entry in enumerate(SCHEDULES):
        assert np.array_equal(rates[entry.colour][:, 0], np.arange(41))
        assert losses[entry.colour][:, 1] == pytest.approx(np.log10(rows[:, i, LOSS]))
    assert rates[3][10, 1] == pytest.approx(0.08 * (1 + math.cos(math.pi / 4)) / 2)
    assert rates[4][4, 1] == pytest.approx(0.08 * 5 / 10)


def test_a_run_solved_beforehand_shows_its_future_from_the_start(panel: SchedulesPanel, show: Show) -> None:
    timeline = show(step=0)
    assert timeline.reached == 0
    assert timeline.scene.course is not None
    for plot in panel.compare.plots[:3]:
        assert len(plot.trails.points) == 41
        assert plot.trails.step == 0
    assert panel.compare.inspector.ranking.rows[0].values[1] != "…"


def test_the_future_of_a_network_grows_when_progress_is_told(panel: SchedulesPanel, show: Show) -> None:
    timeline = show(NETWORK, step=5, ahead=3)
    assert timeline.scene.course is None
    plot = panel.compare.share_plot
    assert (len(plot.trails.points), plot.trails.step) == (9, 5)
    timeline.seek(14)
    panel.show_progress()
    assert (len(plot.trails.points), plot.trails.step) == (15, 5)
    rows = rows_of(timeline.record, len(SCHEDULES))
    assert np.array_equal(curves(plot)[3][:, 1], rows[:15, 1, ACCURACY])
    assert panel.compare.inspector.ranking.rows[0].values[1] == "…"


def test_in_play_the_future_is_not_drawn_again_at_every_frame(panel: SchedulesPanel, show: Show) -> None:
    timeline = show(NETWORK, step=5, ahead=3)
    timeline.seek(14)
    move(panel, timeline, 6, fresh=False)
    assert len(panel.compare.share_plot.trails.points) == 9
    move(panel, timeline, 14, fresh=False)
    assert len(panel.compare.share_plot.trails.points) == 15


def test_limit_and_floor_are_marked_where_theory_has_them(panel: SchedulesPanel, show: Show) -> None:
    show()
    (limit,), (floor,) = panel.compare.rate_plot.levels.levels, panel.compare.loss_plot.levels.levels
    assert limit.value == pytest.approx(2 / 20)  # the bowl's curvatures are 2 and 20
    # Σ over directions of ησ²/(2(2 − ηλ)), as in the design.
    assert 10**floor.value == pytest.approx(sum(0.08 / (2 * (2 - 0.08 * c)) for c in (2, 20)))
    assert "0.10" in limit.text
    assert "0.12" in floor.text
    show(ADAM)
    assert panel.compare.rate_plot.levels.levels == ()
    assert panel.compare.loss_plot.levels.levels == ()


def test_the_limits_name_hides_no_curve(panel: SchedulesPanel, show: Show) -> None:
    show(step=400)
    plot = panel.compare.rate_plot
    (limit,) = plot.levels.levels
    assert not limit.veil
    area = area_of(plot, limit.text)
    _, (low, high) = plot.box.viewRange()
    box = plot.box.sceneBoundingRect()
    constant, line = (box.bottom() - (value - low) / (high - low) * box.height() for value in (0.08, limit.value))
    assert area.bottom() <= line + 1 < constant
    show(replace(SMALL, optimizer=replace(SMALL.optimizer, learning_rate=0.12)))
    assert plot.levels.levels[0].below


def test_the_step_stays_within_the_plots_edges(panel: SchedulesPanel, show: Show) -> None:
    timeline = show(step=1)
    move(panel, timeline, timeline.length)
    head = panel.compare.head
    pill = next(text.area for text in texts_of(head) if text.text == f"step {timeline.length}")
    assert pill.right() < head.width() - RIGHT_MARGIN


def test_all_that_overflows_is_written_alike(panel: SchedulesPanel, show: Show) -> None:
    show(replace(SMALL, optimizer=replace(SMALL.optimizer, learning_rate=9.0), steps=400), step=400)
    values = {value for row in panel.compare.inspector.ranking.rows for value in row.values}
    assert "∞" in values
    assert "—" not in values


def test_a_limit_far_above_presses_nothing_flat(panel: SchedulesPanel, show: Show) -> None:
    show(replace(SMALL, optimizer=replace(SMALL.optimizer, learning_rate=0.001)))
    assert panel.compare.rate_plot.levels.levels == ()
    assert panel.compare.rate_plot.box.viewRange()[1][1] < 0.002


def test_what_breaks_loose_leaves_the_picture(panel: SchedulesPanel, show: Show) -> None:
    show(HOT, step=40)
    low, high = panel.compare.loss_plot.box.viewRange()[1]
    assert high <= 6
    assert low >= -6
    corners = [picture.corner for picture in panel.compare.standing.pictures[:4]]
    assert corners[0] == "0 / 8"


def test_without_theory_a_run_that_overflows_leaves_the_picture_too(panel: SchedulesPanel, show: Show) -> None:
    momentum = Momentum(learning_rate=1.0, momentum=0.9)
    show(replace(SMALL, optimizer=momentum, steps=500), step=500)
    low, high = panel.compare.place_plot.box.viewRange()[1]
    assert -10 <= low < high <= 10


def test_the_place_is_that_of_run_1_and_dashed_lines_stand_two_deviations_off(
    panel: SchedulesPanel, show: Show
) -> None:
    timeline = show()
    panel.select("schedules", 1)
    rows, plot = rows_of(timeline.record, len(SCHEDULES)), panel.compare.place_plot
    shown = curves(plot)
    assert set(shown) == {0, 3}
    assert np.array_equal(shown[3][:13, 1], rows[:13, 1, Y])
    assert np.array_equal(shown[0][:13, 1], rows[:13, 0, Y])
    dashed = plot.trails.points[:, 2:, 1]
    drawn = np.isfinite(dashed)
    assert 0.3 < drawn.mean() < 0.9  # with gaps
    expected = 2 * timeline.scene.bands[1, :, 1]
    assert dashed[drawn[:, 0], 0] == pytest.approx(expected[drawn[:, 0]])
    assert dashed[drawn[:, 1], 1] == pytest.approx(-expected[drawn[:, 1]])


def test_the_ranking_keeps_the_order_of_the_end(panel: SchedulesPanel, show: Show) -> None:
    timeline = show(step=3)
    ending = timeline.frame().ending
    names = [row.name for row in panel.compare.inspector.ranking.rows]
    titles = ["Constant", "Cosine", "Warm-up + cosine", "Reduce on plateau"]
    assert names == [titles[i] for i in ending.order]
    last = [float(row.values[1]) for row in panel.compare.inspector.ranking.rows]
    assert last == sorted(last)


def test_the_pictures_tell_how_many_runs_they_hold(panel: SchedulesPanel, show: Show) -> None:
    timeline = show(step=0)
    assert {picture.corner for picture in panel.compare.standing.pictures[:4]} == {"0 / 8"}
    move(panel, timeline, 40)
    assert panel.compare.standing.pictures[1].corner == ""
    assert "8" in panel.compare.standing.pictures[1].accessibleDescription()


def test_the_dots_stand_where_the_runs_are(panel: SchedulesPanel, show: Show) -> None:
    timeline = show(step=40)
    picture: StandingPicture = panel.compare.standing.pictures[1]
    seen, box, view = pixels_of(picture.grab().toImage()), picture.square, timeline.scene.surface
    series = np.array(LIGHT.series(3).getRgb()[:3])
    for x, y in timeline.frame().positions[1][1:]:
        column = box.left() + box.width() * ((x - view.minimum[0]) / view.reach + 1) / 2
        row = box.top() + box.height() * (1 - (y - view.minimum[1]) / view.reach) / 2
        around = seen[round(row) - 3 : round(row) + 4, round(column) - 3 : round(column) + 4].reshape(-1, 3)
        covered = np.hypot(x, y) < 0.15 * view.reach  # below the cross
        assert covered or (np.abs(around.astype(int) - series).sum(axis=1) < 60).any()


def test_a_network_shows_its_answers_and_its_share(panel: SchedulesPanel, show: Show) -> None:
    timeline = show(NETWORK, step=20)
    assert panel.compare.pages.currentWidget() is panel.compare.share_plot
    picture = panel.compare.standing.pictures[0]
    assert picture._image.width() == timeline.frame().answers.shape[2]
    assert picture.corner == f"{100 * timeline.frame().state.accuracies[0, 0]:.0f} %"


def test_losses_within_a_decade_are_not_pressed_flat(panel: SchedulesPanel, show: Show) -> None:
    timeline = show(NETWORK, step=20)
    losses = rows_of(timeline.record, len(SCHEDULES))[:, :, LOSS]
    low, high = panel.compare.loss_plot.box.viewRange()[1]
    assert low < np.log10(losses.min())
    assert high > np.log10(losses.max())
    assert high - low < np.ptp(np.log10(losses)) + 1
    ticks = panel.compare.loss_plot.getAxis("left")._tickLevels[0]
    assert len(ticks) >= 2
    assert all(10**place == pytest.approx(float(text)) for place, text in ticks)
    show()  # and whole decades again
    assert panel.compare.loss_plot.getAxis("left")._tickLevels is None


def test_two_schedules_of_one_kind_are_told_apart(panel: SchedulesPanel, show: Show) -> None:
    show(replace(SMALL, schedules=(SCHEDULES[0], ScheduleEntry(schedule=Constant(), colour=5))))
    assert [p.text() for p in panel.compare.standing.pictures[:2]] == ["Constant", "Constant 2"]


# -- the hand ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("place", [0, 1, 2])
def test_a_press_or_a_drag_in_a_plot_seeks(panel: SchedulesPanel, show: Show, qtbot: QtBot, place: int) -> None:
    show()
    plot = panel.compare.plots[place]
    (low, high) = plot.box.viewRange()[1]
    at = plot.mapFromScene(plot.box.mapViewToScene(QPointF(27.2, (low + high) / 2)))
    with qtbot.waitSignal(panel.seek_requested) as asked:
        QTest.mousePress(plot.viewport(), LEFT, pos=at)
    assert asked.args == [27]
    QTest.mouseRelease(plot.viewport(), LEFT, pos=at)
    with qtbot.waitSignal(panel.seek_requested) as asked:
        plot.dragged.emit(99.0, 0.0, False)
    assert asked.args == [40]


def test_a_picture_picks_its_schedule(panel: SchedulesPanel, show: Show, qtbot: QtBot) -> None:
    show()
    with qtbot.waitSignal(panel.selected) as picked:
        panel.compare.standing.pictures[2].click()
    assert picked.args == ["schedules", 2]
    assert panel.view()["selected"] == 2
    assert [p.isChecked() for p in panel.compare.standing.pictures[:4]] == [False, False, True, False]
    assert "Warm-up" in panel.compare.inspector.heading.accessibleName()
    widths = {curve.colour: curve.width for curve in panel.compare.loss_plot._curves}
    assert max(widths, key=lambda colour: widths[colour]) == 4
    assert panel.compare.loss_plot._curves[-1].colour == 4
    panel.compare.standing.pictures[2].click()  # once more: it stays
    assert panel.compare.standing.pictures[2].isChecked()


def test_a_row_of_the_ranking_picks_its_schedule(panel: SchedulesPanel, show: Show, qtbot: QtBot) -> None:
    timeline = show()
    with qtbot.waitSignal(panel.selected) as picked:
        panel.compare.inspector.ranking.row_clicked.emit(1)
    assert picked.args == ["schedules", timeline.frame().ending.order[1]]


def test_a_hidden_schedule_is_seen_nowhere(panel: SchedulesPanel, show: Show) -> None:
    show()
    panel.set_shown("schedules", 2, False)
    assert panel.view()["hidden"] == [2]
    assert panel.compare.standing.pictures[2].isHidden()
    assert "Warm-up + cosine" not in [row.name for row in panel.compare.inspector.ranking.rows]
    assert [c.colour for c in panel.compare.rate_plot._curves if not c.shown] == [4]
    panel.set_shown("schedules", 2, True)
    assert not panel.compare.standing.pictures[2].isHidden()


def test_a_view_comes_back_and_what_does_not_fit_is_ignored(panel: SchedulesPanel, show: Show) -> None:
    show()
    panel.set_view({"selected": 1, "hidden": [0, 3]})
    assert panel.view() == {"selected": 1, "hidden": [0, 3]}
    for bad in ({"selected": True}, {"selected": -1}, {"selected": "2"}, {"hidden": 4}, {"hidden": [9, None]}, {}):
        panel.set_view(bad)
        assert panel.view()["selected"] == 1
    panel.set_view({"selected": 7})
    assert panel.view()["selected"] == 3  # there are no more


def test_the_code_is_copied_as_it_is(panel: SchedulesPanel, show: Show) -> None:
    timeline = show()
    panel.select("schedules", 2)
    box, line = panel.compare.inspector.torch, timeline.scene.lines[2].text
    assert box.copy.accessibleName()
    box.copy.click()
    assert QGuiApplication.clipboard().text() == line
    cursor = box.code.textCursor()
    cursor.select(QTextCursor.SelectionType.Document)
    box.code.setTextCursor(cursor)
    box.code.copy()
    assert QGuiApplication.clipboard().text() == line
    assert box.code.isReadOnly()


# -- theme, language --------------------------------------------------------------------------------------------------


def test_another_theme_repaints_everything_and_the_first_one_comes_back(panel: SchedulesPanel, show: Show) -> None:
    show()
    first, right = (pixels_of(part.grab().toImage()) for part in (panel, panel.right))
    panel.set_theme(DARK)
    assert (pixels_of(panel.grab().toImage()) != first).any(axis=-1).mean() > 0.7
    assert (pixels_of(panel.right.grab().toImage()) != right).any(axis=-1).mean() > 0.02
    panel.set_theme(LIGHT)
    assert np.array_equal(pixels_of(panel.grab().toImage()), first)


def test_a_step_is_the_same_picture_however_it_was_reached(panel: SchedulesPanel, show: Show) -> None:
    timeline = show(step=0)
    panel.grab()
    for step in range(1, 25):
        move(panel, timeline, step, fresh=False)
        panel.grab()
    played = pixels_of(panel.grab().toImage())
    for step in (40, 24):
        move(panel, timeline, step)
    jumped = pixels_of(panel.grab().toImage())
    assert (played != jumped).any(axis=-1).mean() < 0.003


def test_everything_the_hand_can_reach_has_a_name(panel: SchedulesPanel, show: Show) -> None:
    show()
    view = panel.compare
    for part in (*view.plots, *view.standing.pictures[:4], view.inspector.torch.copy, view.inspector.torch.code):
        assert part.accessibleName()


def test_the_step_stands_above_the_cursor_and_the_caption_makes_room(panel: SchedulesPanel, show: Show) -> None:
    timeline = show(step=1)
    assert panel.compare.head.step_text == "step 1"
    caption = next(text for text in texts_of(panel.compare.head) if "Learning" in text.text)
    assert caption.area.left() > STEP_ROOM
    move(panel, timeline, 30)
    caption = next(text for text in texts_of(panel.compare.head) if "Learning" in text.text)
    assert caption.area.left() < STEP_ROOM
    assert panel.compare.head.accessibleName() == "Learning rate η, step 30"
