"""The engine alone beside other engines."""

from __future__ import annotations

from benchmarks.recipes import race
from benchmarks.registry import Measured, row
from benchmarks.timing import compare, milliseconds

STEPS = 300


@row("race-solved", "five racers × 300 steps", "torch.optim, same rules", 0.08)
def race_solved() -> Measured:
    """The chapter's race solved from its start to step 300, five rules one by one in float64.

    Ours keeps positions, losses, gradient and step sizes of every step, and its checkpoints; the peer, eager and by
    automatic differentiation, keeps nothing. Both must end at the same places.
    """
    from benchmarks.peers.torch_race import final_positions

    recipe = race(STEPS)

    def ours() -> None:
        recipe.timeline().seek(STEPS)

    timeline = recipe.timeline()
    timeline.seek(STEPS)
    ended = timeline.frame().positions
    off = abs(final_positions(STEPS) - ended).max()
    if off > 1e-9:
        raise ArithmeticError(f"torch.optim ends {off} away from the engine")
    return compare(lambda: [milliseconds(ours)], lambda: [milliseconds(lambda: final_positions(STEPS))], rounds=15)
