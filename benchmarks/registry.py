"""The rows of the table: each a small function that measures Kobai and its peer in turn."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Measured:
    """Medians of ours and the peer's in `unit`, lower is better; `p99` is the slowest hundredth of our frames."""

    ours: float
    peer: float
    unit: str = "ms"
    p99: float | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table. It is met when ours / peer ≤ `goal`; `timed` says what is timed."""

    key: str
    name: str
    peer_name: str
    goal: float
    timed: str
    measure: Callable[[], Measured]


ROWS: dict[str, Row] = {}


def row(key: str, name: str, peer_name: str, goal: float) -> Callable[[Callable[[], Measured]], Callable[[], Measured]]:
    """Enter a function as a row under `key`. Its docstring states what is timed."""

    def enter(measure: Callable[[], Measured]) -> Callable[[], Measured]:
        if key in ROWS:
            raise ValueError(f"two rows are called {key}")
        ROWS[key] = Row(key, name, peer_name, goal, " ".join((inspect.getdoc(measure) or "").split()), measure)
        return measure

    return enter
