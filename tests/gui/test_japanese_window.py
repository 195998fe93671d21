"""The window in Japanese: no tab, mode, dialog or message shows a text that is still English."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QComboBox, QLabel, QWidget
from pytestqt.qtbot import QtBot

from engine.parameter import SettingsError, parameters, replace_at
from engine.recipe import Recipe, default_recipe
from engine.simulations import SIMULATIONS
from engine.simulations.race_verdicts import Converged
from gui.export import Options
from gui.export.dialog import ExportDialog, ExportRequest
from gui.i18n import error_words, set_language, verdict_words
from gui.main_window import MainWindow
from gui.theme import load_theme
from gui.window_parts import about_text, keys_text
from tests.test_japanese import LATIN

# What formulas, keys and the names of languages and files are made of besides.
PLAIN = LATIN | {"Shift", "Alt", "Esc", "Tab", "English", "max", "exp", "sin", "cos"}
# Qt names them once, when they are made; hidden as long as all tabs have room.
SCROLLERS = ("ScrollLeftButton", "ScrollRightButton")
MODES = [(tab, kind) for tab in SIMULATIONS for kind in parameters(SIMULATIONS[tab].settings)["mode"].registry or ()]


@pytest.fixture(autouse=True)
def japanese(qapp: object) -> Iterator[None]:
    set_language("ja")
    yield
    set_language("en")


def english(text: str) -> list[str]:
    """The words in a text that are neither names nor parts of a formula."""
    plain = re.sub(r"<[^>]*>|&\w+;", " ", text)
    return [word for word in re.findall(r"[A-Za-z_]{3,}", plain) if word not in PLAIN]


def shown(root: QWidget) -> Iterator[str]:
    """All that a widget and those in it say: on the screen, in tool tips, and to a screen reader."""
    for widget in (root, *root.findChildren(QWidget)):
        if widget.objectName() in SCROLLERS:
            continue
        yield from (widget.toolTip(), widget.accessibleName(), widget.accessibleDescription())
        if isinstance(widget, QLabel):
            yield widget.text()
        if isinstance(widget, QComboBox):
            yield from (widget.itemText(i) for i in range(widget.count()))


@pytest.mark.parametrize(("tab", "mode"), MODES)
def test_every_mode_is_translated(window: MainWindow, qtbot: QtBot, tab: str, mode: str) -> None:
    window.choose_language("ja")
    recipe = default_recipe(tab)
    recipe = recipe.changed(settings=replace_at(recipe.settings, "mode.kind", mode))
    for step in (0, recipe.length() // 2, recipe.length()):
        window.show_tab(tab, recipe.changed(step=step))
        qtbot.waitUntil(lambda step=step: window.page.session.shown_step == step, timeout=60_000)
        assert [text for text in shown(window) if english(text)] == []
    window.page.session.undo_stack.clear()


def test_menus_and_undo_are_translated(window: MainWindow) -> None:
    window.choose_language("ja")
    session = window.page.session
    path = "racers.4.optimizer.learning_rate"
    session.edit(replace_at(session.recipe.settings, path, 0.5), path, True)
    own = window.menus.findChildren(QAction)
    assert [action.text() for action in own if english(action.text())] == []
    assert window.menus.actions["undo"].text() == "元に戻す：Adamの学習率"


def test_dialogs_are_translated(window: MainWindow) -> None:
    window.choose_language("ja")
    request = ExportRequest("panel", options=Options(language="ja"))
    dialog = ExportDialog(load_theme("light"), window.files._subjects(), request, lambda _request: None)
    texts = [*shown(dialog), dialog.windowTitle(), *keys_text(), *about_text()]
    dialog.deleteLater()
    assert [text for text in texts if english(text)] == []


def test_what_qt_itself_lacks_is_added() -> None:
    assert QCoreApplication.translate("QFileDialog", "&Look in:") == "場所(&L):"
    assert QCoreApplication.translate("QFileDialog", "Files of &type:") == "ファイルの種類(&T):"


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "JSONではありません：空です"),
        ("{", "JSONではありません：引用符で囲んだ名前がありません (1 行 2 列)"),
        ("[1]", "Kobaiのレシピではありません：オブジェクト {…}が必要なところに […] があります"),
        (default_recipe("race").to_json().replace('"seed": 0', '"seed": 1.5'), "seed: 1.5 は整数ではありません"),
        (
            default_recipe("race").to_json().replace('"noise": 0', '"noise": -1'),
            "settings.noise: -1 は範囲外です (範囲は 0 … 20)",
        ),
    ],
)
def test_faults_of_a_recipe_are_told_in_japanese(text: str, sentence: str) -> None:
    with pytest.raises(SettingsError) as caught:
        Recipe.from_json(text)
    assert error_words(caught.value) == sentence


def test_names_that_the_learner_gave_stay() -> None:
    title, _ = verdict_words(Converged(0, "Gradient", 0.01, 5, 1e-6))
    assert title == "Gradientは収束しました。"
