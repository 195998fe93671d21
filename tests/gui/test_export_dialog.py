"""The dialog before an export: what it asks for, what it hands on, how it fails."""

from __future__ import annotations

import errno
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QLabel, QPushButton, QWidget

from engine.parameter import SettingsError
from gui.export import FORMATS, Options, png
from gui.export.dialog import ExportDialog, ExportRequest, Subject
from gui.export.format import Format
from gui.theme import load_theme

SUBJECTS = (Subject("panel", "Whole panel", (1280, 800)), Subject("loss", "Loss by step", (700, 240)))
DEFAULTS = ExportRequest("panel", options=Options(scale=2, title="Race", recipe="{}"), path="/somewhere/race.png")
Opened = Callable[..., ExportDialog]


@pytest.fixture
def done() -> list[ExportRequest]:
    return []


@pytest.fixture
def opened(qapp: QApplication, done: list[ExportRequest]) -> Iterator[Opened]:
    dialogs: list[ExportDialog] = []

    def open_(perform: Callable[[ExportRequest], None] = done.append, **kinds: ExportRequest) -> ExportDialog:
        dialog = ExportDialog(load_theme("light"), SUBJECTS, kinds.get("defaults", DEFAULTS), perform)
        dialog.native = False
        dialogs.append(dialog)
        return dialog

    yield open_
    for dialog in dialogs:
        shiboken6.delete(dialog)


def save(dialog: ExportDialog, monkeypatch: pytest.MonkeyPatch, path: str) -> None:
    monkeypatch.setattr(dialog, "_ask_path", lambda: path)
    dialog.save_button.click()


def test_it_starts_with_the_defaults(opened: Opened) -> None:
    dialog = opened()
    assert dialog.request("/x.png") == ExportRequest("panel", "png", (1280, 800), DEFAULTS.options, "/x.png")
    assert dialog.pixels.text() == "2560 × 1600 pixels"
    assert dialog.error.text() == ""
    assert dialog.save_button.isDefault()


def test_a_subject_brings_its_size(opened: Opened) -> None:
    dialog = opened()
    QTest.keyClick(dialog.subject, Qt.Key.Key_Down)
    assert dialog.request().subject == "loss"
    assert dialog.request().size == (700, 240)
    assert dialog.pixels.text() == "1400 × 480 pixels"


def test_everything_chosen_is_handed_on(
    opened: Opened, done: list[ExportRequest], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    dialog = opened()
    QTest.keyClick(dialog.scale, Qt.Key.Key_End)
    QTest.keyClick(dialog.look.findChildren(QWidget)[1], Qt.Key.Key_Space)
    QTest.keyClick(dialog.language.findChildren(QWidget)[1], Qt.Key.Key_Space)
    for field, text in ((dialog.width_field, "640"), (dialog.height_field, "300"), (dialog.title_field, " 勾配 ")):
        field.selectAll()
        field.insert(text)
        field.setModified(True)
    save(dialog, monkeypatch, str(tmp_path / "a.png"))
    options = Options(scale=8, theme="dark", language="ja", title="勾配", recipe="{}")
    assert done == [ExportRequest("panel", "png", (640, 300), options, str(tmp_path / "a.png"))]
    assert dialog.result() == QDialog.DialogCode.Accepted


def test_shapes_have_no_scale(opened: Opened) -> None:
    dialog = opened()
    QTest.keyClick(dialog.format, Qt.Key.Key_Down)
    assert not dialog.scale.isEnabled()
    assert dialog.pixels.text() == "Shapes, sharp at any size"
    assert dialog.request("/x.svg").options.scale == 1
    assert dialog.request().options.scale == 2  # on the clipboard it is an image all the same


def test_the_ending_names_the_format(opened: Opened) -> None:
    dialog = opened()
    assert dialog.request("/x.SVG").format == "svg"
    assert dialog.request("/x.SVG").options.scale == 1
    assert dialog.request("/x.txt").format == dialog.request("/x").format == "png"


def test_copying_needs_no_file(opened: Opened, done: list[ExportRequest]) -> None:
    dialog = opened()
    dialog.copy_button.click()
    assert [request.path for request in done] == [None]
    assert dialog.result() == QDialog.DialogCode.Accepted


@pytest.mark.parametrize(
    ("error", "sentence"),
    [
        (OSError(errno.ENOSPC, "full", "/x/a.png"), "/x/a.png: the disk is full"),
        (SettingsError("steps", "missing", "", "steps"), "steps: the field steps is missing"),
    ],
)
def test_a_failure_is_one_sentence_and_the_dialog_stays(opened: Opened, error: Exception, sentence: str) -> None:
    def perform(_: ExportRequest) -> None:
        raise error

    dialog = opened(perform)
    dialog.copy_button.click()
    assert dialog.error.text() == sentence
    assert dialog.result() != QDialog.DialogCode.Accepted


def test_a_wrong_place_is_told_before_drawing(
    opened: Opened, done: list[ExportRequest], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    dialog = opened()
    save(dialog, monkeypatch, str(tmp_path / "none" / "a.png"))
    assert dialog.error.text() == f"{tmp_path / 'none'}: there is no such file or folder"
    assert not done


def test_too_many_pixels_are_refused(opened: Opened, done: list[ExportRequest]) -> None:
    dialog = opened(defaults=ExportRequest("panel", size=(10_000, 10_000), options=Options(scale=8)))
    dialog.copy_button.click()
    assert dialog.error.text() == "This picture has too many pixels; at most 268 million."
    assert not done


def test_a_wrong_number_is_refused(opened: Opened) -> None:
    dialog = opened()
    dialog.width_field.setText("12")
    dialog.width_field.setModified(True)
    assert dialog.request().size == (1280, 800)
    assert dialog.error.text() == "12 is outside the limits: 200 … 10000"


def test_sizes_beyond_the_limits_are_brought_inside(opened: Opened) -> None:
    assert opened(defaults=ExportRequest("panel", size=(5, 10**6))).request().size == (200, 10_000)


def test_the_file_dialog_proposes_a_name(
    opened: Opened, done: list[ExportRequest], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    proposed: list[tuple[str, str, str]] = []

    def answer(dialog: QFileDialog) -> int:
        proposed.append((dialog.selectedFiles()[0], dialog.nameFilters()[0], dialog.defaultSuffix()))
        dialog.selectFile("chosen")
        return QDialog.DialogCode.Accepted

    monkeypatch.setattr(QFileDialog, "exec", answer)
    dialog = opened(defaults=ExportRequest("panel", "svg", path=str(tmp_path / "race.png")))
    dialog.save_button.click()
    assert proposed == [(str(tmp_path / "race.svg"), "SVG drawing (*.svg)", "svg")]
    assert [request.path for request in done] == [str(tmp_path / "chosen.svg")]


def test_giving_up_on_the_file_leaves_the_dialog(
    opened: Opened, done: list[ExportRequest], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "exec", lambda _: QDialog.DialogCode.Rejected)
    dialog = opened()
    dialog.save_button.click()
    assert not done
    assert dialog.error.text() == ""


def test_a_format_from_elsewhere_is_offered(opened: Opened, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(FORMATS, "toy", Format(".toy", "Toy picture", True, png.encode))
    dialog = opened()
    assert [dialog.format.itemText(i) for i in range(dialog.format.count())] == [f.title for f in FORMATS.values()]
    assert dialog.request("/a.toy").format == "toy"


def test_every_part_has_a_name_and_a_place_in_the_tab_order(opened: Opened) -> None:
    dialog = opened()
    order = [dialog.subject, dialog.format, dialog.width_field, dialog.height_field, dialog.scale, dialog.look,
             dialog.language, dialog.title_field, dialog.copy_button, dialog.cancel_button, dialog.save_button]  # fmt: skip
    for widget in order:
        found = QAccessible.queryAccessibleInterface(widget)
        assert isinstance(found, QAccessibleInterface)
        assert found.text(QAccessible.Text.Name), widget
    chain: list[QObject] = []
    widget: QWidget = dialog
    while (widget := widget.nextInFocusChain()) is not dialog:
        place = next((part for part in order if part is widget or part.isAncestorOf(widget)), None)
        if place is not None and place not in chain:
            chain.append(place)
    assert chain == order


def test_it_takes_another_theme_and_language(opened: Opened, monkeypatch: pytest.MonkeyPatch) -> None:
    dialog = opened()
    dialog.set_theme(load_theme("dark"))
    assert dialog.palette().color(dialog.backgroundRole()) == load_theme("dark").color("side")
    monkeypatch.setattr(dialog, "tr", lambda text: f"«{text}»")
    monkeypatch.setattr("gui.export.dialog.words", lambda text: f"«{text}»")
    dialog.retranslate()
    seen = [part.text() for kind in (QLabel, QPushButton) for part in dialog.findChildren(kind) if part.text()]
    own = {"×"}
    assert all(text.startswith("«") for text in seen if text not in own), seen
    assert dialog.windowTitle() == "«Export picture»"
    assert dialog.format.currentText() == "«PNG image»"
