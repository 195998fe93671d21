"""The program in a real window on a virtual screen: real mouse, real keys, and the screen's own pixels."""

from __future__ import annotations

import contextlib
import itertools
import json
import os
import shutil
import struct
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPoint, QRect

from tests.app.command import ROOT

SCREEN = (1400, 900)
MISSING = [tool for tool in ("Xvfb", "xdotool") if shutil.which(tool) is None]
Pixels = NDArray[np.uint8]


class Screen:
    """A virtual screen. Its server keeps the pixels in a file, in the format of `xwd`."""

    def __init__(self, display: str, picture: Path) -> None:
        self.display, self._picture = display, picture

    def xdotool(self, *arguments: object) -> str:
        """Do something with mouse or keyboard, or ask for something."""
        words = ["xdotool", *map(str, arguments)]
        environment = os.environ | {"DISPLAY": self.display}
        return subprocess.run(words, env=environment, check=True, capture_output=True, text=True, timeout=20).stdout

    def pixels(self, area: QRect | None = None) -> Pixels:
        """What is on the screen, or on a part of it: height × width × 3."""
        data = self._picture.read_bytes()
        header = struct.unpack(">25I", data[:100])
        offset, width, height, line, colours = header[0], header[4], header[5], header[12], header[19]
        rows = np.frombuffer(data, np.uint8, line * height, offset + 12 * colours).reshape(height, line)
        image = rows[:, : 4 * width].reshape(height, width, 4)[..., 2::-1]
        if area is None:
            return image
        return image[area.top() : area.bottom() + 1, area.left() : area.right() + 1]

    def still(self, area: QRect | None = None) -> Pixels:
        """What is on the screen once it stands still."""
        last = self.pixels(area)
        for _ in range(100):
            time.sleep(0.1)
            now = self.pixels(area)
            if np.array_equal(now, last):
                return now
            last = now
        raise AssertionError("the screen never stands still")

    def changed(self, since: Pixels, area: QRect | None = None) -> None:
        """Wait until the screen is another than it was."""
        wait_until(lambda: not np.array_equal(self.pixels(area), since), "nothing changes on the screen")

    def key(self, *keys: str) -> None:
        """Press keys one after another, as `ctrl+z` or `Right`."""
        self.xdotool("key", "--delay", "40", *keys)

    def move(self, at: QPoint) -> None:
        self.xdotool("mousemove", at.x(), at.y())

    def click(self, at: QPoint, button: int = 1) -> None:
        self.move(at)
        self.xdotool("click", button)

    def drag(self, *places: QPoint) -> None:
        """Take hold at the first place and let go at the last; between two of them in five small moves."""
        self.move(places[0])
        self.xdotool("mousedown", 1)
        for start, end in itertools.pairwise(places):
            for share in range(1, 6):
                self.move(start + (end - start) * share / 5)
                time.sleep(0.03)
        self.xdotool("mouseup", 1)


@contextlib.contextmanager
def virtual_screen(folder: Path) -> Iterator[Screen]:
    """A screen of its own, on a display that is free."""
    read, write = os.pipe()
    size = f"{SCREEN[0]}x{SCREEN[1]}x24"
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(write), "-screen", "0", size, "-fbdir", str(folder), "-nolisten", "tcp", "-noreset"],
        pass_fds=[write],
        stderr=subprocess.DEVNULL,
    )
    os.close(write)
    try:
        with os.fdopen(read) as ready:
            display = f":{ready.readline().strip()}"
        yield Screen(display, folder / "Xvfb_screen0")
    finally:
        server.terminate()
        server.wait(10)


class Program:
    """Kobai on a screen, started clean in English and light, unless `arguments` say otherwise."""

    def __init__(self, screen: Screen, folder: Path, *arguments: object) -> None:
        self.screen, self.folder = screen, folder
        environment = os.environ | {
            "DISPLAY": screen.display, "QT_QPA_PLATFORM": "xcb", "XDG_CONFIG_HOME": str(folder), "LC_ALL": "C.UTF-8",
        }  # fmt: skip
        command = [sys.executable, "-X", "dev", "-W", "error", str(ROOT / "main.py"), "--clean", *map(str, arguments)]
        self.process = subprocess.Popen(
            command, env=environment, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
        )
        self.focus("Kobai")
        wait_until(lambda: len(np.unique(screen.pixels())) > 100, "nothing is painted")

    def focus(self, title: str) -> None:
        """Wait for a window and give it the keyboard, which without a window manager nobody does."""
        found: list[str] = []

        def look() -> bool:
            assert self.process.poll() is None, self.process.communicate()
            with contextlib.suppress(subprocess.CalledProcessError):
                found[:] = self.screen.xdotool("search", "--onlyvisible", "--name", title).split()
            return bool(found)

        wait_until(look, f"no window is called {title}")
        self.screen.xdotool("windowfocus", "--sync", found[-1])

    def saved(self, name: str, title: str = "Save as") -> dict[str, Any]:
        """Save by Ctrl+Shift+S under a name in the folder; what is in the file then."""
        path = self.folder / name
        self.screen.key("ctrl+shift+s")
        self.focus(title)
        self.screen.xdotool("type", "--delay", "5", str(path))
        self.screen.key("Return")
        wait_until(path.exists, f"{name} is not written")
        self.focus("Kobai")
        data: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
        return data

    def leave(self) -> None:
        """Quit by Ctrl+Q; it went well and there was nothing to complain about."""
        self.screen.key("ctrl+q")
        out, err = self.process.communicate(timeout=20)
        assert (self.process.returncode, out, err) == (0, "", "")


@contextlib.contextmanager
def running(screen: Screen, folder: Path, *arguments: object) -> Iterator[Program]:
    """The program, ended at the end whatever happens."""
    program = Program(screen, folder, *arguments)
    try:
        yield program
        program.leave()
    finally:
        program.process.kill()
        program.process.communicate()


def wait_until(condition: Callable[[], bool], failure: str, seconds: float = 15.0) -> None:
    """Wait for something that happens in another process."""
    until = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < until, failure
        time.sleep(0.03)


def share_of_change(one: Pixels, other: Pixels) -> float:
    """The share of pixels that are not the same."""
    return float((one != other).any(axis=-1).mean())


def colours(pixels: Pixels, wanted: Sequence[int], most: int = 12) -> float:
    """The share of pixels of about one colour."""
    return float((np.abs(pixels.astype(int) - np.array(wanted)).max(axis=-1) <= most).mean())
