"""What all tests share: no display, nobody's settings touched, nothing left behind."""

from __future__ import annotations

import gc
import os
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import engine  # noqa: F401 - before NumPy: see there

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


@pytest.fixture(autouse=True)
def settings_apart(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Whatever a test remembers goes to a folder of its own."""
    folder = tmp_path_factory.mktemp("settings")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(folder))
    return folder


@pytest.fixture(autouse=True)
def nothing_left(request: pytest.FixtureRequest) -> Iterator[None]:
    """A test that leaves a thread, a running timer or an open window behind fails."""
    threads = set(threading.enumerate())
    if "qapp" not in request.fixturenames:
        yield
        return
    # What is there by now is not looked at afterwards: looking at it all took longer than most tests.
    gc.freeze()
    yield
    from PySide6.QtCore import QCoreApplication, QTimer
    from PySide6.QtWidgets import QApplication

    QCoreApplication.sendPostedEvents(None, 52)
    gc.collect()
    timers: list[Any] = [o for o in gc.get_objects() if isinstance(o, QTimer)]
    running = [t for t in timers if _alive(t) and t.isActive()]
    windows = [w for w in QApplication.topLevelWidgets() if w.isVisible()]
    left = [t.name for t in threading.enumerate() if t not in threads and t.is_alive()]
    assert not left, f"threads left: {left}"
    assert not running, f"timers left: {running}"
    assert not windows, f"windows left: {windows}"


def _alive(thing: Any) -> bool:  # noqa: ANN401
    import shiboken6

    return bool(shiboken6.isValid(thing))
