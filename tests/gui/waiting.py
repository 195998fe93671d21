"""Waiting for what a person would wait for: the wanted step of the newest settings, on the screen."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from engine.recipe import sides
from gui.main_window import MainWindow
from gui.session import Session

# The slowest that a control allows takes some seconds a step (ms).
PATIENCE = 60_000


def is_settled(session: Session) -> bool:
    """Whether the session shows what is wanted of it."""
    if not session.runs or session.waiting or not session.steady or session.step != session.wanted:
        return False
    recipe = session.recipe
    shown = [(run.settings, run.seed) for run in session.runs]
    return shown == [(getattr(recipe, side), recipe.seed) for side in sides(recipe)]


def settle(qtbot: QtBot, window: MainWindow, step: int | None = None) -> None:
    """Go to `step` if one is given, and wait until the tab in front shows what is wanted."""
    session = window.page.session
    if step is not None:
        window.seek(step)
    qtbot.waitUntil(lambda: is_settled(session), timeout=PATIENCE)
