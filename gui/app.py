"""Opening the window and leaving it without a crash."""

from __future__ import annotations

import signal
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import shiboken6
from PySide6.QtCore import QSocketNotifier
from PySide6.QtWidgets import QApplication

from engine.recipe import Recipe
from gui.application import application
from gui.fonts import load_fonts
from gui.i18n import system_language
from gui.main_window import MainWindow
from gui.preferences import Preferences
from gui.quick_start import finish


def run(
    opened: tuple[Recipe, Path] | None, *, clean: bool = False, theme: str | None = None, language: str | None = None
) -> int:
    """Open the window on a recipe and its file (else on what was last seen, else the chapter's race).

    Returns the exit status.
    """
    preferences = Preferences(clean)
    shown = language or preferences.choice("language")
    # An English window needs the Japanese face for the name of a language in a menu, and not before it is there.
    late = (system_language() if shown == "system" else shown) == "en"
    app = application(fonts=not late)
    window = MainWindow(preferences, theme, language)
    window.painted.connect(load_fonts)
    window.painted.connect(finish)
    if opened is not None:
        window.show_file(*opened)
    else:
        window.painted.connect(window.player.play)
    window.show()
    with leaving_on_signals():
        status = app.exec()
    # Left to Python's garbage collector, plots crash the process at its end.
    shiboken6.delete(window)
    return int(status)


@contextmanager
def leaving_on_signals() -> Iterator[None]:
    """On Ctrl+C in the terminal, or when it is asked to end, the program closes its window as by hand.

    While Qt waits for events Python hears of no signal, but bytes written to a socket are an event.
    """
    heard, told = socket.socketpair()
    told.setblocking(False)
    before = {number: signal.signal(number, lambda *_: None) for number in (signal.SIGINT, signal.SIGTERM)}
    signal.set_wakeup_fd(told.fileno())
    notifier = QSocketNotifier(heard.fileno(), QSocketNotifier.Type.Read)
    notifier.activated.connect(lambda: (heard.recv(64), QApplication.quit()))
    try:
        yield
    finally:
        notifier.setEnabled(False)
        signal.set_wakeup_fd(-1)
        for number, handler in before.items():
            signal.signal(number, handler)
        heard.close()
        told.close()
