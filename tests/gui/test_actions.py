"""Opening, saving, exporting, copying: a fault is one sentence, and the running experiment stays as it is."""

from __future__ import annotations

import errno
import os
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QMimeData, QPoint, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import QContextMenuEvent, QDragEnterEvent, QDropEvent, QGuiApplication, QImage
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QFileDialog, QLineEdit, QMenu, QMessageBox
from pytestqt.qtbot import QtBot

from engine.recipe import Recipe, default_recipe
from engine.simulations import SIMULATIONS
from gui.export import Options
from gui.export.dialog import ExportDialog, ExportRequest
from gui.main_window import MainWindow
from gui.render import RIGHT_WIDTH, plots_of, render
from tests.app.test_broken_recipes import BROKEN
from tests.gui.painted_texts import texts_of
from tests.gui.waiting import settle
from tests.gui.widgets.pixels import near, pixels_of
from tests.privileges import unprivileged

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # the offscreen platform, of dialogs


@pytest.fixture
def playing(window: MainWindow) -> Iterator[MainWindow]:
    """A changed experiment in mid-play; its clock stands still in between, so that its step can be told."""
    window.page.form.edit("racers.4.optimizer.learning_rate", 0.5, done=True)
    window.page.session.seek(7)
    window.page.session.work()
    window.page.session.work()
    assert window.page.session.step == 7
    window.player.speed = 0.001
    window.player.play()
    yield window
    window.player.pause()


def failure(window: MainWindow) -> str:
    """The sentence of the one message, which is then closed."""
    boxes = [box for box in window.findChildren(QMessageBox) if box.objectName() == "failure"]
    assert len(boxes) == 1
    text = boxes[0].text()
    assert boxes[0].isVisible()
    assert boxes[0].textFormat() == Qt.TextFormat.PlainText
    boxes[0].close()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert "\n" not in text
    return text


def state(window: MainWindow) -> tuple[Any, ...]:
    """All that a failure must not touch."""
    session = window.page.session
    return (
        window.simulation,
        session.recipe,
        session.step,
        session.undo_stack.count(),
        window.player.playing,
        session.runs,
    )


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


# -- pictures ---------------------------------------------------------------------------------------------------------


def perform(window: MainWindow, subject: str, path: Path, size: tuple[int, int], scale: float = 1.0) -> None:
    options = Options(scale, "dark", "ja", "題")
    window.files._perform(ExportRequest(subject, path.suffix[1:], size, options, str(path)))


def test_pictures_have_exactly_the_size_asked_for_and_leave_the_window_alone(
    playing: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    before = state(playing)
    qtbot.wait(50)
    texts = [text.text for text in texts_of(playing.page)]
    subjects = ["panel", *(f"plot.{i}" for i in range(len(plots_of(playing.page.panel))))]
    assert len(subjects) == 3
    for subject in subjects:
        for scale in (1, 2):
            path = tmp_path / f"{subject}-{scale}.png"
            perform(playing, subject, path, (901, 603), scale)
            image = QImage(str(path))
            assert (image.width(), image.height()) == (901 * scale, 603 * scale)
            assert near(pixels_of(image), playing.theme.color("paper"), 3).mean() < 0.05, "dark"
        perform(playing, subject, tmp_path / f"{subject}.svg", (901, 603))
        assert re.search('<svg[^>]*width="901"[^>]*height="603"', (tmp_path / f"{subject}.svg").read_text())
    assert len({path.read_bytes() for path in tmp_path.glob("*.png")}) == 6
    assert state(playing) == before
    assert "saved as plot.1.svg" in [text.text for text in texts_of(playing.transport)]
    playing.transport.set_note("")
    assert [text.text for text in texts_of(playing.page)] == texts
    assert playing.theme.name == "light"
    assert playing.files.tr("Open") == "Open"
    playing.retranslate()
    assert [text.text for text in texts_of(playing.page)] == texts


def test_an_exported_picture_opens_again_where_it_was_made(playing: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    recipe = playing.page.recipe()
    perform(playing, "plot.0", tmp_path / "plot.png", (640, 480))
    playing.player.pause()
    playing.page.load(default_recipe("race"))
    playing.files.open_path(str(tmp_path / "plot.png"))
    settle(qtbot, playing)
    assert playing.page.recipe() == recipe


@pytest.mark.parametrize("language", ["en", "ja"])
def test_a_picture_is_in_the_language_asked_for(window: MainWindow, tmp_path: Path, language: str) -> None:
    made = []
    for asked in ("en", "ja"):
        window.choose_language(language)
        options = Options(1.0, "light", asked, "")
        window.files._perform(ExportRequest("panel", "png", (800, 600), options, str(tmp_path / f"{asked}.png")))
        made.append(pixels_of(QImage(str(tmp_path / f"{asked}.png"))))
        window.choose_language("en")
    again = tmp_path / "again.png"
    render(default_recipe("race"), again, size=(800, 600), language="ja")
    window.choose_language("en")
    assert (made[0] != made[1]).any()
    assert (made[1] == pixels_of(QImage(str(again)))).all()


def test_a_failed_export_leaves_the_language_alone(window: MainWindow, tmp_path: Path) -> None:
    with pytest.raises(OSError, match="No such file"):
        perform(window, "panel", tmp_path / "no" / "x.png", (640, 480))
    assert window.files.tr("Open") == "Open"


def test_copy_puts_the_panel_on_the_clipboard_twice_as_fine(window: MainWindow) -> None:
    window.menus.actions["copy"].trigger()
    image = QGuiApplication.clipboard().image()
    panel = window.page.panel
    assert (image.width(), image.height()) == (2 * (panel.width() + RIGHT_WIDTH), 2 * panel.height())


def in_export_dialog(act: Callable[[ExportDialog], None]) -> None:
    """When the dialog of an export opens, do something with it."""

    def found() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, ExportDialog)
        act(dialog)

    QTimer.singleShot(50, found)


def test_the_dialog_proposes_what_is_on_the_screen(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.choose_theme("dark")
    panel, path = window.page.panel, tmp_path / "out.png"
    monkeypatch.setattr(ExportDialog, "_ask_path", lambda _dialog: str(path))
    asked: list[ExportRequest] = []

    def act(dialog: ExportDialog) -> None:
        asked.append(dialog.request())
        dialog.save_button.click()

    in_export_dialog(act)
    window.menus.actions["export"].trigger()
    request = asked[0]
    assert (request.subject, request.format, request.size) == (
        "panel",
        "png",
        (panel.width() + RIGHT_WIDTH, panel.height()),
    )
    assert (request.options.scale, request.options.theme, request.options.language) == (2.0, "dark", "en")
    assert QImage(str(path)).width() == 2 * request.size[0]


def test_the_menu_of_the_right_mouse_button_offers_the_plot_under_it(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[Any] = []
    monkeypatch.setattr(window.files, "export", lambda plot=None: asked.append(plot))
    seen: list[list[str]] = []

    def choose() -> None:
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        seen.append([action.text() for action in menu.actions()])
        menu.actions()[0].trigger()
        menu.close()

    panel = window.page.panel
    for widget in (panel.surface.viewport(), panel.curves.viewport()):
        QTimer.singleShot(50, choose)
        middle = widget.rect().center()
        event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, middle, widget.mapToGlobal(middle))
        QCoreApplication.sendEvent(widget, event)
    assert asked == [0, 1]
    assert seen == [["Export this plot…", "Export picture…", "Copy picture"]] * 2
