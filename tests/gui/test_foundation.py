"""Proof that Kobai is a foundation: toys registered here, each in one place, are found everywhere."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import ClassVar

import numpy as np
import pytest
from PySide6.QtCore import QCoreApplication, QTranslator
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

import main
from engine.activations import ACTIVATIONS, Activation
from engine.optimizers import OPTIMIZERS, Optimizer, Stage
from engine.parameter import QT_TRANSLATE_NOOP, Settings, parameter, register, rule
from engine.recipe import Recipe, default_recipe
from engine.simulations import SIMULATIONS, Tab
from engine.simulations.base import Array
from engine.surfaces import SURFACES, Surface
from gui.export import FORMATS, Format
from gui.main_window import MainWindow
from gui.panels import PANELS, Panel
from gui.render import render
from gui.theme import Theme


class JapaneseToys(QTranslator):
    """Stands for the translation of the toys' texts."""

    TEXTS: ClassVar[dict[str, str]] = {
        "Toy step": "おもちゃの幅",
        "Toy tab": "おもちゃ",
        "Toy way": "おもちゃの道",
        "Height": "高さ",
    }

    def translate(self, context: bytes | str, text: bytes | str, *_: object) -> str:
        return self.TEXTS.get(text if isinstance(text, str) else text.decode(), "")


@pytest.fixture
def toys() -> Iterator[None]:
    """One entry each: optimizer, activation, surface, simulation with its panel, export format."""
    registries = (OPTIMIZERS, ACTIVATIONS, SURFACES, SIMULATIONS, PANELS, FORMATS)
    before = [dict(r) for r in registries]

    @register(OPTIMIZERS, "toy_rule")
    @dataclass(frozen=True, slots=True)
    class ToyRule(Optimizer):
        title: ClassVar[str] = "ToyRule"
        learning_rate: float = parameter(0.5, QT_TRANSLATE_NOOP("engine", "Toy step"), low=0.1, high=1)

        def init(self, params: Array) -> tuple[()]:
            return ()

        def update(self, grads: Array, state: object, params: Array, factor: float = 1.0) -> tuple[Array, object]:
            return -self.learning_rate * factor * np.sign(grads), state

        def stages(self, grads: Array, state: object, params: Array, factor: float = 1.0) -> tuple[Stage, ...]:
            delta, _ = self.update(grads, state, params, factor)
            return (Stage("w", r"w \leftarrow w - \eta", params + delta, "Move", ""),)

    @register(ACTIVATIONS, "toy_bend")
    @dataclass(frozen=True, slots=True)
    class ToyBend(type(ACTIVATIONS["identity"]()), Activation):
        title: ClassVar[str] = "ToyBend"

    @register(SURFACES, "toy_hill")
    @dataclass(frozen=True, slots=True)
    class ToyHill(Surface):
        title: ClassVar[str] = "ToyHill"
        formula: ClassVar[str] = "x^2 + y^2"
        minima: ClassVar[list[tuple[float, float]]] = [(0.0, 0.0)]
        start: ClassVar[tuple[float, float]] = (0.5, 0.5)

        def value(self, x: Array, y: Array) -> Array:
            return x * x + y * y

        def gradient(self, x: Array, y: Array) -> Array:
            return np.stack([2 * x, 2 * y], axis=-1)

        def hessian(self, x: Array, y: Array) -> Array:
            return np.broadcast_to(2 * np.eye(2), (*np.shape(x), 2, 2))

    _register_toy_tab()
    FORMATS["toy"] = Format(".toy", QT_TRANSLATE_NOOP("engine", "Toy file"), False, lambda _w, _o: b"toy")
    yield
    for registry, entries in zip(registries, before, strict=True):
        registry.clear()
        registry.update(entries)


def _register_toy_tab() -> None:
    class Counting:
        def length(self, settings: ToySettings) -> int:
            return settings.height

        def start(self, settings: ToySettings, seed: int) -> int:
            return 0

        def advance(self, settings: ToySettings, state: int) -> int:
            return state + 1

        def record(self, settings: ToySettings, state: int) -> Array:
            return np.array([float(state)])

        def scene(self, settings: ToySettings, seed: int) -> None:
            return None

        def frame(self, settings: ToySettings, step: int, state: int, record: Array) -> tuple[int, float]:
            return step, float(record.sum())

    modes: dict[str, type[Settings]] = {}

    @register(modes, "toy_way")
    @dataclass(frozen=True, slots=True)
    class Way(Settings):
        title: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "Toy way")
        simulation: ClassVar[Counting] = Counting()

    @dataclass(frozen=True, slots=True)
    class ToySettings(Settings):
        mode: Settings = rule(Way(), modes, "View")
        height: int = parameter(7, QT_TRANSLATE_NOOP("engine", "Height"), low=1, high=50)

    class ToyPanel(Panel):
        def __init__(self, theme: Theme) -> None:
            super().__init__(theme)
            self.label, self.right = QLabel(), QWidget()
            QVBoxLayout(self).addWidget(self.label)

        def show_frames(self, frames: tuple[tuple[int, float], ...], fresh: bool) -> None:
            self.label.setText(f"{frames[0][0]}: {frames[0][1]:g}")

    SIMULATIONS["toy"] = Tab(ToySettings, QT_TRANSLATE_NOOP("engine", "Toy tab"))
    PANELS["toy"] = ToyPanel


def settled(qtbot: QtBot, window: MainWindow, step: int) -> None:
    """Wait until the wanted step is on the screen."""
    qtbot.waitUntil(lambda: window.page.session.step == step and not window.page.session.waiting, timeout=5000)


@pytest.mark.usefixtures("toys")
def test_toys_are_listed(capsys: pytest.CaptureFixture[str]) -> None:
    assert main.main(["list"]) == 0
    out = capsys.readouterr().out
    for name in ("toy_rule", "toy_bend", "toy_hill", "toy_way", "Toy file"):
        assert name in out


@pytest.mark.usefixtures("toys")
def test_a_toy_tab_plays_steps_undoes_and_is_saved(make_window: Callable[[], MainWindow], qtbot: QtBot) -> None:
    window = make_window()
    window.show_tab("toy")
    window.seek(7)
    settled(qtbot, window, 7)
    assert window.page.panel.label.text() == "7: 28"
    editor = window.page.form.editor("height")
    assert editor is not None
    assert editor.objectName() == "settings.height"
    window.page.form.edit("height", 3, done=True)
    settled(qtbot, window, 3)
    assert window.page.panel.label.text() == "3: 6"
    assert window.menus.actions["undo"].text() == "Undo height"
    window.page.session.undo_stack.undo()
    settled(qtbot, window, 7)
    assert Recipe.from_json(window.page.recipe().to_json()) == window.page.recipe()


@pytest.mark.usefixtures("toys")
def test_toy_rules_stand_in_the_form_and_race(window: MainWindow, qtbot: QtBot) -> None:
    form = window.page.form
    form.edit("surface.kind", "toy_hill", done=True)
    form.edit("racers.0.optimizer.kind", "toy_rule", done=True)
    window.seek(1)
    settled(qtbot, window, 1)
    settings = window.page.session.recipe.settings
    assert settings.start == (0.5, 0.5)
    assert window.page.session.runs[0].record[1][:2] == pytest.approx([0.4, 0.4])
    editor = form.editor("racers.0.optimizer.learning_rate")
    assert editor is not None
    assert (
        "toy step" in window.menus.actions["undo"].text().lower() or "optimizer" in window.menus.actions["undo"].text()
    )


@pytest.mark.usefixtures("toys")
def test_a_toy_activation_runs_through_the_chain() -> None:
    recipe = default_recipe("gradients")
    toy = replace(recipe.settings, activation=ACTIVATIONS["toy_bend"]())
    timeline = Recipe.from_json(recipe.changed(settings=toy).to_json()).timeline()
    assert timeline.seek(timeline.length) == timeline.length


@pytest.mark.usefixtures("toys", "qapp")
def test_a_toy_format_is_written(tmp_path: Path) -> None:
    render(default_recipe("toy"), tmp_path / "a.toy")
    assert (tmp_path / "a.toy").read_bytes() == b"toy"
    assert main.main(["recipe", "toy"]) == 0


@pytest.mark.usefixtures("toys")
def test_toys_follow_the_language(make_window: Callable[[], MainWindow]) -> None:
    window = make_window()
    window.show_tab("toy")
    translator = JapaneseToys()
    QCoreApplication.installTranslator(translator)
    window.retranslate()
    index = window.tabs_shown.index("toy")
    assert window.tabs.tabText(index) == "おもちゃ"
    labels = [label.text() for label in window.page.form.findChildren(QLabel)]
    assert "高さ" in labels
    QCoreApplication.removeTranslator(translator)
