"""Measured cost on a clock of our own: every round times every function, warmed up, and the median counts."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest

from engine.cost import ROUNDS, WARM_UP, cost_rounds, measure_costs, median_cost
from engine.simulations.base import Array


class Machine:
    """A computer whose clock moves only when one of its functions runs."""

    def __init__(self, *durations: int) -> None:
        self.now = 0
        self.calls: list[int] = []
        self.disturbed: set[int] = set()
        self.functions = [self._function(i, duration) for i, duration in enumerate(durations)]

    def clock(self) -> int:
        return self.now

    def _function(self, index: int, duration: int) -> Callable[[Array], None]:
        def run(z: Array) -> None:
            self.calls.append(index)
            self.now += duration * z.size * (50 if len(self.calls) in self.disturbed else 1)

        return run


def test_the_time_of_a_call_is_shared_by_its_elements() -> None:
    machine = Machine(3, 7)
    assert measure_costs(machine.functions, elements=1000, rounds=5, clock=machine.clock).tolist() == [3.0, 7.0]


def test_every_round_times_each_function_once_after_the_warm_up() -> None:
    machine = Machine(1, 1, 1, 1)
    rounds = list(cost_rounds(machine.functions, elements=10, rounds=8, clock=machine.clock))
    assert len(rounds) == 8
    warm, timed = machine.calls[: 4 * WARM_UP], machine.calls[4 * WARM_UP :]
    assert warm == [0, 1, 2, 3] * WARM_UP
    orders = [timed[i : i + 4] for i in range(0, 32, 4)]
    assert all(sorted(order) == [0, 1, 2, 3] for order in orders)
    assert len({tuple(order) for order in orders}) > 1, "always the same order favours whoever comes after a cheap one"


def test_what_happens_during_the_warm_up_is_not_counted() -> None:
    machine = Machine(2, 2)
    machine.disturbed = {1, 2, 3, 4}
    assert measure_costs(machine.functions, elements=10, rounds=1, clock=machine.clock).tolist() == [2.0, 2.0]


def test_a_disturbed_round_does_not_show() -> None:
    machine = Machine(2, 4)
    machine.disturbed = {7, 12}
    assert measure_costs(machine.functions, elements=10, rounds=9, clock=machine.clock).tolist() == [2.0, 4.0]


def test_the_measurement_can_be_left_off_between_rounds() -> None:
    machine = Machine(1)
    rounds = cost_rounds(machine.functions, elements=10, rounds=1000, clock=machine.clock)
    next(rounds)
    rounds.close()
    assert len(machine.calls) == WARM_UP + 1


def test_the_median_is_taken_function_by_function() -> None:
    assert median_cost([np.array([1.0, 9.0]), np.array([2.0, 5.0]), np.array([30.0, 1.0])]).tolist() == [2.0, 5.0]


def test_on_the_real_clock_more_work_costs_more() -> None:
    little, much = measure_costs([np.abs, lambda z: [np.tanh(z) for _ in range(20)]], elements=4096, rounds=ROUNDS)
    assert 0 < little < much < 1e6


@pytest.mark.parametrize("size", [1, 4096])
def test_all_functions_get_the_same_standard_normal_inputs(size: int) -> None:
    seen: list[Array] = []
    measure_costs([lambda z: seen.append(z.copy())] * 2, elements=size, rounds=2)
    assert all(np.array_equal(z, seen[0]) for z in seen)
    assert seen[0].shape == (size,)
