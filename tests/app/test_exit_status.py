"""Leaving is clean: plots left to Python's garbage collector crash some processes at their very end, so many are tried."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from engine.recipe import default_recipe
from engine.simulations import SIMULATIONS
from tests.app.command import ROOT, assert_refused, process

TIMES, AT_ONCE = 20, 2
# What the offscreen platform says of windows with a smallest size.
USUAL = "This plugin does not support propagateSizeHints()"
# The program as it is, but for a hand that closes the window some milliseconds after it has been painted.
CLOSING = """
import sys
from gui.quick_start import prepare
prepare()
from PySide6.QtCore import QTimer
from gui.main_window import MainWindow
import main
shown = MainWindow._after_first_paint
def close_soon(window):
    shown(window)
    QTimer.singleShot({after}, window.close)
MainWindow._after_first_paint = close_soon
sys.exit(main.main({arguments!r}))
"""


def complaints(err: str) -> list[str]:
    """The lines of stderr that should not be there."""
    return [line for line in err.splitlines() if line != USUAL]


def recipe_file(folder: Path, number: int) -> Path:
    """A recipe of each tab in turn, in the middle of its run."""
    name = list(SIMULATIONS)[number % len(SIMULATIONS)]
    recipe = default_recipe(name)
    path = folder / f"{number}.json"
    path.write_text(recipe.changed(step=recipe.length() // 2).to_json(), encoding="utf-8")
    return path


def run_many(folder: Path, command: str) -> list[tuple[int, list[str]]]:
    """Exit status and complaints of so many runs, some at a time."""

    def run(number: int) -> tuple[int, list[str]]:
        file = recipe_file(folder, number)
        environment = os.environ | {"QT_QPA_PLATFORM": "offscreen", "XDG_CONFIG_HOME": str(folder)}
        if command == "render":
            done = process(
                "render", file, "-o", file.with_suffix(".svg" if number % 4 == 3 else ".png"), env=environment
            )
        else:
            arguments = [*([str(file)] if number % 2 else []), *(["--clean"] if number % 3 else [])]
            code = CLOSING.format(after=(0, 60, 400)[number % 3], arguments=arguments)
            words = [sys.executable, "-X", "faulthandler", "-c", code]
            done = subprocess.run(
                words, env=environment, cwd=ROOT, capture_output=True, text=True, timeout=60, check=False
            )
        return done.returncode, complaints(done.stderr)

    with ThreadPoolExecutor(AT_ONCE) as pool:
        return list(pool.map(run, range(TIMES)))


@pytest.mark.parametrize("command", ["render", "window"])
def test_it_ends_well_twenty_times_over(tmp_path: Path, command: str) -> None:
    assert run_many(tmp_path, command) == [(0, [])] * TIMES


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_closes_the_window_as_by_hand(tmp_path: Path, number: signal.Signals) -> None:
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen", "XDG_CONFIG_HOME": str(tmp_path)}
    window = subprocess.Popen(
        [sys.executable, str(ROOT / "main.py")], env=environment, stderr=subprocess.PIPE, text=True, cwd=tmp_path
    )
    try:
        time.sleep(2.0)
        window.send_signal(number)
        _, err = window.communicate(timeout=20)
    finally:
        window.kill()
    assert (window.returncode, complaints(err)) == (0, [])
    assert "recipes" in (tmp_path / "Kobai" / "kobai.ini").read_text(), "and remembers"


@pytest.mark.parametrize("display", [{}, {"DISPLAY": ""}, {"DISPLAY": ":7731"}], ids=["none", "empty", "nobody there"])
def test_without_a_display_it_says_what_can_be_done(race: Path, display: dict[str, str]) -> None:
    gone = ("DISPLAY", "WAYLAND_DISPLAY", "WAYLAND_SOCKET", "QT_QPA_PLATFORM")
    environment = {key: value for key, value in os.environ.items() if key not in gone} | display
    for arguments in ((), (race,)):
        assert_refused(process(*arguments, env=environment), 2, "kobai render")
