"""Every racer's mark in the picture of the paths: where it is, what it is called, whether it has left or ended."""

from __future__ import annotations

import math

from PySide6.QtCore import QCoreApplication

from engine.simulations.race_paths import PathsFrame
from engine.simulations.race_verdicts import ENDS, Overflowed
from gui.i18n import words
from gui.panels.race.markers import Head
from gui.panels.race.view import Look
from gui.widgets.geometry import Array


def heads_of(frame: PathsFrame, rows: Array, look: Look) -> list[Head]:
    """The shown racers' marks; one that has ended stays where it was last seen. `rows` is (steps, racers, columns)."""
    heads = []
    ends = {v.subject: v for v in frame.verdicts if isinstance(v, ENDS)}
    for i, racer in enumerate(frame.settings.racers):
        if i in look.hidden:
            continue
        x, y = (float(v) for v in frame.positions[i])
        away, end = "", ends.get(i)
        if end is not None:
            x, y = _last_place(rows, i, end.step)
            away = _ended(end.state, end.step, isinstance(end, Overflowed))
        elif frame.beyond[i] > 0:
            away = QCoreApplication.translate("PathsView", "{distance} outside")
            away = away.format(distance=f"{frame.beyond[i]:.3g}")
        # At the start all stand on one place: one name for all of them is enough.
        name = racer.name if frame.step else ""
        heads.append(Head(i, x, y, name, racer.colour, i == look.selected, away, end is not None))
    return heads


def _last_place(rows: Array, racer: int, step: int) -> tuple[float, float]:
    """Where a path has ended: in the hole, or before the overflow."""
    x, y = rows[step, racer, :2].tolist()
    if not (math.isfinite(x) and math.isfinite(y) and math.hypot(x, y) < 1e9):
        x, y = rows[max(step - 1, 0), racer, :2].tolist()
    return x, y


def _ended(state: str, step: int, overflow: bool) -> str:
    if overflow:
        return QCoreApplication.translate("PathsView", "overflow at step {n}").format(n=step)
    text = QCoreApplication.translate("PathsView", "{state} at step {n}")
    return text.format(state=words(state), n=step)
