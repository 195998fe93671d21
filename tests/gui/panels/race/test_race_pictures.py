"""The tab *Optimizer race*: the same step is the same picture, however it was reached."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from engine.simulations.race_paths import WIDTH
from gui.main_window import MainWindow
from gui.panels.race import RacePanel
from gui.widgets.trails import MOST_SEGMENTS
from tests.gui.painted_texts import texts_of
from tests.gui.panels.race.stage import CHAPTER, DARK, LIGHT, Show, move, told_of
from tests.gui.widgets.pixels import Pixels, pixels_of


def picture(panel: RacePanel, turns: int = 1) -> Pixels:
    """The whole panel, long trails after some `turns`. Names forget where they stood, which they otherwise remember."""
    for _ in range(turns):
        panel.paths.surface.markers._sides.clear()
        image = pixels_of(panel.grab().toImage())
    return image


def differing(one: Pixels, other: Pixels) -> float:
    """The share of pixels that are not the same."""
    return float((one != other).any(axis=-1).mean())


@pytest.mark.parametrize(("steps", "step"), [(30, 17), (200, 130)])
def test_a_step_is_the_same_picture_however_it_was_reached(panel: RacePanel, show: Show, steps: int, step: int) -> None:
    timeline = show(replace(CHAPTER, steps=steps), step=0)
    picture(panel)
    for each in range(1, step):
        move(panel, timeline, each, fresh=False)
        panel.paths.surface.grab()
    move(panel, timeline, step, fresh=False)
    forwards, told = picture(panel), pixels_of(panel.right.grab().toImage())
    move(panel, timeline, 0)
    picture(panel)
    move(panel, timeline, step)
    jumped = picture(panel)
    # Where two trails cross, the one drawn last lies on top: a handful of pixels.
    assert differing(forwards, jumped) < 0.002
    for each in range(min(steps, step + 30), step - 1, -1):
        move(panel, timeline, each)
        backwards = picture(panel)
    assert differing(backwards, jumped) < 0.0005
    assert np.array_equal(pixels_of(panel.right.grab().toImage()), told)
    panel.set_theme(DARK)
    assert differing(picture(panel), jumped) > 0.5
    panel.set_theme(LIGHT)
    assert np.array_equal(picture(panel), jumped)
    assert np.array_equal(pixels_of(panel.right.grab().toImage()), told)


def test_pictures_of_neighbouring_steps_differ(panel: RacePanel, show: Show) -> None:
    timeline = show(step=17)
    before = picture(panel)
    move(panel, timeline, 18)
    assert differing(picture(panel), before) > 0.001


def test_a_long_run_can_be_stepped_both_ways(panel: RacePanel, show: Show) -> None:
    timeline = show(replace(CHAPTER, steps=5000), step=5000)
    turns = 2 + 2 * 5 * 5000 // MOST_SEGMENTS  # faded and full
    end = picture(panel, turns)
    for step in (4999, 4998, 2500, 2499, 2500, 4999, 5000):
        move(panel, timeline, step)
        assert panel.paths.surface.markers.heads[4].x == timeline.record.reshape(-1, 5, WIDTH)[step, 4, 0]
        picture(panel)
    # Eight steps share a column of pixels; how thick that comes out hangs a little on how it was put together.
    assert np.abs(picture(panel, turns) - end).mean() < 0.5


def test_another_language_changes_the_words_and_nothing_else(window: MainWindow, qtbot: QtBot) -> None:
    window.seek(12)
    qtbot.waitUntil(lambda: window.page.session.step == 12)
    panel = window.page.panel
    before = {text.text for text in texts_of(panel)}
    window.choose_language("ja")
    japanese = {text.text for text in texts_of(panel)}
    assert not {"start — drag me", "optimum", "Loss by step", "step t"} & japanese
    assert {"SGD", "Adam", "−8", "10²"} <= japanese
    assert "Adam" in told_of(panel)
    assert "step" not in told_of(panel)
    window.choose_language("en")
    assert {text.text for text in texts_of(panel)} == before
