"""Timing: ours and the peer in turn, so that whatever else the machine does meets both."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable

import numpy as np

from benchmarks.registry import Measured

# One 60 Hz frame, in milliseconds.
FRAME = 1000 / 60
# What one run gives: the milliseconds of each frame, start or solution in it.
Run = Callable[[], list[float]]


def milliseconds(work: Callable[[], object]) -> float:
    """How long `work` takes, on the wall clock."""
    before = time.perf_counter()
    work()
    return (time.perf_counter() - before) * 1e3


def compare(ours: Run, peer: Run, rounds: int, unit: str = "ms") -> Measured:
    """Medians over all that ours, peer, ours, peer … give in `rounds` rounds, after one round to warm up."""
    taken: tuple[list[float], list[float]] = ([], [])
    for number in range(rounds + 1):
        for run, values in zip((ours, peer), taken, strict=True):
            values += run() if number else run()[:0]
    p99 = float(np.percentile(taken[0], 99)) if len(taken[0]) >= 100 else None
    return Measured(statistics.median(taken[0]), statistics.median(taken[1]), unit, p99)


def against_frame(ours: Run, rounds: int) -> Measured:
    """The median beside one 60 Hz frame, which stands still."""
    return compare(ours, lambda: [FRAME], rounds)
