"""The tab *Optimizer race*: what a learner sees of every racer, and what the hand can do to them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import numpy as np
import pytest
import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from engine.optimizers import OPTIMIZERS
from engine.parameter import replace_at
from engine.recipe import default_recipe
from engine.simulations.race import Racer, RaceSettings
from engine.simulations.race_paths import WIDTH
from engine.timeline import Timeline
from gui.main_window import MainWindow
from gui.panels.race import RacePanel
from gui.theme import load_theme
from gui.widgets.plot import Plot
from gui.widgets.trails import MOST_SEGMENTS
from tests.gui.painted_texts import texts_of
from tests.gui.widgets.pixels import Pixels, near, pixels_of

LIGHT, DARK = load_theme("light"), load_theme("dark")
CHAPTER = RaceSettings()
LEFT = Qt.MouseButton.LeftButton
Show = Callable[..., Timeline]


@pytest.fixture
def panel(qapp: object, qtbot: QtBot) -> Iterator[RacePanel]:
    """A panel on the screen, empty as yet."""
    made = RacePanel(LIGHT)
    made.resize(720, 700)
    made.right.resize(300, 700)
    made.show()
    qtbot.waitExposed(made)
    assert made.view() == {"selected": 4, "hidden": [], "curve": "loss"}
    yield made
    shiboken6.delete(made.right)
    shiboken6.delete(made)


@pytest.fixture
def show(panel: RacePanel) -> Show:
    """Shows a race at a step; gives its timeline, solved to the end."""

    def shown(settings: RaceSettings = CHAPTER, step: int = 30) -> Timeline:
        timeline = default_recipe("race").changed(settings=settings).timeline()
        timeline.seek(timeline.length)
        panel.show_run((timeline,))
        move(panel, timeline, step)
        return timeline

    return shown


def move(panel: RacePanel, timeline: Timeline, step: int, fresh: bool = True) -> None:
    timeline.seek(step)
    panel.show_frames((timeline.frame(),), fresh)


def place(plot: Plot, x: float, y: float) -> QPoint:
    """Where a point of a plot stands in its viewport."""
    return plot.mapFromScene(plot.box.mapViewToScene(QPointF(x, y)))


def seen(plot: Plot) -> Pixels:
    """What a plot has painted, a pixel to a logical one."""
    return pixels_of(plot.viewport().grab().toImage())


def color_at(plot: Plot, x: float, y: float) -> QColor:
    at = place(plot, x, y)
    return QColor(*(int(part) for part in seen(plot)[at.y(), at.x()]))


def is_near(a: QColor, b: QColor, most: int = 40) -> bool:
    return bool(near(np.array([a.getRgb()[:3]]), b, most).all())


def told_of(panel: RacePanel) -> str:
    """Whose step the right column shows."""
    title = panel.inspector.heading.accessibleName()
    return title.removeprefix("This step ")


def part_of_form(window: MainWindow, name: str) -> Any:  # noqa: ANN401 - one of many kinds
    """A widget of the form by its name."""
    return window.page.form.findChild(QWidget, name)


def nesterov(steps: int) -> RaceSettings:
    """The chapter's race with Nesterov added, at a learning rate at which it diverges."""
    rule = OPTIMIZERS["nesterov"](learning_rate=0.1)
    return replace(CHAPTER, steps=steps, racers=(*CHAPTER.racers, Racer("Nesterov", 5, rule)))


# -- what is to be seen -----------------------------------------------------------------------------------------------


def test_trails_and_curves_show_the_record(panel: RacePanel, show: Show) -> None:
    timeline = show(step=12)
    rows = timeline.record.reshape(31, 5, WIDTH)
    assert np.array_equal(panel.surface.trails.points, rows[..., :2])
    assert panel.surface.trails.step == panel.curves.trails.step == 12
    curves = panel.curves.trails.points
    assert np.array_equal(curves[:, 2, 0], np.arange(31))
    assert np.allclose(10 ** curves[..., 1], rows[..., 2], rtol=1e-12)


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_every_racer_stands_where_it_is_in_its_colour(panel: RacePanel, show: Show, theme: Any) -> None:  # noqa: ANN401
    panel.set_theme(theme)
    timeline = show(step=12)
    for racer, (x, y) in zip(CHAPTER.racers, timeline.frame().positions, strict=True):
        assert is_near(color_at(panel.surface, x, y), theme.series(racer.colour)), racer.name


def test_a_trail_is_full_up_to_the_cursor_and_faded_after_it(panel: RacePanel, show: Show) -> None:
    timeline = show(step=3)
    sgd = timeline.record.reshape(31, 5, WIDTH)[:, 0, :2]
    blue, ground = LIGHT.series(0), color_at(panel.surface, -7.9, -2.9)
    past, future = (sgd[2] + sgd[3]) / 2, (sgd[8] + sgd[9]) / 2
    assert is_near(color_at(panel.surface, *past), blue, 90)
    faded = color_at(panel.surface, *future)
    assert not is_near(faded, blue, 90)
    assert not is_near(faded, ground, 12)


def test_names_start_and_optimum_are_written_on_the_surface(panel: RacePanel, show: Show) -> None:
    show(step=12)
    said = [text.text for text in texts_of(panel.surface)]
    for name in ("SGD", "Momentum", "AdaGrad", "RMSprop", "Adam", "start — drag me", "optimum"):
        assert said.count(name) == 1, name


def test_names_lie_apart_and_within_the_plot(panel: RacePanel, show: Show) -> None:
    timeline = show(step=0)
    for step in range(0, 31, 3):
        move(panel, timeline, step)
        areas = [text.area for text in texts_of(panel.surface) if text.size == 12]
        assert len(areas) >= (7 if step else 2), "start and optimum, and from the first step on five racers"
        assert all(panel.surface.rect().contains(area.toAlignedRect()) for area in areas)
        assert not any(a.intersects(b) for i, a in enumerate(areas) for b in areas[:i])


def test_the_standings_go_by_loss(panel: RacePanel, show: Show) -> None:
    show(step=30)
    rows = panel.inspector.standings.rows
    assert [row.values[0] for row in rows] == ["on its way", "oscillates", "crawls", "never settles", "crawls"]
    assert [(row.name, row.values[-1]) for row in rows] == [
        ("RMSprop", "0.486"), ("Momentum", "1.84"), ("Adam", "17.50"), ("SGD", "40.00"), ("AdaGrad", "49.86"),
    ]  # fmt: skip
    assert [row.swatch for row in rows] == [3, 1, 4, 0, 2]
    assert [row.bold for row in rows] == [False, False, True, False, False]


def test_the_chapters_remark_on_sgd_is_said(panel: RacePanel, show: Show) -> None:
    show(step=30)
    first = panel.inspector.cards[0]
    assert first.title == "SGD never settles."
    assert first.text.startswith("η = 0.1 is exactly its stability limit 2/λ")


def test_the_formula_holds_the_numbers_of_this_step(panel: RacePanel, show: Show) -> None:
    timeline = show(step=0)
    panel.select("racers", 0)
    assert panel.inspector.formulas.blocks[-1].numbers == (), "before the first step there are none"
    move(panel, timeline, 1)
    gradient, update = panel.inspector.formulas.blocks
    assert gradient.text == "g = ∇ f(w) = (−14.000, 40.000)"
    assert update.numbers == ("(−7.000, 2.000) − 0.1·g", "= (−5.600, −2.000)")
    for index, racer in enumerate(CHAPTER.racers):
        panel.select("racers", index)
        x, y = timeline.frame().positions[index]
        shown = panel.inspector.formulas.blocks[-1].numbers[-1].replace("−", "-")
        assert shown == f"= ({x:.3f}, {y:.3f})", racer.name


def test_many_steps_have_no_dots_and_few_have(panel: RacePanel, show: Show) -> None:
    show(replace(CHAPTER, steps=120))
    assert {style.dot for style in panel.surface.trails.styles} == {4.5}
    show(replace(CHAPTER, steps=121))
    assert {style.dot for style in panel.surface.trails.styles} == {0.0}


# -- out of the picture, and beyond numbers ---------------------------------------------------------------------------


def test_a_racer_outside_is_marked_at_the_edge_with_its_distance(panel: RacePanel, show: Show) -> None:
    show(nesterov(30), step=2)
    panel.select("racers", 5)
    head = panel.surface.markers.heads[5]
    assert head.y > 3
    assert head.away == f"{head.y - 3:.3g} outside"
    texts = {text.text: text.area for text in texts_of(panel.surface)}
    assert f"Nesterov {head.away}" in texts
    edge = place(panel.surface, head.x, 3.0)
    assert near(seen(panel.surface)[edge.y() : edge.y() + 14, edge.x() - 7 : edge.x() + 8], LIGHT.series(5)).any()
    own = next(card for card in panel.inspector.cards if card.title == "Nesterov diverges.")
    assert "above its stability limit 2(1+β)/((1+2β)λ) = 0.06786" in own.text


def test_overflow_ends_the_line_with_a_cross_and_a_sentence(panel: RacePanel, show: Show) -> None:
    timeline = show(nesterov(500), step=500)
    rows = timeline.record.reshape(501, 6, WIDTH)[:, 5, :3]
    ended = int(np.argmin(np.isfinite(rows).all(axis=1)))
    assert 400 < ended < 500
    head = panel.surface.markers.heads[5]
    assert head.ended
    assert (head.x, head.y) == tuple(rows[ended - 1, :2]), "where it was last seen"
    assert head.away == f"overflow at step {ended}"
    assert any(text.text == f"Nesterov {head.away}" for text in texts_of(panel.surface))
    assert panel.inspector.cards[0].title == f"Nesterov overflowed at step {ended}."
    last = panel.inspector.standings.rows[-1]
    assert (last.name, last.values[-1]) in {("Nesterov", "undefined"), ("Nesterov", "∞")}
    move(panel, timeline, ended - 1)
    assert not panel.surface.markers.heads[5].ended


def test_who_has_been_outside_meanwhile_is_noted(panel: RacePanel, show: Show) -> None:
    timeline = show(step=12)
    out = timeline.record.reshape(31, 5, WIDTH)[:13, 1, 0] > 2
    steps = np.flatnonzero(out)
    note = panel.surface.markers.note
    assert note.startswith(f"Momentum overshoots: outside in steps {steps[0]}–{steps[-1]}")
    panel.set_shown("racers", 1, shown=False)
    assert panel.surface.markers.note == ""


# -- the hand ---------------------------------------------------------------------------------------------------------


def drag(plot: Plot, *places: tuple[float, float]) -> None:
    """Press, move and let go, in the plot's own units."""
    viewport, points = plot.viewport(), [place(plot, *each) for each in places]
    QTest.mousePress(viewport, LEFT, pos=points[0])
    for point in points[1:]:
        held_move(viewport, point)
    QTest.mouseRelease(viewport, LEFT, pos=points[-1])


def held_move(viewport: QWidget, point: QPoint) -> None:
    """A move with the button held, which that of `QTest` is not."""
    event = QMouseEvent(
        QEvent.Type.MouseMove, QPointF(point), viewport.mapToGlobal(QPointF(point)),
        Qt.MouseButton.NoButton, LEFT, Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip
    QCoreApplication.sendEvent(viewport, event)


def test_the_start_follows_the_hand_and_is_one_entry_of_undo(window: MainWindow, qtbot: QtBot) -> None:
    page = window.page
    window.seek(20)
    qtbot.waitUntil(lambda: page.session.step == 20)
    plot = page.panel.surface
    shown: list[tuple[float, float]] = []
    page.session.frames_ready.connect(lambda frames, _fresh: shown.append((frames[0].step, frames[0].settings.start)))
    drag(plot, (-7, 2), (-6, 1), (-4, 0.5), (-2, -1.5), (1, -2))
    qtbot.waitUntil(lambda: not page.session.waiting and page.session.runs[0].settings == page.session.recipe.settings)
    start = page.session.recipe.settings.start
    assert start == pytest.approx((1, -2), abs=0.03), "within two pixels"
    assert start == tuple(round(part, 2) for part in start)
    assert plot.markers.start == start
    assert {step for step, _ in shown} == {20}
    assert shown[-1][1] == start
    assert page.session.undo_stack.count() == 1
    assert window.menus.actions["undo"].text() == "Undo start point"
    window.undo()
    assert page.session.recipe.settings.start == (-7, 2)


def test_the_start_stays_on_the_surface(window: MainWindow) -> None:
    drag(window.page.panel.surface, (-7, 2), (0, 0), (60, -40))
    assert window.page.session.recipe.settings.start == (2, -3)


def test_a_press_elsewhere_moves_no_start(window: MainWindow) -> None:
    drag(window.page.panel.surface, (-4, -2), (0, 0), (1, 1))
    assert window.page.session.undo_stack.count() == 0


def test_the_start_dragged_while_another_change_is_being_solved_keeps_that_change(window: MainWindow) -> None:
    session = window.page.session
    window.page.form.edit("racers.0.optimizer.learning_rate", 0.05, done=True)
    assert session.runs[0].settings.racers[0].optimizer.learning_rate == 0.1, "not solved yet"
    drag(window.page.panel.surface, (-7, 2), (0, 0), (1, 1))
    assert session.recipe.settings.racers[0].optimizer.learning_rate == 0.05
    assert session.recipe.settings.start == pytest.approx((1, 1), abs=0.03)


def test_a_click_on_a_racer_selects_it_everywhere(window: MainWindow, qtbot: QtBot) -> None:
    page = window.page
    window.seek(12)
    qtbot.waitUntil(lambda: page.session.step == 12)
    x, y = page.session.runs[0].frame().positions[3]
    QTest.mouseClick(page.panel.surface.viewport(), LEFT, pos=place(page.panel.surface, x, y))
    assert page.form.selected_index("racers") == 3
    assert page.panel.view()["selected"] == 3
    assert told_of(page.panel) == "RMSprop · step 12"
    assert [row.name for row in page.panel.inspector.standings.rows if row.bold] == ["RMSprop"]
    widths = [style.width for style in page.panel.surface.trails.styles]
    assert widths.index(max(widths)) == 3


def test_with_hidden_racers_a_click_still_selects_the_one_under_it(panel: RacePanel, show: Show, qtbot: QtBot) -> None:
    timeline = show(step=12)
    panel.set_shown("racers", 0, shown=False)
    panel.set_shown("racers", 2, shown=False)
    x, y = timeline.frame().positions[3]
    with qtbot.waitSignal(panel.selected) as picked:
        QTest.mouseClick(panel.surface.viewport(), LEFT, pos=place(panel.surface, x, y))
    assert picked.args == ["racers", 3]


def test_a_click_on_a_mark_at_the_edge_selects_who_is_out_there(panel: RacePanel, show: Show) -> None:
    show(nesterov(30), step=2)
    head = panel.surface.markers.heads[5]
    QTest.mouseClick(panel.surface.viewport(), LEFT, pos=place(panel.surface, head.x, 3.0) + QPoint(0, 4))
    assert panel.view()["selected"] == 5


def test_a_click_in_the_standings_selects(window: MainWindow, qtbot: QtBot) -> None:
    page = window.page
    window.seek(30)
    qtbot.waitUntil(lambda: page.session.step == 30)
    table = page.panel.inspector.standings
    middle = next(y for y in range(table.height()) if table.row_at(y) == 4) + 8
    QTest.mouseClick(table, LEFT, pos=QPoint(60, middle))
    assert told_of(page.panel) == "AdaGrad · step 30"
    assert page.form.selected_index("racers") == 2


def test_a_card_selected_in_the_form_is_shown(window: MainWindow) -> None:
    QTest.mouseClick(part_of_form(window, "settings.racers.1"), LEFT, pos=QPoint(80, 8))
    assert told_of(window.page.panel) == "Momentum · step 0"


def test_a_racer_can_be_switched_off_and_on(window: MainWindow, qtbot: QtBot) -> None:
    page = window.page
    window.seek(12)
    qtbot.waitUntil(lambda: page.session.step == 12)
    before = page.session.runs
    x, y = page.session.runs[0].frame().positions[0]
    box = part_of_form(window, "shown.racers.0")
    assert is_near(color_at(page.panel.surface, x, y), LIGHT.series(0))
    QTest.mouseClick(box, LEFT)
    assert not is_near(color_at(page.panel.surface, x, y), LIGHT.series(0))
    assert "SGD" not in [text.text for text in texts_of(page.panel.surface)]
    assert "SGD" in [row.name for row in page.panel.inspector.standings.rows], "it races all the same"
    QTest.mouseClick(box, LEFT)
    assert is_near(color_at(page.panel.surface, x, y), LIGHT.series(0))
    assert page.session.runs is before
    assert page.session.undo_stack.count() == 0


def test_a_racer_that_is_added_is_selected_and_one_removed_is_not(window: MainWindow, qtbot: QtBot) -> None:
    page = window.page
    part_of_form(window, "settings.racers").add_entry("nesterov")
    qtbot.waitUntil(lambda: len(page.session.runs[0].settings.racers) == 6)
    assert page.panel.view()["selected"] == page.form.selected_index("racers") == 5
    assert told_of(page.panel) == "Nesterov · step 0"
    page.session.undo_stack.undo()
    qtbot.waitUntil(lambda: len(page.session.runs[0].settings.racers) == 5)
    assert page.panel.view()["selected"] == page.form.selected_index("racers") == 4


def test_removing_a_racer_repaints_no_other(panel: RacePanel, show: Show) -> None:
    show(replace(CHAPTER, racers=CHAPTER.racers[1:]), step=12)
    assert [style.series for style in panel.surface.trails.styles] == [1, 2, 3, 4]


@pytest.mark.parametrize(
    ("kind", "title", "axis", "column"),
    [
        ("gradient", "Size of the gradient by step", "|∇f|, log scale", 3),
        ("step", "Length of each step", "|Δw|, log scale", 4),
    ],
)
def test_another_curve_can_be_chosen(
    panel: RacePanel, show: Show, kind: str, title: str, axis: str, column: int
) -> None:
    timeline = show(step=30)
    segment = next(each for each in panel.choice.children() if getattr(each, "key", "") == kind)
    QTest.mouseClick(segment, LEFT)
    rows = timeline.record.reshape(31, 5, WIDTH)[1:, :, column]
    assert np.allclose(10 ** panel.curves.trails.points[1:, :, 1], rows)
    texts = [text.text for text in texts_of(panel)]
    assert title in texts
    assert axis.replace(" ", "") in "".join(texts).replace(" ", "")
    assert panel.view()["curve"] == kind


def test_a_surface_without_a_lowest_point_has_a_plain_axis(panel: RacePanel, show: Show) -> None:
    saddle = replace_at(replace(CHAPTER, steps=40), "surface.kind", "saddle").following("surface.kind")
    timeline = show(saddle, step=40)
    losses = timeline.record.reshape(41, 5, WIDTH)[..., 2]
    assert losses.min() < 0
    assert np.array_equal(panel.curves.trails.points[..., 1], losses)
    assert "loss f" in [text.text for text in texts_of(panel.curves)]


# -- the view ---------------------------------------------------------------------------------------------------------


def test_a_view_is_given_and_taken_back(panel: RacePanel, show: Show) -> None:
    show(step=12)
    view = {"selected": 1, "hidden": [0, 3], "curve": "gradient"}
    panel.set_view(view)
    assert panel.view() == view
    assert [head.name for head in panel.surface.markers.heads] == ["Momentum", "AdaGrad", "Adam"]
    assert panel.choice.current() == "gradient"


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


# -- the same picture however it was reached --------------------------------------------------------------------------


def picture(panel: RacePanel, turns: int = 1) -> Pixels:
    """The whole panel, long trails after some `turns`. Names forget where they stood, which they otherwise remember."""
    for _ in range(turns):
        panel.surface.markers._sides.clear()
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
        panel.surface.grab()
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
        assert panel.surface.markers.heads[4].x == timeline.record.reshape(-1, 5, WIDTH)[step, 4, 0]
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
