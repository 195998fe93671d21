"""A display is asked, not believed: what names none, does not answer, is silent or refuses us counts as none."""

from __future__ import annotations

import contextlib
import os
import shutil
import socket
import struct
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from gui import display
from gui.display import obstacle

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere there is always a display")
needs_xvfb = pytest.mark.skipif(shutil.which("Xvfb") is None, reason="Xvfb is not installed")


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """For what will never answer."""
    monkeypatch.setattr(display, "PATIENCE", 0.3)


@pytest.fixture
def lacking(monkeypatch: pytest.MonkeyPatch) -> set[str]:
    """The system libraries that are taken to be missing."""
    missing: set[str] = set()
    monkeypatch.setattr(display, "_loadable", lambda name: name not in missing)
    return missing


@contextlib.contextmanager
def listening(server: socket.socket, answer: bytes | None) -> Iterator[list[bytes]]:
    """A server that takes one connection and answers what it is sent by `answer`, or never; gives what it was sent."""
    heard: list[bytes] = []
    done = threading.Event()
    server.listen(1)

    def serve() -> None:
        with contextlib.suppress(OSError):
            connection = server.accept()[0]
            with connection:
                heard.append(connection.recv(64))
                if answer is None:
                    done.wait(30)
                else:
                    connection.sendall(answer)

    thread = threading.Thread(target=serve)
    thread.start()
    try:
        yield heard
    finally:
        done.set()
        with contextlib.suppress(OSError):
            server.shutdown(socket.SHUT_RDWR)
        server.close()
        thread.join()


@contextlib.contextmanager
def x_server(*options: str) -> Iterator[str]:
    """A virtual X server; gives its display."""
    read, write = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(write), "-screen", "0", "64x64x24", "-nolisten", "tcp", "-noreset", *options],
        pass_fds=[write],
        stderr=subprocess.DEVNULL,
    )
    os.close(write)
    try:
        with os.fdopen(read) as ready:
            yield f":{ready.readline().strip()}"
    finally:
        server.terminate()
        server.wait(10)


# -- none named -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("environment", [{}, {"DISPLAY": ""}, {"QT_QPA_PLATFORM": "xcb"}, {"WAYLAND_DISPLAY": "way"}])
def test_no_display_named_is_none(environment: dict[str, str], lacking: set[str]) -> None:
    assert obstacle(environment) == "no display answers"


@pytest.mark.parametrize(
    "platform", ["offscreen", "minimal", "vnc:port=5901", "offscreen:enable_fonts", "xcb;offscreen"]
)
def test_a_platform_chosen_by_hand_needs_no_display(platform: str) -> None:
    assert obstacle({"QT_QPA_PLATFORM": platform}) is None


def test_an_unknown_platform_is_refused_before_qt_aborts_on_it() -> None:
    assert "QT_QPA_PLATFORM names ofscreen" in str(obstacle({"QT_QPA_PLATFORM": "ofscreen", "DISPLAY": ":0"}))


@pytest.mark.parametrize("system", ["win32", "darwin"])
def test_where_there_is_always_a_display_none_is_asked(monkeypatch: pytest.MonkeyPatch, system: str) -> None:
    monkeypatch.setattr(display.sys, "platform", system)
    assert obstacle({}) is None


# -- X ----------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", [":7731", "nonsense", "/tmp/none"])
def test_an_x_display_where_nobody_listens_does_not_answer(name: str) -> None:
    assert obstacle({"DISPLAY": name}) == f"the display {name} does not answer"


def test_an_x_server_that_stays_silent_counts_as_none_in_time(impatient: None) -> None:
    server = socket.socket()
    server.bind(("127.0.0.1", 0))
    name = f"127.0.0.1:{server.getsockname()[1] - 6000}"
    with listening(server, None) as heard:
        start = time.monotonic()
        assert obstacle({"DISPLAY": name}) == f"the display {name} does not answer"
        assert time.monotonic() - start < 3
    assert heard, "the server was never asked"


@needs_xvfb
def test_an_x_server_that_answers_is_a_display() -> None:
    with x_server() as name:
        assert obstacle({"DISPLAY": name}) is None
        assert obstacle({"DISPLAY": name, "QT_QPA_PLATFORM": "xcb"}) is None
        assert obstacle({"DISPLAY": name, "WAYLAND_DISPLAY": "none", "XDG_RUNTIME_DIR": "/nowhere"}) is None
        assert obstacle({"DISPLAY": name, "QT_QPA_PLATFORM": "wayland"}) == "no display answers"


@needs_xvfb
def test_an_x_server_that_does_not_let_us_in_counts_as_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    cookie = b"MIT-MAGIC-COOKIE-1"
    for name, secret in (("server", b"1" * 16), ("ours", b"2" * 16)):
        fields = (b"", b"", cookie, secret)  # any host (family 65535), any display
        entry = struct.pack(">H", 65535) + b"".join(struct.pack(">H", len(field)) + field for field in fields)
        (tmp_path / name).write_bytes(entry)
    with x_server("-auth", str(tmp_path / "server")) as name:
        monkeypatch.setenv("XAUTHORITY", str(tmp_path / "ours"))
        assert obstacle({"DISPLAY": name}) == f"the display {name} does not answer"
        monkeypatch.setenv("XAUTHORITY", str(tmp_path / "server"))
        assert obstacle({"DISPLAY": name}) is None


def test_libraries_that_qt_needs_for_x_are_named_by_their_packages(lacking: set[str]) -> None:
    lacking.update({"libxcb-cursor.so.0", "libxkbcommon-x11.so.0"})
    clause = obstacle({"DISPLAY": ":0"})
    assert clause == "Qt lacks system libraries (in Debian: libxcb-cursor0 libxkbcommon-x11-0)"


# -- Wayland ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("answer", "expected"),
    [(struct.pack("=III", 2, 12 << 16, 0), None), (b"", "the display way-0 does not answer")],
    ids=["answers", "hangs up"],
)
def test_a_wayland_display_must_answer(
    tmp_path: Path, lacking: set[str], answer: bytes | None, expected: str | None
) -> None:
    server = socket.socket(socket.AF_UNIX)
    server.bind(str(tmp_path / "way-0"))
    with listening(server, answer) as heard:
        assert obstacle({"WAYLAND_DISPLAY": "way-0", "XDG_RUNTIME_DIR": str(tmp_path)}) == expected
    assert heard == [struct.pack("=III", 1, 0x000C0000, 2)]


def test_a_wayland_display_that_stays_silent_counts_as_none(tmp_path: Path, lacking: set[str], impatient: None) -> None:
    server = socket.socket(socket.AF_UNIX)
    server.bind(str(tmp_path / "way-0"))
    with listening(server, None):
        assert obstacle({"WAYLAND_DISPLAY": str(tmp_path / "way-0")}) == f"the display {tmp_path}/way-0 does not answer"


def test_wayland_without_its_libraries_is_told(lacking: set[str]) -> None:
    lacking.add("libwayland-cursor.so.0")
    assert obstacle({"WAYLAND_SOCKET": "5"}) == "Qt lacks system libraries (in Debian: libwayland-cursor0)"
    lacking.clear()
    assert obstacle({"WAYLAND_SOCKET": "5"}) is None


def test_a_wayland_display_that_is_gone_does_not_answer(tmp_path: Path, lacking: set[str]) -> None:
    environment = {"WAYLAND_DISPLAY": str(tmp_path / "gone")}
    assert obstacle(environment) == f"the display {tmp_path / 'gone'} does not answer"


# -- as a program -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("platform", "status"), [("offscreen", 0), ("xcb", 1)])
def test_make_asks_it_as_a_program(platform: str, status: int) -> None:
    environment = {**os.environ, "QT_QPA_PLATFORM": platform}
    environment.pop("DISPLAY", None)
    assert subprocess.run([sys.executable, "-m", "gui.display"], env=environment, check=False).returncode == status
