"""The tab *Optimizer race*: what a learner sees of every racer, and what of it is remembered as view."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from engine.simulations.race_paths import WIDTH
from gui.panels.race import RacePanel
from tests.gui.painted_texts import texts_of
from tests.gui.panels.race.stage import (
    CHAPTER,
    DARK,
    LIGHT,
    Show,
    color_at,
    is_near,
    move,
    nesterov,
    place,
    seen,
    told_of,
)
from tests.gui.widgets.pixels import near


def test_trails_and_curves_show_the_record(panel: RacePanel, show: Show) -> None:
    timeline = show(step=12)
    rows = timeline.record.reshape(31, 5, WIDTH)
    assert np.array_equal(panel.paths.surface.trails.points, rows[..., :2])
    assert panel.paths.surface.trails.step == panel.paths.curves.trails.step == 12
    curves = panel.paths.curves.trails.points
    assert np.array_equal(curves[:, 2, 0], np.arange(31))
    assert np.allclose(10 ** curves[..., 1], rows[..., 2], rtol=1e-12)


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_every_racer_stands_where_it_is_in_its_colour(panel: RacePanel, show: Show, theme: Any) -> None:  # noqa: ANN401
    panel.set_theme(theme)
    timeline = show(step=12)
    for racer, (x, y) in zip(CHAPTER.racers, timeline.frame().positions, strict=True):
        assert is_near(color_at(panel.paths.surface, x, y), theme.series(racer.colour)), racer.name


def test_a_trail_is_full_up_to_the_cursor_and_faded_after_it(panel: RacePanel, show: Show) -> None:
    timeline = show(step=3)
    sgd = timeline.record.reshape(31, 5, WIDTH)[:, 0, :2]
    blue, ground = LIGHT.series(0), color_at(panel.paths.surface, -7.9, -2.9)
    past, future = (sgd[2] + sgd[3]) / 2, (sgd[8] + sgd[9]) / 2
    assert is_near(color_at(panel.paths.surface, *past), blue, 90)
    faded = color_at(panel.paths.surface, *future)
    assert not is_near(faded, blue, 90)
    assert not is_near(faded, ground, 12)


def test_names_start_and_optimum_are_written_on_the_surface(panel: RacePanel, show: Show) -> None:
    show(step=12)
    said = [text.text for text in texts_of(panel.paths.surface)]
    for name in ("SGD", "Momentum", "AdaGrad", "RMSprop", "Adam", "start — drag me", "optimum"):
        assert said.count(name) == 1, name


def test_names_lie_apart_and_within_the_plot(panel: RacePanel, show: Show) -> None:
    timeline = show(step=0)
    for step in range(0, 31, 3):
        move(panel, timeline, step)
        areas = [text.area for text in texts_of(panel.paths.surface) if text.size == 12]
        assert len(areas) >= (7 if step else 2), "start and optimum, and from the first step on five racers"
        assert all(panel.paths.surface.rect().contains(area.toAlignedRect()) for area in areas)
        assert not any(a.intersects(b) for i, a in enumerate(areas) for b in areas[:i])


def test_the_standings_go_by_loss(panel: RacePanel, show: Show) -> None:
    show(step=30)
    rows = panel.paths.inspector.standings.rows
    assert [row.values[0] for row in rows] == ["on its way", "oscillates", "η a step", "never settles", "crawls"]
    assert [(row.name, row.values[-1]) for row in rows] == [
        ("RMSprop", "0.486"), ("Momentum", "1.84"), ("Adam", "17.50"), ("SGD", "40.00"), ("AdaGrad", "49.86"),
    ]  # fmt: skip
    assert [row.swatch for row in rows] == [3, 1, 4, 0, 2]
    assert [row.bold for row in rows] == [False, False, True, False, False]


def test_the_chapters_remark_on_sgd_is_said(panel: RacePanel, show: Show) -> None:
    show(step=30)
    first = panel.paths.inspector.cards[0]
    assert first.title == "SGD never settles."
    assert first.text.startswith("η = 0.1 is exactly its stability limit 2/λ")


def test_the_formula_holds_the_numbers_of_this_step(panel: RacePanel, show: Show) -> None:
    timeline = show(step=0)
    panel.select("racers", 0)
    assert panel.paths.inspector.formulas.blocks[-1].numbers == (), "before the first step there are none"
    move(panel, timeline, 1)
    gradient, update = panel.paths.inspector.formulas.blocks
    assert gradient.text == "g = ∇ f(w) = (−14.000, 40.000)"
    assert update.numbers == ("(−7.000, 2.000) − 0.1·g", "= (−5.600, −2.000)")
    for index, racer in enumerate(CHAPTER.racers):
        panel.select("racers", index)
        x, y = timeline.frame().positions[index]
        shown = panel.paths.inspector.formulas.blocks[-1].numbers[-1].replace("−", "-")
        assert shown == f"= ({x:.3f}, {y:.3f})", racer.name


def test_many_steps_have_no_dots_and_few_have(panel: RacePanel, show: Show) -> None:
    show(replace(CHAPTER, steps=120))
    assert {style.dot for style in panel.paths.surface.trails.styles} == {4.5}
    show(replace(CHAPTER, steps=121))
    assert {style.dot for style in panel.paths.surface.trails.styles} == {0.0}


# -- out of the picture, and beyond numbers ---------------------------------------------------------------------------


def test_a_racer_outside_is_marked_at_the_edge_with_its_distance(panel: RacePanel, show: Show) -> None:
    show(nesterov(30), step=2)
    panel.select("racers", 5)
    head = panel.paths.surface.markers.heads[5]
    assert head.y > 3
    assert head.away == f"{head.y - 3:.3g} outside"
    texts = {text.text: text.area for text in texts_of(panel.paths.surface)}
    assert f"Nesterov {head.away}" in texts
    edge = place(panel.paths.surface, head.x, 3.0)
    assert near(seen(panel.paths.surface)[edge.y() : edge.y() + 14, edge.x() - 7 : edge.x() + 8], LIGHT.series(5)).any()
    own = next(card for card in panel.paths.inspector.cards if card.title == "Nesterov diverges.")
    assert "above its stability limit 2(1+β)/((1+2β)λ) = 0.06786" in own.text


def test_overflow_ends_the_line_with_a_cross_and_a_sentence(panel: RacePanel, show: Show) -> None:
    timeline = show(nesterov(500), step=500)
    rows = timeline.record.reshape(501, 6, WIDTH)[:, 5, :3]
    ended = int(np.argmin(np.isfinite(rows).all(axis=1)))
    assert 400 < ended < 500
    head = panel.paths.surface.markers.heads[5]
    assert head.ended
    assert (head.x, head.y) == tuple(rows[ended - 1, :2]), "where it was last seen"
    assert head.away == f"overflow at step {ended}"
    assert any(text.text == f"Nesterov {head.away}" for text in texts_of(panel.paths.surface))
    assert panel.paths.inspector.cards[0].title == f"Nesterov overflowed at step {ended}."
    last = panel.paths.inspector.standings.rows[-1]
    assert (last.name, last.values[-1]) in {("Nesterov", "undefined"), ("Nesterov", "∞")}
    move(panel, timeline, ended - 1)
    assert not panel.paths.surface.markers.heads[5].ended


def test_who_has_been_outside_meanwhile_is_noted(panel: RacePanel, show: Show) -> None:
    timeline = show(step=12)
    out = timeline.record.reshape(31, 5, WIDTH)[:13, 1, 0] > 2
    steps = np.flatnonzero(out)
    note = panel.paths.surface.markers.note
    assert note.startswith(f"Momentum overshoots: outside in steps {steps[0]}–{steps[-1]}")
    panel.set_shown("racers", 1, shown=False)
    assert panel.paths.surface.markers.note == ""


# -- the view ---------------------------------------------------------------------------------------------------------


def test_a_view_is_given_and_taken_back(panel: RacePanel, show: Show) -> None:
    show(step=12)
    view = {"selected": 1, "hidden": [0, 3], "curve": "gradient"}
    panel.set_view(view)
    assert panel.view() == view
    assert [head.name for head in panel.paths.surface.markers.heads] == ["Momentum", "AdaGrad", "Adam"]
    assert panel.paths.choice.current() == "gradient"


@pytest.mark.parametrize(
    "view",
    [
        {},
        {"selected": -1, "hidden": "all", "curve": "speed"},
        {"selected": True, "hidden": [True, -1, 12, 1.5, None, "0", [0]], "curve": ["loss"]},
        {"selected": 1e9, "hidden": {"0": 1}, "curve": None, "zoom": 3},
        {"selected": "2", "hidden": None, "curve": {}},
        {"selected": 10**30, "hidden": [10**30], "curve": 0},
    ],
)
def test_what_does_not_fit_in_a_view_is_ignored(panel: RacePanel, show: Show, view: dict[str, Any]) -> None:
    show(step=12)
    before = panel.view()
    panel.set_view(view)
    assert panel.view() == before


def test_a_view_of_more_racers_than_there_are_is_cut(panel: RacePanel, show: Show) -> None:
    panel.set_view({"selected": 11, "hidden": [11]})
    show(step=12)
    assert panel.view() == {"selected": 4, "hidden": [], "curve": "loss"}
    assert told_of(panel) == "Adam · step 12"
