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
    first: list[float] = []
    second: list[float] = []
    ours()
    peer()
    for _ in range(rounds):
        first += ours()
        second += peer()
    p99 = float(np.percentile(first, 99)) if len(first) >= 100 else None
    return Measured(statistics.median(first), statistics.median(second), unit, p99)


def against_frame(ours: Run, rounds: int) -> Measured:
    """The median beside one 60 Hz frame, which stands still."""
    return compare(ours, lambda: [FRAME], rounds)
