"""The race's map: what it shows, and what the hand does on it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from engine.optimizers import SGD, Momentum, Optimizer
from engine.recipe import default_recipe
from engine.simulations.race import RACE_MODES, RaceSettings
from engine.simulations.race_map import MapScene, with_rule
from engine.surfaces import SURFACES
from gui.main_window import MainWindow
from gui.panels.race import RacePanel
from gui.panels.race.map_colours import RateScale
from gui.panels.race.map_lines import axis_ticks, border_lines, level_lines
from gui.panels.race.map_view import MapView
from gui.render import render
from tests.gui.painted_texts import texts_of
from tests.gui.panels.race.stage import CHAPTER, DARK, Show, drag, part_of_form, seen

Map = RACE_MODES["map"]
Edits = list[tuple[RaceSettings, str, bool]]


def on_map(racer: int = 1, rule: Optimizer | None = None, **changes: object) -> RaceSettings:
    settings = replace(CHAPTER, mode=Map(racer=racer), **changes)  # type: ignore[arg-type]
    return settings if rule is None else with_rule(settings, rule)


def on_surface(key: str, racer: int = 4) -> RaceSettings:
    surface = SURFACES[key]()
    return on_map(racer, surface=surface, start=surface.start)


@pytest.fixture
def shown(panel: RacePanel, show: Show) -> Callable[..., MapView]:
    """Shows a map at a step; gives its view."""

    def make(settings: RaceSettings | None = None, step: int = 30) -> MapView:
        show(on_map() if settings is None else settings, step)
        view = panel.view_of("map")
        assert isinstance(view, MapView)
        return view

    return make


@pytest.fixture
def edits(panel: RacePanel) -> Edits:
    """What the hand has made of the settings."""
    found: Edits = []
    panel.edited.connect(lambda settings, path, done: found.append((settings, path, done)))
    return found


def scene_of(view: MapView) -> MapScene:
    return view._scene


# -- what is shown ----------------------------------------------------------------------------------------------------


def test_the_map_has_its_segment(panel: RacePanel, shown: Callable[..., MapView]) -> None:
    shown()
    assert "map" in set(panel.pictures.keys())
    assert panel.pictures.current() == "map"


def test_the_cross_stands_at_the_racer_s_settings(shown: Callable[..., MapView]) -> None:
    view = shown()
    x, y = scene_of(view).rates.x, scene_of(view).rates.y
    assert y is not None
    assert view.map.cross.place == (pytest.approx(x.place(0.1)), pytest.approx(0.9))
    assert view.map.cross.text == "η 0.1, β 0.9 — drag me"


def test_the_numbers_at_the_cross(shown: Callable[..., MapView]) -> None:
    inspector = shown().inspector
    text = inspector.formulas.accessibleName()
    for part in ("z² − 1.7 z + 0.9", "z = 0.850 ± 0.421 i", "|z| = √β = 0.9487", "ρ = 0.9487", "t = 262"):
        assert part in text
    rows = {row.name: row.values for row in inspector.table.rows}
    assert rows["at the cross"] == ("262", "261")
    assert rows["best"] == ("21", "26")
    assert rows["SGD, same η"] == ("never", "never")
    assert inspector.card.title == "β = 0.9 is too much for this surface."


def test_eigenvalues_are_shown_where_they_are_known(shown: Callable[..., MapView]) -> None:
    view = shown()
    assert view.circle.isVisible()
    assert "x, λ = 2 0.85 ± 0.42 i" in view.circle.accessibleName()
    view = shown(on_surface("himmelblau"))
    assert not view.circle.isVisible()
    assert "measured over 200 steps" in view.inspector.formulas.accessibleName()


def test_a_rule_with_one_setting_has_one_axis(shown: Callable[..., MapView]) -> None:
    view = shown(on_map(0))
    assert view.bar.across.isVisible()
    assert not view.bar.up.isVisible()
    assert view.map.cross.place[1] == 0.5


def test_where_runs_diverge_the_map_is_hatched(shown: Callable[..., MapView]) -> None:
    view = shown()
    pixels = seen(view.map)
    box = view.map.box.sceneBoundingRect()

    def contrast(x: float, y: float) -> float:
        left, top = int(box.left() + x * box.width()), int(box.top() + (1 - y) * box.height())
        patch = pixels[top - 6 : top + 6, left - 6 : left + 6, :3].astype(float).mean(axis=-1)
        return float(np.ptp(patch))

    assert contrast(0.92, 0.2) > 60
    assert contrast(0.6, 0.73) < 25


def test_what_is_fast_is_dark_on_light_and_light_on_dark(panel: RacePanel, shown: Callable[..., MapView]) -> None:
    view = shown()
    best = view.map.item._best_place

    def lightness(x: float, y: float) -> float:
        box = view.map.box.sceneBoundingRect()
        left, top = int(box.left() + x * box.width()), int(box.top() + (1 - y) * box.height())
        return float(seen(view.map)[top - 2 : top + 2, left - 2 : left + 2].mean())

    spot, slow = (best[0] - 0.02, best[1] + 0.13), (0.2, 0.985)
    assert lightness(*spot) < lightness(*slow) - 60
    panel.set_theme(DARK)
    assert lightness(*spot) > lightness(*slow) + 60


def test_lines_lie_on_their_values(shown: Callable[..., MapView]) -> None:
    scene = scene_of(shown())
    limits, rings = border_lines(scene)
    assert [line.text for line in limits] == ["x", "y"]
    assert len(rings) == 4
    x, y = scene.rates.x, scene.rates.y
    assert y is not None
    for place in limits[1].points[::40]:
        assert x.value(place[0]) == pytest.approx(2 * (1 + y.value(place[1])) / 20)
    assert {line.text for line in level_lines(scene, RateScale.of(scene, "rate"))} >= {"0.9", "0.8"}


@pytest.mark.parametrize(("surface", "racer"), [("himmelblau", 4), ("rosenbrock", 1), ("plateau", 3), ("saddle", 1)])
def test_any_surface_in_rates_and_steps(shown: Callable[..., MapView], surface: str, racer: int) -> None:
    view = shown(on_surface(surface, racer))
    for kind in ("rate", "steps"):
        view.kind.chosen.emit(kind)
        view.kind.set_current(kind)
        seen(view.map)
        scale = view.scale_bar.scale
        assert scale is not None
        assert scale.kind == kind
        shares = scale.shares(scene_of(view).rates.rates)
        assert ((shares >= 0) & (shares <= 1)).all()


def test_a_scale_runs_from_slow_to_fast(shown: Callable[..., MapView]) -> None:
    scene = scene_of(shown())
    for kind in ("rate", "steps"):
        scale = RateScale.of(scene, kind)
        shares = scale.shares(np.array([0.9999, 0.95, 0.8, 0.6]))
        assert (np.diff(shares) > 0).all()
        ticks = [share for share, _ in scale.ticks(8)]
        assert ticks == sorted(ticks) if kind == "rate" else ticks == sorted(ticks, reverse=True)


def test_ticks_are_readable(shown: Callable[..., MapView]) -> None:
    scene = scene_of(shown(on_surface("himmelblau")))
    assert [text for _, text in axis_ticks(scene.rates.x, 5)] == ["0.01", "0.1", "1", "10"]
    assert [text for _, text in axis_ticks(scene.rates.y, 5)] == ["0", "0.9", "0.99", "0.999", "0.9999"]


def test_the_run_is_shown_up_to_the_cursor(shown: Callable[..., MapView]) -> None:
    view = shown(step=12)
    assert view.distance.marks.place == 12
    head = view.path.markers.heads[0]
    assert (head.x, head.y) == tuple(view._run.record[12, :2])  # type: ignore[union-attr]


def test_a_run_that_overflows_is_told(shown: Callable[..., MapView]) -> None:
    settings = on_surface("rosenbrock", 1)
    view = shown(with_rule(settings, Momentum(learning_rate=5.0)))
    assert "overflows in a few steps" in view.inspector.formulas.accessibleName()
    assert not view.path.markers.heads


def test_a_schedule_is_left_out_and_that_is_said(shown: Callable[..., MapView]) -> None:
    settings = on_map()
    racers = list(settings.racers)
    from engine.schedules import SCHEDULES

    racers[1] = replace(racers[1], schedule=SCHEDULES["cosine"]())
    assert "schedule is left out" in shown(replace(settings, racers=tuple(racers))).titles["key"].text()
    assert "schedule" not in shown().titles["key"].text()


# -- the hand ---------------------------------------------------------------------------------------------------------


def test_dragging_the_cross_sets_the_racer(shown: Callable[..., MapView], edits: Edits) -> None:
    view = shown()
    x, y = scene_of(view).rates.x, scene_of(view).rates.y
    assert y is not None
    drag(view.map, view.map.cross.place, (0.4, 0.5), (0.3, 0.4))
    settings, path, done = edits[-1]
    assert path == "racers"
    assert done
    assert not edits[0][2]
    rule = settings.racers[1].optimizer
    assert isinstance(rule, Momentum)
    assert x.place(rule.learning_rate) == pytest.approx(0.3, abs=0.01)
    assert y.place(rule.momentum) == pytest.approx(0.4, abs=0.01)
    assert settings.racers[:1] + settings.racers[2:] == CHAPTER.racers[:1] + CHAPTER.racers[2:]
    assert view.map.cross.place == (pytest.approx(x.place(rule.learning_rate)), pytest.approx(rule.momentum))


def test_the_cross_stays_on_the_map(shown: Callable[..., MapView], edits: Edits) -> None:
    view = shown()
    drag(view.map, (0.5, 0.5), (1.6, 1.7))
    assert edits[-1][0].racers[1].optimizer == Momentum(learning_rate=scene_of(view).rates.x.high, momentum=0.9999)


@pytest.mark.parametrize(
    ("key", "across", "up"),
    [(Qt.Key.Key_Left, -1, 0), (Qt.Key.Key_Right, 1, 0), (Qt.Key.Key_Up, 0, 1), (Qt.Key.Key_Down, 0, -1)],
)
def test_arrows_move_the_cross_by_a_cell(
    shown: Callable[..., MapView], edits: Edits, key: Qt.Key, across: int, up: int
) -> None:
    view = shown()
    before = view.map.cross.place
    QTest.keyClick(view.map, key)
    moved = [after - now for after, now in zip(view.map.cross.place, before, strict=True)]
    assert moved == pytest.approx([across / 96, up / 64], abs=0.006)
    assert edits[-1][1:] == ("racers", True)


def test_other_keys_are_the_window_s(shown: Callable[..., MapView], edits: Edits) -> None:
    view = shown()
    QTest.keyClick(view.map, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(view.map, Qt.Key.Key_Space)
    assert not edits


def test_the_buttons(shown: Callable[..., MapView], edits: Edits) -> None:
    view = shown(on_map(rule=Momentum(learning_rate=0.02, momentum=0.3)))
    view.bar.chapter.click()
    assert edits[-1][0].racers[1].optimizer == Momentum(learning_rate=0.1)
    view.bar.best.click()
    assert edits[-1][0].racers[1].optimizer == scene_of(view).best.rule
    view = shown()
    assert not view.bar.chapter.isEnabled()


def test_choosing_axes(shown: Callable[..., MapView], edits: Edits) -> None:
    view = shown(on_map(4))
    assert view.bar.up.keys() == ["learning_rate", "beta1", "beta2", "epsilon"]
    view.bar.up.chosen.emit("beta2")
    assert edits[-1][1] == "mode.y"
    mode: Any = edits[-1][0].mode
    assert (mode.x, mode.y) == ("learning_rate", "beta2")
    view.bar.across.chosen.emit("beta1")
    mode = edits[-1][0].mode
    assert (mode.x, mode.y) == ("beta1", "learning_rate")


def test_choosing_the_racer(panel: RacePanel, shown: Callable[..., MapView], edits: Edits) -> None:
    view = shown()
    view.bar.racer.chosen.emit("3")
    assert edits[-1][1] == "mode.racer"
    assert getattr(edits[-1][0].mode, "racer") == 3  # noqa: B009
    assert panel.view()["selected"] == 3


def test_selecting_a_racer_in_the_list_maps_it(panel: RacePanel, shown: Callable[..., MapView], edits: Edits) -> None:
    shown()
    assert panel.view()["selected"] == 1, "the list follows the map"
    panel.select("racers", 2)
    assert getattr(edits[-1][0].mode, "racer") == 2  # noqa: B009


def test_a_view_that_is_taken_back_changes_no_settings(
    panel: RacePanel, shown: Callable[..., MapView], edits: Edits
) -> None:
    shown()
    panel.set_view({"selected": 3, "map": {"colours": "steps"}})
    assert not edits
    assert panel.view()["map"] == {"colours": "steps"}
    panel.set_view({"map": {"colours": "sounds"}})
    assert "map" not in panel.view() or panel.view()["map"]["colours"] == "steps"


def test_dragging_the_start(shown: Callable[..., MapView], edits: Edits) -> None:
    view = shown()
    drag(view.path, (-7, 2), (-5, 1), (-4, 1))
    assert edits[-1][0].start == pytest.approx((-4, 1), abs=0.1)
    assert edits[-1][1] == "start"


def test_everything_has_a_name(shown: Callable[..., MapView]) -> None:
    view = shown()
    bar = view.bar
    for part in (bar.racer, bar.across, bar.up, bar.chapter, bar.best, view.map, view.path, view.distance, view.kind):
        assert part.accessibleName()
    for part in (view.circle, view.scale_bar, view.inspector.formulas, view.inspector.table, view.inspector.card):
        assert part.accessibleName()


# -- in the window ----------------------------------------------------------------------------------------------------


def test_in_the_window(window: MainWindow, qtbot: QtBot) -> None:
    page = window.page
    page.panel.paths.picked.emit(3)
    page.panel.pictures.chosen.emit("map")
    qtbot.waitUntil(
        lambda: not page.session.waiting and page.session.runs[0].settings.mode.kind == "map", timeout=20_000
    )
    assert page.session.recipe.settings.mode.racer == 3
    page.panel.select("racers", 0)
    qtbot.waitUntil(lambda: not page.session.waiting and page.session.runs[0].settings.mode.racer == 0, timeout=20_000)
    view = page.panel.view_of("map")
    assert view.circle.isVisible()
    view.bar.best.click()
    qtbot.waitUntil(
        lambda: not page.session.waiting and page.session.runs[0].settings == page.session.recipe.settings,
        timeout=20_000,
    )
    rule = page.session.recipe.settings.racers[0].optimizer
    assert isinstance(rule, SGD)
    assert rule.learning_rate == pytest.approx(2 / 22, rel=1e-5)
    assert part_of_form(window, "settings.mode.goal") is not None
    assert part_of_form(window, "settings.mode.x") is None
    window.undo()
    assert page.session.recipe.settings.racers[0].optimizer == SGD(learning_rate=0.1)


@pytest.mark.parametrize("ending", ["png", "svg"])
@pytest.mark.parametrize("surface", ["elliptic_bowl", "himmelblau"])
def test_it_exports(tmp_path: Path, ending: str, surface: str) -> None:
    settings = on_surface(surface, 1)
    recipe = replace(default_recipe("race").changed(settings=settings), step=10)
    out = tmp_path / f"map.{ending}"
    render(recipe, out, size=(1024, 700), theme="dark", language="ja")
    assert out.stat().st_size > 10_000
    render(recipe, out, language="en")


def test_a_measured_rate_says_over_how_many_steps(shown: Callable[..., MapView]) -> None:
    view = shown(on_surface("elliptic_bowl"))
    assert not scene_of(view).exact
    assert "ρᵗ, fitted over 200 steps" in "".join(text.text for text in texts_of(view.distance))
