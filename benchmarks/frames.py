"""Frames in the whole window, 1280×800, offscreen: solved, drawn and painted one by one."""

from __future__ import annotations

from benchmarks.recipes import one_pass, race, swarm, training
from benchmarks.registry import Measured, row
from benchmarks.timing import against_frame, compare, milliseconds
from benchmarks.window import watched
from engine.recipe import default_recipe

RACE_PLOTS = 2
TRAINING_PLOTS = 5
SWARM_PLOTS = 2


@row(
    "race-frame",
    "race frame, 5 trails × 500 steps, 1280×800, offscreen, forced to paint",
    "hand-blitted matplotlib drawing the same scene",
    0.8,
)
def race_frame() -> Measured:
    """A run played from step 0 to 500 as it is solved, every step painted in all of the window.

    That is two plots, formulas, standings, verdicts and transport. The peer has all numbers ready; it draws the same
    trails, curves, marks and labels, only what moves, on a stored background, and pastes the numbers that have changed.
    """
    from benchmarks.peers.blitted_race import BlittedRace
    from benchmarks.peers.race_scene import scene_of

    with watched(race(500), RACE_PLOTS) as window:
        window.start_afresh()
        window.go_to(500)
        peer = BlittedRace(scene_of(window))

        def ours() -> list[float]:
            window.start_afresh()
            return window.play(500)

        return compare(ours, lambda: [milliseconds(lambda: peer.draw(step)) for step in range(1, 501)], rounds=5)  # noqa: B023


@row("solid-frame", "3-D playing frame, 60×60 quads, five trails of 300", "one 60 Hz frame", 0.9)
def solid_frame() -> Measured:
    """A race of 300 steps seen in three dimensions, every step solved and painted in all of the window, from 0 to 300."""
    with watched(race(300).changed(view={"solid": True}), RACE_PLOTS) as window:

        def ours() -> list[float]:
            window.start_afresh()
            return window.play(300)

        return against_frame(ours, rounds=3)


@row("race-frame-5000", "race frame at 5 000 steps", "ours at 100 steps", 1.2)
def race_frame_5000() -> Measured:
    """The last 100 frames of a race of 5 000 steps as it is solved and played, beside all 100 of a race of 100 steps."""
    with watched(race(5000), RACE_PLOTS) as long, watched(race(100), RACE_PLOTS) as short:

        def ours() -> list[float]:
            long.start_afresh()
            long.go_to(4900)
            return long.play(100)

        def peer() -> list[float]:
            short.start_afresh()
            return short.play(100)

        return compare(ours, peer, rounds=10)


@row("race-back", "race frame, stepping back, 500 steps", "ours stepping forward", 1.5)
def race_back() -> Measured:
    """A solved race of 500 steps in one window: from the end to the start by the key ←, and on again by the key →."""
    with watched(race(500), RACE_PLOTS) as window:
        window.go_to(500)
        return compare(lambda: window.step_by(-1, 500), lambda: window.step_by(1, 500), rounds=5)


def playing(simulation: str) -> Measured:
    """Every step of a tab's own experiment, played as it is solved."""
    with watched(default_recipe(simulation)) as window:

        def ours() -> list[float]:
            window.start_afresh()
            return window.play(window.session.length)

        return against_frame(ours, rounds=-(-600 // window.session.length))


@row("activations-frame", "activations: playing frame, median", "one 60 Hz frame", 0.4)
def activations_frame() -> Measured:
    """The tab's own experiment from its first step to its last, every step solved and painted, as often as makes 600."""
    return playing("activations")


@row("gradients-frame", "vanishing gradients: playing frame, median", "one 60 Hz frame", 0.4)
def gradients_frame() -> Measured:
    """The tab's own experiment from its first step to its last, every step solved and painted, as often as makes 600."""
    return playing("gradients")


@row("initialization-frame", "initialization: playing frame, median", "one 60 Hz frame", 0.4)
def initialization_frame() -> Measured:
    """The tab's own experiment from its first step to its last, every step solved and painted, as often as makes 600."""
    return playing("initialization")


@row("pass-frame", "one pass: playing frame, 100 layers, A and B, with ridges, median", "one 60 Hz frame", 0.5)
def pass_frame() -> Measured:
    """Every step of a pass through 100 layers of 64 units, there and back: gradients and all distributions of both sides."""
    with watched(one_pass(100)) as window:

        def ours() -> list[float]:
            window.start_afresh()
            return window.play(window.session.length)

        return against_frame(ours, rounds=3)


@row("training-frame", "training: playing frame, 20 × 64, A and B, at 2 000 steps", "ours at 100 steps", 1.2)
def training_frame() -> Measured:
    """The last 100 frames of a training of 2 000 steps as it is solved and played, beside all 100 of one of 100 steps.

    Both heat maps, both plots by layer, loss, answers over the plane, and the right column.
    """
    with watched(training(2000), TRAINING_PLOTS) as long, watched(training(100), TRAINING_PLOTS) as short:

        def ours() -> list[float]:
            long.start_afresh()
            long.go_to(1900)
            return long.play(100)

        def peer() -> list[float]:
            short.start_afresh()
            return short.play(100)

        return compare(ours, peer, rounds=3)


@row("swarm-frame", "swarm playing frame, 4 × 10 000", "one 60 Hz frame", 0.8)
def swarm_frame() -> Measured:
    """Every step of four swarms of 10 000 starts, solved and played: one update of every start, dots and tails painted.

    The basins, which are computed before, stand still.
    """
    with watched(swarm(10_000, 200), SWARM_PLOTS) as window:

        def ours() -> list[float]:
            window.start_afresh()
            return window.play(window.session.length)

        return against_frame(ours, rounds=3)
