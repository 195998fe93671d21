"""Following a racer, and hovering over the points of trails."""

from __future__ import annotations

import time
from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QEnterEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from engine.simulations.race import RaceSettings
from engine.surfaces.typed import FormulaSurface
from gui.panels.race import RacePanel
from gui.panels.race.lens import CLOSEST, window_on, window_round
from gui.panels.race.trail_probe import REACH, TrailProbe
from gui.theme import load_theme
from gui.widgets.plot import Plot
from gui.widgets.trails import TrailStyle
from tests.gui.painted_texts import texts_of
from tests.gui.panels.race.stage import CHAPTER, LEFT, Show, move, place

DOMAIN = (-8.0, 2.0, -3.0, 3.0)


# -- windows ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("seed", range(6))
def test_a_window_holds_its_places_with_equal_units(seed: int) -> None:
    rng = np.random.default_rng(seed)
    for scale in (1e-2, 1e-1, 1.0, 10.0):
        places = [tuple(p) for p in (rng.uniform(-5, 5, 2) + scale * rng.standard_normal((4, 2))).tolist()]
        window = window_round(places, DOMAIN, (600.0, 350.0))
        assert window is not None
        x0, x1, y0, y1 = window
        assert (x1 - x0) / 600 == pytest.approx((y1 - y0) / 350)
        for x, y in places:
            assert x0 < x < x1
            assert y0 < y < y1


def test_a_window_stands_still_while_the_places_move_a_little() -> None:
    windows = {window_on(-3.0 + 0.001 * i, 1.0, DOMAIN, 8) for i in range(60)}
    assert len(windows) <= 2


@pytest.mark.parametrize("place", [(float("nan"), 0.0), (float("inf"), 0.0), (1e200, 0.0)])
def test_there_is_no_window_nowhere(place: tuple[float, float]) -> None:
    assert window_on(*place, DOMAIN, 8) is None
    assert window_round([place, (0.0, 0.0)], DOMAIN, (600.0, 350.0)) is None


# -- following --------------------------------------------------------------------------------------------------------


def test_f_follows_the_selected_racer_and_shows_all_again(panel: RacePanel, show: Show) -> None:
    timeline = show(step=0)
    QTest.keyClick(panel, Qt.Key.Key_F)
    assert panel.view()["follow"] == 8
    for step in range(31):
        move(panel, timeline, step, fresh=False)
        (x0, x1), (y0, y1) = panel.paths.surface.box.viewRange()
        assert x1 - x0 == pytest.approx(10 / 8)
        x, y = timeline.frame().positions[4]
        assert x0 + (x1 - x0) / 4 < x < x1 - (x1 - x0) / 4
        assert y0 + (y1 - y0) / 4 < y < y1 - (y1 - y0) / 4
    assert "Following Adam, 8×. F: whole surface" in [text.text for text in texts_of(panel.paths.surface)]
    panel.select("racers", 0)
    (x0, x1), _ = panel.paths.surface.box.viewRange()
    assert x0 < timeline.frame().positions[0, 0] < x1
    QTest.keyClick(panel, Qt.Key.Key_F)
    assert "follow" not in panel.view()
    assert panel.paths.surface.box.viewRange() == [[-8, 2], [-3, 3]]


def test_keys_and_wheel_change_how_closely(panel: RacePanel, show: Show) -> None:
    show(step=12)
    assert not panel.paths.press(Qt.Key.Key_Plus), "nobody is followed"
    wheel(panel, 120)
    assert "follow" not in panel.view()
    QTest.keyClick(panel, Qt.Key.Key_F)
    QTest.keyClick(panel, Qt.Key.Key_Plus)
    wheel(panel, 120)
    assert panel.view()["follow"] == 32
    QTest.keyClick(panel, Qt.Key.Key_Minus)
    wheel(panel, -120)
    assert panel.view()["follow"] == 8
    for _ in range(20):
        wheel(panel, 120)
    assert panel.view()["follow"] == CLOSEST


def wheel(panel: RacePanel, turn: int) -> None:
    plot = panel.paths.surface
    at = QPointF(plot.rect().center())
    event = QWheelEvent(
        at, plot.mapToGlobal(at), QPoint(), QPoint(0, turn), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(plot.viewport(), event)


def test_the_bar_comes_with_the_mouse_and_does_the_same(panel: RacePanel, show: Show) -> None:
    show(step=12)
    plot, bar = panel.paths.surface, panel.paths.follower.bar
    assert bar.isHidden()
    at = QPointF(plot.rect().center())
    QApplication.sendEvent(plot, QEnterEvent(at, at, at))
    assert bar.isVisible()
    assert bar.switch.text() == "follow Adam (F)"
    QTest.mouseClick(bar.switch, LEFT)
    assert panel.view()["follow"] == 8
    QTest.mouseClick(bar.nearer, LEFT)
    QTest.mouseClick(bar.farther, LEFT)
    QTest.mouseClick(bar.farther, LEFT)
    assert panel.view()["follow"] == 4
    assert plot.rect().contains(bar.geometry())
    QTest.mouseClick(bar.switch, LEFT)
    QApplication.sendEvent(plot, QEvent(QEvent.Type.Leave))
    assert bar.isHidden()
    assert "follow" not in panel.view()


@pytest.mark.parametrize("zoom", [0, -3, 2.5, True, "8", None, 10**9])
def test_a_zoom_that_is_none_shows_all(panel: RacePanel, show: Show, zoom: object) -> None:
    show(step=12)
    panel.set_view({"follow": zoom})
    assert "follow" not in panel.view()
    panel.set_view({"follow": 16})
    assert panel.view()["follow"] == 16


# -- hovering ---------------------------------------------------------------------------------------------------------


def test_every_point_of_every_trail_tells_its_step_and_numbers(panel: RacePanel, show: Show) -> None:
    timeline = show(step=10)
    plot, rows = panel.paths.surface, timeline.record.reshape(31, 5, 5)
    for racer, step in ((0, 3), (2, 7), (4, 25)):
        QTest.mouseMove(plot.viewport(), place(plot, *rows[step, racer, :2]))
        QApplication.processEvents()
        found = plot.probe.found
        assert found is not None
        there = place(plot, *found.place) - place(plot, *rows[step, racer, :2])
        assert there.manhattanLength() <= 2, "it, or one that covers it"
        x, y, loss, *_ = rows[found.step, found.trail]
        said = [text.text for text in texts_of(plot)]
        assert f"{CHAPTER.racers[found.trail].name} · step {found.step}" in said
        numbers = next(text for text in said if text.startswith("(") and "," in text)
        assert [float(n.replace("−", "-")) for n in numbers.strip("()").split(",")] == pytest.approx([x, y], abs=6e-3)
        told = next(text for text in said if text.startswith("f = "))
        assert float(told.removeprefix("f = ").replace("−", "-")) == pytest.approx(loss, rel=6e-3)


def test_beside_the_trails_and_over_hidden_ones_nothing_is_told(panel: RacePanel, show: Show) -> None:
    timeline = show(step=30)
    plot, rows = panel.paths.surface, timeline.record.reshape(31, 5, 5)
    QTest.mouseMove(plot.viewport(), place(plot, 1.6, -2.6))
    assert plot.probe.found is None
    for racer in range(5):
        panel.set_shown("racers", racer, False)
    QTest.mouseMove(plot.viewport(), place(plot, *rows[3, 0, :2]))
    QApplication.processEvents()
    assert plot.probe.found is None


def test_hovering_over_five_thousand_steps_does_not_lag(qapp: object) -> None:
    plot = Plot(load_theme("light"))
    probe = TrailProbe(load_theme("light"))
    plot.addItem(probe, ignoreBounds=True)
    plot.resize(600, 400)
    plot.set_span(-1, 1, -1, 1)
    points = np.random.default_rng(0).uniform(-1, 1, (5001, 5, 2))
    points[4000:, 2] = np.nan
    styles = [TrailStyle(i) for i in range(5)]
    times = []
    for x in np.linspace(-0.9, 0.9, 40):
        before = time.perf_counter()
        probe.look(points, styles, (x, 0.1))
        times.append(time.perf_counter() - before)
        assert probe.found is not None
        scale = np.array([plot.box.width(), plot.box.height()]) / 2
        gaps = np.hypot(*np.moveaxis((points - (x, 0.1)) * scale, -1, 0))
        assert gaps[probe.found.step, probe.found.trail] == np.nanmin(gaps) <= REACH
    assert np.median(times) < 0.008


# -- holes ------------------------------------------------------------------------------------------------------------


def test_a_racer_in_a_hole_stays_there_with_its_reason(panel: RacePanel, show: Show) -> None:
    surface = FormulaSurface(text="log(x+1)*2 + y^2 + 0.3*x", x0=-3, x1=3, y0=-2, y1=2)
    settings = replace(RaceSettings(), surface=surface, start=(1.5, 1.0), racers=CHAPTER.racers[:1])
    show(settings, 30)
    head = panel.paths.surface.markers.heads[0]
    assert head.ended
    assert head.x < -1
    assert head.away.startswith("in a hole at step ")
    assert any("fell into a hole" in text.text for text in texts_of(panel.paths.inspector.cards[0]))


def test_a_hole_is_hatched(panel: RacePanel, show: Show) -> None:
    from tests.gui.panels.race.stage import seen

    surface = FormulaSurface(text="log(x+1) + y^2", x0=-3, x1=3, y0=-2, y1=2)
    show(replace(RaceSettings(), surface=surface, start=(1.5, 1.0), racers=CHAPTER.racers[:1]), 0)
    plot = panel.paths.surface
    pixels = seen(plot)
    (left, top), (right, bottom) = (
        (p.x(), p.y()) for p in (place(plot, -2.8, 0.5), place(plot, -1.4, -1.5))
    )  # fmt: skip
    hole = pixels[top:bottom, left:right]
    line = hole[len(hole) // 2].sum(axis=1)
    assert len(set(line.tolist())) > 2
    turns = np.flatnonzero(np.diff((line < line.mean()).astype(int)) == 1)
    assert 7 <= np.median(np.diff(turns)) <= 11
