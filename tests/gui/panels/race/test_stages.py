"""Stages: an update walked through in the picture and in the right column, and what of it is remembered as view."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from engine.optimizers import OPTIMIZERS
from engine.simulations.race import Racer, RaceSettings
from engine.surfaces import SURFACES
from engine.timeline import Timeline
from gui.panels.race import RacePanel
from gui.panels.race.stage_mode import LAST
from tests.gui.painted_texts import texts_of
from tests.gui.panels.race.stage import DARK, LEFT, LIGHT, Show, color_at, is_near, move, place, seen
from tests.gui.widgets.pixels import near

VALLEY = SURFACES["rosenbrock"]()


def on_rosenbrock(*rules: str, rate: float = 0.001) -> RaceSettings:
    racers = tuple(
        Racer(OPTIMIZERS[rule].title, i, OPTIMIZERS[rule](learning_rate=rate)) for i, rule in enumerate(rules)
    )
    return replace(RaceSettings(), surface=VALLEY, start=VALLEY.start, racers=racers, steps=60)


@pytest.fixture
def walked(panel: RacePanel, show: Show) -> Timeline:
    """SGD and Momentum at step 31, Momentum's update at its third stage."""
    timeline = show(on_rosenbrock("sgd", "momentum"), 31)
    panel.set_view({"selected": 1, "stages": True, "stage": 2})
    QApplication.processEvents()
    return timeline


def words_in(panel: RacePanel) -> list[str]:
    return [text.text for text in texts_of(panel.paths.surface)]


def test_the_switch_begins_and_ends_it(panel: RacePanel, show: Show) -> None:
    show(step=12)
    paths, told = panel.paths, []
    panel.view_changed.connect(lambda: told.append(panel.view()))
    assert (panel.stages(), panel.stage_note(), panel.step_stage(1)) == (0, "", False)
    QTest.mouseClick(paths.stage_mode.switch.toggle, LEFT)
    assert told[-1] == {"selected": 4, "hidden": [], "curve": "loss", "stages": True, "stage": 0}
    assert panel.stages() == 6
    assert paths.page is paths.stage_mode.parts.inspector
    assert not paths.stage_mode.parts.inspector.isHidden()
    assert paths.inspector.isHidden()
    assert paths.stage_mode.parts.overview.isVisible()
    QTest.mouseClick(paths.stage_mode.switch.toggle, LEFT)
    assert told[-1] == {"selected": 4, "hidden": [], "curve": "loss"}
    assert paths.stage_mode.parts.overview.isHidden()
    assert not paths.inspector.isHidden()
    assert paths.surface.box.viewRange() == [[-8, 2], [-3, 3]]


def test_the_picture_shows_the_update_closely_with_equal_units(panel: RacePanel, walked: Timeline) -> None:
    surface = panel.paths.surface
    (x0, x1), (y0, y1) = surface.box.viewRange()
    rows = walked.record.reshape(len(walked.record), 2, -1)
    for step in (30, 31):
        x, y = rows[step, 1, :2]
        assert x0 < x < x1
        assert y0 < y < y1
    assert x1 - x0 < 0.3
    assert (x1 - x0) / surface.box.width() == pytest.approx((y1 - y0) / surface.box.height())


def test_arrows_are_numbered_and_say_what_they_are(panel: RacePanel, walked: Timeline) -> None:
    said = words_in(panel)
    for text in ("1", "2", "3", "4", "straight downhill", "what is left of the steps before", "the new velocity",
                 "stage 4 moves here", "w₃₀", "w₃₁", "Arrows in true length: 1 + 2 = 3."):  # fmt: skip
        assert said.count(text) == 1, text
    assert any(text.startswith("valley floor") for text in said)


def orange_at(panel: RacePanel, spot: Any, color: QColor) -> bool:  # noqa: ANN401
    """Whether a place, or a pixel beside it, has a colour in full."""
    at = place(panel.paths.surface, *spot)
    around = seen(panel.paths.surface)[at.y() - 1 : at.y() + 2, at.x() - 1 : at.x() + 2, :3].reshape(-1, 3)
    return bool(near(around, color, 25).any())


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_the_current_stage_is_lit_and_later_ones_are_pale(panel: RacePanel, walked: Timeline, theme: object) -> None:
    panel.set_theme(theme)  # type: ignore[arg-type]
    walk = panel.paths.stage_mode.walk
    assert walk is not None
    orange = theme.series(1)  # type: ignore[attr-defined]
    middle = walk.before + 0.55 * walk.ways[1].move
    assert orange_at(panel, middle, orange)
    lit = near(seen(panel.paths.surface), theme.color("accent"), 12).sum()  # type: ignore[attr-defined]
    assert lit > 60
    panel.set_view({"selected": 1, "stages": True, "stage": 0})
    assert not orange_at(panel, middle, orange), "stage 2 is still to come"


def test_the_racer_stands_where_it_was_until_the_last_stage(panel: RacePanel, walked: Timeline) -> None:
    walk = panel.paths.stage_mode.walk
    assert walk is not None
    assert panel.paths.surface.trails.step == 30
    assert is_near(color_at(panel.paths.surface, *walk.before), LIGHT.series(1))
    assert panel.step_stage(1)
    assert panel.paths.surface.trails.step == 31
    assert is_near(color_at(panel.paths.surface, *walk.after), LIGHT.series(1))


def test_stages_are_stepped_to_the_ends_of_the_update(panel: RacePanel, walked: Timeline) -> None:
    assert panel.stage_note() == "stage 3 of 4: add"
    assert panel.step_stage(1)
    assert panel.stage_note() == "stage 4 of 4: move"
    assert not panel.step_stage(1)
    move(panel, walked, 32)
    assert panel.stage_note() == "stage 1 of 4: gradient"
    assert not panel.step_stage(-1)
    move(panel, walked, 31)
    assert panel.stage_note() == "stage 4 of 4: move"
    for _ in range(3):
        assert panel.step_stage(-1)
    assert panel.stage_note() == "stage 1 of 4: gradient"


def test_the_ends_of_the_run_are_those_of_the_stages(panel: RacePanel, walked: Timeline) -> None:
    move(panel, walked, 60)
    panel.set_view({"selected": 1, "stages": True, "stage": 3})
    assert not panel.step_stage(1)
    assert panel.view()["stage"] == 3
    move(panel, walked, 0)
    assert (panel.stages(), panel.stage_note()) == (0, "")
    assert not panel.step_stage(1)
    move(panel, walked, 1)
    assert panel.stage_note() == "stage 1 of 4: gradient"


def test_the_right_column_frames_the_stage_and_measures_the_arrows(panel: RacePanel, walked: Timeline) -> None:
    inspector = panel.paths.stage_mode.parts.inspector
    inspector.set_room(900)
    panel.set_view(panel.view())
    blocks = inspector.stages.blocks
    assert [(block.label, block.lit, block.faded) for block in blocks] == [
        ("Gradient", False, False), ("Decay", False, False), ("Add", True, False), ("Move", False, True),
    ]  # fmt: skip
    assert blocks[0].result == "−η g = (0.0114, 0.0149)"
    assert blocks[2].result == "= (0.0327, −0.0063)"
    assert [(row.prefix, row.name, row.values) for row in inspector.table.rows] == [
        ("1", "−η g, an SGD step", ("0.0188", "81°")),
        ("2", "β v", ("0.0300", "17°")),
        ("3", "v, this step", ("0.0333", "17°")),
        ("", "loss f", ("2.235 → 1.987",)),
    ]
    assert "The velocity knows the valley." in [text.text for text in texts_of(inspector.card)]


def test_a_click_on_a_stage_goes_to_it(panel: RacePanel, walked: Timeline) -> None:
    stages = panel.paths.stage_mode.parts.inspector.stages
    QTest.mouseClick(stages, LEFT, pos=QPoint(60, 12))
    assert panel.view()["stage"] == 0


def test_another_racer_has_other_stages(panel: RacePanel, show: Show) -> None:
    show(on_rosenbrock("sgd", "adam"), 20)
    panel.set_view({"selected": 1, "stages": True, "stage": 5})
    assert panel.stage_note() == "stage 6 of 6: move"
    panel.select("racers", 0)
    assert panel.stage_note() == "stage 2 of 2: move"
    assert panel.paths.stage_mode.parts.inspector.heading.accessibleName() == "This step SGD · step 20"


@pytest.mark.parametrize("rule", list(OPTIMIZERS))
def test_every_rule_can_be_walked_through(panel: RacePanel, show: Show, rule: str) -> None:
    timeline = show(on_rosenbrock("sgd", rule), 9)
    panel.set_view({"selected": 1, "stages": True, "stage": 0})
    count = panel.stages()
    for stage in range(count):
        said = words_in(panel)
        assert str(count) in said
        assert ("moved here" in said) == (stage == count - 1)
        assert panel.step_stage(1) == (stage < count - 1)
    move(panel, timeline, 10)
    assert panel.stage_note().startswith("stage 1 of ")


def test_an_arrow_that_is_much_longer_is_cut_and_told(panel: RacePanel, show: Show) -> None:
    show(on_rosenbrock("adagrad"), 5)
    panel.set_view({"selected": 0, "stages": True, "stage": 0})
    assert any(text.startswith("straight downhill, ") and text.endswith(" long") for text in words_in(panel))


def test_what_overflowed_has_no_arrows(panel: RacePanel, show: Show) -> None:
    show(on_rosenbrock("sgd", rate=10.0), 40)
    panel.set_view({"selected": 0, "stages": True, "stage": 0})
    assert panel.paths.surface.box.viewRange() == [[-2, 2], [-1, 3]]
    assert "This step leads nowhere." in [text.text for text in texts_of(panel.paths.stage_mode.parts.inspector.card)]


@pytest.mark.parametrize("stage", [-1, 3.5, True, "2", None, 10**9])
def test_a_stage_that_is_none_is_the_first(panel: RacePanel, show: Show, stage: object) -> None:
    show(step=12)
    panel.set_view({"stages": True, "stage": stage})
    assert panel.view()["stage"] == 0
    panel.set_view({"stages": "yes"})
    assert "stages" not in panel.view()


def test_a_stage_beyond_the_last_is_the_last(panel: RacePanel, show: Show) -> None:
    show(step=12)
    panel.set_view({"selected": 0, "stages": True, "stage": LAST})
    assert panel.stage_note() == "stage 2 of 2: move"


def test_the_frame_in_the_whole_surface_is_the_window(panel: RacePanel, walked: Timeline) -> None:
    frame, surface = panel.paths.stage_mode.parts.overview.frame, panel.paths.surface
    assert frame.window is not None
    (x0, x1), (y0, y1) = surface.box.viewRange()
    assert frame.window == pytest.approx((x0, x1, y0, y1))
    assert "picture above" in [text.text for text in texts_of(panel.paths.stage_mode.parts.overview)]


def test_another_size_is_another_window_of_the_same_units(panel: RacePanel, walked: Timeline) -> None:
    panel.resize(1000, 800)
    QApplication.processEvents()
    surface = panel.paths.surface
    (x0, x1), (y0, y1) = surface.box.viewRange()
    assert (x1 - x0) / surface.box.width() == pytest.approx((y1 - y0) / surface.box.height(), rel=1e-6)


def test_in_three_dimensions_no_update_is_walked_through(panel: RacePanel, walked: Timeline) -> None:
    panel.pictures.chosen.emit("solid")
    assert (panel.stages(), panel.step_stage(1)) == (0, False)
    assert "stages" not in panel.view()
    assert not panel.paths.stage_mode.switch.toggle.isChecked()
    QTest.mouseClick(panel.paths.stage_mode.switch.toggle, LEFT)
    assert not panel.paths.solid
    assert panel.stages() == 4
    assert panel.pictures.current() == "flat"
