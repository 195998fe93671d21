"""The mode `one_pass` of the tab *Vanishing gradients*: what a learner sees of it, and where a click on it leads."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import cast

import numpy as np
import pytest
import shiboken6
from PySide6.QtCore import QCoreApplication, QObject, QPoint, QPointF, Qt, QTranslator
from PySide6.QtGui import QContextMenuEvent, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from engine.activations import ACTIVATIONS
from engine.initializers import INITIALIZERS, Normal
from engine.simulations import SIMULATIONS
from engine.simulations.gradients import GradientsSettings, NetworkChoice, OnePass
from engine.timeline import Timeline
from gui.panels.gradients import GradientsPanel
from gui.panels.gradients.pass_board import BoardFormula
from gui.panels.gradients.pass_inspector import PassInspector
from gui.panels.gradients.pass_ridges import outline_of
from gui.panels.gradients.pass_view import PassView
from gui.panels.gradients.raised import plain, runs
from gui.theme import load_theme
from gui.widgets.plot import Plot

LIGHT, DARK = load_theme("light"), load_theme("dark")
A = GradientsSettings(mode=OnePass())
B = A.counterpart()
Show = Callable[..., tuple[Timeline, ...]]


def network(kind: str, init: str, **switches: bool) -> GradientsSettings:
    return replace(A, network=NetworkChoice(ACTIVATIONS[kind](), INITIALIZERS[init](), **switches))


@pytest.fixture
def panel(qapp: object, qtbot: QtBot) -> Iterator[GradientsPanel]:
    """A panel on the screen at the window's usual size, empty as yet."""
    made = GradientsPanel(LIGHT)
    made.resize(750, 717)
    made.right.resize(300, 717)
    made.show()
    made.right.show()
    qtbot.waitExposed(made)
    assert made.view() == {}
    yield made
    assert made.left is not None
    for widget in (made.left, made.right, made):
        shiboken6.delete(widget)


@pytest.fixture
def show(panel: GradientsPanel) -> Show:
    """Shows passes at a step; gives their timelines."""

    def shown(*sides: GradientsSettings, step: int = 34) -> tuple[Timeline, ...]:
        runs = tuple(Timeline(SIMULATIONS["gradients"].simulation, side) for side in sides)
        for run in runs:
            run.seek(min(step, run.length))
        panel.show_run(runs)
        panel.show_frames(tuple(run.frame() for run in runs), True)
        QCoreApplication.processEvents()
        return runs

    return shown


@pytest.fixture
def view(panel: GradientsPanel) -> PassView:
    return cast(PassView, panel.view_of("one_pass").centre)


@pytest.fixture
def inspector(panel: GradientsPanel) -> PassInspector:
    return cast(PassInspector, panel.view_of("one_pass").right)


def painted(widget: QWidget) -> QImage:
    """What is to be seen; an exception in a paint event fails the test."""
    widget.ensurePolished()
    return widget.grab().toImage()


def at(plot: Plot, x: float, y: float) -> QPoint:
    """The pixel of a plot that shows a place."""
    return plot.mapFromScene(plot.box.mapViewToScene(QPointF(x, y)))


def click(plot: Plot, x: float, y: float) -> None:
    QTest.mouseClick(plot.viewport(), Qt.MouseButton.LeftButton, pos=at(plot, x, y))


def height(plot: Plot) -> float:
    """The middle of its axis."""
    return float(np.mean(plot.box.viewRange()[1]))


# -- what is seen -----------------------------------------------------------------------------------------------------


def test_the_step_at_hand_in_formulas_and_numbers(show: Show, inspector: PassInspector) -> None:
    runs = show(A, replace(B, network=replace(B.network, residual=True)))
    assert inspector.step_title.accessibleName() == "This step backward, layer 7"
    assert inspector.board.formulas == (
        BoardFormula("g^[(7)] = δ^[(8)] W^[(8)T]", 0),
        BoardFormula("g^[(7)] = δ^[(8)] W^[(8)T] + g^[(8)]", 1),
        BoardFormula("δ^[(7)] = g^[(7)] ⊙ f′(z^[(7)])"),
        BoardFormula("∂L/∂W^[(7)] = h^[(6)T] δ^[(7)]"),
    )
    rows = {row.name: row.values for row in inspector.board.rows}
    assert list(rows) == [
        "rms δ^[(8)]", "rms g^[(7)]", "mean f′(z^[(7)])", "rms δ^[(7)]", "rms ∂L/∂W^[(7)]", "layer 7 multiplies by",
    ]  # fmt: skip
    for side, run in enumerate(runs):
        size = run.scene.passed.statistics.rms_d_w[6]
        assert float(rows["rms ∂L/∂W^[(7)]"][side].replace("−", "-")) == pytest.approx(size, rel=0.01)


def test_the_product_so_far_and_the_ratio(show: Show, inspector: PassInspector) -> None:
    runs = show(A, B)
    so_far = inspector.so_far.lines
    assert [line.side for line in so_far] == [0, None, 1, None]
    sizes = runs[0].scene.passed.statistics.rms_d_z
    assert float(so_far[1].left.removeprefix("= ").replace("−", "-")) == pytest.approx(sizes[6] / sizes[19], rel=0.01)
    assert so_far[0].left.count("×") == 4
    assert [line.left for line in inspector.ratio.lines] == ["Sigmoid · Xavier normal", "ReLU · He normal"]
    ratio = float(inspector.ratio.lines[0].right.replace("−", "-"))
    assert ratio == pytest.approx(runs[0].scene.ratio("weights"), rel=0.01)


def test_verdicts_name_their_side(show: Show, inspector: PassInspector) -> None:
    show(A, B)
    titles = [card.title for card in inspector.cards if card.title]
    assert titles[:3] == [
        "A: The gradient has vanished.",
        "B: The gradient arrives.",
        "A: What alone helps most: ReLU.",
    ]
    show(A)
    titles = [card.title for card in inspector.cards if card.title]
    assert titles[:2] == ["The gradient has vanished.", "What alone helps most: ReLU."]


def test_what_each_change_alone_would_bring(show: Show, inspector: PassInspector) -> None:
    show(A, B)
    names = [line.left for line in inspector.remedies.lines]
    assert names == ["ReLU", "Batch normalization", "Residual connections", "He normal"]
    assert not inspector.remedies.isHidden()
    show(B)
    assert inspector.remedies.isHidden()
    assert inspector.remedy_title.isHidden()


def test_the_start_tells_the_loss_and_forward_the_outputs(show: Show, inspector: PassInspector) -> None:
    runs = show(A, B, step=0)
    assert [row.name for row in inspector.board.rows] == ["loss of this batch"]
    assert float(inspector.board.rows[0].values[0]) == pytest.approx(runs[0].scene.passed.loss, rel=0.01)
    show(A, B, step=5)
    assert inspector.step_title.accessibleName() == "This step forward, layer 5"
    assert "rms h^[(5)]" in [row.name for row in inspector.board.rows]
    assert {line.left for line in inspector.so_far.lines} == {"the way back is still to come"}
    show(A, B, step=21)
    assert {line.left for line in inspector.so_far.lines} == {"begins with δ of layer 20"}


def test_networks_of_different_depth_stand_on_one_axis(
    panel: GradientsPanel, show: Show, view: PassView, inspector: PassInspector
) -> None:
    deep, flat = replace(A, depth=30), replace(B, depth=2)
    for sides in ((deep, flat), (flat, deep)):
        for step in (0, 2, 4, 30, 40, 60):
            show(*sides, step=step)
            assert view.plot.plot.box.viewRange()[0] == [0.5, 30.5]
            assert all(ridges.plot.box.viewRange()[0] == [0.5, 30.5] for ridges in view.ridges)
            painted(panel)
            painted(panel.right)
    show(deep, flat, step=58)
    assert inspector.step_title.accessibleName() == "This step backward, layer 3 | 1"
    assert inspector.board.formulas[0] == BoardFormula("g^[(l)] = δ^[(l+1)] W^[(l+1)T]")
    show(deep, flat, step=10)
    assert inspector.step_title.accessibleName() == "This step A: forward 10 · B: backward 1"


def test_one_side_alone_has_no_badges(show: Show, view: PassView, inspector: PassInspector) -> None:
    show(A)
    assert [ridges.isHidden() for ridges in view.ridges] == [False, True]
    assert view.ridges[0].badge.isHidden()
    assert {line.side for line in inspector.so_far.lines} <= {-1, None}
    assert all(formula.side is None for formula in inspector.board.formulas)
    assert view.legend.accessibleName() == "measured, still to come, theory, wide layers"
    show(A, B)
    assert not any(ridges.isHidden() or ridges.badge.isHidden() for ridges in view.ridges)


def test_below_the_ridges_stands_what_they_are_divided_by(show: Show, view: PassView) -> None:
    runs = show(A, B)
    assert view.ridges[1].numbers.labels[6] == f"{runs[1].scene.passed.statistics.rms_a[6]:.1f}"
    assert view.titles[1].text() == "Outputs h of each layer (B: divided by their rms)"
    show(A)
    assert view.titles[1].text() == "Outputs h of each layer, over units and batch"


def test_why_there_is_no_theory(show: Show, view: PassView) -> None:
    show(A, network("relu", "he_normal", batch_norm=True))
    assert view.reason.text().startswith("B: No theory under batch normalization")
    show(A, B)
    assert view.reason.isHidden()


def test_a_signal_that_grows_is_told_below_the_outputs(show: Show, view: PassView, inspector: PassInspector) -> None:
    grown = network("relu", "he_normal", residual=True)
    show(A, grown)
    assert view.growth.text().startswith("B: h ← h + f(z): the signal grows 1.")
    assert not any("short cut" in card.title for card in inspector.cards)
    show(grown)
    assert view.growth.text().startswith("h ← h + f(z)")
    view.distribution.chosen.emit("gradients")
    assert view.growth.isHidden()
    view.distribution.chosen.emit("outputs")
    show(A, B)
    assert view.growth.isHidden()


def test_repeats_have_a_band_in_picture_and_column(show: Show, view: PassView, inspector: PassInspector) -> None:
    runs = show(replace(A, draws=5), replace(B, draws=5))
    assert "median and middle 80 % of 5 draws" in view.legend.accessibleName()
    painted(view)
    lines = inspector.ratio.lines
    assert [line.left for line in lines[1::2]] == ["80 % of 5 draws"] * 2
    ratios = np.sort(runs[0].scene.passed.repeats_w[:, 0] / runs[0].scene.passed.repeats_w[:, -1])
    low, high = (float(text.replace("−", "-")) for text in lines[1].right.split(" … "))
    assert ratios[0] * 0.99 < low < high < ratios[-1] * 1.01


def test_the_unknown_is_faded_and_the_known_is_not(show: Show, view: PassView) -> None:
    """Layer 15's mark is filled once the way back has passed it."""

    def mark() -> int:
        image = painted(view.plot.plot.viewport())
        run = view.scenes[0].curve("weights").measured
        where = at(view.plot.plot, 15, float(np.log10(run[14])))
        return image.pixelColor(where).blue() - image.pixelColor(where).red()

    show(A, step=25)
    assert mark() < 30
    show(A, step=27)
    assert mark() > 100


# -- the hand ---------------------------------------------------------------------------------------------------------


def test_a_click_on_a_layer_goes_to_its_step(panel: GradientsPanel, show: Show, view: PassView) -> None:
    told: list[int] = []
    panel.seek_requested.connect(told.append)
    show(A, B, step=34)
    painted(panel)
    click(view.plot.plot, 3.2, height(view.plot.plot))
    assert told.pop() == 38
    for ridges in view.ridges:
        click(ridges.plot, 12, height(ridges.plot))
        assert told.pop() == 12, "outputs come on the way forward"
    view.distribution.chosen.emit("gradients")
    click(view.ridges[0].plot, 12, height(view.ridges[0].plot))
    assert told.pop() == 29
    show(A, B, step=4)
    click(view.plot.plot, 9, height(view.plot.plot))
    assert told.pop() == 9
    show(replace(A, depth=4), replace(B, depth=30), step=8)
    click(view.plot.plot, 20, height(view.plot.plot))
    assert told.pop() == 41
    click(view.ridges[0].plot, 20, height(view.ridges[0].plot))
    assert not told, "A has no such layer"


def test_what_is_seen_is_kept_in_the_view(panel: GradientsPanel, show: Show, view: PassView) -> None:
    changed: list[bool] = []
    panel.view_changed.connect(lambda: changed.append(True))
    show(A, B)
    QTest.mouseClick(view.quantity._segments[1], Qt.MouseButton.LeftButton)
    QTest.mouseClick(view.distribution._segments[1], Qt.MouseButton.LeftButton)
    assert len(changed) == 2
    assert panel.view()["one_pass"] == {"quantity": "outputs", "distributions": "gradients"}
    assert view.titles[0].text() == "Gradient rms ∂L/∂h by layer, log scale"
    panel.set_view({"one_pass": {"quantity": "weights", "distributions": "outputs", "more": 1}})
    assert view.quantity.current() == "weights"
    panel.set_view({"one_pass": {"quantity": 3, "distributions": ["outputs"]}, "other": {}, "training": 5})
    assert panel.view()["one_pass"] == {"quantity": "weights", "distributions": "outputs"}


def test_a_view_given_before_the_first_run_is_taken(qapp: object) -> None:
    made = GradientsPanel(LIGHT)
    try:
        made.set_view({"one_pass": {"quantity": "outputs"}})
        assert made.view() == {"one_pass": {"quantity": "outputs"}}
        assert cast(PassView, made.view_of("one_pass").centre).quantity.current() == "outputs"
    finally:
        assert made.left is not None
        for widget in (made.left, made.right, made):
            shiboken6.delete(widget)


def test_the_menu_of_exports_is_asked_of_the_panel(panel: GradientsPanel, show: Show, view: PassView) -> None:
    asked: list[QObject] = []

    class Ear(QObject):
        def eventFilter(self, watched: QObject, event: object) -> bool:
            if isinstance(event, QContextMenuEvent):
                asked.append(watched)
                return True
            return False

    show(A, B)
    ear = Ear()
    panel.installEventFilter(ear)
    target = view.plot.plot.viewport()
    place = QPoint(50, 50)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, target.mapToGlobal(place))
    QCoreApplication.sendEvent(target, event)
    assert asked == [panel]


# -- playing, sizes, looks --------------------------------------------------------------------------------------------


def test_nothing_is_made_while_playing(panel: GradientsPanel, show: Show, view: PassView) -> None:
    passes = show(A, B, step=0)
    parts = (panel, panel.right)
    plots = [view.plot.plot, *(ridges.plot for ridges in view.ridges)]

    def count() -> list[int]:
        return [len(p.findChildren(QObject)) for p in parts] + [len(plot.scene().items()) for plot in plots]

    before = count()
    for step in range(passes[0].length + 1):
        for run in passes:
            run.seek(step)
        panel.show_frames(tuple(run.frame() for run in passes), False)
        QCoreApplication.processEvents()
    assert count() == before


def test_what_is_painted_in_parts_is_what_is_painted_at_once(panel: GradientsPanel, show: Show) -> None:
    passes = show(A, replace(B, depth=12), step=0)
    for step in [*range(41), *range(40, -1, -7)]:
        for run in passes:
            run.seek(min(step, run.length))
        panel.show_frames(tuple(run.frame() for run in passes), False)
        QCoreApplication.processEvents()
        if step in (1, 12, 13, 20, 21, 24, 40):
            for part in (panel, panel.right):
                seen = part.screen().grabWindow(part.winId()).toImage().convertToFormat(QImage.Format.Format_RGB32)
                assert seen == painted(part).convertToFormat(QImage.Format.Format_RGB32), step


@pytest.mark.parametrize(
    "of",
    [
        network("sigmoid", "zeros"),
        replace(A, network=NetworkChoice(ACTIVATIONS["relu"](), Normal(sigma=10.0)), depth=100),
        replace(A, width=1, batch=1),
        replace(network("relu", "he_normal", batch_norm=True, residual=True), batch=1),
        replace(network("relu", "he_normal"), width=1, depth=100),
        replace(A, depth=2),
        replace(A, depth=100, draws=3, width=8),
    ],
)
def test_every_pass_can_be_seen(panel: GradientsPanel, show: Show, of: GradientsSettings) -> None:
    for distribution in ("outputs", "gradients"):
        panel.set_view({"one_pass": {"quantity": "weights", "distributions": distribution}})
        for step in (0, of.depth, of.depth + 1, 2 * of.depth):
            for sides in ((of,), (of, B), (B, of)):
                show(*sides, step=step)
                for part in (panel, panel.right):
                    assert not painted(part).isNull()


@pytest.mark.parametrize("size", [(470, 560), (640, 500), (750, 717), (1300, 1000)])
def test_every_size_is_filled(panel: GradientsPanel, show: Show, view: PassView, size: tuple[int, int]) -> None:
    panel.resize(*size)
    QCoreApplication.processEvents()
    show(A, network("relu", "he_normal", batch_norm=True))
    image = painted(panel)
    assert (image.width(), image.height()) == size
    for part in (view.plot, *view.ridges, view.quantity, view.distribution, view.legend):
        assert view.rect().contains(part.geometry())
    assert view.plot.plot.box.size().height() > 60
    lefts = [plot.box.sceneBoundingRect().left() for plot in (view.plot.plot, view.ridges[0].plot, view.ridges[1].plot)]
    assert max(lefts) - min(lefts) < 0.5, "layers stand above one another"


def test_both_looks(panel: GradientsPanel, show: Show, view: PassView) -> None:
    show(A, B)
    for theme in (DARK, LIGHT):
        panel.set_theme(theme)
        image = painted(panel)
        assert image.pixelColor(2, 2) == theme.color("paper")
        inside = at(view.plot.plot, 0.7, view.plot.plot.box.viewRange()[1][0]) + view.plot.plot.mapTo(panel, QPoint())
        assert image.pixelColor(inside - QPoint(0, 3)) == theme.color("shade"), "vanished: the zone reaches down there"


class Marked(QTranslator):
    """A language in which every text is long, so that all that is not translated is seen."""

    def translate(self, context: str, text: str, disambiguation: str | None = None, n: int = -1) -> str:
        return f"勾配{text}の大きさ"


def test_every_text_can_be_said_in_another_language(
    panel: GradientsPanel, show: Show, view: PassView, inspector: PassInspector
) -> None:
    show(A, network("relu", "he_normal", batch_norm=True))
    translator = Marked()
    QCoreApplication.installTranslator(translator)
    try:
        panel.retranslate()
        texts = [*(title.text() for title in view.titles), *view.plot.item._zones, view.plot.item._words]
        texts += [*view.plot.numbers._texts, view.ridges[0].numbers._title, view.pace.text()]
        texts += [view.legend.accessibleName(), view.reason.text().removeprefix("B: ")]
        texts += [row.name for row in inspector.board.rows]
        texts += [inspector.step_title.accessibleName(), inspector.ratio_title.accessibleName()]
        texts += [line.right for line in inspector.so_far.lines if line.right]
        texts += [line.left for line in inspector.remedies.lines]
        assert [text for text in texts if not text.startswith("勾配")] == []
        for card in inspector.cards:
            assert not card.title or "の大きさ" in card.title
        for part in (panel, panel.right):
            painted(part)
    finally:
        QCoreApplication.removeTranslator(translator)
        panel.retranslate()
    assert view.titles[0].text() == "Gradient rms ∂L/∂W by layer, log scale"


# -- helpers ----------------------------------------------------------------------------------------------------------


def test_raised_text() -> None:
    assert runs("g^[(7)] = δ^[(8)]") == (("g", False), ("(7)", True), (" = δ", False), ("(8)", True))
    assert plain("h^[(6)T] δ^[(l+1)]") == "h⁽⁶⁾ᵀ δ⁽ˡ⁺¹⁾"


def test_a_ridge_is_as_wide_as_it_may_be_and_no_longer_than_its_values() -> None:
    shares = np.zeros(64)
    shares[30:34] = 0.25
    y = np.linspace(100.0, 0.0, 64)
    outline = outline_of(shares, y, 5.0, 20.0)
    assert outline[:, 0].min() == 5.0
    assert outline[:, 0].max() == pytest.approx(25.0, abs=0.5)
    assert y[38] <= outline[:, 1].min() < y[33]
    assert y[30] < outline[:, 1].max() <= y[25]
