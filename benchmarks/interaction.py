"""What the hand does, answered within a frame of the screen."""

from __future__ import annotations

import math

from benchmarks.frames import RACE_PLOTS
from benchmarks.recipes import race
from benchmarks.registry import Measured, row
from benchmarks.timing import against_frame
from benchmarks.window import watched
from engine.parameter import replace_at

STEP = 300
MOVES = 60


@row("drag", "drag of the start at step 300: new run and new frame", "one 60 Hz frame", 1.0)
def drag() -> Measured:
    """Sixty moves of the start of a race of 300 steps along an ellipse on the surface, seen at its last step.

    From each move until the new run has been solved to step 300 and its trails, curves and numbers are painted.
    """
    with watched(race(STEP), RACE_PLOTS) as window:
        window.go_to(STEP)

        def ours() -> list[float]:
            taken = []
            for move in range(MOVES):
                angle = 2 * math.pi * move / MOVES
                start = (-3 + 4 * math.cos(angle), 2 * math.sin(angle))
                taken.append(window.drag(replace_at(window.session.recipe.settings, "start", start), "start"))
            return taken

        return against_frame(ours, rounds=5)
