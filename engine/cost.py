"""What an elementwise function costs on this machine, in nanoseconds per element.

Timing one function after another gives nonsense: clock rates and other programs come and go meanwhile. So all functions
are warmed up, then timed in turn round after round, each round in another order, and the median round counts.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence

import numpy as np

from engine.simulations.base import Array

Elementwise = Callable[[Array], object]

ELEMENTS = 16_384
"""Elements per call: enough that the call itself is lost in it, few enough to stay in a processor's cache."""

ROUNDS = 25
WARM_UP = 2


def cost_rounds(
    functions: Sequence[Elementwise],
    elements: int = ELEMENTS,
    rounds: int = ROUNDS,
    clock: Callable[[], int] = time.perf_counter_ns,
) -> Iterator[Array]:
    """Yield one array per round: the time of each function in ns per element, in the order of `functions`.

    The inputs are one draw of N(0, 1). A generator, so that the caller may stop between two rounds.
    """
    rng = np.random.default_rng(0)
    z = rng.standard_normal(elements)
    for _ in range(WARM_UP):
        for function in functions:
            function(z)
    for _ in range(rounds):
        times = np.empty(len(functions))
        for i in rng.permutation(len(functions)):
            start = clock()
            functions[i](z)
            times[i] = (clock() - start) / elements
        yield times


def measure_costs(
    functions: Sequence[Elementwise],
    elements: int = ELEMENTS,
    rounds: int = ROUNDS,
    clock: Callable[[], int] = time.perf_counter_ns,
) -> Array:
    """The median time of each function in ns per element."""
    return median_cost(list(cost_rounds(functions, elements, rounds, clock)))


def median_cost(rounds: Sequence[Array]) -> Array:
    """The median over rounds, function by function: one disturbed round moves it little."""
    return np.asarray(np.median(np.stack(rounds), axis=0), dtype=np.float64)
