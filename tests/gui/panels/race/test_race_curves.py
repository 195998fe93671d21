"""Curves that are filled a row at a time, as in play, are the same as those filled at once."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from engine.optimizers import SGD, Momentum
from engine.recipe import default_recipe
from engine.simulations.race import RaceSettings
from engine.simulations.race_paths import WIDTH
from engine.surfaces import SURFACES
from gui.panels.race.curves_plot import KINDS, ZERO, CurvesPlot, decade_of
from gui.theme import load_theme
from gui.widgets.geometry import Array
from gui.widgets.plot import log10_floor
from gui.widgets.trails import TrailStyle

STEPS = 300


def settings_of(case: str) -> RaceSettings:
    """The chapter's race, one in which a racer overflows, one that stands at the minimum, one without a lowest loss."""
    chapter = default_recipe("race").settings
    assert isinstance(chapter, RaceSettings)
    chapter = replace(chapter, steps=STEPS)
    rules = {"overflow": SGD(learning_rate=9.0), "still": SGD(learning_rate=0.1), "saddle": Momentum(learning_rate=0.1)}
    if case in rules:
        racers = (replace(chapter.racers[0], optimizer=rules[case]), *chapter.racers[3:])
        chapter = replace(chapter, racers=racers)
    if case == "still":
        return replace(chapter, start=(0.0, 0.0))
    return replace(chapter, surface=SURFACES["saddle"](), start=(-1.0, 0.1)) if case == "saddle" else chapter


def rows_of(settings: RaceSettings) -> Array:
    """The whole record."""
    timeline = replace(default_recipe("race"), settings=settings).timeline()
    timeline.seek(STEPS)
    return timeline.record.reshape(STEPS + 1, -1, WIDTH)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("case", ["chapter", "overflow", "still", "saddle"])
def test_row_by_row_is_as_all_at_once(qapp: object, kind: str, case: str) -> None:
    settings = settings_of(case)
    rows, lowest = rows_of(settings), settings.surface.lowest
    looks = [TrailStyle(i) for i in range(rows.shape[1])]
    played, shown = CurvesPlot(load_theme("light")), CurvesPlot(load_theme("light"))
    played.kind = shown.kind = kind
    played.show_run(rows[:1], STEPS, lowest, looks)
    for step in range(1, STEPS + 1):
        played.show_step(rows[: step + 1], step)
    shown.show_run(rows, STEPS, lowest, looks)
    shown.show_step(rows, STEPS)
    assert np.allclose(played.trails.points, shown.trails.points, rtol=1e-14, atol=0, equal_nan=True)
    assert played.box.viewRange() == shown.box.viewRange()


def test_one_decade_is_as_many_are() -> None:
    values = np.array([1e-300, 1e-5, 1.0, 250.0, 0.0, -3.0, np.nan, np.inf, -np.inf])
    assert np.allclose([decade_of(v) for v in values.tolist()], log10_floor(values, ZERO), rtol=1e-15, equal_nan=True)
