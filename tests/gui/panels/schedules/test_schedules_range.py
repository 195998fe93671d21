"""The tab *Learning-rate schedules* in mode range test: the curve, the band, and the button that uses the η."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from engine.simulations.schedules import Compare, RangeTest
from engine.simulations.schedules_range import LOSS
from gui.panels.schedules import SchedulesPanel
from tests.gui.panels.schedules.experiments import DARK, LIGHT, RANGE, SMALL, Show, area_of, move
from tests.gui.widgets.pixels import pixels_of

LEFT = Qt.MouseButton.LeftButton


def test_the_loss_stands_at_the_rate_that_led_to_it(panel: SchedulesPanel, show: Show) -> None:
    timeline = show(RANGE, step=60)
    points, scene = panel.range_test.plot.trails.points[:, 0], timeline.scene
    assert len(points) == 121
    assert points[:, 0] == pytest.approx(np.log10(scene.rates))
    seen = np.isfinite(points[:, 1])
    assert points[seen, 1] == pytest.approx(np.log10(scene.course[seen, LOSS]))
    assert panel.range_test.plot.marks.place == pytest.approx(np.log10(scene.rates[60]))


def test_the_smoothed_curve_ends_at_the_cursor(panel: SchedulesPanel, show: Show) -> None:
    timeline = show(RANGE, step=60)
    for step in (61, 30):
        move(panel, timeline, step, fresh=step < 60)
        points = panel.range_test.plot.smooth.points[:, 0, 1]
        assert points == pytest.approx(np.log10(timeline.frame().smoothed), nan_ok=True)


def test_band_limit_and_suggestion_are_marked(panel: SchedulesPanel, show: Show) -> None:
    timeline = show(RANGE, step=100)
    band, marks = timeline.frame().band, panel.range_test.plot.range_marks
    assert band is not None
    assert marks.stretch is not None
    assert (10**marks.stretch.low, 10**marks.stretch.high) == pytest.approx((band.low, band.high))
    places = {mark.text.split(" =")[0]: 10**mark.place for mark in marks.marks}
    assert places["stability limit 2/λ"] == pytest.approx(0.1)
    assert places["suggested η"] == pytest.approx(band.suggested)
    rows = {row.name: row.values[0] for row in panel.range_test.inspector.numbers.rows}
    assert float(rows["suggested"]) == pytest.approx(band.suggested, rel=0.05)


def test_the_button_uses_the_suggested_rate_in_a_comparison(panel: SchedulesPanel, show: Show, qtbot: QtBot) -> None:
    timeline = show(RANGE, step=100)
    button = panel.range_test.inspector.button
    assert button.isEnabled()
    assert "η" in button.accessibleName()
    with qtbot.waitSignal(panel.edited) as edited:
        button.click()
    settings, path, done = edited.args
    assert (path, done) == ("mode.kind", True)
    assert settings.mode == Compare()
    assert settings.optimizer.learning_rate == pytest.approx(timeline.frame().band.suggested, rel=0.05)
    assert replace(settings, mode=RANGE.mode, optimizer=RANGE.optimizer) == RANGE


def test_without_a_band_there_is_nothing_to_use(panel: SchedulesPanel, show: Show) -> None:
    hopeless = replace(RANGE, mode=RangeTest(low=1e-6, high=1e-4), steps=20)
    timeline = show(hopeless, step=10)
    assert timeline.frame().band is None
    assert not panel.range_test.inspector.button.isEnabled()
    assert panel.range_test.plot.range_marks.stretch is None
    panel.range_test._take_rate()  # and nothing happens


def test_a_press_seeks_the_nearest_rate(panel: SchedulesPanel, show: Show, qtbot: QtBot) -> None:
    timeline = show(RANGE, step=60)
    plot = panel.range_test.plot
    middle = sum(plot.box.viewRange()[1]) / 2
    at = plot.mapFromScene(plot.box.mapViewToScene(QPointF(float(np.log10(timeline.scene.rates[90])), middle)))
    with qtbot.waitSignal(panel.seek_requested) as asked:
        QTest.mousePress(plot.viewport(), LEFT, pos=at)
    assert asked.args == [90]


def test_each_experiment_keeps_its_own_picture(panel: SchedulesPanel, show: Show) -> None:
    show(SMALL)
    assert panel.stack.currentWidget() is panel.compare
    assert set(panel._views) == {"compare"}  # the other one is made when it is first shown
    show(RANGE, step=60)
    assert panel.stack.currentWidget() is panel.range_test
    assert panel.compare.inspector.isHidden()
    assert not panel.range_test.inspector.isHidden()
    panel.set_view({"selected": 2, "hidden": []})
    show(SMALL)
    assert panel.view()["selected"] == 2


def test_another_theme_repaints_it(panel: SchedulesPanel, show: Show) -> None:
    show(RANGE, step=60)
    first = pixels_of(panel.grab().toImage())
    panel.set_theme(DARK)
    assert (pixels_of(panel.grab().toImage()) != first).any(axis=-1).mean() > 0.7
    panel.set_theme(LIGHT)
    assert np.array_equal(pixels_of(panel.grab().toImage()), first)


# -- words clear of lines ---------------------------------------------------------------------------------------------


def test_names_lie_on_no_line_but_their_own(panel: SchedulesPanel, show: Show) -> None:
    show(RANGE, step=120)
    plot = panel.range_test.plot
    marks, area = plot.range_marks, plot.box.sceneBoundingRect()
    assert marks.stretch is not None
    assert marks.leaving
    rows = [(marks.stretch.text, 0), *((mark.text, mark.row) for mark in marks.marks)]
    for text, row in rows:
        lines = [*marks.leaving, *(mark.place for mark in marks.marks if mark.row < row)]
        lines += [marks.stretch.low, marks.stretch.high] if row else []
        (low, high), _ = plot.box.viewRange()
        words = area_of(plot, text)
        for line in lines:
            x = area.left() + (line - low) / (high - low) * area.width()
            assert not words.left() < x < words.right(), (text, line)


def test_a_warning_has_no_green_bar(panel: SchedulesPanel, show: Show) -> None:
    timeline = show(replace(RANGE, steps=400), step=400)
    assert [verdict.severity for verdict in timeline.frame().verdicts] == ["good", "bad"]
    for card, colour, other in zip(
        panel.range_test.inspector.cards, (LIGHT.color(2), LIGHT.color("accent")), (LIGHT.color("accent"), LIGHT.color(2)),
        strict=True,
    ):  # fmt: skip
        bar = {tuple(pixel) for pixel in pixels_of(card.grab().toImage())[:, :20].reshape(-1, 3).tolist()}
        assert colour.getRgb()[:3] in bar
        assert other.getRgb()[:3] not in bar
