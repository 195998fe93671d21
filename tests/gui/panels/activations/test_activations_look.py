"""The tab *Activations* in another view, theme, language and size; while it plays; and at every extreme."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QCoreApplication, QTranslator
from PySide6.QtWidgets import QToolButton, QWidget
from pytestqt.qtbot import QtBot

from engine.activations.bounded import Tanh
from engine.activations.rectifiers import ELU, LeakyReLU
from engine.activations.self_gated import Swish
from engine.parameter import Settings, parameters
from engine.simulations.activations import ActivationsSettings, Collapse, FunctionEntry, Probe, Repeat
from engine.simulations.activations_scene import FunctionsScene
from gui.panels.activations import ActivationsPanel
from gui.panels.activations.curve_layer import CurveLayer
from gui.panels.activations.figures import deviation, figure, percent, place
from gui.panels.activations.inspector import broken, way_text
from gui.widgets.plot import Plot
from tests.gui.panels.activations.stage import (
    DARK,
    DEFAULT,
    LIGHT,
    RELU,
    SWISH,
    TANH,
    Show,
    every,
    pixel,
    texts,
)

# -- view, theme, language -----------------------------------------------------------------------------------------------


def test_the_view_comes_back(panel: ActivationsPanel, show: Show) -> None:
    show()
    panel.set_view({"selected": SWISH, "hidden": [RELU, 3], "sort": ["cost", True], "unknown": 1})
    assert panel.view() == {"selected": SWISH, "hidden": [RELU, 3], "sort": ["cost", True]}
    assert {line.colour for line in panel.functions.curves.layers[0].lines} == {0, 1, 4, 5}
    assert panel.inspector.heading.accessibleName().endswith("Swish · z = −1.30")


@pytest.mark.parametrize(
    "bad",
    [
        {"selected": "tanh"},
        {"selected": -1},
        {"selected": True},
        {"hidden": 3},
        {"hidden": ["a"]},
        {"hidden": None},
        {"sort": ["no column", True]},
        {"sort": ["cost"]},
        {"sort": ["cost", "down"]},
        {"sort": 7},
    ],
)
def test_unfit_views_are_ignored(panel: ActivationsPanel, show: Show, bad: dict[str, Any]) -> None:
    show()
    good = {"selected": TANH, "hidden": [RELU], "sort": ["range", False]}
    panel.set_view(good)
    panel.set_view(bad)
    assert panel.view() == good


def test_a_choice_ahead_of_the_run_waits_for_it(panel: ActivationsPanel, show: Show) -> None:
    """The form tells of a new entry before its run is there."""
    show()
    panel.set_view({"selected": 8, "hidden": [9]})
    assert panel.inspector.heading.accessibleName().endswith("Swish · z = −1.30")
    show(replace(DEFAULT, functions=every()))
    assert panel.inspector.heading.accessibleName().endswith(f"{every()[8].activation.title} · z = −1.30")


def test_another_theme_reaches_everything(panel: ActivationsPanel, show: Show) -> None:
    show()
    before = panel.grab().toImage()
    panel.set_theme(DARK)
    curves = panel.functions.curves
    assert curves.place.brush().color() == DARK.color("ink")
    assert curves.grounds[0].items[0].brush().color() == DARK.color("shade")
    assert curves.lines[0].pen().color() == DARK.color("ink")
    assert panel.functions.spread.curves.theme is DARK
    after = panel.grab().toImage()
    panel.set_theme(LIGHT)
    assert after != before
    assert panel.grab().toImage() == before


class Marked(QTranslator):
    """A language in which every text is longer."""

    def translate(self, context: bytes | str, text: bytes | str, *_: object) -> str:
        return f"{text if isinstance(text, str) else text.decode()}語語"


def test_another_language_reaches_everything(panel: ActivationsPanel, show: Show, qapp: object) -> None:
    show()
    translator = Marked()
    QCoreApplication.installTranslator(translator)
    try:
        panel.retranslate()
        assert panel.functions.captions["values"].text() == "Function f(z)語語"
        assert panel.functions.curves.slope.text().endswith("語語")
        assert panel.inspector.card.title.endswith("語語")
        assert all(title.endswith("語語") for title in panel.functions.table.table.texts()[0])
        assert panel.inspector.checks.items[0].text.endswith("語語")
        assert "語語" in panel.functions.foot.text()
        show(replace(DEFAULT, mode=Collapse()), 5)
        assert panel.collapse.heads[0].text().endswith("語語")
        assert panel.collapse_inspector.steps.blocks[0].label.endswith("語語")
    finally:
        QCoreApplication.removeTranslator(translator)
    panel.retranslate()
    for settings, view in ((DEFAULT, panel.functions), (replace(DEFAULT, mode=Collapse()), panel.collapse)):
        show(settings, 5)
        assert "語" not in texts(view)
    assert "語" not in texts(panel.right)


def test_everything_that_can_be_used_has_a_name(panel: ActivationsPanel, show: Show) -> None:
    show()
    unnamed = [w for w in panel.findChildren(QToolButton) if not w.accessibleName() and w.isVisible()]
    unnamed += [plot for plot in panel.findChildren(Plot) if not plot.accessibleName()]
    assert unnamed == []


# -- playing -------------------------------------------------------------------------------------------------------------


def scene_items(panel: ActivationsPanel) -> int:
    return sum(len(plot.scene().items()) for plot in panel.findChildren(Plot))


@pytest.mark.parametrize("mode", [Probe(), Repeat(steps=40), Collapse()], ids=lambda mode: mode.kind)
def test_playing_makes_no_items_and_no_pens(panel: ActivationsPanel, show: Show, mode: Settings) -> None:
    run = show(replace(DEFAULT, mode=mode), 0)
    length = run.length
    for step in range(length + 1):  # once, for what the first time needs
        run.seek(step)
        panel.show_frames((run.frame(),), False)
    items, made = scene_items(panel), set(LIGHT._made)
    for step in range(length + 1):
        run.seek(step)
        panel.show_frames((run.frame(),), False)
    assert scene_items(panel) == items
    assert set(LIGHT._made) == made


def test_a_sweep_repaints_no_curve(
    panel: ActivationsPanel, show: Show, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    run = show(step=0)
    QCoreApplication.processEvents()
    painted = []
    original = CurveLayer.restart
    monkeypatch.setattr(CurveLayer, "restart", lambda layer, *args: painted.append(layer) or original(layer, *args))
    for step in range(1, 121):
        run.seek(step)
        panel.show_frames((run.frame(),), False)
        QCoreApplication.processEvents()
    assert painted == []


# -- extremes ------------------------------------------------------------------------------------------------------------


STEEP = tuple(
    FunctionEntry(activation=f, colour=i)
    for i, f in enumerate((ELU(alpha=10.0), LeakyReLU(alpha=1.0), Swish(beta=0.1), Swish(beta=10.0), Tanh()))
)


@pytest.mark.parametrize("mode", [Probe(passes=50), Repeat(z=6.0, steps=50), Collapse(x=-6.0)], ids=lambda m: m.kind)
@pytest.mark.parametrize("mean", [-5.0, 5.0])
@pytest.mark.parametrize("spread", [0.01, 10.0])
def test_no_extreme_breaks_the_picture(
    panel: ActivationsPanel, show: Show, mode: Settings, mean: float, spread: float
) -> None:
    settings = ActivationsSettings(mode=mode, functions=STEEP, mean=mean, spread=spread)
    run = show(settings, 0)
    for step in (0, 1, run.length // 2, run.length):
        run.seek(step)
        for i in range(len(STEEP)):
            panel.select("functions", i)
            panel.show_frames((run.frame(),), True)
            assert "nan" not in texts(panel.right).casefold()
        panel.grab()
        panel.right.grab()


def test_the_last_function_left_may_be_hidden_too(panel: ActivationsPanel, show: Show) -> None:
    show(replace(DEFAULT, functions=DEFAULT.functions[:1]))
    panel.set_shown("functions", 0, False)
    assert panel.functions.curves.layers[0].lines == ()
    panel.grab()


@pytest.mark.parametrize("size", [(640, 500), (750, 720), (1300, 1000)])
@pytest.mark.parametrize("mode", [Probe(), Repeat(), Collapse()], ids=lambda mode: mode.kind)
def test_nothing_is_laid_over_another_at_any_size(
    panel: ActivationsPanel, show: Show, size: tuple[int, int], mode: Settings
) -> None:
    show(replace(DEFAULT, mode=mode), 5)
    panel.resize(*size)
    QCoreApplication.processEvents()
    view = panel.collapse if mode.kind == "collapse" else panel.functions
    parts = [w for w in view.children() if isinstance(w, QWidget) and w.isVisible()]
    areas = [part.geometry() for part in parts]
    assert all(view.rect().contains(area) for area in areas)
    for i, area in enumerate(areas):
        assert area.height() > 10
        assert not any(area.intersects(other) for other in areas[:i]), parts[i]
    for plot in view.findChildren(Plot):
        assert min(plot.width(), plot.height()) >= 40


def test_the_three_plots_share_the_z_axis(panel: ActivationsPanel, show: Show) -> None:
    show()
    panel.grab()
    places = [[pixel(plot, z, 0.1).x() + plot.x() for z in (-6.0, 0.0, 6.0)] for plot in panel.functions.curves.plots]
    assert places[0] == places[1] == places[2]
    values, once = panel.functions.curves.values, panel.functions.once
    heights = [[pixel(plot, 0.5, y).y() for y in (-1.0, 2.0)] for plot in (values, once)]
    assert heights[0] == heights[1]


def test_the_scene_carries_one_function_per_entry(show: Show) -> None:
    scene: FunctionsScene = show(replace(DEFAULT, functions=every())).scene
    assert len(scene.names) == len(set(scene.names)) == len(every())
    assert all(parameters(type(f)) is not None for f in scene.activations)


# -- figures -------------------------------------------------------------------------------------------------------------


def test_numbers_are_written_as_the_picture_has_them() -> None:
    assert [figure(v) for v in (0.0, -0.0, 0.2142, -0.862, 1e-9, 12345.6, np.inf, -np.inf, np.nan)] == [
        "0", "0", "0.214", "−0.862", "1.0e−09", "1.2e+04", "∞", "−∞", "–",
    ]  # fmt: skip
    assert [place(v) for v in (-1.3, -0.0, 6)] == ["−1.30", "0.00", "6.00"]
    assert [percent(v) for v in (0.0, 0.003886, 0.5, 0.0002, 3e-5, 8e-196)] == [
        "0 %", "0.4 %", "50.0 %", "0.02 %", "0.003 %", "<\N{NO-BREAK SPACE}0.001 %"
    ]  # fmt: skip
    assert [deviation(v) for v in (0.209, 0.00056, 1e-13, 0.0)] == ["0.21", "0.0006", "1.0e−13", "0"]


def test_lines_of_numbers_break_before_signs() -> None:
    assert broken("1 + 2 = 3", 20) == ("1 + 2 = 3",)
    assert broken("0.2142 + 1.3 · 0.2142 = 0.9", 22) == ("0.2142 + 1.3 · 0.2142", "= 0.9")
    assert way_text([1.0, 2.0, 3.0, 4.0, 5.0]) == "… → 2.000 → 3.000 → 4.000 → 5.000"
    assert way_text([-1.3e-36, -1.3e-38, -1.3e-40, -1.3e-42]) == "… → −1.3e−40 → −1.3e−42"


@pytest.mark.parametrize("size", [(480, 500), (640, 500), (1300, 1000)])
@pytest.mark.parametrize("mean", [-5.0, 0.0, 5.0])
def test_words_in_densities_stand_whole_and_apart(
    panel: ActivationsPanel, show: Show, size: tuple[int, int], mean: float
) -> None:
    show(ActivationsSettings(mode=Repeat(), functions=DEFAULT.functions, mean=mean, spread=0.5), 20)
    panel.resize(*size)
    for i in range(len(DEFAULT.functions)):
        panel.select("functions", i)
        QCoreApplication.processEvents()
        panel.grab()
        for plot in (panel.functions.once, panel.functions.repeated):
            box = plot.box.sceneBoundingRect()
            note, beyond, title = (
                label.deviceTransform(plot.viewportTransform()).mapRect(label.boundingRect())
                for label in (plot.note, plot.beyond, plot.title)
            )
            if plot.note.text():
                assert box.top() - 2 <= note.top()
                assert note.bottom() <= box.bottom() + 2
                assert not note.adjusted(0, 2, 0, -2).intersects(title)
                assert not plot.beyond.text().strip() or not note.adjusted(0, 2, 0, -2).intersects(beyond)


@pytest.mark.parametrize("width", [480, 640, 750, 1300])
@pytest.mark.parametrize("mode", [Probe(), Repeat()], ids=lambda mode: mode.kind)
def test_moving_labels_stay_inside_the_picture(panel: ActivationsPanel, show: Show, width: int, mode: Settings) -> None:
    panel.resize(width, 700)
    run = show(replace(DEFAULT, mode=mode), 0)
    QCoreApplication.processEvents()
    curves = panel.functions.curves
    labels = ((curves.values, curves.place), (curves.values, curves.slope), (curves.slopes, curves.slope_value))
    for step in range(0, run.length + 1, 3):
        run.seek(step)
        panel.show_frames((run.frame(),), False)
        for plot, label in labels:
            box = plot.box.sceneBoundingRect()
            left = plot.box.mapViewToScene(label.pos()).x() + label.transform().dx()
            assert box.left() - 2 <= left, (step, label.text())
            assert left + label.boundingRect().width() <= box.right() + 2, (step, label.text())
