"""Opening, saving, dropping files: a fault is one sentence, and the running experiment stays as it is."""

from __future__ import annotations

import errno
import os
import re
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QMimeData, QPoint, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QImage
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QFileDialog, QLineEdit
from pytestqt.qtbot import QtBot

from engine.recipe import Recipe, default_recipe
from engine.simulations import SIMULATIONS
from gui.main_window import MainWindow
from gui.render import render
from tests.app.test_broken_recipes import BROKEN
from tests.gui.failures import failure, state
from tests.gui.waiting import settle
from tests.privileges import unprivileged

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # the offscreen platform, of dialogs


# -- opening ----------------------------------------------------------------------------------------------------------


def test_every_broken_recipe_is_one_message_and_touches_nothing(playing: MainWindow, tmp_path: Path) -> None:
    before = state(playing)
    for name, (content, _) in BROKEN.items():
        path = tmp_path / "broken.json"
        path.write_bytes(content)
        playing.files.open_path(str(path))
        said = failure(playing)
        assert said.startswith("broken.json: "), name
        assert len(said) < 1000, name
        assert state(playing) == before, name
    assert playing.files.path is None


def test_what_cannot_be_read_is_one_message_and_touches_nothing(playing: MainWindow, tmp_path: Path) -> None:
    before = state(playing)
    for path, told in (
        (tmp_path / "none.json", "no such file"),
        (tmp_path, "this is a folder"),
        (tmp_path / "x" / "y.json", "no such file"),
    ):
        playing.files.open_path(str(path))
        assert told in failure(playing)
        assert state(playing) == before
    with unprivileged() as folder:
        secret = folder / "secret.json"
        secret.write_text("{}")
        secret.chmod(0)
        playing.files.open_path(str(secret))
        secret.chmod(0o600)
    assert "not permitted" in failure(playing)
    assert state(playing) == before


def test_a_picture_without_a_recipe_is_one_message(playing: MainWindow, tmp_path: Path) -> None:
    before = state(playing)
    image = QImage(10, 10, QImage.Format.Format_RGB32)
    assert image.save(str(tmp_path / "plain.png"))
    (tmp_path / "plain.svg").write_text("<svg xmlns='http://www.w3.org/2000/svg'/>")
    (tmp_path / "empty.png").write_bytes(b"")
    (tmp_path / "cut.png").write_bytes((tmp_path / "plain.png").read_bytes()[:40])
    (tmp_path / "cut.svg").write_text("<svg xmlns='http://www.w3.org/2000/svg'><meta")
    for path in sorted(tmp_path.iterdir()):
        playing.files.open_path(str(path))
        assert failure(playing).startswith(f"{path.name}: ")
        assert state(playing) == before


def test_a_message_is_in_the_language_that_is_on_and_is_no_markup(playing: MainWindow, tmp_path: Path) -> None:
    playing.choose_language("ja")
    path = tmp_path / "<b>bold<b>.json"
    path.write_text('{"format": "<img src=x>"}')
    playing.files.open_path(str(path))
    said = failure(playing)
    assert said.startswith("<b>bold<b>.json: format: ")
    assert "<img src=x>" in said
    assert re.search("[ぁ-ん]", said)


def test_a_recipe_is_opened_on_its_tab_at_its_step_with_its_view(
    playing: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    race = default_recipe("race").changed(step=12, view={"selected": 1, "hidden": [0], "curve": "step"})
    (tmp_path / "race.json").write_text(race.to_json())
    (tmp_path / "chain.json").write_text(default_recipe("gradients").changed(step=4).to_json())
    playing.files.open_path(str(tmp_path / "chain.json"))
    settle(qtbot, playing)
    assert (playing.simulation, playing.page.session.step) == ("gradients", 4)
    playing.files.open_path(str(tmp_path / "race.json"))
    settle(qtbot, playing)
    assert (playing.simulation, playing.page.session.step) == ("race", 12)
    assert playing.page.panel.view() == race.view
    assert playing.page.form.shown("racers") == [False, True, True, True, True]
    assert playing.page.form.selected_index("racers") == 1
    assert not playing.player.playing
    playing.undo()
    assert playing.page.session.recipe.settings.racers[4].optimizer.learning_rate == 0.5, "opening can be undone"


def answer(**how: Any) -> None:  # noqa: ANN401
    """When a file dialog opens, answer it with `path` or cancel it."""

    def act() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QFileDialog)
        how.get("seen", lambda _dialog: None)(dialog)
        if "path" in how:
            dialog.findChild(QLineEdit, "fileNameEdit").setText(str(how["path"]))
            dialog.accept()
        else:
            dialog.reject()

    QTimer.singleShot(50, act)


def test_open_asks_for_a_file(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "race.json").write_text(default_recipe("race").changed(step=9).to_json())
    answer()
    window.files.open()
    assert window.page.session.step == 0
    answer(path=tmp_path / "race.json")
    window.files.open()
    settle(qtbot, window)
    assert window.page.session.step == 9


# -- saving -----------------------------------------------------------------------------------------------------------


def test_what_is_saved_and_opened_is_saved_the_same(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    for simulation in SIMULATIONS:
        window.show_tab(simulation)
        settle(qtbot, window, 3)
        path = tmp_path / f"{simulation}.json"
        answer(path=path)
        window.files.save_as()
        first = path.read_bytes()
        assert Recipe.from_json(first.decode()).step == 3
        settle(qtbot, window, 1)
        window.files.open_path(str(path))
        settle(qtbot, window)
        path.unlink()
        window.files.save()
        assert path.read_bytes() == first, "save goes back to where it was opened"


def test_a_name_without_an_ending_gets_one(window: MainWindow, tmp_path: Path) -> None:
    answer(path=tmp_path / "mine")
    window.files.save_as()
    assert [path.name for path in tmp_path.iterdir()] == ["mine.json"]
    assert window.transport.counter.note() == "saved as mine.json"


def test_each_tab_is_saved_to_its_own_file(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    answer(path=tmp_path / "race.json")
    window.files.save()
    race = (tmp_path / "race.json").read_bytes()
    window.show_tab("gradients")
    settle(qtbot, window)
    answer()
    window.files.save()
    assert (tmp_path / "race.json").read_bytes() == race, "asked, and not written over"


def test_saving_over_a_picture_asks_first(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    picture = tmp_path / "race.png"
    render(default_recipe("race").changed(step=5), picture, size=(640, 480))
    before = picture.read_bytes()
    window.files.open_path(str(picture))
    settle(qtbot, window)
    assert window.page.session.step == 5
    answer()
    window.files.save()
    assert picture.read_bytes() == before


def test_the_file_dialog_speaks_japanese(window: MainWindow) -> None:
    window.choose_language("ja")
    seen: list[str] = []
    answer(seen=lambda dialog: seen.extend(button.text() for button in dialog.findChild(QDialogButtonBox).buttons()))
    window.files.save_as()
    assert seen
    assert all(re.search("[ぁ-んァ-ヶ一-龠]", text) for text in seen), seen


def full(_file: int) -> None:
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def test_where_nothing_can_be_saved_it_is_said_and_nothing_is_left(
    playing: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = state(playing)
    kept = tmp_path / "kept.json"
    kept.write_text("as it was")
    for path, told in ((tmp_path, "this is a folder"), (tmp_path / "no" / "x.json", "no such file or folder")):
        playing.files._write(path)
        assert told in failure(playing)
    with unprivileged() as folder:
        folder.chmod(0o500)
        playing.files._write(folder / "x.json")
        assert list(folder.iterdir()) == []
    assert "not permitted" in failure(playing)
    monkeypatch.setattr(os, "fsync", full)
    for path in (kept, tmp_path / "new.json"):
        playing.files._write(path)
        assert "the disk is full" in failure(playing)
    assert [path.name for path in tmp_path.iterdir()] == ["kept.json"]
    assert kept.read_text() == "as it was"
    assert playing.files.path is None
    assert state(playing) == before


# -- dropping ---------------------------------------------------------------------------------------------------------


def drop(window: MainWindow, *urls: str) -> bool:
    """Drop something on the window; whether it was wanted."""
    data = QMimeData()
    data.setUrls([QUrl(url) for url in urls])
    copy, buttons, keys = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(300, 300), copy, data, buttons, keys)
    enter.ignore()
    QCoreApplication.sendEvent(window, enter)
    if enter.isAccepted():
        QCoreApplication.sendEvent(window, QDropEvent(QPointF(300, 300), copy, data, buttons, keys))
    return enter.isAccepted()


def test_recipes_and_pictures_can_be_dropped(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    recipe = default_recipe("race").changed(step=11)
    (tmp_path / "a.json").write_text(recipe.to_json())
    for name in ("b.png", "c.svg"):
        render(recipe.changed(step=recipe.step + len(name)), tmp_path / name, size=(640, 480))
    steps = []
    for name in ("a.json", "b.png", "c.svg"):
        assert drop(window, QUrl.fromLocalFile(str(tmp_path / name)).toString())
        settle(qtbot, window)
        steps.append(window.page.session.step)
    assert steps == [11, 16, 16]
    assert not drop(window, "https://example.org/a.json")
    assert not drop(window)
    assert drop(window, QUrl.fromLocalFile(str(tmp_path / "none.json")).toString())
    assert "no such file" in failure(window)
