"""In a process of its own: open a window, `ours` or the `peer`, and print when it was first painted and the memory held.

When: in seconds of the monotonic clock, which all processes share. Memory: the peak by then, in MiB.
"""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path
from typing import Any


def report() -> None:
    """Print time and peak memory, then leave at once: closing is not what is measured."""
    now = time.clock_gettime(time.CLOCK_MONOTONIC)
    print(now, peak_memory(), flush=True)
    os._exit(0)


def peak_memory() -> float:
    """The most memory that this process has held so far, in MiB."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    peak = next(line for line in status.splitlines() if line.startswith("VmHWM:"))
    return int(peak.split()[1]) / 1024


def open_ours() -> None:
    """`kobai --clean`, by way of its own command line; as there, the quick start comes first."""
    from gui.quick_start import prepare
    from main import main

    prepare()
    from gui import main_window

    class Reporting(main_window.MainWindow):
        """Tells of its first paint before anyone else hears of it."""

        def __init__(self, *arguments: Any) -> None:  # noqa: ANN401 - whatever a window is made of
            super().__init__(*arguments)
            self.painted.connect(report)

    main_window.MainWindow = Reporting  # type: ignore[misc]
    main(["--clean"])


def open_peer() -> None:
    """The empty window."""
    from benchmarks.peers.empty_window import run

    run(report)


if __name__ == "__main__":
    {"ours": open_ours, "peer": open_peer}[sys.argv[1]]()
