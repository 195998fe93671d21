"""Basins of attraction by torch.optim: all starts in one tensor, gradients by automatic differentiation, in float64."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray

torch.set_num_threads(1)  # its best for tensors this small: two wait for each other longer than they work

RULES: tuple[Callable[[list[torch.Tensor]], Any], ...] = (
    lambda w: torch.optim.SGD(w, lr=0.005),
    lambda w: torch.optim.SGD(w, lr=0.005, momentum=0.9),
    lambda w: torch.optim.RMSprop(w, lr=0.1, alpha=0.99, eps=1e-8),
    lambda w: torch.optim.Adam(w, lr=0.3),
)


def reached(
    starts: NDArray[np.float64], minima: Sequence[tuple[float, float]], radius: float, steps: int
) -> list[tuple[NDArray[np.int64], NDArray[np.int64]]]:
    """For each rule the minimum of Himmelblau's surface within whose radius every start ends, −1 for none, and since when."""
    return [_reached(rule, starts, torch.tensor(minima, dtype=torch.float64), radius, steps) for rule in RULES]


def _reached(
    rule: Callable[[list[torch.Tensor]], Any],
    starts: NDArray[np.float64],
    minima: torch.Tensor,
    radius: float,
    steps: int,
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    # Components first: twice as fast as starts first.
    w = torch.tensor(starts.T.copy(), dtype=torch.float64, requires_grad=True)
    optimizer = rule([w])
    code, since = _within(w, minima, radius), torch.zeros(len(starts), dtype=torch.int64)
    for step in range(1, steps + 1):
        optimizer.zero_grad()
        x, y = w[0], w[1]
        a, b = x * x + y - 11, x + y * y - 7
        (a * a + b * b).sum().backward()
        optimizer.step()
        now = _within(w, minima, radius)
        since[now != code] = step
        code = now
    return code.numpy(), since.numpy()


@torch.no_grad()
def _within(w: torch.Tensor, minima: torch.Tensor, radius: float) -> torch.Tensor:
    code = torch.full((w.shape[1],), -1, dtype=torch.int64)
    for number, (x, y) in enumerate(minima):
        dx, dy = w[0] - x, w[1] - y
        code[dx * dx + dy * dy <= radius * radius] = number
    return code
