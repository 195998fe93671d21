"""What is remembered between runs, and what is not."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QSettings
from pytestqt.qtbot import QtBot

from engine.parameter import replace_at
from engine.recipe import Recipe, default_recipe
from gui.i18n import set_language
from gui.main_window import MainWindow
from gui.preferences import Preferences
from gui.render import application
from gui.widgets.formula import stop_rendering
from tests.gui.waiting import settle

Run = Callable[..., MainWindow]


@pytest.fixture
def store(qapp: object, tmp_path: Path) -> Iterator[Path]:
    """Where everything is remembered in this test; nothing is yet. Qt reads the environment only once."""
    before = Path(QSettings(QSettings.Format.IniFormat, QSettings.Scope.UserScope, "Kobai", "kobai").fileName())
    QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, str(tmp_path))
    yield tmp_path / "Kobai" / "kobai.ini"
    QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, str(before.parent.parent))


@pytest.fixture
def run(store: Path, qtbot: QtBot) -> Iterator[Run]:
    """Opens a window as a run of the program does; the one before is closed first."""
    application()
    open_windows: list[MainWindow] = []

    def close() -> None:
        for window in open_windows:
            window.close()
            shiboken6.delete(window)
        open_windows.clear()

    def start(clean: bool = False, theme: str | None = None, language: str | None = None) -> MainWindow:
        close()
        window = MainWindow(Preferences(clean), theme, language)
        open_windows.append(window)
        window.show()
        qtbot.waitExposed(window)
        return window

    yield start
    stop_rendering()
    close()
    set_language("en")


def forget_and_put(store: Path, **values: object) -> None:
    """Let these values, and no others, be what is remembered."""
    settings = QSettings(str(store), QSettings.Format.IniFormat)
    settings.clear()
    for key, value in values.items():
        settings.setValue(key.replace("__", "/"), value)
    settings.sync()


def test_the_first_run_opens_the_chapters_race(run: Run, store: Path) -> None:
    assert not store.exists()
    window = run()
    assert window.simulation == "race"
    assert window.page.session.recipe == default_recipe("race")
    assert (window.width(), window.height()) == (1280, 800)
    assert (window.theme_choice, window.language_choice) == ("system", "system")
    assert window.page.left.isVisible()
    assert window.page.right.isVisible()


def test_a_run_begins_where_the_last_one_ended(run: Run, qtbot: QtBot) -> None:
    window = run()
    window.resize(1024, 760)  # no larger than the screen of the offscreen platform, or Qt makes it smaller
    window.choose_theme("dark")
    window.choose_language("ja")
    window.page.form.edit("racers.4.optimizer.learning_rate", 0.5, done=True)
    settle(qtbot, window, 21)
    window.page.panel.set_view({"selected": 2, "hidden": [1], "curve": "step"})
    race = window.page.recipe()
    window.show_tab("gradients")
    window.page.form.edit("layers", 20, done=True)
    settle(qtbot, window, 9)
    chain = window.page.recipe()
    window.menus.actions["left"].trigger()
    window = run()
    assert window.simulation == "gradients"
    settle(qtbot, window)
    assert window.page.recipe() == chain
    assert (window.width(), window.height()) == (1024, 760)
    assert window.theme.name == "dark"
    assert window.language() == "ja"
    assert window.menus.actions["theme.dark"].isChecked()
    assert window.menus.actions["language.ja"].isChecked()
    assert not window.page.left.isVisible()
    assert window.page.right.isVisible()
    window.show_tab("race")
    settle(qtbot, window)
    assert window.page.recipe() == race
    assert window.page.form.shown("racers") == [True, False, True, True, True]
    assert window.page.form.selected_index("racers") == 2
    assert window.page.session.undo_stack.count() == 0


def test_a_tab_that_was_not_opened_keeps_what_was_remembered(run: Run, qtbot: QtBot) -> None:
    window = run()
    window.page.form.edit("noise", 0.5, done=True)
    window.show_tab("gradients")
    run()
    window = run()
    window.show_tab("race")
    assert window.page.session.recipe.settings.noise == 0.5


def test_a_far_step_is_shown_again(run: Run, qtbot: QtBot) -> None:
    window = run()
    window.page.form.edit("steps", 20_000, done=True)
    settle(qtbot, window, 6000)
    window = run()
    settle(qtbot, window)
    assert window.page.session.step == 6000


def test_presentation_is_not_remembered(run: Run) -> None:
    window = run()
    window.resize(1150, 720)
    window.toggle_presentation()
    window = run()
    assert not window.isFullScreen()
    assert window.page.left.isVisible()
    assert window.menuBar().height() > 0


def test_what_is_said_on_the_command_line_goes_before(run: Run) -> None:
    window = run()
    window.choose_theme("dark")
    window.choose_language("ja")
    window = run(theme="light", language="en")
    assert window.theme.name == "light"
    assert window.language() == "en"


def test_clean_neither_reads_nor_writes(run: Run, store: Path) -> None:
    window = run()
    window.choose_theme("dark")
    window.page.form.edit("noise", 0.5, done=True)
    window.menus.actions["right"].trigger()
    window = run(clean=True)
    before = store.read_bytes()
    assert window.page.session.recipe == default_recipe("race")
    assert window.theme_choice == "system"
    assert window.page.right.isVisible()
    window.page.form.edit("noise", 2.0, done=True)
    window.choose_theme("light")
    window = run()
    assert store.read_bytes() == before
    assert window.page.session.recipe.settings.noise == 0.5


RACE = default_recipe("race")
FITTING = RACE.changed(settings=replace_at(RACE.settings, "noise", 0.5)).to_json()


@pytest.mark.parametrize(
    "text",
    [
        "", "{", "[]", "\x00", FITTING.replace('"version": 1', '"version": 2'), FITTING.replace('"noise": 0.5', '"noise": 99'),
        FITTING.replace('"kind": "sgd"', '"kind": "gone"'), default_recipe("gradients").to_json(), ["a", "list"], 17,
    ],
    ids=["empty", "cut", "list", "binary", "newer", "limits", "gone", "another tab", "list of texts", "number"],
)  # fmt: skip
def test_a_broken_remembered_recipe_is_ignored(run: Run, store: Path, text: object) -> None:
    forget_and_put(store, recipes__race=text)
    assert run().page.session.recipe == RACE


def test_a_fitting_remembered_recipe_is_not(run: Run, store: Path) -> None:
    forget_and_put(store, recipes__race=FITTING)
    assert run().page.session.recipe == Recipe.from_json(FITTING)


def test_other_nonsense_is_ignored(run: Run, store: Path) -> None:
    forget_and_put(store, tab="cooking", theme="purple", language="tlh", geometry="?", folded__left="perhaps")
    window = run()
    assert window.simulation == "race"
    assert (window.theme_choice, window.language_choice) == ("system", "system")
    assert (window.width(), window.height()) == (1280, 800)
    assert window.page.left.isVisible()


def test_a_store_that_is_no_text_is_ignored(run: Run, store: Path) -> None:
    store.parent.mkdir(parents=True)
    store.write_bytes(bytes(range(256)) * 20)
    assert run().page.session.recipe == RACE
