"""Versions that crash together are refused in a sentence, and those that are installed do not crash."""

from __future__ import annotations

import sys

import pytest
from PySide6.QtCore import QObject

from gui import compatibility
from gui.compatibility import installed, refusal


@pytest.mark.parametrize("python", [(3, 10), (3, 11)])
@pytest.mark.parametrize("qt", ["6.12.0", "6.12.1", "6.13.0", "7.0.0"])
def test_a_pair_that_crashes_is_refused_with_what_to_do(python: tuple[int, int], qt: str) -> None:
    sentence = refusal(python, qt)
    assert sentence is not None
    assert f"PySide6 {qt}" in sentence
    assert f"Python 3.{python[1]}" in sentence
    assert "pip install" in sentence


@pytest.mark.parametrize(
    ("python", "qt"),
    [
        ((3, 11), "6.10.3"),
        ((3, 11), "6.11.3"),
        ((3, 11), "6.9.12"),
        ((3, 12), "6.12.0"),
        ((3, 13), "7.1"),
        ((3, 11), "odd"),
    ],
)
def test_other_pairs_are_not(python: tuple[int, int], qt: str) -> None:
    assert refusal(python, qt) is None


def test_what_is_installed_is_found_and_not_refused() -> None:
    assert installed("PySide6-Essentials")
    assert refusal() is None


def test_a_pyside_without_metadata_is_taken_on_trust(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(compatibility, "installed", lambda name: None)
    assert refusal((3, 11)) is None


def test_void_calls_take_no_reference_off_none() -> None:
    # PySide6 6.12.0 on Python 3.11 loses one at each call, a thousand here; other threads may move it by a few.
    thing = QObject()
    before = sys.getrefcount(None)
    for _ in range(1000):
        thing.blockSignals(False)
        thing.setObjectName("void")
    assert abs(sys.getrefcount(None) - before) < 100
