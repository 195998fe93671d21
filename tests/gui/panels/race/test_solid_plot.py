"""The race in three dimensions as it is seen and handled: marks, trails, words, mouse, keys, what is remembered."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from engine.parameter import replace_at
from engine.recipe import default_recipe
from engine.simulations.race import RaceSettings
from engine.simulations.race_paths import WIDTH
from gui.main_window import MainWindow
from gui.panels.base import plots_of
from gui.panels.race import RacePanel
from gui.panels.race.solid_plot import SolidPlot
from gui.panels.race.solid_space import STANDARD, Camera
from gui.render import render
from tests.gui.painted_texts import texts_of
from tests.gui.panels.race.stage import CHAPTER, DARK, LEFT, LIGHT, Show, held_move, is_near, move, nesterov, seen
from tests.gui.widgets.pixels import near

ABOVE = Camera(0.0, 88.0)


@pytest.fixture
def plot(panel: RacePanel, show: Show) -> SolidPlot:
    """The picture in three dimensions of the chapter's race at step 12."""
    show(step=12)
    panel.paths.show_solid(True)
    panel.grab()
    return panel.paths.solid_view.plot


def on(kind: str, steps: int = 30) -> RaceSettings:
    """A race on another surface, from where that begins well."""
    return replace_at(replace(CHAPTER, steps=steps), "surface.kind", kind).following("surface.kind")


def at(plot: SolidPlot, x: float, y: float) -> QPoint:
    """Where data on the surface stand in the plot's viewport."""
    left, top, _ = plot.still.sight(plot._mapping()).point(x, y)
    corner = plot.mapFromScene(plot.box.mapRectToScene(plot.box.boundingRect()).toAlignedRect().topLeft())
    return QPoint(round(left), round(top)) + corner


def color_at(plot: SolidPlot, x: float, y: float) -> QColor:
    place = at(plot, x, y)
    return QColor(*(int(part) for part in seen(plot)[place.y(), place.x()]))


def pull(plot: SolidPlot, *points: QPoint) -> None:
    """Press, move and let go."""
    viewport = plot.viewport()
    QTest.mousePress(viewport, LEFT, pos=points[0])
    for point in points[1:]:
        held_move(viewport, point)
    QTest.mouseRelease(viewport, LEFT, pos=points[-1])


def turn_wheel(plot: SolidPlot, notches: int) -> None:
    place = QPointF(plot.viewport().rect().center())
    event = QWheelEvent(
        place, plot.viewport().mapToGlobal(place), QPoint(), QPoint(0, 120 * notches), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(plot.viewport(), event)


# -- seen -------------------------------------------------------------------------------------------------------------


def test_it_stands_where_the_picture_from_above_stood(panel: RacePanel, show: Show) -> None:
    show(step=12)
    panel.grab()
    flat, curves = panel.paths.surface.geometry(), panel.paths.curves.geometry()
    assert [type(each).__name__ for each in plots_of(panel)] == ["SurfacePlot", "CurvesPlot"]
    panel.paths.show_solid(True)
    panel.grab()
    assert panel.paths.solid_view.geometry() == flat
    assert panel.paths.curves.geometry() == curves
    assert {type(each).__name__ for each in plots_of(panel)} == {"SolidPlot", "CurvesPlot"}
    panel.paths.show_solid(False)
    panel.grab()
    assert panel.paths.surface.geometry() == flat
    assert {type(each).__name__ for each in plots_of(panel)} == {"SurfacePlot", "CurvesPlot"}


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("camera", [STANDARD, ABOVE, Camera(-60.0, 60.0, 1.5)])
def test_every_racer_stands_on_the_surface_in_its_colour(
    panel: RacePanel, plot: SolidPlot, theme: Any, camera: Camera  # noqa: ANN401
) -> None:  # fmt: skip
    panel.set_theme(theme)
    plot.show_from(camera)
    heads = {head.index: head for head in plot.markers.heads}
    assert len(heads) == 5
    for index, racer in enumerate(CHAPTER.racers):
        assert is_near(color_at(plot, heads[index].x, heads[index].y), theme.series(racer.colour)), racer.name


def test_names_of_axes_racers_and_marks_are_written(plot: SolidPlot) -> None:
    said = [text.text for text in texts_of(plot)]
    for name in ("x", "y", "f", "−8", "2", "50", "100", "SGD", "Momentum", "Adam", "start — drag me", "optimum"):
        assert name in said, name
    assert not [word for word in said if "scale" in word]


def test_the_sentence_ends_in_line_with_the_plots_below(panel: RacePanel, plot: SolidPlot) -> None:
    note = [text for text in texts_of(plot) if text.text == panel.paths.solid_view.plot.markers.note]
    areas = [text.area for text in note] or [text.area for text in texts_of(plot) if "overshoots" in text.text]
    assert areas
    assert max(area.right() for area in areas) <= plot.width() - 18


def test_where_heights_are_roots_the_axis_says_so_and_its_numbers_are_of_f(panel: RacePanel, show: Show) -> None:
    show(on("rosenbrock"), step=12)
    panel.paths.show_solid(True)
    said = [text.text for text in texts_of(panel.paths.solid_view.plot)]
    assert "square-root scale" in said
    assert {"0", "200", "2000"} <= set(said)


@pytest.mark.parametrize("kind", ["elliptic_bowl", "rosenbrock", "himmelblau", "saddle", "rastrigin"])
def test_no_words_lie_on_others(panel: RacePanel, show: Show, kind: str) -> None:
    timeline = show(on(kind), step=0)
    panel.paths.show_solid(True)
    plot = panel.paths.solid_view.plot
    panel.grab()
    for step in (0, 3, 12, 30):
        move(panel, timeline, step)
        texts = [text for text in texts_of(plot) if plot.rect().contains(text.area.toAlignedRect())]
        hits = [(a.text, b.text) for i, a in enumerate(texts) for b in texts[:i] if a.area.intersects(b.area)]
        assert hits == []


def test_trails_are_drawn_to_the_cursor_and_faded_after_it(panel: RacePanel, show: Show) -> None:
    timeline = show(step=3)
    panel.paths.show_solid(True)
    plot = panel.paths.solid_view.plot
    plot.show_from(ABOVE)
    panel.grab()
    panel.grab()
    sgd = timeline.record.reshape(31, 5, WIDTH)[:, 0, :2]
    blue = LIGHT.series(0)
    assert is_near(color_at(plot, *((sgd[2] + sgd[3]) / 2)), blue, 90)
    faded = color_at(plot, *((sgd[8] + sgd[9]) / 2))
    assert not is_near(faded, blue, 90)
    assert not is_near(faded, color_at(plot, -7.5, -2.5), 12)


def test_what_is_behind_a_hill_is_not_drawn(panel: RacePanel, show: Show) -> None:
    show(step=30)
    panel.paths.show_solid(True)
    plot = panel.paths.solid_view.plot
    plot.markers.setVisible(False)
    counts = []
    for camera in (Camera(0.0, 75.0), Camera(0.0, 8.0)):
        plot.show_from(camera)
        counts.append(int(near(seen(plot), LIGHT.series(4), 30).sum()))
    assert counts[0] > 200, "Adam's way down the slope"
    assert counts[1] < counts[0] / 10, "of which the near wall of the bowl hides all but the upper end"


def test_a_mark_behind_a_hill_is_faint(plot: SolidPlot) -> None:
    assert plot.still.sight(plot._mapping()).point(*CHAPTER.start)[2]
    plot.show_from(Camera(0.0, 8.0))
    low = plot.markers.heads[3]
    assert not plot.still.sight(plot._mapping()).point(low.x, low.y)[2]
    shown = color_at(plot, low.x, low.y)
    assert not is_near(shown, LIGHT.series(3))


def test_trails_throw_shadows_on_the_floor(plot: SolidPlot) -> None:
    plot.show_from(Camera(0.0, 20.0))
    shadows = [pen.color() for pen in plot.trails._shadows]
    assert near(seen(plot), shadows[1], 25).sum() > 20


def test_a_racer_outside_is_marked_on_the_edge(panel: RacePanel, show: Show) -> None:
    show(nesterov(30), step=2)
    panel.paths.show_solid(True)
    plot = panel.paths.solid_view.plot
    plot.show_from(ABOVE)
    head = plot.markers.heads[5]
    assert head.away
    assert is_near(color_at(plot, head.x, head.y), LIGHT.series(5), 60)
    with_trail = near(seen(plot), LIGHT.series(5), 40).sum()
    assert with_trail > 60


@pytest.mark.parametrize("kind", ["rosenbrock", "himmelblau", "beale", "saddle"])
@pytest.mark.parametrize("step", [0, 1, 7, 30])
def test_numbers_beyond_all_bounds_are_no_fault(panel: RacePanel, show: Show, kind: str, step: int) -> None:
    timeline = show(replace_at(on(kind), "racers.0.optimizer.learning_rate", 1.0), step=step)
    assert not np.isfinite(timeline.record).all() or kind == "saddle"
    panel.paths.show_solid(True)
    for camera in (STANDARD, ABOVE, Camera(179.0, 8.0, 8.0)):
        panel.paths.solid_view.plot.show_from(camera)
        assert seen(panel.paths.solid_view.plot).std() > 3


@pytest.mark.parametrize(("steps", "step"), [(30, 17), (200, 130)])
def test_a_step_is_the_same_picture_however_it_was_reached(panel: RacePanel, show: Show, steps: int, step: int) -> None:
    timeline = show(replace(CHAPTER, steps=steps), step=0)
    panel.paths.show_solid(True)
    plot = panel.paths.solid_view.plot
    plot.markers.setVisible(False)
    seen(plot)
    for each in range(1, step + 1):
        move(panel, timeline, each, fresh=False)
        forwards = seen(plot)
    move(panel, timeline, 0)
    seen(plot)
    move(panel, timeline, step)
    seen(plot)
    jumped = seen(plot)
    assert (forwards != jumped).any(axis=-1).mean() < 0.004
    plot.show_from(ABOVE)
    assert (seen(plot) != jumped).any(axis=-1).mean() > 0.1
    plot.show_from(STANDARD)
    assert np.array_equal(seen(plot), jumped)


def test_a_frame_paints_only_what_is_new(panel: RacePanel, show: Show, monkeypatch: pytest.MonkeyPatch) -> None:
    timeline = show(step=12)
    panel.paths.show_solid(True)
    plot = panel.paths.solid_view.plot
    seen(plot)
    grounds: list[object] = []
    drawn: list[tuple[int, int]] = []
    monkeypatch.setattr(plot.still.ground, "draw", lambda *_: grounds.append(1))
    draw = plot.trails._draw
    monkeypatch.setattr(
        plot.trails, "_draw", lambda p, m, first, last: (drawn.append((first, last)), draw(p, m, first, last))
    )
    move(panel, timeline, 13, fresh=False)
    seen(plot)
    assert grounds == []
    assert drawn == [(12, 13)]


# -- the hand ---------------------------------------------------------------------------------------------------------


def test_a_drag_turns_and_tilts(panel: RacePanel, plot: SolidPlot, qtbot: QtBot) -> None:
    middle = QPoint(plot.width() - 30, 30)
    with qtbot.waitSignals([panel.view_changed] * 2):
        pull(plot, middle, middle + QPoint(-50, 0), middle + QPoint(-50, 20))
    assert plot.camera.turn == pytest.approx(STANDARD.turn + 20, abs=0.2)
    assert plot.camera.tilt == pytest.approx(STANDARD.tilt + 8, abs=0.2)
    assert panel.view()["camera"] == plot.camera.view()
    before = plot.camera
    held_move(plot.viewport(), middle + QPoint(200, 0))
    assert plot.camera == before, "the hand has let go"


def test_the_wheel_zooms(plot: SolidPlot) -> None:
    turn_wheel(plot, 2)
    assert plot.camera.zoom > 1.2
    turn_wheel(plot, -2)
    assert plot.camera.zoom == pytest.approx(1)


def test_keys_turn_tilt_and_zoom_and_the_link_sets_back(panel: RacePanel, plot: SolidPlot) -> None:
    for key, better in (
        (Qt.Key.Key_D, lambda a, b: b.turn > a.turn),
        (Qt.Key.Key_A, lambda a, b: b.turn < a.turn),
        (Qt.Key.Key_W, lambda a, b: b.tilt > a.tilt),
        (Qt.Key.Key_S, lambda a, b: b.tilt < a.tilt),
        (Qt.Key.Key_Plus, lambda a, b: b.zoom > a.zoom),
        (Qt.Key.Key_Minus, lambda a, b: b.zoom < a.zoom),
    ):
        before = plot.camera
        QTest.keyClick(plot, key)
        assert better(before, plot.camera), key
    plot.show_from(Camera(90.0, 20.0, 3.0))
    QTest.mouseClick(panel.paths.solid_view.reset, LEFT)
    assert plot.camera == STANDARD
    assert panel.view()["camera"] == STANDARD.view()


def test_the_keys_are_heard_while_the_panel_has_the_keyboard(panel: RacePanel, plot: SolidPlot) -> None:
    QTest.keyClick(panel, Qt.Key.Key_D)
    assert plot.camera.turn > STANDARD.turn
    panel.paths.show_solid(False)
    before = plot.camera
    QTest.keyClick(panel, Qt.Key.Key_D)
    assert plot.camera == before


def test_keys_of_the_run_stay_the_windows(window: MainWindow, qtbot: QtBot) -> None:
    window.page.panel.set_view({"solid": True})
    plot = window.page.panel.paths.solid_view.plot
    plot.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(plot.hasFocus)
    before = plot.camera
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Left):
        QTest.keyClick(plot, key)
    qtbot.waitUntil(lambda: window.page.session.step == 1)
    assert plot.camera == before


def test_only_who_comes_by_keys_is_shown_a_ring(window: MainWindow, qtbot: QtBot) -> None:
    window.page.panel.set_view({"solid": True})
    plot = window.page.panel.paths.solid_view.plot
    accent = LIGHT.color("accent")
    for reason, ringed in ((Qt.FocusReason.TabFocusReason, True), (Qt.FocusReason.MouseFocusReason, False)):
        window.page.panel.setFocus()
        plot.setFocus(reason)
        qtbot.waitUntil(plot.hasFocus)
        assert bool(near(seen(plot), accent, 40).sum() > 200) is ringed


def test_a_click_on_a_racer_selects_it(panel: RacePanel, plot: SolidPlot, qtbot: QtBot) -> None:
    head = plot.markers.heads[3]
    with qtbot.waitSignal(panel.selected) as picked:
        QTest.mouseClick(plot.viewport(), LEFT, pos=at(plot, head.x, head.y))
    assert picked.args == ["racers", 3]
    assert plot.camera == STANDARD


@pytest.mark.parametrize("camera", [STANDARD, Camera(150.0, 60.0), ABOVE])
def test_the_start_is_dragged_over_the_surface(panel: RacePanel, plot: SolidPlot, camera: Camera) -> None:
    plot.show_from(camera)
    told: list[tuple[tuple[float, float], str, bool]] = []
    panel.edited.connect(lambda settings, path, done: told.append((settings.start, path, done)))
    pull(plot, at(plot, *CHAPTER.start), at(plot, -5, 1), at(plot, -4, 0.5))
    assert [(path, done) for _, path, done in told] == [("start", False), ("start", True)] or told[-1][2]
    assert {path for _, path, _ in told} == {"start"}
    assert told[-1][0] == pytest.approx((-4, 0.5), abs=0.08)
    assert plot.camera == camera


def test_dragged_beside_the_surface_the_start_stays_on_its_edge(panel: RacePanel, plot: SolidPlot) -> None:
    told: list[RaceSettings] = []
    panel.edited.connect(lambda settings, path, done: told.append(settings))
    pull(plot, at(plot, *CHAPTER.start), QPoint(plot.width() - 4, 4))
    x0, x1, y0, y1 = CHAPTER.surface.domain
    x, y = told[-1].start
    assert x0 <= x <= x1
    assert y0 <= y <= y1
    assert min(x - x0, x1 - x, y - y0, y1 - y) < 0.1


# -- remembered, written ----------------------------------------------------------------------------------------------


def test_the_view_is_remembered(panel: RacePanel, plot: SolidPlot) -> None:
    plot.show_from(Camera(-33.0, 60.0, 2.0))
    view = panel.view()
    assert view["solid"] is True
    panel.set_view({"selected": 4, "hidden": [], "curve": "loss"})
    assert not panel.paths.solid
    assert "solid" not in panel.view()
    panel.set_view(view)
    assert panel.paths.solid
    assert plot.camera == Camera(-33.0, 60.0, 2.0)


@pytest.mark.parametrize("solid", [None, 1, "yes", [True], {}])
def test_a_view_of_nonsense_is_the_picture_from_above(panel: RacePanel, show: Show, solid: object) -> None:
    show(step=12)
    panel.set_view({"solid": solid, "camera": {"turn": 3}})
    assert not panel.paths.solid


def test_it_can_be_chosen_before_anything_is_shown(panel: RacePanel, show: Show) -> None:
    panel.set_view({"solid": True})
    panel.grab()
    show(step=5)
    panel.grab()
    assert len(panel.paths.solid_view.plot.markers.heads) == 5


def test_it_is_named_and_says_its_keys(plot: SolidPlot) -> None:
    assert plot.accessibleName()
    for key in "ADWS+−":
        assert key in plot.toolTip()
        assert key in plot.accessibleDescription()


@pytest.fixture
def drawn(qapp: object, tmp_path: Path) -> Callable[[dict[str, Any]], str]:
    """The plot as SVG, for a view."""

    def draw(view: dict[str, Any]) -> str:
        recipe = default_recipe("race").changed(view={"selected": 4, "hidden": [], **view}, step=30)
        out = tmp_path / "race.svg"
        render(recipe, out, size=(800, 600), plot=0)
        return out.read_text("utf-8")

    return draw


def test_it_is_exported_as_shapes(drawn: Callable[[dict[str, Any]], str]) -> None:
    text = drawn({"solid": True})
    assert text.count("<image") == 1, "the colours of the floor"
    assert len(re.findall(r"<(?:path|polygon|polyline|line)\b", text)) > 1000
    for series in (0, 1, 2, 3, 4):
        assert LIGHT.series(series).name() in text.lower()
    assert drawn({"solid": True, "camera": {"turn": 80, "tilt": 30, "zoom": 1}}) != text
