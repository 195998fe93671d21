"""The initialization tab: what the learner sees of a draw, and what the hand can do."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator

import numpy as np
import pytest
import shiboken6
from PySide6.QtCore import QCoreApplication, QObject, QPointF, Qt, QTranslator
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from engine.initializers import INITIALIZERS, Initializer, Normal
from engine.parameter import parameters
from engine.simulations import SIMULATIONS
from engine.simulations.initialization import InitializationSettings, Scheme
from engine.timeline import Timeline
from gui.panels.initialization import InitializationPanel
from gui.panels.initialization.chance_plot import ChancePlot
from gui.panels.initialization.matrix_picture import STEPS, weight_colours
from gui.panels.initialization.weights_view import SchemeParts
from gui.theme import load_theme

Show = Callable[..., Timeline]
LIGHT, DARK = load_theme("light"), load_theme("dark")


@pytest.fixture
def panel(qapp: object) -> Iterator[InitializationPanel]:
    """A panel at the window's usual size, empty as yet."""
    made = InitializationPanel(LIGHT)
    made.resize(750, 717)
    made.right.resize(300, 717)
    assert made.view() == {"selected": 3, "hidden": [], "scale": "common"}
    yield made
    for widget in (made.left, made.right, made):
        shiboken6.delete(widget)


@pytest.fixture
def show(panel: InitializationPanel) -> Show:
    """Shows a run at a step, solved `ahead` steps further; gives its timeline."""

    def shown(
        settings: InitializationSettings | None = None, step: int = 100, ahead: int = 0, seed: int = 0
    ) -> Timeline:
        timeline = Timeline(SIMULATIONS["initialization"].simulation, settings or InitializationSettings(), seed)
        timeline.seek(step + ahead)
        timeline.seek(step)
        panel.show_run((timeline,))
        panel.show_frames((timeline.frame(),), True)
        return timeline

    return shown


def with_kinds(*kinds: str, n_in: int = 100, n_out: int = 50) -> InitializationSettings:
    schemes = tuple(Scheme(initializer=INITIALIZERS[kind](), colour=i) for i, kind in enumerate(kinds))
    return InitializationSettings(n_in=n_in, n_out=n_out, schemes=schemes)


def visible(panel: InitializationPanel) -> list[SchemeParts]:
    return [parts for parts in panel.weights.columns if not parts.head.isHidden()]


def painted(widget: QWidget) -> QImage:
    """What is to be seen; an exception in a paint event fails the test."""
    widget.ensurePolished()
    return widget.grab().toImage()


# -- what is seen -----------------------------------------------------------------------------------------------------


def test_each_scheme_has_its_column(panel: InitializationPanel, show: Show) -> None:
    show()
    assert [parts.head.text() for parts in visible(panel)] == ["Zeros", "Normal", "Xavier", "He"]
    assert [parts.formula.formula for parts in visible(panel)] == [
        "W = 0",
        "N(0, 0.01)",
        r"N(0, \sqrt{2 / (n_{in} + n_{out})})",
        r"N(0, \sqrt{2 / n_{in}})",
    ]
    assert [parts.head.colour for parts in visible(panel)] == [0, 1, 2, 3]
    assert [parts.head.isChecked() for parts in visible(panel)] == [False, False, False, True]


def test_the_table_shows_sample_and_expected_to_the_chapters_digits(panel: InitializationPanel, show: Show) -> None:
    timeline = show()
    weights = timeline.frame().weights
    rows = panel.inspector.table.rows
    assert [row.name for row in rows] == ["Zeros", "Normal", "Xavier", "He"]
    assert [row.values[2] for row in rows] == ["0", "0.0100", "0.1155", "0.1414"]
    assert [row.values[1] for row in rows[1:]] == [f"{w.std():.4f}" for w in weights[1:]]
    assert rows[3].values[0] == f"{weights[3].mean():.4f}".replace("-", "−")
    assert rows[0].values == ("0", "0", "0")
    assert [row.bold for row in rows] == [False, False, False, True]
    assert "seed 0 · 100 × 50" in panel.inspector.heading.accessibleName()


def test_each_column_says_how_far_off_chance_may_be(panel: InitializationPanel, show: Show) -> None:
    weights = show().frame().weights[2]
    mean, std = visible(panel)[2].lines.samples
    assert (std.name, std.value) == ("std", f"{weights.std():.4f}")
    assert std.expected[0] == "expected 0.1155 ± 0.0012"
    assert mean.expected[0] == "expected 0 ± 0.0016"
    score = weights.mean() / (np.sqrt(2 / 150) / np.sqrt(5000))
    assert mean.scores[0] == f"{score:+.1f} SE".replace("-", "−")
    zero = visible(panel)[0].lines.samples[1]
    assert (zero.value, zero.scores[0], zero.expected[0]) == ("0", "", "expected 0")


def test_the_right_column_compares_the_selected_scheme_with_chance(panel: InitializationPanel, show: Show) -> None:
    frame = show().frame()
    mean, std = panel.inspector.chance.rows
    assert std.values[:2] == ("0.1414", "0.0014")
    assert std.values[2] == f"{frame.std_score[3]:+.1f}".replace("-", "−")
    assert mean.values[:2] == ("0", "0.0020")
    assert "weights: 5000" in panel.inspector.chance_heading.accessibleName()
    assert panel.inspector.draw_card.title == "The draw is within chance."


def test_why_two_over_n(panel: InitializationPanel, show: Show) -> None:
    show()
    assert [block.numbers[0] for block in panel.inspector.why.blocks] == [
        "√(2 / 100) = 0.1414",
        "100 · 0.02 · 1.00 = 2.00",
        "ReLU keeps half: 1.00",
    ]
    assert "Why 2 / n He" in panel.inspector.why_heading.accessibleName()
    assert panel.inspector.signal_card.title == "He normal keeps the signal under ReLU."
    assert "= 2.00" in panel.inspector.signal_card.text


def test_before_the_first_row_nothing_is_claimed(panel: InitializationPanel, show: Show) -> None:
    show(step=0)
    assert {value for row in panel.inspector.table.rows for value in row.values[:2]} == {"–"}
    assert panel.inspector.draw_card.title == "Nothing is drawn yet."
    assert [parts.lines.samples[1].value for parts in visible(panel)[1:]] == ["–"] * 3
    assert visible(panel)[0].histogram.note == ""
    assert not any(heights.any() for parts in visible(panel) for heights in [parts.histogram.bars[1]])
    ground = painted(visible(panel)[3].picture).pixelColor(80, 60)
    assert ground == LIGHT.color("soft")


def test_a_draw_beyond_chance_is_told(panel: InitializationPanel, show: Show) -> None:
    settings = with_kinds("he_normal", n_in=6, n_out=20)
    simulation = SIMULATIONS["initialization"].simulation(settings)
    for seed in range(3000):  # about one in two hundred
        state = simulation.start(settings, seed)
        rows = state.draw.weights[0, :2]
        if rows.mean() * np.sqrt(40 / (2 / 6)) < -3.05:
            break
    show(settings, step=2, seed=seed)
    assert panel.inspector.draw_card.title.startswith("The mean is −3.")
    assert "new draw" in panel.inspector.draw_card.text


# -- the matrix -------------------------------------------------------------------------------------------------------


def test_rows_are_uncovered_from_the_top(panel: InitializationPanel, show: Show) -> None:
    show(step=34)
    painted(panel)
    picture = visible(panel)[3].picture
    image, filled = painted(picture), round(0.34 * picture.height())
    assert picture.rows == 34
    columns = range(5, picture.width() - 5, 5)
    lower = {image.pixelColor(x, y).rgb() for x in columns for y in range(filled + 4, picture.height() - 3, 5)}
    upper = {image.pixelColor(x, y).rgb() for x in columns for y in range(3, filled - 4, 5)}
    assert lower == {LIGHT.color("soft").rgb()}
    assert len(upper) > 30
    assert LIGHT.color("soft").rgb() not in upper
    assert image.pixelColor(60, filled - 1) == LIGHT.color("accent")  # the row drawn last


def test_a_weights_colour_is_its_place_on_the_common_scale(panel: InitializationPanel, show: Show) -> None:
    timeline = show()
    colours, level = weight_colours(LIGHT), timeline.scene.level
    for index in range(4):
        image = visible(panel)[index].picture.image
        assert (image.width(), image.height()) == (50, 100)
        for row, column in ((0, 0), (99, 49), (40, 7)):
            w = timeline.frame().weights[index, row, column]
            place = round(float(np.clip(w / level, -1, 1)) * STEPS) + STEPS
            assert image.pixel(column, row) == int(colours[place])


def test_each_on_its_own_scale_shows_that_the_draw_is_the_same(panel: InitializationPanel, show: Show) -> None:
    show()
    common = [parts.picture.image.copy() for parts in visible(panel)]
    assert common[1] != common[3]
    assert panel.weights.colours.ends == ("−0.42", "0.42")
    panel.set_view({"scale": "own"})
    own = [parts.picture.image for parts in visible(panel)]
    assert own[1] == own[2] == own[3]
    assert own[3] == common[3]
    assert panel.weights.colours.ends == ("−3 σ", "3 σ")
    assert [round(parts.histogram.reach, 3) for parts in visible(panel)] == [1.0, 0.04, 0.462, 0.566]


def test_a_tool_tip_finds_the_weight_under_the_mouse(panel: InitializationPanel, show: Show) -> None:
    show(step=50)
    picture = visible(panel)[3].picture
    picture.resize(100, 200)
    assert picture.weight_at(QPointF(1, 1)) == (0, 0)
    assert picture.weight_at(QPointF(99, 99)) == (49, 49)
    assert picture.weight_at(QPointF(50, 101)) is None


# -- the histogram ----------------------------------------------------------------------------------------------------


def test_histograms_show_the_frames_bars_and_the_laws_density(panel: InitializationPanel, show: Show) -> None:
    timeline = show()
    frame, scene = timeline.frame(), timeline.scene
    for index in (1, 2, 3):
        histogram = visible(panel)[index].histogram
        edges, heights = histogram.bars
        assert np.array_equal(heights, frame.heights[index])
        assert len(edges) == len(heights) + 1
        assert histogram.reach == scene.reach
        w, density = histogram.density or ((), ())
        assert max(density) == pytest.approx(0.39894 / scene.schemes[index].std, rel=1e-4)
        assert abs(w[0]) == pytest.approx(4 * scene.schemes[index].std)


def test_zeros_are_a_spike_with_a_word(panel: InitializationPanel, show: Show) -> None:
    show()
    histogram = visible(panel)[0].histogram
    assert histogram.note == "all 5000\nare 0"
    assert histogram.density is None
    histogram.resize(166, 110)
    assert painted(histogram).pixelColor(83, 60) == LIGHT.series(0)


def test_bars_and_dashes_are_painted(panel: InitializationPanel, show: Show) -> None:
    show()
    histogram = visible(panel)[3].histogram
    histogram.resize(166, 110)
    image = painted(histogram)
    fill = LIGHT.blend(3, 0.35)
    assert image.pixelColor(83, 70) == fill
    dark = [x for x in range(166) for y in range(90) if image.pixelColor(x, y).lightness() < 80]
    assert len(dark) > 100
    gaps = set(range(20, 146)) - set(dark)
    assert len(gaps) > 10  # dashed, not drawn through


# -- how chance shrinks -----------------------------------------------------------------------------------------------


def drawn_of(plot: ChancePlot, index: int) -> np.ndarray:
    """The points of one curve that are its own: (k, 2)."""
    points = plot.known_points[:, index]
    return points[np.isfinite(points[:, 1])]


def test_curves_follow_the_record(panel: InitializationPanel, show: Show) -> None:
    timeline = show(with_kinds("he_normal", "he_uniform"), step=40, ahead=60)
    record = timeline.record
    for plot, column in ((panel.weights.mean_plot, 0), (panel.weights.std_plot, 1)):
        assert plot.trails.step == 80  # each row stands twice
        for index in (0, 1):
            points = drawn_of(plot, index)
            assert np.array_equal(np.unique(points[:, 0]), np.log10(np.arange(1, 101)))
            assert points[-1, 1] == pytest.approx(record[100, 2 * index + column] / np.sqrt(2 / 100))
        assert plot.marks.place == pytest.approx(np.log10(40))
        assert len(plot.marks.dots) == 2
        assert plot.marks.isVisible()


def test_coinciding_curves_take_turns_and_leave_no_gap(panel: InitializationPanel, show: Show) -> None:
    show()
    plot = panel.weights.std_plot
    own = [np.diff(np.isfinite(plot.known_points[1:, i, 1]).reshape(-1)) for i in range(4)]
    assert not np.isfinite(plot.known_points[:, 0, 1]).any()  # zeros have no chance to shrink
    assert all(changes.sum() >= 10 for changes in own[1:])
    assert "Normal, Xavier, He" in plot.backdrop.notes[1]


def test_the_band_is_that_of_the_selected_scheme(panel: InitializationPanel, show: Show) -> None:
    show(with_kinds("orthogonal", "he_normal"))
    band = panel.weights.std_plot.backdrop
    assert band.colour == 1
    assert "±2 standard errors, He" in band.notes[0]
    wide = np.ptp(band.outline[:, 1])
    panel.select("schemes", 0)
    assert band.colour == 0
    assert np.ptp(band.outline[:, 1]) < wide
    show(with_kinds("zeros"))
    assert band.notes[0] == ""
    assert not len(band.outline)


# -- playing ----------------------------------------------------------------------------------------------------------


def everything(panel: InitializationPanel) -> tuple[int, ...]:
    """How many objects and items the panel is made of."""
    objects = [len(part.findChildren(QObject)) for part in (panel, panel.right, panel.left) if part is not None]
    plots = (panel.weights.mean_plot, panel.weights.std_plot)
    return (*objects, *(len(plot.scene().items()) for plot in plots))


@pytest.mark.parametrize("kinds", [("zeros", "normal", "xavier_normal", "he_normal"), ("orthogonal",)])
def test_playing_makes_no_items_and_no_pictures(
    panel: InitializationPanel, show: Show, qtbot: QtBot, kinds: tuple[str, ...]
) -> None:
    timeline = show(with_kinds(*kinds), step=0)
    panel.show()
    qtbot.waitExposed(panel)
    before = everything(panel)
    images = [parts.picture.image for parts in visible(panel)]
    for step in range(1, 101):
        timeline.seek(step)
        panel.show_frames((timeline.frame(),), False)
        QCoreApplication.processEvents()
    assert everything(panel) == before
    assert all(parts.picture.image is image for parts, image in zip(visible(panel), images, strict=True))
    assert visible(panel)[-1].picture.rows == 100
    assert "row 100 of 100" in panel.weights.matrix_caption.text
    panel.hide()


def test_stepping_back_shows_what_was_seen_before(panel: InitializationPanel, show: Show) -> None:
    timeline = show(step=30, ahead=70)
    first = painted(panel)
    table = panel.inspector.table.rows
    for step in (31, 100, 30):
        timeline.seek(step)
        panel.show_frames((timeline.frame(),), step == 31)
    assert panel.inspector.table.rows == table
    assert painted(panel) == first


# -- the hand ---------------------------------------------------------------------------------------------------------


def test_a_click_on_a_head_selects_its_scheme(panel: InitializationPanel, show: Show, qtbot: QtBot) -> None:
    show()
    with qtbot.waitSignal(panel.selected) as caught:
        QTest.mouseClick(panel.weights.columns[2].head, Qt.MouseButton.LeftButton)
    assert caught.args == ["schemes", 2]
    assert panel.view()["selected"] == 2
    assert [parts.head.isChecked() for parts in visible(panel)] == [False, False, True, False]
    assert "Xavier" in panel.inspector.why_heading.accessibleName()
    assert len(panel.inspector.why.blocks) == 4


def test_a_head_is_pressed_by_key_too(panel: InitializationPanel, show: Show, qtbot: QtBot) -> None:
    show()
    with qtbot.waitSignal(panel.selected) as caught:
        QTest.keyClick(panel.weights.columns[0].head, Qt.Key.Key_Space)
    assert caught.args == ["schemes", 0]
    assert panel.inspector.signal_card.title == "Zeros: all units stay equal."
    assert panel.inspector.draw_card.title == "Chance has no part in it."


def test_a_row_of_the_table_selects_its_scheme(panel: InitializationPanel, show: Show, qtbot: QtBot) -> None:
    show()
    with qtbot.waitSignal(panel.selected) as caught:
        panel.inspector.table.row_clicked.emit(1)
    assert caught.args == ["schemes", 1]
    assert panel.inspector.signal_card.title == "Normal: the signal dies out with depth."


def test_the_form_selects_and_hides(panel: InitializationPanel, show: Show) -> None:
    show()
    panel.select("schemes", 1)
    panel.select("racers", 2)
    assert panel.view()["selected"] == 1
    panel.set_shown("schemes", 0, False)
    panel.set_shown("racers", 1, False)
    assert [parts.head.text() for parts in visible(panel)] == ["Normal", "Xavier", "He"]
    assert panel.inspector.table.rows[0].faded
    panel.set_shown("schemes", 0, True)
    assert len(visible(panel)) == 4


def test_what_the_form_says_twice_is_shown_once(
    panel: InitializationPanel, show: Show, monkeypatch: pytest.MonkeyPatch
) -> None:
    show()
    times = []
    monkeypatch.setattr(panel.weights, "show_scene", lambda *_: times.append(1))
    for index in range(4):
        panel.set_shown("schemes", index, True)
    panel.select("schemes", 3)
    assert not times
    panel.set_shown("schemes", 1, False)
    panel.set_shown("schemes", 1, False)
    assert len(times) == 1


def test_all_hidden_is_an_empty_picture_not_an_error(panel: InitializationPanel, show: Show) -> None:
    show()
    for index in range(4):
        panel.set_shown("schemes", index, False)
    assert not visible(panel)
    painted(panel)


def test_the_scale_is_chosen_by_hand(panel: InitializationPanel, show: Show, qtbot: QtBot) -> None:
    show()
    with qtbot.waitSignal(panel.view_changed):
        panel.weights.scale.chosen.emit("own")
    assert panel.view()["scale"] == "own"


def test_a_new_draw_is_the_next_seed(panel: InitializationPanel, show: Show, qtbot: QtBot) -> None:
    show(seed=7)
    with qtbot.waitSignal(panel.seed_requested) as caught:
        QTest.mouseClick(panel.draw_box.button, Qt.MouseButton.LeftButton)
    assert caught.args == [8]
    assert panel.draw_box.seed.text() == "7"  # until the run of that seed is shown


def test_a_seed_can_be_typed(panel: InitializationPanel, show: Show, qtbot: QtBot) -> None:
    show(seed=7)
    field = panel.draw_box.seed
    field.selectAll()
    QTest.keyClicks(field, "123")
    with qtbot.waitSignal(panel.seed_requested) as caught:
        QTest.keyClick(field, Qt.Key.Key_Return)
    assert caught.args == [123]
    show(seed=9)
    assert field.text() == "9"


def test_the_largest_seed_is_followed_by_the_first(panel: InitializationPanel, show: Show, qtbot: QtBot) -> None:
    show(seed=2**63 - 1)
    with qtbot.waitSignal(panel.seed_requested) as caught:
        QTest.mouseClick(panel.draw_box.button, Qt.MouseButton.LeftButton)
    assert caught.args == [0]


# -- view, theme, language --------------------------------------------------------------------------------------------


def test_a_view_is_taken_back(panel: InitializationPanel, show: Show) -> None:
    show()
    panel.set_view({"selected": 1, "hidden": [0, 2], "scale": "own"})
    assert panel.view() == {"selected": 1, "hidden": [0, 2], "scale": "own"}
    assert [parts.head.text() for parts in visible(panel)] == ["Normal", "He"]


@pytest.mark.parametrize(
    "view",
    [
        {"selected": 4, "hidden": "all", "scale": "huge", "zoom": 3},
        {"selected": True, "hidden": [9, -1, None, 1.5], "scale": None},
        {"selected": "he", "hidden": {}, "scale": ["own"]},
        {},
    ],
)
def test_a_view_that_does_not_fit_is_ignored(panel: InitializationPanel, show: Show, view: dict[str, object]) -> None:
    show()
    panel.set_view(view)
    assert panel.view() == {"selected": 3, "hidden": [], "scale": "common"}


def test_a_selected_scheme_that_is_gone_gives_way_to_the_last(panel: InitializationPanel, show: Show) -> None:
    show(with_kinds("zeros", "he_normal"))
    assert [parts.head.isChecked() for parts in visible(panel)] == [False, True]
    show()
    assert visible(panel)[3].head.isChecked()


def test_another_theme_repaints_pictures_bars_and_texts(panel: InitializationPanel, show: Show) -> None:
    show(step=50)
    light = painted(panel)
    panel.set_theme(DARK)
    dark = painted(panel)
    assert dark != light
    assert QColor.fromRgba(panel.weights.columns[0].picture.image.pixel(0, 0)) == DARK.color("paper")
    assert painted(visible(panel)[3].picture).pixelColor(80, 100) == DARK.color("soft")
    panel.set_theme(LIGHT)
    assert painted(panel) == light


class Marked(QTranslator):
    """A language in which every text is marked, so that one that was left out is found."""

    def translate(self, _context: str, text: str, _hint: str | None = None, _count: int = -1) -> str:
        return f"«{text}»"

    def isEmpty(self) -> bool:
        return False


def test_every_text_follows_the_language_and_comes_back(panel: InitializationPanel, show: Show) -> None:
    show()
    before = painted(panel)
    translator = Marked()
    QCoreApplication.installTranslator(translator)
    panel.retranslate()
    weights, inspector = panel.weights, panel.inspector
    texts = [
        *(parts.head.text() for parts in visible(panel)),
        *(sample.name for parts in visible(panel) for sample in parts.lines.samples),
        *(sample.expected[0] for parts in visible(panel) for sample in parts.lines.samples),
        *(caption.text for caption in (weights.matrix_caption, weights.histogram_caption, weights.mean_caption)),
        weights.std_caption.text,
        *weights.std_plot.backdrop.notes,
        visible(panel)[0].histogram.note,
        inspector.signal_card.title,
        inspector.signal_card.text,
        inspector.draw_card.text,
        inspector.why_heading.accessibleName(),
        panel.draw_box.button.text(),
        panel.draw_box.note.text(),
    ]
    assert [text for text in texts if "«" not in text] == []
    QCoreApplication.removeTranslator(translator)
    panel.retranslate()
    assert visible(panel)[3].head.text() == "He"
    assert painted(panel) == before


# -- layout -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("size", [(498, 560), (640, 500), (750, 717), (1300, 1000)])
@pytest.mark.parametrize("count", [1, 2, 3, 4])
def test_one_to_four_schemes_share_the_room(
    panel: InitializationPanel, show: Show, qtbot: QtBot, size: tuple[int, int], count: int
) -> None:
    show(with_kinds("he_uniform", "xavier_uniform", "orthogonal", "he_normal")) if count == 4 else show(
        with_kinds(*["xavier_uniform", "he_normal", "zeros"][:count])
    )
    panel.resize(*size)
    panel.show()
    qtbot.waitExposed(panel)
    assert (panel.width(), panel.height()) == size  # nothing needs more room
    parts = visible(panel)
    assert len(parts) == count
    shown: list[QWidget] = [widget for column in parts for widget in column.widgets]
    weights = panel.weights
    shown += [weights.matrix_caption, weights.colours, weights.histogram_caption, weights.scale]
    shown += [weights.mean_caption, weights.std_caption, weights.mean_plot, weights.std_plot]
    places = [(w, w.rect().translated(w.mapTo(panel, w.rect().topLeft()))) for w in shown]
    for widget, place in places:
        assert panel.rect().contains(place), widget
    for (one, here), (other, there) in itertools.combinations(places, 2):
        assert not here.intersects(there), (one, other)
    widths = {column.picture.width() for column in parts}
    assert max(widths) - min(widths) <= 1
    assert min(column.picture.height() for column in parts) >= 40
    assert min(column.histogram.height() for column in parts) >= 60
    panel.hide()


# -- every control to both ends ---------------------------------------------------------------------------------------


def every_extreme() -> list[Initializer]:
    """Every scheme, with each of its numbers at both limits."""
    found = [cls() for cls in INITIALIZERS.values()]
    for cls in INITIALIZERS.values():
        for name, declared in parameters(cls).items():
            found += [cls(**{name: end}) for end in (declared.low, declared.high)]
    return found


@pytest.mark.parametrize(("n_in", "n_out"), [(1, 1), (1, 1000), (1000, 1), (2, 2), (1000, 1000)])
def test_no_setting_that_is_allowed_breaks_the_picture(
    panel: InitializationPanel, show: Show, n_in: int, n_out: int
) -> None:
    extremes = every_extreme()
    for first in range(0, len(extremes), 4):
        schemes = tuple(Scheme(initializer=rule, colour=11 - i) for i, rule in enumerate(extremes[first : first + 4]))
        settings = InitializationSettings(n_in=n_in, n_out=n_out, schemes=schemes)
        for step in (0, 1, n_in):
            show(settings, step=step)
            for index in range(len(schemes)):
                panel.select("schemes", index)
            painted(panel)
            painted(panel.right)
            text = " ".join(row.text for row in (*panel.inspector.table.rows, *panel.inspector.chance.rows))
            assert "nan" not in text
            assert "inf" not in text


def test_a_loud_scheme_beside_a_quiet_one(panel: InitializationPanel, show: Show) -> None:
    loud, quiet = Scheme(initializer=Normal(sigma=10.0)), Scheme(initializer=Normal(sigma=1e-4), colour=1)
    show(InitializationSettings(schemes=(loud, quiet)))
    assert panel.inspector.table.rows[1].values[2] == "1.0e−04"
    assert panel.inspector.signal_card.title == "Normal: the signal dies out with depth."
    painted(panel)


def test_nothing_is_said_of_chance_before_anything_is_drawn(panel: InitializationPanel, show: Show) -> None:
    run = show()
    run.seek(0)
    panel.show_frames((run.frame(),), True)
    assert [row.values[1:] for row in panel.inspector.chance.rows] == [("–", "–")] * 2
    assert visible(panel)[3].lines.samples[0].expected == ("expected 0", "0")


@pytest.mark.parametrize("width", [470, 640, 800, 1100])
def test_all_columns_write_what_has_room_in_all(panel: InitializationPanel, show: Show, width: int) -> None:
    panel.resize(width, 600)
    show()
    QCoreApplication.processEvents()
    lines = [parts.lines for parts in visible(panel)]
    forms = {line.form() for line in lines}
    assert len(forms) == 1
    wording = forms.pop()[1]
    for line in lines:
        for sample in line.samples:
            text = sample.expected[min(wording, len(sample.expected) - 1)]
            assert line.faces.small.width(text) <= line.width()
            assert not text.startswith("±")  # never without the expected value
