"""In the window: ← and → move by stages while they are on, with Shift by steps; the transport says which."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gui.main_window import MainWindow
from tests.gui.waiting import settle

LEFT, SHIFT = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def staged(window: MainWindow, qtbot: QtBot) -> MainWindow:
    """The chapter's race at step 5, Momentum's update at its first stage."""
    window.page.load(replace(window.page.recipe(), step=5, view={"selected": 1, "stages": True}))
    settle(qtbot, window)
    return window


def at(window: MainWindow) -> tuple[int, str]:
    return window.page.session.step, window.transport.counter.note()


def press(
    qtbot: QtBot, window: MainWindow, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    QTest.keyClick(window.page.panel, key, modifier)
    settle(qtbot, window)


def test_the_arrows_move_by_stages_and_then_by_steps(staged: MainWindow, qtbot: QtBot) -> None:
    seen = [at(staged)]
    for _ in range(4):
        press(qtbot, staged, Qt.Key.Key_Right)
        seen.append(at(staged))
    assert seen == [
        (5, "stage 1 of 4: gradient"), (5, "stage 2 of 4: decay"), (5, "stage 3 of 4: add"),
        (5, "stage 4 of 4: move"), (6, "stage 1 of 4: gradient"),
    ]  # fmt: skip
    press(qtbot, staged, Qt.Key.Key_Left)
    assert at(staged) == (5, "stage 4 of 4: move")


def test_shift_moves_by_steps(staged: MainWindow, qtbot: QtBot) -> None:
    press(qtbot, staged, Qt.Key.Key_Right)
    press(qtbot, staged, Qt.Key.Key_Right, SHIFT)
    assert at(staged) == (6, "stage 2 of 4: decay")
    press(qtbot, staged, Qt.Key.Key_Left, SHIFT)
    assert at(staged) == (5, "stage 2 of 4: decay")


def test_the_buttons_do_the_same_and_say_so(staged: MainWindow, qtbot: QtBot) -> None:
    transport = staged.transport
    assert transport.step_button.accessibleName() == "One stage on; with Shift, one step"
    QTest.mouseClick(transport.step_button, LEFT)
    assert at(staged) == (5, "stage 2 of 4: decay")
    QTest.mouseClick(transport.back_button, LEFT)
    assert at(staged) == (5, "stage 1 of 4: gradient")
    QTest.mouseClick(staged.page.panel.paths.stage_mode.switch.toggle, LEFT)  # type: ignore[attr-defined]
    assert at(staged) == (5, "")
    assert transport.step_button.accessibleName() == "One step on"
    QTest.mouseClick(transport.step_button, LEFT)
    settle(qtbot, staged)
    assert at(staged) == (6, "")


def test_space_plays_steps_and_stages_are_no_undo(staged: MainWindow, qtbot: QtBot) -> None:
    count = staged.page.session.undo_stack.count()
    press(qtbot, staged, Qt.Key.Key_Right)
    QTest.keyClick(staged.page.panel, Qt.Key.Key_Space)
    assert staged.player.playing
    staged.player.tick(0.11)
    QApplication.processEvents()
    assert staged.page.session.step >= 6
    staged.player.pause()
    assert staged.page.session.undo_stack.count() == count
    assert staged.page.recipe().view["stage"] == 1


def test_another_tab_has_no_stages(staged: MainWindow) -> None:
    staged.show_tab("activations")
    assert staged.transport.counter.note() == ""
    assert staged.transport.step_button.accessibleName() == "One step on"
    staged.show_tab("race")
    assert staged.transport.counter.note() == "stage 1 of 4: gradient"
