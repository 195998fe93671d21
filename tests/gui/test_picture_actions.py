"""Pictures from the window: export, copy, the menu of the right mouse button. The window stays as it is."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QImage
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from engine.recipe import default_recipe
from gui.export import Options
from gui.export.dialog import ExportDialog, ExportRequest
from gui.main_window import MainWindow
from gui.render import RIGHT_WIDTH, plots_of, render
from tests.gui.failures import state
from tests.gui.painted_texts import texts_of
from tests.gui.waiting import settle
from tests.gui.widgets.pixels import near, pixels_of

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # the offscreen platform, of dialogs


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
    for widget in (panel.paths.surface.viewport(), panel.paths.curves.viewport()):
        QTimer.singleShot(50, choose)
        middle = widget.rect().center()
        event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, middle, widget.mapToGlobal(middle))
        QCoreApplication.sendEvent(widget, event)
    assert asked == [0, 1]
    assert seen == [["Export this plot…", "Export picture…", "Copy picture"]] * 2
