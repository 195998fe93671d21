"""What is said of the usual changes, each tried alone on a network whose gradient does not arrive."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from engine.diagnostics import Severity, Verdict
from engine.parameter import QT_TRANSLATE_NOOP


@dataclass(frozen=True, slots=True)
class OneChange(Verdict):
    """Of the usual changes, the one that alone makes most of it good."""

    title: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "What alone helps most: {change}.")
    text: ClassVar[str] = QT_TRANSLATE_NOOP(
        "engine",
        "Tried on the same draw, each of {count} changes alone: with this one ∂L/∂W of layer 1 is {ratio:.3g} times that of the "
        "last layer, and nothing else is wrong.",
    )
    severity: ClassVar[Severity] = "good"

    count: int
    change: str
    ratio: float


@dataclass(frozen=True, slots=True)
class OneChangeBut(OneChange):
    """The same, with something else to be said of it: a phrase, marked for translation."""

    text: ClassVar[str] = QT_TRANSLATE_NOOP(
        "engine",
        "Tried on the same draw, each of {count} changes alone: with this one ∂L/∂W of layer 1 is {ratio:.3g} times that of the "
        "last layer. Yet {but}.",
    )
    severity: ClassVar[Severity] = "note"

    but: str


@dataclass(frozen=True, slots=True)
class NoSingleChange(Verdict):
    """None of the usual changes makes it good alone."""

    title: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "No single change is enough.")
    text: ClassVar[str] = QT_TRANSLATE_NOOP(
        "engine",
        "Tried on the same draw: with each of {count} changes alone the gradient still does not arrive unharmed.",
    )

    count: int
