"""From the start of the process to the first painted frame: time and memory."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

from benchmarks.registry import Measured, row
from benchmarks.timing import Run, compare

ROOT = Path(__file__).parents[1]
ROUNDS = 15


def opened(which: str) -> tuple[float, float]:
    """Open a window in a fresh process: milliseconds to its first painted frame, and MiB held at most by then."""
    command = [sys.executable, "-m", "benchmarks.first_paint", which]
    before = time.clock_gettime(time.CLOCK_MONOTONIC)
    answer = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout.split()
    return (float(answer[0]) - before) * 1e3, float(answer[1])


def _runs(place: int) -> tuple[Run, Run]:
    return lambda: [opened("ours")[place]], lambda: [opened("peer")[place]]


@row("first-frame", "first painted frame, process start included", "empty pyqtgraph window with four plots", 1.25)
def first_frame() -> Measured:
    """`kobai --clean` offscreen, from the start of its process until the race stands painted in the window.

    The peer: the same of an empty window of 1280×800 with four pyqtgraph plots. Files are in the system's cache, and
    there is bytecode of them.
    """
    return compare(*_runs(0), rounds=ROUNDS)


@row("memory", "peak memory at the first painted frame", "empty pyqtgraph window with four plots", 1.3)
def memory() -> Measured:
    """The most memory held at once (VmHWM) by the two processes of the row before, up to that moment."""
    return compare(*_runs(1), rounds=5, unit="MiB")
