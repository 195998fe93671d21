"""The race as swarms: what is painted of where the starts end, what the hand can do, and what is kept as view."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import cast

import numpy as np
import pytest
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from engine.optimizers import SGD, Adam, Momentum, Optimizer, RMSprop
from engine.recipe import default_recipe
from engine.schedules import SCHEDULES
from engine.simulations.race import Racer, RaceSettings, Swarm
from engine.simulations.race_swarm import SwarmScene
from engine.simulations.race_swarm_verdicts import percent
from engine.surfaces import SURFACES
from engine.timeline import Timeline
from gui.main_window import MainWindow
from gui.panels.race import RacePanel
from gui.panels.race.swarm_arrivals import ArrivalsPlot
from gui.panels.race.swarm_colours import basin_image, hue_of, minimum_colour
from gui.panels.race.swarm_view import SwarmView
from gui.render import render
from tests.gui.panels.race.stage import DARK, LEFT, LIGHT, Show, color_at, is_near, move, place, seen

FOUR = (SGD(0.005), Momentum(0.005), RMSprop(0.1), Adam(0.3))


def swarms(*rules: Optimizer, surface: str = "himmelblau", starts: int = 900, steps: int = 120) -> RaceSettings:
    racers = tuple(Racer(rule.title, i, rule) for i, rule in enumerate(rules or FOUR))
    return RaceSettings(mode=Swarm(starts=starts), surface=SURFACES[surface](), racers=racers, steps=steps)


def view_of(panel: RacePanel) -> SwarmView:
    return cast(SwarmView, panel.view_of("swarm"))


def scene_of(timeline: Timeline) -> SwarmScene:
    return cast(SwarmScene, timeline.scene)


# -- colours ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_each_start_has_the_hue_of_its_minimum_lighter_where_sooner(qapp: object, theme: object) -> None:
    timeline = default_recipe("race").changed(settings=swarms(Momentum(0.005))).timeline()
    scene, look = scene_of(timeline), LIGHT if theme is LIGHT else DARK
    basins = scene.basins[0]
    image = basin_image(look, scene, basins)
    assert (image.width(), image.height()) == (30, 30)
    for kind in range(4):
        chosen = np.flatnonzero(basins.kind == kind)
        for end, name in (
            (chosen[basins.step[chosen].argmin()], "soon"),
            (chosen[basins.step[chosen].argmax()], "late"),
        ):
            j, i = divmod(int(end), 30)
            shade = (basins.step[end] - basins.quick) / (basins.slow - basins.quick)
            if shade <= 0 or shade >= 1:
                assert image.pixelColor(i, 29 - j) == minimum_colour(look, hue_of(kind, 4), name)
    soonest = image.pixelColor(*_pixel(int(basins.step.argmin())))
    assert soonest.lightness() >= max(image.pixelColor(*_pixel(n)).lightness() for n in range(0, 900, 31)) - 15


def _pixel(start: int) -> tuple[int, int]:
    j, i = divmod(start, 30)
    return i, 29 - j


def test_no_arrival_is_grey_and_divergence_a_hatch(panel: RacePanel, show: Show) -> None:
    show(swarms(SGD(1e-5), SGD(1.0)), step=0)
    view = view_of(panel)
    view.picked.emit(0)
    view.dots.click()
    assert is_near(color_at(view.basins, -5.3, 5.1), LIGHT.color("unsettled"), 12)
    view.picked.emit(1)
    box = seen(view.basins)[60:160, 80:180].reshape(-1, 3)
    soft, line = LIGHT.color("soft"), LIGHT.color("quiet")
    assert np.mean(np.abs(box - np.array(soft.getRgb()[:3])).max(axis=1) < 12) > 0.4
    assert np.mean(np.abs(box - np.array(line.getRgb()[:3])).max(axis=1) < 60) > 0.08
    states = [thumb.accessibleName() for thumb in view.thumbs[:2]]
    assert states == ["SGD: η 1e-05 · 100.0\u00a0% not arrived", "SGD: η 1 · 100.0\u00a0% diverge"]


def test_minima_without_a_number_share_a_hue(panel: RacePanel, show: Show) -> None:
    timeline = show(swarms(SGD(0.002), surface="rastrigin"))
    rows = view_of(panel).inspector.shares.rows
    assert [row.name for row in rows] == ["1 (0.00, 0.00)", "a local minimum", "not arrived", "diverged"]
    assert [hue_of(kind, 1) for kind in range(2)] == [0, 6]
    assert rows[1].values[1] == percent(scene_of(timeline).basins[0].shares[-1, 1])
    assert "a local minimum" in view_of(panel).key.accessibleName()


# -- what is shown ----------------------------------------------------------------------------------------------------


def test_dots_are_painted_where_the_starts_are(panel: RacePanel, show: Show) -> None:
    timeline = show(swarms(SGD(0.005)), step=0)
    view = view_of(panel)
    before = seen(view.basins).copy()
    for x, y in timeline.frame().tails[0, -1][::101].tolist():
        at = place(view.basins, x, y)
        assert QColor(*(int(part) for part in before[at.y(), at.x()])).lightness() < 110
    view.dots.click()
    assert not view.basins.item.dots
    assert (seen(view.basins) != before).any()
    assert panel.view()["swarm"] == {"dots": False}


def test_the_column_tells_the_shares_by_now_and_at_the_end(panel: RacePanel, show: Show) -> None:
    timeline = show(swarms(), step=40)
    panel.select("racers", 1)
    inspector, basins = view_of(panel).inspector, scene_of(timeline).basins[1]
    rows = inspector.shares.rows
    for kind in range(4):
        assert rows[kind].values == (percent(basins.shares[40, kind]), percent(basins.shares[-1, kind]))
    assert rows[4].values == (percent(1 - basins.shares[40].sum()), percent(basins.moving))
    assert inspector.heading.accessibleName() == "Swarm Momentum · step 40"
    table = {row.name: row for row in inspector.table.rows}
    for name, each in zip(("SGD", "Momentum", "RMSprop", "Adam"), scene_of(timeline).basins, strict=True):
        assert table[name].values == (f"{each.median:.0f}", percent(each.nearest), percent(1 - each.arrived))
    assert table["Momentum"].bold
    assert inspector.cards[0].title
    assert "0.05" in inspector.rule.text()
    move(panel, timeline, 41)
    assert inspector.shares.rows[0].values[0] == percent(basins.shares[41, 0])


def test_at_the_last_step_there_is_one_column_of_shares(panel: RacePanel, show: Show) -> None:
    timeline = show(swarms(), step=119)
    shares = view_of(panel).inspector.shares
    assert shares.accessibleName().endswith("by 119 by 120")
    move(panel, timeline, 120)
    assert "by 120" in shares.accessibleName()
    assert shares.accessibleName().count("by") == 1
    assert [len(row.values) for row in shares.rows] == [1] * 6


def test_the_chapters_five_all_run_and_adam_is_seen(panel: RacePanel, show: Show) -> None:
    show(RaceSettings(mode=Swarm(starts=100)), step=30)
    panel.select("racers", 4)
    view = view_of(panel)
    assert view.swarm == 4
    assert [thumb.isVisible() for thumb in view.thumbs] == [True] * 5 + [False]


def test_the_key_counts_the_steps_of_the_swarm_in_sight(panel: RacePanel, show: Show) -> None:
    timeline = show(swarms(), step=3)
    for number, basins in enumerate(scene_of(timeline).basins):
        panel.select("racers", number)
        steps = sorted({basins.quick, basins.median, basins.slow})
        told = ", ".join(f"{step:.0f}" for step in steps)
        assert told in view_of(panel).key.accessibleName()


def test_areas_are_the_shares_on_top_of_one_another(panel: RacePanel, show: Show) -> None:
    timeline = show(swarms(SGD(0.005)), step=10)
    plot = view_of(panel).arrivals
    shares = scene_of(timeline).basins[0].shares
    np.testing.assert_allclose(plot.stack.bounds[-1], shares.sum(axis=1))
    assert plot.box.viewRange() == [[0, 120], [0, 100]]
    assert plot.marks.place == 10
    for kind in range(4):
        middle = 100 * (shares[60, :kind].sum() + shares[60, kind] / 2)
        hue = LIGHT.blend(f"minimum_{kind}_late", 0.28)
        assert is_near(color_at(plot, 60, middle), hue, 10)


def test_at_most_six_run_and_that_is_said(panel: RacePanel, show: Show) -> None:
    timeline = show(swarms(*FOUR, SGD(0.001), Adam(0.01), SGD(0.002)), step=5)
    view = view_of(panel)
    panel.select("racers", 5)
    assert view.swarm == 5
    panel.select("racers", 6)
    arrived = [basins.arrived for basins in scene_of(timeline).basins]
    assert view.swarm == int(np.argmax(arrived)) > 0
    assert "first 6 racers" in view.inspector.note.text()
    assert [thumb.isChecked() for thumb in view.thumbs] == [i == view.swarm for i in range(6)]
    show(replace(swarms(SGD(0.005), surface="saddle"), steps=5000), step=5)
    assert "2000 steps at most" in view.inspector.note.text()
    assert "median" not in view.inspector.note.text()
    racer = replace(swarms().racers[0], schedule=SCHEDULES["reduce_on_plateau"]())
    show(replace(swarms(), racers=(racer,)), step=5)
    assert "median of all starts" in view.inspector.note.text()


def test_hidden_racers_are_left_out(panel: RacePanel, show: Show) -> None:
    show(swarms(), step=5)
    view = view_of(panel)
    panel.select("racers", 1)
    panel.set_shown("racers", 2, False)
    assert [thumb.isVisible() for thumb in view.thumbs[:4]] == [True, True, False, True]
    assert [row.name for row in view.inspector.table.rows] == ["SGD", "Momentum", "Adam"]


@pytest.mark.parametrize("surface", SURFACES)
def test_every_surface_has_a_picture(panel: RacePanel, show: Show, surface: str) -> None:
    timeline = show(swarms(surface=surface, starts=100, steps=20), step=20)
    view = view_of(panel)
    assert view.thumbs[3].image.width() == 10
    x0, x1, y0, y1 = timeline.settings.surface.domain
    assert view.basins.box.viewRange() == [[x0, x1], [y0, y1]]
    assert view.inspector.cards[0].title


# -- the hand ---------------------------------------------------------------------------------------------------------


def test_small_pictures_and_the_table_pick_racers(panel: RacePanel, show: Show, qtbot: QtBot) -> None:
    show(swarms(), step=5)
    view = view_of(panel)
    with qtbot.waitSignal(panel.selected) as picked:
        QTest.mouseClick(view.thumbs[2], LEFT)
    assert picked.args == ["racers", 2]
    assert view.swarm == 2
    assert [thumb.isChecked() for thumb in view.thumbs[:4]] == [False, False, True, False]
    with qtbot.waitSignal(panel.selected) as picked:
        view.inspector.table.row_clicked.emit(3)
    assert picked.args == ["racers", 3]
    assert view.swarm == 3


def test_a_click_shows_the_way_of_a_start_and_another_hides_it(panel: RacePanel, show: Show, qtbot: QtBot) -> None:
    timeline = show(swarms(), step=5)
    view, scene = view_of(panel), scene_of(timeline)
    panel.select("racers", 3)
    start = 137
    at = place(view.basins, *scene.starts[start].tolist())
    with qtbot.waitSignal(panel.view_changed):
        QTest.mouseClick(view.basins.viewport(), LEFT, pos=at)
    np.testing.assert_array_equal(view.basins.item.way, scene.path(3, start))
    assert panel.view()["swarm"] == {"start": start}
    assert "hide" in view.key_title.text()
    panel.select("racers", 0)
    np.testing.assert_array_equal(view.basins.item.way, scene.path(0, start))
    QTest.mouseClick(view.basins.viewport(), LEFT, pos=at)
    assert len(view.basins.item.way) == 0
    assert "swarm" not in panel.view()


@pytest.mark.parametrize("odd", [None, -1, True, "7", 900, 3.5, [1]])
def test_an_odd_view_is_ignored(panel: RacePanel, show: Show, odd: object) -> None:
    show(swarms(SGD(0.005)), step=5)
    panel.set_view({"swarm": {"start": odd, "dots": "no"}})
    assert len(view_of(panel).basins.item.way) == 0
    assert view_of(panel).dots.isChecked()
    panel.set_view({"swarm": {"start": 12, "dots": False}})
    assert len(view_of(panel).basins.item.way) == 121
    assert not view_of(panel).dots.isChecked()


def test_pointing_at_the_areas_goes_to_that_step(panel: RacePanel, show: Show, qtbot: QtBot) -> None:
    show(swarms(SGD(0.005)), step=5)
    plot: ArrivalsPlot = view_of(panel).arrivals
    with qtbot.waitSignal(panel.seek_requested) as sought:
        QTest.mouseClick(plot.viewport(), LEFT, pos=place(plot, 70, 50))
    assert sought.args[0] == pytest.approx(70, abs=1)


def test_theme_and_language_reach_every_part(panel: RacePanel, show: Show) -> None:
    show(swarms(SGD(0.005)), step=60)
    view = view_of(panel)
    light = seen(view.arrivals).copy()
    panel.set_theme(DARK)
    assert view.thumbs[0].image.pixelColor(*_pixel(465)) != QColor("#ffffff")
    assert is_near(color_at(view.arrivals, 2, 98), DARK.color("paper"), 6)
    assert (seen(view.arrivals) != light).any()
    panel.retranslate()
    assert view.basins.accessibleName() == "Where each start ends"


def test_in_the_window_the_segment_opens_the_swarm(window: MainWindow, qtbot: QtBot) -> None:
    panel, session = window.page.panel, window.page.session
    panel.pictures.chosen.emit("swarm")
    qtbot.waitUntil(lambda: session.runs[0].settings.mode.kind == "swarm" and not session.waiting, timeout=20_000)
    view = view_of(panel)
    assert panel.stack.currentWidget() is view
    assert view.thumbs[0].isVisible()
    assert session.undo_stack.count() == 1
    window.undo()
    qtbot.waitUntil(lambda: session.runs[0].settings.mode.kind == "paths", timeout=20_000)


@pytest.mark.parametrize("ending", ["svg", "png"])
def test_it_is_exported(qapp: object, tmp_path: Path, ending: str) -> None:
    settings = swarms(Momentum(0.005), SGD(1.0), starts=400, steps=40)
    recipe = default_recipe("race").changed(settings=settings, step=20, view={"selected": 0, "swarm": {"start": 3}})
    out = tmp_path / f"swarm.{ending}"
    render(recipe, out, size=(900, 640))
    assert out.stat().st_size > 5000
