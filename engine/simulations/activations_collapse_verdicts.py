"""What the small network shows: two linear layers are one, and a non-linearity between them keeps them two."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from engine.diagnostics import Severity, Verdict
from engine.parameter import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from engine.simulations.activations_collapse import Line

STRAIGHT = 1e-9
NEARLY = 0.02


@dataclass(frozen=True, slots=True)
class AreOneLayer(Verdict):
    """Two linear layers multiplied out."""

    title: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "Two linear layers are one.")
    text: ClassVar[str] = QT_TRANSLATE_NOOP(
        "engine",
        "Multiplied out they are y = {w:.4g} x {b:+.4g}: a single layer gives the same for every x. "
        "However many linear layers are stacked, they stay one.",
    )
    severity: ClassVar[Severity] = "bad"

    w: float
    b: float


@dataclass(frozen=True, slots=True)
class Bends(Verdict):
    """No straight line comes near: the best misses by `miss`, `share` percent of the outputs' spread."""

    title: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "With {function} no single layer can do it.")
    text: ClassVar[str] = QT_TRANSLATE_NOOP(
        "engine",
        "The best straight line misses the outputs by {miss:.3g} (rms over the inputs), "
        "{share:.3g} % of their spread. What bends between the layers is what makes depth worth having.",
    )
    severity: ClassVar[Severity] = "good"

    function: str
    miss: float
    share: float


@dataclass(frozen=True, slots=True)
class NearlyStraight(Verdict):
    """Where the inputs lie, the network is all but linear."""

    title: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "{function} is nearly straight here.")
    text: ClassVar[str] = QT_TRANSLATE_NOOP(
        "engine",
        "Over these inputs a straight line misses by only {share:.2g} % of the outputs' spread: "
        "on a small stretch every smooth curve is a line. Widen σ.",
    )
    severity: ClassVar[Severity] = "note"

    function: str
    miss: float
    share: float


@dataclass(frozen=True, slots=True)
class StaysStraight(Verdict):
    """Over these inputs the function is exactly linear."""

    title: ClassVar[str] = QT_TRANSLATE_NOOP("engine", "With {function} it is one layer still.")
    text: ClassVar[str] = QT_TRANSLATE_NOOP(
        "engine",
        "Over all these inputs a straight line misses by {miss:.1e}: rounding. Nothing bends, nothing is gained.",
    )
    severity: ClassVar[Severity] = "bad"

    function: str
    miss: float


def judge_collapse(
    names: Sequence[str], lines: Sequence[Line], w: float, b: float, multiplied: bool, compared: bool
) -> tuple[Verdict, ...]:
    """Once both layers are `multiplied` out: that they are one. Once `compared`: one verdict for each function."""
    one: tuple[Verdict, ...] = (AreOneLayer(-1, w, b),) if multiplied else ()
    if not compared:
        return one
    return (*(_judge(i, name, line) for i, (name, line) in enumerate(zip(names, lines, strict=True))), *one)


def _judge(subject: int, name: str, line: Line) -> Verdict:
    if line.miss <= STRAIGHT * max(1.0, line.spread):
        return StaysStraight(subject, name, line.miss)
    share = 100 * line.miss / line.spread
    return (NearlyStraight if share < 100 * NEARLY else Bends)(subject, name, line.miss, share)
