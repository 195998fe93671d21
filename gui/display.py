"""Whether a window can be opened here. Qt aborts the process where it cannot, so it is asked before Qt is loaded."""

from __future__ import annotations

import ctypes
import os
import socket
import struct
import sys
import threading
from collections.abc import Mapping
from pathlib import Path

# A display that has not answered after this many seconds counts as none.
PATIENCE = 5.0
# The platforms of Qt that need no display server; whoever names one in QT_QPA_PLATFORM is taken at his word.
SERVERLESS = ("offscreen", "minimal", "vnc", "linuxfb", "eglfs", "minimalegl", "vkkhrdisplay")
# What Qt's plugins load from the system, and the Debian package of each: a plugin without them is none for Qt.
X_LIBRARIES = {
    "libxcb.so.1": "libxcb1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
WAYLAND_LIBRARIES = {"libwayland-client.so.0": "libwayland-client0", "libwayland-cursor.so.0": "libwayland-cursor0"}


def obstacle(environment: Mapping[str, str] = os.environ) -> str | None:
    """Why no window can be opened here, as a clause; None if one can."""
    if sys.platform in ("win32", "darwin", "cygwin"):
        return None
    chosen = [part.partition(":")[0] for part in environment.get("QT_QPA_PLATFORM", "").split(";") if part]
    if any(name in SERVERLESS for name in chosen):
        return None
    found = "no display answers"
    for name in chosen or ("wayland", "xcb"):
        if name.startswith("wayland"):
            clause = wayland_obstacle(environment)
        elif name == "xcb":
            clause = x_obstacle(environment)
        else:
            clause = f"QT_QPA_PLATFORM names {name}, which Qt does not know"
        if clause is None:
            return None
        found = clause or found
    return found


def wayland_obstacle(environment: Mapping[str, str]) -> str | None:
    """Why the Wayland compositor named in the environment cannot be used; empty if none is named, None if it can."""
    if "WAYLAND_SOCKET" not in environment:  # an open connection handed down by the compositor; asking would use it up
        name, folder = environment.get("WAYLAND_DISPLAY", ""), environment.get("XDG_RUNTIME_DIR", "")
        if not name or not (folder or name.startswith("/")):
            return ""
        if not _wayland_answers(Path(folder) / name):
            return f"the display {name} does not answer"
    return _lacking(WAYLAND_LIBRARIES)


def x_obstacle(environment: Mapping[str, str]) -> str | None:
    """Why the X server named in the environment cannot be used; empty if none is named, None if it can."""
    display = environment.get("DISPLAY", "")
    if not display:
        return ""
    lacking = _lacking(X_LIBRARIES)
    if lacking is not None or _x_answers(display):
        return lacking
    return f"the display {display} does not answer"


def _lacking(libraries: Mapping[str, str]) -> str | None:
    packages = [package for name, package in libraries.items() if not _loadable(name)]
    return f"Qt lacks system libraries (in Debian: {' '.join(packages)})" if packages else None


def _loadable(name: str) -> bool:
    try:
        ctypes.CDLL(name)
    except OSError:
        return False
    return True


def _wayland_answers(path: Path) -> bool:
    """Whether a compositor answers one round trip: `wl_display.sync`, operation 0 of object 1, to new object 2."""
    try:
        with socket.socket(socket.AF_UNIX) as connection:
            connection.settimeout(PATIENCE)
            connection.connect(str(path))
            connection.sendall(struct.pack("=III", 1, 12 << 16, 2))
            return bool(connection.recv(8))
    except OSError:
        return False


def _x_answers(display: str) -> bool:
    """Connect as Qt will, by libxcb with the user's authority; in a thread, since a silent server blocks for ever."""
    xcb = ctypes.CDLL("libxcb.so.1")
    xcb.xcb_connect.restype = ctypes.c_void_p
    xcb.xcb_connect.argtypes = [ctypes.c_char_p, ctypes.c_void_p]
    xcb.xcb_connection_has_error.argtypes = xcb.xcb_disconnect.argtypes = [ctypes.c_void_p]
    answers: list[bool] = []

    def connect() -> None:
        connection = xcb.xcb_connect(os.fsencode(display), None)
        answers.append(xcb.xcb_connection_has_error(connection) == 0)
        xcb.xcb_disconnect(connection)

    thread = threading.Thread(target=connect, daemon=True)
    thread.start()
    thread.join(PATIENCE)
    return answers == [True]


if __name__ == "__main__":
    sys.exit(obstacle() is not None)
