"""Leaving is clean: plots left to Python's garbage collector crash some processes at their very end, so many are tried."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from engine.recipe import default_recipe
from engine.simulations import SIMULATIONS
from tests.app.command import ROOT, assert_refused, process

TIMES, AT_ONCE = 20, 2
# What the offscreen platform says of windows with a smallest size.
USUAL = "This plugin does not support propagateSizeHints()"
# The program as it is, but that something happens some milliseconds after the window has been painted.
PROGRAM = """
import os, sys
from gui.quick_start import prepare
prepare()
from PySide6.QtCore import QTimer
from gui.main_window import MainWindow
import main
shown = MainWindow._after_first_paint
def soon(window):
    shown(window)
    QTimer.singleShot({after}, lambda: {what})
MainWindow._after_first_paint = soon
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


def run_window(folder: Path, what: str, after: int, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run the window until `what` ends it."""
    code = PROGRAM.format(after=after, what=what, arguments=list(arguments))
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen", "XDG_CONFIG_HOME": str(folder)}
    words = [sys.executable, "-X", "faulthandler", "-c", code]
    return subprocess.run(words, env=environment, cwd=ROOT, capture_output=True, text=True, timeout=60, check=False)


def run(folder: Path, command: str, number: int) -> tuple[int, list[str]]:
    """Exit status and complaints of one run among many, no two alike."""
    file = recipe_file(folder, number)
    if command == "render":
        done = process("render", file, "-o", file.with_suffix(".svg" if number % 4 == 3 else ".png"))
    else:
        arguments = [*([str(file)] if number % 2 else []), *(["--clean"] if number % 3 else [])]
        done = run_window(folder, "window.close()", (0, 60, 400)[number % 3], *arguments)
    return done.returncode, complaints(done.stderr)


@pytest.mark.parametrize("command", ["render", "window"])
def test_it_ends_well_twenty_times_over(tmp_path: Path, command: str) -> None:
    with ThreadPoolExecutor(AT_ONCE) as pool:
        ends = list(pool.map(lambda number: run(tmp_path, command, number), range(TIMES)))
    assert ends == [(0, [])] * TIMES


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_closes_the_window_as_by_hand(tmp_path: Path, number: signal.Signals) -> None:
    done = run_window(tmp_path, f"os.kill(os.getpid(), {int(number)})", 100)
    assert (done.returncode, complaints(done.stderr)) == (0, [])
    assert "recipes" in (tmp_path / "Kobai" / "kobai.ini").read_text(), "and remembers"


@pytest.mark.parametrize("display", [{}, {"DISPLAY": ""}, {"DISPLAY": ":7731"}], ids=["none", "empty", "nobody there"])
def test_without_a_display_it_says_what_can_be_done(race: Path, display: dict[str, str]) -> None:
    gone = ("DISPLAY", "WAYLAND_DISPLAY", "WAYLAND_SOCKET", "QT_QPA_PLATFORM")
    environment = {key: value for key, value in os.environ.items() if key not in gone} | display
    for arguments in ((), (race,)):
        assert_refused(process(*arguments, env=environment), 2, "kobai render")
