"""Pairs of Python and PySide6 that are known to crash, told apart without loading Qt."""

from __future__ import annotations

import sys
from pathlib import Path


def refusal(python: tuple[int, int] | None = None, qt: str | None = None) -> str | None:
    """Why Kobai does not start on these versions (default: those installed), as a sentence; None if it does.

    PySide6 6.12.0 takes a reference off None at each void Qt call on Python 3.10 and 3.11, until the interpreter
    aborts (`none_dealloc`). A PySide6 without metadata, as inside a frozen program, is taken on trust.
    """
    python = python or sys.version_info[:2]
    qt = qt or installed("PySide6-Essentials")
    if qt is None or python >= (3, 12) or numbers(qt) < (6, 12):
        return None
    return (
        f"PySide6 {qt} crashes on Python {python[0]}.{python[1]}; "
        'run  pip install "PySide6-Essentials<6.12"  or use Python 3.12'
    )


def installed(name: str) -> str | None:
    """The installed version of a distribution, or None.

    It is read off the name of the folder that holds the metadata: `importlib.metadata` would take 15 ms of every start.
    """
    start, end = name.lower().replace("-", "_") + "-", ".dist-info"
    found = (entry.name for folder in sys.path for entry in Path(folder).glob("*" + end))
    return next((entry[len(start) : -len(end)] for entry in found if entry.lower().startswith(start)), None)


def numbers(version: str) -> tuple[int, int]:
    """Major and minor number; (0, 0) for what is no version."""
    parts = version.split(".")[:2]
    return (int(parts[0]), int(parts[1])) if len(parts) == 2 and all(map(str.isdecimal, parts)) else (0, 0)
